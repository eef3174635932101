import type { Hash, Sha256 } from '../kernel/hash.ts'
import type { CoreMetadata } from '../standards/metadata.ts'
import type { NormalizedName } from '../standards/names.ts'

/** A wheel wanted as a file. */
export interface WheelRequest {
  readonly name: NormalizedName
  readonly versionText: string
  readonly filename: string
  /** http(s) or file. */
  readonly url: string
  /** Hashes the index published; empty when it published none. */
  readonly publishedHashes: readonly Hash[]
  /** Hashes the user or a lock gave; one of them must fit. Empty: none were given. */
  readonly requiredHashes: readonly Hash[]
  readonly sizeBytes: number | undefined
  /** The size that a lock gave, which has to be the file's (PEP 751: size and hash are validated). */
  readonly requiredSizeBytes?: number | undefined
}

/** A wheel on this machine whose bytes were hashed in this run and fit everything said about them, or of which no byte is needed (`Fetcher.kept`). */
export interface FetchedWheel {
  readonly name: NormalizedName
  readonly versionText: string
  readonly filename: string
  readonly path: string
  readonly sizeBytes: number
  readonly sha256: Sha256
  /** `build`: built from source in this run; one built in an earlier run comes from the store. */
  readonly source: 'store' | 'network' | 'local' | 'build'
  /** Of the source distribution that the wheel was built from, when it was. */
  readonly archiveSha256?: Sha256
  /** Of a wheel that was built: what its source said of itself may differ. */
  readonly builtMetadata?: CoreMetadata
}
