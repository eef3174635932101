/**
 * Platforms of Linux: `linux_*`, then manylinux by the version of glibc (PEP 600, with the older names of PEP 513, 571 and
 * 599), or musllinux by the version of musl (PEP 656); as `packaging._manylinux` and `_musllinux`.
 */
import type { ElfHeader, InterpreterFacts } from './interpreter-facts.ts'

const MANYLINUX_ARCHITECTURES: ReadonlySet<string> = new Set(['x86_64', 'aarch64', 'ppc64', 'ppc64le', 's390x', 'loongarch64', 'riscv64'])
const LEGACY_NAMES: Readonly<Record<string, string>> = { '2_17': 'manylinux2014', '2_12': 'manylinux2010', '2_5': 'manylinux1' }
// The last minor version of a major version of glibc that has ended. None has; packaging assumes this.
const LAST_MINOR = 50
const EM_386 = 3
const EM_ARM = 40
const ARM_ABI_MASK = 0xff000000
const ARM_ABI_VERSION_5 = 0x05000000
const ARM_ABI_FLOAT_HARD = 0x400

/** `platform` is sysconfig's, normalized. A 32-bit interpreter under a 64-bit kernel gets the 32-bit name. */
export function linuxPlatforms(platform: string, facts: InterpreterFacts): string[] {
  if (!platform.startsWith('linux_')) return [platform]
  const architectures = architecturesOf(platform.slice('linux_'.length), facts.pointerBits)
  return [
    ...architectures.map((architecture) => `linux_${architecture}`),
    ...manylinuxPlatforms(architectures, facts),
    ...musllinuxPlatforms(architectures, facts),
  ]
}

function architecturesOf(reported: string, pointerBits: number): string[] {
  const is32Bit = pointerBits === 32
  if (is32Bit && reported === 'x86_64') return ['i686']
  if (reported === 'armv8l' || (is32Bit && reported === 'aarch64')) return ['armv8l', 'armv7l']
  return [reported]
}

function manylinuxPlatforms(architectures: readonly string[], facts: InterpreterFacts): string[] {
  const glibc = facts.libc?.name === 'glibc' ? majorMinor(facts.libc.version) : undefined
  if (glibc === undefined || !hasManylinuxAbi(architectures, facts.executable)) return []
  const oldestMinor = architectures.includes('x86_64') || architectures.includes('i686') ? 5 : 17
  const refused = new Set(facts.manylinuxRefused)
  return architectures.flatMap((architecture) =>
    glibcVersions(glibc, oldestMinor)
      .filter((version) => !refused.has(`manylinux_${version}_${architecture}`))
      .flatMap((version) => {
        const legacy = LEGACY_NAMES[version]
        return [`manylinux_${version}_${architecture}`, ...(legacy === undefined ? [] : [`${legacy}_${architecture}`])]
      }),
  )
}

/** `2_36`, `2_35`, … down to the oldest that manylinux knows. */
function glibcVersions([major, minor]: readonly [number, number], oldestMinorOf2: number): string[] {
  const versions: string[] = []
  for (let at = major; at >= 2; at -= 1) {
    const oldest = at === 2 ? oldestMinorOf2 : 0
    for (let below = at === major ? minor : LAST_MINOR; below >= oldest; below -= 1) versions.push(`${at}_${below}`)
  }
  return versions
}

/** manylinux wheels for 32-bit ARM need the hard-float ABI, and those for i686 a 32-bit interpreter: the executable tells. */
function hasManylinuxAbi(architectures: readonly string[], elf: ElfHeader | undefined): boolean {
  const is32Bit = elf?.class === 1 && elf.data === 1
  if (architectures.includes('armv7l')) {
    return is32Bit && elf.machine === EM_ARM && (elf.flags & ARM_ABI_MASK) === ARM_ABI_VERSION_5 && (elf.flags & ARM_ABI_FLOAT_HARD) !== 0
  }
  if (architectures.includes('i686')) return is32Bit && elf.machine === EM_386
  return architectures.some((architecture) => MANYLINUX_ARCHITECTURES.has(architecture))
}

function musllinuxPlatforms(architectures: readonly string[], facts: InterpreterFacts): string[] {
  const musl = facts.libc?.name === 'musl' ? majorMinor(facts.libc.version) : undefined
  if (musl === undefined) return []
  const [major, minor] = musl
  return architectures.flatMap((architecture) =>
    Array.from({ length: minor + 1 }, (_, below) => `musllinux_${major}_${minor - below}_${architecture}`),
  )
}

/** The first two numbers; what follows them (`2.20-2014.11`) does not matter. */
function majorMinor(version: string): readonly [number, number] | undefined {
  const match = /^([0-9]+)\.([0-9]+)/.exec(version)
  return match === null ? undefined : [Number(match[1]), Number(match[2])]
}
