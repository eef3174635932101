import { runAnswerProgram } from './github/answer-program.ts'

await runAnswerProgram(process.argv[2] ?? '')
process.exit(0)
