import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../kernel/errors.ts'
import type { Sha256 } from '../kernel/hash.ts'
import { parseMetadata } from '../standards/metadata.ts'
import { isEditable, NO_HOOK, openBackend, settingsOf, type Backend, type BackendCall } from './backend.ts'
import { buildKey, decidingVariables, digests, sourceFacts, type BuildFacts } from './build-facts.ts'
import { inspectWheel, type FreshWheel } from './built-wheel.ts'
import { isFullCommit, remoteCommit } from './checkout.ts'
import { Git } from './git.ts'
import { dropAnswer, findAnswer, keepAnswer } from './kept-metadata.ts'
import { findKept, keepWheel, keptWheel, verifyKept, type KeptEntry } from './kept-wheels.ts'
import { lazily } from './lazily.ts'
import type { BuilderParts } from './parts.ts'
import { openSourceTree, readSystem, type SourceTree } from './source-tree.ts'
import { readStaticMetadata } from './static-metadata.ts'
import type { BuildSource, BuiltWheel, SourceArchive, SourceIdentity, SourceMetadata } from './types.ts'

/** A source, and what its job works with. */
export interface JobFacts {
  readonly source: BuildSource
  readonly parts: BuilderParts
  /** A folder of the job's own, made on first use and removed by whoever made the job. */
  readonly workDir: string
  /** Runs one thing after the other in a folder that is built in place. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>
}

/** One source on its way to a wheel: each step is taken when it is first needed, and once. */
export class SourceJob {
  readonly #source: BuildSource
  readonly #parts: BuilderParts
  readonly #facts: JobFacts
  #openTree: SourceTree | undefined
  #openBackend: Promise<Backend> | undefined
  #believed: SourceMetadata | undefined

  constructor(facts: JobFacts) {
    this.#facts = facts
    this.#source = facts.source
    this.#parts = facts.parts
  }

  /** What the source is, precisely; brings it here where that is the only way to know. */
  readonly identity = lazily(async (): Promise<SourceIdentity> => {
    const known = await this.#knownIdentity()
    if (known !== undefined) return known
    return this.#source.origin.kind === 'archive' ? { sha256: (await this.#archive()).sha256, commit: undefined } : (await this.#tree()).identity
  })

