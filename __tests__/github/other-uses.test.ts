import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { othersAtRest } from '../../src/github/other-uses.ts'
import { transferFolder, writeAnswerState, writeState, type CacheState } from '../../src/github/transfer-folder.ts'
import { systemClock } from '../../src/kernel/clock.ts'
import { tempFolder } from '../support/temp.ts'

const folder = tempFolder('uses-')
let count = 0

/** A job with one other use that has begun something, this process being its program. */
function aJob(name: 'early' | 'save', state: Partial<CacheState>): string {
  const root = join(folder, String((count += 1)))
  mkdirSync(join(root, 'store'), { recursive: true })
  mkdirSync(join(root, 'use', name), { recursive: true })
  writeState(transferFolder(join(root, 'use', name)), { pid: process.pid, startedMs: 0, ...state })
  return root
}

const atRest = (root: string, limitMs = 120, signal = new AbortController().signal): Promise<boolean> => othersAtRest(root, { clock: systemClock, limitMs, signal })

test('what has ended, or whose program is gone, is not waited for', async () => {
  const child = spawn(process.execPath, ['-e', ''])
  await once(child, 'close')
  const roots = [aJob('save', { answer: { kind: 'saved' } }), aJob('save', { pid: child.pid ?? 0 }), aJob('early', { answer: { kind: 'restored', key: 'k' }, ahead: { trees: 1 } }), join(folder, 'none')]
  expect(await Promise.all(roots.map((root) => atRest(root, 0)))).toEqual([true, true, true, true])
})

test('a save, a restore, unpacking ahead and an answer that go on are waited for, to the limit', async () => {
  const answering = aJob('early', { answer: { kind: 'none' } })
  writeAnswerState(transferFolder(join(answering, 'use', 'early')), { pid: process.pid, startedMs: 0 })
  const roots = [aJob('save', {}), aJob('early', {}), aJob('early', { answer: { kind: 'restored', key: 'k' }, ahead: 'running' }), answering]
  expect(await Promise.all(roots.map((root) => atRest(root)))).toEqual([false, false, false, false])
})

test('the wait ends with the work, and with the run', async () => {
  const root = aJob('save', {})
  const waiting = atRest(root, 60_000)
  writeState(transferFolder(join(root, 'use', 'save')), { pid: process.pid, startedMs: 0, answer: { kind: 'saved' } })
  expect(await waiting).toBe(true)
  expect(await atRest(aJob('save', {}), 60_000, AbortSignal.abort())).toBe(false)
})
