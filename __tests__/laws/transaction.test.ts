import { existsSync, rmSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { realDisk, type CommitDisk } from '../../src/install/disk.ts'
import { recover } from '../../src/install/recover.ts'
import { anyWorld, failingDisk, openWorld, splitDisk, type OpenWorld, type World } from '../support/commit-world.ts'
import { memoryFolder } from '../support/temp.ts'
import { treeDifferences, type Tree } from '../support/tree.ts'

const folder = memoryFolder()

const disks = fc.constantFrom<[string, () => CommitDisk]>(['one disk', () => realDisk], ['folders cannot be renamed', () => splitDisk('folders')], ['folders are mount points', () => splitDisk('mount points')], ['nothing can be renamed', () => splitDisk('everything')])

/** Runs a property on a world on disk, which is removed afterwards. */
function inWorld(world: World, work: (open: OpenWorld) => void): void {
  const open = openWorld(folder, world)
  fc.pre(open.plan.conflicts.length === 0)
  try {
    work(open)
  } finally {
    rmSync(open.root, { recursive: true, force: true })
  }
}

function expectTree(open: OpenWorld, expected: Tree): void {
  expect(treeDifferences(expected, open.tree())).toEqual([])
}

/** Number of changes that a commit makes, and the tree after it. */
function rehearse(world: World, makeDisk: () => CommitDisk): { readonly changes: number; readonly after: Tree } {
  const open = openWorld(folder, world)
  const disk = failingDisk(Infinity, '', false, makeDisk())
  try {
    open.commit(disk)
    return { changes: disk.changes(), after: open.tree() }
  } finally {
    rmSync(open.root, { recursive: true, force: true })
  }
}

test('rollback of a partial commit is the identity, whichever operation fails', () => {
  fc.assert(
    fc.property(anyWorld, disks, fc.nat(), fc.constantFrom('EIO', 'ENOSPC', 'EDQUOT', 'EACCES', 'EMFILE'), (world, [, makeDisk], at, code) =>
      inWorld(world, (open) => {
        const before = open.tree()
        const { changes } = rehearse(world, makeDisk)
        fc.pre(changes > 0)
        expect(() => open.commit(failingDisk(at % changes, code, false, makeDisk()))).toThrow(/as it was/)
        expectTree(open, before)
      }),
    ),
    { numRuns: 250 },
  )
})

test('a commit that fails nowhere does what its plan says, on any disk', () => {
  fc.assert(
    fc.property(anyWorld, disks, (world, [, makeDisk]) =>
      inWorld(world, (open) => {
        open.commit(makeDisk())
        expectTree(open, rehearse(world, () => realDisk).after)
        expect(recover(open.site)).toEqual({ kind: 'cleaned' })
        expect(existsSync(open.workDir)).toBe(false)
      }),
    ),
    { numRuns: 100 },
  )
})

test('a process that ends at any operation leaves what recovery turns into what was', () => {
  fc.assert(
    fc.property(anyWorld, disks, disks, fc.nat(), (world, [, makeDisk], [, makeOther], at) =>
      inWorld(world, (open) => {
        const before = open.tree()
        const { changes } = rehearse(world, makeDisk)
        fc.pre(changes > 0)
        expect(() => open.commit(failingDisk(at % changes, 'EIO', true, makeDisk()))).toThrow(/putting things back/)
        expect(recover(open.site, makeOther())).toMatchObject({ kind: 'undone', foreign: [] })
        expectTree(open, before)
        expect(existsSync(open.workDir)).toBe(false)
      }),
    ),
    { numRuns: 250 },
  )
})

test('a recovery that is itself ended at any operation is finished by the next one', () => {
  fc.assert(
    fc.property(anyWorld, fc.tuple(disks, disks, disks), fc.nat(), fc.nat(), (world, [[, makeDisk], [, makeOther], [, makeThird]], at, second) =>
      inWorld(world, (open) => {
        const before = open.tree()
        const { changes } = rehearse(world, makeDisk)
        fc.pre(changes > 0)
        expect(() => open.commit(failingDisk(at % changes, 'EIO', true, makeDisk()))).toThrow()
        try {
          recover(open.site, failingDisk(second % (2 * changes + 1), 'EIO', true, makeOther()))
        } catch {
          // Ended in the middle.
        }
        recover(open.site, makeThird())
        expectTree(open, before)
        expect(recover(open.site)).toEqual({ kind: 'nothing' })
      }),
    ),
    { numRuns: 250 },
  )
})
