import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@jest/globals'
import { ERROR_CODES } from '../../src/kernel/error-codes.ts'

const PAGE = path.join(import.meta.dirname, '..', '..', 'docs', 'errors.md')

test('docs/errors.md has an entry for each error code, and for nothing else', () => {
  const entries = [...readFileSync(PAGE, 'utf8').matchAll(/^### (\S+)$/gm)].map(([, code]) => code)
  expect(entries.sort()).toEqual(Object.keys(ERROR_CODES).sort())
})
