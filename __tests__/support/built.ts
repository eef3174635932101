import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const REPOSITORY = join(import.meta.dirname, '..', '..')
const CACHE = join(REPOSITORY, 'node_modules', '.cache', 'test-dist')

/**
 * The bundles of the present sources, built once (half a minute) and kept until a source changes. What is committed in dist/
 * is held to the same by `scripts/build.js --check`.
 */
export function builtDist(): string {
  const built = join(CACHE, sourceHash())
  if (existsSync(built)) return built
  mkdirSync(CACHE, { recursive: true })
  const lock = join(CACHE, 'lock')
  for (;;) {
    try {
      mkdirSync(lock)
      break
    } catch {
      execFileSync('sleep', ['0.2'])
      if (existsSync(built)) return built
    }
  }
  try {
    const draft = `${built}.${process.pid}`
    execFileSync(process.execPath, [join(REPOSITORY, 'scripts', 'build.js'), '--out', draft], { stdio: ['ignore', 'inherit', 'inherit'] })
    renameSync(draft, built)
    return built
  } finally {
    rmSync(lock, { recursive: true })
  }
}

/** What a job downloads of the action: action.yml (and report/action.yml) and bundles, nothing else. Returns `folder`. */
export function copyAction(folder: string): string {
  mkdirSync(folder, { recursive: true })
  cpSync(join(REPOSITORY, 'action.yml'), join(folder, 'action.yml'))
  cpSync(builtDist(), join(folder, 'dist'), { recursive: true })
  const report = join(REPOSITORY, 'report', 'action.yml')
  if (existsSync(report)) cpSync(report, join(folder, 'report', 'action.yml'))
  return folder
}

function sourceHash(): string {
  const hash = createHash('sha256')
  const files = [...globSync('src/**/*.ts', { cwd: REPOSITORY }), 'package-lock.json', 'scripts/build.js', 'tsconfig.build.json', 'tsconfig.json'].sort()
  for (const file of files) hash.update(file).update(readFileSync(join(REPOSITORY, file)))
  return hash.digest('hex').slice(0, 16)
}
