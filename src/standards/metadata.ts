import { notParsed, parsed } from '../kernel/parsed.ts'
import type { Parsed } from '../kernel/parsed.ts'
import { headerTable, parseHeaders } from './headers.ts'
import { normalizeName } from './names.ts'
import type { NormalizedName } from './names.ts'
import { pythonStrip } from './python-strings.ts'
import { quoted } from './python-text.ts'
import { requirementReader } from './requirements.ts'
import type { Requirement } from './requirements.ts'
import { parseSpecifierSet } from './specifiers.ts'
import type { SpecifierSet } from './specifiers.ts'
import { parseVersion } from './version.ts'
import type { Version } from './version.ts'

/** Values by lower-case header name. */
type HeaderTable = ReadonlyMap<string, readonly string[]>

/** What resolving and installing need of METADATA or PKG-INFO (packaging.python.org/specifications/core-metadata). */
export interface CoreMetadata {
  /** Empty when the file does not say it: old and hand-written files do not, and pip never asks. */
  readonly metadataVersion: string
  readonly name: NormalizedName
  readonly version: Version
  /** In the file's order, markers unevaluated. */
  readonly requiresDist: readonly Requirement[]
  /** Undefined: not said, or not readable, which pip tolerates. */
  readonly requiresPython: SpecifierSet | undefined
  /** In the file's order, without duplicates. */
  readonly providesExtras: readonly NormalizedName[]
  /** Header names that a build may change (PEP 643), in lower case: `requires-dist` here means that an sdist's list is not final. */
  readonly dynamic: readonly string[]
}

/**
 * Reads core metadata as pip does. A missing or invalid Name or Version, and a Requires-Dist that is no PEP 508 requirement
 * are errors: pip passes over such a candidate. An invalid Requires-Python is tolerated and counts as none.
 * Reads the header block only, so that long descriptions cost nothing; about 3 µs a requirement. Who reads the metadata of many
 * distributions gives them one `readRequirement`.
 */
export function parseMetadata(text: string, readRequirement = requirementReader()): Parsed<CoreMetadata> {
  const headers = headerTable(parseHeaders(text))
  const name = pythonStrip(headers.get('name')?.[0] ?? '')
  if (name === '') return notParsed('the metadata has no Name')
  const versionText = headers.get('version')?.[0]
  const version = versionText === undefined ? undefined : parseVersion(versionText)
  if (versionText === undefined) return notParsed('the metadata has no Version')
  if (version === undefined) return notParsed(`the metadata has an invalid Version: ${quoted(versionText)}`)
  const requiresDist = readRequirements(headers, readRequirement)
  if (!requiresDist.ok) return requiresDist
  return parsed({
    metadataVersion: pythonStrip(headers.get('metadata-version')?.[0] ?? ''),
    name: normalizeName(name),
    version,
    requiresDist: requiresDist.value,
    requiresPython: readRequiresPython(headers),
    providesExtras: [...new Set((headers.get('provides-extra') ?? []).map((extra) => normalizeName(pythonStrip(extra))))],
    dynamic: (headers.get('dynamic') ?? []).map((name) => pythonStrip(name).toLowerCase()),
  })
}

function readRequirements(headers: HeaderTable, read: (text: string) => Parsed<Requirement>): Parsed<Requirement[]> {
  const requirements: Requirement[] = []
  for (const text of headers.get('requires-dist') ?? []) {
    const requirement = read(pythonStrip(text))
    if (!requirement.ok) {
      return notParsed(`the metadata has an invalid Requires-Dist: ${quoted(pythonStrip(text))}: ${requirement.message}`)
    }
    requirements.push(requirement.value)
  }
  return parsed(requirements)
}

function readRequiresPython(headers: HeaderTable): SpecifierSet | undefined {
  const text = headers.get('requires-python')?.[0]
  const set = text === undefined ? undefined : parseSpecifierSet(text)
  return set?.ok === true ? set.value : undefined
}
