export const id = 95;
export const ids = [95];
export const modules = {

/***/ 6095:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openConnections: () => (/* binding */ openConnections)
});

// EXTERNAL MODULE: ./node_modules/undici/lib/core/connect.js
var connect = __webpack_require__(9136);
// EXTERNAL MODULE: ./node_modules/undici/lib/dispatcher/pool.js
var dispatcher_pool = __webpack_require__(628);
// EXTERNAL MODULE: ./node_modules/undici/lib/dispatcher/proxy-agent.js
var proxy_agent = __webpack_require__(6672);
// EXTERNAL MODULE: ./node_modules/undici/lib/api/api-connect.js
var api_connect = __webpack_require__(2279);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(1692);
// EXTERNAL MODULE: ./build/net/proxies.js
var proxies = __webpack_require__(8344);
;// CONCATENATED MODULE: ./build/net/certificate-chain.js




const PATIENCE_MS = 5_000;
async function readChain(url, proxy) {
    const port = url.port === '' ? 443 : Number(url.port);
    const host = url.hostname.replace(/^\[|\]$/g, '');
    try {
        const tunnel = proxy === undefined ? undefined : await openTunnel(new URL(proxy), `${url.hostname}:${port}`);
        return await handshake({ host, port, ...(tunnel === undefined ? {} : { socket: tunnel }) });
    }
    catch {
        return [];
    }
}
function handshake(where) {
    return new Promise((resolve, reject) => {
        const servername = /^[\d.:]+$/.test(where.host) ? {} : { servername: where.host };
        const socket = (0,external_node_tls_.connect)({ ...where, ...servername, rejectUnauthorized: false });
        socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error('silent')));
        socket.once('error', reject);
        socket.once('secureConnect', () => {
            resolve(chainOf(socket.getPeerCertificate(true)));
            socket.destroy();
        });
    });
}
function openTunnel(proxy, target) {
    const authorization = (0,proxies/* proxyAuthorization */.YB)(proxy);
    const headers = authorization === undefined ? {} : { 'proxy-authorization': authorization };
    const request = proxy.protocol === 'https:' ? external_node_https_.request : external_node_http_.request;
    return new Promise((resolve, reject) => {
        const asked = request({ host: proxy.hostname, port: proxy.port, method: 'CONNECT', path: target, headers, timeout: PATIENCE_MS, rejectUnauthorized: false });
        asked.once('timeout', () => asked.destroy(new Error('silent')));
        asked.once('error', reject);
        asked.once('connect', (answer, socket) => (answer.statusCode === 200 ? resolve(socket) : reject(new Error(`answered ${answer.statusCode}`))));
        asked.end();
    });
}
function chainOf(own) {
    const chain = [];
    const seen = new Set();
    for (let current = own; current?.fingerprint256 !== undefined && !seen.has(current.fingerprint256); current = current.issuerCertificate) {
        seen.add(current.fingerprint256);
        chain.push({ subject: nameOf(current.subject), issuer: nameOf(current.issuer), names: chain.length === 0 ? current.subjectaltname : undefined, validFrom: current.valid_from, validTo: current.valid_to });
    }
    return chain;
}
function nameOf(name) {
    const parts = [name?.CN, name?.O].flat().filter((part) => typeof part === 'string' && part !== '');
    return parts.length === 0 ? 'nobody named' : [...new Set(parts)].join(', ');
}
function chainLines(chain) {
    return chain.map(({ subject, issuer, names, validFrom, validTo }, depth) => {
        const made = subject === issuer ? 'issued by itself' : `issued by ${issuer}`;
        return `${depth === 0 ? 'the server showed' : 'then'}: ${subject}, ${made}, valid from ${validFrom} to ${validTo}${names === undefined ? '' : ` (${names})`}`;
    });
}

// EXTERNAL MODULE: ./node_modules/undici/lib/dispatcher/client.js
var dispatcher_client = __webpack_require__(3701);
;// CONCATENATED MODULE: ./build/net/connection-pool.js

