import { readDirectory, type ArchiveEntry } from '../../archive/directory.ts'
import { readEntry } from '../../archive/entry-data.ts'
import type { Inflater } from '../../archive/inflater.ts'
import type { ArchiveSource } from '../../archive/source.ts'
import { UserError } from '../../kernel/errors.ts'
import type { RecordRow } from '../../standards/record.ts'
import { checkRecord, type RecordCheck } from './record-check.ts'
import { readScripts, type WheelScripts } from './scripts.ts'
import { checkPathLengths, checkSpace, type StageNeeds } from './stage-limits.ts'
import { openStageWriter, type StageWriter } from './stage-writer.ts'
import type { StageWheelRequest } from './stage-wheel.ts'
import type { StagedFile } from './staged-wheel.ts'
import { checkMetadata, readWheelFile } from './wheel-facts.ts'
import { openTree, type WheelTree } from './wheel-tree.ts'
import { findRoots, placeFile, placementFault, recordPaths, scriptsInData, stageParts, type Placement, type RecordPaths, type RootScheme, type SchemeKey, type WheelRoots } from './wheel-layout.ts'

/** One file of the archive and where it goes. Folders are items too: their headers are checked. */
export interface StageItem {
  readonly entry: ArchiveEntry
  readonly place: Placement
  readonly recordPath: string
}

/** The unpacking of one wheel under way. */
export interface Stage {
  readonly request: StageWheelRequest
  readonly source: ArchiveSource
  readonly inflater: Inflater | undefined
  /** Files of the wheel as they were unpacked before. */
  readonly tree: WheelTree | undefined
  readonly writer: StageWriter
  readonly roots: WheelRoots
  readonly rootScheme: RootScheme
  readonly record: RecordCheck
  readonly recordPath: RecordPaths
  /** Where files of a part of the scheme are staged: parts that lie in one folder share one. */
  readonly parts: Readonly<Record<SchemeKey, SchemeKey>>
  readonly scripts: WheelScripts
  readonly items: readonly StageItem[]
  /** Contents of the `.dist-info` that were read to judge the wheel, so that they are not inflated again. */
  readonly known: ReadonlyMap<string, Buffer>
  readonly needs: StageNeeds
  readonly files: StagedFile[]
  readonly rows: RecordRow[]
  readonly warnings: string[]
  /** The staged path of each file so far → its sha256, for two files of one wheel that land on one path. */
  readonly staged: Map<string, string | undefined>
  /** The path being written, for errors. */
  writing: string
}

/** Judges the form of the wheel: everything that can be refused before a byte is written is refused here. */
export function openStage(request: StageWheelRequest, source: ArchiveSource, inflater: Inflater | undefined): Stage {
  const { label } = request
  const entries = readDirectory(source, { windows: process.platform === 'win32' })
  const roots = findRoots(label, entries.map((entry) => entry.path + (entry.isDirectory ? '/' : '')), request)
  const known = readInfo({ source, inflater }, entries, roots)
  const wheel = readWheelFile(label, known.get('WHEEL'))
  checkMetadata(request, known.get('METADATA'))
  const recordText = known.get('RECORD')?.toString('utf8')
  if (recordText === undefined) throw new UserError('record-invalid', `${label} has no RECORD`, { hint: 'tell the project that published it' })
  const scripts = readScripts(label, known.get('entry_points.txt')?.toString('utf8') ?? '', request.python)
  const recordPath = recordPaths(request.folders, wheel.rootScheme)
  const items = entries.map((entry): StageItem => {
    const place = entry.isDirectory ? { scheme: wheel.rootScheme, path: entry.path } : placeFile(label, entry.path, roots, wheel.rootScheme)
    return { entry, place, recordPath: recordPath(place) }
  })
  refuseMisplaced(request, items, roots)
  const needs = { sizeBytes: entries.reduce((sum, entry) => sum + entry.sizeBytes, 0), fileCount: entries.length }
  checkPathLengths(label, items.map(({ place }) => place), request.folders)
  checkSpace(label, request.stageDir, needs)
  return {
    request, source, inflater, tree: request.tree === undefined ? undefined : openTree(request.tree), writer: openStageWriter(request), roots, rootScheme: wheel.rootScheme, record: checkRecord(recordText, roots.distInfo), recordPath,
    parts: stageParts(request.realFolders), scripts, items, known, needs, files: [], rows: [], warnings: [...wheel.warnings], staged: new Map(), writing: '',
  }
}

/** The files of the `.dist-info` by which a wheel is judged, by name. */
function readInfo({ source, inflater }: Pick<Stage, 'source' | 'inflater'>, entries: readonly ArchiveEntry[], roots: WheelRoots): Map<string, Buffer> {
  const known = new Map<string, Buffer>()
  for (const entry of entries) {
    const name = entry.path.startsWith(`${roots.distInfo}/`) ? entry.path.slice(roots.distInfo.length + 1) : ''
    // The buffer of a read is good until the next one.
    if (['WHEEL', 'METADATA', 'RECORD', 'entry_points.txt'].includes(name)) known.set(name, Buffer.from(readEntry(source, entry, inflater)))
  }
  return known
}

function refuseMisplaced(request: StageWheelRequest, items: readonly StageItem[], roots: WheelRoots): void {
  const project = { name: request.name, distInfo: roots.distInfo, scriptsInData: scriptsInData(request.folders) }
  for (const { entry, place, recordPath } of items) {
    const fault = placementFault(place, recordPath, project)
    if (fault !== undefined) throw new UserError('archive-unsafe', `${request.label} is refused: ${entry.path}: ${fault}`, { hint: 'tell the project that published it' })
  }
}
