import { afterAll } from '@jest/globals'
import { existsSync } from 'node:fs'
import { makeFolder, makeFolderIn, removeFolder } from './folders.ts'

/**
 * A fresh folder (real path, no links in it) that is removed after the tests of this file or `describe` block. For the
 * top level of either; inside a test no hook can be registered: use `makeFolder` there.
 */
export function tempFolder(prefix = 'test-'): string {
  const folder = makeFolder(prefix)
  afterAll(() => removeFolder(folder))
  return folder
}

/** The same in memory where the system has such a place: for tests of thousands of small files, and of what is synced to disk. */
export function memoryFolder(prefix = 'test-'): string {
  const folder = existsSync('/dev/shm') ? makeFolderIn('/dev/shm', prefix) : makeFolder(prefix)
  afterAll(() => removeFolder(folder))
  return folder
}
