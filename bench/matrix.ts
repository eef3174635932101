/**
 * What a matrix of 12 legs (3 systems, 4 Pythons) keeps in the cache service, with an entry for each leg, and with a common
 * entry and deltas (bench/lib/matrix-simulation.ts).
 *   node bench/matrix.ts [--fixed SECONDS] [--rates 50e6,100e6]
 *   node bench/matrix.ts --resolve     solves both sets for all legs anew (24 runs of `uv pip compile` against the configured
 *                                      index) and writes bench/sets/matrix.json: names and sizes of the wheels of each leg
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { parsePylock } from '../src/standards/pylock.ts'
import { tagsFor, type InterpreterFacts } from '../src/standards/tags.ts'
import { parseWheelName, expandWheelTags } from '../src/standards/wheel-name.ts'
import { commonAndDelta, perLeg, type MatrixCost, type SimulatedLeg, type SimulatedWheel } from './lib/matrix-simulation.ts'
import { PAGES, setFile } from './lib/paths.ts'
import { configuredIndex, tools } from './lib/tools.ts'

const { values: options } = parseArgs({ options: { resolve: { type: 'boolean', default: false }, fixed: { type: 'string', default: '0.7' }, rates: { type: 'string', default: '50e6,100e6' } } })
const FILE = join(import.meta.dirname, 'sets', 'matrix.json')
const SETS = ['web', 'sci'] as const
const PYTHONS = [11, 12, 13, 14]

const PLAIN = { implementation: 'cpython', versionMajor: 3, versionNodot: undefined, extensionSuffix: '', debug: false, freeThreaded: false, pymalloc: true, wideUnicode: false, pointerBits: 64, executable: undefined, manylinuxRefused: [], libc: undefined, appleVersion: undefined, appleMachine: undefined, androidApiLevel: undefined, emscriptenVersion: undefined } as const
/** The hosted runners' systems: for uv, and as facts of an interpreter. */
const SYSTEMS: readonly { readonly name: string; readonly uv: string; readonly facts: Omit<InterpreterFacts, 'versionMinor'> }[] = [
  { name: 'ubuntu', uv: 'x86_64-manylinux_2_39', facts: { ...PLAIN, system: 'Linux', platform: 'linux-x86_64', libc: { name: 'glibc', version: '2.39' } } },
  { name: 'macos', uv: 'aarch64-apple-darwin', facts: { ...PLAIN, system: 'Darwin', platform: 'macosx-14.0-arm64', appleVersion: '14.5', appleMachine: 'arm64' } },
  { name: 'windows', uv: 'x86_64-pc-windows-msvc', facts: { ...PLAIN, system: 'Windows', platform: 'win-amd64' } },
]

/** Wheels by set and leg, each as a place in `wheels`. */
interface Frozen {
  readonly wheels: readonly SimulatedWheel[]
  readonly legs: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>
}

if (options.resolve) writeFileSync(FILE, frozenText(await solveAll()))
const frozen = JSON.parse(readFileSync(FILE, 'utf8')) as Frozen
console.log(`| set | line | entries of | entries | stored | uploaded, cold | restored, warm | slowest save | slowest restore |\n| ${Array.from({ length: 9 }, () => '---').join(' | ')} |`)
for (const set of SETS) for (const rate of options.rates.split(',').map(Number)) {
  const legs = Object.entries(frozen.legs[set] ?? {}).map(([name, places]) => ({ name, wheels: places.flatMap((place) => frozen.wheels[place] ?? []) }))
  const facts = { fixedSeconds: Number(options.fixed), rate }
  for (const [name, cost] of [['each leg', perLeg(legs, facts)], ['common and deltas', commonAndDelta(legs, facts)]] as const) console.log(row(`${set} | ${rate / 1e6} MB/s | ${name}`, cost))
}

