import { fileURLToPath } from 'node:url'
import { createHash } from 'node:crypto'
import type { EventBus, RunningTask } from '../kernel/events.ts'
import { sha256Among, type Digests } from '../kernel/digests.ts'
import { limitError } from '../kernel/disk-error.ts'
import { isUserError, messageOf, systemErrorCode, UserError } from '../kernel/errors.ts'
import type { Sha256 } from '../kernel/hash.ts'
import { OnceMap } from '../kernel/once-map.ts'
import { redactUrl } from '../kernel/secrets.ts'
import type { HttpClient } from '../net/client.ts'
import { download } from '../net/download.ts'
import { downloadInParts } from '../net/parts.ts'
import type { WheelDraft, WheelStore } from '../store/wheels.ts'
import type { WorkerPool } from '../workers/protocol.ts'
import type { HashedFile } from '../workers/tasks/hash-file.ts'
import { contradiction } from './contradiction.ts'
import { algorithmsOf, knownSha256, strongest, wheelFault } from './said-hashes.ts'
import type { FetchedWheel, WheelRequest } from './types.ts'

/** Wheels as files of this machine, each brought here once. */
export interface Fetcher {
  /** The wheel, from the store or the network, verified. Twenty askers for one URL share one download. */
  fetch(wheel: WheelRequest, options: { readonly signal: AbortSignal }): Promise<FetchedWheel>
  /**
   * The wheel as it lies in the store, not hashed: for who needs no byte of it, because what was unpacked of it is kept as well.
   * Undefined when it is not there, or has to be hashed for what was said of it in other algorithms.
   */
  kept(wheel: WheelRequest): Promise<FetchedWheel | undefined>
  /** The wheel if it is here or on its way; never starts a download. */
  expected(wheel: WheelRequest): Promise<FetchedWheel> | undefined
  /** Puts bytes that are the whole wheel into the store; false when they do not have the hashes said about it. */
  offer(wheel: WheelRequest, bytes: Buffer): Promise<boolean>
}

/** What fetching works with. */
export interface FetcherParts {
  readonly client: HttpClient
  readonly store: WheelStore
  readonly pool: WorkerPool
  readonly events: EventBus
  /** Resolves when the store may be looked into; default: at once. */
  readonly storeReady?: Promise<void>
  /** Parts in which one big file may be asked for at once; default: one. */
  readonly partsPerFile?: number
  /** Bytes a second of one connection from which on parts come one after the other; default: more than a thread unpacks. */
  readonly briskRate?: number
  /** What is fetched, for counting; wheels by default. */
  readonly kind?: 'wheels' | 'sdists'
}

/** A wheel is fetched once in a run, whoever asks for it and however often. */
export function openFetcher(parts: FetcherParts): Fetcher {
  const wheels = new OnceMap<string, FetchedWheel>()
  return {
    fetch: (wheel, options) => wheels.get(keyOf(wheel), () => fetchOne(parts, wheel, options.signal)),
    kept: (wheel) => keptWheel(parts, wheel),
    expected: (wheel) => (wheels.has(keyOf(wheel)) ? wheels.get(keyOf(wheel), unreachableMaker) : undefined),
    offer: async (wheel, bytes) => {
      const digests = Object.fromEntries(algorithmsOf(wheel).map((algorithm) => [algorithm, createHash(algorithm).update(bytes).digest('hex')]))
      if (wheelFault(wheel, digests) !== undefined) return false
      const sha256 = sha256Among(digests)
      await wheels.get(keyOf(wheel), async () => {
        const stored = await keepBytes(parts.store, bytes, sha256)
        parts.events.count('bytes-downloaded', bytes.length, wheel.name)
        return fetched(wheel, { ...stored, sha256, source: 'network' })
      })
      return true
    },
  }
}

async function keepBytes(store: FetcherParts['store'], bytes: Buffer, sha256: Sha256): Promise<ReturnType<WheelDraft['keep']>> {
  const draft = store.draft()
  try {
    draft.write(bytes)
    return draft.keep(sha256)
  } catch (error) {
    await draft.leave(undefined)
    throw error
  }
}

/** Who has hashes of his own for a file asks for it under them: a file that was fetched for someone without is checked again. */
function keyOf({ url, requiredHashes }: WheelRequest): string {
  return [url, ...requiredHashes.map(({ algorithm, hex }) => `${algorithm}=${hex.toLowerCase()}`).sort()].join(' ')
}

