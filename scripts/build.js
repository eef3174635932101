// Builds dist/: TypeScript to JavaScript by tsc, then one ncc bundle per entry point. `--check` builds beside it and compares,
// `--out DIR` builds into another folder.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const root = path.dirname(import.meta.dirname)
const ENTRIES = readdirSync(path.join(root, 'src')).filter((name) => name.endsWith('.ts')).map((name) => name.slice(0, -3)).sort()

function run(command, args) {
  execFileSync(process.execPath, [path.join(root, 'node_modules', command), ...args], { cwd: root, stdio: ['ignore', command.startsWith('typescript') ? 'inherit' : 'ignore', 'inherit'] })
}

function build(out) {
  // One place for all builds: its path becomes part of the bundles.
  const compiled = path.join(root, 'build')
  rmSync(compiled, { recursive: true, force: true })
  run('typescript/bin/tsc', ['-p', 'tsconfig.build.json'])
  for (const entry of ENTRIES) {
    const folder = path.join(out, entry)
    rmSync(folder, { recursive: true, force: true })
    run('@vercel/ncc/dist/ncc/cli.js', ['build', path.join(compiled, `${entry}.js`), '--target', 'es2022', '--license', 'licenses.txt', '--no-cache', '-o', folder])
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.js'))) inAscii(path.join(folder, name))
  }
}

/** A program with one character beyond Latin-1 is held, hashed and scanned as two bytes a character: 10 ms of each start. */
function inAscii(file) {
  const text = readFileSync(file, 'utf8')
  if (/(?<!\\)(?:\\\\)*\\[^\x00-\x7f]/.test(text)) throw new Error(`${file} has a backslash before a character that is no ASCII`)
  writeFileSync(file, text.replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`))
}

function filesBelow(folder, inside = '') {
  if (!existsSync(path.join(folder, inside))) return []
  return readdirSync(path.join(folder, inside)).sort().flatMap((name) => {
    const relative = path.join(inside, name)
    return statSync(path.join(folder, relative)).isDirectory() ? filesBelow(folder, relative) : [relative]
  })
}

const dist = path.join(root, 'dist')
const out = process.argv.indexOf('--out')
if (out !== -1) {
  build(path.resolve(process.argv[out + 1]))
} else if (process.argv.includes('--check')) {
  const fresh = mkdtempSync(path.join(tmpdir(), 'dist-check-'))
  build(fresh)
  const names = [...new Set([...filesBelow(fresh), ...filesBelow(dist)])].sort()
  const differing = names.filter((name) => {
    const [a, b] = [path.join(fresh, name), path.join(dist, name)]
    return !existsSync(a) || !existsSync(b) || !readFileSync(a).equals(readFileSync(b))
  })
  rmSync(fresh, { recursive: true })
  if (differing.length > 0) {
    console.error(`dist/ is not what src/ builds to; run npm run build and commit:\n${differing.map((name) => `  dist/${name}`).join('\n')}`)
    process.exit(1)
  }
  console.log(`dist/ is what src/ builds to (${names.length} files)`)
} else {
  rmSync(dist, { recursive: true, force: true })
  build(dist)
}
