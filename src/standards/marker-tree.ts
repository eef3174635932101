/**
 * Environment markers as a tree, and as text again.
 */
import { unreachable } from '../kernel/errors.ts'
import type { SpecifierSet } from './specifiers.ts'

/** An operator of an environment marker (PEP 508). */
export type MarkerOperator = '<=' | '<' | '!=' | '==' | '>=' | '>' | '~=' | '===' | 'in' | 'not in'

/** A variable by its current name (`os.name` is read as `os_name`), or a quoted text. */
export type MarkerOperand = { readonly kind: 'variable'; readonly name: string } | { readonly kind: 'literal'; readonly text: string }

/** Two values of a marker, and how they are compared. */
export interface MarkerComparison {
  readonly kind: 'comparison'
  readonly left: MarkerOperand
  readonly operator: MarkerOperator
  readonly right: MarkerOperand
  /** Compiled, when the left side is a variable that holds versions and the rest is a version specifier. */
  readonly specifier?: SpecifierSet
}

/** Plain data. A `group` is a part that was written in parentheses; it changes the text, not the meaning. */
export type Marker =
  | MarkerComparison
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Marker[] }
  | { readonly kind: 'group'; readonly marker: Marker }

/**
 * The text packaging prints: double quotes, single blanks, parentheses where they were written around more than one part.
 * Like packaging's, it has no escapes: a text with line ends, backslashes or both kinds of quotes cannot be read back.
 */
export function formatMarker(marker: Marker): string {
  switch (marker.kind) {
    case 'comparison':
      return `${formatOperand(marker.left)} ${marker.operator} ${formatOperand(marker.right)}`
    case 'and':
    case 'or':
      return marker.parts.map(formatMarker).join(` ${marker.kind} `)
    case 'group':
      return `(${formatMarker(marker.marker)})`
    default:
      return unreachable(marker)
  }
}

/** Parentheses around everything mean nothing. */
export function withoutOuterGroup(marker: Marker): Marker {
  return marker.kind === 'group' ? marker.marker : marker
}

function formatOperand(operand: MarkerOperand): string {
  if (operand.kind === 'variable') return operand.name
  return operand.text.includes('"') ? `'${operand.text}'` : `"${operand.text}"`
}
