import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { cloneAt, obtainCheckout, remoteCommit } from '../../src/build/checkout.ts'
import { Git } from '../../src/build/git.ts'
import { aRepository, gitEnvironment, type TestRepository } from '../support/repository.ts'
import { tempFolder } from '../support/temp.ts'

const folder = tempFolder('checkout-')
const git = new Git({ env: gitEnvironment(folder), cwd: folder, signal: new AbortController().signal })
let clones = 0
const fresh = (): string => join(folder, 'clones', String((clones += 1)))
const content = (root: string): string => readFileSync(join(root, 'version.txt'), 'utf8')

interface History {
  readonly repository: TestRepository
  readonly commits: readonly string[]
}

/** For tests that leave it as it is. */
let shared: History
beforeAll(async () => { shared = await history() })

/** `main` at 3, tag v1 at 1 (annotated), branch dev at 2, a ref that is neither at 2. */
async function history(): Promise<History> {
  const repository = await aRepository(join(folder, `remote-${clones += 1}`))
  const commits = [await repository.commit({ 'version.txt': '1' })]
  await repository.git('tag', '-a', 'v1', '-m', 'first')
  commits.push(await repository.commit({ 'version.txt': '2' }))
  await repository.git('branch', 'dev')
  await repository.git('update-ref', 'refs/pull/7/head', 'HEAD')
  commits.push(await repository.commit({ 'version.txt': '3' }))
  return { repository, commits }
}

describe('a clone is at', () => {
  test.each<[string, (commits: readonly string[]) => string | undefined, string]>([
    ['the default branch', () => undefined, '3'],
    ['a branch', () => 'dev', '2'],
    ['an annotated tag', () => 'v1', '1'],
    ['a full commit', (commits) => commits[0], '1'],
    ['a short commit', (commits) => commits[1]?.slice(0, 8), '2'],
    ['a ref that clones do not bring', () => 'refs/pull/7/head', '2'],
    ['a full ref of a branch', () => 'refs/heads/dev', '2'],
  ])('%s', async (_what, refOf, expected) => {
    const { repository, commits } = shared
    const root = fresh()
    expect(await cloneAt(git, { url: repository.url, ref: refOf(commits) }, root)).toBe(commits[Number(expected) - 1])
    expect(content(root)).toBe(expected)
  })

  test('a commit that no branch reaches any more, where the server gives it', async () => {
    const { repository, commits } = await history()
    await repository.git('config', 'uploadpack.allowAnySHA1InWant', 'true')
    const lost = await repository.commit({ 'version.txt': 'lost' })
    await repository.git('reset', '--hard', commits[2] ?? '')
    const root = fresh()
    expect(await cloneAt(git, { url: repository.url, ref: lost }, root)).toBe(lost)
    expect(content(root)).toBe('lost')
  })

  test('its submodules, theirs included', async () => {
    const [inner, middle, outer] = await Promise.all(['inner', 'middle', 'outer'].map((name) => aRepository(join(folder, `${name}-${clones += 1}`))))
    if (inner === undefined || middle === undefined || outer === undefined) throw new Error('three repositories')
    await inner.commit({ 'inner.txt': 'deep' })
    await middle.submodule(inner, 'inside')
    await outer.submodule(middle, 'vendor/middle')
    const root = fresh()
    await cloneAt(git, { url: outer.url, ref: undefined }, root)
    expect(readFileSync(join(root, 'vendor/middle/inside/inner.txt'), 'utf8')).toBe('deep')
  })

  test.each([['without old file contents, where the server allows it', 'true', true], ['whole, where it does not', 'false', false]])('%s', async (_what, allowed, isPartial) => {
    const { repository } = await history()
    await repository.git('config', 'uploadpack.allowFilter', allowed)
    const root = fresh()
    await cloneAt(git, { url: repository.url, ref: undefined }, root)
    const missing = (await git.run(['rev-list', '--objects', '--all', '--missing=print'], root)).split('\n').filter((line) => line.startsWith('?'))
    expect([missing.length > 0, content(root), await git.run(['rev-list', '--count', 'HEAD'], root)]).toEqual([isPartial, '3', '3'])
  })

  test('and keeps the tags, from which backends read versions', async () => {
    const { repository } = shared
    const root = fresh()
    await cloneAt(git, { url: repository.url, ref: undefined }, root)
    expect(await git.run(['describe', '--tags'], root)).toMatch(/^v1-2-g/)
  })
})

