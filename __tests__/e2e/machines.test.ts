import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { appOf17, APP_SIZE, noise } from '../support/app-of-17.ts'
import { cliPath } from '../support/cli.ts'
import { installedIn } from '../support/engine.ts'
import { makeFolder, removeFolder } from '../support/folders.ts'
import { startIndex, type IndexServer } from '../support/index-server/server.ts'
import { run, start, type Finished, type RunOptions } from '../support/process.ts'
import { makeEnvironment, runPython, type TempEnvironment } from '../support/python.ts'
import { recordFaults } from '../support/record-faults.ts'
import { readTree, treeDifferences } from '../support/tree.ts'
import { aWheel, writeWheel, type BuiltFile } from '../support/wheel.ts'

const isRoot = process.getuid?.() === 0
const SHARED_MEMORY = '/dev/shm'
const hasTaskset = existsSync('/usr/bin/taskset')
const SYSTEM_PYTHON = '/usr/bin/python3'
const AS_NOBODY = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups']
/** Another user can be taken on, and may read this program, the node that runs it and there is an interpreter for all. */
const canBeNobody = isRoot && asNobody(process.execPath, '--check', cliPath('source')) && asNobody(process.execPath, '-e', `fs.statSync('${SYSTEM_PYTHON}')`)
function asNobody(...command: string[]): boolean {
  return spawnSync(AS_NOBODY[0] ?? '', [...AS_NOBODY.slice(1), ...command], { cwd: '/' }).status === 0
}

/** File systems can be mounted. */
const canMount = isRoot && mountsSmall()
function mountsSmall(): boolean {
  const place = makeFolder('mount-')
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', place]).status === 0
  if (mounted) spawnSync('umount', [place])
  removeFolder(place)
  return mounted
}

const CGROUP_MEMORY = [{ root: '/sys/fs/cgroup/memory', limit: 'memory.limit_in_bytes' }, { root: '/sys/fs/cgroup', limit: 'memory.max' }]
/** A group of processes that may have 512 MB together; undefined where none can be made. */
const smallGroup = isRoot ? CGROUP_MEMORY.map(({ root, limit }) => makeGroup(join(root, `small-${process.pid}`), limit)).find((group) => group !== undefined) : undefined
function makeGroup(group: string, limit: string): string | undefined {
  try {
    mkdirSync(group)
    writeFileSync(join(group, limit), String(512 << 20))
    return group
  } catch {
    if (existsSync(group)) rmdirSync(group)
    return undefined
  }
}
const within = (group: string | undefined): Pick<Terms, 'shell'> => (group === undefined ? {} : { shell: `echo $$ > ${group}/cgroup.procs` })
if (!canMount || smallGroup === undefined || !hasTaskset || !canBeNobody) console.warn(JSON.stringify({ canMount, canLimitMemory: smallGroup !== undefined, hasTaskset, canBeNobody }), 'tests of what is false here are skipped')

const when = (isHere: boolean): typeof test => (isHere ? test : test.skip) as typeof test

jest.setTimeout(180_000)

let index: IndexServer
let folder: string
let env: TempEnvironment

beforeAll(async () => {
  index = await startIndex()
  index.add(appOf17())
})
beforeEach(() => {
  folder = makeFolder('machine-')
  env = makeEnvironment(join(folder, 'venv'))
})
afterEach(() => {
  index.calm()
  removeFolder(folder)
})
afterAll(async () => {
  await index.close()
  if (smallGroup !== undefined) rmdirSync(smallGroup)
})

interface Terms extends RunOptions {
  /** A command that runs the rest of its line in a narrower place. */
  readonly under?: readonly string[]
  readonly node?: readonly string[]
  /** Run by the shell before, in its own process. */
  readonly shell?: string
}

/** The command line with an environment and an index; `--cache-dir` is the caller's. */
function commandLine(args: readonly string[], { under = [], node = [], shell }: Terms): [string, string[]] {
  const install = ['install', '--python', env.python, '--index-url', index.indexUrl(), ...args]
  const line = [...under, process.execPath, '--disable-warning=ExperimentalWarning', ...node, cliPath('source'), ...install]
  return shell === undefined ? [line[0] ?? '', line.slice(1)] : ['sh', ['-c', `${shell}; exec "$@"`, 'sh', ...line]]
}

function install(args: readonly string[], terms: Terms = {}): Promise<Finished> {
  return run(...commandLine(args, terms), terms)
}

function expectInstalled(finished: Finished, count = APP_SIZE): void {
  expect(finished.stderr).toBe('')
  expect(finished.status).toBe(0)
  expect(Object.keys(installedIn(env))).toHaveLength(count)
  if (count === APP_SIZE) expect(recordFaults(env)).toEqual([])
}

const cache = (): string[] => ['--cache-dir', join(folder, 'cache')]

