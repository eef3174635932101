import { isUtf8 } from 'node:buffer'
import type { Credentials } from './credentials.ts'

/** User name and password of a URL, decoded: as UTF-8, or, where the bytes are none, as Latin-1. A lone `%` stays (Python's `unquote`). */
export function userinfoOf(url: URL): Credentials {
  return { username: decode(url.username), password: decode(url.password) }
}

/**
 * The value of `Authorization` or `Proxy-Authorization` for HTTP basic authentication (RFC 7617), in Latin-1 as requests, and so pip,
 * sends it; in UTF-8 what Latin-1 cannot say, where pip gives up.
 */
export function basicAuthorization({ username, password }: Credentials): string {
  const text = `${username}:${password}`
  return `Basic ${Buffer.from(text, isLatin1(text) ? 'latin1' : 'utf8').toString('base64')}`
}

function isLatin1(text: string): boolean {
  return /^[\0-\xff]*$/.test(text)
}

/** Of a part of a URL, which is ASCII. */
function decode(text: string): string {
  const bytes = Buffer.from(text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1')
  return bytes.toString(isUtf8(bytes) ? 'utf8' : 'latin1')
}
