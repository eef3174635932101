import { UserError } from '../kernel/errors.ts'
import type { IndexRef } from '../index/types.ts'
import type { Failed, Stopped } from '../solver/types.ts'
import type { UserRequirement } from '../requests/types.ts'
import type { Knowledge } from './knowledge.ts'

export interface FailureFacts {
  readonly knowledge: Knowledge
  readonly places: readonly IndexRef[]
  readonly requirements: readonly UserRequirement[]
}

export function resolutionFailure(outcome: Failed | Stopped, _facts: FailureFacts): UserError {
  return new UserError('resolution-impossible', `no set of versions satisfies the requirements (${outcome.kind})`)
}
