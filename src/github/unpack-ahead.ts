import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { wheelInEntry, type EntryWheel } from '../actions-cache/entry.ts'
import { UMASK } from '../kernel/umask.ts'
import { parseWheelName } from '../standards/wheel-name.ts'
import { storeLayout, type StoreLayout } from '../store/layout.ts'
import type { WorkerPool } from '../workers/protocol.ts'
import type { SchemeFolders } from '../workers/tasks/wheel-layout.ts'
import { openThreadPool } from '../workers/thread-pool.ts'
import { WheelQueue } from './wheel-queue.ts'

/** Which entry, and the store that its wheels are unpacked into. */
export interface AheadFacts {
  /** Of an entry that is being restored. */
  readonly entry: string
  readonly storeRoot: string
  readonly workerPath: string
}

/** Only for the text of scripts, which no tree holds. */
const NO_PYTHON = { path: '/python', major: 3, minor: 11 }
const NO_FOLDERS: SchemeFolders = { purelib: '/lib', platlib: '/lib', scripts: '/bin', headers: '/include', data: '/' }

/** Unpacking an entry's wheels while the entry still comes. */
export interface UnpackingAhead {
  /** A file has come, whole; `inside`: its path below the entry. */
  readonly arrived: (inside: string) => void
  /** All there is has come. Resolves, when the rest is unpacked, with how many trees there are. */
  readonly finish: () => Promise<number>
}

/**
 * Unpacks the wheels of an entry into the trees of the store while the entry arrives and the job's other steps run, so that
 * `main` has only to link them: each wheel is hashed first, and judged and unpacked just as installing it would. What is wrong
 * with one leaves no tree of it; `main` then meets the fault itself. May be killed at any time: trees appear whole.
 */
export function startUnpackingAhead({ entry, storeRoot, workerPath }: AheadFacts): UnpackingAhead {
  const waiting = new WheelQueue(entry)
  const layout = storeLayout(storeRoot)
  const threads = Math.max(1, availableParallelism() - 1)
  const run = async (): Promise<number> => {
    if ((await waiting.first()) === undefined) return 0
    const pool = openThreadPool({ workerPath, threadCount: threads, givesWay: true, onInline: () => undefined })
    const scratch = path.join(layout.temporary, `ahead-${randomUUID()}`)
    mkdirSync(scratch, { recursive: true })
    // One wheel to its end, then the next: what is begun when `main` comes is lost.
    const unpackNext = async (): Promise<number> => {
      const wheel = await waiting.next()
      if (wheel === undefined) return 0
      const isThere = await unpackOne(wheel, { entry, layout, pool, scratch }).catch(() => false)
      return Number(isThere) + (await unpackNext())
    }
    try {
      const counts = await Promise.all(Array.from({ length: threads }, unpackNext))
      return counts.reduce((sum, count) => sum + count, 0)
    } finally {
      await pool.close()
      await rm(scratch, { recursive: true, force: true })
    }
  }
  const counted = run().catch(() => 0)
  return { arrived: (inside) => waiting.arrived(inside), finish: () => (waiting.close(), counted) }
}

interface Unpacking {
  readonly entry: string
  readonly layout: StoreLayout
  readonly pool: WorkerPool
  readonly scratch: string
}

async function unpackOne(wheel: EntryWheel, { entry, layout, pool, scratch }: Unpacking): Promise<boolean> {
  const name = parseWheelName(wheel.filename)
  if (name === undefined || existsSync(layout.tree(wheel.id))) return false
  // `main` moves what came into the store as soon as it is there.
  const inEntry = wheelInEntry(entry, wheel.id)
  const file = existsSync(inEntry) ? inEntry : layout.wheel(wheel.id)
  const { result } = await pool.run('hash-file', { path: file, algorithms: ['sha256'] })
  if (result.digests['sha256'] !== wheel.id) return false
  const stageDir = path.join(scratch, wheel.id)
  await pool.run('stage-wheel', {
    archivePath: existsSync(file) ? file : layout.wheel(wheel.id), label: wheel.filename, name: name.name, version: name.version.text, stageDir,
    folders: NO_FOLDERS, realFolders: NO_FOLDERS, python: NO_PYTHON, installer: '', requested: false, directUrl: undefined, strictRecord: false, umask: UMASK,
    tree: { path: layout.tree(wheel.id), draft: path.join(layout.temporary, `${randomUUID()}.tree`) },
  })
  return existsSync(layout.tree(wheel.id))
}
