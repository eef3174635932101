import { realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Limiter } from '../kernel/limiter.ts'
import { makeTemporaryFolder } from '../store/temporary.ts'
import { lazily } from './lazily.ts'
import type { BuilderParts } from './parts.ts'
import { SourceJob } from './source-job.ts'
import type { BuildSource, BuiltWheel, SourceIdentity, SourceMetadata } from './types.ts'
import type { WaitNode } from './wait-graph.ts'

/** Sources → metadata and wheels. Each source is fetched, unpacked and built once per run, however many ask. */
export interface SourceBuilder {
  /** What the source is: the hash of its archive, its commit. */
  identity(source: BuildSource, waiter?: WaitNode): Promise<SourceIdentity>
  /** Without building where the source says it for good; else from the backend. */
  metadata(source: BuildSource, waiter?: WaitNode): Promise<SourceMetadata>
  /** Built, or kept from an earlier run. `waiter`: the build or environment that waits for it; a circle is refused. */
  wheel(source: BuildSource, waiter?: WaitNode): Promise<BuiltWheel>
  /**
   * The wheel that an earlier run built under the same facts, its bytes not looked at: for who knows by other means that they are what
   * they were. `taken` says that it was used so.
   */
  kept(source: BuildSource): Promise<BuiltWheel | undefined>
  taken(source: BuildSource): void
  /** For a source whose wheel turned out to differ from what it says of itself: the wheel's metadata counts from here on. */
  believeWheel(source: BuildSource): Promise<void>
  /** Puts back checkouts that were changed: for a run that fails. Call when the signal is aborted. */
  undo(): Promise<void>
  /** Waits for what is under way and removes every temporary folder. Call when the signal is aborted. */
  close(): Promise<void>
}

/** Each source is one job, however often it is asked for; its files lie in a temporary folder that goes when the builder is closed. */
export function openBuilder(parts: BuilderParts): SourceBuilder {
  const jobs = new Jobs(parts)
  const underWay = new Set<Promise<unknown>>()
  const watched = <T>(work: Promise<T>): Promise<T> => {
    underWay.add(work)
    const done = (): void => void underWay.delete(work)
    work.then(done, done)
    return work
  }
  const step = <T>(source: BuildSource, waiter: WaitNode | undefined, take: (job: SourceJob) => Promise<T>): Promise<T> =>
    watched(parts.graph.during(waiter, source, async () => take(await jobs.of(source))))
  return {
    identity: (source, waiter) => step(source, waiter, (job) => job.identity()),
    metadata: async (source, waiter) => {
      const job = await jobs.of(source)
      return (await watched(job.statedMetadata())) === undefined ? step(source, waiter, () => job.metadata()) : job.metadata()
    },
    wheel: (source, waiter) => step(source, waiter, (job) => job.wheel()),
    kept: async (source) => watched((await jobs.of(source)).kept()),
    taken: ({ label }) => parts.events.count('built-wheels-reused', 1, label),
    believeWheel: async (source) => (await jobs.of(source)).believeWheel(),
    undo: async () => {
      await Promise.allSettled(underWay)
      await jobs.undo()
    },
    close: async () => {
      while (underWay.size > 0) await Promise.allSettled(underWay)
      await jobs.close()
    },
  }
}

/** The job of each source, by its key; each has a folder of its own in one temporary folder, which is made for the first. */
class Jobs {
  readonly #parts: BuilderParts
  readonly #bySource = new Map<string, SourceJob>()
  readonly #folders = new Map<string, Limiter>()
  readonly #root = lazily(async () => realpath(await makeTemporaryFolder('parallel-pip-build-')))

  constructor(parts: BuilderParts) {
    this.#parts = parts
  }

  async of(source: BuildSource): Promise<SourceJob> {
    const root = await this.#root()
    const known = this.#bySource.get(source.key)
    if (known !== undefined) return known
    const workDir = join(root, `${this.#bySource.size + 1}-${folderName(source)}`)
    const job = new SourceJob({ source, parts: this.#parts, workDir, alone: aloneIn(this.#folders, source) })
    this.#bySource.set(source.key, job)
    return job
  }

  async undo(): Promise<void> {
    for (const job of this.#bySource.values()) await job.undo()
  }

  async close(): Promise<void> {
    if (this.#root.isStarted) await rm(await this.#root(), { recursive: true, force: true, maxRetries: 3 })
  }
}

/** Builds in one folder of the user's wait for each other; those in folders of our own have them to themselves. */
function aloneIn(folders: Map<string, Limiter>, { origin }: BuildSource): <T>(work: () => Promise<T>) => Promise<T> {
  if (origin.kind !== 'directory') return (work) => work()
  const limiter = folders.get(origin.path) ?? new Limiter(1)
  folders.set(origin.path, limiter)
  return (work) => limiter.run(work)
}

/** Short, so that shebangs and paths below stay short. */
function folderName({ name, label }: BuildSource): string {
  return (name ?? label).replace(/^.*[/\\](?=.)/, '').replace(/[^A-Za-z0-9._-]+/g, '_').slice(0, 40)
}
