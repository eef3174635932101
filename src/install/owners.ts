import { resolve } from 'node:path'
import { once } from '../kernel/once.ts'
import { slashed } from '../kernel/slashed.ts'
import { parseRecord } from '../standards/record.ts'
import { readText } from '../workers/tasks/removal/read-text.ts'

/** The distributions among which an owner is looked for. */
export interface OwnerFacts {
  /** Installed distributions that stay. */
  readonly installed: readonly { readonly name: string; readonly infoPath: string; readonly sitePath: string }[]
  /** Paths with one key are one path for the file system. */
  readonly pathKey: (path: string) => string
}

/**
 * Who owns a path of the environment, by the RECORDs of what is installed. They are read on the first question only: most
 * runs find nothing in their way.
 */
export function pathOwners({ installed, pathKey }: OwnerFacts): (path: string) => string | undefined {
  const owners = once(() => {
    const found = new Map<string, string>()
    for (const { name, infoPath, sitePath } of installed) {
      for (const row of parseRecord(readText(`${infoPath}/RECORD`) ?? '').rows) found.set(pathKey(slashed(resolve(sitePath, row.path))), name)
    }
    return found
  })
  return (path) => owners().get(pathKey(path))
}
