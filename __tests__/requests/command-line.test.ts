import { expect, test } from '@jest/globals'
import { parseCommandLine } from '../../src/requests/options/command-line.ts'
import { helpText } from '../../src/requests/options/help.ts'
import { OPTIONS } from '../../src/requests/options/table.ts'

function said(...args: string[]): string[] {
  const line = parseCommandLine(['install', ...args])
  return [...line.settings.map(({ option, value }) => (option.value === undefined ? option.long[0] : `${option.long[0]}=${value}`)), ...line.positionals]
}

test.each([
  [['-r', 'a.txt'], ['requirement=a.txt']],
  [['-ra.txt'], ['requirement=a.txt']],
  [['-r=a.txt'], ['requirement==a.txt']],
  [['--requirement=a.txt'], ['requirement=a.txt']],
  [['--requirement', 'a.txt'], ['requirement=a.txt']],
  [['-qq', '-Uv'], ['quiet', 'quiet', 'upgrade', 'verbose']],
  [['-Ura.txt', 'b'], ['upgrade', 'requirement=a.txt', 'b']],
  [['-Ur', 'a.txt'], ['upgrade', 'requirement=a.txt']],
  [['a', '--pre', 'b'], ['pre', 'a', 'b']],
  [['-r', '-'], ['requirement=-']],
  [['-r', '--pre'], ['requirement=--pre']],
  [['-f', '-x', '--pre'], ['find-links=-x', 'pre']],
  [['--', '--pre', '-r'], ['--pre', '-r']],
  [['--index-url='], ['index-url=']],
  [['--pypi-url', 'https://index.test'], ['index-url=https://index.test']],
  [['--no-dependencies'], ['no-deps']],
  [['--report', '-'], ['report=-']],
])('%j says %j', (args, expected) => {
  expect(said(...args)).toEqual(expected)
})

test.each([
  [['--upgrade-s', 'eager'], ['upgrade-strategy=eager']],
  [['--dry'], ['dry-run']],
  [['--prog', 'off'], ['progress-bar=off']],
  [['--index', 'https://index.test'], ['index-url=https://index.test']],
  [['--extra', 'docs'], ['extra=docs']],
  [['--extra-i=https://index.test'], ['extra-index-url=https://index.test']],
  [['--time', '3'], ['timeout=3']],
  [['--timings', 'out.json'], ['timings=out.json']],
])('an unambiguous beginning stands for pip\'s option: %j is %j', (args, expected) => {
  expect(said(...args)).toEqual(expected)
})

test.each([
  [['--require', 'x'], '--require could be --require-hashes, --require-venv, --require-virtualenv, --requirement, --requirements-from-script: which one is meant?'],
  [['--no-dep'], '--no-dep could be --no-dependencies, --no-deps: which one is meant?'],
  [['--nonsense'], 'no such option: --nonsense'],
  [['-x'], 'no such option: -x'],
  [['-Ux'], 'no such option: -x'],
  [['--pre=yes'], '--pre does not take a value'],
  [['-r'], '-r needs a value: <file>'],
  [['--index-url'], '--index-url needs a value: <url>'],
])('%j is refused: %s', (args, message) => {
  expect(() => said(...args)).toThrow(expect.objectContaining({ code: 'usage', message }))
})

test('a misspelled option gets the near ones as a hint', () => {
  expect(() => said('--upgrad-strategy', 'eager')).toThrow(expect.objectContaining({ hint: 'did you mean --upgrade-strategy?' }))
})

test('an option that pip removed is refused by name', () => {
  expect(() => said('--install-option', 'x')).toThrow(
    expect.objectContaining({ code: 'input-unsupported', message: '--install-option is an option that pip no longer has: use --config-settings' }),
  )
})

test('options may stand before the command', () => {
  const { command, settings, positionals } = parseCommandLine(['--python', 'python3', '-v', 'install', 'flask'])
  expect([command, settings.map(({ option }) => option.long[0]), positionals]).toEqual(['install', ['python', 'verbose'], ['flask']])
})

test('each long and short name belongs to one option', () => {
  const names = OPTIONS.flatMap(({ long, short }) => [...long, ...(short === undefined ? [] : [short])])
  expect(names).toEqual([...new Set(names)])
})

test('the help names every option that can be said', () => {
  const help = helpText(100)
  const shown = OPTIONS.filter(({ places, standing }) => places.includes('command-line') && standing?.kind !== 'refused')
  for (const { long } of shown) expect(help).toContain(`--${long[0]}`)
  for (const line of help.split('\n')) expect(line.length).toBeLessThanOrEqual(100)
})
