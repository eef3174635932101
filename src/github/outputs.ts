import type { RunReport } from '../report/run-report.ts'
import type { InstallOutcome } from '../run/types.ts'
import type { Places } from './places.ts'
import type { RunnerCommands } from './workflow-commands.ts'

/** Sets what later steps can read of a finished run; texts, as all outputs are. */
export function setOutputs(runner: RunnerCommands, facts: { readonly report: RunReport; readonly outcome: InstallOutcome; readonly places: Places; readonly trace: boolean; readonly pylock: string | undefined }): void {
  const { report, outcome, places, trace } = facts
  const { totals, serial, facts: run } = report
  const isDry = run.outcome === 'dry-run'
  const wheels = totals.wheelsDownloaded + totals.wheelsReused + totals.wheelsBuilt
  const outputs: Record<string, string> = {
    'cache-hit': String(run.cache?.hit ?? false),
    'cache-key': run.cache?.key ?? '',
    'cache-matched-key': run.cache?.matchedKey ?? '',
    'python-path': outcome.environment.target.python,
    'venv-path': isDry && outcome.environment.isFresh ? '' : venvPath(outcome),
    installed: isDry ? '0' : String(totals.installed),
    'wheels-total': String(wheels),
    'wheels-reused': String(totals.wheelsReused),
    'duration-ms': String(Math.round(report.timeline.durationMs)),
    'serial-ms': serial.kind === 'none' ? '' : String(Math.round(serial.ms)),
    'serial-kind': serial.kind === 'none' ? '' : serial.kind,
    speedup: report.speedup === undefined ? '' : report.speedup.toFixed(2),
    report: places.report,
    timings: places.timings,
    pylock: facts.pylock ?? '',
    trace: trace ? places.trace : '',
  }
  for (const [name, value] of Object.entries(outputs)) runner.setOutput(name, value)
}

function venvPath({ environment }: InstallOutcome): string {
  return environment.venvPath ?? (environment.target.isVirtualEnvironment ? environment.target.prefix : '')
}
