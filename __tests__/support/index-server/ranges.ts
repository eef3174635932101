import { answer, bodyLength, bodySlice, type Answer } from './answer.ts'
import type { IndexOptions } from './hosted.ts'

export interface RangeRequest {
  readonly range: string | undefined
  readonly ifRange: string | undefined
}

/** Answers a Range request from the whole answer (RFC 9110, section 14); several ranges at once get the whole. */
export function ranged(whole: Answer, request: RangeRequest, habit: IndexOptions['ranges']): Answer {
  if (habit === 'off') return whole
  const offering = { ...whole, headers: { ...whole.headers, 'Accept-Ranges': 'bytes' } }
  const spec = /^bytes=(\d*)-(\d*)$/.exec(request.range ?? '')
  if (spec === null || whole.status !== 200 || (request.ifRange !== undefined && request.ifRange !== whole.headers['ETag'])) return offering
  const [, first = '', last = ''] = spec
  if (first === '' && habit === 'no-suffix') return answer(501, 'Unsupported client Range')
  if (first === '' && habit === 'ignores-suffix') return offering
  return sliced(offering, first, last)
}

function sliced(whole: Answer, first: string, last: string): Answer {
  const length = bodyLength(whole.body)
  const start = first === '' ? Math.max(0, length - Number(last)) : Number(first)
  const end = first === '' || last === '' ? length : Math.min(length, Number(last) + 1)
  if (start >= end) return answer(416, '', { 'Content-Range': `bytes */${length}` })
  const headers = { ...whole.headers, 'Content-Range': `bytes ${start}-${end - 1}/${length}` }
  return { status: 206, headers, body: bodySlice(whole.body, start, end) }
}
