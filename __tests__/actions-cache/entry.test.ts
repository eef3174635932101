import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { adoptEntry, fillEntry, type EntryWheel } from '../../src/actions-cache/entry.ts'
import { restoreWheels, type RestoreFacts } from '../../src/actions-cache/restoring.ts'
import { restoreKeys, saveKey, type CacheIdentity } from '../../src/actions-cache/keys.ts'
import type { CacheService, EarlyTransfer, LookupAnswer, Transfer, TransferAnswer } from '../../src/actions-cache/service.ts'
import { systemClock } from '../../src/kernel/clock.ts'
import { storeLayout, type StoreLayout } from '../../src/store/layout.ts'
import { tempFolder } from '../support/temp.ts'

const folder = tempFolder()
const identity: CacheIdentity = { os: 'linux', arch: 'x64', suffix: '', python: 'cp313', libc: 'glibc', inputs: 'abc' }

function fresh(): { store: StoreLayout; entry: string } {
  const root = mkdtempSync(join(folder, 'entry-'))
  mkdirSync(join(root, 'entry'))
  return { store: storeLayout(join(root, 'store')), entry: join(root, 'entry') }
}

function put(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
}

function stored(store: StoreLayout, content: string): EntryWheel {
  const id = createHash('sha256').update(content).digest('hex')
  put(store.wheel(id), content)
  put(store.metadata(id), `metadata of ${content}`)
  return { kind: 'published', id, filename: `${content}-1-py3-none-any.whl`, sizeBytes: content.length }
}

function built(store: StoreLayout, content: string): EntryWheel {
  const id = createHash('sha256').update(`facts of ${content}`).digest('hex')
  put(join(store.built(id), `${content}.whl`), content)
  put(join(store.built(id), 'built.json'), '{}')
  return { kind: 'built', id, filename: `${content}.whl`, sizeBytes: content.length }
}

test('what one store gives, another takes: wheels, their metadata, wheels that were built', async () => {
  const from = fresh()
  const wheels = [stored(from.store, 'one'), stored(from.store, 'two'), built(from.store, 'three')]
  stored(from.store, 'unused')
  for (const { id } of wheels) put(from.store.prepared(id), 'told by a backend')
  const missing: EntryWheel = { kind: 'published', id: '0'.repeat(64), filename: 'x', sizeBytes: 1 }
  expect((await fillEntry(from.entry, from.store, { wheels: [...wheels, missing] })).wheels).toEqual(wheels)
  expect(readdirSync(from.entry).sort()).toEqual(['built-v1', 'entry.json', 'metadata-v1', 'wheels-v1'])
  const to = fresh()
  const adopted = await adoptEntry(from.entry, to.store)
  expect(adopted).toMatchObject({ facts: { wheels }, foreign: 0, ids: new Set(wheels.map(({ id }) => id)) })
  expect(readFileSync(to.store.wheel(wheels[0]?.id ?? ''), 'utf8')).toBe('one')
  expect(readFileSync(to.store.metadata(wheels[1]?.id ?? ''), 'utf8')).toBe('metadata of two')
  expect(readFileSync(join(to.store.built(wheels[2]?.id ?? ''), 'three.whl'), 'utf8')).toBe('three')
})

test('what the store has stays; the entry does not replace it', async () => {
  const [from, to] = [fresh(), fresh()]
  const wheel = stored(from.store, 'same')
  await fillEntry(from.entry, from.store, { wheels: [wheel] })
  put(to.store.wheel(wheel.id), 'mine')
  expect((await adoptEntry(from.entry, to.store)).ids.size).toBe(0)
  expect(readFileSync(to.store.wheel(wheel.id), 'utf8')).toBe('mine')
})

test('only plain files at the place of their name are taken: no links, no other names, no other places', async () => {
  const { store, entry } = fresh()
  const outside = join(folder, 'outside')
  writeFileSync(outside, 'secret')
  const id = 'ab'.repeat(32)
  await fillEntry(entry, store, { wheels: [] })
  mkdirSync(join(entry, 'wheels-v1', 'ab'), { recursive: true })
  mkdirSync(join(entry, 'built-v1', 'ab', id), { recursive: true })
  symlinkSync(outside, join(entry, 'wheels-v1', 'ab', `${id}.whl`))
  symlinkSync(outside, join(entry, 'built-v1', 'ab', id, 'x.whl'))
  put(join(entry, 'wheels-v1', 'cd', `${id}.whl`), 'wrong shard')
  put(join(entry, 'wheels-v1', 'ab', 'name.whl'), 'no hash')
  put(join(entry, 'wheels-v1', 'na', 'name.whl'), 'no hash, in the place of its name')
  put(join(entry, 'wheels-v1', 'ab', `${id}.exe`), 'no wheel')
  put(join(entry, 'pages-v1', 'ab', id), 'no bucket that travels')
  put(join(entry, 'prepared-v1', 'ab', `${id}.json`), 'told by a backend elsewhere')
  expect(await adoptEntry(entry, store)).toMatchObject({ foreign: 6, ids: new Set(), sizeBytes: 0 })
  expect(existsSync(store.root)).toBe(false)
})

test.each([
  ['another format', (entry: string) => put(join(entry, 'entry.json'), '{"format":99,"wheels":[]}')],
  ['a damaged description', (entry: string) => put(join(entry, 'entry.json'), '{"format":1,')],
  ['no description', (entry: string) => rmSync(join(entry, 'entry.json'))],
])('an entry with %s gives nothing', async (_, damage) => {
  const { store, entry } = fresh()
  await fillEntry(entry, store, { wheels: [stored(store, 'one')] })
  damage(entry)
  expect(await adoptEntry(entry, fresh().store)).toMatchObject({ facts: undefined, ids: new Set() })
})

