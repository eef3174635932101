import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { UserError } from '../kernel/errors.ts'
import { tagsFor } from '../standards/tags.ts'
import { readManagedMessage } from './externally-managed.ts'
import { isFolder } from './file-facts.ts'
import { findPython, missing, type PythonCandidate, type PythonRequest, type TargetWorld } from './find-python.ts'
import { parseProbeAnswer, type ProbeAnswer } from './probe-answer.ts'
import { recallAnswer, rememberAnswer, type ProbeCache } from './probe-cache.ts'
import { PROBE_SCRIPT } from './probe-script.ts'
import { runPython } from './run-python.ts'
import type { Target } from './types.ts'

/** How an interpreter is asked about itself. */
export interface ProbeOptions {
  readonly world: TargetWorld
  /** Answers of earlier runs; leave out to ask the interpreter each time. */
  readonly cache?: ProbeCache | undefined
  readonly signal?: AbortSignal | undefined
}

const OLDEST = '3.8'
/** Characters of what an interpreter said that an error quotes. */
const LONGEST_LINE = 160

/**
 * Finds the interpreter to install for and asks it everything, once. About 25 ms for the interpreter's start and answer, 1 ms
 * from the cache.
 * @throws UserError `python-missing`: none found, none could be run, or it is older than Python 3.8; lists what was tried.
 */
export async function locateTarget(request: PythonRequest, options: ProbeOptions): Promise<Target> {
  const { candidates, tried } = findPython(options.world, request)
  const failures: string[] = []
  for (const candidate of candidates) {
    const outcome = await probe(candidate, options)
    if (outcome.kind === 'target') return outcome.target
    failures.push(`${candidate.path} (${candidate.reason}): ${outcome.why}`)
  }
  throw missing(request.named === undefined ? 'no Python interpreter could be run' : `${request.named} could not be run as a Python interpreter`, failures.length > 0 ? failures : tried, 'name a working interpreter with --python')
}

/** Asks one interpreter, whose path is known. Errors as `locateTarget`. */
export async function probeTarget(python: string, options: ProbeOptions): Promise<Target> {
  const outcome = await probe({ path: python, reason: 'named' }, options)
  if (outcome.kind === 'target') return outcome.target
  throw missing(`the Python interpreter ${python} could not be run`, [outcome.why], 'name a working interpreter with --python')
}

type Outcome = { readonly kind: 'target'; readonly target: Target } | { readonly kind: 'unusable'; readonly why: string }

async function probe(candidate: PythonCandidate, options: ProbeOptions): Promise<Outcome> {
  const known = recallAnswer(candidate.path, options)
  if (known !== undefined) return { kind: 'target', target: toTarget(known, candidate.path) }
  const { world, signal } = options
  const run = await runPython(candidate.path, { args: ['-c', PROBE_SCRIPT], env: world.env, cwd: world.cwd, signal })
  const answer = parseProbeAnswer(run.stdout)
  if (answer === undefined) {
    const ending = run.spawnError ?? `it ended with status ${run.status ?? 'unknown'} without an answer`
    return { kind: 'unusable', why: [ending, lastWords(run.stderr)].filter((part) => part !== '').join(': ') }
  }
  if ('tooOld' in answer) {
    throw new UserError('python-missing', `Python ${answer.tooOld} is too old: ${OLDEST} or later is needed`, {
      hint: 'name a newer interpreter with --python', details: [`interpreter: ${candidate.path} (${candidate.reason})`],
    })
  }
  rememberAnswer(candidate.path, answer, options)
  return { kind: 'target', target: toTarget(answer, candidate.path) }
}

/** The last line a program said. One that is no Python may quote all it was given. */
function lastWords(stderr: string): string {
  const line = stderr.trim().split('\n').at(-1) ?? ''
  return line.length <= LONGEST_LINE ? line : `${line.slice(0, LONGEST_LINE)} …`
}

function toTarget(answer: ProbeAnswer, asked: string): Target {
  const isVirtualEnvironment = answer.prefix !== answer.basePrefix
  return {
    python: answer.python === '' ? asked : answer.python,
    implementation: answer.implementation,
    version: answer.version,
    prefix: answer.prefix,
    basePrefix: answer.basePrefix,
    isVirtualEnvironment,
    environment: answer.environment,
    tags: tagsFor(answer.facts),
    scheme: answer.scheme,
    layouts: answer.layouts,
    facts: answer.facts,
    sitePaths: sitePathsOf(answer),
    userSite: { enabled: answer.user.enabled, folder: answer.user.folder },
    ensurepipWheel: findEnsurepipWheel(answer),
    externallyManaged: isVirtualEnvironment ? undefined : readManagedMessage(answer.stdlib, answer.prefix),
    libc: answer.facts.libc,
  }
}

/** The folders of `sys.path` that may hold distributions: everything but archives, the standard library and its extension modules. */
function sitePathsOf({ path: searchPath, scheme, stdlib }: ProbeAnswer): readonly string[] {
  const library = [stdlib, path.join(stdlib, 'lib-dynload')]
  const folders = searchPath.filter((entry) => !library.includes(entry) && isFolder(entry))
  return [...new Set([...folders, scheme.purelib, scheme.platlib])]
}

/** pip's wheel as ensurepip finds it: in the distributor's folder of wheels, else the bundled one of the version it names. */
function findEnsurepipWheel({ stdlib, wheelFolder }: ProbeAnswer): string | undefined {
  const shared = wheelFolder === undefined ? [] : pipWheels(wheelFolder)
  if (shared.length > 0) return shared.at(-1)
  const bundled = pipWheels(path.join(stdlib, 'ensurepip', '_bundled'))
  if (bundled.length <= 1) return bundled[0]
  const named = /^_PIP_VERSION = ["'](?<version>[^"']+)["']/m.exec(readText(path.join(stdlib, 'ensurepip', '__init__.py')))?.groups?.['version']
  return bundled.find((wheel) => path.basename(wheel).startsWith(`pip-${named ?? ''}-`)) ?? bundled.at(-1)
}

function pipWheels(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => /^pip-.*\.whl$/.test(name)).sort().map((name) => path.join(folder, name))
  } catch {
    return []
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
