import { UserError } from '../kernel/errors.ts'
import { redactUrl } from '../kernel/secrets.ts'
import { readBody } from '../net/read.ts'
import { readInstallOptions, type InstallOptions } from '../requests/install-options.ts'
import { isTyped, type CommandLine } from '../requests/options/command-line.ts'
import { readNetwork } from '../requests/network-settings.ts'
import { readPipConfig } from '../requests/pip-config.ts'
import { readRequests } from '../requests/read.ts'
import type { Requests } from '../requests/types.ts'
import { decodeAnswer } from '../standards/requirements-file.ts'
import { evaluateMarker } from '../standards/markers.ts'
import { specifierSetContains } from '../standards/specifiers.ts'
import { parseVersion } from '../standards/version.ts'
import type { RunContext } from './context.ts'
import { openEnvironment, type Environment } from './environment.ts'
import { findIndexes } from './index-urls.ts'
import { limitsFor } from './limits.ts'
import { readMachine } from './machine.ts'
import { openNetwork } from './network.ts'
import { openPool } from './parts.ts'
import { openStoreFolder } from './store-folder.ts'
import type { PreparedRun, RunMeans } from './types.ts'

/** Options as far as they can be known before the interpreter is: the site's configuration file belongs to it. */
export interface EarlyOptions {
  readonly line: CommandLine
  readonly isIsolated: boolean
  readonly options: InstallOptions
}

/** Merges the command line with pip's configuration, but for the target's own file. Throws `usage`, `config-syntax`. */
export function readEarlyOptions(line: CommandLine, context: RunContext): EarlyOptions {
  const isIsolated = isTyped(line, 'isolated')
  const config = readPipConfig(context.world, { isIsolated })
  return { line, isIsolated, options: readInstallOptions(line, config.settings, context.world) }
}

/** Opens what a run works with. */
export async function openMeans(options: InstallOptions, context: RunContext): Promise<RunMeans> {
  const limits = limitsFor(options.run, readMachine())
  const pool = openPool(limits, context)
  return { limits, pool, storeFolder: await openStoreFolder(options.run.cacheDir, context), storeReady: Promise.resolve(), writesReport: true }
}

/** Finds the interpreter, reads its part of the configuration and everything the options name. Throws what those throw. */
export async function prepareRun(early: EarlyOptions, means: RunMeans, context: RunContext): Promise<PreparedRun> {
  const environment = await openEnvironment(early.options, means.storeFolder, context)
  try {
    const { target } = environment
    const config = readPipConfig(context.world, { home: target, isIsolated: early.isIsolated })
    const options = readInstallOptions(early.line, config.settings, context.world)
    const readers = { fetchText: (url: string) => fetchText(url, options, means, context), readStdin: context.readStdin }
    const requests = await context.events.during({ task: 'configure', resource: 'disk' }, () =>
      readRequests(options, { world: context.world, readers, secrets: context.secrets, nowMs: context.clock.nowMs(), target }),
    )
    for (const notice of requests.notices) context.events.notice(notice.level, notice.text, notice.origin)
    noteLeftOut(requests, environment, context)
    checkRequiresPython(requests, environment)
    return { options, requests, environment, indexUrls: await findIndexes(requests.indexes, { python: environment.basePython, ensurepipWheel: target.ensurepipWheel, storeFolder: means.storeFolder }, context) }
  } catch (error) {
    await environment.discard()
    throw error
  }
}

/** As pip says it. */
function noteLeftOut({ set }: Requests, { target }: Environment, { events }: RunContext): void {
  for (const { marker, text, origin } of set.requirements) {
    if (marker !== undefined && !evaluateMarker(marker, target.environment)) events.notice('debug', `${text} is left out: its marker does not hold here`, origin.kind === 'argument' ? undefined : origin)
  }
}

function checkRequiresPython(requests: Requests, environment: Environment): void {
  const version = parseVersion(environment.target.version)
  if (version === undefined || requests.policy.ignoreRequiresPython) return
  for (const { specifier, source, origin } of requests.requiresPython) {
    if (specifierSetContains(specifier, version)) continue
    throw new UserError('no-candidate', `${source} requires Python ${specifier.text}, and the target is ${environment.target.version}`, { origin })
  }
}

/** Requirements files may be URLs; what such files say of hosts comes too late for them. */
async function fetchText(url: string, options: InstallOptions, means: RunMeans, context: RunContext): Promise<string> {
  const settings = readNetwork(options.values, context.world, context.secrets)
  const client = openNetwork({ settings, limits: means.limits, urls: [url] }, context)
  try {
    return await client.request(url, { signal: context.signal }, async (answer) => {
      if (answer.status === 200) return textOf(await readBody(answer), answer.headers['content-type'] ?? '', url)
      answer.body.discard()
      throw new UserError('input-missing', `${redactUrl(url)} answered ${answer.status}`)
    })
  } finally {
    await client.close()
  }
}

function textOf(body: Buffer, contentType: string, url: string): string {
  const decoded = decodeAnswer(body, contentType)
  if (decoded.ok) return decoded.value.text
  throw new UserError('requirements-file-syntax', `${redactUrl(url)} cannot be decoded: ${decoded.message}`)
}
