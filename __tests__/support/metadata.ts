/** What a project says of itself, shared by the builders of wheels and sdists. */
export interface ProjectFacts {
  readonly name: string
  /** Default `1.0`. */
  readonly version?: string
  /** PEP 508 requirements. */
  readonly requires?: readonly string[]
  /** Extra → its requirements. */
  readonly extras?: Readonly<Record<string, readonly string[]>>
  readonly requiresPython?: string | undefined
  /** Further header lines of the core metadata, such as `Dynamic: Requires-Dist`. */
  readonly metadataLines?: readonly string[]
  /** Default 2.1. */
  readonly metadataVersion?: string
}

/** Core metadata text (METADATA and PKG-INFO) of these facts. */
export function metadataText(facts: ProjectFacts): string {
  const lines = [
    `Metadata-Version: ${facts.metadataVersion ?? '2.1'}`,
    `Name: ${facts.name}`,
    `Version: ${facts.version ?? '1.0'}`,
    ...(facts.requiresPython === undefined ? [] : [`Requires-Python: ${facts.requiresPython}`]),
    ...(facts.requires ?? []).map((requirement) => `Requires-Dist: ${requirement}`),
    ...Object.entries(facts.extras ?? {}).flatMap(([extra, requires]) => extraLines(extra, requires)),
    ...(facts.metadataLines ?? []),
  ]
  return `${lines.join('\n')}\n`
}

/** The name as file names carry it (binary distribution format: runs of `-_.` become `_`, lower case). */
export function escapedName(name: string): string {
  return name.replace(/[-_.]+/g, '_').toLowerCase()
}

/** The name as URLs carry it (PEP 503). */
export function pageName(name: string): string {
  return name.replace(/[-_.]+/g, '-').toLowerCase()
}

function extraLines(extra: string, requires: readonly string[]): string[] {
  return [`Provides-Extra: ${extra}`, ...requires.map((requirement) => `Requires-Dist: ${withExtra(requirement, extra)}`)]
}

function withExtra(requirement: string, extra: string): string {
  const [before = '', marker] = requirement.split(';').map((part) => part.trim())
  const condition = `extra == "${extra}"`
  return `${before} ; ${marker === undefined ? condition : `(${marker}) and ${condition}`}`
}
