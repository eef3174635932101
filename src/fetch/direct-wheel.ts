import { metadataOfFile } from '../index/wheel-metadata.ts'
import { UserError } from '../kernel/errors.ts'
import type { Hash, Sha256 } from '../kernel/hash.ts'
import { redactUrl } from '../kernel/secrets.ts'
import type { DirectUrl } from '../standards/direct-url.ts'
import { filenameOf } from '../standards/link-url.ts'
import { parseMetadata, type CoreMetadata } from '../standards/metadata.ts'
import { compareVersions } from '../standards/version.ts'
import { expandWheelTags, parseWheelName } from '../standards/wheel-name.ts'
import type { Fetcher } from './fetcher.ts'

/** A wheel named by URL, fetched and read. */
export interface DirectWheel {
  readonly filename: string
  readonly wheelPath: string
  readonly sha256: Sha256
  readonly metadata: CoreMetadata
  readonly metadataText: string
  readonly directUrl: DirectUrl
}

/** What reading a wheel by its URL needs. */
export interface DirectWheelFacts {
  readonly fetcher: Fetcher
  /** The target's tags: a wheel for something else is refused (pip: "is not a supported wheel on this platform"). */
  readonly tags: ReadonlyMap<string, number>
  readonly signal: AbortSignal
}

/** Fetches a wheel from its URL (http, https or file) and reads its metadata. Throws `no-candidate` for a wheel that does not fit. */
export async function readDirectWheel(url: string, hashes: readonly Hash[], facts: DirectWheelFacts): Promise<DirectWheel> {
  const filename = filenameOf(new URL(url).pathname) ?? ''
  const wheel = parseWheelName(filename)
  if (wheel === undefined) throw new UserError('wheel-invalid', `${redactUrl(url)} is not named as a wheel`)
  if (!expandWheelTags(wheel).some((tag) => facts.tags.has(tag))) {
    throw new UserError('no-candidate', `${filename} is not a supported wheel on this platform`, { hint: `its tags are ${expandWheelTags(wheel).join(', ')}` })
  }
  const request = { name: wheel.name, versionText: wheel.version.text, filename, url, publishedHashes: [], requiredHashes: hashes, sizeBytes: undefined }
  const fetched = await facts.fetcher.fetch(request, { signal: facts.signal })
  const metadataText = metadataOfFile(fetched.path, filename)
  const metadata = parseMetadata(metadataText)
  if (!metadata.ok) throw new UserError('metadata-invalid', `${filename}: ${metadata.message}`)
  const { version } = metadata.value
  if (compareVersions(version, wheel.version) !== 0) throw new UserError('metadata-invalid', `${filename} is version ${version.text} inside, and ${wheel.version.text} by its name`)
  return {
    filename,
    wheelPath: fetched.path,
    sha256: fetched.sha256,
    metadata: metadata.value,
    metadataText,
    directUrl: { kind: 'archive', url, hashes: [{ algorithm: 'sha256', hex: fetched.sha256 }] },
  }
}
