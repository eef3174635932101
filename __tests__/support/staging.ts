import { mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { oneInflater } from '../../src/archive/inflater.ts'
import type { TaskContext } from '../../src/workers/protocol.ts'
import { stageWheel, type StageWheelRequest } from '../../src/workers/tasks/stage-wheel.ts'
import type { StagedWheel } from '../../src/workers/tasks/staged-wheel.ts'
import type { SchemeFolders } from '../../src/workers/tasks/wheel-layout.ts'
import { normalizeName } from '../../src/standards/names.ts'
import { aWheel, type BuiltFile, type WheelSpec } from './wheel.ts'

/** A task here is never stopped, and holds nobody up. */
export const UNHURRIED: TaskContext = { breathe: () => undefined, inflater: oneInflater() }

/** Folders of a virtual environment below `root`, as on Linux. */
export function venvFolders(root: string, name: string): SchemeFolders {
  const site = join(root, 'lib', 'python3.11', 'site-packages')
  return { purelib: site, platlib: site, scripts: join(root, 'bin'), data: root, headers: join(root, 'include', 'site', 'python3.11', name) }
}

export interface StagedTest {
  readonly staged: StagedWheel
  /** Holds one folder per part of the scheme. */
  readonly stageDir: string
}

/** Stages a built wheel below `folder` on the calling thread. */
export async function stageBuilt(folder: string, wheel: Pick<BuiltFile, 'name' | 'version' | 'filename' | 'bytes'>, changes: Partial<StageWheelRequest> = {}): Promise<StagedTest> {
  const inside = mkdtempSync(join(folder, 'wheel-'))
  const archivePath = join(inside, wheel.filename)
  writeFileSync(archivePath, wheel.bytes)
  const stageDir = join(inside, 'stage')
  const name = normalizeName(wheel.name)
  const folders = changes.folders ?? venvFolders('/env', name)
  const request: StageWheelRequest = {
    archivePath, label: wheel.filename, name, version: wheel.version, stageDir, folders, realFolders: folders,
    python: { path: '/env/bin/python', major: 3, minor: 11 }, installer: 'test', requested: true, directUrl: undefined, strictRecord: false, umask: process.umask(),
    ...changes,
  }
  return { staged: await stageWheel(request, UNHURRIED), stageDir }
}

export function stage(folder: string, spec: WheelSpec, changes: Partial<StageWheelRequest> = {}): Promise<StagedTest> {
  return stageBuilt(folder, aWheel(spec), changes)
}
