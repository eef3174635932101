import type { RunEvent } from '../kernel/events.ts'
import { openProgress } from '../report/progress.ts'
import type { TextSink } from './printer.ts'

/** The last line of the terminal, while a run goes on. Everything else that is printed goes through `above`. */
export interface ProgressLine {
  readonly onEvent: (event: RunEvent) => void
  /** A stream to write to in place of one that ends on the same terminal: the line makes room, and comes back. */
  above(stream: TextSink): TextSink
  /** Takes the line away for good. */
  close(): void
}

/** The terminal that progress is shown on. */
export interface TerminalFacts {
  readonly stream: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number }
  readonly asked: 'auto' | 'on' | 'off'
  /** Less than 0: quieted. */
  readonly verbosity: number
  readonly terminal: string | undefined
  readonly mask: (text: string) => string
  readonly nowMs: () => number
}

const EVERY_MS = 100
const CLEAR = '\r\u001b[K'

/** A line that tells how far the run is, ten times a second; nothing at all where there is no terminal to redraw it on. */
export function openProgressLine(facts: TerminalFacts): ProgressLine {
  const { stream } = facts
  const isShown = facts.asked !== 'off' && stream.isTTY === true && facts.terminal !== 'dumb' && (facts.asked === 'on' || facts.verbosity >= 0)
  if (!isShown) return { onEvent: () => undefined, above: (other) => other, close: () => undefined }
  const progress = openProgress()
  let isDrawn = false
  const clear = (): void => {
    if (isDrawn) stream.write(CLEAR)
    isDrawn = false
  }
  const draw = (): void => {
    const line = progress.line(facts.nowMs())
    if (line === undefined) return clear()
    stream.write(CLEAR + facts.mask(line).slice(0, Math.max(20, (stream.columns ?? 80) - 1)))
    isDrawn = true
  }
  const timer = setInterval(draw, EVERY_MS)
  timer.unref()
  return {
    onEvent: progress.onEvent,
    above: (other) => ({
      write: (text) => {
        clear()
        return other.write(text)
      },
    }),
    close: () => {
      clearInterval(timer)
      clear()
    },
  }
}
