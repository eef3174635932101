import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { isUserError } from '../../src/kernel/errors.ts'
import { reportOf, runEngine, type EngineRun } from '../support/engine.ts'
import { startIndex, type IndexServer } from '../support/index-server/server.ts'
import { pipInstalls, type PipAnswer } from '../support/pip/install.ts'
import { makeEnvironment } from '../support/python.ts'
import { tempFolder } from '../support/temp.ts'
import { aWheel, type WheelSpec } from '../support/wheel.ts'

// Corners of pip's behaviour, each asked of pip itself: the whole report has to be the same, and what pip refuses, we refuse.
const folder = tempFolder()
const server: IndexServer = await startIndex()

const RELEASES: readonly WheelSpec[] = [
  { name: 'plain' },
  { name: 'app', requires: ['lib>=1', 'Extra_Pkg[FAST]; python_version >= "3"', 'never; sys_platform == "vms"'] },
  { name: 'app', version: '0.9', requires: ['lib<1'] },
  { name: 'lib', version: '0.5' }, { name: 'lib', version: '1.0' }, { name: 'lib', version: '2.0' }, { name: 'lib', version: '3.0rc1' },
  { name: 'Extra.Pkg', extras: { fast: ['speed'], all: ['extra-pkg[fast,slow]'], slow: ['sloth', 'extra_pkg[all]'] } },
  { name: 'speed' }, { name: 'sloth' },
  { name: 'only-pre', version: '1.0a1' }, { name: 'only-pre', version: '1.0a2' },
  { name: 'modern', version: '2.0', requiresPython: '>=3.99' }, { name: 'modern', version: '1.0', requiresPython: '>=3.6,<4' },
  { name: 'capped', version: '2.0', requiresPython: '<3' }, { name: 'capped', version: '1.0' },
  { name: 'circle', requires: ['circle-b'] }, { name: 'circle-b', requires: ['circle'] },
  { name: 'local', version: '1.0+cpu' }, { name: 'local', version: '1.0' },
  { name: 'epoch', version: '1!0.5' }, { name: 'epoch', version: '9.0' },
  { name: 'posted', version: '1.0' }, { name: 'posted', version: '1.0.post1' }, { name: 'posted', version: '1.1.dev1' },
  { name: 'old-bound', requires: ['lib<2.0'] }, { name: 'pre-bound', requires: ['lib>=3.0rc1'] },
  { name: 'direct', requires: [`plain @ ${server.origin}/files/simple/plain-1.0-py3-none-any.whl`] },
]

const wheel = (spec: WheelSpec): string => {
  const built = aWheel(spec)
  mkdirSync(join(folder, 'wheels'), { recursive: true })
  writeFileSync(join(folder, 'wheels', built.filename), built.bytes)
  return join(folder, 'wheels', built.filename)
}

function file(name: string, text: string | Buffer): string {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), text)
  return name
}

const sha = (spec: WheelSpec): string => aWheel(spec).sha256
const utf16 = (text: string): Buffer => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
const linked = wheel({ name: 'linked', version: '4.0', requires: ['plain'] })
const linkedUrl = pathToFileURL(linked).href
const odd = join(folder, 'odd links')
mkdirSync(odd)
writeFileSync(join(odd, 'found-1.0-py3-none-any.whl'), aWheel({ name: 'found' }).bytes)
writeFileSync(join(odd, 'found-bad_version!-py3-none-any.whl'), 'x')
writeFileSync(join(odd, 'Un_usual-01.0.0-py3-none-any.whl'), aWheel({ name: 'un-usual' }).bytes)
const filed = join(folder, 'an index', 'filed')
mkdirSync(filed, { recursive: true })
for (const version of ['1.0', '2.0']) writeFileSync(join(filed, `filed-${version}-py3-none-any.whl`), aWheel({ name: 'filed', version }).bytes)
writeFileSync(join(filed, 'index.html'), '<a href="filed-1.0-py3-none-any.whl">filed-1.0-py3-none-any.whl</a><a data-yanked="no good" href="filed-2.0-py3-none-any.whl">filed-2.0-py3-none-any.whl</a>')
const spare = wheel({ name: 'spare', extras: { more: ['plain'] } })
const plainUrl = `${server.origin}/files/simple/plain-1.0-py3-none-any.whl`

