import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { openMetadataReader } from '../../src/index/metadata.ts'
import type { Candidate } from '../../src/index/types.ts'
import { systemClock } from '../../src/kernel/clock.ts'
import { EventBus } from '../../src/kernel/events.ts'
import type { Hash } from '../../src/kernel/hash.ts'
import { normalizeName } from '../../src/standards/names.ts'
import { parseVersion, type Version } from '../../src/standards/version.ts'
import { openTestClient } from '../support/client.ts'
import { tempFolder } from '../support/temp.ts'
import { aWheel } from '../support/wheel.ts'

// Kept metadata may come from a cache that anybody filled: it counts, and travels, if the index published all its hashes.
const folder = tempFolder('vouched-')
const wheel = aWheel({ name: 'app' })
writeFileSync(join(folder, wheel.filename), wheel.bytes)

function hash(algorithm: Hash['algorithm'], text = wheel.metadata ?? ''): Hash {
  return { algorithm, hex: createHash(algorithm).update(text).digest('hex') }
}

/** Reads metadata of the wheel, which is in the store, with the right text kept; says whether that text counted, and whether it may travel. */
async function read(coreMetadata: Candidate['file']['coreMetadata']): Promise<{ readonly counted: boolean; readonly travels: boolean | undefined }> {
  let [counted, travels] = [false, undefined as boolean | undefined]
  const client = openTestClient({ folder })
  const reader = openMetadataReader({
    client,
    keep: {
      read: async (_sha256, isPublished) => {
        counted = isPublished(wheel.metadata ?? '')
        return undefined
      },
      write: async (_sha256, _text, options) => { travels = options.travels },
    },
    wheels: { stored: async () => true, expected: () => undefined, fetch: async () => ({ path: join(folder, wheel.filename) }), offer: async () => false },
    events: new EventBus(systemClock), offline: false, isNeededWhole: () => false,
  })
  const candidate: Candidate = {
    name: normalizeName('app'), version: parseVersion('1.0') as Version, format: 'wheel', isYanked: false, index: { kind: 'simple', url: 'https://index.test/', label: 'https://index.test/' }, others: [],
    file: { filename: wheel.filename, url: `https://index.test/${wheel.filename}`, hashes: [{ algorithm: 'sha256', hex: wheel.sha256 }], requiresPython: undefined, yanked: false, coreMetadata, sizeBytes: undefined, uploadTimeMs: undefined },
  }
  expect(await reader.read(candidate, { signal: new AbortController().signal, urgent: () => true })).toMatchObject({ kind: 'metadata', text: wheel.metadata })
  await client.close()
  return { counted, travels }
}

test.each<[string, Candidate['file']['coreMetadata'], boolean]>([
  ['no metadata', false, false],
  ['metadata without a hash', true, false],
  ['no hash that is known', [], false],
  ['the hash', [hash('sha256')], true],
  ['the hash in capitals', [{ algorithm: 'sha256', hex: hash('sha256').hex.toUpperCase() }], true],
  ['two hashes', [hash('sha256'), hash('sha512')], true],
  ['the hash of another text', [hash('sha256', 'other')], false],
  ['one hash of it, and one of another text', [hash('sha256'), hash('sha512', 'other')], false],
  ['one hash of another text, and one of it', [hash('sha512', 'other'), hash('sha256')], false],
])('where an index publishes %s, whether kept metadata counts and travels', async (_, coreMetadata, expected) => {
  expect(await read(coreMetadata)).toEqual({ counted: expected, travels: expected })
})
