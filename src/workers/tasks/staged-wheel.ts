import { SCHEME_KEYS, type RootScheme, type SchemeKey } from './wheel-layout.ts'

/** A file of a stage, as its manifest lists it. */
export interface StagedFile {
  /** Part of the scheme, and folder of the stage. */
  readonly scheme: SchemeKey
  /** Slash-separated, inside the part of the scheme. */
  readonly path: string
  readonly sizeBytes: number
  /** sha256 of the staged content; undefined for RECORD and bytecode. */
  readonly sha256: string | undefined
}

/** A file or folder at the top of a part of the scheme. Most wheels share none with others, and a plan needs no more of them. */
export interface StagedTop {
  readonly scheme: SchemeKey
  readonly name: string
  readonly isFolder: boolean
}

/** A wheel unpacked into its stage, complete but not visible. */
export interface StagedWheel {
  readonly name: string
  readonly version: string
  readonly distInfo: string
  readonly rootScheme: RootScheme
  /** The part of the stage that holds the `.dist-info`: parts of the scheme that lie in one folder share one. */
  readonly rootPart: SchemeKey
  readonly tops: readonly StagedTop[]
  /** Every file, as `stagedFiles` reads it: 21 000 files cross threads in 4 ms as text, in 30 as objects. */
  readonly manifest: string
  readonly fileCount: number
  readonly sizeBytes: number
  /** What was tolerated or repaired, for people. */
  readonly warnings: readonly string[]
}

/** The text `stagedFiles` reads; no path has a line end or tab in it, the archive reader and the entry points see to that. */
export function formatManifest(files: readonly StagedFile[]): string {
  return files.map((file) => `${SCHEME_KEYS.indexOf(file.scheme)}\t${file.sizeBytes}\t${file.sha256 ?? ''}\t${file.path}\n`).join('')
}

/** Every file of a staged wheel; about 1 µs each. */
export function stagedFiles(wheel: Pick<StagedWheel, 'manifest'>): StagedFile[] {
  const lines = wheel.manifest.split('\n')
  lines.pop()
  return lines.map((line) => {
    const [scheme = '', size = '', sha256 = '', path = ''] = line.split('\t')
    return { scheme: SCHEME_KEYS[Number(scheme)] ?? 'purelib', path, sizeBytes: Number(size), sha256: sha256 === '' ? undefined : sha256 }
  })
}

/** The tops of files, in order of first appearance. */
export function topsOf(files: readonly Pick<StagedFile, 'scheme' | 'path'>[]): StagedTop[] {
  const tops = new Map<string, StagedTop>()
  for (const { scheme, path } of files) {
    const slash = path.indexOf('/')
    const name = slash === -1 ? path : path.slice(0, slash)
    const key = `${scheme}/${name}`
    if (!tops.has(key)) tops.set(key, { scheme, name, isFolder: slash !== -1 })
  }
  return [...tops.values()]
}

/** A staged wheel with files that were made in its stage since. */
export function withFiles(wheel: StagedWheel, files: readonly StagedFile[]): StagedWheel {
  const known = new Set(wheel.tops.map(({ scheme, name }) => `${scheme}/${name}`))
  const tops = topsOf(files).filter(({ scheme, name }) => !known.has(`${scheme}/${name}`))
  return { ...wheel, tops: [...wheel.tops, ...tops], manifest: wheel.manifest + formatManifest(files), fileCount: wheel.fileCount + files.length }
}
