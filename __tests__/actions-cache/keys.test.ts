import { describe, expect, test } from '@jest/globals'
import { factsMissed, keyBeside, pointedKey, pointerKey, pointerPrefix, restoreKeys, sameKey, saveKey, type CacheIdentity, type LegFacts } from '../../src/actions-cache/keys.ts'
import { describeRestore, describeSave, type RestoreOutcome, type SaveOutcome } from '../../src/actions-cache/outcomes.ts'
import { gainOf, isExact, keyFor, resolutionHash } from '../../src/actions-cache/save-plan.ts'
import { trustOf, withChoice, type Permission } from '../../src/actions-cache/trust.ts'
import type { EntryWheel } from '../../src/actions-cache/entry.ts'

const identity: CacheIdentity = { os: 'linux', arch: 'x64', suffix: '', python: 'cp313', libc: 'glibc', inputs: 'abc' }
const leg: LegFacts = { os: 'linux', arch: 'x64', workflow: '.github/workflows/ci.yml', job: 'test', leg: '{"python":"3.13"}', step: '__run', suffix: '' }

function wheel(id: string, sizeBytes = 1000): EntryWheel {
  return { kind: 'published', id: id.repeat(64).slice(0, 64), filename: `${id}-1-py3-none-any.whl`, sizeBytes }
}

describe('keys', () => {
  test('the save key lists the facts; restore asks for these inputs, then this Python, then this machine', () => {
    expect(saveKey(identity, 'def')).toBe('parallel-pip/v1/linux/x64/-/cp313/glibc/abc/def')
    expect(restoreKeys(identity)).toEqual({ primary: 'parallel-pip/v1/linux/x64/-/cp313/glibc/abc/', others: ['parallel-pip/v1/linux/x64/-/cp313/glibc/', 'parallel-pip/v1/linux/x64/-/'] })
  })
  test('no prefix fits half a fact', () => {
    const keys = [restoreKeys(identity).primary, ...restoreKeys(identity).others]
    for (const other of [{ ...identity, inputs: 'abcd' }, { ...identity, suffix: 'x' }, { ...identity, python: 'cp3131' }]) {
      const [exact] = keys
      expect(saveKey(other, 'def').startsWith(exact ?? '')).toBe(false)
    }
    expect(saveKey({ ...identity, suffix: 'x' }, 'd').startsWith(keys[2] ?? '')).toBe(false)
  })
  test('free text cannot break a key: no commas, no separators, no case, bounded length', () => {
    const key = saveKey({ ...identity, suffix: 'Win/Dows, latest  ' + 'x'.repeat(600) }, 'def')
    expect(key).toMatch(/^[a-z0-9/._+-]+$/)
    expect(key.split('/')).toHaveLength(9)
    expect(key.length).toBeLessThan(300)
    const a = saveKey({ ...identity, suffix: 'y'.repeat(100) + '1' }, 'd')
    expect(a).not.toBe(saveKey({ ...identity, suffix: 'y'.repeat(100) + '2' }, 'd'))
  })
  test('which fact missed', () => {
    expect(factsMissed(saveKey(identity, 'def').toUpperCase(), identity, 'def')).toEqual([])
    expect(factsMissed(saveKey({ ...identity, python: 'cp312', inputs: 'x' }, 'def'), identity, 'def')).toEqual(['python', 'inputs'])
    expect(factsMissed(keyBeside(saveKey(identity, 'def')), identity, 'def')).toEqual([])
    expect(factsMissed('setup-python-Linux-abc', identity, 'def')).toBeUndefined()
  })
  test('a pointer is found without knowing Python or requirements, and gives the key', () => {
    const key = saveKey(identity, 'def')
    const pointer = pointerKey(leg, key) ?? ''
    expect(pointer.startsWith(pointerPrefix(leg))).toBe(true)
    expect(pointedKey(pointer)).toBe(key)
    const withQuestion = pointerKey(leg, key, 'what is asked') ?? ''
    expect(withQuestion.startsWith(pointerPrefix(leg))).toBe(true)
    expect(withQuestion).not.toBe(pointer)
    expect(pointedKey(withQuestion)).toBe(key)
    expect(pointerPrefix({ ...leg, leg: '{"python":"3.12"}' })).not.toBe(pointerPrefix(leg))
    expect(pointerPrefix({ ...leg, step: '__run_2' })).not.toBe(pointerPrefix(leg))
    expect(pointerKey(leg, 'x'.repeat(500))).toBeUndefined()
    expect(pointedKey('parallel-pip-leg/v1/nothing')).toBeUndefined()
  })
  test('keys are compared as the service compares them', () => {
    expect([sameKey('A/b', 'a/B'), sameKey('a', 'b')]).toEqual([true, false])
    expect(isExact(saveKey(identity, 'x').toUpperCase(), identity)).toBe(true)
    expect(isExact(saveKey({ ...identity, inputs: 'other' }, 'x'), identity)).toBe(false)
  })
})

