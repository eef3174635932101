import { existsSync, globSync, statSync } from 'node:fs'
import path from 'node:path'
import { UserError } from '../kernel/errors.ts'
import type { ActionInputs } from './inputs.ts'

/** Folders that hold other people's requirement files. */
const SKIPPED = new Set(['node_modules', '.git', '.venv', 'venv', '.tox', '.nox', 'site-packages'])

/** `requirements` and `constraints` as files, in the order given; a pattern stands for what it matches, sorted. */
export interface RequirementFiles {
  readonly requirements: readonly string[]
  readonly constraints: readonly string[]
  /** The file that would have counted had nothing else been asked for: worth a word where it is there. */
  readonly passedOver?: string
}

export interface FileSearch {
  /** Absolute; paths and patterns are relative to it. */
  readonly cwd: string
  /** Something is asked for elsewhere (`packages`, `pip-args`), so that no file is needed. */
  readonly asksElsewhere: boolean
}

/**
 * Finds the files the inputs name. Without any, `requirements.txt` counts, or `pyproject.toml` where extras are asked for.
 * Throws `input-missing` for a pattern that matches nothing, `usage` when nothing is asked for at all. A plain name that does
 * not exist is left to the readers of requirements, which say where it was named.
 */
export function findRequirementFiles(inputs: Pick<ActionInputs, 'requirements' | 'constraints' | 'packages' | 'extras' | 'groups'>, search: FileSearch): RequirementFiles {
  const expand = (name: string, patterns: readonly string[]): string[] => [...new Set(patterns.flatMap((pattern) => expandPattern(name, pattern, search.cwd)))]
  const constraints = expand('constraints', inputs.constraints)
  const requirements = expand('requirements', inputs.requirements)
  if (requirements.length > 0) return { requirements, constraints }
  const byDefault = inputs.extras.length > 0 ? 'pyproject.toml' : 'requirements.txt'
  const asksOtherwise = inputs.packages.length > 0 || inputs.groups.length > 0 || search.asksElsewhere
  const isThere = existsSync(path.join(search.cwd, byDefault))
  if (asksOtherwise && inputs.extras.length === 0) return { requirements: [], constraints, ...(isThere ? { passedOver: byDefault } : {}) }
  if (isThere) return { requirements: [byDefault], constraints }
  if (inputs.extras.length > 0) throw new UserError('input-missing', `extras are asked for, and there is no pyproject.toml in ${search.cwd}`, { hint: 'name the file with the input requirements' })
  throw new UserError('usage', `there is nothing to install: no input names anything, and there is no requirements.txt in ${search.cwd}`, {
    hint: 'give requirements (files), packages, groups or extras; is the repository checked out before this step?',
  })
}

/** Files matched by a glob pattern, relative to `cwd`, sorted; for keys as well as for requirements. */
export function matchFiles(pattern: string, cwd: string): string[] {
  return globSync(pattern, { cwd, exclude: (entry) => SKIPPED.has(path.basename(entry)) }).filter((file) => statSync(path.resolve(cwd, file)).isFile()).sort()
}

function expandPattern(name: string, pattern: string, cwd: string): string[] {
  if (existsSync(path.resolve(cwd, pattern)) || !/[*?[\]{}]/.test(pattern)) return [pattern]
  // `pyproject.toml[dev]` names extras, it is no pattern.
  if (/\.toml\[[^\]/]*\]$/.test(pattern)) return [pattern]
  const found = matchFiles(pattern, cwd)
  if (found.length === 0) throw new UserError('input-missing', `${name}: no file matches ${pattern} in ${cwd}`)
  return found
}
