/** A process that makes one commit and nothing else: `node commit-process.ts FACTS.json`; says when it is ready, and begins when it is told. */
import { readFileSync, readSync, writeSync } from 'node:fs'
import { commitPlan } from '../../src/install/commit.ts'
import { removeWorkFolder } from '../../src/install/recover.ts'
import type { InstallPlan } from '../../src/install/types.ts'

const { plan, workDir } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as { readonly plan: InstallPlan; readonly workDir: string }
writeSync(1, 'ready\n')
readSync(0, Buffer.alloc(1))
commitPlan({ plan, workDir, journal: { added: ['p0 2.0'], removed: ['p0 1.0'] }, signal: new AbortController().signal })
removeWorkFolder(workDir)
