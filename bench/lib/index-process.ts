import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import type { Link } from './link.ts'
import { REPOSITORY } from './paths.ts'

export interface IndexFacts {
  /** With its manifest.json; default: the wheels of the sets. */
  readonly folder?: string
  /** Root of a real index to record pages from; `pip`: the one pip is configured for. */
  readonly upstream?: string
  readonly link?: Link
}

/** An index in a process of its own, so that its work is not the tools'. */
export interface IndexProcess {
  readonly process: ChildProcess
  /** Where it is asked about itself, past the slow line. */
  readonly port: number
  /** Where tools ask: behind the slow line, where there is one. */
  readonly toolPort: number
}

export async function startIndex({ folder, upstream, link }: IndexFacts): Promise<IndexProcess> {
  const from = [...(upstream === undefined ? [] : ['--upstream', upstream]), ...(folder === undefined ? [] : ['--folder', folder])]
  const slow = link === undefined ? [] : ['--rtt', String(link.roundTripMs), '--rate', String(link.bytesPerSecond)]
  const child = spawn(process.execPath, [join(REPOSITORY, 'bench', 'serve.ts'), ...from, ...slow], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ready = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString()))
    child.once('exit', (code) => reject(new Error(`the index ended with ${code}`)))
  })
  const { port, linkPort } = JSON.parse(ready) as { readonly port: number; readonly linkPort: number | undefined }
  return { process: child, port, toolPort: linkPort ?? port }
}

/** As it stands in results and tables; empty for a line without limits. */
export function linkLabel(link: Link | undefined): string {
  return link === undefined ? '' : `${link.roundTripMs} ms ${link.bytesPerSecond / 1e6} MB/s`
}
