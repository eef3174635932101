import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { BUILD_BACKEND } from './build-backend.ts'
import { escapedName, metadataText, type ProjectFacts } from './metadata.ts'
import { tarCompressed, type TarCompression, type TarMember } from './tar.ts'
import { builtFile, moduleName, type BuiltFile } from './wheel.ts'
import { zip } from './zip.ts'

type BackendHook = 'build_wheel' | 'build_sdist' | 'build_editable' | 'prepare_metadata_for_build_wheel' | 'get_requires_for_build_wheel'

/** How the in-tree backend of a source tree behaves. */
export interface BackendSpec {
  /** `[build-system] requires`, which an installer has to provide. */
  readonly requires?: readonly string[]
  /** What get_requires_for_build_wheel asks for in addition. */
  readonly dynamicRequires?: readonly string[]
  /** Modules each hook imports: proof that build requirements were there. */
  readonly imports?: readonly string[]
  readonly failsIn?: BackendHook
  readonly failure?: string
  /** Printed to stdout and stderr by each hook. */
  readonly noise?: string
  /** Default true: without it an installer has to build the wheel to read its metadata. */
  readonly preparesMetadata?: boolean
  /** Default true: PEP 660. */
  readonly editable?: boolean
  /** The built wheel says in `<module>/_built_with.json` what config settings, sys.path and environment the backend saw. */
  readonly records?: boolean
  /** Metadata lines only the backend knows (PKG-INFO then says `Dynamic:`). */
  readonly dynamicMetadata?: readonly string[]
  /** Metadata lines of the built wheel that preparing does not tell. */
  readonly builtMetadata?: readonly string[]
}

export interface SdistSpec extends ProjectFacts {
  /** Python files that go into the wheel. Default: one module `<name>/__init__.py` that knows its version. */
  readonly files?: Readonly<Record<string, string>>
  /** Files, links and directories of the archive alone. */
  readonly members?: readonly TarMember[]
  readonly entryPoints?: string
  readonly backend?: BackendSpec
  /** The whole pyproject.toml; `false` leaves it out. */
  readonly pyproject?: string | false
  /** The whole PKG-INFO; `false` leaves it out of the archive's top level (the backend then fails: give `pyproject` too). */
  readonly pkgInfo?: string | false
  /** Suffix and format: default `tar.gz`. */
  readonly format?: 'tar.gz' | 'tar.bz2' | 'tar.xz' | 'tar.lzma' | 'tar' | 'zip'
  /** Folder all members are below; default `<name>-<version>`; `''`: none. */
  readonly topFolder?: string
  readonly filename?: string
}

const COMPRESSIONS: Readonly<Record<Exclude<SdistSpec['format'], undefined | 'zip'>, TarCompression>> = {
  'tar.gz': 'gz', 'tar.bz2': 'bz2', 'tar.xz': 'xz', 'tar.lzma': 'lzma', tar: 'none',
}

/** Builds a source distribution in memory (PEP 625, PEP 643 metadata 2.2) that the standard library alone can build. */
export function anSdist(spec: SdistSpec): BuiltFile {
  const stem = stemOf(spec)
  const top = spec.topFolder ?? stem
  const below = (name: string): string => (top === '' ? name : `${top}/${name}`)
  const members = [
    ...Object.entries(sourceTree(spec)).map(([name, content]) => ({ name: below(name), content })),
    ...(spec.members ?? []).map((member) => ({ ...member, name: below(member.name) })),
  ]
  const format = spec.format ?? 'tar.gz'
  const bytes = format === 'zip' ? zip(members) : tarCompressed(members, COMPRESSIONS[format])
  return builtFile('sdist', spec, { filename: spec.filename ?? `${stem}.${format}`, bytes, metadata: pkgInfo(spec) })
}

/** Writes the source tree into `folder` (made if absent): a local project for `.`, `-e .` or a repository. Returns the folder. */
export function aProject(folder: string, spec: SdistSpec): string {
  writeFiles(folder, sourceTree(spec))
  for (const member of spec.members ?? []) writeMember(folder, member)
  return folder
}

/** Writes path → content below `folder`. */
export function writeFiles(folder: string, files: Readonly<Record<string, string | Buffer>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
}

/** Path → text of the source tree: package, PKG-INFO, pyproject.toml, backend. */
export function sourceTree(spec: SdistSpec): Record<string, string> {
  const files = packageFiles(spec)
  const info = pkgInfo(spec)
  return {
    ...files,
    ...(info === undefined ? {} : { 'PKG-INFO': info }),
    ...(spec.pyproject === false ? {} : { 'pyproject.toml': spec.pyproject ?? pyprojectText(spec) }),
    '_backend.py': BUILD_BACKEND,
    '_backend.json': JSON.stringify(backendPlan(spec, Object.keys(files))),
  }
}

function packageFiles(spec: SdistSpec): Readonly<Record<string, string>> {
  return spec.files ?? { [`${moduleName(spec.name)}/__init__.py`]: `__version__ = '${spec.version ?? '1.0'}'\n` }
}

function pkgInfo(spec: SdistSpec): string | undefined {
  if (spec.pkgInfo === false) return undefined
  const dynamic = [...new Set((spec.backend?.dynamicMetadata ?? []).map((line) => `Dynamic: ${line.split(':')[0]}`))]
  return spec.pkgInfo ?? metadataText({ metadataVersion: '2.2', ...spec, metadataLines: [...dynamic, ...(spec.metadataLines ?? [])] })
}

function pyprojectText(spec: SdistSpec): string {
  const requires = JSON.stringify(spec.backend?.requires ?? [])
  return `[build-system]\nrequires = ${requires}\nbuild-backend = "_backend"\nbackend-path = ["."]\n`
}

/** What `_backend.json` holds. */
function backendPlan(spec: SdistSpec, files: readonly string[]): Record<string, unknown> {
  const backend = spec.backend ?? {}
  return {
    stem: stemOf(spec),
    module: moduleName(spec.name),
    packageFiles: files,
    entryPoints: spec.entryPoints ?? '',
    dynamicRequires: backend.dynamicRequires ?? [],
    imports: backend.imports ?? [],
    failsIn: backend.failsIn ?? '',
    failure: backend.failure ?? 'the backend was told to fail',
    noise: backend.noise ?? '',
    preparesMetadata: backend.preparesMetadata ?? true,
    editable: backend.editable ?? true,
    records: backend.records ?? false,
    dynamicMetadata: (backend.dynamicMetadata ?? []).map((line) => `${line}\n`).join(''),
    builtMetadata: (backend.builtMetadata ?? []).map((line) => `${line}\n`).join(''),
  }
}

function stemOf(spec: ProjectFacts): string {
  return `${escapedName(spec.name)}-${spec.version ?? '1.0'}`
}

function writeMember(folder: string, member: TarMember): void {
  const path = join(folder, member.name)
  mkdirSync(member.name.endsWith('/') ? path : dirname(path), { recursive: true })
  if (member.link !== undefined) symlinkSync(member.link.target, path)
  else if (!member.name.endsWith('/')) writeFileSync(path, member.content ?? '')
  if (member.mode !== undefined && member.link === undefined) chmodSync(path, member.mode)
}
