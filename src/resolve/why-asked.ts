import { isUserError, withOuterReasons } from '../kernel/errors.ts'
import { describeOrigin } from '../kernel/origin.ts'
import type { UserRequirement } from '../requests/types.ts'
import type { NormalizedName } from '../standards/names.ts'

/** Who asked for a project first, while the answer is still being looked for. */
interface Asked {
  readonly text: string
  readonly by: NormalizedName | undefined
}

/** Why each project that was met is part of a resolve: what a failure says about the package it met. */
export class WhyAsked {
  readonly #asked = new Map<NormalizedName, Asked>()

  byUser(name: NormalizedName, user: Pick<UserRequirement, 'text' | 'origin'>): void {
    this.#note(name, { text: `${user.text} (${describeOrigin(user.origin)})`, by: undefined })
  }

  byPackage(name: NormalizedName, text: string, by: { readonly name: NormalizedName; readonly versionText: string }): void {
    this.#note(name, { text: `${text} (from ${by.name} ${by.versionText})`, by: by.name })
  }

  #note(name: NormalizedName, asked: Asked): void {
    if (!this.#asked.has(name)) this.#asked.set(name, asked)
  }

  /** Outermost first: from what the user wrote to the project. */
  chain(name: NormalizedName): string[] {
    const lines: string[] = []
    const seen = new Set<NormalizedName>()
    for (let next: NormalizedName | undefined = name; next !== undefined && !seen.has(next); ) {
      seen.add(next)
      const asked = this.#asked.get(next)
      if (asked !== undefined) lines.unshift(asked.text)
      next = asked?.by
    }
    return lines
  }

  /** Runs work about a project; a failure that a user can meet says why the project is here. */
  async during<T>(name: NormalizedName, work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      throw isUserError(error) ? withOuterReasons(error, this.chain(name)) : error
    }
  }
}
