import { describe, expect, test } from '@jest/globals'
import { buildKey, decidingVariables, digests, pythonFacts, sourceFacts, type BuildFacts } from '../../src/build/build-facts.ts'
import type { BuildSource } from '../../src/build/types.ts'
import type { Sha256 } from '../../src/kernel/hash.ts'
import { findPython } from '../support/python.ts'
import { probeTarget } from '../../src/target/probe.ts'

const facts: BuildFacts = {
  source: { sha256: 'a'.repeat(64) },
  subdirectory: null,
  python: { implementation: 'cpython', version: '3.11.7', extensionSuffix: '.cpython-311-x86_64-linux-gnu.so', platform: 'linux-x86_64', libc: 'glibc 2.36', macos: '', flags: '64 bit' },
  system: 'debian 12',
  isolated: true,
  surroundings: [],
  configSettings: {},
  environment: {},
}

describe('a key', () => {
  test.each<[string, BuildFacts]>([
    ['source', { ...facts, source: { sha256: 'b'.repeat(64) } }],
    ['subdirectory', { ...facts, subdirectory: 'python' }],
    ['Python', { ...facts, python: { ...facts.python, version: '3.11.8' } }],
    ['implementation', { ...facts, python: { ...facts.python, implementation: 'pypy' } }],
    ['libc', { ...facts, python: { ...facts.python, libc: 'glibc 2.31' } }],
    ['kind of libc', { ...facts, python: { ...facts.python, libc: 'musl 1.2' } }],
    ['platform', { ...facts, python: { ...facts.python, platform: 'linux-aarch64' } }],
    ['flags', { ...facts, python: { ...facts.python, flags: 'free-threaded, 64 bit' } }],
    ['system', { ...facts, system: 'ubuntu 24.04' }],
    ['isolation', { ...facts, isolated: false }],
    ['build constraints', { ...facts, surroundings: ['setuptools<70'] }],
    ['settings', { ...facts, configSettings: digests({ a: 'b' }) }],
    ['variables', { ...facts, environment: digests({ CFLAGS: '-O3' }) }],
  ])('is another for another %s', (_what, other) => {
    expect(buildKey(other)).not.toBe(buildKey(facts))
  })

  test('does not depend on the order in which facts were written', () => {
    const turned = Object.fromEntries(Object.entries(facts).reverse()) as unknown as BuildFacts
    expect(buildKey(turned)).toBe(buildKey(facts))
  })
})

test('variables that decide a build, as digests', () => {
  const found = decidingVariables({ CC: 'clang', CFLAGS: '-O3', PATH: '/bin', GITHUB_RUN_ID: '1', FOO_BAR_USE_X: '1', OTHER_USE_X: '1', MYSQLCLIENT_CFLAGS: '-I/x', HOME: '/h' }, 'foo-bar')
  expect(Object.keys(found).sort()).toEqual(['CC', 'CFLAGS', 'FOO_BAR_USE_X', 'MYSQLCLIENT_CFLAGS'])
  expect(Object.values(found)).not.toContain('clang')
  expect(decidingVariables({ CC: 'gcc' }, undefined)['CC']).not.toBe(found['CC'])
})

test('a value of a setting cannot be read from the facts', () => {
  expect(JSON.stringify(digests({ token: 'hunter22' }))).not.toContain('hunter22')
})

describe('the source', () => {
  const source = (origin: BuildSource['origin']): BuildSource => ({ key: 'k', label: 'l', name: undefined, versionText: undefined, origin, subdirectory: undefined, configSettings: {} })
  const identity = { sha256: 'a'.repeat(64) as Sha256, commit: 'c'.repeat(40) }

  test('is an archive by its hash, a repository by its commit, without credentials', () => {
    expect(sourceFacts(source({ kind: 'archive', filename: 'f', sha256: undefined, fetch: () => Promise.reject(new Error()) }), identity)).toEqual({ sha256: identity.sha256 })
    expect(sourceFacts(source({ kind: 'repository', url: 'https://user:token@host.test/r', ref: 'main', checkoutDir: undefined }), identity)).toEqual({ repository: 'https://host.test/r', commit: identity.commit })
  })

  test('is nothing to keep a wheel for when it may change under its name', () => {
    expect(sourceFacts(source({ kind: 'directory', path: '/p', editable: false }), identity)).toBeUndefined()
    expect(sourceFacts(source({ kind: 'repository', url: 'https://host.test/r', ref: 'main', checkoutDir: '/src/r' }), identity)).toBeUndefined()
  })
})

test('an interpreter is told apart by what extensions see of it', async () => {
  const target = await probeTarget(findPython().executable, { world: { env: process.env, cwd: process.cwd(), platform: process.platform } })
  const found = pythonFacts(target.facts, target.environment.python_full_version)
  expect(found).toMatchObject({ implementation: target.implementation, platform: target.facts.platform })
  expect(Object.values(found).every((value) => typeof value === 'string')).toBe(true)
})
