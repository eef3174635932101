import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { localUrl } from '../index/local-pages.ts'
import { UserError } from '../kernel/errors.ts'
import type { Origin } from '../kernel/origin.ts'
import { redactUrl } from '../kernel/secrets.ts'
import type { IndexSettings } from '../requests/types.ts'
import { askDefaultIndex } from '../target/default-index.ts'
import type { Target } from '../target/types.ts'
import type { RunContext } from './context.ts'
import { openProbeStore } from './probe-store.ts'
import type { StoreFolder } from './store-folder.ts'

/** The indexes to ask; with nothing configured the one the target's own pip would use. Throws `index-missing`. */
export async function findIndexes({ indexUrl, extraIndexUrls, noIndex }: IndexSettings, asked: Pick<Target, 'python' | 'ensurepipWheel'> & { readonly storeFolder: StoreFolder }, context: RunContext): Promise<string[]> {
  if (noIndex) return []
  const main = indexUrl?.value ?? (await context.events.during({ task: 'configure', resource: 'cpu' }, () => askDefaultIndex(asked, { world: context.world, signal: context.signal, cache: openProbeStore(asked.storeFolder) })))
  if (main === undefined) {
    throw new UserError('index-missing', 'no package index is configured, and the interpreter has no pip to ask for its default', {
      hint: 'name one with --index-url, PIP_INDEX_URL or pip.conf, or use --no-index with --find-links',
    })
  }
  const named = [{ value: main, origin: indexUrl?.origin }, ...extraIndexUrls]
  const urls = await Promise.all(named.map((one) => toIndexUrl(one, context)))
  return urls.filter((url) => url !== undefined)
}

interface NamedIndex {
  readonly value: string
  readonly origin: Origin | undefined
}

/** Folders may be indexes; what cannot be asked is left out with a word, as pip does. */
async function toIndexUrl({ value, origin }: NamedIndex, { world, events }: RunContext): Promise<string | undefined> {
  const ignored = (why: string): undefined => {
    events.notice('warning', `the index ${redactUrl(value)} is ignored: ${why}`, origin)
  }
  const scheme = /^(?<scheme>[a-z][a-z0-9+.-]+):\/\//i.exec(value)?.groups?.['scheme']?.toLowerCase() ?? (/^file:/i.test(value) ? 'file' : undefined)
  if (scheme === 'file') return isThere(value) ? value : ignored('there is no such folder')
  if (scheme !== undefined) return ['http', 'https'].includes(scheme) ? value : ignored(`${scheme} is not a scheme that can be fetched (http, https, file)`)
  const local = await localUrl(path.resolve(world.cwd, value))
  return local ?? ignored(`it is neither a URL nor a folder that exists${looksLikeHost(value) ? `; did you mean https://${value}?` : ''}`)
}

function isThere(url: string): boolean {
  try {
    return existsSync(fileURLToPath(url))
  } catch {
    return false
  }
}

/** `index.example.com/simple`. */
function looksLikeHost(text: string): boolean {
  return /^[\w-]+(\.[\w-]+)+(:\d+)?(\/|$)/.test(text)
}
