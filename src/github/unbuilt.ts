import { UserError } from '../kernel/errors.ts'
import type { ActionInputs } from './inputs.ts'

/** Refuses inputs whose part does not exist, rather than ignoring them. */
export function refuseUnbuilt(inputs: ActionInputs): void {
  const asked = [
    inputs.compare === 'serial' || inputs.compare === 'pip' ? `compare: ${inputs.compare}` : '',
    inputs.trace ? 'trace: true' : '',
    inputs.cacheBudgetMb === undefined ? '' : 'cache-budget-mb',
  ].filter((text) => text !== '')
  if (asked.length === 0) return
  throw new UserError('input-unsupported', `${asked.join(', ')}: this part of the action is not there yet`, { hint: 'leave it out' })
}
