import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fillEntry } from '../actions-cache/entry.ts'
import { keyBeside, pointerKey, sameKey } from '../actions-cache/keys.ts'
import { describeSave, type SaveOutcome } from '../actions-cache/outcomes.ts'
import type { SavePlan } from '../actions-cache/save-plan.ts'
import type { CacheService, StoreAnswer } from '../actions-cache/service.ts'
import { systemClock } from '../kernel/clock.ts'
import { messageOf } from '../kernel/errors.ts'
import { bytes } from '../report/format.ts'
import { readLegReport } from '../report/leg-report.ts'
import { storeLayout } from '../store/layout.ts'
import { openArtifacts } from './artifacts.ts'
import { joinRestore, openCacheService } from './cache-service.ts'
import { begunPlaces, type Places } from './places.ts'
import { recoverNoted } from './recovery.ts'
import type { ActionPrograms } from './run-main.ts'
import { trimNoted } from './trim.ts'
import { readPlan, STALL_MS } from './wheel-cache.ts'
import { artifactName } from './run-matrix.ts'
import { openRunnerCommands, type RunnerCommands } from './workflow-commands.ts'

/** The action's last step: puts right what a killed `main` left in the environment, and saves what `main` left a plan for. Never fails a job; returns 0. */
export async function runPost(programs: Pick<ActionPrograms, 'cachePath'>): Promise<number> {
  const runner = openRunnerCommands()
  await recoverNoted(process.env, runner)
  const begun = begunPlaces(process.env)
  if (begun === undefined) runner.line('Nothing to save to the cache')
  else await Promise.all([shareLeg(begun.places.leg, runner), endCache(begun.places, programs, runner)])
  return 0
}

/** Ends what is still at work for this use, and saves. */
async function endCache(places: Places, { cachePath }: Pick<ActionPrograms, 'cachePath'>, runner: RunnerCommands): Promise<void> {
  const parts = { programPath: cachePath, env: process.env, clock: systemClock, onLog: (text: string) => runner.debug(text) }
  try {
    await joinRestore({ ...parts, root: places.early })?.stop()
    await trimNoted(places, (text) => runner.line(text))
    const plan = readPlan(places)
    if (plan === undefined) return runner.line('Nothing to save to the cache')
    const startedMs = systemClock.nowMs()
    const outcome = await save(plan, openCacheService({ ...parts, root: path.join(places.root, 'transfers') }))
    const seconds = ((systemClock.nowMs() - startedMs) / 1000).toFixed(1)
    runner.line(`Cache: ${describeSave(outcome, bytes)}${outcome.kind === 'saved' ? ` in ${seconds} s, under ${outcome.key}${outcome.key === plan.key ? '' : ', in place of one that is damaged'}` : ''}`)
    rmSync(places.plan, { force: true })
  } catch (error) {
    runner.line(`Cache: not saved: ${messageOf(error)}`)
  }
}

/** Hands what `main` wrote for the report over all jobs to the run. */
async function shareLeg(file: string, runner: RunnerCommands): Promise<void> {
  if (!existsSync(file)) return
  try {
    const text = readFileSync(file, 'utf8')
    rmSync(file)
    const leg = readLegReport(text)
    const artifacts = openArtifacts(process.env)
    if (artifacts === undefined || leg === undefined) return runner.line('The figures of this job are not shared: there is no artifact service')
    await artifacts.upload(artifactName(leg), text, { days: ARTIFACT_DAYS })
    runner.line('The figures of this job are kept for the report over all jobs')
  } catch (error) {
    runner.line(`The figures of this job are not shared: ${messageOf(error)}`)
  }
}

const ARTIFACT_DAYS = 3

/** Saves the entry, and the pointer by which this leg's next run finds it early. */
async function save(plan: SavePlan, service: CacheService): Promise<SaveOutcome> {
  const { permission, gain } = plan
  if (!permission.allowed) return { kind: 'not-allowed', why: permission.why }
  const key = plan.damaged === true ? await keyInPlace(plan.key, service) : plan.key
  const pointer = pointerKey(plan.leg, key, plan.question)
  if (!gain.worth && (!plan.pointer || plan.wheels.length === 0)) return { kind: 'nothing-gained', why: gain.why }
  const folder = await service.makeFolder()
  if (gain.worth) await fillEntry(folder, storeLayout(plan.storeRoot), plan)
  const answer = await service.save({ folder, key: gain.worth ? key : undefined, pointer, question: plan.question, stallMs: STALL_MS })
  return gain.worth ? outcomeOf(answer, key) : { kind: 'nothing-gained', why: gain.why }
}

/** Another key where the damaged entry has this one. */
async function keyInPlace(key: string, service: CacheService): Promise<string> {
  const there = await service.lookup({ primary: key, others: [] })
  return there.kind === 'found' && sameKey(there.key, key) ? keyBeside(key) : key
}

function outcomeOf(answer: StoreAnswer, key: string): SaveOutcome {
  switch (answer.kind) {
    case 'saved':
      return { kind: 'saved', key, bytes: answer.bytes }
    case 'exists':
    case 'conflict':
      return { kind: answer.kind, key }
    case 'stalled':
      return { kind: 'timed-out', afterMs: answer.afterMs }
    default:
      return answer
  }
}
