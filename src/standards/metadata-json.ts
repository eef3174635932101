import { headerTable, parseMessage } from './headers.ts'
import { dedent } from './python-text.ts'

/** Core metadata fields in the order of the specification; `true`: may occur more than once. */
const FIELDS: readonly (readonly [string, boolean])[] = [
  ['Metadata-Version', false], ['Name', false], ['Version', false], ['Dynamic', true], ['Platform', true], ['Supported-Platform', true],
  ['Summary', false], ['Description', false], ['Description-Content-Type', false], ['Keywords', false], ['Home-page', false],
  ['Download-URL', false], ['Author', false], ['Author-email', false], ['Maintainer', false], ['Maintainer-email', false], ['License', false],
  ['License-Expression', false], ['License-File', true], ['Classifier', true], ['Requires-Dist', true], ['Requires-Python', false],
  ['Requires-External', true], ['Project-URL', true], ['Provides-Extra', true], ['Provides-Dist', true], ['Obsoletes-Dist', true],
]

/**
 * Metadata as JSON (PEP 566), as pip's installation report holds it: lower-case keys with underscores, lists for fields
 * that may repeat, values of several lines without the indentation of a folded header, the body as `description`.
 */
export function metadataToJson(text: string): Record<string, string | string[]> {
  const { headers: block, body } = parseMessage(text)
  const headers = headerTable(block)
  const json: Record<string, string | string[]> = {}
  for (const [field, multiple] of FIELDS) {
    const values = headers.get(field.toLowerCase())
    const value = values?.[0]
    if (values === undefined || value === undefined) continue
    const key = field.toLowerCase().replaceAll('-', '_')
    json[key] = multiple ? values.map(redent) : key === 'keywords' ? splitKeywords(redent(value)) : redent(value)
  }
  if (body !== '') json['description'] = body
  return json
}

/** As importlib.metadata takes out what lines after the first are indented by: eight blanks are what the first line lacks. */
function redent(value: string): string {
  return value.includes('\n') ? dedent(`        ${value}`) : value
}

/** Comma-separated, or, in old files, separated by spaces. */
function splitKeywords(value: string): string[] {
  return value.includes(',') ? value.split(',').map((word) => word.trim()) : value.split(/\s+/).filter((word) => word !== '')
}
