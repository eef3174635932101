import { programsBeside } from './github/programs.ts'
import { endProcess } from './kernel/end-process.ts'
import { runPost } from './github/run-post.ts'

await endProcess(await runPost(programsBeside({ dirname: import.meta.dirname, filename: import.meta.filename })))
