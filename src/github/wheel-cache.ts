import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { createHash } from 'node:crypto'
import { sizeNotes, withinBudget, type Budgeted, type ValuedWheel } from '../actions-cache/budget.ts'
import type { EntryWheel } from '../actions-cache/entry.ts'
import { inputsHash } from '../actions-cache/inputs-hash.ts'
import { factsMissed, keyFacts, pointerKey, restoreKeys, sameKey, type CacheIdentity, type KeyFact } from '../actions-cache/keys.ts'
import { describeRestore } from '../actions-cache/outcomes.ts'
import { restoreWheels, type Restored } from '../actions-cache/restoring.ts'
import { gainOf, keyFor, resolutionHash, type Gain, type SavePlan } from '../actions-cache/save-plan.ts'
import type { CacheService, EarlyTransfer } from '../actions-cache/service.ts'
import { withChoice } from '../actions-cache/trust.ts'
import { messageOf } from '../kernel/errors.ts'
import { seconds } from '../kernel/seconds.ts'
import { networkRateOf } from '../report/cache-verdict.ts'
import { bytes, duration } from '../report/format.ts'
import type { CacheFact } from '../report/facts.ts'
import type { RunReport } from '../report/run-report.ts'
import type { RunContext } from '../run/context.ts'
import type { InstallOutcome, PreparedRun, RunMeans } from '../run/types.ts'
import { VERSION } from '../run/version.ts'
import { writeQuestion } from '../run/written-question.ts'
import type { StoreLayout } from '../store/layout.ts'
import type { Target } from '../target/types.ts'
import type { CacheMode } from './cache-mode.ts'
import { legFacts, type JobFacts } from './event.ts'
import type { ActionInputs } from './inputs.ts'
import type { Places } from './places.ts'
import { matchFiles } from './requirement-files.ts'

/** What the cache around a run is made for. */
export interface WheelCacheFacts {
  readonly inputs: ActionInputs
  readonly job: JobFacts
  readonly places: Places
  readonly mode: CacheMode
  readonly service: CacheService
  readonly early: EarlyTransfer | undefined
  readonly cwd: string
  readonly say: (text: string) => void
  readonly debug: (text: string) => void
}

/** The cache around one run. */
export interface WheelCache {
  /** For `PerformHooks.fillStore`. */
  readonly fill: (run: PreparedRun, means: RunMeans) => Promise<void>
  /** What is to be output and saved when the run has ended. A restore that nobody waited for ends. Undefined without a cache service. */
  readonly finish: (outcome: InstallOutcome) => Promise<FinishedCache | undefined>
}

/** The cache when the run has ended. */
export interface FinishedCache {
  readonly fact: CacheFact
  /** Ids of the wheels that the entry brought. */
  readonly adopted: ReadonlySet<string>
  /** What is left for `post`, once the report has judged the cache. */
  readonly planFor: (report: RunReport) => SavePlan
}

/** No bytes for this long, and the network takes over. */
export const STALL_MS = 4000

/** The cache for one run of `main`. The service is asked when the run is prepared. */
export function openWheelCache(told: WheelCacheFacts, context: RunContext): WheelCache {
  // What a transfer comes to when the run is interrupted is no news: it reads as if the run had been done.
  const facts: WheelCacheFacts = { ...told, say: (text) => (context.signal.aborted ? undefined : told.say(text)) }
  const ending = new AbortController()
  let filling: Promise<Filled> | undefined
  return {
    fill: async (run, means) => {
      const { layout } = means.storeFolder
      if (facts.mode.kind !== 'service') return
      if (path.resolve(layout.root) !== path.resolve(facts.places.store)) return sayWhyNot(run, layout, facts)
      filling = fill(run, layout, facts, { ...context, signal: AbortSignal.any([context.signal, ending.signal]) })
      // Whatever is wrong with the cache, the run goes on without.
      await filling.catch((error: unknown) => facts.say(`Cache: not used: ${messageOf(error)}`))
    },
    finish: async (outcome) => {
      ending.abort()
      const filled = await filling?.catch(() => undefined)
      return filled === undefined ? undefined : finish(outcome, filled, facts)
    },
  }
}

/** The run has another store than ours: by the user's will, or because ours cannot be written, which was warned of. */
function sayWhyNot({ options }: PreparedRun, layout: StoreLayout, { say, places }: WheelCacheFacts): void {
  const { cacheDir } = options.run
  if (cacheDir === 'off') say('Cache: pip-args or pip\'s configuration switch the store off (--no-cache-dir): nothing is restored or saved')
  else if (cacheDir?.value !== places.store) say(`Cache: pip-args name another folder (${layout.root}): nothing is restored or saved`)
}

interface Filled {
  readonly run: PreparedRun
  readonly identity: CacheIdentity
  readonly restored: Restored
  readonly layout: StoreLayout
}

