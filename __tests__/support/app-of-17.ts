import { aWheel, type BuiltFile } from './wheel.ts'

/** Number of distributions in the set. */
export const APP_SIZE = 17

/**
 * An application of 17 distributions: `app` needs all the others, some of which need each other. Each wheel has a file that does
 * not compress, so that faults half way through a body find a half way.
 */
export function appOf17(wheelBytes = 96 << 10): BuiltFile[] {
  const names = Array.from({ length: APP_SIZE - 1 }, (_, number) => `part-${number}`)
  const parts = names.map((name, number) => {
    const requires = [number + 5, number + 9].filter((other) => other < names.length).map((other) => `part-${other}`)
    return aWheel({ name, requires, files: { [`part_${number}/__init__.py`]: `number = ${number}\n`, [`part_${number}/data.bin`]: { content: noise(number + 1, wheelBytes), method: 0 } } })
  })
  return [aWheel({ name: 'app', requires: names, files: { 'app.py': 'def main(): pass\n' }, entryPoints: { console_scripts: { app: 'app:main' } } }), ...parts]
}

/** Bytes that look random and are the same for a seed on every run. */
export function noise(seed: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  let state = seed
  for (let at = 0; at + 4 <= length; at += 4) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    bytes.writeUInt32LE(state, at)
  }
  return bytes
}
