import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import type { WorkerPool } from '../../src/workers/protocol.ts'
import { openThreadPool } from '../../src/workers/thread-pool.ts'
import { makeFolder, removeFolder } from '../support/folders.ts'

jest.setTimeout(60_000)

let folder: string
let pool: WorkerPool

beforeEach(() => {
  folder = makeFolder('pool-')
  pool = openThreadPool(join(import.meta.dirname, '..', '..', 'src', 'worker.ts'), 1)
})
afterEach(async () => {
  await pool.close()
  removeFolder(folder)
})

test('of what waits for a thread the heaviest comes first, and equals in their order', async () => {
  const done: string[] = []
  const hash = async (name: string, weight?: number): Promise<void> => {
    const path = join(folder, name)
    writeFileSync(path, name)
    await pool.run('hash-file', { path, algorithms: ['sha256'] }, weight)
    done.push(name)
  }
  await Promise.all([hash('begun at once'), hash('light', 1), hash('plain'), hash('heavy', 9), hash('as heavy', 9), hash('also plain')])
  expect(done).toEqual(['begun at once', 'heavy', 'as heavy', 'light', 'plain', 'also plain'])
})
