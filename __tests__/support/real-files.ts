import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { IndexedFile } from './index-server/hosted.ts'
import { findPython, pythonWithPip } from './python.ts'

const CACHE = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'real-files')

/**
 * Wheels of real projects and what they need, fetched once by the machine's pip from whatever index it is configured for, and
 * kept from then on. Undefined when they are not kept and no index can be reached: tests that want them are to be skipped.
 */
export function realWheels(requirements: readonly string[]): IndexedFile[] | undefined {
  const folder = join(CACHE, createHash('sha256').update([findPython().version, ...requirements].join(' ')).digest('hex').slice(0, 16))
  mkdirSync(folder, { recursive: true })
  if (readdirSync(folder).length === 0) {
    const args = ['-m', 'pip', 'download', '--quiet', '--disable-pip-version-check', '--only-binary', ':all:', '-d', folder, ...requirements]
    if (spawnSync(pythonWithPip(), args, { stdio: 'ignore' }).status !== 0) return undefined
  }
  return readdirSync(folder).map((filename) => fileOnDisk(join(folder, filename), filename))
}

function fileOnDisk(path: string, filename: string): IndexedFile {
  const [name = '', version = ''] = filename.split('-')
  const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex')
  return { kind: 'wheel', name, version, filename, path, sizeBytes: statSync(path).size, sha256, metadata: undefined, requiresPython: undefined }
}

/** Whether the machine's pip can fetch anything from the index it is configured for. */
export function indexIsReachable(): boolean {
  const args = ['-m', 'pip', 'download', '--quiet', '--no-deps', '--disable-pip-version-check', '-d', join(CACHE, 'reach'), 'six==1.17.0']
  return spawnSync(pythonWithPip(), args, { stdio: 'ignore' }).status === 0
}
