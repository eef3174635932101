import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { tableOf } from '../../src/index/file-table.ts'
import { listCandidates } from '../../src/index/candidates.ts'
import { DemandSets } from '../../src/resolve/demand.ts'
import { buildUniverse } from '../../src/resolve/universe.ts'
import { normalizeName } from '../../src/standards/names.ts'
import { parseSpecifierSet, specifierSetContains } from '../../src/standards/specifiers.ts'
import { parseVersion } from '../../src/standards/version.ts'
import { candidateIndexes } from '../support/candidate-indexes.ts'
import { nearVersion, specifierText } from '../support/packaging/arbitraries.ts'

const FOO = normalizeName('foo')
const pythonVersion = parseVersion('3.11.7')
if (pythonVersion === undefined) throw new Error('3.11.7 is no version')
const rules = { tagRanks: new Map([['py3-none-any', 0]]), pythonVersion, ignoreRequiresPython: false, allowWheels: true, allowSdists: true, preferBinary: false, hashes: undefined, uploadedPriorToMs: undefined }
const version = nearVersion.map((text) => parseVersion(text)?.text).filter((text) => text !== undefined)
const specifier = fc.array(specifierText, { maxLength: 3 }).map((texts) => parseSpecifierSet(texts.join())).filter((parsed) => parsed.ok).map((parsed) => parsed.value)

test('the candidates that a demand accepts are those whose versions its specifier contains', () => {
  fc.assert(fc.property(fc.array(fc.tuple(version, fc.constantFrom(false as const, 'bad')), { maxLength: 70 }), specifier, (versions, set) => {
    const files = versions.map(([text, yanked]) => ({ filename: `foo-${text}-py3-none-any.whl`, url: 'https://files.test/', hashes: [], requiresPython: undefined, yanked, coreMetadata: false, sizeBytes: undefined, uploadTimeMs: undefined }))
    const list = listCandidates(FOO, [{ index: { kind: 'simple', url: 'https://index.test', label: 'index.test' }, files: tableOf(FOO, files) }], rules)
    const universe = buildUniverse({ ...list, unanswered: [] }, undefined, [])
    const accepted = new DemandSets(() => universe).of({ name: FOO, specifier: set, directKey: undefined, user: undefined })
    expect([...candidateIndexes(accepted)]).toEqual(universe.entries.flatMap((entry, place) => (specifierSetContains(set, entry.version) ? [place] : [])))
  }), { numRuns: 500 })
})
