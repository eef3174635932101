import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { runEngine } from '../support/engine.ts'
import { startIndex, type IndexServer } from '../support/index-server/server.ts'
import { tempEnv } from '../support/python.ts'
import { tempFolder } from '../support/temp.ts'
import { aWheel, type WheelSpec } from '../support/wheel.ts'

const folder = tempFolder()
const env = tempEnv()
let server: IndexServer

beforeAll(async () => { server = await startIndex() })
afterAll(() => server.close())
beforeEach(() => {
  server.calm()
  server.addIndex('simple')
})

/** `name version: requirement, requirement` for each release, or its whole specification. */
function releases(...specs: readonly (WheelSpec | string)[]): void {
  server.add(specs.map((spec) => aWheel(typeof spec === 'string' ? specOf(spec) : spec)))
}

function specOf(text: string): WheelSpec {
  const [head = '', requires] = text.split(': ')
  const [name = '', version = '1.0'] = head.split(' ')
  return { name, version, requires: requires?.split(', ') ?? [] }
}

/** The error that the command line prints; what differs between machines and runs taken out. */
async function failure(args: readonly string[]): Promise<string> {
  const run = await runEngine(['--python', env.python, '--dry-run', '--no-cache-dir', '--index-url', server.indexUrl(), ...args], { cwd: folder })
  return run.text.replaceAll(server.origin, 'http://index.test').replaceAll(/this (Python )?is (cp)?3[\d.]+/g, 'this $1is …')
}

function file(name: string, text: string): string {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), text)
  return name
}

test('a dependency that nothing satisfies: with the versions there are', async () => {
  releases('app 1.0: lib>=2', 'lib 1.0', 'lib 1.5')
  expect(await failure(['app'])).toBe(`\
error[resolution-impossible]: no set of versions satisfies all requirements
  --> argument "app"
  Because you require app and app 1.0 depends on lib>=2, which no version satisfies (there are 1.0 and 1.5), no versions satisfy all requirements.`)
})

test('a requirement of the user that nothing satisfies, of many versions', async () => {
  releases(...Array.from({ length: 12 }, (_, n) => `lib 1.${n}`))
  expect(await failure(['lib>=2'])).toBe(`\
error[resolution-impossible]: no set of versions satisfies all requirements
  --> argument "lib>=2"
  Because you require lib>=2, which no version satisfies (there are 12 versions, 1.0 to 1.11), no versions satisfy all requirements.`)
})

test('two lines of a file that contradict each other', async () => {
  releases('lib 1.0', 'lib 2.0')
  expect(await failure(['-r', file('requirements.txt', 'lib>=2\nlib<2\n')])).toBe(`\
error[resolution-impossible]: no set of versions satisfies all requirements
  --> requirements.txt:1:1
  1 | lib>=2
    | ^
  Because you require lib>=2 (requirements.txt:1:1) and lib<2 (requirements.txt:2:1), no versions satisfy all requirements.`)
})

test('two branches that need different versions of what they share', async () => {
  releases('left 1.0: core<2', 'right 1.0: core>=2', 'core 1.0', 'core 2.0', 'core 2.1')
  expect(await failure(['left', 'right'])).toBe(`\
error[resolution-impossible]: no set of versions satisfies all requirements
  --> argument "right"
  Because you require right and right 1.0 depends on core>=2, core>=2.0 is required.
  And because you require left and left 1.0 depends on core<2, no versions satisfy all requirements.`)
})

test('a search through many versions is told as what they have in common', async () => {
  for (let minor = 1; minor < 30; minor += 1) releases(`boto 1.${minor}: core==1.${minor}, urllib>=2`, `core 1.${minor}: urllib>=1.9`)
  releases('urllib 1.0', 'urllib 1.9', 'urllib 2.1')
  expect(await failure(['-r', file('requirements.txt', 'boto\nurllib<1.9\n')])).toBe(`\
error[resolution-impossible]: no set of versions satisfies all requirements
  --> requirements.txt:1:1
  1 | boto
    | ^
  Because you require boto (requirements.txt:1:1) and every version of boto depends on urllib>=2, urllib 2.1 is required.
  And because you require urllib<1.9 (requirements.txt:2:1), no versions satisfy all requirements.`)
})

test('an extra that asks for what another project cannot bear', async () => {
  releases({ name: 'web', extras: { fast: ['speed>=2'] } }, 'other 1.0: speed<2', 'speed 1.0', 'speed 2.0')
  expect(await failure(['web[fast]', 'other'])).toBe(`\
error[resolution-impossible]: no set of versions satisfies all requirements
  --> argument "other"
  Because you require other and other 1.0 depends on speed<2, speed 1.0 is required.
  And because you require web[fast] and web[fast] 1.0 depends on speed>=2, no versions satisfy all requirements.`)
})

