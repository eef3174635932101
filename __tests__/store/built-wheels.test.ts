import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { openBuiltWheelStore } from '../../src/store/built-wheels.ts'
import { storeLayout } from '../../src/store/layout.ts'
import { tempFolder } from '../support/temp.ts'

const folder = tempFolder('built-')
const key = 'ab'.repeat(32)

/** What a store finds under a key whose record names a file of three bytes, which lies there, and outside of the store. */
async function found(filename: string, sizeBytes = 3): Promise<string | undefined> {
  const layout = storeLayout(join(mkdtempSync(join(folder, 'case-')), 'store'))
  mkdirSync(layout.built(key), { recursive: true })
  for (const file of [join(layout.built(key), 'a.whl'), join(layout.root, '..', 'a.whl')]) writeFileSync(file, 'abc')
  writeFileSync(join(layout.built(key), 'built.json'), JSON.stringify({ facts: {}, filename, sha256: 'x', sizeBytes, metadata: '', builtWith: [], buildSeconds: 1 }))
  return (await openBuiltWheelStore(layout).find(key))?.record.filename
}

test('a record that came with a cache names a file of its own folder, or nothing', async () => {
  expect(await found('a.whl')).toBe('a.whl')
  expect(await found('../../../../a.whl')).toBeUndefined()
  expect(await found('./a.whl')).toBeUndefined()
  expect(await found('b.whl')).toBeUndefined()
  expect(await found('a.whl', 4)).toBeUndefined()
})
