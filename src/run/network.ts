import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { makeHttpClient, offlineClient, type HttpClient } from '../net/client.ts'
import { credentialFinder, type Credentials } from '../net/credentials.ts'
import { parseNetrc, type NetrcEntry } from '../net/netrc.ts'
import { Origins } from '../net/origins.ts'
import { proxyFinder } from '../net/proxies.ts'
import { describeTrust, openTransport, type TransportSettings } from '../net/transport.ts'
import type { NetworkSettings } from '../requests/types.ts'
import type { RunContext } from './context.ts'
import { keyringAsker, type KeyringPython } from './keyring.ts'
import type { Limits } from './limits.ts'

/** Silence after which an answer counts as broken, however long the whole may take. */
const IDLE_TIMEOUT_MS = 15_000
/** Retries for the whole run: a host that is down must not cost attempts × files. */
const RETRY_BUDGET = 100

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
  const env = settings.ignoreEnvironment ? {} : context.world.env
  const transportSettings: TransportSettings = {
    timeoutMs: Math.min(settings.timeoutMs, 30_000),
    idleTimeoutMs: IDLE_TIMEOUT_MS,
    certFile: settings.certFile?.value ?? env['REQUESTS_CA_BUNDLE'] ?? env['CURL_CA_BUNDLE'] ?? env['SSL_CERT_FILE'],
    clientCertFile: settings.clientCertFile?.value,
    trustedHosts: settings.trustedHosts,
    proxyFor: proxyFinder(settings.proxy, env),
  }
  return makeHttpClient({
    transport: openTransport(transportSettings),
    origins: new Origins(facts.limits.network),
    credentials: credentialFinder({
      indexUrls: facts.urls,
      netrc: readNetrc(context),
      fromEnvironment: (url) => environmentCredentials(url, context),
      keyring: facts.keyring === undefined ? undefined : keyringAsker(settings.keyringProvider, facts.keyring, context),
    }),
    events: context.events,
    clock: context.clock,
    userAgent: `parallel-pip/${context.version}`,
    maxAttempts: settings.retries + 1,
    retryBudget: RETRY_BUDGET,
    trust: describeTrust(transportSettings),
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
  for (const file of named === undefined ? [path.join(home, '.netrc'), path.join(home, '_netrc')] : [named]) {
    try {
      const entries = parseNetrc(readFileSync(file, 'utf8'))
      for (const entry of entries) context.secrets.add(entry.password)
      return entries
    } catch {
      continue
    }
  }
  return []
}
