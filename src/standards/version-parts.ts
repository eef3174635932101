/**
 * The inside of a version (PEP 440): its grammar, its normalized spelling and its place in the order.
 *
 * Numbers stay digit strings here, without leading zeros, so that versions such as `20250101123456789012` are exact.
 */
import { PYTHON_SPACE } from './python-strings.ts'

/** A version taken apart. All numbers are digits without leading zeros; local segments are lower case. */
export interface VersionParts {
  readonly epoch: string
  readonly release: readonly string[]
  readonly pre: { readonly phase: 'a' | 'b' | 'rc'; readonly number: string } | undefined
  readonly post: string | undefined
  readonly dev: string | undefined
  readonly local: readonly string[] | undefined
}

const VERSION = new RegExp(
  `^[${PYTHON_SPACE}]*v?` +
    '(?:([0-9]+)!)?' +
    '([0-9]+(?:\\.[0-9]+)*)' +
    '(?:[._-]?(alpha|a|beta|b|preview|pre|c|rc)[._-]?([0-9]+)?)?' +
    '(?:-([0-9]+)|[._-]?(post|rev|r)[._-]?([0-9]+)?)?' +
    '(?:[._-]?(dev)[._-]?([0-9]+)?)?' +
    '(?:\\+([a-z0-9]+(?:[._-][a-z0-9]+)*))?' +
    `[${PYTHON_SPACE}]*$`,
  'i',
)
const PHASES: Readonly<Record<string, 'a' | 'b' | 'rc'>> = {
  a: 'a', alpha: 'a', b: 'b', beta: 'b', c: 'rc', rc: 'rc', pre: 'rc', preview: 'rc',
}

// What most texts are; anything else goes through the whole grammar, which takes four times as long.
const PLAIN_RELEASE = /^(?:0|[1-9][0-9]*)(?:\.(?:0|[1-9][0-9]*))*$/

/** Reads any spelling PEP 440 accepts, white space around it included; undefined when the text is no version. */
export function scanVersion(text: string): VersionParts | undefined {
  if (PLAIN_RELEASE.test(text)) return partsOfRelease(text.split('.'))
  const match = VERSION.exec(text)
  if (match === null) return undefined
  const [, epoch, release = '', phase, preNumber, barePost, postWord, postNumber, devWord, devNumber, local] = match
  return {
    epoch: digits(epoch),
    release: release.split('.').map(digits),
    pre: phase === undefined ? undefined : { phase: PHASES[phase.toLowerCase()] ?? 'rc', number: digits(preNumber) },
    post: barePost === undefined && postWord === undefined ? undefined : digits(barePost ?? postNumber),
    dev: devWord === undefined ? undefined : digits(devNumber),
    local: local?.toLowerCase().split(/[._-]/).map((segment) => (/^[0-9]+$/.test(segment) ? digits(segment) : segment)),
  }
}

function partsOfRelease(release: readonly string[]): VersionParts {
  return { epoch: '0', release, pre: undefined, post: undefined, dev: undefined, local: undefined }
}

function digits(text: string | undefined): string {
  if (text === undefined) return '0'
  return text.length > 1 && text.startsWith('0') ? text.replace(/^0+(?=[0-9])/, '') : text
}

/** The normalized spelling; trailing zeros of the release stay (`str(Version)` of packaging). */
export function formatVersionParts(parts: VersionParts): string {
  return (
    (parts.epoch === '0' ? '' : `${parts.epoch}!`) +
    parts.release.join('.') +
    (parts.pre === undefined ? '' : parts.pre.phase + parts.pre.number) +
    (parts.post === undefined ? '' : `.post${parts.post}`) +
    (parts.dev === undefined ? '' : `.dev${parts.dev}`) +
    (parts.local === undefined ? '' : `+${parts.local.join('.')}`)
  )
}

/*
 * The sort key: a string of ASCII characters whose plain `<` is PEP 440's order.
 *
 *   epoch, release without trailing zeros     each number as encodeNumber writes it (first character ≥ 'A')
 *   pre-release rank, which also ends the release because it is < 'A':
 *                                             0 dev only · 1 a · 2 b · 3 rc · 4 none; a, b and rc are followed by their number
 *   post rank                                 0 none · 1 and the number
 *   dev rank                                  0 and the number · 1 none
 *   local segments, if any                    0 text ' ' · 1 number   (text sorts before numbers, shorter before longer)
 */

/** Sorts after everything that can follow in a key, and so after every key. */
export const KEY_MAX = '\x7f'
/** Sorts directly after the key it is appended to. */
export const KEY_NEXT = '\0'
/** The end of the key of a version that has nothing behind its release. */
export const KEY_FINAL = '401'

const PHASE_RANK = { a: '1', b: '2', rc: '3' } as const
const LONGEST_COUNTED = 32

/** Digits with their count in front, as one character (`A` for 1), so that longer numbers sort after shorter ones. */
export function encodeNumber(number: string): string {
  if (number.length <= LONGEST_COUNTED) return String.fromCharCode(0x40 + number.length) + number
  return `~${encodeNumber(String(number.length))}${number}`
}

/** Key of everything up to and including the pre-release: what `>V` (V without post and dev) excludes starts with it. */
export function sortKeyOfPre(parts: VersionParts): string {
  let end = parts.release.length
  while (end > 0 && parts.release[end - 1] === '0') end -= 1
  let key = encodeNumber(parts.epoch)
  for (let i = 0; i < end; i += 1) key += encodeNumber(parts.release[i] ?? '0')
  if (parts.pre !== undefined) return key + PHASE_RANK[parts.pre.phase] + encodeNumber(parts.pre.number)
  return key + (parts.post === undefined && parts.dev !== undefined ? '0' : '4')
}

/** The whole sort key: `sortKeyOf(a) < sortKeyOf(b)` exactly when a sorts before b; equal keys are equal versions. */
export function sortKeyOf(parts: VersionParts): string {
  const post = parts.post === undefined ? '0' : `1${encodeNumber(parts.post)}`
  const dev = parts.dev === undefined ? '1' : `0${encodeNumber(parts.dev)}`
  let key = sortKeyOfPre(parts) + post + dev
  for (const segment of parts.local ?? []) key += /^[0-9]+$/.test(segment) ? `1${encodeNumber(segment)}` : `0${segment} `
  return key
}
