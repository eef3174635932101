import type { InterpreterFacts } from '../standards/interpreter-facts.ts'
import type { MarkerEnvironment } from '../standards/markers.ts'
import type { NormalizedName } from '../standards/names.ts'
import type { Version } from '../standards/version.ts'

/** Absolute folders into which a wheel's parts go (the sysconfig install scheme of the target). */
export interface Scheme {
  readonly purelib: string
  readonly platlib: string
  readonly scripts: string
  readonly data: string
  /** Parent of the per-project headers folder. */
  readonly headers: string
}

/** What the interpreter says of the user's own site-packages (PEP 370). */
export interface UserSite {
  /** `site.ENABLE_USER_SITE`: false in most virtual environments, with `-s`, and where it would be a security risk. */
  readonly enabled: boolean
  readonly folder: string | undefined
}

/** Install schemes for other bases than the interpreter's own; `BASE_PLACEHOLDER` stands for the base folder. */
export interface Layouts {
  /** `--prefix` */
  readonly prefix: Scheme
  /** `--target`, before its folders are merged into one (`targetDirScheme`). */
  readonly home: Scheme
  /** A virtual environment made from this interpreter. */
  readonly venv: Scheme
  /** `--user`: no placeholder. Undefined where the platform has no such scheme. */
  readonly user: Scheme | undefined
}

/** An interpreter that packages are installed for: everything the engine ever asks of it, asked once. */
export interface Target {
  /** Absolute path that goes into script shebangs. */
  readonly python: string
  /** `cpython`, `pypy`, … as sys.implementation.name. */
  readonly implementation: string
  /** `3.11.7`: three numbers, as Requires-Python is compared with; the full version is in `environment`. */
  readonly version: string
  readonly prefix: string
  readonly basePrefix: string
  readonly isVirtualEnvironment: boolean
  readonly environment: MarkerEnvironment
  /** Every wheel tag the interpreter accepts, best first, as `cp311-cp311-manylinux_2_17_x86_64`. */
  readonly tags: readonly string[]
  readonly scheme: Scheme
  readonly layouts: Layouts
  /** What tags follow from, for `--platform` and its like. */
  readonly facts: InterpreterFacts
  /**
   * Folders in which installed distributions are looked for, in the order in which the first wins: all folders of `sys.path`
   * (PYTHONPATH, the user's site-packages and what `.pth` files add included, as pip sees them), then those of the scheme.
   */
  readonly sitePaths: readonly string[]
  readonly userSite: UserSite
  /** The wheel of pip that `ensurepip` carries, when it does. */
  readonly ensurepipWheel: string | undefined
  /** The message of an EXTERNALLY-MANAGED file (PEP 668), when the installation is one. */
  readonly externallyManaged: string | undefined
  readonly libc: { readonly name: 'glibc' | 'musl'; readonly version: string } | undefined
}

/** A distribution present in the target, as found on disk; its metadata is read only when needed. */
export interface InstalledDistribution {
  readonly name: NormalizedName
  readonly version: Version
  /** Absolute path of the `.dist-info` or `.egg-info` folder (or file). */
  readonly infoPath: string
  /** The site folder that holds it. */
  readonly sitePath: string
  readonly kind: 'dist-info' | 'egg-info' | 'egg-link'
}
