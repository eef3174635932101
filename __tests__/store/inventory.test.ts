import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeEach, expect, test } from '@jest/globals'
import { cacheCommand } from '../../src/shell/cache-command.ts'
import { parseCommandLine } from '../../src/requests/options/command-line.ts'
import { processWorld } from '../../src/requests/world.ts'
import { clearStore, pruneStore, storeSizes } from '../../src/store/inventory.ts'
import { storeLayout, type StoreLayout } from '../../src/store/layout.ts'
import { openPreparedMetadataStore } from '../../src/store/prepared-metadata.ts'
import { verifyStore } from '../../src/store/verify.ts'
import { tempFolder } from '../support/temp.ts'

const folder = tempFolder('inventory-')
const DAY_MS = 86_400_000
const NOW = Date.UTC(2026, 0, 2)
let layout: StoreLayout

beforeEach(() => { layout = storeLayout(mkdtempSync(join(folder, 'store-'))) })

/** A file last used this many days ago. */
function put(path: string, content: string, days = 0): string {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  utimesSync(path, (NOW - days * DAY_MS) / 1000, (NOW - days * DAY_MS) / 1000)
  return path
}
const sha256 = (content: string): string => createHash('sha256').update(content).digest('hex')

function built(content: string, recorded = content): string {
  const key = sha256(`facts of ${content}`)
  put(join(layout.built(key), 'a.whl'), content)
  put(join(layout.built(key), 'built.json'), JSON.stringify({ filename: 'a.whl', sha256: sha256(recorded) }))
  return layout.built(key)
}

test('sizes by bucket; files of others in the folder are no business of ours', async () => {
  put(layout.wheel(sha256('one')), 'one')
  put(layout.wheel(sha256('three')), 'three')
  put(layout.metadata(sha256('one')), 'metadata')
  put(join(layout.root, 'wheels-v0', 'x'), 'old')
  put(join(layout.root, 'notes.txt'), 'mine')
  expect(await storeSizes(layout)).toEqual([{ bucket: 'metadata-v1', files: 1, sizeBytes: 8 }, { bucket: 'wheels-v0', files: 1, sizeBytes: 3 }, { bucket: 'wheels-v1', files: 2, sizeBytes: 8 }])
  expect(await clearStore(layout)).toEqual({ files: 4, sizeBytes: 19 })
  expect(await storeSizes(layout)).toEqual([])
  expect(readdirSync(layout.root)).toEqual(['notes.txt'])
  put(join(layout.root, 'cleared-1', 'wheels-v1', 'x'), 'left by a clear that was killed')
  expect((await clearStore(layout)).files).toBe(1)
  expect(readdirSync(layout.root)).toEqual(['notes.txt'])
  expect(await storeSizes(storeLayout(join(folder, 'absent')))).toEqual([])
})

test('prune takes what was not used for long, drafts left behind, and buckets of other formats', async () => {
  const kept = [put(layout.wheel(sha256('new')), 'new', 29), put(join(layout.temporary, 'going-on'), 'x')]
  const gone = [put(layout.wheel(sha256('old')), 'old', 31), put(join(layout.temporary, 'left'), 'x', 1), put(join(layout.root, 'wheels-v0', 'x'), 'x')]
  expect(await pruneStore(layout, { nowMs: NOW, unusedMs: 30 * DAY_MS })).toEqual({ files: 3, sizeBytes: 5 })
  expect([...kept, ...gone].map((file) => existsSync(file))).toEqual([true, true, false, false, false])
})

/** Two files of four bytes, unpacked from a wheel and last used this many days ago. */
function unpacked(content: string, days: number): string {
  const tree = layout.tree(sha256(content))
  put(join(tree, 'list'), 'list', days)
  put(join(tree, 'files', 'a', '__init__.py'), 'pass', days)
  return tree
}

test('prune takes an unpacked wheel as a whole, and leaves what is of the present formats', async () => {
  const [recent, old] = [unpacked('recent', 1), unpacked('old', 40)]
  const page = put(join(layout.pages, 'ab', 'page'), 'page', 1)
  const partial = put(layout.partial(sha256('begun')), 'be', 1)
  expect(await pruneStore(layout, { nowMs: NOW, unusedMs: 30 * DAY_MS })).toEqual({ files: 2, sizeBytes: 8 })
  expect([recent, old, page, partial].map((file) => existsSync(file))).toEqual([true, false, true, true])
})

