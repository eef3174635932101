import { notParsed, parsed } from '../kernel/parsed.ts'
import type { Parsed } from '../kernel/parsed.ts'

/**
 * Reading JSON and TOML data into types. A reader says what it needs, member by member; the first that does not fit ends the
 * reading, and the message names it by its dotted path (`packages[3].wheels[0].hashes`).
 */

/** A table and where it stands in the document; the document itself has the path `''`. */
export interface Shape {
  readonly path: string
  readonly members: Readonly<Record<string, unknown>>
}

/** Thrown by the readers and caught by `reading`, nowhere else. */
class Misfit extends Error {
  override readonly name = 'Misfit'
}

/** Runs a reader; what does not fit becomes a message. */
export function reading<T>(read: () => T): Parsed<T> {
  try {
    return parsed(read())
  } catch (error) {
    if (error instanceof Misfit) return notParsed(error.message)
    throw error
  }
}

/** Ends the reading. */
export function misfit(path: string, message: string): never {
  throw new Misfit(path === '' ? message : `${path}: ${message}`)
}

/** A value that has to be a table; `path` says where it stands. Throws as all readers here. */
export function shapeOf(value: unknown, path = ''): Shape {
  if (kindOf(value) !== 'a table') misfit(path, `expected a table, found ${kindOf(value)}`)
  return { path, members: value as Record<string, unknown> }
}

/** The path of a member: `packages[3].name`. */
export function pathOf(shape: Shape, key: string): string {
  return shape.path === '' ? key : `${shape.path}.${key}`
}

/** A member that may be absent; JSON's `null` counts as absent. */
export function memberOf(shape: Shape, key: string): unknown {
  return Object.hasOwn(shape.members, key) ? (shape.members[key] ?? undefined) : undefined
}

/** A text member; undefined when absent. */
export function textAt(shape: Shape, key: string): string | undefined {
  const value = memberOf(shape, key)
  if (value !== undefined && typeof value !== 'string') misfit(pathOf(shape, key), `expected a string, found ${kindOf(value)}`)
  return value
}

/** A member that is true or false; undefined when absent. */
export function booleanAt(shape: Shape, key: string): boolean | undefined {
  const value = memberOf(shape, key)
  if (value !== undefined && typeof value !== 'boolean') misfit(pathOf(shape, key), `expected true or false, found ${kindOf(value)}`)
  return value
}

/** A member that is a whole number; undefined when absent. */
export function integerAt(shape: Shape, key: string): number | undefined {
  const value = memberOf(shape, key)
  if (value === undefined || (typeof value === 'number' && Number.isSafeInteger(value))) return value
  return misfit(pathOf(shape, key), `expected a whole number, found ${kindOf(value)}`)
}

/** A member that is a table; undefined when absent. */
export function tableAt(shape: Shape, key: string): Shape | undefined {
  const value = memberOf(shape, key)
  return value === undefined ? undefined : shapeOf(value, pathOf(shape, key))
}

/** The members of a list, each with its path; undefined when there is no list. */
function listAt(shape: Shape, key: string): readonly { readonly value: unknown; readonly path: string }[] | undefined {
  const value = memberOf(shape, key)
  if (value === undefined) return undefined
  const path = pathOf(shape, key)
  if (!Array.isArray(value)) misfit(path, `expected a list, found ${kindOf(value)}`)
  return (value as readonly unknown[]).map((item, index) => ({ value: item, path: `${path}[${index}]` }))
}

/** A member that is a list of texts, each with its path; undefined when absent. */
export function textsAt(shape: Shape, key: string): readonly { readonly value: string; readonly path: string }[] | undefined {
  return listAt(shape, key)?.map(({ value, path }) =>
    typeof value === 'string' ? { value, path } : misfit(path, `expected a string, found ${kindOf(value)}`),
  )
}

/** A member that is a list of tables; undefined when absent. */
export function tablesAt(shape: Shape, key: string): readonly Shape[] | undefined {
  return listAt(shape, key)?.map(({ value, path }) => shapeOf(value, path))
}

/** The value, or the end of the reading when it is absent. */
export function required<T>(value: T | undefined, shape: Shape, key: string): T {
  return value ?? misfit(pathOf(shape, key), 'a value is required')
}

/** The parsed value; a parser's message ends the reading. */
export function fitting<T>(result: Parsed<T>, path: string): T {
  return result.ok ? result.value : misfit(path, result.message)
}

/** A text member through a parser; undefined when absent. */
export function parsedAt<T>(shape: Shape, key: string, parse: (text: string) => Parsed<T>): T | undefined {
  const text = textAt(shape, key)
  return text === undefined ? undefined : fitting(parse(text), pathOf(shape, key))
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  if (value instanceof Date) return 'a date'
  switch (typeof value) {
    case 'string':
      return 'a string'
    case 'boolean':
      return 'true or false'
    case 'number':
    case 'bigint':
      return 'a number'
    default:
      return 'a table'
  }
}
