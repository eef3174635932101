import { createHash } from 'node:crypto'
import type { InterpreterFacts } from '../standards/interpreter-facts.ts'
import type { BuildSource, SourceIdentity } from './types.ts'

/**
 * Everything a built wheel may depend on that is known before it is built; equal facts stand for an equal wheel. What the
 * source itself decides (its build requirements among it) is in its hash. Plain JSON, kept beside the wheel.
 */
export interface BuildFacts {
  readonly source: { readonly sha256: string } | { readonly repository: string; readonly commit: string }
  readonly subdirectory: string | null
  readonly python: PythonFacts
  /** The distribution of the operating system and its version, whose libraries an extension is linked to. */
  readonly system: string
  readonly isolated: boolean
  /** `--build-constraint` lines that apply; for builds without isolation, what is installed in the environment. */
  readonly surroundings: readonly string[]
  /** Settings for the backend, by name; values as digests, because they may be secrets and the facts are kept. */
  readonly configSettings: Readonly<Record<string, string>>
  /** Variables that compilers and backends look at, by name; values as digests. */
  readonly environment: Readonly<Record<string, string>>
}

/** An interpreter as far as extensions and `setup.py` files may tell one from another. */
export interface PythonFacts {
  readonly implementation: string
  readonly version: string
  readonly extensionSuffix: string
  readonly platform: string
  readonly libc: string
  readonly macos: string
  readonly flags: string
}

/** The facts of an interpreter; `fullVersion` as `platform.python_version()` has it. */
export function pythonFacts(facts: InterpreterFacts, fullVersion: string): PythonFacts {
  return {
    implementation: facts.implementation,
    version: fullVersion,
    extensionSuffix: facts.extensionSuffix,
    platform: facts.platform,
    libc: facts.libc === undefined ? '' : `${facts.libc.name} ${facts.libc.version}`,
    macos: facts.appleVersion ?? '',
    flags: [facts.debug ? 'debug' : '', facts.freeThreaded ? 'free-threaded' : '', `${facts.pointerBits} bit`].filter((flag) => flag !== '').join(', '),
  }
}

/** Names of variables that compilers, build tools and well-known projects look at; anything else is taken to decide nothing. */
const DECIDING = [
  /^(CC|CXX|CPP|FC|F77|F90|LD|AR|AS|NM|RANLIB|LDSHARED|CFLAGS|CXXFLAGS|CPPFLAGS|FFLAGS|LDFLAGS|LIBS|ARCHFLAGS|BLAS|LAPACK|MAKEFLAGS)$/,
  /^(CPATH|C_INCLUDE_PATH|CPLUS_INCLUDE_PATH|OBJC_INCLUDE_PATH|INCLUDE|LIB|LIBRARY_PATH|PKG_CONFIG\w*)$/,
  /^(MACOSX_DEPLOYMENT_TARGET|SDKROOT|_PYTHON_HOST_PLATFORM|SOURCE_DATE_EPOCH|VSCMD_ARG_TGT_ARCH|STATIC_DEPS|STATIC_BUILD)$/,
  /^(RUSTFLAGS|RUSTC|CARGO_BUILD_\w+|CARGO_PROFILE_\w+|CARGO_ENCODED_RUSTFLAGS|MATURIN_\w+|PYO3_\w+|SETUPTOOLS_RUST_\w+)$/,
  /^(CMAKE_\w+|SKBUILD_\w+|MESON\w*|CUDA_HOME|CUDA_PATH|CUDACXX|NVCC\w*|TORCH_CUDA_\w+|CYTHON\w*|NPY_\w+|F2PY\w*)$/,
  /^(DISTUTILS_\w+|SETUPTOOLS_\w+|HATCH_\w+|PDM_BUILD_\w+|PBR_\w+|POETRY_\w+|FLIT_\w+|VERSIONEER_\w+)$/,
  /^(USE|WITH|WITHOUT|ENABLE|DISABLE|NO)_\w+$/,
  /^(PG|MYSQL|GDAL|GEOS|XML2|XSLT|XMLSEC1|LLVM|CURL|FREETYPE|MAGICK)_CONFIG$/,
  /^\w+_(CFLAGS|CXXFLAGS|LDFLAGS|LIBS|INCLUDES?|INCLUDE_DIRS?|INCLUDE_PATH|LIBRARY|LIBRARIES|LIBRARY_DIRS?|LIB_DIRS?|EXTENSIONS|PURE_?PYTHON)$/,
  /^(HDF5|NETCDF4?|OPENSSL|PROJ|GDAL|GEOS|FFTW|SZIP|CURL|ZLIB|LIBXML2?|JPEG|PNG|TIFF|BOOST|EIGEN\w*)_(DIR|ROOT|HOME|PREFIX)$/,
]

/**
 * The variables of an environment that a build may depend on, as digests of their values: those above, and those that begin with the
 * project's own name (`MSGPACK_PUREPYTHON`).
 */
export function decidingVariables(env: Readonly<Record<string, string | undefined>>, name: string | undefined): Record<string, string> {
  const own = name === undefined ? undefined : `${name.replaceAll('-', '_').toUpperCase()}_`
  const decides = (variable: string): boolean => (own !== undefined && variable.startsWith(own)) || DECIDING.some((pattern) => pattern.test(variable))
  return digests(Object.fromEntries(Object.keys(env).filter(decides).map((variable) => [variable, env[variable] ?? ''])))
}

/** Names with digests of their values: enough to tell values apart, not to read them. */
export function digests(values: Readonly<Record<string, string | readonly string[]>>): Record<string, string> {
  const digest = (value: string | readonly string[]): string => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16)
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, digest(value)]))
}

/** What identifies the source; undefined for one that may change under its name: such builds are not kept. */
export function sourceFacts(source: BuildSource, identity: SourceIdentity): BuildFacts['source'] | undefined {
  const { origin } = source
  if (origin.kind === 'archive') return identity.sha256 === undefined ? undefined : { sha256: identity.sha256 }
  if (origin.kind === 'repository' && origin.checkoutDir === undefined && identity.commit !== undefined) return { repository: origin.url.replace(/^([a-z+]+:\/\/)[^/@]*@/i, '$1'), commit: identity.commit }
  return undefined
}

/** The name under which a wheel built under these facts is kept. */
export function buildKey(facts: BuildFacts): string {
  return createHash('sha256').update(JSON.stringify(sorted(facts))).digest('hex')
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]))
}