describe('small machines', () => {
  when(hasTaskset)('one core', async () => {
    expectInstalled(await install(['app', ...cache()], { under: ['taskset', '-c', '0'] }))
  })

  test('200 MB of memory for objects', async () => {
    expectInstalled(await install(['app', ...cache()], { node: ['--max-old-space-size=200'] }))
  })

  when(smallGroup !== undefined)('512 MB of memory in all, for processes and threads together', async () => {
    expectInstalled(await install(['app', ...cache(), '--compile'], within(smallGroup)))
  })

  test('64 open files', async () => {
    expectInstalled(await install(['app', ...cache()], { shell: 'ulimit -n 64' }))
  })
})

describe('folders', () => {
  test('a cache folder that cannot be made: a warning, and nothing is kept', async () => {
    writeFileSync(join(folder, 'file'), '')
    const finished = await install(['app', '--cache-dir', join(folder, 'file', 'cache')])
    expect(finished.output).toMatch(/the wheel store .*file\/cache cannot be written .*: nothing is kept/)
    expect(finished.status).toBe(0)
    expect(Object.keys(installedIn(env))).toHaveLength(APP_SIZE)
  })

  when(canBeNobody)('a read-only cache folder of another user, and no root', async () => {
    mkdirSync(join(folder, 'cache'), { mode: 0o755 })
    chmodSync(folder, 0o755)
    const mine = join(folder, 'mine')
    mkdirSync(mine)
    chownSync(mine, 65534, 65534)
    const finished = await install(['app', ...cache(), '--python', SYSTEM_PYTHON, '--venv', join(mine, 'venv')], { under: AS_NOBODY, env: { HOME: '/nonexistent' }, cwd: '/' })
    expect(finished.output).toContain('cannot be written')
    expect(finished.stderr).not.toContain('error[')
    expect(existsSync(join(mine, 'venv', 'bin', 'app'))).toBe(true)
    expect(readdirSync(join(folder, 'cache'))).toEqual([])
  })

  when(existsSync(SHARED_MEMORY))('a cache on another file system', async () => {
    const elsewhere = join(SHARED_MEMORY, `cache-${process.pid}`)
    try {
      expectInstalled(await install(['app', '--cache-dir', elsewhere]))
      removeFolder(env.root)
      makeEnvironment(env.root)
      expectInstalled(await install(['app', '--cache-dir', elsewhere]))
      expect(index.asked(/\.whl$/)).toHaveLength(APP_SIZE)
    } finally {
      rmSync(elsewhere, { recursive: true, force: true })
    }
  })

  when(canMount)('TMPDIR of one megabyte: enough beside a cache folder; alone it is full, which is said', async () => {
    const small = join(folder, 'small')
    mkdirSync(small)
    await run('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', small])
    try {
      const before = readTree(env.root)
      const full = await install(['app', '--no-cache-dir'], { env: { TMPDIR: small } })
      expect(full.status).toBe(1)
      expect(full.stderr).toContain('error[disk-full]')
      expect(full.stderr).toContain(small)
      expect(treeDifferences(before, readTree(env.root))).toEqual([])
      expect(readdirSync(small)).toEqual([])
      expectInstalled(await install(['app', ...cache()], { env: { TMPDIR: small } }))
    } finally {
      await run('umount', [small])
    }
  })

  when(canMount)('a full cache folder: says so, and leaves the environment as it was', async () => {
    const small = join(folder, 'small')
    mkdirSync(small)
    await run('mount', ['-t', 'tmpfs', '-o', 'size=512k', 'tmpfs', small])
    try {
      const before = readTree(env.root)
      const finished = await install(['app', '--cache-dir', small])
      expect(finished.status).toBe(1)
      expect(finished.stderr).toContain('error[disk-full]')
      expect(finished.stderr).toContain('--cache-dir')
      expect(treeDifferences(before, readTree(env.root))).toEqual([])
    } finally {
      await run('umount', [small])
    }
  })

  test('TMPDIR that is not there', async () => {
    expectInstalled(await install(['app', '--no-cache-dir'], { env: { TMPDIR: join(folder, 'absent') } }))
  })

  test('no HOME', async () => {
    const finished = await install(['app', ...cache()], { env: { HOME: undefined } })
    expectInstalled(finished)
  })

  test('umask 077: files for their owner alone; scripts can be run by all, as with pip', async () => {
    expectInstalled(await install(['app', ...cache()], { shell: 'umask 077' }))
    expect((statSync(join(env.sitePackages, 'app.py')).mode & 0o777).toString(8)).toBe('600')
    expect((statSync(join(env.scripts, 'app')).mode & 0o777).toString(8)).toBe('755')
  })

  test('the umask is asked for once, by a process that has no threads yet: asking opens what others make in that moment to all', async () => {
    const asked = join(folder, 'asked')
    const preload = join(folder, 'umask.cjs')
    writeFileSync(preload, [
      "const workers = require('node:worker_threads')",
      'let threads = 0',
      'workers.Worker = class extends workers.Worker { constructor(...a) { super(...a); threads += 1 } }',
      "require('node:module').syncBuiltinESMExports()",
      'const ask = process.umask',
      `process.umask = (...a) => { require('node:fs').appendFileSync(${JSON.stringify(asked)}, threads + ' threads\\n'); return ask(...a) }`,
    ].join('\n'))
    expectInstalled(await install(['app', ...cache()], { node: ['--require', preload] }))
    expect(readFileSync(asked, 'utf8')).toBe('0 threads\n')
  })

  test('a clock of 1971: files say so, and all works', async () => {
    const preload = join(folder, 'clock.cjs')
    writeFileSync(preload, 'const real = Date.now\nconst by = real() - 3e10\nDate.now = () => real() - by\nconst D = Date\nglobalThis.Date = class extends D { constructor(...a) { a.length === 0 ? super(D.now()) : super(...a) } }\n')
    expectInstalled(await install(['app', ...cache()], { node: ['--require', preload] }))
  })
})