  /** What can be known without a backend; undefined: nothing that could be relied on. */
  readonly statedMetadata = lazily(async (): Promise<SourceMetadata | undefined> => (await this.#keptMetadata()) ?? (await this.#staticMetadata()))

  readonly #foundMetadata = lazily(async (): Promise<SourceMetadata> => {
    const found = (await this.statedMetadata()) ?? (await this.#backendMetadata())
    this.#parts.events.count(`source-metadata-${found.from}`, 1, this.#source.label)
    return found
  })

  async metadata(): Promise<SourceMetadata> {
    return this.#believed ?? this.#foundMetadata()
  }

  /** From here on the metadata is that of the built wheel, whatever the source says. */
  async believeWheel(): Promise<void> {
    const { metadata, metadataText } = await this.wheel()
    this.#believed = { metadata, text: metadataText, from: 'wheel' }
  }

  /** The wheel that an earlier run built, its bytes not looked at; undefined: none is kept, or this run builds it already. */
  async kept(): Promise<BuiltWheel | undefined> {
    if (this.wheel.isStarted) return undefined
    const found = await this.#kept()
    return found === undefined ? undefined : keptWheel(found.entry)
  }

  readonly wheel = lazily(async (): Promise<BuiltWheel> => {
    const found = await this.#kept()
    const kept = found === undefined ? undefined : await verifyKept(found.key, found.entry, this.#parts)
    this.#parts.events.count(kept === undefined ? 'wheels-built' : 'built-wheels-reused', 1, this.#source.label)
    if (kept !== undefined) return kept
    const startedMs = this.#parts.nowMs()
    const fresh = await this.#build()
    const facts = { facts: await this.#buildFacts(), builtWith: fresh.builtWith, buildSeconds: (this.#parts.nowMs() - startedMs) / 1000 }
    const wheel = await keepWheel(this.#source, fresh, facts, this.#parts)
    await dropAnswer(this.#source, facts.facts, this.#parts)
    await this.#showOutput()
    await rm(join(this.#facts.workDir, 'source'), { recursive: true, force: true, maxRetries: 3 })
    return wheel
  })

  /** Puts back a checkout that was changed for the source. */
  async undo(): Promise<void> {
    await this.#openTree?.change?.undo()
  }

  readonly #archive = lazily((): Promise<SourceArchive> => {
    const { origin } = this.#source
    if (origin.kind !== 'archive') throw new Error(`${this.#source.label} is no archive`)
    return origin.fetch()
  })

  readonly #tree = lazily(async (): Promise<SourceTree> => {
    await mkdir(this.#facts.workDir, { recursive: true })
    this.#openTree = await openSourceTree(this.#source, { parts: this.#parts, archive: this.#archive, workDir: this.#facts.workDir })
    return this.#openTree
  })

  /** The backend, opened for the first call that is wanted of it. */
  #backendFor(call: BackendCall): Promise<Backend> {
    this.#openBackend ??= this.#tree().then(async ({ projectDir, compiles }) =>
      openBackend({ ...this.#facts, projectDir, compiles, system: await readSystem(this.#source.label, projectDir) }, call),
    )
    return this.#openBackend
  }

  /** The identity as far as it can be had without the source; a remote is asked only where that may save a clone. */
  readonly #knownIdentity = lazily(async (): Promise<SourceIdentity | undefined> => {
    const { origin } = this.#source
    if (origin.kind === 'archive') return origin.sha256 === undefined ? undefined : { sha256: origin.sha256, commit: undefined }
    if (origin.kind !== 'repository' || origin.checkoutDir !== undefined) return undefined
    const { store } = this.#parts
    if (store === undefined || !(isFullCommit(origin.ref) || (await store.knowsRepository(origin.url)))) return undefined
    await mkdir(this.#facts.workDir, { recursive: true })
    const commit = await remoteCommit(new Git({ env: this.#parts.env, cwd: this.#facts.workDir, signal: this.#parts.signal }), origin)
    return commit === undefined ? undefined : { sha256: undefined, commit }
  })

  /** The facts of this build, when its wheel may be kept; a folder may change under its name, so its wheels are not. */
  readonly #buildFacts = lazily(async (): Promise<BuildFacts | undefined> => {
    const parts = this.#parts
    if (parts.store === undefined || isEditable(this.#source) || this.#source.origin.kind === 'directory') return undefined
    const source = sourceFacts(this.#source, (await this.#knownIdentity()) ?? (await this.identity()))
    if (source === undefined) return undefined
    return {
      source,
      subdirectory: this.#source.subdirectory ?? null,
      python: parts.pythonFacts,
      system: parts.system,
      isolated: parts.isolated,
      surroundings: parts.surroundings,
      configSettings: digests(this.#source.configSettings),
      environment: decidingVariables(parts.env, this.#source.name),
    }
  })

  readonly #kept = lazily(async (): Promise<{ readonly key: string; readonly entry: KeptEntry } | undefined> => {
    const facts = await this.#buildFacts()
    const key = facts === undefined ? undefined : buildKey(facts)
    const entry = key === undefined ? undefined : await findKept(key, this.#parts)
    return key === undefined || entry === undefined ? undefined : { key, entry }
  })

  async #keptMetadata(): Promise<SourceMetadata | undefined> {
    const kept = await this.#kept()
    if (kept !== undefined) return { metadata: kept.entry.parsed, text: kept.entry.record.metadata, from: 'wheel' }
    const sha256 = this.#staticKey()
    const text = sha256 === undefined ? undefined : await this.#parts.metadata.read(sha256)
    if (text !== undefined) return withText(this.#source.label, text, 'kept')
    return findAnswer(this.#source, await this.#buildFacts(), this.#parts)
  }

  /** The name under which static metadata is kept: only whole archives, known beforehand. */
  #staticKey(): Sha256 | undefined {
    const { origin, subdirectory } = this.#source
    return origin.kind === 'archive' && subdirectory === undefined ? origin.sha256 : undefined
  }

  async #staticMetadata(): Promise<SourceMetadata | undefined> {
    if (isEditable(this.#source)) return undefined
    const { projectDir } = await this.#tree()
    const found = await readStaticMetadata(projectDir, { isDistribution: this.#source.origin.kind === 'archive' })
    const sha256 = this.#staticKey()
    if (found !== undefined && sha256 !== undefined) await this.#parts.metadata.write(sha256, found.text)
    return found === undefined ? undefined : { ...found, from: 'static' }
  }

  /** Asked of the backend, and kept for later runs unless they will find the wheel itself. */
  async #backendMetadata(): Promise<SourceMetadata> {
    const answer = await this.#askBackend()
    const facts = await this.#buildFacts()
    if (!this.wheel.isStarted) await keepAnswer(this.#source, answer, facts, this.#parts)
    return answer
  }

  /** By the hook for it; from the wheel where the backend has none, or where the wheel is being built already. */
  async #askBackend(): Promise<SourceMetadata> {
    const prepared = this.#build.isStarted ? undefined : await this.#prepared()
    if (prepared !== undefined) return withText(this.#source.label, prepared.text, 'backend')
    const fresh = await this.#build()
    return { metadata: fresh.metadata, text: fresh.metadataText, from: 'backend' }
  }

  /** The folder with METADATA that the backend prepares; undefined when it has no hook for it. */
  readonly #prepared = lazily(async (): Promise<{ readonly folder: string; readonly text: string } | undefined> => {
    const parent = join(this.#facts.workDir, 'metadata')
    await mkdir(parent, { recursive: true })
    const hook = isEditable(this.#source) ? 'prepare_metadata_for_build_editable' : 'prepare_metadata_for_build_wheel'
    const call: BackendCall = { hook, arguments: [parent, settingsOf(this.#source)], optional: true }
    const name = await (await this.#backendFor(call)).call(call)
    if (name === NO_HOOK) return undefined
    const folder = join(parent, String(name))
    const text = await readFile(join(folder, 'METADATA'), 'utf8').catch(() => undefined)
    if (text === undefined) throw new UserError('metadata-invalid', `the backend of ${this.#source.label} made no METADATA`)
    return { folder, text }
  })

  readonly #build = lazily(async (): Promise<FreshWheel & { readonly builtWith: readonly string[] }> => {
    const prepared = this.#prepared.isStarted ? await this.#prepared() : undefined
    const wheelDir = join(this.#facts.workDir, 'wheel')
    await mkdir(wheelDir, { recursive: true })
    const hook = isEditable(this.#source) ? 'build_editable' : 'build_wheel'
    const call: BackendCall = { hook, arguments: [wheelDir, settingsOf(this.#source), prepared?.folder ?? null] }
    const backend = await this.#backendFor(call)
    const said = await backend.call(call)
    return { ...(await inspectWheel(this.#source, wheelDir, said)), builtWith: backend.environment.installed() }
  })

  async #showOutput(): Promise<void> {
    const text = await readFile(join(this.#facts.workDir, 'log'), 'utf8').catch(() => '')
    if (text !== '') this.#parts.events.emit({ kind: 'build-output', subject: this.#source.label, text, failed: false })
  }
}

function withText(label: string, text: string, from: SourceMetadata['from']): SourceMetadata {
  const metadata = parseMetadata(text)
  if (!metadata.ok) throw new UserError('metadata-invalid', `${label}: ${metadata.message}`)
  return { metadata: metadata.value, text, from }
}
