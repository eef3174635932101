import { expect, test } from '@jest/globals'
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { systemClock } from '../../src/kernel/clock.ts'
import { takeLock, type HeldLock, type LockRequest } from '../../src/store/locks.ts'
import { run } from '../support/process.ts'
import { tempFolder } from '../support/temp.ts'

const folder = tempFolder()

function ask(name: string, more: Partial<LockRequest> = {}): Promise<HeldLock | 'unavailable'> {
  return takeLock({ file: join(folder, name, 'the.lock'), holder: 'me', clock: systemClock, signal: new AbortController().signal, onWait: () => undefined, ...more })
}

async function hold(name: string, more: Partial<LockRequest> = {}): Promise<HeldLock> {
  const lock = await ask(name, more)
  if (lock === 'unavailable') throw new Error('unavailable')
  return lock
}

test('of many who want a lock, one has it at a time, and each gets it', async () => {
  let holders = 0
  const most: number[] = []
  await Promise.all(Array.from({ length: 12 }, async () => {
    const lock = await hold('many')
    holders += 1
    most.push(holders)
    await sleep(3)
    holders -= 1
    lock.release()
  }))
  expect(most).toEqual(Array.from({ length: 12 }, () => 1))
  expect(readdirSync(join(folder, 'many'))).toEqual([])
})

test('who waits is told once by whom', async () => {
  const first = await hold('told', { holder: 'the first' })
  const said: string[] = []
  const second = hold('told', { onWait: (holder) => said.push(holder) })
  while (said.length === 0) await sleep(5)
  first.release()
  const lock = await second
  lock.release()
  expect(said).toEqual(['the first'])
})

test('waiting ends with the signal', async () => {
  const first = await hold('aborted')
  const ending = new AbortController()
  const second = ask('aborted', { signal: ending.signal, onWait: () => ending.abort(new Error('enough')) })
  await expect(second).rejects.toThrow('enough')
  first.release()
})

test('a holder that was killed holds nothing', async () => {
  const source = join(import.meta.dirname, '..', '..', 'src')
  const code = [
    `import { takeLock } from '${source}/store/locks.ts'`,
    `import { systemClock } from '${source}/kernel/clock.ts'`,
    `const lock = await takeLock({ file: '${join(folder, 'killed', 'the.lock')}', holder: 'the killed', clock: systemClock, signal: new AbortController().signal, onWait: () => undefined })`,
    `if (lock !== 'unavailable') process.kill(process.pid, 'SIGKILL')`,
  ].join('\n')
  expect(await run(process.execPath, ['--input-type=module-typescript', '-e', code])).toMatchObject({ signal: 'SIGKILL' })
  expect(existsSync(join(folder, 'killed', 'the.lock'))).toBe(true)
  const waits: string[] = []
  const lock = await hold('killed', { onWait: (holder) => waits.push(holder) })
  expect(waits).toEqual([])
  lock.release()
})

test('who releases a lock whose file was removed while he held it leaves the one that has its name by then alone', async () => {
  const first = await hold('renewed')
  rmSync(join(folder, 'renewed'), { recursive: true })
  const second = await hold('renewed', { holder: 'the second' })
  first.release()
  expect(readdirSync(join(folder, 'renewed'))).toEqual(['the.lock', 'the.lock.holder'])
  const waits: string[] = []
  const third = hold('renewed', { onWait: (holder) => waits.push(holder) })
  while (waits.length === 0) await sleep(5)
  expect(waits).toEqual(['the second'])
  second.release()
  ;(await third).release()
})

test('where no lock can be had it says so', async () => {
  writeFileSync(join(folder, 'file'), '')
  expect(await ask('file')).toBe('unavailable')
  rmSync(join(folder, 'file'))
})
