import { createHash } from 'node:crypto'
import type { BuiltFile, FileOnDisk } from '../wheel.ts'

/** A file of an index: built in memory, or on disk when too big for that. */
export type IndexedFile = BuiltFile | FileOnDisk

/** How one index behaves; everything a real index may or may not offer. Defaults: offers all. */
export interface IndexOptions {
  /** PEP 691 pages. */
  readonly json: boolean
  /** PEP 503 pages. With both off every page is 404. */
  readonly html: boolean
  /** Algorithms published for each file; empty: none. */
  readonly hashAlgorithms: readonly string[]
  /** PEP 658/714 files: `unadvertised` serves them without saying so on the page; `claimed` says so and answers 404. */
  readonly metadata: 'advertised' | 'unadvertised' | 'claimed' | 'off'
  /** `no-suffix` answers 501 to `bytes=-n`, `ignores-suffix` sends the whole file, `off` ignores Range. */
  readonly ranges: 'all' | 'no-suffix' | 'ignores-suffix' | 'off'
  readonly etags: boolean
  readonly pageCacheControl: string | undefined
  readonly fileCacheControl: string | undefined
  readonly sizes: boolean
  readonly uploadTimes: boolean
  readonly requiresPython: boolean
  /** File links relative to the page. */
  readonly relativeUrls: boolean
  /** Where file links point instead of this server: another server's `filesUrl(index)`. */
  readonly filesUrl: string | undefined
  readonly gzip: boolean
  readonly auth: { readonly user: string; readonly password: string } | undefined
  readonly apiVersion: string
}

export const DEFAULT_INDEX: IndexOptions = {
  json: true,
  html: true,
  hashAlgorithms: ['sha256'],
  metadata: 'advertised',
  ranges: 'all',
  etags: true,
  pageCacheControl: undefined,
  fileCacheControl: undefined,
  sizes: true,
  uploadTimes: true,
  requiresPython: true,
  relativeUrls: false,
  filesUrl: undefined,
  gzip: false,
  auth: undefined,
  apiVersion: '1.1',
}

/** What the index says of one file, where that differs from the truth or the index's habit. */
export interface FileOptions {
  /** True, or the reason. */
  readonly yanked?: boolean | string
  readonly requiresPython?: string
  /** Algorithm → hex digest, in place of the true ones. */
  readonly hashes?: Readonly<Record<string, string>>
  readonly metadata?: IndexOptions['metadata']
  /** Text served as the metadata file, in place of the wheel's. */
  readonly metadataText?: string
  /** Digest published for the metadata file, in place of the true one; `true` publishes none. */
  readonly metadataHash?: string | true
  /** RFC 3339. */
  readonly uploadTime?: string
  readonly sizeBytes?: number
  /** Listed under this URL. */
  readonly url?: string
  /** False: served, but on no page. */
  readonly listed?: boolean
}

export interface HostedFile {
  readonly file: IndexedFile
  readonly options: FileOptions
}

/** One named index: projects in the order they were added. */
export interface HostedIndex {
  readonly name: string
  options: IndexOptions
  /** Normalized project name → its files, in the order of adding. */
  readonly projects: Map<string, HostedFile[]>
}

export function sizeOf(file: IndexedFile): number {
  return 'bytes' in file ? file.bytes.length : file.sizeBytes
}

export function metadataOf(hosted: HostedFile): string | undefined {
  return hosted.options.metadataText ?? (hosted.file.kind === 'wheel' ? hosted.file.metadata : undefined)
}

/** Published digests of a file. Files on disk know only their sha256. */
export function hashesOf(hosted: HostedFile, algorithms: readonly string[]): Record<string, string> {
  if (hosted.options.hashes !== undefined) return { ...hosted.options.hashes }
  return Object.fromEntries(algorithms.map((algorithm) => [algorithm, digest(hosted.file, algorithm)]))
}

/** What the page says of the metadata file: undefined, `true`, or its sha256. */
export function publishedMetadata(hosted: HostedFile, index: IndexOptions): true | string | undefined {
  const habit = hosted.options.metadata ?? index.metadata
  const text = metadataOf(hosted)
  if (text === undefined || habit === 'off' || habit === 'unadvertised') return undefined
  if (hosted.options.metadataHash !== undefined) return hosted.options.metadataHash
  return createHash('sha256').update(hosted.file.metadata ?? text).digest('hex')
}

function digest(file: IndexedFile, algorithm: string): string {
  if (algorithm === 'sha256') return file.sha256
  if ('bytes' in file) return createHash(algorithm).update(file.bytes).digest('hex')
  throw new Error(`${file.filename} is on disk: only its sha256 is known`)
}
