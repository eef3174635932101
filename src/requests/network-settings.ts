import path from 'node:path'
import type { Secrets } from '../kernel/secrets.ts'
import { badValue, type OptionValues } from './options/values.ts'
import { registerCredentials } from './secrets.ts'
import type { Located, NetworkSettings } from './types.ts'
import type { World } from './world.ts'

const DEFAULT_TIMEOUT_SECONDS = 15
const DEFAULT_RETRIES = 5

/**
 * How to talk to the network, from command line, configuration and the variables that pip reads by way of requests
 * (`REQUESTS_CA_BUNDLE`, `CURL_CA_BUNDLE`; not with `--proxy` or `--no-proxy-env`). Proxy variables are the network's to read.
 * Also what is needed to fetch requirements files by URL, so it is there before they are read; `trustedHosts` of files come later.
 */
export function readNetwork(values: OptionValues, world: World, secrets: Secrets): NetworkSettings {
  const proxy = values.text('proxy')
  if (proxy !== undefined) registerCredentials(proxy.value, secrets)
  const ignoreEnvironment = proxy !== undefined || values.flag('no-proxy-env') === true
  const provider = values.text('keyring-provider')?.value ?? 'auto'
  return {
    proxy,
    certFile: absolute(values.text('cert'), world.cwd) ?? (ignoreEnvironment ? undefined : bundleOfEnvironment(world)),
    clientCertFile: absolute(values.text('client-cert'), world.cwd),
    trustedHosts: values.texts('trusted-host').map(({ value }) => value),
    timeoutMs: (positive(values, 'timeout') ?? DEFAULT_TIMEOUT_SECONDS) * 1000,
    retries: count(values, 'retries'),
    resumeRetries: count(values, 'resume-retries'),
    ignoreEnvironment,
    keyringProvider: provider === 'auto' && values.flag('no-input') === true ? 'disabled' : (provider as NetworkSettings['keyringProvider']),
    offline: values.flag('offline') === true,
  }
}

function bundleOfEnvironment({ env, cwd }: World): Located<string> | undefined {
  for (const name of ['REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE']) {
    const value = env[name]
    if (value !== undefined && value !== '') return absolute({ value, origin: { kind: 'environment', name } }, cwd)
  }
  return undefined
}

function absolute(file: Located<string> | undefined, cwd: string): Located<string> | undefined {
  return file === undefined || file.value === '' ? undefined : { value: path.resolve(cwd, file.value), origin: file.origin }
}

/** A negative number is as good as none. */
function count(values: OptionValues, field: 'retries' | 'resume-retries'): number {
  return Math.max(0, values.number(field)?.value ?? DEFAULT_RETRIES)
}

/** Zero counts as not said, as in pip. */
function positive(values: OptionValues, field: 'timeout'): number | undefined {
  const said = values.number(field)
  const setting = values.last(field)
  if (said !== undefined && setting !== undefined && said.value < 0) throw badValue(setting, 'needs a number of seconds')
  return said === undefined || said.value === 0 ? undefined : said.value
}
