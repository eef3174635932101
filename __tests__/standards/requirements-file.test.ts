import { expect, test } from '@jest/globals'
import { decodeAnswer, decodeRequirements, parseRequirementsFile, placeOf, type RequirementsLine } from '../../src/standards/requirements-file.ts'

const SHA = 'ab'.repeat(32)

function linesOf(text: string, environment = {}): readonly RequirementsLine[] {
  const file = parseRequirementsFile(text, environment)
  expect(file.faults).toEqual([])
  return file.lines
}

/** Requirements as text, options as words. */
function shown(text: string): (string | readonly string[])[] {
  return linesOf(text).map((line) => (line.kind === 'requirement' ? `${line.editable ? '-e ' : ''}${line.text}` : line.tokens))
}

test('a line asks for something or sets options', () => {
  const direct = 'b @ https://host.test/b.zip#sha256=1 ; python_version<"3"'
  expect(shown(`foo==1.0\n# comment\n\n-r base.txt\n--pre\n-e ./lib[x]  # mine\n./dist/a.whl\n${direct}\n`)).toEqual([
    'foo==1.0', ['-r', 'base.txt'], ['--pre'], '-e ./lib[x]', './dist/a.whl', direct,
  ])
})

test('continued lines are joined, and keep the number of the first', () => {
  const text = `foo==1.0 \\\n    --hash=sha256:${SHA.toUpperCase()} \\\n    --hash sha384:cd\r\nbar\\\n>=2\n`
  expect(linesOf(text)).toMatchObject([
    { kind: 'requirement', line: 1, text: 'foo==1.0', options: { hashes: [{ algorithm: 'sha256', hex: SHA },
      { algorithm: 'sha384', hex: 'cd' }] } },
    { kind: 'requirement', line: 4, text: 'bar>=2' },
  ])
})

test('a comment ends a continuation', () => {
  expect(shown('foo \\\n# why\nbar')).toEqual(['foo', 'bar'])
  expect(shown('foo#1\nfoo #1')).toEqual(['foo#1', 'foo'])
})

test('config settings belong to the requirement of their line', () => {
  expect(linesOf('foo -C a=1 --config-settings=b=x=y -Ca=2\n-e . --config-settings "k=two words"')).toMatchObject([
    { kind: 'requirement', options: { configSettings: { a: ['1', '2'], b: 'x=y' } } },
    { kind: 'requirement', editable: true, text: '.', options: { configSettings: { k: 'two words' } } },
  ])
})

test('upper-case variables that are set are expanded, and named for masking', () => {
  const file = parseRequirementsFile('https://${USER_1}:${TOKEN}@host.test/a.zip\n${lower} ${UNSET} $TOKEN\n# ${OTHER}\n',
    { USER_1: 'me', TOKEN: '$&secret', lower: 'x', OTHER: 'y', UNUSED: 'z' })
  expect(file.lines).toMatchObject([{ text: 'https://me:$&secret@host.test/a.zip' }, { text: '${lower} ${UNSET} $TOKEN' }])
  expect(file.expanded).toEqual([{ name: 'USER_1', value: 'me' }, { name: 'TOKEN', value: '$&secret' }])
})

test('names of the prototype are no variables', () => {
  expect(linesOf('${CONSTRUCTOR}${__PROTO__}')).toMatchObject([{ text: '${CONSTRUCTOR}${__PROTO__}' }])
})

test('a place leads back through continuations and variables, and shows no secret', () => {
  const [line] = linesOf('foo @ \\\n  https://${TOKEN}@host.test/\\\n  bad', { TOKEN: 'secret' })
  if (line?.kind !== 'requirement') throw new Error('no requirement')
  const at = (text: string): object => placeOf(line.source, line.offset + line.text.indexOf(text))
  expect(at('foo')).toEqual({ line: 1, column: 1, text: 'foo @ \\' })
  expect(at('https')).toEqual({ line: 2, column: 3, text: '  https://${TOKEN}@host.test/\\' })
  expect(at('ret@')).toEqual({ line: 2, column: 11, text: '  https://${TOKEN}@host.test/\\' })
  expect(at('@host')).toEqual({ line: 2, column: 19, text: '  https://${TOKEN}@host.test/\\' })
  expect(at('bad')).toEqual({ line: 3, column: 3, text: '  bad' })
})

