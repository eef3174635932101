import { UserError } from '../kernel/errors.ts'
import type { Origin } from '../kernel/origin.ts'
import type { Parsed } from '../kernel/parsed.ts'
import { resolveDependencyGroups } from '../standards/dependency-groups.ts'
import type { Marker } from '../standards/markers.ts'
import { normalizeName, type NormalizedName } from '../standards/names.ts'
import { dependencyGroupsOf, parsePyproject, readProject, type ProjectTable, type Pyproject } from '../standards/pyproject.ts'
import { formatRequirement, type Requirement } from '../standards/requirements.ts'
import { readLocation, type FileLocation } from './locations.ts'
import { displayPath, type Reading } from './reading.ts'
import { readRequirementText } from './requirement-text.ts'
import { addRequirement } from './requirements-files.ts'
import type { Located } from './types.ts'

/**
 * Reads the dependencies of a project from its pyproject.toml, and those of the extras asked for; the project itself is not
 * installed. An extra that names the project's own extras brings in their dependencies.
 * @throws UserError `input-missing`, `input-unsupported` (dependencies only the build knows), `usage` (unknown extra),
 *   `requirements-file-syntax` (not TOML, or not a project).
 */
export async function readProjectFile(location: FileLocation, { extras, asked }: { extras: readonly Located<string>[]; asked: Origin }, reading: Reading): Promise<void> {
  const { text, pyproject, origin } = await readPyproject(location, asked, reading)
  const project = fitting(readProject(pyproject), origin)
  if (project?.dependencies === undefined) {
    const why = project === undefined ? 'has no [project] table' : 'leaves its dependencies to the build (dynamic)'
    throw new UserError('input-unsupported', `${displayPath(location, reading.world.cwd)} ${why}`, { origin, hint: 'install the project itself: give its folder' })
  }
  if (project.requiresPython !== undefined) reading.requiresPython.push({ specifier: project.requiresPython, source: displayPath(location, reading.world.cwd), origin })
  for (const requirement of [...project.dependencies, ...extraDependencies(project, extras, origin)]) addFound(requirement, text, origin, reading)
}

/** Reads a dependency group (PEP 735) of a pyproject.toml. Errors as `readProjectFile`. */
export async function readGroup(location: FileLocation, group: Located<string>, reading: Reading): Promise<void> {
  const { text, pyproject, origin } = await readPyproject(location, group.origin, reading)
  const table = dependencyGroupsOf(pyproject)
  if (table === undefined) {
    throw new UserError('requirements-file-syntax', `${displayPath(location, reading.world.cwd)} has no [dependency-groups] table`, { origin: group.origin })
  }
  for (const requirement of fitting(resolveDependencyGroups(table, [group.value]), origin)) addFound(requirement, text, origin, reading)
}

async function readPyproject(location: FileLocation, asked: Origin, reading: Reading): Promise<{ text: string; pyproject: Pyproject; origin: Origin }> {
  const text = await readLocation(location, 'project file', asked, reading)
  const origin: Origin = { kind: 'file', path: displayPath(location, reading.world.cwd) }
  const pyproject = parsePyproject(text)
  if (!pyproject.ok) throw new UserError('requirements-file-syntax', pyproject.message, { origin: placeIn(text, pyproject.offset, origin) })
  return { text, pyproject: pyproject.value, origin }
}

/** Adds a requirement that stands in a file without lines of its own, pointing at where its text is found. */
export function addFound(requirement: Requirement, fileText: string, origin: Origin, reading: Reading): void {
  const text = formatRequirement(requirement)
  const quotedAt = [`"${requirement.text}"`, `'${requirement.text}'`].map((quoted) => fileText.indexOf(quoted)).find((at) => at !== -1)
  const place = quotedAt === undefined ? origin : placeIn(fileText, quotedAt + 1, origin)
  const parts = readRequirementText(text, reading.world.cwd)
  addRequirement({ text, parts, options: { hashes: [], configSettings: {} }, at: () => place, constraint: false, editable: false }, reading)
}

/** The place of an offset in a file's text. */
function placeIn(text: string, offset: number, origin: Origin): Origin {
  if (origin.kind !== 'file') return origin
  const before = text.slice(0, offset)
  const start = before.lastIndexOf('\n') + 1
  const end = text.indexOf('\n', offset)
  return { ...origin, line: before.split('\n').length, column: offset - start + 1, text: text.slice(start, end === -1 ? undefined : end).replace(/\r$/, '') }
}

function fitting<T>(result: Parsed<T>, origin: Origin): T {
  if (result.ok) return result.value
  throw new UserError('requirements-file-syntax', result.message, { origin })
}

function extraDependencies(project: ProjectTable, extras: readonly Located<string>[], origin: Origin): readonly Requirement[] {
  const known = project.optionalDependencies
  return extras.flatMap((extra) => {
    const name = normalizeName(extra.value)
    if (known?.has(name) === true) return expandExtra(project, name, { marker: undefined, trail: [] })
    const list = [...(known?.keys() ?? [])].join(', ')
    throw new UserError('usage', `${project.displayName} has no extra ${JSON.stringify(extra.value)}`, {
      origin: extra.origin, details: [list === '' ? 'it has no extras' : `its extras: ${list}`], ...(origin.kind === 'file' ? { hint: `extras stand in ${origin.path}` } : {}),
    })
  })
}

/** The requirements of an extra; `name[other]` inside a project's own extras stands for what `other` lists. */
function expandExtra(
  project: ProjectTable, extra: NormalizedName, { marker, trail }: { marker: Marker | undefined; trail: readonly NormalizedName[] },
): readonly Requirement[] {
  if (trail.includes(extra)) return []
  return (project.optionalDependencies?.get(extra) ?? []).flatMap((requirement) => {
    const both = andMarkers(marker, requirement.marker)
    if (requirement.name !== project.name || requirement.url !== undefined) return [{ ...requirement, marker: both }]
    return requirement.extras.flatMap((own) => expandExtra(project, own, { marker: both, trail: [...trail, extra] }))
  })
}

function andMarkers(a: Marker | undefined, b: Marker | undefined): Marker | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return { kind: 'and', parts: [{ kind: 'group', marker: a }, { kind: 'group', marker: b }] }
}
