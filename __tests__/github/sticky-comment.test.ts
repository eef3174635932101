import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { limitWaitMs } from '../../src/github/github-api.ts'
import { writeStickyComment, type CommentOutcome } from '../../src/github/sticky-comment.ts'
import { systemClock } from '../../src/kernel/clock.ts'
import { startGithubServices, type GithubServices } from '../support/github-services.ts'

const MARK = '<!-- mark -->'
let github: GithubServices
const waitedMs: number[] = []

beforeAll(async () => {
  github = await startGithubServices()
})
beforeEach(() => {
  for (const kept of [github.comments, github.refusals, waitedMs]) kept.length = 0
  github.locked.clear()
})
afterAll(() => github.close())

function write(text = 'text'): Promise<CommentOutcome> {
  const clock = { ...systemClock, sleep: async (ms: number): Promise<void> => void waitedMs.push(ms) }
  return writeStickyComment({ apiUrl: github.origin, token: 't', clock, repository: 'owner/name', pullRequest: 1 }, MARK, `${MARK}\n${text}`)
}

const bodies = (): string[] => github.comments.map(({ body }) => body.replace(`${MARK}\n`, ''))

test('one comment, whoever else writes: made once, changed from then on', async () => {
  github.comments.push({ id: 1, body: `see ${MARK}`, user: { type: 'Bot' } }, { id: 2, body: `${MARK}\nby hand`, user: { type: 'User', login: 'somebody' } })
  expect([await write('one'), await write('two')]).toEqual([{ kind: 'created', url: 'http://x/3' }, { kind: 'updated', url: 'http://x/3' }])
  expect(bodies()).toEqual([`see ${MARK}`, 'by hand', 'two'])
})

test.each([['that was deleted meanwhile', 404], ['of another program with our mark', 403]])('a comment %s does not stand in the way of ours', async (_, status) => {
  github.comments.push({ id: 1, body: `${MARK}\nold`, user: { type: 'Bot' } })
  github.locked.set(1, status)
  expect(await write('new')).toEqual({ kind: 'created', url: 'http://x/2' })
  expect(await write('newer')).toEqual({ kind: 'updated', url: 'http://x/2' })
  expect(bodies()).toEqual(['old', 'newer'])
})

test('a limit of requests is waited for, and taken neither for want of rights nor for want of a comment', async () => {
  github.comments.push({ id: 1, body: `${MARK}\nold`, user: { type: 'Bot' } })
  github.refusals.push({ status: 403, headers: { 'retry-after': '7' }, message: 'You have exceeded a secondary rate limit' }, { status: 429 })
  expect(await write('new')).toEqual({ kind: 'updated', url: 'http://x/1' })
  expect(waitedMs).toEqual([7000, 60_000])
  expect(bodies()).toEqual(['new'])
})

test('one that lasts too long is said', async () => {
  github.refusals.push({ status: 403, headers: { 'retry-after': '900' } })
  expect(await write()).toEqual({ kind: 'failed', why: "GitHub's limit of requests is reached, for another 900 s" })
  expect(bodies()).toEqual([])
})

test('no right to comment is no limit; other answers are named', async () => {
  github.refusals.push({ status: 403, message: 'Resource not accessible by integration' }, { status: 403, message: 'Resource not accessible by integration' })
  expect(await write()).toEqual({ kind: 'not-allowed' })
  github.refusals.push({ status: 502 })
  expect(await write()).toEqual({ kind: 'failed', why: 'the comments could not be read: GitHub answered 502' })
})

test('what is a limit, and how long it lasts', () => {
  const waitMs = (status: number, headers: Record<string, string>, text = ''): number | undefined => limitWaitMs({ status, header: (name) => headers[name], text }, 100_000)
  expect([
    waitMs(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '130' }),
    waitMs(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '99' }),
    waitMs(403, { 'x-ratelimit-remaining': '40' }, 'You have exceeded a secondary rate limit'),
    waitMs(403, { 'x-ratelimit-remaining': '40' }, 'Resource not accessible by integration'),
    waitMs(200, { 'retry-after': '5' }),
  ]).toEqual([30_000, 1000, 60_000, undefined, undefined])
})