test('a constraint is called one', async () => {
  releases('app 1.0: lib>=2', 'lib 1.0', 'lib 2.0')
  expect(await failure(['-c', file('constraints.txt', 'lib<2\n'), 'app'])).toBe(`\
error[resolution-impossible]: no set of versions satisfies all requirements
  --> constraints.txt:1:1
  1 | lib<2
    | ^
  Because lib<2 (constraints.txt:1:1) is a constraint and app 1.0 depends on lib>=2, app 1.0 cannot be used.
  And because you require app, no versions satisfy all requirements.`)
})

test('pre-releases that were not asked for', async () => {
  releases('app 1.0: new>=1.5', 'new 1.0', 'new 2.0b1', 'new 2.0rc1')
  expect(await failure(['--only-final', 'new', 'app'])).toBe(`\
error[resolution-impossible]: no set of versions satisfies all requirements
  --> argument "app"
  Because app 1.0 depends on new>=1.5 and new>=2.0b1 is not considered (a pre-release, which --only-final excludes), app 1.0 cannot be used.
  And because you require app, no versions satisfy all requirements.`)
  releases('tool 1.0: other>=9', 'tool 2.0rc1', 'tool 3.0rc1', 'other 1.0')
  expect(await failure(['tool<3'])).toBe(`\
error[resolution-impossible]: no set of versions satisfies all requirements
  --> argument "tool<3"
  Because tool 2.0rc1 is not considered (a pre-release, which is taken only when asked for) and tool 1.0 depends on other>=9, which no version satisfies (there is 1.0), tool<=2.0rc1 cannot be used.
  And because you require tool<3, no versions satisfy all requirements.
hint: tool has pre-releases, such as 2.0rc1: --pre allows them`)
})

test('yanked versions, with the reason and what would take them', async () => {
  server.add(aWheel({ name: 'bad' }), { yanked: 'it deletes files' })
  expect(await failure(['bad>=0.5'])).toBe(`\
error[resolution-impossible]: no set of versions satisfies all requirements
  --> argument "bad>=0.5"
  Because you require bad>=0.5 and bad 1.0 is not considered (yanked, which is taken only when asked for), no versions satisfy all requirements.
hint: bad 1.0 was yanked (it deletes files): bad==1.0 would take it all the same`)
  server.add(aWheel({ name: 'bad', version: '2.0' }), { yanked: true })
  expect(await failure(['bad<2'])).toContain('hint: bad 1.0 was yanked (it deletes files): bad==1.0 would take it all the same')
})

/** A target that is the same everywhere. */
const LINUX_311 = ['--target', 'out', '--only-binary', ':all:', '--platform', 'manylinux_2_17_x86_64', '--python-version', '3.11', '--implementation', 'cp', '--abi', 'cp311']

test.each([
  [['cp312-cp312-manylinux_2_17_x86_64', 'cp313-cp313-manylinux_2_17_x86_64', 'cp311-cp311-win_amd64'],
    'for this platform there are wheels for cp312 and cp313 only, and this Python is cp311'],
  [['cp311-cp311-win_amd64', 'cp311-cp311-macosx_11_0_arm64'], 'for this Python there are wheels for macosx_11_0_arm64 and win_amd64 only, and this platform is manylinux_2_17_x86_64'],
  [['cp39-cp39-win32'], 'its wheels are for cp39 on win32, and this is cp311 on manylinux_2_17_x86_64'],
])('wheels for something else: what comes nearest is named (%j)', async (tags, hint) => {
  releases({ name: 'native', version: '1.0', tags: 'cp39-cp39-win32' })
  for (const tag of tags) releases({ name: 'native', version: '2.0', tags: tag })
  const run = await runEngine(['--python', env.python, '--dry-run', '--no-cache-dir', '--index-url', server.indexUrl(), ...LINUX_311, 'native'], { cwd: folder })
  expect(run.text).toBe(`\
error[no-candidate]: no version of native fits this Python and platform
  --> argument "native"
hint: native 2.0 (and 1 older version): ${hint}`)
})

test('a newer version that is there, but not for this Python, is named beside those that are', async () => {
  releases({ name: 'lib', version: '2.0', requiresPython: '>=3.99' }, 'lib 1.0', 'app 1.0: lib>=2')
  expect(await failure(['app'])).toBe(`\
error[resolution-impossible]: no set of versions satisfies all requirements
  --> argument "app"
  Because you require app and app 1.0 depends on lib>=2, which no version satisfies (there is 1.0), no versions satisfy all requirements.
hint: lib 2.0: it requires Python >=3.99, and this is …`)
})

