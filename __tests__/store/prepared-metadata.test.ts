import { mkdirSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeEach, expect, test } from '@jest/globals'
import { storeLayout, type StoreLayout } from '../../src/store/layout.ts'
import { openPreparedMetadataStore } from '../../src/store/prepared-metadata.ts'
import { tempFolder } from '../support/temp.ts'

const folder = tempFolder('prepared-')
const [KEY, OTHER] = ['a'.repeat(64), 'b'.repeat(64)]
const METADATA = 'Metadata-Version: 2.1\nName: app\nVersion: 1\n\nÜber\r\n'
let layout: StoreLayout

beforeEach(() => { layout = storeLayout(mkdtempSync(join(folder, 'store-'))) })

test('what was kept is found as it was, and the newer in place of the older', async () => {
  const store = openPreparedMetadataStore(layout)
  expect(await store.find(KEY)).toBeUndefined()
  await store.keep(KEY, 'older', {})
  await store.keep(KEY, METADATA, { system: 'debian 12' })
  expect(await store.find(KEY)).toEqual({ kind: 'whole', metadata: METADATA })
  expect(JSON.parse(readFileSync(layout.prepared(KEY), 'utf8'))).toMatchObject({ facts: { system: 'debian 12' } })
  expect(await store.find(OTHER)).toBeUndefined()
  await store.drop(KEY)
  expect(await store.find(KEY)).toBeUndefined()
})

test.each<[string, (path: string) => void]>([
  ['another text', (path) => writeFileSync(path, readFileSync(path, 'utf8').replace('app', 'evil'))],
  ['its end missing', (path) => writeFileSync(path, readFileSync(path).subarray(0, -20))],
  ['nothing in it', (path) => writeFileSync(path, '')],
  ['no text', (path) => writeFileSync(path, 'null')],
  ['what another key was kept under', (path) => {
    mkdirSync(dirname(layout.prepared(OTHER)), { recursive: true })
    renameSync(path, layout.prepared(OTHER))
  }],
])('a file with %s is damaged', async (_what, damage) => {
  const store = openPreparedMetadataStore(layout)
  await store.keep(KEY, METADATA, {})
  damage(layout.prepared(KEY))
  expect([await store.find(KEY), await store.find(OTHER)]).toContainEqual({ kind: 'damaged' })
  expect([await store.find(KEY), await store.find(OTHER)]).not.toContainEqual(expect.objectContaining({ kind: 'whole' }))
})

test('a store that cannot be written keeps nothing, and says nothing', async () => {
  writeFileSync(join(layout.root, 'prepared-v1'), 'a file where the folder would be')
  const store = openPreparedMetadataStore(layout)
  await store.keep(KEY, METADATA, {})
  expect(await store.find(KEY)).toBeUndefined()
  await store.drop(KEY)
})
