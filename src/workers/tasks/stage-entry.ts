import { createHash, hash as hashOnce } from 'node:crypto'
import { posix } from 'node:path'
import { readEntry, streamEntry } from '../../archive/entry-data.ts'
import { UserError } from '../../kernel/errors.ts'
import type { Hash, HashAlgorithm } from '../../kernel/hash.ts'
import type { TaskContext } from '../protocol.ts'
import { isUnhashed } from './record-check.ts'
import { isEntryPointWrapper, withShebang } from './scripts.ts'
import type { Stage, StageItem } from './stage.ts'
import type { FileKind } from './stage-writer.ts'
import type { Placement } from './wheel-layout.ts'

/** Entries above this are streamed, so that memory stays bounded whatever a wheel holds. */
const STREAM_ABOVE_BYTES = 512 << 10

/** Unpacks one entry, checks it, and notes it for RECORD. Big entries are streamed: wait for what is returned. */
export function stageEntry(stage: Stage, item: StageItem, context: TaskContext): Promise<void> | undefined {
  const { entry } = item
  const info = infoName(stage, entry.path)
  if (info === 'RECORD' || linkEntry(stage, item)) return undefined
  if (Math.max(entry.sizeBytes, entry.compressedBytes) > STREAM_ABOVE_BYTES) return streamToStage(stage, item, context)
  const content = stage.known.get(info) ?? readEntry(stage.source, entry, stage.inflater)
  if (!entry.isDirectory) stageContent(stage, item, content)
  return undefined
}

/**
 * Stages an entry by a link to the file it was unpacked to before; false when there is none that will do. Scripts with the
 * target's own first line are not kept, nor digests of another kind than sha256.
 */
function linkEntry(stage: Stage, { entry, place, recordPath }: StageItem): boolean {
  const { tree, record } = stage
  const sha256 = tree?.sha256(entry.path)
  if (tree === undefined || sha256 === undefined || record.algorithm(entry.path) !== 'sha256' || stage.staged.has(stagedPath(stage, place))) return false
  const to = stagedPath(stage, place)
  const kind = kindOf(entry.executable, place)
  stage.writing = to
  const linked = stage.writer.link(to, kind, (mode) => tree.link(entry.path, to, { sizeBytes: entry.sizeBytes, mode }))
  if (linked === undefined) return false
  const hash: Hash = { algorithm: 'sha256', hex: sha256 }
  record.compare(entry.path, hash, entry.sizeBytes)
  stage.staged.set(to, sha256)
  noteFile(stage, { place, recordPath, hash, sha256, sizeBytes: entry.sizeBytes })
  return true
}

function stageContent(stage: Stage, { entry, place, recordPath }: StageItem, content: Buffer): void {
  const isSigned = isUnhashed(entry.path, stage.roots.distInfo)
  const hash = isSigned ? undefined : hashOf(content, stage.record.algorithm(entry.path))
  if (hash !== undefined) stage.record.compare(entry.path, hash, content.length)
  if (isLeftOut(stage, entry.path, place)) return
  const rewritten = place.scheme === 'scripts' ? withShebang(content, stage.request.python.path) : undefined
  const finalHash = rewritten === undefined ? hash : hashOf(rewritten, 'sha256')
  const final = rewritten ?? content
  const sha256 = finalHash?.algorithm === 'sha256' ? finalHash.hex : hashOf(final, 'sha256').hex
  if (!claimPath(stage, { entryPath: entry.path, place, sha256 })) return
  stage.writer.write(stage.writing, final, kindOf(entry.executable, place))
  if (!isSigned && rewritten === undefined) stage.tree?.add(entry.path, { path: stage.writing, sha256, executable: kindOf(entry.executable, place) === 'executable' })
  noteFile(stage, { place, recordPath, hash: finalHash, sha256, sizeBytes: final.length })
}

