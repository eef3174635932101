import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { BuildEnvironment, EnvironmentMaker, EnvironmentRequest } from '../build/types.ts'
import type { WaitGraph, WaitNode } from '../build/wait-graph.ts'
import { isUserError, UserError, withOuterReasons } from '../kernel/errors.ts'
import { OnceMap } from '../kernel/once-map.ts'
import { directKey } from '../resolve/direct-source.ts'
import type { Resolution, ResolvedPackage } from '../resolve/types.ts'
import { evaluateMarker } from '../standards/markers.ts'
import type { NormalizedName } from '../standards/names.ts'
import { parseRequirement, type Requirement } from '../standards/requirements.ts'
import { specifierSetContains } from '../standards/specifiers.ts'
import { listInstalled } from '../target/installed.ts'
import type { InstalledDistribution, Target } from '../target/types.ts'
import { makeThrowawayVenv } from '../target/throwaway-venv.ts'
import type { RunContext } from './context.ts'
import { labelOf } from './label.ts'
import { registerEnvironmentSecrets } from './secret-variables.ts'

type Installed = ReadonlyMap<NormalizedName, InstalledDistribution>

/** The engine as build environments need it. */
export interface EnvironmentMeans {
  readonly graph: WaitGraph
  /** Finds versions for build requirements, as the run's own settings have it. `waiter`: for whom sources are built on the way. */
  resolve(requirements: readonly string[], installed: Installed, waiter: WaitNode): Promise<Resolution>
  /** Fetches, builds and installs packages into an environment that has none. `waiter`: for whom sources are built on the way. */
  install(packages: readonly ResolvedPackage[], into: { readonly target: Target }, waiter: WaitNode): Promise<void>
}

/** What isolated environments are made from and with. */
export interface IsolatedFacts {
  /** The interpreter that environments are made from. */
  readonly base: Target
  /** The interpreter that will run what is installed, where it is there already. */
  readonly lastingPython: string | undefined
  readonly means: EnvironmentMeans
}

/** What the environments of a run have in common. */
interface Making extends IsolatedFacts {
  readonly context: RunContext
  /** By what is in them. */
  readonly made: OnceMap<string, Made>
  /** Short, so that shebangs of what is installed there stay within what systems allow. */
  readonly nextName: () => string
}

interface Made {
  readonly target: Target
  readonly packages: readonly ResolvedPackage[]
}

/**
 * Environments with nothing in them but what a build asks for: virtual environments of the target's interpreter. Equal lists of
 * requirements are resolved once per run, and builds that come to the same packages work in one environment, which is made
 * once and never changed: what a backend asks for in addition makes another. Sharing saves unpacking the packages and, what
 * costs more, having Python compile them for each build.
 */
export function isolatedEnvironments(facts: IsolatedFacts, context: RunContext): EnvironmentMaker {
  const { means } = facts
  const resolutions = new OnceMap<string, Resolution>()
  let count = 0
  const making: Making = { ...facts, context, made: new OnceMap(), nextName: () => `env${(count += 1)}` }
  return {
    make: async (request) => {
      registerEnvironmentSecrets(context)
      const node = requirementsNode(request)
      const { packages } = await explaining(request, () =>
        means.graph.during(request.source, node, () => resolutions.get(node.key, () => means.resolve(request.requires, new Map(), node))),
      )
      return environmentAt(await environmentWith(packages, request, making), request, making)
    },
  }
}

/** The environment that holds these packages, made by whoever asks first. */
function environmentWith(packages: readonly ResolvedPackage[], request: EnvironmentRequest, { base, means, made, nextName, context }: Making): Promise<Made> {
  const key = packages.map(packageKey).sort().join('\n')
  const node: WaitNode = { key: `environment ${key}`, label: '' }
  const make = async (): Promise<Made> => {
    await mkdir(request.parent, { recursive: true })
    const target = await makeThrowawayVenv(base, { folder: path.join(request.parent, nextName()), world: context.world, signal: context.signal })
    await means.install(packages, { target }, node)
    return { target, packages }
  }
  return explaining(request, () => means.graph.during(request.source, node, () => made.get(key, make)))
}

