import type { IndexRef } from '../index/types.ts'
import type { NormalizedName } from '../standards/names.ts'
import type { Knowledge } from './knowledge.ts'
import type { ResolutionNotice, ResolvedPackage } from './types.ts'

/** How many names one notice lists. */
const LISTED = 5

/** What a reader should know of the chosen distributions: extras they do not have, yanked ones, names that several indexes serve. */
export function oddities(packages: readonly ResolvedPackage[], knowledge: Knowledge): ResolutionNotice[] {
  return [...packages.flatMap(oddOne), ...oddlyShared(packages.map(({ name }) => ({ name, indexes: knowledge.known(name).list.foundOn.filter(({ kind }) => kind === 'simple') })))]
}

/** As pip warns. */
function oddOne({ name, version, entry, extras, metadata }: ResolvedPackage): ResolutionNotice[] {
  const missing = extras.filter((extra) => !metadata.providesExtras.includes(extra)).map((extra): ResolutionNotice => ({ level: 'warning', text: `${name} ${version.text} does not provide the extra '${extra}'` }))
  if (entry.kind !== 'index' || entry.candidate.file.yanked === false) return missing
  return [...missing, { level: 'warning', text: `${name} ${version.text} was yanked from ${entry.candidate.index.label}: ${entry.candidate.file.yanked || 'no reason given'}` }]
}

interface Served {
  readonly name: NormalizedName
  readonly indexes: readonly IndexRef[]
}

/** Whoever can put a name on one of several indexes can have his version chosen: one line says for which names that holds. */
function oddlyShared(served: readonly Served[]): ResolutionNotice[] {
  const shared = served.filter(({ indexes }) => indexes.length > 1)
  const [first] = shared
  if (first === undefined) return []
  const names = shared.slice(0, LISTED).map(({ name }) => name).join(', ')
  const more = shared.length > LISTED ? ` and ${shared.length - LISTED} more` : ''
  const indexes = [...new Set(shared.flatMap((one) => one.indexes.map(({ label }) => label)))].join(', ')
  return [{ level: 'info', text: `${names}${more} ${shared.length === 1 ? 'is' : 'are'} served by several indexes (${indexes}), and the best version of all was taken, as pip does; --index-owner or --index-strategy first-match say who may serve what` }]
}
