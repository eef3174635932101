/**
 * Platforms of macOS: every version a binary may have been built for, newest first, and for each the formats that hold
 * code for this processor (`universal2`, `intel`, `fat64`, …); as `packaging.tags.mac_platforms`.
 */

/** A version of macOS or iOS, as far as tags name it. */
export type AppleVersion = readonly [major: number, minor: number]

/** `14.5.1` → [14, 5]; a missing number is 0. */
export function parseAppleVersion(text: string): AppleVersion {
  const [major = '0', minor = '0'] = text.split('.')
  return [Number(major), Number(minor)]
}

/** The processor a 32-bit interpreter sees is the 32-bit one. */
export function macosArchitecture(machine: string, pointerBits: number): string {
  if (pointerBits !== 32) return machine
  return machine.startsWith('ppc') ? 'ppc' : 'i386'
}

/** Before version 11 the minor number rose each year; since then the major one, and minor numbers do not matter. */
export function macosPlatforms([major, minor]: AppleVersion, architecture: string): string[] {
  if (major === 10) return versions(10, minor, 0).flatMap((version) => formatsOn(version, architecture))
  if (major < 11) return []
  const current = Array.from({ length: major - 10 }, (_, below): AppleVersion => [major - below, 0])
  // Wheels for Intel built for older systems run; for ARM there are none but the Intel half's version in universal2.
  const older = versions(10, 16, 4).flatMap((version) =>
    architecture === 'x86_64' ? formatsOn(version, architecture) : [platformName(version, 'universal2')],
  )
  return [...current.flatMap((version) => formatsOn(version, architecture)), ...older]
}

function versions(major: number, newest: number, oldest: number): AppleVersion[] {
  return Array.from({ length: Math.max(0, newest - oldest + 1) }, (_, below) => [major, newest - below])
}

function platformName([major, minor]: AppleVersion, format: string): string {
  return `macosx_${major}_${minor}_${format}`
}

function formatsOn(version: AppleVersion, architecture: string): string[] {
  return binaryFormats(version, architecture).map((format) => platformName(version, format))
}

/** The formats that hold code for the processor; none where the system never ran on it. */
function binaryFormats(version: AppleVersion, architecture: string): string[] {
  const isBefore10 = (minor: number): boolean => version[0] < 10 || (version[0] === 10 && version[1] < minor)
  switch (architecture) {
    case 'x86_64':
      return isBefore10(4) ? [] : ['x86_64', 'intel', 'fat64', 'fat3', 'universal2', 'universal']
    case 'i386':
      return isBefore10(4) ? [] : ['i386', 'intel', 'fat3', 'fat', 'universal']
    case 'ppc64':
      return isBefore10(4) || !isBefore10(6) ? [] : ['ppc64', 'fat64', 'universal']
    case 'ppc':
      return isBefore10(7) ? ['ppc', 'fat3', 'fat', 'universal'] : []
    case 'arm64':
      return ['arm64', 'universal2']
    case 'intel':
      return ['intel', 'universal']
    default:
      return [architecture]
  }
}
