import { execFileSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DATA, folder, helper } from './paths.ts'
import type { Tools } from './tools.ts'

/** Wheels made for measuring, served from a folder of their own. */
export interface MadeWheels {
  readonly folder: string
  /** Requirements files by the number of wheels they ask for. */
  readonly requirements: ReadonlyMap<number, string>
}

/** Small wheels, and requirements files for the first so many of them. */
export function makeMany({ python }: Tools, counts: readonly number[]): MadeWheels {
  const most = Math.max(...counts)
  const made = makeOnce(python, { name: `made-${most}`, args: ['many', String(most)] })
  const names = (count: number): string => Array.from({ length: count }, (_, number) => `made-${number}==1.0\n`).join('')
  return { folder: made, requirements: new Map(counts.map((count) => [count, writtenTo(join(made, `${count}.txt`), names(count))])) }
}

/** One wheel of about so many bytes. */
export function makeBig({ python }: Tools, sizeBytes: number): MadeWheels {
  const made = makeOnce(python, { name: `made-big-${sizeBytes}`, args: ['big', String(sizeBytes)] })
  return { folder: made, requirements: new Map([[1, writtenTo(join(made, 'big.txt'), 'made-big==1.0\n')]]) }
}

/** The manifest comes last: a folder that has one is whole. */
function makeOnce(python: string, { name, args }: { readonly name: string; readonly args: readonly string[] }): string {
  const made = folder(join(DATA, name))
  const manifest = join(made, 'manifest.json')
  if (existsSync(manifest)) return made
  execFileSync(python, [helper('make-wheels.py'), made, ...args], { stdio: 'inherit' })
  writeFileSync(manifest, execFileSync(python, [helper('manifest.py'), made], { maxBuffer: 1 << 28 }))
  return made
}

function writtenTo(file: string, text: string): string {
  writeFileSync(file, text)
  return file
}
