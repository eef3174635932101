import path from 'node:path'
import { isUserError, UserError } from '../kernel/errors.ts'
import { describeOrigin, type Origin } from '../kernel/origin.ts'
import type { Secrets } from '../kernel/secrets.ts'
import { errorText, paint } from '../shell/error-text.ts'
import type { AnnotationPlace, RunnerCommands } from './workflow-commands.ts'

/** Where an origin lies in the repository; no file when it is none, or lies outside. */
export function placeOf(origin: Origin | undefined, folders: { readonly cwd: string; readonly workspace: string }): AnnotationPlace {
  if (origin?.kind !== 'file') return {}
  const file = path.relative(folders.workspace, path.resolve(folders.cwd, origin.path)).replaceAll('\\', '/')
  if (file.startsWith('../') || path.isAbsolute(file)) return {}
  return { file, ...(origin.line === undefined ? {} : { line: origin.line }), ...(origin.column === undefined ? {} : { column: origin.column }) }
}

/** Inputs by the option that they become: who uses the action wrote no options. */
const INPUTS: Readonly<Record<string, string>> = {
  '-r': 'requirements', '-c': 'constraints', '--extra': 'extras', '--group': 'groups', '--python': 'python-path', '--venv': 'venv', '--index-url': 'index-url', '--extra-index-url': 'extra-index-url',
  '--jobs': 'jobs', '--file-conflicts': 'file-conflicts', '--allow-overwrite': 'allow-overwrite',
}

/** Options of a command line are inputs, or stand in one. */
function inputOrigin(origin: Origin): Origin {
  if (origin.kind !== 'flag' || origin.flag.startsWith('input ')) return origin
  const input = INPUTS[origin.flag]
  return { kind: 'flag', flag: input === undefined ? `${origin.flag} (in pip-args or packages)` : `input ${input} (${describeOrigin(origin)})` }
}

function hintInWorkflow(hint: string): string {
  const inputs = hint.replace(/(?<![\w-])-r (?=\S)/g, 'requirements: ').replace(/(?<![\w-])(--[a-z][a-z-]*)(?: [A-Z]+\b)?/g, (text, flag: string) => (INPUTS[flag] === undefined ? text : `the input ${INPUTS[flag]}`))
  const hasOptions = /(?<![\w-])--(?!hash\b)[a-z]/.test(inputs)
  return hasOptions && !/pip-args|parallel-pip /.test(inputs) ? `${inputs} (options go into pip-args)` : inputs
}

/** A failure in the words of a workflow; anything else stays as it is. */
export function inWorkflow(error: unknown): unknown {
  if (!isUserError(error)) return error
  const setUp = error.code === 'python-missing' && error.hint?.includes('setup-python') !== true ? ['put actions/setup-python before this step'] : []
  const hints = [...(error.hint === undefined ? [] : [hintInWorkflow(error.hint)]), ...setUp]
  return new UserError(error.code, error.message, {
    ...(hints.length === 0 ? {} : { hint: hints.join('\n') }),
    ...(error.origin === undefined ? {} : { origin: inputOrigin(error.origin) }),
    because: error.because,
    details: error.details,
    cause: error.cause,
  })
}

/** Says in the log why the run failed, whole, and at the line of the file that led there, in short. */
export function reportFailure(thrown: unknown, runner: RunnerCommands, facts: { readonly cwd: string; readonly workspace: string; readonly secrets: Secrets }): void {
  const mask = (text: string): string => facts.secrets.mask(text)
  const error = inWorkflow(thrown)
  runner.line(mask(errorText(error, paint(false))))
  if (!isUserError(error)) {
    runner.annotate('error', mask(error instanceof Error ? error.message : String(error)), { title: 'parallel-pip: bug' })
    return
  }
  const place = placeOf(error.origin, facts)
  const where = place.file === undefined && error.origin !== undefined ? [`at ${describeOrigin(error.origin)}`] : []
  const because = error.because.length === 0 ? [] : [`asked for by ${error.because.join(', which needs ')}`]
  const hint = error.hint === undefined ? [] : [`hint: ${error.hint}`]
  runner.annotate('error', mask([error.message, ...where, ...error.details.slice(0, 10), ...because, ...hint].join('\n')), { title: `parallel-pip: ${error.code}`, ...place })
}
