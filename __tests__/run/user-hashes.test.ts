import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { normalizeName } from '../../src/standards/names.ts'
import type { MarkerEnvironment } from '../../src/standards/markers.ts'
import { userHashes } from '../../src/run/user-hashes.ts'
import { read } from '../requests/reader.ts'
import { tempFolder } from '../support/temp.ts'

const folder = tempFolder('user-hashes-')
const environment = { python_version: '3.11', sys_platform: 'linux' } as MarkerEnvironment
const [A, B, C] = ['a', 'b', 'c'].map((digit) => digit.repeat(64))

/** The hashes of `app` that lines of a requirements file and of a constraints file come to. */
async function hashesOf(requirement: string, constraint = ''): Promise<readonly string[] | undefined> {
  writeFileSync(join(folder, 'requirements.txt'), `${requirement}\n`)
  writeFileSync(join(folder, 'constraints.txt'), `${constraint}\n`)
  const { requests } = await read(['-r', join(folder, 'requirements.txt'), '-c', join(folder, 'constraints.txt')], { folder })
  return userHashes(requests.set, environment).get(normalizeName('app'))?.map(({ hex }) => hex)
}

test('one line: any of its hashes', async () => {
  expect(await hashesOf(`app==1 --hash=sha256:${A} --hash=sha256:${B}`)).toEqual([A, B])
  expect(await hashesOf('other==1')).toBeUndefined()
})

test('two lines: those that both allow', async () => {
  expect(await hashesOf(`app==1 --hash=sha256:${A} --hash=sha256:${B}`, `app==1 --hash=sha256:${B} --hash=sha256:${C}`)).toEqual([B])
})

test('two lines with none in common: refused, with the place of both', async () => {
  await expect(hashesOf(`app==1 --hash=sha256:${A}`, `app==1 --hash=sha256:${B}`)).rejects.toMatchObject({ code: 'hash-mismatch', details: [expect.stringContaining('requirements.txt')] })
})

test('a line that its marker takes out does not count', async () => {
  expect(await hashesOf(`app==1 --hash=sha256:${A}`, `app==1; sys_platform == "win32" --hash=sha256:${B}`)).toEqual([A])
})
