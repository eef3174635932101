import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { runCli } from '../support/cli.ts'
import { findPython, runPython } from '../support/python.ts'
import { indexIsReachable } from '../support/real-files.ts'
import { tempFolder } from '../support/temp.ts'

/**
 * Real projects built from source: some that have no wheels, some that are made to be built. From the index that this machine's
 * pip is configured for; skipped where none can be reached.
 */
const folder = tempFolder('real-sources-')
const reachable = indexIsReachable()
const whenReachable = reachable ? test : test.skip
if (!reachable) console.warn('no package index can be reached: the builds of real projects are skipped')

/** Requirement → what importing it looks like. Backends: setuptools with and without C, flit, hatchling, poetry-core, meson-python, pdm. */
const PROJECTS: Readonly<Record<string, string>> = {
  'docopt==0.6.2': 'import docopt',
  'future==1.0.0': 'import future',
  'pyyaml==6.0.3': 'import yaml, yaml._yaml',
  'markupsafe==3.0.4': 'import markupsafe._speedups',
  'psutil==7.2.2': 'import psutil; psutil.cpu_count()',
  'idna==3.20': 'import idna',
  'attrs==26.1.0': 'import attrs',
  'rich==15.0.0': 'import rich',
  'wrapt==1.17.3': 'import wrapt._wrappers',
  'httpx==0.28.1': 'import httpx',
  'frozenlist==1.8.0': 'import frozenlist._frozenlist',
}
const names = Object.keys(PROJECTS).map((requirement) => requirement.split('==', 1)[0] ?? '')

interface Run {
  readonly status: number | null
  readonly stderr: string
  readonly totals: Readonly<Record<string, number>>
}

async function install(venv: string): Promise<Run> {
  const timings = join(folder, 'timings.json')
  const args = ['install', '--venv', venv, '--cache-dir', join(folder, 'cache'), '--timings', timings, '--no-binary', names.join(','), ...Object.keys(PROJECTS)]
  const finished = await runCli(args, { environment: 'machine', timeoutMs: 560_000 })
  const { totals } = JSON.parse(readFileSync(timings, 'utf8')) as { totals: Record<string, number> }
  return { status: finished.status, stderr: finished.stderr, totals }
}

describe('ten real projects and one', () => {
  const venv = join(folder, 'venv')
  let first: Run | undefined
  beforeAll(async () => {
    if (reachable) first = await install(venv)
  }, 600_000)

  whenReachable('are built', () => {
    expect(first?.stderr).toBe('')
    expect(first?.totals['wheelsBuilt']).toBe(names.length)
  })

  whenReachable.each(Object.entries(PROJECTS))('%s imports', async (_requirement, code) => {
    await runPython({ root: venv, python: join(venv, 'bin', 'python'), sitePackages: join(venv, findPython().sitePackages), scripts: join(venv, 'bin') }, code)
  })

  whenReachable('are not built a second time', async () => {
    const second = await install(join(folder, 'again'))
    expect([second.stderr, second.totals['buildsDone'], second.totals['buildsReused'], second.totals['wheelsDownloaded']]).toEqual(['', 0, names.length, 0])
  }, 300_000)
})
