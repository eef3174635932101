import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { isUserError } from '../../src/kernel/errors.ts'
import { readInstallOptions } from '../../src/requests/install-options.ts'
import { parseCommandLine } from '../../src/requests/options/command-line.ts'
import { OPTIONS } from '../../src/requests/options/table.ts'
import { pipRoot } from '../support/pip/install.ts'
import { REFERENCE_PYTHONS } from '../support/reference-pythons.ts'

interface Row {
  readonly flags: readonly string[]
  readonly standing: string
  readonly note: string
}

const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'compatibility.md'), 'utf8')
const rows: readonly Row[] = page.split('\n').flatMap((line): Row[] => {
  const [, flags = '', standing = '', note = ''] = /^\| (`-.*?) \| (\w+) \| (.*)\|$/.exec(line) ?? []
  return flags === '' ? [] : [{ flags: [...flags.matchAll(/`(-[^`]+)`/g)].map(([, flag = '']) => flag), standing, note: note.trim() }]
})

test('every option of `pip install --help` has its row', () => {
  const python = REFERENCE_PYTHONS.find((name) => spawnSync(name, ['-c', '']).status === 0) ?? 'python3'
  const help = spawnSync(python, ['-c', 'import sys; sys.path.insert(0, sys.argv.pop(1)); from pip._internal.cli.main import main; sys.exit(main(["install", "--help"]))', pipRoot()], { encoding: 'utf8' })
  const named = [...help.stdout.matchAll(/^ {2}(?:(-\w), )?(--[a-z0-9-]+)/gm)].map(([, , long = '']) => long)
  expect(named.length).toBeGreaterThan(60)
  expect(named.filter((flag) => !rows.some(({ flags }) => flags.includes(flag)))).toEqual([])
})

test('the page and the table of options name the same options, the same way', () => {
  const standings = OPTIONS.filter(({ owner }) => owner === 'pip').map((option) => ({ flag: `--${option.long[0]}`, standing: option.standing?.kind ?? 'done' }))
  const told = rows.map(({ flags, standing }) => ({ flag: flags.at(-1), standing: { same: 'done', differs: 'done', accepted: 'ignored', refused: 'refused' }[standing] }))
  expect(new Set(told.map(({ flag }) => flag)).size).toBe(told.length)
  expect([...told].sort((a, b) => (String(a.flag) < String(b.flag) ? -1 : 1))).toEqual(standings.sort((a, b) => (a.flag < b.flag ? -1 : 1)))
})

test('short names are those of the options', () => {
  const shorts = OPTIONS.filter(({ owner, short }) => owner === 'pip' && short !== undefined).map(({ short, long }) => `-${short} --${long[0]}`)
  expect(rows.filter(({ flags }) => flags.length > 1).map(({ flags }) => flags.join(' ')).sort()).toEqual(shorts.sort())
})

test('own options are all named, and no others', () => {
  const sentence = page.split('\n').find((line) => line.startsWith('Own options')) ?? ''
  const named = [...sentence.matchAll(/`(--[a-z-]+)`/g)].map(([, flag = '']) => flag)
  expect(named.sort()).toEqual([...new Set(OPTIONS.filter(({ owner }) => owner === 'own').map(({ long }) => `--${long[0]}`))].sort())
})

test.each(rows.filter(({ standing }) => standing === 'refused'))('$flags is refused with the message of the page', ({ flags, note }) => {
  const flag = flags.at(-1) ?? ''
  const option = OPTIONS.find(({ long }) => `--${long[0]}` === flag)
  const value = option?.choices?.[0]
  const line = parseCommandLine(['install', flag, ...(value === undefined ? [] : [value]), 'x'])
  const world = { env: {}, cwd: '/', platform: 'linux', homeDir: '/nonexistent' } as const
  let message = ''
  try {
    readInstallOptions(line, [], world)
  } catch (error) {
    if (!isUserError(error)) throw error
    message = error.message
  }
  expect(`\`${value === undefined ? message : message.replace(value, '…')}\``).toBe(note)
})

test('accepted options say in the page why they have no effect', () => {
  for (const { flags, note } of rows.filter(({ standing }) => standing === 'accepted')) {
    const option = OPTIONS.find(({ long }) => `--${long[0]}` === flags.at(-1))
    expect({ flags, note }).toEqual({ flags, note: option?.standing?.why })
  }
})
