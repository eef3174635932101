import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A fresh folder (real path, no links in it) that the caller removes. */
export function makeFolder(prefix = 'test-'): string {
  return makeFolderIn(tmpdir(), prefix)
}

export function makeFolderIn(parent: string, prefix = 'test-'): string {
  return realpathSync(mkdtempSync(join(parent, prefix)))
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
}
