import type { RunContext } from './context.ts'

const SECRET_NAME = /(^|_)(TOKEN|PASSWORD|PASSWD|PASSPHRASE|SECRET|SECRETS|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY|CREDENTIALS?|AUTH)(_|$)/i
/** Shorter values are words rather than secrets. */
const SHORTEST = 8

/** What builds print is not ours: values of variables that are named like secrets are masked from then on. */
export function registerEnvironmentSecrets({ world, secrets }: Pick<RunContext, 'world' | 'secrets'>): void {
  for (const [name, value] of Object.entries(world.env)) {
    if (value !== undefined && value.length >= SHORTEST && SECRET_NAME.test(name) && !/[/\\]/.test(value)) secrets.add(value)
  }
}
