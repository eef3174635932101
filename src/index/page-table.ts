import type { Hash } from '../kernel/hash.ts'
import type { NormalizedName } from '../standards/names.ts'
import { jsonFileReader } from '../standards/simple-json.ts'
import type { IndexFile } from '../standards/simple-api.ts'
import { plainFile } from '../standards/simple-page.ts'
import { scanSimpleJson } from '../standards/simple-scan.ts'
import { searchSimpleJson } from '../standards/simple-search.ts'
import type { Version } from '../standards/version.ts'
import { at, filenameAt, isYankedAt, pythonOf, ROW_WORDS, TableBuilder, type FileTable } from './file-table.ts'
import { decodeTable, encodeTable, type TableFacts } from './table-format.ts'

/** Bytes of a page, from where it is: memory or disk. */
export type PageBytes = (start: number, end: number) => Buffer

/** A page's table in the form in which it is kept, which is all of a page that has to be read. */
export interface PageTable {
  readonly form: Buffer
  readonly table: FileTable
}

/** The table of a page in JSON of the shape that indexes send; undefined for other pages, which are to be parsed. */
export function scanPage(project: NormalizedName, body: Buffer, pageUrl: string): PageTable | undefined {
  const builder = new TableBuilder(project)
  // Every byte is one character then, and the places of characters are those of bytes.
  if (!scanSimpleJson(body.toString('latin1'), pageUrl, (file) => builder.add(file))) return undefined
  const form = encodeTable(builder.build())
  // Read again, for its texts were pieces of the page's and kept all of that in memory.
  const table = openTable(form, project, { pageUrl, bytes: (start, end) => body.subarray(start, end) })
  if (table === undefined) throw new Error(`the table of ${pageUrl} cannot be read again`)
  return { form, table }
}

/**
 * A table of the files of a page whose names may spell a version, at a fraction of what the table of the page costs; undefined where there
 * are none, and for pages that are to be read whole. Keeps nothing of the page but the texts of these files.
 */
export function searchPage(project: NormalizedName, version: Version, body: Buffer, pageUrl: string): FileTable | undefined {
  const builder = new TableBuilder(project)
  const texts = new Map<number, Buffer>()
  const isFound = searchSimpleJson(body.toString('latin1'), version, pageUrl, (file) => {
    builder.add(file)
    texts.set(file.start, Buffer.from(body.subarray(file.start, file.end)))
  })
  return isFound ? openTable(encodeTable(builder.build()), project, { pageUrl, bytes: (start) => texts.get(start) ?? Buffer.alloc(0) }) : undefined
}

/** A kept table, with the files that it is of; undefined: it is damaged, of another format or of another project. */
export function openTable(form: Buffer, project: NormalizedName, page: PageFacts): FileTable | undefined {
  const facts = decodeTable(form)
  if (facts?.project !== project) return undefined
  const read = jsonFileReader(page.pageUrl)
  const details = (row: number): IndexFile => {
    const start = at(facts.rows, row * ROW_WORDS + 3)
    try {
      return read(page.bytes(start, start + at(facts.rows, row * ROW_WORDS + 4)).toString('utf8'), filenameAt(facts, row))
    } catch (error) {
      throw page.onLost === undefined ? error : page.onLost()
    }
  }
  return { ...facts, fileAt: (row) => new TableFile(facts, row, details) }
}

/** Where the text behind a table lies. */
export interface PageFacts {
  readonly pageUrl: string
  readonly bytes: PageBytes
  /** What to throw when the text of a file is not where it stood; undefined: it cannot be. */
  readonly onLost?: () => Error
}

/** A file of a table, its text read when somebody asks for more than the table says. As `JSON.stringify` writes it, it is plain. */
class TableFile implements IndexFile {
  readonly #facts: TableFacts
  readonly #row: number
  readonly #read: (row: number) => IndexFile
  #details: IndexFile | undefined

  constructor(facts: TableFacts, row: number, read: (row: number) => IndexFile) {
    this.#facts = facts
    this.#row = row
    this.#read = read
  }

  get filename(): string {
    return filenameAt(this.#facts, this.#row)
  }

  get requiresPython(): string | undefined {
    const python = pythonOf(this.#facts, this.#row)
    return python === 0 ? undefined : this.#facts.pythons[python]
  }

  get yanked(): false | string {
    return isYankedAt(this.#facts, this.#row) ? this.#all.yanked : false
  }

  get url(): string {
    return this.#all.url
  }

  get hashes(): readonly Hash[] {
    return this.#all.hashes
  }

  get coreMetadata(): boolean | readonly Hash[] {
    return this.#all.coreMetadata
  }

  get sizeBytes(): number | undefined {
    return this.#all.sizeBytes
  }

  get uploadTimeMs(): number | undefined {
    return this.#all.uploadTimeMs
  }

  toJSON(): IndexFile {
    return plainFile(this)
  }

  get #all(): IndexFile {
    return (this.#details ??= this.#read(this.#row))
  }
}
