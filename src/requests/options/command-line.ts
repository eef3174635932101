import type { OptionField } from './table.ts'
import { tokenize, type Tokens } from './tokens.ts'

/** A command line cut into the command's name and what it is given. */
export interface CommandLine extends Tokens {
  /** The first argument that is neither option nor value; undefined when there is none. */
  readonly command: string | undefined
}

/**
 * Reads the arguments after the program's name: options, one command, its options and arguments. Options may stand before the
 * command, as pip's general options may.
 * @throws UserError `usage`, `input-unsupported`: see `tokenize`.
 */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const { settings, positionals } = tokenize(args, { places: ['command-line'], originOf: (flag) => ({ kind: 'flag', flag }) })
  const [command, ...rest] = positionals
  return { command, settings, positionals: rest }
}

/** Whether an option stands on the command line, to be asked before configuration is read (`help`, `version`, `isolated`). */
export function isTyped(line: Tokens, field: OptionField): boolean {
  return line.settings.some(({ option }) => option.field === field)
}
