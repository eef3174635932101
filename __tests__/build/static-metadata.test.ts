import { describe, expect, test } from '@jest/globals'
import { join } from 'node:path'
import { readStaticMetadata, type StaticMetadata } from '../../src/build/static-metadata.ts'
import { writeFiles } from '../support/sdist.ts'
import { tempFolder } from '../support/temp.ts'

const folder = tempFolder('static-')
let trees = 0

function staticOf(files: Record<string, string>, isDistribution = true): Promise<StaticMetadata | undefined> {
  const tree = join(folder, String((trees += 1)))
  writeFiles(tree, { 'setup.py': '', ...files })
  return readStaticMetadata(tree, { isDistribution })
}

const info = (version: string, lines: readonly string[] = []): string => [`Metadata-Version: ${version}`, 'Name: foo', 'Version: 1.0', 'Requires-Dist: bar>=2', ...lines, '', 'long text'].join('\n')
const requirementsOf = (found: StaticMetadata | undefined): readonly string[] | undefined => found?.metadata.requiresDist.map(({ text }) => text)

describe('PKG-INFO', () => {
  test.each(['2.2', '2.3', '2.4', '2.10'])('of metadata %s counts', async (version) => {
    expect(requirementsOf(await staticOf({ 'PKG-INFO': info(version) }))).toEqual(['bar>=2'])
  })

  test.each(['1.0', '2.1', ''])('of metadata %s does not: its backend may have known more', async (version) => {
    expect(await staticOf({ 'PKG-INFO': info(version) })).toBeUndefined()
  })

  test.each(['Requires-Dist', 'requires-python', 'Provides-Extra', 'Version'])('with a dynamic %s does not count', async (field) => {
    expect(await staticOf({ 'PKG-INFO': info('2.4', [`Dynamic: ${field}`]) })).toBeUndefined()
  })

  test('with other dynamic fields counts', async () => {
    expect(requirementsOf(await staticOf({ 'PKG-INFO': info('2.4', ['Dynamic: License-File', 'Dynamic: Summary']) }))).toEqual(['bar>=2'])
  })

  test('of a tree that is no distribution is not looked at', async () => {
    expect(await staticOf({ 'PKG-INFO': info('2.4') }, false)).toBeUndefined()
  })
})

const pyproject = (lines: readonly string[]): string => ['[project]', 'name = "Foo.Bar"', ...lines].join('\n')

describe('pyproject.toml', () => {
  test('counts when nothing that decides is left to the backend', async () => {
    const found = await staticOf({ 'pyproject.toml': pyproject(['version = "1.0"', 'requires-python = ">=3.8"', 'dependencies = ["bar>=2", "baz; python_version<\'3\'"]', '[project.optional-dependencies]', 'extra = ["qux", "quux @ https://host.test/q.whl", "corge; os_name==\'nt\'"]']) }, false)
    expect(found?.metadata).toMatchObject({ name: 'foo-bar', version: { text: '1.0' }, requiresPython: { text: '>=3.8' }, providesExtras: ['extra'] })
    expect(requirementsOf(found)).toEqual([
      'bar>=2',
      'baz; python_version < "3"',
      'qux; extra == "extra"',
      'quux @ https://host.test/q.whl ; extra == "extra"',
      'corge; (os_name == "nt") and extra == "extra"',
    ])
  })

  test('counts where PKG-INFO leaves it open', async () => {
    expect(requirementsOf(await staticOf({ 'PKG-INFO': info('2.1'), 'pyproject.toml': pyproject(['version = "1.0"', 'dependencies = ["other"]']) }))).toEqual(['other'])
  })

  test.each(['version', 'dependencies', 'optional-dependencies', 'requires-python'])('with a dynamic %s does not count', async (field) => {
    const version = field === 'version' ? [] : ['version = "1.0"']
    expect(await staticOf({ 'pyproject.toml': pyproject([...version, `dynamic = ["${field}"]`]) })).toBeUndefined()
  })

  test.each(['', '[tool.poetry]\nname = "foo"\nversion = "1.0"\n', '[project]\nname = 1\n', 'not toml ['])('without a table of its own, or a faulty one, leaves it to the backend: %s', async (text) => {
    expect(await staticOf({ 'pyproject.toml': text })).toBeUndefined()
  })

  test('gives what a report shows', async () => {
    const found = await staticOf({ 'pyproject.toml': pyproject(['version = "1.0"', 'description = "Two\\nlines"', 'keywords = ["a", "b"]', 'license = "MIT"', 'authors = [{name = "A"}, {name = "B", email = "b@host.test"}]', '[project.urls]', 'Home = "https://host.test"']) })
    expect(found?.text.split('\n')).toEqual(expect.arrayContaining(['Summary: Two lines', 'Keywords: a,b', 'License-Expression: MIT', 'Author: A', 'Author-email: B <b@host.test>', 'Project-URL: Home, https://host.test']))
  })
})
