import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { IndexServer } from './index-server/server.ts'
import { anSdist } from './sdist.ts'
import { aWheel, type BuiltFile } from './wheel.ts'

/** One release of a project in a scenario. */
export interface ScenarioRelease {
  /** `wheel py3-none-any`, `sdist`. */
  readonly files: readonly string[]
  readonly requires: readonly string[]
  /** Names of the extras; which requirements need one is said by their markers. */
  readonly extras: readonly string[]
  readonly requires_python: string
  readonly yanked: boolean
}

/** An outcome that is right: exactly these versions, or no installation at all. */
export interface ScenarioOutcome {
  readonly satisfiable: boolean
  /** Project → version. */
  readonly packages: Readonly<Record<string, string>>
}

/** A small package universe, what the user asks of it, and the outcomes that are right on CPython 3.11, Linux x86_64. */
export interface Scenario {
  readonly name: string
  readonly requires: readonly string[]
  readonly pre: boolean
  readonly no_binary: readonly string[]
  readonly only_binary: readonly string[]
  readonly index: Readonly<Record<string, Readonly<Record<string, ScenarioRelease>>>>
  readonly accept: readonly ScenarioOutcome[]
}

/** All scenarios of __tests__/scenarios/packse.json, in its order. */
export function packseScenarios(): Scenario[] {
  const path = join(import.meta.dirname, '..', 'scenarios', 'packse.json')
  const data = JSON.parse(readFileSync(path, 'utf8')) as Record<string, Omit<Scenario, 'name'>>
  return Object.entries(data).map(([name, scenario]) => ({ name, ...scenario }))
}

/** Puts a scenario's files on an index of the scenario's name and returns its URL: pages with hashes and metadata. */
export function serveScenario(server: IndexServer, scenario: Scenario): string {
  server.addIndex(scenario.name)
  for (const [name, releases] of Object.entries(scenario.index)) {
    for (const [version, release] of Object.entries(releases)) {
      server.add(release.files.map((kind) => buildFile({ name, version, release }, kind)), { index: scenario.name, yanked: release.yanked })
    }
  }
  return server.indexUrl(scenario.name)
}

/** The options and requirements of pip's command line that the scenario's user gives. */
export function scenarioArguments(scenario: Scenario): string[] {
  return [
    ...(scenario.pre ? ['--pre'] : []),
    ...scenario.no_binary.flatMap((name) => ['--no-binary', name]),
    ...scenario.only_binary.flatMap((name) => ['--only-binary', name]),
    ...scenario.requires,
  ]
}

function buildFile({ name, version, release }: { name: string; version: string; release: ScenarioRelease }, kind: string): BuiltFile {
  const facts = {
    name,
    version,
    requires: release.requires,
    metadataLines: release.extras.map((extra) => `Provides-Extra: ${extra}`),
    requiresPython: release.requires_python,
  }
  const [form, tags] = kind.split(' ')
  return form === 'sdist' || tags === undefined ? anSdist(facts) : aWheel({ ...facts, tags })
}
