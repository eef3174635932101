import fc from 'fast-check'

/** Texts of every kind the standards read: mostly valid, in all spellings, and some damaged by a stray character. */

const NOISE = [
  ...' \t\n.-_+!*,;:()[]<>=~@"\'\\/#%0123456789aAbBcCdDeEpPrRvVxX', '===', '.*', ' and ', ' in ', 'é', 'ß', '٣', '\u0085',
  '\ufeff', '\u2003', '\x1f',
]

/** The text with one to three places changed. */
function damaged(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const change = fc.record({ at: fc.nat(60), remove: fc.nat(2), insert: fc.constantFrom('', ...NOISE) })
  return fc.tuple(text, fc.array(change, { minLength: 1, maxLength: 3 })).map(([whole, changes]) =>
    changes.reduce((now, { at, remove, insert }) => {
      const place = at % (now.length + 1)
      return now.slice(0, place) + insert + now.slice(place + remove)
    }, whole),
  )
}

function mostly(text: fc.Arbitrary<string>, weight = 4): fc.Arbitrary<string> {
  return fc.oneof({ arbitrary: text, weight }, { arbitrary: damaged(text), weight: 1 })
}

const maybe = (text: fc.Arbitrary<string>, weight = 1): fc.Arbitrary<string> => fc.oneof(
  { arbitrary: fc.constant(''), weight: 2 }, { arbitrary: text, weight },
)
const joined = (...texts: fc.Arbitrary<string>[]): fc.Arbitrary<string> => fc.tuple(...texts).map((parts) => parts.join(''))
/** One of the words, now and then in capitals. */
const word = (...words: string[]): fc.Arbitrary<string> =>
  fc.tuple(fc.constantFrom(...words), fc.nat(5)).map(([text, change]) => {
    if (change === 0) return text.toUpperCase()
    return change === 1 ? text.slice(0, 1).toUpperCase() + text.slice(1) : text
  })
const space = fc.constantFrom('', '', '', ' ', '  ', '\t')

const digits = fc.oneof(
  { arbitrary: fc.constantFrom('0', '0', '1', '1', '2', '3', '10', '9', '00', '01'), weight: 8 },
  { arbitrary: fc.nat(2500).map(String), weight: 2 },
  {
    arbitrary: fc.constantFrom(
      '9007199254740991', '9007199254740992', '9007199254740993', '20250101123456789012', '0'.repeat(20) + '7',
      '1' + '0'.repeat(40),
    ),
    weight: 1,
  },
)
const release = fc.array(digits, { minLength: 1, maxLength: 5 }).map((numbers) => numbers.join('.'))
const separator = fc.constantFrom('', '.', '-', '_')
const pre = joined(separator, word('a', 'b', 'c', 'rc', 'alpha', 'beta', 'pre', 'preview'), separator, maybe(digits, 4))
const post = fc.oneof(joined(fc.constant('-'), digits), joined(separator, word('post', 'rev', 'r'), separator, maybe(digits, 4)))
const dev = joined(separator, word('dev'), separator, maybe(digits, 4))
const localSegment = fc.oneof(digits, word('abc', 'ubuntu', 'a1', '1a', 'cpu', 'cu121'))
const local = fc.array(fc.tuple(localSegment, fc.constantFrom('.', '-', '_')), { minLength: 1, maxLength: 3 })
  .map((segments) => `+${segments.flat().slice(0, -1).join('')}`)
const outerSpace = fc.constantFrom('', '', '', '', '', ' ', '\n', '\t ', '\u2003', '\x1c')

/** Any spelling of any version, and texts that are nearly one. */
export const versionText = mostly(
  joined(
    outerSpace, fc.constantFrom('', '', '', 'v', 'V'), maybe(joined(digits, fc.constant('!'))), release, maybe(pre), maybe(post),
    maybe(dev), maybe(local), outerSpace,
  ),
)

const small = fc.constantFrom('0', '1', '2')
const nearRelease = fc.oneof(
  small, joined(small, fc.constant('.'), small), joined(small, fc.constant('.'), small, fc.constant('.0')),
  joined(small, fc.constant('.0.1')),
)
const nearSuffix = joined(
  maybe(fc.constantFrom('a0', 'a1', 'rc1')), maybe(fc.constantFrom('.post0', '.post1', '-2')), maybe(fc.constantFrom('.dev0', '.dev1')),
)
/** Versions so close to each other that specifiers meet their edges. */
export const nearVersion = joined(maybe(fc.constant('1!')), nearRelease, nearSuffix, maybe(fc.constantFrom('+a', '+a.1', '+1', '+2', '+b')))

const operator = fc.constantFrom('==', '!=', '<=', '>=', '<', '>', '~=', '===')
const specifierVersion = fc.oneof(
  { arbitrary: nearVersion, weight: 5 },
  { arbitrary: joined(nearRelease, nearSuffix), weight: 5 },
  { arbitrary: joined(nearRelease, fc.constant('.*')), weight: 3 },
  { arbitrary: joined(fc.constant('1!'), nearRelease, fc.constant('.*')), weight: 1 },
  {
    arbitrary: fc.constantFrom(
      'v1', 'V2.0', '2.0.0.0', 'x', '', '01.00', '1.0-a', '1.0ALPHA1', '1.0.post-1', '1.0+A-1', '9007199254740993',
      '9007199254740993.*',
    ),
    weight: 1,
  },
)
const clause = joined(space, operator, space, specifierVersion, space)
const clauses = fc.array(clause, { minLength: 0, maxLength: 4 }).map((list) => list.join(','))
/** Clauses most of which a parser accepts. */
export const specifierText = fc.oneof(
  {
    arbitrary: fc.array(
      joined(fc.constantFrom('==', '!='), fc.oneof(nearVersion, joined(nearRelease, fc.constant('.*')))),
      { minLength: 1, maxLength: 3 },
    ).map((list) => list.join(',')),
    weight: 2,
  },
  {
    arbitrary: fc.array(
      joined(fc.constantFrom('<=', '>=', '<', '>', '!=', '=='), joined(nearRelease, nearSuffix)), { minLength: 1, maxLength: 3 },
    ).map((list) => list.join(', ')),
    weight: 4,
  },
  { arbitrary: mostly(clauses, 3), weight: 3 },
)

