import path from 'node:path'
import { UserError } from '../kernel/errors.ts'
import { isValidGroupFile } from './group-files.ts'
import { checkPreAlone } from './controls.ts'
import { readOwners } from './index-settings.ts'
import { foldSettings, type Effective } from './options/fold.ts'
import { refuseSettings } from './options/standing.ts'
import type { Setting } from './options/setting.ts'
import { badValue, checkSetting, readValues, type OptionValues } from './options/values.ts'
import { readPlacement, readRestriction, type Placement, type WheelRestriction } from './placement.ts'
import { readUploadedPriorTo } from './policy.ts'
import type { Located, RequestNotice, UserRequirement } from './types.ts'
import type { World } from './world.ts'

/** What to install, as the command line and configuration name it; nothing is read yet. */
export interface RequirementSources {
  readonly requirements: readonly Located<string>[]
  readonly requirementFiles: readonly Located<string>[]
  readonly constraintFiles: readonly Located<string>[]
  readonly buildConstraintFiles: readonly Located<string>[]
  readonly editables: readonly Located<string>[]
  readonly groups: readonly Located<{ readonly path: string; readonly group: string }>[]
  readonly extras: readonly Located<string>[]
  readonly scripts: readonly Located<string>[]
  /** `--config-settings`, for what the command line names; a key said more than once has a list. */
  readonly configSettings: UserRequirement['configSettings']
}

/** How the result is put in place. */
export interface InstallSettings {
  readonly dryRun: boolean
  /** `-` is standard output. */
  readonly reportFile: string | undefined
  readonly compile: boolean
  readonly warnScriptLocation: boolean
  readonly warnConflicts: boolean
  readonly strictRecord: boolean
  readonly fileConflicts: 'error' | 'warn'
  readonly allowOverwrite: readonly string[]
  readonly lockFile: string | undefined
}

/** How the run goes and what it says. */
export interface RunSettings {
  /** Undefined: as many as fit the machine. */
  readonly jobs: number | undefined
  /** `off`: nothing is kept. Undefined: the default folder. */
  readonly cacheDir: Located<string> | 'off' | undefined
  /** `-v` minus `-q`, −3 to 3. */
  readonly verbosity: number
  readonly color: boolean
  readonly progress: 'auto' | 'on' | 'off'
  readonly logFile: string | undefined
  readonly timingsFile: string | undefined
  readonly debugConfig: boolean
}

/** Which interpreter, and what it may be. */
export interface TargetSettings {
  readonly python: Located<string> | undefined
  /** A virtual environment to install into, created if absent. Absolute. */
  readonly venv: string | undefined
  readonly withPip: boolean
  readonly placement: Placement
  readonly restriction: WheelRestriction | undefined
  readonly breakSystemPackages: boolean
  readonly requireVirtualenv: boolean
  readonly warnRoot: boolean
}

/** Command line, variables and configuration files, merged and checked; the readers of files take it from here. */
export interface InstallOptions {
  readonly sources: RequirementSources
  readonly target: TargetSettings
  readonly install: InstallSettings
  readonly run: RunSettings
  /** The values that readers of requirements files go on from. */
  readonly values: OptionValues
  readonly effective: Effective
  readonly notices: readonly RequestNotice[]
}

/**
 * Merges what was configured with what was typed.
 * @param configured lowest precedence first, from `readPipConfig`.
 * @throws UserError `usage`, `config-syntax`: bad values and combinations; `input-unsupported`: options of pip that are refused by name.
 */
export function readInstallOptions(
  typed: { readonly settings: readonly Setting[]; readonly positionals: readonly string[] }, configured: readonly Setting[], world: World,
): InstallOptions {
  for (const setting of [...configured, ...typed.settings]) checkSetting(setting)
  const effective = foldSettings(configured, typed.settings)
  const values = readValues(effective, world.homeDir)
  const notices = refuseSettings(effective, values)
  checkPreAlone(values.flag('pre') === true, values.all('release-control'))
  checkOnlyDependencies(values)
  readOwners(values)
  readUploadedPriorTo(values.last('uploaded-prior-to'), 0)
  return {
    sources: readSources(values, typed.positionals),
    target: readTarget(values, world),
    install: readInstall(values),
    run: readRun(values, world),
    values,
    effective,
    notices,
  }
}

/** As pip (`check_only_deps_option_does_not_conflict`): whatever a file or group names would be left out as well. */
function checkOnlyDependencies(values: OptionValues): void {
  const setting = values.last('only-deps')
  if (setting === undefined || values.flag('only-deps') !== true) return
  if (values.flag('no-deps') === true) throw badValue(setting, 'cannot be combined with --no-deps')
  const other = (['requirement', 'requirements-from-script', 'group'] as const).find((field) => values.all(field).length > 0)
  if (other !== undefined) throw badValue(setting, `cannot be combined with --${other}: it is for requirements of the command line`)
}

