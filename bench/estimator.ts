/**
 * Holds the estimate of serial mode against serial mode itself: interleaved runs of `--jobs auto` (whose timings carry the
 * estimate) and `--jobs 1`, on the local index.
 *   node bench/estimator.ts [--sets small,web,sci] [--modes cold,warm] [--rounds N] [--rtt MS --rate BYTES_PER_SECOND] [--cli FILE]
 * Prints a table of medians. `--keep DIR` keeps the timings files of the parallel runs.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { spawn } from 'node:child_process'
import { startLink } from './lib/link.ts'
import { LocalIndex } from './lib/local-index.ts'
import { REPOSITORY, setFile } from './lib/paths.ts'
import { tools } from './lib/tools.ts'

const { values: options } = parseArgs({
  options: {
    sets: { type: 'string', default: 'small,web,sci' }, modes: { type: 'string', default: 'cold,warm' }, rounds: { type: 'string', default: '3' },
    rtt: { type: 'string' }, rate: { type: 'string', default: 'Infinity' }, cli: { type: 'string', default: join(REPOSITORY, 'dist', 'cli', 'index.js') }, keep: { type: 'string' },
  },
})

interface Timings {
  readonly durationMs: number
  readonly serial: { readonly kind: string; readonly ms?: number }
}

const index = await LocalIndex.start({})
const link = options.rtt === undefined ? undefined : await startLink(index.port, { roundTripMs: Number(options.rtt), bytesPerSecond: Number(options.rate) })
// The slow line is addressed so that it is not taken for an index on this machine, which has no line.
const indexUrl = link === undefined ? `http://127.0.0.1:${index.port}/simple/` : `http://[::ffff:127.0.0.1]:${link.port}/simple/`
const root = mkdtempSync(join(tmpdir(), 'estimator-'))
const { python } = tools()

async function install(set: string, jobs: string, { cache, name }: { readonly cache: string; readonly name: string }): Promise<Timings> {
  const venv = join(root, 'venv')
  const timings = join(options.keep ?? root, `${name}.json`)
  execFileSync('sync')
  const args = ['install', '-r', setFile(set, 'pinned'), '--python', python, '--venv', venv, '--without-pip', '--index-url', indexUrl, '--trusted-host', new URL(indexUrl).hostname, '--only-binary', ':all:', '--cache-dir', cache, '--jobs', jobs, '--timings', timings, '--quiet']
  const status = await new Promise((resolve) => spawn(process.execPath, [options.cli, ...args], { stdio: 'inherit', env: { ...process.env, PIP_CONFIG_FILE: '/dev/null' } }).on('close', resolve))
  if (status !== 0) throw new Error(`status ${String(status)}`)
  rmSync(venv, { recursive: true, force: true })
  return JSON.parse(readFileSync(timings, 'utf8')) as Timings
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
}

const seconds = (ms: number): string => (ms / 1000).toFixed(2)
console.log('| set | store | parallel | serial, estimated | serial, measured | error |\n| :--- | :--- | ---: | ---: | ---: | ---: |')
if (options.keep !== undefined) mkdirSync(options.keep, { recursive: true })
for (const set of options.sets.split(',')) {
  const kept = join(root, 'kept')
  // Twice: what is kept from the second use on is part of a warm store.
  if (options.modes.includes('warm')) for (const name of ['prepare', 'prepare-again']) await install(set, 'auto', { cache: kept, name })
  for (const mode of options.modes.split(',')) {
    const [parallel, estimated, measured]: [number[], number[], number[]] = [[], [], []]
    for (let round = 0; round < Number(options.rounds); round += 1) {
      const cache = mode === 'warm' ? kept : join(root, 'cold')
      const auto = await install(set, 'auto', { cache, name: `${set}-${mode}-${round}-auto` })
      if (mode === 'cold') rmSync(cache, { recursive: true, force: true })
      const serial = await install(set, '1', { cache, name: `${set}-${mode}-${round}-1` })
      if (mode === 'cold') rmSync(cache, { recursive: true, force: true })
      parallel.push(auto.durationMs)
      estimated.push(auto.serial.ms ?? NaN)
      measured.push(serial.durationMs)
    }
    const error = (median(estimated) / median(measured) - 1) * 100
    console.log(`| ${set} | ${mode} | ${seconds(median(parallel))} s | ${seconds(median(estimated))} s | ${seconds(median(measured))} s | ${error >= 0 ? '+' : '−'}${Math.abs(error).toFixed(0)} % |`)
  }
  rmSync(kept, { recursive: true, force: true })
}
rmSync(root, { recursive: true, force: true })
link?.close()
process.exit(0)