test('Requires-Python that the index does not say', async () => {
  releases({ name: 'modern', version: '1.0', requiresPython: '>=3.99' }, { name: 'modern', version: '2.0', requiresPython: '>=3.100' })
  server.configure({ requiresPython: false })
  expect(await failure(['modern'])).toBe(`\
error[resolution-impossible]: no set of versions satisfies all requirements
  --> argument "modern"
  Because modern 1.0 cannot be used (it requires Python >=3.99) and modern 2.0 cannot be used (it requires Python >=3.100), no version of modern can be used.
  And because you require modern, no versions satisfy all requirements.`)
})

test('a version that is not there, of a project for newer Pythons alone', async () => {
  releases({ name: 'modern', version: '2.0', requiresPython: '>=3.99' }, { name: 'modern', version: '1.5', requiresPython: '>=3.98' })
  expect(await failure(['modern==1.0'])).toBe(`\
error[no-candidate]: no version of modern fits this Python and platform
  --> argument "modern==1.0"
hint: modern 2.0 (and 1 older version): it requires Python >=3.99, and this is …`)
})

test('formats that are excluded, and files that are too new', async () => {
  releases('lib 1.0')
  expect(await failure(['--no-binary', 'lib', 'lib'])).toBe(`\
error[no-candidate]: no version of lib can be used
  --> argument "lib"
hint: lib 1.0: wheels are excluded (--no-binary)`)
  server.add(aWheel({ name: 'fresh' }), { uploadTime: '2026-02-03T04:05:06Z' })
  expect(await failure(['--uploaded-prior-to', '2026-01-01', 'fresh'])).toBe(`\
error[no-candidate]: no version of fresh can be used
  --> argument "fresh"
hint: fresh 1.0: its files were uploaded 2026-02-03T04:05:06.000Z, later than --uploaded-prior-to allows (--uploaded-any-time excepts a project)`)
})

test('a hash that is missing: the lines to add', async () => {
  releases('app 1.0: lib', 'lib 1.0')
  const digest = (name: string, requires: readonly string[] = []): string => `sha256:${aWheel({ name, requires }).sha256}`
  expect(await failure(['-r', file('hashed.txt', `app==1.0 --hash=${digest('app', ['lib'])}\n`)])).toBe(`\
error[hash-missing]: hashes are required, and one package has none: lib==1.0
  lib==1.0 --hash=${digest('lib')}  # needed by app
  asked for: app==1.0 (hashed.txt:1:1)
    needs: lib (from app 1.0)
hint: add these lines, after checking that they are what you want, or leave out --require-hashes and every --hash`)
})

test('a hash of another file: known before anything is fetched', async () => {
  releases('app 1.0: lib', 'lib 1.0')
  const wrong = `sha256:${'0'.repeat(64)}`
  const lines = file('wrong.txt', `app==1.0 --hash=sha256:${aWheel({ name: 'app', requires: ['lib'] }).sha256}\nlib==1.0 \\\n  --hash=${wrong}\n`)
  expect(await failure(['-r', lines])).toBe(`\
error[hash-mismatch]: no file of lib 1.0 has a hash that was given for it
  --> wrong.txt:2:1
  2 | lib==1.0 \\
    | ^
  lib-1.0-py3-none-any.whl on http://index.test/simple/ has sha256=${aWheel({ name: 'lib' }).sha256}
  given: ${wrong.replace(':', '=')}
  asked for: lib==1.0 (wrong.txt:2:1)
hint: the hashes may be of files for other platforms or Pythons, or the file was replaced since they were written: find out which before you change them`)
  expect(server.asked(/\.whl$/)).toEqual([])
})

test('an index that publishes no hashes is not taken at its word', async () => {
  server.addIndex('simple', { hashAlgorithms: [] })
  releases('lib 1.0')
  const wrong = '0'.repeat(64)
  expect(await failure(['-r', file('wrong2.txt', `lib==1.0 --hash=sha256:${wrong}\n`)])).toContain(`\
lib-1.0-py3-none-any.whl does not have the expected hash: expected sha256=${wrong}, got sha256=${aWheel({ name: 'lib' }).sha256}`)
  expect(await failure(['--require-hashes', 'lib==1.0'])).toContain('\n  lib==1.0 --hash=sha256:… (its index publishes none)  # argument "lib==1.0"')
})

test('a name that nobody knows: asked for by a slip, by another project, in place of a file', async () => {
  releases('requests 1.0', 'app 1.0: reqests')
  expect(await failure(['requests', 'reqests'])).toBe(`\
error[package-unknown]: no project named reqests was found (asked: http://index.test/simple/)
  --> argument "reqests"
hint: did you mean requests?`)
  expect(await failure(['requests', 'app'])).toBe(`\
error[package-unknown]: no project named reqests was found (asked: http://index.test/simple/)
  --> argument "app"
  Because you require app and app 1.0 depends on reqests, which was not found, no versions satisfy all requirements.
hint: did you mean requests?`)
  expect(await failure(['requirements.txt'])).toBe(`\
error[package-unknown]: no project named requirements-txt was found (asked: http://index.test/simple/)
  --> argument "requirements.txt"
hint: to install what a file lists, write -r requirements.txt`)
})

