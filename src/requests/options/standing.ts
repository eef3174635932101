import { UserError } from '../../kernel/errors.ts'
import type { RequestNotice } from '../types.ts'
import type { Effective } from './fold.ts'
import type { Setting } from './setting.ts'
import { optionFlag } from './table.ts'
import type { OptionValues } from './values.ts'

/**
 * Sees to the options of pip that are not carried out: a refused one that is in force stops the run, an ignored one is noted.
 * A flag that configuration turns off is not in force. Values are checked against the option's choices either way.
 * @throws UserError `input-unsupported`, naming the option.
 */
export function refuseSettings(effective: Effective, values: OptionValues): readonly RequestNotice[] {
  return [...effective].flatMap(([field, settings]) => {
    const { standing, value } = settings[0]?.option ?? {}
    if (standing === undefined) return []
    if (value === undefined ? values.flag(field) !== true : values.texts(field).length === 0) return []
    return settings.map(noteOrRefuse)
  })
}

function noteOrRefuse(setting: Setting): RequestNotice {
  const { option, origin } = setting
  if (option.standing?.kind === 'refused') {
    const shown = option.value === undefined ? optionFlag(option) : `${optionFlag(option)} ${setting.value}`
    throw new UserError('input-unsupported', `${shown} is an option of pip that this installer does not carry out: ${option.standing.why}`, { origin })
  }
  return { level: 'debug', text: `${optionFlag(option)} has no effect: ${option.standing?.why ?? ''}`, origin }
}
