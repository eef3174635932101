import type { Exchange, ExchangeOptions, Transport } from './transport.ts'

/** When a second connection is asked, and how. */
export interface HedgeTerms {
  /** Silence after which the same is asked once more. */
  readonly afterMs: number
  /** Asked then; false: the first request is waited for alone. */
  readonly mayAsk: () => boolean
  readonly onAsk: () => void
  /** The second answered first. */
  readonly onWon: () => void
}

interface Asking {
  readonly answer: Promise<Exchange>
  readonly cancel: () => void
}

/**
 * An exchange that is asked a second time, on a fresh connection, when no answer begins for a while; whichever answers first counts,
 * the other is dropped. One lost packet or dead kept connection then costs seconds instead of the whole timeout, and a server that is
 * only slow is not asked from the start again. When both fail the first's error is thrown.
 */
export async function exchangeHedged(transport: Pick<Transport, 'exchange'>, url: URL, options: ExchangeOptions, terms: HedgeTerms): Promise<Exchange> {
  const first = ask(transport, url, options)
  if (!(await isSilent(first.answer, terms.afterMs)) || options.signal.aborted || !terms.mayAsk()) return first.answer
  terms.onAsk()
  const second = ask(transport, url, { ...options, fresh: true })
  try {
    const won = await Promise.any([first.answer.then((answer) => ({ answer, loser: second })), second.answer.then((answer) => ({ answer, loser: first }))])
    won.loser.cancel()
    if (won.loser === first) terms.onWon()
    return won.answer
  } catch {
    return first.answer
  }
}

function ask(transport: Pick<Transport, 'exchange'>, url: URL, options: ExchangeOptions): Asking {
  const own = new AbortController()
  const answer = transport.exchange(url, { ...options, cancelled: own.signal })
  answer.catch(() => undefined)
  return { answer, cancel: () => own.abort(new Error('another connection answered first')) }
}

function isSilent(answer: Promise<Exchange>, afterMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(true), afterMs)
    const heard = (): void => {
      clearTimeout(timer)
      resolve(false)
    }
    answer.then(heard, heard)
  })
}
