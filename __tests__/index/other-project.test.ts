import { expect, test } from '@jest/globals'
import { answerFor } from '../../src/index/metadata.ts'
import { parseMetadata, type CoreMetadata } from '../../src/standards/metadata.ts'
import { normalizeName } from '../../src/standards/names.ts'
import { parseVersion, type Version } from '../../src/standards/version.ts'

function metadata(name: string, version: string): { readonly metadata: CoreMetadata; readonly text: string } {
  const text = `Metadata-Version: 2.1\nName: ${name}\nVersion: ${version}\n`
  const read = parseMetadata(text)
  if (!read.ok) throw new Error(read.message)
  return { metadata: read.value, text }
}

const candidate = { name: normalizeName('my-app'), version: parseVersion('1.0') as Version }

test.each([
  ['My_App', '1.0', { kind: 'metadata' }],
  ['my-app', '1', { kind: 'metadata' }],
  ['other', '1.0', { kind: 'broken', isInconsistent: true, reason: 'its metadata is of project other' }],
  ['my-app', '2.0', { kind: 'broken', isInconsistent: true, reason: 'its metadata says version 2.0' }],
  ['my-app', '1.0+local', { kind: 'broken', isInconsistent: true, reason: 'its metadata says version 1.0+local' }],
])('metadata of %s %s is, for my-app 1.0, %j', (name, version, expected) => {
  expect(answerFor(candidate, metadata(name, version))).toMatchObject(expected)
})
