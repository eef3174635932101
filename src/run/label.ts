/** `name 1.0`, as messages name a distribution. */
export function labelOf({ name, version }: { readonly name: string; readonly version: { readonly text: string } }): string {
  return `${name} ${version.text}`
}
