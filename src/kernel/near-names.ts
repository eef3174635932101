/** Names this close are taken for slips of the same word. */
const MAX_DISTANCE = 2

/** Of the names met in this run, those that look like `name`: no index is listed or guessed at. Closest first, at most three. */
export function nearNames(name: string, met: Iterable<string>): string[] {
  const scored = [...new Set(met)].filter((other) => other !== name).map((other) => ({ other, distance: editDistance(name, other) }))
  const limit = Math.min(MAX_DISTANCE, Math.floor(name.length / 3))
  return scored
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance || (a.other < b.other ? -1 : 1))
    .slice(0, 3)
    .map(({ other }) => other)
}

/** Levenshtein distance. */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const substituted = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(substituted, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