const variable = fc.constantFrom(
  'python_version', 'python_full_version', 'os_name', 'os.name', 'sys_platform', 'sys.platform', 'platform_release', 'platform_system',
  'platform_version', 'platform.version', 'platform_machine', 'platform.machine', 'platform_python_implementation',
  'platform.python_implementation', 'python_implementation', 'implementation_name', 'implementation_version', 'extra', 'extra',
  'extras', 'dependency_groups',
)
const literalText = fc.oneof(
  {
    arbitrary: fc.constantFrom(
      '3.8', '3.11', '3.12', '3.13', '3.13.0rc1', '3.*', '3.11.*', '2.7, 3.11', '3.0, 3.1', '', '=3.11', ' 3.11 ', '5.15.0',
      '6.1.0-generic',
    ),
    weight: 5,
  },
  {
    arbitrary: fc.constantFrom(
      'linux', 'posix', 'Linux', 'win32', 'x86_64', 'CPython', 'cpython', 'test', 'Foo_Bar', 'foo-bar', 'foo.bar', 'os_name',
      'extra', '\\x41', 'a\\tb', 'back\\', 'c:\\d', "it's", 'say "x"', 'é',
    ),
    weight: 4,
  },
  { arbitrary: nearVersion, weight: 1 },
)
const literal = fc.tuple(literalText, fc.constantFrom('"', "'")).map(([text, quote]) => quote + text + quote)
const markerOperator = fc.constantFrom('==', '!=', '<=', '>=', '<', '>', '~=', '===', ' in ', ' not in ', ' not  in ')
const operand = fc.oneof({ arbitrary: variable, weight: 5 }, { arbitrary: literal, weight: 3 })
const comparison = fc.oneof(
  { arbitrary: joined(variable, space, markerOperator, space, literal), weight: 6 },
  { arbitrary: joined(literal, space, markerOperator, space, variable), weight: 3 },
  { arbitrary: joined(operand, markerOperator, operand), weight: 1 },
)
const expression = fc.letrec<{ marker: string; atom: string }>((tie) => ({
  marker: fc.oneof(
    { maxDepth: 3 },
    comparison,
    tie('atom'),
    fc.tuple(
      tie('atom'), fc.array(fc.tuple(fc.constantFrom(' and ', ' or '), tie('atom')), { minLength: 1, maxLength: 3 }),
    ).map(([first, rest]) => first + rest.flat().join('')),
  ),
  atom: fc.oneof({ maxDepth: 3 }, comparison, joined(space, fc.constant('('), space, tie('marker'), fc.constant(')'), space)),
})).marker
export const markerText = mostly(expression, 6)

const name = fc.oneof(
  fc.constantFrom('foo', 'Foo.Bar', 'foo_bar', 'f', 'A-1', 'zope.interface', 'foo--bar', 'foo_', '9a'),
  joined(fc.constantFrom('a', 'Z', '0'), fc.constantFrom('-', '_', '.', '__', '-.'), fc.constantFrom('b', '1')),
)
/** Names of projects, and texts that are nearly one. */
export const nameText = mostly(name, 2)

const extras = fc.array(joined(space, name, space), { maxLength: 3 }).map((names) => `[${names.join(',')}]`)
const url = fc.constantFrom(
  'https://files.test/a-1.0.zip', 'file:///x/y.whl#sha256=00', 'git+ssh://git@host.test/r.git@v1', 'C:\\x', '.', 'u;v',
)
const versions = fc.oneof(
  fc.constant(''), specifierText, specifierText.map((text) => `(${text})`), specifierText.map((text) => ` ( ${text} ) `),
)
const body = fc.oneof(
  { arbitrary: versions, weight: 4 },
  { arbitrary: joined(space, fc.constant('@'), space, url, fc.constantFrom('', ' ', ' ', '\t')), weight: 1 },
)
export const requirementText = mostly(
  joined(space, name, space, maybe(extras), space, body, maybe(joined(fc.constantFrom(';', '; ', ' ;'), expression)), space), 4,
)

const wheelPart = fc.constantFrom(
  'py3', 'py2.py3', 'cp311', 'CP311', 'none', 'abi3', 'cp313t', 'any', 'manylinux_2_17_x86_64.manylinux2014_x86_64', 'win32',
  'macosx_11_0_arm64', '3py', 'a..b', '', 'é',
)
export const wheelFilename = mostly(
  joined(
    name.map((text) => text.replaceAll('-', '_')), fc.constant('-'), nearVersion,
    maybe(fc.constantFrom('-1', '-1abc', '-20', '-x', '-')), ...[0, 1, 2].flatMap(() => [fc.constant('-'), wheelPart]),
    fc.constantFrom('.whl', '.whl', '.whl', '.WHL', '.zip'),
  ),
  6,
)
