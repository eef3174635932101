import { join } from 'node:path'

/**
 * The folders of a store. Each bucket carries its own format version: a change of one format drops one bucket.
 *
 *     wheels-v1/ab/abcdef….whl     a wheel as the index published it; the name is its sha256
 *     metadata-v1/ab/abcdef….txt   METADATA of the file with that sha256, raw
 *     sdists-v1/ab/abcdef….sdist   a source distribution as the index published it; the name is its sha256
 *     built-v1/ab/abcdef…/         a wheel we built, with built.json: the facts whose digest is the folder's name
 *     prepared-v1/ab/abcdef….json  METADATA that a build backend prepared, with the facts whose digest is the name; never leaves this disk
 *     partials-v1/ab/abcdef….part  the beginning of the file with that sha256, and its ETag beside it; never leaves this disk
 *     trees-v3/ab/abcdef…/         the files of the wheel with that sha256, unpacked; never leaves this disk
 *     pages-v4/…                   index pages with tables of their files, and apart from them their freshness; never leaves this disk
 *     facts-v2/…                   what interpreters said of themselves, resolutions and the repositories built from; never leaves this disk
 *     code-v1/                     the program as V8 compiled it, in the default store alone; never leaves this disk
 *     tmp/                         files being written; renamed into place when whole
 */
export interface StoreLayout {
  readonly root: string
  wheel(sha256: string): string
  metadata(sha256: string): string
  sdist(sha256: string): string
  /** The beginning of a file whose download ended early. */
  partial(sha256: string): string
  /** Folder of a wheel built under the facts with this digest. */
  built(key: string): string
  /** METADATA that a backend prepared under the facts with this digest. */
  prepared(key: string): string
  /** One empty file for each repository that a wheel was built from; never leaves this disk. */
  readonly builtRepositories: string
  /** Folder of a wheel's unpacked files. */
  tree(sha256: string): string
  readonly pages: string
  readonly facts: string
  readonly temporary: string
}

export const WHEELS_BUCKET = 'wheels-v1'
export const METADATA_BUCKET = 'metadata-v1'
export const SDISTS_BUCKET = 'sdists-v1'
export const PARTIALS_BUCKET = 'partials-v1'
export const BUILT_BUCKET = 'built-v1'
export const PREPARED_BUCKET = 'prepared-v1'
export const TREES_BUCKET = 'trees-v3'
export const PAGES_BUCKET = 'pages-v4'
export const FACTS_BUCKET = 'facts-v2'
export const CODE_BUCKET = 'code-v1'
export const TEMPORARY_BUCKET = 'tmp'

/** Where everything lies below `root`; nothing is made or looked at. */
export function storeLayout(root: string): StoreLayout {
  const sharded = (bucket: string, suffix: string) => (sha256: string) => join(root, bucket, sha256.slice(0, 2), sha256 + suffix)
  return {
    root,
    wheel: sharded(WHEELS_BUCKET, '.whl'),
    metadata: sharded(METADATA_BUCKET, '.txt'),
    sdist: sharded(SDISTS_BUCKET, '.sdist'),
    partial: sharded(PARTIALS_BUCKET, '.part'),
    built: sharded(BUILT_BUCKET, ''),
    prepared: sharded(PREPARED_BUCKET, '.json'),
    builtRepositories: join(root, FACTS_BUCKET, 'repositories'),
    tree: sharded(TREES_BUCKET, ''),
    pages: join(root, PAGES_BUCKET),
    facts: join(root, FACTS_BUCKET),
    temporary: join(root, TEMPORARY_BUCKET),
  }
}
