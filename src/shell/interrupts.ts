/** The reason a run is aborted with when a signal ended it. */
export class Interrupted extends Error {
  readonly signalName: 'SIGINT' | 'SIGTERM'
  constructor(signalName: 'SIGINT' | 'SIGTERM') {
    super(signalName === 'SIGINT' ? 'interrupted' : 'terminated')
    this.signalName = signalName
  }
}

const STATUS = { SIGINT: 130, SIGTERM: 143 } as const

/** The exit status a shell expects of a program that a signal ended. */
export function interruptStatus(interrupted: Interrupted): number {
  return STATUS[interrupted.signalName]
}

export interface Interrupts {
  readonly signal: AbortSignal
  close(): void
}

/**
 * Turns the first SIGINT or SIGTERM into an abort, so that the run can put things back; a second one ends the process at
 * once, and the journal in the environment tells the next run what to undo.
 */
export function listenForInterrupts(onFirst: (interrupted: Interrupted) => void): Interrupts {
  const controller = new AbortController()
  const handle = (name: 'SIGINT' | 'SIGTERM'): void => {
    const interrupted = new Interrupted(name)
    if (controller.signal.aborted) process.exit(interruptStatus(interrupted))
    onFirst(interrupted)
    controller.abort(interrupted)
  }
  const onInt = (): void => handle('SIGINT')
  const onTerm = (): void => handle('SIGTERM')
  process.on('SIGINT', onInt)
  process.on('SIGTERM', onTerm)
  return {
    signal: controller.signal,
    close: () => {
      process.off('SIGINT', onInt)
      process.off('SIGTERM', onTerm)
    },
  }
}
