import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../kernel/errors.ts'
import type { BuildSystem } from '../standards/pyproject.ts'
import { hookFailure, isShownWhole } from './failure.ts'
import { callHook, type HookAnswer, type HookCall, type HookName } from './hooks.ts'
import type { BuilderParts } from './parts.ts'
import type { BuildEnvironment, BuildSource } from './types.ts'

/** A source's backend in an environment that has what it needs. */
export interface Backend {
  readonly environment: BuildEnvironment
  readonly system: BuildSystem
  /** Calls a hook when a place among the builds is free. Throws `build-failed`; `no-hook` is an answer for optional hooks. */
  call(call: HookCall & { readonly optional?: boolean }): Promise<unknown>
}

/** What a missing optional hook gives. */
export const NO_HOOK = Symbol('no-hook')

export interface BackendFacts {
  readonly source: BuildSource
  readonly parts: BuilderParts
  readonly projectDir: string
  readonly workDir: string
  readonly system: BuildSystem
  /** Runs one thing after the other in folders that are built in place. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>
}

/** Makes the environment, with what pyproject.toml and then the backend itself ask for (PEP 517). Throws `build-failed`. */
export async function openBackend(facts: BackendFacts): Promise<Backend> {
  const { source, parts, system, workDir } = facts
  const environment = await parts.environments.make({ source, requires: system.requires, folder: join(workDir, 'env') })
  const backend: Backend = { environment, system, call: (call) => callBackend(call, facts, environment) }
  if (!parts.isolated) return backend
  noteMissing(facts, environment)
  const isEditable = source.origin.kind !== 'archive' && editable(source)
  const hook: HookName = isEditable ? 'get_requires_for_build_editable' : 'get_requires_for_build_wheel'
  const settings = settingsOf(source)
  const asked = await backend.call({ hook, arguments: [settings], optional: true, ...(isEditable ? { needs: 'build_editable' } : {}) })
  if (asked !== NO_HOOK) await environment.add(asRequirements(source, asked))
  return backend
}

export function editable({ origin }: BuildSource): boolean {
  return (origin.kind === 'directory' && origin.editable) || (origin.kind === 'repository' && origin.checkoutDir !== undefined)
}

/** `name version` as far as it is known, as all tasks for one distribution are named. */
function subjectOf({ name, versionText, label }: BuildSource): string {
  return name === undefined ? label : [name, ...(versionText === undefined ? [] : [versionText])].join(' ')
}

/** `config_settings` as pip gives them: null when there are none. */
export function settingsOf({ configSettings }: BuildSource): BuildSource['configSettings'] | null {
  return Object.keys(configSettings).length === 0 ? null : configSettings
}

async function callBackend(call: HookCall & { readonly optional?: boolean }, facts: BackendFacts, environment: BuildEnvironment): Promise<unknown> {
  const { parts, source, projectDir, workDir, system } = facts
  const [temporary, logPath] = [join(workDir, 'tmp'), join(workDir, 'log')]
  await mkdir(temporary, { recursive: true })
  const env = { ...environment.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary }
  const hookFacts = { python: environment.python, env, sourceDir: projectDir, system, controlDir: join(workDir, 'hooks'), logPath, timeoutMs: parts.timeoutMs, signal: parts.signal }
  const work = (): Promise<HookAnswer> => parts.events.during({ task: 'build', resource: 'cpu', subject: subjectOf(source) }, () => callHook(call, hookFacts))
  const answer = await facts.alone(() => parts.builds.run(work, { signal: parts.signal }))
  if (answer.kind === 'returned') return answer.value
  if (answer.kind === 'no-hook' && call.optional === true && answer.hook === call.hook) return NO_HOOK
  const output = await readFile(logPath, 'utf8').catch(() => '')
  if (!isShownWhole(output)) parts.events.emit({ kind: 'build-output', subject: source.label, text: output, failed: true })
  throw hookFailure({ label: source.label, hook: call.hook, backend: system.backend, output }, answer)
}

/** A project without build-backend is built by setuptools, whether it asks for it or not; pip warns where it does not. */
function noteMissing({ source, system, parts }: BackendFacts, environment: BuildEnvironment): void {
  if (system.check.length === 0 || environment.installed().some((installed) => installed.startsWith('setuptools=='))) return
  parts.events.notice('warning', `${source.label} names no build backend, and its build requirements do not bring setuptools, which is then the backend`)
}

function asRequirements(source: BuildSource, value: unknown): string[] {
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value
  throw new UserError('build-failed', `the backend of ${source.label} gives ${JSON.stringify(value)} as its requirements, which is no list of texts`)
}
