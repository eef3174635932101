import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { buildPlace, type BuildPlace } from '../support/building.ts'
import { startIndex, type IndexServer } from '../support/index-server/server.ts'
import { aRepository } from '../support/repository.ts'
import { anSdist, aProject, sourceTree } from '../support/sdist.ts'
import { readTree, treeDifferences } from '../support/tree.ts'
import { aWheel } from '../support/wheel.ts'

// Builds start many processes: generous, for machines that have other things to do.
jest.setTimeout(180_000)

let index: IndexServer
let place: BuildPlace

beforeAll(async () => {
  index = await startIndex()
  index.add([
    anSdist({ name: 'app', requires: ['lib>=1'], backend: { requires: ['tool>=1'], imports: ['tool'], noise: 'a line of the backend' } }),
    anSdist({ name: 'lib', version: '1.0', backend: { dynamicRequires: ['sourcetool'], dynamicMetadata: ['Requires-Dist: leaf'] } }),
    anSdist({ name: 'leaf', backend: { preparesMetadata: false, dynamicMetadata: ['Provides-Extra: only-the-build-knows'] } }),
    aWheel({ name: 'tool', version: '1.5' }),
    anSdist({ name: 'sourcetool', version: '2.0' }),
    anSdist({ name: 'failing', backend: { requires: ['tool'], failsIn: 'build_wheel', failure: "fatal error: Python.h: No such file or directory", noise: `token is hunter2hunter2${'\nand more'.repeat(20)}` } }),
    aWheel({ name: 'wants-failing', requires: ['failing'] }),
    anSdist({ name: 'unpreparable', backend: { dynamicMetadata: ['Requires-Dist: lib'], failsIn: 'prepare_metadata_for_build_wheel', failure: 'no metadata today' } }),
    aWheel({ name: 'wants-unpreparable', requires: ['unpreparable>=1'] }),
    anSdist({ name: 'ring-a', backend: { requires: ['ring-b'] } }),
    anSdist({ name: 'ring-b', backend: { requires: ['ring-a'] } }),
    anSdist({ name: 'surprising', requires: ['tool'], backend: { dynamicMetadata: ['Requires-Dist: leaf'] }, metadataLines: [] }),
  ])
  place = buildPlace(index)
})
afterAll(async () => {
  place.close()
  await index.close()
})

test('sources of an index are built with what they need, which is built where it has to be; the next run builds nothing', async () => {
  const first = await place.install(['app'])
  expect(first.output).toContain('+ app 1.0')
  expect(first.counts).toMatchObject({ wheelsBuilt: 3, buildsDone: 4, buildsReused: 0, sourcesReadStatically: 2, sourcesAskedOfBackend: 2 })
  expect(first.output).not.toContain('a line of the backend')
  expect(await place.python('import app, lib, leaf; print(app.__version__)')).toBe('1.0')
  await expect(place.python('import tool')).rejects.toThrow('No module named')
  expect(place.infoFile('app-1.0.dist-info', 'direct_url.json')).toBeUndefined()

  index.requests = []
  const second = await place.install(['app', '--force-reinstall'])
  expect(second.counts).toMatchObject({ wheelsBuilt: 0, buildsDone: 0, buildsReused: 3 })
  expect(index.requests.filter(({ path }) => path.includes('.tar.gz'))).toEqual([])
  expect([first.leftovers, second.leftovers]).toEqual([[], []])
})

describe('a build that fails', () => {
  test('says which, why it is here, by which backend, its last words and what may help; all it printed comes once; nothing is changed', async () => {
    const before = readTree(place.env.root)
    const failed = await place.install(['wants-failing'], { env: { DEPLOY_TOKEN: 'hunter2hunter2' } })
    expect(failed.status).toBe(1)
    expect(failed.stderr).toContain('error[build-failed]: building failing 1.0 failed: _backend ended with status 1')
    expect(failed.stderr).toMatch(/asked for: wants-failing \(argument "wants-failing"\)\n.*needs: failing \(from wants-failing 1\.0\)/)
    expect(failed.stderr).toContain('RuntimeError: fatal error: Python.h')
    expect(failed.stderr).toContain('hint: Python.h is missing: install python3-dev')
    expect(failed.stderr).toContain('The build of failing 1.0 failed; this is what it printed:\n  | token is ****')
    expect(failed.stderr).toMatch(/… \d+ lines before these/)
    expect(failed.output).not.toContain('hunter2')
    expect(treeDifferences(before, readTree(place.env.root))).toEqual([])
    expect(failed.leftovers).toEqual([])
  })

  test('while versions are being looked for, says the same', async () => {
    const failed = await place.install(['wants-unpreparable'])
    expect(failed.stderr).toContain('error[build-failed]: preparing the metadata of unpreparable 1.0 failed')
    expect(failed.stderr).toMatch(/asked for: wants-unpreparable .*\n.*needs: unpreparable>=1 \(from wants-unpreparable 1\.0\)/)
    expect(failed.leftovers).toEqual([])
  })

  test('for what a build needs, says which build', async () => {
    index.add(anSdist({ name: 'outer', backend: { requires: ['failing'] } }))
    const failed = await place.install(['outer'])
    expect(failed.stderr).toContain('error[build-failed]: building failing 1.0 failed')
    expect(failed.stderr).toMatch(/asked for: outer .*\n.*needs: build requirements of outer 1\.0: failing/)
  })

  test('for want of itself names the circle', async () => {
    const failed = await place.install(['ring-a', 'ring-b'])
    expect(failed.stderr).toMatch(/error\[build-failed\]: these need one another to be built: .*ring-[ab] 1\.0 → .*ring-[ab] 1\.0/)
    expect(failed.leftovers).toEqual([])
  })
})

