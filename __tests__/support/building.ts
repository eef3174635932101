import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { runCli } from './cli.ts'
import { makeFolder, removeFolder } from './folders.ts'
import type { IndexServer } from './index-server/server.ts'
import type { Finished } from './process.ts'
import { makeEnvironment, runPython, type TempEnvironment } from './python.ts'

/** What the report of a run says was done: `totals` of the timings file. */
export type BuildCounts = Readonly<Record<string, number>>

export interface Installed extends Finished {
  readonly counts: BuildCounts
  /** What lies in the folder for temporary files afterwards: nothing, if all is well. */
  readonly leftovers: readonly string[]
}

export interface InstallSettings {
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly timeoutMs?: number
}

/** One place to install into, with a store, a folder for temporary files and a working folder of its own. */
export interface BuildPlace {
  readonly folder: string
  readonly env: TempEnvironment
  readonly cacheDir: string
  install(args: readonly string[], settings?: InstallSettings): Promise<Installed>
  /** The output of Python code in the environment. */
  python(code: string): Promise<string>
  /** A file of a distribution's `.dist-info`; undefined when it is not there. */
  infoFile(distInfo: string, name: string): string | undefined
  close(): void
}

/** Makes a place; the caller closes it. */
export function buildPlace(index: IndexServer): BuildPlace {
  const folder = makeFolder('builds-')
  const env = makeEnvironment(join(folder, 'venv'))
  const [cacheDir, temporary] = [join(folder, 'cache'), join(folder, 'tmp')]
  mkdirSync(temporary)
  return {
    folder,
    env,
    cacheDir,
    install: async (args, settings = {}) => {
      const timings = join(folder, 'timings.json')
      const common = ['--python', env.python, '--index-url', index.indexUrl(), '--cache-dir', cacheDir, '--no-color', '--timings', timings]
      const finished = await runCli(['install', ...common, ...args], { cwd: folder, ...settings, env: { TMPDIR: temporary, ...settings.env } })
      return { ...finished, counts: readCounts(timings), leftovers: readdirSync(temporary) }
    },
    python: (code) => runPython(env, code, { cwd: folder }),
    infoFile: (distInfo, name) => {
      const path = join(env.sitePackages, distInfo, name)
      return existsSync(path) ? readFileSync(path, 'utf8') : undefined
    },
    close: () => removeFolder(folder),
  }
}

function readCounts(timings: string): BuildCounts {
  if (!existsSync(timings)) return {}
  const { totals } = JSON.parse(readFileSync(timings, 'utf8')) as { totals: Record<string, number> }
  rmSync(timings)
  return totals
}
