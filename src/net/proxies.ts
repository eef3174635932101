/**
 * The proxy for a URL, by `--proxy` or the usual variables (lower case wins, as curl and requests do).
 * NO_PROXY entries match a host, a domain suffix, `host:port` or `*`.
 */
export function proxyFinder(flag: string | undefined, environment: Readonly<Record<string, string | undefined>>): (url: URL) => string | undefined {
  const variable = (name: string): string | undefined => environment[name] || environment[name.toUpperCase()] || undefined
  const bypass = (variable('no_proxy') ?? '').split(/[\s,]+/).filter((entry) => entry !== '')
  return (url) => {
    if (bypass.some((entry) => bypasses(entry, url))) return undefined
    const proxy = flag ?? variable(url.protocol === 'https:' ? 'https_proxy' : 'http_proxy') ?? variable('all_proxy')
    return proxy === undefined ? undefined : /^[a-z][a-z0-9+.-]*:\/\//i.test(proxy) ? proxy : `http://${proxy}`
  }
}

function bypasses(entry: string, url: URL): boolean {
  if (entry === '*') return true
  const [host = '', port] = entry.split(/:(?=\d+$)/)
  if (port !== undefined && port !== (url.port || (url.protocol === 'https:' ? '443' : '80'))) return false
  const suffix = host.replace(/^\*?\./, '').toLowerCase()
  return url.hostname === suffix || url.hostname.endsWith(`.${suffix}`)
}
