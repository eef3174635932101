/**
 * Every error a user can meet, by its stable code, with one line of meaning.
 * `docs/errors.md` shows each; a test keeps the two in step, and sees that each is met somewhere. Codes are never reused for another meaning.
 */
export const ERROR_CODES = {
  usage: 'The command line is not one we understand.',
  'input-missing': 'A file or folder the user named does not exist or cannot be read.',
  'input-unsupported': 'The option or requirement form is known, and refused: the message says why.',
  'requirement-syntax': 'A requirement, marker or version specifier cannot be parsed.',
  'requirements-file-syntax': 'A line of a requirements or constraints file cannot be parsed.',
  'config-syntax': 'A pip configuration file or variable cannot be parsed.',
  'constraint-form': 'A constraint has a form that pip refuses (extras, editable, no name).',
  'python-missing': 'No usable Python interpreter was found, or it could not be run.',
  'index-missing': 'No package index is configured and none could be asked of pip.',
  'index-unreachable': 'An index or file host could not be reached, or kept failing.',
  'index-refused': 'An index answered that we may not read it (401, 403, a login page).',
  'index-answer': 'An index answered something that is not a simple-API page.',
  'package-unknown': 'No configured index has a project of this name.',
  'no-candidate': 'The project exists, but no version fits the requirement, Python or platform.',
  'resolution-impossible': 'No set of versions satisfies all requirements; the explanation follows.',
  'resolution-timeout': 'The resolve budget ended before an answer was found.',
  'metadata-invalid': "A distribution's metadata is missing, malformed or of another project.",
  'build-required': 'Only a source distribution or source tree fits, and it has to be built.',
  'build-failed': 'Building a wheel failed; the output of the backend follows.',
  'repository-failed': 'A repository could not be fetched, or has no such revision.',
  'hash-mismatch': 'A file does not have the hash that the index, a lock or the user said.',
  'hash-missing': 'Hashes are required, and this requirement has none.',
  'download-failed': 'A file could not be downloaded completely.',
  'store-failed': 'The wheel store could not be read or written.',
  'archive-invalid': 'The wheel is not a well-formed archive.',
  'archive-unsafe': 'The wheel contains a path or an entry that must not be installed.',
  'wheel-invalid': 'The wheel breaks the wheel format (WHEEL, RECORD, names, versions).',
  'entry-point-invalid': 'An entry point of the wheel has a name or a target that cannot be installed.',
  'record-invalid': "The wheel's RECORD is missing, malformed or disagrees with the archive.",
  'file-conflict': 'Two distributions claim one path with different content.',
  'target-readonly': 'The environment cannot be written to.',
  'target-managed': 'The environment is managed by the system (PEP 668).',
  'virtualenv-missing': 'A virtual environment is required (--require-virtualenv), and the target is none.',
  'target-locked': 'Another run is working on this environment.',
  'disk-full': 'There is not enough space for the installation.',
  'path-too-long': 'A path would exceed what the file system allows.',
  'install-failed': 'Writing into the environment failed; it was put back as it was.',
  'uninstall-failed': 'An installed distribution cannot be removed safely.',
  'journal-invalid': 'The journal of an interrupted run cannot be read.',
  interrupted: 'The run was interrupted or terminated by a signal.',
} as const

/** The stable name of a kind of error. */
export type ErrorCode = keyof typeof ERROR_CODES
