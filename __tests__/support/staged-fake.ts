import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { StagedDistribution } from '../../src/install/types.ts'
import { formatManifest, topsOf, type StagedFile } from '../../src/workers/tasks/staged-wheel.ts'
import type { SchemeKey } from '../../src/workers/tasks/wheel-layout.ts'
import { sha256Hex } from './wheel.ts'

/** Files of a staged distribution: `purelib/pkg/__init__.py` → content. */
export type FakeFiles = Readonly<Record<string, string>>

/** A staged distribution as the worker reports it, without a stage on disk. `stageDir` only names it. */
export function fakeStaged(name: string, files: FakeFiles, stageDir = `/stage/${name}`): StagedDistribution {
  const list = Object.entries(files).map(([path, content]): StagedFile => {
    const [scheme = '', ...rest] = path.split('/')
    return { scheme: scheme as SchemeKey, path: rest.join('/'), sizeBytes: content.length, sha256: path.endsWith('/RECORD') ? undefined : sha256Hex(content) }
  })
  const sizeBytes = list.reduce((sum, file) => sum + file.sizeBytes, 0)
  const wheel = { name, version: '1.0', distInfo: `${name}-1.0.dist-info`, rootScheme: 'purelib', rootPart: 'purelib', tops: topsOf(list), manifest: formatManifest(list), fileCount: list.length, sizeBytes, warnings: [] } as const
  return { wheel, stageDir }
}

/** The same with its files on disk below `stageDir`. */
export function stagedOnDisk(name: string, files: FakeFiles, stageDir: string): StagedDistribution {
  writeFiles(stageDir, files)
  return fakeStaged(name, files, stageDir)
}

/** Writes files below a folder. */
export function writeFiles(folder: string, files: FakeFiles): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
}
