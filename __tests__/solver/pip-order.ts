import { firstCandidate } from '../../src/solver/candidate-set.ts'
import type { PackageFacts, Strategy } from '../../src/solver/types.ts'
import type { Requirements } from './universe.ts'

const project = (name: string): string => name.replace(/\[.*/, '')

/** Operators of the requirements that pip would look at for this package: its own, and what its extras say of versions. */
function operatorsOn(facts: PackageFacts): readonly string[] {
  return facts.requirements
    .filter(({ dependency }) => dependency.package === facts.package || facts.base === undefined)
    .flatMap(({ dependency }) => dependency.text.slice(dependency.package.length).match(/[<>=!]+/g) ?? [])
}

/** Whether anybody asked for the package itself, as far as pip would have noticed by then. */
function isAskedFor(facts: PackageFacts): boolean {
  return facts.pinnedBy !== undefined || facts.requirements.some(({ dependency }) =>
    dependency.package === facts.package || (facts.base === undefined && dependency.text !== dependency.package))
}

/** pip's get_preference over the test universes: pinned, bounded above, the user's order, not free, by name. */
export function pipOrder(root: Requirements, repins: number): Strategy {
  const asked = Object.entries(root).flatMap(([name, range]) => (range === '*' ? [name] : [name, project(name)]))
  return {
    repins,
    candidate: (facts) => firstCandidate(facts.allowed),
    priority: (facts) => {
      const operators = operatorsOn(facts)
      const isPinned = operators.includes('==') || (facts.base === undefined && facts.pinnedBy !== undefined)
      const isBounded = operators.includes('<') || operators.includes('<=')
      const at = asked.indexOf(facts.package)
      return [
        isAskedFor(facts) ? 0 : 1, facts.inLastConflict ? 0 : 1, isPinned ? 0 : 1, isBounded ? 0 : 1,
        at === -1 ? asked.length : at, operators.length > 0 || isPinned ? 0 : 1, facts.package,
      ]
    },
  }
}
