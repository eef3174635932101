import fc from 'fast-check'
import { stringify } from 'smol-toml'
import { expect, test } from '@jest/globals'
import { resolveDependencyGroups } from '../../src/standards/dependency-groups.ts'
import { formatDirectUrl, parseDirectUrl } from '../../src/standards/direct-url.ts'
import type { MarkerEnvironment } from '../../src/standards/markers.ts'
import { formatPylock, parsePylock, selectFromPylock, type PylockChoice } from '../../src/standards/pylock.ts'
import { formatRequirement } from '../../src/standards/requirements.ts'
import { directUrl, groupNames, groups, lock } from '../support/formats/documents.ts'
import { askPython } from '../support/formats/oracle.ts'
import { expectAgreement, generate } from '../support/packaging/agreement.ts'

// Compared with PyPA's packaging, in one process: see support/formats/oracle.py.
const environment: MarkerEnvironment = {
  implementation_name: 'cpython', implementation_version: '3.11.7', os_name: 'posix', platform_machine: 'x86_64',
    platform_python_implementation: 'CPython',
  platform_release: '6.1', platform_system: 'Linux', platform_version: '#1', python_full_version: '3.11.7', python_version: '3.11',
    sys_platform: 'linux',
}
const tags = ['cp311-cp311-linux_x86_64', 'cp311-abi3-linux_x86_64', 'py3-none-any', 'py2-none-any']
const selections = [[[], []], [['fast'], ['dev']], [[], ['dev']]] as const

const locks = generate(lock, 1500).map((data, index) => {
  const [extras, groups] = selections[index % selections.length] ?? [[], []]
  return { text: stringify(data), extras, groups }
})
const groupTables = generate(fc.tuple(groups, groupNames), 1500)
const directUrls = generate(directUrl, 800).map((data) => JSON.stringify(data))

type LockAnswer = 'invalid' | { chosen: [string, string][] | null }
const { answers } = askPython<{ lock: LockAnswer[]; groups: (string[] | null)[]; direct_url: (string | null)[] }>({
  lock: locks.map(({ text, extras, groups }) => [text, environment, tags, extras, groups]), groups: groupTables, direct_url: directUrls,
})

test('the generated documents are of all kinds', () => {
  const lockKinds = answers.lock.map((answer) => {
    if (answer === 'invalid') return answer
    return answer.chosen === null ? 'refused' : answer.chosen.length > 0 ? 'chosen' : 'empty'
  })
  for (const kind of ['invalid', 'refused', 'chosen']) expect(lockKinds.filter((one) => one === kind).length).toBeGreaterThan(100)
  for (const list of [answers.groups, answers.direct_url]) {
    expect(list.filter((answer) => answer !== null).length).toBeGreaterThan(list.length / 20)
    expect(list.filter((answer) => answer === null).length).toBeGreaterThan(list.length / 20)
  }
})

test('lock files are accepted, refused and selected from as packaging does', () => {
  expectAgreement(locks, ({ text, extras, groups }): LockAnswer => {
    const parsed = parsePylock(text)
    if (!parsed.ok) return 'invalid'
    const choices = selectFromPylock(parsed.value.lock, { environment, tags, extras: new Set(extras), dependencyGroups: new Set(groups) })
    return { chosen: choices.ok ? choices.value.map((choice) => [choice.package.name, sourceName(choice)]) : null }
  }, answers.lock)
})

test('a printed lock file reads back as the same lock', () => {
  const parsed = locks.flatMap(({ text }) => {
    const lock = parsePylock(text)
    return lock.ok ? [lock.value.lock] : []
  })
  expect(parsed.length).toBeGreaterThan(300)
  for (const lock of parsed) {
    const again = parsePylock(formatPylock(lock))
    const sorted = lock.packages.toSorted((left, right) => (left.name < right.name ? -1 : left.name > right.name ? 1 : 0))
    expect(again).toEqual({ ok: true, value: expect.objectContaining({ lock: { ...lock, packages: sorted } }) })
  }
})

test('dependency groups are resolved, or refused, as packaging does', () => {
  expectAgreement(groupTables, ([table, names]) => {
    const requirements = resolveDependencyGroups(table, names)
    return requirements.ok ? [...new Set(requirements.value.map(formatRequirement))].sort() : null
  }, answers.groups)
})

test('direct_url.json is accepted, refused and printed as packaging does', () => {
  expectAgreement(directUrls, (text) => {
    const direct = parseDirectUrl(text)
    return direct.ok ? formatDirectUrl(direct.value) : null
  }, answers.direct_url)
})

function sourceName({ chosen }: PylockChoice): string {
  switch (chosen.kind) {
    case 'wheel':
    case 'sdist':
      return chosen.file.filename
    case 'vcs':
      return 'PackageVcs'
    case 'directory':
      return 'PackageDirectory'
    case 'archive':
      return 'PackageArchive'
  }
}
