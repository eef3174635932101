import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'

const DEFAULT_SEED = 440508

/** Fixed, so that a failure repeats; `STANDARDS_SEED=n` looks elsewhere. */
export const seed = Number(process.env['STANDARDS_SEED'] ?? DEFAULT_SEED)

/** Generated cases, each once. The same for the same seed. */
export function generate<T>(arbitrary: fc.Arbitrary<T>, count: number): T[] {
  const cases = fc.sample(arbitrary, { seed, numRuns: count })
  return [...new Map(cases.map((one) => [JSON.stringify(one), one])).values()]
}

/** Fails with the first cases in which the two answers differ, and the seed that made them. */
export function expectAgreement<T, A>(cases: readonly T[], ours: (one: T) => A, theirs: readonly A[]): void {
  if (cases.length !== theirs.length) throw new Error(`${cases.length} cases, but ${theirs.length} answers`)
  const differences = cases.flatMap((one, index) => {
    const our = ours(one)
    return isDeepStrictEqual(our, theirs[index]) ? [] : [`${shown(one)}\n    ours   ${shown(our)}\n    theirs ${shown(theirs[index])}`]
  })
  if (differences.length === 0) return
  const first = differences.slice(0, 10).join('\n  ')
  throw new Error(`${differences.length} of ${cases.length} answers differ from packaging's (STANDARDS_SEED=${seed}):\n  ${first}`)
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'undefined'
  return text.length > 400 ? `${text.slice(0, 400)}…` : text
}
