import { existsSync } from 'node:fs'
import { systemErrorCode, UserError } from '../kernel/errors.ts'
import type { EventBus } from '../kernel/events.ts'
import { UMASK } from '../kernel/umask.ts'
import type { Scheme } from '../target/types.ts'
import type { StageWheelRequest } from '../workers/tasks/stage-wheel.ts'
import type { Span as TaskSpan, WorkerPool } from '../workers/protocol.ts'
import type { TreeRequest } from '../workers/tasks/wheel-tree.ts'
import { schemeFolders, type Destination, type StagedDistribution } from './types.ts'

/** A verified wheel file and what installing it should record. */
export interface WheelToStage {
  readonly name: string
  readonly versionText: string
  readonly filename: string
  readonly path: string
  /** Of the wheel file. */
  readonly sizeBytes: number
  /** The user asked for it by name (PEP 376 REQUESTED). */
  readonly requested: boolean
  /** JSON text for direct_url.json (PEP 610), for direct references only. */
  readonly directUrl: string | undefined
  /** Where its unpacked files are kept on this disk, or are to be. */
  readonly tree?: TreeRequest | undefined
}

/** What staging works with, and for which place. */
export interface StageParts {
  readonly pool: WorkerPool
  readonly events: EventBus
  readonly destination: Destination
  /** The destination's scheme without links in it. */
  readonly realScheme: Scheme
  readonly strictRecord: boolean
}

const INSTALLER = 'parallel-pip'

/** Unpacks one wheel into its own invisible folder, in a worker. Warnings about repaired faults become notices. Throws `store-failed` for a wheel that is not there any more. */
export async function stageWheel(parts: StageParts, wheel: WheelToStage, stageDir: string): Promise<StagedDistribution> {
  const { result, span } = await parts.pool.run('stage-wheel', requestFor(parts, wheel, stageDir), wheel.sizeBytes).catch((error: unknown) => {
    throw systemErrorCode(error) === 'ENOENT' && !existsSync(wheel.path) ? goneError(wheel, error) : error
  })
  recordStage(parts, wheel, { ...span, bytes: result.sizeBytes })
  for (const warning of result.warnings) parts.events.notice('info', warning)
  return { wheel: result, stageDir }
}

/** The same by links to what was unpacked before, without a byte of the wheel; undefined, and nothing done, where that cannot be. */
export async function linkWheel(parts: StageParts, wheel: WheelToStage, stageDir: string): Promise<StagedDistribution | undefined> {
  const { result, span } = await parts.pool.run('link-wheel', requestFor(parts, wheel, stageDir), wheel.sizeBytes)
  if (result === undefined) return undefined
  recordStage(parts, wheel, { ...span, bytes: result.sizeBytes })
  return { wheel: result, stageDir }
}

function goneError({ filename, path }: WheelToStage, cause: unknown): UserError {
  const hint = 'something empties the folder of kept wheels while packages are installed; once it does not, install again'
  return new UserError('store-failed', `${filename} was to be unpacked, and ${path} is not there any more`, { hint, cause })
}

function recordStage({ events }: StageParts, { name, versionText }: WheelToStage, facts: TaskSpan & { readonly bytes: number }): void {
  events.record({ task: 'stage', resource: 'disk', subject: `${name} ${versionText}` }, facts)
}

function requestFor(parts: StageParts, wheel: WheelToStage, stageDir: string): StageWheelRequest {
  return {
    archivePath: wheel.path,
    label: wheel.filename,
    name: wheel.name,
    version: wheel.versionText,
    stageDir,
    folders: schemeFolders(parts.destination.scheme, wheel.name),
    realFolders: schemeFolders(parts.realScheme, wheel.name),
    python: parts.destination.python,
    installer: INSTALLER,
    requested: wheel.requested,
    directUrl: wheel.directUrl,
    strictRecord: parts.strictRecord,
    umask: UMASK,
    tree: wheel.tree,
  }
}
