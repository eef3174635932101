import type { DirectSource } from '../requests/types.ts'

/** Reads the URL of a `name @ URL` requirement in a distribution's metadata (PEP 440 direct references). */
export function directSourceOf(text: string): DirectSource {
  const [bare = '', fragment = ''] = text.split('#', 2)
  const subdirectory = new URLSearchParams(fragment).get('subdirectory')
  const inside = subdirectory === null ? {} : { subdirectory }
  const vcs = /^(git|hg|svn|bzr)\+(.*)$/.exec(bare)
  if (vcs === null) return { kind: 'archive', url: bare, ...inside }
  const location = vcs[2] ?? ''
  const at = location.lastIndexOf('@')
  const hasRef = at > location.indexOf('://') + 2 && at > location.lastIndexOf('/', location.length)
  const ref = hasRef ? { ref: location.slice(at + 1) } : {}
  return { kind: 'vcs', vcs: vcs[1] ?? '', url: hasRef ? location.slice(0, at) : location, editable: false, ...ref, ...inside }
}

/**
 * One text per distribution that a direct reference may name: references with equal keys are one candidate (pip's
 * `links_equivalent`: credentials, the order of the query and `#egg=` do not count, subdirectory and hashes do).
 */
export function directKey(source: DirectSource): string {
  switch (source.kind) {
    case 'archive': {
      const hashes = (source.hashes ?? []).map((hash) => `${hash.algorithm}=${hash.hex}`).sort()
      return `archive ${comparableUrl(source.url)}#${source.subdirectory ?? ''} ${hashes.join(' ')}`.trimEnd()
    }
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
