import { constants, createInflateRaw } from 'node:zlib'
import { once } from '../kernel/once.ts'
import { release } from '../kernel/release.ts'

/**
 * One zlib state for many entries. Making a state costs more than inflating a small file with it, and each one
 * presses on the garbage collector with the memory behind it; the output of one fixed buffer stays in the processor's cache.
 */
export interface Inflater {
  /**
   * A whole deflate stream. `content` is good until the next call; undefined: more than `sizeBytes` came of it. Throws
   * what zlib says (`Z_DATA_ERROR`, `Z_BUF_ERROR`).
   */
  whole(compressed: Buffer, sizeBytes: number): Inflated | undefined
  /** A stream too large to hold: hands pieces to `take` as they come, each good until it returns, and returns the bytes consumed. */
  pieces(compressed: Iterable<Buffer>): Generator<Buffer, number>
  close(): void
}

/** The content of an entry, and how much of what was given it took. */
export interface Inflated {
  readonly content: Buffer
  readonly consumedBytes: number
}

/** Output held at once; larger entries come in pieces of this, which stay in the processor's cache while they are hashed and written. */
export const PIECE_BYTES = 256 << 10

/** What Node's zlib streams are made of, as far as it is used here: one synchronous call into zlib. */
interface ZlibParts {
  readonly _handle: {
    writeSync(flush: number, input: Buffer, inputAt: number, inputBytes: number, output: Buffer, outputAt: number, outputBytes: number): void
    onerror: (message: string, errno: number, code: string) => void
  }
  /** After a call: output bytes left free, input bytes left over. */
  readonly _writeState: Uint32Array
  reset(): void
  close(): void
}

/**
 * Undefined where this Node's zlib is not made as expected; a caller then uses `inflateRawSync`. The answer to a stream made
 * here decides, so that another Node can be slower, never wrong.
 */
export function openInflater(): Inflater | undefined {
  const stream = createInflateRaw() as unknown as ZlibParts
  if (typeof (stream._handle as ZlibParts['_handle'] | undefined)?.writeSync !== 'function' || !ArrayBuffer.isView(stream._writeState)) return undefined
  const inflater = new StreamInflater(stream)
  if (answersRight(inflater)) return inflater
  inflater.close()
  return undefined
}

/** One inflater, made when it is first asked for: for whoever reads archive after archive, one at a time. */
export function oneInflater(): () => Inflater | undefined {
  return once(openInflater)
}

/** A text as zlib deflates it. */
const SAMPLE = { deflated: Buffer.from('2bcf484dcd5128479000', 'hex'), text: 'wheel wheel wheel' }

function answersRight(inflater: Inflater): boolean {
  try {
    const whole = inflater.whole(SAMPLE.deflated, SAMPLE.text.length)
    return whole?.content.toString() === SAMPLE.text && whole.consumedBytes === SAMPLE.deflated.length
  } catch {
    return false
  }
}

class StreamInflater implements Inflater {
  readonly #stream: ZlibParts
  #output = Buffer.allocUnsafeSlow(64 << 10)
  #failure: Error | undefined

  constructor(stream: ZlibParts) {
    this.#stream = stream
    stream._handle.onerror = (message, errno, code) => {
      this.#failure = Object.assign(new Error(message), { errno, code })
    }
  }

  whole(compressed: Buffer, sizeBytes: number): Inflated | undefined {
    // One byte more than declared: a stream that fills it holds more than it says.
    this.#grow(sizeBytes + 1)
    this.#stream.reset()
    const { produced, left } = this.#step(constants.Z_FINISH, compressed, 0, sizeBytes + 1)
    return produced > sizeBytes ? undefined : { content: this.#output.subarray(0, produced), consumedBytes: compressed.length - left }
  }

  *pieces(compressed: Iterable<Buffer>): Generator<Buffer, number> {
    this.#grow(PIECE_BYTES)
    this.#stream.reset()
    let consumedBytes = 0
    for (const input of compressed) {
      for (let at = 0; ; ) {
        const { produced, left } = this.#step(constants.Z_NO_FLUSH, input, at, PIECE_BYTES)
        consumedBytes += input.length - at - left
        at = input.length - left
        if (produced > 0) yield this.#output.subarray(0, produced)
        if (produced < PIECE_BYTES) break
      }
    }
    this.#step(constants.Z_FINISH, EMPTY, 0, PIECE_BYTES)
    return consumedBytes
  }

  close(): void {
    this.#stream.close()
    release(this.#output)
  }

  #step(flush: number, input: Buffer, at: number, room: number): { readonly produced: number; readonly left: number } {
    const { _handle, _writeState } = this.#stream
    _handle.writeSync(flush, input, at, input.length - at, this.#output, 0, room)
    const failure = this.#failure
    if (failure !== undefined) {
      this.#failure = undefined
      throw failure
    }
    return { produced: room - (_writeState[0] ?? 0), left: _writeState[1] ?? 0 }
  }

  #grow(sizeBytes: number): void {
    if (this.#output.length >= sizeBytes) return
    release(this.#output)
    this.#output = Buffer.allocUnsafeSlow(sizeBytes)
  }
}

const EMPTY = Buffer.alloc(0)
