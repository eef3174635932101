import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { ODD_WHEELS, type OddWheel } from '../support/odd-wheels.ts'
import { stage } from '../support/staging.ts'
import { tempFolder } from '../support/temp.ts'

const folder = tempFolder()

async function outcomeOf({ spec, request, expected }: OddWheel): Promise<unknown> {
  const { staged, stageDir } = await stage(folder, spec, request)
  const paths = 'staged' in expected ? [...(expected.present ?? []), ...(expected.absent ?? [])] : []
  return { staged: true, warnings: staged.warnings, found: paths.filter((path) => existsSync(join(stageDir, path))) }
}

test.each(ODD_WHEELS.map((wheel) => [wheel.name, wheel] as const))('%s', async (_, wheel) => {
  const { expected } = wheel
  if ('refused' in expected) {
    await expect(outcomeOf(wheel)).rejects.toMatchObject({ code: expected.refused, message: expect.stringMatching(expected.because) })
    return
  }
  const warnings = expected.warns === undefined ? [] : expect.arrayContaining([expect.stringMatching(expected.warns)])
  expect(await outcomeOf(wheel)).toEqual({ staged: true, warnings, found: expected.present ?? [] })
})

test('what is refused for its form leaves no stage', async () => {
  const own = join(folder, 'form')
  mkdirSync(own)
  await expect(stage(own, { name: 'a', wheelVersion: '3.0' })).rejects.toMatchObject({ code: 'wheel-invalid' })
  const [inside = ''] = readdirSync(own)
  expect(readdirSync(join(own, inside))).toEqual(['a-1.0-py3-none-any.whl'])
})
