import { redactUrl } from '../kernel/secrets.ts'
import type { NormalizedName } from '../standards/names.ts'
import { isSecureOrigin } from './secure-origin.ts'
import type { IndexRef } from './types.ts'

/** Which indexes there are, and what was said about who may serve what. */
export interface PlaceFacts {
  /** In the order of asking. http(s) or file URLs. */
  readonly indexUrls: readonly string[]
  readonly strategy: 'unsafe-best-match' | 'first-match'
  /** Names that match `pattern` (normalized, with `*`) come from the index at `url` alone. */
  readonly owners: readonly { readonly pattern: string; readonly url: string }[]
  readonly trustedHosts: readonly string[]
}

/** Which indexes are asked for a name, and how their answers count. */
export interface Places {
  readonly indexes: readonly IndexRef[]
  /** Indexes that are left out, as pip does: plain http to a host that nobody declared trusted. */
  readonly untrusted: readonly IndexRef[]
  /**
   * `merged`: all of them; `first`: one after the other until one has the name; `owned`: the one index that the name belongs to,
   * and nothing else, find-links included.
   */
  forName(name: NormalizedName): { readonly kind: 'merged' | 'first' | 'owned'; readonly indexes: readonly IndexRef[] }
}

/** The places that a run asks. Nothing is asked of them here. */
export function openPlaces(facts: PlaceFacts): Places {
  const all = unique(facts.indexUrls).map(toIndex)
  const isTrusted = (index: IndexRef): boolean => isSecureOrigin(index.url, facts.trustedHosts)
  const trusted = all.filter(isTrusted)
  // The longest pattern is the most particular one.
  const owners = [...facts.owners].sort((a, b) => b.pattern.length - a.pattern.length)
    .map(({ pattern, url }) => ({ matches: patternTest(pattern), index: all.find((index) => sameUrl(index.url, url)) ?? toIndex(url) }))
  return {
    indexes: trusted,
    untrusted: [...new Set([...all, ...owners.map(({ index }) => index)])].filter((index) => !isTrusted(index)),
    forName: (name) => {
      const owner = owners.find(({ matches }) => matches(name))
      if (owner !== undefined) return { kind: 'owned', indexes: [owner.index].filter(isTrusted) }
      return { kind: facts.strategy === 'first-match' ? 'first' : 'merged', indexes: trusted }
    },
  }
}

function toIndex(url: string): IndexRef {
  return { kind: 'simple', url, label: redactUrl(url) }
}

/** pip asks equal locations once. */
function unique(urls: readonly string[]): string[] {
  return urls.filter((url, at) => urls.findIndex((other) => sameUrl(other, url)) === at)
}

function sameUrl(a: string, b: string): boolean {
  return a.replace(/\/+$/, '') === b.replace(/\/+$/, '')
}

function patternTest(pattern: string): (name: NormalizedName) => boolean {
  const expression = new RegExp(`^${pattern.split('*').map((part) => part.replace(/[.\\+?^${}()|[\]]/g, '\\$&')).join('.*')}$`)
  return (name) => expression.test(name)
}