function row(head: string, cost: MatrixCost): string {
  const mega = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`
  return `| ${head} | ${cost.entries} | ${mega(cost.storedBytes)} | ${mega(cost.uploadedBytes)} | ${mega(cost.restoredBytes)} | ${cost.saveSeconds.toFixed(1)} s | ${cost.restoreSeconds.toFixed(1)} s |`
}

async function solveAll(): Promise<Record<string, SimulatedLeg[]>> {
  const folder = mkdtempSync(join(tmpdir(), 'matrix-'))
  const solved: Record<string, SimulatedLeg[]> = {}
  try {
    for (const set of SETS) for (const system of SYSTEMS) for (const minor of PYTHONS) {
      (solved[set] ??= []).push({ name: `${system.name} 3.${minor}`, wheels: await solve(set, { ...system, minor, folder }) })
      process.stderr.write(`${set} ${system.name} 3.${minor}\n`)
    }
    return solved
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function solve(set: string, { uv, facts, minor, folder }: { readonly uv: string; readonly facts: Omit<InterpreterFacts, 'versionMinor'>; readonly minor: number; readonly folder: string }): Promise<SimulatedWheel[]> {
  const peers = tools()
  const file = join(folder, 'pylock.toml')
  const asked = join(folder, 'requirements.in')
  rmSync(file, { force: true })
  // What has no wheel for a system is asked for there by the name that has one.
  writeFileSync(asked, readFileSync(setFile(set, 'unpinned'), 'utf8').replace(/^xgboost-cpu$/m, facts.system === 'Darwin' ? 'xgboost' : '$&'))
  execFileSync(peers.uv, ['pip', 'compile', asked, '--quiet', '--format', 'pylock.toml', '--only-binary', ':all:', '--python-platform', uv, '--python-version', `3.${minor}`, '--default-index', configuredIndex(peers), '-o', file], { stdio: ['ignore', 'ignore', 'inherit'] })
  const lock = parsePylock(readFileSync(file, 'utf8'))
  if (!lock.ok) throw new Error(lock.message)
  const tags = tagsFor({ ...facts, versionMinor: minor })
  const rank = new Map(tags.map((tag, at) => [tag, at]))
  return Promise.all(lock.value.lock.packages.map(async ({ name, source }) => {
    const wheels = source.kind === 'distributions' ? source.wheels : []
    const [best] = wheels.map((wheel) => ({ wheel, rank: rankOf(wheel.filename, rank) })).sort((a, b) => a.rank - b.rank)
    if (best === undefined || best.rank === Infinity) throw new Error(`no wheel of ${name} for ${uv} 3.${minor}`)
    return { filename: best.wheel.filename, sizeBytes: best.wheel.sizeBytes ?? (await sizeOf(name, best.wheel)) }
  }))
}

/** Of a wheel that the index listed without its size: from recorded pages, else asked for. */
async function sizeOf(project: string, { filename, url }: { readonly filename: string; readonly url: string | undefined }): Promise<number> {
  const page = join(PAGES, `${project}.json`)
  const files = existsSync(page) ? (JSON.parse(readFileSync(page, 'utf8')) as { files: { filename: string; size?: number }[] }).files : []
  const known = files.find((file) => file.filename === filename)?.size
  if (known !== undefined) return known
  const answer = await fetch(url ?? '', { method: 'HEAD' })
  return Number(answer.headers.get('content-length') ?? NaN)
}

function rankOf(filename: string, rank: ReadonlyMap<string, number>): number {
  const name = parseWheelName(filename)
  return name === undefined ? Infinity : Math.min(...expandWheelTags(name).map((tag) => rank.get(tag) ?? Infinity))
}

function frozenText(solved: Readonly<Record<string, readonly SimulatedLeg[]>>): string {
  const wheels = new Map<string, SimulatedWheel>()
  for (const { filename, sizeBytes } of Object.values(solved).flat().flatMap((leg) => leg.wheels)) wheels.set(filename, { filename, sizeBytes })
  const names = [...wheels.keys()].sort()
  const place = new Map(names.map((name, at) => [name, at]))
  const legs = Object.entries(solved).map(([set, all]) => `    ${JSON.stringify(set)}: {\n${all.map((leg) => `      ${JSON.stringify(leg.name)}: ${JSON.stringify(leg.wheels.map(({ filename }) => place.get(filename)))}`).join(',\n')}\n    }`)
  return `{\n  "wheels": [\n${names.map((name) => `    ${JSON.stringify(wheels.get(name))}`).join(',\n')}\n  ],\n  "legs": {\n${legs.join(',\n')}\n  }\n}\n`
}
