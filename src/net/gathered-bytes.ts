import { release } from '../kernel/release.ts'

/** A size that was announced is believed up to here: more than nearly all pages have. */
const MOST_BELIEVED_BYTES = 32 << 20

/** Pieces of one whole, which are put in their place as they come where its size is known: what they took is given back at once. */
export class GatheredBytes {
  sizeBytes = 0
  readonly #expectedBytes: number | undefined
  #place: Buffer | undefined
  readonly #loose: Buffer[] = []

  /** `expectedBytes`: what was announced; pieces may come to something else. */
  constructor(expectedBytes: number | undefined) {
    const isUsable = expectedBytes !== undefined && Number.isSafeInteger(expectedBytes) && expectedBytes >= 0 && expectedBytes <= MOST_BELIEVED_BYTES
    this.#expectedBytes = isUsable ? expectedBytes : undefined
  }

  add(piece: Buffer): void {
    // A whole of one piece stays as it came.
    if (this.#loose.length === 1 && this.#place === undefined && this.#expectedBytes !== undefined) this.#settle(this.#expectedBytes)
    // A piece that was put in its place has no length any more.
    const end = this.sizeBytes + piece.length
    if (this.#place !== undefined && this.#loose.length === 0 && end <= this.#place.length) this.#put(piece, this.#place)
    else this.#loose.push(piece)
    this.sizeBytes = end
  }

  #settle(expectedBytes: number): void {
    const [first] = this.#loose
    if (first === undefined || first.length > expectedBytes) return
    this.#place = Buffer.allocUnsafeSlow(expectedBytes)
    this.#loose.length = 0
    first.copy(this.#place)
    release(first)
  }

  #put(piece: Buffer, place: Buffer): void {
    piece.copy(place, this.sizeBytes)
    release(piece)
  }

  whole(): Buffer {
    const looseBytes = this.#loose.reduce((sum, { length }) => sum + length, 0)
    const placed = this.#place?.subarray(0, this.sizeBytes - looseBytes)
    const [first] = this.#loose
    if (first === undefined) return placed ?? Buffer.alloc(0)
    return placed === undefined && this.#loose.length === 1 ? first : Buffer.concat(placed === undefined ? this.#loose : [placed, ...this.#loose])
  }
}
