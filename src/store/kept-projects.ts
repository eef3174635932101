import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** A project whose page an earlier run has kept, and the index that had it. */
export interface KeptProject {
  readonly name: string
  /** Without credentials; ends with a slash. */
  readonly indexUrl: string
}

/** Pages looked at, and bytes of each: their heads, which say where they come from. */
const MAX_PAGES = 2_000
const HEAD_BYTES = 8 << 10

/**
 * The projects of which `folder` (the store's pages) holds a page, for hints after a failure; a page that cannot be read is
 * passed over. Some 50 µs a page, of at most 2 000.
 */
export async function keptProjects(folder: string): Promise<KeptProject[]> {
  const shards = await readdir(folder).catch(() => [])
  const found: KeptProject[] = []
  let looked = 0
  for (const shard of shards.sort()) {
    for (const file of await readdir(join(folder, shard)).catch(() => [])) {
      if ((looked += 1) > MAX_PAGES) return found
      found.push(...projectOf(await headOf(join(folder, shard, file))))
    }
  }
  return found
}

/** The URL of a project page: `…/simple/name/`. */
function projectOf(head: string): KeptProject[] {
  const url = /"url":"(https?:[^"\\?#]*\/)([a-z0-9]+(?:-[a-z0-9]+)*)\/"/.exec(head)
  return url === null ? [] : [{ name: url[2] ?? '', indexUrl: url[1] ?? '' }]
}

async function headOf(path: string): Promise<string> {
  try {
    await using file = await open(path)
    const { bytesRead, buffer } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    return buffer.toString('utf8', 0, bytesRead)
  } catch {
    return ''
  }
}
