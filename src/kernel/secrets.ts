import { maskParameters, pathTokens } from './url-secrets.ts'

const MASK = '****'
// The sign between scheme and host comes first, as most texts have few of them and reports are megabytes.
const USERINFO = /(?<=\b[a-z][a-z0-9+.-]*):\/\/[^/?#\s"'<>]*@/gi

/**
 * The secrets of this run. Every edge that prints (terminal, log, summary, JSON, annotations) passes its text through
 * `mask`, so that no part inside has to remember to. User information in URLs, and parameters that are named like secrets, are masked even
 * when nobody registered them.
 */
export class Secrets {
  /** Longest first: one that is the beginning of another must not leave the rest of it. */
  #values: readonly string[] = []

  /** Registers a secret and its URL-encoded and base64 forms. Values under four characters would mask ordinary words. */
  add(value: string): void {
    if (value.length < 4 || this.#values.includes(value)) return
    const forms = [value, encodeURIComponent(value.toWellFormed()), ...(['utf8', 'latin1'] as const).map((encoding) => Buffer.from(value, encoding).toString('base64'))]
    this.#values = [...new Set([...this.#values, ...forms])].sort((one, other) => other.length - one.length)
  }

  /** All registered forms, for an outside masker such as the runner's. */
  list(): readonly string[] {
    return this.#values
  }

  mask(text: string): string {
    let masked = redactUrl(text)
    for (const value of this.#values) masked = masked.replaceAll(value, MASK)
    return masked
  }
}

/** A URL fit for people: without its user name and password, and without what signs it. */
export function redactUrl(url: string): string {
  return maskParameters(url.replace(USERINFO, `://${MASK}@`), MASK)
}

/** The same for the URL of an index, whose path may hold a token. */
export function redactPlace(url: string): string {
  return pathTokens(url).reduce((text, token) => text.replace(token, MASK), redactUrl(url))
}