/** A service whose answers are given; transfers bring an entry with one wheel each. */
function service(answers: { lookup?: LookupAnswer; restore?: TransferAnswer }): { service: CacheService; asked: string[]; transfer: () => Transfer } {
  const asked: string[] = []
  const transfer = (answer: TransferAnswer = answers.restore ?? { kind: 'none' }): Transfer => {
    const { store, entry } = fresh()
    const filled = fillEntry(entry, store, { wheels: [stored(store, 'transferred')] })
    return { folder: entry, finish: () => filled.then(() => answer), endAhead: () => undefined, stop: async () => void asked.push('stop') }
  }
  return {
    asked,
    transfer: () => transfer({ kind: 'done', key: saveKey(identity, 'early'), bytes: 7 }),
    service: {
      lookup: async ({ primary }) => (asked.push(`lookup ${primary}`), answers.lookup ?? { kind: 'none' }),
      restore: ({ primary }) => (asked.push(`restore ${primary}`), transfer()),
      save: () => Promise.reject(new Error('nobody saves here')),
      makeFolder: () => Promise.reject(new Error('nobody saves here')),
    },
  }
}

function restoring(given: Partial<RestoreFacts> & Pick<RestoreFacts, 'service'>): Promise<Awaited<ReturnType<typeof restoreWheels>>> {
  return restoreWheels({ identity, permission: { allowed: true }, layout: fresh().store, early: undefined, stallMs: 1000, clock: systemClock, signal: new AbortController().signal, ...given })
}

function early(transfer: Transfer, key: string | undefined): EarlyTransfer {
  const startedMs = systemClock.nowMs() - 5000
  return { ...transfer, startedMs, whichKey: async () => key, endAnswering: () => undefined, pointer: () => undefined, foundNone: () => false,
    endedMs: () => startedMs + 2000 }
}

describe('restoring', () => {
  test.each([
    ['of these inputs', { kind: 'done', key: saveKey(identity, 'x'), bytes: 5 } as const, { kind: 'exact' }, 1],
    ['of other inputs', { kind: 'done', key: saveKey({ ...identity, inputs: 'y' }, 'x'), bytes: 5 } as const, { kind: 'prefix' }, 1],
    ['none', { kind: 'none' } as const, { kind: 'miss' }, undefined],
    ['no service', { kind: 'unavailable' } as const, { kind: 'unavailable' }, undefined],
    ['given up: what arrived is used', { kind: 'stalled', afterMs: 4000, bytes: 3 } as const, { kind: 'timed-out', afterMs: 4000 }, 1],
    ['failed: what arrived is used', { kind: 'failed', why: 'tar' } as const, { kind: 'failed', why: 'tar' }, 1],
  ])('an entry: %s', async (_, restore, outcome, wheels) => {
    const done = await restoring({ service: service({ restore }).service })
    expect(done.outcome).toMatchObject(outcome)
    expect(done.adopted?.ids.size).toBe(wheels)
    expect(done.hiddenMs).toBe(0)
  })

  test('not allowed: nothing is asked, and what was begun early ends', async () => {
    const { service: cache, asked, transfer } = service({})
    const done = await restoring({ service: cache, permission: { allowed: false, why: 'switched off' }, early: early(transfer(), 'x') })
    expect([done.outcome, asked]).toEqual([{ kind: 'not-allowed', why: 'switched off' }, ['stop']])
  })

  test('an early transfer of these inputs is joined without another word to the service', async () => {
    const { service: cache, asked, transfer } = service({})
    const done = await restoring({ service: cache, early: early(transfer(), saveKey(identity, 'early')) })
    expect([done.outcome.kind, asked, done.transferMs, done.hiddenMs]).toEqual(['exact', [], 2000, 2000])
  })

  test('an early transfer of other inputs gives way to an entry of these, if there is one', async () => {
    const other = saveKey({ ...identity, inputs: 'old' }, 'x')
    const better = service({ lookup: { kind: 'found', key: saveKey(identity, 'x') }, restore: { kind: 'done', key: saveKey(identity, 'x'), bytes: 5 } })
    expect((await restoring({ service: better.service, early: early(better.transfer(), other) })).hiddenMs).toBe(0)
    expect(better.asked.map((text) => text.split(' ')[0])).toEqual(['lookup', 'stop', 'restore'])
    const none = service({})
    const done = await restoring({ service: none.service, early: early(none.transfer(), other) })
    expect([done.hiddenMs, none.asked.map((text) => text.split(' ')[0])]).toEqual([2000, ['lookup']])
  })

  test('an early transfer that found nothing leaves the search to this run', async () => {
    const { service: cache, asked, transfer } = service({ restore: { kind: 'done', key: saveKey(identity, 'x'), bytes: 5 } })
    const done = await restoring({ service: cache, early: early(transfer(), undefined) })
    expect([done.outcome.kind, asked]).toEqual(['exact', [`restore ${restoreKeys(identity).primary}`]])
  })

  test('an early transfer that found no entry of this machine is the answer', async () => {
    const { service: cache, asked } = service({})
    const nothing = { ...service({}).service.restore({ primary: 'x', others: [] }), stop: async () => undefined }
    const done = await restoring({ service: cache, early: { ...early(nothing, undefined), foundNone: () => true } })
    expect([done.outcome, done.adopted, asked]).toEqual([{ kind: 'miss' }, undefined, []])
  })

  test('whatever throws is an outcome', async () => {
    const { service: cache } = service({})
    const done = await restoring({ service: { ...cache, restore: () => { throw new Error('disk is gone') } } })
    expect(done.outcome).toEqual({ kind: 'failed', why: 'disk is gone' })
  })
})
