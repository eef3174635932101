import { existsSync, linkSync, mkdirSync, readdirSync, readlinkSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { commitPlan } from '../../src/install/commit.ts'
import { JOURNAL_NAME, readJournal, SETTLED_NAME } from '../../src/install/journal.ts'
import { planInstall } from '../../src/install/plan.ts'
import { openTargetView } from '../../src/install/target-view.ts'
import type { InstallPlan, StagedDistribution } from '../../src/install/types.ts'
import { fakeStaged, writeFiles, type FakeFiles } from './staged-fake.ts'
import { readTree, treeDifferences, type Tree } from './tree.ts'

/** An environment with a commit ready to be made, as often as one likes: without resolving, fetching, unpacking. */
export interface CommitScene {
  readonly site: string
  readonly workDir: string
  readonly plan: InstallPlan
  /** Puts the environment and the stage back as they were before the commit; the environment is left alone where it is known to be old. */
  reset(isOld?: boolean): void
  /** What the environment is like, the work area aside. */
  state(): 'old' | 'new' | 'torn'
  /** Where a commit that was ended stood: no journal or none that is whole; a whole one; a settled one, or nothing left. */
  moment(): 'before' | 'inside' | 'after'
}

export interface SceneOptions {
  /** Exists, as `python -m venv` or mkdir leaves it. */
  readonly root: string
  readonly site: string
  readonly packages: number
  /** Whether other versions of them are there, that go. */
  readonly isUpgrade: boolean
  /** Modules of each package beside its `__init__.py`. */
  readonly modules?: number
}

const filesOf = (index: number, version: string, modules: number): FakeFiles => ({
  [`purelib/p${index}/__init__.py`]: `V = '${version}'\n`,
  ...Object.fromEntries(Array.from({ length: modules }, (_, number) => [`purelib/p${index}/m${number % 10}/module${number}.py`, `V = '${version}'\n`])),
  [`purelib/p${index}-${version}.dist-info/METADATA`]: version,
  [`purelib/p${index}-${version}.dist-info/RECORD`]: version,
  [`scripts/p${index}`]: version,
})

/** Makes the scene; what it is reset from lies beside `root`, and every reset is links alone. */
export function openCommitScene({ root, site, packages, isUpgrade, modules = 2 }: SceneOptions): CommitScene {
  const workDir = `${site}/.parallel-pip`
  const folders = { purelib: site, platlib: site, scripts: `${root}/bin`, data: root, headers: `${root}/include` }
  const [keptRoot, keptStage] = [`${root}-kept`, `${root}-kept-stage`]
  const numbers = Array.from({ length: packages }, (_, index) => index)
  const old = isUpgrade ? numbers.map((index) => filesOf(index, '1.0', modules)) : []
  for (const files of old) {
    for (const [part, folder] of [['purelib', site], ['scripts', folders.scripts]] as const) {
      writeFiles(folder, Object.fromEntries(Object.entries(files).flatMap(([path, content]) => (path.startsWith(`${part}/`) ? [[path.slice(part.length + 1), content]] : []))))
    }
  }
  const staged = numbers.map((index): StagedDistribution => {
    const files = filesOf(index, '2.0', modules)
    writeFiles(`${keptStage}/${index}`, files)
    return fakeStaged(`p${index}`, files, `${workDir}/stage/${index}`)
  })
  const gone = numbers.filter(() => isUpgrade)
  const removed = { folders: gone.flatMap((index) => [`${site}/p${index}`, `${site}/p${index}-1.0.dist-info`]), files: gone.map((index) => `${folders.scripts}/p${index}`) }
  const plan = planInstall({ staged, foldersFor: () => folders, removed, view: openTargetView(), ownerOf: () => undefined, nameKey: (name) => name, rules: { allows: () => false, lastWins: false }, keepInside: undefined })
  linkTree(root, keptRoot)
  const reset = (isOld = false): void => {
    if (!isOld) {
      rmSync(root, { recursive: true, force: true })
      linkTree(keptRoot, root)
    }
    linkTree(keptStage, `${workDir}/stage`)
  }
  const before = treeOf(root)
  reset()
  commitPlan({ plan, workDir, journal: 'none', signal: new AbortController().signal })
  const after = treeOf(root)
  return {
    site, workDir, plan, reset,
    state: () => {
      const now = treeOf(root)
      if (treeDifferences(before, now).length === 0) return 'old'
      return treeDifferences(after, now).length === 0 ? 'new' : 'torn'
    },
    moment: () => {
      if (!existsSync(workDir) || existsSync(`${workDir}/${SETTLED_NAME}`)) return 'after'
      const journal = readJournal(join(workDir, JOURNAL_NAME))
      if (journal !== 'absent' && journal !== 'unfinished') return 'inside'
      // The last of a work area that was being removed has nothing staged in it.
      return existsSync(`${workDir}/stage/0/purelib/p0`) ? 'before' : 'after'
    },
  }
}

function treeOf(root: string): Tree {
  return readTree(root, { ignore: /(^|\/)(__pycache__|\.parallel-pip)$/ })
}

/** A copy of a folder whose files are links to the same content. */
export function linkTree(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, place] = [`${from}/${entry.name}`, `${to}/${entry.name}`]
    if (entry.isDirectory()) linkTree(source, place)
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), place)
    else linkSync(source, place)
  }
}
