import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { buildPlace, type BuildPlace } from '../support/building.ts'
import { startIndex, type IndexServer } from '../support/index-server/server.ts'
import { aRepository, gitEnvironment, type TestRepository } from '../support/repository.ts'
import { anSdist, aProject, sourceTree } from '../support/sdist.ts'
import { aWheel } from '../support/wheel.ts'

// Builds start many processes: generous, for machines that have other things to do.
jest.setTimeout(180_000)

let index: IndexServer
let place: BuildPlace
let git: Record<string, string>

beforeAll(async () => {
  index = await startIndex()
  index.add([aWheel({ name: 'dep', version: '1.0' }), aWheel({ name: 'tool', version: '1.0' }), aWheel({ name: 'tool', version: '2.0' })])
  place = buildPlace(index)
  git = gitEnvironment(join(place.folder, 'git-home'))
})
afterAll(async () => {
  place.close()
  await index.close()
})

const directUrl = (distInfo: string): unknown => JSON.parse(place.infoFile(distInfo, 'direct_url.json') ?? 'null')

describe('a folder', () => {
  test('is built in place each time it is named, with its extras', async () => {
    const folder = aProject(join(place.folder, 'project'), { name: 'project', extras: { more: ['dep'] }, backend: { records: true } })
    const first = await place.install(['./project[more]'])
    expect(first.output).toMatch(/\+ dep 1\.0\n \+ project 1\.0/)
    expect(directUrl('project-1.0.dist-info')).toEqual({ dir_info: {}, url: `file://${folder}` })
    expect(await place.python('import project, dep; print(project.__version__)')).toBe('1.0')
    writeFileSync(join(folder, 'project', '__init__.py'), '__version__ = "edited"\n')
    expect((await place.install(['./project'])).output).toContain('~ project 1.0 (again)')
    expect(await place.python('import project; print(project.__version__)')).toBe('edited')
  })

  test('may hold the project in a subdirectory', async () => {
    const root = join(place.folder, 'mono')
    aProject(join(root, 'python'), { name: 'inner' })
    expect((await place.install([`inner @ file://${root}#subdirectory=python`])).status).toBe(0)
    expect(directUrl('inner-1.0.dist-info')).toEqual({ dir_info: {}, subdirectory: 'python', url: `file://${root}` })
  })

  test('named in the metadata of a wheel is built too', async () => {
    const folder = aProject(join(place.folder, 'linked'), { name: 'linked' })
    index.add(aWheel({ name: 'linker', requires: [`linked @ file://${folder}`] }))
    expect((await place.install(['linker'])).output).toMatch(/\+ linked 1\.0\n \+ linker 1\.0/)
  })

  test('without a project is refused before anything is done', async () => {
    mkdirSync(join(place.folder, 'empty'))
    expect((await place.install(['./empty'])).stderr).toContain('empty')
  })
})

describe('an editable folder', () => {
  test('follows edits', async () => {
    const folder = aProject(join(place.folder, 'live'), { name: 'live' })
    expect((await place.install(['-e', './live'])).status).toBe(0)
    expect(directUrl('live-1.0.dist-info')).toEqual({ dir_info: { editable: true }, url: `file://${folder}` })
    writeFileSync(join(folder, 'live', '__init__.py'), '__version__ = "edited"\n')
    expect(await place.python('import live; print(live.__version__, live.__file__)')).toBe(`edited ${folder}/live/__init__.py`)
  })

  test('needs a backend that can', async () => {
    aProject(join(place.folder, 'fixed'), { name: 'fixed', backend: { editable: false } })
    const failed = await place.install(['-e', './fixed'])
    expect(failed.stderr).toContain('cannot be installed editable: its backend _backend has no build_editable hook')
    expect(failed.stderr).toContain('--> argument "-e ./fixed"')
  })
})

