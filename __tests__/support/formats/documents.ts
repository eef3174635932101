import fc from 'fast-check'

/** Structured documents, mostly valid, with single members spoilt. */

const hex = 'ab'.repeat(32)
const name = fc.constantFrom('foo', 'bar', 'baz-qux')
const marker = fc.constantFrom("python_version >= '3.8'", "sys_platform == 'win32'", "'dev' in dependency_groups", "'Fast' in extras",
  "'fast' not in extras and os_name == 'posix'")
const rarely = <T>(good: fc.Arbitrary<T>, ...bad: unknown[]): fc.Arbitrary<unknown> =>
  fc.oneof({ arbitrary: good, weight: 60 }, { arbitrary: fc.constantFrom<unknown>(...bad), weight: 1 })

type Rows = readonly (readonly [string, fc.Arbitrary<unknown>])[]

/** A table in which each member is there or not. */
function tableOf(always: Rows, sometimes: Rows): fc.Arbitrary<Record<string, unknown>> {
  return fc.record(Object.fromEntries([...always, ...sometimes]), { requiredKeys: always.map(([key]) => key) })
}

const hashes = rarely(fc.constantFrom({ sha256: hex }, { sha256: hex, md5: 'AB' }), {}, { sha256: 1 }, 'x')
const fileFacts = (filename: string): fc.Arbitrary<Record<string, unknown>> =>
  fc.oneof(
    tableOf([['url', fc.constant(`https://index.test/${filename.replace('+', '%2B')}?q#f`)], ['hashes', hashes]],
      [['size', rarely(fc.nat(1e6), 'big', true)]]),
    tableOf([['path', fc.constantFrom(`wheels/${filename}`, `wheels\\${filename}`, filename)], ['hashes', hashes]], []),
    tableOf([['name', rarely(fc.constant(filename), 'other-1.0-py3-none-any.whl', 'nonsense', 1)],
      ['url', rarely(fc.constant('https://index.test/download/7'), '', 2)], ['hashes', hashes]], []),
  )

const wheelTags = fc.constantFrom('py3-none-any', 'cp311-cp311-linux_x86_64', 'cp311-abi3-linux_x86_64.win_amd64', 'py2.py3-none-any',
  'cp39-cp39-win_amd64')
/** Arbitraries of files depend on the package they belong to. */
function distributionsOf(project: string, version: string): fc.Arbitrary<Record<string, unknown>> {
  const stem = `${project.replace('-', '_')}-${version}`
  const wheels = fc.uniqueArray(wheelTags, { minLength: 1, maxLength: 3 })
    .chain((tags) => fc.tuple(...tags.map((tag) => fileFacts(`${stem}-${tag}.whl`))))
  return fc.oneof(
    { arbitrary: tableOf([['wheels', wheels]], [['sdist', fileFacts(`${stem}.tar.gz`)]]), weight: 6 },
    { arbitrary: tableOf([['sdist', fileFacts(`${stem}.tar.gz`)]], []), weight: 2 },
    { arbitrary: tableOf([['vcs', tableOf([['type', fc.constant('git')], ['commit-id', rarely(fc.constant('abc'), 1)]],
      [['url', fc.constant('https://host.test/r')]])]], []), weight: 1 },
    { arbitrary: tableOf([['directory', tableOf([['path', fc.constant('./lib')]], [['editable', rarely(fc.boolean(), 'yes')]])]], []),
      weight: 1 },
    { arbitrary: tableOf([['archive', fileFacts('x-1.zip')]], [['vcs', fc.constant({ type: 'git', 'commit-id': 'x', path: 'y' })]]),
      weight: 1 },
    { arbitrary: fc.constant({}), weight: 1 },
  )
}

const packageTable = fc.tuple(name, fc.constantFrom('1.0', '2.0+cpu')).chain(([project, version]) =>
  fc.tuple(
    tableOf(
      [['name', rarely(fc.constant(project), 'Foo', 1)]],
      [['version', rarely(fc.constant(version), 'x', '9')], ['marker', rarely(marker, 'nonsense')],
        ['requires-python', rarely(fc.constantFrom('>=3.8', '>=3.8', '!=3.10.*', '<3.0'), '>>3')],
        ['index', fc.constant('https://index.test/simple')]],
    ),
    distributionsOf(project, version),
  ).map(([facts, source]) => ({ ...facts, ...source })),
)

const packages = fc.oneof(
  { arbitrary: fc.uniqueArray(packageTable, { maxLength: 3, selector: (table) => table['name'] }), weight: 3 },
  { arbitrary: fc.array(packageTable, { maxLength: 3 }), weight: 1 },
)

/** pylock.toml, as data. */
export const lock = tableOf(
  [
    ['lock-version', rarely(fc.constant('1.0'), '1.1', '2.0', 'x', 1)],
    ['created-by', rarely(fc.constant('test'), 1)],
    ['packages', rarely(packages, 'x', [1])],
  ],
  [
    ['requires-python', rarely(fc.constantFrom('>=3.9', '>=3.9', '>=3.11.7', '<4', '>=3.12'), 'x')],
    ['environments', rarely(fc.constantFrom([], ["sys_platform == 'linux'"], ["sys_platform == 'win32'", "os_name == 'posix'"],
      ["sys_platform == 'win32'"]), ['x'])],
    ['extras', rarely(fc.constant(['fast']), ['Fast'], 'fast')],
    ['dependency-groups', rarely(fc.constant(['dev']), [1])],
    ['default-groups', fc.constant(['dev'])],
  ],
)

const groupItem = rarely(
  fc.oneof(
    fc.constantFrom<unknown>('foo', 'bar>=1', "baz; python_version<'3'"),
    fc.constantFrom('dev', 'Test', 'docs', 'all').map((include) => ({ 'include-group': include })),
  ),
  'not a requirement!', { 'include-group': 1 }, { other: 'x' }, 3,
)
/** The `[dependency-groups]` table. */
export const groups = tableOf([], [['dev', rarely(fc.array(groupItem, { maxLength: 3 }), 'x', 1)],
  ['test', fc.array(groupItem, { maxLength: 3 })], ['docs', fc.array(groupItem, { maxLength: 2 })], ['Dev', fc.constant([])]])
export const groupNames = fc.uniqueArray(fc.constantFrom('dev', 'TEST', 'docs', 'none'), { minLength: 1, maxLength: 2 })

/** direct_url.json, as data. */
export const directUrl = tableOf(
  [['url', rarely(fc.constantFrom('https://user:pw@host.test/a.zip', 'file:///x/é', 'https://git@host.test/x',
    'https://${USER}:${PW}@host.test/x', 'relative'), 1, null)]],
  [
    ['archive_info', rarely(fc.constantFrom<unknown>({}, { hashes: { sha256: hex } }, { hash: `sha256=${hex}`, hashes: { sha256: hex } },
      { hash: 'md5=ab' }), { hash: 'x' }, { hash: 'md5=1', hashes: { md5: '2' } }, 1)],
    ['dir_info', rarely(fc.constantFrom<unknown>({}, { editable: true }), { editable: 1 })],
    ['vcs_info', rarely(fc.constantFrom<unknown>({ vcs: 'git', commit_id: 'a' }, { vcs: 'hg', commit_id: 'a', requested_revision: 'b' }),
      { vcs: 'git' })],
    ['subdirectory', rarely(fc.constant('sub'), 1)],
  ],
)
