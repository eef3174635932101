import { endProcess, programsBeside } from './github/programs.ts'
import { runMain } from './github/run-main.ts'

await endProcess(await runMain(programsBeside({ dirname: import.meta.dirname, filename: import.meta.filename })))
