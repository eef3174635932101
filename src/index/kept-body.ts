import { isUserError, UserError } from '../kernel/errors.ts'
import type { NormalizedName } from '../standards/names.ts'
import type { FileTable } from './file-table.ts'
import { openTable, type PageBytes } from './page-table.ts'
import type { PageCache } from './page-cache.ts'

/*
 * A page's text as it is kept: three words (what it is, bytes of the table's form, bytes of the text), the form, the text.
 */
const MAGIC = 0x70616765
const HEADER_BYTES = 12
/** Read at first, which is all of the form of most pages. */
const FIRST_BYTES = 16 << 10
/** Read around the text of one file: whoever looks at a version often looks at its neighbours next. */
const AROUND_BYTES = 8 << 10

/** `form`: of the page's table, if it has one. */
export function keptBody(body: Buffer, form: Buffer = Buffer.alloc(0)): readonly Buffer[] {
  const header = Buffer.alloc(HEADER_BYTES)
  for (const [place, word] of [MAGIC, form.length, body.length].entries()) header.writeUInt32LE(word, place * 4)
  return [header, form, body]
}

/** The text in what was kept; undefined: it is not all there. */
export function bodyIn(kept: Buffer): Buffer | undefined {
  const places = placesIn(kept, kept.length)
  return places === undefined ? undefined : kept.subarray(places.bodyStart)
}

interface Places {
  readonly formEnd: number
  readonly bodyStart: number
}

function placesIn(beginning: Buffer, sizeBytes: number): Places | undefined {
  if (beginning.length < HEADER_BYTES || beginning.readUInt32LE(0) !== MAGIC) return undefined
  const bodyStart = HEADER_BYTES + beginning.readUInt32LE(4)
  return sizeBytes === bodyStart + beginning.readUInt32LE(8) ? { formEnd: bodyStart, bodyStart } : undefined
}

/** Where a page is kept. */
export interface KeptPlace {
  readonly key: string
  /** The URL the page came from. */
  readonly pageUrl: string
}

/** The table of a kept page, without its text being read; undefined: there is none that can be used, and the page is to be read whole. */
export function tableIn(cache: PageCache, { key, pageUrl }: KeptPlace, project: NormalizedName): FileTable | undefined {
  const first = cache.part(key, 0, FIRST_BYTES)
  const places = first === undefined ? undefined : placesIn(first.bytes, first.sizeBytes)
  if (first === undefined || places === undefined || places.formEnd === HEADER_BYTES) return undefined
  const { bodyStart } = places
  const form = bodyStart <= first.bytes.length ? first.bytes.subarray(HEADER_BYTES, bodyStart) : cache.part(key, HEADER_BYTES, bodyStart - HEADER_BYTES)?.bytes
  const read = (start: number, length: number): Buffer | undefined => cache.part(key, bodyStart + start, length)?.bytes
  return form === undefined ? undefined : openTable(form, project, { pageUrl, bytes: stretches(read), onLost: () => lostError(cache, { key, pageUrl }) })
}

/** Bytes by stretches, of which the last one read is remembered. */
function stretches(read: (start: number, length: number) => Buffer | undefined): PageBytes {
  let known: { readonly start: number; readonly bytes: Buffer } | undefined
  return (start, end) => {
    if (known === undefined || start < known.start || end > known.start + known.bytes.length) {
      const bytes = read(start, Math.max(end - start, AROUND_BYTES))
      if (bytes === undefined || bytes.length < end - start) throw new Error('the page is shorter than it was')
      known = { start, bytes }
    }
    return known.bytes.subarray(start - known.start, end - known.start)
  }
}

class LostPage extends Error {}

/** The cache was cleared or trimmed in the middle of this run, or the text is damaged: what is left of it is not to be met again. */
function lostError(cache: PageCache, { key, pageUrl }: KeptPlace): UserError {
  void cache.write(key, [])
  const message = `the kept page of ${pageUrl} was taken away while it was in use`
  return new UserError('index-answer', message, { origin: { kind: 'index', url: pageUrl }, hint: 'run it again: the page will be asked for', cause: new LostPage(message) })
}

/** Whether an error says that a kept page is gone, so that names are to be looked up anew. */
export function isLostPage(error: unknown): boolean {
  return isUserError(error) && error.cause instanceof LostPage
}
