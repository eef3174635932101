import { parseWheelName, type WheelName } from '../standards/wheel-name.ts'
import type { Rejection } from '../index/types.ts'
import { listed } from './words.ts'

/** How many tags a sentence names. */
const SHOWN = 4

/**
 * What the wheels of one version are for, in words that say how near they come: this platform with another Python, this
 * Python on another platform, or neither. `tags`: what the target accepts, best first.
 */
export function describeWheels(rejections: readonly Rejection[], tags: readonly string[]): string {
  const wheels = rejections.flatMap(({ filename }) => parseWheelName(filename) ?? [])
  const accepted = tags.map((tag) => tag.split('-'))
  const pythons = new Set(accepted.map(([python]) => python))
  const abis = new Set(accepted.map(([, abi]) => abi))
  const platforms = new Set(accepted.map(([, , platform]) => platform))
  const [python, , platform] = accepted[0] ?? []
  const here = wheels.filter((wheel) => wheel.platformTags.some((tag) => platforms.has(tag)))
  if (here.length > 0) return `for this platform there are wheels for ${pythonsOf(here)} only, and this Python is ${python}`
  const mine = wheels.filter((wheel) => wheel.pythonTags.some((tag) => pythons.has(tag)) && wheel.abiTags.some((tag) => abis.has(tag)))
  if (mine.length > 0) return `for this Python there are wheels for ${named(mine, (wheel) => wheel.platformTags)} only, and this platform is ${platform}`
  return `its wheels are for ${named(wheels, (wheel) => wheel.pythonTags)} on ${named(wheels, (wheel) => wheel.platformTags)}, and this is ${python} on ${platform}`
}

/** `cp312`, and where the ABI says more than the Python, both: `cp311-cp311d`. */
function pythonsOf(wheels: readonly WheelName[]): string {
  return named(wheels, ({ pythonTags, abiTags }) => pythonTags.map((python) => (abiTags.every((abi) => abi === python || abi === 'none') ? python : `${python}-${abiTags.join('.')}`)))
}

function named(wheels: readonly WheelName[], tagsOf: (wheel: WheelName) => readonly string[]): string {
  return listed([...new Set(wheels.flatMap(tagsOf))].sort(), SHOWN)
}
