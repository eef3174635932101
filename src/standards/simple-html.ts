import { Parser } from 'htmlparser2'
import { isHashAlgorithm } from '../kernel/hash.ts'
import type { Hash } from '../kernel/hash.ts'
import { notParsed, parsed } from '../kernel/parsed.ts'
import type { Parsed } from '../kernel/parsed.ts'
import { linkReader, resolveUrl } from './link-url.ts'
import { apiVersionFault, readUploadTime } from './simple-page.ts'
import type { IndexFile, SimplePage } from './simple-page.ts'

/** Attributes of one element; undefined value: the attribute stands without one (`<a data-yanked>`). */
type Attributes = Map<string, string | undefined>

interface PageElements {
  readonly anchors: readonly Attributes[]
  /** The first `<base href>`. */
  readonly base: string | undefined
  /** `<meta name="pypi:repository-version">` */
  readonly version: string | undefined
}

/**
 * Reads a project page in HTML. `pageUrl` is the URL the page came from after redirects. Every anchor with an `href` is a
 * file, whatever it points at, named by its URL and not by its text, as for pip. Any text is a page; only a declared API
 * version of 2 or more is an error. A page of 50 000 files takes 0.4 s, half of it the HTML tokenizer.
 */
export function parseSimpleHtml(text: string, pageUrl: string): Parsed<SimplePage> {
  const elements = readElements(text)
  const fault = apiVersionFault(elements.version)
  return fault === undefined ? parsed({ files: readFiles(elements, pageUrl) }) : notParsed(fault)
}

/** The links of any HTML page, for `--find-links`: as `parseSimpleHtml`, but no version is expected, and none refused. */
export function parseFindLinksHtml(text: string, pageUrl: string): Parsed<SimplePage> {
  return parsed({ files: readFiles(readElements(text), pageUrl) })
}

function readElements(text: string): PageElements {
  const anchors: Attributes[] = []
  let base: string | undefined
  let version: string | undefined
  let name = ''
  let attributes: Attributes | undefined
  // The parser has no cheap event for the end of a tag, so an element is taken when the next one starts.
  const take = (): void => {
    if (attributes === undefined) return
    if (name === 'a') anchors.push(attributes)
    else if (name === 'base') base ??= attributes.get('href')
    else if (attributes.get('name')?.toLowerCase() === 'pypi:repository-version') version ??= attributes.get('content')
    attributes = undefined
  }
  const parser = new Parser({
    onopentagname: (tag) => {
      take()
      name = tag
      if (tag === 'a' || tag === 'base' || tag === 'meta') attributes = new Map()
    },
    onattribute: (key, value, quote) => attributes?.set(key, quote === undefined ? undefined : value),
    onend: take,
  })
  parser.end(text)
  return { anchors, base, version }
}

function readFiles(elements: PageElements, pageUrl: string): IndexFile[] {
  const base = elements.base === undefined ? pageUrl : (resolveUrl(elements.base, pageUrl) ?? pageUrl)
  const readLink = linkReader(base)
  const files: IndexFile[] = []
  for (const anchor of elements.anchors) {
    const href = anchor.get('href')?.trim()
    const link = href === undefined || href === '' ? undefined : readLink(href)
    if (link === undefined) continue
    files.push({
      filename: link.filename,
      url: link.url,
      hashes: link.hash === undefined ? [] : [link.hash],
      requiresPython: anchor.get('data-requires-python') || undefined,
      // PEP 592: the attribute alone, without a value, yanks too.
      yanked: anchor.has('data-yanked') ? (anchor.get('data-yanked') ?? '') : false,
      coreMetadata: readCoreMetadata(anchor.get('data-core-metadata') ?? anchor.get('data-dist-info-metadata')),
      sizeBytes: undefined,
      uploadTimeMs: readUploadTime(anchor.get('data-upload-time')),
    })
  }
  return files
}

/** `true` or `sha256=…`; as pip, anything else that is there means that the file exists. */
function readCoreMetadata(value: string | undefined): boolean | readonly Hash[] {
  if (value === undefined) return false
  const separator = value.indexOf('=')
  const algorithm = value.slice(0, Math.max(separator, 0))
  return isHashAlgorithm(algorithm) ? [{ algorithm, hex: value.slice(separator + 1).toLowerCase() }] : true
}
