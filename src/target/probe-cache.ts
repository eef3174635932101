import { closeSync, openSync, readdirSync, readFileSync, readSync, realpathSync, statSync } from 'node:fs'
import { release, version } from 'node:os'
import path from 'node:path'
import { createHash } from 'node:crypto'
import { factsOf } from './file-facts.ts'
import type { TargetWorld } from './find-python.ts'
import type { ProbeAnswer } from './probe-answer.ts'
import { shimFacts } from './shims.ts'
import { readWatched, watchedText } from './watched-answer.ts'

/** Where answers of interpreters are kept between runs; implemented by whoever has a disk to keep them on. */
export interface ProbeCache {
  get(key: string): string | undefined
  set(key: string, value: string): void
}

const FORMAT = 3
/** Variables that change what an interpreter answers. */
const RELEVANT = /^(_?PYTHON|DEB_PYTHON|HOME$|USERPROFILE$|APPDATA$|__PYVENV_LAUNCHER__$|SYSTEM_VERSION_COMPAT$|MACOSX_DEPLOYMENT_TARGET$|ARCHFLAGS$)/

/**
 * The key under which an interpreter's answer may be kept: it changes with the executable (path, and size and time of what it
 * links to), what `pyvenv.cfg` says, what configures distutils, the operating system's release, its C library, and the variables an interpreter reads.
 * Undefined for scripts, which may start another interpreter each time; pyenv's shims are known for what they depend on.
 */
export function probeCacheKey(python: string, world: TargetWorld): string | undefined {
  const { env, cwd } = world
  const binary = statBinary(python) ?? shimFacts(python, world)
  if (binary === undefined) return undefined
  const folder = path.dirname(python)
  const configs = [...[path.join(folder, 'pyvenv.cfg'), path.join(folder, '..', 'pyvenv.cfg')].map(textOf), mtimeMs(path.join(cwd, 'setup.cfg'))]
  const variables = Object.entries(env).filter(([name]) => RELEVANT.test(name)).sort(([a], [b]) => (a < b ? -1 : 1))
  const relative = (env['PYTHONPATH'] ?? '').split(path.delimiter).every((entry) => path.isAbsolute(entry)) ? '' : cwd
  const facts = [FORMAT, python, binary, configs, release(), version(), mtimeMs('/etc/ld.so.cache'), variables, relative]
  return `probe-${createHash('sha256').update(JSON.stringify(facts)).digest('hex')}`
}

interface CacheUse {
  readonly world: TargetWorld
  readonly cache?: ProbeCache | undefined
}

/** The answer kept for an interpreter, when nothing that it depends on has changed since. */
export function recallAnswer(python: string, { world, cache }: CacheUse): ProbeAnswer | undefined {
  const key = cache === undefined ? undefined : probeCacheKey(python, world)
  return readWatched(key === undefined ? undefined : cache?.get(key), stateOf)
}

/** Keeps what an interpreter answered, for `recallAnswer`; for one that may answer otherwise next time nothing is kept. */
export function rememberAnswer(python: string, answer: ProbeAnswer, { world, cache }: CacheUse): void {
  const key = cache === undefined ? undefined : probeCacheKey(python, world)
  if (key === undefined) return
  const folders = [...answer.path, ...answer.user.siteFolders, ...(answer.user.folder === undefined ? [] : [answer.user.folder])]
  cache?.set(key, watchedText(answer, new Set([answer.python, ...folders]), stateOf))
}

function statBinary(python: string): readonly [string, number, number] | undefined {
  try {
    const real = realpathSync(python)
    const { size, mtimeMs: mtime } = statSync(real)
    return isScript(real) ? undefined : [real, size, mtime]
  } catch {
    return undefined
  }
}

function isScript(file: string): boolean {
  const handle = openSync(file, 'r')
  try {
    const head = Buffer.alloc(2)
    readSync(handle, head, 0, 2, 0)
    return head.toString('latin1') === '#!'
  } finally {
    closeSync(handle)
  }
}

/** Files of a site folder that an interpreter reads when it starts. */
const READ_AT_START = /\.pth$|^(?:site|user)customize(?:\.|$)/

/**
 * What of a place counts: of a folder that it is there and what it holds that is read at start, of a file its time. The time of a folder
 * does not: each installation changes it, and equal environments have different ones.
 */
function stateOf(place: string): string {
  try {
    const names = readdirSync(place).filter((name) => READ_AT_START.test(name)).sort()
    return JSON.stringify(names.map((name) => [name, name.endsWith('.pth') ? textOf(path.join(place, name)) : mtimeMs(path.join(place, name))]))
  } catch {
    return String(mtimeMs(place))
  }
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'latin1')
  } catch {
    return undefined
  }
}

function mtimeMs(file: string): number | undefined {
  return factsOf(file)?.mtimeMs
}
