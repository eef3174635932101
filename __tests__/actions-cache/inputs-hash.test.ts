import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { inputsHash, type HashedInput } from '../../src/actions-cache/inputs-hash.ts'
import { read } from '../requests/reader.ts'
import { tempFolder } from '../support/temp.ts'

const folder = tempFolder('inputs-hash-')

async function hashOf(args: readonly string[], files: readonly HashedInput[] = []): Promise<string> {
  return inputsHash((await read(args, { folder })).requests, files)
}

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

test.each([
  ['a requirement more', ['app', 'lib']],
  ['a version asked for', ['app==1']],
  ['a constraint', ['app', '-c', file('constraints.txt', 'lib<2\n')]],
  ['an index', ['app', '--index-url', 'https://corp.test/simple']],
  ['an index more', ['app', '--extra-index-url', 'https://corp.test/simple']],
  ['a find-links place', ['app', '--find-links', 'https://links.test/']],
  ['no index', ['app', '--no-index']],
  ['--pre', ['app', '--pre']],
  ['--only-binary', ['app', '--only-binary', ':all:']],
  ['--prefer-binary', ['app', '--prefer-binary']],
  ['--no-deps', ['app', '--no-deps']],
  ['--upgrade', ['app', '--upgrade']],
  ['--ignore-requires-python', ['app', '--ignore-requires-python']],
])('%s makes another hash', async (_, args) => {
  expect(await hashOf(args)).not.toBe(await hashOf(['app']))
})

test('files of cache-dependency-glob count by path and content, whatever their order', async () => {
  const [one, two] = [{ path: 'a', sha256: '1' }, { path: 'b', sha256: '2' }]
  expect(await hashOf(['app'], [one, two])).toBe(await hashOf(['app'], [two, one]))
  const hashes = [await hashOf(['app']), await hashOf(['app'], [one]), await hashOf(['app'], [{ ...one, sha256: '3' }]), await hashOf(['app'], [{ ...one, path: 'c' }])]
  expect(new Set(hashes).size).toBe(4)
})

test('the order of lines, comments and the files they stand in do not count', async () => {
  const listed = await hashOf(['-r', file('one.txt', '# what we need\nlib\napp\n')])
  expect(listed).toBe(await hashOf(['app', 'lib']))
})

test('credentials are not part of it: a token that changes with each job finds the same entry', async () => {
  const withToken = (token: string): Promise<string> => hashOf([`app @ https://me:${token}@files.test/app-1.0-py3-none-any.whl`, '--index-url', `https://me:${token}@corp.test/simple`])
  expect(await withToken('first-token')).toBe(await withToken('second-token'))
})
