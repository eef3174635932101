import type { InstalledDistribution, Scheme } from '../target/types.ts'
import type { SchemeKey } from '../workers/tasks/wheel-layout.ts'
import type { StagedWheel } from '../workers/tasks/stage-wheel.ts'

/** Where distributions are installed: the folders to write to, and the interpreter that scripts will name. */
export interface Destination {
  readonly scheme: Scheme
  /** May lie elsewhere than the scheme's folders while a fresh environment is being made beside its final place. */
  readonly python: { readonly path: string; readonly major: number; readonly minor: number }
}

/** One wheel in its stage, ready to become visible. */
export interface StagedDistribution {
  readonly wheel: StagedWheel
  /** Absolute folder that holds one folder per part of the scheme. */
  readonly stageDir: string
}

/** A distribution that goes away, with every path that is its own. */
export interface Removal {
  readonly distribution: InstalledDistribution
  /** Absolute paths of files (and of links, which are not followed). */
  readonly files: readonly string[]
}

/** What is on disk where the plan wants to write; found by a survey, so that planning needs no I/O. */
export interface Survey {
  /** Absolute folders that exist, of those that staged files would go into. */
  readonly folders: ReadonlySet<string>
  /** Absolute paths of staged files at which something exists. */
  readonly occupied: ReadonlySet<string>
  /** For occupied paths that belong to an installed distribution: its name. */
  readonly owners: ReadonlyMap<string, string>
  /** Folders of which everything inside goes away with the removals. */
  readonly emptied: ReadonlySet<string>
}

/** One rename or folder operation of the commit; all paths are absolute. */
export type CommitStep =
  /** Moves what is there out of the way, into the folder of retired things. */
  | { readonly kind: 'retire'; readonly path: string }
  | { readonly kind: 'make-folder'; readonly path: string }
  /** Brings a staged file or whole folder to its place, which is free. */
  | { readonly kind: 'bring-in'; readonly from: string; readonly to: string }
  /** Removes a folder if nothing is left in it. */
  | { readonly kind: 'remove-empty-folder'; readonly path: string }

/** Two distributions claim one path with different content. */
export interface FileConflict {
  readonly path: string
  readonly owners: readonly [string, string]
}

export interface InstallPlan {
  readonly steps: readonly CommitStep[]
  /** Final path → name of the distribution that owns it after the commit. */
  readonly owners: ReadonlyMap<string, string>
  readonly conflicts: readonly FileConflict[]
  readonly removed: readonly InstalledDistribution[]
  readonly added: readonly StagedWheel[]
  readonly sizeBytes: number
  readonly longestPath: string
}

/** The folder of a part of the scheme for one distribution; headers get a folder of the project's own (pip). */
export function schemeFolder(scheme: Scheme, key: SchemeKey, name: string): string {
  return key === 'headers' ? `${scheme.headers}/${name}` : scheme[key]
}
