import Socks5ProxyAgent from 'undici/lib/dispatcher/socks5-proxy-agent.js'

let isOver = false

/**
 * undici tells standard error once a process that its SOCKS5 client is experimental, when the first one is made: no user can do
 * anything about it, so the first one is made here, in silence. It opens no connection.
 */
export function makeSocksSilent(proxy: string): void {
  if (isOver) return
  isOver = true
  const emitWarning = process.emitWarning.bind(process)
  process.emitWarning = () => undefined
  try {
    void new Socks5ProxyAgent(proxy).destroy()
  } finally {
    process.emitWarning = emitWarning
  }
}
