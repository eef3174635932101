import { expect, test } from '@jest/globals'
import { WaitGraph, type WaitNode } from '../../src/build/wait-graph.ts'

const node = (key: string): WaitNode => ({ key, label: key.toUpperCase() })
const never = (): Promise<never> => new Promise(() => undefined)

test('whoever nobody waits for waits for anything', async () => {
  const graph = new WaitGraph()
  expect(await graph.during(undefined, node('a'), () => Promise.resolve(1))).toBe(1)
  expect(await graph.during(node('a'), node('b'), () => Promise.resolve(2))).toBe(2)
})

test('waiting for oneself is refused', async () => {
  await expect(new WaitGraph().during(node('a'), node('a'), never)).rejects.toMatchObject({ code: 'build-failed', message: 'these need one another to be built: A → A' })
})

test('a circle is refused where it would close, and named whole', async () => {
  const graph = new WaitGraph()
  void graph.during(node('a'), node('b'), never)
  void graph.during(node('b'), node('c'), never)
  void graph.during(node('b'), node('x'), never)
  await expect(graph.during(node('c'), node('a'), never)).rejects.toMatchObject({ message: 'these need one another to be built: C → A → B → C' })
})

test('two may wait for one, and for each other’s requirements', async () => {
  const graph = new WaitGraph()
  void graph.during(node('a'), node('shared'), never)
  void graph.during(node('b'), node('shared'), never)
  expect(await graph.during(node('a'), node('b'), () => Promise.resolve('fine'))).toBe('fine')
})

test('who has stopped waiting is no part of a circle', async () => {
  const graph = new WaitGraph()
  await graph.during(node('a'), node('b'), () => Promise.resolve())
  await expect(graph.during(node('a'), node('b'), () => Promise.reject(new Error('failed')))).rejects.toThrow('failed')
  expect(await graph.during(node('b'), node('a'), () => Promise.resolve('fine'))).toBe('fine')
})
