import type { TargetWorld } from './find-python.ts'
import { runPython } from './run-python.ts'
import type { Target } from './types.ts'

const MARK = '<<parallel-pip-index>>'

/** Asks the pip that can be imported, or the one in the wheel given as argument, for its default index. */
const INDEX_SCRIPT = `
import sys
if sys.path[:1] == ['']:
    del sys.path[0]
def ask():
    from pip._internal.models.index import PyPI
    sys.stdout.write('\\n${MARK}' + PyPI.simple_url + '\\n')
try:
    ask()
except Exception:
    if len(sys.argv) > 1:
        sys.path.insert(0, sys.argv[1])
        for name in [name for name in sys.modules if name.split('.')[0] == 'pip']:
            del sys.modules[name]
        ask()
`

/**
 * The index that the target's own pip uses when nothing is configured, asked of that pip, else of the pip that ensurepip carries.
 * Undefined when there is neither. Starts the interpreter: 40 to 80 ms, so ask only when it is needed, and keep the answer.
 */
export async function askDefaultIndex(
  target: Pick<Target, 'python' | 'ensurepipWheel'>, { world, signal }: { readonly world: TargetWorld; readonly signal?: AbortSignal | undefined },
): Promise<string | undefined> {
  const args = ['-c', INDEX_SCRIPT, ...(target.ensurepipWheel === undefined ? [] : [target.ensurepipWheel])]
  const { stdout } = await runPython(target.python, { args, env: world.env, cwd: world.cwd, signal })
  const start = stdout.lastIndexOf(MARK)
  return start === -1 ? undefined : stdout.slice(start + MARK.length).split('\n', 1)[0]?.trim()
}
