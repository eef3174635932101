/**
 * Where something the user said came from, so that an error can point at it.
 * `line` and `column` count from 1; `text` is the physical line, or the argument, for a caret under the column.
 */
export type Origin =
  | { readonly kind: 'file'; readonly path: string; readonly line?: number; readonly column?: number; readonly text?: string }
  | { readonly kind: 'flag'; readonly flag: string }
  | { readonly kind: 'environment'; readonly name: string }
  | { readonly kind: 'config'; readonly path: string; readonly key: string }
  | { readonly kind: 'argument'; readonly text: string; readonly column?: number }
  | { readonly kind: 'index'; readonly url: string }

/** One line for people: `requirements.txt:3:10`, `--find-links`, `PIP_INDEX_URL`, `pip.conf [global.index-url]`. */
export function describeOrigin(origin: Origin): string {
  switch (origin.kind) {
    case 'file': {
      const column = origin.column === undefined ? '' : `:${origin.column}`
      return origin.line === undefined ? origin.path : `${origin.path}:${origin.line}${column}`
    }
    case 'flag':
      return origin.flag
    case 'environment':
      return origin.name
    case 'config':
      return `${origin.path} [${origin.key}]`
    case 'argument':
      return `argument "${origin.text}"`
    case 'index':
      return origin.url
  }
}
