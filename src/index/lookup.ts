import type { EventBus } from '../kernel/events.ts'
import { UserError } from '../kernel/errors.ts'
import type { Hash } from '../kernel/hash.ts'
import { SharedWork, type WorkTerms } from '../kernel/shared-work.ts'
import { redactUrl } from '../kernel/secrets.ts'
import type { NormalizedName } from '../standards/names.ts'
import { listCandidates, type CandidateRules } from './candidates.ts'
import type { FindLinks } from './find-links.ts'
import type { PageReader } from './pages.ts'
import type { CandidateList, IndexRef, ListedFiles } from './types.ts'

/** Names → candidates. Each name is looked up once per run, however many ask. */
export interface CandidateLookup {
  list(name: NormalizedName, options: { readonly signal: AbortSignal; readonly urgent: boolean }): Promise<CandidateList>
  /** Ends lookups that nobody waits for. */
  dropSpeculation(): void
  /** The places that are asked, for error messages. */
  readonly places: readonly IndexRef[]
}

export interface LookupParts {
  readonly indexUrls: readonly string[]
  readonly findLinks: readonly FindLinks[]
  readonly pages: PageReader
  readonly events: EventBus
  /** Rules that are the same for every name. */
  readonly rules: Omit<CandidateRules, 'hashes' | 'allowWheels' | 'allowSdists'>
  readonly hashesFor: (name: NormalizedName) => readonly Hash[]
  readonly formatsFor: (name: NormalizedName) => { readonly wheels: boolean; readonly sdists: boolean }
}

/**
 * Asks every index and every find-links place for a name and merges what they list, as pip does: all places count alike,
 * local files first.
 */
export function openLookup(parts: LookupParts): CandidateLookup {
  const indexes = parts.indexUrls.map((url): IndexRef => ({ kind: 'simple', url, label: redactUrl(url) }))
  const lists = new SharedWork<NormalizedName, CandidateList>()
  return {
    places: [...indexes, ...parts.findLinks.map((place) => place.index)],
    dropSpeculation: () => lists.dropIdle(),
    list: (name, { signal, urgent }) =>
      lists.get(name, urgent, async (own) => {
        const terms = { ...own, signal: AbortSignal.any([signal, own.signal]) }
        const listed = await Promise.all([
          ...parts.findLinks.map((place) => readFindLinks(place, signal)),
          ...indexes.map((index) => readIndex(parts, { index, name }, terms)),
        ])
        const formats = parts.formatsFor(name)
        const rules = { ...parts.rules, hashes: parts.hashesFor(name), allowWheels: formats.wheels, allowSdists: formats.sdists }
        return listCandidates(name, relevant(listed), rules)
      }),
  }
}

async function readFindLinks(place: FindLinks, signal: AbortSignal): Promise<ListedFiles> {
  return { index: place.index, files: await place.files(signal) }
}

async function readIndex(parts: LookupParts, asked: { readonly index: IndexRef; readonly name: NormalizedName }, terms: WorkTerms): Promise<ListedFiles | undefined> {
  const facts = { task: 'page', resource: 'network', subject: asked.name } as const
  return parts.events.during(facts, async (task) => {
    const answer = await parts.pages.read(asked.index, asked.name, { ...terms, onPlace: () => task.began() })
    if (answer.kind === 'page') return { index: asked.index, files: answer.page.files }
    if (answer.kind === 'forbidden') parts.events.notice('debug', `${asked.index.label} answered 403 for ${asked.name}: taken as "not here"`)
    return undefined
  })
}

/** Find-links places list everything they have: only files that could be of the project count as having it. */
function relevant(listed: readonly (ListedFiles | undefined)[]): ListedFiles[] {
  return listed.filter((entry): entry is ListedFiles => entry !== undefined && (entry.index.kind === 'simple' || entry.files.length > 0))
}

/** The error for a name that no place has. */
export function unknownPackage(name: string, lookup: Pick<CandidateLookup, 'places'>, details: { readonly because: readonly string[]; readonly near: readonly string[] }): UserError {
  const asked = lookup.places.map((place) => place.label)
  const where = asked.length === 0 ? 'no index is in use (--no-index)' : `asked: ${asked.join(', ')}`
  return new UserError('package-unknown', `no project is named "${name}" (${where})`, {
    because: details.because,
    ...(details.near.length === 0 ? {} : { hint: `did you mean ${details.near.join(' or ')}?` }),
  })
}
