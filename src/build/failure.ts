import { UserError } from '../kernel/errors.ts'
import { seconds } from '../kernel/seconds.ts'
import type { CommandEnd } from './subprocess.ts'
import type { HookAnswer, HookName } from './hooks.ts'
import { likelyHelp } from './failure-causes.ts'

/** A build that failed, for an error that says why. */
export interface FailedBuild {
  /** The source, for people. */
  readonly label: string
  readonly hook: HookName
  readonly backend: string
  /** Everything the build printed so far. */
  readonly output: string
}

/** Lines of output that an error shows; where there are more, the whole is printed apart. */
const SHOWN_LINES = 25

const DOING: Readonly<Record<HookName, string>> = {
  get_requires_for_build_wheel: 'asking for the build requirements of',
  prepare_metadata_for_build_wheel: 'preparing the metadata of',
  build_wheel: 'building',
  get_requires_for_build_editable: 'asking for the build requirements of',
  prepare_metadata_for_build_editable: 'preparing the metadata of',
  build_editable: 'building',
}

/** The error for a hook that gave no value: what was done, by which backend, its last lines, and what commonly helps. */
export function hookFailure(build: FailedBuild, answer: Exclude<HookAnswer, { kind: 'returned' }>): UserError {
  const { label, hook, backend } = build
  switch (answer.kind) {
    case 'no-hook':
      if (answer.hook === 'build_editable') {
        return new UserError('build-failed', `${label} cannot be installed editable: its backend ${backend} has no build_editable hook`, {
          hint: 'install it without -e, or use a newer version of the backend (setuptools: 64 and later)',
        })
      }
      return new UserError('build-failed', `${label} cannot be built: its backend ${backend} has no ${answer.hook} hook`)
    case 'no-backend': {
      const help = likelyHelp(build.output) ?? 'its build requirements ([build-system] requires) do not bring the backend'
      return new UserError('build-failed', `${label} cannot be built: its backend ${backend} cannot be imported: ${answer.message}`, { details: lastLines(build.output), hint: help })
    }
    case 'failed': {
      const help = answer.end.kind === 'timed-out' ? 'if it needs that long, allow more with --build-timeout; build requirements or the network may also be what it waits for' : likelyHelp(build.output)
      return new UserError('build-failed', `${DOING[hook]} ${label} failed: ${describeEnd(answer.end, backend)}`, { details: lastLines(build.output), ...(help === undefined ? {} : { hint: help }) })
    }
  }
}

function describeEnd(end: CommandEnd, backend: string): string {
  switch (end.kind) {
    case 'timed-out':
      return `${backend} did not end within ${seconds(end.afterMs, 0)}`
    case 'not-started':
      return `the interpreter could not be started: ${end.message}`
    case 'ended':
      if (end.signal !== undefined) return `${backend} was ended by ${end.signal}`
      return end.status === 0 ? `${backend} ended without an answer` : `${backend} ended with status ${end.status ?? 'unknown'}`
  }
}

/** Whether an error shows all that a build printed. */
export function isShownWhole(output: string): boolean {
  return output.trimEnd().split(/\r?\n/).length <= SHOWN_LINES
}

function lastLines(output: string): string[] {
  const lines = output.trimEnd().split(/\r?\n/)
  return lines.length <= SHOWN_LINES ? lines.filter((line, index) => line !== '' || index > 0) : [`… ${lines.length - SHOWN_LINES} lines before these`, ...lines.slice(-SHOWN_LINES)]
}
