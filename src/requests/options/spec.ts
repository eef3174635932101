/** Where an option may be said. `config` covers pip's configuration files and `PIP_*` variables, which share their keys. */
export type Place = 'command-line' | 'config' | 'requirements-file' | 'requirement'

/**
 * What one occurrence does to the option's field (optparse's actions, as pip uses them).
 * `append` collects on the command line, but each configuration level replaces the level below.
 * `accumulate` collects across all levels; order matters (`--no-binary`, `--config-settings`).
 * `clear` empties the field; in configuration any truth word does it, `false` too, and wins over the field's other options there
 * (pip's `no-cache-dir`).
 */
export type OptionAction = 'set' | 'true' | 'false' | 'clear' | 'count' | 'append' | 'accumulate'

/** How a value is read. `path` has a leading `~` expanded, as pip does for its path options. */
export type ValueKind = 'text' | 'path' | 'integer' | 'number'

/** The heading under which `--help` lists an option. */
export type OptionGroup = 'requirements' | 'target' | 'selection' | 'index' | 'build' | 'install' | 'network' | 'run' | 'output'

/** Options of pip that we know and do not carry out. */
export type Standing =
  | { readonly kind: 'ignored'; readonly why: string }
  | { readonly kind: 'refused'; readonly why: string }

/** One option: everything that parsing, help, the environment and configuration files need to know of it. */
export interface OptionSpec {
  /** Long names without dashes; the first is the one we print, the others are pip's aliases. */
  readonly long: readonly [string, ...string[]]
  /** One letter without the dash. */
  readonly short?: string
  /** Options that share a field act on one value: `--compile` and `--no-compile`, `--no-binary` and `--only-binary`. */
  readonly field: string
  readonly action: OptionAction
  /** Absent for flags. */
  readonly value?: ValueKind
  readonly choices?: readonly string[]
  /** The word for the value in help; required with `value`. */
  readonly valueName?: string
  /** Own options stand outside pip's abbreviations and configuration. */
  readonly owner: 'pip' | 'own'
  readonly places: readonly Place[]
  readonly group: OptionGroup
  readonly help: string
  readonly standing?: Standing
}

/** Everywhere pip lets a command-line option be said. */
export const ANYWHERE = ['command-line', 'config'] as const
/** Options that requirements files may carry too. */
export const ALSO_IN_FILES = ['command-line', 'config', 'requirements-file'] as const
/** Our own: pip's configuration is pip's, so other tools' users of `PIP_*` never meet a name of ours. */
export const COMMAND_LINE = ['command-line'] as const
