import { expect, test } from '@jest/globals'
import { askedOfPip } from '../../src/github/compare.ts'
import { readInputs } from '../../src/github/inputs.ts'

test('given a requirement with blanks in it, pip is asked for it in one word, as the run was', () => {
  const inputs = readInputs({ INPUT_PACKAGES: "pytest >= 8\nflask 'click<9'", 'INPUT_INDEX-URL': 'http://i/', 'INPUT_PIP-ARGS': '--pre' })
  expect(askedOfPip(inputs, { requirements: ['r.txt'], constraints: ['c.txt'] })).toEqual(
    ['-r', 'r.txt', '-c', 'c.txt', '--index-url', 'http://i/', '--pre', 'pytest >= 8', 'flask', 'click<9'],
  )
})
