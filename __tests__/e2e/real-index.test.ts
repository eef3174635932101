import { execFileSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { runCli } from '../support/cli.ts'
import { findPython, makeEnvironment, pythonWithPip, runPython, type TempEnvironment } from '../support/python.ts'
import { recordFaults } from '../support/record-faults.ts'
import { run } from '../support/process.ts'
import { tempFolder } from '../support/temp.ts'
import { readTree, treeDifferences, type Tree } from '../support/tree.ts'

/**
 * Real requirement sets from the index that this machine's pip is configured for, into real environments. The few tests that
 * need a network; they say so and end where no index can be reached.
 */
const sets = join(import.meta.dirname, '..', '..', 'bench', 'sets')
const folder = tempFolder('real-')
const cache = join(folder, 'cache')
const unreachable = indexIsUnreachable()
const whenReachable = unreachable ? test.skip : test
if (unreachable) console.warn('no package index can be reached: the tests against the real index are skipped')

function indexIsUnreachable(): boolean {
  try {
    execFileSync(pythonWithPip(), ['-m', 'pip', 'download', '--quiet', '--no-deps', '--disable-pip-version-check', '-d', folder, 'six==1.17.0'], { stdio: 'ignore' })
    return false
  } catch {
    return true
  }
}

/** The user's own configuration of indexes and certificates is the point here, so the environment is kept as it is. */
const ownConfiguration = { environment: 'machine', timeoutMs: 280_000 } as const

async function installed(set: string, name: string): Promise<TempEnvironment> {
  const root = join(folder, name)
  const finished = await runCli(['install', '-r', join(sets, set), '--venv', root, '--cache-dir', cache], ownConfiguration)
  expect(finished.stderr).toBe('')
  expect(finished.status).toBe(0)
  return { root, python: join(root, 'bin', 'python'), sitePackages: join(root, findPython().sitePackages), scripts: join(root, 'bin') }
}

/** Imports what each distribution that was asked for says it provides at top level. */
const IMPORT_ALL = `
import importlib, importlib.metadata, json, sys
failed = []
for name in json.loads(sys.argv[1]):
    files = importlib.metadata.files(name) or []
    tops = {f.parts[0] for f in files if len(f.parts) > 1 and f.parts[0].isidentifier() and f.name == '__init__.py' and len(f.parts) == 2}
    tops |= {f.parts[0][:-3] for f in files if len(f.parts) == 1 and f.name.endswith('.py')}
    for top in sorted(tops):
        try:
            importlib.import_module(top)
        except Exception as error:
            failed.append(f'{name}: {top}: {error!r}')
print(json.dumps(failed))
`

function topLevel(set: string): string[] {
  return readFileSync(join(sets, set), 'utf8').split('\n').map((line) => /^[A-Za-z0-9._-]+/.exec(line)?.[0] ?? '').filter((name) => name !== '')
}

async function importFailures(env: TempEnvironment, names: readonly string[]): Promise<unknown> {
  const finished = await run(env.python, ['-c', IMPORT_ALL, JSON.stringify(names)], { env: { MPLBACKEND: 'agg' } })
  return JSON.parse(finished.stdout.split('\n').filter((line) => line.startsWith('[')).at(-1) ?? 'null')
}

describe.each(['small', 'web', 'sci'])('%s', (set) => {
  describe.each(['txt', 'in'])('.%s', (kind) => {
    let env: TempEnvironment | undefined
    beforeAll(async () => {
      if (!unreachable) env = await installed(`${set}.${kind}`, `${set}-${kind}`)
    }, 300_000)

    whenReachable('everything that was asked for imports', async () => {
      if (env === undefined) throw new Error('nothing was installed')
      expect(await importFailures(env, topLevel(`${set}.in`))).toEqual([])
    }, 120_000)

    whenReachable('every RECORD is right byte for byte, and every file is in one', () => {
      if (env === undefined) throw new Error('nothing was installed')
      expect(recordFaults(env)).toEqual([])
    }, 120_000)

    whenReachable("pip's own commands agree with what is there", async () => {
      if (env === undefined) throw new Error('nothing was installed')
      const pip = join(env.scripts, 'pip')
      expect((await run(pip, ['check'])).stdout.trim()).toBe('No broken requirements found.')
      const listed = JSON.parse((await run(pip, ['list', '--format', 'json'])).stdout) as { name: string }[]
      expect(listed.length).toBeGreaterThan(topLevel(`${set}.in`).length)
      const [first = ''] = topLevel(`${set}.in`)
      const shown = (await run(pip, ['show', '-f', first])).stdout
      expect(shown).toContain('INSTALLER')
      expect(shown).not.toContain('Cannot locate')
    }, 120_000)
  })
})

whenReachable('pip uninstalls all of it and leaves nothing', async () => {
  const env = await installed('small.txt', 'uninstall')
  const names = topLevel('small.txt')
  const finished = await run(join(env.scripts, 'pip'), ['uninstall', '-y', ...names])
  expect(finished.status).toBe(0)
  const left = await runPython(env, `import os; print(sorted(n for n in os.listdir(${JSON.stringify(env.sitePackages)}) if not n.startswith('pip')))`)
  expect(left).toBe("[]")
}, 120_000)

whenReachable("the tree is pip's for the same wheels, bytecode and the installer's name aside", async () => {
  const [mine, pips] = ['mine', 'pips'].map((name) => makeEnvironment(join(folder, name))) as [TempEnvironment, TempEnvironment]
  const args = ['install', '--no-compile', '--no-deps', '-r', join(sets, 'web.txt')]
  expect(await runCli([...args, '--python', mine.python, '--cache-dir', cache], ownConfiguration)).toMatchObject({ status: 0 })
  expect(await run(process.env['PACKAGING_PYTHON'] ?? 'python3', ['-m', 'pip', '--python', pips.python, '--quiet', ...args], ownConfiguration)).toMatchObject({ status: 0 })
  const tree = (env: TempEnvironment): Tree => readTree(env.root, { neutral: [env.root], ignore: /(^|\/)__pycache__$|\.dist-info\/(RECORD|INSTALLER)$/ })
  expect(treeDifferences(tree(pips), tree(mine))).toEqual([])
  expect(recordedPaths(mine)).toEqual(recordedPaths(pips))
}, 600_000)

/** What the RECORDs list, digests aside where scripts name their environment. */
function recordedPaths(env: TempEnvironment): string[] {
  const infos = readdirSync(env.sitePackages).filter((name) => name.endsWith('.dist-info'))
  return infos.flatMap((info) => readFileSync(join(env.sitePackages, info, 'RECORD'), 'utf8').trim().split(/\r?\n/).map((row) => (/(^|\/)bin\/|INSTALLER,/.test(row) ? row.replace(/,.*/, '') : row))).sort()
}
