import type { EntryWheel } from './entry.ts'

/** A wheel that could be kept, with what keeping it saves a later run. */
export interface ValuedWheel {
  readonly wheel: EntryWheel
  /** Seconds of building, where it was built; downloads are valued by the line's rate. */
  readonly buildSeconds: number
}

/** The wheels of a run, sorted by whether the entry has room for them. */
export interface Budgeted {
  readonly kept: readonly EntryWheel[]
  /** Largest first. */
  readonly leftOut: readonly EntryWheel[]
}

/** What one request costs beside its bytes: small wheels save more a byte than big ones. */
const REQUEST_SECONDS = 0.05
/** Bytes a second, where the run saw too little to tell. */
const USUAL_RATE = 50e6

/**
 * What of a run's wheels goes into an entry of at most `budgetBytes`: those that save most seconds a byte. Without a budget
 * all. Wheels keep their order.
 */
export function withinBudget(wheels: readonly ValuedWheel[], { budgetBytes, networkRate }: { readonly budgetBytes: number | undefined; readonly networkRate: number | undefined }): Budgeted {
  if (budgetBytes === undefined) return { kept: wheels.map(({ wheel }) => wheel), leftOut: [] }
  const bytesPerSecond = networkRate === undefined ? USUAL_RATE : networkRate * 1000
  const density = ({ wheel, buildSeconds }: ValuedWheel): number => (buildSeconds + REQUEST_SECONDS + wheel.sizeBytes / bytesPerSecond) / Math.max(1, wheel.sizeBytes)
  const chosen = new Set<EntryWheel>()
  let room = budgetBytes
  for (const valued of [...wheels].sort((a, b) => density(b) - density(a))) {
    if (valued.wheel.sizeBytes > room) continue
    room -= valued.wheel.sizeBytes
    chosen.add(valued.wheel)
  }
  const all = wheels.map(({ wheel }) => wheel)
  return { kept: all.filter((wheel) => chosen.has(wheel)), leftOut: all.filter((wheel) => !chosen.has(wheel)).sort((a, b) => b.sizeBytes - a.sizeBytes) }
}

/** From here on an entry is called huge, and its largest wheels are named. */
const HUGE_BYTES = 1e9

/** What people should know of an entry's size; sizes are put in by `size`. */
export function sizeNotes({ kept, leftOut }: Budgeted, size: (bytes: number) => string): string[] {
  const total = kept.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
  const named = (wheels: readonly EntryWheel[]): string => wheels.slice(0, 3).map(({ filename, sizeBytes }) => `${filename} (${size(sizeBytes)})`).join(', ')
  const largest = [...kept].sort((a, b) => b.sizeBytes - a.sizeBytes)
  return [
    ...(leftOut.length === 0 ? [] : [`cache-budget-mb leaves ${leftOut.length} of ${leftOut.length + kept.length} wheels out of the entry: ${named(leftOut)}${leftOut.length > 3 ? ', …' : ''}`]),
    ...(total < HUGE_BYTES ? [] : [`The entry holds ${size(total)}, most of it ${named(largest)}; cache-budget-mb limits it`]),
  ]
}
