import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { messageOf } from '../kernel/errors.ts'
import type { SerialFact } from '../report/facts.ts'
import { duration } from '../report/format.ts'
import type { RunReport } from '../report/run-report.ts'
import type { InstallOutcome } from '../run/types.ts'
import { splitPackages, splitPipArgs } from './arguments.ts'
import type { ActionInputs } from './inputs.ts'
import type { RequirementFiles } from './requirement-files.ts'

/** Everything a measurement needs of the run that it is compared with. */
export interface CompareFacts {
  readonly inputs: ActionInputs
  /** The command line of the run. */
  readonly args: readonly string[]
  readonly files: RequirementFiles
  readonly outcome: InstallOutcome
  /** Has an estimate in `serial`, unless there is nothing to compare. */
  readonly report: RunReport
  /** A folder of our own; removed afterwards. */
  readonly folder: string
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cliPath: string
  /** Makes a store with what the run's store held when the run began; undefined: the run had none. */
  readonly remakeStore: ((folder: string) => void) | undefined
  /** Waits until nothing else of ours works on this machine; false: something still does. */
  readonly othersAtRest: () => Promise<boolean>
  readonly signal: AbortSignal
  readonly say: (text: string) => void
}

/** Measuring what takes longer would cost more than it tells. */
const LONGEST_MS = 60_000
const PIP_LIMIT_MS = 180_000

/**
 * Measures serial mode, or pip, as a process of its own into a target that is thrown away. Never throws: what cannot be
 * measured leaves the estimate, with the reason.
 */
export async function measureComparison(facts: CompareFacts): Promise<SerialFact> {
  const { inputs, report } = facts
  if (inputs.compare === 'off') return { kind: 'none', reason: 'compare is off' }
  if (inputs.compare === 'estimate' || report.serial.kind !== 'estimated') return report.serial
  const estimate = report.serial
  const why = reasonNotTo(facts)
  if (why !== undefined) return { ...estimate, note: `compare: ${inputs.compare} was left out: ${why}` }
  if (!(await facts.othersAtRest())) return { ...estimate, note: `compare: ${inputs.compare} was left out: another use of the action in this job was still at work with the cache, which would have made it slower` }
  facts.say(`Measuring ${inputs.compare === 'pip' ? 'pip' : `serial mode (about ${duration(estimate.ms)})`} for comparison; this counts in no figure`)
  try {
    mkdirSync(facts.folder, { recursive: true })
    const ms = inputs.compare === 'pip' ? await measurePip(facts) : await measureSerial(facts)
    return { kind: 'measured', ms, by: inputs.compare }
  } catch (error) {
    return { ...estimate, note: `compare: ${inputs.compare} could not be measured: ${messageOf(error)}` }
  } finally {
    rmSync(facts.folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

function reasonNotTo({ inputs, report, args, outcome, files }: CompareFacts): string | undefined {
  const { serial } = report
  if (serial.kind === 'estimated' && serial.ms > LONGEST_MS) return `serial mode is estimated at ${duration(serial.ms)}, and nothing above ${duration(LONGEST_MS)} is measured`
  if (outcome.actions.some((action) => action.kind === 'keep' || action.replaces !== undefined)) return 'some packages were there before, and an empty target would not be the same work'
  if (args.some((arg) => /^(--target|-t|--prefix|--root|--user|--dry-run)(=|$)/.test(arg))) return 'pip-args choose the target'
  if (inputs.compare === 'pip' && (inputs.extras.length > 0 || files.requirements.some((file) => /\.toml(\[|$)/.test(file)))) return 'pip does not read what is to be installed from such a file'
  return undefined
}

/** The same command line with `--jobs 1`; the last word on an option counts. */
async function measureSerial(facts: CompareFacts): Promise<number> {
  const { folder, args, outcome } = facts
  const timings = path.join(folder, 'timings.json')
  const target = outcome.environment.isFresh ? ['--venv', path.join(folder, 'venv')] : ['--target', path.join(folder, 'target')]
  const store = path.join(folder, 'store')
  facts.remakeStore?.(store)
  const [command = 'install', ...rest] = args
  const last = [...target, '--jobs', '1', '--timings', timings, '--quiet', ...(facts.remakeStore === undefined ? [] : ['--cache-dir', store])]
  await finished({ ...facts, command: process.execPath, args: [facts.cliPath, command, ...withoutTarget(rest), ...last], limitMs: 3 * LONGEST_MS })
  const { durationMs } = JSON.parse(readFileSync(timings, 'utf8')) as { durationMs: number }
  return durationMs
}

/** Files that the run wrote are not to be written again. */
const NOT_AGAIN = ['--venv', '--report', '--lock-out', '--log']

function withoutTarget(args: readonly string[]): string[] {
  return args.filter((arg, at) => !NOT_AGAIN.some((flag) => arg === flag || arg.startsWith(`${flag}=`) || args[at - 1] === flag))
}

/** pip as people run it, with an empty cache: what it does for the same requirements in a fresh environment. */
async function measurePip(facts: CompareFacts): Promise<number> {
  const { folder, inputs, files, outcome } = facts
  const python = outcome.environment.basePython
  const venv = path.join(folder, 'venv')
  await finished({ ...facts, command: python, args: ['-m', 'venv', '--without-pip', venv], limitMs: LONGEST_MS })
  const inside = process.platform === 'win32' ? path.join(venv, 'Scripts', 'python.exe') : path.join(venv, 'bin', 'python')
  const asked = askedOfPip(inputs, files)
  const quiet = ['--quiet', '--no-input', '--disable-pip-version-check', '--cache-dir', path.join(folder, 'cache')]
  const startMs = performance.now()
  await finished({ ...facts, command: python, args: ['-m', 'pip', '--python', inside, 'install', ...asked, ...quiet], limitMs: PIP_LIMIT_MS })
  return performance.now() - startMs
}

/** What is to be installed and from where, as arguments of pip. */
export function askedOfPip(inputs: ActionInputs, files: RequirementFiles): string[] {
  const each = (flag: string, values: readonly string[]): string[] => values.flatMap((value) => [flag, value])
  return [
    ...each('-r', files.requirements), ...each('-c', files.constraints), ...each('--group', inputs.groups),
    ...(inputs.indexUrl === undefined ? [] : ['--index-url', inputs.indexUrl]), ...each('--extra-index-url', inputs.extraIndexUrls),
    ...(inputs.sdists === 'refuse' ? ['--only-binary', ':all:'] : []), ...splitPipArgs(inputs.pipArgs), ...inputs.packages.flatMap(splitPackages),
  ]
}

interface Child extends Pick<CompareFacts, 'cwd' | 'env' | 'signal'> {
  readonly command: string
  readonly args: readonly string[]
  readonly limitMs: number
}

/** Runs a program to its end; rejects with the last it said when it fails, or takes too long. */
function finished({ command, args, cwd, env, signal, limitMs }: Child): Promise<void> {
  return new Promise((resolve, reject) => {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(limitMs)])
    const child = spawn(command, args, { cwd, env: { ...env, VIRTUAL_ENV: undefined }, stdio: ['ignore', 'ignore', 'pipe'], signal: limit, windowsHide: true })
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => { said = (said + text).slice(-4000) })
    child.on('error', (error) => reject(signal.aborted ? (signal.reason as Error) : limit.aborted ? new Error(`it was not done after ${duration(limitMs)}`) : error))
    child.on('close', (status) => (status === 0 ? resolve() : reject(new Error(said.trim().split('\n').at(-1) || `it ended with status ${status ?? 'none'}`))))
  })
}
