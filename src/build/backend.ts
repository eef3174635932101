import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../kernel/errors.ts'
import type { BuildSystem } from '../standards/pyproject.ts'
import { hookFailure, isShownWhole } from './failure.ts'
import { callHooks, type HookAnswer, type HookAnswers, type HookCall, type HookName } from './hooks.ts'
import type { BuilderParts } from './parts.ts'
import type { BuildEnvironment, BuildSource } from './types.ts'

/** A call; an optional one may find that the backend has no such hook. */
export type BackendCall = HookCall & { readonly optional?: boolean }

/** A source's backend in an environment that has what it needs. */
export interface Backend {
  readonly environment: BuildEnvironment
  /** Calls a hook when a place among the builds is free. Throws `build-failed`; `no-hook` is an answer for optional hooks. */
  call(call: BackendCall): Promise<unknown>
}

/** What a missing optional hook gives. */
export const NO_HOOK = Symbol('no-hook')

/** The source whose backend is opened, and what building works with. */
export interface BackendFacts {
  readonly source: BuildSource
  readonly parts: BuilderParts
  readonly projectDir: string
  readonly workDir: string
  readonly system: BuildSystem
  /** Builds that compile take long: they overtake others that wait, so that none is left to run alone at the end. */
  readonly compiles: boolean
  /** Runs one thing after the other in folders that are built in place. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>
}

/**
 * Makes the environment, with what pyproject.toml and then the backend itself ask for (PEP 517). `next` is the call that the
 * backend is opened for: it is made in passing when the backend asks for nothing more. Throws `build-failed`.
 */
export async function openBackend(facts: BackendFacts, next: BackendCall): Promise<Backend> {
  const { source, parts, system, workDir } = facts
  const environment = await parts.environments.make({ source, requires: system.requires, parent: workDir })
  const at = (place: BuildEnvironment, made?: { readonly value: unknown }): Backend => ({
    environment: place,
    call: async (call) => (made !== undefined && call === next ? made.value : (await callBackend({ call }, facts, place)).value),
  })
  if (!parts.isolated) return at(environment)
  noteMissing(facts, environment)
  const editable = isEditable(source)
  const hook: HookName = editable ? 'get_requires_for_build_editable' : 'get_requires_for_build_wheel'
  const asking: BackendCall = { hook, arguments: [settingsOf(source)], optional: true, ...(editable ? { needs: 'build_editable' } : {}) }
  const asked = await callBackend({ call: asking, then: next }, facts, environment)
  return at(asked.value === NO_HOOK ? environment : await environment.with(asRequirements(source, asked.value)), asked.then)
}

/** Whether what is installed of a source is a link to it. */
export function isEditable({ origin }: BuildSource): boolean {
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

interface Calls {
  readonly call: BackendCall
  readonly then?: BackendCall
}

async function callBackend({ call, then }: Calls, facts: BackendFacts, environment: BuildEnvironment): Promise<{ readonly value: unknown; readonly then: { readonly value: unknown } | undefined }> {
  const { parts, source, projectDir, workDir, system } = facts
  const [temporary, logPath] = [join(workDir, 'tmp'), join(workDir, 'log')]
  await mkdir(temporary, { recursive: true })
  const env = { ...environment.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary }
  const hookFacts = { python: environment.python, lasting: isEditable(source) ? environment.lasting : undefined, env, sourceDir: projectDir, system, controlDir: join(workDir, 'hooks'), logPath, timeoutMs: parts.timeoutMs, signal: parts.signal }
  const work = (): Promise<HookAnswers> => parts.events.during({ task: 'build', resource: 'cpu', subject: subjectOf(source) }, () => callHooks(call, then, hookFacts))
  const answers = await facts.alone(() => parts.builds.run(work, { signal: parts.signal, urgent: facts.compiles }))
  const value = await valueOf(answers.first, call, facts)
  return { value, then: answers.then === undefined || then === undefined ? undefined : { value: await valueOf(answers.then, then, facts) } }
}

/** What a hook returned; throws for one that did not, and shows all that it printed. */
async function valueOf(answer: HookAnswer, call: BackendCall, { source, parts, system, workDir }: BackendFacts): Promise<unknown> {
  if (answer.kind === 'returned') return answer.value
  if (answer.kind === 'no-hook' && call.optional === true && answer.hook === call.hook) return NO_HOOK
  const output = await readFile(join(workDir, 'log'), 'utf8').catch(() => '')
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
