import { isHashAlgorithm } from '../kernel/hash.ts'
import type { Hash } from '../kernel/hash.ts'
import { notParsed, parsed } from '../kernel/parsed.ts'
import type { Parsed } from '../kernel/parsed.ts'
import { filenameOf } from './link-url.ts'
import { parseMarker } from './markers.ts'
import { normalizeName } from './names.ts'
import type { NormalizedName } from './names.ts'
import type { Pylock, PylockFile, PylockPackage, PylockSource } from './pylock-types.ts'
import { quoted } from './python-text.ts'
import {
  booleanAt, fitting, integerAt, memberOf, misfit, parsedAt, reading, required, tableAt, tablesAt, textAt, textsAt,
} from './shape.ts'
import type { Shape } from './shape.ts'
import { parseSpecifierSet } from './specifiers.ts'
import { dateTimeAt, parseToml } from './toml.ts'
import { parseVersion } from './version.ts'
import type { Version } from './version.ts'
import { parseSdistName, parseWheelName } from './wheel-name.ts'

/** The version of the format that we know; a newer minor version may say what we do not see. */
const KNOWN_LOCK_VERSION = '1.0'

/** A lock that keeps to the specification. */
export interface ParsedPylock {
  readonly lock: Pylock
  /** What is tolerated and worth a warning. */
  readonly warnings: readonly string[]
}

/**
 * Reads and checks a pylock.toml as packaging.pylock does. The first thing that breaks the specification is the error, named by its
 * dotted path: `packages[3].wheels[0].hashes: …`.
 */
export function parsePylock(text: string): Parsed<ParsedPylock> {
  const toml = parseToml(text)
  if (!toml.ok) return toml
  return reading(() => readLock(toml.value))
}

function readLock(root: Shape): ParsedPylock {
  const lockVersion = required(parsedAt(root, 'lock-version', readVersion), root, 'lock-version')
  if (!isSupported(lockVersion)) misfit('lock-version', `version ${lockVersion.text} of the format is not supported`)
  tableAt(root, 'tool')
  const lock: Pylock = {
    lockVersion: lockVersion.text,
    environments: textsAt(root, 'environments')?.map(({ value, path }) => fitting(parseMarker(value), path)) ?? [],
    requiresPython: parsedAt(root, 'requires-python', parseSpecifierSet),
    extras: textsAt(root, 'extras')?.map(({ value, path }) => fitting(readName(value), path)) ?? [],
    dependencyGroups: textsAt(root, 'dependency-groups')?.map(({ value }) => value) ?? [],
    defaultGroups: textsAt(root, 'default-groups')?.map(({ value }) => value) ?? [],
    createdBy: required(textAt(root, 'created-by'), root, 'created-by'),
    packages: required(tablesAt(root, 'packages'), root, 'packages').map(readPackage),
  }
  return { lock, warnings: isNewer(lockVersion) ? [`${newer(lockVersion)}: what is new in it is not seen`] : [] }
}

/** From 1 up to, and without, 2. `1.0a1` comes before 1. */
function isSupported({ epoch, release, isPrerelease }: Version): boolean {
  const isFirst = release.slice(1).every((part) => part === 0)
  return epoch === 0 && release[0] === 1 && !(isPrerelease && isFirst)
}

function isNewer({ release }: Version): boolean {
  return release.slice(1).some((part) => part > 0)
}

function newer(version: Version): string {
  return `the lock file is of version ${version.text}, newer than ${KNOWN_LOCK_VERSION}`
}

function readPackage(table: Shape): PylockPackage {
  const name = required(parsedAt(table, 'name', readName), table, 'name')
  const version = parsedAt(table, 'version', readVersion)
  tableAt(table, 'tool')
  for (const identity of tablesAt(table, 'attestation-identities') ?? []) required(textAt(identity, 'kind'), identity, 'kind')
  return {
    name,
    version,
    marker: parsedAt(table, 'marker', parseMarker),
    requiresPython: parsedAt(table, 'requires-python', parseSpecifierSet),
    dependencies: tablesAt(table, 'dependencies')?.flatMap((dependency) => {
      const needed = textAt(dependency, 'name')
      return needed === undefined ? [] : [normalizeName(needed)]
    }),
    index: textAt(table, 'index'),
    source: readSource(table, { name, version }),
  }
}

interface Identity {
  readonly name: NormalizedName
  readonly version: Version | undefined
}

