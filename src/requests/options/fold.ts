import type { Setting } from './setting.ts'
import type { OptionField } from './table.ts'

/** The settings that are in force for each field, in order; a field that nobody set is absent. */
export type Effective = ReadonlyMap<OptionField, readonly Setting[]>

/**
 * Decides which settings are in force. `configured` comes from configuration files and the environment, lowest precedence first;
 * `typed` from the command line. As optparse and pip's `ConfigOptionParser` do it: a configured list replaces the one below, the
 * command line adds to it; flags and single values replace; what accumulates does so across all levels.
 */
export function foldSettings(configured: readonly Setting[], typed: readonly Setting[]): Effective {
  const fields = new Map<OptionField, readonly Setting[]>()
  const clears = configured.filter(({ option }) => option.action === 'clear')
  for (const setting of configured) {
    const { field, action } = setting.option
    if (action === 'accumulate') fields.set(field, [...(fields.get(field) ?? []), setting])
    else if (action === 'append') fields.set(field, words(setting.value).map((value) => ({ ...setting, value })))
    else if (action !== 'clear') fields.set(field, [setting])
  }
  for (const setting of clears) fields.set(setting.option.field, [setting])
  for (const setting of typed) {
    const { field, action } = setting.option
    const adds = action === 'append' || action === 'accumulate' || action === 'count'
    fields.set(field, adds ? [...(fields.get(field) ?? []), setting] : [setting])
  }
  return fields
}

function words(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}
