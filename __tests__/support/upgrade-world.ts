import { cpSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Finished } from './process.ts'
import { runCli } from './cli.ts'
import { makeEnvironment, type TempEnvironment } from './python.ts'
import { readTree, treeDifferences, type Tree } from './tree.ts'
import { aWheel, saveFiles } from './wheel.ts'

/** An environment with the old versions of some packages, and wheels of the new ones. */
export interface UpgradeWorld {
  /** As the old versions left it. */
  readonly before: Tree
  /** As the new versions leave it. */
  readonly after: Tree
  /** Puts the environment back to the old versions. */
  reset(): void
  /** The command line that upgrades, and what it runs with. */
  readonly upgrade: readonly string[]
  readonly env: TempEnvironment
  readonly cliEnv: Readonly<Record<string, string>>
  /** What the environment is like at the moment. */
  state(): 'old' | 'new' | 'torn'
  /** Runs the command line on it. */
  run(args: readonly string[]): Promise<Finished>
}

/** Makes a world of `count` packages below `folder`; package 0 is needed by all others. Some share folders, all have scripts. */
export async function upgradeWorld(folder: string, count: number): Promise<UpgradeWorld> {
  const wheels = join(folder, 'wheels')
  for (const version of ['1.0', '2.0']) {
    saveFiles(wheels, Array.from({ length: count }, (_, index) => aWheel({
      name: `p${index}`, version, requires: index === 0 ? [] : [`p0==${version}`],
      files: { [`p${index}/__init__.py`]: `V = '${version}'\n`, [`p${index}/old${version}.py`]: '', [`shared/s${index % 3}/p${index}.py`]: `V = '${version}'\n`, [`p${index}.py`]: version },
      data: { [`data/share/p${index}/${version}`]: version },
      entryPoints: { console_scripts: { [`p${index}`]: `p${index}:main` } },
    })))
  }
  const env = makeEnvironment(join(folder, 'env'))
  const home = join(folder, 'home')
  const cliEnv = { HOME: home, XDG_CACHE_HOME: join(home, '.cache') }
  const base = ['install', '--no-index', '--find-links', wheels, '--python', env.python, '--no-compile']
  const named = (version: string): string[] => Array.from({ length: count }, (_, index) => `p${index}==${version}`)
  const run = (args: readonly string[]): Promise<Finished> => runCli(args, { env: cliEnv, cwd: folder })
  const must = async (args: readonly string[]): Promise<void> => {
    const finished = await run(args)
    if (finished.status !== 0) throw new Error(finished.output)
  }
  const tree = (): Tree => readTree(env.root, { ignore: /(^|\/)(__pycache__|\.parallel-pip)$/ })
  await must([...base, ...named('1.0')])
  const before = tree()
  cpSync(env.root, join(folder, 'kept'), { recursive: true, verbatimSymlinks: true, preserveTimestamps: true })
  const upgrade = [...base, ...named('2.0')]
  await must(upgrade)
  const after = tree()
  const reset = (): void => {
    rmSync(env.root, { recursive: true, force: true })
    cpSync(join(folder, 'kept'), env.root, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true })
  }
  reset()
  return {
    before, after, reset, upgrade, env, cliEnv, run,
    state: () => {
      const now = tree()
      if (treeDifferences(before, now).length === 0) return 'old'
      return treeDifferences(after, now).length === 0 ? 'new' : 'torn'
    },
  }
}

/** Whether a run has left its folder in the environment. */
export function hasWorkArea({ env }: UpgradeWorld): boolean {
  return existsSync(join(env.sitePackages, '.parallel-pip'))
}


/** Whether a journal is there whose steps are to be undone. */
export function isInCommit({ env }: UpgradeWorld): boolean {
  return existsSync(join(env.sitePackages, '.parallel-pip', 'journal.jsonl'))
}
