import { readFileSync } from 'node:fs'
import path from 'node:path'
import { UserError } from '../kernel/errors.ts'
import type { Origin } from '../kernel/origin.ts'
import { parseIni } from '../standards/ini.ts'
import { configFiles, type ConfigFacts, type ConfigFile } from './config-files.ts'
import type { Setting } from './options/setting.ts'
import { longNames, type Option } from './options/table.ts'
import type { World } from './world.ts'

/** What pip's configuration files and variables say about options of ours. */
export interface PipConfig {
  /** In force between the levels of configuration, lowest precedence first: `[global]`, `[install]`, environment. */
  readonly settings: readonly Setting[]
  /** Said in a file and said otherwise, in the same section, in a file of higher precedence. */
  readonly replaced: readonly Setting[]
  /** The files looked at, and whether each was there. */
  readonly files: readonly (ConfigFile & { readonly found: boolean })[]
}

interface Item {
  readonly section: string
  readonly key: string
  readonly value: string
  readonly origin: Origin
}

/** Sections that count for an installation, lowest precedence first; `:env:` stands for the variables, as in pip. */
const SECTIONS = ['global', 'install', ':env:'] as const
const NOT_OPTIONS = ['version', 'help']

/**
 * Reads pip's configuration: files, then `PIP_*` variables. Unknown keys are ignored; an empty value takes back what a file
 * below it says; a file that cannot be read counts as absent (all as pip does).
 * @throws UserError `config-syntax` for a file that is not INI, or not UTF-8.
 */
export function readPipConfig(world: World, about: ConfigFacts): PipConfig {
  const files = configFiles(world, about).map((file) => ({ ...file, items: readConfigFile(file.path, world.cwd) }))
  const byPath = new Map(files.map((file) => [file.path, file.items ?? []]))
  const items = [...[...byPath.values()].flat(), ...(about.isIsolated ? [] : environmentItems(world))]
  const names = longNames('config')
  const settings: Setting[] = []
  const replaced: Setting[] = []
  for (const section of SECTIONS) {
    for (const [key, said] of groupByKey(items.filter((item) => item.section === section))) {
      const option = names.get(key)
      const last = said.at(-1)
      if (option === undefined || last === undefined) continue
      if (last.value !== '') settings.push(toSetting(option, last))
      replaced.push(...said.slice(0, -1).map((item) => toSetting(option, item)))
    }
  }
  return { settings, replaced, files: files.map(({ level, path: file, items: found }) => ({ level, path: file, found: found !== undefined })) }
}

function toSetting(option: Option, { value, origin }: Item): Setting {
  return { option, value, origin }
}

function groupByKey(items: readonly Item[]): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) groups.set(item.key, [...(groups.get(item.key) ?? []), item])
  return groups
}

/** The items of a file, or undefined when there is none to read. */
function readConfigFile(file: string, cwd: string): readonly Item[] | undefined {
  const origin: Origin = { kind: 'file', path: file }
  const text = decodeUtf8(readIfThere(path.resolve(cwd, file)), origin)
  if (text === undefined) return undefined
  const entries = parseIni(text, normalizeKey)
  if (!entries.ok) throw new UserError('config-syntax', `pip's configuration file cannot be parsed: ${entries.message}`, { origin })
  return entries.value.map(({ section, key, value }) => ({ section, key, value, origin: { kind: 'config', path: file, key: `${section}.${key}` } }))
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}

function decodeUtf8(bytes: Buffer | undefined, origin: Origin): string | undefined {
  try {
    return bytes === undefined ? undefined : new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new UserError('config-syntax', "pip's configuration file contains invalid UTF-8 characters", { origin, cause })
  }
}

function environmentItems({ env, platform }: World): readonly Item[] {
  return Object.entries(env).flatMap(([spelled, value]) => {
    const name = platform === 'win32' ? spelled.toUpperCase() : spelled
    if (!name.startsWith('PIP_') || value === undefined) return []
    const key = normalizeKey(name.slice('PIP_'.length))
    return NOT_OPTIONS.includes(key) ? [] : [{ section: ':env:', key, value, origin: { kind: 'environment', name } as const }]
  })
}

/** `Index_URL`, `--index-url` → `index-url` (pip's `_normalize_name`). */
function normalizeKey(name: string): string {
  return name.toLowerCase().replaceAll('_', '-').replace(/^--/, '')
}
