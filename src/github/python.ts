import { existsSync } from 'node:fs'
import path from 'node:path'
import { UserError } from '../kernel/errors.ts'

/** A Python of the runner's tool cache, where setup-python puts it. */
export interface CachedPython {
  readonly folder: string
  readonly python: string
  /** Folders that belong on PATH, first one first. */
  readonly paths: readonly string[]
}

/**
 * Finds `python-version` (`3.12`, `3.x`, `>=3.11 <3.14`, `3.13t`, `pypy3.11`) in the tool cache. Throws `python-missing` when
 * it is not there: preparing one is setup-python's work.
 */
export async function findCachedPython(version: string): Promise<CachedPython> {
  const toolCache = await import('@actions/tool-cache')
  const wanted = readVersion(version)
  const folder = process.env['RUNNER_TOOL_CACHE'] === undefined ? '' : toolCache.find(wanted.tool, wanted.range, wanted.arch)
  if (folder === '') {
    const there = process.env['RUNNER_TOOL_CACHE'] === undefined ? [] : toolCache.findAllVersions(wanted.tool, wanted.arch)
    const cut = /^3\.[1-3]$/.test(version) && there.every((one) => !one.startsWith(`${version}.`)) ? [`if ${version}0 is meant, write it in quotes: YAML reads 3.10 as the number 3.1`] : []
    throw new UserError('python-missing', `python-version: no ${wanted.tool} ${wanted.range} is in the runner's tool cache`, {
      details: there.length === 0 ? ['there is none at all'] : [`there: ${there.join(', ')}`],
      hint: [...cut, 'use actions/setup-python before this step, and leave python-version out here: the Python it prepares is found'].join('\n'),
    })
  }
  return cachedPython(folder)
}

interface WantedPython {
  readonly tool: 'Python' | 'PyPy'
  readonly range: string
  readonly arch: string
}

/** Versions as setup-python writes them, as what the tool cache is asked. */
function readVersion(text: string): WantedPython {
  const pypy = /^pypy-?(\d+(?:\.\d+|\.x)?)(?:-v?[\d.x]+)?$/i.exec(text)
  if (pypy !== null) return { tool: 'PyPy', range: pypy[1] ?? '', arch: process.arch }
  if (/^(graalpy|pypy)/i.test(text)) throw new UserError('usage', `python-version: ${text} is not looked for in the tool cache`, { hint: 'prepare it with actions/setup-python and leave python-version out' })
  const free = /^(\d+\.\d+(?:\.\d+)?)t(-dev)?$/.exec(text)
  if (free !== null) return { tool: 'Python', range: withDev(free[1] ?? '', free[2] !== undefined), arch: `${process.arch}-freethreaded` }
  const dev = /^(\d+\.\d+)-dev$/.exec(text)
  return { tool: 'Python', range: dev === null ? text : withDev(dev[1] ?? '', true), arch: process.arch }
}

function withDev(range: string, isDev: boolean): string {
  return isDev ? `~${range}.0-0` : range
}

function cachedPython(folder: string): CachedPython {
  const isWindows = process.platform === 'win32'
  const scripts = path.join(folder, isWindows ? 'Scripts' : 'bin')
  const names = isWindows ? [path.join(folder, 'python.exe')] : [path.join(scripts, 'python'), path.join(scripts, 'python3')]
  const python = names.find((name) => existsSync(name))
  if (python === undefined) throw new UserError('python-missing', `${folder} has no interpreter`, { details: names.map((name) => `tried: ${name}`) })
  return { folder, python, paths: isWindows ? [folder, scripts] : [scripts, folder] }
}
