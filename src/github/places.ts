import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { systemErrorCode } from '../kernel/errors.ts'

type Env = Readonly<Record<string, string | undefined>>

/** Our folders of a job, outside the workspace, which checkout empties. All go with the job. */
export interface Places {
  readonly root: string
  /** Shared by all uses of the action in the job. */
  readonly store: string
  /** A restore that `pre` began for this use. */
  readonly early: string
  /** A save that `main` began for `post`. */
  readonly save: string
  /** What `main` leaves for `post`. */
  readonly plan: string
  /** What `main` leaves for `post` about a store on a kept disk. */
  readonly trim: string
  readonly report: string
  readonly timings: string
  readonly pylock: string
  readonly trace: string
  /** What the report over all jobs is told of this one. */
  readonly leg: string
}

/** One use of the action in a job, whose parts find each other by a name that the runner hands from one to the next. */
export interface UsePlaces {
  readonly places: Places
  readonly use: string
}

/** The runner's state (`STATE_use`) that holds the name. */
export const USE_STATE = 'use'

/** For the first part of a use. GITHUB_ACTION alone is no name: steps of two composite actions, or of one used twice, can share it. */
export function newPlaces(env: Env): UsePlaces {
  const step = createHash('sha256').update(env['GITHUB_ACTION'] ?? '').digest('hex').slice(0, 12)
  return placesOf(`${step}-${randomUUID().slice(0, 8)}`, env)
}

/** For `main`: what `pre` began, unless another `main` was handed the same (github.com/actions/runner/issues/1947), else new ones. */
export function takePlaces(env: Env): UsePlaces {
  const begun = begunPlaces(env)
  return begun !== undefined && isFirst(path.dirname(begun.places.plan)) ? begun : newPlaces(env)
}

/** For `post`; undefined: no other part ran. */
export function begunPlaces(env: Env): UsePlaces | undefined {
  const use = env[`STATE_${USE_STATE}`] ?? ''
  return /^[\da-f-]+$/.test(use) ? placesOf(use, env) : undefined
}

/** The folder of all uses. */
export function jobRoot(env: Env): string {
  return path.join(env['RUNNER_TEMP'] || tmpdir(), 'parallel-pip')
}

function placesOf(use: string, env: Env): UsePlaces {
  const root = jobRoot(env)
  const own = (name: string): string => path.join(root, use, name)
  return { use, places: { root, store: path.join(root, 'store'), early: own('early'), save: own('save'), plan: own('plan.json'), trim: own('trim.json'), report: own('report.json'), timings: own('timings.json'), pylock: own('pylock.toml'), trace: own('trace.json'), leg: own('leg.json') } }
}

function isFirst(folder: string): boolean {
  try {
    mkdirSync(path.join(folder, 'taken'))
    return true
  } catch (error) {
    return systemErrorCode(error) !== 'EEXIST'
  }
}
