import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { TempEnvironment } from './python.ts'

/** Every row of every RECORD against the bytes on disk, and every file in site-packages against the rows. */
export function recordFaults(env: Pick<TempEnvironment, 'sitePackages'>): string[] {
  const faults: string[] = []
  const listed = new Set<string>()
  for (const info of readdirSync(env.sitePackages).filter((name) => name.endsWith('.dist-info'))) {
    for (const row of readFileSync(join(env.sitePackages, info, 'RECORD'), 'utf8').split('\n').filter((line) => line !== '')) {
      const [, quoted, plain, digest = '', size = ''] = /^(?:"((?:[^"]|"")*)"|([^,]*)),([^,]*),([^,]*)\r?$/.exec(row) ?? []
      const path = quoted?.replaceAll('""', '"') ?? plain ?? ''
      const file = join(env.sitePackages, path)
      listed.add(file)
      if (!existsSync(file)) faults.push(`${info}: ${path} is not there`)
      else if (digest !== '') {
        const content = readFileSync(file)
        if (digest !== `sha256=${createHash('sha256').update(content).digest('base64url')}` || Number(size) !== content.length) faults.push(`${info}: ${path} is other than its row`)
      } else if (!path.endsWith('RECORD') && !path.endsWith('.pyc')) faults.push(`${info}: ${path} has no digest`)
    }
  }
  const visit = (at: string): void => {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      const path = join(at, entry.name)
      if (entry.isDirectory()) visit(path)
      else if (!listed.has(path) && !path.endsWith('.pyc')) faults.push(`${path} is in no RECORD`)
    }
  }
  visit(env.sitePackages)
  return faults
}
