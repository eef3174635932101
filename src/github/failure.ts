import path from 'node:path'
import { isUserError } from '../kernel/errors.ts'
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

/** Says in the log why the run failed, whole, and at the line of the file that led there, in short. */
export function reportFailure(error: unknown, runner: RunnerCommands, facts: { readonly cwd: string; readonly workspace: string; readonly secrets: Secrets }): void {
  const mask = (text: string): string => facts.secrets.mask(text)
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
