import { parseMetadata } from '../standards/metadata.ts'
import { buildKey, type BuildFacts } from './build-facts.ts'
import type { BuilderParts } from './parts.ts'
import type { BuildSource, SourceMetadata } from './types.ts'

type KeepingParts = Pick<BuilderParts, 'prepared' | 'events'>
type Facts = BuildFacts | undefined

/** What the backend of a source told an earlier run under equal facts; undefined: nothing that can be used. A damaged answer is forgotten. */
export async function findAnswer(source: BuildSource, facts: Facts, { prepared, events }: KeepingParts): Promise<SourceMetadata | undefined> {
  const key = answerKey(source, facts)
  const found = key === undefined ? undefined : await prepared?.find(key)
  if (key === undefined || found === undefined) return undefined
  const metadata = found.kind === 'whole' ? parseMetadata(found.metadata) : undefined
  if (found.kind === 'whole' && metadata?.ok === true) return { metadata: metadata.value, text: found.metadata, from: 'earlier-backend' }
  events.notice('info', `the metadata kept of ${source.label} was damaged; its backend is asked again`)
  await prepared?.drop(key)
  return undefined
}

/** Keeps what a backend said. That it failed is not kept: what it lacked may be there next time. */
export async function keepAnswer(source: BuildSource, { text }: SourceMetadata, facts: Facts, { prepared }: KeepingParts): Promise<void> {
  const key = answerKey(source, facts)
  if (key !== undefined && facts !== undefined) await prepared?.keep(key, text, facts)
}

/** Forgets what the backend said: the wheel is there, which says itself what it requires, and is believed. */
export async function dropAnswer(source: BuildSource, facts: Facts, { prepared }: KeepingParts): Promise<void> {
  const key = answerKey(source, facts)
  if (key !== undefined) await prepared?.drop(key)
}

/**
 * The name under which an answer is kept, that of the wheel; undefined: it is not. Only archives whose hash was said beforehand: others
 * would have to be here before their answer could be found again.
 */
function answerKey({ origin }: BuildSource, facts: Facts): string | undefined {
  return origin.kind === 'archive' && origin.sha256 !== undefined && facts !== undefined ? buildKey(facts) : undefined
}
