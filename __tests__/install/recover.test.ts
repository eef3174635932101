import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { bootId } from '../../src/install/journal.ts'
import { recover } from '../../src/install/recover.ts'
import { tempFolder } from '../support/temp.ts'

const folder = tempFolder('recover-')
let sites = 0

interface Left {
  readonly site: string
  readonly work: string
}

/** A site-packages with the work area of a run that did not end: its staged `a.py` was brought in, and its `old.py` retired. */
function leftovers({ journal }: { readonly journal?: readonly object[] } = {}): Left {
  const site = join(folder, String((sites += 1)))
  const work = join(site, '.parallel-pip')
  mkdirSync(join(work, 'stage'), { recursive: true })
  mkdirSync(join(work, 'retired'))
  writeFileSync(join(site, 'a.py'), 'new')
  writeFileSync(join(work, 'retired', '0'), 'old')
  if (journal !== undefined) writeFileSync(join(work, 'journal.jsonl'), journal.map((line) => `${JSON.stringify(line)}\n`).join(''))
  return { site, work }
}

const header = { format: 1, boot: 'another boot', startedAtMs: 0, added: ['a 1.0'], removed: ['old 1.0'] }

function stepsOf({ site, work }: Left): object[] {
  return [{ kind: 'retire', path: join(site, 'old.py'), retired: join(work, 'retired', '0') }, { kind: 'bring-in', from: join(work, 'stage', 'a.py'), to: join(site, 'a.py'), inode: 1 }, { end: 2 }]
}

test('given a whole journal, its steps are undone and the work area goes', () => {
  const left = leftovers()
  writeFileSync(join(left.work, 'journal.jsonl'), [header, ...stepsOf(left)].map((line) => `${JSON.stringify(line)}\n`).join(''))
  expect(recover(left.site)).toEqual({ kind: 'undone', header, foreign: [] })
  expect(readdirSync(left.site)).toEqual(['old.py'])
  expect(readFileSync(join(left.site, 'old.py'), 'utf8')).toBe('old')
})

test('given that another program has put a file in the place of ours since, it stays, and is named', () => {
  const left = leftovers()
  const steps = stepsOf(left)
  writeFileSync(join(left.work, 'journal.jsonl'), [{ ...header, boot: bootId() }, ...steps].map((line) => `${JSON.stringify(line)}\n`).join(''))
  // Where the system does not tell one boot from another, inodes prove nothing.
  const isTold = bootId() !== ''
  expect(recover(left.site)).toMatchObject({ kind: 'undone', foreign: isTold ? [join(left.site, 'a.py')] : [] })
  expect(readdirSync(left.site)).toEqual(isTold ? ['a.py', 'old.py'] : ['old.py'])
})

test('given a link in the place of a work area, nothing is done where it leads', () => {
  const { site, work } = leftovers()
  const other = join(folder, 'linked')
  mkdirSync(other)
  symlinkSync(work, join(other, '.parallel-pip'))
  expect(recover(other)).toEqual({ kind: 'nothing' })
  expect(readdirSync(join(site, '.parallel-pip'))).toEqual(['retired', 'stage'])
})

test('given a work area alone, it goes', () => {
  const site = join(folder, 'untouched')
  mkdirSync(join(site, '.parallel-pip', 'stage'), { recursive: true })
  expect(recover(site)).toEqual({ kind: 'cleaned' })
  expect(readdirSync(site)).toEqual([])
})

describe('nothing is guessed, and nothing removed', () => {
  function expectKept({ site, work }: Left, message: RegExp): void {
    expect(() => recover(site)).toThrow(expect.objectContaining({ code: 'journal-invalid', message: expect.stringMatching(message) }))
    expect(readFileSync(join(work, 'retired', '0'), 'utf8')).toBe('old')
    expect(readFileSync(join(site, 'a.py'), 'utf8')).toBe('new')
  }

  test('given a journal that cannot be read', () => {
    const left = leftovers()
    mkdirSync(join(left.work, 'journal.jsonl'))
    expectKept(left, /cannot be read: .*EISDIR/)
  })

  test('given a journal that cannot be read, and nothing retired', () => {
    const site = join(folder, 'fresh')
    mkdirSync(join(site, '.parallel-pip', 'journal.jsonl'), { recursive: true })
    expect(() => recover(site)).toThrow(expect.objectContaining({ code: 'journal-invalid' }))
    expect(existsSync(join(site, '.parallel-pip', 'journal.jsonl'))).toBe(true)
  })

  test('given retired things without a journal', () => {
    expectKept(leftovers(), /holds what was taken out of the environment .* no journal/)
  })

  test.each<[string, RegExp, object[]]>([
    ['a format of another version', /its format is 2, known is 1/, [{ ...header, format: 2 }, { end: 0 }]],
    ['a first line that says nothing', /its first line does not say/, [{ format: 1, boot: bootId() }, { end: 0 }]],
    ['a step that is not known', /there is no step "swap"/, [header, { kind: 'swap' }, { end: 1 }]],
    ['a step that names no path', /a step has no path/, [header, { kind: 'retire', retired: 'x' }, { end: 1 }]],
    ['fewer steps than it had', /steps are missing/, [header, { end: 1 }]],
  ])('given a journal with %s', (_what, message, journal) => {
    expectKept(leftovers({ journal }), message)
  })
})
