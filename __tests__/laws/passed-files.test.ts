import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { listCandidates, type CandidateRules } from '../../src/index/candidates.ts'
import type { IndexRef, RejectionReason } from '../../src/index/types.ts'
import { normalizeName } from '../../src/standards/names.ts'
import { plainFile } from '../../src/standards/simple-page.ts'
import { parseSimpleJson } from '../../src/standards/simple-json.ts'
import { parseVersion } from '../../src/standards/version.ts'
import { expandWheelTags, parseSdistName, parseWheelName } from '../../src/standards/wheel-name.ts'

const INDEX: IndexRef = { kind: 'simple', url: 'https://index.test/simple', label: 'index.test' }
const FOO = normalizeName('foo')
const pythonVersion = parseVersion('3.11.7')
if (pythonVersion === undefined) throw new Error('3.11.7 is no version')
const RULES: CandidateRules = {
  tagRanks: new Map([['cp311-abi3-win32', 0], ['py3-none-any', 1]]),
  pythonVersion, ignoreRequiresPython: false, allowWheels: true, allowSdists: true, preferBinary: false, hashes: undefined, uploadedPriorToMs: undefined,
}

const version = fc.constantFrom('1.0', '1.0.0', '2', '2-1b', 'x', '1.5-py3', '1.5-py3.11')
const wheel = fc.tuple(fc.constantFrom('foo', 'Foo', 'bar', 'f__o', ''), version, fc.constantFrom('py3-none-any', 'py2.py3-none-any', 'cp311-abi3-win32', 'cp39-cp39-win32', 'py3-none', '..-none-any')).map((parts) => `${parts.join('-')}.whl`)
const sdist = fc.tuple(fc.constantFrom('foo', 'bar'), version, fc.constantFrom('.tar.gz', '.zip', '.exe')).map(([name, text, suffix]) => `${name}-${text}${suffix}`)
const entry = fc.record({
  'filename': fc.oneof(wheel, sdist), 'url': fc.constantFrom('../a', 'https://index.test/b'), 'requires-python': fc.constantFrom(null, '>=3.8', '<3', 'x'),
  'yanked': fc.constantFrom(false, 'bad'), 'upload-time': fc.constantFrom(null, '2024-01-01T00:00:00Z', '2025-01-01T00:00:00Z'),
})
const rules = fc.record({ allowWheels: fc.boolean(), allowSdists: fc.boolean(), ignoreRequiresPython: fc.boolean(), preferBinary: fc.boolean(), uploadedPriorToMs: fc.constantFrom(undefined, Date.UTC(2024, 5)) })
  .map((own): CandidateRules => ({ ...RULES, ...own }))

/** The rules in the order in which they count, with everything read of each file. */
function verdict(file: ReturnType<typeof plainFile>, own: CandidateRules): RejectionReason | undefined {
  const isWheel = file.filename.endsWith('.whl')
  const name = parseWheelName(file.filename)
  if (isWheel && name?.name !== FOO) return 'name'
  const source = isWheel ? undefined : parseSdistName(file.filename, FOO)
  if (name === undefined && source === undefined) return 'version'
  if (name !== undefined && !expandWheelTags(name).some((tag) => own.tagRanks.has(tag))) return 'tags'
  if (source?.pythonVersion !== undefined && source.pythonVersion !== '3.11') return 'tags'
  const isAllowed = isWheel ? own.allowWheels : own.allowSdists
  if (isAllowed && own.uploadedPriorToMs !== undefined) {
    if (file.uploadTimeMs === undefined) return 'no-upload-time'
    if (file.uploadTimeMs >= own.uploadedPriorToMs) return 'too-new'
  }
  if (file.requiresPython === '<3' && !own.ignoreRequiresPython) return 'requires-python'
  return isAllowed ? undefined : 'format'
}

test('files that are passed over unread are turned away for what reading them would have shown', () => {
  fc.assert(fc.property(fc.array(entry, { maxLength: 12 }), rules, (entries, own) => {
    const page = parseSimpleJson(JSON.stringify({ files: entries }), 'https://index.test/simple/foo/')
    if (!page.ok) throw new Error(page.message)
    const read = page.value.files.map(plainFile)
    const lazily = listCandidates(FOO, [{ index: INDEX, files: page.value.files }], own)
    const eagerly = listCandidates(FOO, [{ index: INDEX, files: read }], own)
    expect(lazily.rejections().map(({ filename, reason }) => [filename, reason])).toEqual(read.flatMap((file) => [[file.filename, verdict(file, own)]]).filter(([, reason]) => reason !== undefined))
    expect(JSON.stringify(lazily.candidates)).toBe(JSON.stringify(eagerly.candidates))
    expect(lazily.rejections()).toEqual(eagerly.rejections())
    const fitting = new Set(read.filter((file) => verdict(file, own) === undefined).map(({ filename }) => filename))
    for (const { file } of lazily.candidates) expect(fitting.has(file.filename)).toBe(true)
    expect(lazily.candidates.length > 0).toBe(fitting.size > 0)
  }), { numRuns: 500 })
})
