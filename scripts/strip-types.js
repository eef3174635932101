// jest transform: the same type stripping with which node runs src/ unbuilt, so tests and runtime read one source.
import { stripTypeScriptTypes } from 'node:module'

export default {
  process: (source) => ({ code: stripTypeScriptTypes(source, { mode: 'strip' }) }),
}
