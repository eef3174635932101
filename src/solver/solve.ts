import { candidatesOf, hasCandidate, union } from './candidate-set.ts'
import { deriveFrom } from './derivation-of.ts'
import { dependenciesOf, newEngine, packageOf, statsOf, touch, type Engine } from './engine.ts'
import { followingCandidates, hintsOf } from './hints.ts'
import { newIncompatibility } from './incompatibility.ts'
import { addConstraint, addDependencies, addIncompatibility, addRequirement, addUnavailable } from './learn.ts'
import { isOpen, type PackageState } from './package-state.ts'
import { addCandidates } from './packages.ts'
import { propagate } from './propagate.ts'
import { isRuledOut, preferredDespitePins, repinFor, swapAfterRefusals, violatedBy } from './repin.ts'
import { factsOf, nextOpen, requirementsOf } from './strategy-facts.ts'
import type { Answer, Dependency, DependenciesNeed, Need, NoChoice, Outcome, PackageKey, Problem } from './types.ts'

type Solving<T> = Generator<Need, T, Answer>

/** The driver said stop. */
type Stop = 'stop'

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
  if ((yield* addRequirements(engine, problem)) === 'stop') return stopped(engine)
  while (propagate(engine)) {
    const step = yield* decideNext(engine)
    if (step === 'solved') return solved(engine, problem)
    if (step === 'stop') return stopped(engine)
    steps += 1
    if (steps % pauseEvery !== 0) continue
    const answer = yield { kind: 'pause', stats: statsOf(engine) }
    if (answer.kind === 'stop') return stopped(engine)
  }
  return { kind: 'failed', derivation: deriveFrom(engine.refutation!), stats: statsOf(engine) }
}

function solved(engine: Engine, problem: Problem): Outcome {
  const needed = neededPackages(engine, problem)
  const decided = engine.solution.decisions.filter((state) => needed.has(state))
  const decisions = new Map(decided.map((state) => [state.key, state.decided]))
  return { kind: 'solved', decisions, stats: statsOf(engine) }
}

/** What the requirements lead to. A replayed decision may have lost who needed it. */
function neededPackages(engine: Engine, problem: Problem): ReadonlySet<PackageState> {
  const needed = new Set(problem.requirements.map(({ package: key }) => packageOf(engine, key)))
  for (const state of needed) {
    if (state.base !== undefined) needed.add(state.base)
    for (const { target } of dependenciesOf(state, state.decided)) needed.add(target)
  }
  return needed
}

function stopped(engine: Engine): Outcome {
  const busiest = engine.packages
    .filter((state) => state.conflicts > 0)
    .sort((a, b) => b.conflicts - a.conflicts || a.order - b.order)
    .slice(0, 10)
    .map(({ key, conflicts, tried }) => ({ package: key, conflicts, tried }))
  const derivation = engine.lastLearnt === undefined ? undefined : deriveFrom(engine.lastLearnt)
  return { kind: 'stopped', derivation, busiest, stats: statsOf(engine) }
}

function* addRequirements(engine: Engine, problem: Problem): Solving<Stop | undefined> {
  for (const constraint of problem.constraints ?? []) addConstraint(engine, constraint)
  if ((yield* learnPackages(engine, problem.requirements)) === 'stop') return 'stop'
  for (const requirement of problem.requirements) addRequirement(engine, requirement)
  return undefined
}

/** Asks for the candidates of every package in the dependencies that is not known, bases before their proxies. */
function* learnPackages(engine: Engine, dependencies: readonly Dependency[]): Solving<Stop | undefined> {
  const unknown = dependencies.map(({ package: key }) => packageOf(engine, key)).filter((state) => !state.known)
  for (const state of unknown) {
    if (!state.known && (yield* learnPackage(engine, state, unknown)) === 'stop') return 'stop'
  }
  return undefined
}

function* learnPackage(engine: Engine, state: PackageState, unknown: readonly PackageState[]): Solving<Stop | undefined> {
  const others = unknown.filter((other) => other !== state)
  const answer = yield { kind: 'candidates', package: state.key, ...hintsOf(engine, others) }
  if (answer.kind === 'stop') return 'stop'
  if (answer.kind !== 'candidates') throw new Error(`${answer.kind} is no answer to the candidates of ${state.key}`)
  const base: PackageKey | undefined = answer.sameAs
  if (base !== undefined && !packageOf(engine, base).known) {
    if ((yield* learnPackage(engine, packageOf(engine, base), others)) === 'stop') return 'stop'
  }
  addCandidates(engine, state, answer)
  return undefined
}

