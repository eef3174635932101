import { posix, relative } from 'node:path'
import { slashed } from '../../kernel/slashed.ts'
import { UserError } from '../../kernel/errors.ts'
import { scriptNameFault } from '../../standards/entry-points.ts'
import { normalizeName } from '../../standards/names.ts'
import type { SafeRelPath } from '../../standards/safe-path.ts'
import { compareVersions, parseVersion } from '../../standards/version.ts'

/** The parts of an install scheme a wheel may write to (packaging.python.org: binary distribution format, `.data`). */
export const SCHEME_KEYS = ['purelib', 'platlib', 'scripts', 'headers', 'data'] as const
/** A part of an install scheme. */
export type SchemeKey = (typeof SCHEME_KEYS)[number]
/** Where the files of a wheel's root go: `Root-Is-Purelib` decides. */
export type RootScheme = 'purelib' | 'platlib'
/** The absolute folder of each part of the scheme, for one distribution. */
export type SchemeFolders = Readonly<Record<SchemeKey, string>>

/** Where one file of a wheel goes: a part of the scheme and a path inside it. */
export interface Placement {
  readonly scheme: SchemeKey
  readonly path: string
}

/** The names of the two special folders of a wheel's root. */
export interface WheelRoots {
  readonly distInfo: string
  readonly data: string
}

/**
 * Finds the one `.dist-info` folder and checks that it belongs to the project and version (pip: parse_wheel, which compares
 * only the beginning of the name). The `.data` folder that may stand beside it has the same stem. Throws `wheel-invalid`.
 */
export function findRoots(label: string, paths: readonly string[], project: { readonly name: string; readonly version: string }): WheelRoots {
  const roots = new Set(paths.map((path) => path.slice(0, Math.max(0, path.indexOf('/')))))
  const infos = [...roots].filter((root) => root.endsWith('.dist-info'))
  const [distInfo] = infos
  if (distInfo === undefined) throw new UserError('wheel-invalid', `${label} has no .dist-info folder`)
  if (infos.length > 1) throw new UserError('wheel-invalid', `${label} has more than one .dist-info folder: ${infos.join(', ')}`)
  const stem = distInfo.slice(0, -'.dist-info'.length)
  if (!isStemOf(stem, project)) throw new UserError('wheel-invalid', `${label} carries ${distInfo}, which is not of ${project.name} ${project.version}`)
  const datas = [...roots].filter((root) => root.endsWith('.data'))
  const foreign = datas.find((root) => root !== `${stem}.data`)
  if (foreign !== undefined) throw new UserError('wheel-invalid', `${label} carries ${foreign}, which does not belong to ${distInfo}`)
  return rootsOf(distInfo)
}

/** The roots of a wheel whose `.dist-info` folder is known. */
export function rootsOf(distInfo: string): WheelRoots {
  return { distInfo, data: `${distInfo.slice(0, -'.dist-info'.length)}.data` }
}

/** `name-version` in any spelling: a dash in the version may be written as an underscore (PEP 427), old tools left dashes in names. */
function isStemOf(stem: string, { name, version }: { readonly name: string; readonly version: string }): boolean {
  const wanted = parseVersion(version)
  for (let dash = stem.indexOf('-'); dash !== -1; dash = stem.indexOf('-', dash + 1)) {
    if (normalizeName(stem.slice(0, dash)) !== name) continue
    const text = stem.slice(dash + 1)
    const found = parseVersion(text) ?? parseVersion(text.replaceAll('_', '-'))
    if (found !== undefined && wanted !== undefined && compareVersions(found, wanted) === 0) return true
  }
  return false
}

/** Where a file goes: the root scheme, or the scheme its folder under `.data` names. Throws `wheel-invalid` for an unknown one. */
export function placeFile(label: string, path: SafeRelPath, roots: WheelRoots, rootScheme: RootScheme): Placement {
  if (!path.startsWith(`${roots.data}/`)) return { scheme: rootScheme, path }
  const [, key = '', ...rest] = path.split('/')
  if (!isSchemeKey(key) || rest.length === 0) {
    throw new UserError('wheel-invalid', `${label} has ${path}; files under .data belong into one of ${SCHEME_KEYS.join(', ')}`)
  }
  return { scheme: key, path: rest.join('/') }
}

