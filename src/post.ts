import { endProcess, programsBeside } from './github/programs.ts'
import { runPost } from './github/run-post.ts'

await endProcess(await runPost(programsBeside({ dirname: import.meta.dirname, filename: import.meta.filename })))
