/**
 * What this process takes away from the modes of files it makes. Read while the program's modules are, when it has no threads yet:
 * asking sets the mask to zero for a moment, and what other threads make in that moment all the world may write.
 */
export const UMASK = process.umask()
