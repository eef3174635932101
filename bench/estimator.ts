/**
 * Holds the estimate of serial mode against serial mode itself: runs of `--jobs auto`, whose timings the estimate is made from,
 * and `--jobs 1` in turns, on a local index in a process of its own.
 *   node bench/estimator.ts [options]
 *     --sets small,web,sci,builds   (builds: from source)        (default small,web,sci)
 *     --modes cold,warm                                          (default cold,warm)
 *     --rounds N                                                 (default 3)
 *     --rtt MS --rate BYTES_PER_SECOND   the index behind a slow line, limited per connection
 *     --keep DIR     keeps the timings files; a call that is cut off has those of its complete runs there
 *     --from DIR     measures nothing: the table of timings that were kept, by the model as it is
 *     --explain      tells, part by part and kind of task by kind of task, where the estimate is off
 *     --cli FILE     another build
 * Prints a table of medians. Serial mode is given as it was, and without the time in which it, a build, or the index
 * (one without a line) waited for a core, which is what others on the machine cost it; the error is the estimate's against the latter. Where that is allowed, the index
 * goes before the runs on the cores, as if it had some of its own.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setPriority, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startIndex } from './lib/index-process.ts'
import { folder, REPOSITORY, setFile, SOURCES } from './lib/paths.ts'
import { queuedMsOf, watchProgramWaits } from './lib/program-waits.ts'
import { estimateOf, explanation, readRun, undisturbedMs, type KeptRun } from './lib/serial-parts.ts'
import { tools } from './lib/tools.ts'

const { values: options } = parseArgs({
  options: {
    sets: { type: 'string', default: 'small,web,sci' }, modes: { type: 'string', default: 'cold,warm' }, rounds: { type: 'string', default: '3' },
    rtt: { type: 'string' }, rate: { type: 'string', default: 'Infinity' }, cli: { type: 'string', default: join(REPOSITORY, 'dist', 'cli', 'index.js') },
    keep: { type: 'string' }, from: { type: 'string' }, explain: { type: 'boolean', default: false },
  },
})
const root = mkdtempSync(join(tmpdir(), 'estimator-'))
process.on('exit', () => rmSync(root, { recursive: true, force: true }))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
const kept = options.from ?? folder(options.keep ?? join(root, 'timings'))
const line = options.rtt === undefined ? '' : `-${options.rtt}ms`

if (options.from === undefined) for (const set of options.sets.split(',')) await measure(set)
printTable()
process.exit()

interface Place {
  readonly set: string
  readonly indexUrl: string
  readonly indexPid: number
}

async function measure(set: string): Promise<void> {
  const link = options.rtt === undefined ? {} : { link: { roundTripMs: Number(options.rtt), bytesPerSecond: Number(options.rate) } }
  const index = await startIndex({ ...link, ...(set === 'builds' ? { folder: SOURCES } : {}) })
  process.on('exit', () => index.process.kill())
  preferred(index.process)
  // The slow line is addressed so that it is not taken for an index on this machine, which has no line.
  const place = { set, indexPid: index.process.pid ?? 0, indexUrl: options.rtt === undefined ? `http://127.0.0.1:${index.port}/simple/` : `http://[::ffff:127.0.0.1]:${index.toolPort}/simple/` }
  for (const mode of options.modes.split(',')) {
    const cache = join(root, mode)
    // Twice: what is kept from the second use on is part of a warm store.
    if (mode === 'warm') for (const time of ['once', 'twice']) await install(place, 'auto', { cache, timings: join(root, `${time}.json`) })
    for (let round = 0; round < Number(options.rounds); round += 1) {
      for (const jobs of ['auto', '1']) {
        await install(place, jobs, { cache, timings: join(kept, `${set}-${mode}${line}-${round}-${jobs}.json`) })
        if (mode === 'cold') rmSync(cache, { recursive: true, force: true })
      }
    }
    rmSync(cache, { recursive: true, force: true })
  }
  index.process.kill()
}

async function install({ set, indexUrl, indexPid }: Place, jobs: string, { cache, timings }: { readonly cache: string; readonly timings: string }): Promise<void> {
  const venv = join(root, 'venv')
  const requirements = setFile(set, 'pinned')
  const names = readFileSync(requirements, 'utf8').split('\n').filter((text) => /^[a-z]/.test(text)).map((text) => text.replace(/==.*/, ''))
  const formats = set === 'builds' ? names.flatMap((name) => ['--no-binary', name]) : ['--only-binary', ':all:']
  const from = ['--index-url', indexUrl, '--trusted-host', new URL(indexUrl).hostname, '--cache-dir', cache]
  execFileSync('sync')
  const args = [options.cli, 'install', '-r', requirements, '--python', tools().python, '--venv', venv, '--without-pip', ...from, ...formats, '--jobs', jobs, '--timings', timings, '--quiet']
  const child = spawn(process.execPath, args, { stdio: 'inherit', env: { ...process.env, PIP_CONFIG_FILE: '/dev/null' } })
  const programWaits = watchProgramWaits(child.pid ?? 0)
  const indexWaitedMs = queuedMsOf(indexPid)
  const status = await new Promise((resolve) => child.on('close', resolve))
  if (status !== 0) throw new Error(`status ${String(status)}`)
  const others = { programsQueuedMs: programWaits(), indexQueuedMs: queuedMsOf(indexPid) - indexWaitedMs }
  writeFileSync(timings, JSON.stringify({ ...(JSON.parse(readFileSync(timings, 'utf8')) as object), ...others }))
  rmSync(venv, { recursive: true, force: true })
}

function preferred({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, -19)
  } catch {
    // Not allowed to: then it is one among others.
  }
}

function printTable(): void {
  const isWhole = (name: string): boolean => existsSync(join(kept, name)) && readRun(join(kept, name)).isWhole
  const names = readdirSync(kept).filter((name) => name.endsWith('-auto.json') && isWhole(name) && isWhole(name.replace('-auto.', '-1.')))
  const settings = [...new Set(names.map((name) => name.replace(/-\d+-auto\.json$/, '')))].sort()
  console.log('| set | parallel | serial, estimated | serial, measured | without waiting for a core | error |\n| :--- | ---: | ---: | ---: | ---: | ---: |')
  const runs = (setting: string, jobs: string): KeptRun[] => names.filter((name) => name.replace(/-\d+-auto\.json$/, '') === setting).map((name) => readRun(join(kept, name.replace('-auto.', `-${jobs}.`))))
  for (const setting of settings) {
    const [auto, serial] = [runs(setting, 'auto'), runs(setting, '1')]
    const [estimated, measured] = [median(auto.map(estimateOf)), median(serial.map(undisturbedMs))]
    const figures = [median(auto.map(tookMs)), estimated, median(serial.map(tookMs)), measured].map((ms) => `${(ms / 1000).toFixed(2)} s`)
    console.log(`| ${setting} | ${figures.join(' | ')} | ${signed((estimated / measured - 1) * 100)} |`)
  }
  const explained = options.explain ? settings : []
  for (const setting of explained) {
    const [[auto], [serial]] = [runs(setting, 'auto'), runs(setting, '1')]
    if (auto !== undefined && serial !== undefined) console.log(['', `${setting}, first round:`, '', ...explanation(auto, serial)].join('\n'))
  }
}

function tookMs({ timeline }: KeptRun): number {
  return timeline.durationMs
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = (sorted.length - 1) / 2
  return ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle)] ?? NaN)) / 2
}

function signed(percent: number): string {
  return `${percent >= 0 ? '+' : '−'}${Math.abs(percent).toFixed(0)} %`
}
