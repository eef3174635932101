import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, jest, test } from '@jest/globals'
import { readPairs } from '../support/runner/command-files.ts'
import { Job, runAction } from '../support/runner/job.ts'
import { readLog } from '../support/runner/workflow-commands.ts'
import { tempFolder } from '../support/temp.ts'

jest.setTimeout(60_000)

const folder = tempFolder()
const job = new Job({ env: { FROM_JOB: 'yes' }, matrix: { python: '3.12' }, event: { name: 'pull_request', ref: 'refs/pull/7/merge', baseRef: 'main', payload: { number: 7 } } })
afterAll(() => job.close())

const CORE = join(import.meta.dirname, '..', '..', 'node_modules', '@actions', 'core', 'lib', 'core.js')

/** A program that uses the real toolkit, as an action does. */
function program(name: string, code: string): string {
  const path = join(folder, `${name}.mjs`)
  writeFileSync(path, `import * as core from '${CORE}'\nimport { readFileSync } from 'node:fs'\n${code}\n`)
  return path
}

test('a step’s outputs, exports, paths, state, summary and annotations come back', async () => {
  const main = program('everything', `
    core.setOutput('one', 'first\\nsecond')
    core.setOutput('two', core.getInput('colour'))
    core.exportVariable('EXPORTED', 'a=b<<c')
    core.addPath('/somewhere/bin')
    core.saveState('kept', JSON.stringify({ a: 1 }))
    core.setSecret('hunter22')
    core.info('the password is hunter22')
    core.startGroup('Resolving'); core.endGroup()
    core.debug('fine print')
    core.error('no such package: hunter22\\nsecond line', { file: 'req,uirements.txt', startLine: 3, startColumn: 5, title: 'a: b' })
    core.warning('careful')
    await core.summary.addHeading('Done').write()
    process.exitCode = 1`)
  const result = await job.run({ main, inputs: { colour: 'blue' } })
  expect(result).toMatchObject({
    status: 1,
    outputs: { one: 'first\nsecond', two: 'blue' },
    exported: { EXPORTED: 'a=b<<c' },
    paths: ['/somewhere/bin'],
    state: { kept: '{"a":1}' },
    groups: ['Resolving'],
    masked: ['hunter22'],
  })
  expect(result.summary).toContain('<h1>Done</h1>')
  expect(result.lines).toContain('the password is ***')
  expect(result.debug).toContain('fine print')
  expect(result.annotations).toEqual([
    { level: 'error', message: 'no such package: ***\nsecond line', file: 'req,uirements.txt', line: 3, column: 5, title: 'a: b' },
    { level: 'warning', message: 'careful' },
  ])
})

test('the next step sees what the last one exported, and what a runner tells', async () => {
  const main = program('facts', `
    const event = JSON.parse(readFileSync(process.env.GITHUB_EVENT_PATH, 'utf8'))
    const { FROM_JOB, EXPORTED, PATH, GITHUB_REF, GITHUB_BASE_REF, GITHUB_EVENT_NAME, RUNNER_OS, PIP_INDEX_URL } = process.env
    core.setOutput('facts', JSON.stringify({ FROM_JOB, EXPORTED, first: PATH.split(':')[0], GITHUB_REF, GITHUB_BASE_REF, GITHUB_EVENT_NAME, RUNNER_OS, PIP_INDEX_URL, number: event.number, cwd: process.cwd() }))`)
  const { outputs } = await job.run({ main })
  expect(JSON.parse(outputs['facts'] ?? '')).toEqual({
    FROM_JOB: 'yes', EXPORTED: 'a=b<<c', first: '/somewhere/bin', GITHUB_REF: 'refs/pull/7/merge', GITHUB_BASE_REF: 'main',
    GITHUB_EVENT_NAME: 'pull_request', RUNNER_OS: expect.stringMatching(/Linux|macOS/), number: 7, cwd: job.workspace,
  })
})

test('an action’s parts run with the defaults of action.yml and share their state', async () => {
  program('main', "core.saveState('seen', core.getInput('jobs')); core.setOutput('leg', core.getInput('leg')); core.setOutput('token', core.getInput('github-token'))")
  program('post', "core.setOutput('state', core.getState('seen'))")
  writeFileSync(join(folder, 'action.yml'), [
    'name: test', 'inputs:', '  jobs: { default: auto }', '  cache: { default: true }', '  leg:', '    default: ${{ toJSON(matrix) }}',
    '  github-token:', '    default: ${{ github.token }}', 'runs:', '  using: node24', '  main: main.mjs', '  post: post.mjs', '',
  ].join('\n'))
  const action = job.action(join(folder, 'action.yml'), { jobs: '4' })
  expect(action.file.inputs['cache']?.default).toBe('true')
  const main = await action.run('main')
  expect(JSON.parse(main.outputs['leg'] ?? '')).toEqual({ python: '3.12' })
  expect(main.outputs['token']).toBe('test-token')
  expect((await action.run('post')).outputs['state']).toBe('4')
  expect(() => action.start('pre')).toThrow('no pre')
  expect(() => job.action(join(folder, 'action.yml'), { nonsense: '1' }).start('main')).toThrow('no input nonsense')
})

test('a running step can be cancelled', async () => {
  const main = program('waits', "process.on('SIGINT', () => { core.setOutput('caught', 'yes'); process.exit(130) }); console.log('ready'); setInterval(() => {}, 1000)")
  const { running, done } = job.start({ main })
  await running.waitFor('ready')
  running.kill('SIGINT')
  expect(await done).toMatchObject({ status: 130, outputs: { caught: 'yes' } })
})

test('one program alone', async () => {
  expect((await runAction({ main: program('alone', "core.setOutput('a', 'b')"), job: { repository: 'me/mine' } })).outputs).toEqual({ a: 'b' })
})

test('command files: lines, blocks, and what is neither', () => {
  expect(readPairs('a=1\nb<<END\nx=y\n\nz\nEND\nc=p<<q\na=2\n')).toEqual({ a: '2', b: 'x=y\n\nz', c: 'p<<q' })
  expect(() => readPairs('nothing')).toThrow('neither')
  expect(() => readPairs('a<<END\nx')).toThrow('ends the value')
})

test('stopped commands are plain text', () => {
  const log = readLog('::stop-commands::token1\n::error::no\n::token1::\n::error::yes\n::unknown::x')
  expect(log.annotations.map(({ message }) => message)).toEqual(['yes'])
  expect(log.lines).toEqual(['::error::no', '::unknown::x'])
})
