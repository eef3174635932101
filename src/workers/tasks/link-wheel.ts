import { linkSync, rmSync } from 'node:fs'
import type { SafeRelPath } from '../../standards/safe-path.ts'
import { isUserError } from '../../kernel/errors.ts'
import type { TaskContext } from '../protocol.ts'
import { readScripts } from './scripts.ts'
import { noteFile, stagedPath } from './stage-entry.ts'
import { generateFiles, type GeneratingStage } from './stage-generated.ts'
import { checkPathLengths } from './stage-limits.ts'
import { resultOf, type StageWheelRequest } from './stage-wheel.ts'
import type { Stage } from './stage.ts'
import { openStageWriter } from './stage-writer.ts'
import type { StagedWheel } from './staged-wheel.ts'
import { readTreeList, treeFile, unchangedFacts, type KeptFile, type TreeList, type WholeWheel } from './wheel-tree.ts'
import { placeFile, placementFault, recordPaths, rootsOf, scriptsInData, stageParts, type Placement } from './wheel-layout.ts'

/**
 * Stages a wheel of its kept tree alone, without a look at the archive: the same to the byte as unpacking it. Undefined, with
 * nothing left in the stage, when that cannot be: no whole tree is kept, a file of it was changed, links are not possible, or
 * something would have to be said of the wheel. Unpacking then does what is to be done. About 15 µs a file.
 */
export async function linkWheel(request: StageWheelRequest, context: TaskContext): Promise<StagedWheel | undefined> {
  const list = request.tree === undefined ? undefined : readTreeList(request.tree.path)
  if (request.tree === undefined || list?.whole === undefined || list.whole.name !== request.name || list.whole.version !== request.version) return undefined
  try {
    const stage = stageOf(request, list.whole)
    for (const item of itemsOf(stage, list)) {
      if (!linkItem(stage, request.tree.path, item)) throw new NotLinked()
      const pause = context.breathe()
      if (pause !== undefined) await pause
    }
    generateFiles(stage)
    return resultOf(stage)
  } catch (error) {
    rmSync(request.stageDir, { recursive: true, force: true })
    if (error instanceof NotLinked || isUserError(error) || isSystemError(error)) return undefined
    throw error
  }
}

/** The ordinary way is to be taken. */
class NotLinked extends Error {}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error
}

type LinkedStage = GeneratingStage & Pick<Stage, 'warnings'>

function stageOf(request: StageWheelRequest, { distInfo, rootScheme, entryPoints }: WholeWheel): LinkedStage {
  return {
    request,
    roots: rootsOf(distInfo),
    rootScheme,
    scripts: readScripts(request.label, entryPoints, request.python),
    staged: new Map(),
    writer: openStageWriter(request),
    recordPath: recordPaths(request.folders, rootScheme),
    parts: stageParts(request.realFolders),
    files: [],
    rows: [],
    writing: '',
    warnings: [],
  }
}

interface LinkItem {
  readonly entryPath: string
  readonly file: KeptFile
  readonly place: Placement
  readonly recordPath: string
}

/** Where the files go for this target; throws what unpacking would, before anything is written. */
function itemsOf({ request, roots, rootScheme, recordPath }: LinkedStage, { files }: TreeList): LinkItem[] {
  const project = { name: request.name, distInfo: roots.distInfo, scriptsInData: scriptsInData(request.folders) }
  const items: LinkItem[] = []
  for (const [entryPath, file] of files) {
    const place = placeFile(request.label, entryPath as SafeRelPath, roots, rootScheme)
    const item = { entryPath, file, place, recordPath: recordPath(place) }
    if (placementFault(place, item.recordPath, project) !== undefined) throw new NotLinked()
    items.push(item)
  }
  checkPathLengths(request.label, items.map(({ place }) => place), request.folders)
  return items
}

function linkItem(stage: LinkedStage, tree: string, { entryPath, file, place, recordPath }: LinkItem): boolean {
  const from = treeFile(tree, entryPath)
  const facts = unchangedFacts(from, file)
  if (facts === undefined) return false
  const to = stagedPath(stage, place)
  stage.writing = to
  const isLinked = stage.writer.link(to, file.executable ? 'executable' : 'plain', (mode) => {
    if ((facts.mode & 0o7777) !== mode) return false
    linkSync(from, to)
    return true
  })
  if (!isLinked) return false
  noteFile(stage, { place, recordPath, hash: { algorithm: 'sha256', hex: file.sha256 }, sha256: file.sha256, sizeBytes: facts.size })
  return true
}
