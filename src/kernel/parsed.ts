/** The result of a parser: a value, or what is wrong and where (offset in characters from the start of the text). */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly message: string; readonly offset: number }

/** What was read. */
export function parsed<T>(value: T): Parsed<T> {
  return { ok: true, value }
}

/** What is wrong with a text, and where. */
export function notParsed(message: string, offset = 0): { readonly ok: false; readonly message: string; readonly offset: number } {
  return { ok: false, message, offset }
}
