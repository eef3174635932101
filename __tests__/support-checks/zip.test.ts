import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { findPython, runPython } from '../support/python.ts'
import { tempFolder } from '../support/temp.ts'
import { METHOD_STORED, writeZip, zip, type ZipEntry, type ZipOptions } from '../support/zip.ts'

const folder = tempFolder()

interface Seen {
  readonly entries?: readonly { readonly name: string; readonly text: string | null; readonly mode: number; readonly size: number }[]
  readonly bad?: string | null
  readonly error?: string
}

const READER = `
import json, sys, zipfile
def seen(path):
    try:
        with zipfile.ZipFile(path) as archive:
            def text(info):
                try: return archive.read(info).decode()
                except Exception as error: return None
            entries = [{"name": i.filename, "text": text(i), "mode": i.external_attr >> 16, "size": i.file_size} for i in archive.infolist()]
            try: bad = archive.testzip()
            except Exception as error: bad = str(error)
            return {"entries": entries, "bad": bad}
    except Exception as error:
        return {"error": "%s: %s" % (type(error).__name__, error)}
`

/** What CPython's zipfile makes of an archive. */
async function zipfileSees(entries: readonly ZipEntry[], options?: ZipOptions): Promise<Seen> {
  const path = join(folder, 'a.zip')
  writeFileSync(path, zip(entries, options))
  return JSON.parse(await runPython(findPython().executable, `${READER}\nprint(json.dumps(seen(${JSON.stringify(path)})))`)) as Seen
}

test('zipfile reads every legal form: stored, deflated, zip64, descriptor, folder, unicode name', async () => {
  const seen = await zipfileSees([
    { name: 'stored.txt', content: 'one', method: METHOD_STORED },
    { name: 'deflated.txt', content: 'two '.repeat(1000) },
    { name: 'wide.txt', content: 'three', zip64: true },
    { name: 'later.txt', content: 'four', descriptor: true },
    { name: 'later-wide.txt', content: 'five', descriptor: { signature: false }, zip64: true },
    { name: 'folder/' },
    { name: 'grüße.txt', content: 'six' },
    { name: 'lazy.txt', content: () => Buffer.from('seven') },
  ])
  expect(seen.bad).toBeNull()
  expect(seen.entries?.map(({ name, text }) => [name, text])).toEqual([
    ['stored.txt', 'one'], ['deflated.txt', 'two '.repeat(1000)], ['wide.txt', 'three'], ['later.txt', 'four'],
    ['later-wide.txt', 'five'], ['folder/', ''], ['grüße.txt', 'six'], ['lazy.txt', 'seven'],
  ])
})

test('modes are kept', async () => {
  const { entries } = await zipfileSees([{ name: 'tool', content: '', mode: 0o100755 }, { name: 'link', content: 'tool', mode: 0o120777 }])
  expect(entries?.map(({ mode }) => mode)).toEqual([0o100755, 0o120777])
})

test('zip64 end records, comments and prefixes are legal too', async () => {
  const entries = [{ name: 'a', content: 'x' }]
  for (const options of [{ zip64: true }, { comment: 'made by a test' }, { prefix: Buffer.from('#!/bin/sh\n') }, { prefix: Buffer.from('junk'), prefixCounted: false }]) {
    expect((await zipfileSees(entries, options)).entries?.map(({ text }) => text)).toEqual(['x'])
  }
})

test('the same entries give the same bytes, at once or part by part', () => {
  const entries = [{ name: 'a', content: 'x'.repeat(5000) }, { name: 'b/c', content: 'y', descriptor: true }]
  writeZip(join(folder, 'parts.zip'), entries, { zip64: true })
  expect(readFileSync(join(folder, 'parts.zip')).equals(zip(entries, { zip64: true }))).toBe(true)
})

test.each<[string, ZipEntry[], ZipOptions, (seen: Seen) => boolean]>([
  ['a wrong CRC', [{ name: 'a', content: 'x', local: { crc: 1 }, central: { crc: 1 } }], {}, (seen) => seen.bad !== null],
  ['another name in the local header', [{ name: 'a', content: 'x', local: { name: Buffer.from('b') } }], {}, (seen) => seen.bad === 'a' && seen.entries?.[0]?.text === null],
  ['duplicate names', [{ name: 'a', content: '1' }, { name: 'a', content: '2' }], {}, (seen) => seen.entries?.length === 2],
  ['an unknown method', [{ name: 'a', content: 'x', method: 97 }], {}, (seen) => String(seen.bad).includes('compression')],
  ['an encryption flag', [{ name: 'a', content: 'x', central: { flags: 1 }, local: { flags: 1 } }], {}, (seen) => String(seen.bad).includes('encrypted')],
  ['a declared size that is too small', [{ name: 'a', content: 'xyz', central: { size: 1 } }], {}, (seen) => seen.entries?.[0]?.size === 1],
  ['an entry without a body', [{ name: 'a', content: 'x' }, { name: 'b', omit: 'local', central: { offset: 9999 } }], {}, (seen) => seen.error !== undefined || seen.bad !== null],
  ['an entry that is in no directory', [{ name: 'a', content: 'x' }, { name: 'b', omit: 'central' }], {}, (seen) => seen.entries?.length === 1],
  ['names that escape', [{ name: '../a', content: 'x' }, { name: '/b', content: 'x' }], {}, (seen) => seen.entries?.[0]?.name === '../a' && seen.entries[1]?.name === '/b'],
  ['a decoy directory, which zipfile takes for bytes before the archive', [{ name: 'a', content: 'x' }], { decoyDirectory: [{ name: 'z' }] }, (seen) => seen.entries?.[0]?.name === 'a'],
  ['bytes after the end', [{ name: 'a', content: 'x' }], { trailing: Buffer.from('more') }, (seen) => seen.entries?.length === 1],
  ['a wrong count of entries', [{ name: 'a', content: 'x' }], { end: { centralSize: 5 } }, (seen) => seen.error !== undefined],
])('%s is written as asked', async (_, entries, options, expected) => {
  const seen = await zipfileSees(entries, options)
  expect({ seen, fits: expected(seen) }).toMatchObject({ fits: true })
})
