import path from 'node:path'
import { UserError } from '../kernel/errors.ts'
import type { Origin } from '../kernel/origin.ts'
import { parsePylock, selectFromPylock, type Pylock, type PylockChoice, type PylockFile } from '../standards/pylock.ts'
import { normalizeName } from '../standards/names.ts'
import { parseSpecifierSet } from '../standards/specifiers.ts'
import type { Version } from '../standards/version.ts'
import { parseSdistName, parseWheelName } from '../standards/wheel-name.ts'
import { allowedFormats } from './controls.ts'
import { archiveFault, toDirectSource } from './direct-source.ts'
import { isFileUrl, parseLink, pathToUrl, schemeOf } from './link.ts'
import { readLocation, type FileLocation } from './locations.ts'
import { displayPath, notice, type Reading } from './reading.ts'
import { registerCredentials } from './secrets.ts'
import { ANY_VERSION } from '../standards/specifiers.ts'
import type { FormatControl, Located, UserRequirement } from './types.ts'

/** One lock file, with everything that was asked of it: its markers are evaluated once, for all of it. */
export interface LockRequest {
  readonly location: FileLocation
  readonly extras: readonly Located<string>[]
  readonly groups: readonly Located<string>[]
  /** Given with `-r`, not by a group alone. */
  readonly withDefaultGroups: boolean
  readonly asked: Origin
}

/**
 * Reads a pylock.toml (PEP 751) and chooses what applies to the target: projects with files of an index become pinned
 * requirements with a `LockedFile` each, the others direct references; all with the lock's hashes, which turns hash mode on.
 * @throws UserError `input-missing`; `requirements-file-syntax` (not a lock); `input-unsupported` (not for this Python, no
 *   file fits, a path a remote lock may not name); `usage` (unknown extra or group).
 */
export async function readLock(request: LockRequest, formats: FormatControl, reading: Reading): Promise<void> {
  const { location, asked } = request
  const text = await readLocation(location, 'lock file', asked, reading)
  const origin: Origin = { kind: 'file', path: displayPath(location, reading.world.cwd) }
  const lock = parsePylock(text)
  if (!lock.ok) throw new UserError('requirements-file-syntax', lock.message, { origin })
  for (const warning of lock.value.warnings) notice(reading, 'warning', warning, origin)
  for (const choice of choose(lock.value.lock, request, formats, { reading, origin })) addChoice(choice, location, origin, reading)
}

function choose(lock: Pylock, request: LockRequest, formats: FormatControl, { reading, origin }: { reading: Reading; origin: Origin }): readonly PylockChoice[] {
  const { target } = reading
  if (target === undefined) throw new UserError('input-unsupported', 'a lock file can be read only for a known interpreter', { origin })
  checkKnown(request.extras, lock.extras, 'extra')
  checkKnown(request.groups, [...lock.dependencyGroups, ...lock.defaultGroups].map(normalizeName), 'dependency group')
  const groups = [...request.groups.map(({ value }) => value), ...(request.withDefaultGroups ? lock.defaultGroups : [])]
  const selected = selectFromPylock(lock, {
    ...target,
    extras: new Set(request.extras.map(({ value }) => normalizeName(value))),
    dependencyGroups: new Set(groups),
    prefersSdist: (name) => !allowedFormats(formats, name).wheels,
  })
  if (selected.ok) return selected.value
  throw new UserError('input-unsupported', `the lock file cannot be used here: ${selected.message}`, { origin })
}

function checkKnown(asked: readonly Located<string>[], known: readonly string[], what: string): void {
  const unknown = asked.find(({ value }) => !known.includes(normalizeName(value)))
  if (unknown === undefined) return
  const list = known.length === 0 ? `it has no ${what}s` : `its ${what}s: ${known.join(', ')}`
  throw new UserError('usage', `the lock file has no ${what} ${JSON.stringify(unknown.value)}`, { origin: unknown.origin, details: [list] })
}

