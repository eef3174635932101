import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from '@jest/globals'
import { openWorkArea } from '../../src/install/work-area.ts'
import { tempFolder } from '../support/temp.ts'

const folder = tempFolder('work-area-')

function schemeIn(name: string): Parameters<typeof openWorkArea>[0] {
  const at = (part: string): string => join(folder, name, part)
  return { purelib: at('site'), platlib: at('site'), scripts: at('bin'), data: at('.'), headers: at('include') }
}

test('given a work area that is there already, the run ends: somebody who shares no lock with it is at work', async () => {
  const scheme = schemeIn('taken')
  const first = await openWorkArea(scheme)
  await expect(openWorkArea(scheme)).rejects.toMatchObject({ code: 'target-locked', message: expect.stringContaining(first.path) })
  expect(existsSync(first.path)).toBe(true)
  await first.close()
  await (await openWorkArea(scheme)).close()
})

test('given a lock that cannot be waited for, nothing is left of the area, nor of the folders made for it', async () => {
  mkdirSync(join(folder, 'unmade'))
  await expect(openWorkArea(schemeIn('unmade'), () => Promise.reject(new Error('stopped')))).rejects.toThrow('stopped')
  expect(readdirSync(join(folder, 'unmade'))).toEqual([])
})

test('given a journal that is not settled, the area stays for the next run, with what was retired', async () => {
  const area = await openWorkArea(schemeIn('unsettled'))
  writeFileSync(join(area.path, 'journal.jsonl'), '')
  mkdirSync(join(area.path, 'retired', '0'), { recursive: true })
  await area.close()
  expect(readdirSync(area.path).sort()).toEqual(['journal.jsonl', 'retired'])
})

test('it is emptied while it is locked, and what another run does there from then on stays', async () => {
  const scheme = schemeIn('next')
  const theirs = join(scheme.purelib, '.parallel-pip', 'stage', '0', 'theirs.py')
  let left: string[] = []
  const area = await openWorkArea(scheme, async (file) => {
    writeFileSync(file, '')
    return {
      release: () => {
        left = readdirSync(dirname(file))
        rmSync(file)
        mkdirSync(dirname(theirs), { recursive: true })
        writeFileSync(theirs, '')
      },
    }
  })
  for (const part of ['stage/1', 'retired']) mkdirSync(join(area.path, part), { recursive: true })
  for (const file of ['stage/1/a.py', 'retired/0', 'settled.jsonl']) writeFileSync(join(area.path, file), '')
  await area.close()
  expect(left).toEqual(['lock'])
  expect(existsSync(theirs)).toBe(true)
})

test('where there can be no lock, what was left by trying to take one goes with the area', async () => {
  const area = await openWorkArea(schemeIn('no-locks'), async (file) => {
    writeFileSync(file, '')
    return 'unavailable'
  })
  await area.close()
  expect(existsSync(join(folder, 'no-locks'))).toBe(false)
})

test('the area is locked while it is there, by a file inside it, and the lock is given back with it', async () => {
  const taken: string[] = []
  const area = await openWorkArea(schemeIn('locked'), async (file) => (taken.push(file), { release: () => void taken.push('released') }))
  expect(taken).toEqual([`${area.path}/lock`])
  await area.close()
  expect(taken).toEqual([`${area.path}/lock`, 'released'])
})
