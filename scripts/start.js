// npm start: the action's own main step, as a runner would start it, for examples/requirements.txt into .venv, with its wheels
// kept in .cache/. Ends with the job summary as text. Arguments: other requirements files.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const root = path.dirname(import.meta.dirname)
const files = process.argv.slice(2)
const job = mkdtempSync(path.join(tmpdir(), 'parallel-pip-start-'))

const INPUTS = {
  requirements: files.length > 0 ? files.join('\n') : 'examples/requirements.txt',
  venv: '.venv',
  cache: 'local',
  'pip-args': '--cache-dir .cache/parallel-pip',
}

function commandFile(name) {
  const file = path.join(job, name)
  writeFileSync(file, '')
  return file
}

const summary = commandFile('summary.md')
const env = {
  ...process.env,
  ...Object.fromEntries(Object.entries(INPUTS).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
  GITHUB_WORKSPACE: root,
  RUNNER_TEMP: job,
  GITHUB_STEP_SUMMARY: summary,
  GITHUB_OUTPUT: commandFile('output'),
  GITHUB_ENV: commandFile('env'),
  GITHUB_PATH: commandFile('path'),
  GITHUB_STATE: commandFile('state'),
}
// The environment of this shell is not the one to install into.
delete env.VIRTUAL_ENV

const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', path.join(root, 'src', 'main.ts')], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] })
let rest = ''
child.stdout.setEncoding('utf8').on('data', (text) => {
  const lines = (rest + text).split('\n')
  rest = lines.pop()
  for (const line of lines) show(line)
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('close', (status) => {
  if (rest !== '') show(rest)
  console.log(`\n${rendered(readFileSync(summary, 'utf8'))}`)
  rmSync(job, { recursive: true, force: true })
  process.exitCode = status ?? 1
})

// Workflow commands as a reader of the log sees them.
function show(line) {
  const command = /^::([a-z-]+)(?: [^:]*)?::(.*)$/.exec(line)
  if (command === null) return console.log(line)
  const [, name, message] = command
  if (name === 'group') console.log(message)
  else if (name === 'error' || name === 'warning' || name === 'notice') console.log(`${name}: ${message.replaceAll('%0A', '\n').replaceAll('%0D', '').replaceAll('%25', '%')}`)
}

// The summary's markdown on a terminal: tables aligned, what is folded away on the web shown.
function rendered(markdown) {
  const bold = (text) => (process.stdout.isTTY ? `\u001b[1m${text}\u001b[22m` : text)
  const plain = (text) => text.replace(/\\([\\`*_{}[\]<>|~#])/g, '$1').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').replaceAll(/`+ ?([^`]+?) ?`+/g, '$1').replaceAll('\u200b', '')
  const inline = (text) => plain(text).replace(/\*\*(.+?)\*\*/g, (_, inner) => bold(inner)).replace(/(^|\s)\*(\S[^*]*)\*/g, '$1$2')
  const blocks = markdown.split(/\n\n+/).map((block) => {
    if (block.startsWith('|')) return alignedTable(block.split('\n').map((row) => row.split(/(?<!\\)\|/).slice(1, -1).map((cell) => plain(cell.trim()))))
    if (block.startsWith('```')) return block.replace(/^```.*\n?/, '').replace(/\n```$/, '')
    return block.split('\n').flatMap((line) => {
      const heading = /^#+ (.*)$/.exec(line)?.[1] ?? /^<summary>(.*)<\/summary>$/.exec(line)?.[1]
      if (heading !== undefined) return [bold(inline(heading))]
      return /^<\/?details>$/.test(line) ? [] : [inline(line)]
    }).join('\n')
  })
  return blocks.filter((block) => block.trim() !== '').join('\n\n')
}

function alignedTable([head, align, ...rows]) {
  const widths = head.map((title, column) => Math.max(...[head, ...rows].map((row) => (row[column] ?? '').length)))
  const line = (row) => row.map((cell, column) => (align[column].endsWith(':') && !align[column].startsWith(':') ? cell.padStart(widths[column]) : cell.padEnd(widths[column]))).join('  ').trimEnd()
  return [line(head), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(line)].map((text) => `  ${text}`).join('\n')
}
