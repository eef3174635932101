import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { systemClock } from '../kernel/clock.ts'
import { bytes, counted } from '../report/format.ts'
import { pruneStore, UNUSED_MS } from '../store/inventory.ts'
import { storeLayout } from '../store/layout.ts'
import type { Places } from './places.ts'

interface Trim {
  readonly root: string
  readonly budgetMb: number
}

/** `main` leaves word of a store on a kept disk that must not outgrow a size; without one, nothing is ever taken from it. */
export function noteTrim({ trim }: Pick<Places, 'trim'>, root: string | undefined, budgetMb: number | undefined): void {
  if (root === undefined || budgetMb === undefined) return
  mkdirSync(path.dirname(trim), { recursive: true })
  writeFileSync(trim, JSON.stringify({ root, budgetMb } satisfies Trim))
}

/** `post` removes what was not used for longest from the store that `main` left word of. */
export async function trimNoted({ trim }: Pick<Places, 'trim'>, say: (line: string) => void): Promise<void> {
  const noted = readTrim(trim)
  if (noted === undefined) return
  rmSync(trim, { force: true })
  const budgetBytes = noted.budgetMb * 1e6
  const { files, sizeBytes } = await pruneStore(storeLayout(noted.root), { nowMs: systemClock.nowMs(), unusedMs: UNUSED_MS, budgetBytes })
  if (files > 0) say(`Cache: ${counted(files, 'file')} (${bytes(sizeBytes)}) removed from this disk, what was used longest ago, to keep to ${bytes(budgetBytes)}`)
}

function readTrim(file: string): Trim | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Trim
  } catch {
    return undefined
  }
}
