import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder, removeFolder } from '../folders.ts'
import type { CacheEntry } from './entries.ts'

/** Unpacks the archive of an entry, lets `change` work on the folder, and packs it again: what a hostile or a broken writer leaves. */
export function tamper(entry: CacheEntry, change: (folder: string) => void): void {
  const root = makeFolder('tamper-')
  try {
    const [archive, work] = [join(root, 'archive'), join(root, 'work')]
    mkdirSync(work)
    writeFileSync(archive, entry.bytes)
    execFileSync('tar', ['-xaf', archive, '-C', work, '--use-compress-program', compressor(entry.bytes)])
    change(join(work, 'parallel-pip-cache'))
    execFileSync('tar', ['-cf', archive, '-C', work, '--use-compress-program', compressor(entry.bytes), 'parallel-pip-cache'])
    entry.bytes = readFileSync(archive)
  } finally {
    removeFolder(root)
  }
}

/** The toolkit compresses with zstd where it is installed. */
function compressor(bytes: Buffer): string {
  return bytes.readUInt32LE(0) === 0xfd2fb528 ? 'zstd' : 'gzip'
}
