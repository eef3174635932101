import { isUserError } from '../kernel/errors.ts'
import { notParsed } from '../kernel/parsed.ts'
import type { Parsed } from '../kernel/parsed.ts'
import { evaluateLockMarker, evaluateMarker } from './markers.ts'
import type { LockSelection, MarkerEnvironment } from './markers.ts'
import type { NormalizedName } from './names.ts'
import type { Pylock, PylockFile, PylockPackage, PylockSource } from './pylock-types.ts'
import { misfit, reading } from './shape.ts'
import { specifierSetContains } from './specifiers.ts'
import type { SpecifierSet } from './specifiers.ts'
import { parseVersion } from './version.ts'
import { expandWheelTags, parseWheelName } from './wheel-name.ts'

/** What a lock file is read for. */
export interface PylockTarget {
  readonly environment: MarkerEnvironment
  /** Best first, as `Target.tags`. */
  readonly tags: readonly string[]
  readonly extras: ReadonlySet<string>
  /** The groups to install, in any spelling; add `lock.defaultGroups` unless they were declined. */
  readonly dependencyGroups: ReadonlySet<string>
  /** Packages for which the sdist is taken though a wheel would do (`--no-binary`). */
  readonly prefersSdist?: (name: NormalizedName) => boolean
}

/** A package of a lock that applies to the target, and the file or source that was chosen for it. */
export interface PylockChoice {
  readonly package: PylockPackage
  /** Its index in `packages`, for messages. */
  readonly index: number
  readonly chosen:
    | { readonly kind: 'wheel'; readonly file: PylockFile }
    | { readonly kind: 'sdist'; readonly file: PylockFile }
    | Exclude<PylockSource, { kind: 'distributions' }>
}

/**
 * The packages of a lock file that apply to a target, and the file of each, by the algorithm of PEP 751: an error when Python or
 * the environment is not one the file is for, when two packages of one name apply, or when no file of a package fits or its
 * file has no hash we can check.
 * In the file's order. Pure; reads each wheel's name once.
 */
export function selectFromPylock(lock: Pylock, target: PylockTarget): Parsed<readonly PylockChoice[]> {
  try {
    return reading(() => select(lock, target))
  } catch (error) {
    // A marker that compares what cannot be compared.
    if (isUserError(error)) return notParsed(error.message)
    throw error
  }
}

function select(lock: Pylock, target: PylockTarget): PylockChoice[] {
  checkPython(lock.requiresPython, target, 'requires-python')
  if (lock.environments.length > 0 && !lock.environments.some((marker) => evaluateMarker(marker, target.environment))) {
    misfit('environments', 'the lock file is not for this environment')
  }
  const selection: LockSelection = { extras: target.extras, dependencyGroups: target.dependencyGroups }
  const ranks = rankTags(target.tags)
  const taken = new Map<NormalizedName, number>()
  const choices: PylockChoice[] = []
  for (const [index, entry] of lock.packages.entries()) {
    if (entry.marker !== undefined && !evaluateLockMarker(entry.marker, target.environment, selection)) continue
    checkPython(entry.requiresPython, target, `packages[${index}].requires-python`)
    const other = taken.get(entry.name)
    if (other !== undefined) misfit(`packages[${index}]`, `${entry.name} is already chosen by packages[${other}]`)
    taken.set(entry.name, index)
    const chosen = chooseSource(entry, ranks, target.prefersSdist?.(entry.name) ?? false)
    if (chosen === undefined) {
      return misfit(`packages[${index}]`, `no wheel of ${entry.name} fits this Python and platform, and there is no sdist`)
    }
    if (!isVerifiable(chosen)) misfit(`packages[${index}]`, `${entry.name} has no hash of an algorithm that can be checked`)
    choices.push({ package: entry, index, chosen })
  }
  return choices
}

function isVerifiable(chosen: PylockChoice['chosen']): boolean {
  if (chosen.kind === 'vcs' || chosen.kind === 'directory') return true
  return (chosen.kind === 'archive' ? chosen : chosen.file).hashes.length > 0
}

function checkPython(wanted: SpecifierSet | undefined, target: PylockTarget, path: string): void {
  if (wanted === undefined) return
  const text = target.environment.python_full_version
  // Untagged builds of Python call themselves `3.14.0a0+`, which is no version.
  const version = parseVersion(text.endsWith('+') ? `${text}local` : text)
  if (version === undefined || !specifierSetContains(wanted, version)) misfit(path, `Python ${text} is not ${wanted.text}`)
}

function chooseSource(entry: PylockPackage, ranks: ReadonlyMap<string, number>, prefersSdist: boolean): PylockChoice['chosen'] | undefined {
  if (entry.source.kind !== 'distributions') return entry.source
  const { sdist, wheels } = entry.source
  if (sdist !== undefined && prefersSdist) return { kind: 'sdist', file: sdist }
  const wheel = bestWheel(wheels, ranks)
  if (wheel !== undefined) return { kind: 'wheel', file: wheel }
  return sdist === undefined ? undefined : { kind: 'sdist', file: sdist }
}

/** The first of the wheels with the best tag. */
function bestWheel(wheels: readonly PylockFile[], ranks: ReadonlyMap<string, number>): PylockFile | undefined {
  let best: { readonly file: PylockFile; readonly rank: number } | undefined
  for (const file of wheels) {
    const name = parseWheelName(file.filename)
    const rank = Math.min(...(name === undefined ? [] : expandWheelTags(name)).map((tag) => ranks.get(tag) ?? Infinity))
    if (rank < (best?.rank ?? Infinity)) best = { file, rank }
  }
  return best?.file
}

function rankTags(tags: readonly string[]): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>()
  for (const [rank, tag] of tags.entries()) if (!ranks.has(tag)) ranks.set(tag, rank)
  return ranks
}
