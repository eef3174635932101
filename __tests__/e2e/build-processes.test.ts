import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { buildPlace, type BuildPlace } from '../support/building.ts'
import { startCli } from '../support/cli.ts'
import { startIndex, type IndexServer } from '../support/index-server/server.ts'
import { anSdist, writeFiles } from '../support/sdist.ts'
import { readTree, treeDifferences } from '../support/tree.ts'
import { aWheel } from '../support/wheel.ts'

// Builds start many processes: generous, for machines that have other things to do.
jest.setTimeout(180_000)

/** What becomes of the processes of builds: how many at once, and that none is left. */
let index: IndexServer
let place: BuildPlace

const hanging = (seconds: number): string =>
  `import os, subprocess, sys, time\nchild = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])\nfile = open(os.environ["PID_FILE"], "w")\nfile.write("%d %d" % (os.getpid(), child.pid))\nfile.close()\ntime.sleep(${seconds})\n`

beforeAll(async () => {
  index = await startIndex()
  place = buildPlace(index)
  writeFiles(join(place.folder, 'hanging'), {
    'pyproject.toml': '[project]\nname = "hanging"\nversion = "1"\n[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n',
    'backend.py': `def build_wheel(*a):\n    exec(${JSON.stringify(hanging(600))})\n`,
  })
})
afterAll(async () => {
  place.close()
  await index.close()
})

const pidFile = (): string => join(place.folder, 'pids')
beforeEach(() => rmSync(pidFile(), { force: true }))

