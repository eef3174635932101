import { describeOrigin } from '../../kernel/origin.ts'
import { redactPlace } from '../../kernel/secrets.ts'
import type { Effective } from './fold.ts'
import type { Setting } from './setting.ts'
import type { OptionField } from './table.ts'

/** One thing that was said about an option, for `--debug-config`. URLs are redacted. */
export interface ExplainedSetting {
  readonly option: string
  readonly value: string
  readonly from: string
  readonly inForce: boolean
}

/** All that was said about one field: what is in force first, then what it overrides, nearest first. */
export interface ExplainedField {
  readonly field: OptionField
  readonly settings: readonly ExplainedSetting[]
}

/**
 * What `--debug-config` shows: for each field that anything was said about, in the order of first mention, every setting and
 * whether it counts.
 * @param said every setting, lowest precedence first.
 */
export function explainSettings(said: readonly Setting[], effective: Effective): readonly ExplainedField[] {
  const fields = [...new Set(said.map(({ option }) => option.field))]
  return fields.map((field) => {
    const inForce = effective.get(field) ?? []
    const overridden = said.filter((setting) => setting.option.field === field && !inForce.some((other) => other.origin === setting.origin))
    return { field, settings: [...inForce.map((setting) => explain(setting, true)), ...overridden.reverse().map((setting) => explain(setting, false))] }
  })
}

function explain({ option, value, origin }: Setting, inForce: boolean): ExplainedSetting {
  return { option: option.long[0], value: redactPlace(value), from: describeOrigin(origin), inForce }
}