describe('an archive', () => {
  test.each(['tar.gz', 'tar.bz2', 'tar.xz', 'tar.lzma', 'zip', 'tar'] as const)('.%s named by path', async (format) => {
    const sdist = anSdist({ name: `packed-${format.replace('.', '-')}`, format, topFolder: format === 'tar' ? '' : 'anything' })
    writeFileSync(join(place.folder, sdist.filename), sdist.bytes)
    expect((await place.install([`./${sdist.filename}`, '--no-deps'])).status).toBe(0)
    const found = directUrl(`packed_${format.replace('.', '_')}-1.0.dist-info`)
    expect(found).toEqual({ archive_info: { hash: `sha256=${sdist.sha256}`, hashes: { sha256: sdist.sha256 } }, url: `file://${place.folder}/${sdist.filename}` })
  })

  test('named by URL is held to its hash, and kept', async () => {
    const sdist = anSdist({ name: 'remote', backend: { preparesMetadata: false, dynamicMetadata: ['Requires-Dist: dep'] } })
    index.add(sdist)
    const url = index.fileUrl(sdist)
    expect((await place.install([`remote @ ${url}#sha256=${'0'.repeat(64)}`])).stderr).toContain('error[hash-mismatch]')
    const first = await place.install(['--require-hashes', '--no-deps', `remote @ ${url}#sha256=${sdist.sha256}`])
    expect(first.counts).toMatchObject({ buildsDone: 1 })
    const again = await place.install(['--force-reinstall', `remote @ ${url}`])
    expect(again.counts).toMatchObject({ buildsDone: 0, buildsReused: 1 })
  })

  test('of another project than was said is refused', async () => {
    const sdist = anSdist({ name: 'truth' })
    index.add(sdist)
    expect((await place.install([`lie @ ${index.fileUrl(sdist)}`])).stderr).toContain('error[metadata-invalid]: lie @')
  })

  test('that would write outside is refused', async () => {
    const sdist = anSdist({ name: 'escaping', members: [{ name: '../../../evil', content: 'x' }] })
    writeFileSync(join(place.folder, sdist.filename), sdist.bytes)
    const failed = await place.install([`./${sdist.filename}`])
    expect(failed.stderr).toContain('error[archive-unsafe]')
    expect([existsSync(join(place.folder, 'evil')), failed.leftovers]).toEqual([false, []])
  })
})

