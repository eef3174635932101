import { createHash } from 'node:crypto'
import path from 'node:path'
import { factsOf } from './file-facts.ts'
import type { TargetWorld } from './find-python.ts'
import { probeCacheKey, type ProbeCache } from './probe-cache.ts'
import { runPython } from './run-python.ts'
import type { Target } from './types.ts'
import { readWatched, watchedText } from './watched-answer.ts'

const MARK = '<<parallel-pip-index>>'

/** Asks the pip that can be imported, or the one in the wheel given as argument, for its default index; and where pip was looked for. */
const INDEX_SCRIPT = `
import json, sys
if sys.path[:1] == ['']:
    del sys.path[0]
path = list(sys.path)
def ask():
    from pip._internal.models.index import PyPI
    sys.stdout.write('\\n${MARK}' + json.dumps([PyPI.simple_url, path]) + '\\n')
try:
    ask()
except Exception:
    if len(sys.argv) > 1:
        sys.path.insert(0, sys.argv[1])
        for name in [name for name in sys.modules if name.split('.')[0] == 'pip']:
            del sys.modules[name]
        ask()
`

/** How the target's pip is asked for its index. */
export interface DefaultIndexOptions {
  readonly world: TargetWorld
  /** Answers of earlier runs; leave out to ask each time. */
  readonly cache?: ProbeCache | undefined
  readonly signal?: AbortSignal | undefined
}

type Asked = Pick<Target, 'python' | 'ensurepipWheel'>

/**
 * The index that the target's own pip uses when nothing is configured, asked of that pip, else of the pip that ensurepip carries.
 * Undefined when there is neither. Starts the interpreter: 40 to 80 ms, so ask only when it is needed; remembered for as long as the
 * interpreter is the same and finds the same pip.
 */
export async function askDefaultIndex(target: Asked, { world, cache, signal }: DefaultIndexOptions): Promise<string | undefined> {
  const key = cache === undefined ? undefined : keyOf(target, world)
  const known = readWatched<string>(key === undefined ? undefined : cache?.get(key), pipIn)
  if (known !== undefined) return known
  const args = ['-c', INDEX_SCRIPT, ...(target.ensurepipWheel === undefined ? [] : [target.ensurepipWheel])]
  const { stdout } = await runPython(target.python, { args, env: world.env, cwd: world.cwd, signal })
  const start = stdout.lastIndexOf(MARK)
  if (start === -1) return undefined
  const [url, places] = JSON.parse(stdout.slice(start + MARK.length).split('\n', 1)[0] ?? '') as [string, string[]]
  if (key !== undefined) cache?.set(key, watchedText(url, places, pipIn))
  return url
}

function keyOf({ python, ensurepipWheel }: Asked, world: TargetWorld): string | undefined {
  const interpreter = probeCacheKey(python, world)
  const wheel = ensurepipWheel === undefined ? undefined : [ensurepipWheel, stateOf(ensurepipWheel)]
  return interpreter === undefined ? undefined : `index-${createHash('sha256').update(JSON.stringify([interpreter, wheel])).digest('hex')}`
}

/** What of a place on `sys.path` decides whether pip is imported from there, and what it answers: the file in a folder, or the archive. */
function pipIn(place: string): string {
  const file = path.join(place, 'pip', '_internal', 'models', 'index.py')
  return `${stateOf(path.join(place, 'pip'))} ${stateOf(file)} ${factsOf(place)?.isFile() === true ? stateOf(place) : ''}`
}

function stateOf(file: string): string {
  const facts = factsOf(file)
  return facts === undefined ? '' : `${facts.mtimeMs}/${facts.size}`
}
