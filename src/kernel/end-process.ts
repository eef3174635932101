/**
 * Ends the process with a status once its output is written: what is left open, such as a name lookup that the C library still waits
 * for, must not hold it.
 */
export async function endProcess(status: number): Promise<never> {
  await Promise.all([process.stdout, process.stderr].map((stream) => new Promise((resolve) => stream.write('', resolve))))
  process.exit(status)
}
