import { OnceMap } from '../kernel/once-map.ts'
import { evaluateMarker, type MarkerEnvironment } from '../standards/markers.ts'
import { specifierSetContains } from '../standards/specifiers.ts'
import type { Candidate } from '../index/types.ts'
import type { UserRequirement } from '../requests/types.ts'
import type { StagedDistribution } from '../install/types.ts'
import type { InstalledDistribution } from '../target/types.ts'
import type { NormalizedName } from '../standards/names.ts'
import type { FetchedWheel } from '../fetch/types.ts'
import type { RunParts } from './parts.ts'

/** A wheel on its way into its stage: fetched once, unpacked once, whoever asks. */
export interface WheelProgress {
  readonly fetched: Promise<FetchedWheel>
  readonly staged: Promise<StagedDistribution>
}

export type StartWheel = (candidate: Candidate, options: { readonly requested: boolean }) => WheelProgress

/** Wheels under way, by URL. */
export class WheelsUnderWay {
  readonly #progress = new Map<string, WheelProgress>()

  get(url: string, start: () => WheelProgress): WheelProgress {
    const known = this.#progress.get(url)
    if (known !== undefined) return known
    const started = start()
    started.fetched.catch(() => undefined)
    started.staged.catch(() => undefined)
    this.#progress.set(url, started)
    return started
  }

  /** Resolves when nothing is under way any more, however it ended. */
  async settle(): Promise<void> {
    await Promise.allSettled([...this.#progress.values()].map(({ staged }) => staged))
  }
}

export interface EarlyFacts {
  readonly requirements: readonly UserRequirement[]
  readonly environment: MarkerEnvironment
  readonly installed: ReadonlyMap<NormalizedName, InstalledDistribution>
  readonly lookup: RunParts['lookup']
  readonly signal: AbortSignal
  readonly start: StartWheel
}

/**
 * Starts on what can only be part of the answer before the answer is there: a requirement pinned to one version is that
 * version, or the resolve fails. Failures surface where the wheel is needed; here they are dropped.
 */
export function startPinnedWheels(facts: EarlyFacts): void {
  const started = new OnceMap<NormalizedName, void>()
  for (const user of facts.requirements) {
    const { name } = user
    if (name === undefined || user.direct !== undefined || !isPinned(user)) continue
    if (user.marker !== undefined && !evaluateMarker(user.marker, facts.environment)) continue
    const installed = facts.installed.get(name)
    if (installed !== undefined && specifierSetContains(user.specifier, installed.version)) continue
    started.get(name, () => startPinned(name, user, facts)).catch(() => undefined)
  }
}

async function startPinned(name: NormalizedName, user: UserRequirement, facts: EarlyFacts): Promise<void> {
  const { candidates } = await facts.lookup.list(name, { signal: facts.signal, urgent: true })
  const candidate = candidates.find(({ version }) => specifierSetContains(user.specifier, version))
  if (candidate !== undefined) facts.start(candidate, { requested: true })
}

function isPinned(user: UserRequirement): boolean {
  return user.specifier.specifiers.some(({ operator, version }) => operator === '===' || (operator === '==' && !version.endsWith('.*')))
}