test('a budget keeps what was used last, and never takes what is known of interpreters', async () => {
  const facts = put(join(layout.facts, 'python'), 'x'.repeat(50), 20)
  const kept = [put(layout.wheel(sha256('a')), 'aaaa', 1), unpacked('b', 2), facts]
  const gone = [put(layout.wheel(sha256('c')), 'c', 3), unpacked('d', 4)]
  expect(await pruneStore(layout, { nowMs: NOW, unusedMs: 30 * DAY_MS, budgetBytes: 12 })).toEqual({ files: 3, sizeBytes: 9 })
  expect([...kept, ...gone].map((file) => existsSync(file))).toEqual([true, true, true, false, false])
})

/** Metadata that a backend told, last used this many days ago. */
async function told(metadata: string, days = 0): Promise<string> {
  const key = sha256(`facts of ${metadata}`)
  await openPreparedMetadataStore(layout).keep(key, metadata, {})
  return put(layout.prepared(key), readFileSync(layout.prepared(key), 'utf8'), days)
}

test('what backends told is counted, and goes when it was not used for long or does not fit', async () => {
  const [recent, older, old] = [await told('recent', 1), await told('older', 2), await told('old', 40)]
  const { size } = statSync(recent)
  expect(await storeSizes(layout)).toMatchObject([{ bucket: 'prepared-v1', files: 3 }, { bucket: 'tmp', files: 0 }])
  await pruneStore(layout, { nowMs: NOW, unusedMs: 30 * DAY_MS, budgetBytes: size })
  expect([recent, older, old].map((file) => existsSync(file))).toEqual([true, false, false])
  expect(await clearStore(layout)).toEqual({ files: 1, sizeBytes: size })
})

test('verify removes what does not have the content its name or record promises', async () => {
  const right = [put(layout.wheel(sha256('a')), 'a'), put(layout.sdist(sha256('b')), 'b'), built('c'), await told('g')]
  const wrong = [put(layout.wheel(sha256('d')), 'damaged'), put(layout.sdist(sha256('e')), ''), built('f', 'other')]
  wrong.push(put(await told('h'), '{}'), layout.wheel(sha256('a folder')))
  put(join(layout.wheel(sha256('a folder')), 'inside'), 'a folder')
  const { checked, damaged } = await verifyStore(layout)
  expect([checked, damaged.map((file) => join(layout.root, file)).sort()]).toEqual([9, [...wrong].sort()])
  expect([...right, ...wrong].map((file) => existsSync(file))).toEqual([true, true, true, true, false, false, false, false, false])
})

const waits: string[] = []
const facts = { world: { ...processWorld(), env: { PIP_CONFIG_FILE: '/dev/null' } }, nowMs: Date.now(), runsEnded: () => Promise.resolve(void waits.push('waited')) }

test('the command', async () => {
  put(layout.wheel(sha256('one')), 'one')
  put(layout.wheel(sha256('two')), 'damaged')
  const run = (...args: string[]): Promise<string[]> => cacheCommand(parseCommandLine(['cache', ...args, '--cache-dir', layout.root]), facts)
  expect(await run('dir')).toEqual([layout.root])
  expect(await run('info')).toEqual([`${layout.root}: 10 B`, expect.stringMatching(/^ {2}wheels +2 files +10 B$/)])
  expect(await run('verify')).toEqual(['2 files checked, 1 damaged and removed:', expect.stringContaining(sha256('two'))])
  expect(await run('prune')).toEqual([expect.stringContaining('Removed')])
  expect(await run('prune', '--cache-budget-mb', '0.000002')).toEqual(['Removed 1 file (3 B) that no run used for 30 days, or that were left behind, or that did not fit into 2 B'])
  await expect(run('prune', '--cache-budget-mb', 'much')).rejects.toThrow('wants a number of megabytes, not "much"')
  await expect(run('info', '--cache-budget-mb', '5')).rejects.toThrow('--cache-budget-mb belongs to cache prune')
  expect(waits.splice(0)).toEqual(['waited', 'waited'])
  expect((await run('clear'))[0]).toContain('Removed')
  expect(waits.splice(0)).toEqual(['waited'])
  await expect(run('shrink')).rejects.toThrow('cache: there is no "shrink"')
  await expect(run('dir', 'x')).rejects.toThrow('takes no argument')
})

test('the command refuses a store that is no folder, and takes one that is not there for empty', async () => {
  const run = (action: string, place: string): Promise<string[]> => cacheCommand(parseCommandLine(['cache', action, '--cache-dir', place]), facts)
  const file = put(join(layout.root, 'file'), 'mine')
  for (const action of ['info', 'verify', 'prune', 'clear']) {
    await expect(run(action, file)).rejects.toMatchObject({ code: 'store-failed', message: `the wheel store ${file} is not a folder` })
    expect(await run(action, join(layout.root, 'nowhere'))).toHaveLength(1)
  }
  expect(readFileSync(file, 'utf8')).toBe('mine')
})
