import { isUserError, messageOf, type UserError } from '../kernel/errors.ts'
import { describeOrigin, type Origin } from '../kernel/origin.ts'
import { printable } from '../kernel/printable.ts'

/** How words are set apart on a terminal; the identity where colour is off. */
export interface Paint {
  readonly red: (text: string) => string
  readonly yellow: (text: string) => string
  readonly green: (text: string) => string
  readonly dim: (text: string) => string
  readonly bold: (text: string) => string
}

/** Styles for a terminal; without colour every text stays as it is. */
export function paint(color: boolean): Paint {
  const wrap = (open: number, close: number) => (text: string) => (color ? `\u001b[${open}m${text}\u001b[${close}m` : text)
  return { red: wrap(31, 39), yellow: wrap(33, 39), green: wrap(32, 39), dim: wrap(2, 22), bold: wrap(1, 22) }
}

/**
 * An error for people: what, where (with the line and a caret), why the package is here, the evidence, what to do. A bug
 * shows its stack and asks to be reported.
 */
export function errorText(error: unknown, style: Paint): string {
  if (!isUserError(error)) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : messageOf(error)
    return `${style.red('error[bug]')}: ${stack}\n${style.bold('hint')}: this is a fault of parallel-pip; please report it with these lines`
  }
  return [
    `${style.red(`error[${error.code}]`)}: ${printable(error.message)}`,
    ...originLines(error.origin, style),
    ...error.details.map((line) => `  ${printable(line)}`),
    ...becauseLines(error, style),
    ...(error.hint?.split('\n') ?? []).map((line) => `${style.bold('hint')}: ${printable(line)}`),
  ].join('\n')
}

function originLines(origin: Origin | undefined, style: Paint): string[] {
  if (origin === undefined) return []
  const place = [`${style.dim('  -->')} ${printable(describeOrigin(origin))}`]
  // An argument stands in the line above already: once more where there is a place within it to point at.
  const isQuoted = (origin.kind === 'file' && origin.text !== undefined) || (origin.kind === 'argument' && origin.column !== undefined)
  return isQuoted ? [...place, ...quoted(origin, style)] : place
}

/** The line that was written, and a caret under the column. */
function quoted(origin: Extract<Origin, { kind: 'file' | 'argument' }>, style: Paint): string[] {
  const { text = '', column } = origin
  const number = origin.kind === 'file' ? String(origin.line ?? '') : ''
  const before = printable(text.slice(0, (column ?? 1) - 1)).replace(/[^\t]/g, ' ')
  const caret = column === undefined ? [] : [`  ${' '.repeat(number.length)} | ${before}${style.red('^')}`]
  return [`  ${number} | ${printable(text)}`, ...caret]
}

function becauseLines(error: UserError, style: Paint): string[] {
  return error.because.map((line, depth) => `  ${style.dim(depth === 0 ? 'asked for:' : `${'  '.repeat(depth)}needs:`)} ${printable(line)}`)
}