/** Either files of an index, or exactly one direct source. */
function readSource(table: Shape, identity: Identity): PylockSource {
  const wheels = tablesAt(table, 'wheels') ?? []
  const sdist = tableAt(table, 'sdist')
  const direct = (['vcs', 'directory', 'archive'] as const).filter((key) => memberOf(table, key) !== undefined)
  if (wheels.length > 0 || sdist !== undefined) {
    if (direct.length > 0) misfit(table.path, 'none of vcs, directory, archive may stand beside wheels or sdist')
    return {
      kind: 'distributions',
      wheels: wheels.map((wheel) => readWheel(wheel, identity)),
      sdist: sdist === undefined ? undefined : readSdist(sdist, identity),
    }
  }
  const [kind, ...more] = direct
  if (kind === undefined || more.length > 0) {
    return misfit(table.path, 'exactly one of vcs, directory, archive is needed where there is no wheel and no sdist')
  }
  return readDirect(kind, required(tableAt(table, kind), table, kind))
}

function readDirect(kind: 'vcs' | 'directory' | 'archive', table: Shape): PylockSource {
  const subdirectory = textAt(table, 'subdirectory')
  switch (kind) {
    case 'archive':
      return { kind, ...readFileFacts(table), subdirectory }
    case 'directory':
      return { kind, path: required(textAt(table, 'path'), table, 'path'), editable: booleanAt(table, 'editable') ?? false, subdirectory }
    case 'vcs': {
      const facts = {
        type: required(textAt(table, 'type'), table, 'type'),
        ...readPlace(table),
        requestedRevision: textAt(table, 'requested-revision'),
        commitId: required(textAt(table, 'commit-id'), table, 'commit-id'),
      }
      return { kind, ...facts, subdirectory }
    }
  }
}

function readWheel(table: Shape, { name, version }: Identity): PylockFile {
  const file = readFile(table)
  const wheel = parseWheelName(file.filename)
  if (wheel === undefined) return misfit(table.path, `${quoted(file.filename)} is not a wheel's file name`)
  if (wheel.name !== name) misfit(table.path, `${quoted(file.filename)} is not of the package ${name}`)
  checkVersion(table, file, wheel.version, version)
  return file
}

function readSdist(table: Shape, { name, version }: Identity): PylockFile {
  const file = readFile(table)
  const sdist = parseSdistName(file.filename, name)
  if (sdist === undefined) return misfit(table.path, `${quoted(file.filename)} is not the file name of an sdist of ${name}`)
  checkVersion(table, file, sdist.version, version)
  return file
}

function checkVersion(table: Shape, file: PylockFile, found: Version, wanted: Version | undefined): void {
  if (wanted !== undefined && found.text !== wanted.text) misfit(table.path, `${quoted(file.filename)} is not of version ${wanted.text}`)
}

function readFile(table: Shape): PylockFile {
  const facts = readFileFacts(table)
  const filename = textAt(table, 'name') || lastPathSegment(facts.path) || lastUrlSegment(facts.url)
  return { filename: filename || misfit(table.path, 'the file has no name'), ...facts }
}

function readFileFacts(table: Shape): Omit<PylockFile, 'filename'> {
  return {
    ...readPlace(table),
    sizeBytes: integerAt(table, 'size'),
    uploadTimeMs: dateTimeAt(table, 'upload-time'),
    hashes: readHashes(table),
  }
}

function readPlace(table: Shape): { readonly url: string | undefined; readonly path: string | undefined } {
  const [url, path] = [textAt(table, 'url') || undefined, textAt(table, 'path') || undefined]
  if (url === undefined && path === undefined) misfit(table.path, 'a path or a url is required')
  return { url, path }
}

/** There has to be one; those of algorithms we do not know are left out. */
function readHashes(table: Shape): readonly Hash[] {
  const hashes = required(tableAt(table, 'hashes'), table, 'hashes')
  const entries = Object.keys(hashes.members).map((algorithm) => {
    return { algorithm, hex: required(textAt(hashes, algorithm), hashes, algorithm).toLowerCase() }
  })
  if (entries.length === 0) misfit(hashes.path, 'at least one hash is required')
  return entries.flatMap(({ algorithm, hex }) => (isHashAlgorithm(algorithm) ? [{ algorithm, hex }] : []))
}

function readName(text: string): Parsed<NormalizedName> {
  const name = normalizeName(text)
  return name === text && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text) ? parsed(name) : notParsed(`the name ${quoted(text)} is not normalized`)
}

function readVersion(text: string): Parsed<Version> {
  const version = parseVersion(text)
  return version === undefined ? notParsed(`${quoted(text)} is not a version`) : parsed(version)
}

function lastPathSegment(path: string | undefined): string | undefined {
  return path?.split(path.includes('/') ? '/' : '\\').at(-1)
}

function lastUrlSegment(url: string | undefined): string | undefined {
  return url === undefined ? undefined : filenameOf(url.replace(/[?#].*$/s, '').replace(/^[a-z][\w+.-]*:\/\/[^/]*/i, ''))
}
