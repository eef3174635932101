import { isUserError, UserError, type UserErrorDetails } from '../kernel/errors.ts'
import type { ErrorCode } from '../kernel/error-codes.ts'
import type { Origin } from '../kernel/origin.ts'
import type { Parsed } from '../kernel/parsed.ts'
import { parseRequirementsFile, type RequirementsFault, type RequirementsLine } from '../standards/requirements-file.ts'
import { readEditableText } from './editable-text.ts'
import { locate, readLocation, type FileLocation } from './locations.ts'
import { applyBesideNested, applyOptionLine, applyRequirementOptions, lineSettings, originAt } from './option-lines.ts'
import type { Setting } from './options/setting.ts'
import { longNames, REMOVED_OPTIONS } from './options/table.ts'
import { displayPath, notice, noteFault, type Reading } from './reading.ts'
import { requirementHint } from './requirement-hint.ts'
import { readRequirementText, type RequirementParts } from './requirement-text.ts'
import { registerCredentials, registerVariables } from './secrets.ts'
import type { UserRequirement } from './types.ts'

/** How a file came to be read. */
interface FileVisit {
  readonly location: FileLocation
  readonly constraint: boolean
  /** Who named it, for errors. */
  readonly asked: Origin
  /** The files that led here, this one's parents first to last. */
  readonly trail: readonly FileLocation[]
}

/**
 * Reads a requirements or constraints file and what it names, in order, adding to `reading`. Problems are gathered there, all of
 * them; a file that cannot be read is one.
 */
export async function readRequirementsFile(location: FileLocation, { constraint, asked }: { constraint: boolean; asked: Origin }, reading: Reading): Promise<void> {
  await visit({ location, constraint, asked, trail: [] }, reading)
}

