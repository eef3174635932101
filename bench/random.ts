/**
 * Questions drawn by chance, answered by this program and by pip one after the other, on the index that pip is configured for. Prints a
 * line for each question, and what differs.
 *   node bench/random.ts extras|platforms|upgrades|sources [--count N] [--seed N]     (defaults: 20, 1)
 *     extras       a project of bench/sets/popular.txt with some of its extras
 *     platforms    --platform, --python-version, --implementation, --abi
 *     upgrades     an environment of versions of years ago, brought up to date in one of pip's ways
 *     sources      newest source distributions, built and installed, by name and editable: trees are compared, and how it ends
 * Questions answer with pip's report: versions, files, what was asked for. Wheels only, but for sources. Takes 5 to 20 s a question.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { readTree, treeDifferences } from '../__tests__/support/tree.ts'
import { REPOSITORY } from './lib/paths.ts'
import { randomQuestions, type Question, type QuestionKind } from './lib/random-questions.ts'
import { tools } from './lib/tools.ts'

const { values, positionals } = parseArgs({ allowPositionals: true, options: { count: { type: 'string', default: '20' }, seed: { type: 'string', default: '1' } } })
const [kind = ''] = positionals
const [count, seed] = [Number(values.count), Number(values.seed)]
const names = readFileSync(join(import.meta.dirname, 'sets', 'popular.txt'), 'utf8').trim().split('\n')
const { python: pipsPython, uv } = tools()
const work = mkdtempSync(join(tmpdir(), 'random-'))
const environment = join(work, 'env')
const interpreter = join(environment, 'bin', 'python')
process.on('exit', () => rmSync(work, { recursive: true, force: true }))

/** pip goes through versions for an hour where it has to. */
const PATIENCE_SECONDS = 600
const TIMED_OUT = 124

let differing = 0
if (kind === 'sources') {
  for (const name of fc.sample(fc.constantFrom(...names), { numRuns: count, seed })) bySource(name)
} else if (kind === 'extras' || kind === 'platforms' || kind === 'upgrades') {
  for (const question of randomQuestions(kind satisfies QuestionKind, names, { count, seed, extrasOf })) ask(question)
} else {
  throw new Error('what to draw: extras, platforms, upgrades or sources')
}
console.log(`${count} ${kind} of seed ${seed}, ${new Date().toISOString().slice(0, 16)}: ${differing} differ`)

interface Answered {
  readonly status: number | null
  readonly text: string
}

function ours(args: readonly string[]): Answered {
  return run(process.execPath, ['--disable-warning=ExperimentalWarning', join(REPOSITORY, 'src', 'cli.ts'), 'install', '--quiet', '--python', interpreter, '--cache-dir', join(work, 'cache'), ...args])
}

function pips(args: readonly string[]): Answered {
  return run(pipsPython, ['-m', 'pip', '--python', interpreter, 'install', '--quiet', ...args])
}

function run(program: string, args: readonly string[]): Answered {
  // By timeout(1), which ends the processes of a program, too: pip starts another for the interpreter that it is told.
  const { status, stderr } = spawnSync('timeout', ['--kill-after=5', String(PATIENCE_SECONDS), program, ...args], { cwd: work, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] })
  return { status, text: stderr }
}

function freshEnvironment(): void {
  rmSync(environment, { recursive: true, force: true })
  execFileSync('python3', ['-m', 'venv', '--without-pip', environment])
}

