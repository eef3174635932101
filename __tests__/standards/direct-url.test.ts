import { expect, test } from '@jest/globals'
import { formatDirectUrl, parseDirectUrl, withoutCredentials } from '../../src/standards/direct-url.ts'

test('an archive has its hashes in both forms, and no credentials', () => {
  const hashes = [{ algorithm: 'sha256', hex: 'ab' }, { algorithm: 'md5', hex: 'cd' }] as const
  const text = formatDirectUrl({ kind: 'archive', url: 'https://me:pw@host.test/é.zip', hashes, subdirectory: 'sub' })
  const info = '{"hash": "sha256=ab", "hashes": {"md5": "cd", "sha256": "ab"}}'
  expect(text).toBe(`{"archive_info": ${info}, "subdirectory": "sub", "url": "https://host.test/\\u00e9.zip"}`)
  expect(formatDirectUrl({ kind: 'archive', url: 'file:///a.whl', hashes: [] })).toBe('{"archive_info": {}, "url": "file:///a.whl"}')
})

test('a directory says only when it is editable', () => {
  const directory = { kind: 'directory', url: 'file:///src' } as const
  expect(formatDirectUrl({ ...directory, editable: true })).toBe('{"dir_info": {"editable": true}, "url": "file:///src"}')
  expect(formatDirectUrl({ ...directory, editable: false })).toBe('{"dir_info": {}, "url": "file:///src"}')
})

test('a repository has its commit', () => {
  expect(formatDirectUrl({ kind: 'vcs', url: 'ssh://git@host.test/r', vcs: 'git', commitId: 'c0ffee', requestedRevision: 'main' })).toBe(
    '{"url": "ssh://git@host.test/r", "vcs_info": {"commit_id": "c0ffee", "requested_revision": "main", "vcs": "git"}}',
  )
})

test('what was written is read back', () => {
  const facts = { vcs: 'git', commitId: 'c', requestedRevision: 'v1', subdirectory: 'x' }
  const direct = { kind: 'vcs', url: 'https://host.test/r', ...facts } as const
  expect(parseDirectUrl(formatDirectUrl(direct))).toEqual({ ok: true, value: direct })
  expect(parseDirectUrl('{"url": "file:///x", "dir_info": {}}')).toEqual({ ok: true,
    value: { kind: 'directory', url: 'file:///x', editable: false } })
  expect(parseDirectUrl('{"url": "https://h.test/x", "archive_info": {"hash": "sha256=AB"}}')).toMatchObject({ ok: true,
    value: { hashes: [{ algorithm: 'sha256', hex: 'ab' }] } })
})

test.each([
  ['nonsense', 'direct_url.json is not JSON'],
  ['[]', 'expected a table, found a list'],
  ['{"archive_info": {}}', 'url: a value is required'],
  ['{"url": "x"}', 'exactly one of vcs_info, archive_info, dir_info must be present'],
  ['{"url": "x", "archive_info": {}, "dir_info": {}}', 'exactly one of vcs_info, archive_info, dir_info must be present'],
  ['{"url": "x", "vcs_info": {"vcs": "git"}}', 'vcs_info.commit_id: a value is required'],
  ['{"url": "https://h.test/x", "dir_info": {}}', 'url: must be an absolute file URL when dir_info is present'],
  ['{"url": "x", "archive_info": {"hash": "sha256"}}', 'archive_info.hash: expected "algorithm=digest", found "sha256"'],
  ['{"url": "x", "archive_info": {"hash": "md5=a", "hashes": {"md5": "b"}}}', 'archive_info.hash: is not one of archive_info.hashes'],
])('%s is refused', (text, message) => {
  expect(parseDirectUrl(text)).toMatchObject({ ok: false, message })
})

test.each([
  ['https://user:pw@host.test/p@q', 'https://host.test/p@q'], ['https://us@er:p@host.test/', 'https://host.test/'],
  ['https://host.test/a@b', 'https://host.test/a@b'],
  ['ssh://git@host.test/r', 'ssh://git@host.test/r'], ['https://${TOKEN}@host.test/', 'https://${TOKEN}@host.test/'],
  ['https://${A}:${B}@host.test/', 'https://${A}:${B}@host.test/'],
  ['https://host.test/a.zip?sig=x&b=1&token=y#z', 'https://host.test/a.zip?b=1#z'], ['https://host.test/a.zip?password=x', 'https://host.test/a.zip'],
  ['https://${A}x@host.test/', 'https://host.test/'], ['file:///a@b', 'file:///a@b'],
])('%s without credentials is %s', (url, bare) => {
  expect(withoutCredentials(url)).toBe(bare)
})
