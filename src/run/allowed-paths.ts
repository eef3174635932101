import path from 'node:path'
import { slashed } from '../kernel/slashed.ts'
import type { Scheme } from '../target/types.ts'
import { realFolder } from '../install/work-area.ts'

/**
 * `--allow-overwrite`: whether a path is let through, by patterns relative to site-packages in which `*` stands for any
 * part of a name and `**` for any folders. Scripts are reached as RECORD does: `../../../bin/tool`.
 */
export function allowedPaths(patterns: readonly string[], scheme: Pick<Scheme, 'purelib' | 'platlib'>): (path: string) => boolean {
  if (patterns.length === 0) return () => false
  const matchers = patterns.map(toMatcher)
  const roots = [...new Set([realFolder(scheme.purelib), realFolder(scheme.platlib)])]
  return (file) => roots.some((root) => matchers.some((matcher) => matcher.test(slashed(path.relative(root, file)))))
}

function toMatcher(pattern: string): RegExp {
  const text = pattern.replace(/\*\*\/|\*\*|\*|\?|[^*?]+/g, (part) => {
    if (part === '**/') return '(?:.*/)?'
    if (part === '**') return '.*'
    if (part === '*') return '[^/]*'
    return part === '?' ? '[^/]' : part.replace(/[.+^${}()|[\]\\]/g, '\\$&')
  })
  return new RegExp(`^${text}$`)
}
