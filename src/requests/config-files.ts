import { existsSync } from 'node:fs'
import path from 'node:path'
import type { World } from './world.ts'

/** Who a configuration file is for; also the order of precedence, lowest first. */
export type ConfigLevel = 'global' | 'user' | 'site' | 'env'

/** A configuration file that pip would read. */
export interface ConfigFile {
  readonly level: ConfigLevel
  readonly path: string
}

/** Where the interpreter that pip would run in lives: its `sys.prefix` holds the site file, its `sys.base_prefix` tells Homebrew's. */
export interface InterpreterHome {
  readonly prefix: string
  readonly basePrefix: string
}

/** Whose configuration is read, and how much of it. */
export interface ConfigFacts {
  /** Undefined while the interpreter is still to be found; its site file is then left out. */
  readonly home?: InterpreterHome
  /** `--isolated`: no variables, no files of the user's. */
  readonly isIsolated: boolean
}

const HOMEBREW_PYTHON = /^(?<prefix>.+)\/opt\/python[^/]*\/Frameworks\/Python\.framework(\/.*)?$/

/**
 * The files in which pip looks for its configuration, lowest precedence first, whether they exist or not
 * (pip's `configuration.py`, `appdirs.py` and platformdirs): global, user (legacy, then new), site, `PIP_CONFIG_FILE`.
 * `PIP_CONFIG_FILE` that exists takes the place of the user's files; as the null device it turns all files off.
 */
export function configFiles(world: World, { home, isIsolated }: ConfigFacts): readonly ConfigFile[] {
  const named = world.env['PIP_CONFIG_FILE']
  if (named === (world.platform === 'win32' ? 'nul' : '/dev/null')) return []
  const replaced = named !== undefined && named !== '' && existsSync(path.resolve(world.cwd, named))
  const files = (level: ConfigLevel, paths: readonly string[]): ConfigFile[] => paths.map((file) => ({ level, path: file }))
  return [
    ...files('global', globalFiles(world, home)),
    ...(isIsolated || replaced ? [] : files('user', userFiles(world))),
    ...(home === undefined ? [] : files('site', [path.join(home.prefix, basename(world))])),
    ...(replaced ? files('env', [named]) : []),
  ]
}

function globalFiles(world: World, home: InterpreterHome | undefined): readonly string[] {
  const inFolders = (folders: readonly string[]): string[] => folders.map((folder) => path.join(folder, 'pip', basename(world)))
  if (world.platform === 'win32') return inFolders([world.env['ALLUSERSPROFILE'] ?? world.env['ProgramData'] ?? 'C:\\ProgramData'])
  if (world.platform === 'darwin') {
    const listed = absoluteList(world.env['XDG_DATA_DIRS'])
    if (listed.length > 0) return inFolders(listed)
    const homebrew = HOMEBREW_PYTHON.exec(home?.basePrefix ?? '')?.groups?.['prefix']
    return inFolders([...(homebrew === undefined ? [] : [`${homebrew}/share`]), '/Library/Application Support'])
  }
  const listed = absoluteList(world.env['XDG_CONFIG_DIRS'])
  return [...inFolders(listed.length > 0 ? listed : ['/etc/xdg']), path.join('/etc', basename(world))]
}

function userFiles(world: World): readonly string[] {
  const { homeDir, platform } = world
  const legacy = path.join(homeDir, platform === 'win32' ? 'pip' : '.pip', basename(world))
  return [legacy, path.join(userFolder(world), basename(world))]
}

function userFolder({ env, homeDir, platform }: World): string {
  if (platform === 'win32') return path.join(env['APPDATA'] ?? path.join(homeDir, 'AppData', 'Roaming'), 'pip')
  if (platform === 'darwin') {
    const [data] = absoluteList(env['XDG_DATA_HOME'])
    const folder = path.join(data ?? path.join(homeDir, 'Library', 'Application Support'), 'pip')
    return existsSync(folder) ? folder : path.join(homeDir, '.config', 'pip')
  }
  const [config] = absoluteList(env['XDG_CONFIG_HOME'])
  return path.join(config ?? path.join(homeDir, '.config'), 'pip')
}

/** XDG: relative paths are to be ignored. */
function absoluteList(text: string | undefined): readonly string[] {
  return (text ?? '').split(path.delimiter).map((item) => item.trim()).filter((item) => path.isAbsolute(item))
}

function basename({ platform }: World): string {
  return platform === 'win32' ? 'pip.ini' : 'pip.conf'
}
