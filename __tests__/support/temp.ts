import { afterAll } from '@jest/globals'
import { makeFolder, removeFolder } from './folders.ts'

/**
 * A fresh folder (real path, no links in it) that is removed after the tests of this file or `describe` block. For the
 * top level of either; inside a test no hook can be registered: use `makeFolder` there.
 */
export function tempFolder(prefix = 'test-'): string {
  const folder = makeFolder(prefix)
  afterAll(() => removeFolder(folder))
  return folder
}
