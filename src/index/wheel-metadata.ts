import { readEntry } from '../archive/entry-data.ts'
import { findEntry } from '../archive/find-entry.ts'
import { openArchiveFile, type ArchiveSource } from '../archive/source.ts'
import { UserError } from '../kernel/errors.ts'

const METADATA = /^[^/]+\.dist-info\/METADATA$/

/** The METADATA of a wheel: the one at `<name>.dist-info/METADATA` in the root. Throws `metadata-invalid` when there is none. */
export function metadataOf(source: ArchiveSource): string {
  const entry = findEntry(source, (name) => METADATA.test(name))
  if (entry === undefined) throw new UserError('metadata-invalid', `${source.label} has no METADATA`)
  return readEntry(source, entry).toString('utf8')
}

/** The METADATA of a wheel on this disk. `label` names it in errors. */
export function metadataOfFile(path: string, label: string): string {
  const archive = openArchiveFile(path, label)
  try {
    return metadataOf(archive)
  } finally {
    archive.close()
  }
}
