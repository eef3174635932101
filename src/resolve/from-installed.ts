import { EventBus, type Notice } from '../kernel/events.ts'
import { isUserError } from '../kernel/errors.ts'
import type { UserRequirement } from '../requests/types.ts'
import { attempt } from './attempt.ts'
import { Knowledge } from './knowledge.ts'
import type { ResolveParts } from './parts.ts'
import type { Resolution } from './types.ts'

/**
 * The answer when everything asked for is installed and fits: what pip comes to as well, for it takes the installed
 * distribution wherever it may and then never looks at an index. Undefined when anything is missing, does not fit, or newer
 * versions are wanted. Asks nothing of the network.
 */
export async function resolveFromInstalled(parts: ResolveParts, { wanted, constraints }: { readonly wanted: readonly UserRequirement[]; readonly constraints: readonly UserRequirement[] }): Promise<Resolution | undefined> {
  const isHere = (user: UserRequirement): boolean => user.direct === undefined && user.name !== undefined && parts.installed.has(user.name)
  if (parts.policy.upgrade || !wanted.every(isHere) || constraints.some(({ direct }) => direct !== undefined)) return undefined
  const leave = (): never => {
    throw new NotInstalled()
  }
  const events = new EventBus(parts.clock)
  const notices: Notice[] = []
  events.listen((event) => {
    if (event.kind === 'notice') notices.push(event)
  })
  const nothingListed: ResolveParts['lookup'] = {
    list: (name) => (parts.installed.has(name) ? Promise.resolve({ name, candidates: [], rejections: () => [], foundOn: [], unanswered: [] }) : leave()),
    stillSays: () => Promise.resolve(false),
    widen: () => false,
    forget: () => undefined,
    dropSpeculation: () => undefined,
    places: [],
  }
  const own: ResolveParts = { ...parts, events, lookup: nothingListed, direct: { read: leave } }
  try {
    const requirements = wanted.flatMap((user) => (user.name === undefined ? [] : [{ name: user.name, user }]))
    const resolution = await attempt(own, { knowledge: new Knowledge(own, []), walker: undefined, requirements, constraints, timeUp: undefined })
    for (const { level, text, origin } of notices) parts.events.notice(level, text, origin)
    return resolution
  } catch (error) {
    if (error instanceof NotInstalled || isUserError(error)) return undefined
    throw error
  }
}

/** Something would have to be looked up. */
class NotInstalled extends Error {}
