/**
 * How long the solver itself takes, on made-up universes whose answers cost nothing: `node bench/solver.ts [name …]`.
 * Prints one line per universe: milliseconds by the clock and of CPU (medians over ROUNDS, default 5), and what was done.
 * docs/solver.md ("Measured") holds the figures of record.
 */
import { candidateRange, firstCandidate, type CandidateSet } from '../src/solver/candidate-set.ts'
import { solve } from '../src/solver/solve.ts'
import type { Answer, Dependency, Outcome, PackageFacts, Problem, Question, Strategy } from '../src/solver/types.ts'

/** Versions are numbers 0 … count−1, oldest first; candidate indexes count from the newest. */
interface Project {
  readonly count: number
  readonly needs: (version: number) => readonly Need[]
}
/** `name` at a version of from … below. */
type Need = readonly [name: string, from: number, below: number]
type Universe = ReadonlyMap<string, Project>

const ROUNDS = Number(process.env['ROUNDS'] ?? 5)
const ANY = Number.MAX_SAFE_INTEGER

/** Packages bounded above first, then the user's own, then by name: the order pip works in. */
const PIP_LIKE: Strategy = {
  priority: (facts) => [conflictRank(facts), bounded(facts) ? 0 : 1, userOrder(facts), facts.package],
  candidate: (facts) => firstCandidate(facts.allowed),
  repins: 8,
}

const conflictRank = (facts: PackageFacts): number => (facts.inLastConflict ? 0 : facts.conflicts >= 5 ? 1 : 2)
const bounded = (facts: PackageFacts): boolean => facts.requirements.some(({ dependency }) => dependency.data === 'bounded')
const userOrder = (facts: PackageFacts): number => {
  const at = facts.requirements.findIndex(({ by }) => by === undefined)
  return at === -1 ? ANY : facts.order
}

function dependencyOn(universe: Universe, [name, from, below]: Need): Dependency {
  const count = universe.get(name)?.count ?? 0
  const set = (): CandidateSet => candidateRange(count, Math.max(0, count - below), Math.max(0, Math.min(count, count - from)))
  return { package: name, set, text: `${name}>=${from},<${below}`, data: below >= count ? 'free' : 'bounded' }
}

function answer(universe: Universe, question: Question): Answer {
  const project = universe.get(question.package)
  if (question.kind === 'candidates') {
    const count = project?.count ?? 0
    return { kind: 'candidates', candidates: Array.from({ length: count }, (_, index) => String(count - 1 - index)) }
  }
  const version = project!.count - 1 - question.candidate
  return { kind: 'dependencies', dependencies: project!.needs(version).map((need) => dependencyOn(universe, need)) }
}

function run(universe: Universe, requirements: readonly Need[], strategy: Strategy): Outcome {
  const problem: Problem = { requirements: requirements.map((need) => dependencyOn(universe, need)), strategy }
  const solving = solve(problem)
  let step = solving.next()
  while (!step.done) step = solving.next(step.value.kind === 'pause' ? { kind: 'continue' } : answer(universe, step.value))
  return step.value
}

function random(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return (state >>> 8) % below
  }
}

/** A tree of `size` packages: each version needs a few later packages, mostly with a lower bound, now and then an upper one. */
function tree(size: number, upperEvery: number): Universe {
  const next = random(7)
  const counts = Array.from({ length: size }, () => 20 + next(180))
  const universe = new Map<string, Project>()
  for (let at = 0; at < size; at += 1) {
    const links = Array.from({ length: 2 + next(6) }, () => at + 1 + next(Math.min(60, size)))
    const needs = (version: number): readonly Need[] => links.filter((link) => link < size).map((link, position) => {
      const count = counts[link]!
      const share = version / counts[at]!
      const from = Math.floor(count * share * 0.7)
      const below = (at + position) % upperEvery === 0 ? Math.min(count, Math.ceil(count * (share * 0.3 + 0.68))) : ANY
      return [`p${link}`, from, below]
    })
    universe.set(`p${at}`, { count: counts[at]!, needs })
  }
  return universe
}

