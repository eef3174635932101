import type { FetchedWheel } from '../fetch/types.ts'
import type { WheelToStage } from '../install/stage.ts'

/** A wheel that is here, as something to stage; `how` says what installing it records. */
export function toStage({ name, versionText, filename, path, sizeBytes }: FetchedWheel, how: Pick<WheelToStage, 'requested' | 'directUrl' | 'tree'>): WheelToStage {
  return { name, versionText, filename, path, sizeBytes, ...how }
}
