/** An answer, and the places on this machine that it depends on, with what was found there. */
interface Watched<T> {
  readonly answer: T
  readonly watched: readonly (readonly [place: string, state: string])[]
}

/** An answer as it is kept: with the state of all it depends on, as it is now. */
export function watchedText<T>(answer: T, places: Iterable<string>, stateOf: (place: string) => string): string {
  return JSON.stringify({ answer, watched: [...places].map((place) => [place, stateOf(place)] as const) } satisfies Watched<T>)
}

/** A kept answer, if every place is in the state it was in. What cannot be read was not kept. */
export function readWatched<T>(kept: string | undefined, stateOf: (place: string) => string): T | undefined {
  try {
    const { answer, watched } = JSON.parse(kept ?? '') as Watched<T>
    return watched.every(([place, state]) => stateOf(place) === state) ? answer : undefined
  } catch {
    return undefined
  }
}
