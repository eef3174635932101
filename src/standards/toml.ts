import { parse, TomlDate, TomlError } from 'smol-toml'
import { notParsed, parsed } from '../kernel/parsed.ts'
import type { Parsed } from '../kernel/parsed.ts'
import { memberOf, misfit, pathOf, shapeOf } from './shape.ts'
import type { Shape } from './shape.ts'

/** Reads TOML 1.0. The message says line and column too, for callers that show no caret. */
export function parseToml(text: string): Parsed<Shape> {
  try {
    return parsed(shapeOf(parse(text, { integersAsBigInt: 'asNeeded' })))
  } catch (error) {
    if (!(error instanceof TomlError)) throw error
    const reason = (error.message.split('\n', 1)[0] ?? '').replace(/^Invalid TOML document: /, '')
    return notParsed(`invalid TOML at line ${error.line}, column ${error.column}: ${reason}`, offsetOf(text, error.line, error.column))
  }
}

/** A date with time, as milliseconds since the epoch; one without offset is taken as UTC. */
export function dateTimeAt(shape: Shape, key: string): number | undefined {
  const value = memberOf(shape, key)
  if (value === undefined) return undefined
  if (!(value instanceof TomlDate) || !value.isDateTime()) return misfit(pathOf(shape, key), 'expected a date with time')
  return value.getTime()
}

/** A TOML basic string. JSON's escapes are TOML's, except that TOML wants DEL escaped. */
export function printTomlString(text: string): string {
  return JSON.stringify(text.toWellFormed()).replaceAll('\x7f', '\\u007f')
}

/** A key: bare where TOML allows it. */
export function printTomlKey(key: string): string {
  return /^[\w-]+$/.test(key) ? key : printTomlString(key)
}

function offsetOf(text: string, line: number, column: number): number {
  let offset = 0
  for (let at = 1; at < line; at += 1) offset = text.indexOf('\n', offset) + 1
  return Math.min(offset + column - 1, text.length)
}
