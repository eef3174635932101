import type { FetchedWheel } from '../fetch/types.ts'
import type { InstallPlan } from '../install/types.ts'
import type { InstallOptions } from '../requests/install-options.ts'
import type { Requests } from '../requests/types.ts'
import type { Resolution } from '../resolve/types.ts'
import type { NormalizedName } from '../standards/names.ts'
import type { Pylock } from '../standards/pylock.ts'
import type { PackageAction } from './actions.ts'
import type { WorkerPool } from '../workers/protocol.ts'
import type { Environment } from './environment.ts'
import type { Limits } from './limits.ts'
import type { StoreFolder } from './store-folder.ts'

/** Everything a run needs to know before it begins: what is asked, of which environment. */
export interface PreparedRun {
  readonly options: InstallOptions
  readonly requests: Requests
  readonly environment: Environment
  /** Indexes to ask, in order; the default one found out from the target's pip. Empty with --no-index. */
  readonly indexUrls: readonly string[]
}

/** What a resolution answers: what is asked, of which indexes, for which target. */
export interface ResolutionQuestion {
  readonly requests: Pick<Requests, 'set' | 'policy' | 'indexes' | 'network' | 'locked'>
  readonly environment: Pick<Environment, 'target' | 'installed'>
  readonly indexUrls: readonly string[]
}

/** What a run works with: how much at once, where wheels are kept, who unpacks. */
export interface RunMeans {
  readonly limits: Limits
  readonly storeFolder: StoreFolder
  readonly pool: WorkerPool
  /** Resolves when wheels may be looked for in the store. */
  readonly storeReady: Promise<void>
  /** Whether pip's report is to be written, which holds METADATA word for word. */
  readonly writesReport: boolean
}

/** What a run came to, for reports and outputs. */
export interface InstallOutcome {
  readonly environment: Environment
  readonly resolution: Resolution
  readonly actions: readonly PackageAction[]
  /** The wheel of each package that was fetched. */
  readonly wheels: ReadonlyMap<NormalizedName, FetchedWheel>
  /** With --lock-out: what is to be written there. */
  readonly lock: Pylock | undefined
  /** Undefined for a dry run, and when there was nothing to do. */
  readonly plan: InstallPlan | undefined
}
