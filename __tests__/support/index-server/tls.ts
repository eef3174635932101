import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface CertifiedKey {
  /** PEM text. */
  readonly cert: string
  readonly key: string
}

export interface TestAuthority {
  /** The authority's certificate, PEM text: what a client has to trust. */
  readonly caCert: string
  /** A server certificate for 127.0.0.1, ::1 and localhost, or for what `names` says (`DNS:…`, `IP:…`). */
  server(options?: { readonly names?: readonly string[]; readonly expired?: boolean }): CertifiedKey
  /** A client certificate. */
  client(): CertifiedKey
}

/** Makes a certificate authority with openssl; about 20 ms a certificate. Keys live in memory only. */
export function testAuthority(): TestAuthority {
  const folder = mkdtempSync(join(tmpdir(), 'test-ca-'))
  try {
    const key = newKey(folder)
    openssl(folder, ['req', '-x509', '-new', '-key', 'key.pem', '-days', '3650', '-subj', '/CN=Test Authority', '-out', 'ca.pem'])
    const caCert = read(folder, 'ca.pem')
    return {
      caCert,
      server: ({ names = ['IP:127.0.0.1', 'IP:::1', 'DNS:localhost'], expired = false } = {}) =>
        signed({ cert: caCert, key }, `subjectAltName=${names.join(',')}\nextendedKeyUsage=serverAuth\n`, expired),
      client: () => signed({ cert: caCert, key }, 'extendedKeyUsage=clientAuth\n', false),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function signed(ca: CertifiedKey, extensions: string, expired: boolean): CertifiedKey {
  const folder = mkdtempSync(join(tmpdir(), 'test-cert-'))
  try {
    const key = newKey(folder)
    writeFileSync(join(folder, 'ca.pem'), ca.cert)
    writeFileSync(join(folder, 'ca-key.pem'), ca.key, { mode: 0o600 })
    writeFileSync(join(folder, 'ext.cnf'), extensions)
    openssl(folder, ['req', '-new', '-key', 'key.pem', '-subj', '/CN=test', '-out', 'request.pem'])
    // A negative number of days ends the validity before today: the only way older openssl offers.
    const days = expired ? ['-days', '-1'] : ['-days', '3650']
    const issuer = ['-CA', 'ca.pem', '-CAkey', 'ca-key.pem', '-CAcreateserial']
    openssl(folder, ['x509', '-req', '-in', 'request.pem', ...issuer, ...days, '-extfile', 'ext.cnf', '-out', 'cert.pem'])
    return { cert: read(folder, 'cert.pem'), key }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function newKey(folder: string): string {
  openssl(folder, ['ecparam', '-name', 'prime256v1', '-genkey', '-noout', '-out', 'key.pem'])
  return read(folder, 'key.pem')
}

function openssl(cwd: string, args: readonly string[]): void {
  const done = spawnSync('openssl', args, { cwd, encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`openssl ${args[0]}: ${done.error?.message ?? done.stderr}`)
}

function read(folder: string, name: string): string {
  return readFileSync(join(folder, name), 'utf8')
}