function unreachableMaker(): never {
  throw new Error('the key is known')
}

async function fetchOne(parts: FetcherParts, wheel: WheelRequest, signal: AbortSignal): Promise<FetchedWheel> {
  const contradicted = contradiction(wheel)
  if (contradicted !== undefined) throw contradicted
  if (wheel.url.startsWith('file:')) return readLocal(parts, wheel)
  const known = knownSha256(wheel)
  await parts.storeReady
  const stored = known === undefined ? undefined : await fromStore(parts, wheel, known)
  return stored ?? fromNetwork(parts, wheel, signal)
}

async function keptWheel(parts: FetcherParts, wheel: WheelRequest): Promise<FetchedWheel | undefined> {
  const known = wheel.url.startsWith('file:') ? undefined : knownSha256(wheel)
  if (known === undefined || wheelFault(wheel, { sha256: known }) !== undefined) return undefined
  await parts.storeReady
  const stored = parts.store.find(known)
  return stored === undefined ? undefined : fetched(wheel, { ...stored, sha256: known, source: 'store' })
}

/** A stored wheel is hashed before use: caches are restored from elsewhere, disks fail. A damaged one is dropped. */
async function fromStore(parts: FetcherParts, wheel: WheelRequest, sha256: Sha256): Promise<FetchedWheel | undefined> {
  const stored = parts.store.find(sha256)
  if (stored === undefined) return undefined
  const { digests } = await hashed(parts, wheel, stored.path)
  if (digests['sha256'] === sha256 && wheelFault(wheel, digests) === undefined) {
    parts.events.count(`${parts.kind ?? 'wheels'}-reused`, 1, wheel.name)
    return fetched(wheel, { ...stored, sha256, source: 'store' })
  }
  parts.events.count('store-healed', 1, sha256)
  parts.events.notice('info', `${wheel.filename} in the store was damaged; it is fetched again`)
  await parts.store.drop(sha256)
  return undefined
}

async function fromNetwork(parts: FetcherParts, wheel: WheelRequest, signal: AbortSignal): Promise<FetchedWheel> {
  const facts = { task: 'download', resource: 'network', subject: `${wheel.name} ${wheel.versionText}` } as const
  const expected = wheel.sizeBytes === undefined ? {} : { expectedBytes: wheel.sizeBytes }
  const task = parts.events.start({ ...facts, ...expected })
  const draft = parts.store.draft(knownSha256(wheel))
  const receiving: Receiving = { draft, task, signal, validator: undefined }
  try {
    const { sha256, sizeBytes, earlierBytes, connections = 1 } = (await inParts(parts, wheel, receiving)) ?? (await inOne(parts, wheel, receiving))
    const stored = draft.keep(sha256)
    const fetchedBytes = sizeBytes - earlierBytes
    task.end({ bytes: fetchedBytes, connections })
    parts.events.count('bytes-downloaded', fetchedBytes, wheel.name)
    if (earlierBytes > 0) parts.events.count('bytes-resumed', earlierBytes, wheel.name)
    return fetched(wheel, { ...stored, sha256, source: 'network' })
  } catch (error) {
    task.end({ failed: true })
    await draft.leave(receiving.validator)
    throw error
  }
}

/** A file on its way into the store. */
interface Receiving {
  readonly draft: WheelDraft
  readonly task: RunningTask
  readonly signal: AbortSignal
  validator: string | undefined
}

interface Received {
  readonly sha256: Sha256
  readonly sizeBytes: number
  readonly earlierBytes: number
  /** Over which it came in parts; absent: one. */
  readonly connections?: number
}

async function inOne(parts: FetcherParts, wheel: WheelRequest, receiving: Receiving): Promise<Received> {
  const { draft, task, signal } = receiving
  return download(parts.client, {
    url: wheel.url,
    sink: draft,
    expected: [strongest(wheel.publishedHashes), wheel.requiredHashes],
    signal,
    onPlace: () => task.began(),
    onProgress: (bytes) => task.progress(bytes),
    onValidator: (given) => (receiving.validator = given),
  })
}

/** Less than this comes as quickly over one connection. */
const PART_BYTES = 4 << 20
/** Bytes a second of one connection that are more than a thread unpacks: more connections would bring nothing. */
const BRISK_RATE = 128e6

