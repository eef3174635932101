import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Parser } from 'htmlparser2'
import { remoteMetadata } from './remote-metadata.ts'
import { folder, METADATA, PAGES, WHEELS } from './paths.ts'

const JSON_TYPE = 'application/vnd.pypi.simple.v1+json'

interface PageFile {
  readonly filename: string
  readonly url: string
  readonly [field: string]: unknown
}

interface Page {
  readonly files: readonly PageFile[]
}

/**
 * Project pages, metadata files and wheels of a real index, kept in bench/.data: asked of the index once, and then for ever
 * the same, so that resolver benches of different days see one world. Without `upstream` it serves what is kept.
 */
export class Recorder {
  readonly #upstream: string | undefined
  /** File name → its URL at the real index, from the pages read so far. */
  readonly #urls = new Map<string, string>()
  upstreamRequests = 0

  constructor(upstream: string | undefined) {
    this.#upstream = upstream?.replace(/\/?$/, '/')
    folder(PAGES)
    folder(METADATA)
  }

  /** What is behind `/full/<project>/` (JSON, links pointing here), `/files/<wheel>` and `/files/<wheel>.metadata`; undefined: unknown. */
  async find(path: string): Promise<Buffer | undefined> {
    const project = /^\/full\/([^/]+)\/$/.exec(path)?.[1]
    if (project !== undefined) return this.#page(project)
    const file = /^\/files\/([^/]+)$/.exec(path)?.[1]
    return file === undefined ? undefined : this.#file(decodeURIComponent(file))
  }

  async #page(project: string): Promise<Buffer | undefined> {
    const kept = join(PAGES, `${project}.json`)
    if (!existsSync(kept)) {
      const url = `${this.#upstream}${project}/`
      const text = (await this.#ask(url))?.toString()
      if (text === undefined) return undefined
      // Indexes and caches before them may answer HTML whatever was asked for.
      keep(kept, text.trimStart().startsWith('{') ? text : JSON.stringify(fromHtml(text, project, url)))
    }
    const page = JSON.parse(readFileSync(kept, 'utf8')) as Page
    for (const file of page.files) this.#urls.set(file.filename, file.url)
    return Buffer.from(JSON.stringify({ ...page, files: page.files.map(localFile) }))
  }

  async #file(name: string): Promise<Buffer | undefined> {
    const distribution = name.replace(/\.metadata$/, '')
    const kept = join(name === distribution ? WHEELS : METADATA, name)
    if (existsSync(kept)) return readFileSync(kept)
    const url = this.#urls.get(distribution)
    if (url === undefined || this.#upstream === undefined) return undefined
    const bytes = name === distribution ? await this.#ask(url) : await this.#metadata(url)
    if (bytes !== undefined) keep(kept, bytes)
    return bytes
  }

  /** The index's own metadata file, or what the wheel holds where the index has none. */
  async #metadata(url: string): Promise<Buffer | undefined> {
    const published = await this.#ask(`${url}.metadata`)
    return published ?? remoteMetadata(url)
  }

  async #ask(url: string): Promise<Buffer | undefined> {
    if (this.#upstream === undefined) return undefined
    this.upstreamRequests += 1
    const response = await fetch(url, { headers: { Accept: `${JSON_TYPE}, */*;q=0.1` } })
    if (response.status === 404) return undefined
    if (!response.ok) throw new Error(`${url} answered ${response.status}`)
    return Buffer.from(await response.arrayBuffer())
  }
}

/** A file as this index lists it: served here, with metadata for every wheel. */
function localFile(file: PageFile): PageFile {
  const metadata = file.filename.endsWith('.whl') ? { 'core-metadata': file['core-metadata'] ?? true } : {}
  return { ...file, ...metadata, url: `../../files/${file.filename}` }
}

function keep(path: string, content: string | Buffer): void {
  writeFileSync(`${path}.part`, content)
  renameSync(`${path}.part`, path)
}

/** The anchors of a PEP 503 page as PEP 691 files. */
function fromHtml(html: string, project: string, pageUrl: string): Page {
  const files: PageFile[] = []
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (name === 'a' && attributes['href'] !== undefined) files.push(anchor(attributes, pageUrl))
    },
  })
  parser.end(html)
  return Object.assign({ meta: { 'api-version': '1.0' }, name: project }, { files })
}

function anchor(attributes: Record<string, string>, pageUrl: string): PageFile {
  const url = new URL(attributes['href'] ?? '', pageUrl)
  const [algorithm, hex] = url.hash.slice(1).split('=')
  url.hash = ''
  const core = attributes['data-core-metadata'] ?? attributes['data-dist-info-metadata']
  const requiresPython = attributes['data-requires-python']
  return {
    filename: decodeURIComponent(url.pathname.split('/').at(-1) ?? ''),
    url: url.href,
    hashes: algorithm === undefined || hex === undefined ? {} : { [algorithm]: hex },
    ...(requiresPython === undefined ? {} : { 'requires-python': requiresPython }),
    ...(core === undefined ? {} : { 'core-metadata': core.startsWith('sha256=') ? { sha256: core.slice(7) } : true }),
    yanked: attributes['data-yanked'] ?? false,
  }
}
