import { createHash } from 'node:crypto'
import { isHashAlgorithm, type Hash } from '../kernel/hash.ts'
import type { Policy, RequirementSet, UserRequirement } from '../requests/types.ts'
import type { Resolution } from '../resolve/types.ts'
import type { MarkerEnvironment } from '../standards/markers.ts'
import { isProjectName, normalizeName, type NormalizedName } from '../standards/names.ts'
import { parseRequirement } from '../standards/requirements.ts'
import { integerAt, memberOf, misfit, reading, required, shapeOf, tableAt, tablesAt, textAt, textsAt, type Shape } from '../standards/shape.ts'
import type { Target } from '../target/types.ts'
import type { RunContext } from './context.ts'
import { questionOf } from './resolution-memo.ts'
import type { ResolutionQuestion } from './types.ts'

/**
 * A question as it travels to this leg's next job, to be asked there before the run that asks it. Whoever can write it chooses
 * what is looked up, and nothing else: no place to look at, no answer, no hash.
 */
export interface WrittenQuestion {
  readonly set: RequirementSet
  readonly policy: Policy
  readonly target: Pick<Target, 'version' | 'environment' | 'tags'>
  /** `placesMark` of the indexes that were asked: others are not to be asked for these names. */
  readonly places: string
  /** Projects whose pages were read for the answer. */
  readonly names: readonly NormalizedName[]
}

/** What a machine says by itself: where to look, and an interpreter. */
export interface OwnSettings extends Pick<ResolutionQuestion['requests'], 'indexes' | 'network'>, Pick<ResolutionQuestion, 'indexUrls'> {
  readonly target: Target
}

const FORMAT = 1
/** Some ten times what the tags of a target and a thousand requirements take. */
const MAX_LENGTH = 1 << 20

/** The question of a run as text; undefined for one whose answer is not kept either, or that text does not hold. */
export function writeQuestion(asked: ResolutionQuestion, { basis }: Pick<Resolution, 'basis'>, context: Pick<RunContext, 'version'>): string | undefined {
  const question = questionOf(asked, context)
  if (question === undefined || basis === undefined) return undefined
  const { requests: { set, policy, indexes, network }, environment: { target }, indexUrls } = asked
  // They may name folders of the checkout, which is not there when the question is asked again.
  if (indexes.findLinks.length > 0) return undefined
  const { version, environment, tags } = target
  const said = ({ text, hashes }: UserRequirement): Pick<UserRequirement, 'text' | 'hashes'> => ({ text, hashes })
  const names = [...new Set(basis.flatMap(({ name }) => name ?? []))].sort()
  const written = JSON.stringify({ format: FORMAT, requirements: set.requirements.map(said), constraints: set.constraints.map(said), policy, target: { version, environment, tags }, places: placesMark({ indexes, network, indexUrls }), names })
  const read = readQuestion(written)
  return read !== undefined && questionOf(asQuestion(read, { indexes, network, target, indexUrls }), context) === question ? written : undefined
}

/** Undefined for anything that is not a question as `writeQuestion` writes it. */
export function readQuestion(text: string): WrittenQuestion | undefined {
  if (text.length > MAX_LENGTH) return undefined
  const read = reading(() => questionIn(shapeOf(asJson(text))))
  return read.ok ? read.value : undefined
}

/** The question with all that it does not say. Nothing is installed. */
export function asQuestion({ set, policy, target }: WrittenQuestion, { indexes, network, target: own, indexUrls }: OwnSettings): ResolutionQuestion {
  return { requests: { set, policy, indexes, network, locked: [] }, environment: { target: { ...own, ...target }, installed: new Map() }, indexUrls }
}

/** Equal where the same indexes are asked in the same way. A digest: it travels, and indexes may have names that are nobody's business. */
export function placesMark({ indexes: { strategy, owners, findLinks }, network, indexUrls }: Omit<OwnSettings, 'target'>): string {
  return createHash('sha256').update(JSON.stringify([indexUrls, findLinks.map(({ value }) => value), strategy, owners.map(({ pattern, url }) => [pattern, url]), network.trustedHosts])).digest('hex')
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function questionIn(shape: Shape): WrittenQuestion {
  if (integerAt(shape, 'format') !== FORMAT) misfit('format', `expected ${FORMAT}`)
  const target = required(tableAt(shape, 'target'), shape, 'target')
  const environment = required(tableAt(target, 'environment'), target, 'environment')
  return {
    set: { requirements: requirementsAt(shape, 'requirements'), constraints: requirementsAt(shape, 'constraints') },
    // Another policy than the run's makes it another question.
    policy: required(tableAt(shape, 'policy'), shape, 'policy').members as unknown as Policy,
    target: {
      version: required(textAt(target, 'version'), target, 'version'),
      environment: Object.fromEntries(Object.keys(environment.members).map((name) => [name, required(textAt(environment, name), environment, name)])) as MarkerEnvironment,
      tags: required(textsAt(target, 'tags'), target, 'tags').map(({ value }) => value),
    },
    places: required(textAt(shape, 'places'), shape, 'places'),
    names: required(textsAt(shape, 'names'), shape, 'names').map(({ value, path }) => nameIn(value, path)),
  }
}

function nameIn(text: string, path: string): NormalizedName {
  const name = normalizeName(text)
  return isProjectName(text) && name === text ? name : misfit(path, 'expected the normalized name of a project')
}

/** Requirements are read from their text, as they were when they were asked. Paths and URLs are none that travel. */
function requirementsAt(shape: Shape, key: string): UserRequirement[] {
  return required(tablesAt(shape, key), shape, key).map((item) => {
    const text = required(textAt(item, 'text'), item, 'text')
    const requirement = parseRequirement(text)
    if (!requirement.ok || requirement.value.url !== undefined) return misfit(item.path, 'expected a requirement by name')
    const { name, extras, specifier, marker } = requirement.value
    return { name, extras, specifier, marker, direct: undefined, hashes: hashesIn(item), configSettings: {}, origin: { kind: 'argument', text }, text }
  })
}

function hashesIn(item: Shape): Hash[] {
  return required(tablesAt(item, 'hashes'), item, 'hashes').map((hash) => {
    const algorithm = required(textAt(hash, 'algorithm'), hash, 'algorithm')
    const hex = memberOf(hash, 'hex')
    return isHashAlgorithm(algorithm) && typeof hex === 'string' && /^[0-9a-f]+$/i.test(hex) ? { algorithm, hex } : misfit(hash.path, 'expected a hash')
  })
}
