import path from 'node:path'
import type { RequirementParts } from '../../src/requests/requirement-text.ts'
import type { DirectSource, UserRequirement } from '../../src/requests/types.ts'
import { isFolder } from '../../src/requests/direct-source.ts'
import { urlToPath } from '../../src/requests/link.ts'
import { formatMarker } from '../../src/standards/markers.ts'

/** A requirement in the words of pip-oracle.py. */
export interface Described {
  readonly name: string | null
  readonly extras: readonly string[]
  readonly specifier: string
  readonly marker: string | null
  readonly link: Readonly<Record<string, string | null>> | null
  readonly editable: boolean
  readonly hashes: readonly (readonly [string, string])[]
  readonly settings: Readonly<Record<string, string | readonly string[]>>
}

/** Our requirement in the words of pip-oracle.py. */
export function describeRequirement(parts: RequirementParts | UserRequirement, folder: string): Described {
  return {
    name: parts.name ?? null,
    extras: parts.extras,
    specifier: parts.specifier.text,
    marker: parts.marker === undefined ? null : formatMarker(parts.marker),
    link: parts.direct === undefined ? null : describeSource(parts.direct, folder),
    editable: parts.direct !== undefined && parts.direct.kind !== 'archive' && parts.direct.editable,
    hashes: parts.hashes.map(({ algorithm, hex }) => [algorithm, hex] as const).sort((a, b) => (a.join() < b.join() ? -1 : 1)),
    settings: 'configSettings' in parts ? parts.configSettings : {},
  }
}

function describeSource(direct: DirectSource, folder: string): Readonly<Record<string, string | null>> {
  const subdirectory = direct.subdirectory ?? null
  if (direct.kind === 'vcs') return { repository: direct.url, ref: direct.ref ?? null, subdirectory }
  if (direct.kind === 'directory') return { [isFolder(direct.path) ? 'folder' : 'file']: path.normalize(direct.path), subdirectory }
  const file = direct.url.startsWith('file:') ? urlToPath(direct.url, folder) : undefined
  return file?.ok === true ? { file: file.value, subdirectory } : { url: direct.url, subdirectory }
}
