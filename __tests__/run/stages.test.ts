import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { systemClock } from '../../src/kernel/clock.ts'
import { EventBus } from '../../src/kernel/events.ts'
import { Stages } from '../../src/run/stages.ts'
import { openInlinePool } from '../../src/workers/inline-pool.ts'
import { tempFolder } from '../support/temp.ts'
import { aWheel, saveFiles } from '../support/wheel.ts'

const folder = tempFolder('stages-')
const wheel = aWheel({ name: 'app' })
saveFiles(folder, [wheel])
const toStage = { name: 'app', versionText: '1.0', filename: wheel.filename, path: join(folder, wheel.filename), sizeBytes: wheel.bytes.length, requested: true, directUrl: undefined }

function open(name: string, ready = Promise.resolve()): { readonly stages: Stages; readonly site: string } {
  const root = join(folder, name)
  const site = join(root, 'site')
  mkdirSync(site, { recursive: true })
  const scheme = { purelib: site, platlib: site, scripts: join(root, 'bin'), data: root, headers: join(root, 'include') }
  const environment = { destination: { scheme, python: { path: join(root, 'bin', 'python'), major: 3, minor: 12 } }, ready, takeLock: undefined }
  return { site, stages: new Stages({ environment, strictRecord: false, pool: openInlinePool(), events: new EventBus(systemClock) }) }
}

test('the work area comes with the first stage, and goes with what is not in place', async () => {
  const { stages, site } = open('plain')
  expect([await stages.workArea(), existsSync(join(site, '.parallel-pip'))]).toEqual([undefined, false])
  const [one, other] = await Promise.all([stages.stage(toStage), stages.stage(toStage)])
  expect(one.stageDir).not.toBe(other.stageDir)
  expect(readdirSync(join(site, '.parallel-pip', 'stage')).length).toBe(2)
  stages.end(new Error('over'))
  await stages.close()
  expect(readdirSync(site)).toEqual([])
})

test('what comes to be staged when the run has ended is refused, and leaves nothing', async () => {
  const { stages, site } = open('late')
  stages.end(new Error('over'))
  await stages.close()
  await expect(stages.stage(toStage)).rejects.toThrow('over')
  await expect(stages.link(toStage)).rejects.toThrow('over')
  expect(readdirSync(site)).toEqual([])
})

test('what waits for the environment when the run ends is waited for, and leaves nothing', async () => {
  const { promise: ready, resolve } = Promise.withResolvers<void>()
  const { stages, site } = open('waiting', ready)
  const staged = stages.stage(toStage)
  stages.end(new Error('over'))
  const closed = stages.close()
  resolve()
  await closed
  await expect(staged).rejects.toThrow('over')
  expect(readdirSync(site)).toEqual([])
})

test('a wheel that went from the store is no fault of the program', async () => {
  const { stages, site } = open('gone')
  await expect(stages.stage({ ...toStage, path: join(folder, 'gone.whl') })).rejects.toMatchObject({ code: 'store-failed', message: expect.stringContaining('is not there any more') })
  stages.end(new Error('over'))
  await stages.close()
  expect(readdirSync(site)).toEqual([])
})
