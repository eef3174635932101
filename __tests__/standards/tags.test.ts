import { expect, test } from '@jest/globals'
import { tagsFor } from '../../src/standards/tags.ts'
import { expandPlatforms } from '../../src/standards/tags-custom.ts'
import { pythonWith } from '../support/packaging/interpreters.ts'

/** The tags of an ABI, without their platforms. */
function abis(tags: readonly string[]): string[] {
  return [...new Set(tags.map((tag) => tag.split('-').slice(0, 2).join('-')))]
}

function platforms(tags: readonly string[]): string[] {
  return [...new Set(tags.map((tag) => tag.split('-')[2] ?? ''))]
}

const single = { system: 'Windows', platform: 'win-amd64', libc: undefined }

test('CPython takes its own ABI, the stable one, then pure wheels', () => {
  expect(tagsFor(pythonWith({ ...single, versionMinor: 4, versionNodot: '34' }))).toEqual([
    'cp34-cp34m-win_amd64', 'cp34-abi3-win_amd64', 'cp34-none-win_amd64', 'cp33-abi3-win_amd64', 'cp32-abi3-win_amd64',
    'py34-none-win_amd64', 'py3-none-win_amd64', 'py33-none-win_amd64', 'py32-none-win_amd64', 'py31-none-win_amd64', 'py30-none-win_amd64',
    'cp34-none-any', 'py34-none-any', 'py3-none-any', 'py33-none-any', 'py32-none-any', 'py31-none-any', 'py30-none-any',
  ])
})

test('free-threaded and debug builds have ABIs of their own', () => {
  const python = { ...single, versionMinor: 13, versionNodot: '313' }
  expect(abis(tagsFor(pythonWith(python))).slice(0, 3)).toEqual(['cp313-cp313', 'cp313-abi3', 'cp313-none'])
  expect(abis(tagsFor(pythonWith({ ...python, freeThreaded: true }))).slice(0, 3)).toEqual(['cp313-cp313t', 'cp313-abi3t', 'cp313-none'])
  expect(abis(tagsFor(pythonWith({ ...python, debug: true }))).slice(0, 3)).toEqual(['cp313-cp313d', 'cp313-cp313', 'cp313-abi3'])
  expect(abis(tagsFor(pythonWith({ ...python, debug: true, freeThreaded: true }))).slice(0, 2)).toEqual(['cp313-cp313td', 'cp313-cp313t'])
})

test('PyPy has no stable ABI', () => {
  const tags = tagsFor(pythonWith({ ...single, implementation: 'pypy', extensionSuffix: '.pypy311-pp73-win_amd64.pyd' }))
  expect(tags.slice(0, 3)).toEqual(['pp311-pypy311_pp73-win_amd64', 'pp311-none-win_amd64', 'py311-none-win_amd64'])
  expect(tags).toContain('pp311-none-any')
})

test('an interpreter without a usable EXT_SUFFIX is refused', () => {
  const broken = pythonWith({ implementation: 'pypy', extensionSuffix: 'so' })
  expect(() => tagsFor(broken)).toThrow(expect.objectContaining({ code: 'python-missing' }))
})

test('glibc decides how new a manylinux wheel may be, and old names stand beside their versions', () => {
  expect(platforms(tagsFor(pythonWith({ libc: { name: 'glibc', version: '2.18' } })))).toEqual([
    'linux_x86_64', 'manylinux_2_18_x86_64', 'manylinux_2_17_x86_64', 'manylinux2014_x86_64', 'manylinux_2_16_x86_64',
    'manylinux_2_15_x86_64', 'manylinux_2_14_x86_64', 'manylinux_2_13_x86_64', 'manylinux_2_12_x86_64', 'manylinux2010_x86_64',
    'manylinux_2_11_x86_64', 'manylinux_2_10_x86_64', 'manylinux_2_9_x86_64', 'manylinux_2_8_x86_64', 'manylinux_2_7_x86_64',
    'manylinux_2_6_x86_64', 'manylinux_2_5_x86_64', 'manylinux1_x86_64', 'any',
  ])
  expect(platforms(tagsFor(pythonWith({ libc: { name: 'glibc', version: '2.18' }, platform: 'linux-aarch64' })))).toEqual([
    'linux_aarch64', 'manylinux_2_18_aarch64', 'manylinux_2_17_aarch64', 'manylinux2014_aarch64', 'any',
  ])
})

