import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { redactPlace, redactUrl, Secrets } from '../../src/kernel/secrets.ts'
import { pathTokens } from '../../src/kernel/url-secrets.ts'
import { registerEnvironmentSecrets } from '../../src/run/secret-variables.ts'

function masked(text: string, ...values: readonly string[]): string {
  const secrets = new Secrets()
  for (const value of values) secrets.add(value)
  return secrets.mask(text)
}

test('a secret is masked as it is, as it stands in a URL, and as it stands in a header', () => {
  const secret = 'p@ss/word'
  expect(masked(`${secret} ${encodeURIComponent(secret)} ${Buffer.from(secret).toString('base64')}`, secret)).toBe('**** **** ****')
  expect(masked('an abc', 'abc')).toBe('an abc')
})

test('of two secrets one of which begins with the other, nothing is left, whichever was met first', () => {
  for (const values of [['token-1', 'token-123'], ['token-123', 'token-1']]) expect(masked('token-123 token-1 token-123', ...values)).toBe('**** **** ****')
})

test('user information of a URL is masked though nobody registered it', () => {
  const url = 'see https://me:secret@corp.test/simple/ and git+ssh://token@host.test/x'
  expect(masked(url)).toBe('see https://****@corp.test/simple/ and git+ssh://****@host.test/x')
  expect(redactUrl('https://me:secret@corp.test/simple/')).toBe('https://****@corp.test/simple/')
  expect(redactUrl('https://corp.test/a@b/')).toBe('https://corp.test/a@b/')
})

test('values of variables that are named like secrets are masked, each line of them by itself, and passwords in URLs of any', () => {
  const secrets = new Secrets()
  const env = { NPM_TOKEN: 'tok-12345678', DEPLOY_KEY: '-----BEGIN-----\nline-of-the-key\n', MY_MIRROR: 'https://me:hidden-word@corp.test/', KEYBOARD: 'qwerty-layout', SSH_KEY: '/home/me/.ssh/id' }
  registerEnvironmentSecrets({ world: { env, cwd: '/', platform: 'linux', homeDir: '/' }, secrets })
  const text = 'tok-12345678 line-of-the-key hidden-word qwerty-layout /home/me/.ssh/id'
  expect(secrets.mask(text)).toBe('**** **** **** qwerty-layout /home/me/.ssh/id')
})

test.each([
  ['https://user:pass@host/simple', 'https://****@host/simple'],
  ['HTTPS://token@host', 'HTTPS://****@host'],
  ['git+ssh://git@host/a@v1', 'git+ssh://****@host/a@v1'],
  ['see "https://u:p@ss@host/x" and http://v@w', 'see "https://****@host/x" and http://****@w'],
  ['https://host/path@2?to=a@b', 'https://host/path@2?to=a@b'],
  ['://nobody@host, 1://x', '://nobody@host, 1://x'],
  ['mail me@host', 'mail me@host'],
])('user information of URLs does not print: %s', (text, expected) => {
  expect(redactUrl(text)).toBe(expected)
})

test.each([
  ['https://host/f.whl?token=abc&x=1#sha256=0', 'https://host/f.whl?token=****&x=1#sha256=0'],
  ['see https://host/f?a=1&X-Amz-Signature=ab%2Fcd, and https://host/?sig=e', 'see https://host/f?a=1&X-Amz-Signature=**** and https://host/?sig=****'],
  ['https://host/?design=1&tokens=2&egg=key', 'https://host/?design=1&tokens=2&egg=key'],
])('parameters that are named like secrets do not print: %s', (text, expected) => {
  expect(redactUrl(text)).toBe(expected)
  expect(masked(text)).toBe(expected)
})

test.each([
  ['https://host/aB3dE5fG7hI9jK1l/org/simple/', ['aB3dE5fG7hI9jK1l']],
  ['https://host/org/0123456789abcdef0123456789abcdef/simple', ['0123456789abcdef0123456789abcdef']],
  ['https://host/artifactory/api/pypi/PyPI-2024-group/simple', []],
  ['https://host/1f0c9a3e-7b1d-4c55-9c0e-2a64b7b0d1aa/_packaging/feed/pypi/simple/', []],
  ['https://host/AReallyLongNameOfAProject/simple', []],
  ['file:///home/aB3dE5fG7hI9jK1l', []],
])('parts of a path that look like tokens: %s', (url, tokens) => {
  expect(pathTokens(url)).toEqual(tokens)
  for (const token of tokens) expect(redactPlace(url)).not.toContain(token)
  if (tokens.length === 0) expect(redactPlace(url)).toBe(url)
})

test('nothing stands between scheme and host but the mask, whatever stands around', () => {
  const pieces = fc.array(fc.constantFrom('http', 'a+b', '://', '@', ':', '/', ' ', 'user', '"', '9', '.', '#', '?'), { maxLength: 24 })
  fc.assert(fc.property(pieces, (parts) => {
    const text = parts.join('')
    expect(redactUrl(text)).toBe(text.replace(/(\b[a-z][a-z0-9+.-]*:\/\/)[^/?#\s"'<>]*@/gi, '$1****@'))
  }), { numRuns: 2000 })
})

test('words too short to be secrets are left', () => {
  const secrets = new Secrets()
  secrets.add('the')
  expect(secrets.mask('the end')).toBe('the end')
})
