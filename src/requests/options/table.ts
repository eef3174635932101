import { INDEX_OPTIONS } from './index-table.ts'
import { INSTALL_OPTIONS } from './install-table.ts'
import { REQUIREMENT_OPTIONS } from './requirement-table.ts'
import { RUN_OPTIONS } from './run-table.ts'
import type { OptionSpec, Place } from './spec.ts'
import { TARGET_OPTIONS } from './target-table.ts'

const ROWS = [...REQUIREMENT_OPTIONS, ...TARGET_OPTIONS, ...INSTALL_OPTIONS, ...INDEX_OPTIONS, ...RUN_OPTIONS] as const

/** What an option sets. Checked by the compiler wherever a field is read. */
export type OptionField = (typeof ROWS)[number]['field']

/** An option of the command line. */
export type Option = OptionSpec & { readonly field: OptionField }

/** Every option there is, in the order of the help text. */
export const OPTIONS: readonly Option[] = ROWS

/** The options that may be said in a place, by each of their long names. */
export function longNames(place: Place): ReadonlyMap<string, Option> {
  const names = new Map<string, Option>()
  for (const option of OPTIONS) {
    if (option.places.includes(place)) for (const long of option.long) names.set(long, option)
  }
  return names
}

/** `-r`, `--index-url`: how an option is named in messages. */
export function optionFlag(option: Option): string {
  return `--${option.long[0]}`
}

/** Options that pip once had: refused by name, each with what took its place. */
export const REMOVED_OPTIONS: ReadonlyMap<string, string> = new Map([
  ['install-option', 'use --config-settings'],
  ['global-option', 'use --config-settings'],
  ['build-option', 'use --config-settings'],
  ['no-use-pep517', 'every build goes through PEP 517'],
  ['process-dependency-links', 'use a direct reference: name @ url'],
  ['allow-external', 'use --find-links or a direct reference'],
  ['allow-all-external', 'use --find-links or a direct reference'],
  ['allow-unverified', 'use --trusted-host'],
  ['allow-insecure', 'use --trusted-host'],
  ['no-allow-external', 'nothing takes its place'],
  ['no-allow-insecure', 'nothing takes its place'],
  ['always-unzip', 'it had no effect'],
  ['use-wheel', 'wheels are used unless --no-binary says otherwise'],
  ['no-use-wheel', 'use --no-binary'],
  ['use-mirrors', 'use --index-url'],
  ['mirrors', 'use --index-url'],
  ['download-cache', 'use --cache-dir'],
  ['build-dir', 'build folders are private to the run'],
  ['build-directory', 'build folders are private to the run'],
  ['unstable-feature', 'nothing takes its place'],
  ['egg', 'eggs are not installed'],
  ['no-install', 'use --dry-run'],
])
