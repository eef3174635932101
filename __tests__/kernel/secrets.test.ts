import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { redactUrl, Secrets } from '../../src/kernel/secrets.ts'

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
