import { deriveFrom } from './derivation-of.ts'
import type { Derivation } from './derivation.ts'
import { statsOf, type Engine } from './engine.ts'
import { resolvent, type Incompatibility } from './incompatibility.ts'
import type { PackageState } from './package-state.ts'
import type { Assignment } from './partial-solution.ts'
import type { Stopped } from './types.ts'

const BUSIEST = 10

/** What can be said when a solve is stopped (docs/solver.md, "Stopping"). */
export function soFar(engine: Engine): Stopped {
  return { kind: 'stopped', derivation: derivationSoFar(engine), stats: statsOf(engine) }
}

/** Why the package that was tried in vain most often lost what it lost for good; or else, why the last conflict was one. */
function derivationSoFar(engine: Engine): Derivation | undefined {
  const busiest = engine.packages
    .filter((state) => state.conflicts > 0)
    .sort((a, b) => b.conflicts - a.conflicts || b.tried - a.tried || a.order - b.order)
    .slice(0, BUSIEST)
  for (const state of busiest.toSorted((a, b) => b.tried - a.tried)) {
    const lost = lostForGood(engine, state)
    if (lost !== undefined) return deriveFrom(lost)
  }
  return engine.lastLearnt === undefined ? undefined : deriveFrom(engine.lastLearnt)
}

/** One incompatibility for all that was concluded of the package at level 0, apart from what the user required of it. */
function lostForGood(engine: Engine, state: PackageState): Incompatibility | undefined {
  let lost: Incompatibility | undefined
  for (const { level, cause } of state.assignments) {
    if (level > 0 || cause === undefined) break
    if (cause.cause.kind === 'requirement') continue
    const alone = withoutOthers(engine, cause, state)
    lost = lost === undefined ? alone : resolvent(lost, alone, state)
  }
  return lost
}

/** Resolves away the terms of other packages, all of which hold at level 0. */
function withoutOthers(engine: Engine, incompatibility: Incompatibility, state: PackageState): Incompatibility {
  let current = incompatibility
  for (;;) {
    const latest = latestOfOthers(engine, current, state)
    if (latest?.cause === undefined) return current
    current = resolvent(current, latest.cause, latest.package)
  }
}

function latestOfOthers(engine: Engine, { terms }: Incompatibility, state: PackageState): Assignment | undefined {
  let latest: Assignment | undefined
  for (const term of terms) {
    if (term.package === state) continue
    const satisfier = engine.solution.satisfier(term.package, term.set)
    if (latest === undefined || satisfier.index > latest.index) latest = satisfier
  }
  return latest
}
