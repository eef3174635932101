import fc from 'fast-check'
import { isValid, matches, versionsOf, type Requirements, type Universe } from './universe.ts'

const NAMES = ['a', 'b', 'c', 'd', 'e']
const EXTRAS = ['a[x]', 'b[x]', 'c[y]', 'c[z]']
const VERSIONS = ['1', '2', '3']
const range = fc.constantFrom('*', '*', '==1', '==2', '==3', '>=2', '<3', '!=2', '>3')

const requirementsOn = (names: readonly string[]): fc.Arbitrary<Requirements> =>
  fc.dictionary(fc.constantFrom(...names), range, { maxKeys: 3, noNullPrototype: true })

export const requirements = requirementsOn([...NAMES, ...EXTRAS])
export const constraints = requirementsOn(NAMES)

const release = fc.oneof(
  { weight: 9, arbitrary: requirements },
  { weight: 1, arbitrary: fc.constantFrom({ unavailable: 'broken' }, { unavailable: 'needs another Python' }) },
)
const releases = fc.dictionary(fc.constantFrom(...VERSIONS), release, { minKeys: 1, maxKeys: 3, noNullPrototype: true })

/** Small universes with extras, circles, gaps and broken releases: about as many can be solved as cannot. */
export const universes: fc.Arbitrary<Universe> = fc.record(
  Object.fromEntries([...NAMES, ...EXTRAS].map((name) => [name, releases])),
  { requiredKeys: ['a', 'b', 'c'], noNullPrototype: true },
)

/** Whether any combination of versions of the projects, with any of their extras, satisfies everything: by trying them all. */
export function isSatisfiable(universe: Universe, root: Requirements, bounds: Requirements): boolean {
  const names = NAMES.filter((name) => universe[name] !== undefined)
  const tryFrom = (at: number, chosen: Readonly<Record<string, string>>): boolean => {
    const name = names[at]
    if (name === undefined) return isValid(universe, root, closed(universe, root, chosen), bounds)
    const fitting = versionsOf(universe, name).filter((version) => [root, bounds].every((asked) => matches(version, asked[name] ?? '*')))
    if (root[name] === undefined && tryFrom(at + 1, chosen)) return true
    return fitting.some((version) => tryFrom(at + 1, { ...chosen, [name]: version }))
  }
  return tryFrom(0, {})
}

/** The versions, and the extras of them that somebody asks for. */
function closed(universe: Universe, root: Requirements, versions: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const all: Record<string, string> = { ...versions }
  const rest = [root, ...Object.entries(versions).map(([name, version]) => universe[name]?.[version] ?? {})]
  for (let asked = rest.pop(); asked !== undefined; asked = rest.pop()) {
    for (const name of Object.keys(asked)) {
      const version = versions[name.replace(/\[.*/, '')]
      if (version === undefined || all[name] !== undefined) continue
      all[name] = version
      rest.push(universe[name]?.[version] ?? {})
    }
  }
  return all
}
