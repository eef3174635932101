import { expect, test } from '@jest/globals'
import { basicAuthorization, userinfoOf } from '../../src/net/basic-auth.ts'
import { credentialFinder, type Credentials, type CredentialSources } from '../../src/net/credentials.ts'
import { Secrets } from '../../src/kernel/secrets.ts'

const nothing: CredentialSources = { indexUrls: [], netrc: [], fromEnvironment: () => undefined, keyring: undefined }
const sent = (credentials: Credentials): string => Buffer.from(basicAuthorization(credentials).slice('Basic '.length), 'base64').toString('hex')

test.each<[string, string, [string, string], string]>([
  ['letters of Latin-1, in UTF-8', 'us%C3%A9r:p%C3%BC', ['usér', 'pü'], '7573e9723a70fc'],
  ['letters of Latin-1, as they are', 'usér:pü', ['usér', 'pü'], '7573e9723a70fc'],
  ['bytes that are no UTF-8', 'us%E9r:p%FC', ['usér', 'pü'], '7573e9723a70fc'],
  ['letters that Latin-1 does not have', 'u:%E2%82%AC', ['u', '€'], '753ae282ac'],
  ['a lone percent sign', 'u:100%', ['u', '100%'], '753a31303025'],
])('user information: %s', (_, userinfo, [username, decoded], hex) => {
  const read = userinfoOf(new URL(`https://${userinfo}@index.test/simple`))
  expect(read).toEqual({ username, password: decoded })
  expect(sent(read)).toBe(hex)
})

test('what is sent is masked in either encoding', () => {
  const secrets = new Secrets()
  secrets.add('usér:pü')
  expect(secrets.mask(basicAuthorization({ username: 'usér', password: 'pü' }))).toBe('Basic ****')
})

test('the keyring is asked for the index, its URL ending in a slash, then for the host', async () => {
  const asked: unknown[] = []
  const finder = credentialFinder({ ...nothing, indexUrls: ['https://user@index.test/a/simple'], keyring: (services, username) => Promise.resolve(void asked.push([services, username])) })
  await finder.recover(new URL('https://index.test/a/simple/app/'))
  expect(asked).toEqual([[['https://index.test/a/simple/', 'index.test'], 'user']])
})

test('an entry of netrc that says nothing hides the default one', () => {
  const finder = credentialFinder({ ...nothing, netrc: [{ machine: 'a.test', login: '', password: '' }, { machine: undefined, login: 'd', password: 'q' }] })
  expect([finder.find(new URL('https://a.test/')), finder.find(new URL('https://b.test/'))]).toEqual([undefined, { username: 'd', password: 'q' }])
})
