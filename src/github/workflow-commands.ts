import * as core from '@actions/core'

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
  const withFile = (file: string, tell: () => void): void => {
    if (process.env[file] !== undefined && process.env[file] !== '') tell()
  }
  return {
    line: (text) => core.info(guarded(text)),
    debug: (text) => core.debug(text),
    annotate: (level, message, place = {}) => core[level](message, annotationProperties(place)),
    startGroup: (title) => core.startGroup(title),
    endGroup: () => core.endGroup(),
    mask: (value) => core.setSecret(value),
    setOutput: (name, value) => withFile('GITHUB_OUTPUT', () => core.setOutput(name, value)),
    exportVariable: (name, value) => withFile('GITHUB_ENV', () => core.exportVariable(name, value)),
    addPath: (folder) => withFile('GITHUB_PATH', () => core.addPath(folder)),
    saveState: (name, value) => withFile('GITHUB_STATE', () => core.saveState(name, value)),
    appendSummary: async (markdown) => {
      if (Boolean(process.env['GITHUB_STEP_SUMMARY'])) await core.summary.addRaw(markdown).write()
    },
  }
}

function annotationProperties({ title, file, line, column }: AnnotationPlace): core.AnnotationProperties {
  return {
    ...(title === undefined ? {} : { title }),
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { startLine: line }),
    ...(column === undefined ? {} : { startColumn: column }),
  }
}

/** Text of others must not be read as a command: the runner trims lines before it looks for `::`, and finds `##[` anywhere. */
function guarded(text: string): string {
  return text.replace(/^(\s*)::/gm, '$1\u200b::').replaceAll('##[', '##\u200b[')
}
