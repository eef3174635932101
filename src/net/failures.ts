/** What went wrong with one attempt at a request, reduced to what deciding about another needs. */
export type RequestFailure =
  | { readonly kind: 'status'; readonly status: number; readonly retryAfterMs: number | undefined }
  /** The connection could not be made, or broke before the whole answer was here. `code` is Node's or undici's. */
  | { readonly kind: 'connection'; readonly code: string }
  /** Nothing came for longer than a connection may be silent. */
  | { readonly kind: 'silence'; readonly code: string }
  /** A download that can be taken up again broke or fell silent; `newBytes` arrived in this attempt. */
  | { readonly kind: 'cut'; readonly code: string; readonly newBytes: number }
  /** The server's certificate was not accepted. */
  | { readonly kind: 'certificate'; readonly code: string }
  /** TLS could not be agreed upon, for another reason than the server's certificate. */
  | { readonly kind: 'tls'; readonly code: string }
  /** The proxy would not connect to the host. */
  | { readonly kind: 'proxy'; readonly status: number }
  /** The whole answer arrived and is not what it has to be: a wrong hash, a page that ends in the middle, broken compression. */
  | { readonly kind: 'content'; readonly isHash?: boolean }

const CERTIFICATE = /^(CERT_|CRL_|DEPTH_ZERO_SELF_SIGNED|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH|ERR_TLS_CERT)/
const TLS = /^(ERR_SSL_|ERR_OSSL|ERR_TLS_|EPROTO$|UND_ERR_PRX_TLS$)/
const SILENCE = new Set(['ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT'])
const CONNECTION = new Set([
  'ECONNRESET', 'ECONNREFUSED', 'ECONNABORTED', 'EPIPE', 'ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EAI_NODATA', 'EAI_NONAME', 'EHOSTUNREACH', 'EHOSTDOWN',
  'ENETUNREACH', 'ENETDOWN', 'EADDRNOTAVAIL', 'ENOTCONN', 'UND_ERR_SOCKET', 'UND_ERR_CLOSED', 'UND_ERR_DESTROYED', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
  'UND_ERR_RESPONSE', 'UND_ERR_INFO', 'UND_ERR_REQ_RETRY', 'ERR_STREAM_PREMATURE_CLOSE', 'ERR_HTTP2_STREAM_ERROR', 'ERR_HTTP2_SESSION_ERROR',
  'ERR_HTTP2_GOAWAY_SESSION', 'ERR_HTTP2_INVALID_SESSION', 'ERR_HTTP2_STREAM_CANCEL', 'ERR_HTTP2_ERROR', 'BODY_CUT',
])
const CONTENT = new Set(['Z_DATA_ERROR', 'Z_BUF_ERROR', 'Z_NEED_DICT', 'ERR__ERROR_FORMAT_PADDING_1', 'ERR__ERROR_FORMAT_UNREACHABLE'])
const PROXY_REFUSED = /^Proxy response \((\d+)\)/

/** Sorts a thrown error into a class by its code, or that of its cause; undefined for errors that are not the network's (bugs, aborts). */
export function classifyError(error: unknown): RequestFailure | undefined {
  for (let current = error, depth = 0; typeof current === 'object' && current !== null && depth < 4; depth += 1) {
    const { code, message, cause, errors } = current as { code?: unknown; message?: unknown; cause?: unknown; errors?: unknown }
    const found = typeof code === 'string' ? classifyCode(code, typeof message === 'string' ? message : '') : undefined
    if (found !== undefined) return found
    current = cause ?? (Array.isArray(errors) ? errors[0] : undefined)
  }
  return undefined
}

function classifyCode(code: string, message: string): RequestFailure | undefined {
  const refused = code === 'UND_ERR_ABORTED' ? PROXY_REFUSED.exec(message) : null
  if (refused !== null) return { kind: 'proxy', status: Number(refused[1]) }
  if (code === 'UND_ERR_INVALID_ARG' && message.includes('(407)')) return { kind: 'proxy', status: 407 }
  if (CERTIFICATE.test(code)) return { kind: 'certificate', code }
  if (TLS.test(code)) return { kind: 'tls', code }
  if (SILENCE.has(code)) return { kind: 'silence', code }
  if (CONNECTION.has(code) || code.startsWith('HPE_')) return { kind: 'connection', code }
  return CONTENT.has(code) ? { kind: 'content' } : undefined
}

/** The verification failed because nobody known issued the chain: more stores of certificates may help. */
export function isUnknownIssuer({ code }: { readonly code: string }): boolean {
  return /^(UNABLE_TO_GET_ISSUER|UNABLE_TO_VERIFY_LEAF|SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED|CERT_UNTRUSTED)/.test(code)
}

/** Thrown by whoever reads a body, to have the attempt counted as failed and decided upon like a broken connection. */
export class AttemptFailed extends Error {
  readonly failure: RequestFailure
  constructor(failure: RequestFailure, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.failure = failure
  }
}
