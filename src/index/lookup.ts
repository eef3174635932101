import type { EventBus } from '../kernel/events.ts'
import { UserError } from '../kernel/errors.ts'
import { SharedWork, type WorkTerms } from '../kernel/shared-work.ts'
import type { NormalizedName } from '../standards/names.ts'
import type { Version } from '../standards/version.ts'
import { listCandidates, type CandidateRules } from './candidates.ts'
import type { FindLinks } from './find-links.ts'
import { ABSENT, type PageReader, type WantedPage } from './pages.ts'
import type { Places } from './places.ts'
import type { CandidateList, IndexRef, ListedFiles, PageMark, PinnedFile, Unanswered } from './types.ts'

/** Names → candidates. Each name is looked up once per run, however many ask. */
export interface CandidateLookup {
  /** Throws what reading indexes throws; `index-answer` when an index does not say upload times that a rule needs; `no-candidate` for a locked file that does not fit. */
  list(name: NormalizedName, options: { readonly signal: AbortSignal; readonly urgent: boolean }): Promise<CandidateList>
  /** Whether indexes still answer with the pages of these marks, and find-links places list the same. Pages that do are not read. Throws what reading indexes throws. */
  stillSays(marks: readonly PageMark[], signal: AbortSignal): Promise<boolean>
  /**
   * Gives up on looking for pinned versions alone: from now on lists are whole. False when all that were handed out are, so that
   * nothing more is to be learnt.
   */
  widen(): boolean
  /** Forgets all lists, for when what they rest on is gone: names are looked up anew. */
  forget(): void
  /** Ends lookups that nobody waits for. */
  dropSpeculation(): void
  /** The places that are asked, for error messages. */
  readonly places: readonly IndexRef[]
}

/** What looking up candidates works with. */
export interface LookupParts {
  readonly places: Places
  readonly findLinks: readonly FindLinks[]
  readonly pages: PageReader
  readonly events: EventBus
  readonly rulesFor: (name: NormalizedName) => CandidateRules
  /** The file that a lock chose for the name: its only candidate. */
  readonly pinnedFor: (name: NormalizedName) => PinnedFile | undefined
  /** The version that every answer has of a project, if it has it: other files may be missing in its list. */
  readonly onlyVersion: (name: NormalizedName) => Version | undefined
}

/** The parts with what is noted on the way. */
interface LookupInner extends LookupParts {
  /** Indexes that have answered 403. */
  readonly forbidden: Set<IndexRef>
  /** Names of which a list was made that is not whole. */
  readonly partial: Set<NormalizedName>
}

/** Asks every place that may serve a name and merges what they list, as pip does: all count alike. */
export function openLookup(given: LookupParts): CandidateLookup {
  const parts: LookupInner = { ...given, forbidden: new Set(), partial: new Set() }
  let lists = new SharedWork<string, CandidateList>()
  let isWide = false
  for (const index of parts.places.untrusted) parts.events.notice('warning', `${index.label} is ignored: it is not encrypted, and its host was not declared with --trusted-host`)
  return {
    places: [...parts.places.indexes, ...parts.findLinks.map((place) => place.index)],
    forget: () => {
      lists.dropIdle()
      lists = new SharedWork()
    },
    dropSpeculation: () => lists.dropIdle(),
    widen: () => {
      const isMore = !isWide && parts.partial.size > 0
      isWide = true
      return isMore
    },
    stillSays: async (marks, signal) => (await Promise.all(marks.map((mark) => isSame(parts, mark, signal)))).every(Boolean),
    list: (name, { signal, urgent }) =>
      lists.get(isWide && parts.partial.has(name) ? `${name} whole` : name, urgent, async (own) => {
        const pinned = parts.pinnedFor(name)
        const rules = parts.rulesFor(name)
        if (pinned !== undefined) return listPinned(name, pinned, rules)
        const version = isWide || looksAtAll(rules) ? undefined : parts.onlyVersion(name)
        const asked = await askPlaces(parts, { name, version }, { ...own, signal: AbortSignal.any([signal, own.signal]) })
        const list = listCandidates(name, asked.listed, rules)
        if (rules.uploadedPriorToMs !== undefined) refuseWithoutTimes(list)
        return { ...list, unanswered: asked.unanswered, ...(asked.marks === undefined ? {} : { marks: asked.marks }) }
      }),
  }
}

