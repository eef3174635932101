import type { Dispatcher } from 'undici'

/** Bytes that wait for their reader before the connection is told to wait. */
const HELD_BYTES = 64 << 10

/** Bytes of an unwanted answer worth reading to keep its connection; beyond them a new connection is cheaper. */
const DISCARD_LIMIT_BYTES = 64 << 10

/**
 * The content of one answer, as its connection brings it: no stream of Node's stands between, which costs as much again as a small
 * request. For one reader. What arrived before a connection broke is given before the error.
 */
export class AnswerBody implements AsyncIterable<Buffer> {
  readonly #connection: Dispatcher.DispatchController
  readonly #pieces: Buffer[] = []
  #heldBytes = 0
  #discardedBytes: number | undefined
  #end: { readonly error: Error | undefined } | undefined
  #wake: (() => void) | undefined

  constructor(connection: Dispatcher.DispatchController) {
    this.#connection = connection
  }

  push(piece: Buffer): void {
    if (this.#discardedBytes !== undefined) return this.#countDiscarded(piece.length)
    this.#pieces.push(piece)
    this.#heldBytes += piece.length
    if (this.#heldBytes >= HELD_BYTES) this.#connection.pause()
    this.#wake?.()
  }

  /** Nothing more comes; with an error: though more was to come. */
  end(error?: Error): void {
    this.#end ??= { error }
    this.#wake?.()
  }

  /** Has no reader: what is left is passed over, or, when it is much, the connection left. */
  discard(): void {
    if (this.#discardedBytes !== undefined) return
    this.#discardedBytes = 0
    this.#countDiscarded(this.#pieces.splice(0).reduce((sum, { length }) => sum + length, 0))
    this.#connection.resume()
  }

  [Symbol.asyncIterator](): AsyncIterator<Buffer, undefined> {
    return { next: () => this.#next(), return: () => this.#leave() }
  }

  async #next(): Promise<IteratorResult<Buffer, undefined>> {
    while (this.#pieces.length === 0 && this.#end === undefined) await new Promise<void>((resolve) => (this.#wake = resolve))
    const piece = this.#pieces.shift()
    if (piece !== undefined) {
      this.#heldBytes -= piece.length
      if (this.#heldBytes < HELD_BYTES) this.#connection.resume()
      return { done: false, value: piece }
    }
    if (this.#end?.error !== undefined) throw this.#end.error
    return { done: true, value: undefined }
  }

  /** The reader wants no more. */
  #leave(): Promise<IteratorResult<Buffer, undefined>> {
    if (this.#end === undefined) this.#connection.abort(new Error('the rest of the answer is not wanted'))
    return Promise.resolve({ done: true, value: undefined })
  }

  #countDiscarded(bytes: number): void {
    this.#discardedBytes = (this.#discardedBytes ?? 0) + bytes
    if (this.#discardedBytes > DISCARD_LIMIT_BYTES && this.#end === undefined) this.#connection.abort(new Error('the answer is not wanted'))
  }
}
