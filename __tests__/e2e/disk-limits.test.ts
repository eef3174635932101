import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { cliPath, runCli } from '../support/cli.ts'
import { run, type Finished } from '../support/process.ts'
import { makeEnvironment, type TempEnvironment } from '../support/python.ts'
import { tempFolder } from '../support/temp.ts'
import { readTree, treeDifferences } from '../support/tree.ts'
import { aWheel, saveFiles } from '../support/wheel.ts'

/** What a file system or a system refuses, for real: small disks, few files, long names, parts on other disks. */
const folder = tempFolder()
const wheels = join(folder, 'wheels')
const home = { HOME: join(folder, 'home'), XDG_CACHE_HOME: join(folder, 'home', '.cache') }
const TIMEOUT_MS = 300_000
const NODE = `${process.execPath} --disable-warning=ExperimentalWarning ${cliPath('source')}`
const FROM = `--no-index --find-links ${wheels} --no-compile`

saveFiles(wheels, [
  ...['1.0', '2.0'].map((version) => aWheel({
    name: 'part', version, files: { 'part/__init__.py': version, [`part/v${version}.py`]: '' }, data: { 'data/share/part/doc.txt': version, 'headers/part.h': version },
    entryPoints: { console_scripts: { 'part-tool': 'part:main', [`part-tool-${version}`]: 'part:main' } },
  })),
  ...['left', 'right'].map((name) => aWheel({ name, files: { [`${name}/big.bin`]: { content: Buffer.alloc(5 << 20, name), method: 0 } } })),
  aWheel({ name: 'part', version: '3.0', files: { 'part/__init__.py': '3', 'part/big.bin': Buffer.alloc(6 << 20, 'ab'), 'part/other.bin': Buffer.alloc(6 << 20, 'cd') } }),
  aWheel({ name: 'many', files: Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`many/m${index}.py`, ''])) }),
  aWheel({ name: 'deep', files: { [`deep/${'n'.repeat(200)}/${'m'.repeat(200)}.py`]: '' } }),
  ...Array.from({ length: 12 }, (_, index) => aWheel({ name: `some${index}`, files: Object.fromEntries(Array.from({ length: 10 }, (__, file) => [`some${index}/m${file}.py`, ''])) })),
])

/** Mounts of one's own need user namespaces, or root. */
const canMount = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'none', folder]).status === 0
const whenMounting = canMount ? test : test.skip

function mounted(script: readonly string[]): Promise<Finished> {
  return run('unshare', ['-rm', 'sh', '-ec', script.join('\n')], { env: home, cwd: folder })
}

let count = 0
const fresh = (): TempEnvironment => makeEnvironment(join(folder, `env-${(count += 1)}`))

/** Lines of `find` with the content of files, so that two moments can be compared inside a mount. */
const listed = (place: string): string => `(cd ${place} && find . -name __pycache__ -prune -o -type f -exec sha256sum {} + -o -print | sort)`

describe('a small disk', () => {
  whenMounting('an upgrade that does not fit: the old version stays as it was', async () => {
    const place = join(folder, 'upgrade')
    mkdirSync(place)
    const finished = await mounted([
      `mount -t tmpfs -o size=8m none ${place}`, `${NODE} install ${FROM} --target ${place}/lib part==1.0`, `${listed(place)} > ${folder}/before.txt`,
      `${NODE} install ${FROM} --target ${place}/lib --upgrade part==3.0 && exit 9`, `${listed(place)} > ${folder}/after.txt`, `cmp ${folder}/before.txt ${folder}/after.txt && echo same`,
    ])
    expect(finished.output).toMatch(/error\[disk-full\].*part.*needs 1[23] MB, \d+(\.\d+)? MB are free/)
    expect(finished.stdout).toContain('same')
  }, TIMEOUT_MS)

  whenMounting('wheels that fit one by one, and not together: told with numbers, and nothing is left', async () => {
    const place = join(folder, 'together')
    mkdirSync(place)
    const finished = await mounted([`mount -t tmpfs -o size=8m none ${place}`, `${NODE} install ${FROM} --target ${place}/lib left right && exit 9`, `ls -A ${place} | wc -l`])
    expect(finished.output).toMatch(/error\[disk-full\].*5\.2 MB.* are free/)
    expect(finished.stdout.trim().split('\n').at(-1)).toBe('0')
  }, TIMEOUT_MS)

  whenMounting('one without room for so many files says how many', async () => {
    const place = join(folder, 'files')
    mkdirSync(place)
    const finished = await mounted([`mount -t tmpfs -o size=64m,nr_inodes=100 none ${place}`, `${NODE} install ${FROM} --target ${place}/lib many && exit 9`, `ls -A ${place} | wc -l`])
    expect(finished.output).toMatch(/error\[disk-full\].*many.*needs 30\d files, the disk of .* can take \d+ more/)
    expect(finished.stdout.trim().split('\n').at(-1)).toBe('0')
  }, TIMEOUT_MS)

  whenMounting('a read-only one is refused before anything is fetched', async () => {
    const env = fresh()
    const before = readTree(env.root)
    const finished = await mounted([`mount --bind ${env.root} ${env.root}`, `mount -o remount,bind,ro ${env.root}`, `${NODE} install ${FROM} --python ${env.python} part==1.0 && exit 9`, 'true'])
    expect(finished.output).toContain('error[target-readonly]')
    expect(treeDifferences(before, readTree(env.root))).toEqual([])
  }, TIMEOUT_MS)
})

