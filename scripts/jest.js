// npm run test:fast, npm run test:e2e: one project of the tests, with the tools that they compare with: node scripts/jest.js fast|e2e [options of jest]
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { pythonEnvironment } from './test-tools.js'

const root = path.dirname(import.meta.dirname)

/** Runs a project of the tests. Returns whether all is well. */
export function runJest(project, options, env) {
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', path.join(root, 'node_modules', 'jest/bin/jest.js')]
  return spawnSync(process.execPath, [...flags, '--selectProjects', project, ...options], { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [project, ...options] = process.argv.slice(2)
  process.exit(runJest(project, options, pythonEnvironment()) ? 0 : 1)
}
