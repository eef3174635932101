import { expect, test } from '@jest/globals'
import { UserError } from '../../src/kernel/errors.ts'
import { Interrupted } from '../../src/shell/interrupts.ts'
import { watchRun } from '../../src/shell/run-watch.ts'
import { engineContext } from '../support/engine.ts'

test.each([
  ['an error of the user', new UserError('no-candidate', 'nothing fits'), { code: 'no-candidate', message: 'nothing fits' }],
  ['a bug', new Error('odd'), { code: 'bug', message: 'odd' }],
])('given %s, the report names it', (_what, error, failure) => {
  expect(watchRun(engineContext()).report({ kind: 'failed', error }).facts).toMatchObject({ outcome: 'failed', failure })
})

test('given a signal, the report says so, whatever the run was doing', () => {
  const ending = new AbortController()
  const watch = watchRun({ ...engineContext(), signal: ending.signal })
  ending.abort(new Interrupted('SIGTERM'))
  for (const error of [ending.signal.reason, new UserError('build-failed', 'the backend was ended')]) {
    expect(watch.report({ kind: 'failed', error }).facts.failure).toEqual({ code: 'interrupted', message: 'terminated' })
  }
})
