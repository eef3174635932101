/**
 * Whole workflows: the action with its install and its post part, against stand-ins of the peers' flows (bench/lib/flows.ts:
 * the same toolkit, the same cache service, nothing beside), cold and warm, each job on a new machine.
 *   node bench/action.ts [options]
 *     --sets web,sci              (default web,sci)
 *     --flows ours,ours-late,setup-uv,setup-uv-prune,setup-python,venv
 *     --rates Infinity,100e6      bytes a second of index and of cache service, each over all connections (default both; the first
 *                                 imports are timed with the first rate alone)
 *     --rounds N                  (default 3)
 *     --gap MS                    between `pre` and `main` of ours, outside the clock (default 2000)
 *     --after MS                  between `main` and `post` of ours, outside the clock (default 0)
 *     --dist DIR                  bundles of ours (default: dist/)
 * One round takes some 8 minutes a rate, 5 of them for the two flows with pip; one rate, or these flows alone, may be named.
 * Everything lies in memory (/dev/shm). Prints a table of medians; all figures go to bench/.data/results/action-<time>.json.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Job } from '../__tests__/support/runner/job.ts'
import { flows, type Flow, type FlowCost } from './lib/flows.ts'
import { DATA, folder, REPOSITORY, RESULTS, setFile } from './lib/paths.ts'
import { shuffled } from './lib/statistics.ts'
import { tools } from './lib/tools.ts'

const { values: options } = parseArgs({
  options: {
    sets: { type: 'string', default: 'web,sci' }, flows: { type: 'string', default: 'ours,ours-late,setup-uv,setup-uv-prune,setup-python,venv' },
    rates: { type: 'string', default: 'Infinity,100e6' }, rounds: { type: 'string', default: '3' }, gap: { type: 'string', default: '2000' }, after: { type: 'string', default: '0' }, dist: { type: 'string', default: join(REPOSITORY, 'dist') },
  },
})

/** What people import first of a set. */
const MAIN_PACKAGES: Readonly<Record<string, string>> = {
  small: 'import requests',
  web: 'import django, fastapi, celery, sqlalchemy, boto3, pydantic, httpx, aiohttp, cryptography, rich',
  sci: 'import numpy, pandas, scipy.stats, sklearn.linear_model, matplotlib.pyplot, pyarrow, xgboost, cv2, networkx, sympy',
}

interface Row {
  readonly set: string
  readonly rate: number
  readonly flow: string
  readonly mode: 'cold' | 'warm'
  readonly costs: FlowCost[]
}

const root = mkdtempSync('/dev/shm/bench-action-')
process.env['TMPDIR'] = root
const peers = tools()
const known = flows({ dist: resolve(options.dist) })
const chosen = options.flows.split(',').map((name): [string, Flow] => [name, known.get(name) ?? fail(`there is no flow ${name}; there are ${[...known.keys()].join(', ')}`)])
const rows: Row[] = []
const rates = options.rates.split(',').map(Number)
const children = new Set<ChildProcess>()
const started = new Date().toISOString().replaceAll(':', '-').slice(0, 19)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
process.on('exit', () => {
  for (const child of children) child.kill()
  for (const place of [root, join(DATA, `action-${process.pid}`)]) rmSync(place, { recursive: true, force: true })
})

const index = await startProgram(['bench/serve.ts'])
for (let round = 1; round <= Number(options.rounds); round += 1) {
  for (const rate of rates) {
    for (const set of options.sets.split(',')) for (const [name, flow] of shuffled(chosen)) {
      await coldThenWarm({ set, rate, name, flow })
      writeFileSync(join(folder(RESULTS), `action-${started}.json`), JSON.stringify(rows, undefined, 1))
    }
    process.stderr.write(`round ${round}, ${rate === Infinity ? 'no limit' : `${rate / 1e6} MB/s`}\n`)
  }
}
console.log(table(rows))
process.exit(0)

interface Setting {
  readonly set: string
  readonly rate: number
  readonly name: string
  readonly flow: Flow
}

