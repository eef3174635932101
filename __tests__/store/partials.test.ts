import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { toSha256, type Sha256 } from '../../src/kernel/hash.ts'
import { storeLayout, type StoreLayout } from '../../src/store/layout.ts'
import { claimPartial, leavePartial } from '../../src/store/partials.ts'
import { tempFolder } from '../support/temp.ts'

const folder = tempFolder('partials-')
const sha256 = toSha256('ab'.repeat(32)) as Sha256
const KIB = 1 << 10

async function leave(layout: StoreLayout, sizeBytes: number, validator?: string): Promise<void> {
  const path = join(mkdtempSync(join(folder, 'draft-')), 'x.part')
  writeFileSync(path, Buffer.alloc(sizeBytes, 'x'))
  await leavePartial(layout, sha256, { path, sizeBytes, validator }, Date.now())
}

function fresh(): StoreLayout {
  return storeLayout(mkdtempSync(join(folder, 'store-')))
}

test('a longer beginning takes the place of a shorter one, and not the other way round', async () => {
  const layout = fresh()
  await leave(layout, 300 * KIB, '"one"')
  await leave(layout, 400 * KIB, '"two"')
  await leave(layout, 350 * KIB, '"three"')
  expect(claimPartial(layout, sha256)).toMatchObject({ sizeBytes: 400 * KIB, validator: '"two"' })
})

test('a beginning is taken by one alone', async () => {
  const layout = fresh()
  await leave(layout, 300 * KIB)
  const taken = claimPartial(layout, sha256)
  expect(readFileSync(taken?.path ?? '').length).toBe(300 * KIB)
  expect(claimPartial(layout, sha256)).toBeUndefined()
})

test('what is fetched anew as quickly is not kept', async () => {
  const layout = fresh()
  await leave(layout, 100 * KIB)
  expect(claimPartial(layout, sha256)).toBeUndefined()
  expect(readdirSync(layout.root)).toEqual([])
})