/** boto3 and botocore move in step, botocore bounds urllib3, aiobotocore pins windows of botocore, s3fs follows aiobotocore. */
function boto(): Universe {
  const botocore = (version: number): readonly Need[] => [
    ['urllib3', 20, version < 1900 ? 60 : 100], ['jmespath', 2, 12], ['dateutil', 3, ANY],
  ]
  const window = (version: number): readonly Need[] => {
    const from = Math.floor(version * 7.1)
    return [['botocore', from, from + 4], ['aiohttp', 30, 120], ['wrapt', 10, ANY]]
  }
  return new Map<string, Project>([
    ['boto3', { count: 2400, needs: (version) => [['botocore', version + 50, version + 51 + (version % 3)], ['s3transfer', Math.floor(version / 40), Math.floor(version / 40) + 3]] }],
    ['botocore', { count: 2460, needs: botocore }],
    ['s3transfer', { count: 70, needs: (version) => [['botocore', Math.min(2400, version * 30), ANY]] }],
    ['aiobotocore', { count: 340, needs: window }],
    ['s3fs', { count: 110, needs: (version) => [['aiobotocore', version * 3, version * 3 + 4], ['fsspec', version, version + 1]] }],
    ['fsspec', { count: 120, needs: () => [] }],
    ['urllib3', { count: 100, needs: () => [] }],
    ['jmespath', { count: 14, needs: () => [] }],
    ['dateutil', { count: 30, needs: () => [['six', 3, ANY]] }],
    ['six', { count: 20, needs: () => [] }],
    ['aiohttp', { count: 130, needs: () => [['yarl', 5, ANY], ['multidict', 4, ANY]] }],
    ['yarl', { count: 60, needs: () => [['multidict', 10, ANY]] }],
    ['multidict', { count: 50, needs: () => [] }],
    ['wrapt', { count: 40, needs: () => [] }],
  ])
}

/** Each of `width` packages wants another neighbour in another half: no solution, and much to try. */
function clash(width: number, count: number): Universe {
  const universe = new Map<string, Project>()
  for (let at = 0; at < width; at += 1) {
    const needs = (version: number): readonly Need[] =>
      [[`c${(at + 1) % width}`, (version * 7 + at) % count, ((version * 7 + at) % count) + 2], [`c${(at + 2) % width}`, 0, Math.max(1, count - version)]]
    universe.set(`c${at}`, { count, needs })
  }
  return universe
}

const SETS: Readonly<Record<string, () => readonly [Universe, readonly Need[]]>> = {
  'tree-500': () => [tree(500, 9), [['p0', 0, ANY], ['p1', 0, ANY], ['p2', 0, ANY]]],
  'tree-1000': () => [tree(1000, 9), [['p0', 0, ANY], ['p1', 0, ANY], ['p2', 0, ANY]]],
  'tree-1000-tight': () => [tree(1000, 3), [['p0', 0, ANY], ['p1', 0, ANY], ['p2', 0, ANY]]],
  'boto-newest': () => [boto(), [['boto3', 0, ANY]]],
  'boto-urllib3': () => [boto(), [['boto3', 0, ANY], ['urllib3', 0, 60]]],
  'boto-aio': () => [boto(), [['boto3', 0, ANY], ['aiobotocore', 0, ANY], ['s3fs', 0, ANY], ['urllib3', 0, 60]]],
  'boto-none': () => [boto(), [['boto3', 0, ANY], ['urllib3', 0, 20]]],
  clash: () => [clash(12, 40), [['c0', 0, ANY]]],
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!

for (const [name, make] of Object.entries(SETS)) {
  if (process.argv.length > 2 && !process.argv.includes(name)) continue
  const [universe, requirements] = make()
  const times: number[] = []
  const cpu: number[] = []
  let outcome: Outcome | undefined
  for (let round = 0; round < ROUNDS; round += 1) {
    const startMs = performance.now()
    const startCpu = process.cpuUsage()
    outcome = run(universe, requirements, PIP_LIKE)
    times.push(performance.now() - startMs)
    const { user, system } = process.cpuUsage(startCpu)
    cpu.push((user + system) / 1000)
  }
  const { decisions, conflicts, repins, tried, packages } = outcome!.stats
  const figures = `${median(times).toFixed(1).padStart(8)} ms ${median(cpu).toFixed(1).padStart(8)} ms CPU`
  console.log(`${name.padEnd(16)} ${outcome!.kind.padEnd(7)} ${figures}  ${packages} packages, ${tried} tried, ${decisions} decisions, ${conflicts} conflicts, ${repins} repins`)
}
