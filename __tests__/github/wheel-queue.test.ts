import { mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { CACHE_FORMAT } from '../../src/actions-cache/keys.ts'
import { WheelQueue } from '../../src/github/wheel-queue.ts'
import { tempFolder } from '../support/temp.ts'

const root = tempFolder('queue-')
const fresh = (prefix: string): string => mkdtempSync(join(root, prefix))

const id = (digit: string): string => digit.repeat(64)
const inside = (digit: string): string => `wheels-v1/${digit}${digit}/${id(digit)}.whl`

/** An entry of three published wheels of 1, 2 and 3 bytes, and one that was built. */
function entry(): string {
  const folder = fresh('entry-')
  const wheels = [...['1', '2', '3'].map((digit) => ({ kind: 'published', id: id(digit), filename: `${digit}.whl`, sizeBytes: Number(digit) })), { kind: 'built', id: id('4'), filename: '4.whl', sizeBytes: 4 }]
  writeFileSync(join(folder, 'entry.json'), JSON.stringify({ format: CACHE_FORMAT, wheels }))
  return folder
}

test('wheels come as they arrive, the largest of what is there first, each once', async () => {
  const queue = new WheelQueue(entry())
  const first = queue.next()
  queue.arrived(inside('1'))
  queue.arrived('entry.json')
  expect(await first).toMatchObject({ id: id('1') })
  queue.arrived(inside('2'))
  queue.arrived(inside('3'))
  queue.arrived(inside('4'))
  queue.arrived('wheels-v1/55/of-nobody.whl')
  expect([await queue.next(), await queue.next()]).toMatchObject([{ id: id('3') }, { id: id('2') }])
  const last = queue.next()
  queue.close()
  expect(await last).toBeUndefined()
})

test('what nobody told of is handed out at the end', async () => {
  const queue = new WheelQueue(entry())
  queue.close()
  expect([await queue.first(), await queue.next(), await queue.next(), await queue.next()]).toMatchObject([{ id: id('3') }, { id: id('3') }, { id: id('2') }, { id: id('1') }])
  expect(await queue.next()).toBeUndefined()
})

test('without a description there are no wheels', async () => {
  const queue = new WheelQueue(fresh('entry-'))
  queue.arrived(inside('1'))
  queue.close()
  expect(await queue.next()).toBeUndefined()
})
