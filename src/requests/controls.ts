import { UserError } from '../kernel/errors.ts'
import { normalizeName, type NormalizedName } from '../standards/names.ts'
import { badValue } from './options/values.ts'
import type { Setting } from './options/setting.ts'
import type { FormatControl, NameSet, ReleaseControl } from './types.ts'

interface Pair {
  readonly first: NameSet
  readonly second: NameSet
}

const NOBODY: NameSet = { all: false, names: [] }

/** `--no-binary` and `--only-binary` in the order they were said; a later one takes a name back from the other side. */
export function readFormatControl(settings: readonly Setting[], before?: FormatControl): FormatControl {
  const start = { first: before?.noBinary ?? NOBODY, second: before?.onlyBinary ?? NOBODY }
  const { first, second } = readPair(settings, 'no-binary', start)
  return { noBinary: first, onlyBinary: second }
}

/** `--all-releases` and `--only-final`, likewise; `--pre` is `--all-releases :all:`. */
export function readReleaseControl(settings: readonly Setting[], before?: ReleaseControl): ReleaseControl {
  const start = { first: before?.allReleases ?? NOBODY, second: before?.onlyFinal ?? NOBODY }
  const { first, second } = readPair(settings, 'all-releases', start)
  return { allReleases: first, onlyFinal: second }
}

/** Which forms of a project may be used (pip's `get_allowed_formats`): a name outweighs `:all:`, wheels only outweigh sources only. */
export function allowedFormats(control: FormatControl, name: NormalizedName): { readonly wheels: boolean; readonly sources: boolean } {
  if (control.onlyBinary.names.includes(name)) return { wheels: true, sources: false }
  if (control.noBinary.names.includes(name)) return { wheels: false, sources: true }
  if (control.onlyBinary.all) return { wheels: true, sources: false }
  return { wheels: !control.noBinary.all, sources: true }
}

/** Whether pre-releases of a project count: yes, no, or undefined for pip's default (only when nothing else fits or one is asked for). */
export function releasesAllowed(control: ReleaseControl, name: NormalizedName): boolean | undefined {
  if (control.allReleases.names.includes(name)) return true
  if (control.onlyFinal.names.includes(name)) return false
  if (control.allReleases.all) return true
  return control.onlyFinal.all ? false : undefined
}

function readPair(settings: readonly Setting[], firstOption: string, start: Pair): Pair {
  let pair = start
  for (const setting of settings) {
    if (setting.value.startsWith('-')) throw badValue(setting, 'needs a value')
    const isFirst = setting.option.long[0] === firstOption
    const changed = applyNames(setting.value, isFirst ? pair : { first: pair.second, second: pair.first })
    pair = isFirst ? changed : { first: changed.second, second: changed.first }
  }
  return pair
}

/** pip's `handle_mutual_excludes`: adds names to `first`, removing them from `second`. */
function applyNames(value: string, { first, second }: Pair): Pair {
  let added = value.split(',')
  let [target, other] = [first, second]
  const lastAll = added.lastIndexOf(':all:')
  if (lastAll !== -1) {
    target = { all: true, names: [] }
    other = NOBODY
    added = added.slice(lastAll + 1)
    if (!added.includes(':none:')) return { first: target, second: other }
  }
  for (const text of added) {
    if (text === ':none:') {
      target = NOBODY
      continue
    }
    const name = normalizeName(text)
    other = { ...other, names: other.names.filter((known) => known !== name) }
    target = { ...target, names: [...target.names.filter((known) => known !== name), name] }
  }
  return { first: target, second: other }
}

/** Throws `usage` for `--pre` beside the options that say the same by name (pip's rule for the command line). */
export function checkPreAlone(pre: boolean, settings: readonly Setting[]): void {
  const { allReleases, onlyFinal } = readReleaseControl(settings)
  const isNamed = [allReleases, onlyFinal].some(({ all, names }) => all || names.length > 0)
  const [other] = settings
  if (pre && isNamed && other !== undefined) throw new UserError('usage', '--pre cannot be used with --all-releases or --only-final', { origin: other.origin })
}
