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
