import type { IndexServer } from '../index-server/server.ts'
import { aWheel } from '../wheel.ts'

/** One made-up set of projects, what is installed of them, and what somebody asks pip for. */
export interface MadeUniverse {
  readonly seed: number
  readonly releases: readonly MadeRelease[]
  /** Name → version. */
  readonly installed: Readonly<Record<string, string>>
  readonly requirements: readonly string[]
  readonly constraints: readonly string[]
  readonly options: readonly string[]
}

export interface MadeRelease {
  readonly name: string
  readonly version: string
  readonly requires: readonly string[]
  readonly extras: readonly string[]
  readonly requiresPython: string | undefined
  readonly yanked: boolean
}

type Chance = (below: number) => number

const VERSIONS = ['0.9', '1.0', '1.0.post1', '1.1a1', '1.1', '1.2rc1', '2.0.dev3', '2.0', '2.0+local', '2.1', '3.0b2', '3.0']
const EXTRAS = ['x', 'y', 'z-z']

/** A universe from a seed: the same one each time. `calm` ones rarely make a resolver backtrack. */
export function universeOf(seed: number, { calm }: { readonly calm: boolean }): MadeUniverse {
  const chance = chanceOf(seed)
  const names = Array.from({ length: 4 + chance(6) }, (_, at) => `p${seed}-${'abcdefghij'[at]}`)
  const releases = names.flatMap((name, at) => releasesOf(name, names.slice(at + 1), { chance, calm }))
  const asked = pickSome(names, 1 + chance(3), chance)
  return {
    seed,
    releases,
    installed: chance(3) === 0 ? someInstalled(releases, chance) : {},
    requirements: asked.map((name) => `${name}${someExtras(chance)}${specifier(chance, calm)}`),
    constraints: chance(4) === 0 ? pickSome(names, 1, chance).map((name) => `${name}${specifier(chance, true)}`) : [],
    options: someOptions(asked, chance),
  }
}

function releasesOf(name: string, later: readonly string[], { chance, calm }: { chance: Chance; calm: boolean }): MadeRelease[] {
  const needed = pickSome(later, chance(4), chance)
  const chosen = VERSIONS.filter(() => chance(3) > 0)
  return (chosen.length === 0 ? ['1.0'] : chosen).map((version) => ({
    name,
    version,
    requires: needed.filter(() => chance(5) > 0).map((other) => `${other}${someExtras(chance)}${specifier(chance, calm)}${someMarker(chance)}`),
    extras: EXTRAS.filter(() => chance(2) === 0),
    requiresPython: chance(8) === 0 ? ['>=3.99', '<3', '>=3.7', '!=3.11.*', 'not a specifier'][chance(5)] : undefined,
    yanked: chance(9) === 0,
  }))
}

function someInstalled(releases: readonly MadeRelease[], chance: Chance): Record<string, string> {
  return Object.fromEntries(releases.filter(({ version }) => chance(6) === 0 && !version.includes('+')).map(({ name, version }) => [name, version]))
}

function specifier(chance: Chance, calm: boolean): string {
  const version = VERSIONS[chance(VERSIONS.length)] ?? '1.0'
  const plain = version.replace(/\+.*/, '')
  const loose = ['', '', '', `>=${['0.9', '1.0', '1.1'][chance(3)]}`, `!=${plain}`, '>=1.0,<4', '<=3.0', '~=1.0', '>=1.0a1']
  const tight = [`<${plain}`, `<=${plain}`, `==${version}`, `>${plain}`, `===${version}`, '==1.*', '~=2.0', '>=2.0', '!=3.0,>=1.1', '>=3.0b1', `>=${plain}`]
  const list = calm || chance(3) > 0 ? loose : tight
  return list[chance(list.length)] ?? ''
}

function someExtras(chance: Chance): string {
  if (chance(4) > 0) return ''
  const list = [...EXTRAS, 'Z_z', 'unknown'].filter(() => chance(3) === 0)
  return list.length === 0 ? '' : `[${list.join(',')}]`
}

function someMarker(chance: Chance): string {
  if (chance(4) > 0) return ''
  const list = ["extra == 'x'", "extra == 'y' or extra == 'Z.Z'", "sys_platform == 'win32'", "python_version >= '3.6'", "extra == 'x' and sys_platform != 'win32'", "extra != 'x'", "extra == 'unknown'"]
  return ` ; ${list[chance(list.length)]}`
}

function someOptions(asked: readonly string[], chance: Chance): string[] {
  const lists = [[], [], [], ['--upgrade'], ['--upgrade', '--upgrade-strategy', 'eager'], ['--pre'], ['--no-deps'], ['--ignore-requires-python'], ['--force-reinstall'], ['--ignore-installed'],
    ['--all-releases', asked[0] ?? ''], ['--only-final', ':all:']]
  return lists[chance(lists.length)] ?? []
}

function pickSome<T>(list: readonly T[], count: number, chance: Chance): T[] {
  const left = [...list]
  return Array.from({ length: Math.min(count, left.length) }, () => left.splice(chance(left.length), 1)).flat()
}

function chanceOf(seed: number): Chance {
  let state = (seed * 2654435761) >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** Puts the releases on the server's index, as wheels. */
export function serveUniverse(server: IndexServer, universe: MadeUniverse): void {
  for (const { name, version, requires, extras, requiresPython, yanked } of universe.releases) {
    const metadataLines = extras.map((extra) => `Provides-Extra: ${extra}`)
    server.add(aWheel({ name, version, requires, metadataLines, requiresPython }), { yanked: yanked ? 'it was a mistake' : false })
  }
}
