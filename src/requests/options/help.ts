import type { OptionGroup } from './spec.ts'
import { OPTIONS, type Option } from './table.ts'

const HEADINGS: Readonly<Record<OptionGroup, string>> = {
  requirements: 'What to install',
  target: 'Where to',
  selection: 'Which versions and files',
  build: 'Building from source',
  install: 'Installing',
  index: 'Indexes',
  network: 'Network',
  run: 'The run',
  output: 'Output',
}
const FLAG_WIDTH = 30

/**
 * The list of options, grouped, wrapped to `width` columns. Options that are refused are left out; ignored ones are not, since
 * they may be said.
 */
export function helpText(width = 100): string {
  const groups = Object.entries(HEADINGS) as [OptionGroup, string][]
  return groups.map(([group, heading]) => {
    const shown = OPTIONS.filter((option) => option.group === group && option.places.includes('command-line') && !isRefused(option))
    return `${heading}:\n${shown.map((option) => describe(option, width)).join('\n')}`
  }).join('\n\n')
}

function isRefused({ standing }: Option): boolean {
  return standing?.kind === 'refused'
}

function describe(option: Option, width: number): string {
  const short = option.short === undefined ? '    ' : `-${option.short}, `
  const value = option.valueName === undefined ? '' : ` <${option.valueName}>`
  const flags = `  ${short}--${option.long[0]}${value}`
  const text = option.standing?.kind === 'ignored' ? `Accepted without effect: ${option.standing.why}.` : option.help
  const [first = '', ...rest] = wrap(text, Math.max(30, width - FLAG_WIDTH))
  const lines = flags.length < FLAG_WIDTH ? [flags.padEnd(FLAG_WIDTH) + first] : [flags, ' '.repeat(FLAG_WIDTH) + first]
  return [...lines, ...rest.map((line) => ' '.repeat(FLAG_WIDTH) + line)].join('\n')
}

function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines
}
