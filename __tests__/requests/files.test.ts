import { expect, test } from '@jest/globals'
import { tempFolder } from '../support/temp.ts'
import { lay, read, texts } from './reader.ts'

const folder = tempFolder('requests-')
lay(folder, {
  'plain.txt': 'flask==3.0\n-r nested/more.txt\n',
  'nested/more.txt': 'click\n-c ../limits.txt\n-e ./project\n',
  'limits.txt': 'click<9\n',
  'project/pyproject.toml': '',
  'loop.txt': '-r loop2.txt\n',
  'loop2.txt': 'a\n-r loop.txt\n',
  'utf16.txt': Buffer.from('\ufefffoo==1\r\nbär-package==2\r\n'.replace('ä', 'a'), 'utf16le'),
  'empty.txt': '# nothing\n',
})
const here = { folder }

test('nested files are found beside the file that names them, paths from the current folder', async () => {
  const { requests } = await read(['-r', 'plain.txt'], here)
  expect(requests.set.requirements.map(({ text, origin }) => [text, origin])).toEqual([
    ['flask==3.0', { kind: 'file', path: 'plain.txt', line: 1, column: 1, text: 'flask==3.0' }],
    ['click', { kind: 'file', path: 'nested/more.txt', line: 1, column: 1, text: 'click' }],
    ['./project', { kind: 'file', path: 'nested/more.txt', line: 3, column: 4, text: '-e ./project' }],
  ])
  expect(requests.set.requirements[2]?.direct).toEqual({ kind: 'directory', path: `${folder}/project`, editable: true })
  expect(requests.set.constraints.map(({ text }) => text)).toEqual(['click<9'])
})

test('a file may be read twice, but not from inside itself', async () => {
  expect(texts(await read(['-r', 'nested/more.txt', '-r', 'nested/more.txt'], here))).toHaveLength(4)
  await expect(read(['-r', 'loop.txt'], here)).rejects.toMatchObject({
    code: 'requirements-file-syntax', message: 'this file includes itself: loop.txt → loop2.txt → loop.txt', origin: { path: 'loop2.txt', line: 2, column: 4 },
  })
})

test('UTF-16 with a mark and CRLF, as PowerShell writes it', async () => {
  expect(texts(await read(['-r', 'utf16.txt'], here))).toEqual(['foo==1', 'bar-package==2'])
})

test('standard input, file URLs and URLs', async () => {
  const situation = {
    ...here, stdin: 'from-stdin\n-r nested/more.txt\n',
    served: { 'https://host.test/reqs/all.txt': 'remote\n-r other.txt\n', 'https://host.test/reqs/other.txt': 'other\n' },
  }
  expect(texts(await read(['-r', '-'], situation))).toEqual(['from-stdin', 'click', './project'])
  expect(texts(await read(['-r', `file://${folder}/plain.txt`], situation))).toEqual(['flask==3.0', 'click', './project'])
  expect(texts(await read(['-r', `file://localhost${folder}/empty.txt`, 'x'], situation))).toEqual(['x'])
  expect(texts(await read(['-r', 'https://host.test/reqs/all.txt'], situation))).toEqual(['remote', 'other'])
})

test.each([
  [['-r', 'nowhere.txt'], 'the requirements file nowhere.txt cannot be read: there is no such file', { kind: 'flag', flag: '-r' }],
  [['-c', 'nowhere.txt', 'x'], 'the constraints file nowhere.txt cannot be read: there is no such file', { kind: 'flag', flag: '-c' }],
  [['-r', 'project'], 'the requirements file project cannot be read: it is a folder', { kind: 'flag', flag: '-r' }],
  [['-r', 'https://host.test/gone.txt'], 'the requirements file https://host.test/gone.txt could not be fetched: 404', { kind: 'flag', flag: '-r' }],
  [['-r', 'file://other.test/x.txt'], 'file: URLs of other hosts are not supported on this platform: file://other.test/x.txt', { kind: 'flag', flag: '-r' }],
])('%j: %s', async (args, message, origin) => {
  await expect(read(args, here)).rejects.toMatchObject({ code: 'input-missing', message, origin })
})

test('an empty file asks for nothing and is no error; constraints alone are one', async () => {
  expect(texts(await read(['-r', 'empty.txt'], here))).toEqual([])
  await expect(read(['-c', 'limits.txt'], here)).rejects.toMatchObject({ code: 'usage', message: 'there is nothing to install: give at least one requirement' })
})

test('PIP_CONSTRAINT may be a file URL', async () => {
  const { requests } = await read(['x'], { ...here, env: { PIP_CONSTRAINT: `file://${folder}/limits.txt` } })
  expect(requests.set.constraints.map(({ text }) => text)).toEqual(['click<9'])
})

test('constraints of builds are kept apart from those of the run', async () => {
  lay(folder, { 'build.txt': '--extra-index-url https://build.test\nsetuptools<70\n' })
  const { requests } = await read(['x', '-c', 'limits.txt', '--build-constraint', 'build.txt'], here)
  expect(requests.set.constraints.map(({ text }) => text)).toEqual(['click<9'])
  expect(requests.build.constraints.map(({ text }) => text)).toEqual(['setuptools<70'])
  expect(requests.indexes.extraIndexUrls).toEqual([])
  await expect(read(['x', '--no-build-isolation', '--build-constraint', 'build.txt'], here)).rejects.toMatchObject({ code: 'usage' })
})
