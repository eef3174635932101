import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { buildPlace, type BuildPlace } from '../support/building.ts'
import { startIndex, type IndexServer } from '../support/index-server/server.ts'
import { makeEnvironment, pipIn } from '../support/python.ts'
import { realWheels } from '../support/real-files.ts'
import { writeFiles } from '../support/sdist.ts'
import { tarCompressed } from '../support/tar.ts'
import { sha256Hex, type BuiltFile } from '../support/wheel.ts'
import { readTree, treeDifferences } from '../support/tree.ts'

// Builds start many processes: generous, for machines that have other things to do.
jest.setTimeout(180_000)

/** Real backends, small projects, an index of our own: builds as they happen, without a network once the backends are here. */
const backends = realWheels(['setuptools', 'wheel', 'hatchling', 'hatch-vcs', 'flit-core', 'poetry-core', 'pdm-backend', 'editables'])
const whenHere = backends === undefined ? test.skip : test
if (backends === undefined) console.warn('the real backends are not here and no index can be reached: their tests are skipped')

/** Path → text of a project that a backend of this name builds. */
type Files = Readonly<Record<string, string>>

const project = (backend: string, requires: string, more = ''): string =>
  `[project]\nname = "proj-x"\nversion = "1.2"\ndescription = "d"\nrequires-python = ">=3.8"\ndependencies = []\n${more}[project.scripts]\nproj-x = "proj_x:main"\n[build-system]\nrequires = [${JSON.stringify(requires)}]\nbuild-backend = "${backend}"\n`
const code = { 'proj_x/__init__.py': '"""A module."""\n__version__ = "1.2"\ndef main():\n    print("works")\n', 'README.md': 'x\n' }

const PROJECTS: Readonly<Record<string, Files>> = {
  'setuptools': { ...code, 'pyproject.toml': project('setuptools.build_meta', 'setuptools>=61') + '[tool.setuptools]\npackages = ["proj_x"]\n' },
  'setup.py alone': { ...code, 'setup.py': 'from setuptools import setup\nsetup(name="proj-x", version="1.2", packages=["proj_x"], entry_points={"console_scripts": ["proj-x=proj_x:main"]})\n' },
  'setup.py that imports from its folder': { ...code, 'helper.py': 'VERSION = "1.2"\n', 'setup.py': 'import helper\nfrom setuptools import setup\nsetup(name="proj-x", version=helper.VERSION, packages=["proj_x"], entry_points={"console_scripts": ["proj-x=proj_x:main"]})\n' },
  'pyproject.toml without build-system': { ...code, 'pyproject.toml': project('', '').replace(/\[build-system\][^]*/, '') + '[tool.setuptools]\npackages = ["proj_x"]\n' },
  'hatchling': { ...code, 'pyproject.toml': project('hatchling.build', 'hatchling') },
  'flit-core': { ...code, 'pyproject.toml': project('flit_core.buildapi', 'flit_core>=3.4') },
  'poetry-core': { ...code, 'pyproject.toml': project('poetry.core.masonry.api', 'poetry-core>=2') },
  'poetry-core, in its own tables': { ...code, 'pyproject.toml': '[tool.poetry]\nname = "proj-x"\nversion = "1.2"\ndescription = "d"\nauthors = []\n[tool.poetry.scripts]\nproj-x = "proj_x:main"\n[build-system]\nrequires = ["poetry-core"]\nbuild-backend = "poetry.core.masonry.api"\n' },
  'pdm-backend': { ...code, 'pyproject.toml': project('pdm.backend', 'pdm-backend') },
  'a C extension': {
    'proj_x/__init__.py': 'from ._fast import answer\ndef main():\n    print("works" if answer() == 42 else "wrong")\n',
    'proj_x/_fast.c': '#include <Python.h>\nstatic PyObject *answer(PyObject *self, PyObject *args) { return PyLong_FromLong(42); }\nstatic PyMethodDef methods[] = {{"answer", answer, METH_NOARGS, ""}, {0}};\nstatic struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "_fast", 0, -1, methods};\nPyMODINIT_FUNC PyInit__fast(void) { return PyModule_Create(&module); }\n',
    'setup.py': 'from setuptools import Extension, setup\nsetup(ext_modules=[Extension("proj_x._fast", ["proj_x/_fast.c"])])\n',
    'pyproject.toml': project('setuptools.build_meta', 'setuptools') + '[tool.setuptools]\npackages = ["proj_x"]\n',
  },
}
const EDITABLE = Object.keys(PROJECTS).filter((name) => name !== 'a C extension')

let index: IndexServer
let place: BuildPlace
beforeAll(async () => {
  index = await startIndex()
  index.add(backends ?? [])
  place = buildPlace(index)
})
afterAll(async () => {
  place.close()
  await index.close()
})

