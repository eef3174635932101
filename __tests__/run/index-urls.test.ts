import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { findIndexes } from '../../src/run/index-urls.ts'
import { openStoreFolder } from '../../src/run/store-folder.ts'
import type { IndexSettings } from '../../src/requests/types.ts'
import { engineContext } from '../support/engine.ts'
import { makeEnvironment } from '../support/python.ts'
import { tempFolder } from '../support/temp.ts'

const folder = tempFolder('index-urls-')
const NOTHING_SAID: IndexSettings = { indexUrl: undefined, extraIndexUrls: [], findLinks: [], noIndex: false, strategy: 'unsafe-best-match', owners: [], refresh: { all: false, names: [] } }

test('given no index and an interpreter without any pip, the error says how to name one', async () => {
  mkdirSync(join(folder, 'home'))
  const context = engineContext({ home: join(folder, 'home') })
  const storeFolder = await openStoreFolder('off', context)
  const { python } = makeEnvironment(join(folder, 'venv'))
  await expect(findIndexes(NOTHING_SAID, { python, ensurepipWheel: undefined, storeFolder }, context)).rejects.toMatchObject({ code: 'index-missing', hint: expect.stringContaining('--index-url') })
  expect(await findIndexes({ ...NOTHING_SAID, noIndex: true }, { python, ensurepipWheel: undefined, storeFolder }, context)).toEqual([])
  await storeFolder.close()
})