function readSources(values: OptionValues, positionals: readonly string[]): RequirementSources {
  return {
    requirements: positionals.map((text) => ({ value: text, origin: { kind: 'argument', text } as const })),
    requirementFiles: values.texts('requirement'),
    constraintFiles: values.texts('constraint'),
    buildConstraintFiles: values.texts('build-constraint'),
    editables: values.texts('editable'),
    groups: values.all('group').map(readGroup),
    extras: values.names('extra'),
    scripts: values.texts('requirements-from-script'),
    configSettings: readConfigSettings(values.all('config-settings')),
  }
}

/** `[path:]group`; the path's file is a pyproject.toml or a pylock.toml (pip's `_handle_dependency_group`). */
function readGroup(setting: Setting): Located<{ path: string; group: string }> {
  const colon = setting.value.lastIndexOf(':')
  const value = colon === -1
    ? { path: 'pyproject.toml', group: setting.value }
    : { path: setting.value.slice(0, colon), group: setting.value.slice(colon + 1) }
  if (!isValidGroupFile(value.path)) throw badValue(setting, `reads pyproject.toml or pylock.toml files, not ${JSON.stringify(value.path)}`)
  return { value, origin: setting.origin }
}

function readConfigSettings(settings: readonly Setting[]): UserRequirement['configSettings'] {
  const read = new Map<string, string | readonly string[]>()
  for (const setting of settings) {
    const equals = setting.value.indexOf('=')
    if (equals === -1) throw badValue(setting, `needs KEY=VALUE, not ${JSON.stringify(setting.value)}`)
    const [key, value] = [setting.value.slice(0, equals), setting.value.slice(equals + 1)]
    const earlier = read.get(key)
    read.set(key, earlier === undefined ? value : [...(typeof earlier === 'string' ? [earlier] : earlier), value])
  }
  return Object.fromEntries(read)
}

function readTarget(values: OptionValues, world: World): TargetSettings {
  const venv = values.text('venv')
  const placement = readPlacement(values, world.cwd)
  if (venv !== undefined && placement.kind !== 'environment') {
    throw new UserError('usage', `--venv cannot be combined with --${placement.kind === 'folder' ? 'target' : placement.kind}`, { origin: venv.origin })
  }
  return {
    python: values.text('python'),
    venv: venv === undefined ? undefined : path.resolve(world.cwd, venv.value),
    withPip: values.flag('without-pip') !== true,
    placement,
    restriction: readRestriction(values),
    breakSystemPackages: values.flag('break-system-packages') === true,
    requireVirtualenv: values.flag('require-virtualenv') === true,
    warnRoot: values.text('root-user-action')?.value !== 'ignore',
  }
}

function readInstall(values: OptionValues): InstallSettings {
  return {
    dryRun: values.flag('dry-run') === true,
    reportFile: values.text('report')?.value,
    compile: values.last('compile')?.option.action !== 'clear' && values.flag('compile') === true,
    warnScriptLocation: values.flag('warn-script-location') !== false,
    warnConflicts: values.flag('warn-conflicts') !== false,
    strictRecord: values.flag('strict-record') === true,
    fileConflicts: values.text('file-conflicts')?.value === 'warn' ? 'warn' : 'error',
    allowOverwrite: values.names('allow-overwrite').map(({ value }) => value),
    lockFile: values.text('lock-out')?.value,
  }
}

function readRun(values: OptionValues, world: World): RunSettings {
  const debug = values.flag('debug') === true
  const verbosity = debug ? 2 : values.count('verbose') - values.count('quiet')
  return {
    jobs: readJobs(values.last('jobs')),
    cacheDir: readCacheDir(values, world),
    verbosity: Math.max(-3, Math.min(3, verbosity)),
    color: values.flag('no-color') !== true && (world.env['NO_COLOR'] ?? '') === '',
    progress: readProgress(values),
    logFile: values.text('log')?.value,
    timingsFile: values.text('timings')?.value,
    debugConfig: values.flag('debug-config') === true,
  }
}

function readJobs(setting: Setting | undefined): number | undefined {
  if (setting === undefined || setting.value === 'auto') return undefined
  const jobs = Number(setting.value)
  if (!/^\d+$/.test(setting.value) || jobs < 1) throw badValue(setting, `needs a number from 1, or auto, not ${JSON.stringify(setting.value)}`)
  return jobs
}

function readCacheDir(values: OptionValues, world: World): Located<string> | 'off' | undefined {
  if (values.last('cache-dir')?.option.action === 'clear') return 'off'
  const folder = values.text('cache-dir')
  return folder === undefined ? undefined : { value: path.resolve(world.cwd, folder.value), origin: folder.origin }
}

function readProgress(values: OptionValues): 'auto' | 'on' | 'off' {
  const said = values.text('progress')?.value
  if (said === 'on' || said === 'auto') return said
  return said === undefined ? 'auto' : 'off'
}
