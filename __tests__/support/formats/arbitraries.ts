import fc from 'fast-check'

/** Texts of line formats: fragments that mean something to the format, strewn with those that trip readers up. */

const ODD = ['\u0085', '\u2028', '\x0b', '\x0c', '\x1c', '\x1f', '\ufeff', '\u2003', 'é', 'ß', '💥', '\ue000', '\t', '\r', '\n', '\r\n',
  ' ', '\\', '"', "'"]

function textOf(fragments: readonly string[], maxLength = 24): fc.Arbitrary<string> {
  const fragment = fc.oneof({ arbitrary: fc.constantFrom(...fragments), weight: 8 }, { arbitrary: fc.constantFrom(...ODD), weight: 2 })
  return fc.array(fragment, { maxLength }).map((parts) => parts.join(''))
}

export const anyText = textOf(['a', 'b c', ' ', '\n', '#', '=', ':', ','])
export const csvText = textOf(['a', 'b.py', ',', ',', '"', '""', '\n', '\r\n', 'sha256=x', '12', ' '])
export const csvRows = fc.array(fc.tuple(textOf(['a', 'b/c', ',', '"', '\n', 'Z'], 6), fc.constantFrom('', 'sha256=abc', 'x,y'),
  fc.constantFrom('', '1', '20')), { maxLength: 12 })
/** Metadata that is well formed: fields, some of several lines, and perhaps a body. */
export const metadataText = fc.tuple(
  textOf(['Name: a\n', 'License: MIT\n', 'License: A\n        B\n', 'License: A\n   B\n        C\n', 'Summary: x\n \ty\n', 'Keywords: a, b\n', 'Keywords: a b\n  c\n', 'Classifier: One :: Two\n', 'Classifier: One\n        Two\n',
    'Description: old\n        style\n', '        \n', '          more\n', '\tmore\n', ' \t more\n', 'Unknown: x\n']),
  textOf(['\n', '\nBody\n', '\n\n  of several\n  lines']),
).map(([fields, body]) => `Name: first\n${fields}${body}`)

export const headerText = textOf(['Name: ', 'name', ': ', ':', 'Version:', ' 1.0', '\n', '\n', '\n', '\n ', '\n\t', 'From ', 'From a b\n',
  'Requires-Dist: a', 'x y: z', '\n\n', 'é: x'])
export const entryPointsText = textOf(['[console_scripts]', '[gui_scripts]', '[x]', '[', ']', 'foo', ' = ', '=', 'a.b:c', '[extra]', '#',
  ' # c', '\n', '\n', '\n', ' ', 'Ünï'])
const scriptTarget = fc.tuple(fc.constantFrom('a', 'pkg.mod', 'é', 'a.', ''), fc.constantFrom(':', ':', ':', '::', ''),
  fc.constantFrom('main', 'obj.run', 'a:b', 'ü', ''))
const scriptTail = fc.array(fc.constantFrom('[x]', ' [x, y]', '[x=1]', '[', ']', '()', ' ', 'tail', '-', '[ x ,y ]'), { maxLength: 2 })
export const scriptValue = fc.tuple(scriptTarget, scriptTail).map((parts) => parts.flat().join(''))
export const shellText = textOf(['a', 'b', ' ', '  ', '"', "'", '\\', '\\"', "\\'", '--x=', '-C', '\t'], 12)

const requirement = ['foo', 'foo==1.0', 'foo[bar] >=1', './dir', 'https://host.test/a-1.0.tar.gz#egg=a', 'git+ssh://git@host.test/x',
  "; python_version<'3'", 'a @ file:///x', '.']
const options = [
  '-e ', '-e', '--editable ', '--editable=', '-r ', '-r', '--requirement ', '-c ', '--constraint=', '-i ', '--index-url ',
    '--extra-index-url=', '--no-index', '--find-links ',
  '-f', '--hash=sha256:', '--hash ', 'sha256:ab', 'sha384:CD', 'md5:1', '-C ', '-Ca=b', '--config-settings=', 'a=b', 'a=c', 'k=', '--pre',
    '--prefer-binary', '--require-hashes', '--',
  '--trusted-host ', '--bogus', '-x', '--no-index=1', '-', 'file.txt', '"quoted word"', "'",
]
const VARIABLES = ['${TOKEN}', '${EMPTY}', '${UNSET}', '${lower}', '${NEST}', '$TOKEN', '${A_1}', '$', '{TOKEN}']
export const requirementsText = textOf([...requirement, ...options, ...VARIABLES, '\n', '\n', '\n', '\\\n', '\\', ' \\\r\n', ' # note', '#',
  '#\\\n', '  ', ' ', ' '])
/** Variables of one line of text; `NEST` brings in another. */
export const variables = { TOKEN: 's3cret', EMPTY: '', NEST: 'x${TOKEN}y', A_1: 'one', lower: 'never' }

