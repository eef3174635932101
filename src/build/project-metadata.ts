import { formatMarker } from '../standards/markers.ts'
import type { ProjectTable, Pyproject } from '../standards/pyproject.ts'
import { formatRequirement, type Requirement } from '../standards/requirements.ts'
import { reading, tableAt, tablesAt, textAt, textsAt, type Shape } from '../standards/shape.ts'

/**
 * The core metadata that a static `[project]` table stands for (PEP 621), without its long description: what a resolve needs
 * and a report shows before anything is built.
 */
export function projectMetadataText(pyproject: Pyproject, project: ProjectTable): string {
  const table = tableAt(pyproject, 'project')
  const lines = [
    'Metadata-Version: 2.4',
    `Name: ${project.displayName}`,
    `Version: ${project.version ?? ''}`,
    ...(table === undefined ? [] : tolerant(() => descriptiveLines(table))),
    ...(project.requiresPython === undefined ? [] : [`Requires-Python: ${project.requiresPython.text}`]),
    ...(project.dependencies ?? []).map((requirement) => `Requires-Dist: ${formatRequirement(requirement)}`),
    ...[...(project.optionalDependencies ?? [])].flatMap(([extra, requirements]) => [
      `Provides-Extra: ${extra}`,
      ...requirements.map((requirement) => `Requires-Dist: ${withExtra(requirement, extra)}`),
    ]),
  ]
  return `${lines.join('\n')}\n`
}

function withExtra(requirement: Requirement, extra: string): string {
  const plain = formatRequirement({ ...requirement, marker: undefined })
  const condition = requirement.marker === undefined ? '' : `(${formatMarker(requirement.marker)}) and `
  return `${plain}${requirement.url === undefined ? '' : ' '}; ${condition}extra == "${extra}"`
}

/** What is only shown may be missing or odd. */
function tolerant(read: () => string[]): string[] {
  const lines = reading(read)
  return lines.ok ? lines.value.map((line) => line.replace(/\s*\n\s*/g, ' ')) : []
}

function descriptiveLines(table: Shape): string[] {
  const text = (key: string, header: string): string[] => {
    const value = textAt(table, key)
    return value === undefined ? [] : [`${header}: ${value}`]
  }
  const texts = (key: string): string[] => (textsAt(table, key) ?? []).map(({ value }) => value)
  const keywords = texts('keywords')
  const urls = tableAt(table, 'urls')
  return [
    ...text('description', 'Summary'),
    ...Object.keys(urls?.members ?? {}).map((label) => `Project-URL: ${label}, ${urls === undefined ? '' : (textAt(urls, label) ?? '')}`),
    ...people(table, 'authors', 'Author'),
    ...people(table, 'maintainers', 'Maintainer'),
    ...(typeof table.members['license'] === 'string' ? text('license', 'License-Expression') : []),
    ...(keywords.length === 0 ? [] : [`Keywords: ${keywords.join(',')}`]),
    ...texts('classifiers').map((classifier) => `Classifier: ${classifier}`),
  ]
}

/** Names alone go into `Author`, names with addresses into `Author-email`. */
function people(table: Shape, key: string, header: string): string[] {
  const listed = (tablesAt(table, key) ?? []).map((person) => ({ name: textAt(person, 'name'), email: textAt(person, 'email') }))
  const names = listed.filter(({ email }) => email === undefined).map(({ name }) => name ?? '')
  const addresses = listed.flatMap(({ name, email }) => (email === undefined ? [] : [name === undefined ? email : `${name} <${email}>`]))
  return [...(names.length === 0 ? [] : [`${header}: ${names.join(', ')}`]), ...(addresses.length === 0 ? [] : [`${header}-email: ${addresses.join(', ')}`])]
}
