import type { WheelSpec } from './wheel.ts'

/** A wheel in a sound archive that breaks the wheel format, or bends it: what is to happen. */
export interface OddWheel {
  readonly name: string
  readonly spec: WheelSpec
  readonly expected: WheelExpectation
  /** Request fields by name: `strictRecord`, `requested`. */
  readonly request?: { readonly strictRecord?: boolean; readonly requested?: boolean; readonly directUrl?: string }
}

export type WheelExpectation =
  | { readonly refused: 'wheel-invalid' | 'metadata-invalid' | 'record-invalid' | 'entry-point-invalid' | 'archive-unsafe'; readonly because: RegExp }
  /** Staged; `present` and `absent` are paths in the stage, `warns` a part of one warning (without: no warning at all). */
  | { readonly staged: true; readonly warns?: RegExp; readonly present?: readonly string[]; readonly absent?: readonly string[] }

type RefusalCode = Extract<WheelExpectation, { refused: string }>['refused']
const refused = (code: RefusalCode, because: RegExp): WheelExpectation => ({ refused: code, because })
const script = (name: string, target = 'a:main'): WheelSpec => ({ name: 'a', entryPoints: `[console_scripts]\n${name} = ${target}\n` })
const SELF = 'purelib/a-1.0.dist-info'

const FORM: readonly OddWheel[] = [
  { name: 'no dist-info', spec: { name: 'a', distInfo: 'a-1.0.info' }, expected: refused('wheel-invalid', /no \.dist-info/) },
  { name: 'two dist-infos', spec: { name: 'a', files: { 'b-1.0.dist-info/METADATA': 'x' } }, expected: refused('wheel-invalid', /more than one/) },
  { name: 'the dist-info of another project', spec: { name: 'a', distInfo: 'b-1.0.dist-info' }, expected: refused('wheel-invalid', /not of a 1\.0/) },
  { name: 'the dist-info of a project with a longer name', spec: { name: 'a', distInfo: 'abc-1.0.dist-info' }, expected: refused('wheel-invalid', /not of a 1\.0/) },
  { name: 'the dist-info of another version', spec: { name: 'a', distInfo: 'a-2.0.dist-info' }, expected: refused('wheel-invalid', /not of a 1\.0/) },
  { name: 'a dist-info in another spelling', spec: { name: 'some.thing', files: {}, distInfo: 'Some_Thing-1.0.0.dist-info' }, expected: { staged: true, present: ['purelib/Some_Thing-1.0.0.dist-info/RECORD'] } },
  { name: 'a dist-info with a dash in its name', spec: { name: 'some-thing', files: {}, distInfo: 'some-thing-1.0.dist-info' }, expected: { staged: true } },
  { name: 'no WHEEL', spec: { name: 'a', wheelFile: false }, expected: refused('wheel-invalid', /no WHEEL/) },
  { name: 'a WHEEL that is not UTF-8', spec: { name: 'a', wheelFile: Buffer.from('Wheel-Version: 1.0\nGenerator: caf\xe9\n', 'latin1') }, expected: refused('wheel-invalid', /not UTF-8/) },
  { name: 'a WHEEL without version', spec: { name: 'a', wheelFile: 'Root-Is-Purelib: true\n' }, expected: refused('wheel-invalid', /missing Wheel-Version/) },
  { name: 'a WHEEL with a version of words', spec: { name: 'a', wheelVersion: 'one' }, expected: refused('wheel-invalid', /invalid Wheel-Version/) },
  { name: 'Wheel-Version 2.0', spec: { name: 'a', wheelVersion: '2.0' }, expected: refused('wheel-invalid', /2\.0/) },
  { name: 'Wheel-Version 1.9', spec: { name: 'a', wheelVersion: '1.9' }, expected: { staged: true, warns: /newer Wheel-Version \(1\.9\)/ } },
  { name: 'no METADATA', spec: { name: 'a', metadata: false }, expected: refused('metadata-invalid', /no METADATA/) },
  { name: 'the METADATA of another project', spec: { name: 'a', metadata: 'Metadata-Version: 2.1\nName: b\nVersion: 1.0\n' }, expected: refused('metadata-invalid', /is b, not a/) },
  { name: 'the METADATA of another version', spec: { name: 'a', metadata: 'Metadata-Version: 2.1\nName: a\nVersion: 1.1\n' }, expected: refused('metadata-invalid', /version 1\.1, not 1\.0/) },
  { name: 'METADATA without a version', spec: { name: 'a', metadata: 'Metadata-Version: 2.1\nName: a\n' }, expected: refused('metadata-invalid', /no Version/) },
  { name: 'METADATA with an equal version', spec: { name: 'a', metadata: 'Metadata-Version: 2.1\nName: A\nVersion: 1.0.0\n' }, expected: { staged: true } },
  { name: 'data of another project', spec: { name: 'a', files: { 'b-1.0.data/scripts/x': 'x' } }, expected: refused('wheel-invalid', /does not belong/) },
  { name: 'an unknown part of the scheme', spec: { name: 'a', data: { 'windows/x': 'x' } }, expected: refused('wheel-invalid', /purelib, platlib, scripts, headers, data/) },
  { name: 'a file directly under .data', spec: { name: 'a', data: { README: 'x' } }, expected: refused('wheel-invalid', /files under \.data/) },
  { name: 'every part of the scheme', spec: { name: 'a', data: { 'scripts/run': '#!python\n', 'headers/a.h': '', 'data/share/a': '', 'purelib/pure.py': '', 'platlib/plat.py': '' } }, expected: { staged: true, present: ['scripts/run', 'headers/a.h', 'data/share/a', 'purelib/pure.py', 'purelib/plat.py'] } },
]