/** Resolves when the backend has started its child: what it writes is short enough to be there whole. */
async function hasStarted(): Promise<void> {
  for (let tries = 0; tries < 1500; tries += 1) {
    if (existsSync(pidFile()) && /^\d+ \d+$/.test(readFileSync(pidFile(), 'utf8'))) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('the backend was not started within 30 s')
}

const temporary = (): string[] => readdirSync(join(place.folder, 'tmp'))

async function haveEnded(): Promise<boolean> {
  const pids = readFileSync(pidFile(), 'utf8').split(' ')
  for (let tries = 0; tries < 500; tries += 1) {
    if (pids.every((pid) => !existsSync(`/proc/${pid}/stat`) || readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z '))) return true
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return false
}

test('a backend that takes too long is ended with everything it started', async () => {
  const failed = await place.install(['--build-timeout', '5', './hanging'], { env: { PID_FILE: pidFile() } })
  expect(failed.status).toBe(1)
  expect(failed.stderr).toMatch(/error\[build-failed\]: building .*hanging failed: backend did not end within 5 s/)
  expect(failed.stderr).toContain('allow more with --build-timeout')
  expect([await haveEnded(), failed.leftovers]).toEqual([true, []])
})

test.each([['SIGINT', 130], ['SIGTERM', 143]] as const)('%s ends a build with everything it started, and leaves nothing', async (signal, status) => {
  const before = readTree(place.env.root)
  const running = startCli(['install', '--python', place.env.python, '--index-url', index.indexUrl(), './hanging'], { cwd: place.folder, env: { PID_FILE: pidFile(), TMPDIR: join(place.folder, 'tmp') } })
  await hasStarted()
  running.process.kill(signal)
  const ended = await running.done
  expect(ended.status).toBe(status)
  expect([await haveEnded(), temporary(), treeDifferences(before, readTree(place.env.root))]).toEqual([true, [], []])
})

describe('a backend that writes', () => {
  const writing = (name: string, body: string): void =>
    writeFiles(join(place.folder, name), {
      'pyproject.toml': `[project]\nname = "${name}"\nversion = "1"\n[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n`,
      'backend.py': `import os, tempfile, zipfile\ndef build_wheel(folder, *a):\n    name = "${name}-1-py3-none-any.whl"\n    info = "${name}-1.dist-info/"\n    files = {info + "METADATA": "Metadata-Version: 2.1\\nName: ${name}\\nVersion: 1\\n", info + "WHEEL": "Wheel-Version: 1.0\\nGenerator: x\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n", info + "RECORD": "", "${name}.py": ""}\n    ${body}\n    with zipfile.ZipFile(os.path.join(folder, name), "w") as wheel:\n        for path, text in files.items():\n            wheel.writestr(path, text)\n    return name\n`,
    })

  test('temporary files leaves none', async () => {
    writing('messy', 'tempfile.mkstemp(); tempfile.mkdtemp(); open(os.path.join(tempfile.gettempdir(), "kept"), "w").close()')
    const done = await place.install(['./messy'])
    expect([done.status, done.leftovers]).toEqual([0, []])
  })

  test('a wheel that leaves the environment is refused before anything is installed', async () => {
    writing('leaving', 'files["../../../../evil.py"] = ""')
    const before = readTree(place.env.root)
    const failed = await place.install(['./leaving'])
    expect(failed.stderr).toMatch(/error\[(archive-unsafe|archive-invalid|wheel-invalid)\]/)
    expect(failed.stderr).toContain('evil.py')
    expect([treeDifferences(before, readTree(place.env.root)), failed.leftovers]).toEqual([[], []])
  })
})

describe('builds', () => {
  const slow = (name: string): ReturnType<typeof anSdist> => anSdist({ name, backend: { noise: name }, files: { [`${name}/__init__.py`]: '' } })

  /** `[start, end]` of the builds of a run, from its timings file. */
  async function spans(args: readonly string[]): Promise<readonly (readonly [number, number])[]> {
    const timings = join(place.folder, 'spans.json')
    const done = await place.install(['--force-reinstall', '--no-cache-dir', '--timings', timings, ...args, 'one', 'two', 'three'])
    expect(done.status).toBe(0)
    const { tasks } = JSON.parse(readFileSync(timings, 'utf8')) as { tasks: { kind: string; beganMs: number; endMs: number }[] }
    return tasks.filter(({ kind }) => kind === 'build').map(({ beganMs, endMs }) => [beganMs, endMs])
  }
  const overlaps = (all: readonly (readonly [number, number])[]): boolean => all.some(([start, end], at) => all.some(([otherStart, otherEnd], other) => other !== at && start < otherEnd && otherStart < end))

  beforeAll(() => void index.add(['one', 'two', 'three', 'four', 'five', 'six'].map(slow)))

  /** Greatest number of spans that contain one moment. */
  const atOnce = (all: readonly (readonly [number, number])[]): number => Math.max(...all.map(([start]) => all.filter(([from, to]) => from <= start && start < to).length))

  test('are no more at once than --jobs says', async () => {
    expect(atOnce(await spans(['--jobs', '2', 'four', 'five', 'six']))).toBeLessThanOrEqual(2)
  })

  /** A backend that says that it has begun, and does not end before something else has happened. */
  const meeting = (name: string, others: readonly string[]): ReturnType<typeof anSdist> => {
    const wait = `import os, time\nopen(os.path.join(os.environ["MEETING"], "${name}"), "w").close()\nfor other in ${JSON.stringify(others)}:\n    end = time.monotonic() + 90\n    while not os.path.exists(os.path.join(os.environ["MEETING"], other)):\n        assert time.monotonic() < end, other + " did not happen meanwhile"\n        time.sleep(0.02)\n`
    return anSdist({ name, backend: { imports: ['meeting'] }, members: [{ name: 'meeting.py', content: wait }] })
  }
  const meetingFolder = (name: string): string => {
    const folder = join(place.folder, name)
    mkdirSync(folder)
    return folder
  }

  test('go on while a wheel is downloaded, and the download while they go on: neither ends before the other has begun', async () => {
    const folder = meetingFolder('with-a-download')
    const wheel = aWheel({ name: 'big' })
    const files = createServer((request, response) => {
      if (request.url?.endsWith('.whl') !== true) return void response.writeHead(404).end()
      const watcher = setInterval(() => {
        if (!existsSync(join(folder, 'builder'))) return
        clearInterval(watcher)
        response.writeHead(200, { 'Content-Length': wheel.bytes.length }).end(wheel.bytes, () => writeFileSync(join(folder, 'download'), ''))
      }, 20)
      request.once('close', () => clearInterval(watcher))
    })
    await new Promise<void>((resolve) => files.listen(0, '127.0.0.1', resolve))
    try {
      index.add(wheel, { url: `http://127.0.0.1:${(files.address() as AddressInfo).port}/${wheel.filename}`, metadata: 'off' })
      index.add(meeting('builder', ['download']))
      const done = await place.install(['builder==1.0', 'big'], { env: { MEETING: folder } })
      expect([done.status, done.stderr, done.counts['wheelsBuilt'], done.counts['wheelsDownloaded']]).toEqual([0, '', 1, 1])
    } finally {
      files.closeAllConnections()
      files.close()
    }
  })

  const withCores = availableParallelism() > 1 ? test : test.skip
  withCores('go on beside one another: neither ends before the other has begun', async () => {
    index.add([meeting('left', ['right']), meeting('right', ['left'])])
    const done = await place.install(['left', 'right'], { env: { MEETING: meetingFolder('of-two') } })
    expect([done.status, done.counts['wheelsBuilt']]).toEqual([0, 2])
  })

  test('run one by one in serial mode, to the same result', async () => {
    await spans([])
    const parallel = readTree(place.env.sitePackages)
    expect(overlaps(await spans(['--jobs', '1']))).toBe(false)
    expect(treeDifferences(parallel, readTree(place.env.sitePackages))).toEqual([])
  })
})
