import { endProcess, programsBeside } from './github/programs.ts'
import { runPre } from './github/run-pre.ts'

await endProcess(runPre(programsBeside({ dirname: import.meta.dirname, filename: import.meta.filename })))
