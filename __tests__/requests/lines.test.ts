import { expect, test } from '@jest/globals'
import { tempFolder } from '../support/temp.ts'
import { lay, read, texts, type Read } from './reader.ts'

const folder = tempFolder('lines-')
const digest = 'ab'.repeat(32)
lay(folder, { 'sub/wheels/x.txt': '', 'project/pyproject.toml': '' })

async function lines(text: string, ...args: string[]): Promise<Read> {
  lay(folder, { 'sub/in.txt': text })
  return read([...args, '-r', 'sub/in.txt'], { folder, env: { TOKEN: 'very-secret', HOST: 'host.test', CI_JOB: 'job-token-1' } })
}

test('options act on the whole run, wherever they stand', async () => {
  const { requests } = await lines('flask\n--index-url https://i.test/simple\n--extra-index-url https://e.test\n-f wheels\n--pre\n--no-binary click\n--prefer-binary\n--trusted-host h.test\n')
  expect(requests.indexes).toMatchObject({
    indexUrl: { value: 'https://i.test/simple', origin: { path: 'sub/in.txt', line: 2, column: 13 } },
    extraIndexUrls: [{ value: 'https://e.test' }], findLinks: [{ value: `${folder}/sub/wheels` }],
  })
  expect(requests.policy).toMatchObject({ releaseControl: { allReleases: { all: true } }, preferBinary: true, formatControl: { noBinary: { all: false, names: ['click'] } } })
  expect(requests.network.trustedHosts).toEqual(['h.test'])
})

test('--index-url in a file takes the place of every index before it; --no-index ends them', async () => {
  const replaced = await lines('--index-url https://file.test\n', '--extra-index-url', 'https://flag.test')
  expect(replaced.requests.indexes).toMatchObject({ indexUrl: { value: 'https://file.test' }, extraIndexUrls: [] })
  const none = await lines('--no-index\n--index-url https://file.test\n--extra-index-url https://more.test\n')
  expect(none.requests.indexes).toMatchObject({ noIndex: true, indexUrl: undefined, extraIndexUrls: [] })
})

test('a hash anywhere makes hashes mandatory, a URL fragment does not', async () => {
  const { requests } = await lines(`flask==3 --hash=sha256:${digest.toUpperCase()} \\\n  --hash sha512:${digest}${digest}\n`)
  expect(requests.policy.requireHashes).toBe(true)
  expect(requests.set.requirements[0]?.hashes).toEqual([{ algorithm: 'sha256', hex: digest }, { algorithm: 'sha512', hex: digest + digest }])
  expect((await lines(`x @ https://h.test/x.zip#sha256=${digest}\n`)).requests.policy.requireHashes).toBe(false)
  expect((await lines(`flask==3 --hash=sha256:${digest}\n--no-require-hashes\n`)).requests.policy.requireHashes).toBe(false)
  lay(folder, { 'limits.txt': `flask==3 --hash=sha256:${digest}\n` })
  expect((await lines('flask\n', '-c', 'limits.txt')).requests.policy.requireHashes).toBe(true)
  await expect(lines('--no-require-hashes\n', '--require-hashes')).rejects.toMatchObject({ code: 'usage' })
})

test('settings for the build belong to their requirement; those of the command line to what it names', async () => {
  const { requests } = await lines('./project --config-settings a=1 -C a=2 -C b=3\n-e ./project -C c=4\nflask\n', 'named', '-C', 'x=9')
  expect(requests.set.requirements.map(({ text, configSettings }) => [text, configSettings])).toEqual([
    ['named', { x: '9' }], ['./project', { a: ['1', '2'], b: '3' }], ['./project', { c: '4' }], ['flask', {}],
  ])
})

test('what pip drops in silence is dropped with a word', async () => {
  const { requests } = await lines('flask --pre\n-r ../sub/none.txt --no-index\n'.replace('-r ../sub/none.txt --no-index\n', '') + '-f wheels -f other\n--hash=sha256:ab\nclick -r more.txt\n--no-index word\n')
  expect(requests.notices.map(({ text, origin }) => `${origin.kind === 'file' ? origin.line : ''} ${text}`)).toEqual([
    '1 --pre is ignored here, as pip does: it has to stand on a line of its own',
    '2 --find-links is ignored here, as pip does: a line takes one --find-links',
    '3 --hash is ignored here, as pip does: no requirement stands before it',
    '4 --requirement is ignored here, as pip does: it has to stand on a line of its own',
    '5 "word" is ignored, as pip does: it belongs to no option',
  ])
  expect(requests.policy.releaseControl.allReleases.all).toBe(false)
})

test('variables are expanded, and secrets among them masked from then on', async () => {
  const { requests, secrets } = await lines('x @ https://user:${TOKEN}@${HOST}/x.zip\n--extra-index-url https://${CI_JOB}@${HOST}/simple\n')
  expect(requests.set.requirements[0]?.direct).toEqual({ kind: 'archive', url: 'https://user:very-secret@host.test/x.zip' })
  expect(requests.indexes.extraIndexUrls[0]?.value).toBe('https://job-token-1@host.test/simple')
  expect(secrets.mask('git said: very-secret, job-token-1 at host.test')).toBe('git said: ****, **** at host.test')
})

test('credentials in URLs are masked wherever they come from', async () => {
  const { secrets } = await read(['x @ git+https://bot:pa%40ss-word@host.test/r', '-i', 'https://__token__:index-pass@i.test/simple', '--proxy', 'http://me:proxy-pass@p.test'], { folder })
  expect(secrets.mask('pa@ss-word pa%40ss-word index-pass proxy-pass __token__')).toBe('**** **** **** **** __token__')
})

test('the same place with different fragments, and every kind of direct reference', async () => {
  const { requests } = await lines('git+ssh://git@host.test/org/repo.git@v1.0#egg=Re_po&subdirectory=py\nx[a,B] @ https://host.test/x.tar.gz ; python_version > "3"\nhg+https://host.test/r@tip#egg=h\n-e git+file:///srv/repo#egg=e\nfile:../lines-project\n'.replace('file:../lines-project\n', 'file:project#egg=p\n'))
  expect(requests.set.requirements.map(({ name, extras, direct }) => ({ name, extras, direct }))).toEqual([
    { name: 're-po', extras: [], direct: { kind: 'vcs', vcs: 'git', url: 'ssh://git@host.test/org/repo.git', ref: 'v1.0', subdirectory: 'py', editable: false } },
    { name: 'x', extras: ['a', 'b'], direct: { kind: 'archive', url: 'https://host.test/x.tar.gz' } },
    { name: 'h', extras: [], direct: { kind: 'vcs', vcs: 'hg', url: 'https://host.test/r', ref: 'tip', editable: false } },
    { name: 'e', extras: [], direct: { kind: 'vcs', vcs: 'git', url: 'file:///srv/repo', editable: true } },
    { name: 'p', extras: [], direct: { kind: 'directory', path: `${folder}/project`, editable: false } },
  ])
})

test('requirements come in pip\'s order: arguments, groups, editables, files', async () => {
  lay(folder, { 'pyproject.toml': '[dependency-groups]\ndev = ["grouped"]\n' })
  expect(texts(await lines('filed\n', '-e', './project', '--group', 'dev', 'argued'))).toEqual(['argued', 'grouped', './project', 'filed'])
})
