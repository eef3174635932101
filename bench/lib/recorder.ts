import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { folder, METADATA, PAGES } from './paths.ts'

const JSON_TYPE = 'application/vnd.pypi.simple.v1+json'

interface Page {
  readonly files: { readonly filename: string; url: string }[]
}

/**
 * Project pages and metadata files of a real index, kept in bench/.data: asked of the index once, and then for ever
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

  /** The text behind `/full/<project>/` (JSON, links pointing here) or `/files/<wheel>.metadata`; undefined: unknown. */
  async find(path: string): Promise<string | undefined> {
    const project = /^\/full\/([^/]+)\/$/.exec(path)?.[1]
    if (project !== undefined) return this.#page(project)
    const file = /^\/files\/([^/]+)\.metadata$/.exec(path)?.[1]
    return file === undefined ? undefined : this.#metadata(decodeURIComponent(file))
  }

  async #page(project: string): Promise<string | undefined> {
    const kept = join(PAGES, `${project}.json`)
    const text = existsSync(kept) ? readFileSync(kept, 'utf8') : await this.#ask(`${this.#upstream}${project}/`, kept)
    if (text === undefined) return undefined
    const page = JSON.parse(text) as Page
    for (const file of page.files) {
      this.#urls.set(file.filename, file.url)
      file.url = `../../files/${file.filename}`
    }
    return JSON.stringify(page)
  }

  async #metadata(filename: string): Promise<string | undefined> {
    const kept = join(METADATA, `${filename}.metadata`)
    if (existsSync(kept)) return readFileSync(kept, 'utf8')
    const url = this.#urls.get(filename)
    return url === undefined ? undefined : this.#ask(`${url}.metadata`, kept)
  }

  async #ask(url: string, keepAs: string): Promise<string | undefined> {
    if (this.#upstream === undefined) return undefined
    this.upstreamRequests += 1
    const response = await fetch(url, { headers: { Accept: `${JSON_TYPE}, */*;q=0.1` } })
    if (response.status === 404) return undefined
    if (!response.ok) throw new Error(`${url} answered ${response.status}`)
    const text = await response.text()
    writeFileSync(`${keepAs}.part`, text)
    renameSync(`${keepAs}.part`, keepAs)
    return text
  }
}
