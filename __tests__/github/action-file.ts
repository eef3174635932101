import { readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'

const REPOSITORY = join(import.meta.dirname, '..', '..')

/** action.yml with its programs taken from sources, unbuilt. */
export function actionFile(folder: string): string {
  const path = join(folder, 'action.yml')
  const text = readFileSync(join(REPOSITORY, 'action.yml'), 'utf8')
  writeFileSync(path, text.replace(/dist\/(\w+)\/index\.js/g, (_, program: string) => relative(folder, join(REPOSITORY, 'src', `${program}.ts`))))
  return path
}
