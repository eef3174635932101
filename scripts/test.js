// npm test: lint, types, the committed bundles, then all tests; ends with one line of counts.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runJest } from './jest.js'
import { toolEnvironment } from './test-tools.js'

const root = path.dirname(import.meta.dirname)
const bin = (file) => path.join(root, 'node_modules', file)
const folder = mkdtempSync(path.join(tmpdir(), 'npm-test-'))
const counts = { passed: 0, failed: 0, skipped: 0 }

function node(args, env = process.env) {
  return spawnSync(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0
}

function check(name, args) {
  console.log(`\n== ${name}`)
  const ok = node(args)
  counts[ok ? 'passed' : 'failed'] += 1
  if (!ok) console.log(`${name} failed`)
}

function jest(project) {
  console.log(`\n== tests: ${project}`)
  const output = path.join(folder, `${project}.json`)
  const ok = runJest(project, ['--json', '--outputFile', output, ...process.argv.slice(2)], tools)
  if (!existsSync(output)) {
    counts.failed += 1
    return
  }
  const result = JSON.parse(readFileSync(output, 'utf8'))
  counts.passed += result.numPassedTests
  counts.failed += result.numFailedTests + result.numRuntimeErrorTestSuites
  counts.skipped += result.numPendingTests
  if (!ok && result.numFailedTests + result.numRuntimeErrorTestSuites === 0) counts.failed += 1
}

check('lint', [bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0'])
check('types', [bin('typescript/bin/tsc'), '-p', '.'])
check('readme', [path.join(root, 'scripts', 'readme.js'), '--check'])
check('dist', [path.join(root, 'scripts', 'build.js'), '--check'])
const tools = toolEnvironment()
for (const project of ['fast', 'e2e']) jest(project)
rmSync(folder, { recursive: true })

console.log(`\n${counts.passed} passed, ${counts.failed} failed${counts.skipped === 0 ? '' : `, ${counts.skipped} skipped`}`)
process.exit(counts.failed === 0 ? 0 : 1)
