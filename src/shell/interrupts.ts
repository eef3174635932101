/** The reason a run is aborted with when a signal ended it. */
export class Interrupted extends Error {
  readonly signalName: SignalName
  constructor(signalName: SignalName) {
    super(signalName === 'SIGINT' ? 'interrupted' : 'terminated')
    this.signalName = signalName
  }
}

/** SIGHUP: the terminal has gone. */
type SignalName = 'SIGINT' | 'SIGTERM' | 'SIGHUP'
const STATUS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const
const NAMES = Object.keys(STATUS) as SignalName[]

/** The exit status a shell expects of a program that a signal ended. */
export function interruptStatus(interrupted: Interrupted): number {
  return STATUS[interrupted.signalName]
}

/** The signals of a run: `signal` is aborted by the first. */
export interface Interrupts {
  readonly signal: AbortSignal
  /** The run is over, whichever way: a signal that comes while the process ends does not change its status; a second one ends it. */
  close(): void
}

/**
 * Turns the first SIGINT, SIGTERM or SIGHUP into an abort, so that the run can put things back; a second one ends the process at
 * once, and the journal in the environment tells the next run what to undo.
 */
export function listenForInterrupts(onFirst: (interrupted: Interrupted) => void): Interrupts {
  const controller = new AbortController()
  let isOver = false
  let isSecond = false
  const handle = (name: SignalName): void => {
    const interrupted = new Interrupted(name)
    if (isSecond) process.exit(interruptStatus(interrupted))
    isSecond = true
    if (isOver) return
    onFirst(interrupted)
    controller.abort(interrupted)
  }
  for (const name of NAMES) process.on(name, handle)
  return {
    signal: controller.signal,
    close: () => {
      isOver = true
    },
  }
}
