import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from '@jest/globals'
import { noteTrim, trimNoted } from '../../src/github/trim.ts'
import { storeLayout } from '../../src/store/layout.ts'
import { tempFolder } from '../support/temp.ts'

const folder = tempFolder('trim-')

function storeWith(name: string, sizeBytes: number): { readonly root: string; readonly wheel: string } {
  const layout = storeLayout(join(folder, name))
  const wheel = layout.wheel('ab'.repeat(32))
  mkdirSync(dirname(wheel), { recursive: true })
  writeFileSync(wheel, Buffer.alloc(sizeBytes))
  return { root: layout.root, wheel }
}

async function trimmed(budgetMb: number | undefined, sizeBytes: number): Promise<{ readonly said: readonly string[]; readonly isKept: boolean }> {
  const place = { trim: join(folder, 'job', 'trim.json') }
  const { root, wheel } = storeWith(`store-${budgetMb ?? 'any'}-${sizeBytes}`, sizeBytes)
  const said: string[] = []
  noteTrim(place, root, budgetMb)
  await trimNoted(place, (line) => said.push(line))
  await trimNoted(place, (line) => said.push(line))
  return { said, isKept: existsSync(wheel) }
}

test('a store on a kept disk is brought down to the budget, once, and that is said', async () => {
  expect(await trimmed(1, 2_000_000)).toEqual({ said: ['Cache: 1 file (2.0 MB) removed from this disk, what was used longest ago, to keep to 1.0 MB'], isKept: false })
})

test('nothing is taken from a store within its budget, or without one', async () => {
  expect(await trimmed(3, 2_000_000)).toEqual({ said: [], isKept: true })
  expect(await trimmed(undefined, 2_000_000)).toEqual({ said: [], isKept: true })
})
