import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import tls, { createSecureContext, rootCertificates, type SecureContext } from 'node:tls'
import { UserError, messageOf } from '../kernel/errors.ts'
import type { Origin } from '../kernel/origin.ts'
import { whyUnreadable } from '../kernel/unreadable.ts'

/** What was said of certificates. */
export interface TrustSettings {
  /** Certificates of authorities that count beside the stores: a PEM file, or a folder of them (--cert, REQUESTS_CA_BUNDLE). */
  readonly certFile: { readonly value: string; readonly origin: Origin } | undefined
  /** A PEM file with a client's certificate and its key. */
  readonly clientCertFile: { readonly value: string; readonly origin: Origin } | undefined
  /** For SSL_CERT_FILE, SSL_CERT_DIR and NODE_EXTRA_CA_CERTS. */
  readonly env: Readonly<Record<string, string | undefined>>
}

/**
 * Whom a server's certificate may be issued by. As with pip (truststore beside certifi, and `--cert` beside both) everything that any
 * store has is trusted; because reading a system's store takes some 100 ms, and most servers need none of it, stores are opened one
 * level after the other, as certificates turn up that those so far do not know.
 */
export interface Trust {
  /** The context of the level reached so far; made once. Throws `input-missing` for files that cannot be read. */
  context(): SecureContext
  /** The same without verifying anything; for trusted hosts. */
  unverified(): SecureContext
  readonly level: number
  /** Opens the level after `level`, unless that has happened meanwhile; false when there is none. */
  widen(level: number): boolean
  /** The stores that were read, for people. */
  describe(): readonly string[]
}

interface Store {
  readonly label: string
  /** PEM texts. */
  readonly certificates: readonly string[]
}

/** A bundle beyond this holds the public authorities, which Node brings along: looking into it first costs 30 ms for nothing. */
const PRIVATE_BUNDLE_BYTES = 64 << 10

/** Where distributions keep their bundle, for a Node that cannot read the system's store itself (truststore's list). */
const SYSTEM_BUNDLES = [
  '/etc/ssl/cert.pem',
  '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
  '/etc/pki/tls/cert.pem',
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/ssl/ca-bundle.pem',
]

/** The certificates that servers are held against; nothing is read before a context is asked for. */
export function openTrust(settings: TrustSettings): Trust {
  const levels = levelsOf(settings)
  const opened: SecureContext[] = []
  let level = 0
  let read: readonly Store[] = []
  let open: SecureContext | undefined
  const context = (): SecureContext => {
    const stores = levels[level]?.() ?? []
    read = stores.length === 0 ? [nodeStore(settings.env)] : stores
    return createSecureContext({ ...clientCertificate(settings), ...(stores.length === 0 ? {} : { ca: stores.flatMap(({ certificates }) => certificates) }) })
  }
  return {
    context: () => (opened[level] ??= context()),
    unverified: () => (open ??= createSecureContext(clientCertificate(settings))),
    get level() {
      return level
    },
    widen: (from) => {
      if (from < level) return true
      if (level + 1 >= levels.length) return false
      level += 1
      return true
    },
    describe: () => read.map(({ label, certificates }) => `${label} (${certificates.length})`),
  }
}

/** The stores of each level; an empty list stands for Node's own default, which is made already and costs nothing. */
function levelsOf(settings: TrustSettings): readonly (() => readonly Store[])[] {
  const { certFile, env } = settings
  const named = (): readonly Store[] => (certFile === undefined ? [] : [readNamed(certFile.value, certFile.origin)])
  const all = (): readonly Store[] => [...named(), nodeStore(env), ...systemStores(env)]
  if (certFile === undefined || isSameFile(certFile.value, env['NODE_EXTRA_CA_CERTS'])) return [() => [], all]
  return [isPrivate(certFile.value) ? named : () => (named(), []), all]
}

