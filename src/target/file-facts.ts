import { statSync, type Stats } from 'node:fs'

/** What is known of a file, following links; undefined when there is none, when it cannot be looked at, and for what is no path. */
export function factsOf(file: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}

/** Whether a folder is there, or a link to one. */
export function isFolder(file: string): boolean {
  return factsOf(file)?.isDirectory() ?? false
}
