import { isUserError, withDetails, type UserError } from '../kernel/errors.ts'
import type { MarkerEnvironment } from '../standards/markers.ts'
import type { NormalizedName } from '../standards/names.ts'
import type { Requirement } from '../standards/requirements.ts'
import { neededRequirements } from './dependencies.ts'
import type { Knowledge } from './knowledge.ts'
import type { Entry } from './types.ts'
import { likelyEntry } from './universe.ts'

/** A project that somebody needs. */
export type NeededProject = Pick<Requirement, 'name' | 'extras' | 'specifier' | 'text'> & { readonly by: string | undefined }

/** Projects looked at before the list counts as long enough. */
const MAX_PROJECTS = 2_000

/**
 * Everything that is not to be had where no request can be made (--offline, or --no-index): goes on from the best version of
 * each project that is there, so that one run names them all. A line each; for use after a failure, since it is a guess where
 * versions would have been chosen otherwise. Reads what is kept, at most 2 000 projects of it.
 */
export async function listMissing(wanted: readonly NeededProject[], knowledge: Knowledge, environment: MarkerEnvironment): Promise<string[]> {
  const missing = new Map<NormalizedName, string>()
  const seen = new Set<string>()
  const queue = [...wanted]
  for (let need = queue.shift(); need !== undefined && seen.size < MAX_PROJECTS; need = queue.shift()) {
    const key = `${need.name}[${need.extras.join(',')}]`
    if (seen.has(key)) continue
    seen.add(key)
    const found = await look(need, knowledge, environment)
    if (found.kind === 'there') queue.push(...found.needs)
    else if (!missing.has(need.name)) missing.set(need.name, `${need.name}: ${found.what}, ${need.by === undefined ? `asked for as ${need.text}` : `needed as ${need.text} by ${need.by}`}`)
  }
  return [...missing.values()]
}

type Found = { readonly kind: 'there'; readonly needs: readonly NeededProject[] } | { readonly kind: 'missing'; readonly what: string }

async function look(need: NeededProject, knowledge: Knowledge, environment: MarkerEnvironment): Promise<Found> {
  try {
    const { entries } = await knowledge.universe(need.name, { urgent: true })
    if (entries.length === 0) return { kind: 'missing', what: 'nothing is there' }
    const entry = likelyEntry(entries, need.specifier)
    // What a source needs is known only after it was built, which is not done for a list.
    if (entry === undefined || (entry.kind === 'index' && entry.candidate.format === 'sdist')) return { kind: 'there', needs: [] }
    return await needsOf(entry, need, { knowledge, environment })
  } catch (error) {
    if (!isUserError(error)) throw error
    return { kind: 'missing', what: error.message }
  }
}

async function needsOf(entry: Entry, need: NeededProject, { knowledge, environment }: { readonly knowledge: Knowledge; readonly environment: MarkerEnvironment }): Promise<Found> {
  const answer = await knowledge.metadata(entry, { urgent: true })
  if (answer.kind !== 'metadata') return { kind: 'there', needs: [] }
  const { metadata } = answer
  const active = neededRequirements(metadata, environment, need.extras)
  const by = `${need.name}${need.extras.length === 0 ? '' : `[${need.extras.join(',')}]`} ${entry.version.text}`
  return { kind: 'there', needs: active.filter(({ url }) => url === undefined).map(({ name, extras, specifier, text }) => ({ name, extras, specifier, text: text.replace(/\s*;.*$/s, ''), by })) }
}

/** The failure with the list of all that is missing, when that is more than what it tells of itself. */
export function withMissing(error: UserError, missing: readonly string[]): UserError {
  if (missing.length < 2) return error
  return withDetails(error, [`missing in all, as far as can be told from here: ${missing.length} projects`, ...missing.map((line) => `  ${line}`)])
}
