import { candidatesWhere, hasCandidate, type CandidateSet } from '../../src/solver/candidate-set.ts'
import { solve } from '../../src/solver/solve.ts'
import type { Answer, Dependency, Need, Outcome, Problem, Question, Strategy } from '../../src/solver/types.ts'

/** `{ b: '>=1 <2' }`: name (or `name[extra]`) to range. Ranges are comparisons joined by spaces; `*` is any version. */
export type Requirements = Readonly<Record<string, string>>
/** Package → version → its requirements; `{ unavailable }` for one that cannot be used. `name[extra]` shares `name`'s versions. */
export type Universe = Readonly<Record<string, Readonly<Record<string, Requirements | Unavailable>>>>
export interface Unavailable {
  readonly unavailable: string
}
const isUnavailable = (entry: Requirements | Unavailable): entry is Unavailable => 'unavailable' in entry

const numbers = (version: string): number[] => version.split('.').map(Number)

export function compare(a: string, b: string): number {
  const left = numbers(a)
  const right = numbers(b)
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const order = (left[at] ?? 0) - (right[at] ?? 0)
    if (order !== 0) return order
  }
  return 0
}

const OPERATORS: Record<string, (order: number) => boolean> = {
  '>=': (order) => order >= 0, '<=': (order) => order <= 0, '==': (order) => order === 0,
  '!=': (order) => order !== 0, '>': (order) => order > 0, '<': (order) => order < 0,
}

export function matches(version: string, range: string): boolean {
  if (range === '*') return true
  return range.split(' ').every((part) => {
    const operator = part[1] === '=' ? part.slice(0, 2) : part.slice(0, 1)
    return OPERATORS[operator]!(compare(version, part.slice(operator.length)))
  })
}

const baseOf = (name: string): string => name.replace(/\[.*/, '')

/** Versions of a package, newest first. */
export function versionsOf(universe: Universe, name: string): readonly string[] {
  return Object.keys(universe[baseOf(name)] ?? {}).sort((a, b) => compare(b, a))
}

const evaluated = new WeakMap<readonly string[], Map<string, CandidateSet>>()

/** One set per list and range: what a driver would do, too. */
function setOf(candidates: readonly string[], range: string): CandidateSet {
  const known = evaluated.get(candidates) ?? new Map<string, CandidateSet>()
  evaluated.set(candidates, known)
  const set = known.get(range) ?? candidatesWhere(candidates.length, (index) => matches(candidates[index]!, range))
  known.set(range, set)
  return set
}

export function dependency(name: string, range: string): Dependency {
  return {
    package: name,
    set: (candidates) => setOf(candidates, range),
    text: range === '*' ? name : `${name}${range.replaceAll(' ', ',')}`,
  }
}

export function dependencies(requirements: Requirements): readonly Dependency[] {
  return Object.entries(requirements).map(([name, range]) => dependency(name, range))
}

export function answerFrom(universe: Universe, question: Question): Answer {
  const versions = versionsOf(universe, question.package)
  const base = baseOf(question.package)
  if (question.kind === 'candidates') return { kind: 'candidates', candidates: versions, ...(base === question.package ? {} : { sameAs: base }) }
  const entry = universe[question.package]?.[versions[question.candidate]!] ?? {}
  if (isUnavailable(entry)) return { kind: 'unavailable', reason: { text: entry.unavailable } }
  return { kind: 'dependencies', dependencies: dependencies(entry) }
}

/** Newest first; packages in the order they were first mentioned, but those of the last conflict before others. */
export const NEWEST: Strategy = {
  priority: (facts) => [facts.inLastConflict ? 0 : 1, facts.order],
  candidate: (facts) => facts.candidates.findIndex((_, index) => hasCandidate(facts.allowed, index)),
}

export interface Drive {
  readonly strategy?: Strategy
  readonly constraints?: Requirements
  readonly watch?: (need: Need) => void
  /** Gives up (as a bug) after this many needs. */
  readonly limit?: number
}

/** Solves with answers straight from the universe. */
export function solveIn(universe: Universe, root: Requirements, drive: Drive = {}): Outcome {
  const problem: Problem = {
    requirements: dependencies(root),
    constraints: dependencies(drive.constraints ?? {}),
    strategy: drive.strategy ?? NEWEST,
  }
  const solving = solve(problem)
  let step = solving.next()
  for (let needs = 0; !step.done; needs += 1) {
    if (needs > (drive.limit ?? 100_000)) throw new Error('too many needs')
    drive.watch?.(step.value)
    step = solving.next(step.value.kind === 'pause' ? { kind: 'continue' } : answerFrom(universe, step.value))
  }
  return step.value
}

/** The solution as `{ name: version }`, or the kind of outcome when there is none. */
export function solutionOf(universe: Universe, outcome: Outcome): Record<string, string> | 'failed' | 'stopped' {
  if (outcome.kind !== 'solved') return outcome.kind
  return Object.fromEntries([...outcome.decisions].map(([name, index]) => [name, versionsOf(universe, name)[index]!]))
}

export function solution(universe: Universe, root: Requirements, drive: Drive = {}): Record<string, string> | 'failed' | 'stopped' {
  return solutionOf(universe, solveIn(universe, root, drive))
}

/** Whether the versions satisfy the user, each other and the constraints, and leave nothing out. */
export function isValid(universe: Universe, root: Requirements, versions: Readonly<Record<string, string>>, constraints: Requirements = {}): boolean {
  const holds = (requirements: Requirements): boolean =>
    Object.entries(requirements).every(([name, range]) => versions[name] !== undefined && matches(versions[name], range))
  const isBound = Object.entries(constraints).every(([name, range]) => versions[name] === undefined || matches(versions[name], range))
  return isBound && holds(root) && Object.entries(versions).every(([name, version]) => {
    const entry = universe[name]?.[version] ?? {}
    return versions[baseOf(name)] === version && !isUnavailable(entry) && holds(entry)
  })
}
