import { normalizeName } from '../standards/names.ts'
import { readFormatControl, readReleaseControl } from './controls.ts'
import type { Setting } from './options/setting.ts'
import { badValue, type OptionValues } from './options/values.ts'
import type { Policy } from './types.ts'

/** What the requirements files added to the command line's policy. */
export interface FilePolicy {
  readonly controls: readonly Setting[]
  readonly preferBinary: boolean
  readonly requireHashes: boolean
}

/** @param nowMs for durations such as `P3D`. */
export function readPolicy(values: OptionValues, files: FilePolicy, nowMs: number): Policy {
  const preInFiles = files.controls.some(({ option }) => option.field === 'pre')
  const named = files.controls.filter(({ option }) => option.field === 'release-control')
  const said = readReleaseControl([...values.all('release-control'), ...named])
  const pre = values.flag('pre') === true || preInFiles
  const releaseControl = pre ? { ...said, allReleases: { ...said.allReleases, all: true } } : said
  const timeout = values.number('resolve-timeout')
  return {
    releaseControl,
    upgrade: values.flag('upgrade') === true,
    upgradeStrategy: values.text('upgrade-strategy')?.value === 'eager' ? 'eager' : 'only-if-needed',
    forceReinstall: values.flag('force-reinstall') === true,
    ignoreInstalled: values.flag('ignore-installed') === true || values.text('target') !== undefined,
    noDependencies: values.flag('no-deps') === true,
    onlyDependencies: values.flag('only-deps') === true,
    ignoreRequiresPython: values.flag('ignore-requires-python') === true,
    requireHashes: files.requireHashes,
    preferBinary: values.flag('prefer-binary') === true || files.preferBinary,
    formatControl: readFormatControl([...values.all('format-control'), ...files.controls.filter(({ option }) => option.field === 'format-control')]),
    uploadedPriorToMs: readUploadedPriorTo(values.last('uploaded-prior-to'), nowMs),
    uploadedAnyTime: values.names('uploaded-any-time').map(({ value }) => normalizeName(value)),
    resolveTimeoutMs: timeout === undefined ? undefined : timeout.value * 1000,
  }
}

const ISO_TIME = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ](\d{2})(?::?(\d{2})(?::?(\d{2})(?:[.,](\d+))?)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i

/** `PnD`, or an ISO 8601 date or time, local where it names no offset (pip's `--uploaded-prior-to`). Throws `usage`, or `config-syntax`. */
export function readUploadedPriorTo(setting: Setting | undefined, nowMs: number): number | undefined {
  if (setting === undefined) return undefined
  const days = /^P(\d+)D$/.exec(setting.value)?.[1]
  if (days !== undefined) return nowMs - Number(days) * 86_400_000
  const match = ISO_TIME.exec(setting.value)
  const time = match === null ? Number.NaN : isoTime(match)
  if (Number.isNaN(time)) {
    throw badValue(setting, `cannot be ${JSON.stringify(setting.value)}`, 'give a date or time (2023-01-01, 2023-01-01T00:00:00Z) or a number of days (P3D)')
  }
  return time
}

function isoTime([, year = '', month = '', day = '', hour = '00', minute = '00', second = '00', fraction = '0', zone]: RegExpExecArray): number {
  const offset = zone === undefined ? '' : zone.length === 3 ? `${zone}:00` : zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase()
  const date = `${year}-${month}-${day}`
  if (Number.isNaN(Date.parse(`${date}T00:00:00Z`)) || new Date(`${date}T00:00:00Z`).getUTCDate() !== Number(day)) return Number.NaN
  return Date.parse(`${date}T${hour}:${minute}:${second}.${fraction.slice(0, 3).padEnd(3, '0')}${offset}`)
}
