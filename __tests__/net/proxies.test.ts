import { describe, expect, test } from '@jest/globals'
import { proxyAuthorization, proxyFinder } from '../../src/net/proxies.ts'

const proxyOf = (url: string, environment: Record<string, string>, flag?: string): string | undefined => proxyFinder(flag === undefined ? undefined : { value: flag, origin: { kind: 'flag', flag: '--proxy' } }, environment)(new URL(url))
const PROXY = { http_proxy: 'http://plain.test:3128', HTTPS_PROXY: 'secure.test:3129' }

test('the variable of the scheme counts, in small letters before large ones; without a scheme it is an HTTP proxy', () => {
  expect(proxyOf('http://index.test/', PROXY)).toBe('http://plain.test:3128/')
  expect(proxyOf('https://index.test/', PROXY)).toBe('http://secure.test:3129/')
  expect(proxyOf('http://index.test/', { ...PROXY, HTTP_PROXY: 'http://other.test' })).toBe('http://plain.test:3128/')
  expect(proxyOf('https://index.test/', { ALL_PROXY: 'socks5h://socks.test:1080' })).toMatch(/^socks5:\/\/socks\.test:1080/)
  expect(proxyOf('https://index.test/', {})).toBeUndefined()
})

test('--proxy comes before the environment; empty, it means none', () => {
  expect(proxyOf('https://index.test/', PROXY, 'http://flag.test:8080')).toBe('http://flag.test:8080/')
  expect(proxyOf('https://index.test/', PROXY, '')).toBeUndefined()
  expect(proxyOf('https://index.test/', {}, 'http://user@flag.test:8080/some/path?x#y')).toBe('http://user@flag.test:8080/')
})

test('in a CGI program HTTP_PROXY is a header of the request', () => {
  expect(proxyOf('http://index.test/', { REQUEST_METHOD: 'GET', HTTP_PROXY: 'http://evil.test' })).toBeUndefined()
})

describe('NO_PROXY', () => {
  test.each<[string, string, boolean]>([
    ['index.test', 'https://index.test/', true],
    ['index.test', 'https://sub.index.test/', true],
    ['.index.test', 'https://index.test/', true],
    ['index.test:444', 'https://index.test:444/', true],
    ['index.test:444', 'https://index.test/', false],
    ['other.test, index.test', 'https://index.test/', true],
    ['*', 'https://index.test/', true],
    ['10.0.0.0/8', 'https://10.1.2.3/', true],
    ['10.0.0.0/8', 'https://11.1.2.3/', false],
    ['127.0.0.1', 'https://127.0.0.1:8443/', true],
    ['::1', 'https://[::1]/', true],
    ['index', 'https://index.test/', false],
  ])('%s for %s: %s', (entries, url, bypassed) => {
    expect(proxyOf(url, { https_proxy: 'http://p.test', no_proxy: entries }) === undefined).toBe(bypassed)
  })
})

test.each(['ftp://p.test', 'socks4://p.test'])('%s cannot be used, and is said to be', (proxy) => {
  expect(() => proxyOf('https://index.test/', {}, proxy)).toThrow(expect.objectContaining({ code: 'input-unsupported' }))
})

test('credentials of a proxy, percent-encoded in its URL', () => {
  expect(proxyAuthorization(new URL('http://user:p%40ss@p.test'))).toBe(`Basic ${Buffer.from('user:p@ss').toString('base64')}`)
  expect(proxyAuthorization(new URL('http://user@p.test'))).toBe(`Basic ${Buffer.from('user:').toString('base64')}`)
  expect(proxyAuthorization(new URL('http://p.test'))).toBeUndefined()
})
