import { stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { metadataOfFile } from '../index/wheel-metadata.ts'
import { UserError } from '../kernel/errors.ts'
import { parseMetadata, type CoreMetadata } from '../standards/metadata.ts'
import { parseWheelName } from '../standards/wheel-name.ts'
import type { BuildSource } from './types.ts'

/** A wheel as a backend left it, looked at. */
export interface FreshWheel {
  readonly path: string
  readonly filename: string
  readonly metadata: CoreMetadata
  readonly metadataText: string
}

/**
 * Takes the file that a backend said it made. Throws `build-failed` when there is none in its folder, `wheel-invalid` and
 * `metadata-invalid` when it is of another project than the source, or at odds with itself (pip's `_verify_one`).
 */
export async function inspectWheel(source: Pick<BuildSource, 'label' | 'name'>, wheelDir: string, said: unknown): Promise<FreshWheel> {
  if (typeof said !== 'string' || said === '' || basename(said) !== said) {
    throw new UserError('build-failed', `the backend of ${source.label} gives ${JSON.stringify(said)} as the name of its wheel, which is no file name`)
  }
  const path = join(wheelDir, said)
  const isThere = await stat(path).then((facts) => facts.isFile(), () => false)
  if (!isThere) throw new UserError('build-failed', `the backend of ${source.label} says that it made ${said}, and did not`)
  const wheel = parseWheelName(said)
  if (wheel === undefined) throw new UserError('wheel-invalid', `${source.label} was built into ${said}, which is not named as a wheel`)
  const metadataText = metadataOfFile(path, said)
  const metadata = parseMetadata(metadataText)
  if (!metadata.ok) throw new UserError('metadata-invalid', `${said}, built from ${source.label}: ${metadata.message}`)
  const { name, version } = metadata.value
  if (name !== wheel.name || version.sortKey !== wheel.version.sortKey) {
    throw new UserError('metadata-invalid', `${said}, built from ${source.label}, says in its METADATA that it is ${name} ${version.text}`)
  }
  if (source.name !== undefined && source.name !== name) throw new UserError('metadata-invalid', `${source.label} was built into ${said}, which is of another project than ${source.name}`)
  return { path, filename: said, metadata: metadata.value, metadataText }
}
