import { headerTable, parseHeaders } from './headers.ts'
import { normalizeName } from './names.ts'
import { pythonStrip } from './python-strings.ts'
import { splitLines, stripCharacters } from './text-lines.ts'

interface Entry {
  readonly requirement: string
  /** Normalized; empty: for all. */
  readonly extra: string
  readonly marker: string
}

/**
 * Metadata with what an egg-info's requires.txt says: setuptools wrote requirements and extras there, not into PKG-INFO, and
 * what the metadata says itself wins (pip: `BaseDistribution._add_egg_info_requires`).
 */
export function withRequiresTxt(metadata: string, requiresTxt: string): string {
  const said = headerTable(parseHeaders(metadata))
  const entries = parseRequiresTxt(requiresTxt)
  const extras = new Set(entries.map(({ extra }) => extra).filter((extra) => extra !== ''))
  const added = [
    ...(said.has('requires-dist') ? [] : entries.map((entry) => `Requires-Dist: ${requirementOf(entry)}`)),
    ...(said.has('provides-extra') ? [] : [...extras].map((extra) => `Provides-Extra: ${extra}`)),
  ]
  return added.map((line) => `${line}\n`).join('') + metadata
}

/** Sections are `[extra]`, `[:marker]` or `[extra:marker]`; lines before the first one count for all. */
function parseRequiresTxt(text: string): Entry[] {
  const entries: Entry[] = []
  let [extra, marker] = ['', '']
  for (const line of splitLines(text).map(pythonStrip)) {
    if (line === '' || line.startsWith('#')) continue
    if (line.startsWith('[') && line.endsWith(']')) {
      const [name = '', ...rest] = stripCharacters(line, '[]').split(':')
      extra = name === '' ? '' : normalizeName(name)
      marker = rest.join(':')
    } else entries.push({ requirement: line, extra, marker })
  }
  return entries
}

function requirementOf({ requirement, extra, marker }: Entry): string {
  const ofExtra = extra === '' ? '' : `extra == "${extra}"`
  const both = ofExtra !== '' && marker !== '' ? `(${marker}) and ${ofExtra}` : `${marker}${ofExtra}`
  return both === '' ? requirement : `${requirement} ; ${both}`
}
