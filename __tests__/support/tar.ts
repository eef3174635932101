import { spawnSync } from 'node:child_process'
import { gzipSync } from 'node:zlib'

/** One member of a tar archive; `link` makes it a symbolic or hard link to that name. */
export interface TarMember {
  /** A name that ends in `/` is a directory. */
  readonly name: string
  readonly content?: string | Buffer
  readonly mode?: number
  /** Since the epoch; 0 by default, so that equal input gives equal bytes. */
  readonly modifiedSeconds?: number
  readonly link?: { readonly kind: 'symbolic' | 'hard'; readonly target: string }
  /** Overrides the type flag, for devices, fifos and unknown kinds. */
  readonly type?: string
}

export type TarCompression = 'none' | 'gz' | 'bz2' | 'xz' | 'lzma'

const BLOCK = 512

/** A ustar archive (POSIX.1-1988) with pax records for long names; times and owners are zero, so equal input gives equal bytes. */
export function tar(members: readonly TarMember[]): Buffer {
  return Buffer.concat([...members.flatMap(memberBlocks), Buffer.alloc(2 * BLOCK)])
}

export function tarCompressed(members: readonly TarMember[], compression: TarCompression): Buffer {
  const plain = tar(members)
  if (compression === 'none') return plain
  if (compression === 'gz') return gzipSync(plain)
  const code = `import sys,bz2,lzma; d=sys.stdin.buffer.read(); sys.stdout.buffer.write(${PYTHON_COMPRESSORS[compression]})`
  const done = spawnSync('python3', ['-c', code], { input: plain, maxBuffer: 1 << 28 })
  if (done.status !== 0) throw new Error(`compressing with ${compression}: ${done.stderr.toString()}`)
  return done.stdout
}

const PYTHON_COMPRESSORS = {
  bz2: 'bz2.compress(d)',
  xz: 'lzma.compress(d)',
  lzma: 'lzma.compress(d,format=lzma.FORMAT_ALONE)',
} as const

function memberBlocks(member: TarMember): Buffer[] {
  const content = Buffer.from((member.content ?? '') as string)
  const long = Buffer.byteLength(member.name) > 100 || Buffer.byteLength(member.link?.target ?? '') > 100
  const pax = long ? [header({ name: 'pax', type: 'x', size: paxRecords(member).length, mode: 0o644 }), padded(paxRecords(member))] : []
  const mode = member.mode ?? (member.name.endsWith('/') ? 0o755 : 0o644)
  return [...pax, header({ name: member.name, type: typeOf(member), size: content.length, mode, link: member.link?.target ?? '', modified: member.modifiedSeconds ?? 0 }), padded(content)]
}

function typeOf(member: TarMember): string {
  if (member.type !== undefined) return member.type
  if (member.link !== undefined) return member.link.kind === 'symbolic' ? '2' : '1'
  return member.name.endsWith('/') ? '5' : '0'
}

function paxRecords(member: TarMember): Buffer {
  const records = [['path', member.name], ...(member.link === undefined ? [] : [['linkpath', member.link.target]])]
  return Buffer.from(records.map(([key, value]) => paxRecord(`${key}=${value}\n`)).join(''))
}

/** A pax record starts with its own length in decimal, which counts itself. */
function paxRecord(text: string): string {
  const rest = Buffer.byteLength(text) + 1
  let length = rest + 1
  while (rest + String(length).length !== length) length += 1
  return `${length} ${text}`
}

function header(fields: { name: string; type: string; size: number; mode: number; link?: string; modified?: number }): Buffer {
  const block = Buffer.alloc(BLOCK)
  block.write(fields.name.slice(0, 100), 0)
  block.write(octal(fields.mode, 7), 100)
  block.write(octal(0, 7), 108)
  block.write(octal(0, 7), 116)
  block.write(octal(fields.size, 11), 124)
  block.write(octal(fields.modified ?? 0, 11), 136)
  block.write('        ', 148)
  block.write(fields.type, 156)
  block.write((fields.link ?? '').slice(0, 100), 157)
  block.write('ustar\0' + '00', 257)
  block.write(octal(block.reduce((sum, byte) => sum + byte, 0), 6) + '\0 ', 148)
  return block
}

function octal(value: number, digits: number): string {
  return value.toString(8).padStart(digits, '0')
}

function padded(content: Buffer): Buffer {
  return Buffer.concat([content, Buffer.alloc((BLOCK - (content.length % BLOCK)) % BLOCK)])
}
