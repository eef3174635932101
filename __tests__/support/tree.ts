import { createHash } from 'node:crypto'
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'

/** What stands at a path: a folder, a link with its target, or a file with its permission bits and content hash. */
export type TreeNode =
  | { readonly kind: 'folder'; readonly mode: string }
  | { readonly kind: 'link'; readonly target: string }
  | { readonly kind: 'file'; readonly mode: string; readonly sha256: string }

/** Path with `/`, relative to the root → what stands there; sorted by path. */
export type Tree = Readonly<Record<string, TreeNode>>

export interface TreeOptions {
  /** Paths to leave out, with all below; by default bytecode, which Python writes when it likes. */
  readonly ignore?: RegExp
  /** Text to replace in files before hashing, such as the root's own path in scripts. */
  readonly neutral?: readonly string[]
}

const BYTECODE = /(^|\/)__pycache__$/

/** Reads a folder tree for comparison; about 20 µs a file. */
export function readTree(root: string, options: TreeOptions = {}): Tree {
  const nodes: Record<string, TreeNode> = {}
  const visit = (folder: string, prefix: string): void => {
    for (const name of readdirSync(folder).sort()) {
      const path = `${prefix}${name}`
      if ((options.ignore ?? BYTECODE).test(path)) continue
      const node = nodeAt(join(folder, name), options)
      nodes[path] = node
      if (node.kind === 'folder') visit(join(folder, name), `${path}/`)
    }
  }
  visit(root, '')
  return nodes
}

/** Differences between two trees, a line each: `- gone`, `+ new`, `~ changed (how)`; empty when equal. */
export function treeDifferences(before: Tree, after: Tree): string[] {
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
  return paths.flatMap((path) => {
    const [old, young] = [before[path], after[path]]
    if (old === undefined) return [`+ ${path}`]
    if (young === undefined) return [`- ${path}`]
    const [was, is] = [JSON.stringify(old), JSON.stringify(young)]
    return was === is ? [] : [`~ ${path} (${was} → ${is})`]
  })
}

export function treesEqual(a: Tree, b: Tree): boolean {
  return treeDifferences(a, b).length === 0
}

function nodeAt(path: string, { neutral = [] }: TreeOptions): TreeNode {
  const stat = lstatSync(path)
  const mode = (stat.mode & 0o7777).toString(8)
  if (stat.isSymbolicLink()) return { kind: 'link', target: readlinkSync(path) }
  if (stat.isDirectory()) return { kind: 'folder', mode }
  const content = neutral.reduce<Buffer>((bytes, text) => withoutText(bytes, text), readFileSync(path))
  return { kind: 'file', mode, sha256: createHash('sha256').update(content).digest('hex') }
}

function withoutText(bytes: Buffer, text: string): Buffer {
  return bytes.includes(text) ? Buffer.from(bytes.toString('latin1').replaceAll(Buffer.from(text).toString('latin1'), ''), 'latin1') : bytes
}
