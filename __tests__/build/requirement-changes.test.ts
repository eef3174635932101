import { expect, test } from '@jest/globals'
import { requirementChanges } from '../../src/build/requirement-changes.ts'
import { parseMetadata, type CoreMetadata } from '../../src/standards/metadata.ts'
import type { MarkerEnvironment } from '../../src/standards/markers.ts'

const linux: MarkerEnvironment = {
  os_name: 'posix', sys_platform: 'linux', platform_machine: 'x86_64', platform_python_implementation: 'CPython', platform_release: '6', platform_system: 'Linux',
  platform_version: '1', python_version: '3.11', python_full_version: '3.11.7', implementation_name: 'cpython', implementation_version: '3.11.7',
}

function metadata(...lines: string[]): CoreMetadata {
  const read = parseMetadata(['Metadata-Version: 2.1', 'Name: foo', 'Version: 1', ...lines].join('\n'))
  if (!read.ok) throw new Error(read.message)
  return read.value
}

const changes = (said: CoreMetadata, built: CoreMetadata): string[] => requirementChanges(said, built, linux)

test('spelling, order and markers that come to the same are no change', () => {
  const said = metadata('Requires-Dist: Bar_Baz>=1,<2', 'Requires-Dist: qux', 'Provides-Extra: x', 'Requires-Dist: dev; extra == "x"')
  const built = metadata('Requires-Dist: qux ; sys_platform != "win32"', 'Requires-Dist: bar-baz (<2,>=1)', 'Provides-Extra: X', 'Requires-Dist: dev ; (python_version > "3") and extra == \'x\'')
  expect(changes(said, built)).toEqual([])
})

test('requirements that came and went, and those of extras', () => {
  const said = metadata('Requires-Dist: a>=1', 'Requires-Dist: gone', 'Provides-Extra: x', 'Requires-Dist: dev; extra == "x"')
  const built = metadata('Requires-Dist: a>=2', 'Requires-Dist: b[c]>1', 'Provides-Extra: x')
  expect(changes(said, built)).toEqual(['+ a>=2', '+ b[c]>1', '- a>=1', '- gone', '- dev (extra x)'])
})

test('what does not hold for the target does not matter', () => {
  expect(changes(metadata(), metadata('Requires-Dist: winreg; sys_platform == "win32"'))).toEqual([])
})
