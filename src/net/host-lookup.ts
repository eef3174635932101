import { lookup as systemLookup } from 'node:dns'
import type { LookupFunction } from 'node:net'

/** Addresses of a host that changes them are asked for again after that long. */
const KEPT_MS = 60_000

type Answer = Parameters<Parameters<LookupFunction>[2]>

interface Lookup {
  readonly answer: Promise<Answer>
  readonly atMs: number
}

/**
 * The system's name lookup, once for all connections to a host: Node looks a name up for each connection, two questions each, and a
 * name server or a network that drops one of a burst of them holds that connection up for the five seconds after which the C library
 * asks again, and with it one of the four threads that lookups have. Failures are not kept.
 */
export function sharedLookup(lookup: LookupFunction = systemLookup, nowMs: () => number = () => performance.now()): LookupFunction {
  const lookups = new Map<string, Lookup>()
  return (hostname, options, callback) => {
    const key = JSON.stringify([hostname, options.family, options.hints, options.all, options.order])
    const known = lookups.get(key)
    const isKept = known !== undefined && nowMs() - known.atMs < KEPT_MS
    const answer = isKept ? known.answer : new Promise<Answer>((resolve) => lookup(hostname, options, (...told) => resolve(told)))
    if (!isKept) lookups.set(key, { answer, atMs: nowMs() })
    void answer.then((told) => {
      if (told[0] !== null && lookups.get(key)?.answer === answer) lookups.delete(key)
      callback(...told)
    })
  }
}
