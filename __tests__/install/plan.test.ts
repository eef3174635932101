import { expect, test } from '@jest/globals'
import { planInstall, type PlanFacts } from '../../src/install/plan.ts'
import type { Existing, TargetView } from '../../src/install/target-view.ts'
import type { InstallPlan } from '../../src/install/types.ts'
import { foldKey } from '../../src/standards/safe-path.ts'
import { fakeStaged, type FakeFiles } from '../support/staged-fake.ts'

const SITE = '/env/lib/site'
const FOLDERS = { purelib: SITE, platlib: SITE, scripts: '/env/bin', data: '/env', headers: '/env/include/h' }

/** A target that holds these files: path → content. Folders are those of the files, and `/env`, site-packages and `bin`. */
function target(files: Readonly<Record<string, string>>): TargetView {
  const folders = new Map<string, Map<string, Existing>>()
  const add = (path: string, kind: Existing): void => {
    const slash = path.lastIndexOf('/')
    if (slash < 0) return
    const folder = path.slice(0, slash)
    if (folder !== '') add(folder, 'folder')
    if (!folders.has(folder)) folders.set(folder, new Map())
    folders.get(folder)?.set(path.slice(slash + 1), kind)
  }
  for (const folder of [SITE, '/env/bin']) {
    add(folder, 'folder')
    folders.set(folder, folders.get(folder) ?? new Map())
  }
  for (const path of Object.keys(files)) add(path, 'file')
  return { list: (folder) => folders.get(folder), read: (path) => (files[path] === undefined ? undefined : Buffer.from(files[path])), isLink: () => false }
}

interface Case {
  readonly staged: readonly (readonly [string, FakeFiles])[]
  readonly there?: Readonly<Record<string, string>>
  readonly removed?: PlanFacts['removed']
  readonly owners?: Readonly<Record<string, string>>
  readonly lastWins?: boolean
  readonly allows?: RegExp
  readonly folds?: boolean
  readonly keepInside?: PlanFacts['keepInside']
  readonly links?: readonly string[]
}

function plan({ staged, there = {}, removed = { folders: [], files: [] }, owners = {}, lastWins = false, allows, folds = false, keepInside, links = [] }: Case): InstallPlan {
  const stageContents = Object.fromEntries(staged.flatMap(([name, files]) => Object.entries(files).map(([path, content]) => [`/stage/${name}/${path}`, content])))
  const view = target(there)
  return planInstall({
    staged: staged.map(([name, files]) => fakeStaged(name, files)),
    foldersFor: () => FOLDERS,
    removed,
    view: { list: (folder) => view.list(folder), read: (path) => (stageContents[path] === undefined ? view.read(path) : Buffer.from(stageContents[path])), isLink: (path) => links.includes(path) },
    ownerOf: (path) => owners[path],
    nameKey: folds ? foldKey : (name) => name,
    rules: { lastWins, allows: (path) => allows?.test(path) === true },
    keepInside,
  })
}

/** Steps as lines: `- path` retired, `+ path` brought in (with `< where from` unless it is the same top), `/ path` made. */
function lines({ steps }: InstallPlan): string[] {
  return steps.map((step) => (step.kind === 'bring-in' ? `+ ${step.to} < ${step.from}` : `${step.kind === 'retire' ? '-' : '/'} ${step.path}`))
}

test('a wheel that shares nothing comes in by its top entries, its dist-info last', () => {
  const files = { 'purelib/a-1.0.dist-info/RECORD': 'r', 'purelib/a/__init__.py': '', 'purelib/a/deep/er.py': '', 'purelib/single.py': '', 'scripts/run': '' }
  expect(lines(plan({ staged: [['a', files]] }))).toEqual([
    `+ ${SITE}/a < /stage/a/purelib/a`,
    `+ ${SITE}/single.py < /stage/a/purelib/single.py`,
    '+ /env/bin/run < /stage/a/scripts/run',
    `+ ${SITE}/a-1.0.dist-info < /stage/a/purelib/a-1.0.dist-info`,
  ])
})

