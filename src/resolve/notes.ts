import type { EventBus } from '../kernel/events.ts'
import type { IndexRef } from '../index/types.ts'
import type { NormalizedName } from '../standards/names.ts'
import type { Knowledge } from './knowledge.ts'
import type { ResolvedPackage } from './types.ts'

/** How many names one notice lists. */
const LISTED = 5

/** What a reader should know of the chosen distributions: extras they do not have, yanked ones, names that several indexes serve. */
export function noteOddities(packages: readonly ResolvedPackage[], { knowledge, events }: { readonly knowledge: Knowledge; readonly events: EventBus }): void {
  for (const item of packages) noteOne(item, events)
  noteShared(packages.map(({ name }) => ({ name, indexes: knowledge.known(name).list.foundOn.filter(({ kind }) => kind === 'simple') })), events)
}

/** As pip warns. */
function noteOne({ name, version, entry, extras, metadata }: ResolvedPackage, events: EventBus): void {
  for (const extra of extras) {
    if (!metadata.providesExtras.includes(extra)) events.notice('warning', `${name} ${version.text} does not provide the extra '${extra}'`)
  }
  if (entry.kind !== 'index' || entry.candidate.file.yanked === false) return
  events.notice('warning', `${name} ${version.text} was yanked from ${entry.candidate.index.label}: ${entry.candidate.file.yanked || 'no reason given'}`)
}

interface Served {
  readonly name: NormalizedName
  readonly indexes: readonly IndexRef[]
}

/** Whoever can put a name on one of several indexes can have his version chosen: one line says for which names that holds. */
function noteShared(served: readonly Served[], events: EventBus): void {
  const shared = served.filter(({ indexes }) => indexes.length > 1)
  const [first] = shared
  if (first === undefined) return
  const names = shared.slice(0, LISTED).map(({ name }) => name).join(', ')
  const more = shared.length > LISTED ? ` and ${shared.length - LISTED} more` : ''
  const indexes = [...new Set(shared.flatMap((one) => one.indexes.map(({ label }) => label)))].join(', ')
  events.notice('info', `${names}${more} ${shared.length === 1 ? 'is' : 'are'} served by several indexes (${indexes}), and the best version of all was taken, as pip does; --index-owner or --index-strategy first-match say who may serve what`)
}
