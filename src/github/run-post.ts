import { existsSync, readFileSync, rmSync } from 'node:fs'
import { describeSave } from '../actions-cache/outcomes.ts'
import type { SavePlan } from '../actions-cache/save-plan.ts'
import { systemClock } from '../kernel/clock.ts'
import { messageOf } from '../kernel/errors.ts'
import { seconds } from '../kernel/seconds.ts'
import { bytes } from '../report/format.ts'
import { readLegReport } from '../report/leg-report.ts'
import { openArtifacts } from './artifacts.ts'
import { joinRestore } from './cache-service.ts'
import { begunPlaces, type Places } from './places.ts'
import { recoverNoted } from './recovery.ts'
import type { ActionPrograms } from './run-main.ts'
import { endSave, type Saved } from './saving.ts'
import { trimNoted } from './trim.ts'
import { readPlan } from './wheel-cache.ts'
import { artifactName } from './run-matrix.ts'
import { openRunnerCommands, type RunnerCommands } from './workflow-commands.ts'

/** The action's last step: puts right what a killed `main` left in the environment, and ends the save that `main` began, or left a plan for. Never fails a job; returns 0. */
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
    runner.line(`Cache: ${savedLine(await endSave(plan, places, parts), plan)}`)
    rmSync(places.plan, { force: true })
  } catch (error) {
    runner.line(`Cache: not saved: ${messageOf(error)}`)
  }
}

function savedLine({ outcome, waitedMs, hiddenMs }: Saved, plan: SavePlan): string {
  const said = describeSave(outcome, bytes)
  if (outcome.kind !== 'saved') return said
  const hidden = hiddenMs === undefined ? '' : ` (${seconds(hiddenMs)} of them before this step, ${seconds(waitedMs)} waited for)`
  return `${said} in ${seconds(waitedMs + (hiddenMs ?? 0))}, under ${outcome.key}${outcome.key === plan.key ? '' : ', in place of one that is damaged'}${hidden}`
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
