import { addRequirements, type Solving } from './ask.ts'
import { decideNext } from './decide.ts'
import { deriveFrom } from './derivation-of.ts'
import { dependenciesOf, newEngine, packageOf, statsOf, type Engine } from './engine.ts'
import type { PackageState } from './package-state.ts'
import { propagate } from './propagate.ts'
import { soFar } from './so-far.ts'
import type { Outcome, Problem } from './types.ts'

const PAUSE_EVERY = 500

/**
 * Finds candidates for everything the user requires, by PubGrub (docs/solver.md). Yields needs and expects, by `next`, the
 * answer to each; does no I/O and looks at no clock, so the outcome depends on the answers alone. Answers of the wrong kind,
 * sets that do not fit their package, and choices of the strategy that are not allowed are bugs of the caller and throw.
 */
export function* solve(problem: Problem): Solving<Outcome> {
  const engine = newEngine(problem.strategy)
  const pauseEvery = problem.pauseEvery ?? PAUSE_EVERY
  let steps = 0
  if ((yield* addRequirements(engine, problem)) === 'stop') return soFar(engine)
  while (propagate(engine)) {
    const step = yield* decideNext(engine)
    if (step === 'solved') return solved(engine, problem)
    if (step === 'stop') return soFar(engine)
    steps += 1
    if (steps % pauseEvery !== 0) continue
    const answer = yield { kind: 'pause', stats: statsOf(engine) }
    if (answer.kind === 'stop') return soFar(engine)
  }
  return { kind: 'failed', derivation: deriveFrom(engine.refutation!), stats: statsOf(engine) }
}

function solved(engine: Engine, problem: Problem): Outcome {
  const needed = neededPackages(engine, problem)
  const decided = engine.solution.decisions.filter((state) => needed.has(state))
  const decisions = new Map(decided.map((state) => [state.key, state.decided]))
  return { kind: 'solved', decisions, stats: statsOf(engine) }
}

/** What the requirements lead to. When a decision is taken back, one that was only made on its account may stay. */
function neededPackages(engine: Engine, problem: Problem): ReadonlySet<PackageState> {
  const needed = new Set(problem.requirements.map(({ package: key }) => packageOf(engine, key)))
  for (const state of needed) {
    if (state.base !== undefined) needed.add(state.base)
    for (const { target } of dependenciesOf(state, state.decided)) needed.add(target)
  }
  return needed
}
