import { endProcess, programsBeside } from './github/programs.ts'
import { runMatrix } from './github/run-matrix.ts'

await endProcess(await runMatrix(programsBeside({ dirname: import.meta.dirname, filename: import.meta.filename })))
