import fc from 'fast-check'

/** A question for two installers. */
export interface Question {
  /** Arguments of `install`: requirements and options. */
  readonly args: readonly string[]
  /** What the environment holds before: newest versions of these by that day. Empty: nothing. */
  readonly before: readonly string[]
  readonly beforeDay: string
}

/** What questions vary: extras, other platforms and Pythons, upgrades of what is installed. */
export type QuestionKind = 'extras' | 'platforms' | 'upgrades'

const PLATFORMS = [
  'manylinux2014_x86_64', 'manylinux2014_aarch64', 'manylinux_2_28_x86_64', 'manylinux1_x86_64', 'musllinux_1_2_x86_64', 'linux_x86_64', 'any',
  'win_amd64', 'win32', 'win_arm64', 'macosx_11_0_arm64', 'macosx_14_0_arm64', 'macosx_10_9_x86_64', 'macosx_12_0_universal2',
]
const PYTHONS = ['3.9', '3.10', '3.11', '3.12', '3.13', '3.14', '312', '3.12.4', '3']
const UPGRADES = [[], ['-U'], ['-U', '--upgrade-strategy', 'eager'], ['--force-reinstall'], ['-U', '--pre']]
const DAYS = ['2023-06-01', '2024-01-01', '2024-09-01', '2025-06-01']

/** `count` questions about projects of `names`, the same for one seed. `extrasOf` is asked for those that are to have extras. */
export function randomQuestions(kind: QuestionKind, names: readonly string[], { count, seed, extrasOf }: { readonly count: number; readonly seed: number; readonly extrasOf: (name: string) => readonly string[] }): Question[] {
  const some = (most: number): fc.Arbitrary<string[]> => fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: most })
  const wheels = ['--only-binary', ':all:']
  const nothing = { before: [], beforeDay: '' }
  const flag = (name: string, values: readonly string[], most = 1): fc.Arbitrary<string[]> => fc.uniqueArray(fc.constantFrom(...values), { maxLength: most }).map((chosen) => chosen.flatMap((value) => [name, value]))
  const kinds: Readonly<Record<QuestionKind, fc.Arbitrary<Question>>> = {
    extras: fc.tuple(fc.constantFrom(...names), fc.infiniteStream(fc.nat(3)), fc.nat(3)).map(([name, picks, kept]) => {
      const extras = extrasOf(name).filter(() => Number(picks.next().value) <= kept)
      return { args: [...wheels, '--ignore-installed', extras.length === 0 ? name : `${name}[${extras.join(',')}]`], ...nothing }
    }),
    platforms: fc.tuple(some(2), flag('--platform', PLATFORMS, 2), flag('--python-version', PYTHONS), flag('--implementation', ['cp', 'pp', 'py']), flag('--abi', ['cp312', 'abi3', 'none', 'cp313t', 'pypy310_pp73'])).map(([asked, ...flags]) => ({
      args: [...wheels, '--target', 'absent', ...flags.flat(), ...asked], ...nothing,
    })),
    upgrades: fc.tuple(some(3), fc.subarray([...names], { maxLength: 1 }), fc.constantFrom(...UPGRADES), fc.constantFrom(...DAYS), fc.boolean()).map(([before, more, options, beforeDay, again]) => ({
      args: [...wheels, ...options, ...(again ? before : before.slice(0, 1)), ...more], before, beforeDay,
    })),
  }
  return fc.sample(kinds[kind], { numRuns: count, seed })
}
