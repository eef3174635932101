import { expect, test } from '@jest/globals'
import { withRequiresTxt } from '../../src/standards/requires-txt.ts'

const PKG_INFO = 'Name: old\nVersion: 1\n\nA description.\n'

test('sections are extras, markers, or both; comments and blanks do not count', () => {
  const text = '# made by hand\nlib >=1\n other \n\n[Fast_Mode]\nspeed[x]\n\n[:python_version<"3"]\nnever\n[fast-mode:sys_platform == "win32" or extra]\nboth\n[empty]\n'
  expect(withRequiresTxt(PKG_INFO, text).split('\n').slice(0, -5)).toEqual([
    'Requires-Dist: lib >=1', 'Requires-Dist: other', 'Requires-Dist: speed[x] ; extra == "fast-mode"', 'Requires-Dist: never ; python_version<"3"',
    'Requires-Dist: both ; (sys_platform == "win32" or extra) and extra == "fast-mode"', 'Provides-Extra: fast-mode',
  ])
})

test('what the metadata says itself wins, each field for itself', () => {
  expect(withRequiresTxt(`Requires-Dist: own\n${PKG_INFO}`, 'lib\n[x]\nmore\n')).toBe(`Provides-Extra: x\nRequires-Dist: own\n${PKG_INFO}`)
  expect(withRequiresTxt(`provides-extra: y\n${PKG_INFO}`, '[x]\nmore\n')).toBe(`Requires-Dist: more ; extra == "x"\nprovides-extra: y\n${PKG_INFO}`)
  expect(withRequiresTxt(PKG_INFO, '')).toBe(PKG_INFO)
})
