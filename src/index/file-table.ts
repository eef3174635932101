import type { NormalizedName } from '../standards/names.ts'
import type { IndexFile } from '../standards/simple-api.ts'
import { parseVersion, type Version } from '../standards/version.ts'
import { cutWheelName, parseSdistName, parseWheelHead, sdistTexts, wheelVersionText } from '../standards/wheel-name.ts'

/**
 * The files of a page of one project, by what they have in common: few texts and many small numbers, of which candidates are
 * chosen without anything being made for files that nobody takes. Rests on the page and the project's name alone.
 */
export interface FileTable {
  readonly project: NormalizedName
  /** Names up to the tags; those of files that are no wheels whole. */
  readonly heads: readonly string[]
  /** Place of each head's version among those of the page, newest first, or `NO_VERSION`. */
  readonly versionOfHead: Int32Array
  readonly versionCount: number
  /** Tags of wheels as they are spelt; the first is empty, for what is no wheel. */
  readonly tags: readonly string[]
  /** Texts of Requires-Python; the first is empty, for none. */
  readonly pythons: readonly string[]
  /** `ROW_WORDS` numbers for each file, in the page's order: head, tags, twice the place in `pythons` and one if yanked, start, length. */
  readonly rows: Uint32Array
  readonly fileAt: (row: number) => IndexFile
}

export const ROW_WORDS = 5
/** The head is not one of the project, or has no version that can be read. */
export const NO_VERSION = -1

/** What decides about a file, and where the rest of it stands. */
export interface TableEntry {
  readonly filename: string
  /** Empty: none. */
  readonly requiresPython: string
  readonly isYanked: boolean
  readonly start: number
  readonly end: number
}

/** Files one after the other into a table; what repeats in their names is looked at once. */
export class TableBuilder {
  readonly #project: NormalizedName
  readonly #heads = new Heads()
  readonly #tags = new Places('')
  readonly #pythons = new Places('')
  #rows = new Uint32Array(64 * ROW_WORDS)
  #used = 0

  constructor(project: NormalizedName) {
    this.#project = project
  }

