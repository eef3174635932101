import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { realDisk } from '../../src/install/disk.ts'
import { mergeInto } from '../../src/install/move.ts'
import { tempFolder } from '../support/temp.ts'

const folder = tempFolder('move-')

test('what a copy that was stopped has left is not moved along, at any depth', () => {
  const [from, to] = [join(folder, 'from'), join(folder, 'to')]
  mkdirSync(join(from, 'deep'), { recursive: true })
  for (const file of ['a.py', 'b.py.parallel-pip-part', 'deep/c.py', 'deep/c.py.parallel-pip-part']) writeFileSync(join(from, file), '')
  mergeInto(realDisk, from, to)
  expect(readdirSync(folder)).toEqual(['to'])
  expect(readdirSync(to, { recursive: true }).sort()).toEqual(['a.py', 'deep', join('deep', 'c.py')])
})
