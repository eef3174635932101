import { expect, test } from '@jest/globals'
import { Secrets } from '../../src/kernel/secrets.ts'
import { paint } from '../../src/shell/error-text.ts'
import { openPrinter, type Printer } from '../../src/shell/printer.ts'

interface Heard {
  readonly out: string[]
  readonly err: string[]
  readonly log: string[]
  readonly printer: Printer
}

function printerOf({ verbosity = 0, isLogged = false, secret = 'hunter22' } = {}): Heard {
  const [out, err, log]: string[][] = [[], [], []]
  const secrets = new Secrets()
  secrets.add(secret)
  const printer = openPrinter({ out: { write: (text) => out?.push(text) }, err: { write: (text) => err?.push(text) }, verbosity, style: paint(false), secrets, ...(isLogged ? { log: (line) => void log?.push(line) } : {}) })
  return { out: out ?? [], err: err ?? [], log: log ?? [], printer }
}

test.each([
  { verbosity: 0, isLogged: false, heard: true },
  { verbosity: -1, isLogged: false, heard: false },
  { verbosity: -1, isLogged: true, heard: true },
])('with verbosity $verbosity, log $isLogged: what is said by default is heard: $heard', ({ verbosity, isLogged, heard }) => {
  const { printer, out, log } = printerOf({ verbosity, isLogged })
  expect(printer.isHeard(0)).toBe(heard)
  printer.say('done')
  expect([out, log].flat().length > 0).toBe(heard)
})

test('warnings go to the other stream, and secrets to none', () => {
  const { printer, out, err, log } = printerOf({ isLogged: true })
  printer.say('the password is hunter22')
  printer.warn('not hunter22 again')
  expect(out).toEqual(['the password is ****\n'])
  expect(err).toEqual(['not **** again\n'])
  expect(log).toEqual(['the password is ****', 'not **** again'])
})
