/** What is made when it is first asked for, and once. `make` must not ask for it itself. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}