function addChoice({ package: entry, chosen }: PylockChoice, location: FileLocation, origin: Origin, reading: Reading): void {
  const base: Omit<UserRequirement, 'direct' | 'specifier' | 'hashes' | 'text'> = { name: entry.name, extras: [], marker: undefined, configSettings: {}, origin }
  if (chosen.kind === 'wheel' || chosen.kind === 'sdist') {
    const version = entry.version ?? versionOf(chosen.file, entry.name)
    const pinned = parseSpecifierSet(`==${version?.text ?? ''}`)
    if (version === undefined || !pinned.ok) throw new UserError('requirements-file-syntax', `${chosen.file.filename} does not tell the version of ${entry.name}`, { origin })
    const { filename, hashes, sizeBytes, uploadTimeMs } = chosen.file
    const url = fileUrl(chosen.file, location, origin, reading)
    const fault = archiveFault(url)
    if (fault !== undefined) throw new UserError('requirements-file-syntax', `${filename} cannot be had: ${fault}`, { origin })
    reading.locked.push({ name: entry.name, filename, url, hashes, sizeBytes, uploadTimeMs, index: entry.index, origin })
    reading.requirements.push({ ...base, specifier: pinned.value, direct: undefined, hashes, text: `${entry.name}==${version.text}` })
    reading.anyHash = true
    return
  }
  const url = directUrl(chosen, location, origin, reading)
  const link = parseLink(url)
  const direct = link.ok ? toDirectSource(link.value, { cwd: reading.world.cwd, editable: chosen.kind === 'directory' && chosen.editable }) : link
  if (!direct.ok) throw new UserError('requirements-file-syntax', `${entry.name}: ${direct.message}`, { origin })
  const hashes = chosen.kind === 'archive' ? chosen.hashes : []
  reading.anyHash ||= hashes.length > 0
  const hashless = chosen.kind === 'archive' ? {} : { needsNoHash: true as const }
  reading.requirements.push({ ...base, ...hashless, specifier: ANY_VERSION, direct: direct.value, hashes, text: `${entry.name} @ ${url}` })
}

function versionOf({ filename }: PylockFile, name: UserRequirement['name']): Version | undefined {
  return parseWheelName(filename)?.version ?? (name === undefined ? undefined : parseSdistName(filename, name)?.version)
}

type DirectChoice = Exclude<PylockChoice['chosen'], { kind: 'wheel' | 'sdist' }>

function directUrl(chosen: DirectChoice, location: FileLocation, origin: Origin, reading: Reading): string {
  const subdirectory = chosen.subdirectory === undefined ? '' : `#subdirectory=${chosen.subdirectory}`
  if (chosen.kind === 'vcs') return `${chosen.type}+${fileUrl(chosen, location, origin, reading)}@${chosen.commitId}${subdirectory}`
  if (chosen.kind === 'archive') return `${fileUrl(chosen, location, origin, reading)}${subdirectory}`
  if (/^https?$/.test(schemeOf(location)) && isFileUrl(location)) {
    throw new UserError('input-unsupported', 'a lock file from the network cannot name folders', { origin })
  }
  // pip's `package_directory_requirement_url`.
  const folder = fileUrl({ path: chosen.path, url: undefined }, location, origin, reading).replace(/\/*$/, '/')
  return chosen.subdirectory === undefined ? folder : `${folder}${encodeURI(chosen.subdirectory).replace(/\/*$/, '/')}`
}

/** Where a file of a lock is: its path, relative to the lock, counts before its URL; a lock from the network stays on its host. */
function fileUrl(file: { readonly path: string | undefined; readonly url: string | undefined }, location: FileLocation, origin: Origin, reading: Reading): string {
  if (file.path === undefined) {
    registerCredentials(file.url ?? '', reading.secrets)
    return file.url ?? ''
  }
  if (!isFileUrl(location)) return pathToUrl(path.resolve(path.dirname(location), file.path))
  if (path.isAbsolute(file.path)) throw new UserError('input-unsupported', `a lock file from a URL cannot name the absolute path ${file.path}`, { origin })
  const joined = new URL(file.path, location)
  const base = new URL(location)
  if (joined.protocol === base.protocol && joined.host === base.host) return joined.href
  throw new UserError('input-unsupported', `the path ${file.path} leads away from where the lock file was fetched`, { origin })
}
