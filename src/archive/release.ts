/**
 * Gives a buffer's memory back at once, which the garbage collector would do when it next looks: megabytes that wait for it
 * are memory that nobody uses. For buffers that own all of their memory (`allocUnsafeSlow`); reads of them find nothing afterwards.
 */
export function release(buffer: Buffer): void {
  // Node 20 has no transfer; there the collector does it.
  const owned = buffer.buffer as Partial<Pick<ArrayBuffer, 'transfer'>>
  if (buffer.length > 0) owned.transfer?.(0)
}
