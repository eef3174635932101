import { mkdirSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { commitPlan, type CommitFacts } from '../../src/install/commit.ts'
import { realDisk, type CommitDisk } from '../../src/install/disk.ts'
import { planInstall } from '../../src/install/plan.ts'
import { openTargetView } from '../../src/install/target-view.ts'
import type { InstallPlan } from '../../src/install/types.ts'
import { stagedOnDisk, writeFiles, type FakeFiles } from './staged-fake.ts'
import { readTree, type Tree } from './tree.ts'

/** What is in an environment, what goes and what comes; paths below the environment for what is there, below the stage for the rest. */
export interface World {
  /** `lib/site/pkg/x.py` → content. */
  readonly there: FakeFiles
  /** Of those, the ones that go. */
  readonly gone: readonly string[]
  readonly wheels: readonly FakeFiles[]
}

export interface OpenWorld {
  readonly root: string
  readonly site: string
  readonly workDir: string
  readonly plan: InstallPlan
  /** Without the work area. */
  tree(): Tree
  commit(disk?: CommitDisk, changes?: Partial<CommitFacts>): void
}

/** Makes a world on disk, in a fresh folder below `folder`, and plans. */
export function openWorld(folder: string, world: World): OpenWorld {
  const root = mkdtempSync(join(folder, 'world-'))
  const site = `${root}/lib/site`
  const workDir = `${site}/.parallel-pip`
  for (const path of [site, `${root}/bin`]) mkdirSync(path, { recursive: true })
  writeFiles(root, world.there)
  const staged = world.wheels.map((files, index) => stagedOnDisk(`w${index}`, files, `${workDir}/stage/${index}`))
  mkdirSync(workDir, { recursive: true })
  const folders = { purelib: site, platlib: site, scripts: `${root}/bin`, data: root, headers: `${root}/include` }
  const plan = planInstall({
    staged, foldersFor: () => folders, removed: { folders: [], files: world.gone.map((path) => `${root}/${path}`) }, view: openTargetView(), ownerOf: () => undefined, nameKey: (name) => name,
    rules: { allows: () => true, lastWins: true }, keepInside: undefined,
  })
  return {
    root, site, workDir, plan,
    tree: () => readTree(root, { ignore: /(^|\/)\.parallel-pip$/ }),
    commit: (disk = realDisk, changes = {}) => commitPlan({ plan, workDir, journal: { added: ['w 1.0'], removed: [] }, signal: new AbortController().signal, disk, ...changes }),
  }
}

const name = fc.constantFrom('a', 'b', 'c', 'ns', 'x.py', 'y.py')
const content = fc.string({ maxLength: 4 })
const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join('/'))

/** Files without one in the place of another's folder. */
const files = (prefix: fc.Arbitrary<string>): fc.Arbitrary<FakeFiles> =>
  fc.array(fc.tuple(prefix, path, content), { maxLength: 7 }).map((list) => {
    const kept: Record<string, string> = {}
    for (const [first, rest, text] of list) {
      const full = `${first}/${rest}`
      const isFree = Object.keys(kept).every((other) => other !== full && !other.startsWith(`${full}/`) && !full.startsWith(`${other}/`))
      if (isFree) kept[full] = text
    }
    return kept
  })

/** Random environments, removals and wheels that share folders and paths. */
export const anyWorld: fc.Arbitrary<World> = fc
  .tuple(files(fc.constantFrom('lib/site', 'bin')), fc.array(files(fc.constantFrom('purelib', 'scripts', 'data')), { minLength: 1, maxLength: 3 }), fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }))
  .map(([there, wheels, goes]) => ({ there, wheels, gone: Object.keys(there).filter((_, index) => goes[index]) }))

/** A disk that throws in the place of its n-th change (from 0), once or from then on. */
export function failingDisk(at: number, code: string, isDead: boolean, disk: CommitDisk = realDisk): CommitDisk & { readonly changes: () => number } {
  let count = 0
  const change = <A extends unknown[]>(work: (...args: A) => void) => (...args: A): void => {
    count += 1
    if (count - 1 === at || (isDead && count - 1 > at)) throw Object.assign(new Error(`${code}: injected`), { code })
    work(...args)
  }
  return {
    rename: change((from: string, to: string) => disk.rename(from, to)),
    makeFolder: change((folder: string) => disk.makeFolder(folder)),
    removeEmptyFolder: change((folder: string) => disk.removeEmptyFolder(folder)),
    copy: change((from: string, to: string) => disk.copy(from, to)),
    remove: change((file: string) => disk.remove(file)),
    identify: (file) => (isDead && count > at ? dead(code) : disk.identify(file)),
    list: (folder) => (isDead && count > at ? dead(code) : disk.list(folder)),
    changes: () => count,
  }
}

function dead(code: string): never {
  throw Object.assign(new Error(`${code}: injected`), { code })
}

/** A disk on which some moves cannot be renames: between folders chosen by their names, or of folders at all. */
export function splitDisk(rule: 'folders' | 'everything' | 'mount points'): CommitDisk {
  return {
    ...realDisk,
    rename: (from, to) => {
      const isFolder = realDisk.identify(from)?.isFolder === true
      if (rule === 'mount points' && isFolder) throw Object.assign(new Error('EBUSY: injected'), { code: 'EBUSY' })
      if (rule === 'everything' || isFolder) throw Object.assign(new Error('EXDEV: injected'), { code: 'EXDEV' })
      realDisk.rename(from, to)
    },
  }
}
