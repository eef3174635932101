import { createHash, hash as hashOnce } from 'node:crypto'
import { join, posix } from 'node:path'
import { UserError } from '../../kernel/errors.ts'
import type { Hash, HashAlgorithm } from '../../kernel/hash.ts'
import { readDirectory, type ArchiveEntry } from '../../archive/directory.ts'
import { readEntry, streamEntry } from '../../archive/entry-data.ts'
import { openArchiveFile, type ArchiveSource } from '../../archive/source.ts'
import { parseEntryPoints, scriptsOf, type ScriptEntryPoint } from '../../standards/entry-points.ts'
import { formatRecord, type RecordRow } from '../../standards/record.ts'
import { checkRecord, isUnhashed, refuseFaults, type RecordCheck } from './record-check.ts'
import { isEntryPointWrapper, scriptText, withShebang, type ScriptPython } from './scripts.ts'
import { openStageWriter, type StageWriter } from './stage-writer.ts'
import { checkMetadata, readWheelFile } from './wheel-facts.ts'
import { findRoots, placeFile, type SchemeKey, type WheelRoots } from './wheel-layout.ts'
import type { TaskContext } from '../protocol.ts'

export interface StageWheelRequest {
  readonly archivePath: string
  /** The wheel's file name, for messages. */
  readonly label: string
  readonly name: string
  /** Normalised version the resolution chose; the wheel's METADATA must agree. */
  readonly version: string
  /** Folder to be created for this wheel; one folder per part of the scheme is made inside. */
  readonly stageDir: string
  /** RECORD paths of each part of the scheme, relative to the folder that will hold the `.dist-info`: slash-separated. */
  readonly recordPrefixes: Readonly<Record<'purelib' | 'platlib', Readonly<Record<SchemeKey, string>>>>
  readonly python: ScriptPython
  /** Text for INSTALLER. */
  readonly installer: string
  readonly requested: boolean
  readonly directUrl: string | undefined
  readonly strictRecord: boolean
}

export interface StagedFile {
  readonly scheme: SchemeKey
  /** Slash-separated, inside the part of the scheme. */
  readonly path: string
  readonly sizeBytes: number
  /** sha256 of the staged content; undefined for RECORD. */
  readonly sha256: string | undefined
}

/** A wheel unpacked into its stage, complete but not visible. */
export interface StagedWheel {
  readonly name: string
  readonly version: string
  readonly distInfo: string
  readonly rootScheme: 'purelib' | 'platlib'
  readonly files: readonly StagedFile[]
  readonly sizeBytes: number
  /** What was tolerated or repaired, for people. */
  readonly warnings: readonly string[]
}

/** Entries above this are streamed, so that memory stays bounded whatever a wheel holds. */
const STREAM_ABOVE_BYTES = 8 << 20

interface Stage {
  readonly request: StageWheelRequest
  readonly source: ArchiveSource
  readonly writer: StageWriter
  readonly roots: WheelRoots
  readonly rootScheme: 'purelib' | 'platlib'
  readonly record: RecordCheck
  readonly scripts: readonly ScriptEntryPoint[]
  readonly files: StagedFile[]
  readonly rows: RecordRow[]
}

/**
 * Unpacks a wheel into a stage of its own, as pip would install it: files by scheme, scripts with the target's shebang,
 * INSTALLER, REQUESTED, direct_url.json and a RECORD that is right for what was written. Each byte is inflated once, and
 * held to its CRC, its declared size and the wheel's RECORD. One pass in the order of the archive.
 */
export async function stageWheel(request: StageWheelRequest, context: TaskContext): Promise<StagedWheel> {
  const source = openArchiveFile(request.archivePath, request.label)
  try {
    const entries = readDirectory(source).filter((entry) => !entry.isDirectory)
    const { stage, warnings } = openStage(request, source, entries)
    for (const entry of entries) {
      if (entry.path === `${stage.roots.distInfo}/RECORD`) continue
      await stageEntry(stage, entry, context)
      const pause = context.breathe()
      if (pause !== undefined) await pause
    }
    return finish(stage, warnings)
  } finally {
    source.close()
  }
}

function openStage(request: StageWheelRequest, source: ArchiveSource, entries: readonly ArchiveEntry[]): { stage: Stage; warnings: string[] } {
  const roots = findRoots(request.label, entries.map((entry) => entry.path), request.name)
  const text = (file: string): string | undefined => {
    const entry = entries.find((candidate) => candidate.path === `${roots.distInfo}/${file}`)
    return entry === undefined ? undefined : readEntry(source, entry).toString('utf8')
  }
  const wheel = readWheelFile(request.label, text('WHEEL'))
  checkMetadata(request, text('METADATA'))
  const recordText = text('RECORD')
  if (recordText === undefined) throw new UserError('record-invalid', `${request.label} has no RECORD`)
  const scripts = scriptsOf(parseEntryPoints(text('entry_points.txt') ?? '').entryPoints, request.python)
  const record = checkRecord(recordText, roots.distInfo)
  const stage: Stage = { request, source, writer: openStageWriter(), roots, rootScheme: wheel.rootScheme, record, scripts, files: [], rows: [] }
  return { stage, warnings: [...wheel.warnings] }
}