test('musl takes musllinux wheels only', () => {
  expect(platforms(tagsFor(pythonWith({ libc: { name: 'musl', version: '1.2' } })))).toEqual([
    'linux_x86_64', 'musllinux_1_2_x86_64', 'musllinux_1_1_x86_64', 'musllinux_1_0_x86_64', 'any',
  ])
})

test('a 32-bit interpreter on a 64-bit kernel takes 32-bit wheels, if its executable says so', () => {
  const bits32 = { pointerBits: 32, libc: { name: 'glibc', version: '2.17' } as const }
  const arm = { class: 1, data: 1, machine: 40, flags: 0x05000400 }
  const intel = pythonWith({ ...bits32, executable: { class: 1, data: 1, machine: 3, flags: 0 } })
  expect(platforms(tagsFor(intel)).slice(0, 2)).toEqual(['linux_i686', 'manylinux_2_17_i686'])
  expect(platforms(tagsFor(pythonWith({ ...bits32, executable: undefined })))).toEqual(['linux_i686', 'any'])
  expect(platforms(tagsFor(pythonWith({ ...bits32, platform: 'linux-aarch64', executable: arm })))).toEqual([
    'linux_armv8l', 'linux_armv7l', 'manylinux_2_17_armv8l', 'manylinux2014_armv8l', 'manylinux_2_17_armv7l', 'manylinux2014_armv7l', 'any',
  ])
  const softFloat = pythonWith({ ...bits32, platform: 'linux-armv7l', executable: { ...arm, flags: 0x05000200 } })
  expect(platforms(tagsFor(softFloat))).toEqual(['linux_armv7l', 'any'])
})

test('macOS takes wheels for older systems, and several processors in one', () => {
  const mac = { system: 'Darwin', platform: 'macosx-11.0-arm64', libc: undefined, appleVersion: '12.6', appleMachine: 'arm64' }
  expect(platforms(tagsFor(pythonWith(mac))).slice(0, 6)).toEqual([
    'macosx_12_0_arm64', 'macosx_12_0_universal2', 'macosx_11_0_arm64', 'macosx_11_0_universal2',
    'macosx_10_16_universal2', 'macosx_10_15_universal2',
  ])
  expect(platforms(tagsFor(pythonWith({ ...mac, appleVersion: '10.15.7', appleMachine: 'x86_64' }))).slice(0, 6)).toEqual([
    'macosx_10_15_x86_64', 'macosx_10_15_intel', 'macosx_10_15_fat64', 'macosx_10_15_fat3',
    'macosx_10_15_universal2', 'macosx_10_15_universal',
  ])
})

// Answers of pip 26.3's _expand_allowed_platforms.
test.each([
  [
    ['macosx_10_5_ppc64'],
    ['macosx_10_5_ppc64', 'macosx_10_5_fat64', 'macosx_10_5_universal', 'macosx_10_4_ppc64', 'macosx_10_4_fat64', 'macosx_10_4_universal'],
  ],
  [
    ['macosxcustom_11_0_arm64'],
    [
      'macosxcustom_11_0_arm64', 'macosxcustom_11_0_universal2',
      ...Array.from({ length: 13 }, (_, below) => `macosxcustom_10_${16 - below}_universal2`),
    ],
  ],
  [['macosx'], ['macosx']],
  [['ios_12_1_arm64-iphoneos'], ['ios_12_1_arm64_iphoneos', 'ios_12_0_arm64_iphoneos']],
  [['android_17_arm64-v8a'], ['android_17_arm64_v8a', 'android_16_arm64_v8a']],
  [['manylinux2014_x86_64', 'manylinux2010_x86_64'], ['manylinux2014_x86_64', 'manylinux2010_x86_64', 'manylinux1_x86_64']],
  [['manylinux2014_aarch64'], ['manylinux2014_aarch64']],
  [['win32', 'any', 'win32'], ['win32', 'any']],
])('--platform %j stands for %j', (given, expanded) => {
  expect(expandPlatforms(given)).toEqual(expanded)
})

test('the command line may ask for another Python', () => {
  expect(tagsFor(pythonWith({}), { pythonVersion: '32', implementation: 'cp', abis: ['cp32m'], platforms: ['win32'] })).toEqual([
    'cp32-cp32m-win32', 'cp32-abi3-win32', 'cp32-none-win32', 'py32-none-win32', 'py3-none-win32', 'py31-none-win32', 'py30-none-win32',
    'cp32-none-any', 'py32-none-any', 'py3-none-any', 'py31-none-any', 'py30-none-any',
  ])
})
