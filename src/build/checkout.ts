import { existsSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { UserError } from '../kernel/errors.ts'
import { redactUrl } from '../kernel/secrets.ts'
import { checkRemote, type Git } from './git.ts'

/** What of a repository is wanted. */
export interface Remote {
  readonly url: string
  /** Branch, tag, commit (full or short), or any ref; undefined: the default branch. */
  readonly ref: string | undefined
}

const FULL_COMMIT = /^[0-9a-f]{40}$/i

/**
 * Clones a repository into `folder`, which must not exist, at the revision asked for, with its submodules; gives the commit.
 * A partial clone where the server allows it: all history and tags (backends read versions from them), but only the files of
 * the one revision. What a name means is decided as pip does: branch, then tag, then any ref or commit.
 */
export async function cloneAt(git: Git, remote: Remote, folder: string): Promise<string> {
  checkRemote(remote.url, remote.ref)
  await mkdir(dirname(folder), { recursive: true })
  const later = remote.ref === undefined ? [] : ['--no-checkout']
  try {
    await git.run(['clone', '--quiet', '--filter=blob:none', ...later, '--', remote.url, folder])
    if (remote.ref !== undefined) await checkOut(git, { ...remote, ref: remote.ref }, folder)
    await updateSubmodules(git, folder)
    return await headOf(git, folder)
  } catch (error) {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
    throw error
  }
}

/** How a checkout stood before it was updated, so that it can be put back. */
export interface CheckoutChange {
  /** Puts the checkout back as it was, or removes one that was made. */
  undo(): Promise<void>
}

/**
 * Brings the checkout of an editable requirement to the revision asked for: cloned when absent, else fetched and reset, as pip
 * does (local changes to tracked files are lost). A checkout of another repository is pointed to the one asked for.
 */
export async function obtainCheckout(git: Git, remote: Remote, folder: string): Promise<CheckoutChange> {
  checkRemote(remote.url, remote.ref)
  if (!existsSync(folder)) {
    await cloneAt(git, remote, folder)
    return { undo: () => rm(folder, { recursive: true, force: true, maxRetries: 3 }) }
  }
  if (!existsSync(join(folder, '.git'))) {
    throw new UserError('repository-failed', `${folder} is there already, and is no clone of ${redactUrl(remote.url)}`, { hint: 'move it away, or name another folder with --src' })
  }
  const before = { head: await headOf(git, folder), url: (await git.ask(['config', 'remote.origin.url'], folder)).text }
  const undo = async (): Promise<void> => {
    const restoring = git.unstoppable()
    await restoring.run(['config', 'remote.origin.url', before.url], folder)
    await restoring.run(['reset', '--hard', '--quiet', before.head], folder)
    await updateSubmodules(restoring, folder)
  }
  try {
    if (!isSameUrl(before.url, remote.url)) await git.run(['config', 'remote.origin.url', remote.url], folder)
    if (before.head.toLowerCase() !== remote.ref?.toLowerCase()) await update(git, remote, folder)
    return { undo }
  } catch (error) {
    await undo().catch(() => undefined)
    throw error
  }
}

async function update(git: Git, { url, ref }: Remote, folder: string): Promise<void> {
  await git.run(['fetch', '--tags', '--quiet', '--force'], folder)
  await git.run(['reset', '--hard', '--quiet', await commitOf(git, { url, ref: ref ?? 'HEAD' }, folder)], folder)
  await updateSubmodules(git, folder)
}

/** Whether a revision is named by its whole hash, which needs no asking. */
export function isFullCommit(ref: string | undefined): ref is string {
  return ref !== undefined && FULL_COMMIT.test(ref)
}

/** The commit that a name means at the remote, without a clone; undefined when only a clone can tell (short commits). */
export async function remoteCommit(git: Git, { url, ref }: Remote): Promise<string | undefined> {
  checkRemote(url, ref)
  if (isFullCommit(ref)) return ref.toLowerCase()
  const name = ref ?? 'HEAD'
  const answer = await git.ask(['ls-remote', '--quiet', '--', url, name, `refs/heads/${name}`, `refs/tags/${name}`, `refs/tags/${name}^{}`])
  if (!answer.ok) return undefined
  const refs = new Map(answer.text.split('\n').map((line) => line.split('\t')).map(([commit = '', name = '']) => [name, commit]))
  return refs.get(`refs/heads/${name}`) ?? refs.get(`refs/tags/${name}^{}`) ?? refs.get(`refs/tags/${name}`) ?? refs.get(name)
}

/** The commit that is checked out, in full. */
export async function headOf(git: Git, folder: string): Promise<string> {
  return git.run(['rev-parse', 'HEAD'], folder)
}

async function checkOut(git: Git, remote: Remote & { readonly ref: string }, folder: string): Promise<void> {
  if (await isRef(git, `refs/remotes/origin/${remote.ref}`, folder)) {
    const isCurrent = (await git.ask(['symbolic-ref', '--quiet', 'HEAD'], folder)).text === `refs/heads/${remote.ref}`
    await git.run(isCurrent ? ['checkout', '--quiet', '--force'] : ['checkout', '--quiet', '-b', remote.ref, '--track', `origin/${remote.ref}`], folder)
    return
  }
  await git.run(['checkout', '--quiet', '--detach', await commitOf(git, remote, folder)], folder)
}

/** What a name means in a clone: a remote branch, a tag, a ref that has to be fetched first, else a commit. */
async function commitOf(git: Git, { url, ref }: Remote & { readonly ref: string }, folder: string): Promise<string> {
  for (const full of [`refs/remotes/origin/${ref}`, `refs/tags/${ref}`]) {
    if (await isRef(git, full, folder)) return git.run(['rev-parse', `${full}^{commit}`], folder)
  }
  const known = await git.ask(['rev-parse', '--quiet', '--verify', '--end-of-options', `${ref}^{commit}`], folder)
  const isFetched = ref.startsWith('refs/') || (FULL_COMMIT.test(ref) && !known.ok)
  if (isFetched) {
    await git.run(['fetch', '--quiet', '--', url, ref], folder)
    return git.run(['rev-parse', 'FETCH_HEAD^{commit}'], folder)
  }
  if (known.ok) return known.text
  throw new UserError('repository-failed', `${redactUrl(url)} has no branch, tag or commit ${JSON.stringify(ref)}`)
}

async function isRef(git: Git, name: string, folder: string): Promise<boolean> {
  return (await git.ask(['show-ref', '--verify', '--quiet', '--', name], folder)).ok
}

async function updateSubmodules(git: Git, folder: string): Promise<void> {
  if (existsSync(join(folder, '.gitmodules'))) await git.run(['submodule', 'update', '--init', '--recursive', '--quiet'], folder)
}

/** Compared as pip does: decoded, without a final slash. */
function isSameUrl(a: string, b: string): boolean {
  const plain = (url: string): string => {
    try {
      return decodeURIComponent(url).replace(/\/+$/, '')
    } catch {
      return url.replace(/\/+$/, '')
    }
  }
  return plain(a) === plain(b)
}
