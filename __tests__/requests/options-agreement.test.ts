import { afterAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { mkdirSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { isUserError } from '../../src/kernel/errors.ts'
import { Secrets } from '../../src/kernel/secrets.ts'
import { readInstallOptions } from '../../src/requests/install-options.ts'
import { startIndexes } from '../../src/requests/index-settings.ts'
import { readNetwork } from '../../src/requests/network-settings.ts'
import { parseCommandLine, isTyped } from '../../src/requests/options/command-line.ts'
import { readPipConfig } from '../../src/requests/pip-config.ts'
import { readPolicy } from '../../src/requests/policy.ts'
import type { World } from '../../src/requests/world.ts'
import { makeFolder, removeFolder } from '../support/folders.ts'
import { expectAgreement, generate } from '../support/packaging/agreement.ts'
import { askPip } from './pip-oracle.ts'

// Command line, PIP_* variables and configuration files together, compared with pip's own parser.
const folder = makeFolder('options-')
afterAll(() => removeFolder(folder))

const words = ['true', 'false', 'yes', 'no', '1', '0', 'On', '']
const lists = ['a,b', 'b,:all:,c', ':all:', ':none:', 'x', '']
const urls = ['https://one.index.test/simple', 'https://two.index.test\n    https://three.index.test', 'https://a.test https://b.test', '']
/** Keys with values that mostly suit them. */
const SAID: Readonly<Record<string, readonly string[]>> = {
  'index-url': urls, index_url: urls, 'Extra-Index-Url': urls, 'extra-index-url': urls, 'pypi-url': urls, '--index-url': urls, 'find-links': ['links', './a b', '~/wheels', ''], 'trusted-host': ['h.test', 'a.test b.test:80'],
  'no-index': words, pre: words, upgrade: words, 'no-deps': words, 'no-dependencies': words, 'require-hashes': words, 'prefer-binary': words, 'no-cache-dir': words, 'no-build-isolation': words, 'dry-run': words,
  'no-warn-script-location': words, user: words, 'no-user': words, verbose: [...words, '2', '-1', ' 1 ', '+1_0'], quiet: [...words, '3'], 'refresh-package': ['a,b', ':all:,:none:,c', '-x'], timeout: ['5', '1.5', '', 'x', '1e2'], 'default-timeout': ['7'], retries: ['2', '0', 'x', '', '-1'],
  'no-binary': lists, 'only-binary': lists, 'all-releases': lists, 'only-final': lists, 'upgrade-strategy': ['eager', 'only-if-needed', 'never', ''], cert: ['~/certs.pem', '/etc/c.pem', ''], proxy: ['http://p.test:1', ''],
  'cache-dir': ['cache', '~/cache', ''], constraint: ['a.txt b.txt', 'c.txt', '   '], requirement: ['r.txt', ''], 'config-settings': ['key=value', 'k=', 'bad', ''], group: ['pyproject.toml:docs', 'test', 'x.toml:y'],
  'unknown-key': ['1'], version: ['1'], report: ['-', 'weird value; # not a comment'],
}
const said = fc.constantFrom(...Object.entries(SAID).flatMap(([key, values]) => values.map((value) => [key, value] as const)))
const section = fc.constantFrom('global', 'install', 'install', 'freeze', 'DEFAULT', 'Global')
const iniText = fc.array(fc.tuple(section, fc.array(fc.tuple(said, fc.constantFrom(' = ', '=', ': ')).map(([[key, value], between]) => key + between + value), { maxLength: 4 })), { maxLength: 3 })
  .map((sections) => sections.map(([name, items]) => `[${name}]\n${items.join('\n')}\n# end\n`).join('\n'))
const homes = generate(iniText, 60).map((text, index) => {
  const home = path.join(folder, `home-${index}`)
  const file = index % 3 === 0 ? path.join(home, '.pip', 'pip.conf') : path.join(home, '.config', 'pip', 'pip.conf')
  for (const each of [path.dirname(file), path.join(home, 'etc', 'pip')]) mkdirSync(each, { recursive: true })
  writeFileSync(file, text)
  writeFileSync(path.join(home, 'etc', 'pip', 'pip.conf'), `[global]\ntimeout = ${index}\nextra-index-url = https://global.index.test\n[install]\nretries = ${index % 4}\n`)
  writeFileSync(path.join(home, 'named.conf'), '[install]\nindex-url = https://named.index.test\nno-binary = named\n')
  return home
})
writeFileSync(path.join(folder, 'broken.conf'), 'no section here\n')

const variable = said.map(([key, value]) => [`PIP_${key.toUpperCase().replaceAll('-', '_')}`, value.replace(/\n\s*/, ' ')] as const)
const environment = fc.record({
  home: fc.constantFrom(...homes),
  variables: fc.array(variable, { maxLength: 3 }),
  config: fc.constantFrom('', '', '', 'named', '/dev/null', 'missing', 'broken'),
}).map(({ home, variables, config }) => ({
  HOME: home,
  XDG_CONFIG_DIRS: path.join(home, 'etc'),
  ...Object.fromEntries(variables),
  ...(config === '' ? {} : { PIP_CONFIG_FILE: config === 'named' ? path.join(home, 'named.conf') : config === 'broken' ? path.join(folder, 'broken.conf') : config }),
}))
const argument = fc.constantFrom(
  ['-r', 'a.txt'], ['-rb.txt'], ['--requirement=c.txt'], ['-c', 'c.txt'], ['-e', './project'], ['-i', 'https://flag.index.test'], ['--pypi-url=https://pypi.index.test'], ['--extra-index-url', 'https://more.index.test'],
  ['-f', 'links'], ['--no-index'], ['-U'], ['-Uv'], ['-qq'], ['-v', '-v'], ['--upgrade-strategy', 'eager'], ['--upgrade-strategy=never'], ['--pre'], ['--no-binary', 'x,y'], ['--no-binary=:all:'],
  ['--only-binary', ':all:,:none:,z'], ['--only-binary=x'], ['--only-binary', ':none:'], ['--only-final', 'x'], ['--all-releases=:all:'], ['--timeout', '5'], ['--timeout=x'], ['--retries', '3'], ['--retries', '1.5'], ['--retries', '0x1F'], ['--retries', '010'], ['--retries', '09'], ['--retries', '0b11'], ['--retries', '1_0'], ['--timeout', '1_0.5e0_1'], ['--timeout', '1__0'], ['--timeout', '0x1'],
  ['--trusted-host', 'h.test:8080'], ['--cert', '~/c.pem'], ['--proxy='], ['--no-cache-dir'], ['--cache-dir', 'cache'], ['-C', 'a=1'], ['-Ca=2'], ['--config-settings', 'bad'], ['--no-build-isolation'],
  ['--user'], ['--no-user'], ['-t', 'out'], ['--report', '-'], ['--dry-run'], ['--dry'], ['-I'], ['--force-reinstall'], ['--no-deps'], ['--require'], ['--require-hashes'], ['--no-warn-script-location'], ['foo'],
  ['bar==1'], ['--', '-x'], ['--group', 'docs'], ['--group', 'sub/pyproject.toml:test'], ['--group', 'other.toml:x'], ['--group', 'pylock.dev.toml:x'], ['--bogus'], ['-x'], ['-r'], ['--no-'], ['--prefer'], ['-'],
)
// A dozen milliseconds each, spent in pip.
const CASES = Number(process.env['OPTION_CASES'] ?? 400)
const cases = generate(
  fc.record({ args: fc.tuple(fc.constantFrom([], [], [], ['--isolated']), fc.array(argument, { maxLength: 5 })).map((groups) => groups.flat(2)), env: environment, folder: fc.constant(folder) }),
  CASES,
)
const answers = askPip<{ options: (Record<string, unknown> | null)[] }>(folder, { options: cases })

test('options are in force as pip has them, wherever they were said', () => {
  expect(answers.options.filter((answer) => answer !== null).length).toBeGreaterThan(CASES / 4)
  expectAgreement(cases, describeOurs, answers.options)
})

function describeOurs({ args, env }: { readonly args: readonly string[]; readonly env: Readonly<Record<string, string>> }): object | null {
  const world: World = { env, cwd: folder, platform: process.platform, homeDir: env['HOME'] ?? homedir() }
  try {
    const line = parseCommandLine(['install', ...args])
    const config = readPipConfig(world, { isIsolated: isTyped(line, 'isolated') })
    return describe(readInstallOptions(line, config.settings, world), world)
  } catch (error) {
    if (isUserError(error)) return null
    throw error
  }
}

function describe(options: ReturnType<typeof readInstallOptions>, world: World): object {
  const { values, sources, install } = options
  const policy = readPolicy(values, { controls: [], preferBinary: false, requireHashes: false }, 0)
  const network = readNetwork(values, world, new Secrets())
  startIndexes(values, world)
  const sorted = ({ all, names }: { all: boolean; names: readonly string[] }): object => ({ all, names: [...names].sort() })
  const cache = values.last('cache-dir')
  return {
    requirements: sources.requirementFiles.map(({ value }) => value), constraints: sources.constraintFiles.map(({ value }) => value), editables: sources.editables.map(({ value }) => value),
    groups: sources.groups.map(({ value }) => [value.path, value.group]),
    indexUrl: values.text('index-url')?.value ?? null, extra: values.texts('extra-index-url').map(({ value }) => value), links: values.texts('find-links').map(({ value }) => value),
    noIndex: values.flag('no-index') === true,
    noBinary: sorted(policy.formatControl.noBinary), onlyBinary: sorted(policy.formatControl.onlyBinary),
    allReleases: sorted(policy.releaseControl.allReleases), onlyFinal: sorted(policy.releaseControl.onlyFinal),
    upgrade: policy.upgrade, strategy: policy.upgradeStrategy, force: policy.forceReinstall, ignoreInstalled: values.flag('ignore-installed') === true, noDeps: policy.noDependencies,
    pre: values.flag('pre') === true, preferBinary: policy.preferBinary, requireHashes: values.flag('require-hashes') === true, isolation: values.flag('build-isolation') !== false,
    warnScripts: install.warnScriptLocation, verbosity: values.count('verbose') - values.count('quiet'), timeout: values.number('timeout')?.value ?? 15, retries: values.number('retries')?.value ?? 5,
    cert: values.text('cert')?.value ?? null, proxy: network.proxy?.value ?? null, trusted: network.trustedHosts,
    cacheDir: cache === undefined ? null : cache.option.action === 'clear' ? false : (values.text('cache-dir')?.value ?? null),
    settings: sources.configSettings, user: values.flag('user') ?? null, target: values.text('target')?.value ?? null, report: install.reportFile ?? null, dryRun: install.dryRun,
    args: sources.requirements.map(({ value }) => value),
  }
}
