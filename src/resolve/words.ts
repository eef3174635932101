/** `a`, `a and b`, `a, b and c`, `a, b and 7 more`. */
export function listed(items: readonly string[], shown: number): string {
  const rest = items.length - shown
  const parts = rest > 0 ? [...items.slice(0, shown), `${rest} more`] : [...items]
  const last = parts.pop() ?? ''
  return parts.length === 0 ? last : `${parts.join(', ')} and ${last}`
}
