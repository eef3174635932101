import { solve } from '../solver/solve.ts'
import type { Answer, CandidatesNeed, DependenciesNeed, Dependency, Need, Outcome, Problem, Question } from '../solver/types.ts'
import type { NormalizedName } from '../standards/names.ts'
import type { CoreMetadata } from '../standards/metadata.ts'
import type { Requirement } from '../standards/requirements.ts'
import type { MarkerEnvironment } from '../standards/markers.ts'
import { specifierSetContains } from '../standards/specifiers.ts'
import type { Version } from '../standards/version.ts'
import type { DirectSource } from '../requests/types.ts'
import type { Candidate } from '../index/types.ts'
import type { EventBus } from '../kernel/events.ts'
import { dependencyOf, neededRequirements } from './dependencies.ts'
import { parsePackageKey, type DemandSets } from './demand.ts'
import { directKey, directSourceOf } from './direct-source.ts'
import type { Knowledge } from './knowledge.ts'
import { entryLabel } from './universe.ts'
import type { Walker } from './walker.ts'
import type { WhyAsked } from './why-asked.ts'

/** What answering the solver needs. */
export interface DriverFacts {
  readonly knowledge: Knowledge
  readonly sets: DemandSets
  readonly environment: MarkerEnvironment
  readonly pythonVersion: Version
  readonly ignoreRequiresPython: boolean
  readonly noDependencies: boolean
  readonly why: WhyAsked
  /** Runs ahead of the solver; undefined: one network slot, nothing is speculated on. */
  readonly walker: Walker | undefined
  /** As `ResolveParts` has it. */
  readonly onTaken: ((candidate: Candidate) => void) | undefined
  readonly events: EventBus
  readonly signal: AbortSignal
  /** Aborted once the resolve budget is used up; undefined: there is none. */
  readonly timeUp: AbortSignal | undefined
}

/** A direct reference turned up in metadata after its project's candidates were already part of the solve. */
export class UniverseGrew extends Error {}

/** Questions looked up ahead for each one the solver waits for. */
const LOOKAHEAD = 16

/** Answers the solver's needs from indexes, metadata and what is installed, until it has an outcome. */
export async function drive(problem: Problem, facts: DriverFacts): Promise<Outcome> {
  const solving = solve(problem)
  let step = solving.next()
  while (step.done !== true) {
    facts.signal.throwIfAborted()
    step = solving.next(await inTime(step.value, facts))
  }
  return step.value
}

/** The answer, or the end of the search when time is up before it is there: an index that stalls must not hold up the explanation. */
async function inTime(need: Need, facts: DriverFacts): Promise<Answer> {
  const { timeUp } = facts
  if (timeUp === undefined) return answerNeed(need, facts)
  if (timeUp.aborted) return { kind: 'stop' }
  const answer = answerNeed(need, facts)
  return new Promise((resolve, reject) => {
    const stop = (): void => resolve({ kind: 'stop' })
    timeUp.addEventListener('abort', stop)
    answer.then(resolve, reject).finally(() => timeUp.removeEventListener('abort', stop))
  })
}

async function answerNeed(need: Need, facts: DriverFacts): Promise<Answer> {
  switch (need.kind) {
    case 'pause':
      return new Promise((resolve) => setImmediate(() => resolve({ kind: 'continue' })))
    case 'candidates':
      lookAhead(need, facts)
      return answerCandidates(need, facts)
    case 'dependencies':
      lookAhead(need, facts)
      return answerDependencies(need, facts)
  }
}

function lookAhead(need: CandidatesNeed | DependenciesNeed, facts: DriverFacts): void {
  const isWalking = need.kind === 'dependencies' && need.tried > 0
  if (facts.walker === undefined || (!isWalking && isAnswered(need, facts.knowledge))) return
  const ahead: Question[] = [...need.likely(LOOKAHEAD)]
  if (need.kind === 'dependencies') {
    for (const candidate of need.following(batchSize(need.tried))) ahead.push({ kind: 'dependencies', package: need.package, candidate })
  }
  for (const question of ahead) prefetch(question, facts)
}

