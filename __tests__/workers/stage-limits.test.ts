import { statfsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { checkPathLengths, checkSpace, freeSpace } from '../../src/workers/tasks/stage-limits.ts'
import { tempFolder } from '../support/temp.ts'

// The disk is the real one, which other programs fill meanwhile: so half and twice of what is free.
const folder = tempFolder('limits-')
/** As all stages: not there yet. */
const stage = join(folder, 'stage', '0')

describe('space', () => {
  const { bavail, bsize, files, ffree } = statfsSync(folder)
  const refusal = (message: RegExp): unknown => expect.objectContaining({ code: 'disk-full', message: expect.stringMatching(message) })

  test('what fits is taken', () => {
    checkSpace('a.whl', stage, { sizeBytes: Math.floor((bavail * bsize) / 2), fileCount: 1 })
  })

  test('more bytes than are free are refused with both numbers', () => {
    expect(() => checkSpace('a.whl', stage, { sizeBytes: 2 * bavail * bsize + 1, fileCount: 1 })).toThrow(refusal(/unpack a\.whl: it needs [\d.]+ \w+, [\d.]+ \w+ are free on the disk of .*stage/))
  })

  test('more files than the disk takes are refused, where it has a number of them', () => {
    const check = (): void => checkSpace('a.whl', stage, { sizeBytes: 0, fileCount: 2 * ffree + 1 })
    if (files > 0) expect(check).toThrow(refusal(/it needs \d+ files, the disk of .* can take \d+ more/))
    else expect(check).not.toThrow()
  })

  test('it is what a user without privileges may take', () => {
    const free = freeSpace(stage)?.bytes ?? 0
    expect(Math.abs(free - bavail * bsize)).toBeLessThan(bavail * bsize * 0.2 + 1e8)
    expect(free).toBeLessThanOrEqual(statfsSync(folder).blocks * bsize)
  })
})

describe('paths', () => {
  const most = { linux: 4096, darwin: 1024, win32: 32767 }[process.platform as string] ?? 1024
  const purelib = '/env/lib'
  const folders = { purelib, platlib: purelib, scripts: '/env/bin', data: '/env', headers: '/env/include' }
  /** Its path in the environment takes so many bytes, without the end mark. */
  const check = (bytes: number, unit: string): void => checkPathLengths('a.whl', [{ scheme: 'purelib', path: unit.repeat((bytes - purelib.length - 1) / Buffer.byteLength(unit)) }], folders)

  test.each(['x', 'é'])('of %j are taken up to what system calls take, and refused above it with the number', (unit) => {
    const odd = (most - 1 - purelib.length - 1) % Buffer.byteLength(unit)
    expect(() => check(most - 1 - odd, unit)).not.toThrow()
    expect(() => check(most - odd + Buffer.byteLength(unit) - 1, unit)).toThrow(expect.objectContaining({ code: 'path-too-long', message: expect.stringContaining(`${most - 1} are possible`) }))
  })
})