function isSchemeKey(key: string): key is SchemeKey {
  return (SCHEME_KEYS as readonly string[]).includes(key)
}

/**
 * For each part of the scheme the first part that lies in the same folder: in a virtual environment purelib and platlib are
 * one, with `--target` data is too. Files that will lie in one folder are staged in one. `folders` have no links in them.
 */
export function stageParts(folders: SchemeFolders): Readonly<Record<SchemeKey, SchemeKey>> {
  const first = (key: SchemeKey): SchemeKey => SCHEME_KEYS.find((other) => folders[other] === folders[key]) ?? key
  return Object.fromEntries(SCHEME_KEYS.map((key) => [key, first(key)])) as Record<SchemeKey, SchemeKey>
}

/** The path RECORD has for a placed file: relative to the folder of the `.dist-info`, with slashes on every platform. */
export type RecordPaths = (place: Placement) => string

/** As pip computes it (`os.path.relpath`): data files that land below site-packages have a path without detours. */
export function recordPaths(folders: SchemeFolders, rootScheme: RootScheme): RecordPaths {
  const root = folders[rootScheme]
  const parts = SCHEME_KEYS.map((key) => {
    const there = slashed(relative(root, folders[key]))
    const back = slashed(relative(folders[key], root))
    return [key, { prefix: there === '' ? '' : `${there}/`, inner: back.startsWith('..') ? '' : back }] as const
  })
  const byKey = Object.fromEntries(parts) as Record<SchemeKey, { readonly prefix: string; readonly inner: string }>
  return ({ scheme, path }) => {
    const { prefix, inner } = byKey[scheme]
    const crosses = inner !== '' && path.split('/', 1)[0] === inner.split('/', 1)[0]
    return crosses ? posix.relative(inner, path) : prefix + path
  }
}

/** Our own folder in site-packages (install/work-area.ts). */
export const WORK_FOLDER = '.parallel-pip'

interface PlacedProject {
  readonly name: string
  readonly distInfo: string
  readonly scriptsInData: string
}

/**
 * Why a file may not be put where the wheel wants it: it would be taken for another project's metadata, replace the
 * interpreter, or meet our own work. Undefined when it may. `recordPath` is relative to site-packages.
 */
export function placementFault(place: Placement, recordPath: string, project: PlacedProject): string | undefined {
  const slash = recordPath.indexOf('/')
  const top = slash === -1 ? recordPath : recordPath.slice(0, slash)
  if (top === project.distInfo) return undefined
  if (place.scheme === 'scripts') return interpreterFault(place.path)
  if (place.scheme === 'data' && place.path === 'pyvenv.cfg') return 'it would replace the configuration of the environment'
  if (place.scheme === 'data' && place.path.startsWith(`${project.scriptsInData}/`)) return interpreterFault(place.path.slice(project.scriptsInData.length + 1))
  if (!/(?:-info|\.parallel-pip)$/i.test(top)) return undefined
  if (top.toLowerCase() === WORK_FOLDER) return 'this folder is the installer’s own'
  if (/\.dist-info$/i.test(top)) return 'it would be taken for metadata of another distribution'
  return /\.egg-info$/i.test(top) && normalizeName(top.split(/-|\.egg-info$/i, 1)[0] ?? '') !== project.name ? 'it would be taken for metadata of another distribution' : undefined
}

/** Path of the scripts folder inside the data folder: `bin` nearly everywhere. */
export function scriptsInData(folders: SchemeFolders): string {
  return slashed(relative(folders.data, folders.scripts))
}

function interpreterFault(name: string): string | undefined {
  const fault = scriptNameFault(name)
  return fault?.includes('interpreter') === true ? fault : undefined
}
