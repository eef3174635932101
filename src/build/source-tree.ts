import { readFile, realpath, stat } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import { UserError, isUnanswered } from '../kernel/errors.ts'
import { parsePyproject, readBuildSystem, type BuildSystem } from '../standards/pyproject.ts'
import { cloneAt, headOf, obtainCheckout, type CheckoutChange } from './checkout.ts'
import { Git } from './git.ts'
import type { BuilderParts } from './parts.ts'
import type { BuildSource, SourceArchive, SourceIdentity } from './types.ts'
import { unpackArchive } from './unpack.ts'

/** A source on disk, ready to be built. */
export interface SourceTree {
  /** Absolute folder of pyproject.toml or setup.py. */
  readonly projectDir: string
  readonly identity: SourceIdentity
  /** What was changed for it outside of the work folder: a checkout that stays. */
  readonly change: CheckoutChange | undefined
  /** Whether building it compiles, as far as that shows; false where it was not looked for. */
  readonly compiles: boolean
}

/** What bringing a source's files here needs. */
export interface TreeFacts {
  readonly parts: BuilderParts
  readonly archive: () => Promise<SourceArchive>
  /** A folder of the source's own; exists. */
  readonly workDir: string
}

/** Unpacks, clones, or finds a source. Throws what those throw, and `build-failed` when there is no project in it. */
export async function openSourceTree(source: BuildSource, { parts, archive, workDir }: TreeFacts): Promise<SourceTree> {
  const { origin } = source
  const git = new Git({ env: parts.env, cwd: workDir, signal: parts.signal })
  const fresh = join(workDir, 'source')
  switch (origin.kind) {
    case 'archive': {
      const { path, sha256 } = await archive()
      const { compiles } = await unpackArchive({ path, filename: origin.filename }, fresh, parts)
      return { projectDir: await projectIn(source, fresh), identity: { sha256, commit: undefined }, change: undefined, compiles }
    }
    case 'directory':
      return { projectDir: await projectIn(source, origin.path), identity: { sha256: undefined, commit: undefined }, change: undefined, compiles: false }
    case 'repository': {
      const root = origin.checkoutDir ?? fresh
      const change = origin.checkoutDir === undefined ? undefined : await obtainCheckout(git, origin, root)
      const commit = change === undefined ? await cloneAt(git, origin, root) : await headOf(git, root)
      return { projectDir: await projectIn(source, root), identity: { sha256: undefined, commit }, change, compiles: false }
    }
  }
}

async function projectIn(source: BuildSource, root: string): Promise<string> {
  const folder = resolve(root, source.subdirectory ?? '')
  const isThere = await stat(folder).then((facts) => facts.isDirectory(), () => false)
  if (!isThere) throw new UserError('build-failed', `${source.label} has no folder ${source.subdirectory ?? ''}`)
  const inside = relative(await realpath(root), await realpath(folder))
  if (inside === '..' || inside.startsWith(`..${sep}`) || resolve(inside) === inside) throw new UserError('archive-unsafe', `the subdirectory ${source.subdirectory ?? ''} leaves ${source.label}`)
  return folder
}

/** How a project is built: its pyproject.toml, or setuptools as pip assumes it. Throws `build-failed`. */
export async function readSystem(label: string, projectDir: string): Promise<BuildSystem> {
  const text = await readFile(join(projectDir, 'pyproject.toml'), 'utf8').catch((error: unknown) => {
    if (isUnanswered(error)) throw error
    return undefined
  })
  const hasSetup = await stat(join(projectDir, 'setup.py')).then((facts) => facts.isFile(), () => false)
  if (text === undefined && !hasSetup) throw new UserError('build-failed', `${label} is no Python project: it has neither pyproject.toml nor setup.py`)
  const pyproject = text === undefined ? undefined : parsePyproject(text)
  const system = pyproject?.ok === false ? pyproject : readBuildSystem(pyproject?.value)
  if (system.ok) return system.value
  throw new UserError('build-failed', `${label} cannot be built: its pyproject.toml is invalid: ${system.message}`)
}
