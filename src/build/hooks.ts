import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BuildSystem } from '../standards/pyproject.ts'
import { HOOK_SCRIPT } from './hook-script.ts'
import { runCommand, type CommandEnd } from './subprocess.ts'
import type { LastingPython } from './types.ts'

/** The hooks of PEP 517 and PEP 660 that installing needs. */
export type HookName =
  | 'get_requires_for_build_wheel'
  | 'prepare_metadata_for_build_wheel'
  | 'build_wheel'
  | 'get_requires_for_build_editable'
  | 'prepare_metadata_for_build_editable'
  | 'build_editable'

/** A hook of a backend (PEP 517, PEP 660) with its arguments. */
export interface HookCall {
  readonly hook: HookName
  /** In the order of the PEPs: backends may name their parameters otherwise. */
  readonly arguments: readonly unknown[]
  /** A hook the backend has to have as well, or this one is not called. */
  readonly needs?: HookName
}

/** What a call to a backend came to. */
export type HookAnswer =
  | { readonly kind: 'returned'; readonly value: unknown }
  | { readonly kind: 'no-hook'; readonly hook: string }
  /** The backend could not be imported. */
  | { readonly kind: 'no-backend'; readonly message: string }
  /** The process ended without an answer: the hook raised, or worse. */
  | { readonly kind: 'failed'; readonly end: CommandEnd }

/** Where, with what and for how long hooks are called. */
export interface HookFacts {
  readonly python: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** What a backend is to take for the interpreter that runs it, and find its build requirements with. */
  readonly lasting?: LastingPython | undefined
  /** The folder of pyproject.toml. */
  readonly sourceDir: string
  readonly system: Pick<BuildSystem, 'backend' | 'backendPath'>
  /** A folder for the exchange; made when absent. */
  readonly controlDir: string
  readonly logPath: string
  readonly timeoutMs: number | undefined
  readonly signal: AbortSignal
}

/** What two hooks came to. `then` is undefined when the second was not called. */
export interface HookAnswers {
  readonly first: HookAnswer
  readonly then: HookAnswer | undefined
}

/**
 * Calls a hook, and a second one when the first is not there or returns an empty list; as if in fresh processes both, at the
 * price of one where the platform allows (hook-script.ts). The time allowed is for both. Everything they print is added to the log.
 */
export async function callHooks(call: HookCall, then: HookCall | undefined, facts: HookFacts): Promise<HookAnswers> {
  const control = await controlFolder(call, facts)
  const thenControl = then === undefined ? undefined : await controlFolder(then, facts)
  const following = then === undefined ? null : { ...inputOf(then), control: thenControl }
  const script = join(facts.controlDir, 'hook.py')
  const input = { ...inputOf(call), then: following, backend: facts.system.backend, backendPath: facts.system.backendPath, lasting: facts.lasting ?? null }
  await Promise.all([writeFile(script, HOOK_SCRIPT), writeFile(join(control, 'input.json'), JSON.stringify(input))])
  const { logPath, timeoutMs, signal, env, sourceDir } = facts
  const end = await runCommand({ program: facts.python, args: [script, control], cwd: sourceDir, env, logPath, timeoutMs, signal })
  const wasStarted = thenControl !== undefined && existsSync(join(thenControl, 'started'))
  if (!wasStarted) return { first: await answerOf(control, end), then: undefined }
  const first = (await readAnswer(join(control, 'output.json'))) ?? { kind: 'failed', end }
  return { first, then: await answerOf(thenControl, end) }
}

async function controlFolder({ hook }: HookCall, { controlDir }: HookFacts): Promise<string> {
  const folder = join(controlDir, hook)
  await mkdir(folder, { recursive: true })
  return folder
}

function inputOf({ hook, needs, arguments: given }: HookCall): object {
  return { hook, needs: needs ?? null, arguments: given }
}

async function answerOf(control: string, end: CommandEnd): Promise<HookAnswer> {
  const answer = end.kind === 'ended' && end.status === 0 ? await readAnswer(join(control, 'output.json')) : undefined
  return answer ?? { kind: 'failed', end }
}

/** Undefined when the backend ended the process itself before the answer was written. */
async function readAnswer(path: string): Promise<HookAnswer | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined)
  return text === undefined ? undefined : (JSON.parse(text) as HookAnswer)
}
