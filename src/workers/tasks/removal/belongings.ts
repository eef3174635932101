import { statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { UserError } from '../../../kernel/errors.ts'
import { parseEntryPoints } from '../../../standards/entry-points.ts'
import { parseRecord } from '../../../standards/record.ts'
import type { FolderReader } from './folders.ts'
import type { DistributionToRemove } from './read-removals.ts'
import { readText } from './read-text.ts'

/** A line of a `.pth` file that goes with a distribution. */
export interface PthLine {
  readonly file: string
  readonly line: string
}

/** What an installed distribution says is its own, unjudged: absolute paths of files, folders with all in them, lines. */
export interface Belongings {
  readonly files: readonly string[]
  readonly folders: readonly string[]
  readonly lines: readonly PthLine[]
  /** Why its files are not its own, for people. */
  readonly note?: string
}

/**
 * What belongs to an installed distribution, by the way it was installed (pip: UninstallPathSet.from_dist): RECORD;
 * installed-files.txt or top_level.txt of an egg-info; a whole egg; the link of a development install. Scripts named by its
 * entry points belong to it whether listed or not; of a source tree nothing else does, it was never installed. Throws
 * `uninstall-failed` where nobody can know.
 */
export function belongingsOf(installed: DistributionToRemove, reader: FolderReader): Belongings {
  const own = ownFiles(installed, reader)
  return { ...own, files: [...own.files, ...scriptsOf(installed, reader)] }
}

function ownFiles(installed: DistributionToRemove, reader: FolderReader): Belongings {
  const { infoPath, sitePath, kind, label } = installed
  if (kind === 'egg-link') return developmentLink(installed, reader)
  if (isSourceTree(installed)) return { files: [], folders: [], lines: [], note: `${label} is the source tree ${dirname(infoPath)}, which stays, and may be imported in place of what is installed` }
  if (kind === 'dist-info') return { files: recordFiles(installed), folders: [infoPath], lines: [] }
  if (statSync(infoPath, { throwIfNoEntry: false })?.isFile() === true) throw distutils(installed)
  const egg = dirname(infoPath)
  if (egg.endsWith('.egg')) return { files: [], folders: [egg], lines: [{ file: join(dirname(egg), 'easy-install.pth'), line: `./${basename(egg)}` }] }
  const listed = readText(join(infoPath, 'installed-files.txt'))
  const files = listed === undefined ? [] : lines(listed).map((line) => resolve(infoPath, line))
  const packages = listed === undefined ? topLevels(infoPath).map((name) => join(sitePath, name)) : []
  return { files: [...files, ...packages.flatMap((path) => [`${path}.py`, `${path}.pyc`, `${path}.pyo`])], folders: [infoPath, ...packages], lines: [] }
}

/** An egg-info without a version in its name is made beside sources, to be found by way of PYTHONPATH or a .pth file. */
function isSourceTree({ infoPath, kind }: DistributionToRemove): boolean {
  return kind === 'egg-info' && /^[^-]+\.egg-info$/i.test(basename(infoPath)) && statSync(infoPath, { throwIfNoEntry: false })?.isDirectory() === true
}

function recordFiles(installed: DistributionToRemove): string[] {
  const text = readText(join(installed.infoPath, 'RECORD'))
  if (text === undefined) throw noRecord(installed)
  return parseRecord(text).rows.map((row) => resolve(installed.sitePath, row.path))
}

/** Packages that other distributions may share are not this one's to remove. */
function topLevels(infoPath: string): string[] {
  const namespaces = new Set(lines(readText(join(infoPath, 'namespace_packages.txt')) ?? ''))
  return lines(readText(join(infoPath, 'top_level.txt')) ?? '').filter((name) => !namespaces.has(name) && !name.includes('..'))
}

/** setuptools' `develop`: the sources stay, the link to them and their line in easy-install.pth go. */
function developmentLink({ infoPath, sitePath }: DistributionToRemove, reader: FolderReader): Belongings {
  const source = dirname(infoPath)
  const links = [...(reader.list(sitePath)?.keys() ?? [])].filter((name) => name.endsWith('.egg-link'))
  const files = links.map((name) => join(sitePath, name)).filter((path) => resolve(sitePath, lines(readText(path) ?? '')[0] ?? '') === source)
  return { files, folders: [], lines: [{ file: join(sitePath, 'easy-install.pth'), line: source }] }
}

/** Scripts by entry point, with the launchers that Windows has, and the `scripts=` of distutils. */
function scriptsOf({ infoPath, kind, scriptsFolder }: DistributionToRemove, reader: FolderReader): string[] {
  const text = readText(join(infoPath, 'entry_points.txt')) ?? ''
  const named = parseEntryPoints(text).filter(({ group }) => group === 'console_scripts' || group === 'gui_scripts')
  const made = named.flatMap(({ name, group }) => [name, ...(process.platform === 'win32' ? launchers(name, group === 'gui_scripts') : [])])
  const shipped = kind === 'dist-info' ? [] : [...(reader.list(join(infoPath, 'scripts'))?.keys() ?? [])]
  return [...made, ...shipped].filter((name) => !/[/\\]|^\.{1,2}$/.test(name)).map((name) => join(scriptsFolder, name))
}

function launchers(name: string, isGui: boolean): string[] {
  return [`${name}.exe`, `${name}.exe.manifest`, `${name}-script.py${isGui ? 'w' : ''}`]
}

function noRecord(installed: DistributionToRemove): UserError {
  const installer = readText(join(installed.infoPath, 'INSTALLER'))?.trim() ?? ''
  const isOurs = ['', 'pip', 'parallel-pip'].includes(installer)
  return new UserError('uninstall-failed', `${installed.label} cannot be replaced or removed: it has no RECORD, so nobody knows which files are its own`, {
    hint: isOurs
      ? `repair it by installing it over itself: --ignore-installed --no-deps ${installed.label.replace(' ', '==')}`
      : `it was installed by ${installer}: remove it with that, or install beside it with --ignore-installed`,
  })
}

function distutils(installed: DistributionToRemove): UserError {
  return new UserError('uninstall-failed', `${installed.label} cannot be replaced or removed: it was installed by distutils, which left no list of its files`, {
    hint: 'remove its files by hand, or install over it with --ignore-installed',
  })
}

function lines(text: string): string[] {
  return text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '')
}
