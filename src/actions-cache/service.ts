/** Keys as the service takes them: the first is preferred, each is also a prefix; the newest entry wins. */
export interface KeyQuery {
  readonly primary: string
  readonly others: readonly string[]
}

/** Whether the service has an entry, without bringing it. */
export type LookupAnswer =
  | { readonly kind: 'found'; readonly key: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'failed'; readonly why: string }

/** How one transfer from the service ended. Whatever arrived lies in the folder, whole or not. */
export type TransferAnswer =
  | { readonly kind: 'done'; readonly key: string; readonly bytes: number }
  | { readonly kind: 'none' }
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'stalled'; readonly afterMs: number; readonly bytes: number }
  /** All of it came, and it could not be read, or not to its end. */
  | { readonly kind: 'unreadable'; readonly why: string }
  | { readonly kind: 'failed'; readonly why: string }

/** How the service took an entry that was to be saved. */
export type StoreAnswer =
  | { readonly kind: 'saved'; readonly bytes: number }
  | { readonly kind: 'exists' }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'read-only' }
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'stalled'; readonly afterMs: number }
  | { readonly kind: 'failed'; readonly why: string }

/** A transfer that was begun, in this process or an earlier one of the job. */
export interface Transfer {
  /** Where what arrives lies: the entry's files. */
  readonly folder: string
  /** Waits for the end; gives up, and ends the transfer, when nothing moves for `stallMs`. */
  finish(options: { readonly stallMs: number; readonly signal?: AbortSignal }): Promise<TransferAnswer>
  /** Ends what is done with the entry beside, once it has come. */
  endAhead(): void
  /** Ends it now. */
  stop(): Promise<void>
}

/** A transfer that an earlier process of the job began, before it could know which entry this run needs. */
export interface EarlyTransfer extends Transfer {
  /** Milliseconds since the epoch. */
  readonly startedMs: number
  /** The entry that comes, as soon as that is known; undefined: none. */
  whichKey(options: { readonly stallMs: number; readonly signal?: AbortSignal }): Promise<string | undefined>
  /** The pointer that led to it, once `whichKey` has told. */
  pointer(): string | undefined
  /** There is no entry that this run could ask for, under any key. */
  foundNone(): boolean
  /** When it ended; undefined while it goes on. */
  endedMs(): number | undefined
  /** Ends the answering of the leg's last question, if it goes on; how long it took if there is an answer. */
  endAnswering(): number | undefined
}

/** What a save puts where. */
export interface SaveKeys {
  /** Undefined: only the pointer is set. */
  readonly key: string | undefined
  /** A key with `question` alone for content, saved beside. */
  readonly pointer: string | undefined
  readonly question?: string | undefined
}

/** A save that an earlier process of the job began. */
export interface BegunSave {
  /** Milliseconds since the epoch. */
  readonly startedMs: number
  /** As `CacheService.save`; undefined: the program that was to do it has ended without having asked the service, or without a word. */
  finish(options: { readonly stallMs: number }): Promise<StoreAnswer | undefined>
  /** When it ended; undefined while it goes on. */
  endedMs(): number | undefined
  /** Ends it now, and removes what it made. */
  stop(): void
}

/** An entry to be saved, with the pointer that leads the leg's next job to it. */
export interface SaveRequest extends SaveKeys {
  readonly folder: string
  readonly stallMs: number
  readonly signal?: AbortSignal
}

/** The cache service of the platform, as this room needs it. Nothing of it throws: the cache must never be in the way. */
export interface CacheService {
  lookup(query: KeyQuery): Promise<LookupAnswer>
  /** Begins to bring an entry into a private folder. */
  restore(query: KeyQuery): Transfer
  /** Saves the files below `folder` (made by `makeFolder`) under `key`, unless it is there. */
  save(request: SaveRequest): Promise<StoreAnswer>
  /** An empty private folder whose files `save` takes. */
  makeFolder(): Promise<string>
}
