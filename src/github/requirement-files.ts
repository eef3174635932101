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

/** Where files are looked for, and whether there has to be one. */
export interface FileSearch {
  /** Absolute; paths and patterns are relative to it. */
  readonly cwd: string
  /** Something is asked for elsewhere (`packages`, `pip-args`), so that no file is needed. */
  readonly asksElsewhere: boolean
}

type FileInputs = Pick<ActionInputs, 'requirements' | 'constraints' | 'packages' | 'extras' | 'groups'>

/**
 * Finds the files the inputs name. Without any, `requirements.txt` counts, or `pyproject.toml` where extras are asked for.
 * Throws `input-missing` for a pattern that matches nothing, `usage` when nothing is asked for at all, or for what is no file by
 * its form. A plain name that does not exist is left to the readers of requirements, which say where it was named.
 */
export function findRequirementFiles(inputs: FileInputs, search: FileSearch): RequirementFiles {
  const { cwd } = search
  const constraints = expandAll('constraints', inputs.constraints, cwd)
  const requirements = expandAll('requirements', inputs.requirements, cwd)
  if (requirements.length > 0) return { requirements, constraints }
  const byDefault = inputs.extras.length > 0 ? 'pyproject.toml' : 'requirements.txt'
  const asksOtherwise = inputs.packages.length > 0 || inputs.groups.length > 0 || search.asksElsewhere
  const isThere = existsSync(path.join(cwd, byDefault))
  if (asksOtherwise && inputs.extras.length === 0) return { requirements: [], constraints, ...(isThere ? { passedOver: byDefault } : {}) }
  if (isThere) return { requirements: [byDefault], constraints }
  if (inputs.extras.length > 0) throw new UserError('input-missing', `extras are asked for, and there is no pyproject.toml in ${cwd}`, { hint: 'name the file with the input requirements' })
  throw nothingToInstall(cwd)
}

function nothingToInstall(cwd: string): UserError {
  const hint = existsSync(path.join(cwd, 'pyproject.toml'))
    ? 'there is a pyproject.toml: requirements: pyproject.toml installs what the project depends on, packages: . the project itself'
    : 'give requirements (files), packages, groups or extras; is the repository checked out before this step?'
  return new UserError('usage', `there is nothing to install: no input names anything, and there is no requirements.txt in ${cwd}`, { hint })
}

/**
 * Files matched by glob patterns, relative to `cwd`, sorted, each once; for keys as well as for requirements. A pattern that
 * begins with `!` takes away what it matches of what those before it have found.
 */
export function matchFiles(patterns: readonly string[], cwd: string): string[] {
  return gathered(patterns, cwd, (pattern) => filesOf(pattern, cwd)).sort()
}

/** What lines stand for, in their order, each file once and as it was named first. */
function gathered(lines: readonly string[], cwd: string, expand: (line: string) => readonly string[]): string[] {
  const found = new Map<string, string>()
  for (const line of lines) {
    if (line.startsWith('!')) for (const file of filesOf(line.slice(1), cwd)) found.delete(path.resolve(cwd, file))
    else for (const file of expand(line)) if (!found.has(path.resolve(cwd, file))) found.set(path.resolve(cwd, file), file)
  }
  return [...found.values()]
}

function filesOf(pattern: string, cwd: string): string[] {
  const isFile = (file: string): boolean => statSync(path.resolve(cwd, file), { throwIfNoEntry: false })?.isFile() === true
  return globSync(pattern, { cwd, exclude: (entry) => SKIPPED.has(path.basename(entry)) }).filter(isFile).map((file) => path.normalize(file))
}

/** In the order given, what a pattern stands for sorted. */
function expandAll(input: string, lines: readonly string[], cwd: string): string[] {
  const found = gathered(lines, cwd, (line) => expandPattern(input, line, cwd))
  if (lines.length > 0 && found.length === 0) throw new UserError('input-missing', `${input}: nothing is left of what the patterns match in ${cwd}`)
  return found
}

function expandPattern(input: string, line: string, cwd: string): string[] {
  if (existsSync(path.resolve(cwd, line))) return [line]
  if (!/[*?[\]{}]/.test(line)) {
    refuseForm(input, line, cwd)
    return [line]
  }
  // `pyproject.toml[dev]` names extras, it is no pattern.
  if (/\.toml\[[^\]/]*\]$/.test(line)) return [line]
  const found = matchFiles([line], cwd)
  if (found.length === 0) throw new UserError('input-missing', `${input}: no file matches ${line} in ${cwd}`, { hint: noMatchHint(line) })
  return found
}

function noMatchHint(line: string): string {
  // A list as JSON has it; a package with extras.
  if (/^\[\s*["'].*\]$/.test(line)) return 'write each file on a line of its own, without brackets or quotes'
  if (/^[\w.-]+\[[^\]]*\]\s*([=<>~!]=?.*)?$/.test(line)) return `to install the package of this name: packages: ${line}`
  return 'is the repository checked out before this step, and working-directory right?'
}

/** What is no file, and looks like something that belongs elsewhere or is written otherwise. */
function refuseForm(input: string, line: string, cwd: string): void {
  const wrong = (message: string, hint: string): never => {
    throw new UserError('usage', `${input}: ${message}`, { hint })
  }
  const isThere = (name: string): boolean => existsSync(path.resolve(cwd, name))
  if (/^-\s/.test(line)) wrong(`no list of YAML is expected: ${line}`, `write each file on a line of its own (${input}: |), without dashes`)
  if (/^-/.test(line)) wrong(`${line} is an option, and files are expected`, 'files are named alone, without -r; options belong into pip-args')
  const parts = line.split(/[\s,]+/).filter((part) => part !== '')
  if (parts.length > 1 && parts.some(isThere)) wrong(`${line} is read as one name`, 'write each file on a line of its own (requirements: |)')
  const unquoted = line.replace(/^(["'])(.*)\1$/, '$2')
  if (unquoted !== line && isThere(unquoted)) wrong(`there is no file ${line}`, `leave the quotes out: ${unquoted}`)
  const slashed = line.replaceAll('\\', '/')
  if (slashed !== line && isThere(slashed)) wrong(`there is no file ${line}`, `write it as ${slashed}: that is right on every platform`)
  if (/^[\w.-]+(\[[^\]]*\])?\s*([=<>~!]=?.*)?$/.test(line) && path.extname(line.replace(/[=<>~!].*$/, '')) === '' && !line.includes('/')) wrong(`there is no file ${line}`, `to install the package of this name: packages: ${line}`)
}
