import type { Parsed } from '../kernel/parsed.ts'
import { normalizeName } from './names.ts'
import type { NormalizedName } from './names.ts'
import { parseRequirement } from './requirements.ts'
import type { Requirement } from './requirements.ts'
import { fitting, memberOf, misfit, parsedAt, pathOf, reading, required, tableAt, textAt, textsAt } from './shape.ts'
import type { Shape } from './shape.ts'
import { parseSpecifierSet } from './specifiers.ts'
import type { SpecifierSet } from './specifiers.ts'
import { parseToml } from './toml.ts'

/**
 * pyproject.toml (packaging.python.org/specifications/pyproject-toml). The file is parsed once; each table is read on its own,
 * so that a fault in one does not keep others from being used, as for pip.
 */
export type Pyproject = Shape

/** Parses the TOML. */
export function parsePyproject(text: string): Parsed<Pyproject> {
  return parseToml(text)
}

/** What the `[project]` table says of dependencies (PEP 621). */
export interface ProjectTable {
  readonly name: NormalizedName
  readonly displayName: string
  /** Undefined when the backend finds it out. */
  readonly version: string | undefined
  readonly requiresPython: SpecifierSet | undefined
  /** Undefined when they are dynamic: only the backend knows them. */
  readonly dependencies: readonly Requirement[] | undefined
  /** By normalized extra; undefined when they are dynamic. */
  readonly optionalDependencies: ReadonlyMap<NormalizedName, readonly Requirement[]> | undefined
  readonly dynamic: readonly string[]
}

/** Reads `[project]`; undefined when there is none (a project described in its backend's own tables). */
export function readProject(pyproject: Pyproject): Parsed<ProjectTable | undefined> {
  return reading(() => {
    const project = tableAt(pyproject, 'project')
    if (project === undefined) return undefined
    const displayName = required(textAt(project, 'name'), project, 'name')
    const dynamic = textsAt(project, 'dynamic')?.map(({ value }) => value) ?? []
    return {
      name: normalizeName(displayName),
      displayName,
      version: textAt(project, 'version'),
      requiresPython: parsedAt(project, 'requires-python', parseSpecifierSet),
      dependencies: dynamic.includes('dependencies') ? undefined : requirementsAt(project, 'dependencies'),
      optionalDependencies: dynamic.includes('optional-dependencies') ? undefined : readOptionalDependencies(project),
      dynamic,
    }
  })
}

function requirementsAt(shape: Shape, key: string): Requirement[] {
  return (textsAt(shape, key) ?? []).map(({ value, path }) => fitting(parseRequirement(value), path))
}

/** PEP 685: two spellings of one extra are an error. */
function readOptionalDependencies(project: Shape): ReadonlyMap<NormalizedName, readonly Requirement[]> {
  const extras = new Map<NormalizedName, readonly Requirement[]>()
  const table = tableAt(project, 'optional-dependencies')
  for (const spelling of Object.keys(table?.members ?? {})) {
    if (table === undefined) break
    const extra = normalizeName(spelling)
    if (extras.has(extra)) misfit(pathOf(table, spelling), `the extra ${extra} is defined twice`)
    extras.set(extra, requirementsAt(table, spelling))
  }
  return extras
}

/** How the project is built (PEP 517, PEP 518). */
export interface BuildSystem {
  /** PEP 508 requirements as written; each is valid. */
  readonly requires: readonly string[]
  /** `module` or `module:object`. */
  readonly backend: string
  /** Folders inside the source tree, as written; not checked for escapes. */
  readonly backendPath: readonly string[]
  /** Requirements that have to be met once `requires` are installed, because the backend was assumed and not declared. */
  readonly check: readonly string[]
}

const LEGACY_BACKEND = 'setuptools.build_meta:__legacy__'
const LEGACY_REQUIRES = ['setuptools>=40.8.0']

/** The build system of a source tree, with pip's defaults. `pyproject` undefined: the tree has only a setup.py. */
export function readBuildSystem(pyproject: Pyproject | undefined): Parsed<BuildSystem> {
  return reading(() => {
    const table = pyproject === undefined ? undefined : tableAt(pyproject, 'build-system')
    if (table === undefined) return { requires: LEGACY_REQUIRES, backend: LEGACY_BACKEND, backendPath: [], check: [] }
    const requires = required(textsAt(table, 'requires'), table, 'requires')
    for (const { value, path } of requires) fitting(parseRequirement(value), path)
    const backend = textAt(table, 'build-backend')
    return {
      requires: requires.map(({ value }) => value),
      backend: backend ?? LEGACY_BACKEND,
      backendPath: textsAt(table, 'backend-path')?.map(({ value }) => value) ?? [],
      check: backend === undefined ? LEGACY_REQUIRES : [],
    }
  })
}

/** The `[dependency-groups]` table as it stands, for `resolveDependencyGroups`; undefined when there is none. */
export function dependencyGroupsOf(pyproject: Pyproject): unknown {
  return memberOf(pyproject, 'dependency-groups')
}
