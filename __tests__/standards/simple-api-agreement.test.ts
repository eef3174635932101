import { expect, test } from '@jest/globals'
import type { Hash } from '../../src/kernel/hash.ts'
import type { Parsed } from '../../src/kernel/parsed.ts'
import { parseSimpleHtml, parseSimpleJson, type IndexFile, type SimplePage } from '../../src/standards/simple-api.ts'
import { htmlPage, jsonPage } from '../support/formats/arbitraries.ts'
import { askPython } from '../support/formats/oracle.ts'
import { expectAgreement, generate } from '../support/packaging/agreement.ts'

// Compared with pip's own reader of index pages, in one process: see support/formats/oracle.py.
const URL = 'https://index.test/simple/foo/'
const html = generate(htmlPage, 1000)
const json = generate(jsonPage, 1000)

interface LinkFacts {
  url: string
  filename: string
  hashes: Record<string, string>
  requiresPython: string | null
  yanked: string | null
  metadata: true | Record<string, string> | null
}
const { answers } = askPython<{ html: LinkFacts[][]; json_page: LinkFacts[][] }>({
  html: html.map((page) => [page, URL]), json_page: json.map((page) => [page, URL]),
})

test('HTML pages are read as pip does', () => {
  expect(answers.html.flat().length).toBeGreaterThan(1000)
  expectAgreement(html, (page) => factsOf(parseSimpleHtml(page, URL)), answers.html)
})

test('JSON pages are read as pip does', () => {
  expect(answers.json_page.flat().length).toBeGreaterThan(1000)
  expectAgreement(json, (page) => factsOf(parseSimpleJson(JSON.stringify(page), URL)), answers.json_page)
})

function factsOf(page: Parsed<SimplePage>): LinkFacts[] {
  return page.ok ? page.value.files.map(linkFacts) : []
}

function linkFacts(file: IndexFile): LinkFacts {
  const { coreMetadata } = file
  return {
    url: file.url,
    filename: file.filename,
    hashes: tableOf(file.hashes),
    requiresPython: file.requiresPython ?? null,
    yanked: file.yanked === false ? null : file.yanked,
    metadata: typeof coreMetadata === 'boolean' ? coreMetadata || null : tableOf(coreMetadata),
  }
}

function tableOf(hashes: readonly Hash[]): Record<string, string> {
  return Object.fromEntries(hashes.map(({ algorithm, hex }) => [algorithm, hex]))
}