describe('a clone is refused, and leaves nothing', () => {
  test('at a revision that is not there', async () => {
    const { repository } = shared
    const root = fresh()
    await expect(cloneAt(git, { url: repository.url, ref: 'no-such' }, root)).rejects.toMatchObject({ code: 'repository-failed', message: `${repository.url} has no branch, tag or commit "no-such"` })
    expect(existsSync(root)).toBe(false)
  })

  test('of a repository that is not there, with what git says', async () => {
    await expect(cloneAt(git, { url: `file://${folder}/absent`, ref: undefined }, fresh())).rejects.toMatchObject({ code: 'repository-failed', message: expect.stringMatching(/does not (exist|appear to be a git repository)/) })
  })

  test('at a revision that git would take for an option', async () => {
    const { repository } = shared
    await expect(cloneAt(git, { url: repository.url, ref: '--upload-pack=touch x' }, fresh())).rejects.toMatchObject({ code: 'repository-failed' })
  })

  test('by a transport that runs programs', async () => {
    await expect(cloneAt(git, { url: 'ext::sh -c touch% x', ref: undefined }, fresh())).rejects.toMatchObject({ code: 'input-unsupported' })
  })

  test('where the server wants credentials, without asking for them', async () => {
    const wanting = new Git({ env: { ...gitEnvironment(folder), GIT_ASKPASS: undefined }, cwd: folder, signal: new AbortController().signal })
    await expect(cloneAt(wanting, { url: 'http://127.0.0.1:9/private', ref: undefined }, fresh())).rejects.toMatchObject({ code: 'repository-failed', hint: expect.stringContaining('check the URL') })
  })

  test('without git', async () => {
    const without = new Git({ env: { PATH: folder }, cwd: folder, signal: new AbortController().signal })
    await expect(cloneAt(without, { url: `file://${folder}`, ref: undefined }, fresh())).rejects.toMatchObject({ code: 'repository-failed', message: 'git is not installed, or not on PATH', hint: 'install git' })
  })
})

describe('the commit of a name is known without a clone for', () => {
  test.each<[string, (commits: readonly string[]) => string | undefined, number]>([
    ['the default branch', () => undefined, 3],
    ['a branch', () => 'dev', 2],
    ['an annotated tag', () => 'v1', 1],
    ['a ref', () => 'refs/pull/7/head', 2],
    ['a full commit', (commits) => commits[1]?.toUpperCase(), 2],
  ])('%s', async (_what, refOf, expected) => {
    const { repository, commits } = shared
    expect(await remoteCommit(git, { url: repository.url, ref: refOf(commits) })).toBe(commits[expected - 1])
  })

  test('nothing else: short commits, names that are not there, repositories that are not there', async () => {
    const { repository, commits } = shared
    expect(await remoteCommit(git, { url: repository.url, ref: commits[0]?.slice(0, 8) })).toBeUndefined()
    expect(await remoteCommit(git, { url: repository.url, ref: 'no-such' })).toBeUndefined()
    expect(await remoteCommit(git, { url: `file://${folder}/absent`, ref: undefined })).toBeUndefined()
  })
})

describe('an editable checkout', () => {
  test('is cloned, follows a branch that moved, and is put back', async () => {
    const { repository, commits } = await history()
    const root = fresh()
    const first = await obtainCheckout(git, { url: repository.url, ref: 'main' }, root)
    expect(content(root)).toBe('3')
    await repository.commit({ 'version.txt': '4' })
    const second = await obtainCheckout(git, { url: repository.url, ref: 'main' }, root)
    expect(content(root)).toBe('4')
    await second.undo()
    expect([content(root), await git.run(['rev-parse', 'HEAD'], root)]).toEqual(['3', commits[2]])
    await first.undo()
    expect(existsSync(root)).toBe(false)
  })

  test('follows the default branch and tags that moved', async () => {
    const { repository } = await history()
    const [branch, tag] = [fresh(), fresh()]
    await obtainCheckout(git, { url: repository.url, ref: undefined }, branch)
    await obtainCheckout(git, { url: repository.url, ref: 'v1' }, tag)
    await repository.commit({ 'version.txt': '4' })
    await repository.git('tag', '--force', 'v1')
    await obtainCheckout(git, { url: repository.url, ref: undefined }, branch)
    await obtainCheckout(git, { url: repository.url, ref: 'v1' }, tag)
    expect([content(branch), content(tag)]).toEqual(['4', '4'])
  })

  test('moves between revisions', async () => {
    const { repository, commits } = await history()
    const root = fresh()
    for (const [ref, expected] of [['v1', '1'], ['dev', '2'], [commits[0], '1'], ['refs/pull/7/head', '2'], [commits[2]?.slice(0, 8), '3']] as const) {
      await obtainCheckout(git, { url: repository.url, ref }, root)
      expect(content(root)).toBe(expected)
    }
  })

  test('of another repository is pointed to this one, and back when the run fails', async () => {
    const [one, other] = [await history(), await history()]
    await other.repository.commit({ 'version.txt': 'other' })
    const root = fresh()
    await obtainCheckout(git, { url: one.repository.url, ref: undefined }, root)
    const change = await obtainCheckout(git, { url: other.repository.url, ref: 'main' }, root)
    expect(content(root)).toBe('other')
    await change.undo()
    expect([content(root), await git.run(['config', 'remote.origin.url'], root)]).toEqual(['3', one.repository.url])
  })

  test('stays as it is when it cannot be brought to what is asked', async () => {
    const { repository } = await history()
    const root = fresh()
    await obtainCheckout(git, { url: repository.url, ref: 'dev' }, root)
    await expect(obtainCheckout(git, { url: repository.url, ref: 'no-such' }, root)).rejects.toMatchObject({ code: 'repository-failed' })
    expect(content(root)).toBe('2')
  })

  test('does not take a folder that is something else', async () => {
    const { repository } = await history()
    const root = fresh()
    mkdirSync(root, { recursive: true })
    writeFileSync(join(root, 'mine.txt'), 'x')
    await expect(obtainCheckout(git, { url: repository.url, ref: undefined }, root)).rejects.toMatchObject({ code: 'repository-failed', hint: expect.stringContaining('--src') })
    expect(existsSync(join(root, 'mine.txt'))).toBe(true)
  })
})
