/** What can go wrong with one answer. Sizes in bytes, times in milliseconds. */
export type Fault =
  | { readonly kind: 'status'; readonly status: number; readonly retryAfterSeconds?: number; readonly body?: string }
  /** The connection is reset (RST) after this much of the body. */
  | { readonly kind: 'reset'; readonly afterBytes: number }
  /** The connection ends (FIN) after this much of the body, the announced length notwithstanding. */
  | { readonly kind: 'cut'; readonly afterBytes: number }
  /** The connection is closed before any answer. */
  | { readonly kind: 'drop' }
  /** Nothing comes any more: before the headers, or after this much or this share (0 to 1) of the body. */
  | { readonly kind: 'stall'; readonly afterBytes?: number; readonly afterShare?: number }
  | { readonly kind: 'wrong-byte'; readonly at?: number }
  | { readonly kind: 'slow'; readonly bytesPerSecond: number }
  /** Transfer-Encoding: chunked, without a length. */
  | { readonly kind: 'chunked' }
  /** Connection: close. */
  | { readonly kind: 'close' }
  | { readonly kind: 'redirect'; readonly to: string; readonly status?: number }
  | { readonly kind: 'redirect-loop' }
  | { readonly kind: 'login-page' }
  | { readonly kind: 'content-type'; readonly type: string }
  /** Content-Encoding: gzip. */
  | { readonly kind: 'gzip' }
  /** This body in place of the right one. */
  | { readonly kind: 'body'; readonly body: string | Buffer }
  /** Headers added or replaced. */
  | { readonly kind: 'headers'; readonly headers: Readonly<Record<string, string>> }
  | { readonly kind: 'latency'; readonly ms: number }

/** Whose requests a fault meets: a substring of the path, an expression, or a predicate. */
export type RequestMatcher = string | RegExp | ((request: { readonly method: string; readonly path: string; readonly range: string | undefined }) => boolean)

export interface FaultRule {
  readonly match: RequestMatcher
  readonly fault: Fault
  /** How many matching requests are spared first; default 0. */
  readonly skip?: number
  /** How many then meet the fault; default all. */
  readonly times?: number
}

interface ActiveRule extends FaultRule {
  seen: number
}

/** The rules of one server, with their counts. */
export class FaultBook {
  #rules: ActiveRule[] = []

  add(rule: FaultRule): void {
    this.#rules.push({ ...rule, seen: 0 })
  }

  clear(): void {
    this.#rules = []
  }

  /** The faults this request meets; counts it for every rule that matches. */
  faultsFor(request: { method: string; path: string; range: string | undefined }): Fault[] {
    return this.#rules.filter((rule) => matches(rule.match, request)).flatMap((rule) => {
      const turn = rule.seen++ - (rule.skip ?? 0)
      return turn >= 0 && turn < (rule.times ?? Infinity) ? [rule.fault] : []
    })
  }
}

export function matches(matcher: RequestMatcher, request: { method: string; path: string; range: string | undefined }): boolean {
  if (typeof matcher === 'function') return matcher(request)
  return typeof matcher === 'string' ? request.path.includes(matcher) : matcher.test(request.path)
}

/** A number in [0, 1) from a text: latencies that are random, yet the same on every run of one seed. */
export function seededFraction(text: string): number {
  let state = 2166136261
  for (let at = 0; at < text.length; at += 1) state = Math.imul(state ^ text.charCodeAt(at), 16777619)
  state = Math.imul(state ^ (state >>> 16), 2246822507)
  state = Math.imul(state ^ (state >>> 13), 3266489909)
  return ((state ^ (state >>> 16)) >>> 0) / 2 ** 32
}
