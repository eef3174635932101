import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { storeLayout } from '../../src/store/layout.ts'
import { storeOperation } from '../../src/store/store-operation.ts'
import { moveInto, writeWhole } from '../../src/store/whole-file.ts'
import { openWheelStore } from '../../src/store/wheels.ts'
import { tempFolder } from '../support/temp.ts'

const folder = tempFolder('store-faults-')

test('given a store where a file stands in the place of a folder, a wheel that is written to it says which store, and what to do', () => {
  const root = join(folder, 'store')
  writeFileSync(root, '')
  const draft = openWheelStore(storeLayout(root)).draft()
  expect(() => draft.write(Buffer.from('x'))).toThrow(expect.objectContaining({ code: 'store-failed', message: expect.stringContaining(root), hint: expect.stringContaining('--cache-dir') }))
})

test('what cannot be kept leaves no draft, wherever that lies', () => {
  const drafts = join(folder, 'drafts')
  writeFileSync(join(folder, 'in-the-way'), '')
  writeWhole(join(folder, 'in-the-way', 'value'), 'text', join(drafts, 'draft'))
  expect(readdirSync(drafts)).toEqual([])
})

test('what cannot be moved into its place leaves what is there alone', () => {
  const place = join(folder, 'there')
  writeFileSync(place, 'whole')
  expect(() => moveInto(join(folder, 'nowhere'), place)).toThrow('ENOENT')
  expect(readFileSync(place, 'utf8')).toBe('whole')
})

test.each(['ENOSPC', 'EDQUOT'])('given %s, the store is full, not broken', (code) => {
  const fails = (): never => {
    throw Object.assign(new Error('no room'), { code })
  }
  expect(() => storeOperation(storeLayout(folder), fails)).toThrow(expect.objectContaining({ code: 'disk-full' }))
})
