import type { Derivation, DerivedStatement, Statement, StatementTerm } from './derivation.ts'

/**
 * The derivation as it is told: steps that only say that an extra is its project, or that what is supposed is so, are left
 * out, and what they led to takes the place of what they came from. `conclusion`: the terms the telling is to end with.
 */
export function outline(derivation: Derivation, conclusion: readonly StatementTerm[]): Statement {
  const told = new Map<Statement, Statement>()
  const rest = [derivation.conclusion]
  for (let statement = rest.at(-1); statement !== undefined; statement = rest.at(-1)) {
    if ('fact' in statement || told.has(statement)) {
      told.set(statement, told.get(statement) ?? statement)
      rest.pop()
      continue
    }
    const untold = statement.because.filter((cause) => !told.has(cause))
    if (untold.length > 0) {
      rest.push(...untold)
      continue
    }
    told.set(statement, toldAs(statement, told))
    rest.pop()
  }
  const last = told.get(derivation.conclusion)!
  return 'fact' in last ? last : { ...last, terms: conclusion }
}

function toldAs(statement: DerivedStatement, told: ReadonlyMap<Statement, Statement>): Statement {
  const [left, right] = statement.because
  const leftTold = told.get(left)!
  const rightTold = told.get(right)!
  if (isUntold(leftTold)) return renamed(rightTold, statement)
  if (isUntold(rightTold)) return renamed(leftTold, statement)
  return { terms: statement.terms, because: [leftTold, rightTold] }
}

function isUntold(statement: Statement): boolean {
  return 'fact' in statement && (statement.fact.kind === 'proxy' || statement.fact.kind === 'assumed')
}

/** A fact keeps its own words; a derived statement says what it says after the step that is left out. */
function renamed(statement: Statement, after: DerivedStatement): Statement {
  return 'fact' in statement ? statement : { terms: after.terms, because: statement.because }
}
