import type { MetadataAnswer } from '../index/metadata.ts'
import { parseMetadata } from '../standards/metadata.ts'
import { requirementReader } from '../standards/requirements.ts'
import { parseVersion, type Version } from '../standards/version.ts'
import { readInstalledMetadata } from '../target/installed.ts'
import type { InstalledDistribution, Target } from '../target/types.ts'
import type { Environment } from './environment.ts'
import type { ResolutionQuestion } from './types.ts'

/** The metadata of an installed distribution, read for a resolve. */
export function readInstalled(distribution: InstalledDistribution, readRequirement = requirementReader()): MetadataAnswer {
  const text = readInstalledMetadata(distribution)
  const metadata = text === undefined ? undefined : parseMetadata(text, readRequirement)
  if (text === undefined || metadata?.ok !== true) return { kind: 'broken', reason: 'its installed metadata cannot be read' }
  return { kind: 'metadata', metadata: metadata.value, text }
}

/** What of the installed distributions a resolve may take. */
export function installedFor({ requests: { policy }, environment }: Pick<ResolutionQuestion, 'requests' | 'environment'>): Environment['installed'] {
  return policy.forceReinstall || policy.ignoreInstalled ? new Map() : environment.installed
}

/** What Requires-Python is compared with. */
export function pythonVersionOf(target: Target): Version {
  const version = parseVersion(target.version)
  if (version === undefined) throw new Error(`the interpreter gives its version as ${target.version}`)
  return version
}
