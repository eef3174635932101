import type { LookupFunction } from 'node:net'
import { expect, test } from '@jest/globals'
import { sharedLookup } from '../../src/net/host-lookup.ts'

/** A name server that answers when told to. */
function nameServer(): { readonly lookup: LookupFunction; readonly asked: string[]; answer(error?: Error): void } {
  const open: ((error?: Error) => void)[] = []
  const asked: string[] = []
  return {
    asked,
    lookup: (hostname, _options, callback) => {
      asked.push(hostname)
      open.push((error) => (error === undefined ? callback(null, [{ address: '192.0.2.1', family: 4 }]) : callback(error, [])))
    },
    answer: (error) => open.splice(0).forEach((tell) => tell(error)),
  }
}

const find = (lookup: LookupFunction, host: string): Promise<unknown> =>
  new Promise((resolve) => lookup(host, { all: true }, (error, addresses) => resolve(error?.message ?? addresses)))

const ADDRESSES = [{ address: '192.0.2.1', family: 4 }]

test('connections made at once and later share one lookup of their host', async () => {
  const names = nameServer()
  const lookup = sharedLookup(names.lookup, () => 0)
  const found = [find(lookup, 'files.example'), find(lookup, 'files.example'), find(lookup, 'other.example')]
  names.answer()
  expect(await Promise.all(found)).toEqual([ADDRESSES, ADDRESSES, ADDRESSES])
  expect(await find(lookup, 'files.example')).toEqual(ADDRESSES)
  expect(names.asked).toEqual(['files.example', 'other.example'])
})

test('a lookup that failed is told to all who waited, and made again for the next', async () => {
  const names = nameServer()
  const lookup = sharedLookup(names.lookup, () => 0)
  const found = [find(lookup, 'files.example'), find(lookup, 'files.example')]
  names.answer(new Error('EAI_AGAIN'))
  expect(await Promise.all(found)).toEqual(['EAI_AGAIN', 'EAI_AGAIN'])
  const again = find(lookup, 'files.example')
  names.answer()
  expect(await again).toEqual(ADDRESSES)
})

test('a host is looked up again after a minute: it may have moved', async () => {
  const names = nameServer()
  let nowMs = 0
  const lookup = sharedLookup(names.lookup, () => nowMs)
  const first = find(lookup, 'files.example')
  names.answer()
  await first
  nowMs = 60_001
  const later = find(lookup, 'files.example')
  names.answer()
  expect(await later).toEqual(ADDRESSES)
  expect(names.asked).toHaveLength(2)
})

test('a question without an answer is asked again beside the first, and whichever is answered counts', async () => {
  const lost: string[] = []
  const names = nameServer()
  const losesTheFirst: LookupFunction = (hostname, options, callback) => {
    if (lost.push(hostname) > 1) names.lookup(hostname, options, callback)
  }
  const found = find(sharedLookup(losesTheFirst), 'files.example')
  while (names.asked.length === 0) await new Promise((resolve) => setTimeout(resolve, 20))
  names.answer()
  expect(await found).toEqual(ADDRESSES)
})

test('two questions of which one fails: the other is still waited for', async () => {
  const callbacks: Parameters<LookupFunction>[2][] = []
  const found = find(sharedLookup((_hostname, _options, callback) => void callbacks.push(callback)), 'files.example')
  while (callbacks.length < 2) await new Promise((resolve) => setTimeout(resolve, 20))
  callbacks[1]?.(new Error('EAI_AGAIN'), [])
  callbacks[0]?.(null, ADDRESSES)
  expect(await found).toEqual(ADDRESSES)
})