async function visit(file: FileVisit, reading: Reading): Promise<void> {
  const text = await readOrNote(file, reading)
  if (text === undefined) return
  if (/\.toml$/i.test(file.location) && /^\s*\[|^[\w-]+\s*=\s*["'[{]/m.test(text)) {
    return noteFault(reading, new UserError('requirements-file-syntax', `${displayPath(file.location, reading.world.cwd)} is a TOML file, not a list of requirements`, {
      origin: file.asked, hint: 'a lock is named pylock.toml or pylock.NAME.toml, a project pyproject.toml',
    }))
  }
  const { lines, faults, expanded } = parseRequirementsFile(text, reading.world.env)
  registerVariables(expanded, text, reading.secrets)
  const inOrder = [...lines.map((line) => ({ line, at: line.line })), ...faults.map((fault) => ({ fault, at: fault.place.line }))].sort((a, b) => a.at - b.at)
  for (const item of inOrder) {
    if ('fault' in item) noteFault(reading, lineFault(item.fault, file, reading))
    else await takeLine(item.line, file, reading)
  }
}

async function readOrNote(file: FileVisit, reading: Reading): Promise<string | undefined> {
  try {
    return await readLocation(file.location, file.constraint ? 'constraints file' : 'requirements file', file.asked, reading)
  } catch (error) {
    if (!isUserError(error)) throw error
    noteFault(reading, error)
    return undefined
  }
}

/** A line that pip's grammar refuses; options that exist elsewhere, or once existed, are named as such. */
function lineFault({ place, message }: RequirementsFault, { location }: FileVisit, reading: Reading): UserError {
  const origin: Origin = { kind: 'file', path: displayPath(location, reading.world.cwd), ...place }
  const unknown = /^no such option: --(?<name>[\w-]+)$/.exec(message)?.groups?.['name'] ?? ''
  const removed = REMOVED_OPTIONS.get(unknown)
  if (removed !== undefined) return new UserError('input-unsupported', `--${unknown} is an option that pip no longer has: ${removed}`, { origin })
  const hint = longNames('command-line').has(unknown) ? { hint: 'this option belongs on the command line, or in the configuration' } : {}
  return new UserError('requirements-file-syntax', message, { origin, ...hint })
}

async function takeLine(line: RequirementsLine, file: FileVisit, reading: Reading): Promise<void> {
  const settings = lineSettings(line, file.location, reading)
  if (line.ignoredWords.length > 0) {
    const origin = originAt(line, 0, file.location, reading)
    notice(reading, 'warning', `${JSON.stringify(line.ignoredWords.join(' '))} is ignored, as pip does: it belongs to no option`, origin)
  }
  if (line.kind === 'requirement') {
    takeRequirement(line, file, reading)
    applyRequirementOptions(settings, line, reading)
    return
  }
  const nested = settings.find(({ option }) => option.long[0] === 'requirement') ?? settings.find(({ option }) => option.long[0] === 'constraint')
  if (nested === undefined) applyOptionLine(settings, file.location, reading)
  else {
    applyBesideNested(settings, nested, reading)
    await takeNested(nested, file, reading)
  }
}

async function takeNested(nested: Setting, file: FileVisit, reading: Reading): Promise<void> {
  const location = locate(nested.value, { cwd: reading.world.cwd, parent: file.location })
  const trail = [...file.trail, file.location]
  if (trail.includes(location)) {
    const chain = [...trail.slice(trail.indexOf(location)), location].map((step) => displayPath(step, reading.world.cwd)).join(' → ')
    noteFault(reading, new UserError('requirements-file-syntax', `this file includes itself: ${chain}`, { origin: nested.origin }))
    return
  }
  await visit({ location, constraint: nested.option.long[0] === 'constraint', asked: nested.origin, trail }, reading)
}

function takeRequirement(line: RequirementsLine & { kind: 'requirement' }, file: FileVisit, reading: Reading): void {
  const at = (offset: number): Origin => originAt(line, line.offset + offset, file.location, reading)
  const parts = line.editable ? readEditableText(line.text, reading.world.cwd) : readRequirementText(line.text, reading.world.cwd)
  addRequirement({ text: line.text, parts, options: line.options, at, constraint: file.constraint, editable: line.editable }, reading)
}

/** A requirement that was read, or what is wrong with it, with all that is known beside its text. */
export interface ReadRequirement {
  readonly text: string
  readonly parts: Parsed<RequirementParts>
  readonly options: Pick<UserRequirement, 'hashes' | 'configSettings'>
  /** Where a character of `text` stands. */
  readonly at: (offset: number) => Origin
  readonly constraint: boolean
  readonly editable: boolean
}

/** Adds a requirement or a constraint, or notes why it is none. */
export function addRequirement({ text, parts, options, at, constraint, editable }: ReadRequirement, reading: Reading): void {
  registerCredentials(text, reading.secrets)
  if (!parts.ok) {
    const origin = at(parts.offset)
    const hint = requirementHint({ text, offset: parts.offset, inFile: origin.kind === 'file', cwd: reading.world.cwd })
    fault(reading, 'requirement-syntax', parts.message, { origin, ...(hint === undefined ? {} : { hint }) })
    return
  }
  const { warning, ...facts } = parts.value
  const requirement: UserRequirement = { ...facts, hashes: [...options.hashes, ...facts.hashes], configSettings: options.configSettings, origin: at(0), text }
  if (warning !== undefined) notice(reading, 'warning', warning, requirement.origin)
  reading.anyHash ||= options.hashes.length > 0
  const problem = constraint ? constraintProblem(requirement, editable) : undefined
  if (problem !== undefined) fault(reading, 'constraint-form', problem, { origin: requirement.origin, hint: 'write it as a requirement, or as name and versions alone' })
  else if (constraint) reading.constraints.push(requirement)
  else reading.requirements.push(requirement)
}

/** What pip does not allow in a constraint (`check_invalid_constraint_type`). */
function constraintProblem({ name, extras }: UserRequirement, editable: boolean): string | undefined {
  if (editable) return 'editable requirements are not allowed as constraints'
  if (name === undefined) return 'requirements without a name are not allowed as constraints'
  return extras.length > 0 ? 'constraints cannot have extras' : undefined
}

function fault(reading: Reading, code: ErrorCode, message: string, details: UserErrorDetails): void {
  noteFault(reading, new UserError(code, message, details))
}
