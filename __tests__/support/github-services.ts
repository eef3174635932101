import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

export interface KeptComment {
  readonly id: number
  body: string
  readonly user: { readonly type: string; readonly login?: string }
}

export interface Refusal {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly message?: string
}

/** Stand-ins of GitHub's artifact service (single files, as of version 7) and of the comments of its REST interface, on 127.0.0.1. */
export interface GithubServices {
  readonly origin: string
  /** Of one run: finished artifacts by name. */
  readonly artifacts: Map<string, string>
  readonly comments: KeptComment[]
  /** Whether tokens may comment. */
  mayComment: boolean
  /** Whose token comments: a run's (a bot without a name to ask for), or a user's. */
  writer: KeptComment['user']
  /** Comments that are listed, and cannot be changed: 404 for what was deleted meanwhile, 403 for what is another program's. */
  readonly locked: Map<number, number>
  /** Status by which the next requests about artifacts are answered, in their order. */
  readonly artifactRefusals: number[]
  /** What the next requests about comments are answered with, in their order. */
  readonly refusals: Refusal[]
  /** A token for one job of the run. */
  token(job: string): string
  close(): Promise<void>
}

export async function startGithubServices(): Promise<GithubServices> {
  const pending = new Map<string, string>()
  const artifacts = new Map<string, string>()
  const comments: KeptComment[] = []
  const locked = new Map<number, number>()
  const refusals: Refusal[] = []
  const artifactRefusals: number[] = []
  const state: Pick<GithubServices, 'mayComment' | 'writer'> = { mayComment: true, writer: { type: 'Bot' } }
  const origin = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const artifactCall = (method: string, request: Record<string, string>): [number, object] => {
    const name = request['name'] ?? ''
    if (request['workflow_run_backend_id'] !== 'the-run') return [403, { msg: 'wrong run' }]
    switch (method) {
      case 'CreateArtifact':
        if (artifacts.has(name) || pending.has(name)) return [409, { code: 'already_exists', msg: 'an artifact with this name exists' }]
        pending.set(name, '')
        return [200, { ok: true, signed_upload_url: `${origin()}/blob/${encodeURIComponent(name)}?sig=x` }]
      case 'FinalizeArtifact': {
        const text = pending.get(name) ?? ''
        const isRight = request['size'] === String(Buffer.byteLength(text)) && request['hash'] === `sha256:${createHash('sha256').update(text).digest('hex')}`
        if (!isRight) return [400, { code: 'invalid_argument', msg: 'size or hash' }]
        artifacts.set(name, text)
        pending.delete(name)
        return [200, { ok: true, artifact_id: '1' }]
      }
      case 'ListArtifacts':
        return [200, { artifacts: [...artifacts.keys()].map((kept) => ({ name: kept, database_id: '1' })) }]
      case 'GetSignedArtifactURL':
        return artifacts.has(name) ? [200, { signed_url: `${origin()}/blob/${encodeURIComponent(name)}?sig=x` }] : [404, { code: 'not_found' }]
      default:
        return [404, { code: 'bad_route' }]
    }
  }
  const commentCall = (method: string, path: string, body: string): [number, unknown] => {
    if (path === '/user') return state.writer.login === undefined ? [403, {}] : [200, state.writer]
    if (method === 'GET') return [200, comments.map((comment) => ({ ...comment, html_url: `http://x/${comment.id}` }))]
    if (!state.mayComment) return [403, { message: 'Resource not accessible by integration' }]
    const text = (JSON.parse(body) as { body: string }).body
    if (method === 'POST') comments.push({ id: comments.length + 1, body: text, user: state.writer })
    const comment = method === 'POST' ? comments.at(-1) : comments.find(({ id }) => path.endsWith(`/comments/${id}`))
    if (comment === undefined) return [404, {}]
    const isLocked = locked.get(comment.id)
    if (isLocked !== undefined) return [isLocked, { message: 'no' }]
    comment.body = text
    return [method === 'POST' ? 201 : 200, { ...comment, html_url: `http://x/${comment.id}` }]
  }
  const server = createServer((request, response) => {
    void buffer(request).then((bytes) => {
      const url = new URL(request.url ?? '/', origin())
      const body = bytes.toString()
      const reply = (status: number, value: unknown): void => void response.writeHead(status, { 'content-type': 'application/json' }).end(typeof value === 'string' ? value : JSON.stringify(value))
      const refused = /\/blob\/|ArtifactService/.test(url.pathname) ? artifactRefusals.shift() : undefined
      if (refused !== undefined) return reply(refused, '')
      const blob = decodeURIComponent(/^\/blob\/(.*)$/.exec(url.pathname)?.[1] ?? '')
      if (blob !== '' && request.method === 'PUT') {
        if (request.headers['x-ms-blob-type'] !== 'BlockBlob') return reply(400, 'no blob type')
        pending.set(blob, body)
        return reply(201, '')
      }
      if (blob !== '') return reply(200, artifacts.get(blob) ?? '')
      const twirp = /ArtifactService\/(\w+)$/.exec(url.pathname)?.[1]
      const refusal = twirp === undefined ? refusals.shift() : undefined
      if (refusal !== undefined) return void response.writeHead(refusal.status, { 'content-type': 'application/json', ...refusal.headers }).end(JSON.stringify({ message: refusal.message }))
      return reply(...(twirp === undefined ? commentCall(request.method ?? '', url.pathname, body) : artifactCall(twirp, JSON.parse(body) as Record<string, string>)))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    get origin() { return origin() },
    artifacts,
    comments,
    locked,
    refusals,
    artifactRefusals,
    get mayComment() { return state.mayComment },
    set mayComment(value) { state.mayComment = value },
    get writer() { return state.writer },
    set writer(value) { state.writer = value },
    token: (job) => ['x', Buffer.from(JSON.stringify({ scp: `Actions.Example Actions.Results:the-run:${job}` })).toString('base64url'), 'x'].join('.'),
    close: () => new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    }),
  }
}
