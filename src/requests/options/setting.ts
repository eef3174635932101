import type { Origin } from '../../kernel/origin.ts'
import type { Option } from './table.ts'

/** One occurrence of an option, wherever it was said. Flags have the value `''` on the command line and a truth word in configuration. */
export interface Setting {
  readonly option: Option
  readonly value: string
  readonly origin: Origin
}
