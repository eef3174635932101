import { BlockList, isIPv4 } from 'node:net'
import { UserError } from '../kernel/errors.ts'
import type { Origin } from '../kernel/origin.ts'
import { redactUrl } from '../kernel/secrets.ts'
import { basicAuthorization, userinfoOf } from './basic-auth.ts'

/** The proxy to use for a URL, with its credentials, or undefined for a direct connection. */
export type ProxyFinder = (url: URL) => string | undefined

type Environment = Readonly<Record<string, string | undefined>>

/** What somebody wrote for a proxy, and where. */
interface NamedProxy {
  readonly value: string
  readonly origin: Origin
}

/**
 * The proxy for a URL: `--proxy`, or the usual variables as pip reads them (requests and urllib): lower case wins, `NO_PROXY` lists
 * host endings, `host:port`, IPv4 addresses and networks, or `*`. With `--proxy` the caller passes an empty environment, so that
 * `NO_PROXY` does not count, as for pip. `--proxy ''`: none.
 */
export function proxyFinder(flag: NamedProxy | undefined, environment: Environment): ProxyFinder {
  const variable = (name: string): NamedProxy | undefined => variableOf(environment, [name, name.toUpperCase()])
  const bypass = (variable('no_proxy')?.value ?? '').replaceAll(' ', '').split(',').filter((entry) => entry !== '')
  // A CGI program's HTTP_PROXY is a header of the request it answers (httpoxy): urllib leaves it alone there.
  const plain = environment['REQUEST_METHOD'] === undefined ? variable('http_proxy') : variableOf(environment, ['http_proxy'])
  return (url) => {
    if (flag !== undefined) return flag.value === '' ? undefined : proxyUrl(flag)
    const proxy = (url.protocol === 'https:' ? variable('https_proxy') : plain) ?? variable('all_proxy')
    return proxy === undefined || bypasses(url, bypass) ? undefined : proxyUrl(proxy)
  }
}

function variableOf(environment: Environment, names: readonly string[]): NamedProxy | undefined {
  const name = names.find((one) => environment[one])
  return name === undefined ? undefined : { value: environment[name] ?? '', origin: { kind: 'environment', name } }
}

/** Everything the environment names as a proxy, as it is written there. */
export function proxiesNamed(environment: Environment): string[] {
  const names = ['http_proxy', 'https_proxy', 'all_proxy'].flatMap((name) => [name, name.toUpperCase()])
  return names.map((name) => environment[name] ?? '').filter((value) => value !== '')
}

/** A proxy's name as a URL; without a scheme it is an HTTP proxy. Throws `input-unsupported` for kinds that cannot be used. */
function proxyUrl({ value: text, origin }: NamedProxy): string {
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`)
  if (url === null || url.hostname === '') throw new UserError('usage', `the proxy "${redactUrl(text)}" is not a URL`, { origin, hint: 'write it as http://host:port, with user:password@ before the host where the proxy wants them' })
  const protocol = url.protocol === 'socks5h:' ? 'socks5:' : url.protocol
  if (!['http:', 'https:', 'socks5:'].includes(protocol)) {
    throw new UserError('input-unsupported', `the proxy ${redactUrl(text)} is of a kind that cannot be used`, { origin, hint: 'http, https and socks5 proxies can' })
  }
  for (const part of ['pathname', 'search', 'hash'] as const) url[part] = ''
  return url.href.replace(/^[a-z0-9]+:/, protocol)
}

function bypasses(url: URL, entries: readonly string[]): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, '').toLowerCase()
  const hostAndPort = url.port === '' ? host : `${host}:${url.port}`
  if (entries.includes('*')) return true
  if (isIPv4(host) && entries.some((entry) => isInNetwork(host, entry))) return true
  return entries.some((entry) => {
    const ending = entry.toLowerCase()
    return host.endsWith(ending) || hostAndPort.endsWith(ending) || host === ending.replace(/^\.+/, '') || `[${host}]` === ending
  })
}

/** `10.0.0.0/8`; an address alone is compared as a host. */
function isInNetwork(address: string, entry: string): boolean {
  const [network = '', bits = ''] = entry.split('/')
  if (!isIPv4(network) || !/^\d{1,2}$/.test(bits) || Number(bits) < 1 || Number(bits) > 32) return false
  const block = new BlockList()
  block.addSubnet(network, Number(bits), 'ipv4')
  return block.check(address)
}

/** `Proxy-Authorization` for the user information of a proxy's URL; a password may be empty. */
export function proxyAuthorization(proxy: URL): string | undefined {
  if (proxy.username === '') return undefined
  return basicAuthorization(userinfoOf(proxy))
}
