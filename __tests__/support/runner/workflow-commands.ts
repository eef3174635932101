/** An annotation as the runner shows it on the run and in the changed files. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice'
  readonly message: string
  readonly title?: string
  readonly file?: string
  readonly line?: number
  readonly endLine?: number
  readonly column?: number
}

/** What the runner makes of a step's standard output. */
export interface ReadLog {
  readonly annotations: readonly Annotation[]
  /** Group titles in order. Groups cannot be nested. */
  readonly groups: readonly string[]
  readonly masked: readonly string[]
  readonly debug: readonly string[]
  /** Lines as a reader of the log sees them: masked values replaced by `***`. */
  readonly lines: readonly string[]
}

interface Command {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly message: string
}

/** Reads workflow commands as the runner does (ActionCommand, `::name key=value,…::message`). */
export function readLog(stdout: string): ReadLog {
  const log = { annotations: [] as Annotation[], groups: [] as string[], masked: [] as string[], debug: [] as string[], lines: [] as string[] }
  let stoppedUntil: string | undefined
  for (const line of stdout.split(/\r?\n/)) {
    const command = parseCommand(line)
    if (stoppedUntil !== undefined) {
      if (command?.name === stoppedUntil) stoppedUntil = undefined
      else log.lines.push(line)
    } else if (command?.name === 'stop-commands') stoppedUntil = command.message
    else if (command === undefined || !obeyed(command, log)) log.lines.push(line)
  }
  const masked = (text: string): string => log.masked.reduce((current, secret) => current.replaceAll(secret, '***'), text)
  return { ...log, lines: log.lines.map(masked), annotations: log.annotations.map((one) => ({ ...one, message: masked(one.message) })) }
}

function obeyed(command: Command, log: { annotations: Annotation[]; groups: string[]; masked: string[]; debug: string[] }): boolean {
  switch (command.name) {
    case 'error':
    case 'warning':
    case 'notice':
      log.annotations.push(annotation(command.name, command))
      return true
    case 'group':
      log.groups.push(command.message)
      return true
    case 'endgroup':
      return true
    case 'add-mask':
      if (command.message.trim() !== '') log.masked.push(command.message)
      return true
    case 'debug':
      log.debug.push(command.message)
      return true
    default:
      return false
  }
}

function annotation(level: Annotation['level'], { properties, message }: Command): Annotation {
  const number = (name: string): number | undefined => (properties[name] === undefined || properties[name] === '' ? undefined : Number(properties[name]))
  const [line, endLine, column] = [number('line'), number('endLine'), number('col')]
  return {
    level,
    message,
    ...(properties['title'] ? { title: properties['title'] } : {}),
    ...(properties['file'] ? { file: properties['file'] } : {}),
    ...(line === undefined ? {} : { line }),
    ...(endLine === undefined ? {} : { endLine }),
    ...(column === undefined ? {} : { column }),
  }
}

function parseCommand(line: string): Command | undefined {
  const match = /^\s*::([^\s:]+)(?:\s+(.*?))?::(.*)$/.exec(line)
  if (match === null) return undefined
  const [, name = '', list = '', message = ''] = match
  const pairs = list.split(',').filter((pair) => pair.includes('=')).map((pair) => {
    const at = pair.indexOf('=')
    return [pair.slice(0, at).trim(), unescaped(pair.slice(at + 1)).replaceAll('%3A', ':').replaceAll('%2C', ',')] as const
  })
  return { name, properties: Object.fromEntries(pairs), message: unescaped(message) }
}

function unescaped(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
}
