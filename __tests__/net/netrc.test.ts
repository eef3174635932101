import { expect, test } from '@jest/globals'
import { parseNetrc } from '../../src/net/netrc.ts'

/** What Python's own module makes of each text, host by host, as requests asks it. */
const CASES: readonly (readonly [string, string, readonly (readonly [machine: string | undefined, login: string, password: string])[]])[] = [
  ['quotes and backslashes', 'machine a login "us er\\"x" password p:\\ a\\\\s\n', [['a', 'us er"x', 'p: a\\s']]],
  ['quotes inside of a word', 'machine a login u"s"er password it\'s"so\n', [['a', 'u"s"er', 'it\'s"so']]],
  ['a value that begins with #, and comments', '# machine no\nmachine a # why\n login #u password #p#\n# end', [['a', '#u', '#p#']]],
  ['values that are keywords', 'machine a login machine password default\n', [['a', 'machine', 'default']]],
  ['several of one machine', 'machine a login one password p\ndefault login d password q\nmachine a login two password r\n', [['a', 'two', 'r'], [undefined, 'd', 'q']]],
  ['an account for a login', 'machine a account acc password p\nmachine b login l account acc password q\n', [['a', 'acc', 'p'], ['b', 'l', 'q']]],
  ['a macro', 'macdef init\nmachine no login no\ncd x\n\nmachine a login l password p\n', [['a', 'l', 'p']]],
  ['no end of line, carriage returns', 'machine\ta\r\nlogin l\r\npassword p', [['a', 'l', 'p']]],
  ['nothing said', 'machine a\nmachine b login l', [['a', '', ''], ['b', 'l', '']]],
  ['a value that is missing', 'machine a login l password', [['a', 'l', '']]],
]

test.each(CASES)('%s', (_, text, expected) => {
  expect(parseNetrc(text)).toEqual(expected.map(([machine, login, password]) => ({ machine, login, password })))
})

test.each([
  ['a word that means nothing', 'foo machine a login l password p'],
  ['one inside of an entry', 'machine a login l password two words\nmachine b login l password p'],
  ['one that every object has', 'machine a __proto__ login l'],
  ['a machine without a name', 'machine'],
  ['a login of nobody', 'login l password p'],
  ['a macro without an end', 'machine a login l password p\nmacdef init\ncd x'],
])('%s makes all of it unreadable', (_, text) => {
  expect(parseNetrc(text)).toBeUndefined()
})
