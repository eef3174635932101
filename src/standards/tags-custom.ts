/**
 * What pip's `--platform` stands for: besides the platform named, the ones whose wheels run on it too, where the name
 * tells (pip's `_expand_allowed_platforms`).
 */
import { androidPlatforms, iosPlatforms } from './tags-mobile.ts'
import { macosPlatforms } from './tags-macos.ts'

/** Each platform with its own, in the order given, each once. */
export function expandPlatforms(platforms: readonly string[]): string[] {
  const expanded = new Set<string>()
  for (const platform of platforms) {
    if (expanded.has(platform)) continue
    for (const member of membersOf(platform)) expanded.add(member)
  }
  return [...expanded]
}

function membersOf(platform: string): string[] {
  if (platform.startsWith('macosx')) return appleMembers(platform, 'macosx_', macosPlatforms)
  if (platform.startsWith('ios')) return appleMembers(platform, 'ios_', (version, rest) => iosPlatforms(version, rest.replaceAll('-', '_')))
  const android = /^android_([0-9]+)_(.+)$/.exec(platform)
  if (android !== null) return androidPlatforms(Number(android[1]), (android[2] ?? '').replace(/[.\- ]/g, '_'))
  return [platform, ...olderManylinux(platform)]
}

/** `macosx_11_0_arm64`; a longer first word (`macosxcustom_…`) stays in front, as pip has it. */
function appleMembers(platform: string, prefix: string, list: (version: readonly [number, number], rest: string) => string[]): string[] {
  const match = /^(.+)_([0-9]+)_([0-9]+)_(.+)$/.exec(platform)
  if (match === null) return [platform]
  const [, name = '', major, minor, rest = ''] = match
  return list([Number(major), Number(minor)], rest).map((member) => `${name}_${member.slice(prefix.length)}`)
}

function olderManylinux(platform: string): string[] {
  const match = /^(manylinux20(?:10|14))(_(.*))?$/.exec(platform)
  if (match === null) return []
  const [, name, suffix = '', architecture] = match
  if (name === 'manylinux2010') return [`manylinux1${suffix}`]
  return architecture === 'i686' || architecture === 'x86_64' ? [`manylinux2010${suffix}`, `manylinux1${suffix}`] : []
}
