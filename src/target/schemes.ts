import path from 'node:path'
import { accessSync, constants, existsSync } from 'node:fs'
import { UserError } from '../kernel/errors.ts'
import { BASE_PLACEHOLDER } from './probe-script.ts'
import type { Scheme, Target } from './types.ts'

/** A layout with its base folder put in. */
export function layoutAt(layout: Scheme, base: string): Scheme {
  return mapScheme(layout, (folder) => (folder.startsWith(BASE_PLACEHOLDER) ? path.join(base, folder.slice(BASE_PLACEHOLDER.length)) : folder))
}

/**
 * `--target`: pip installs into a temporary home scheme and moves what it finds to the folder: libraries and data land at its
 * top, scripts in its `bin` (`Scripts` on Windows), headers in its `include`. `dir` is absolute.
 */
export function targetDirScheme(target: Target, dir: string): Scheme {
  const home = layoutAt(target.layouts.home, dir)
  return { ...home, purelib: dir, platlib: dir, data: dir }
}

/** `--prefix`. `prefix` is absolute. */
export function prefixScheme(target: Target, prefix: string): Scheme {
  return layoutAt(target.layouts.prefix, prefix)
}

/** @throws UserError `input-unsupported` where the platform has no such place. */
export function userScheme(target: Target): Scheme {
  if (target.layouts.user === undefined) throw new UserError('input-unsupported', `This Python has no user site-packages: ${target.python}`)
  return target.layouts.user
}

/** `--root`: the same folders under another root (pip's `change_root`). `root` is absolute. */
export function rootedScheme(scheme: Scheme, root: string): Scheme {
  return mapScheme(scheme, (folder) => path.join(root, folder.slice(path.parse(folder).root.length)))
}

/** `--user`. @throws UserError `usage` where the interpreter does not look into the user's site-packages. */
export function checkUserSite(target: Target): void {
  if (target.userSite.enabled) return
  const why = target.isVirtualEnvironment ? 'user site-packages are not visible in this virtual environment' : 'user site-packages are disabled for this Python'
  throw new UserError('usage', `--user cannot be used: ${why}`, { details: [`interpreter: ${target.python}`] })
}

/**
 * Whether packages go to the user's site-packages though nobody said so: the environment cannot be written to, and the interpreter
 * looks there (pip's `decide_user_install`).
 */
export function fallsBackToUser(target: Target, canWrite: (folder: string) => boolean = isWritable): boolean {
  return target.userSite.enabled && target.layouts.user !== undefined && ![target.scheme.purelib, target.scheme.platlib].every(canWrite)
}

/** Whether files can be put into a folder, judged by it or the nearest parent that exists. */
export function isWritable(folder: string): boolean {
  const parent = path.dirname(folder)
  if (!existsSync(folder)) return parent !== folder && isWritable(parent)
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

function mapScheme(scheme: Scheme, change: (folder: string) => string): Scheme {
  return {
    purelib: change(scheme.purelib), platlib: change(scheme.platlib), scripts: change(scheme.scripts), data: change(scheme.data), headers: change(scheme.headers),
  }
}
