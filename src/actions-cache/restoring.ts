import type { Clock } from '../kernel/clock.ts'
import { messageOf } from '../kernel/errors.ts'
import type { StoreLayout } from '../store/layout.ts'
import { adoptEntry, type AdoptedEntry } from './entry.ts'
import { restoreKeys, type CacheIdentity } from './keys.ts'
import type { RestoreOutcome } from './outcomes.ts'
import { isExact } from './save-plan.ts'
import type { CacheService, EarlyTransfer, Transfer, TransferAnswer } from './service.ts'
import type { Permission } from './trust.ts'

/** What looking for an entry needs to know. */
export interface RestoreFacts {
  readonly service: CacheService
  readonly identity: CacheIdentity
  readonly permission: Permission
  readonly layout: StoreLayout
  /** A transfer that was begun before anything of this run was known. */
  readonly early: EarlyTransfer | undefined
  /** A transfer that moves nothing for this long is given up. */
  readonly stallMs: number
  readonly clock: Clock
  /** Aborted when nobody needs the entry any more. */
  readonly signal: AbortSignal
}

/** What came of looking for an entry, and what it cost. */
export interface Restored {
  readonly outcome: RestoreOutcome
  readonly adopted: AdoptedEntry | undefined
  /** From the first request to the last byte, whoever waited for it. */
  readonly transferMs: number
  /** The part of the transfer that ran before this run looked for it. */
  readonly hiddenMs: number
  /** The pointer to the entry that the earlier transfer brings, or would have; undefined: none. */
  readonly earlyPointer?: string
}

/** Brings the best entry there is into the store. Never throws, never outlasts a stalled service by more than `stallMs`. */
export async function restoreWheels(facts: RestoreFacts): Promise<Restored> {
  const startedMs = facts.clock.nowMs()
  const nothing = { adopted: undefined, transferMs: 0, hiddenMs: 0 }
  if (!facts.permission.allowed) {
    await facts.early?.stop()
    return { ...nothing, outcome: { kind: 'not-allowed', why: facts.permission.why } }
  }
  try {
    const { transfer, isEarly } = await chooseTransfer(facts)
    const earlyPointer = facts.early?.pointer()
    const answer = await transfer.finish(facts)
    transfer.endAhead()
    if (facts.signal.aborted) return { ...nothing, outcome: { kind: 'overtaken', afterMs: facts.clock.nowMs() - startedMs } }
    const adopted = answer.kind === 'none' || answer.kind === 'unavailable' ? undefined : await adoptEntry(transfer.folder, facts.layout)
    const endedMs = facts.clock.nowMs()
    const beganMs = isEarly && facts.early !== undefined ? facts.early.startedMs : startedMs
    const transferMs = (isEarly ? facts.early?.endedMs() ?? endedMs : endedMs) - beganMs
    return { outcome: isUnread(answer, adopted) ? { kind: 'unreadable', why: 'it has another format' } : outcomeOf(answer, facts.identity), adopted, transferMs, hiddenMs: Math.max(0, Math.min(startedMs - beganMs, transferMs)), ...(earlyPointer === undefined ? {} : { earlyPointer }) }
  } catch (error) {
    return { ...nothing, outcome: { kind: 'failed', why: messageOf(error) } }
  }
}

interface Chosen {
  readonly transfer: Transfer
  readonly isEarly: boolean
}

/** The early transfer, unless it brings nothing, or the service has an entry for these inputs and the early one is of others. */
async function chooseTransfer(facts: RestoreFacts): Promise<Chosen> {
  const { early, service, identity } = facts
  const query = restoreKeys(identity)
  const earlyKey = await early?.whichKey(facts)
  if (early?.foundNone() === true) return { transfer: early, isEarly: true }
  if (early === undefined || earlyKey === undefined) return { transfer: service.restore(query), isEarly: false }
  if (isExact(earlyKey, identity)) return { transfer: early, isEarly: true }
  const found = await service.lookup({ primary: query.primary, others: [] })
  if (found.kind !== 'found' || !isExact(found.key, identity)) return { transfer: early, isEarly: true }
  await early.stop()
  return { transfer: service.restore(query), isEarly: false }
}

function isUnread(answer: TransferAnswer, adopted: AdoptedEntry | undefined): boolean {
  return answer.kind === 'done' && adopted?.facts === undefined
}

function outcomeOf(answer: TransferAnswer, identity: CacheIdentity): RestoreOutcome {
  switch (answer.kind) {
    case 'done':
      return { kind: isExact(answer.key, identity) ? 'exact' : 'prefix', key: answer.key, bytes: answer.bytes }
    case 'none':
      return { kind: 'miss' }
    case 'unavailable':
      return { kind: 'unavailable' }
    case 'stalled':
      return { kind: 'timed-out', afterMs: answer.afterMs, bytes: answer.bytes }
    case 'unreadable':
    case 'failed':
      return answer
  }
}
