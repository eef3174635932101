import path from 'node:path'
import { UserError } from '../kernel/errors.ts'
import { readFormatControl } from './controls.ts'
import { badValue, type OptionValues } from './options/values.ts'

/** Where packages go: the environment itself, or one of pip's other places. Paths are absolute. */
export type Placement =
  /** `userFallback`: the user's site-packages may stand in where the environment cannot be written to (false: `--no-user`). */
  | { readonly kind: 'environment'; readonly root: string | undefined; readonly userFallback: boolean }
  /** `--target`: one plain folder. What is there already is left, with a warning, unless `--upgrade` has it replaced. */
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'prefix'; readonly path: string; readonly root: string | undefined }
  | { readonly kind: 'user'; readonly root: string | undefined }

/** Wheels for another Python or platform than the target's (`--platform`, `--python-version`, `--implementation`, `--abi`). */
export interface WheelRestriction {
  /** Empty: those of the interpreter. */
  readonly platforms: readonly string[]
  /** One to three numbers. */
  readonly pythonVersion: readonly number[] | undefined
  readonly implementation: string | undefined
  readonly abis: readonly string[]
}

/** @throws UserError `usage`: combinations that pip refuses too. */
export function readPlacement(values: OptionValues, cwd: string): Placement {
  const folder = values.text('target')
  const prefix = values.text('prefix')
  const user = values.flag('user') === true
  const rootText = values.text('root')
  const root = rootText === undefined ? undefined : path.resolve(cwd, rootText.value)
  if (user && folder !== undefined) throw new UserError('usage', '--user and --target cannot be combined', { origin: folder.origin })
  if (user && prefix !== undefined) throw new UserError('usage', '--user and --prefix cannot be combined: they name different places', { origin: prefix.origin })
  if (folder !== undefined && prefix !== undefined) throw new UserError('usage', '--target and --prefix cannot be combined', { origin: folder.origin })
  if (folder !== undefined && rootText !== undefined) throw new UserError('usage', '--target and --root cannot be combined', { origin: folder.origin })
  if (folder !== undefined) return { kind: 'folder', path: path.resolve(cwd, folder.value) }
  // Below a root a relative prefix starts at the root.
  if (prefix !== undefined) return { kind: 'prefix', path: path.resolve(root === undefined ? cwd : path.parse(cwd).root, prefix.value), root }
  return user ? { kind: 'user', root } : { kind: 'environment', root, userFallback: values.flag('user') !== false }
}

/**
 * The restriction, when one was asked for (pip's `check_dist_restriction`).
 * @throws UserError `usage`: a malformed version; source distributions not ruled out; neither `--target` nor `--dry-run`.
 */
export function readRestriction(values: OptionValues): WheelRestriction | undefined {
  const fields = ['platform', 'python-version', 'implementation', 'abi'] as const
  const [said] = fields.flatMap((field) => values.all(field))
  if (said === undefined) return undefined
  const { noBinary, onlyBinary } = readFormatControl(values.all('format-control'))
  const wheelsOnly = onlyBinary.all && !noBinary.all && noBinary.names.length === 0 && onlyBinary.names.length === 0
  if (!wheelsOnly && values.flag('no-deps') !== true) throw badValue(said, 'needs --only-binary :all: or --no-deps: sources cannot be built for another Python or platform')
  if (values.text('target') === undefined && values.flag('dry-run') !== true) throw badValue(said, 'needs --target or --dry-run')
  return {
    platforms: values.texts('platform').map(({ value }) => value),
    pythonVersion: readPythonVersion(values),
    implementation: values.text('implementation')?.value,
    abis: values.texts('abi').map(({ value }) => value),
  }
}

/** `3`, `3.7`, `3.7.3`, `37` (pip's `_convert_python_version`); `''` counts as not said. */
function readPythonVersion(values: OptionValues): readonly number[] | undefined {
  const setting = values.last('python-version')
  if (setting === undefined || setting.value === '') return undefined
  const parts = setting.value.split('.')
  if (parts.length > 3) throw badValue(setting, `cannot be ${JSON.stringify(setting.value)}: at most three parts are allowed`)
  const [only = ''] = parts
  const pieces = parts.length === 1 && only.length > 1 ? [only.slice(0, 1), only.slice(1)] : parts
  if (!pieces.every((piece) => /^\d+$/.test(piece))) throw badValue(setting, `cannot be ${JSON.stringify(setting.value)}: each part must be a whole number`)
  return pieces.map(Number)
}