test('dependencies come before dependents', () => {
  const steps = lines(plan({ staged: [['first', { 'purelib/z.py': '', 'purelib/first-1.0.dist-info/RECORD': '' }], ['second', { 'purelib/a.py': '' }]] }))
  expect(steps.map((line) => line.split(' ')[1])).toEqual([`${SITE}/z.py`, `${SITE}/first-1.0.dist-info`, `${SITE}/a.py`])
})

test('a folder that two share is made, and each brings its own', () => {
  const staged = [['a', { 'purelib/ns/a/x.py': '' }], ['b', { 'purelib/ns/b/y.py': '', 'purelib/ns/b/z.py': '' }]] as const
  expect(lines(plan({ staged }))).toEqual([`/ ${SITE}/ns`, `+ ${SITE}/ns/a < /stage/a/purelib/ns/a`, `+ ${SITE}/ns/b < /stage/b/purelib/ns/b`])
})

test('into a folder that is there, only what is new comes, as whole as it can', () => {
  const there = { [`${SITE}/ns/old.py`]: 'o' }
  expect(lines(plan({ staged: [['a', { 'purelib/ns/a/x.py': '', 'purelib/ns/n.py': '' }]], there }))).toEqual([`+ ${SITE}/ns/a < /stage/a/purelib/ns/a`, `+ ${SITE}/ns/n.py < /stage/a/purelib/ns/n.py`])
})

test('what goes is retired first, and what takes its place comes whole', () => {
  const there = { [`${SITE}/a/__init__.py`]: 'old', [`${SITE}/a-0.9.dist-info/RECORD`]: 'r' }
  const removed = { folders: [`${SITE}/a`, `${SITE}/a-0.9.dist-info`], files: [] }
  expect(lines(plan({ staged: [['a', { 'purelib/a/__init__.py': 'new', 'purelib/a-1.0.dist-info/RECORD': '' }]], there, removed }))).toEqual([
    `- ${SITE}/a`, `- ${SITE}/a-0.9.dist-info`, `+ ${SITE}/a < /stage/a/purelib/a`, `+ ${SITE}/a-1.0.dist-info < /stage/a/purelib/a-1.0.dist-info`,
  ])
})

test('a folder in which something stays keeps it', () => {
  const there = { [`${SITE}/a/__init__.py`]: 'old', [`${SITE}/a/local.cfg`]: 'mine' }
  const removed = { folders: [], files: [`${SITE}/a/__init__.py`] }
  expect(lines(plan({ staged: [['a', { 'purelib/a/__init__.py': 'new' }]], there, removed }))).toEqual([`- ${SITE}/a/__init__.py`, `+ ${SITE}/a/__init__.py < /stage/a/purelib/a/__init__.py`])
})

test('a file that nobody owns is overwritten, as by pip', () => {
  expect(lines(plan({ staged: [['a', { 'scripts/run': 'new' }]], there: { '/env/bin/run': 'old' } }))).toEqual(['- /env/bin/run', '+ /env/bin/run < /stage/a/scripts/run'])
})

test('missing folders of the scheme are made, outermost first', () => {
  const made = plan({ staged: [['a', { 'headers/a.h': '', 'data/etc/x': '' }]] })
  expect(lines(made)).toEqual(['/ /env/include', '/ /env/include/h', '+ /env/include/h/a.h < /stage/a/headers/a.h', '+ /env/etc < /stage/a/data/etc'])
})

test('two ways to one path are one path: data files that lie in site-packages', () => {
  const staged = [['a', { 'purelib/pkg/a.py': '1', 'purelib/a-1.0.dist-info/RECORD': '' }], ['b', { 'data/lib/site/pkg/b.py': '2', 'data/share/b': '3' }]] as const
  const made = plan({ staged })
  expect(made.conflicts).toEqual([])
  expect(lines(made)).toEqual([
    `/ ${SITE}/pkg`, `+ ${SITE}/pkg/a.py < /stage/a/purelib/pkg/a.py`, `+ ${SITE}/a-1.0.dist-info < /stage/a/purelib/a-1.0.dist-info`,
    `+ ${SITE}/pkg/b.py < /stage/b/data/lib/site/pkg/b.py`, '+ /env/share < /stage/b/data/share',
  ])
})

