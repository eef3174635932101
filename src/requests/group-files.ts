/** A path with trailing `[extras]` taken off it (pip's `strip_extras`). `extras` is the text between the brackets. */
export function splitPathExtras(text: string): { readonly path: string; readonly extras: string | undefined } {
  const match = /^(?<path>.+)\[(?<extras>[^\]]+)\]$/s.exec(text)
  return match === null ? { path: text, extras: undefined } : { path: (match.groups?.['path'] ?? '').trimEnd(), extras: match.groups?.['extras'] }
}

/** Whether a path or URL names a lock file: `pylock.toml`, `pylock.<name>.toml` (PEP 751; the name has no dot). */
export function isPylockFile(file: string): boolean {
  return /^pylock(\.[^.]+)?\.toml$/.test(lastPart(file))
}

/** Whether a path names a pyproject.toml. */
export function isPyprojectFile(file: string): boolean {
  return lastPart(file) === 'pyproject.toml'
}

/** What `--group path:name` may point at (extras may follow a lock's path). */
export function isValidGroupFile(file: string): boolean {
  return isPyprojectFile(file) || isPylockFile(splitPathExtras(file).path)
}

function lastPart(file: string): string {
  return file.replace(/[?#].*$/, '').split(/[/\\]/).at(-1) ?? ''
}
