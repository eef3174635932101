import { isLostPage } from '../index/kept-body.ts'
import type { Clock } from '../kernel/clock.ts'
import { isUserError } from '../kernel/errors.ts'
import type { UserRequirement } from '../requests/types.ts'
import { evaluateMarker } from '../standards/markers.ts'
import { attempt } from './attempt.ts'
import { timeoutError } from './failure.ts'
import { resolveFromInstalled } from './from-installed.ts'
import { Knowledge } from './knowledge.ts'
import { listMissing, withMissing, type NeededProject } from './missing.ts'
import type { NamedRequirement, ResolveParts } from './parts.ts'
import type { Resolution } from './types.ts'
import { Walker } from './walker.ts'

/**
 * Finds versions that satisfy everything asked, in pip's order of preference. Throws `UserError`: resolution-impossible with
 * the explanation, package-unknown, no-candidate, resolution-timeout, or whatever reading an index or a file failed with.
 */
export async function resolveRequirements(parts: ResolveParts): Promise<Resolution> {
  return parts.events.during({ task: 'resolve', resource: 'cpu' }, async () => {
    const applies = (user: UserRequirement): boolean => user.marker === undefined || evaluateMarker(user.marker, parts.environment)
    const constraints = parts.set.constraints.filter(applies)
    const wanted = parts.set.requirements.filter(applies)
    const kept = parts.needsFiles ? undefined : await resolveFromInstalled(parts, { wanted, constraints })
    if (kept !== undefined) return kept
    const budget = parts.timeoutMs === undefined ? undefined : startBudget(parts.clock, parts.timeoutMs)
    const signal = budget === undefined ? parts.signal : AbortSignal.any([parts.signal, budget.timeUp])
    const knowledge = new Knowledge({ ...parts, signal }, constraints)
    const walker = parts.speculate ? new Walker(knowledge, parts.environment) : undefined
    try {
      for (const user of wanted) if (user.name !== undefined && user.direct === undefined) walker?.visit({ ...user, name: user.name, extras: [...user.extras], url: undefined })
      const requirements = await nameRequirements(wanted, knowledge)
      let losses = 0
      for (;;) {
        const resolution = await attempt(parts, { knowledge, walker, requirements, constraints, timeUp: budget?.timeUp }).catch((error: unknown) => {
          if (!isLostPage(error) || losses === MOST_LOSSES) throw error
          losses += 1
          parts.lookup.forget()
        })
        if (resolution !== undefined) return resolution
        knowledge.forgetUniverses()
      }
    } catch (error) {
      throw parts.isOffline && isUserError(error) && LISTED_OFFLINE.has(error.code) ? withMissing(error, await listMissing(wanted.flatMap(asNeed), knowledge, parts.environment)) : error
    } finally {
      budget?.end()
      walker?.stop()
      knowledge.dropSpeculation()
    }
  })
}

/** Times that pages which go missing are looked up anew. */
const MOST_LOSSES = 2

/** Failures that mean, where no request can be made, that something is not here. */
const LISTED_OFFLINE: ReadonlySet<string> = new Set(['package-unknown', 'index-unreachable'])

function asNeed({ name, extras, specifier, text, direct }: UserRequirement): NeededProject[] {
  return name === undefined || direct !== undefined ? [] : [{ name, extras: [...extras], specifier, text, by: undefined }]
}

/** What is still being read when time is up ends with it. */
function startBudget(clock: Clock, timeoutMs: number): { readonly timeUp: AbortSignal; end(): void } {
  const [timeUp, ending] = [new AbortController(), new AbortController()]
  clock.sleep(timeoutMs, ending.signal).then(() => timeUp.abort(timeoutError()), () => undefined)
  return { timeUp: timeUp.signal, end: () => ending.abort() }
}

/** Paths and URLs say their project's name only after they were read. */
async function nameRequirements(wanted: readonly UserRequirement[], knowledge: Knowledge): Promise<NamedRequirement[]> {
  const named = await Promise.all(
    wanted.map(async (user): Promise<NamedRequirement> => {
      if (user.direct === undefined && user.name !== undefined) return { name: user.name, user }
      if (user.direct === undefined) throw new Error(`the requirement ${user.text} has neither a name nor a place`)
      const { candidate } = await knowledge.direct({ source: user.direct, name: user.name, user })
      return { name: candidate.name, user }
    }),
  )
  return named
}