const wholeOption = fc.constantFrom(
  '--hash=sha256:ab', '--hash sha384:CD', '--hash=md5:1', '-Ca=b', '-C a=c', '--config-settings=k=', '--config-settings bad', '-e ./x',
    '-e.', '--editable=y[z]', '--pre',
  '--no-index=1', '-r a.txt', '-rb.txt', '--no-binary=:all:', '-i https://index.test', '-', '--', 'word', '--bogus', '--hash',
    '"quoted word"', '-e "a b"',
)
const longNames = new Set([...options, '--bogus', '--no-binary'].map((option) => /^--[a-z-]*/.exec(option.trim())?.[0]))
/** One logical line, with long names in full: what abbreviations mean depends on pip's version. */
export const requirementLine = fc.oneof(
  fc.array(fc.constantFrom(...requirement, ...options, ' ', ' ', ' ', ' '), { maxLength: 8 }).map((parts) => parts.join('').trim()),
  fc.tuple(fc.constantFrom('', '', ...requirement), fc.array(wholeOption, { maxLength: 3 }),
    fc.constantFrom(' ', ' ', '  ')).map(([first, rest, gap]) => [first, ...rest].join(gap).trim()),
).filter((line) => line.split(/[\s"']/).every((word) => !word.startsWith('--') || longNames.has(word.split('=')[0])))

const hex = 'ab'.repeat(32)
const filename = fc.constantFrom(
  'foo-1.0.tar.gz', 'foo-1.0-py3-none-any.whl', 'foo-1.0%2Bcpu.whl', 'foo-1.0+cpu.whl', 'foo-1!2.0.zip', 'f%2fo.whl', 'f%C3%A9.whl',
    'fé.whl', 'f o.whl', 'a%zz.whl', '%ff.whl',
  'a/b:c.whl', "it's~(1).whl", 'dir/', '',
)
const folders = (...names: string[]): fc.Arbitrary<string> => fc.array(fc.constantFrom('a/', 'pkg/', 'ab%20c/', 'x@y/', ...names),
  { maxLength: 3 }).map((parts) => parts.join(''))
/** Links as pages have them. On dot segments after a host, and on worse, WHATWG's and Python's ways of joining URLs differ. */
const href = fc.tuple(
  fc.oneof(
    fc.tuple(fc.constantFrom('https://host.test/', 'http://user:pw@h.test:8080/', '//other.test/', 'HTTPS://host.test/'), folders()),
    fc.tuple(fc.constantFrom('/', '', '../', '../../', './'), folders('../', './')),
  ),
  filename,
  fc.constantFrom('', '', '', '?q=1', '?a=b&c=d', '?'),
  fc.constantFrom('', '', `#sha256=${hex}`, `#sha256=${hex.toUpperCase()}`, '#md5=AB', '#egg=foo', '#egg=foo&sha1=xyz', '#blake2=1', '#'),
).map((parts) => parts.flat().join(''))
const attribute = fc.constantFrom(
  '', ' data-yanked="bad"', ' data-yanked=""', ' data-requires-python="&gt;=3.6, &lt;4"', ' data-requires-python=""',
    ' data-core-metadata="true"',
  ` data-core-metadata="sha256=${hex}"`, ' data-core-metadata="foo=bar"', ' data-dist-info-metadata="true"', ' data-core-metadata="false"',
    ' rel=internal', " DATA-YANKED='x &amp; y'",
)
const anchor = fc.tuple(href, fc.array(attribute, { maxLength: 3 })).map(([link,
  attributes]) => `<a href="${link.replaceAll('&', '&amp;')}"${[...new Set(attributes)].join('')}>text</a>`)
const markup = fc.constantFrom('<br>', '\n', '<!-- <a href="no"> -->', '<p>', '</p>', '<A HREF=bare-1.0.zip>x</A>', '<a>none</a>',
  '<a name="x">', '<h1>Links</h1>', '<script><a href="no"></script>')
export const htmlPage = fc.tuple(fc.constantFrom('', '<!DOCTYPE html><html>', '<base href="https://base.test/x/">'),
  fc.array(fc.oneof(anchor, anchor, markup), { maxLength: 8 }))
  .map(([head, parts]) => head + parts.join(''))

const file = fc.record(
  {
    url: fc.oneof({ arbitrary: href, weight: 9 }, { arbitrary: fc.constant(null), weight: 1 }),
    hashes: fc.constantFrom({}, { sha256: hex }, { md5: 'x', sha512: 'y' }),
    'requires-python': fc.constantFrom(null, '', '>=3.6'),
    yanked: fc.constantFrom(true, false, '', 'broken', null),
    'core-metadata': fc.constantFrom(true, false, null, { sha256: hex }, {}),
    'dist-info-metadata': fc.constantFrom(true, false, { sha256: hex }),
  },
  { requiredKeys: [] },
)
export const jsonPage = fc.array(file, { maxLength: 5 }).map((files) => ({ meta: { 'api-version': '1.0' }, files }))
