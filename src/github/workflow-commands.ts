import { EOL } from 'node:os'
import { messageOf, UserError } from '../kernel/errors.ts'
// @actions/core in parts: its index brings a whole HTTP client, which takes a tenth of a second of each step to load.
import { issueCommand } from '../../node_modules/@actions/core/lib/command.js'
import { issueFileCommand, prepareKeyValueMessage } from '../../node_modules/@actions/core/lib/file-command.js'
import { summary } from '../../node_modules/@actions/core/lib/summary.js'

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

/** Talks to the runner of this process. Outside of a runner, where the files are not there, what they would tell is left out. */
export function openRunnerCommands(): RunnerCommands {
  const tell = (file: string, message: () => string): void => {
    if (!isThere(file)) return
    try {
      issueFileCommand(file, message())
    } catch (error) {
      throw new UserError('input-missing', `what the runner is to be told (GITHUB_${file}) cannot be written: ${messageOf(error)}`, { cause: error })
    }
  }
  return {
    line: (text) => void process.stdout.write(guarded(text) + EOL),
    debug: (text) => issueCommand('debug', {}, text),
    annotate: (level, message, place) => issueCommand(level, place === undefined ? {} : { title: place.title, file: place.file, line: place.line, col: place.column }, message),
    startGroup: (title) => issueCommand('group', {}, title),
    endGroup: () => issueCommand('endgroup', {}, ''),
    mask: (value) => issueCommand('add-mask', {}, value),
    setOutput: (name, value) => tell('OUTPUT', () => prepareKeyValueMessage(name, value)),
    exportVariable: (name, value) => tell('ENV', () => prepareKeyValueMessage(name, value)),
    addPath: (folder) => tell('PATH', () => folder),
    saveState: (name, value) => tell('STATE', () => prepareKeyValueMessage(name, value)),
    appendSummary: async (markdown) => {
      if (isThere('STEP_SUMMARY')) await summary.addRaw(markdown).write()
    },
  }
}

function isThere(file: string): boolean {
  return Boolean(process.env[`GITHUB_${file}`])
}

/** Text of others must not be read as a command: the runner trims lines before it looks for `::`, and finds `##[` anywhere. */
function guarded(text: string): string {
  return text.replace(/^(\s*)::/gm, '$1\u200b::').replaceAll('##[', '##\u200b[')
}
