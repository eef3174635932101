/**
 * A stand-in of an action that keeps a folder in the cache service, on the toolkit that all of them use: asks for a key and
 * restores in its main part, saves in its post part unless the very key was there. Nothing else, so that it is never slower
 * than what it stands for. Inputs: `part` (restore, save), `key`, `paths` (one a line), `restore-keys`.
 */
import { restoreCache, saveCache } from '@actions/cache'
import { getInput, setOutput } from '@actions/core'

const key = getInput('key')
const paths = getInput('paths').split('\n')
if (getInput('part') === 'restore') {
  const found = await restoreCache(paths, key, getInput('restore-keys').split('\n').filter((text) => text !== ''))
  setOutput('hit', String(found?.toLowerCase() === key.toLowerCase()))
} else if (getInput('hit') !== 'true') {
  setOutput('id', String(await saveCache(paths, key)))
}
// As they all do: sockets that are kept alive would hold the process.
process.exit(0)
