/**
 * The header block of METADATA, PKG-INFO and WHEEL files, read as Python's `email.parser` with its default policy
 * (compat32) reads it, since that is what every Python installer does: names in any case, folded lines joined with their
 * line ends kept, malformed lines skipped, and the block ends with the first line that cannot be part of it.
 */

export interface Header {
  readonly name: string
  /** Without blanks and line ends before it and line ends after it; inner line ends of folded values are kept. */
  readonly value: string
}

const HEADER_LINE = /^(?:From |[\x21-\x39\x3b-\x7e]*:|[\t ])/

/** The headers in order. Reads no further than the end of the block, so a long description after it costs nothing. */
export function parseHeaders(text: string): Header[] {
  const headers: Header[] = []
  let open: { name: string; value: string } | undefined
  const close = (): void => {
    if (open !== undefined) headers.push({ name: open.name, value: open.value.replace(/^[ \t\r\n]+|[\r\n]+$/g, '') })
    open = undefined
  }
  for (const line of headerLines(text)) {
    if (line.startsWith(' ') || line.startsWith('\t')) {
      if (open !== undefined) open.value += line
    } else {
      close()
      open = startHeader(line)
    }
  }
  close()
  return headers
}

/** The first value under a name, in any case. */
export function headerValue(headers: readonly Header[], name: string): string | undefined {
  return headerValues(headers, name)[0]
}

/** Every value under a name, in any case, in order. */
export function headerValues(headers: readonly Header[], name: string): string[] {
  const wanted = name.toLowerCase()
  return headers.filter((header) => header.name.toLowerCase() === wanted).map((header) => header.value)
}

function* headerLines(text: string): Generator<string> {
  const nextLine = /[^\r\n]*(?:\r\n|\r|\n|$)/y
  for (let at = 0; at < text.length; ) {
    nextLine.lastIndex = at
    const line = nextLine.exec(text)?.[0] ?? ''
    if (!HEADER_LINE.test(line)) return
    yield line
    at += line.length
  }
}

/** Undefined for a line without a name and for a mailbox's `From ` line, wherever it stands. */
function startHeader(line: string): { name: string; value: string } | undefined {
  const colon = line.indexOf(':')
  if (colon < 1 || line.startsWith('From ')) return undefined
  return { name: line.slice(0, colon), value: line.slice(colon + 1) }
}
