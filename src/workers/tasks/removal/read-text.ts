import { readFileSync } from 'node:fs'
import { isUnanswered } from '../../../kernel/errors.ts'

/** The text of a file; undefined where there is none, or none that can be read. Throws where the system could not look at all. */
export function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (isUnanswered(error)) throw error
    return undefined
  }
}
