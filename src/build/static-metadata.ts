import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { compareVersions, parseVersion } from '../standards/version.ts'
import { parseMetadata, type CoreMetadata } from '../standards/metadata.ts'
import { parsePyproject, readProject, type ProjectTable } from '../standards/pyproject.ts'
import { projectMetadataText } from './project-metadata.ts'

/** Metadata that building cannot change. */
export interface StaticMetadata {
  readonly metadata: CoreMetadata
  readonly text: string
}

/** Fields that decide a resolve: while one of them is dynamic, only the backend knows. */
const DECISIVE = ['name', 'version', 'requires-dist', 'requires-python', 'provides-extra']
const FIRST_STATIC = parseVersion('2.2')

/**
 * What a source tree says of itself for good, without building: PKG-INFO of a source distribution from metadata 2.2 on, unless
 * it marks a decisive field as dynamic (PEP 643), else a `[project]` table that leaves none of them to the backend (PEP 621).
 * Undefined when only the backend can tell. A tree that is no distribution may hold a stale PKG-INFO, which is not looked at.
 */
export async function readStaticMetadata(projectDir: string, { isDistribution }: { readonly isDistribution: boolean }): Promise<StaticMetadata | undefined> {
  const read = (file: string): Promise<string | undefined> => readFile(join(projectDir, file), 'utf8').catch(() => undefined)
  const info = isDistribution ? await read('PKG-INFO') : undefined
  const stated = info === undefined ? undefined : staticPkgInfo(info)
  if (stated !== undefined) return stated
  const pyproject = await read('pyproject.toml')
  return pyproject === undefined ? undefined : staticPyproject(pyproject)
}

function staticPkgInfo(text: string): StaticMetadata | undefined {
  const metadata = parseMetadata(text)
  if (!metadata.ok) return undefined
  const version = parseVersion(metadata.value.metadataVersion)
  if (version === undefined || FIRST_STATIC === undefined || compareVersions(version, FIRST_STATIC) < 0) return undefined
  return DECISIVE.some((field) => metadata.value.dynamic.includes(field)) ? undefined : { metadata: metadata.value, text }
}

function staticPyproject(text: string): StaticMetadata | undefined {
  const pyproject = parsePyproject(text)
  const project = pyproject.ok ? readProject(pyproject.value) : undefined
  if (!pyproject.ok || project?.ok !== true || project.value === undefined || !isStatic(project.value)) return undefined
  const written = projectMetadataText(pyproject.value, project.value)
  const metadata = parseMetadata(written)
  return metadata.ok ? { metadata: metadata.value, text: written } : undefined
}

function isStatic({ version, dependencies, optionalDependencies, dynamic }: ProjectTable): boolean {
  return version !== undefined && dependencies !== undefined && optionalDependencies !== undefined && !dynamic.includes('requires-python') && !dynamic.includes('version')
}
