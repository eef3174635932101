import { hash } from 'node:crypto'
import { areInterchangeable } from './namespace-init.ts'
import type { TargetView } from './target-view.ts'
import type { FileConflict } from './types.ts'

/** A file that wants a path, or has it. */
export interface Claimant {
  readonly owner: string
  /** Where its content lies now. */
  readonly contentPath: string
  /** sha256 of the content; undefined for bytecode, which is no reason for a conflict, and where it has to be computed. */
  readonly sha256: () => string | undefined
}

/** What is let through where two want one path. */
export interface DisputeRules {
  /** Whether the user lets this path be overwritten. */
  readonly allows: (path: string) => boolean
  /** A conflict is let through, and the last one gets the path as with pip. */
  readonly lastWins: boolean
}

/**
 * Who gets a path, of those that want it in the order of installation; the first may be in place already. Equal content is no
 * matter, nor are `__init__.py` that do the same: the first stays. Everything else is a conflict unless it is allowed.
 */
export function settleDispute<C extends Claimant>(path: string, claimants: readonly C[], facts: { readonly view: TargetView; readonly rules: DisputeRules; readonly conflicts: FileConflict[] }): C | undefined {
  let winner: C | undefined
  for (const claimant of claimants) {
    if (winner === undefined || facts.rules.allows(path) || path.endsWith('.pyc')) winner = claimant
    else if (isEqual(path, winner, claimant, facts.view)) continue
    else {
      facts.conflicts.push({ path, owners: [winner.owner, claimant.owner], isStructural: winner.owner === claimant.owner })
      if (facts.rules.lastWins) winner = claimant
    }
  }
  return winner
}

function isEqual(path: string, one: Claimant, other: Claimant, view: TargetView): boolean {
  const sha256 = one.sha256()
  if (sha256 !== undefined && sha256 === other.sha256()) return true
  if (!path.endsWith('/__init__.py')) return false
  const [first, second] = [view.read(one.contentPath), view.read(other.contentPath)]
  return first !== undefined && second !== undefined && areInterchangeable(first.toString('utf8'), second.toString('utf8'))
}

/** The file that is in place, as a claimant. */
export function incumbent(owner: string, path: string, view: TargetView): Claimant {
  return {
    owner,
    contentPath: path,
    sha256: () => {
      const content = view.read(path)
      return content === undefined ? undefined : hash('sha256', content, 'hex')
    },
  }
}
