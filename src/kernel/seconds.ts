/** A time as messages of the engine tell it: `4.2 s`; with no digits `12 s`. Reports have their own (report/format.ts). */
export function seconds(ms: number, digits = 1): string {
  return `${(ms / 1000).toFixed(digits)} s`
}
