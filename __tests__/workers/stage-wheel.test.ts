import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { stagedFiles, type StagedWheel } from '../../src/workers/tasks/staged-wheel.ts'
import { stage, venvFolders } from '../support/staging.ts'
import { tempFolder } from '../support/temp.ts'
import { readTree } from '../support/tree.ts'
import { recordHash, sha256Hex } from '../support/wheel.ts'
import { METHOD_STORED } from '../support/zip.ts'

const folder = tempFolder()

function recordOf({ staged, stageDir }: { readonly staged: StagedWheel; readonly stageDir: string }): string {
  return readFileSync(join(stageDir, staged.rootPart, staged.distInfo, 'RECORD'), 'utf8')
}

test('RECORD lists what was written: sorted, with paths from site-packages, scripts as they became', async () => {
  const result = await stage(folder, {
    name: 'tool',
    version: '2.0',
    files: { 'tool/__init__.py': 'x = 1\n', 'tool/a,b.py': '' },
    data: { 'scripts/raw': '#!python -u\nprint(1)\n', 'data/share/tool.txt': 'shared', 'headers/tool.h': 'int x;' },
    entryPoints: { console_scripts: { tool: 'tool.cli:main' } },
  }, { directUrl: '{"url": "file:///tool"}' })
  const raw = '#!/env/bin/python\nprint(1)\n'
  const script = "#!/env/bin/python\nimport sys\nfrom tool.cli import main\nif __name__ == '__main__':\n    sys.argv[0] = sys.argv[0].removesuffix('.exe')\n    sys.exit(main())\n"
  const info = (name: string): string => {
    const content = readFileSync(join(result.stageDir, 'purelib', 'tool-2.0.dist-info', name))
    return `tool-2.0.dist-info/${name},${recordHash(content)},${content.length}`
  }
  expect(recordOf(result).split('\r\n')).toEqual([
    `../../../bin/raw,${recordHash(raw)},${raw.length}`,
    `../../../bin/tool,${recordHash(script)},${script.length}`,
    `../../../include/site/python3.11/tool/tool.h,${recordHash('int x;')},6`,
    `../../../share/tool.txt,${recordHash('shared')},6`,
    info('INSTALLER'), info('METADATA'), 'tool-2.0.dist-info/RECORD,,', info('REQUESTED'), info('WHEEL'), info('direct_url.json'), info('entry_points.txt'),
    `tool/__init__.py,${recordHash('x = 1\n')},6`,
    `"tool/a,b.py",${recordHash('')},0`,
    '',
  ])
  expect(readFileSync(join(result.stageDir, 'scripts', 'tool'), 'utf8')).toBe(script)
})

test('the manifest and the tops say what lies in the stage', async () => {
  const { staged, stageDir } = await stage(folder, { name: 'a', files: { 'a/b/c.py': 'c', 'top.py': 't' }, data: { 'scripts/run': 'r' } })
  expect(staged.tops).toEqual([
    { scheme: 'purelib', name: 'a', isFolder: true },
    { scheme: 'purelib', name: 'top.py', isFolder: false },
    { scheme: 'scripts', name: 'run', isFolder: false },
    { scheme: 'purelib', name: 'a-1.0.dist-info', isFolder: true },
  ])
  const onDisk = Object.entries(readTree(stageDir)).flatMap(([path, node]) => (node.kind === 'file' ? [path] : []))
  expect(stagedFiles(staged).map(({ scheme, path }) => `${scheme}/${path}`).sort()).toEqual(onDisk.sort())
  expect(stagedFiles(staged).find(({ path }) => path === 'a/b/c.py')).toEqual({ scheme: 'purelib', path: 'a/b/c.py', sizeBytes: 1, sha256: sha256Hex('c') })
  expect(staged.fileCount).toBe(onDisk.length)
})

test('data files below site-packages have a RECORD path without detours, as relpath gives pip', async () => {
  const result = await stage(folder, { name: 'a', data: { 'data/lib/python3.11/site-packages/x/y.py': 'y', 'data/lib/other': 'o' } })
  expect(recordOf(result)).toContain('x/y.py,')
  expect(recordOf(result)).toContain('../../other,')
  expect(recordOf(result)).not.toContain('../../../lib')
})

