import { expect, test } from '@jest/globals'
import { patiently } from '../../src/store/rename.ts'

/** How often something that is held for its first times is tried, and whether it came to pass. */
function tried(times: number, code: string, platform: NodeJS.Platform): [tries: number, isDone: boolean] {
  let tries = 0
  try {
    patiently(() => {
      tries += 1
      if (tries <= times) throw Object.assign(new Error(code), { code })
    }, platform)
    return [tries, true]
  } catch (error) {
    expect(error).toMatchObject({ code })
    return [tries, false]
  }
}

test('what somebody has open for a moment is waited for on Windows alone', () => {
  expect(tried(2, 'EPERM', 'win32')).toEqual([3, true])
  expect(tried(1, 'EBUSY', 'win32')).toEqual([2, true])
  expect(tried(1, 'EACCES', 'linux')).toEqual([1, false])
})

test('other faults, and what is held for good, are thrown', () => {
  expect(tried(1, 'ENOENT', 'win32')).toEqual([1, false])
  expect(tried(99, 'EACCES', 'win32')).toEqual([9, false])
})