async function streamToStage(stage: Stage, item: StageItem, context: TaskContext): Promise<void> {
  const { entry, place, recordPath } = item
  const algorithm = stage.record.algorithm(entry.path)
  const published = createHash(algorithm)
  const final = createHash('sha256')
  const isKept = !isLeftOut(stage, entry.path, place)
  const file = isKept && claimPath(stage, { entryPath: entry.path, place, sha256: undefined }) ? stage.writer.open(stage.writing, kindOf(entry.executable, place)) : undefined
  let sizeBytes = 0
  let isRewritten = false
  try {
    for await (const piece of streamEntry(stage.source, entry, stage.inflater)) {
      published.update(piece)
      const rewritten = sizeBytes === 0 && place.scheme === 'scripts' ? withShebang(piece, stage.request.python.path) : undefined
      isRewritten ||= rewritten !== undefined
      const written = rewritten ?? piece
      if (algorithm !== 'sha256' || isRewritten) final.update(written)
      file?.append(written)
      sizeBytes += written.length
      const pause = context.breathe()
      if (pause !== undefined) await pause
    }
  } finally {
    file?.close()
  }
  const hash: Hash = { algorithm, hex: published.digest('hex') }
  stage.record.compare(entry.path, hash, entry.sizeBytes)
  const sha256 = algorithm === 'sha256' && !isRewritten ? hash.hex : final.digest('hex')
  if (file !== undefined && !isRewritten) stage.tree?.add(entry.path, { path: stagedPath(stage, place), sha256, executable: kindOf(entry.executable, place) === 'executable' })
  if (file !== undefined) noteFile(stage, { place, recordPath, hash: isRewritten ? { algorithm: 'sha256', hex: sha256 } : hash, sha256, sizeBytes })
}

/** Files that the installer writes itself: a wheel that ships one says something about another installation. */
const INSTALLERS_OWN = ['INSTALLER', 'REQUESTED', 'direct_url.json']

/** Wrappers for entry points are made anew for this interpreter; see `INSTALLERS_OWN` for the rest. */
function isLeftOut(stage: Stage, entryPath: string, place: Placement): boolean {
  if (place.scheme === 'scripts') return isEntryPointWrapper(posix.basename(place.path), stage.scripts.published)
  const info = infoName(stage, entryPath)
  if (!INSTALLERS_OWN.includes(info)) return false
  stage.warnings.push(`${stage.request.label} ships ${info}, which is the installer's to write: left out`)
  return true
}

/** The name of a file of the wheel's own `.dist-info`; empty for other files. */
function infoName(stage: Stage, path: string): string {
  const { distInfo } = stage.roots
  return path.startsWith(distInfo) && path[distInfo.length] === '/' ? path.slice(distInfo.length + 1) : ''
}

/**
 * Takes a path of the stage for a file and names it in `stage.writing`. False when the same content is there already, from
 * the root and from `.data`. Throws `wheel-invalid` when another content is.
 */
function claimPath(stage: Stage, claim: { readonly entryPath: string; readonly place: Placement; readonly sha256: string | undefined }): boolean {
  const path = stagedPath(stage, claim.place)
  if (stage.staged.has(path)) {
    if (claim.sha256 !== undefined && stage.staged.get(path) === claim.sha256) return false
    throw new UserError('wheel-invalid', `${stage.request.label} has two files for ${claim.place.path}, one of them ${claim.entryPath}`, { hint: 'tell the project that published it' })
  }
  stage.staged.set(path, claim.sha256)
  stage.writing = path
  return true
}

/** Where a file is staged. */
export function stagedPath(stage: Pick<Stage, 'request' | 'parts'>, place: Placement): string {
  return `${stage.request.stageDir}/${stage.parts[place.scheme]}/${place.path}`
}

/** A staged file as it is to be listed. */
export interface NotedFile {
  readonly place: Placement
  readonly recordPath: string
  /** What RECORD says; undefined for RECORD itself and signatures. */
  readonly hash: Hash | undefined
  readonly sha256: string | undefined
  readonly sizeBytes: number
}

/** Lists a staged file twice: for the plan, and for RECORD. */
export function noteFile(stage: Pick<Stage, 'parts' | 'files' | 'rows'>, file: NotedFile): void {
  stage.files.push({ scheme: stage.parts[file.place.scheme], path: file.place.path, sizeBytes: file.sizeBytes, sha256: file.sha256 })
  stage.rows.push({ path: file.recordPath, hash: file.hash, sizeBytes: file.hash === undefined ? undefined : file.sizeBytes })
}

/** The digest of a content that is in memory. */
export function hashOf(content: Buffer, algorithm: HashAlgorithm): Hash {
  return { algorithm, hex: hashOnce(algorithm, content, 'hex') }
}

/** Wheels made on Windows have no x-bits; "Unix installers may need to add them" to scripts (PEP 427). */
function kindOf(isExecutable: boolean, place: Placement): FileKind {
  return isExecutable || place.scheme === 'scripts' ? 'executable' : 'plain'
}
