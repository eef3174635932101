import { statfsSync } from 'node:fs'
import path from 'node:path'
import { fillEntry } from '../actions-cache/entry.ts'
import { keyBeside, pointerKey, sameKey } from '../actions-cache/keys.ts'
import type { SaveOutcome } from '../actions-cache/outcomes.ts'
import type { SavePlan } from '../actions-cache/save-plan.ts'
import type { BegunSave, CacheService, SaveKeys, StoreAnswer } from '../actions-cache/service.ts'
import { storeLayout } from '../store/layout.ts'
import { archiverProblem } from './archiver.ts'
import { hasCacheService, joinSave, openCacheService, startSave, type CacheServiceParts } from './cache-service.ts'
import type { Places } from './places.ts'
import { STALL_MS } from './wheel-cache.ts'

type Parts = Omit<CacheServiceParts, 'root'>

/** How a save ended, and how much of it ran while later steps did. */
export interface Saved {
  readonly outcome: SaveOutcome
  readonly waitedMs: number
  /** Undefined: nothing was begun before, or it came to nothing. */
  readonly hiddenMs: number | undefined
}

/**
 * For the end of `main`: begins what the plan says, for `post` to join. The wheels are linked before it returns (some 50 µs
 * each), so that later uses of the store change nothing of the entry. Left to `post`: what a look-up decides the key of, and
 * Windows, where a file that is being read cannot be replaced. Returns whether something was begun.
 */
export async function beginSave(plan: SavePlan, places: Places, parts: Parts): Promise<boolean> {
  if (refusalOf(plan) !== undefined || plan.damaged === true || process.platform === 'win32') return false
  if (!hasCacheService(parts.env) || archiverProblem(parts.env) !== undefined || !hasRoom(plan, places)) return false
  await startSave({ ...parts, root: places.save }, keysOf(plan, plan.key), (folder) => fill(folder, plan))
  return true
}

/** For `post`: joins what `main` began, or saves. */
export async function endSave(plan: SavePlan, places: Places, parts: Parts): Promise<Saved> {
  const { clock } = parts
  const startedMs = clock.nowMs()
  const refusal = refusalOf(plan)
  const begun = refusal === undefined ? joinSave({ ...parts, root: places.save }) : undefined
  const joined = begun === undefined ? undefined : await join(begun, plan)
  if (begun !== undefined && joined !== undefined) {
    const hiddenMs = Math.max(0, Math.min(begun.endedMs() ?? Infinity, startedMs) - begun.startedMs)
    return { outcome: joined, waitedMs: clock.nowMs() - startedMs, hiddenMs }
  }
  const saved = refusal ?? (await save(plan, openCacheService({ ...parts, root: path.join(places.root, 'transfers') })))
  const outcome: SaveOutcome = begun !== undefined && saved.kind === 'conflict' ? { kind: 'failed', why: 'the program that had begun to was ended, and the service still keeps the key for it' } : saved
  return { outcome, waitedMs: clock.nowMs() - startedMs, hiddenMs: undefined }
}

/** What was begun is what the plan says: both follow from one. Undefined: its program has ended without having asked, or without a word. */
async function join(begun: BegunSave, plan: SavePlan): Promise<SaveOutcome | undefined> {
  const answer = await begun.finish({ stallMs: STALL_MS })
  if (answer !== undefined) return outcomeOf(answer, plan.key, plan)
  begun.stop()
  return undefined
}

/** Saves the entry, and the pointer by which this leg's next run finds it early. */
async function save(plan: SavePlan, service: CacheService): Promise<SaveOutcome> {
  const key = plan.damaged === true ? await keyInPlace(plan.key, service) : plan.key
  const folder = await service.makeFolder()
  await fill(folder, plan)
  return outcomeOf(await service.save({ ...keysOf(plan, key), folder, stallMs: STALL_MS }), key, plan)
}

function refusalOf({ permission, gain, pointer, wheels }: SavePlan): SaveOutcome | undefined {
  if (!permission.allowed) return { kind: 'not-allowed', why: permission.why }
  return !gain.worth && (!pointer || wheels.length === 0) ? { kind: 'nothing-gained', why: gain.why } : undefined
}

async function fill(folder: string, plan: SavePlan): Promise<void> {
  if (plan.gain.worth) await fillEntry(folder, storeLayout(plan.storeRoot), plan)
}

function keysOf({ gain, leg, question }: SavePlan, key: string): SaveKeys {
  return { key: gain.worth ? key : undefined, pointer: pointerKey(leg, key, question), question }
}

/** Left on the disk for the steps that follow, which never were to share it with an archive. */
const ROOM_LEFT_BYTES = 2e9

function hasRoom({ wheels }: SavePlan, { root }: Places): boolean {
  const { bavail, bsize } = statfsSync(root)
  return bavail * bsize - wheels.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) > ROOM_LEFT_BYTES
}

/** Another key where the damaged entry has this one. */
async function keyInPlace(key: string, service: CacheService): Promise<string> {
  const there = await service.lookup({ primary: key, others: [] })
  return there.kind === 'found' && sameKey(there.key, key) ? keyBeside(key) : key
}

function outcomeOf(answer: StoreAnswer, key: string, { gain }: SavePlan): SaveOutcome {
  if (!gain.worth) return { kind: 'nothing-gained', why: gain.why }
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
