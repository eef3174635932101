/**
 * What the transaction costs: node bench/transaction.ts [packages] [modules of each] [rounds]
 *
 * A commit of as many packages into an empty environment, and in the place of old versions of them, with its journal and
 * without; the window in which a kill would leave a mixture; and, beside it, what it would take to swap in a linked copy of
 * site-packages instead. In a folder of its own below TMPDIR. Prints best and median of the rounds, in ms.
 */
import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { linkTree, openCommitScene, type CommitScene } from '../__tests__/support/commit-scene.ts'
import { commitPlan } from '../src/install/commit.ts'
import { realDisk, type CommitDisk } from '../src/install/disk.ts'

const [packages = 100, modules = 20, rounds = 5] = process.argv.slice(2).map(Number)
const folder = mkdtempSync(path.join(tmpdir(), 'transaction-'))
const JOURNAL = { added: ['p0 2.0'], removed: ['p0 1.0'] }

interface Sample {
  readonly wholeMs: number
  /** From the first change to the last. */
  readonly windowMs: number
}

try {
  for (const isUpgrade of [false, true]) {
    const scene = openScene(isUpgrade)
    const samples: Record<'journal' | 'none', Sample[]> = { journal: [], none: [] }
    // Turn by turn, so that both meet the same load.
    for (let round = 0; round < rounds; round += 1) for (const kind of ['journal', 'none'] as const) samples[kind].push(commit(scene, kind))
    console.log(`${isUpgrade ? 'upgrade' : 'fresh'}, ${packages} packages of ${modules + 3} files, ${scene.plan.steps.length} steps`)
    console.log(`  with the journal     ${figures(samples.journal.map(({ wholeMs }) => wholeMs))}`)
    console.log(`  without              ${figures(samples.none.map(({ wholeMs }) => wholeMs))}`)
    console.log(`  the window of both   ${figures([...samples.journal, ...samples.none].map(({ windowMs }) => windowMs))}`)
    if (isUpgrade) reportSwap(scene)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function openScene(isUpgrade: boolean): CommitScene {
  const root = path.join(folder, isUpgrade ? 'upgrade' : 'fresh')
  const site = path.join(root, 'lib', 'site-packages')
  for (const place of [site, path.join(root, 'bin')]) mkdirSync(place, { recursive: true })
  return openCommitScene({ root, site, packages, isUpgrade, modules })
}

function commit(scene: CommitScene, kind: 'journal' | 'none'): Sample {
  scene.reset()
  const seen: number[] = []
  const timed = watched(realDisk, () => seen.push(performance.now()))
  const startMs = performance.now()
  commitPlan({ plan: scene.plan, workDir: scene.workDir, journal: kind === 'none' ? 'none' : JOURNAL, signal: new AbortController().signal, disk: timed })
  return { wholeMs: performance.now() - startMs, windowMs: (seen.at(-1) ?? 0) - (seen[0] ?? 0) }
}

function watched(disk: CommitDisk, onChange: () => void): CommitDisk {
  const after = (from: string, to: string): void => {
    onChange()
    disk.rename(from, to)
    onChange()
  }
  return { ...disk, rename: after }
}

/** Everything that stays would be linked into a new site-packages, and two renames would bring it in: scripts lie elsewhere. */
function reportSwap(scene: CommitScene): void {
  const [linking, swapping, scripts]: number[][] = [[], [], []]
  for (let round = 0; round < rounds; round += 1) {
    scene.reset()
    rmSync(scene.workDir, { recursive: true, force: true })
    const [next, old] = [`${scene.site}-next`, `${scene.site}-old`]
    const startMs = performance.now()
    linkTree(scene.site, next)
    const linkedMs = performance.now()
    renameSync(scene.site, old)
    renameSync(next, scene.site)
    swapping?.push(performance.now() - linkedMs)
    linking?.push(linkedMs - startMs)
    rmSync(old, { recursive: true })
    scene.reset()
    const others = scene.plan.steps.filter((step) => !(step.kind === 'bring-in' ? step.to : step.path).startsWith(scene.site))
    const plan = { ...scene.plan, steps: others }
    const scriptsMs = performance.now()
    commitPlan({ plan, workDir: scene.workDir, journal: 'none', signal: new AbortController().signal })
    scripts?.push(performance.now() - scriptsMs)
  }
  console.log(`  swapping a linked copy of site-packages: linking ${figures(linking ?? [])}`)
  console.log(`    the two renames      ${figures(swapping ?? [])}`)
  console.log(`    the scripts besides  ${figures(scripts ?? [])}`)
}

function figures(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b)
  return `best ${(sorted[0] ?? 0).toFixed(1)}, median ${(sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(1)}`
}
