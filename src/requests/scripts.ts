import { UserError } from '../kernel/errors.ts'
import type { Origin } from '../kernel/origin.ts'
import { parsed, type Parsed } from '../kernel/parsed.ts'
import { parseRequirement, type Requirement } from '../standards/requirements.ts'
import { scriptBlocks } from '../standards/script-block.ts'
import { fitting, parsedAt, reading as readingShape, textsAt } from '../standards/shape.ts'
import { parseSpecifierSet, type SpecifierSet } from '../standards/specifiers.ts'
import { parseToml } from '../standards/toml.ts'
import { locate, readLocation } from './locations.ts'
import { addFound } from './projects.ts'
import { displayPath, type Reading } from './reading.ts'
import type { Located } from './types.ts'

interface ScriptMetadata {
  readonly dependencies: readonly Requirement[]
  readonly requiresPython: SpecifierSet | undefined
}

/**
 * Reads the dependencies that a script declares inline (PEP 723), and the Python it needs.
 * @throws UserError `input-missing`; `requirements-file-syntax`: no such block, two of them, or one that cannot be read.
 */
export async function readScript(script: Located<string>, reading: Reading): Promise<void> {
  const location = locate(script.value, { cwd: reading.world.cwd })
  const text = (await readLocation(location, 'script', script.origin, reading)).replace(/\r\n?/g, '\n')
  const origin: Origin = { kind: 'file', path: displayPath(location, reading.world.cwd) }
  const blocks = scriptBlocks(text).filter(({ type }) => type === 'script')
  const [block, second] = blocks
  if (block === undefined || second !== undefined) {
    throw new UserError('requirements-file-syntax', second === undefined ? 'the script has no inline metadata (# /// script)' : 'the script has two blocks of inline metadata', { origin })
  }
  const metadata = readMetadata(block.content)
  if (!metadata.ok) throw new UserError('requirements-file-syntax', `the script's inline metadata cannot be read: ${metadata.message}`, { origin })
  const { dependencies, requiresPython } = metadata.value
  if (requiresPython !== undefined) reading.requiresPython.push({ specifier: requiresPython, source: displayPath(location, reading.world.cwd), origin })
  for (const requirement of dependencies) addFound(requirement, text, origin, reading)
}

function readMetadata(content: string): Parsed<ScriptMetadata> {
  const toml = parseToml(content)
  if (!toml.ok) return toml
  const shape = toml.value
  const read = readingShape(() => ({
    dependencies: (textsAt(shape, 'dependencies') ?? []).map(({ value, path }) => fitting(parseRequirement(value), path)),
    requiresPython: parsedAt(shape, 'requires-python', parseSpecifierSet),
  }))
  return read.ok ? parsed(read.value) : read
}