describe('much', () => {
  test('1 000 wheels', async () => {
    const names = Array.from({ length: 999 }, (_, number) => `many-${number}`)
    index.addIndex('many').add([aWheel({ name: 'many', requires: names }), ...names.map((name) => aWheel({ name }))], { index: 'many' })
    expectInstalled(await install(['many', ...cache(), '--index-url', index.indexUrl('many')], { node: ['--max-old-space-size=400'], timeoutMs: 800_000 }), 1000)
  }, 900_000)

  test('a wheel of 70 000 files', async () => {
    const wheel = await runPython(env, ZIP64_WHEEL.replace('FOLDER', folder))
    expectInstalled(await install([wheel, ...cache()], { timeoutMs: 800_000 }), 1)
    expect(readFileSync(join(env.sitePackages, 'wide', 'd299', 'f69899.txt'), 'utf8')).toBe('69899')
  }, 900_000)

  test('a project page of 50 000 files', async () => {
    const one = aWheel({ name: 'old' })
    const files = Array.from({ length: 50_000 }, (_, number): BuiltFile => ({ ...one, version: `0.${number}`, filename: `old-0.${number}-py3-none-any.whl` }))
    index.add([...files, aWheel({ name: 'old', version: '1.0' })])
    expectInstalled(await install(['old', ...cache()], { node: ['--max-old-space-size=400'], timeoutMs: 800_000 }), 1)
    expect(installedIn(env)).toEqual({ old: '1.0' })
  }, 900_000)

  test('a wheel of 900 MB: memory stays bounded', async () => {
    const part = noise(7, 300 << 20)
    const content = { content: () => part, method: 0 }
    const wheel = await writeWheel(folder, { name: 'heavy', files: { 'heavy/a.bin': content, 'heavy/b.bin': content, 'heavy/c.bin': content } })
    index.add(wheel)
    const running = start(...commandLine(['heavy', '--no-cache-dir'], { node: ['--max-old-space-size=200'], ...within(smallGroup) }), { timeoutMs: 800_000 })
    let peakBytes = 0
    const watch = setInterval(() => (peakBytes = Math.max(peakBytes, peakOf(running.process.pid))), 50)
    const finished = await running.done
    clearInterval(watch)
    expectInstalled(finished, 1)
    expect(statSync(join(env.sitePackages, 'heavy', 'c.bin')).size).toBe(300 << 20)
    expect(peakBytes).toBeGreaterThan(0)
    expect(peakBytes).toBeLessThan(450 << 20)
    expect(await runPython(env, 'import heavy')).toBe('')
  }, 900_000)
})

/** Writes a wheel of 70 000 files with Python, whose zipfile knows the form for more than 65 535 entries; prints its path. */
const ZIP64_WHEEL = `
import base64, hashlib, zipfile
path = 'FOLDER/wide-1.0-py3-none-any.whl'
record = []
with zipfile.ZipFile(path, 'w') as archive:
    def add(name, text):
        archive.writestr(name, text)
        digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b'=').decode()
        record.append(f'{name},sha256={digest},{len(text)}')
    for number in range(70000):
        add(f'wide/d{number % 300}/f{number}.txt', str(number))
    add('wide-1.0.dist-info/METADATA', 'Metadata-Version: 2.1\\nName: wide\\nVersion: 1.0\\n')
    add('wide-1.0.dist-info/WHEEL', 'Wheel-Version: 1.0\\nGenerator: test\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n')
    archive.writestr('wide-1.0.dist-info/RECORD', '\\n'.join([*record, 'wide-1.0.dist-info/RECORD,,', '']))
print(path)
`

/** Largest resident size of a process so far; 0 where the system does not tell. */
function peakOf(pid: number | undefined): number {
  try {
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
}
