import { randomUUID } from 'node:crypto'
import { appendFileSync } from 'node:fs'
import { EOL } from 'node:os'

/** Where an annotation points: a path relative to the workspace, lines and columns from 1. */
export interface AnnotationPlace {
  readonly title?: string
  readonly file?: string
  readonly line?: number
  readonly column?: number
}

/**
 * How a step talks to its runner: workflow commands on standard output, and files named by GITHUB_OUTPUT and its like.
 */
export interface RunnerCommands {
  /** A line of the log, as it is. */
  line(text: string): void
  debug(text: string): void
  /** Shown at the file and line, on the run's page and in the log. */
  annotate(level: 'error' | 'warning' | 'notice', message: string, place?: AnnotationPlace): void
  startGroup(title: string): void
  endGroup(): void
  /** From here on the runner replaces this value by `***` in every step's log. */
  mask(value: string): void
  setOutput(name: string, value: string): void
  exportVariable(name: string, value: string): void
  addPath(folder: string): void
  saveState(name: string, value: string): void
  appendSummary(markdown: string): Promise<void>
}

/**
 * Talks to the runner of this process, as @actions/core does, whose index brings a whole HTTP client: loading it takes a tenth
 * of a second of each step. Outside of a runner, where the files are not there, what they would tell is left out.
 */
export function openRunnerCommands(): RunnerCommands {
  return {
    line: (text) => print(guarded(text)),
    debug: (text) => command('debug', text),
    annotate: (level, message, place = {}) => command(level, message, place),
    startGroup: (title) => command('group', title),
    endGroup: () => command('endgroup', ''),
    mask: (value) => command('add-mask', value),
    setOutput: (name, value) => appendTo('GITHUB_OUTPUT', () => pair(name, value)),
    exportVariable: (name, value) => appendTo('GITHUB_ENV', () => pair(name, value)),
    addPath: (folder) => appendTo('GITHUB_PATH', () => `${folder}${EOL}`),
    saveState: (name, value) => appendTo('GITHUB_STATE', () => pair(name, value)),
    appendSummary: async (markdown) => appendTo('GITHUB_STEP_SUMMARY', () => markdown),
  }
}

function print(text: string): void {
  process.stdout.write(text + EOL)
}

/** `::name key=value,key=value::message` on a line of its own. */
function command(name: string, message: string, { title, file, line, column }: AnnotationPlace = {}): void {
  const properties = Object.entries({ title, file, line, col: column }).flatMap(([key, value]) => (value === undefined || value === '' ? [] : [`${key}=${inProperty(String(value))}`]))
  print(`::${name}${properties.length === 0 ? '' : ` ${properties.join(',')}`}::${inMessage(message)}`)
}

function inMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function inProperty(text: string): string {
  return inMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

/** Appends to the file that a variable names, where there is one. */
function appendTo(variable: string, text: () => string): void {
  const file = process.env[variable]
  if (file !== undefined && file !== '') appendFileSync(file, text())
}

/** A value between two lines that it cannot hold. */
function pair(name: string, value: string): string {
  const delimiter = `ghadelimiter_${randomUUID()}`
  return [`${name}<<${delimiter}`, value, delimiter, ''].join(EOL)
}

/** Text of others must not be read as a command: the runner trims lines before it looks for `::`, and finds `##[` anywhere. */
function guarded(text: string): string {
  return text.replace(/^(\s*)::/gm, '$1\u200b::').replaceAll('##[', '##\u200b[')
}
