/**
 * Measures installers against each other on one local index: rounds of interleaved runs, tools in an order of chance.
 *   node bench/run.ts [options]          (npm run bench -- [options])
 *     --sets small,web,sci     sets of bench/sets, or paths       (default web,sci)
 *     --kinds pinned,unpinned                                     (default pinned)
 *     --tools ours,ours-1,uv,pip                                  (default all)
 *     --modes cold,warm,noop,resolve                              (default cold,warm)
 *     --media disk,memory                                         (default disk,memory)
 *     --rounds N                                                  (default 5)
 *     --rtt MS --rate BYTES_PER_SECOND   the index behind a slow line, limited per connection
 *     --profile                writes CPU profiles (node --cpu-prof, a file a thread) and timings of ours beside the results
 *     --work DIR               folder for the disk runs            (default: the system's temporary folder)
 *     --merge FILE,…           measures nothing: one table of the results of earlier runs, of one setting joined
 * Prints a table and writes all figures to bench/.data/results/<time>.json, after each setting, so that a run may be cut into
 * slices and joined. All tools leave bytecode uncompiled.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { fetchSets } from './fetch.ts'
import { adapters, type Adapter } from './lib/adapters.ts'
import { folder, RESULTS, setFile, WHEELS } from './lib/paths.ts'
import { prepare, sample, type Bench, type Cost, type Mode } from './lib/sample.ts'
import { shuffled } from './lib/statistics.ts'
import { joined, table, type Row } from './lib/table.ts'
import { PEERS, tools } from './lib/tools.ts'

const { values: options } = parseArgs({
  options: {
    sets: { type: 'string', default: 'web,sci' },
    kinds: { type: 'string', default: 'pinned' },
    tools: { type: 'string', default: 'ours,ours-1,uv,pip' },
    modes: { type: 'string', default: 'cold,warm' },
    media: { type: 'string', default: 'disk,memory' },
    rounds: { type: 'string', default: '5' },
    rtt: { type: 'string' },
    rate: { type: 'string', default: 'Infinity' },
    profile: { type: 'boolean', default: false },
    work: { type: 'string', default: tmpdir() },
    merge: { type: 'string' },
  },
})

interface Setting {
  readonly set: string
  readonly kind: 'pinned' | 'unpinned'
  readonly medium: string
}

if (options.merge !== undefined) {
  const earlier = list(options.merge).flatMap((name) => (JSON.parse(readFileSync(name, 'utf8')) as { rows: Row[] }).rows)
  console.log(table(joined(earlier)))
  process.exit()
}

const peers = tools()
const chosen = pick(adapters(peers), list(options.tools))
const modes = list(options.modes) as Mode[]
const started = new Date().toISOString().replaceAll(':', '-').slice(0, 19)
const link = options.rtt === undefined ? '' : `${options.rtt} ms ${Number(options.rate) / 1e6} MB/s`
if (!existsSync(join(WHEELS, 'manifest.json'))) fetchSets(list(options.sets))

const index = await startServer()
const rows: Row[] = []
const roots = new Set<string>()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopped(signal))
try {
  for (const medium of list(options.media)) {
    for (const set of list(options.sets)) for (const kind of list(options.kinds) as Setting['kind'][]) {
      rows.push(...(await measure({ set, kind, medium })))
      save()
    }
  }
} finally {
  index.process.kill()
}
console.log(table(rows))
console.log(save())

function save(): string {
  const file = join(folder(RESULTS), `${started}.json`)
  const machine = { cpus: cpus().length, model: cpus()[0]?.model, memoryBytes: totalmem() }
  writeFileSync(file, JSON.stringify({ started, machine, peers: PEERS, node: process.version, options, rows }, undefined, 1))
  return file
}

async function measure(setting: Setting): Promise<Row[]> {
  const root = folder(join(setting.medium === 'memory' ? '/dev/shm' : options.work, `bench-${process.pid}`))
  roots.add(root)
  const requirements = setFile(setting.set, setting.kind)
  const profile = options.profile ? folder(join(RESULTS, `${started}-profiles`)) : undefined
  const indexUrl = `http://127.0.0.1:${index.linkPort ?? index.port}/${setting.kind === 'pinned' ? 'simple' : 'full'}/`
  const bench: Bench = { tools: peers, root, indexUrl, control: `http://127.0.0.1:${index.port}`, profile }
  const costs = new Map(chosen.flatMap((tool) => modes.map((mode) => [`${tool.name} ${mode}`, [] as Cost[]] as const)))
  const errors = new Map<string, string>()
  try {
    if (modes.some((mode) => mode === 'warm' || mode === 'noop')) for (const tool of chosen) await attempt(errors, tool, () => prepare(bench, tool, requirements))
    for (let round = 0; round < Number(options.rounds); round += 1) {
      for (const mode of modes) {
        for (const tool of shuffled(chosen.filter(({ name }) => !errors.has(name)))) {
          await attempt(errors, tool, async () => void costs.get(`${tool.name} ${mode}`)?.push(await sample(bench, tool, { mode, requirements })))
        }
      }
      process.stderr.write(`${setting.set} ${setting.kind} ${setting.medium}: round ${round + 1}\n`)
    }
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
  return modes.flatMap((mode) => chosen.map(({ name }) => ({ ...setting, link, mode, tool: name, costs: costs.get(`${name} ${mode}`) ?? [], error: errors.get(name) })))
}

/** Leaves nothing behind: neither the index nor the environments. The tool that runs gets the signal from the terminal. */
function stopped(signal: NodeJS.Signals): void {
  index.process.kill()
  for (const root of roots) rmSync(root, { recursive: true, force: true })
  process.kill(process.pid, signal)
}

/** A tool that fails is out of the setting, with its error in the table; the others go on. */
async function attempt(errors: Map<string, string>, tool: Adapter, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    errors.set(tool.name, 'failed')
    process.stderr.write(`${tool.name}: ${String(error)}\n`)
  }
}

/** The index in a process of its own, so that its work is not ours. */
async function startServer(): Promise<{ process: ChildProcess; port: number; linkPort: number | undefined }> {
  const upstream = options.kinds.includes('unpinned') ? ['--upstream', 'pip'] : []
  const slow = options.rtt === undefined ? [] : ['--rtt', options.rtt, '--rate', options.rate]
  const child = spawn(process.execPath, [join(import.meta.dirname, 'serve.ts'), ...upstream, ...slow], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ready = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString()))
    child.once('exit', (code) => reject(new Error(`the index ended with ${code}`)))
  })
  return { process: child, ...(JSON.parse(ready) as { port: number; linkPort: number | undefined }) }
}

function list(text: string): string[] {
  return text.split(',').filter((part) => part !== '')
}

function pick(all: ReadonlyMap<string, Adapter>, names: readonly string[]): Adapter[] {
  return names.map((name) => {
    const adapter = all.get(name)
    if (adapter === undefined) throw new Error(`there is no tool ${name}; there are ${[...all.keys()].join(', ')}`)
    return adapter
  })
}
