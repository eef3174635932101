import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { filesBelow } from './inventory.ts'
import { BUILT_BUCKET, PREPARED_BUCKET, SDISTS_BUCKET, WHEELS_BUCKET, type StoreLayout } from './layout.ts'
import { readPrepared } from './prepared-metadata.ts'

/** What verifying came to. */
export interface Verified {
  readonly checked: number
  /** Paths below the root; they are gone. */
  readonly damaged: readonly string[]
}

interface ContentPromise {
  readonly file: string
  readonly sha256: string
  /** What goes when the promise is broken. */
  readonly drop: string
}

/**
 * Hashes every file whose name, record or digest promises a content, and removes what does not keep it. Reads the whole store, but for
 * unpacked wheels, which are compared with what was noted of them whenever they are used.
 */
export async function verifyStore(layout: StoreLayout): Promise<Verified> {
  const named = await Promise.all([WHEELS_BUCKET, SDISTS_BUCKET].map((bucket) => namedPromises(path.join(layout.root, bucket))))
  const promised = [...named.flat(), ...(await builtPromises(layout))]
  const damaged: string[] = []
  const forget = async (drop: string): Promise<void> => {
    await rm(drop, { recursive: true, force: true })
    damaged.push(path.relative(layout.root, drop))
  }
  for (const { file, sha256, drop } of promised) {
    if ((await hashOf(file)) !== sha256) await forget(drop)
  }
  const answers = await filesBelow(path.join(layout.root, PREPARED_BUCKET))
  for (const { path: file } of answers) {
    if (readPrepared(file, path.basename(file, '.json'))?.kind !== 'whole') await forget(file)
  }
  return { checked: promised.length + answers.length, damaged }
}

/** Whatever stands at `ab/abcdef….whl`: a folder there keeps no promise either. */
async function namedPromises(bucket: string): Promise<ContentPromise[]> {
  const shards = await readdir(bucket).catch((): string[] => [])
  const names = await Promise.all(shards.map(async (shard) => (await readdir(path.join(bucket, shard)).catch((): string[] => [])).map((name) => path.join(bucket, shard, name))))
  return names.flat().map((file) => ({ file, sha256: path.basename(file).split('.')[0] ?? '', drop: file }))
}

async function builtPromises(layout: StoreLayout): Promise<ContentPromise[]> {
  const records = (await filesBelow(path.join(layout.root, BUILT_BUCKET))).filter((file) => path.basename(file.path) === 'built.json')
  return Promise.all(records.map(async (record) => {
    const folder = path.dirname(record.path)
    const { filename = '', sha256 = '' } = await readRecord(record.path)
    return { file: path.join(folder, path.basename(filename)), sha256, drop: folder }
  }))
}

async function readRecord(file: string): Promise<{ readonly filename?: string; readonly sha256?: string }> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as { filename?: string; sha256?: string }
  } catch {
    return {}
  }
}

async function hashOf(file: string): Promise<string | undefined> {
  const hash = createHash('sha256')
  try {
    await pipeline(createReadStream(file), hash)
    return hash.digest('hex')
  } catch {
    return undefined
  }
}
