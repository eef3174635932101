import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parse } from 'yaml'

/** The parts of an action.yml that a runner acts on. */
export interface ActionFile {
  readonly name: string
  readonly inputs: Readonly<Record<string, { readonly required: boolean; readonly default: string | undefined; readonly deprecationMessage: string | undefined }>>
  readonly outputs: readonly string[]
  /** Absolute paths of the programs. */
  readonly runs: { readonly using: string; readonly main: string; readonly pre: string | undefined; readonly post: string | undefined; readonly postIf: string }
}

/** Contexts that expressions in defaults may name. */
export type Contexts = Readonly<Record<'github' | 'matrix' | 'strategy' | 'job' | 'runner', Readonly<Record<string, unknown>>>>

interface RawAction {
  name: string
  inputs?: Record<string, { required?: boolean; default?: unknown; deprecationMessage?: string } | null>
  outputs?: Record<string, unknown>
  runs: { using: string; main: string; pre?: string; post?: string; 'post-if'?: string }
}

export function readActionFile(path: string): ActionFile {
  const raw = parse(readFileSync(path, 'utf8')) as RawAction
  const beside = (file: string | undefined): string | undefined => (file === undefined ? undefined : join(dirname(path), file))
  const inputs = Object.entries(raw.inputs ?? {}).map(([name, input]) => [
    name,
    { required: input?.required ?? false, default: textOf(input?.default), deprecationMessage: input?.deprecationMessage },
  ] as const)
  return {
    name: raw.name,
    inputs: Object.fromEntries(inputs),
    outputs: Object.keys(raw.outputs ?? {}),
    runs: { using: raw.runs.using, main: join(dirname(path), raw.runs.main), pre: beside(raw.runs.pre), post: beside(raw.runs.post), postIf: raw.runs['post-if'] ?? 'always()' },
  }
}

/** `INPUT_*` variables: what `with:` gives, and the defaults for the rest. Unknown names throw: the runner would warn. */
export function inputVariables(action: ActionFile, given: Readonly<Record<string, string>>, contexts: Contexts): Record<string, string> {
  const unknown = Object.keys(given).filter((name) => !(name in action.inputs))
  if (unknown.length > 0) throw new Error(`${action.name} has no input ${unknown.join(', ')}`)
  const values = Object.entries(action.inputs).map(([name, input]) => [name, given[name] ?? expanded(input.default ?? '', contexts)] as const)
  return Object.fromEntries(values.map(([name, value]) => [inputVariable(name), value]))
}

export function inputVariable(name: string): string {
  return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`
}

/** Expands `${{ context.name }}` and `${{ toJSON(context) }}`, which is all that defaults need. */
function expanded(text: string, contexts: Contexts): string {
  return text.replace(/\$\{\{\s*(.*?)\s*\}\}/g, (_, expression: string) => {
    const json = /^toJSON\(\s*(\w+)\s*\)$/i.exec(expression)?.[1]
    if (json !== undefined) return JSON.stringify(contextOf(json, contexts), undefined, 2)
    const [, context, name] = /^(\w+)\.([\w-]+)$/.exec(expression) ?? []
    if (context === undefined || name === undefined) throw new Error(`expression not known here: ${expression}`)
    return textOf(contextOf(context, contexts)[name]) ?? ''
  })
}

function contextOf(name: string, contexts: Contexts): Readonly<Record<string, unknown>> {
  if (name in contexts) return contexts[name as keyof Contexts]
  throw new Error(`context not known in defaults: ${name}`)
}

function textOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined
  return typeof value === 'string' ? value : JSON.stringify(value)
}
