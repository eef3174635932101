import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { startCli } from '../support/cli.ts'
import { makeFolder, removeFolder } from '../support/folders.ts'
import { startIndex, type IndexServer } from '../support/index-server/server.ts'
import { makeEnvironment } from '../support/python.ts'
import { aWheel } from '../support/wheel.ts'

jest.setTimeout(60_000)

describe('beside an installation', () => {
  let index: IndexServer
  let folder: string
  beforeAll(async () => {
    index = await startIndex()
    index.add([aWheel({ name: 'app', requires: ['lib'] }), aWheel({ name: 'lib' })])
    folder = makeFolder('cache-command-')
  })
  afterAll(async () => {
    removeFolder(folder)
    await index.close()
  })

  test.each(['clear', 'prune'])('cache %s waits, says for whom, and takes nothing from it', async (action) => {
    const venv = makeEnvironment(join(folder, action))
    const options = { env: { HOME: folder, XDG_CACHE_HOME: join(folder, 'user'), PIP_CONFIG_FILE: '/dev/null', PIP_CACHE_DIR: join(folder, 'cache') } }
    index.calm().fault(/lib.*\.whl$/, { kind: 'latency', ms: 2000 }, { times: 1 })
    const running = startCli(['install', 'app', '--python', venv.python, '--index-url', index.indexUrl(), '--refresh', '--force-reinstall'], options)
    while (index.asked(/lib.*\.whl$/).length === 0) await sleep(10)
    let isInstalled = false
    const installed = running.done.then((finished) => ((isInstalled = true), finished))
    const cleared = await startCli(['cache', action], options).done
    expect(isInstalled).toBe(true)
    expect(cleared.stderr).toMatch(/^waiting for another run on kept wheels \(process \d+, since \d\d:\d\d:\d\d UTC\)\n$/)
    expect(cleared.stdout).toMatch(/^Removed \d+ files? /)
    expect(await installed).toMatchObject({ status: 0, stderr: '' })
    expect(existsSync(join(venv.sitePackages, 'lib-1.0.dist-info'))).toBe(true)
  })
})
