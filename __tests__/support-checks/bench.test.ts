import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Server } from 'node:net'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startLink } from '../../bench/lib/link.ts'
import { remoteMetadata } from '../../bench/lib/remote-metadata.ts'
import type { Cost } from '../../bench/lib/sample.ts'
import { commonAndDelta, perLeg } from '../../bench/lib/matrix-simulation.ts'
import { spread } from '../../bench/lib/statistics.ts'
import { table, type Row } from '../../bench/lib/table.ts'
import { startIndex } from '../support/index-server/server.ts'
import { aWheel } from '../support/wheel.ts'

const sent = randomBytes(600_000)
let server: Server

beforeAll(async () => {
  // Answers the first byte of a request with everything, in pieces of odd sizes.
  server = createServer((socket) => socket.on('error', () => undefined).once('data', () => {
    for (let at = 0; at < sent.length; at += 7919) socket.write(sent.subarray(at, at + 7919))
    socket.end()
  })).listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(() => void server.close())

test('a slow link keeps every byte in order, and takes the time it says', async () => {
  const link = await startLink((server.address() as AddressInfo).port, { roundTripMs: 40, bytesPerSecond: 2_000_000 })
  const startedMs = performance.now()
  const socket = connect(link.port, '127.0.0.1').on('connect', () => socket.write('x'))
  const hash = createHash('sha256')
  let firstMs = 0
  for await (const chunk of socket) {
    firstMs ||= performance.now() - startedMs
    hash.update(chunk as Buffer)
  }
  const totalMs = performance.now() - startedMs
  link.close()
  expect(hash.digest('hex')).toBe(createHash('sha256').update(sent).digest('hex'))
  // Handshake and request and answer: two round trips; then 0.6 MB at 2 MB/s.
  expect(firstMs).toBeGreaterThan(75)
  expect(totalMs).toBeGreaterThan(350)
  expect(totalMs).toBeLessThan(1500)
})

test('metadata is read out of a wheel on a server', async () => {
  const index = await startIndex()
  const small = aWheel({ name: 'small', requires: ['a'] })
  const many = Object.fromEntries(Array.from({ length: 2000 }, (_, at) => [`big/module_with_a_long_name_${at}.py`, '']))
  const big = aWheel({ name: 'big', requires: ['b'], files: many })
  index.add([small, big])
  for (const wheel of [small, big]) expect((await remoteMetadata(index.fileUrl(wheel)))?.toString()).toBe(wheel.metadata)
  expect(await remoteMetadata(`${index.filesUrl()}none-1.0-py3-none-any.whl`)).toBeUndefined()
  await index.close()
})

const cost = (wallSeconds: number): Cost => ({ wallSeconds, userSeconds: 1, systemSeconds: 1, peakBytes: 1e8, firstWheelMs: null, downloadedBytes: 0, requests: 0, installed: 1 })
const row = (tool: string, ...walls: number[]): Row => ({ set: 'web', kind: 'pinned', medium: 'disk', link: '', mode: 'cold', tool, costs: walls.map(cost), error: undefined })

test('medians, extremes and ratios', () => {
  expect(spread([3, 1, 2].map(cost), ({ wallSeconds }) => wallSeconds)).toEqual({ median: 2, min: 1, max: 3 })
  expect(spread([4, 1, 2, 3].map(cost), ({ wallSeconds }) => wallSeconds)?.median).toBe(2.5)
  expect(spread([cost(1)], ({ firstWheelMs }) => firstWheelMs)).toBeUndefined()
  const lines = table([row('ours', 1, 3, 2), row('uv', 4, 4, 4), row('pip', 40)]).split('\n')
  expect(lines[2]).toMatch(/\| ours \| 2\.00 \(1\.00\.\.3\.00\)\s+\| 0\.50\s+\| 0\.05\s+\|/)
  expect(lines[3]).toMatch(/\| uv {3}\| 4\.00 .*\|\s+\| 0\.10\s+\|/)
})

test('a matrix: an entry for each leg, or what all can use in common', () => {
  const any = { filename: 'a-1-py3-none-any.whl', sizeBytes: 10e6 }
  const own = (platform: string): { filename: string; sizeBytes: number } => ({ filename: `b-1-cp313-cp313-${platform}.whl`, sizeBytes: 20e6 })
  const legs = [{ name: 'one', wheels: [any, own('win_amd64')] }, { name: 'two', wheels: [any, own('macosx_14_0_arm64')] }, { name: 'three', wheels: [own('manylinux_2_28_x86_64')] }]
  const facts = { fixedSeconds: 1, rate: 10e6 }
  expect(perLeg(legs, facts)).toEqual({ entries: 3, storedBytes: 80e6, uploadedBytes: 80e6, restoredBytes: 80e6, saveSeconds: 4, restoreSeconds: 4 })
  // The third leg has nothing in common with the others: a (here empty) common entry of its own.
  expect(commonAndDelta(legs, facts)).toEqual({ entries: 5, storedBytes: 70e6, uploadedBytes: 70e6, restoredBytes: 80e6, saveSeconds: 5, restoreSeconds: 4.5 })
})
