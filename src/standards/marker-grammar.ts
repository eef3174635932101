/**
 * The grammar of environment markers (PEP 508; the dependency-specifiers page of the packaging specifications), reading
 * them into the tree of marker-tree.ts. Comparisons and groups stand as written, so that formatting gives packaging's text.
 */
import type { Marker, MarkerComparison, MarkerOperand, MarkerOperator } from './marker-tree.ts'
import { normalizeName } from './names.ts'
import { decodePythonString } from './python-strings.ts'
import { parseSpecifier } from './specifier-grammar.ts'
import { specifierSetOf, type SpecifierSet } from './specifiers.ts'
import type { SyntaxScanner } from './syntax-scanner.ts'

/** Variables whose values are compared as versions wherever the comparison makes a valid version specifier. */
export const VERSION_VARIABLES: ReadonlySet<string> = new Set([
  'implementation_version', 'platform_release', 'python_full_version', 'python_version',
])
/** Variables of PEP 751 that hold a set of names. */
const SET_VARIABLES: ReadonlySet<string> = new Set(['extras', 'dependency_groups'])

const CURRENT_NAMES: Readonly<Record<string, string>> = { python_implementation: 'platform_python_implementation' }

/** marker = atom (("and" | "or") atom)*; "and" binds closer. */
export function readMarker(scanner: SyntaxScanner): Marker {
  const alternatives: Marker[][] = [[readAtom(scanner)]]
  for (let word = scanner.take('logical'); word !== undefined; word = scanner.take('logical')) {
    const atom = readAtom(scanner)
    if (word === 'or') alternatives.push([atom])
    else alternatives.at(-1)?.push(atom)
  }
  return joined('or', alternatives.map((conjunction) => joined('and', conjunction)))
}

function joined(kind: 'and' | 'or', parts: readonly Marker[]): Marker {
  const [first] = parts
  return first !== undefined && parts.length === 1 ? first : { kind, parts }
}

function readAtom(scanner: SyntaxScanner): Marker {
  scanner.skipSpace()
  const atom = scanner.sees('leftParenthesis') ? readGroup(scanner) : readComparison(scanner)
  scanner.skipSpace()
  return atom
}

/** Parentheses around a single comparison or another group mean nothing and are dropped. */
function readGroup(scanner: SyntaxScanner): Marker {
  const marker = scanner.enclosed('leftParenthesis', 'marker expression', () => {
    scanner.skipSpace()
    const inner = readMarker(scanner)
    scanner.skipSpace()
    return inner
  })
  return marker.kind === 'and' || marker.kind === 'or' ? { kind: 'group', marker } : marker
}

function readComparison(scanner: SyntaxScanner): MarkerComparison {
  scanner.skipSpace()
  const left = readOperand(scanner)
  scanner.skipSpace()
  const operator = readOperator(scanner)
  scanner.skipSpace()
  const right = readOperand(scanner)
  scanner.skipSpace()
  return comparison(normalizedOperand(left, right, 'left'), operator, normalizedOperand(right, left, 'right'))
}

function comparison(left: MarkerOperand, operator: MarkerOperator, right: MarkerOperand): MarkerComparison {
  const specifier = left.kind === 'variable' && VERSION_VARIABLES.has(left.name) ? versionTest(operator, textOf(right)) : undefined
  return specifier === undefined ? { kind: 'comparison', left, operator, right } : { kind: 'comparison', left, operator, right, specifier }
}

/** The comparison with this right side as a version specifier; undefined when it is none and text has to be compared. */
export function versionTest(operator: MarkerOperator, right: string): SpecifierSet | undefined {
  const specifier = parseSpecifier(operator + right)
  return specifier === undefined ? undefined : specifierSetOf([specifier])
}

function textOf(operand: MarkerOperand): string {
  return operand.kind === 'variable' ? operand.name : operand.text
}

/** Names compared with `extra`, or looked for in a set of names, are compared in normalized form (PEP 685). */
function normalizedOperand(operand: MarkerOperand, other: MarkerOperand, side: 'left' | 'right'): MarkerOperand {
  if (operand.kind === 'variable' || other.kind === 'literal') return operand
  const isName = other.name === 'extra' || (side === 'left' && SET_VARIABLES.has(other.name))
  return isName ? { kind: 'literal', text: normalizeName(operand.text) } : operand
}

function readOperand(scanner: SyntaxScanner): MarkerOperand {
  const variable = scanner.take('variable')?.replace('.', '_')
  if (variable !== undefined) return { kind: 'variable', name: CURRENT_NAMES[variable] ?? variable }
  const quoted = scanner.take('quotedString')
  if (quoted === undefined) scanner.fail('Expected a marker variable or quoted string')
  const text = decodePythonString(quoted.slice(1, -1))
  return text === undefined ? scanner.fail('Invalid quoted string') : { kind: 'literal', text }
}

function readOperator(scanner: SyntaxScanner): MarkerOperator {
  if (scanner.take('in') !== undefined) return 'in'
  if (scanner.take('not') !== undefined) {
    scanner.expect('space', "whitespace after 'not'")
    scanner.expect('in', "'in' after 'not'")
    return 'not in'
  }
  const operator = scanner.take('comparison')
  if (operator !== undefined) return operator as MarkerOperator
  return scanner.fail('Expected marker operator, one of <=, <, !=, ==, >=, >, ~=, ===, in, not in')
}
