/** Parameters of a URL's query that let in whoever has them, by their name: `token`, `access_token`, `X-Amz-Signature`, `sig`, … */
const TELLING = String.raw`[?&](?:[\w.-]*(?:token|secret|password|passwd|signature|credential|key)|sig|auth|pass|pwd)=`
const PARAMETER = new RegExp(`(?<name>${TELLING})[^&#\\s"'<>]+`, 'gi')

/** A text with the values of telling parameters replaced. */
export function maskParameters(text: string, mask: string): string {
  return text.replace(PARAMETER, (_, name: string) => `${name}${mask}`)
}

/** A URL without its telling parameters, for what is written down for good. */
export function withoutTellingParameters(url: string): string {
  const [, place = '', query, fragment = ''] = /^([^?#]*)(?:\?([^#]*))?(.*)$/s.exec(url) ?? []
  if (query === undefined) return url
  const kept = query.split('&').filter((part) => maskParameters(`?${part}`, '') === `?${part}`)
  return `${place}${kept.length === 0 ? '' : `?${kept.join('&')}`}${fragment}`
}

/**
 * Parts of the path of an index's URL that look like a token, as some hosts have them (`https://host/TOKEN/simple/`): sixteen characters
 * or more with small and capital letters and digits, or 32 and more of a hexadecimal number. Names that people give look otherwise.
 */
export function pathTokens(url: string): readonly string[] {
  const path = /^https?:\/\/[^/?#]*(?<path>\/[^?#]*)/i.exec(url)?.groups?.['path'] ?? ''
  return path.split('/').filter((part) => /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d.*\d)[\w-]{16,}$/.test(part) || /^(?=.*[a-f])(?=.*\d)[\da-f]{32,}$/i.test(part))
}

/** Whether the URL of an index or of a list of links holds anything that is nobody else's business. */
export function holdsSecret(url: string): boolean {
  return /^[^/]*:\/\/[^/]*@/.test(url) || maskParameters(url, '') !== url || pathTokens(url).length > 0
}
