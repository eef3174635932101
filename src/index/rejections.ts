import type { NormalizedName } from '../standards/names.ts'
import type { IndexFile } from '../standards/simple-api.ts'
import { parseSpecifierSet, specifierSetContains } from '../standards/specifiers.ts'
import type { Version } from '../standards/version.ts'
import { expandWheelTags, parseSdistName, parseWheelName, type WheelTags } from '../standards/wheel-name.ts'
import type { CandidateRules } from './candidates.ts'
import type { IndexRef, Rejection, RejectionReason } from './types.ts'

/**
 * Why a listed file is no candidate, told for people: what is said first is what pip's LinkEvaluator would say first.
 */
export function whyRejected({ file, index }: { readonly file: IndexFile; readonly index: IndexRef }, name: NormalizedName, rules: CandidateRules): Rejection {
  const { filename, requiresPython } = file
  const reject = (reason: RejectionReason, detail: string, version?: Version): Rejection => ({ filename, version, reason, detail, index })
  const isWheel = filename.endsWith('.whl')
  const wheel = isWheel ? parseWheelName(filename) : undefined
  if (isWheel && wheel === undefined) return reject('name', 'not a valid wheel name')
  if (wheel !== undefined && wheel.name !== name) return reject('name', `is of project ${wheel.name}`)
  const sdist = isWheel ? undefined : parseSdistName(filename, name)
  const version = wheel?.version ?? sdist?.version
  if (version === undefined) return reject('version', 'no version that can be read')
  if (wheel !== undefined && bestRank(wheel, rules) === undefined) return reject('tags', 'for other platforms or Pythons', version)
  if (sdist?.pythonVersion !== undefined && !isThisPython(sdist.pythonVersion, rules)) return reject('tags', `Python ${sdist.pythonVersion} only`, version)
  const isAllowed = isWheel ? rules.allowWheels : rules.allowSdists
  const tooNew = isAllowed ? uploadFault(file, index, rules) : undefined
  if (tooNew !== undefined) return reject(tooNew.reason, tooNew.detail, version)
  if (requiresPython !== undefined && !fitsPython(requiresPython, rules)) return reject('requires-python', requiresPython, version)
  // After the rest: a file that is turned away for its format is one that would do, which `build-required` tells.
  if (!isAllowed) return reject('format', isWheel ? 'wheels are excluded (--no-binary)' : 'source distributions are excluded (--only-binary)', version)
  throw new Error(`${filename} was turned away and is a candidate`)
}

/** Whether `python`, from the name of an old source archive, is the target's. */
export function isThisPython(python: string, { pythonVersion }: CandidateRules): boolean {
  return python === pythonVersion.release.slice(0, 2).join('.')
}

/** Place of the best of a wheel's tags in the target's order; undefined: none fits. */
export function bestRank(wheel: WheelTags, { tagRanks }: CandidateRules): number | undefined {
  let best: number | undefined
  for (const tag of expandWheelTags(wheel)) {
    const rank = tagRanks.get(tag)
    if (rank !== undefined && (best === undefined || rank < best)) best = rank
  }
  return best
}

/** Unreadable specifiers are ignored, as pip does. */
export function fitsPython(requiresPython: string, { ignoreRequiresPython, pythonVersion }: CandidateRules): boolean {
  if (ignoreRequiresPython) return true
  const specifiers = parseSpecifierSet(requiresPython)
  return !specifiers.ok || specifierSetContains(specifiers.value, pythonVersion)
}

/** What an age limit says against a file; files on disk have no age. */
export function uploadFault(file: Pick<IndexFile, 'url' | 'uploadTimeMs'>, index: IndexRef, { uploadedPriorToMs }: CandidateRules): { readonly reason: 'too-new' | 'no-upload-time'; readonly detail: string } | undefined {
  if (uploadedPriorToMs === undefined || file.url.startsWith('file:')) return undefined
  if (file.uploadTimeMs === undefined) return { reason: 'no-upload-time', detail: `${index.label} does not say when the file was uploaded` }
  if (file.uploadTimeMs < uploadedPriorToMs) return undefined
  return { reason: 'too-new', detail: new Date(file.uploadTimeMs).toISOString() }
}
