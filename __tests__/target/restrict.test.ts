import { expect, test } from '@jest/globals'
import { probeTarget } from '../../src/target/probe.ts'
import { restrictTarget } from '../../src/target/restrict.ts'
import { checkUserSite, fallsBackToUser, isWritable } from '../../src/target/schemes.ts'
import { inFreshFolder, PYTHON3, testWorld } from './pythons.ts'

const NOTHING = { platforms: [], pythonVersion: undefined, implementation: undefined, abis: [] }

test('a restriction changes tags and the version for Requires-Python, not markers', async () => {
  const target = await probeTarget(PYTHON3.path, { world: testWorld() })
  const other = restrictTarget(target, { ...NOTHING, platforms: ['manylinux2014_aarch64'], pythonVersion: [3, 9], abis: ['cp39'] })
  expect(other.tags.slice(0, 2)).toEqual(['cp39-cp39-manylinux2014_aarch64', 'cp39-abi3-manylinux2014_aarch64'])
  expect(other.version).toBe('3.9.0')
  expect(other.environment).toEqual(target.environment)
  expect(restrictTarget(target, NOTHING)).toEqual(target)
})

test('the user site is used when asked for, or when the environment cannot be written to', async () => {
  const target = await probeTarget(PYTHON3.path, { world: testWorld() })
  const enabled = { ...target, userSite: { ...target.userSite, enabled: true } }
  const disabled = { ...target, userSite: { ...target.userSite, enabled: false } }
  const [never, always] = [() => false, () => true]
  expect(fallsBackToUser(enabled, never)).toBe(true)
  expect(fallsBackToUser(enabled, always)).toBe(false)
  expect(fallsBackToUser(disabled, never)).toBe(false)
  expect(() => checkUserSite(enabled)).not.toThrow()
  expect(() => checkUserSite(disabled)).toThrow(expect.objectContaining({ code: 'usage' }))
})

test('whether a folder can be written to is judged by the nearest that exists', async () => {
  await inFreshFolder((folder) => {
    expect(isWritable(`${folder}/not/yet/there`)).toBe(true)
  })
})