test('builds that need the same work in one environment, others do not', async () => {
  const built = (name: string, requires: string[], dynamicRequires: string[]): void => void index.add(anSdist({ name, backend: { requires, dynamicRequires, records: true } }))
  built('share-a', ['tool'], [])
  built('share-b', ['tool>=1', 'tool'], [])
  built('share-c', [], ['tool'])
  built('share-d', [], [])
  expect((await place.install(['share-a', 'share-b', 'share-c', 'share-d'])).status).toBe(0)
  const code = 'import json, importlib, os\nfor name in "abcd":\n    module = importlib.import_module("share_" + name)\n    print([p for p in json.load(open(os.path.join(os.path.dirname(module.__file__), "_built_with.json")))["path"] if p.endswith("site-packages")])'
  const [a, b, c, d] = (await place.python(code)).split('\n')
  expect([b, c]).toEqual([a, a])
  expect(d).not.toBe(a)
})

test('what builds print is shown with -v, each build in one piece', async () => {
  const other = buildPlace(index)
  try {
    const shown = await other.install(['-v', 'app', '--no-deps'])
    expect(shown.output).toContain('This is what the build of app 1.0 printed:\n  | a line of the backend\n')
    expect(shown.output).toContain('1 build, metadata of 1 of 1 source read without building')
    const again = await other.install(['-v', '--force-reinstall', 'app', 'lib'])
    expect(again.output).toContain('3 builds, 1 build saved by wheels of earlier runs, metadata of 1 of 3 sources read without building')
  } finally {
    other.close()
  }
})

test('a wheel that requires other than its source said is believed', async () => {
  const info = 'Metadata-Version: 2.2\nName: surprising\nVersion: 1.0\nRequires-Dist: tool\n'
  index.add(anSdist({ name: 'surprising', pkgInfo: info, backend: { dynamicMetadata: ['Requires-Dist: leaf'] } }))
  const done = await place.install(['surprising'])
  expect(done.status).toBe(0)
  expect(done.stderr).toContain('warning: the wheel built of surprising 1.0 requires other than its source says (+ leaf)')
  expect(await place.python('import surprising, tool, leaf; print("there")')).toBe('there')
})

