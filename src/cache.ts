import { runCacheProgram } from './github/cache-program.ts'

await runCacheProgram(process.argv[2] ?? '')
// Sockets that are kept alive would hold the process for minutes.
process.exit(0)
