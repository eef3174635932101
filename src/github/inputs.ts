import path from 'node:path'
import { UserError } from '../kernel/errors.ts'
import { nearNames } from '../kernel/near-names.ts'
import { expandUser } from '../requests/world.ts'

/** On, off, or as it fits. */
export type Switch = boolean | 'auto'

/** What `with:` says, parsed; texts are trimmed, lists without empty lines. */
export interface ActionInputs {
  readonly requirements: readonly string[]
  readonly packages: readonly string[]
  readonly constraints: readonly string[]
  readonly extras: readonly string[]
  readonly groups: readonly string[]
  readonly pythonVersion: string | undefined
  readonly pythonPath: string | undefined
  readonly venv: string | undefined
  readonly activateEnvironment: Switch
  readonly indexUrl: string | undefined
  readonly extraIndexUrls: readonly string[]
  readonly sdists: 'allow' | 'refuse'
  readonly compile: boolean
  readonly pipArgs: string
  readonly jobs: string
  readonly cache: Switch | 'local'
  readonly cacheSuffix: string
  readonly cacheDependencyGlob: readonly string[]
  readonly cacheBudgetMb: number | undefined
  readonly restoreCache: boolean
  readonly saveCache: Switch
  readonly earlyRestore: boolean
  readonly fileConflicts: 'error' | 'warn'
  readonly allowOverwrite: readonly string[]
  readonly compare: 'estimate' | 'serial' | 'pip' | 'off'
  readonly summary: boolean
  readonly trace: boolean
  /** Whether this job's figures are kept for the report over all jobs. */
  readonly artifact: boolean
  readonly workingDirectory: string
  readonly githubToken: string | undefined
  /** JSON of the matrix values of this job, put in by the default of a hidden input. */
  readonly leg: string
}

type Env = Readonly<Record<string, string | undefined>>

/** Reads the inputs from the variables the runner made of them. Throws `usage` with every problem found. */
export function readInputs(env: Env): ActionInputs {
  const problems: string[] = []
  const reader = openReader(env, problems)
  const inputs = readAll(reader)
  if (inputs.pythonPath !== undefined && inputs.pythonVersion !== undefined) problems.push('python-version and python-path cannot be used together')
  const [first, ...others] = problems
  if (first !== undefined) throw new UserError('usage', first, { details: others, hint: 'README.md of the action lists its inputs and their values' })
  return inputs
}

/** Inputs that are given and do not exist, with the names of those that may be meant. The runner warns of all others, too. */
export function misspelledInputs(env: Env): { readonly name: string; readonly near: readonly string[] }[] {
  const known = new Set<string>()
  readAll(openReader(env, [], (name) => known.add(name)))
  const given = Object.keys(env).flatMap((name) => (name.startsWith('INPUT_') && env[name] !== '' ? [name.slice('INPUT_'.length).toLowerCase()] : []))
  return given.filter((name) => !known.has(name)).map((name) => ({ name, near: nearNames(name, known) })).filter(({ near }) => near.length > 0)
}

function readAll({ text, optional, single, folder, atHome, lines, oneOf, flag, toggle, number }: InputReader): ActionInputs {
  return {
    requirements: lines('requirements'),
    packages: lines('packages'),
    constraints: lines('constraints'),
    extras: lines('extras', /[\s,]+/),
    groups: lines('groups', /[\s,]+/),
    pythonVersion: single('python-version'),
    pythonPath: atHome('python-path'),
    venv: folder('venv'),
    activateEnvironment: toggle('activate-environment'),
    indexUrl: single('index-url'),
    extraIndexUrls: lines('extra-index-url', /\s+|,(?=[a-z]+:)/),
    sdists: oneOf('sdists', ['allow', 'refuse']),
    compile: flag('compile', false),
    pipArgs: text('pip-args'),
    jobs: single('jobs')?.toLowerCase() ?? 'auto',
    cache: text('cache').toLowerCase() === 'local' ? 'local' : toggle('cache'),
    cacheSuffix: single('cache-suffix') ?? '',
    cacheDependencyGlob: lines('cache-dependency-glob'),
    cacheBudgetMb: number('cache-budget-mb'),
    restoreCache: flag('restore-cache', true),
    saveCache: toggle('save-cache'),
    earlyRestore: flag('early-restore', true),
    fileConflicts: oneOf('file-conflicts', ['error', 'warn']),
    allowOverwrite: lines('allow-overwrite', /[\r\n,]+/),
    compare: oneOf('compare', ['estimate', 'serial', 'pip', 'off']),
    summary: flag('summary', true),
    trace: flag('trace', false),
    artifact: flag('artifact', false),
    workingDirectory: path.normalize(atHome('working-directory') ?? '.').replace(/(?<=[^/\\])[/\\]$/, ''),
    githubToken: optional('github-token'),
    leg: text('leg'),
  }
}

