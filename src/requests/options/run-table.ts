import { ANYWHERE, COMMAND_LINE, type OptionSpec } from './spec.ts'

const pip = { owner: 'pip', group: 'run', places: ANYWHERE } as const
const output = { owner: 'pip', group: 'output', places: ANYWHERE } as const
const own = { owner: 'own', group: 'run', places: COMMAND_LINE } as const

/** How the run itself goes, and what it says. */
export const RUN_OPTIONS = [
  { ...own, long: ['jobs'], short: 'j', field: 'jobs', action: 'set', value: 'text', valueName: 'count', help: 'How much is done at once: a number (1: serial) or auto (default).' },
  { ...pip, long: ['cache-dir'], field: 'cache-dir', action: 'set', value: 'path', valueName: 'dir', help: 'Where wheels and answers of indexes are kept.' },
  { ...pip, long: ['no-cache-dir'], field: 'cache-dir', action: 'clear', help: 'Keep nothing between runs.' },
  { ...pip, long: ['isolated'], field: 'isolated', action: 'true', help: 'Ignore PIP_* variables and the configuration of the user.' },
  { ...own, long: ['repair'], field: 'repair', action: 'true', help: 'With check: put right what an interrupted run has left.' },
  { ...own, long: ['cache-budget-mb'], field: 'cache-budget-mb', action: 'set', value: 'text', valueName: 'megabytes', help: 'With cache prune: keep no more than this, what was used last.' },
  { ...own, long: ['debug-config'], field: 'debug-config', action: 'true', help: 'Show every setting, where it comes from and what it overrides; install nothing.' },
  {
    ...pip, long: ['use-feature'], field: 'use-feature', action: 'append', value: 'text', valueName: 'feature', places: [...ANYWHERE, 'requirements-file'],
    choices: ['fast-deps', 'inprocess-build-deps', 'venv-isolation', 'truststore', 'no-binary-enable-wheel-cache', 'build-constraint'],
    help: "Features of pip's that change how it works, not what it installs.",
    standing: { kind: 'ignored', why: 'what it turns on in pip is how this installer works anyway, or concerns pip alone' },
  },
  {
    ...pip, long: ['use-deprecated'], field: 'use-deprecated', action: 'append', value: 'text', valueName: 'feature', choices: ['legacy-resolver', 'legacy-certs'],
    help: 'Old behaviour of pip.',
    standing: { kind: 'refused', why: 'there is one resolver, and certificates come from the system or from --cert' },
  },
  {
    ...pip, long: ['disable-pip-version-check'], field: 'disable-pip-version-check', action: 'true', help: 'No check for a newer pip is ever made.',
    standing: { kind: 'ignored', why: 'no such check is made' },
  },
  {
    ...pip, long: ['no-python-version-warning'], field: 'no-python-version-warning', action: 'true', help: 'No such warning is ever given.',
    standing: { kind: 'ignored', why: 'no such warning is given' },
  },

  { ...output, long: ['quiet'], short: 'q', field: 'quiet', action: 'count', help: 'Say less. Up to three times.' },
  { ...output, long: ['verbose'], short: 'v', field: 'verbose', action: 'count', help: 'Say more. Up to three times.' },
  { ...output, long: ['debug'], field: 'debug', action: 'true', help: 'Say as much as -vv does.' },
  { ...output, long: ['log', 'log-file', 'local-log'], field: 'log', action: 'set', value: 'path', valueName: 'path', help: 'Append everything -vv would say to this file.' },
  { ...output, long: ['no-color'], field: 'no-color', action: 'true', help: 'No colours.' },
  { ...own, long: ['progress'], group: 'output', field: 'progress', action: 'set', value: 'text', valueName: 'when', choices: ['auto', 'on', 'off'], help: 'Show progress: on, off or auto (default).' },
  {
    ...output, long: ['progress-bar'], field: 'progress', action: 'set', value: 'text', valueName: 'when', choices: ['auto', 'on', 'off', 'raw'],
    help: "pip's name for --progress; raw shows none.",
  },
  { ...own, long: ['timings'], group: 'output', field: 'timings', action: 'set', value: 'text', valueName: 'file', help: 'Write what took how long (JSON).' },
  { ...output, long: ['version'], short: 'V', field: 'version', action: 'true', places: COMMAND_LINE, help: 'Show the version.' },
  { ...output, long: ['help'], short: 'h', field: 'help', action: 'true', places: COMMAND_LINE, help: 'Show this help.' },
] as const satisfies readonly OptionSpec[]