const hashed = `plain==1.0 --hash=sha256:${'0'.repeat(64)} --hash=sha256:${sha({ name: 'plain' }).toUpperCase()}\n`

const FLAVOURS = ['--extra-index-url', server.indexUrl('flavours')]

/** What follows `pip install`; all with the index and as a dry run. */
const CASES: readonly (readonly [string, readonly string[], Readonly<Record<string, string>>?])[] = [
  ['requested before its dependency', ['app']],
  ['names in any spelling, extras in any order', ['EXTRA_pkg[Slow,fast]']],
  ['an extra that names its own project, in circles', ['extra-pkg[all]']],
  ['an extra that is not there', ['extra-pkg[none]']],
  ['projects that need each other', ['circle']],
  ['a pre-release when a specifier mentions one', ['lib>=1.0rc1']],
  ['a pre-release when nothing else fits', ['only-pre']],
  ['a pre-release bound holds for its project alone', ['only-pre>=1.0a1', 'lib']],
  ['a pre-release bound of a dependency', ['pre-bound']],
  ['--pre', ['--pre', 'lib', 'posted']],
  ['--only-final, --all-releases', ['--all-releases', 'lib', '--only-final', 'posted', 'lib', 'posted']],
  ['Requires-Python, upper bounds too', ['modern', 'capped']],
  ['Requires-Python with --no-deps', ['--no-deps', 'modern']],
  ['--only-deps', ['--only-deps', 'app']],
  ['--only-deps of two, one of which needs the other', ['--only-deps', 'circle', 'circle-b', 'extra-pkg[fast]', 'app==1.0']],
  ['--only-deps of a wheel by path', ['--only-deps', linked]],
  ['--only-deps with --no-deps', ['--only-deps', '--no-deps', 'app']],
  ['--only-deps with a file', ['--only-deps', '-r', file('only.txt', 'app\n')]],
  ['--only-deps when nothing is needed', ['--only-deps', 'plain']],
  ['--ignore-requires-python', ['--ignore-requires-python', 'modern', 'capped']],
  ['nothing fits this Python', ['modern>=2']],
  ['local versions', ['local==1.0']],
  ['local versions by name', ['local==1.0+cpu']],
  ['=== with the very text', ['local===1.0+cpu']],
  ['=== takes the text as it is', ['lib===1.0.0']],
  ['local versions on an extra index', [...FLAVOURS, 'torch==2.5.0']],
  ['local versions on an extra index, the newest', [...FLAVOURS, 'torch>=2']],
  ['a local version by name on an extra index', [...FLAVOURS, 'torch==2.5.0+cpu']],
  ['a local version that its own release excludes', [...FLAVOURS, 'torch!=2.5.0']],
  ['a local version that a dependency asks for', [...FLAVOURS, 'vision']],
  ['a constraint without the local version, and a name that the extra index refuses', ['-c', file('torch.txt', 'torch==2.5.0\n'), ...FLAVOURS, 'torch', 'plain']],
  ['local versions on a page of links, with + as %2B', ['--find-links', server.findLinksUrl('flavours'), 'torch']],
  ['epochs', ['epoch']],
  ['post and dev releases', ['posted~=1.0']],
  ['wildcards', ['lib==1.*']],
  ['wildcards that exclude', ['lib!=2.*,!=3.*']],
  ['backtracking', ['app', 'lib<1']],
  ['no set of versions', ['pre-bound', 'old-bound']],
  ['no such project', ['no-such-project']],
  ['the same pin twice', ['lib==1.0', 'LIB==1.0']],
  ['two bounds', ['lib>=1', 'lib<2']],
  ['a marker that is false', ['plain', 'no-such-project; python_version < "3"']],
  ['markers count before names are compared', ['lib==1.0; python_version < "3"', 'lib==2.0']],
  ['a URL under a false marker is not fetched', ['plain', `gone @ ${server.origin}/nowhere/gone-1.0-py3-none-any.whl ; python_version < "3"`]],
  ['a marker without a space, and one that searches a text', ['plain;python_version not in "3.0, 3.1"']],
  ['a wheel by path', [linked]],
  ['a wheel by file: URL', [linkedUrl]],
  ['a wheel by file://localhost', [linkedUrl.replace('file:///', 'file://localhost/')]],
  ['a wheel by file: and a relative path', ['file:wheels/linked-4.0-py3-none-any.whl#egg=linked']],
  ['a wheel by path, with an extra', [`${spare}[more]`]],
  ['one wheel by path, with and without an extra', [spare, `${spare}[more]`]],
  ['a wheel by name and URL, with the hash in the fragment', [`linked @ ${linkedUrl}#sha256=${sha({ name: 'linked', version: '4.0', requires: ['plain'] })}`]],
  ['a hash in the fragment that is wrong', [`linked @ ${linkedUrl}#sha256=${'0'.repeat(64)}`]],
  ['a wheel by http URL', [plainUrl]],
  ['a URL of another project', [`lib @ ${plainUrl}`]],
  ['one project by two URLs that say the same', [`plain @ ${plainUrl}`, `plain @ ${plainUrl}#egg=plain`]],
  ['a URL constraint', ['-c', file('url-constraint.txt', `plain @ ${plainUrl}\n`), 'plain']],
  ['a URL constraint for a project with an extra', ['-c', file('url-constraint2.txt', `extra-pkg @ ${server.origin}/files/simple/${aWheel({ name: 'Extra.Pkg' }).filename}\n`), 'extra-pkg[fast]']],
  ['a URL constraint without a name', ['-c', file('url-constraint3.txt', `${plainUrl}\n`), 'plain']],
  ['a dependency by URL', ['direct']],
  ['a dependency by URL that a pin contradicts', ['direct', 'plain==2.0']],
  ['a dependency by URL beside a bound', ['direct', 'lib<2']],
  ['find-links: a folder with a space and a name that cannot be read', ['--find-links', odd, 'found']],
  ['--find-links in a file, relative to it', ['-r', file('links.txt', "--find-links 'odd links'\nfound\n")]],
  ['a version that is not normalised in the name of a wheel', ['--find-links', odd, 'un-usual']],
  ['an index in a folder with a space, without a doctype, with a yanked file', ['--index-url', pathToFileURL(join(folder, 'an index')).href, 'filed']],
  ['a page of links that is not encrypted, and one of an index', ['--find-links', 'http://links.invalid/', '--extra-index-url', 'http://index.invalid/simple', 'plain']],
  ['--no-index', ['--no-index', '--find-links', odd, 'found']],
  ['--no-index, and the index would have it', ['--no-index', '--find-links', odd, 'plain']],
  ['an empty file', ['-r', file('empty.txt', '# nothing\n\n')]],
  ['an empty group', ['--group', 'nothing']],
  ['a group that includes another, of a file by its path', ['--group', `${join(folder, 'pyproject.toml')}:more`]],
  ['a group that is not there', ['--group', 'none']],
  ['constraints with no requirement', ['-c', file('c.txt', 'lib<2\n')]],
  ['constraints do not install', ['-c', file('c2.txt', 'lib<2\nspeed==1.0\n'), 'app']],
  ['a constraint with a marker', ['-c', file('c3.txt', 'lib<2; python_version < "3"\n'), 'app']],
  ['a constraint with an extra is refused', ['-c', file('c4.txt', 'extra-pkg[fast]\n'), 'app']],
  ['files within files, relative to the file', ['-r', file('nested/a.txt', '-r inner/b.txt\n-c inner/c.txt\n')]],
  ['UTF-16 with BOM and CRLF', ['-r', file('utf16.txt', utf16('lib==1.0\r\nplain\r\n'))]],
  ['continuation lines and comments', ['-r', file('lines.txt', 'lib \\\n  >=1, \\\n  <2   # two\nplain # one\n')]],
  ['a file by URL, in the charset of its answer', ['-r', server.answerWith('/wide.txt', { headers: { 'content-type': 'text/plain; charset=utf-16-le' }, body: Buffer.from('# bär\nlib==1.0\n', 'utf16le') })]],
  ['a file by URL, without a charset', ['-r', server.answerWith('/plain.txt', { headers: { 'content-type': 'text/plain' }, body: '# bär\nlib==1.0\n' })]],
  ['a file by URL, and what it names beside it', ['-r', server.answerWith('/deep/a.txt', { body: '-c limits.txt\n-r sub/b.txt\n' })]],
  ['a file by URL that is elsewhere: names beside it are looked for where it was asked', ['-r', server.answerWith('/other/moved.txt', { status: 302, headers: { location: '/deep/a.txt' } })]],
  ['a file by URL that is not there', ['-r', `${server.origin}/deep/none.txt`]],
  ['files that name each other', ['-r', file('circle-a.txt', '-r circle-b.txt\nlib\n')]],
  ['one file on two ways', ['-r', file('two-ways.txt', '-r more/once.txt\n-c more/once.txt\n')]],
  ['variables', ['-r', file('vars.txt', 'plain==${ANSWERS_VERSION}\n')], { ANSWERS_VERSION: '1.0' }],
  ['options in a file act on the whole run, even behind a requirement', ['-r', file('options.txt', 'lib\n--pre\n')]],
  ['an option that pip dropped', ['-r', file('dropped.txt', 'lib --install-option=x\n')]],
  ['a line that cannot be read', ['-r', file('bad.txt', 'lib=>1\n')]],
  ['hashes that fit', ['-r', file('hashes.txt', hashed)]],
  ['one hash makes hashes mandatory for dependencies', ['-r', file('hashes2.txt', `circle==1.0 --hash=sha256:${sha({ name: 'circle', requires: ['circle-b'] })}\n`)]],
  ['the same pin in several files with hashes', ['-r', file('hashes.txt', hashed), '-r', file('hashes-too.txt', hashed)]],
  ['a hash in a URL is enough for --require-hashes', ['--require-hashes', '--no-deps', `linked @ ${linkedUrl}#sha256=${sha({ name: 'linked', version: '4.0', requires: ['plain'] })}`]],
  ['a hash that is wrong', ['-r', file('wrong-hash.txt', `plain==1.0 --hash=sha256:${'0'.repeat(64)}\n`)]],
  ['a hash that is wrong, of an algorithm that the index does not publish', ['-r', file('wrong-hash2.txt', `plain==1.0 --hash=sha512:${'0'.repeat(128)}\n`)]],
  ['a hash that is wrong, in a constraints file', ['-c', file('wrong-hash3.txt', `plain==1.0 --hash=sha256:${'0'.repeat(64)}\n`), 'plain']],
  ['a hash that is too short', ['-r', file('wrong-hash4.txt', 'plain==1.0 --hash=sha256:abc\n')]],
  ['hashes without a pin', ['-r', file('hashes3.txt', `plain --hash=sha256:${sha({ name: 'plain' })}\n`)]],
  ['hashes in a constraints file', ['--require-hashes', '-c', file('hashes4.txt', `plain==1.0 --hash=sha256:${sha({ name: 'plain' })}\n`), 'plain']],
  ['--require-hashes without any', ['--require-hashes', 'plain==1.0']],
  ['yanked, pinned', ['yanked==1.0']],
  ['yanked, not pinned', ['yanked']],
  ['only wheels of this', ['--only-binary', ':all:', 'plain']],
  ['no wheels of this', ['--no-binary', 'plain', '--only-binary', 'lib', 'plain']],
  ['no wheels of this, said in a file', ['-r', file('formats.txt', '--no-binary plain\nplain\n')]],
  ['no wheels of this, said in a file, against :all: on the command line', ['--only-binary', ':all:', '-r', file('formats2.txt', '--no-binary plain\nplain\nlib\n')]],
  ['abbreviated and repeated flags', ['--no-dep', '--no-deps', '--upgrade-str', 'eager', '--upgrade', '-U', 'app']],
  ['an abbreviation that means several', ['--no-', 'app']],
  ['an unknown PIP_ variable', ['plain'], { PIP_NO_SUCH_THING: '1', PIP_NO_DEPS: '' }],
  ['PIP_CONSTRAINT as a file: URL', ['lib'], { PIP_CONSTRAINT: pathToFileURL(join(folder, 'c.txt')).href }],
  ['pkg-resources==0.0.0', ['pkg-resources==0.0.0', 'plain']],
  ["conda's paths", [`plain @ file:///home/conda/feedstock_root/build_artifacts/plain_1/work`]],
  ['wheels by path and URL, pins, folders and names: in what order', ['app==1.0', `lib @ ${server.origin}/files/simple/lib-2.0-py3-none-any.whl`, linked, plainUrl, 'extra-pkg[fast]']],
  ['a URL beside a pin', [`plain @ ${plainUrl}`, 'lib==1.0', spare]],
  ["an abbreviation of pip's that --version does not stand in the way of", ['--v', 'lib']],
  ['an empty index on the command line', ['--index-url', '', 'plain']],
  ['an empty index in a variable', ['plain'], { PIP_INDEX_URL: '' }],
  ['an empty argument', ['']],
  ['an empty argument beside others', ['', 'plain', ' ']],
  ['nothing at all', []],
]

