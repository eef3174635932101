import { readlinkSync } from 'node:fs'
import path from 'node:path'
import { UserError } from '../kernel/errors.ts'
import { factsOf, isFolder } from './file-facts.ts'

/** The parts of the process that finding an interpreter depends on. */
export interface TargetWorld {
  readonly env: Readonly<Record<string, string | undefined>>
  /** Absolute. */
  readonly cwd: string
  readonly platform: NodeJS.Platform
}

/** What was said of the interpreter. */
export interface PythonRequest {
  /** `--python`: an interpreter, a virtual environment or installation folder, or a command on PATH. */
  readonly named?: string | undefined
  /** An installation folder that another tool prepared, tried before PATH (the action: `pythonLocation`). */
  readonly location?: string | undefined
}

/** A place where an interpreter was found, and why it was looked for there. */
export interface PythonCandidate {
  /** Absolute. */
  readonly path: string
  readonly reason: string
}

/** Where an interpreter is looked for. */
export interface PythonSearch {
  readonly candidates: readonly PythonCandidate[]
  /** Every place looked at, for the message when none serves. */
  readonly tried: readonly string[]
}

const NAMES_IN_FOLDER: readonly string[] = [path.join('bin', 'python'), path.join('Scripts', 'python.exe'), path.join('bin', 'python3'), 'python.exe']

/** As Linux follows them. */
const MAX_LINKS = 40

const HINT = 'install Python 3.8 or later, activate a virtual environment, or name an interpreter with --python'

/**
 * Where an interpreter may be, best first: the one named; else the active virtual environment; else `location`, then `python` and
 * `python3` on PATH. What was named or activated stands alone: falling back to another interpreter would install somewhere else.
 * @throws UserError `python-missing` when what was named or activated is not there, or nothing is; lists what was tried.
 */
export function findPython(world: TargetWorld, request: PythonRequest = {}): PythonSearch {
  if (request.named !== undefined) return findNamed(world, request.named)
  const active = world.env['VIRTUAL_ENV']
  if (active !== undefined && active !== '') return findActive(world, active)
  const located = request.location === undefined ? [] : inFolder(world, request.location, 'the prepared Python installation')
  const commands = ['python', 'python3'].flatMap((name) => onPath(world, name))
  const looked = [...located, ...commands]
  const tried = [...(request.location === undefined ? [] : [request.location]), 'python on PATH', 'python3 on PATH']
  if (looked.length === 0) throw missing('no Python interpreter was found', tried, HINT)
  return { candidates: looked, tried }
}

/** The interpreter of a folder: `bin/python`, `Scripts/python.exe` (pip tries both everywhere), `python.exe` of a Windows installation. */
function pythonInFolder({ cwd }: Pick<TargetWorld, 'cwd'>, folder: string): string | undefined {
  const base = path.resolve(cwd, folder)
  return NAMES_IN_FOLDER.map((name) => path.join(base, name)).find(isFile)
}

/** What to say of a folder without an interpreter that can be run: a link that leads nowhere is what is left when the Python below it was removed. */
function whyNoneIn({ cwd }: Pick<TargetWorld, 'cwd'>, folder: string): string {
  const base = path.resolve(cwd, folder)
  for (const name of NAMES_IN_FOLDER) {
    const target = linkTarget(path.join(base, name))
    if (target !== undefined) return `${path.join(base, name)}: a link to ${target}, which is not there, or not to be read by this user`
  }
  return `${base}: a folder without ${NAMES_IN_FOLDER[0]}`
}

/** Where a link leads in the end, link after link; undefined for what is no link. */
function linkTarget(file: string): string | undefined {
  let target: string | undefined
  for (let hops = 0, at = file; hops < MAX_LINKS; hops += 1, target = at) {
    try {
      at = path.resolve(path.dirname(at), readlinkSync(at))
    } catch {
      break
    }
  }
  return target
}

/** No interpreter, and where it was looked for. */
export function missing(message: string, tried: readonly string[], hint: string): UserError {
  return new UserError('python-missing', message, { hint, details: tried.map((place) => `tried: ${place}`) })
}

function findNamed(world: TargetWorld, named: string): PythonSearch {
  const file = path.resolve(world.cwd, named)
  if (isFile(file)) return { candidates: [{ path: file, reason: '--python' }], tried: [file] }
  const candidates = isFolder(file)
    ? inFolder(world, file, '--python')
    : isCommandName(named) ? onPath(world, named).map((found) => ({ ...found, reason: '--python' })) : []
  const tried = isFolder(file) ? [whyNoneIn(world, file)] : isCommandName(named) ? [file, `${named} on PATH`] : [file]
  if (candidates.length === 0) throw missing(`the Python interpreter ${named} was not found`, tried, 'give the path of an interpreter or of a virtual environment')
  return { candidates, tried }
}

function findActive(world: TargetWorld, folder: string): PythonSearch {
  const candidates = inFolder(world, folder, 'VIRTUAL_ENV')
  if (candidates.length > 0) return { candidates, tried: [folder] }
  const hint = 'activate an environment that exists, unset VIRTUAL_ENV, or name an interpreter with --python'
  throw missing(`VIRTUAL_ENV names ${folder}, which has no Python interpreter`, [isFolder(path.resolve(world.cwd, folder)) ? whyNoneIn(world, folder) : folder], hint)
}

function inFolder(world: TargetWorld, folder: string, reason: string): readonly PythonCandidate[] {
  const found = pythonInFolder(world, folder)
  return found === undefined ? [] : [{ path: found, reason }]
}

function onPath({ env, cwd, platform }: TargetWorld, name: string): readonly PythonCandidate[] {
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(path.delimiter).filter((folder) => folder !== '')
  const names = platform === 'win32' && path.extname(name) === '' ? [`${name}.exe`] : [name]
  const files = folders.flatMap((folder) => names.map((file) => path.resolve(cwd, folder, file)))
  return files.filter(isFile).slice(0, 1).map((file) => ({ path: file, reason: `${name} on PATH` }))
}

function isCommandName(text: string): boolean {
  return !/[/\\]/.test(text)
}

function isFile(file: string): boolean {
  return factsOf(file)?.isFile() ?? false
}
