/**
 * The platform part of the tags, best first, as `packaging.tags.platform_tags` chooses it by the operating system.
 */
import type { InterpreterFacts } from './interpreter-facts.ts'
import { androidPlatforms, iosPlatforms } from './tags-mobile.ts'
import { linuxPlatforms } from './tags-linux.ts'
import { macosArchitecture, macosPlatforms, parseAppleVersion } from './tags-macos.ts'

/** `win-amd64` → `win_amd64` */
export function normalizePlatform(text: string): string {
  return text.replace(/[.\- ]/g, '_')
}

/** Platforms whose wheels run for this interpreter. */
export function platformsOf(facts: InterpreterFacts): string[] {
  const own = normalizePlatform(facts.platform)
  switch (facts.system) {
    case 'Darwin':
      return macosPlatforms(parseAppleVersion(facts.appleVersion ?? ''), macosArchitecture(facts.appleMachine ?? '', facts.pointerBits))
    case 'iOS':
      return iosPlatforms(parseAppleVersion(facts.appleVersion ?? ''), normalizePlatform(facts.appleMachine ?? ''))
    case 'Android':
      return androidPlatforms(facts.androidApiLevel ?? 0, normalizePlatform(facts.platform.split('-').at(-1) ?? ''))
    case 'Linux':
      return linuxPlatforms(own, facts)
    case 'Emscripten':
      return facts.emscriptenVersion === undefined ? [own] : [`pyemscripten_${facts.emscriptenVersion}_wasm32`, own]
    default:
      return [own]
  }
}
