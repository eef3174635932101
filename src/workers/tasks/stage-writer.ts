import { closeSync, fchmodSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { systemErrorCode } from '../../kernel/errors.ts'

/** What a staged file may be run as; pip gives the two kinds of executables different bits where the umask takes x away. */
export type FileKind = 'plain' | 'executable' | 'script'

/** Creates the files of one stage. Folders are created once, with their parents; files must not exist yet. */
export interface StageWriter {
  write(path: string, content: Buffer, kind: FileKind): void
  /** Gives a file that is there already a name in the stage, by `make`, which says whether it could. */
  link<T>(path: string, kind: FileKind, make: (mode: number) => T): T
  /** For contents that come in pieces. */
  open(path: string, kind: FileKind): { append(piece: Buffer): void; close(): void }
}

/** Writes below the folder `stageDir`, which is made. `umask` is that of the process (kernel/umask.ts). */
export function openStageWriter({ stageDir, umask }: { readonly stageDir: string; readonly umask: number }): StageWriter {
  const makeFolder = folderMaker(stageDir)
  const create = (path: string, kind: FileKind): number => {
    makeFolder(folderOf(path))
    const mode = kind === 'plain' ? 0o666 : 0o777
    const fd = openSync(path, 'wx', mode)
    const wanted = pipMode(kind, umask)
    if ((mode & ~umask) !== wanted) fchmodSync(fd, wanted)
    return fd
  }
  return {
    write: (path, content, kind) => {
      const fd = create(path, kind)
      try {
        writeAll(fd, content)
      } finally {
        closeSync(fd)
      }
    },
    link: (path, kind, make) => {
      makeFolder(folderOf(path))
      return make(pipMode(kind, umask))
    },
    open: (path, kind) => {
      const fd = create(path, kind)
      return { append: (piece) => writeAll(fd, piece), close: () => closeSync(fd) }
    },
  }
}

/**
 * Makes `top` with its parents, and folders below it, each once and after its parent: one system call a folder, and none that
 * fails, whose error would cost more than making the folder.
 */
export function folderMaker(top: string): (folder: string) => void {
  const made = new Set<string>()
  const make = (folder: string): void => {
    if (made.has(folder)) return
    if (folder.length <= top.length) mkdirSync(folder, { recursive: true })
    else {
      make(folderOf(folder))
      makeOne(folder)
    }
    made.add(folder)
  }
  return make
}

/** On a file system that folds names it may be there under another spelling. */
function makeOne(folder: string): void {
  try {
    mkdirSync(folder)
  } catch (error) {
    if (systemErrorCode(error) !== 'EEXIST') throw error
    mkdirSync(folder, { recursive: true })
  }
}

/** The folder of a path whose last separator is a slash. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'))
}

/** pip: `set_extracted_file_to_default_mode_plus_executable` for the wheel's files, distlib's `set_executable_mode` for scripts it makes. */
function pipMode(kind: FileKind, umask: number): number {
  switch (kind) {
    case 'plain':
      return 0o666 & ~umask
    case 'executable':
      return (0o777 & ~umask) | 0o111
    case 'script':
      return (0o666 & ~umask) | 0o555
  }
}

function writeAll(fd: number, content: Buffer): void {
  for (let written = 0; written < content.length; ) written += writeSync(fd, content, written)
}
