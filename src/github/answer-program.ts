import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { shareMetadata } from '../actions-cache/entry.ts'
import { systemClock } from '../kernel/clock.ts'
import { EventBus } from '../kernel/events.ts'
import { messageOf } from '../kernel/errors.ts'
import { Secrets } from '../kernel/secrets.ts'
import { processWorld } from '../requests/world.ts'
import { answerAhead } from '../run/answer-ahead.ts'
import { VERSION } from '../run/version.ts'
import { readQuestion } from '../run/written-question.ts'
import { storeLayout } from '../store/layout.ts'
import { toArguments } from './arguments.ts'
import { readInputs } from './inputs.ts'
import { isAlive } from './process-tree.ts'
import { arrivalOf, readState, transferFolder, writeAnswerState, type AheadPlan, type CacheRequest, type TransferFolder } from './transfer-folder.ts'

/**
 * The program that answers what this leg asked last while the job's other steps run, beside a restore in the folder `root`.
 * Whoever needs the cores ends it: what it writes to the store is whole at any time.
 */
export async function runAnswerProgram(root: string): Promise<void> {
  const folder = transferFolder(root)
  const started = { pid: process.pid, startedMs: Date.now() }
  writeAnswerState(folder, started)
  const isAnswered = await answer(folder).catch((error: unknown) => {
    process.stderr.write(`${messageOf(error)}\n`)
    return false
  })
  writeAnswerState(folder, { ...started, tookMs: Date.now() - started.startedMs, isAnswered })
}

async function answer(folder: TransferFolder): Promise<boolean> {
  const question = readQuestion(readFileSync(folder.question, 'utf8'))
  const request = JSON.parse(readFileSync(folder.request, 'utf8')) as CacheRequest
  if (question === undefined || request.kind !== 'restore-pointed' || request.ahead === undefined) return false
  const { ahead } = request
  const secrets = new Secrets()
  const context = {
    world: { ...processWorld(), cwd: ahead.cwd }, events: new EventBus(systemClock), clock: systemClock, secrets, signal: new AbortController().signal,
    workerPath: ahead.workerPath, version: VERSION, readStdin: () => Promise.resolve(Buffer.alloc(0)),
  }
  return answerAhead({ question, args: argumentsAhead(ahead), metadataReady: takeMetadata(folder, ahead.storeRoot) }, context)
}

/** The run's arguments without what it installs, and without an interpreter that is not there yet. */
function argumentsAhead({ storeRoot, cwd }: AheadPlan): string[] {
  const { pythonPath, ...inputs } = readInputs(process.env)
  const python = pythonPath !== undefined && existsSync(path.resolve(cwd, pythonPath)) ? pythonPath : undefined
  return toArguments({ ...inputs, pythonPath: python, packages: [] }, { files: { requirements: [], constraints: [] }, pythonPath: undefined, venv: undefined, store: { kind: 'folder', path: storeRoot } })
}

const POLL_MS = 20

/** Resolves when metadata of the entry is in the store, or none will come. */
async function takeMetadata(folder: TransferFolder, storeRoot: string): Promise<void> {
  for (;;) {
    const arrival = arrivalOf(folder)
    const state = readState(arrival)
    if (state === undefined || (state.answer === undefined && !isAlive(state.pid))) return
    if (state.answer !== undefined) return state.answer.kind === 'restored' ? shareMetadata(arrival.entry, storeLayout(storeRoot)) : undefined
    await systemClock.sleep(POLL_MS)
  }
}
