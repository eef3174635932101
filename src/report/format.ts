/** `420 ms`, `9.8 s`, `2 m 41 s`: as exact as a reader can use. */
export function duration(ms: number): string {
  const rounded = Math.round(Math.abs(ms))
  const sign = ms < 0 && rounded > 0 ? '−' : ''
  if (rounded < 1000) return `${sign}${rounded} ms`
  if (rounded < 99_950) return `${sign}${(rounded / 1000).toFixed(1)} s`
  const seconds = Math.round(rounded / 1000)
  return `${sign}${Math.floor(seconds / 60)} m ${String(seconds % 60).padStart(2, '0')} s`
}

/** Decimal units, as download sizes are usually given. */
export function bytes(count: number): string {
  if (count < 1000) return `${Math.round(count)} B`
  for (const [unit, size] of [['kB', 1e3], ['MB', 1e6]] as const) {
    const value = count / size
    if (value < 999.5) return `${value < 9.95 ? value.toFixed(1) : Math.round(value)} ${unit}`
  }
  return `${(count / 1e9).toFixed(2)} GB`
}

/** Bytes a second. */
export function rate(byteCount: number, ms: number): string {
  return ms <= 0 ? '–' : `${bytes((byteCount / ms) * 1000)}/s`
}

/** `1 package`, `46 packages`. */
export function counted(amount: number, noun: string, plural = `${noun}s`): string {
  return `${amount} ${amount === 1 ? noun : plural}`
}

/** `2.4×` */
export function factor(value: number): string {
  return `${value < 9.95 ? value.toFixed(1) : Math.round(value)}×`
}

const BARS = '▁▂▃▄▅▆▇█'

/** A row of bars, the highest value as the highest bar; a space for nothing. */
export function sparkline(values: readonly number[]): string {
  const most = Math.max(...values, 0)
  return values.map((value) => (value <= 0 || most === 0 ? ' ' : (BARS[Math.min(BARS.length - 1, Math.floor((value / most) * BARS.length))] ?? ' '))).join('')
}
