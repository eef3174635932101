import type { EngineRun } from './engine.ts'

/** What of a resolution the rest of a run and its reports look at, as plain data; files by name. */
export function resolutionParts(run: EngineRun): unknown {
  if (run.performed === undefined) return run.text
  const { packages, decided, notices } = run.performed.outcome.resolution
  return JSON.parse(JSON.stringify({
    decided,
    notices,
    packages: packages.map(({ name, version, entry, metadata, extras, userRequirements, requiredBy, dependencies }) => {
      const listed = entry.kind === 'index' ? { file: entry.candidate.file, format: entry.candidate.format, index: entry.candidate.index, ofVersion: entry.candidate.version } : {}
      return { name, version, kind: entry.kind, ...listed, metadata, extras, userRequirements, requiredBy, dependencies }
    }),
  }))
}
