/**
 * Loaded before a program (node --import): counts the synchronous changes that its main thread makes to the disk below a
 * folder, and ends it in the place of the one that is asked for, as a kill at that moment would; or writes them down in order.
 */
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { isMainThread } from 'node:worker_threads'

const below = process.env['TEST_KILL_BELOW']
const at = Number(process.env['TEST_KILL_AT'])
const list = process.env['TEST_CHANGES_TO']
let count = 0

function counted<A extends unknown[], R>(work: (...args: A) => R, isOurs: (...args: A) => boolean): (...args: A) => R {
  const { name } = work
  return (...args) => {
    if (isOurs(...args)) {
      if (count === at) process.kill(process.pid, 'SIGKILL')
      count += 1
      if (list !== undefined) fs.appendFileSync(list, `${JSON.stringify([name, ...args.filter((arg) => typeof arg === 'string')])}\n`)
    }
    return work(...args)
  }
}

if (isMainThread && below !== undefined) {
  const isBelow = (path: unknown): boolean => String(path).startsWith(below)
  const journals = new Set<number>()
  const { openSync } = fs
  fs.openSync = ((path: fs.PathLike, ...rest: [fs.OpenMode, fs.Mode?]): number => {
    const file = openSync(path, ...rest)
    if (isBelow(path)) journals.add(file)
    return file
  }) as typeof fs.openSync
  fs.renameSync = counted(fs.renameSync, isBelow)
  fs.mkdirSync = counted(fs.mkdirSync as (...args: unknown[]) => undefined, isBelow)
  fs.rmSync = counted(fs.rmSync, isBelow)
  fs.rmdirSync = counted(fs.rmdirSync as (...args: unknown[]) => undefined, isBelow)
  fs.unlinkSync = counted(fs.unlinkSync, isBelow)
  fs.writeSync = counted(fs.writeSync as (...args: unknown[]) => number, (file) => journals.has(file as number))
  fs.fsyncSync = counted(fs.fsyncSync, (file) => journals.has(file))
  syncBuiltinESMExports()
}
