import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { buildPlace, type BuildPlace, type Installed } from '../support/building.ts'
import { startGitServer, type GitServer } from '../support/git-server.ts'
import { startIndex, type IndexServer } from '../support/index-server/server.ts'
import { aRepository, gitEnvironment, type TestRepository } from '../support/repository.ts'
import { sourceTree } from '../support/sdist.ts'
import { tempFolder } from '../support/temp.ts'

// Builds start many processes: generous, for machines that have other things to do.
jest.setTimeout(180_000)

/** Private repositories on a server that speaks smart HTTP and wants a password. */
const SECRET = 'pass-word/of+git=1'
const ENCODED = encodeURIComponent(SECRET)
const root = tempFolder('git-server-')
const homes = tempFolder('git-homes-')
let index: IndexServer
let server: GitServer
let place: BuildPlace
let repository: TestRepository
let first: string
let second: string

beforeAll(async () => {
  index = await startIndex()
  place = buildPlace(index)
  server = await startGitServer(root, `deploy:${SECRET}`)
  repository = await aRepository(join(root, 'private'))
  first = await repository.commit(sourceTree({ name: 'private', files: { 'private/__init__.py': 'WHAT = "tagged"\n' } }))
  await repository.git('tag', '-a', 'v1', '-m', 'first')
  second = await repository.commit(sourceTree({ name: 'private', files: { 'private/__init__.py': 'WHAT = "latest"\n' } }))
})
beforeEach(() => void server.requests.splice(0))
afterAll(async () => {
  place.close()
  await server.close()
  await index.close()
})

/** A home folder with git's configuration, and what is added to it. */
function home(name: string, more: { readonly config?: string; readonly netrc?: string }): Record<string, string> {
  const env = gitEnvironment(join(homes, name))
  const config = join(homes, name, '.gitconfig')
  if (more.config !== undefined) writeFileSync(config, `${readFileSync(config, 'utf8')}${more.config}`)
  if (more.netrc !== undefined) writeFileSync(join(homes, name, '.netrc'), more.netrc, { mode: 0o600 })
  return env
}

const helper = `[credential]\n\thelper = "!f() { test \\"$1\\" = get && printf 'username=deploy\\\\npassword=${SECRET}\\\\n'; }; f"\n`
const what = (): Promise<string> => place.python('import private; print(private.WHAT)')
const directUrl = (): unknown => JSON.parse(place.infoFile('private-1.0.dist-info', 'direct_url.json') ?? 'null')

/** No form of the password in anything printed, nor in any file that stays. */
function expectNoSecret({ output }: Installed): void {
  const forms = [SECRET, ENCODED, Buffer.from(SECRET).toString('base64'), Buffer.from(`deploy:${SECRET}`).toString('base64')]
  const files = [place.cacheDir, place.env.sitePackages].flatMap((folder) => globSync(join(folder, '**', '*'), { exclude: (name) => name.endsWith('.pyc') }))
  const texts = [output, ...files.filter((file) => statSync(file).isFile()).map((file) => readFileSync(file, 'latin1'))]
  expect(texts.filter((text) => forms.some((form) => text.includes(form)))).toEqual([])
}

describe('credentials of the user’s git', () => {
  test.each<[string, () => Record<string, string>]>([
    ['from a credential helper', () => home('helper', { config: helper })],
    ['from .netrc', () => home('netrc', { netrc: `machine 127.0.0.1 login deploy password ${SECRET}\n` })],
    ['from a program that asks (GIT_ASKPASS)', () => {
      const program = join(homes, 'ask.sh')
      writeFileSync(program, `#!/bin/sh\ncase "$1" in Username*) echo deploy;; *) echo '${SECRET}';; esac\n`, { mode: 0o755 })
      return { ...home('ask', {}), GIT_ASKPASS: program }
    }],
  ])('%s', async (_where, env) => {
    const url = server.url('private')
    const done = await place.install(['-v', '--no-cache-dir', '--force-reinstall', `private @ git+${url}@main`], { env: env() })
    expect([done.status, await what(), directUrl()]).toEqual([0, 'latest', { url, vcs_info: { commit_id: second, requested_revision: 'main', vcs: 'git' } }])
    expectNoSecret(done)
    expect(done.leftovers).toEqual([])
  })

  test('in the URL, by way of a variable; a repository of the same server inside it is fetched with them too', async () => {
    const inner = await aRepository(join(root, 'inner'))
    await inner.commit({ 'note.txt': 'from within' })
    const outer = await aRepository(join(root, 'outer'))
    await outer.commit(sourceTree({ name: 'private', files: { 'private/__init__.py': 'WHAT = "with a module"\n' } }))
    await outer.submodule(inner, 'private/inside')
    await outer.git('config', '-f', '.gitmodules', 'submodule.private/inside.url', '../inner')
    await outer.git('commit', '--quiet', '-am', 'relative')
    writeFileSync(join(place.folder, 'private.txt'), `private @ git+${server.url('outer', 'deploy:${GIT_TOKEN}')}\n`)
    const done = await place.install(['-v', '--force-reinstall', '-r', 'private.txt'], { env: { ...home('url', {}), GIT_TOKEN: ENCODED } })
    expect([done.status, await what()]).toEqual([0, 'with a module'])
    expect(directUrl()).toMatchObject({ url: server.url('outer') })
    expect(server.requests).toContain('POST /inner/git-upload-pack')
    expectNoSecret(done)
  })

  test('none, or wrong ones: says what is needed, asks nobody, shows nothing, changes nothing', async () => {
    for (const credentials of [undefined, `deploy:${ENCODED}x`]) {
      const failed = await place.install(['-v', `private @ git+${server.url('private', credentials)}@v1`], { env: { ...home('none', {}), GIT_ASKPASS: undefined, SSH_ASKPASS: undefined } })
      expect(failed.status).toBe(1)
      expect(failed.stderr).toMatch(/error\[repository-failed\]: git clone failed: fatal: /)
      expect(failed.stderr).toContain('hint: git needs credentials for this repository')
      expectNoSecret(failed)
      expect([await what(), failed.leftovers]).toEqual(['with a module', []])
    }
  })
})

describe('what is asked of the server', () => {
  const requirement = (ref: string): string[] => ['--force-reinstall', `private @ git+${server.url('private')}@${ref}`]

  test.each<[string, () => string, string, () => string]>([
    ['a tag', () => 'v1', 'tagged', () => first],
    ['a branch', () => 'main', 'latest', () => second],
    ['a full commit', () => first, 'tagged', () => first],
    ['a short commit', () => first.slice(0, 10), 'tagged', () => first],
  ])('%s', async (_what, ref, expected, commit) => {
    const done = await place.install(requirement(ref()), { env: home('helper', { config: helper }) })
    expect([done.status, await what(), directUrl()]).toMatchObject([0, expected, { vcs_info: { commit_id: commit(), requested_revision: ref() } }])
  })

  test('once a wheel is kept: the commit of a name, and nothing for a commit', async () => {
    const env = home('helper', { config: helper })
    const again = await place.install(requirement('v1'), { env })
    expect(again.counts).toMatchObject({ buildsDone: 0, buildsReused: 1 })
    expect(new Set(server.requests.map((request) => request.replace(/ 401$/, '')))).toEqual(new Set(['GET /private/info/refs', 'POST /private/git-upload-pack']))
    expect(server.requests.filter((request) => request.startsWith('POST'))).toHaveLength(1)
    server.requests.splice(0)
    const pinned = await place.install(requirement(first), { env })
    expect([pinned.counts['buildsReused'], server.requests]).toEqual([1, []])
  })
})