file('pyproject.toml', '[dependency-groups]\nnothing = []\nbase = ["plain"]\nmore = ["lib<2", {include-group = "Base"}]\n')
file('nested/inner/b.txt', 'lib\n')
file('nested/inner/c.txt', 'lib<2\n')
file('circle-b.txt', '-r circle-a.txt\n')
file('more/once.txt', 'lib<2\n')
server.answerWith('/deep/limits.txt', { body: 'lib<2\n' })
server.answerWith('/deep/sub/b.txt', { body: '-r ../../plain.txt\n' })

const env = makeEnvironment(join(folder, 'env'))
const argsOf = (args: readonly string[]): string[] => ['--dry-run', '--no-cache-dir', '--index-url', server.indexUrl(), ...args]
let answers: readonly PipAnswer[] = []

beforeAll(async () => {
  server.add(RELEASES.map((release) => aWheel(release)))
  server.addIndex('flavours', { json: false }).fault('/flavours/plain/', { kind: 'status', status: 403 })
  server.add([{ version: '2.4.0+cpu' }, { version: '2.5.0+cpu' }, { version: '2.5.0+cu121' }].map((facts) => aWheel({ name: 'torch', ...facts })), { index: 'flavours' })
  server.add(aWheel({ name: 'torch', version: '2.5.0' })).add(aWheel({ name: 'vision', requires: ['torch==2.5.0+cpu'] }))
  server.add(aWheel({ name: 'yanked' }), { yanked: 'broken' })
  server.add(aWheel({ name: 'yanked', version: '0.9' }), { yanked: true })
  answers = await pipInstalls(env, CASES.map(([, args, variables]) => ({ args: argsOf(args), cwd: folder, env: variables ?? {} })))
}, 300_000)
afterAll(() => server.close())

