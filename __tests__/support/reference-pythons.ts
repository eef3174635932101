/** The release of pip, and of packaging inside it, whose behaviour ours has to equal. */
export const REFERENCE = [26, 3] as const

/** Interpreters to look in for it, best first: the one `npm test` makes (named in PACKAGING_PYTHON), then those on PATH. */
export const REFERENCE_PYTHONS: readonly string[] = [process.env['PACKAGING_PYTHON'], 'python3', 'python'].filter((python) => python !== undefined)
