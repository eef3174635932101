/**
 * Downloads the wheels of pinned sets once, through whatever index pip is configured for, into bench/.data/wheels.
 *   node bench/fetch.ts [set…]        default: small web sci
 * Needs CPython 3.11 on Linux x86_64 as `python3`, for which the sets are pinned.
 */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { folder, helper, setFile, WHEELS } from './lib/paths.ts'
import { tools, type Tools } from './lib/tools.ts'

/** Downloads what is missing and describes all wheels in `manifest.json`. */
export function fetchSets(sets: readonly string[]): void {
  const peers = tools()
  folder(WHEELS)
  for (const set of sets) download(peers, setFile(set, 'pinned'))
  const manifest = execFileSync(peers.python, [helper('manifest.py'), WHEELS], { maxBuffer: 1 << 28 })
  writeFileSync(join(WHEELS, 'manifest.json'), manifest)
}

function download({ pip }: Tools, file: string): void {
  const policy = ['--no-deps', '--only-binary', ':all:', '--disable-pip-version-check', '-q']
  execFileSync(pip, ['download', ...policy, '--find-links', WHEELS, '-d', WHEELS, '-r', file], { stdio: 'inherit' })
}

if (import.meta.main) fetchSets(process.argv.length > 2 ? process.argv.slice(2) : ['small', 'web', 'sci'])
