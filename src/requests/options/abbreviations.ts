import { UserError } from '../../kernel/errors.ts'
import { editDistance } from '../../kernel/near-names.ts'
import type { Origin } from '../../kernel/origin.ts'
import { REMOVED_OPTIONS, type Option } from './table.ts'

/** A long option as typed, resolved to its full name. */
interface FullName {
  readonly name: string
  readonly option: Option
}

/**
 * Finds the option for a long name as typed (without dashes): exact, or an unambiguous beginning (optparse's `_match_abbrev`).
 * Only pip's names count first, so that what abbreviates one of pip's options there does so here; `--version`, which pip's
 * `install` does not have, comes after them.
 * @throws UserError `usage`: unknown, or ambiguous (the message names the matches); `input-unsupported`: an option that pip removed.
 */
export function resolveLongName(typed: string, names: ReadonlyMap<string, Option>, origin: Origin): FullName {
  const exact = names.get(typed)
  if (exact !== undefined) return { name: typed, option: exact }
  const matches = [...names].filter(([name]) => name.startsWith(typed)).map(([name, option]) => ({ name, option }))
  const ofPip = matches.filter(({ name, option }) => option.owner === 'pip' && name !== 'version')
  const [only, ...others] = ofPip.length > 0 ? ofPip : matches
  if (only === undefined) throw unknownOption(typed, names, origin)
  if (others.length === 0) return only
  const list = matches.map(({ name }) => `--${name}`).sort().join(', ')
  throw new UserError('usage', `--${typed} could be ${list}: which one is meant?`, { origin })
}

function unknownOption(typed: string, names: ReadonlyMap<string, Option>, origin: Origin): UserError {
  const removed = REMOVED_OPTIONS.get(typed)
  if (removed !== undefined) return new UserError('input-unsupported', `--${typed} is an option that pip no longer has: ${removed}`, { origin })
  const near = [...names.keys()].filter((name) => Math.abs(name.length - typed.length) <= 2 && editDistance(name, typed) <= 2)
  const hint = near.length === 0 ? {} : { hint: `did you mean ${near.map((name) => `--${name}`).join(' or ')}?` }
  return new UserError('usage', `no such option: --${typed}`, { origin, ...hint })
}
