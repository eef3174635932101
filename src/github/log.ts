import type { RunEvent } from '../kernel/events.ts'
import type { Secrets } from '../kernel/secrets.ts'
import { describeOrigin } from '../kernel/origin.ts'
import { placeOf } from './failure.ts'
import type { RunnerCommands } from './workflow-commands.ts'

/** The log of a step; everything is masked on its way. */
export interface ActionLog {
  readonly say: (text: string) => void
  readonly debug: (text: string) => void
  /** Lines folded away under a title. */
  readonly group: (title: string, lines: readonly string[]) => void
  readonly warn: (text: string) => void
  /** Shows notices among the events of a run: warnings as annotations at their place. */
  readonly onEvent: (event: RunEvent) => void
  /** Tells the runner every secret met so far, so that other steps do not print them either. */
  readonly maskSecrets: () => void
}

/** Who shows the log, what is masked in it, and how much of it is said. */
export interface LogFacts {
  readonly runner: RunnerCommands
  readonly secrets: Secrets
  readonly cwd: string
  readonly workspace: string
  /** `-q` in `pip-args`: −1 leaves notices out, −2 warnings too. */
  readonly verbosity: number
}

/** GitHub shows ten warnings of a step; the rest stands in the log. */
const MAX_ANNOTATIONS = 10

/** The log of a step: groups, warnings and errors as the runner shows them. */
export function openActionLog(facts: LogFacts): ActionLog {
  const { runner, secrets } = facts
  const masked = new Set<string>()
  let annotations = 0
  const say = (text: string): void => runner.line(secrets.mask(text))
  const group = (title: string, lines: readonly string[]): void => {
    runner.startGroup(secrets.mask(title))
    for (const line of lines) say(line)
    runner.endGroup()
  }
  return {
    say,
    debug: (text) => runner.debug(secrets.mask(text)),
    group,
    warn: (text) => runner.annotate('warning', secrets.mask(text)),
    onEvent: (event) => {
      if (event.kind === 'build-output' && (event.failed ? facts.verbosity > -2 : facts.verbosity > 0)) return group(`What the build of ${event.subject} printed${event.failed ? ', which failed' : ''}`, event.text.trimEnd().split(/\r?\n/))
      if (event.kind !== 'notice') return
      const where = event.origin === undefined ? '' : `${describeOrigin(event.origin)}: `
      if (event.level === 'debug') return facts.verbosity > 0 ? say(where + event.text) : runner.debug(secrets.mask(where + event.text))
      if (event.level === 'info') return facts.verbosity > -1 ? say(where + event.text) : undefined
      if (facts.verbosity <= -2) return undefined
      const place = placeOf(event.origin, facts)
      annotations += 1
      if (annotations > MAX_ANNOTATIONS) return say(`warning: ${where}${event.text}`)
      return runner.annotate('warning', secrets.mask(place.file === undefined ? where + event.text : event.text), place)
    },
    maskSecrets: () => {
      for (const value of secrets.list()) {
        if (!masked.has(value)) for (const line of value.split(/\r?\n/)) if (line !== '') runner.mask(line)
        masked.add(value)
      }
    },
  }
}
