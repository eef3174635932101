import type { Dispatcher } from 'undici'
import { AnswerBody } from './answer-body.ts'
import type { Exchange, ExchangeOptions, Wait } from './transport.ts'

interface Waiting {
  /** Any of them ends the exchange with its reason, its body included. */
  readonly signals: readonly AbortSignal[]
  readonly resolve: (answer: Exchange) => void
  readonly reject: (error: unknown) => void
  readonly onReceived?: ExchangeOptions['onReceived']
}

/** A request is handed over; its handler hears the rest. */
export interface Dispatches {
  dispatch(request: Dispatcher.DispatchOptions, handler: AnswerHandler): unknown
  destroy(): Promise<unknown>
}

/** One request by undici's lowest interface. Resolves when the answer's head is there; throws what undici throws, or a signal's reason. */
export function dispatch(dispatcher: Dispatches, options: Dispatcher.DispatchOptions, { signals, onReceived }: Pick<Waiting, 'signals' | 'onReceived'>): Promise<Exchange> {
  return new Promise((resolve, reject) => {
    for (const signal of signals) signal.throwIfAborted()
    dispatcher.dispatch(options, new AnswerHandler({ signals, resolve, reject, onReceived }))
  })
}

/** Hears of one request what undici tells, and makes an exchange of it. */
export class AnswerHandler implements Dispatcher.DispatchHandler {
  readonly #waiting: Waiting
  #connection: Dispatcher.DispatchController | undefined
  #waited = watchWait()
  #bytes = 0
  #body: AnswerBody | undefined
  #abortion: { readonly reason: Error } | undefined
  #isOver = false

  constructor(waiting: Waiting) {
    this.#waiting = waiting
    for (const signal of waiting.signals) signal.addEventListener('abort', this.#onAbort)
  }

  /** Nobody waits for the answer any more. */
  get isOver(): boolean {
    return this.#isOver
  }

  failedToConnect(error: Error): void {
    this.#finish(error)
  }

  onRequestStart(connection: Dispatcher.DispatchController): void {
    this.#connection = connection
    this.#waited = watchWait()
    if (this.#abortion !== undefined) connection.abort(this.#abortion.reason)
  }

  onResponseStart(connection: Dispatcher.DispatchController, status: number, headers: Record<string, string | string[] | undefined>): void {
    if (status < 200) return
    this.#body = new AnswerBody(connection)
    this.#waiting.resolve({ status, wait: this.#waited(), headers: flattenHeaders(headers), body: this.#body })
  }

  onResponseData(_connection: Dispatcher.DispatchController, piece: Buffer): void {
    this.#bytes += piece.length
    this.#body?.push(piece)
  }

  onResponseEnd(): void {
    this.#waiting.onReceived?.({ ...this.#waited(), bytes: this.#bytes })
    this.#finish()
  }

  onResponseError(_connection: Dispatcher.DispatchController, error: Error): void {
    this.#finish(this.#abortion?.reason ?? error)
  }

  readonly #onAbort = (event: Event): void => {
    const reason = (event.target as AbortSignal).reason as Error
    this.#abortion = { reason }
    // What still waits for a connection is given up here, and ended when it gets one.
    if (this.#connection === undefined) this.#finish(reason)
    else this.#connection.abort(reason)
  }

  #finish(error?: Error): void {
    this.#isOver = true
    for (const signal of this.#waiting.signals) signal.removeEventListener('abort', this.#onAbort)
    this.#body?.end(error)
    if (error !== undefined) this.#waiting.reject(error)
  }
}

/** A wait that begins now; what is returned tells how long it was until then. */
function watchWait(): () => Wait {
  const startMs = performance.now()
  const start = performance.eventLoopUtilization()
  return () => ({ waitMs: performance.now() - startMs, idleMs: performance.eventLoopUtilization(start).idle })
}

function flattenHeaders(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const flat: Record<string, string> = {}
  for (const name of Object.keys(headers)) {
    const value = headers[name]
    if (value !== undefined) flat[name] = typeof value === 'string' ? value : value.join(', ')
  }
  return flat
}
