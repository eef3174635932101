import { lstat, readFile, readdir } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { UserError } from '../kernel/errors.ts'
import { parseRecord } from '../standards/record.ts'
import type { InstalledDistribution } from '../target/types.ts'
import type { Removal } from './types.ts'

/** Folders inside which files may be removed; what RECORD lists elsewhere is refused. */
export interface RemovalBounds {
  readonly prefix: string
}

/**
 * Every path that belongs to an installed distribution: what its RECORD lists and exists, the bytecode of its sources, and
 * what else lies in its `.dist-info`. Throws `uninstall-failed` where pip refuses too: no RECORD, or one that leads out of
 * the environment.
 */
export async function readRemoval(distribution: InstalledDistribution, bounds: RemovalBounds): Promise<Removal> {
  const text = await readFile(join(distribution.infoPath, 'RECORD'), 'utf8').catch(() => undefined)
  if (distribution.kind !== 'dist-info' || text === undefined) throw await noRecord(distribution)
  const files = new Set<string>()
  for (const row of parseRecord(text).rows) {
    const path = resolve(distribution.sitePath, row.path)
    if (!path.startsWith(`${bounds.prefix}/`)) {
      throw new UserError('uninstall-failed', `the RECORD of ${distribution.name} ${distribution.version.text} lists ${path}, which is outside of ${bounds.prefix}`)
    }
    if (await exists(path)) files.add(path)
    for (const bytecode of await bytecodeOf(path)) files.add(bytecode)
  }
  for (const path of await allFiles(distribution.infoPath)) files.add(path)
  return { distribution, files: [...files].sort() }
}

async function noRecord(distribution: InstalledDistribution): Promise<UserError> {
  const installer = (await readFile(join(distribution.infoPath, 'INSTALLER'), 'utf8').catch(() => '')).trim()
  const by = installer === '' ? '' : ` It was installed by ${installer}.`
  return new UserError('uninstall-failed', `${distribution.name} ${distribution.version.text} cannot be replaced: it has no RECORD, so nobody knows which files are its own.${by}`, {
    hint: `remove it with the tool that installed it, or install over it with --ignore-installed`,
  })
}

/** `pkg/__pycache__/mod.cpython-311.pyc` and its optimised siblings for `pkg/mod.py`. */
async function bytecodeOf(path: string): Promise<string[]> {
  if (!path.endsWith('.py')) return []
  const folder = join(dirname(path), '__pycache__')
  const stem = `${basename(path, '.py')}.`
  const names = await readdir(folder).catch(() => [])
  return names.filter((name) => name.startsWith(stem) && name.endsWith('.pyc')).map((name) => join(folder, name))
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then((facts) => !facts.isDirectory(), () => false)
}

async function allFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name))
}
