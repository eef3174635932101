/**
 * Which wheels claim one path with different content: node bench/conflicts.ts [FOLDER]
 *
 * Takes the newest wheel of each project in a folder (default: those of the sets, which bench/fetch.ts has downloaded) and
 * puts all of them through the plan of one installation into an empty environment, by what their directories and RECORDs say.
 */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { readDirectory, type ArchiveEntry } from '../src/archive/directory.ts'
import { readEntry } from '../src/archive/entry-data.ts'
import { openArchiveFile } from '../src/archive/source.ts'
import { planInstall } from '../src/install/plan.ts'
import type { StagedDistribution } from '../src/install/types.ts'
import { parseRecord } from '../src/standards/record.ts'
import { compareVersions } from '../src/standards/version.ts'
import { parseWheelName, type WheelName } from '../src/standards/wheel-name.ts'
import { readScripts, scriptText } from '../src/workers/tasks/scripts.ts'
import { formatManifest, topsOf, type StagedFile } from '../src/workers/tasks/staged-wheel.ts'
import { findRoots, placeFile } from '../src/workers/tasks/wheel-layout.ts'
import { recordHash } from '../__tests__/support/wheel.ts'
import { WHEELS } from './lib/paths.ts'

const [folder = WHEELS] = process.argv.slice(2)
const PYTHON = { path: '/env/bin/python', major: 3, minor: 12 }
const SITE = '/env/lib/site-packages'

const newest = new Map<string, WheelName>()
for (const wheel of readdirSync(folder).flatMap((filename) => parseWheelName(filename) ?? [])) {
  const known = newest.get(wheel.name)
  if (known === undefined || compareVersions(wheel.version, known.version) > 0) newest.set(wheel.name, wheel)
}
const wheels = [...newest.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
const contents = new Map<string, () => Buffer>()
const staged = wheels.map((wheel, index) => described(wheel, `/stage/${index}`))
const { conflicts, added } = planInstall({
  staged,
  foldersFor: (name) => ({ purelib: SITE, platlib: SITE, scripts: '/env/bin', data: '/env', headers: `/env/include/${name}` }),
  removed: { folders: [], files: [] },
  view: { list: (at) => (['/env', '/env/lib', SITE, '/env/bin'].includes(at) ? new Map() : undefined), read: (at) => contents.get(at)?.(), isLink: () => false },
  ownerOf: () => undefined,
  nameKey: (name) => name,
  rules: { allows: () => false, lastWins: false },
  keepInside: undefined,
})
console.log(`${wheels.length} wheels, ${added.reduce((sum, { fileCount }) => sum + fileCount, 0)} files, ${conflicts.length} conflicts`)
for (const { path: at, owners } of conflicts) console.log(`  ${at}: ${owners.join(', ')}`)

/** A wheel as it would be staged, without unpacking it. */
function described(wheel: WheelName, stageDir: string): StagedDistribution {
  const label = wheel.filename
  const file = path.join(folder, label)
  const source = openArchiveFile(file, label)
  try {
    const entries = readDirectory(source).filter(({ isDirectory }) => !isDirectory)
    const roots = findRoots(label, entries.map((entry) => entry.path), { name: wheel.name, version: wheel.version.text })
    const text = (name: string): string => {
      const entry = entries.find(({ path: at }) => at === `${roots.distInfo}/${name}`)
      return entry === undefined ? '' : readEntry(source, entry).toString('utf8')
    }
    const hashes = new Map(parseRecord(text('RECORD')).rows.map((row) => [row.path, row.hash?.hex]))
    const files = entries.map((entry): StagedFile => {
      const place = placeFile(label, entry.path, roots, 'purelib')
      contents.set(`${stageDir}/${place.scheme}/${place.path}`, () => contentOf(file, entry))
      return { ...place, sizeBytes: entry.sizeBytes, sha256: hashes.get(entry.path) }
    })
    const scripts = readScripts(label, text('entry_points.txt'), PYTHON).generated.map((script): StagedFile => ({ scheme: 'scripts', path: script.name, sizeBytes: 0, sha256: recordHash(scriptText(script, PYTHON)) }))
    const all = [...files.filter(({ scheme, path: at }) => scheme !== 'scripts' || !scripts.some((script) => script.path === at)), ...scripts]
    return { stageDir, wheel: { name: wheel.name, version: wheel.version.text, distInfo: roots.distInfo, rootScheme: 'purelib', rootPart: 'purelib', tops: topsOf(all), manifest: formatManifest(all), fileCount: all.length, sizeBytes: 0, warnings: [] } }
  } finally {
    source.close()
  }
}

function contentOf(file: string, entry: ArchiveEntry): Buffer {
  const source = openArchiveFile(file, path.basename(file))
  try {
    return Buffer.from(readEntry(source, entry))
  } finally {
    source.close()
  }
}
