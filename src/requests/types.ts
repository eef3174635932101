import type { Hash } from '../kernel/hash.ts'
import type { Origin } from '../kernel/origin.ts'
import type { Marker } from '../standards/markers.ts'
import type { NormalizedName } from '../standards/names.ts'
import type { SpecifierSet } from '../standards/specifiers.ts'

/** A requirement that names where it comes from instead of asking an index (PEP 440 direct references, pip's paths). */
export type DirectSource =
  /** One wheel or sdist. `url` is http(s) or file, without fragment; `subdirectory` and `hash` from the fragment. */
  | { readonly kind: 'archive'; readonly url: string; readonly subdirectory?: string; readonly hash?: Hash }
  /** A source tree. `path` is absolute. `hasSlash`: its URL ended in a slash, which is kept where the URL is noted. */
  | { readonly kind: 'directory'; readonly path: string; readonly editable: boolean; readonly subdirectory?: string; readonly hasSlash?: true }
  /** A repository. `url` without the `git+` prefix, ref and fragment. */
  | { readonly kind: 'vcs'; readonly vcs: string; readonly url: string; readonly ref?: string; readonly subdirectory?: string; readonly editable: boolean }

/** One thing the user asked for, or one constraint, with where it was said. */
export interface UserRequirement {
  /** Undefined for a path or URL whose project name is not known before its metadata is read. */
  readonly name: NormalizedName | undefined
  readonly extras: readonly NormalizedName[]
  readonly specifier: SpecifierSet
  readonly marker: Marker | undefined
  readonly direct: DirectSource | undefined
  /** From `--hash` and from URL fragments. Empty when the user gave none. */
  readonly hashes: readonly Hash[]
  /** A folder, or a commit of a repository, that a lock names: it has no hash, and the standard asks for none. */
  readonly needsNoHash?: true
  readonly configSettings: Readonly<Record<string, string | readonly string[]>>
  readonly origin: Origin
  /** As the user wrote it, secrets included; mask before printing. */
  readonly text: string
}

/** What is asked for, and what limits it. */
export interface RequirementSet {
  readonly requirements: readonly UserRequirement[]
  readonly constraints: readonly UserRequirement[]
}

/**
 * The file that a lock (PEP 751) chose for a project. The project is among the requirements, pinned and with the lock's hashes; this
 * is its only candidate, whatever indexes offer (pip's `add_locked_link`).
 */
export interface LockedFile {
  readonly name: NormalizedName
  readonly filename: string
  /** Absolute: http(s) or file. */
  readonly url: string
  readonly hashes: readonly Hash[]
  readonly sizeBytes: number | undefined
  readonly uploadTimeMs: number | undefined
  /** Base URL of the index that served the file to whoever made the lock. */
  readonly index: string | undefined
  readonly origin: Origin
}

/** Projects as options name them: `:all:`, and names. */
export interface NameSet {
  readonly all: boolean
  readonly names: readonly NormalizedName[]
}

/** `--no-binary` / `--only-binary`: `all` covers names not listed on the other side (pip's FormatControl). */
export interface FormatControl {
  readonly noBinary: NameSet
  readonly onlyBinary: NameSet
}

/** `--all-releases` / `--only-final`: `all` covers names not listed on the other side (pip's ReleaseControl). */
export interface ReleaseControl {
  readonly allReleases: NameSet
  readonly onlyFinal: NameSet
}

/** A value and where it was set, so that errors and `--debug-config` can say so. */
export interface Located<T> {
  readonly value: T
  readonly origin: Origin
}

/** Names that match `pattern` (`internal-*`; compared normalized) may come from the index at `url` alone. */
export interface IndexOwner {
  readonly pattern: string
  readonly url: string
}

/** Where distributions may come from. `indexUrl` undefined: nothing configured, ask the target's pip. */
export interface IndexSettings {
  readonly indexUrl: Located<string> | undefined
  readonly extraIndexUrls: readonly Located<string>[]
  /** URLs as given; paths that exist absolute. */
  readonly findLinks: readonly Located<string>[]
  readonly noIndex: boolean
  /** `unsafe-best-match` merges all indexes, as pip does; with `first-match` the first index that has a name owns it. */
  readonly strategy: 'unsafe-best-match' | 'first-match'
  readonly owners: readonly IndexOwner[]
  /** Projects whose pages are asked for anew, however fresh the cached answer. */
  readonly refresh: NameSet
}

