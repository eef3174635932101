// undici is loaded in parts: its index pulls in fetch, WebSocket and mocks, which cost some 60 ms at start and are not used here.
declare module 'undici/lib/dispatcher/client.js' {
  import { Client } from 'undici'
  export default Client
}
declare module 'undici/lib/core/connect.js' {
  import type { Socket } from 'node:net'
  import type { buildConnector } from 'undici'
  /** undici's own type leaves out that the socket is returned at once. */
  export type Connector = (options: buildConnector.Options, callback: buildConnector.Callback) => Socket
  export default function buildConnector(options: buildConnector.BuildOptions): Connector
}
declare module 'undici/lib/dispatcher/pool.js' {
  import { Pool } from 'undici'
  export default Pool
}
declare module 'undici/lib/dispatcher/proxy-agent.js' {
  import { ProxyAgent } from 'undici'
  export default ProxyAgent
}
declare module 'undici/lib/dispatcher/socks5-proxy-agent.js' {
  import { Socks5ProxyAgent } from 'undici'
  export default Socks5ProxyAgent
}
declare module 'undici/lib/api/api-connect.js' {
  import type { Dispatcher } from 'undici'
  const connect: Dispatcher['connect']
  export default connect
}
