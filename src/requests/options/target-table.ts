import { ANYWHERE, COMMAND_LINE, type OptionSpec } from './spec.ts'

const pip = { owner: 'pip', group: 'target', places: ANYWHERE } as const
const own = { owner: 'own', group: 'target', places: COMMAND_LINE } as const

/** Which Python the packages are for, and which folders they go to. */
export const TARGET_OPTIONS = [
  {
    ...pip, long: ['python'], field: 'python', action: 'set', value: 'text', valueName: 'path',
    help: 'The interpreter, or virtual environment folder, to install for (default: the active one, then python on PATH).',
  },
  { ...own, long: ['venv'], field: 'venv', action: 'set', value: 'path', valueName: 'dir', help: 'Install into this virtual environment; created if absent.' },
  { ...own, long: ['without-pip'], field: 'without-pip', action: 'true', help: "Don't put pip into a virtual environment that --venv creates." },
  { ...pip, long: ['target'], short: 't', field: 'target', action: 'set', value: 'text', valueName: 'dir', help: 'Install into this plain folder; --upgrade replaces what is there.' },
  { ...pip, long: ['user'], field: 'user', action: 'true', help: "Install into the user's site-packages." },
  { ...pip, long: ['no-user'], field: 'user', action: 'false', help: "Don't fall back to the user's site-packages." },
  { ...pip, long: ['root'], field: 'root', action: 'set', value: 'text', valueName: 'dir', help: 'Install relative to this alternate root folder.' },
  { ...pip, long: ['prefix'], field: 'prefix', action: 'set', value: 'text', valueName: 'dir', help: 'Install under this prefix.' },
  {
    ...pip, long: ['platform'], field: 'platform', action: 'append', value: 'text', valueName: 'tag',
    help: 'With --target: choose wheels for this platform instead of the running one. Repeatable.',
  },
  { ...pip, long: ['python-version'], field: 'python-version', action: 'set', value: 'text', valueName: 'version', help: 'With --target: choose for this Python version (3, 3.7, 3.7.3 or 37).' },
  { ...pip, long: ['implementation'], field: 'implementation', action: 'set', value: 'text', valueName: 'name', help: 'With --target: choose wheels for this implementation (cp, pp, py).' },
  { ...pip, long: ['abi'], field: 'abi', action: 'append', value: 'text', valueName: 'tag', help: 'With --target: choose wheels for this ABI. Repeatable.' },
  {
    ...pip, long: ['break-system-packages'], field: 'break-system-packages', action: 'true',
    help: 'Allow changes to an installation that the system manages (PEP 668).',
  },
  {
    ...pip, long: ['require-virtualenv', 'require-venv'], field: 'require-virtualenv', action: 'true',
    help: 'Refuse to install outside a virtual environment.',
  },
  {
    ...pip, long: ['root-user-action'], field: 'root-user-action', action: 'set', value: 'text', valueName: 'action', choices: ['warn', 'ignore'],
    help: 'Warn when run as root outside a virtual environment, or ignore it (default: warn).',
  },
] as const satisfies readonly OptionSpec[]
