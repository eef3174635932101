/**
 * Evaluating environment markers as packaging does. Every comparison is made, also where the result is known before,
 * so that a marker that cannot be evaluated is refused on every machine.
 */
import { UserError, unreachable } from '../kernel/errors.ts'
import { VERSION_VARIABLES, versionTest } from './marker-grammar.ts'
import { formatMarker, type Marker, type MarkerComparison } from './marker-tree.ts'
import { normalizeName } from './names.ts'
import { specifierSetContains, type SpecifierSet } from './specifiers.ts'
import { parseVersion } from './version.ts'

/** The values of an interpreter for the variables of PEP 508, as `packaging.markers.default_environment` gives them. */
export type MarkerEnvironment = Readonly<
  Record<
    | 'os_name' | 'sys_platform' | 'platform_machine' | 'platform_python_implementation' | 'platform_release'
    | 'platform_system' | 'platform_version' | 'python_version' | 'python_full_version' | 'implementation_name'
    | 'implementation_version',
    string
  >
>

/** What was chosen from a lock file (PEP 751). */
export interface LockSelection {
  readonly extras: ReadonlySet<string>
  readonly dependencyGroups: ReadonlySet<string>
}

const NO_EXTRA = ['']

/**
 * Whether a requirement with this marker applies: true when the marker holds for any of the requested extras, or, when
 * none is requested, with `extra` empty (pip's rule). Throws UserError `requirement-syntax` for comparisons that have
 * no meaning (`~=` between texts, a set of PEP 751 outside a lock file).
 */
export function evaluateMarker(marker: Marker, environment: MarkerEnvironment, extras: ReadonlySet<string> = new Set()): boolean {
  let holds = false
  for (const extra of extras.size === 0 ? NO_EXTRA : extras) {
    holds = evaluate(marker, { ...environment, extra: normalizeName(extra) }) || holds
  }
  return holds
}

/** Whether a package of a lock file with this marker is chosen. There `extra` has no meaning, and `extras` has one. */
export function evaluateLockMarker(marker: Marker, environment: MarkerEnvironment, selection: LockSelection): boolean {
  return evaluate(marker, { ...environment, extras: selection.extras, dependency_groups: selection.dependencyGroups })
}

type Values = Readonly<Record<string, string | ReadonlySet<string>>>

function evaluate(marker: Marker, values: Values): boolean {
  switch (marker.kind) {
    case 'comparison':
      return compare(marker, values)
    case 'and':
      return marker.parts.map((part) => evaluate(part, values)).every(Boolean)
    case 'or':
      return marker.parts.map((part) => evaluate(part, values)).some(Boolean)
    case 'group':
      return evaluate(marker.marker, values)
    default:
      return unreachable(marker)
  }
}

/** With two variables the right one stands for its own name, and with two texts there is nothing to compare: both as packaging. */
function compare(marker: MarkerComparison, values: Values): boolean {
  const { left, right, operator } = marker
  if (left.kind === 'variable') {
    const value = lookUp(left.name, marker, values)
    if (typeof value !== 'string') return refuse(marker, `${left.name} is a set of names: write 'name' in ${left.name}`)
    if (marker.specifier !== undefined) return satisfies(value, marker.specifier)
    return compareTexts(value, right.kind === 'literal' ? right.text : right.name, marker)
  }
  const variable = right.kind === 'variable' ? right.name : right.text
  const value = lookUp(variable, marker, values)
  if (typeof value !== 'string') return compareWithSet(left.text, value, marker)
  const specifier = VERSION_VARIABLES.has(variable) ? versionTest(operator, value) : undefined
  return specifier === undefined ? compareTexts(left.text, value, marker) : satisfies(left.text, specifier)
}

function lookUp(variable: string, marker: MarkerComparison, values: Values): string | ReadonlySet<string> {
  const value = Object.hasOwn(values, variable) ? values[variable] : undefined
  if (value === undefined) return refuse(marker, `${variable} has no value here`)
  // Untagged builds of Python call themselves `3.14.0a0+`, which is no version.
  return variable === 'python_full_version' && typeof value === 'string' && value.endsWith('+') ? `${value}local` : value
}

function satisfies(value: string, specifier: SpecifierSet): boolean {
  const [clause] = specifier.specifiers
  if (clause?.operator === '===') return clause.version.toLowerCase() === value.toLowerCase()
  const version = parseVersion(value)
  return version !== undefined && specifierSetContains(specifier, version)
}

/** Texts have no order: `<` and `>` are never true, `<=` and `>=` mean equal. `in` looks for a part of the text. */
function compareTexts(left: string, right: string, marker: MarkerComparison): boolean {
  switch (marker.operator) {
    case 'in':
      return right.includes(left)
    case 'not in':
      return !right.includes(left)
    case '==':
    case '<=':
    case '>=':
      return left === right
    case '!=':
      return left !== right
    case '<':
    case '>':
      return false
    case '~=':
    case '===':
      return refuse(marker, `${marker.operator} compares versions only`)
    default:
      return unreachable(marker.operator)
  }
}

function compareWithSet(name: string, names: ReadonlySet<string>, marker: MarkerComparison): boolean {
  const isMember = [...names].some((member) => normalizeName(member) === normalizeName(name))
  switch (marker.operator) {
    case 'in':
      return isMember
    case 'not in':
      return !isMember
    case '!=':
      return true
    case '~=':
    case '===':
      return refuse(marker, `${marker.operator} compares versions only`)
    default:
      return false
  }
}

function refuse(marker: MarkerComparison, reason: string): never {
  throw new UserError('requirement-syntax', `The marker ${formatMarker(marker)} cannot be evaluated: ${reason}.`)
}
