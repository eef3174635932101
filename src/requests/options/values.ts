import { UserError } from '../../kernel/errors.ts'
import type { Located } from '../types.ts'
import { expandUser } from '../world.ts'
import type { Effective } from './fold.ts'
import type { Setting } from './setting.ts'
import { optionFlag, type OptionField } from './table.ts'

const TRUE_WORDS = ['y', 'yes', 't', 'true', 'on', '1']
const FALSE_WORDS = ['n', 'no', 'f', 'false', 'off', '0']

/**
 * The values of the settings in force, read as what their options say they are. Every reader
 * @throws UserError `usage` for a bad value on the command line, `config-syntax` for one from a configuration file or variable.
 */
export interface OptionValues {
  /** All settings of a field, unread. */
  all(field: OptionField): readonly Setting[]
  last(field: OptionField): Setting | undefined
  text(field: OptionField): Located<string> | undefined
  texts(field: OptionField): readonly Located<string>[]
  /** A list whose items may themselves be lists: `a,b` counts as `a` and `b`. */
  names(field: OptionField): readonly Located<string>[]
  number(field: OptionField): Located<number> | undefined
  flag(field: OptionField): boolean | undefined
  count(field: OptionField): number
}

/** The settings in effect, read when they are asked for; then a bad value throws `usage`, or `config-syntax` where a file said it. */
export function readValues(effective: Effective, homeDir: string): OptionValues {
  const all = (field: OptionField): readonly Setting[] => effective.get(field) ?? []
  const last = (field: OptionField): Setting | undefined => all(field).at(-1)
  const texts = (field: OptionField): readonly Located<string>[] => all(field).map((setting) => readText(setting, homeDir))
  return {
    all,
    last,
    texts,
    text: (field) => texts(field).at(-1),
    names: (field) => texts(field).flatMap(({ value, origin }) => splitNames(value).map((name) => ({ value: name, origin }))),
    number: (field) => {
      const setting = last(field)
      return setting === undefined ? undefined : { value: readNumber(setting), origin: setting.origin }
    },
    flag: (field) => {
      const setting = last(field)
      return setting === undefined ? undefined : readFlag(setting)
    },
    count: (field) => all(field).reduce((sum, setting) => sum + readCount(setting), 0),
  }
}

/** Lists of names, in which pip takes what begins with - for an option whose value is missing. */
const NAME_LISTS: readonly OptionField[] = ['format-control', 'release-control', 'refresh-package']

/**
 * Checks a setting that may be overridden: pip takes a bad value for an error wherever it stands.
 * @throws UserError as the readers.
 */
export function checkSetting(setting: Setting): void {
  const { action, value, choices } = setting.option
  if (value === 'integer' || value === 'number') readNumber(setting)
  if (choices !== undefined && action === 'set') readText(setting, '')
  if (action === 'count') readCount(setting)
  if (NAME_LISTS.includes(setting.option.field) && setting.value.startsWith('-')) throw badValue(setting, 'needs a value')
  if (action === 'true' || action === 'false' || action === 'clear') readFlag(setting)
}

/** A bad value of an option, with the code that fits where it was said. */
export function badValue(setting: Setting, why: string, hint?: string): UserError {
  const code = setting.origin.kind === 'flag' || setting.origin.kind === 'argument' ? 'usage' : 'config-syntax'
  return new UserError(code, `${optionFlag(setting.option)} ${why}`, { origin: setting.origin, ...(hint === undefined ? {} : { hint }) })
}

/** Names with commas between them, as pip's options take several. */
export function splitNames(text: string): readonly string[] {
  return text.split(',').map((name) => name.trim()).filter((name) => name !== '')
}

function readText(setting: Setting, homeDir: string): Located<string> {
  const { choices, value: kind } = setting.option
  if (choices !== undefined && !choices.includes(setting.value)) {
    throw badValue(setting, `cannot be ${JSON.stringify(setting.value)}`, `choose from ${choices.join(', ')}`)
  }
  return { value: kind === 'path' ? expandUser(setting.value, homeDir) : setting.value, origin: setting.origin }
}

function readNumber(setting: Setting): number {
  const isInteger = setting.option.value === 'integer'
  const number = isInteger ? pythonInteger(setting.value) : pythonFloat(setting.value)
  if (number !== undefined) return number
  throw badValue(setting, `needs a ${isInteger ? 'whole number' : 'number'}, not ${JSON.stringify(setting.value)}`)
}

/** As optparse reads a whole number: `0x` and `0b` as Python has them, octal behind any other 0. */
function pythonInteger(text: string): number | undefined {
  if (/^0[xbo]?[\da-f]/i.test(text)) {
    const [, prefix = '', digits = ''] = /^0([xbo]?)(\w+?)\s*$/i.exec(text) ?? []
    const radix = prefix === '' || /o/i.test(prefix) ? 8 : /x/i.test(prefix) ? 16 : 2
    const ofRadix = { 2: /^[01]+(_[01]+)*$/, 8: /^[0-7]+(_[0-7]+)*$/, 16: /^[\da-f]+(_[\da-f]+)*$/i }[radix]
    return ofRadix.test(digits) ? Number.parseInt(digits.replaceAll('_', ''), radix) : undefined
  }
  return /^\s*[-+]?\d+(_\d+)*\s*$/.test(text) ? Number(text.replaceAll('_', '')) : undefined
}

function pythonFloat(text: string): number | undefined {
  const digits = String.raw`\d+(?:_\d+)*`
  const isFloat = new RegExp(`^\\s*[-+]?(?:${digits}\\.?(?:${digits})?|\\.${digits})(?:e[-+]?${digits})?\\s*$`, 'i').test(text)
  return isFloat ? Number(text.replaceAll('_', '')) : undefined
}

/** A flag on the command line means what its option says; in configuration its value stands, whatever the option (pip's rule). */
function readFlag(setting: Setting): boolean {
  if (isTyped(setting)) return setting.option.action === 'true'
  const word = setting.value.toLowerCase()
  if (TRUE_WORDS.includes(word)) return true
  if (FALSE_WORDS.includes(word)) return false
  throw badValue(setting, `cannot be ${JSON.stringify(setting.value)}`, 'say yes or no, true or false, on or off, 1 or 0')
}

function readCount(setting: Setting): number {
  if (isTyped(setting)) return 1
  return /^\s*\+?\d+(_\d+)*\s*$/.test(setting.value) ? Number(setting.value.replaceAll('_', '')) : Number(readFlag(setting))
}

function isTyped(setting: Setting): boolean {
  return setting.origin.kind === 'flag' || setting.origin.kind === 'file'
}
