import { createHash } from 'node:crypto'
import { createReadStream, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { contentOf, writeZip, zip, type ZipEntry, type ZipOptions } from './zip.ts'
import { escapedName, metadataText, type ProjectFacts } from './metadata.ts'

/** A file in a wheel: its content, or content with a mode and whatever the zip writer can do to an entry. */
export type WheelContent = string | Buffer | Omit<ZipEntry, 'name'>

export interface RecordLine {
  readonly path: string
  /** `sha256=…`, urlsafe base64 without padding; empty for RECORD itself. */
  readonly hash: string
  readonly size: string
}

export interface WheelSpec extends ProjectFacts {
  /** Path in the archive → content. Default: one module `<name>/__init__.py` that knows its version. */
  readonly files?: Readonly<Record<string, WheelContent>>
  /** Below `<name>-<version>.data/`: `scripts/tool` (0755 by default), `headers/tool.h`, `data/share/x`, `purelib/…`, `platlib/…`. */
  readonly data?: Readonly<Record<string, WheelContent>>
  /** Group → name → object reference, as in entry_points.txt; a string is the whole file. */
  readonly entryPoints?: Readonly<Record<string, Readonly<Record<string, string>>>> | string
  /** Compressed tag set of the file name; default `py3-none-any`. */
  readonly tags?: string
  readonly build?: string
  readonly rootIsPurelib?: boolean
  readonly wheelVersion?: string
  /** The whole WHEEL file; `false` leaves it out. */
  readonly wheelFile?: string | Buffer | false
  /** The whole METADATA file; `false` leaves it out. */
  readonly metadata?: string | false
  /** Further files of dist-info, beside METADATA, WHEEL, entry_points.txt, RECORD. */
  readonly distInfoFiles?: Readonly<Record<string, WheelContent>>
  /** Name of the dist-info folder; default `<name>-<version>.dist-info`. */
  readonly distInfo?: string
  /** `false` leaves it out; a string is the whole file; a function changes the right lines. */
  readonly record?: false | string | ((lines: RecordLine[]) => RecordLine[])
  /** The last word on the archive: entries in order, RECORD last. */
  readonly entries?: (entries: ZipEntry[]) => ZipEntry[]
  readonly zip?: ZipOptions
  readonly filename?: string
}

/** A distribution file, ready to be served or written to disk. */
export interface BuiltFile {
  readonly kind: 'wheel' | 'sdist'
  /** As the project spells it. */
  readonly name: string
  readonly version: string
  readonly filename: string
  readonly bytes: Buffer
  readonly sha256: string
  /** The METADATA (wheel) or PKG-INFO (sdist) text, undefined when left out. */
  readonly metadata: string | undefined
  readonly requiresPython: string | undefined
}

/** The same for a file that is not in memory. */
export type FileOnDisk = Omit<BuiltFile, 'bytes'> & { readonly path: string; readonly sizeBytes: number }

/** Builds a wheel in memory; equal specs give equal bytes (PyPA binary distribution format). */
export function aWheel(spec: WheelSpec): BuiltFile {
  return builtFile('wheel', spec, { filename: wheelFilename(spec), bytes: zip(wheelEntries(spec), spec.zip), metadata: wheelMetadata(spec) })
}

/** Writes the wheel into `folder` entry by entry, for wheels too big to hold: give contents as functions. */
export async function writeWheel(folder: string, spec: WheelSpec): Promise<FileOnDisk> {
  const filename = wheelFilename(spec)
  const path = join(folder, filename)
  writeZip(path, wheelEntries(spec), spec.zip)
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  const facts = { kind: 'wheel' as const, name: spec.name, version: spec.version ?? '1.0', requiresPython: spec.requiresPython }
  return { ...facts, filename, metadata: wheelMetadata(spec), sha256: hash.digest('hex'), path, sizeBytes: statSync(path).size }
}

/** The archive's entries in order: files, data, dist-info, RECORD. */
export function wheelEntries(spec: WheelSpec): ZipEntry[] {
  const stem = stemOf(spec)
  const plain = [...packageEntries(spec, stem), ...distInfoEntries(spec, stem)]
  const entries = [...plain, ...recordEntry(spec, stem, plain)]
  return spec.entries?.(entries) ?? entries
}

function stemOf(spec: WheelSpec): string {
  return `${escapedName(spec.name)}-${spec.version ?? '1.0'}`
}

function wheelFilename(spec: WheelSpec): string {
  const build = spec.build === undefined ? '' : `-${spec.build}`
  return spec.filename ?? `${stemOf(spec)}${build}-${spec.tags ?? 'py3-none-any'}.whl`
}

function wheelMetadata(spec: WheelSpec): string | undefined {
  return spec.metadata === false ? undefined : (spec.metadata ?? metadataText(spec))
}

export function builtFile(kind: BuiltFile['kind'], facts: ProjectFacts, file: Pick<BuiltFile, 'filename' | 'bytes' | 'metadata'>): BuiltFile {
  return { kind, name: facts.name, version: facts.version ?? '1.0', ...file, sha256: sha256Hex(file.bytes), requiresPython: facts.requiresPython }
}

/** Writes files into a folder (made if absent), as `--find-links` and local paths want them; gives their paths. */
export function saveFiles(folder: string, files: readonly BuiltFile[]): string[] {
  mkdirSync(folder, { recursive: true })
  return files.map(({ filename, bytes }) => {
    writeFileSync(join(folder, filename), bytes)
    return join(folder, filename)
  })
}

export function sha256Hex(bytes: Buffer | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** RECORD's form of a digest: `sha256=` and urlsafe base64 without padding. */
export function recordHash(bytes: Buffer | string): string {
  return `sha256=${createHash('sha256').update(bytes).digest('base64url')}`
}

/** The import name that the default module of a project has. */
export function moduleName(name: string): string {
  return escapedName(name).replaceAll('.', '_')
}

function packageEntries(spec: WheelSpec, stem: string): ZipEntry[] {
  const module = moduleName(spec.name)
  const files = spec.files ?? { [`${module}/__init__.py`]: `__version__ = '${spec.version ?? '1.0'}'\n` }
  const data = Object.entries(spec.data ?? {}).map(([path, content]) => ({
    ...(path.startsWith('scripts/') ? { mode: 0o100755 } : {}),
    ...entryOf(`${stem}.data/${path}`, content),
  }))
  return [...Object.entries(files).map(([path, content]) => entryOf(path, content)), ...data]
}

function distInfoEntries(spec: WheelSpec, stem: string): ZipEntry[] {
  const metadata = wheelMetadata(spec)
  const folder = spec.distInfo ?? `${stem}.dist-info`
  const entries: ZipEntry[] = []
  if (metadata !== undefined) entries.push({ name: `${folder}/METADATA`, content: metadata })
  if (spec.wheelFile !== false) entries.push({ name: `${folder}/WHEEL`, content: spec.wheelFile ?? wheelText(spec) })
  if (spec.entryPoints !== undefined) entries.push({ name: `${folder}/entry_points.txt`, content: entryPointsText(spec.entryPoints) })
  const more = Object.entries(spec.distInfoFiles ?? {}).map(([path, content]) => entryOf(`${folder}/${path}`, content))
  return [...entries, ...more]
}

function recordEntry(spec: WheelSpec, stem: string, entries: readonly ZipEntry[]): ZipEntry[] {
  if (spec.record === false) return []
  const name = `${spec.distInfo ?? `${stem}.dist-info`}/RECORD`
  if (typeof spec.record === 'string') return [{ name, content: spec.record }]
  const right = [...entries.filter((entry) => !String(entry.name).endsWith('/')).map(recordLine), { path: name, hash: '', size: '' }]
  return [{ name, content: (spec.record?.(right) ?? right).map(({ path, hash, size }) => `${csv(path)},${hash},${size}\n`).join('') }]
}

function recordLine(entry: ZipEntry): RecordLine {
  const content = contentOf(entry)
  return { path: String(entry.name), hash: recordHash(content), size: String(content.length) }
}

function csv(field: string): string {
  return /[",\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field
}

function entryOf(name: string, content: WheelContent): ZipEntry {
  return typeof content === 'string' || Buffer.isBuffer(content) ? { name, content } : { name, ...content }
}

function wheelText(spec: WheelSpec): string {
  const [python = 'py3', abi = 'none', platform = 'any'] = (spec.tags ?? 'py3-none-any').split('-')
  const tags = python.split('.').flatMap((py) => abi.split('.').flatMap((ab) => platform.split('.').map((pl) => `Tag: ${py}-${ab}-${pl}\n`)))
  const purelib = spec.rootIsPurelib ?? platform === 'any'
  const build = spec.build === undefined ? '' : `Build: ${spec.build}\n`
  return `Wheel-Version: ${spec.wheelVersion ?? '1.0'}\nGenerator: test\nRoot-Is-Purelib: ${purelib}\n${tags.join('')}${build}`
}

function entryPointsText(points: NonNullable<WheelSpec['entryPoints']>): string {
  if (typeof points === 'string') return points
  const group = ([name, entries]: [string, Readonly<Record<string, string>>]): string =>
    `[${name}]\n${Object.entries(entries).map(([script, target]) => `${script} = ${target}\n`).join('')}`
  return Object.entries(points).map(group).join('\n')
}