describe('--only-binary', () => {
  test('leaves sources of an index out, and says so', async () => {
    const failed = await place.install(['--only-binary', ':all:', '--force-reinstall', 'app'])
    expect(failed.status).toBe(1)
    expect(failed.stderr).toContain('error[build-required]: app has to be built, and only wheels are allowed (--only-binary): there is no wheel of app')
    expect(failed.stderr).toMatch(/app 1\.0: source distributions are excluded \(--only-binary\)\n.*to have it built: --no-binary app/)
  })

  test('says why each wheel does not fit', async () => {
    index.add([aWheel({ name: 'elsewhere', tags: 'cp311-cp311-win_amd64' }), anSdist({ name: 'elsewhere' })])
    const failed = await place.install(['--only-binary', ':all:', 'elsewhere'])
    expect(failed.stderr).toContain('error[build-required]: elsewhere has to be built, and only wheels are allowed (--only-binary): no wheel of elsewhere fits this Python and platform')
    expect(failed.stderr).toMatch(/elsewhere 1\.0: .*wheels .*win_amd64.*; source distributions are excluded \(--only-binary\)/)
    expect((await place.install(['--only-binary', ':all:', '--no-binary', 'elsewhere', 'elsewhere'])).counts).toMatchObject({ wheelsBuilt: 1 })
  })

  test('is not what stands in the way of sources that would not do either', async () => {
    index.add([aWheel({ name: 'ahead', tags: 'cp311-cp311-win_amd64' }), anSdist({ name: 'ahead', requiresPython: '>=3.99' })])
    const failed = await place.install(['--only-binary', ':all:', 'ahead'])
    expect(failed.stderr).toContain('error[no-candidate]: no version of ahead fits this Python and platform')
    expect(failed.stderr).toMatch(/it requires Python >=3\.99/)
  })

  test('takes the newest version that has a wheel, as pip does', async () => {
    index.add([aWheel({ name: 'mixed', version: '1.0' }), anSdist({ name: 'mixed', version: '2.0' })])
    expect((await place.install(['--only-binary', ':all:', 'mixed'])).output).toContain('+ mixed 1.0')
    const failed = await place.install(['--only-binary', ':all:', 'mixed>=2'])
    expect(failed.stderr).toContain('error[resolution-impossible]')
    expect(failed.stderr).toContain('mixed 2.0: source distributions are excluded (--only-binary)')
  })

  test('covers archives and repositories named by URL, by the user and by what he asks for', async () => {
    const url = `${index.filesUrl()}app-1.0.tar.gz`
    index.add(aWheel({ name: 'names-source', requires: [`app @ ${url}`] }))
    for (const asked of [url, `app @ ${url}`, 'app @ git+https://host.test/app', 'names-source']) {
      const failed = await place.install(['--only-binary', ':all:', asked])
      expect(failed.stderr).toContain('error[build-required]')
      expect(failed.stderr).toContain('only wheels are allowed (--only-binary)')
    }
  })

  test('covers what builds need', async () => {
    const failed = await place.install(['--only-binary', 'sourcetool', '--no-cache-dir', '--force-reinstall', 'lib'])
    expect(failed.stderr).toContain('error[build-required]: sourcetool has to be built')
    expect(failed.stderr).toMatch(/build requirements of lib 1\.0/)
  })

  test('covers sources that a build names by URL', async () => {
    aProject(join(place.folder, 'needy'), { name: 'needy', backend: { requires: [`sourcetool @ ${index.filesUrl()}sourcetool-2.0.tar.gz`] } })
    const failed = await place.install(['--only-binary', 'sourcetool', './needy'])
    expect(failed.stderr).toContain('error[build-required]: ')
    expect(failed.stderr).toMatch(/build requirements of .*needy/)
  })
})

test('folders, editable ones, archives and repositories in one run', async () => {
  aProject(join(place.folder, 'plain'), { name: 'plain' })
  const live = aProject(join(place.folder, 'live'), { name: 'live' })
  const packed = anSdist({ name: 'packed', format: 'tar.xz' })
  writeFileSync(join(place.folder, packed.filename), packed.bytes)
  const repository = await aRepository(join(place.folder, 'remote'))
  const commit = await repository.commit(sourceTree({ name: 'repo' }))
  const done = await place.install(['./plain', '-e', './live', `./${packed.filename}`, `git+${repository.url}@main`])
  expect(done.output).toMatch(/Installed 4 packages.*\n \+ live 1\.0\n \+ packed 1\.0\n \+ plain 1\.0\n \+ repo 1\.0/)
  writeFileSync(join(live, 'live', '__init__.py'), '__version__ = "edited"\n')
  expect(await place.python('import plain, live, packed, repo; print(live.__version__)')).toBe('edited')
  const directUrl = (name: string): unknown => JSON.parse(place.infoFile(`${name}-1.0.dist-info`, 'direct_url.json') ?? 'null')
  expect(directUrl('plain')).toEqual({ dir_info: {}, url: `file://${place.folder}/plain` })
  expect(directUrl('live')).toEqual({ dir_info: { editable: true }, url: `file://${live}` })
  expect(directUrl('packed')).toMatchObject({ archive_info: { hashes: { sha256: packed.sha256 } } })
  expect(directUrl('repo')).toEqual({ url: repository.url, vcs_info: { commit_id: commit, requested_revision: 'main', vcs: 'git' } })
  expect(done.leftovers).toEqual([])
})

test('a hash is of the source distribution, not of the wheel built from it', async () => {
  const leaf = anSdist({ name: 'leaf', backend: { preparesMetadata: false, dynamicMetadata: ['Provides-Extra: only-the-build-knows'] } })
  const good = await place.install(['--force-reinstall', '--require-hashes', '-r', requirementsFile(`leaf==1.0 --hash=sha256:${leaf.sha256}\n`)])
  expect(good.status).toBe(0)
  const bad = await place.install(['--force-reinstall', '-r', requirementsFile(`leaf==1.0 --hash=sha256:${'0'.repeat(64)}\n`)])
  expect(bad.status).toBe(1)
  expect(bad.stderr).toContain('error[hash-mismatch]')
  const other = await place.install(['--force-reinstall', '-r', requirementsFile(`leaf==1.0 --hash=sha512:${'0'.repeat(128)}\n`)])
  expect(other.stderr).toContain('error[hash-mismatch]')
})

function requirementsFile(text: string): string {
  const file = `${place.folder}/requirements.txt`
  writeFileSync(file, text)
  return file
}
