import { describe, expect, test } from '@jest/globals'
import { credentialFinder, type CredentialSources, type Credentials } from '../../src/net/credentials.ts'
import { followRedirects } from '../../src/net/follow.ts'
import type { Exchange } from '../../src/net/transport.ts'

const mine: Credentials = { username: 'me', password: 'secret' }

function finder(sources: Partial<CredentialSources> = {}): ReturnType<typeof credentialFinder> {
  return credentialFinder({ indexUrls: ['https://me:secret@corp.test/simple/'], netrc: [], fromEnvironment: () => undefined, keyring: undefined, ...sources })
}

test.each([
  ['https://corp.test/files/a.whl', mine],
  ['https://other.test/files/a.whl', undefined],
  ['http://corp.test/files/a.whl', undefined],
  ['https://corp.test:8443/files/a.whl', undefined],
  ['https://sub.corp.test/files/a.whl', undefined],
  ['https://you:own@corp.test/a.whl', { username: 'you', password: 'own' }],
])('the credentials of an index are for its origin alone: %s', (url, expected) => {
  expect(finder().find(new URL(url))).toEqual(expected)
})

test('what a keyring has for one origin is sent to no other', async () => {
  const asked: (readonly string[])[] = []
  const found = finder({ indexUrls: ['https://corp.test/simple/'], keyring: (services) => (asked.push(services), Promise.resolve(mine)) })
  expect(await found.recover(new URL('https://corp.test/simple/a/'))).toEqual(mine)
  expect(await found.recover(new URL('https://corp.test/simple/b/'))).toEqual(mine)
  expect(asked).toEqual([['https://corp.test/simple/', 'corp.test']])
  expect(['https://corp.test/x', 'https://other.test/x'].map((url) => found.find(new URL(url)))).toEqual([mine, undefined])
})

describe('redirects', () => {
  /** Follows from `start` by a table of redirects; gives what was asked, and whether credentials went with it. */
  async function follow(start: string, redirects: Readonly<Record<string, string>>, trustedHosts: readonly string[] = []): Promise<(readonly [string, boolean])[]> {
    const asked: (readonly [string, boolean])[] = []
    const exchange = (url: URL, headers: Readonly<Record<string, string>>): Promise<Exchange> => {
      asked.push([url.href, 'authorization' in headers])
      const location = redirects[url.href]
      const body = Object.assign((async function* () {})(), { discard: () => undefined })
      return Promise.resolve({ status: location === undefined ? 200 : 302, headers: location === undefined ? {} : { location }, wait: { waitMs: 0, idleMs: 0 }, body })
    }
    await followRedirects(start, { credentials: finder(), trustedHosts, headers: {}, exchange })
    return asked
  }

  test('take credentials along within their origin alone', async () => {
    const redirects = { 'https://corp.test/a': 'https://corp.test/b', 'https://corp.test/b': 'https://cdn.test/b' }
    expect(await follow('https://corp.test/a', redirects)).toEqual([['https://corp.test/a', true], ['https://corp.test/b', true], ['https://cdn.test/b', false]])
  })

  test('do not take those of the URL that was asked to another origin', async () => {
    expect(await follow('https://you:own@files.test/a', { 'https://files.test/a': 'https://cdn.test/a' })).toEqual([['https://files.test/a', true], ['https://cdn.test/a', false]])
  })

  test('do not leave encryption, but for a trusted host', async () => {
    const redirects = { 'https://corp.test/a': 'http://cdn.test/a' }
    await expect(follow('https://corp.test/a', redirects)).rejects.toMatchObject({ code: 'index-answer', message: expect.stringContaining('not encrypted') })
    expect(await follow('https://corp.test/a', redirects, ['cdn.test'])).toHaveLength(2)
  })

  test.each(['file:///etc/passwd', 'ftp://corp.test/a'])('do not lead to %s', async (target) => {
    await expect(follow('https://corp.test/a', { 'https://corp.test/a': target })).rejects.toMatchObject({ code: 'index-answer' })
  })
})
