import { linkSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { openStageWriter } from '../../src/workers/tasks/stage-writer.ts'
import { tempFolder } from '../support/temp.ts'

// What is staged may be a link to what the store keeps: it must not be written through.
const folder = tempFolder('writer-')
const kept = join(folder, 'kept')
writeFileSync(kept, 'kept')
let stages = 0

test.each([['another name of it', linkSync], ['a symbolic link to it', symlinkSync]])('a file of the stage that is there already, as %s, is not written to', (_, link) => {
  const stageDir = join(folder, `stage-${(stages += 1)}`)
  mkdirSync(stageDir)
  const writer = openStageWriter({ stageDir, umask: 0o022 })
  const place = `${stageDir}/a.py`
  link(kept, place)
  expect(() => writer.write(place, Buffer.from('other'), 'plain')).toThrow('EEXIST')
  expect(() => writer.open(place, 'plain')).toThrow('EEXIST')
  expect(readFileSync(kept, 'utf8')).toBe('kept')
})
