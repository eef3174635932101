import { describeOrigin } from '../kernel/origin.ts'
import { printable } from '../kernel/printable.ts'
import type { BuildOutput, Notice, RunEvent } from '../kernel/events.ts'
import type { Secrets } from '../kernel/secrets.ts'
import type { Paint } from './error-text.ts'

/** Where text goes; everything is masked on its way. */
export interface Printer {
  /** What the user asked to know; `level` is the verbosity from which it is shown (0: by default, 1: with -v). */
  say(text: string, level?: number): void
  /** Whether anybody would get what is said at this level. */
  isHeard(level: number): boolean
  /** Errors and warnings, shown unless quieted. */
  warn(text: string, level?: number): void
  /** Shows notices among the events of a run. */
  readonly onEvent: (event: RunEvent) => void
}

/** Takes text; all that printing needs of a stream. */
export interface TextSink {
  write(text: string): unknown
}

/** Where is printed to, and how much. */
export interface PrinterFacts {
  readonly out: TextSink
  readonly err: TextSink
  /** −3 to 3; 0 by default. */
  readonly verbosity: number
  readonly style: Paint
  readonly secrets: Secrets
  /** Gets every line, whatever the verbosity (`--log`). */
  readonly log?: (line: string) => void
}

const NOTICE_LEVEL: Readonly<Record<Notice['level'], number>> = { warning: -1, info: 0, debug: 1 }

/** Masks secrets in all that is said, keeps it in the log if there is one, and prints what the verbosity lets through. */
export function openPrinter(facts: PrinterFacts): Printer {
  const write = (stream: TextSink, text: string, level: number): void => {
    const masked = facts.secrets.mask(text)
    facts.log?.(masked)
    if (level <= facts.verbosity) stream.write(`${masked}\n`)
  }
  const warn = (text: string, level = -2): void => write(facts.err, text, level)
  return {
    say: (text, level = 0) => write(facts.out, text, level),
    isHeard: (level) => facts.log !== undefined || level <= facts.verbosity,
    warn,
    onEvent: (event) => {
      if (event.kind === 'build-output') warn(buildOutputText(event), event.failed ? -1 : 1)
      if (event.kind !== 'notice') return
      const origin = event.origin === undefined ? '' : `${describeOrigin(event.origin)}: `
      const head = event.level === 'warning' ? `${facts.style.yellow('warning')}: ` : ''
      const text = printable(origin + event.text)
      if (event.level === 'warning') warn(head + text, NOTICE_LEVEL.warning)
      else write(facts.out, text, NOTICE_LEVEL[event.level])
    },
  }
}

/** What a build printed, in one piece, so that builds at work side by side stay apart. */
function buildOutputText({ subject, text, failed }: BuildOutput): string {
  const head = failed ? `The build of ${subject} failed; this is what it printed:` : `This is what the build of ${subject} printed:`
  return [head, ...text.trimEnd().split(/\r?\n/).map((line) => `  | ${line}`)].join('\n')
}
