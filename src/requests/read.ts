import { isUserError, UserError } from '../kernel/errors.ts'
import type { Origin } from '../kernel/origin.ts'
import { evaluateMarker } from '../standards/markers.ts'
import type { Secrets } from '../kernel/secrets.ts'
import { readFormatControl } from './controls.ts'
import { sourceProblem } from './direct-source.ts'
import { readEditableText } from './editable-text.ts'
import { isPylockFile, isPyprojectFile, splitPathExtras } from './group-files.ts'
import { readIndexSettings, startIndexes } from './index-settings.ts'
import type { InstallOptions, RequirementSources } from './install-options.ts'
import { locate, type FileLocation } from './locations.ts'
import { readLock, type LockRequest } from './locks.ts'
import { readNetwork } from './network-settings.ts'
import { splitNames } from './options/values.ts'
import { readPolicy } from './policy.ts'
import { readGroup, readProjectFile } from './projects.ts'
import { combineFaults, type Reading, type RequestReaders, type RequestTarget } from './reading.ts'
import { readRequirementText } from './requirement-text.ts'
import { addRequirement, readRequirementsFile } from './requirements-files.ts'
import { readScript } from './scripts.ts'
import { registerPlace } from './secrets.ts'
import type { BuildSettings, Located, Requests, UserRequirement } from './types.ts'
import type { World } from './world.ts'

/** What reading requests works with. */
export interface ReadRequestsOptions {
  readonly world: World
  readonly readers: RequestReaders
  /** Credentials met on the way are registered here. */
  readonly secrets: Secrets
  /** The present, for `--uploaded-prior-to P3D`. */
  readonly nowMs: number
  /** Needed for lock files, and for telling which missing files matter. */
  readonly target: RequestTarget | undefined
}

/**
 * Reads everything the options name: requirements, constraints, groups, project files, locks and scripts, in pip's order
 * (constraints, arguments, groups, editables, files, scripts), and the settings with what files add to them.
 * @throws UserError with all problems found: the first is the error, the others are in its details. Nothing asked for at all:
 *   `usage`.
 */
export async function readRequests(options: InstallOptions, { nowMs, ...start }: ReadRequestsOptions): Promise<Requests> {
  const { sources, values } = options
  const reading = openReading(options, start)
  checkAsked(options)
  await eachFile(sources.constraintFiles, { constraint: true }, reading)
  readArguments(sources, reading)
  await readSourceFiles(options, reading)
  for (const script of sources.scripts) await noting(reading, () => readScript(script, reading))
  const buildConstraints = await readBuildConstraints(options, reading)
  for (const requirement of reading.requirements) noteMissing(requirement, reading)
  const problem = combineFaults(reading.faults)
  if (problem !== undefined) throw problem
  for (const { value } of [...reading.indexes.extraIndexUrls, ...reading.indexes.findLinks]) registerPlace(value, start.secrets)
  if (reading.indexes.indexUrl !== undefined) registerPlace(reading.indexes.indexUrl.value, start.secrets)
  const network = readNetwork(values, start.world, start.secrets)
  return {
    set: { requirements: reading.requireHashes ? reading.requirements.map(withoutLeave) : reading.requirements, constraints: reading.constraints },
    policy: readPolicy(values, { ...reading, requireHashes: decideHashes(reading) }, nowMs),
    indexes: readIndexSettings(reading.indexes, values),
    network: { ...network, trustedHosts: [...network.trustedHosts, ...reading.trustedHosts] },
    build: { ...readBuild(options), constraints: buildConstraints },
    locked: reading.locked,
    requiresPython: reading.requiresPython,
    notices: [...options.notices, ...reading.notices],
  }
}

function openReading({ values }: InstallOptions, start: Omit<ReadRequestsOptions, 'nowMs'>): Reading {
  return {
    ...start, requirements: [], constraints: [], locked: [], requiresPython: [], notices: [], faults: [], controls: [], trustedHosts: [],
    indexes: startIndexes(values, start.world), preferBinary: false, anyHash: false,
    requireHashes: values.flag('require-hashes') === true, noRequireHashes: values.flag('no-require-hashes') === true,
  }
}

