import type { ConfigReport } from '../run/config-report.ts'

/** `--debug-config` for people: the files looked at, then each setting with where it was made and what it overrides. */
export function configText({ python, files, fields }: ConfigReport): string {
  const settings = fields.flatMap(({ field, settings: said }) => [
    `${field}:`,
    ...said.map(({ option, value, from, inForce }) => `  ${inForce ? '  in force' : 'overridden'}  --${option}${value === '' ? '' : ` ${value}`}  (${from})`),
  ])
  return [
    `python: ${python}`,
    'configuration files, lowest precedence first:',
    ...files.map(({ level, path, found }) => `  ${level}: ${path}${found ? '' : ' (not there)'}`),
    ...(settings.length === 0 ? ['no setting was made anywhere'] : settings),
  ].join('\n')
}
