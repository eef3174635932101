import { spawn } from 'node:child_process'
import type { TaskContext } from '../protocol.ts'

/** Sources to be compiled by the target's interpreter. */
export interface CompileRequest {
  readonly python: string
  /** `[file on disk, path the code object should name]`, both absolute. */
  readonly files: readonly (readonly [string, string])[]
}

/** What compiling came to; sources that do not compile are missing. */
export interface CompileResult {
  /** For each source that compiled, the absolute path of its bytecode file. */
  readonly compiled: readonly (readonly [string, string])[]
}

/** Reads pairs from standard input, one JSON array a line; answers with the bytecode path or null. pip skips what does not compile. */
const PROGRAM = `
import importlib.util, json, py_compile, sys, warnings
warnings.simplefilter("ignore")
for line in sys.stdin:
    source, named = json.loads(line)
    try:
        made = py_compile.compile(source, cfile=importlib.util.cache_from_source(source), dfile=named, doraise=True, quiet=2)
    except Exception:
        made = None
    print(json.dumps(made), flush=True)
`

/** Compiles sources with the target's interpreter, one process for the whole request. A source that fails is left out. */
export async function compileBytecode(request: CompileRequest, context: TaskContext): Promise<CompileResult> {
  const child = spawn(request.python, ['-I', '-S', '-c', PROGRAM], { stdio: ['pipe', 'pipe', 'ignore'] })
  // It could not be started: a program that is not there, or no files left for pipes.
  if (child.pid === undefined) return new Promise((_, reject) => void child.on('error', reject))
  const compiled: [string, string][] = []
  let answered = 0
  let rest = ''
  child.stdin.on('error', () => undefined)
  child.stdin.end(request.files.map((pair) => `${JSON.stringify(pair)}\n`).join(''))
  try {
    for await (const chunk of child.stdout.setEncoding('utf8')) {
      const lines = (rest + String(chunk)).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        const source = request.files[answered]?.[0]
        const made = JSON.parse(line) as string | null
        if (source !== undefined && made !== null) compiled.push([source, made])
        answered += 1
      }
      const pause = context.breathe()
      if (pause !== undefined) await pause
    }
  } finally {
    child.kill('SIGKILL')
  }
  return { compiled }
}