describe('an environment with parts on other disks', () => {
  whenMounting('is installed to and upgraded as one on a single disk, mount points and all', async () => {
    const [env, plain] = [fresh(), fresh()]
    const steps = (at: TempEnvironment): string[] => [
      `${NODE} install ${FROM} --python ${at.python} part==1.0 left`, `${NODE} install ${FROM} --python ${at.python} part==2.0`, `${at.python} -c 'import part; print(part.__file__)'`,
      `(cd ${at.root} && find . -name __pycache__ -prune -o -type f -not -name RECORD -exec sh -c 'sed "s|${at.root}||g" "$1" | sha256sum | cut -c1-64 | tr "\\n" " "; echo "$1"' _ {} \\; | sort -k2)`,
    ]
    const mounts = ['bin', 'share'].flatMap((name) => [
      `mkdir -p ${env.root}/${name} ${folder}/kept-${name}`, `cp -a ${env.root}/${name}/. ${folder}/kept-${name}`, `mount -t tmpfs -o size=8m none ${env.root}/${name}`, `cp -a ${folder}/kept-${name}/. ${env.root}/${name}`,
    ])
    const apart = await mounted([...mounts, ...steps(env)])
    const together = await mounted([`mkdir -p ${plain.root}/share`, ...steps(plain)])
    expect({ status: apart.status, output: apart.output }).toMatchObject({ status: 0 })
    const files = (finished: Finished): string[] => finished.stdout.split('\n').filter((line) => /^[0-9a-f]{64} /.test(line))
    expect(files(together).length).toBeGreaterThan(10)
    expect(files(apart)).toEqual(files(together))
  }, TIMEOUT_MS)
})

describe('names and files', () => {
  test('a path that no system call takes is refused with its length', async () => {
    const target = join(folder, ...Array.from({ length: 19 }, () => 'd'.repeat(200)))
    const refused = await runCli(['install', ...FROM.split(' '), '--target', target, 'deep'], { env: home, cwd: folder })
    expect(refused.status).toBe(1)
    expect(refused.stderr).toMatch(/error\[path-too-long\].*\d{4} bytes, 4095 are possible/)
    expect(readdirSync(folder)).not.toContain('d'.repeat(200))
  }, TIMEOUT_MS)

  test.each([26, 32, 36])('%i open files are too few: said with the number, and the environment is as it was', async (files) => {
    const env = fresh()
    const before = readTree(env.root)
    const names = Array.from({ length: 12 }, (_, index) => `some${index}`).join(' ')
    const finished = await run('sh', ['-c', `ulimit -n ${files}; ${NODE} install ${FROM} --python ${env.python} ${names}`], { env: home, cwd: folder })
    // How many a Node needs for itself differs: it may just have been enough.
    if (finished.status === 0) return
    expect(finished.output).toMatch(new RegExp(`error\\[install-failed\\].*too many files are open \\(${files} are allowed\\).*as it was`))
    expect(treeDifferences(before, readTree(env.root))).toEqual([])
  }, TIMEOUT_MS)
})
