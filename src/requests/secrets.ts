import type { Secrets } from '../kernel/secrets.ts'
import { pathTokens } from '../kernel/url-secrets.ts'
import { decodePercent } from '../standards/link-url.ts'
import type { ExpandedVariable } from '../standards/requirements-file.ts'

const CREDENTIALS = /\b[a-z][a-z0-9+.-]*:\/\/(?<user>[^/?#\s:@]*)(?::(?<password>[^/?#\s]*))?@/gi
const TELLING_NAME = /TOKEN|PASS|SECRET|KEY|AUTH|CRED|(^|_)PAT(_|$)/

/** Registers the passwords of all URLs in a text; a user name alone is one (`https://token@host`), unless it is ssh's `git`. */
export function registerCredentials(text: string, secrets: Secrets): void {
  for (const match of text.matchAll(CREDENTIALS)) {
    const { user = '', password } = match.groups ?? {}
    const secret = password ?? (user === 'git' ? '' : user)
    for (const form of [secret, decodePercent(secret)]) secrets.add(form)
    // As it stands in an Authorization header.
    if (secret.length >= 4) secrets.add(`${decodePercent(user)}:${decodePercent(password ?? '')}`)
  }
}

/** Registers what the URL of an index, or of a list of links, holds: the password, and what stands for one in its path. */
export function registerPlace(url: string, secrets: Secrets): void {
  registerCredentials(url, secrets)
  for (const token of pathTokens(url)) secrets.add(token)
}

/**
 * Registers the values of `${NAME}` variables of a requirements file that are secrets: by their name, or by where they stand (between
 * `://` and `@`). A version or a host kept in a variable is none: masking it would blot out ordinary words.
 */
export function registerVariables(variables: readonly ExpandedVariable[], fileText: string, secrets: Secrets): void {
  for (const { name, value } of variables) {
    const isInCredentials = new RegExp(`://[^/?#\\s]*\\$\\{${name}\\}[^/?#\\s]*@`).test(fileText)
    if (isInCredentials || TELLING_NAME.test(name)) secrets.add(value)
  }
}