test('two wheels, one path, one content: the first brings it', () => {
  const made = plan({ staged: [['a', { 'purelib/t/x.py': 'same' }], ['b', { 'purelib/t/x.py': 'same', 'purelib/t/y.py': '' }]] })
  expect(made.conflicts).toEqual([])
  expect(lines(made)).toEqual([`/ ${SITE}/t`, `+ ${SITE}/t/x.py < /stage/a/purelib/t/x.py`, `+ ${SITE}/t/y.py < /stage/b/purelib/t/y.py`])
})

const TWO = [['a', { 'purelib/tests/__init__.py': 'import a' }], ['b', { 'purelib/tests/__init__.py': 'import b' }]] as const

test('two wheels, one path, two contents: a conflict', () => {
  expect(plan({ staged: TWO }).conflicts).toEqual([{ path: `${SITE}/tests/__init__.py`, owners: ['a', 'b'], isStructural: false }])
})

test('with conflicts let through the last one gets the path, as with pip', () => {
  const made = plan({ staged: TWO, lastWins: true })
  expect(made.conflicts.length).toBe(1)
  expect(lines(made)).toContain(`+ ${SITE}/tests/__init__.py < /stage/b/purelib/tests/__init__.py`)
  expect(lines(made).join()).not.toContain('/stage/a/')
})

test('an allowed path is no conflict, and the last one gets it', () => {
  const made = plan({ staged: TWO, allows: /tests/ })
  expect(made.conflicts).toEqual([])
  expect(lines(made)).toContain(`+ ${SITE}/tests/__init__.py < /stage/b/purelib/tests/__init__.py`)
})

test('scripts conflict like everything else', () => {
  expect(plan({ staged: [['a', { 'scripts/run': '1' }], ['b', { 'scripts/run': '2' }]] }).conflicts).toEqual([{ path: '/env/bin/run', owners: ['a', 'b'], isStructural: false }])
})

test('legacy namespace packages: the first one’s __init__.py stays', () => {
  const pkgutil = "# a comment\n__path__ = __import__('pkgutil').extend_path(__path__, __name__)\n"
  const resources = "try:\n    __import__('pkg_resources').declare_namespace(__name__)\nexcept ImportError:\n    from pkgutil import extend_path\n    __path__ = extend_path(__path__, __name__)\n"
  const made = plan({ staged: [['a', { 'purelib/ns/__init__.py': pkgutil }], ['b', { 'purelib/ns/__init__.py': resources }]] })
  expect(made.conflicts).toEqual([])
  expect(lines(made)).toContain(`+ ${SITE}/ns/__init__.py < /stage/a/purelib/ns/__init__.py`)
  expect(plan({ staged: [['a', { 'purelib/ns/__init__.py': pkgutil }], ['b', { 'purelib/ns/__init__.py': `${pkgutil}VERSION = 1\n` }]] }).conflicts.length).toBe(1)
})

test('a file of another installed distribution is not overwritten', () => {
  const there = { [`${SITE}/tests/x.py`]: 'theirs' }
  const owners = { [`${SITE}/tests/x.py`]: 'other' }
  expect(plan({ staged: [['a', { 'purelib/tests/x.py': 'mine' }]], there, owners }).conflicts).toEqual([{ path: `${SITE}/tests/x.py`, owners: ['other', 'a'], isStructural: false }])
  const same = plan({ staged: [['a', { 'purelib/tests/x.py': 'theirs', 'purelib/tests/y.py': '' }]], there, owners })
  expect(same.conflicts).toEqual([])
  expect(lines(same)).toEqual([`+ ${SITE}/tests/y.py < /stage/a/purelib/tests/y.py`])
})

