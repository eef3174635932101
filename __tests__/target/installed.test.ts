import { expect, test } from '@jest/globals'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { isLocal, listInstalled, readInstalledMetadata } from '../../src/target/installed.ts'
import { askPython, FEW, inFreshFolder, PYTHON3 } from './pythons.ts'

/** Puts files below a folder; a name that ends in `/` is an empty folder. */
function lay(folder: string, files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name)
    mkdirSync(name.endsWith('/') ? file : path.dirname(file), { recursive: true })
    if (!name.endsWith('/')) writeFileSync(file, text)
  }
}

function listed(...folders: string[]): string[] {
  return [...listInstalled(folders).distributions.values()].map(({ name, version, kind }) => `${name} ${version.text} ${kind}`).sort()
}

const PKG_INFO = 'Metadata-Version: 1.2\nName: Old.Project\nVersion: 2.0\n\nName: not-this\n'

test('dist-info by its name, egg-info by its metadata, eggs and egg links', async () => {
  await inFreshFolder((folder) => {
    const site = path.join(folder, 'site')
    lay(site, {
      'Some_Project-1.0.dist-info/METADATA': 'Name: Some.Project\nVersion: 1.0\n',
      'old_project-2.0-py3.11.egg-info/PKG-INFO': PKG_INFO,
      'single-3.0.egg-info': 'Name: single\nVersion: 3.0\n',
      'plain.egg-info/PKG-INFO': 'Name: plain\nVersion: 0.1.dev0\n',
      'linked.egg-link': `\n${path.join(folder, 'src')}\n.\n`,
    })
    lay(folder, { 'src/linked.egg-info/PKG-INFO': 'Name: linked\nVersion: 4\n', 'egg-5.0-py3.11.egg/EGG-INFO/PKG-INFO': 'Name: egg\nVersion: 5.0\n' })
    expect(listed(site, path.join(folder, 'egg-5.0-py3.11.egg'))).toEqual([
      'egg 5.0 egg-info', 'linked 4 egg-link', 'old-project 2.0 egg-info', 'plain 0.1.dev0 egg-info', 'single 3.0 egg-info', 'some-project 1.0 dist-info',
    ])
  })
})

test('the first folder that has a project wins, under any spelling', async () => {
  await inFreshFolder((folder) => {
    lay(folder, { 'a/Foo.Bar-1.0.dist-info/': '', 'b/foo_bar-2.0.dist-info/': '', 'b/other-1.dist-info/': '' })
    expect(listed(path.join(folder, 'a'), path.join(folder, 'b'), path.join(folder, 'nowhere'))).toEqual(['foo-bar 1.0 dist-info', 'other 1 dist-info'])
  })
})

test('what makes no sense is named, not counted', async () => {
  await inFreshFolder((folder) => {
    lay(folder, { '~umpy-1.0.dist-info/': '', 'no_version-x.y.dist-info/': '', 'nameless.dist-info/METADATA': 'Version: 1\n', 'argparse-1.4.0.dist-info/': '' })
    const { distributions, faults } = listInstalled([folder])
    expect([...distributions.keys()]).toEqual([])
    expect(faults.map((fault) => fault.slice(folder.length + 1))).toEqual([
      'nameless.dist-info has no valid name',
      'no_version-x.y.dist-info has no valid name',
      '~umpy-1.0.dist-info is left over from an interrupted installation and can be deleted',
    ])
  })
})

test('a folder name with a dash in the project is read from its metadata', async () => {
  await inFreshFolder((folder) => {
    lay(folder, { 'my-project-1.0.dist-info/METADATA': 'Name: my-project\nVersion: 1.0\n' })
    expect(listed(folder)).toEqual(['my-project 1.0 dist-info'])
  })
})

test('metadata is read when asked for', async () => {
  await inFreshFolder((folder) => {
    lay(folder, { 'a-1.dist-info/METADATA': 'Name: a\n', 'b.egg-info': 'Name: b\nVersion: 2\n', 'c-1.dist-info/': '' })
    const texts = [...listInstalled([folder]).distributions.values()].map(readInstalledMetadata)
    expect(texts).toEqual(['Name: a\n', 'Name: b\nVersion: 2\n', undefined])
  })
})

test('in a virtual environment only what lies below its prefix is its own', () => {
  const installed = { sitePath: '/usr/lib/python3/dist-packages' } as Parameters<typeof isLocal>[1]
  expect(isLocal({ prefix: '/home/me/venv', isVirtualEnvironment: true }, installed)).toBe(false)
  expect(isLocal({ prefix: '/usr', isVirtualEnvironment: false }, installed)).toBe(true)
})

test.each(FEW)("$label: the list is importlib.metadata's", ({ path: python }) => {
  const { folders, names } = askPython(python, `
import importlib.metadata, json, os, re, sys
folders = [p for p in sys.path if os.path.isdir(p)]
names = sorted({re.sub('[-_.]+', '-', d.metadata['Name']).lower() + ' ' + d.version for d in importlib.metadata.distributions(path=folders)})
print(json.dumps({'folders': folders, 'names': names}))
`) as { folders: string[]; names: string[] }
  const ours = [...listInstalled(folders).distributions.values()].map(({ name, version }) => `${name} ${version.text}`)
  const first = new Map(names.map((line) => [line.split(' ')[0], line]))
  expect(ours.sort()).toEqual([...first.values()].filter((line) => !/^(argparse|wsgiref|python) /.test(line)).sort())
})

test('500 distributions take no noticeable time', async () => {
  await inFreshFolder((folder) => {
    for (let index = 0; index < 500; index++) lay(folder, { [`project_${index}-1.${index}.dist-info/`]: '', [`project_${index}/__init__.py`]: '' })
    listInstalled([folder])
    const started = performance.now()
    expect(listInstalled([folder]).distributions.size).toBe(500)
    expect(performance.now() - started).toBeLessThan(100)
  })
  expect(PYTHON3.path).not.toBe('')
})
