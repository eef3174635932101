/**
 * Environment markers: PEP 508 (now the dependency-specifiers page of the packaging specifications) with PEP 685 (extras
 * are compared normalized) and PEP 751 (`'x' in extras`, `'x' in dependency_groups`); read, printed and evaluated as
 * `packaging.markers` does.
 */
import type { Parsed } from '../kernel/parsed.ts'
import { readMarker } from './marker-grammar.ts'
import { withoutOuterGroup, type Marker } from './marker-tree.ts'
import { parseWith } from './syntax-scanner.ts'

export { evaluateLockMarker, evaluateMarker, type LockSelection, type MarkerEnvironment } from './marker-evaluation.ts'
export { formatMarker, type Marker } from './marker-tree.ts'

/** Reads a whole marker. Unknown variables are a failure; whether the comparison makes sense shows when it is evaluated. */
export function parseMarker(text: string): Parsed<Marker> {
  return parseWith(text, (scanner) => {
    const marker = readMarker(scanner)
    return scanner.atEnd() ? withoutOuterGroup(marker) : scanner.fail('Expected end of marker expression')
  })
}
