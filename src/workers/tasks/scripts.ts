import { parseEntryPoints, parseScriptTarget, scriptNameFault, scriptsOf, scriptTargetFault, type ScriptEntryPoint } from '../../standards/entry-points.ts'
import { UserError } from '../../kernel/errors.ts'

/** The interpreter that scripts name in their first line. */
export interface ScriptPython {
  readonly path: string
  readonly major: number
  readonly minor: number
}

/** Longest shebang line that every kernel reads whole: 127 bytes on Linux before 5.1, 512 on macOS (distlib). */
const MAX_SHEBANG_BYTES = process.platform === 'darwin' ? 512 : 127

/** `#!` line for an interpreter; a long or spaced path goes through /bin/sh, in words that Python reads as a string (distlib). */
function shebangFor(python: string): string {
  const simple = `#!${python}\n`
  if (process.platform === 'win32' || (!python.includes(' ') && Buffer.byteLength(simple) <= MAX_SHEBANG_BYTES)) return simple
  const quoted = python.includes(' ') ? `"${python}"` : python
  return `#!/bin/sh\n'''exec' ${quoted} "$0" "$@"\n' '''\n`
}

/** The scripts of a wheel, and the names that the wheel itself may ship wrappers for. */
export interface WheelScripts {
  /** What to generate: each name once. */
  readonly generated: readonly ScriptEntryPoint[]
  /** Names as published, before pip's own are replaced by those of the target's version. */
  readonly published: ReadonlySet<string>
}

/**
 * What a wheel's entry_points.txt asks for. Of two scripts with one name the GUI one counts, which pip writes last. Throws
 * `entry-point-invalid` for names and targets that must not become a file or code.
 */
export function readScripts(label: string, text: string, python: ScriptPython): WheelScripts {
  const entryPoints = parseEntryPoints(text)
  const generated = [...new Map(scriptsOf(entryPoints, python).map((script) => [script.name, script])).values()]
  for (const script of generated) refuseScript(label, script)
  const groups = ['console_scripts', 'gui_scripts']
  return { generated, published: new Set(entryPoints.filter(({ group }) => groups.includes(group)).map(({ name }) => name)) }
}

function refuseScript(label: string, script: ScriptEntryPoint): void {
  const fault = scriptNameFault(script.name) ?? scriptTargetFault(script.value)
  if (fault === undefined) return
  throw new UserError('entry-point-invalid', `${label}: entry point ${JSON.stringify(script.name)} is refused: ${fault}`, { hint: 'tell the project that published it' })
}

/** The text of the script that pip makes for an entry point that `readScripts` let through. */
export function scriptText(script: ScriptEntryPoint, python: ScriptPython): string {
  const target = parseScriptTarget(script.value)
  if (!target.ok) throw new Error(`entry point ${script.name}: ${target.message}`)
  const { module, attribute } = target.value
  return [
    `${shebangFor(python.path)}${hasRemoveSuffix(python) ? '' : 'import re\n'}import sys`,
    `from ${module} import ${attribute.split('.', 1)[0] ?? attribute}`,
    `if __name__ == '__main__':`,
    hasRemoveSuffix(python) ? `    sys.argv[0] = sys.argv[0].removesuffix('.exe')` : `    sys.argv[0] = re.sub(r'\\.exe$', '', sys.argv[0])`,
    `    sys.exit(${attribute}())`,
    '',
  ].join('\n')
}

/** str.removesuffix came with Python 3.9; pip's own template assumes it. */
function hasRemoveSuffix(python: ScriptPython): boolean {
  return python.major > 3 || (python.major === 3 && python.minor >= 9)
}

/** Replaces a `#!python` line by the target's interpreter (pip: fix_script); undefined when there is none. */
export function withShebang(content: Buffer, python: string): Buffer | undefined {
  if (content.toString('latin1', 0, 8) !== '#!python') return undefined
  const lineEnd = content.indexOf(0x0a)
  const rest = lineEnd === -1 ? Buffer.alloc(0) : content.subarray(lineEnd + 1)
  return Buffer.concat([Buffer.from(`#!${python}\n`), rest])
}

/** Whether a file under `.data/scripts` is setuptools' wrapper for an entry point, which pip replaces by its own. */
export function isEntryPointWrapper(fileName: string, published: ReadonlySet<string>): boolean {
  return published.has(fileName.replace(/(?:\.exe|-script\.py|\.pya)$/i, ''))
}
