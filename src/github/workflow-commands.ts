import { randomUUID } from 'node:crypto'
import { appendFileSync } from 'node:fs'

/** Where an annotation points: a path relative to the workspace, lines and columns from 1. */
export interface AnnotationPlace {
  readonly title?: string
  readonly file?: string
  readonly line?: number
  readonly column?: number
}

/**
 * How a step talks to its runner: workflow commands on standard output, and files named by GITHUB_OUTPUT and its like. The
 * same text as @actions/core writes, which costs 60 ms to load because it brings an HTTP client.
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
  appendSummary(markdown: string): void
}

export interface RunnerPlumbing {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly write: (text: string) => void
}

export function openRunnerCommands({ env, write }: RunnerPlumbing): RunnerCommands {
  const command = (name: string, message: string, properties: Readonly<Record<string, string | number | undefined>> = {}): void => write(`${commandLine(name, message, properties)}\n`)
  const append = (file: string, text: string): void => {
    const path = env[file]
    if (path !== undefined && path !== '') appendFileSync(path, text)
  }
  return {
    line: (text) => write(`${guarded(text)}\n`),
    debug: (text) => command('debug', text),
    annotate: (level, message, place = {}) => command(level, message, { title: place.title, file: place.file, line: place.line, col: place.column }),
    startGroup: (title) => command('group', title),
    endGroup: () => command('endgroup', ''),
    mask: (value) => command('add-mask', value),
    setOutput: (name, value) => append('GITHUB_OUTPUT', block(name, value)),
    exportVariable: (name, value) => append('GITHUB_ENV', block(name, value)),
    addPath: (folder) => append('GITHUB_PATH', `${folder}\n`),
    saveState: (name, value) => append('GITHUB_STATE', block(name, value)),
    appendSummary: (markdown) => append('GITHUB_STEP_SUMMARY', markdown),
  }
}

function commandLine(name: string, message: string, properties: Readonly<Record<string, string | number | undefined>>): string {
  const pairs = Object.entries(properties).filter(([, value]) => value !== undefined && value !== '')
  const head = pairs.map(([key, value]) => `${key}=${escapeProperty(String(value))}`).join(',')
  return `::${name}${head === '' ? '' : ` ${head}`}::${escapeData(message)}`
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

/** Text of others must not be read as a command: the runner trims lines before it looks for `::`, and finds `##[` anywhere. */
function guarded(text: string): string {
  return text.replace(/^(\s*)::/gm, '$1\u200b::').replaceAll('##[', '##\u200b[')
}

function block(name: string, value: string): string {
  const end = `end_${randomUUID()}`
  return `${name}<<${end}\n${value}\n${end}\n`
}
