import path from 'node:path'
import type { Origin } from '../kernel/origin.ts'
import { UserError } from '../kernel/errors.ts'
import { placeOf, type RequirementsLine } from '../standards/requirements-file.ts'
import { applyIndexLine, absoluteIfThere } from './index-settings.ts'
import { isFileUrl } from './link.ts'
import type { FileLocation } from './locations.ts'
import type { Setting } from './options/setting.ts'
import { longNames } from './options/table.ts'
import { displayPath, notice, noteFault, type Reading } from './reading.ts'
import { registerCredentials } from './secrets.ts'
import type { Located } from './types.ts'

/** Options that act on the whole run even behind a requirement, because pip's parser of the line acts on shared sets. */
const ALWAYS = ['no-binary', 'only-binary', 'all-releases', 'only-final']
const OF_REQUIREMENT = ['hash', 'config-settings']
const FILE_OPTIONS = new Map([...longNames('requirements-file'), ...longNames('requirement')])

/** The settings of a line, with the places they stand at. */
export function lineSettings(line: RequirementsLine, location: FileLocation, reading: Reading): readonly Setting[] {
  return line.lineOptions.flatMap((said) => {
    const option = FILE_OPTIONS.get(said.name)
    return option === undefined ? [] : [{ option, value: said.value ?? '', origin: originAt(line, said.valueOffset, location, reading) }]
  })
}

/** Where a character of a line stands, for messages. */
export function originAt(line: RequirementsLine, offset: number, location: FileLocation, reading: Reading): Origin {
  return { kind: 'file', path: displayPath(location, reading.world.cwd), ...placeOf(line.source, offset) }
}

/** Takes in the options that stand behind a requirement: those pip obeys, and a word about those it drops in silence. */
export function applyRequirementOptions(settings: readonly Setting[], { editable }: { readonly editable: boolean }, reading: Reading): void {
  let editables = 0
  for (const setting of settings) {
    const name = setting.option.long[0]
    if (ALWAYS.includes(name)) reading.controls.push(setting)
    else if (name === 'editable' && editable) editables += 1
    else if (name === 'hash' && editable) ignored(setting, 'editable projects have no hashes', reading)
    else if (!OF_REQUIREMENT.includes(name)) ignored(setting, 'it has to stand on a line of its own', reading)
    if (editables > 1) ignored(setting, 'a line takes one -e', reading)
  }
}

/** Takes in a line of options alone; nested files are the caller's (pip's `handle_option_line`). */
export function applyOptionLine(settings: readonly Setting[], location: FileLocation, reading: Reading): void {
  for (const { value } of settings) registerCredentials(value, reading.secrets)
  const named = (name: string): readonly Setting[] => settings.filter(({ option }) => option.long[0] === name)
  const [findLinks, ...otherLinks] = named('find-links')
  applyIndexLine(reading.indexes, {
    noIndex: named('no-index').length > 0,
    indexUrl: named('index-url').at(-1),
    extraIndexUrls: named('extra-index-url').map(located),
    findLinks: findLinks === undefined ? [] : [relativeToFile(findLinks, location, reading)],
  })
  for (const other of otherLinks) ignored(other, 'a line takes one --find-links', reading)
  for (const hash of named('hash')) ignored(hash, 'no requirement stands before it', reading)
  for (const setting of named('config-settings')) ignored(setting, 'no requirement stands before it', reading)
  reading.controls.push(...settings.filter(({ option }) => ALWAYS.includes(option.long[0]) || option.field === 'pre'))
  reading.trustedHosts.push(...named('trusted-host').map(({ value }) => value))
  reading.preferBinary ||= named('prefer-binary').length > 0
  reading.requireHashes ||= named('require-hashes').length > 0
  reading.noRequireHashes ||= named('no-require-hashes').length > 0
  for (const feature of named('use-feature')) checkFeature(feature, reading)
}

/** What a line that names a nested file says beside it: pip drops it, except for what acts always. */
export function applyBesideNested(settings: readonly Setting[], nested: Setting, reading: Reading): void {
  for (const setting of settings) {
    if (setting === nested) continue
    if (ALWAYS.includes(setting.option.long[0])) reading.controls.push(setting)
    else ignored(setting, 'a line that names a file takes nothing else', reading)
  }
}

function checkFeature(setting: Setting, reading: Reading): void {
  const { choices = [] } = setting.option
  if (choices.includes(setting.value)) return
  noteFault(reading, new UserError('requirements-file-syntax', `--use-feature cannot be ${JSON.stringify(setting.value)}`, {
    origin: setting.origin, hint: `choose from ${choices.join(', ')}`,
  }))
}

function relativeToFile(setting: Setting, location: FileLocation, { world }: Reading): Located<string> {
  const folder = location === '-' || isFileUrl(location) ? world.cwd : path.dirname(location)
  const besideFile = absoluteIfThere(setting.value, folder)
  return { value: besideFile === setting.value ? absoluteIfThere(setting.value, world.cwd) : besideFile, origin: setting.origin }
}

function located({ value, origin }: Setting): Located<string> {
  return { value, origin }
}

function ignored(setting: Setting, why: string, reading: Reading): void {
  notice(reading, 'warning', `--${setting.option.long[0]} is ignored here, as pip does: ${why}`, setting.origin)
}
