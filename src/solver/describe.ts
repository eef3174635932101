import { hasCandidate, type CandidateSet } from './candidate-set.ts'

/** A run of neighbours in a list of candidates, best first: `newest` … `oldest` are its ends, as indexes. */
interface Run {
  readonly newest: number
  readonly oldest: number
}

const MAX_RUNS = 3

/**
 * Some candidates of a package in words that refer to versions that exist: `foo` (all), `foo 1.2`, `foo>=1.2`, `foo<=1.2`,
 * `foo>=1.2,<=1.9`, `foo!=1.3`, several of these joined by "or", or how many there are of them between which.
 * `versions`: the texts of all candidates, best first.
 */
export function describeCandidates(name: string, versions: readonly string[], set: CandidateSet): string {
  const inside = runsOf(versions, (index) => hasCandidate(set, index))
  if (inside.length === 0) return `no version of ${name}`
  const outside = runsOf(versions, (index) => !hasCandidate(set, index))
  if (outside.length === 0) return versions.length === 1 ? `${name} ${versions[0]}` : name
  const isPair = inside.length <= 2 && inside.every(isSingle)
  if (!isPair && inside.length > outside.length && outside.every(isSingle)) {
    return `${name}${outside.map(({ newest }) => `!=${versions[newest]}`).reverse().join(',')}`
  }
  if (inside.length <= MAX_RUNS) return inside.map((run) => describeRun(name, versions, run)).reverse().join(' or ')
  const total = versions.filter((_, index) => hasCandidate(set, index)).length
  return `${total} versions of ${name} from ${versions[inside.at(-1)!.oldest]} to ${versions[inside[0]!.newest]}`
}

function isSingle({ newest, oldest }: Run): boolean {
  return newest === oldest
}

/** Versions next to each other that are wanted. */
function runsOf(versions: readonly string[], isWanted: (index: number) => boolean): readonly Run[] {
  const runs: { newest: number; oldest: number }[] = []
  for (let index = 0; index < versions.length; index += 1) {
    if (!isWanted(index)) continue
    const last = runs.at(-1)
    if (last?.oldest === index - 1) last.oldest = index
    else runs.push({ newest: index, oldest: index })
  }
  return runs
}

function describeRun(name: string, versions: readonly string[], run: Run): string {
  if (isSingle(run)) return `${name} ${versions[run.newest]}`
  if (run.newest === 0) return `${name}>=${versions[run.oldest]}`
  const upper = `<=${versions[run.newest]}`
  return run.oldest === versions.length - 1 ? `${name}${upper}` : `${name}>=${versions[run.oldest]},${upper}`
}
