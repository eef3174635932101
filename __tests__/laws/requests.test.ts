import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isUserError } from '../../src/kernel/errors.ts'
import { Secrets } from '../../src/kernel/secrets.ts'
import { readInstallOptions } from '../../src/requests/install-options.ts'
import { parseCommandLine } from '../../src/requests/options/command-line.ts'
import { helpText } from '../../src/requests/options/help.ts'
import { OPTIONS } from '../../src/requests/options/table.ts'
import { readRequests } from '../../src/requests/read.ts'
import { readEditableText } from '../../src/requests/editable-text.ts'
import { readRequirementText } from '../../src/requests/requirement-text.ts'
import { parseIni } from '../../src/standards/ini.ts'
import { tempFolder } from '../support/temp.ts'

const folder = tempFolder('laws-requests-')
const world = { env: {}, cwd: folder, platform: process.platform, homeDir: folder }
const words = OPTIONS.flatMap(({ long, short }) => [...long.map((name) => `--${name}`), ...(short === undefined ? [] : [`-${short}`])])
const fragment = fc.oneof(fc.constantFrom(...words, '--', '-', '=', ':all:', 'a', '@', '[', ']', ';', '#egg=', 'git+https://', 'file:', '://', '${A}', '\\\n', '\n', ' ', '"', "'", '../', '--hash=sha256:'), fc.string({ unit: 'binary', maxLength: 3 }))
const text = fc.array(fragment, { maxLength: 12 }).map((parts) => parts.join(''))

/** Runs, and lets nothing through but a value or an error made for people. */
async function orUserError(work: () => unknown): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!isUserError(error)) throw error
    expect(error.message).not.toBe('')
  }
}

test('any command line gives options or a clear error', async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.oneof(text, fc.constantFrom(...words)), { maxLength: 6 }), (args) =>
    orUserError(() => readInstallOptions(parseCommandLine(['install', ...args]), [], world))), { numRuns: 500 })
})

test('any requirement text gives parts or a fault within it', () => {
  fc.assert(fc.property(text, (one) => {
    for (const read of [readRequirementText(one, folder), readEditableText(one, folder)]) if (!read.ok) expect(read.offset).toBeGreaterThanOrEqual(0)
  }), { numRuns: 2000 })
})

test('any requirements file is read or refused with a place', async () => {
  const readers = { fetchText: () => Promise.reject(new Error('offline')), readStdin: () => Promise.resolve(Buffer.from('')) }
  await fc.assert(fc.asyncProperty(text, (lines) => orUserError(async () => {
    const options = readInstallOptions(parseCommandLine(['install', 'x', '-r', '-']), [], world)
    const stdin = { ...readers, readStdin: () => Promise.resolve(Buffer.from(lines)) }
    const requests = await readRequests(options, { world: { ...world, env: { A: '${A}${A}' } }, readers: stdin, secrets: new Secrets(), nowMs: 0, target: undefined })
    expect(requests.set.requirements[0]?.name).toBe('x')
  })), { numRuns: 1000 })
})

test('any configuration text is read or refused', () => {
  fc.assert(fc.property(text, (one) => {
    const read = parseIni(one)
    if (!read.ok) expect(read.offset).toBeLessThanOrEqual(one.length)
  }), { numRuns: 2000 })
})

test('a value that an option takes comes back from the command line as it was', () => {
  const valued = OPTIONS.filter(({ value, places }) => value !== undefined && places.includes('command-line'))
  fc.assert(fc.property(fc.constantFrom(...valued), fc.string(), fc.boolean(), (option, value, joined) => {
    const name = `--${option.long[0]}`
    const line = parseCommandLine(['install', ...(joined ? [`${name}=${value}`] : [name, value]), 'rest'])
    expect(line.settings.map((setting) => [setting.option.long[0], setting.value])).toEqual([[option.long[0], value]])
    expect(line.positionals).toEqual(['rest'])
  }))
})

test('help fits the width it is given', () => {
  fc.assert(fc.property(fc.integer({ min: 70, max: 200 }), (width) => {
    for (const line of helpText(width).split('\n')) expect(line.length).toBeLessThanOrEqual(width)
  }), { numRuns: 20 })
})
