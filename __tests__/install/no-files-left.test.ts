import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from '@jest/globals'
import { run } from '../support/process.ts'
import { tempFolder } from '../support/temp.ts'

const site = tempFolder('no-files-')
const info = join(site, 'other-1.0.dist-info')
mkdirSync(info)
writeFileSync(join(info, 'RECORD'), 'shared.py,,\n')
const other = { name: 'other', infoPath: info, sitePath: site }
const removal = { ...other, label: 'other 1.0', kind: 'dist-info', scriptsFolder: join(site, 'bin') }

/** What an expression over a module of src/ comes to in a process that may open no file more: `threw EMFILE`, or its value. */
async function withoutFiles(module: string, expression: string): Promise<string> {
  const program = `
    import { openSync } from 'node:fs'
    import * as room from ${JSON.stringify(pathToFileURL(join(import.meta.dirname, '../../src', module)).href)}
    const [site, info, other, removal] = ${JSON.stringify([site, info, other, removal])}
    const ask = async () => ${expression}
    let said = ''
    try { for (;;) openSync('/dev/null') } catch {}
    try { said = JSON.stringify(await ask()) } catch (error) { said = 'threw ' + error.code }
    process._rawDebug(said)
    process.exit()`
  const finished = await run('sh', ['-c', 'ulimit -n 100; exec "$0" "$@"', process.execPath, '--disable-warning=ExperimentalWarning', '--input-type=module', '--eval', program])
  return finished.stderr.trim()
}

// Each of these takes what cannot be read for not there. Were this so here, files of others would go, and a second copy come.
test.each([
  ['who owns a path', 'install/owners.ts', 'room.pathOwners({ installed: [other], pathKey: (path) => path })(site + "/shared.py")'],
  ['what others claim', 'workers/tasks/removal/others-claims.ts', '[...room.claimsOfOthers([site + "/shared.py"], [other])]'],
  ['what is to be removed', 'workers/tasks/removal/read-removals.ts', 'room.readRemovals({ removals: [removal], others: [], bounds: [site], kept: [] }, { breathe: () => undefined })'],
  ['what a folder holds', 'workers/tasks/removal/folders.ts', 'room.openFolderReader().filesBelow(site)'],
  ['what is installed', 'target/installed.ts', '[...room.listInstalled([site]).distributions.keys()]'],
  ['how a project is built', 'build/source-tree.ts', 'room.readSystem("app", site)'],
])('given a process that may open no file more, expect no answer to %s', async (_, module, expression) => {
  if (process.platform === 'win32') return
  expect(await withoutFiles(module, expression)).toBe('threw EMFILE')
}, 30_000)