/** What the places that may serve a name answered. */
interface Asked {
  readonly listed: readonly ListedFiles[]
  readonly unanswered: CandidateList['unanswered']
  readonly marks: readonly PageMark[] | undefined
}

/** Hashes and times of upload are held against all files of a project. */
function looksAtAll({ hashes, uploadedPriorToMs }: CandidateRules): boolean {
  return hashes !== undefined || uploadedPriorToMs !== undefined
}

interface Named extends WantedPage {
  readonly name: NormalizedName
}

async function askPlaces(parts: LookupInner, wanted: Named, terms: WorkTerms): Promise<Asked> {
  const { name } = wanted
  const { kind, indexes } = parts.places.forName(name)
  const sorted = (answers: readonly IndexAnswer[], links: LinksRead = { listed: [], marks: [] }): Asked => {
    const marks = marksOf(name, answers)
    return { ...sortedOut(answers, links.listed), marks: marks === undefined ? undefined : [...marks, ...links.marks] }
  }
  if (kind === 'owned') return sorted([...(await readAll(parts, wanted, indexes, terms)), ...notAsked(parts.places.indexes.filter((index) => !indexes.includes(index)), 'owned')])
  if (kind === 'merged') {
    const [links, answers] = await Promise.all([readFindLinks(parts, terms.signal), readAll(parts, wanted, indexes, terms)])
    return sorted(answers, links)
  }
  const links = readFindLinks(parts, terms.signal)
  // When an index fails first, nobody waits for them any more.
  links.catch(() => undefined)
  const answers: IndexAnswer[] = []
  for (const index of indexes) {
    const answer = await readIndex(parts, wanted, index, terms)
    answers.push(answer)
    if (answer.kind === 'listed') break
  }
  return sorted([...answers, ...notAsked(indexes.slice(answers.length), 'behind-first')], await links)
}

type IndexAnswer =
  | { readonly kind: 'listed'; readonly listed: ListedFiles; readonly mark: string | undefined }
  /** `isPlain`: the index said so, and nothing else. */
  | { readonly kind: 'absent'; readonly index: IndexRef; readonly isPlain: boolean }
  | ({ readonly kind: 'unanswered' } & Unanswered)

function notAsked(indexes: readonly IndexRef[], why: Unanswered['why']): IndexAnswer[] {
  return indexes.map((index) => ({ kind: 'unanswered', index, why }))
}

function marksOf(name: NormalizedName, answers: readonly IndexAnswer[]): PageMark[] | undefined {
  const asked = answers.filter((answer) => answer.kind !== 'unanswered' || answer.why === 'forbidden' || answer.why === 'offline')
  const marks = asked.map((answer) => {
    if (answer.kind === 'listed') return answer.mark === undefined ? undefined : { name, indexUrl: answer.listed.index.url, mark: answer.mark }
    return answer.kind === 'absent' && answer.isPlain ? { name, indexUrl: answer.index.url, mark: ABSENT } : undefined
  })
  return marks.every((mark) => mark !== undefined) ? marks : undefined
}

async function isSame(parts: LookupInner, { name, indexUrl, mark }: PageMark, signal: AbortSignal): Promise<boolean> {
  if (name === undefined) return mark === (await parts.findLinks.find((place) => place.index.url === indexUrl)?.mark(signal))
  const index = parts.places.forName(name).indexes.find(({ url }) => url === indexUrl)
  if (index === undefined) return false
  return parts.events.during({ task: 'page', resource: 'network', subject: name }, (task) => parts.pages.isSame(index, name, mark, { signal, urgent: true, onPlace: () => task.began() }))
}

