import { expect, test } from '@jest/globals'
import { OnceMap } from '../../src/kernel/once-map.ts'
import { seal, unseal } from '../../src/kernel/sealed.ts'

test('what is asked for twice is made once, also when it failed', async () => {
  const map = new OnceMap<string, number>()
  let made = 0
  const make = (): Promise<number> => ((made += 1), Promise.resolve(7))
  expect(await Promise.all([map.get('a', make), map.get('a', make)])).toEqual([7, 7])
  const fail = (): Promise<number> => ((made += 1), Promise.reject(new Error('gone')))
  await expect(map.get('b', fail)).rejects.toThrow('gone')
  await expect(map.get('b', make)).rejects.toThrow('gone')
  expect(made).toBe(2)
})

test('a sealed value that lost or changed a byte is none', () => {
  const sealed = seal('a small value')
  expect(unseal(sealed)?.toString()).toBe('a small value')
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(unseal(changed)).toBeUndefined()
    expect(unseal(sealed.subarray(0, at))).toBeUndefined()
  }
  for (const zeros of [4, 5, 64]) expect(unseal(Buffer.alloc(zeros))).toBeUndefined()
})
