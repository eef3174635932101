import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Secrets } from '../../src/kernel/secrets.ts'
import { readInstallOptions, type InstallOptions } from '../../src/requests/install-options.ts'
import { parseCommandLine, isTyped } from '../../src/requests/options/command-line.ts'
import { readPipConfig } from '../../src/requests/pip-config.ts'
import { readRequests } from '../../src/requests/read.ts'
import type { RequestTarget } from '../../src/requests/reading.ts'
import type { Requests } from '../../src/requests/types.ts'
import type { World } from '../../src/requests/world.ts'

/** A command line in a folder of its own, with what surrounds it. */
export interface Situation {
  readonly folder: string
  readonly env?: Readonly<Record<string, string>>
  /** Read configuration files: of the folder, and of this machine. */
  readonly configured?: boolean
  readonly stdin?: string
  /** Texts by URL. */
  readonly served?: Readonly<Record<string, string>>
  readonly target?: RequestTarget
  readonly nowMs?: number
}

export interface Read {
  readonly requests: Requests
  readonly options: InstallOptions
  readonly secrets: Secrets
}

export function lay(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), content)
  }
}

/** No configuration files count unless asked for; then those of the folder come after the machine's. */
export function worldOf({ folder, env = {}, configured = false }: Situation): World {
  return { env: { ...(configured ? {} : { PIP_CONFIG_FILE: '/dev/null' }), XDG_CONFIG_DIRS: path.join(folder, 'etc'), XDG_CONFIG_HOME: path.join(folder, 'config'), ...env }, cwd: folder, platform: 'linux', homeDir: path.join(folder, 'home') }
}

export function optionsOf(args: readonly string[], situation: Situation): InstallOptions {
  const world = worldOf(situation)
  const line = parseCommandLine(['install', ...args])
  return readInstallOptions(line, readPipConfig(world, { isIsolated: isTyped(line, 'isolated') }).settings, world)
}

/** Reads everything that a command line asks for. */
export async function read(args: readonly string[], situation: Situation): Promise<Read> {
  const options = optionsOf(args, situation)
  const secrets = new Secrets()
  const { served = {}, stdin = '', target, nowMs = 0 } = situation
  const readers = {
    fetchText: (url: string): Promise<string> => {
      const text = served[url]
      return text === undefined ? Promise.reject(new Error('404')) : Promise.resolve(text)
    },
    readStdin: () => Promise.resolve(Buffer.from(stdin)),
  }
  const requests = await readRequests(options, { world: worldOf(situation), readers, secrets, nowMs, target })
  return { requests, options, secrets }
}

/** The texts of requirements, in order. */
export function texts({ requests }: Read): readonly string[] {
  return requests.set.requirements.map(({ text }) => text)
}
