import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from '@jest/globals'
import { resolveDependencyGroups } from '../../src/standards/dependency-groups.ts'
import { parseDirectUrl } from '../../src/standards/direct-url.ts'
import { parseEntryPoints, parseScriptTarget, scriptNameFault } from '../../src/standards/entry-points.ts'
import { parseMetadata } from '../../src/standards/metadata.ts'
import { parsePylock } from '../../src/standards/pylock.ts'
import { dependencyGroupsOf, parsePyproject, readBuildSystem, readProject } from '../../src/standards/pyproject.ts'
import { formatRecord, formatRecordHash, parseRecord, parseRecordHash, type RecordRow } from '../../src/standards/record.ts'
import { decodeRequirements, parseRequirementsFile, placeOf } from '../../src/standards/requirements-file.ts'
import { logicalLines } from '../../src/standards/requirements-lines.ts'
import { parseNetrc } from '../../src/net/netrc.ts'
import { parseRetryAfter } from '../../src/net/retry.ts'
import { requirementHint } from '../../src/requests/requirement-hint.ts'
import { resolveUrl } from '../../src/standards/link-url.ts'
import { parseMarker } from '../../src/standards/markers.ts'
import { normalizeName } from '../../src/standards/names.ts'
import { parseRequirement } from '../../src/standards/requirements.ts'
import { scriptBlocks } from '../../src/standards/script-block.ts'
import { splitShellWords } from '../../src/standards/shell-words.ts'
import { parseSpecifierSet } from '../../src/standards/specifiers.ts'
import { parseVersion } from '../../src/standards/version.ts'
import { parseSdistName, parseWheelName } from '../../src/standards/wheel-name.ts'
import { parseProbeAnswer } from '../../src/target/probe-answer.ts'
import { foldKey, parseSafePath } from '../../src/standards/safe-path.ts'
import { parseFindLinksHtml, parseSimpleHtml, parseSimpleJson } from '../../src/standards/simple-api.ts'
import { parseWheelFile } from '../../src/standards/wheel-file.ts'
import { csvText, entryPointsText, headerText, requirementsText, variables } from '../support/formats/arbitraries.ts'

const PAGE = 'https://index.test/simple/x/'
/** Every reader of text from outside. */
const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  RECORD: parseRecord,
  WHEEL: parseWheelFile,
  METADATA: parseMetadata,
  'entry_points.txt': parseEntryPoints,
  'script target': parseScriptTarget,
  'script name': scriptNameFault,
  'direct_url.json': parseDirectUrl,
  'HTML page': (text) => parseSimpleHtml(text, PAGE),
  'HTML link': (text) => parseSimpleHtml(`<a href='${text}'>`, PAGE),
  'HTML base': (text) => parseFindLinksHtml(`<base href='${text}'><a href=x>`, PAGE),
  'JSON page': (text) => parseSimpleJson(text, PAGE),
  'JSON link': (text) => parseSimpleJson(JSON.stringify({ files: [{ url: text, filename: text, 'upload-time': text, yanked: text,
    hashes: { sha256: text } }] }), PAGE),
  'requirements file': (text) => parseRequirementsFile(text, variables),
  'archive path': (text) => parseSafePath(text, { windows: true }),
  'folded path': foldKey,
  'pylock.toml': parsePylock,
  'pyproject.toml': readEverything,
  netrc: parseNetrc,
  'words of an option': splitShellWords,
  'an interpreter\'s answer': parseProbeAnswer,
  'Retry-After': (text) => parseRetryAfter(text, 0),
  'wheel name': parseWheelName,
  'source name': (text) => parseSdistName(`${text}.tar.gz`, normalizeName('a')),
  link: (text) => resolveUrl(text, PAGE),
  version: parseVersion,
  specifiers: parseSpecifierSet,
  requirement: parseRequirement,
  marker: parseMarker,
  'block of a script': scriptBlocks,
  'hint for a misread requirement': (text) => [0, 5, text.length].map((offset) => requirementHint({ text, offset, inFile: offset !== 5, cwd: '/nowhere' })),
}

function readEverything(text: string): unknown {
  const pyproject = parsePyproject(text)
  if (!pyproject.ok) return pyproject
  return [readProject(pyproject.value), readBuildSystem(pyproject.value),
    resolveDependencyGroups(dependencyGroupsOf(pyproject.value), ['a'])]
}

