import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { probeTarget } from '../../src/target/probe.ts'
import { makeThrowawayVenv } from '../../src/target/throwaway-venv.ts'
import { createVenv } from '../../src/target/venv.ts'
import { findPython, runPython, tempEnv } from '../support/python.ts'
import { tempFolder } from '../support/temp.ts'

const folder = tempFolder('throwaway-')
const world = { env: { PATH: process.env['PATH'] }, cwd: folder, platform: process.platform }
const signal = new AbortController().signal

const ASK = `
import json, site, sys, sysconfig
print(json.dumps([sys.prefix, sys.base_prefix, sys.exec_prefix, sys.executable, sys.path, sysconfig.get_paths(), site.ENABLE_USER_SITE, sysconfig.get_config_var('LIBDIR')]))`

const virtual = tempEnv()

test.each([['the interpreter itself', findPython().executable], ['a virtual environment', virtual.python]])('made from %s, it works as one of the venv module does', async (what, python) => {
  const base = await probeTarget(python, { world })
  const [made, known] = [join(folder, `made ${what}`), join(folder, `known ${what}`)]
  const target = await makeThrowawayVenv(base, { folder: made, world, signal })
  await createVenv(base, { staging: known, destination: known, world })
  const [ours, theirs] = await Promise.all([runPython(target.python, ASK), runPython(join(known, 'bin', 'python'), ASK)])
  expect(ours.replaceAll(made, 'ENV')).toBe(theirs.replaceAll(known, 'ENV'))
})
