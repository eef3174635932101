import type { Candidate } from '../index/types.ts'
import type { Clock } from '../kernel/clock.ts'
import type { EventBus } from '../kernel/events.ts'
import type { Policy, RequirementSet, UserRequirement } from '../requests/types.ts'
import type { MarkerEnvironment } from '../standards/markers.ts'
import type { NormalizedName } from '../standards/names.ts'
import type { Version } from '../standards/version.ts'
import type { KeptProject } from '../store/kept-projects.ts'
import type { KnowledgeParts } from './knowledge.ts'

/** What a resolve is given: what is asked for, by whom, for which target, and where answers come from. */
export interface ResolveParts extends KnowledgeParts {
  readonly set: RequirementSet
  readonly policy: Policy
  readonly environment: MarkerEnvironment
  readonly pythonVersion: Version
  /** Wheel tags the target accepts, best first: for explanations. */
  readonly tags: readonly string[]
  /** The file of what is installed already is of interest, too. */
  readonly needsFiles: boolean
  /** Look things up before the solver asks for them. */
  readonly speculate: boolean
  /** Hears of each candidate of an index that the search takes, which it may yet give up. */
  readonly onTaken?: ((candidate: Candidate) => void) | undefined
  /** Ends the search with the best explanation so far; undefined: no limit. */
  readonly timeoutMs: number | undefined
  /** No request can be made: what is not here is missing, and all of it is listed. */
  readonly isOffline: boolean
  /** Projects that earlier runs met: for hints, once a name turns out not to be known. */
  readonly keptProjects: () => Promise<readonly KeptProject[]>
  readonly events: EventBus
  readonly clock: Clock
}

/** A user's requirement that applies to the target, with the project it turned out to name. */
export interface NamedRequirement {
  readonly name: NormalizedName
  readonly user: UserRequirement
}
