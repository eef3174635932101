/**
 * Platforms of iOS (PEP 730) and Android (PEP 738); as `packaging.tags.ios_platforms` and `android_platforms`.
 */
import type { AppleVersion } from './tags-macos.ts'

const OLDEST_IOS = 12
// No minor version has gone beyond 8; packaging allows for one more.
const LAST_IOS_MINOR = 9
const OLDEST_ANDROID_API = 16

/** From the version down to 12.0. `multiarch` is `arm64_iphoneos`, `x86_64_iphonesimulator`, … */
export function iosPlatforms([major, minor]: AppleVersion, multiarch: string): string[] {
  const platforms: string[] = []
  for (let at = major; at >= OLDEST_IOS; at -= 1) {
    for (let below = at === major ? minor : LAST_IOS_MINOR; below >= 0; below -= 1) platforms.push(`ios_${at}_${below}_${multiarch}`)
  }
  return platforms
}

/** From the API level down to 16. `abi` is `arm64_v8a`, `x86_64`, … */
export function androidPlatforms(apiLevel: number, abi: string): string[] {
  const count = Math.max(0, apiLevel - OLDEST_ANDROID_API + 1)
  return Array.from({ length: count }, (_, below) => `android_${apiLevel - below}_${abi}`)
}
