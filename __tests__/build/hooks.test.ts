import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { callHooks, type HookAnswer, type HookAnswers, type HookCall } from '../../src/build/hooks.ts'
import { findPython } from '../support/python.ts'
import { writeFiles } from '../support/sdist.ts'
import { tempFolder } from '../support/temp.ts'

const folder = tempFolder('hooks-')
let projects = 0

interface Project {
  readonly dir: string
  readonly log: () => string
  readonly callBoth: (call: HookCall, then: HookCall) => Promise<HookAnswers>
  readonly call: (call: HookCall, options?: { readonly timeoutMs?: number; readonly signal?: AbortSignal; readonly env?: Record<string, string> }) => Promise<HookAnswer>
}

/** A source tree with this backend; hooks run with the tests' interpreter. */
function project(backend: string, { backendPath = ['.'], name = 'backend', files = {} }: { backendPath?: string[]; name?: string; files?: Record<string, string> } = {}): Project {
  const dir = join(folder, String((projects += 1)))
  writeFiles(join(dir, 'source'), { 'backend.py': backend, ...files })
  const logPath = join(dir, 'log')
  const facts = { python: findPython().executable, sourceDir: join(dir, 'source'), system: { backend: name, backendPath }, controlDir: join(dir, 'control'), logPath }
  return {
    dir,
    log: () => (existsSync(logPath) ? readFileSync(logPath, 'utf8') : ''),
    call: async (call, { timeoutMs, signal = new AbortController().signal, env = {} } = {}) =>
      (await callHooks(call, undefined, { ...facts, env: { PATH: process.env['PATH'], ...env }, timeoutMs, signal })).first,
    callBoth: (call, then) => callHooks(call, then, { ...facts, env: { PATH: process.env['PATH'] }, timeoutMs: undefined, signal: new AbortController().signal }),
  }
}

describe('an answer', () => {
  test('is what the hook returns, whatever it prints', async () => {
    const { call, log } = project('import sys\ndef build_wheel(folder, settings, metadata):\n    print("noise")\n    print("more", file=sys.stderr)\n    return [folder, settings, metadata]\n')
    expect(await call({ hook: 'build_wheel', arguments: ['/w', { a: ['1', '2'] }, null] })).toEqual({ kind: 'returned', value: ['/w', { a: ['1', '2'] }, null] })
    expect(log()).toContain('noise')
    expect(log()).toContain('more')
  })

  test('arguments go by place: backends name their parameters as they like', async () => {
    const { call } = project('def get_requires_for_build_wheel(anything=None):\n    return [str(anything)]\n')
    expect(await call({ hook: 'get_requires_for_build_wheel', arguments: [{ k: 'v' }] })).toEqual({ kind: 'returned', value: ["{'k': 'v'}"] })
  })

  test('of a hook that is not there', async () => {
    const { call } = project('')
    expect(await call({ hook: 'prepare_metadata_for_build_wheel', arguments: ['x', null] })).toEqual({ kind: 'no-hook', hook: 'prepare_metadata_for_build_wheel' })
  })

  test('of a hook that is called only if another is there', async () => {
    const { call } = project('def get_requires_for_build_editable(settings=None):\n    return []\n')
    expect(await call({ hook: 'get_requires_for_build_editable', arguments: [null], needs: 'build_editable' })).toEqual({ kind: 'no-hook', hook: 'build_editable' })
  })

  test('of an object inside a module', async () => {
    const { call } = project('class api:\n    class v2:\n        build_wheel = staticmethod(lambda *a: "x.whl")\n', { name: 'backend:api.v2' })
    expect(await call({ hook: 'build_wheel', arguments: ['', null, null] })).toEqual({ kind: 'returned', value: 'x.whl' })
  })

  test('none: a backend that cannot be imported, with why', async () => {
    const { call, log } = project('import no_such_module\n')
    expect(await call({ hook: 'build_wheel', arguments: [] })).toMatchObject({ kind: 'no-backend', message: "ModuleNotFoundError: No module named 'no_such_module'" })
    expect(log()).toContain('Traceback')
  })

  test('none: a hook that raises, with its traceback in the log', async () => {
    const { call, log } = project('def build_wheel(*a):\n    raise RuntimeError("broken by design")\n')
    expect(await call({ hook: 'build_wheel', arguments: ['', null, null] })).toMatchObject({ kind: 'failed', end: { kind: 'ended', status: 1 } })
    expect(log()).toContain('RuntimeError: broken by design')
  })

  test('none: a backend that ends the process', async () => {
    const { call } = project('import os\ndef build_wheel(*a):\n    os._exit(0)\n')
    expect(await call({ hook: 'build_wheel', arguments: ['', null, null] })).toMatchObject({ kind: 'failed', end: { kind: 'ended', status: 0 } })
  })

  test('none: a backend that dies of a signal', async () => {
    const { call } = project('import os, signal\ndef build_wheel(*a):\n    os.kill(os.getpid(), signal.SIGKILL)\n')
    expect(await call({ hook: 'build_wheel', arguments: ['', null, null] })).toMatchObject({ kind: 'failed', end: { kind: 'ended', signal: 'SIGKILL' } })
  })
})