function sortedOut(answers: readonly IndexAnswer[], links: readonly ListedFiles[]): Omit<Asked, 'marks'> {
  return {
    listed: [...links, ...answers.flatMap((answer) => (answer.kind === 'listed' ? [answer.listed] : []))],
    unanswered: answers.flatMap((answer) => (answer.kind === 'unanswered' ? [{ index: answer.index, why: answer.why }] : [])),
  }
}

function readAll(parts: LookupInner, wanted: Named, indexes: readonly IndexRef[], terms: WorkTerms): Promise<IndexAnswer[]> {
  return Promise.all(indexes.map((index) => readIndex(parts, wanted, index, terms)))
}

interface LinksRead {
  readonly listed: readonly ListedFiles[]
  readonly marks: readonly PageMark[]
}

/** Archives on disk first, then what pages link to; places that list nothing do not count as asked. */
async function readFindLinks({ findLinks }: LookupParts, signal: AbortSignal): Promise<LinksRead> {
  const read = await Promise.all(findLinks.map(async (place) => ({ index: place.index, ...(await place.files(signal)) })))
  const archives = read.map(({ index, archives: files }) => ({ index, files }))
  const linked = read.map(({ index, linked: files }) => ({ index, files }))
  const marks = await Promise.all(findLinks.map(async (place) => ({ indexUrl: place.index.url, mark: await place.mark(signal) })))
  return { listed: [...archives, ...linked].filter(({ files }) => files.length > 0), marks }
}

async function readIndex(parts: LookupInner, wanted: Named, index: IndexRef, terms: WorkTerms): Promise<IndexAnswer> {
  const { name } = wanted
  const facts = { task: 'page', resource: 'network', subject: name } as const
  return parts.events.during(facts, async (task) => {
    const answer = await parts.pages.read(index, wanted, { ...terms, onPlace: () => task.began() })
    switch (answer.kind) {
      case 'page':
        if (answer.isPart === true) parts.partial.add(name)
        return { kind: 'listed', listed: { index, files: answer.files }, mark: answer.mark }
      case 'absent':
        return { kind: 'absent', index, isPlain: true }
      case 'no-page':
        parts.events.notice('warning', `${index.label} answered ${answer.contentType || 'something without a type'} for ${name}, which is no page of an index: taken as "not here", as pip does`)
        return { kind: 'absent', index, isPlain: false }
      case 'forbidden':
        noteForbidden(parts, index, name)
        return { kind: 'unanswered', index, why: 'forbidden' }
      case 'offline':
        return { kind: 'unanswered', index, why: 'offline' }
    }
  })
}

/** Said once per index: some answer 403 for every name they do not have. */
function noteForbidden({ forbidden, events }: LookupInner, index: IndexRef, name: NormalizedName): void {
  const level = forbidden.has(index) ? 'debug' : 'info'
  forbidden.add(index)
  events.notice(level, `${index.label} answers 403 for ${name} and was given no credentials: taken as "not here"`)
}

/** pip refuses the run: a rule that cannot be checked must not pass. */
function refuseWithoutTimes({ rejections }: Pick<CandidateList, 'rejections'>): void {
  const rejection = rejections().find(({ reason }) => reason === 'no-upload-time')
  if (rejection === undefined) return
  throw new UserError('index-answer', `${rejection.index.label} does not say when its files were uploaded, which --uploaded-prior-to needs (${rejection.filename})`, {
    origin: { kind: 'index', url: rejection.index.label },
    hint: 'use an index that does, except this project with --uploaded-any-time, or leave the rule out',
  })
}

/** A locked file is taken or the run fails: nothing stands in for it (pip's `add_locked_link`). */
function listPinned(name: NormalizedName, { file, index, origin }: PinnedFile, rules: CandidateRules): CandidateList {
  const list = listCandidates(name, [{ index, files: [file] }], rules)
  const [rejection] = list.rejections()
  if (rejection === undefined) return { ...list, unanswered: [] }
  const code = rejection.reason === 'format' && !file.filename.endsWith('.whl') ? 'build-required' : 'no-candidate'
  throw new UserError(code, `the locked file ${file.filename} cannot be used here: ${rejection.detail}`, { origin })
}
