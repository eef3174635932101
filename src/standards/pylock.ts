/** Lock files: pylock.toml (PEP 751, packaging.python.org/specifications/pylock-toml). */
export { parsePylock, type ParsedPylock } from './pylock-parse.ts'
export { formatPylock } from './pylock-print.ts'
export { selectFromPylock, type PylockChoice, type PylockTarget } from './pylock-select.ts'
export type { Pylock, PylockFile, PylockPackage, PylockSource } from './pylock-types.ts'
