import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/** Creates the files of one stage. Folders are created once, with their parents; files must not exist yet. */
export interface StageWriter {
  write(path: string, content: Buffer, executable: boolean): void
  /** For contents that come in pieces. */
  open(path: string, executable: boolean): { append(piece: Buffer): void; close(): void }
}

export function openStageWriter(): StageWriter {
  const folders = new Set<string>()
  const create = (path: string, executable: boolean): number => {
    const folder = dirname(path)
    if (!folders.has(folder)) {
      mkdirSync(folder, { recursive: true })
      folders.add(folder)
    }
    return openSync(path, 'wx', executable ? 0o777 : 0o666)
  }
  return {
    write: (path, content, executable) => {
      const fd = create(path, executable)
      try {
        writeAll(fd, content)
      } finally {
        closeSync(fd)
      }
    },
    open: (path, executable) => {
      const fd = create(path, executable)
      return { append: (piece) => writeAll(fd, piece), close: () => closeSync(fd) }
    },
  }
}

function writeAll(fd: number, content: Buffer): void {
  for (let written = 0; written < content.length; ) written += writeSync(fd, content, written)
}
