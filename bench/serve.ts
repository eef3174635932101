/**
 * Serves bench/.data as a package index on 127.0.0.1 until killed.
 *   node bench/serve.ts [--port N] [--folder PATH] [--upstream URL|pip] [--rtt MS --rate BYTES_PER_SECOND]
 * `/simple/` holds the downloaded wheels (of the folder, which has a manifest.json); `/full/` recorded pages of a real index (`--upstream pip`: the one pip is
 * configured for). With --rtt and --rate a second port gives the same over a slow line.
 * Prints one line of JSON when ready: {"port", "linkPort"}.
 */
import { parseArgs } from 'node:util'
import { startLink } from './lib/link.ts'
import { LocalIndex } from './lib/local-index.ts'
import { configuredIndex, tools } from './lib/tools.ts'

const { values } = parseArgs({
  options: { port: { type: 'string', default: '0' }, folder: { type: 'string' }, upstream: { type: 'string' }, rtt: { type: 'string' }, rate: { type: 'string', default: 'Infinity' } },
})
const upstream = values.upstream === 'pip' ? configuredIndex(tools()) : values.upstream
const index = await LocalIndex.start({ port: Number(values.port), ...(values.folder === undefined ? {} : { folder: values.folder }), ...(upstream === undefined ? {} : { upstream }) })
const link = values.rtt === undefined
  ? undefined
  : await startLink(index.port, { roundTripMs: Number(values.rtt), bytesPerSecond: Number(values.rate) })
console.log(JSON.stringify({ port: index.port, linkPort: link?.port }))
