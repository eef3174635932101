import { isHashAlgorithm } from '../kernel/hash.ts'
import type { Hash } from '../kernel/hash.ts'
import { notParsed, parsed } from '../kernel/parsed.ts'
import type { Parsed } from '../kernel/parsed.ts'
import { linkReader, plainUrlReader } from './link-url.ts'
import type { Link } from './link-url.ts'
import { apiVersionFault, plainFile, readUploadTime } from './simple-page.ts'
import type { IndexFile, SimplePage } from './simple-page.ts'

type Table = Readonly<Record<string, unknown>>

/**
 * Reads a project page in JSON (`application/vnd.pypi.simple.v1+json`). `pageUrl` is the URL the page came from after
 * redirects; relative file URLs are resolved against it. Unknown keys and values of a wrong type are ignored, as is a file
 * without URL; only a text that is no JSON object, a page without a list of files and an API version of 2 or more are errors.
 * Little more than `JSON.parse` is done here; what a file says is read when it is asked for.
 */
export function parseSimpleJson(text: string, pageUrl: string): Parsed<SimplePage> {
  const page = parseObject(text)
  if (page === undefined) return notParsed('the page is not a JSON object')
  const declared = isTable(page['meta']) ? page['meta']['api-version'] : undefined
  const fault = apiVersionFault(typeof declared === 'string' ? declared : undefined)
  if (fault !== undefined) return notParsed(fault)
  const list: unknown = page['files'] ?? []
  if (!Array.isArray(list)) return notParsed('"files" of the page is not a list')
  const links = pageLinks(pageUrl)
  const files: IndexFile[] = []
  for (const entry of list as readonly unknown[]) {
    if (!isTable(entry) || typeof entry['url'] !== 'string') continue
    const named = readFilename(entry['filename'])
    const filename = named !== undefined && links.isSound(entry['url']) ? named : nameByLink(links.read(entry['url']), named)
    if (filename !== undefined) files.push(new JsonFile(entry, filename, links))
  }
  return parsed({ files })
}

/** Reads files of one page of which the text stands alone, by the name that is known of them. Throws for a text that is not that of such a file. */
export function jsonFileReader(pageUrl: string): (text: string, filename: string) => IndexFile {
  const links = pageLinks(pageUrl)
  return (text, filename) => {
    const entry = parseObject(text)
    if (entry === undefined || readFilename(entry['filename']) !== filename) throw new Error(`the text of ${filename} is not to be found where it stood in its page`)
    return new JsonFile(entry, filename, links)
  }
}

/** Undefined for a link that leads nowhere. */
function nameByLink(link: Link | undefined, named: string | undefined): string | undefined {
  return link === undefined ? undefined : (named ?? link.filename)
}

/** How the links of one page are read. */
interface PageLinks {
  /** Whether `read` is certain to find a link, told without reading it. */
  readonly isSound: (href: string) => boolean
  readonly read: (href: string) => Link | undefined
  /** The URL alone, of links that are plain. */
  readonly plainUrl: (href: string) => string | undefined
}

function pageLinks(pageUrl: string): PageLinks {
  const isWeb = /^https?:\/\//.test(pageUrl) && URL.canParse(pageUrl)
  // A path below a web page cannot fail to be one, whatever it holds.
  const isSound = (href: string): boolean => href.startsWith('https://') || href.startsWith('http://') || (isWeb && href.startsWith('../'))
  return { isSound, read: linkReader(pageUrl), plainUrl: plainUrlReader(pageUrl) }
}

/**
 * A file as its page tells of it, read when it is asked for: of most files of a page nobody asks for more than the name. Equals no
 * plain object, and is none for `structuredClone`; `JSON.stringify` writes it as it would write one.
 */
class JsonFile implements IndexFile {
  readonly filename: string
  readonly #entry: Table
  readonly #links: PageLinks
  #place: Pick<IndexFile, 'url' | 'hashes'> | undefined

  constructor(entry: Table, filename: string, links: PageLinks) {
    this.filename = filename
    this.#entry = entry
    this.#links = links
  }

  get url(): string {
    return this.#placed().url
  }

  get hashes(): readonly Hash[] {
    return this.#placed().hashes
  }

  get requiresPython(): string | undefined {
    return readText(this.#entry['requires-python'])
  }

  get yanked(): false | string {
    return readYanked(this.#entry['yanked'])
  }

  get coreMetadata(): boolean | readonly Hash[] {
    return readCoreMetadata(this.#entry['core-metadata'] ?? this.#entry['dist-info-metadata'])
  }

  get sizeBytes(): number | undefined {
    return readSize(this.#entry['size'])
  }

  get uploadTimeMs(): number | undefined {
    return readUploadTime(this.#entry['upload-time'])
  }

  toJSON(): IndexFile {
    return plainFile(this)
  }

  #placed(): Pick<IndexFile, 'url' | 'hashes'> {
    return (this.#place ??= placeOf(this.#entry, this.filename, this.#links))
  }
}

function placeOf(entry: Table, filename: string, links: PageLinks): Pick<IndexFile, 'url' | 'hashes'> {
  const href = String(entry['url'])
  const listed = readHashes(entry['hashes'])
  const url = links.plainUrl(href)
  if (url !== undefined) return { url, hashes: listed }
  const link = links.read(href)
  if (link === undefined) throw new Error(`the link to ${filename} cannot be read`)
  return { url: link.url, hashes: joinHashes(listed, link.hash) }
}

/** The declared name, unless it is a path; then the URL's, which cannot be one. */
function readFilename(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' && !/[/\\]/.test(value) ? value : undefined
}

function readText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** As pip: an empty reason means not yanked here, unlike in HTML. */
function readYanked(value: unknown): false | string {
  if (typeof value === 'string' && value !== '') return value
  return value === true ? '' : false
}

/** A table of hashes none of which we know still means that the file exists. */
function readCoreMetadata(value: unknown): boolean | readonly Hash[] {
  if (!isTable(value)) return value === true
  const hashes = readHashes(value)
  return hashes.length > 0 ? hashes : true
}

function readHashes(value: unknown): Hash[] {
  if (!isTable(value)) return []
  const hashes: Hash[] = []
  for (const algorithm in value) {
    const hex = value[algorithm]
    if (isHashAlgorithm(algorithm) && typeof hex === 'string') hashes.push({ algorithm, hex: hex.toLowerCase() })
  }
  return hashes
}

/** pip lets a hash in the URL's fragment replace the one listed for its algorithm. */
function joinHashes(listed: Hash[], inUrl: Hash | undefined): readonly Hash[] {
  return inUrl === undefined ? listed : [...listed.filter((hash) => hash.algorithm !== inUrl.algorithm), inUrl]
}

function readSize(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined
}

function parseObject(text: string): Table | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isTable(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