  add({ filename, requiresPython, isYanked, start, end }: TableEntry): void {
    const { head, tags } = cutWheelName(filename)
    if (this.#used === this.#rows.length) this.#grow()
    const at = this.#used
    this.#rows[at] = this.#heads.of(head, tags !== '')
    this.#rows[at + 1] = this.#tags.of(tags)
    this.#rows[at + 2] = this.#pythons.of(requiresPython) * 2 + (isYanked ? 1 : 0)
    this.#rows[at + 3] = start
    this.#rows[at + 4] = end - start
    this.#used += ROW_WORDS
  }

  build(): Omit<FileTable, 'fileAt'> {
    const textOf = versionTexts(this.#project)
    const texts = new Places()
    const keys: (string | undefined)[] = []
    const textOfHead = this.#heads.all.map(({ head, isWheel }) => {
      const text = textOf(head, isWheel)
      const place = text === undefined ? NO_VERSION : texts.of(text)
      if (text !== undefined && place === keys.length) keys.push(parseVersion(text)?.sortKey)
      return place
    })
    const { places, count } = newestFirst(keys)
    const versionOfHead = new Int32Array(textOfHead.length)
    for (const [head, text] of textOfHead.entries()) versionOfHead[head] = places[text] ?? NO_VERSION
    const heads = this.#heads.all.map(({ head }) => head)
    return { project: this.#project, heads, versionOfHead, versionCount: count, tags: this.#tags.texts, pythons: this.#pythons.texts, rows: this.#rows.slice(0, this.#used) }
  }

  #grow(): void {
    const rows = new Uint32Array(this.#rows.length * 2)
    rows.set(this.#rows)
    this.#rows = rows
  }
}

/** The same text may be the head of a wheel and a whole name. */
class Heads {
  readonly all: { readonly head: string; readonly isWheel: boolean }[] = []
  readonly #ofWheels = new Map<string, number>()
  readonly #ofOthers = new Map<string, number>()

  of(head: string, isWheel: boolean): number {
    const places = isWheel ? this.#ofWheels : this.#ofOthers
    const known = places.get(head)
    if (known !== undefined) return known
    places.set(head, this.all.length)
    this.all.push({ head, isWheel })
    return this.all.length - 1
  }
}

/** Texts, each once, and their places. */
class Places {
  readonly texts: string[] = []
  readonly #places = new Map<string, number>()

  constructor(...texts: readonly string[]) {
    for (const text of texts) this.of(text)
  }

  of(text: string): number {
    const known = this.#places.get(text)
    if (known !== undefined) return known
    this.#places.set(text, this.texts.length)
    this.texts.push(text)
    return this.texts.length - 1
  }
}

/** For each sort key the place of its version among all of these, newest first; equal keys share one. */
export function newestFirst(keys: readonly (string | undefined)[]): { readonly places: Int32Array; readonly count: number } {
  const places = new Int32Array(keys.length).fill(NO_VERSION)
  const sorted = keys.flatMap((key, place) => (key === undefined ? [] : [{ key, place }])).sort((a, b) => (a.key < b.key ? 1 : a.key === b.key ? 0 : -1))
  let count = 0
  for (const [at, { key, place }] of sorted.entries()) {
    if (sorted[at - 1]?.key !== key) count += 1
    places[place] = count - 1
  }
  return { places, count }
}

/** Reads what stands for the version in heads of a project; undefined for heads of another, and for those that are malformed. */
function versionTexts(project: NormalizedName): (head: string, isWheel: boolean) => string | undefined {
  const usual = usualStart(project)
  return (head, isWheel) => {
    if (!isWheel) return head.endsWith('.whl') ? undefined : sdistTexts(head, project)?.versionText
    if (usual !== undefined && head.startsWith(usual) && !head.includes('-', usual.length)) return head.slice(usual.length)
    return parseWheelHead(head)?.name === project ? wheelVersionText(head) : undefined
  }
}

/** What the heads of nearly all wheels of a project begin with; undefined for names that are not written so. */
function usualStart(project: NormalizedName): string | undefined {
  const name = project.replaceAll('-', '_')
  return /^[a-z0-9]+(?:_[a-z0-9]+)*$/.test(name) ? `${name}-` : undefined
}

/** A table of files that are there already. */
export function tableOf(project: NormalizedName, files: readonly IndexFile[]): FileTable {
  const builder = new TableBuilder(project)
  for (const { filename, requiresPython, yanked } of files) builder.add({ filename, requiresPython: requiresPython ?? '', isYanked: yanked !== false, start: 0, end: 0 })
  return { ...builder.build(), fileAt: (row) => at(files, row) }
}

/** Whether files of a page are in a table. */
export function isTable(files: readonly IndexFile[] | FileTable): files is FileTable {
  return 'rows' in files
}

/** The files of a page as a list, whichever way they are kept. */
export function allFiles(files: readonly IndexFile[] | FileTable): readonly IndexFile[] {
  return isTable(files) ? Array.from({ length: rowCount(files) }, (_, row) => files.fileAt(row)) : files
}

/** How many files a table has. */
export function rowCount({ rows }: Pick<FileTable, 'rows'>): number {
  return rows.length / ROW_WORDS
}

/** Place of a file's head in `heads`. */
export function headOf({ rows }: Pick<FileTable, 'rows'>, row: number): number {
  return rows[row * ROW_WORDS] ?? 0
}

/** 0: no wheel. */
export function tagsOf({ rows }: Pick<FileTable, 'rows'>, row: number): number {
  return rows[row * ROW_WORDS + 1] ?? 0
}

/** Place of a file's Requires-Python in `pythons`; 0: none. */
export function pythonOf({ rows }: Pick<FileTable, 'rows'>, row: number): number {
  return (rows[row * ROW_WORDS + 2] ?? 0) >>> 1
}

/** Whether a file was yanked; why stands in the file itself. */
export function isYankedAt({ rows }: Pick<FileTable, 'rows'>, row: number): boolean {
  return ((rows[row * ROW_WORDS + 2] ?? 0) & 1) === 1
}

/** The name of a file, put together again. */
export function filenameAt(table: Pick<FileTable, 'rows' | 'heads' | 'tags'>, row: number): string {
  const head = at(table.heads, headOf(table, row))
  const tags = tagsOf(table, row)
  return tags === 0 ? head : `${head}-${at(table.tags, tags)}.whl`
}

/** The version of a file that has one. */
export function versionAt(table: FileTable, row: number): Version {
  const head = at(table.heads, headOf(table, row))
  const version = tagsOf(table, row) === 0 ? parseSdistName(head, table.project)?.version : parseVersion(wheelVersionText(head))
  if (version === undefined) throw new Error(`${filenameAt(table, row)} has no version`)
  return version
}

/** What stands at a place that is known to be there; throws `RangeError` where a table is damaged. */
export function at<T>(list: { readonly [place: number]: T; readonly length: number }, place: number): T {
  const item = list[place]
  if (item === undefined) throw new RangeError(`place ${place} of ${list.length}`)
  return item
}
