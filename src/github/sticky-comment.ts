import { askGithub, type ApiAnswer, type ApiPlace } from './github-api.ts'

/** Where a comment goes, and with what right. */
export interface CommentPlace extends ApiPlace {
  /** `owner/name` */
  readonly repository: string
  readonly pullRequest: number
}

/** What came of it. */
export type CommentOutcome =
  | { readonly kind: 'created' | 'updated'; readonly url: string }
  /** The token may not comment, as on pull requests from forks. */
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'failed'; readonly why: string }

const PAGE = 100
const MAX_PAGES = 30
/** Of the comments with our mark that we may turn out not to be allowed to change. */
const MAX_TRIES = 5

interface Comment {
  readonly id: number
  readonly html_url: string
  readonly body?: string
  readonly user?: { readonly type?: string; readonly login?: string } | null
}

/** Writes the one comment that starts with `mark` on a pull request: makes it, or puts the new text into it. Never throws. */
export async function writeStickyComment(place: CommentPlace, mark: string, body: string): Promise<CommentOutcome> {
  try {
    for (const { id } of (await findComments(place, mark)).slice(0, MAX_TRIES)) {
      const answer = await ask(place, `issues/comments/${id}`, 'PATCH', { body })
      // Deleted meanwhile, or of another program that uses this action: ours is yet to be made.
      if (!isRefused(answer) && answer.status !== 410) return outcomeOf(answer, 'updated')
    }
    return outcomeOf(await ask(place, `issues/${place.pullRequest}/comments`, 'POST', { body }), 'created')
  } catch (error) {
    return { kind: 'failed', why: error instanceof Error ? error.message : String(error) }
  }
}

function isRefused({ status }: ApiAnswer): boolean {
  return status === 401 || status === 403 || status === 404
}

function outcomeOf(answer: ApiAnswer, kind: 'created' | 'updated'): CommentOutcome {
  if (isRefused(answer)) return { kind: 'not-allowed' }
  if (answer.status >= 300) return { kind: 'failed', why: `GitHub answered ${answer.status}` }
  return { kind, url: (answer.body as Comment).html_url }
}

/** Those that may be ours, best first. Comments of people who begin theirs as ours are theirs: only a bot's counts, and that of whoever's token this is. */
async function findComments(place: CommentPlace, mark: string): Promise<Comment[]> {
  const marked: Comment[] = []
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const answer = await ask(place, `issues/${place.pullRequest}/comments?per_page=${PAGE}&page=${page}`, 'GET')
    if (isRefused(answer)) return []
    if (answer.status >= 300) throw new Error(`the comments could not be read: GitHub answered ${answer.status}`)
    const comments = answer.body as Comment[]
    marked.push(...comments.filter(({ body }) => body?.startsWith(mark) === true))
    if (comments.length < PAGE) break
  }
  const isBot = ({ user }: Comment): boolean => user?.type === 'Bot'
  const login = marked.every(isBot) ? undefined : await ownLogin(place)
  return [...marked.filter(({ user }) => login !== undefined && user?.login === login), ...marked.filter(isBot)]
}

/** Whose token it is; undefined for those of runs, which belong to no user. */
async function ownLogin(place: CommentPlace): Promise<string | undefined> {
  const answer = await askGithub(place, 'user', { method: 'GET' })
  return answer.status < 300 ? (answer.body as { login?: string }).login : undefined
}

function ask(place: CommentPlace, path: string, method: string, body?: object): Promise<ApiAnswer> {
  return askGithub(place, `repos/${place.repository}/${path}`, { method, ...(body === undefined ? {} : { body }) })
}
