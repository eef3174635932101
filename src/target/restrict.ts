import { tagsFor } from '../standards/tags.ts'
import type { Target } from './types.ts'

/** pip's `--platform`, `--python-version`, `--implementation` and `--abi`; empty or undefined: the interpreter's own. */
export interface TargetRestriction {
  readonly platforms: readonly string[]
  /** One to three numbers. */
  readonly pythonVersion: readonly number[] | undefined
  readonly implementation: string | undefined
  readonly abis: readonly string[]
}

/**
 * The same target, choosing files for another Python or platform: its tags, and the version that Requires-Python is compared with
 * (padded with zeros). Markers stay those of the interpreter, as in pip.
 */
export function restrictTarget(target: Target, { platforms, pythonVersion, implementation, abis }: TargetRestriction): Target {
  const overrides = {
    ...(pythonVersion === undefined ? {} : { pythonVersion: pythonVersion.slice(0, 2).join('') }),
    ...(implementation === undefined ? {} : { implementation }),
    ...(abis.length === 0 ? {} : { abis }),
    platforms,
  }
  const version = pythonVersion === undefined ? target.version : [...pythonVersion, 0, 0].slice(0, 3).join('.')
  return { ...target, version, tags: tagsFor(target.facts, overrides) }
}
