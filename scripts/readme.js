// Writes the tables of inputs and outputs into README.md, from action.yml. `--check` only compares.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'

const root = path.dirname(import.meta.dirname)
const action = parse(readFileSync(path.join(root, 'action.yml'), 'utf8'))
const file = path.join(root, 'README.md')
/** Inputs with which the action speaks to itself. */
const INTERNAL = new Set(['leg'])

const cell = (text) => text.trim().replaceAll('|', '\\|').replaceAll(/\s+/g, ' ')
const table = (titles, rows) => [titles, titles.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n')
const shown = (value) => (value === undefined || value === '' ? '' : value.startsWith('${{') ? 'the job’s' : `\`${value}\``)

const inputs = Object.entries(action.inputs).filter(([name]) => !INTERNAL.has(name))
const TABLES = {
  inputs: table(['input', 'default', ''], inputs.map(([name, input]) => [`\`${name}\``, shown(input.default), input.description])),
  outputs: table(['output', ''], Object.entries(action.outputs).map(([name, output]) => [`\`${name}\``, output.description])),
}

const before = readFileSync(file, 'utf8')
const after = before.replaceAll(/<!-- (inputs|outputs) -->\n[^]*?<!-- end -->/g, (_, name) => `<!-- ${name} -->\n${TABLES[name]}\n<!-- end -->`)
if (process.argv.includes('--check')) {
  if (before !== after) {
    console.error('README.md does not say what action.yml does; run node scripts/readme.js')
    process.exit(1)
  }
} else writeFileSync(file, after)
