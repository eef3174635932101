/**
 * Ends the process with a status once its output is written: a timer or connection that is left open must not hold it. Work of Node's
 * thread pool does: a lookup of a name that is still waited for holds the end up as well.
 */
export async function endProcess(status: number): Promise<never> {
  await Promise.all([process.stdout, process.stderr].map((stream) => new Promise((resolve) => stream.write('', resolve))))
  process.exit(status)
}
