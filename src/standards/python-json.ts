/** JSON as Python's `json.dumps` prints it, for files that pip writes and other tools compare byte by byte. */

/** A value that JSON can hold. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject
/** An object in JSON. */
export interface JsonObject {
  readonly [key: string]: JsonValue
}

/** `json.dumps(value, sort_keys=True)`: sorted keys, `", "` and `": "`, everything beyond ASCII escaped. */
export function printPythonJson(value: JsonValue): string {
  if (typeof value === 'string') return printString(value)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (isArray(value)) return `[${value.map(printPythonJson).join(', ')}]`
  const keys = Object.keys(value).sort()
  return `{${keys.map((key) => `${printString(key)}: ${printPythonJson(value[key] ?? null)}`).join(', ')}}`
}

function isArray(value: readonly JsonValue[] | JsonObject): value is readonly JsonValue[] {
  return Array.isArray(value)
}

function printString(text: string): string {
  return JSON.stringify(text).replace(/[\x7f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
