import { parseArgs, type ParseArgsConfig } from 'node:util'
import { UserError } from '../../kernel/errors.ts'
import type { Origin } from '../../kernel/origin.ts'
import { resolveLongName } from './abbreviations.ts'
import type { Setting } from './setting.ts'
import { longNames, type Option } from './table.ts'
import type { Place } from './spec.ts'

/** What a list of arguments says: options in order, and everything that is no option. */
export interface Tokens {
  readonly settings: readonly Setting[]
  readonly positionals: readonly string[]
}

/** Where the arguments come from, and which options may occur there. */
export interface TokenizeOptions {
  /** The options that may occur are those that allow one of these places. */
  readonly places: readonly Place[]
  /** Where an option was said, from its flag as it is called (`--index-url`). */
  readonly originOf: (flag: string) => Origin
}

/**
 * Splits arguments into options and the rest, as optparse does: options anywhere among the arguments, abbreviated long names,
 * `-rfile`, `-Uv`, `--name=value`, a value may begin with a dash, `--` ends the options.
 * @throws UserError `usage`: unknown or ambiguous option, missing value, value where none belongs.
 */
export function tokenize(args: readonly string[], { places, originOf }: TokenizeOptions): Tokens {
  const names = new Map(places.flatMap((place) => [...longNames(place)]))
  const { tokens } = parseArgs({
    args: expandLongNames(args, names, originOf), options: parseArgsOptions(names), strict: false, allowPositionals: true, tokens: true,
  })
  const settings: Setting[] = []
  const positionals: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value)
    if (token.kind === 'option') settings.push(toSetting(token, names, originOf))
  }
  return { settings, positionals }
}

type OptionToken = Extract<NonNullable<ReturnType<typeof parseArgs>['tokens']>[number], { kind: 'option' }>

function toSetting(token: OptionToken, names: ReadonlyMap<string, Option>, originOf: (flag: string) => Origin): Setting {
  const option = names.get(token.name)
  const origin = originOf(token.rawName)
  if (option === undefined) throw new UserError('usage', `no such option: ${token.rawName}`, { origin })
  if (option.value === undefined) {
    if (token.inlineValue === true) throw new UserError('usage', `${token.rawName} does not take a value`, { origin })
    return { option, value: '', origin }
  }
  if (token.value === undefined) throw new UserError('usage', `${token.rawName} needs a value: <${option.valueName ?? 'value'}>`, { origin })
  return { option, value: token.value, origin }
}

function parseArgsOptions(names: ReadonlyMap<string, Option>): NonNullable<ParseArgsConfig['options']> {
  const options: NonNullable<ParseArgsConfig['options']> = {}
  for (const [name, option] of names) {
    const short = name === option.long[0] && option.short !== undefined ? { short: option.short } : {}
    options[name] = { type: option.value === undefined ? 'boolean' : 'string', multiple: true, ...short }
  }
  return options
}

/** Writes abbreviated long options out in full; values and everything after `--` stay as they are. */
function expandLongNames(args: readonly string[], names: ReadonlyMap<string, Option>, originOf: (flag: string) => Origin): string[] {
  const expanded: string[] = []
  const shorts = new Map([...names.values()].map((option) => [option.short, option]))
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? ''
    if (arg === '--') return [...expanded, ...args.slice(index)]
    const { text, takesNext } = arg.startsWith('--') ? expandLong(arg, names, originOf) : { text: arg, takesNext: shortTakesNext(arg, shorts) }
    expanded.push(text)
    const next = args[index + 1]
    if (takesNext && next !== undefined) {
      expanded.push(next)
      index += 1
    }
  }
  return expanded
}

function expandLong(arg: string, names: ReadonlyMap<string, Option>, originOf: (flag: string) => Origin): { text: string; takesNext: boolean } {
  const equals = arg.indexOf('=')
  const typed = equals === -1 ? arg.slice(2) : arg.slice(2, equals)
  const { name, option } = resolveLongName(typed, names, originOf(`--${typed}`))
  return { text: `--${name}${equals === -1 ? '' : arg.slice(equals)}`, takesNext: option.value !== undefined && equals === -1 }
}

/** Whether a group of short flags ends in an option whose value is the next argument (`-Ur`, not `-Urfile`). */
function shortTakesNext(arg: string, shorts: ReadonlyMap<string | undefined, Option>): boolean {
  if (!arg.startsWith('-')) return false
  const valued = [...arg.slice(1)].findIndex((letter) => shorts.get(letter)?.value !== undefined)
  return valued !== -1 && valued === arg.length - 2
}