/** Whether the solver goes on at once: the next need that it has to wait for is early enough to look ahead of. */
function isAnswered(need: CandidatesNeed | DependenciesNeed, knowledge: Knowledge): boolean {
  const { name } = parsePackageKey(need.package)
  if (need.kind === 'candidates') return knowledge.isKnown(name)
  const entry = knowledge.known(name).entries[need.candidate]
  return entry !== undefined && knowledge.hasMetadata(entry)
}

/** A package that has been tried five, ten, twenty times is walking down its versions: more of them are asked for at once. */
function batchSize(tried: number): number {
  return tried < 5 ? 0 : Math.min(tried, 50)
}

function prefetch(question: Question, facts: DriverFacts): void {
  const { name } = parsePackageKey(question.package)
  if (question.kind === 'candidates') {
    facts.knowledge.universe(name, { urgent: false }).catch(() => undefined)
    return
  }
  const entry = facts.knowledge.known(name).entries[question.candidate]
  const isSource = entry?.kind === 'index' && entry.candidate.format === 'sdist'
  if (entry !== undefined && !isSource) facts.knowledge.metadata(entry, { urgent: false }).catch(() => undefined)
}

async function answerCandidates(need: CandidatesNeed, facts: DriverFacts): Promise<Answer> {
  const { name, extras } = parsePackageKey(need.package)
  const universe = await facts.why.during(name, () => facts.knowledge.universe(name, { urgent: true }))
  const answer = { kind: 'candidates', candidates: universe.entries.map(entryLabel) } as const
  return extras.length === 0 ? answer : { ...answer, sameAs: name }
}

async function answerDependencies(need: DependenciesNeed, facts: DriverFacts): Promise<Answer> {
  const { name, extras } = parsePackageKey(need.package)
  const entry = facts.knowledge.known(name).entries[need.candidate]
  if (entry === undefined) throw new Error(`${need.package} has no candidate ${need.candidate}`)
  const answer = await facts.why.during(name, () => facts.knowledge.metadata(entry, { urgent: true }))
  if (answer.kind !== 'metadata') {
    if (answer.kind === 'broken') facts.events.notice('warning', `${name} ${entry.version.text} is passed over: ${answer.reason}`)
    return { kind: 'unavailable', reason: { text: answer.reason, data: answer } }
  }
  const { metadata } = answer
  if (!facts.ignoreRequiresPython && entry.kind !== 'installed' && metadata.requiresPython !== undefined && !specifierSetContains(metadata.requiresPython, facts.pythonVersion)) {
    return { kind: 'unavailable', reason: { text: `it requires Python ${metadata.requiresPython.text}` } }
  }
  if (entry.kind === 'index') facts.onTaken?.(entry.candidate)
  return facts.noDependencies ? { kind: 'dependencies', dependencies: [] } : activeDependencies(metadata, extras, facts)
}

async function activeDependencies(metadata: CoreMetadata, extras: readonly NormalizedName[], facts: DriverFacts): Promise<Answer> {
  const dependencies: Dependency[] = []
  // As in pip, an extra asks for all that its project needs, so that a version of it that cannot be had moves nothing else first.
  for (const requirement of neededRequirements(metadata, facts.environment, extras)) {
    facts.walker?.visit(requirement)
    facts.why.byPackage(requirement.name, requirement.text, { name: metadata.name, versionText: metadata.version.text })
    const direct = requirement.url === undefined ? undefined : directSourceOf(requirement.url)
    if (direct?.ok === false) return { kind: 'unavailable', reason: { text: `requires ${requirement.text}, which cannot be read: ${direct.message}` } }
    dependencies.push(dependencyOf(requirement, facts.sets, direct === undefined ? undefined : await readDirect(requirement, direct.value, facts)))
  }
  return { kind: 'dependencies', dependencies }
}

/** What is at the end of a direct reference has to be known before anything can be said of it: pip reads it here, too. */
async function readDirect(requirement: Requirement, source: DirectSource, facts: DriverFacts): Promise<string> {
  const { isNews } = await facts.knowledge.direct({ source, name: requirement.name, user: undefined })
  if (isNews) throw new UniverseGrew()
  return directKey(source)
}
