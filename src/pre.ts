import { programsBeside } from './github/programs.ts'
import { endProcess } from './kernel/end-process.ts'
import { runPre } from './github/run-pre.ts'

await endProcess(runPre(programsBeside({ dirname: import.meta.dirname, filename: import.meta.filename })))