function isPrivate(file: string): boolean {
  try {
    const facts = statSync(file)
    return facts.isDirectory() || facts.size <= PRIVATE_BUNDLE_BYTES
  } catch {
    return true
  }
}

function isSameFile(a: string, b: string | undefined): boolean {
  if (b === undefined || b === '') return false
  try {
    return realpathSync(a) === realpathSync(b)
  } catch {
    return false
  }
}

function readNamed(file: string, origin: Origin): Store {
  try {
    return { label: file, certificates: statSync(file).isDirectory() ? readFolder(file) : splitPem(readFileSync(file, 'utf8')) }
  } catch (error) {
    throw new UserError('input-missing', `the certificates in ${file} cannot be read: ${whyUnreadable(error)}`, { origin, cause: error })
  }
}

function readFolder(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    try {
      return splitPem(readFileSync(path.join(folder, name), 'utf8'))
    } catch {
      return []
    }
  })
}

/** Certificates without what else a PEM file may hold (names, keys). */
function splitPem(text: string): string[] {
  return text.match(/-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----[^-]+-----END (?:TRUSTED |X509 )?CERTIFICATE-----/g) ?? []
}

/** What Node trusts by itself: its built-in roots, and NODE_EXTRA_CA_CERTS, which it reads at its start. */
function nodeStore(env: TrustSettings['env']): Store {
  const extra = env['NODE_EXTRA_CA_CERTS'] ?? ''
  const label = extra === '' ? "Node's built-in roots" : `Node's built-in roots with NODE_EXTRA_CA_CERTS=${extra}`
  if ('getCACertificates' in tls) return { label, certificates: tls.getCACertificates('default') }
  return { label, certificates: [...rootCertificates, ...(extra === '' ? [] : readQuietly(extra))] }
}

function systemStores(env: TrustSettings['env']): readonly Store[] {
  const certFile = env['SSL_CERT_FILE'] ?? ''
  const label = certFile === '' ? "the system's store" : `the system's store with SSL_CERT_FILE=${certFile}`
  if ('getCACertificates' in tls) {
    const certificates = tls.getCACertificates('system')
    if (certificates.length > 0) return [{ label, certificates }]
  }
  const folder = env['SSL_CERT_DIR'] ?? ''
  const files = certFile === '' ? SYSTEM_BUNDLES : [certFile]
  const found = files.map(readQuietly).find((certificates) => certificates.length > 0) ?? []
  return [{ label, certificates: [...found, ...(folder === '' ? [] : readQuietly(folder))] }]
}

function readQuietly(file: string): readonly string[] {
  try {
    return statSync(file).isDirectory() ? readFolder(file) : splitPem(readFileSync(file, 'utf8'))
  } catch {
    return []
  }
}

/** One file holds certificate and key, as pip's --client-cert says. Looked at before it is used: what TLS says of a bad one is no help. */
function clientCertificate({ clientCertFile }: TrustSettings): { readonly cert?: string; readonly key?: string } {
  if (clientCertFile === undefined) return {}
  const { value: file, origin } = clientCertFile
  const pem = readPem(file, origin)
  const isWhole = splitPem(pem).length > 0 && /-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(pem)
  if (!isWhole) throw unusable(file, pem.includes('-----BEGIN ') ? 'it has to hold both a certificate and its private key' : 'it is not in PEM format', origin)
  try {
    createSecureContext({ cert: pem, key: pem })
  } catch (error) {
    throw unusable(file, messageOf(error).split('::').at(-1) ?? '', origin)
  }
  return { cert: pem, key: pem }
}

function readPem(file: string, origin: Origin): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new UserError('input-missing', `the client certificate ${file} cannot be read: ${whyUnreadable(error)}`, { origin, cause: error })
  }
}

function unusable(file: string, why: string, origin: Origin): UserError {
  return new UserError('input-missing', `the client certificate ${file} cannot be used: ${why}`, { origin, hint: 'name one file (PEM) with the private key and the certificate' })
}
