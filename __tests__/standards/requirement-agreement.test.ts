import { expect, test } from '@jest/globals'
import type { Parsed } from '../../src/kernel/parsed.ts'
import { isUserError } from '../../src/kernel/errors.ts'
import { evaluateLockMarker, evaluateMarker, formatMarker, parseMarker, type MarkerEnvironment } from '../../src/standards/markers.ts'
import { parseRequirement } from '../../src/standards/requirements.ts'
import { expandWheelTags, parseWheelName } from '../../src/standards/wheel-name.ts'
import { expectAgreement, generate } from '../support/packaging/agreement.ts'
import { markerText, requirementText, wheelFilename } from '../support/packaging/arbitraries.ts'
import { askPackaging } from '../support/packaging/oracle.ts'

// Compared with PyPA's packaging, in one Python process: see support/packaging/oracle.py.
const linux: MarkerEnvironment = {
  implementation_name: 'cpython', implementation_version: '3.11.7', os_name: 'posix', platform_machine: 'x86_64',
  platform_python_implementation: 'CPython', platform_release: '5.15.0', platform_system: 'Linux',
  platform_version: '#1 SMP PREEMPT_DYNAMIC Debian 6.1', python_full_version: '3.11.7', python_version: '3.11', sys_platform: 'linux',
}
const environments: readonly MarkerEnvironment[] = [
  linux,
  {
    ...linux, python_full_version: '3.13.0rc1', python_version: '3.13', implementation_version: '3.13.0rc1',
    platform_release: '6.1.0-18-amd64',
  },
  { ...linux, python_full_version: '3.12.0+', python_version: '3.12', platform_release: '' },
  {
    ...linux, implementation_name: 'pypy', implementation_version: '7.3.15', os_name: 'nt', sys_platform: 'win32',
    platform_release: '10', python_version: '3.8',
  },
]
const selections = [[[], []], [['test'], ['foo-bar']], [['Foo_Bar', 'test'], ['test', 'Foo.Bar']]] as const
const markers = generate(markerText, 4000).map((text, index) =>
  [text, environments[index % environments.length] ?? linux, ...(selections[index % selections.length] ?? selections[0])] as const)
const requirements = generate(requirementText, 4000)
const wheels = generate(wheelFilename, 2000)

interface SyntaxError { error: string; offset: number | null }
type MarkerAnswer = SyntaxError | { text: string | null; metadata: boolean | 'undefined'; lock: boolean | 'undefined' }
type RequirementAnswer = SyntaxError | { name: string; extras: string[]; specifier: string; url: string | null; marker: string | null }
interface WheelAnswer { name: string; version: string; build: (number | string)[]; tags: string[] }
const answers = askPackaging<{ marker: MarkerAnswer[]; requirement: RequirementAnswer[]; wheel: (WheelAnswer | null)[] }>({
  marker: markers, requirement: requirements, wheel: wheels,
})

test('the generated cases are of all kinds', () => {
  const accepted = (list: readonly (object | null)[]): number => list.filter((answer) => answer !== null && !('error' in answer)).length
  for (const list of [answers.marker, answers.requirement, answers.wheel]) {
    expect(accepted(list)).toBeGreaterThan(list.length / 5)
    expect(list.length - accepted(list)).toBeGreaterThan(list.length / 10)
  }
  const values = answers.marker.flatMap((answer) => ('error' in answer ? [] : [answer.metadata, answer.lock]))
  for (const value of [true, false, 'undefined'] as const) expect(values.filter((one) => one === value).length).toBeGreaterThan(100)
})

test('markers are accepted, refused, printed and evaluated as packaging does', () => {
  expectAgreement(markers, ([text, environment, extras, groups]): MarkerAnswer => {
    const marker = parseMarker(text)
    if (!marker.ok) return syntaxError(marker)
    const [metadata, lock] = [
      evaluation(() => evaluateMarker(marker.value, environment, new Set(extras))),
      evaluation(() => evaluateLockMarker(marker.value, environment, { extras: new Set(extras), dependencyGroups: new Set(groups) })),
    ]
    return { text: formatMarker(marker.value), metadata, lock }
  }, answers.marker)
})

function evaluation(evaluate: () => boolean): boolean | 'undefined' {
  try {
    return evaluate()
  } catch (error) {
    if (isUserError(error) && error.code === 'requirement-syntax') return 'undefined'
    throw error
  }
}

test('requirements are accepted, refused and taken apart as packaging does', () => {
  expectAgreement(requirements, (text): RequirementAnswer => {
    const requirement = parseRequirement(text)
    if (!requirement.ok) return syntaxError(requirement)
    const { displayName, extras, specifier, url, marker } = requirement.value
    return {
      name: displayName, extras: [...extras], specifier: specifier.text, url: url ?? null,
      marker: marker === undefined ? null : formatMarker(marker),
    }
  }, answers.requirement)
})

/** Ours names brackets by themselves, and knows an offset where packaging has none (its specifiers carry no position). */
function syntaxError(failure: Extract<Parsed<unknown>, { ok: false }>): SyntaxError {
  const error = failure.message
    .replace('matching ) for (', 'matching RIGHT_PARENTHESIS for LEFT_PARENTHESIS')
    .replace('matching ] for [', 'matching RIGHT_BRACKET for LEFT_BRACKET')
  return error.startsWith('Invalid specifier') ? { error: error.replace(/': .*$/, "'"), offset: null } : { error, offset: failure.offset }
}

test('wheel names are accepted and taken apart as packaging does', () => {
  expectAgreement(wheels, (filename): WheelAnswer | null => {
    const wheel = parseWheelName(filename)
    if (wheel === undefined) return null
    return { name: wheel.name, version: wheel.version.text, build: [...(wheel.build ?? [])], tags: expandWheelTags(wheel).sort() }
  }, answers.wheel)
})
