import { inflateRawSync } from 'node:zlib'

/**
 * The METADATA file of a wheel on a server that answers range requests, in two or three of them: the archive's end
 * with its directory, then the one entry. Undefined when the wheel is gone. Throws when the archive is not of the plain
 * form (zip64, data before the archive): published wheels below 4 GB are.
 */
export async function remoteMetadata(url: string): Promise<Buffer | undefined> {
  const tail = await range(url, '-65536')
  if (tail === undefined) return undefined
  const end = tail.bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  const [size, offset] = [tail.bytes.readUInt32LE(end + 12), tail.bytes.readUInt32LE(end + 16)]
  const directory = offset >= tail.start ? tail.bytes.subarray(offset - tail.start, offset - tail.start + size) : (await range(url, `${offset}-${offset + size - 1}`))?.bytes
  const entry = directory === undefined ? undefined : findMetadata(directory)
  if (entry === undefined) throw new Error(`no METADATA in ${url}`)
  // The local header's extra field may be longer than the central one: ask for some more, and read its own lengths.
  const body = await range(url, `${entry.offset}-${entry.offset + 30 + entry.nameLength + 512 + entry.compressedSize}`)
  if (body === undefined) return undefined
  const start = 30 + body.bytes.readUInt16LE(26) + body.bytes.readUInt16LE(28)
  const data = body.bytes.subarray(start, start + entry.compressedSize)
  return entry.method === 0 ? data : inflateRawSync(data)
}

interface Entry {
  readonly method: number
  readonly compressedSize: number
  readonly nameLength: number
  readonly offset: number
}

function findMetadata(directory: Buffer): Entry | undefined {
  for (let at = 0; at + 46 <= directory.length; ) {
    const [nameLength, extra, comment] = [directory.readUInt16LE(at + 28), directory.readUInt16LE(at + 30), directory.readUInt16LE(at + 32)]
    const name = directory.toString('utf8', at + 46, at + 46 + nameLength)
    if (/^[^/]+\.dist-info\/METADATA$/.test(name)) {
      return { method: directory.readUInt16LE(at + 10), compressedSize: directory.readUInt32LE(at + 20), nameLength, offset: directory.readUInt32LE(at + 42) }
    }
    at += 46 + nameLength + extra + comment
  }
  return undefined
}

async function range(url: string, bytes: string): Promise<{ bytes: Buffer; start: number } | undefined> {
  const response = await fetch(url, { headers: { Range: `bytes=${bytes}`, 'Accept-Encoding': 'identity' } })
  if (response.status === 404) return undefined
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
  const start = Number(/^bytes (\d+)-/.exec(response.headers.get('content-range') ?? '')?.[1] ?? 0)
  return { bytes: Buffer.from(await response.arrayBuffer()), start }
}