const PLACES: readonly OddWheel[] = [
  { name: 'metadata of another project by way of .data', spec: { name: 'a', data: { 'purelib/b-1.0.dist-info/METADATA': 'x' } }, expected: refused('archive-unsafe', /metadata of another distribution/) },
  { name: 'metadata of another project in capitals', spec: { name: 'a', files: { 'b-1.0.DIST-INFO/METADATA': 'x' } }, expected: refused('archive-unsafe', /metadata of another distribution/) },
  { name: 'metadata of another project as an egg', spec: { name: 'a', files: { 'b.egg-info/PKG-INFO': 'x' } }, expected: refused('archive-unsafe', /metadata of another distribution/) },
  { name: 'metadata of another project by way of the data folder', spec: { name: 'a', data: { 'data/lib/python3.11/site-packages/b-1.0.dist-info/METADATA': 'x' } }, expected: refused('archive-unsafe', /metadata of another distribution/) },
  { name: 'an egg-info of its own', spec: { name: 'a', files: { 'a.egg-info/PKG-INFO': 'x' } }, expected: { staged: true } },
  { name: 'a script that replaces the interpreter', spec: { name: 'a', data: { 'scripts/python3': '#!/bin/sh\n' } }, expected: refused('archive-unsafe', /interpreter/) },
  { name: 'a data file that replaces the interpreter', spec: { name: 'a', data: { 'data/bin/python3.11': '#!/bin/sh\n' } }, expected: refused('archive-unsafe', /interpreter/) },
  { name: 'a data file that replaces pyvenv.cfg', spec: { name: 'a', data: { 'data/pyvenv.cfg': 'home = /tmp\n' } }, expected: refused('archive-unsafe', /configuration of the environment/) },
  { name: 'a file in our own work folder', spec: { name: 'a', files: { '.parallel-pip/journal': 'x' } }, expected: refused('archive-unsafe', /installer’s own/) },
  { name: 'one content twice for one path', spec: { name: 'a', files: { 'a.py': 'same\n' }, data: { 'purelib/a.py': 'same\n' } }, expected: { staged: true, present: ['purelib/a.py'] } },
  { name: 'two contents for one path', spec: { name: 'a', files: { 'a.py': 'one\n' }, data: { 'purelib/a.py': 'other\n' } }, expected: refused('wheel-invalid', /two files for a\.py/) },
  { name: 'a file where .data needs a folder', spec: { name: 'a', files: { inside: 'x' }, data: { 'purelib/inside/deeper': 'x' } }, expected: refused('wheel-invalid', /two files for one path/) },
]

