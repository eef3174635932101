import { expect, test } from '@jest/globals'
import { Limiter } from '../../src/kernel/limiter.ts'
import { Dropped, SharedWork, type WorkTerms } from '../../src/kernel/shared-work.ts'

/** Work that ends when told to, or when its signal is aborted. */
function work(): { make: (terms: WorkTerms) => Promise<string>; finish: (value: string) => void; starts: number; terms: WorkTerms[] } {
  const state = {
    starts: 0,
    terms: [] as WorkTerms[],
    finish: (_value: string): void => undefined,
    make: (terms: WorkTerms) =>
      new Promise<string>((resolve, reject) => {
        state.starts += 1
        state.terms.push(terms)
        state.finish = resolve
        terms.signal.addEventListener('abort', () => reject(terms.signal.reason as Error))
      }),
  }
  return state
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

test('all who ask for one key share one piece of work', async () => {
  const shared = new SharedWork<string, string>()
  const one = work()
  const answers = Promise.all([shared.get('a', true, one.make), shared.get('a', false, one.make)])
  await settled()
  one.finish('done')
  expect(await answers).toEqual(['done', 'done'])
  expect(one.starts).toBe(1)
})

test('speculation becomes urgent when somebody comes to wait for it', async () => {
  const shared = new SharedWork<string, string>()
  const one = work()
  const speculation = shared.get('a', false, one.make)
  await settled()
  expect(one.terms[0]?.urgent()).toBe(false)
  const waited = shared.get('a', true, one.make)
  expect(one.terms[0]?.urgent()).toBe(true)
  shared.dropIdle()
  one.finish('done')
  expect(await Promise.all([speculation, waited])).toEqual(['done', 'done'])
})

test('what nobody waits for is dropped, and started anew by who asks later', async () => {
  const shared = new SharedWork<string, string>()
  const one = work()
  const speculation = shared.get('a', false, one.make)
  await settled()
  shared.dropIdle()
  await expect(speculation).rejects.toThrow(Dropped)
  const waited = shared.get('a', true, one.make)
  await settled()
  one.finish('again')
  expect(await waited).toBe('again')
  expect(one.starts).toBe(2)
})

test('who waits for work that drops itself gets it started anew, urgently', async () => {
  const shared = new SharedWork<string, string>()
  const make = async (terms: WorkTerms): Promise<string> => {
    const urgent = terms.urgent()
    await settled()
    if (!urgent) throw new Dropped()
    return 'worth it now'
  }
  const speculation = shared.get('a', false, make)
  const waited = shared.get('a', true, make)
  expect(await waited).toBe('worth it now')
  await speculation.catch(() => undefined)
})

test('a failure stays', async () => {
  const shared = new SharedWork<string, string>()
  let starts = 0
  const make = (): Promise<string> => {
    starts += 1
    return Promise.reject(new Error('no'))
  }
  await expect(shared.get('a', true, make)).rejects.toThrow('no')
  await expect(shared.get('a', true, make)).rejects.toThrow('no')
  expect(starts).toBe(1)
})

test('urgent work overtakes what waits, and so does what became urgent while it waited', async () => {
  const limiter = new Limiter(1)
  const order: string[] = []
  let raised = false
  let free = (): void => undefined
  const first = limiter.run(() => new Promise<void>((resolve) => { free = resolve }))
  const run = (name: string, urgent: boolean | (() => boolean)): Promise<void> => limiter.run(async () => { order.push(name) }, { urgent })
  const others = [run('idle', false), run('raised', () => raised), run('urgent', true)]
  raised = true
  await settled()
  free()
  await Promise.all([first, ...others])
  expect(order).toEqual(['urgent', 'raised', 'idle'])
})

test('files go first, in half of the places as long as anything else waits', async () => {
  const limiter = new Limiter(4)
  const order: string[] = []
  const ends: (() => void)[] = []
  const run = (name: string, isBulk: boolean): Promise<void> =>
    limiter.run(() => new Promise<void>((resolve) => { ends.push(resolve); order.push(name) }), { isBulk })
  const first = ['page', 'page', 'page', 'page'].map((name) => run(name, false))
  const others = [...['page 5', 'page 6'].map((name) => run(name, false)), ...['file 1', 'file 2', 'file 3'].map((name) => run(name, true))]
  await settled()
  for (const end of ends.splice(0)) end()
  await settled()
  expect(order.slice(4)).toEqual(['file 1', 'file 2', 'page 5', 'page 6'])
  while (order.length < 9) {
    for (const end of ends.splice(0)) end()
    await settled()
  }
  for (const end of ends) end()
  await Promise.all([...first, ...others])
  expect(order.at(-1)).toBe('file 3')
})
