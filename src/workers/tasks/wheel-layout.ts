import { UserError } from '../../kernel/errors.ts'
import type { SafeRelPath } from '../../standards/safe-path.ts'
import { normalizeName } from '../../standards/names.ts'

/** The parts of an install scheme a wheel may write to (packaging.python.org: binary distribution format, `.data`). */
export const SCHEME_KEYS = ['purelib', 'platlib', 'scripts', 'headers', 'data'] as const
export type SchemeKey = (typeof SCHEME_KEYS)[number]

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
 * Finds the one `.dist-info` folder and checks that it belongs to the project (pip: parse_wheel). The `.data` folder that
 * may stand beside it has the same stem. Throws `wheel-invalid`.
 */
export function findRoots(label: string, paths: readonly string[], name: string): WheelRoots {
  const roots = new Set(paths.map((path) => path.split('/', 1)[0] ?? ''))
  const infos = [...roots].filter((root) => root.endsWith('.dist-info'))
  const [distInfo] = infos
  if (distInfo === undefined) throw new UserError('wheel-invalid', `${label} has no .dist-info folder`)
  if (infos.length > 1) throw new UserError('wheel-invalid', `${label} has more than one .dist-info folder: ${infos.join(', ')}`)
  const stem = distInfo.slice(0, -'.dist-info'.length)
  if (normalizeName(stem.split('-', 1)[0] ?? '') !== name && !normalizeName(stem).startsWith(name)) {
    throw new UserError('wheel-invalid', `${label} carries ${distInfo}, which is of another project than ${name}`)
  }
  const datas = [...roots].filter((root) => root.endsWith('.data'))
  const foreign = datas.find((root) => normalizeName(root.slice(0, -'.data'.length)) !== normalizeName(stem))
  if (foreign !== undefined) throw new UserError('wheel-invalid', `${label} carries ${foreign}, which does not belong to ${stem}`)
  return { distInfo, data: datas[0] ?? `${stem}.data` }
}

/** Where a file goes: the root scheme, or the scheme its folder under `.data` names. Throws `wheel-invalid` for an unknown one. */
export function placeFile(label: string, path: SafeRelPath, roots: WheelRoots, rootScheme: 'purelib' | 'platlib'): Placement {
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