/**
 * A big file over several connections, judged by its hash when it is whole. Undefined where it is not big, nothing was said by which
 * the whole could be judged, the server gives no parts, or what came is not right: then it is fetched over one connection, from the start.
 */
async function inParts(parts: FetcherParts, wheel: WheelRequest, receiving: Receiving): Promise<Received | undefined> {
  const { draft, task, signal } = receiving
  const sizeBytes = wheel.sizeBytes ?? 0
  const partCount = Math.min(parts.partsPerFile ?? 1, Math.floor(sizeBytes / PART_BYTES))
  if (partCount < 2 || draft.earlier !== undefined || knownSha256(wheel) === undefined) return undefined
  const hashers = algorithmsOf(wheel).map((algorithm) => [algorithm, createHash(algorithm)] as const)
  const { isWhole, isOrdered, prefixBytes, validator, error } = await downloadInParts(parts.client, {
    url: wheel.url,
    briskRate: parts.briskRate ?? BRISK_RATE,
    onOrdered: (piece) => {
      for (const [, hasher] of hashers) hasher.update(piece)
    },
    sizeBytes,
    partCount,
    sink: draft,
    signal,
    onPlace: () => task.began(),
    onProgress: (bytes) => task.progress(bytes),
  })
  draft.settle(isWhole || error !== undefined ? prefixBytes : 0)
  if (!isWhole) {
    receiving.validator = validator
    if (error !== undefined) throw error as Error
    return undefined
  }
  const digests: Digests = isOrdered ? Object.fromEntries(hashers.map(([algorithm, hasher]) => [algorithm, hasher.digest('hex')])) : (await hashed(parts, wheel, draft.path)).digests
  if (wheelFault(wheel, digests) === undefined) return { sha256: sha256Among(digests), sizeBytes, earlierBytes: 0, connections: isOrdered ? 1 : partCount }
  draft.restart()
  return undefined
}

async function readLocal(parts: FetcherParts, wheel: WheelRequest): Promise<FetchedWheel> {
  const { path, sizeBytes, digests } = await hashedLocal(parts, wheel)
  const wrong = wheelFault(wheel, digests)
  if (wrong !== undefined) throw new UserError('hash-mismatch', `${redactUrl(wheel.url)} does not have the expected hash: ${wrong}`)
  return fetched(wheel, { path, sizeBytes, sha256: sha256Among(digests), source: 'local' })
}

/** A page, or a lock, may name what is not there, or no path at all. */
async function hashedLocal(parts: FetcherParts, wheel: WheelRequest): Promise<HashedFile & { readonly path: string }> {
  try {
    const path = fileURLToPath(wheel.url)
    if (path.includes('\0')) throw new UserError('download-failed', `${redactUrl(wheel.url)} names no path`)
    return { path, ...(await hashed(parts, wheel, path)) }
  } catch (error) {
    const known = limitError(error)
    if (isUserError(known) || systemErrorCode(error) === undefined) throw known
    throw new UserError('download-failed', `${redactUrl(wheel.url)} cannot be read: ${messageOf(error)}`, { cause: error })
  }
}

/** Hashed by a worker, in all algorithms in which something was said of the wheel. */
async function hashed(parts: FetcherParts, wheel: WheelRequest, path: string): Promise<HashedFile> {
  const { result, span } = await parts.pool.run('hash-file', { path, algorithms: algorithmsOf(wheel) }, wheel.sizeBytes)
  parts.events.record({ task: 'hash', resource: 'cpu', subject: `${wheel.name} ${wheel.versionText}` }, { ...span, bytes: result.sizeBytes })
  return result
}

function fetched(wheel: WheelRequest, found: Pick<FetchedWheel, 'path' | 'sizeBytes' | 'sha256' | 'source'>): FetchedWheel {
  if (wheel.requiredSizeBytes !== undefined && wheel.requiredSizeBytes !== found.sizeBytes) {
    throw new UserError('hash-mismatch', `${redactUrl(wheel.url)} has ${found.sizeBytes} bytes, and the lock says ${wheel.requiredSizeBytes}`)
  }
  return { name: wheel.name, versionText: wheel.versionText, filename: wheel.filename, path: found.path, sizeBytes: found.sizeBytes, sha256: found.sha256, source: found.source }
}
