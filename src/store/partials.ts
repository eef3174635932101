import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs'
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Sha256 } from '../kernel/hash.ts'
import { PARTIALS_BUCKET, type StoreLayout } from './layout.ts'

/** The beginning of a file whose download ended early, taken out of the store by whoever goes on with it. */
export interface ClaimedPartial {
  /** Where its bytes lie; the claimer's own. */
  readonly path: string
  readonly sizeBytes: number
  /** The validator (strong ETag) that the server gave with it, for If-Range. */
  readonly validator: string | undefined
}

/** Less is fetched anew as quickly. */
const WORTH_KEEPING_BYTES = 256 << 10
const FORGOTTEN_AFTER_MS = 7 * 86_400_000

/**
 * Takes the partial of a file for oneself: one rename, which only one of several processes succeeds in. What was left is not to be
 * trusted before the whole file has its hash.
 */
export function claimPartial(layout: StoreLayout, sha256: Sha256): ClaimedPartial | undefined {
  const from = layout.partial(sha256)
  if (!existsSync(from)) return undefined
  const path = join(layout.temporary, `${randomUUID()}.part`)
  try {
    mkdirSync(layout.temporary, { recursive: true })
    renameSync(from, path)
    return { path, sizeBytes: statSync(path).size, validator: readIfThere(validatorFile(from)) }
  } catch {
    return undefined
  }
}

function readIfThere(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

/**
 * Leaves a beginning for a later run, in place of a shorter one; removes it where that is not worth it, and beginnings that nobody
 * came back for. Never fails.
 */
export async function leavePartial(layout: StoreLayout, sha256: Sha256, partial: ClaimedPartial, nowMs: number): Promise<void> {
  await prunePartials(layout, nowMs)
  const to = layout.partial(sha256)
  const known = await stat(to).then(({ size }) => size, () => 0)
  const isWorthIt = partial.sizeBytes >= WORTH_KEEPING_BYTES && partial.sizeBytes > known
  const isKept = isWorthIt && (await keepPartial(partial, to).then(() => true, () => false))
  if (!isKept) await rm(partial.path, { force: true }).catch(() => undefined)
}

async function keepPartial({ path, validator }: ClaimedPartial, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  // A reader between these two steps has a validator that does not fit, and gets the whole file from the server.
  if (validator === undefined) await rm(validatorFile(to), { force: true })
  else await writeFile(validatorFile(to), validator)
  await rename(path, to)
}

async function prunePartials(layout: StoreLayout, nowMs: number): Promise<void> {
  const bucket = join(layout.root, PARTIALS_BUCKET)
  const names = await readdir(bucket, { recursive: true }).catch(() => [])
  for (const name of names) {
    const path = join(bucket, name)
    const facts = await stat(path).catch(() => undefined)
    if (facts?.isFile() === true && nowMs - facts.mtimeMs > FORGOTTEN_AFTER_MS) await rm(path, { force: true }).catch(() => undefined)
  }
}

function validatorFile(partial: string): string {
  return `${partial}.etag`
}
