import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import type { PthLine } from '../workers/tasks/removal/belongings.ts'
import type { CommitStep } from './types.ts'

/** Steps that replace `.pth` files by ones without some lines. */
export interface PthEdits {
  /** Before everything is brought in. */
  readonly retires: readonly CommitStep[]
  /** After everything. */
  readonly bringIns: readonly CommitStep[]
}

/**
 * Prepares `.pth` files without the lines of distributions that go (pip: UninstallPthEntries): the changed file is written
 * into the work area, to take the place of the old one in the commit. Files that are not there, and lines, are passed over.
 */
export function preparePthEdits(lines: readonly PthLine[], workDir: string): PthEdits {
  const retires: CommitStep[] = []
  const bringIns: CommitStep[] = []
  for (const file of new Set(lines.map((line) => line.file))) {
    const changed = withoutLines(file, lines.filter((line) => line.file === file).map(({ line }) => line))
    if (changed === undefined) continue
    const draft = `${workDir}/edited/${bringIns.length}`
    mkdirSync(`${workDir}/edited`, { recursive: true })
    writeFileSync(draft, changed, 'latin1')
    chmodSync(draft, statSync(file).mode & 0o7777)
    retires.push({ kind: 'retire', path: file })
    bringIns.push({ kind: 'bring-in', from: draft, to: file })
  }
  return { retires, bringIns }
}

function withoutLines(file: string, gone: readonly string[]): string | undefined {
  let text: string
  try {
    text = readFileSync(file, 'latin1')
  } catch {
    return undefined
  }
  const wanted = new Set(gone.map((line) => Buffer.from(line).toString('latin1')))
  const lines = text.split(/(?<=\n)/)
  const kept = lines.filter((line) => !wanted.has(line.replace(/\r?\n$/, '')))
  return kept.length === lines.length ? undefined : kept.join('')
}
