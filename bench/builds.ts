/**
 * Measures how long installers take to build: eleven projects as source distributions from a local index, that has wheels of
 * what their builds need. Interleaved runs, tools in an order of chance, on disk.
 *   node bench/builds.ts [options]
 *     --only NAME,…            just these of bench/sets/builds.txt   (default: all)
 *     --tools ours,ours-1,uv,pip                                     (default ours,uv,pip)
 *     --modes cold,warm                                              (default cold,warm)
 *     --rounds N                                                     (default 3)
 *     --add FILE               figures of earlier calls, which these are added to: for machines that are quiet for minutes only
 *     --profile                writes CPU profiles and timings of ours beside the results
 * Cold: empty cache. Warm: the tool's own cache of an earlier run, built wheels in it. Figures: bench/.data/results/builds-<time>.json.
 */
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { adapters } from './lib/adapters.ts'
import { folder, helper, RESULTS, setFile, SOURCES } from './lib/paths.ts'
import { prepare, sample, type Bench, type Cost, type Mode } from './lib/sample.ts'
import { shuffled } from './lib/statistics.ts'
import { table, type Row } from './lib/table.ts'
import { PEERS, tools } from './lib/tools.ts'

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    tools: { type: 'string', default: 'ours,uv,pip' },
    modes: { type: 'string', default: 'cold,warm' },
    rounds: { type: 'string', default: '3' },
    add: { type: 'string' },
    profile: { type: 'boolean', default: false },
  },
})
const list = (text: string): string[] => text.split(',').filter((part) => part !== '')
const peers = tools()
const chosen = adapters(peers, list(options.tools))
const modes = list(options.modes) as Mode[]
const wanted = readFileSync(setFile('builds', 'pinned'), 'utf8').split('\n').filter((line) => /^[a-z]/.test(line) && (options.only === '' || list(options.only).includes(line.replace(/==.*/, ''))))
const built = wanted.map((line) => line.replace(/==.*/, ''))
const started = new Date().toISOString().replaceAll(':', '-').slice(0, 19)
const root = folder(join(tmpdir(), `bench-builds-${process.pid}`))
const requirements = join(root, 'requirements.txt')
writeFileSync(requirements, `${wanted.join('\n')}\n`)
if (!existsSync(join(SOURCES, 'manifest.json'))) fetchSources()

const costs = new Map<string, Cost[]>(options.add === undefined || !existsSync(options.add) ? [] : (JSON.parse(readFileSync(options.add, 'utf8')) as { costs: [string, Cost[]][] }).costs)
const server = spawn(process.execPath, [join(import.meta.dirname, 'serve.ts'), '--folder', SOURCES], { stdio: ['ignore', 'pipe', 'inherit'] })
const file = options.add ?? join(folder(RESULTS), `builds-${started}.json`)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopped(signal))
try {
  const { port } = JSON.parse(await new Promise<string>((resolve) => server.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString())))) as { port: number }
  const bench: Bench = { tools: peers, root, indexUrl: `http://127.0.0.1:${port}/simple/`, control: `http://127.0.0.1:${port}`, built, profile: options.profile ? folder(join(RESULTS, `builds-${started}-profiles`)) : undefined }
  if (modes.includes('warm')) for (const tool of chosen) await prepare(bench, tool, { requirements })
  for (let round = 0; round < Number(options.rounds); round += 1) {
    for (const mode of modes) {
      for (const tool of shuffled(chosen)) costs.set(`${mode} ${tool.name}`, [...(costs.get(`${mode} ${tool.name}`) ?? []), await sample(bench, tool, { mode, requirements })])
    }
    writeFileSync(file, JSON.stringify({ started, peers: PEERS, node: process.version, options, costs: [...costs] }, undefined, 1))
  }
} finally {
  server.kill()
  rmSync(root, { recursive: true, force: true })
}
const rows: Row[] = [...costs].map(([key, of]) => ({ set: options.only === '' ? 'builds' : options.only, kind: '', medium: 'disk', link: '', mode: key.split(' ', 1)[0] ?? '', tool: key.split(' ')[1] ?? '', costs: of, error: undefined }))
console.log(table(rows))
console.log(file)

/** Leaves nothing behind; complete rounds are on file. */
function stopped(signal: NodeJS.Signals): void {
  server.kill()
  rmSync(root, { recursive: true, force: true })
  process.kill(process.pid, signal)
}

/** Downloads sources and wheels through whatever index pip is configured for. */
function fetchSources(): void {
  folder(SOURCES)
  const download = (file: string, formats: readonly string[]): void =>
    void execFileSync(peers.pip, ['download', '-q', '--disable-pip-version-check', '--no-deps', ...formats, '-d', SOURCES, '-r', setFile(file, 'pinned')], { stdio: 'inherit' })
  download('builds-wheels', ['--only-binary', ':all:'])
  download('builds', built.flatMap((name) => ['--no-binary', name]))
  writeFileSync(join(SOURCES, 'manifest.json'), execFileSync(peers.python, [helper('manifest.py'), SOURCES], { maxBuffer: 1 << 28 }))
}