describe('a repository', () => {
  let repository: TestRepository
  let commit: string
  beforeAll(async () => {
    repository = await aRepository(join(place.folder, 'remote'))
    const inside = (folder: string, name: string): [string, string][] => Object.entries(sourceTree({ name })).map(([path, text]) => [`${folder}/${path}`, text])
    await repository.commit(Object.fromEntries([...inside('one', 'repo-one'), ...inside('two', 'repo-two')]))
    commit = await repository.commit(sourceTree({ name: 'repo' }))
  })

  test('is cloned at a branch; the commit is recorded; its wheel is kept for as long as the branch stays', async () => {
    const first = await place.install([`repo @ git+${repository.url}@main`], { env: git })
    expect(first.counts).toMatchObject({ buildsDone: 1 })
    expect(directUrl('repo-1.0.dist-info')).toEqual({ url: repository.url, vcs_info: { commit_id: commit, requested_revision: 'main', vcs: 'git' } })
    const again = await place.install(['--force-reinstall', `repo @ git+${repository.url}@main`], { env: git })
    expect(again.counts).toMatchObject({ buildsDone: 0, buildsReused: 1 })
    commit = await repository.commit({ 'repo/__init__.py': '__version__ = "moved"\n' })
    const moved = await place.install(['--force-reinstall', `repo @ git+${repository.url}@main`], { env: git })
    expect(moved.counts).toMatchObject({ buildsDone: 1 })
    expect(await place.python('import repo; print(repo.__version__)')).toBe('moved')
    expect([first, again, moved].flatMap(({ leftovers }) => leftovers)).toEqual([])
  })

  test('named by its whole commit is not asked when its wheel is kept, wherever that came from', async () => {
    const asked = `repo @ git+${repository.url}@${commit}`
    expect((await place.install(['--force-reinstall', asked], { env: git })).status).toBe(0)
    const marks = readdirSync(place.cacheDir, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(join('facts-v2', 'repositories')))
    for (const mark of marks) rmSync(join(place.cacheDir, mark), { recursive: true })
    const again = await place.install(['--force-reinstall', asked], { env: { ...git, PATH: '/nowhere' } })
    expect([again.stderr, again.counts['buildsReused']]).toEqual(['', 1])
  })

  test('may hold several projects', async () => {
    const url = `git+${repository.url}@${commit.slice(0, 9)}`
    const done = await place.install([`${url}#subdirectory=one`, `repo-two @ ${url}#subdirectory=two`], { env: git })
    expect(done.output).toMatch(/\+ repo-one 1\.0\n \+ repo-two 1\.0/)
    expect(directUrl('repo_one-1.0.dist-info')).toEqual({ subdirectory: 'one', url: repository.url, vcs_info: { commit_id: commit, requested_revision: commit.slice(0, 9), vcs: 'git' } })
  })

  test('editable lies in the environment, and follows its branch on reinstall', async () => {
    const asked = ['-e', `git+${repository.url}@main#egg=repo`]
    expect((await place.install(asked, { env: git })).status).toBe(0)
    const checkout = join(place.env.root, 'src', 'repo')
    expect(directUrl('repo-1.0.dist-info')).toEqual({ dir_info: { editable: true }, url: `file://${checkout}` })
    commit = await repository.commit({ 'repo/__init__.py': '__version__ = "moved again"\n' })
    expect((await place.install(asked, { env: git })).status).toBe(0)
    expect(await place.python('import repo; print(repo.__version__, repo.__file__)')).toBe(`moved again ${checkout}/repo/__init__.py`)
  })

  test('editable is put back when the run fails', async () => {
    const before = readFileSync(join(place.env.root, 'src', 'repo', 'repo', '__init__.py'), 'utf8')
    await repository.commit({ 'repo/__init__.py': '__version__ = "too new"\n' })
    const failed = await place.install(['-e', `git+${repository.url}@main#egg=repo`, '-e', `git+${repository.url}#egg=repo-one&subdirectory=one`, 'no-such-project'], { env: git })
    expect(failed.status).toBe(1)
    expect(readFileSync(join(place.env.root, 'src', 'repo', 'repo', '__init__.py'), 'utf8')).toBe(before)
    expect(existsSync(join(place.env.root, 'src', 'repo-one'))).toBe(false)
  })

  test('editable lies in an environment that is made for it', async () => {
    const venv = join(place.folder, 'made')
    const done = await place.install(['--python', place.env.python, '--venv', venv, '--without-pip', '-e', `git+${repository.url}#egg=repo`], { env: git })
    expect(done.output).toContain('+ repo 1.0')
    expect(existsSync(join(venv, 'src', 'repo', '.git'))).toBe(true)
    const failed = await place.install(['--venv', join(place.folder, 'unmade'), '-e', `git+${repository.url}#egg=repo`, 'no-such-project'], { env: git })
    expect(failed.status).toBe(1)
    expect([existsSync(join(place.folder, 'unmade')), existsSync(join(place.folder, 'unmade.parallel-pip-new'))]).toEqual([false, false])
  })

  test('of another kind than git is refused by name', async () => {
    const failed = await place.install(['hg+https://host.test/r#egg=x', '-e', 'svn+https://host.test/r#egg=y'])
    expect(failed.stderr).toMatch(/error\[input-unsupported\]: (hg|svn)\+https:\/\/host\.test\/r#egg=[xy] is a (hg|svn) repository; only git/)
  })

  test('that is not there, or lacks the revision, is an error with the requirement’s place', async () => {
    const failed = await place.install([`repo @ git+${repository.url}@no-such`], { env: git })
    expect(failed.stderr).toContain(`error[repository-failed]: ${repository.url} has no branch, tag or commit "no-such"`)
    expect(failed.stderr).toMatch(/--> argument/)
  })
})

test('with hashes required, folders and repositories are refused', async () => {
  for (const asked of ['./project', 'git+https://host.test/r']) {
    const failed = await place.install(['--require-hashes', asked])
    expect(failed.stderr).toMatch(/error\[hash-missing\]: hashes are required, and .* is a (folder|repository), which has none/)
  }
})

test('a lock names folders and commits beside hashed files, and is installed from again', async () => {
  const repository = await aRepository(join(place.folder, 'locked-repository'))
  await repository.commit(sourceTree({ name: 'locked-repo' }))
  aProject(join(place.folder, 'locked'), { name: 'locked', requires: ['dep'] })
  const asked = ['-e', './locked', `locked-repo @ git+${repository.url}`]
  expect((await place.install([...asked, '--lock-out', 'pylock.folders.toml'], { env: git })).output).toMatch(/\+ locked 1\.0/)
  const again = await place.install(['--force-reinstall', '-r', 'pylock.folders.toml'], { env: git })
  expect([again.status, again.stderr]).toEqual([0, ''])
  expect(again.output).toMatch(/~ dep 1\.0.*\n.*~ locked 1\.0.*\n.*~ locked-repo 1\.0/)
  const refused = await place.install(['--require-hashes', '--force-reinstall', '-r', 'pylock.folders.toml'], { env: git })
  expect(refused.stderr).toMatch(/error\[hash-missing\]: hashes are required, and .* is a (folder|repository), which has none/)
})

describe('what reaches a backend', () => {
  test('settings go to what the command line names; constraints of builds are their own', async () => {
    aProject(join(place.folder, 'told'), { name: 'told', requires: ['untold'], backend: { requires: ['tool'], records: true, imports: ['tool'] } })
    index.add(anSdist({ name: 'untold', backend: { records: true } }))
    writeFileSync(join(place.folder, 'constraints.txt'), 'tool==1.0\n')
    const env = { PIP_CONSTRAINT: join(place.folder, 'constraints.txt'), PYTHONPATH: '/nowhere' }
    const done = await place.install(['-C', 'key=1', '-C', 'key=2', '-C', 'other=x', './told'], { env })
    expect(done.status).toBe(0)
    const seen = (module: string): Promise<string> => place.python(`import json, os, ${module}; s = json.load(open(os.path.join(os.path.dirname(${module}.__file__), "_built_with.json"))); print(json.dumps([s["config_settings"], s["environment"].get("PYTHONPATH"), [p for p in s["path"] if "site-packages" in p]]))`)
    const [settings, pythonPath, sites] = JSON.parse(await seen('told')) as [unknown, unknown, string[]]
    expect([settings, pythonPath]).toEqual([{ key: ['1', '2'], other: 'x' }, null])
    expect(sites).toEqual([expect.stringMatching(/parallel-pip-build-.*\/env1\/lib\/python[\d.]+\/site-packages$/)])
    expect((JSON.parse(await seen('untold')) as unknown[])[0]).toBeNull()
    writeFileSync(join(place.folder, 'own.txt'), './told --config-settings key=own\nuntold\n')
    expect((await place.install(['--force-reinstall', '--no-cache-dir', '-C', 'key=1', '-r', 'own.txt'], { env })).status).toBe(0)
    expect([(JSON.parse(await seen('told')) as unknown[])[0], (JSON.parse(await seen('untold')) as unknown[])[0]]).toEqual([{ key: 'own' }, null])
  })

  test('PIP_CONSTRAINT does not reach build environments, --build-constraint does', async () => {
    aProject(join(place.folder, 'picky'), { name: 'picky', files: { 'picky/__init__.py': '' }, backend: { requires: ['tool', 'reader'], imports: ['reader'] } })
    index.add(aWheel({ name: 'reader', files: { 'reader.py': 'import importlib.metadata\nprint("tool is", importlib.metadata.version("tool"))\n' } }))
    writeFileSync(join(place.folder, 'constraints.txt'), 'tool==1.0\n')
    const outer = await place.install(['-v', './picky'], { env: { PIP_CONSTRAINT: join(place.folder, 'constraints.txt') } })
    expect(outer.output).toContain('tool is 2.0')
    const inner = await place.install(['-v', '--build-constraint', 'constraints.txt', './picky'])
    expect(inner.output).toContain('tool is 1.0')
    const named = await place.install(['-v', './picky'], { env: { PIP_BUILD_CONSTRAINT: join(place.folder, 'constraints.txt') } })
    expect(named.output).toContain('tool is 1.0')
  })

  test('without isolation builds run in the environment as it stands', async () => {
    aProject(join(place.folder, 'shared'), { name: 'shared', backend: { requires: ['tool>=1'], imports: ['tool'] } })
    const failed = await place.install(['--no-build-isolation', './shared'])
    expect(failed.stderr).toContain("ModuleNotFoundError: No module named 'tool'")
    const checked = await place.install(['--no-build-isolation', '--check-build-dependencies', './shared'])
    expect(checked.stderr).toMatch(/error\[build-failed\]: the environment does not have what .*shared needs to be built\n.*\n {2}tool>=1 is missing/)
    expect((await place.install(['tool'])).status).toBe(0)
    expect((await place.install(['--no-build-isolation', '--check-build-dependencies', './shared'])).status).toBe(0)
  })
})

test('a dry run prepares metadata and builds nothing', async () => {
  aProject(join(place.folder, 'dry'), { name: 'dry', backend: { dynamicMetadata: ['Requires-Dist: dep'], failsIn: 'build_wheel' } })
  const done = await place.install(['--dry-run', '--report', 'report.json', './dry'])
  expect(done.status).toBe(0)
  expect(done.counts).toMatchObject({ buildsDone: 0, sourcesAskedOfBackend: 1 })
  const report = JSON.parse(readFileSync(join(place.folder, 'report.json'), 'utf8')) as { install: { is_direct: boolean; download_info: unknown; metadata: { name: string } }[] }
  expect(report.install.find(({ metadata }) => metadata.name === 'dry')).toMatchObject({ is_direct: true, download_info: { dir_info: {}, url: `file://${place.folder}/dry` } })
})
