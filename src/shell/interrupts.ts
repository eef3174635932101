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

export interface Interrupts {
  readonly signal: AbortSignal
  close(): void
}

/**
 * Turns the first SIGINT, SIGTERM or SIGHUP into an abort, so that the run can put things back; a second one ends the process at
 * once, and the journal in the environment tells the next run what to undo.
 */
export function listenForInterrupts(onFirst: (interrupted: Interrupted) => void): Interrupts {
  const controller = new AbortController()
  const handle = (name: SignalName): void => {
    const interrupted = new Interrupted(name)
    if (controller.signal.aborted) process.exit(interruptStatus(interrupted))
    onFirst(interrupted)
    controller.abort(interrupted)
  }
  for (const name of NAMES) process.on(name, handle)
  return {
    signal: controller.signal,
    close: () => {
      for (const name of NAMES) process.off(name, handle)
    },
  }
}
