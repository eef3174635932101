import fc from 'fast-check'
import type { InterpreterFacts, TagOverrides } from '../../../src/standards/tags.ts'

/** Facts of a CPython 3.11 on a common Linux; tests change what they are about. */
export const linuxPython: InterpreterFacts = {
  implementation: 'cpython', versionMajor: 3, versionMinor: 11, versionNodot: '311',
  extensionSuffix: '.cpython-311-x86_64-linux-gnu.so', debug: false, freeThreaded: false, pymalloc: true, wideUnicode: true,
  pointerBits: 64, system: 'Linux', platform: 'linux-x86_64', libc: { name: 'glibc', version: '2.36' },
  executable: { class: 2, data: 1, machine: 62, flags: 0 }, manylinuxRefused: [], appleVersion: undefined, appleMachine: undefined,
  androidApiLevel: undefined, emscriptenVersion: undefined,
}

export function pythonWith(changes: Partial<InterpreterFacts>): InterpreterFacts {
  return { ...linuxPython, ...changes }
}

const build = fc.record({
  version: fc.constantFrom([2, 7], [3, 1], [3, 2], [3, 6], [3, 7], [3, 8], [3, 11], [3, 13], [3, 15], [4, 0]),
  kind: fc.constantFrom(
    ['cpython', '.cpython-311-x86_64-linux-gnu.so'], ['cpython', '.cp311-win_amd64.pyd'], ['cpython', '.pyd'],
    ['pypy', '.pypy310-pp73-x86_64-linux-gnu.so'], ['graalpy', '.graalpy242-311-native-x86_64-linux.so'],
    ['pyston', '.pyston-23-x86_64-linux-gnu.so'],
    ['ironpython', '.pyd'], ['pypy', '..so'], ['other', '.cp310-win_amd64.pyd'], ['other', '.cpython-310d-darwin.so'],
  ),
  debug: fc.boolean(), freeThreaded: fc.boolean(), pymalloc: fc.boolean(), wideUnicode: fc.boolean(),
  nodot: fc.boolean(), pointerBits: fc.constantFrom(64, 64, 32),
})
const elf = fc.option(
  fc.record({
    class: fc.constantFrom(1, 2), data: fc.constantFrom(1, 1, 2), machine: fc.constantFrom(3, 40, 62, 183),
    flags: fc.constantFrom(0, 0x05000400, 0x05000200, 0x04000400),
  }),
  { nil: undefined },
)
const glibc = fc.constantFrom('2.36', '2.17', '2.4', '2.20-2014.11', '3.2', 'x').map((version) => ({ name: 'glibc', version }) as const)
const musl = fc.constantFrom('1.2', '2.0').map((version) => ({ name: 'musl', version }) as const)
const libc = fc.oneof(fc.constant(undefined), { arbitrary: glibc, weight: 6 }, { arbitrary: musl, weight: 2 })
const linux = fc.record({
  system: fc.constant('Linux'), libc, executable: elf,
  platform: fc.constantFrom(
    'linux-x86_64', 'linux-aarch64', 'linux-i686', 'linux-armv7l', 'linux-armv8l', 'linux-riscv64', 'linux-ppc64le', 'linux-mips',
    'other-x',
  ),
  manylinuxRefused: fc.subarray(['manylinux_2_17_x86_64', 'manylinux_2_5_i686', 'manylinux_2_30_aarch64']),
})
const mac = fc.record({
  system: fc.constant('Darwin'), platform: fc.constant('macosx-11.0-universal2'),
  appleVersion: fc.constantFrom('10.3', '10.4', '10.6.8', '10.15.7', '11.0', '11.7.1', '14.5', '26.1'),
  appleMachine: fc.constantFrom('x86_64', 'arm64', 'i386', 'ppc', 'ppc64', 'Power Macintosh'),
})
const host = fc.oneof(
  { arbitrary: linux, weight: 6 },
  { arbitrary: mac, weight: 3 },
  fc.record({
    system: fc.constant('iOS'), platform: fc.constant('ios-13.0-arm64-iphoneos'),
    appleVersion: fc.constantFrom('11.4', '12.0', '13.2', '17.5.1'),
    appleMachine: fc.constantFrom('arm64-iphoneos', 'x86_64-iphonesimulator'),
  }),
  fc.record({
    system: fc.constant('Android'), platform: fc.constantFrom('android-21-arm64_v8a', 'android-24-x86_64'),
    androidApiLevel: fc.constantFrom(15, 16, 21, 35),
  }),
  fc.record({ system: fc.constant('Windows'), platform: fc.constantFrom('win-amd64', 'win32', 'win-arm64', 'mingw_x86_64_ucrt') }),
  fc.record({ system: fc.constantFrom('FreeBSD', 'SunOS'), platform: fc.constantFrom('freebsd-13.2-RELEASE-amd64', 'solaris 2.11-i86pc') }),
  fc.record({
    system: fc.constant('Emscripten'), platform: fc.constant('emscripten-3.1.46-wasm32'),
    emscriptenVersion: fc.constantFrom(undefined, '2026_0'),
  }),
)

/** Interpreters of every kind on hosts of every kind, likely or not. */
export const anyInterpreter: fc.Arbitrary<InterpreterFacts> = fc.tuple(build, host).map(([{ version, kind, nodot, ...flags }, machine]) => {
  const [versionMajor = 3, versionMinor = 0] = version
  const [implementation = '', extensionSuffix = ''] = kind
  const versionNodot = nodot ? `${versionMajor}${versionMinor}` : undefined
  const known = Object.fromEntries(Object.entries(machine).filter(([, value]) => value !== undefined))
  return { ...linuxPython, libc: undefined, ...flags, versionMajor, versionMinor, implementation, extensionSuffix, versionNodot, ...known }
})

/** What pip's options may replace; platforms that pip does not expand. */
export const anyOverrides: fc.Arbitrary<TagOverrides> = fc.record(
  {
    pythonVersion: fc.constantFrom('3', '2', '311', '27', '313'),
    implementation: fc.constantFrom('cp', 'pp', 'py', 'jy'),
    abis: fc.constantFrom(['none'], ['cp311'], ['cp313t', 'abi3t'], ['cp313t'], ['abi3', 'cp39'], ['none', 'pypy310_pp73']),
    platforms: fc.constantFrom(['any'], ['win_amd64', 'linux_x86_64'], ['manylinux_2_17_x86_64']),
  },
  { requiredKeys: [] },
)
