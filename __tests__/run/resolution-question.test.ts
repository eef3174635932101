import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { readResolution, writeResolution } from '../../src/resolve/kept-resolution.ts'
import { questionOf } from '../../src/run/resolution-memo.ts'
import type { ResolutionQuestion } from '../../src/run/types.ts'
import { read } from '../requests/reader.ts'
import { tempFolder } from '../support/temp.ts'

// An answer is kept under its question: whatever could make another answer right has to make another question.
const folder = tempFolder('question-')
const HASH = 'a'.repeat(64)

interface Asked {
  readonly args?: readonly string[]
  readonly indexUrls?: readonly string[]
  readonly target?: object
  readonly version?: string
}

async function question({ args = ['app'], indexUrls = ['https://index.test/simple'], target = {}, version = '1.0' }: Asked): Promise<string | undefined> {
  const { requests } = await read(args, { folder })
  const base = { version: '3.11.7', environment: { python_version: '3.11', sys_platform: 'linux' }, tags: ['cp311-cp311-linux_x86_64', 'py3-none-any'] }
  const environment = { target: { ...base, ...target }, installed: new Map() } as unknown as ResolutionQuestion['environment']
  return questionOf({ requests, environment, indexUrls }, { version })
}

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

test.each<[string, Asked]>([
  ['another requirement', { args: ['other'] }],
  ['a version asked for', { args: ['app==1'] }],
  ['an extra', { args: ['app[x]'] }],
  ['a marker', { args: ['app; python_version > "3"'] }],
  ['hashes', { args: ['-r', file('hashed.txt', `app --hash=sha256:${HASH}\n`)] }],
  ['a constraint', { args: ['app', '-c', file('constraints.txt', 'lib<2\n')] }],
  ['--pre', { args: ['app', '--pre'] }],
  ['--no-deps', { args: ['app', '--no-deps'] }],
  ['--only-binary', { args: ['app', '--only-binary', ':all:'] }],
  ['--prefer-binary', { args: ['app', '--prefer-binary'] }],
  ['--ignore-requires-python', { args: ['app', '--ignore-requires-python'] }],
  ['--index-strategy', { args: ['app', '--index-strategy', 'first-match'] }],
  ['--index-owner', { args: ['app', '--index-owner', 'lib*=https://corp.test/simple'] }],
  ['--trusted-host', { args: ['app', '--trusted-host', 'corp.test'] }],
  ['--find-links', { args: ['app', '--find-links', 'https://links.test/'] }],
  ['another index', { indexUrls: ['https://other.test/simple'] }],
  ['an index more', { indexUrls: ['https://index.test/simple', 'https://other.test/simple'] }],
  ['another Python', { target: { version: '3.12.0' } }],
  ['another environment of markers', { target: { environment: { python_version: '3.11', sys_platform: 'darwin' } } }],
  ['other tags', { target: { tags: ['py3-none-any'] } }],
  ['the same tags in another order', { target: { tags: ['py3-none-any', 'cp311-cp311-linux_x86_64'] } }],
  ['another version of this program', { version: '1.1' }],
])('%s is another question', async (_, asked) => {
  const changed = await question(asked)
  expect(changed).toEqual(expect.any(String))
  expect(changed).not.toBe(await question({}))
})

test('the order of indexes counts', async () => {
  const urls = ['https://a.test/simple', 'https://b.test/simple']
  expect(await question({ indexUrls: urls })).not.toBe(await question({ indexUrls: urls.toReversed() }))
})

test('hashes that differ make questions that differ', async () => {
  const asked = (hex: string): Promise<string | undefined> => question({ args: ['-r', file(`${hex[0]}.txt`, `app --hash=sha256:${hex}\n`)] })
  expect(await asked(HASH)).not.toBe(await asked('b'.repeat(64)))
})

test.each<[string, Asked]>([
  ['--refresh', { args: ['app', '--refresh'] }],
  ['--refresh-package', { args: ['app', '--refresh-package', 'lib'] }],
  ['an age limit', { args: ['app', '--uploaded-prior-to', '2024-01-01T00:00:00Z'] }],
  ['a direct reference', { args: ['app @ https://files.test/app-1.0-py3-none-any.whl'] }],
  ['a constraint that is one', { args: ['app', '-c', file('direct.txt', 'lib @ https://files.test/lib-1.0-py3-none-any.whl\n')] }],
  ['credentials in the URL of an index', { indexUrls: ['https://me:secret@index.test/simple'] }],
  ['a token in the URL of an index', { indexUrls: ['https://token@index.test/simple'] }],
  ['a token in the path of an index', { indexUrls: ['https://index.test/aB3dE5fG7hI9jK1l/simple'] }],
  ['a token in the query of an index', { indexUrls: ['https://index.test/simple?token=x'] }],
  ['credentials in a find-links place', { args: ['app', '--find-links', 'https://me:secret@links.test/'] }],
  ['credentials in the URL of an owner', { args: ['app', '--index-owner', 'lib*=https://me:secret@corp.test/simple'] }],
])('with %s nothing is kept or recalled', async (_, asked) => {
  expect(await question(asked)).toBeUndefined()
})

test('a kept answer that was changed by a character is none', () => {
  const written = writeResolution({ packages: [], decided: [], stats: { decisions: 0 }, notices: [], basis: [] } as unknown as Parameters<typeof writeResolution>[0], []) ?? ''
  expect(readResolution(written, [])).toMatchObject({ packages: [], basis: [] })
  expect(readResolution(written.replace('"decisions":0', '"decisions":1'), [])).toBeUndefined()
  expect(readResolution(written.slice(0, -1), [])).toBeUndefined()
})
