import { ALSO_IN_FILES, ANYWHERE, COMMAND_LINE, type OptionSpec } from './spec.ts'

const pip = { owner: 'pip', group: 'requirements' } as const

/** What to install, and under which constraints. */
export const REQUIREMENT_OPTIONS = [
  {
    ...pip, long: ['requirement'], short: 'r', field: 'requirement', action: 'append', value: 'text', valueName: 'file', places: ALSO_IN_FILES,
    help: 'Install from a requirements file, a pylock.toml or a pyproject.toml (extras as file[extra]). - reads standard input. Repeatable.',
  },
  {
    ...pip, long: ['constraint'], short: 'c', field: 'constraint', action: 'append', value: 'text', valueName: 'file', places: ALSO_IN_FILES,
    help: 'Constrain versions by a constraints file. Repeatable.',
  },
  {
    ...pip, long: ['editable'], short: 'e', field: 'editable', action: 'append', value: 'text', valueName: 'path/url', places: ALSO_IN_FILES,
    help: 'Install a project in editable mode, from a folder or a VCS URL. Repeatable.',
  },
  {
    ...pip, long: ['group'], field: 'group', action: 'accumulate', value: 'text', valueName: '[path:]group', places: ANYWHERE,
    help: 'Install a dependency group of a pyproject.toml (default: in the current folder) or of a pylock.toml. Repeatable.',
  },
  {
    owner: 'own', group: 'requirements', long: ['extra'], field: 'extra', action: 'append', value: 'text', valueName: 'name,...', places: COMMAND_LINE,
    help: 'Install these optional dependencies of each pyproject.toml or pylock.toml given with -r. Repeatable.',
  },
  {
    ...pip, long: ['requirements-from-script'], field: 'requirements-from-script', action: 'append', value: 'text', valueName: 'file', places: ANYWHERE,
    help: 'Install the dependencies that a script declares inline (PEP 723).',
  },
  {
    ...pip, long: ['no-deps', 'no-dependencies'], field: 'no-deps', action: 'true', places: ANYWHERE,
    help: "Don't install dependencies.",
  },
  {
    ...pip, long: ['only-deps', 'only-dependencies'], field: 'only-deps', action: 'true', places: ANYWHERE,
    help: 'Install the dependencies of the requirements, not the requirements themselves.',
  },
  {
    ...pip, long: ['require-hashes'], field: 'require-hashes', action: 'true', places: ALSO_IN_FILES,
    help: 'Require a hash for every requirement. Implied by any --hash in a requirements file.',
  },
  {
    ...pip, long: ['no-require-hashes'], field: 'no-require-hashes', action: 'true', places: ALSO_IN_FILES,
    help: "Don't let a --hash in a requirements file imply --require-hashes.",
  },
  {
    ...pip, long: ['hash'], field: 'hash', action: 'accumulate', value: 'text', valueName: 'algorithm:digest', places: ['requirement'],
    help: 'Accept only a file with this hash (sha256, sha384, sha512).',
  },
] as const satisfies readonly OptionSpec[]