test('options behind a requirement are told too, since some of them act on the run', () => {
  expect(linesOf('foo --no-binary foo --hash=sha256:ab')).toMatchObject([
    { kind: 'requirement', text: 'foo', tokens: ['--no-binary', 'foo', '--hash=sha256:ab'],
      lineOptions: [{ name: 'no-binary', value: 'foo' }, { name: 'hash' }] },
  ])
})

test('names of options may be shortened, attached to their value, or short', () => {
  const lines = linesOf('--ind https://index.test\n-ihttps://index.test\n--pypi-url=x\n--require-h\n-rfile.txt --extra=y -- --z')
  expect(lines.flatMap((line) => line.lineOptions.map(({ name, value }) => [name, value]))).toEqual([
    ['index-url', 'https://index.test'], ['index-url', 'https://index.test'], ['index-url', 'x'], ['require-hashes', undefined],
    ['requirement', 'file.txt'], ['extra-index-url', 'y'],
  ])
})

test('words that belong to no option are told, since pip drops them silently', () => {
  expect(linesOf('--pre foo')).toMatchObject([{ kind: 'options', ignoredWords: ['foo'] }])
})

test.each([
  ['foo --bogus', 5, 'no such option: --bogus'],
  ['foo --global-option=x', 5, 'no such option: --global-option'],
  ['-x', 1, 'no such option: -x'],
  ['--re x', 1, 'ambiguous option: --re (--require-hashes, --requirement?)'],
  ['--pre=1', 1, '--pre does not take a value'],
  ['--pre -r', 7, '-r requires a value'],
  ['foo --hash=sha256', 5, 'arguments to --hash must be'],
  ['foo --hash=md5:ab', 5, 'allowed hash algorithms for --hash are sha256, sha384, sha512'],
  ['foo  -C x', 6, 'KEY=VAL'],
  ['-e "a', 4, 'could not split options: No closing quotation'],
])('%s: fault in column %i: %s', (text, column, message) => {
  const { lines, faults } = parseRequirementsFile(`ok\n${text}\nfine`, {})
  expect(lines.map((line) => line.line)).toEqual([1, 3])
  expect(faults).toEqual([{ place: { line: 2, column, text }, message: expect.stringContaining(message) }])
})

test('files from PowerShell are UTF-16', () => {
  const bytes = Buffer.from('\ufefffoo\r\nbär\r\n', 'utf16le')
  expect(decodeRequirements(bytes)).toEqual({ ok: true, value: { text: 'foo\r\nbär\r\n', encoding: 'utf-16-le', guessed: false } })
})

test('a file that is no UTF-8 is read in the encoding it declares, else in the fallback', () => {
  const latin = Buffer.from('# bär\nfoo', 'latin1')
  expect(decodeRequirements(Buffer.from('# coding: latin-1 ä\nfoo', 'latin1'))).toMatchObject({ ok: true,
    value: { text: '# coding: latin-1 ä\nfoo', guessed: false } })
  expect(decodeRequirements(latin, 'cp1252')).toEqual({ ok: true, value: { text: '# bär\nfoo', encoding: 'cp1252', guessed: true } })
  expect(decodeRequirements(latin)).toMatchObject({ ok: false, message: 'line 1 is not utf-8' })
  expect(decodeRequirements(Buffer.from('# coding: klingon\n'))).toMatchObject({ ok: false, message: 'unknown encoding: "klingon"' })
})

test.each([
  ['text/plain; charset=UTF-16LE', Buffer.from('bär', 'utf16le')],
  ["text/plain;charset='iso-8859-1'", Buffer.from('bär', 'latin1')],
  ['text/plain; charset=latin1', Buffer.from('\ufeffbär')],
  ['text/plain; charset=klingon', Buffer.from('bär')],
  ['text/plain; charset=utf-8', Buffer.from('bär', 'latin1')],
  ['', Buffer.from('bär')],
  ['text/plain', Buffer.from('\ufeffbär', 'utf16le')],
])('a file by URL is read in the charset of its answer (%s), a mark outweighing it', (contentType, bytes) => {
  expect(decodeAnswer(bytes, contentType)).toMatchObject({ ok: true, value: { text: 'bär' } })
})

test('a file of 20 000 hashed lines is read quickly', () => {
  const hashes = `    --hash=sha256:${SHA} \\\n    --hash=sha256:${SHA}\n    # via other\n`
  const text = Array.from({ length: 5000 }, (_, at) => `pkg${at}==1.0 \\\n${hashes}`).join('')
  const startMs = performance.now()
  expect(parseRequirementsFile(text, {}).lines).toHaveLength(5000)
  expect(performance.now() - startMs).toBeLessThan(10_000)
})
