import type { Hash } from '../kernel/hash.ts'
import { formatMarker } from './markers.ts'
import type { Pylock, PylockFile, PylockPackage, PylockSource } from './pylock-types.ts'
import { compareCodePoints } from './python-text.ts'
import { printTomlKey, printTomlString } from './toml.ts'

/** A value as TOML text, or undefined to leave its key out. */
type Printed = string | undefined

/**
 * The text of a pylock.toml, in the key order and layout of the specification's example: packages by name, one line a file, so
 * that a change of one file is a change of one line. Packages of one name stay in the given order. Equal locks give
 * equal bytes.
 */
export function formatPylock(lock: Pylock): string {
  const head = table([
    ['lock-version', printTomlString(lock.lockVersion)],
    ['environments', printTexts(lock.environments.map(formatMarker))],
    ['requires-python', lock.requiresPython && printTomlString(lock.requiresPython.text)],
    ['extras', printTexts(lock.extras)],
    ['dependency-groups', printTexts(lock.dependencyGroups)],
    ['default-groups', printTexts(lock.defaultGroups)],
    ['created-by', printTomlString(lock.createdBy)],
    ['packages', lock.packages.length === 0 ? '[]' : undefined],
  ])
  const packages = lock.packages.toSorted((left, right) => compareCodePoints(left.name, right.name))
  return [head, ...packages.map(printPackage)].join('\n')
}

function printPackage(entry: PylockPackage): string {
  const facts = table([
    ['name', printTomlString(entry.name)],
    ['version', entry.version && printTomlString(entry.version.text)],
    ['marker', entry.marker && printTomlString(formatMarker(entry.marker))],
    ['requires-python', entry.requiresPython && printTomlString(entry.requiresPython.text)],
    ['dependencies', entry.dependencies && printRows(entry.dependencies.map((name) => inlineTable([['name', printTomlString(name)]])))],
    ['index', printText(entry.index)],
    ...printSource(entry.source),
  ])
  return `[[packages]]\n${facts}`
}

function printSource(source: PylockSource): (readonly [string, Printed])[] {
  switch (source.kind) {
    case 'distributions':
      return [
        ['sdist', source.sdist && printFile(source.sdist)],
        ['wheels', source.wheels.length === 0 ? undefined : printRows(source.wheels.map(printFile))],
      ]
    case 'archive':
      return [['archive', inlineTable([...fileFacts(source), ['subdirectory', printText(source.subdirectory)]])]]
    case 'directory':
      return [['directory', inlineTable([
        ['path', printTomlString(source.path)],
        ['editable', source.editable ? 'true' : undefined],
        ['subdirectory', printText(source.subdirectory)],
      ])]]
    case 'vcs':
      return [['vcs', inlineTable([
        ['type', printTomlString(source.type)],
        ['url', printText(source.url)],
        ['path', printText(source.path)],
        ['requested-revision', printText(source.requestedRevision)],
        ['commit-id', printTomlString(source.commitId)],
        ['subdirectory', printText(source.subdirectory)],
      ])]]
  }
}

function printFile(file: PylockFile): string {
  return inlineTable([['name', printTomlString(file.filename)], ...fileFacts(file)])
}

function fileFacts(file: Omit<PylockFile, 'filename'>): (readonly [string, Printed])[] {
  return [
    ['upload-time', file.uploadTimeMs === undefined ? undefined : new Date(file.uploadTimeMs).toISOString()],
    ['url', printText(file.url)],
    ['path', printText(file.path)],
    ['size', file.sizeBytes?.toString()],
    ['hashes', printHashes(file.hashes)],
  ]
}

function printHashes(hashes: readonly Hash[]): string {
  return inlineTable(hashes.map((hash) => [hash.algorithm, printTomlString(hash.hex)]))
}

function printText(text: string | undefined): Printed {
  return text === undefined ? undefined : printTomlString(text)
}

function printTexts(texts: readonly string[]): Printed {
  return texts.length === 0 ? undefined : `[${texts.map(printTomlString).join(', ')}]`
}

function printRows(rows: readonly string[]): string {
  return rows.length === 0 ? '[]' : `[\n${rows.map((row) => `    ${row},\n`).join('')}]`
}

function table(members: readonly (readonly [string, Printed])[]): string {
  return members.flatMap(([key, value]) => (value === undefined ? [] : [`${printTomlKey(key)} = ${value}\n`])).join('')
}

function inlineTable(members: readonly (readonly [string, Printed])[]): string {
  return `{${members.flatMap(([key, value]) => (value === undefined ? [] : [`${printTomlKey(key)} = ${value}`])).join(', ')}}`
}
