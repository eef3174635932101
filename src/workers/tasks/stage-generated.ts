import { UserError } from '../../kernel/errors.ts'
import { formatRecord } from '../../standards/record.ts'
import { refuseFaults } from './record-check.ts'
import { scriptText } from './scripts.ts'
import { hashOf, noteFile, stagedPath } from './stage-entry.ts'
import type { Stage } from './stage.ts'
import type { FileKind } from './stage-writer.ts'
import type { Placement } from './wheel-layout.ts'

/** What of a stage the generated files follow from. */
export type GeneratingStage = Pick<Stage, 'request' | 'roots' | 'rootScheme' | 'scripts' | 'staged' | 'writer' | 'recordPath' | 'parts' | 'files' | 'rows' | 'writing'>

/** What the wheel's RECORD got wrong: a warning, or an error when asked for. Call after the last file. */
export function judgeRecord({ request, record, warnings }: Stage): void {
  const faults = record.faults()
  if (request.strictRecord) refuseFaults(request.label, faults)
  if (faults.length > 0) warnings.push(`the RECORD of ${request.label} ${faults.join('; it ')}. The installed RECORD is right`)
}

/** Writes what the wheel does not bring: scripts for entry points, what PEP 376 and 610 ask for, and RECORD last of all. */
export function generateFiles(stage: GeneratingStage): void {
  const { request, roots, rootScheme } = stage
  for (const script of stage.scripts.generated) generate(stage, { scheme: 'scripts', path: script.name }, scriptText(script, request.python), 'script')
  const info = (name: string): Placement => ({ scheme: rootScheme, path: `${roots.distInfo}/${name}` })
  generate(stage, info('INSTALLER'), `${request.installer}\n`)
  if (request.requested) generate(stage, info('REQUESTED'), '')
  if (request.directUrl !== undefined) generate(stage, info('direct_url.json'), request.directUrl)
  const record = info('RECORD')
  noteFile(stage, { place: record, recordPath: stage.recordPath(record), hash: undefined, sha256: undefined, sizeBytes: 0 })
  stage.writing = stagedPath(stage, record)
  stage.writer.write(stage.writing, Buffer.from(formatRecord(stage.rows)), 'plain')
}

function generate(stage: GeneratingStage, place: Placement, text: string, kind: FileKind = 'plain'): void {
  const content = Buffer.from(text)
  const hash = hashOf(content, 'sha256')
  const path = stagedPath(stage, place)
  if (stage.staged.has(path)) {
    throw new UserError('wheel-invalid', `${stage.request.label} ships ${place.path}, which is also made for one of its entry points`, { hint: 'tell the project that published it' })
  }
  stage.staged.set(path, hash.hex)
  stage.writing = path
  stage.writer.write(path, content, kind)
  noteFile(stage, { place, recordPath: stage.recordPath(place), hash, sha256: hash.hex, sizeBytes: content.length })
}
