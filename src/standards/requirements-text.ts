import { notParsed, parsed } from '../kernel/parsed.ts'
import type { Parsed } from '../kernel/parsed.ts'
import { quoted } from './python-text.ts'

/** The bytes of a requirements file as text, in the encoding pip would read it in. */
export interface RequirementsText {
  readonly text: string
  /** For messages; `utf-8` unless the file says otherwise. */
  readonly encoding: string
  /** True when the file is no UTF-8 and says no encoding, so that the caller's fallback had to be used: worth a warning. */
  readonly guessed: boolean
}

/** In pip's order: the mark of UTF-16 little-endian is the beginning of UTF-32's. */
const BYTE_ORDER_MARKS: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe, 0x00, 0x00], 'utf-32-le'],
  [[0x00, 0x00, 0xfe, 0xff], 'utf-32-be'],
  [[0xff, 0xfe], 'utf-16-le'],
  [[0xfe, 0xff], 'utf-16-be'],
]

/**
 * Decodes a requirements file as pip does: a byte order mark decides (PowerShell writes UTF-16), then a PEP 263 comment
 * (`# -*- coding: … -*-`) in the first two lines, then UTF-8. `fallbackEncoding` is tried when a file without mark and comment
 * is no UTF-8; pip takes the locale's. The mark is not part of the text.
 */
export function decodeRequirements(bytes: Uint8Array, fallbackEncoding?: string): Parsed<RequirementsText> {
  for (const [mark, encoding] of BYTE_ORDER_MARKS) {
    if (mark.every((byte, at) => bytes[at] === byte)) return decodeAs(bytes.subarray(mark.length), encoding)
  }
  const declared = declaredEncoding(bytes)
  if (declared !== undefined) return decodeAs(bytes, declared)
  const text = decodeAs(bytes, 'utf-8')
  if (text.ok || fallbackEncoding === undefined) return text
  const guess = decodeAs(bytes, fallbackEncoding)
  return guess.ok ? parsed({ ...guess.value, guessed: true }) : guess
}

/**
 * Decodes a requirements file that came by HTTP: a byte order mark decides, then the charset that the answer names, as in pip. Where
 * it names none, or one that does not fit, the bytes are read as a file's, Latin-1 in the end.
 * @param contentType the answer's header; `''` when it has none.
 */
export function decodeAnswer(bytes: Uint8Array, contentType: string): Parsed<RequirementsText> {
  const charset = /;\s*charset\s*=\s*["']?(?<charset>[^"';\s]+)/i.exec(contentType)?.groups?.['charset']
  const hasMark = BYTE_ORDER_MARKS.some(([mark]) => mark.every((byte, at) => bytes[at] === byte))
  const named = charset === undefined || hasMark ? undefined : decodeAs(bytes, charset)
  return named?.ok === true ? named : decodeRequirements(bytes, 'latin-1')
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const secondEnd = bytes.indexOf(10, bytes.indexOf(10) + 1)
  const head = Buffer.from(bytes.subarray(0, secondEnd === -1 ? bytes.length : secondEnd)).toString('latin1')
  for (const line of head.split('\n').slice(0, 2)) {
    const encoding = line.startsWith('#') ? /coding[:=][ \t\r\v\f]*([-\w.]+)/.exec(line)?.[1] : undefined
    if (encoding !== undefined) return encoding
  }
  return undefined
}

function decodeAs(bytes: Uint8Array, encoding: string): Parsed<RequirementsText> {
  const text = decode(bytes, encoding)
  if (text === 'unknown') return notParsed(`unknown encoding: ${quoted(encoding)}`)
  return text === undefined ? notParsed(`${firstBadLine(bytes, encoding)} is not ${encoding}`) : parsed({ text: text.text, encoding, guessed: false })
}

/** `line 3`, where lines can be told apart before they are decoded. */
function firstBadLine(bytes: Uint8Array, encoding: string): string {
  if (/^utf-(?:16|32)/.test(encoding)) return 'the file'
  for (let start = 0, line = 1; start < bytes.length; line += 1) {
    const end = bytes.indexOf(10, start)
    const next = end === -1 ? bytes.length : end + 1
    if (decode(bytes.subarray(start, next), encoding) === undefined) return `line ${line}`
    start = next
  }
  return 'the file'
}

const ASCII_NAME = /^(?:(?:us-)?ascii|646)$/

/** Undefined: the bytes are not of this encoding. */
function decode(bytes: Uint8Array, encoding: string): { readonly text: string } | undefined | 'unknown' {
  const name = encoding.toLowerCase().replace(/[_ ]/g, '-')
  if (/^(?:latin-?1|latin|l1|iso-?8859-1|8859|cp819)$/.test(name)) return { text: Buffer.from(bytes).toString('latin1') }
  if (ASCII_NAME.test(name) && !bytes.every((byte) => byte < 0x80)) return undefined
  if (name === 'utf-32-le' || name === 'utf-32-be') return decodeUtf32(bytes, name === 'utf-32-le')
  return decodeByLabel(bytes, labelOf(name))
}

function decodeByLabel(bytes: Uint8Array, label: string): { readonly text: string } | undefined | 'unknown' {
  const decoder = decoderFor(label)
  if (decoder === undefined) return 'unknown'
  try {
    return { text: decoder.decode(bytes) }
  } catch {
    return undefined
  }
}

function decoderFor(label: string): InstanceType<typeof TextDecoder> | undefined {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true })
  } catch {
    return undefined
  }
}

/** Python's name of a codec → the name of the WHATWG encoding standard. */
function labelOf(name: string): string {
  if (ASCII_NAME.test(name) || /^(?:utf-?8|u8|utf|utf-8-sig|cp65001)$/.test(name)) return 'utf-8'
  return name
    .replace(/^cp(125\d)$/, 'windows-$1')
    .replace(/^iso-?8859-?(\d+)$/, 'iso-8859-$1')
    .replace(/^utf-16-(le|be)$/, 'utf-16$1')
    .replace(/^mac-roman$/, 'macintosh')
    .replace(/^gb18030-2000$/, 'gb18030')
    .replace(/^(?:euc|shift)-?(jp|kr|jis)$/, (whole, kind: string) => (kind === 'jis' ? 'shift_jis' : `euc-${kind}`))
    .replace(/^s-?jis$/, 'shift_jis')
}

function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): { readonly text: string } | undefined {
  if (bytes.length % 4 !== 0) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const characters: string[] = []
  for (let at = 0; at < bytes.length; at += 4) {
    const code = view.getUint32(at, littleEndian)
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined
    characters.push(String.fromCodePoint(code))
  }
  return { text: characters.join('') }
}
