import { systemClock } from '../../src/kernel/clock.ts'
import { EventBus } from '../../src/kernel/events.ts'
import { Secrets } from '../../src/kernel/secrets.ts'
import type { HttpClient } from '../../src/net/client.ts'
import { openNetwork } from '../../src/run/network.ts'

export interface TestClientOptions {
  /** Working and home folder. */
  readonly folder: string
  readonly events?: EventBus
  readonly resumeRetries?: number
  /** Times that a request is asked again; none by default. */
  readonly retries?: number
}

/** The program's own HTTP client, with no configuration but its defaults and nothing asked a second time. Close it when done. */
export function openTestClient({ folder, events = new EventBus(systemClock), resumeRetries = 3, retries = 0 }: TestClientOptions): HttpClient {
  const world = { env: {}, cwd: folder, platform: process.platform, homeDir: folder }
  const context = { world, events, clock: systemClock, secrets: new Secrets(), signal: new AbortController().signal, workerPath: '', version: '0', readStdin: () => Promise.resolve(Buffer.alloc(0)) }
  const settings = {
    proxy: { value: '', origin: { kind: 'flag', flag: '--proxy' } }, certFile: undefined, clientCertFile: undefined, trustedHosts: [], timeoutMs: 15_000, retries, resumeRetries,
    ignoreEnvironment: true, keyringProvider: 'disabled', offline: false,
  } as const
  const limits = { network: { total: 8, perOrigin: 8 }, partsPerFile: 1, threads: 0, builds: 1, speculate: true }
  return openNetwork({ settings, limits, urls: [] }, context)
}
