import { UserError } from '../kernel/errors.ts'
import { parseCommandLine } from '../requests/options/command-line.ts'
import { parseRequirement } from '../standards/requirements.ts'
import { splitShellWords } from '../standards/shell-words.ts'
import type { ActionInputs } from './inputs.ts'
import type { RequirementFiles } from './requirement-files.ts'

/** Where wheels are kept: a folder, the user's own folder, or nowhere. */
export type StorePlace = { readonly kind: 'folder'; readonly path: string } | { readonly kind: 'users-own' } | { readonly kind: 'none' }

/** What the action found out beside its inputs. */
export interface ArgumentFacts {
  readonly files: RequirementFiles
  /** Interpreter found for `python-version`. */
  readonly pythonPath: string | undefined
  /** Virtual environment to install into. */
  readonly venv: string | undefined
  readonly store: StorePlace
}

/** The inputs as the command line that does the same. What `pip-args` says comes last and wins. */
export function toArguments(inputs: ActionInputs, facts: ArgumentFacts): string[] {
  const each = (flag: string, values: readonly string[]): string[] => values.flatMap((value) => [flag, value])
  const given = (flag: string, value: string | undefined): string[] => (value === undefined ? [] : [flag, value])
  return [
    'install',
    ...each('-r', facts.files.requirements),
    ...each('-c', facts.files.constraints),
    ...each('--extra', inputs.extras),
    ...each('--group', inputs.groups),
    ...given('--python', inputs.pythonPath ?? facts.pythonPath),
    ...given('--venv', facts.venv),
    ...given('--index-url', inputs.indexUrl),
    ...each('--extra-index-url', inputs.extraIndexUrls),
    ...(inputs.sdists === 'refuse' ? ['--only-binary', ':all:'] : []),
    ...(inputs.compile ? ['--compile'] : []),
    ...['--jobs', inputs.jobs],
    ...['--file-conflicts', inputs.fileConflicts],
    ...each('--allow-overwrite', inputs.allowOverwrite),
    ...(facts.store.kind === 'none' ? ['--no-cache-dir'] : given('--cache-dir', facts.store.kind === 'folder' ? facts.store.path : undefined)),
    '--no-color', '--progress', 'off',
    ...splitPipArgs(inputs.pipArgs),
    ...inputs.packages.flatMap(splitPackages),
  ]
}

/** `pip-args` as pip's shell would have split it. Throws `usage` for a quote that is not closed. */
export function splitPipArgs(text: string): string[] {
  const words = splitShellWords(text)
  if (!words.ok) throw new UserError('usage', `pip-args: ${words.message}`, { details: [text] })
  return words.value.map((word) => word.text)
}

/** Whether `pip-args` asks for something to be installed, so that no file is needed. */
export function asksForMore(pipArgs: string): boolean {
  const { settings, positionals } = parseCommandLine(['install', ...splitPipArgs(pipArgs)])
  return positionals.length > 0 || settings.some(({ option }) => ['requirement', 'editable', 'group', 'requirements-from-script'].includes(option.field))
}

/** A line of `packages` is one requirement if it can be read as one (`pytest >= 8`), else words as in a shell (`flask 'pytest>=8'`). */
export function splitPackages(line: string): string[] {
  return parseRequirement(line).ok ? [line] : splitPipArgs(line)
}
