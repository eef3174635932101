import { UserError } from '../kernel/errors.ts'
import type { Hash } from '../kernel/hash.ts'
import { describeOrigin } from '../kernel/origin.ts'
import type { Resolution, ResolvedPackage } from '../resolve/types.ts'
import type { NormalizedName } from '../standards/names.ts'

/** With hashes required, everything in the answer needs one, unlisted dependencies included. `given`: those of requirements and constraints (`userHashes`). Throws `hash-missing`. */
export function checkHashes(resolution: Resolution, given: ReadonlyMap<NormalizedName, readonly Hash[]>): void {
  const hasHash = ({ name, userRequirements }: ResolvedPackage): boolean => given.has(name) || userRequirements.some((user) => user.hashes.length > 0)
  const missing = resolution.packages.filter((item) => item.entry.kind !== 'installed' && !hasHash(item))
  const [first] = missing
  if (first === undefined) return
  const origin = first.userRequirements[0]?.origin
  throw new UserError('hash-missing', `hashes are required, and ${missing.length === 1 ? 'one package has' : `${missing.length} packages have`} none: ${first.name}==${first.version.text}`, {
    ...(origin === undefined ? {} : { origin }),
    details: missing.map(suggestLine),
    hint: 'add these lines, after checking that they are what you want, or leave out --require-hashes and every --hash',
  })
}

function suggestLine(item: ResolvedPackage): string {
  const published = item.entry.kind === 'index' ? item.entry.candidate.file.hashes : item.entry.kind === 'direct' && item.entry.candidate.sha256 !== undefined ? [{ algorithm: 'sha256', hex: item.entry.candidate.sha256 }] : []
  const from = item.userRequirements[0] === undefined ? `needed by ${item.requiredBy.map(({ name }) => name ?? 'you').join(', ')}` : describeOrigin(item.userRequirements[0].origin)
  return `${item.name}==${item.version.text} ${published.map((hash) => `--hash=${hash.algorithm}:${hash.hex}`).join(' ')}  # ${from}`
}
