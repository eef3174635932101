import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Adapter } from './adapters.ts'
import type { IndexProcess } from './index-process.ts'
import { folder } from './paths.ts'
import { prepare, sample, type Bench, type Cost, type Mode } from './sample.ts'
import { shuffled } from './statistics.ts'
import type { Row } from './table.ts'
import type { Tools } from './tools.ts'

/** One requirements file on one medium over one line. */
export interface Setting {
  readonly set: string
  readonly requirements: string
  readonly kind: 'pinned' | 'unpinned'
  readonly medium: 'disk' | 'memory'
  readonly link: string
}

export interface Measuring {
  readonly peers: Tools
  readonly tools: readonly Adapter[]
  readonly modes: readonly Mode[]
  readonly rounds: number
  /** No round begins after so many seconds, but the first. */
  readonly seconds: number
  /** Our own index, or the URL of a real one. */
  readonly index: IndexProcess | string
  /** Folder for the disk runs. */
  readonly work?: string
  readonly profile?: string | undefined
}

/** Folders in use, or left until the end, for whoever has to leave nothing behind. */
export const roots = new Set<string>()

/** Rounds of interleaved runs of all tools in one setting, in an order of chance. A tool that fails is out, with its error in its rows. */
export async function measureSetting(setting: Setting, measuring: Measuring): Promise<Row[]> {
  const { tools, modes, index } = measuring
  const isOnDisk = setting.medium === 'disk'
  const root = folder(join(isOnDisk ? (measuring.work ?? tmpdir()) : '/dev/shm', `bench-${process.pid}-${roots.size}`))
  roots.add(root)
  const place = typeof index === 'string' ? { indexUrl: index, control: undefined } : { indexUrl: `http://127.0.0.1:${index.toolPort}/${setting.kind === 'pinned' ? 'simple' : 'full'}/`, control: `http://127.0.0.1:${index.port}` }
  const bench: Bench = { tools: measuring.peers, root, ...place, profile: measuring.profile, keepsAll: isOnDisk }
  const costs = new Map(tools.flatMap((tool) => modes.map((mode) => [`${tool.name} ${mode}`, [] as Cost[]] as const)))
  const errors = new Map<string, string>()
  const startedMs = performance.now()
  try {
    const installs = modes.some((mode) => mode === 'warm' || mode === 'noop')
    if (installs || modes.some((mode) => mode.startsWith('resolve-'))) for (const tool of tools) await attempt(errors, tool, () => prepare(bench, tool, { requirements: setting.requirements, dryRun: !installs }))
    for (let round = 0; round < measuring.rounds && (round === 0 || performance.now() - startedMs < measuring.seconds * 1000); round += 1) {
      for (const mode of modes) {
        for (const tool of shuffled(tools.filter(({ name }) => !errors.has(name)))) {
          await attempt(errors, tool, async () => void costs.get(`${tool.name} ${mode}`)?.push(await sample(bench, tool, { mode, requirements: setting.requirements })))
        }
      }
      process.stderr.write(`${setting.set} ${setting.kind} ${setting.medium} ${setting.link}: round ${round + 1}\n`)
    }
  } finally {
    if (!isOnDisk) {
      rmSync(root, { recursive: true, force: true })
      roots.delete(root)
    }
  }
  const { set, kind, medium, link } = setting
  return modes.flatMap((mode) => tools.map(({ name }) => ({ set, kind, medium, link, mode, tool: name, costs: costs.get(`${name} ${mode}`) ?? [], error: errors.get(name) })))
}

/** The others go on. */
async function attempt(errors: Map<string, string>, tool: Adapter, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    errors.set(tool.name, 'failed')
    process.stderr.write(`${tool.name}: ${String(error)}\n`)
  }
}