/** Two jobs on machines of their own, with one cache service that is empty at first. */
async function coldThenWarm({ set, rate, name, flow }: Setting): Promise<void> {
  const service = await startProgram(['__tests__/support/cache-service-main.ts'])
  const lines = rate === Infinity ? [] : await Promise.all([index, service].map(({ port }) => startProgram(['bench/line.ts', '--to', String(port), '--rate', String(rate)])))
  const [indexPort, servicePort] = [lines[0]?.port ?? index.port, lines[1]?.port ?? service.port]
  try {
    for (const mode of ['cold', 'warm'] as const) {
      const job = new Job({ env: { ACTIONS_CACHE_SERVICE_V2: 'True', ACTIONS_RESULTS_URL: `http://127.0.0.1:${servicePort}/`, ACTIONS_RUNTIME_TOKEN: 'any', PIP_INDEX_URL: `http://127.0.0.1:${indexPort}/simple/` } })
      try {
        execFileSync('sync')
        const cost = await flow({ job, tools: peers, requirements: setFile(set, 'pinned'), keyText: set, gapMs: Number(options.gap), afterMs: Number(options.after) })
        // What is imported does not depend on the line.
        const firstImport = rate === rates[0] ? importSeconds(set, job) : undefined
        rowOf({ set, rate, flow: name, mode }).costs.push({ ...cost, firstImport, entryBytes: await bytesKept(service.port) })
      } finally {
        job.close()
      }
    }
  } finally {
    for (const { child } of [service, ...lines]) {
      child.kill()
      children.delete(child)
    }
  }
}

/** A connection of its own: one that was kept from the job before may be closed by now. */
async function bytesKept(port: number): Promise<number> {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => void get({ port, host: '127.0.0.1', path: '/-/requests', agent: false }, resolve).on('error', reject))
  const chunks: Buffer[] = []
  for await (const chunk of answer) chunks.push(chunk as Buffer)
  return (JSON.parse(Buffer.concat(chunks).toString('utf8')) as { bytes: number }).bytes
}

function importSeconds(set: string, job: Job): number {
  const startMs = performance.now()
  execFileSync(join(job.workspace, 'env', 'bin', 'python'), ['-c', MAIN_PACKAGES[set] ?? 'pass'], { env: { HOME: job.temp, MPLCONFIGDIR: job.temp }, stdio: ['ignore', 'ignore', 'inherit'] })
  return (performance.now() - startMs) / 1000
}

function rowOf(key: Omit<Row, 'costs'>): Row {
  const found = rows.find((row) => row.set === key.set && row.rate === key.rate && row.flow === key.flow && row.mode === key.mode)
  if (found !== undefined) return found
  const row = { ...key, costs: [] }
  rows.push(row)
  return row
}

/** A server of ours, in a process of its own so that its work is not the client's. */
async function startProgram([script = '', ...args]: readonly string[]): Promise<{ child: ChildProcess; port: number }> {
  const child = spawn(process.execPath, [join(REPOSITORY, script), ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.add(child)
  const line = await new Promise<string>((ready, reject) => {
    child.stdout.once('data', (chunk: Buffer) => ready(chunk.toString()))
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}`)))
  })
  const said = JSON.parse(line) as { port?: number; origin?: string }
  return { child, port: said.port ?? Number(new URL(said.origin ?? '').port) }
}

function table(all: readonly Row[]): string {
  const order = [...known.keys()]
  const sorted = [...all].sort((a, b) => a.set.localeCompare(b.set) || a.mode.localeCompare(b.mode) || b.rate - a.rate || order.indexOf(a.flow) - order.indexOf(b.flow))
  const lines = sorted.map((row) => {
    const total = median(row, totalOf)
    const against = all.find((other) => other.flow === 'setup-uv' && other.set === row.set && other.mode === row.mode && other.rate === row.rate)
    const spread = row.costs.map(totalOf)
    const ratio = against === undefined ? '' : (total / median(against, totalOf)).toFixed(2)
    const parts = [median(row, ({ before }) => before), median(row, ({ install }) => install), median(row, ({ post }) => post)].map((value) => value.toFixed(2))
    return [row.set, row.mode, row.rate === Infinity ? 'no limit' : `${row.rate / 1e6} MB/s`, row.flow, ...parts, `${total.toFixed(2)} (${Math.min(...spread).toFixed(2)}..${Math.max(...spread).toFixed(2)})`, ratio, row.costs.some(({ firstImport }) => firstImport !== undefined) ? median(row, ({ firstImport = NaN }) => firstImport).toFixed(2) : '', (median(row, ({ entryBytes }) => entryBytes) / 1e6).toFixed(0)]
  })
  const header = ['set', 'cache', 'line', 'flow', 'before', 'install', 'post', 'total s (min..max)', '/ setup-uv', 'first import', 'entry MB']
  return [header, header.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function totalOf({ before, install, post }: FlowCost): number {
  return before + install + post
}

function median({ costs }: Row, figure: (cost: FlowCost) => number): number {
  const values = costs.map(figure).sort((a, b) => a - b)
  const [low, high] = [values[Math.floor((values.length - 1) / 2)] ?? NaN, values[Math.ceil((values.length - 1) / 2)] ?? NaN]
  return (low + high) / 2
}

function fail(message: string): never {
  throw new Error(message)
}
