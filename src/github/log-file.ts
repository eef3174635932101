import path from 'node:path'
import type { EarlyOptions } from '../run/prepare.ts'
import type { RunContext } from '../run/context.ts'
import { paint } from '../shell/error-text.ts'
import { openLogFile } from '../shell/log-file.ts'
import { openPrinter, type Printer } from '../shell/printer.ts'

const NOWHERE = { write: (): void => undefined }

/**
 * The file that `--log` names in `pip-args`, or pip's configuration anywhere, as the command line fills it: all that happens in the run, and what is
 * handed to the printer, masked. Undefined: none is named. Throws `usage` where it cannot be written.
 */
export function openNamedLog({ options }: EarlyOptions, { world, events, secrets }: RunContext): Printer | undefined {
  const { logFile } = options.run
  if (logFile === undefined) return undefined
  const log = openLogFile(path.resolve(world.cwd, logFile), (text) => events.notice('warning', text))
  const printer = openPrinter({ out: NOWHERE, err: NOWHERE, verbosity: Number.NEGATIVE_INFINITY, style: paint(false), secrets, log })
  events.listen(printer.onEvent)
  return printer
}
