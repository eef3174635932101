/**
 * Sets of candidates of one package as bits, lowest word first (docs/solver.md, "Sets").
 *
 * A package with `count` candidates has the universe 0 … count−1 (its candidates, best first) plus one more element, bit
 * `count`: *absent*, "the package is not part of the solution". With it every term of PubGrub, positive or negative, is one
 * plain set, and complement, union and intersection need no case analysis. Callers make and read sets of candidates only;
 * the absent bit is the solver's. Sets are never changed after they were made, so they may be shared freely.
 */
export type CandidateSet = Uint32Array<ArrayBuffer> & { readonly __brand: 'CandidateSet' }

function blank(count: number): CandidateSet {
  return new Uint32Array((count >>> 5) + 1) as CandidateSet
}

/** The empty set of candidates of a package that has `count` of them. */
export function noCandidates(count: number): CandidateSet {
  return blank(count)
}

/** All candidates 0 … count−1. */
export function allCandidates(count: number): CandidateSet {
  return candidateRange(count, 0, count)
}

/** The candidates for which `matches` is true; calls it `count` times. Where a run is known, `candidateRange` is cheaper. */
export function candidatesWhere(count: number, matches: (index: number) => boolean): CandidateSet {
  const set = blank(count)
  for (let index = 0; index < count; index += 1) if (matches(index)) set[index >>> 5]! |= 1 << (index & 31)
  return set
}

/** The candidates of the list, each in 0 … count−1. */
export function candidatesOf(count: number, indexes: Iterable<number>): CandidateSet {
  const set = blank(count)
  for (const index of indexes) {
    if (index < 0 || index >= count) throw new RangeError(`candidate ${index} of ${count}`)
    set[index >>> 5]! |= 1 << (index & 31)
  }
  return set
}

/** The run of candidates `start` … `end`−1, in O(count / 32): what a version range is over an ordered list. */
export function candidateRange(count: number, start: number, end: number): CandidateSet {
  const set = blank(count)
  if (start >= end) return set
  const first = start >>> 5
  const last = (end - 1) >>> 5
  set.fill(0xffffffff, first, last + 1)
  set[first]! &= -1 << (start & 31)
  set[last]! &= -1 >>> (31 - ((end - 1) & 31))
  return set
}

/** Whether the element is in the set. */
export function hasCandidate(set: CandidateSet, index: number): boolean {
  return ((set[index >>> 5] ?? 0) & (1 << (index & 31))) !== 0
}

/** The lowest index in the set (the best candidate), or −1 when it is empty. */
export function firstCandidate(set: CandidateSet): number {
  for (let word = 0; word < set.length; word += 1) {
    const bits = set[word]!
    if (bits !== 0) return word * 32 + (31 - Math.clz32(bits & -bits))
  }
  return -1
}

/** The lowest index in the set that is at least `from`, or −1. */
export function nextCandidate(set: CandidateSet, from: number): number {
  let word = from >>> 5
  if (word >= set.length) return -1
  let bits = set[word]! & (-1 << (from & 31))
  while (bits === 0) {
    word += 1
    if (word >= set.length) return -1
    bits = set[word]!
  }
  return word * 32 + (31 - Math.clz32(bits & -bits))
}

/** How many elements the set has. */
export function sizeOf(set: CandidateSet): number {
  let total = 0
  for (let word = 0; word < set.length; word += 1) {
    let bits = set[word]!
    bits -= (bits >>> 1) & 0x55555555
    bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
    total += (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
  }
  return total
}

/** Whether no element is in the set. */
export function isEmpty(set: CandidateSet): boolean {
  for (let word = 0; word < set.length; word += 1) if (set[word] !== 0) return false
  return true
}

/** What is in both sets. */
export function intersection(a: CandidateSet, b: CandidateSet): CandidateSet {
  const set = new Uint32Array(a.length) as CandidateSet
  for (let word = 0; word < set.length; word += 1) set[word] = a[word]! & b[word]!
  return set
}

/** What is in either set. */
export function union(a: CandidateSet, b: CandidateSet): CandidateSet {
  const set = new Uint32Array(a.length) as CandidateSet
  for (let word = 0; word < set.length; word += 1) set[word] = a[word]! | b[word]!
  return set
}

/** What is in `a` and not in `b`. */
export function difference(a: CandidateSet, b: CandidateSet): CandidateSet {
  const set = new Uint32Array(a.length) as CandidateSet
  for (let word = 0; word < set.length; word += 1) set[word] = a[word]! & ~b[word]!
  return set
}

/** The set and one more element. */
export function withElement(set: CandidateSet, index: number): CandidateSet {
  const wider = set.slice() as CandidateSet
  wider[index >>> 5]! |= 1 << (index & 31)
  return wider
}

/** The set without one element. */
export function withoutElement(set: CandidateSet, index: number): CandidateSet {
  const narrower = set.slice() as CandidateSet
  narrower[index >>> 5]! &= ~(1 << (index & 31))
  return narrower
}

/** Whether all of `a` is in `b`. */
export function isSubset(a: CandidateSet, b: CandidateSet): boolean {
  for (let word = 0; word < a.length; word += 1) if ((a[word]! & ~b[word]!) !== 0) return false
  return true
}

/** Whether no element is in both sets. */
export function isDisjoint(a: CandidateSet, b: CandidateSet): boolean {
  for (let word = 0; word < a.length; word += 1) if ((a[word]! & b[word]!) !== 0) return false
  return true
}

/** Whether both sets have the same elements. */
export function isSameSet(a: CandidateSet, b: CandidateSet): boolean {
  if (a === b) return true
  for (let word = 0; word < a.length; word += 1) if (a[word] !== b[word]) return false
  return true
}

/** A 32-bit hash of the elements, for finding an equal set among many. */
export function hashOf(set: CandidateSet): number {
  let hash = 0x811c9dc5
  for (let word = 0; word < set.length; word += 1) hash = Math.imul(hash ^ set[word]!, 0x01000193) ^ (hash >>> 15)
  return hash
}

/** How a set lies with respect to another one: all of it inside, all of it outside, some of both. */
export type SetRelation = 'inside' | 'outside' | 'across'

/** Where `allowed` (not empty) lies with respect to `set`; leaves at the first word that decides it is across. */
export function relationOf(allowed: CandidateSet, set: CandidateSet): SetRelation {
  let inside = 0
  let outside = 0
  for (let word = 0; word < allowed.length; word += 1) {
    const bits = allowed[word]!
    inside |= bits & set[word]!
    outside |= bits & ~set[word]!
    if (inside !== 0 && outside !== 0) return 'across'
  }
  return outside === 0 ? 'inside' : 'outside'
}