test('a wheel for platlib is staged with purelib where the two are one folder, and RECORD speaks of platlib', async () => {
  const name = { name: 'a', files: { 'a/x.so': 'x' }, data: { 'purelib/pure.py': 'p' }, rootIsPurelib: false }
  const real = venvFolders('/env', 'a')
  const folders = { ...real, platlib: '/env/lib64/python3.11/site-packages' }
  const linked = await stage(folder, name, { folders, realFolders: real })
  expect(readTree(linked.stageDir)).toMatchObject({ 'purelib/a/x.so': {}, 'purelib/pure.py': {} })
  expect(recordOf(linked)).toContain('a/x.so,')
  expect(recordOf(linked)).toContain('../../../lib/python3.11/site-packages/pure.py,')
  const apart = await stage(folder, name, { folders, realFolders: folders })
  expect(readTree(apart.stageDir)).toMatchObject({ 'platlib/a/x.so': {}, 'purelib/pure.py': {} })
})

test('modes are pip’s, whatever the umask takes away', async () => {
  const spec = { name: 'a', files: { plain: 'x', 'tool.sh': { content: 'x', mode: 0o100755 } }, data: { 'scripts/raw': { content: 'x', mode: 0o100644 } }, entryPoints: { console_scripts: { made: 'a:b' } } }
  const modesUnder = async (umask: number): Promise<string[]> => {
    const before = process.umask(umask)
    try {
      const { stageDir } = await stage(folder, spec, { umask })
      return ['purelib/plain', 'purelib/tool.sh', 'scripts/raw', 'scripts/made'].map((path) => (statSync(join(stageDir, path)).mode & 0o777).toString(8))
    } finally {
      process.umask(before)
    }
  }
  expect(await modesUnder(0o022)).toEqual(['644', '755', '755', '755'])
  expect(await modesUnder(0o077)).toEqual(['600', '711', '711', '755'])
})

test('big files are streamed, with the same checks and the same RECORD', async () => {
  const big = Buffer.alloc(9 << 20, 'big ')
  const script = Buffer.concat([Buffer.from('#!python\n'), big])
  const spec = { name: 'a', files: { 'a/deflated': { content: big }, 'a/stored': { content: big, method: METHOD_STORED } }, data: { 'scripts/huge': script } }
  const result = await stage(folder, spec)
  const rewritten = Buffer.concat([Buffer.from('#!/env/bin/python\n'), big])
  expect(recordOf(result)).toContain(`a/deflated,${recordHash(big)},${big.length}`)
  expect(recordOf(result)).toContain(`a/stored,${recordHash(big)},${big.length}`)
  expect(recordOf(result)).toContain(`../../../bin/huge,${recordHash(rewritten)},${rewritten.length}`)
  expect(readFileSync(join(result.stageDir, 'scripts', 'huge')).equals(rewritten)).toBe(true)
  expect(result.staged.warnings).toEqual([])
  const lying = { ...spec, record: `a/deflated,${recordHash('other')},1\n` }
  expect((await stage(folder, lying)).staged.warnings.join()).toContain('wrong hash or size for a/deflated')
})

test('a sha512 digest of the wheel is kept when it is right', async () => {
  const digest = 'sha512=' + (await import('node:crypto')).createHash('sha512').update('x').digest('base64url')
  const result = await stage(folder, { name: 'a', files: { 'a.py': 'x' }, record: (lines) => lines.map((line) => (line.path === 'a.py' ? { ...line, hash: digest } : line)) })
  expect(recordOf(result)).toContain(`a.py,${digest},1`)
  expect(result.staged.warnings).toEqual([])
  expect(stagedFiles(result.staged).find(({ path }) => path === 'a.py')?.sha256).toBe(sha256Hex('x'))
})

test('a path that no system call takes is refused before anything is written', async () => {
  const folders = venvFolders(`/${'deep/'.repeat(1000)}`, 'a')
  await expect(stage(folder, { name: 'a' }, { folders })).rejects.toMatchObject({ code: 'path-too-long', message: expect.stringMatching(/would have a path of \d+ bytes, 4095 are possible/) })
})
