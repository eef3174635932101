import type { Hash } from '../kernel/hash.ts'

/** One file of a project, in the one shape that both forms of the simple API are read into. */
export interface IndexFile {
  /** Not checked: whoever makes a path of it parses it as a wheel's or an sdist's name first. Contains no slash. */
  readonly filename: string
  /** Absolute, without fragment. */
  readonly url: string
  /** In the index's order; algorithms we do not know are left out. Digests are in lower case and not checked for form. */
  readonly hashes: readonly Hash[]
  readonly requiresPython: string | undefined
  /** The reason, which may be empty; false: not yanked. */
  readonly yanked: false | string
  /** Whether `<url>.metadata` exists, and its hashes when the index says them. */
  readonly coreMetadata: boolean | readonly Hash[]
  readonly sizeBytes: number | undefined
  /** Milliseconds since the epoch. */
  readonly uploadTimeMs: number | undefined
}

/** The file as a plain object, whatever it is read from. */
export function plainFile({ filename, url, hashes, requiresPython, yanked, coreMetadata, sizeBytes, uploadTimeMs }: IndexFile): IndexFile {
  return { filename, url, hashes, requiresPython, yanked, coreMetadata, sizeBytes, uploadTimeMs }
}

/** A project page of an index: its files (PEP 503, PEP 691). */
export interface SimplePage {
  /** In the page's order. */
  readonly files: readonly IndexFile[]
}

/**
 * Why a page that declares this version of the API must not be used; undefined: it may. One that declares none is of 1.0. A newer minor
 * version only adds what may be ignored, a newer major version changes the meaning (PEP 629).
 */
export function apiVersionFault(declared = '1.0'): string | undefined {
  const major = /^\s*(\d+)(?:\.\d+)*\s*$/.exec(declared)?.[1]
  if (major === undefined) return `the page declares an API version that cannot be read: ${JSON.stringify(declared)}`
  return Number(major) < 2 ? undefined : `the page is of API version ${declared.trim()}, and only 1.x is understood`
}

const ISO_TIME = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/i

/** PEP 700 demands UTC with a `Z`; a time without zone is taken as UTC too. */
export function readUploadTime(value: unknown): number | undefined {
  if (typeof value !== 'string') return undefined
  const match = ISO_TIME.exec(value)
  if (match === null) return undefined
  const time = Date.parse(match[1] === undefined ? `${value}Z` : value)
  return Number.isNaN(time) ? undefined : time
}
