/** Work that is done when it is first asked for, and once, however it ends. */
export interface Lazy<T> {
  (): Promise<T>
  readonly isStarted: boolean
}

/** Makes once, when first asked; a failure is for those who ask, and nobody has to. */
export function lazily<T>(make: () => Promise<T>): Lazy<T> {
  let started: Promise<T> | undefined
  const get = (): Promise<T> => {
    if (started === undefined) {
      started = make()
      started.catch(() => undefined)
    }
    return started
  }
  return Object.defineProperty(get, 'isStarted', { get: () => started !== undefined }) as Lazy<T>
}