/** One step of decision making (docs/solver.md, "Decisions"). Undefined: something was learnt or decided; propagate. */
function* decideNext(engine: Engine): Solving<Stop | 'solved' | undefined> {
  const replayed = nextReplay(engine)
  if (replayed !== undefined) return yield* tryCandidate(engine, replayed.package, replayed.candidate)
  const focus = engine.focus
  engine.focus = undefined
  const state = focus !== undefined && isOpen(focus) ? focus : nextOpen(engine)
  if (state === undefined) return 'solved'
  const preferred = preferredDespitePins(engine, state)
  if (preferred !== undefined && repinFor(engine, state, preferred)) return undefined
  const choice = engine.strategy.candidate(factsOf(engine, state))
  if (typeof choice !== 'number') {
    refuse(engine, state, choice)
    return undefined
  }
  if (!hasCandidate(state.allowed, choice)) throw new Error(`candidate ${choice} of ${state.key} is not allowed`)
  return yield* tryCandidate(engine, state, choice)
}

function nextReplay(engine: Engine): Engine['replay'][number] | undefined {
  for (let next = engine.replay.shift(); next !== undefined; next = engine.replay.shift()) {
    if (next.package.decided === -1 && hasCandidate(next.package.allowed, next.candidate)) return next
  }
  return undefined
}

/** The strategy takes none of what is allowed: so it is as long as the requirements stay what they are. */
function refuse(engine: Engine, state: PackageState, choice: NoChoice): void {
  const requirements = requirementsOf(state)
  const terms = [{ package: state, set: choice.refused === undefined ? state.allowed : union(choice.refused, state.allowed) }]
  const requirers = new Set(requirements.flatMap(({ by }) => (by === undefined || by === state.key ? [] : [packageOf(engine, by)])))
  for (const requirer of requirers) {
    terms.push({ package: requirer, set: candidatesOf(requirer.candidates.length, [requirer.decided]) })
  }
  addIncompatibility(engine, newIncompatibility(terms, { kind: 'refused', of: state, reason: choice.none, requirements }))
}

/**
 * Decides for the candidate, unless what it needs is already impossible. What it needs is asked for first, and then looked at
 * by propagation before the decision is made: a package only now known may turn out to have nothing usable.
 */
function* tryCandidate(engine: Engine, state: PackageState, candidate: number): Solving<Stop | undefined> {
  const learnt = yield* learnCandidate(engine, state, candidate)
  if (learnt === 'stop') return 'stop'
  const violated = violatedBy(state, candidate)
  if (learnt === 'nothing new' && violated.length === 0 && state.knowledge[candidate]?.kind === 'dependencies') {
    engine.decisions += 1
    engine.solution.decide(state, candidate, dependenciesOf(state, candidate))
    touch(engine, state)
    return undefined
  }
  touch(engine, state)
  if (violated.length > 0 && (repinFor(engine, state, candidate) || swapAfterRefusals(engine, state, violated))) return undefined
  if (engine.replay.length === 0) engine.focus = state
  return undefined
}

/** Asks for what the candidate needs, as far as it takes to see that it is impossible, or that it is not. */
function* learnCandidate(engine: Engine, state: PackageState, candidate: number): Solving<Stop | 'something' | 'nothing new'> {
  const isNew = state.knowledge[candidate] === undefined
  if (isNew && (yield* askDependencies(engine, state, candidate)) === 'stop') return 'stop'
  const knowledge = state.knowledge[candidate]
  if (knowledge?.kind !== 'dependencies' || knowledge.unread.length === 0 || isRuledOut(engine, state, candidate)) {
    return isNew ? 'something' : 'nothing new'
  }
  if ((yield* learnPackages(engine, knowledge.unread)) === 'stop') return 'stop'
  addDependencies(engine, state, candidate, knowledge.unread)
  return 'something'
}

function* askDependencies(engine: Engine, state: PackageState, candidate: number): Solving<Stop | undefined> {
  const need: DependenciesNeed = {
    kind: 'dependencies',
    package: state.key,
    candidate,
    tried: state.tried,
    following: (limit) => followingCandidates(engine, state, candidate, limit),
    ...hintsOf(engine, []),
  }
  const answer = yield need
  if (answer.kind === 'stop') return 'stop'
  state.tried += 1
  engine.tried += 1
  state.facts = undefined
  state.priority = undefined
  if (answer.kind === 'unavailable') addUnavailable(engine, state, candidatesOf(state.candidates.length, [candidate]), answer.reason)
  else if (answer.kind === 'dependencies') addDependencies(engine, state, candidate, answer.dependencies)
  else throw new Error(`${answer.kind} is no answer to the dependencies of ${state.key}`)
  return undefined
}
