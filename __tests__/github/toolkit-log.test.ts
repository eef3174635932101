import { expect, test } from '@jest/globals'
import { hadWholeArchive, nothingFound } from '../../src/github/toolkit-log.ts'

const warned = (why: string): string => `Received 10 of 10 (100.0%), 0.1 MBs/sec\n::warning::Failed to restore: ${why}\n`

test.each<[string, string, string]>([
  ['tar on Linux', '"/usr/bin/tar" failed with error: The process \'/usr/bin/tar\' failed with exit code 2', 'unreadable'],
  ['tar of Git on Windows, whose path is cut', '"C:\\Program failed with error: The process \'C:\\Program Files\\Git\\usr\\bin\\tar.exe\' failed with exit code 2', 'unreadable'],
  ['zstd before the tar of Windows', 'zstd failed with error: The process \'C:\\tools\\zstd.exe\' failed with exit code 1', 'unreadable'],
  ['no tar on the machine', 'Unable to locate executable file: tar. Please verify either the file path exists', 'failed'],
  ['a tar that does not start', '"/usr/bin/tar" failed with error: There was an error when attempting to execute the process \'/usr/bin/tar\'. This may indicate the process failed to start. Error: spawn ENOMEM', 'failed'],
  ['a host whose name says archive', 'getaddrinfo ENOTFOUND tar.archive.example', 'failed'],
  ['a service that is ill', 'Cache service responded with 503', 'failed'],
])('%s: whose fault it is that nothing was restored', (_, why, kind) => {
  expect(nothingFound(warned(why))).toEqual({ kind, why })
})

test('a miss is no failure, and an archive that was taken away had come', () => {
  expect(nothingFound('Cache not found for keys: a, b\n')).toEqual({ kind: 'none' })
  const wholes = ["ENOENT: no such file or directory, stat '/tmp/cache.tzst'", 'connect ECONNREFUSED'].map((why) => hadWholeArchive(nothingFound(warned(why))))
  expect(wholes).toEqual([true, false])
})
