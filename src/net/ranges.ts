import type { HttpClient, HttpRequest } from './client.ts'
import { readBody } from './read.ts'

/** The answer to a request for a part of a file. */
export type RangeAnswer =
  | { readonly kind: 'part'; readonly bytes: Buffer; readonly offset: number; readonly totalBytes: number }
  /** The server ignores ranges and would have sent the whole file, or refuses them; nothing was read. */
  | { readonly kind: 'no-ranges' }
  | { readonly kind: 'absent'; readonly status: number }

/** Which bytes: the last `count`, or `length` from `offset`. */
export type RangeWanted = { readonly last: number } | { readonly offset: number; readonly length: number }

/** On what terms a range is asked for. */
export type RangeOptions = Required<Pick<HttpRequest, 'signal' | 'urgent'>> & Pick<HttpRequest, 'onPlace'>

/** The whole file, a part we cannot place, or "not like this": some hosts have no ranges from the end. */
const ANSWERED_OTHERWISE: ReadonlySet<number> = new Set([200, 206, 400, 405, 416, 501])

/** Reads a part of a remote file (RFC 9110 §14). A file smaller than the suffix asked for arrives whole as a part. */
export async function readRange(client: HttpClient, url: string, wanted: RangeWanted, options: RangeOptions): Promise<RangeAnswer> {
  const range = 'last' in wanted ? `bytes=-${wanted.last}` : `bytes=${wanted.offset}-${wanted.offset + wanted.length - 1}`
  const headers = (): Record<string, string> => ({ range, 'accept-encoding': 'identity' })
  return client.request(url, { headers, ...options }, async (answer) => {
    const position = answer.status === 206 ? /^bytes (\d+)-(\d+)\/(\d+)$/.exec(answer.headers['content-range'] ?? '') : null
    if (position !== null) {
      return { kind: 'part', bytes: await readBody(answer), offset: Number(position[1]), totalBytes: Number(position[3]) }
    }
    answer.body.discard()
    if (ANSWERED_OTHERWISE.has(answer.status)) return { kind: 'no-ranges' }
    return { kind: 'absent', status: answer.status }
  })
}
