import type { Origin } from '../kernel/origin.ts'
import type { NormalizedName } from '../standards/names.ts'
import type { IndexFile } from '../standards/simple-api.ts'
import type { Version } from '../standards/version.ts'
import type { FileTable } from './file-table.ts'

/** A place that lists distributions. `label` is fit for people: no credentials. */
export interface IndexRef {
  readonly kind: 'simple' | 'find-links'
  readonly url: string
  readonly label: string
}

/** One version of a project, in the file that suits the target best. */
export interface Candidate {
  readonly name: NormalizedName
  readonly version: Version
  readonly format: 'wheel' | 'sdist'
  readonly file: IndexFile
  readonly isYanked: boolean
  readonly index: IndexRef
  /** Further files of the same version, best first, for when this one turns out to be of something else; they have none of their own. */
  readonly others: readonly Candidate[]
}

/** Why a listed file is no candidate; the explanation of a failed resolution draws on these. */
export type RejectionReason = 'tags' | 'requires-python' | 'format' | 'hash' | 'too-new' | 'no-upload-time' | 'name' | 'version'

/** A listed file that is no candidate, and why. */
export interface Rejection {
  readonly filename: string
  readonly version: Version | undefined
  readonly reason: RejectionReason
  /** What exactly did not fit: the tags, the specifier, the limit. */
  readonly detail: string
  readonly index: IndexRef
}

/**
 * Why an index says nothing of a name: 403 without credentials; --offline without a kept page; not asked, since the name belongs
 * to another index, or one before it has the name and the first counts.
 */
export interface Unanswered {
  readonly index: IndexRef
  readonly why: 'forbidden' | 'offline' | 'owned' | 'behind-first'
}

/** Everything known about a name: candidates best first (yanked ones last), and what was turned away. */
export interface CandidateList {
  readonly name: NormalizedName
  readonly candidates: readonly Candidate[]
  /** Worked out when asked for. */
  readonly rejections: () => readonly Rejection[]
  /** Places that have the project; empty: nobody knows the name. */
  readonly foundOn: readonly IndexRef[]
  /** Indexes that might have it and did not say. */
  readonly unanswered: readonly Unanswered[]
  /** All that the list was made of; undefined: it rests on more than what indexes answered. */
  readonly marks?: readonly PageMark[]
}

/**
 * What an index answered for a name: the page with this mark, or that there is none (`ABSENT`). Without a name: what a
 * `--find-links` place lists in all.
 */
export interface PageMark {
  readonly name?: NormalizedName | undefined
  readonly indexUrl: string
  readonly mark: string
}

/** What one place answered for one name. */
export interface ListedFiles {
  readonly index: IndexRef
  readonly files: readonly IndexFile[] | FileTable
}

/** A file that is the only one to count for its project, and who says so. */
export interface PinnedFile {
  readonly file: IndexFile
  readonly index: IndexRef
  readonly origin: Origin
}
