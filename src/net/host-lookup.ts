import { lookup as systemLookup } from 'node:dns'
import type { LookupFunction } from 'node:net'

/** Addresses of a host that changes them are asked for again after that long. */
const KEPT_MS = 60_000

/**
 * A name server that has not answered by then is asked a second time beside the first: the C library does so after five seconds
 * (resolv.conf(5)), and a question or answer that was lost is no rarity in containers.
 */
const SECOND_MS = 1000

type Answer = Parameters<Parameters<LookupFunction>[2]>

interface Lookup {
  readonly answer: Promise<Answer>
  readonly atMs: number
}

/**
 * The system's name lookup, once for all connections to a host: Node looks a name up for each connection, two questions each, and a
 * name server or a network that drops one of a burst of them holds that connection up for five seconds, and with it one of the four
 * threads that lookups have. Failures are not kept.
 */
export function sharedLookup(lookup: LookupFunction = systemLookup, nowMs: () => number = () => performance.now()): LookupFunction {
  const lookups = new Map<string, Lookup>()
  return (hostname, options, callback) => {
    const key = JSON.stringify([hostname, options.family, options.hints, options.all, options.order])
    const known = lookups.get(key)
    const isKept = known !== undefined && nowMs() - known.atMs < KEPT_MS
    const answer = isKept ? known.answer : firstOfTwo(() => new Promise<Answer>((resolve) => lookup(hostname, options, (...told) => resolve(told))))
    if (!isKept) lookups.set(key, { answer, atMs: nowMs() })
    void answer.then((told) => {
      if (told[0] !== null && lookups.get(key)?.answer === answer) lookups.delete(key)
      callback(...told)
    })
  }
}

/** The first addresses that come, of a second question too when the first takes long; a failure only when nothing better can come. */
function firstOfTwo(ask: () => Promise<Answer>): Promise<Answer> {
  return new Promise((resolve) => {
    let open = 0
    const askOnce = (): void => {
      open += 1
      void ask().then((told) => {
        open -= 1
        if (told[0] !== null && open > 0) return
        clearTimeout(second)
        resolve(told)
      })
    }
    const second = setTimeout(askOnce, SECOND_MS)
    askOnce()
  })
}
