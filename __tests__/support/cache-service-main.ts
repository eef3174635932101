/**
 * The stand-in of GitHub's cache service as a program, for use beside `act`:
 *   node __tests__/support/cache-service-main.ts [--port N]
 * Prints one line of JSON when ready: {"origin", "environment"} (the variables to hand to the job). GET /-/requests
 * tells what was asked and which keys are saved. Ends on SIGTERM or SIGINT.
 */
import { parseArgs } from 'node:util'
import { startCacheService } from './cache-service/service.ts'

const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } })
const service = await startCacheService({ port: Number(values.port) })
console.log(JSON.stringify({ origin: service.origin, environment: service.environment() }))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void service.close())
