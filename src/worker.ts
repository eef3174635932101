import { serveTasks } from './workers/thread-side.ts'

serveTasks()