function archive(files: Files): BuiltFile {
  const bytes = tarCompressed(Object.entries(files).map(([name, content]) => ({ name: `proj_x-1.2/${name}`, content, modifiedSeconds: 1_700_000_000 })), 'gz')
  return { kind: 'sdist', name: 'proj-x', version: '1.2', filename: 'proj_x-1.2.tar.gz', bytes, sha256: sha256Hex(bytes), metadata: undefined, requiresPython: undefined }
}

const works = async (): Promise<string> => place.python('import subprocess, sys, os; print(subprocess.check_output([os.path.join(os.path.dirname(sys.executable), "proj-x")], text=True).strip())')

describe.each(Object.entries(PROJECTS))('%s', (name, files) => {
  whenHere('builds from an index, and is installed as pip installs it', async () => {
    index.add(archive(files))
    const done = await place.install(['--force-reinstall', '--no-cache-dir', 'proj-x'])
    expect(done.stderr).toBe('')
    expect([await works(), done.counts['buildsDone'], done.leftovers]).toEqual(['works', 1, []])
    const pips = makeEnvironment(join(place.folder, `pip ${name}`))
    const pip = await pipIn(pips, ['install', '--quiet', '--no-compile', '--no-cache-dir', '--index-url', index.indexUrl(), 'proj-x'], { timeoutMs: 170_000 })
    expect(pip.status).toBe(0)
    const ignore = /(^|\/)(__pycache__|INSTALLER|RECORD|.*\.so|WHEEL|proj-x)$|^src$/
    const ours = readTree(place.env.root, { ignore, neutral: [place.env.root] })
    expect(treeDifferences(readTree(pips.root, { ignore, neutral: [pips.root] }), ours)).toEqual([])
  }, 180_000)
})

describe.each(EDITABLE)('%s, editable', (name) => {
  whenHere('follows edits, and is recorded', async () => {
    const folder = join(place.folder, `live ${name.replace(',', '')}`)
    writeFiles(folder, PROJECTS[name] ?? {})
    const done = await place.install(['-e', folder])
    expect([done.stderr, await works()]).toEqual(['', 'works'])
    writeFileSync(join(folder, 'proj_x', '__init__.py'), 'def main():\n    print("edited")\n')
    expect(await works()).toBe('edited')
    expect(JSON.parse(place.infoFile('proj_x-1.2.dist-info', 'direct_url.json') ?? 'null')).toEqual({ dir_info: { editable: true }, url: pathToFileURL(folder).href })
  }, 180_000)
})

whenHere('an editable whose build writes down its interpreter names the one it is installed for, and may start it', async () => {
  const folder = join(place.folder, 'kernel')
  const hook = [
    'import pathlib, subprocess, sys',
    'from hatchling.builders.hooks.plugin.interface import BuildHookInterface',
    'class CustomHook(BuildHookInterface):',
    '    def initialize(self, version, build_data):',
    '        subprocess.check_call([sys.executable, "-c", "import hatchling"])',
    '        (pathlib.Path(self.root) / "proj_x" / "python.txt").write_text(sys.executable)',
  ]
  writeFiles(folder, { ...code, 'hatch_build.py': `${hook.join('\n')}\n`, 'pyproject.toml': `${project('hatchling.build', 'hatchling')}[tool.hatch.build.hooks.custom]\n` })
  const written = (): string => readFileSync(join(folder, 'proj_x', 'python.txt'), 'utf8')
  expect((await place.install(['-e', folder])).stderr).toBe('')
  expect(written()).toBe(place.env.python)
  const pips = makeEnvironment(join(place.folder, 'pip kernel'))
  expect((await pipIn(pips, ['install', '--quiet', '--index-url', index.indexUrl(), '-e', folder])).status).toBe(0)
  expect(written()).toBe(pips.python)
}, 180_000)

whenHere('code for a compiler, where there is none: says what is missing', async () => {
  const folder = join(place.folder, 'no compiler')
  writeFiles(folder, PROJECTS['a C extension'] ?? {})
  const failed = await place.install([folder], { env: { CC: 'no-such-compiler' } })
  expect(failed.stderr).toMatch(/error\[build-failed\]: building .* failed: setuptools\.build_meta ended with status 1/)
  expect(failed.stderr).toMatch(/error: .*'no-such-compiler'/)
}, 180_000)

whenHere('a version that comes from git', async () => {
  const { aRepository, gitEnvironment } = await import('../support/repository.ts')
  const git = gitEnvironment(join(place.folder, 'git-home'))
  const repository = await aRepository(join(place.folder, 'versioned'))
  await repository.commit({ ...code, 'pyproject.toml': '[project]\nname = "proj-x"\ndynamic = ["version"]\n[project.scripts]\nproj-x = "proj_x:main"\n[build-system]\nrequires = ["hatchling", "hatch-vcs"]\nbuild-backend = "hatchling.build"\n[tool.hatch.version]\nsource = "vcs"\n' })
  await repository.git('tag', 'v3.1')
  const done = await place.install(['--force-reinstall', `git+${repository.url}`], { env: git })
  expect(done.output).toContain('proj-x 1.2 → 3.1')
}, 180_000)