function packageKey(item: ResolvedPackage): string {
  const { entry } = item
  switch (entry.kind) {
    case 'index':
      return `${labelOf(item)} ${entry.candidate.file.url}`
    case 'direct':
      return `${labelOf(item)} ${directKey(entry.candidate.source)}`
    case 'installed':
      throw new Error('nothing is installed where a build environment begins')
  }
}

/** Environments share what was resolved, so that whoever resolves is waited for by several builds: a node of its own. */
function requirementsNode({ source, requires }: EnvironmentRequest): WaitNode {
  return { key: `requirements ${JSON.stringify([...new Set(requires)].sort())}`, label: `the build requirements of ${source.label}` }
}

function environmentAt({ target, packages }: Made, request: EnvironmentRequest, making: Making): BuildEnvironment {
  const { env } = making.context.world
  const found = (): Installed => listInstalled([target.scheme.purelib, target.scheme.platlib]).distributions
  const environment: BuildEnvironment = {
    python: target.python,
    ...(making.lastingPython === undefined ? {} : { lasting: { python: making.lastingPython, importable: [...new Set([target.scheme.purelib, target.scheme.platlib])] } }),
    env: {
      ...env,
      PATH: [target.scheme.scripts, env['PATH'] ?? ''].filter((folder) => folder !== '').join(path.delimiter),
      VIRTUAL_ENV: target.prefix,
      PYTHONNOUSERSITE: '1',
      PYTHONPATH: undefined,
      PYTHONHOME: undefined,
    },
    installed: () => describeInstalled(found()),
    with: async (requirements) => {
      const installed = found()
      const missing = missingRequirements(requirements, installed, { target, request })
      if (missing.length === 0) return environment
      const more = await explaining(request, () => making.means.resolve(missing, installed, request.source))
      return environmentAt(await environmentWith(together(packages, more.packages), request, making), request, making)
    },
  }
  return environment
}

/** What was there, but for what the new packages replace, and those. */
function together(before: readonly ResolvedPackage[], more: readonly ResolvedPackage[]): ResolvedPackage[] {
  const added = more.filter(({ entry }) => entry.kind !== 'installed')
  const names = new Set(added.map(({ name }) => name))
  return [...before.filter(({ name }) => !names.has(name)), ...added]
}

/** `name==version` of each, sorted. */
export function describeInstalled(installed: Installed): string[] {
  return [...installed.values()].map(({ name, version }) => `${name}==${version.text}`).sort()
}

/** Of what a backend asks for, what is not there. Throws `build-failed` for what is there in a version that does not do (pip). */
function missingRequirements(requirements: readonly string[], installed: Installed, { target, request }: { readonly target: Target; readonly request: EnvironmentRequest }): string[] {
  return requirements.filter((text) => {
    const there = lookFor(readRequirement(text, request), installed, target)
    if (there === 'missing' || there === 'met') return there === 'missing'
    throw new UserError('build-failed', `the backend of ${request.source.label} asks for ${text}, and its build requirements brought ${labelOf(there)}`)
  })
}

/** What there is for a requirement: what it asks for (nothing, where its marker does not hold), nothing, or another version. */
function lookFor({ name, specifier, marker }: Requirement, installed: Installed, { environment }: Target): 'met' | 'missing' | InstalledDistribution {
  if (marker !== undefined && !evaluateMarker(marker, environment)) return 'met'
  const there = installed.get(name)
  if (there === undefined) return 'missing'
  return specifierSetContains(specifier, there.version) ? 'met' : there
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

/** The one environment that all builds run in. */
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
      const environment: BuildEnvironment = { python: facts.python, env: context.world.env, installed: () => installed, with: () => Promise.resolve(environment) }
      return Promise.resolve(environment)
    },
  }
}

/** pip's `--check-build-dependencies`: all that is missing or does not fit, at once. */
function checkPresent({ target, installed }: SharedFacts, request: EnvironmentRequest): void {
  const faults = request.requires.flatMap((text) => {
    const there = lookFor(readRequirement(text, request), installed, target)
    if (there === 'met') return []
    return there === 'missing' ? [`${text} is missing`] : [`${text}, and ${labelOf(there)} is installed`]
  })
  if (faults.length === 0) return
  throw new UserError('build-failed', `the environment does not have what ${request.source.label} needs to be built`, { details: faults, hint: 'install these first, or leave out --no-build-isolation' })
}
