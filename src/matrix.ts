import { programsBeside } from './github/programs.ts'
import { endProcess } from './kernel/end-process.ts'
import { runMatrix } from './github/run-matrix.ts'

await endProcess(await runMatrix(programsBeside({ dirname: import.meta.dirname, filename: import.meta.filename })))
