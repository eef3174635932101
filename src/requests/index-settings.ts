import { existsSync } from 'node:fs'
import path from 'node:path'
import { UserError } from '../kernel/errors.ts'
import { redactUrl } from '../kernel/secrets.ts'
import { normalizeName } from '../standards/names.ts'
import { badValue, type OptionValues } from './options/values.ts'
import { urlFault } from './link.ts'
import type { IndexOwner, IndexSettings, Located } from './types.ts'
import { expandUser, type World } from './world.ts'

/** Indexes as they stand while files are read: options in files change them, in the order in which they are read. */
export interface IndexState {
  indexUrl: Located<string> | undefined
  extraIndexUrls: readonly Located<string>[]
  findLinks: readonly Located<string>[]
  noIndex: boolean
}

/** What one line of a requirements file says of indexes. */
export interface IndexLine {
  readonly noIndex: boolean
  readonly indexUrl: Located<string> | undefined
  readonly extraIndexUrls: readonly Located<string>[]
  /** Already relative to the file where it exists there. */
  readonly findLinks: readonly Located<string>[]
}

/**
 * The indexes of command line and configuration. `--no-index` empties the list of indexes. Throws `usage` for `--index-url ''`, which
 * must not end at the default index (configuration that is empty counts as not there).
 */
export function startIndexes(values: OptionValues, world: World): IndexState {
  const noIndex = values.flag('no-index') === true
  const indexUrl = values.text('index-url')
  if (indexUrl?.value === '' && !noIndex) {
    throw new UserError('usage', '--index-url is empty', { origin: indexUrl.origin, hint: 'is a variable not set? Without --index-url the default index is asked' })
  }
  return {
    noIndex,
    indexUrl: noIndex ? undefined : indexUrl,
    extraIndexUrls: noIndex ? [] : values.texts('extra-index-url'),
    findLinks: values.texts('find-links').map(({ value, origin }) => ({ value: absoluteIfThere(expandUser(value, world.homeDir), world.cwd), origin })),
  }
}

/**
 * Applies a line as pip's `handle_option_line` does: `--index-url` takes the place of all indexes so far, the extra ones included;
 * once `--no-index` was said, indexes are no longer taken.
 */
export function applyIndexLine(state: IndexState, line: IndexLine): void {
  if (line.noIndex) {
    state.noIndex = true
    state.indexUrl = undefined
    state.extraIndexUrls = []
  }
  if (line.indexUrl !== undefined && line.indexUrl.value !== '' && !state.noIndex) {
    state.indexUrl = line.indexUrl
    state.extraIndexUrls = []
  }
  if (!state.noIndex) state.extraIndexUrls = [...state.extraIndexUrls, ...line.extraIndexUrls]
  state.findLinks = [...state.findLinks, ...line.findLinks]
}

/** Throws, with the code that fits where it was said, for a URL that cannot be taken apart. */
export function readIndexSettings(state: IndexState, values: OptionValues): IndexSettings {
  for (const said of [...(state.indexUrl === undefined ? [] : [state.indexUrl]), ...state.extraIndexUrls, ...state.findLinks]) checkUrl(said)
  const refreshed = values.names('refresh-package').reduce<readonly string[]>((names, { value }) => (value === ':none:' ? [] : [...names, value]), [])
  return {
    ...state,
    strategy: values.text('index-strategy')?.value === 'first-match' ? 'first-match' : 'unsafe-best-match',
    owners: readOwners(values),
    refresh: {
      all: values.flag('refresh') === true || refreshed.includes(':all:'),
      names: refreshed.filter((name) => name !== ':all:').map(normalizeName),
    },
  }
}

/** What is no URL may be a path: that is seen when it is read. */
function checkUrl({ value, origin }: Located<string>): void {
  if (!/^[a-z][a-z0-9+.-]*:\/\/|^file:/i.test(value) || urlFault(value) === undefined) return
  const code = origin.kind === 'file' ? 'requirements-file-syntax' : origin.kind === 'flag' ? 'usage' : 'config-syntax'
  throw new UserError(code, `no index or link can be read from ${redactUrl(value)}: it is not a valid URL`, { origin })
}

/** `pattern=url`; the pattern holds names and `*`. Throws `usage` for anything else. */
export function readOwners(values: OptionValues): readonly IndexOwner[] {
  return values.all('index-owner').map((setting) => {
    const equals = setting.value.indexOf('=')
    const pattern = setting.value.slice(0, Math.max(0, equals)).trim()
    const url = setting.value.slice(equals + 1).trim()
    if (equals === -1 || !/^[A-Za-z0-9._*-]+$/.test(pattern) || url === '') throw badValue(setting, 'needs pattern=url, as in internal-*=https://…')
    return { pattern: pattern.toLowerCase().replace(/[-_.]+/g, '-'), url }
  })
}

/** A path that exists, absolute; anything else as it is. */
export function absoluteIfThere(value: string, folder: string): string {
  const file = path.resolve(folder, value)
  return !/^[A-Za-z][A-Za-z0-9+.-]+:\/\//.test(value) && existsSync(file) ? file : value
}