interface InputReader {
  readonly text: (name: string) => string
  readonly optional: (name: string) => string | undefined
  /** As `optional`; several lines are a problem. */
  readonly single: (name: string) => string | undefined
  /** As `single`; a switch's value is a problem: one is the folder's name for nobody. */
  readonly folder: (name: string) => string | undefined
  /** As `single`; a leading `~` is the user's home. */
  readonly atHome: (name: string) => string | undefined
  /** Separated by line ends unless said otherwise: paths may hold spaces. Comments are left out, as of a requirements file. */
  readonly lines: (name: string, separator?: RegExp) => string[]
  /** The first choice is the default. */
  readonly oneOf: <T extends string>(name: string, choices: readonly [T, ...T[]]) => T
  readonly flag: (name: string, byDefault: boolean) => boolean
  readonly toggle: (name: string) => Switch
  readonly number: (name: string) => number | undefined
}

/** `#` begins a comment at the start of a line, or after a blank: in URLs and quotes of packages it does not. */
function withoutComments(text: string): string {
  return text.replace(/(^|[ \t])#.*$/gm, '')
}

const TRUE = ['true', 'True', 'TRUE']
const FALSE = ['false', 'False', 'FALSE']

function openReader(env: Env, problems: string[], onName: (name: string) => void = () => undefined): InputReader {
  const text = (name: string): string => {
    onName(name)
    return (env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '').trim()
  }
  const wrong = (name: string, wanted: string): void => void problems.push(`${name}: expected ${wanted}, not ${JSON.stringify(text(name))}`)
  const boolean = (name: string): boolean | undefined => (TRUE.includes(text(name)) ? true : FALSE.includes(text(name)) ? false : undefined)
  const single = (name: string): string | undefined => {
    if (/[\r\n]/.test(text(name))) wrong(name, 'one line')
    return text(name) === '' ? undefined : text(name)
  }
  return {
    text,
    optional: (name) => (text(name) === '' ? undefined : text(name)),
    single,
    folder: (name) => {
      if (boolean(name) !== undefined) wrong(name, 'the name of a folder (activate-environment is true or false)')
      return single(name)
    },
    atHome: (name) => {
      const value = single(name)
      return value?.startsWith('~') === true ? expandUser(value, env['HOME'] ?? env['USERPROFILE'] ?? '') : value
    },
    lines: (name, separator = /\r?\n/) => withoutComments(text(name)).split(separator).map((line) => line.trim()).filter((line) => line !== ''),
    oneOf: (name, choices) => {
      const found = choices.find((choice) => choice === text(name).toLowerCase())
      if (found === undefined && text(name) !== '') wrong(name, choices.join(' or '))
      return found ?? choices[0]
    },
    flag: (name, byDefault) => {
      const value = boolean(name)
      if (value === undefined && text(name) !== '') wrong(name, 'true or false')
      return value ?? byDefault
    },
    toggle: (name) => {
      const value = boolean(name)
      if (value === undefined && !['', 'auto'].includes(text(name).toLowerCase())) wrong(name, name === 'cache' ? 'auto, true, false or local' : 'auto, true or false')
      return value ?? 'auto'
    },
    number: (name) => {
      if (text(name) === '') return undefined
      const value = Number(text(name))
      if (!/^\d+(\.\d+)?$/.test(text(name)) || value <= 0) wrong(name, 'a number above 0')
      return value
    },
  }
}
