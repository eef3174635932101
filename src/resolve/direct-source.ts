import { notParsed, type Parsed } from '../kernel/parsed.ts'
import { archiveFault, toDirectSource } from '../requests/direct-source.ts'
import { parseLink } from '../requests/link.ts'
import type { DirectSource } from '../requests/types.ts'

/** Reads the URL of a `name @ URL` requirement in a distribution's metadata (PEP 440 direct references). */
export function directSourceOf(url: string): Parsed<DirectSource> {
  const link = parseLink(url)
  if (!link.ok) return link
  const source = toDirectSource(link.value, { cwd: '/', editable: false })
  const fault = source.ok && source.value.kind === 'archive' ? archiveFault(source.value.url) : undefined
  return fault === undefined ? source : notParsed(fault)
}

/**
 * One text per distribution that a direct reference may name: references with equal keys are one candidate (pip's
 * `links_equivalent`: credentials, the order of the query and `#egg=` do not count, subdirectory and hashes do).
 */
export function directKey(source: DirectSource): string {
  switch (source.kind) {
    case 'archive':
      return `archive ${comparableUrl(source.url)}#${source.subdirectory ?? ''} ${source.hash === undefined ? '' : `${source.hash.algorithm}=${source.hash.hex}`}`
    case 'directory':
      return `${source.editable ? 'editable' : 'directory'} ${source.path}#${source.subdirectory ?? ''}`
    case 'vcs':
      return `${source.editable ? 'editable ' : ''}${source.vcs} ${comparableUrl(source.url)}@${source.ref ?? ''}#${source.subdirectory ?? ''}`
  }
}

function comparableUrl(text: string): string {
  const url = URL.parse(text)
  if (url === null) return text
  if (url.protocol === 'file:' && url.hostname === 'localhost') url.hostname = ''
  url.username = ''
  url.password = ''
  url.searchParams.sort()
  return url.href
}
