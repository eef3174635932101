import { adapters } from './adapters.ts'
import { linkLabel, startIndex, type IndexFacts } from './index-process.ts'
import { makeBig, makeMany } from './made-wheels.ts'
import { measureSetting, type Setting } from './measure.ts'
import { setFile } from './paths.ts'
import type { Mode } from './sample.ts'
import type { Row } from './table.ts'
import { BIG_SET, manySet } from './targets.ts'
import type { Tools } from './tools.ts'

export const PARTS = ['memory', 'link', 'big', 'wheels', 'disk'] as const
export type Part = (typeof PARTS)[number]

/** What is measured together: on one index, by the same tools. */
interface Slice {
  readonly index: IndexFacts
  readonly settings: readonly (readonly [set: string, requirements: string])[]
  readonly medium: Setting['medium']
  readonly tools: readonly string[]
  readonly modes: readonly Mode[]
  readonly rounds: number
  /** Of each setting; see `Measuring`. */
  readonly seconds: number
}

export interface CampaignTerms {
  readonly peers: Tools
  readonly sets: readonly string[]
  readonly rounds: number
  readonly work: string
  /** Called with everything measured so far, after each setting. */
  readonly onRows: (rows: readonly Row[]) => void
  /** Called when an index starts, for whoever has to end it in an emergency. */
  readonly onIndex: (stop: () => void) => void
}

const SLOW_LINE = { roundTripMs: 20, bytesPerSecond: 8_000_000 }
const BIG_BYTES = 900_000_000
const COUNTS = [10, 100, 1000]

/** Everything the table of targets asks for, in parts, the dearest last. */
export async function runCampaign(parts: readonly Part[], terms: CampaignTerms): Promise<Row[]> {
  const rows: Row[] = []
  for (const part of parts) {
    for (const slice of slicesOf(part, terms)) {
      for await (const measured of measureSlice(slice, terms)) {
        rows.push(...measured)
        terms.onRows(rows)
      }
    }
  }
  return rows
}

function slicesOf(part: Part, { peers, sets, rounds }: CampaignTerms): Slice[] {
  const pinned = sets.map((set) => [set, setFile(set, 'pinned')] as const)
  const plain = { index: {}, settings: pinned, medium: 'memory', modes: ['cold'], rounds, seconds: 150 } as const
  switch (part) {
    case 'memory':
      // Serial mode beside other numbers of jobs in the same minutes, or the machine's moods are taken for theirs.
      return [{ ...plain, tools: ['ours', 'ours-1', 'ours-2', 'ours-4', 'ours-8', 'uv', 'pip'] }, { ...plain, tools: ['ours', 'uv'], modes: ['warm', 'noop'] }]
    case 'link':
      return [{ ...plain, index: { link: SLOW_LINE }, tools: ['ours', 'uv'] }, { ...plain, index: { link: SLOW_LINE }, tools: ['ours-1'], rounds: 1 }]
    case 'big': {
      const big = makeBig(peers, BIG_BYTES)
      return [{ ...plain, index: { folder: big.folder }, settings: [...big.requirements.values()].map((file) => [BIG_SET, file] as const), tools: ['ours', 'uv'] }]
    }
    case 'wheels': {
      const many = makeMany(peers, COUNTS)
      return [{ ...plain, index: { folder: many.folder }, settings: [...many.requirements].map(([count, file]) => [manySet(count), file] as const), tools: ['ours', 'uv'] }]
    }
    case 'disk':
      return [{ ...plain, medium: 'disk', tools: ['ours', 'uv', 'pip'] }, { ...plain, medium: 'disk', tools: ['ours', 'uv'], modes: ['warm', 'noop'] }]
  }
}

async function* measureSlice(slice: Slice, { peers, work, onIndex }: CampaignTerms): AsyncGenerator<Row[]> {
  const index = await startIndex(slice.index)
  const stop = (): void => void index.process.kill()
  onIndex(stop)
  try {
    for (const [set, requirements] of slice.settings) {
      const setting = { set, requirements, kind: 'pinned', medium: slice.medium, link: linkLabel(slice.index.link) } as const
      yield await measureSetting(setting, { peers, tools: adapters(peers, slice.tools), modes: slice.modes, rounds: slice.rounds, seconds: slice.seconds, index, work })
    }
  } finally {
    stop()
  }
}
