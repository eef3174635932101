import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DATA, folder } from './paths.ts'

/** The versions we compare with, pinned so that results of different days can be compared. */
export const PEERS = { pip: '26.3', uv: '0.13.9' } as const

export interface Tools {
  readonly python: string
  readonly pip: string
  readonly uv: string
}

/** The virtual environment with pip and uv of these versions; made once, from the index that pip is configured for. */
export function tools(): Tools {
  const venv = join(folder(DATA), 'tools')
  const bin = (name: string): string => join(venv, 'bin', name)
  const wanted = Object.entries(PEERS).map(([name, version]) => `${name}==${version}`)
  if (!existsSync(bin('uv'))) {
    execFileSync('python3', ['-m', 'venv', venv], { stdio: 'inherit' })
    execFileSync(bin('python'), ['-m', 'pip', 'install', '-q', '--disable-pip-version-check', ...wanted], { stdio: 'inherit' })
  }
  return { python: bin('python'), pip: bin('pip'), uv: bin('uv') }
}

/** The index pip would ask: its configuration, else its built-in default. */
export function configuredIndex({ python }: Tools): string {
  const code = [
    'from pip._internal.cli.cmdoptions import index_url',
    'from pip._internal.configuration import Configuration',
    'c = Configuration(isolated=False); c.load()',
    'print(dict(c.items()).get("global.index-url") or dict(c.items()).get(":env:.index-url") or index_url().default)',
  ].join('\n')
  return execFileSync(python, ['-c', code], { encoding: 'utf8' }).trim()
}
