import { notParsed, parsed } from '../kernel/parsed.ts'
import type { Parsed } from '../kernel/parsed.ts'
import { pythonStrip } from './python-strings.ts'
import { quoted } from './python-text.ts'
import { splitLines, stripCharacters } from './text-lines.ts'

/**
 * entry_points.txt (packaging.python.org/specifications/entry-points), in the dialect that importlib.metadata reads and
 * pip installs from: sections in brackets, `name = value` lines, whole-line comments with `#`, no continuation, names with their case.
 */
export interface EntryPoint {
  readonly group: string
  readonly name: string
  /** As written: `module:attribute [extra]`. */
  readonly value: string
}

/**
 * The entry points of a file in order, duplicates included. Lines before the first section are ignored, as importlib.metadata does, and
 * those that are not `name = value`.
 */
export function parseEntryPoints(text: string): readonly EntryPoint[] {
  const entryPoints: EntryPoint[] = []
  let group: string | undefined
  for (const raw of splitLines(text)) {
    const content = pythonStrip(raw)
    if (content === '' || content.startsWith('#')) continue
    if (content.startsWith('[') && content.endsWith(']')) group = stripCharacters(content, '[]')
    else if (group !== undefined) {
      const equals = content.indexOf('=')
      if (equals !== -1) entryPoints.push({ group, name: pythonStrip(content.slice(0, equals)), value: pythonStrip(content.slice(equals + 1)) })
    }
  }
  return entryPoints
}

/** A script to generate: what `sys.exit(attribute())` is called on. */
export interface ScriptEntryPoint {
  readonly name: string
  readonly value: string
}

/**
 * The scripts of a wheel in the order pip makes them: console, then GUI; of two entries with one name in one group the last
 * counts. pip's and easy_install's own versioned names are replaced by those of the target's Python, because their
 * universal wheels carry the ones of the Python that built them.
 */
export function scriptsOf(
  entryPoints: readonly EntryPoint[],
  python: { readonly major: number; readonly minor: number },
): ScriptEntryPoint[] {
  const console = valuesByName(entryPoints, 'console_scripts')
  const gui = valuesByName(entryPoints, 'gui_scripts')
  const version = `${python.major}.${python.minor}`
  const versioned = [
    ...takeVersioned(console, ['pip', `pip${python.major}`, `pip${version}`], /^pip(\d+(\.\d+)?)?$/),
    ...takeVersioned(console, ['easy_install', `easy_install-${version}`], /^easy_install(-\d+\.\d+)?$/),
  ]
  return [...versioned, ...console, ...gui].map(([name, value]) => ({ name, value }))
}

/** What a script imports and calls. */
export interface ScriptTarget {
  readonly module: string
  /** Dotted path inside the module. */
  readonly attribute: string
}

const WORD = '[\\p{L}\\p{N}_]+'
const EXTRAS = `[\\p{L}\\p{N}_-]+(?:=${WORD})?(?:,\\s*${WORD}(?:=${WORD})?)*`
const TARGET = new RegExp(`^(${WORD}(?:[:.]${WORD})*)[ \\t]*(?:\\[\\s*(${EXTRAS})\\s*\\])?`, 'u')

/**
 * Reads the value of a script's entry point as pip (distlib) does: `module:attribute`, then extras in brackets, which decide nothing; what
 * follows them is ignored. The parts are words and dots only, so they may go into a script's text as they are.
 */
export function parseScriptTarget(value: string): Parsed<ScriptTarget> {
  const match = TARGET.exec(value)
  if (match === null) return notParsed(`${quoted(value)} is not "module:attribute"`)
  const [module, attribute, ...more] = (match[1] ?? '').split(':')
  if (module === undefined || attribute === undefined) return notParsed(`${quoted(value)} has no callable after a colon`)
  if (more.length > 0) return notParsed(`${quoted(value)} has more than one colon`)
  if (match[2] === undefined && /[[\]]/.test(value)) return notParsed(`the extras of ${quoted(value)} cannot be read`)
  return parsed({ module, attribute })
}

/** Why no script can be generated for this target; undefined when one can. */
export function scriptTargetFault(value: string): string | undefined {
  const target = parseScriptTarget(value)
  return target.ok ? undefined : target.message
}

const INTERPRETER = /^(?:python|pythonw|pypy|pypyw)(?:\d+(?:\.\d+)?t?)?w?(?:\.exe)?$/i
const SCRIPT_NAME_RULES: readonly (readonly [RegExp, string])[] = [
  [/^$/, 'the name is empty'],
  [/[\x00-\x1f\x7f\x85\u2028\u2029]/, 'the name contains a control character or a line end'],
  [/[/\\]/, 'the name contains a path separator'],
  [/^\.{1,2}$/, 'the name is a folder'],
  [/^[A-Za-z]:/, 'the name starts with a drive letter'],
  [/^\[/, 'the name starts with "["'],
  [INTERPRETER, 'the script would replace the interpreter'],
]

/**
 * Why a script of this name is not generated; undefined when it may be. pip refuses what leaves the scripts folder; names of
 * interpreters are refused because every later command would run the wheel's code.
 */
export function scriptNameFault(name: string): string | undefined {
  return SCRIPT_NAME_RULES.find(([pattern]) => pattern.test(name))?.[1]
}

function valuesByName(entryPoints: readonly EntryPoint[], group: string): Map<string, string> {
  return new Map(entryPoints.filter((entry) => entry.group === group).map((entry) => [entry.name, entry.value]))
}

/** Removes the versioned names when the plain one (the first wanted) is there, and gives the wanted ones with its value. */
function takeVersioned(scripts: Map<string, string>, wanted: readonly string[], versioned: RegExp): [string, string][] {
  const value = scripts.get(wanted[0] ?? '')
  if (value === undefined || value === '') return []
  for (const name of [...scripts.keys()].filter((name) => versioned.test(name))) scripts.delete(name)
  return wanted.map((name) => [name, value])
}
