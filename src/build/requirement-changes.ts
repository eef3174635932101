import { evaluateMarker, type MarkerEnvironment } from '../standards/markers.ts'
import type { CoreMetadata } from '../standards/metadata.ts'
import type { Requirement } from '../standards/requirements.ts'

/**
 * How what a built wheel requires on a target differs from what its source said: `+ x` for what the source did not say, `- x`
 * for what the wheel lacks; empty when a resolve would see no difference. Spelling, order and markers that come to the same
 * do not count.
 */
export function requirementChanges(said: CoreMetadata, built: CoreMetadata, environment: MarkerEnvironment): string[] {
  const extras = [...new Set(['', ...said.providesExtras, ...built.providesExtras])]
  const [before, after] = [said, built].map((metadata) => new Set(extras.flatMap((extra) => active(metadata, extra, environment))))
  if (before === undefined || after === undefined) return []
  return [...[...after].filter((text) => !before.has(text)).map((text) => `+ ${text}`), ...[...before].filter((text) => !after.has(text)).map((text) => `- ${text}`)]
}

function active(metadata: CoreMetadata, extra: string, environment: MarkerEnvironment): string[] {
  const always = ({ marker }: Requirement): boolean => marker === undefined || evaluateMarker(marker, environment, new Set())
  const withExtra = ({ marker }: Requirement): boolean => marker !== undefined && evaluateMarker(marker, environment, new Set([extra]))
  return metadata.requiresDist.filter((requirement) => (extra === '' ? always(requirement) : !always(requirement) && withExtra(requirement))).map((requirement) => plainText(requirement) + (extra === '' ? '' : ` (extra ${extra})`))
}

function plainText({ name, extras, specifier, url }: Requirement): string {
  const clauses = specifier.specifiers.map(({ operator, version }) => operator + version).sort()
  return `${name}${extras.length === 0 ? '' : `[${extras.join(',')}]`}${url === undefined ? clauses.join(',') : ` @ ${url}`}`
}
