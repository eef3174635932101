import type { Hash } from '../kernel/hash.ts'
import type { Marker } from './markers.ts'
import type { NormalizedName } from './names.ts'
import type { SpecifierSet } from './specifiers.ts'
import type { Version } from './version.ts'

/** A lock file (PEP 751, packaging.python.org/specifications/pylock-toml). Absent lists are empty. */
export interface Pylock {
  /** `1.0` */
  readonly lockVersion: string
  readonly createdBy: string
  readonly requiresPython: SpecifierSet | undefined
  /** The environments the file is for; empty: any. */
  readonly environments: readonly Marker[]
  readonly extras: readonly NormalizedName[]
  readonly dependencyGroups: readonly string[]
  /** Groups that are installed unless said otherwise. */
  readonly defaultGroups: readonly string[]
  readonly packages: readonly PylockPackage[]
}

/** A package of a pylock.toml (PEP 751). */
export interface PylockPackage {
  readonly name: NormalizedName
  /** Undefined for source trees, whose version is found by building. */
  readonly version: Version | undefined
  readonly marker: Marker | undefined
  readonly requiresPython: SpecifierSet | undefined
  /** Names of the packages of this file that this one needs: information, not an instruction. Undefined: not said. */
  readonly dependencies: readonly NormalizedName[] | undefined
  /** Base URL of the index that served the files. */
  readonly index: string | undefined
  readonly source: PylockSource
}

/** Where a package of a lock comes from. */
export type PylockSource =
  | { readonly kind: 'distributions'; readonly wheels: readonly PylockFile[]; readonly sdist: PylockFile | undefined }
  | ({ readonly kind: 'archive'; readonly subdirectory: string | undefined } & PylockFileFacts)
  | { readonly kind: 'directory'; readonly path: string; readonly editable: boolean; readonly subdirectory: string | undefined }
  | {
      readonly kind: 'vcs'
      /** `git`, `hg`, … */
      readonly type: string
      readonly url: string | undefined
      readonly path: string | undefined
      readonly requestedRevision: string | undefined
      readonly commitId: string
      readonly subdirectory: string | undefined
    }

/** At least one of `url` and `path` is there; `path` counts first, and is relative to the lock file. */
interface PylockFileFacts {
  readonly url: string | undefined
  readonly path: string | undefined
  readonly sizeBytes: number | undefined
  readonly uploadTimeMs: number | undefined
  /** Those whose algorithm we know, digests in lower case; a file without any is never selected. */
  readonly hashes: readonly Hash[]
}

/** A file that a lock names, with its hashes. */
export interface PylockFile extends PylockFileFacts {
  /** From `name`, else from the path, else from the URL. Of the package's name and version. */
  readonly filename: string
}