function checkAsked({ sources, target }: InstallOptions): void {
  const { requirements, requirementFiles, editables, groups, scripts, extras } = sources
  if ([requirements, requirementFiles, editables, groups, scripts].every((list) => list.length === 0)) {
    throw new UserError('usage', 'there is nothing to install: give at least one requirement', { hint: 'name a project, or a requirements file with -r' })
  }
  if (scripts[1] !== undefined) throw new UserError('usage', '--requirements-from-script can be given only once', { origin: scripts[1].origin })
  const [extra] = extras
  const files = requirementFiles.map(({ value, origin }) => ({ value: splitPathExtras(value).path, origin }))
  const takesExtras = files.some(({ value }) => isPyprojectFile(value) || isPylockFile(value))
  if (extra !== undefined && !takesExtras) {
    throw new UserError('usage', '--extra needs a pyproject.toml or pylock.toml given with -r', { origin: extra.origin, hint: 'extras of a project to install are written name[extra]' })
  }
  const lock = [...files, ...groups.map(({ value, origin }) => ({ value: splitPathExtras(value.path).path, origin }))].find(({ value }) => isPylockFile(value))
  if (lock !== undefined && target.restriction !== undefined) {
    throw new UserError('usage', '--python-version, --platform, --abi and --implementation cannot be used with a lock file', { origin: lock.origin })
  }
}

/** Runs a reader; what it throws for the user is kept with the other faults. */
async function noting(reading: Reading, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!isUserError(error)) throw error
    reading.faults.push(error)
  }
}

async function eachFile(files: readonly Located<string>[], { constraint }: { constraint: boolean }, reading: Reading): Promise<void> {
  for (const { value, origin } of files) {
    await readRequirementsFile(locate(value, { cwd: reading.world.cwd }), { constraint, asked: origin }, reading)
  }
}

/** Where a character of an argument stands; its first one is the argument itself. */
function within(origin: Origin): (offset: number) => Origin {
  return (offset) => (origin.kind === 'argument' && offset > 0 ? { ...origin, column: offset + 1 } : origin)
}

/** The same for what `-e` names: the flag alone does not say which. */
function withinEditable(value: string, origin: Origin): (offset: number) => Origin {
  if (origin.kind !== 'flag') return within(origin)
  const text = `-e ${value}`
  return (offset) => within({ kind: 'argument', text })(offset > 0 ? offset + text.length - value.length : 0)
}

/** An empty argument (`"$MORE"`) asks for nothing, and is no fault (pip skips it). */
function readArguments({ requirements, configSettings }: RequirementSources, reading: Reading): void {
  for (const { value, origin } of requirements) {
    if (value.trim() === '') continue
    const parts = readRequirementText(value, reading.world.cwd)
    addRequirement({ text: value, parts, options: { hashes: [], configSettings }, at: within(origin), constraint: false, editable: false }, reading)
  }
}

/** Groups, editables, then requirements files, projects and locks. */
async function readSourceFiles({ sources, values }: InstallOptions, reading: Reading): Promise<void> {
  const locks = collectLocks(sources, reading)
  for (const { value, origin } of sources.groups) {
    if (isPylockFile(splitPathExtras(value.path).path)) continue
    await noting(reading, () => readGroup(locate(value.path, { cwd: reading.world.cwd }), { value: value.group, origin }, reading))
  }
  for (const { value, origin } of sources.editables) {
    const parts = readEditableText(value, reading.world.cwd)
    addRequirement({ text: value, parts, options: { hashes: [], configSettings: sources.configSettings }, at: withinEditable(value, origin), constraint: false, editable: true }, reading)
  }
  for (const file of sources.requirementFiles) {
    const { path: named, extras } = splitPathExtras(file.value)
    const location = locate(named, { cwd: reading.world.cwd })
    const lock = locks.get(location)
    if (lock !== undefined) {
      locks.delete(location)
      await noting(reading, () => readLock(lock, readFormatControl([...values.all('format-control'), ...reading.controls]), reading))
    } else if (isPyprojectFile(named)) {
      await noting(reading, () => readProjectFile(location, { extras: [...located(extras, file), ...sources.extras], asked: file.origin }, reading))
    } else if (!isPylockFile(named)) {
      await eachFile([file], { constraint: false }, reading)
    }
  }
  for (const lock of locks.values()) await noting(reading, () => readLock(lock, readFormatControl(values.all('format-control')), reading))
}

