import { describe, expect, test } from '@jest/globals'
import { sizeNotes, withinBudget, type ValuedWheel } from '../../src/actions-cache/budget.ts'

function wheel(name: string, sizeBytes: number, buildSeconds = 0): ValuedWheel {
  return { wheel: { kind: buildSeconds > 0 ? 'built' : 'published', id: name.repeat(64).slice(0, 64), filename: `${name}-1.whl`, sizeBytes }, buildSeconds }
}
const names = (wheels: readonly { filename: string }[]): string[] => wheels.map(({ filename }) => filename.split('-')[0] ?? '')
const size = (bytes: number): string => `${bytes / 1e6} MB`

describe('the budget of an entry', () => {
  const wheels = [wheel('big', 90e6), wheel('small', 1e6), wheel('built', 40e6, 60), wheel('middle', 30e6)]
  test('without one everything is kept', () => {
    expect(withinBudget(wheels, { budgetBytes: undefined, networkRate: undefined })).toEqual({ kept: wheels.map(({ wheel: one }) => one), leftOut: [] })
  })
  test('goes to what saves most seconds a byte: what was built, then small wheels; order is kept', () => {
    const { kept, leftOut } = withinBudget(wheels, { budgetBytes: 75e6, networkRate: 10_000 })
    expect([names(kept), names(leftOut)]).toEqual([['small', 'built', 'middle'], ['big']])
    expect(names(withinBudget(wheels, { budgetBytes: 42e6, networkRate: 10_000 }).kept)).toEqual(['small', 'built'])
    expect(withinBudget(wheels, { budgetBytes: 1, networkRate: undefined }).kept).toEqual([])
  })
  test('what is left out, and what makes an entry huge, is named', () => {
    expect(sizeNotes(withinBudget(wheels, { budgetBytes: 75e6, networkRate: undefined }), size)).toEqual(['cache-budget-mb leaves 1 of 4 wheels out of the entry: big-1.whl (90 MB)'])
    expect(sizeNotes(withinBudget([...wheels, wheel('torch', 2000e6)], { budgetBytes: undefined, networkRate: undefined }), size)).toEqual(['The entry holds 2161 MB, most of it torch-1.whl (2000 MB), big-1.whl (90 MB), built-1.whl (40 MB); cache-budget-mb limits it'])
  })
})
