import { counted } from '../report/format.ts'
import type { InstallOutcome } from '../run/types.ts'
import type { PackageAction } from '../run/actions.ts'
import type { Paint } from './error-text.ts'

/** What a run did, one line a package, changes only; requirements that were satisfied already are counted. */
export function outcomeText(outcome: InstallOutcome, facts: { readonly dryRun: boolean; readonly elapsedMs: number; readonly style: Paint }): string {
  const changes = outcome.actions.filter((action) => action.kind === 'install')
  const kept = outcome.actions.length - changes.length
  const verb = facts.dryRun ? 'Would install' : 'Installed'
  if (outcome.actions.length === 0) return 'Nothing to do: no package is asked for, or none for this Python and platform'
  const seconds = (facts.elapsedMs / 1000).toFixed(facts.elapsedMs < 10_000 ? 2 : 1)
  const head = changes.length === 0 ? `Nothing to do: ${counted(kept, 'package')} already there` : `${verb} ${counted(changes.length, 'package')}${kept === 0 ? '' : `, kept ${kept}`}`
  const lines = changes.sort(byName).map((action) => changeLine(action, facts.style))
  return [`${head} in ${seconds} s`, ...lines].join('\n')
}

function changeLine(action: Extract<PackageAction, { kind: 'install' }>, style: Paint): string {
  const { item, replaces } = action
  const added = `${item.name} ${item.version.text}`
  if (replaces === undefined) return ` ${style.green('+')} ${added}`
  return replaces.version.text === item.version.text ? ` ${style.yellow('~')} ${added} (again)` : ` ${style.yellow('~')} ${item.name} ${replaces.version.text} → ${item.version.text}`
}

function byName(a: PackageAction, b: PackageAction): number {
  return a.item.name < b.item.name ? -1 : 1
}
