import { diskError, formatBytes } from '../../kernel/disk-error.ts'
import { UserError, isUserError, systemErrorCode } from '../../kernel/errors.ts'
import { openArchiveFile } from '../../archive/source.ts'
import type { TaskContext } from '../protocol.ts'
import { freeSpace } from './stage-limits.ts'
import { isUnhashed } from './record-check.ts'
import { openStage, type Stage, type StageItem } from './stage.ts'
import { stageEntry } from './stage-entry.ts'
import { generateFiles, judgeRecord } from './stage-generated.ts'
import { formatManifest, topsOf, type StagedWheel } from './staged-wheel.ts'
import type { TreeRequest, WholeWheel } from './wheel-tree.ts'
import type { ScriptPython } from './scripts.ts'
import type { SchemeFolders } from './wheel-layout.ts'

/** Everything that staging a wheel depends on, as plain data: it may happen in another thread. */
export interface StageWheelRequest {
  readonly archivePath: string
  /** The wheel's file name, for messages. */
  readonly label: string
  readonly name: string
  /** Version the resolution chose; the wheel's METADATA and `.dist-info` must agree. */
  readonly version: string
  /** Folder to be created for this wheel; one folder per part of the scheme is made inside. */
  readonly stageDir: string
  /** Folders the files will have in the end, as the interpreter names them: RECORD speaks in their terms. */
  readonly folders: SchemeFolders
  /** The same folders without links: parts of the scheme that lie in one folder are staged in one. */
  readonly realFolders: SchemeFolders
  readonly python: ScriptPython
  /** Text for INSTALLER. */
  readonly installer: string
  readonly requested: boolean
  readonly directUrl: string | undefined
  readonly strictRecord: boolean
  readonly umask: number
  /** Where its unpacked files are kept, or may be; undefined: nowhere. */
  readonly tree?: TreeRequest | undefined
}

/**
 * Unpacks a wheel into a stage of its own, as pip would install it: files by scheme, scripts with the target's shebang,
 * INSTALLER, REQUESTED, direct_url.json and a RECORD that is right for what was written. Each byte is inflated once, and
 * held to its CRC, its declared size and the wheel's RECORD. What is wrong with the wheel's form is refused before its first
 * byte is written; then one pass in the order of the archive.
 */
export async function stageWheel(request: StageWheelRequest, context: TaskContext): Promise<StagedWheel> {
  const source = openArchiveFile(request.archivePath, request.label)
  let stage: Stage | undefined
  try {
    stage = openStage(request, source, context.inflater())
    for (const item of stage.items) {
      const streaming = stageEntry(stage, item, context)
      if (streaming !== undefined) await streaming
      const pause = context.breathe()
      if (pause !== undefined) await pause
    }
    judgeRecord(stage)
    generateFiles(stage)
    stage.tree?.settle(wholeWheel(stage))
    return resultOf(stage)
  } catch (error) {
    throw stageError(error, request, stage)
  } finally {
    source.close()
  }
}

/** What lets the wheel be staged of its tree alone: nothing had to be said of it, and all its files are there under hashes of one kind. */
function wholeWheel({ request, roots, rootScheme, record, known, items, tree, warnings }: Stage): WholeWheel | undefined {
  const isThere = ({ entry }: StageItem): boolean => entry.isDirectory || isUnhashed(entry.path, roots.distInfo) || (record.algorithm(entry.path) === 'sha256' && tree?.has(entry.path) === true)
  const signatures = items.filter(({ entry }) => isUnhashed(entry.path, roots.distInfo))
  if (warnings.length > 0 || signatures.length > 1 || !items.every(isThere)) return undefined
  return { name: request.name, version: request.version, distInfo: roots.distInfo, rootScheme, entryPoints: known.get('entry_points.txt')?.toString('utf8') ?? '' }
}

/** What the plan needs of a wheel once all its files are staged. */
export function resultOf({ request, roots, rootScheme, parts, files, warnings }: Pick<Stage, 'request' | 'roots' | 'rootScheme' | 'parts' | 'files' | 'warnings'>): StagedWheel {
  return {
    name: request.name,
    version: request.version,
    distInfo: roots.distInfo,
    rootScheme,
    rootPart: parts[rootScheme],
    tops: topsOf(files),
    manifest: formatManifest(files),
    fileCount: files.length,
    sizeBytes: files.reduce((sum, file) => sum + file.sizeBytes, 0),
    warnings,
  }
}

/** On a file system that folds names, two files of a wheel meet only when the second is created. */
function stageError(error: unknown, request: StageWheelRequest, stage: Stage | undefined): unknown {
  if (isUserError(error)) return error
  const code = systemErrorCode(error)
  if (code === 'EEXIST' || code === 'ENOTDIR' || code === 'EISDIR') {
    return new UserError('wheel-invalid', `${request.label} has two files for one path of this file system: ${stage?.writing ?? ''}`, { hint: 'tell the project that published it', cause: error })
  }
  const space = (): string | undefined => {
    const free = freeSpace(request.stageDir)
    return stage === undefined || free === undefined ? undefined : `${request.label} unpacks to ${formatBytes(stage.needs.sizeBytes)}, ${formatBytes(free.bytes)} are free`
  }
  return diskError(error, { doing: `unpacking ${request.label}`, outcome: '; the environment is as it was', space })
}
