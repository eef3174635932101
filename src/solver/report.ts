import type { DerivedStatement, Statement } from './derivation.ts'
import type { Phrases } from './phrases.ts'

/** What is left to do: tell a statement with all it rests on, or say the sentence that was made ready for. */
type Task =
  | { readonly kind: 'tell'; readonly statement: DerivedStatement }
  | { readonly kind: 'say'; readonly statement: DerivedStatement; readonly sentence: () => string }
  | { readonly kind: 'pause' }

/**
 * Sentences for a derivation, causes before conclusions, each said once: a statement that is used again gets a number
 * (docs/solver.md, "Explanations"; the order of telling is that of PubGrub's error report). Works through a list of tasks
 * instead of calling itself, since derivations can be deeper than the stack.
 */
export function reportOf(conclusion: Statement, phrases: Phrases): readonly string[] {
  if ('fact' in conclusion) return [sentence(`Because ${phrases.clause(conclusion)}, no versions satisfy all requirements`)]
  const writer = new Writer(conclusion, phrases)
  return writer.write()
}

const sentence = (text: string): string => `${text}.`

class Writer {
  readonly #phrases: Phrases
  readonly #conclusion: DerivedStatement
  readonly #lines: { text: string; number: number | undefined }[] = []
  readonly #lineOf = new Map<Statement, number>()
  readonly #shared: ReadonlySet<Statement>
  readonly #tasks: Task[] = []
  #lastNumber = 0

  constructor(conclusion: DerivedStatement, phrases: Phrases) {
    this.#conclusion = conclusion
    this.#phrases = phrases
    this.#shared = sharedIn(conclusion)
  }

  write(): readonly string[] {
    this.#tasks.push({ kind: 'tell', statement: this.#conclusion })
    for (let task = this.#tasks.pop(); task !== undefined; task = this.#tasks.pop()) this.#do(task)
    return this.#lines.map(({ text, number }) => (number === undefined ? text : `${text} (${number})`))
  }

  #do(task: Task): void {
    switch (task.kind) {
      case 'tell':
        if (!this.#lineOf.has(task.statement)) this.#tell(task.statement)
        return
      case 'say':
        this.#lineOf.set(task.statement, this.#lines.length)
        this.#lines.push({ text: sentence(task.sentence()), number: undefined })
        if (this.#shared.has(task.statement)) this.#numberOf(task.statement)
        return
      case 'pause':
        this.#lines.push({ text: '', number: undefined })
    }
  }

  /** The number of a statement that has been said; it gets one when it is first referred to. */
  #numberOf(statement: Statement): number {
    const line = this.#lines[this.#lineOf.get(statement)!]!
    line.number ??= ++this.#lastNumber
    return line.number
  }

  #isSaid(statement: Statement): boolean {
    return this.#lineOf.has(statement)
  }

  #tell(statement: DerivedStatement): void {
    const [left, right] = statement.because
    if ('fact' in left && 'fact' in right) this.#say(statement, () => `Because ${this.#phrases.both(left, right)}, ${this.#so(statement)}`)
    else if ('fact' in left) this.#tellFrom(statement, right as DerivedStatement, left)
    else if ('fact' in right) this.#tellFrom(statement, left, right)
    else this.#tellFromTwo(statement, left, right)
  }

  /** A statement that follows from a fact and a derived one. */
  #tellFrom(statement: DerivedStatement, derived: DerivedStatement, fact: Statement): void {
    if (this.#isSaid(derived)) {
      this.#say(statement, () => `Because ${this.#phrases.clause(fact)} and ${this.#cited(derived)}, ${this.#so(statement)}`)
      return
    }
    const inner = this.#collapsible(derived)
    if (inner === undefined) {
      this.#later([
        { kind: 'tell', statement: derived },
        this.#saying(statement, () => `And because ${this.#phrases.clause(fact)}, ${this.#so(statement)}`),
      ])
      return
    }
    this.#later([
      { kind: 'tell', statement: inner.derived },
      this.#saying(statement, () => `And because ${this.#phrases.both(inner.fact, fact)}, ${this.#so(statement)}`),
    ])
  }

  /** A derived statement that may be skipped: used only here, and from one fact and one statement that is not told yet. */
  #collapsible(statement: DerivedStatement): { readonly derived: DerivedStatement; readonly fact: Statement } | undefined {
    if (this.#shared.has(statement)) return undefined
    const [left, right] = statement.because
    if ('fact' in left && !('fact' in right) && !this.#isSaid(right)) return { derived: right, fact: left }
    if ('fact' in right && !('fact' in left) && !this.#isSaid(left)) return { derived: left, fact: right }
    return undefined
  }

  #tellFromTwo(statement: DerivedStatement, left: DerivedStatement, right: DerivedStatement): void {
    if (this.#isSaid(left) && this.#isSaid(right)) {
      this.#say(statement, () => `Because ${this.#cited(left)} and ${this.#cited(right)}, ${this.#so(statement)}`)
      return
    }
    if (this.#isSaid(left) || this.#isSaid(right)) {
      const [said, untold] = this.#isSaid(left) ? [left, right] : [right, left]
      this.#later([{ kind: 'tell', statement: untold }, this.#saying(statement, () => `And because ${this.#cited(said)}, ${this.#so(statement)}`)])
      return
    }
    const [first, second] = isShort(left) && !isShort(right) ? [right, left] : [left, right]
    if (isShort(second)) {
      this.#later([
        { kind: 'tell', statement: first },
        { kind: 'tell', statement: second },
        this.#saying(statement, () => `So ${this.#so(statement)}`),
      ])
      return
    }
    this.#later([
      { kind: 'tell', statement: first },
      { kind: 'pause' },
      { kind: 'tell', statement: second },
      this.#saying(statement, () => `And because ${this.#cited(first)}, ${this.#so(statement)}`),
    ])
  }

  #so(statement: Statement): string {
    return this.#phrases.clause(statement)
  }

  #cited(statement: Statement): string {
    return `${this.#phrases.clause(statement)} (${this.#numberOf(statement)})`
  }

  #saying(statement: DerivedStatement, text: () => string): Task {
    return { kind: 'say', statement, sentence: text }
  }

  #say(statement: DerivedStatement, text: () => string): void {
    this.#do(this.#saying(statement, text))
  }

  #later(tasks: readonly Task[]): void {
    this.#tasks.push(...tasks.toReversed())
  }
}

/** One sentence is enough: it follows from two facts. */
function isShort(statement: DerivedStatement): boolean {
  return statement.because.every((cause) => 'fact' in cause)
}

/** Derived statements that more than one other rests on. */
function sharedIn(conclusion: DerivedStatement): ReadonlySet<Statement> {
  const seen = new Set<Statement>([conclusion])
  const shared = new Set<Statement>()
  for (const statement of seen) {
    if ('fact' in statement) continue
    for (const cause of statement.because) {
      if (!('fact' in cause) && seen.has(cause)) shared.add(cause)
      seen.add(cause)
    }
  }
  return shared
}
