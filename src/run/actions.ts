import { compareVersions, type Version } from '../standards/version.ts'
import type { NormalizedName } from '../standards/names.ts'
import type { Policy } from '../requests/types.ts'
import type { ResolvedPackage } from '../resolve/types.ts'
import type { InstalledDistribution } from '../target/types.ts'

/** What happens with one package of the resolution. */
export type PackageAction =
  | { readonly kind: 'keep'; readonly item: ResolvedPackage; readonly installed: InstalledDistribution; readonly note?: string }
  /** `replaces`: the distribution that goes away; undefined: nothing is there, or it is left alone. */
  | { readonly kind: 'install'; readonly item: ResolvedPackage; readonly replaces: InstalledDistribution | undefined }

/** What is installed, and what the user wants done about it. */
export interface ActionFacts {
  readonly installed: ReadonlyMap<NormalizedName, InstalledDistribution>
  /** Whether the distribution is part of the environment itself, so that it may be removed. */
  readonly isRemovable: (distribution: InstalledDistribution) => boolean
  readonly policy: Policy
}

/** What to install and what to keep, as pip decides for a resolved candidate (Resolver.resolve). */
export function decideAction(item: ResolvedPackage, facts: ActionFacts): PackageAction {
  const installed = facts.installed.get(item.name)
  if (item.entry.kind === 'installed') return { kind: 'keep', item, installed: item.entry.distribution }
  if (installed === undefined || facts.policy.ignoreInstalled) return { kind: 'install', item, replaces: undefined }
  const replaces = facts.isRemovable(installed) ? installed : undefined
  if (facts.policy.forceReinstall || !isSameVersion(installed.version, item.version)) return { kind: 'install', item, replaces }
  return keepsInstalled(item, installed) ?? { kind: 'install', item, replaces }
}

/** Same version: sources are always installed again, wheels and downloads are not. */
function keepsInstalled(item: ResolvedPackage, installed: InstalledDistribution): PackageAction | undefined {
  if (item.entry.kind !== 'direct') return { kind: 'keep', item, installed }
  const { source } = item.entry.candidate
  if (source.kind === 'directory' || (source.kind === 'vcs' && source.editable)) return undefined
  if (source.kind !== 'archive' || !source.url.startsWith('file:')) return { kind: 'keep', item, installed }
  if (!source.url.endsWith('.whl')) return undefined
  const note = `${item.name} is already installed with the same version as the provided wheel; use --force-reinstall to install the wheel`
  return { kind: 'keep', item, installed, note }
}

function isSameVersion(a: Version, b: Version): boolean {
  return compareVersions(a, b) === 0
}