test('a distribution may overwrite its own files (--ignore-installed)', () => {
  const there = { [`${SITE}/a/x.py`]: 'old' }
  const made = plan({ staged: [['a', { 'purelib/a/x.py': 'new' }]], there, owners: { [`${SITE}/a/x.py`]: 'a' } })
  expect(made.conflicts).toEqual([])
  expect(lines(made)).toEqual([`- ${SITE}/a/x.py`, `+ ${SITE}/a/x.py < /stage/a/purelib/a/x.py`])
})

test.each<[string, Case, [string, string]]>([
  ['a file and a folder of two wheels', { staged: [['a', { 'purelib/x': '' }], ['b', { 'purelib/x/y.py': '' }]], lastWins: true }, ['b', 'a']],
  ['a folder where a file is', { staged: [['a', { 'purelib/x/y.py': '' }]], there: { [`${SITE}/x`]: 'file' }, lastWins: true }, ['what is there', 'a']],
  ['a file where a folder is', { staged: [['a', { 'purelib/x': '' }]], there: { [`${SITE}/x/y.py`]: '' }, lastWins: true }, ['what is there', 'a']],
])('%s cannot be let through', (_, facts, owners) => {
  expect(plan(facts).conflicts).toEqual([{ path: `${SITE}/x`, owners, isStructural: true }])
})

test('on a file system that folds names, names that differ in case are one path', () => {
  const staged = [['a', { 'purelib/Pkg/x.py': '1' }], ['b', { 'purelib/pkg/X.py': '2' }]] as const
  expect(plan({ staged }).conflicts).toEqual([])
  expect(plan({ staged, folds: true }).conflicts).toEqual([{ path: `${SITE}/Pkg/x.py`, owners: ['a', 'b'], isStructural: false }])
  const onto = plan({ staged: [['a', { 'scripts/Run': 'new' }]], there: { '/env/bin/run': 'old' }, folds: true })
  expect(lines(onto)).toEqual(['- /env/bin/Run', '+ /env/bin/Run < /stage/a/scripts/Run'])
})

test('two spellings of one letter clash where the file system says so', () => {
  const staged = [['a', { 'purelib/\u00e9.py': '1' }], ['b', { 'purelib/e\u0301.py': '2' }]] as const
  expect(plan({ staged }).conflicts.length).toBe(0)
  expect(plan({ staged, folds: true }).conflicts.length).toBe(1)
})

test('with --target and without --upgrade what is there stays, whole entries at a time', () => {
  const there = { [`${SITE}/a/old.py`]: '' }
  const made = plan({ staged: [['a', { 'purelib/a/new.py': '', 'purelib/b.py': '' }]], there, keepInside: { folder: SITE, only: 'all' } })
  expect(made.skipped).toEqual([`${SITE}/a`])
  expect(lines(made)).toEqual([`+ ${SITE}/b.py < /stage/a/purelib/b.py`])
})

test('with --target and --upgrade links stay, whatever they lead to', () => {
  const there = { [`${SITE}/a/old.py`]: '', [`${SITE}/b.py`]: '', [`${SITE}/c/old.py`]: '' }
  const made = plan({ staged: [['a', { 'purelib/a/new.py': '', 'purelib/b.py': '', 'purelib/c/new.py': '' }]], there, keepInside: { folder: SITE, only: 'links' }, links: [`${SITE}/a`, `${SITE}/b.py`] })
  expect(made.skipped).toEqual([`${SITE}/a`, `${SITE}/b.py`])
  expect(lines(made)).toEqual([`+ ${SITE}/c/new.py < /stage/a/purelib/c/new.py`])
})

test('bytecode is no reason for a conflict', () => {
  const path = 'purelib/t/__pycache__/x.cpython-311.pyc'
  expect(plan({ staged: [['a', { [path]: '1' }], ['b', { [path]: '2' }]] }).conflicts).toEqual([])
})

test('a plan says what it adds', () => {
  const made = plan({ staged: [['a', { 'purelib/a.py': 'four' }], ['b', { 'purelib/b.py': 'x', 'purelib/c.py': 'y' }]] })
  expect(made.added.map(({ name, fileCount }) => ({ name, fileCount }))).toEqual([{ name: 'a', fileCount: 1 }, { name: 'b', fileCount: 2 }])
})
