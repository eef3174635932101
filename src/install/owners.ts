import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseRecord } from '../standards/record.ts'
import type { InstalledDistribution } from '../target/types.ts'

/**
 * Who owns a path of the environment, by the RECORDs of what is installed. They are read on the first question only: most
 * runs find nothing in their way.
 */
export function pathOwners(installed: readonly InstalledDistribution[]): (path: string) => Promise<string | undefined> {
  let owners: Promise<ReadonlyMap<string, string>> | undefined
  return async (path) => (await (owners ??= readOwners(installed))).get(path)
}

async function readOwners(installed: readonly InstalledDistribution[]): Promise<ReadonlyMap<string, string>> {
  const owners = new Map<string, string>()
  for (const distribution of installed) {
    const text = await readFile(join(distribution.infoPath, 'RECORD'), 'utf8').catch(() => '')
    for (const row of parseRecord(text).rows) owners.set(resolve(distribution.sitePath, row.path), distribution.name)
  }
  return owners
}
