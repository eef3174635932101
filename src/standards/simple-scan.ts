import { apiVersionFault } from './simple-page.ts'

/** Where a file's text lies in its page, and what tells whether anybody wants to know more of it. */
export interface ScannedFile {
  readonly filename: string
  /** Empty: none. */
  readonly requiresPython: string
  readonly isYanked: boolean
  /** Places of its JSON text in the page. */
  readonly start: number
  readonly end: number
}

/**
 * Goes through a project page in JSON as `parseSimpleJson` reads it, without making anything of the most of it: each file is shown to
 * `visit`, in the page's order. `text` may be the page's bytes as Latin-1; the places are then those of bytes, and every file's text reads the
 * same as UTF-8. False, whatever was visited before, for a page of any other shape than those that indexes send: files that are flat
 * but for tables of values, each with a name in printable ASCII and an http URL. Such a page is to be parsed. Takes as long as `JSON.parse` (2 ms a megabyte), and leaves nothing to collect.
 */
export function scanSimpleJson(text: string, pageUrl: string, visit: (file: ScannedFile) => void): boolean {
  const start = filesStart(text)
  const end = start === undefined ? undefined : scanFiles(text, start, { visit, isWeb: isWebPage(pageUrl) })
  return start !== undefined && end !== undefined && isSoundAround(text, start, end)
}

/** Place of the first file of a page, or of the end of a list without one. */
export function filesStart(text: string): number | undefined {
  const named = text.indexOf('"files"')
  FILES.lastIndex = named
  return named !== -1 && FILES.test(text) ? FILES.lastIndex : undefined
}

/** The file whose text begins there, as `scanSimpleJson` shows it; undefined where none of the usual shape does. */
export function fileTextAt(text: string, start: number, pageUrl: string): ScannedFile | undefined {
  const shape = shapeAt(text, start)
  const found = shape === undefined ? null : matchAt(shape, text, start)
  return shape === undefined || found === null ? undefined : fileIn(found, shape, start, isWebPage(pageUrl))
}

function isWebPage(pageUrl: string): boolean {
  return /^https?:\/\//.test(pageUrl) && URL.canParse(pageUrl)
}

