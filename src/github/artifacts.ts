import { createHash } from 'node:crypto'
import { systemClock, type Clock } from '../kernel/clock.ts'

/** The artifacts of the run that this job is part of. Nothing here throws but for the reason given. */
export interface RunArtifacts {
  /** Keeps a small text under a name that the run has not used yet; it is gone after `days`. Rejects when the service refuses. */
  upload(name: string, text: string, options: { readonly days: number }): Promise<void>
  /** Names of what the run has so far. Rejects when the service refuses. */
  list(): Promise<string[]>
  download(name: string): Promise<string>
}

type Env = Readonly<Record<string, string | undefined>>

interface Ids {
  readonly workflow_run_backend_id: string
  readonly workflow_job_run_backend_id: string
}

const TIMEOUT_MS = 10_000
const SERVICE = 'twirp/github.actions.results.api.v1.ArtifactService'
/** From here on artifacts may be single files rather than archives. */
const VERSION = 7

/**
 * The artifact service, spoken as @actions/artifact 6 speaks it, for single small files: the package brings an archiver and a
 * REST client of several megabytes to each step. Undefined where the runner tells of no such service.
 */
export function openArtifacts(env: Env, clock: Clock = systemClock): RunArtifacts | undefined {
  const [url, token] = [env['ACTIONS_RESULTS_URL'], env['ACTIONS_RUNTIME_TOKEN']]
  const ids = token === undefined ? undefined : backendIds(token)
  if (!url || token === undefined || ids === undefined) return undefined
  const call = async (method: string, body: object): Promise<Record<string, unknown>> => {
    const answer = await ask(clock, new URL(`/${SERVICE}/${method}`, url), {
      method: 'POST', body: JSON.stringify({ ...ids, ...body }),
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', accept: 'application/json' },
    })
    if (!answer.ok) throw new Error(`the artifact service answered ${answer.status} to ${method}`)
    return (await answer.json()) as Record<string, unknown>
  }
  return {
    upload: async (name, text, { days }) => {
      const expires = new Date(Date.now() + days * 86_400_000).toISOString()
      const made = await call('CreateArtifact', { name, mime_type: 'application/json', version: VERSION, expires_at: expires })
      await putBlob(clock, textOf(made, 'signed_upload_url'), text)
      const hash = `sha256:${createHash('sha256').update(text).digest('hex')}`
      const done = await call('FinalizeArtifact', { name, size: String(Buffer.byteLength(text)), hash })
      if (done['ok'] !== true) throw new Error('the artifact service did not take it')
    },
    list: async () => {
      const { artifacts = [] } = (await call('ListArtifacts', {})) as { artifacts?: { name?: string }[] }
      return artifacts.flatMap(({ name }) => name ?? [])
    },
    download: async (name) => {
      const answer = await ask(clock, textOf(await call('GetSignedArtifactURL', { name }), 'signed_url'), {})
      if (!answer.ok) throw new Error(`${name} could not be read: ${answer.status}`)
      return answer.text()
    },
  }
}

/** When one that is ill, or has too much to do, is asked again. */
const AGAIN_AFTER_MS = [1000, 3000]

/** Asks up to three times, within ten seconds in all, where nothing answers, or an answer says that it may be otherwise in a moment; the last answer. */
async function ask(clock: Clock, url: URL | string, init: RequestInit): Promise<Response> {
  const signal = AbortSignal.timeout(TIMEOUT_MS)
  for (const waitMs of AGAIN_AFTER_MS) {
    const answer = await fetch(url, { ...init, signal }).catch(() => undefined)
    if (answer !== undefined && answer.status !== 429 && answer.status < 500) return answer
    await answer?.body?.cancel()
    if (signal.aborted) break
    await clock.sleep(waitMs)
  }
  return fetch(url, { ...init, signal })
}

async function putBlob(clock: Clock, url: string, text: string): Promise<void> {
  const headers = { 'x-ms-blob-type': 'BlockBlob', 'x-ms-blob-content-type': 'application/json', 'content-type': 'application/json' }
  const answer = await ask(clock, url, { method: 'PUT', body: text, headers })
  if (!answer.ok) throw new Error(`the artifact could not be uploaded: ${answer.status}`)
}

/** The run's and the job's names in that service, from the scopes of the token: `Actions.Results:RUN:JOB`. */
function backendIds(token: string): Ids | undefined {
  try {
    const { scp = '' } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { scp?: string }
    const [, run, job] = scp.split(' ').find((scope) => scope.startsWith('Actions.Results:'))?.split(':') ?? []
    return run === undefined || job === undefined ? undefined : { workflow_run_backend_id: run, workflow_job_run_backend_id: job }
  } catch {
    return undefined
  }
}

function textOf(answer: Record<string, unknown>, field: string): string {
  const value = answer[field]
  if (typeof value !== 'string' || value === '') throw new Error(`the artifact service gave no ${field}`)
  return value
}
