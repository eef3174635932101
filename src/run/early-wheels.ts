import { specifierSetContains } from '../standards/specifiers.ts'
import type { Candidate } from '../index/types.ts'
import type { StagedDistribution } from '../install/types.ts'
import type { InstalledDistribution } from '../target/types.ts'
import type { NormalizedName } from '../standards/names.ts'
import type { FetchedWheel } from '../fetch/types.ts'
import type { WheelStore } from '../store/wheels.ts'
import { isStored, type RunParts } from './parts.ts'
import type { Pin } from './pins.ts'
import type { ResolvedPackage } from '../resolve/types.ts'
import type { Staging } from './staging.ts'

/** A wheel on its way into its stage: fetched once, unpacked once, whoever asks. */
export interface WheelProgress {
  readonly fetched: Promise<FetchedWheel>
  readonly staged: Promise<StagedDistribution>
}

/** Has a wheel fetched and staged; who asks again for one that is under way is given the same progress. */
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

/** What is pinned, and what is there of it. */
export interface EarlyFacts {
  readonly pins: readonly Pin[]
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
  for (const pin of facts.pins) {
    const installed = facts.installed.get(pin.name)
    if (installed !== undefined && specifierSetContains(pin.user.specifier, installed.version)) continue
    startPinned(pin, facts).catch(() => undefined)
  }
}

/** The same with the packages of an earlier answer that may still hold: pinned ones, and those that take no more than links. */
export function startRecalledWheels(packages: readonly ResolvedPackage[], { pins, staging }: { readonly pins: readonly Pin[]; readonly staging: Pick<Staging, 'start' | 'isLinked'> }): void {
  const pinned = new Set(pins.map(({ name }) => name))
  for (const { name, entry, userRequirements } of packages) {
    if (entry.kind === 'index' && (pinned.has(name) || staging.isLinked(entry.candidate))) staging.start(entry.candidate, { requested: userRequirements.length > 0 })
  }
}

/** Whose first choices are worth a download. */
export interface ChoiceFacts {
  /** Projects that the user names. */
  readonly named: ReadonlySet<NormalizedName>
  readonly store: Pick<WheelStore, 'find' | 'isEmpty'>
  /** Resolves when the store may be looked into. */
  readonly storeReady: Promise<void>
  readonly start: StartWheel
}

/**
 * Starts on the first candidate that the search takes of each project the user names: nearly always it is the answer, so that what was
 * asked for comes and is unpacked while its dependencies are still looked for. A later choice of the same project shows that this is
 * one of the others, for which nothing is started. From a store that has wheels nothing is started that is not in it, or the same wrong
 * guess would be downloaded in each run.
 */
export function firstChoices({ named, store, storeReady, start }: ChoiceFacts): (candidate: Candidate) => void {
  const taken = new Set<NormalizedName>()
  const isEmpty = storeReady.then(() => store.isEmpty())
  return (candidate) => {
    if (!named.has(candidate.name) || taken.has(candidate.name)) return
    taken.add(candidate.name)
    if (candidate.format === 'sdist') return
    void isEmpty.then((empty) => {
      if (empty || isStored(store, candidate)) start(candidate, { requested: true })
    })
  }
}

async function startPinned({ name, user }: Pin, facts: EarlyFacts): Promise<void> {
  const { candidates } = await facts.lookup.list(name, { signal: facts.signal, urgent: true })
  const candidate = candidates.find(({ version }) => specifierSetContains(user.specifier, version))
  if (candidate !== undefined) facts.start(candidate, { requested: true })
}