/** How to talk to the network. */
export interface NetworkSettings {
  /** `''`: none, whatever the environment says. Undefined: nothing said, the environment counts. */
  readonly proxy: Located<string> | undefined
  /** Certificates that are trusted beside the default stores: a file or a folder (`--cert`, `PIP_CERT`). */
  readonly certFile: Located<string> | undefined
  readonly clientCertFile: Located<string> | undefined
  /** `host` or `host:port` for which certificates are not verified and plain http is accepted. */
  readonly trustedHosts: readonly string[]
  readonly timeoutMs: number
  readonly retries: number
  /** How often a broken download is taken up again. */
  readonly resumeRetries: number
  /** `--no-proxy-env`, or any `--proxy`: proxies, `NO_PROXY` and CA bundles of the environment do not count. */
  readonly ignoreEnvironment: boolean
  /** Whether the keyring program may be asked for credentials. `auto` with `--no-input` is `disabled` already. */
  readonly keyringProvider: 'auto' | 'disabled' | 'import' | 'subprocess'
  /** No request may leave: answers come from the store, folders and files. */
  readonly offline: boolean
}

/** What may be chosen, and what happens with what is already installed. */
export interface Policy {
  /** Whose pre-releases count, `--pre` included; `releasesAllowed` reads it. */
  readonly releaseControl: ReleaseControl
  readonly upgrade: boolean
  readonly upgradeStrategy: 'only-if-needed' | 'eager'
  readonly forceReinstall: boolean
  readonly ignoreInstalled: boolean
  readonly noDependencies: boolean
  /** What the user named takes part in the resolve and is not installed. */
  readonly onlyDependencies: boolean
  readonly ignoreRequiresPython: boolean
  /** True when asked for, or when any requirement carries a hash (pip's rule). */
  readonly requireHashes: boolean
  readonly preferBinary: boolean
  readonly formatControl: FormatControl
  /** Files uploaded later than this (epoch ms) are not considered; undefined: no limit. */
  readonly uploadedPriorToMs: number | undefined
  /** Projects that `uploadedPriorToMs` does not apply to. */
  readonly uploadedAnyTime: readonly NormalizedName[]
  /** End the search after this long, with the best explanation so far. */
  readonly resolveTimeoutMs: number | undefined
}

/** How sources become wheels. */
export interface BuildSettings {
  readonly isolation: boolean
  /** From `--build-constraint` alone: `--constraint` does not reach isolated build environments. */
  readonly constraints: readonly UserRequirement[]
  readonly checkDependencies: boolean
  /** `--src`; undefined: `src` in the target's virtual environment, else in the current folder. */
  readonly sourceFolder: string | undefined
  /** For one call of a build backend; undefined: no limit. */
  readonly timeoutMs: number | undefined
}

/** Everything the user said about what to install, parsed and merged, as one frozen value. */
export interface Requests {
  readonly set: RequirementSet
  readonly policy: Policy
  readonly indexes: IndexSettings
  readonly network: NetworkSettings
  readonly build: BuildSettings
  readonly locked: readonly LockedFile[]
  /** The `requires-python` of projects and scripts whose dependencies are asked for; each must fit the target. */
  readonly requiresPython: readonly RequiresPython[]
  /** Things accepted and left without effect, as pip does, and things a reader should know; secrets not masked. */
  readonly notices: readonly RequestNotice[]
}

/** A demand on the target's Python, and who makes it. */
export interface RequiresPython {
  readonly specifier: SpecifierSet
  /** `pyproject.toml`, a script's path. */
  readonly source: string
  readonly origin: Origin
}

/** Something that was accepted, and that a reader should know. */
export interface RequestNotice {
  readonly level: 'warning' | 'info' | 'debug'
  readonly text: string
  readonly origin: Origin
}
