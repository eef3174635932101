import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { makeHttpClient, offlineClient, type HttpClient } from '../net/client.ts'
import { credentialFinder, type Credentials } from '../net/credentials.ts'
import { parseNetrc, type NetrcEntry } from '../net/netrc.ts'
import { Origins } from '../net/origins.ts'
import { proxiesNamed, proxyFinder } from '../net/proxies.ts'
import { timeoutsFor } from '../net/timeouts.ts'
import { openTransport } from '../net/transport.ts'
import { registerCredentials } from '../requests/secrets.ts'
import type { NetworkSettings } from '../requests/types.ts'
import type { RunContext } from './context.ts'
import { keyringAsker, type KeyringPython } from './keyring.ts'
import type { Limits } from './limits.ts'

/** Retries for the whole run: a host that is down must not cost attempts × files. */
const RETRY_BUDGET = 100

/** What a client is made by. */
export interface NetworkFacts {
  readonly settings: NetworkSettings
  readonly limits: Limits
  /** Index and find-links URLs, which may carry credentials. */
  readonly urls: readonly string[]
  /** Undefined: the keyring is not asked. */
  readonly keyring?: KeyringPython
}

/** The HTTP client of a run, as its settings, the environment and netrc have it. */
export function openNetwork(facts: NetworkFacts, context: RunContext): HttpClient {
  const { settings } = facts
  if (settings.offline) return offlineClient()
  const env = context.world.env
  const proxyEnv = settings.ignoreEnvironment ? {} : env
  for (const proxy of proxiesNamed(proxyEnv)) registerCredentials(proxy.includes('://') ? proxy : `http://${proxy}`, context.secrets)
  const timeouts = timeoutsFor(settings.timeoutMs)
  const { certFile, clientCertFile, trustedHosts, retries, resumeRetries } = settings
  return makeHttpClient({
    transport: openTransport({ timeouts, trust: { certFile, clientCertFile, env }, trustedHosts, proxyFor: proxyFinder(settings.proxy, proxyEnv) }),
    timeouts,
    trustedHosts,
    origins: new Origins(facts.limits.network, context.clock),
    credentials: credentialFinder({
      indexUrls: facts.urls,
      netrc: readNetrc(context),
      fromEnvironment: (url) => environmentCredentials(url, context),
      keyring: facts.keyring === undefined ? undefined : keyringAsker(settings.keyringProvider, facts.keyring, context),
    }),
    events: context.events,
    clock: context.clock,
    userAgent: `parallel-pip/${context.version}`,
    retryLimits: { retries, resumeRetries },
    retryBudget: RETRY_BUDGET,
    random: Math.random,
  })
}

/**
 * Credentials of a host from variables of its own, as CI systems hand out secrets: for `pkgs.example.com` these are
 * `PARALLEL_PIP_PKGS_EXAMPLE_COM_USERNAME` and `…_PASSWORD`. A password without a user name goes with `__token__`.
 */
function environmentCredentials(url: URL, { world, secrets }: RunContext): Credentials | undefined {
  const stem = `PARALLEL_PIP_${url.hostname.toUpperCase().replace(/[^A-Z0-9]+/g, '_')}`
  const password = world.env[`${stem}_PASSWORD`]
  const username = world.env[`${stem}_USERNAME`]
  if (password === undefined && username === undefined) return undefined
  secrets.add(password ?? '')
  return { username: username ?? '__token__', password: password ?? '' }
}

/** `NETRC`, or `.netrc` (`_netrc` on Windows) in the home folder; unreadable: none. */
function readNetrc(context: RunContext): readonly NetrcEntry[] {
  const named = context.world.env['NETRC']
  const home = context.world.homeDir === '' ? homedir() : context.world.homeDir
  for (const file of named === undefined ? [path.join(home, '.netrc'), path.join(home, '_netrc')] : [named.replace(/^~(?=[\\/]|$)/, home)]) {
    try {
      const entries = parseNetrc(readFileSync(file, 'utf8'))
      if (entries === undefined) {
        context.events.notice('warning', `${file} is no netrc file that Python reads, and is not used`)
        return []
      }
      for (const entry of entries) context.secrets.add(entry.password)
      return entries
    } catch {
      continue
    }
  }
  return []
}