/** What means something to one reader or another, in any order: texts that get far into a grammar before they end. */
const vocabulary = fc.array(fc.tuple(fc.constantFrom('machine', 'login', 'password', 'default', 'macdef', 'account', 'x', '1.0', '==', '>=', '~=', '===', '[', ']', '(', ')', '{', '}', '=', '"', "'", ',', ';', '@',
  'and', 'or', 'not', 'in', 'extra', 'python_version', '-r', '-e', '--hash=sha256:00', '#', '\\', 'Name:', 'Requires-Dist:', '[project]', '[[packages]]', 'lock-version', '<a', 'href', '>', '</a>', 'wheel', '.whl', '-'),
fc.constantFrom('', ' ', '\n')), { maxLength: 12 }).map((words) => words.flat().join(''))

const netrcText = fc.array(fc.tuple(fc.constantFrom('machine', 'default', 'login', 'password', 'account', 'macdef', '"x', 'x', '#'), fc.constantFrom(' ', '\n', '')), { maxLength: 10 })
  .map((words) => words.flat().join(''))

const anyText = fc.oneof(vocabulary,
  fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary', maxLength: 200 }), fc.json(), csvText, headerText, entryPointsText,
    requirementsText,
  fc.constantFrom('[project]\nname=1', 'a=[[[[[[', '{"files":{}}', '{"files":[null,1,{"url":1}]}',
    '[dependency-groups]\na=[{include-group="a"}]', '[build-system]\nrequires="x"'),
)

test.each(Object.entries(READERS))('no text makes the reader throw: %s', (_name, read) => {
  fc.assert(fc.property(anyText, (text) => { read(text) }), { numRuns: 300 })
})

test('no words of a netrc file make its reader throw', () => {
  fc.assert(fc.property(netrcText, (text) => { parseNetrc(text) }), { numRuns: 1000 })
})

test('no bytes make the decoder of requirements files throw', () => {
  const mark = fc.constantFrom([], [0xef, 0xbb, 0xbf], [0xff, 0xfe], [0xfe, 0xff], [0xff, 0xfe, 0, 0], [0, 0, 0xfe, 0xff],
    [...Buffer.from('# coding: utf-16\n')])
  fc.assert(fc.property(mark, fc.uint8Array({ maxLength: 60 }),
    (head, tail) => { decodeRequirements(Uint8Array.from([...head, ...tail]), 'cp1252') }))
})

// Quadratic readers need minutes for these; linear ones milliseconds.
const LONG = [' ', '\t', '"', "'", '\\', '\\\n', '#', ' #', '=', ',', ',"', '""', '\r', '\n', '[', ']', '[a]', '{', '<', '<a ',
  '<a href=x>', '&amp;', '%', '%2', '%2F', '/', '-', ' -', '--', '$', '${A', '${TOKEN}', '${NEST}', ':', 'a.', 'a:b ', 'A: b\n', 'a: b\n c',
  '\u0085', 'é', '#x', '?', '@', 'é/', '# /// script\n', '# ///\n', '<=', '$a']

test.each(Object.entries(READERS))('the time of the reader grows with the text, not with its square: %s', (name, read) => {
  for (const part of LONG) {
    const text = part.repeat(Math.ceil(60_000 / part.length))
    // Processor time: what other programs take of a busy machine does not count.
    const started = process.cpuUsage()
    read(text)
    const { user, system } = process.cpuUsage(started)
    const tookMs = (user + system) / 1000
    if (tookMs > 1500) throw new Error(`${name}: ${Math.round(tookMs)} ms for 60 000 characters of ${JSON.stringify(part)}`)
  }
})

const algorithms = [['sha256', 64], ['sha512', 128], ['sha384', 96], ['md5', 32]] as const
const hash = fc.constantFrom(...algorithms).chain(([algorithm, length]) => fc.string({ unit: fc.constantFrom(...'0123456789abcdef'),
  minLength: length, maxLength: length }).map((hex) => ({ algorithm, hex })))
const row: fc.Arbitrary<RecordRow> = fc.record({
  path: fc.string({ unit: fc.constantFrom(...'aB/.," é💥\n\r\ue000'), minLength: 1, maxLength: 8 }),
  hash: fc.option(hash, { nil: undefined }),
  sizeBytes: fc.option(fc.nat(), { nil: undefined }),
})