async function fill(run: PreparedRun, layout: StoreLayout, facts: WheelCacheFacts, context: RunContext): Promise<Filled> {
  const answeredMs = facts.early?.endAnswering()
  const identity = { ...machineIdentity(run.environment.target), suffix: facts.inputs.cacheSuffix, inputs: inputsHash(run.requests, await hashFiles(facts)) }
  const permission = withChoice(facts.job.trust.restore, facts.inputs.restoreCache ? 'auto' : false, 'restore-cache')
  facts.debug(`cache: looking for ${[restoreKeys(identity).primary, ...restoreKeys(identity).others].join(', then ')}`)
  const restored = await context.events.during({ task: 'restore', resource: 'network' }, async (task) => {
    task.began()
    const { service, early } = facts
    const done = await restoreWheels({ service, identity, permission, layout, early, stallMs: STALL_MS, clock: context.clock, signal: context.signal })
    task.progress(done.adopted?.sizeBytes ?? 0)
    return done
  })
  facts.say(`Cache: ${restoreLine(restored)}`)
  if (answeredMs !== undefined) facts.say(`What this job asked last was looked up before this step (${duration(answeredMs)})`)
  return { run, identity, restored, layout }
}

function restoreLine({ outcome, transferMs, hiddenMs }: Restored): string {
  if (outcome.kind !== 'exact' && outcome.kind !== 'prefix') return describeRestore(outcome, bytes)
  const hidden = hiddenMs < 100 ? '' : `, ${seconds(hiddenMs)} of them before this step`
  return `${describeRestore(outcome, bytes)} (${seconds(transferMs)}${hidden})`
}

function machineIdentity(target: Target): Omit<CacheIdentity, 'suffix' | 'inputs'> {
  const [python = '', abi = ''] = (target.tags[0] ?? '').split('-')
  return { os: process.platform, arch: process.arch, python: abi === '' || abi === 'none' ? python : abi, libc: target.libc?.name ?? 'none' }
}

/** Files of `cache-dependency-glob`, by content. */
async function hashFiles({ inputs, cwd, say }: WheelCacheFacts): Promise<{ path: string; sha256: string }[]> {
  const files = matchFiles(inputs.cacheDependencyGlob, cwd)
  if (files.length === 0 && inputs.cacheDependencyGlob.length > 0) say(`Cache: cache-dependency-glob matches no file in ${cwd}, and does not count`)
  return Promise.all(files.map(async (file) => ({ path: file.replaceAll('\\', '/'), sha256: await hashOf(path.resolve(cwd, file)) })))
}

/** A file that cannot be read is one that has no content. */
async function hashOf(file: string): Promise<string> {
  const text = await readFile(file).catch(() => '')
  return createHash('sha256').update(text).digest('hex')
}

function finish(outcome: InstallOutcome, { run, identity, restored, layout }: Filled, facts: WheelCacheFacts): FinishedCache {
  const all = [...outcome.wheels.values()].flatMap((wheel) => toValuedWheel(wheel, layout))
  const { adopted } = restored
  const budget = { budgetBytes: facts.inputs.cacheBudgetMb === undefined ? undefined : facts.inputs.cacheBudgetMb * 1e6, networkRate: adopted?.facts?.networkRate }
  const budgeted = withinBudget(all, budget)
  const wheels = budgeted.kept
  const found = restored.outcome.kind === 'exact' || restored.outcome.kind === 'prefix' ? restored.outcome.key : undefined
  const anew = new Set([...outcome.wheels.values()].filter(({ source }) => source === 'network' || source === 'build').flatMap((wheel) => toEntryWheel(wheel, layout)?.id ?? []))
  const said = adopted?.facts?.wheels ?? []
  const had = said.filter(({ id }) => !anew.has(id))
  const contents = { identity, wheels, restored: found === undefined ? undefined : { key: found, wheels: had } }
  const key = keyFor(contents)
  const fact = cacheFact(outcome, { restored, budgeted, key, identity, found })
  const planFor = (report: RunReport): SavePlan => {
    const networkRate = networkRateOf(report.timeline) ?? adopted?.facts?.networkRate
    const gain = worthwhile(gainOf(contents), report, facts.inputs.cache)
    const leg = legFacts(facts.job, facts.inputs)
    const question = writeQuestion(run, outcome.resolution, { version: VERSION })
    return {
      key,
      storeRoot: layout.root,
      wheels,
      ...(networkRate === undefined ? {} : { networkRate }),
      permission: withChoice(facts.job.trust.save, facts.inputs.saveCache, 'save-cache'),
      gain,
      // Wheels that it says it holds, and that had to be fetched or built all the same.
      ...(restored.outcome.kind === 'unreadable' || (found !== undefined && had.length < said.length) ? { damaged: true } : {}),
      // Without an early restore nobody looks for a pointer.
      pointer: gain.worth || (facts.early !== undefined && !isPointer(restored.earlyPointer, pointerKey(leg, key, question))),
      leg,
      ...(question === undefined ? {} : { question }),
    }
  }
  return { fact, adopted: adopted?.ids ?? new Set(), planFor }
}