/** All that is asked of each lock file, by `-r` and by `--group` (pip's `_collect_requirement_sources`). */
function collectLocks({ requirementFiles, groups, extras }: RequirementSources, { world }: Reading): Map<FileLocation, LockRequest> {
  const locks = new Map<FileLocation, LockRequest>()
  const add = (file: Located<string>, group: Located<string> | undefined): void => {
    const { path: named, extras: bracketed } = splitPathExtras(file.value)
    if (!isPylockFile(named)) return
    const location = locate(named, { cwd: world.cwd })
    const known = locks.get(location) ?? { location, extras: [], groups: [], withDefaultGroups: false, asked: file.origin }
    locks.set(location, {
      ...known,
      extras: [...known.extras, ...located(bracketed, file), ...(group === undefined ? extras : [])],
      groups: group === undefined ? known.groups : [...known.groups, group],
      withDefaultGroups: known.withDefaultGroups || group === undefined,
    })
  }
  for (const file of requirementFiles) add(file, undefined)
  for (const { value, origin } of groups) add({ value: value.path, origin }, { value: value.group, origin })
  return locks
}

function located(names: string | undefined, { origin }: Located<string>): readonly Located<string>[] {
  return names === undefined ? [] : splitNames(names).map((value) => ({ value, origin }))
}

/** Who asks for hashes by name gets them for what locks name too. */
function withoutLeave({ needsNoHash: _, ...requirement }: UserRequirement): UserRequirement {
  return requirement
}

/** @throws UserError `usage`: both `--require-hashes` and `--no-require-hashes`. */
function decideHashes({ requireHashes, noRequireHashes, anyHash }: Reading): boolean {
  if (requireHashes && noRequireHashes) throw new UserError('usage', '--require-hashes and --no-require-hashes exclude each other')
  return requireHashes || (anyHash && !noRequireHashes)
}

function readBuild({ values }: InstallOptions): Omit<BuildSettings, 'constraints'> {
  return {
    isolation: values.flag('build-isolation') !== false,
    checkDependencies: values.flag('check-build-dependencies') === true,
    sourceFolder: values.text('src')?.value,
    timeoutMs: readBuildTimeout(values.number('build-timeout')?.value),
  }
}

/** An hour unless said otherwise; 0: no limit. */
function readBuildTimeout(seconds: number | undefined): number | undefined {
  return seconds === 0 ? undefined : (seconds ?? 3600) * 1000
}

/** Constraints of builds are read apart: what their files say of indexes and formats is not for the run. */
async function readBuildConstraints(options: InstallOptions, { world, readers, secrets, target, faults }: Reading): Promise<readonly UserRequirement[]> {
  const [first] = options.sources.buildConstraintFiles
  if (first === undefined) return []
  if (!readBuild(options).isolation) throw new UserError('usage', '--build-constraint cannot be used with --no-build-isolation', { origin: first.origin })
  const apart = { ...openReading(options, { world, readers, secrets, target }), faults }
  await eachFile(options.sources.buildConstraintFiles, { constraint: true }, apart)
  return apart.constraints
}

/** A source that is asked for and cannot be had is a fault, unless its marker says that it is not for this target. */
function noteMissing({ direct, marker, text, origin }: UserRequirement, reading: Reading): void {
  const problem = direct === undefined ? undefined : sourceProblem(direct, reading.world.cwd)
  if (problem === undefined) return
  if (marker !== undefined && (reading.target === undefined || !evaluateMarker(marker, reading.target.environment))) return
  reading.faults.push(new UserError('input-missing', `${text} cannot be installed: ${problem}`, { origin }))
}
