/** One leg of a matrix: the wheels it installs. */
export interface SimulatedLeg {
  readonly name: string
  readonly wheels: readonly SimulatedWheel[]
}

export interface SimulatedWheel {
  readonly filename: string
  readonly sizeBytes: number
}

/** What the service and the machine make of an entry. */
export interface TransferFacts {
  /** Fixed cost of one restore or save beside its bytes: the program's start, the service's answers, the archiver. */
  readonly fixedSeconds: number
  /** Bytes a second of one machine, each way. */
  readonly rate: number
}

/** What keeping the wheels of a whole matrix costs. Seconds are those of the slowest leg. */
export interface MatrixCost {
  readonly entries: number
  readonly storedBytes: number
  readonly uploadedBytes: number
  readonly restoredBytes: number
  readonly saveSeconds: number
  readonly restoreSeconds: number
}

/** An entry of its own for each leg: one transfer each way. */
export function perLeg(legs: readonly SimulatedLeg[], facts: TransferFacts): MatrixCost {
  const sizes = legs.map(({ wheels }) => bytesOf(wheels))
  const slowest = facts.fixedSeconds + Math.max(0, ...sizes) / facts.rate
  const total = sum(sizes)
  return { entries: legs.length, storedBytes: total, uploadedBytes: total, restoredBytes: total, saveSeconds: slowest, restoreSeconds: slowest }
}

/**
 * Wheels that any platform can use (`…-none-any`) in an entry under the hash of their names, which legs with the same ones
 * share, and the others in an entry of each leg's own. A leg cannot know what others use, so that this is the only split that
 * needs nobody to be asked. Both transfers of a leg run at the same time over one line; that each is found before anything is
 * uploaded costs the fixed part once more (`saveSeconds`: of the leg that also uploads the common entry).
 */
export function commonAndDelta(legs: readonly SimulatedLeg[], facts: TransferFacts): MatrixCost {
  const split = legs.map(({ wheels }) => ({ common: wheels.filter(isAny), delta: wheels.filter((wheel) => !isAny(wheel)) }))
  const commons = new Map(split.map(({ common }) => [common.map(({ filename }) => filename).sort().join('\n'), bytesOf(common)]))
  const deltas = split.map(({ delta }) => bytesOf(delta))
  const whole = split.map(({ common, delta }) => bytesOf(common) + bytesOf(delta))
  const stored = sum([...commons.values()]) + sum(deltas)
  const both = Math.max(0, ...whole) / facts.rate
  return {
    entries: commons.size + legs.length, storedBytes: stored, uploadedBytes: stored, restoredBytes: sum(whole),
    saveSeconds: 2 * facts.fixedSeconds + both, restoreSeconds: facts.fixedSeconds + facts.fixedSeconds * SECOND_PROGRAM + both,
  }
}

/** Part of its fixed cost that a second program adds which runs beside the first: they share two cores, not the service's answers. */
const SECOND_PROGRAM = 0.5

function isAny({ filename }: SimulatedWheel): boolean {
  return filename.endsWith('-none-any.whl')
}

function bytesOf(wheels: readonly SimulatedWheel[]): number {
  return sum(wheels.map(({ sizeBytes }) => sizeBytes))
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
