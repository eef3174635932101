import { parseScriptTarget, scriptNameFault, type ScriptEntryPoint } from '../../standards/entry-points.ts'
import { UserError } from '../../kernel/errors.ts'

/** The interpreter that scripts name in their first line. */
export interface ScriptPython {
  readonly path: string
  readonly major: number
  readonly minor: number
}

/** Longest shebang line that every kernel reads whole (127 bytes on Linux before 5.1, as distlib assumes). */
const MAX_SHEBANG_BYTES = 127

/** `#!` line for an interpreter; a long or spaced path goes through /bin/sh, in words that Python reads as a string (distlib). */
export function shebangFor(python: string): string {
  const simple = `#!${python}\n`
  if (!/\s/.test(python) && Buffer.byteLength(simple) <= MAX_SHEBANG_BYTES) return simple
  const quoted = /\s/.test(python) ? `"${python}"` : python
  return `#!/bin/sh\n'''exec' ${quoted} "$0" "$@"\n' '''\n`
}

/**
 * The text of the script that pip makes for an entry point. Throws `entry-point-invalid` for names and targets that must
 * not become a file or code.
 */
export function scriptText(label: string, script: ScriptEntryPoint, python: ScriptPython): string {
  const nameFault = scriptNameFault(script.name)
  if (nameFault !== undefined) throw new UserError('entry-point-invalid', `${label}: entry point ${JSON.stringify(script.name)} is refused: ${nameFault}`)
  const target = parseScriptTarget(script.value)
  if (!target.ok) throw new UserError('entry-point-invalid', `${label}: entry point ${script.name} is refused: ${target.message}`)
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
  if (!content.subarray(0, 8).equals(Buffer.from('#!python'))) return undefined
  const lineEnd = content.indexOf(0x0a)
  const rest = lineEnd === -1 ? Buffer.alloc(0) : content.subarray(lineEnd + 1)
  return Buffer.concat([Buffer.from(`#!${python}\n`), rest])
}

/** Whether a file under `.data/scripts` is setuptools' wrapper for an entry point, which pip replaces by its own. */
export function isEntryPointWrapper(fileName: string, scripts: readonly ScriptEntryPoint[]): boolean {
  const stem = fileName.replace(/(?:\.exe|-script\.py|\.pya)$/i, '')
  return scripts.some((script) => script.name === stem)
}