const FILES = /"files"[ \n\r\t]*:[ \n\r\t]*\[[ \n\r\t]*/y
const MARK = '\u0001files\u0001'

/** Whether the page is one with its files taken out, and the place they were taken out of is that of the files. */
export function isSoundAround(text: string, start: number, end: number): boolean {
  const [before, after] = [text.slice(0, start), text.slice(end)]
  try {
    const { files, meta } = JSON.parse(`${before}${JSON.stringify(MARK)}${after}`) as { files?: unknown; meta?: { 'api-version'?: unknown } | null }
    const declared = meta?.['api-version']
    const isTheirs = Array.isArray(files) && files.length === 1 && files[0] === MARK && !`${before}${after}`.includes('u0001files')
    return isTheirs && apiVersionFault(typeof declared === 'string' ? declared : undefined) === undefined
  } catch {
    return false
  }
}

interface Scan {
  readonly visit: (file: ScannedFile) => void
  /** Links may be relative to the page. */
  readonly isWeb: boolean
}

/** Place after the last file; undefined where one is of another shape. */
function scanFiles(text: string, start: number, scan: Scan): number | undefined {
  let at = start
  let shape: Shape | undefined
  for (let isLast = text[at] === ']'; !isLast; ) {
    let found = shape === undefined ? null : matchAt(shape, text, at)
    if (found === null) {
      shape = shapeAt(text, at)
      found = shape === undefined ? null : matchAt(shape, text, at)
    }
    if (found === null || shape === undefined) return undefined
    const file = fileIn(found, shape, at, scan.isWeb)
    if (file === undefined) return undefined
    scan.visit(file)
    at += found[0].length
    isLast = found[shape.separator] === ''
  }
  return at
}

function matchAt({ expression }: Shape, text: string, at: number): RegExpExecArray | null {
  expression.lastIndex = at
  return expression.exec(text)
}

function fileIn(found: RegExpExecArray, shape: Shape, start: number, isWeb: boolean): ScannedFile | undefined {
  if (!isWeb && found[shape.url] === '../') return undefined
  const requiresPython = found[shape.requiresPython] ?? ''
  const yanked = found[shape.yanked] ?? ''
  const separator = found[shape.separator] ?? ''
  return {
    filename: found[shape.filename] ?? '',
    requiresPython: requiresPython.includes('\\') ? (JSON.parse(`"${requiresPython}"`) as string) : requiresPython,
    isYanked: yanked === 'true' || (yanked.startsWith('"') && yanked !== '""'),
    start,
    end: start + found[0].length - separator.length,
  }
}

/** Files with the same keys in the same order, and the groups in which a match has what is read of them; past all groups for what they do not have. */
interface Shape {
  readonly expression: RegExp
  readonly filename: number
  readonly requiresPython: number
  readonly yanked: number
  readonly url: number
  /** The comma behind the file, with the space around it. */
  readonly separator: number
}

const SPACE = '[ \\n\\r\\t]*'
const LETTERS = '[^"\\\\\\x00-\\x1f]*'
const STRING = `"${LETTERS}(?:\\\\(?:["\\\\/bfnrt]|u[0-9a-fA-F]{4})${LETTERS})*"`
const ATOM = `(?:${STRING}|true|false|null|-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)`
const PAIR = `"${LETTERS}"${SPACE}:${SPACE}${ATOM}`
const TABLE = `\\{${SPACE}(?:${PAIR}(?:${SPACE},${SPACE}${PAIR})*${SPACE})?\\}`
const OPENING = new RegExp(`\\{${SPACE}`, 'y')
const ITEM = new RegExp(`"([\\w.-]+)"${SPACE}:${SPACE}(?:${ATOM}|${TABLE})${SPACE}(,?)${SPACE}`, 'y')

/** The shape of the file whose text begins here; undefined: none that is known. */
function shapeAt(text: string, at: number): Shape | undefined {
  OPENING.lastIndex = at
  if (!OPENING.test(text)) return undefined
  const keys: string[] = []
  ITEM.lastIndex = OPENING.lastIndex
  for (let item = ITEM.exec(text); item !== null; item = item[2] === ',' ? ITEM.exec(text) : null) keys.push(item[1] ?? '')
  const isSound = keys.includes('filename') && keys.includes('url') && new Set(keys).size === keys.length
  return isSound ? remembered(keys) : undefined
}

/** All pages of an index share very few shapes. */
const shapes = new Map<string, Shape>()
const MOST_SHAPES = 64

function remembered(keys: readonly string[]): Shape {
  const key = keys.join()
  const known = shapes.get(key)
  if (known !== undefined) return known
  if (shapes.size === MOST_SHAPES) shapes.clear()
  const shape = shapeOf(keys)
  shapes.set(key, shape)
  return shape
}

const READ: ReadonlySet<string> = new Set(['filename', 'requires-python', 'yanked', 'url'])

function shapeOf(keys: readonly string[]): Shape {
  const read = keys.filter((key) => READ.has(key))
  const items = keys.map((key) => `"${key.replaceAll('.', '\\.')}"${SPACE}:${SPACE}${valueOf(key)}`)
  const group = (key: string): number => (read.includes(key) ? read.indexOf(key) + 1 : read.length + 2)
  return {
    expression: new RegExp(`\\{${SPACE}${items.join(`${SPACE},${SPACE}`)}${SPACE}\\}(${SPACE},${SPACE}|)`, 'y'),
    filename: group('filename'),
    requiresPython: group('requires-python'),
    yanked: group('yanked'),
    url: group('url'),
    separator: read.length + 1,
  }
}

/** The text of a name or of Requires-Python is what its group holds; Go's writers of JSON escape `<` and `>`. */
function valueOf(key: string): string {
  switch (key) {
    case 'filename':
      return '"([ !#-.0-[\\]-~]+)"'
    case 'requires-python':
      return `(?:"((?:[ !#-[\\]-~]|\\\\u00[0-7][0-9a-fA-F])*)"|null)`
    case 'url':
      return `"(https?://|\\.\\./)${LETTERS}"`
    case 'yanked':
      return `(${ATOM})`
    default:
      return `(?:${ATOM}|${TABLE})`
  }
}
