import { mkdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { systemErrorCode } from '../kernel/errors.ts'

/**
 * Makes a folder that a user named, with its parents; returns the topmost one that had to be made, undefined when all are there.
 * In place of `mkdir`'s `recursive`, which never ends where the system says "no such file" of a folder it will not make (`/proc`).
 */
export function makeFolders(folder: string): string | undefined {
  const missing: string[] = []
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const facts = statSync(at, { throwIfNoEntry: false })
    if (facts?.isDirectory() === false) throw Object.assign(new Error(`${at} is a file, not a folder`), { code: 'ENOTDIR' })
    if (facts !== undefined || at === path.dirname(at)) break
    missing.unshift(at)
  }
  for (const each of missing) makeOne(each)
  return missing[0]
}

/** Another process may have been quicker. */
function makeOne(folder: string): void {
  try {
    mkdirSync(folder)
  } catch (error) {
    if (systemErrorCode(error) !== 'EEXIST') throw error
  }
}
