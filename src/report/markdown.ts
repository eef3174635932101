/** How a column is set. */
export type Align = 'left' | 'right'

/** Text that stands for itself in GitHub's markdown: in a cell, a list or a paragraph. Line ends become spaces. */
export function literal(text: string): string {
  return text
    .replace(/\s*\r?\n\s*/g, ' ')
    .replace(/[\\`*_{}[\]<>|~#&]/g, (character) => (character === '&' ? '&amp;' : character === '<' ? '&lt;' : character === '>' ? '&gt;' : `\\${character}`))
    .replace(/@(?=\w)/g, '@\u200b')
}

/** Text as code, whatever backticks it has. Vertical bars are escaped for tables. */
export function code(text: string): string {
  const oneLine = text.replace(/\s*\r?\n\s*/g, ' ')
  const longest = Math.max(0, ...[...oneLine.matchAll(/`+/g)].map(([ticks]) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  const pad = oneLine.startsWith('`') || oneLine.endsWith('`') ? ' ' : ''
  return `${fence}${pad}${oneLine.replaceAll('|', '\\|')}${pad}${fence}`
}

/** A table; cells are markdown already. Empty string without rows. */
export function table(columns: readonly (readonly [title: string, align: Align])[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return ''
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(columns.map(([title]) => title)), line(columns.map(([, align]) => (align === 'right' ? '---:' : ':---'))), ...rows.map(line)].join('\n')
}

/** A part that is folded away until clicked. */
export function folded(title: string, body: string): string {
  return body === '' ? '' : `<details>\n<summary>${title}</summary>\n\n${body}\n\n</details>`
}

/** Blocks with empty lines between; empty blocks are left out. */
export function blocks(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n')
}
