import type { NormalizedName } from '../standards/names.ts'
import { parseSdistName, parseWheelHead, parseWheelTags } from '../standards/wheel-name.ts'
import type { CandidateRules } from './candidates.ts'
import { at, headOf, isTable, isYankedAt, newestFirst, NO_VERSION, pythonOf, rowCount, tableOf, tagsOf, versionAt, type FileTable } from './file-table.ts'
import { bestRank, fitsPython, isThisPython, uploadFault } from './rejections.ts'
import type { IndexRef, ListedFiles } from './types.ts'

/** The file is no candidate. */
export const UNFIT = -1
/** After every wheel; what is added to it stays a small number. */
const SOURCE_RANK = 1 << 24

/** The files of one place, with what the target makes of their tags and of their Requires-Python, each of which is looked at once. */
export interface Shelf {
  readonly index: IndexRef
  readonly table: FileTable
  /** For each head the place of its version among those of all shelves, newest first, or `NO_VERSION`. */
  readonly versions: Int32Array
  /** Place of the file's best tag in the target's order; sources come after all wheels. `UNFIT`: it is no candidate. */
  readonly rank: (row: number) => number
}

/** The files of one project, as all places together list them, with versions that are numbered across places. */
export interface Shelves {
  readonly all: readonly Shelf[]
  /** How many versions lie on them. */
  readonly versionCount: number
}

/** The files of a project as they are listed, with what `rules` make of tags and Requires-Python. */
export function openShelves(name: NormalizedName, listed: readonly ListedFiles[], rules: CandidateRules): Shelves {
  const tables = listed.map(({ files }) => (isTable(files) ? files : tableOf(name, files)))
  const { versions, versionCount } = joinedVersions(tables)
  const all = listed.map(({ index }, place): Shelf => {
    const shelf = { index, table: at(tables, place), versions: at(versions, place) }
    return { ...shelf, rank: rankReader(shelf, rules) }
  })
  return { all, versionCount }
}

/** One order of versions for several tables. */
function joinedVersions(tables: readonly FileTable[]): { readonly versions: readonly Int32Array[]; readonly versionCount: number } {
  const [only, ...others] = tables
  if (only !== undefined && others.length === 0) return { versions: [only.versionOfHead], versionCount: only.versionCount }
  const keys = tables.map(sortKeys)
  const { places, count } = newestFirst(keys.flat())
  let start = 0
  return { versions: keys.map((own) => places.subarray(start, (start += own.length))), versionCount: count }
}

function sortKeys(table: FileTable): (string | undefined)[] {
  const keys = new Array<string | undefined>(table.heads.length).fill(undefined)
  for (let row = 0; row < rowCount(table); row += 1) {
    const head = headOf(table, row)
    if (table.versionOfHead[head] !== NO_VERSION) keys[head] ??= versionAt(table, row).sortKey
  }
  return keys
}

function rankReader({ index, table, versions }: Omit<Shelf, 'rank'>, rules: CandidateRules): Shelf['rank'] {
  const ranks = Int32Array.from(table.tags, (tags, place) => (place === 0 ? (rules.allowSdists ? SOURCE_RANK : UNFIT) : rules.allowWheels ? rankOf(tags, rules) : UNFIT))
  const fits = table.pythons.map((text) => text === '' || rules.ignoreRequiresPython || fitsHere(text, rules))
  return (row) => {
    const head = headOf(table, row)
    const tags = tagsOf(table, row)
    const rank = ranks[tags] ?? UNFIT
    if (rank === UNFIT || versions[head] === NO_VERSION || fits[pythonOf(table, row)] === false) return UNFIT
    if (tags === 0 && isForOtherPython(at(table.heads, head), table.project, rules)) return UNFIT
    return rules.uploadedPriorToMs !== undefined && uploadFault(table.fileAt(row), index, rules) !== undefined ? UNFIT : rank
  }
}

/** What pages of different projects repeat, by the target that it is held against. */
const ranksOfTargets = new WeakMap<CandidateRules['tagRanks'], Map<string, number>>()
const pythonsOfTargets = new WeakMap<CandidateRules['pythonVersion'], Map<string, boolean>>()

function rankOf(tags: string, rules: CandidateRules): number {
  return remembered(ranksOfTargets, rules.tagRanks, tags, () => {
    const wheel = parseWheelTags(tags)
    return wheel === undefined ? UNFIT : (bestRank(wheel, rules) ?? UNFIT)
  })
}

function fitsHere(requiresPython: string, rules: CandidateRules): boolean {
  return remembered(pythonsOfTargets, rules.pythonVersion, requiresPython, () => fitsPython(requiresPython, rules))
}

function remembered<K extends object, V>(all: WeakMap<K, Map<string, V>>, target: K, text: string, make: () => V): V {
  const known = all.get(target) ?? new Map<string, V>()
  all.set(target, known)
  const value = known.get(text) ?? make()
  known.set(text, value)
  return value
}

function isForOtherPython(filename: string, project: NormalizedName, rules: CandidateRules): boolean {
  const python = filename.includes('-py') ? parseSdistName(filename, project)?.pythonVersion : undefined
  return python !== undefined && !isThisPython(python, rules)
}

/** Whether any file is of the project, by a name that can be read. */
export function hasProject({ table }: Shelf): boolean {
  for (let row = 0; row < rowCount(table); row += 1) {
    const tags = tagsOf(table, row)
    if (table.versionOfHead[headOf(table, row)] !== NO_VERSION && (tags === 0 || parseWheelTags(at(table.tags, tags)) !== undefined)) return true
  }
  return false
}

/** One file of a shelf. */
export interface Spot {
  readonly shelf: Shelf
  readonly row: number
}

/** Place of a file's version among those of all shelves, newest first, or `NO_VERSION`. */
export function versionOf({ shelf, row }: Spot): number {
  return shelf.versions[headOf(shelf.table, row)] ?? NO_VERSION
}

/** Whether a file is a wheel by its name. */
export function isWheel({ shelf, row }: Spot): boolean {
  return tagsOf(shelf.table, row) !== 0
}

/** Whether a file was yanked. */
export function isYanked({ shelf, row }: Spot): boolean {
  return isYankedAt(shelf.table, row)
}

/** Leading digits of a wheel's build tag, and the rest of it. */
export function buildOf({ shelf, row }: Spot): readonly [number, string] | undefined {
  return isWheel({ shelf, row }) ? parseWheelHead(at(shelf.table.heads, headOf(shelf.table, row)))?.build : undefined
}

/** Calls `visit` for each file, in the order of places and of their pages, with its rank. */
export function eachFile({ all }: Shelves, visit: (shelf: Shelf, row: number, rank: number) => void): void {
  for (const shelf of all) {
    const count = rowCount(shelf.table)
    for (let row = 0; row < count; row += 1) visit(shelf, row, shelf.rank(row))
  }
}
