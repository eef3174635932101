import { ALSO_IN_FILES, ANYWHERE, COMMAND_LINE, type OptionSpec } from './spec.ts'

const selection = { owner: 'pip', group: 'selection', places: ANYWHERE } as const
const build = { owner: 'pip', group: 'build', places: ANYWHERE } as const
const install = { owner: 'pip', group: 'install', places: ANYWHERE } as const
const own = { owner: 'own', group: 'install', places: COMMAND_LINE } as const

/** Which distribution is chosen, how sources are built, and how the result is put in place. */
export const INSTALL_OPTIONS = [
  { ...selection, long: ['upgrade'], short: 'U', field: 'upgrade', action: 'true', help: 'Upgrade the named projects to the newest version.' },
  {
    ...selection, long: ['upgrade-strategy'], field: 'upgrade-strategy', action: 'set', value: 'text', valueName: 'strategy', choices: ['only-if-needed', 'eager'],
    help: 'With --upgrade: upgrade dependencies only if needed (default), or all of them (eager).',
  },
  { ...selection, long: ['force-reinstall'], field: 'force-reinstall', action: 'true', help: 'Reinstall everything, even what is up to date.' },
  {
    ...selection, long: ['ignore-installed'], short: 'I', field: 'ignore-installed', action: 'true',
    help: 'Resolve and install as if nothing were installed.',
  },
  { ...selection, long: ['pre'], field: 'pre', action: 'true', places: ALSO_IN_FILES, help: 'Consider pre-releases of every project.' },
  {
    ...selection, long: ['all-releases'], field: 'release-control', action: 'accumulate', value: 'text', valueName: 'name,...', places: ALSO_IN_FILES,
    help: "Consider pre-releases of these projects; ':all:' for every project, ':none:' to empty the set. Repeatable.",
  },
  {
    ...selection, long: ['only-final'], field: 'release-control', action: 'accumulate', value: 'text', valueName: 'name,...', places: ALSO_IN_FILES,
    help: "Never consider pre-releases of these projects; ':all:', ':none:'. Repeatable.",
  },
  {
    ...selection, long: ['no-binary'], field: 'format-control', action: 'accumulate', value: 'text', valueName: 'name,...', places: ALSO_IN_FILES,
    help: "Build these projects from source; ':all:', ':none:'. Repeatable.",
  },
  {
    ...selection, long: ['only-binary'], field: 'format-control', action: 'accumulate', value: 'text', valueName: 'name,...', places: ALSO_IN_FILES,
    help: "Use only wheels of these projects; ':all:', ':none:'. Repeatable.",
  },
  { ...selection, long: ['prefer-binary'], field: 'prefer-binary', action: 'true', places: ALSO_IN_FILES, help: 'Prefer an older wheel to a newer source distribution.' },
  { ...selection, long: ['ignore-requires-python'], field: 'ignore-requires-python', action: 'true', help: 'Ignore what projects say of the Python versions they need.' },
  {
    ...own, long: ['resolve-timeout'], group: 'selection', field: 'resolve-timeout', action: 'set', value: 'number', valueName: 'seconds',
    help: 'Give up resolving after this long, with the best explanation so far.',
  },

  {
    ...build, long: ['config-settings'], short: 'C', field: 'config-settings', action: 'accumulate', value: 'text', valueName: 'key=value',
    places: [...ANYWHERE, 'requirement'],
    help: 'A setting for the build backend of what the command line names. Repeatable.',
  },
  { ...build, long: ['no-build-isolation'], field: 'build-isolation', action: 'false', help: 'Build in the target environment instead of an isolated one.' },
  {
    ...build, long: ['build-constraint'], field: 'build-constraint', action: 'append', value: 'text', valueName: 'file',
    help: 'Constrain build dependencies by a constraints file. Repeatable.',
  },
  { ...build, long: ['check-build-dependencies'], field: 'check-build-dependencies', action: 'true', help: 'With --no-build-isolation: check that the build dependencies are installed.' },
  {
    ...build, long: ['src', 'source', 'source-dir', 'source-directory'], field: 'src', action: 'set', value: 'path', valueName: 'dir',
    help: 'Where editable VCS projects are checked out (default: src in the virtual environment, else in the current folder).',
  },
  {
    ...own, long: ['build-timeout'], group: 'build', field: 'build-timeout', action: 'set', value: 'number', valueName: 'seconds',
    help: 'Stop a build backend that takes longer than this for one step (default: 3600; 0: no limit).',
  },
  {
    ...build, long: ['use-pep517'], field: 'use-pep517', action: 'true', help: 'The only way sources are built.',
    standing: { kind: 'ignored', why: 'every build goes through PEP 517' },
  },
  {
    ...build, long: ['no-clean'], field: 'no-clean', action: 'true', help: 'Keep build folders.',
    standing: { kind: 'ignored', why: 'build folders are private to the run' },
  },
  {
    ...build, long: ['exists-action'], field: 'exists-action', action: 'append', value: 'text', valueName: 'action', choices: ['s', 'i', 'w', 'b', 'a'],
    help: 'What to do when a checkout exists.',
    standing: { kind: 'ignored', why: 'an existing checkout is switched to what is asked, or the run stops' },
  },

  { ...install, long: ['dry-run'], field: 'dry-run', action: 'true', help: 'Resolve and report, install nothing.' },
  { ...install, long: ['report'], field: 'report', action: 'set', value: 'text', valueName: 'file', help: "Write pip's installation report (JSON); - for standard output." },
  { ...install, long: ['compile'], field: 'compile', action: 'true', help: 'Compile to bytecode while installing (default: Python does it on first import).' },
  { ...install, long: ['no-compile'], field: 'compile', action: 'clear', help: "Don't compile to bytecode." },
  {
    ...install, long: ['no-warn-script-location'], field: 'warn-script-location', action: 'false',
    help: "Don't warn about scripts that land outside PATH.",
  },
  { ...install, long: ['no-warn-conflicts'], field: 'warn-conflicts', action: 'false', help: "Don't warn about installed projects whose dependencies break." },
  { ...own, long: ['strict-record'], field: 'strict-record', action: 'true', help: 'Refuse wheels whose RECORD has faults, instead of repairing it.' },
  {
    ...own, long: ['file-conflicts'], field: 'file-conflicts', action: 'set', value: 'text', valueName: 'action', choices: ['error', 'warn'],
    help: 'When two distributions claim one path with different content (default: error).',
  },
  {
    ...own, long: ['allow-overwrite'], field: 'allow-overwrite', action: 'append', value: 'text', valueName: 'pattern,...',
    help: 'Paths (relative to site-packages, with * and **) for which such a claim is let through. Repeatable.',
  },
  { ...own, long: ['lock-out'], field: 'lock-out', action: 'set', value: 'text', valueName: 'file', help: 'Write a pylock.toml of what this run installed.' },
] as const satisfies readonly OptionSpec[]
