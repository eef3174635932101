import { afterAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { isUserError } from '../../src/kernel/errors.ts'
import { Secrets } from '../../src/kernel/secrets.ts'
import { readInstallOptions } from '../../src/requests/install-options.ts'
import { parseCommandLine } from '../../src/requests/options/command-line.ts'
import { readPipConfig } from '../../src/requests/pip-config.ts'
import { readRequests } from '../../src/requests/read.ts'
import type { Requests } from '../../src/requests/types.ts'
import { makeFolder, removeFolder } from '../support/folders.ts'
import { expectAgreement, generate } from '../support/packaging/agreement.ts'
import { describeRequirement } from './described.ts'
import { askPip } from './pip-oracle.ts'

// Whole command lines over trees of requirements files, compared with what pip would hand to its resolver and its finder.
const root = makeFolder('runs-')
afterAll(() => removeFolder(root))

const digest = 'ab'.repeat(32)
const requirement = fc.constantFrom(
  'foo==1.0', 'Bar[x, Y_z]>=2 ; python_version > "3"', `baz==1 --hash=sha256:${digest}`, `baz==1 --hash sha256:${digest.toUpperCase()} --hash=sha512:${digest}`, './project', '.', './project[extra]', '-e ./project', '-e project[a,b]',
  'name @ https://host.test/x-1.0.tar.gz', `name @ https://host.test/x-1.0.tar.gz#sha256=${digest}`, 'git+https://host.test/r@v1#egg=repo&subdirectory=s', '-e git+https://host.test/r#egg=repo', 'foo ; extra == "x"',
  'wheels/qux-1.0-py3-none-any.whl', 'foo --config-settings k=v -C k=w', 'foo===1.0-weird', 'foo \\\n    >= 1, \\\n    < 2', 'foo # comment', 'foo --no-binary foo', 'foo -r more.txt', 'foo --pre', 'foo==${VERSION}', 'file:project#egg=proj',
  '-e ./project --hash=sha256:ab', '${UNSET}==1', 'https://${TOKEN}@host.test/p-1.0.zip', '--editable=project', '-e . extra-word',
)
const optionLine = fc.constantFrom(
  '-r more.txt', '-r sub/deep.txt', '--requirement=sub/deep.txt', '-c cons.txt', '--constraint cons.txt', '--index-url https://file.index.test/simple', '-i https://i.index.test', '--extra-index-url https://extra.index.test',
  '--no-index', '-f wheels', '--find-links sub', '--find-links=https://links.test/', '-f wheels -f sub', '--no-binary foo,bar', '--only-binary :all:', '--only-binary=:none:', '--pre', '--prefer-binary', '--require-hashes', '--no-require-hashes',
  '--trusted-host host.test:1', '-r more.txt --no-index', '-c cons.txt -r more.txt', '--hash=sha256:ab', '--index-url "" ', '--index https://abbreviated.index.test', '--use-feature fast-deps', 'leftover', '# only a comment', '   ', '\\', '',
)
const bad = fc.constantFrom('foo==', '--user', '-r nowhere.txt', '--hash=md5:1 foo', '-e', '"unclosed', 'foo --hash=md5:1', '--no-index=1', '-r requirements.txt', './nothing-here', '-x', 'foo bar', '--only-final')
const constraint = fc.constantFrom('foo<3', 'bar==2 ; sys_platform == "none"', `baz==1 --hash=sha256:${digest}`, 'name @ https://host.test/x-1.0.tar.gz', 'https://host.test/y.zip#egg=why', '--extra-index-url https://c.index.test', '# c')
const badConstraint = fc.constantFrom('foo[x]==1', './project', '-e ./project', 'https://host.test/y.zip')
const lines = (...pools: readonly (readonly [number, fc.Arbitrary<string>])[]): fc.Arbitrary<string> =>
  fc.array(fc.oneof(...pools.map(([weight, arbitrary]) => ({ weight, arbitrary }))), { maxLength: 6 }).map((all) => all.join('\n'))

const tree = fc.record({
  'requirements.txt': lines([12, requirement], [12, optionLine], [1, bad]),
  'more.txt': lines([10, requirement], [4, optionLine.filter((line) => !/-r|--requirement/.test(line))], [1, bad]),
  'sub/deep.txt': lines([10, requirement.filter((line) => !line.includes('more.txt'))], [3, fc.constantFrom('-c ../cons.txt', '-f wheels', '-f ../wheels', '-r ../more.txt', '--no-index')]),
  'cons.txt': lines([20, constraint], [1, badConstraint]),
})
const argument = fc.constantFrom(['-r', 'requirements.txt'], ['-r', 'requirements.txt'], ['-c', 'cons.txt'], ['foo>1'], ['./project'], ['-e', 'project'], ['--no-index'], ['--extra-index-url', 'https://flag.index.test'], ['-i', 'https://flag.index.test'],
  ['-f', 'wheels'], ['--no-binary', ':all:'], ['-C', 'a=1'], ['--pre'], ['--group', 'docs'], ['--group', 'sub/pyproject.toml:all'], ['--group', 'none'], ['-r', 'sub/deep.txt'], ['--require-hashes'])
const PYPROJECT = '[project]\nname = "sample"\n[dependency-groups]\ndocs = ["sphinx>=7", {include-group = "base"}]\nbase = ["furo ; python_version > \'3\'"]\nall = ["sphinx", "x @ https://host.test/x.zip"]\n'
const CASES = Number(process.env['RUN_CASES'] ?? 150)
const runs = generate(fc.record({ files: tree, args: fc.array(argument, { minLength: 1, maxLength: 3 }).map((groups) => groups.flat()) }), CASES).map(({ files, args }, index) => {
  const folder = path.join(root, String(index))
  for (const name of ['project', 'sub', 'wheels']) mkdirSync(path.join(folder, name), { recursive: true })
  const fixed = { 'pyproject.toml': PYPROJECT, 'sub/pyproject.toml': PYPROJECT, 'project/pyproject.toml': '', 'wheels/qux-1.0-py3-none-any.whl': '' }
  for (const [name, text] of Object.entries({ ...fixed, ...files })) writeFileSync(path.join(folder, name), text)
  return { folder, args, env: { HOME: root, XDG_CONFIG_DIRS: root, VERSION: '1.5', TOKEN: 'secret' }, files }
})
const answers = askPip<{ run: (object | null)[] }>(root, { run: runs })
const ours = await Promise.all(runs.map(describeOurs))

test('what pip would resolve and where it would look is what we would', () => {
  expect(answers.run.filter((answer) => answer !== null).length).toBeGreaterThan(CASES / 3)
  expectAgreement(runs.map(({ args, files }, index) => ({ args, ...files, index })), ({ index }) => ours[index] ?? null, answers.run)
})

async function describeOurs({ folder, args, env }: (typeof runs)[number]): Promise<object | null> {
  const world = { env, cwd: folder, platform: process.platform, homeDir: root }
  const readers = { fetchText: () => Promise.reject(new Error('no network')), readStdin: () => Promise.resolve(new Uint8Array()) }
  try {
    const options = readInstallOptions(parseCommandLine(['install', ...args]), readPipConfig(world, { isIsolated: false }).settings, world)
    return describe(await readRequests(options, { world, readers, secrets: new Secrets(), nowMs: 0, target: undefined }), folder)
  } catch (error) {
    if (isUserError(error)) return null
    throw error
  }
}

function describe({ set, indexes, policy }: Requests, folder: string): object {
  const { formatControl } = policy
  const words = ({ all, names }: { all: boolean; names: readonly string[] }): string[] => [...(all ? [':all:'] : []), ...names].sort()
  return {
    requirements: set.requirements.map((each) => describeRequirement(each, folder)),
    constraints: set.constraints.map((each) => describeRequirement(each, folder)),
    indexes: indexes.noIndex ? [] : [indexes.indexUrl?.value ?? null, ...indexes.extraIndexUrls.map(({ value }) => value)],
    links: indexes.findLinks.map(({ value }) => value), noIndex: indexes.noIndex,
    requireHashes: policy.requireHashes, preferBinary: policy.preferBinary, noBinary: words(formatControl.noBinary), onlyBinary: words(formatControl.onlyBinary),
  }
}
