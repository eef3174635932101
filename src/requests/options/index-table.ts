import { ALSO_IN_FILES, ANYWHERE, COMMAND_LINE, type OptionSpec } from './spec.ts'

const pip = { owner: 'pip', group: 'index' } as const
const own = { owner: 'own', group: 'index', places: COMMAND_LINE } as const
const network = { owner: 'pip', group: 'network', places: ANYWHERE } as const

/** Where distributions come from, and how to reach them. */
export const INDEX_OPTIONS = [
  {
    ...pip, long: ['index-url', 'pypi-url'], short: 'i', field: 'index-url', action: 'set', value: 'text', valueName: 'url', places: ALSO_IN_FILES,
    help: "Base URL of the package index (default: the one that the target's own pip uses).",
  },
  {
    ...pip, long: ['extra-index-url'], field: 'extra-index-url', action: 'append', value: 'text', valueName: 'url', places: ALSO_IN_FILES,
    help: 'A further index, merged with the first. Repeatable.',
  },
  {
    ...pip, long: ['no-index'], field: 'no-index', action: 'true', places: ALSO_IN_FILES,
    help: 'Use no index, only --find-links.',
  },
  {
    ...pip, long: ['find-links'], short: 'f', field: 'find-links', action: 'append', value: 'text', valueName: 'url', places: ALSO_IN_FILES,
    help: 'A folder of distributions, or an HTML page (URL or file) that links to some. Repeatable.',
  },
  {
    ...own, long: ['index-strategy'], field: 'index-strategy', action: 'set', value: 'text', valueName: 'strategy', choices: ['unsafe-best-match', 'first-match'],
    help: "With several indexes: merge their versions (unsafe-best-match, pip's way and the default), or let the first that has the name own it (first-match).",
  },
  {
    ...own, long: ['index-owner'], field: 'index-owner', action: 'append', value: 'text', valueName: 'pattern=url',
    help: 'Names that match the pattern (internal-*) come from this index alone. Repeatable.',
  },
  {
    ...pip, long: ['uploaded-prior-to'], field: 'uploaded-prior-to', action: 'set', value: 'text', valueName: 'time', places: ANYWHERE,
    help: 'Consider only files uploaded before this: an ISO 8601 date or time, or PnD for n days ago.',
  },
  {
    ...own, long: ['uploaded-any-time'], field: 'uploaded-any-time', action: 'append', value: 'text', valueName: 'name,...',
    help: 'Projects that --uploaded-prior-to does not apply to. Repeatable.',
  },
  {
    ...pip, long: ['refresh-package'], field: 'refresh-package', action: 'accumulate', value: 'text', valueName: 'name,...', places: ANYWHERE,
    help: "Ask the index anew about these projects instead of using a fresh cached answer; ':all:' for every project.",
  },
  { ...own, long: ['refresh'], field: 'refresh', action: 'true', help: 'Ask the index anew about every project.' },
  { ...own, long: ['offline'], field: 'offline', action: 'true', help: 'Use no network: only the store, folders and files.' },
  {
    ...network, long: ['trusted-host'], field: 'trusted-host', action: 'append', value: 'text', valueName: 'host', places: ALSO_IN_FILES,
    help: 'Accept this host or host:port without valid HTTPS. Repeatable.',
  },
  {
    ...network, long: ['proxy'], field: 'proxy', action: 'set', value: 'text', valueName: 'url',
    help: "Proxy as scheme://[user:password@]host:port; '' for none.",
  },
  {
    ...network, long: ['no-proxy-env'], field: 'no-proxy-env', action: 'true',
    help: "Don't read the proxy from the environment.",
  },
  {
    ...network, long: ['cert'], field: 'cert', action: 'set', value: 'path', valueName: 'path',
    help: "CA certificates (PEM, a file or a folder) to trust beside the system's.",
  },
  {
    ...network, long: ['client-cert'], field: 'client-cert', action: 'set', value: 'path', valueName: 'path',
    help: 'A file with private key and certificate (PEM) for servers that ask for one.',
  },
  {
    ...network, long: ['timeout', 'default-timeout'], field: 'timeout', action: 'set', value: 'number', valueName: 'seconds',
    help: 'How long a connection may stay silent (default: 15).',
  },
  {
    ...network, long: ['retries'], field: 'retries', action: 'set', value: 'integer', valueName: 'count',
    help: 'How often a request is tried again (default: 5).',
  },
  {
    ...network, long: ['resume-retries'], field: 'resume-retries', action: 'set', value: 'integer', valueName: 'count',
    help: 'How often a broken download is resumed (default: 5).',
  },
  {
    ...network, long: ['keyring-provider'], field: 'keyring-provider', action: 'set', value: 'text', valueName: 'provider',
    choices: ['auto', 'disabled', 'import', 'subprocess'],
    help: 'Ask the keyring program for credentials that nothing else supplies (auto, disabled, import, subprocess).',
  },
  {
    ...network, long: ['no-input'], field: 'no-input', action: 'true',
    help: 'Never ask questions (none are ever asked; turns --keyring-provider auto off, as in pip).',
  },
] as const satisfies readonly OptionSpec[]
