import { expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { allowedFormats, releasesAllowed } from '../../src/requests/controls.ts'
import { readInstallOptions } from '../../src/requests/install-options.ts'
import { explainSettings } from '../../src/requests/options/explain.ts'
import { parseCommandLine } from '../../src/requests/options/command-line.ts'
import { OPTIONS } from '../../src/requests/options/table.ts'
import { readPipConfig } from '../../src/requests/pip-config.ts'
import { readLineOptions } from '../../src/standards/requirements-options.ts'
import { normalizeName } from '../../src/standards/names.ts'
import { tempFolder } from '../support/temp.ts'
import { lay, optionsOf, read, worldOf } from './reader.ts'

const folder = tempFolder('settings-')
lay(folder, {
  'etc/pip/pip.conf': '[global]\ntimeout = 3\nindex-url = https://global.test/simple\n[install]\ntimeout = 4\n',
  'home/.pip/pip.conf': '[global]\nindex-url = https://user:secret-one@legacy.test/simple\n',
  'config/pip/pip.conf': '[global]\nindex-url = https://user.test/simple\nextra-index-url =\n    https://one.test\n    https://two.test\n',
  'prefix/pip.conf': '[install]\nretries = 1\n',
})
const here = { folder }
const configured = { folder, configured: true }

test('the flag outweighs the variable, the variable the files, [install] [global], later files earlier ones', async () => {
  const indexUrl = async (args: string[], env: Record<string, string>): Promise<unknown> => (await read(['x', ...args], { ...configured, env })).requests.indexes.indexUrl?.value
  expect(await indexUrl([], {})).toBe('https://user.test/simple')
  expect(await indexUrl([], { PIP_INDEX_URL: 'https://env.test' })).toBe('https://env.test')
  expect(await indexUrl(['-i', 'https://flag.test'], { PIP_INDEX_URL: 'https://env.test' })).toBe('https://flag.test')
  expect(await indexUrl([], { PIP_CONFIG_FILE: '/dev/null' })).toBeUndefined()
  expect((await read(['x'], configured)).requests.network.timeoutMs).toBe(4000)
  expect((await read(['x', '--extra-index-url', 'https://three.test'], configured)).requests.indexes.extraIndexUrls.map(({ value }) => value)).toEqual(['https://one.test', 'https://two.test', 'https://three.test'])
})

test('the site file is the one of the interpreter that is installed for', () => {
  const site = readPipConfig(worldOf(configured), { home: { prefix: `${folder}/prefix`, basePrefix: '/usr' }, isIsolated: false })
  expect(site.settings.map(({ option, value }) => `${option.long[0]}=${value}`)).toContain('retries=1')
  expect(site.files.map(({ level, path, found }) => `${level} ${path.replace(folder, '')} ${found}`)).toEqual([
    'global /etc/pip/pip.conf true', expect.stringMatching(/^global \/etc\/pip\.conf /), 'user /home/.pip/pip.conf true', 'user /config/pip/pip.conf true', 'site /prefix/pip.conf true',
  ])
})

test('macOS and Windows keep their files elsewhere', () => {
  const files = (platform: NodeJS.Platform, env: Record<string, string> = {}): string[] =>
    readPipConfig({ env, cwd: '/', platform, homeDir: '/Users/me' }, { home: { prefix: '/p', basePrefix: '/opt/homebrew/opt/python@3.13/Frameworks/Python.framework/Versions/3.13' }, isIsolated: false }).files.map((file) => file.path)
  expect(files('darwin')).toEqual(['/opt/homebrew/share/pip/pip.conf', '/Library/Application Support/pip/pip.conf', '/Users/me/.pip/pip.conf', '/Users/me/.config/pip/pip.conf', '/p/pip.conf'])
  expect(files('win32', { ALLUSERSPROFILE: '/ProgramData', APPDATA: '/AppData' })).toEqual(['/ProgramData/pip/pip.ini', '/Users/me/pip/pip.ini', '/AppData/pip/pip.ini', '/p/pip.ini'])
})

test('what was said, what is in force and where from, without credentials', () => {
  const world = worldOf({ ...configured, env: { PIP_TIMEOUT: '9' } })
  const line = parseCommandLine(['install', '--timeout', '1', '-i', 'https://me:secret-two@flag.test'])
  const config = readPipConfig(world, { isIsolated: false })
  const options = readInstallOptions(line, config.settings, world)
  const explained = explainSettings([...config.replaced, ...config.settings, ...line.settings], options.effective)
  const timeout = explained.find(({ field }) => field === 'timeout')
  expect(timeout?.settings.map(({ value, from, inForce }) => [value, from.replace(folder, ''), inForce])).toEqual([
    ['1', '--timeout', true], ['9', 'PIP_TIMEOUT', false], ['4', '/etc/pip/pip.conf [install.timeout]', false], ['3', '/etc/pip/pip.conf [global.timeout]', false],
  ])
  const index = explained.find(({ field }) => field === 'index-url')
  expect(index?.settings.map(({ value, inForce }) => [value, inForce])).toEqual([
    ['https://****@flag.test', true], ['https://user.test/simple', false], ['https://****@legacy.test/simple', false], ['https://global.test/simple', false],
  ])
})

test.each([
  ['[global]\nno delimiter\n', 'line 2: neither a [section] nor key = value'],
  ['timeout = 3\n', 'line 1: there is no [section] above this line'],
  ['[global]\na = 1\n[global]\n', 'line 3: section [global] is there twice'],
  ['[global]\na-b = 1\nA_B = 2\n', 'line 3: a-b is there twice in section [global]'],
])('a configuration file that is none: %j', (text, message) => {
  lay(folder, { 'broken.conf': text })
  expect(() => optionsOf(['x'], { folder, env: { PIP_CONFIG_FILE: `${folder}/broken.conf` } })).toThrow(expect.objectContaining({
    code: 'config-syntax', message: `pip's configuration file cannot be parsed: ${message}`, origin: { kind: 'file', path: `${folder}/broken.conf` },
  }))
})

test('a bad value says where it was said', () => {
  expect(() => optionsOf(['x'], { folder, env: { PIP_TIMEOUT: 'soon' } })).toThrow(expect.objectContaining({ code: 'config-syntax', message: '--timeout needs a number, not "soon"', origin: { kind: 'environment', name: 'PIP_TIMEOUT' } }))
  expect(() => optionsOf(['x', '--retries', '1.5'], here)).toThrow(expect.objectContaining({ code: 'usage', message: '--retries needs a whole number, not "1.5"' }))
  expect(() => optionsOf(['x', '--upgrade-strategy', 'never'], here)).toThrow(expect.objectContaining({ code: 'usage', hint: 'choose from only-if-needed, eager' }))
  expect(() => optionsOf(['x'], { folder, env: { PIP_PRE: 'perhaps' } })).toThrow(expect.objectContaining({ code: 'config-syntax' }))
  expect(() => optionsOf(['x', '--jobs', '0'], here)).toThrow(expect.objectContaining({ code: 'usage', message: '--jobs needs a number from 1, or auto, not "0"' }))
})

test('options of pip that are not carried out are refused by name, or noted', () => {
  expect(() => optionsOf(['x', '--use-deprecated', 'legacy-resolver'], here)).toThrow(expect.objectContaining({ code: 'input-unsupported', message: expect.stringContaining('--use-deprecated legacy-resolver') }))
  expect(() => optionsOf(['x'], { folder, env: { PIP_USE_DEPRECATED: '' } })).not.toThrow()
  expect(optionsOf(['x', '--use-feature', 'fast-deps'], here).notices.map(({ level, text }) => `${level} ${text}`)).toEqual([expect.stringMatching(/^debug --use-feature has no effect: /)])
  expect(() => optionsOf(['x', '--use-feature', 'nonsense'], here)).toThrow(expect.objectContaining({ code: 'usage' }))
})

test('combinations that pip refuses', () => {
  for (const args of [['--user', '--target', 'x'], ['--user', '--prefix', 'x'], ['--pre', '--only-final', 'x'], ['--only-deps', '--no-deps'], ['--only-deps', '-r', 'x'], ['--only-deps', '--group', 'x'], ['--only-deps', '--requirements-from-script', 'x'], ['--venv', 'v', '--user'], ['--platform', 'win32'], ['--platform', 'win32', '--only-binary', ':all:'], ['--target', 'x', '--python-version', '3.x', '--no-deps']]) {
    expect(() => optionsOf(['x', ...args], here)).toThrow(expect.objectContaining({ code: 'usage' }))
  }
  expect(optionsOf(['x', '--target', 't', '--python-version', '39', '--platform', 'win32', '--only-binary', ':all:'], here).target.restriction).toEqual({ platforms: ['win32'], pythonVersion: [3, 9], implementation: undefined, abis: [] })
})

test('formats and releases by name, then by :all:', () => {
  const { values } = optionsOf(['x', '--no-binary', ':all:', '--only-binary', 'Foo_Bar', '--all-releases', 'a', '--only-final', ':all:'], here)
  expect(values.all('format-control')).toHaveLength(2)
  const control = { noBinary: { all: true, names: [] }, onlyBinary: { all: false, names: [normalizeName('Foo_Bar')] } }
  expect([allowedFormats(control, normalizeName('foo-bar')), allowedFormats(control, normalizeName('x'))]).toEqual([{ wheels: true, sources: false }, { wheels: false, sources: true }])
  const release = { allReleases: { all: false, names: [normalizeName('a')] }, onlyFinal: { all: true, names: [] } }
  expect([releasesAllowed(release, normalizeName('a')), releasesAllowed(release, normalizeName('b'))]).toEqual([true, false])
})

test.each([
  ['P3D', Date.UTC(2024, 0, 1) - 3 * 86_400_000], ['2023-01-01T00:00:00Z', Date.UTC(2023, 0, 1)], ['2023-01-01T02:00:00+02:00', Date.UTC(2023, 0, 1)], ['20230101T000000Z', Date.UTC(2023, 0, 1)],
  ['2023-01-01', new Date(2023, 0, 1).getTime()], ['2023-01-01 10:30', new Date(2023, 0, 1, 10, 30).getTime()], ['2023-01-01T00:00:00.5Z', Date.UTC(2023, 0, 1) + 500],
])('files uploaded before %s', async (text, expected) => {
  const { requests } = await read(['x', '--uploaded-prior-to', text, '--uploaded-any-time', 'Internal_Tool'], { folder, nowMs: Date.UTC(2024, 0, 1) })
  expect(requests.policy).toMatchObject({ uploadedPriorToMs: expected, uploadedAnyTime: ['internal-tool'] })
})

test.each(['3 days', '2023-13-01', '2023-02-30', 'P3W', ''])('%j is no time', (text) => {
  expect(() => optionsOf(['x', '--uploaded-prior-to', text], here)).toThrow(expect.objectContaining({ code: 'usage' }))
})

test('index owners and refreshing', async () => {
  const { requests } = await read(['x', '--index-owner', 'Internal_*=https://corp.test/simple', '--refresh-package', 'A,b_c', '--index-strategy', 'first-match'], here)
  expect(requests.indexes).toMatchObject({ owners: [{ pattern: 'internal-*', url: 'https://corp.test/simple' }], refresh: { all: false, names: ['a', 'b-c'] }, strategy: 'first-match' })
  expect(() => optionsOf(['x', '--index-owner', 'internal'], here)).toThrow(expect.objectContaining({ code: 'usage' }))
})

test('CA bundles of the environment count unless a proxy is named', async () => {
  const env = { REQUESTS_CA_BUNDLE: 'ca.pem', PIP_CERT: '' }
  expect((await read(['x'], { folder, env })).requests.network.certFile).toEqual({ value: `${folder}/ca.pem`, origin: { kind: 'environment', name: 'REQUESTS_CA_BUNDLE' } })
  expect((await read(['x', '--proxy', 'http://p.test'], { folder, env })).requests.network.certFile).toBeUndefined()
  expect((await read(['x', '--cert', '~/mine.pem'], { folder, env })).requests.network.certFile?.value).toBe(`${folder}/home/mine.pem`)
  expect((await read(['x', '--no-input'], here)).requests.network.keyringProvider).toBe('disabled')
})

test('compiling is off unless asked for, whatever --no-compile says in configuration', () => {
  expect([optionsOf(['x'], here), optionsOf(['x', '--compile'], here), optionsOf(['x', '--compile', '--no-compile'], here)].map(({ install }) => install.compile)).toEqual([false, true, false])
  expect([{ PIP_COMPILE: '1' }, { PIP_NO_COMPILE: '1' }, { PIP_NO_COMPILE: '0' }].map((env) => optionsOf(['x'], { folder, env }).install.compile)).toEqual([true, false, false])
})

test('own options are no business of PIP_* variables', () => {
  expect(optionsOf(['x'], { folder, env: { PIP_JOBS: '3', PIP_VENV: 'x', PIP_OFFLINE: '1' } })).toMatchObject({ run: { jobs: undefined }, target: { venv: undefined } })
})

test('the grammar of requirements files and the table of options name the same options', () => {
  const inFiles = OPTIONS.filter(({ places }) => places.some((place) => place === 'requirements-file' || place === 'requirement'))
  const source = readFileSync(new URL('../../src/standards/requirements-options.ts', import.meta.url), 'utf8')
  const grammar = [...source.slice(source.indexOf('const FLAGS'), source.indexOf('const SHORT')).matchAll(/'([a-z-]+)'/g)].map((match) => match[1])
  expect(grammar.sort()).toEqual(inFiles.map(({ long }) => long[0]).sort())
  for (const { long, short, value } of inFiles) {
    for (const word of [...long.map((name) => `--${name}`), ...(short === undefined ? [] : [`-${short}`])]) {
      const words = [word, ...(value === undefined ? [] : ['v'])].map((text, index) => ({ text, offset: index }))
      expect(readLineOptions(words)).toMatchObject({ ok: true, value: { options: [{ name: long[0] }] } })
    }
  }
})
