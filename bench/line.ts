/**
 * A slow line to a server on 127.0.0.1, as a program of its own: whoever measures may block while it moves bytes.
 *   node bench/line.ts --to PORT --rate BYTES_PER_SECOND     (of all connections together, in each direction)
 * Prints one line of JSON when ready: {"port"}. Ends when killed.
 */
import { parseArgs } from 'node:util'
import { startLink } from './lib/link.ts'

const { values } = parseArgs({ options: { to: { type: 'string', default: '' }, rate: { type: 'string', default: 'Infinity' } } })
const { port } = await startLink(Number(values.to), { roundTripMs: 0, bytesPerSecond: Number(values.rate), shared: true })
console.log(JSON.stringify({ port }))
