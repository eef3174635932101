import type { Scheme } from '../target/types.ts'
import type { SchemeFolders, SchemeKey } from '../workers/tasks/wheel-layout.ts'
import type { StagedWheel } from '../workers/tasks/staged-wheel.ts'

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

/** One file operation of a commit; all paths are absolute. */
export type CommitStep =
  /** Moves what is there out of the way, into the folder of retired things. */
  | { readonly kind: 'retire'; readonly path: string }
  /** Makes one folder; its parent is there by then. */
  | { readonly kind: 'make-folder'; readonly path: string }
  /** Brings a staged file or whole folder to its place, which is free by then. */
  | { readonly kind: 'bring-in'; readonly from: string; readonly to: string }

/** Two distributions claim one path with different content, or one needs a folder where the other has a file. */
export interface FileConflict {
  readonly path: string
  /** The one that was there first, and the one that would replace it. */
  readonly owners: readonly [string, string]
  /** No order of writing gives both what they need. */
  readonly isStructural: boolean
}

/** What a commit will do, and what stands against it. */
export interface InstallPlan {
  readonly steps: readonly CommitStep[]
  readonly conflicts: readonly FileConflict[]
  /** With `--target`: what was there already and stays. */
  readonly skipped: readonly string[]
  readonly added: readonly StagedWheel[]
}

/** The folder of a part of the scheme for one distribution; headers get a folder of the project's own (pip). */
export function schemeFolder(scheme: Scheme, key: SchemeKey, name: string): string {
  return key === 'headers' ? `${scheme.headers}/${name}` : scheme[key]
}

/** The folder of each part of the scheme for one distribution. */
export function schemeFolders(scheme: Scheme, name: string): SchemeFolders {
  return { ...scheme, headers: schemeFolder(scheme, 'headers', name) }
}