function isPointer(found: string | undefined, wanted: string | undefined): boolean {
  return found !== undefined && wanted !== undefined && sameKey(found, wanted)
}

interface FactParts {
  readonly restored: Restored
  readonly budgeted: Budgeted
  readonly key: string
  readonly identity: CacheIdentity
  readonly found: string | undefined
}

function cacheFact(outcome: InstallOutcome, { restored, budgeted, key, identity, found }: FactParts): CacheFact {
  const hash = resolutionHash(budgeted.kept)
  const missed = found === undefined ? undefined : factsMissed(found, identity, hash)
  const { adopted } = restored
  const reused = [...outcome.wheels.values()].filter(({ source, path: file, sha256 }) => source === 'store' && (adopted?.ids.has(sha256) === true || adopted?.ids.has(path.basename(path.dirname(file))) === true))
  return {
    outcome: restored.outcome.kind,
    line: describeRestore(restored.outcome, bytes),
    key,
    ...(found === undefined ? {} : { matchedKey: found }),
    facts: keyFacts(identity, hash).map(({ name, value }: KeyFact) => ({ name, value, missed: missed?.includes(name) ?? false })),
    hit: isHit(outcome),
    reusedWheels: reused.length,
    reusedBytes: reused.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    builtWheels: adopted?.facts?.wheels.filter(({ kind, id }) => kind === 'built' && adopted.ids.has(id)).length ?? 0,
    brought: adopted?.brought ?? new Set(),
    foreign: adopted?.foreign ?? 0,
    savedAtRate: adopted?.facts?.networkRate,
    notes: sizeNotes(budgeted, bytes),
    restoredWheels: adopted?.ids.size ?? 0,
    restoredBytes: adopted?.sizeBytes ?? 0,
    transferMs: restored.transferMs,
    hiddenMs: restored.hiddenMs,
  }
}

/** Less is noise. */
const CLEAR_LOSS_MS = 1000

/** `cache: auto` does not go on with a cache that clearly cost this run more than it saved. */
function worthwhile(gain: Gain, { cacheVerdict }: RunReport, asked: ActionInputs['cache']): Gain {
  if (!gain.worth || asked !== 'auto' || cacheVerdict?.savedMs === undefined) return gain
  const lossMs = cacheVerdict.costMs - cacheVerdict.savedMs
  const wasUsed = cacheVerdict.restoreRate !== undefined
  return wasUsed && lossMs > CLEAR_LOSS_MS ? { worth: false, why: `the cache cost this run ${duration(lossMs)} more than it saved (cache: true saves all the same)` } : gain
}

/** No wheel had to be downloaded or built. */
function isHit(outcome: InstallOutcome): boolean {
  const installed = [...outcome.wheels.values()]
  return installed.every(({ source }) => source === 'store' || source === 'local') && installed.some(({ source }) => source === 'store')
}

type FetchedWheel = InstallOutcome['wheels'] extends ReadonlyMap<unknown, infer Wheel> ? Wheel : never

/** Wheels of the user's own folders are not kept: they are here anyway. */
function toValuedWheel(wheel: FetchedWheel, layout: StoreLayout): ValuedWheel[] {
  const entry = toEntryWheel(wheel, layout)
  if (entry === undefined) return []
  return [{ wheel: entry, buildSeconds: entry.kind === 'built' ? readBuildSeconds(layout.built(entry.id)) : 0 }]
}

function toEntryWheel({ filename, sizeBytes, sha256, path: file }: FetchedWheel, layout: StoreLayout): EntryWheel | undefined {
  if (path.resolve(file) === path.resolve(layout.wheel(sha256))) return { kind: 'published', id: sha256, filename, sizeBytes }
  const folder = path.resolve(path.dirname(file))
  const id = path.basename(folder)
  return /^[0-9a-f]{64}$/.test(id) && path.resolve(layout.built(id)) === folder ? { kind: 'built', id, filename, sizeBytes } : undefined
}

function readBuildSeconds(folder: string): number {
  try {
    return (JSON.parse(readFileSync(path.join(folder, 'built.json'), 'utf8')) as { buildSeconds?: number }).buildSeconds ?? 0
  } catch {
    return 0
  }
}

/** Leaves for `post` what is to be saved. */
export function writePlan(places: Places, plan: SavePlan): void {
  mkdirSync(path.dirname(places.plan), { recursive: true })
  writeFileSync(places.plan, JSON.stringify(plan))
}

/** What `main` left to be saved; undefined: nothing. */
export function readPlan(places: Places): SavePlan | undefined {
  try {
    return JSON.parse(readFileSync(places.plan, 'utf8')) as SavePlan
  } catch {
    return undefined
  }
}
