/**
 * Compatibility tags: PEP 425 with PEP 384/803 (abi3, abi3t), PEP 703 (free-threaded), and the platforms of tags-platforms.ts.
 *
 * pip asks `packaging.tags` from inside the interpreter. Here an interpreter is asked once for facts, and the tags follow
 * from them; the result equals pip's `compatibility_tags.get_supported()`, of which packaging's `sys_tags()` differs only
 * for interpreters other than CPython, in one tag (`pp3-none-any` where pip has `pp311-none-any`).
 */
import { UserError } from '../kernel/errors.ts'
import type { InterpreterFacts } from './interpreter-facts.ts'
import { expandPlatforms } from './tags-custom.ts'
import { normalizePlatform, platformsOf } from './tags-platforms.ts'

export type { ElfHeader, InterpreterFacts } from './interpreter-facts.ts'

/** pip's `--python-version`, `--implementation`, `--abi` and `--platform`: what to assume instead of asking the interpreter. */
export interface TagOverrides {
  /** Major alone, or major and minor without a dot: `3`, `311`. */
  readonly pythonVersion?: string
  /** Two letters, `cp`, `pp`, `py`, … */
  readonly implementation?: string
  readonly abis?: readonly string[]
  readonly platforms?: readonly string[]
}

type PythonVersion = readonly [major: number] | readonly [major: number, minor: number]

const SHORT_NAMES: Readonly<Record<string, string>> = { python: 'py', cpython: 'cp', pypy: 'pp', ironpython: 'ip', jython: 'jy' }

/**
 * Every tag a wheel may have for this interpreter, as `cp311-cp311-manylinux_2_17_x86_64`, best first. Some overrides give a
 * tag twice, as pip does. A thousand tags and more: ask once per target.
 */
export function tagsFor(facts: InterpreterFacts, overrides: TagOverrides = {}): string[] {
  const version: PythonVersion = overrides.pythonVersion === undefined
    ? [facts.versionMajor, facts.versionMinor]
    : splitVersion(overrides.pythonVersion)
  const implementation = overrides.implementation ?? SHORT_NAMES[facts.implementation] ?? facts.implementation
  const nodot = overrides.pythonVersion ?? facts.versionNodot ?? versionNodot([facts.versionMajor, facts.versionMinor])
  const platforms = isGiven(overrides.platforms) ? expandPlatforms(overrides.platforms) : platformsOf(facts)
  const interpreter = implementation + nodot
  const specific = implementation === 'cp'
    ? cpythonTags(version, overrides.abis ?? cpythonAbis(version, facts), platforms)
    : genericTags(interpreter, overrides.abis ?? genericAbis(facts), platforms)
  return [...specific, ...compatibleTags(version, interpreter, platforms)].map((tag) => tag.toLowerCase())
}

function isGiven<T>(list: readonly T[] | undefined): list is readonly T[] {
  return list !== undefined && list.length > 0
}

function splitVersion(nodot: string): PythonVersion {
  return nodot.length > 1 ? [Number(nodot.charAt(0)), Number(nodot.slice(1))] : [Number(nodot)]
}

function versionNodot(version: PythonVersion): string {
  return version.join('')
}

function isAtLeast([major, minor]: PythonVersion, wantedMajor: number, wantedMinor: number): boolean {
  return major > wantedMajor || (major === wantedMajor && minor !== undefined && minor >= wantedMinor)
}

/** `cp313t`, `cp311d` and `cp311`, `cp36m`: what extension modules of this build are called. */
function cpythonAbis(version: PythonVersion, facts: InterpreterFacts): string[] {
  if (version.length === 1) return []
  const threading = facts.freeThreaded && isAtLeast(version, 3, 13) ? 't' : ''
  const debug = facts.debug ? 'd' : ''
  const base = `cp${versionNodot(version)}${threading}`
  if (isAtLeast(version, 3, 8)) return debug === '' ? [base] : [base + debug, base]
  const unicode = facts.wideUnicode && !isAtLeast(version, 3, 3) ? 'u' : ''
  return [base + debug + (facts.pymalloc ? 'm' : '') + unicode]
}

/** The ABI in EXT_SUFFIX: `.cpython-310-x86_64-linux-gnu.so`, `.cp310-win_amd64.pyd`, `.pypy310-pp73-….so`, `.graalpy-38-native-….so`. */
function genericAbis(facts: InterpreterFacts): string[] {
  const parts = facts.extensionSuffix.split('.')
  if (parts[0] !== '') throw unusableSuffix(facts)
  const soabi = parts[1] ?? ''
  if (parts.length < 3) return cpythonAbis([facts.versionMajor, facts.versionMinor], facts)
  const words = soabi.split('-')
  if (soabi.startsWith('cpython')) {
    if (words[1] === undefined || words[1] === '') throw unusableSuffix(facts)
    return [normalizePlatform(`cp${words[1]}`)]
  }
  if (soabi.startsWith('cp')) return [normalizePlatform(words[0] ?? '')]
  if (soabi.startsWith('pypy')) return [normalizePlatform(words.slice(0, 2).join('-'))]
  if (soabi.startsWith('graalpy')) return [normalizePlatform(words.slice(0, 3).join('-'))]
  return soabi === '' ? [] : [normalizePlatform(soabi)]
}

function unusableSuffix(facts: InterpreterFacts): UserError {
  const suffix = JSON.stringify(facts.extensionSuffix)
  return new UserError('python-missing', `The interpreter reports an unusable suffix of extension modules: ${suffix}.`)
}

/** Own ABI, then the stable one, then none; then the stable ABI of every older minor version. */
function cpythonTags(version: PythonVersion, abis: readonly string[], platforms: readonly string[]): string[] {
  const interpreter = `cp${versionNodot(version)}`
  const isThreaded = /^cp[0-9]+.*t/.test(abis[0] ?? '')
  const stable = isThreaded ? 'abi3t' : 'abi3'
  const own = abis.filter((abi) => abi !== 'none' && abi !== 'abi3' && !(isThreaded && abi === 'abi3t'))
  const hasStable = version.length > 1 && isAtLeast(version, 3, 2)
  const tags = [...own, ...(hasStable ? [stable] : []), 'none'].flatMap((abi) => onEach(platforms, interpreter, abi))
  if (!hasStable) return tags
  for (let minor = (version[1] ?? 0) - 1; minor > 1; minor -= 1) {
    tags.push(...onEach(platforms, `cp${version[0]}${minor}`, stable))
  }
  return tags
}

function genericTags(interpreter: string, abis: readonly string[], platforms: readonly string[]): string[] {
  const all = abis.includes('none') ? abis : [...abis, 'none']
  return all.flatMap((abi) => onEach(platforms, interpreter, abi))
}

/** Wheels without an ABI: for this platform, then for any. */
function compatibleTags(version: PythonVersion, interpreter: string, platforms: readonly string[]): string[] {
  const pythons = pythonRange(version)
  return [
    ...pythons.flatMap((python) => onEach(platforms, python, 'none')),
    `${interpreter}-none-any`,
    ...pythons.map((python) => `${python}-none-any`),
  ]
}

/** `py311`, `py3`, `py310`, … `py30` */
function pythonRange([major, minor]: PythonVersion): string[] {
  if (minor === undefined) return [`py${major}`]
  return [`py${major}${minor}`, `py${major}`, ...Array.from({ length: minor }, (_, below) => `py${major}${minor - 1 - below}`)]
}

function onEach(platforms: readonly string[], interpreter: string, abi: string): string[] {
  return platforms.map((platform) => `${interpreter}-${abi}-${platform}`)
}