test('a RECORD that was written is read back, sorted, without faults', () => {
  fc.assert(fc.property(fc.uniqueArray(row, { selector: ({ path }) => path }), (rows) => {
    const text = formatRecord(rows)
    const read = parseRecord(text)
    expect(read.faults).toEqual([])
    expect(new Map(read.rows.map((one) => [one.path, one]))).toEqual(new Map(rows.map((one) => [one.path, one])))
    expect(formatRecord(read.rows.toReversed())).toBe(text)
  }))
})

test('the blocks of a script are those that the expression of the standard finds', () => {
  const standard = /^# \/\/\/ (?<type>[a-zA-Z0-9-]+)$\s(?<content>(?:^#(?:| .*)$\s)+)^# \/\/\/$/gm
  const line = fc.constantFrom('# /// script', '# /// other', '# ///', '#', '# a = 1', '#b', 'code', '', '# /// ')
  fc.assert(fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
    const text = lines.join('\n')
    const expected = [...text.matchAll(standard)].map(({ groups }) => ({ type: groups?.['type'], content: (groups?.['content'] ?? '').replace(/\n$/, '').split('\n').map((one) => one.slice(2)).join('\n') }))
    expect(scriptBlocks(text)).toEqual(expected)
  }), { numRuns: 3000 })
})

test('a digest is the same in hexadecimal and in RECORD', () => {
  fc.assert(fc.property(hash, (one) => {
    expect(parseRecordHash(formatRecordHash(one))).toEqual(one)
    expect(formatRecordHash(one)).not.toMatch(/=.*=|[+/]/)
  }))
})

const pathText = fc.string({ unit: fc.constantFrom('a', 'b', '.', '..', '/', '\\', ':', 'C', ' ', '\0', '\n', 'é', 'con', '~', '*'),
  maxLength: 10 })

test('a safe path stays below the folder it is joined to, on every system', () => {
  fc.assert(fc.property(pathText, fc.boolean(), (name, windows) => {
    const safe = parseSafePath(name, { windows })
    if (!safe.ok) return
    for (const system of [path.posix, path.win32]) {
      const root = system.resolve('/target/site')
      const inside = system.relative(root, system.join(root, safe.value))
      expect(system.isAbsolute(inside) || inside === '' || /^\.\.(?:[/\\]|$)/.test(inside)).toBe(false)
      expect(inside.replaceAll('\\', '/')).toBe(name)
    }
  }), { numRuns: 2000 })
})

test('names that differ in case or normalisation only have one key', () => {
  fc.assert(fc.property(fc.string({ unit: fc.oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    fc.constantFrom('ẞ', 'ß', 'İ', 'ı', 'Σ', 'ς', 'ŉ', 'ΐ', 'ﬃ', 'K', 'é', 'e\u0301')), maxLength: 8 }), (name) => {
    const key = foldKey(name)
    expect(foldKey(name.normalize('NFD'))).toBe(key)
    expect(foldKey(name.normalize('NFC'))).toBe(key)
    expect(foldKey(name.toUpperCase())).toBe(key)
    expect(foldKey(name.toLowerCase())).toBe(key)
    expect(foldKey(key)).toBe(key)
  }), { numRuns: 2000 })
})

test('every character of a logical line is found at its place in the file', () => {
  fc.assert(fc.property(requirementsText, (text) => {
    const physical = text.split(/\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/)
    return logicalLines(text, {}).every((line) =>
      line.text.split('').every((character, offset) => {
        const place = placeOf(line, offset)
        return place.text === physical[place.line - 1] && place.text.charAt(place.column - 1) === character
      }))
  }), { numRuns: 500 })
})

test('a character of a value is found where its variable stands, and the rest stays where it is', () => {
  fc.assert(fc.property(requirementsText, (text) =>
    logicalLines(text, { TOKEN: 's3cret', A_1: 'one' }).every((line) =>
      line.text.split('').every((character, offset) => {
        const place = placeOf(line, offset)
        const there = place.text.slice(place.column - 1)
        return there.startsWith(character) || /^\$\{(?:TOKEN|A_1)\}/.test(there)
      }))), { numRuns: 500 })
})