function ask({ args, before, beforeDay }: Question): void {
  freshEnvironment()
  if (before.length > 0 && run(uv, ['pip', 'install', '--quiet', '--no-config', '--python', interpreter, '--only-binary', ':all:', '--exclude-newer', beforeDay, ...before]).status !== 0) return
  const [mine, theirs] = [join(work, 'ours.json'), join(work, 'pip.json')]
  for (const path of [mine, theirs]) rmSync(path, { force: true })
  const [ourEnd, pipEnd] = [ours([...args, '--dry-run', '--report', mine]), pips([...args, '--dry-run', '--report', theirs])]
  const [our, their] = [linesOf(mine), linesOf(theirs)]
  const differences = [...their.filter((line) => !our.includes(line)).map((line) => `- ${line}`), ...our.filter((line) => !their.includes(line)).map((line) => `+ ${line}`)]
  told([...(before.length === 0 ? [] : [`(${before.join(' ')} of ${beforeDay})`]), ...args.slice(2)].join(' '), ourEnd, pipEnd, differences)
}

/** One line for each distribution of a report. */
function linesOf(path: string): string[] {
  const read = (): string => readFileSync(path, 'utf8')
  let text: string
  try {
    text = read()
  } catch {
    return []
  }
  const { install } = JSON.parse(text) as { install: { metadata: { name: string; version: string }; download_info: { url: string }; requested: boolean; is_yanked: boolean; requested_extras?: string[] }[] }
  return install.map(({ metadata, download_info: { url }, requested, is_yanked: yanked, requested_extras: extras = [] }) => [metadata.name, metadata.version, basename(url), ...(requested ? ['requested'] : []), ...(yanked ? ['yanked'] : []), ...[...extras].sort()].join(' '))
}

function bySource(name: string): void {
  const downloads = join(work, 'source')
  rmSync(downloads, { recursive: true, force: true })
  mkdirSync(downloads)
  if (run(pipsPython, ['-m', 'pip', 'download', '--quiet', '--no-deps', '--no-binary', ':all:', '--dest', downloads, name]).status !== 0) return
  const [archive = ''] = readdirSync(downloads)
  for (const editable of [[], ['-e']]) {
    const installed = [pips, ours].map((install) => {
      freshEnvironment()
      const project = unpacked(join(downloads, archive))
      const end = install(['--no-deps', ...editable, project])
      return { end, tree: readTree(environment, { neutral: [environment], ignore: /(^|\/)(__pycache__|INSTALLER|RECORD|activate[^/]*|Activate[^/]*|[^/]*\.so)$/ }) }
    })
    const [pip, our] = installed
    if (pip !== undefined && our !== undefined) told(`${editable.join('')} ${archive}`.trim(), our.end, pip.end, treeDifferences(pip.tree, our.tree))
  }
}

function unpacked(archive: string): string {
  const folder = join(work, 'project')
  rmSync(folder, { recursive: true, force: true })
  execFileSync(pipsPython, ['-c', 'import shutil, sys; shutil.unpack_archive(sys.argv[1], sys.argv[2])', archive, folder])
  return join(folder, readdirSync(folder)[0] ?? '')
}

function extrasOf(name: string): readonly string[] {
  freshEnvironment()
  const path = join(work, 'extras.json')
  if (ours(['--dry-run', '--no-deps', '--only-binary', ':all:', '--report', path, name]).status !== 0) return []
  const report = JSON.parse(readFileSync(path, 'utf8')) as { install: { metadata: { provides_extra?: string[] } }[] }
  return report.install[0]?.metadata.provides_extra ?? []
}

function told(what: string, our: Answered, pip: Answered, differences: readonly string[]): void {
  if (our.status === 0 && pip.status === TIMED_OUT) {
    console.log(`alone   ${what}: pip has no answer after ${PATIENCE_SECONDS} s`)
    return
  }
  const same = our.status === pip.status && differences.length === 0
  if (!same) differing += 1
  console.log(`${same ? 'equal  ' : 'DIFFERS'} ${our.status === 0 ? '' : 'refused '}${what}`)
  for (const line of differences.slice(0, 20)) console.log(`    ${line}`)
  if (our.status !== pip.status) console.log(`    ended with ${our.status}, pip with ${pip.status}\n    ${our.text.slice(0, 400)}\n    pip: ${pip.text.slice(-400)}`)
}
