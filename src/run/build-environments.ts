import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { BuildEnvironment, EnvironmentMaker, EnvironmentRequest } from '../build/types.ts'
import type { WaitGraph, WaitNode } from '../build/wait-graph.ts'
import { isUserError, UserError, withOuterReasons } from '../kernel/errors.ts'
import { OnceMap } from '../kernel/once-map.ts'
import type { Resolution } from '../resolve/types.ts'
import { evaluateMarker } from '../standards/markers.ts'
import type { NormalizedName } from '../standards/names.ts'
import { parseRequirement, type Requirement } from '../standards/requirements.ts'
import { specifierSetContains } from '../standards/specifiers.ts'
import { listInstalled } from '../target/installed.ts'
import type { InstalledDistribution, Target } from '../target/types.ts'
import { makeThrowawayVenv } from '../target/throwaway-venv.ts'
import type { RunContext } from './context.ts'
import { registerEnvironmentSecrets } from './secret-variables.ts'

type Installed = ReadonlyMap<NormalizedName, InstalledDistribution>

/** The engine as build environments need it. */
export interface EnvironmentMeans {
  readonly graph: WaitGraph
  /** Finds versions for build requirements, as the run's own settings have it. `waiter`: for whom sources are built on the way. */
  resolve(requirements: readonly string[], installed: Installed, waiter: WaitNode): Promise<Resolution>
  /** Fetches, builds and installs what a resolution adds to an environment. */
  install(resolution: Resolution, into: { readonly target: Target; readonly installed: Installed }, waiter: WaitNode): Promise<void>
}

export interface IsolatedFacts {
  /** The interpreter that environments are made from. */
  readonly base: Target
  readonly means: EnvironmentMeans
}

/**
 * Environments with nothing in them but what a build asks for: virtual environments of the target's interpreter, one for each
 * build. Equal lists of requirements are resolved once per run; wheels come from the store.
 */
export function isolatedEnvironments({ base, means }: IsolatedFacts, context: RunContext): EnvironmentMaker {
  const resolutions = new OnceMap<string, Resolution>()
  return {
    make: async (request) => {
      registerEnvironmentSecrets(context)
      const node = requirementsNode(request)
      const resolving = explaining(request, () =>
        means.graph.during(request.source, node, () => resolutions.get(node.key, () => means.resolve(request.requires, new Map(), node))),
      )
      resolving.catch(() => undefined)
      const target = await makeThrowawayVenv(base, { folder: request.folder, world: context.world, signal: context.signal })
      const resolution = await resolving
      await explaining(request, () => means.install(resolution, { target, installed: new Map() }, request.source))
      return environmentAt(target, request, means, context)
    },
  }
}

/** Environments share what was resolved, so that whoever resolves is waited for by several builds: a node of its own. */
function requirementsNode({ source, requires }: EnvironmentRequest): WaitNode {
  return { key: `requirements ${JSON.stringify([...new Set(requires)].sort())}`, label: `the build requirements of ${source.label}` }
}

function environmentAt(target: Target, request: EnvironmentRequest, means: EnvironmentMeans, context: RunContext): BuildEnvironment {
  const { env } = context.world
  const found = (): Installed => listInstalled([target.scheme.purelib, target.scheme.platlib]).distributions
  return {
    python: target.python,
    env: {
      ...env,
      PATH: [target.scheme.scripts, env['PATH'] ?? ''].filter((folder) => folder !== '').join(path.delimiter),
      VIRTUAL_ENV: target.prefix,
      PYTHONNOUSERSITE: '1',
      PYTHONPATH: undefined,
      PYTHONHOME: undefined,
    },
    installed: () => describeInstalled(found()),
    add: async (requirements) => {
      const installed = found()
      const missing = missingRequirements(requirements, installed, { target, request })
      if (missing.length === 0) return
      await explaining(request, async () => means.install(await means.resolve(missing, installed, request.source), { target, installed }, request.source))
    },
    close: () => rm(target.prefix, { recursive: true, force: true, maxRetries: 3 }),
  }
}

export function describeInstalled(installed: Installed): string[] {
  return [...installed.values()].map(({ name, version }) => `${name}==${version.text}`).sort()
}

/** Of what a backend asks for, what is not there. Throws `build-failed` for what is there in a version that does not do (pip). */
function missingRequirements(requirements: readonly string[], installed: Installed, { target, request }: { readonly target: Target; readonly request: EnvironmentRequest }): string[] {
  return requirements.filter((text) => {
    const requirement = readRequirement(text, request)
    if (requirement.marker !== undefined && !evaluateMarker(requirement.marker, target.environment)) return false
    const there = installed.get(requirement.name)
    if (there === undefined) return true
    if (specifierSetContains(requirement.specifier, there.version)) return false
    throw new UserError('build-failed', `the backend of ${request.source.label} asks for ${text}, and its build requirements brought ${there.name} ${there.version.text}`)
  })
}

function readRequirement(text: string, request: EnvironmentRequest): Requirement {
  const requirement = parseRequirement(text)
  if (requirement.ok) return requirement.value
  throw new UserError('build-failed', `${request.source.label} has an invalid build requirement: ${JSON.stringify(text)}: ${requirement.message}`)
}

/** A failure among build requirements says whose they are. */
async function explaining<T>({ source, requires }: EnvironmentRequest, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!isUserError(error) || error.code === 'interrupted') throw error
    const step = `build requirements of ${source.label}: ${requires.join(', ')}`
    throw withOuterReasons(error, [step])
  }
}

export interface SharedFacts {
  readonly python: string
  readonly target: Target
  readonly installed: Installed
  /** `--check-build-dependencies` */
  readonly check: boolean
}

/** `--no-build-isolation`: builds run in the target's environment as it stands; what they need has to be there already. */
export function sharedEnvironment(facts: SharedFacts, context: RunContext): EnvironmentMaker {
  return {
    make: (request) => {
      registerEnvironmentSecrets(context)
      if (facts.check) checkPresent(facts, request)
      const installed = describeInstalled(facts.installed)
      return Promise.resolve({ python: facts.python, env: context.world.env, installed: () => installed, add: () => Promise.resolve(), close: () => Promise.resolve() })
    },
  }
}

/** pip's `--check-build-dependencies`: all that is missing or does not fit, at once. */
function checkPresent({ target, installed }: SharedFacts, request: EnvironmentRequest): void {
  const faults = request.requires.flatMap((text) => {
    const requirement = readRequirement(text, request)
    if (requirement.marker !== undefined && !evaluateMarker(requirement.marker, target.environment)) return []
    const there = installed.get(requirement.name)
    if (there === undefined) return [`${text} is missing`]
    return specifierSetContains(requirement.specifier, there.version) ? [] : [`${text}, and ${there.name} ${there.version.text} is installed`]
  })
  if (faults.length === 0) return
  throw new UserError('build-failed', `the environment does not have what ${request.source.label} needs to be built`, { details: faults, hint: 'install these first, or leave out --no-build-isolation' })
}
