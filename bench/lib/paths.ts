import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'

const BENCH = join(import.meta.dirname, '..')

/** Everything benches download or write; ignored by git, safe to delete. */
export const DATA = join(BENCH, '.data')
export const WHEELS = join(DATA, 'wheels')
/** Source distributions, and the wheels that building them needs. */
export const SOURCES = join(DATA, 'sources')
export const PAGES = join(DATA, 'pages')
export const METADATA = join(DATA, 'metadata')
export const RESULTS = join(DATA, 'results')
export const REPOSITORY = join(BENCH, '..')

/** A set's requirements file: `web` → sets/web.txt (pinned) or sets/web.in. A path is taken as it is. */
export function setFile(name: string, kind: 'pinned' | 'unpinned'): string {
  const path = name.includes('/') ? name : join(BENCH, 'sets', `${name}.${kind === 'pinned' ? 'txt' : 'in'}`)
  if (!existsSync(path)) throw new Error(`there is no ${kind} set ${name} (${path})`)
  return path
}

export function helper(name: string): string {
  return join(BENCH, 'lib', name)
}

/** Makes the folder if absent and returns it. */
export function folder(path: string): string {
  mkdirSync(path, { recursive: true })
  return path
}