/** What is installed, in order; a file is named by its proper URL, where pip repeats what was written (`file://localhost/…`, `file:///relative`). */
function comparable(report: unknown): unknown {
  const { install } = report as { install: readonly Record<string, unknown>[] }
  const text = JSON.stringify(install).replaceAll('"file://localhost/', '"file:///').replaceAll('"file:///wheels/', `"${pathToFileURL(folder).href}/wheels/`)
  return JSON.parse(text) as unknown
}

/** Faults of the command line itself are thrown before there is a run. */
async function outcomeOf(args: readonly string[], variables: Readonly<Record<string, string>> = {}): Promise<Pick<EngineRun, 'performed' | 'text'>> {
  try {
    return await runEngine(['--python', env.python, '--jobs', '1', ...argsOf(args)], { cwd: folder, env: variables })
  } catch (error) {
    if (isUserError(error)) return { performed: undefined, text: error.message }
    throw error
  }
}

test.each(CASES.map(([name, args, variables], at) => ({ name, args, variables, at })))('$name', async ({ args, variables, at }) => {
  const pip = answers[at]
  if (pip === undefined) throw new Error('pip gave no answer')
  const run = await outcomeOf(args, variables)
  const ours = run.performed === undefined ? undefined : comparable(reportOf(run as EngineRun))
  expect({ refused: ours === undefined, text: run.text, pip: pip.messages }).toEqual({ refused: pip.report === null, text: run.text, pip: pip.messages })
  if (pip.report !== null) expect(ours).toEqual(comparable(pip.report))
}, 60_000)
