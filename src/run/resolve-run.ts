import type { Candidate } from '../index/types.ts'
import { resolveRequirements } from '../resolve/resolve.ts'
import type { Resolution } from '../resolve/types.ts'
import { requirementReader } from '../standards/requirements.ts'
import type { RunContext } from './context.ts'
import { installedFor, pythonVersionOf, readInstalled } from './installed-metadata.ts'
import type { RunParts } from './parts.ts'
import type { Sources } from './sources.ts'
import type { ResolutionQuestion, RunMeans } from './types.ts'

/** What a resolution is made for and with. */
export interface ResolveFacts {
  readonly run: ResolutionQuestion
  readonly means: Pick<RunMeans, 'limits'>
  readonly parts: Pick<RunParts, 'lookup' | 'metadata' | 'isOffline' | 'keptProjects'>
  readonly sources: Pick<Sources, 'direct' | 'metadata'>
  /** As `ResolveParts` has it. */
  readonly needsFiles: boolean
  /** As `ResolveParts` has it. */
  readonly onTaken?: ((candidate: Candidate) => void) | undefined
}

/** Resolves with the machinery of a run. Throws what `resolveRequirements` throws. */
export function resolveRun({ run, means, parts, sources, needsFiles, onTaken }: ResolveFacts, context: RunContext): Promise<Resolution> {
  const { environment, requests } = run
  const readRequirement = requirementReader()
  return resolveRequirements({
    set: requests.set,
    policy: requests.policy,
    environment: environment.target.environment,
    pythonVersion: pythonVersionOf(environment.target),
    tags: environment.target.tags,
    needsFiles,
    speculate: means.limits.speculate,
    onTaken,
    timeoutMs: requests.policy.resolveTimeoutMs,
    lookup: parts.lookup,
    metadata: parts.metadata,
    direct: sources.direct(),
    sources: sources.metadata(),
    installed: installedFor(run),
    installedMetadata: (distribution) => Promise.resolve(readInstalled(distribution, readRequirement)),
    isOffline: parts.isOffline,
    keptProjects: parts.keptProjects,
    events: context.events,
    clock: context.clock,
    signal: context.signal,
  })
}
