import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { Fault } from './faults.ts'

/** Bytes to send: in memory, or a stretch of a file (`end` exclusive). */
export type Body = Buffer | { readonly path: string; readonly start: number; readonly end: number }

/** An HTTP answer before it is sent. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Body
}

const LOGIN_PAGE = '<!DOCTYPE html><html><head><title>Sign in</title></head><body><form action="/login"><input name="user"></form></body></html>'

export function answer(status: number, body: string | Body = '', headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers, body: typeof body === 'string' ? Buffer.from(body) : body }
}

export function bodyLength(body: Body): number {
  return Buffer.isBuffer(body) ? body.length : body.end - body.start
}

export function bodySlice(body: Body, start: number, end: number): Body {
  return Buffer.isBuffer(body) ? body.subarray(start, end) : { path: body.path, start: body.start + start, end: body.start + end }
}

/** The strong validator of a body in memory. */
export function etagOf(body: Buffer): string {
  return `"${createHash('sha256').update(body).digest('hex').slice(0, 32)}"`
}

/** 304 when the client's validator fits (RFC 9110, If-None-Match). */
export function revalidated(fresh: Answer, ifNoneMatch: string | undefined): Answer {
  const etag = fresh.headers['ETag']
  if (etag === undefined || ifNoneMatch === undefined || fresh.status !== 200) return fresh
  const known = ifNoneMatch.split(',').map((value) => value.trim().replace(/^W\//, ''))
  return known.includes(etag) || known.includes('*') ? { ...fresh, status: 304, body: Buffer.alloc(0) } : fresh
}

/** The faults that change what is said, as opposed to how it travels. */
export function distorted(right: Answer, faults: readonly Fault[], path: string): Answer {
  return faults.reduce((current, fault) => distort(current, fault, path), right)
}

function distort(current: Answer, fault: Fault, path: string): Answer {
  switch (fault.kind) {
    case 'status': {
      const retry = fault.retryAfterSeconds === undefined ? {} : { 'Retry-After': String(fault.retryAfterSeconds) }
      return answer(fault.status, fault.body ?? `status ${fault.status}`, { 'Content-Type': 'text/plain', ...retry })
    }
    case 'redirect':
      return answer(fault.status ?? 302, '', { Location: fault.to })
    case 'redirect-loop':
      return answer(302, '', { Location: path })
    case 'login-page':
      return answer(200, LOGIN_PAGE, { 'Content-Type': 'text/html' })
    case 'content-type':
      return { ...current, headers: { ...current.headers, 'Content-Type': fault.type } }
    case 'headers':
      return { ...current, headers: { ...current.headers, ...fault.headers } }
    case 'body':
      return { ...current, body: Buffer.from(fault.body as string) }
    case 'gzip':
      return gzipped(current)
    default:
      return current
  }
}

/** With Content-Encoding: gzip; whole answers in memory only, others are left as they are. */
export function gzipped(current: Answer): Answer {
  if (!Buffer.isBuffer(current.body) || current.status !== 200) return current
  return { ...current, headers: { ...current.headers, 'Content-Encoding': 'gzip' }, body: gzipSync(current.body) }
}
