import type { Sha256 } from '../kernel/hash.ts'
import type { Candidate, PageMark } from '../index/types.ts'
import type { DirectUrl } from '../standards/direct-url.ts'
import type { NormalizedName } from '../standards/names.ts'
import type { CoreMetadata } from '../standards/metadata.ts'
import type { Version } from '../standards/version.ts'
import type { InstalledDistribution } from '../target/types.ts'
import type { DirectSource, UserRequirement } from '../requests/types.ts'
import type { SolveStats } from '../solver/types.ts'

/** A distribution named by URL or path instead of by index, once its project and version are known. */
export interface DirectCandidate {
  readonly name: NormalizedName
  readonly version: Version
  readonly source: DirectSource
  readonly metadata: CoreMetadata
  readonly metadataText: string
  /** What direct_url.json will say (PEP 610). */
  readonly directUrl: DirectUrl
  /** How messages name it: the file, the folder or the repository. */
  readonly label: string
  /** Of the file that was named, when it was one. */
  readonly sha256: Sha256 | undefined
  /** The wheel to install: a file on this machine, or one that is built when the answer is known. */
  readonly wheel: { readonly kind: 'file'; readonly path: string; readonly filename: string; readonly sha256: Sha256 } | { readonly kind: 'to-build' }
}

/** One version of a project, wherever it comes from. */
export type Entry =
  | { readonly kind: 'index'; readonly version: Version; readonly candidate: Candidate }
  /** `listed`: the file of the same version that an index has. */
  | { readonly kind: 'installed'; readonly version: Version; readonly distribution: InstalledDistribution; readonly listed: Candidate | undefined }
  | { readonly kind: 'direct'; readonly version: Version; readonly candidate: DirectCandidate }

/** Who needs a package, and in which words. */
export interface Requirer {
  /** Undefined: the user. */
  readonly name: NormalizedName | undefined
  readonly versionText: string | undefined
  readonly requirementText: string
}

/** One package of the answer. */
export interface ResolvedPackage {
  readonly name: NormalizedName
  readonly version: Version
  readonly entry: Entry
  readonly metadata: CoreMetadata
  /** METADATA as it is, for pip's report; undefined: the answer is an earlier one, for a run that writes no such report. */
  readonly metadataText: string | undefined
  readonly extras: readonly NormalizedName[]
  /** What the user wrote for it, in order; empty for dependencies. */
  readonly userRequirements: readonly UserRequirement[]
  readonly requiredBy: readonly Requirer[]
  /** Direct dependencies that are part of the answer. */
  readonly dependencies: readonly NormalizedName[]
}

/** The answer: what the environment should contain of what was asked, dependencies before dependents. */
export interface Resolution {
  readonly packages: readonly ResolvedPackage[]
  /** Names in the order in which they were decided: pip's report lists them so. */
  readonly decided: readonly NormalizedName[]
  readonly stats: SolveStats
  /** What was said to the user of the answer. */
  readonly notices: readonly ResolutionNotice[]
  /** The answers of indexes that the resolution follows from, with what was asked; undefined: it rests on other things, too. */
  readonly basis: readonly PageMark[] | undefined
}

/** Something a person should know of a resolution that succeeded. */
export interface ResolutionNotice {
  readonly level: 'warning' | 'info'
  readonly text: string
}
