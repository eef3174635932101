/** A path with `/` between its segments, on Windows too. Elsewhere a backslash is a letter like any other, and stays. */
export function slashed(path: string): string {
  return process.platform === 'win32' ? path.replaceAll('\\', '/') : path
}