test('a name that was not looked for everywhere', async () => {
  expect(await failure(['--offline', 'nowhere'])).toBe(`\
error[package-unknown]: no project named nowhere was found (asked: http://index.test/simple/)
  --> argument "nowhere"
hint: with --offline only what earlier runs kept is known, and they kept nothing of nowhere on http://index.test/simple/`)
  server.fault('/simple/', { kind: 'status', status: 403 })
  expect(await failure(['nowhere'])).toBe(`\
error[package-unknown]: no project named nowhere was found (asked: http://index.test/simple/)
  --> argument "nowhere"
hint: http://index.test/simple/ answered 403 for nowhere, as some indexes do for names they do not have; if it has it, it wants credentials`)
})

test('a slip of a name that an earlier run met, and a name that an earlier run found elsewhere', async () => {
  releases('requests', 'app: requests')
  server.addIndex('other').add(aWheel({ name: 'inner-tool' }), { index: 'other' })
  const kept = (name: string): string[] => ['--cache-dir', join(folder, 'kept'), name]
  expect(await failure(kept('app'))).toBe('')
  expect(await failure([...kept('inner-tool'), '--index-url', server.indexUrl('other')])).toBe('')
  expect(await failure(kept('reqests'))).toBe(`\
error[package-unknown]: no project named reqests was found (asked: http://index.test/simple/)
  --> argument "reqests"
hint: did you mean requests?`)
  expect(await failure(kept('inner-tool'))).toBe(`\
error[package-unknown]: no project named inner-tool was found (asked: http://index.test/simple/)
  --> argument "inner-tool"
hint: an earlier run found inner-tool on http://index.test/other/: --extra-index-url asks there, too`)
})

test('an index that was not asked, by a rule of the user', async () => {
  releases('lib 1.0')
  server.addIndex('other').add(aWheel({ name: 'lib', version: '2.0' }), { index: 'other' })
  const both = ['--extra-index-url', server.indexUrl('other')]
  expect(await failure(['lib>=2', ...both])).toBe('')
  expect(await failure(['lib>=2', ...both, '--index-strategy', 'first-match'])).toContain(`
hint: http://index.test/simple/ has lib and comes first (--index-strategy first-match), so http://index.test/other/ was not asked for it`)
  expect(await failure(['lib>=2', ...both, '--index-owner', `lib=${server.indexUrl()}`])).toContain(`
hint: lib belongs to one index (--index-owner), so http://index.test/other/ was not asked for it`)
})

test('a name that its own index does not have: others are neither named as asked nor recommended', async () => {
  releases('ours 1.0')
  const cache = ['--cache-dir', join(folder, 'owned')]
  expect(await failure([...cache, 'ours'])).toBe('')
  expect(await failure([...cache, 'ours', '--index-owner', `ours=${server.origin}/private/`])).toBe(`\
error[package-unknown]: no project named ours was found (the index that --index-owner names for it does not have it)
  --> argument "ours"
hint: ours belongs to one index (--index-owner), so http://index.test/simple/ was not asked for it`)
})

test('all that is missing where nothing can be fetched: names, and then files', async () => {
  releases('app: lib, other>=2, tool[fast]', { name: 'tool', extras: { fast: ['speed'] } }, 'lib: deep', 'deep', 'speed', 'other 2.0')
  const cache = ['--cache-dir', join(folder, 'offline')]
  expect(await failure([...cache, 'tool', '--no-deps'])).toBe('')
  expect(await failure([...cache, 'app', '--no-deps'])).toBe('')
  expect(await failure([...cache, '--offline', 'app', 'more'])).toContain(`
  missing in all, as far as can be told from here: 4 projects
    more: nothing is there, asked for as more
    lib: nothing is there, needed as lib by app 1.0
    other: nothing is there, needed as other>=2 by app 1.0
    speed: nothing is there, needed as speed by tool[fast] 1.0`)
  expect(await failure(['--no-index', '--find-links', folder, 'one', 'two'])).toMatch(/missing in all.*: 2 projects\n {4}one: .*\n {4}two: /)
  expect(await failure([...cache, 'app'])).toBe('')
  const run = await runEngine(['--python', env.python, ...cache, '--index-url', server.indexUrl(), '--offline', 'app'])
  expect(run.error?.code).toBe('index-unreachable')
  expect(run.text).toContain('the files of 6 packages would have to be fetched, and --offline allows no request')
  expect(run.text).toMatch(/\n {2}deep 1\.0: deep \(from lib 1\.0\)/)
})