const RECORDS: readonly OddWheel[] = [
  { name: 'no RECORD', spec: { name: 'a', record: false }, expected: refused('record-invalid', /no RECORD/) },
  { name: 'an empty RECORD', spec: { name: 'a', record: '' }, expected: { staged: true, warns: /does not list/ } },
  { name: 'a RECORD of nonsense', spec: { name: 'a', record: 'nonsense,,,,\n,,\n' }, expected: { staged: true, warns: /cannot be read everywhere/ } },
  { name: 'a wrong digest', spec: { name: 'a', record: (lines) => lines.map((line) => (line.path.endsWith('.py') ? { ...line, hash: `sha256=${'A'.repeat(43)}` } : line)) }, expected: { staged: true, warns: /wrong hash or size for a\/__init__\.py/ } },
  { name: 'a wrong digest, strictly', spec: { name: 'a', record: (lines) => lines.map((line) => (line.path.endsWith('.py') ? { ...line, hash: `sha256=${'A'.repeat(43)}` } : line)) }, request: { strictRecord: true }, expected: refused('record-invalid', /wrong hash or size/) },
  { name: 'a wrong size', spec: { name: 'a', record: (lines) => lines.map((line) => ({ ...line, size: line.size === '' ? '' : '7' })) }, expected: { staged: true, warns: /wrong hash or size/ } },
  { name: 'a padded digest', spec: { name: 'a', record: (lines) => lines.map((line) => ({ ...line, hash: line.hash === '' ? '' : `${line.hash}=` })) }, expected: { staged: true, warns: /padded/ } },
  { name: 'an md5 digest', spec: { name: 'a', record: (lines) => lines.map((line) => ({ ...line, hash: line.hash === '' ? '' : 'md5=1B2M2Y8AsgTpgAmY7PhCfg' })) }, expected: { staged: true, warns: /weak kind/ } },
  { name: 'rows without a digest', spec: { name: 'a', record: (lines) => lines.map((line) => ({ ...line, hash: '' })) }, expected: { staged: true, warns: /no hash for/ } },
  { name: 'an unlisted file', spec: { name: 'a', record: (lines) => lines.slice(1) }, expected: { staged: true, warns: /does not list a\/__init__\.py/ } },
  { name: 'a listed file that is not there', spec: { name: 'a', record: (lines) => [...lines, { path: '../../../../etc/passwd', hash: '', size: '' }] }, expected: { staged: true, warns: /does not have: \.\.\/\.\.\/\.\.\/\.\.\/etc\/passwd/ } },
  { name: 'a path listed twice', spec: { name: 'a', record: (lines) => [...lines, ...lines] }, expected: { staged: true, warns: /more than once/ } },
  { name: 'signatures', spec: { name: 'a', distInfoFiles: { 'RECORD.jws': '{}', 'RECORD.p7s': 'x' }, record: (lines) => lines.filter(({ path }) => !/RECORD\./.test(path)) }, expected: { staged: true, present: [`${SELF}/RECORD.jws`, `${SELF}/RECORD.p7s`] } },
  { name: 'its own INSTALLER, REQUESTED and direct_url.json', spec: { name: 'a', distInfoFiles: { INSTALLER: 'conda\n', REQUESTED: 'x', 'direct_url.json': '{}' } }, request: { requested: false }, expected: { staged: true, warns: /ships REQUESTED/, present: [`${SELF}/INSTALLER`], absent: [`${SELF}/REQUESTED`, `${SELF}/direct_url.json`] } },
]

const ENTRY_POINTS: readonly OddWheel[] = [
  { name: 'an entry point with a path', spec: script('../../evil'), expected: refused('entry-point-invalid', /path separator/) },
  { name: 'an entry point that is absolute', spec: script('/tmp/evil'), expected: refused('entry-point-invalid', /path separator/) },
  { name: 'an entry point with a backslash', spec: script('..\\evil'), expected: refused('entry-point-invalid', /path separator/) },
  { name: 'an entry point named ..', spec: script('..'), expected: refused('entry-point-invalid', /is a folder/) },
  { name: 'an entry point named python', spec: script('python3'), expected: refused('entry-point-invalid', /interpreter/) },
  { name: 'an entry point with a control character', spec: script('a\tb'), expected: refused('entry-point-invalid', /control character/) },
  { name: 'an entry point without a callable', spec: script('run', 'a'), expected: refused('entry-point-invalid', /callable/) },
  { name: 'an entry point with code', spec: script('run', 'a:main;import os'), expected: { staged: true, present: ['scripts/run'] } },
  { name: 'an entry point of two colons', spec: script('run', 'a:b:c'), expected: refused('entry-point-invalid', /more than one colon/) },
  { name: 'entry points in capitals and other alphabets', spec: { name: 'a', entryPoints: { console_scripts: { Größe: 'a:main', 'Foo.Bar': 'a:main' } } }, expected: { staged: true, present: ['scripts/Größe', 'scripts/Foo.Bar'] } },
  { name: 'one name as console and GUI script', spec: { name: 'a', entryPoints: { console_scripts: { run: 'a:console' }, gui_scripts: { run: 'a:gui' } } }, expected: { staged: true, present: ['scripts/run'] } },
  { name: 'wrappers that setuptools left', spec: { name: 'a', entryPoints: { console_scripts: { run: 'a:main' } }, data: { 'scripts/run': 'old', 'scripts/run.exe': 'old', 'scripts/run-script.py': 'old', 'scripts/other': 'kept' } }, expected: { staged: true, present: ['scripts/run', 'scripts/other'], absent: ['scripts/run.exe', 'scripts/run-script.py'] } },
]

export const ODD_WHEELS: readonly OddWheel[] = [...FORM, ...PLACES, ...RECORDS, ...ENTRY_POINTS]
