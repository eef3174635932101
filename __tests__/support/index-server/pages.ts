import { pageName } from '../metadata.ts'
import { hashesOf, publishedMetadata, sizeOf, type HostedFile, type HostedIndex } from './hosted.ts'

export const JSON_TYPE = 'application/vnd.pypi.simple.v1+json'
export const HTML_TYPE = 'application/vnd.pypi.simple.v1+html'

/** Upload time of files that were given none, so that pages are the same on every run. */
const SOME_DAY = '2024-01-02T03:04:05Z'

/** A project's page in JSON (PEP 691, 700, 714). `link` makes the URL of a file. */
export function jsonPage(index: HostedIndex, project: string, link: (hosted: HostedFile) => string): string {
  const files = listed(index, project)
  return JSON.stringify({
    meta: { 'api-version': index.options.apiVersion },
    name: project,
    versions: [...new Set(files.map(({ file }) => file.version))],
    files: files.map((hosted) => jsonFile(hosted, index, link(hosted))),
  })
}

function jsonFile(hosted: HostedFile, { options }: HostedIndex, url: string): Record<string, unknown> {
  const metadata = publishedMetadata(hosted, options)
  const core = metadata === undefined ? undefined : metadata === true ? true : { sha256: metadata }
  const requiresPython = requiresPythonOf(hosted)
  return {
    filename: hosted.file.filename,
    url,
    hashes: hashesOf(hosted, options.hashAlgorithms),
    ...(options.requiresPython && requiresPython !== undefined ? { 'requires-python': requiresPython } : {}),
    ...(core === undefined ? {} : { 'core-metadata': core, 'dist-info-metadata': core }),
    ...(options.sizes ? { size: hosted.options.sizeBytes ?? sizeOf(hosted.file) } : {}),
    ...(options.uploadTimes ? { 'upload-time': hosted.options.uploadTime ?? SOME_DAY } : {}),
    yanked: hosted.options.yanked ?? false,
  }
}

/** A project's page in HTML (PEP 503, 592, 658). */
export function htmlPage(index: HostedIndex, project: string, link: (hosted: HostedFile) => string): string {
  const anchors = listed(index, project).map((hosted) => anchor(hosted, index, link(hosted)))
  return htmlDocument(`Links for ${project}`, anchors)
}

/** All files of an index on one page, as `--find-links` reads it. */
export function findLinksPage(index: HostedIndex, link: (hosted: HostedFile) => string): string {
  const files = [...index.projects.keys()].flatMap((project) => listed(index, project))
  return htmlDocument('Links', files.map((hosted) => anchor(hosted, index, link(hosted))))
}

/** The list of projects, in HTML. */
export function rootHtml(index: HostedIndex): string {
  return htmlDocument('Simple index', [...index.projects.keys()].map((name) => `<a href="${name}/">${name}</a>`))
}

/** The list of projects, in JSON. */
export function rootJson(index: HostedIndex): string {
  return JSON.stringify({ meta: { 'api-version': index.options.apiVersion }, projects: [...index.projects.keys()].map((name) => ({ name })) })
}

/**
 * The representation to answer with (PEP 691, version and format selection), undefined when none is acceptable.
 * No Accept header means HTML, as old clients expect.
 */
export function negotiate(accept: string | undefined, offers: { readonly json: boolean; readonly html: boolean }): string | undefined {
  const offered = [...(offers.json ? [JSON_TYPE] : []), ...(offers.html ? [HTML_TYPE, 'text/html'] : [])]
  if (accept === undefined || accept === '') return offers.html ? 'text/html' : offered[0]
  const wanted = accept.split(',').map(weighed).sort((a, b) => b.weight - a.weight)
  for (const { type } of wanted.filter(({ weight }) => weight > 0)) {
    const found = type === '*/*' ? (offers.html ? 'text/html' : offered[0]) : offered.find((offer) => offer === type)
    if (found !== undefined) return found
  }
  return undefined
}

/** Page key of a project name. */
export const projectKey = pageName

function weighed(part: string): { type: string; weight: number } {
  const [type = '', ...parameters] = part.split(';').map((piece) => piece.trim())
  const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
  return { type, weight: weight === undefined ? 1 : Number(weight) }
}

function listed(index: HostedIndex, project: string): HostedFile[] {
  return (index.projects.get(project) ?? []).filter(({ options }) => options.listed !== false)
}

function requiresPythonOf({ file, options }: HostedFile): string | undefined {
  return options.requiresPython ?? file.requiresPython
}

function anchor(hosted: HostedFile, { options }: HostedIndex, url: string): string {
  const [hash] = Object.entries(hashesOf(hosted, options.hashAlgorithms))
  const metadata = publishedMetadata(hosted, options)
  const core = metadata === undefined ? undefined : metadata === true ? 'true' : `sha256=${metadata}`
  const { yanked } = hosted.options
  const attributes = {
    href: hash === undefined ? url : `${url}#${hash[0]}=${hash[1]}`,
    'data-requires-python': options.requiresPython ? requiresPythonOf(hosted) : undefined,
    'data-core-metadata': core,
    'data-dist-info-metadata': core,
    'data-yanked': yanked === undefined || yanked === false ? undefined : yanked === true ? '' : yanked,
  }
  const text = Object.entries(attributes).flatMap(([name, value]) => (value === undefined ? [] : [`${name}="${escaped(value)}"`])).join(' ')
  return `<a ${text}>${escaped(hosted.file.filename)}</a>`
}

function htmlDocument(title: string, lines: readonly string[]): string {
  const head = `<head><meta name="pypi:repository-version" content="1.1"><title>${escaped(title)}</title></head>`
  return `<!DOCTYPE html>\n<html>${head}<body><h1>${escaped(title)}</h1>\n${lines.map((line) => `${line}<br>\n`).join('')}</body></html>\n`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
