/**
 * What an index says of one project: the simple API, in HTML (PEP 503, 592, 629, 658, 714) and JSON (PEP 691, 700)
 * (packaging.python.org/specifications/simple-repository-api).
 */
export type { IndexFile, SimplePage } from './simple-page.ts'
export { parseSimpleJson } from './simple-json.ts'
export { parseFindLinksHtml, parseSimpleHtml } from './simple-html.ts'
