import { expect, test } from '@jest/globals'
import { listCandidates, type CandidateRules } from '../../src/index/candidates.ts'
import type { IndexRef, ListedFiles } from '../../src/index/types.ts'
import { normalizeName } from '../../src/standards/names.ts'
import type { IndexFile } from '../../src/standards/simple-api.ts'
import { parseVersion, type Version } from '../../src/standards/version.ts'

const INDEX: IndexRef = { kind: 'simple', url: 'https://index.test/simple', label: 'https://index.test/simple' }
const OTHER: IndexRef = { kind: 'simple', url: 'https://other.test/simple', label: 'https://other.test/simple' }
const TAGS = ['cp311-cp311-manylinux_2_17_x86_64', 'cp311-abi3-manylinux_2_17_x86_64', 'py3-none-any']

function version(text: string): Version {
  const parsed = parseVersion(text)
  if (parsed === undefined) throw new Error(text)
  return parsed
}

const RULES: CandidateRules = {
  tagRanks: new Map(TAGS.map((tag, rank) => [tag, rank])),
  pythonVersion: version('3.11.7'),
  ignoreRequiresPython: false,
  allowWheels: true,
  allowSdists: true,
  preferBinary: false,
  hashes: undefined,
  uploadedPriorToMs: undefined,
}

function file(filename: string, facts: Partial<IndexFile> = {}): IndexFile {
  return { filename, url: `https://index.test/files/${filename}`, hashes: [], requiresPython: undefined, yanked: false, coreMetadata: false, sizeBytes: undefined, uploadTimeMs: undefined, ...facts }
}

function list(files: readonly (string | IndexFile)[], rules: Partial<CandidateRules> = {}): ReturnType<typeof listCandidates> {
  const listed: ListedFiles[] = [{ index: INDEX, files: files.map((one) => (typeof one === 'string' ? file(one) : one)) }]
  return listCandidates(normalizeName('foo'), listed, { ...RULES, ...rules })
}

function chosen(files: readonly (string | IndexFile)[], rules: Partial<CandidateRules> = {}): string[] {
  return list(files, rules).candidates.map((candidate) => candidate.file.filename)
}

const HASH = { algorithm: 'sha256', hex: 'a'.repeat(64) } as const
const WRONG = { algorithm: 'sha256', hex: 'b'.repeat(64) } as const

test.each([
  ['newest version first', ['foo-1.0-py3-none-any.whl', 'foo-1.10-py3-none-any.whl', 'foo-1.9-py3-none-any.whl'], ['foo-1.10-py3-none-any.whl', 'foo-1.9-py3-none-any.whl', 'foo-1.0-py3-none-any.whl']],
  ['the best tag of a version', ['foo-1.0-py3-none-any.whl', 'foo-1.0-cp311-abi3-manylinux_2_17_x86_64.whl', 'foo-1.0.tar.gz'], ['foo-1.0-cp311-abi3-manylinux_2_17_x86_64.whl']],
  ['of equal tags the highest build', ['foo-1.0-2-py3-none-any.whl', 'foo-1.0-10a-py3-none-any.whl', 'foo-1.0-py3-none-any.whl'], ['foo-1.0-10a-py3-none-any.whl']],
  ['of builds with equal numbers the later letter', ['foo-1.0-1b-py3-none-any.whl', 'foo-1.0-1a-py3-none-any.whl'], ['foo-1.0-1b-py3-none-any.whl']],
  ['a source distribution where no wheel fits', ['foo-1.0-cp39-cp39-win_amd64.whl', 'foo-1.0.zip'], ['foo-1.0.zip']],
  ['of equals the one listed last', ['foo-1.0.zip', 'foo-1.0.tar.gz'], ['foo-1.0.tar.gz']],
  ['names and versions in any spelling', ['FOO-1.0.0-py3-none-any.whl', 'foo-1.0.post1-py3-none-any.whl'], ['foo-1.0.post1-py3-none-any.whl', 'FOO-1.0.0-py3-none-any.whl']],
  ['nothing that cannot be parsed', ['foo-nonsense-py3-none-any.whl', 'foo-1.0-py3-none-any.exe', 'foo', 'foo-1.0-py3-none.whl', 'bar-1.0.tar.gz', 'foo-not_a_version.tar.gz'], []],
])('%s', (_what, files, expected) => {
  expect(chosen(files)).toEqual(expected)
})

test('yanked files come after all others, and are not the others of one that is not', () => {
  const files = [file('foo-2.0-py3-none-any.whl', { yanked: '' }), file('foo-1.0-py3-none-any.whl'), file('foo-1.0.tar.gz', { yanked: 'bad' })]
  const { candidates } = list(files)
  expect(candidates.map((one) => [one.file.filename, one.others.map((other) => other.file.filename)])).toEqual([['foo-1.0-py3-none-any.whl', []], ['foo-2.0-py3-none-any.whl', []]])
})

test('the further files of a version stand behind the best, best first', () => {
  const { candidates } = list(['foo-1.0.tar.gz', 'foo-1.0-py3-none-any.whl', 'foo-1.0-cp311-cp311-manylinux_2_17_x86_64.whl'])
  expect(candidates[0]?.others.map((other) => other.file.filename)).toEqual(['foo-1.0-py3-none-any.whl', 'foo-1.0.tar.gz'])
})

