import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@jest/globals'
import { ERROR_CODES } from '../../src/kernel/error-codes.ts'

const ROOT = path.join(import.meta.dirname, '..', '..')

test('docs/errors.md has an entry for each error code, and for nothing else', () => {
  const entries = [...readFileSync(path.join(ROOT, 'docs', 'errors.md'), 'utf8').matchAll(/^### (\S+)$/gm)].map(([, code]) => code)
  expect(entries.sort()).toEqual(Object.keys(ERROR_CODES).sort())
})

test('each error code is used by something', () => {
  const sources = globSync('src/**/*.ts', { cwd: ROOT }).filter((file) => !file.endsWith('error-codes.ts')).map((file) => readFileSync(path.join(ROOT, file), 'utf8')).join('\n')
  expect(Object.keys(ERROR_CODES).filter((code) => !sources.includes(`'${code}'`))).toEqual([])
})
