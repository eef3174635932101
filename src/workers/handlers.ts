import type { TaskContext, TaskName, Tasks } from './protocol.ts'
import { compileBytecode } from './tasks/compile.ts'
import { hashFile } from './tasks/hash-file.ts'
import { linkWheel } from './tasks/link-wheel.ts'
import { readRemovals } from './tasks/removal/read-removals.ts'
import { stageWheel } from './tasks/stage-wheel.ts'

type Handlers = { readonly [K in TaskName]: (request: Tasks[K]['request'], context: TaskContext) => Promise<Tasks[K]['result']> }

/** One table for threads and for the inline pool: what runs does not depend on where. */
const handlers: Handlers = {
  'hash-file': hashFile,
  'stage-wheel': stageWheel,
  'link-wheel': linkWheel,
  'read-removals': readRemovals,
  compile: compileBytecode,
}

/** Does a task in this thread. */
export function runTask<K extends TaskName>(task: K, request: Tasks[K]['request'], context: TaskContext): Promise<Tasks[K]['result']> {
  return handlers[task](request, context)
}
