import { registerCredentials } from '../requests/secrets.ts'
import type { RunContext } from './context.ts'

const SECRET_NAME = /(^|_)(TOKEN|PAT|PASS|PASSWORD|PASSWD|PASSPHRASE|SECRET|SECRETS|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY|CREDENTIALS?|AUTH)(_|$)|_KEY$/i
/** Shorter values are words rather than secrets. */
const SHORTEST = 8
/** A secret may be kept in a file, whose place is none. */
const IS_PATH = /^(~|\.{0,2}[/\\]|[A-Za-z]:[/\\])/

/**
 * What builds print is not ours: values of variables that are named like secrets are masked from then on, each line of those with
 * several by itself, and so are passwords in URLs, whatever the variable is called.
 */
export function registerEnvironmentSecrets({ world, secrets }: Pick<RunContext, 'world' | 'secrets'>): void {
  for (const [name, value = ''] of Object.entries(world.env)) {
    registerCredentials(value, secrets)
    if (!SECRET_NAME.test(name) || IS_PATH.test(value)) continue
    for (const part of new Set([value, ...value.split(/\r?\n/)])) if (part.length >= SHORTEST) secrets.add(part)
  }
}
