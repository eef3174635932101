import { existsSync, lstatSync, readFileSync, readlinkSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { unpackArchive } from '../../src/build/unpack.ts'
import { findPython } from '../support/python.ts'
import { tarCompressed, type TarCompression, type TarMember } from '../support/tar.ts'
import { tempFolder } from '../support/temp.ts'
import { zip, type ZipEntry } from '../support/zip.ts'

const folder = tempFolder('unpack-')
let archives = 0
const facts = { python: findPython().executable, env: process.env, signal: new AbortController().signal }

/** An interpreter whose tarfile has no data filter (PEP 706), as before 3.8.17, 3.9.17, 3.10.12 and 3.11.4. */
function withoutFilter(): string {
  const python = join(folder, 'python-without-filter')
  writeFileSync(python, `#!/bin/sh\nshift 3\nexec '${facts.python}' -I -S -c 'import sys, tarfile; vars(tarfile).pop("data_filter", None); exec(sys.argv.pop(1))' "$@"\n`, { mode: 0o755 })
  return python
}

async function unpack(bytes: Buffer, filename: string, python = facts.python): Promise<string> {
  archives += 1
  const path = join(folder, `${archives}.archive`)
  writeFileSync(path, bytes)
  const destination = join(folder, String(archives), 'source')
  await unpackArchive({ path, filename }, destination, { ...facts, python })
  return destination
}

const untar = (members: TarMember[], compression: TarCompression = 'gz', suffix = 'tar.gz'): Promise<string> => unpack(tarCompressed(members, compression), `foo-1.0.${suffix}`)
const unzip = (entries: ZipEntry[]): Promise<string> => unpack(zip(entries), 'foo-1.0.zip')
const read = (root: string, name: string): string => readFileSync(join(root, name), 'utf8')

test.each([['pkg/fast.pyx', true], ['src/lib.rs', true], ['pkg/doc.csv', false]])('tells whether there is code to compile: %s', async (name, compiles) => {
  const path = join(folder, 'told.archive')
  writeFileSync(path, tarCompressed([{ name: 'foo-1.0/setup.py', content: 'x' }, { name: `foo-1.0/${name}`, content: '' }], 'gz'))
  expect(await unpackArchive({ path, filename: 'foo-1.0.tar.gz' }, join(folder, `told ${compiles} ${name.length}`), facts)).toEqual({ compiles })
})

describe('unpacks', () => {
  test.each<[string, TarCompression]>([['tar', 'none'], ['tar.gz', 'gz'], ['tgz', 'gz'], ['tar.bz2', 'bz2'], ['tar.xz', 'xz'], ['tar.lzma', 'lzma']])('.%s', async (suffix, compression) => {
    const root = await untar([{ name: 'foo-1.0/setup.py', content: 'x' }, { name: 'foo-1.0/pkg/__init__.py', content: 'y' }], compression, suffix)
    expect([read(root, 'setup.py'), read(root, 'pkg/__init__.py')]).toEqual(['x', 'y'])
  })

  test('.zip', async () => {
    const root = await unzip([{ name: 'foo-1.0/setup.py', content: 'x' }, { name: 'foo-1.0/run.sh', content: 'y', mode: 0o100755 }])
    expect([read(root, 'setup.py'), read(root, 'run.sh')]).toEqual(['x', 'y'])
    expect(statSync(join(root, 'run.sh')).mode & 0o111).toBe(0o111)
  })

  test('a file without a telling name, by its content', async () => {
    expect(read(await unpack(tarCompressed([{ name: 'a/setup.py', content: 'x' }], 'gz'), 'main'), 'setup.py')).toBe('x')
    expect(read(await unpack(zip([{ name: 'a/setup.py', content: 'x' }]), 'main'), 'setup.py')).toBe('x')
  })

  test('an archive without a folder that all members share', async () => {
    const root = await untar([{ name: 'setup.py', content: 'x' }, { name: 'pkg/a.py', content: 'y' }])
    expect([read(root, 'setup.py'), read(root, 'pkg/a.py')]).toEqual(['x', 'y'])
  })

  test('symbolic and hard links that stay inside', async () => {
    const root = await untar([
      { name: 'foo-1.0/pkg/a.py', content: 'x', mode: 0o755 },
      { name: 'foo-1.0/pkg/b.py', link: { kind: 'symbolic', target: '../pkg/a.py' } },
      { name: 'foo-1.0/c.py', link: { kind: 'hard', target: 'foo-1.0/pkg/a.py' } },
    ])
    expect(readlinkSync(join(root, 'pkg/b.py'))).toBe('../pkg/a.py')
    expect([read(root, 'pkg/b.py'), read(root, 'c.py')]).toEqual(['x', 'x'])
    expect(lstatSync(join(root, 'c.py')).isFile()).toBe(true)
  })

  test('permissions as new files have them, and the x-bit', async () => {
    const root = await untar([{ name: 'a/plain', content: 'x', mode: 0o600 }, { name: 'a/run', content: 'x', mode: 0o4711 }])
    const umask = process.umask()
    expect(statSync(join(root, 'plain')).mode & 0o7777).toBe(0o666 & ~umask)
    expect(statSync(join(root, 'run')).mode & 0o7777).toBe((0o777 & ~umask) | 0o111)
  })

  test('the later of two members of one name, without writing through a link', async () => {
    const root = await untar([{ name: 'a/x', content: 'old' }, { name: 'a/l', link: { kind: 'symbolic', target: 'x' } }, { name: 'a/l', content: 'new' }])
    expect([read(root, 'x'), read(root, 'l')]).toEqual(['old', 'new'])
  })
})

describe('refuses, and writes nothing outside', () => {
  const outside = join(folder, 'evil')
  const file = { name: 'foo-1.0/setup.py', content: 'x' }

  test.each<[string, TarMember[]]>([
    ['a name that leaves the folder', [file, { name: 'foo-1.0/../../evil', content: 'x' }]],
    ['an absolute name', [{ name: outside, content: 'x' }, file]],
    ['a link to an absolute path', [file, { name: 'foo-1.0/l', link: { kind: 'symbolic', target: outside } }]],
    ['a link that leaves the folder', [file, { name: 'foo-1.0/l', link: { kind: 'symbolic', target: '../../evil' } }]],
    ['a hard link that leaves the folder', [file, { name: 'foo-1.0/l', link: { kind: 'hard', target: 'foo-1.0/../../evil' } }]],
    ['a hard link to what is not there yet', [file, { name: 'foo-1.0/l', link: { kind: 'hard', target: 'foo-1.0/later' } }]],
    ['a file through links that lead outside together', [file, { name: 'foo-1.0/a', link: { kind: 'symbolic', target: 'd/b/..' } }, { name: 'foo-1.0/d/b', link: { kind: 'symbolic', target: '..' } }, { name: 'foo-1.0/a/evil', content: 'x' }]],
    ['a device', [file, { name: 'foo-1.0/null', type: '3' }]],
    ['a fifo', [file, { name: 'foo-1.0/pipe', type: '6' }]],
  ])('%s', async (_what, members) => {
    await expect(untar(members)).rejects.toMatchObject({ code: 'archive-unsafe' })
    await expect(unpack(tarCompressed(members, 'gz'), 'foo-1.0.tar.gz', withoutFilter())).rejects.toMatchObject({ code: 'archive-unsafe' })
    expect(existsSync(outside)).toBe(false)
  })

  test.each<[string, ZipEntry[]]>([
    ['a name that leaves the folder (zip)', [{ name: 'foo-1.0/setup.py', content: 'x' }, { name: 'foo-1.0/../../../evil', content: 'x' }]],
    ['a file that is a folder as well (zip)', [{ name: 'foo-1.0/a/b', content: 'x' }, { name: 'foo-1.0/a', content: 'x' }]],
  ])('%s', async (_what, entries) => {
    await expect(unzip(entries)).rejects.toMatchObject({ code: 'archive-unsafe' })
    expect(existsSync(outside)).toBe(false)
  })

  test('nothing else, on a Python without a filter of its own', async () => {
    const root = await unpack(tarCompressed([file, { name: 'foo-1.0/l', link: { kind: 'symbolic', target: 'setup.py' } }], 'gz'), 'foo-1.0.tar.gz', withoutFilter())
    expect(read(root, 'l')).toBe('x')
  })

  test('what is no archive', async () => {
    await expect(unpack(Buffer.from('<html>sign in</html>'), 'foo-1.0.tar.gz')).rejects.toMatchObject({ code: 'archive-invalid', message: expect.stringContaining('foo-1.0.tar.gz') })
  })

  test('an archive that ends too early', async () => {
    const whole = tarCompressed([{ name: 'a/setup.py', content: 'x'.repeat(100_000) }], 'gz')
    await expect(unpack(whole.subarray(0, whole.length - 20), 'foo-1.0.tar.gz')).rejects.toMatchObject({ code: 'archive-invalid' })
  })
})
