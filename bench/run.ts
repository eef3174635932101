/**
 * Measures installers against each other on one local index: rounds of interleaved runs, tools in an order of chance.
 *   node bench/run.ts [options]          (npm run bench -- [options])
 *     --sets small,web,sci     sets of bench/sets, or paths       (default web,sci)
 *     --kinds pinned,unpinned                                     (default pinned)
 *     --tools ours,ours-1,uv,pip         ours-N: with --jobs N    (default ours,ours-1,uv,pip)
 *     --modes cold,warm,noop,resolve,resolve-warm,resolve-changed               (default cold,warm)
 *     --media disk,memory                                         (default disk,memory)
 *     --rounds N                                                  (default 5; with --table 3)
 *     --rtt MS --rate BYTES_PER_SECOND   the index behind a slow line, limited per connection
 *     --real                   on the index that pip is configured for, in place of a local one: what a user has, and what the day makes of it
 *     --profile                writes CPU profiles (node --cpu-prof, a file a thread) and timings of ours beside the results
 *     --work DIR               folder for the disk runs            (default: the system's temporary folder)
 *     --table                  measures all that has a target, in at most half an hour, and prints each target with what was
 *                              measured, and how time goes with jobs and with the number of wheels
 *     --parts memory,link,big,wheels,disk   of --table    (default all)
 *     --merge FILE,…           measures nothing: the tables of the results of earlier runs, of one setting joined (also with --table)
 *     --help
 * Prints a table and writes all figures to bench/.data/results/<time>.json, after each setting, so that a run may be cut into
 * slices and joined. All tools leave bytecode uncompiled.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { fetchSets } from './fetch.ts'
import { adapters } from './lib/adapters.ts'
import { PARTS, runCampaign, type Part } from './lib/campaign.ts'
import { linkLabel, startIndex } from './lib/index-process.ts'
import { measureSetting, roots, type Setting } from './lib/measure.ts'
import { folder, RESULTS, setFile, WHEELS } from './lib/paths.ts'
import type { Mode } from './lib/sample.ts'
import { joined, table, type Row } from './lib/table.ts'
import { scalingTables, targetsTable } from './lib/targets.ts'
import { configuredIndex, PEERS, tools } from './lib/tools.ts'

const { values: options } = parseArgs({
  options: {
    sets: { type: 'string', default: 'web,sci' },
    kinds: { type: 'string', default: 'pinned' },
    tools: { type: 'string', default: 'ours,ours-1,uv,pip' },
    modes: { type: 'string', default: 'cold,warm' },
    media: { type: 'string', default: 'disk,memory' },
    rounds: { type: 'string' },
    rtt: { type: 'string' },
    rate: { type: 'string', default: 'Infinity' },
    real: { type: 'boolean', default: false },
    profile: { type: 'boolean', default: false },
    work: { type: 'string', default: tmpdir() },
    table: { type: 'boolean', default: false },
    parts: { type: 'string', default: PARTS.join() },
    merge: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})

if (options.help) {
  console.log(readFileSync(import.meta.filename, 'utf8').split('*/', 1)[0]?.replace(/^\/\*\*\n|^ \*( |$)/gm, '').trimEnd())
  process.exit()
}
if (options.merge !== undefined) {
  print(joined(list(options.merge).flatMap((name) => (JSON.parse(readFileSync(name, 'utf8')) as { rows: Row[] }).rows)))
  process.exit()
}

const peers = tools()
const started = new Date().toISOString().replaceAll(':', '-').slice(0, 19)
if (!existsSync(join(WHEELS, 'manifest.json'))) fetchSets(list(options.sets))
let stopIndex = (): void => undefined
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopped(signal))
const rows = options.table ? await campaign() : await settings()
print(rows)
console.log(save(rows))

function campaign(): Promise<Row[]> {
  const parts = list(options.parts) as Part[]
  const unknown = parts.find((part) => !PARTS.includes(part))
  if (unknown !== undefined) throw new Error(`there is no part ${unknown}; there are ${PARTS.join(', ')}`)
  const onIndex = (stop: () => void): void => void (stopIndex = stop)
  return runCampaign(parts, { peers, sets: list(options.sets), rounds: Number(options.rounds ?? 3), work: options.work, onRows: save, onIndex })
}

async function settings(): Promise<Row[]> {
  const link = options.rtt === undefined ? undefined : { roundTripMs: Number(options.rtt), bytesPerSecond: Number(options.rate) }
  const chosen = adapters(peers, list(options.tools))
  const index = options.real ? configuredIndex(peers) : await startIndex({ ...(options.kinds.includes('unpinned') ? { upstream: 'pip' } : {}), ...(link === undefined ? {} : { link }) })
  if (typeof index !== 'string') stopIndex = () => void index.process.kill()
  const measured: Row[] = []
  try {
    for (const medium of list(options.media) as Setting['medium'][]) {
      for (const set of list(options.sets)) for (const kind of list(options.kinds) as Setting['kind'][]) {
        const profile = options.profile ? folder(join(RESULTS, `${started}-profiles`)) : undefined
        const setting = { set, requirements: setFile(set, kind), kind, medium, link: options.real ? 'real index' : linkLabel(link) }
        measured.push(...(await measureSetting(setting, { peers, tools: chosen, modes: list(options.modes) as Mode[], rounds: Number(options.rounds ?? 5), seconds: Infinity, index, work: options.work, profile })))
        save(measured)
      }
    }
  } finally {
    stopIndex()
    deleteRoots()
  }
  return measured
}

function print(all: readonly Row[]): void {
  console.log([...(options.table ? [targetsTable(all), ...scalingTables(all)] : []), table(all)].join('\n\n'))
}

function save(all: readonly Row[]): string {
  const file = join(folder(RESULTS), `${started}.json`)
  const machine = { cpus: cpus().length, model: cpus()[0]?.model, memoryBytes: totalmem() }
  writeFileSync(file, JSON.stringify({ started, machine, peers: PEERS, node: process.version, options, rows: all }, undefined, 1))
  return file
}

/** Leaves nothing behind: neither the index nor the environments. The tool that runs gets the signal from the terminal. */
function stopped(signal: NodeJS.Signals): void {
  stopIndex()
  deleteRoots()
  process.kill(process.pid, signal)
}

function deleteRoots(): void {
  for (const root of roots) rmSync(root, { recursive: true, force: true })
}

function list(text: string): string[] {
  return text.split(',').filter((part) => part !== '')
}
