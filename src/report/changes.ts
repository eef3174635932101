import { counted } from './format.ts'
import type { PackageChange } from './history.ts'
import { blocks, code, folded, literal, table } from './markdown.ts'

/** What a run is compared with. */
export interface BaseChanges {
  /** The branch. */
  readonly base: string
  /** Undefined: nothing is known of this leg on the branch. */
  readonly changes: readonly PackageChange[] | undefined
}

const MOST_CHANGES = 100

/** What changed since the base branch, as a table; `base` is its name. */
export function changesTable(changes: readonly PackageChange[], base: string): string {
  const rows = changes.slice(0, MOST_CHANGES).map(changeRow)
  const more = changes.length > MOST_CHANGES ? `… and ${changes.length - MOST_CHANGES} more` : ''
  return blocks(table([['Package', 'left'], [literal(base), 'left'], ['here', 'left']], rows), more)
}

function changeRow({ name, before, after }: PackageChange): string[] {
  return [code(name), before === undefined ? '–' : literal(before), after === undefined ? 'gone' : literal(after)]
}

/** What changed in one environment against a branch, for a job summary. */
export function changesBlock(compared: BaseChanges | undefined): string {
  if (compared === undefined) return ''
  const { base, changes } = compared
  if (changes === undefined) return `What changed against ${literal(base)}: no history yet.`
  if (changes.length === 0) return `Nothing changed in the environment against ${literal(base)}.`
  return folded(`Against ${literal(base)}, ${counted(changes.length, 'package')} changed`, changesTable(changes, base))
}
