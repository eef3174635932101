import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { runPython } from '../../src/target/run-python.ts'
import { cliPath } from '../support/cli.ts'
import { run, type Finished } from '../support/process.ts'
import { findPython } from '../support/python.ts'
import { tempFolder } from '../support/temp.ts'
import { readTree } from '../support/tree.ts'
import { aWheel, saveFiles } from '../support/wheel.ts'

/** Processes whose surroundings are not as they should be: every end is an error with a code, never a stack. */
const folder = tempFolder('unlucky-')
const wheels = join(folder, 'wheels')
const TIMEOUT_MS = 120_000
/** Less than what the program started goes on for. */
const GIVEN_UP_MS = 10_000
saveFiles(wheels, [aWheel({ name: 'app', version: '1.0' })])
chmodSync(folder, 0o755)

const NODE = `${process.execPath} --disable-warning=ExperimentalWarning ${cliPath('source')}`
const INSTALL = `${NODE} install --no-index --find-links ${wheels} app`

/** Runs a shell line; nothing may end in a stack trace. */
async function sh(line: string): Promise<Finished> {
  const finished = await run('sh', ['-c', line], { cwd: folder, env: { HOME: join(folder, 'home') } })
  expect(finished.output).not.toMatch(/^\s+at /m)
  return finished
}

const PYTHON = findPython().executable
const asNobody = 'setpriv --reuid=12345 --regid=12345 --clear-groups'
/** An interpreter that another user, with no name, may start; where there is one, and the tests run as root. */
const openPython = [PYTHON, '/usr/bin/python3'].find((python) => spawnSync('sh', ['-c', `${asNobody} sh -c "${NODE} --version && ${python} --version"`]).status === 0) ?? ''
const whenOthers = openPython === '' ? test.skip : test
const whenFull = existsSync('/dev/full') ? test : test.skip

test('a current folder that is gone', async () => {
  const { status, stderr } = await sh(`mkdir gone && cd gone && rmdir ../gone && ${INSTALL} --python ${PYTHON} --target ${folder}/t`)
  expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining('error[input-missing]: the current folder is not there any more') })
}, TIMEOUT_MS)

describe('a disk that is full', () => {
  whenFull('behind the output: the installation is done, the status says that it was not told', async () => {
    const { status, stderr } = await sh(`${INSTALL} --python ${PYTHON} --target ${folder}/told >/dev/full`)
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining('error[disk-full]') })
    expect(readdirSync(join(folder, 'told'))).toContain('app')
    expect((await sh(`${NODE} --help >/dev/full`)).status).toBe(1)
  }, TIMEOUT_MS)

  whenFull('behind a log: it ends, the run does not', async () => {
    const { status, stderr } = await sh(`ln -s /dev/full log; ${INSTALL} --python ${PYTHON} --target ${folder}/logged --log log`)
    expect({ status, told: stderr.match(/warning: the log file .* ends here/g)?.length }).toEqual({ status: 0, told: 1 })
  }, TIMEOUT_MS)
})

describe('another user', () => {
  whenOthers('without a name and a home', async () => {
    const { status, stderr } = await sh(`mkdir -m 777 open; ${asNobody} env -u HOME ${INSTALL} --python ${openPython} --target ${folder}/open/t`)
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringContaining('the wheel store /.cache/parallel-pip cannot be written') })
  }, TIMEOUT_MS)

  whenOthers('who may not look into the folder of an environment', async () => {
    mkdirSync(join(folder, 'closed', 'venv'), { recursive: true })
    chmodSync(join(folder, 'closed'), 0o700)
    for (const place of ['new', 'new/deeper', 'venv', '.']) {
      const { status, stderr } = await sh(`${asNobody} ${INSTALL} --no-cache-dir --python ${openPython} --venv ${folder}/closed/${place}`)
      expect({ place, status, stderr }).toEqual({ place, status: 1, stderr: expect.stringContaining('error[target-readonly]') })
      expect(stderr).toContain('hint: ')
      // What is wrong is the place, not the package that met it first.
      expect(stderr).not.toContain('asked for')
    }
    expect(Object.keys(readTree(join(folder, 'closed')))).toEqual(['venv'])
  }, TIMEOUT_MS)
})

describe('a program that does not answer', () => {
  const program = join(folder, 'slow')
  const started = join(folder, 'slow-started')
  writeFileSync(program, `#!/bin/sh\n: > ${started}\nsleep 20 & wait\n`)
  chmodSync(program, 0o755)

  test('is given up, with what it started still holding its output', async () => {
    expect(await runPython(program, { args: [], env: process.env, cwd: folder, timeoutMs: 200 })).toMatchObject({ status: undefined, spawnError: 'no answer within 0.2 s' })
  }, GIVEN_UP_MS)

  test('does not hold a run that is interrupted', async () => {
    rmSync(started, { force: true })
    const ending = new AbortController()
    const asked = runPython(program, { args: [], env: process.env, cwd: folder, signal: ending.signal })
    const ended = expect(asked).rejects.toThrow('interrupted')
    while (!existsSync(started)) await new Promise((resolve) => setTimeout(resolve, 5))
    ending.abort(new Error('interrupted'))
    await ended
  }, GIVEN_UP_MS)
})
