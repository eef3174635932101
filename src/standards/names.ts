/**
 * Names of projects and extras: PEP 503 (how they are compared), PEP 508 and PEP 685 (how they are written).
 */

/** A project's or an extra's name in the one spelling that names are compared in: lower case, runs of `-_.` as one `-`. */
export type NormalizedName = string & { readonly __brand: 'NormalizedName' }

const NORMALIZED = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const PROJECT_NAME = /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/i

/**
 * `Foo._Bar` → `foo-bar` (packaging's `canonicalize_name`). Any text has a normalized form; whether it is a name at all
 * is `isProjectName`'s question. Costs one regular expression when the text is normalized already, as most are.
 */
export function normalizeName(text: string): NormalizedName {
  if (NORMALIZED.test(text)) return text as NormalizedName
  return text.toLowerCase().replace(/[-_.]+/g, '-') as NormalizedName
}

/** Whether the text may name a project: ASCII letters, digits and `-_.`, with a letter or digit at both ends. */
export function isProjectName(text: string): boolean {
  return PROJECT_NAME.test(text)
}
