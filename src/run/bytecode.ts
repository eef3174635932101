import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { slashed } from '../kernel/slashed.ts'
import { formatRecord, parseRecord } from '../standards/record.ts'
import { schemeFolder, schemeFolders, type StagedDistribution } from '../install/types.ts'
import type { Scheme } from '../target/types.ts'
import { stagedFiles, withFiles, type StagedFile } from '../workers/tasks/staged-wheel.ts'
import { recordPaths, type Placement } from '../workers/tasks/wheel-layout.ts'
import type { WorkerPool } from '../workers/protocol.ts'
import type { RunContext } from './context.ts'

/** What is compiled, by which interpreter, how much of it at once. */
export interface CompileFacts {
  readonly staged: readonly StagedDistribution[]
  /** Where the stages will lie, for the file names that tracebacks show. */
  readonly scheme: Scheme
  readonly python: string
  readonly pool: WorkerPool
  /** Interpreters at work at once. */
  readonly processes: number
}

/**
 * Compiles every staged source and lists the bytecode in its RECORD, without hash, as pip does. Returns the distributions
 * with the bytecode among their files. What does not compile is left out.
 */
export async function compileStaged(facts: CompileFacts, context: RunContext): Promise<StagedDistribution[]> {
  const sources = facts.staged.flatMap((staged) => sourcesOf(staged, facts.scheme))
  const chunkSize = Math.max(1, Math.ceil(sources.length / facts.processes))
  const chunks = Array.from({ length: Math.ceil(sources.length / chunkSize) }, (_, index) => sources.slice(index * chunkSize, (index + 1) * chunkSize))
  const compiled = new Map<string, string>()
  await Promise.all(
    chunks.map(async (chunk) => {
      const files = chunk.map(({ stagedPath, finalPath }): [string, string] => [stagedPath, finalPath])
      const { result, span } = await facts.pool.run('compile', { python: facts.python, files })
      context.events.record({ task: 'bytecode', resource: 'cpu' }, span)
      for (const [source, made] of result.compiled) compiled.set(source, made)
    }),
  )
  return Promise.all(facts.staged.map((staged) => withBytecode(staged, facts.scheme, compiled)))
}

interface Source {
  readonly file: StagedFile
  readonly stagedPath: string
  readonly finalPath: string
}

function sourcesOf(staged: StagedDistribution, scheme: Scheme): Source[] {
  return stagedFiles(staged.wheel)
    .filter((file) => file.path.endsWith('.py'))
    .map((file) => ({
      file,
      stagedPath: path.join(staged.stageDir, file.scheme, file.path),
      finalPath: path.join(schemeFolder(scheme, file.scheme, staged.wheel.name), file.path),
    }))
}

async function withBytecode(staged: StagedDistribution, scheme: Scheme, compiled: ReadonlyMap<string, string>): Promise<StagedDistribution> {
  const { wheel } = staged
  const files: StagedFile[] = sourcesOf(staged, scheme).flatMap(({ file, stagedPath }) => {
    const made = compiled.get(stagedPath)
    if (made === undefined) return []
    const relative = slashed(path.relative(path.join(staged.stageDir, file.scheme), made))
    return [{ scheme: file.scheme, path: relative, sizeBytes: 0, sha256: undefined }]
  })
  const recordFile = path.join(staged.stageDir, wheel.rootPart, wheel.distInfo, 'RECORD')
  const recordPath = recordPaths(schemeFolders(scheme, wheel.name), wheel.rootScheme)
  const rows = parseRecord(await readFile(recordFile, 'utf8')).rows
  const place = (file: StagedFile): Placement => (file.scheme === wheel.rootPart ? { ...file, scheme: wheel.rootScheme } : file)
  const added = files.map((file) => ({ path: recordPath(place(file)), hash: undefined, sizeBytes: undefined }))
  await writeFile(recordFile, formatRecord([...rows, ...added]))
  return { ...staged, wheel: withFiles(wheel, files) }
}