const whereForked = process.platform === 'linux' ? describe : describe.skip
whereForked('two hooks in one go', () => {
  const asking: HookCall = { hook: 'get_requires_for_build_wheel', arguments: [null] }
  const building: HookCall = { hook: 'build_wheel', arguments: ['/w', null, null] }
  const backend = (asks: string, build = 'return "a.whl"'): string =>
    `print("imported")\nstate = []\ndef get_requires_for_build_wheel(settings=None):\n    state.append("asked")\n    ${asks}\ndef build_wheel(*a):\n    ${build}\n`

  test('import the backend once, and know nothing of each other', async () => {
    const { callBoth, log } = project(backend('return []', 'import os; return repr([state, os.getpid() == os.getpgid(0)])'))
    expect(await callBoth(asking, building)).toEqual({ first: { kind: 'returned', value: [] }, then: { kind: 'returned', value: '[[], True]' } })
    expect(log().match(/imported/g)).toHaveLength(1)
  })

  test('have both what the import made', async () => {
    const { callBoth } = project(`import os, tempfile\nfolder = tempfile.TemporaryDirectory()\n${backend('return []', 'return str(os.path.isdir(folder.name))')}`)
    expect((await callBoth(asking, building)).then).toEqual({ kind: 'returned', value: 'True' })
  })

  test('are one when the first asks for something', async () => {
    const { callBoth } = project(backend('return ["tool"]'))
    expect(await callBoth(asking, building)).toEqual({ first: { kind: 'returned', value: ['tool'] }, then: undefined })
  })

  test('are the second when there is no first', async () => {
    const { callBoth } = project('def build_wheel(*a):\n    return "a.whl"\n')
    expect(await callBoth(asking, building)).toEqual({ first: { kind: 'no-hook', hook: asking.hook }, then: { kind: 'returned', value: 'a.whl' } })
  })

  test('are none when what the first needs is not there', async () => {
    const { callBoth } = project(backend('return []'))
    expect(await callBoth({ ...asking, needs: 'build_editable' }, building)).toEqual({ first: { kind: 'no-hook', hook: 'build_editable' }, then: undefined })
  })

  test('end with the first that fails', async () => {
    const raising = project(backend('raise RuntimeError("not today")'))
    expect(await raising.callBoth(asking, building)).toMatchObject({ first: { kind: 'failed', end: { kind: 'ended', status: 1 } }, then: undefined })
    expect(raising.log()).toContain('RuntimeError: not today')
    const killed = project(backend('import os; os.kill(os.getpid(), 9)'))
    expect(await killed.callBoth(asking, building)).toMatchObject({ first: { kind: 'failed', end: { signal: 'SIGKILL' } }, then: undefined })
    const silent = project(backend('import os; os._exit(0)'))
    expect(await silent.callBoth(asking, building)).toMatchObject({ first: { kind: 'failed', end: { status: 0 } }, then: undefined })
  })

  test('end with the second that fails', async () => {
    const { callBoth } = project(backend('return []', 'raise RuntimeError("not today")'))
    expect(await callBoth(asking, building)).toMatchObject({ first: { kind: 'returned', value: [] }, then: { kind: 'failed', end: { kind: 'ended', status: 1 } } })
  })

  test('are two processes when the backend has started threads', async () => {
    const threads = 'import threading, time\nthreading.Thread(target=time.sleep, args=(600,), daemon=True).start()\n'
    const { callBoth } = project(threads + backend('return []'))
    expect(await callBoth(asking, building)).toEqual({ first: { kind: 'returned', value: [] }, then: undefined })
  })
})

