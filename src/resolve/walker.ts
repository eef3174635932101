import type { MarkerEnvironment } from '../standards/markers.ts'
import type { NormalizedName } from '../standards/names.ts'
import type { Requirement } from '../standards/requirements.ts'
import { activeRequirements } from './dependencies.ts'
import { packageKey } from './demand.ts'
import type { Knowledge } from './knowledge.ts'
import { likelyEntry } from './universe.ts'

/**
 * Runs ahead of the solver: for each name met, asks for its candidates, then for the metadata of the one that will
 * probably be taken, then goes on with what that one requires. Only warms what is asked once anyway; its guesses and its
 * failures change nothing. Off when there is one network slot.
 */
export class Walker {
  readonly #knowledge: Knowledge
  readonly #environment: MarkerEnvironment
  readonly #seen = new Set<string>()
  #stopped = false

  constructor(knowledge: Knowledge, environment: MarkerEnvironment) {
    this.#knowledge = knowledge
    this.#environment = environment
  }

  visit(requirement: Pick<Requirement, 'name' | 'extras' | 'specifier' | 'url'>): void {
    if (this.#stopped || requirement.url !== undefined) return
    for (const extras of requirement.extras.length === 0 ? [[]] : [[], requirement.extras]) {
      const key = packageKey(requirement.name, extras)
      if (this.#seen.has(key)) continue
      this.#seen.add(key)
      this.#walk(requirement, extras).catch(() => undefined)
    }
  }

  stop(): void {
    this.#stopped = true
  }

  async #walk(requirement: Pick<Requirement, 'name' | 'specifier'>, extras: readonly NormalizedName[]): Promise<void> {
    const { entries } = await this.#knowledge.universe(requirement.name, { urgent: false })
    if (this.#stopped) return
    const guess = likelyEntry(entries, requirement.specifier)
    if (guess === undefined || (guess.kind === 'index' && guess.candidate.format === 'sdist')) return
    const answer = await this.#knowledge.metadata(guess, { urgent: false })
    if (this.#stopped || answer.kind !== 'metadata') return
    for (const dependency of activeRequirements(answer.metadata, this.#environment, extras)) this.visit(dependency)
  }
}
