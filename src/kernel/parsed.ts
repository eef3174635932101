/** The result of a parser: a value, or what is wrong and where (offset in characters from the start of the text). */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly message: string; readonly offset: number }

export function parsed<T>(value: T): Parsed<T> {
  return { ok: true, value }
}

export function notParsed(message: string, offset = 0): { readonly ok: false; readonly message: string; readonly offset: number } {
  return { ok: false, message, offset }
}