describe('the backend is loaded', () => {
  test('without the source tree on sys.path', async () => {
    const { call, dir } = project('', { name: 'json', backendPath: [], files: { 'json.py': 'raise Exception("the source tree was imported")' } })
    expect(await call({ hook: 'build_wheel', arguments: [] })).toEqual({ kind: 'no-hook', hook: 'build_wheel' })
    expect(existsSync(join(dir, 'source', '__pycache__'))).toBe(false)
  })

  test('from backend-path and nowhere else', async () => {
    const elsewhere = project('build_wheel = lambda *a: "elsewhere"\n')
    const { call } = project('', { backendPath: ['tools'], files: { 'tools/other.py': '' } })
    const answer = await call({ hook: 'build_wheel', arguments: ['', null, null] }, { env: { PYTHONPATH: join(elsewhere.dir, 'source') } })
    expect(answer).toMatchObject({ kind: 'no-backend', message: expect.stringContaining("backend-path ['tools']") })
  })

  test('not from a backend-path that leaves the source tree', async () => {
    const { call } = project('', { backendPath: ['../elsewhere'] })
    expect(await call({ hook: 'build_wheel', arguments: [] })).toMatchObject({ kind: 'no-backend', message: expect.stringContaining('leaves the source tree') })
  })
})

describe('a backend that does not end', () => {
  const forking = 'import subprocess, sys, time\ndef build_wheel(*a):\n    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])\n    print("child", child.pid, flush=True)\n    time.sleep(600)\n'

  test('is stopped after its time, with everything it started', async () => {
    const { call, log } = project(forking)
    expect(await call({ hook: 'build_wheel', arguments: ['', null, null] }, { timeoutMs: 1500 })).toEqual({ kind: 'failed', end: { kind: 'timed-out', afterMs: 1500 } })
    expect(await hasEnded(childOf(log()))).toBe(true)
  })

  test('is stopped when the run ends, with everything it started', async () => {
    const { call, log } = project(forking)
    const ending = new AbortController()
    const called = call({ hook: 'build_wheel', arguments: ['', null, null] }, { signal: ending.signal })
    while (!log().includes('child')) await new Promise((resolve) => setTimeout(resolve, 20))
    ending.abort(new Error('the run has ended'))
    await expect(called).rejects.toThrow('the run has ended')
    expect(await hasEnded(childOf(log()))).toBe(true)
  })

  test('may not leave anything running when it does end', async () => {
    const { call, log } = project(forking.replace('    time.sleep(600)\n', '    return "x"\n'))
    expect(await call({ hook: 'build_wheel', arguments: ['', null, null] })).toEqual({ kind: 'returned', value: 'x' })
    expect(await hasEnded(childOf(log()))).toBe(true)
  })
})

function childOf(log: string): number {
  return Number(/child (\d+)/.exec(log)?.[1])
}

/** A killed process may take a moment to go, or stay as a zombie until its new parent looks. */
async function hasEnded(pid: number): Promise<boolean> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (!existsSync(`/proc/${pid}/stat`) || readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ')) return true
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return false
}
