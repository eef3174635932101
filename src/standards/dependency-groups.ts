import { notParsed, parsed } from '../kernel/parsed.ts'
import type { Parsed } from '../kernel/parsed.ts'
import { normalizeName } from './names.ts'
import type { NormalizedName } from './names.ts'
import { quoted } from './python-text.ts'
import { parseRequirement } from './requirements.ts'
import type { Requirement } from './requirements.ts'

/** `[dependency-groups]` of a pyproject.toml (PEP 735, packaging.python.org/specifications/dependency-groups). */

interface Groups {
  readonly items: ReadonlyMap<NormalizedName, unknown>
  readonly faults: string[]
  /** Groups already expanded: each is taken once, or a chain of doubled includes would grow without bound. */
  readonly taken: Set<NormalizedName>
}

/**
 * The requirements of the named groups, in the order asked, includes put in place; a group that is reached again adds nothing.
 * `table` is the table's value as parsed from TOML. Group names are compared normalized. All faults of the groups asked for are
 * in the one message: unknown and doubly defined groups, items that are neither requirement nor include, cycles.
 */
export function resolveDependencyGroups(table: unknown, names: readonly string[]): Parsed<readonly Requirement[]> {
  if (typeof table !== 'object' || table === null || Array.isArray(table)) return notParsed('[dependency-groups] is not a table')
  const groups = readGroups(table as Readonly<Record<string, unknown>>)
  const requirements = names.flatMap((name) => expandGroup(groups, normalizeName(name), []))
  return groups.faults.length === 0 ? parsed(requirements) : notParsed(groups.faults.join('; '))
}

/** Two spellings of one name are a fault wherever they stand, even in groups nobody asked for. */
function readGroups(table: Readonly<Record<string, unknown>>): Groups {
  const items = new Map<NormalizedName, unknown>()
  const faults: string[] = []
  for (const spelling of Object.keys(table)) {
    const name = normalizeName(spelling)
    if (items.has(name)) {
      const spellings = Object.keys(table).filter((other) => normalizeName(other) === name)
      faults.push(`the dependency group ${name} is defined more than once (${spellings.join(', ')})`)
    }
    items.set(name, table[spelling])
  }
  return { items, faults: [...new Set(faults)], taken: new Set() }
}

/** `trail` holds the groups that led here, outermost first. */
function expandGroup(groups: Groups, name: NormalizedName, trail: readonly NormalizedName[]): Requirement[] {
  const path = [...trail, name]
  if (trail.includes(name)) {
    groups.faults.push(`dependency groups include each other: ${path.slice(trail.indexOf(name)).join(' -> ')}`)
    return []
  }
  if (groups.taken.has(name)) return []
  groups.taken.add(name)
  const items = groups.items.get(name)
  if (items === undefined) {
    const by = trail.at(-1)
    groups.faults.push(`the dependency group ${name || '""'} does not exist${by === undefined ? '' : ` (included by ${by})`}; there ${known(groups)}`)
    return []
  }
  if (!Array.isArray(items)) {
    groups.faults.push(`the dependency group ${name} is not a list`)
    return []
  }
  return (items as readonly unknown[]).flatMap((item, index) => expandItem(groups, item, { path, label: `${name}[${index}]` }))
}

/** `are base, docs and test` */
function known({ items }: Groups): string {
  const names = [...items.keys()]
  const last = names.pop()
  if (last === undefined) return 'is none'
  return names.length === 0 ? `is ${last}` : `are ${names.join(', ')} and ${last}`
}

interface ItemPlace {
  readonly path: readonly NormalizedName[]
  /** `dev[2]` */
  readonly label: string
}

function expandItem(groups: Groups, item: unknown, at: ItemPlace): Requirement[] {
  if (typeof item === 'string') {
    const requirement = parseRequirement(item)
    if (requirement.ok) return [requirement.value]
    groups.faults.push(`${at.label}: ${quoted(item)} is not a requirement: ${requirement.message}`)
    return []
  }
  const include = includedGroup(item)
  if (include !== undefined) return expandGroup(groups, normalizeName(include), at.path)
  groups.faults.push(`${at.label} is neither a requirement nor { include-group = "name" }`)
  return []
}

function includedGroup(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null || Object.keys(item).join() !== 'include-group') return undefined
  const name = (item as Readonly<Record<string, unknown>>)['include-group']
  return typeof name === 'string' ? name : undefined
}
