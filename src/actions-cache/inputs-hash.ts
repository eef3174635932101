import type { Requests } from '../requests/types.ts'
import { redactUrl } from '../kernel/secrets.ts'
import { shortHash } from './keys.ts'

/** A file the user wants the key to depend on. */
export interface HashedInput {
  readonly path: string
  readonly sha256: string
}

/**
 * The hash of what was asked: requirements and constraints as written, indexes without credentials, and the policies that
 * decide between versions. The order of lines, comments and the files they stand in do not count.
 */
export function inputsHash(requests: Requests, files: readonly HashedInput[]): string {
  const { set, policy, indexes, locked } = requests
  const texts = (items: readonly { readonly text: string }[]): string[] => items.map(({ text }) => redactUrl(text)).sort()
  return shortHash(JSON.stringify({
    requirements: texts(set.requirements),
    constraints: texts(set.constraints),
    locked: locked.map(({ filename, hashes }) => [filename, hashes]),
    indexes: {
      main: indexes.indexUrl === undefined ? null : redactUrl(indexes.indexUrl.value),
      extra: indexes.extraIndexUrls.map(({ value }) => redactUrl(value)),
      findLinks: indexes.findLinks.map(({ value }) => redactUrl(value)),
      noIndex: indexes.noIndex,
    },
    policy: {
      preReleases: policy.releaseControl, formats: policy.formatControl, preferBinary: policy.preferBinary, noDependencies: policy.noDependencies, onlyDependencies: policy.onlyDependencies,
      upgrade: policy.upgrade && policy.upgradeStrategy, ignoreRequiresPython: policy.ignoreRequiresPython,
    },
    files: [...files].sort((a, b) => (a.path < b.path ? -1 : 1)).map(({ path, sha256 }) => [path, sha256]),
  }))
}