describe('what is worth saving', () => {
  const [a, b] = [wheel('a'), wheel('b')]
  test('the resolution hash is that of the content, whatever the order and the names', () => {
    expect(resolutionHash([a, b])).toBe(resolutionHash([{ ...b, filename: 'other.whl' }, a]))
    expect(resolutionHash([a])).not.toBe(resolutionHash([a, b]))
  })
  test.each([
    ['nothing was restored', undefined, true],
    ['the very entry was restored', { key: keyFor({ identity, wheels: [a], restored: undefined }), wheels: [a] }, false],
    ['an entry of these inputs with every wheel and more', { key: saveKey(identity, 'x'), wheels: [a, b] }, false],
    ['an entry of these inputs without a wheel', { key: saveKey(identity, 'x'), wheels: [b] }, true],
    ['an entry of other inputs with every wheel: it may not be found again', { key: saveKey({ ...identity, inputs: 'y' }, 'x'), wheels: [a] }, true],
  ])('%s', (_, restored, worth) => {
    expect(gainOf({ identity, wheels: [a], restored }).worth).toBe(worth)
  })
  test('nothing was installed', () => {
    expect(gainOf({ identity, wheels: [], restored: undefined })).toEqual({ worth: false, why: expect.stringContaining('nothing was installed') })
  })
})

describe('trust', () => {
  const allowed = { allowed: true }
  test.each([
    ['push', 'branch', '', true, true],
    ['pull_request', 'branch', '', true, true],
    ['push', 'tag', '', true, false],
    ['release', 'tag', '', true, false],
    ['pull_request_target', 'branch', '', true, false],
    ['workflow_run', 'branch', '', true, false],
    ['issue_comment', 'branch', '', true, false],
    ['merge_group', 'branch', '', true, false],
    ['push', 'branch', 'read', true, false],
    ['push', 'branch', 'none', false, false],
    ['push', 'branch', 'write-only', false, true],
    ['push', 'branch', 'Write', true, true],
    ['push', 'branch', 'something-new', true, true],
  ] as const)('%s on a %s, cache mode "%s": restore %s, save %s', (...[event, refType, mode, restore, save]) => {
    const trust = trustOf({ event, refType, mode })
    expect([trust.restore.allowed, trust.save.allowed]).toEqual([restore, save])
    for (const permission of [trust.restore, trust.save]) if (!permission.allowed) expect(permission.why).not.toBe('')
  })
  test('a user may overrule the event, not the mode, and may always say no', () => {
    const saveOf = (event: string, mode: string, choice: boolean | 'auto'): Permission => withChoice(trustOf({ event, refType: 'branch', mode }).save, choice, 'save-cache')
    expect([saveOf('release', '', true), saveOf('release', '', 'auto')]).toEqual([allowed, { allowed: false, why: 'release runs restore only', byEvent: true }])
    expect([saveOf('push', 'read', true), saveOf('release', 'read', true)]).toEqual([1, 2].map(() => ({ allowed: false, why: 'the cache mode of this run is "read"' })))
    expect([saveOf('push', '', 'auto'), saveOf('push', '', false)]).toEqual([allowed, { allowed: false, why: 'save-cache is false' }])
  })
})

test('every outcome has one line of meaning', () => {
  const restores: RestoreOutcome[] = [{ kind: 'exact', key: 'k', bytes: 5 }, { kind: 'prefix', key: 'k', bytes: 5 }, { kind: 'miss' }, { kind: 'not-allowed', why: 'switched off' }, { kind: 'unavailable' }, { kind: 'timed-out', afterMs: 4100, bytes: 5 }, { kind: 'failed', why: 'tar' }, { kind: 'unreadable', why: 'tar' }, { kind: 'overtaken', afterMs: 20 }, { kind: 'overtaken', afterMs: 1200 }]
  const saves: SaveOutcome[] = [{ kind: 'saved', key: 'k', bytes: 5 }, { kind: 'exists', key: 'k' }, { kind: 'conflict', key: 'k' }, { kind: 'nothing-gained', why: 'w' }, { kind: 'not-allowed', why: 'w' }, { kind: 'read-only' }, { kind: 'unavailable' }, { kind: 'timed-out', afterMs: 4000 }, { kind: 'failed', why: 'w' }]
  const lines = [...restores.map((outcome) => describeRestore(outcome, (count) => `${count} B`)), ...saves.map((outcome) => describeSave(outcome, (count) => `${count} B`))]
  expect(new Set(lines).size).toBe(lines.length - 2)
  expect(lines.every((line) => line !== '' && !line.includes('\n'))).toBe(true)
  expect(lines.slice(8, 10)).toEqual(['not waited for: the run was done without it', 'not waited for: the run was done without it, after 1.2 s'])
  expect(lines[5]).toBe('given up: nothing came for 4 s after 5 B; the index is used instead')
})
