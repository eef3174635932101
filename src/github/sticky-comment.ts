/** Where a comment goes, and with what right. */
export interface CommentPlace {
  /** `https://api.github.com`, or that of an enterprise server. */
  readonly apiUrl: string
  /** `owner/name` */
  readonly repository: string
  readonly pullRequest: number
  readonly token: string
}

/** What came of it. */
export type CommentOutcome =
  | { readonly kind: 'created' | 'updated'; readonly url: string }
  /** The token may not comment, as on pull requests from forks. */
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'failed'; readonly why: string }

const TIMEOUT_MS = 15_000
const PAGE = 100
const MAX_PAGES = 30

interface Comment {
  readonly id: number
  readonly html_url: string
  readonly body?: string
  readonly user?: { readonly type?: string; readonly login?: string } | null
}

/** Writes the one comment that starts with `mark` on a pull request: makes it, or puts the new text into it. Never throws. */
export async function writeStickyComment(place: CommentPlace, mark: string, body: string): Promise<CommentOutcome> {
  try {
    const found = await findComment(place, mark)
    const target = found === undefined ? `issues/${place.pullRequest}/comments` : `issues/comments/${found.id}`
    const answer = await ask(place, target, { method: found === undefined ? 'POST' : 'PATCH', body: JSON.stringify({ body }) })
    if (answer.status === 403 || answer.status === 404 || answer.status === 401) return { kind: 'not-allowed' }
    if (!answer.ok) return { kind: 'failed', why: `answered ${answer.status}` }
    return { kind: found === undefined ? 'created' : 'updated', url: ((await answer.json()) as Comment).html_url }
  } catch (error) {
    return { kind: 'failed', why: error instanceof Error ? error.message : String(error) }
  }
}

/** Comments of people who begin theirs as ours are theirs: only a bot's counts, and that of whoever's token this is. */
async function findComment(place: CommentPlace, mark: string): Promise<Comment | undefined> {
  const others: Comment[] = []
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const answer = await ask(place, `issues/${place.pullRequest}/comments?per_page=${PAGE}&page=${page}`, { method: 'GET' })
    if ([401, 403, 404].includes(answer.status)) return undefined
    if (!answer.ok) throw new Error(`the comments could not be read: ${answer.status}`)
    const comments = (await answer.json()) as Comment[]
    const marked = comments.filter(({ body }) => body?.startsWith(mark) === true)
    const found = marked.find(({ user }) => user?.type === 'Bot')
    if (found !== undefined) return found
    others.push(...marked)
    if (comments.length < PAGE) break
  }
  const login = others.length === 0 ? undefined : await ownLogin(place)
  return others.find(({ user }) => login !== undefined && user?.login === login)
}

/** Whose token it is; undefined for those of runs, which belong to no user. */
async function ownLogin(place: CommentPlace): Promise<string | undefined> {
  const answer = await askAt(`${place.apiUrl}/user`, place.token, { method: 'GET' })
  return answer.ok ? ((await answer.json()) as { login?: string }).login : undefined
}

function ask({ apiUrl, repository, token }: CommentPlace, path: string, init: RequestInit): Promise<Response> {
  return askAt(`${apiUrl}/repos/${repository}/${path}`, token, init)
}

function askAt(url: string, token: string, init: RequestInit): Promise<Response> {
  const headers = { authorization: `Bearer ${token}`, accept: 'application/vnd.github+json', 'content-type': 'application/json', 'x-github-api-version': '2022-11-28', 'user-agent': 'parallel-pip' }
  return fetch(url, { ...init, headers, signal: AbortSignal.timeout(TIMEOUT_MS) })
}
