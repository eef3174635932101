import { candidatesOf } from './candidate-set.ts'
import { packageOf, type Engine } from './engine.ts'
import { followingCandidates, hintsOf } from './hints.ts'
import { addDependencies, addRequirement, addUnavailable } from './learn.ts'
import type { PackageState } from './package-state.ts'
import { addCandidates } from './packages.ts'
import { isRuledOut } from './repin.ts'
import type { Answer, DependenciesNeed, Dependency, Need, PackageKey, Problem } from './types.ts'

/** The parts of a solve that ask: each yields needs and is sent their answers. */
export type Solving<T> = Generator<Need, T, Answer>

/** The driver said stop. */
export type Stop = 'stop'

/** The user's requirements and constraints, with the candidates of what is required. */
export function* addRequirements(engine: Engine, problem: Problem): Solving<Stop | undefined> {
  for (const constraint of problem.constraints ?? []) {
    engine.constraints.set(constraint.package, [...(engine.constraints.get(constraint.package) ?? []), constraint])
  }
  if ((yield* learnPackages(engine, problem.requirements)) === 'stop') return 'stop'
  for (const requirement of problem.requirements) addRequirement(engine, requirement)
  return undefined
}

/** Asks for the candidates of every package in the dependencies that is not known, bases before their proxies. */
function* learnPackages(engine: Engine, dependencies: readonly Dependency[]): Solving<Stop | undefined> {
  const unknown = [...new Set(dependencies.map(({ package: key }) => packageOf(engine, key)))].filter((state) => !state.known)
  for (const state of unknown) {
    if (!state.known && (yield* learnPackage(engine, state, unknown)) === 'stop') return 'stop'
  }
  return undefined
}

function* learnPackage(engine: Engine, state: PackageState, unknown: readonly PackageState[]): Solving<Stop | undefined> {
  const answer = yield { kind: 'candidates', package: state.key, ...hintsOf(engine, state, unknown) }
  if (answer.kind === 'stop') return 'stop'
  if (answer.kind !== 'candidates') throw new Error(`${answer.kind} is no answer to the candidates of ${state.key}`)
  const base: PackageKey | undefined = answer.sameAs
  if (base !== undefined && !packageOf(engine, base).known) {
    if ((yield* learnPackage(engine, packageOf(engine, base), unknown)) === 'stop') return 'stop'
  }
  addCandidates(engine, state, answer)
  return undefined
}

/** Asks for what the candidate needs, as far as it takes to see that it is impossible, or that it is not. */
export function* learnCandidate(engine: Engine, state: PackageState, candidate: number): Solving<Stop | 'something' | 'nothing new'> {
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
    ...hintsOf(engine, state, []),
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
