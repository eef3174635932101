import type { Sha256 } from '../kernel/hash.ts'
import type { UserRequirement } from '../requests/types.ts'
import type { CoreMetadata } from '../standards/metadata.ts'
import type { NormalizedName } from '../standards/names.ts'

/** An archive of a source distribution on this machine, its bytes hashed in this run. */
export interface SourceArchive {
  readonly path: string
  readonly sha256: Sha256
}

/** Where a source tree comes from. */
export type SourceOrigin =
  /**
   * `sha256` is what is known before the archive is here, if that is all that it will be held to: a wheel that was built from
   * it may then be used without it. `fetch` brings it, verified.
   */
  | { readonly kind: 'archive'; readonly filename: string; readonly sha256: Sha256 | undefined; readonly fetch: () => Promise<SourceArchive> }
  /** A folder of the user's, built in place as pip does. Absolute. */
  | { readonly kind: 'directory'; readonly path: string; readonly editable: boolean }
  /** `checkoutDir`: where an editable one is checked out to stay; undefined: a temporary clone. */
  | { readonly kind: 'repository'; readonly url: string; readonly ref: string | undefined; readonly checkoutDir: string | undefined }

/** Something that becomes a wheel by being built. Equal keys are one build. */
export interface BuildSource {
  readonly key: string
  /** For people: `foo 1.0`, a path, a URL without credentials. */
  readonly label: string
  /** What the wheel has to be, as far as it is known: an index says both, a URL may say the name. */
  readonly name: NormalizedName | undefined
  readonly versionText: string | undefined
  readonly origin: SourceOrigin
  /** Slash-separated folder of the project inside the source, when it is not the top. */
  readonly subdirectory: string | undefined
  readonly configSettings: UserRequirement['configSettings']
}

/** What a source says of itself, and how it was found out. */
export interface SourceMetadata {
  readonly metadata: CoreMetadata
  /** METADATA, or what it will contain. */
  readonly text: string
  /** `kept`: static, read in an earlier run. `earlier-backend`: what it told an earlier run. `wheel`: of a wheel built before. */
  readonly from: 'kept' | 'static' | 'backend' | 'earlier-backend' | 'wheel'
}

/** A wheel that was built: in this run, or in an earlier one under the same facts. */
export interface BuiltWheel {
  readonly path: string
  readonly filename: string
  readonly sha256: Sha256
  readonly sizeBytes: number
  readonly metadata: CoreMetadata
  readonly metadataText: string
  readonly reused: boolean
}

/** What is known of a source once it is here, for direct_url.json (PEP 610). */
export interface SourceIdentity {
  /** Of the archive. */
  readonly sha256: Sha256 | undefined
  /** Of the repository. */
  readonly commit: string | undefined
}

/** An environment that hooks run in; others may run in it at the same time. */
export interface BuildEnvironment {
  readonly python: string
  /** What editables may name for good, where `python` goes when the run ends. */
  readonly lasting?: LastingPython
  readonly env: Readonly<Record<string, string | undefined>>
  /** What is installed, as `name==version`, sorted: part of what a build depends on. */
  installed(): readonly string[]
  /** An environment that has these as well (PEP 508): this one, when it does. What is there and does not fit is an error, as for pip. */
  with(requirements: readonly string[]): Promise<BuildEnvironment>
}

/** The target's interpreter, and the folders from which it would import what a build environment holds. */
export interface LastingPython {
  readonly python: string
  readonly importable: readonly string[]
}

/** An environment to build in. */
export interface EnvironmentRequest {
  /** The source the environment is for. */
  readonly source: Pick<BuildSource, 'key' | 'label'>
  /** PEP 508 requirements, from pyproject.toml or pip's defaults. */
  readonly requires: readonly string[]
  /** Absolute path of a folder for environments, which stay as long as the run; made when absent. */
  readonly parent: string
}

/** Makes the environments that builds run in; `run` does it with the engine's own means. */
export interface EnvironmentMaker {
  make(request: EnvironmentRequest): Promise<BuildEnvironment>
}
