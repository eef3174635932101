import { programsBeside } from './github/programs.ts'
import { endProcess } from './kernel/end-process.ts'
import { runMain } from './github/run-main.ts'

await endProcess(await runMain(programsBeside({ dirname: import.meta.dirname, filename: import.meta.filename })))
