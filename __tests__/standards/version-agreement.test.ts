import { expect, test } from '@jest/globals'
import { isProjectName, normalizeName } from '../../src/standards/names.ts'
import { parseSpecifierSet, specifierSetContains } from '../../src/standards/specifiers.ts'
import { parseVersion } from '../../src/standards/version.ts'
import { expectAgreement, generate } from '../support/packaging/agreement.ts'
import { nameText, nearVersion, specifierText, versionText } from '../support/packaging/arbitraries.ts'
import { askPackaging } from '../support/packaging/oracle.ts'

// Compared with PyPA's packaging, in one Python process: see support/packaging/oracle.py.
const texts = generate(versionText, 6000)
const valid = texts.filter((text) => parseVersion(text) !== undefined)
const near = generate(nearVersion, 400)
const specifiers = generate(specifierText, 3000).map((text, index) => [text, near.filter((_, at) => (at + index) % 8 === 0)] as const)
const names = generate(nameText, 1000)

interface VersionAnswer { text: string; prerelease: boolean; local: string | null; post: number | null; dev: number | null }
type SpecifierAnswer = { error: string } | { text: string; prereleases: boolean; contains: string[] }
const answers = askPackaging<{
  version: (VersionAnswer | null)[]
  order: number[][]
  specifier_set: SpecifierAnswer[]
  name: { name: string; valid: boolean }[]
}>({ version: texts, order: [valid, near], specifier_set: specifiers, name: names })

test('the generated cases are of all kinds', () => {
  expect(valid.length).toBeGreaterThan(texts.length / 2)
  expect(texts.length - valid.length).toBeGreaterThan(300)
  const accepted = answers.specifier_set.filter((answer) => 'text' in answer)
  expect(accepted.length).toBeGreaterThan(1500)
  expect(answers.specifier_set.length - accepted.length).toBeGreaterThan(200)
})

test('versions are accepted and normalized as packaging does', () => {
  expectAgreement(texts, versionAnswer, answers.version)
})

function versionAnswer(text: string): VersionAnswer | null {
  const version = parseVersion(text)
  if (version === undefined) return null
  const local = /\+(.*)$/.exec(version.text)?.[1] ?? null
  return { text: version.text, prerelease: version.isPrerelease, local, post: version.post ?? null, dev: version.dev ?? null }
}

const sorted = [['any spelling', valid, 0], ['close neighbours', near, 1]] as const
test.each(sorted)('versions sort as packaging sorts them: %s', (_, versions, index) => {
  const parsed = versions.map((text) => parseVersion(text)?.sortKey ?? '')
  const keys = [...new Set(parsed)].sort((a, b) => (a < b ? -1 : 1))
  const ranks = new Map(keys.map((key, rank) => [key, rank]))
  expectAgreement(parsed, (key) => ranks.get(key), answers.order[index] ?? [])
})

test('specifier sets are accepted, printed and applied as packaging does', () => {
  expectAgreement(specifiers, specifierAnswer, answers.specifier_set)
})

function specifierAnswer([text, candidates]: readonly [string, readonly string[]]): SpecifierAnswer {
  const set = parseSpecifierSet(text)
  // Ours adds what is wrong with the clause.
  if (!set.ok) return { error: set.message.replace(/(')?: (?:\.\*|Local) .*$/, '$1') }
  const contains = candidates.filter((candidate) => {
    const version = parseVersion(candidate)
    return version !== undefined && specifierSetContains(set.value, version)
  })
  return { text: set.value.text, prereleases: set.value.mentionsPrerelease, contains }
}

test('names are normalized and checked as packaging does', () => {
  expectAgreement(names, (text) => ({ name: normalizeName(text), valid: isProjectName(text) }), answers.name)
})
