/**
 * The header block of METADATA, PKG-INFO and WHEEL files, read as Python's `email.parser` with its default policy
 * (compat32) reads it, since that is what every Python installer does: names in any case, folded lines joined with their
 * line ends kept, malformed lines skipped, and the block ends with the first line that cannot be part of it.
 */

/** One field of a header block. */
export interface Header {
  readonly name: string
  /** Without blanks and line ends before it and line ends after it; inner line ends of folded values are kept. */
  readonly value: string
}

const HEADER_LINE = /^(?:From |[\x21-\x39\x3b-\x7e]*:|[\t ])/

/** The headers in order. Reads no further than the end of the block, so a long description after it costs nothing. */
export function parseHeaders(text: string): Header[] {
  return headerBlock(text).headers
}

/** The headers, and what follows the block: without the empty line that ends it, with any other line that does. */
export function parseMessage(text: string): { readonly headers: readonly Header[]; readonly body: string } {
  const { headers, end } = headerBlock(text)
  return { headers, body: text.slice(end).replace(/^(?:\r\n|\r|\n)/, '') }
}

function headerBlock(text: string): { headers: Header[]; end: number } {
  const headers: Header[] = []
  let open: { name: string; value: string } | undefined
  let end = 0
  const nextLine = /[^\r\n]*(?:\r\n|\r|\n|$)/y
  while (nextLine.lastIndex < text.length) {
    const line = nextLine.exec(text)?.[0] ?? ''
    if (!HEADER_LINE.test(line)) break
    end = nextLine.lastIndex
    if (line.startsWith(' ') || line.startsWith('\t')) {
      if (open !== undefined) open.value += line
      continue
    }
    if (open !== undefined) headers.push({ name: open.name, value: trimValue(open.value) })
    open = startHeader(line)
  }
  if (open !== undefined) headers.push({ name: open.name, value: trimValue(open.value) })
  return { headers, end }
}

/** The first value under a name, in any case. */
export function headerValue(headers: readonly Header[], name: string): string | undefined {
  return headerValues(headers, name)[0]
}

/** Every value under a name, in any case, in order. Looks at every header: who asks for many names makes a `headerTable` first. */
export function headerValues(headers: readonly Header[], name: string): string[] {
  const wanted = name.toLowerCase()
  return headers.filter((header) => header.name.toLowerCase() === wanted).map((header) => header.value)
}

/** All values by lower-case name, in order. */
export function headerTable(headers: readonly Header[]): ReadonlyMap<string, readonly string[]> {
  const table = new Map<string, string[]>()
  for (const { name, value } of headers) {
    const key = name.toLowerCase()
    const values = table.get(key)
    if (values === undefined) table.set(key, [value])
    else values.push(value)
  }
  return table
}

/** Undefined for a line without a name and for a mailbox's `From ` line, wherever it stands. */
function startHeader(line: string): { name: string; value: string } | undefined {
  const colon = line.indexOf(':')
  if (colon < 1 || line.startsWith('From ')) return undefined
  return { name: line.slice(0, colon), value: line.slice(colon + 1) }
}

function trimValue(value: string): string {
  let start = 0
  let end = value.length
  while (start < end && ' \t\r\n'.includes(value.charAt(start))) start += 1
  while (end > start && '\r\n'.includes(value.charAt(end - 1))) end -= 1
  return value.slice(start, end)
}