const CLOSED = 'the client was closed';
class ConnectionPool {
    #origin;
    #settings;
    #clients = new Set();
    #idle = [];
    #spare = new Set();
    #waiting = [];
    #connecting = new Set();
    #isDestroyed = false;
    constructor(origin, settings) {
        this.#origin = new URL(origin);
        this.#settings = settings;
    }
    dispatch(request, handler) {
        if (this.#isDestroyed)
            return handler.failedToConnect(new Error(CLOSED));
        const client = this.#idle.pop() ?? this.#takeSpare();
        if (client !== undefined) {
            client.dispatch(request, handler);
            return;
        }
        this.#waiting.push({ request, handler });
        if (this.#clients.size === 0)
            this.#openForWaiting();
        else
            setImmediate(() => this.#openForWaiting());
    }
    async destroy() {
        this.#isDestroyed = true;
        const closed = new Error(CLOSED);
        for (const socket of [...this.#spare, ...this.#connecting])
            socket.destroy(closed);
        for (const { handler } of this.#waiting.splice(0))
            handler.failedToConnect(closed);
        await Promise.all([...this.#clients].map((client) => client.destroy()));
    }
    #openForWaiting() {
        this.#waiting = this.#waiting.filter(({ handler }) => !handler.isOver);
        while (!this.#isDestroyed && this.#connecting.size < this.#waiting.length)
            this.#open();
    }
    #open() {
        const { hostname, host, protocol, port } = this.#origin;
        const opening = this.#settings.connect({ hostname: hostname.replace(/^\[|\]$/g, ''), host, protocol, port }, (error, socket) => {
            this.#connecting.delete(opening);
            if (this.#isDestroyed)
                return;
            if (error !== null)
                this.#fail(error);
            else
                this.#opened(socket);
        });
        this.#connecting.add(opening);
    }
    #opened(socket) {
        const next = this.#nextWaiting();
        if (next === undefined)
            this.#keepSpare(socket);
        else
            this.#clientOn(socket).dispatch(next.request, next.handler);
    }
    #fail(error) {
        const next = this.#waiting.length > this.#connecting.size ? this.#nextWaiting() : undefined;
        next?.handler.failedToConnect(error);
    }
    #nextWaiting() {
        for (;;) {
            const next = this.#waiting.shift();
            if (next === undefined || !next.handler.isOver)
                return next;
        }
    }
    #keepSpare(socket) {
        this.#spare.add(socket);
        socket.unref();
        const drop = () => void this.#spare.delete(socket);
        socket.once('close', drop).once('error', drop);
    }
    #takeSpare() {
        for (const socket of this.#spare) {
            this.#spare.delete(socket);
            if (socket.destroyed || socket.readableEnded)
                continue;
            socket.ref();
            return this.#clientOn(socket);
        }
        return undefined;
    }
    #clientOn(socket) {
        let ready = socket;
        const connect = (options, callback) => {
            if (ready === undefined)
                return this.#settings.connect(options, callback);
            const given = ready;
            ready = undefined;
            queueMicrotask(() => (given.destroyed ? this.#settings.connect(options, callback) : callback(null, given)));
            return given;
        };
        const client = new dispatcher_client(this.#origin, { ...this.#settings.client, connect });
        this.#clients.add(client);
        client.on('drain', () => this.#becameFree(client));
        client.on('disconnect', () => this.#lost(client));
        client.on('connectionError', () => this.#lost(client));
        return client;
    }
    #becameFree(client) {
        if (!this.#clients.has(client) || !client.stats.connected)
            return;
        const next = this.#nextWaiting();
        if (next === undefined)
            this.#idle.push(client);
        else
            client.dispatch(next.request, next.handler);
    }
    #lost(client) {
        const at = this.#idle.indexOf(client);
        if (at >= 0)
            this.#idle.splice(at, 1);
        if (client.stats.pending > 0)
            return;
        this.#clients.delete(client);
        client.destroy().catch(() => undefined);
        this.#openForWaiting();
    }
}

;// CONCATENATED MODULE: ./build/net/answer-body.js
const HELD_BYTES = 64 << 10;
const DISCARD_LIMIT_BYTES = 64 << 10;
class AnswerBody {
    #connection;
    #pieces = [];
    #heldBytes = 0;
    #discardedBytes;
    #end;
    #wake;
    constructor(connection) {
        this.#connection = connection;
    }
    push(piece) {
        if (this.#discardedBytes !== undefined)
            return this.#countDiscarded(piece.length);
        this.#pieces.push(piece);
        this.#heldBytes += piece.length;
        if (this.#heldBytes >= HELD_BYTES)
            this.#connection.pause();
        this.#wake?.();
    }
    end(error) {
        this.#end ??= { error };
        this.#wake?.();
    }
    discard() {
        if (this.#discardedBytes !== undefined)
            return;
        this.#discardedBytes = 0;
        this.#countDiscarded(this.#pieces.splice(0).reduce((sum, { length }) => sum + length, 0));
        this.#connection.resume();
    }
    [Symbol.asyncIterator]() {
        return { next: () => this.#next(), return: () => this.#leave() };
    }
    async #next() {
        while (this.#pieces.length === 0 && this.#end === undefined)
            await new Promise((resolve) => (this.#wake = resolve));
        const piece = this.#pieces.shift();
        if (piece !== undefined) {
            this.#heldBytes -= piece.length;
            if (this.#heldBytes < HELD_BYTES)
                this.#connection.resume();
            return { done: false, value: piece };
        }
        if (this.#end?.error !== undefined)
            throw this.#end.error;
        return { done: true, value: undefined };
    }
    #leave() {
        if (this.#end === undefined)
            this.#connection.abort(new Error('the rest of the answer is not wanted'));
        return Promise.resolve({ done: true, value: undefined });
    }
    #countDiscarded(bytes) {
        this.#discardedBytes = (this.#discardedBytes ?? 0) + bytes;
        if (this.#discardedBytes > DISCARD_LIMIT_BYTES && this.#end === undefined)
            this.#connection.abort(new Error('the answer is not wanted'));
    }
}

;// CONCATENATED MODULE: ./build/net/dispatch.js

function dispatch(dispatcher, options, { signals, onReceived }) {
    return new Promise((resolve, reject) => {
        for (const signal of signals)
            signal.throwIfAborted();
        dispatcher.dispatch(options, new AnswerHandler({ signals, resolve, reject, onReceived }));
    });
}
class AnswerHandler {
    #waiting;
    #connection;
    #waited = watchWait();
    #bytes = 0;
    #body;
    #abortion;
    #isOver = false;
    constructor(waiting) {
        this.#waiting = waiting;
        for (const signal of waiting.signals)
            signal.addEventListener('abort', this.#onAbort);
    }
    get isOver() {
        return this.#isOver;
    }
    failedToConnect(error) {
        this.#finish(error);
    }
    onRequestStart(connection) {
        this.#connection = connection;
        this.#waited = watchWait();
        if (this.#abortion !== undefined)
            connection.abort(this.#abortion.reason);
    }
    onResponseStart(connection, status, headers) {
        if (status < 200)
            return;
        this.#body = new AnswerBody(connection);
        this.#waiting.resolve({ status, wait: this.#waited(), headers: flattenHeaders(headers), body: this.#body });
    }
    onResponseData(_connection, piece) {
        this.#bytes += piece.length;
        this.#body?.push(piece);
    }
    onResponseEnd() {
        this.#waiting.onReceived?.({ ...this.#waited(), bytes: this.#bytes });
        this.#finish();
    }
    onResponseError(_connection, error) {
        this.#finish(this.#abortion?.reason ?? error);
    }
    #onAbort = (event) => {
        const reason = event.target.reason;
        this.#abortion = { reason };
        if (this.#connection === undefined)
            this.#finish(reason);
        else
            this.#connection.abort(reason);
    };
    #finish(error) {
        this.#isOver = true;
        for (const signal of this.#waiting.signals)
            signal.removeEventListener('abort', this.#onAbort);
        this.#body?.end(error);
        if (error !== undefined)
            this.#waiting.reject(error);
    }
}
function watchWait() {
    const startMs = performance.now();
    const start = performance.eventLoopUtilization();
    return () => ({ waitMs: performance.now() - startMs, idleMs: performance.eventLoopUtilization(start).idle });
}
function flattenHeaders(headers) {
    const flat = {};
    for (const name of Object.keys(headers)) {
        const value = headers[name];
        if (value !== undefined)
            flat[name] = typeof value === 'string' ? value : value.join(', ');
    }
    return flat;
}

// EXTERNAL MODULE: ./build/net/failures.js
var failures = __webpack_require__(3905);
// EXTERNAL MODULE: external "node:dns"
var external_node_dns_ = __webpack_require__(610);
;// CONCATENATED MODULE: ./build/net/host-lookup.js

const KEPT_MS = 60_000;
const SECOND_MS = 1000;
function sharedLookup(lookup = external_node_dns_.lookup, nowMs = () => performance.now()) {
    const lookups = new Map();
    return (hostname, options, callback) => {
        const key = JSON.stringify([hostname, options.family, options.hints, options.all, options.order]);
        const known = lookups.get(key);
        const isKept = known !== undefined && nowMs() - known.atMs < KEPT_MS;
        const answer = isKept ? known.answer : firstOfTwo(() => new Promise((resolve) => lookup(hostname, options, (...told) => resolve(told))));
        if (!isKept)
            lookups.set(key, { answer, atMs: nowMs() });
        void answer.then((told) => {
            if (told[0] !== null && lookups.get(key)?.answer === answer)
                lookups.delete(key);
            callback(...told);
        });
    };
}
function firstOfTwo(ask) {
    return new Promise((resolve) => {
        let open = 0;
        const askOnce = () => {
            open += 1;
            void ask().then((told) => {
                open -= 1;
                if (told[0] !== null && open > 0)
                    return;
                clearTimeout(second);
                resolve(told);
            });
        };
        const second = setTimeout(askOnce, SECOND_MS);
        askOnce();
    });
}

// EXTERNAL MODULE: ./node_modules/undici/lib/dispatcher/socks5-proxy-agent.js
var socks5_proxy_agent = __webpack_require__(9604);
;// CONCATENATED MODULE: ./build/net/socks-warning.js

let isOver = false;
function makeSocksSilent(proxy) {
    if (isOver)
        return;
    isOver = true;
    const emitWarning = process.emitWarning.bind(process);
    process.emitWarning = () => undefined;
    try {
        void new socks5_proxy_agent(proxy).destroy();
    }
    finally {
        process.emitWarning = emitWarning;
    }
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/kernel/errors.js
var errors = __webpack_require__(6641);
// EXTERNAL MODULE: ./build/kernel/unreadable.js
var unreadable = __webpack_require__(2321);
;// CONCATENATED MODULE: ./build/net/trust.js





const PRIVATE_BUNDLE_BYTES = 64 << 10;
const SYSTEM_BUNDLES = [
    '/etc/ssl/cert.pem',
    '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
    '/etc/pki/tls/cert.pem',
    '/etc/ssl/certs/ca-certificates.crt',
    '/etc/ssl/ca-bundle.pem',
];
function openTrust(settings) {
    const levels = levelsOf(settings);
    const opened = [];
    let level = 0;
    let read = [];
    let open;
    const context = () => {
        const stores = levels[level]?.() ?? [];
        read = stores.length === 0 ? [nodeStore(settings.env)] : stores;
        return (0,external_node_tls_.createSecureContext)({ ...clientCertificate(settings), ...(stores.length === 0 ? {} : { ca: stores.flatMap(({ certificates }) => certificates) }) });
    };
    return {
        context: () => (opened[level] ??= context()),
        unverified: () => (open ??= (0,external_node_tls_.createSecureContext)(clientCertificate(settings))),
        get level() {
            return level;
        },
        widen: (from) => {
            if (from < level)
                return true;
            if (level + 1 >= levels.length)
                return false;
            level += 1;
            return true;
        },
        describe: () => read.map(({ label, certificates }) => `${label} (${certificates.length})`),
    };
}
function levelsOf(settings) {
    const { certFile, env } = settings;
    const named = () => (certFile === undefined ? [] : [readNamed(certFile.value, certFile.origin)]);
    const all = () => [...named(), nodeStore(env), ...systemStores(env)];
    if (certFile === undefined || isSameFile(certFile.value, env['NODE_EXTRA_CA_CERTS']))
        return [() => [], all];
    return [isPrivate(certFile.value) ? named : () => (named(), []), all];
}
function isPrivate(file) {
    try {
        const facts = (0,external_node_fs_.statSync)(file);
        return facts.isDirectory() || facts.size <= PRIVATE_BUNDLE_BYTES;
    }
    catch {
        return true;
    }
}
function isSameFile(a, b) {
    if (b === undefined || b === '')
        return false;
    try {
        return (0,external_node_fs_.realpathSync)(a) === (0,external_node_fs_.realpathSync)(b);
    }
    catch {
        return false;
    }
}
function readNamed(file, origin) {
    try {
        return { label: file, certificates: (0,external_node_fs_.statSync)(file).isDirectory() ? readFolder(file) : splitPem((0,external_node_fs_.readFileSync)(file, 'utf8')) };
    }
    catch (error) {
        throw new errors/* UserError */.yo('input-missing', `the certificates in ${file} cannot be read: ${(0,unreadable/* whyUnreadable */._)(error)}`, { origin, cause: error });
    }
}
function readFolder(folder) {
    return (0,external_node_fs_.readdirSync)(folder).flatMap((name) => {
        try {
            return splitPem((0,external_node_fs_.readFileSync)(external_node_path_.join(folder, name), 'utf8'));
        }
        catch {
            return [];
        }
    });
}
function splitPem(text) {
    return text.match(/-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----[^-]+-----END (?:TRUSTED |X509 )?CERTIFICATE-----/g) ?? [];
}
function nodeStore(env) {
    const extra = env['NODE_EXTRA_CA_CERTS'] ?? '';
    const label = extra === '' ? "Node's built-in roots" : `Node's built-in roots with NODE_EXTRA_CA_CERTS=${extra}`;
    if ("getCACertificates" in external_node_tls_)
        return { label, certificates: external_node_tls_.getCACertificates('default') };
    return { label, certificates: [...external_node_tls_.rootCertificates, ...(extra === '' ? [] : readQuietly(extra))] };
}
function systemStores(env) {
    const certFile = env['SSL_CERT_FILE'] ?? '';
    const label = certFile === '' ? "the system's store" : `the system's store with SSL_CERT_FILE=${certFile}`;
    if ("getCACertificates" in external_node_tls_) {
        const certificates = external_node_tls_.getCACertificates('system');
        if (certificates.length > 0)
            return [{ label, certificates }];
    }
    const folder = env['SSL_CERT_DIR'] ?? '';
    const files = certFile === '' ? SYSTEM_BUNDLES : [certFile];
    const found = files.map(readQuietly).find((certificates) => certificates.length > 0) ?? [];
    return [{ label, certificates: [...found, ...(folder === '' ? [] : readQuietly(folder))] }];
}
function readQuietly(file) {
    try {
        return (0,external_node_fs_.statSync)(file).isDirectory() ? readFolder(file) : splitPem((0,external_node_fs_.readFileSync)(file, 'utf8'));
    }
    catch {
        return [];
    }
}
function clientCertificate({ clientCertFile }) {
    if (clientCertFile === undefined)
        return {};
    const { value: file, origin } = clientCertFile;
    const pem = readPem(file, origin);
    const isWhole = splitPem(pem).length > 0 && /-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(pem);
    if (!isWhole)
        throw unusable(file, pem.includes('-----BEGIN ') ? 'it has to hold both a certificate and its private key' : 'it is not in PEM format', origin);
    try {
        (0,external_node_tls_.createSecureContext)({ cert: pem, key: pem });
    }
    catch (error) {
        throw unusable(file, (0,errors/* messageOf */.bD)(error).split('::').at(-1) ?? '', origin);
    }
    return { cert: pem, key: pem };
}
function readPem(file, origin) {
    try {
        return (0,external_node_fs_.readFileSync)(file, 'utf8');
    }
    catch (error) {
        throw new errors/* UserError */.yo('input-missing', `the client certificate ${file} cannot be read: ${(0,unreadable/* whyUnreadable */._)(error)}`, { origin, cause: error });
    }
}
function unusable(file, why, origin) {
    return new errors/* UserError */.yo('input-missing', `the client certificate ${file} cannot be used: ${why}`, { origin, hint: 'name one file (PEM) with the private key and the certificate' });
}

;// CONCATENATED MODULE: ./build/net/connections.js












function openConnections(settings) {
    const trust = openTrust(settings.trust);
    const lookup = sharedLookup();
    const dispatchers = new Map();
    const dispatcherFor = (route) => {
        const key = [route.proxy ?? '', route.origin, route.isTrusted, route.isSecure ? trust.level : '', route.fresh].join(' ');
        const known = dispatchers.get(key);
        if (known !== undefined)
            return known;
        const made = makeDispatcher({ timeouts: settings.timeouts, trust, lookup }, route);
        dispatchers.set(key, made);
        return made;
    };
    return {
        exchange: async (url, options) => {
            const route = routeOf(url, settings, options.fresh ?? false);
            for (;;) {
                const { level } = trust;
                try {
                    return await exchange(dispatcherFor(route), url, options, settings.timeouts);
                }
                catch (error) {
                    const failure = (0,failures/* classifyError */.fe)(error);
                    if (failure?.kind !== 'certificate' || !(0,failures/* isUnknownIssuer */.mR)(failure) || !trust.widen(level))
                        throw error;
                }
            }
        },
        explainRefusal: async (url) => [...chainLines(await readChain(url, settings.proxyFor(url))), `checked against: ${trust.describe().join(', ')}`],
        close: async () => {
            await Promise.all([...dispatchers.values()].map((dispatcher) => dispatcher.destroy()));
        },
    };
}
function routeOf(url, { proxyFor, trustedHosts }, fresh) {
    const proxy = proxyFor(url);
    return { origin: url.origin, proxy, isTrusted: isTrusted(url, trustedHosts), isSecure: url.protocol === 'https:' || proxy?.startsWith('https:') === true, fresh };
}
function exchange(dispatcher, url, { headers, signal, cancelled, bodySilenceMs, onReceived }, { headersMs }) {
    const request = { origin: url.origin, path: url.pathname + url.search, method: 'GET', headers, headersTimeout: headersMs, bodyTimeout: bodySilenceMs };
    return dispatch(dispatcher, request, { signals: cancelled === undefined ? [signal] : [signal, cancelled], onReceived });
}
const NEXT_ADDRESS_MS = 500;
function makeDispatcher({ timeouts, trust, lookup }, route) {
    const reach = { timeout: timeouts.connectMs, autoSelectFamily: true, autoSelectFamilyAttemptTimeout: NEXT_ADDRESS_MS, lookup };
    const tls = (verified) => route.isSecure ? { ...reach, secureContext: verified ? trust.context() : trust.unverified(), rejectUnauthorized: verified } : reach;
    const requestTls = tls(!route.isTrusted);
    const client = { keepAliveTimeout: 30_000, pipelining: route.fresh ? 0 : 1 };
    if (route.proxy === undefined)
        return new ConnectionPool(route.origin, { connect: connect(requestTls), client });
    const options = { ...client, connect: requestTls };
    const proxy = new URL(route.proxy);
    const token = (0,proxies/* proxyAuthorization */.YB)(proxy);
    const isSocks = proxy.protocol === 'socks5:';
    if (isSocks)
        makeSocksSilent(proxy.href);
    const pool = (origin, own) => new dispatcher_pool(origin, { headersTimeout: timeouts.headersMs, ...own });
    return new proxy_agent({
        ...options,
        uri: isSocks ? proxy.href : withoutUserinfo(proxy),
        ...(token === undefined || isSocks ? {} : { token }),
        requestTls,
        proxyTls: tls(true),
        proxyTunnel: isSocks,
        factory: (origin, own) => pool(origin, { ...options, ...own }),
        clientFactory: (origin, own) => Object.assign(pool(origin, own), { connect: api_connect }),
    });
}
function withoutUserinfo(proxy) {
    const bare = new URL(proxy);
    bare.username = '';
    bare.password = '';
    return bare.href;
}
function isTrusted(url, trustedHosts) {
    return trustedHosts.some((trusted) => trusted === url.hostname || trusted === url.host);
}


/***/ })

};