async function stageEntry(stage: Stage, entry: ArchiveEntry, context: TaskContext): Promise<void> {
  const { request, source, roots } = stage
  const place = placeFile(request.label, entry.path, roots, stage.rootScheme)
  if (place.scheme === 'scripts' && isEntryPointWrapper(posix.basename(place.path), stage.scripts)) {
    const published = readEntry(source, entry)
    stage.record.compare(entry.path, hashOf(published, algorithmFor(stage, entry)), published.length)
    return
  }
  if (entry.sizeBytes > STREAM_ABOVE_BYTES) return streamToStage(stage, entry, place, context)
  const content = readEntry(source, entry)
  const hash = hashOf(content, algorithmFor(stage, entry))
  if (!isUnhashed(entry.path, roots.distInfo)) stage.record.compare(entry.path, hash, content.length)
  const rewritten = place.scheme === 'scripts' ? withShebang(content, request.python.path) : undefined
  const final = rewritten ?? content
  stage.writer.write(stagedPath(stage, place), final, entry.executable || place.scheme === 'scripts')
  const finalHash = rewritten === undefined ? hash : hashOf(rewritten, 'sha256')
  addFile(stage, place, { hash: isUnhashed(entry.path, roots.distInfo) ? undefined : finalHash, sizeBytes: final.length })
}

async function streamToStage(stage: Stage, entry: ArchiveEntry, place: { readonly scheme: SchemeKey; readonly path: string }, context: TaskContext): Promise<void> {
  const algorithm = algorithmFor(stage, entry)
  const hasher = createHash(algorithm)
  const file = stage.writer.open(stagedPath(stage, place), entry.executable || place.scheme === 'scripts')
  try {
    for await (const piece of streamEntry(stage.source, entry)) {
      hasher.update(piece)
      file.append(piece)
      const pause = context.breathe()
      if (pause !== undefined) await pause
    }
  } finally {
    file.close()
  }
  const hash: Hash = { algorithm, hex: hasher.digest('hex') }
  stage.record.compare(entry.path, hash, entry.sizeBytes)
  addFile(stage, place, { hash, sizeBytes: entry.sizeBytes })
}

/** A row with a stronger algorithm is kept as published when it is right, so it is checked with that algorithm. */
function algorithmFor(stage: Stage, entry: ArchiveEntry): HashAlgorithm {
  const published = stage.record.row(entry.path)?.hash?.algorithm
  return published === 'sha384' || published === 'sha512' ? published : 'sha256'
}

function hashOf(content: Buffer, algorithm: HashAlgorithm): Hash {
  return { algorithm, hex: hashOnce(algorithm, content, 'hex') }
}

function stagedPath(stage: Stage, place: { readonly scheme: SchemeKey; readonly path: string }): string {
  return join(stage.request.stageDir, place.scheme, place.path)
}

function addFile(stage: Stage, place: { readonly scheme: SchemeKey; readonly path: string }, facts: { readonly hash: Hash | undefined; readonly sizeBytes: number }): void {
  const prefix = stage.request.recordPrefixes[stage.rootScheme][place.scheme]
  stage.files.push({ ...place, sizeBytes: facts.sizeBytes, sha256: facts.hash?.algorithm === 'sha256' ? facts.hash.hex : undefined })
  stage.rows.push({ path: prefix + place.path, hash: facts.hash, sizeBytes: facts.hash === undefined ? undefined : facts.sizeBytes })
}

function finish(stage: Stage, warnings: string[]): StagedWheel {
  const { request, roots } = stage
  const generate = (scheme: SchemeKey, path: string, text: string, executable = false): void => {
    const content = Buffer.from(text)
    stage.writer.write(stagedPath(stage, { scheme, path }), content, executable)
    addFile(stage, { scheme, path }, { hash: hashOf(content, 'sha256'), sizeBytes: content.length })
  }
  const faults = stage.record.faults()
  if (request.strictRecord) refuseFaults(request.label, faults)
  warnings.push(...faults.map((fault) => `the RECORD of ${request.label} ${fault}; the installed RECORD is right`))
  for (const script of stage.scripts) generate('scripts', script.name, scriptText(request.label, script, request.python), true)
  generate(stage.rootScheme, `${roots.distInfo}/INSTALLER`, `${request.installer}\n`)
  if (request.requested) generate(stage.rootScheme, `${roots.distInfo}/REQUESTED`, '')
  if (request.directUrl !== undefined) generate(stage.rootScheme, `${roots.distInfo}/direct_url.json`, request.directUrl)
  addFile(stage, { scheme: stage.rootScheme, path: `${roots.distInfo}/RECORD` }, { hash: undefined, sizeBytes: 0 })
  const recordPath = stagedPath(stage, { scheme: stage.rootScheme, path: `${roots.distInfo}/RECORD` })
  stage.writer.write(recordPath, Buffer.from(formatRecord(stage.rows)), false)
  const sizeBytes = stage.files.reduce((sum, file) => sum + file.sizeBytes, 0)
  return { name: request.name, version: request.version, distInfo: roots.distInfo, rootScheme: stage.rootScheme, files: stage.files, sizeBytes, warnings }
}
