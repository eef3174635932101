import path from 'node:path'
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

/** What `pip-args` may not say, each with why. */
const MISPLACED = {
  help: 'it shows what the command line can do, and installs nothing',
  version: 'it shows a version, and installs nothing',
  repair: 'it belongs to check',
  'cache-budget-mb': 'the action has an input of that name',
} as const

/** Throws `usage` for options that are good on a command line alone. */
export function checkPipArgs(pipArgs: string): void {
  const { settings } = parseCommandLine(['install', ...splitPipArgs(pipArgs)])
  for (const { option } of settings) {
    const why = MISPLACED[option.field as keyof typeof MISPLACED] as string | undefined
    if (why !== undefined) throw new UserError('usage', `pip-args: --${option.long[0]} has no place here: ${why}`)
  }
}

/** `pip-args` as pip's shell would have split it: comments end with their line, and a backslash at its end joins the next one. Throws `usage` for a quote that is not closed. */
export function splitPipArgs(text: string): string[] {
  const words = wordsOf('pip-args', withoutShellComments(text))
  const start = /^pip3?$/.test(words[0] ?? '') ? 1 : 0
  if (words[start] === 'install') throw new UserError('usage', `pip-args: ${words.slice(0, start + 1).join(' ')} is said already`, { hint: 'only what follows it belongs into pip-args' })
  return words
}

function withoutShellComments(text: string): string {
  return text.replace(/'[^']*'|"(?:\\[\s\S]|[^"\\])*"|\\(?:\r\n|[\s\S])|(^|\s)#[^\r\n]*/g, (part, before?: string) => (/^\\\r?\n$/.test(part) ? '' : before ?? part))
}

function wordsOf(input: string, text: string): string[] {
  const words = splitShellWords(text)
  if (!words.ok) throw new UserError('usage', `${input}: ${words.message}`, { details: [text] })
  return words.value.map((word) => word.text)
}

/** Whether `pip-args` asks for something to be installed, so that no file is needed. */
export function asksForMore(pipArgs: string): boolean {
  const { settings, positionals } = parseCommandLine(['install', ...splitPipArgs(pipArgs)])
  return positionals.length > 0 || settings.some(({ option }) => ['requirement', 'editable', 'group', 'requirements-from-script'].includes(option.field))
}

/** Whether a command line asks for what a requirements file lists, wherever it was written. */
export function namesFile(args: readonly string[], file: string, cwd: string): boolean {
  const { settings } = parseCommandLine(args)
  return settings.some(({ option, value }) => option.field === 'requirement' && path.resolve(cwd, value) === path.resolve(cwd, file))
}

/** A line of `packages` is one requirement if it can be read as one (`pytest >= 8`), else words as in a shell (`flask 'pytest>=8'`). */
export function splitPackages(line: string): string[] {
  if (parseRequirement(line).ok) return [line]
  if (/^\[.*\]$|^-\s/.test(line)) throw new UserError('usage', `packages: no list of YAML or JSON is expected: ${line}`, { hint: 'write each on a line of its own (packages: |), without dashes, brackets or quotes' })
  const words = wordsOf('packages', line)
  if (/^pip3? install\b/.test(line)) throw new UserError('usage', 'packages: names are expected, without pip install', { details: [line] })
  if (words.some((word) => word.endsWith(',') && parseRequirement(word.slice(0, -1)).ok)) throw new UserError('usage', `packages: commas do not separate packages: ${line}`, { hint: 'write each on a line of its own, or blanks between them' })
  return words
}