test('--prefer-binary puts an older wheel before a newer source distribution', () => {
  const files = ['foo-2.0.tar.gz', 'foo-1.0-py3-none-any.whl']
  expect(chosen(files)).toEqual(['foo-2.0.tar.gz', 'foo-1.0-py3-none-any.whl'])
  expect(chosen(files, { preferBinary: true })).toEqual(['foo-1.0-py3-none-any.whl', 'foo-2.0.tar.gz'])
})

test('formats that are excluded are turned away with the option that did it', () => {
  expect(list(['foo-1.0.tar.gz'], { allowSdists: false }).rejections()).toMatchObject([{ reason: 'format', detail: 'source distributions are excluded (--only-binary)' }])
  expect(list(['foo-1.0-py3-none-any.whl'], { allowWheels: false }).rejections()).toMatchObject([{ reason: 'format', detail: 'wheels are excluded (--no-binary)' }])
})

test.each([
  ['>=3.8', true], ['<3.11', false], ['>=3.11,<3.12', true], ['==3.11.*', true], ['>=3.11.7', true], ['>3.11.7', false], ['not a specifier', true],
])('Requires-Python %s on 3.11.7: %s', (requiresPython, fits) => {
  expect(chosen([file('foo-1.0-py3-none-any.whl', { requiresPython })])).toHaveLength(fits ? 1 : 0)
  expect(chosen([file('foo-1.0-py3-none-any.whl', { requiresPython })], { ignoreRequiresPython: true })).toHaveLength(1)
})

test('old sdist names tell their Python', () => {
  expect(chosen(['foo-1.0-py3.9.tar.gz', 'foo-2.0-py3.8.tar.gz', 'foo-3.0-py2.tar.gz', 'foo-4.0-py3.9.egg'], { pythonVersion: version('3.9.1') })).toEqual(['foo-1.0-py3.9.tar.gz'])
})

test('with hashes given, files with another hash are turned away when one fits; without a fitting one all stay', () => {
  const right = file('foo-1.0-py3-none-any.whl', { hashes: [HASH] })
  const wrong = file('foo-2.0-py3-none-any.whl', { hashes: [WRONG] })
  const silent = file('foo-3.0-py3-none-any.whl')
  expect(chosen([right, wrong, silent], { hashes: [HASH] })).toEqual(['foo-1.0-py3-none-any.whl', 'foo-3.0-py3-none-any.whl'])
  expect(chosen([wrong, silent], { hashes: [HASH] })).toEqual(['foo-3.0-py3-none-any.whl', 'foo-2.0-py3-none-any.whl'])
  expect(chosen([file('foo-1.0-py3-none-any.whl', { hashes: [{ algorithm: 'sha256', hex: 'A'.repeat(64) }] })], { hashes: [HASH] })).toHaveLength(1)
})

test('a yanked file with the right hash comes before others without', () => {
  const right = file('foo-1.0-py3-none-any.whl', { hashes: [HASH], yanked: 'why' })
  expect(chosen([file('foo-2.0-py3-none-any.whl'), right], { hashes: [HASH] })).toEqual(['foo-1.0-py3-none-any.whl', 'foo-2.0-py3-none-any.whl'])
})

test('files uploaded too late are turned away, at the very moment too; files on disk never are', () => {
  const limit = Date.parse('2024-06-01T00:00:00Z')
  const at = (filename: string, text: string | undefined): IndexFile => file(filename, { uploadTimeMs: text === undefined ? undefined : Date.parse(text) })
  const files = [at('foo-1.0-py3-none-any.whl', '2024-05-31T23:59:59Z'), at('foo-2.0-py3-none-any.whl', '2024-06-01T00:00:00Z'), { ...at('foo-3.0-py3-none-any.whl', undefined), url: 'file:///foo' }]
  const listed = list(files, { uploadedPriorToMs: limit })
  expect(listed.candidates.map((one) => one.version.text)).toEqual(['3.0', '1.0'])
  expect(listed.rejections()).toMatchObject([{ reason: 'too-new', detail: '2024-06-01T00:00:00.000Z' }])
  expect(list([at('foo-1.0-py3-none-any.whl', undefined)], { uploadedPriorToMs: limit }).rejections()).toMatchObject([{ reason: 'no-upload-time' }])
})

test('of two indexes with the same version the later one counts, as in pip; the better tag counts more', () => {
  const listed = (first: string, second: string): string | undefined =>
    listCandidates(normalizeName('foo'), [{ index: INDEX, files: [file(first)] }, { index: OTHER, files: [file(second)] }], RULES).candidates[0]?.index.label
  expect(listed('foo-1.0-py3-none-any.whl', 'foo-1.0-py3-none-any.whl')).toBe(OTHER.label)
  expect(listed('foo-1.0-cp311-cp311-manylinux_2_17_x86_64.whl', 'foo-1.0-py3-none-any.whl')).toBe(INDEX.label)
  expect(listed('foo-1.0-py3-none-any.whl', 'foo-2.0-py3-none-any.whl')).toBe(OTHER.label)
})

test('a find-links place has a project only if it lists a file of it', () => {
  const links: IndexRef = { kind: 'find-links', url: '/wheels', label: '/wheels' }
  const found = (filename: string): number => listCandidates(normalizeName('foo'), [{ index: links, files: [file(filename)] }], RULES).foundOn.length
  expect(found('bar-1.0-py3-none-any.whl')).toBe(0)
  expect(found('foo-1.0-cp39-cp39-win_amd64.whl')).toBe(1)
})
