import { createHash } from 'node:crypto'

/** Of what an entry holds and how its key is made. Raised when entries of the old form are of no use. */
export const CACHE_FORMAT = 1
const PREFIX = 'parallel-pip'
/** The service refuses longer keys, and commas. */
const MAX_KEY_LENGTH = 512

/** What an entry depends on, in the order in which the facts stand in the key: what changes rarely comes first. */
const FACT_NAMES = ['format', 'os', 'arch', 'suffix', 'python', 'libc', 'inputs', 'resolution'] as const
/** One of the facts that a key is made of. */
export type FactName = (typeof FACT_NAMES)[number]

/** A fact with its value, as it stands in the key before it is made fit for one. */
export interface KeyFact {
  readonly name: FactName
  readonly value: string
}

/** Everything an entry depends on but the resolution, which is not known when it is looked for. */
export interface CacheIdentity {
  /** `linux`, `darwin`, `win32`. */
  readonly os: string
  readonly arch: string
  /** Chosen by the user to keep entries apart; empty: none. */
  readonly suffix: string
  /** Tag and ABI of the interpreter: `cp313`, `cp313t`, `pp311`. */
  readonly python: string
  /** `glibc`, `musl`, or `none` where the platform has no choice. */
  readonly libc: string
  /** `inputsHash` of what was asked. */
  readonly inputs: string
}

/** What to ask the service for, best first: entries of these inputs, then of this Python, then of this machine. */
export interface RestoreKeys {
  readonly primary: string
  readonly others: readonly string[]
}

/** Everything a key says, in its order; `resolution`: the hash of what the run used. */
export function keyFacts(identity: CacheIdentity, resolution: string): KeyFact[] {
  const values: Record<FactName, string> = { format: `v${CACHE_FORMAT}`, ...identity, resolution }
  return FACT_NAMES.map((name) => ({ name, value: values[name] }))
}

/** The key under which a run saves. Keys are compared without regard to case, so nothing in them depends on it. */
export function saveKey(identity: CacheIdentity, resolution: string): string {
  return keyUpTo(keyFacts(identity, resolution), 'resolution')
}

/** Each key ends where a fact ends, so that no prefix fits half a fact. */
export function restoreKeys(identity: CacheIdentity): RestoreKeys {
  const facts = keyFacts(identity, '')
  return { primary: keyUpTo(facts, 'inputs'), others: (['libc', 'suffix'] as const).map((name) => keyUpTo(facts, name)) }
}

/** What the keys of all entries begin with that a machine's runs may find, whatever their Python and inputs. */
export function machinePrefix({ os, arch, suffix }: Pick<CacheIdentity, 'os' | 'arch' | 'suffix'>): string {
  return keyUpTo(keyFacts({ os, arch, suffix, python: '', libc: '', inputs: '' }, ''), 'suffix')
}

const BESIDE = '-2'

/** For an entry that takes the place of a damaged one, whose key is taken for good: newer, and found by the same inputs. */
export function keyBeside(key: string): string {
  return `${key}${BESIDE}`
}

function keyUpTo(facts: readonly KeyFact[], last: FactName): string {
  const upTo = facts.slice(0, facts.findIndex(({ name }) => name === last) + 1)
  const text = upTo.map(({ value }) => segment(value)).join('/')
  return `${PREFIX}/${text}${last === 'resolution' ? '' : '/'}`
}

/** Free text as one segment of a key: no separators of ours, none of the service's. */
function segment(value: string): string {
  const plain = value === '' ? '-' : value.toLowerCase().replace(/[^a-z0-9._+-]/g, '_')
  return plain.length <= 64 ? plain : `${plain.slice(0, 40)}_${shortHash(value)}`
}

/** Which of our facts an entry found has otherwise, in key order; empty for the very key. Undefined: not a key of ours. */
export function factsMissed(found: string, identity: CacheIdentity, resolution: string): FactName[] | undefined {
  const plain = found.endsWith(BESIDE) ? found.slice(0, -BESIDE.length) : found
  const [prefix, ...values] = plain.toLowerCase().split('/')
  if (prefix !== PREFIX || values.length !== FACT_NAMES.length) return undefined
  return keyFacts(identity, resolution).filter((fact, at) => segment(fact.value) !== values[at]).map(({ name }) => name)
}

/** A hash for keys: 20 hexadecimal digits. */
export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 20)
}

/** As the service compares keys: without regard to case. */
export function sameKey(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}

/** Who a leg of a workflow is: what `pre` knows before anything is checked out. */
export interface LegFacts {
  readonly os: string
  readonly arch: string
  /** `.github/workflows/ci.yml` */
  readonly workflow: string
  readonly job: string
  /** The matrix values, as JSON text. */
  readonly leg: string
  /** Which use of the action in the job. */
  readonly step: string
  readonly suffix: string
}

/**
 * Pointers: small entries whose keys end with the save key of what a leg used last, so that `pre`, which knows neither Python
 * nor requirements, finds it with one look-up. They hold the question that the leg asked last.
 */
export function pointerPrefix(facts: LegFacts): string {
  const { os, arch, suffix, ...identity } = facts
  const leg = shortHash(JSON.stringify([identity.workflow, identity.job, identity.leg, identity.step]))
  return `${PREFIX}-leg/v${CACHE_FORMAT}/${segment(os)}/${segment(arch)}/${segment(suffix)}/${leg}/`
}

/** The pointer to a save key, with the question that comes with it; undefined when it would be too long for the service. */
export function pointerKey(facts: LegFacts, key: string, question?: string): string | undefined {
  const text = `${pointerPrefix(facts)}${question === undefined ? '' : `${shortHash(question)}/`}>${key}`
  return text.length <= MAX_KEY_LENGTH ? text : undefined
}

/** The save key that a pointer found points to. */
export function pointedKey(pointer: string): string | undefined {
  const at = pointer.indexOf('/>')
  return at === -1 ? undefined : pointer.slice(at + 2)
}
