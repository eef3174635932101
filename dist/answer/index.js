import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 4584:
/***/ ((module) => {



/**
 * @typedef {Object} HttpRequest
 * @property {Record<string, string>} headers - Request headers
 * @property {string} [method] - HTTP method
 * @property {string} [url] - Request URL
 */

/**
 * @typedef {Object} HttpResponse
 * @property {Record<string, string>} headers - Response headers
 * @property {number} [status] - HTTP status code
 */

/**
 * Set of default cacheable status codes per RFC 7231 section 6.1.
 * @type {Set<number>}
 */
const statusCodeCacheableByDefault = new Set([
    200,
    203,
    204,
    206,
    300,
    301,
    308,
    404,
    405,
    410,
    414,
    501,
]);

/**
 * Set of HTTP status codes that the cache implementation understands.
 * Note: This implementation does not understand partial responses (206).
 * @type {Set<number>}
 */
const understoodStatuses = new Set([
    200,
    203,
    204,
    300,
    301,
    302,
    303,
    307,
    308,
    404,
    405,
    410,
    414,
    501,
]);

/**
 * Set of HTTP error status codes.
 * @type {Set<number>}
 */
const errorStatusCodes = new Set([
    500,
    502,
    503,
    504,
]);

/**
 * Object representing hop-by-hop headers that should be removed.
 * @type {Record<string, boolean>}
 */
const hopByHopHeaders = {
    date: true, // included, because we add Age update Date
    connection: true,
    'keep-alive': true,
    'proxy-authenticate': true,
    'proxy-authorization': true,
    te: true,
    trailer: true,
    'transfer-encoding': true,
    upgrade: true,
};

/**
 * Headers that are excluded from revalidation update.
 * @type {Record<string, boolean>}
 */
const excludedFromRevalidationUpdate = {
    // Since the old body is reused, it doesn't make sense to change properties of the body
    'content-length': true,
    'content-encoding': true,
    'transfer-encoding': true,
    'content-range': true,
};

/**
 * Converts a string to a number or returns zero if the conversion fails.
 * @param {string} s - The string to convert.
 * @returns {number} The parsed number or 0.
 */
function toNumberOrZero(s) {
    const n = parseInt(s, 10);
    return isFinite(n) ? n : 0;
}

/**
 * Determines if the given response is an error response.
 * Implements RFC 5861 behavior.
 * @param {HttpResponse|undefined} response - The HTTP response object.
 * @returns {boolean} true if the response is an error or undefined, false otherwise.
 */
function isErrorResponse(response) {
    // consider undefined response as faulty
    if (!response) {
        return true;
    }
    return errorStatusCodes.has(response.status);
}

/**
 * Parses a Cache-Control header string into an object.
 * @param {string} [header] - The Cache-Control header value.
 * @returns {Record<string, string|boolean>} An object representing Cache-Control directives.
 */
function parseCacheControl(header) {
    /** @type {Record<string, string|boolean>} */
    const cc = {};
    if (!header) return cc;

    // TODO: When there is more than one value present for a given directive (e.g., two Expires header fields, multiple Cache-Control: max-age directives),
    // the directive's value is considered invalid. Caches are encouraged to consider responses that have invalid freshness information to be stale
    const parts = header.trim().split(/,/);
    for (const part of parts) {
        const [k, v] = part.split(/=/, 2);
        cc[k.trim()] = v === undefined ? true : v.trim().replace(/^"|"$/g, '');
    }

    return cc;
}

/**
 * Formats a Cache-Control directives object into a header string.
 * @param {Record<string, string|boolean>} cc - The Cache-Control directives.
 * @returns {string|undefined} A formatted Cache-Control header string or undefined if empty.
 */
function formatCacheControl(cc) {
    let parts = [];
    for (const k in cc) {
        const v = cc[k];
        parts.push(v === true ? k : k + '=' + v);
    }
    if (!parts.length) {
        return undefined;
    }
    return parts.join(', ');
}

module.exports = class CachePolicy {
    /**
     * Creates a new CachePolicy instance.
     * @param {HttpRequest} req - Incoming client request.
     * @param {HttpResponse} res - Received server response.
     * @param {Object} [options={}] - Configuration options.
     * @param {boolean} [options.shared=true] - Is the cache shared (a public proxy)? `false` for personal browser caches.
     * @param {number} [options.cacheHeuristic=0.1] - Fallback heuristic (age fraction) for cache duration.
     * @param {number} [options.immutableMinTimeToLive=86400000] - Minimum TTL for immutable responses in milliseconds.
     * @param {boolean} [options.ignoreCargoCult=false] - Detect nonsense cache headers, and override them.
     * @param {any} [options._fromObject] - Internal parameter for deserialization. Do not use.
     */
    constructor(
        req,
        res,
        {
            shared,
            cacheHeuristic,
            immutableMinTimeToLive,
            ignoreCargoCult,
            _fromObject,
        } = {}
    ) {
        if (_fromObject) {
            this._fromObject(_fromObject);
            return;
        }

        if (!res || !res.headers) {
            throw Error('Response headers missing');
        }
        this._assertRequestHasHeaders(req);

        /** @type {number} Timestamp when the response was received */
        this._responseTime = this.now();
        /** @type {boolean} Indicates if the cache is shared */
        this._isShared = shared !== false;
        /** @type {boolean} Indicates if legacy cargo cult directives should be ignored */
        this._ignoreCargoCult = !!ignoreCargoCult;
        /** @type {number} Heuristic cache fraction */
        this._cacheHeuristic =
            undefined !== cacheHeuristic ? cacheHeuristic : 0.1; // 10% matches IE
        /** @type {number} Minimum TTL for immutable responses in ms */
        this._immutableMinTtl =
            undefined !== immutableMinTimeToLive
                ? immutableMinTimeToLive
                : 24 * 3600 * 1000;

        /** @type {number} HTTP status code */
        this._status = 'status' in res ? res.status : 200;
        /** @type {Record<string, string>} Response headers */
        this._resHeaders = res.headers;
        /** @type {Record<string, string|boolean>} Parsed Cache-Control directives from response */
        this._rescc = parseCacheControl(res.headers['cache-control']);
        /** @type {string} HTTP method (e.g., GET, POST) */
        this._method = 'method' in req ? req.method : 'GET';
        /** @type {string} Request URL */
        this._url = req.url;
        /** @type {string} Host header from the request */
        this._host = req.headers.host;
        /** @type {boolean} Whether the request does not include an Authorization header */
        this._noAuthorization = !req.headers.authorization;
        /** @type {Record<string, string>|null} Request headers used for Vary matching */
        this._reqHeaders = res.headers.vary ? req.headers : null; // Don't keep all request headers if they won't be used
        /** @type {Record<string, string|boolean>} Parsed Cache-Control directives from request */
        this._reqcc = parseCacheControl(req.headers['cache-control']);

        // Assume that if someone uses legacy, non-standard uncecessary options they don't understand caching,
        // so there's no point stricly adhering to the blindly copy&pasted directives.
        if (
            this._ignoreCargoCult &&
            'pre-check' in this._rescc &&
            'post-check' in this._rescc
        ) {
            delete this._rescc['pre-check'];
            delete this._rescc['post-check'];
            delete this._rescc['no-cache'];
            delete this._rescc['no-store'];
            delete this._rescc['must-revalidate'];
            this._resHeaders = Object.assign({}, this._resHeaders, {
                'cache-control': formatCacheControl(this._rescc),
            });
            delete this._resHeaders.expires;
            delete this._resHeaders.pragma;
        }

        // When the Cache-Control header field is not present in a request, caches MUST consider the no-cache request pragma-directive
        // as having the same effect as if "Cache-Control: no-cache" were present (see Section 5.2.1).
        if (
            res.headers['cache-control'] == null &&
            /no-cache/.test(res.headers.pragma)
        ) {
            this._rescc['no-cache'] = true;
        }
    }

    /**
     * You can monkey-patch it for testing.
     * @returns {number} Current time in milliseconds.
     */
    now() {
        return Date.now();
    }

    /**
     * Determines if the response is storable in a cache.
     * @returns {boolean} `false` if can never be cached.
     */
    storable() {
        // The "no-store" request directive indicates that a cache MUST NOT store any part of either this request or any response to it.
        return !!(
            !this._reqcc['no-store'] &&
            // A cache MUST NOT store a response to any request, unless:
            // The request method is understood by the cache and defined as being cacheable, and
            ('GET' === this._method ||
                'HEAD' === this._method ||
                ('POST' === this._method && this._hasExplicitExpiration())) &&
            // the response status code is understood by the cache, and
            understoodStatuses.has(this._status) &&
            // the "no-store" cache directive does not appear in request or response header fields, and
            !this._rescc['no-store'] &&
            // the "private" response directive does not appear in the response, if the cache is shared, and
            (!this._isShared || !this._rescc.private) &&
            // the Authorization header field does not appear in the request, if the cache is shared,
            (!this._isShared ||
                this._noAuthorization ||
                this._allowsStoringAuthenticated()) &&
            // the response either:
            // contains an Expires header field, or
            (this._resHeaders.expires ||
                // contains a max-age response directive, or
                // contains a s-maxage response directive and the cache is shared, or
                // contains a public response directive.
                this._rescc['max-age'] ||
                (this._isShared && this._rescc['s-maxage']) ||
                this._rescc.public ||
                // has a status code that is defined as cacheable by default
                statusCodeCacheableByDefault.has(this._status))
        );
    }

    /**
     * @returns {boolean} true if expiration is explicitly defined.
     */
    _hasExplicitExpiration() {
        // 4.2.1 Calculating Freshness Lifetime
        return !!(
            (this._isShared && this._rescc['s-maxage']) ||
            this._rescc['max-age'] ||
            this._resHeaders.expires
        );
    }

    /**
     * @param {HttpRequest} req - a request
     * @throws {Error} if the headers are missing.
     */
    _assertRequestHasHeaders(req) {
        if (!req || !req.headers) {
            throw Error('Request headers missing');
        }
    }

    /**
     * Checks if the request matches the cache and can be satisfied from the cache immediately,
     * without having to make a request to the server.
     *
     * This doesn't support `stale-while-revalidate`. See `evaluateRequest()` for a more complete solution.
     *
     * @param {HttpRequest} req - The new incoming HTTP request.
     * @returns {boolean} `true`` if the cached response used to construct this cache policy satisfies the request without revalidation.
     */
    satisfiesWithoutRevalidation(req) {
        const result = this.evaluateRequest(req);
        return !result.revalidation;
    }

    /**
     * @param {{headers: Record<string, string>, synchronous: boolean}|undefined} revalidation - Revalidation information, if any.
     * @returns {{response: HttpResponse, revalidation: {headers: Record<string, string>, synchronous: boolean}|undefined}} An object with a cached response headers and revalidation info.
     */
    _evaluateRequestHitResult(revalidation) {
        return {
            response: {
                headers: this.responseHeaders(),
                status: this._status,
            },
            revalidation,
        };
    }

    /**
     * @param {HttpRequest} request - new incoming
     * @param {boolean} synchronous - whether revalidation must be synchronous (not s-w-r).
     * @returns {{headers: Record<string, string>, synchronous: boolean}} An object with revalidation headers and a synchronous flag.
     */
    _evaluateRequestRevalidation(request, synchronous) {
        return {
            synchronous,
            headers: this.revalidationHeaders(request),
        };
    }

    /**
     * @param {HttpRequest} request - new incoming
     * @returns {{response: undefined, revalidation: {headers: Record<string, string>, synchronous: boolean}}} An object indicating no cached response and revalidation details.
     */
    _evaluateRequestMissResult(request) {
        return {
            response: undefined,
            revalidation: this._evaluateRequestRevalidation(request, true),
        };
    }

    /**
     * Checks if the given request matches this cache entry, and how the cache can be used to satisfy it. Returns an object with:
     *
     * ```
     * {
     *     // If defined, you must send a request to the server.
     *     revalidation: {
     *         headers: {}, // HTTP headers to use when sending the revalidation response
     *         // If true, you MUST wait for a response from the server before using the cache
     *         // If false, this is stale-while-revalidate. The cache is stale, but you can use it while you update it asynchronously.
     *         synchronous: bool,
     *     },
     *     // If defined, you can use this cached response.
     *     response: {
     *         headers: {}, // Updated cached HTTP headers you must use when responding to the client
     *     },
     * }
     * ```
     * @param {HttpRequest} req - new incoming HTTP request
     * @returns {{response: HttpResponse|undefined, revalidation: {headers: Record<string, string>, synchronous: boolean}|undefined}} An object containing keys:
     *   - revalidation: { headers: Record<string, string>, synchronous: boolean } Set if you should send this to the origin server
     *   - response: HttpResponse Set if you can respond to the client with these cached headers
     */
    evaluateRequest(req) {
        this._assertRequestHasHeaders(req);

        // In all circumstances, a cache MUST NOT ignore the must-revalidate directive
        if (this._rescc['must-revalidate']) {
            return this._evaluateRequestMissResult(req);
        }

        if (!this._requestMatches(req, false)) {
            return this._evaluateRequestMissResult(req);
        }

        // When presented with a request, a cache MUST NOT reuse a stored response, unless:
        // the presented request does not contain the no-cache pragma (Section 5.4), nor the no-cache cache directive,
        // unless the stored response is successfully validated (Section 4.3), and
        const requestCC = parseCacheControl(req.headers['cache-control']);

        if (requestCC['no-cache'] || /no-cache/.test(req.headers.pragma)) {
            return this._evaluateRequestMissResult(req);
        }

        if (requestCC['max-age'] && this.age() > toNumberOrZero(requestCC['max-age'])) {
            return this._evaluateRequestMissResult(req);
        }

        if (requestCC['min-fresh'] && this.maxAge() - this.age() < toNumberOrZero(requestCC['min-fresh'])) {
            return this._evaluateRequestMissResult(req);
        }

        // the stored response is either:
        // fresh, or allowed to be served stale
        if (this.stale()) {
            // If a value is present, then the client is willing to accept a response that has
            // exceeded its freshness lifetime by no more than the specified number of seconds
            const allowsStaleWithoutRevalidation = 'max-stale' in requestCC &&
                (true === requestCC['max-stale'] || requestCC['max-stale'] > this.age() - this.maxAge());

            if (allowsStaleWithoutRevalidation) {
                return this._evaluateRequestHitResult(undefined);
            }

            if (this.useStaleWhileRevalidate()) {
                return this._evaluateRequestHitResult(this._evaluateRequestRevalidation(req, false));
            }

            return this._evaluateRequestMissResult(req);
        }

        return this._evaluateRequestHitResult(undefined);
    }

    /**
     * @param {HttpRequest} req - check if this is for the same cache entry
     * @param {boolean} allowHeadMethod - allow a HEAD method to match.
     * @returns {boolean} `true` if the request matches.
     */
    _requestMatches(req, allowHeadMethod) {
        // The presented effective request URI and that of the stored response match, and
        return !!(
            (!this._url || this._url === req.url) &&
            this._host === req.headers.host &&
            // the request method associated with the stored response allows it to be used for the presented request, and
            (!req.method ||
                this._method === req.method ||
                (allowHeadMethod && 'HEAD' === req.method)) &&
            // selecting header fields nominated by the stored response (if any) match those presented, and
            this._varyMatches(req)
        );
    }

    /**
     * Determines whether storing authenticated responses is allowed.
     * @returns {boolean} `true` if allowed.
     */
    _allowsStoringAuthenticated() {
        // following Cache-Control response directives (Section 5.2.2) have such an effect: must-revalidate, public, and s-maxage.
        return !!(
            this._rescc['must-revalidate'] ||
            this._rescc.public ||
            this._rescc['s-maxage']
        );
    }

    /**
     * Checks whether the Vary header in the response matches the new request.
     * @param {HttpRequest} req - incoming HTTP request
     * @returns {boolean} `true` if the vary headers match.
     */
    _varyMatches(req) {
        if (!this._resHeaders.vary) {
            return true;
        }

        const fields = this._resHeaders.vary
            .trim()
            .toLowerCase()
            .split(/\s*,\s*/);

        for (const name of fields) {
            // A Vary header field-value of "*" always fails to match
            if (name === '*') {
                return false;
            }

            const newReq = Object.prototype.hasOwnProperty.call(
                req.headers,
                name
            ) && req.headers[name];

            const cachedReq = Object.prototype.hasOwnProperty.call(
                this._reqHeaders,
                name
            ) && this._reqHeaders[name];

            if (newReq !== cachedReq) {
                return false;
            }
        }

        return true;
    }

    /**
     * Creates a copy of the given headers without any hop-by-hop headers.
     * @param {Record<string, string>} inHeaders - old headers from the cached response
     * @returns {Record<string, string>} A new headers object without hop-by-hop headers.
     */
    _copyWithoutHopByHopHeaders(inHeaders) {
        /** @type {Record<string, string>} */
        const headers = {};
        for (const name in inHeaders) {
            if (hopByHopHeaders[name]) continue;
            headers[name] = inHeaders[name];
        }
        // 9.1.  Connection
        if (inHeaders.connection) {
            const tokens = inHeaders.connection.trim().split(/\s*,\s*/);
            for (const name of tokens) {
                delete headers[name];
            }
        }
        if (headers.warning) {
            const warnings = headers.warning.split(/,/).filter(warning => {
                return !/^\s*1[0-9][0-9]/.test(warning);
            });
            if (!warnings.length) {
                delete headers.warning;
            } else {
                headers.warning = warnings.join(',').trim();
            }
        }
        return headers;
    }

    /**
     * Returns the response headers adjusted for serving the cached response.
     * Removes hop-by-hop headers and updates the Age and Date headers.
     * @returns {Record<string, string>} The adjusted response headers.
     */
    responseHeaders() {
        const headers = this._copyWithoutHopByHopHeaders(this._resHeaders);
        const age = this.age();

        // A cache SHOULD generate 113 warning if it heuristically chose a freshness
        // lifetime greater than 24 hours and the response's age is greater than 24 hours.
        if (
            age > 3600 * 24 &&
            !this._hasExplicitExpiration() &&
            this.maxAge() > 3600 * 24
        ) {
            headers.warning =
                (headers.warning ? `${headers.warning}, ` : '') +
                '113 - "rfc7234 5.5.4"';
        }
        headers.age = `${Math.round(age)}`;
        headers.date = new Date(this.now()).toUTCString();
        return headers;
    }

    /**
     * Returns the status code of the cached response.
     * @returns {number} The response status code.
     */
    status() {
      return this._status;
    }

    /**
     * Returns the Date header value from the response or the current time if invalid.
     * @returns {number} Timestamp (in milliseconds) representing the Date header or response time.
     */
    date() {
        const serverDate = Date.parse(this._resHeaders.date);
        if (isFinite(serverDate)) {
            return serverDate;
        }
        return this._responseTime;
    }

    /**
     * Value of the Age header, in seconds, updated for the current time.
     * May be fractional.
     * @returns {number} The age in seconds.
     */
    age() {
        let age = this._ageValue();

        const residentTime = (this.now() - this._responseTime) / 1000;
        return age + residentTime;
    }

    /**
     * @returns {number} The Age header value as a number.
     */
    _ageValue() {
        return toNumberOrZero(this._resHeaders.age);
    }

    /**
     * Possibly outdated value of applicable max-age (or heuristic equivalent) in seconds.
     * This counts since response's `Date`.
     *
     * For an up-to-date value, see `timeToLive()`.
     *
     * Returns the maximum age (freshness lifetime) of the response in seconds.
     * @returns {number} The max-age value in seconds.
     */
    maxAge() {
        if (!this.storable() || this._rescc['no-cache']) {
            return 0;
        }

        // Shared responses with cookies are cacheable according to the RFC, but IMHO it'd be unwise to do so by default
        // so this implementation requires explicit opt-in via public header
        if (
            this._isShared &&
            (this._resHeaders['set-cookie'] &&
                !this._rescc.public &&
                !this._rescc.immutable)
        ) {
            return 0;
        }

        if (this._resHeaders.vary === '*') {
            return 0;
        }

        if (this._isShared) {
            if (this._rescc['proxy-revalidate']) {
                return 0;
            }
            // if a response includes the s-maxage directive, a shared cache recipient MUST ignore the Expires field.
            if (this._rescc['s-maxage']) {
                return toNumberOrZero(this._rescc['s-maxage']);
            }
        }

        // If a response includes a Cache-Control field with the max-age directive, a recipient MUST ignore the Expires field.
        if (this._rescc['max-age']) {
            return toNumberOrZero(this._rescc['max-age']);
        }

        const defaultMinTtl = this._rescc.immutable ? this._immutableMinTtl : 0;

        const serverDate = this.date();
        if (this._resHeaders.expires) {
            const expires = Date.parse(this._resHeaders.expires);
            // A cache recipient MUST interpret invalid date formats, especially the value "0", as representing a time in the past (i.e., "already expired").
            if (Number.isNaN(expires) || expires < serverDate) {
                return 0;
            }
            return Math.max(defaultMinTtl, (expires - serverDate) / 1000);
        }

        if (this._resHeaders['last-modified']) {
            const lastModified = Date.parse(this._resHeaders['last-modified']);
            if (isFinite(lastModified) && serverDate > lastModified) {
                return Math.max(
                    defaultMinTtl,
                    ((serverDate - lastModified) / 1000) * this._cacheHeuristic
                );
            }
        }

        return defaultMinTtl;
    }

    /**
     * Remaining time this cache entry may be useful for, in *milliseconds*.
     * You can use this as an expiration time for your cache storage.
     *
     * Prefer this method over `maxAge()`, because it includes other factors like `age` and `stale-while-revalidate`.
     * @returns {number} Time-to-live in milliseconds.
     */
    timeToLive() {
        const age = this.maxAge() - this.age();
        const staleIfErrorAge = age + toNumberOrZero(this._rescc['stale-if-error']);
        const staleWhileRevalidateAge = age + toNumberOrZero(this._rescc['stale-while-revalidate']);
        return Math.round(Math.max(0, age, staleIfErrorAge, staleWhileRevalidateAge) * 1000);
    }

    /**
     * If true, this cache entry is past its expiration date.
     * Note that stale cache may be useful sometimes, see `evaluateRequest()`.
     * @returns {boolean} `false` doesn't mean it's fresh nor usable
     */
    stale() {
        return this.maxAge() <= this.age();
    }

    /**
     * @returns {boolean} `true` if `stale-if-error` condition allows use of a stale response.
     */
    _useStaleIfError() {
        return this.maxAge() + toNumberOrZero(this._rescc['stale-if-error']) > this.age();
    }

    /** See `evaluateRequest()` for a more complete solution
     * @returns {boolean} `true` if `stale-while-revalidate` is currently allowed.
     */
    useStaleWhileRevalidate() {
        const swr = toNumberOrZero(this._rescc['stale-while-revalidate']);
        return swr > 0 && this.maxAge() + swr > this.age();
    }

    /**
     * Creates a `CachePolicy` instance from a serialized object.
     * @param {Object} obj - The serialized object.
     * @returns {CachePolicy} A new CachePolicy instance.
     */
    static fromObject(obj) {
        return new this(undefined, undefined, { _fromObject: obj });
    }

    /**
     * @param {any} obj - The serialized object.
     * @throws {Error} If already initialized or if the object is invalid.
     */
    _fromObject(obj) {
        if (this._responseTime) throw Error('Reinitialized');
        if (!obj || obj.v !== 1) throw Error('Invalid serialization');

        this._responseTime = obj.t;
        this._isShared = obj.sh;
        this._cacheHeuristic = obj.ch;
        this._immutableMinTtl =
            obj.imm !== undefined ? obj.imm : 24 * 3600 * 1000;
        this._ignoreCargoCult = !!obj.icc;
        this._status = obj.st;
        this._resHeaders = obj.resh;
        this._rescc = obj.rescc;
        this._method = obj.m;
        this._url = obj.u;
        this._host = obj.h;
        this._noAuthorization = obj.a;
        this._reqHeaders = obj.reqh;
        this._reqcc = obj.reqcc;
    }

    /**
     * Serializes the `CachePolicy` instance into a JSON-serializable object.
     * @returns {Object} The serialized object.
     */
    toObject() {
        return {
            v: 1,
            t: this._responseTime,
            sh: this._isShared,
            ch: this._cacheHeuristic,
            imm: this._immutableMinTtl,
            icc: this._ignoreCargoCult,
            st: this._status,
            resh: this._resHeaders,
            rescc: this._rescc,
            m: this._method,
            u: this._url,
            h: this._host,
            a: this._noAuthorization,
            reqh: this._reqHeaders,
            reqcc: this._reqcc,
        };
    }

    /**
     * Headers for sending to the origin server to revalidate stale response.
     * Allows server to return 304 to allow reuse of the previous response.
     *
     * Hop by hop headers are always stripped.
     * Revalidation headers may be added or removed, depending on request.
     * @param {HttpRequest} incomingReq - The incoming HTTP request.
     * @returns {Record<string, string>} The headers for the revalidation request.
     */
    revalidationHeaders(incomingReq) {
        this._assertRequestHasHeaders(incomingReq);
        const headers = this._copyWithoutHopByHopHeaders(incomingReq.headers);

        // This implementation does not understand range requests
        delete headers['if-range'];

        if (!this._requestMatches(incomingReq, true) || !this.storable()) {
            // revalidation allowed via HEAD
            // not for the same resource, or wasn't allowed to be cached anyway
            delete headers['if-none-match'];
            delete headers['if-modified-since'];
            return headers;
        }

        /* MUST send that entity-tag in any cache validation request (using If-Match or If-None-Match) if an entity-tag has been provided by the origin server. */
        if (this._resHeaders.etag) {
            headers['if-none-match'] = headers['if-none-match']
                ? `${headers['if-none-match']}, ${this._resHeaders.etag}`
                : this._resHeaders.etag;
        }

        // Clients MAY issue simple (non-subrange) GET requests with either weak validators or strong validators. Clients MUST NOT use weak validators in other forms of request.
        const forbidsWeakValidators =
            headers['accept-ranges'] ||
            headers['if-match'] ||
            headers['if-unmodified-since'] ||
            (this._method && this._method != 'GET');

        /* SHOULD send the Last-Modified value in non-subrange cache validation requests (using If-Modified-Since) if only a Last-Modified value has been provided by the origin server.
        Note: This implementation does not understand partial responses (206) */
        if (forbidsWeakValidators) {
            delete headers['if-modified-since'];

            if (headers['if-none-match']) {
                const etags = headers['if-none-match']
                    .split(/,/)
                    .filter(etag => {
                        return !/^\s*W\//.test(etag);
                    });
                if (!etags.length) {
                    delete headers['if-none-match'];
                } else {
                    headers['if-none-match'] = etags.join(',').trim();
                }
            }
        } else if (
            this._resHeaders['last-modified'] &&
            !headers['if-modified-since']
        ) {
            headers['if-modified-since'] = this._resHeaders['last-modified'];
        }

        return headers;
    }

    /**
     * Creates new CachePolicy with information combined from the previews response,
     * and the new revalidation response.
     *
     * Returns {policy, modified} where modified is a boolean indicating
     * whether the response body has been modified, and old cached body can't be used.
     *
     * @param {HttpRequest} request - The latest HTTP request asking for the cached entry.
     * @param {HttpResponse} response - The latest revalidation HTTP response from the origin server.
     * @returns {{policy: CachePolicy, modified: boolean, matches: boolean}} The updated policy and modification status.
     * @throws {Error} If the response headers are missing.
     */
    revalidatedPolicy(request, response) {
        this._assertRequestHasHeaders(request);

        if (this._useStaleIfError() && isErrorResponse(response)) {
          return {
              policy: this,
              modified: false,
              matches: true,
          };
        }

        if (!response || !response.headers) {
            throw Error('Response headers missing');
        }

        // These aren't going to be supported exactly, since one CachePolicy object
        // doesn't know about all the other cached objects.
        let matches = false;
        if (response.status !== undefined && response.status != 304) {
            matches = false;
        } else if (
            response.headers.etag &&
            !/^\s*W\//.test(response.headers.etag)
        ) {
            // "All of the stored responses with the same strong validator are selected.
            // If none of the stored responses contain the same strong validator,
            // then the cache MUST NOT use the new response to update any stored responses."
            matches =
                this._resHeaders.etag &&
                this._resHeaders.etag.replace(/^\s*W\//, '') ===
                    response.headers.etag;
        } else if (this._resHeaders.etag && response.headers.etag) {
            // "If the new response contains a weak validator and that validator corresponds
            // to one of the cache's stored responses,
            // then the most recent of those matching stored responses is selected for update."
            matches =
                this._resHeaders.etag.replace(/^\s*W\//, '') ===
                response.headers.etag.replace(/^\s*W\//, '');
        } else if (this._resHeaders['last-modified']) {
            matches =
                this._resHeaders['last-modified'] ===
                response.headers['last-modified'];
        } else {
            // If the new response does not include any form of validator (such as in the case where
            // a client generates an If-Modified-Since request from a source other than the Last-Modified
            // response header field), and there is only one stored response, and that stored response also
            // lacks a validator, then that stored response is selected for update.
            if (
                !this._resHeaders.etag &&
                !this._resHeaders['last-modified'] &&
                !response.headers.etag &&
                !response.headers['last-modified']
            ) {
                matches = true;
            }
        }

        const optionsCopy = {
            shared: this._isShared,
            cacheHeuristic: this._cacheHeuristic,
            immutableMinTimeToLive: this._immutableMinTtl,
            ignoreCargoCult: this._ignoreCargoCult,
        };

        if (!matches) {
            return {
                policy: new this.constructor(request, response, optionsCopy),
                // Client receiving 304 without body, even if it's invalid/mismatched has no option
                // but to reuse a cached body. We don't have a good way to tell clients to do
                // error recovery in such case.
                modified: response.status != 304,
                matches: false,
            };
        }

        // use other header fields provided in the 304 (Not Modified) response to replace all instances
        // of the corresponding header fields in the stored response.
        const headers = {};
        for (const k in this._resHeaders) {
            headers[k] =
                k in response.headers && !excludedFromRevalidationUpdate[k]
                    ? response.headers[k]
                    : this._resHeaders[k];
        }

        const newResponse = Object.assign({}, response, {
            status: this._status,
            method: this._method,
            headers,
        });
        return {
            policy: new this.constructor(request, newResponse, optionsCopy),
            modified: false,
            matches: true,
        };
    }
};


/***/ }),

/***/ 3313:
/***/ ((module) => {

module.exports = Pend;

function Pend() {
  this.pending = 0;
  this.max = Infinity;
  this.listeners = [];
  this.waiting = [];
  this.error = null;
}

Pend.prototype.go = function(fn) {
  if (this.pending < this.max) {
    pendGo(this, fn);
  } else {
    this.waiting.push(fn);
  }
};

Pend.prototype.wait = function(cb) {
  if (this.pending === 0) {
    cb(this.error);
  } else {
    this.listeners.push(cb);
  }
};

Pend.prototype.hold = function() {
  return pendHold(this);
};

function pendHold(self) {
  self.pending += 1;
  var called = false;
  return onCb;
  function onCb(err) {
    if (called) throw new Error("callback called twice");
    called = true;
    self.error = self.error || err;
    self.pending -= 1;
    if (self.waiting.length > 0 && self.pending < self.max) {
      pendGo(self, self.waiting.shift());
    } else if (self.pending === 0) {
      var listeners = self.listeners;
      self.listeners = [];
      listeners.forEach(cbListener);
    }
  }
  function cbListener(listener) {
    listener(self.error);
  }
}

function pendGo(self, fn) {
  fn(pendHold(self));
}


/***/ }),

/***/ 4248:
/***/ ((module) => {

// Adapted from https://github.com/brianloveswords/buffer-crc32/blob/v0.2.13/index.js
const CRC_TABLE = new Int32Array([
  0x00000000, 0x77073096, 0xee0e612c, 0x990951ba, 0x076dc419, 0x706af48f, 0xe963a535, 0x9e6495a3,
  0x0edb8832, 0x79dcb8a4, 0xe0d5e91e, 0x97d2d988, 0x09b64c2b, 0x7eb17cbd, 0xe7b82d07, 0x90bf1d91,
  0x1db71064, 0x6ab020f2, 0xf3b97148, 0x84be41de, 0x1adad47d, 0x6ddde4eb, 0xf4d4b551, 0x83d385c7,
  0x136c9856, 0x646ba8c0, 0xfd62f97a, 0x8a65c9ec, 0x14015c4f, 0x63066cd9, 0xfa0f3d63, 0x8d080df5,
  0x3b6e20c8, 0x4c69105e, 0xd56041e4, 0xa2677172, 0x3c03e4d1, 0x4b04d447, 0xd20d85fd, 0xa50ab56b,
  0x35b5a8fa, 0x42b2986c, 0xdbbbc9d6, 0xacbcf940, 0x32d86ce3, 0x45df5c75, 0xdcd60dcf, 0xabd13d59,
  0x26d930ac, 0x51de003a, 0xc8d75180, 0xbfd06116, 0x21b4f4b5, 0x56b3c423, 0xcfba9599, 0xb8bda50f,
  0x2802b89e, 0x5f058808, 0xc60cd9b2, 0xb10be924, 0x2f6f7c87, 0x58684c11, 0xc1611dab, 0xb6662d3d,
  0x76dc4190, 0x01db7106, 0x98d220bc, 0xefd5102a, 0x71b18589, 0x06b6b51f, 0x9fbfe4a5, 0xe8b8d433,
  0x7807c9a2, 0x0f00f934, 0x9609a88e, 0xe10e9818, 0x7f6a0dbb, 0x086d3d2d, 0x91646c97, 0xe6635c01,
  0x6b6b51f4, 0x1c6c6162, 0x856530d8, 0xf262004e, 0x6c0695ed, 0x1b01a57b, 0x8208f4c1, 0xf50fc457,
  0x65b0d9c6, 0x12b7e950, 0x8bbeb8ea, 0xfcb9887c, 0x62dd1ddf, 0x15da2d49, 0x8cd37cf3, 0xfbd44c65,
  0x4db26158, 0x3ab551ce, 0xa3bc0074, 0xd4bb30e2, 0x4adfa541, 0x3dd895d7, 0xa4d1c46d, 0xd3d6f4fb,
  0x4369e96a, 0x346ed9fc, 0xad678846, 0xda60b8d0, 0x44042d73, 0x33031de5, 0xaa0a4c5f, 0xdd0d7cc9,
  0x5005713c, 0x270241aa, 0xbe0b1010, 0xc90c2086, 0x5768b525, 0x206f85b3, 0xb966d409, 0xce61e49f,
  0x5edef90e, 0x29d9c998, 0xb0d09822, 0xc7d7a8b4, 0x59b33d17, 0x2eb40d81, 0xb7bd5c3b, 0xc0ba6cad,
  0xedb88320, 0x9abfb3b6, 0x03b6e20c, 0x74b1d29a, 0xead54739, 0x9dd277af, 0x04db2615, 0x73dc1683,
  0xe3630b12, 0x94643b84, 0x0d6d6a3e, 0x7a6a5aa8, 0xe40ecf0b, 0x9309ff9d, 0x0a00ae27, 0x7d079eb1,
  0xf00f9344, 0x8708a3d2, 0x1e01f268, 0x6906c2fe, 0xf762575d, 0x806567cb, 0x196c3671, 0x6e6b06e7,
  0xfed41b76, 0x89d32be0, 0x10da7a5a, 0x67dd4acc, 0xf9b9df6f, 0x8ebeeff9, 0x17b7be43, 0x60b08ed5,
  0xd6d6a3e8, 0xa1d1937e, 0x38d8c2c4, 0x4fdff252, 0xd1bb67f1, 0xa6bc5767, 0x3fb506dd, 0x48b2364b,
  0xd80d2bda, 0xaf0a1b4c, 0x36034af6, 0x41047a60, 0xdf60efc3, 0xa867df55, 0x316e8eef, 0x4669be79,
  0xcb61b38c, 0xbc66831a, 0x256fd2a0, 0x5268e236, 0xcc0c7795, 0xbb0b4703, 0x220216b9, 0x5505262f,
  0xc5ba3bbe, 0xb2bd0b28, 0x2bb45a92, 0x5cb36a04, 0xc2d7ffa7, 0xb5d0cf31, 0x2cd99e8b, 0x5bdeae1d,
  0x9b64c2b0, 0xec63f226, 0x756aa39c, 0x026d930a, 0x9c0906a9, 0xeb0e363f, 0x72076785, 0x05005713,
  0x95bf4a82, 0xe2b87a14, 0x7bb12bae, 0x0cb61b38, 0x92d28e9b, 0xe5d5be0d, 0x7cdcefb7, 0x0bdbdf21,
  0x86d3d2d4, 0xf1d4e242, 0x68ddb3f8, 0x1fda836e, 0x81be16cd, 0xf6b9265b, 0x6fb077e1, 0x18b74777,
  0x88085ae6, 0xff0f6a70, 0x66063bca, 0x11010b5c, 0x8f659eff, 0xf862ae69, 0x616bffd3, 0x166ccf45,
  0xa00ae278, 0xd70dd2ee, 0x4e048354, 0x3903b3c2, 0xa7672661, 0xd06016f7, 0x4969474d, 0x3e6e77db,
  0xaed16a4a, 0xd9d65adc, 0x40df0b66, 0x37d83bf0, 0xa9bcae53, 0xdebb9ec5, 0x47b2cf7f, 0x30b5ffe9,
  0xbdbdf21c, 0xcabac28a, 0x53b39330, 0x24b4a3a6, 0xbad03605, 0xcdd70693, 0x54de5729, 0x23d967bf,
  0xb3667a2e, 0xc4614ab8, 0x5d681b02, 0x2a6f2b94, 0xb40bbe37, 0xc30c8ea1, 0x5a05df1b, 0x2d02ef8d,
]);

function crc32(buf) {
  let crc = -1;
  for (let x of buf) {
    crc = CRC_TABLE[(crc ^ x) & 0xff] ^ (crc >>> 8);
  }
  return (crc ^ -1) >>> 0;
}

module.exports = crc32;


/***/ }),

/***/ 3502:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

// This was adapted from https://github.com/andrewrk/node-fd-slicer by Andrew Kelley under the MIT License.
var fs = __nccwpck_require__(9896);
var util = __nccwpck_require__(9023);
var stream = __nccwpck_require__(2203);
var Readable = stream.Readable;
var PassThrough = stream.PassThrough;
var Pend = __nccwpck_require__(3313);
var EventEmitter = (__nccwpck_require__(4434).EventEmitter);

exports.BufferSlicer = BufferSlicer;
exports.FdSlicer = FdSlicer;

util.inherits(FdSlicer, EventEmitter);
function FdSlicer(fd) {
  EventEmitter.call(this);

  this.fd = fd;
  this.pend = new Pend();
  this.pend.max = 1;
  this.refCount = 0;
}

FdSlicer.prototype.read = function(buffer, offset, length, position, callback) {
  var self = this;
  self.pend.go(function(cb) {
    fs.read(self.fd, buffer, offset, length, position, function(err, bytesRead, buffer) {
      cb();
      callback(err, bytesRead, buffer);
    });
  });
};

FdSlicer.prototype.createReadStream = function(options) {
  return new ReadStream(this, options);
};

FdSlicer.prototype.ref = function() {
  this.refCount += 1;
};

FdSlicer.prototype.unref = function() {
  var self = this;
  self.refCount -= 1;
  if (self.refCount < 0) throw new Error("invalid unref");
  if (self.refCount > 0) return;

  fs.close(self.fd, onCloseDone);

  function onCloseDone(err) {
    if (err) {
      self.emit('error', err);
    } else {
      self.emit('close');
    }
  }
};

util.inherits(ReadStream, Readable);
function ReadStream(context, options) {
  options = options || {};
  Readable.call(this, options);

  this.context = context;
  this.context.ref();

  this.start = options.start || 0;
  this.endOffset = options.end;
  this.pos = this.start;
}

ReadStream.prototype._read = function(n) {
  var self = this;

  var toRead = Math.min(self._readableState.highWaterMark, n);
  if (self.endOffset != null) {
    toRead = Math.min(toRead, self.endOffset - self.pos);
  }
  if (toRead <= 0) {
    self.push(null);
    this._cleanup();
    return;
  }
  self.context.pend.go(function(cb) {
    var buffer = Buffer.allocUnsafe(toRead);
    fs.read(self.context.fd, buffer, 0, toRead, self.pos, function(err, bytesRead) {
      if (err) {
        self.destroy(err);
      } else if (bytesRead === 0) {
        self.push(null);
        self._cleanup();
      } else {
        self.pos += bytesRead;
        self.push(buffer.slice(0, bytesRead));
      }
      cb();
    });
  });
};

ReadStream.prototype._destroy = function(err, cb) {
  // Node 14+ calls this automatically at EOF.
  this._cleanup();
  cb(err);
};

ReadStream.prototype._cleanup = function() {
  if (this.context != null) {
    this.context.unref();
    this.context = null;
  }
};

util.inherits(BufferSlicer, EventEmitter);
function BufferSlicer(buffer) {
  EventEmitter.call(this);

  this.refCount = 0;
  this.buffer = buffer;
}

BufferSlicer.prototype.read = function(buffer, offset, length, position, callback) {
  if (!(0 <= offset && offset <= buffer.length)) throw new RangeError("offset outside buffer: 0 <= " + offset + " <= " + buffer.length);
  if (position < 0) throw new RangeError("position is negative: " + position);
  if (offset + length > buffer.length) {
    // The caller's buffer can't hold all the bytes they're trying to read.
    // Clamp the length instead of giving an error.
    // The callback will be informed of fewer than expected bytes written.
    length = buffer.length - offset;
  }
  if (position + length > this.buffer.length) {
    // Clamp any attempt to read past the end of the source buffer.
    length = this.buffer.length - position;
  }
  if (length <= 0) {
    // After any clamping, we're fully out of bounds or otherwise have nothing to do.
    // This isn't an error; it's just zero bytes written.
    setImmediate(function() {
      callback(null, 0);
    });
    return;
  }
  this.buffer.copy(buffer, offset, position, position + length);
  setImmediate(function() {
    callback(null, length);
  });
};

BufferSlicer.prototype.createReadStream = function(options) {
  options = options || {};
  var readStream = new PassThrough(options);
  readStream.start = options.start || 0;
  readStream.endOffset = options.end;
  // by the time this function returns, we'll be done.
  readStream.pos = readStream.endOffset || this.buffer.length;

  var entireSlice = this.buffer.slice(readStream.start, readStream.pos);
  // Cut the buffer into smaller slices for better memory usage when streaming into a zlib inflate stream.
  // See https://github.com/thejoshwolfe/yauzl/issues/87
  var maxChunkSize = 0x10000;
  var offset = 0;
  while (true) {
    var nextOffset = offset + maxChunkSize;
    if (nextOffset >= entireSlice.length) {
      // last chunk
      if (offset < entireSlice.length) {
        readStream.write(entireSlice.slice(offset, entireSlice.length));
      }
      break;
    }
    readStream.write(entireSlice.slice(offset, nextOffset));
    offset = nextOffset;
  }

  readStream.end();
  return readStream;
};

BufferSlicer.prototype.ref = function() {
  this.refCount += 1;
};

BufferSlicer.prototype.unref = function() {
  this.refCount -= 1;

  if (this.refCount < 0) {
    throw new Error("invalid unref");
  }
};


/***/ }),

/***/ 663:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

var fs = __nccwpck_require__(9896);
var zlib = __nccwpck_require__(3106);
var fd_slicer = __nccwpck_require__(3502);
var util = __nccwpck_require__(9023);
var EventEmitter = (__nccwpck_require__(4434).EventEmitter);
var Transform = (__nccwpck_require__(2203).Transform);
var PassThrough = (__nccwpck_require__(2203).PassThrough);
var Writable = (__nccwpck_require__(2203).Writable);

// Node 20 added zlib.crc32.
const crc32 = typeof zlib.crc32 === "function" ? zlib.crc32 : __nccwpck_require__(4248);

exports.open = open;
exports.fromFd = fromFd;
exports.fromBuffer = fromBuffer;
exports.fromRandomAccessReader = fromRandomAccessReader;
exports.openPromise = openPromise;
exports.fromFdPromise = fromFdPromise;
exports.fromBufferPromise = fromBufferPromise;
exports.fromRandomAccessReaderPromise = fromRandomAccessReaderPromise;

exports.dosDateTimeToDate = dosDateTimeToDate;
exports.getFileNameLowLevel = getFileNameLowLevel;
exports.validateFileName = validateFileName;
exports.parseExtraFields = parseExtraFields;
exports.ZipFile = ZipFile;
exports.Entry = Entry;
exports.LocalFileHeader = LocalFileHeader;
exports.RandomAccessReader = RandomAccessReader;

function openPromise(path, options) {
  return new Promise((resolve, reject) => {
    open(path, {...options, lazyEntries: true}, function(err, zipfile) {
      if (err) return reject(err);
      resolve(zipfile);
    });
  });
}
function fromFdPromise(fd, options) {
  return new Promise((resolve, reject) => {
    fromFd(fd, {...options, lazyEntries: true}, function(err, zipfile) {
      if (err) return reject(err);
      resolve(zipfile);
    });
  });
}
function fromBufferPromise(buffer, options) {
  return new Promise((resolve, reject) => {
    fromBuffer(buffer, {...options, lazyEntries: true}, function(err, zipfile) {
      if (err) return reject(err);
      resolve(zipfile);
    });
  });
}
function fromRandomAccessReaderPromise(reader, totalSize, options) {
  return new Promise((resolve, reject) => {
    fromRandomAccessReader(reader, totalSize, {...options, lazyEntries: true}, function(err, zipfile) {
      if (err) return reject(err);
      resolve(zipfile);
    });
  });
}

function open(path, options, callback) {
  if (typeof options === "function") {
    callback = options;
    options = null;
  }
  if (options == null) options = {};
  if (options.autoClose == null) options.autoClose = true;
  if (options.lazyEntries == null) options.lazyEntries = false;
  if (options.decodeStrings == null) options.decodeStrings = true;
  if (options.validateEntrySizes == null) options.validateEntrySizes = true;
  if (options.strictFileNames == null) options.strictFileNames = false;
  if (callback == null) callback = defaultCallback;
  fs.open(path, "r", function(err, fd) {
    if (err) return callback(err);
    fromFd(fd, options, function(err, zipfile) {
      if (err) fs.close(fd, defaultCallback);
      callback(err, zipfile);
    });
  });
}

function fromFd(fd, options, callback) {
  if (typeof options === "function") {
    callback = options;
    options = null;
  }
  if (options == null) options = {};
  if (options.autoClose == null) options.autoClose = false;
  if (options.lazyEntries == null) options.lazyEntries = false;
  if (options.decodeStrings == null) options.decodeStrings = true;
  if (options.validateEntrySizes == null) options.validateEntrySizes = true;
  if (options.strictFileNames == null) options.strictFileNames = false;
  if (callback == null) callback = defaultCallback;
  fs.fstat(fd, function(err, stats) {
    if (err) return callback(err);
    var reader = new fd_slicer.FdSlicer(fd);
    fromRandomAccessReader(reader, stats.size, options, callback);
  });
}

function fromBuffer(buffer, options, callback) {
  if (typeof options === "function") {
    callback = options;
    options = null;
  }
  if (options == null) options = {};
  options.autoClose = false;
  if (options.lazyEntries == null) options.lazyEntries = false;
  if (options.decodeStrings == null) options.decodeStrings = true;
  if (options.validateEntrySizes == null) options.validateEntrySizes = true;
  if (options.strictFileNames == null) options.strictFileNames = false;
  var reader = new fd_slicer.BufferSlicer(buffer);
  fromRandomAccessReader(reader, buffer.length, options, callback);
}

function fromRandomAccessReader(reader, totalSize, options, callback) {
  if (typeof options === "function") {
    callback = options;
    options = null;
  }
  if (options == null) options = {};
  if (options.autoClose == null) options.autoClose = true;
  if (options.lazyEntries == null) options.lazyEntries = false;
  if (options.decodeStrings == null) options.decodeStrings = true;
  var decodeStrings = !!options.decodeStrings;
  if (options.validateEntrySizes == null) options.validateEntrySizes = true;
  if (options.strictFileNames == null) options.strictFileNames = false;
  if (callback == null) callback = defaultCallback;
  if (typeof totalSize !== "number") throw new Error("expected totalSize parameter to be a number");
  if (totalSize > Number.MAX_SAFE_INTEGER) {
    throw new Error("zip file too large. only file sizes up to 2^52 are supported due to JavaScript's Number type being an IEEE 754 double.");
  }

  // the matching unref() call is in zipfile.close()
  reader.ref();

  // eocdr means End of Central Directory Record.
  // search backwards for the eocdr signature.
  // the last field of the eocdr is a variable-length comment.
  // the comment size is encoded in a 2-byte field in the eocdr, which we can't find without trudging backwards through the comment to find it.
  // as a consequence of this design decision, it's possible to have ambiguous zip file metadata if a coherent eocdr was in the comment.
  // we search backwards for a eocdr signature, and hope that whoever made the zip file was smart enough to forbid the eocdr signature in the comment.
  var eocdrWithoutCommentSize = 22;
  var zip64EocdlSize = 20; // Zip64 end of central directory locator
  var maxCommentSize = 0xffff; // 2-byte size
  var bufferSize = Math.min(zip64EocdlSize + eocdrWithoutCommentSize + maxCommentSize, totalSize);
  var buffer = newBuffer(bufferSize);
  var bufferReadStart = totalSize - buffer.length;
  readAndAssertNoEof(reader, buffer, 0, bufferSize, bufferReadStart, function(err) {
    if (err) return callback(err);
    for (var i = bufferSize - eocdrWithoutCommentSize; i >= 0; i -= 1) {
      if (buffer.readUInt32LE(i) !== 0x06054b50) continue;
      // found eocdr
      var eocdrBuffer = buffer.subarray(i);

      // 0 - End of central directory signature = 0x06054b50
      // 4 - Number of this disk
      var diskNumber = eocdrBuffer.readUInt16LE(4);
      // 6 - Disk where central directory starts
      // 8 - Number of central directory records on this disk
      // 10 - Total number of central directory records
      var entryCount = eocdrBuffer.readUInt16LE(10);
      // 12 - Size of central directory (bytes)
      // 16 - Offset of start of central directory, relative to start of archive
      var centralDirectoryOffset = eocdrBuffer.readUInt32LE(16);
      // 20 - Comment length
      var commentLength = eocdrBuffer.readUInt16LE(20);
      var expectedCommentLength = eocdrBuffer.length - eocdrWithoutCommentSize;
      if (commentLength !== expectedCommentLength) {
        return callback(new Error("Invalid comment length. Expected: " + expectedCommentLength + ". Found: " + commentLength + ". Are there extra bytes at the end of the file? Or is the end of central dir signature `PK\u263a\u263b` in the comment?"));
      }
      // 22 - Comment
      // the encoding is always cp437.
      var comment = decodeStrings ? decodeBuffer(eocdrBuffer.subarray(22), false)
                                  : eocdrBuffer.subarray(22);

      // Look for a Zip64 end of central directory locator
      if (i - zip64EocdlSize >= 0 && buffer.readUInt32LE(i - zip64EocdlSize) === 0x07064b50) {
        // ZIP64 format
        var zip64EocdlBuffer = buffer.subarray(i - zip64EocdlSize, i - zip64EocdlSize + zip64EocdlSize);
        // 0 - zip64 end of central dir locator signature = 0x07064b50
        // 4 - number of the disk with the start of the zip64 end of central directory
        // 8 - relative offset of the zip64 end of central directory record
        var zip64EocdrOffset = readUInt64LE(zip64EocdlBuffer, 8);
        // 16 - total number of disks

        // ZIP64 end of central directory record
        var zip64EocdrBuffer = newBuffer(56);
        return readAndAssertNoEof(reader, zip64EocdrBuffer, 0, zip64EocdrBuffer.length, zip64EocdrOffset, function(err) {
          if (err) return callback(err);

          // 0 - zip64 end of central dir signature                           4 bytes  (0x06064b50)
          if (zip64EocdrBuffer.readUInt32LE(0) !== 0x06064b50) {
            return callback(new Error("invalid zip64 end of central directory record signature"));
          }
          // 4 - size of zip64 end of central directory record                8 bytes
          // 12 - version made by                                             2 bytes
          // 14 - version needed to extract                                   2 bytes
          // 16 - number of this disk                                         4 bytes
          diskNumber = zip64EocdrBuffer.readUInt32LE(16);
          if (diskNumber !== 0) {
            // Check this only after zip64 overrides. See #118.
            return callback(new Error("multi-disk zip files are not supported: found disk number: " + diskNumber));
          }
          // 20 - number of the disk with the start of the central directory  4 bytes
          // 24 - total number of entries in the central directory on this disk         8 bytes
          // 32 - total number of entries in the central directory            8 bytes
          entryCount = readUInt64LE(zip64EocdrBuffer, 32);
          // 40 - size of the central directory                               8 bytes
          // 48 - offset of start of central directory with respect to the starting disk number     8 bytes
          centralDirectoryOffset = readUInt64LE(zip64EocdrBuffer, 48);
          // 56 - zip64 extensible data sector                                (variable size)
          return callback(null, new ZipFile(reader, centralDirectoryOffset, totalSize, entryCount, comment, options.autoClose, options.lazyEntries, decodeStrings, options.validateEntrySizes, options.strictFileNames));
        });
      }

      // Not ZIP64 format
      if (diskNumber !== 0) {
        return callback(new Error("multi-disk zip files are not supported: found disk number: " + diskNumber));
      }
      return callback(null, new ZipFile(reader, centralDirectoryOffset, totalSize, entryCount, comment, options.autoClose, options.lazyEntries, decodeStrings, options.validateEntrySizes, options.strictFileNames));

    }

    // Not a zip file.
    callback(new Error("End of central directory record signature not found. Either not a zip file, or file is truncated."));
  });
}

util.inherits(ZipFile, EventEmitter);
function ZipFile(reader, centralDirectoryOffset, fileSize, entryCount, comment, autoClose, lazyEntries, decodeStrings, validateEntrySizes, strictFileNames) {
  var self = this;
  EventEmitter.call(self);
  self.reader = reader;
  // forward close events
  self.reader.on("error", function(err) {
    // error closing the fd
    emitError(self, err);
  });
  self.reader.once("close", function() {
    self.emit("close");
  });
  self.readEntryCursor = centralDirectoryOffset;
  self.fileSize = fileSize;
  self.entryCount = entryCount;
  self.comment = comment;
  self.entriesRead = 0;
  self.autoClose = !!autoClose;
  self.lazyEntries = !!lazyEntries;
  self.decodeStrings = !!decodeStrings;
  self.validateEntrySizes = !!validateEntrySizes;
  self.strictFileNames = !!strictFileNames;
  self.isOpen = true;
  self.emittedError = false;
  self.hasEachEntryBeenCalled = false;

  if (!self.lazyEntries) self._readEntry();
}
ZipFile.prototype.close = function() {
  if (!this.isOpen) return;
  this.isOpen = false;
  this.reader.unref();
};

function emitErrorAndAutoClose(self, err) {
  if (self.autoClose) self.close();
  emitError(self, err);
}
function emitError(self, err) {
  if (self.emittedError) return;
  self.emittedError = true;
  self.emit("error", err);
}

ZipFile.prototype.readEntry = function() {
  if (!this.lazyEntries) throw new Error("readEntry() called without lazyEntries:true");
  this._readEntry();
};
ZipFile.prototype._readEntry = function() {
  var self = this;
  if (self.entryCount === self.entriesRead) {
    // done with metadata
    setImmediate(function() {
      if (self.autoClose) self.close();
      if (self.emittedError) return;
      self.emit("end");
    });
    return;
  }
  if (self.emittedError) return;
  var buffer = newBuffer(46);
  readAndAssertNoEof(self.reader, buffer, 0, buffer.length, self.readEntryCursor, function(err) {
    if (err) return emitErrorAndAutoClose(self, err);
    if (self.emittedError) return;
    var entry = new Entry();
    // 0 - Central directory file header signature
    var signature = buffer.readUInt32LE(0);
    if (signature !== 0x02014b50) return emitErrorAndAutoClose(self, new Error("invalid central directory file header signature: 0x" + signature.toString(16)));
    // 4 - Version made by
    entry.versionMadeBy = buffer.readUInt16LE(4);
    // 6 - Version needed to extract (minimum)
    entry.versionNeededToExtract = buffer.readUInt16LE(6);
    // 8 - General purpose bit flag
    entry.generalPurposeBitFlag = buffer.readUInt16LE(8);
    // 10 - Compression method
    entry.compressionMethod = buffer.readUInt16LE(10);
    // 12 - File last modification time
    entry.lastModFileTime = buffer.readUInt16LE(12);
    // 14 - File last modification date
    entry.lastModFileDate = buffer.readUInt16LE(14);
    // 16 - CRC-32
    entry.crc32 = buffer.readUInt32LE(16);
    // 20 - Compressed size
    entry.compressedSize = buffer.readUInt32LE(20);
    // 24 - Uncompressed size
    entry.uncompressedSize = buffer.readUInt32LE(24);
    // 28 - File name length (n)
    entry.fileNameLength = buffer.readUInt16LE(28);
    // 30 - Extra field length (m)
    entry.extraFieldLength = buffer.readUInt16LE(30);
    // 32 - File comment length (k)
    entry.fileCommentLength = buffer.readUInt16LE(32);
    // 34 - Disk number where file starts
    // 36 - Internal file attributes
    entry.internalFileAttributes = buffer.readUInt16LE(36);
    // 38 - External file attributes
    entry.externalFileAttributes = buffer.readUInt32LE(38);
    // 42 - Relative offset of local file header
    entry.relativeOffsetOfLocalHeader = buffer.readUInt32LE(42);

    if (entry.generalPurposeBitFlag & 0x40) return emitErrorAndAutoClose(self, new Error("strong encryption is not supported"));

    self.readEntryCursor += 46;

    buffer = newBuffer(entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength);
    readAndAssertNoEof(self.reader, buffer, 0, buffer.length, self.readEntryCursor, function(err) {
      if (err) return emitErrorAndAutoClose(self, err);
      if (self.emittedError) return;
      // 46 - File name
      entry.fileNameRaw = buffer.subarray(0, entry.fileNameLength);
      // 46+n - Extra field
      var fileCommentStart = entry.fileNameLength + entry.extraFieldLength;
      entry.extraFieldRaw = buffer.subarray(entry.fileNameLength, fileCommentStart);
      // 46+n+m - File comment
      entry.fileCommentRaw = buffer.subarray(fileCommentStart, fileCommentStart + entry.fileCommentLength);

      // Parse the extra fields, which we need for processing other fields.
      try {
        entry.extraFields = parseExtraFields(entry.extraFieldRaw);
      } catch (err) {
        return emitErrorAndAutoClose(self, err);
      }

      // Interpret strings according to bit flags, extra fields, and options.
      if (self.decodeStrings) {
        var isUtf8 = (entry.generalPurposeBitFlag & 0x800) !== 0;
        entry.fileComment = decodeBuffer(entry.fileCommentRaw, isUtf8);
        entry.fileName = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, self.strictFileNames);
        var errorMessage = validateFileName(entry.fileName);
        if (errorMessage != null) return emitErrorAndAutoClose(self, new Error(errorMessage));
      } else {
        entry.fileComment = entry.fileCommentRaw;
        entry.fileName = entry.fileNameRaw;
      }
      // Maintain API compatibility. See https://github.com/thejoshwolfe/yauzl/issues/47
      entry.comment = entry.fileComment;

      self.readEntryCursor += buffer.length;
      self.entriesRead += 1;

      // Check for the Zip64 Extended Information Extra Field.
      for (var i = 0; i < entry.extraFields.length; i++) {
        var extraField = entry.extraFields[i];
        if (extraField.id !== 0x0001) continue;
        // Found it.

        var zip64EiefBuffer = extraField.data;
        var index = 0;
        // 0 - Original Size          8 bytes
        if (entry.uncompressedSize === 0xffffffff) {
          if (index + 8 > zip64EiefBuffer.length) {
            return emitErrorAndAutoClose(self, new Error("zip64 extended information extra field does not include uncompressed size"));
          }
          entry.uncompressedSize = readUInt64LE(zip64EiefBuffer, index);
          index += 8;
        }
        // 8 - Compressed Size        8 bytes
        if (entry.compressedSize === 0xffffffff) {
          if (index + 8 > zip64EiefBuffer.length) {
            return emitErrorAndAutoClose(self, new Error("zip64 extended information extra field does not include compressed size"));
          }
          entry.compressedSize = readUInt64LE(zip64EiefBuffer, index);
          index += 8;
        }
        // 16 - Relative Header Offset 8 bytes
        if (entry.relativeOffsetOfLocalHeader === 0xffffffff) {
          if (index + 8 > zip64EiefBuffer.length) {
            return emitErrorAndAutoClose(self, new Error("zip64 extended information extra field does not include relative header offset"));
          }
          entry.relativeOffsetOfLocalHeader = readUInt64LE(zip64EiefBuffer, index);
          index += 8;
        }
        // 24 - Disk Start Number      4 bytes

        break;
      }

      // validate file size
      if (self.validateEntrySizes && entry.compressionMethod === 0) {
        var expectedCompressedSize = entry.uncompressedSize;
        if (entry.isEncrypted()) {
          // traditional encryption prefixes the file data with a header
          expectedCompressedSize += 12;
        }
        if (entry.compressedSize !== expectedCompressedSize) {
          var msg = "compressed/uncompressed size mismatch for stored file: " + entry.compressedSize + " != " + entry.uncompressedSize;
          return emitErrorAndAutoClose(self, new Error(msg));
        }
      }

      self.emit("entry", entry);

      if (!self.lazyEntries) self._readEntry();
    });
  });
};

ZipFile.prototype.eachEntry = function() {
  const self = this;
  if (!self.lazyEntries) throw new Error("eachEntry() requires lazyEntries: true");
  if (self.hasEachEntryBeenCalled) throw new Error("eachEntry() must only be called once per ZipFile");
  self.hasEachEntryBeenCalled = true;

  let pendingResolveReject = null;
  self.on("entry", onEntry);
  self.on("end", onEnd);
  self.on("error", onError);
  function cleanup() {
    self.removeListener("entry", onEntry);
    self.removeListener("end", onEnd);
    self.removeListener("error", onError);
    if (self.autoClose) self.close();
  }

  function onEntry(entry) {
    let {resolve} = pendingResolveReject;
    pendingResolveReject = null;
    resolve({value: entry});
  }
  function onEnd() {
    let {resolve} = pendingResolveReject;
    pendingResolveReject = null;
    cleanup();
    resolve({done: true});
  }
  function onError(err) {
    let {reject} = pendingResolveReject;
    pendingResolveReject = null;
    cleanup();
    reject(err);
  }

  return {
    [Symbol.asyncIterator]() {
      // Called once by `for await...of`.
      return this;
    },
    next() {
      // Called on each iteration in a `for await...of`.
      const promise = new Promise((resolve, reject) => {
        if (pendingResolveReject != null) throw new Error("next() called before previous Promise was resolved.");
        pendingResolveReject = {resolve, reject};
      });
      self.readEntry();
      return promise;
    },
    return(value) {
      // Called when breaking, returning, throwing out of a `for await...of`.
      cleanup();
      return Promise.resolve({done: true, value});
    },
    throw(value) {
      // Almost never called. Something about `yield*` maybe?
      cleanup();
      return Promise.reject(value);
    },
  };
};

ZipFile.prototype.openReadStream = function(entry, options, callback) {
  var self = this;
  // parameter validation
  var relativeStart = 0;
  var relativeEnd = entry.compressedSize;
  if (callback == null) {
    callback = options;
    options = null;
  }
  if (options == null) {
    options = {};
  } else {
    if (options.decodeFileData === false) {
      // new, simple option
      if (options.decrypt != null) {
        throw new Error("cannot use options.decrypt when options.decodeFileData === false");
      }
      if (options.decompress != null) {
        throw new Error("cannot use options.decompress when options.decodeFileData === false");
      }
      // start and end are allowed
    } else {
      // old, complicated options
      if (options.decrypt != null) {
        if (!entry.isEncrypted()) {
          throw new Error("options.decrypt can only be specified for encrypted entries. See also option decodeFileData.");
        }
        if (options.decrypt !== false) throw new Error("invalid options.decrypt value: " + options.decrypt);
        if (entry.isCompressed()) {
          if (options.decompress !== false) throw new Error("entry is encrypted and compressed, and options.decompress !== false. See also option decodeFileData.");
        }
      }
      if (options.decompress != null) {
        if (!entry.isCompressed()) {
          throw new Error("options.decompress can only be specified for compressed entries. See also option decodeFileData.");
        }
        if (!(options.decompress === false || options.decompress === true)) {
          throw new Error("invalid options.decompress value: " + options.decompress);
        }
        decompress = options.decompress;
      }
    }
    if (options.start != null) {
      relativeStart = options.start;
      if (relativeStart < 0) throw new Error("options.start < 0");
      if (relativeStart > entry.compressedSize) throw new Error("options.start > entry.compressedSize");
    }
    if (options.end != null) {
      relativeEnd = options.end;
      if (relativeEnd < 0) throw new Error("options.end < 0");
      if (relativeEnd > entry.compressedSize) throw new Error("options.end > entry.compressedSize");
      if (relativeEnd < relativeStart) throw new Error("options.end < options.start");
    }
  }
  var rawMode = (
    options.decodeFileData === false || // Explicitly requested raw.
    (
      (entry.compressionMethod === 0 || // Naturally without compression.
        (entry.compressionMethod === 8 && options.decompress === false) // Deprecated compression bypass option.
      ) &&
      (!entry.isEncrypted() || // Naturally without encryption.
        options.decrypt === false // Deprecated encryption bypass option.
      )
    )
  );
  if (options.start != null || options.end != null) {
    // Ensure slicing deals with raw data.
    if (!rawMode) throw new Error("start/end range require options.decodeFileData === false for non-trivial encoded entries.");
  }

  // any further errors can either be caused by the zipfile,
  // or were introduced in a minor version of yauzl,
  // so should be passed to the client rather than thrown.
  if (!self.isOpen) return callback(new Error("closed"));
  if (entry.isEncrypted() && !rawMode) {
    if (options.decrypt !== false) return callback(new Error("entry is encrypted, and options.decodeFileData !== false"));
  }
  var decompress;
  if (rawMode) {
    decompress = false;
  } else if (entry.compressionMethod === 8) {
    // 8 - The file is Deflated
    decompress = options.decodeFileData !== true;
  } else {
    return callback(new Error("unsupported compression method: " + entry.compressionMethod));
  }

  self.readLocalFileHeader(entry, {minimal: true}, function(err, localFileHeader) {
    if (err) return callback(err);
    self.openReadStreamLowLevel(
      localFileHeader.fileDataStart, entry.compressedSize,
      relativeStart, relativeEnd,
      decompress, entry.uncompressedSize,
      callback);
  });
};

ZipFile.prototype.openReadStreamLowLevel = function(fileDataStart, compressedSize, relativeStart, relativeEnd, decompress, uncompressedSize, callback) {
  var self = this;

  var fileDataEnd = fileDataStart + compressedSize;
  var readStream = self.reader.createReadStream({
    start: fileDataStart + relativeStart,
    end: fileDataStart + relativeEnd,
  });
  var endpointStream = readStream;
  if (decompress) {
    var destroyed = false;
    var inflateFilter = zlib.createInflateRaw();
    readStream.on("error", function(err) {
      // setImmediate here because errors can be emitted during the first call to pipe()
      setImmediate(function() {
        if (!destroyed) inflateFilter.emit("error", err);
      });
    });
    readStream.pipe(inflateFilter);

    if (self.validateEntrySizes) {
      endpointStream = new AssertByteCountStream(uncompressedSize);
      inflateFilter.on("error", function(err) {
        // forward zlib errors to the client-visible stream
        setImmediate(function() {
          if (!destroyed) endpointStream.emit("error", err);
        });
      });
      inflateFilter.pipe(endpointStream);
    } else {
      // the zlib filter is the client-visible stream
      endpointStream = inflateFilter;
    }
    // this is part of yauzl's API, so implement this function on the client-visible stream
    installDestroyFn(endpointStream, function() {
      destroyed = true;
      if (inflateFilter !== endpointStream) inflateFilter.unpipe(endpointStream);
      readStream.unpipe(inflateFilter);
      // TODO: the inflateFilter may cause a memory leak. see Issue #27.
      readStream.destroy();
    });
  }
  callback(null, endpointStream);
};

ZipFile.prototype.readLocalFileHeader = function(entry, options, callback) {
  var self = this;
  if (callback == null) {
    callback = options;
    options = null;
  }
  if (options == null) options = {};

  self.reader.ref();
  var buffer = newBuffer(30);
  readAndAssertNoEof(self.reader, buffer, 0, buffer.length, entry.relativeOffsetOfLocalHeader, function(err) {
    try {
      if (err) return callback(err);
      // 0 - Local file header signature = 0x04034b50
      var signature = buffer.readUInt32LE(0);
      if (signature !== 0x04034b50) {
        return callback(new Error("invalid local file header signature: 0x" + signature.toString(16)));
      }

      var fileNameLength = buffer.readUInt16LE(26);
      var extraFieldLength = buffer.readUInt16LE(28);
      var fileDataStart = entry.relativeOffsetOfLocalHeader + 30 + fileNameLength + extraFieldLength;
      // We now have enough information to do this bounds check.
      if (fileDataStart + entry.compressedSize > self.fileSize) {
        return callback(new Error("file data overflows file bounds: " +
            fileDataStart + " + " + entry.compressedSize + " > " + self.fileSize));
      }

      if (options.minimal) {
        return callback(null, {fileDataStart: fileDataStart});
      }

      var localFileHeader = new LocalFileHeader();
      localFileHeader.fileDataStart = fileDataStart;

      // 4 - Version needed to extract (minimum)
      localFileHeader.versionNeededToExtract = buffer.readUInt16LE(4);
      // 6 - General purpose bit flag
      localFileHeader.generalPurposeBitFlag = buffer.readUInt16LE(6);
      // 8 - Compression method
      localFileHeader.compressionMethod = buffer.readUInt16LE(8);
      // 10 - File last modification time
      localFileHeader.lastModFileTime = buffer.readUInt16LE(10);
      // 12 - File last modification date
      localFileHeader.lastModFileDate = buffer.readUInt16LE(12);
      // 14 - CRC-32
      localFileHeader.crc32 = buffer.readUInt32LE(14);
      // 18 - Compressed size
      localFileHeader.compressedSize = buffer.readUInt32LE(18);
      // 22 - Uncompressed size
      localFileHeader.uncompressedSize = buffer.readUInt32LE(22);
      // 26 - File name length (n)
      localFileHeader.fileNameLength = fileNameLength;
      // 28 - Extra field length (m)
      localFileHeader.extraFieldLength = extraFieldLength;
      // 30 - File name
      // 30+n - Extra field

      buffer = newBuffer(fileNameLength + extraFieldLength);
      self.reader.ref();
      readAndAssertNoEof(self.reader, buffer, 0, buffer.length, entry.relativeOffsetOfLocalHeader + 30, function(err) {
        try {
          if (err) return callback(err);
          localFileHeader.fileName = buffer.subarray(0, fileNameLength);
          localFileHeader.extraField = buffer.subarray(fileNameLength);
          return callback(null, localFileHeader);
        } finally {
          self.reader.unref();
        }
      });
    } finally {
      self.reader.unref();
    }
  });
};

ZipFile.prototype.openReadStreamPromise = function(entry, options) {
  return new Promise((resolve, reject) => {
    this.openReadStream(entry, options, function(err, readStream) {
      if (err) return reject(err);
      resolve(readStream);
    });
  });
};
ZipFile.prototype.openReadStreamLowLevelPromise = function(fileDataStart, compressedSize, relativeStart, relativeEnd, decompress, uncompressedSize) {
  return new Promise((resolve, reject) => {
    this.openReadStream(fileDataStart, compressedSize, relativeStart, relativeEnd, decompress, uncompressedSize, function(err, readStream) {
      if (err) return reject(err);
      resolve(readStream);
    });
  });
};
ZipFile.prototype.readLocalFileHeaderPromise = function(entry, options) {
  return new Promise((resolve, reject) => {
    this.readLocalFileHeader(entry, options, function(err, localFileHeader) {
      if (err) return reject(err);
      resolve(localFileHeader);
    });
  });
};

function Entry() {
}
Entry.prototype.getLastModDate = function(options) {
  if (options == null) options = {};

  if (!options.forceDosFormat) {
    // Check extended fields.
    for (var i = 0; i < this.extraFields.length; i++) {
      var extraField = this.extraFields[i];
      if (extraField.id === 0x5455) {
        // Info-ZIP "universal timestamp" extended field (`0x5455` aka `"UT"`).
        // See the Info-ZIP source code unix/unix.c:set_extra_field() and zipfile.c:ef_scan_ut_time().
        var data = extraField.data;
        if (data.length < 5) continue; // Too short.
        // The flags define which of the three fields are present: mtime, atime, ctime.
        // We only care about mtime.
        // Also, ctime is never included in practice.
        // And also, atime is only included in the local file header for some reason
        // despite the flags lying about its inclusion in the central header.
        var flags = data[0];
        var HAS_MTIME = 1;
        if (!(flags & HAS_MTIME)) continue; // This will realistically never happen.
        // Although the positions of all of the fields shift around depending on the presence of other fields,
        // mtime is always first if present, and that's the only one we care about.
        var posixTimestamp = data.readInt32LE(1);
        return new Date(posixTimestamp * 1000);
      } else if (extraField.id === 0x000a) {
        var data = extraField.data;
        if (data.length !== 32) continue; // The length is always the same.
        // 4 bytes reserved
        // 2 bytes Tag
        if (data.readUInt16LE(4) !== 1) continue; // Tag1 is actually the only defined Tag.
        // 2 bytes Size
        if (data.readUInt16LE(6) !== 24) continue; // Size is always 24.
        // 8 bytes Mtime
        var hundredNanoSecondsSince1601 = data.readUInt32LE(8) + 4294967296 * data.readInt32LE(12);
        // Convert from NTFS to POSIX milliseconds.
        // The big number below is the milliseconds between year 1601 and year 1970
        // (i.e. the negative POSIX timestamp of 1601-01-01 00:00:00Z)
        var millisecondsSince1970 = hundredNanoSecondsSince1601 / 10000 - 11644473600000;
        // Note on numeric precision: JavaScript Number objects lose precision above Number.MAX_SAFE_INTEGER,
        // and NTFS timestamps are typically much bigger than that limit.
        // (MAX_SAFE_INTEGER would represent 1629-07-17T23:58:45.475Z.)
        // However, we're losing precision in the conversion from 100nanosecond units to millisecond units anyway,
        // and the time at which we also lose 1-millisecond precision is year 275760, the JavaScript Date limit (by design).
        // Up through the year 2057, this conversion only drops 4 bits of precision,
        // which is well under the 13-14 bits ratio between the milliseconds and 100nanoseconds.
        return new Date(millisecondsSince1970);
      }
    }
  }

  // Fallback to non-extended encoding.
  return dosDateTimeToDate(this.lastModFileDate, this.lastModFileTime, options.timezone);
};

Entry.prototype.canDecodeFileData = function() {
  return (
    !this.isEncrypted() &&
    (this.compressionMethod === 0 || this.compressionMethod === 8)
  );
};
Entry.prototype.isEncrypted = function() {
  return (this.generalPurposeBitFlag & 0x1) !== 0;
};
Entry.prototype.isCompressed = function() {
  return this.compressionMethod === 8;
};

function LocalFileHeader() {
}

function dosDateTimeToDate(date, time, timezone) {
  var day = date & 0x1f; // 1-31
  var month = (date >> 5 & 0xf) - 1; // 1-12, 0-11
  var year = (date >> 9 & 0x7f) + 1980; // 0-128, 1980-2108

  var millisecond = 0;
  var second = (time & 0x1f) * 2; // 0-29, 0-58 (even numbers)
  var minute = time >> 5 & 0x3f; // 0-59
  var hour = time >> 11 & 0x1f; // 0-23

  if (timezone == null || timezone === "local") {
    return new Date(year, month, day, hour, minute, second, millisecond);
  } else if (timezone === "UTC") {
    return new Date(Date.UTC(year, month, day, hour, minute, second, millisecond));
  } else {
    throw new Error("unrecognized options.timezone: " + options.timezone);
  }
}

function getFileNameLowLevel(generalPurposeBitFlag, fileNameBuffer, extraFields, strictFileNames) {
  var fileName = null;

  // check for Info-ZIP Unicode Path Extra Field (0x7075)
  // see https://github.com/thejoshwolfe/yauzl/issues/33
  for (var i = 0; i < extraFields.length; i++) {
    var extraField = extraFields[i];
    if (extraField.id === 0x7075) {
      if (extraField.data.length < 6) {
        // too short to be meaningful
        continue;
      }
      // Version       1 byte      version of this extra field, currently 1
      if (extraField.data.readUInt8(0) !== 1) {
        // > Changes may not be backward compatible so this extra
        // > field should not be used if the version is not recognized.
        continue;
      }
      // NameCRC32     4 bytes     File Name Field CRC32 Checksum
      var oldNameCrc32 = extraField.data.readUInt32LE(1);
      if (crc32(fileNameBuffer) !== oldNameCrc32) {
        // > If the CRC check fails, this UTF-8 Path Extra Field should be
        // > ignored and the File Name field in the header should be used instead.
        continue;
      }
      // UnicodeName   Variable    UTF-8 version of the entry File Name
      fileName = decodeBuffer(extraField.data.subarray(5), true);
      break;
    }
  }

  if (fileName == null) {
    // The typical case.
    var isUtf8 = (generalPurposeBitFlag & 0x800) !== 0;
    fileName = decodeBuffer(fileNameBuffer, isUtf8);
  }

  if (!strictFileNames) {
    // Allow backslash.
    fileName = fileName.replace(/\\/g, "/");
  }
  return fileName;
}

function validateFileName(fileName) {
  if (fileName.indexOf("\\") !== -1) {
    return "invalid characters in fileName: " + fileName;
  }
  if (/^[a-zA-Z]:/.test(fileName) || /^\//.test(fileName)) {
    return "absolute path: " + fileName;
  }
  if (fileName.split("/").indexOf("..") !== -1) {
    return "invalid relative path: " + fileName;
  }
  // all good
  return null;
}

function parseExtraFields(extraFieldBuffer) {
  var extraFields = [];
  var i = 0;
  while (i < extraFieldBuffer.length - 3) {
    var headerId = extraFieldBuffer.readUInt16LE(i + 0);
    var dataSize = extraFieldBuffer.readUInt16LE(i + 2);
    var dataStart = i + 4;
    var dataEnd = dataStart + dataSize;
    if (dataEnd > extraFieldBuffer.length) throw new Error("extra field length exceeds extra field buffer size");
    var dataBuffer = extraFieldBuffer.subarray(dataStart, dataEnd);
    extraFields.push({
      id: headerId,
      data: dataBuffer,
    });
    i = dataEnd;
  }
  return extraFields;
}

function readAndAssertNoEof(reader, buffer, offset, length, position, callback) {
  if (length === 0) {
    // fs.read will throw an out-of-bounds error if you try to read 0 bytes from a 0 byte file
    return setImmediate(function() { callback(null, newBuffer(0)); });
  }
  reader.read(buffer, offset, length, position, function(err, bytesRead) {
    if (err) return callback(err);
    if (bytesRead < length) {
      return callback(new Error("unexpected EOF"));
    }
    callback();
  });
}

util.inherits(AssertByteCountStream, Transform);
function AssertByteCountStream(byteCount) {
  Transform.call(this);
  this.actualByteCount = 0;
  this.expectedByteCount = byteCount;
}
AssertByteCountStream.prototype._transform = function(chunk, encoding, cb) {
  this.actualByteCount += chunk.length;
  if (this.actualByteCount > this.expectedByteCount) {
    var msg = "too many bytes in the stream. expected " + this.expectedByteCount + ". got at least " + this.actualByteCount;
    return cb(new Error(msg));
  }
  cb(null, chunk);
};
AssertByteCountStream.prototype._flush = function(cb) {
  if (this.actualByteCount < this.expectedByteCount) {
    var msg = "not enough bytes in the stream. expected " + this.expectedByteCount + ". got only " + this.actualByteCount;
    return cb(new Error(msg));
  }
  cb();
};

util.inherits(RandomAccessReader, EventEmitter);
function RandomAccessReader() {
  EventEmitter.call(this);
  this.refCount = 0;
}
RandomAccessReader.prototype.ref = function() {
  this.refCount += 1;
};
RandomAccessReader.prototype.unref = function() {
  var self = this;
  self.refCount -= 1;

  if (self.refCount > 0) return;
  if (self.refCount < 0) throw new Error("invalid unref");

  self.close(onCloseDone);

  function onCloseDone(err) {
    if (err) return self.emit('error', err);
    self.emit('close');
  }
};
RandomAccessReader.prototype.createReadStream = function(options) {
  if (options == null) options = {};
  var start = options.start;
  var end = options.end;
  if (start === end) {
    var emptyStream = new PassThrough();
    setImmediate(function() {
      emptyStream.end();
    });
    return emptyStream;
  }
  var stream = this._readStreamForRange(start, end);

  var destroyed = false;
  var refUnrefFilter = new RefUnrefFilter(this);
  stream.on("error", function(err) {
    setImmediate(function() {
      if (!destroyed) refUnrefFilter.emit("error", err);
    });
  });
  installDestroyFn(refUnrefFilter, function() {
    stream.unpipe(refUnrefFilter);
    refUnrefFilter.unref();
    stream.destroy();
  });

  var byteCounter = new AssertByteCountStream(end - start);
  refUnrefFilter.on("error", function(err) {
    setImmediate(function() {
      if (!destroyed) byteCounter.emit("error", err);
    });
  });
  installDestroyFn(byteCounter, function() {
    destroyed = true;
    refUnrefFilter.unpipe(byteCounter);
    refUnrefFilter.destroy();
  });

  return stream.pipe(refUnrefFilter).pipe(byteCounter);
};
RandomAccessReader.prototype._readStreamForRange = function(start, end) {
  throw new Error("not implemented");
};
RandomAccessReader.prototype.read = function(buffer, offset, length, position, callback) {
  var readStream = this.createReadStream({start: position, end: position + length});
  var writeStream = new Writable();
  var written = 0;
  writeStream._write = function(chunk, encoding, cb) {
    chunk.copy(buffer, offset + written, 0, chunk.length);
    written += chunk.length;
    cb();
  };
  writeStream.on("finish", callback);
  readStream.on("error", function(error) {
    callback(error);
  });
  readStream.pipe(writeStream);
};
RandomAccessReader.prototype.close = function(callback) {
  setImmediate(callback);
};

util.inherits(RefUnrefFilter, PassThrough);
function RefUnrefFilter(context) {
  PassThrough.call(this);
  this.context = context;
  this.context.ref();
  this.unreffedYet = false;
}
RefUnrefFilter.prototype._flush = function(cb) {
  this.unref();
  cb();
};
RefUnrefFilter.prototype.unref = function(cb) {
  if (this.unreffedYet) return;
  this.unreffedYet = true;
  this.context.unref();
};

var cp437 = '\u0000\u263a\u263b\u2665\u2666\u2663\u2660\u2022\u25d8\u25cb\u25d9\u2642\u2640\u266a\u266b\u263c\u25ba\u25c4\u2195\u203c\u00b6\u00a7\u25ac\u21a8\u2191\u2193\u2192\u2190\u221f\u2194\u25b2\u25bc !"#$%&\'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~\u2302\u00c7\u00fc\u00e9\u00e2\u00e4\u00e0\u00e5\u00e7\u00ea\u00eb\u00e8\u00ef\u00ee\u00ec\u00c4\u00c5\u00c9\u00e6\u00c6\u00f4\u00f6\u00f2\u00fb\u00f9\u00ff\u00d6\u00dc\u00a2\u00a3\u00a5\u20a7\u0192\u00e1\u00ed\u00f3\u00fa\u00f1\u00d1\u00aa\u00ba\u00bf\u2310\u00ac\u00bd\u00bc\u00a1\u00ab\u00bb\u2591\u2592\u2593\u2502\u2524\u2561\u2562\u2556\u2555\u2563\u2551\u2557\u255d\u255c\u255b\u2510\u2514\u2534\u252c\u251c\u2500\u253c\u255e\u255f\u255a\u2554\u2569\u2566\u2560\u2550\u256c\u2567\u2568\u2564\u2565\u2559\u2558\u2552\u2553\u256b\u256a\u2518\u250c\u2588\u2584\u258c\u2590\u2580\u03b1\u00df\u0393\u03c0\u03a3\u03c3\u00b5\u03c4\u03a6\u0398\u03a9\u03b4\u221e\u03c6\u03b5\u2229\u2261\u00b1\u2265\u2264\u2320\u2321\u00f7\u2248\u00b0\u2219\u00b7\u221a\u207f\u00b2\u25a0\u00a0';
function decodeBuffer(buffer, isUtf8) {
  if (isUtf8) {
    return buffer.toString("utf8");
  } else {
    var result = "";
    for (var i = 0; i < buffer.length; i++) {
      result += cp437[buffer[i]];
    }
    return result;
  }
}

function readUInt64LE(buffer, offset) {
  // There is no native function for this, because we can't actually store 64-bit integers precisely.
  // after 53 bits, JavaScript's Number type (IEEE 754 double) can't store individual integers anymore.
  // but since 53 bits is a whole lot more than 32 bits, we do our best anyway.
  // As of 2020, Node has added support for BigInt, which obviates this whole function,
  // but yauzl hasn't been updated to depend on BigInt (yet?).
  var lower32 = buffer.readUInt32LE(offset);
  var upper32 = buffer.readUInt32LE(offset + 4);
  // we can't use bitshifting here, because JavaScript bitshifting only works on 32-bit integers.
  return upper32 * 0x100000000 + lower32;
  // as long as we're bounds checking the result of this function against the total file size,
  // we'll catch any overflow errors, because we already made sure the total file size was within reason.
}

// Node 10 deprecated new Buffer().
var newBuffer;
if (typeof Buffer.allocUnsafe === "function") {
  newBuffer = function(len) {
    return Buffer.allocUnsafe(len);
  };
} else {
  newBuffer = function(len) {
    return new Buffer(len);
  };
}

// Node 8 introduced a proper destroy() implementation on writable streams.
function installDestroyFn(stream, fn) {
  if (typeof stream.destroy === "function") {
    // New API.
    stream._destroy = function(err, cb) {
      fn();
      if (cb != null) cb(err);
    };
  } else {
    // Old API.
    stream.destroy = fn;
  }
}

function defaultCallback(err) {
  if (err) throw err;
}


/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 99:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:sqlite");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 3106:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("zlib");

/***/ }),

/***/ 3412:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _github_answer_program_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(145);

await (0,_github_answer_program_js__WEBPACK_IMPORTED_MODULE_0__/* .runAnswerProgram */ .K)(process.argv[2] ?? '');
process.exit(0);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 145:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  K: () => (/* binding */ runAnswerProgram)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: external "node:fs/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");
// EXTERNAL MODULE: ./build/kernel/errors.js
var errors = __nccwpck_require__(6641);
;// CONCATENATED MODULE: ./build/store/rename.js


const HELD = ['EPERM', 'EACCES', 'EBUSY'];
const FIRST_WAIT_MS = 10;
const LAST_WAIT_MS = 1280;
const rename_renameFile = (from, to) => patiently(() => (0,external_node_fs_.renameSync)(from, to), process.platform);
function patiently(work, platform) {
    for (let waitMs = FIRST_WAIT_MS;; waitMs *= 2) {
        try {
            return work();
        }
        catch (error) {
            if (platform !== 'win32' || waitMs > LAST_WAIT_MS || !HELD.includes((0,errors/* systemErrorCode */.vq)(error) ?? ''))
                throw error;
            Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, waitMs);
        }
    }
}

;// CONCATENATED MODULE: ./build/store/layout.js

const layout_WHEELS_BUCKET = 'wheels-v1';
const layout_METADATA_BUCKET = 'metadata-v1';
const SDISTS_BUCKET = 'sdists-v1';
const PARTIALS_BUCKET = 'partials-v1';
const layout_BUILT_BUCKET = 'built-v1';
const PREPARED_BUCKET = 'prepared-v1';
const TREES_BUCKET = 'trees-v3';
const PAGES_BUCKET = 'pages-v4';
const FACTS_BUCKET = 'facts-v2';
const layout_CODE_BUCKET = 'code-v1';
const TEMPORARY_BUCKET = 'tmp';
function storeLayout(root) {
    const sharded = (bucket, suffix) => (sha256) => (0,external_node_path_.join)(root, bucket, sha256.slice(0, 2), sha256 + suffix);
    return {
        root,
        wheel: sharded(layout_WHEELS_BUCKET, '.whl'),
        metadata: sharded(layout_METADATA_BUCKET, '.txt'),
        sdist: sharded(SDISTS_BUCKET, '.sdist'),
        partial: sharded(PARTIALS_BUCKET, '.part'),
        built: sharded(layout_BUILT_BUCKET, ''),
        prepared: sharded(PREPARED_BUCKET, '.json'),
        builtRepositories: (0,external_node_path_.join)(root, FACTS_BUCKET, 'repositories'),
        tree: sharded(TREES_BUCKET, ''),
        pages: (0,external_node_path_.join)(root, PAGES_BUCKET),
        facts: (0,external_node_path_.join)(root, FACTS_BUCKET),
        temporary: (0,external_node_path_.join)(root, TEMPORARY_BUCKET),
    };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: ./build/actions-cache/keys.js

const keys_CACHE_FORMAT = 1;
const PREFIX = 'parallel-pip';
const MAX_KEY_LENGTH = 512;
const FACT_NAMES = (/* unused pure expression or super */ null && (['format', 'os', 'arch', 'suffix', 'python', 'libc', 'inputs', 'resolution']));
function keyFacts(identity, resolution) {
    const values = { format: `v${keys_CACHE_FORMAT}`, ...identity, resolution };
    return FACT_NAMES.map((name) => ({ name, value: values[name] }));
}
function saveKey(identity, resolution) {
    return keyUpTo(keyFacts(identity, resolution), 'resolution');
}
function restoreKeys(identity) {
    const facts = keyFacts(identity, '');
    return { primary: keyUpTo(facts, 'inputs'), others: ['libc', 'suffix'].map((name) => keyUpTo(facts, name)) };
}
function machinePrefix({ os, arch, suffix }) {
    return keyUpTo(keyFacts({ os, arch, suffix, python: '', libc: '', inputs: '' }, ''), 'suffix');
}
const BESIDE = '-2';
function keyBeside(key) {
    return `${key}${BESIDE}`;
}
function keyUpTo(facts, last) {
    const upTo = facts.slice(0, facts.findIndex(({ name }) => name === last) + 1);
    const text = upTo.map(({ value }) => segment(value)).join('/');
    return `${PREFIX}/${text}${last === 'resolution' ? '' : '/'}`;
}
function segment(value) {
    const plain = value === '' ? '-' : value.toLowerCase().replace(/[^a-z0-9._+-]/g, '_');
    return plain.length <= 64 ? plain : `${plain.slice(0, 40)}_${shortHash(value)}`;
}
function factsMissed(found, identity, resolution) {
    const plain = found.endsWith(BESIDE) ? found.slice(0, -BESIDE.length) : found;
    const [prefix, ...values] = plain.toLowerCase().split('/');
    if (prefix !== PREFIX || values.length !== FACT_NAMES.length)
        return undefined;
    return keyFacts(identity, resolution).filter((fact, at) => segment(fact.value) !== values[at]).map(({ name }) => name);
}
function shortHash(text) {
    return createHash('sha256').update(text).digest('hex').slice(0, 20);
}
function sameKey(a, b) {
    return a.toLowerCase() === b.toLowerCase();
}
function pointerPrefix(facts) {
    const { os, arch, suffix, ...identity } = facts;
    const leg = shortHash(JSON.stringify([identity.workflow, identity.job, identity.leg, identity.step]));
    return `${PREFIX}-leg/v${keys_CACHE_FORMAT}/${segment(os)}/${segment(arch)}/${segment(suffix)}/${leg}/`;
}
function pointerKey(facts, key, question) {
    const text = `${pointerPrefix(facts)}${question === undefined ? '' : `${shortHash(question)}/`}>${key}`;
    return text.length <= MAX_KEY_LENGTH ? text : undefined;
}
function pointedKey(pointer) {
    const at = pointer.indexOf('/>');
    return at === -1 ? undefined : pointer.slice(at + 2);
}

;// CONCATENATED MODULE: ./build/actions-cache/entry.js






const FACTS_FILE = 'entry.json';
const ID = /^[0-9a-f]{64}$/;
async function adoptEntry(folder, layout) {
    const facts = readFacts(folder);
    const adopted = { facts, ids: new Set(), brought: new Set(), sizeBytes: 0, foreign: 0 };
    if (facts === undefined)
        return adopted;
    for (const found of listItems(folder)) {
        const target = judge(found, layout);
        if (target === undefined)
            adopted.foreign += 1;
        else if (moveUnlessThere(found.path, target.place)) {
            adopted.sizeBytes += target.sizeBytes;
            adopted.brought.add(target.id);
            if (found.bucket !== METADATA_BUCKET)
                adopted.ids.add(target.id);
        }
    }
    return adopted;
}
async function shareMetadata(folder, layout) {
    const items = listItems(folder).filter(({ bucket }) => bucket === layout_METADATA_BUCKET);
    await Promise.all(items.map(async (item) => {
        const target = judge(item, layout);
        if (target !== undefined)
            await linkOrCopy(item.path, target.place);
    }));
}
async function fillEntry(folder, layout, { wheels, networkRate }) {
    const kept = [];
    for (const wheel of wheels) {
        if (await (wheel.kind === 'published' ? fillPublished(folder, layout, wheel.id) : fillBuilt(folder, layout, wheel.id)))
            kept.push(wheel);
    }
    const facts = { format: CACHE_FORMAT, wheels: kept, ...(networkRate === undefined ? {} : { networkRate }) };
    await writeFile(path.join(folder, FACTS_FILE), JSON.stringify(facts));
    return facts;
}
function wheelInEntry(folder, id) {
    return path.join(folder, WHEELS_BUCKET, id.slice(0, 2), `${id}.whl`);
}
function wheelOfPath(inside) {
    const [bucket, , name = ''] = inside.split('/');
    return bucket === WHEELS_BUCKET && name.endsWith('.whl') ? name.slice(0, -'.whl'.length) : undefined;
}
async function fillPublished(folder, layout, id) {
    const shard = id.slice(0, 2);
    if (!(await linkOrCopy(layout.wheel(id), wheelInEntry(folder, id))))
        return false;
    await linkOrCopy(layout.metadata(id), path.join(folder, METADATA_BUCKET, shard, `${id}.txt`));
    return true;
}
async function fillBuilt(folder, layout, id) {
    const names = await readdir(layout.built(id)).catch(() => []);
    const linked = await Promise.all(names.map((name) => linkOrCopy(path.join(layout.built(id), name), path.join(folder, BUILT_BUCKET, id.slice(0, 2), id, name))));
    return names.length > 0 && linked.every(Boolean);
}
function readFacts(folder) {
    try {
        const facts = JSON.parse(readFileSync(path.join(folder, FACTS_FILE), 'utf8'));
        return facts?.format === CACHE_FORMAT && Array.isArray(facts.wheels) ? facts : undefined;
    }
    catch {
        return undefined;
    }
}
function listItems(folder) {
    return [layout_WHEELS_BUCKET, layout_METADATA_BUCKET, layout_BUILT_BUCKET].flatMap((bucket) => {
        const shards = readFolder(external_node_path_.join(folder, bucket)).filter((shard) => shard.isDirectory());
        return shards.flatMap(({ name: shard }) => readFolder(external_node_path_.join(folder, bucket, shard)).map(({ name }) => ({ bucket, shard, name, path: external_node_path_.join(folder, bucket, shard, name) })));
    });
}
function readFolder(folder) {
    try {
        return (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true });
    }
    catch {
        return [];
    }
}
function judge(item, layout) {
    const suffix = item.bucket === layout_WHEELS_BUCKET ? '.whl' : item.bucket === layout_METADATA_BUCKET ? '.txt' : '';
    const id = item.name.slice(0, item.name.length - suffix.length);
    if (!item.name.endsWith(suffix) || !ID.test(id) || item.shard !== id.slice(0, 2))
        return undefined;
    const stat = (0,external_node_fs_.lstatSync)(item.path);
    if (item.bucket !== layout_BUILT_BUCKET)
        return stat.isFile() ? { id, place: item.bucket === layout_WHEELS_BUCKET ? layout.wheel(id) : layout.metadata(id), sizeBytes: stat.size } : undefined;
    const inside = stat.isDirectory() ? (0,external_node_fs_.readdirSync)(item.path) : [];
    const stats = inside.map((name) => (0,external_node_fs_.lstatSync)(external_node_path_.join(item.path, name)));
    const isPlain = stats.length > 0 && stats.every((file) => file.isFile());
    return isPlain ? { id, place: layout.built(id), sizeBytes: stats.reduce((sum, file) => sum + file.size, 0) } : undefined;
}
function moveUnlessThere(from, to) {
    if (lstatSync(to, { throwIfNoEntry: false }) !== undefined)
        return false;
    mkdirSync(path.dirname(to), { recursive: true });
    renameFile(from, to);
    return true;
}
async function linkOrCopy(from, to) {
    try {
        await (0,promises_namespaceObject.mkdir)(external_node_path_.dirname(to), { recursive: true });
        await (0,promises_namespaceObject.link)(from, to).catch(() => (0,promises_namespaceObject.copyFile)(from, to));
        return true;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./build/kernel/clock.js
const systemClock = {
    nowMs: () => performance.timeOrigin + performance.now(),
    sleep: (ms, signal) => new Promise((resolve, reject) => {
        const timer = setTimeout(done, ms);
        signal?.addEventListener('abort', aborted, { once: true });
        function done() {
            signal?.removeEventListener('abort', aborted);
            resolve();
        }
        function aborted() {
            clearTimeout(timer);
            reject(signal?.reason);
        }
        if (signal?.aborted === true)
            aborted();
    }),
};

;// CONCATENATED MODULE: ./build/kernel/events.js
class EventBus {
    #listeners = [];
    #clock;
    #lastId = 0;
    constructor(clock) {
        this.#clock = clock;
    }
    listen(listener) {
        this.#listeners.push(listener);
    }
    emit(event) {
        for (const listener of this.#listeners)
            listener(event);
    }
    notice(level, text, origin) {
        this.emit({ kind: 'notice', level, text, ...(origin === undefined ? {} : { origin }) });
    }
    count(what, amount, subject) {
        this.emit({ kind: 'counted', what, amount, ...(subject === undefined ? {} : { subject }) });
    }
    delayed(span) {
        this.emit({ kind: 'delayed', ...span });
    }
    answered(facts) {
        this.emit({ kind: 'answered', ...facts });
    }
    received(facts) {
        this.emit({ kind: 'received', ...facts });
    }
    start(facts) {
        const id = ++this.#lastId;
        this.emit({ kind: 'task-started', id, ...facts, atMs: this.#clock.nowMs() });
        let hasBegun = false;
        return {
            began: () => {
                if (!hasBegun)
                    this.emit({ kind: 'task-began', id, atMs: this.#clock.nowMs() });
                hasBegun = true;
            },
            progress: (bytes) => this.emit({ kind: 'task-progress', id, bytes }),
            end: (result = {}) => this.emit({ kind: 'task-ended', id, atMs: this.#clock.nowMs(), ...result }),
        };
    }
    record(facts, span) {
        const id = ++this.#lastId;
        this.emit({ kind: 'task-started', id, ...facts, atMs: span.startMs });
        const onMainThread = span.onMainThread ?? false;
        this.emit({ kind: 'task-ended', id, atMs: span.endMs, spent: span.spent, onMainThread, ...(span.bytes === undefined ? {} : { bytes: span.bytes }) });
    }
    async during(facts, work) {
        const task = this.start(facts);
        try {
            const value = await work(task);
            task.end();
            return value;
        }
        catch (error) {
            task.end({ failed: true });
            throw error;
        }
    }
}

// EXTERNAL MODULE: ./build/kernel/secrets.js
var kernel_secrets = __nccwpck_require__(6913);
;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
;// CONCATENATED MODULE: ./build/requests/world.js



function processWorld() {
    return { env: process.env, cwd: currentFolder(), platform: process.platform, homeDir: homeFolder(), isThrownAway: process.env['RUNNER_ENVIRONMENT'] === 'github-hosted' };
}
function currentFolder() {
    try {
        return process.cwd();
    }
    catch (error) {
        throw new errors/* UserError */.yo('input-missing', 'the current folder is not there any more, or cannot be read', { hint: 'change into a folder that exists', cause: error });
    }
}
function homeFolder() {
    try {
        return (0,external_node_os_namespaceObject.homedir)();
    }
    catch {
        return '/';
    }
}
function expandUser(text, homeDir) {
    if (text === '~')
        return homeDir;
    return text.startsWith('~/') || text.startsWith(`~${external_node_path_.sep}`) ? external_node_path_.join(homeDir, text.slice(2)) : text;
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(7975);
;// CONCATENATED MODULE: ./build/kernel/near-names.js
const MAX_DISTANCE = 2;
function near_names_nearNames(name, met) {
    const scored = [...new Set(met)].filter((other) => other !== name).map((other) => ({ other, distance: editDistance(name, other) }));
    const limit = Math.min(MAX_DISTANCE, Math.floor(name.length / 3));
    return scored
        .filter(({ distance }) => distance <= limit)
        .sort((a, b) => a.distance - b.distance || (a.other < b.other ? -1 : 1))
        .slice(0, 3)
        .map(({ other }) => other);
}
function editDistance(a, b) {
    let row = Array.from({ length: b.length + 1 }, (_, column) => column);
    for (let i = 1; i <= a.length; i += 1) {
        const next = [i];
        for (let j = 1; j <= b.length; j += 1) {
            const substituted = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
            next.push(Math.min(substituted, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
        }
        row = next;
    }
    return row[b.length] ?? 0;
}

;// CONCATENATED MODULE: ./build/requests/options/spec.js
const ANYWHERE = ['command-line', 'config'];
const ALSO_IN_FILES = ['command-line', 'config', 'requirements-file'];
const COMMAND_LINE = ['command-line'];

;// CONCATENATED MODULE: ./build/requests/options/index-table.js

const pip = { owner: 'pip', group: 'index' };
const own = { owner: 'own', group: 'index', places: COMMAND_LINE };
const network = { owner: 'pip', group: 'network', places: ANYWHERE };
const INDEX_OPTIONS = [
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
];

;// CONCATENATED MODULE: ./build/requests/options/install-table.js

const selection = { owner: 'pip', group: 'selection', places: ANYWHERE };
const build = { owner: 'pip', group: 'build', places: ANYWHERE };
const install = { owner: 'pip', group: 'install', places: ANYWHERE };
const install_table_own = { owner: 'own', group: 'install', places: COMMAND_LINE };
const INSTALL_OPTIONS = [
    { ...selection, long: ['upgrade'], short: 'U', field: 'upgrade', action: 'true', help: 'Upgrade the named projects to the newest version.' },
    {
        ...selection, long: ['upgrade-strategy'], field: 'upgrade-strategy', action: 'set', value: 'text', valueName: 'strategy', choices: ['only-if-needed', 'eager'],
        help: 'With --upgrade: upgrade dependencies only if needed (default), or all of them (eager).',
    },
    { ...selection, long: ['force-reinstall'], field: 'force-reinstall', action: 'true', help: 'Reinstall everything, even what is up to date.' },
    {
        ...selection, long: ['ignore-installed'], short: 'I', field: 'ignore-installed', action: 'true',
        help: 'Resolve and install as if nothing were installed.',
    },
    { ...selection, long: ['pre'], field: 'pre', action: 'true', places: ALSO_IN_FILES, help: 'Consider pre-releases of every project.' },
    {
        ...selection, long: ['all-releases'], field: 'release-control', action: 'accumulate', value: 'text', valueName: 'name,...', places: ALSO_IN_FILES,
        help: "Consider pre-releases of these projects; ':all:' for every project, ':none:' to empty the set. Repeatable.",
    },
    {
        ...selection, long: ['only-final'], field: 'release-control', action: 'accumulate', value: 'text', valueName: 'name,...', places: ALSO_IN_FILES,
        help: "Never consider pre-releases of these projects; ':all:', ':none:'. Repeatable.",
    },
    {
        ...selection, long: ['no-binary'], field: 'format-control', action: 'accumulate', value: 'text', valueName: 'name,...', places: ALSO_IN_FILES,
        help: "Build these projects from source; ':all:', ':none:'. Repeatable.",
    },
    {
        ...selection, long: ['only-binary'], field: 'format-control', action: 'accumulate', value: 'text', valueName: 'name,...', places: ALSO_IN_FILES,
        help: "Use only wheels of these projects; ':all:', ':none:'. Repeatable.",
    },
    { ...selection, long: ['prefer-binary'], field: 'prefer-binary', action: 'true', places: ALSO_IN_FILES, help: 'Prefer an older wheel to a newer source distribution.' },
    { ...selection, long: ['ignore-requires-python'], field: 'ignore-requires-python', action: 'true', help: 'Ignore what projects say of the Python versions they need.' },
    {
        ...install_table_own, long: ['resolve-timeout'], group: 'selection', field: 'resolve-timeout', action: 'set', value: 'number', valueName: 'seconds',
        help: 'Give up resolving after this long, with the best explanation so far.',
    },
    {
        ...build, long: ['config-settings'], short: 'C', field: 'config-settings', action: 'accumulate', value: 'text', valueName: 'key=value',
        places: [...ANYWHERE, 'requirement'],
        help: 'A setting for the build backend of what the command line names. Repeatable.',
    },
    { ...build, long: ['no-build-isolation'], field: 'build-isolation', action: 'false', help: 'Build in the target environment instead of an isolated one.' },
    {
        ...build, long: ['build-constraint'], field: 'build-constraint', action: 'append', value: 'text', valueName: 'file',
        help: 'Constrain build dependencies by a constraints file. Repeatable.',
    },
    { ...build, long: ['check-build-dependencies'], field: 'check-build-dependencies', action: 'true', help: 'With --no-build-isolation: check that the build dependencies are installed.' },
    {
        ...build, long: ['src', 'source', 'source-dir', 'source-directory'], field: 'src', action: 'set', value: 'path', valueName: 'dir',
        help: 'Where editable VCS projects are checked out (default: src in the virtual environment, else in the current folder).',
    },
    {
        ...install_table_own, long: ['build-timeout'], group: 'build', field: 'build-timeout', action: 'set', value: 'number', valueName: 'seconds',
        help: 'Stop a build backend that takes longer than this for one step (default: 3600; 0: no limit).',
    },
    {
        ...build, long: ['use-pep517'], field: 'use-pep517', action: 'true', help: 'The only way sources are built.',
        standing: { kind: 'ignored', why: 'every build goes through PEP 517' },
    },
    {
        ...build, long: ['no-clean'], field: 'no-clean', action: 'true', help: 'Keep build folders.',
        standing: { kind: 'ignored', why: 'build folders are private to the run' },
    },
    {
        ...build, long: ['exists-action'], field: 'exists-action', action: 'append', value: 'text', valueName: 'action', choices: ['s', 'i', 'w', 'b', 'a'],
        help: 'What to do when a checkout exists.',
        standing: { kind: 'ignored', why: 'an existing checkout is switched to what is asked, or the run stops' },
    },
    { ...install, long: ['dry-run'], field: 'dry-run', action: 'true', help: 'Resolve and report, install nothing.' },
    { ...install, long: ['report'], field: 'report', action: 'set', value: 'text', valueName: 'file', help: "Write pip's installation report (JSON); - for standard output." },
    { ...install, long: ['compile'], field: 'compile', action: 'true', help: 'Compile to bytecode while installing (default: Python does it on first import).' },
    { ...install, long: ['no-compile'], field: 'compile', action: 'clear', help: "Don't compile to bytecode." },
    {
        ...install, long: ['no-warn-script-location'], field: 'warn-script-location', action: 'false',
        help: "Don't warn about scripts that land outside PATH.",
    },
    { ...install, long: ['no-warn-conflicts'], field: 'warn-conflicts', action: 'false', help: "Don't warn about installed projects whose dependencies break." },
    { ...install_table_own, long: ['strict-record'], field: 'strict-record', action: 'true', help: 'Refuse wheels whose RECORD has faults, instead of repairing it.' },
    {
        ...install_table_own, long: ['file-conflicts'], field: 'file-conflicts', action: 'set', value: 'text', valueName: 'action', choices: ['error', 'warn'],
        help: 'When two distributions claim one path with different content (default: error).',
    },
    {
        ...install_table_own, long: ['allow-overwrite'], field: 'allow-overwrite', action: 'append', value: 'text', valueName: 'pattern,...',
        help: 'Paths (relative to site-packages, with * and **) for which such a claim is let through. Repeatable.',
    },
    { ...install_table_own, long: ['lock-out'], field: 'lock-out', action: 'set', value: 'text', valueName: 'file', help: 'Write a pylock.toml of what this run installed.' },
];

;// CONCATENATED MODULE: ./build/requests/options/requirement-table.js

const requirement_table_pip = { owner: 'pip', group: 'requirements' };
const REQUIREMENT_OPTIONS = [
    {
        ...requirement_table_pip, long: ['requirement'], short: 'r', field: 'requirement', action: 'append', value: 'text', valueName: 'file', places: ALSO_IN_FILES,
        help: 'Install from a requirements file, a pylock.toml or a pyproject.toml (extras as file[extra]). - reads standard input. Repeatable.',
    },
    {
        ...requirement_table_pip, long: ['constraint'], short: 'c', field: 'constraint', action: 'append', value: 'text', valueName: 'file', places: ALSO_IN_FILES,
        help: 'Constrain versions by a constraints file. Repeatable.',
    },
    {
        ...requirement_table_pip, long: ['editable'], short: 'e', field: 'editable', action: 'append', value: 'text', valueName: 'path/url', places: ALSO_IN_FILES,
        help: 'Install a project in editable mode, from a folder or a VCS URL. Repeatable.',
    },
    {
        ...requirement_table_pip, long: ['group'], field: 'group', action: 'accumulate', value: 'text', valueName: '[path:]group', places: ANYWHERE,
        help: 'Install a dependency group of a pyproject.toml (default: in the current folder) or of a pylock.toml. Repeatable.',
    },
    {
        owner: 'own', group: 'requirements', long: ['extra'], field: 'extra', action: 'append', value: 'text', valueName: 'name,...', places: COMMAND_LINE,
        help: 'Install these optional dependencies of each pyproject.toml or pylock.toml given with -r. Repeatable.',
    },
    {
        ...requirement_table_pip, long: ['requirements-from-script'], field: 'requirements-from-script', action: 'append', value: 'text', valueName: 'file', places: ANYWHERE,
        help: 'Install the dependencies that a script declares inline (PEP 723).',
    },
    {
        ...requirement_table_pip, long: ['no-deps', 'no-dependencies'], field: 'no-deps', action: 'true', places: ANYWHERE,
        help: "Don't install dependencies.",
    },
    {
        ...requirement_table_pip, long: ['only-deps', 'only-dependencies'], field: 'only-deps', action: 'true', places: ANYWHERE,
        help: 'Install the dependencies of the requirements, not the requirements themselves.',
    },
    {
        ...requirement_table_pip, long: ['require-hashes'], field: 'require-hashes', action: 'true', places: ALSO_IN_FILES,
        help: 'Require a hash for every requirement. Implied by any --hash in a requirements file.',
    },
    {
        ...requirement_table_pip, long: ['no-require-hashes'], field: 'no-require-hashes', action: 'true', places: ALSO_IN_FILES,
        help: "Don't let a --hash in a requirements file imply --require-hashes.",
    },
    {
        ...requirement_table_pip, long: ['hash'], field: 'hash', action: 'accumulate', value: 'text', valueName: 'algorithm:digest', places: ['requirement'],
        help: 'Accept only a file with this hash (sha256, sha384, sha512).',
    },
];

;// CONCATENATED MODULE: ./build/requests/options/run-table.js

const run_table_pip = { owner: 'pip', group: 'run', places: ANYWHERE };
const output = { owner: 'pip', group: 'output', places: ANYWHERE };
const run_table_own = { owner: 'own', group: 'run', places: COMMAND_LINE };
const RUN_OPTIONS = [
    { ...run_table_own, long: ['jobs'], short: 'j', field: 'jobs', action: 'set', value: 'text', valueName: 'count', help: 'How much is done at once: a number (1: serial) or auto (default).' },
    { ...run_table_pip, long: ['cache-dir'], field: 'cache-dir', action: 'set', value: 'path', valueName: 'dir', help: 'Where wheels and answers of indexes are kept.' },
    { ...run_table_pip, long: ['no-cache-dir'], field: 'cache-dir', action: 'clear', help: 'Keep nothing between runs.' },
    { ...run_table_pip, long: ['isolated'], field: 'isolated', action: 'true', help: 'Ignore PIP_* variables and the configuration of the user.' },
    { ...run_table_own, long: ['repair'], field: 'repair', action: 'true', help: 'With check: put right what an interrupted run has left.' },
    { ...run_table_own, long: ['cache-budget-mb'], field: 'cache-budget-mb', action: 'set', value: 'text', valueName: 'megabytes', help: 'With cache prune: keep no more than this, what was used last.' },
    { ...run_table_own, long: ['debug-config'], field: 'debug-config', action: 'true', help: 'Show every setting, where it comes from and what it overrides; install nothing.' },
    {
        ...run_table_pip, long: ['use-feature'], field: 'use-feature', action: 'append', value: 'text', valueName: 'feature', places: [...ANYWHERE, 'requirements-file'],
        choices: ['fast-deps', 'inprocess-build-deps', 'venv-isolation', 'truststore', 'no-binary-enable-wheel-cache', 'build-constraint'],
        help: "Features of pip's that change how it works, not what it installs.",
        standing: { kind: 'ignored', why: 'what it turns on in pip is how this installer works anyway, or concerns pip alone' },
    },
    {
        ...run_table_pip, long: ['use-deprecated'], field: 'use-deprecated', action: 'append', value: 'text', valueName: 'feature', choices: ['legacy-resolver', 'legacy-certs'],
        help: 'Old behaviour of pip.',
        standing: { kind: 'refused', why: 'there is one resolver, and certificates come from the system or from --cert' },
    },
    {
        ...run_table_pip, long: ['disable-pip-version-check'], field: 'disable-pip-version-check', action: 'true', help: 'No check for a newer pip is ever made.',
        standing: { kind: 'ignored', why: 'no such check is made' },
    },
    {
        ...run_table_pip, long: ['no-python-version-warning'], field: 'no-python-version-warning', action: 'true', help: 'No such warning is ever given.',
        standing: { kind: 'ignored', why: 'no such warning is given' },
    },
    { ...output, long: ['quiet'], short: 'q', field: 'quiet', action: 'count', help: 'Say less. Up to three times.' },
    { ...output, long: ['verbose'], short: 'v', field: 'verbose', action: 'count', help: 'Say more. Up to three times.' },
    { ...output, long: ['debug'], field: 'debug', action: 'true', help: 'Say as much as -vv does.' },
    { ...output, long: ['log', 'log-file', 'local-log'], field: 'log', action: 'set', value: 'path', valueName: 'path', help: 'Append everything -vv would say to this file.' },
    { ...output, long: ['no-color'], field: 'no-color', action: 'true', help: 'No colours.' },
    { ...run_table_own, long: ['progress'], group: 'output', field: 'progress', action: 'set', value: 'text', valueName: 'when', choices: ['auto', 'on', 'off'], help: 'Show progress: on, off or auto (default).' },
    {
        ...output, long: ['progress-bar'], field: 'progress', action: 'set', value: 'text', valueName: 'when', choices: ['auto', 'on', 'off', 'raw'],
        help: "pip's name for --progress; raw shows none.",
    },
    { ...run_table_own, long: ['timings'], group: 'output', field: 'timings', action: 'set', value: 'text', valueName: 'file', help: 'Write what took how long (JSON).' },
    { ...output, long: ['version'], short: 'V', field: 'version', action: 'true', places: COMMAND_LINE, help: 'Show the version.' },
    { ...output, long: ['help'], short: 'h', field: 'help', action: 'true', places: COMMAND_LINE, help: 'Show this help.' },
];

;// CONCATENATED MODULE: ./build/requests/options/target-table.js

const target_table_pip = { owner: 'pip', group: 'target', places: ANYWHERE };
const target_table_own = { owner: 'own', group: 'target', places: COMMAND_LINE };
const TARGET_OPTIONS = [
    {
        ...target_table_pip, long: ['python'], field: 'python', action: 'set', value: 'text', valueName: 'path',
        help: 'The interpreter, or virtual environment folder, to install for (default: the active one, then python on PATH).',
    },
    { ...target_table_own, long: ['venv'], field: 'venv', action: 'set', value: 'path', valueName: 'dir', help: 'Install into this virtual environment; created if absent.' },
    { ...target_table_own, long: ['without-pip'], field: 'without-pip', action: 'true', help: "Don't put pip into a virtual environment that --venv creates." },
    { ...target_table_pip, long: ['target'], short: 't', field: 'target', action: 'set', value: 'text', valueName: 'dir', help: 'Install into this plain folder; --upgrade replaces what is there.' },
    { ...target_table_pip, long: ['user'], field: 'user', action: 'true', help: "Install into the user's site-packages." },
    { ...target_table_pip, long: ['no-user'], field: 'user', action: 'false', help: "Don't fall back to the user's site-packages." },
    { ...target_table_pip, long: ['root'], field: 'root', action: 'set', value: 'text', valueName: 'dir', help: 'Install relative to this alternate root folder.' },
    { ...target_table_pip, long: ['prefix'], field: 'prefix', action: 'set', value: 'text', valueName: 'dir', help: 'Install under this prefix.' },
    {
        ...target_table_pip, long: ['platform'], field: 'platform', action: 'append', value: 'text', valueName: 'tag',
        help: 'With --target: choose wheels for this platform instead of the running one. Repeatable.',
    },
    { ...target_table_pip, long: ['python-version'], field: 'python-version', action: 'set', value: 'text', valueName: 'version', help: 'With --target: choose for this Python version (3, 3.7, 3.7.3 or 37).' },
    { ...target_table_pip, long: ['implementation'], field: 'implementation', action: 'set', value: 'text', valueName: 'name', help: 'With --target: choose wheels for this implementation (cp, pp, py).' },
    { ...target_table_pip, long: ['abi'], field: 'abi', action: 'append', value: 'text', valueName: 'tag', help: 'With --target: choose wheels for this ABI. Repeatable.' },
    {
        ...target_table_pip, long: ['break-system-packages'], field: 'break-system-packages', action: 'true',
        help: 'Allow changes to an installation that the system manages (PEP 668).',
    },
    {
        ...target_table_pip, long: ['require-virtualenv', 'require-venv'], field: 'require-virtualenv', action: 'true',
        help: 'Refuse to install outside a virtual environment.',
    },
    {
        ...target_table_pip, long: ['root-user-action'], field: 'root-user-action', action: 'set', value: 'text', valueName: 'action', choices: ['warn', 'ignore'],
        help: 'Warn when run as root outside a virtual environment, or ignore it (default: warn).',
    },
];

;// CONCATENATED MODULE: ./build/requests/options/table.js





const ROWS = [...REQUIREMENT_OPTIONS, ...TARGET_OPTIONS, ...INSTALL_OPTIONS, ...INDEX_OPTIONS, ...RUN_OPTIONS];
const OPTIONS = ROWS;
function table_longNames(place) {
    const names = new Map();
    for (const option of OPTIONS) {
        if (option.places.includes(place))
            for (const long of option.long)
                names.set(long, option);
    }
    return names;
}
function optionFlag(option) {
    return `--${option.long[0]}`;
}
const table_REMOVED_OPTIONS = new Map([
    ['install-option', 'use --config-settings'],
    ['global-option', 'use --config-settings'],
    ['build-option', 'use --config-settings'],
    ['no-use-pep517', 'every build goes through PEP 517'],
    ['process-dependency-links', 'use a direct reference: name @ url'],
    ['allow-external', 'use --find-links or a direct reference'],
    ['allow-all-external', 'use --find-links or a direct reference'],
    ['allow-unverified', 'use --trusted-host'],
    ['allow-insecure', 'use --trusted-host'],
    ['no-allow-external', 'nothing takes its place'],
    ['no-allow-insecure', 'nothing takes its place'],
    ['always-unzip', 'it had no effect'],
    ['use-wheel', 'wheels are used unless --no-binary says otherwise'],
    ['no-use-wheel', 'use --no-binary'],
    ['use-mirrors', 'use --index-url'],
    ['mirrors', 'use --index-url'],
    ['download-cache', 'use --cache-dir'],
    ['build-dir', 'build folders are private to the run'],
    ['build-directory', 'build folders are private to the run'],
    ['unstable-feature', 'nothing takes its place'],
    ['egg', 'eggs are not installed'],
    ['no-install', 'use --dry-run'],
]);

;// CONCATENATED MODULE: ./build/requests/options/abbreviations.js



function resolveLongName(typed, names, origin) {
    const exact = names.get(typed);
    if (exact !== undefined)
        return { name: typed, option: exact };
    const matches = [...names].filter(([name]) => name.startsWith(typed)).map(([name, option]) => ({ name, option }));
    const ofPip = matches.filter(({ name, option }) => option.owner === 'pip' && name !== 'version');
    const [only, ...others] = ofPip.length > 0 ? ofPip : matches;
    if (only === undefined)
        throw unknownOption(typed, names, origin);
    if (others.length === 0)
        return only;
    const list = matches.map(({ name }) => `--${name}`).sort().join(', ');
    throw new errors/* UserError */.yo('usage', `--${typed} could be ${list}: which one is meant?`, { origin });
}
function unknownOption(typed, names, origin) {
    const removed = table_REMOVED_OPTIONS.get(typed);
    if (removed !== undefined)
        return new errors/* UserError */.yo('input-unsupported', `--${typed} is an option that pip no longer has: ${removed}`, { origin });
    const near = [...names.keys()].filter((name) => Math.abs(name.length - typed.length) <= 2 && editDistance(name, typed) <= 2);
    const hint = near.length === 0 ? {} : { hint: `did you mean ${near.map((name) => `--${name}`).join(' or ')}?` };
    return new errors/* UserError */.yo('usage', `no such option: --${typed}`, { origin, ...hint });
}

;// CONCATENATED MODULE: ./build/requests/options/tokens.js




function tokenize(args, { places, originOf }) {
    const names = new Map(places.flatMap((place) => [...table_longNames(place)]));
    const { tokens } = (0,external_node_util_.parseArgs)({
        args: expandLongNames(args, names, originOf), options: parseArgsOptions(names), strict: false, allowPositionals: true, tokens: true,
    });
    const settings = [];
    const positionals = [];
    for (const token of tokens) {
        if (token.kind === 'positional')
            positionals.push(token.value);
        if (token.kind === 'option')
            settings.push(toSetting(token, names, originOf));
    }
    return { settings, positionals };
}
function toSetting(token, names, originOf) {
    const option = names.get(token.name);
    const origin = originOf(token.rawName);
    if (option === undefined)
        throw new errors/* UserError */.yo('usage', `no such option: ${token.rawName}`, { origin });
    if (option.value === undefined) {
        if (token.inlineValue === true)
            throw new errors/* UserError */.yo('usage', `${token.rawName} does not take a value`, { origin });
        return { option, value: '', origin };
    }
    if (token.value === undefined)
        throw new errors/* UserError */.yo('usage', `${token.rawName} needs a value: <${option.valueName ?? 'value'}>`, { origin });
    return { option, value: token.value, origin };
}
function parseArgsOptions(names) {
    const options = {};
    for (const [name, option] of names) {
        const short = name === option.long[0] && option.short !== undefined ? { short: option.short } : {};
        options[name] = { type: option.value === undefined ? 'boolean' : 'string', multiple: true, ...short };
    }
    return options;
}
function expandLongNames(args, names, originOf) {
    const expanded = [];
    const shorts = new Map([...names.values()].map((option) => [option.short, option]));
    for (let index = 0; index < args.length; index++) {
        const arg = args[index] ?? '';
        if (arg === '--')
            return [...expanded, ...args.slice(index)];
        const { text, takesNext } = arg.startsWith('--') ? expandLong(arg, names, originOf) : { text: arg, takesNext: shortTakesNext(arg, shorts) };
        expanded.push(text);
        const next = args[index + 1];
        if (takesNext && next !== undefined) {
            expanded.push(next);
            index += 1;
        }
    }
    return expanded;
}
function expandLong(arg, names, originOf) {
    const equals = arg.indexOf('=');
    const typed = equals === -1 ? arg.slice(2) : arg.slice(2, equals);
    const { name, option } = resolveLongName(typed, names, originOf(`--${typed}`));
    return { text: `--${name}${equals === -1 ? '' : arg.slice(equals)}`, takesNext: option.value !== undefined && equals === -1 };
}
function shortTakesNext(arg, shorts) {
    if (!arg.startsWith('-'))
        return false;
    const valued = [...arg.slice(1)].findIndex((letter) => shorts.get(letter)?.value !== undefined);
    return valued !== -1 && valued === arg.length - 2;
}

;// CONCATENATED MODULE: ./build/requests/options/command-line.js

function command_line_parseCommandLine(args) {
    const { settings, positionals } = tokenize(args, { places: ['command-line'], originOf: (flag) => ({ kind: 'flag', flag }) });
    const [command, ...rest] = positionals;
    return { command, settings, positionals: rest };
}
function isTyped(line, field) {
    return line.settings.some(({ option }) => option.field === field);
}

;// CONCATENATED MODULE: ./build/standards/names.js
const NORMALIZED = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const PROJECT_NAME = /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/i;
function names_normalizeName(text) {
    if (NORMALIZED.test(text))
        return text;
    return text.toLowerCase().replace(/[-_.]+/g, '-');
}
function names_isProjectName(text) {
    return PROJECT_NAME.test(text);
}

;// CONCATENATED MODULE: ./build/requests/options/values.js



const TRUE_WORDS = ['y', 'yes', 't', 'true', 'on', '1'];
const FALSE_WORDS = ['n', 'no', 'f', 'false', 'off', '0'];
function readValues(effective, homeDir) {
    const all = (field) => effective.get(field) ?? [];
    const last = (field) => all(field).at(-1);
    const texts = (field) => all(field).map((setting) => readText(setting, homeDir));
    return {
        all,
        last,
        texts,
        text: (field) => texts(field).at(-1),
        names: (field) => texts(field).flatMap(({ value, origin }) => values_splitNames(value).map((name) => ({ value: name, origin }))),
        number: (field) => {
            const setting = last(field);
            return setting === undefined ? undefined : { value: readNumber(setting), origin: setting.origin };
        },
        flag: (field) => {
            const setting = last(field);
            return setting === undefined ? undefined : readFlag(setting);
        },
        count: (field) => all(field).reduce((sum, setting) => sum + readCount(setting), 0),
    };
}
const NAME_LISTS = ['format-control', 'release-control', 'refresh-package'];
function checkSetting(setting) {
    const { action, value, choices } = setting.option;
    if (value === 'integer' || value === 'number')
        readNumber(setting);
    if (choices !== undefined && action === 'set')
        readText(setting, '');
    if (action === 'count')
        readCount(setting);
    if (NAME_LISTS.includes(setting.option.field) && setting.value.startsWith('-'))
        throw badValue(setting, 'needs a value');
    if (action === 'true' || action === 'false' || action === 'clear')
        readFlag(setting);
}
function badValue(setting, why, hint) {
    const code = setting.origin.kind === 'flag' || setting.origin.kind === 'argument' ? 'usage' : 'config-syntax';
    return new errors/* UserError */.yo(code, `${optionFlag(setting.option)} ${why}`, { origin: setting.origin, ...(hint === undefined ? {} : { hint }) });
}
function values_splitNames(text) {
    return text.split(',').map((name) => name.trim()).filter((name) => name !== '');
}
function readText(setting, homeDir) {
    const { choices, value: kind } = setting.option;
    if (choices !== undefined && !choices.includes(setting.value)) {
        throw badValue(setting, `cannot be ${JSON.stringify(setting.value)}`, `choose from ${choices.join(', ')}`);
    }
    return { value: kind === 'path' ? expandUser(setting.value, homeDir) : setting.value, origin: setting.origin };
}
function readNumber(setting) {
    const isInteger = setting.option.value === 'integer';
    const number = isInteger ? pythonInteger(setting.value) : pythonFloat(setting.value);
    if (number !== undefined)
        return number;
    throw badValue(setting, `needs a ${isInteger ? 'whole number' : 'number'}, not ${JSON.stringify(setting.value)}`);
}
function pythonInteger(text) {
    if (/^0[xbo]?[\da-f]/i.test(text)) {
        const [, prefix = '', digits = ''] = /^0([xbo]?)(\w+?)\s*$/i.exec(text) ?? [];
        const radix = prefix === '' || /o/i.test(prefix) ? 8 : /x/i.test(prefix) ? 16 : 2;
        const ofRadix = { 2: /^[01]+(_[01]+)*$/, 8: /^[0-7]+(_[0-7]+)*$/, 16: /^[\da-f]+(_[\da-f]+)*$/i }[radix];
        return ofRadix.test(digits) ? Number.parseInt(digits.replaceAll('_', ''), radix) : undefined;
    }
    return /^\s*[-+]?\d+(_\d+)*\s*$/.test(text) ? Number(text.replaceAll('_', '')) : undefined;
}
function pythonFloat(text) {
    const digits = String.raw `\d+(?:_\d+)*`;
    const isFloat = new RegExp(`^\\s*[-+]?(?:${digits}\\.?(?:${digits})?|\\.${digits})(?:e[-+]?${digits})?\\s*$`, 'i').test(text);
    return isFloat ? Number(text.replaceAll('_', '')) : undefined;
}
function readFlag(setting) {
    if (values_isTyped(setting))
        return setting.option.action === 'true';
    const word = setting.value.toLowerCase();
    if (TRUE_WORDS.includes(word))
        return true;
    if (FALSE_WORDS.includes(word))
        return false;
    throw badValue(setting, `cannot be ${JSON.stringify(setting.value)}`, 'say yes or no, true or false, on or off, 1 or 0');
}
function readCount(setting) {
    if (values_isTyped(setting))
        return 1;
    return /^\s*\+?\d+(_\d+)*\s*$/.test(setting.value) ? Number(setting.value.replaceAll('_', '')) : Number(readFlag(setting));
}
function values_isTyped(setting) {
    return setting.origin.kind === 'flag' || setting.origin.kind === 'file';
}

// EXTERNAL MODULE: ./build/kernel/hash.js
var kernel_hash = __nccwpck_require__(6602);
// EXTERNAL MODULE: ./build/kernel/parsed.js
var kernel_parsed = __nccwpck_require__(7223);
// EXTERNAL MODULE: ./build/standards/link-url.js
var link_url = __nccwpck_require__(1521);
;// CONCATENATED MODULE: ./build/requests/link.js





const VCS_SCHEMES = new Set([
    ...['http', 'https', 'ssh', 'git', 'file'].map((way) => `git+${way}`),
    ...['file', 'http', 'https', 'ssh', 'static-http'].map((way) => `hg+${way}`),
    ...['ssh', 'http', 'https', 'svn', 'file'].map((way) => `svn+${way}`),
    ...['http', 'https', 'ssh', 'sftp', 'ftp', 'lp', 'file'].map((way) => `bzr+${way}`),
]);
const URL_SCHEMES = new Set(['http', 'https', 'file', 'ftp', ...VCS_SCHEMES]);
const link_VCS_NAMES = (/* unused pure expression or super */ null && (['git', 'hg', 'svn', 'bzr']));
function link_schemeOf(text) {
    return /^[\0-\x20]*(?<scheme>[A-Za-z][A-Za-z0-9+.-]*):/.exec(text)?.groups?.['scheme']?.toLowerCase() ?? '';
}
function link_isUrl(text) {
    return URL_SCHEMES.has(link_schemeOf(text));
}
function link_isVcsScheme(scheme) {
    return VCS_SCHEMES.has(scheme);
}
function link_isFileUrl(text) {
    return /^(http|https|file):/i.test(text);
}
function link_parseLink(text) {
    const egg = /[#&]egg=([^&]*)/.exec(text);
    if (egg?.[1] !== undefined && !names_isProjectName(egg[1])) {
        return (0,kernel_parsed/* notParsed */.l)(`the egg fragment ${JSON.stringify(egg[1])} is not a project name; write name[extras] @ url instead`, egg.index);
    }
    const hash = /[#&](sha512|sha384|sha256|sha224|sha1|md5)=([^&]*)/.exec(text);
    const [bare = ''] = text.split('#', 1);
    const scheme = link_schemeOf(text);
    return (0,kernel_parsed/* parsed */.Y)({
        url: bare.replace(/^[A-Za-z][A-Za-z0-9+.-]*(?=:)/, scheme),
        scheme,
        egg: egg?.[1],
        subdirectory: /[#&]subdirectory=([^&]*)/.exec(text)?.[1],
        hash: hash?.[1] === undefined || hash[2] === undefined || !(0,kernel_hash/* isHashAlgorithm */.aZ)(hash[1]) ? undefined : { algorithm: hash[1], hex: hash[2].toLowerCase() },
    });
}
function link_linkFilename({ url }) {
    return filenameOf(url.replace(/^[A-Za-z][A-Za-z0-9+.-]*:(\/\/[^/?]*)?/, '').replace(/\?.*$/s, '')) ?? '';
}
function link_pathToUrl(file) {
    const parts = file.split(external_node_path_.sep).map((part) => encodeURIComponent(part.toWellFormed()).replace(/[!'()*]/g, percentEscape));
    const [drive = ''] = parts;
    const isDrive = external_node_path_.sep === '\\' && /^[A-Za-z]%3A$/.test(drive);
    return `file://${isDrive ? `/${[drive.replace('%3A', ':'), ...parts.slice(1)].join('/')}` : parts.join('/')}`;
}
function link_urlToPath(url, base) {
    const match = /^file:(?:\/\/(?<host>[^/?#]*))?(?<path>[^?#]*)/i.exec(url);
    const host = match?.groups?.['host'] ?? '';
    const named = (0,link_url/* decodePercent */.gr)(match?.groups?.['path'] ?? '');
    if (host !== '' && host.toLowerCase() !== 'localhost') {
        if (external_node_path_.sep === '\\')
            return (0,kernel_parsed/* parsed */.Y)(external_node_path_.resolve(`\\\\${host}${named}`));
        return (0,kernel_parsed/* notParsed */.l)(`file: URLs of other hosts are not supported on this platform: ${url}`);
    }
    const withoutSlash = external_node_path_.sep === '\\' ? named.replace(/^\/(?=[A-Za-z]:(\/|$))/, '') : named;
    return (0,kernel_parsed/* parsed */.Y)(external_node_path_.resolve(base, withoutSlash));
}
function urlFault(url) {
    if (link_schemeOf(url) === 'file') {
        const file = link_urlToPath(url, '/');
        if (!file.ok)
            return file.message;
        if (file.value.includes('\0'))
            return `${url} names no path`;
    }
    return URL.parse(url) === null ? `${url} is not a valid URL` : undefined;
}
function percentEscape(character) {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

;// CONCATENATED MODULE: ./build/requests/index-settings.js








function index_settings_startIndexes(values, world) {
    const noIndex = values.flag('no-index') === true;
    const indexUrl = values.text('index-url');
    if (indexUrl?.value === '' && !noIndex) {
        throw new errors/* UserError */.yo('usage', '--index-url is empty', { origin: indexUrl.origin, hint: 'is a variable not set? Without --index-url the default index is asked' });
    }
    return {
        noIndex,
        indexUrl: noIndex ? undefined : indexUrl,
        extraIndexUrls: noIndex ? [] : values.texts('extra-index-url'),
        findLinks: values.texts('find-links').map(({ value, origin }) => ({ value: index_settings_absoluteIfThere(expandUser(value, world.homeDir), world.cwd), origin })),
    };
}
function index_settings_applyIndexLine(state, line) {
    if (line.noIndex) {
        state.noIndex = true;
        state.indexUrl = undefined;
        state.extraIndexUrls = [];
    }
    if (line.indexUrl !== undefined && line.indexUrl.value !== '' && !state.noIndex) {
        state.indexUrl = line.indexUrl;
        state.extraIndexUrls = [];
    }
    if (!state.noIndex)
        state.extraIndexUrls = [...state.extraIndexUrls, ...line.extraIndexUrls];
    state.findLinks = [...state.findLinks, ...line.findLinks];
}
function index_settings_readIndexSettings(state, values) {
    for (const said of [...(state.indexUrl === undefined ? [] : [state.indexUrl]), ...state.extraIndexUrls, ...state.findLinks])
        checkUrl(said);
    const refreshed = values.names('refresh-package').reduce((names, { value }) => (value === ':none:' ? [] : [...names, value]), []);
    return {
        ...state,
        strategy: values.text('index-strategy')?.value === 'first-match' ? 'first-match' : 'unsafe-best-match',
        owners: readOwners(values),
        refresh: {
            all: values.flag('refresh') === true || refreshed.includes(':all:'),
            names: refreshed.filter((name) => name !== ':all:').map(names_normalizeName),
        },
    };
}
function checkUrl({ value, origin }) {
    if (!/^[a-z][a-z0-9+.-]*:\/\/|^file:/i.test(value) || urlFault(value) === undefined)
        return;
    const code = origin.kind === 'file' ? 'requirements-file-syntax' : origin.kind === 'flag' ? 'usage' : 'config-syntax';
    throw new errors/* UserError */.yo(code, `no index or link can be read from ${(0,kernel_secrets/* redactUrl */.BO)(value)}: it is not a valid URL`, { origin });
}
function readOwners(values) {
    return values.all('index-owner').map((setting) => {
        const equals = setting.value.indexOf('=');
        const pattern = setting.value.slice(0, Math.max(0, equals)).trim();
        const url = setting.value.slice(equals + 1).trim();
        if (equals === -1 || !/^[A-Za-z0-9._*-]+$/.test(pattern) || url === '')
            throw badValue(setting, 'needs pattern=url, as in internal-*=https://\u2026');
        return { pattern: pattern.toLowerCase().replace(/[-_.]+/g, '-'), url };
    });
}
function index_settings_absoluteIfThere(value, folder) {
    const file = external_node_path_.resolve(folder, value);
    return !/^[A-Za-z][A-Za-z0-9+.-]+:\/\//.test(value) && (0,external_node_fs_.existsSync)(file) ? file : value;
}

;// CONCATENATED MODULE: ./build/requests/group-files.js
function group_files_splitPathExtras(text) {
    const match = /^(?<path>.+)\[(?<extras>[^\]]+)\]$/s.exec(text);
    return match === null ? { path: text, extras: undefined } : { path: (match.groups?.['path'] ?? '').trimEnd(), extras: match.groups?.['extras'] };
}
function group_files_isPylockFile(file) {
    return /^pylock(\.[^.]+)?\.toml$/.test(lastPart(file));
}
function group_files_isPyprojectFile(file) {
    return lastPart(file) === 'pyproject.toml';
}
function isValidGroupFile(file) {
    return group_files_isPyprojectFile(file) || group_files_isPylockFile(group_files_splitPathExtras(file).path);
}
function lastPart(file) {
    return file.replace(/[?#].*$/, '').split(/[/\\]/).at(-1) ?? '';
}

;// CONCATENATED MODULE: ./build/requests/controls.js



const NOBODY = { all: false, names: [] };
function controls_readFormatControl(settings, before) {
    const start = { first: before?.noBinary ?? NOBODY, second: before?.onlyBinary ?? NOBODY };
    const { first, second } = readPair(settings, 'no-binary', start);
    return { noBinary: first, onlyBinary: second };
}
function controls_readReleaseControl(settings, before) {
    const start = { first: before?.allReleases ?? NOBODY, second: before?.onlyFinal ?? NOBODY };
    const { first, second } = readPair(settings, 'all-releases', start);
    return { allReleases: first, onlyFinal: second };
}
function controls_allowedFormats(control, name) {
    if (control.onlyBinary.names.includes(name))
        return { wheels: true, sources: false };
    if (control.noBinary.names.includes(name))
        return { wheels: false, sources: true };
    if (control.onlyBinary.all)
        return { wheels: true, sources: false };
    return { wheels: !control.noBinary.all, sources: true };
}
function releasesAllowed(control, name) {
    if (control.allReleases.names.includes(name))
        return true;
    if (control.onlyFinal.names.includes(name))
        return false;
    if (control.allReleases.all)
        return true;
    return control.onlyFinal.all ? false : undefined;
}
function readPair(settings, firstOption, start) {
    let pair = start;
    for (const setting of settings) {
        if (setting.value.startsWith('-'))
            throw badValue(setting, 'needs a value');
        const isFirst = setting.option.long[0] === firstOption;
        const changed = applyNames(setting.value, isFirst ? pair : { first: pair.second, second: pair.first });
        pair = isFirst ? changed : { first: changed.second, second: changed.first };
    }
    return pair;
}
function applyNames(value, { first, second }) {
    let added = value.split(',');
    let [target, other] = [first, second];
    const lastAll = added.lastIndexOf(':all:');
    if (lastAll !== -1) {
        target = { all: true, names: [] };
        other = NOBODY;
        added = added.slice(lastAll + 1);
        if (!added.includes(':none:'))
            return { first: target, second: other };
    }
    for (const text of added) {
        if (text === ':none:') {
            target = NOBODY;
            continue;
        }
        const name = names_normalizeName(text);
        other = { ...other, names: other.names.filter((known) => known !== name) };
        target = { ...target, names: [...target.names.filter((known) => known !== name), name] };
    }
    return { first: target, second: other };
}
function checkPreAlone(pre, settings) {
    const { allReleases, onlyFinal } = controls_readReleaseControl(settings);
    const isNamed = [allReleases, onlyFinal].some(({ all, names }) => all || names.length > 0);
    const [other] = settings;
    if (pre && isNamed && other !== undefined)
        throw new errors/* UserError */.yo('usage', '--pre cannot be used with --all-releases or --only-final', { origin: other.origin });
}

;// CONCATENATED MODULE: ./build/requests/options/fold.js
function foldSettings(configured, typed) {
    const fields = new Map();
    const clears = configured.filter(({ option }) => option.action === 'clear');
    for (const setting of configured) {
        const { field, action } = setting.option;
        if (action === 'accumulate')
            fields.set(field, [...(fields.get(field) ?? []), setting]);
        else if (action === 'append')
            fields.set(field, words(setting.value).map((value) => ({ ...setting, value })));
        else if (action !== 'clear')
            fields.set(field, [setting]);
    }
    for (const setting of clears)
        fields.set(setting.option.field, [setting]);
    for (const setting of typed) {
        const { field, action } = setting.option;
        const adds = action === 'append' || action === 'accumulate' || action === 'count';
        fields.set(field, adds ? [...(fields.get(field) ?? []), setting] : [setting]);
    }
    return fields;
}
function words(text) {
    return text.split(/\s+/).filter((word) => word !== '');
}

;// CONCATENATED MODULE: ./build/requests/options/standing.js


function refuseSettings(effective, values) {
    return [...effective].flatMap(([field, settings]) => {
        const { standing, value } = settings[0]?.option ?? {};
        if (standing === undefined)
            return [];
        if (value === undefined ? values.flag(field) !== true : values.texts(field).length === 0)
            return [];
        return settings.map(noteOrRefuse);
    });
}
function noteOrRefuse(setting) {
    const { option, origin } = setting;
    if (option.standing?.kind === 'refused') {
        const shown = option.value === undefined ? optionFlag(option) : `${optionFlag(option)} ${setting.value}`;
        throw new errors/* UserError */.yo('input-unsupported', `${shown} is an option of pip that this installer does not carry out: ${option.standing.why}`, { origin });
    }
    return { level: 'debug', text: `${optionFlag(option)} has no effect: ${option.standing?.why ?? ''}`, origin };
}

;// CONCATENATED MODULE: ./build/requests/placement.js




function readPlacement(values, cwd) {
    const folder = values.text('target');
    const prefix = values.text('prefix');
    const user = values.flag('user') === true;
    const rootText = values.text('root');
    const root = rootText === undefined ? undefined : external_node_path_.resolve(cwd, rootText.value);
    if (user && folder !== undefined)
        throw new errors/* UserError */.yo('usage', '--user and --target cannot be combined', { origin: folder.origin });
    if (user && prefix !== undefined)
        throw new errors/* UserError */.yo('usage', '--user and --prefix cannot be combined: they name different places', { origin: prefix.origin });
    if (folder !== undefined && prefix !== undefined)
        throw new errors/* UserError */.yo('usage', '--target and --prefix cannot be combined', { origin: folder.origin });
    if (folder !== undefined && rootText !== undefined)
        throw new errors/* UserError */.yo('usage', '--target and --root cannot be combined', { origin: folder.origin });
    if (folder !== undefined)
        return { kind: 'folder', path: external_node_path_.resolve(cwd, folder.value) };
    if (prefix !== undefined)
        return { kind: 'prefix', path: external_node_path_.resolve(root === undefined ? cwd : external_node_path_.parse(cwd).root, prefix.value), root };
    return user ? { kind: 'user', root } : { kind: 'environment', root, userFallback: values.flag('user') !== false };
}
function readRestriction(values) {
    const fields = ['platform', 'python-version', 'implementation', 'abi'];
    const [said] = fields.flatMap((field) => values.all(field));
    if (said === undefined)
        return undefined;
    const { noBinary, onlyBinary } = controls_readFormatControl(values.all('format-control'));
    const wheelsOnly = onlyBinary.all && !noBinary.all && noBinary.names.length === 0 && onlyBinary.names.length === 0;
    if (!wheelsOnly && values.flag('no-deps') !== true)
        throw badValue(said, 'needs --only-binary :all: or --no-deps: sources cannot be built for another Python or platform');
    if (values.text('target') === undefined && values.flag('dry-run') !== true)
        throw badValue(said, 'needs --target or --dry-run');
    return {
        platforms: values.texts('platform').map(({ value }) => value),
        pythonVersion: readPythonVersion(values),
        implementation: values.text('implementation')?.value,
        abis: values.texts('abi').map(({ value }) => value),
    };
}
function readPythonVersion(values) {
    const setting = values.last('python-version');
    if (setting === undefined || setting.value === '')
        return undefined;
    const parts = setting.value.split('.');
    if (parts.length > 3)
        throw badValue(setting, `cannot be ${JSON.stringify(setting.value)}: at most three parts are allowed`);
    const [only = ''] = parts;
    const pieces = parts.length === 1 && only.length > 1 ? [only.slice(0, 1), only.slice(1)] : parts;
    if (!pieces.every((piece) => /^\d+$/.test(piece)))
        throw badValue(setting, `cannot be ${JSON.stringify(setting.value)}: each part must be a whole number`);
    return pieces.map(Number);
}

;// CONCATENATED MODULE: ./build/requests/policy.js



function policy_readPolicy(values, files, nowMs) {
    const preInFiles = files.controls.some(({ option }) => option.field === 'pre');
    const named = files.controls.filter(({ option }) => option.field === 'release-control');
    const said = readReleaseControl([...values.all('release-control'), ...named]);
    const pre = values.flag('pre') === true || preInFiles;
    const releaseControl = pre ? { ...said, allReleases: { ...said.allReleases, all: true } } : said;
    const timeout = values.number('resolve-timeout');
    return {
        releaseControl,
        upgrade: values.flag('upgrade') === true,
        upgradeStrategy: values.text('upgrade-strategy')?.value === 'eager' ? 'eager' : 'only-if-needed',
        forceReinstall: values.flag('force-reinstall') === true,
        ignoreInstalled: values.flag('ignore-installed') === true || values.text('target') !== undefined,
        noDependencies: values.flag('no-deps') === true,
        onlyDependencies: values.flag('only-deps') === true,
        ignoreRequiresPython: values.flag('ignore-requires-python') === true,
        requireHashes: files.requireHashes,
        preferBinary: values.flag('prefer-binary') === true || files.preferBinary,
        formatControl: readFormatControl([...values.all('format-control'), ...files.controls.filter(({ option }) => option.field === 'format-control')]),
        uploadedPriorToMs: readUploadedPriorTo(values.last('uploaded-prior-to'), nowMs),
        uploadedAnyTime: values.names('uploaded-any-time').map(({ value }) => normalizeName(value)),
        resolveTimeoutMs: timeout === undefined ? undefined : timeout.value * 1000,
    };
}
const ISO_TIME = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ](\d{2})(?::?(\d{2})(?::?(\d{2})(?:[.,](\d+))?)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;
function readUploadedPriorTo(setting, nowMs) {
    if (setting === undefined)
        return undefined;
    const days = /^P(\d+)D$/.exec(setting.value)?.[1];
    if (days !== undefined)
        return nowMs - Number(days) * 86_400_000;
    const match = ISO_TIME.exec(setting.value);
    const time = match === null ? Number.NaN : isoTime(match);
    if (Number.isNaN(time)) {
        throw badValue(setting, `cannot be ${JSON.stringify(setting.value)}`, 'give a date or time (2023-01-01, 2023-01-01T00:00:00Z) or a number of days (P3D)');
    }
    return time;
}
function isoTime([, year = '', month = '', day = '', hour = '00', minute = '00', second = '00', fraction = '0', zone]) {
    const offset = zone === undefined ? '' : zone.length === 3 ? `${zone}:00` : zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase();
    const date = `${year}-${month}-${day}`;
    if (Number.isNaN(Date.parse(`${date}T00:00:00Z`)) || new Date(`${date}T00:00:00Z`).getUTCDate() !== Number(day))
        return Number.NaN;
    return Date.parse(`${date}T${hour}:${minute}:${second}.${fraction.slice(0, 3).padEnd(3, '0')}${offset}`);
}

;// CONCATENATED MODULE: ./build/requests/install-options.js










function install_options_readInstallOptions(typed, configured, world) {
    for (const setting of [...configured, ...typed.settings])
        checkSetting(setting);
    const effective = foldSettings(configured, typed.settings);
    const values = readValues(effective, world.homeDir);
    const notices = refuseSettings(effective, values);
    checkPreAlone(values.flag('pre') === true, values.all('release-control'));
    checkOnlyDependencies(values);
    readOwners(values);
    readUploadedPriorTo(values.last('uploaded-prior-to'), 0);
    return {
        sources: readSources(values, typed.positionals),
        target: readTarget(values, world),
        install: readInstall(values),
        run: readRun(values, world),
        values,
        effective,
        notices,
    };
}
function checkOnlyDependencies(values) {
    const setting = values.last('only-deps');
    if (setting === undefined || values.flag('only-deps') !== true)
        return;
    if (values.flag('no-deps') === true)
        throw badValue(setting, 'cannot be combined with --no-deps');
    const other = ['requirement', 'requirements-from-script', 'group'].find((field) => values.all(field).length > 0);
    if (other !== undefined)
        throw badValue(setting, `cannot be combined with --${other}: it is for requirements of the command line`);
}
function readSources(values, positionals) {
    return {
        requirements: positionals.map((text) => ({ value: text, origin: { kind: 'argument', text } })),
        requirementFiles: values.texts('requirement'),
        constraintFiles: values.texts('constraint'),
        buildConstraintFiles: values.texts('build-constraint'),
        editables: values.texts('editable'),
        groups: values.all('group').map(install_options_readGroup),
        extras: values.names('extra'),
        scripts: values.texts('requirements-from-script'),
        configSettings: readConfigSettings(values.all('config-settings')),
    };
}
function install_options_readGroup(setting) {
    const colon = setting.value.lastIndexOf(':');
    const value = colon === -1
        ? { path: 'pyproject.toml', group: setting.value }
        : { path: setting.value.slice(0, colon), group: setting.value.slice(colon + 1) };
    if (!isValidGroupFile(value.path))
        throw badValue(setting, `reads pyproject.toml or pylock.toml files, not ${JSON.stringify(value.path)}`);
    return { value, origin: setting.origin };
}
function readConfigSettings(settings) {
    const read = new Map();
    for (const setting of settings) {
        const equals = setting.value.indexOf('=');
        if (equals === -1)
            throw badValue(setting, `needs KEY=VALUE, not ${JSON.stringify(setting.value)}`);
        const [key, value] = [setting.value.slice(0, equals), setting.value.slice(equals + 1)];
        const earlier = read.get(key);
        read.set(key, earlier === undefined ? value : [...(typeof earlier === 'string' ? [earlier] : earlier), value]);
    }
    return Object.fromEntries(read);
}
function readTarget(values, world) {
    const venv = values.text('venv');
    const placement = readPlacement(values, world.cwd);
    if (venv !== undefined && placement.kind !== 'environment') {
        throw new errors/* UserError */.yo('usage', `--venv cannot be combined with --${placement.kind === 'folder' ? 'target' : placement.kind}`, { origin: venv.origin });
    }
    return {
        python: values.text('python'),
        venv: venv === undefined ? undefined : external_node_path_.resolve(world.cwd, venv.value),
        withPip: values.flag('without-pip') !== true,
        placement,
        restriction: readRestriction(values),
        breakSystemPackages: values.flag('break-system-packages') === true,
        requireVirtualenv: values.flag('require-virtualenv') === true,
        warnRoot: values.text('root-user-action')?.value !== 'ignore',
    };
}
function readInstall(values) {
    return {
        dryRun: values.flag('dry-run') === true,
        reportFile: values.text('report')?.value,
        compile: values.last('compile')?.option.action !== 'clear' && values.flag('compile') === true,
        warnScriptLocation: values.flag('warn-script-location') !== false,
        warnConflicts: values.flag('warn-conflicts') !== false,
        strictRecord: values.flag('strict-record') === true,
        fileConflicts: values.text('file-conflicts')?.value === 'warn' ? 'warn' : 'error',
        allowOverwrite: values.names('allow-overwrite').map(({ value }) => value),
        lockFile: values.text('lock-out')?.value,
    };
}
function readRun(values, world) {
    const debug = values.flag('debug') === true;
    const verbosity = debug ? 2 : values.count('verbose') - values.count('quiet');
    return {
        jobs: readJobs(values.last('jobs')),
        cacheDir: readCacheDir(values, world),
        verbosity: Math.max(-3, Math.min(3, verbosity)),
        color: values.flag('no-color') !== true && (world.env['NO_COLOR'] ?? '') === '',
        progress: readProgress(values),
        logFile: values.text('log')?.value,
        timingsFile: values.text('timings')?.value,
        debugConfig: values.flag('debug-config') === true,
    };
}
function readJobs(setting) {
    if (setting === undefined || setting.value === 'auto')
        return undefined;
    const jobs = Number(setting.value);
    if (!/^\d+$/.test(setting.value) || jobs < 1)
        throw badValue(setting, `needs a number from 1, or auto, not ${JSON.stringify(setting.value)}`);
    return jobs;
}
function readCacheDir(values, world) {
    if (values.last('cache-dir')?.option.action === 'clear')
        return 'off';
    const folder = values.text('cache-dir');
    return folder === undefined ? undefined : { value: external_node_path_.resolve(world.cwd, folder.value), origin: folder.origin };
}
function readProgress(values) {
    const said = values.text('progress')?.value;
    if (said === 'on' || said === 'auto')
        return said;
    return said === undefined ? 'auto' : 'off';
}

// EXTERNAL MODULE: ./build/kernel/url-secrets.js
var url_secrets = __nccwpck_require__(885);
;// CONCATENATED MODULE: ./build/requests/secrets.js


const CREDENTIALS = /\b[a-z][a-z0-9+.-]*:\/\/(?<user>[^/?#\s:@]*)(?::(?<password>[^/?#\s]*))?@/gi;
const TELLING_NAME = /TOKEN|PASS|SECRET|KEY|AUTH|CRED|(^|_)PAT(_|$)/;
function secrets_registerCredentials(text, secrets) {
    for (const match of text.matchAll(CREDENTIALS)) {
        const { user = '', password } = match.groups ?? {};
        const secret = password ?? (user === 'git' ? '' : user);
        for (const form of [secret, (0,link_url/* decodePercent */.gr)(secret)])
            secrets.add(form);
        if (secret.length >= 4)
            secrets.add(`${(0,link_url/* decodePercent */.gr)(user)}:${(0,link_url/* decodePercent */.gr)(password ?? '')}`);
    }
}
function secrets_registerPlace(url, secrets) {
    secrets_registerCredentials(url, secrets);
    for (const token of pathTokens(url))
        secrets.add(token);
}
function secrets_registerVariables(variables, fileText, secrets) {
    for (const { name, value } of variables) {
        const isInCredentials = new RegExp(`://[^/?#\\s]*\\$\\{${name}\\}[^/?#\\s]*@`).test(fileText);
        if (isInCredentials || TELLING_NAME.test(name))
            secrets.add(value);
    }
}

;// CONCATENATED MODULE: ./build/requests/network-settings.js



const DEFAULT_TIMEOUT_SECONDS = 15;
const DEFAULT_RETRIES = 5;
function network_settings_readNetwork(values, world, secrets) {
    const proxy = values.text('proxy');
    if (proxy !== undefined)
        secrets_registerCredentials(proxy.value, secrets);
    const ignoreEnvironment = proxy !== undefined || values.flag('no-proxy-env') === true;
    const provider = values.text('keyring-provider')?.value ?? 'auto';
    return {
        proxy,
        certFile: absolute(values.text('cert'), world.cwd) ?? (ignoreEnvironment ? undefined : bundleOfEnvironment(world)),
        clientCertFile: absolute(values.text('client-cert'), world.cwd),
        trustedHosts: values.texts('trusted-host').map(({ value }) => value),
        timeoutMs: (positive(values, 'timeout') ?? DEFAULT_TIMEOUT_SECONDS) * 1000,
        retries: count(values, 'retries'),
        resumeRetries: count(values, 'resume-retries'),
        ignoreEnvironment,
        keyringProvider: provider === 'auto' && values.flag('no-input') === true ? 'disabled' : provider,
        offline: values.flag('offline') === true,
    };
}
function bundleOfEnvironment({ env, cwd }) {
    for (const name of ['REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE']) {
        const value = env[name];
        if (value !== undefined && value !== '')
            return absolute({ value, origin: { kind: 'environment', name } }, cwd);
    }
    return undefined;
}
function absolute(file, cwd) {
    return file === undefined || file.value === '' ? undefined : { value: external_node_path_.resolve(cwd, file.value), origin: file.origin };
}
function count(values, field) {
    return Math.max(0, values.number(field)?.value ?? DEFAULT_RETRIES);
}
function positive(values, field) {
    const said = values.number(field);
    const setting = values.last(field);
    if (said !== undefined && setting !== undefined && said.value < 0)
        throw badValue(setting, 'needs a number of seconds');
    return said === undefined || said.value === 0 ? undefined : said.value;
}

;// CONCATENATED MODULE: ./build/standards/python-strings.js
const PYTHON_SPACE = '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const OUTER_SPACE = new RegExp(`^[${PYTHON_SPACE}]+|[${PYTHON_SPACE}]+$`, 'g');
function python_strings_pythonStrip(text) {
    return isVisible(text.charCodeAt(0)) && isVisible(text.charCodeAt(text.length - 1)) ? text : text.replace(OUTER_SPACE, '');
}
function isVisible(unit) {
    return unit > 0x20 && unit < 0x7f;
}
const UNPRINTABLE = /[\p{C}\p{Z}]/u;
function pythonRepr(text) {
    const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
    let inner = '';
    for (const char of text) {
        if (char === '\\' || char === quote)
            inner += `\\${char}`;
        else if (char === '\n')
            inner += '\\n';
        else if (char === '\r')
            inner += '\\r';
        else if (char === '\t')
            inner += '\\t';
        else
            inner += char !== ' ' && UNPRINTABLE.test(char) ? hexEscape(char.codePointAt(0) ?? 0) : char;
    }
    return quote + inner + quote;
}
function hexEscape(code) {
    const hex = code.toString(16);
    if (code < 0x100)
        return `\\x${hex.padStart(2, '0')}`;
    return code < 0x10000 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}
const SIMPLE_ESCAPES = {
    '\n': '', '\\': '\\', "'": "'", '"': '"', a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v',
};
const ESCAPE = /\\(?:[0-7]{1,3}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[\s\S])/g;
const HEX = '[0-9a-fA-F]';
const LITERAL = new RegExp(`^(?:[^\\\\\\n\\r\\0]|\\\\(?:[0-7]{1,3}|x${HEX}{2}|u${HEX}{4}|U(?:0010|000${HEX})${HEX}{4}|[^xuUN\\r\\0]))*$`);
function decodePythonString(inner) {
    if (!LITERAL.test(inner))
        return undefined;
    return inner.includes('\\') ? inner.replace(ESCAPE, decodeEscape) : inner;
}
function decodeEscape(escape) {
    const kind = escape.charAt(1);
    if (kind >= '0' && kind <= '7')
        return String.fromCharCode(parseInt(escape.slice(1), 8));
    if (escape.length > 2)
        return String.fromCodePoint(parseInt(escape.slice(2), 16));
    return SIMPLE_ESCAPES[kind] ?? escape;
}

;// CONCATENATED MODULE: ./build/standards/ini.js


const DEFAULT_SECTION = 'DEFAULT';
const NOT_SPACE = new RegExp(`[^${PYTHON_SPACE}]`);
const TRAILING_SPACE = new RegExp(`[${PYTHON_SPACE}]+$`);
const SECTION = /^\[(?<name>.+)\]/;
function parseIni(text, keyForm = (key) => key.toLowerCase()) {
    const reading = { entries: [], sections: new Set(), section: undefined, open: false };
    let offset = 0;
    const unmarked = text.replace(/^\uFEFF/, ' ');
    for (const [index, line] of unmarked.split(/(?<=\r\n|\n|\r(?!\n))/).entries()) {
        const fault = readLine(reading, line, { number: index + 1, keyForm });
        if (fault !== undefined)
            return (0,kernel_parsed/* notParsed */.l)(`line ${index + 1}: ${fault}`, offset);
        offset += line.length;
    }
    return (0,kernel_parsed/* parsed */.Y)(withDefaults(reading));
}
function readLine(reading, line, at) {
    const content = python_strings_pythonStrip(line);
    if (content.startsWith('#') || content.startsWith(';'))
        return undefined;
    const last = reading.open ? reading.entries.at(-1) : undefined;
    if (content === '') {
        last?.lines.push('');
        return undefined;
    }
    const indent = line.search(NOT_SPACE);
    if (last !== undefined && indent > last.indent) {
        last.lines.push(content);
        return undefined;
    }
    const section = SECTION.exec(content)?.groups?.['name'];
    return section === undefined ? readEntry(reading, content, { ...at, indent }) : openSection(reading, section);
}
function openSection(reading, name) {
    if (reading.sections.has(name))
        return `section [${name}] is there twice`;
    if (name !== DEFAULT_SECTION)
        reading.sections.add(name);
    reading.section = name;
    reading.open = false;
    return undefined;
}
function readEntry(reading, content, { number, indent, keyForm }) {
    const { section } = reading;
    if (section === undefined)
        return 'there is no [section] above this line';
    const delimiter = content.search(/[=:]/);
    if (delimiter === -1)
        return 'neither a [section] nor key = value';
    const key = keyForm(python_strings_pythonStrip(content.slice(0, delimiter)));
    if (key === '')
        return 'the key is missing';
    if (reading.entries.some((entry) => entry.section === section && entry.key === key))
        return `${key} is there twice in section [${section}]`;
    reading.entries.push({ section, key, line: number, lines: [python_strings_pythonStrip(content.slice(delimiter + 1))], indent });
    reading.open = true;
    return undefined;
}
function withDefaults(reading) {
    const entries = reading.entries.map(({ section, key, line, lines }) => ({ section, key, line, value: lines.join('\n').replace(TRAILING_SPACE, '') }));
    const defaults = entries.filter(({ section }) => section === DEFAULT_SECTION);
    return [...reading.sections].flatMap((section) => {
        const own = entries.filter((entry) => entry.section === section);
        const inherited = defaults.filter(({ key }) => !own.some((entry) => entry.key === key)).map((entry) => ({ ...entry, section }));
        return [...inherited, ...own];
    });
}

;// CONCATENATED MODULE: ./build/requests/config-files.js


const HOMEBREW_PYTHON = /^(?<prefix>.+)\/opt\/python[^/]*\/Frameworks\/Python\.framework(\/.*)?$/;
function configFiles(world, { home, isIsolated }) {
    const named = world.env['PIP_CONFIG_FILE'];
    if (named === (world.platform === 'win32' ? 'nul' : '/dev/null'))
        return [];
    const replaced = named !== undefined && named !== '' && (0,external_node_fs_.existsSync)(external_node_path_.resolve(world.cwd, named));
    const files = (level, paths) => paths.map((file) => ({ level, path: file }));
    return [
        ...files('global', globalFiles(world, home)),
        ...(isIsolated || replaced ? [] : files('user', userFiles(world))),
        ...(home === undefined ? [] : files('site', [external_node_path_.join(home.prefix, config_files_basename(world))])),
        ...(replaced ? files('env', [named]) : []),
    ];
}
function globalFiles(world, home) {
    const inFolders = (folders) => folders.map((folder) => external_node_path_.join(folder, 'pip', config_files_basename(world)));
    if (world.platform === 'win32')
        return inFolders([world.env['ALLUSERSPROFILE'] ?? world.env['ProgramData'] ?? 'C:\\ProgramData']);
    if (world.platform === 'darwin') {
        const listed = absoluteList(world.env['XDG_DATA_DIRS']);
        if (listed.length > 0)
            return inFolders(listed);
        const homebrew = HOMEBREW_PYTHON.exec(home?.basePrefix ?? '')?.groups?.['prefix'];
        return inFolders([...(homebrew === undefined ? [] : [`${homebrew}/share`]), '/Library/Application Support']);
    }
    const listed = absoluteList(world.env['XDG_CONFIG_DIRS']);
    return [...inFolders(listed.length > 0 ? listed : ['/etc/xdg']), external_node_path_.join('/etc', config_files_basename(world))];
}
function userFiles(world) {
    const { homeDir, platform } = world;
    const legacy = external_node_path_.join(homeDir, platform === 'win32' ? 'pip' : '.pip', config_files_basename(world));
    return [legacy, external_node_path_.join(userFolder(world), config_files_basename(world))];
}
function userFolder({ env, homeDir, platform }) {
    if (platform === 'win32')
        return external_node_path_.join(env['APPDATA'] ?? external_node_path_.join(homeDir, 'AppData', 'Roaming'), 'pip');
    if (platform === 'darwin') {
        const [data] = absoluteList(env['XDG_DATA_HOME']);
        const folder = external_node_path_.join(data ?? external_node_path_.join(homeDir, 'Library', 'Application Support'), 'pip');
        return (0,external_node_fs_.existsSync)(folder) ? folder : external_node_path_.join(homeDir, '.config', 'pip');
    }
    const [config] = absoluteList(env['XDG_CONFIG_HOME']);
    return external_node_path_.join(config ?? external_node_path_.join(homeDir, '.config'), 'pip');
}
function absoluteList(text) {
    return (text ?? '').split(external_node_path_.delimiter).map((item) => item.trim()).filter((item) => external_node_path_.isAbsolute(item));
}
function config_files_basename({ platform }) {
    return platform === 'win32' ? 'pip.ini' : 'pip.conf';
}

;// CONCATENATED MODULE: ./build/requests/pip-config.js






const SECTIONS = ['global', 'install', ':env:'];
const NOT_OPTIONS = ['version', 'help'];
function pip_config_readPipConfig(world, about) {
    const files = configFiles(world, about).map((file) => ({ ...file, items: readConfigFile(file.path, world.cwd) }));
    const byPath = new Map(files.map((file) => [file.path, file.items ?? []]));
    const items = [...[...byPath.values()].flat(), ...(about.isIsolated ? [] : environmentItems(world))];
    const names = table_longNames('config');
    const settings = [];
    const replaced = [];
    for (const section of SECTIONS) {
        for (const [key, said] of groupByKey(items.filter((item) => item.section === section))) {
            const option = names.get(key);
            const last = said.at(-1);
            if (option === undefined || last === undefined)
                continue;
            if (last.value !== '')
                settings.push(pip_config_toSetting(option, last));
            replaced.push(...said.slice(0, -1).map((item) => pip_config_toSetting(option, item)));
        }
    }
    return { settings, replaced, files: files.map(({ level, path: file, items: found }) => ({ level, path: file, found: found !== undefined })) };
}
function pip_config_toSetting(option, { value, origin }) {
    return { option, value, origin };
}
function groupByKey(items) {
    const groups = new Map();
    for (const item of items)
        groups.set(item.key, [...(groups.get(item.key) ?? []), item]);
    return groups;
}
function readConfigFile(file, cwd) {
    const origin = { kind: 'file', path: file };
    const text = decodeUtf8(readIfThere(external_node_path_.resolve(cwd, file)), origin);
    if (text === undefined)
        return undefined;
    const entries = parseIni(text, normalizeKey);
    if (!entries.ok)
        throw new errors/* UserError */.yo('config-syntax', `pip's configuration file cannot be parsed: ${entries.message}`, { origin });
    return entries.value.map(({ section, key, value }) => ({ section, key, value, origin: { kind: 'config', path: file, key: `${section}.${key}` } }));
}
function readIfThere(file) {
    try {
        return (0,external_node_fs_.readFileSync)(file);
    }
    catch {
        return undefined;
    }
}
function decodeUtf8(bytes, origin) {
    try {
        return bytes === undefined ? undefined : new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch (cause) {
        throw new errors/* UserError */.yo('config-syntax', "pip's configuration file contains invalid UTF-8 characters", { origin, cause });
    }
}
function environmentItems({ env, platform }) {
    return Object.entries(env).flatMap(([spelled, value]) => {
        const name = platform === 'win32' ? spelled.toUpperCase() : spelled;
        if (!name.startsWith('PIP_') || value === undefined)
            return [];
        const key = normalizeKey(name.slice('PIP_'.length));
        return NOT_OPTIONS.includes(key) ? [] : [{ section: ':env:', key, value, origin: { kind: 'environment', name } }];
    });
}
function normalizeKey(name) {
    return name.toLowerCase().replaceAll('_', '-').replace(/^--/, '');
}

;// CONCATENATED MODULE: ./build/kernel/disk-error.js

function disk_error_diskError(error, facts) {
    const code = (0,errors/* systemErrorCode */.vq)(error);
    const kind = code === undefined ? undefined : KINDS[code];
    if (kind === undefined)
        return error;
    const space = kind.code === 'disk-full' ? facts.space?.() : kind.hint === FILES ? openFilesAllowed() : undefined;
    const message = `${facts.doing} failed: ${kind.words}${space === undefined ? '' : ` (${space})`}: ${(0,errors/* messageOf */.bD)(error)}${facts.outcome ?? ''}`;
    return new errors/* UserError */.yo(kind.code, message, { ...(kind.hint === undefined ? {} : { hint: kind.hint }), cause: error });
}
function limitError(error) {
    if ((0,errors/* isUserError */.iU)(error))
        return error;
    const text = `${(0,errors/* systemErrorCode */.vq)(error) ?? ''} ${(0,errors/* messageOf */.bD)(error)}`;
    const code = /\bENFILE\b/.test(text) ? 'ENFILE' : /\bEMFILE\b|too many open files/.test(text) ? 'EMFILE' : undefined;
    return code === undefined ? error : disk_error_diskError(Object.assign(new Error((0,errors/* messageOf */.bD)(error), { cause: error }), { code }), { doing: 'the run', outcome: '; the environment is as it was' });
}
function openFilesAllowed() {
    try {
        const report = process.report.getReport();
        const soft = report.userLimits?.open_files?.soft;
        return soft === undefined ? undefined : `${soft} are allowed`;
    }
    catch {
        return undefined;
    }
}
const WRITABLE = 'use a virtual environment (--venv DIR), --target DIR, or a user who may write there';
const FILES = 'allow more open files (ulimit -n), or do less at once (--jobs 4)';
const KINDS = {
    ENOSPC: { code: 'disk-full', words: 'the disk is full', hint: 'free some space, or install to another disk' },
    EDQUOT: { code: 'disk-full', words: 'the disk quota is used up', hint: 'free some space, or install to another disk' },
    EACCES: { code: 'target-readonly', words: 'permission denied', hint: WRITABLE },
    EPERM: { code: 'target-readonly', words: 'not permitted', hint: WRITABLE },
    EROFS: { code: 'target-readonly', words: 'the file system is read-only', hint: WRITABLE },
    ENAMETOOLONG: { code: 'path-too-long', words: 'a name is longer than the file system allows', hint: 'install to a folder with a shorter path' },
    EMFILE: { code: 'install-failed', words: 'too many files are open', hint: FILES },
    ENFILE: { code: 'install-failed', words: 'the system has too many files open', hint: FILES },
    EIO: { code: 'install-failed', words: 'the disk failed' },
    EBUSY: { code: 'install-failed', words: 'a file is in use' },
    EXDEV: { code: 'install-failed', words: 'its parts lie on different disks' },
};
function formatBytes(bytes) {
    const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
    const exponent = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
    const value = bytes / 1000 ** exponent;
    return `${value < 10 && exponent > 0 ? value.toFixed(1) : Math.round(value)} ${units[exponent] ?? ''}`;
}

;// CONCATENATED MODULE: ./build/net/transport.js
function preloadTransport() {
    Promise.all(/* import() */[__nccwpck_require__.e(163), __nccwpck_require__.e(95)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6095)).catch(() => undefined);
}
function openTransport(settings) {
    let opening;
    const connections = () => (opening ??= Promise.all(/* import() */[__nccwpck_require__.e(163), __nccwpck_require__.e(95)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6095)).then(({ openConnections }) => openConnections(settings)));
    return {
        proxyFor: settings.proxyFor,
        exchange: async (url, options) => (await connections()).exchange(url, options),
        explainRefusal: async (url) => (await connections()).explainRefusal(url),
        close: async () => (await opening)?.close(),
    };
}

;// CONCATENATED MODULE: ./build/standards/headers.js
const HEADER_LINE = /^(?:From |[\x21-\x39\x3b-\x7e]*:|[\t ])/;
function parseHeaders(text) {
    return headerBlock(text).headers;
}
function parseMessage(text) {
    const { headers, end } = headerBlock(text);
    return { headers, body: text.slice(end).replace(/^(?:\r\n|\r|\n)/, '') };
}
function headerBlock(text) {
    const headers = [];
    let open;
    let end = 0;
    const nextLine = /[^\r\n]*(?:\r\n|\r|\n|$)/y;
    while (nextLine.lastIndex < text.length) {
        const line = nextLine.exec(text)?.[0] ?? '';
        if (!HEADER_LINE.test(line))
            break;
        end = nextLine.lastIndex;
        if (line.startsWith(' ') || line.startsWith('\t')) {
            if (open !== undefined)
                open.value += line;
            continue;
        }
        if (open !== undefined)
            headers.push({ name: open.name, value: trimValue(open.value) });
        open = startHeader(line);
    }
    if (open !== undefined)
        headers.push({ name: open.name, value: trimValue(open.value) });
    return { headers, end };
}
function headerValue(headers, name) {
    return headerValues(headers, name)[0];
}
function headerValues(headers, name) {
    const wanted = name.toLowerCase();
    return headers.filter((header) => header.name.toLowerCase() === wanted).map((header) => header.value);
}
function headerTable(headers) {
    const table = new Map();
    for (const { name, value } of headers) {
        const key = name.toLowerCase();
        const values = table.get(key);
        if (values === undefined)
            table.set(key, [value]);
        else
            values.push(value);
    }
    return table;
}
function startHeader(line) {
    const colon = line.indexOf(':');
    if (colon < 1 || line.startsWith('From '))
        return undefined;
    return { name: line.slice(0, colon), value: line.slice(colon + 1) };
}
function trimValue(value) {
    let start = 0;
    let end = value.length;
    while (start < end && ' \t\r\n'.includes(value.charAt(start)))
        start += 1;
    while (end > start && '\r\n'.includes(value.charAt(end - 1)))
        end -= 1;
    return value.slice(start, end);
}

;// CONCATENATED MODULE: ./build/standards/text-lines.js

const LINE_END = /\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/;
const ONE_SPACE = new RegExp(`^[${PYTHON_SPACE}]$`);
function text_lines_splitLines(text) {
    const lines = text.split(LINE_END);
    if (lines.at(-1) === '')
        lines.pop();
    return lines;
}
function text_lines_isPythonSpace(character) {
    return ONE_SPACE.test(character);
}
function text_lines_stripCharacters(text, characters) {
    let start = 0;
    let end = text.length;
    while (start < end && characters.includes(text.charAt(start)))
        start += 1;
    while (end > start && characters.includes(text.charAt(end - 1)))
        end -= 1;
    return text.slice(start, end);
}

;// CONCATENATED MODULE: ./build/standards/requires-txt.js




function withRequiresTxt(metadata, requiresTxt) {
    const said = headerTable(parseHeaders(metadata));
    const entries = parseRequiresTxt(requiresTxt);
    const extras = new Set(entries.map(({ extra }) => extra).filter((extra) => extra !== ''));
    const added = [
        ...(said.has('requires-dist') ? [] : entries.map((entry) => `Requires-Dist: ${requirementOf(entry)}`)),
        ...(said.has('provides-extra') ? [] : [...extras].map((extra) => `Provides-Extra: ${extra}`)),
    ];
    return added.map((line) => `${line}\n`).join('') + metadata;
}
function parseRequiresTxt(text) {
    const entries = [];
    let [extra, marker] = ['', ''];
    for (const line of text_lines_splitLines(text).map(python_strings_pythonStrip)) {
        if (line === '' || line.startsWith('#'))
            continue;
        if (line.startsWith('[') && line.endsWith(']')) {
            const [name = '', ...rest] = text_lines_stripCharacters(line, '[]').split(':');
            extra = name === '' ? '' : names_normalizeName(name);
            marker = rest.join(':');
        }
        else
            entries.push({ requirement: line, extra, marker });
    }
    return entries;
}
function requirementOf({ requirement, extra, marker }) {
    const ofExtra = extra === '' ? '' : `extra == "${extra}"`;
    const both = ofExtra !== '' && marker !== '' ? `(${marker}) and ${ofExtra}` : `${marker}${ofExtra}`;
    return both === '' ? requirement : `${requirement} ; ${both}`;
}

;// CONCATENATED MODULE: ./build/standards/version-parts.js

const VERSION = new RegExp(`^[${PYTHON_SPACE}]*v?` +
    '(?:([0-9]+)!)?' +
    '([0-9]+(?:\\.[0-9]+)*)' +
    '(?:[._-]?(alpha|a|beta|b|preview|pre|c|rc)[._-]?([0-9]+)?)?' +
    '(?:-([0-9]+)|[._-]?(post|rev|r)[._-]?([0-9]+)?)?' +
    '(?:[._-]?(dev)[._-]?([0-9]+)?)?' +
    '(?:\\+([a-z0-9]+(?:[._-][a-z0-9]+)*))?' +
    `[${PYTHON_SPACE}]*$`, 'i');
const PHASES = {
    a: 'a', alpha: 'a', b: 'b', beta: 'b', c: 'rc', rc: 'rc', pre: 'rc', preview: 'rc',
};
const PLAIN_RELEASE = /^(?:0|[1-9][0-9]*)(?:\.(?:0|[1-9][0-9]*))*$/;
function scanVersion(text) {
    if (PLAIN_RELEASE.test(text))
        return partsOfRelease(text.split('.'));
    const match = VERSION.exec(text);
    if (match === null)
        return undefined;
    const [, epoch, release = '', phase, preNumber, barePost, postWord, postNumber, devWord, devNumber, local] = match;
    return {
        epoch: digits(epoch),
        release: release.split('.').map(digits),
        pre: phase === undefined ? undefined : { phase: PHASES[phase.toLowerCase()] ?? 'rc', number: digits(preNumber) },
        post: barePost === undefined && postWord === undefined ? undefined : digits(barePost ?? postNumber),
        dev: devWord === undefined ? undefined : digits(devNumber),
        local: local?.toLowerCase().split(/[._-]/).map((segment) => (/^[0-9]+$/.test(segment) ? digits(segment) : segment)),
    };
}
function partsOfRelease(release) {
    return { epoch: '0', release, pre: undefined, post: undefined, dev: undefined, local: undefined };
}
function digits(text) {
    if (text === undefined)
        return '0';
    return text.length > 1 && text.startsWith('0') ? text.replace(/^0+(?=[0-9])/, '') : text;
}
function formatVersionParts(parts) {
    return ((parts.epoch === '0' ? '' : `${parts.epoch}!`) +
        parts.release.join('.') +
        (parts.pre === undefined ? '' : parts.pre.phase + parts.pre.number) +
        (parts.post === undefined ? '' : `.post${parts.post}`) +
        (parts.dev === undefined ? '' : `.dev${parts.dev}`) +
        (parts.local === undefined ? '' : `+${parts.local.join('.')}`));
}
const KEY_MAX = '\x7f';
const KEY_NEXT = '\0';
const KEY_FINAL = '401';
const PHASE_RANK = { a: '1', b: '2', rc: '3' };
const LONGEST_COUNTED = 32;
function encodeNumber(number) {
    if (number.length <= LONGEST_COUNTED)
        return String.fromCharCode(0x40 + number.length) + number;
    return `~${encodeNumber(String(number.length))}${number}`;
}
function sortKeyOfPre(parts) {
    let end = parts.release.length;
    while (end > 0 && parts.release[end - 1] === '0')
        end -= 1;
    let key = encodeNumber(parts.epoch);
    for (let i = 0; i < end; i += 1)
        key += encodeNumber(parts.release[i] ?? '0');
    if (parts.pre !== undefined)
        return key + PHASE_RANK[parts.pre.phase] + encodeNumber(parts.pre.number);
    return key + (parts.post === undefined && parts.dev !== undefined ? '0' : '4');
}
function sortKeyOf(parts) {
    const post = parts.post === undefined ? '0' : `1${encodeNumber(parts.post)}`;
    const dev = parts.dev === undefined ? '1' : `0${encodeNumber(parts.dev)}`;
    let key = sortKeyOfPre(parts) + post + dev;
    for (const segment of parts.local ?? [])
        key += /^[0-9]+$/.test(segment) ? `1${encodeNumber(segment)}` : `0${segment} `;
    return key;
}

;// CONCATENATED MODULE: ./build/standards/version.js

function version_parseVersion(text) {
    const plain = parsePlainRelease(text);
    if (plain !== undefined)
        return plain;
    const parts = scanVersion(text);
    return parts === undefined ? undefined : versionFromParts(parts);
}
function compareVersions(a, b) {
    if (a.sortKey === b.sortKey)
        return 0;
    return a.sortKey < b.sortKey ? -1 : 1;
}
const EXACT_DIGITS = 15;
const ENCODED_ZERO = encodeNumber('0');
const SMALL_NUMBERS = Array.from({ length: 256 }, (_, number) => encodeNumber(String(number)));
function parsePlainRelease(text) {
    const release = [];
    let sortKey = ENCODED_ZERO;
    let zeros = 0;
    let number = 0;
    let length = 0;
    for (let i = 0; i <= text.length; i += 1) {
        const code = i < text.length ? text.charCodeAt(i) : 0x2e;
        if (code >= 0x30 && code <= 0x39) {
            if (length > 0 && number === 0)
                return undefined;
            number = number * 10 + code - 0x30;
            length += 1;
            continue;
        }
        if (code !== 0x2e || length === 0 || length > EXACT_DIGITS)
            return undefined;
        release.push(number);
        if (number === 0)
            zeros += 1;
        else {
            for (; zeros > 0; zeros -= 1)
                sortKey += ENCODED_ZERO;
            sortKey += SMALL_NUMBERS[number] ?? encodeNumber(String(number));
        }
        number = 0;
        length = 0;
    }
    return plainVersion(text, release, sortKey + KEY_FINAL);
}
function plainVersion(text, release, sortKey) {
    return {
        epoch: 0, release, pre: undefined, post: undefined, dev: undefined, local: undefined, text, isPrerelease: false, sortKey,
    };
}
function versionFromParts(parts) {
    return {
        epoch: Number(parts.epoch),
        release: parts.release.map(Number),
        pre: parts.pre === undefined ? undefined : { phase: parts.pre.phase, number: Number(parts.pre.number) },
        post: parts.post === undefined ? undefined : Number(parts.post),
        dev: parts.dev === undefined ? undefined : Number(parts.dev),
        local: parts.local?.map((segment) => (/^[0-9]+$/.test(segment) ? Number(segment) : segment)),
        text: formatVersionParts(parts),
        isPrerelease: parts.pre !== undefined || parts.dev !== undefined,
        sortKey: sortKeyOf(parts),
    };
}

;// CONCATENATED MODULE: ./build/target/file-facts.js

function factsOf(file) {
    try {
        return (0,external_node_fs_.statSync)(file, { throwIfNoEntry: false });
    }
    catch {
        return undefined;
    }
}
function file_facts_isFolder(file) {
    return factsOf(file)?.isDirectory() ?? false;
}

;// CONCATENATED MODULE: ./build/target/installed.js







const STANDARD_LIBRARY = new Set(['python', 'wsgiref', 'argparse']);
function installed_listInstalled(sitePaths) {
    const distributions = new Map();
    const faults = [];
    for (const found of sitePaths.flatMap(findInFolder)) {
        const distribution = identify(found);
        if (typeof distribution === 'string')
            faults.push(distribution);
        else if (!STANDARD_LIBRARY.has(distribution.name) && !distributions.has(distribution.name))
            distributions.set(distribution.name, distribution);
    }
    return { distributions, faults };
}
function readInstalledMetadata({ infoPath, kind }) {
    const files = [external_node_path_.join(infoPath, 'METADATA'), external_node_path_.join(infoPath, 'PKG-INFO'), infoPath];
    for (const file of files) {
        const text = installed_readIfThere(file);
        if (text === undefined)
            continue;
        const requires = kind === 'dist-info' ? undefined : installed_readIfThere(external_node_path_.join(infoPath, 'requires.txt'));
        return requires === undefined ? text : withRequiresTxt(text, requires);
    }
    return undefined;
}
function installed_isLocal(target, { sitePath }) {
    return !target.isVirtualEnvironment || `${path.resolve(sitePath)}${path.sep}`.startsWith(`${path.resolve(target.prefix)}${path.sep}`);
}
function findInFolder(folder) {
    const names = listFolder(folder);
    const infos = infosAmong(names, folder).map((infoPath) => ({ infoPath, sitePath: folder, kind: infoKind(infoPath) }));
    const links = names.filter((name) => name.endsWith('.egg-link')).flatMap((name) => followLink(folder, name));
    return [...infos, ...links];
}
function followLink(folder, link) {
    const lines = (installed_readIfThere(path.join(folder, link)) ?? '').split(/\r?\n/).map((line) => line.trim());
    const named = lines.find((line) => line !== '');
    if (named === undefined)
        return [];
    const linked = path.resolve(folder, named);
    return infosAmong(listFolder(linked), linked).map((infoPath) => ({ infoPath, sitePath: folder, kind: 'egg-link' }));
}
function infosAmong(names, folder) {
    const isEgg = folder.toLowerCase().endsWith('.egg');
    return names.filter((name) => /\.(dist|egg)-info$/i.test(name) || (isEgg && name.toLowerCase() === 'egg-info')).map((name) => path.join(folder, name));
}
function infoKind(infoPath) {
    return infoPath.toLowerCase().endsWith('.dist-info') ? 'dist-info' : 'egg-info';
}
function identify(found) {
    const base = path.basename(found.infoPath);
    if (base.startsWith('~'))
        return `${found.infoPath} is left over from an interrupted installation and can be deleted`;
    const [fromName, fromVersion] = splitInfoName(base);
    const version = parseVersion(fromVersion ?? '');
    if (fromName !== undefined && version !== undefined && isProjectName(fromName))
        return { ...found, name: normalizeName(fromName), version };
    const text = readInstalledMetadata(found) ?? '';
    const name = version === undefined && fromVersion !== undefined ? header(text, 'Name') : (fromName ?? header(text, 'Name'));
    const read = parseVersion(header(text, 'Version') ?? '');
    if (name === undefined || !isProjectName(name))
        return `${found.infoPath} has no valid name`;
    return read === undefined ? `${found.infoPath} has no valid version` : { ...found, name: normalizeName(name), version: read };
}
function splitInfoName(base) {
    const stem = base.replace(/\.(dist|egg)-info$/i, '');
    const dash = stem.indexOf('-');
    if (/\.dist-info$/i.test(base))
        return dash === -1 ? [undefined, undefined] : [stem.slice(0, dash), stem.slice(dash + 1)];
    return stem === base ? [undefined, undefined] : [dash === -1 ? stem : stem.slice(0, dash), undefined];
}
function header(text, field) {
    const [head = ''] = text.split(/\r?\n\r?\n/, 1);
    return new RegExp(`^${field}:[ \\t]*(.*?)[ \\t]*\\r?$`, 'im').exec(head)?.[1];
}
function listFolder(folder) {
    try {
        return readdirSync(folder).sort();
    }
    catch (error) {
        if (isUnanswered(error))
            throw error;
        return [];
    }
}
function installed_readIfThere(file) {
    try {
        return factsOf(file)?.isFile() === true ? (0,external_node_fs_.readFileSync)(file, 'utf8') : undefined;
    }
    catch (error) {
        if ((0,errors/* isUnanswered */.Ni)(error))
            throw error;
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/standards/tags-mobile.js
const OLDEST_IOS = 12;
const LAST_IOS_MINOR = 9;
const OLDEST_ANDROID_API = 16;
function iosPlatforms([major, minor], multiarch) {
    const platforms = [];
    for (let at = major; at >= OLDEST_IOS; at -= 1) {
        for (let below = at === major ? minor : LAST_IOS_MINOR; below >= 0; below -= 1)
            platforms.push(`ios_${at}_${below}_${multiarch}`);
    }
    return platforms;
}
function androidPlatforms(apiLevel, abi) {
    const count = Math.max(0, apiLevel - OLDEST_ANDROID_API + 1);
    return Array.from({ length: count }, (_, below) => `android_${apiLevel - below}_${abi}`);
}

;// CONCATENATED MODULE: ./build/standards/tags-macos.js
function parseAppleVersion(text) {
    const [major = '0', minor = '0'] = text.split('.');
    return [Number(major), Number(minor)];
}
function macosArchitecture(machine, pointerBits) {
    if (pointerBits !== 32)
        return machine;
    return machine.startsWith('ppc') ? 'ppc' : 'i386';
}
function macosPlatforms([major, minor], architecture) {
    if (major === 10)
        return versions(10, minor, 0).flatMap((version) => formatsOn(version, architecture));
    if (major < 11)
        return [];
    const current = Array.from({ length: major - 10 }, (_, below) => [major - below, 0]);
    const older = versions(10, 16, 4).flatMap((version) => architecture === 'x86_64' ? formatsOn(version, architecture) : [platformName(version, 'universal2')]);
    return [...current.flatMap((version) => formatsOn(version, architecture)), ...older];
}
function versions(major, newest, oldest) {
    return Array.from({ length: Math.max(0, newest - oldest + 1) }, (_, below) => [major, newest - below]);
}
function platformName([major, minor], format) {
    return `macosx_${major}_${minor}_${format}`;
}
function formatsOn(version, architecture) {
    return binaryFormats(version, architecture).map((format) => platformName(version, format));
}
function binaryFormats(version, architecture) {
    const isBefore10 = (minor) => version[0] < 10 || (version[0] === 10 && version[1] < minor);
    switch (architecture) {
        case 'x86_64':
            return isBefore10(4) ? [] : ['x86_64', 'intel', 'fat64', 'fat3', 'universal2', 'universal'];
        case 'i386':
            return isBefore10(4) ? [] : ['i386', 'intel', 'fat3', 'fat', 'universal'];
        case 'ppc64':
            return isBefore10(4) || !isBefore10(6) ? [] : ['ppc64', 'fat64', 'universal'];
        case 'ppc':
            return isBefore10(7) ? ['ppc', 'fat3', 'fat', 'universal'] : [];
        case 'arm64':
            return ['arm64', 'universal2'];
        case 'intel':
            return ['intel', 'universal'];
        default:
            return [architecture];
    }
}

;// CONCATENATED MODULE: ./build/standards/tags-custom.js


function expandPlatforms(platforms) {
    const expanded = new Set();
    for (const platform of platforms) {
        if (expanded.has(platform))
            continue;
        for (const member of membersOf(platform))
            expanded.add(member);
    }
    return [...expanded];
}
function membersOf(platform) {
    if (platform.startsWith('macosx'))
        return appleMembers(platform, 'macosx_', macosPlatforms);
    if (platform.startsWith('ios'))
        return appleMembers(platform, 'ios_', (version, rest) => iosPlatforms(version, rest.replaceAll('-', '_')));
    const android = /^android_([0-9]+)_(.+)$/.exec(platform);
    if (android !== null)
        return androidPlatforms(Number(android[1]), (android[2] ?? '').replace(/[.\- ]/g, '_'));
    return [platform, ...olderManylinux(platform)];
}
function appleMembers(platform, prefix, list) {
    const match = /^(.+)_([0-9]+)_([0-9]+)_(.+)$/.exec(platform);
    if (match === null)
        return [platform];
    const [, name = '', major, minor, rest = ''] = match;
    return list([Number(major), Number(minor)], rest).map((member) => `${name}_${member.slice(prefix.length)}`);
}
function olderManylinux(platform) {
    const match = /^(manylinux20(?:10|14))(_(.*))?$/.exec(platform);
    if (match === null)
        return [];
    const [, name, suffix = '', architecture] = match;
    if (name === 'manylinux2010')
        return [`manylinux1${suffix}`];
    return architecture === 'i686' || architecture === 'x86_64' ? [`manylinux2010${suffix}`, `manylinux1${suffix}`] : [];
}

;// CONCATENATED MODULE: ./build/standards/tags-linux.js
const MANYLINUX_ARCHITECTURES = new Set(['x86_64', 'aarch64', 'ppc64', 'ppc64le', 's390x', 'loongarch64', 'riscv64']);
const LEGACY_NAMES = { '2_17': 'manylinux2014', '2_12': 'manylinux2010', '2_5': 'manylinux1' };
const LAST_MINOR = 50;
const EM_386 = 3;
const EM_ARM = 40;
const ARM_ABI_MASK = 0xff000000;
const ARM_ABI_VERSION_5 = 0x05000000;
const ARM_ABI_FLOAT_HARD = 0x400;
function linuxPlatforms(platform, facts) {
    if (!platform.startsWith('linux_'))
        return [platform];
    const architectures = architecturesOf(platform.slice('linux_'.length), facts.pointerBits);
    return [
        ...architectures.map((architecture) => `linux_${architecture}`),
        ...manylinuxPlatforms(architectures, facts),
        ...musllinuxPlatforms(architectures, facts),
    ];
}
function architecturesOf(reported, pointerBits) {
    const is32Bit = pointerBits === 32;
    if (is32Bit && reported === 'x86_64')
        return ['i686'];
    if (reported === 'armv8l' || (is32Bit && reported === 'aarch64'))
        return ['armv8l', 'armv7l'];
    return [reported];
}
function manylinuxPlatforms(architectures, facts) {
    const glibc = facts.libc?.name === 'glibc' ? majorMinor(facts.libc.version) : undefined;
    if (glibc === undefined || !hasManylinuxAbi(architectures, facts.executable))
        return [];
    const oldestMinor = architectures.includes('x86_64') || architectures.includes('i686') ? 5 : 17;
    const refused = new Set(facts.manylinuxRefused);
    return architectures.flatMap((architecture) => glibcVersions(glibc, oldestMinor)
        .filter((version) => !refused.has(`manylinux_${version}_${architecture}`))
        .flatMap((version) => {
        const legacy = LEGACY_NAMES[version];
        return [`manylinux_${version}_${architecture}`, ...(legacy === undefined ? [] : [`${legacy}_${architecture}`])];
    }));
}
function glibcVersions([major, minor], oldestMinorOf2) {
    const versions = [];
    for (let at = major; at >= 2; at -= 1) {
        const oldest = at === 2 ? oldestMinorOf2 : 0;
        for (let below = at === major ? minor : LAST_MINOR; below >= oldest; below -= 1)
            versions.push(`${at}_${below}`);
    }
    return versions;
}
function hasManylinuxAbi(architectures, elf) {
    const is32Bit = elf?.class === 1 && elf.data === 1;
    if (architectures.includes('armv7l')) {
        return is32Bit && elf.machine === EM_ARM && (elf.flags & ARM_ABI_MASK) === ARM_ABI_VERSION_5 && (elf.flags & ARM_ABI_FLOAT_HARD) !== 0;
    }
    if (architectures.includes('i686'))
        return is32Bit && elf.machine === EM_386;
    return architectures.some((architecture) => MANYLINUX_ARCHITECTURES.has(architecture));
}
function musllinuxPlatforms(architectures, facts) {
    const musl = facts.libc?.name === 'musl' ? majorMinor(facts.libc.version) : undefined;
    if (musl === undefined)
        return [];
    const [major, minor] = musl;
    return architectures.flatMap((architecture) => Array.from({ length: minor + 1 }, (_, below) => `musllinux_${major}_${minor - below}_${architecture}`));
}
function majorMinor(version) {
    const match = /^([0-9]+)\.([0-9]+)/.exec(version);
    return match === null ? undefined : [Number(match[1]), Number(match[2])];
}

;// CONCATENATED MODULE: ./build/standards/tags-platforms.js



function normalizePlatform(text) {
    return text.replace(/[.\- ]/g, '_');
}
function platformsOf(facts) {
    const own = normalizePlatform(facts.platform);
    switch (facts.system) {
        case 'Darwin':
            return macosPlatforms(parseAppleVersion(facts.appleVersion ?? ''), macosArchitecture(facts.appleMachine ?? '', facts.pointerBits));
        case 'iOS':
            return iosPlatforms(parseAppleVersion(facts.appleVersion ?? ''), normalizePlatform(facts.appleMachine ?? ''));
        case 'Android':
            return androidPlatforms(facts.androidApiLevel ?? 0, normalizePlatform(facts.platform.split('-').at(-1) ?? ''));
        case 'Linux':
            return linuxPlatforms(own, facts);
        case 'Emscripten':
            return facts.emscriptenVersion === undefined ? [own] : [`pyemscripten_${facts.emscriptenVersion}_wasm32`, own];
        default:
            return [own];
    }
}

;// CONCATENATED MODULE: ./build/standards/tags.js



const SHORT_NAMES = { python: 'py', cpython: 'cp', pypy: 'pp', ironpython: 'ip', jython: 'jy' };
function tags_tagsFor(facts, overrides = {}) {
    const version = overrides.pythonVersion === undefined
        ? [facts.versionMajor, facts.versionMinor]
        : splitVersion(overrides.pythonVersion);
    const implementation = overrides.implementation ?? SHORT_NAMES[facts.implementation] ?? facts.implementation;
    const nodot = overrides.pythonVersion ?? facts.versionNodot ?? versionNodot([facts.versionMajor, facts.versionMinor]);
    const platforms = isGiven(overrides.platforms) ? expandPlatforms(overrides.platforms) : platformsOf(facts);
    const interpreter = implementation + nodot;
    const specific = implementation === 'cp'
        ? cpythonTags(version, overrides.abis ?? cpythonAbis(version, facts), platforms)
        : genericTags(interpreter, overrides.abis ?? genericAbis(facts), platforms);
    return [...specific, ...compatibleTags(version, interpreter, platforms)].map((tag) => tag.toLowerCase());
}
function isGiven(list) {
    return list !== undefined && list.length > 0;
}
function splitVersion(nodot) {
    return nodot.length > 1 ? [Number(nodot.charAt(0)), Number(nodot.slice(1))] : [Number(nodot)];
}
function versionNodot(version) {
    return version.join('');
}
function isAtLeast([major, minor], wantedMajor, wantedMinor) {
    return major > wantedMajor || (major === wantedMajor && minor !== undefined && minor >= wantedMinor);
}
function cpythonAbis(version, facts) {
    if (version.length === 1)
        return [];
    const threading = facts.freeThreaded && isAtLeast(version, 3, 13) ? 't' : '';
    const debug = facts.debug ? 'd' : '';
    const base = `cp${versionNodot(version)}${threading}`;
    if (isAtLeast(version, 3, 8))
        return debug === '' ? [base] : [base + debug, base];
    const unicode = facts.wideUnicode && !isAtLeast(version, 3, 3) ? 'u' : '';
    return [base + debug + (facts.pymalloc ? 'm' : '') + unicode];
}
function genericAbis(facts) {
    const parts = facts.extensionSuffix.split('.');
    if (parts[0] !== '')
        throw unusableSuffix(facts);
    const soabi = parts[1] ?? '';
    if (parts.length < 3)
        return cpythonAbis([facts.versionMajor, facts.versionMinor], facts);
    const words = soabi.split('-');
    if (soabi.startsWith('cpython')) {
        if (words[1] === undefined || words[1] === '')
            throw unusableSuffix(facts);
        return [normalizePlatform(`cp${words[1]}`)];
    }
    if (soabi.startsWith('cp'))
        return [normalizePlatform(words[0] ?? '')];
    if (soabi.startsWith('pypy'))
        return [normalizePlatform(words.slice(0, 2).join('-'))];
    if (soabi.startsWith('graalpy'))
        return [normalizePlatform(words.slice(0, 3).join('-'))];
    return soabi === '' ? [] : [normalizePlatform(soabi)];
}
function unusableSuffix(facts) {
    const suffix = JSON.stringify(facts.extensionSuffix);
    return new errors/* UserError */.yo('python-missing', `The interpreter reports an unusable suffix of extension modules: ${suffix}.`);
}
function cpythonTags(version, abis, platforms) {
    const interpreter = `cp${versionNodot(version)}`;
    const isThreaded = /^cp[0-9]+.*t/.test(abis[0] ?? '');
    const stable = isThreaded ? 'abi3t' : 'abi3';
    const own = abis.filter((abi) => abi !== 'none' && abi !== 'abi3' && !(isThreaded && abi === 'abi3t'));
    const hasStable = version.length > 1 && isAtLeast(version, 3, 2);
    const tags = [...own, ...(hasStable ? [stable] : []), 'none'].flatMap((abi) => onEach(platforms, interpreter, abi));
    if (!hasStable)
        return tags;
    for (let minor = (version[1] ?? 0) - 1; minor > 1; minor -= 1) {
        tags.push(...onEach(platforms, `cp${version[0]}${minor}`, stable));
    }
    return tags;
}
function genericTags(interpreter, abis, platforms) {
    const all = abis.includes('none') ? abis : [...abis, 'none'];
    return all.flatMap((abi) => onEach(platforms, interpreter, abi));
}
function compatibleTags(version, interpreter, platforms) {
    const pythons = pythonRange(version);
    return [
        ...pythons.flatMap((python) => onEach(platforms, python, 'none')),
        `${interpreter}-none-any`,
        ...pythons.map((python) => `${python}-none-any`),
    ];
}
function pythonRange([major, minor]) {
    if (minor === undefined)
        return [`py${major}`];
    return [`py${major}${minor}`, `py${major}`, ...Array.from({ length: minor }, (_, below) => `py${major}${minor - 1 - below}`)];
}
function onEach(platforms, interpreter, abi) {
    return platforms.map((platform) => `${interpreter}-${abi}-${platform}`);
}

;// CONCATENATED MODULE: ./build/target/externally-managed.js




function readManagedMessage(stdlib, prefix) {
    const text = externally_managed_readIfThere(external_node_path_.join(stdlib, 'EXTERNALLY-MANAGED'));
    if (text === undefined)
        return undefined;
    const entries = parseIni(text);
    const message = entries.ok ? entries.value.find(({ section, key }) => section === 'externally-managed' && key === 'error')?.value : undefined;
    return message ?? `The Python environment under ${prefix} is managed externally, and may not be manipulated by the user. `
        + "Please use specific tooling from the distributor of the Python installation to interact with this environment instead.";
}
function externally_managed_readIfThere(file) {
    try {
        return (0,external_node_fs_.readFileSync)(file, 'utf8');
    }
    catch (error) {
        return (0,errors/* systemErrorCode */.vq)(error) === 'ENOENT' || (0,errors/* systemErrorCode */.vq)(error) === 'ENOTDIR' ? undefined : '';
    }
}

;// CONCATENATED MODULE: ./build/target/find-python.js




const NAMES_IN_FOLDER = [external_node_path_.join('bin', 'python'), external_node_path_.join('Scripts', 'python.exe'), external_node_path_.join('bin', 'python3'), 'python.exe'];
const MAX_LINKS = 40;
const HINT = 'install Python 3.8 or later, activate a virtual environment, or name an interpreter with --python';
function findPython(world, request = {}) {
    if (request.named !== undefined)
        return findNamed(world, request.named);
    const active = world.env['VIRTUAL_ENV'];
    if (active !== undefined && active !== '')
        return findActive(world, active);
    const located = request.location === undefined ? [] : inFolder(world, request.location, 'the prepared Python installation');
    const commands = ['python', 'python3'].flatMap((name) => onPath(world, name));
    const looked = [...located, ...commands];
    const tried = [...(request.location === undefined ? [] : [request.location]), 'python on PATH', 'python3 on PATH'];
    if (looked.length === 0)
        throw find_python_missing('no Python interpreter was found', tried, HINT);
    return { candidates: looked, tried };
}
function pythonInFolder({ cwd }, folder) {
    const base = external_node_path_.resolve(cwd, folder);
    return NAMES_IN_FOLDER.map((name) => external_node_path_.join(base, name)).find(find_python_isFile);
}
function whyNoneIn({ cwd }, folder) {
    const base = external_node_path_.resolve(cwd, folder);
    for (const name of NAMES_IN_FOLDER) {
        const target = linkTarget(external_node_path_.join(base, name));
        if (target !== undefined)
            return `${external_node_path_.join(base, name)}: a link to ${target}, which is not there, or not to be read by this user`;
    }
    return `${base}: a folder without ${NAMES_IN_FOLDER[0]}`;
}
function linkTarget(file) {
    let target;
    for (let hops = 0, at = file; hops < MAX_LINKS; hops += 1, target = at) {
        try {
            at = external_node_path_.resolve(external_node_path_.dirname(at), (0,external_node_fs_.readlinkSync)(at));
        }
        catch {
            break;
        }
    }
    return target;
}
function find_python_missing(message, tried, hint) {
    return new errors/* UserError */.yo('python-missing', message, { hint, details: tried.map((place) => `tried: ${place}`) });
}
function findNamed(world, named) {
    const file = external_node_path_.resolve(world.cwd, named);
    if (find_python_isFile(file))
        return { candidates: [{ path: file, reason: '--python' }], tried: [file] };
    const candidates = file_facts_isFolder(file)
        ? inFolder(world, file, '--python')
        : isCommandName(named) ? onPath(world, named).map((found) => ({ ...found, reason: '--python' })) : [];
    const tried = file_facts_isFolder(file) ? [whyNoneIn(world, file)] : isCommandName(named) ? [file, `${named} on PATH`] : [file];
    if (candidates.length === 0)
        throw find_python_missing(`the Python interpreter ${named} was not found`, tried, 'give the path of an interpreter or of a virtual environment');
    return { candidates, tried };
}
function findActive(world, folder) {
    const candidates = inFolder(world, folder, 'VIRTUAL_ENV');
    if (candidates.length > 0)
        return { candidates, tried: [folder] };
    const hint = 'activate an environment that exists, unset VIRTUAL_ENV, or name an interpreter with --python';
    throw find_python_missing(`VIRTUAL_ENV names ${folder}, which has no Python interpreter`, [file_facts_isFolder(external_node_path_.resolve(world.cwd, folder)) ? whyNoneIn(world, folder) : folder], hint);
}
function inFolder(world, folder, reason) {
    const found = pythonInFolder(world, folder);
    return found === undefined ? [] : [{ path: found, reason }];
}
function onPath({ env, cwd, platform }, name) {
    const folders = (env['PATH'] ?? env['Path'] ?? '').split(external_node_path_.delimiter).filter((folder) => folder !== '');
    const names = platform === 'win32' && external_node_path_.extname(name) === '' ? [`${name}.exe`] : [name];
    const files = folders.flatMap((folder) => names.map((file) => external_node_path_.resolve(cwd, folder, file)));
    return files.filter(find_python_isFile).slice(0, 1).map((file) => ({ path: file, reason: `${name} on PATH` }));
}
function isCommandName(text) {
    return !/[/\\]/.test(text);
}
function find_python_isFile(file) {
    return factsOf(file)?.isFile() ?? false;
}

;// CONCATENATED MODULE: ./build/target/probe-script.js
const PROBE_MARK = '<<parallel-pip-probe>>';
const probe_script_BASE_PLACEHOLDER = '@BASE@';
const WRITE_JSON = `
def dump(value):
    if value is None:
        return 'null'
    if value is True:
        return 'true'
    if value is False:
        return 'false'
    if isinstance(value, (int, float)):
        return repr(value)
    if isinstance(value, dict):
        return '{' + ','.join([dump(str(k)) + ':' + dump(value[k]) for k in value]) + '}'
    if isinstance(value, (list, tuple)):
        return '[' + ','.join([dump(v) for v in value]) + ']'
    out = []
    for char in value:
        code = ord(char)
        if code > 0xffff:
            code -= 0x10000
            out.append('\\\\u%04x\\\\u%04x' % (0xd800 + (code >> 10), 0xdc00 + (code & 0x3ff)))
        elif char in '"\\\\' or code < 0x20 or code > 0x7e:
            out.append('\\\\u%04x' % code)
        else:
            out.append(char)
    return '"' + ''.join(out) + '"'
`;
const SCHEMES = `
in_venv = sys.prefix != sys.base_prefix
schemes = sysconfig.get_scheme_names()
preferred = getattr(sysconfig, 'get_preferred_scheme', None)
framework = bool(sysconfig.get_config_var('PYTHONFRAMEWORK'))
home_keys = ['installed_base', 'base', 'installed_platbase', 'platbase', 'prefix', 'exec_prefix']
if sysconfig.get_config_var('userbase') is not None:
    home_keys.append('userbase')

def infer_prefix():
    if preferred:
        return preferred('prefix')
    if 'osx_framework_library' in schemes and not in_venv and framework:
        return 'osx_framework_library'
    for name in (sys.implementation.name + '_' + os.name, sys.implementation.name, os.name + '_prefix', os.name):
        if name in schemes:
            return name
    return 'posix_prefix'

def infer_user():
    if preferred:
        return preferred('user')
    name = 'osx_framework_user' if framework and not in_venv else os.name + '_user'
    if name in schemes:
        return name
    return 'posix_user' if 'posix_user' in schemes else None

def infer_home():
    if preferred:
        return preferred('home')
    return os.name + '_home' if os.name + '_home' in schemes else 'posix_home'

def layout(name, base=None, site_headers=None):
    values = dict((key, base) for key in home_keys) if base else {}
    paths = sysconfig.get_paths(scheme=name, vars=values)
    if site_headers:
        paths['include'] = os.path.join(site_headers, 'include', 'site', 'python%d.%d' % sys.version_info[:2])
    return {'purelib': paths['purelib'], 'platlib': paths['platlib'], 'headers': paths['include'],
            'scripts': paths['scripts'], 'data': paths['data']}

def distutils_layout():
    import warnings
    warnings.simplefilter('ignore')
    from distutils.dist import Distribution
    dist = Distribution({'name': 'x'})
    try:
        dist.parse_config_files()
    except UnicodeDecodeError:
        pass
    command = dist.get_command_obj('install', create=True)
    command.finalize_options()
    found = dict((key, getattr(command, 'install_' + key)) for key in ('purelib', 'platlib', 'headers', 'scripts', 'data'))
    if 'install_lib' in dist.get_option_dict('install'):
        found['purelib'] = found['platlib'] = command.install_lib
    if in_venv:
        found['headers'] = os.path.join(sys.prefix, 'include', 'site', 'python%d.%d' % sys.version_info[:2])
    else:
        found['headers'] = os.path.dirname(found['headers'])
    return found

def trust_sysconfig():
    if in_venv or sys.version_info >= (3, 10):
        return True
    import site
    own = [os.path.expanduser('~/.pydistutils.cfg'), 'setup.cfg']
    first = site.getsitepackages()[:1] if hasattr(site, 'getsitepackages') else []
    return first == [sysconfig.get_path('purelib')] and not any(os.path.exists(file) for file in own)

def own_layout():
    if not getattr(sysconfig, '_PIP_USE_SYSCONFIG', trust_sysconfig()):
        try:
            return distutils_layout()
        except ImportError:
            pass
    return layout(infer_prefix(), None, sys.prefix if in_venv else None)

def base_layouts():
    base = '@BASE@'
    site = base if in_venv else None
    prefix = infer_prefix()
    prefix = 'posix_prefix' if prefix in ('posix_local', 'osx_framework_library') else prefix
    own_venv = 'venv' if 'venv' in schemes else prefix
    user = infer_user()
    return {'prefix': layout(prefix, base, site), 'home': layout(infer_home(), base, site), 'venv': layout(own_venv, base, base),
            'user': layout(user, None, (sysconfig.get_config_var('userbase') or sys.prefix) if in_venv else None) if user else None}
`;
const PLATFORM = `
def is_plain():
    return os.name == 'posix' and sys.platform.startswith('linux') and not hasattr(sys, 'getandroidapilevel')

def full_version(info):
    text = '%d.%d.%d' % (info.major, info.minor, info.micro)
    return text if info.releaselevel == 'final' else text + info.releaselevel[0] + str(info.serial)

def python_names():
    known = {'cpython': 'CPython', 'pypy': 'PyPy'}.get(sys.implementation.name)
    if known and '|' not in sys.version:
        version = sys.version.split()[0]
        return known, version if version.count('.') > 1 else version + '.0'
    import platform
    return platform.python_implementation(), platform.python_version()

def markers():
    if is_plain():
        uname = os.uname()
        system, release, version, machine = uname[0], uname[2], uname[3], uname[4]
    else:
        import platform
        system, release, version, machine = platform.system(), platform.release(), platform.version(), platform.machine()
    implementation, python = python_names()
    return {'implementation_name': sys.implementation.name, 'implementation_version': full_version(sys.implementation.version),
            'os_name': os.name, 'platform_machine': machine, 'platform_release': release, 'platform_system': system,
            'platform_version': version, 'python_full_version': python, 'platform_python_implementation': implementation,
            'python_version': '.'.join(python.split('.')[:2]), 'sys_platform': sys.platform}

def elf_header():
    try:
        with open(sys.executable, 'rb') as file:
            head = bytearray(file.read(52))
    except (OSError, TypeError, ValueError):
        return None
    if len(head) < 52 or bytes(head[:4]) != b'\\x7fELF':
        return None
    order = 'little' if head[5] == 1 else 'big'
    flags = 36 if head[4] == 1 else 48
    return {'class': head[4], 'data': head[5], 'machine': int.from_bytes(head[18:20], order), 'flags': int.from_bytes(head[flags:flags + 4], order)}

def elf_interpreter():
    import struct
    with open(sys.executable, 'rb') as file:
        head = file.read(64)
        wide = bytearray(head)[4] == 2
        order = '<' if bytearray(head)[5] == 1 else '>'
        offset = struct.unpack(order + ('Q' if wide else 'I'), head[32:40] if wide else head[28:32])[0]
        size, count = struct.unpack(order + 'HH', head[54:58] if wide else head[42:46])
        for index in range(count):
            file.seek(offset + size * index)
            entry = file.read(size)
            if struct.unpack(order + 'I', entry[:4])[0] != 3:
                continue
            start, length = struct.unpack(order + ('QQ' if wide else 'II'), entry[8:16] + entry[32:40] if wide else entry[4:8] + entry[16:20])
            file.seek(start)
            return file.read(length).rstrip(b'\\0').decode()

def libc():
    if not sys.platform.startswith('linux'):
        return None
    try:
        name, version = os.confstr('CS_GNU_LIBC_VERSION').rsplit()
        return {'name': 'glibc', 'version': version}
    except (AttributeError, OSError, ValueError):
        pass
    try:
        import ctypes
        version = ctypes.CDLL(None).gnu_get_libc_version
        version.restype = ctypes.c_char_p
        return {'name': 'glibc', 'version': version().decode('ascii')}
    except (ImportError, OSError, AttributeError):
        pass
    try:
        loader = elf_interpreter()
        if loader is None or 'musl' not in loader:
            return None
        import subprocess
        lines = subprocess.Popen([loader], stderr=subprocess.PIPE).communicate()[1].decode('ascii', 'replace').split('\\n')
        lines = [line.strip() for line in lines if line.strip()]
        if len(lines) > 1 and lines[0].startswith('musl') and lines[1].startswith('Version '):
            return {'name': 'musl', 'version': lines[1][len('Version '):]}
    except Exception:
        pass
    return None

def refused_manylinux(libc):
    if not libc or libc['name'] != 'glibc':
        return []
    try:
        import _manylinux
    except ImportError:
        return []
    legacy = {(2, 5): 'manylinux1_compatible', (2, 12): 'manylinux2010_compatible', (2, 17): 'manylinux2014_compatible'}
    arch = sysconfig.get_platform().replace('-', '_').split('_', 1)[1]
    arch = 'i686' if arch == 'x86_64' and sys.maxsize < 2 ** 32 else arch
    top = tuple(int(''.join(c for c in part if c.isdigit()) or 0) for part in libc['version'].split('.')[:2])
    refused = []
    for minor in range(top[1], -1, -1):
        answer = None
        if hasattr(_manylinux, 'manylinux_compatible'):
            answer = _manylinux.manylinux_compatible(top[0], minor, arch)
        elif (top[0], minor) in legacy:
            answer = getattr(_manylinux, legacy[(top[0], minor)], None)
        if answer is not None and not answer:
            refused.append('manylinux_%d_%d_%s' % (top[0], minor, arch))
    return refused

def apple():
    if sys.platform == 'ios':
        import platform
        return platform.ios_ver().release, getattr(sys.implementation, '_multiarch', None)
    if sys.platform != 'darwin':
        return None, None
    import platform
    version, _, machine = platform.mac_ver()
    if version.split('.')[:2] == ['10', '16']:
        import subprocess
        command = [sys.executable, '-sS', '-c', 'import platform; print(platform.mac_ver()[0])']
        version = subprocess.Popen(command, env={'SYSTEM_VERSION_COMPAT': '0'}, stdout=subprocess.PIPE).communicate()[0].decode().strip()
    return version, machine

def android_level():
    if not hasattr(sys, 'getandroidapilevel'):
        return None
    import platform
    return platform.android_ver().api_level if hasattr(platform, 'android_ver') else sys.getandroidapilevel()

def facts(environment):
    var = sysconfig.get_config_var
    debug = var('Py_DEBUG')
    if debug is None:
        import importlib.machinery
        debug = hasattr(sys, 'gettotalrefcount') or '_d.pyd' in importlib.machinery.EXTENSION_SUFFIXES
    wide = var('Py_UNICODE_SIZE')
    version, machine = apple()
    found = libc()
    return {'implementation': sys.implementation.name, 'versionMajor': sys.version_info[0], 'versionMinor': sys.version_info[1],
            'versionNodot': var('py_version_nodot'), 'extensionSuffix': var('EXT_SUFFIX') or '', 'debug': bool(debug),
            'freeThreaded': bool(var('Py_GIL_DISABLED')), 'pymalloc': var('WITH_PYMALLOC') is None or bool(var('WITH_PYMALLOC')),
            'wideUnicode': wide == 4 or (wide is None and sys.maxunicode == 0x10ffff), 'pointerBits': 64 if sys.maxsize > 2 ** 32 else 32,
            'system': environment['platform_system'], 'platform': sysconfig.get_platform(), 'libc': found, 'executable': elf_header(),
            'manylinuxRefused': refused_manylinux(found), 'appleVersion': version, 'appleMachine': machine,
            'androidApiLevel': android_level(), 'emscriptenVersion': var('PYEMSCRIPTEN_PLATFORM_VERSION')}
`;
const SITE = `
def site_facts():
    import site
    user = None
    try:
        user = site.getusersitepackages()
    except AttributeError:
        user = getattr(site, 'USER_SITE', None)
    return {'enabled': bool(getattr(site, 'ENABLE_USER_SITE', False)), 'folder': user,
            'siteFolders': list(site.getsitepackages()) if hasattr(site, 'getsitepackages') else []}
`;
const ANSWER = `
def answer():
    environment = markers()
    return {'python': sys.executable, 'version': '%d.%d.%d' % sys.version_info[:3], 'implementation': sys.implementation.name,
            'prefix': sys.prefix, 'basePrefix': sys.base_prefix, 'path': [p for p in sys.path if p], 'environment': environment,
            'facts': facts(environment), 'scheme': own_layout(), 'layouts': base_layouts(), 'user': site_facts(),
            'stdlib': sysconfig.get_path('stdlib'), 'wheelFolder': sysconfig.get_config_var('WHEEL_PKG_DIR')}
`;
function indent(text) {
    return text.replace(/^(?=.)/gm, '    ');
}
const PROBE_SCRIPT = `
import sys
if sys.path[:1] == ['']:
    del sys.path[0]
${WRITE_JSON}
if sys.version_info < (3, 8):
    result = {'tooOld': '%d.%d.%d' % tuple(sys.version_info[:3]), 'python': sys.executable}
else:
    import os
    import sysconfig
${[SCHEMES, PLATFORM, SITE, ANSWER].map(indent).join('')}
    result = answer()
sys.stdout.write('\\n${PROBE_MARK}' + dump(result) + '\\n')
sys.stdout.flush()
`;

;// CONCATENATED MODULE: ./build/target/probe-answer.js

function parseProbeAnswer(output) {
    const start = output.lastIndexOf(`\n${PROBE_MARK}`);
    if (start === -1)
        return undefined;
    const line = output.slice(start + 1 + PROBE_MARK.length).split('\n', 1)[0] ?? '';
    try {
        return JSON.parse(line, (_key, value) => value ?? undefined);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/target/shims.js



function shimFacts(script, { env, cwd }) {
    const folder = external_node_path_.dirname(script);
    const root = external_node_path_.dirname(folder);
    const versions = external_node_path_.join(root, 'versions');
    if (external_node_path_.basename(folder) !== 'shims' || !file_facts_isFolder(versions))
        return undefined;
    const local = nearest('.python-version', env['PYENV_DIR'] ?? cwd);
    return [factsOf(script)?.mtimeMs, env['PYENV_VERSION'], env['PYENV_ROOT'], local, shims_readIfThere(external_node_path_.join(root, 'version')), factsOf(versions)?.mtimeMs];
}
function nearest(name, folder) {
    const file = external_node_path_.join(folder, name);
    const content = shims_readIfThere(file);
    if (content !== undefined)
        return [file, content];
    const parent = external_node_path_.dirname(folder);
    return parent === folder ? undefined : nearest(name, parent);
}
function shims_readIfThere(file) {
    try {
        return (0,external_node_fs_.readFileSync)(file, 'utf8');
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/target/watched-answer.js
function watchedText(answer, places, stateOf) {
    return JSON.stringify({ answer, watched: [...places].map((place) => [place, stateOf(place)]) });
}
function readWatched(kept, stateOf) {
    try {
        const { answer, watched } = JSON.parse(kept ?? '');
        return watched.every(([place, state]) => stateOf(place) === state) ? answer : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/target/probe-cache.js







const FORMAT = 3;
const RELEVANT = /^(_?PYTHON|DEB_PYTHON|HOME$|USERPROFILE$|APPDATA$|__PYVENV_LAUNCHER__$|SYSTEM_VERSION_COMPAT$|MACOSX_DEPLOYMENT_TARGET$|ARCHFLAGS$)/;
function probeCacheKey(python, world) {
    const { env, cwd } = world;
    const binary = statBinary(python) ?? shimFacts(python, world);
    if (binary === undefined)
        return undefined;
    const folder = external_node_path_.dirname(python);
    const configs = [...[external_node_path_.join(folder, 'pyvenv.cfg'), external_node_path_.join(folder, '..', 'pyvenv.cfg')].map(textOf), mtimeMs(external_node_path_.join(cwd, 'setup.cfg'))];
    const variables = Object.entries(env).filter(([name]) => RELEVANT.test(name)).sort(([a], [b]) => (a < b ? -1 : 1));
    const relative = (env['PYTHONPATH'] ?? '').split(external_node_path_.delimiter).every((entry) => external_node_path_.isAbsolute(entry)) ? '' : cwd;
    const facts = [FORMAT, python, binary, configs, (0,external_node_os_namespaceObject.release)(), (0,external_node_os_namespaceObject.version)(), mtimeMs('/etc/ld.so.cache'), variables, relative];
    return `probe-${(0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(facts)).digest('hex')}`;
}
function recallAnswer(python, { world, cache }) {
    const key = cache === undefined ? undefined : probeCacheKey(python, world);
    return readWatched(key === undefined ? undefined : cache?.get(key), stateOf);
}
function rememberAnswer(python, answer, { world, cache }) {
    const key = cache === undefined ? undefined : probeCacheKey(python, world);
    if (key === undefined)
        return;
    const folders = [...answer.path, ...answer.user.siteFolders, ...(answer.user.folder === undefined ? [] : [answer.user.folder])];
    cache?.set(key, watchedText(answer, new Set([answer.python, ...folders]), stateOf));
}
function statBinary(python) {
    try {
        const real = (0,external_node_fs_.realpathSync)(python);
        const { size, mtimeMs: mtime } = (0,external_node_fs_.statSync)(real);
        return isScript(real) ? undefined : [real, size, mtime];
    }
    catch {
        return undefined;
    }
}
function isScript(file) {
    const handle = (0,external_node_fs_.openSync)(file, 'r');
    try {
        const head = Buffer.alloc(2);
        (0,external_node_fs_.readSync)(handle, head, 0, 2, 0);
        return head.toString('latin1') === '#!';
    }
    finally {
        (0,external_node_fs_.closeSync)(handle);
    }
}
const READ_AT_START = /\.pth$|^(?:site|user)customize(?:\.|$)/;
function stateOf(place) {
    try {
        const names = (0,external_node_fs_.readdirSync)(place).filter((name) => READ_AT_START.test(name)).sort();
        return JSON.stringify(names.map((name) => [name, name.endsWith('.pth') ? textOf(external_node_path_.join(place, name)) : mtimeMs(external_node_path_.join(place, name))]));
    }
    catch {
        return String(mtimeMs(place));
    }
}
function textOf(file) {
    try {
        return (0,external_node_fs_.readFileSync)(file, 'latin1');
    }
    catch {
        return undefined;
    }
}
function mtimeMs(file) {
    return factsOf(file)?.mtimeMs;
}

;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");
;// CONCATENATED MODULE: ./build/target/run-python.js


const UNSTARTED = {
    EACCES: 'it may not be executed by this user',
    ENOEXEC: 'it is no program that this system runs',
    ENOENT: 'it is not there, or what it needs to start is not',
};
function spawnText(error) {
    return UNSTARTED[(0,errors/* systemErrorCode */.vq)(error) ?? ''] ?? error.message;
}
const TIMEOUT_MS = 60_000;
function run_python_runPython(python, { args, env, cwd, signal, timeoutMs = TIMEOUT_MS }) {
    return new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const child = (0,external_node_child_process_namespaceObject.spawn)(python, args, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
        const output = { stdout: '', stderr: '' };
        const end = (status, spawnError) => {
            clearTimeout(timer);
            signal?.removeEventListener('abort', abort);
            if (signal?.aborted === true)
                reject(signal.reason);
            else
                resolve({ status, ...output, spawnError });
        };
        const abort = () => {
            child.kill();
            letGo(child);
        };
        const timer = setTimeout(() => {
            child.kill('SIGKILL');
            letGo(child);
            end(undefined, `no answer within ${timeoutMs / 1000} s`);
        }, timeoutMs);
        signal?.addEventListener('abort', abort, { once: true });
        if (!('stdout' in child && child.stdout)) {
            child.on('error', (error) => {
                clearTimeout(timer);
                reject(error);
            });
            return;
        }
        child.stdout.setEncoding('utf8').on('data', (text) => { output.stdout += text; });
        child.stderr.setEncoding('utf8').on('data', (text) => { output.stderr += text; });
        child.on('error', (error) => end(undefined, spawnText(error)));
        child.on('close', (status) => end(status ?? undefined, undefined));
    });
}
function letGo(child) {
    child.stdout?.destroy();
    child.stderr?.destroy();
}

;// CONCATENATED MODULE: ./build/target/probe.js











const OLDEST = '3.8';
const LONGEST_LINE = 160;
async function locateTarget(request, options) {
    const { candidates, tried } = findPython(options.world, request);
    const failures = [];
    for (const candidate of candidates) {
        const outcome = await probe(candidate, options);
        if (outcome.kind === 'target')
            return outcome.target;
        failures.push(`${candidate.path} (${candidate.reason}): ${outcome.why}`);
    }
    throw find_python_missing(request.named === undefined ? 'no Python interpreter could be run' : `${request.named} could not be run as a Python interpreter`, failures.length > 0 ? failures : tried, 'name a working interpreter with --python');
}
async function probeTarget(python, options) {
    const outcome = await probe({ path: python, reason: 'named' }, options);
    if (outcome.kind === 'target')
        return outcome.target;
    throw missing(`the Python interpreter ${python} could not be run`, [outcome.why], 'name a working interpreter with --python');
}
async function probe(candidate, options) {
    const known = recallAnswer(candidate.path, options);
    if (known !== undefined)
        return { kind: 'target', target: toTarget(known, candidate.path) };
    const { world, signal } = options;
    const run = await run_python_runPython(candidate.path, { args: ['-c', PROBE_SCRIPT], env: world.env, cwd: world.cwd, signal });
    const answer = parseProbeAnswer(run.stdout);
    if (answer === undefined) {
        const ending = run.spawnError ?? `it ended with status ${run.status ?? 'unknown'} without an answer`;
        return { kind: 'unusable', why: [ending, lastWords(run.stderr)].filter((part) => part !== '').join(': ') };
    }
    if ('tooOld' in answer) {
        throw new errors/* UserError */.yo('python-missing', `Python ${answer.tooOld} is too old: ${OLDEST} or later is needed`, {
            hint: 'name a newer interpreter with --python', details: [`interpreter: ${candidate.path} (${candidate.reason})`],
        });
    }
    rememberAnswer(candidate.path, answer, options);
    return { kind: 'target', target: toTarget(answer, candidate.path) };
}
function lastWords(stderr) {
    const line = stderr.trim().split('\n').at(-1) ?? '';
    return line.length <= LONGEST_LINE ? line : `${line.slice(0, LONGEST_LINE)} \u2026`;
}
function toTarget(answer, asked) {
    const isVirtualEnvironment = answer.prefix !== answer.basePrefix;
    return {
        python: answer.python === '' ? asked : answer.python,
        implementation: answer.implementation,
        version: answer.version,
        prefix: answer.prefix,
        basePrefix: answer.basePrefix,
        isVirtualEnvironment,
        environment: answer.environment,
        tags: tags_tagsFor(answer.facts),
        scheme: answer.scheme,
        layouts: answer.layouts,
        facts: answer.facts,
        sitePaths: sitePathsOf(answer),
        userSite: { enabled: answer.user.enabled, folder: answer.user.folder },
        ensurepipWheel: findEnsurepipWheel(answer),
        externallyManaged: isVirtualEnvironment ? undefined : readManagedMessage(answer.stdlib, answer.prefix),
        libc: answer.facts.libc,
    };
}
function sitePathsOf({ path: searchPath, scheme, stdlib }) {
    const library = [stdlib, external_node_path_.join(stdlib, 'lib-dynload')];
    const folders = searchPath.filter((entry) => !library.includes(entry) && file_facts_isFolder(entry));
    return [...new Set([...folders, scheme.purelib, scheme.platlib])];
}
function findEnsurepipWheel({ stdlib, wheelFolder }) {
    const shared = wheelFolder === undefined ? [] : pipWheels(wheelFolder);
    if (shared.length > 0)
        return shared.at(-1);
    const bundled = pipWheels(external_node_path_.join(stdlib, 'ensurepip', '_bundled'));
    if (bundled.length <= 1)
        return bundled[0];
    const named = /^_PIP_VERSION = ["'](?<version>[^"']+)["']/m.exec(probe_readText(external_node_path_.join(stdlib, 'ensurepip', '__init__.py')))?.groups?.['version'];
    return bundled.find((wheel) => external_node_path_.basename(wheel).startsWith(`pip-${named ?? ''}-`)) ?? bundled.at(-1);
}
function pipWheels(folder) {
    try {
        return (0,external_node_fs_.readdirSync)(folder).filter((name) => /^pip-.*\.whl$/.test(name)).sort().map((name) => external_node_path_.join(folder, name));
    }
    catch {
        return [];
    }
}
function probe_readText(file) {
    try {
        return (0,external_node_fs_.readFileSync)(file, 'utf8');
    }
    catch {
        return '';
    }
}

;// CONCATENATED MODULE: ./build/target/restrict.js

function restrict_restrictTarget(target, { platforms, pythonVersion, implementation, abis }) {
    const overrides = {
        ...(pythonVersion === undefined ? {} : { pythonVersion: pythonVersion.slice(0, 2).join('') }),
        ...(implementation === undefined ? {} : { implementation }),
        ...(abis.length === 0 ? {} : { abis }),
        platforms,
    };
    const version = pythonVersion === undefined ? target.version : [...pythonVersion, 0, 0].slice(0, 3).join('.');
    return { ...target, version, tags: tagsFor(target.facts, overrides) };
}

;// CONCATENATED MODULE: ./build/target/schemes.js




function schemes_layoutAt(layout, base) {
    return mapScheme(layout, (folder) => (folder.startsWith(BASE_PLACEHOLDER) ? path.join(base, folder.slice(BASE_PLACEHOLDER.length)) : folder));
}
function schemes_targetDirScheme(target, dir) {
    const home = schemes_layoutAt(target.layouts.home, dir);
    return { ...home, purelib: dir, platlib: dir, data: dir };
}
function schemes_prefixScheme(target, prefix) {
    return schemes_layoutAt(target.layouts.prefix, prefix);
}
function schemes_userScheme(target) {
    if (target.layouts.user === undefined)
        throw new UserError('input-unsupported', `This Python has no user site-packages: ${target.python}`);
    return target.layouts.user;
}
function schemes_rootedScheme(scheme, root) {
    return mapScheme(scheme, (folder) => path.join(root, folder.slice(path.parse(folder).root.length)));
}
function schemes_checkUserSite(target) {
    if (target.userSite.enabled)
        return;
    const why = target.isVirtualEnvironment ? 'user site-packages are not visible in this virtual environment' : 'user site-packages are disabled for this Python';
    throw new UserError('usage', `--user cannot be used: ${why}`, { details: [`interpreter: ${target.python}`] });
}
function schemes_fallsBackToUser(target, canWrite = isWritable) {
    return target.userSite.enabled && target.layouts.user !== undefined && ![target.scheme.purelib, target.scheme.platlib].every(canWrite);
}
function isWritable(folder) {
    const parent = path.dirname(folder);
    if (!existsSync(folder))
        return parent !== folder && isWritable(parent);
    try {
        accessSync(folder, constants.W_OK);
        return true;
    }
    catch {
        return false;
    }
}
function mapScheme(scheme, change) {
    return {
        purelib: change(scheme.purelib), platlib: change(scheme.platlib), scripts: change(scheme.scripts), data: change(scheme.data), headers: change(scheme.headers),
    };
}

;// CONCATENATED MODULE: ./build/run/destination.js


function destination_chooseDestination(target, settings, events) {
    if (settings.requireVirtualenv && !target.isVirtualEnvironment) {
        throw new UserError('virtualenv-missing', 'a virtual environment is required (--require-virtualenv), and the target is none', { details: [`interpreter: ${target.python}`] });
    }
    return { scheme: chooseScheme(target, settings.placement, events), python: destination_pythonOf(target) };
}
function destination_pythonOf(target) {
    const [major = 3, minor = 0] = target.version.split('.').map(Number);
    return { path: target.python, major, minor };
}
function chooseScheme(target, placement, events) {
    switch (placement.kind) {
        case 'environment': {
            const isUsers = placement.userFallback && placement.root === undefined && fallsBackToUser(target);
            if (isUsers)
                events.notice('info', `${target.scheme.purelib} cannot be written: installing into the user's site-packages`);
            return rooted(isUsers ? userScheme(target) : target.scheme, placement.root);
        }
        case 'folder':
            return targetDirScheme(target, placement.path);
        case 'prefix':
            return rooted(prefixScheme(target, placement.path), placement.root);
        case 'user':
            checkUserSite(target);
            return rooted(userScheme(target), placement.root);
    }
}
function rooted(scheme, root) {
    return root === undefined ? scheme : rootedScheme(scheme, root);
}
function destination_refuseManaged(target, settings) {
    const { placement } = settings;
    const isElsewhere = placement.kind === 'folder' || placement.kind === 'prefix' || placement.root !== undefined;
    if (target.externallyManaged === undefined || isElsewhere || settings.breakSystemPackages)
        return;
    throw new UserError('target-managed', `${target.prefix} is managed by the system`, {
        details: target.externallyManaged.trim().split('\n'),
        hint: 'install into a virtual environment (--venv DIR), or, at your own risk, use --break-system-packages',
    });
}

;// CONCATENATED MODULE: ./build/kernel/slashed.js
function slashed_slashed(path) {
    return process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
}

;// CONCATENATED MODULE: ./build/standards/python-text.js
function python_text_compareCodePoints(left, right) {
    const length = Math.min(left.length, right.length);
    for (let at = 0; at < length; at += 1) {
        if (left.charCodeAt(at) === right.charCodeAt(at))
            continue;
        const isLow = at > 0 && isLowSurrogate(left.charCodeAt(at)) && isLowSurrogate(right.charCodeAt(at));
        const from = isLow ? at - 1 : at;
        return (left.codePointAt(from) ?? 0) - (right.codePointAt(from) ?? 0);
    }
    return left.length - right.length;
}
function isLowSurrogate(unit) {
    return unit >= 0xdc00 && unit <= 0xdfff;
}
function python_text_quoted(text) {
    return JSON.stringify(text);
}
function dedent(text) {
    const lines = text.split('\n').map((line) => (/^[ \t]+$/.test(line) ? '' : line));
    const indents = lines.filter((line) => line !== '').map((line) => /^[ \t]*/.exec(line)?.[0] ?? '');
    const margin = indents.reduce(sharedStart, indents[0] ?? '').length;
    return lines.map((line) => line.slice(margin)).join('\n');
}
function sharedStart(left, right) {
    let length = 0;
    while (length < left.length && left[length] === right[length])
        length += 1;
    return left.slice(0, length);
}

;// CONCATENATED MODULE: ./build/standards/entry-points.js




function parseEntryPoints(text) {
    const entryPoints = [];
    let group;
    for (const raw of text_lines_splitLines(text)) {
        const content = python_strings_pythonStrip(raw);
        if (content === '' || content.startsWith('#'))
            continue;
        if (content.startsWith('[') && content.endsWith(']'))
            group = text_lines_stripCharacters(content, '[]');
        else if (group !== undefined) {
            const equals = content.indexOf('=');
            if (equals !== -1)
                entryPoints.push({ group, name: python_strings_pythonStrip(content.slice(0, equals)), value: python_strings_pythonStrip(content.slice(equals + 1)) });
        }
    }
    return entryPoints;
}
function scriptsOf(entryPoints, python) {
    const console = valuesByName(entryPoints, 'console_scripts');
    const gui = valuesByName(entryPoints, 'gui_scripts');
    const version = `${python.major}.${python.minor}`;
    const versioned = [
        ...takeVersioned(console, ['pip', `pip${python.major}`, `pip${version}`], /^pip(\d+(\.\d+)?)?$/),
        ...takeVersioned(console, ['easy_install', `easy_install-${version}`], /^easy_install(-\d+\.\d+)?$/),
    ];
    return [...versioned, ...console, ...gui].map(([name, value]) => ({ name, value }));
}
const WORD = '[\\p{L}\\p{N}_]+';
const EXTRAS = `[\\p{L}\\p{N}_-]+(?:=${WORD})?(?:,\\s*${WORD}(?:=${WORD})?)*`;
const TARGET = new RegExp(`^(${WORD}(?:[:.]${WORD})*)[ \\t]*(?:\\[\\s*(${EXTRAS})\\s*\\])?`, 'u');
function parseScriptTarget(value) {
    const match = TARGET.exec(value);
    if (match === null)
        return (0,kernel_parsed/* notParsed */.l)(`${python_text_quoted(value)} is not "module:attribute"`);
    const [module, attribute, ...more] = (match[1] ?? '').split(':');
    if (module === undefined || attribute === undefined)
        return (0,kernel_parsed/* notParsed */.l)(`${python_text_quoted(value)} has no callable after a colon`);
    if (more.length > 0)
        return (0,kernel_parsed/* notParsed */.l)(`${python_text_quoted(value)} has more than one colon`);
    if (match[2] === undefined && /[[\]]/.test(value))
        return (0,kernel_parsed/* notParsed */.l)(`the extras of ${python_text_quoted(value)} cannot be read`);
    return (0,kernel_parsed/* parsed */.Y)({ module, attribute });
}
function scriptTargetFault(value) {
    const target = parseScriptTarget(value);
    return target.ok ? undefined : target.message;
}
const INTERPRETER = /^(?:python|pythonw|pypy|pypyw)(?:\d+(?:\.\d+)?t?)?w?(?:\.exe)?$/i;
const SCRIPT_NAME_RULES = [
    [/^$/, 'the name is empty'],
    [/[\x00-\x1f\x7f\x85\u2028\u2029]/, 'the name contains a control character or a line end'],
    [/[/\\]/, 'the name contains a path separator'],
    [/^\.{1,2}$/, 'the name is a folder'],
    [/^[A-Za-z]:/, 'the name starts with a drive letter'],
    [/^\[/, 'the name starts with "["'],
    [INTERPRETER, 'the script would replace the interpreter'],
];
function scriptNameFault(name) {
    return SCRIPT_NAME_RULES.find(([pattern]) => pattern.test(name))?.[1];
}
function valuesByName(entryPoints, group) {
    return new Map(entryPoints.filter((entry) => entry.group === group).map((entry) => [entry.name, entry.value]));
}
function takeVersioned(scripts, wanted, versioned) {
    const value = scripts.get(wanted[0] ?? '');
    if (value === undefined || value === '')
        return [];
    for (const name of [...scripts.keys()].filter((name) => versioned.test(name)))
        scripts.delete(name);
    return wanted.map((name) => [name, value]);
}

;// CONCATENATED MODULE: ./build/workers/tasks/wheel-layout.js






const wheel_layout_SCHEME_KEYS = ['purelib', 'platlib', 'scripts', 'headers', 'data'];
function findRoots(label, paths, project) {
    const roots = new Set(paths.map((path) => path.slice(0, Math.max(0, path.indexOf('/')))));
    const infos = [...roots].filter((root) => root.endsWith('.dist-info'));
    const [distInfo] = infos;
    if (distInfo === undefined)
        throw new errors/* UserError */.yo('wheel-invalid', `${label} has no .dist-info folder`);
    if (infos.length > 1)
        throw new errors/* UserError */.yo('wheel-invalid', `${label} has more than one .dist-info folder: ${infos.join(', ')}`);
    const stem = distInfo.slice(0, -'.dist-info'.length);
    if (!isStemOf(stem, project))
        throw new errors/* UserError */.yo('wheel-invalid', `${label} carries ${distInfo}, which is not of ${project.name} ${project.version}`);
    const datas = [...roots].filter((root) => root.endsWith('.data'));
    const foreign = datas.find((root) => root !== `${stem}.data`);
    if (foreign !== undefined)
        throw new errors/* UserError */.yo('wheel-invalid', `${label} carries ${foreign}, which does not belong to ${distInfo}`);
    return rootsOf(distInfo);
}
function rootsOf(distInfo) {
    return { distInfo, data: `${distInfo.slice(0, -'.dist-info'.length)}.data` };
}
function isStemOf(stem, { name, version }) {
    const wanted = version_parseVersion(version);
    for (let dash = stem.indexOf('-'); dash !== -1; dash = stem.indexOf('-', dash + 1)) {
        if (names_normalizeName(stem.slice(0, dash)) !== name)
            continue;
        const text = stem.slice(dash + 1);
        const found = version_parseVersion(text) ?? version_parseVersion(text.replaceAll('_', '-'));
        if (found !== undefined && wanted !== undefined && compareVersions(found, wanted) === 0)
            return true;
    }
    return false;
}
function placeFile(label, path, roots, rootScheme) {
    if (!path.startsWith(`${roots.data}/`))
        return { scheme: rootScheme, path };
    const [, key = '', ...rest] = path.split('/');
    if (!isSchemeKey(key) || rest.length === 0) {
        throw new errors/* UserError */.yo('wheel-invalid', `${label} has ${path}; files under .data belong into one of ${wheel_layout_SCHEME_KEYS.join(', ')}`);
    }
    return { scheme: key, path: rest.join('/') };
}
function isSchemeKey(key) {
    return wheel_layout_SCHEME_KEYS.includes(key);
}
function stageParts(folders) {
    const first = (key) => wheel_layout_SCHEME_KEYS.find((other) => folders[other] === folders[key]) ?? key;
    return Object.fromEntries(wheel_layout_SCHEME_KEYS.map((key) => [key, first(key)]));
}
function recordPaths(folders, rootScheme) {
    const root = folders[rootScheme];
    const parts = wheel_layout_SCHEME_KEYS.map((key) => {
        const there = slashed_slashed((0,external_node_path_.relative)(root, folders[key]));
        const back = slashed_slashed((0,external_node_path_.relative)(folders[key], root));
        return [key, { prefix: there === '' ? '' : `${there}/`, inner: back.startsWith('..') ? '' : back }];
    });
    const byKey = Object.fromEntries(parts);
    return ({ scheme, path }) => {
        const { prefix, inner } = byKey[scheme];
        const crosses = inner !== '' && path.split('/', 1)[0] === inner.split('/', 1)[0];
        return crosses ? external_node_path_.posix.relative(inner, path) : prefix + path;
    };
}
const wheel_layout_WORK_FOLDER = '.parallel-pip';
function placementFault(place, recordPath, project) {
    const slash = recordPath.indexOf('/');
    const top = slash === -1 ? recordPath : recordPath.slice(0, slash);
    if (top === project.distInfo)
        return undefined;
    if (place.scheme === 'scripts')
        return interpreterFault(place.path);
    if (place.scheme === 'data' && place.path === 'pyvenv.cfg')
        return 'it would replace the configuration of the environment';
    if (place.scheme === 'data' && place.path.startsWith(`${project.scriptsInData}/`))
        return interpreterFault(place.path.slice(project.scriptsInData.length + 1));
    if (!/(?:-info|\.parallel-pip)$/i.test(top))
        return undefined;
    if (top.toLowerCase() === wheel_layout_WORK_FOLDER)
        return 'this folder is the installer\u2019s own';
    if (/\.dist-info$/i.test(top))
        return 'it would be taken for metadata of another distribution';
    return /\.egg-info$/i.test(top) && names_normalizeName(top.split(/-|\.egg-info$/i, 1)[0] ?? '') !== project.name ? 'it would be taken for metadata of another distribution' : undefined;
}
function scriptsInData(folders) {
    return slashed_slashed((0,external_node_path_.relative)(folders.data, folders.scripts));
}
function interpreterFault(name) {
    const fault = scriptNameFault(name);
    return fault?.includes('interpreter') === true ? fault : undefined;
}

;// CONCATENATED MODULE: ./build/install/disk.js



const disk_realDisk = {
    rename: rename_renameFile,
    makeFolder: (path) => (0,external_node_fs_.mkdirSync)(path),
    removeEmptyFolder: (path) => {
        try {
            (0,external_node_fs_.rmdirSync)(path);
        }
        catch (error) {
            if (!['ENOTEMPTY', 'EEXIST', 'ENOENT', 'ENOTDIR', 'EBUSY'].includes((0,errors/* systemErrorCode */.vq)(error) ?? ''))
                throw error;
        }
    },
    copy: copyWhole,
    remove: (path) => (0,external_node_fs_.unlinkSync)(path),
    identify: disk_identify,
    list: (folder) => (0,external_node_fs_.readdirSync)(folder),
};
function disk_identify(path) {
    try {
        const facts = (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
        return facts === undefined ? undefined : { inode: facts.ino, isFolder: facts.isDirectory() };
    }
    catch (error) {
        if ((0,errors/* systemErrorCode */.vq)(error) === 'ENOTDIR')
            return undefined;
        throw error;
    }
}
const disk_DRAFT = '.parallel-pip-part';
function copyWhole(from, to) {
    const facts = (0,external_node_fs_.lstatSync)(from);
    const draft = `${to}${disk_DRAFT}`;
    (0,external_node_fs_.rmSync)(draft, { force: true });
    try {
        if (facts.isSymbolicLink())
            (0,external_node_fs_.symlinkSync)((0,external_node_fs_.readlinkSync)(from), draft);
        else
            copyRegular(from, draft, facts);
        rename_renameFile(draft, to);
    }
    catch (error) {
        (0,external_node_fs_.rmSync)(draft, { force: true });
        throw error;
    }
}
function copyRegular(from, draft, facts) {
    (0,external_node_fs_.copyFileSync)(from, draft);
    (0,external_node_fs_.utimesSync)(draft, facts.atime, facts.mtime);
}

;// CONCATENATED MODULE: ./build/install/journal.js



const journal_JOURNAL_NAME = 'journal.jsonl';
const journal_SETTLED_NAME = 'settled.jsonl';
const journal_RETIRED_NAME = 'retired';
function journalSteps(steps, retiredDir, inodeOf) {
    return steps.map((step, index) => {
        switch (step.kind) {
            case 'retire':
                return { kind: 'retire', path: step.path, retired: `${retiredDir}/${index}` };
            case 'make-folder':
                return step;
            case 'bring-in':
                return { kind: 'bring-in', from: step.from, to: step.to, inode: inodeOf(step.from) };
        }
    });
}
function writeJournal(path, header, steps, options) {
    const lines = [header, ...steps, { end: steps.length }].map((line) => `${JSON.stringify(line)}\n`);
    const file = openSync(path, 'wx', 0o644);
    try {
        const bytes = Buffer.from(lines.join(''));
        for (let written = 0; written < bytes.length;)
            written += writeSync(file, bytes, written);
        if (options.isSynced)
            fsyncSync(file);
    }
    finally {
        closeSync(file);
    }
}
function journal_noteSplit(path, step, event) {
    appendFileSync(path, `${JSON.stringify({ [event]: step })}\n`);
}
function journal_settleJournal(workDir) {
    renameFile(`${workDir}/${journal_JOURNAL_NAME}`, `${workDir}/${journal_SETTLED_NAME}`);
}
function journal_readJournal(path) {
    try {
        return parseJournal(readFileSync(path, 'utf8'));
    }
    catch (error) {
        if (isNotThere(error))
            return 'absent';
        throw new UserError('journal-invalid', `${path} cannot be read: ${messageOf(error)}`, {
            hint: `a run that was interrupted left it; ${systemErrorCode(error) === undefined ? 'move what the folder "retired" beside it holds back by hand, then delete its folder' : 'run again when it can be read'}`,
            cause: error,
        });
    }
}
function parseJournal(text) {
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    const lines = whole.split('\n').slice(0, -1).map((line) => JSON.parse(line));
    const end = lines.findIndex((line) => 'end' in line);
    if (end === -1)
        return 'unfinished';
    const [header, ...steps] = lines.slice(0, end);
    if (lines[end]?.['end'] !== steps.length)
        throw new Error('steps are missing');
    const later = lines.slice(end + 1);
    const numbers = (event) => new Set(later.flatMap((line) => (typeof line[event] === 'number' ? [line[event]] : [])));
    return { header: parseHeader(header ?? {}), steps: steps.map(parseStep), split: numbers('split'), unsplit: numbers('unsplit') };
}
function parseHeader({ format, boot, startedAtMs, added, removed }) {
    if (format !== 1)
        throw new Error(`its format is ${JSON.stringify(format)}, known is 1`);
    if (typeof boot !== 'string' || typeof startedAtMs !== 'number' || !isTexts(added) || !isTexts(removed))
        throw new Error('its first line does not say what the run was to do');
    return { format, boot, startedAtMs, added, removed };
}
function isTexts(value) {
    return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
function parseStep(step) {
    const text = (name) => {
        const value = step[name];
        if (typeof value !== 'string' || value === '')
            throw new Error(`a step has no ${name}`);
        return value;
    };
    switch (step['kind']) {
        case 'retire':
            return { kind: 'retire', path: text('path'), retired: text('retired') };
        case 'make-folder':
            return { kind: 'make-folder', path: text('path') };
        case 'bring-in':
            return { kind: 'bring-in', from: text('from'), to: text('to'), inode: Number(step['inode']) };
        default:
            throw new Error(`there is no step ${JSON.stringify(step['kind'])}`);
    }
}
function journal_bootId() {
    try {
        return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    }
    catch {
        return '';
    }
}

;// CONCATENATED MODULE: ./build/install/move.js


const NOT_WHOLE = (/* unused pure expression or super */ null && (['EXDEV', 'EBUSY']));
function move_moveWhole(disk, from, to, onSplit) {
    try {
        disk.rename(from, to);
    }
    catch (error) {
        if (!NOT_WHOLE.includes(systemErrorCode(error)))
            throw error;
        onSplit();
        move_mergeInto(disk, from, to);
    }
}
function move_mergeInto(disk, from, to) {
    const source = disk.identify(from);
    if (source === undefined)
        return;
    if (!source.isFolder)
        return movePiece(disk, from, to);
    if (disk.identify(to) === undefined)
        disk.makeFolder(to);
    for (const name of disk.list(from)) {
        if (name.endsWith(DRAFT))
            disk.remove(`${from}/${name}`);
        else
            move_mergeInto(disk, `${from}/${name}`, `${to}/${name}`);
    }
    disk.removeEmptyFolder(from);
}
function move_addMissing(disk, from, to) {
    for (const name of disk.list(from)) {
        const [source, there] = [`${from}/${name}`, `${to}/${name}`];
        const existing = disk.identify(there);
        if (existing === undefined)
            move_mergeInto(disk, source, there);
        else if (existing.isFolder && disk.identify(source)?.isFolder === true)
            move_addMissing(disk, source, there);
    }
}
function move_removeBytecode(disk, folder, isBytecode = false) {
    for (const name of disk.list(folder)) {
        const path = `${folder}/${name}`;
        const isFolder = disk.identify(path)?.isFolder === true;
        if (isFolder) {
            move_removeBytecode(disk, path, isBytecode || name === '__pycache__');
            disk.removeEmptyFolder(path);
        }
        else if (isBytecode && /\.pyc(?:\.\d+)?$/.test(name))
            disk.remove(path);
    }
}
function move_discardDraft(disk, path) {
    if (disk.identify(`${path}${DRAFT}`) !== undefined)
        disk.remove(`${path}${DRAFT}`);
}
function movePiece(disk, from, to) {
    try {
        disk.rename(from, to);
    }
    catch (error) {
        if (systemErrorCode(error) !== 'EXDEV')
            throw error;
        disk.copy(from, to);
        disk.remove(from);
    }
}

;// CONCATENATED MODULE: ./build/install/undo.js

function undo_undoSteps(disk, facts) {
    const foreign = [];
    const made = new Set(facts.steps.flatMap((step) => (step.kind === 'make-folder' ? [step.path] : [])));
    for (const [index, step] of [...facts.steps.entries()].reverse()) {
        if (facts.unsplit.has(index))
            continue;
        const undo = { disk, facts, index, isSplit: facts.split.has(index), made, foreign };
        if (step.kind === 'make-folder')
            undoFolder(disk, step.path);
        else if (step.kind === 'retire')
            undoRetire(undo, step);
        else
            undoBringIn(undo, step);
    }
    return foreign;
}
function undoFolder(disk, path) {
    if (disk.identify(path)?.isFolder !== true)
        return;
    removeBytecode(disk, path);
    disk.removeEmptyFolder(path);
}
function undoRetire(undo, { path, retired }) {
    const { disk } = undo;
    if (undo.isSplit)
        return mergeBack(undo, retired, path);
    const [away, there] = [disk.identify(retired), disk.identify(path)];
    if (away === undefined)
        return;
    if (there === undefined)
        return moveNoted(undo, retired, path);
    undo.foreign.push(path);
    if (away.isFolder && there.isFolder && undo.made.has(path))
        addMissing(disk, retired, path);
}
function undoBringIn(undo, { from, to, inode }) {
    const { disk, facts } = undo;
    if (undo.isSplit)
        return mergeBack(undo, to, from);
    const there = disk.identify(to);
    if (there === undefined || disk.identify(from) !== undefined)
        return;
    if (facts.trustInodes && there.inode !== inode)
        undo.foreign.push(to);
    else
        moveNoted(undo, to, from);
}
function moveNoted({ disk, facts, index }, from, to) {
    let isSplit = false;
    moveWhole(disk, from, to, () => {
        isSplit = true;
        facts.note(index, 'split');
    });
    if (isSplit)
        facts.note(index, 'unsplit');
}
function mergeBack({ disk, facts, index }, from, to) {
    for (const path of [from, to])
        discardDraft(disk, path);
    mergeInto(disk, from, to);
    facts.note(index, 'unsplit');
}

;// CONCATENATED MODULE: ./build/install/recover.js






function recover_hasLeftovers(sitePackages) {
    return existsSync(`${sitePackages}/${WORK_FOLDER}`);
}
function recover_recover(sitePackages, disk = realDisk) {
    const folder = `${sitePackages}/${WORK_FOLDER}`;
    if (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
        return { kind: 'nothing' };
    const path = `${folder}/${JOURNAL_NAME}`;
    const journal = readJournal(path);
    if (journal === 'absent' || journal === 'unfinished') {
        if (!existsSync(`${folder}/${SETTLED_NAME}`))
            refuseRetired(folder);
        removeWorkFolder(folder);
        return { kind: 'cleaned' };
    }
    const trustInodes = journal.header.boot !== '' && journal.header.boot === bootId();
    const foreign = undoSteps(disk, { ...journal, trustInodes, note: (step, event) => noteSplit(path, step, event) });
    settleJournal(folder);
    removeWorkFolder(folder);
    return { kind: 'undone', header: journal.header, foreign };
}
function removeWorkFolder(folder) {
    for (const part of [RETIRED_NAME, ''])
        rmSync(`${folder}/${part}`, { recursive: true, force: true, maxRetries: 3 });
}
function refuseRetired(folder) {
    const retired = existsSync(`${folder}/${RETIRED_NAME}`) ? readdirSync(`${folder}/${RETIRED_NAME}`) : [];
    if (retired.length === 0)
        return;
    throw new UserError('journal-invalid', `${folder} holds what was taken out of the environment (${retired.length} files and folders), and no journal that says where it belongs`, {
        hint: 'the disk lost a journal that was written to it; move what the folder "retired" holds back by hand, then delete the folder',
    });
}

;// CONCATENATED MODULE: external "node:timers/promises"
const external_node_timers_promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
;// CONCATENATED MODULE: ./build/store/folders.js



function folders_makeFolders(folder) {
    const missing = [];
    for (let at = external_node_path_.resolve(folder);; at = external_node_path_.dirname(at)) {
        const facts = (0,external_node_fs_.statSync)(at, { throwIfNoEntry: false });
        if (facts?.isDirectory() === false)
            throw Object.assign(new Error(`${at} is a file, not a folder`), { code: 'ENOTDIR' });
        if (facts !== undefined || at === external_node_path_.dirname(at))
            break;
        missing.unshift(at);
    }
    for (const each of missing)
        makeOne(each);
    return missing[0];
}
function makeOne(folder) {
    try {
        (0,external_node_fs_.mkdirSync)(folder);
    }
    catch (error) {
        if ((0,errors/* systemErrorCode */.vq)(error) !== 'EEXIST')
            throw error;
    }
}

;// CONCATENATED MODULE: ./build/install/work-area.js












async function openWorkArea(target, takeLock) {
    const scheme = realScheme(target);
    const path = `${scheme.purelib}/${WORK_FOLDER}`;
    const topmost = await makeFolder(path);
    const lock = await takeLock?.(work_area_lockFile(path)).catch(async (error) => {
        removeWhole(path);
        await removeEmptyParents(path, topmost);
        throw error;
    });
    return {
        path,
        scheme,
        stageDir: (index) => `${path}/stage/${index}`,
        nameKey: nameKeyOf(path),
        close: async () => {
            const held = lock === 'unavailable' ? undefined : lock;
            if (existsSync(`${path}/${JOURNAL_NAME}`))
                return held?.release();
            await removeArea(path, held);
            await removeEmptyParents(path, topmost);
        },
    };
}
function work_area_lockFile(workArea) {
    return `${workArea}/lock`;
}
async function removeArea(path, lock) {
    if (lock === undefined) {
        await emptyArea(path);
        return removeWhole(path);
    }
    const isEmptied = await emptyArea(path).then(() => true, () => false);
    lock.release();
    if (!isEmptied)
        await emptyArea(path);
    removeEmptied(path);
}
async function emptyArea(path) {
    for (const part of ['stage', RETIRED_NAME]) {
        for (const name of namesIn(`${path}/${part}`)) {
            removeWhole(`${path}/${part}/${name}`);
            await setImmediate();
        }
        removeWhole(`${path}/${part}`);
    }
    for (const name of namesIn(path))
        if (!isOfLock(name))
            removeWhole(`${path}/${name}`);
}
function removeEmptied(path) {
    if (process.platform === 'win32')
        for (const name of namesIn(path))
            if (isOfLock(name))
                removeWhole(`${path}/${name}`);
    realDisk.removeEmptyFolder(path);
}
function namesIn(folder) {
    return existsSync(folder) ? readdirSync(folder) : [];
}
function isOfLock(name) {
    return name.startsWith(basename(work_area_lockFile('')));
}
function removeWhole(path) {
    rmSync(path, { recursive: true, force: true, maxRetries: 3 });
}
async function removeEmptyParents(path, topmost) {
    if (topmost === path)
        return;
    for (let folder = dirname(path); folder.length >= topmost.length; folder = dirname(folder)) {
        if (!(await rmdir(folder).then(() => true, () => false)))
            return;
    }
}
async function makeFolder(path) {
    try {
        const made = makeFolders(dirname(path));
        await mkdir(path);
        return made ?? path;
    }
    catch (error) {
        if (systemErrorCode(error) === 'EEXIST') {
            throw new UserError('target-locked', `${path} is there: another run is working on this environment, or ended badly since this one began`, { hint: 'run again when it is done', cause: error });
        }
        const known = diskError(error, { doing: `writing to ${dirname(path)}` });
        throw isUserError(known) ? known : new UserError('target-readonly', `${dirname(path)} cannot be written: ${messageOf(error)}`, { cause: error });
    }
}
function nameKeyOf(path) {
    if (existsSync(join(dirname(path), basename(path).toUpperCase())))
        return foldKey;
    return process.platform === 'darwin' ? (name) => name.normalize('NFC') : (name) => name;
}
function realScheme(scheme) {
    return {
        purelib: work_area_realFolder(scheme.purelib),
        platlib: work_area_realFolder(scheme.platlib),
        scripts: work_area_realFolder(scheme.scripts),
        data: work_area_realFolder(scheme.data),
        headers: work_area_realFolder(scheme.headers),
    };
}
function work_area_realFolder(folder) {
    const rest = [];
    for (let path = resolve(folder);; path = dirname(path)) {
        try {
            return slashed([realpathSync.native(path), ...rest].join('/')).replace(/^\/\//, '/');
        }
        catch {
            if (path === dirname(path))
                return folder;
            rest.unshift(basename(path));
        }
    }
}

;// CONCATENATED MODULE: ./build/store/locks.js




const locks_FIRST_WAIT_MS = 20;
const LONGEST_WAIT_MS = 250;
async function locks_takeLock(request) {
    const waiting = { isAnnounced: false, waitMs: 0 };
    for (;;) {
        const opened = await openLock(request.file);
        if (opened === undefined)
            return 'unavailable';
        const outcome = await waitFor(opened, request, waiting).catch((error) => {
            opened.database.close();
            throw error;
        });
        if (outcome === 'held')
            return held(opened, request);
        opened.database.close();
        if (outcome === 'unavailable')
            return 'unavailable';
    }
}
async function waitFor(opened, request, waiting) {
    for (;;) {
        request.signal.throwIfAborted();
        const outcome = tryLock(opened.database);
        if (outcome !== 'busy' && inodeOf(request.file) !== opened.inode)
            return 'removed';
        if (outcome !== 'busy')
            return outcome;
        if (!waiting.isAnnounced)
            request.onWait(await readFile(holderFile(request), 'utf8').catch(() => 'it does not say who it is'));
        waiting.isAnnounced = true;
        waiting.waitMs = Math.min(LONGEST_WAIT_MS, Math.max(locks_FIRST_WAIT_MS, waiting.waitMs * 2));
        await request.clock.sleep(waiting.waitMs, request.signal);
    }
}
async function held({ database, inode }, request) {
    await writeFile(holderFile(request), request.holder).catch(() => undefined);
    return {
        release: () => {
            if (!database.isOpen)
                return;
            if (inodeOf(request.file) === inode)
                for (const file of [holderFile(request), request.file])
                    removeIfPossible(file);
            database.close();
        },
    };
}
function removeIfPossible(file) {
    try {
        unlinkSync(file);
    }
    catch {
    }
}
function holderFile(request) {
    return `${request.file}.holder`;
}
async function openLock(file) {
    try {
        await mkdir(path.dirname(file), { recursive: true });
        const sqlite = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 99, 19));
        for (;;) {
            closeSync(openSync(file, 'a'));
            const inode = inodeOf(file);
            const database = new sqlite.DatabaseSync(file);
            database.exec('PRAGMA busy_timeout = 0');
            if (inode !== undefined && inodeOf(file) === inode)
                return { database, inode };
            database.close();
        }
    }
    catch {
        return undefined;
    }
}
function inodeOf(file) {
    return statSync(file, { bigint: true, throwIfNoEntry: false })?.ino;
}
const SQLITE_BUSY = 5;
function tryLock(database) {
    try {
        database.exec('BEGIN EXCLUSIVE');
        return 'held';
    }
    catch (error) {
        const { errcode } = error;
        return systemErrorCode(error) === 'ERR_SQLITE_ERROR' && ((errcode ?? 0) & 0xff) === SQLITE_BUSY ? 'busy' : 'unavailable';
    }
}

;// CONCATENATED MODULE: ./build/target/venv.js





async function venv_createVenv(base, request) {
    const { staging, destination, world, signal } = request;
    const args = ['-I', '-c', VENV_SCRIPT, staging, destination];
    const run = await runPython(base.python, { args, env: world.env, cwd: world.cwd, signal });
    if (run.status === 0)
        return;
    throw venvError(parseFailure(run.stdout), run.spawnError ?? run.stderr.trim(), destination);
}
function venv_venvTarget(base, destination, { env, platform }) {
    const scheme = layoutAt(base.layouts.venv, destination);
    const ownHeaders = (layout) => ({ ...layout, headers: base.layouts.venv.headers });
    const searched = (env['PYTHONPATH'] ?? '').split(path.delimiter).filter((folder) => path.isAbsolute(folder));
    return {
        ...base,
        python: path.join(scheme.scripts, platform === 'win32' ? 'python.exe' : 'python'),
        prefix: destination,
        isVirtualEnvironment: true,
        scheme,
        layouts: {
            prefix: base.layouts.venv,
            home: ownHeaders(base.layouts.home),
            venv: base.layouts.venv,
            user: base.layouts.user === undefined ? undefined : { ...base.layouts.user, headers: layoutAt(base.layouts.venv, base.layouts.user.data).headers },
        },
        sitePaths: [...new Set([...searched, scheme.purelib, scheme.platlib])],
        userSite: { ...base.userSite, enabled: false },
        externallyManaged: undefined,
    };
}
function parseFailure(stdout) {
    const line = stdout.trim().split('\n').at(-1) ?? '';
    return line.startsWith('{') ? JSON.parse(line) : undefined;
}
const EPERM = 1;
const EACCES = 13;
const ENOSPC = 28;
const EROFS = 30;
function venvError(failure, output, destination) {
    const message = `the virtual environment ${destination} could not be created`;
    const details = { details: [failure?.message ?? output] };
    if (failure?.kind === 'no-venv') {
        return new UserError('python-missing', `${message}: this Python has no venv module`, { ...details, hint: "install it (Debian and Ubuntu: the python3-venv package)" });
    }
    if (failure?.errno === ENOSPC)
        return new UserError('disk-full', `${message}: the disk is full`, { ...details, hint: 'free some space, or name a folder on another disk' });
    if (failure?.errno === EACCES || failure?.errno === EPERM || failure?.errno === EROFS) {
        return new UserError('target-readonly', `${message}: its folder cannot be written to`, { ...details, hint: 'name a folder where you may write' });
    }
    return new UserError('install-failed', message, details);
}

;// CONCATENATED MODULE: ./build/run/fresh-venv.js











const fresh_venv_CHECKOUTS = 'src';
function stagingFolder(venv) {
    return `${realFolder(venv)}.parallel-pip-new`;
}
function fresh_venv_freshVenv({ base, venv, isDryRun }, context) {
    const staging = stagingFolder(venv);
    const wasThere = existsSync(venv);
    const ready = isDryRun ? Promise.resolve() : context.events.during({ task: 'venv', resource: 'disk' }, () => make(base, { staging, venv }, context));
    ready.catch(() => undefined);
    return {
        target: venvTarget(base, venv, context.world),
        stagingScheme: venvTarget(base, staging, context.world).scheme,
        ready,
        publish: async () => {
            await ready;
            await publish(staging, realFolder(venv));
        },
        discard: async () => {
            await ready.catch(() => undefined);
            if (isDryRun)
                return;
            await rm(staging, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
            if (!wasThere)
                for (const folder of [path.join(venv, fresh_venv_CHECKOUTS), venv])
                    await rmdir(folder).catch(() => undefined);
        },
    };
}
async function fresh_venv_removeUnfinishedVenv(venv, events) {
    const staging = stagingFolder(venv);
    if (!fresh_venv_isUnfinished(venv))
        return false;
    await putCheckoutsBack(staging, realFolder(venv));
    await rm(staging, { recursive: true, force: true, maxRetries: 3 });
    events.notice('info', `removed what an interrupted run had left beside ${venv}`);
    return true;
}
function fresh_venv_isUnfinished(venv) {
    return existsSync(stagingFolder(venv));
}
async function make(base, places, context) {
    await fresh_venv_removeUnfinishedVenv(places.venv, context.events);
    makeParent(places.staging);
    await createVenv(base, { staging: places.staging, destination: places.venv, world: context.world, signal: context.signal });
}
function makeParent(staging) {
    const parent = path.dirname(staging);
    try {
        makeFolders(parent);
    }
    catch (error) {
        throw diskError(error, { doing: `making the folder ${parent}` });
    }
}
async function publish(staging, place) {
    try {
        await renameOver(staging, place);
    }
    catch (error) {
        const code = systemErrorCode(error) ?? '';
        if (!['EBUSY', 'EXDEV', 'EPERM', 'EACCES'].includes(code) || !existsSync(place))
            throw publishError(error, place);
        await publishInto(staging, place);
    }
}
async function renameOver(staging, place) {
    if (existsSync(`${place}/${fresh_venv_CHECKOUTS}`))
        await rename(`${place}/${fresh_venv_CHECKOUTS}`, `${staging}/${fresh_venv_CHECKOUTS}`);
    try {
        if (process.platform === 'win32')
            await rmdir(place).catch(() => undefined);
        renameFile(staging, place);
    }
    catch (error) {
        await putCheckoutsBack(staging, place);
        throw error;
    }
}
async function putCheckoutsBack(staging, place) {
    if (!existsSync(`${staging}/${fresh_venv_CHECKOUTS}`))
        return;
    await mkdir(place, { recursive: true });
    await rename(`${staging}/${fresh_venv_CHECKOUTS}`, `${place}/${fresh_venv_CHECKOUTS}`);
}
async function publishInto(staging, place) {
    try {
        const names = await readdir(staging);
        for (const name of names.filter((entry) => entry !== 'pyvenv.cfg'))
            mergeInto(realDisk, `${staging}/${name}`, `${place}/${name}`);
        mergeInto(realDisk, `${staging}/pyvenv.cfg`, `${place}/pyvenv.cfg`);
    }
    catch (error) {
        const names = await readdir(place).catch(() => []);
        for (const name of names.filter((entry) => entry !== fresh_venv_CHECKOUTS))
            await rm(`${place}/${name}`, { recursive: true, force: true });
        throw publishError(error, place);
    }
}
function publishError(error, place) {
    const known = diskError(error, { doing: `moving the virtual environment to ${place}` });
    return isUserError(known) ? known : new UserError('install-failed', `the virtual environment could not be moved to ${place}: ${messageOf(error)}`, { cause: error });
}

;// CONCATENATED MODULE: ./build/store/temporary.js




async function makeTemporaryFolder(prefix) {
    const parents = [(0,external_node_os_namespaceObject.tmpdir)(), ...(process.platform === 'win32' ? [] : ['/tmp', '/var/tmp'])];
    let first;
    for (const parent of parents) {
        try {
            return await (0,promises_namespaceObject.mkdtemp)(external_node_path_.join(parent, prefix));
        }
        catch (error) {
            first ??= error;
        }
    }
    throw new errors/* UserError */.yo('store-failed', `no folder for temporary files can be written: ${(0,errors/* messageOf */.bD)(first)}`, { hint: 'name one with TMPDIR', cause: first });
}

;// CONCATENATED MODULE: ./build/run/store-folder.js







async function openStoreFolder(asked, { world, events }) {
    if (asked !== 'off') {
        const root = asked?.value ?? store_folder_defaultStoreFolder(world);
        const fault = await faultOf(root);
        if (fault === undefined)
            return { layout: storeLayout(root), isKept: true, close: () => Promise.resolve() };
        events.notice('warning', `the wheel store ${root} cannot be written (${fault}): nothing is kept for later runs`);
    }
    const folder = await makeTemporaryFolder('parallel-pip-');
    return { layout: storeLayout(folder), isKept: false, close: () => (0,promises_namespaceObject.rm)(folder, { recursive: true, force: true, maxRetries: 5 }) };
}
async function faultOf(folder) {
    try {
        folders_makeFolders(folder);
        await (0,promises_namespaceObject.access)(folder, external_node_fs_.constants.W_OK | external_node_fs_.constants.X_OK);
        return undefined;
    }
    catch (error) {
        return (0,errors/* messageOf */.bD)(error);
    }
}
function store_folder_defaultStoreFolder({ env, homeDir, platform }) {
    if (platform === 'win32')
        return external_node_path_.join(env['LOCALAPPDATA'] ?? external_node_path_.join(homeDir, 'AppData', 'Local'), 'parallel-pip', 'cache');
    if (platform === 'darwin')
        return external_node_path_.join(homeDir, 'Library', 'Caches', 'parallel-pip');
    return external_node_path_.join(env['XDG_CACHE_HOME'] || external_node_path_.join(homeDir, '.cache'), 'parallel-pip');
}
function codeCacheFolder(world) {
    return path.join(store_folder_defaultStoreFolder(world), CODE_BUCKET);
}

;// CONCATENATED MODULE: ./build/run/environment-lock.js









async function environment_lock_holdEnvironment(place, context) {
    const real = realFolder(place);
    const name = createHash('sha256').update(real).digest('hex').slice(0, 32);
    const lock = await take(path.join(locksFolder(context), `${name}.lock`), real, context);
    const release = () => (lock === 'unavailable' ? undefined : lock.release());
    try {
        return { recovery: await recoverHeld(real, context), release };
    }
    catch (error) {
        release();
        throw error;
    }
}
async function waitForRuns(context) {
    const folder = locksFolder(context);
    for (const name of readdirIfThere(folder).filter((file) => file.endsWith('.lock'))) {
        const lock = await take(path.join(folder, name), 'kept wheels', context);
        if (lock !== 'unavailable')
            lock.release();
    }
}
function readdirIfThere(folder) {
    try {
        return readdirSync(folder).sort();
    }
    catch {
        return [];
    }
}
function locksFolder({ world }) {
    return path.join(defaultStoreFolder(world), 'locks');
}
async function environment_lock_recoverEnvironment(sitePackages, context) {
    if (!hasLeftovers(realFolder(sitePackages)))
        return { kind: 'nothing' };
    const hold = await environment_lock_holdEnvironment(sitePackages, context);
    hold.release();
    return hold.recovery;
}
async function recoverUnmade(venv, context) {
    if (!isUnfinished(venv))
        return false;
    const hold = await environment_lock_holdEnvironment(venv, context);
    try {
        return await removeUnfinishedVenv(venv, context.events);
    }
    finally {
        hold.release();
    }
}
function environment_lock_lockTaker(place, context) {
    return (file) => take(file, place, context);
}
async function take(file, place, context) {
    const holder = `process ${process.pid}, since ${new Date(context.clock.nowMs()).toISOString().slice(11, 19)} UTC`;
    const onWait = (other) => context.events.notice('info', `waiting for another run on ${place} (${other})`);
    const lock = await takeLock({ file, holder, clock: context.clock, signal: context.signal, onWait });
    if (lock === 'unavailable')
        context.events.notice('debug', `${file} cannot be locked: other runs on ${place} are not kept out`);
    return lock;
}
async function recoverHeld(real, context) {
    if (!hasLeftovers(real))
        return { kind: 'nothing' };
    const inner = await take(lockFile(`${real}/${WORK_FOLDER}`), real, context);
    try {
        const recovery = recover(real);
        announce(recovery, real, context);
        return recovery;
    }
    finally {
        if (inner !== 'unavailable')
            inner.release();
    }
}
function announce(recovery, place, { events }) {
    if (recovery.kind === 'cleaned')
        events.notice('info', `removed what an interrupted run had left in ${place}`);
    if (recovery.kind !== 'undone')
        return;
    const { header, foreign } = recovery;
    const what = [...header.added.map((name) => `+ ${name}`), ...header.removed.map((name) => `- ${name}`)];
    const shown = what.length > 6 ? `${what.slice(0, 6).join(', ')} and ${what.length - 6} more` : what.join(', ');
    events.notice('warning', `an interrupted run had begun to change ${place} (${shown}): undone, it is as it was before`);
    for (const path of foreign)
        events.notice('warning', `${path} was put there by another program since, and stays`);
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __nccwpck_require__(8522);
;// CONCATENATED MODULE: ./build/kernel/sealed.js

const SEAL_BYTES = 4;
const START = 1;
function seal(value) {
    return Buffer.concat(sealedPieces([Buffer.from(value)]));
}
function sealedPieces(pieces) {
    const head = Buffer.allocUnsafe(SEAL_BYTES);
    head.writeUInt32BE(pieces.reduce((checksum, piece) => (0,external_node_zlib_.crc32)(piece, checksum), START));
    return [head, ...pieces];
}
function unseal(sealed) {
    if (sealed.length < SEAL_BYTES)
        return undefined;
    const content = sealed.subarray(SEAL_BYTES);
    return (0,external_node_zlib_.crc32)(content, START) === sealed.readUInt32BE() ? content : undefined;
}

;// CONCATENATED MODULE: ./build/run/probe-store.js



function openProbeStore({ isKept, layout }) {
    const folder = layout.facts;
    if (!isKept)
        return undefined;
    return {
        get: (key) => {
            try {
                return unseal((0,external_node_fs_.readFileSync)(external_node_path_.join(folder, key)))?.toString('utf8');
            }
            catch {
                return undefined;
            }
        },
        set: (key, value) => {
            const draft = external_node_path_.join(folder, `${key}.${process.pid}`);
            try {
                (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
                (0,external_node_fs_.writeFileSync)(draft, seal(value));
                (0,external_node_fs_.renameSync)(draft, external_node_path_.join(folder, key));
            }
            catch {
                return;
            }
        },
    };
}

;// CONCATENATED MODULE: ./build/run/environment.js












async function environment_openEnvironment(options, storeFolder, context) {
    const { venv } = options.target;
    if (venv === undefined)
        return existing(await environment_locate(options.target.python?.value, storeFolder, context), options, context);
    if (isVenv(venv))
        return existing(await environment_locate(venv, storeFolder, context), options, context);
    const hold = options.install.dryRun ? undefined : await holdEnvironment(venv, context);
    try {
        if (isVenv(venv)) {
            hold?.release();
            return await existing(await environment_locate(venv, storeFolder, context), options, context);
        }
        if (isInTheWay(venv)) {
            throw new UserError('input-missing', `${venv} exists and is no virtual environment`, { hint: 'name another folder, or remove this' });
        }
        return fresh({ base: await environment_locate(options.target.python?.value, storeFolder, context), venv, hold, isDryRun: options.install.dryRun }, context);
    }
    catch (error) {
        hold?.release();
        throw error;
    }
}
function isInTheWay(venv) {
    try {
        return existsSync(venv) && (!statSync(venv).isDirectory() || readdirSync(venv).some((name) => name !== CHECKOUTS));
    }
    catch (error) {
        throw diskError(error, { doing: `looking into ${venv}` });
    }
}
function findTarget({ target: { venv, python } }, storeFolder, context) {
    return environment_locate(venv !== undefined && isVenv(venv) ? venv : python?.value, storeFolder, context);
}
function isVenv(folder) {
    return existsSync(path.join(folder, 'pyvenv.cfg'));
}
function environment_locate(named, storeFolder, context) {
    const request = { named, location: context.world.env['pythonLocation'] };
    const cache = openProbeStore(storeFolder);
    return context.events.during({ task: 'probe', resource: 'cpu' }, () => {
        const located = locateTarget(request, { world: context.world, signal: context.signal, cache });
        return whileWaiting(located, preloadTransport);
    });
}
async function whileWaiting(answer, work) {
    const waiting = setImmediate(work);
    try {
        return await answer;
    }
    finally {
        clearImmediate(waiting);
    }
}
async function existing(target, options, context) {
    const { install, target: settings } = options;
    if (!install.dryRun || install.reportFile === undefined)
        refuseManaged(target, settings);
    const destination = chooseDestination(target, settings, context.events);
    const { purelib } = destination.scheme;
    const hold = install.dryRun ? await recoverEnvironment(purelib, context).then(() => undefined) : await holdEnvironment(purelib, context);
    const { kind, root } = { root: undefined, ...settings.placement };
    return {
        target: settings.restriction === undefined ? target : restrictTarget(target, settings.restriction),
        destination,
        installed: kind === 'folder' ? new Map() : listInstalled(target.sitePaths).distributions,
        isRemovable: (distribution) => root === undefined && kind !== 'prefix' && isLocal(target, distribution),
        isFresh: false,
        basePython: target.python,
        venvPath: settings.venv,
        ready: Promise.resolve(),
        takeLock: lockTaker(purelib, context),
        publish: () => Promise.resolve(),
        discard: () => {
            hold?.release();
            return Promise.resolve();
        },
    };
}
function fresh({ base, venv, hold, isDryRun }, context) {
    const making = freshVenv({ base, venv, isDryRun }, context);
    const { target } = making;
    return {
        target,
        destination: { scheme: making.stagingScheme, python: pythonOf(target) },
        installed: new Map(),
        isRemovable: () => false,
        isFresh: true,
        basePython: base.python,
        venvPath: venv,
        ready: making.ready,
        takeLock: undefined,
        publish: () => making.publish(),
        discard: async () => {
            await making.discard();
            hold?.release();
        },
    };
}

;// CONCATENATED MODULE: ./build/standards/specifier-grammar.js

const PRE = '(?:[-_.]?(?:alpha|beta|preview|pre|a|b|c|rc)[-_.]?[0-9]*)?';
const POST = '(?:-[0-9]+|[-_.]?(?:post|rev|r)[-_.]?[0-9]*)?';
const DEV = '(?:[-_.]?dev[-_.]?[0-9]*)?';
const LOCAL = '(?:\\+[a-z0-9]+(?:[-_.][a-z0-9]+)*)?';
const SPACE = `[${PYTHON_SPACE}]*`;
const EPOCH = 'v?(?:[0-9]+!)?';
const CLAUSE = `===${SPACE}[^${PYTHON_SPACE};)]*` +
    `|(?:==|!=)${SPACE}${EPOCH}[0-9]+(?:\\.[0-9]+)*(?:\\.\\*|${PRE}${POST}${DEV}${LOCAL})?` +
    `|~=${SPACE}${EPOCH}[0-9]+(?:\\.[0-9]+)+${PRE}${POST}${DEV}` +
    `|(?:<=|>=|<|>)${SPACE}${EPOCH}[0-9]+(?:\\.[0-9]+)*${PRE}${POST}${DEV}`;
const SPECIFIER_TOKEN = new RegExp(`(?:${CLAUSE})`, 'iy');
const WHOLE_CLAUSE = new RegExp(`^${SPACE}(?:(${CLAUSE}))${SPACE}$`, 'i');
function parseSpecifier(text) {
    const clause = WHOLE_CLAUSE.exec(text)?.[1];
    return clause === undefined ? undefined : splitClause(clause);
}
function splitClause(clause) {
    const length = clause.charAt(1) !== '=' ? 1 : clause.startsWith('===') ? 3 : 2;
    return { operator: clause.slice(0, length), version: python_strings_pythonStrip(clause.slice(length)) };
}
const LOCAL_LABEL = /\+[a-z0-9]/y;
function misplacedSuffix(clause, text, end) {
    if (text.startsWith('.*', end)) {
        const mayHaveWildcard = /^(?:!=|==(?!=))/.test(clause);
        const message = mayHaveWildcard
            ? '.* suffix cannot be used with pre-release, post-release, dev or local versions'
            : '.* suffix can only be used with `==` or `!=` operators';
        return { message, offset: end + 1 };
    }
    LOCAL_LABEL.lastIndex = end;
    if (LOCAL_LABEL.test(text))
        return { message: 'Local version label can only be used with `==` or `!=` operators', offset: end };
    return undefined;
}

;// CONCATENATED MODULE: ./build/standards/version-ranges.js

const FIRST_KEY = sortKeyOf({ epoch: '0', release: ['0'], pre: undefined, post: undefined, dev: '0', local: undefined });
const LAST_KEY = KEY_MAX;
const ALL_VERSIONS = [{ from: FIRST_KEY, to: LAST_KEY }];
function interval(from, to) {
    return from < to ? [{ from, to }] : [];
}
function rangesContain(ranges, sortKey) {
    for (const range of ranges) {
        if (sortKey < range.from)
            return false;
        if (sortKey < range.to)
            return true;
    }
    return false;
}
function intersectRanges(left, right) {
    const both = [];
    let i = 0;
    let j = 0;
    for (;;) {
        const a = left[i];
        const b = right[j];
        if (a === undefined || b === undefined)
            return both;
        const from = a.from > b.from ? a.from : b.from;
        const to = a.to < b.to ? a.to : b.to;
        if (from < to)
            both.push({ from, to });
        if (a.to < b.to)
            i += 1;
        else
            j += 1;
    }
}
function complementRanges(ranges) {
    const rest = [];
    let from = FIRST_KEY;
    for (const range of ranges) {
        rest.push(...interval(from, range.from));
        from = range.to;
    }
    rest.push(...interval(from, LAST_KEY));
    return rest;
}

;// CONCATENATED MODULE: ./build/standards/specifier-ranges.js


function compileSpecifier({ operator, version }) {
    const isWildcard = operator !== '===' && version.endsWith('.*');
    const parts = scanVersion(isWildcard ? version.slice(0, -2) : version);
    const namesPrerelease = operator !== '!=' && !isWildcard && parts !== undefined && isPrerelease(parts);
    if (operator === '===')
        return { ranges: ALL_VERSIONS, namesPrerelease, meaning: operator + version };
    if (parts === undefined)
        throw new Error(`not a version specifier: ${operator}${version}`);
    if (isWildcard) {
        const ranges = operator === '!=' ? complementRanges(prefixRange(parts)) : prefixRange(parts);
        return { ranges, namesPrerelease, meaning: operator + version };
    }
    const meaning = operator + (operator === '~=' ? formatVersionParts(parts) : sortKeyOf(parts));
    return { ranges: rangesOf(operator, parts), namesPrerelease, meaning };
}
function rangesOf(operator, parts) {
    switch (operator) {
        case '>=':
            return interval(sortKeyOf(parts), LAST_KEY);
        case '<=':
            return interval(FIRST_KEY, sortKeyOf(parts) + KEY_MAX);
        case '==':
            return equalRange(parts);
        case '!=':
            return complementRanges(equalRange(parts));
        case '~=':
            return interval(sortKeyOf(parts), sortKeyOf(afterPrefix({ ...parts, release: parts.release.slice(0, -1) })));
        case '<':
            return interval(FIRST_KEY, sortKeyOf(isPrerelease(parts) ? parts : { ...parts, dev: '0' }));
        case '>':
            return interval(keyAfterFamily(parts), LAST_KEY);
    }
}
function isPrerelease(parts) {
    return parts.pre !== undefined || parts.dev !== undefined;
}
function equalRange(parts) {
    const key = sortKeyOf(parts);
    return interval(key, key + (parts.local === undefined ? KEY_MAX : KEY_NEXT));
}
function prefixRange(parts) {
    return interval(sortKeyOf(firstOf(parts, parts.release)), sortKeyOf(afterPrefix(parts)));
}
function afterPrefix(parts) {
    return firstOf(parts, [...parts.release.slice(0, -1), increment(parts.release.at(-1) ?? '0')]);
}
function firstOf({ epoch }, release) {
    return { epoch, release, pre: undefined, post: undefined, dev: '0', local: undefined };
}
function keyAfterFamily(parts) {
    if (parts.dev !== undefined)
        return sortKeyOf({ ...parts, dev: increment(parts.dev) });
    if (parts.post !== undefined)
        return sortKeyOf({ ...parts, post: increment(parts.post), dev: '0' });
    return `${sortKeyOfPre(parts)}1${KEY_MAX}`;
}
function increment(digits) {
    return String(BigInt(digits) + 1n);
}

;// CONCATENATED MODULE: ./build/standards/specifiers.js






const specifiers_ANY_VERSION = { text: '', specifiers: [], mentionsPrerelease: false, ranges: ALL_VERSIONS, exact: [] };
function specifiers_parseSpecifierSet(text) {
    const specifiers = [];
    let offset = 0;
    for (const clause of text.split(',')) {
        const specifier = parseSpecifier(clause);
        if (specifier !== undefined)
            specifiers.push(specifier);
        else if (python_strings_pythonStrip(clause) !== '')
            return clauseFault(clause, offset);
        offset += clause.length + 1;
    }
    return (0,kernel_parsed/* parsed */.Y)(specifierSetOf(specifiers));
}
function isPinned({ specifiers }) {
    return specifiers.some((clause) => clause.operator === '===' || namesVersion(clause));
}
function pinnedVersion({ specifiers }) {
    const pin = specifiers.find(namesVersion);
    return pin === undefined ? undefined : parseVersion(pin.version);
}
function namesVersion({ operator, version }) {
    return operator === '==' && !version.endsWith('.*');
}
function specifierSetOf(specifiers) {
    if (specifiers.length === 0)
        return specifiers_ANY_VERSION;
    const clauses = canonicalOrder(specifiers.map(compiledClause));
    return {
        text: clauses.map(({ text }) => text).join(','),
        specifiers: clauses.map(({ specifier }) => specifier),
        mentionsPrerelease: clauses.some(({ compiled }) => compiled.namesPrerelease),
        ranges: clauses.map(({ compiled }) => compiled.ranges).reduce(intersectRanges),
        exact: clauses.filter(({ specifier }) => specifier.operator === '===').map(({ specifier }) => specifier.version.toLowerCase()),
    };
}
function specifiers_specifierSetContains(set, version) {
    if (!rangesContain(set.ranges, version.sortKey))
        return false;
    return set.exact.length === 0 || set.exact.every((text) => text === version.text);
}
function compiledClause(specifier) {
    return { specifier, text: specifier.operator + specifier.version, compiled: compileSpecifier(specifier) };
}
function canonicalOrder(clauses) {
    if (clauses.length === 1)
        return clauses;
    const byMeaning = new Map();
    for (const clause of [...clauses].sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))) {
        if (!byMeaning.has(clause.compiled.meaning))
            byMeaning.set(clause.compiled.meaning, clause);
    }
    return [...byMeaning.values()];
}
const LEADING_SPACE = new RegExp(`^[${PYTHON_SPACE}]*`);
function clauseFault(clause, offset) {
    const start = LEADING_SPACE.exec(clause)?.[0].length ?? 0;
    SPECIFIER_TOKEN.lastIndex = start;
    const read = SPECIFIER_TOKEN.exec(clause)?.[0] ?? '';
    const end = start + read.length;
    const suffix = read === '' ? undefined : misplacedSuffix(read, clause, end);
    const message = `Invalid specifier: ${pythonRepr(python_strings_pythonStrip(clause))}${suffix === undefined ? '' : `: ${suffix.message}`}`;
    return (0,kernel_parsed/* notParsed */.l)(message, offset + (suffix?.offset ?? end));
}

;// CONCATENATED MODULE: ./build/standards/marker-grammar.js




const VERSION_VARIABLES = new Set([
    'implementation_version', 'platform_release', 'python_full_version', 'python_version',
]);
const SET_VARIABLES = new Set(['extras', 'dependency_groups']);
const CURRENT_NAMES = { python_implementation: 'platform_python_implementation' };
function readMarker(scanner) {
    const alternatives = [[readAtom(scanner)]];
    for (let word = scanner.take('logical'); word !== undefined; word = scanner.take('logical')) {
        const atom = readAtom(scanner);
        if (word === 'or')
            alternatives.push([atom]);
        else
            alternatives.at(-1)?.push(atom);
    }
    return joined('or', alternatives.map((conjunction) => joined('and', conjunction)));
}
function joined(kind, parts) {
    const [first] = parts;
    return first !== undefined && parts.length === 1 ? first : { kind, parts };
}
function readAtom(scanner) {
    scanner.skipSpace();
    const atom = scanner.sees('leftParenthesis') ? marker_grammar_readGroup(scanner) : readComparison(scanner);
    scanner.skipSpace();
    return atom;
}
function marker_grammar_readGroup(scanner) {
    const marker = scanner.enclosed('leftParenthesis', 'marker expression', () => {
        scanner.skipSpace();
        const inner = readMarker(scanner);
        scanner.skipSpace();
        return inner;
    });
    return marker.kind === 'and' || marker.kind === 'or' ? { kind: 'group', marker } : marker;
}
function readComparison(scanner) {
    scanner.skipSpace();
    const left = readOperand(scanner);
    scanner.skipSpace();
    const operator = readOperator(scanner);
    scanner.skipSpace();
    const right = readOperand(scanner);
    scanner.skipSpace();
    return comparison(normalizedOperand(left, right, 'left'), operator, normalizedOperand(right, left, 'right'));
}
function comparison(left, operator, right) {
    const specifier = left.kind === 'variable' && VERSION_VARIABLES.has(left.name) ? versionTest(operator, marker_grammar_textOf(right)) : undefined;
    return specifier === undefined ? { kind: 'comparison', left, operator, right } : { kind: 'comparison', left, operator, right, specifier };
}
function versionTest(operator, right) {
    const specifier = parseSpecifier(operator + right);
    return specifier === undefined ? undefined : specifierSetOf([specifier]);
}
function marker_grammar_textOf(operand) {
    return operand.kind === 'variable' ? operand.name : operand.text;
}
function normalizedOperand(operand, other, side) {
    if (operand.kind === 'variable' || other.kind === 'literal')
        return operand;
    const isName = other.name === 'extra' || (side === 'left' && SET_VARIABLES.has(other.name));
    return isName ? { kind: 'literal', text: names_normalizeName(operand.text) } : operand;
}
function readOperand(scanner) {
    const variable = scanner.take('variable')?.replace('.', '_');
    if (variable !== undefined)
        return { kind: 'variable', name: CURRENT_NAMES[variable] ?? variable };
    const quoted = scanner.take('quotedString');
    if (quoted === undefined)
        scanner.fail('Expected a marker variable or quoted string');
    const text = decodePythonString(quoted.slice(1, -1));
    return text === undefined ? scanner.fail('Invalid quoted string') : { kind: 'literal', text };
}
function readOperator(scanner) {
    if (scanner.take('in') !== undefined)
        return 'in';
    if (scanner.take('not') !== undefined) {
        scanner.expect('space', "whitespace after 'not'");
        scanner.expect('in', "'in' after 'not'");
        return 'not in';
    }
    const operator = scanner.take('comparison');
    if (operator !== undefined)
        return operator;
    return scanner.fail('Expected marker operator, one of <=, <, !=, ==, >=, >, ~=, ===, in, not in');
}

;// CONCATENATED MODULE: ./build/standards/marker-tree.js

function marker_tree_formatMarker(marker) {
    switch (marker.kind) {
        case 'comparison':
            return `${formatOperand(marker.left)} ${marker.operator} ${formatOperand(marker.right)}`;
        case 'and':
        case 'or':
            return marker.parts.map(marker_tree_formatMarker).join(` ${marker.kind} `);
        case 'group':
            return `(${marker_tree_formatMarker(marker.marker)})`;
        default:
            return (0,errors/* unreachable */.HB)(marker);
    }
}
function withoutOuterGroup(marker) {
    return marker.kind === 'group' ? marker.marker : marker;
}
function formatOperand(operand) {
    if (operand.kind === 'variable')
        return operand.name;
    return operand.text.includes('"') ? `'${operand.text}'` : `"${operand.text}"`;
}

;// CONCATENATED MODULE: ./build/kernel/once.js
function once(make) {
    let made;
    return () => (made ??= { value: make() }).value;
}

;// CONCATENATED MODULE: ./build/standards/syntax-scanner.js



const VARIABLES = [
    'python_version', 'python_full_version', 'os[._]name', 'sys[._]platform', 'platform_(?:release|system)',
    'platform[._](?:version|machine|python_implementation)', 'python_implementation', 'implementation_(?:name|version)',
    'extras?', 'dependency_groups',
];
const PUNCTUATION = {
    leftParenthesis: '(', rightParenthesis: ')', leftBracket: '[', rightBracket: ']', semicolon: ';', comma: ',', at: '@',
};
function patternsOver(word, flags) {
    const startsWord = `(?<!${word})`;
    const endsWord = `(?!${word})`;
    const boundary = `(?:(?<=${word})(?!${word})|(?<!${word})(?=${word}))`;
    return {
        quotedString: /'[^']*'|"[^"]*"/y,
        comparison: /===|==|~=|!=|<=|>=|<|>/y,
        logical: new RegExp(`${startsWord}(?:or|and)${endsWord}`, flags),
        in: new RegExp(`${startsWord}in${endsWord}`, flags),
        not: new RegExp(`${startsWord}not${endsWord}`, flags),
        variable: new RegExp(`${startsWord}(?:${VARIABLES.join('|')})${endsWord}`, flags),
        specifier: SPECIFIER_TOKEN,
        url: /[^ \t]+/y,
        identifier: new RegExp(`${startsWord}[a-zA-Z0-9][a-zA-Z0-9._-]*${boundary}`, flags),
        space: /[ \t]+/y,
    };
}
const ASCII_PATTERNS = patternsOver('[A-Za-z0-9_]', 'y');
const anyScriptPatterns = once(() => patternsOver('[\\p{L}\\p{N}_]', 'uy'));
const ASCII = /^[\x00-\x7f]*$/;
function patternsFor(text) {
    return ASCII.test(text) ? ASCII_PATTERNS : anyScriptPatterns();
}
class SyntaxFault extends Error {
    offset;
    constructor(message, offset) {
        super(message);
        this.offset = offset;
    }
}
const DEEPEST = 200;
class SyntaxScanner {
    text;
    position = 0;
    depth = 0;
    patterns;
    constructor(text) {
        this.text = text;
        this.patterns = patternsFor(text);
    }
    take(kind) {
        const token = this.match(kind);
        if (token !== undefined)
            this.position += token.length;
        return token;
    }
    sees(kind) {
        return this.match(kind) !== undefined;
    }
    atEnd() {
        return this.position === this.text.length;
    }
    skipSpace() {
        while (this.text.charAt(this.position) === ' ' || this.text.charAt(this.position) === '\t')
            this.position += 1;
    }
    expect(kind, expected) {
        return this.take(kind) ?? this.fail(`Expected ${expected}`);
    }
    fail(message, offset = this.position) {
        throw new SyntaxFault(message, offset);
    }
    enclosed(open, around, inner) {
        const isOpen = this.take(open) !== undefined;
        this.depth += 1;
        if (this.depth > DEEPEST)
            this.fail('Too deeply nested');
        const value = inner();
        this.depth -= 1;
        const close = open === 'leftParenthesis' ? 'rightParenthesis' : 'rightBracket';
        if (isOpen && this.take(close) === undefined) {
            this.fail(`Expected matching ${PUNCTUATION[close]} for ${PUNCTUATION[open]}, after ${around}`);
        }
        return value;
    }
    match(kind) {
        if (kind in PUNCTUATION) {
            const mark = PUNCTUATION[kind];
            return this.text.charAt(this.position) === mark ? mark : undefined;
        }
        const pattern = this.patterns[kind];
        pattern.lastIndex = this.position;
        return pattern.exec(this.text)?.[0];
    }
}
function parseWith(text, grammar) {
    try {
        return (0,kernel_parsed/* parsed */.Y)(grammar(new SyntaxScanner(text)));
    }
    catch (error) {
        if (error instanceof SyntaxFault)
            return (0,kernel_parsed/* notParsed */.l)(error.message, error.offset);
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/standards/marker-evaluation.js






const NO_EXTRA = [''];
function marker_evaluation_evaluateMarker(marker, environment, extras = new Set()) {
    let holds = false;
    for (const extra of extras.size === 0 ? NO_EXTRA : extras) {
        holds = evaluate(marker, { ...environment, extra: names_normalizeName(extra) }) || holds;
    }
    return holds;
}
function marker_evaluation_evaluateLockMarker(marker, environment, selection) {
    return evaluate(marker, { ...environment, extras: selection.extras, dependency_groups: selection.dependencyGroups });
}
function evaluate(marker, values) {
    switch (marker.kind) {
        case 'comparison':
            return compare(marker, values);
        case 'and':
            return marker.parts.map((part) => evaluate(part, values)).every(Boolean);
        case 'or':
            return marker.parts.map((part) => evaluate(part, values)).some(Boolean);
        case 'group':
            return evaluate(marker.marker, values);
        default:
            return (0,errors/* unreachable */.HB)(marker);
    }
}
function compare(marker, values) {
    const { left, right, operator } = marker;
    if (left.kind === 'variable') {
        const value = lookUp(left.name, marker, values);
        if (typeof value !== 'string')
            return refuse(marker, `${left.name} is a set of names: write 'name' in ${left.name}`);
        if (marker.specifier !== undefined)
            return satisfies(value, marker.specifier);
        return compareTexts(value, right.kind === 'literal' ? right.text : right.name, marker);
    }
    const variable = right.kind === 'variable' ? right.name : right.text;
    const value = lookUp(variable, marker, values);
    if (typeof value !== 'string')
        return compareWithSet(left.text, value, marker);
    const specifier = VERSION_VARIABLES.has(variable) ? versionTest(operator, value) : undefined;
    return specifier === undefined ? compareTexts(left.text, value, marker) : satisfies(left.text, specifier);
}
function lookUp(variable, marker, values) {
    const value = Object.hasOwn(values, variable) ? values[variable] : undefined;
    if (value === undefined)
        return refuse(marker, `${variable} has no value here`);
    return variable === 'python_full_version' && typeof value === 'string' && value.endsWith('+') ? `${value}local` : value;
}
function satisfies(value, specifier) {
    const [clause] = specifier.specifiers;
    if (clause?.operator === '===')
        return clause.version.toLowerCase() === value.toLowerCase();
    const version = version_parseVersion(value);
    return version !== undefined && specifiers_specifierSetContains(specifier, version);
}
function compareTexts(left, right, marker) {
    switch (marker.operator) {
        case 'in':
            return right.includes(left);
        case 'not in':
            return !right.includes(left);
        case '==':
        case '<=':
        case '>=':
            return left === right;
        case '!=':
            return left !== right;
        case '<':
        case '>':
            return false;
        case '~=':
        case '===':
            return refuse(marker, `${marker.operator} compares versions only`);
        default:
            return (0,errors/* unreachable */.HB)(marker.operator);
    }
}
function compareWithSet(name, names, marker) {
    const isMember = [...names].some((member) => names_normalizeName(member) === names_normalizeName(name));
    switch (marker.operator) {
        case 'in':
            return isMember;
        case 'not in':
            return !isMember;
        case '!=':
            return true;
        case '~=':
        case '===':
            return refuse(marker, `${marker.operator} compares versions only`);
        default:
            return false;
    }
}
function refuse(marker, reason) {
    throw new errors/* UserError */.yo('requirement-syntax', `The marker ${marker_tree_formatMarker(marker)} cannot be evaluated: ${reason}.`);
}

;// CONCATENATED MODULE: ./build/standards/markers.js





function markers_parseMarker(text) {
    return parseWith(text, (scanner) => {
        const marker = readMarker(scanner);
        return scanner.atEnd() ? withoutOuterGroup(marker) : scanner.fail('Expected end of marker expression');
    });
}

;// CONCATENATED MODULE: ./build/standards/plain-requirement.js



const IDENTIFIER = '[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?';
const RELEASE = '[0-9]+(?:\\.[0-9]+)*';
const plain_requirement_CLAUSE = `(?:(?:==|!=) ?${RELEASE}(?:\\.\\*)?|(?:<=|>=|<|>) ?${RELEASE}|~= ?[0-9]+(?:\\.[0-9]+)+)`;
const CLAUSES = `${plain_requirement_CLAUSE}(?: ?, ?${plain_requirement_CLAUSE})*`;
const PLAIN = new RegExp(`^(${IDENTIFIER})(?:\\[(${IDENTIFIER}(?: ?, ?${IDENTIFIER})*)\\])? ?(?:(${CLAUSES})|\\((${CLAUSES})\\))? ?(?:;(.*))?$`);
function readPlainRequirement(text, readers) {
    const match = PLAIN.exec(text);
    if (match === null)
        return undefined;
    const [, name = '', extras, bare, enclosed, markerText] = match;
    const clauses = bare ?? enclosed;
    const marker = markerText === undefined ? undefined : readers.marker(markerText);
    if (markerText !== undefined && marker === undefined)
        return undefined;
    return { name, extras: extras?.split(/ ?, ?/) ?? [], specifier: clauses === undefined ? specifiers_ANY_VERSION : readers.specifier(clauses), marker };
}
const PLAIN_READERS = { specifier: readClauses, marker: readMarkerText };
function rememberingReaders() {
    const specifiers = new Map();
    const markers = new Map();
    return {
        specifier: (text) => specifiers.get(text) ?? remember(specifiers, text, readClauses(text)),
        marker: (text) => markers.get(text) ?? remember(markers, text, readMarkerText(text)),
    };
}
function remember(known, text, value) {
    known.set(text, value);
    return value;
}
function readClauses(text) {
    return specifierSetOf(text.split(/ ?, ?/).map(splitClause));
}
function readMarkerText(text) {
    const marker = markers_parseMarker(text);
    return marker.ok ? marker.value : undefined;
}

;// CONCATENATED MODULE: ./build/standards/requirements.js








function requirements_parseRequirement(text) {
    return readWith(text, PLAIN_READERS);
}
function requirementReader() {
    const readers = rememberingReaders();
    const known = new Map();
    return (text) => {
        const read = known.get(text) ?? readWith(text, readers);
        known.set(text, read);
        return read;
    };
}
function readWith(text, readers) {
    const plain = readPlainRequirement(text, readers);
    if (plain === undefined)
        return parseWith(text, readRequirement);
    const { name, extras, specifier, marker } = plain;
    return (0,kernel_parsed/* parsed */.Y)({ name: names_normalizeName(name), displayName: name, extras: extraNames(extras), specifier, url: undefined, marker, text });
}
function extraNames(names) {
    return [...new Set(names.map(names_normalizeName))].sort();
}
function requirements_formatRequirement(requirement) {
    const extras = requirement.extras.length === 0 ? '' : `[${requirement.extras.join(',')}]`;
    const url = requirement.url === undefined ? '' : ` @ ${requirement.url}${requirement.marker === undefined ? '' : ' '}`;
    const marker = requirement.marker === undefined ? '' : `; ${formatMarker(requirement.marker)}`;
    return requirement.displayName + extras + requirement.specifier.text + url + marker;
}
function readRequirement(scanner) {
    scanner.skipSpace();
    const displayName = scanner.expect('identifier', 'package name at the start of dependency specifier');
    scanner.skipSpace();
    const extras = requirements_readExtras(scanner);
    scanner.skipSpace();
    const { clauses, url, marker } = scanner.take('at') === undefined ? readVersions(scanner) : readUrl(scanner);
    if (!scanner.atEnd())
        scanner.fail('Expected end of dependency specifier');
    const specifier = clauses === undefined ? specifiers_ANY_VERSION : specifierOf(scanner, clauses);
    return { name: names_normalizeName(displayName), displayName, extras, specifier, url, marker, text: scanner.text };
}
function readUrl(scanner) {
    scanner.skipSpace();
    const url = scanner.expect('url', 'URL after @');
    if (!scanner.atEnd())
        scanner.expect('space', 'whitespace after URL');
    return { url, marker: scanner.atEnd() ? undefined : readRequirementMarker(scanner, 'semicolon (after URL and whitespace)') };
}
function readVersions(scanner) {
    const clauses = scanner.enclosed('leftParenthesis', 'version specifier', () => {
        scanner.skipSpace();
        const read = requirements_readClauses(scanner);
        scanner.skipSpace();
        return read;
    });
    scanner.skipSpace();
    const expected = clauses.tokens.length === 0
        ? 'semicolon (after name with no version specifier)'
        : 'comma (within version specifier), semicolon (after version specifier)';
    return { clauses, url: undefined, marker: scanner.atEnd() ? undefined : readRequirementMarker(scanner, expected) };
}
function requirements_readClauses(scanner) {
    const start = scanner.position;
    const tokens = [];
    for (let clause = scanner.take('specifier'); clause !== undefined; clause = scanner.take('specifier')) {
        tokens.push(clause);
        const suffix = misplacedSuffix(clause, scanner.text, scanner.position);
        if (suffix !== undefined)
            scanner.fail(suffix.message, suffix.offset);
        scanner.skipSpace();
        if (scanner.take('comma') === undefined)
            break;
        scanner.skipSpace();
    }
    return { tokens, start, end: scanner.position };
}
function specifierOf(scanner, { tokens, start, end }) {
    if (!tokens.some((token) => token.startsWith('===')))
        return specifierSetOf(tokens.map(splitClause));
    const set = specifiers_parseSpecifierSet(scanner.text.slice(start, end));
    return set.ok ? set.value : scanner.fail(set.message, start + set.offset);
}
function readRequirementMarker(scanner, expected) {
    if (scanner.take('semicolon') === undefined)
        scanner.fail(`Expected ${expected} or end`);
    const marker = withoutOuterGroup(readMarker(scanner));
    scanner.skipSpace();
    return marker;
}
function requirements_readExtras(scanner) {
    if (!scanner.sees('leftBracket'))
        return [];
    return scanner.enclosed('leftBracket', 'extras', () => {
        scanner.skipSpace();
        const names = readExtraNames(scanner);
        scanner.skipSpace();
        return extraNames(names);
    });
}
function readExtraNames(scanner) {
    const first = scanner.take('identifier');
    if (first === undefined)
        return [];
    const names = [first];
    for (;;) {
        scanner.skipSpace();
        if (scanner.sees('identifier'))
            scanner.fail('Expected comma between extra names');
        if (scanner.take('comma') === undefined)
            return names;
        scanner.skipSpace();
        names.push(scanner.expect('identifier', 'extra name after comma'));
    }
}

;// CONCATENATED MODULE: ./build/standards/metadata.js








function parseMetadata(text, readRequirement = requirementReader()) {
    const headers = headerTable(parseHeaders(text));
    const name = python_strings_pythonStrip(headers.get('name')?.[0] ?? '');
    if (name === '')
        return (0,kernel_parsed/* notParsed */.l)('the metadata has no Name');
    const versionText = headers.get('version')?.[0];
    const version = versionText === undefined ? undefined : version_parseVersion(versionText);
    if (versionText === undefined)
        return (0,kernel_parsed/* notParsed */.l)('the metadata has no Version');
    if (version === undefined)
        return (0,kernel_parsed/* notParsed */.l)(`the metadata has an invalid Version: ${python_text_quoted(versionText)}`);
    const requiresDist = readRequirements(headers, readRequirement);
    if (!requiresDist.ok)
        return requiresDist;
    return (0,kernel_parsed/* parsed */.Y)({
        metadataVersion: python_strings_pythonStrip(headers.get('metadata-version')?.[0] ?? ''),
        name: names_normalizeName(name),
        version,
        requiresDist: requiresDist.value,
        requiresPython: readRequiresPython(headers),
        providesExtras: [...new Set((headers.get('provides-extra') ?? []).map((extra) => names_normalizeName(python_strings_pythonStrip(extra))))],
        dynamic: (headers.get('dynamic') ?? []).map((name) => python_strings_pythonStrip(name).toLowerCase()),
    });
}
function readRequirements(headers, read) {
    const requirements = [];
    for (const text of headers.get('requires-dist') ?? []) {
        const requirement = read(python_strings_pythonStrip(text));
        if (!requirement.ok) {
            return (0,kernel_parsed/* notParsed */.l)(`the metadata has an invalid Requires-Dist: ${python_text_quoted(python_strings_pythonStrip(text))}: ${requirement.message}`);
        }
        requirements.push(requirement.value);
    }
    return (0,kernel_parsed/* parsed */.Y)(requirements);
}
function readRequiresPython(headers) {
    const text = headers.get('requires-python')?.[0];
    const set = text === undefined ? undefined : specifiers_parseSpecifierSet(text);
    return set?.ok === true ? set.value : undefined;
}

;// CONCATENATED MODULE: ./build/run/installed-metadata.js




function readInstalled(distribution, readRequirement = requirementReader()) {
    const text = readInstalledMetadata(distribution);
    const metadata = text === undefined ? undefined : parseMetadata(text, readRequirement);
    if (text === undefined || metadata?.ok !== true)
        return { kind: 'broken', reason: 'its installed metadata cannot be read' };
    return { kind: 'metadata', metadata: metadata.value, text };
}
function installedFor({ requests: { policy }, environment }) {
    return policy.forceReinstall || policy.ignoreInstalled ? new Map() : environment.installed;
}
function pythonVersionOf(target) {
    const version = version_parseVersion(target.version);
    if (version === undefined)
        throw new Error(`the interpreter gives its version as ${target.version}`);
    return version;
}

// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __nccwpck_require__(3136);
;// CONCATENATED MODULE: ./build/kernel/digests.js

function hashFault(said, digests) {
    for (const group of said) {
        if (group.length === 0 || group.some(({ algorithm, hex }) => digests[algorithm] === hex.toLowerCase()))
            continue;
        const got = [...new Set(group.map(({ algorithm }) => `${algorithm}=${digests[algorithm] ?? ''}`))];
        return `expected ${group.map(({ algorithm, hex }) => `${algorithm}=${hex}`).join(' or ')}, got ${got.join(' ')}`;
    }
    return undefined;
}
function sha256Among(digests) {
    const sha256 = (0,kernel_hash/* toSha256 */.T2)(digests['sha256'] ?? '');
    if (sha256 === undefined)
        throw new Error('no sha256 was computed');
    return sha256;
}

;// CONCATENATED MODULE: ./build/kernel/once-map.js
class OnceMap {
    #entries = new Map();
    get(key, make) {
        const known = this.#entries.get(key);
        if (known !== undefined)
            return known;
        const started = make(key);
        started.catch(() => undefined);
        this.#entries.set(key, started);
        return started;
    }
    has(key) {
        return this.#entries.has(key);
    }
}

;// CONCATENATED MODULE: ./build/kernel/release.js
function release_release(buffer) {
    const owned = buffer.buffer;
    if (buffer.length > 0 && buffer.length === buffer.buffer.byteLength)
        owned.transfer?.(0);
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __nccwpck_require__(7075);
// EXTERNAL MODULE: ./build/net/failures.js
var failures = __nccwpck_require__(3905);
;// CONCATENATED MODULE: ./build/net/gathered-bytes.js

const MOST_BELIEVED_BYTES = 32 << 20;
class GatheredBytes {
    sizeBytes = 0;
    #expectedBytes;
    #place;
    #loose = [];
    constructor(expectedBytes) {
        const isUsable = expectedBytes !== undefined && Number.isSafeInteger(expectedBytes) && expectedBytes >= 0 && expectedBytes <= MOST_BELIEVED_BYTES;
        this.#expectedBytes = isUsable ? expectedBytes : undefined;
    }
    add(piece) {
        if (this.#loose.length === 1 && this.#place === undefined && this.#expectedBytes !== undefined)
            this.#settle(this.#expectedBytes);
        const end = this.sizeBytes + piece.length;
        if (this.#place !== undefined && this.#loose.length === 0 && end <= this.#place.length)
            this.#put(piece, this.#place);
        else
            this.#loose.push(piece);
        this.sizeBytes = end;
    }
    #settle(expectedBytes) {
        const [first] = this.#loose;
        if (first === undefined || first.length > expectedBytes)
            return;
        this.#place = Buffer.allocUnsafeSlow(expectedBytes);
        this.#loose.length = 0;
        first.copy(this.#place);
        release_release(first);
    }
    #put(piece, place) {
        piece.copy(place, this.sizeBytes);
        release_release(piece);
    }
    whole() {
        const looseBytes = this.#loose.reduce((sum, { length }) => sum + length, 0);
        const placed = this.#place?.subarray(0, this.sizeBytes - looseBytes);
        const [first] = this.#loose;
        if (first === undefined)
            return placed ?? Buffer.alloc(0);
        return placed === undefined && this.#loose.length === 1 ? first : Buffer.concat(placed === undefined ? this.#loose : [placed, ...this.#loose]);
    }
}

;// CONCATENATED MODULE: ./build/net/read.js






const inflated = (0,external_node_util_.promisify)(external_node_zlib_.inflate);
const inflatedRaw = (0,external_node_util_.promisify)(external_node_zlib_.inflateRaw);
const DECODERS = {
    gzip: (0,external_node_util_.promisify)(external_node_zlib_.gunzip),
    'x-gzip': (0,external_node_util_.promisify)(external_node_zlib_.gunzip),
    deflate: (bytes, options) => inflated(bytes, options).catch((error) => ((0,errors/* systemErrorCode */.vq)(error) === 'Z_DATA_ERROR' ? inflatedRaw(bytes, options) : Promise.reject(error))),
    br: (0,external_node_util_.promisify)(external_node_zlib_.brotliDecompress),
};
const ACCEPTED_ENCODINGS = 'gzip, deflate, br';
const MAX_BODY_BYTES = 256 << 20;
async function read_readBody(answer) {
    const gathered = new GatheredBytes(declaredBytes(answer));
    for await (const chunk of answer.body) {
        gathered.add(chunk);
        if (gathered.sizeBytes > MAX_BODY_BYTES)
            throw tooBig(answer);
    }
    assertWhole(answer, gathered.sizeBytes);
    return decoded(answer, gathered.whole());
}
async function decoded(answer, raw) {
    const encoding = contentEncoding(answer);
    if (encoding === undefined || raw.length === 0)
        return raw;
    const decode = DECODERS[encoding];
    if (decode === undefined) {
        throw new errors/* UserError */.yo('index-answer', `${(0,kernel_secrets/* redactUrl */.BO)(answer.url)} is encoded as "${encoding}", which was not asked for`, { origin: { kind: 'index', url: (0,kernel_secrets/* redactUrl */.BO)(answer.url) } });
    }
    try {
        return await decode(raw, { maxOutputLength: MAX_BODY_BYTES });
    }
    catch (error) {
        if ((0,errors/* systemErrorCode */.vq)(error) === 'ERR_BUFFER_TOO_LARGE')
            throw tooBig(answer);
        throw new failures/* AttemptFailed */.Nz({ kind: 'content' }, `the answer's ${encoding} encoding is broken`, error);
    }
}
function contentEncoding(answer) {
    const encoding = answer.headers['content-encoding']?.trim().toLowerCase() ?? '';
    return encoding === '' || encoding === 'identity' ? undefined : encoding;
}
function declaredBytes({ headers }) {
    const declared = headers['content-length'];
    return declared === undefined ? undefined : Number(declared);
}
function tooBig(answer) {
    answer.body.discard();
    return new errors/* UserError */.yo('index-answer', `${(0,kernel_secrets/* redactUrl */.BO)(answer.url)} is bigger than ${MAX_BODY_BYTES >> 20} MiB, which no page is`, { origin: { kind: 'index', url: (0,kernel_secrets/* redactUrl */.BO)(answer.url) } });
}
function assertWhole(answer, receivedBytes) {
    const declared = declaredBytes(answer);
    if (declared !== undefined && declared !== receivedBytes) {
        throw new failures/* AttemptFailed */.Nz({ kind: 'connection', code: 'BODY_CUT' }, `the answer ended after ${receivedBytes} of ${declared} bytes`);
    }
}

;// CONCATENATED MODULE: ./build/net/content-pieces.js



const content_pieces_DECODERS = { gzip: external_node_zlib_.createGunzip, 'x-gzip': external_node_zlib_.createGunzip, deflate: external_node_zlib_.createInflate, br: external_node_zlib_.createBrotliDecompress };
const ZIP_MAGIC = Buffer.from('PK');
function contentPieces(answer, isSecondTry) {
    const encoding = contentEncoding(answer);
    const makeDecoder = encoding !== undefined && answer.status === 200 && encoding in content_pieces_DECODERS ? content_pieces_DECODERS[encoding] : undefined;
    const pieces = { isDecoded: false, wireBytes: 0, read: () => (makeDecoder === undefined ? answer.body : maybeDecoded(makeDecoder)) };
    async function* maybeDecoded(make) {
        const source = answer.body[Symbol.asyncIterator]();
        const first = await source.next();
        if (first.done === true)
            return;
        const isWheel = new URL(answer.url).pathname.endsWith('.whl');
        pieces.isDecoded = isWheel ? !first.value.subarray(0, ZIP_MAGIC.length).equals(ZIP_MAGIC) : isSecondTry;
        const wire = after(first.value, source, (bytes) => (pieces.wireBytes += bytes));
        yield* pieces.isDecoded ? decodedBy(make(), wire) : wire;
    }
    return pieces;
}
function decodedBy(decoder, wire) {
    external_node_stream_.Readable.from(wire).on('error', (error) => decoder.destroy(error)).pipe(decoder);
    return decoder;
}
async function* after(first, rest, onWire) {
    onWire(first.length);
    yield first;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) {
        onWire(next.value.length);
        yield next.value;
    }
}

;// CONCATENATED MODULE: ./build/net/download-state.js

function freshDownload(expected, wrongHashes = 0) {
    const algorithms = [...new Set(['sha256', ...expected.flat().map((hash) => hash.algorithm)])];
    const isJudged = expected.some((group) => group.length > 0);
    const start = () => algorithms.map((algorithm) => [algorithm, (0,external_node_crypto_.createHash)(algorithm)]);
    let hashers = start();
    const state = {
        receivedBytes: 0,
        earlierBytes: 0,
        validator: undefined,
        wrongHashes,
        isJudged,
        isResumable: () => isJudged || state.validator !== undefined,
        update: (piece) => {
            for (const [, hasher] of hashers)
                hasher.update(piece);
            state.receivedBytes += piece.length;
        },
        digests: () => Object.fromEntries(hashers.map(([algorithm, hasher]) => [algorithm, hasher.digest('hex')])),
        reset: () => {
            hashers = start();
            state.receivedBytes = 0;
            state.earlierBytes = 0;
            state.validator = undefined;
        },
    };
    return state;
}

;// CONCATENATED MODULE: ./build/net/parts.js




class NoParts extends Error {
}
const UNKNOWN_MS = 50;
async function downloadInParts(client, request) {
    const parts = cut(request);
    const ending = new AbortController();
    const signal = AbortSignal.any([request.signal, ending.signal]);
    const waiting = [...parts];
    const beside = [];
    let validator;
    let isOrdered = true;
    const onProgress = () => request.onProgress?.(parts.reduce((sum, { received }) => sum + received, 0));
    const fetchPart = (part) => {
        const isSlow = slowness(part, request.briskRate);
        const onAnswer = (answer) => void (validator ??= strongValidator(answer));
        const onPiece = (piece) => {
            if (isOrdered)
                request.onOrdered(piece);
            if (waiting.length > 0 && isSlow())
                startRest();
        };
        return receivePart(client, { ...request, signal, onProgress }, { part, onAnswer, onPiece, validator: () => validator }).catch((error) => {
            ending.abort(error);
            throw error;
        });
    };
    const startRest = () => {
        isOrdered = false;
        beside.push(...waiting.splice(0).map(fetchPart));
        for (const other of beside)
            other.catch(() => undefined);
    };
    const inOrder = async () => {
        for (let part = waiting.shift(); part !== undefined; part = waiting.shift())
            await fetchPart(part);
    };
    const outcomes = [...(await Promise.allSettled([inOrder()])), ...(await Promise.allSettled(beside))];
    const isWhole = outcomes.every(({ status }) => status === 'fulfilled') && parts.every(({ received, sizeBytes }) => received === sizeBytes);
    if (isWhole)
        return { isWhole, isOrdered, prefixBytes: request.sizeBytes, validator };
    const error = request.signal.aborted ? request.signal.reason : ending.signal.reason;
    return { isWhole, isOrdered, prefixBytes: prefixOf(parts), validator, ...(error instanceof NoParts ? {} : { error }) };
}
function slowness(part, briskRate) {
    let startMs;
    return () => {
        startMs ??= performance.now();
        const ms = performance.now() - startMs;
        return ms >= UNKNOWN_MS && part.received < (briskRate * ms) / 1000;
    };
}
function cut({ sizeBytes, partCount }) {
    const partBytes = Math.ceil(sizeBytes / partCount);
    return Array.from({ length: Math.ceil(sizeBytes / partBytes) }, (_, index) => ({ offset: index * partBytes, sizeBytes: Math.min(partBytes, sizeBytes - index * partBytes), received: 0 }));
}
function prefixOf(parts) {
    const broken = parts.find(({ received, sizeBytes }) => received < sizeBytes);
    return broken === undefined ? 0 : broken.offset + broken.received;
}
async function receivePart(client, request, { part, onAnswer, onPiece, validator }) {
    const { url, signal, urgent, onPlace } = request;
    const sink = request.sink.part(part.offset);
    const end = part.offset + part.sizeBytes;
    const headers = () => {
        const known = validator();
        return { 'accept-encoding': 'identity', range: `bytes=${part.offset + part.received}-${end - 1}`, ...(known === undefined ? {} : { 'if-range': known }) };
    };
    const terms = { signal, headers, isBulk: true, ...(urgent === undefined ? {} : { urgent }), ...(onPlace === undefined ? {} : { onPlace }) };
    await client.request(url, terms, async (answer) => {
        const range = `bytes ${part.offset + part.received}-${end - 1}/${request.sizeBytes}`;
        if (answer.status !== 206 || answer.headers['content-range']?.trim().toLowerCase() !== range || contentEncoding(answer) !== undefined) {
            answer.body.discard();
            throw new NoParts();
        }
        onAnswer(answer);
        await receive(answer, { ...request, sink }, { part, onPiece });
    });
}
async function receive(answer, { signal, sink, onProgress }, { part, onPiece }) {
    const startedAt = part.received;
    try {
        for await (const piece of answer.body) {
            if (part.received + piece.length > part.sizeBytes)
                throw new NoParts();
            sink.write(piece);
            part.received += piece.length;
            onPiece(piece);
            release_release(piece);
            onProgress?.(part.received);
        }
        if (part.received < part.sizeBytes)
            throw new failures/* AttemptFailed */.Nz({ kind: 'connection', code: 'BODY_CUT' }, `the answer ended after ${part.received - startedAt} bytes`);
    }
    catch (error) {
        const failure = error instanceof failures/* AttemptFailed */.Nz ? error.failure : (0,failures/* classifyError */.fe)(error);
        if (signal.aborted || failure === undefined || (failure.kind !== 'connection' && failure.kind !== 'silence'))
            throw error;
        throw new failures/* AttemptFailed */.Nz({ kind: 'cut', code: failure.code, newBytes: part.received - startedAt }, (0,errors/* messageOf */.bD)(error), error);
    }
}
function strongValidator(answer) {
    const etag = answer.headers.etag;
    return etag !== undefined && !etag.startsWith('W/') ? etag : undefined;
}

;// CONCATENATED MODULE: ./build/net/wrong-hash.js



function wrongHash(message) {
    return new failures/* AttemptFailed */.Nz({ kind: 'content', isHash: true }, message);
}
function asHashMismatch(url, error) {
    const cause = error instanceof errors/* UserError */.yo ? error.cause : undefined;
    if (!(cause instanceof failures/* AttemptFailed */.Nz) || cause.failure.kind !== 'content' || cause.failure.isHash !== true)
        return error;
    return new errors/* UserError */.yo('hash-mismatch', `${(0,kernel_secrets/* redactUrl */.BO)(url)} does not have the expected hash: ${cause.message}`, {
        origin: { kind: 'index', url: (0,kernel_secrets/* redactUrl */.BO)(url) },
        hint: 'fetched twice with the same result: the file was changed, or a proxy alters it; it is not installed',
    });
}

;// CONCATENATED MODULE: ./build/net/download.js










async function download(client, request) {
    let state = await startState(request);
    const startOver = (wrongHashes) => {
        request.sink.restart();
        state = freshDownload(request.expected, wrongHashes);
    };
    const { url, signal, urgent, onPlace } = request;
    const terms = { signal, isBulk: true, ...(urgent === undefined ? {} : { urgent }), ...(onPlace === undefined ? {} : { onPlace }) };
    return client.request(url, { ...terms, headers: () => headersOf(state) }, async (answer) => {
        if (state.receivedBytes > 0 && !continues(answer, state.receivedBytes)) {
            startOver(state.wrongHashes);
            if (answer.status === 206 || answer.status === 416)
                throw unusableRange(answer);
        }
        if (answer.status !== 200 && answer.status !== 206)
            throw refusedError(url, answer);
        await download_receive(answer, request, state);
        const digests = state.digests();
        const wrong = hashFault(request.expected, digests);
        if (wrong === undefined)
            return { sizeBytes: state.receivedBytes, sha256: sha256Among(digests), earlierBytes: state.earlierBytes };
        startOver(state.wrongHashes + 1);
        throw wrongHash(`${wrong}${whatCame(answer)}`);
    }).catch((error) => {
        throw asHashMismatch(url, error);
    });
}
async function startState({ sink, expected }) {
    const state = freshDownload(expected);
    if (sink.earlier === undefined)
        return state;
    if (!state.isJudged) {
        sink.restart();
        return state;
    }
    for await (const piece of sink.earlier.read())
        state.update(piece);
    state.earlierBytes = state.receivedBytes;
    state.validator = sink.earlier.validator;
    return state;
}
function headersOf(state) {
    const plain = { 'accept-encoding': 'identity', ...(state.wrongHashes === 0 ? {} : { 'cache-control': 'no-cache' }) };
    if (state.receivedBytes === 0)
        return plain;
    const range = { ...plain, range: `bytes=${state.receivedBytes}-` };
    return state.validator === undefined ? range : { ...range, 'if-range': state.validator };
}
async function download_receive(answer, request, state) {
    const startedAt = state.receivedBytes;
    if (startedAt === 0) {
        state.validator = strongValidator(answer);
        request.onValidator?.(state.validator);
    }
    const pieces = contentPieces(answer, state.wrongHashes > 0);
    try {
        for await (const piece of pieces.read()) {
            state.update(piece);
            request.sink.write(piece);
            release_release(piece);
            request.onProgress?.(state.receivedBytes);
        }
        assertWhole(answer, pieces.isDecoded ? pieces.wireBytes : state.receivedBytes - startedAt);
    }
    catch (error) {
        throw brokenOff(error, { state, startedAt, canGoOn: !pieces.isDecoded, sink: request.sink }, request);
    }
}
function brokenOff(error, { state, startedAt, canGoOn, sink }, { signal }) {
    const failure = error instanceof failures/* AttemptFailed */.Nz ? error.failure : (0,failures/* classifyError */.fe)(error);
    if (signal.aborted || failure === undefined || (failure.kind !== 'connection' && failure.kind !== 'silence'))
        return error;
    const newBytes = canGoOn && state.isResumable() ? state.receivedBytes - startedAt : 0;
    if (!canGoOn || !state.isResumable()) {
        sink.restart();
        state.reset();
    }
    return new failures/* AttemptFailed */.Nz({ kind: 'cut', code: failure.code, newBytes }, (0,errors/* messageOf */.bD)(error), error);
}
function continues(answer, offset) {
    return answer.status === 206 && (answer.headers['content-range'] ?? '').trim().toLowerCase().startsWith(`bytes ${offset}-`);
}
function unusableRange(answer) {
    answer.body.discard();
    return new failures/* AttemptFailed */.Nz({ kind: 'connection', code: 'UNUSABLE_RANGE' }, `answered ${answer.status} with the range "${answer.headers['content-range'] ?? ''}"`);
}
function whatCame(answer) {
    return (answer.headers['content-type'] ?? '').toLowerCase().startsWith('text/html') ? ' (the answer is an HTML page: a login page, or the notice of a proxy?)' : '';
}
function goneHint(url) {
    if (/\[[^\]]*\]$/.test(url))
        return 'extras stand before a URL: name[extra] @ URL';
    return 'the host does not have this file: the page that lists it, or the URL as it was written, is out of date';
}
function refusedError(url, answer) {
    answer.body.discard();
    const { status } = answer;
    const isGone = status === 404 || status === 410;
    const isRefused = status === 401 || status === 403 || status === 407;
    const credentials = answer.authenticated ? 'the credentials that were sent are not accepted for it' : 'its host may want credentials: netrc, or those of the index if it is the same host';
    const hint = isGone ? goneHint(url) : isRefused ? credentials : undefined;
    return new errors/* UserError */.yo('download-failed', `${(0,kernel_secrets/* redactUrl */.BO)(url)} answered ${status}`, { origin: { kind: 'index', url: (0,kernel_secrets/* redactUrl */.BO)(url) }, ...(hint === undefined ? {} : { hint }) });
}

;// CONCATENATED MODULE: ./build/fetch/contradiction.js


function contradiction({ name, versionText, filename, publishedHashes, requiredHashes }, index) {
    const comparable = publishedHashes.filter(({ algorithm }) => requiredHashes.some((hash) => hash.algorithm === algorithm));
    if (comparable.length === 0 || comparable.some((hash) => requiredHashes.some((other) => (0,kernel_hash/* isSameHash */.VR)(hash, other))))
        return undefined;
    return new errors/* UserError */.yo('hash-mismatch', `no file of ${name} ${versionText} has a hash that was given for it`, {
        details: [`${filename}${index === undefined ? '' : ` on ${index}`} has ${comparable.map(written).join(' ')}`, ...requiredHashes.map((hash) => `given: ${written(hash)}`)],
        hint: misshapen(requiredHashes) ?? 'the hashes may be of files for other platforms or Pythons, or the file was replaced since they were written: find out which before you change them',
    });
}
function written({ algorithm, hex }) {
    return `${algorithm}=${hex}`;
}
function misshapen(hashes) {
    const wrong = hashes.find(({ algorithm, hex }) => !/^[0-9a-f]*$/i.test(hex) || hex.length !== digitsOf(algorithm));
    if (wrong === undefined)
        return undefined;
    const digits = digitsOf(wrong.algorithm);
    return `${written(wrong)} cannot be right: a ${wrong.algorithm} has ${digits} hexadecimal digits, and this ${wrong.hex.length === digits ? 'has other characters' : `is ${wrong.hex.length} long`}`;
}
function digitsOf(algorithm) {
    return 2 * kernel_hash/* DIGEST_BYTES */.x4[algorithm];
}

;// CONCATENATED MODULE: ./build/fetch/said-hashes.js


function algorithmsOf({ publishedHashes, requiredHashes }) {
    return [...new Set(['sha256', ...[...publishedHashes, ...requiredHashes].map(({ algorithm }) => algorithm)])];
}
function knownSha256({ publishedHashes, requiredHashes }) {
    const published = publishedHashes.find((hash) => hash.algorithm === 'sha256');
    if (published !== undefined)
        return (0,kernel_hash/* toSha256 */.T2)(published.hex);
    const required = requiredHashes.filter((hash) => hash.algorithm === 'sha256');
    return required.length === 1 && required[0] !== undefined ? (0,kernel_hash/* toSha256 */.T2)(required[0].hex) : undefined;
}
function strongest(hashes) {
    for (const algorithm of kernel_hash/* HASH_ALGORITHMS */.UH) {
        const found = hashes.filter((hash) => hash.algorithm === algorithm);
        if (found.length > 0)
            return found;
    }
    return [];
}
function wheelFault(said, digests) {
    return hashFault([strongest(said.publishedHashes), said.requiredHashes], digests);
}

;// CONCATENATED MODULE: ./build/fetch/fetcher.js











function openFetcher(parts) {
    const wheels = new OnceMap();
    return {
        fetch: (wheel, options) => wheels.get(keyOf(wheel), () => fetchOne(parts, wheel, options.signal)),
        kept: (wheel) => keptWheel(parts, wheel),
        expected: (wheel) => (wheels.has(keyOf(wheel)) ? wheels.get(keyOf(wheel), unreachableMaker) : undefined),
        offer: async (wheel, bytes) => {
            const digests = Object.fromEntries(algorithmsOf(wheel).map((algorithm) => [algorithm, (0,external_node_crypto_.createHash)(algorithm).update(bytes).digest('hex')]));
            if (wheelFault(wheel, digests) !== undefined)
                return false;
            const sha256 = sha256Among(digests);
            await wheels.get(keyOf(wheel), async () => {
                const stored = await keepBytes(parts.store, bytes, sha256);
                parts.events.count('bytes-downloaded', bytes.length, wheel.name);
                return fetched(wheel, { ...stored, sha256, source: 'network' });
            });
            return true;
        },
    };
}
async function keepBytes(store, bytes, sha256) {
    const draft = store.draft();
    try {
        draft.write(bytes);
        return draft.keep(sha256);
    }
    catch (error) {
        await draft.leave(undefined);
        throw error;
    }
}
function keyOf({ url, requiredHashes }) {
    return [url, ...requiredHashes.map(({ algorithm, hex }) => `${algorithm}=${hex.toLowerCase()}`).sort()].join(' ');
}
function unreachableMaker() {
    throw new Error('the key is known');
}
async function fetchOne(parts, wheel, signal) {
    const contradicted = contradiction(wheel);
    if (contradicted !== undefined)
        throw contradicted;
    if (wheel.url.startsWith('file:'))
        return readLocal(parts, wheel);
    const known = knownSha256(wheel);
    await parts.storeReady;
    const stored = known === undefined ? undefined : await fromStore(parts, wheel, known);
    return stored ?? fromNetwork(parts, wheel, signal);
}
async function keptWheel(parts, wheel) {
    const known = wheel.url.startsWith('file:') ? undefined : knownSha256(wheel);
    if (known === undefined || wheelFault(wheel, { sha256: known }) !== undefined)
        return undefined;
    await parts.storeReady;
    const stored = parts.store.find(known);
    return stored === undefined ? undefined : fetched(wheel, { ...stored, sha256: known, source: 'store' });
}
async function fromStore(parts, wheel, sha256) {
    const stored = parts.store.find(sha256);
    if (stored === undefined)
        return undefined;
    const { digests } = await hashed(parts, wheel, stored.path);
    if (digests['sha256'] === sha256 && wheelFault(wheel, digests) === undefined) {
        parts.events.count(`${parts.kind ?? 'wheels'}-reused`, 1, wheel.name);
        return fetched(wheel, { ...stored, sha256, source: 'store' });
    }
    parts.events.count('store-healed', 1, sha256);
    parts.events.notice('info', `${wheel.filename} in the store was damaged; it is fetched again`);
    await parts.store.drop(sha256);
    return undefined;
}
async function fromNetwork(parts, wheel, signal) {
    const facts = { task: 'download', resource: 'network', subject: `${wheel.name} ${wheel.versionText}` };
    const expected = wheel.sizeBytes === undefined ? {} : { expectedBytes: wheel.sizeBytes };
    const task = parts.events.start({ ...facts, ...expected });
    const draft = parts.store.draft(knownSha256(wheel));
    const receiving = { draft, task, signal, validator: undefined };
    try {
        const { sha256, sizeBytes, earlierBytes, connections = 1 } = (await inParts(parts, wheel, receiving)) ?? (await inOne(parts, wheel, receiving));
        const stored = draft.keep(sha256);
        const fetchedBytes = sizeBytes - earlierBytes;
        task.end({ bytes: fetchedBytes, connections });
        parts.events.count('bytes-downloaded', fetchedBytes, wheel.name);
        if (earlierBytes > 0)
            parts.events.count('bytes-resumed', earlierBytes, wheel.name);
        return fetched(wheel, { ...stored, sha256, source: 'network' });
    }
    catch (error) {
        task.end({ failed: true });
        await draft.leave(receiving.validator);
        throw error;
    }
}
async function inOne(parts, wheel, receiving) {
    const { draft, task, signal } = receiving;
    return download(parts.client, {
        url: wheel.url,
        sink: draft,
        expected: [strongest(wheel.publishedHashes), wheel.requiredHashes],
        signal,
        onPlace: () => task.began(),
        onProgress: (bytes) => task.progress(bytes),
        onValidator: (given) => (receiving.validator = given),
    });
}
const PART_BYTES = 4 << 20;
const BRISK_RATE = 128e6;
async function inParts(parts, wheel, receiving) {
    const { draft, task, signal } = receiving;
    const sizeBytes = wheel.sizeBytes ?? 0;
    const partCount = Math.min(parts.partsPerFile ?? 1, Math.floor(sizeBytes / PART_BYTES));
    if (partCount < 2 || draft.earlier !== undefined || knownSha256(wheel) === undefined)
        return undefined;
    const hashers = algorithmsOf(wheel).map((algorithm) => [algorithm, (0,external_node_crypto_.createHash)(algorithm)]);
    const { isWhole, isOrdered, prefixBytes, validator, error } = await downloadInParts(parts.client, {
        url: wheel.url,
        briskRate: parts.briskRate ?? BRISK_RATE,
        onOrdered: (piece) => {
            for (const [, hasher] of hashers)
                hasher.update(piece);
        },
        sizeBytes,
        partCount,
        sink: draft,
        signal,
        onPlace: () => task.began(),
        onProgress: (bytes) => task.progress(bytes),
    });
    draft.settle(isWhole || error !== undefined ? prefixBytes : 0);
    if (!isWhole) {
        receiving.validator = validator;
        if (error !== undefined)
            throw error;
        return undefined;
    }
    const digests = isOrdered ? Object.fromEntries(hashers.map(([algorithm, hasher]) => [algorithm, hasher.digest('hex')])) : (await hashed(parts, wheel, draft.path)).digests;
    if (wheelFault(wheel, digests) === undefined)
        return { sha256: sha256Among(digests), sizeBytes, earlierBytes: 0, connections: isOrdered ? 1 : partCount };
    draft.restart();
    return undefined;
}
async function readLocal(parts, wheel) {
    const { path, sizeBytes, digests } = await hashedLocal(parts, wheel);
    const wrong = wheelFault(wheel, digests);
    if (wrong !== undefined)
        throw new errors/* UserError */.yo('hash-mismatch', `${(0,kernel_secrets/* redactUrl */.BO)(wheel.url)} does not have the expected hash: ${wrong}`);
    return fetched(wheel, { path, sizeBytes, sha256: sha256Among(digests), source: 'local' });
}
async function hashedLocal(parts, wheel) {
    try {
        const path = (0,external_node_url_.fileURLToPath)(wheel.url);
        if (path.includes('\0'))
            throw new errors/* UserError */.yo('download-failed', `${(0,kernel_secrets/* redactUrl */.BO)(wheel.url)} names no path`);
        return { path, ...(await hashed(parts, wheel, path)) };
    }
    catch (error) {
        const known = limitError(error);
        if ((0,errors/* isUserError */.iU)(known) || (0,errors/* systemErrorCode */.vq)(error) === undefined)
            throw known;
        throw new errors/* UserError */.yo('download-failed', `${(0,kernel_secrets/* redactUrl */.BO)(wheel.url)} cannot be read: ${(0,errors/* messageOf */.bD)(error)}`, { cause: error });
    }
}
async function hashed(parts, wheel, path) {
    const { result, span } = await parts.pool.run('hash-file', { path, algorithms: algorithmsOf(wheel) }, wheel.sizeBytes);
    parts.events.record({ task: 'hash', resource: 'cpu', subject: `${wheel.name} ${wheel.versionText}` }, { ...span, bytes: result.sizeBytes });
    return result;
}
function fetched(wheel, found) {
    if (wheel.requiredSizeBytes !== undefined && wheel.requiredSizeBytes !== found.sizeBytes) {
        throw new errors/* UserError */.yo('hash-mismatch', `${(0,kernel_secrets/* redactUrl */.BO)(wheel.url)} has ${found.sizeBytes} bytes, and the lock says ${wheel.requiredSizeBytes}`);
    }
    return { name: wheel.name, versionText: wheel.versionText, filename: wheel.filename, path: found.path, sizeBytes: found.sizeBytes, sha256: found.sha256, source: found.source };
}

;// CONCATENATED MODULE: ./build/archive/source.js



const WINDOW_BYTES = 512 << 10;
function openArchiveFile(path, label) {
    const fd = (0,external_node_fs_.openSync)(path, 'r');
    const sizeBytes = (0,external_node_fs_.fstatSync)(fd).size;
    let memory = Buffer.allocUnsafeSlow(0);
    let window = memory;
    let windowStart = 0;
    const fill = (offset, length) => {
        const wanted = Math.min(Math.max(length, WINDOW_BYTES), sizeBytes - offset);
        if (memory.length < wanted) {
            release_release(memory);
            memory = Buffer.allocUnsafeSlow(wanted);
        }
        const target = memory.subarray(0, wanted);
        let filled = 0;
        while (filled < wanted) {
            const count = (0,external_node_fs_.readSync)(fd, target, filled, wanted - filled, offset + filled);
            if (count === 0)
                break;
            filled += count;
        }
        window = target.subarray(0, filled);
        windowStart = offset;
    };
    return {
        label,
        sizeBytes,
        read: (offset, length) => {
            assertInside({ label, sizeBytes }, offset, length);
            if (offset < windowStart || offset + length > windowStart + window.length)
                fill(offset, length);
            return window.subarray(offset - windowStart, offset - windowStart + length);
        },
        close: () => {
            (0,external_node_fs_.closeSync)(fd);
            release_release(memory);
        },
    };
}
function memoryArchive(label, bytes, part = { offset: 0, totalBytes: bytes.length }) {
    return {
        label,
        sizeBytes: part.totalBytes,
        read: (offset, length) => {
            assertInside({ label, sizeBytes: part.totalBytes }, offset, length);
            if (offset < part.offset || offset + length > part.offset + bytes.length)
                throw new MissingBytes(offset, length);
            return bytes.subarray(offset - part.offset, offset - part.offset + length);
        },
    };
}
class MissingBytes extends Error {
    offset;
    length;
    constructor(offset, length) {
        super(`bytes ${offset}-${offset + length - 1} are not here`);
        this.offset = offset;
        this.length = length;
    }
}
function assertInside(archive, offset, length) {
    if (offset < 0 || length < 0 || offset + length > archive.sizeBytes) {
        throw new errors/* UserError */.yo('archive-invalid', `${archive.label} is truncated: bytes ${offset} to ${offset + length} are needed, it has ${archive.sizeBytes}`);
    }
}

;// CONCATENATED MODULE: ./build/kernel/shared-work.js
class Dropped extends Error {
    constructor() {
        super('nobody waits for this');
        this.name = 'Dropped';
    }
}
class SharedWork {
    #entries = new Map();
    async get(key, urgent, make) {
        const known = this.#entries.get(key);
        if (known === undefined)
            return this.#start(key, urgent, make).promise;
        known.isUrgent ||= urgent;
        if (!urgent)
            return known.promise;
        try {
            return await known.promise;
        }
        catch (error) {
            if (!(error instanceof Dropped))
                throw error;
            return this.get(key, urgent, make);
        }
    }
    isDone(key) {
        return this.#entries.get(key)?.isDone === true;
    }
    dropIdle() {
        for (const [key, entry] of this.#entries) {
            if (entry.isDone || entry.isUrgent)
                continue;
            this.#entries.delete(key);
            entry.controller.abort(new Dropped());
        }
    }
    #start(key, urgent, make) {
        const controller = new AbortController();
        const promise = Promise.resolve().then(() => make({ signal: controller.signal, urgent: () => entry.isUrgent }));
        const entry = { promise, controller, isUrgent: urgent, isDone: false };
        this.#entries.set(key, entry);
        promise.then(() => { entry.isDone = true; }, (error) => {
            entry.isDone = true;
            if (error instanceof Dropped && this.#entries.get(key) === entry)
                this.#entries.delete(key);
        });
        return entry;
    }
}

;// CONCATENATED MODULE: ./build/net/ranges.js

const ANSWERED_OTHERWISE = new Set([200, 206, 400, 405, 416, 501]);
async function readRange(client, url, wanted, options) {
    const range = 'last' in wanted ? `bytes=-${wanted.last}` : `bytes=${wanted.offset}-${wanted.offset + wanted.length - 1}`;
    const headers = () => ({ range, 'accept-encoding': 'identity' });
    return client.request(url, { headers, ...options }, async (answer) => {
        const position = answer.status === 206 ? /^bytes (\d+)-(\d+)\/(\d+)$/.exec(answer.headers['content-range'] ?? '') : null;
        if (position !== null) {
            return { kind: 'part', bytes: await read_readBody(answer), offset: Number(position[1]), totalBytes: Number(position[3]) };
        }
        answer.body.discard();
        if (ANSWERED_OTHERWISE.has(answer.status))
            return { kind: 'no-ranges' };
        return { kind: 'absent', status: answer.status };
    });
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __nccwpck_require__(8474);
;// CONCATENATED MODULE: ./build/archive/refusal.js

const ASK = 'the file may be damaged: fetch it again; if that does not help, tell the project that published it';
const TELL = 'tell the project that published it; such an archive can show different files to different programs';
function invalid(source, message) {
    return new errors/* UserError */.yo('archive-invalid', `${source.label} is not a sound archive: ${message}`, { hint: ASK });
}
function unsafe(source, message) {
    return new errors/* UserError */.yo('archive-unsafe', `${source.label} is refused: ${message}`, { hint: TELL });
}

;// CONCATENATED MODULE: ./build/archive/local-header.js

const HEADER_BYTES = 30;
const HEADER_SIGNATURE = 0x04034b50;
const DESCRIPTOR_SIGNATURE = 0x08074b50;
const FLAG_DESCRIPTOR = 0x8;
const MEANING_FLAGS = 0x0809 | 0x2060;
const MAX_32 = 0xffffffff;
function dataOffset(source, entry) {
    const { headerOffset, rawName } = entry;
    const header = source.read(headerOffset, HEADER_BYTES + rawName.length);
    if (header.readUInt32LE(0) !== HEADER_SIGNATURE)
        throw invalid(source, `${entry.path} has no local header where the directory says`);
    const nameLength = header.readUInt16LE(26);
    const extraLength = header.readUInt16LE(28);
    if (nameLength !== rawName.length || header.compare(rawName, 0, nameLength, HEADER_BYTES) !== 0)
        throw unsafe(source, `${entry.path} has another name in its local header`);
    if (header.readUInt16LE(8) !== (entry.method === 'stored' ? 0 : 8))
        throw unsafe(source, `${entry.path} has another compression method in its local header`);
    if (((header.readUInt16LE(6) ^ entry.flags) & MEANING_FLAGS) !== 0)
        throw unsafe(source, `${entry.path} has other flags in its local header`);
    const local = { crc32: header.readUInt32LE(14), compressedBytes: header.readUInt32LE(18), sizeBytes: header.readUInt32LE(22) };
    const start = headerOffset + HEADER_BYTES + nameLength + extraLength;
    if (!isAgreed(source, entry, { local, extraOffset: start - extraLength, extraLength }))
        throw unsafe(source, `${entry.path} has another CRC or size in its local header`);
    checkEnd(source, entry, start + entry.compressedBytes);
    return start;
}
function isAgreed(source, entry, { local, extraOffset, extraLength }) {
    const isDeferred = (entry.flags & FLAG_DESCRIPTOR) !== 0;
    const fits = (value, right) => value === right || (isDeferred && value === 0);
    if (!fits(local.crc32, entry.crc32))
        return false;
    if (local.compressedBytes !== MAX_32 && local.sizeBytes !== MAX_32)
        return fits(local.compressedBytes, entry.compressedBytes) && fits(local.sizeBytes, entry.sizeBytes);
    const [sizeBytes, compressedBytes] = zip64Sizes(source.read(extraOffset, extraLength));
    return sizeBytes !== undefined && compressedBytes !== undefined && fits(Number(sizeBytes), entry.sizeBytes) && fits(Number(compressedBytes), entry.compressedBytes);
}
function zip64Sizes(extra) {
    for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
        if (extra.readUInt16LE(at) === 1 && extra.readUInt16LE(at + 2) >= 16 && at + 20 <= extra.length)
            return [extra.readBigUInt64LE(at + 4), extra.readBigUInt64LE(at + 12)];
    }
    return [];
}
function checkEnd(source, entry, dataEnd) {
    const restBytes = entry.endOffset - dataEnd;
    if (restBytes < 0)
        throw unsafe(source, `${entry.path} overlaps what follows it in the archive`);
    const isDeferred = (entry.flags & FLAG_DESCRIPTOR) !== 0;
    if (!isDeferred && restBytes === 0)
        return;
    if (isDeferred && [12, 16, 20, 24].includes(restBytes) && isDescriptor(source.read(dataEnd, restBytes), entry))
        return;
    throw unsafe(source, isDeferred ? `${entry.path} has no data descriptor that fits` : `${restBytes} bytes stand behind ${entry.path} that belong to no entry`);
}
function isDescriptor(descriptor, entry) {
    const isSigned = descriptor.length % 8 === 0;
    if (isSigned && descriptor.readUInt32LE(0) !== DESCRIPTOR_SIGNATURE)
        return false;
    const fields = isSigned ? descriptor.subarray(4) : descriptor;
    if (fields.readUInt32LE(0) !== entry.crc32)
        return false;
    if (fields.length === 12)
        return fields.readUInt32LE(4) === entry.compressedBytes && fields.readUInt32LE(8) === entry.sizeBytes;
    return fields.readBigUInt64LE(4) === BigInt(entry.compressedBytes) && fields.readBigUInt64LE(12) === BigInt(entry.sizeBytes);
}

;// CONCATENATED MODULE: ./build/archive/entry-data.js





const CHUNK_BYTES = 256 << 10;
function entry_data_readEntry(source, entry, inflater) {
    const compressed = source.read(dataOffset(source, entry), entry.compressedBytes);
    const content = entry.method === 'stored' ? compressed : inflater === undefined ? inflateWhole(source, entry, compressed) : reinflate(source, entry, { compressed, inflater });
    assertContent(source, entry, { sizeBytes: content.length, crc: (0,external_node_zlib_.crc32)(content) });
    return content;
}
function reinflate(source, entry, { compressed, inflater }) {
    let inflated;
    try {
        inflated = inflater.whole(compressed, entry.sizeBytes);
    }
    catch (error) {
        throw inflateError(source, entry, error);
    }
    if (inflated === undefined)
        throw tooLarge(source, entry);
    assertConsumed(source, entry, inflated.consumedBytes);
    return inflated.content;
}
function inflateWhole(source, entry, compressed) {
    let inflated;
    try {
        const options = { maxOutputLength: Math.max(1, entry.sizeBytes), chunkSize: inflateChunk(entry.sizeBytes), info: true };
        inflated = (0,external_node_zlib_.inflateRawSync)(compressed, options);
    }
    catch (error) {
        throw inflateError(source, entry, error);
    }
    assertConsumed(source, entry, inflated.engine.bytesWritten);
    return inflated.buffer;
}
function inflateChunk(sizeBytes) {
    return Math.max(64, sizeBytes + 1);
}
async function* streamEntry(source, entry, inflater) {
    let sizeBytes = 0;
    let crc = 0;
    const pieces = entry.method === 'stored' ? storedPieces(source, entry) : inflater === undefined ? inflatedPieces(source, entry) : reinflatedPieces(source, entry, inflater);
    for await (const piece of pieces) {
        sizeBytes += piece.length;
        if (sizeBytes > entry.sizeBytes)
            throw tooLarge(source, entry);
        crc = (0,external_node_zlib_.crc32)(piece, crc);
        yield piece;
    }
    assertContent(source, entry, { sizeBytes, crc });
}
function* storedPieces(source, entry) {
    const start = dataOffset(source, entry);
    for (let offset = 0; offset < entry.compressedBytes; offset += CHUNK_BYTES) {
        yield source.read(start + offset, Math.min(CHUNK_BYTES, entry.compressedBytes - offset));
    }
}
function* reinflatedPieces(source, entry, inflater) {
    let consumedBytes;
    try {
        consumedBytes = yield* inflater.pieces(storedPieces(source, entry));
    }
    catch (error) {
        throw (0,errors/* systemErrorCode */.vq)(error)?.startsWith('Z_') === true ? inflateError(source, entry, error) : error;
    }
    assertConsumed(source, entry, consumedBytes);
}
async function* inflatedPieces(source, entry) {
    const inflater = (0,external_node_zlib_.createInflateRaw)({ chunkSize: CHUNK_BYTES });
    const feed = async () => {
        for (const piece of storedPieces(source, entry)) {
            if (!inflater.write(Buffer.from(piece)))
                await (0,external_node_events_.once)(inflater, 'drain');
        }
        inflater.end();
    };
    const fed = feed();
    fed.catch((error) => inflater.destroy(error));
    try {
        for await (const piece of inflater)
            yield piece;
    }
    catch (error) {
        throw (0,errors/* systemErrorCode */.vq)(error)?.startsWith('Z_') === true ? inflateError(source, entry, error) : error;
    }
    finally {
        inflater.destroy();
    }
    assertConsumed(source, entry, inflater.bytesWritten);
}
function inflateError(source, entry, error) {
    return (0,errors/* systemErrorCode */.vq)(error) === 'ERR_BUFFER_TOO_LARGE' ? tooLarge(source, entry) : invalid(source, `${entry.path} cannot be inflated (${error.message})`);
}
function tooLarge(source, entry) {
    return unsafe(source, `${entry.path} holds more than the ${entry.sizeBytes} bytes it declares`);
}
function assertConsumed(source, entry, consumedBytes) {
    if (consumedBytes < entry.compressedBytes)
        throw unsafe(source, `${entry.path} has ${entry.compressedBytes - consumedBytes} bytes behind its compressed data`);
}
function assertContent(source, entry, got) {
    if (got.sizeBytes !== entry.sizeBytes)
        throw invalid(source, `${entry.path} has ${got.sizeBytes} bytes, declared are ${entry.sizeBytes}`);
    if (got.crc !== entry.crc32)
        throw invalid(source, `${entry.path} has a wrong CRC-32`);
}

;// CONCATENATED MODULE: ./build/standards/safe-path.js

const LONGEST_SEGMENT = 255;
const CONTROL = /[\x00-\x1f\x7f]/;
const safe_path_ASCII = /^[\x00-\x7f]*$/;
const WINDOWS_CHARACTERS = /[<>:"|?*]/;
const WINDOWS_DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9\u00b9\u00b2\u00b3])\s*(?:\.|$)/i;
function parseSafePath(name, rules = { windows: false }) {
    const whole = wholeNameFault(name);
    if (whole !== undefined)
        return (0,kernel_parsed/* notParsed */.l)(whole);
    let offset = 0;
    for (const segment of name.split('/')) {
        const fault = segmentFault(segment) ?? (rules.windows ? windowsFault(segment) : undefined);
        if (fault !== undefined)
            return (0,kernel_parsed/* notParsed */.l)(fault, offset);
        offset += segment.length + 1;
    }
    return (0,kernel_parsed/* parsed */.Y)(name);
}
function safe_path_foldKey(path) {
    if (safe_path_ASCII.test(path))
        return path.toLowerCase();
    return path.normalize('NFD').toLowerCase().toUpperCase().toLowerCase().normalize('NFC');
}
function wholeNameFault(name) {
    if (name === '')
        return 'the name is empty';
    if (name.includes('\0'))
        return 'the name contains a NUL character';
    if (CONTROL.test(name))
        return 'the name contains a control character';
    if (!name.isWellFormed())
        return 'the name is not valid Unicode';
    if (name.startsWith('//') || name.startsWith('\\\\'))
        return 'the name is a network path';
    if (name.startsWith('/'))
        return 'the name is an absolute path';
    if (name.includes('\\'))
        return 'the name contains a backslash';
    if (/^[A-Za-z]:/.test(name))
        return 'the name starts with a drive letter';
    return undefined;
}
function segmentFault(segment) {
    if (segment === '')
        return 'the name has an empty segment';
    if (segment === '..')
        return 'the name leads out of its folder';
    if (segment === '.')
        return 'the name has a segment "."';
    if (isTooLong(segment))
        return `a segment of the name is longer than ${LONGEST_SEGMENT} bytes`;
    return undefined;
}
function isTooLong(segment) {
    return segment.length * 3 > LONGEST_SEGMENT && Buffer.byteLength(segment) > LONGEST_SEGMENT;
}
function windowsFault(segment) {
    if (WINDOWS_CHARACTERS.test(segment))
        return 'the name contains a character that Windows forbids';
    if (/[. ]$/.test(segment))
        return 'a segment of the name ends with a dot or a space, which Windows drops';
    if (WINDOWS_DEVICE.test(segment))
        return 'a segment of the name is a device on Windows';
    return undefined;
}

// EXTERNAL MODULE: ./node_modules/yauzl/index.js
var yauzl = __nccwpck_require__(663);
;// CONCATENATED MODULE: ./build/archive/frame.js

const END_BYTES = 22;
const END_SIGNATURE = 0x06054b50;
const LOCATOR_BYTES = 20;
const LOCATOR_SIGNATURE = 0x07064b50;
const ZIP64_BYTES = 56;
const ZIP64_SIGNATURE = 0x06064b50;
const LONGEST_COMMENT = 0xffff;
const MAX_16 = 0xffff;
const frame_MAX_32 = 0xffffffff;
function readFrame(source) {
    const endOffset = findEnd(source);
    const end = source.read(endOffset, END_BYTES);
    const plain = {
        entriesHere: end.readUInt16LE(8),
        entries: end.readUInt16LE(10),
        directoryBytes: end.readUInt32LE(12),
        directoryOffset: end.readUInt32LE(16),
    };
    if (end.readUInt16LE(4) !== end.readUInt16LE(6))
        throw invalid(source, 'it is one part of an archive of several');
    const wide = readZip64(source, endOffset);
    const counts = wide === undefined ? plain : agreed(source, plain, wide);
    const directoryEnd = wide === undefined ? endOffset : endOffset - LOCATOR_BYTES - ZIP64_BYTES;
    if (counts.entriesHere !== counts.entries)
        throw invalid(source, 'it is one part of an archive of several');
    const between = directoryEnd - counts.directoryOffset - counts.directoryBytes;
    if (between > 0)
        throw unsafe(source, `${between} bytes stand before the archive or behind its directory`);
    if (between < 0)
        throw invalid(source, 'its directory reaches into its end record');
    return { directoryOffset: counts.directoryOffset, directoryEnd, entryCount: counts.entries, endOffset };
}
function findEnd(source) {
    if (source.sizeBytes < END_BYTES)
        throw invalid(source, 'it is too short to be a zip archive');
    const last = source.sizeBytes - END_BYTES;
    const record = source.read(last, END_BYTES);
    if (record.readUInt32LE(0) === END_SIGNATURE && record.readUInt16LE(20) === 0)
        return last;
    const start = Math.max(0, last - LONGEST_COMMENT);
    const tail = source.read(start, source.sizeBytes - start);
    const signature = Buffer.from([0x50, 0x4b, 5, 6]);
    const found = tail.lastIndexOf(signature);
    if (found === -1)
        throw invalid(source, 'it has no end record: it is no zip archive, or cut off');
    if (found + END_BYTES > tail.length)
        throw invalid(source, 'its end record is cut off');
    const rest = tail.length - found - END_BYTES - tail.readUInt16LE(found + 20);
    if (rest > 0)
        throw unsafe(source, `${rest} bytes stand behind its end`);
    if (rest < 0)
        throw invalid(source, 'its comment is cut off');
    return start + found;
}
function readZip64(source, endOffset) {
    const locatorOffset = endOffset - LOCATOR_BYTES;
    if (locatorOffset < 0 || source.read(locatorOffset, 4).readUInt32LE(0) !== LOCATOR_SIGNATURE)
        return undefined;
    const recordOffset = locatorOffset - ZIP64_BYTES;
    const locator = source.read(locatorOffset, LOCATOR_BYTES);
    const isAdjacent = recordOffset >= 0 && locator.readBigUInt64LE(8) === BigInt(recordOffset);
    if (!isAdjacent || locator.readUInt32LE(4) !== 0 || locator.readUInt32LE(16) > 1)
        throw unsafe(source, 'its zip64 end record is not where it should be');
    const record = source.read(recordOffset, ZIP64_BYTES);
    if (record.readUInt32LE(0) !== ZIP64_SIGNATURE || record.readBigUInt64LE(4) !== BigInt(ZIP64_BYTES - 12))
        throw unsafe(source, 'its zip64 end record cannot be read');
    if (record.readUInt32LE(16) !== 0 || record.readUInt32LE(20) !== 0)
        throw invalid(source, 'it is one part of an archive of several');
    return {
        entriesHere: toNumber(source, record.readBigUInt64LE(24)),
        entries: toNumber(source, record.readBigUInt64LE(32)),
        directoryBytes: toNumber(source, record.readBigUInt64LE(40)),
        directoryOffset: toNumber(source, record.readBigUInt64LE(48)),
    };
}
function agreed(source, plain, wide) {
    const agrees = (small, large, max) => small === max || small === large;
    const isAgreed = agrees(plain.entries, wide.entries, MAX_16) && agrees(plain.entriesHere, wide.entriesHere, MAX_16) &&
        agrees(plain.directoryBytes, wide.directoryBytes, frame_MAX_32) && agrees(plain.directoryOffset, wide.directoryOffset, frame_MAX_32);
    if (!isAgreed)
        throw unsafe(source, 'its two end records name different directories');
    return wide;
}
function toNumber(source, value) {
    if (value > BigInt(Number.MAX_SAFE_INTEGER))
        throw invalid(source, 'a size in it is beyond all measure');
    return Number(value);
}

;// CONCATENATED MODULE: ./build/archive/directory.js







function readDirectory(source, rules = { windows: false }) {
    const frame = readFrame(source);
    const raw = parseDirectory(source, frame);
    const entries = raw.map((entry) => checkEntry(source, entry, rules)).sort((a, b) => a.headerOffset - b.headerOffset);
    refuseClashes(source, entries);
    return withEnds(source, entries, frame);
}
class SynchronousReader extends external_node_events_.EventEmitter {
    #source;
    #frame;
    constructor(source, frame) {
        super();
        this.#source = source;
        this.#frame = frame;
    }
    ref() { }
    unref() { }
    read(buffer, offset, length, position, callback) {
        try {
            const isSearch = position + length > this.#frame.endOffset;
            const start = isSearch ? Math.max(position, this.#frame.directoryEnd) : position;
            buffer.fill(0, offset, offset + start - position);
            this.#source.read(start, position + length - start).copy(buffer, offset + start - position);
        }
        catch (error) {
            return callback(error);
        }
        callback(null);
    }
}
function parseDirectory(source, frame) {
    const entries = [];
    let failure;
    const fail = (error) => {
        failure ??= error;
    };
    const options = { lazyEntries: true, decodeStrings: false, validateEntrySizes: true, autoClose: false };
    const reader = new SynchronousReader(source, frame);
    yauzl.fromRandomAccessReader(reader, source.sizeBytes, options, (error, zip) => {
        if (error !== null)
            return fail(error);
        zip.on('error', fail);
        zip.on('entry', (entry) => entries.push(entry));
        for (let count = 0; count < frame.entryCount && failure === undefined && entries.length === count; count += 1)
            zip.readEntry();
    });
    if (failure instanceof MissingBytes || (0,errors/* isUserError */.iU)(failure))
        throw failure;
    if (failure !== undefined)
        throw invalid(source, (0,errors/* messageOf */.bD)(failure));
    const headerBytes = entries.reduce((sum, entry) => sum + 46 + entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength, 0);
    if (entries.length !== frame.entryCount || headerBytes !== frame.directoryEnd - frame.directoryOffset) {
        throw unsafe(source, `its directory does not hold the ${frame.entryCount} entries that its end record declares`);
    }
    return entries;
}
const REFUSED = [[0x1, 'encrypted'], [0x20, 'a patch of another file'], [0x40, 'encrypted'], [0x2000, 'encrypted']];
const REFUSED_FLAGS = REFUSED.reduce((mask, [bit]) => mask | bit, 0);
function checkEntry(source, entry, rules) {
    const name = decodeName(source, entry);
    const isDirectory = name.endsWith('/');
    const safe = parseSafePath(isDirectory ? name.slice(0, -1) : name, rules);
    if (!safe.ok)
        throw unsafe(source, `the name ${JSON.stringify(name)} is refused: ${safe.message}`);
    const flag = REFUSED.find(([bit]) => (entry.generalPurposeBitFlag & bit) !== 0);
    if (flag !== undefined)
        throw unsafe(source, `${name} is ${flag[1]}`);
    const mode = entry.externalFileAttributes >>> 16;
    refuseSpecialFile(source, { name, isDirectory }, mode & 0o170000);
    if (isDirectory && entry.uncompressedSize !== 0)
        throw invalid(source, `the folder ${name} has content`);
    const method = methodOf(source, name, entry.compressionMethod);
    if (entry.uncompressedSize > mostBytes(method, entry.compressedSize))
        throw unsafe(source, `${name} declares ${entry.uncompressedSize} bytes, more than its data can hold`);
    return {
        path: safe.value,
        isDirectory,
        executable: (mode & 0o170000) === 0o100000 && (mode & 0o111) !== 0,
        method,
        crc32: entry.crc32,
        compressedBytes: entry.compressedSize,
        sizeBytes: entry.uncompressedSize,
        headerOffset: entry.relativeOffsetOfLocalHeader,
        flags: entry.generalPurposeBitFlag,
        rawName: entry.fileNameRaw,
    };
}
function mostBytes(method, compressedBytes) {
    return method === 'stored' ? compressedBytes : compressedBytes * 1032;
}
function decodeName(source, entry) {
    const isUtf8 = (entry.generalPurposeBitFlag & 0x800) !== 0;
    const plain = asciiName(entry.fileNameRaw) ?? yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, [], true);
    if (isUtf8 && plain.includes('\uFFFD'))
        throw unsafe(source, `the name ${JSON.stringify(plain)} is not UTF-8`);
    if (!entry.extraFields.some(({ id }) => id === 0x7075))
        return plain;
    const unicode = yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
    if (unicode !== plain)
        throw unsafe(source, `one entry has two names, ${JSON.stringify(plain)} and ${JSON.stringify(unicode)}`);
    return plain;
}
function asciiName(raw) {
    const name = raw.toString('latin1');
    return /^[ -~]*$/.test(name) ? name : undefined;
}
function methodOf(source, name, method) {
    if (method === 0)
        return 'stored';
    if (method === 8)
        return 'deflated';
    const named = METHODS[method];
    throw invalid(source, `${name} is compressed with ${named ?? 'method'}${named === undefined ? ` ${method}` : ` (method ${method})`}; wheels use stored (0) or deflated (8)`);
}
const METHODS = { 1: 'shrink', 6: 'implode', 9: 'deflate64', 12: 'bzip2', 14: 'lzma', 20: 'zstd (deprecated number)', 93: 'zstd', 95: 'xz', 98: 'ppmd', 99: 'AES' };
const FILE_TYPES = { 0o120000: 'a symbolic link', 0o060000: 'a block device', 0o020000: 'a character device', 0o010000: 'a pipe', 0o140000: 'a socket' };
function refuseSpecialFile(source, entry, type) {
    if (type === 0 || type === (entry.isDirectory ? 0o040000 : 0o100000))
        return;
    if (type === 0o040000 || type === 0o100000)
        throw unsafe(source, `${entry.name} is a file by its ${entry.isDirectory ? 'mode' : 'name'} and a folder by its ${entry.isDirectory ? 'name' : 'mode'}`);
    throw unsafe(source, `${entry.name} is ${FILE_TYPES[type] ?? 'no regular file'}`);
}
function refuseClashes(source, entries) {
    const names = new Set();
    const folders = new Set();
    for (const { path } of entries) {
        if (names.has(path))
            throw unsafe(source, `${path} is in the archive twice`);
        names.add(path);
        for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            const folder = path.slice(0, slash);
            if (folders.has(folder))
                break;
            folders.add(folder);
        }
    }
    const clash = entries.find(({ path, isDirectory }) => !isDirectory && folders.has(path));
    if (clash !== undefined)
        throw unsafe(source, `${clash.path} is a file and a folder`);
}
function withEnds(source, entries, frame) {
    const start = entries[0]?.headerOffset ?? frame.directoryOffset;
    if (start !== 0)
        throw unsafe(source, `${start} bytes stand before its first entry`);
    return entries.map((entry, index) => ({ ...entry, endOffset: entries[index + 1]?.headerOffset ?? frame.directoryOffset }));
}

;// CONCATENATED MODULE: ./build/archive/find-entry.js



const find_entry_HEADER_BYTES = 46;
const find_entry_HEADER_SIGNATURE = 0x02014b50;
const AT = { flags: 8, method: 10, crc32: 16, compressedBytes: 20, sizeBytes: 24, nameLength: 28, extraLength: 30, commentLength: 32, attributes: 38, headerOffset: 42 };
const ELSEWHERE = 0xffffffff;
function findEntry(source, isWanted) {
    const frame = readFrame(source);
    const directory = source.read(frame.directoryOffset, frame.directoryEnd - frame.directoryOffset);
    const headers = wantedHeaders(directory, frame, isWanted);
    if (headers?.wanted.length === 0)
        return undefined;
    const found = headers?.wanted.length === 1 ? plainEntry(directory, headers.wanted[0] ?? 0) : undefined;
    if (headers === undefined || found === undefined)
        return readDirectory(source).find(({ path }) => isWanted(path));
    const behind = headers.places.filter((place) => place > found.headerOffset);
    return { ...found, endOffset: behind.reduce((next, place) => Math.min(next, place), frame.directoryOffset) };
}
function wantedHeaders(directory, { entryCount }, isWanted) {
    const wanted = [];
    const places = [];
    let at = 0;
    for (let count = 0; count < entryCount; count += 1) {
        if (at + find_entry_HEADER_BYTES > directory.length || directory.readUInt32LE(at) !== find_entry_HEADER_SIGNATURE)
            return undefined;
        const nameEnd = at + find_entry_HEADER_BYTES + directory.readUInt16LE(at + AT.nameLength);
        const place = directory.readUInt32LE(at + AT.headerOffset);
        if (place === ELSEWHERE)
            return undefined;
        places.push(place);
        if (isWanted(directory.toString('latin1', at + find_entry_HEADER_BYTES, nameEnd)))
            wanted.push(at);
        at = nameEnd + directory.readUInt16LE(at + AT.extraLength) + directory.readUInt16LE(at + AT.commentLength);
    }
    return at === directory.length ? { wanted, places } : undefined;
}
function plainEntry(directory, at) {
    const wide = (field) => directory.readUInt32LE(at + field);
    const rawName = Buffer.from(directory.subarray(at + find_entry_HEADER_BYTES, at + find_entry_HEADER_BYTES + directory.readUInt16LE(at + AT.nameLength)));
    const name = rawName.toString('latin1');
    const path = parseSafePath(name);
    const flags = directory.readUInt16LE(at + AT.flags);
    const methodNumber = directory.readUInt16LE(at + AT.method);
    const mode = wide(AT.attributes) >>> 16;
    const type = mode & 0o170000;
    const [compressedBytes, sizeBytes] = [wide(AT.compressedBytes), wide(AT.sizeBytes)];
    const isNamedOnce = path.ok && /^[ -~]+$/.test(name) && directory.readUInt16LE(at + AT.extraLength) === 0;
    const isFile = (type === 0 || type === 0o100000) && (flags & REFUSED_FLAGS) === 0;
    const method = methodNumber === 0 ? 'stored' : methodNumber === 8 ? 'deflated' : undefined;
    if (method === undefined || !isNamedOnce || !isFile || compressedBytes === ELSEWHERE || sizeBytes === ELSEWHERE)
        return undefined;
    if (sizeBytes > mostBytes(method, compressedBytes) || (method === 'stored' && sizeBytes !== compressedBytes))
        return undefined;
    const executable = type === 0o100000 && (mode & 0o111) !== 0;
    return { path: path.value, isDirectory: false, executable, method, crc32: wide(AT.crc32), compressedBytes, sizeBytes, headerOffset: wide(AT.headerOffset), flags, rawName };
}

;// CONCATENATED MODULE: ./build/index/wheel-metadata.js




const METADATA = /^[^/]+\.dist-info\/METADATA$/;
function metadataOf(source) {
    const entry = findEntry(source, (name) => METADATA.test(name));
    if (entry === undefined)
        throw new errors/* UserError */.yo('metadata-invalid', `${source.label} has no METADATA`);
    return entry_data_readEntry(source, entry).toString('utf8');
}
function metadataOfFile(path, label) {
    const archive = openArchiveFile(path, label);
    try {
        return metadataOf(archive);
    }
    finally {
        archive.close();
    }
}

;// CONCATENATED MODULE: ./build/index/remote-metadata.js



const TAIL_BYTES = 64 << 10;
const MAX_FETCHES = 8;
async function readRemoteMetadata(client, wheel, options) {
    const parts = [];
    let wanted = { last: TAIL_BYTES };
    let isFirst = true;
    for (let fetches = 0; fetches < MAX_FETCHES; fetches += 1) {
        const answer = await readRange(client, wheel.url, wanted, options);
        if (answer.kind === 'no-ranges' && isFirst && wheel.sizeBytes !== undefined && wheel.sizeBytes > TAIL_BYTES) {
            wanted = { offset: wheel.sizeBytes - TAIL_BYTES, length: TAIL_BYTES };
            isFirst = false;
            continue;
        }
        if (answer.kind !== 'part')
            return answer;
        isFirst = false;
        if (answer.offset === 0 && answer.bytes.length === answer.totalBytes)
            return { kind: 'whole-wheel', bytes: answer.bytes };
        parts.push({ bytes: answer.bytes, offset: answer.offset });
        try {
            return { kind: 'metadata', text: metadataOf(partialArchive(wheel.label, parts, answer.totalBytes)) };
        }
        catch (error) {
            if (!(error instanceof MissingBytes))
                throw error;
            wanted = { offset: error.offset, length: Math.min(Math.max(error.length, 8 << 10), answer.totalBytes - error.offset) };
        }
    }
    return { kind: 'no-ranges' };
}
function partialArchive(label, parts, sizeBytes) {
    return {
        label,
        sizeBytes,
        read: (offset, length) => {
            const part = parts.find((candidate) => offset >= candidate.offset && offset + length <= candidate.offset + candidate.bytes.length);
            if (part === undefined) {
                if (offset + length > sizeBytes)
                    return memoryArchive(label, Buffer.alloc(0), { offset: 0, totalBytes: sizeBytes }).read(offset, length);
                throw new MissingBytes(offset, length);
            }
            return part.bytes.subarray(offset - part.offset, offset - part.offset + length);
        },
    };
}

;// CONCATENATED MODULE: ./build/index/metadata.js












function openMetadataReader(parts) {
    const withoutRanges = new Set();
    const readRequirement = requirementReader();
    return {
        read: async (candidate, terms) => {
            const facts = { task: 'metadata', resource: 'network', subject: `${candidate.name} ${candidate.version.text}` };
            return parts.events.during(facts, async (task) => {
                const text = await metadata_readText(parts, candidate, { ...terms, withoutRanges, onPlace: () => task.began() });
                return text === undefined ? { kind: 'missing', reason: 'its metadata was not kept, and --offline allows no request' } : toAnswer(candidate, text, readRequirement);
            });
        },
    };
}
function originOf({ file, index }) {
    const url = URL.parse(file.url);
    if (url !== null)
        return url.origin;
    throw new errors/* UserError */.yo('index-answer', `${index.label} lists ${file.filename} at ${(0,kernel_secrets/* redactUrl */.BO)(file.url)}, which is no valid URL`, { origin: { kind: 'index', url: index.label } });
}
async function metadata_readText(parts, candidate, options) {
    const sha256 = publishedSha256(candidate.file.hashes);
    const isPublished = (text) => fitsAll(text, candidate.file.coreMetadata);
    const kept = sha256 === undefined ? undefined : await parts.keep.read(sha256, isPublished);
    if (kept !== undefined)
        return kept;
    const keep = async (text) => {
        if (sha256 !== undefined)
            await parts.keep.write(sha256, text, { travels: isPublished(text) });
        return text;
    };
    const isLocal = candidate.file.url.startsWith('file:');
    if (isLocal || (!parts.offline && parts.isNeededWhole(candidate)) || (await parts.wheels.stored(candidate)))
        return keep(metadataOfFile((await parts.wheels.fetch(candidate)).path, candidate.file.filename));
    if (parts.offline)
        return undefined;
    if (candidate.file.coreMetadata !== false) {
        const text = await readMetadataFile(parts.client, candidate, options);
        if (text !== undefined)
            return keep(text);
    }
    const expected = parts.wheels.expected(candidate);
    if (expected !== undefined)
        return keep(metadataOfFile((await expected).path, candidate.file.filename));
    const origin = originOf(candidate);
    if (!options.withoutRanges.has(origin)) {
        const remote = await readRemoteMetadata(parts.client, { url: candidate.file.url, label: candidate.file.filename, sizeBytes: candidate.file.sizeBytes }, options);
        if (remote.kind === 'metadata')
            return keep(remote.text);
        if (remote.kind === 'whole-wheel' && (await parts.wheels.offer(candidate, remote.bytes))) {
            return keep(metadataOf(memoryArchive(candidate.file.filename, remote.bytes)));
        }
        if (remote.kind === 'absent')
            throw goneError(candidate, remote.status);
        if (remote.kind === 'no-ranges')
            options.withoutRanges.add(origin);
    }
    if (!options.urgent() && (candidate.file.sizeBytes ?? 0) > SPECULATIVE_BYTES)
        throw new Dropped();
    return keep(metadataOfFile((await parts.wheels.fetch(candidate)).path, candidate.file.filename));
}
const SPECULATIVE_BYTES = 4 << 20;
async function readMetadataFile(client, candidate, options) {
    const url = `${candidate.file.url}.metadata`;
    const { signal, urgent, onPlace } = options;
    let isAgain = false;
    const headers = () => ({ 'accept-encoding': ACCEPTED_ENCODINGS, ...(isAgain ? { 'cache-control': 'no-cache' } : {}) });
    return client.request(url, { headers, signal, urgent, ...(onPlace === undefined ? {} : { onPlace }) }, async (answer) => {
        if (answer.status !== 200) {
            answer.body.discard();
            return undefined;
        }
        const bytes = await read_readBody(answer);
        const wrong = typeof candidate.file.coreMetadata === 'boolean' ? undefined : candidate.file.coreMetadata.find((hash) => !fits(bytes, hash));
        if (wrong !== undefined) {
            isAgain = true;
            throw wrongHash(`expected ${wrong.algorithm}=${wrong.hex}, as ${candidate.index.label} published it, got ${wrong.algorithm}=${(0,external_node_crypto_.createHash)(wrong.algorithm).update(bytes).digest('hex')}`);
        }
        return bytes.toString('utf8');
    }).catch((error) => {
        throw asHashMismatch(url, error);
    });
}
function fitsAll(text, published) {
    if (typeof published === 'boolean' || published.length === 0)
        return false;
    const bytes = Buffer.from(text);
    return published.every((hash) => fits(bytes, hash));
}
function fits(bytes, hash) {
    return (0,external_node_crypto_.createHash)(hash.algorithm).update(bytes).digest('hex') === hash.hex.toLowerCase();
}
function toAnswer(candidate, text, readRequirement) {
    const metadata = parseMetadata(text, readRequirement);
    return metadata.ok ? answerFor(candidate, { metadata: metadata.value, text }) : { kind: 'broken', reason: metadata.message.replace(/^the metadata/, 'its metadata') };
}
function answerFor(candidate, { metadata, text }) {
    if (metadata.name !== candidate.name)
        return { kind: 'broken', reason: `its metadata is of project ${metadata.name}`, isInconsistent: true };
    if (metadata.version.sortKey !== candidate.version.sortKey)
        return { kind: 'broken', reason: `its metadata says version ${metadata.version.text}`, isInconsistent: true };
    return { kind: 'metadata', metadata, text };
}
function publishedSha256(hashes) {
    const published = hashes.find((hash) => hash.algorithm === 'sha256');
    return published === undefined ? undefined : (0,kernel_hash/* toSha256 */.T2)(published.hex);
}
function goneError(candidate, status) {
    return new errors/* UserError */.yo('download-failed', `${(0,kernel_secrets/* redactUrl */.BO)(candidate.file.url)} answered ${status}`, {
        origin: { kind: 'index', url: candidate.index.label },
        hint: [401, 403, 407].includes(status) ? 'its host wants credentials, or does not accept those of the index for this file' : 'the index lists a file that its host does not have',
    });
}

;// CONCATENATED MODULE: ./build/store/kept-projects.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});


const MAX_PAGES = 2_000;
const HEAD_BYTES = 8 << 10;
async function keptProjects(folder) {
    const shards = await (0,promises_namespaceObject.readdir)(folder).catch(() => []);
    const found = [];
    let looked = 0;
    for (const shard of shards.sort()) {
        for (const file of await (0,promises_namespaceObject.readdir)((0,external_node_path_.join)(folder, shard)).catch(() => [])) {
            if ((looked += 1) > MAX_PAGES)
                return found;
            found.push(...projectOf(await headOf((0,external_node_path_.join)(folder, shard, file))));
        }
    }
    return found;
}
function projectOf(head) {
    const url = /"url":"(https?:[^"\\?#]*\/)([a-z0-9]+(?:-[a-z0-9]+)*)\/"/.exec(head);
    return url === null ? [] : [{ name: url[2] ?? '', indexUrl: url[1] ?? '' }];
}
async function headOf(path) {
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const file = __addDisposableResource(env_1, await (0,promises_namespaceObject.open)(path), true);
            const { bytesRead, buffer } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
            return buffer.toString('utf8', 0, bytesRead);
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = __disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    }
    catch {
        return '';
    }
}

;// CONCATENATED MODULE: ./build/store/whole-file.js




function readWhole(path) {
    try {
        return (0,external_node_fs_.existsSync)(path) ? (0,external_node_fs_.readFileSync)(path) : undefined;
    }
    catch {
        return undefined;
    }
}
function readPart(path, start, length) {
    try {
        const file = (0,external_node_fs_.openSync)(path, 'r');
        try {
            const sizeBytes = (0,external_node_fs_.fstatSync)(file).size;
            const bytes = Buffer.allocUnsafe(Math.max(0, Math.min(length, sizeBytes - start)));
            return { bytes: bytes.subarray(0, (0,external_node_fs_.readSync)(file, bytes, 0, bytes.length, start)), sizeBytes };
        }
        finally {
            (0,external_node_fs_.closeSync)(file);
        }
    }
    catch {
        return undefined;
    }
}
function writeWhole(path, content, draft) {
    try {
        withFolder(draft, () => (typeof content === 'string' || Buffer.isBuffer(content) ? (0,external_node_fs_.writeFileSync)(draft, content) : writePieces(draft, content)));
        moveInto(draft, path);
    }
    catch {
        removeIfThere(draft);
    }
}
function removeIfThere(path) {
    try {
        (0,external_node_fs_.rmSync)(path, { force: true });
    }
    catch {
    }
}
function writePieces(path, pieces) {
    const file = (0,external_node_fs_.openSync)(path, 'w');
    try {
        const written = (0,external_node_fs_.writevSync)(file, pieces);
        if (written !== pieces.reduce((sum, { length }) => sum + length, 0))
            throw new Error(`${path} could not be written whole`);
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}
function moveInto(from, to) {
    try {
        withFolder(to, () => rename_renameFile(from, to));
    }
    catch (error) {
        if ((0,external_node_fs_.statSync)(to, { throwIfNoEntry: false })?.isDirectory() !== true)
            throw error;
        (0,external_node_fs_.rmSync)(to, { recursive: true });
        rename_renameFile(from, to);
    }
}
function withFolder(path, work) {
    try {
        return work();
    }
    catch (error) {
        if ((0,errors/* systemErrorCode */.vq)(error) !== 'ENOENT')
            throw error;
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true });
        return work();
    }
}

;// CONCATENATED MODULE: ./build/store/values.js




function openValueStore(folder) {
    const pathOf = (key) => {
        const name = (0,external_node_crypto_.hash)('sha256', key).slice(0, 40);
        return (0,external_node_path_.join)(folder, name.slice(0, 2), name);
    };
    return {
        read: (key) => {
            const sealed = readWhole(pathOf(key));
            return Promise.resolve(sealed === undefined ? undefined : unseal(sealed));
        },
        part: (key, start, length) => {
            const part = readPart(pathOf(key), SEAL_BYTES + start, length);
            return part === undefined ? undefined : { bytes: part.bytes, sizeBytes: part.sizeBytes - SEAL_BYTES };
        },
        write: (key, value) => {
            const path = pathOf(key);
            writeWhole(path, sealedPieces(typeof value === 'string' || Buffer.isBuffer(value) ? [Buffer.from(value)] : value), `${path}.${(0,external_node_crypto_.randomUUID)()}`);
            return Promise.resolve();
        },
    };
}

;// CONCATENATED MODULE: ./build/store/draft-file.js


class DraftFile {
    path;
    #fd;
    constructor(path) {
        this.path = path;
    }
    #opened() {
        return (this.#fd ??= withFolder(this.path, () => (0,external_node_fs_.openSync)(this.path, external_node_fs_.constants.O_CREAT | external_node_fs_.constants.O_RDWR)));
    }
    write(chunk, position) {
        const fd = this.#opened();
        for (let written = 0; written < chunk.length;)
            written += (0,external_node_fs_.writeSync)(fd, chunk, written, chunk.length - written, position + written);
    }
    truncate(sizeBytes) {
        (0,external_node_fs_.ftruncateSync)(this.#opened(), sizeBytes);
    }
    finish() {
        this.#opened();
        this.close();
    }
    close() {
        const fd = this.#fd;
        if (fd === undefined)
            return;
        this.#fd = undefined;
        (0,external_node_fs_.closeSync)(fd);
    }
}

;// CONCATENATED MODULE: ./build/store/partials.js





const WORTH_KEEPING_BYTES = 256 << 10;
const FORGOTTEN_AFTER_MS = 7 * 86_400_000;
function claimPartial(layout, sha256) {
    const from = layout.partial(sha256);
    if (!(0,external_node_fs_.existsSync)(from))
        return undefined;
    const path = (0,external_node_path_.join)(layout.temporary, `${(0,external_node_crypto_.randomUUID)()}.part`);
    try {
        (0,external_node_fs_.mkdirSync)(layout.temporary, { recursive: true });
        (0,external_node_fs_.renameSync)(from, path);
        return { path, sizeBytes: (0,external_node_fs_.statSync)(path).size, validator: partials_readIfThere(validatorFile(from)) };
    }
    catch {
        return undefined;
    }
}
function partials_readIfThere(path) {
    return (0,external_node_fs_.existsSync)(path) ? (0,external_node_fs_.readFileSync)(path, 'utf8') : undefined;
}
async function leavePartial(layout, sha256, partial, nowMs) {
    await prunePartials(layout, nowMs);
    const to = layout.partial(sha256);
    const known = await (0,promises_namespaceObject.stat)(to).then(({ size }) => size, () => 0);
    const isWorthIt = partial.sizeBytes >= WORTH_KEEPING_BYTES && partial.sizeBytes > known;
    const isKept = isWorthIt && (await keepPartial(partial, to).then(() => true, () => false));
    if (!isKept)
        await (0,promises_namespaceObject.rm)(partial.path, { force: true }).catch(() => undefined);
}
async function keepPartial({ path, validator }, to) {
    await (0,promises_namespaceObject.mkdir)((0,external_node_path_.dirname)(to), { recursive: true });
    if (validator === undefined)
        await (0,promises_namespaceObject.rm)(validatorFile(to), { force: true });
    else
        await (0,promises_namespaceObject.writeFile)(validatorFile(to), validator);
    await (0,promises_namespaceObject.rename)(path, to);
}
async function prunePartials(layout, nowMs) {
    const bucket = (0,external_node_path_.join)(layout.root, PARTIALS_BUCKET);
    const names = await (0,promises_namespaceObject.readdir)(bucket, { recursive: true }).catch(() => []);
    for (const name of names) {
        const path = (0,external_node_path_.join)(bucket, name);
        const facts = await (0,promises_namespaceObject.stat)(path).catch(() => undefined);
        if (facts?.isFile() === true && nowMs - facts.mtimeMs > FORGOTTEN_AFTER_MS)
            await (0,promises_namespaceObject.rm)(path, { force: true }).catch(() => undefined);
    }
}
function validatorFile(partial) {
    return `${partial}.etag`;
}

;// CONCATENATED MODULE: ./build/store/store-operation.js

function storeOperation(layout, work) {
    try {
        return work();
    }
    catch (error) {
        const full = (0,errors/* systemErrorCode */.vq)(error) === 'ENOSPC' || (0,errors/* systemErrorCode */.vq)(error) === 'EDQUOT';
        const code = full ? 'disk-full' : 'store-failed';
        throw new errors/* UserError */.yo(code, `the wheel store ${layout.root} cannot be written: ${(0,errors/* messageOf */.bD)(error)}`, {
            hint: full ? 'free some space, or name a roomier folder with --cache-dir' : 'name another folder with --cache-dir, or use --no-cache-dir',
            cause: error,
        });
    }
}

;// CONCATENATED MODULE: ./build/store/draft.js








const READ_BYTES = 1 << 20;
function openDraft(layout, expected) {
    const claimed = expected === undefined ? undefined : claimPartial(layout, expected);
    const path = claimed?.path ?? (0,external_node_path_.join)(layout.temporary, `${(0,external_node_crypto_.randomUUID)()}.part`);
    const file = new DraftFile(path);
    let end = claimed?.sizeBytes ?? 0;
    const settle = (sizeBytes) => {
        storeOperation(layout, () => file.truncate(sizeBytes));
        end = sizeBytes;
    };
    return {
        path,
        earlier: claimed === undefined ? undefined : { ...claimed, read: () => (0,external_node_fs_.createReadStream)(path, { end: claimed.sizeBytes - 1, highWaterMark: READ_BYTES }) },
        write: (chunk) => {
            storeOperation(layout, () => file.write(chunk, end));
            end += chunk.length;
        },
        restart: () => settle(0),
        part: (offset) => partOf(file, offset, layout),
        settle,
        keep: (sha256) => {
            storeOperation(layout, () => {
                file.finish();
                moveInto(path, layout.wheel(sha256));
            });
            return { path: layout.wheel(sha256), sizeBytes: end };
        },
        leave: async (validator) => {
            file.close();
            if (expected === undefined)
                await (0,promises_namespaceObject.rm)(path, { force: true });
            else
                await leavePartial(layout, expected, { path, sizeBytes: end, validator }, Date.now());
        },
    };
}
function partOf(file, offset, layout) {
    let position = offset;
    return {
        write: (chunk) => {
            storeOperation(layout, () => file.write(chunk, position));
            position += chunk.length;
        },
    };
}

;// CONCATENATED MODULE: ./build/store/wheels.js







function openWheelStore(layout) {
    return {
        find: (sha256) => {
            const path = layout.wheel(sha256);
            const facts = wheels_factsOf(path);
            return facts?.isFile() === true ? { path, sizeBytes: facts.size } : undefined;
        },
        isEmpty: () => !(0,external_node_fs_.existsSync)((0,external_node_path_.join)(layout.root, layout_WHEELS_BUCKET)),
        draft: (expected) => openDraft(layout, expected),
        drop: (sha256) => (0,promises_namespaceObject.rm)(layout.wheel(sha256), { force: true }),
        readMetadata: (sha256) => Promise.resolve(readWhole(layout.metadata(sha256))?.toString('utf8')),
        writeMetadata: (sha256, text) => {
            writeWhole(layout.metadata(sha256), text, (0,external_node_path_.join)(layout.temporary, (0,external_node_crypto_.randomUUID)()));
            return Promise.resolve();
        },
    };
}
function wheels_factsOf(path) {
    try {
        return (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false });
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/archive/inflater.js



const PIECE_BYTES = 256 << 10;
function openInflater() {
    const stream = (0,external_node_zlib_.createInflateRaw)();
    if (typeof stream._handle?.writeSync !== 'function' || !ArrayBuffer.isView(stream._writeState))
        return undefined;
    const inflater = new StreamInflater(stream);
    if (answersRight(inflater))
        return inflater;
    inflater.close();
    return undefined;
}
function oneInflater() {
    return once(openInflater);
}
const SAMPLE = { deflated: Buffer.from('2bcf484dcd5128479000', 'hex'), text: 'wheel wheel wheel' };
function answersRight(inflater) {
    try {
        const whole = inflater.whole(SAMPLE.deflated, SAMPLE.text.length);
        return whole?.content.toString() === SAMPLE.text && whole.consumedBytes === SAMPLE.deflated.length;
    }
    catch {
        return false;
    }
}
class StreamInflater {
    #stream;
    #output = Buffer.allocUnsafeSlow(64 << 10);
    #failure;
    constructor(stream) {
        this.#stream = stream;
        stream._handle.onerror = (message, errno, code) => {
            this.#failure = Object.assign(new Error(message), { errno, code });
        };
    }
    whole(compressed, sizeBytes) {
        this.#grow(sizeBytes + 1);
        this.#stream.reset();
        const { produced, left } = this.#step(external_node_zlib_.constants.Z_FINISH, compressed, 0, sizeBytes + 1);
        return produced > sizeBytes ? undefined : { content: this.#output.subarray(0, produced), consumedBytes: compressed.length - left };
    }
    *pieces(compressed) {
        this.#grow(PIECE_BYTES);
        this.#stream.reset();
        let consumedBytes = 0;
        for (const input of compressed) {
            for (let at = 0;;) {
                const { produced, left } = this.#step(external_node_zlib_.constants.Z_NO_FLUSH, input, at, PIECE_BYTES);
                consumedBytes += input.length - at - left;
                at = input.length - left;
                if (produced > 0)
                    yield this.#output.subarray(0, produced);
                if (produced < PIECE_BYTES)
                    break;
            }
        }
        this.#step(external_node_zlib_.constants.Z_FINISH, EMPTY, 0, PIECE_BYTES);
        return consumedBytes;
    }
    close() {
        this.#stream.close();
        release_release(this.#output);
    }
    #step(flush, input, at, room) {
        const { _handle, _writeState } = this.#stream;
        _handle.writeSync(flush, input, at, input.length - at, this.#output, 0, room);
        const failure = this.#failure;
        if (failure !== undefined) {
            this.#failure = undefined;
            throw failure;
        }
        return { produced: room - (_writeState[0] ?? 0), left: _writeState[1] ?? 0 };
    }
    #grow(sizeBytes) {
        if (this.#output.length >= sizeBytes)
            return;
        release_release(this.#output);
        this.#output = Buffer.allocUnsafeSlow(sizeBytes);
    }
}
const EMPTY = Buffer.alloc(0);

;// CONCATENATED MODULE: ./build/workers/failure.js

class Stopped extends Error {
}
function failureToData(error) {
    if (error instanceof Stopped)
        return { kind: 'stopped' };
    if ((0,errors/* isUserError */.iU)(error))
        return { kind: 'user-error', data: (0,errors/* userErrorToData */.zT)(error) };
    const code = (0,errors/* systemErrorCode */.vq)(error);
    if (code !== undefined && /^E[A-Z0-9]+$/.test(code)) {
        return { kind: 'system-error', code, message: (0,errors/* messageOf */.bD)(error), path: error.path };
    }
    return { kind: 'bug', message: (0,errors/* messageOf */.bD)(error), stack: error instanceof Error ? error.stack : undefined };
}
function failureFromData(failure, stopReason) {
    switch (failure.kind) {
        case 'user-error':
            return (0,errors/* userErrorFromData */.m4)(failure.data);
        case 'system-error':
            return Object.assign(new Error(failure.message), { code: failure.code, path: failure.path });
        case 'stopped':
            return stopReason ?? new Stopped('stopped');
        case 'bug':
            return Object.assign(new Error(`in a worker: ${failure.message}`), failure.stack === undefined ? {} : { stack: failure.stack });
    }
}

;// CONCATENATED MODULE: ./build/workers/tasks/compile.js

const PROGRAM = `
import importlib.util, json, py_compile, sys, warnings
warnings.simplefilter("ignore")
for line in sys.stdin:
    source, named = json.loads(line)
    try:
        made = py_compile.compile(source, cfile=importlib.util.cache_from_source(source), dfile=named, doraise=True, quiet=2)
    except Exception:
        made = None
    print(json.dumps(made), flush=True)
`;
async function compileBytecode(request, context) {
    const child = (0,external_node_child_process_namespaceObject.spawn)(request.python, ['-I', '-S', '-c', PROGRAM], { stdio: ['pipe', 'pipe', 'ignore'] });
    if (child.pid === undefined)
        return new Promise((_, reject) => void child.on('error', reject));
    const compiled = [];
    let answered = 0;
    let rest = '';
    child.stdin.on('error', () => undefined);
    child.stdin.end(request.files.map((pair) => `${JSON.stringify(pair)}\n`).join(''));
    try {
        for await (const chunk of child.stdout.setEncoding('utf8')) {
            const lines = (rest + String(chunk)).split('\n');
            rest = lines.pop() ?? '';
            for (const line of lines) {
                const source = request.files[answered]?.[0];
                const made = JSON.parse(line);
                if (source !== undefined && made !== null)
                    compiled.push([source, made]);
                answered += 1;
            }
            const pause = context.breathe();
            if (pause !== undefined)
                await pause;
        }
    }
    finally {
        child.kill('SIGKILL');
    }
    return { compiled };
}

;// CONCATENATED MODULE: ./build/workers/tasks/hash-file.js



const hash_file_PIECE_BYTES = 512 << 10;
async function hashFile(request, context) {
    const hashers = request.algorithms.map((algorithm) => [algorithm, (0,external_node_crypto_.createHash)(algorithm)]);
    const piece = Buffer.allocUnsafeSlow(hash_file_PIECE_BYTES);
    const fd = (0,external_node_fs_.openSync)(request.path, 'r');
    let sizeBytes = 0;
    try {
        for (;;) {
            const count = (0,external_node_fs_.readSync)(fd, piece, 0, piece.length, null);
            if (count === 0)
                break;
            sizeBytes += count;
            for (const [, hasher] of hashers)
                hasher.update(piece.subarray(0, count));
            const pause = context.breathe();
            if (pause !== undefined)
                await pause;
        }
    }
    finally {
        (0,external_node_fs_.closeSync)(fd);
        release_release(piece);
    }
    return { sizeBytes, digests: Object.fromEntries(hashers.map(([algorithm, hasher]) => [algorithm, hasher.digest('hex')])) };
}

;// CONCATENATED MODULE: ./build/workers/tasks/scripts.js


const MAX_SHEBANG_BYTES = process.platform === 'darwin' ? 512 : 127;
function shebangFor(python) {
    const simple = `#!${python}\n`;
    if (process.platform === 'win32' || (!python.includes(' ') && Buffer.byteLength(simple) <= MAX_SHEBANG_BYTES))
        return simple;
    const quoted = python.includes(' ') ? `"${python}"` : python;
    return `#!/bin/sh\n'''exec' ${quoted} "$0" "$@"\n' '''\n`;
}
function readScripts(label, text, python) {
    const entryPoints = parseEntryPoints(text);
    const generated = [...new Map(scriptsOf(entryPoints, python).map((script) => [script.name, script])).values()];
    for (const script of generated)
        refuseScript(label, script);
    const groups = ['console_scripts', 'gui_scripts'];
    return { generated, published: new Set(entryPoints.filter(({ group }) => groups.includes(group)).map(({ name }) => name)) };
}
function refuseScript(label, script) {
    const fault = scriptNameFault(script.name) ?? scriptTargetFault(script.value);
    if (fault === undefined)
        return;
    throw new errors/* UserError */.yo('entry-point-invalid', `${label}: entry point ${JSON.stringify(script.name)} is refused: ${fault}`, { hint: 'tell the project that published it' });
}
function scriptText(script, python) {
    const target = parseScriptTarget(script.value);
    if (!target.ok)
        throw new Error(`entry point ${script.name}: ${target.message}`);
    const { module, attribute } = target.value;
    return [
        `${shebangFor(python.path)}${hasRemoveSuffix(python) ? '' : 'import re\n'}import sys`,
        `from ${module} import ${attribute.split('.', 1)[0] ?? attribute}`,
        `if __name__ == '__main__':`,
        hasRemoveSuffix(python) ? `    sys.argv[0] = sys.argv[0].removesuffix('.exe')` : `    sys.argv[0] = re.sub(r'\\.exe$', '', sys.argv[0])`,
        `    sys.exit(${attribute}())`,
        '',
    ].join('\n');
}
function hasRemoveSuffix(python) {
    return python.major > 3 || (python.major === 3 && python.minor >= 9);
}
function withShebang(content, python) {
    if (content.toString('latin1', 0, 8) !== '#!python')
        return undefined;
    const lineEnd = content.indexOf(0x0a);
    const rest = lineEnd === -1 ? Buffer.alloc(0) : content.subarray(lineEnd + 1);
    return Buffer.concat([Buffer.from(`#!${python}\n`), rest]);
}
function isEntryPointWrapper(fileName, published) {
    return published.has(fileName.replace(/(?:\.exe|-script\.py|\.pya)$/i, ''));
}

;// CONCATENATED MODULE: ./build/standards/csv.js
const QUOTE = '"';
function parseCsv(text) {
    const rows = [];
    let at = 0;
    let line = 1;
    while (at < text.length) {
        const end = rowEnd(text, at);
        const plain = text.slice(at, end);
        const row = plain.includes(QUOTE) ? readQuotedRow(text, at) : { fields: plain === '' ? [] : plain.split(','), end, lines: 0 };
        rows.push({ fields: row.fields, line });
        line += row.lines + 1;
        at = afterLineEnd(text, row.end);
    }
    return rows;
}
function formatCsvRow(fields) {
    return fields.map((field) => (/[",\r\n]/.test(field) ? `"${field.replaceAll(QUOTE, '""')}"` : field)).join(',');
}
function rowEnd(text, from) {
    const lineEnd = /[\r\n]/g;
    lineEnd.lastIndex = from;
    return lineEnd.exec(text)?.index ?? text.length;
}
function afterLineEnd(text, end) {
    return text.startsWith('\r\n', end) ? end + 2 : end + 1;
}
function readQuotedRow(text, from) {
    const fields = [];
    let at = from;
    let lines = 0;
    for (;;) {
        const field = text.charAt(at) === QUOTE ? readQuotedField(text, at + 1) : readPlainField(text, at);
        fields.push(field.value);
        lines += field.lines;
        at = field.end;
        if (text.charAt(at) !== ',')
            return { fields, end: at, lines };
        at += 1;
    }
}
function readPlainField(text, from) {
    let end = from;
    while (end < text.length && !',\r\n'.includes(text.charAt(end)))
        end += 1;
    return { value: text.slice(from, end), end, lines: 0 };
}
function readQuotedField(text, from) {
    let value = '';
    let at = from;
    for (;;) {
        const quote = text.indexOf(QUOTE, at);
        if (quote === -1)
            return quotedField(value + text.slice(at), text.length);
        value += text.slice(at, quote);
        at = quote + 1;
        if (text.charAt(at) !== QUOTE)
            break;
        value += QUOTE;
        at += 1;
    }
    const rest = readPlainField(text, at);
    return quotedField(value, rest.end, rest.value);
}
function quotedField(value, end, rest = '') {
    return { value: value + rest, end, lines: value.split(/\r\n|\r|\n/).length - 1 };
}

;// CONCATENATED MODULE: ./build/standards/record.js



function parseRecord(text) {
    const rows = [];
    const faults = [];
    for (const { fields, line } of parseCsv(text)) {
        const path = fields[0] ?? '';
        if (fields.length === 0)
            continue;
        const add = (message) => void faults.push({ line, path, message });
        if (path === '')
            add('the row has no path');
        else
            rows.push({ path, hash: readHash(fields[1] ?? '', add), sizeBytes: readSize(fields[2] ?? '', add) });
        if (fields.length > 3)
            add('the row has more than three elements');
    }
    return { rows, faults };
}
function formatRecord(rows) {
    const columns = rows.map(columnsOf);
    const compare = rows.some((row) => /[\ud800-\udfff]/.test(row.path)) ? python_text_compareCodePoints : compareUnits;
    columns.sort((left, right) => compare(left[0], right[0]) || compareUnits(left[1], right[1]) || compareUnits(left[2], right[2]));
    return columns.map(([path, hash, size]) => `${formatCsvRow([path])},${hash},${size}\r\n`).join('');
}
function columnsOf({ path, hash, sizeBytes }) {
    return [path, hash === undefined ? '' : formatRecordHash(hash), sizeBytes?.toString() ?? ''];
}
function compareUnits(left, right) {
    return left < right ? -1 : left > right ? 1 : 0;
}
function formatRecordHash(hash) {
    return `${hash.algorithm}=${Buffer.from(hash.hex, 'hex').toString('base64url')}`;
}
function parseRecordHash(text) {
    const separator = text.indexOf('=');
    const algorithm = text.slice(0, separator).toLowerCase();
    if (separator === -1 || !(0,kernel_hash/* isHashAlgorithm */.aZ)(algorithm))
        return undefined;
    const digest = text.slice(separator + 1);
    if (!/^[\w-]+={0,2}$/.test(digest))
        return undefined;
    const bytes = Buffer.from(digest, 'base64url');
    return bytes.length === kernel_hash/* DIGEST_BYTES */.x4[algorithm] ? { algorithm, hex: bytes.toString('hex') } : undefined;
}
function readHash(text, fault) {
    if (text === '')
        return undefined;
    const hash = parseRecordHash(text);
    if (hash === undefined)
        fault(`the digest ${python_text_quoted(text)} cannot be read`);
    else if (text.endsWith('='))
        fault('the digest is padded');
    return hash;
}
function readSize(text, fault) {
    if (text === '')
        return undefined;
    const size = /^\d{1,15}$/.test(text) ? Number(text) : undefined;
    if (size === undefined)
        fault(`the size ${python_text_quoted(text)} is not a number`);
    return size;
}

;// CONCATENATED MODULE: ./build/workers/tasks/record-check.js


function isUnhashed(path, distInfo) {
    return path.startsWith(`${distInfo}/RECORD`) && ['', '.jws', '.p7s'].includes(path.slice(distInfo.length + '/RECORD'.length));
}
const PERMITTED = ['sha256', 'sha384', 'sha512'];
const NAMED = 3;
function checkRecord(text, distInfo) {
    return new HeldRecord(text, distInfo);
}
class HeldRecord {
    #distInfo;
    #rows = new Map();
    #unreadable;
    #unreadablePaths;
    #twice = [];
    #seen = new Set();
    #found = { unlisted: [], unhashed: [], weak: [], wrong: [] };
    constructor(text, distInfo) {
        const { rows, faults } = parseRecord(text);
        this.#distInfo = distInfo;
        this.#unreadable = faults;
        this.#unreadablePaths = new Set(faults.map(({ path }) => path));
        for (const row of rows) {
            if (row.path.endsWith('/'))
                continue;
            if (this.#rows.has(row.path))
                this.#twice.push(row.path);
            this.#rows.set(row.path, row);
        }
    }
    algorithm(path) {
        const algorithm = this.#rows.get(path)?.hash?.algorithm ?? 'sha256';
        return PERMITTED.includes(algorithm) ? algorithm : 'sha256';
    }
    compare(path, hash, sizeBytes) {
        this.#seen.add(path);
        const row = this.#rows.get(path);
        if (row === undefined)
            this.#found.unlisted.push(path);
        else if (row.sizeBytes !== undefined && row.sizeBytes !== sizeBytes)
            this.#found.wrong.push(path);
        else if (row.hash === undefined) {
            if (!this.#unreadablePaths.has(path))
                this.#found.unhashed.push(path);
        }
        else if (!PERMITTED.includes(row.hash.algorithm))
            this.#found.weak.push(path);
        else if (row.hash.hex !== hash.hex)
            this.#found.wrong.push(path);
    }
    faults() {
        const absent = [...this.#rows.keys()].filter((path) => !this.#seen.has(path) && !isUnhashed(path, this.#distInfo));
        return [
            ...summarize('cannot be read everywhere:', this.#unreadable.map((fault) => `line ${fault.line}: ${fault.message}`)),
            ...summarize('does not list', this.#found.unlisted),
            ...summarize('has no hash for', this.#found.unhashed),
            ...summarize('has a hash of a weak kind for', this.#found.weak),
            ...summarize('has a wrong hash or size for', this.#found.wrong),
            ...summarize('lists more than once', this.#twice),
            ...summarize('lists what the archive does not have:', absent),
        ];
    }
}
function summarize(what, items) {
    if (items.length === 0)
        return [];
    const more = items.length > NAMED ? ` and ${items.length - NAMED} more` : '';
    return [`${what} ${items.slice(0, NAMED).join(', ')}${more}`];
}
function refuseFaults(label, faults) {
    if (faults.length === 0)
        return;
    throw new errors/* UserError */.yo('record-invalid', `the RECORD of ${label} ${faults[0]}`, {
        details: faults.slice(1).map((fault) => `it ${fault}`),
        hint: 'tell the project that published it; without --strict-record the wheel is installed with a corrected RECORD',
    });
}

;// CONCATENATED MODULE: ./build/workers/tasks/stage-entry.js






const STREAM_ABOVE_BYTES = 512 << 10;
function stageEntry(stage, item, context) {
    const { entry } = item;
    const info = infoName(stage, entry.path);
    if (info === 'RECORD' || linkEntry(stage, item))
        return undefined;
    if (Math.max(entry.sizeBytes, entry.compressedBytes) > STREAM_ABOVE_BYTES)
        return streamToStage(stage, item, context);
    const content = stage.known.get(info) ?? entry_data_readEntry(stage.source, entry, stage.inflater);
    if (!entry.isDirectory)
        stageContent(stage, item, content);
    return undefined;
}
function linkEntry(stage, { entry, place, recordPath }) {
    const { tree, record } = stage;
    const sha256 = tree?.sha256(entry.path);
    if (tree === undefined || sha256 === undefined || record.algorithm(entry.path) !== 'sha256' || stage.staged.has(stagedPath(stage, place)))
        return false;
    const to = stagedPath(stage, place);
    const kind = kindOf(entry.executable, place);
    stage.writing = to;
    const linked = stage.writer.link(to, kind, (mode) => tree.link(entry.path, to, { sizeBytes: entry.sizeBytes, mode }));
    if (linked === undefined)
        return false;
    const hash = { algorithm: 'sha256', hex: sha256 };
    record.compare(entry.path, hash, entry.sizeBytes);
    stage.staged.set(to, sha256);
    noteFile(stage, { place, recordPath, hash, sha256, sizeBytes: entry.sizeBytes });
    return true;
}
function stageContent(stage, { entry, place, recordPath }, content) {
    const isSigned = isUnhashed(entry.path, stage.roots.distInfo);
    const hash = isSigned ? undefined : hashOf(content, stage.record.algorithm(entry.path));
    if (hash !== undefined)
        stage.record.compare(entry.path, hash, content.length);
    if (isLeftOut(stage, entry.path, place))
        return;
    const rewritten = place.scheme === 'scripts' ? withShebang(content, stage.request.python.path) : undefined;
    const finalHash = rewritten === undefined ? hash : hashOf(rewritten, 'sha256');
    const final = rewritten ?? content;
    const sha256 = finalHash?.algorithm === 'sha256' ? finalHash.hex : hashOf(final, 'sha256').hex;
    if (!claimPath(stage, { entryPath: entry.path, place, sha256 }))
        return;
    stage.writer.write(stage.writing, final, kindOf(entry.executable, place));
    if (!isSigned && rewritten === undefined)
        stage.tree?.add(entry.path, { path: stage.writing, sha256, executable: kindOf(entry.executable, place) === 'executable' });
    noteFile(stage, { place, recordPath, hash: finalHash, sha256, sizeBytes: final.length });
}
async function streamToStage(stage, item, context) {
    const { entry, place, recordPath } = item;
    const algorithm = stage.record.algorithm(entry.path);
    const published = (0,external_node_crypto_.createHash)(algorithm);
    const final = (0,external_node_crypto_.createHash)('sha256');
    const isKept = !isLeftOut(stage, entry.path, place);
    const file = isKept && claimPath(stage, { entryPath: entry.path, place, sha256: undefined }) ? stage.writer.open(stage.writing, kindOf(entry.executable, place)) : undefined;
    let sizeBytes = 0;
    let isRewritten = false;
    try {
        for await (const piece of streamEntry(stage.source, entry, stage.inflater)) {
            published.update(piece);
            const rewritten = sizeBytes === 0 && place.scheme === 'scripts' ? withShebang(piece, stage.request.python.path) : undefined;
            isRewritten ||= rewritten !== undefined;
            const written = rewritten ?? piece;
            if (algorithm !== 'sha256' || isRewritten)
                final.update(written);
            file?.append(written);
            sizeBytes += written.length;
            const pause = context.breathe();
            if (pause !== undefined)
                await pause;
        }
    }
    finally {
        file?.close();
    }
    const hash = { algorithm, hex: published.digest('hex') };
    stage.record.compare(entry.path, hash, entry.sizeBytes);
    const sha256 = algorithm === 'sha256' && !isRewritten ? hash.hex : final.digest('hex');
    if (file !== undefined && !isRewritten)
        stage.tree?.add(entry.path, { path: stagedPath(stage, place), sha256, executable: kindOf(entry.executable, place) === 'executable' });
    if (file !== undefined)
        noteFile(stage, { place, recordPath, hash: isRewritten ? { algorithm: 'sha256', hex: sha256 } : hash, sha256, sizeBytes });
}
const INSTALLERS_OWN = ['INSTALLER', 'REQUESTED', 'direct_url.json'];
function isLeftOut(stage, entryPath, place) {
    if (place.scheme === 'scripts')
        return isEntryPointWrapper(external_node_path_.posix.basename(place.path), stage.scripts.published);
    const info = infoName(stage, entryPath);
    if (!INSTALLERS_OWN.includes(info))
        return false;
    stage.warnings.push(`${stage.request.label} ships ${info}, which is the installer's to write: left out`);
    return true;
}
function infoName(stage, path) {
    const { distInfo } = stage.roots;
    return path.startsWith(distInfo) && path[distInfo.length] === '/' ? path.slice(distInfo.length + 1) : '';
}
function claimPath(stage, claim) {
    const path = stagedPath(stage, claim.place);
    if (stage.staged.has(path)) {
        if (claim.sha256 !== undefined && stage.staged.get(path) === claim.sha256)
            return false;
        throw new errors/* UserError */.yo('wheel-invalid', `${stage.request.label} has two files for ${claim.place.path}, one of them ${claim.entryPath}`, { hint: 'tell the project that published it' });
    }
    stage.staged.set(path, claim.sha256);
    stage.writing = path;
    return true;
}
function stagedPath(stage, place) {
    return `${stage.request.stageDir}/${stage.parts[place.scheme]}/${place.path}`;
}
function noteFile(stage, file) {
    stage.files.push({ scheme: stage.parts[file.place.scheme], path: file.place.path, sizeBytes: file.sizeBytes, sha256: file.sha256 });
    stage.rows.push({ path: file.recordPath, hash: file.hash, sizeBytes: file.hash === undefined ? undefined : file.sizeBytes });
}
function hashOf(content, algorithm) {
    return { algorithm, hex: (0,external_node_crypto_.hash)(algorithm, content, 'hex') };
}
function kindOf(isExecutable, place) {
    return isExecutable || place.scheme === 'scripts' ? 'executable' : 'plain';
}

;// CONCATENATED MODULE: ./build/workers/tasks/stage-generated.js





function judgeRecord({ request, record, warnings }) {
    const faults = record.faults();
    if (request.strictRecord)
        refuseFaults(request.label, faults);
    if (faults.length > 0)
        warnings.push(`the RECORD of ${request.label} ${faults.join('; it ')}. The installed RECORD is right`);
}
function generateFiles(stage) {
    const { request, roots, rootScheme } = stage;
    for (const script of stage.scripts.generated)
        generate(stage, { scheme: 'scripts', path: script.name }, scriptText(script, request.python), 'script');
    const info = (name) => ({ scheme: rootScheme, path: `${roots.distInfo}/${name}` });
    generate(stage, info('INSTALLER'), `${request.installer}\n`);
    if (request.requested)
        generate(stage, info('REQUESTED'), '');
    if (request.directUrl !== undefined)
        generate(stage, info('direct_url.json'), request.directUrl);
    const record = info('RECORD');
    noteFile(stage, { place: record, recordPath: stage.recordPath(record), hash: undefined, sha256: undefined, sizeBytes: 0 });
    stage.writing = stagedPath(stage, record);
    stage.writer.write(stage.writing, Buffer.from(formatRecord(stage.rows)), 'plain');
}
function generate(stage, place, text, kind = 'plain') {
    const content = Buffer.from(text);
    const hash = hashOf(content, 'sha256');
    const path = stagedPath(stage, place);
    if (stage.staged.has(path)) {
        throw new errors/* UserError */.yo('wheel-invalid', `${stage.request.label} ships ${place.path}, which is also made for one of its entry points`, { hint: 'tell the project that published it' });
    }
    stage.staged.set(path, hash.hex);
    stage.writing = path;
    stage.writer.write(path, content, kind);
    noteFile(stage, { place, recordPath: stage.recordPath(place), hash, sha256: hash.hex, sizeBytes: content.length });
}

;// CONCATENATED MODULE: ./build/workers/tasks/stage-limits.js




function checkSpace(label, stageDir, needs) {
    const free = freeSpace(stageDir);
    if (free === undefined)
        return;
    if (free.bytes < needs.sizeBytes) {
        throw new errors/* UserError */.yo('disk-full', `there is no space to unpack ${label}: it needs ${formatBytes(needs.sizeBytes)}, ${formatBytes(free.bytes)} are free on the disk of ${stageDir}`, {
            hint: 'free some space, or install to another disk',
        });
    }
    if (free.files !== undefined && free.files < needs.fileCount) {
        throw new errors/* UserError */.yo('disk-full', `there is no space to unpack ${label}: it needs ${needs.fileCount} files, the disk of ${stageDir} can take ${free.files} more`, {
            hint: 'remove some files, or install to another disk',
        });
    }
}
function freeSpace(path) {
    let folder = path;
    while (!(0,external_node_fs_.existsSync)(folder) && (0,external_node_path_.dirname)(folder) !== folder)
        folder = (0,external_node_path_.dirname)(folder);
    try {
        const facts = (0,external_node_fs_.statfsSync)(folder);
        return { bytes: facts.bavail * facts.bsize, files: facts.files > 0 ? facts.ffree : undefined };
    }
    catch {
        return undefined;
    }
}
const LONGEST_PATH = { linux: 4096, darwin: 1024, win32: 32767 };
function checkPathLengths(label, places, folders) {
    const longest = LONGEST_PATH[process.platform] ?? 1024;
    for (const { scheme, path } of places) {
        const most = 3 * path.length + 3 * folders[scheme].length + 2;
        if (most < longest)
            continue;
        const bytes = Buffer.byteLength(folders[scheme]) + 1 + Buffer.byteLength(path) + 1;
        if (bytes > longest) {
            throw new errors/* UserError */.yo('path-too-long', `${label} cannot be installed to ${folders[scheme]}: ${path} would have a path of ${bytes - 1} bytes, ${longest - 1} are possible`, {
                hint: 'install to a folder with a shorter path',
            });
        }
    }
}

;// CONCATENATED MODULE: ./build/workers/tasks/stage-writer.js


function openStageWriter({ stageDir, umask }) {
    const makeFolder = folderMaker(stageDir);
    const create = (path, kind) => {
        makeFolder(folderOf(path));
        const mode = kind === 'plain' ? 0o666 : 0o777;
        const fd = (0,external_node_fs_.openSync)(path, 'wx', mode);
        const wanted = pipMode(kind, umask);
        if ((mode & ~umask) !== wanted)
            (0,external_node_fs_.fchmodSync)(fd, wanted);
        return fd;
    };
    return {
        write: (path, content, kind) => {
            const fd = create(path, kind);
            try {
                writeAll(fd, content);
            }
            finally {
                (0,external_node_fs_.closeSync)(fd);
            }
        },
        link: (path, kind, make) => {
            makeFolder(folderOf(path));
            return make(pipMode(kind, umask));
        },
        open: (path, kind) => {
            const fd = create(path, kind);
            return { append: (piece) => writeAll(fd, piece), close: () => (0,external_node_fs_.closeSync)(fd) };
        },
    };
}
function folderMaker(top) {
    const made = new Set();
    const make = (folder) => {
        if (made.has(folder))
            return;
        if (folder.length <= top.length)
            (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
        else {
            make(folderOf(folder));
            stage_writer_makeOne(folder);
        }
        made.add(folder);
    };
    return make;
}
function stage_writer_makeOne(folder) {
    try {
        (0,external_node_fs_.mkdirSync)(folder);
    }
    catch (error) {
        if ((0,errors/* systemErrorCode */.vq)(error) !== 'EEXIST')
            throw error;
        (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
    }
}
function folderOf(path) {
    return path.slice(0, path.lastIndexOf('/'));
}
function pipMode(kind, umask) {
    switch (kind) {
        case 'plain':
            return 0o666 & ~umask;
        case 'executable':
            return (0o777 & ~umask) | 0o111;
        case 'script':
            return (0o666 & ~umask) | 0o555;
    }
}
function writeAll(fd, content) {
    for (let written = 0; written < content.length;)
        written += (0,external_node_fs_.writeSync)(fd, content, written);
}

;// CONCATENATED MODULE: ./build/standards/wheel-file.js




const KNOWN_VERSION = [1, 0];
function parseWheelFile(text) {
    const headers = parseHeaders(text);
    const versionText = headerValue(headers, 'Wheel-Version');
    if (versionText === undefined)
        return (0,kernel_parsed/* notParsed */.l)('WHEEL is missing Wheel-Version');
    const wheelVersion = parseIntegers(python_strings_pythonStrip(versionText));
    if (wheelVersion === undefined)
        return (0,kernel_parsed/* notParsed */.l)(`WHEEL has an invalid Wheel-Version: ${python_text_quoted(python_strings_pythonStrip(versionText))}`);
    return (0,kernel_parsed/* parsed */.Y)({
        wheelVersion,
        rootIsPurelib: headerValue(headers, 'Root-Is-Purelib')?.toLowerCase() === 'true',
        tags: headerValues(headers, 'Tag').map(python_strings_pythonStrip),
    });
}
function wheelVersionFault(wheelVersion) {
    const text = wheelVersion.join('.');
    if ((wheelVersion[0] ?? 0) > KNOWN_VERSION[0]) {
        return { level: 'refuse', message: `its Wheel-Version (${text}) is not one we can install` };
    }
    if (!isNewer(wheelVersion))
        return undefined;
    return { level: 'warn', message: `it has a newer Wheel-Version (${text}) than ${KNOWN_VERSION.join('.')}` };
}
function isNewer(version) {
    for (const [at, known] of KNOWN_VERSION.entries()) {
        const part = version[at];
        if (part === undefined || part < known)
            return false;
        if (part > known)
            return true;
    }
    return version.length > KNOWN_VERSION.length;
}
function parseIntegers(text) {
    const parts = text.split('.').map(python_strings_pythonStrip);
    return parts.every((part) => /^[+-]?\d+(?:_\d+)*$/.test(part)) ? parts.map((part) => Number(part.replaceAll('_', ''))) : undefined;
}

;// CONCATENATED MODULE: ./build/workers/tasks/wheel-facts.js





function readWheelFile(label, content) {
    if (content === undefined)
        throw new errors/* UserError */.yo('wheel-invalid', `${label} has no WHEEL file`);
    const text = wheel_facts_decodeUtf8(content);
    if (text === undefined)
        throw new errors/* UserError */.yo('wheel-invalid', `the WHEEL file of ${label} is not UTF-8`);
    const wheel = parseWheelFile(text);
    if (!wheel.ok)
        throw new errors/* UserError */.yo('wheel-invalid', `${label}: ${wheel.message}`);
    const fault = wheelVersionFault(wheel.value.wheelVersion);
    if (fault?.level === 'refuse')
        throw new errors/* UserError */.yo('wheel-invalid', `${label} is refused: ${fault.message}`);
    return { rootScheme: wheel.value.rootIsPurelib ? 'purelib' : 'platlib', warnings: fault === undefined ? [] : [`${label}: ${fault.message}`] };
}
function wheel_facts_decodeUtf8(content) {
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
    }
    catch {
        return undefined;
    }
}
function checkMetadata(wanted, content) {
    const fail = (message) => {
        throw new errors/* UserError */.yo('metadata-invalid', `${wanted.label} ${message}`);
    };
    if (content === undefined)
        return fail('has no METADATA');
    const headers = parseHeaders(content.toString('utf8'));
    const name = headerValue(headers, 'Name')?.trim() ?? '';
    const versionText = headerValue(headers, 'Version')?.trim() ?? '';
    const [version, wantedVersion] = [version_parseVersion(versionText), version_parseVersion(wanted.version)];
    if (names_normalizeName(name) !== wanted.name)
        fail(name === '' ? 'has no Name in its METADATA' : `says in its METADATA that it is ${name}, not ${wanted.name}`);
    if (version === undefined)
        fail(versionText === '' ? 'has no Version in its METADATA' : `has an invalid version in its METADATA: ${versionText}`);
    else if (wantedVersion === undefined || compareVersions(version, wantedVersion) !== 0)
        fail(`says in its METADATA that it is version ${version.text}, not ${wanted.version}`);
}

;// CONCATENATED MODULE: ./build/workers/tasks/wheel-tree.js




function openTree(request) {
    const kept = readTreeList(request.path)?.files;
    const unpacked = new Map();
    let isChanged = kept === undefined && (0,external_node_fs_.existsSync)(request.path);
    let canLink = true;
    return {
        sha256: (entryPath) => (canLink ? kept?.get(entryPath)?.sha256 : undefined),
        link: (entryPath, to, wanted) => {
            const file = kept?.get(entryPath);
            if (file === undefined)
                return undefined;
            const from = treeFile(request.path, entryPath);
            const facts = unchangedFacts(from, file);
            if (facts?.size !== wanted.sizeBytes) {
                isChanged = true;
                return undefined;
            }
            if ((facts.mode & 0o7777) !== wanted.mode)
                return undefined;
            try {
                (0,external_node_fs_.linkSync)(from, to);
                return { sha256: file.sha256 };
            }
            catch {
                canLink = false;
                return undefined;
            }
        },
        add: (entryPath, file) => void unpacked.set(entryPath, file),
        has: (entryPath) => unpacked.has(entryPath),
        settle: (whole) => {
            try {
                if (isChanged)
                    (0,external_node_fs_.rmSync)(request.path, { recursive: true, force: true });
                else if (kept === undefined)
                    makeTree(request, unpacked, whole);
            }
            catch {
                (0,external_node_fs_.rmSync)(request.draft, { recursive: true, force: true });
            }
        },
    };
}
function makeTree({ path, draft }, files, whole) {
    const makeFolder = folderMaker(draft);
    const lines = [...files].map(([entryPath, unpacked]) => {
        const to = treeFile(draft, entryPath);
        makeFolder(folderOf(to));
        (0,external_node_fs_.linkSync)(unpacked.path, to);
        return `${stampOf((0,external_node_fs_.lstatSync)(to))}\t${unpacked.sha256}\t${unpacked.executable ? 'x' : ''}\t${entryPath}\n`;
    });
    makeFolder(draft);
    (0,external_node_fs_.writeFileSync)(listIn(draft), seal(`${JSON.stringify(whole ?? null)}\n${lines.join('')}`));
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true });
    (0,external_node_fs_.renameSync)(draft, path);
}
function readTreeList(path) {
    try {
        const text = unseal((0,external_node_fs_.readFileSync)(listIn(path)))?.toString('utf8');
        if (text === undefined)
            return undefined;
        const [head = '', ...lines] = text.split('\n');
        lines.pop();
        const files = new Map(lines.map((line) => {
            const [stamp = '', sha256 = '', mark = '', entryPath = ''] = line.split('\t');
            return [entryPath, { stamp, sha256, executable: mark === 'x' }];
        }));
        return { whole: JSON.parse(head) ?? undefined, files };
    }
    catch {
        return undefined;
    }
}
function unchangedFacts(from, { stamp }) {
    const facts = (0,external_node_fs_.lstatSync)(from, { throwIfNoEntry: false });
    return facts !== undefined && stampOf(facts) === stamp ? facts : undefined;
}
function stampOf(facts) {
    return `${facts.size}-${facts.mtimeMs}-${facts.mode}-${facts.ino}`;
}
function treeFile(tree, entryPath) {
    return `${tree}/files/${entryPath}`;
}
function listIn(tree) {
    return `${tree}/list`;
}

;// CONCATENATED MODULE: ./build/workers/tasks/stage.js










function openStage(request, source, inflater) {
    const { label } = request;
    const entries = readDirectory(source, { windows: process.platform === 'win32' });
    const roots = findRoots(label, entries.map((entry) => entry.path + (entry.isDirectory ? '/' : '')), request);
    const known = readInfo({ source, inflater }, entries, roots);
    const wheel = readWheelFile(label, known.get('WHEEL'));
    checkMetadata(request, known.get('METADATA'));
    const recordText = known.get('RECORD')?.toString('utf8');
    if (recordText === undefined)
        throw new errors/* UserError */.yo('record-invalid', `${label} has no RECORD`, { hint: 'tell the project that published it' });
    const scripts = readScripts(label, known.get('entry_points.txt')?.toString('utf8') ?? '', request.python);
    const recordPath = recordPaths(request.folders, wheel.rootScheme);
    const items = entries.map((entry) => {
        const place = entry.isDirectory ? { scheme: wheel.rootScheme, path: entry.path } : placeFile(label, entry.path, roots, wheel.rootScheme);
        return { entry, place, recordPath: recordPath(place) };
    });
    refuseMisplaced(request, items, roots);
    const needs = { sizeBytes: entries.reduce((sum, entry) => sum + entry.sizeBytes, 0), fileCount: entries.length };
    checkPathLengths(label, items.map(({ place }) => place), request.folders);
    checkSpace(label, request.stageDir, needs);
    return {
        request, source, inflater, tree: request.tree === undefined ? undefined : openTree(request.tree), writer: openStageWriter(request), roots, rootScheme: wheel.rootScheme, record: checkRecord(recordText, roots.distInfo), recordPath,
        parts: stageParts(request.realFolders), scripts, items, known, needs, files: [], rows: [], warnings: [...wheel.warnings], staged: new Map(), writing: '',
    };
}
function readInfo({ source, inflater }, entries, roots) {
    const known = new Map();
    for (const entry of entries) {
        const name = entry.path.startsWith(`${roots.distInfo}/`) ? entry.path.slice(roots.distInfo.length + 1) : '';
        if (['WHEEL', 'METADATA', 'RECORD', 'entry_points.txt'].includes(name))
            known.set(name, Buffer.from(entry_data_readEntry(source, entry, inflater)));
    }
    return known;
}
function refuseMisplaced(request, items, roots) {
    const project = { name: request.name, distInfo: roots.distInfo, scriptsInData: scriptsInData(request.folders) };
    for (const { entry, place, recordPath } of items) {
        const fault = placementFault(place, recordPath, project);
        if (fault !== undefined)
            throw new errors/* UserError */.yo('archive-unsafe', `${request.label} is refused: ${entry.path}: ${fault}`, { hint: 'tell the project that published it' });
    }
}

;// CONCATENATED MODULE: ./build/workers/tasks/staged-wheel.js

function formatManifest(files) {
    return files.map((file) => `${wheel_layout_SCHEME_KEYS.indexOf(file.scheme)}\t${file.sizeBytes}\t${file.sha256 ?? ''}\t${file.path}\n`).join('');
}
function stagedFiles(wheel) {
    const lines = wheel.manifest.split('\n');
    lines.pop();
    return lines.map((line) => {
        const [scheme = '', size = '', sha256 = '', path = ''] = line.split('\t');
        return { scheme: SCHEME_KEYS[Number(scheme)] ?? 'purelib', path, sizeBytes: Number(size), sha256: sha256 === '' ? undefined : sha256 };
    });
}
function topsOf(files) {
    const tops = new Map();
    for (const { scheme, path } of files) {
        const slash = path.indexOf('/');
        const name = slash === -1 ? path : path.slice(0, slash);
        const key = `${scheme}/${name}`;
        if (!tops.has(key))
            tops.set(key, { scheme, name, isFolder: slash !== -1 });
    }
    return [...tops.values()];
}
function withFiles(wheel, files) {
    const known = new Set(wheel.tops.map(({ scheme, name }) => `${scheme}/${name}`));
    const tops = topsOf(files).filter(({ scheme, name }) => !known.has(`${scheme}/${name}`));
    return { ...wheel, tops: [...wheel.tops, ...tops], manifest: wheel.manifest + formatManifest(files), fileCount: wheel.fileCount + files.length };
}

;// CONCATENATED MODULE: ./build/workers/tasks/stage-wheel.js









async function stageWheel(request, context) {
    const source = openArchiveFile(request.archivePath, request.label);
    let stage;
    try {
        stage = openStage(request, source, context.inflater());
        for (const item of stage.items) {
            const streaming = stageEntry(stage, item, context);
            if (streaming !== undefined)
                await streaming;
            const pause = context.breathe();
            if (pause !== undefined)
                await pause;
        }
        judgeRecord(stage);
        generateFiles(stage);
        stage.tree?.settle(wholeWheel(stage));
        return resultOf(stage);
    }
    catch (error) {
        throw stageError(error, request, stage);
    }
    finally {
        source.close();
    }
}
function wholeWheel({ request, roots, rootScheme, record, known, items, tree, warnings }) {
    const isThere = ({ entry }) => entry.isDirectory || isUnhashed(entry.path, roots.distInfo) || (record.algorithm(entry.path) === 'sha256' && tree?.has(entry.path) === true);
    const signatures = items.filter(({ entry }) => isUnhashed(entry.path, roots.distInfo));
    if (warnings.length > 0 || signatures.length > 1 || !items.every(isThere))
        return undefined;
    return { name: request.name, version: request.version, distInfo: roots.distInfo, rootScheme, entryPoints: known.get('entry_points.txt')?.toString('utf8') ?? '' };
}
function resultOf({ request, roots, rootScheme, parts, files, warnings }) {
    return {
        name: request.name,
        version: request.version,
        distInfo: roots.distInfo,
        rootScheme,
        rootPart: parts[rootScheme],
        tops: topsOf(files),
        manifest: formatManifest(files),
        fileCount: files.length,
        sizeBytes: files.reduce((sum, file) => sum + file.sizeBytes, 0),
        warnings,
    };
}
function stageError(error, request, stage) {
    if ((0,errors/* isUserError */.iU)(error))
        return error;
    const code = (0,errors/* systemErrorCode */.vq)(error);
    if (code === 'EEXIST' || code === 'ENOTDIR' || code === 'EISDIR') {
        return new errors/* UserError */.yo('wheel-invalid', `${request.label} has two files for one path of this file system: ${stage?.writing ?? ''}`, { hint: 'tell the project that published it', cause: error });
    }
    const space = () => {
        const free = freeSpace(request.stageDir);
        return stage === undefined || free === undefined ? undefined : `${request.label} unpacks to ${formatBytes(stage.needs.sizeBytes)}, ${formatBytes(free.bytes)} are free`;
    };
    return disk_error_diskError(error, { doing: `unpacking ${request.label}`, outcome: '; the environment is as it was', space });
}

;// CONCATENATED MODULE: ./build/workers/tasks/link-wheel.js










async function linkWheel(request, context) {
    const list = request.tree === undefined ? undefined : readTreeList(request.tree.path);
    if (request.tree === undefined || list?.whole === undefined || list.whole.name !== request.name || list.whole.version !== request.version)
        return undefined;
    try {
        const stage = stageOf(request, list.whole);
        for (const item of itemsOf(stage, list)) {
            if (!linkItem(stage, request.tree.path, item))
                throw new NotLinked();
            const pause = context.breathe();
            if (pause !== undefined)
                await pause;
        }
        generateFiles(stage);
        return resultOf(stage);
    }
    catch (error) {
        (0,external_node_fs_.rmSync)(request.stageDir, { recursive: true, force: true });
        if (error instanceof NotLinked || (0,errors/* isUserError */.iU)(error) || isSystemError(error))
            return undefined;
        throw error;
    }
}
class NotLinked extends Error {
}
function isSystemError(error) {
    return error instanceof Error && 'syscall' in error;
}
function stageOf(request, { distInfo, rootScheme, entryPoints }) {
    return {
        request,
        roots: rootsOf(distInfo),
        rootScheme,
        scripts: readScripts(request.label, entryPoints, request.python),
        staged: new Map(),
        writer: openStageWriter(request),
        recordPath: recordPaths(request.folders, rootScheme),
        parts: stageParts(request.realFolders),
        files: [],
        rows: [],
        writing: '',
        warnings: [],
    };
}
function itemsOf({ request, roots, rootScheme, recordPath }, { files }) {
    const project = { name: request.name, distInfo: roots.distInfo, scriptsInData: scriptsInData(request.folders) };
    const items = [];
    for (const [entryPath, file] of files) {
        const place = placeFile(request.label, entryPath, roots, rootScheme);
        const item = { entryPath, file, place, recordPath: recordPath(place) };
        if (placementFault(place, item.recordPath, project) !== undefined)
            throw new NotLinked();
        items.push(item);
    }
    checkPathLengths(request.label, items.map(({ place }) => place), request.folders);
    return items;
}
function linkItem(stage, tree, { entryPath, file, place, recordPath }) {
    const from = treeFile(tree, entryPath);
    const facts = unchangedFacts(from, file);
    if (facts === undefined)
        return false;
    const to = stagedPath(stage, place);
    stage.writing = to;
    const isLinked = stage.writer.link(to, file.executable ? 'executable' : 'plain', (mode) => {
        if ((facts.mode & 0o7777) !== mode)
            return false;
        (0,external_node_fs_.linkSync)(from, to);
        return true;
    });
    if (!isLinked)
        return false;
    noteFile(stage, { place, recordPath, hash: { algorithm: 'sha256', hex: file.sha256 }, sha256: file.sha256, sizeBytes: facts.size });
    return true;
}

;// CONCATENATED MODULE: ./build/workers/tasks/removal/read-text.js


function read_text_readText(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch (error) {
        if ((0,errors/* isUnanswered */.Ni)(error))
            throw error;
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/workers/tasks/removal/belongings.js






function belongingsOf(installed, reader) {
    const own = ownFiles(installed, reader);
    return { ...own, files: [...own.files, ...belongings_scriptsOf(installed, reader)] };
}
function ownFiles(installed, reader) {
    const { infoPath, sitePath, kind, label } = installed;
    if (kind === 'egg-link')
        return developmentLink(installed, reader);
    if (isSourceTree(installed))
        return { files: [], folders: [], lines: [], note: `${label} is the source tree ${(0,external_node_path_.dirname)(infoPath)}, which stays, and may be imported in place of what is installed` };
    if (kind === 'dist-info')
        return { files: recordFiles(installed), folders: [infoPath], lines: [] };
    if ((0,external_node_fs_.statSync)(infoPath, { throwIfNoEntry: false })?.isFile() === true)
        throw distutils(installed);
    const egg = (0,external_node_path_.dirname)(infoPath);
    if (egg.endsWith('.egg'))
        return { files: [], folders: [egg], lines: [{ file: (0,external_node_path_.join)((0,external_node_path_.dirname)(egg), 'easy-install.pth'), line: `./${(0,external_node_path_.basename)(egg)}` }] };
    const listed = read_text_readText((0,external_node_path_.join)(infoPath, 'installed-files.txt'));
    const files = listed === undefined ? [] : lines(listed).map((line) => (0,external_node_path_.resolve)(infoPath, line));
    const packages = listed === undefined ? topLevels(infoPath).map((name) => (0,external_node_path_.join)(sitePath, name)) : [];
    return { files: [...files, ...packages.flatMap((path) => [`${path}.py`, `${path}.pyc`, `${path}.pyo`])], folders: [infoPath, ...packages], lines: [] };
}
function isSourceTree({ infoPath, kind }) {
    return kind === 'egg-info' && /^[^-]+\.egg-info$/i.test((0,external_node_path_.basename)(infoPath)) && (0,external_node_fs_.statSync)(infoPath, { throwIfNoEntry: false })?.isDirectory() === true;
}
function recordFiles(installed) {
    const text = read_text_readText((0,external_node_path_.join)(installed.infoPath, 'RECORD'));
    if (text === undefined)
        throw noRecord(installed);
    return parseRecord(text).rows.map((row) => (0,external_node_path_.resolve)(installed.sitePath, row.path));
}
function topLevels(infoPath) {
    const namespaces = new Set(lines(read_text_readText((0,external_node_path_.join)(infoPath, 'namespace_packages.txt')) ?? ''));
    return lines(read_text_readText((0,external_node_path_.join)(infoPath, 'top_level.txt')) ?? '').filter((name) => !namespaces.has(name) && !name.includes('..'));
}
function developmentLink({ infoPath, sitePath }, reader) {
    const source = (0,external_node_path_.dirname)(infoPath);
    const links = [...(reader.list(sitePath)?.keys() ?? [])].filter((name) => name.endsWith('.egg-link'));
    const files = links.map((name) => (0,external_node_path_.join)(sitePath, name)).filter((path) => (0,external_node_path_.resolve)(sitePath, lines(read_text_readText(path) ?? '')[0] ?? '') === source);
    return { files, folders: [], lines: [{ file: (0,external_node_path_.join)(sitePath, 'easy-install.pth'), line: source }] };
}
function belongings_scriptsOf({ infoPath, kind, scriptsFolder }, reader) {
    const text = read_text_readText((0,external_node_path_.join)(infoPath, 'entry_points.txt')) ?? '';
    const named = parseEntryPoints(text).filter(({ group }) => group === 'console_scripts' || group === 'gui_scripts');
    const made = named.flatMap(({ name, group }) => [name, ...(process.platform === 'win32' ? launchers(name, group === 'gui_scripts') : [])]);
    const shipped = kind === 'dist-info' ? [] : [...(reader.list((0,external_node_path_.join)(infoPath, 'scripts'))?.keys() ?? [])];
    return [...made, ...shipped].filter((name) => !/[/\\]|^\.{1,2}$/.test(name)).map((name) => (0,external_node_path_.join)(scriptsFolder, name));
}
function launchers(name, isGui) {
    return [`${name}.exe`, `${name}.exe.manifest`, `${name}-script.py${isGui ? 'w' : ''}`];
}
function noRecord(installed) {
    const installer = read_text_readText((0,external_node_path_.join)(installed.infoPath, 'INSTALLER'))?.trim() ?? '';
    const isOurs = ['', 'pip', 'parallel-pip'].includes(installer);
    return new errors/* UserError */.yo('uninstall-failed', `${installed.label} cannot be replaced or removed: it has no RECORD, so nobody knows which files are its own`, {
        hint: isOurs
            ? `repair it by installing it over itself: --ignore-installed --no-deps ${installed.label.replace(' ', '==')}`
            : `it was installed by ${installer}: remove it with that, or install beside it with --ignore-installed`,
    });
}
function distutils(installed) {
    return new errors/* UserError */.yo('uninstall-failed', `${installed.label} cannot be replaced or removed: it was installed by distutils, which left no list of its files`, {
        hint: 'remove its files by hand, or install over it with --ignore-installed',
    });
}
function lines(text) {
    return text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '');
}

;// CONCATENATED MODULE: ./build/workers/tasks/removal/emptied.js

function emptiedFolders(going, reader, rules) {
    const verdicts = new Map();
    const isEmptied = (folder) => {
        const known = verdicts.get(folder);
        if (known !== undefined)
            return known;
        const stays = (name, kind) => (kind === 'folder' ? !isEmptied((0,external_node_path_.join)(folder, name)) : !going.has((0,external_node_path_.join)(folder, name)));
        const entries = reader.list(folder);
        const verdict = !rules.kept.has(folder) && rules.isInside(folder) && entries !== undefined && ![...entries].some(([name, kind]) => stays(name, kind));
        verdicts.set(folder, verdict);
        return verdict;
    };
    const tops = new Map();
    const topOf = (folder) => {
        if (tops.has(folder))
            return tops.get(folder);
        const top = isEmptied(folder) ? (topOf((0,external_node_path_.dirname)(folder)) ?? folder) : undefined;
        tops.set(folder, top);
        return top;
    };
    const folders = new Set();
    const files = [];
    for (const path of going) {
        const top = topOf((0,external_node_path_.dirname)(path));
        if (top === undefined)
            files.push(path);
        else
            folders.add(top);
    }
    return { folders: [...folders].sort(), files: files.sort() };
}

;// CONCATENATED MODULE: ./build/workers/tasks/removal/folders.js



function openFolderReader() {
    const listings = new Map();
    const realFolders = new Map();
    const list = (folder) => {
        if (!listings.has(folder))
            listings.set(folder, folders_readFolder(folder));
        return listings.get(folder);
    };
    const filesBelow = (folder) => [...(list(folder) ?? [])].flatMap(([name, kind]) => (kind === 'folder' ? filesBelow((0,external_node_path_.join)(folder, name)) : [(0,external_node_path_.join)(folder, name)]));
    return {
        list,
        kindOf: (path) => list((0,external_node_path_.dirname)(path))?.get((0,external_node_path_.basename)(path)),
        settle: (path) => {
            const folder = (0,external_node_path_.dirname)(path);
            let real = realFolders.get(folder);
            if (real === undefined)
                realFolders.set(folder, (real = realOf(folder)));
            return (0,external_node_path_.join)(real, (0,external_node_path_.basename)(path));
        },
        filesBelow,
    };
}
function folders_readFolder(folder) {
    let entries;
    try {
        entries = (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true });
    }
    catch (error) {
        if ((0,errors/* isUnanswered */.Ni)(error))
            throw error;
        return undefined;
    }
    return new Map(entries.map((entry) => [entry.name, entry.isDirectory() ? 'folder' : 'file']));
}
function realOf(folder) {
    try {
        return (0,external_node_fs_.realpathSync)(folder);
    }
    catch (error) {
        if ((0,errors/* isUnanswered */.Ni)(error))
            throw error;
        return folder;
    }
}

;// CONCATENATED MODULE: ./build/workers/tasks/removal/others-claims.js




function claimsOfOthers(paths, others) {
    const wanted = new Set(paths);
    const claims = new Map();
    const topsBySite = new Map();
    for (const other of others) {
        let tops = topsBySite.get(other.sitePath);
        if (tops === undefined)
            topsBySite.set(other.sitePath, (tops = new Set([...wanted].map((path) => topOf(slashed_slashed((0,external_node_path_.relative)(other.sitePath, path)))))));
        const text = read_text_readText((0,external_node_path_.join)(other.infoPath, 'RECORD'));
        if (text === undefined || !sharesTop(text, tops))
            continue;
        for (const row of parseRecord(text).rows) {
            const path = (0,external_node_path_.resolve)(other.sitePath, row.path);
            if (wanted.has(path))
                claims.set(path, other.name);
        }
    }
    return claims;
}
function topOf(path) {
    if (path.startsWith('../') || path.startsWith('/'))
        return path;
    const slash = path.indexOf('/');
    return slash === -1 ? path : path.slice(0, slash);
}
function sharesTop(text, tops) {
    for (let start = 0; start < text.length;) {
        const end = text.indexOf('\n', start);
        const comma = text.indexOf(',', start);
        const first = text[start];
        if (first === '"' || first === '/' || comma === -1)
            return true;
        if (tops.has(topOf(text.slice(start, comma))))
            return true;
        if (end === -1)
            return false;
        start = end + 1;
    }
    return false;
}

;// CONCATENATED MODULE: ./build/workers/tasks/removal/read-removals.js





async function readRemovals(request, context) {
    const reader = openFolderReader();
    const found = new Map();
    const lines = [];
    const notes = [];
    for (const removal of request.removals) {
        const own = belongingsOf(removal, reader);
        lines.push(...own.lines);
        if (own.note !== undefined)
            notes.push(own.note);
        for (const path of read_removals_existing(own, reader))
            found.set(path, removal.label);
        const pause = context.breathe();
        if (pause !== undefined)
            await pause;
    }
    const claims = claimsOfOthers(found.keys(), request.others);
    const judged = read_removals_judge(found, claims, request);
    const { folders, files } = emptiedFolders(judged.going, reader, { kept: new Set(request.kept), isInside: (path) => isInside(path, request.bounds) });
    return { folders, files, lines: lines.filter(({ file }) => isInside(file, request.bounds)), notes: [...notes, ...judged.notes] };
}
function* read_removals_existing(own, reader) {
    for (const listed of own.files) {
        const path = reader.settle(listed);
        if (reader.kindOf(path) === 'file')
            yield path;
        yield* bytecodeOf(path, reader);
    }
    for (const named of own.folders) {
        const folder = reader.settle(named);
        if (reader.kindOf(folder) === 'folder')
            yield* reader.filesBelow(folder);
        else if (reader.kindOf(folder) === 'file')
            yield folder;
    }
}
function bytecodeOf(path, reader) {
    if (!path.endsWith('.py'))
        return [];
    const stem = (0,external_node_path_.basename)(path, '.py');
    const cache = (0,external_node_path_.join)((0,external_node_path_.dirname)(path), '__pycache__');
    const isMade = (name) => name.startsWith(`${stem}.`) && /^[^.]+(?:\.opt-[^.]+)?\.pyc$/.test(name.slice(stem.length + 1));
    const cached = [...(reader.list(cache)?.keys() ?? [])].filter(isMade).map((name) => (0,external_node_path_.join)(cache, name));
    const beside = [`${path}c`, `${path}o`].filter((name) => reader.kindOf(name) === 'file');
    return [...cached, ...beside];
}
function read_removals_judge(found, claims, request) {
    const going = new Set();
    const notes = [];
    for (const [path, label] of found) {
        const other = claims.get(path);
        if (!isInside(path, request.bounds))
            notes.push(`${path} is listed by ${label}, lies outside of the environment, and stays`);
        else if (other !== undefined)
            notes.push(`${path} is listed by ${label} and by ${other}, and stays`);
        else
            going.add(path);
    }
    return { going, notes };
}
function isInside(path, bounds) {
    return bounds.some((bound) => path.startsWith(bound.endsWith(external_node_path_.sep) ? bound : bound + external_node_path_.sep));
}

;// CONCATENATED MODULE: ./build/workers/handlers.js





const handlers = {
    'hash-file': hashFile,
    'stage-wheel': stageWheel,
    'link-wheel': linkWheel,
    'read-removals': readRemovals,
    compile: compileBytecode,
};
function runTask(task, request, context) {
    return handlers[task](request, context);
}

// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __nccwpck_require__(5919);
;// CONCATENATED MODULE: ./build/kernel/thread-time.js
function spentBetween(from, to) {
    if (from === undefined || to === undefined)
        return undefined;
    const queuedMs = from.queuedMs === undefined || to.queuedMs === undefined ? undefined : to.queuedMs - from.queuedMs;
    return { cpuMs: to.cpuMs - from.cpuMs, queuedMs };
}

;// CONCATENATED MODULE: ./build/workers/thread-time.js

function threadTime() {
    return fromScheduler() ?? fromUsage();
}
function fromScheduler() {
    if (process.platform !== 'linux')
        return undefined;
    try {
        const [cpuNs, queuedNs] = (0,external_node_fs_.readFileSync)('/proc/thread-self/schedstat', 'latin1').split(' ').map(Number);
        return cpuNs === undefined || queuedNs === undefined || !(cpuNs > 0) ? undefined : { cpuMs: cpuNs / 1e6, queuedMs: queuedNs / 1e6 };
    }
    catch {
        return undefined;
    }
}
function fromUsage() {
    const { threadCpuUsage } = process;
    if (threadCpuUsage === undefined)
        return undefined;
    const { user, system } = threadCpuUsage();
    return { cpuMs: (user + system) / 1000, queuedMs: undefined };
}

;// CONCATENATED MODULE: ./build/workers/span.js




function startSpan() {
    const startMs = systemClock.nowMs();
    const started = threadTime();
    return () => ({ startMs, endMs: systemClock.nowMs(), spent: spentBetween(started, threadTime()), onMainThread: external_node_worker_threads_.isMainThread });
}

;// CONCATENATED MODULE: ./build/workers/inline-pool.js





const MAX_HOLD_MS = 15;
function openInlinePool() {
    let stopReason;
    let last = Promise.resolve();
    const inflater = oneInflater();
    const perform = async (task, request) => {
        const spanSoFar = startSpan();
        try {
            const result = await runTask(task, request, { breathe: breather(() => stopReason), inflater });
            return { result, span: spanSoFar() };
        }
        catch (error) {
            throw failureFromData(failureToData(error), stopReason);
        }
    };
    return {
        run: (task, request) => {
            const turn = last.then(() => perform(task, request));
            last = turn.catch(() => undefined);
            return turn;
        },
        stop: (reason) => {
            stopReason = reason;
        },
        warm: () => undefined,
        close: async () => {
            await last;
        },
    };
}
function breather(stopReason) {
    let heldSinceMs = systemClock.nowMs();
    return () => {
        if (stopReason() !== undefined)
            throw new Stopped('stopped');
        if (systemClock.nowMs() - heldSinceMs < MAX_HOLD_MS)
            return undefined;
        return new Promise((resolve) => {
            setImmediate(() => {
                heldSinceMs = systemClock.nowMs();
                resolve();
            });
        });
    };
}

;// CONCATENATED MODULE: ./build/workers/thread-pool.js



const YOUNG_GENERATION_MB = 8;
const WORTH_THREADS_BYTES = 1 << 20;
const MOST_FAILED_STARTS = 3;
function openThreadPool(facts) {
    return new ThreadPool(facts);
}
class ThreadPool {
    #facts;
    #stopFlag = new Int32Array(new SharedArrayBuffer(4));
    #queue = [];
    #threads = new Set();
    #here = openInlinePool();
    #threadCount;
    #failedStarts = 0;
    #announcedBytes = 0;
    #lightBytes = 0;
    #stopReason;
    #closing = false;
    constructor(facts) {
        this.#facts = facts;
        this.#threadCount = facts.threadCount;
    }
    warm(weight) {
        this.#announcedBytes += weight;
        if (this.#announcedBytes > WORTH_THREADS_BYTES)
            this.#start(this.#threadCount);
    }
    #start(count) {
        while (!this.#closing && this.#threads.size < Math.min(count, this.#threadCount))
            this.#startThread();
    }
    run(task, request, weight = 0) {
        if (this.#isLight(weight))
            return this.#here.run(task, request);
        return new Promise((resolve, reject) => {
            if (this.#stopReason !== undefined)
                return reject(this.#stopReason);
            this.#queue.push({ message: { task, request }, weight, resolve: resolve, reject });
            this.#start(this.#threadCount);
            this.#feed();
        });
    }
    #isLight(weight) {
        if (weight === 0 || this.#threads.size > 0)
            return false;
        this.#lightBytes += weight;
        return this.#lightBytes <= WORTH_THREADS_BYTES;
    }
    stop(reason) {
        this.#stopReason = reason;
        Atomics.store(this.#stopFlag, 0, 1);
        for (const job of this.#queue.splice(0))
            job.reject(reason);
        this.#here.stop(reason);
    }
    async close() {
        this.#closing = true;
        await Promise.all([...this.#threads].map((thread) => thread.worker.terminate()));
        await this.#here.close();
    }
    #startThread() {
        const workerData = { stopFlag: this.#stopFlag, givesWay: this.#facts.givesWay ?? false };
        let worker;
        try {
            worker = new external_node_worker_threads_.Worker(this.#facts.workerPath, { workerData, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB } });
        }
        catch (error) {
            return this.#startFailed(error);
        }
        const thread = { worker, isUp: false, job: undefined };
        this.#threads.add(thread);
        worker.on('message', (answer) => this.#heard(thread, answer));
        worker.on('error', (error) => this.#replace(thread, error));
        worker.on('exit', (code) => this.#replace(thread, new Error(`a worker thread ended with code ${code}`)));
        worker.unref();
    }
    #replace(thread, error) {
        if (!this.#threads.delete(thread))
            return;
        if (thread.isUp || this.#closing)
            thread.job?.reject(error);
        else if (thread.job !== undefined)
            this.#queue.unshift(thread.job);
        if (this.#closing)
            return;
        if (thread.isUp)
            this.#startThread();
        else
            this.#startFailed(error);
        this.#feed();
    }
    #startFailed(error) {
        this.#failedStarts += 1;
        if (this.#failedStarts < MOST_FAILED_STARTS)
            return this.#startThread();
        this.#threadCount = this.#threads.size;
        if (this.#threadCount === 0)
            this.#facts.onInline(error);
    }
    #heard(thread, answer) {
        if (answer.kind === 'up') {
            thread.isUp = true;
            this.#failedStarts = 0;
            return;
        }
        const job = thread.job;
        thread.job = undefined;
        if (!this.#closing) {
            thread.worker.unref();
            this.#feed();
        }
        if (answer.kind === 'done')
            job?.resolve({ result: answer.result, span: answer.span });
        else
            job?.reject(failureFromData(answer.error, this.#stopReason));
    }
    #heaviest() {
        const heaviest = this.#queue.reduce((best, { weight }, index) => (weight > (this.#queue[best]?.weight ?? 0) ? index : best), 0);
        return this.#queue.splice(heaviest, 1)[0];
    }
    #feed() {
        if (this.#threadCount === 0) {
            for (const { message, resolve, reject } of this.#queue.splice(0))
                this.#here.run(message.task, message.request).then(resolve, reject);
            return;
        }
        for (const thread of this.#threads) {
            if (thread.job !== undefined)
                continue;
            const job = this.#heaviest();
            if (job === undefined)
                return;
            thread.job = job;
            thread.worker.ref();
            thread.worker.postMessage(job.message);
        }
    }
}

;// CONCATENATED MODULE: ./build/kernel/seconds.js
function seconds(ms, digits = 1) {
    return `${(ms / 1000).toFixed(digits)} s`;
}

// EXTERNAL MODULE: ./build/net/basic-auth.js
var basic_auth = __nccwpck_require__(113);
;// CONCATENATED MODULE: ./build/net/credentials.js

function credentialFinder(sources) {
    const indexes = sources.indexUrls.map((text) => URL.parse(text)).filter((url) => url !== null);
    const recovered = new Map();
    const known = new Map();
    return {
        find: (url) => {
            const said = saidFor(url, indexes);
            if (said !== undefined && said.password !== '')
                return said;
            const found = known.get(url.origin) ?? sources.fromEnvironment(url) ?? fromNetrc(url, sources.netrc);
            return found === undefined || (said !== undefined && said.username !== found.username) ? said : found;
        },
        recover: (url) => {
            const said = saidFor(url, indexes);
            if (sources.keyring === undefined || (said !== undefined && said.password !== ''))
                return Promise.resolve(undefined);
            const key = `${url.origin} ${said?.username ?? ''}`;
            const asked = recovered.get(key) ?? sources.keyring(servicesFor(url, indexes), said?.username);
            recovered.set(key, asked);
            return asked.then((credentials) => {
                if (credentials !== undefined)
                    known.set(url.origin, credentials);
                return credentials;
            });
        },
    };
}
function saidFor(url, indexes) {
    if (url.username !== '')
        return (0,basic_auth/* userinfoOf */.t)(url);
    const index = indexFor(url, indexes);
    return index === undefined || index.username === '' ? undefined : (0,basic_auth/* userinfoOf */.t)(index);
}
function indexFor(url, indexes) {
    const sameOrigin = indexes.filter((index) => index.origin === url.origin);
    return sameOrigin.sort((a, b) => commonPath(url, b) - commonPath(url, a))[0];
}
function commonPath(a, b) {
    const [left, right] = [a, b].map(({ pathname }) => pathname.split('/').filter((part) => part !== ''));
    const differs = (right ?? []).findIndex((part, at) => part !== left?.[at]);
    return differs === -1 ? (right ?? []).length : differs;
}
function servicesFor(url, indexes) {
    const index = indexFor(url, indexes);
    return [...(index === undefined ? [] : [withoutUserinfo(index).href.replace(/\/*$/, '/')]), url.host];
}
function fromNetrc(url, netrc) {
    const entry = netrc.find((candidate) => candidate.machine === url.hostname) ?? netrc.find((candidate) => candidate.machine === undefined);
    return entry === undefined || (entry.login === '' && entry.password === '') ? undefined : { username: entry.login, password: entry.password };
}
function withoutUserinfo(url) {
    if (url.username === '' && url.password === '')
        return url;
    const bare = new URL(url);
    bare.username = '';
    bare.password = '';
    return bare;
}

;// CONCATENATED MODULE: ./build/net/follow.js




const MAX_REDIRECTS = 20;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
async function followRedirects(start, terms) {
    const visited = new Set();
    let url = parseHttpUrl(start);
    for (;;) {
        const answer = await askAuthorized(url, terms);
        const location = REDIRECTS.has(answer.status) ? answer.headers['location'] : undefined;
        if (location === undefined)
            return answer;
        answer.body.discard();
        visited.add(url.href);
        url = redirectTarget(url, location, terms.trustedHosts);
        if (visited.has(url.href) || visited.size > MAX_REDIRECTS)
            throw endless(start, url, visited.size);
    }
}
async function askAuthorized(url, terms) {
    const answer = await askOnce(url, terms.credentials.find(url), terms);
    if (answer.status !== 401)
        return answer;
    const recovered = await terms.credentials.recover(url);
    if (recovered === undefined)
        return answer;
    answer.body.discard();
    return askOnce(url, recovered, terms);
}
async function askOnce(url, credentials, terms) {
    const bare = withoutUserinfo(url);
    const exchange = await terms.exchange(bare, { ...terms.headers, ...(credentials === undefined ? {} : { authorization: (0,basic_auth/* basicAuthorization */.a)(credentials) }) });
    return { ...exchange, url: bare.href, authenticated: credentials !== undefined };
}
function endless(start, url, hops) {
    const how = hops > MAX_REDIRECTS ? `redirects more than ${MAX_REDIRECTS} times` : `redirects in a circle, back to ${(0,kernel_secrets/* redactUrl */.BO)(url.href)}`;
    return new errors/* UserError */.yo('index-answer', `${(0,kernel_secrets/* redactUrl */.BO)(start)} ${how}`, {
        origin: { kind: 'index', url: (0,kernel_secrets/* redactUrl */.BO)(start) },
        hint: 'the index, or a proxy or login page in front of it, does not let the request through',
    });
}
function redirectTarget(from, location, trustedHosts) {
    const target = URL.parse(location, from.href);
    const refused = (what, hint) => new errors/* UserError */.yo('index-answer', `${(0,kernel_secrets/* redactUrl */.BO)(from.href)} redirects to ${what}`, { origin: { kind: 'index', url: (0,kernel_secrets/* redactUrl */.BO)(from.href) }, ...(hint === undefined ? {} : { hint }) });
    if (target === null)
        throw refused(`"${(0,kernel_secrets/* redactUrl */.BO)(location)}", which is not a URL`);
    if (target.protocol !== 'http:' && target.protocol !== 'https:')
        throw refused(`${(0,kernel_secrets/* redactUrl */.BO)(target.href)}, which is not an http or https URL`);
    const isTrusted = trustedHosts.includes(target.hostname) || trustedHosts.includes(target.host);
    if (from.protocol === 'https:' && target.protocol !== 'https:' && !isTrusted) {
        throw refused(`${(0,kernel_secrets/* redactUrl */.BO)(target.href)}, which is not encrypted`, `use a host that does not leave encryption, or, at your own risk, --trusted-host ${target.host}`);
    }
    if (target.hash === '')
        target.hash = from.hash;
    return target;
}
function parseHttpUrl(text) {
    const url = URL.parse(text);
    if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
        throw new errors/* UserError */.yo('index-answer', `"${(0,kernel_secrets/* redactUrl */.BO)(text)}" is not an http or https URL`);
    }
    return url;
}

;// CONCATENATED MODULE: ./build/net/hedge.js
async function exchangeHedged(transport, url, options, terms) {
    const first = ask(transport, url, options);
    if (!(await isSilent(first.answer, terms.afterMs)) || options.signal.aborted || !terms.mayAsk())
        return first.answer;
    terms.onAsk();
    const second = ask(transport, url, { ...options, fresh: true });
    try {
        const won = await Promise.any([first.answer.then((answer) => ({ answer, loser: second })), second.answer.then((answer) => ({ answer, loser: first }))]);
        won.loser.cancel();
        if (won.loser === first)
            terms.onWon();
        return won.answer;
    }
    catch {
        return first.answer;
    }
}
function ask(transport, url, options) {
    const own = new AbortController();
    const answer = transport.exchange(url, { ...options, cancelled: own.signal });
    answer.catch(() => undefined);
    return { answer, cancel: () => own.abort(new Error('another connection answered first')) };
}
function isSilent(answer, afterMs) {
    return new Promise((resolve) => {
        const timer = setTimeout(() => resolve(true), afterMs);
        const heard = () => {
            clearTimeout(timer);
            resolve(false);
        };
        answer.then(heard, heard);
    });
}

;// CONCATENATED MODULE: ./build/net/retry.js
const NO_FAILURES = { failures: 0, cuts: 0, silences: 0, contents: 0, askedWaitMs: 0 };
const PASSING_STATUS = new Set([408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 525, 527, 530]);
function isPassing(status) {
    return PASSING_STATUS.has(status);
}
const STUBBORN = new Set(['ENOTFOUND', 'EAI_NONAME', 'EAI_NODATA', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL']);
const MAX_BACKOFF_MS = 8_000;
const MAX_ASKED_WAIT_MS = 120_000;
const FAR_BYTES = 1 << 20;
const MAX_SILENCES = 2;
function countFailure(tally, failure) {
    if (failure.kind !== 'cut') {
        const silences = tally.silences + (failure.kind === 'silence' ? 1 : 0);
        return { ...tally, failures: tally.failures + 1, silences, contents: tally.contents + (failure.kind === 'content' ? 1 : 0) };
    }
    if (failure.newBytes >= FAR_BYTES)
        return { ...NO_FAILURES, contents: tally.contents, askedWaitMs: tally.askedWaitMs };
    return { ...tally, cuts: tally.cuts + 1, silences: tally.silences + (retry_isSilent(failure.code) ? 1 : 0) };
}
function decideRetry(failure, tally, facts) {
    if (facts.budgetLeft <= 0 || !isAllowed(failure, tally, facts.limits))
        return { kind: 'give-up' };
    if (failure.kind === 'status' && failure.retryAfterMs !== undefined) {
        return tally.askedWaitMs + failure.retryAfterMs > MAX_ASKED_WAIT_MS ? { kind: 'give-up' } : { kind: 'retry', afterMs: failure.retryAfterMs };
    }
    const isWaitedFor = failure.kind === 'silence' || (failure.kind === 'cut' && retry_isSilent(failure.code));
    if (isWaitedFor)
        return { kind: 'retry', afterMs: 0 };
    const ceilingMs = Math.min(MAX_BACKOFF_MS, 250 * 2 ** Math.max(0, tally.failures + tally.cuts - 1));
    return { kind: 'retry', afterMs: ceilingMs * (0.5 + facts.random / 2) };
}
function isAllowed(failure, tally, { retries, resumeRetries }) {
    switch (failure.kind) {
        case 'status':
            return PASSING_STATUS.has(failure.status) && tally.failures <= retries;
        case 'connection':
            return tally.failures <= (STUBBORN.has(failure.code) ? Math.min(1, retries) : retries);
        case 'silence':
            return isSilenceAllowed(failure.code, tally, retries);
        case 'cut':
            return tally.cuts <= resumeRetries && tally.silences <= MAX_SILENCES;
        case 'content':
            return tally.contents <= Math.min(1, retries);
        case 'proxy':
            return PASSING_STATUS.has(failure.status) && tally.failures <= retries;
        case 'certificate':
        case 'tls':
            return false;
    }
}
function isSilenceAllowed(code, tally, retries) {
    if (code === 'UND_ERR_HEADERS_TIMEOUT')
        return false;
    if (retry_isSilent(code))
        return tally.silences <= MAX_SILENCES && tally.failures <= retries;
    return tally.failures <= Math.min(1, retries);
}
function retry_isSilent(code) {
    return code === 'UND_ERR_BODY_TIMEOUT';
}
function parseRetryAfter(value, nowMs) {
    if (value === undefined)
        return undefined;
    if (/^\s*\d+\s*$/.test(value))
        return Number(value) * 1000;
    const dateMs = Date.parse(value);
    return Number.isNaN(dateMs) ? undefined : Math.max(0, dateMs - nowMs);
}

;// CONCATENATED MODULE: ./build/net/timeouts.js
function timeoutsFor(timeoutMs) {
    const thirdMs = timeoutMs / 3;
    const connectMs = Math.min(timeoutMs, Math.max(5_000, Math.min(thirdMs, 10_000)));
    return {
        connectMs,
        headersMs: timeoutMs,
        hedgeMs: Math.min(connectMs + 250, timeoutMs / 2),
        bodyMs: [Math.min(thirdMs, 5_000), Math.min(2 * thirdMs, 10_000), timeoutMs],
    };
}
function bodySilenceMs({ bodyMs }, silences) {
    return bodyMs[Math.min(silences, 2)];
}

;// CONCATENATED MODULE: ./build/net/unreachable.js




async function unreachableError(url, last, spent, transport) {
    const { failure } = last;
    const tries = spent.attempts === 1 ? (spent.waitedMs < 3000 ? '' : ` in ${seconds(spent.waitedMs)}`) : ` after ${spent.attempts} attempts in ${seconds(spent.waitedMs)}`;
    const failed = URL.parse(last.url) ?? new URL(url);
    const proxy = transport.proxyFor(failed);
    const route = proxy === undefined ? '' : `, through the proxy ${(0,kernel_secrets/* redactUrl */.BO)(proxy)}`;
    const elsewhere = failed.href === new URL(url).href ? '' : ` (at ${(0,kernel_secrets/* redactUrl */.BO)(failed.href)})`;
    const details = failure.kind === 'certificate' ? await transport.explainRefusal(failed) : [];
    const hint = failureHint(failure, { host: failed.hostname, proxy, isBudgetUsedUp: spent.budgetUsedUp });
    return new errors/* UserError */.yo('index-unreachable', `could not read ${(0,kernel_secrets/* redactUrl */.BO)(url)}${tries}${route}: ${last.message}${elsewhere}`, {
        origin: { kind: 'index', url: (0,kernel_secrets/* redactUrl */.BO)(url) },
        ...(hint === undefined ? {} : { hint }),
        details,
        cause: last.error,
    });
}
function failureHint(failure, facts) {
    const hint = hintFor(failure, facts);
    if (!facts.isBudgetUsedUp)
        return hint;
    return `too many requests of this run had to be tried again${hint === undefined ? '' : `; ${hint}`}`;
}
function hintFor(failure, { host, proxy }) {
    switch (failure.kind) {
        case 'certificate':
            return certificateHint(failure.code);
        case 'tls':
            return /CERTIFICATE_REQUIRED|HANDSHAKE_FAILURE|BAD_CERTIFICATE/.test(failure.code)
                ? 'the server may want a certificate of yours: --client-cert'
                : 'no encryption could be agreed upon: is it https that is spoken at this port?';
        case 'connection':
        case 'silence':
            return reachHint(failure.code, proxy === undefined ? host : new URL(proxy).hostname);
        case 'proxy':
            return failure.status === 407 ? 'the proxy wants credentials: put them into the URL of --proxy or HTTPS_PROXY' : 'the proxy does not connect to this host: NO_PROXY names hosts to reach without it';
        case 'status':
            return failure.retryAfterMs === undefined ? undefined : `the server asks to wait for ${Math.ceil(failure.retryAfterMs / 1000)} s`;
        case 'cut':
            return 'the download broke again and again; what was received is kept for the next run, unless --no-cache-dir is on';
        case 'content':
            return undefined;
    }
}
function certificateHint(code) {
    if (code === 'CERT_NOT_YET_VALID')
        return `the certificate is not valid yet by the clock of this machine, which says ${new Date().toISOString()}`;
    if (code === 'CERT_HAS_EXPIRED')
        return `the certificate has expired by the clock of this machine, which says ${new Date().toISOString()}`;
    if (code === 'ERR_TLS_CERT_ALTNAME_INVALID')
        return 'the certificate is for another name: check the host in the URL';
    return 'if the issuer is to be trusted, name a file with its certificate: --cert, PIP_CERT or SSL_CERT_FILE';
}
function reachHint(code, host) {
    if (code === 'ENOTFOUND' || code === 'EAI_NONAME' || code === 'EAI_NODATA')
        return `the name ${host} cannot be resolved: check the URL, the DNS and the network of ${(0,external_node_os_namespaceObject.hostname)()}`;
    if (code.startsWith('EAI_'))
        return `the DNS of ${(0,external_node_os_namespaceObject.hostname)()} does not answer for ${host}`;
    if (code === 'ECONNREFUSED')
        return `nothing listens there: check host, port and proxy`;
    if (code === 'UND_ERR_CONNECT_TIMEOUT' || code === 'ETIMEDOUT')
        return `${host} does not accept connections: it is down, or a firewall or a missing proxy is in between`;
    if (code === 'UND_ERR_HEADERS_TIMEOUT' || code === 'UND_ERR_BODY_TIMEOUT')
        return `${host} falls silent; --timeout grants it more time`;
    return undefined;
}

;// CONCATENATED MODULE: ./build/net/client.js









function offlineClient() {
    return {
        request: (url) => Promise.reject(new errors/* UserError */.yo('index-unreachable', `${(0,kernel_secrets/* redactUrl */.BO)(url)} would have to be fetched, and --offline allows no request`, {
            hint: 'leave out --offline once, so that it is kept for later',
        })),
        close: () => Promise.resolve(),
    };
}
function makeHttpClient(parts) {
    const shared = { ...parts, budgetLeft: parts.retryBudget };
    return {
        request: (url, wanted, use) => requestWithRetries(shared, { url, wanted, use }),
        close: () => parts.transport.close(),
    };
}
async function requestWithRetries(shared, asked) {
    const { clock, events } = shared;
    const startedMs = clock.nowMs();
    let tally = NO_FAILURES;
    for (let attempts = 1;; attempts += 1) {
        const outcome = await attempt(shared, asked, tally);
        if (outcome.kind === 'done')
            return outcome.value;
        tally = countFailure(tally, outcome.failure);
        const decision = decideRetry(outcome.failure, tally, { limits: shared.retryLimits, budgetLeft: shared.budgetLeft, random: shared.random() });
        if (decision.kind === 'give-up') {
            throw await unreachableError(asked.url, outcome, { attempts, waitedMs: clock.nowMs() - startedMs, budgetUsedUp: shared.budgetLeft <= 0 }, shared.transport);
        }
        const label = (0,kernel_secrets/* redactUrl */.BO)(asked.url);
        shared.budgetLeft -= 1;
        events.count('retries', 1, label);
        noteWait(shared, label, outcome, decision.afterMs);
        await clock.sleep(decision.afterMs, asked.wanted.signal);
        if (outcome.failure.kind === 'status' && outcome.failure.retryAfterMs !== undefined)
            tally = { ...tally, askedWaitMs: tally.askedWaitMs + decision.afterMs };
        events.delayed({ startMs: outcome.lostSinceMs, endMs: clock.nowMs() });
    }
}
function noteWait({ events }, label, { message }, afterMs) {
    const level = afterMs > 5_000 ? 'info' : 'debug';
    events.notice(level, `${label}: ${message}; trying again ${afterMs === 0 ? 'at once' : `in ${seconds(afterMs)}`}`);
}
async function attempt(shared, asked, tally) {
    const origin = URL.parse(asked.url)?.origin ?? asked.url;
    const { wanted } = asked;
    return shared.origins.run(origin, (place) => attemptInPlace(shared, asked, tally, place), { signal: wanted.signal, urgent: wanted.urgent ?? true, isBulk: wanted.isBulk ?? false });
}
async function attemptInPlace(shared, asked, tally, place) {
    const { wanted } = asked;
    const { clock } = shared;
    const startedMs = clock.nowMs();
    let url = asked.url;
    wanted.onPlace?.();
    try {
        const answer = await follow(shared, asked, tally, (next) => (url = next));
        const refused = retriableStatus(answer, clock.nowMs());
        if (refused === undefined) {
            place.answered();
            const value = await asked.use(answer);
            place.succeeded();
            return { kind: 'done', value };
        }
        answer.body.discard();
        if (refused.status === 429 || refused.status === 503)
            place.pushedBack(refused.retryAfterMs === undefined ? undefined : clock.nowMs() + refused.retryAfterMs);
        return { kind: 'failed', failure: refused, message: `answered ${refused.status}`, url, lostSinceMs: startedMs };
    }
    catch (error) {
        wanted.signal.throwIfAborted();
        const failure = error instanceof failures/* AttemptFailed */.Nz ? error.failure : (0,failures/* classifyError */.fe)(error);
        if (failure === undefined)
            throw error;
        if (failure.kind === 'connection' || failure.kind === 'silence')
            place.pushedBack();
        const wasUseful = failure.kind === 'cut' && failure.newBytes > 0;
        const silentMs = wasUseful && failure.code === 'UND_ERR_BODY_TIMEOUT' ? bodySilenceMs(shared.timeouts, tally.silences) : 0;
        return { kind: 'failed', failure, message: (0,errors/* messageOf */.bD)(error), error, url, lostSinceMs: wasUseful ? clock.nowMs() - silentMs : startedMs };
    }
}
function follow(shared, { url, wanted }, tally, onExchange) {
    const { transport, timeouts, credentials, trustedHosts } = shared;
    const headers = { 'user-agent': shared.userAgent, ...wanted.headers?.() };
    const options = { signal: wanted.signal, bodySilenceMs: bodySilenceMs(timeouts, tally.silences), onReceived: shared.events.received.bind(shared.events) };
    const mayAsk = () => shared.retryLimits.retries > 0 && shared.budgetLeft > 0;
    const onAsk = (asked) => {
        shared.budgetLeft -= 1;
        shared.events.count('retries', 1, (0,kernel_secrets/* redactUrl */.BO)(asked.href));
        shared.events.notice('debug', `${(0,kernel_secrets/* redactUrl */.BO)(asked.href)}: no answer for ${seconds(timeouts.hedgeMs)}; asking on another connection too`);
    };
    return followRedirects(url, {
        credentials,
        trustedHosts,
        headers,
        exchange: async (next, own) => {
            onExchange(next.href);
            const startMs = shared.clock.nowMs();
            const onWon = () => shared.events.delayed({ startMs, endMs: startMs + timeouts.hedgeMs });
            const exchange = await exchangeHedged(transport, next, { ...options, headers: own }, { afterMs: timeouts.hedgeMs, mayAsk, onAsk: () => onAsk(next), onWon });
            shared.events.answered(exchange.wait);
            return exchange;
        },
    });
}
function retriableStatus(answer, nowMs) {
    const { status } = answer;
    if (!isPassing(status))
        return undefined;
    return { kind: 'status', status, retryAfterMs: parseRetryAfter(answer.headers['retry-after'], nowMs) };
}

;// CONCATENATED MODULE: ./build/net/netrc.js
function parseNetrc(text) {
    const next = tokensOf(text);
    const entries = new Map();
    let current;
    for (let keyword = next('keyword'); keyword !== undefined; keyword = next('keyword')) {
        if (keyword === 'machine' || keyword === 'default') {
            const name = keyword === 'machine' ? next('value') : undefined;
            if (keyword === 'machine' && (name ?? '') === '')
                return undefined;
            current = { login: '', account: '', password: '' };
            entries.set(name, current);
        }
        else if (keyword === 'macdef') {
            if (next('macro') === undefined)
                return undefined;
            current = undefined;
        }
        else {
            const field = FIELDS[keyword];
            if (current === undefined || field === undefined)
                return undefined;
            current[field] = next('value') ?? '';
        }
    }
    return [...entries].map(([machine, { login, account, password }]) => ({ machine, login: login === '' ? account : login, password }));
}
const FIELDS = { __proto__: null, login: 'login', user: 'login', account: 'account', password: 'password' };
const PATTERNS = {
    keyword: /(?:[ \t\r\n]|#[^\n]*(?:\n|$))*(?!#)(?:"((?:[^"\\]|\\[^])*)"?|((?:[^ \t\r\n\\]|\\[^])+))/y,
    value: /[ \t\r\n]*(?:"((?:[^"\\]|\\[^])*)"?|((?:[^ \t\r\n\\]|\\[^])+))/y,
    macro: /[^]*?\n[ \t\r]*\n/y,
};
function tokensOf(text) {
    let at = 0;
    return (what) => {
        const pattern = PATTERNS[what];
        pattern.lastIndex = at;
        const found = pattern.exec(text);
        if (found === null)
            return undefined;
        at = pattern.lastIndex;
        return (found[1] ?? found[2] ?? '').replace(/\\([^])/g, '$1');
    };
}

;// CONCATENATED MODULE: ./build/kernel/limiter.js
class Limiter {
    #bulk = [];
    #urgent = [];
    #idle = [];
    #capacity;
    #running = 0;
    #runningBulk = 0;
    constructor(capacity) {
        this.#capacity = Math.max(1, Math.floor(capacity));
    }
    get capacity() {
        return this.#capacity;
    }
    setCapacity(capacity) {
        this.#capacity = Math.max(1, Math.floor(capacity));
        this.#startNext();
    }
    async run(work, { signal, urgent = true, isBulk = false } = {}) {
        await this.#enter(urgent, isBulk);
        try {
            signal?.throwIfAborted();
            return await work();
        }
        finally {
            this.#running -= 1;
            if (isBulk)
                this.#runningBulk -= 1;
            this.#startNext();
        }
    }
    #enter(urgent, isBulk) {
        return new Promise((resolve) => {
            const enter = () => {
                this.#running += 1;
                if (isBulk)
                    this.#runningBulk += 1;
                resolve();
            };
            if (this.#running < this.#capacity)
                enter();
            else if (isBulk)
                this.#bulk.push(enter);
            else if (urgent === true || (urgent !== false && urgent()))
                this.#urgent.push(enter);
            else
                this.#idle.push({ enter, isUrgent: urgent });
        });
    }
    #next() {
        const bulk = this.#runningBulk < this.#capacity / 2 ? this.#bulk.shift() : undefined;
        const next = bulk ?? this.#urgent.shift() ?? this.#bulk.shift();
        if (next !== undefined)
            return next;
        const raised = this.#idle.findIndex(({ isUrgent }) => isUrgent !== false && isUrgent !== true && isUrgent());
        return this.#idle.splice(Math.max(raised, 0), 1)[0]?.enter;
    }
    #startNext() {
        while (this.#running < this.#capacity) {
            const next = this.#next();
            if (next === undefined)
                return;
            next();
        }
    }
}

;// CONCATENATED MODULE: ./build/net/pace.js
const FIRST_CONNECTIONS = 4;
function freshPace(ceiling) {
    const most = Math.max(1, Math.floor(ceiling));
    return { limit: Math.min(FIRST_CONNECTIONS, most), isOpening: true, ceiling: most, successes: 0, epoch: 0, notBeforeMs: 0 };
}
function paceAfterAnswer(pace) {
    return pace.isOpening && pace.limit < pace.ceiling ? { ...pace, limit: pace.limit + 1 } : pace;
}
function paceAfterSuccess(pace) {
    if (pace.isOpening || pace.limit >= pace.ceiling)
        return pace;
    const successes = pace.successes + 1;
    return successes < pace.limit ? { ...pace, successes } : { ...pace, successes: 0, limit: pace.limit + 1 };
}
function paceAfterPushBack(pace, sign) {
    const notBeforeMs = Math.max(pace.notBeforeMs, sign.untilMs ?? 0);
    if (sign.startedIn < pace.epoch)
        return { ...pace, notBeforeMs };
    return { ...pace, limit: Math.max(1, Math.floor(pace.limit / 2)), isOpening: false, successes: 0, epoch: pace.epoch + 1, notBeforeMs };
}

;// CONCATENATED MODULE: ./build/net/origins.js


class Origins {
    #limits;
    #clock;
    #total;
    #origins = new Map();
    constructor(limits, clock) {
        this.#limits = limits;
        this.#clock = clock;
        this.#total = new Limiter(limits.total);
    }
    run(name, work, options) {
        const origin = this.#of(name);
        return origin.limiter.run(async () => {
            await this.#silence(origin, options.signal);
            const startedIn = origin.pace.epoch;
            return this.#total.run(() => work(placeIn(origin, startedIn)), options);
        }, options);
    }
    async #silence(origin, signal) {
        for (let waitMs = origin.pace.notBeforeMs - this.#clock.nowMs(); waitMs > 0; waitMs = origin.pace.notBeforeMs - this.#clock.nowMs()) {
            await this.#clock.sleep(waitMs, signal);
        }
    }
    #of(name) {
        const known = this.#origins.get(name);
        if (known !== undefined)
            return known;
        const pace = freshPace(this.#limits.perOrigin);
        const made = { limiter: new Limiter(pace.limit), pace };
        this.#origins.set(name, made);
        return made;
    }
}
function placeIn(origin, startedIn) {
    const become = (pace) => {
        if (pace.limit !== origin.pace.limit)
            origin.limiter.setCapacity(pace.limit);
        origin.pace = pace;
    };
    return {
        answered: () => become(paceAfterAnswer(origin.pace)),
        succeeded: () => become(paceAfterSuccess(origin.pace)),
        pushedBack: (untilMs) => become(paceAfterPushBack(origin.pace, { startedIn, untilMs })),
    };
}

// EXTERNAL MODULE: ./build/net/proxies.js
var proxies = __nccwpck_require__(8344);
;// CONCATENATED MODULE: ./build/run/keyring.js



const SCRIPT = `
import json, sys
import keyring
user = sys.argv[1] or None
for service in sys.argv[2:]:
    found = keyring.get_credential(service, user)
    if found is not None:
        print(json.dumps({"username": found.username, "password": found.password}))
        break
`;
function keyringAsker(provider, python, context) {
    if (provider === 'disabled')
        return undefined;
    return async (services, username) => {
        const imported = provider === 'subprocess' ? 'unavailable' : await askByImport(python, { services, username }, context);
        const answer = imported === 'unavailable' && provider !== 'import' ? await askByProgram(python, { services, username }, context) : imported;
        if (answer === 'unavailable' || answer === undefined)
            return undefined;
        context.secrets.add(answer.password);
        return answer;
    };
}
async function askByImport({ python }, { services, username }, context) {
    const { world, signal } = context;
    const { status, stdout, stderr, spawnError } = await run_python_runPython(python, { args: ['-c', SCRIPT, username ?? '', ...services], env: world.env, cwd: world.cwd, signal });
    if (status === 0)
        return readAnswer(stdout);
    if (!/ModuleNotFoundError|ImportError/.test(stderr))
        context.events.notice('warning', `the keyring cannot be asked: ${spawnError ?? stderr.trim().split('\n').at(-1) ?? ''}`);
    return 'unavailable';
}
async function askByProgram({ scripts }, { services, username }, context) {
    const { world, signal } = context;
    const program = findProgram(world.env['PATH'] ?? '', scripts);
    if (program === undefined)
        return 'unavailable';
    for (const service of services) {
        const args = ['--mode=creds', '--output=json', 'get', service, ...(username === undefined ? [] : [username])];
        const { status, stdout, stderr, spawnError } = await run_python_runPython(program, { args, env: { ...world.env, PYTHONIOENCODING: 'utf-8' }, cwd: world.cwd, signal });
        if (spawnError !== undefined) {
            context.events.notice('warning', `${program} does not answer and is not asked again: ${spawnError}`);
            return undefined;
        }
        if (status === 2 && stderr.includes('unrecognized arguments')) {
            context.events.notice('warning', `${program} is too old to be asked for credentials: it has to be keyring 25.2.1 or newer`);
            return undefined;
        }
        if (status !== 0)
            continue;
        const answer = readAnswer(stdout);
        if (answer === undefined)
            context.events.notice('warning', `${program} gave an answer that cannot be read`);
        return answer;
    }
    return undefined;
}
function readAnswer(text) {
    try {
        const { username, password } = JSON.parse(text);
        return typeof username === 'string' && typeof password === 'string' ? { username, password } : undefined;
    }
    catch {
        return undefined;
    }
}
function findProgram(pathList, excluded) {
    const folders = pathList.split(external_node_path_.delimiter).filter((folder) => folder !== '' && !isSameFolder(folder, excluded));
    const names = process.platform === 'win32' ? ['keyring.exe'] : ['keyring'];
    return folders.flatMap((folder) => names.map((name) => external_node_path_.join(folder, name))).find(isExecutable);
}
function isSameFolder(a, b) {
    try {
        return (0,external_node_fs_.realpathSync)(a) === (0,external_node_fs_.realpathSync)(b);
    }
    catch {
        return false;
    }
}
function isExecutable(file) {
    try {
        (0,external_node_fs_.accessSync)(file, external_node_fs_.constants.X_OK);
        return true;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./build/run/network.js












const RETRY_BUDGET = 100;
function network_openNetwork(facts, context) {
    const { settings } = facts;
    if (settings.offline)
        return offlineClient();
    const env = context.world.env;
    const proxyEnv = settings.ignoreEnvironment ? {} : env;
    for (const proxy of (0,proxies/* proxiesNamed */.uG)(proxyEnv))
        secrets_registerCredentials(proxy.includes('://') ? proxy : `http://${proxy}`, context.secrets);
    const timeouts = timeoutsFor(settings.timeoutMs);
    const { certFile, clientCertFile, trustedHosts, retries, resumeRetries } = settings;
    return makeHttpClient({
        transport: openTransport({ timeouts, trust: { certFile, clientCertFile, env }, trustedHosts, proxyFor: (0,proxies/* proxyFinder */.L8)(settings.proxy, proxyEnv) }),
        timeouts,
        trustedHosts,
        origins: new Origins(facts.limits.network, context.clock),
        credentials: credentialFinder({
            indexUrls: facts.urls,
            netrc: readNetrc(context),
            fromEnvironment: (url) => environmentCredentials(url, context),
            keyring: facts.keyring === undefined ? undefined : keyringAsker(settings.keyringProvider, facts.keyring, context),
        }),
        events: context.events,
        clock: context.clock,
        userAgent: `parallel-pip/${context.version}`,
        retryLimits: { retries, resumeRetries },
        retryBudget: RETRY_BUDGET,
        random: Math.random,
    });
}
function environmentCredentials(url, { world, secrets }) {
    const stem = `PARALLEL_PIP_${url.hostname.toUpperCase().replace(/[^A-Z0-9]+/g, '_')}`;
    const password = world.env[`${stem}_PASSWORD`];
    const username = world.env[`${stem}_USERNAME`];
    if (password === undefined && username === undefined)
        return undefined;
    secrets.add(password ?? '');
    return { username: username ?? '__token__', password: password ?? '' };
}
function readNetrc(context) {
    const named = context.world.env['NETRC'];
    const home = context.world.homeDir === '' ? (0,external_node_os_namespaceObject.homedir)() : context.world.homeDir;
    for (const file of named === undefined ? [external_node_path_.join(home, '.netrc'), external_node_path_.join(home, '_netrc')] : [named.replace(/^~(?=[\\/]|$)/, home)]) {
        try {
            const entries = parseNetrc((0,external_node_fs_.readFileSync)(file, 'utf8'));
            if (entries === undefined) {
                context.events.notice('warning', `${file} is no netrc file that Python reads, and is not used`);
                return [];
            }
            for (const entry of entries)
                context.secrets.add(entry.password);
            return entries;
        }
        catch {
            continue;
        }
    }
    return [];
}

;// CONCATENATED MODULE: ./build/standards/wheel-name.js


const ESCAPED_NAME = /^[a-zA-Z0-9_.]+$/;
const ANY_ESCAPED_NAME = /^[\p{L}\p{N}_.]+$/u;
const wheel_name_IDENTIFIER = /^[a-z_][a-z0-9_]*$/;
const ANY_IDENTIFIER = /^[\p{ID_Start}_]\p{ID_Continue}*$/u;
const BUILD = /^([0-9]+)(.*)/;
function wheel_name_parseWheelName(filename) {
    const { head, tags } = cutWheelName(filename);
    const read = tags === '' ? undefined : parseWheelTags(tags);
    const said = read === undefined ? undefined : parseWheelHead(head);
    if (said === undefined || read === undefined)
        return undefined;
    const { name, version, build } = said;
    const { pythonTags, abiTags, platformTags } = read;
    return { name, version, build, pythonTags, abiTags, platformTags, filename };
}
function cutWheelName(filename) {
    const cut = filename.endsWith('.whl') ? tagsStart(filename) : -1;
    return cut === -1 ? { head: filename, tags: '' } : { head: filename.slice(0, cut), tags: filename.slice(cut + 1, -4) };
}
function tagsStart(filename) {
    let cut = filename.length - 4;
    for (let tags = 0; tags < 3; tags += 1)
        cut = cut <= 0 ? -1 : filename.lastIndexOf('-', cut - 1);
    return cut;
}
function parseWheelHead(text) {
    const parts = text.split('-');
    const [project = '', versionText = '', buildText] = parts;
    if (parts.length > 3 || project.includes('__') || !(ESCAPED_NAME.test(project) || ANY_ESCAPED_NAME.test(project)))
        return undefined;
    const version = version_parseVersion(versionText);
    const build = buildText === undefined ? undefined : parseBuild(buildText);
    if (version === undefined || (buildText !== undefined && build === undefined))
        return undefined;
    return { name: names_normalizeName(project), version, build };
}
function wheelVersionText(head) {
    const start = head.indexOf('-') + 1;
    const end = head.indexOf('-', start);
    return end === -1 ? head.slice(start) : head.slice(start, end);
}
function parseWheelTags(text) {
    const [pythonTags, abiTags, platformTags] = text.split('-').map(tagSet);
    if (pythonTags?.every(isIdentifier) !== true || abiTags === undefined || platformTags === undefined)
        return undefined;
    return { pythonTags, abiTags, platformTags };
}
function isIdentifier(tag) {
    return wheel_name_IDENTIFIER.test(tag) || ANY_IDENTIFIER.test(tag);
}
function parseBuild(text) {
    const match = BUILD.exec(text);
    return match === null ? undefined : [Number(match[1]), match[2] ?? ''];
}
function tagSet(text) {
    const tags = text.toLowerCase().split('.');
    return tags.includes('') ? undefined : tags;
}
function wheel_name_expandWheelTags(wheel) {
    const tags = new Set();
    for (const python of wheel.pythonTags) {
        for (const abi of wheel.abiTags) {
            for (const platform of wheel.platformTags)
                tags.add(`${python}-${abi}-${platform}`);
        }
    }
    return [...tags];
}
const ARCHIVE_SUFFIXES = new Set([
    '.zip', '.tar.gz', '.tgz', '.tar', '.tar.bz2', '.tbz', '.tar.xz', '.txz', '.tlz', '.tar.lz', '.tar.lzma',
]);
const SUFFIX = /(?:\.tar)?\.[^.]*$/i;
const PYTHON_SUFFIX = /-py([123]\.?[0-9]?)$/;
function wheel_name_parseSdistName(filename, project) {
    const said = sdistTexts(filename, project);
    const version = said === undefined ? undefined : version_parseVersion(said.versionText);
    if (said === undefined || version === undefined)
        return undefined;
    return said.pythonVersion === undefined ? { version } : { version, pythonVersion: said.pythonVersion };
}
function sdistTexts(filename, project) {
    const suffix = filename.endsWith('.tar.gz') ? '.tar.gz' : (SUFFIX.exec(filename)?.[0] ?? '');
    if (!ARCHIVE_SUFFIXES.has(suffix) || (suffix === '.zip' && filename.includes('macosx10')))
        return undefined;
    const text = textAfterName(filename.slice(0, -suffix.length), project);
    if (text === undefined)
        return undefined;
    const pythonVersion = text.includes('-py') ? PYTHON_SUFFIX.exec(text)?.[1] : undefined;
    return { versionText: pythonVersion === undefined ? text : text.replace(PYTHON_SUFFIX, ''), pythonVersion };
}
function textAfterName(stem, project) {
    if (stem.startsWith(project) && stem.charAt(project.length) === '-')
        return stem.slice(project.length + 1);
    let matched = 0;
    for (let at = 0, inRun = false; at < stem.length; at += 1) {
        const letter = stem.charAt(at).toLowerCase();
        if (letter === '-' && matched === project.length)
            return stem.slice(at + 1);
        const isSeparator = letter === '-' || letter === '_' || letter === '.';
        if (!(isSeparator && inRun)) {
            const wanted = isSeparator ? '-' : letter;
            if (!project.startsWith(wanted, matched))
                return undefined;
            matched += wanted.length;
        }
        inRun = isSeparator;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/index/file-table.js


const ROW_WORDS = 5;
const NO_VERSION = -1;
class TableBuilder {
    #project;
    #heads = new Heads();
    #tags = new Places('');
    #pythons = new Places('');
    #rows = new Uint32Array(64 * ROW_WORDS);
    #used = 0;
    constructor(project) {
        this.#project = project;
    }
    add({ filename, requiresPython, isYanked, start, end }) {
        const { head, tags } = cutWheelName(filename);
        if (this.#used === this.#rows.length)
            this.#grow();
        const at = this.#used;
        this.#rows[at] = this.#heads.of(head, tags !== '');
        this.#rows[at + 1] = this.#tags.of(tags);
        this.#rows[at + 2] = this.#pythons.of(requiresPython) * 2 + (isYanked ? 1 : 0);
        this.#rows[at + 3] = start;
        this.#rows[at + 4] = end - start;
        this.#used += ROW_WORDS;
    }
    build() {
        const textOf = versionTexts(this.#project);
        const texts = new Places();
        const keys = [];
        const textOfHead = this.#heads.all.map(({ head, isWheel }) => {
            const text = textOf(head, isWheel);
            const place = text === undefined ? NO_VERSION : texts.of(text);
            if (text !== undefined && place === keys.length)
                keys.push(version_parseVersion(text)?.sortKey);
            return place;
        });
        const { places, count } = newestFirst(keys);
        const versionOfHead = new Int32Array(textOfHead.length);
        for (const [head, text] of textOfHead.entries())
            versionOfHead[head] = places[text] ?? NO_VERSION;
        const heads = this.#heads.all.map(({ head }) => head);
        return { project: this.#project, heads, versionOfHead, versionCount: count, tags: this.#tags.texts, pythons: this.#pythons.texts, rows: this.#rows.slice(0, this.#used) };
    }
    #grow() {
        const rows = new Uint32Array(this.#rows.length * 2);
        rows.set(this.#rows);
        this.#rows = rows;
    }
}
class Heads {
    all = [];
    #ofWheels = new Map();
    #ofOthers = new Map();
    of(head, isWheel) {
        const places = isWheel ? this.#ofWheels : this.#ofOthers;
        const known = places.get(head);
        if (known !== undefined)
            return known;
        places.set(head, this.all.length);
        this.all.push({ head, isWheel });
        return this.all.length - 1;
    }
}
class Places {
    texts = [];
    #places = new Map();
    constructor(...texts) {
        for (const text of texts)
            this.of(text);
    }
    of(text) {
        const known = this.#places.get(text);
        if (known !== undefined)
            return known;
        this.#places.set(text, this.texts.length);
        this.texts.push(text);
        return this.texts.length - 1;
    }
}
function newestFirst(keys) {
    const places = new Int32Array(keys.length).fill(NO_VERSION);
    const sorted = keys.flatMap((key, place) => (key === undefined ? [] : [{ key, place }])).sort((a, b) => (a.key < b.key ? 1 : a.key === b.key ? 0 : -1));
    let count = 0;
    for (const [at, { key, place }] of sorted.entries()) {
        if (sorted[at - 1]?.key !== key)
            count += 1;
        places[place] = count - 1;
    }
    return { places, count };
}
function versionTexts(project) {
    const usual = usualStart(project);
    return (head, isWheel) => {
        if (!isWheel)
            return head.endsWith('.whl') ? undefined : sdistTexts(head, project)?.versionText;
        if (usual !== undefined && head.startsWith(usual) && !head.includes('-', usual.length))
            return head.slice(usual.length);
        return parseWheelHead(head)?.name === project ? wheelVersionText(head) : undefined;
    };
}
function usualStart(project) {
    const name = project.replaceAll('-', '_');
    return /^[a-z0-9]+(?:_[a-z0-9]+)*$/.test(name) ? `${name}-` : undefined;
}
function tableOf(project, files) {
    const builder = new TableBuilder(project);
    for (const { filename, requiresPython, yanked } of files)
        builder.add({ filename, requiresPython: requiresPython ?? '', isYanked: yanked !== false, start: 0, end: 0 });
    return { ...builder.build(), fileAt: (row) => at(files, row) };
}
function isTable(files) {
    return 'rows' in files;
}
function allFiles(files) {
    return isTable(files) ? Array.from({ length: rowCount(files) }, (_, row) => files.fileAt(row)) : files;
}
function rowCount({ rows }) {
    return rows.length / ROW_WORDS;
}
function file_table_headOf({ rows }, row) {
    return rows[row * ROW_WORDS] ?? 0;
}
function tagsOf({ rows }, row) {
    return rows[row * ROW_WORDS + 1] ?? 0;
}
function file_table_pythonOf({ rows }, row) {
    return (rows[row * ROW_WORDS + 2] ?? 0) >>> 1;
}
function isYankedAt({ rows }, row) {
    return ((rows[row * ROW_WORDS + 2] ?? 0) & 1) === 1;
}
function filenameAt(table, row) {
    const head = at(table.heads, file_table_headOf(table, row));
    const tags = tagsOf(table, row);
    return tags === 0 ? head : `${head}-${at(table.tags, tags)}.whl`;
}
function versionAt(table, row) {
    const head = at(table.heads, file_table_headOf(table, row));
    const version = tagsOf(table, row) === 0 ? wheel_name_parseSdistName(head, table.project)?.version : version_parseVersion(wheelVersionText(head));
    if (version === undefined)
        throw new Error(`${filenameAt(table, row)} has no version`);
    return version;
}
function at(list, place) {
    const item = list[place];
    if (item === undefined)
        throw new RangeError(`place ${place} of ${list.length}`);
    return item;
}

;// CONCATENATED MODULE: ./build/index/local-pages.js


async function readLocalPage(index, name) {
    const page = new URL(`${name}/index.html`, index.url.endsWith('/') ? index.url : `${index.url}/`);
    const html = await (0,promises_namespaceObject.readFile)((0,external_node_url_.fileURLToPath)(page), 'utf8').catch(() => undefined);
    if (html === undefined)
        return { kind: 'absent' };
    const { parseSimpleHtml } = await Promise.all(/* import() */[__nccwpck_require__.e(600), __nccwpck_require__.e(157)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6157));
    const parsed = parseSimpleHtml(html, page.href);
    return parsed.ok ? { kind: 'page', files: parsed.value.files } : { kind: 'no-page', contentType: 'a page that cannot be read' };
}
async function readLocalLinks(path) {
    const { parseFindLinksHtml } = await Promise.all(/* import() */[__nccwpck_require__.e(600), __nccwpck_require__.e(157)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6157));
    const parsed = parseFindLinksHtml(await (0,promises_namespaceObject.readFile)(path, 'utf8'), (0,external_node_url_.pathToFileURL)(path).href);
    return parsed.ok ? { kind: 'page', files: parsed.value.files } : { kind: 'absent' };
}
async function localUrl(location) {
    if (/^file:/i.test(location))
        return location;
    if (/^[a-z][a-z0-9+.-]+:\/\//i.test(location))
        return undefined;
    return (await (0,promises_namespaceObject.stat)(location).catch(() => undefined)) === undefined ? undefined : (0,external_node_url_.pathToFileURL)(location).href;
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __nccwpck_require__(7030);
;// CONCATENATED MODULE: ./build/index/secure-origin.js

function isSecureOrigin(text, trustedHosts) {
    const url = URL.parse(text);
    if (url === null)
        return true;
    if (url.protocol !== 'http:')
        return true;
    const host = url.hostname.replace(/^\[|\]$/g, '').toLowerCase();
    if (host === 'localhost' || host === '::1' || ((0,external_node_net_.isIP)(host) === 4 && host.startsWith('127.')))
        return true;
    const port = url.port === '' ? '80' : url.port;
    return trustedHosts.some((trusted) => {
        const [trustedHost = '', trustedPort] = splitHost(trusted);
        return trustedHost.toLowerCase() === host && (trustedPort === undefined || trustedPort === port);
    });
}
function splitHost(text) {
    const bracketed = /^\[(?<host>.*)\](?::(?<port>\d+))?$/.exec(text);
    if (bracketed !== null)
        return [bracketed.groups?.['host'] ?? '', bracketed.groups?.['port']];
    const parts = text.split(':');
    return parts.length === 2 ? [parts[0] ?? '', parts[1]] : [text, undefined];
}

;// CONCATENATED MODULE: ./build/index/find-links.js












const NOTHING = { archives: [], linked: [] };
const ARCHIVE = /\.(whl|zip|tar\.gz|tgz|tar|tar\.bz2|tbz|tar\.xz|txz|tlz|tar\.lz|tar\.lzma)$/i;
function openFindLinks(location, parts) {
    const index = { kind: 'find-links', url: location, label: (0,kernel_secrets/* redactUrl */.BO)(location) };
    let read;
    const files = (signal) => (read ??= isRemote(location) ? readRemote(index, parts, signal) : find_links_readLocal(index, parts.events));
    let mark;
    return { index, files, mark: (signal) => (mark ??= files(signal).then(digestOf)) };
}
function digestOf({ archives, linked }) {
    return (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify([archives, linked])).digest('hex');
}
function isRemote(location) {
    return /^https?:\/\//i.test(location);
}
async function readRemote(index, { pages, events, trustedHosts }, signal) {
    const link = (0,link_url/* linkReader */.qP)(index.url)(index.url);
    if (link !== undefined && ARCHIVE.test(link.filename)) {
        return { archives: [], linked: [{ ...NO_FACTS, filename: link.filename, url: link.url, hashes: link.hash === undefined ? [] : [link.hash] }] };
    }
    if (!isSecureOrigin(index.url, trustedHosts)) {
        events.notice('warning', `--find-links ${index.label} is ignored: it is not encrypted, and its host was not declared with --trusted-host`);
        return NOTHING;
    }
    const answer = await pages.read(index, { name: undefined }, { signal, urgent: true });
    if (answer.kind === 'page')
        return { archives: [], linked: allFiles(answer.files) };
    events.notice('warning', `--find-links ${index.label} is ignored: ${WHY_IGNORED[answer.kind]}`);
    return NOTHING;
}
const WHY_IGNORED = {
    absent: 'there is no such page',
    forbidden: 'the server refuses it (403)',
    offline: 'it was not read before, and --offline allows no request',
    'no-page': 'it is no HTML page',
};
async function find_links_readLocal(index, events) {
    const path = index.url.startsWith('file:') ? (0,external_node_url_.fileURLToPath)(index.url) : index.url;
    const facts = await (0,promises_namespaceObject.stat)(path).catch(() => undefined);
    if (facts === undefined) {
        events.notice('warning', `--find-links ${index.label} is ignored: there is no such file or folder`);
        return NOTHING;
    }
    if (!facts.isDirectory())
        return isHtml(path) ? { archives: [], linked: await linksOf(path) } : { archives: [localFile(path)], linked: [] };
    const names = (await (0,promises_namespaceObject.readdir)(path)).sort().reverse();
    const pages = await Promise.all(names.filter(isHtml).map((name) => linksOf((0,external_node_path_.join)(path, name))));
    return { archives: names.filter(isDistribution).map((name) => localFile((0,external_node_path_.join)(path, name))), linked: pages.flat() };
}
function isHtml(name) {
    return /\.html?$/i.test(name);
}
async function linksOf(path) {
    const answer = await readLocalLinks(path);
    return answer.kind === 'page' ? allFiles(answer.files) : [];
}
function isDistribution(name) {
    if (name.toLowerCase().endsWith('.whl'))
        return wheel_name_parseWheelName(name) !== undefined;
    return sdistProject(name) !== undefined;
}
function sdistProject(name) {
    const match = /^(?<name>.+)-(?<version>[^-]+)\.(tar\.gz|zip)$/.exec(name);
    if (match?.groups === undefined || version_parseVersion(match.groups['version'] ?? '') === undefined)
        return undefined;
    return names_normalizeName(match.groups['name'] ?? '');
}
const NO_FACTS = { hashes: [], requiresPython: undefined, yanked: false, coreMetadata: false, sizeBytes: undefined, uploadTimeMs: undefined };
function localFile(path) {
    return { ...NO_FACTS, filename: path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1), url: (0,external_node_url_.pathToFileURL)(path).href };
}

;// CONCATENATED MODULE: ./build/index/rejections.js


function whyRejected({ file, index }, name, rules) {
    const { filename, requiresPython } = file;
    const reject = (reason, detail, version) => ({ filename, version, reason, detail, index });
    const isWheel = filename.endsWith('.whl');
    const wheel = isWheel ? wheel_name_parseWheelName(filename) : undefined;
    if (isWheel && wheel === undefined)
        return reject('name', 'not a valid wheel name');
    if (wheel !== undefined && wheel.name !== name)
        return reject('name', `is of project ${wheel.name}`);
    const sdist = isWheel ? undefined : wheel_name_parseSdistName(filename, name);
    const version = wheel?.version ?? sdist?.version;
    if (version === undefined)
        return reject('version', 'no version that can be read');
    if (wheel !== undefined && bestRank(wheel, rules) === undefined)
        return reject('tags', 'for other platforms or Pythons', version);
    if (sdist?.pythonVersion !== undefined && !isThisPython(sdist.pythonVersion, rules))
        return reject('tags', `Python ${sdist.pythonVersion} only`, version);
    const isAllowed = isWheel ? rules.allowWheels : rules.allowSdists;
    const tooNew = isAllowed ? uploadFault(file, index, rules) : undefined;
    if (tooNew !== undefined)
        return reject(tooNew.reason, tooNew.detail, version);
    if (requiresPython !== undefined && !fitsPython(requiresPython, rules))
        return reject('requires-python', requiresPython, version);
    if (!isAllowed)
        return reject('format', isWheel ? 'wheels are excluded (--no-binary)' : 'source distributions are excluded (--only-binary)', version);
    throw new Error(`${filename} was turned away and is a candidate`);
}
function isThisPython(python, { pythonVersion }) {
    return python === pythonVersion.release.slice(0, 2).join('.');
}
function bestRank(wheel, { tagRanks }) {
    let best;
    for (const tag of wheel_name_expandWheelTags(wheel)) {
        const rank = tagRanks.get(tag);
        if (rank !== undefined && (best === undefined || rank < best))
            best = rank;
    }
    return best;
}
function fitsPython(requiresPython, { ignoreRequiresPython, pythonVersion }) {
    if (ignoreRequiresPython)
        return true;
    const specifiers = specifiers_parseSpecifierSet(requiresPython);
    return !specifiers.ok || specifiers_specifierSetContains(specifiers.value, pythonVersion);
}
function uploadFault(file, index, { uploadedPriorToMs }) {
    if (uploadedPriorToMs === undefined || file.url.startsWith('file:'))
        return undefined;
    if (file.uploadTimeMs === undefined)
        return { reason: 'no-upload-time', detail: `${index.label} does not say when the file was uploaded` };
    if (file.uploadTimeMs < uploadedPriorToMs)
        return undefined;
    return { reason: 'too-new', detail: new Date(file.uploadTimeMs).toISOString() };
}

;// CONCATENATED MODULE: ./build/index/shelf.js



const UNFIT = -1;
const SOURCE_RANK = 1 << 24;
function openShelves(name, listed, rules) {
    const tables = listed.map(({ files }) => (isTable(files) ? files : tableOf(name, files)));
    const { versions, versionCount } = joinedVersions(tables);
    const all = listed.map(({ index }, place) => {
        const shelf = { index, table: at(tables, place), versions: at(versions, place) };
        return { ...shelf, rank: rankReader(shelf, rules) };
    });
    return { all, versionCount };
}
function joinedVersions(tables) {
    const [only, ...others] = tables;
    if (only !== undefined && others.length === 0)
        return { versions: [only.versionOfHead], versionCount: only.versionCount };
    const keys = tables.map(sortKeys);
    const { places, count } = newestFirst(keys.flat());
    let start = 0;
    return { versions: keys.map((own) => places.subarray(start, (start += own.length))), versionCount: count };
}
function sortKeys(table) {
    const keys = new Array(table.heads.length).fill(undefined);
    for (let row = 0; row < rowCount(table); row += 1) {
        const head = file_table_headOf(table, row);
        if (table.versionOfHead[head] !== NO_VERSION)
            keys[head] ??= versionAt(table, row).sortKey;
    }
    return keys;
}
function rankReader({ index, table, versions }, rules) {
    const ranks = Int32Array.from(table.tags, (tags, place) => (place === 0 ? (rules.allowSdists ? SOURCE_RANK : UNFIT) : rules.allowWheels ? rankOf(tags, rules) : UNFIT));
    const fits = table.pythons.map((text) => text === '' || rules.ignoreRequiresPython || fitsHere(text, rules));
    return (row) => {
        const head = file_table_headOf(table, row);
        const tags = tagsOf(table, row);
        const rank = ranks[tags] ?? UNFIT;
        if (rank === UNFIT || versions[head] === NO_VERSION || fits[file_table_pythonOf(table, row)] === false)
            return UNFIT;
        if (tags === 0 && isForOtherPython(at(table.heads, head), table.project, rules))
            return UNFIT;
        return rules.uploadedPriorToMs !== undefined && uploadFault(table.fileAt(row), index, rules) !== undefined ? UNFIT : rank;
    };
}
const ranksOfTargets = new WeakMap();
const pythonsOfTargets = new WeakMap();
function rankOf(tags, rules) {
    return remembered(ranksOfTargets, rules.tagRanks, tags, () => {
        const wheel = parseWheelTags(tags);
        return wheel === undefined ? UNFIT : (bestRank(wheel, rules) ?? UNFIT);
    });
}
function fitsHere(requiresPython, rules) {
    return remembered(pythonsOfTargets, rules.pythonVersion, requiresPython, () => fitsPython(requiresPython, rules));
}
function remembered(all, target, text, make) {
    const known = all.get(target) ?? new Map();
    all.set(target, known);
    const value = known.get(text) ?? make();
    known.set(text, value);
    return value;
}
function isForOtherPython(filename, project, rules) {
    const python = filename.includes('-py') ? wheel_name_parseSdistName(filename, project)?.pythonVersion : undefined;
    return python !== undefined && !isThisPython(python, rules);
}
function hasProject({ table }) {
    for (let row = 0; row < rowCount(table); row += 1) {
        const tags = tagsOf(table, row);
        if (table.versionOfHead[file_table_headOf(table, row)] !== NO_VERSION && (tags === 0 || parseWheelTags(at(table.tags, tags)) !== undefined))
            return true;
    }
    return false;
}
function versionOf({ shelf, row }) {
    return shelf.versions[file_table_headOf(shelf.table, row)] ?? NO_VERSION;
}
function isWheel({ shelf, row }) {
    return tagsOf(shelf.table, row) !== 0;
}
function isYanked({ shelf, row }) {
    return isYankedAt(shelf.table, row);
}
function buildOf({ shelf, row }) {
    return isWheel({ shelf, row }) ? parseWheelHead(at(shelf.table.heads, file_table_headOf(shelf.table, row)))?.build : undefined;
}
function eachFile({ all }, visit) {
    for (const shelf of all) {
        const count = rowCount(shelf.table);
        for (let row = 0; row < count; row += 1)
            visit(shelf, row, shelf.rank(row));
    }
}

;// CONCATENATED MODULE: ./build/index/listed-candidate.js


class ListedCandidate {
    #spot;
    #othersOf;
    #version;
    #file;
    #others;
    constructor(spot, othersOf) {
        this.#spot = spot;
        this.#othersOf = othersOf;
    }
    get name() {
        return this.#spot.shelf.table.project;
    }
    get version() {
        return (this.#version ??= versionAt(this.#spot.shelf.table, this.#spot.row));
    }
    get format() {
        return isWheel(this.#spot) ? 'wheel' : 'sdist';
    }
    get file() {
        return (this.#file ??= this.#spot.shelf.table.fileAt(this.#spot.row));
    }
    get isYanked() {
        return isYanked(this.#spot);
    }
    get index() {
        return this.#spot.shelf.index;
    }
    get others() {
        return (this.#others ??= this.#othersOf(this.#spot));
    }
    toJSON() {
        const { name, version, format, file, isYanked: yanked, index, others } = this;
        return { name, version, format, file, isYanked: yanked, index, others };
    }
}

;// CONCATENATED MODULE: ./build/index/candidates.js






function listCandidates(name, listed, rules) {
    const shelves = openShelves(name, listed, rules);
    const judging = { name, shelves, rules, wrongHash: wrongHashes(shelves, rules.hashes) };
    const othersOf = (spot) => alternatives(spot, judging);
    const candidates = bestOfVersions(judging).map((spot) => new ListedCandidate(spot, othersOf));
    return { name, candidates, rejections: once(() => allRejections(judging)), foundOn: havingIt(listed, shelves) };
}
function havingIt(listed, { all }) {
    const asked = [...new Set(listed.map(({ index }) => index))];
    return asked.filter((index) => index.kind === 'simple' || all.some((shelf) => shelf.index === index && hasProject(shelf)));
}
function bestOfVersions(judging) {
    const { shelves } = judging;
    const best = new Array(shelves.versionCount).fill(undefined);
    const qualities = new Int32Array(shelves.versionCount);
    eachFile(shelves, (shelf, row, rank) => {
        if (rank === UNFIT || judging.wrongHash.get(shelf)?.has(row) === true)
            return;
        const spot = { shelf, row };
        const version = versionOf(spot);
        const quality = qualityOf(spot, rank, judging);
        const known = best[version];
        if (known !== undefined && isBetter({ spot: known, quality: qualities[version] ?? 0 }, { spot, quality }))
            return;
        best[version] = spot;
        qualities[version] = quality;
    });
    const spots = best.flatMap((spot, version) => (spot === undefined ? [] : [{ spot, preference: preferenceIn(qualities[version] ?? 0) }]));
    return spots.sort((a, b) => a.preference - b.preference).map(({ spot }) => spot);
}
function isBetter(earlier, later) {
    return compareRated(earlier, later) < 0;
}
function compareRated(a, b) {
    return a.quality - b.quality || compareBuilds(buildOf(b.spot), buildOf(a.spot));
}
function compareBuilds(a, b) {
    if (a === undefined || b === undefined)
        return Number(a !== undefined) - Number(b !== undefined);
    return a[0] - b[0] || (a[1] < b[1] ? -1 : Number(a[1] > b[1]));
}
const PREFERENCE = 1 << 25;
function qualityOf(spot, rank, { rules: { hashes, preferBinary } }) {
    const lacksHash = hashes !== undefined && !hasAllowedHash(spot, hashes);
    const preference = (lacksHash ? 4 : 0) + (isYanked(spot) ? 2 : 0) + (preferBinary && !isWheel(spot) ? 1 : 0);
    return preference * PREFERENCE + rank;
}
function preferenceIn(quality) {
    return Math.floor(quality / PREFERENCE);
}
function alternatives(best, judging) {
    const others = [];
    eachFile(judging.shelves, (shelf, row, rank) => {
        const spot = { shelf, row };
        const isOther = rank !== UNFIT && versionOf(spot) === versionOf(best) && (shelf !== best.shelf || row !== best.row);
        if (isOther && isYanked(spot) === isYanked(best) && judging.wrongHash.get(shelf)?.has(row) !== true)
            others.push({ spot, quality: qualityOf(spot, rank, judging) });
    });
    return others.reverse().sort(compareRated).map(({ spot }) => new ListedCandidate(spot, () => []));
}
function hasAllowedHash({ shelf, row }, hashes) {
    return shelf.table.fileAt(row).hashes.some((hash) => hashes.some((allowed) => (0,kernel_hash/* isSameHash */.VR)(allowed, hash)));
}
function wrongHashes(shelves, hashes) {
    const wrong = new Map();
    if (hashes === undefined)
        return wrong;
    let fits = false;
    eachFile(shelves, (shelf, row, rank) => {
        if (rank === UNFIT)
            return;
        if (hasAllowedHash({ shelf, row }, hashes))
            fits = true;
        else if (shelf.table.fileAt(row).hashes.length > 0)
            wrong.set(shelf, (wrong.get(shelf) ?? new Set()).add(row));
    });
    return fits ? wrong : new Map();
}
function allRejections({ name, shelves, rules, wrongHash }) {
    const rejections = [];
    const byHash = [];
    eachFile(shelves, (shelf, row, rank) => {
        const { index, table } = shelf;
        if (rank === UNFIT)
            rejections.push(whyRejected({ file: table.fileAt(row), index }, name, rules));
        else if (wrongHash.get(shelf)?.has(row) === true)
            byHash.push({ filename: filenameAt(table, row), version: versionAt(table, row), reason: 'hash', detail: 'has none of the hashes given', index });
    });
    return [...rejections, ...byHash];
}

// EXTERNAL MODULE: ./node_modules/http-cache-semantics/index.js
var http_cache_semantics = __nccwpck_require__(4584);
;// CONCATENATED MODULE: ./build/standards/direct-url.js






function directUrlToJson(direct) {
    const subdirectory = direct.subdirectory === undefined ? {} : { subdirectory: direct.subdirectory };
    return { url: withoutCredentials(direct.url), ...infoOf(direct), ...subdirectory };
}
function formatDirectUrl(direct) {
    return printPythonJson(directUrlToJson(direct));
}
function parseDirectUrl(text) {
    let data;
    try {
        data = JSON.parse(text);
    }
    catch {
        return notParsed('direct_url.json is not JSON');
    }
    return reading(() => readDirectUrl(shapeOf(data)));
}
function withoutCredentials(url) {
    return (0,url_secrets/* withoutTellingParameters */.Y3)(url).replace(/^([A-Za-z][\w+.-]*:\/\/)([^/?#]*)@/, (whole, scheme, user) => user === 'git' || /^\$\{[\w-]+\}(?::\$\{[\w-]+\})?$/.test(user) ? whole : scheme);
}
function infoOf(direct) {
    switch (direct.kind) {
        case 'archive': {
            const [first] = direct.hashes;
            if (first === undefined)
                return { archive_info: {} };
            const hashes = Object.fromEntries(direct.hashes.map((hash) => [hash.algorithm, hash.hex]));
            return { archive_info: { hash: `${first.algorithm}=${first.hex}`, hashes } };
        }
        case 'directory':
            return { dir_info: direct.editable ? { editable: true } : {} };
        case 'vcs': {
            const revision = direct.requestedRevision === undefined ? {} : { requested_revision: direct.requestedRevision };
            return { vcs_info: { commit_id: direct.commitId, ...revision, vcs: direct.vcs } };
        }
    }
}
function readDirectUrl(data) {
    const url = required(textAt(data, 'url'), data, 'url');
    const subdirectory = textAt(data, 'subdirectory');
    const common = { url, ...(subdirectory === undefined ? {} : { subdirectory }) };
    const [vcs, archive, directory] = [tableAt(data, 'vcs_info'), tableAt(data, 'archive_info'), tableAt(data, 'dir_info')];
    if ([vcs, archive, directory].filter((info) => info !== undefined).length !== 1) {
        misfit('', 'exactly one of vcs_info, archive_info, dir_info must be present');
    }
    if (archive !== undefined)
        return { kind: 'archive', ...common, hashes: readHashes(archive) };
    if (vcs !== undefined)
        return { kind: 'vcs', ...common, ...readVcs(vcs) };
    if (!/^file:(?:\/\/[^/]*)?\//i.test(url))
        misfit('url', 'must be an absolute file URL when dir_info is present');
    return { kind: 'directory', ...common, editable: (directory && booleanAt(directory, 'editable')) ?? false };
}
function readVcs(info) {
    const revision = textAt(info, 'requested_revision');
    const facts = { vcs: required(textAt(info, 'vcs'), info, 'vcs'), commitId: required(textAt(info, 'commit_id'), info, 'commit_id') };
    return revision === undefined ? facts : { ...facts, requestedRevision: revision };
}
function readHashes(info) {
    const table = tableAt(info, 'hashes');
    const hashes = new Map(Object.keys(table?.members ?? {}).map((algorithm) => [algorithm, table && textAt(table, algorithm)]));
    const legacy = textAt(info, 'hash');
    if (legacy !== undefined) {
        const separator = legacy.indexOf('=');
        if (separator === -1)
            misfit(pathOf(info, 'hash'), `expected "algorithm=digest", found ${quoted(legacy)}`);
        const [algorithm, digest] = [legacy.slice(0, separator), legacy.slice(separator + 1)];
        if (table !== undefined && hashes.get(algorithm) !== digest)
            misfit(pathOf(info, 'hash'), 'is not one of archive_info.hashes');
        hashes.set(algorithm, digest);
    }
    return [...hashes].flatMap(([algorithm, digest]) => isHashAlgorithm(algorithm) && digest !== undefined ? [{ algorithm, hex: digest.toLowerCase() }] : []);
}

// EXTERNAL MODULE: ./build/standards/simple-page.js
var simple_page = __nccwpck_require__(7979);
;// CONCATENATED MODULE: ./build/standards/simple-json.js




function parseSimpleJson(text, pageUrl) {
    const page = parseObject(text);
    if (page === undefined)
        return (0,kernel_parsed/* notParsed */.l)('the page is not a JSON object');
    const declared = simple_json_isTable(page['meta']) ? page['meta']['api-version'] : undefined;
    const fault = (0,simple_page/* apiVersionFault */.nM)(typeof declared === 'string' ? declared : undefined);
    if (fault !== undefined)
        return (0,kernel_parsed/* notParsed */.l)(fault);
    const list = page['files'] ?? [];
    if (!Array.isArray(list))
        return (0,kernel_parsed/* notParsed */.l)('"files" of the page is not a list');
    const links = pageLinks(pageUrl);
    const files = [];
    for (const entry of list) {
        if (!simple_json_isTable(entry) || typeof entry['url'] !== 'string')
            continue;
        const named = readFilename(entry['filename']);
        const filename = named !== undefined && links.isSound(entry['url']) ? named : nameByLink(links.read(entry['url']), named);
        if (filename !== undefined)
            files.push(new JsonFile(entry, filename, links));
    }
    return (0,kernel_parsed/* parsed */.Y)({ files });
}
function jsonFileReader(pageUrl) {
    const links = pageLinks(pageUrl);
    return (text, filename) => {
        const entry = parseObject(text);
        if (entry === undefined || readFilename(entry['filename']) !== filename)
            throw new Error(`the text of ${filename} is not to be found where it stood in its page`);
        return new JsonFile(entry, filename, links);
    };
}
function nameByLink(link, named) {
    return link === undefined ? undefined : (named ?? link.filename);
}
function pageLinks(pageUrl) {
    const isWeb = /^https?:\/\//.test(pageUrl) && URL.canParse(pageUrl);
    const isSound = (href) => href.startsWith('https://') || href.startsWith('http://') || (isWeb && href.startsWith('../'));
    return { isSound, read: (0,link_url/* linkReader */.qP)(pageUrl), plainUrl: (0,link_url/* plainUrlReader */.lD)(pageUrl) };
}
class JsonFile {
    filename;
    #entry;
    #links;
    #place;
    constructor(entry, filename, links) {
        this.filename = filename;
        this.#entry = entry;
        this.#links = links;
    }
    get url() {
        return this.#placed().url;
    }
    get hashes() {
        return this.#placed().hashes;
    }
    get requiresPython() {
        return simple_json_readText(this.#entry['requires-python']);
    }
    get yanked() {
        return readYanked(this.#entry['yanked']);
    }
    get coreMetadata() {
        return readCoreMetadata(this.#entry['core-metadata'] ?? this.#entry['dist-info-metadata']);
    }
    get sizeBytes() {
        return simple_json_readSize(this.#entry['size']);
    }
    get uploadTimeMs() {
        return (0,simple_page/* readUploadTime */.ls)(this.#entry['upload-time']);
    }
    toJSON() {
        return (0,simple_page/* plainFile */.dC)(this);
    }
    #placed() {
        return (this.#place ??= simple_json_placeOf(this.#entry, this.filename, this.#links));
    }
}
function simple_json_placeOf(entry, filename, links) {
    const href = String(entry['url']);
    const listed = simple_json_readHashes(entry['hashes']);
    const url = links.plainUrl(href);
    if (url !== undefined)
        return { url, hashes: listed };
    const link = links.read(href);
    if (link === undefined)
        throw new Error(`the link to ${filename} cannot be read`);
    return { url: link.url, hashes: joinHashes(listed, link.hash) };
}
function readFilename(value) {
    return typeof value === 'string' && value !== '' && !/[/\\]/.test(value) ? value : undefined;
}
function simple_json_readText(value) {
    return typeof value === 'string' && value !== '' ? value : undefined;
}
function readYanked(value) {
    if (typeof value === 'string' && value !== '')
        return value;
    return value === true ? '' : false;
}
function readCoreMetadata(value) {
    if (!simple_json_isTable(value))
        return value === true;
    const hashes = simple_json_readHashes(value);
    return hashes.length > 0 ? hashes : true;
}
function simple_json_readHashes(value) {
    if (!simple_json_isTable(value))
        return [];
    const hashes = [];
    for (const algorithm in value) {
        const hex = value[algorithm];
        if ((0,kernel_hash/* isHashAlgorithm */.aZ)(algorithm) && typeof hex === 'string')
            hashes.push({ algorithm, hex: hex.toLowerCase() });
    }
    return hashes;
}
function joinHashes(listed, inUrl) {
    return inUrl === undefined ? listed : [...listed.filter((hash) => hash.algorithm !== inUrl.algorithm), inUrl];
}
function simple_json_readSize(value) {
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}
function parseObject(text) {
    try {
        const value = JSON.parse(text);
        return simple_json_isTable(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function simple_json_isTable(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./build/standards/simple-scan.js

function scanSimpleJson(text, pageUrl, visit) {
    const start = filesStart(text);
    const end = start === undefined ? undefined : scanFiles(text, start, { visit, isWeb: isWebPage(pageUrl) });
    return start !== undefined && end !== undefined && isSoundAround(text, start, end);
}
function filesStart(text) {
    const named = text.indexOf('"files"');
    simple_scan_FILES.lastIndex = named;
    return named !== -1 && simple_scan_FILES.test(text) ? simple_scan_FILES.lastIndex : undefined;
}
function fileTextAt(text, start, pageUrl) {
    const shape = shapeAt(text, start);
    const found = shape === undefined ? null : matchAt(shape, text, start);
    return shape === undefined || found === null ? undefined : fileIn(found, shape, start, isWebPage(pageUrl));
}
function isWebPage(pageUrl) {
    return /^https?:\/\//.test(pageUrl) && URL.canParse(pageUrl);
}
const simple_scan_FILES = /"files"[ \n\r\t]*:[ \n\r\t]*\[[ \n\r\t]*/y;
const MARK = '\u0001files\u0001';
function isSoundAround(text, start, end) {
    const [before, after] = [text.slice(0, start), text.slice(end)];
    try {
        const { files, meta } = JSON.parse(`${before}${JSON.stringify(MARK)}${after}`);
        const declared = meta?.['api-version'];
        const isTheirs = Array.isArray(files) && files.length === 1 && files[0] === MARK && !`${before}${after}`.includes('u0001files');
        return isTheirs && (0,simple_page/* apiVersionFault */.nM)(typeof declared === 'string' ? declared : undefined) === undefined;
    }
    catch {
        return false;
    }
}
function scanFiles(text, start, scan) {
    let at = start;
    let shape;
    for (let isLast = text[at] === ']'; !isLast;) {
        let found = shape === undefined ? null : matchAt(shape, text, at);
        if (found === null) {
            shape = shapeAt(text, at);
            found = shape === undefined ? null : matchAt(shape, text, at);
        }
        if (found === null || shape === undefined)
            return undefined;
        const file = fileIn(found, shape, at, scan.isWeb);
        if (file === undefined)
            return undefined;
        scan.visit(file);
        at += found[0].length;
        isLast = found[shape.separator] === '';
    }
    return at;
}
function matchAt({ expression }, text, at) {
    expression.lastIndex = at;
    return expression.exec(text);
}
function fileIn(found, shape, start, isWeb) {
    if (!isWeb && found[shape.url] === '../')
        return undefined;
    const requiresPython = found[shape.requiresPython] ?? '';
    const yanked = found[shape.yanked] ?? '';
    const separator = found[shape.separator] ?? '';
    return {
        filename: found[shape.filename] ?? '',
        requiresPython: requiresPython.includes('\\') ? JSON.parse(`"${requiresPython}"`) : requiresPython,
        isYanked: yanked === 'true' || (yanked.startsWith('"') && yanked !== '""'),
        start,
        end: start + found[0].length - separator.length,
    };
}
const simple_scan_SPACE = '[ \\n\\r\\t]*';
const LETTERS = '[^"\\\\\\x00-\\x1f]*';
const STRING = `"${LETTERS}(?:\\\\(?:["\\\\/bfnrt]|u[0-9a-fA-F]{4})${LETTERS})*"`;
const ATOM = `(?:${STRING}|true|false|null|-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)`;
const PAIR = `"${LETTERS}"${simple_scan_SPACE}:${simple_scan_SPACE}${ATOM}`;
const TABLE = `\\{${simple_scan_SPACE}(?:${PAIR}(?:${simple_scan_SPACE},${simple_scan_SPACE}${PAIR})*${simple_scan_SPACE})?\\}`;
const OPENING = new RegExp(`\\{${simple_scan_SPACE}`, 'y');
const ITEM = new RegExp(`"([\\w.-]+)"${simple_scan_SPACE}:${simple_scan_SPACE}(?:${ATOM}|${TABLE})${simple_scan_SPACE}(,?)${simple_scan_SPACE}`, 'y');
function shapeAt(text, at) {
    OPENING.lastIndex = at;
    if (!OPENING.test(text))
        return undefined;
    const keys = [];
    ITEM.lastIndex = OPENING.lastIndex;
    for (let item = ITEM.exec(text); item !== null; item = item[2] === ',' ? ITEM.exec(text) : null)
        keys.push(item[1] ?? '');
    const isSound = keys.includes('filename') && keys.includes('url') && new Set(keys).size === keys.length;
    return isSound ? simple_scan_remembered(keys) : undefined;
}
const shapes = new Map();
const MOST_SHAPES = 64;
function simple_scan_remembered(keys) {
    const key = keys.join();
    const known = shapes.get(key);
    if (known !== undefined)
        return known;
    if (shapes.size === MOST_SHAPES)
        shapes.clear();
    const shape = simple_scan_shapeOf(keys);
    shapes.set(key, shape);
    return shape;
}
const READ = new Set(['filename', 'requires-python', 'yanked', 'url']);
function simple_scan_shapeOf(keys) {
    const read = keys.filter((key) => READ.has(key));
    const items = keys.map((key) => `"${key.replaceAll('.', '\\.')}"${simple_scan_SPACE}:${simple_scan_SPACE}${simple_scan_valueOf(key)}`);
    const group = (key) => (read.includes(key) ? read.indexOf(key) + 1 : read.length + 2);
    return {
        expression: new RegExp(`\\{${simple_scan_SPACE}${items.join(`${simple_scan_SPACE},${simple_scan_SPACE}`)}${simple_scan_SPACE}\\}(${simple_scan_SPACE},${simple_scan_SPACE}|)`, 'y'),
        filename: group('filename'),
        requiresPython: group('requires-python'),
        yanked: group('yanked'),
        url: group('url'),
        separator: read.length + 1,
    };
}
function simple_scan_valueOf(key) {
    switch (key) {
        case 'filename':
            return '"([ !#-.0-[\\]-~]+)"';
        case 'requires-python':
            return `(?:"((?:[ !#-[\\]-~]|\\\\u00[0-7][0-9a-fA-F])*)"|null)`;
        case 'url':
            return `"(https?://|\\.\\./)${LETTERS}"`;
        case 'yanked':
            return `(${ATOM})`;
        default:
            return `(?:${ATOM}|${TABLE})`;
    }
}

;// CONCATENATED MODULE: ./build/standards/simple-search.js

function searchSimpleJson(text, version, pageUrl, visit) {
    const names = namesOf(version);
    const start = filesStart(text);
    if (names === undefined || start === undefined)
        return false;
    names.lastIndex = start;
    let found = 0;
    for (let named = names.exec(text); named !== null; named = names.exec(text)) {
        const file = fileAround(text, named.index, pageUrl);
        if (file === undefined)
            return false;
        visit(file);
        found += 1;
        names.lastIndex = file.end;
    }
    const last = found === 0 ? undefined : fileAround(text, text.lastIndexOf(KEY), pageUrl);
    return last !== undefined && isSoundAround(text, start, last.end);
}
const KEY = '"filename"';
const simple_search_SPACE = '[ \\n\\r\\t]*';
const simple_search_LETTERS = '[^"\\\\/]*';
function namesOf({ epoch, release }) {
    if (epoch !== 0)
        return undefined;
    const numbers = [...release];
    while (numbers.length > 1 && numbers.at(-1) === 0)
        numbers.pop();
    if (!numbers.every(Number.isSafeInteger))
        return undefined;
    const otherRelease = '[0-9]|(?:\\.0+)*\\.0*[1-9]';
    return new RegExp(`${KEY}${simple_search_SPACE}:${simple_search_SPACE}"${simple_search_LETTERS}?-[ vV0!]*${numbers.join('\\.0*')}(?!${otherRelease})${simple_search_LETTERS}"`, 'g');
}
const MOST_TABLES = 16;
function fileAround(text, named, pageUrl) {
    for (let tables = 0, at = named; tables < MOST_TABLES && at > 0; tables += 1) {
        at = text.lastIndexOf('{', at - 1);
        const file = at === -1 ? undefined : fileTextAt(text, at, pageUrl);
        if (file !== undefined)
            return file.end > named && isListed(text, at) ? file : undefined;
    }
    return undefined;
}
function isListed(text, start) {
    const before = text.slice(Math.max(0, start - 64), start).trimEnd().at(-1);
    return before === ',' || before === '[';
}

;// CONCATENATED MODULE: ./build/index/table-format.js

const table_format_FORMAT = 1;
const MAGIC = 0x70746231;
const HEADER_WORDS = 7;
const CHECKED_FROM = 4;
function encodeTable({ project, heads, versionOfHead, versionCount, tags, pythons, rows }) {
    const texts = Buffer.from(JSON.stringify([project, heads, tags, pythons]));
    const numbersBytes = (versionOfHead.length + rows.length) * 4;
    const bytes = Buffer.alloc(HEADER_WORDS * 4 + numbersBytes + texts.length);
    const words = new Uint32Array(bytes.buffer, bytes.byteOffset, HEADER_WORDS + versionOfHead.length + rows.length);
    words.set(versionOfHead, HEADER_WORDS);
    words.set(rows, HEADER_WORDS + versionOfHead.length);
    texts.copy(bytes, HEADER_WORDS * 4 + numbersBytes);
    words.set([versionOfHead.length, rows.length, versionCount], CHECKED_FROM);
    words.set([MAGIC, table_format_FORMAT, bytes.length, (0,external_node_zlib_.crc32)(bytes.subarray(CHECKED_FROM * 4))]);
    return bytes;
}
function tableBytes(beginning) {
    if (beginning.length < HEADER_WORDS * 4)
        return undefined;
    const [magic, format, length] = wordsOf(beginning.subarray(0, HEADER_WORDS * 4), 0, HEADER_WORDS);
    return magic === MAGIC && format === table_format_FORMAT ? length : undefined;
}
function decodeTable(bytes) {
    if (tableBytes(bytes) !== bytes.length)
        return undefined;
    const [, , , checksum, headCount = 0, rowWords = 0, versionCount = 0] = wordsOf(bytes, 0, HEADER_WORDS);
    if (checksum !== (0,external_node_zlib_.crc32)(bytes.subarray(CHECKED_FROM * 4)))
        return undefined;
    const textsAt = (HEADER_WORDS + headCount + rowWords) * 4;
    const [project, heads, tags, pythons] = JSON.parse(bytes.toString('utf8', textsAt));
    const versionOfHead = new Int32Array(wordsOf(bytes, HEADER_WORDS, headCount).buffer);
    return { project, heads, versionOfHead, versionCount, tags, pythons, rows: wordsOf(bytes, HEADER_WORDS + headCount, rowWords) };
}
function wordsOf(bytes, start, count) {
    const words = new Uint32Array(count);
    bytes.copy(Buffer.from(words.buffer), 0, start * 4, (start + count) * 4);
    return words;
}

;// CONCATENATED MODULE: ./build/index/page-table.js






function scanPage(project, body, pageUrl) {
    const builder = new TableBuilder(project);
    if (!scanSimpleJson(body.toString('latin1'), pageUrl, (file) => builder.add(file)))
        return undefined;
    const form = encodeTable(builder.build());
    const table = openTable(form, project, { pageUrl, bytes: (start, end) => body.subarray(start, end) });
    if (table === undefined)
        throw new Error(`the table of ${pageUrl} cannot be read again`);
    return { form, table };
}
function searchPage(project, version, body, pageUrl) {
    const builder = new TableBuilder(project);
    const texts = new Map();
    const isFound = searchSimpleJson(body.toString('latin1'), version, pageUrl, (file) => {
        builder.add(file);
        texts.set(file.start, Buffer.from(body.subarray(file.start, file.end)));
    });
    return isFound ? openTable(encodeTable(builder.build()), project, { pageUrl, bytes: (start) => texts.get(start) ?? Buffer.alloc(0) }) : undefined;
}
function openTable(form, project, page) {
    const facts = decodeTable(form);
    if (facts?.project !== project)
        return undefined;
    const read = jsonFileReader(page.pageUrl);
    const details = (row) => {
        const start = at(facts.rows, row * ROW_WORDS + 3);
        try {
            return read(page.bytes(start, start + at(facts.rows, row * ROW_WORDS + 4)).toString('utf8'), filenameAt(facts, row));
        }
        catch (error) {
            throw page.onLost === undefined ? error : page.onLost();
        }
    };
    return { ...facts, fileAt: (row) => new TableFile(facts, row, details) };
}
class TableFile {
    #facts;
    #row;
    #read;
    #details;
    constructor(facts, row, read) {
        this.#facts = facts;
        this.#row = row;
        this.#read = read;
    }
    get filename() {
        return filenameAt(this.#facts, this.#row);
    }
    get requiresPython() {
        const python = file_table_pythonOf(this.#facts, this.#row);
        return python === 0 ? undefined : this.#facts.pythons[python];
    }
    get yanked() {
        return isYankedAt(this.#facts, this.#row) ? this.#all.yanked : false;
    }
    get url() {
        return this.#all.url;
    }
    get hashes() {
        return this.#all.hashes;
    }
    get coreMetadata() {
        return this.#all.coreMetadata;
    }
    get sizeBytes() {
        return this.#all.sizeBytes;
    }
    get uploadTimeMs() {
        return this.#all.uploadTimeMs;
    }
    toJSON() {
        return (0,simple_page/* plainFile */.dC)(this);
    }
    get #all() {
        return (this.#details ??= this.#read(this.#row));
    }
}

;// CONCATENATED MODULE: ./build/index/kept-body.js


const kept_body_MAGIC = 0x70616765;
const kept_body_HEADER_BYTES = 12;
const FIRST_BYTES = 16 << 10;
const AROUND_BYTES = 8 << 10;
function keptBody(body, form = Buffer.alloc(0)) {
    const header = Buffer.alloc(kept_body_HEADER_BYTES);
    for (const [place, word] of [kept_body_MAGIC, form.length, body.length].entries())
        header.writeUInt32LE(word, place * 4);
    return [header, form, body];
}
function bodyIn(kept) {
    const places = placesIn(kept, kept.length);
    return places === undefined ? undefined : kept.subarray(places.bodyStart);
}
function placesIn(beginning, sizeBytes) {
    if (beginning.length < kept_body_HEADER_BYTES || beginning.readUInt32LE(0) !== kept_body_MAGIC)
        return undefined;
    const bodyStart = kept_body_HEADER_BYTES + beginning.readUInt32LE(4);
    return sizeBytes === bodyStart + beginning.readUInt32LE(8) ? { formEnd: bodyStart, bodyStart } : undefined;
}
function tableIn(cache, { key, pageUrl }, project) {
    const first = cache.part(key, 0, FIRST_BYTES);
    const places = first === undefined ? undefined : placesIn(first.bytes, first.sizeBytes);
    if (first === undefined || places === undefined || places.formEnd === kept_body_HEADER_BYTES)
        return undefined;
    const { bodyStart } = places;
    const form = bodyStart <= first.bytes.length ? first.bytes.subarray(kept_body_HEADER_BYTES, bodyStart) : cache.part(key, kept_body_HEADER_BYTES, bodyStart - kept_body_HEADER_BYTES)?.bytes;
    const read = (start, length) => cache.part(key, bodyStart + start, length)?.bytes;
    return form === undefined ? undefined : openTable(form, project, { pageUrl, bytes: stretches(read), onLost: () => lostError(cache, { key, pageUrl }) });
}
function stretches(read) {
    let known;
    return (start, end) => {
        if (known === undefined || start < known.start || end > known.start + known.bytes.length) {
            const bytes = read(start, Math.max(end - start, AROUND_BYTES));
            if (bytes === undefined || bytes.length < end - start)
                throw new Error('the page is shorter than it was');
            known = { start, bytes };
        }
        return known.bytes.subarray(start - known.start, end - known.start);
    };
}
class LostPage extends Error {
}
function lostError(cache, { key, pageUrl }) {
    void cache.write(key, []);
    const message = `the kept page of ${pageUrl} was taken away while it was in use`;
    return new errors/* UserError */.yo('index-answer', message, { origin: { kind: 'index', url: pageUrl }, hint: 'run it again: the page will be asked for', cause: new LostPage(message) });
}
function isLostPage(error) {
    return (0,errors/* isUserError */.iU)(error) && error.cause instanceof LostPage;
}

;// CONCATENATED MODULE: ./build/index/page-cache.js





const ACCEPT = 'application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html; q=0.2, text/html; q=0.1';
function storedPage(url, answer, body) {
    const policy = new http_cache_semantics(asRequest(url), { status: answer.status, headers: answer.headers }, { shared: false });
    const contentType = answer.headers['content-type'] ?? '';
    const mark = (0,external_node_crypto_.createHash)('sha256').update(`${contentType}\n${answer.url}\n`).update(body).digest('hex');
    return { policy, url: answer.url, contentType, mark, body };
}
function isFresh(stored, url) {
    return stored.policy.satisfiesWithoutRevalidation(asRequest(url));
}
function revalidated(stored, url, answer) {
    return { ...stored, policy: stored.policy.revalidatedPolicy(asRequest(url), answer).policy };
}
function pageHeaders(url, stored, anew) {
    const plain = { accept: ACCEPT, 'accept-encoding': ACCEPTED_ENCODINGS, ...(anew ? { 'cache-control': 'max-age=0' } : {}) };
    if (stored === undefined)
        return plain;
    const conditional = stored.policy.revalidationHeaders(asRequest(url));
    const validators = Object.entries(conditional).filter(([header]) => header === 'if-none-match' || header === 'if-modified-since');
    return { ...plain, ...Object.fromEntries(validators) };
}
function asRequest(url) {
    return { url: withoutCredentials(url), method: 'GET', headers: { accept: ACCEPT } };
}
const headKey = (url) => `page ${url}`;
const bodyKey = (mark) => `body ${mark}`;
async function keepPage(cache, url, page, form) {
    if (cache === undefined || !page.policy.storable())
        return;
    await cache.write(bodyKey(page.mark), keptBody(page.body, form));
    await keepHead(cache, url, page);
}
async function keepRevalidated(cache, url, { before, now }) {
    if (cache === undefined || !now.policy.storable())
        return;
    const validators = ({ policy }) => JSON.stringify(policy.revalidationHeaders(asRequest(url)));
    if (Math.max(before.policy.timeToLive(), now.policy.timeToLive()) <= 0 && validators(before) === validators(now))
        return;
    await keepHead(cache, url, now);
}
async function keepHead(cache, url, { policy, url: from, contentType, mark }) {
    await cache.write(headKey(url), [Buffer.from(JSON.stringify({ policy: policy.toObject(), url: from, contentType, mark }))]);
}
async function readHead(cache, url) {
    const value = await cache?.read(headKey(url));
    if (value === undefined)
        return undefined;
    try {
        const head = JSON.parse(value.toString());
        return { policy: http_cache_semantics.fromObject(head.policy), url: head.url, contentType: head.contentType, mark: head.mark };
    }
    catch {
        return undefined;
    }
}
async function readKept(cache, head) {
    const kept = await cache?.read(bodyKey(head.mark));
    const body = kept === undefined ? undefined : bodyIn(kept);
    return body === undefined ? undefined : { ...head, body };
}
function readKeptTable(cache, { mark, url }, project) {
    return cache === undefined ? undefined : tableIn(cache, { key: bodyKey(mark), pageUrl: url }, project);
}

;// CONCATENATED MODULE: ./build/index/page-content.js




function judgeStatus(index, answer) {
    if (answer.status === 200)
        return undefined;
    answer.body.discard();
    if (answer.status === 404 || answer.status === 410)
        return { kind: 'absent' };
    if (answer.status === 403 && !answer.authenticated)
        return { kind: 'forbidden' };
    const refused = answer.status === 401 || answer.status === 403 || answer.status === 407;
    throw new errors/* UserError */.yo(refused ? 'index-refused' : 'index-answer', `${(0,kernel_secrets/* redactUrl */.BO)(answer.url)} answered ${answer.status}`, {
        origin: { kind: 'index', url: index.label },
        ...(refused ? { hint: page_content_hintFor(answer) } : {}),
    });
}
function page_content_hintFor(answer) {
    if (answer.status === 407)
        return 'the proxy wants credentials: put them into the URL of --proxy or HTTPS_PROXY';
    return answer.authenticated
        ? 'the credentials that were sent are not accepted: check that they are right, and allowed to read this index'
        : 'this index wants credentials: put them into its URL, a netrc file, the keyring or the environment';
}
async function readPage(index, stored, { name, version }) {
    const type = stored.contentType.toLowerCase();
    if (type.startsWith('application/vnd.pypi.simple.v1+json') && name !== undefined)
        return readJson(index, stored, { name, version });
    if (!/^(text\/html|application\/vnd\.pypi\.simple\.v1\+html|application\/xhtml\+xml)/.test(type))
        return { kind: 'no-page', contentType: stored.contentType };
    const html = decode(stored);
    const { parseFindLinksHtml, parseSimpleHtml } = await Promise.all(/* import() */[__nccwpck_require__.e(600), __nccwpck_require__.e(157)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6157));
    const files = filesOf(index, stored, name === undefined ? parseFindLinksHtml(html, stored.url) : parseSimpleHtml(html, stored.url));
    if (files.length === 0 && isLoginPage(html))
        throw loginError(index, stored);
    return { kind: 'page', files, mark: stored.mark };
}
function readJson(index, stored, { name, version }) {
    const { body, url, mark } = stored;
    const isUtf8 = charsetOf(stored).toLowerCase() === 'utf-8';
    const found = isUtf8 && version !== undefined ? searchPage(name, version, body, url) : undefined;
    if (found !== undefined)
        return { kind: 'page', files: found, isPart: true, mark };
    const scanned = isUtf8 ? scanPage(name, body, url) : undefined;
    if (scanned !== undefined)
        return { kind: 'page', files: scanned.table, form: scanned.form, mark };
    return { kind: 'page', files: filesOf(index, stored, parseSimpleJson(decode(stored), url)), mark };
}
function filesOf(index, stored, parsed) {
    if (parsed.ok)
        return parsed.value.files;
    throw new errors/* UserError */.yo('index-answer', `${(0,kernel_secrets/* redactUrl */.BO)(stored.url)} is not a page of the simple API: ${parsed.message}`, {
        origin: { kind: 'index', url: index.label }, hint: 'look at what it answers: a proxy or a login may have answered in its place, or the answer was cut off',
    });
}
function charsetOf({ contentType }) {
    return /charset\s*=\s*"?([\w.:-]+)/i.exec(contentType)?.[1] ?? 'utf-8';
}
function decode(stored) {
    try {
        return new TextDecoder(charsetOf(stored)).decode(stored.body);
    }
    catch {
        return stored.body.toString('utf8');
    }
}
function isLoginPage(html) {
    if (/<input[^>]*type\s*=\s*["']?password/i.test(html))
        return true;
    return /<(title|form)\b[^>]*>?[^<]*\b(sign[ _-]?in|log[ _-]?in|sso|saml|authenticat)/i.test(html);
}
function loginError(index, stored) {
    return new errors/* UserError */.yo('index-refused', `${(0,kernel_secrets/* redactUrl */.BO)(stored.url)} answered with a login page`, {
        origin: { kind: 'index', url: index.label },
        hint: 'this index wants credentials: put them into its URL, a netrc file, the keyring or the environment',
    });
}

;// CONCATENATED MODULE: ./build/index/pages.js




function openPageReader(parts) {
    const compared = new Map();
    return {
        read: async (index, page, terms) => {
            const { name } = page;
            if (name !== undefined && index.url.startsWith('file:'))
                return readLocalPage(index, name);
            const url = name === undefined ? index.url : projectUrl(index.url, name);
            const known = compared.get(url);
            compared.delete(url);
            const finding = known ?? find(parts, { url, index, name }, terms);
            const answer = await readFound(parts, { url, index, ...page }, finding, terms);
            if (answer.kind === 'page' && answer.isPart === true)
                compared.set(url, finding.then(asKept));
            return answer;
        },
        isSame: async (index, name, mark, terms) => {
            if (index.url.startsWith('file:'))
                return false;
            const url = projectUrl(index.url, name);
            const finding = find(parts, { url, index, name }, terms);
            compared.set(url, finding);
            const found = await finding;
            if (found.kind === 'none')
                return mark === ABSENT && found.answer.kind === 'absent';
            return mark === (found.kind === 'kept' ? found.head : found.page).mark;
        },
    };
}
function asKept(found) {
    if (found.kind !== 'new')
        return found;
    const { policy, url, contentType, mark } = found.page;
    return { kind: 'kept', head: { policy, url, contentType, mark } };
}
const ABSENT = 'absent';
async function readFound(parts, wanted, finding, terms) {
    const { url, index, name } = wanted;
    const found = await finding;
    if (found.kind === 'none')
        return found.answer;
    const kept = found.kind === 'kept' ? keptAnswer(parts, found.head, name) : undefined;
    if (kept !== undefined)
        return kept;
    const page = found.kind === 'new' ? found.page : await readKept(parts.cache, found.head);
    if (page === undefined)
        return readFound(parts, wanted, parts.offline ? Promise.resolve({ kind: 'none', answer: { kind: 'offline' } }) : pages_ask(parts, wanted, undefined, terms), terms);
    const answer = await readPage(index, page, wanted);
    if (answer.kind !== 'page' || (found.kind === 'kept' && answer.form === undefined))
        return answer;
    await keepPage(parts.cache, url, page, answer.form);
    return (answer.form === undefined ? undefined : keptAnswer(parts, page, name)) ?? answer;
}
function keptAnswer({ cache }, head, name) {
    const files = name === undefined ? undefined : readKeptTable(cache, head, name);
    return files === undefined ? undefined : { kind: 'page', files, mark: head.mark };
}
async function find(parts, wanted, terms) {
    const kept = await readHead(parts.cache, wanted.url);
    if (kept !== undefined && (parts.offline || (!parts.asksAnew(wanted.name) && isFresh(kept, wanted.url))))
        return { kind: 'kept', head: kept };
    if (parts.offline)
        return { kind: 'none', answer: { kind: 'offline' } };
    return pages_ask(parts, wanted, kept, terms);
}
function pages_ask({ client, cache, asksAnew }, { url, index, name }, kept, terms) {
    const headers = pageHeaders(url, kept, asksAnew(name));
    return client.request(url, { headers: () => headers, ...terms }, async (answer) => {
        if (answer.status === 304 && kept !== undefined) {
            answer.body.discard();
            const head = revalidated(kept, url, answer);
            await keepRevalidated(cache, url, { before: kept, now: head });
            return { kind: 'kept', head };
        }
        const judged = judgeStatus(index, answer);
        return judged === undefined ? { kind: 'new', page: await pageOf(url, answer) } : { kind: 'none', answer: judged };
    });
}
async function pageOf(url, answer) {
    return storedPage(url, answer, await read_readBody(answer));
}
function projectUrl(index, name) {
    const url = new URL(index);
    url.pathname = `${url.pathname.replace(/\/+$/, '')}/${name}/`;
    return url.href;
}

;// CONCATENATED MODULE: ./build/index/lookup.js




function openLookup(given) {
    const parts = { ...given, forbidden: new Set(), partial: new Set() };
    let lists = new SharedWork();
    let isWide = false;
    for (const index of parts.places.untrusted)
        parts.events.notice('warning', `${index.label} is ignored: it is not encrypted, and its host was not declared with --trusted-host`);
    return {
        places: [...parts.places.indexes, ...parts.findLinks.map((place) => place.index)],
        forget: () => {
            lists.dropIdle();
            lists = new SharedWork();
        },
        dropSpeculation: () => lists.dropIdle(),
        widen: () => {
            const isMore = !isWide && parts.partial.size > 0;
            isWide = true;
            return isMore;
        },
        stillSays: async (marks, signal) => (await Promise.all(marks.map((mark) => isSame(parts, mark, signal)))).every(Boolean),
        list: (name, { signal, urgent }) => lists.get(isWide && parts.partial.has(name) ? `${name} whole` : name, urgent, async (own) => {
            const pinned = parts.pinnedFor(name);
            const rules = parts.rulesFor(name);
            if (pinned !== undefined)
                return listPinned(name, pinned, rules);
            const version = isWide || looksAtAll(rules) ? undefined : parts.onlyVersion(name);
            const asked = await askPlaces(parts, { name, version }, { ...own, signal: AbortSignal.any([signal, own.signal]) });
            const list = listCandidates(name, asked.listed, rules);
            if (rules.uploadedPriorToMs !== undefined)
                refuseWithoutTimes(list);
            return { ...list, unanswered: asked.unanswered, ...(asked.marks === undefined ? {} : { marks: asked.marks }) };
        }),
    };
}
function looksAtAll({ hashes, uploadedPriorToMs }) {
    return hashes !== undefined || uploadedPriorToMs !== undefined;
}
async function askPlaces(parts, wanted, terms) {
    const { name } = wanted;
    const { kind, indexes } = parts.places.forName(name);
    const sorted = (answers, links = { listed: [], marks: [] }) => {
        const marks = marksOf(name, answers);
        return { ...sortedOut(answers, links.listed), marks: marks === undefined ? undefined : [...marks, ...links.marks] };
    };
    if (kind === 'owned')
        return sorted([...(await readAll(parts, wanted, indexes, terms)), ...notAsked(parts.places.indexes.filter((index) => !indexes.includes(index)), 'owned')]);
    if (kind === 'merged') {
        const [links, answers] = await Promise.all([readFindLinks(parts, terms.signal), readAll(parts, wanted, indexes, terms)]);
        return sorted(answers, links);
    }
    const links = readFindLinks(parts, terms.signal);
    links.catch(() => undefined);
    const answers = [];
    for (const index of indexes) {
        const answer = await readIndex(parts, wanted, index, terms);
        answers.push(answer);
        if (answer.kind === 'listed')
            break;
    }
    return sorted([...answers, ...notAsked(indexes.slice(answers.length), 'behind-first')], await links);
}
function notAsked(indexes, why) {
    return indexes.map((index) => ({ kind: 'unanswered', index, why }));
}
function marksOf(name, answers) {
    const asked = answers.filter((answer) => answer.kind !== 'unanswered' || answer.why === 'forbidden' || answer.why === 'offline');
    const marks = asked.map((answer) => {
        if (answer.kind === 'listed')
            return answer.mark === undefined ? undefined : { name, indexUrl: answer.listed.index.url, mark: answer.mark };
        return answer.kind === 'absent' && answer.isPlain ? { name, indexUrl: answer.index.url, mark: ABSENT } : undefined;
    });
    return marks.every((mark) => mark !== undefined) ? marks : undefined;
}
async function isSame(parts, { name, indexUrl, mark }, signal) {
    if (name === undefined)
        return mark === (await parts.findLinks.find((place) => place.index.url === indexUrl)?.mark(signal));
    const index = parts.places.forName(name).indexes.find(({ url }) => url === indexUrl);
    if (index === undefined)
        return false;
    return parts.events.during({ task: 'page', resource: 'network', subject: name }, (task) => parts.pages.isSame(index, name, mark, { signal, urgent: true, onPlace: () => task.began() }));
}
function sortedOut(answers, links) {
    return {
        listed: [...links, ...answers.flatMap((answer) => (answer.kind === 'listed' ? [answer.listed] : []))],
        unanswered: answers.flatMap((answer) => (answer.kind === 'unanswered' ? [{ index: answer.index, why: answer.why }] : [])),
    };
}
function readAll(parts, wanted, indexes, terms) {
    return Promise.all(indexes.map((index) => readIndex(parts, wanted, index, terms)));
}
async function readFindLinks({ findLinks }, signal) {
    const read = await Promise.all(findLinks.map(async (place) => ({ index: place.index, ...(await place.files(signal)) })));
    const archives = read.map(({ index, archives: files }) => ({ index, files }));
    const linked = read.map(({ index, linked: files }) => ({ index, files }));
    const marks = await Promise.all(findLinks.map(async (place) => ({ indexUrl: place.index.url, mark: await place.mark(signal) })));
    return { listed: [...archives, ...linked].filter(({ files }) => files.length > 0), marks };
}
async function readIndex(parts, wanted, index, terms) {
    const { name } = wanted;
    const facts = { task: 'page', resource: 'network', subject: name };
    return parts.events.during(facts, async (task) => {
        const answer = await parts.pages.read(index, wanted, { ...terms, onPlace: () => task.began() });
        switch (answer.kind) {
            case 'page':
                if (answer.isPart === true)
                    parts.partial.add(name);
                return { kind: 'listed', listed: { index, files: answer.files }, mark: answer.mark };
            case 'absent':
                return { kind: 'absent', index, isPlain: true };
            case 'no-page':
                parts.events.notice('warning', `${index.label} answered ${answer.contentType || 'something without a type'} for ${name}, which is no page of an index: taken as "not here", as pip does`);
                return { kind: 'absent', index, isPlain: false };
            case 'forbidden':
                noteForbidden(parts, index, name);
                return { kind: 'unanswered', index, why: 'forbidden' };
            case 'offline':
                return { kind: 'unanswered', index, why: 'offline' };
        }
    });
}
function noteForbidden({ forbidden, events }, index, name) {
    const level = forbidden.has(index) ? 'debug' : 'info';
    forbidden.add(index);
    events.notice(level, `${index.label} answers 403 for ${name} and was given no credentials: taken as "not here"`);
}
function refuseWithoutTimes({ rejections }) {
    const rejection = rejections().find(({ reason }) => reason === 'no-upload-time');
    if (rejection === undefined)
        return;
    throw new errors/* UserError */.yo('index-answer', `${rejection.index.label} does not say when its files were uploaded, which --uploaded-prior-to needs (${rejection.filename})`, {
        origin: { kind: 'index', url: rejection.index.label },
        hint: 'use an index that does, except this project with --uploaded-any-time, or leave the rule out',
    });
}
function listPinned(name, { file, index, origin }, rules) {
    const list = listCandidates(name, [{ index, files: [file] }], rules);
    const [rejection] = list.rejections();
    if (rejection === undefined)
        return { ...list, unanswered: [] };
    const code = rejection.reason === 'format' && !file.filename.endsWith('.whl') ? 'build-required' : 'no-candidate';
    throw new errors/* UserError */.yo(code, `the locked file ${file.filename} cannot be used here: ${rejection.detail}`, { origin });
}

;// CONCATENATED MODULE: ./build/index/places.js


function openPlaces(facts) {
    const all = unique(facts.indexUrls).map(toIndex);
    const isTrusted = (index) => isSecureOrigin(index.url, facts.trustedHosts);
    const trusted = all.filter(isTrusted);
    const owners = [...facts.owners].sort((a, b) => b.pattern.length - a.pattern.length)
        .map(({ pattern, url }) => ({ matches: patternTest(pattern), index: all.find((index) => sameUrl(index.url, url)) ?? toIndex(url) }));
    return {
        indexes: trusted,
        untrusted: [...new Set([...all, ...owners.map(({ index }) => index)])].filter((index) => !isTrusted(index)),
        forName: (name) => {
            const owner = owners.find(({ matches }) => matches(name));
            if (owner !== undefined)
                return { kind: 'owned', indexes: [owner.index].filter(isTrusted) };
            return { kind: facts.strategy === 'first-match' ? 'first' : 'merged', indexes: trusted };
        },
    };
}
function toIndex(url) {
    return { kind: 'simple', url, label: (0,kernel_secrets/* redactUrl */.BO)(url) };
}
function unique(urls) {
    return urls.filter((url, at) => urls.findIndex((other) => sameUrl(other, url)) === at);
}
function sameUrl(a, b) {
    return a.replace(/\/+$/, '') === b.replace(/\/+$/, '');
}
function patternTest(pattern) {
    const expression = new RegExp(`^${pattern.split('*').map((part) => part.replace(/[.\\+?^${}()|[\]]/g, '\\$&')).join('.*')}$`);
    return (name) => expression.test(name);
}

;// CONCATENATED MODULE: ./build/kernel/origin.js
function origin_describeOrigin(origin) {
    switch (origin.kind) {
        case 'file': {
            const column = origin.column === undefined ? '' : `:${origin.column}`;
            return origin.line === undefined ? origin.path : `${origin.path}:${origin.line}${column}`;
        }
        case 'flag':
            return origin.flag;
        case 'environment':
            return origin.name;
        case 'config':
            return `${origin.path} [${origin.key}]`;
        case 'argument':
            return `argument "${origin.text}"`;
        case 'index':
            return origin.url;
    }
}

;// CONCATENATED MODULE: ./build/run/user-hashes.js




function userHashes({ requirements, constraints }, environment) {
    const byName = new Map();
    for (const user of [...requirements, ...constraints]) {
        if (user.name === undefined || user.hashes.length === 0)
            continue;
        if (user.marker !== undefined && !marker_evaluation_evaluateMarker(user.marker, environment))
            continue;
        const before = byName.get(user.name);
        byName.set(user.name, before === undefined ? { hashes: user.hashes, user } : { hashes: inCommon(before, user), user: before.user });
    }
    return new Map([...byName].map(([name, { hashes }]) => [name, hashes]));
}
function inCommon(before, user) {
    const comparable = before.hashes.filter((hash) => user.hashes.some((other) => other.algorithm === hash.algorithm));
    if (comparable.length === 0)
        return before.hashes;
    const both = comparable.filter((hash) => user.hashes.some((other) => (0,kernel_hash/* isSameHash */.VR)(other, hash)));
    if (both.length > 0)
        return both;
    throw new errors/* UserError */.yo('hash-mismatch', `two lines give hashes for ${user.name} that have none in common`, {
        origin: user.origin,
        details: [`the other line is ${origin_describeOrigin(before.user.origin)}`],
        hint: 'make both lines from the same files, or leave one of them out',
    });
}

;// CONCATENATED MODULE: ./build/run/offers.js









function openOffers(facts, parts) {
    const { requests, indexUrls } = facts;
    const { indexes, network, policy } = requests;
    const { client, events } = parts;
    const { refresh } = indexes;
    const asksAnew = (name) => refresh.all || (name !== undefined && refresh.names.includes(name));
    const pages = openPageReader({ client, cache: parts.pageCache, offline: network.offline, asksAnew });
    const places = openPlaces({ ...indexes, indexUrls, trustedHosts: network.trustedHosts });
    const findLinks = indexes.findLinks.map(({ value }) => openFindLinks(value, { pages, events, trustedHosts: network.trustedHosts }));
    const hashes = userHashes(requests.set, facts.target.environment);
    const locked = new Map(requests.locked.map((file) => [file.name, pinnedFile(file)]));
    const open = (own) => {
        const lookup = openLookup({ places, findLinks, pages, events, rulesFor: rulesFor(facts, own), pinnedFor: own.pinnedFor, onlyVersion: own.onlyVersion ?? (() => undefined) });
        const wheelRequest = requestOf(own.hashesFor, own.pinnedFor);
        return { lookup, wheelRequest, metadata: openMetadataReader({ client, keep: parts.keep, wheels: parts.wholeWheels(wheelRequest), events, offline: network.offline, isNeededWhole: own.isNeededWhole }) };
    };
    const forRun = open({ hashesFor: (name) => hashes.get(name), pinnedFor: (name) => locked.get(name), ignoreRequiresPython: policy.ignoreRequiresPython, isNeededWhole: facts.isNeededWhole, onlyVersion: facts.onlyVersion });
    const isPlain = !policy.ignoreRequiresPython && hashes.size === 0 && locked.size === 0 && facts.onlyVersion === undefined;
    const forBuilds = isPlain ? forRun : open({ hashesFor: () => undefined, pinnedFor: () => undefined, ignoreRequiresPython: false, isNeededWhole: () => false });
    return { forRun, forBuilds };
}
function rulesFor({ requests, pythonVersion, tagRanks }, own) {
    const { policy } = requests;
    return (name) => {
        const { wheels, sources } = controls_allowedFormats(policy.formatControl, name);
        return {
            tagRanks,
            pythonVersion,
            ignoreRequiresPython: own.ignoreRequiresPython,
            preferBinary: policy.preferBinary,
            allowWheels: wheels,
            allowSdists: sources,
            hashes: own.hashesFor(name),
            uploadedPriorToMs: policy.uploadedAnyTime.includes(name) ? undefined : policy.uploadedPriorToMs,
        };
    };
}
function requestOf(hashesFor, pinnedFor) {
    return (candidate) => ({
        name: candidate.name,
        versionText: candidate.version.text,
        filename: candidate.file.filename,
        url: candidate.file.url,
        publishedHashes: candidate.file.hashes,
        requiredHashes: hashesFor(candidate.name) ?? [],
        sizeBytes: candidate.file.sizeBytes,
        requiredSizeBytes: pinnedFor(candidate.name)?.file.sizeBytes,
    });
}
function pinnedFile({ filename, url, hashes, sizeBytes, uploadTimeMs, index, origin }) {
    const place = index ?? (origin.kind === 'file' ? (0,external_node_url_.pathToFileURL)(origin.path).href : url);
    return {
        file: { filename, url, hashes, requiresPython: undefined, yanked: false, coreMetadata: false, sizeBytes, uploadTimeMs },
        index: { kind: 'simple', url: place, label: (0,kernel_secrets/* redactUrl */.BO)(place) },
        origin,
    };
}

;// CONCATENATED MODULE: ./build/run/parts.js











function openPool(limits, context) {
    if (limits.threads === 0)
        return openInlinePool();
    const onInline = (why) => context.events.notice('info', `no thread can be started (${(0,errors/* messageOf */.bD)(why)}); wheels are unpacked one by one`);
    return openThreadPool({ workerPath: context.workerPath, threadCount: limits.threads, onInline });
}
function openParts(facts, context) {
    const { requests, storeFolder, pool } = facts;
    const { events } = context;
    const { findLinks, owners } = requests.indexes;
    const urls = [...facts.indexUrls, ...findLinks.map(({ value }) => value), ...owners.map(({ url }) => url)];
    const keyring = { python: facts.basePython, scripts: facts.target.scheme.scripts };
    const client = network_openNetwork({ settings: requests.network, limits: facts.limits, urls, keyring }, context);
    const store = openWheelStore(storeFolder.layout);
    const { storeReady, limits: { partsPerFile } } = facts;
    const fetcher = openFetcher({ client, store, pool, events, storeReady, partsPerFile });
    const tagRanks = new Map(facts.target.tags.map((tag, rank) => [tag, rank]));
    const keep = metadataKeep(store, storeFolder, events);
    const pageCache = storeFolder.isKept ? openValueStore(storeFolder.layout.pages) : undefined;
    const wholeWheels = wheelsFrom({ store, fetcher, storeReady }, context);
    const { forRun, forBuilds } = openOffers({ ...facts, tagRanks }, { client, pageCache, events, keep, wholeWheels });
    return {
        ...forRun,
        store,
        pool,
        fetcher,
        sdists: openFetcher({ client, store: openWheelStore(sdistLayout(storeFolder.layout)), pool, events, storeReady, partsPerFile, kind: 'sdists' }),
        tagRanks,
        forBuilds,
        metadataKeep: keep,
        keptProjects: () => (storeFolder.isKept ? keptProjects(storeFolder.layout.pages) : Promise.resolve([])),
        isOffline: requests.network.offline || facts.indexUrls.length === 0,
        trees: storeFolder.isKept && context.world.platform !== 'win32' ? { layout: storeFolder.layout, grow: context.world.isThrownAway !== true } : undefined,
        close: () => client.close(),
    };
}
function sdistLayout(layout) {
    return { ...layout, wheel: (sha256) => layout.sdist(sha256) };
}
function wheelsFrom({ store, fetcher, storeReady }, context) {
    return (wheelRequest) => ({
        stored: async (candidate) => {
            await storeReady;
            return isStored(store, candidate);
        },
        expected: (candidate) => fetcher.expected(wheelRequest(candidate)),
        fetch: (candidate) => fetcher.fetch(wheelRequest(candidate), context),
        offer: (candidate, bytes) => fetcher.offer(wheelRequest(candidate), bytes),
    });
}
function isStored(store, { file }) {
    const sha256 = publishedSha256(file.hashes);
    return sha256 !== undefined && store.find(sha256) !== undefined;
}
function metadataKeep(store, folder, events) {
    const local = openValueStore(external_node_path_.join(folder.layout.facts, 'metadata'));
    return {
        read: async (sha256, isPublished) => {
            const travelled = await store.readMetadata(sha256);
            if (travelled !== undefined && isPublished(travelled))
                return travelled;
            if (travelled !== undefined)
                events.count('metadata-refused', 1, sha256);
            return (await local.read(sha256))?.toString('utf8');
        },
        write: (sha256, text, { travels }) => (travels ? store.writeMetadata(sha256, text) : local.write(sha256, text)),
    };
}

;// CONCATENATED MODULE: ./build/target/default-index.js






const default_index_MARK = '<<parallel-pip-index>>';
const INDEX_SCRIPT = `
import json, sys
if sys.path[:1] == ['']:
    del sys.path[0]
path = list(sys.path)
def ask():
    from pip._internal.models.index import PyPI
    sys.stdout.write('\\n${default_index_MARK}' + json.dumps([PyPI.simple_url, path]) + '\\n')
try:
    ask()
except Exception:
    if len(sys.argv) > 1:
        sys.path.insert(0, sys.argv[1])
        for name in [name for name in sys.modules if name.split('.')[0] == 'pip']:
            del sys.modules[name]
        ask()
`;
async function askDefaultIndex(target, { world, cache, signal }) {
    const key = cache === undefined ? undefined : default_index_keyOf(target, world);
    const known = readWatched(key === undefined ? undefined : cache?.get(key), pipIn);
    if (known !== undefined)
        return known;
    const args = ['-c', INDEX_SCRIPT, ...(target.ensurepipWheel === undefined ? [] : [target.ensurepipWheel])];
    const { stdout } = await run_python_runPython(target.python, { args, env: world.env, cwd: world.cwd, signal });
    const start = stdout.lastIndexOf(default_index_MARK);
    if (start === -1)
        return undefined;
    const [url, places] = JSON.parse(stdout.slice(start + default_index_MARK.length).split('\n', 1)[0] ?? '');
    if (key !== undefined)
        cache?.set(key, watchedText(url, places, pipIn));
    return url;
}
function default_index_keyOf({ python, ensurepipWheel }, world) {
    const interpreter = probeCacheKey(python, world);
    const wheel = ensurepipWheel === undefined ? undefined : [ensurepipWheel, default_index_stateOf(ensurepipWheel)];
    return interpreter === undefined ? undefined : `index-${(0,external_node_crypto_.createHash)('sha256').update(JSON.stringify([interpreter, wheel])).digest('hex')}`;
}
function pipIn(place) {
    const file = external_node_path_.join(place, 'pip', '_internal', 'models', 'index.py');
    return `${default_index_stateOf(external_node_path_.join(place, 'pip'))} ${default_index_stateOf(file)} ${factsOf(place)?.isFile() === true ? default_index_stateOf(place) : ''}`;
}
function default_index_stateOf(file) {
    const facts = factsOf(file);
    return facts === undefined ? '' : `${facts.mtimeMs}/${facts.size}`;
}

;// CONCATENATED MODULE: ./build/run/index-urls.js








async function index_urls_findIndexes({ indexUrl, extraIndexUrls, noIndex }, asked, context) {
    if (noIndex)
        return [];
    const main = indexUrl?.value ?? (await context.events.during({ task: 'configure', resource: 'cpu' }, () => askDefaultIndex(asked, { world: context.world, signal: context.signal, cache: openProbeStore(asked.storeFolder) })));
    if (main === undefined) {
        throw new errors/* UserError */.yo('index-missing', 'no package index is configured, and the interpreter has no pip to ask for its default', {
            hint: 'name one with --index-url, PIP_INDEX_URL or pip.conf, or use --no-index with --find-links',
        });
    }
    const named = [{ value: main, origin: indexUrl?.origin }, ...extraIndexUrls];
    const urls = await Promise.all(named.map((one) => toIndexUrl(one, context)));
    return urls.filter((url) => url !== undefined);
}
async function toIndexUrl({ value, origin }, { world, events }) {
    const ignored = (why) => {
        events.notice('warning', `the index ${(0,kernel_secrets/* redactUrl */.BO)(value)} is ignored: ${why}`, origin);
    };
    const scheme = /^(?<scheme>[a-z][a-z0-9+.-]+):\/\//i.exec(value)?.groups?.['scheme']?.toLowerCase() ?? (/^file:/i.test(value) ? 'file' : undefined);
    if (scheme === 'file')
        return isThere(value) ? value : ignored('there is no such folder');
    if (scheme !== undefined)
        return ['http', 'https'].includes(scheme) ? value : ignored(`${scheme} is not a scheme that can be fetched (http, https, file)`);
    const local = await localUrl(external_node_path_.resolve(world.cwd, value));
    return local ?? ignored(`it is neither a URL nor a folder that exists${looksLikeHost(value) ? `; did you mean https://${value}?` : ''}`);
}
function isThere(url) {
    try {
        return (0,external_node_fs_.existsSync)((0,external_node_url_.fileURLToPath)(url));
    }
    catch {
        return false;
    }
}
function looksLikeHost(text) {
    return /^[\w-]+(\.[\w-]+)+(:\d+)?(\/|$)/.test(text);
}

;// CONCATENATED MODULE: ./build/requests/direct-source.js





const direct_source_ARCHIVE = /\.(zip|whl|tar\.bz2|tbz|tar\.gz|tgz|tar|tar\.xz|txz|tlz|tar\.lz|tar\.lzma)$/i;
function direct_source_isArchiveName(name) {
    return direct_source_ARCHIVE.test(name);
}
function direct_source_isFolder(file) {
    return direct_source_factsOf(file)?.isDirectory() ?? false;
}
function direct_source_isFile(file) {
    return direct_source_factsOf(file)?.isFile() ?? false;
}
function direct_source_factsOf(file) {
    try {
        return (0,external_node_fs_.statSync)(file, { throwIfNoEntry: false });
    }
    catch {
        return undefined;
    }
}
function direct_source_isInstallableFolder(folder) {
    return direct_source_isFile(path.join(folder, 'pyproject.toml')) || direct_source_isFile(path.join(folder, 'setup.py'));
}
function direct_source_toDirectSource(link, { cwd, editable }) {
    const subdirectory = link.subdirectory === undefined ? {} : { subdirectory: link.subdirectory };
    const hash = link.hash === undefined ? {} : { hash: link.hash };
    if (link_isVcsScheme(link.scheme))
        return toRepository(link, { editable, ...subdirectory });
    if (link.scheme === 'file') {
        const file = link_urlToPath(link.url, cwd);
        if (!file.ok)
            return file;
        const hasSlash = link.url.endsWith('/') && !editable ? { hasSlash: true } : {};
        if (editable || direct_source_isFolder(file.value))
            return (0,kernel_parsed/* parsed */.Y)({ kind: 'directory', path: file.value, editable, ...subdirectory, ...hasSlash });
        return (0,kernel_parsed/* parsed */.Y)({ kind: 'archive', url: link_pathToUrl(file.value), ...subdirectory, ...hash });
    }
    return (0,kernel_parsed/* parsed */.Y)({ kind: 'archive', url: link.url, ...subdirectory, ...hash });
}
function toRepository(link, { editable, subdirectory }) {
    const plus = link.url.indexOf('+');
    const vcs = link.scheme.slice(0, link.scheme.indexOf('+'));
    const match = /^(?<origin>[^:]+:(?:\/\/[^/?]*)?)(?<path>[^?]*)(?<query>\?.*)?$/s.exec(link.url.slice(plus + 1));
    const written = match?.groups?.['path'] ?? '';
    const whole = link.scheme === 'git+file' ? (0,link_url/* decodePercent */.gr)(written) : written;
    const at = whole.lastIndexOf('@');
    if (at !== -1 && at === whole.length - 1) {
        return (0,kernel_parsed/* notParsed */.l)('the revision after @ is empty: name one, or leave out the @', link.url.length);
    }
    const url = `${match?.groups?.['origin'] ?? ''}${at === -1 ? whole : whole.slice(0, at)}${match?.groups?.['query'] ?? ''}`;
    const ref = at === -1 ? {} : { ref: (0,link_url/* decodePercent */.gr)(whole.slice(at + 1)) };
    return (0,kernel_parsed/* parsed */.Y)({ kind: 'vcs', vcs, url, editable, ...ref, ...(subdirectory === undefined ? {} : { subdirectory }) });
}
function direct_source_sourceProblem(direct, cwd) {
    if (direct.kind === 'vcs')
        return undefined;
    if (direct.kind === 'directory') {
        if (!direct_source_isFolder(direct.path))
            return `there is no folder ${direct.path}`;
        const project = path.join(direct.path, direct.subdirectory ?? '');
        return direct_source_isInstallableFolder(project) ? undefined : `${project} has neither pyproject.toml nor setup.py`;
    }
    const fault = direct_source_archiveFault(direct.url);
    const file = fault === undefined && schemeOf(direct.url) === 'file' ? urlToPath(direct.url, cwd) : undefined;
    return file?.ok === true && !direct_source_isFile(file.value) ? `there is no file ${file.value}` : fault;
}
function direct_source_archiveFault(url) {
    if (['http', 'https', 'file'].includes(link_schemeOf(url)))
        return urlFault(url);
    return `${url} is not a URL that can be installed from (http, https, file, git+https, git+ssh, git+file); a path stands alone, or as file:path`;
}

;// CONCATENATED MODULE: ./build/requests/requirement-text.js










function requirement_text_readRequirementText(text, cwd) {
    const split = splitMarker(text);
    if (!split.ok)
        return split;
    const { body, offset, marker } = split.value;
    const found = isUrl(body) ? parsedLink(body, undefined) : readPath(body, cwd);
    const parts = !found.ok ? found : found.value === undefined ? readNamed(body, cwd) : readLinked(found.value, cwd);
    if (!parts.ok)
        return notParsed(parts.message, offset + parts.offset);
    return parsed({ ...parts.value, marker: marker ?? parts.value.marker });
}
function parsedLink(text, extras) {
    const link = parseLink(text);
    return link.ok ? parsed({ link: link.value, extras }) : link;
}
function splitMarker(text) {
    const separator = isUrl(text) ? '; ' : ';';
    const at = text.indexOf(separator);
    const body = at === -1 ? text : text.slice(0, at);
    const offset = body.length - body.trimStart().length;
    if (at === -1)
        return parsed({ body: body.trim(), offset, marker: undefined });
    const said = text.slice(at + separator.length);
    if (said.trim() === '')
        return parsed({ body: body.trim(), offset, marker: undefined });
    const marker = parseMarker(said.trim());
    if (!marker.ok)
        return notParsed(marker.message, at + separator.length + (said.length - said.trimStart().length) + marker.offset);
    return parsed({ body: body.trim(), offset, marker: marker.value });
}
function readPath(body, cwd) {
    const { path: named, extras } = splitPathExtras(body);
    const file = path.resolve(cwd, named);
    if (looksLikePath(body) && isFolder(file)) {
        if (isInstallableFolder(file))
            return parsedLink(pathToUrl(file), extras);
        return notParsed(`the folder ${JSON.stringify(body)} cannot be installed: it has neither pyproject.toml nor setup.py`);
    }
    if (!isArchiveName(file))
        return parsed(undefined);
    if (isFile(file))
        return parsedLink(pathToUrl(file), extras);
    const [beforeAt = ''] = body.split('@', 1);
    if (body.includes('@') && !looksLikePath(beforeAt))
        return parsed(undefined);
    const link = parsedLink(pathToUrl(file), extras);
    return link.ok ? parsed({ ...link.value, warning: `${body} looks like a file name, but there is no such file` }) : link;
}
function looksLikePath(text) {
    return text.includes(path.sep) || (path.sep === '\\' && text.includes('/')) || text.startsWith('.');
}
function readLinked(found, cwd) {
    const link = withoutParents(found.link, cwd);
    if (!link.ok)
        return link;
    const direct = toDirectSource(link.value, { cwd, editable: false });
    if (!direct.ok)
        return direct;
    const extras = requirement_text_readExtras(found.extras);
    if (!extras.ok)
        return extras;
    const named = nameOfLink(link.value);
    if (!named.ok)
        return named;
    const hashes = link.value.hash === undefined ? [] : [link.value.hash];
    return parsed({ ...named.value, extras: extras.value, marker: undefined, direct: direct.value, hashes, warning: found.warning });
}
function withoutParents(link, cwd) {
    if (link.scheme !== 'file' || !link.url.includes('../'))
        return parsed(link);
    const file = urlToPath(link.url, cwd);
    return file.ok ? parseLink(pathToUrl(file.value)) : file;
}
function nameOfLink(link) {
    const filename = linkFilename(link);
    if (!filename.toLowerCase().endsWith('.whl'))
        return parsed({ name: link.egg === undefined ? undefined : normalizeName(link.egg), specifier: ANY_VERSION });
    const wheel = parseWheelName(filename);
    if (wheel === undefined)
        return notParsed(`${JSON.stringify(filename)} is not a valid name of a wheel`);
    const pinned = parseSpecifierSet(`==${wheel.version.text}`);
    return pinned.ok ? parsed({ name: wheel.name, specifier: pinned.value }) : pinned;
}
function readNamed(body, cwd) {
    const requirement = parseRequirement(body);
    if (!requirement.ok)
        return requirement;
    const { name, extras, specifier, marker, url } = requirement.value;
    const plain = { name, extras, specifier, marker, direct: undefined, hashes: [], warning: undefined };
    if (url === undefined)
        return parsed(plain);
    const link = parseLink(url);
    const at = body.indexOf(url);
    if (!link.ok)
        return notParsed(link.message, at + link.offset);
    const direct = toDirectSource(link.value, { cwd, editable: false });
    if (!direct.ok)
        return notParsed(direct.message, at);
    return parsed({ ...plain, direct: direct.value, hashes: link.value.hash === undefined ? [] : [link.value.hash] });
}
function requirement_text_readExtras(text) {
    if (text === undefined)
        return parsed([]);
    const requirement = parseRequirement(`placeholder[${text}]`);
    return requirement.ok ? parsed(requirement.value.extras) : notParsed(`[${text}] is not a list of extras`);
}

;// CONCATENATED MODULE: ./build/requests/editable-text.js









function editable_text_readEditableText(text, cwd) {
    const requirement = parseRequirement(text);
    if (requirement.ok && requirement.value.url !== undefined) {
        const { name, extras, marker, url } = requirement.value;
        return fromLink(url, { name, extras, marker, cwd, text });
    }
    const { path: named, extras: bracketed } = splitPathExtras(text);
    const extras = readExtras(bracketed);
    if (isFolder(path.isAbsolute(named) ? named : `${cwd}${path.sep}${named}`)) {
        return extras.ok ? fromLink(pathToUrl(path.resolve(cwd, named)), { name: undefined, extras: extras.value, marker: undefined, cwd, text }) : extras;
    }
    if (/^file:/i.test(named))
        return extras.ok ? fromLink(named, { name: undefined, extras: extras.value, marker: undefined, cwd, text }) : extras;
    const prefix = VCS_NAMES.find((vcs) => text.toLowerCase().startsWith(`${vcs}:`));
    return fromLink(prefix === undefined ? text : `${prefix}+${text}`, { name: undefined, extras: [], marker: undefined, cwd, text });
}
function fromLink(url, { name, extras, marker, cwd, text }) {
    const link = parseLink(url);
    if (!link.ok)
        return link;
    if (!isVcsScheme(link.value.scheme) && link.value.scheme !== 'file') {
        return notParsed(`${text} cannot be installed editable: it is neither a folder with a project nor the URL of a repository (git+https, git+ssh, git+file, \u2026)`);
    }
    const found = name ?? nameOf(link.value);
    if (found === undefined && link.value.scheme !== 'file')
        return notParsed(`the project's name is missing: write name @ ${text}`);
    const direct = toDirectSource(link.value, { cwd, editable: true });
    if (!direct.ok)
        return direct;
    return parsed({ name: found, extras, specifier: ANY_VERSION, marker, direct: direct.value, hashes: [], warning: undefined });
}
function nameOf({ egg }) {
    return egg === undefined ? undefined : normalizeName(egg);
}

// EXTERNAL MODULE: ./build/kernel/unreadable.js
var unreadable = __nccwpck_require__(2321);
;// CONCATENATED MODULE: ./build/standards/requirements-lines.js


function requirements_lines_logicalLines(text, environment) {
    const lines = [];
    for (const joined of joinLines(splitLines(text))) {
        const uncommented = joined.text.slice(0, commentStart(joined.text));
        const trimmed = pythonStrip(uncommented);
        if (trimmed === '')
            continue;
        const cut = uncommented.indexOf(trimmed);
        const pieces = joined.pieces.map((piece) => ({ ...piece, at: piece.at - cut }));
        lines.push({ line: joined.line, pieces, ...expandVariables(trimmed, environment) });
    }
    return lines;
}
function requirements_lines_placeOf(line, offset) {
    const stretch = line.stretches.findLast((candidate) => candidate.at <= offset);
    const raw = stretch === undefined ? offset : stretch.from + (stretch.literal ? offset - stretch.at : 0);
    const piece = line.pieces.findLast((candidate) => candidate.at <= raw) ?? line.pieces[0];
    if (piece === undefined)
        return { line: line.line, column: 1, text: '' };
    return { line: piece.line, column: Math.min(piece.column + Math.max(raw - piece.at, 0), piece.text.length + 1), text: piece.text };
}
function joinLines(physical) {
    const joined = [];
    let open;
    const add = (line, part, piece) => {
        open ??= { line, parts: [], length: 0, pieces: [] };
        open.pieces.push({ at: open.length, line, ...piece });
        open.parts.push(part);
        open.length += part.length;
    };
    const close = () => {
        if (open !== undefined)
            joined.push({ line: open.line, text: open.parts.join(''), pieces: open.pieces });
        open = undefined;
    };
    for (const [index, text] of physical.entries()) {
        const isComment = startsWithComment(text);
        if (text.endsWith('\\') && !isComment) {
            add(index + 1, stripCharacters(text, '\\'), { column: 1 + leadingBackslashes(text), text });
            continue;
        }
        add(index + 1, isComment ? ` ${text}` : text, { column: isComment ? 0 : 1, text });
        close();
    }
    close();
    return joined;
}
function leadingBackslashes(text) {
    return /^\\*/.exec(text)?.[0].length ?? 0;
}
function startsWithComment(text) {
    return pythonStrip(text).startsWith('#');
}
function commentStart(text) {
    for (let at = text.indexOf('#'); at !== -1; at = text.indexOf('#', at + 1)) {
        if (at === 0 || isPythonSpace(text.charAt(at - 1)))
            return at;
    }
    return text.length;
}
const VARIABLE = /\$\{([A-Z0-9_]+)\}/g;
function expandVariables(text, environment) {
    const names = [...text.matchAll(VARIABLE)].map((match) => match[1] ?? '');
    const expanded = [...new Set(names)].flatMap((name) => {
        const value = Object.hasOwn(environment, name) ? environment[name] : undefined;
        return value === undefined || value === '' ? [] : [{ name, value }];
    });
    if (expanded.length === 0)
        return { text, expanded, stretches: [] };
    const whole = replaceInTurn(text, names, expanded);
    const { text: simple, stretches } = replaceOnce(text, expanded);
    return { text: whole, expanded, stretches: whole === simple ? stretches : [{ at: 0, from: 0, literal: false }] };
}
function replaceInTurn(text, names, expanded) {
    const values = new Map(expanded.map(({ name, value }) => [name, value]));
    const settled = new Set();
    let result = text;
    for (const name of names) {
        const value = values.get(name);
        if (value === undefined || settled.has(name))
            continue;
        const before = result;
        result = result.replaceAll(`\${${name}}`, () => value);
        if (result === before)
            settled.add(name);
        else
            settled.clear();
    }
    return result;
}
function replaceOnce(text, expanded) {
    const values = new Map(expanded.map(({ name, value }) => [name, value]));
    const stretches = [];
    let result = '';
    let from = 0;
    for (const match of text.matchAll(VARIABLE)) {
        const value = values.get(match[1] ?? '');
        if (value === undefined)
            continue;
        stretches.push({ at: result.length, from, literal: true });
        result += text.slice(from, match.index);
        stretches.push({ at: result.length, from: match.index, literal: false });
        result += value;
        from = match.index + match[0].length;
    }
    stretches.push({ at: result.length, from, literal: true });
    return { text: result + text.slice(from), stretches };
}

;// CONCATENATED MODULE: ./build/standards/requirements-options.js

const FLAGS = ['no-index', 'prefer-binary', 'require-hashes', 'no-require-hashes', 'pre'];
const VALUED = [
    'index-url', 'extra-index-url', 'constraint', 'requirement', 'editable', 'find-links', 'no-binary', 'only-binary',
    'all-releases', 'only-final', 'trusted-host', 'use-feature', 'hash', 'config-settings',
];
const SHORT = new Map([
    ['i', 'index-url'], ['c', 'constraint'], ['r', 'requirement'], ['e', 'editable'], ['f', 'find-links'], ['C', 'config-settings'],
]);
const LONG = new Map([
    ...[...FLAGS, ...VALUED].map((name) => [name, name]),
    ['pypi-url', 'index-url'],
]);
function requirements_options_readLineOptions(words) {
    const options = [];
    const ignored = [];
    for (let at = 0; at < words.length;) {
        const word = words[at];
        if (word === undefined)
            break;
        if (word.text === '--')
            return parsed({ options, ignored: [...ignored, ...words.slice(at + 1)] });
        if (!word.text.startsWith('-') || word.text === '-') {
            ignored.push(word);
            at += 1;
            continue;
        }
        const read = readOption(word, words[at + 1]);
        if (!read.ok)
            return read;
        options.push(read.value.option);
        at += read.value.takesNext ? 2 : 1;
    }
    return parsed({ options, ignored });
}
function readOption(word, next) {
    const isLong = word.text.startsWith('--');
    const equals = isLong ? word.text.indexOf('=') : -1;
    const written = isLong ? (equals === -1 ? word.text : word.text.slice(0, equals)) : word.text.slice(0, 2);
    const found = isLong ? findLong(written) : findShort(written);
    if (typeof found === 'object')
        return notParsed(found.fault, word.offset);
    const attached = isLong ? (equals === -1 ? undefined : word.text.slice(equals + 1)) : word.text.slice(2) || undefined;
    const { offset } = word;
    if (isFlag(found)) {
        const option = { name: found, value: undefined, offset, valueOffset: offset };
        return attached === undefined ? parsed({ option, takesNext: false }) : notParsed(`${written} does not take a value`, offset);
    }
    if (attached !== undefined) {
        const valueOffset = offset + word.text.length - attached.length;
        return parsed({ option: { name: found, value: attached, offset, valueOffset }, takesNext: false });
    }
    if (next === undefined)
        return notParsed(`${written} requires a value`, offset);
    return parsed({ option: { name: found, value: next.text, offset, valueOffset: next.offset }, takesNext: true });
}
function isFlag(name) {
    return FLAGS.includes(name);
}
function findShort(written) {
    return SHORT.get(written.slice(1)) ?? { fault: `no such option: ${written}` };
}
function findLong(written) {
    const wanted = written.slice(2);
    const exact = LONG.get(wanted);
    if (exact !== undefined)
        return exact;
    const candidates = [...LONG].filter(([name]) => name.startsWith(wanted));
    if (candidates.length > 1) {
        const names = candidates.map(([name]) => `--${name}`).sort();
        return { fault: `ambiguous option: ${written} (${names.join(', ')}?)` };
    }
    return candidates[0]?.[1] ?? { fault: `no such option: ${written}` };
}

;// CONCATENATED MODULE: ./build/standards/requirements-file.js








function requirements_file_parseRequirementsFile(text, environment) {
    const lines = [];
    const faults = [];
    const expanded = new Map();
    for (const source of logicalLines(text, environment)) {
        for (const variable of source.expanded)
            expanded.set(variable.name, variable);
        const line = parseLine(source);
        if (line.ok)
            lines.push(line.value);
        else
            faults.push({ place: placeOf(source, line.offset), message: line.message });
    }
    return { lines, faults, expanded: [...expanded.values()] };
}
function parseLine(source) {
    const optionsAt = optionsStart(source.text);
    const words = splitShellWords(source.text.slice(optionsAt));
    if (!words.ok)
        return notParsed(`could not split options: ${words.message}`, optionsAt + words.offset);
    const read = readLineOptions(words.value.map((word) => ({ text: word.text, offset: word.offset + optionsAt })));
    if (!read.ok)
        return read;
    const options = readRequirementOptions(read.value.options);
    if (!options.ok)
        return options;
    const facts = {
        line: source.line,
        source,
        tokens: words.value.map((word) => word.text),
        lineOptions: read.value.options,
        ignoredWords: read.value.ignored.map((word) => word.text),
    };
    const editable = read.value.options.find((option) => option.name === 'editable');
    const argument = pythonStrip(source.text.slice(0, optionsAt));
    if (argument === '' && editable === undefined)
        return parsed({ kind: 'options', ...facts });
    return parsed({
        kind: 'requirement',
        ...facts,
        text: argument === '' ? (editable?.value ?? '') : argument,
        offset: argument === '' ? (editable?.valueOffset ?? 0) : 0,
        editable: editable !== undefined,
        options: editable === undefined ? options.value : { ...options.value, hashes: [] },
    });
}
function optionsStart(text) {
    if (text.startsWith('-'))
        return 0;
    const at = text.indexOf(' -');
    return at === -1 ? text.length : at + 1;
}
const STRONG = (/* unused pure expression or super */ null && (['sha256', 'sha384', 'sha512']));
function readRequirementOptions(options) {
    const hashes = [];
    const settings = new Map();
    for (const option of options) {
        const value = option.value ?? '';
        if (option.name === 'hash') {
            const hash = requirements_file_readHash(value, option.offset);
            if (!hash.ok)
                return hash;
            hashes.push(hash.value);
        }
        else if (option.name === 'config-settings') {
            const equals = value.indexOf('=');
            if (equals === -1)
                return notParsed('arguments to --config-settings must be of the form KEY=VAL', option.offset);
            addSetting(settings, value.slice(0, equals), value.slice(equals + 1));
        }
    }
    return parsed({ hashes, configSettings: Object.fromEntries(settings) });
}
function requirements_file_readHash(value, offset) {
    const colon = value.indexOf(':');
    if (colon === -1)
        return notParsed('arguments to --hash must be a hash name followed by a value, like --hash=sha256:abcde...', offset);
    const algorithm = value.slice(0, colon);
    if (!STRONG.includes(algorithm) || !isHashAlgorithm(algorithm)) {
        return notParsed(`allowed hash algorithms for --hash are ${STRONG.join(', ')}`, offset);
    }
    return parsed({ algorithm, hex: value.slice(colon + 1).toLowerCase() });
}
function addSetting(settings, key, value) {
    const earlier = settings.get(key);
    if (earlier === undefined)
        settings.set(key, value);
    else if (typeof earlier === 'string')
        settings.set(key, [earlier, value]);
    else
        earlier.push(value);
}

;// CONCATENATED MODULE: ./build/requests/reading.js




function reading_noteFault(reading, fault) {
    reading.faults.push(fault);
}
function reading_combineFaults(faults) {
    const [first, ...others] = faults;
    if (first === undefined)
        return undefined;
    return withDetails(first, others.map((other) => `also: ${other.origin === undefined ? '' : `${describeOrigin(other.origin)}: `}${other.message}`));
}
function reading_notice(reading, level, text, origin) {
    reading.notices.push({ level, text, origin });
}
function reading_displayPath(location, cwd) {
    if (location === '-')
        return '<stdin>';
    if (isFileUrl(location))
        return location;
    const relative = path.relative(cwd, location);
    return relative === '' || relative.startsWith('..') || path.isAbsolute(relative) ? location : relative;
}

;// CONCATENATED MODULE: ./build/requests/locations.js









function locations_locate(named, { cwd, parent }) {
    if (named === '-' && parent === undefined)
        return '-';
    if (parent !== undefined && isFileUrl(parent))
        return new URL(named, parent).href;
    if (isFileUrl(named))
        return named;
    return path.resolve(parent === undefined || parent === '-' ? cwd : path.dirname(parent), named);
}
async function locations_readLocation(location, what, asked, reading) {
    registerCredentials(location, reading.secrets);
    if (/^https?$/.test(schemeOf(location)) && isFileUrl(location))
        return fetchLocation(location, what, asked, reading);
    const bytes = location === '-' ? await reading.readers.readStdin() : locations_readFile(location, what, asked, reading);
    const decoded = decodeRequirements(bytes, localeEncoding(reading.world.env));
    const origin = { kind: 'file', path: displayPath(location, reading.world.cwd) };
    if (!decoded.ok) {
        throw new UserError('requirements-file-syntax', `the ${what} cannot be decoded: ${decoded.message}`, {
            origin, hint: 'save it as UTF-8, or name its encoding in its first line: # -*- coding: latin-1 -*-',
        });
    }
    if (decoded.value.guessed)
        notice(reading, 'warning', `the ${what} is not UTF-8; it was read as ${decoded.value.encoding}`, origin);
    return decoded.value.text;
}
async function fetchLocation(location, what, asked, reading) {
    try {
        return await reading.readers.fetchText(location);
    }
    catch (error) {
        if (isUserError(error))
            throw withContext(error, { origin: asked });
        throw new UserError('input-missing', `the ${what} ${location} could not be fetched: ${messageOf(error)}`, { origin: asked, cause: error });
    }
}
function locations_readFile(location, what, asked, { world }) {
    const file = isFileUrl(location) ? urlToPath(location, world.cwd) : { ok: true, value: location };
    if (!file.ok)
        throw new UserError('input-missing', file.message, { origin: asked });
    try {
        return readFileSync(file.value);
    }
    catch (error) {
        const hint = systemErrorCode(error) === 'ENOENT' ? missingHint(file.value, what, world.cwd) : undefined;
        throw new UserError('input-missing', `the ${what} ${displayPath(location, world.cwd)} cannot be read: ${whyUnreadable(error)}`, { origin: asked, cause: error, ...(hint === undefined ? {} : { hint }) });
    }
}
function missingHint(file, what, cwd) {
    const folder = path.dirname(file);
    const others = locations_namesIn(folder).filter((name) => path.extname(name) === path.extname(file));
    const stems = nearNames(path.parse(file).name, others.map((name) => path.parse(name).name));
    const near = others.filter((name) => stems.includes(path.parse(name).name));
    const likely = near.length > 0 ? near : others.filter((name) => name.includes(what.split(' ', 1)[0] ?? what)).sort().slice(0, 3);
    if (likely.length > 0)
        return `did you mean ${likely.map((name) => displayPath(path.join(folder, name), cwd)).join(' or ')}?`;
    return `it was looked for in ${folder}: is that the right folder?`;
}
function locations_namesIn(folder) {
    try {
        return readdirSync(folder);
    }
    catch {
        return [];
    }
}
function localeEncoding(env) {
    const locale = env['LC_ALL'] ?? env['LC_CTYPE'] ?? env['LANG'] ?? '';
    return /\.(?<encoding>[\w-]+)/.exec(locale)?.groups?.['encoding'] ?? 'utf-8';
}
function isOnThisMachine(url) {
    const parsed = URL.parse(url);
    return parsed !== null && (parsed.protocol === 'file:' || /^(localhost|127(\.\d+){3}|\[::1\])$/.test(parsed.hostname));
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/error.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */
function getLineColFromPtr(string, ptr) {
    let lines = string.slice(0, ptr).split(/\r?\n/);
    return [lines.length, lines.pop().length + 1];
}
function makeCodeBlock(string, line, column) {
    let lines = string.split(/\r?\n/);
    let codeblock = '';
    let numberLen = (Math.log10(line + 1) | 0) + 1;
    for (let i = line - 1; i <= line + 1; i++) {
        let l = lines[i - 1];
        if (!l)
            continue;
        codeblock += i.toString().padEnd(numberLen, ' ');
        codeblock += ':  ';
        codeblock += l;
        codeblock += '\n';
        if (i === line) {
            codeblock += ' '.repeat(numberLen + column + 2);
            codeblock += '^\n';
        }
    }
    return codeblock;
}
class error_TomlError extends Error {
    line;
    column;
    codeblock;
    constructor(message, options) {
        const [line, column] = getLineColFromPtr(options.toml, options.ptr);
        const codeblock = makeCodeBlock(options.toml, line, column);
        super(`Invalid TOML document: ${message}\n\n${codeblock}`, options);
        this.line = line;
        this.column = column;
        this.codeblock = codeblock;
    }
    /** @internal */
    static x(message, ctx, ptr) {
        throw new error_TomlError(message, { toml: ctx.s, ptr: ptr ?? ctx.p });
    }
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/primitive.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */

/** @internal */
function parseString(ctx) {
    let startPtr = ctx.p;
    let c = ctx.s.charCodeAt(ctx.p++);
    let first = c;
    let isLiteral = c === 0x27; /* ' */
    let isMultiline = c === ctx.s.charCodeAt(ctx.p) && c === ctx.s.charCodeAt(ctx.p + 1);
    if (isMultiline) {
        // Trim initial newline
        if ((c = ctx.s.charCodeAt(ctx.p += 2)) === 0xa /* \n */)
            ctx.p++;
        else if (c === 0xd /* \r */ && ctx.s.charCodeAt(ctx.p + 1) === 0xa /* \n */)
            ctx.p += 2;
    }
    // For the record: it is not worth it to use a fast-path for literal strings using `indexOf`.
    // Doing a char-by-char iteration ends up dispatching less instructions, for the same wall-clock runtime.
    let parsed = '';
    let sliceStart = ctx.p;
    // states:
    //   0 - decoding
    //   1 - decoding escape
    //   2 - whitespace escape (no newline encountered yet, must fail on non-whitespace)
    //   3 - whitespace escape (newline encountered, allowed to transition back to normal decode)
    let state = 0;
    for (; ctx.p < ctx.s.length; ctx.p++) {
        c = ctx.s.charCodeAt(ctx.p);
        // Deal with newlines first, since that simplifies control character checking and handling across all states
        if (isMultiline && (c === 0xa /* \n */ || (c === 0xd /* \r */ && ctx.s.charCodeAt(ctx.p + 1) === 0xa /* \n */))) {
            state = state && 3;
        }
        // Control characters are banned in TOML, so we throw an error if we encounter them
        else if ((c < 0x20 && c !== 0x9 /* \t */) || c === 0x7f) {
            error_TomlError.x('control characters are not allowed in strings', ctx);
        }
        // The string might terminate while we're parsing through a newline escape.
        // It must have encountered a newline; otherwise, it'll simply fail in another branch.
        else if ((!state || state === 3) && c === first && (!isMultiline || (ctx.s.charCodeAt(ctx.p + 1) === first && ctx.s.charCodeAt(ctx.p + 2) === first))) {
            if (isMultiline) {
                // If the string ends with 4-5 quotes, then the first 1-2 are part of the string
                if (ctx.s.charCodeAt(ctx.p + 3) === first)
                    ctx.p++;
                if (ctx.s.charCodeAt(ctx.p + 3) === first)
                    ctx.p++;
            }
            // If we're in a newline escape still, then there's nothing to add.
            if (!state) {
                // Avoid a useless concat operation if the string can be used as-is.
                let s = ctx.s.slice(sliceStart, ctx.p);
                parsed = parsed ? parsed + s : s;
            }
            ctx.p += isMultiline ? 3 : 1;
            return parsed;
        }
        // Baseline state; keep moving forward unless an escape sequence starts
        else if (!state) {
            if (!isLiteral && c === 0x5c /* \ */) {
                parsed += ctx.s.slice(sliceStart, (sliceStart = ctx.p));
                state = 1;
            }
        }
        else if (state === 1) {
            if (c === 0x78 /* x */ || c === 0x75 /* u */ || c === 0x55 /* U */) { // Unicode escape
                let errPtr = ctx.p++ - 1;
                let value = 0;
                let len = c === 0x78 /* x */ ? 2 : c === 0x75 /* u */ ? 4 : 8;
                for (let j = 0; j < len; j++, ctx.p++) {
                    let hex = ctx.s.charCodeAt(ctx.p);
                    let digit = 
                    /* 0-9 */ hex >= 0x30 && hex <= 0x39 ? hex - 0x30 :
                        /* A-F */ hex >= 0x41 && hex <= 0x46 ? hex - 0x41 + 10 :
                            /* a-f */ hex >= 0x61 && hex <= 0x66 ? hex - 0x61 + 10 : -1;
                    if (digit < 0)
                        error_TomlError.x('invalid non-hex character in unicode escape', ctx);
                    value = (value << 4) | digit;
                }
                // Because JS does bitwise on signed 32bit integers, all 0xfzzzzzzz values are actually seen as negative
                if (value < 0 || value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff)) {
                    error_TomlError.x('invalid unicode escape', ctx, errPtr);
                }
                parsed += String.fromCodePoint(value);
                sliceStart = ctx.p--;
                state = 0;
            }
            // Newline escape sequence. We only need to care about spaces and tabs; newlines are dealt with earlier
            else if (isMultiline && (c === 0x20 || c === 0x9 /* \t */)) {
                state = 2;
            }
            // Basic escape sequence
            else {
                if (c === 0x62 /* b */)
                    parsed += '\b';
                else if (c === 0x74 /* t */)
                    parsed += '\t';
                else if (c === 0x6e /* n */)
                    parsed += '\n';
                else if (c === 0x66 /* f */)
                    parsed += '\f';
                else if (c === 0x72 /* r */)
                    parsed += '\r';
                else if (c === 0x65 /* e */)
                    parsed += '\x1b';
                else if (c === 0x22 /* " */)
                    parsed += '"';
                else if (c === 0x5c /* \ */)
                    parsed += '\\';
                else
                    error_TomlError.x('unrecognised escape sequence', ctx);
                sliceStart = ctx.p + 1;
                state = 0;
            }
        }
        // Newline escape continuation: keep moving forward until the first non-whitespace char
        else if (c !== 0x20 && c !== 0x9 /* \t */) {
            if (state === 2)
                error_TomlError.x('invalid escape: only line-ending whitespace may be escaped', ctx, sliceStart);
            // State cannot be zero, or we'd have branched earlier already.
            // If it's a backslash, immediately transition to the escape state so it can be processed.
            state = !isLiteral && c === 0x5c /* \ */ ? 1 : 0;
            sliceStart = ctx.p;
        }
    }
    error_TomlError.x('unfinished string', ctx, startPtr);
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/date.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */
let DATE_TIME_RE = /^(\d{4}-\d{2}-\d{2})?[Tt ]?(?:(\d{2}):\d{2}(?::\d{2}(?:\.\d+)?)?)?(Z|z|[-+]\d{2}:\d{2})?$/i;
class date_TomlDate extends Date {
    #hasDate = false;
    #hasTime = false;
    #offset = null;
    constructor(date, fasttype, unsafeDelim) {
        let hasDate = true;
        let hasTime = true;
        let offset = 'Z';
        let c;
        if (typeof date === 'string') {
            if (fasttype)
                prep: {
                    // Date-time
                    if (fasttype < 3) {
                        if (+date.slice(11, 13) > 23) {
                            date = '';
                            break prep;
                        }
                        // Local
                        if (fasttype === 2) {
                            offset = null;
                            date += 'Z';
                        }
                        // Offset; keep track of offset if not Z
                        else if ((c = date.charCodeAt(date.length - 1)) !== 0x5a /* Z */ && c !== 0x7a /* z */) {
                            offset = date.slice(date.length - 6);
                        }
                        if (unsafeDelim)
                            date = date.slice(0, 10) + 'T' + date.slice(11);
                    }
                    // Time
                    else if (fasttype === 4) {
                        date = +date.slice(0, 2) > 23 ? '' : `0000-01-01T${date}Z`;
                    }
                    hasDate = fasttype !== 4;
                    hasTime = fasttype !== 3;
                }
            else {
                let match = date.match(DATE_TIME_RE);
                if (match) {
                    if (!match[1]) {
                        hasDate = false;
                        date = `0000-01-01T${date}`;
                    }
                    hasTime = !!match[2];
                    // Make sure to use T instead of a space. Breaks in case of extreme values otherwise.
                    hasTime && date[10] === ' ' && (date = date.replace(' ', 'T'));
                    // Do not allow rollover hours.
                    if (match[2] && +match[2] > 23) {
                        date = '';
                    }
                    else {
                        offset = match[3] || null;
                        if (!offset && hasTime)
                            date += 'Z';
                    }
                }
                else {
                    date = '';
                }
            }
        }
        super(date);
        if (!isNaN(this.getTime())) {
            this.#hasDate = hasDate;
            this.#hasTime = hasTime;
            this.#offset = offset;
        }
    }
    isDateTime() {
        return this.#hasDate && this.#hasTime;
    }
    isLocal() {
        return !this.#hasDate || !this.#hasTime || !this.#offset;
    }
    isDate() {
        return this.#hasDate && !this.#hasTime;
    }
    isTime() {
        return this.#hasTime && !this.#hasDate;
    }
    isValid() {
        return this.#hasDate || this.#hasTime;
    }
    toISOString() {
        let iso = super.toISOString();
        // Local Date
        if (this.isDate())
            return iso.slice(0, 10);
        // Local Time
        if (this.isTime())
            return iso.slice(11, 23);
        // Local DateTime
        if (this.#offset === null)
            return iso.slice(0, -1);
        // Offset DateTime
        if (this.#offset === 'Z' || this.#offset === 'z')
            return iso;
        // This part is quite annoying: JS strips the original timezone from the ISO string representation
        // Instead of using a "modified" date and "Z", we restore the representation "as authored"
        let offset = (+(this.#offset.slice(1, 3)) * 60) + +(this.#offset.slice(4, 6));
        offset = this.#offset[0] === '-' ? offset : -offset;
        let offsetDate = new Date(this.getTime() - (offset * 60e3));
        return offsetDate.toISOString().slice(0, -1) + this.#offset;
    }
    static wrapAsOffsetDateTime(jsDate, offset = 'Z') {
        let date = new date_TomlDate(jsDate);
        date.#offset = offset;
        return date;
    }
    static wrapAsLocalDateTime(jsDate) {
        let date = new date_TomlDate(jsDate);
        date.#offset = null;
        return date;
    }
    static wrapAsLocalDate(jsDate) {
        let date = new date_TomlDate(jsDate);
        date.#hasTime = false;
        date.#offset = null;
        return date;
    }
    static wrapAsLocalTime(jsDate) {
        let date = new date_TomlDate(jsDate);
        date.#hasDate = false;
        date.#offset = null;
        return date;
    }
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/extract.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */




function isDigit(char, base = 10) {
    return base === 16
        ? (char > 0x2f && char < 0x3a) || (char > 0x40 && char < 0x47) || (char > 0x60 && char < 0x67)
        : (char > 0x2f && char < 0x30 + base);
}
function isEndOfValue(char, delim) {
    // Whitespace -- we're permissive on `\r` for performance; it'll be dealt with later anyway
    return char === 0x20 || char === 0x9 /* \t */ || char === 0xa /* \n */ || char === 0xd /* \r */ ||
        // Structure end or next value delimiter
        (delim && (char === delim || char === 0x2c /* , */)) ||
        // Comment
        char === 0x23; /* # */
}
/** @internal */
function extractValue(ctx, end) {
    let errPtr = ctx.p;
    let c = ctx.s.charCodeAt(ctx.p);
    // Structs
    if (c === 0x5b /* [ */ || c === 0x7b /* { */) {
        ctx.d-- || error_TomlError.x('document contains excessively nested structures. aborting.', ctx);
        let value = c === 0x5b /* [ */
            ? parseArray(ctx)
            : parseInlineTable(ctx);
        ctx.d++;
        return value;
    }
    // Strings
    if (c === 0x22 /* " */ || c === 0x27 /* ' */) {
        return parseString(ctx);
    }
    // Booleans
    // We can fast-path because the first character is enough to know the only possible value
    if (c === 0x74 /* t */) { // Only possible valid value is `true`
        if (ctx.s.charCodeAt(++ctx.p) !== 0x72 || ctx.s.charCodeAt(++ctx.p) !== 0x75 || ctx.s.charCodeAt(++ctx.p) !== 0x65)
            error_TomlError.x('invalid value', ctx, errPtr);
        return ctx.p++, true;
    }
    if (c === 0x66 /* f */) { // Only possible valid value is `false`
        if (ctx.s.charCodeAt(++ctx.p) !== 0x61 || ctx.s.charCodeAt(++ctx.p) !== 0x6c || ctx.s.charCodeAt(++ctx.p) !== 0x73 || ctx.s.charCodeAt(++ctx.p) !== 0x65)
            error_TomlError.x('invalid value', ctx, errPtr);
        return ctx.p++, false;
    }
    if (c === 0x2b /* + */ || c === 0x2d /* - */) {
        return parseNumber(ctx, ctx.p, ctx.s.charCodeAt(++ctx.p), 0x2c - c, end);
    }
    // Rough heuristic, but `parseDate` falls back to number parsing if it's a false positive.
    // e.g.: `a = 1\n-------------- = 1` would match this heuristic, but gracefully fallback to numbers.
    if (ctx.s.charCodeAt(ctx.p + 4) === 0x2d /* - */ && ctx.s.charCodeAt(ctx.p + 7) === 0x2d /* - */) {
        return parseDate(ctx, c, end);
    }
    // Same logic as above; `parseTime` falls back to number parsing if it's a false positive.
    if (ctx.s.charCodeAt(ctx.p + 2) === 0x3a /* : */) {
        return parseTime(ctx, c, end);
    }
    return parseNumber(ctx, ctx.p, c, 0, end);
}
// State:
// 0: init
// 1: integer
// 2: fractional dot
// 3: fractional
// 4: exponent letter
// 5: exponent
// 6: exponent sign
// 7: exponent with sign
// >9: underscore; see below
//     -> 12: was integer
//     -> 14: was fractional
//     -> 16: was exponent
// states 2-5, 14, 16 are ONLY permitted iif base === 10
function parseNumber(ctx, startPtr, startChr, sign, endChr) {
    let c = startChr;
    let state = 0;
    let hasUnderscores = false;
    // (+/-)inf
    if (c === 0x69 /* i */) {
        if (ctx.s.charCodeAt(++ctx.p) !== 0x6e || ctx.s.charCodeAt(++ctx.p) !== 0x66)
            error_TomlError.x('invalid value', ctx, startPtr);
        return ctx.p++, (sign || 1) / 0;
    }
    // (+/-)nan
    if (c === 0x6e /* n */) {
        if (ctx.s.charCodeAt(++ctx.p) !== 0x61 || ctx.s.charCodeAt(++ctx.p) !== 0x6e)
            error_TomlError.x('invalid value', ctx, startPtr);
        return ctx.p++, NaN;
    }
    // Leading zero
    // Only allowed cases: `0<EOV>`, `0.(...)`, `0e(...)`, `0x(...)`, `0b(...)`, `0o(...)`
    // FWIW, `0e(...)` is a stupid case, but it's not banned per-se so we have to parse it
    if (c === 0x30 /* 0 */) {
        if (++ctx.p >= ctx.s.length || isEndOfValue(c = ctx.s.charCodeAt(ctx.p), endChr))
            return ctx.bi === true ? 0n : 0; // note: conveniently deals with `-0`
        if (!sign) {
            if (c === 0x78 /* x */)
                return parseIntegerBaseN(ctx, startPtr, 16, endChr);
            else if (c === 0x62 /* b */)
                return parseIntegerBaseN(ctx, startPtr, 2, endChr);
            else if (c === 0x6f /* o */)
                return parseIntegerBaseN(ctx, startPtr, 8, endChr);
        }
        if (c === 0x2e /* . */)
            state = 2;
        else if (c === 0x65 /* e */ || c === 0x45 /* E */)
            state = 4;
        else
            error_TomlError.x('illegal leading zero', ctx, startPtr);
    }
    // If the 1st char is not a digit by now, then it's not a valid TOML value at all
    else if (!isDigit(c))
        error_TomlError.x('invalid value', ctx, startPtr);
    while (++ctx.p < ctx.s.length && (c = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c, endChr))) {
        if (!state)
            state = 1; // Detects single-digit numbers we can use a fast parse path for
        // The way the states are numbered is not random: underscores are always permitted in odd-numbered states and
        // never permitted in even-numbered ones.
        if (c === 0x5f /* _ */) {
            if (!(state & 1))
                error_TomlError.x('illegal underscore', ctx);
            state += 11; // 11 is a marker that makes the state even and greater than 9; see the numbering + rationale above
            hasUnderscores = true;
        }
        // Transition to fractional part.
        else if (state === 1 && c === 0x2e /* . */)
            state = 2;
        // Transition to exponent part.
        else if ((state === 1 || state === 3) && (c === 0x65 /* e */ || c === 0x45 /* E */))
            state = 4;
        // + and - are permitted in state 4 only (handled before entering the function for state 0)
        else if (state === 4 && (c === 0x2b /* + */ || c === 0x2d /* - */)) {
            state = 6;
        }
        // All special cases have been handled; only digits are allowed here
        else if (!isDigit(c))
            error_TomlError.x(`illegal character in numeric literal`, ctx);
        // Clear state flags
        else if (state > 9)
            state -= 11;
        else if (!(state & 1))
            state++;
    }
    // Single-char number; we can fast-path these very easily.
    if (!state) {
        let val = (startChr - 0x30 /* 0 */) * (sign || 1);
        return ctx.bi === true ? BigInt(val) : val;
    }
    // Even-numbered states absolutely require a digit next; not even end of value is permitted
    if (!(state & 1))
        error_TomlError.x('unfinished numeric value', ctx, startPtr);
    let str = ctx.s.slice(startPtr, ctx.p);
    if (hasUnderscores)
        str = str.replaceAll('_', ''); // perf: replaceAll 1.25x faster than replace with a regex
    return state > 1
        ? parseFloat(str)
        : parseInteger(ctx, str, 10, startPtr);
}
function parseIntegerBaseN(ctx, startPtr, base, endChr) {
    let c, underscore = 1;
    while (++ctx.p < ctx.s.length && (c = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c, endChr))) {
        if (c === 0x5f /* _ */) {
            if (underscore & 1)
                error_TomlError.x('illegal underscore', ctx);
            underscore = 3;
        }
        // We only need to check if the number is a valid digit, nothing else is permitted
        else if (!isDigit(c, base))
            error_TomlError.x(`illegal character in numeric literal`, ctx);
        // Clear underscore flag
        else if (underscore & 1)
            underscore--;
    }
    // Trailing underscore is not allowed
    if (underscore & 1)
        error_TomlError.x('unfinished numeric value', ctx);
    let str = ctx.s.slice(startPtr + 2, ctx.p);
    if (underscore)
        str = str.replaceAll('_', ''); // perf: replaceAll 1.25x faster than replace with a regex
    return parseInteger(ctx, str, base, startPtr);
}
function parseInteger(ctx, str, base, startPtr) {
    if (ctx.bi !== true)
        int: {
            let val = parseInt(str, base);
            if (!Number.isSafeInteger(val)) {
                if (ctx.bi)
                    break int;
                error_TomlError.x('integer value cannot be represented losslessly', ctx, startPtr);
            }
            return val;
        }
    return base === 10 ? BigInt(str) : BigInt((base === 2 ? '0b' : base === 8 ? '0o' : '0x') + str);
}
function parseDate(ctx, c, endChr) {
    let startPtr = ctx.p++, unsafeSeparator;
    if (!isDigit(c) ||
        !isDigit(ctx.s.charCodeAt(ctx.p++)) ||
        !isDigit(ctx.s.charCodeAt(ctx.p++)) ||
        !isDigit(ctx.s.charCodeAt(ctx.p++))) {
        return parseNumber(ctx, ctx.p = startPtr, c, 0, endChr);
    }
    ctx.p += 5;
    if (!isDigit(ctx.s.charCodeAt(ctx.p++)))
        error_TomlError.x('invalid date-time: date part is malformed', ctx, startPtr);
    if (ctx.p >= ctx.s.length || (((c = ctx.s.charCodeAt(ctx.p)) !== 0x20 || (unsafeSeparator = true, !isDigit(ctx.s.charCodeAt(ctx.p + 1)))) && c !== 0x54 /* T */ && c !== 0x74 /* t */)) {
        let t = ctx.s.slice(startPtr, ctx.p);
        return readDate(ctx, t, 3, false, startPtr);
    }
    if (ctx.s.charCodeAt(ctx.p += 3) !== 0x3a /* : */)
        error_TomlError.x('invalid date-time: time part is malformed', ctx, startPtr);
    if (ctx.s.charCodeAt(ctx.p += 3) === 0x3a /* : */)
        ctx.p += 3;
    if (ctx.s.charCodeAt(ctx.p) === 0x2e /* . */)
        while (isDigit(ctx.s.charCodeAt(++ctx.p)))
            ;
    if (c = ctx.s.charCodeAt(ctx.p)) {
        if (c === 0x5a /* Z */ || c === 0x7a /* z */) {
            let t = ctx.s.slice(startPtr, ++ctx.p);
            return readDate(ctx, t, 1, unsafeSeparator, startPtr, '[+00:00]');
        }
        if (c === 0x2b /* + */ || c === 0x2d /* - */) {
            // Temporal's ZonedDateTime is weird asf when it comes to dealing with traditional offsets...
            // It's 1.2x faster to allocate a new string to pass to ZDT than use Instant.toZonedDateTimeISO
            let t = ctx.s.slice(startPtr, ctx.p += 6);
            return readDate(ctx, t, 1, unsafeSeparator, startPtr, !ctx.ld && ('[' + ctx.s.slice(ctx.p - 6, ctx.p) + ']'));
        }
    }
    let t = ctx.s.slice(startPtr, ctx.p);
    return readDate(ctx, t, 2, unsafeSeparator, startPtr);
}
function parseTime(ctx, c, endChr) {
    let start = ctx.p;
    if (!isDigit(c) || !isDigit(ctx.s.charCodeAt(++ctx.p))) {
        return parseNumber(ctx, --ctx.p, c, 0, endChr);
    }
    if (ctx.s.charCodeAt(ctx.p += 4) === 0x3a /* : */)
        ctx.p += 3;
    if (ctx.s.charCodeAt(ctx.p) === 0x2e /* . */)
        while (isDigit(ctx.s.charCodeAt(++ctx.p)))
            ;
    let t = ctx.s.slice(start, ctx.p);
    return readDate(ctx, t, 4, false, start);
}
function readDate(ctx, str, type, unsafeDelim, errPtr, temporalSuffix) {
    if (ctx.ld) {
        let date = new date_TomlDate(str, type, unsafeDelim);
        if (!date.isValid())
            error_TomlError.x('invalid date', ctx, errPtr);
        return date;
    }
    try {
        if (temporalSuffix)
            str += temporalSuffix;
        switch (type) {
            case 1: return Temporal.ZonedDateTime.from(str);
            case 2: return Temporal.PlainDateTime.from(str);
            case 3: return Temporal.PlainDate.from(str);
            case 4: return Temporal.PlainTime.from(str);
        }
    }
    catch (e) {
        error_TomlError.x(e instanceof Error ? e.message : '' + e, ctx, errPtr);
    }
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/util.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */

/** @internal */
function skipComment(ctx) {
    for (; ctx.p < ctx.s.length; ctx.p++) {
        let c = ctx.s.charCodeAt(ctx.p);
        if (c === 0xa /* \n */)
            break;
        if (c === 0xd /* \r */ && ctx.s.charCodeAt(ctx.p + 1) === 0xa /* \n */) {
            ctx.p++;
            break;
        }
        if ((c < 0x20 && c !== 0x9 /* \t */) || c === 0x7f) {
            error_TomlError.x('control characters are not allowed in comments', ctx);
        }
    }
}
/** @internal */
function skipVoid(ctx, banNewLines, banComments) {
    let c;
    while (ctx.p < ctx.s.length) {
        while (ctx.p < ctx.s.length && ((c = ctx.s.charCodeAt(ctx.p)) === 0x20 ||
            c === 0x9 /* \t */ ||
            (!banNewLines &&
                (c === 0xa /* \n */ || (c === 0xd /* \r */ && ctx.s.charCodeAt(ctx.p + 1) === 0xa /* \n */)))))
            ctx.p++;
        if (banComments || c !== 0x23 /* # */)
            break;
        skipComment(ctx);
    }
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/struct.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */




/** @internal */
function parseKey(ctx, end = 0x3d /* = */) {
    // States:
    // 0: before first char
    // 1: parsing bare key
    // 2: after key component
    let startPtr;
    let state = 0;
    let parsed = [];
    let sliceStart;
    let c = ctx.s.charCodeAt(startPtr = ctx.p);
    do {
        // End of key
        if (c === end) {
            if (!state)
                error_TomlError.x('unexpected end of key', ctx);
            if (state === 1)
                parsed.push(ctx.s.slice(sliceStart, ctx.p));
            return ctx.p++, parsed;
        }
        // Dotted key separator
        else if (c === 0x2e /* . */) {
            if (!state)
                error_TomlError.x('illegal empty bare key', ctx);
            if (state === 1)
                parsed.push(ctx.s.slice(sliceStart, ctx.p));
            state = 0;
        }
        // Quoted key
        else if (!state && (c === 0x22 /* " */ || c === 0x27 /* ' */)) {
            if (c === ctx.s.charCodeAt(ctx.p + 1) && c === ctx.s.charCodeAt(ctx.p + 2))
                error_TomlError.x('illegal quoted key: multiline strings are not allowed', ctx);
            parsed.push(parseString(ctx));
            state = 2;
            ctx.p--;
        }
        // Whitespace; no-op in state 0 and 2, end of bare key in state 1
        else if (c === 0x20 || c === 0x9 /* \t */) {
            if (state === 1) {
                parsed.push(ctx.s.slice(sliceStart, ctx.p));
                state = 2;
            }
        }
        // If state is post-key, no character is allowed; otherwise ensure it's a bare-key component
        else if (state === 2 || (c < 0x30 && c !== 0x2d /* - */) || (c > 0x39 && c < 0x41) || (c > 0x5a && c < 0x61 && c !== 0x5f /* _ */) || c > 0x7a) {
            error_TomlError.x('illegal character in key', ctx);
        }
        // Illegal character
        else if (!state) {
            state = 1;
            sliceStart = ctx.p;
        }
    } while (c = ctx.s.charCodeAt(++ctx.p));
    error_TomlError.x('incomplete key-value: cannot find end of key', ctx, startPtr);
}
/** @internal */
function parseInlineTable(ctx) {
    let startPtr = ctx.p++;
    let res = Object.create(null);
    let seen = new Set();
    let c;
    while (ctx.p < ctx.s.length) {
        skipVoid(ctx);
        if ((c = ctx.s.charCodeAt(ctx.p)) === 0x7d /* } */) {
            ctx.p++;
            return res;
        }
        let k;
        let t = res;
        let hasOwn = false;
        let errPtr = ctx.p;
        let key = parseKey(ctx);
        for (let i = 0; i < key.length; i++) {
            if (i)
                t = hasOwn ? t[k] : (t[k] = Object.create(null));
            k = key[i];
            if ((hasOwn = Object.hasOwn(t, k)) && (typeof t[k] !== 'object' || seen.has(t[k]))) {
                error_TomlError.x('trying to redefine an already defined value', ctx, errPtr);
            }
            let unsafe = k === '__proto__';
            if (ctx.uk && (unsafe || k === 'constructor')) {
                t = ctx.uk !== 1 && error_TomlError.x('document contains an unsafe property', ctx, errPtr);
                break;
            }
            if (!hasOwn && unsafe) {
                Object.defineProperty(t, k, { enumerable: true, configurable: true, writable: true });
            }
        }
        if (hasOwn) {
            error_TomlError.x('trying to redefine an already defined value', ctx, errPtr);
        }
        skipVoid(ctx, true, true);
        let value = extractValue(ctx, 0x7d /* } */);
        if (t && typeof (t[k] = value) === 'object')
            seen.add(value);
        skipVoid(ctx);
        if ((c = ctx.s.charCodeAt(ctx.p++)) === 0x7d /* } */) {
            return res;
        }
        if (c !== 0x2c /* , */)
            error_TomlError.x('expected comma or end of structure', ctx, ctx.p - 1);
    }
    error_TomlError.x('unfinished table', ctx, startPtr);
}
/** @internal */
function parseArray(ctx) {
    let startPtr = ctx.p++;
    let res = [];
    let c;
    while (ctx.p < ctx.s.length) {
        skipVoid(ctx);
        if ((c = ctx.s.charCodeAt(ctx.p)) === 0x5d /* ] */) {
            ctx.p++;
            return res;
        }
        res.push(extractValue(ctx, 0x5d /* ] */));
        skipVoid(ctx);
        if ((c = ctx.s.charCodeAt(ctx.p++)) === 0x5d /* ] */) {
            return res;
        }
        if (c !== 0x2c /* , */)
            error_TomlError.x('expected comma or end of structure', ctx, ctx.p - 1);
    }
    error_TomlError.x('unfinished array', ctx, startPtr);
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/parse.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */




function peekTable(ctx, key, table, meta, type) {
    let t = table;
    let m = meta;
    let k;
    let hasOwn = false;
    let state;
    for (let i = 0; i < key.length; i++) {
        if (i) {
            t = hasOwn ? t[k] : (t[k] = Object.create(null));
            m = (state = m[k]).c;
            if (type === 0 /* Type.DOTTED */ && (state.t === 1 /* Type.EXPLICIT */ || state.t === 2 /* Type.ARRAY */)) {
                return null;
            }
            if (state.t === 2 /* Type.ARRAY */) {
                let l = t.length - 1;
                t = t[l];
                m = m[l].c;
            }
        }
        k = key[i];
        if ((hasOwn = Object.hasOwn(t, k)) && m[k]?.t === 0 /* Type.DOTTED */ && m[k]?.d) {
            return null;
        }
        if (!hasOwn) {
            let unsafe = k === '__proto__';
            if (ctx.uk && (unsafe || k === 'constructor'))
                return false;
            if (unsafe) {
                Object.defineProperty(t, k, { enumerable: true, configurable: true, writable: true });
                Object.defineProperty(m, k, { enumerable: true, configurable: true, writable: true });
            }
            m[k] = {
                t: i < key.length - 1 && type === 2 /* Type.ARRAY */
                    ? 3 /* Type.ARRAY_DOTTED */ : type,
                d: false,
                i: 0,
                c: Object.create(null),
            };
        }
    }
    state = m[k];
    if (state.t !== type && !(type === 1 /* Type.EXPLICIT */ && state.t === 3 /* Type.ARRAY_DOTTED */)) {
        // Bad key type!
        return null;
    }
    if (type === 2 /* Type.ARRAY */) {
        if (!state.d) {
            state.d = true;
            t[k] = [];
        }
        t[k].push(t = Object.create(null));
        state.c[state.i++] = (state = { t: 1 /* Type.EXPLICIT */, d: false, i: 0, c: Object.create(null) });
    }
    if (state.d) {
        // Redefining a table!
        return null;
    }
    state.d = true;
    if (type === 1 /* Type.EXPLICIT */) {
        t = hasOwn ? t[k] : (t[k] = Object.create(null));
    }
    else if (type === 0 /* Type.DOTTED */ && hasOwn) {
        return null;
    }
    return [k, t, state.c];
}
function validateTablePeek(ctx, peek, ptr) {
    if (peek === null || ctx.uk === 2)
        error_TomlError.x(peek === null
            ? 'trying to redefine an already defined table or value'
            : 'document contains an unsafe property', ctx, ptr);
}
function parse_parse(toml, options = {}) {
    let ctx = {
        s: toml,
        p: 0,
        d: options.maxDepth ?? 1000,
        bi: options.integersAsBigInt ?? false,
        ld: options.useLegacyDate ?? true,
        uk: options.unsafeKeyBehaviour === 'throw' ? 2 : options.unsafeKeyBehaviour === 'drop' ? 1 : 0,
    };
    let res = Object.create(null);
    let meta = Object.create(null);
    let tmp;
    let skipping = false;
    let tbl = res;
    let m = meta;
    // BOM is allowed, skip.
    // JS is UTF-16, so we have to check for the UTF-16 BOM instead of the UTF-8 BOM sequence!
    if (toml.charCodeAt(0) === 0xfeff)
        ctx.p++;
    skipVoid(ctx);
    while (ctx.p < toml.length) {
        if (toml.charCodeAt(ctx.p) === 0x5b /* [ */) {
            let isTableArray = toml.charCodeAt(++ctx.p) === 0x5b; /* [ */
            tmp = ctx.p += +isTableArray;
            skipping = false;
            let k = parseKey(ctx, 0x5d /* ] */);
            if (isTableArray) {
                if (toml.charCodeAt(ctx.p) !== 0x5d /* ] */) {
                    error_TomlError.x('expected end of table array declaration', ctx);
                }
                ctx.p++;
            }
            let p = peekTable(ctx, k, res, meta, isTableArray ? 2 /* Type.ARRAY */ : 1 /* Type.EXPLICIT */);
            if (!p) {
                validateTablePeek(ctx, p, tmp);
                skipping = true;
            }
            else {
                m = p[2];
                tbl = p[1];
            }
        }
        else {
            tmp = ctx.p;
            let k = parseKey(ctx);
            let p = peekTable(ctx, k, tbl, m, 0 /* Type.DOTTED */);
            if (!p && !skipping)
                validateTablePeek(ctx, p, tmp);
            skipVoid(ctx, true, true);
            let v = extractValue(ctx, void 0);
            if (p && !skipping)
                p[1][p[0]] = v;
        }
        skipVoid(ctx, true);
        if (ctx.p < toml.length && (tmp = toml.charCodeAt(ctx.p)) !== 0xa /* \n */ && (tmp !== 0xd /* \r */ || toml.charCodeAt(ctx.p + 1) !== 0xa /* \n */)) {
            error_TomlError.x('each key-value declaration must be followed by an end-of-line', ctx);
        }
        skipVoid(ctx);
    }
    return res;
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/stringify.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */
let BARE_KEY = /^[a-z0-9-_]+$/i;
let HAS_WELLFORMED = !!(''.isWellFormed);
function extendedTypeOf(obj) {
    let type = typeof obj;
    if (type === 'object') {
        if (Array.isArray(obj))
            return 'array';
        if (typeof obj.getUTCDate === 'function' && obj instanceof Date)
            return 'date';
        if (globalThis.Temporal) {
            if (obj.until) {
                if (obj instanceof Temporal.ZonedDateTime)
                    return 'temporal/tz+uc';
                if (obj instanceof Temporal.PlainDateTime || obj instanceof Temporal.PlainDate)
                    return 'temporal/uc';
                if (obj instanceof Temporal.PlainTime || obj instanceof Temporal.Instant)
                    return 'temporal';
                if (obj instanceof Temporal.PlainYearMonth)
                    return 'temporal/x';
            }
            else if ((obj.toPlainDate && obj instanceof Temporal.PlainMonthDay) ||
                (obj.negated && obj instanceof Temporal.Duration)) {
                return 'temporal/x';
            }
        }
    }
    return type;
}
function isArrayOfTables(obj) {
    for (let i = 0; i < obj.length; i++) {
        if (extendedTypeOf(obj[i]) !== 'object')
            return false;
    }
    return obj.length != 0;
}
function formatWellFormedStringUnchecked(s) {
    return JSON.stringify(s).replaceAll('\x7f', '\\u007f');
}
function formatString(s) {
    return formatWellFormedStringUnchecked(HAS_WELLFORMED ? s.toWellFormed() : s);
}
function formatKey(s) {
    if (BARE_KEY.test(s))
        return s;
    if (HAS_WELLFORMED && !s.isWellFormed())
        throw new RangeError('key contains illegal lone surrogates');
    return formatWellFormedStringUnchecked(s);
}
function stringifyValue(val, type, depth, numberAsFloat, strictTemporal) {
    if (depth === 0) {
        throw new Error('Could not stringify the object: maximum object depth exceeded');
    }
    switch (type) {
        // @ts-expect-error -- intentional fallthrough case
        case 'number':
            if (isNaN(val))
                return 'nan';
            if (val === Infinity)
                return 'inf';
            if (val === -Infinity)
                return '-inf';
            if (Number.isInteger(val) && (numberAsFloat || !Number.isSafeInteger(val)))
                return val.toFixed(1);
        case 'bigint':
        case 'boolean':
        case 'temporal':
            return val.toString();
        case 'string':
            return formatString(val);
        case 'date':
            if (isNaN(val.getTime()))
                throw new TypeError('cannot serialize invalid date');
            return val.toISOString();
        case 'object':
            return stringifyInlineTable(val, depth, numberAsFloat, strictTemporal);
        case 'array':
            return stringifyArray(val, depth, numberAsFloat, strictTemporal);
        // @ts-expect-error -- intentional fallthrough case
        case 'temporal/tz+uc':
            if (strictTemporal) {
                let tz = val.timeZoneId;
                let tzc = tz.charCodeAt(0);
                if (
                // Classic offset
                tzc !== 0x2b /* + */ && tzc !== 0x2d /* - */ &&
                    (
                    // Fast pre-check pass; see below for the actually accepted values
                    (tzc !== 0x55 /* U */ && tzc !== 0x47 /* G */ && tzc !== 0x5a /* Z */ && tzc !== 0x45 /* E */) ||
                        (
                        // UTC and its aliases; Temporal implementations don't all canonicalise unfortunately
                        tz !== 'UTC' && tz !== 'UCT' && tz !== 'Universal' && tz !== 'Zulu' &&
                            // GMT is a TZ but it's for all intents and purposes equivalent to UTC. Safe to downgrade.
                            !tz.startsWith('GMT') && tz !== 'Greenwich' &&
                            // Etc/* are all safe to downgrade to offset (either UTC, GMT, or offset)
                            !tz.startsWith('Etc/')))) {
                    throw new TypeError('Temporal objects with an IANA timezone are not allowed in Temporal strict mode');
                }
            }
        case 'temporal/uc':
            if (strictTemporal && val.calendarId !== 'iso8601')
                throw new TypeError('Temporal objects with a non-default calendar are not allowed in Temporal strict mode');
            return val.toString({
                calendarName: 'never',
                timeZoneName: 'never',
            });
        case 'temporal/x':
            throw new TypeError('Unsupported ' + val[Symbol.toStringTag]);
    }
}
function stringifyInlineTable(obj, depth, numberAsFloat, strictTemporal) {
    let keys = Object.keys(obj);
    if (keys.length === 0)
        return '{}';
    let res = '{ ';
    for (let i = 0; i < keys.length; i++) {
        let k = keys[i];
        if (i)
            res += ', ';
        res += formatKey(k) + ' = ' + stringifyValue(obj[k], extendedTypeOf(obj[k]), depth - 1, numberAsFloat, strictTemporal);
    }
    return res + ' }';
}
function stringifyArray(array, depth, numberAsFloat, strictTemporal) {
    if (array.length === 0)
        return '[]';
    let res = '[ ';
    for (let i = 0; i < array.length; i++) {
        if (i)
            res += ', ';
        if (array[i] === null || array[i] === void 0) {
            throw new TypeError('arrays cannot contain null or undefined values');
        }
        res += stringifyValue(array[i], extendedTypeOf(array[i]), depth - 1, numberAsFloat, strictTemporal);
    }
    return res + ' ]';
}
function stringifyArrayTable(array, key, depth, numberAsFloat, strictTemporal) {
    if (depth === 0) {
        throw new Error('Could not stringify the object: maximum object depth exceeded');
    }
    let res = '';
    for (let i = 0; i < array.length; i++) {
        res += `${res && '\n'}[[${key}]]\n`;
        res += stringifyTable(0, array[i], key, depth, numberAsFloat, strictTemporal);
    }
    return res;
}
function stringifyTable(tableKey, obj, prefix, depth, numberAsFloat, strictTemporal) {
    if (depth === 0) {
        throw new Error('Could not stringify the object: maximum object depth exceeded');
    }
    let preamble = '';
    let tables = '';
    let keys = Object.keys(obj);
    for (let i = 0; i < keys.length; i++) {
        let k = keys[i];
        if (obj[k] !== null && obj[k] !== void 0) {
            let type = extendedTypeOf(obj[k]);
            if (type === 'symbol' || type === 'function') {
                throw new TypeError(`cannot serialize values of type '${type}'`);
            }
            let key = formatKey(k);
            if (type === 'array' && isArrayOfTables(obj[k])) {
                tables += (tables && '\n') + stringifyArrayTable(obj[k], prefix ? `${prefix}.${key}` : key, depth - 1, numberAsFloat, strictTemporal);
            }
            else if (type === 'object') {
                let tblKey = prefix ? `${prefix}.${key}` : key;
                tables += (tables && '\n') + stringifyTable(tblKey, obj[k], tblKey, depth - 1, numberAsFloat, strictTemporal);
            }
            else {
                preamble += key;
                preamble += ' = ';
                preamble += stringifyValue(obj[k], type, depth, numberAsFloat, strictTemporal);
                preamble += '\n';
            }
        }
    }
    if (tableKey && (preamble || !tables)) // Create table only if necessary
        preamble = preamble ? `[${tableKey}]\n${preamble}` : `[${tableKey}]`;
    return preamble && tables
        ? `${preamble}\n${tables}`
        : preamble || tables;
}
function stringify(obj, { maxDepth = 1000, numbersAsFloat = false, strictTemporal = false } = {}) {
    if (extendedTypeOf(obj) !== 'object') {
        throw new TypeError('stringify can only be called with an object');
    }
    let str = stringifyTable(0, obj, '', maxDepth, numbersAsFloat, strictTemporal);
    if (str[str.length - 1] !== '\n')
        return str + '\n';
    return str;
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/index.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */





/** @deprecated use `import * as ... from 'smol-toml'` instead */
/* harmony default export */ const dist = ({ parse: parse_parse, stringify: stringify, TomlDate: date_TomlDate, TomlError: error_TomlError });

;// CONCATENATED MODULE: ./build/standards/toml.js



function toml_parseToml(text) {
    try {
        return parsed(shapeOf(parse(text, { integersAsBigInt: 'asNeeded' })));
    }
    catch (error) {
        if (!(error instanceof TomlError))
            throw error;
        const reason = (error.message.split('\n', 1)[0] ?? '').replace(/^Invalid TOML document: /, '');
        return notParsed(`invalid TOML at line ${error.line}, column ${error.column}: ${reason}`, offsetOf(text, error.line, error.column));
    }
}
function toml_dateTimeAt(shape, key) {
    const value = memberOf(shape, key);
    if (value === undefined)
        return undefined;
    if (!(value instanceof TomlDate) || !value.isDateTime())
        return misfit(pathOf(shape, key), 'expected a date with time');
    return value.getTime();
}
function toml_printTomlString(text) {
    return JSON.stringify(text.toWellFormed()).replaceAll('\x7f', '\\u007f');
}
function toml_printTomlKey(key) {
    return /^[\w-]+$/.test(key) ? key : toml_printTomlString(key);
}
function offsetOf(text, line, column) {
    let offset = 0;
    for (let at = 1; at < line; at += 1)
        offset = text.indexOf('\n', offset) + 1;
    return Math.min(offset + column - 1, text.length);
}

;// CONCATENATED MODULE: ./build/standards/pylock-parse.js











const KNOWN_LOCK_VERSION = '1.0';
function pylock_parse_parsePylock(text) {
    const toml = parseToml(text);
    if (!toml.ok)
        return toml;
    return reading(() => pylock_parse_readLock(toml.value));
}
function pylock_parse_readLock(root) {
    const lockVersion = required(parsedAt(root, 'lock-version', readVersion), root, 'lock-version');
    if (!isSupported(lockVersion))
        misfit('lock-version', `version ${lockVersion.text} of the format is not supported`);
    tableAt(root, 'tool');
    const lock = {
        lockVersion: lockVersion.text,
        environments: textsAt(root, 'environments')?.map(({ value, path }) => fitting(parseMarker(value), path)) ?? [],
        requiresPython: parsedAt(root, 'requires-python', parseSpecifierSet),
        extras: textsAt(root, 'extras')?.map(({ value, path }) => fitting(readName(value), path)) ?? [],
        dependencyGroups: textsAt(root, 'dependency-groups')?.map(({ value }) => value) ?? [],
        defaultGroups: textsAt(root, 'default-groups')?.map(({ value }) => value) ?? [],
        createdBy: required(textAt(root, 'created-by'), root, 'created-by'),
        packages: required(tablesAt(root, 'packages'), root, 'packages').map(readPackage),
    };
    return { lock, warnings: pylock_parse_isNewer(lockVersion) ? [`${newer(lockVersion)}: what is new in it is not seen`] : [] };
}
function isSupported({ epoch, release, isPrerelease }) {
    const isFirst = release.slice(1).every((part) => part === 0);
    return epoch === 0 && release[0] === 1 && !(isPrerelease && isFirst);
}
function pylock_parse_isNewer({ release }) {
    return release.slice(1).some((part) => part > 0);
}
function newer(version) {
    return `the lock file is of version ${version.text}, newer than ${KNOWN_LOCK_VERSION}`;
}
function readPackage(table) {
    const name = required(parsedAt(table, 'name', readName), table, 'name');
    const version = parsedAt(table, 'version', readVersion);
    tableAt(table, 'tool');
    for (const identity of tablesAt(table, 'attestation-identities') ?? [])
        required(textAt(identity, 'kind'), identity, 'kind');
    return {
        name,
        version,
        marker: parsedAt(table, 'marker', parseMarker),
        requiresPython: parsedAt(table, 'requires-python', parseSpecifierSet),
        dependencies: tablesAt(table, 'dependencies')?.flatMap((dependency) => {
            const needed = textAt(dependency, 'name');
            return needed === undefined ? [] : [normalizeName(needed)];
        }),
        index: textAt(table, 'index'),
        source: readSource(table, { name, version }),
    };
}
function readSource(table, identity) {
    const wheels = tablesAt(table, 'wheels') ?? [];
    const sdist = tableAt(table, 'sdist');
    const direct = ['vcs', 'directory', 'archive'].filter((key) => memberOf(table, key) !== undefined);
    if (wheels.length > 0 || sdist !== undefined) {
        if (direct.length > 0)
            misfit(table.path, 'none of vcs, directory, archive may stand beside wheels or sdist');
        return {
            kind: 'distributions',
            wheels: wheels.map((wheel) => readWheel(wheel, identity)),
            sdist: sdist === undefined ? undefined : readSdist(sdist, identity),
        };
    }
    const [kind, ...more] = direct;
    if (kind === undefined || more.length > 0) {
        return misfit(table.path, 'exactly one of vcs, directory, archive is needed where there is no wheel and no sdist');
    }
    return readDirect(kind, required(tableAt(table, kind), table, kind));
}
function readDirect(kind, table) {
    const subdirectory = textAt(table, 'subdirectory');
    switch (kind) {
        case 'archive':
            return { kind, ...readFileFacts(table), subdirectory };
        case 'directory':
            return { kind, path: required(textAt(table, 'path'), table, 'path'), editable: booleanAt(table, 'editable') ?? false, subdirectory };
        case 'vcs': {
            const facts = {
                type: required(textAt(table, 'type'), table, 'type'),
                ...readPlace(table),
                requestedRevision: textAt(table, 'requested-revision'),
                commitId: required(textAt(table, 'commit-id'), table, 'commit-id'),
            };
            return { kind, ...facts, subdirectory };
        }
    }
}
function readWheel(table, { name, version }) {
    const file = pylock_parse_readFile(table);
    const wheel = parseWheelName(file.filename);
    if (wheel === undefined)
        return misfit(table.path, `${quoted(file.filename)} is not a wheel's file name`);
    if (wheel.name !== name)
        misfit(table.path, `${quoted(file.filename)} is not of the package ${name}`);
    checkVersion(table, file, wheel.version, version);
    return file;
}
function readSdist(table, { name, version }) {
    const file = pylock_parse_readFile(table);
    const sdist = parseSdistName(file.filename, name);
    if (sdist === undefined)
        return misfit(table.path, `${quoted(file.filename)} is not the file name of an sdist of ${name}`);
    checkVersion(table, file, sdist.version, version);
    return file;
}
function checkVersion(table, file, found, wanted) {
    if (wanted !== undefined && found.text !== wanted.text)
        misfit(table.path, `${quoted(file.filename)} is not of version ${wanted.text}`);
}
function pylock_parse_readFile(table) {
    const facts = readFileFacts(table);
    const filename = textAt(table, 'name') || lastPathSegment(facts.path) || lastUrlSegment(facts.url);
    return { filename: filename || misfit(table.path, 'the file has no name'), ...facts };
}
function readFileFacts(table) {
    return {
        ...readPlace(table),
        sizeBytes: integerAt(table, 'size'),
        uploadTimeMs: dateTimeAt(table, 'upload-time'),
        hashes: pylock_parse_readHashes(table),
    };
}
function readPlace(table) {
    const [url, path] = [textAt(table, 'url') || undefined, textAt(table, 'path') || undefined];
    if (url === undefined && path === undefined)
        misfit(table.path, 'a path or a url is required');
    return { url, path };
}
function pylock_parse_readHashes(table) {
    const hashes = required(tableAt(table, 'hashes'), table, 'hashes');
    const entries = Object.keys(hashes.members).map((algorithm) => {
        return { algorithm, hex: required(textAt(hashes, algorithm), hashes, algorithm).toLowerCase() };
    });
    if (entries.length === 0)
        misfit(hashes.path, 'at least one hash is required');
    return entries.flatMap(({ algorithm, hex }) => (isHashAlgorithm(algorithm) ? [{ algorithm, hex }] : []));
}
function readName(text) {
    const name = normalizeName(text);
    return name === text && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text) ? parsed(name) : notParsed(`the name ${quoted(text)} is not normalized`);
}
function readVersion(text) {
    const version = parseVersion(text);
    return version === undefined ? notParsed(`${quoted(text)} is not a version`) : parsed(version);
}
function lastPathSegment(path) {
    return path?.split(path.includes('/') ? '/' : '\\').at(-1);
}
function lastUrlSegment(url) {
    return url === undefined ? undefined : filenameOf(url.replace(/[?#].*$/s, '').replace(/^[a-z][\w+.-]*:\/\/[^/]*/i, ''));
}

;// CONCATENATED MODULE: ./build/standards/pylock-print.js



function formatPylock(lock) {
    const head = table([
        ['lock-version', printTomlString(lock.lockVersion)],
        ['environments', printTexts(lock.environments.map(formatMarker))],
        ['requires-python', lock.requiresPython && printTomlString(lock.requiresPython.text)],
        ['extras', printTexts(lock.extras)],
        ['dependency-groups', printTexts(lock.dependencyGroups)],
        ['default-groups', printTexts(lock.defaultGroups)],
        ['created-by', printTomlString(lock.createdBy)],
        ['packages', lock.packages.length === 0 ? '[]' : undefined],
    ]);
    const packages = lock.packages.toSorted((left, right) => compareCodePoints(left.name, right.name));
    return [head, ...packages.map(printPackage)].join('\n');
}
function printPackage(entry) {
    const facts = table([
        ['name', printTomlString(entry.name)],
        ['version', entry.version && printTomlString(entry.version.text)],
        ['marker', entry.marker && printTomlString(formatMarker(entry.marker))],
        ['requires-python', entry.requiresPython && printTomlString(entry.requiresPython.text)],
        ['dependencies', entry.dependencies && printRows(entry.dependencies.map((name) => inlineTable([['name', printTomlString(name)]])))],
        ['index', printText(entry.index)],
        ...printSource(entry.source),
    ]);
    return `[[packages]]\n${facts}`;
}
function printSource(source) {
    switch (source.kind) {
        case 'distributions':
            return [
                ['sdist', source.sdist && printFile(source.sdist)],
                ['wheels', source.wheels.length === 0 ? undefined : printRows(source.wheels.map(printFile))],
            ];
        case 'archive':
            return [['archive', inlineTable([...fileFacts(source), ['subdirectory', printText(source.subdirectory)]])]];
        case 'directory':
            return [['directory', inlineTable([
                        ['path', printTomlString(source.path)],
                        ['editable', source.editable ? 'true' : undefined],
                        ['subdirectory', printText(source.subdirectory)],
                    ])]];
        case 'vcs':
            return [['vcs', inlineTable([
                        ['type', printTomlString(source.type)],
                        ['url', printText(source.url)],
                        ['path', printText(source.path)],
                        ['requested-revision', printText(source.requestedRevision)],
                        ['commit-id', printTomlString(source.commitId)],
                        ['subdirectory', printText(source.subdirectory)],
                    ])]];
    }
}
function printFile(file) {
    return inlineTable([['name', printTomlString(file.filename)], ...fileFacts(file)]);
}
function fileFacts(file) {
    return [
        ['upload-time', file.uploadTimeMs === undefined ? undefined : new Date(file.uploadTimeMs).toISOString()],
        ['url', printText(file.url)],
        ['path', printText(file.path)],
        ['size', file.sizeBytes?.toString()],
        ['hashes', printHashes(file.hashes)],
    ];
}
function printHashes(hashes) {
    return inlineTable(hashes.map((hash) => [hash.algorithm, printTomlString(hash.hex)]));
}
function printText(text) {
    return text === undefined ? undefined : printTomlString(text);
}
function printTexts(texts) {
    return texts.length === 0 ? undefined : `[${texts.map(printTomlString).join(', ')}]`;
}
function printRows(rows) {
    return rows.length === 0 ? '[]' : `[\n${rows.map((row) => `    ${row},\n`).join('')}]`;
}
function table(members) {
    return members.flatMap(([key, value]) => (value === undefined ? [] : [`${printTomlKey(key)} = ${value}\n`])).join('');
}
function inlineTable(members) {
    return `{${members.flatMap(([key, value]) => (value === undefined ? [] : [`${printTomlKey(key)} = ${value}`])).join(', ')}}`;
}

;// CONCATENATED MODULE: ./build/standards/pylock-select.js







function pylock_select_selectFromPylock(lock, target) {
    try {
        return reading(() => pylock_select_select(lock, target));
    }
    catch (error) {
        if (isUserError(error))
            return notParsed(error.message);
        throw error;
    }
}
function pylock_select_select(lock, target) {
    checkPython(lock.requiresPython, target, 'requires-python');
    if (lock.environments.length > 0 && !lock.environments.some((marker) => evaluateMarker(marker, target.environment))) {
        misfit('environments', 'the lock file is not for this environment');
    }
    const selection = { extras: target.extras, dependencyGroups: target.dependencyGroups };
    const ranks = rankTags(target.tags);
    const taken = new Map();
    const choices = [];
    for (const [index, entry] of lock.packages.entries()) {
        if (entry.marker !== undefined && !evaluateLockMarker(entry.marker, target.environment, selection))
            continue;
        checkPython(entry.requiresPython, target, `packages[${index}].requires-python`);
        const other = taken.get(entry.name);
        if (other !== undefined)
            misfit(`packages[${index}]`, `${entry.name} is already chosen by packages[${other}]`);
        taken.set(entry.name, index);
        const chosen = chooseSource(entry, ranks, target.prefersSdist?.(entry.name) ?? false);
        if (chosen === undefined) {
            return misfit(`packages[${index}]`, `no wheel of ${entry.name} fits this Python and platform, and there is no sdist`);
        }
        if (!isVerifiable(chosen))
            misfit(`packages[${index}]`, `${entry.name} has no hash of an algorithm that can be checked`);
        choices.push({ package: entry, index, chosen });
    }
    return choices;
}
function isVerifiable(chosen) {
    if (chosen.kind === 'vcs' || chosen.kind === 'directory')
        return true;
    return (chosen.kind === 'archive' ? chosen : chosen.file).hashes.length > 0;
}
function checkPython(wanted, target, path) {
    if (wanted === undefined)
        return;
    const text = target.environment.python_full_version;
    const version = parseVersion(text.endsWith('+') ? `${text}local` : text);
    if (version === undefined || !specifierSetContains(wanted, version))
        misfit(path, `Python ${text} is not ${wanted.text}`);
}
function chooseSource(entry, ranks, prefersSdist) {
    if (entry.source.kind !== 'distributions')
        return entry.source;
    const { sdist, wheels } = entry.source;
    if (sdist !== undefined && prefersSdist)
        return { kind: 'sdist', file: sdist };
    const wheel = bestWheel(wheels, ranks);
    if (wheel !== undefined)
        return { kind: 'wheel', file: wheel };
    return sdist === undefined ? undefined : { kind: 'sdist', file: sdist };
}
function bestWheel(wheels, ranks) {
    let best;
    for (const file of wheels) {
        const name = parseWheelName(file.filename);
        const rank = Math.min(...(name === undefined ? [] : expandWheelTags(name)).map((tag) => ranks.get(tag) ?? Infinity));
        if (rank < (best?.rank ?? Infinity))
            best = { file, rank };
    }
    return best?.file;
}
function rankTags(tags) {
    const ranks = new Map();
    for (const [rank, tag] of tags.entries())
        if (!ranks.has(tag))
            ranks.set(tag, rank);
    return ranks;
}

;// CONCATENATED MODULE: ./build/standards/pylock.js




;// CONCATENATED MODULE: ./build/requests/locks.js













async function locks_readLock(request, formats, reading) {
    const { location, asked } = request;
    const text = await readLocation(location, 'lock file', asked, reading);
    const origin = { kind: 'file', path: displayPath(location, reading.world.cwd) };
    const lock = parsePylock(text);
    if (!lock.ok)
        throw new UserError('requirements-file-syntax', lock.message, { origin });
    for (const warning of lock.value.warnings)
        notice(reading, 'warning', warning, origin);
    for (const choice of choose(lock.value.lock, request, formats, { reading, origin }))
        addChoice(choice, location, origin, reading);
}
function choose(lock, request, formats, { reading, origin }) {
    const { target } = reading;
    if (target === undefined)
        throw new UserError('input-unsupported', 'a lock file can be read only for a known interpreter', { origin });
    checkKnown(request.extras, lock.extras, 'extra');
    checkKnown(request.groups, [...lock.dependencyGroups, ...lock.defaultGroups].map(normalizeName), 'dependency group');
    const groups = [...request.groups.map(({ value }) => value), ...(request.withDefaultGroups ? lock.defaultGroups : [])];
    const selected = selectFromPylock(lock, {
        ...target,
        extras: new Set(request.extras.map(({ value }) => normalizeName(value))),
        dependencyGroups: new Set(groups),
        prefersSdist: (name) => !allowedFormats(formats, name).wheels,
    });
    if (selected.ok)
        return selected.value;
    throw new UserError('input-unsupported', `the lock file cannot be used here: ${selected.message}`, { origin });
}
function checkKnown(asked, known, what) {
    const unknown = asked.find(({ value }) => !known.includes(normalizeName(value)));
    if (unknown === undefined)
        return;
    const list = known.length === 0 ? `it has no ${what}s` : `its ${what}s: ${known.join(', ')}`;
    throw new UserError('usage', `the lock file has no ${what} ${JSON.stringify(unknown.value)}`, { origin: unknown.origin, details: [list] });
}
function addChoice({ package: entry, chosen }, location, origin, reading) {
    const base = { name: entry.name, extras: [], marker: undefined, configSettings: {}, origin };
    if (chosen.kind === 'wheel' || chosen.kind === 'sdist') {
        const version = entry.version ?? locks_versionOf(chosen.file, entry.name);
        const pinned = parseSpecifierSet(`==${version?.text ?? ''}`);
        if (version === undefined || !pinned.ok)
            throw new UserError('requirements-file-syntax', `${chosen.file.filename} does not tell the version of ${entry.name}`, { origin });
        const { filename, hashes, sizeBytes, uploadTimeMs } = chosen.file;
        const url = fileUrl(chosen.file, location, origin, reading);
        const fault = archiveFault(url);
        if (fault !== undefined)
            throw new UserError('requirements-file-syntax', `${filename} cannot be had: ${fault}`, { origin });
        reading.locked.push({ name: entry.name, filename, url, hashes, sizeBytes, uploadTimeMs, index: entry.index, origin });
        reading.requirements.push({ ...base, specifier: pinned.value, direct: undefined, hashes, text: `${entry.name}==${version.text}` });
        reading.anyHash = true;
        return;
    }
    const url = directUrl(chosen, location, origin, reading);
    const link = parseLink(url);
    const direct = link.ok ? toDirectSource(link.value, { cwd: reading.world.cwd, editable: chosen.kind === 'directory' && chosen.editable }) : link;
    if (!direct.ok)
        throw new UserError('requirements-file-syntax', `${entry.name}: ${direct.message}`, { origin });
    const hashes = chosen.kind === 'archive' ? chosen.hashes : [];
    reading.anyHash ||= hashes.length > 0;
    const hashless = chosen.kind === 'archive' ? {} : { needsNoHash: true };
    reading.requirements.push({ ...base, ...hashless, specifier: ANY_VERSION, direct: direct.value, hashes, text: `${entry.name} @ ${url}` });
}
function locks_versionOf({ filename }, name) {
    return parseWheelName(filename)?.version ?? (name === undefined ? undefined : parseSdistName(filename, name)?.version);
}
function directUrl(chosen, location, origin, reading) {
    const subdirectory = chosen.subdirectory === undefined ? '' : `#subdirectory=${chosen.subdirectory}`;
    if (chosen.kind === 'vcs')
        return `${chosen.type}+${fileUrl(chosen, location, origin, reading)}@${chosen.commitId}${subdirectory}`;
    if (chosen.kind === 'archive')
        return `${fileUrl(chosen, location, origin, reading)}${subdirectory}`;
    if (/^https?$/.test(schemeOf(location)) && isFileUrl(location)) {
        throw new UserError('input-unsupported', 'a lock file from the network cannot name folders', { origin });
    }
    const folder = fileUrl({ path: chosen.path, url: undefined }, location, origin, reading).replace(/\/*$/, '/');
    return chosen.subdirectory === undefined ? folder : `${folder}${encodeURI(chosen.subdirectory).replace(/\/*$/, '/')}`;
}
function fileUrl(file, location, origin, reading) {
    if (file.path === undefined) {
        registerCredentials(file.url ?? '', reading.secrets);
        return file.url ?? '';
    }
    if (!isFileUrl(location))
        return pathToUrl(path.resolve(path.dirname(location), file.path));
    if (path.isAbsolute(file.path))
        throw new UserError('input-unsupported', `a lock file from a URL cannot name the absolute path ${file.path}`, { origin });
    const joined = new URL(file.path, location);
    const base = new URL(location);
    if (joined.protocol === base.protocol && joined.host === base.host)
        return joined.href;
    throw new UserError('input-unsupported', `the path ${file.path} leads away from where the lock file was fetched`, { origin });
}

;// CONCATENATED MODULE: ./build/standards/dependency-groups.js




function dependency_groups_resolveDependencyGroups(table, names) {
    if (typeof table !== 'object' || table === null || Array.isArray(table))
        return notParsed('[dependency-groups] is not a table');
    const groups = readGroups(table);
    const requirements = names.flatMap((name) => expandGroup(groups, normalizeName(name), []));
    return groups.faults.length === 0 ? parsed(requirements) : notParsed(groups.faults.join('; '));
}
function readGroups(table) {
    const items = new Map();
    const faults = [];
    for (const spelling of Object.keys(table)) {
        const name = normalizeName(spelling);
        if (items.has(name)) {
            const spellings = Object.keys(table).filter((other) => normalizeName(other) === name);
            faults.push(`the dependency group ${name} is defined more than once (${spellings.join(', ')})`);
        }
        items.set(name, table[spelling]);
    }
    return { items, faults: [...new Set(faults)], taken: new Set() };
}
function expandGroup(groups, name, trail) {
    const path = [...trail, name];
    if (trail.includes(name)) {
        groups.faults.push(`dependency groups include each other: ${path.slice(trail.indexOf(name)).join(' -> ')}`);
        return [];
    }
    if (groups.taken.has(name))
        return [];
    groups.taken.add(name);
    const items = groups.items.get(name);
    if (items === undefined) {
        const by = trail.at(-1);
        groups.faults.push(`the dependency group ${name || '""'} does not exist${by === undefined ? '' : ` (included by ${by})`}; there ${known(groups)}`);
        return [];
    }
    if (!Array.isArray(items)) {
        groups.faults.push(`the dependency group ${name} is not a list`);
        return [];
    }
    return items.flatMap((item, index) => expandItem(groups, item, { path, label: `${name}[${index}]` }));
}
function known({ items }) {
    const names = [...items.keys()];
    const last = names.pop();
    if (last === undefined)
        return 'is none';
    return names.length === 0 ? `is ${last}` : `are ${names.join(', ')} and ${last}`;
}
function expandItem(groups, item, at) {
    if (typeof item === 'string') {
        const requirement = parseRequirement(item);
        if (requirement.ok)
            return [requirement.value];
        groups.faults.push(`${at.label}: ${quoted(item)} is not a requirement: ${requirement.message}`);
        return [];
    }
    const include = includedGroup(item);
    if (include !== undefined)
        return expandGroup(groups, normalizeName(include), at.path);
    groups.faults.push(`${at.label} is neither a requirement nor { include-group = "name" }`);
    return [];
}
function includedGroup(item) {
    if (typeof item !== 'object' || item === null || Object.keys(item).join() !== 'include-group')
        return undefined;
    const name = item['include-group'];
    return typeof name === 'string' ? name : undefined;
}

;// CONCATENATED MODULE: ./build/standards/pyproject.js





function pyproject_parsePyproject(text) {
    return parseToml(text);
}
function pyproject_readProject(pyproject) {
    return reading(() => {
        const project = tableAt(pyproject, 'project');
        if (project === undefined)
            return undefined;
        const displayName = required(textAt(project, 'name'), project, 'name');
        const dynamic = textsAt(project, 'dynamic')?.map(({ value }) => value) ?? [];
        return {
            name: normalizeName(displayName),
            displayName,
            version: textAt(project, 'version'),
            requiresPython: parsedAt(project, 'requires-python', parseSpecifierSet),
            dependencies: dynamic.includes('dependencies') ? undefined : requirementsAt(project, 'dependencies'),
            optionalDependencies: dynamic.includes('optional-dependencies') ? undefined : readOptionalDependencies(project),
            dynamic,
        };
    });
}
function requirementsAt(shape, key) {
    return (textsAt(shape, key) ?? []).map(({ value, path }) => fitting(parseRequirement(value), path));
}
function readOptionalDependencies(project) {
    const extras = new Map();
    const table = tableAt(project, 'optional-dependencies');
    for (const spelling of Object.keys(table?.members ?? {})) {
        if (table === undefined)
            break;
        const extra = normalizeName(spelling);
        if (extras.has(extra))
            misfit(pathOf(table, spelling), `the extra ${extra} is defined twice`);
        extras.set(extra, requirementsAt(table, spelling));
    }
    return extras;
}
const LEGACY_BACKEND = 'setuptools.build_meta:__legacy__';
const LEGACY_REQUIRES = (/* unused pure expression or super */ null && (['setuptools>=40.8.0']));
function readBuildSystem(pyproject) {
    return reading(() => {
        const table = pyproject === undefined ? undefined : tableAt(pyproject, 'build-system');
        if (table === undefined)
            return { requires: LEGACY_REQUIRES, backend: LEGACY_BACKEND, backendPath: [], check: [] };
        const requires = required(textsAt(table, 'requires'), table, 'requires');
        for (const { value, path } of requires)
            fitting(parseRequirement(value), path);
        const backend = textAt(table, 'build-backend');
        return {
            requires: requires.map(({ value }) => value),
            backend: backend ?? LEGACY_BACKEND,
            backendPath: textsAt(table, 'backend-path')?.map(({ value }) => value) ?? [],
            check: backend === undefined ? LEGACY_REQUIRES : [],
        };
    });
}
function pyproject_dependencyGroupsOf(pyproject) {
    return memberOf(pyproject, 'dependency-groups');
}

;// CONCATENATED MODULE: ./build/requests/option-lines.js








const ALWAYS = (/* unused pure expression or super */ null && (['no-binary', 'only-binary', 'all-releases', 'only-final']));
const OF_REQUIREMENT = (/* unused pure expression or super */ null && (['hash', 'config-settings']));
const FILE_OPTIONS = new Map([...table_longNames('requirements-file'), ...table_longNames('requirement')]);
function option_lines_lineSettings(line, location, reading) {
    return line.lineOptions.flatMap((said) => {
        const option = FILE_OPTIONS.get(said.name);
        return option === undefined ? [] : [{ option, value: said.value ?? '', origin: option_lines_originAt(line, said.valueOffset, location, reading) }];
    });
}
function option_lines_originAt(line, offset, location, reading) {
    return { kind: 'file', path: displayPath(location, reading.world.cwd), ...placeOf(line.source, offset) };
}
function option_lines_applyRequirementOptions(settings, { editable }, reading) {
    let editables = 0;
    for (const setting of settings) {
        const name = setting.option.long[0];
        if (ALWAYS.includes(name))
            reading.controls.push(setting);
        else if (name === 'editable' && editable)
            editables += 1;
        else if (name === 'hash' && editable)
            ignored(setting, 'editable projects have no hashes', reading);
        else if (!OF_REQUIREMENT.includes(name))
            ignored(setting, 'it has to stand on a line of its own', reading);
        if (editables > 1)
            ignored(setting, 'a line takes one -e', reading);
    }
}
function option_lines_applyOptionLine(settings, location, reading) {
    for (const { value } of settings)
        registerCredentials(value, reading.secrets);
    const named = (name) => settings.filter(({ option }) => option.long[0] === name);
    const [findLinks, ...otherLinks] = named('find-links');
    applyIndexLine(reading.indexes, {
        noIndex: named('no-index').length > 0,
        indexUrl: named('index-url').at(-1),
        extraIndexUrls: named('extra-index-url').map(located),
        findLinks: findLinks === undefined ? [] : [relativeToFile(findLinks, location, reading)],
    });
    for (const other of otherLinks)
        ignored(other, 'a line takes one --find-links', reading);
    for (const hash of named('hash'))
        ignored(hash, 'no requirement stands before it', reading);
    for (const setting of named('config-settings'))
        ignored(setting, 'no requirement stands before it', reading);
    reading.controls.push(...settings.filter(({ option }) => ALWAYS.includes(option.long[0]) || option.field === 'pre'));
    reading.trustedHosts.push(...named('trusted-host').map(({ value }) => value));
    reading.preferBinary ||= named('prefer-binary').length > 0;
    reading.requireHashes ||= named('require-hashes').length > 0;
    reading.noRequireHashes ||= named('no-require-hashes').length > 0;
    for (const feature of named('use-feature'))
        checkFeature(feature, reading);
}
function option_lines_applyBesideNested(settings, nested, reading) {
    for (const setting of settings) {
        if (setting === nested)
            continue;
        if (ALWAYS.includes(setting.option.long[0]))
            reading.controls.push(setting);
        else
            ignored(setting, 'a line that names a file takes nothing else', reading);
    }
}
function checkFeature(setting, reading) {
    const { choices = [] } = setting.option;
    if (choices.includes(setting.value))
        return;
    noteFault(reading, new UserError('requirements-file-syntax', `--use-feature cannot be ${JSON.stringify(setting.value)}`, {
        origin: setting.origin, hint: `choose from ${choices.join(', ')}`,
    }));
}
function relativeToFile(setting, location, { world }) {
    const folder = location === '-' || isFileUrl(location) ? world.cwd : path.dirname(location);
    const besideFile = absoluteIfThere(setting.value, folder);
    return { value: besideFile === setting.value ? absoluteIfThere(setting.value, world.cwd) : besideFile, origin: setting.origin };
}
function located({ value, origin }) {
    return { value, origin };
}
function ignored(setting, why, reading) {
    notice(reading, 'warning', `--${setting.option.long[0]} is ignored here, as pip does: ${why}`, setting.origin);
}

;// CONCATENATED MODULE: ./build/requests/requirement-hint.js



function requirement_hint_requirementHint(misread) {
    const guesses = namesUrl(misread.text) ? [unexpanded, inQuotes, spaceInUrl] : [unexpanded, inQuotes, asPath, inMarker, ofVersion, ofSeveral];
    for (const guess of guesses) {
        const hint = guess(misread);
        if (hint !== undefined)
            return hint;
    }
    return undefined;
}
function unexpanded({ text, inFile }) {
    if (!inFile)
        return undefined;
    const named = /\$\{(?<name>[A-Z0-9_]+)\}/.exec(text)?.groups?.['name'];
    if (named !== undefined)
        return `the environment variable ${named} is not set, or empty`;
    const other = /\$\{?(?<name>[A-Za-z_]\w*)\}?/.exec(text)?.groups?.['name'];
    return other === undefined ? undefined : `variables are written in capitals and in braces: \${${other.toUpperCase()}}`;
}
function inQuotes({ text, inFile }) {
    const isQuoted = /^(["']).*\1$/.test(text) || /[=<>]\s*["']/.test(text.split(';', 1)[0] ?? '');
    return inFile && isQuoted ? 'leave out the quotes: no shell reads a requirements file' : undefined;
}
function namesUrl(text) {
    return isUrl(text) || isUrl(text.slice(text.indexOf('@') + 1).trim());
}
function spaceInUrl({ text, offset }) {
    return offset > 0 && /^\s/.test(text.slice(offset - 1)) ? 'a space within a URL is written %20; a marker follows a URL after " ; "' : undefined;
}
function asPath({ text, cwd }) {
    if (!text.includes(path.sep))
        return undefined;
    const named = path.resolve(cwd, text);
    if (isFile(named))
        return isArchiveName(named) ? undefined : 'it is a file that exists; a requirements file is given with -r';
    return isFolder(named) ? undefined : `it looks like a path, but there is no file or folder ${text}`;
}
function inMarker({ text, offset }) {
    const semicolon = text.indexOf(';');
    if (semicolon === -1 || offset <= semicolon)
        return undefined;
    if (/[<>=!~]=?\s*$/.test(text.slice(0, offset)))
        return 'values stand in quotes: python_version >= "3.9"';
    return /^[A-Za-z_]/.test(text.slice(offset)) ? 'markers know python_version, sys_platform, platform_machine, extra and the like, joined by "and" and "or"' : undefined;
}
const VERSION_SLIPS = [
    [/^=([<>])/, ([, sign = '']) => `did you mean ${sign}=?`],
    [/^=(?!=)/, () => '= is not a valid operator; did you mean ==?'],
    [/^~=\s*\d+\s*(?:$|[,;])/, () => '~= takes at least two numbers: ~=1.0'],
    [/^~(?!=)/, () => '~ is not a valid operator; did you mean ~=?'],
    [/^\^/, () => '^ is not a valid operator; ^1.2 is written >=1.2,<2'],
    [/^(===?|!=|<=|>=|~=|<|>)\s*(?:$|[,;])/, ([, operator = '']) => `a version is missing after ${operator}`],
    [/^v?(\d[\w.!+*-]*)/, ([, version = '']) => `did you mean ==${version}?`],
];
function ofVersion({ text, offset }) {
    const rest = text.slice(offset);
    for (const [pattern, say] of VERSION_SLIPS) {
        const match = pattern.exec(rest);
        if (match !== null)
            return say(match);
    }
    return undefined;
}
function ofSeveral({ text, offset, inFile }) {
    if (offset === 0)
        return undefined;
    const rest = text.slice(offset);
    if (/^--?[A-Za-z]/.test(rest))
        return inFile ? undefined : 'options that belong to one requirement are written in a requirements file';
    return /^[A-Za-z]/.test(rest) && /\s$/.test(text.slice(0, offset)) ? `one requirement to a${inFile ? ' line' : 'n argument'}` : undefined;
}

;// CONCATENATED MODULE: ./build/requests/requirements-files.js










async function requirements_files_readRequirementsFile(location, { constraint, asked }, reading) {
    await visit({ location, constraint, asked, trail: [] }, reading);
}
async function visit(file, reading) {
    const text = await readOrNote(file, reading);
    if (text === undefined)
        return;
    if (/\.toml$/i.test(file.location) && /^\s*\[|^[\w-]+\s*=\s*["'[{]/m.test(text)) {
        return noteFault(reading, new UserError('requirements-file-syntax', `${displayPath(file.location, reading.world.cwd)} is a TOML file, not a list of requirements`, {
            origin: file.asked, hint: 'a lock is named pylock.toml or pylock.NAME.toml, a project pyproject.toml',
        }));
    }
    const { lines, faults, expanded } = parseRequirementsFile(text, reading.world.env);
    registerVariables(expanded, text, reading.secrets);
    const inOrder = [...lines.map((line) => ({ line, at: line.line })), ...faults.map((fault) => ({ fault, at: fault.place.line }))].sort((a, b) => a.at - b.at);
    for (const item of inOrder) {
        if ('fault' in item)
            noteFault(reading, lineFault(item.fault, file, reading));
        else
            await takeLine(item.line, file, reading);
    }
}
async function readOrNote(file, reading) {
    try {
        return await readLocation(file.location, file.constraint ? 'constraints file' : 'requirements file', file.asked, reading);
    }
    catch (error) {
        if (!isUserError(error))
            throw error;
        noteFault(reading, error);
        return undefined;
    }
}
function lineFault({ place, message }, { location }, reading) {
    const origin = { kind: 'file', path: displayPath(location, reading.world.cwd), ...place };
    const unknown = /^no such option: --(?<name>[\w-]+)$/.exec(message)?.groups?.['name'] ?? '';
    const removed = REMOVED_OPTIONS.get(unknown);
    if (removed !== undefined)
        return new UserError('input-unsupported', `--${unknown} is an option that pip no longer has: ${removed}`, { origin });
    const hint = longNames('command-line').has(unknown) ? { hint: 'this option belongs on the command line, or in the configuration' } : {};
    return new UserError('requirements-file-syntax', message, { origin, ...hint });
}
async function takeLine(line, file, reading) {
    const settings = lineSettings(line, file.location, reading);
    if (line.ignoredWords.length > 0) {
        const origin = originAt(line, 0, file.location, reading);
        notice(reading, 'warning', `${JSON.stringify(line.ignoredWords.join(' '))} is ignored, as pip does: it belongs to no option`, origin);
    }
    if (line.kind === 'requirement') {
        takeRequirement(line, file, reading);
        applyRequirementOptions(settings, line, reading);
        return;
    }
    const nested = settings.find(({ option }) => option.long[0] === 'requirement') ?? settings.find(({ option }) => option.long[0] === 'constraint');
    if (nested === undefined)
        applyOptionLine(settings, file.location, reading);
    else {
        applyBesideNested(settings, nested, reading);
        await takeNested(nested, file, reading);
    }
}
async function takeNested(nested, file, reading) {
    const location = locate(nested.value, { cwd: reading.world.cwd, parent: file.location });
    const trail = [...file.trail, file.location];
    if (trail.includes(location)) {
        const chain = [...trail.slice(trail.indexOf(location)), location].map((step) => displayPath(step, reading.world.cwd)).join(' \u2192 ');
        noteFault(reading, new UserError('requirements-file-syntax', `this file includes itself: ${chain}`, { origin: nested.origin }));
        return;
    }
    await visit({ location, constraint: nested.option.long[0] === 'constraint', asked: nested.origin, trail }, reading);
}
function takeRequirement(line, file, reading) {
    const at = (offset) => originAt(line, line.offset + offset, file.location, reading);
    const parts = line.editable ? readEditableText(line.text, reading.world.cwd) : readRequirementText(line.text, reading.world.cwd);
    requirements_files_addRequirement({ text: line.text, parts, options: line.options, at, constraint: file.constraint, editable: line.editable }, reading);
}
function requirements_files_addRequirement({ text, parts, options, at, constraint, editable }, reading) {
    registerCredentials(text, reading.secrets);
    if (!parts.ok) {
        const origin = at(parts.offset);
        const hint = requirementHint({ text, offset: parts.offset, inFile: origin.kind === 'file', cwd: reading.world.cwd });
        fault(reading, 'requirement-syntax', parts.message, { origin, ...(hint === undefined ? {} : { hint }) });
        return;
    }
    const { warning, ...facts } = parts.value;
    const requirement = { ...facts, hashes: [...options.hashes, ...facts.hashes], configSettings: options.configSettings, origin: at(0), text };
    if (warning !== undefined)
        notice(reading, 'warning', warning, requirement.origin);
    reading.anyHash ||= options.hashes.length > 0;
    const problem = constraint ? constraintProblem(requirement, editable) : undefined;
    if (problem !== undefined)
        fault(reading, 'constraint-form', problem, { origin: requirement.origin, hint: 'write it as a requirement, or as name and versions alone' });
    else if (constraint)
        reading.constraints.push(requirement);
    else
        reading.requirements.push(requirement);
}
function constraintProblem({ name, extras }, editable) {
    if (editable)
        return 'editable requirements are not allowed as constraints';
    if (name === undefined)
        return 'requirements without a name are not allowed as constraints';
    return extras.length > 0 ? 'constraints cannot have extras' : undefined;
}
function fault(reading, code, message, details) {
    noteFault(reading, new UserError(code, message, details));
}

;// CONCATENATED MODULE: ./build/requests/projects.js









async function projects_readProjectFile(location, { extras, asked }, reading) {
    const { text, pyproject, origin } = await readPyproject(location, asked, reading);
    const project = projects_fitting(readProject(pyproject), origin);
    if (project?.dependencies === undefined) {
        const why = project === undefined ? 'has no [project] table' : 'leaves its dependencies to the build (dynamic)';
        throw new UserError('input-unsupported', `${displayPath(location, reading.world.cwd)} ${why}`, { origin, hint: 'install the project itself: give its folder' });
    }
    if (project.requiresPython !== undefined)
        reading.requiresPython.push({ specifier: project.requiresPython, source: displayPath(location, reading.world.cwd), origin });
    for (const requirement of [...project.dependencies, ...extraDependencies(project, extras, origin)])
        projects_addFound(requirement, text, origin, reading);
}
async function projects_readGroup(location, group, reading) {
    const { text, pyproject, origin } = await readPyproject(location, group.origin, reading);
    const table = dependencyGroupsOf(pyproject);
    if (table === undefined) {
        throw new UserError('requirements-file-syntax', `${displayPath(location, reading.world.cwd)} has no [dependency-groups] table`, { origin: group.origin });
    }
    for (const requirement of projects_fitting(resolveDependencyGroups(table, [group.value]), origin))
        projects_addFound(requirement, text, origin, reading);
}
async function readPyproject(location, asked, reading) {
    const text = await readLocation(location, 'project file', asked, reading);
    const origin = { kind: 'file', path: displayPath(location, reading.world.cwd) };
    const pyproject = parsePyproject(text);
    if (!pyproject.ok)
        throw new UserError('requirements-file-syntax', pyproject.message, { origin: projects_placeIn(text, pyproject.offset, origin) });
    return { text, pyproject: pyproject.value, origin };
}
function projects_addFound(requirement, fileText, origin, reading) {
    const text = formatRequirement(requirement);
    const quotedAt = [`"${requirement.text}"`, `'${requirement.text}'`].map((quoted) => fileText.indexOf(quoted)).find((at) => at !== -1);
    const place = quotedAt === undefined ? origin : projects_placeIn(fileText, quotedAt + 1, origin);
    const parts = readRequirementText(text, reading.world.cwd);
    addRequirement({ text, parts, options: { hashes: [], configSettings: {} }, at: () => place, constraint: false, editable: false }, reading);
}
function projects_placeIn(text, offset, origin) {
    if (origin.kind !== 'file')
        return origin;
    const before = text.slice(0, offset);
    const start = before.lastIndexOf('\n') + 1;
    const end = text.indexOf('\n', offset);
    return { ...origin, line: before.split('\n').length, column: offset - start + 1, text: text.slice(start, end === -1 ? undefined : end).replace(/\r$/, '') };
}
function projects_fitting(result, origin) {
    if (result.ok)
        return result.value;
    throw new UserError('requirements-file-syntax', result.message, { origin });
}
function extraDependencies(project, extras, origin) {
    const known = project.optionalDependencies;
    return extras.flatMap((extra) => {
        const name = normalizeName(extra.value);
        if (known?.has(name) === true)
            return expandExtra(project, name, { marker: undefined, trail: [] });
        const list = [...(known?.keys() ?? [])].join(', ');
        throw new UserError('usage', `${project.displayName} has no extra ${JSON.stringify(extra.value)}`, {
            origin: extra.origin, details: [list === '' ? 'it has no extras' : `its extras: ${list}`], ...(origin.kind === 'file' ? { hint: `extras stand in ${origin.path}` } : {}),
        });
    });
}
function expandExtra(project, extra, { marker, trail }) {
    if (trail.includes(extra))
        return [];
    return (project.optionalDependencies?.get(extra) ?? []).flatMap((requirement) => {
        const both = andMarkers(marker, requirement.marker);
        if (requirement.name !== project.name || requirement.url !== undefined)
            return [{ ...requirement, marker: both }];
        return requirement.extras.flatMap((own) => expandExtra(project, own, { marker: both, trail: [...trail, extra] }));
    });
}
function andMarkers(a, b) {
    if (a === undefined || b === undefined)
        return a ?? b;
    return { kind: 'and', parts: [{ kind: 'group', marker: a }, { kind: 'group', marker: b }] };
}

;// CONCATENATED MODULE: ./build/requests/scripts.js










async function scripts_readScript(script, reading) {
    const location = locate(script.value, { cwd: reading.world.cwd });
    const text = (await readLocation(location, 'script', script.origin, reading)).replace(/\r\n?/g, '\n');
    const origin = { kind: 'file', path: displayPath(location, reading.world.cwd) };
    const blocks = scriptBlocks(text).filter(({ type }) => type === 'script');
    const [block, second] = blocks;
    if (block === undefined || second !== undefined) {
        throw new UserError('requirements-file-syntax', second === undefined ? 'the script has no inline metadata (# /// script)' : 'the script has two blocks of inline metadata', { origin });
    }
    const metadata = readMetadata(block.content);
    if (!metadata.ok)
        throw new UserError('requirements-file-syntax', `the script's inline metadata cannot be read: ${metadata.message}`, { origin });
    const { dependencies, requiresPython } = metadata.value;
    if (requiresPython !== undefined)
        reading.requiresPython.push({ specifier: requiresPython, source: displayPath(location, reading.world.cwd), origin });
    for (const requirement of dependencies)
        addFound(requirement, text, origin, reading);
}
function readMetadata(content) {
    const toml = parseToml(content);
    if (!toml.ok)
        return toml;
    const shape = toml.value;
    const read = readingShape(() => ({
        dependencies: (textsAt(shape, 'dependencies') ?? []).map(({ value, path }) => fitting(parseRequirement(value), path)),
        requiresPython: parsedAt(shape, 'requires-python', parseSpecifierSet),
    }));
    return read.ok ? parsed(read.value) : read;
}

;// CONCATENATED MODULE: ./build/requests/read.js


















async function read_readRequests(options, { nowMs, ...start }) {
    const { sources, values } = options;
    const reading = openReading(options, start);
    checkAsked(options);
    await read_eachFile(sources.constraintFiles, { constraint: true }, reading);
    readArguments(sources, reading);
    await readSourceFiles(options, reading);
    for (const script of sources.scripts)
        await noting(reading, () => readScript(script, reading));
    const buildConstraints = await readBuildConstraints(options, reading);
    for (const requirement of reading.requirements)
        noteMissing(requirement, reading);
    const problem = combineFaults(reading.faults);
    if (problem !== undefined)
        throw problem;
    for (const { value } of [...reading.indexes.extraIndexUrls, ...reading.indexes.findLinks])
        registerPlace(value, start.secrets);
    if (reading.indexes.indexUrl !== undefined)
        registerPlace(reading.indexes.indexUrl.value, start.secrets);
    const network = readNetwork(values, start.world, start.secrets);
    return {
        set: { requirements: reading.requireHashes ? reading.requirements.map(withoutLeave) : reading.requirements, constraints: reading.constraints },
        policy: readPolicy(values, { ...reading, requireHashes: decideHashes(reading) }, nowMs),
        indexes: readIndexSettings(reading.indexes, values),
        network: { ...network, trustedHosts: [...network.trustedHosts, ...reading.trustedHosts] },
        build: { ...readBuild(options), constraints: buildConstraints },
        locked: reading.locked,
        requiresPython: reading.requiresPython,
        notices: [...options.notices, ...reading.notices],
    };
}
function openReading({ values }, start) {
    return {
        ...start, requirements: [], constraints: [], locked: [], requiresPython: [], notices: [], faults: [], controls: [], trustedHosts: [],
        indexes: startIndexes(values, start.world), preferBinary: false, anyHash: false,
        requireHashes: values.flag('require-hashes') === true, noRequireHashes: values.flag('no-require-hashes') === true,
    };
}
function checkAsked({ sources, target }) {
    const { requirements, requirementFiles, editables, groups, scripts, extras } = sources;
    if ([requirements, requirementFiles, editables, groups, scripts].every((list) => list.length === 0)) {
        throw new UserError('usage', 'there is nothing to install: give at least one requirement', { hint: 'name a project, or a requirements file with -r' });
    }
    if (scripts[1] !== undefined)
        throw new UserError('usage', '--requirements-from-script can be given only once', { origin: scripts[1].origin });
    const [extra] = extras;
    const files = requirementFiles.map(({ value, origin }) => ({ value: splitPathExtras(value).path, origin }));
    const takesExtras = files.some(({ value }) => isPyprojectFile(value) || isPylockFile(value));
    if (extra !== undefined && !takesExtras) {
        throw new UserError('usage', '--extra needs a pyproject.toml or pylock.toml given with -r', { origin: extra.origin, hint: 'extras of a project to install are written name[extra]' });
    }
    const lock = [...files, ...groups.map(({ value, origin }) => ({ value: splitPathExtras(value.path).path, origin }))].find(({ value }) => isPylockFile(value));
    if (lock !== undefined && target.restriction !== undefined) {
        throw new UserError('usage', '--python-version, --platform, --abi and --implementation cannot be used with a lock file', { origin: lock.origin });
    }
}
async function noting(reading, work) {
    try {
        await work();
    }
    catch (error) {
        if (!isUserError(error))
            throw error;
        reading.faults.push(error);
    }
}
async function read_eachFile(files, { constraint }, reading) {
    for (const { value, origin } of files) {
        await readRequirementsFile(locate(value, { cwd: reading.world.cwd }), { constraint, asked: origin }, reading);
    }
}
function within(origin) {
    return (offset) => (origin.kind === 'argument' && offset > 0 ? { ...origin, column: offset + 1 } : origin);
}
function withinEditable(value, origin) {
    if (origin.kind !== 'flag')
        return within(origin);
    const text = `-e ${value}`;
    return (offset) => within({ kind: 'argument', text })(offset > 0 ? offset + text.length - value.length : 0);
}
function readArguments({ requirements, configSettings }, reading) {
    for (const { value, origin } of requirements) {
        if (value.trim() === '')
            continue;
        const parts = readRequirementText(value, reading.world.cwd);
        addRequirement({ text: value, parts, options: { hashes: [], configSettings }, at: within(origin), constraint: false, editable: false }, reading);
    }
}
async function readSourceFiles({ sources, values }, reading) {
    const locks = collectLocks(sources, reading);
    for (const { value, origin } of sources.groups) {
        if (isPylockFile(splitPathExtras(value.path).path))
            continue;
        await noting(reading, () => readGroup(locate(value.path, { cwd: reading.world.cwd }), { value: value.group, origin }, reading));
    }
    for (const { value, origin } of sources.editables) {
        const parts = readEditableText(value, reading.world.cwd);
        addRequirement({ text: value, parts, options: { hashes: [], configSettings: sources.configSettings }, at: withinEditable(value, origin), constraint: false, editable: true }, reading);
    }
    for (const file of sources.requirementFiles) {
        const { path: named, extras } = splitPathExtras(file.value);
        const location = locate(named, { cwd: reading.world.cwd });
        const lock = locks.get(location);
        if (lock !== undefined) {
            locks.delete(location);
            await noting(reading, () => readLock(lock, readFormatControl([...values.all('format-control'), ...reading.controls]), reading));
        }
        else if (isPyprojectFile(named)) {
            await noting(reading, () => readProjectFile(location, { extras: [...read_located(extras, file), ...sources.extras], asked: file.origin }, reading));
        }
        else if (!isPylockFile(named)) {
            await read_eachFile([file], { constraint: false }, reading);
        }
    }
    for (const lock of locks.values())
        await noting(reading, () => readLock(lock, readFormatControl(values.all('format-control')), reading));
}
function collectLocks({ requirementFiles, groups, extras }, { world }) {
    const locks = new Map();
    const add = (file, group) => {
        const { path: named, extras: bracketed } = splitPathExtras(file.value);
        if (!isPylockFile(named))
            return;
        const location = locate(named, { cwd: world.cwd });
        const known = locks.get(location) ?? { location, extras: [], groups: [], withDefaultGroups: false, asked: file.origin };
        locks.set(location, {
            ...known,
            extras: [...known.extras, ...read_located(bracketed, file), ...(group === undefined ? extras : [])],
            groups: group === undefined ? known.groups : [...known.groups, group],
            withDefaultGroups: known.withDefaultGroups || group === undefined,
        });
    };
    for (const file of requirementFiles)
        add(file, undefined);
    for (const { value, origin } of groups)
        add({ value: value.path, origin }, { value: value.group, origin });
    return locks;
}
function read_located(names, { origin }) {
    return names === undefined ? [] : splitNames(names).map((value) => ({ value, origin }));
}
function withoutLeave({ needsNoHash: _, ...requirement }) {
    return requirement;
}
function decideHashes({ requireHashes, noRequireHashes, anyHash }) {
    if (requireHashes && noRequireHashes)
        throw new UserError('usage', '--require-hashes and --no-require-hashes exclude each other');
    return requireHashes || (anyHash && !noRequireHashes);
}
function readBuild({ values }) {
    return {
        isolation: values.flag('build-isolation') !== false,
        checkDependencies: values.flag('check-build-dependencies') === true,
        sourceFolder: values.text('src')?.value,
        timeoutMs: readBuildTimeout(values.number('build-timeout')?.value),
    };
}
function readBuildTimeout(seconds) {
    return seconds === 0 ? undefined : (seconds ?? 3600) * 1000;
}
async function readBuildConstraints(options, { world, readers, secrets, target, faults }) {
    const [first] = options.sources.buildConstraintFiles;
    if (first === undefined)
        return [];
    if (!readBuild(options).isolation)
        throw new UserError('usage', '--build-constraint cannot be used with --no-build-isolation', { origin: first.origin });
    const apart = { ...openReading(options, { world, readers, secrets, target }), faults };
    await read_eachFile(options.sources.buildConstraintFiles, { constraint: true }, apart);
    return apart.constraints;
}
function noteMissing({ direct, marker, text, origin }, reading) {
    const problem = direct === undefined ? undefined : sourceProblem(direct, reading.world.cwd);
    if (problem === undefined)
        return;
    if (marker !== undefined && (reading.target === undefined || !evaluateMarker(marker, reading.target.environment)))
        return;
    reading.faults.push(new UserError('input-missing', `${text} cannot be installed: ${problem}`, { origin }));
}

;// CONCATENATED MODULE: ./build/run/limits.js
const NETWORK_TOTAL = 50;
const NETWORK_PER_ORIGIN = 16;
const MAX_THREADS = 8;
const MAX_PARTS = 8;
const RESERVED_FILES = 40;
function limitsFor({ jobs }, machine) {
    const wanted = jobs ?? NETWORK_TOTAL;
    const files = machine.openFiles === undefined ? wanted : Math.max(1, Math.floor((machine.openFiles - RESERVED_FILES) / 2));
    const total = Math.max(1, Math.min(wanted, NETWORK_TOTAL, files));
    const threads = Math.min(jobs ?? machine.cores, machine.cores, MAX_THREADS);
    return {
        network: { total, perOrigin: Math.min(total, NETWORK_PER_ORIGIN) },
        partsPerFile: Math.min(total, MAX_PARTS),
        threads: jobs === 1 || machine.cores === 1 ? 0 : threads,
        builds: Math.min(jobs ?? machine.cores, machine.cores),
        speculate: total > 1,
    };
}

;// CONCATENATED MODULE: ./build/run/machine.js


function readMachine() {
    return { cores: (0,external_node_os_namespaceObject.availableParallelism)(), openFiles: openFilesLimit() };
}
function openFilesLimit() {
    try {
        const limits = (0,external_node_fs_.readFileSync)('/proc/self/limits', 'utf8');
        const soft = /^Max open files\s+(\d+)/m.exec(limits)?.[1];
        return soft === undefined ? undefined : Number(soft);
    }
    catch {
        return undefined;
    }
}
function readSystemName() {
    try {
        const text = readFileSync('/etc/os-release', 'utf8');
        const field = (name) => new RegExp(`^${name}="?([^"\\n]*)"?$`, 'm').exec(text)?.[1] ?? '';
        return `${field('ID')} ${field('VERSION_ID')}`.trim();
    }
    catch {
        return `${systemType()} ${release()}`;
    }
}

;// CONCATENATED MODULE: ./build/run/prepare.js



















function readEarlyOptions(line, context) {
    const isIsolated = isTyped(line, 'isolated');
    const config = pip_config_readPipConfig(context.world, { isIsolated });
    return { line, isIsolated, options: install_options_readInstallOptions(line, config.settings, context.world) };
}
async function openMeans(options, context) {
    const limits = limitsFor(options.run, readMachine());
    const pool = openPool(limits, context);
    return { limits, pool, storeFolder: await openStoreFolder(options.run.cacheDir, context), storeReady: Promise.resolve(), writesReport: true };
}
async function prepareRun(early, means, context) {
    const environment = await openEnvironment(early.options, means.storeFolder, context);
    try {
        const { target } = environment;
        const config = readPipConfig(context.world, { home: target, isIsolated: early.isIsolated });
        const options = readInstallOptions(early.line, config.settings, context.world);
        const readers = { fetchText: (url) => fetchText(url, options, means, context), readStdin: context.readStdin };
        const requests = await context.events.during({ task: 'configure', resource: 'disk' }, () => readRequests(options, { world: context.world, readers, secrets: context.secrets, nowMs: context.clock.nowMs(), target }));
        for (const notice of requests.notices)
            context.events.notice(notice.level, notice.text, notice.origin);
        noteLeftOut(requests, environment, context);
        checkRequiresPython(requests, environment);
        return { options, requests, environment, indexUrls: await findIndexes(requests.indexes, { python: environment.basePython, ensurepipWheel: target.ensurepipWheel, storeFolder: means.storeFolder }, context) };
    }
    catch (error) {
        await environment.discard();
        throw error;
    }
}
function noteLeftOut({ set }, { target }, { events }) {
    for (const { marker, text, origin } of set.requirements) {
        if (marker !== undefined && !evaluateMarker(marker, target.environment))
            events.notice('debug', `${text} is left out: its marker does not hold here`, origin.kind === 'argument' ? undefined : origin);
    }
}
function checkRequiresPython(requests, environment) {
    const version = parseVersion(environment.target.version);
    if (version === undefined || requests.policy.ignoreRequiresPython)
        return;
    for (const { specifier, source, origin } of requests.requiresPython) {
        if (specifierSetContains(specifier, version))
            continue;
        throw new UserError('no-candidate', `${source} requires Python ${specifier.text}, and the target is ${environment.target.version}`, { origin });
    }
}
async function fetchText(url, options, means, context) {
    const settings = readNetwork(options.values, context.world, context.secrets);
    const client = openNetwork({ settings, limits: means.limits, urls: [url] }, context);
    try {
        return await client.request(url, { signal: context.signal }, async (answer) => {
            if (answer.status === 200)
                return prepare_textOf(await readBody(answer), answer.headers['content-type'] ?? '', url);
            answer.body.discard();
            throw new UserError('input-missing', `${redactUrl(url)} answered ${answer.status}`);
        });
    }
    finally {
        await client.close();
    }
}
function prepare_textOf(body, contentType, url) {
    const decoded = decodeAnswer(body, contentType);
    if (decoded.ok)
        return decoded.value.text;
    throw new UserError('requirements-file-syntax', `${redactUrl(url)} cannot be decoded: ${decoded.message}`);
}

;// CONCATENATED MODULE: ./build/resolve/kept-resolution.js


function writeResolution({ packages, decided, stats, notices, basis }, requirements) {
    const kept = packages.map((item) => keptPackage(item, requirements));
    if (basis === undefined || !kept.every((item) => item !== undefined))
        return undefined;
    const text = JSON.stringify({ packages: kept, decided, stats, notices, basis });
    return `${kept_resolution_digestOf(text)}\n${text}`;
}
function keptPackage(item, requirements) {
    const { name, version, entry, metadata, extras, userRequirements, requiredBy, dependencies } = item;
    if (entry.kind !== 'index' || entry.candidate.format !== 'wheel')
        return undefined;
    const { file, index } = entry.candidate;
    return { name, versionText: version.text, file, index, metadata, extras, asked: userRequirements.map((user) => requirements.indexOf(user)), requiredBy, dependencies };
}
function readResolution(written, requirements) {
    const lineEnd = written.indexOf('\n');
    const text = written.slice(lineEnd + 1);
    if (lineEnd === -1 || written.slice(0, lineEnd) !== kept_resolution_digestOf(text))
        return undefined;
    const { packages, ...rest } = JSON.parse(text);
    return { ...rest, packages: packages.map((item) => packageOf(item, requirements)) };
}
function packageOf({ name, versionText, file, index, metadata, extras, asked, requiredBy, dependencies }, requirements) {
    const version = version_parseVersion(versionText);
    if (version === undefined)
        throw new Error(`a kept resolution has ${name} ${versionText}`);
    const userRequirements = asked.map((place) => requirements[place]).filter((user) => user !== undefined);
    return {
        name,
        version,
        entry: { kind: 'index', version, candidate: { name, version, format: 'wheel', file, isYanked: file.yanked !== false, index, others: [] } },
        metadata,
        metadataText: undefined,
        extras,
        userRequirements,
        requiredBy,
        dependencies,
    };
}
function kept_resolution_digestOf(text) {
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex');
}

;// CONCATENATED MODULE: ./build/run/resolution-memo.js





const resolution_memo_FORMAT = 2;
function openResolutionMemo({ run, means, parts }, context) {
    const question = means.storeFolder.isKept ? resolution_memo_questionOf(run, context) : undefined;
    const { requirements } = run.requests.set;
    if (question === undefined)
        return { recall: () => Promise.resolve(undefined), keep: () => Promise.resolve() };
    const store = openValueStore(external_node_path_.join(means.storeFolder.layout.facts, 'resolutions'));
    return {
        recall: async () => {
            if (touchesInstalled(requirements, run))
                return undefined;
            const found = await store.read(question);
            const resolution = found === undefined ? undefined : readResolution(found.toString('utf8'), requirements);
            if (resolution === undefined || touchesInstalled(resolution.basis, run))
                return undefined;
            return { packages: resolution.packages, confirm: () => confirmed(resolution, { parts, means }, context) };
        },
        keep: async (resolution) => {
            const text = writeResolution(resolution, requirements);
            if (text !== undefined)
                await store.write(question, text);
        },
    };
}
function touchesInstalled(named, run) {
    const installed = installedFor(run);
    return named.some(({ name }) => name !== undefined && installed.has(name));
}
async function confirmed(resolution, { parts, means }, { events, signal }) {
    return events.during({ task: 'resolve', resource: 'cpu' }, async () => {
        const holds = await parts.lookup.stillSays(resolution.basis ?? [], signal).catch(() => false);
        const packages = !holds ? undefined : means.writesReport ? await withTexts(resolution.packages, parts, signal) : resolution.packages;
        if (packages === undefined)
            return undefined;
        for (const { level, text } of resolution.notices)
            events.notice(level, text);
        return { ...resolution, packages };
    });
}
async function withTexts(packages, { metadata }, signal) {
    const texts = await Promise.all(packages.map(async ({ entry }) => {
        const answer = entry.kind === 'index' ? await metadata.read(entry.candidate, { signal, urgent: () => true }).catch(() => undefined) : undefined;
        return answer?.kind === 'metadata' ? answer.text : undefined;
    }));
    return texts.every((text) => text !== undefined) ? packages.map((item, place) => ({ ...item, metadataText: texts[place] })) : undefined;
}
function resolution_memo_questionOf({ requests, environment, indexUrls }, { version }) {
    const { set, policy, indexes, network, locked } = requests;
    const { refresh, findLinks, strategy, owners } = indexes;
    const users = [...set.requirements, ...set.constraints];
    const looksElsewhere = locked.length > 0 || users.some(({ direct, name }) => direct !== undefined || name === undefined);
    const asksAnew = refresh.all || refresh.names.length > 0;
    const places = findLinks.map(({ value }) => value);
    const hasSecrets = [...indexUrls, ...places, ...owners.map(({ url }) => url)].some(url_secrets/* holdsSecret */.hK);
    if (looksElsewhere || asksAnew || hasSecrets || policy.uploadedPriorToMs !== undefined)
        return undefined;
    const { target } = environment;
    return JSON.stringify([
        resolution_memo_FORMAT, version, set.requirements.map(said), set.constraints.map(said), policy, target.version, target.environment, target.tags, indexUrls, places, strategy,
        owners.map(({ pattern, url }) => [pattern, url]), network.trustedHosts,
    ]);
}
function said({ name, extras, specifier, marker, hashes, text }) {
    return [name, extras, specifier, marker, hashes, text];
}

;// CONCATENATED MODULE: ./build/solver/candidate-set.js
function blank(count) {
    return new Uint32Array((count >>> 5) + 1);
}
function noCandidates(count) {
    return blank(count);
}
function allCandidates(count) {
    return candidateRange(count, 0, count);
}
function candidatesWhere(count, matches) {
    const set = blank(count);
    for (let index = 0; index < count; index += 1)
        if (matches(index))
            set[index >>> 5] |= 1 << (index & 31);
    return set;
}
function candidatesOf(count, indexes) {
    const set = blank(count);
    for (const index of indexes) {
        if (index < 0 || index >= count)
            throw new RangeError(`candidate ${index} of ${count}`);
        set[index >>> 5] |= 1 << (index & 31);
    }
    return set;
}
function candidateRange(count, start, end) {
    const set = blank(count);
    if (start >= end)
        return set;
    const first = start >>> 5;
    const last = (end - 1) >>> 5;
    set.fill(0xffffffff, first, last + 1);
    set[first] &= -1 << (start & 31);
    set[last] &= -1 >>> (31 - ((end - 1) & 31));
    return set;
}
function hasCandidate(set, index) {
    return ((set[index >>> 5] ?? 0) & (1 << (index & 31))) !== 0;
}
function firstCandidate(set) {
    for (let word = 0; word < set.length; word += 1) {
        const bits = set[word];
        if (bits !== 0)
            return word * 32 + (31 - Math.clz32(bits & -bits));
    }
    return -1;
}
function nextCandidate(set, from) {
    let word = from >>> 5;
    if (word >= set.length)
        return -1;
    let bits = set[word] & (-1 << (from & 31));
    while (bits === 0) {
        word += 1;
        if (word >= set.length)
            return -1;
        bits = set[word];
    }
    return word * 32 + (31 - Math.clz32(bits & -bits));
}
function sizeOf(set) {
    let total = 0;
    for (let word = 0; word < set.length; word += 1) {
        let bits = set[word];
        bits -= (bits >>> 1) & 0x55555555;
        bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
        total += (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
    }
    return total;
}
function isEmpty(set) {
    for (let word = 0; word < set.length; word += 1)
        if (set[word] !== 0)
            return false;
    return true;
}
function intersection(a, b) {
    const set = new Uint32Array(a.length);
    for (let word = 0; word < set.length; word += 1)
        set[word] = a[word] & b[word];
    return set;
}
function union(a, b) {
    const set = new Uint32Array(a.length);
    for (let word = 0; word < set.length; word += 1)
        set[word] = a[word] | b[word];
    return set;
}
function difference(a, b) {
    const set = new Uint32Array(a.length);
    for (let word = 0; word < set.length; word += 1)
        set[word] = a[word] & ~b[word];
    return set;
}
function withElement(set, index) {
    const wider = set.slice();
    wider[index >>> 5] |= 1 << (index & 31);
    return wider;
}
function withoutElement(set, index) {
    const narrower = set.slice();
    narrower[index >>> 5] &= ~(1 << (index & 31));
    return narrower;
}
function isSubset(a, b) {
    for (let word = 0; word < a.length; word += 1)
        if ((a[word] & ~b[word]) !== 0)
            return false;
    return true;
}
function isDisjoint(a, b) {
    for (let word = 0; word < a.length; word += 1)
        if ((a[word] & b[word]) !== 0)
            return false;
    return true;
}
function isSameSet(a, b) {
    if (a === b)
        return true;
    for (let word = 0; word < a.length; word += 1)
        if (a[word] !== b[word])
            return false;
    return true;
}
function candidate_set_hashOf(set) {
    let hash = 0x811c9dc5;
    for (let word = 0; word < set.length; word += 1)
        hash = Math.imul(hash ^ set[word], 0x01000193) ^ (hash >>> 15);
    return hash;
}
function relationOf(allowed, set) {
    let inside = 0;
    let outside = 0;
    for (let word = 0; word < allowed.length; word += 1) {
        const bits = allowed[word];
        inside |= bits & set[word];
        outside |= bits & ~set[word];
        if (inside !== 0 && outside !== 0)
            return 'across';
    }
    return outside === 0 ? 'inside' : 'outside';
}

;// CONCATENATED MODULE: ./build/resolve/direct-source.js



function directSourceOf(url) {
    const link = link_parseLink(url);
    if (!link.ok)
        return link;
    const source = direct_source_toDirectSource(link.value, { cwd: '/', editable: false });
    const fault = source.ok && source.value.kind === 'archive' ? direct_source_archiveFault(source.value.url) : undefined;
    return fault === undefined ? source : (0,kernel_parsed/* notParsed */.l)(fault);
}
function directKey(source) {
    switch (source.kind) {
        case 'archive':
            return `archive ${comparableUrl(source.url)}#${source.subdirectory ?? ''} ${source.hash === undefined ? '' : `${source.hash.algorithm}=${source.hash.hex}`}`;
        case 'directory':
            return `${source.editable ? 'editable' : 'directory'} ${source.path}#${source.subdirectory ?? ''}`;
        case 'vcs':
            return `${source.editable ? 'editable ' : ''}${source.vcs} ${comparableUrl(source.url)}@${source.ref ?? ''}#${source.subdirectory ?? ''}`;
    }
}
function comparableUrl(text) {
    const url = URL.parse(text);
    if (url === null)
        return text;
    if (url.protocol === 'file:' && url.hostname === 'localhost')
        url.hostname = '';
    url.username = '';
    url.password = '';
    url.searchParams.sort();
    return url.href;
}

;// CONCATENATED MODULE: ./build/resolve/demand.js



function demandOf({ data }) {
    return data;
}
function packageKey(name, extras = []) {
    return extras.length === 0 ? name : `${name}[${[...new Set(extras)].sort().join(',')}]`;
}
function parsePackageKey(key) {
    const open = key.indexOf('[');
    if (open === -1)
        return { name: key, extras: [] };
    return { name: key.slice(0, open), extras: key.slice(open + 1, -1).split(',') };
}
function toDependency(demand, extras, text, sets) {
    return { package: packageKey(demand.name, extras), set: () => sets.of(demand), text, data: demand };
}
class DemandSets {
    #universeOf;
    #sets = new Map();
    constructor(universeOf) {
        this.#universeOf = universeOf;
    }
    of(demand) {
        const key = `${demand.name} ${demand.directKey ?? ''} ${demand.specifier.text}`;
        const known = this.#sets.get(key);
        if (known !== undefined)
            return known;
        const { entries } = this.#universeOf(demand.name);
        const { specifier } = demand;
        const set = demand.directKey === undefined && specifier.exact.length === 0 ? demand_within(specifier.ranges, entries) : demand_fitting(demand, entries);
        this.#sets.set(key, set);
        return set;
    }
}
function demand_fitting(demand, entries) {
    return candidatesWhere(entries.length, (index) => {
        const entry = entries[index];
        if (entry === undefined)
            return false;
        if (demand.directKey !== undefined && !(entry.kind === 'direct' && directKey(entry.candidate.source) === demand.directKey))
            return false;
        return specifiers_specifierSetContains(demand.specifier, entry.version);
    });
}
function demand_within(ranges, entries) {
    return ranges.map(({ from, to }) => candidateRange(entries.length, firstBelow(to, entries), firstBelow(from, entries))).reduce(union, noCandidates(entries.length));
}
function firstBelow(key, entries) {
    let low = 0;
    let high = entries.length;
    while (low < high) {
        const middle = (low + high) >>> 1;
        if ((entries[middle]?.version.sortKey ?? '') < key)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

;// CONCATENATED MODULE: ./build/solver/incompatibility.js

function newTerm(state, set) {
    return { package: state, set, outside: undefined };
}
function outsideOf(term) {
    term.outside ??= difference(term.package.everything, term.set);
    return term.outside;
}
function newIncompatibility(terms, cause) {
    return { terms, cause, contradicted: false, retired: false };
}
function allowsAbsence(term) {
    return hasCandidate(term.set, term.package.candidates.length);
}
function termOf(incompatibility, state) {
    const { terms } = incompatibility;
    for (let at = 0; at < terms.length; at += 1)
        if (terms[at].package === state)
            return terms[at];
    return undefined;
}
function resolvent(left, right, pivot) {
    const terms = [];
    for (const term of left.terms) {
        const other = termOf(right, term.package);
        if (other === undefined) {
            terms.push(newTerm(term.package, term.set));
        }
        else if (term.package !== pivot) {
            terms.push(newTerm(term.package, intersection(term.set, other.set)));
        }
        else {
            const set = union(term.set, other.set);
            if (!isSameSet(set, pivot.everything))
                terms.push(newTerm(pivot, set));
        }
    }
    for (const term of right.terms) {
        if (termOf(left, term.package) === undefined)
            terms.push(newTerm(term.package, term.set));
    }
    return newIncompatibility(terms, { kind: 'derived', left, right });
}

;// CONCATENATED MODULE: ./build/solver/package-state.js
const package_state_NOTHING = new Uint32Array(1);
function newPackage(key, order) {
    return {
        key,
        order,
        known: false,
        candidates: [],
        everything: package_state_NOTHING,
        base: undefined,
        proxies: [],
        changed: false,
        knowledge: [],
        tried: 0,
        incompatibilities: [],
        mergeable: new Map(),
        allowed: package_state_NOTHING,
        needed: false,
        allowedForGood: package_state_NOTHING,
        assignments: [],
        decided: -1,
        requirements: [],
        conflicts: 0,
        lastConflict: -1,
        facts: undefined,
        priority: undefined,
        choice: undefined,
        waitsFor: new Set(),
    };
}
function familyOf(state) {
    return state.base ?? state;
}
function package_state_membersOf(state) {
    const base = familyOf(state);
    return base.proxies.length === 0 ? [base] : [base, ...base.proxies];
}
function isOpen(state) {
    return state.needed && state.decided === -1;
}

;// CONCATENATED MODULE: ./build/solver/pairs.js

class PairCounts {
    #counts = new Map();
    of(state, other) {
        return this.#counts.get(pairKey(state, other)) ?? 0;
    }
    add(state, other) {
        const count = this.of(state, other) + 1;
        this.#counts.set(pairKey(state, other), count);
        return count;
    }
}
function pairKey(state, other) {
    return `${familyOf(state).order} ${familyOf(other).order}`;
}

;// CONCATENATED MODULE: ./build/solver/partial-solution.js


class PartialSolution {
    trail = [];
    decisions = [];
    #contradicted = [];
    #contradictedAt = [];
    #fresh = [];
    get level() {
        return this.decisions.length;
    }
    decide(state, candidate, requires) {
        this.#contradictedAt.push(this.#contradicted.length);
        this.decisions.push(state);
        const only = candidatesOf(state.candidates.length, [candidate]);
        state.decided = candidate;
        forgetFacts(state);
        this.#assign(state, only, only, undefined);
        for (const { target, active } of requires) {
            target.requirements.push(active);
            forgetFacts(target);
        }
    }
    derive(state, set, cause) {
        this.#assign(state, set, intersection(state.allowed, set), cause);
    }
    #assign(state, set, allowed, cause) {
        const assignment = { package: state, index: this.trail.length, level: this.level, set, allowed, cause };
        this.trail.push(assignment);
        state.assignments.push(assignment);
        state.allowed = allowed;
        state.needed = !hasCandidate(allowed, state.candidates.length);
        if (assignment.level === 0)
            state.allowedForGood = allowed;
        state.facts = undefined;
        state.priority = undefined;
    }
    passBy(incompatibility) {
        incompatibility.contradicted = true;
        this.#contradicted.push(incompatibility);
    }
    learnt(state) {
        if (this.level > 0)
            this.#fresh.push({ package: state, level: this.level });
    }
    backtrack(level, requiresOf) {
        while (this.trail.length > 0 && this.trail.at(-1).level > level)
            this.#undo(this.trail.pop(), requiresOf);
        this.decisions.length = level;
        const keep = this.#contradictedAt[level] ?? this.#contradicted.length;
        this.#contradictedAt.length = level;
        while (this.#contradicted.length > keep)
            this.#contradicted.pop().contradicted = false;
        return this.#refresh(level);
    }
    withdraw(undone, requiresOf) {
        const first = this.decisions.findIndex((state) => undone.has(state));
        const start = this.decisions[first].assignments.findLast((assignment) => assignment.cause === undefined).index;
        const since = this.trail.splice(start);
        for (const { package: state } of since)
            state.assignments.pop();
        const lost = new Set();
        const doubtful = new Set();
        const gone = [];
        for (const assignment of since) {
            const state = assignment.package;
            if (assignment.cause === undefined && undone.has(state)) {
                gone.push(assignment.level);
                this.#release(state, requiresOf);
            }
            else if (assignment.cause === undefined || !restsOn(assignment.cause, state, doubtful)) {
                this.#keep(assignment, gone.length, lost.has(state));
                if (assignment.cause === undefined)
                    doubtful.delete(state);
                continue;
            }
            lost.add(state);
            doubtful.add(state);
        }
        this.#removeLevels(first, gone);
        for (const state of lost) {
            this.#settle(state);
            this.learnt(state);
        }
        return lost;
    }
    #keep(assignment, levelsGone, isWider) {
        const { package: state } = assignment;
        assignment.index = this.trail.length;
        assignment.level -= levelsGone;
        if (isWider)
            assignment.allowed = intersection(state.assignments.at(-1)?.allowed ?? state.everything, assignment.set);
        this.trail.push(assignment);
        state.assignments.push(assignment);
    }
    #removeLevels(first, gone) {
        const keep = this.#contradictedAt[first];
        while (this.#contradicted.length > keep)
            this.#contradicted.pop().contradicted = false;
        const left = this.decisions.filter((_, at) => !gone.includes(at + 1));
        this.decisions.splice(0, this.decisions.length, ...left);
        this.#contradictedAt.length = left.length;
        this.#contradictedAt.fill(keep, first);
        for (const fresh of this.#fresh)
            fresh.level -= gone.filter((level) => level <= fresh.level).length;
    }
    #settle(state) {
        state.allowed = state.assignments.at(-1)?.allowed ?? state.everything;
        state.needed = !hasCandidate(state.allowed, state.candidates.length);
        state.facts = undefined;
        state.priority = undefined;
    }
    #release(state, requiresOf) {
        for (const { target, active } of requiresOf(state)) {
            target.requirements.splice(target.requirements.lastIndexOf(active), 1);
            forgetFacts(target);
        }
        state.decided = -1;
        forgetFacts(state);
    }
    #undo(assignment, requiresOf) {
        const state = assignment.package;
        if (assignment.cause === undefined)
            this.#release(state, requiresOf);
        state.assignments.pop();
        this.#settle(state);
    }
    #refresh(level) {
        const again = new Set();
        for (const fresh of this.#fresh) {
            if (fresh.level <= level)
                continue;
            fresh.level = level;
            again.add(fresh.package);
        }
        if (level === 0)
            this.#fresh = [];
        else if (this.#fresh.length > 64)
            this.#fresh = onePerPackage(this.#fresh);
        return [...again];
    }
    satisfier(state, set) {
        const { assignments } = state;
        let low = 0;
        let high = assignments.length - 1;
        while (low < high) {
            const middle = (low + high) >>> 1;
            if (isSubset(assignments[middle].allowed, set))
                high = middle;
            else
                low = middle + 1;
        }
        const found = assignments[low];
        if (found === undefined)
            throw new Error(`no assignment of ${state.key} satisfies the term`);
        return found;
    }
    rest(satisfier, set) {
        if (isSubset(satisfier.set, set))
            return undefined;
        const opposite = satisfier.set.map((word) => ~word);
        return union(set, intersection(opposite, satisfier.package.everything));
    }
}
function restsOn(cause, state, doubtful) {
    return cause.terms.some((term) => term.package !== state && doubtful.has(term.package));
}
function onePerPackage(fresh) {
    const highest = new Map();
    for (const { package: state, level } of fresh)
        highest.set(state, Math.max(level, highest.get(state) ?? 0));
    return [...highest].map(([state, level]) => ({ package: state, level }));
}
function forgetFacts(state) {
    for (const member of package_state_membersOf(state)) {
        member.facts = undefined;
        member.priority = undefined;
    }
}

;// CONCATENATED MODULE: ./build/solver/engine.js




function newEngine(strategy) {
    return {
        strategy,
        packages: [],
        byKey: new Map(),
        constraints: new Map(),
        solution: new PartialSolution(),
        changed: [],
        focus: undefined,
        repinned: new PairCounts(),
        lastLearnt: undefined,
        refutation: undefined,
        inConflict: [],
        decisions: 0,
        conflicts: 0,
        repins: 0,
        tried: 0,
    };
}
function engine_packageOf(engine, key) {
    const known = engine.byKey.get(key);
    if (known !== undefined)
        return known;
    const state = newPackage(key, engine.packages.length);
    engine.packages.push(state);
    engine.byKey.set(key, state);
    return state;
}
function touch(engine, state) {
    if (state.changed)
        return;
    state.changed = true;
    engine.changed.push(state);
}
function dependenciesOf(state, candidate) {
    const knowledge = state.knowledge[candidate];
    return knowledge?.kind === 'dependencies' ? knowledge.dependencies : [];
}
function backtrack(engine, level) {
    const again = engine.solution.backtrack(level, (state) => dependenciesOf(state, state.decided));
    for (const state of again)
        touch(engine, state);
}
function withdraw(engine, undone) {
    const lost = engine.solution.withdraw(undone, (state) => dependenciesOf(state, state.decided));
    for (const state of lost)
        touch(engine, state);
}
function exclude(engine, term, cause) {
    engine.solution.derive(term.package, outsideOf(term), cause);
    touch(engine, term.package);
}
function engine_evaluate(engine, dependency, requirer) {
    const target = engine_packageOf(engine, dependency.package);
    const set = typeof dependency.set === 'function' ? dependency.set(target.candidates) : dependency.set;
    const absent = target.candidates.length;
    if (set.length !== target.everything.length || (set[absent >>> 5] & (-1 << (absent & 31))) !== 0) {
        throw new Error(`the set of "${dependency.text}" is not one over the ${absent} candidates of ${target.key}`);
    }
    return { dependency, target, set, active: { ...requirer, dependency, set } };
}
function statsOf(engine) {
    const { decisions, conflicts, repins, tried } = engine;
    return { decisions, conflicts, repins, tried, packages: engine.packages.length };
}

;// CONCATENATED MODULE: ./build/solver/strategy-facts.js


function strategy_facts_factsOf(engine, state) {
    state.facts ??= Object.freeze(factsWith(engine, state, state.allowed));
    return state.facts;
}
function choiceOf(engine, state) {
    const by = strategy_facts_factsOf(engine, state);
    if (state.choice?.by !== by)
        state.choice = { by, of: engine.strategy.candidate(by) };
    return state.choice.of;
}
function factsWith(engine, state, allowed) {
    return {
        package: state.key,
        candidates: state.candidates,
        base: state.base?.key,
        pinnedBy: package_state_membersOf(state).find((member) => member.decided !== -1)?.key,
        allowed,
        requirements: requirementsOf(state),
        order: state.order,
        conflicts: state.conflicts,
        inLastConflict: state.lastConflict === engine.conflicts && engine.conflicts > 0,
        tried: state.tried,
    };
}
function requirementsOf(state) {
    const members = package_state_membersOf(state);
    return members.length === 1 ? members[0].requirements.slice() : members.flatMap((member) => member.requirements);
}
function acceptableTo(state) {
    let set = familyOf(state).allowedForGood;
    for (const requirement of requirementsOf(state))
        set = intersection(set, requirement.set);
    for (const proxy of familyOf(state).proxies)
        if (proxy.decided !== -1)
            set = intersection(set, proxy.allowed);
    return set;
}
function priorityOf(engine, state) {
    state.priority ??= engine.strategy.priority(strategy_facts_factsOf(engine, state));
    return state.priority;
}
function precedes(a, b) {
    for (let at = 0; at < a.length && at < b.length; at += 1) {
        const left = a[at];
        const right = b[at];
        if (left !== right)
            return left < right;
    }
    return a.length < b.length;
}
function firstInOrder(engine, states, limit) {
    const first = [];
    for (const state of states) {
        const isBefore = (other) => {
            const [own, its] = [priorityOf(engine, state), priorityOf(engine, other)];
            return precedes(own, its) || (!precedes(its, own) && state.order < other.order);
        };
        if (first.length >= limit && (first.length === 0 || !isBefore(first.at(-1))))
            continue;
        let place = first.length;
        while (place > 0 && isBefore(first[place - 1]))
            place -= 1;
        first.splice(place, 0, state);
        if (first.length > limit)
            first.pop();
    }
    return first;
}
function nextOpen(engine) {
    let best;
    let bestWaiting;
    for (const state of engine.packages) {
        if (!isOpen(state))
            continue;
        if (isWaiting(state)) {
            if (bestWaiting === undefined || precedes(priorityOf(engine, state), priorityOf(engine, bestWaiting)))
                bestWaiting = state;
        }
        else if (best === undefined || precedes(priorityOf(engine, state), priorityOf(engine, best))) {
            best = state;
        }
    }
    return best ?? bestWaiting;
}
function isWaiting(state) {
    const { waitsFor } = familyOf(state);
    if (waitsFor.size === 0)
        return false;
    for (const other of waitsFor)
        if (package_state_membersOf(other).some(isOpen))
            return true;
    return false;
}

;// CONCATENATED MODULE: ./build/solver/hints.js



const NO_LIMIT = Number.MAX_SAFE_INTEGER;
function hintsOf(engine, asked, unknown) {
    return { likely: (limit = NO_LIMIT) => likelyQuestions(engine, asked, unknown, limit) };
}
function likelyQuestions(engine, asked, unknown, limit) {
    const questions = [];
    for (const state of unknown) {
        if (questions.length >= limit)
            return questions;
        if (state !== asked && !state.known)
            questions.push({ kind: 'candidates', package: state.key });
    }
    const unread = engine.packages.filter((state) => state !== asked && isOpen(state) && isUnread(engine, state));
    for (const state of firstInOrder(engine, unread, limit - questions.length)) {
        questions.push({ kind: 'dependencies', package: state.key, candidate: likelyCandidate(engine, state) });
    }
    return questions;
}
function isUnread(engine, state) {
    const candidate = likelyCandidate(engine, state);
    return candidate !== undefined && state.knowledge[candidate] === undefined;
}
function likelyCandidate(engine, state) {
    const choice = choiceOf(engine, state);
    return typeof choice === 'number' ? choice : undefined;
}
function followingCandidates(engine, state, candidate, limit) {
    const following = [];
    let left = withoutElement(state.allowed, candidate);
    while (following.length < limit && !isEmpty(left)) {
        const choice = engine.strategy.candidate(factsWith(engine, state, left));
        if (typeof choice !== 'number')
            break;
        left = withoutElement(left, choice);
        if (state.knowledge[choice] === undefined)
            following.push(choice);
    }
    addInOrder(following, state, candidate, limit);
    return following;
}
function addInOrder(following, state, candidate, limit) {
    const acceptable = acceptableTo(state);
    for (let next = candidate + 1; following.length < limit; next += 1) {
        next = nextCandidate(acceptable, next);
        if (next === -1 || next >= state.candidates.length)
            return;
        if (state.knowledge[next] === undefined && !hasCandidate(state.allowed, next))
            following.push(next);
    }
}

;// CONCATENATED MODULE: ./build/solver/learn.js



function addIncompatibility(engine, incompatibility) {
    for (const term of incompatibility.terms) {
        term.package.incompatibilities.push(incompatibility);
        engine.solution.learnt(term.package);
    }
    const first = incompatibility.terms[0];
    if (first === undefined)
        engine.refutation = incompatibility;
    else
        touch(engine, first.package);
}
function learn_addRequirement(engine, dependency) {
    addRootFact(engine, dependency, { isConstraint: false });
}
function addConstraint(engine, dependency) {
    addRootFact(engine, dependency, { isConstraint: true });
}
function addRootFact(engine, dependency, { isConstraint }) {
    const known = engine_evaluate(engine, dependency, { by: undefined, byCandidate: undefined, isConstraint });
    const { target, set } = known;
    target.requirements.push(known.active);
    const outside = difference(target.everything, set);
    const forbidden = isConstraint ? withoutElement(outside, target.candidates.length) : outside;
    if (isEmpty(forbidden))
        return;
    const terms = isSameSet(forbidden, target.everything) ? [] : [newTerm(target, forbidden)];
    addIncompatibility(engine, newIncompatibility(terms, { kind: 'requirement', known, isConstraint }));
}
function addDependencies(engine, state, candidate, more) {
    const requirer = { by: state.key, byCandidate: candidate, isConstraint: false };
    const known = more.filter((dependency) => engine_packageOf(engine, dependency.package).known).map((dependency) => engine_evaluate(engine, dependency, requirer));
    const unread = more.filter((dependency) => !engine_packageOf(engine, dependency.package).known);
    state.knowledge[candidate] = { kind: 'dependencies', dependencies: [...dependenciesOf(state, candidate), ...known], unread };
    const only = candidatesOf(state.candidates.length, [candidate]);
    for (const dependency of known)
        addDependency(engine, newTerm(state, only), dependency);
}
function addDependency(engine, own, known) {
    const { target, set } = known;
    const cause = { kind: 'dependency', from: own.package, known };
    const outside = difference(target.everything, set);
    if (target === own.package) {
        const unusable = intersection(own.set, outside);
        if (!isEmpty(unusable))
            addMerged(engine, newTerm(target, unusable), undefined, cause);
        return;
    }
    const nothingFits = isSameSet(outside, target.everything);
    addMerged(engine, own, nothingFits ? undefined : newTerm(target, outside), cause);
}
function addUnavailable(engine, state, set, reason) {
    for (let candidate = 0; candidate < state.candidates.length; candidate += 1) {
        if (hasCandidate(set, candidate))
            state.knowledge[candidate] = { kind: 'unavailable', reason };
    }
    if (!isEmpty(set))
        addMerged(engine, newTerm(state, set), undefined, { kind: 'unavailable', of: state, reason });
}
function addMerged(engine, own, other, cause) {
    const key = mergeKey(cause);
    const alike = own.package.mergeable.get(key);
    const same = alike?.find((known) => saysSame(known.cause, cause));
    if (same === undefined || same.retired) {
        const set = same === undefined ? own.set : union(same.terms[0].set, own.set);
        const added = newIncompatibility(other === undefined ? [newTerm(own.package, set)] : [newTerm(own.package, set), other], cause);
        own.package.mergeable.set(key, [...(alike ?? []).filter((known) => known !== same), added]);
        addIncompatibility(engine, added);
        return;
    }
    const widened = same.terms[0];
    widened.set = union(widened.set, own.set);
    widened.outside = undefined;
    same.contradicted = false;
    for (const term of same.terms)
        engine.solution.learnt(term.package);
    touch(engine, own.package);
}
function mergeKey(cause) {
    return cause.kind === 'unavailable' ? `unavailable ${cause.reason.text}` : `${cause.known.target.order} ${candidate_set_hashOf(cause.known.set)}`;
}
function saysSame(known, cause) {
    return cause.kind === 'unavailable' || (known.kind === 'dependency' && isSameSet(known.known.set, cause.known.set));
}

;// CONCATENATED MODULE: ./build/solver/packages.js



function addCandidates(engine, state, answer) {
    const count = answer.candidates.length;
    state.known = true;
    state.candidates = answer.candidates;
    state.everything = withElement(allCandidates(count), count);
    state.allowed = state.everything;
    state.allowedForGood = state.everything;
    state.knowledge = new Array(count);
    if (answer.sameAs !== undefined)
        joinBase(engine, state, engine_packageOf(engine, answer.sameAs));
    for (const { set, reason } of answer.unusable ?? [])
        addUnavailable(engine, state, set, reason);
    for (const constraint of engine.constraints.get(state.key) ?? [])
        addConstraint(engine, constraint);
}
function joinBase(engine, state, base) {
    if (base.candidates.length !== state.candidates.length || base.base !== undefined) {
        throw new Error(`${state.key} cannot be a proxy of ${base.key}: their candidates differ, or it is a proxy itself`);
    }
    state.base = base;
    base.proxies.push(state);
    engine.solution.learnt(state);
    touch(engine, state);
}

;// CONCATENATED MODULE: ./build/solver/repin.js




function repinFor(engine, state, candidate) {
    const limit = engine.strategy.repins ?? 0;
    if (limit === 0)
        return false;
    const violated = violatedBy(state, candidate);
    if (violated.length === 0 || !violated.every((known) => givesWay(known)))
        return false;
    const blockers = new Set(violated.map((known) => familyOf(known.target)));
    for (const blocker of blockers)
        if (engine.repinned.of(state, blocker) >= limit)
            return false;
    for (const blocker of blockers) {
        engine.repinned.add(state, blocker);
        orderAfter(blocker, familyOf(state));
    }
    makeRoom(engine, blockers, state, candidate);
    return true;
}
function repinBaseFor(engine, state, candidate) {
    if (state.base === undefined || state.base.decided === -1)
        return false;
    const others = withoutElement(acceptableTo(state), candidate);
    const choice = isEmpty(others) ? undefined : engine.strategy.candidate(factsWith(engine, state, others));
    return typeof choice === 'number' && moveBase(engine, state, choice);
}
function moveBase(engine, state, candidate) {
    const { base } = state;
    const limit = engine.strategy.repins ?? 0;
    if (base === undefined || base.decided === -1 || engine.repinned.of(state, base) >= limit)
        return false;
    engine.repinned.add(state, base);
    makeRoom(engine, new Set([base]), state, candidate);
    return true;
}
function preferredDespitePins(engine, state) {
    if ((engine.strategy.repins ?? 0) === 0)
        return undefined;
    const acceptable = acceptableTo(state);
    if (isEmpty(acceptable) || isSubset(acceptable, state.allowed))
        return undefined;
    const choice = engine.strategy.candidate(factsWith(engine, state, acceptable));
    return typeof choice === 'number' && !hasCandidate(state.allowed, choice) ? choice : undefined;
}
function violatedBy(state, candidate) {
    return dependenciesOf(state, candidate).filter(({ target, set }) => target === state ? !hasCandidate(set, candidate) : isDisjoint(target.allowed, set) || isDisjoint(familyOf(target).allowed, set));
}
function isRuledOut(engine, state, candidate) {
    const mayRepin = (engine.strategy.repins ?? 0) > 0;
    return violatedBy(state, candidate).some((known) => !mayRepin || !givesWay(known));
}
function givesWay({ target, set }) {
    const pinned = package_state_membersOf(target).some((member) => member.decided !== -1 && !hasCandidate(set, member.decided));
    return pinned && !isEmpty(intersection(acceptableTo(target), set));
}
function makeRoom(engine, blockers, state, candidate) {
    engine.repins += 1;
    const members = [...blockers].flatMap((blocker) => package_state_membersOf(blocker));
    withdraw(engine, new Set(members.filter((member) => member.decided !== -1)));
    touch(engine, state);
    engine.focus = { package: state, candidate };
}
function orderAfter(later, earlier) {
    if (later !== earlier && !waits(earlier, later))
        later.waitsFor.add(earlier);
}
function waits(from, to) {
    const seen = new Set([from]);
    for (const state of seen)
        for (const next of state.waitsFor)
            seen.add(next);
    return seen.has(to);
}

;// CONCATENATED MODULE: ./build/solver/ask.js






function* addRequirements(engine, problem) {
    for (const constraint of problem.constraints ?? []) {
        engine.constraints.set(constraint.package, [...(engine.constraints.get(constraint.package) ?? []), constraint]);
    }
    if ((yield* learnPackages(engine, problem.requirements)) === 'stop')
        return 'stop';
    for (const requirement of problem.requirements)
        learn_addRequirement(engine, requirement);
    return undefined;
}
function* learnPackages(engine, dependencies) {
    const unknown = [...new Set(dependencies.map(({ package: key }) => engine_packageOf(engine, key)))].filter((state) => !state.known);
    for (const state of unknown) {
        if (!state.known && (yield* learnPackage(engine, state, unknown)) === 'stop')
            return 'stop';
    }
    return undefined;
}
function* learnPackage(engine, state, unknown) {
    const answer = yield { kind: 'candidates', package: state.key, ...hintsOf(engine, state, unknown) };
    if (answer.kind === 'stop')
        return 'stop';
    if (answer.kind !== 'candidates')
        throw new Error(`${answer.kind} is no answer to the candidates of ${state.key}`);
    const base = answer.sameAs;
    if (base !== undefined && !engine_packageOf(engine, base).known) {
        if ((yield* learnPackage(engine, engine_packageOf(engine, base), unknown)) === 'stop')
            return 'stop';
    }
    addCandidates(engine, state, answer);
    return undefined;
}
function* learnCandidate(engine, state, candidate) {
    const isNew = state.knowledge[candidate] === undefined;
    if (isNew && (yield* askDependencies(engine, state, candidate)) === 'stop')
        return 'stop';
    const knowledge = state.knowledge[candidate];
    if (knowledge?.kind !== 'dependencies' || knowledge.unread.length === 0 || isRuledOut(engine, state, candidate)) {
        return isNew ? 'something' : 'nothing new';
    }
    if ((yield* learnPackages(engine, knowledge.unread)) === 'stop')
        return 'stop';
    addDependencies(engine, state, candidate, knowledge.unread);
    return 'something';
}
function* askDependencies(engine, state, candidate) {
    const need = {
        kind: 'dependencies',
        package: state.key,
        candidate,
        tried: state.tried,
        following: (limit) => followingCandidates(engine, state, candidate, limit),
        ...hintsOf(engine, state, []),
    };
    const answer = yield need;
    if (answer.kind === 'stop')
        return 'stop';
    state.tried += 1;
    engine.tried += 1;
    state.facts = undefined;
    state.priority = undefined;
    if (answer.kind === 'unavailable')
        addUnavailable(engine, state, candidatesOf(state.candidates.length, [candidate]), answer.reason);
    else if (answer.kind === 'dependencies')
        addDependencies(engine, state, candidate, answer.dependencies);
    else
        throw new Error(`${answer.kind} is no answer to the dependencies of ${state.key}`);
    return undefined;
}

;// CONCATENATED MODULE: ./build/solver/decide.js








function* decideNext(engine) {
    const { focus } = engine;
    engine.focus = undefined;
    if (focus?.candidate !== undefined && focus.package.decided === -1 && hasCandidate(focus.package.allowed, focus.candidate)) {
        return yield* tryCandidate(engine, focus.package, focus.candidate);
    }
    const state = focus !== undefined && isOpen(focus.package) ? focus.package : nextOpen(engine);
    if (state === undefined)
        return 'solved';
    const preferred = preferredDespitePins(engine, state);
    if (preferred !== undefined && (moveBase(engine, state, preferred) || repinFor(engine, state, preferred)))
        return undefined;
    const choice = choiceOf(engine, state);
    if (typeof choice !== 'number') {
        decide_refuse(engine, state, choice);
        return undefined;
    }
    if (!hasCandidate(state.allowed, choice))
        throw new Error(`candidate ${choice} of ${state.key} is not allowed`);
    return yield* tryCandidate(engine, state, choice);
}
function decide_refuse(engine, state, choice) {
    const requirements = requirementsOf(state);
    const terms = [newTerm(state, choice.refused === undefined ? state.allowed : union(choice.refused, state.allowed))];
    const requirers = new Set(requirements.flatMap(({ by }) => (by === undefined || by === state.key ? [] : [engine_packageOf(engine, by)])));
    for (const requirer of requirers) {
        terms.push(newTerm(requirer, candidatesOf(requirer.candidates.length, [requirer.decided])));
    }
    addIncompatibility(engine, newIncompatibility(terms, { kind: 'refused', of: state, reason: choice.none, requirements }));
}
function* tryCandidate(engine, state, candidate) {
    const learnt = yield* learnCandidate(engine, state, candidate);
    if (learnt === 'stop')
        return 'stop';
    const isRefused = violatedBy(state, candidate).length > 0 || state.knowledge[candidate]?.kind === 'unavailable';
    touch(engine, state);
    if (isRefused) {
        if (repinFor(engine, state, candidate) || repinBaseFor(engine, state, candidate))
            return undefined;
    }
    else if (learnt === 'nothing new') {
        engine.decisions += 1;
        engine.solution.decide(state, candidate, dependenciesOf(state, candidate));
        return undefined;
    }
    engine.focus = { package: state, candidate: undefined };
    return undefined;
}

;// CONCATENATED MODULE: ./build/solver/derivation-of.js


function deriveFrom(conclusion) {
    const statements = new Map();
    const named = new Set();
    const rest = [conclusion];
    for (let current = rest.at(-1); current !== undefined; current = rest.at(-1)) {
        const statement = statementOf(current, statements);
        if (statement === undefined) {
            const { left, right } = current.cause;
            if (!statements.has(left))
                rest.push(left);
            if (!statements.has(right))
                rest.push(right);
            continue;
        }
        rest.pop();
        statements.set(current, statement);
        notePackages(current, named);
    }
    return { conclusion: statements.get(conclusion), ...groundOf(named) };
}
function statementOf(incompatibility, statements) {
    const { cause } = incompatibility;
    if (cause.kind === 'given')
        return cause.statement;
    const terms = incompatibility.terms.map(statementTerm);
    if (cause.kind !== 'derived')
        return { terms, fact: factOf(incompatibility) };
    const left = statements.get(cause.left);
    const right = statements.get(cause.right);
    return left === undefined || right === undefined ? undefined : { terms, because: [left, right] };
}
function statementTerm(term) {
    const positive = !allowsAbsence(term);
    const set = positive ? term.set : difference(term.package.everything, term.set);
    return { package: term.package.key, positive, set };
}
function factOf({ terms, cause }) {
    const candidates = terms[0]?.set;
    switch (cause.kind) {
        case 'requirement':
            return { kind: cause.isConstraint ? 'constraint' : 'requirement', dependency: cause.known.dependency, set: cause.known.set };
        case 'dependency':
            return { kind: 'dependency', package: cause.from.key, candidates, dependency: cause.known.dependency, set: cause.known.set, isMerged: false };
        case 'unavailable':
            return { kind: 'unavailable', package: cause.of.key, candidates, reason: cause.reason };
        case 'refused':
            return { kind: 'refused', package: cause.of.key, candidates, reason: cause.reason, requirements: cause.requirements };
        case 'proxy':
            return { kind: 'proxy', package: cause.of.key, base: cause.base.key, candidates };
        case 'given':
        case 'derived':
            throw new Error(`a ${cause.kind} statement has no fact of its own`);
    }
}
function notePackages({ terms, cause }, named) {
    for (const term of terms)
        named.add(term.package);
    if (cause.kind === 'requirement' || cause.kind === 'dependency')
        named.add(cause.known.target);
}
function groundOf(named) {
    const candidates = new Map();
    const bases = new Map();
    for (const { key, candidates: own, base } of named) {
        candidates.set(key, own);
        if (base === undefined)
            continue;
        candidates.set(base.key, base.candidates);
        bases.set(key, base.key);
    }
    return { candidates, bases };
}

;// CONCATENATED MODULE: ./build/solver/conflict.js




function resolveConflict(engine, conflict) {
    engine.conflicts += 1;
    for (const state of engine.inConflict.splice(0))
        forgetFacts(state);
    note(engine, conflict);
    for (const state of engine.changed.splice(0))
        state.changed = false;
    engine.focus = undefined;
    let current = conflict;
    while (current.terms.length > 0) {
        const { satisfier, term, previousLevel } = latestSatisfier(engine, current);
        if (satisfier.cause === undefined || previousLevel < satisfier.level) {
            backtrack(engine, previousLevel);
            engine.lastLearnt = current;
            if (current !== conflict)
                learn(engine, current);
            exclude(engine, term, current);
            return;
        }
        current = resolvent(current, satisfier.cause, term.package);
    }
    engine.refutation = current;
}
function learn(engine, learnt) {
    note(engine, learnt);
    addIncompatibility(engine, learnt);
}
function note(engine, incompatibility) {
    for (const { package: state } of incompatibility.terms) {
        if (state.lastConflict === engine.conflicts)
            continue;
        state.conflicts += 1;
        state.lastConflict = engine.conflicts;
        engine.inConflict.push(state);
        forgetFacts(state);
    }
}
function latestSatisfier(engine, incompatibility) {
    const { solution } = engine;
    let satisfier;
    let term;
    let previousLevel = 0;
    for (const candidate of incompatibility.terms) {
        const found = solution.satisfier(candidate.package, candidate.set);
        if (satisfier === undefined || found.index > satisfier.index) {
            previousLevel = Math.max(previousLevel, satisfier?.level ?? 0);
            satisfier = found;
            term = candidate;
        }
        else {
            previousLevel = Math.max(previousLevel, found.level);
        }
    }
    if (satisfier === undefined || term === undefined)
        throw new Error('a conflict without terms has no satisfier');
    const rest = solution.rest(satisfier, term.set);
    if (rest !== undefined)
        previousLevel = Math.max(previousLevel, solution.satisfier(term.package, rest).level);
    return { satisfier, term, previousLevel };
}

;// CONCATENATED MODULE: ./build/solver/propagate.js




function propagate(engine) {
    const { changed } = engine;
    while (engine.refutation === undefined) {
        const state = changed.pop();
        if (state === undefined)
            return true;
        state.changed = false;
        if (engine.solution.level === 0)
            dropRetired(state);
        const conflict = conflictAmong(engine, state);
        if (conflict !== undefined)
            resolveConflict(engine, conflict);
    }
    return false;
}
function dropRetired(state) {
    const { incompatibilities } = state;
    let kept = 0;
    for (const incompatibility of incompatibilities) {
        if (incompatibility.contradicted)
            incompatibility.retired = true;
        else
            incompatibilities[kept++] = incompatibility;
    }
    incompatibilities.length = kept;
}
function conflictAmong(engine, state) {
    const proxied = proxyConflict(engine, state);
    if (proxied !== undefined)
        return proxied;
    const { incompatibilities } = state;
    for (let at = incompatibilities.length - 1; at >= 0; at -= 1) {
        const incompatibility = incompatibilities[at];
        if (!incompatibility.contradicted && isConflict(engine, incompatibility))
            return incompatibility;
    }
    return undefined;
}
function isConflict(engine, incompatibility) {
    const { terms } = incompatibility;
    let open;
    for (let at = 0; at < terms.length; at += 1) {
        const term = terms[at];
        const relation = relationOf(term.package.allowed, term.set);
        if (relation === 'inside')
            continue;
        if (relation === 'outside') {
            engine.solution.passBy(incompatibility);
            return false;
        }
        if (open !== undefined)
            return false;
        open = term;
    }
    if (open === undefined)
        return true;
    exclude(engine, open, incompatibility);
    return false;
}
function proxyConflict(engine, state) {
    if (state.base !== undefined)
        return agree(engine, state, state.base);
    for (const proxy of state.proxies) {
        const conflict = agree(engine, proxy, state);
        if (conflict !== undefined)
            return conflict;
    }
    return undefined;
}
function agree(engine, proxy, base) {
    const absent = proxy.candidates.length;
    const lost = withoutElement(difference(proxy.allowed, base.allowed), absent);
    if (!isEmpty(lost)) {
        const [own, incompatibility] = pairing(proxy, base, lost);
        if (isSubset(proxy.allowed, lost))
            return incompatibility;
        exclude(engine, own, incompatibility);
    }
    if (!proxy.needed || isSubset(base.allowed, proxy.allowed))
        return undefined;
    const [, incompatibility] = pairing(proxy, base, union(proxy.allowed, withoutElement(difference(base.everything, base.allowed), absent)));
    exclude(engine, incompatibility.terms[1], incompatibility);
    return undefined;
}
function pairing(proxy, base, set) {
    const own = newTerm(proxy, set);
    const other = newTerm(base, difference(base.everything, set));
    return [own, newIncompatibility([own, other], { kind: 'proxy', of: proxy, base })];
}

;// CONCATENATED MODULE: ./build/solver/so-far.js



const BUSIEST = 10;
function soFar(engine) {
    return { kind: 'stopped', derivation: derivationSoFar(engine), stats: statsOf(engine) };
}
function derivationSoFar(engine) {
    const busiest = engine.packages
        .filter((state) => state.conflicts > 0)
        .sort((a, b) => b.conflicts - a.conflicts || b.tried - a.tried || a.order - b.order)
        .slice(0, BUSIEST);
    for (const state of busiest.toSorted((a, b) => b.tried - a.tried)) {
        const lost = lostForGood(engine, state);
        if (lost !== undefined)
            return deriveFrom(lost);
    }
    return engine.lastLearnt === undefined ? undefined : deriveFrom(engine.lastLearnt);
}
function lostForGood(engine, state) {
    let lost;
    for (const { level, cause } of state.assignments) {
        if (level > 0 || cause === undefined)
            break;
        if (cause.cause.kind === 'requirement')
            continue;
        const alone = withoutOthers(engine, cause, state);
        lost = lost === undefined ? alone : resolvent(lost, alone, state);
    }
    return lost;
}
function withoutOthers(engine, incompatibility, state) {
    let current = incompatibility;
    for (;;) {
        const latest = latestOfOthers(engine, current, state);
        if (latest?.cause === undefined)
            return current;
        current = resolvent(current, latest.cause, latest.package);
    }
}
function latestOfOthers(engine, { terms }, state) {
    let latest;
    for (const term of terms) {
        if (term.package === state)
            continue;
        const satisfier = engine.solution.satisfier(term.package, term.set);
        if (latest === undefined || satisfier.index > latest.index)
            latest = satisfier;
    }
    return latest;
}

;// CONCATENATED MODULE: ./build/solver/solve.js






const PAUSE_EVERY = 500;
function* solve(problem) {
    const engine = newEngine(problem.strategy);
    const pauseEvery = problem.pauseEvery ?? PAUSE_EVERY;
    let steps = 0;
    if ((yield* addRequirements(engine, problem)) === 'stop')
        return soFar(engine);
    while (propagate(engine)) {
        const step = yield* decideNext(engine);
        if (step === 'solved')
            return solved(engine, problem);
        if (step === 'stop')
            return soFar(engine);
        steps += 1;
        if (steps % pauseEvery !== 0)
            continue;
        const answer = yield { kind: 'pause', stats: statsOf(engine) };
        if (answer.kind === 'stop')
            return soFar(engine);
    }
    return { kind: 'failed', derivation: deriveFrom(engine.refutation), stats: statsOf(engine) };
}
function solved(engine, problem) {
    const needed = neededPackages(engine, problem);
    const decided = engine.solution.decisions.filter((state) => needed.has(state));
    const decisions = new Map(decided.map((state) => [state.key, state.decided]));
    return { kind: 'solved', decisions, stats: statsOf(engine) };
}
function neededPackages(engine, problem) {
    const needed = new Set(problem.requirements.map(({ package: key }) => engine_packageOf(engine, key)));
    for (const state of needed) {
        if (state.base !== undefined)
            needed.add(state.base);
        for (const { target } of dependenciesOf(state, state.decided))
            needed.add(target);
    }
    return needed;
}

;// CONCATENATED MODULE: ./build/resolve/dependencies.js


function activeRequirements(metadata, environment, extras) {
    const asked = new Set(extras.filter((extra) => metadata.providesExtras.includes(extra)));
    if (extras.length > 0 && asked.size === 0)
        return [];
    return metadata.requiresDist.filter(({ marker }) => {
        if (marker === undefined)
            return extras.length === 0;
        const always = holdsAnyway(marker, environment);
        return extras.length === 0 ? always : !always && marker_evaluation_evaluateMarker(marker, environment, asked);
    });
}
function neededRequirements(metadata, environment, extras) {
    const own = activeRequirements(metadata, environment, []);
    return extras.length === 0 ? own : [...own, ...activeRequirements(metadata, environment, extras)];
}
const NONE = new Set();
const found = new WeakMap();
function holdsAnyway(marker, environment) {
    const known = found.get(environment) ?? new WeakMap();
    found.set(environment, known);
    const holds = known.get(marker) ?? marker_evaluation_evaluateMarker(marker, environment, NONE);
    known.set(marker, holds);
    return holds;
}
function dependencyOf(requirement, sets, directKey) {
    const demand = { name: requirement.name, specifier: requirement.specifier, directKey, user: undefined };
    return toDependency(demand, requirement.extras, withoutMarker(requirement), sets);
}
function withoutMarker(requirement) {
    const extras = requirement.extras.length === 0 ? '' : `[${requirement.extras.join(',')}]`;
    return requirement.url === undefined ? `${requirement.displayName}${extras}${requirement.specifier.text}` : `${requirement.displayName}${extras} @ ${requirement.url}`;
}

;// CONCATENATED MODULE: ./build/resolve/universe.js



function buildUniverse(list, installed, directs) {
    const isTwin = (candidate) => installed !== undefined && compareVersions(candidate.version, installed.version) === 0;
    const twin = list.candidates.find(isTwin);
    const listed = list.candidates
        .filter((candidate) => !isTwin(candidate))
        .map((candidate) => ({ kind: 'index', version: candidate.version, candidate }));
    const here = installed === undefined ? [] : [{ kind: 'installed', version: installed.version, distribution: installed, listed: twin }];
    const direct = directs.map((candidate) => ({ kind: 'direct', version: candidate.version, candidate }));
    const entries = [...direct, ...here, ...listed].sort((a, b) => compareVersions(b.version, a.version));
    return {
        name: list.name,
        entries,
        preference: preferenceOf(entries, listed, here[0]),
        sets: setsOf(entries, twin),
        installed: here[0] === undefined ? -1 : entries.indexOf(here[0]),
        list,
    };
}
function preferenceOf(entries, listed, installed) {
    if (entries.length === listed.length && entries.every((entry, place) => entry === listed[place]))
        return undefined;
    const places = new Map(entries.map((entry, place) => [entry, place]));
    const placeOf = (entry) => places.get(entry) ?? -1;
    const unyanked = listed.filter((entry) => !universe_isYanked(entry));
    const isByVersion = unyanked.every((entry, at) => at === 0 || placeOf(unyanked[at - 1] ?? entry) < placeOf(entry));
    if (isByVersion)
        return undefined;
    const ordered = [...unyanked, ...listed.filter(universe_isYanked)];
    const before = installed === undefined ? -1 : ordered.findIndex((entry) => compareVersions(entry.version, installed.version) <= 0);
    const withInstalled = installed === undefined ? ordered : before === -1 ? [...ordered, installed] : [...ordered.slice(0, before), installed, ...ordered.slice(before)];
    return [...withInstalled, ...entries.filter((entry) => entry.kind === 'direct')].map(placeOf);
}
function setsOf(entries, twin) {
    const where = (matches) => candidatesWhere(entries.length, (index) => {
        const entry = entries[index];
        return entry !== undefined && matches(entry);
    });
    const isListed = (entry) => entry.kind === 'index' || (entry.kind === 'installed' && twin !== undefined);
    return {
        direct: where((entry) => entry.kind === 'direct'),
        preReleases: where((entry) => entry.kind === 'index' && entry.version.isPrerelease),
        yanked: where(universe_isYanked),
        listed: where(isListed),
        listedFinals: where((entry) => isListed(entry) && !entry.version.isPrerelease),
        listedYanked: where((entry) => universe_isYanked(entry) || (entry.kind === 'installed' && twin?.isYanked === true)),
    };
}
function likelyEntry(entries, specifier) {
    const fits = ({ version }) => specifiers_specifierSetContains(specifier, version);
    return entries.find((entry) => !entry.version.isPrerelease && !universe_isYanked(entry) && fits(entry)) ?? entries.find(fits);
}
function universe_isYanked(entry) {
    return entry.kind === 'index' && entry.candidate.isYanked;
}
function entryLabel(entry) {
    return entry.kind === 'direct' ? `${entry.version.text} (${entry.candidate.label})` : entry.version.text;
}

;// CONCATENATED MODULE: ./build/resolve/driver.js






class UniverseGrew extends Error {
}
const LOOKAHEAD = 16;
async function drive(problem, facts) {
    const solving = solve(problem);
    let step = solving.next();
    while (step.done !== true) {
        facts.signal.throwIfAborted();
        step = solving.next(await inTime(step.value, facts));
    }
    return step.value;
}
async function inTime(need, facts) {
    const { timeUp } = facts;
    if (timeUp === undefined)
        return answerNeed(need, facts);
    if (timeUp.aborted)
        return { kind: 'stop' };
    const answer = answerNeed(need, facts);
    return new Promise((resolve, reject) => {
        const stop = () => resolve({ kind: 'stop' });
        timeUp.addEventListener('abort', stop);
        answer.then(resolve, reject).finally(() => timeUp.removeEventListener('abort', stop));
    });
}
async function answerNeed(need, facts) {
    switch (need.kind) {
        case 'pause':
            return new Promise((resolve) => setImmediate(() => resolve({ kind: 'continue' })));
        case 'candidates':
            lookAhead(need, facts);
            return answerCandidates(need, facts);
        case 'dependencies':
            lookAhead(need, facts);
            return answerDependencies(need, facts);
    }
}
function lookAhead(need, facts) {
    const isWalking = need.kind === 'dependencies' && need.tried > 0;
    if (facts.walker === undefined || (!isWalking && isAnswered(need, facts.knowledge)))
        return;
    const ahead = [...need.likely(LOOKAHEAD)];
    if (need.kind === 'dependencies') {
        for (const candidate of need.following(batchSize(need.tried)))
            ahead.push({ kind: 'dependencies', package: need.package, candidate });
    }
    for (const question of ahead)
        prefetch(question, facts);
}
function isAnswered(need, knowledge) {
    const { name } = parsePackageKey(need.package);
    if (need.kind === 'candidates')
        return knowledge.isKnown(name);
    const entry = knowledge.known(name).entries[need.candidate];
    return entry !== undefined && knowledge.hasMetadata(entry);
}
function batchSize(tried) {
    return tried < 5 ? 0 : Math.min(tried, 50);
}
function prefetch(question, facts) {
    const { name } = parsePackageKey(question.package);
    if (question.kind === 'candidates') {
        facts.knowledge.universe(name, { urgent: false }).catch(() => undefined);
        return;
    }
    const entry = facts.knowledge.known(name).entries[question.candidate];
    const isSource = entry?.kind === 'index' && entry.candidate.format === 'sdist';
    if (entry !== undefined && !isSource)
        facts.knowledge.metadata(entry, { urgent: false }).catch(() => undefined);
}
async function answerCandidates(need, facts) {
    const { name, extras } = parsePackageKey(need.package);
    const universe = await facts.why.during(name, () => facts.knowledge.universe(name, { urgent: true }));
    const answer = { kind: 'candidates', candidates: universe.entries.map(entryLabel) };
    return extras.length === 0 ? answer : { ...answer, sameAs: name };
}
async function answerDependencies(need, facts) {
    const { name, extras } = parsePackageKey(need.package);
    const entry = facts.knowledge.known(name).entries[need.candidate];
    if (entry === undefined)
        throw new Error(`${need.package} has no candidate ${need.candidate}`);
    const answer = await facts.why.during(name, () => facts.knowledge.metadata(entry, { urgent: true }));
    if (answer.kind !== 'metadata') {
        if (answer.kind === 'broken')
            facts.events.notice('warning', `${name} ${entry.version.text} is passed over: ${answer.reason}`);
        return { kind: 'unavailable', reason: { text: answer.reason, data: answer } };
    }
    const { metadata } = answer;
    if (!facts.ignoreRequiresPython && entry.kind !== 'installed' && metadata.requiresPython !== undefined && !specifiers_specifierSetContains(metadata.requiresPython, facts.pythonVersion)) {
        return { kind: 'unavailable', reason: { text: `it requires Python ${metadata.requiresPython.text}` } };
    }
    if (entry.kind === 'index')
        facts.onTaken?.(entry.candidate);
    return facts.noDependencies ? { kind: 'dependencies', dependencies: [] } : activeDependencies(metadata, extras, facts);
}
async function activeDependencies(metadata, extras, facts) {
    const dependencies = [];
    for (const requirement of neededRequirements(metadata, facts.environment, extras)) {
        facts.walker?.visit(requirement);
        facts.why.byPackage(requirement.name, requirement.text, { name: metadata.name, versionText: metadata.version.text });
        const direct = requirement.url === undefined ? undefined : directSourceOf(requirement.url);
        if (direct?.ok === false)
            return { kind: 'unavailable', reason: { text: `requires ${requirement.text}, which cannot be read: ${direct.message}` } };
        dependencies.push(dependencyOf(requirement, facts.sets, direct === undefined ? undefined : await driver_readDirect(requirement, direct.value, facts)));
    }
    return { kind: 'dependencies', dependencies };
}
async function driver_readDirect(requirement, source, facts) {
    const { isNews } = await facts.knowledge.direct({ source, name: requirement.name, user: undefined });
    if (isNews)
        throw new UniverseGrew();
    return directKey(source);
}

;// CONCATENATED MODULE: ./build/solver/derivation.js
function factsIn(derivation) {
    const facts = [];
    const seen = new Set();
    const rest = [derivation.conclusion];
    for (let statement = rest.pop(); statement !== undefined; statement = rest.pop()) {
        if (seen.has(statement))
            continue;
        seen.add(statement);
        if ('fact' in statement)
            facts.push(statement);
        else
            rest.push(statement.because[1], statement.because[0]);
    }
    return facts;
}

;// CONCATENATED MODULE: ./build/solver/refute.js








const ANY_ORDER = { priority: () => [], candidate: (facts) => firstCandidate(facts.allowed) };
function tryTogether(statements, ground, limit) {
    const engine = newEngine(ANY_ORDER);
    let steps = 1;
    for (const key of ground.candidates.keys())
        prepare(engine, ground, key);
    propagate(engine);
    for (const statement of statements) {
        steps += 1;
        const terms = statement.terms.map((term) => termIn(engine, term)).filter(({ package: state, set }) => !isSameSet(set, state.everything));
        addIncompatibility(engine, newIncompatibility(terms, { kind: 'given', statement }));
    }
    for (; propagate(engine); steps += 1) {
        if (steps + engine.conflicts >= limit)
            return { kind: 'undecided', steps: limit };
        const state = nextOpen(engine);
        if (state === undefined)
            return { kind: 'holds', chosen: chosenIn(engine), steps: steps + engine.conflicts };
        engine.solution.decide(state, firstCandidate(state.allowed), []);
        touch(engine, state);
    }
    return { kind: 'refuted', derivation: deriveFrom(engine.refutation), steps: steps + engine.conflicts };
}
function chosenIn(engine) {
    return new Map(engine.solution.decisions.map(({ key, decided }) => [key, decided]));
}
function prepare(engine, ground, key) {
    const state = engine_packageOf(engine, key);
    if (state.known)
        return;
    const base = ground.bases.get(key);
    if (base !== undefined)
        prepare(engine, ground, base);
    addCandidates(engine, state, { kind: 'candidates', candidates: ground.candidates.get(key), ...(base === undefined ? {} : { sameAs: base }) });
}
function termIn(engine, term) {
    const state = engine_packageOf(engine, term.package);
    return newTerm(state, term.positive ? term.set : difference(state.everything, term.set));
}
function isViolated(statement, chosen, has) {
    return statement.terms.every((term) => {
        const candidate = chosen.get(term.package);
        return term.positive === (candidate !== undefined && has(term, candidate));
    });
}

;// CONCATENATED MODULE: ./build/solver/coarsen.js



const BUDGET = 20_000;
const MAX_MINIMIZED = 200;
function coarsen(derivation) {
    const facts = factsIn(derivation);
    const assumed = derivation.conclusion.terms.map(assumption);
    const spoken = facts.filter(({ fact }) => fact.kind !== 'proxy');
    const groups = [...groupsOf(spoken), ...assumed.map(alone)];
    const refuted = refine(groups, derivation);
    return refuted === undefined ? derivation : { ...derivation, conclusion: minimize(refuted, derivation) };
}
function assumption(term) {
    return { terms: [{ ...term, positive: !term.positive }], fact: { kind: 'assumed', term } };
}
const alone = (statement) => ({ merged: statement, parts: [statement] });
function groupsOf(facts) {
    const byKey = new Map();
    facts.forEach((statement, at) => {
        const key = groupKey(statement) ?? `alone ${at}`;
        const known = byKey.get(key);
        if (known === undefined)
            byKey.set(key, [statement]);
        else
            known.push(statement);
    });
    return [...byKey.values()].map((parts) => groupOf(parts.sort((a, b) => firstCandidate(a.terms[0].set) - firstCandidate(b.terms[0].set))));
}
function groupKey({ terms, fact }) {
    if (fact.kind === 'unavailable')
        return `unavailable ${fact.package} ${fact.reason.text}`;
    if (fact.kind !== 'dependency' || fact.package === fact.dependency.package)
        return undefined;
    return `dependency ${fact.package} ${fact.dependency.package} ${terms.length}`;
}
function groupOf(parts) {
    return { parts, merged: parts.reduce(mergedStatement) };
}
function mergedStatement(left, right) {
    const terms = left.terms.map((term, at) => ({ ...term, set: union(term.set, right.terms[at].set) }));
    return { terms, fact: mergedFact(left.fact, right.fact) };
}
function mergedFact(left, right) {
    if (left.kind === 'unavailable' && right.kind === 'unavailable')
        return { ...left, candidates: union(left.candidates, right.candidates) };
    if (left.kind !== 'dependency' || right.kind !== 'dependency')
        return left;
    return {
        ...left,
        candidates: union(left.candidates, right.candidates),
        set: union(left.set, right.set),
        isMerged: left.isMerged || right.isMerged || left.dependency.text !== right.dependency.text,
    };
}
function refine(groups, ground) {
    let current = groups;
    for (let steps = 0; steps < BUDGET;) {
        const trial = tryTogether(current.map(({ merged }) => merged), ground, BUDGET - steps);
        steps += trial.steps;
        if (trial.kind === 'refuted')
            return trial;
        if (trial.kind === 'undecided')
            return undefined;
        const split = current.flatMap((group) => (group.parts.some((part) => isBroken(part, trial.chosen)) ? halves(group) : [group]));
        if (split.length === current.length)
            return undefined;
        current = split;
    }
    return undefined;
}
function isBroken(statement, chosen) {
    return isViolated(statement, chosen, (term, candidate) => hasCandidate(term.set, candidate));
}
function halves({ parts }) {
    const middle = parts.length >>> 1;
    return middle === 0 ? [groupOf(parts)] : [groupOf(parts.slice(0, middle)), groupOf(parts.slice(middle))];
}
function minimize(refuted, ground) {
    let best = refuted.derivation;
    let kept = spokenIn(best);
    if (kept.length > MAX_MINIMIZED)
        return best.conclusion;
    const needed = new Set();
    for (let steps = 0; steps < BUDGET;) {
        const candidate = kept.find((statement) => !needed.has(statement));
        if (candidate === undefined)
            break;
        const trial = tryTogether(kept.filter((statement) => statement !== candidate), ground, BUDGET - steps);
        steps += trial.steps;
        if (trial.kind === 'refuted') {
            best = trial.derivation;
            kept = spokenIn(best);
        }
        else {
            needed.add(candidate);
        }
    }
    return best.conclusion;
}
function spokenIn(derivation) {
    return factsIn(derivation).filter(({ fact }) => fact.kind !== 'proxy');
}

;// CONCATENATED MODULE: ./build/solver/outline.js
function outline(derivation, conclusion) {
    const told = new Map();
    const rest = [derivation.conclusion];
    for (let statement = rest.at(-1); statement !== undefined; statement = rest.at(-1)) {
        if ('fact' in statement || told.has(statement)) {
            told.set(statement, told.get(statement) ?? statement);
            rest.pop();
            continue;
        }
        const untold = statement.because.filter((cause) => !told.has(cause));
        if (untold.length > 0) {
            rest.push(...untold);
            continue;
        }
        told.set(statement, toldAs(statement, told));
        rest.pop();
    }
    const last = told.get(derivation.conclusion);
    return 'fact' in last ? last : { ...last, terms: conclusion };
}
function toldAs(statement, told) {
    const [left, right] = statement.because;
    const leftTold = told.get(left);
    const rightTold = told.get(right);
    if (isUntold(leftTold))
        return renamed(rightTold, statement);
    if (isUntold(rightTold))
        return renamed(leftTold, statement);
    return { terms: statement.terms, because: [leftTold, rightTold] };
}
function isUntold(statement) {
    return 'fact' in statement && (statement.fact.kind === 'proxy' || statement.fact.kind === 'assumed');
}
function renamed(statement, after) {
    return 'fact' in statement ? statement : { terms: after.terms, because: statement.because };
}

;// CONCATENATED MODULE: ./build/solver/describe.js

const MAX_RUNS = 3;
function describeCandidates(name, versions, set) {
    const inside = runsOf(versions, (index) => hasCandidate(set, index));
    if (inside.length === 0)
        return `no version of ${name}`;
    const outside = runsOf(versions, (index) => !hasCandidate(set, index));
    if (outside.length === 0)
        return versions.length === 1 ? `${name} ${versions[0]}` : name;
    const isPair = inside.length <= 2 && inside.every(isSingle);
    if (!isPair && inside.length > outside.length && outside.every(isSingle)) {
        return `${name}${outside.map(({ newest }) => `!=${versions[newest]}`).reverse().join(',')}`;
    }
    if (inside.length <= MAX_RUNS)
        return inside.map((run) => describeRun(name, versions, run)).reverse().join(' or ');
    const total = versions.filter((_, index) => hasCandidate(set, index)).length;
    return `${total} versions of ${name} from ${versions[inside.at(-1).oldest]} to ${versions[inside[0].newest]}`;
}
function isSingle({ newest, oldest }) {
    return newest === oldest;
}
function runsOf(versions, isWanted) {
    const runs = [];
    for (let index = 0; index < versions.length; index += 1) {
        if (!isWanted(index))
            continue;
        const last = runs.at(-1);
        if (last?.oldest === index - 1)
            last.oldest = index;
        else
            runs.push({ newest: index, oldest: index });
    }
    return runs;
}
function describeRun(name, versions, run) {
    if (isSingle(run))
        return `${name} ${versions[run.newest]}`;
    if (run.newest === 0)
        return `${name}>=${versions[run.oldest]}`;
    const upper = `<=${versions[run.newest]}`;
    return run.oldest === versions.length - 1 ? `${name}${upper}` : `${name}>=${versions[run.oldest]},${upper}`;
}

;// CONCATENATED MODULE: ./build/solver/phrases.js


const NOTHING_FITS = 'no versions satisfy all requirements';
function phrasesOf(derivation, describer) {
    const words = phrases_wordsOf(derivation, describer);
    const clause = (statement) => ('fact' in statement ? factClause(words, statement.fact) : termsClause(words, statement.terms));
    const both = (left, right) => {
        if (!('fact' in left && 'fact' in right))
            return `${clause(left)} and ${clause(right)}`;
        if (left.fact.kind === 'requirement' && right.fact.kind === 'requirement') {
            return `${clause(left)} and ${phrases_required(words, right.fact)}`;
        }
        const isReversed = isUnmet(left.fact) || (leadsTo(right.fact, left.fact) && !leadsTo(left.fact, right.fact));
        const [first, second] = isReversed && !isUnmet(right.fact) ? [right, left] : [left, right];
        return `${clause(first)} and ${clause(second)}`;
    };
    return { clause, both };
}
function isUnmet(fact) {
    return 'dependency' in fact && isEmpty(fact.set);
}
function leadsTo(first, second) {
    return 'dependency' in first && 'package' in second && first.dependency.package === second.package;
}
function phrases_wordsOf(derivation, describer) {
    const versionsOf = (key) => derivation.candidates.get(key) ?? [];
    const some = (key, set) => {
        const versions = versionsOf(key);
        return describer.candidates?.(key, set, versions) ?? describeCandidates(key, versions, set);
    };
    const isAll = (key, set) => versionsOf(key).length > 1 && sizeOf(set) === versionsOf(key).length;
    const every = (key, set) => (isAll(key, set) ? `every version of ${some(key, set)}` : some(key, set));
    return {
        some,
        every,
        none: (key, set) => (isAll(key, set) ? `no version of ${some(key, set)} can be used` : `${some(key, set)} cannot be used`),
        requirement: (dependency) => describer.requirement?.(dependency) ?? dependency.text,
        dependency: ({ dependency, set, isMerged }) => isMerged && !isEmpty(set) ? some(dependency.package, set) : (describer.dependency?.(dependency) ?? dependency.text),
        reason: (reason) => describer.reason?.(reason) ?? reason.text,
        unmet: (dependency) => {
            const versions = versionsOf(dependency.package);
            if (versions.length === 0)
                return describer.missing?.(dependency) ?? 'which was not found';
            return describer.unsatisfied?.(dependency, versions) ?? 'which no version satisfies';
        },
    };
}
function factClause(words, fact) {
    switch (fact.kind) {
        case 'requirement':
            return `you require ${phrases_required(words, fact)}`;
        case 'constraint':
            return `${words.requirement(fact.dependency)} is a constraint`;
        case 'dependency':
            return `${words.every(fact.package, fact.candidates)} depends on ${words.dependency(fact)}${unmet(words, fact.dependency, fact.set)}`;
        case 'unavailable':
            return `${words.every(fact.package, fact.candidates)} cannot be used (${words.reason(fact.reason)})`;
        case 'refused':
            return `${words.every(fact.package, fact.candidates)} is not considered (${words.reason(fact.reason)})`;
        case 'proxy':
            return `${fact.package} is ${fact.base} with more requirements`;
        case 'assumed':
            return fact.term.positive ? `${words.some(fact.term.package, fact.term.set)} is chosen` : `${words.some(fact.term.package, fact.term.set)} is not`;
    }
}
function phrases_required(words, { dependency, set }) {
    return `${words.requirement(dependency)}${unmet(words, dependency, set)}`;
}
function unmet(words, dependency, set) {
    return isEmpty(set) ? `, ${words.unmet(dependency)}` : '';
}
function termsClause(words, terms) {
    const given = terms.filter((term) => term.positive);
    const needed = terms.filter((term) => !term.positive);
    const wanted = needed.map((term) => words.some(term.package, term.set)).join(' or ');
    const [first, second] = given;
    if (first === undefined)
        return needed.length === 0 ? NOTHING_FITS : `${wanted} is required`;
    if (needed.length > 0 && second === undefined)
        return `${words.every(first.package, first.set)} requires ${wanted}`;
    if (needed.length > 0)
        return `${given.map((term) => words.some(term.package, term.set)).join(' together with ')} requires ${wanted}`;
    if (second === undefined)
        return words.none(first.package, first.set);
    if (given.length === 2)
        return `${words.every(first.package, first.set)} is incompatible with ${words.some(second.package, second.set)}`;
    return `${given.map((term) => words.some(term.package, term.set)).join(', ')} cannot go together`;
}

;// CONCATENATED MODULE: ./build/solver/report.js
function reportOf(conclusion, phrases) {
    if ('fact' in conclusion)
        return [sentence(`Because ${phrases.clause(conclusion)}, no versions satisfy all requirements`)];
    const writer = new Writer(conclusion, phrases);
    return writer.write();
}
const sentence = (text) => `${text}.`;
class Writer {
    #phrases;
    #conclusion;
    #lines = [];
    #lineOf = new Map();
    #shared;
    #tasks = [];
    #lastNumber = 0;
    constructor(conclusion, phrases) {
        this.#conclusion = conclusion;
        this.#phrases = phrases;
        this.#shared = sharedIn(conclusion);
    }
    write() {
        this.#tasks.push({ kind: 'tell', statement: this.#conclusion });
        for (let task = this.#tasks.pop(); task !== undefined; task = this.#tasks.pop())
            this.#do(task);
        return this.#lines.map(({ text, number }) => (number === undefined ? text : `${text} (${number})`));
    }
    #do(task) {
        switch (task.kind) {
            case 'tell':
                if (!this.#lineOf.has(task.statement))
                    this.#tell(task.statement);
                return;
            case 'say':
                this.#lineOf.set(task.statement, this.#lines.length);
                this.#lines.push({ text: sentence(task.sentence()), number: undefined });
                if (this.#shared.has(task.statement))
                    this.#numberOf(task.statement);
                return;
            case 'pause':
                this.#lines.push({ text: '', number: undefined });
        }
    }
    #numberOf(statement) {
        const line = this.#lines[this.#lineOf.get(statement)];
        line.number ??= ++this.#lastNumber;
        return line.number;
    }
    #isSaid(statement) {
        return this.#lineOf.has(statement);
    }
    #tell(statement) {
        const [left, right] = statement.because;
        if ('fact' in left && 'fact' in right)
            this.#say(statement, () => `Because ${this.#phrases.both(left, right)}, ${this.#so(statement)}`);
        else if ('fact' in left)
            this.#tellFrom(statement, right, left);
        else if ('fact' in right)
            this.#tellFrom(statement, left, right);
        else
            this.#tellFromTwo(statement, left, right);
    }
    #tellFrom(statement, derived, fact) {
        if (this.#isSaid(derived)) {
            this.#say(statement, () => `Because ${this.#phrases.clause(fact)} and ${this.#cited(derived)}, ${this.#so(statement)}`);
            return;
        }
        const inner = this.#collapsible(derived);
        if (inner === undefined) {
            this.#later([
                { kind: 'tell', statement: derived },
                this.#saying(statement, () => `And because ${this.#phrases.clause(fact)}, ${this.#so(statement)}`),
            ]);
            return;
        }
        this.#later([
            { kind: 'tell', statement: inner.derived },
            this.#saying(statement, () => `And because ${this.#phrases.both(inner.fact, fact)}, ${this.#so(statement)}`),
        ]);
    }
    #collapsible(statement) {
        if (this.#shared.has(statement))
            return undefined;
        const [left, right] = statement.because;
        if ('fact' in left && !('fact' in right) && !this.#isSaid(right))
            return { derived: right, fact: left };
        if ('fact' in right && !('fact' in left) && !this.#isSaid(left))
            return { derived: left, fact: right };
        return undefined;
    }
    #tellFromTwo(statement, left, right) {
        if (this.#isSaid(left) && this.#isSaid(right)) {
            this.#say(statement, () => `Because ${this.#cited(left)} and ${this.#cited(right)}, ${this.#so(statement)}`);
            return;
        }
        if (this.#isSaid(left) || this.#isSaid(right)) {
            const [said, untold] = this.#isSaid(left) ? [left, right] : [right, left];
            this.#later([{ kind: 'tell', statement: untold }, this.#saying(statement, () => `And because ${this.#cited(said)}, ${this.#so(statement)}`)]);
            return;
        }
        const [first, second] = isShort(left) && !isShort(right) ? [right, left] : [left, right];
        if (isShort(second)) {
            this.#later([
                { kind: 'tell', statement: first },
                { kind: 'tell', statement: second },
                this.#saying(statement, () => `So ${this.#so(statement)}`),
            ]);
            return;
        }
        this.#later([
            { kind: 'tell', statement: first },
            { kind: 'pause' },
            { kind: 'tell', statement: second },
            this.#saying(statement, () => `And because ${this.#cited(first)}, ${this.#so(statement)}`),
        ]);
    }
    #so(statement) {
        return this.#phrases.clause(statement);
    }
    #cited(statement) {
        return `${this.#phrases.clause(statement)} (${this.#numberOf(statement)})`;
    }
    #saying(statement, text) {
        return { kind: 'say', statement, sentence: text };
    }
    #say(statement, text) {
        this.#do(this.#saying(statement, text));
    }
    #later(tasks) {
        this.#tasks.push(...tasks.toReversed());
    }
}
function isShort(statement) {
    return statement.because.every((cause) => 'fact' in cause);
}
function sharedIn(conclusion) {
    const seen = new Set([conclusion]);
    const shared = new Set();
    for (const statement of seen) {
        if ('fact' in statement)
            continue;
        for (const cause of statement.because) {
            if (!('fact' in cause) && seen.has(cause))
                shared.add(cause);
            seen.add(cause);
        }
    }
    return shared;
}

;// CONCATENATED MODULE: ./build/solver/explain.js





const MAX_SENTENCES = 24;
const MAX_FACTS = 40;
function explain(derivation, describer = {}) {
    const coarse = coarsen(derivation);
    const spoken = factsIn(coarse).filter(({ fact }) => fact.kind !== 'proxy' && fact.kind !== 'assumed');
    const phrases = phrasesOf(coarse, describer);
    const conclusion = outline(coarse, derivation.conclusion.terms);
    const sentences = spoken.length > 2 * MAX_SENTENCES ? [] : reportOf(conclusion, phrases);
    const readable = sentences.length > 0 && sentences.length <= MAX_SENTENCES;
    return {
        facts: spoken.map(({ fact }) => fact),
        lines: readable ? sentences : listed(spoken, phrases, phrases.clause({ terms: derivation.conclusion.terms, because: [coarse.conclusion, coarse.conclusion] })),
    };
}
function listed(facts, phrases, conclusion) {
    const shown = facts.slice(0, MAX_FACTS).map((statement) => `- ${phrases.clause(statement)}`);
    const more = facts.length > MAX_FACTS ? [`- and ${facts.length - MAX_FACTS} more of this kind`] : [];
    return [`Because of all of these together, ${conclusion}:`, ...shown, ...more];
}

;// CONCATENATED MODULE: ./build/resolve/words.js
function words_listed(items, shown) {
    const rest = items.length - shown;
    const parts = rest > 0 ? [...items.slice(0, shown), `${rest} more`] : [...items];
    const last = parts.pop() ?? '';
    return parts.length === 0 ? last : `${parts.join(', ')} and ${last}`;
}

;// CONCATENATED MODULE: ./build/resolve/nearest-wheel.js


const SHOWN = 4;
function describeWheels(rejections, tags) {
    const wheels = rejections.flatMap(({ filename }) => wheel_name_parseWheelName(filename) ?? []);
    const accepted = tags.map((tag) => tag.split('-'));
    const pythons = new Set(accepted.map(([python]) => python));
    const abis = new Set(accepted.map(([, abi]) => abi));
    const platforms = new Set(accepted.map(([, , platform]) => platform));
    const [python, , platform] = accepted[0] ?? [];
    const here = wheels.filter((wheel) => wheel.platformTags.some((tag) => platforms.has(tag)));
    if (here.length > 0)
        return `for this platform there are wheels for ${pythonsOf(here)} only, and this Python is ${python}`;
    const mine = wheels.filter((wheel) => wheel.pythonTags.some((tag) => pythons.has(tag)) && wheel.abiTags.some((tag) => abis.has(tag)));
    if (mine.length > 0)
        return `for this Python there are wheels for ${named(mine, (wheel) => wheel.platformTags)} only, and this platform is ${platform}`;
    return `its wheels are for ${named(wheels, (wheel) => wheel.pythonTags)} on ${named(wheels, (wheel) => wheel.platformTags)}, and this is ${python} on ${platform}`;
}
function pythonsOf(wheels) {
    return named(wheels, ({ pythonTags, abiTags }) => pythonTags.map((python) => (abiTags.every((abi) => abi === python || abi === 'none') ? python : `${python}-${abiTags.join('.')}`)));
}
function named(wheels, tagsOf) {
    return words_listed([...new Set(wheels.flatMap(tagsOf))].sort(), SHOWN);
}

;// CONCATENATED MODULE: ./build/resolve/hints.js







function hintsFor(universe, facts, target) {
    return [...refusedHints(universe, facts), ...rejectedHints(universe, facts, target), ...unansweredHints(universe, unmetDemands(universe, facts).length > 0)];
}
function refusedHints({ name, entries }, facts) {
    const refused = facts.filter((fact) => fact.kind === 'refused').filter((fact) => parsePackageKey(fact.package).name === name);
    const first = (said, is) => refused.filter(({ reason }) => said(reason.data)).flatMap(({ requirements }) => entries.filter((entry, index) => is(entry) && requirements.every(({ set }) => hasCandidate(set, index))))[0];
    const preRelease = first(({ preReleases, onlyFinal }) => preReleases && !onlyFinal, (entry) => entry.kind === 'index' && entry.version.isPrerelease);
    const yanked = first((kind) => kind.yanked, universe_isYanked);
    return [
        ...(preRelease === undefined ? [] : [`${name} has pre-releases, such as ${preRelease.version.text}: --pre allows them`]),
        ...(yanked?.kind === 'index' ? [`${name} ${yanked.version.text} was yanked (${yanked.candidate.file.yanked || 'no reason given'}): ${name}==${yanked.version.text} would take it all the same`] : []),
    ];
}
const EXCUSED = new Set(['name', 'version']);
function rejectedHints(universe, facts, target) {
    const wanted = unmetDemands(universe, facts);
    if (universe.entries.length > 0 && wanted.length === 0)
        return [];
    const rejected = universe.list.rejections().filter(({ version, reason }) => version !== undefined && !EXCUSED.has(reason));
    const wished = rejected.filter(({ version }) => version !== undefined && wanted.every(({ specifier }) => specifiers_specifierSetContains(specifier, version)));
    const fitting = wished.length > 0 || universe.entries.length > 0 ? wished : rejected;
    const newest = newestOf(fitting);
    if (newest === undefined)
        return [];
    const ofNewest = fitting.filter(({ version }) => version !== undefined && compareVersions(version, newest) === 0);
    const sentences = [...Map.groupBy(ofNewest, ({ reason }) => reason)].map(([reason, list]) => rejectionText(reason, list, target));
    const others = new Set(fitting.map(({ version }) => version?.text)).size - 1;
    return [`${universe.name} ${newest.text}${others > 0 ? ` (and ${others} older ${others === 1 ? 'version' : 'versions'})` : ''}: ${sentences.join('; ')}`];
}
function unmetDemands({ name }, facts) {
    return facts.flatMap((fact) => {
        if (fact.kind !== 'requirement' && fact.kind !== 'dependency')
            return [];
        const demand = demandOf(fact.dependency);
        return demand.name === name && isEmpty(fact.set) ? [demand] : [];
    });
}
function newestOf(rejections) {
    let newest;
    for (const { version } of rejections)
        if (version !== undefined && (newest === undefined || compareVersions(version, newest) > 0))
            newest = version;
    return newest;
}
function rejectionText(reason, rejections, { tags, pythonText }) {
    const details = words_listed([...new Set(rejections.map(({ detail }) => detail))], 2);
    switch (reason) {
        case 'tags':
            return describeWheels(rejections, tags);
        case 'requires-python':
            return `it requires Python ${details}, and this is ${pythonText}`;
        case 'too-new':
            return `its files were uploaded ${details}, later than --uploaded-prior-to allows (--uploaded-any-time excepts a project)`;
        case 'hash':
            return 'its files have none of the hashes given';
        case 'format':
        case 'no-upload-time':
        case 'name':
        case 'version':
            return details;
    }
}
function unansweredHints({ name, entries, list }, isUnmet) {
    if (entries.length > 0 && !isUnmet)
        return [];
    const asked = [...new Set(list.foundOn.map(({ label }) => label))].join(', ');
    const others = (why) => list.unanswered.filter((one) => one.why === why).map(({ index }) => index.label).join(', ');
    const [owned, behind] = [others('owned'), others('behind-first')];
    return [
        ...(entries.length > 0 ? [] : list.unanswered.flatMap((one) => silenceHint(name, one))),
        ...(owned === '' ? [] : [`${name} belongs to one index (--index-owner), so ${owned} ${owned.includes(', ') ? 'were' : 'was'} not asked for it`]),
        ...(behind === '' ? [] : [`${asked} has ${name} and comes first (--index-strategy first-match), so ${behind} ${behind.includes(', ') ? 'were' : 'was'} not asked for it`]),
    ];
}
function silenceHint(name, { index, why }) {
    if (why === 'offline')
        return [`with --offline only what earlier runs kept is known, and they kept nothing of ${name} on ${index.label}`];
    return why === 'forbidden' ? [`${index.label} answered 403 for ${name}, as some indexes do for names they do not have; if it has it, it wants credentials`] : [];
}

;// CONCATENATED MODULE: ./build/resolve/failure.js








const MAX_HINTS = 3;
const MAX_VERSIONS = 4;
function resolutionFailure(outcome, facts) {
    if (outcome.derivation === undefined)
        return timeoutError();
    const universeOf = (name) => (facts.knowledge.isKnown(name) ? facts.knowledge.known(name) : undefined);
    const explanation = explain(outcome.derivation, {
        requirement: withOrigin,
        missing: (dependency) => missingText(universeOf(demandOf(dependency).name)),
        unsatisfied: (_dependency, versions) => `which no version satisfies (there ${versions.length === 1 ? 'is' : 'are'} ${versionsText(versions)})`,
    });
    const universes = involvedNames(explanation).flatMap((name) => universeOf(name) ?? []);
    const hints = universes.flatMap((universe) => hintsFor(universe, explanation.facts, facts)).slice(0, MAX_HINTS);
    if (outcome.kind === 'stopped')
        return timeoutError(explanation.lines, hints);
    return impossible({ explanation, hints, missing: universes.find(({ entries }) => entries.length === 0) }, facts);
}
function impossible({ explanation, hints, missing }, facts) {
    const origin = failure_originOf(explanation);
    const isPlain = missing !== undefined && explanation.facts.length === 1;
    const details = { ...(isPlain ? {} : { details: explanation.lines }), ...(origin === undefined ? {} : { origin }) };
    if (missing !== undefined && !failure_isListed(missing))
        return unknown(missing, facts, { ...details, hints: [...hints, ...slipHints(missing, facts)] });
    const hint = hints.length === 0 ? {} : { hint: hints.join('\n') };
    if (missing !== undefined)
        return nothingFits(missing, { ...details, ...hint });
    return new errors/* UserError */.yo('resolution-impossible', 'no set of versions satisfies all requirements', { ...details, ...hint });
}
const BY_TARGET = new Set(['tags', 'requires-python', 'name', 'version']);
function whyNothing({ rejections }) {
    if (rejections().length === 0)
        return 'is listed';
    return rejections().every(({ reason }) => BY_TARGET.has(reason)) ? 'fits this Python and platform' : 'can be used';
}
function pagesOf({ foundOn }) {
    return [...new Set(foundOn.map(({ label }) => label))].join(', ');
}
function nothingFits({ name, list }, details) {
    if (list.rejections().length === 0)
        return new errors/* UserError */.yo('no-candidate', `no file of ${name} is listed by ${pagesOf(list)}`, details);
    const isBuildable = list.rejections().some(({ reason, filename }) => reason === 'format' && !filename.endsWith('.whl'));
    if (!isBuildable)
        return new errors/* UserError */.yo('no-candidate', `no version of ${name} ${whyNothing(list)}`, details);
    const hasWheels = list.rejections().some(({ filename }) => filename.endsWith('.whl'));
    const why = hasWheels ? `no wheel of ${name} fits this Python and platform` : `there is no wheel of ${name}`;
    const allow = `to have it built: --no-binary ${name}`;
    return new errors/* UserError */.yo('build-required', `${name} has to be built, and only wheels are allowed (--only-binary): ${why}`, { ...details, hint: details.hint === undefined ? allow : `${details.hint}\n${allow}` });
}
function timeoutError(lines = [], hints = []) {
    return new errors/* UserError */.yo('resolution-timeout', 'the time for resolving is used up (--resolve-timeout)', {
        details: lines.length === 0 ? [] : ['The last conflict met:', ...lines],
        hint: hints[0] ?? 'pin some of the packages named here, or give it more time',
    });
}
function unknown(universe, { places }, { hints, ...details }) {
    const asked = askedFor(universe, places);
    const where = isOwned(universe) && asked.length === 0 ? 'the index that --index-owner names for it does not have it' : asked.length === 0 ? 'no index is in use' : `asked: ${asked.map(({ label }) => label).join(', ')}`;
    return new errors/* UserError */.yo('package-unknown', `no project named ${universe.name} was found (${where})`, { ...details, ...(hints.length === 0 ? {} : { hint: hints.join('\n') }) });
}
function isOwned({ list }) {
    return list.unanswered.some(({ why }) => why === 'owned');
}
function askedFor(universe, places) {
    if (!isOwned(universe))
        return places;
    const others = new Set(universe.list.unanswered.filter(({ why }) => why === 'owned').map(({ index }) => index.url));
    return places.filter(({ kind, url }) => kind === 'simple' && !others.has(url));
}
function slipHints(universe, { knowledge, kept, places }) {
    const { name } = universe;
    if (name === 'requirements-txt')
        return ['to install what a file lists, write -r requirements.txt'];
    if (isOwned(universe))
        return [];
    const known = new Set(places.map(({ url }) => url.replace(/\/*$/, '/')));
    const elsewhere = [...new Set(kept.filter((one) => one.name === name && !known.has(one.indexUrl)).map(({ indexUrl }) => (0,kernel_secrets/* redactUrl */.BO)(indexUrl)))];
    if (elsewhere.length > 0)
        return [`an earlier run found ${name} on ${elsewhere.join(' and ')}: --extra-index-url asks there, too`];
    const near = near_names_nearNames(name, [...knowledge.namesMet(), ...kept.map((one) => one.name)]);
    if (near.length > 0)
        return [`did you mean ${near.join(' or ')}?`];
    return knowledge.namesMet().length > 0 ? [] : addressHint(places);
}
function addressHint(places) {
    const odd = places.find(({ kind, url }) => kind === 'simple' && /^https?:/i.test(url) && !/simple\/*$/i.test(url));
    return odd === undefined ? [] : [`${odd.label} has nothing that was asked for: is it the address of an index? That of most ends in /simple`];
}
function missingText(universe) {
    return universe !== undefined && failure_isListed(universe) ? `of which no version ${whyNothing(universe.list)}` : 'which was not found';
}
function failure_isListed(universe) {
    return universe !== undefined && universe.list.foundOn.length > 0;
}
function versionsText(versions) {
    if (versions.length <= MAX_VERSIONS)
        return words_listed(versions.toReversed(), MAX_VERSIONS);
    return `${versions.length} versions, ${versions.at(-1)} to ${versions[0]}`;
}
function withOrigin(dependency) {
    const { user } = demandOf(dependency);
    if (user === undefined)
        return dependency.text;
    return user.origin.kind === 'argument' ? dependency.text : `${dependency.text} (${origin_describeOrigin(user.origin)})`;
}
function involvedNames(explanation) {
    return [...new Set(explanation.facts.flatMap(packagesOf).map((key) => parsePackageKey(key).name))];
}
function packagesOf(fact) {
    switch (fact.kind) {
        case 'requirement':
        case 'constraint':
            return [fact.dependency.package];
        case 'dependency':
            return [fact.package, fact.dependency.package];
        case 'assumed':
            return [fact.term.package];
        case 'unavailable':
        case 'refused':
        case 'proxy':
            return [fact.package];
    }
}
function failure_originOf(explanation) {
    for (const fact of explanation.facts) {
        if (fact.kind === 'requirement' || fact.kind === 'constraint')
            return demandOf(fact.dependency).user?.origin;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/resolve/notes.js
const LISTED = 5;
function oddities(packages, knowledge) {
    return [...packages.flatMap(oddOne), ...oddlyShared(packages.map(({ name }) => ({ name, indexes: knowledge.known(name).list.foundOn.filter(({ kind }) => kind === 'simple') })))];
}
function oddOne({ name, version, entry, extras, metadata }) {
    const missing = extras.filter((extra) => !metadata.providesExtras.includes(extra)).map((extra) => ({ level: 'warning', text: `${name} ${version.text} does not provide the extra '${extra}'` }));
    if (entry.kind !== 'index' || entry.candidate.file.yanked === false)
        return missing;
    return [...missing, { level: 'warning', text: `${name} ${version.text} was yanked from ${entry.candidate.index.label}: ${entry.candidate.file.yanked || 'no reason given'}` }];
}
function oddlyShared(served) {
    const shared = served.filter(({ indexes }) => indexes.length > 1);
    const [first] = shared;
    if (first === undefined)
        return [];
    const names = shared.slice(0, LISTED).map(({ name }) => name).join(', ');
    const more = shared.length > LISTED ? ` and ${shared.length - LISTED} more` : '';
    const indexes = [...new Set(shared.flatMap((one) => one.indexes.map(({ label }) => label)))].join(', ');
    return [{ level: 'info', text: `${names}${more} ${shared.length === 1 ? 'is' : 'are'} served by several indexes (${indexes}), and the best version of all was taken, as pip does; --index-owner or --index-strategy first-match say who may serve what` }];
}

;// CONCATENATED MODULE: ./build/resolve/order.js
function dependenciesFirst(packages) {
    const byName = new Map(packages.map((item) => [item.name, item]));
    const entered = new Set();
    const ordered = [];
    for (const start of packages) {
        const stack = [];
        const enter = (item) => {
            if (item === undefined || entered.has(item.name))
                return;
            entered.add(item.name);
            stack.push({ item, next: 0 });
        };
        enter(start);
        for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
            const dependency = top.item.dependencies[top.next];
            top.next += 1;
            if (dependency !== undefined)
                enter(byName.get(dependency));
            else
                ordered.push(stack.pop()?.item ?? top.item);
        }
    }
    return ordered;
}

;// CONCATENATED MODULE: ./build/resolve/resolution.js




async function buildResolution(solved, facts) {
    const chosen = await chosenPackages(solved, facts.knowledge);
    const requirers = new Map();
    const addRequirer = (name, requirer) => {
        const known = requirers.get(name);
        if (known === undefined)
            requirers.set(name, [requirer]);
        else
            known.push(requirer);
    };
    for (const { name, user } of facts.requirements)
        addRequirer(name, { name: undefined, versionText: undefined, requirementText: user.text });
    const dependencies = new Map();
    for (const item of chosen.values()) {
        const needed = facts.noDependencies ? [] : neededRequirements(item.metadata, facts.environment, item.extras);
        for (const requirement of needed)
            addRequirer(requirement.name, { name: item.name, versionText: item.entry.version.text, requirementText: requirement.text });
        dependencies.set(item.name, [...new Set(needed.map(({ name }) => name))].filter((name) => chosen.has(name)));
    }
    const packages = [...inUserOrder(chosen, facts)].map((item) => ({
        name: item.name,
        version: item.entry.version,
        entry: item.entry,
        metadata: item.metadata,
        metadataText: item.metadataText,
        extras: item.extras,
        userRequirements: facts.requirements.filter(({ name }) => name === item.name).map(({ user }) => user),
        requiredBy: requirers.get(item.name) ?? [],
        dependencies: dependencies.get(item.name) ?? [],
    }));
    const notices = oddities(packages, facts.knowledge);
    for (const { level, text } of notices)
        facts.events.notice(level, text);
    return { packages: dependenciesFirst(packages), decided: [...chosen.keys()], stats: solved.stats, notices, basis: facts.knowledge.basis() };
}
async function chosenPackages(solved, knowledge) {
    const chosen = new Map();
    const extras = new Map();
    for (const [key, index] of solved.decisions) {
        const { name, extras: named } = parsePackageKey(key);
        if (named.length > 0) {
            extras.set(name, [...(extras.get(name) ?? []), ...named]);
            continue;
        }
        const entry = knowledge.known(name).entries[index];
        if (entry === undefined)
            throw new Error(`the solver chose candidate ${index} of ${name}, which does not exist`);
        const answer = await knowledge.metadata(entry, { urgent: true });
        if (answer.kind !== 'metadata')
            throw new Error(`the solver chose ${name} ${entry.version.text}, whose metadata is broken`);
        chosen.set(name, { name, entry: answer.entry, metadata: answer.metadata, metadataText: answer.text, extras: [] });
    }
    for (const [name, list] of extras)
        chosen.get(name)?.extras.push(...[...new Set(list)].sort());
    return chosen;
}
function inUserOrder(chosen, facts) {
    const first = new Set(facts.requirements.map(({ name }) => name));
    const rest = [...chosen.keys()].filter((name) => !first.has(name)).sort();
    return [...first, ...rest].map((name) => chosen.get(name)).filter((item) => item !== undefined);
}

;// CONCATENATED MODULE: ./build/resolve/strategy.js



const CONFLICTS_TO_PROMOTE = 5;
const REPINS = 40;
function pipStrategy(facts) {
    return {
        priority: (state) => strategy_priorityOf(state, facts.userOrder),
        candidate: (state) => chooseCandidate(state, facts),
        repins: REPINS,
    };
}
function strategy_priorityOf(state, userOrder) {
    const demands = demandsOn(state);
    const operators = demands.flatMap((demand) => (demand.directKey === undefined ? demand.specifier.specifiers : []));
    const isPinnedByExtra = state.base === undefined && state.pinnedBy !== undefined;
    return [
        demands.length > 0 || isPinnedByExtra ? 0 : 1,
        state.inLastConflict ? 0 : 1,
        state.conflicts >= CONFLICTS_TO_PROMOTE ? 0 : 1,
        isPinnedByExtra || demands.some((demand) => demand.directKey !== undefined) ? 0 : 1,
        operators.some(isPin) ? 0 : 1,
        operators.some(isUpperBound) ? 0 : 1,
        userOrder.get(state.package) ?? Number.MAX_SAFE_INTEGER,
        operators.length > 0 ? 0 : 1,
        state.package,
    ];
}
function isPin({ operator, version }) {
    return operator.startsWith('==') && !version.includes('*');
}
function isUpperBound({ operator, version }) {
    return operator === '<' || operator === '<=' || operator === '~=' || (operator === '==' && version.includes('*'));
}
function demandsOn(state) {
    return state.requirements.flatMap(({ dependency, isConstraint }) => {
        const demand = demandOf(dependency);
        if (isConstraint)
            return [];
        const isOwn = dependency.package === state.package;
        return isOwn || (state.base === undefined && (demand.specifier.specifiers.length > 0 || demand.directKey !== undefined)) ? [demand] : [];
    });
}
function chooseCandidate(state, facts) {
    const { name } = parsePackageKey(state.package);
    const universe = facts.universeOf(name);
    const { sets, installed } = universe;
    if (state.pinnedBy !== undefined && sizeOf(state.allowed) === 1)
        return firstCandidate(state.allowed);
    const isDirect = state.requirements.some(({ dependency }) => demandOf(dependency).directKey !== undefined);
    if (isDirect && !isDisjoint(state.allowed, sets.direct))
        return preferred(universe, intersection(state.allowed, sets.direct));
    if (installed !== -1 && hasCandidate(state.allowed, installed) && !facts.wantsNewest(name))
        return installed;
    const wanted = wantedAmong(state, universe, facts.preReleases(name));
    const withoutDirect = difference(state.allowed, sets.direct);
    const withoutPre = wanted.preReleases ? withoutDirect : difference(withoutDirect, sets.preReleases);
    const usable = wanted.yanked ? withoutPre : difference(withoutPre, sets.yanked);
    if (!isEmpty(usable))
        return preferred(universe, usable);
    return refusal({ direct: isEmpty(withoutDirect), preReleases: isEmpty(withoutPre), onlyFinal: facts.preReleases(name) === false, yanked: !isDisjoint(withoutPre, sets.yanked) });
}
function preferred({ preference }, usable) {
    return preference?.find((index) => hasCandidate(usable, index)) ?? firstCandidate(usable);
}
function refusal(refused) {
    if (refused.preReleases && refused.onlyFinal && !refused.yanked)
        return { none: { text: 'a pre-release, which --only-final excludes', data: refused } };
    const kinds = [...(refused.preReleases ? ['a pre-release'] : []), ...(refused.yanked ? ['yanked'] : [])];
    const text = refused.direct ? 'it is known by a direct reference alone' : `${kinds.join(' or ')}, which is taken only when asked for`;
    return { none: { text, data: refused } };
}
function wantedAmong(state, { entries, sets }, preReleasesSaid) {
    const specifiers = state.requirements.map(({ dependency }) => demandOf(dependency).specifier);
    const required = state.requirements.reduce((set, requirement) => intersection(set, requirement.set), allCandidates(entries.length));
    const finals = intersection(required, sets.listedFinals);
    const preReleases = preReleasesSaid ?? (specifiers.some(({ mentionsPrerelease }) => mentionsPrerelease) || isEmpty(finals));
    const considered = preReleases ? intersection(required, sets.listed) : finals;
    return { preReleases, yanked: specifiers.some(isPinned) && isSubset(considered, sets.listedYanked) };
}

;// CONCATENATED MODULE: ./build/resolve/why-asked.js


class WhyAsked {
    #asked = new Map();
    byUser(name, user) {
        this.#note(name, { text: `${user.text} (${origin_describeOrigin(user.origin)})`, by: undefined });
    }
    byPackage(name, text, by) {
        this.#note(name, { text: `${text} (from ${by.name} ${by.versionText})`, by: by.name });
    }
    #note(name, asked) {
        if (!this.#asked.has(name))
            this.#asked.set(name, asked);
    }
    chain(name) {
        const lines = [];
        const seen = new Set();
        for (let next = name; next !== undefined && !seen.has(next);) {
            seen.add(next);
            const asked = this.#asked.get(next);
            if (asked !== undefined)
                lines.unshift(asked.text);
            next = asked?.by;
        }
        return lines;
    }
    async during(name, work) {
        try {
            return await work();
        }
        catch (error) {
            throw (0,errors/* isUserError */.iU)(error) ? (0,errors/* withOuterReasons */.n$)(error, this.chain(name)) : error;
        }
    }
}

;// CONCATENATED MODULE: ./build/resolve/attempt.js








async function attempt_attempt(parts, facts) {
    const { knowledge, requirements } = facts;
    const why = new WhyAsked();
    for (const { name, user } of requirements)
        why.byUser(name, user);
    const sets = new DemandSets((name) => knowledge.known(name));
    const strategy = pipStrategy({
        universeOf: (name) => knowledge.known(name),
        preReleases: (name) => releasesAllowed(parts.policy.releaseControl, name),
        wantsNewest: (name) => wantsNewest(parts.policy, name, requirements),
        userOrder: orderOf(requirements),
    });
    const driverFacts = {
        knowledge,
        sets,
        environment: parts.environment,
        pythonVersion: parts.pythonVersion,
        ignoreRequiresPython: parts.policy.ignoreRequiresPython,
        noDependencies: parts.policy.noDependencies,
        why,
        walker: facts.walker,
        onTaken: parts.onTaken,
        events: parts.events,
        signal: parts.signal,
        timeUp: facts.timeUp,
    };
    const problem = {
        requirements: requirements.map((requirement) => userDependency(requirement, sets)),
        constraints: facts.constraints.map((user) => constraintDependency(user, sets)),
        strategy,
    };
    try {
        const outcome = await drive(problem, driverFacts);
        if (outcome.kind === 'failed' && parts.lookup.widen())
            return undefined;
        if (outcome.kind !== 'solved')
            throw resolutionFailure(outcome, { knowledge, places: parts.lookup.places, kept: knowledge.lacksAny() ? await parts.keptProjects() : [], tags: parts.tags, pythonText: parts.pythonVersion.text });
        return await buildResolution(outcome, { knowledge, environment: parts.environment, requirements, noDependencies: parts.policy.noDependencies, events: parts.events });
    }
    catch (error) {
        if (error instanceof UniverseGrew)
            return undefined;
        throw error;
    }
}
function userDependency({ name, user }, sets) {
    const key = user.direct === undefined ? undefined : directKey(user.direct);
    return toDependency({ name, specifier: user.specifier, directKey: key, user }, user.extras, user.text, sets);
}
function constraintDependency(user, sets) {
    if (user.name === undefined)
        throw new Error(`the constraint ${user.text} has no name`);
    return userDependency({ name: user.name, user }, sets);
}
function orderOf(requirements) {
    const order = new Map();
    for (const [place, { name, user }] of requirements.entries()) {
        const isSplit = user.direct !== undefined || user.specifier.specifiers.length > 0;
        const key = packageKey(name, isSplit ? [] : user.extras);
        if (!order.has(key))
            order.set(key, place);
    }
    return order;
}
function wantsNewest(policy, name, requirements) {
    if (!policy.upgrade)
        return false;
    return policy.upgradeStrategy === 'eager' || requirements.some((requirement) => requirement.name === name);
}

;// CONCATENATED MODULE: ./build/resolve/knowledge.js




class Knowledge {
    #parts;
    #metadata = new SharedWork();
    #directs = new Map();
    #directsByName = new Map();
    #universes = new Map();
    #decisive = new Map();
    #restsOnMore = false;
    #constraints;
    constructor(parts, constraints) {
        this.#parts = parts;
        this.#constraints = constraints.filter(({ direct }) => direct !== undefined);
    }
    known(name) {
        const universe = this.#universes.get(name);
        if (universe === undefined)
            throw new Error(`the candidates of ${name} were not asked for`);
        return universe;
    }
    isKnown(name) {
        return this.#universes.has(name);
    }
    namesMet() {
        return [...this.#universes.values()].filter(({ entries, list }) => entries.length > 0 || list.foundOn.length > 0).map(({ name }) => name);
    }
    lacksAny() {
        return [...this.#universes.values()].some(({ entries, list }) => entries.length === 0 && list.foundOn.length === 0);
    }
    basis() {
        const marks = [...this.#decisive.values()];
        if (this.#restsOnMore || !marks.every((list) => list !== undefined))
            return undefined;
        return [...new Map(marks.flat().map((mark) => [`${mark.name ?? ''} ${mark.indexUrl}`, mark])).values()];
    }
    async universe(name, { urgent }) {
        const list = await this.#parts.lookup.list(name, { signal: this.#parts.signal, urgent });
        if (urgent)
            this.#decisive.set(name, this.#parts.installed.has(name) ? undefined : list.marks);
        for (const user of this.#constraints) {
            if (user.direct !== undefined && user.name === name)
                await this.direct({ source: user.direct, name, user });
        }
        const known = this.#universes.get(name);
        if (known !== undefined)
            return known;
        const universe = buildUniverse(list, this.#parts.installed.get(name), this.#directsByName.get(name) ?? []);
        this.#universes.set(name, universe);
        return universe;
    }
    async metadata(entry, { urgent }) {
        const answer = await this.#metadataOf(entry, urgent);
        const isFixed = answer.kind === 'metadata' && answer.entry === entry && entry.kind === 'index' && entry.candidate.format === 'wheel' && publishedSha256(entry.candidate.file.hashes) !== undefined;
        if (urgent && !isFixed)
            this.#restsOnMore = true;
        return answer;
    }
    hasMetadata(entry) {
        if (entry.kind === 'direct')
            return true;
        return this.#metadata.isDone(entry.kind === 'installed' ? entry.distribution.infoPath : entry.candidate.file.url);
    }
    async #metadataOf(entry, urgent) {
        switch (entry.kind) {
            case 'direct':
                return { kind: 'metadata', metadata: entry.candidate.metadata, text: entry.candidate.metadataText, entry };
            case 'installed': {
                const answer = await this.#metadata.get(entry.distribution.infoPath, urgent, () => this.#parts.installedMetadata(entry.distribution));
                return answer.kind === 'metadata' ? { ...answer, entry } : answer;
            }
            case 'index':
                return this.#ofVersion(entry, urgent);
        }
    }
    async #ofVersion(entry, urgent) {
        const { signal } = this.#parts;
        const read = (candidate) => this.#metadata.get(candidate.file.url, urgent, (terms) => candidate.format === 'sdist' ? this.#parts.sources.read(candidate, signal) : this.#parts.metadata.read(candidate, { ...terms, signal: AbortSignal.any([signal, terms.signal]) }));
        const first = await read(entry.candidate);
        if (first.kind === 'metadata')
            return { ...first, entry };
        for (const candidate of first.kind === 'broken' && first.isInconsistent === true ? entry.candidate.others : []) {
            const answer = await read(candidate);
            if (answer.kind === 'metadata')
                return { ...answer, entry: { ...entry, candidate } };
            if (answer.kind === 'missing' || answer.isInconsistent !== true)
                return answer;
        }
        return first;
    }
    async direct(reference) {
        this.#restsOnMore = true;
        const key = directKey(reference.source);
        let reading = this.#directs.get(key);
        if (reading === undefined) {
            reading = this.#parts.direct.read(reference, this.#parts.signal);
            this.#directs.set(key, reading);
        }
        const candidate = await reading;
        const siblings = this.#directsByName.get(candidate.name) ?? [];
        if (siblings.includes(candidate))
            return { candidate, isNews: false };
        this.#directsByName.set(candidate.name, [...siblings, candidate]);
        return { candidate, isNews: this.#universes.has(candidate.name) };
    }
    dropSpeculation() {
        this.#metadata.dropIdle();
        this.#parts.lookup.dropSpeculation();
    }
    forgetUniverses() {
        this.#universes = new Map();
    }
}

;// CONCATENATED MODULE: ./build/resolve/from-installed.js




async function resolveFromInstalled(parts, { wanted, constraints }) {
    const isHere = (user) => user.direct === undefined && user.name !== undefined && parts.installed.has(user.name);
    if (parts.policy.upgrade || !wanted.every(isHere) || constraints.some(({ direct }) => direct !== undefined))
        return undefined;
    const leave = () => {
        throw new NotInstalled();
    };
    const events = new EventBus(parts.clock);
    const notices = [];
    events.listen((event) => {
        if (event.kind === 'notice')
            notices.push(event);
    });
    const nothingListed = {
        list: (name) => (parts.installed.has(name) ? Promise.resolve({ name, candidates: [], rejections: () => [], foundOn: [], unanswered: [] }) : leave()),
        stillSays: () => Promise.resolve(false),
        widen: () => false,
        forget: () => undefined,
        dropSpeculation: () => undefined,
        places: [],
    };
    const own = { ...parts, events, lookup: nothingListed, direct: { read: leave } };
    try {
        const requirements = wanted.flatMap((user) => (user.name === undefined ? [] : [{ name: user.name, user }]));
        const resolution = await attempt_attempt(own, { knowledge: new Knowledge(own, []), walker: undefined, requirements, constraints, timeUp: undefined });
        for (const { level, text, origin } of notices)
            parts.events.notice(level, text, origin);
        return resolution;
    }
    catch (error) {
        if (error instanceof NotInstalled || (0,errors/* isUserError */.iU)(error))
            return undefined;
        throw error;
    }
}
class NotInstalled extends Error {
}

;// CONCATENATED MODULE: ./build/resolve/missing.js



const MAX_PROJECTS = 2_000;
async function listMissing(wanted, knowledge, environment) {
    const missing = new Map();
    const seen = new Set();
    const queue = [...wanted];
    for (let need = queue.shift(); need !== undefined && seen.size < MAX_PROJECTS; need = queue.shift()) {
        const key = `${need.name}[${need.extras.join(',')}]`;
        if (seen.has(key))
            continue;
        seen.add(key);
        const found = await look(need, knowledge, environment);
        if (found.kind === 'there')
            queue.push(...found.needs);
        else if (!missing.has(need.name))
            missing.set(need.name, `${need.name}: ${found.what}, ${need.by === undefined ? `asked for as ${need.text}` : `needed as ${need.text} by ${need.by}`}`);
    }
    return [...missing.values()];
}
async function look(need, knowledge, environment) {
    try {
        const { entries } = await knowledge.universe(need.name, { urgent: true });
        if (entries.length === 0)
            return { kind: 'missing', what: 'nothing is there' };
        const entry = likelyEntry(entries, need.specifier);
        if (entry === undefined || (entry.kind === 'index' && entry.candidate.format === 'sdist'))
            return { kind: 'there', needs: [] };
        return await needsOf(entry, need, { knowledge, environment });
    }
    catch (error) {
        if (!(0,errors/* isUserError */.iU)(error))
            throw error;
        return { kind: 'missing', what: error.message };
    }
}
async function needsOf(entry, need, { knowledge, environment }) {
    const answer = await knowledge.metadata(entry, { urgent: true });
    if (answer.kind !== 'metadata')
        return { kind: 'there', needs: [] };
    const { metadata } = answer;
    const active = neededRequirements(metadata, environment, need.extras);
    const by = `${need.name}${need.extras.length === 0 ? '' : `[${need.extras.join(',')}]`} ${entry.version.text}`;
    return { kind: 'there', needs: active.filter(({ url }) => url === undefined).map(({ name, extras, specifier, text }) => ({ name, extras, specifier, text: text.replace(/\s*;.*$/s, ''), by })) };
}
function withMissing(error, missing) {
    if (missing.length < 2)
        return error;
    return (0,errors/* withDetails */.FE)(error, [`missing in all, as far as can be told from here: ${missing.length} projects`, ...missing.map((line) => `  ${line}`)]);
}

;// CONCATENATED MODULE: ./build/resolve/walker.js



class Walker {
    #knowledge;
    #environment;
    #seen = new Set();
    #stopped = false;
    constructor(knowledge, environment) {
        this.#knowledge = knowledge;
        this.#environment = environment;
    }
    visit(requirement) {
        if (this.#stopped || requirement.url !== undefined)
            return;
        for (const extras of requirement.extras.length === 0 ? [[]] : [[], requirement.extras]) {
            const key = packageKey(requirement.name, extras);
            if (this.#seen.has(key))
                continue;
            this.#seen.add(key);
            this.#walk(requirement, extras).catch(() => undefined);
        }
    }
    stop() {
        this.#stopped = true;
    }
    async #walk(requirement, extras) {
        const { entries } = await this.#knowledge.universe(requirement.name, { urgent: false });
        if (this.#stopped)
            return;
        const guess = likelyEntry(entries, requirement.specifier);
        if (guess === undefined || (guess.kind === 'index' && guess.candidate.format === 'sdist'))
            return;
        const answer = await this.#knowledge.metadata(guess, { urgent: false });
        if (this.#stopped || answer.kind !== 'metadata')
            return;
        for (const dependency of activeRequirements(answer.metadata, this.#environment, extras))
            this.visit(dependency);
    }
}

;// CONCATENATED MODULE: ./build/resolve/resolve.js









async function resolveRequirements(parts) {
    return parts.events.during({ task: 'resolve', resource: 'cpu' }, async () => {
        const applies = (user) => user.marker === undefined || marker_evaluation_evaluateMarker(user.marker, parts.environment);
        const constraints = parts.set.constraints.filter(applies);
        const wanted = parts.set.requirements.filter(applies);
        const kept = parts.needsFiles ? undefined : await resolveFromInstalled(parts, { wanted, constraints });
        if (kept !== undefined)
            return kept;
        const budget = parts.timeoutMs === undefined ? undefined : startBudget(parts.clock, parts.timeoutMs);
        const signal = budget === undefined ? parts.signal : AbortSignal.any([parts.signal, budget.timeUp]);
        const knowledge = new Knowledge({ ...parts, signal }, constraints);
        const walker = parts.speculate ? new Walker(knowledge, parts.environment) : undefined;
        try {
            for (const user of wanted)
                if (user.name !== undefined && user.direct === undefined)
                    walker?.visit({ ...user, name: user.name, extras: [...user.extras], url: undefined });
            const requirements = await nameRequirements(wanted, knowledge);
            let losses = 0;
            for (;;) {
                const resolution = await attempt_attempt(parts, { knowledge, walker, requirements, constraints, timeUp: budget?.timeUp }).catch((error) => {
                    if (!isLostPage(error) || losses === MOST_LOSSES)
                        throw error;
                    losses += 1;
                    parts.lookup.forget();
                });
                if (resolution !== undefined)
                    return resolution;
                knowledge.forgetUniverses();
            }
        }
        catch (error) {
            throw parts.isOffline && (0,errors/* isUserError */.iU)(error) && LISTED_OFFLINE.has(error.code) ? withMissing(error, await listMissing(wanted.flatMap(asNeed), knowledge, parts.environment)) : error;
        }
        finally {
            budget?.end();
            walker?.stop();
            knowledge.dropSpeculation();
        }
    });
}
const MOST_LOSSES = 2;
const LISTED_OFFLINE = new Set(['package-unknown', 'index-unreachable']);
function asNeed({ name, extras, specifier, text, direct }) {
    return name === undefined || direct !== undefined ? [] : [{ name, extras: [...extras], specifier, text, by: undefined }];
}
function startBudget(clock, timeoutMs) {
    const [timeUp, ending] = [new AbortController(), new AbortController()];
    clock.sleep(timeoutMs, ending.signal).then(() => timeUp.abort(timeoutError()), () => undefined);
    return { timeUp: timeUp.signal, end: () => ending.abort() };
}
async function nameRequirements(wanted, knowledge) {
    const named = await Promise.all(wanted.map(async (user) => {
        if (user.direct === undefined && user.name !== undefined)
            return { name: user.name, user };
        if (user.direct === undefined)
            throw new Error(`the requirement ${user.text} has neither a name nor a place`);
        const { candidate } = await knowledge.direct({ source: user.direct, name: user.name, user });
        return { name: candidate.name, user };
    }));
    return named;
}

;// CONCATENATED MODULE: ./build/run/resolve-run.js



function resolveRun({ run, means, parts, sources, needsFiles, onTaken }, context) {
    const { environment, requests } = run;
    const readRequirement = requirementReader();
    return resolveRequirements({
        set: requests.set,
        policy: requests.policy,
        environment: environment.target.environment,
        pythonVersion: pythonVersionOf(environment.target),
        tags: environment.target.tags,
        needsFiles,
        speculate: means.limits.speculate,
        onTaken,
        timeoutMs: requests.policy.resolveTimeoutMs,
        lookup: parts.lookup,
        metadata: parts.metadata,
        direct: sources.direct(),
        sources: sources.metadata(),
        installed: installedFor(run),
        installedMetadata: (distribution) => Promise.resolve(readInstalled(distribution, readRequirement)),
        isOffline: parts.isOffline,
        keptProjects: parts.keptProjects,
        events: context.events,
        clock: context.clock,
        signal: context.signal,
    });
}

;// CONCATENATED MODULE: ./build/standards/shape.js

class Misfit extends Error {
    name = 'Misfit';
}
function shape_reading(read) {
    try {
        return (0,kernel_parsed/* parsed */.Y)(read());
    }
    catch (error) {
        if (error instanceof Misfit)
            return (0,kernel_parsed/* notParsed */.l)(error.message);
        throw error;
    }
}
function shape_misfit(path, message) {
    throw new Misfit(path === '' ? message : `${path}: ${message}`);
}
function shape_shapeOf(value, path = '') {
    if (shape_kindOf(value) !== 'a table')
        shape_misfit(path, `expected a table, found ${shape_kindOf(value)}`);
    return { path, members: value };
}
function shape_pathOf(shape, key) {
    return shape.path === '' ? key : `${shape.path}.${key}`;
}
function shape_memberOf(shape, key) {
    return Object.hasOwn(shape.members, key) ? (shape.members[key] ?? undefined) : undefined;
}
function shape_textAt(shape, key) {
    const value = shape_memberOf(shape, key);
    if (value !== undefined && typeof value !== 'string')
        shape_misfit(shape_pathOf(shape, key), `expected a string, found ${shape_kindOf(value)}`);
    return value;
}
function shape_booleanAt(shape, key) {
    const value = shape_memberOf(shape, key);
    if (value !== undefined && typeof value !== 'boolean')
        shape_misfit(shape_pathOf(shape, key), `expected true or false, found ${shape_kindOf(value)}`);
    return value;
}
function shape_integerAt(shape, key) {
    const value = shape_memberOf(shape, key);
    if (value === undefined || (typeof value === 'number' && Number.isSafeInteger(value)))
        return value;
    return shape_misfit(shape_pathOf(shape, key), `expected a whole number, found ${shape_kindOf(value)}`);
}
function shape_tableAt(shape, key) {
    const value = shape_memberOf(shape, key);
    return value === undefined ? undefined : shape_shapeOf(value, shape_pathOf(shape, key));
}
function listAt(shape, key) {
    const value = shape_memberOf(shape, key);
    if (value === undefined)
        return undefined;
    const path = shape_pathOf(shape, key);
    if (!Array.isArray(value))
        shape_misfit(path, `expected a list, found ${shape_kindOf(value)}`);
    return value.map((item, index) => ({ value: item, path: `${path}[${index}]` }));
}
function shape_textsAt(shape, key) {
    return listAt(shape, key)?.map(({ value, path }) => typeof value === 'string' ? { value, path } : shape_misfit(path, `expected a string, found ${shape_kindOf(value)}`));
}
function shape_tablesAt(shape, key) {
    return listAt(shape, key)?.map(({ value, path }) => shape_shapeOf(value, path));
}
function shape_required(value, shape, key) {
    return value ?? shape_misfit(shape_pathOf(shape, key), 'a value is required');
}
function shape_fitting(result, path) {
    return result.ok ? result.value : shape_misfit(path, result.message);
}
function shape_parsedAt(shape, key, parse) {
    const text = shape_textAt(shape, key);
    return text === undefined ? undefined : shape_fitting(parse(text), shape_pathOf(shape, key));
}
function shape_kindOf(value) {
    if (value === null || value === undefined)
        return 'nothing';
    if (Array.isArray(value))
        return 'a list';
    if (value instanceof Date)
        return 'a date';
    switch (typeof value) {
        case 'string':
            return 'a string';
        case 'boolean':
            return 'true or false';
        case 'number':
        case 'bigint':
            return 'a number';
        default:
            return 'a table';
    }
}

;// CONCATENATED MODULE: ./build/run/written-question.js






const written_question_FORMAT = 1;
const MAX_LENGTH = 1 << 20;
function writeQuestion(asked, { basis }, context) {
    const question = questionOf(asked, context);
    if (question === undefined || basis === undefined)
        return undefined;
    const { requests: { set, policy, indexes, network }, environment: { target }, indexUrls } = asked;
    if (indexes.findLinks.length > 0)
        return undefined;
    const { version, environment, tags } = target;
    const said = ({ text, hashes }) => ({ text, hashes });
    const names = [...new Set(basis.flatMap(({ name }) => name ?? []))].sort();
    const written = JSON.stringify({ format: written_question_FORMAT, requirements: set.requirements.map(said), constraints: set.constraints.map(said), policy, target: { version, environment, tags }, places: placesMark({ indexes, network, indexUrls }), names });
    const read = readQuestion(written);
    return read !== undefined && questionOf(asQuestion(read, { indexes, network, target, indexUrls }), context) === question ? written : undefined;
}
function readQuestion(text) {
    if (text.length > MAX_LENGTH)
        return undefined;
    const read = shape_reading(() => questionIn(shape_shapeOf(asJson(text))));
    return read.ok ? read.value : undefined;
}
function asQuestion({ set, policy, target }, { indexes, network, target: own, indexUrls }) {
    return { requests: { set, policy, indexes, network, locked: [] }, environment: { target: { ...own, ...target }, installed: new Map() }, indexUrls };
}
function placesMark({ indexes: { strategy, owners, findLinks }, network, indexUrls }) {
    return (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify([indexUrls, findLinks.map(({ value }) => value), strategy, owners.map(({ pattern, url }) => [pattern, url]), network.trustedHosts])).digest('hex');
}
function asJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function questionIn(shape) {
    if (shape_integerAt(shape, 'format') !== written_question_FORMAT)
        shape_misfit('format', `expected ${written_question_FORMAT}`);
    const target = shape_required(shape_tableAt(shape, 'target'), shape, 'target');
    const environment = shape_required(shape_tableAt(target, 'environment'), target, 'environment');
    return {
        set: { requirements: written_question_requirementsAt(shape, 'requirements'), constraints: written_question_requirementsAt(shape, 'constraints') },
        policy: shape_required(shape_tableAt(shape, 'policy'), shape, 'policy').members,
        target: {
            version: shape_required(shape_textAt(target, 'version'), target, 'version'),
            environment: Object.fromEntries(Object.keys(environment.members).map((name) => [name, shape_required(shape_textAt(environment, name), environment, name)])),
            tags: shape_required(shape_textsAt(target, 'tags'), target, 'tags').map(({ value }) => value),
        },
        places: shape_required(shape_textAt(shape, 'places'), shape, 'places'),
        names: shape_required(shape_textsAt(shape, 'names'), shape, 'names').map(({ value, path }) => nameIn(value, path)),
    };
}
function nameIn(text, path) {
    const name = names_normalizeName(text);
    return names_isProjectName(text) && name === text ? name : shape_misfit(path, 'expected the normalized name of a project');
}
function written_question_requirementsAt(shape, key) {
    return shape_required(shape_tablesAt(shape, key), shape, key).map((item) => {
        const text = shape_required(shape_textAt(item, 'text'), item, 'text');
        const requirement = requirements_parseRequirement(text);
        if (!requirement.ok || requirement.value.url !== undefined)
            return shape_misfit(item.path, 'expected a requirement by name');
        const { name, extras, specifier, marker } = requirement.value;
        return { name, extras, specifier, marker, direct: undefined, hashes: hashesIn(item), configSettings: {}, origin: { kind: 'argument', text }, text };
    });
}
function hashesIn(item) {
    return shape_required(shape_tablesAt(item, 'hashes'), item, 'hashes').map((hash) => {
        const algorithm = shape_required(shape_textAt(hash, 'algorithm'), hash, 'algorithm');
        const hex = shape_memberOf(hash, 'hex');
        return (0,kernel_hash/* isHashAlgorithm */.aZ)(algorithm) && typeof hex === 'string' && /^[0-9a-f]+$/i.test(hex) ? { algorithm, hex } : shape_misfit(hash.path, 'expected a hash');
    });
}

;// CONCATENATED MODULE: ./build/run/answer-ahead.js













async function answerAhead({ question, args, metadataReady }, context) {
    const early = readEarlyOptions(command_line_parseCommandLine(args), context);
    const means = await openMeans(early.options, context);
    try {
        const own = await readOwn(early, means, context);
        if (placesMark(own) !== question.places)
            return false;
        return await answer({ run: asQuestion(question, own), basePython: own.target.python, names: question.names, means: { ...means, storeReady: metadataReady.then(() => undefined) } }, context);
    }
    finally {
        await means.pool.close();
        await means.storeFolder.close();
    }
}
async function readOwn(early, means, context) {
    const { world, secrets } = context;
    const target = await environment_locate(early.options.target.python?.value, means.storeFolder, context);
    const config = pip_config_readPipConfig(world, { home: target, isIsolated: early.isIsolated });
    const { values } = install_options_readInstallOptions(early.line, config.settings, world);
    const indexes = index_settings_readIndexSettings(index_settings_startIndexes(values, world), values);
    return { indexes, network: network_settings_readNetwork(values, world, secrets), target, indexUrls: await index_urls_findIndexes(indexes, { ...target, storeFolder: means.storeFolder }, context) };
}
async function answer({ run, basePython, names, means }, context) {
    const { environment: { target }, requests, indexUrls } = run;
    const parts = openParts({ ...means, requests, target, basePython, pythonVersion: pythonVersionOf(target), indexUrls, isNeededWhole: () => false }, context);
    try {
        await readPages(names, parts.lookup, context);
        await means.storeReady;
        const resolution = await resolveRun({ run, means, parts: { ...parts, metadata: publishedAlone(parts.metadata) }, sources: NO_SOURCES, needsFiles: false }, context);
        await openResolutionMemo({ run, means, parts }, context).keep(resolution);
        return resolution.basis !== undefined;
    }
    finally {
        await parts.close();
    }
}
async function readPages(names, lookup, { signal }) {
    await Promise.allSettled(names.map((name) => lookup.list(name, { signal, urgent: true })));
}
function publishedAlone(metadata) {
    return {
        read: (candidate, terms) => (typeof candidate.file.coreMetadata === 'boolean' ? Promise.reject(new Error(`no hash of the metadata of ${candidate.file.filename} is published`)) : metadata.read(candidate, terms)),
    };
}
const leave = () => Promise.reject(new Error('left to the run itself'));
const NO_SOURCES = { direct: () => ({ read: leave }), metadata: () => ({ read: leave }) };

;// CONCATENATED MODULE: ./build/run/version.js
const version_VERSION = '0.1.0';

;// CONCATENATED MODULE: ./build/standards/shell-words.js

const BLANKS = ' \t\r\n';
function shell_words_splitShellWords(text) {
    const words = [];
    let word;
    for (let at = 0; at < text.length;) {
        const character = text.charAt(at);
        if (BLANKS.includes(character)) {
            if (word !== undefined)
                words.push(word);
            word = undefined;
            at += 1;
            continue;
        }
        const part = shell_words_readPart(text, at);
        if (!part.ok)
            return part;
        word = { text: (word?.text ?? '') + part.value.text, offset: word?.offset ?? at };
        at = part.value.end;
    }
    if (word !== undefined)
        words.push(word);
    return (0,kernel_parsed/* parsed */.Y)(words);
}
function shell_words_readPart(text, at) {
    switch (text.charAt(at)) {
        case "'":
            return readSingleQuoted(text, at);
        case '"':
            return readDoubleQuoted(text, at);
        case '\\':
            return at + 1 < text.length ? (0,kernel_parsed/* parsed */.Y)({ text: text.charAt(at + 1), end: at + 2 }) : (0,kernel_parsed/* notParsed */.l)('No escaped character', at);
        default: {
            const plain = /[^ \t\r\n'"\\]+/y;
            plain.lastIndex = at;
            const run = plain.exec(text)?.[0] ?? '';
            return (0,kernel_parsed/* parsed */.Y)({ text: run, end: at + run.length });
        }
    }
}
function readSingleQuoted(text, at) {
    const end = text.indexOf("'", at + 1);
    return end === -1 ? (0,kernel_parsed/* notParsed */.l)('No closing quotation', at) : (0,kernel_parsed/* parsed */.Y)({ text: text.slice(at + 1, end), end: end + 1 });
}
function readDoubleQuoted(text, from) {
    const parts = [];
    let at = from + 1;
    for (;;) {
        const plain = /[^"\\]*/y;
        plain.lastIndex = at;
        const run = plain.exec(text)?.[0] ?? '';
        parts.push(run);
        at += run.length;
        const character = text.charAt(at);
        if (character === '')
            return (0,kernel_parsed/* notParsed */.l)('No closing quotation', from);
        if (character === '"')
            return (0,kernel_parsed/* parsed */.Y)({ text: parts.join(''), end: at + 1 });
        const next = text.charAt(at + 1);
        if (next === '')
            return (0,kernel_parsed/* notParsed */.l)('No escaped character', at);
        parts.push(next === '"' || next === '\\' ? next : `\\${next}`);
        at += 2;
    }
}

;// CONCATENATED MODULE: ./build/github/arguments.js





function toArguments(inputs, facts) {
    const each = (flag, values) => values.flatMap((value) => [flag, value]);
    const given = (flag, value) => (value === undefined ? [] : [flag, value]);
    return [
        'install',
        ...each('-r', facts.files.requirements),
        ...each('-c', facts.files.constraints),
        ...each('--extra', inputs.extras),
        ...each('--group', inputs.groups),
        ...given('--python', inputs.pythonPath ?? facts.pythonPath),
        ...given('--venv', facts.venv),
        ...given('--index-url', inputs.indexUrl),
        ...each('--extra-index-url', inputs.extraIndexUrls),
        ...(inputs.sdists === 'refuse' ? ['--only-binary', ':all:'] : []),
        ...(inputs.compile ? ['--compile'] : []),
        ...['--jobs', inputs.jobs],
        ...['--file-conflicts', inputs.fileConflicts],
        ...each('--allow-overwrite', inputs.allowOverwrite),
        ...(facts.store.kind === 'none' ? ['--no-cache-dir'] : given('--cache-dir', facts.store.kind === 'folder' ? facts.store.path : undefined)),
        '--no-color', '--progress', 'off',
        ...splitPipArgs(inputs.pipArgs),
        ...inputs.packages.flatMap(splitPackages),
    ];
}
const MISPLACED = {
    help: 'it shows what the command line can do, and installs nothing',
    version: 'it shows a version, and installs nothing',
    repair: 'it belongs to check',
    'cache-budget-mb': 'the action has an input of that name',
};
function checkPipArgs(pipArgs) {
    const { settings } = parseCommandLine(['install', ...splitPipArgs(pipArgs)]);
    for (const { option } of settings) {
        const why = MISPLACED[option.field];
        if (why !== undefined)
            throw new UserError('usage', `pip-args: --${option.long[0]} has no place here: ${why}`);
    }
}
function splitPipArgs(text) {
    const words = arguments_wordsOf('pip-args', withoutShellComments(text));
    const start = /^pip3?$/.test(words[0] ?? '') ? 1 : 0;
    if (words[start] === 'install')
        throw new errors/* UserError */.yo('usage', `pip-args: ${words.slice(0, start + 1).join(' ')} is said already`, { hint: 'only what follows it belongs into pip-args' });
    return words;
}
function withoutShellComments(text) {
    return text.replace(/'[^']*'|"(?:\\[\s\S]|[^"\\])*"|\\(?:\r\n|[\s\S])|(^|\s)#[^\r\n]*/g, (part, before) => (/^\\\r?\n$/.test(part) ? '' : before ?? part));
}
function arguments_wordsOf(input, text) {
    const words = shell_words_splitShellWords(text);
    if (!words.ok)
        throw new errors/* UserError */.yo('usage', `${input}: ${words.message}`, { details: [text] });
    return words.value.map((word) => word.text);
}
function asksForMore(pipArgs) {
    const { settings, positionals } = parseCommandLine(['install', ...splitPipArgs(pipArgs)]);
    return positionals.length > 0 || settings.some(({ option }) => ['requirement', 'editable', 'group', 'requirements-from-script'].includes(option.field));
}
function namesFile(args, file, cwd) {
    const { settings } = parseCommandLine(args);
    return settings.some(({ option, value }) => option.field === 'requirement' && path.resolve(cwd, value) === path.resolve(cwd, file));
}
function splitPackages(line) {
    if (requirements_parseRequirement(line).ok)
        return [line];
    if (/^\[.*\]$|^-\s/.test(line))
        throw new errors/* UserError */.yo('usage', `packages: no list of YAML or JSON is expected: ${line}`, { hint: 'write each on a line of its own (packages: |), without dashes, brackets or quotes' });
    const words = arguments_wordsOf('packages', line);
    if (/^pip3? install\b/.test(line))
        throw new errors/* UserError */.yo('usage', 'packages: names are expected, without pip install', { details: [line] });
    if (words.some((word) => word.endsWith(',') && requirements_parseRequirement(word.slice(0, -1)).ok))
        throw new errors/* UserError */.yo('usage', `packages: commas do not separate packages: ${line}`, { hint: 'write each on a line of its own, or blanks between them' });
    return words;
}

;// CONCATENATED MODULE: ./build/github/inputs.js




function readInputs(env) {
    const problems = [];
    const reader = openReader(env, problems);
    const inputs = inputs_readAll(reader);
    if (inputs.pythonPath !== undefined && inputs.pythonVersion !== undefined)
        problems.push('python-version and python-path cannot be used together');
    const [first, ...others] = problems;
    if (first !== undefined)
        throw new errors/* UserError */.yo('usage', first, { details: others, hint: 'README.md of the action lists its inputs and their values' });
    return inputs;
}
function misspelledInputs(env) {
    const known = new Set();
    inputs_readAll(openReader(env, [], (name) => known.add(name)));
    const given = Object.keys(env).flatMap((name) => (name.startsWith('INPUT_') && env[name] !== '' ? [name.slice('INPUT_'.length).toLowerCase()] : []));
    return given.filter((name) => !known.has(name)).map((name) => ({ name, near: nearNames(name, known) })).filter(({ near }) => near.length > 0);
}
function inputs_readAll({ text, optional, single, folder, atHome, lines, oneOf, flag, toggle, number }) {
    return {
        requirements: lines('requirements'),
        packages: lines('packages'),
        constraints: lines('constraints'),
        extras: lines('extras', /[\s,]+/),
        groups: lines('groups', /[\s,]+/),
        pythonVersion: single('python-version'),
        pythonPath: atHome('python-path'),
        venv: folder('venv'),
        activateEnvironment: toggle('activate-environment'),
        indexUrl: single('index-url'),
        extraIndexUrls: lines('extra-index-url', /\s+|,(?=[a-z]+:)/),
        sdists: oneOf('sdists', ['allow', 'refuse']),
        compile: flag('compile', false),
        pipArgs: text('pip-args'),
        jobs: single('jobs')?.toLowerCase() ?? 'auto',
        cache: text('cache').toLowerCase() === 'local' ? 'local' : toggle('cache'),
        cacheSuffix: single('cache-suffix') ?? '',
        cacheDependencyGlob: lines('cache-dependency-glob'),
        cacheBudgetMb: number('cache-budget-mb'),
        restoreCache: flag('restore-cache', true),
        saveCache: toggle('save-cache'),
        earlyRestore: flag('early-restore', true),
        fileConflicts: oneOf('file-conflicts', ['error', 'warn']),
        allowOverwrite: lines('allow-overwrite', /[\r\n,]+/),
        compare: oneOf('compare', ['estimate', 'serial', 'pip', 'off']),
        summary: flag('summary', true),
        trace: flag('trace', false),
        artifact: flag('artifact', false),
        workingDirectory: external_node_path_.normalize(atHome('working-directory') ?? '.').replace(/(?<=[^/\\])[/\\]$/, ''),
        githubToken: optional('github-token'),
        leg: text('leg'),
    };
}
function withoutComments(text) {
    return text.replace(/(^|[ \t])#.*$/gm, '');
}
const TRUE = ['true', 'True', 'TRUE'];
const FALSE = ['false', 'False', 'FALSE'];
function openReader(env, problems, onName = () => undefined) {
    const text = (name) => {
        onName(name);
        return (env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '').trim();
    };
    const wrong = (name, wanted) => void problems.push(`${name}: expected ${wanted}, not ${JSON.stringify(text(name))}`);
    const boolean = (name) => (TRUE.includes(text(name)) ? true : FALSE.includes(text(name)) ? false : undefined);
    const single = (name) => {
        if (/[\r\n]/.test(text(name)))
            wrong(name, 'one line');
        return text(name) === '' ? undefined : text(name);
    };
    return {
        text,
        optional: (name) => (text(name) === '' ? undefined : text(name)),
        single,
        folder: (name) => {
            if (boolean(name) !== undefined)
                wrong(name, 'the name of a folder (activate-environment is true or false)');
            return single(name);
        },
        atHome: (name) => {
            const value = single(name);
            return value?.startsWith('~') === true ? expandUser(value, env['HOME'] ?? env['USERPROFILE'] ?? '') : value;
        },
        lines: (name, separator = /\r?\n/) => withoutComments(text(name)).split(separator).map((line) => line.trim()).filter((line) => line !== ''),
        oneOf: (name, choices) => {
            const found = choices.find((choice) => choice === text(name).toLowerCase());
            if (found === undefined && text(name) !== '')
                wrong(name, choices.join(' or '));
            return found ?? choices[0];
        },
        flag: (name, byDefault) => {
            const value = boolean(name);
            if (value === undefined && text(name) !== '')
                wrong(name, 'true or false');
            return value ?? byDefault;
        },
        toggle: (name) => {
            const value = boolean(name);
            if (value === undefined && !['', 'auto'].includes(text(name).toLowerCase()))
                wrong(name, name === 'cache' ? 'auto, true, false or local' : 'auto, true or false');
            return value ?? 'auto';
        },
        number: (name) => {
            if (text(name) === '')
                return undefined;
            const value = Number(text(name));
            if (!/^\d+(\.\d+)?$/.test(text(name)) || value <= 0)
                wrong(name, 'a number above 0');
            return value;
        },
    };
}

;// CONCATENATED MODULE: ./build/shell/proc-files.js

function readProc(name) {
    if (process.platform !== 'linux')
        return undefined;
    try {
        return (0,external_node_fs_.readFileSync)(`/proc/${name}`, 'latin1');
    }
    catch {
        return undefined;
    }
}
function proc_files_statFields(pid) {
    const text = readProc(`${pid}/stat`);
    return text?.slice(text.lastIndexOf(')') + 2).split(' ');
}

;// CONCATENATED MODULE: ./build/github/process-tree.js



function isAlive(pid) {
    try {
        process.kill(pid, 0);
        return proc_files_statFields(String(pid))?.[0] !== 'Z';
    }
    catch {
        return false;
    }
}
function killTree(pid) {
    if (pid === undefined)
        return;
    try {
        if (process.platform === 'win32')
            spawn('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true }).on('error', () => undefined);
        else
            process.kill(-pid, 'SIGKILL');
    }
    catch {
    }
}
function workBelow(leader) {
    if (leader === undefined || process.platform === 'win32')
        return '';
    try {
        const programs = (process.platform === 'linux' ? groupOfProc(leader) : groupOfPs(leader)).filter(({ pid }) => pid !== leader);
        const isBusy = programs.some(({ state }) => /^[RD]/.test(state));
        return programs.map(({ pid, time }) => `${pid} ${time}`).join(', ') + (isBusy ? ` at ${performance.now()}` : '');
    }
    catch {
        return '';
    }
}
function groupOfProc(group) {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => {
        const fields = statFields(name) ?? [];
        return Number(fields[2]) === group ? [{ pid: Number(name), state: fields[0] ?? '', time: fields.slice(11, 15).join('+') }] : [];
    });
}
function groupOfPs(group) {
    const lines = execFileSync('ps', ['-A', '-o', 'pid=,pgid=,state=,time='], { encoding: 'utf8' }).split('\n').map((line) => line.trim().split(/\s+/));
    return lines.filter(([, pgid]) => Number(pgid) === group).map(([pid, , state = '', time = '']) => ({ pid: Number(pid), state, time }));
}

;// CONCATENATED MODULE: ./build/github/transfer-folder.js



const ENTRY_PATH = 'parallel-pip-cache';
const POINTER_FILE = 'pointer.json';
function transferFolder(root) {
    const work = external_node_path_.join(root, 'work');
    return { root, work, temporary: external_node_path_.join(root, 'tmp'), entry: external_node_path_.join(work, ENTRY_PATH), log: external_node_path_.join(root, 'log.txt'), request: external_node_path_.join(root, 'request.json'), question: external_node_path_.join(root, 'question.txt'), history: external_node_path_.join(root, 'history.json') };
}
function arrivalOf(folder) {
    const elsewhere = readState(folder)?.elsewhere;
    return elsewhere === undefined ? folder : transferFolder(elsewhere);
}
function writeState(folder, state) {
    transfer_folder_writeWhole(folder, 'state.json', state);
}
function readState(folder) {
    return transfer_folder_readIfThere(folder, 'state.json');
}
function writeAnswerState(folder, state) {
    transfer_folder_writeWhole(folder, 'answer.json', state);
}
function readAnswerState(folder) {
    return transfer_folder_readIfThere(folder, 'answer.json');
}
function transfer_folder_writeWhole({ root }, name, value) {
    const draft = external_node_path_.join(root, `${name}.${process.pid}`);
    (0,external_node_fs_.writeFileSync)(draft, JSON.stringify(value));
    rename_renameFile(draft, external_node_path_.join(root, name));
}
function transfer_folder_readIfThere({ root }, name) {
    try {
        return JSON.parse((0,external_node_fs_.readFileSync)(external_node_path_.join(root, name), 'utf8'));
    }
    catch {
        return undefined;
    }
}
const transfer_folder_TAIL_BYTES = 16_384;
function movedBytes(folder) {
    const told = [...tail(folder.log).matchAll(/(?:Received|Sent|Uploaded) (\d+) of|Cache Size: .*\((\d+) B\)|File Size: (\d+)/g)].map(([, moved, received, sent]) => Number(moved ?? received ?? sent));
    const archive = sizeBelow(folder.temporary);
    return { transferred: Math.max(0, ...told, archive), onDisk: archive + sizeBelow(folder.work) };
}
function tail(file) {
    try {
        const size = statSync(file).size;
        const handle = openSync(file, 'r');
        try {
            const bytes = Buffer.alloc(Math.min(size, transfer_folder_TAIL_BYTES));
            readSync(handle, bytes, 0, bytes.length, size - bytes.length);
            return bytes.toString('utf8');
        }
        finally {
            closeSync(handle);
        }
    }
    catch {
        return '';
    }
}
function sizeBelow(folder) {
    let size = 0;
    try {
        for (const entry of readdirSync(folder, { withFileTypes: true })) {
            const inside = path.join(folder, entry.name);
            if (entry.isDirectory())
                size += sizeBelow(inside);
            else if (entry.isFile())
                size += statSync(inside).size;
        }
    }
    catch {
    }
    return size;
}

;// CONCATENATED MODULE: ./build/github/answer-program.js
















async function runAnswerProgram(root) {
    const folder = transferFolder(root);
    const started = { pid: process.pid, startedMs: Date.now() };
    writeAnswerState(folder, started);
    const isAnswered = await answer_program_answer(folder).catch((error) => {
        process.stderr.write(`${(0,errors/* messageOf */.bD)(error)}\n`);
        return false;
    });
    writeAnswerState(folder, { ...started, tookMs: Date.now() - started.startedMs, isAnswered });
}
async function answer_program_answer(folder) {
    const question = readQuestion((0,external_node_fs_.readFileSync)(folder.question, 'utf8'));
    const request = JSON.parse((0,external_node_fs_.readFileSync)(folder.request, 'utf8'));
    if (question === undefined || request.kind !== 'restore-pointed' || request.ahead === undefined)
        return false;
    const { ahead } = request;
    const secrets = new kernel_secrets/* Secrets */.Sb();
    const context = {
        world: { ...processWorld(), cwd: ahead.cwd }, events: new EventBus(systemClock), clock: systemClock, secrets, signal: new AbortController().signal,
        workerPath: ahead.workerPath, version: version_VERSION, readStdin: () => Promise.resolve(Buffer.alloc(0)),
    };
    return answerAhead({ question, args: argumentsAhead(ahead), metadataReady: takeMetadata(folder, ahead.storeRoot) }, context);
}
function argumentsAhead({ storeRoot, cwd }) {
    const { pythonPath, ...inputs } = readInputs(process.env);
    const python = pythonPath !== undefined && (0,external_node_fs_.existsSync)(external_node_path_.resolve(cwd, pythonPath)) ? pythonPath : undefined;
    return toArguments({ ...inputs, pythonPath: python, packages: [] }, { files: { requirements: [], constraints: [] }, pythonPath: undefined, venv: undefined, store: { kind: 'folder', path: storeRoot } });
}
const POLL_MS = 20;
async function takeMetadata(folder, storeRoot) {
    for (;;) {
        const arrival = arrivalOf(folder);
        const state = readState(arrival);
        if (state === undefined || (state.answer === undefined && !isAlive(state.pid)))
            return;
        if (state.answer !== undefined)
            return state.answer.kind === 'restored' ? shareMetadata(arrival.entry, storeLayout(storeRoot)) : undefined;
        await systemClock.sleep(POLL_MS);
    }
}


/***/ }),

/***/ 6641:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FE: () => (/* binding */ withDetails),
/* harmony export */   HB: () => (/* binding */ unreachable),
/* harmony export */   Ni: () => (/* binding */ isUnanswered),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   iU: () => (/* binding */ isUserError),
/* harmony export */   m4: () => (/* binding */ userErrorFromData),
/* harmony export */   n$: () => (/* binding */ withOuterReasons),
/* harmony export */   vq: () => (/* binding */ systemErrorCode),
/* harmony export */   yo: () => (/* binding */ UserError),
/* harmony export */   zT: () => (/* binding */ userErrorToData)
/* harmony export */ });
/* unused harmony exports withContext, isNotThere */
class UserError extends Error {
    code;
    hint;
    origin;
    because;
    details;
    constructor(code, message, details = {}) {
        super(message, details.cause === undefined ? undefined : { cause: details.cause });
        this.name = 'UserError';
        this.code = code;
        this.hint = details.hint;
        this.origin = details.origin;
        this.because = details.because ?? [];
        this.details = details.details ?? [];
    }
}
function isUserError(error) {
    return error instanceof UserError || (typeof error === 'object' && error !== null && error.name === 'UserError');
}
function userErrorToData(error) {
    const { code, message } = error;
    return { code, message, ...saidOf(error) };
}
function userErrorFromData(data) {
    return new UserError(data.code, data.message, data);
}
function withContext(error, context) {
    return new UserError(error.code, error.message, {
        ...context,
        ...saidOf(error),
        because: error.because.length > 0 ? error.because : (context.because ?? []),
        details: error.details.length > 0 ? error.details : (context.details ?? []),
        cause: error.cause ?? context.cause,
    });
}
function withOuterReasons(error, outer) {
    return new UserError(error.code, error.message, { ...saidOf(error), because: [...outer, ...error.because], cause: error.cause });
}
function withDetails(error, more) {
    return new UserError(error.code, error.message, { ...saidOf(error), details: [...error.details, ...more], cause: error.cause });
}
function saidOf({ hint, origin, because, details }) {
    return { ...(hint === undefined ? {} : { hint }), ...(origin === undefined ? {} : { origin }), because, details };
}
function systemErrorCode(error) {
    const code = typeof error === 'object' && error !== null ? error.code : undefined;
    return typeof code === 'string' ? code : undefined;
}
function isNotThere(error) {
    return ['ENOENT', 'ENOTDIR'].includes(systemErrorCode(error) ?? '');
}
function isUnanswered(error) {
    return ['EMFILE', 'ENFILE', 'EIO'].includes(systemErrorCode(error) ?? '');
}
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}
function unreachable(value) {
    throw new Error(`unreachable: ${JSON.stringify(value)}`);
}


/***/ }),

/***/ 6602:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   T2: () => (/* binding */ toSha256),
/* harmony export */   UH: () => (/* binding */ HASH_ALGORITHMS),
/* harmony export */   VR: () => (/* binding */ isSameHash),
/* harmony export */   aZ: () => (/* binding */ isHashAlgorithm),
/* harmony export */   x4: () => (/* binding */ DIGEST_BYTES)
/* harmony export */ });
const HASH_ALGORITHMS = ['sha256', 'sha512', 'sha384', 'sha224', 'sha1', 'md5'];
const DIGEST_BYTES = { sha256: 32, sha512: 64, sha384: 48, sha224: 28, sha1: 20, md5: 16 };
function isSameHash(one, other) {
    return one.algorithm === other.algorithm && one.hex.toLowerCase() === other.hex.toLowerCase();
}
function toSha256(hex) {
    const lower = hex.toLowerCase();
    return /^[0-9a-f]{64}$/.test(lower) ? lower : undefined;
}
function isHashAlgorithm(name) {
    return HASH_ALGORITHMS.includes(name);
}


/***/ }),

/***/ 7223:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ parsed),
/* harmony export */   l: () => (/* binding */ notParsed)
/* harmony export */ });
function parsed(value) {
    return { ok: true, value };
}
function notParsed(message, offset = 0) {
    return { ok: false, message, offset };
}


/***/ }),

/***/ 6913:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BO: () => (/* binding */ redactUrl),
/* harmony export */   Sb: () => (/* binding */ Secrets)
/* harmony export */ });
/* unused harmony export redactPlace */
/* harmony import */ var _url_secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(885);

const MASK = '****';
const USERINFO = /(?<=\b[a-z][a-z0-9+.-]*):\/\/[^/?#\s"'<>]*@/gi;
class Secrets {
    #values = [];
    add(value) {
        if (value.length < 4 || this.#values.includes(value))
            return;
        const forms = [value, encodeURIComponent(value.toWellFormed()), ...['utf8', 'latin1'].map((encoding) => Buffer.from(value, encoding).toString('base64'))];
        this.#values = [...new Set([...this.#values, ...forms])].sort((one, other) => other.length - one.length);
    }
    list() {
        return this.#values;
    }
    mask(text) {
        let masked = redactUrl(text);
        for (const value of this.#values)
            masked = masked.replaceAll(value, MASK);
        return masked;
    }
}
function redactUrl(url) {
    return (0,_url_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .maskParameters */ .J2)(url.replace(USERINFO, `://${MASK}@`), MASK);
}
function redactPlace(url) {
    return pathTokens(url).reduce((text, token) => text.replace(token, MASK), redactUrl(url));
}


/***/ }),

/***/ 2321:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ whyUnreadable)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6641);

const WHY = {
    ENOENT: 'there is no such file', ENOTDIR: 'there is no such file', EISDIR: 'it is a folder', EACCES: 'permission was denied', EPERM: 'permission was denied',
};
function whyUnreadable(error) {
    return WHY[(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .systemErrorCode */ .vq)(error) ?? ''] ?? (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error);
}


/***/ }),

/***/ 885:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J2: () => (/* binding */ maskParameters),
/* harmony export */   Y3: () => (/* binding */ withoutTellingParameters),
/* harmony export */   hK: () => (/* binding */ holdsSecret)
/* harmony export */ });
/* unused harmony export pathTokens */
const TELLING = String.raw `[?&](?:[\w.-]*(?:token|secret|password|passwd|signature|credential|key)|sig|auth|pass|pwd)=`;
const PARAMETER = new RegExp(`(?<name>${TELLING})[^&#\\s"'<>]+`, 'gi');
function maskParameters(text, mask) {
    return text.replace(PARAMETER, (_, name) => `${name}${mask}`);
}
function withoutTellingParameters(url) {
    const [, place = '', query, fragment = ''] = /^([^?#]*)(?:\?([^#]*))?(.*)$/s.exec(url) ?? [];
    if (query === undefined)
        return url;
    const kept = query.split('&').filter((part) => maskParameters(`?${part}`, '') === `?${part}`);
    return `${place}${kept.length === 0 ? '' : `?${kept.join('&')}`}${fragment}`;
}
function pathTokens(url) {
    const path = /^https?:\/\/[^/?#]*(?<path>\/[^?#]*)/i.exec(url)?.groups?.['path'] ?? '';
    return path.split('/').filter((part) => /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d.*\d)[\w-]{16,}$/.test(part) || /^(?=.*[a-f])(?=.*\d)[\da-f]{32,}$/i.test(part));
}
function holdsSecret(url) {
    return /^[^/]*:\/\/[^/]*@/.test(url) || maskParameters(url, '') !== url || pathTokens(url).length > 0;
}


/***/ }),

/***/ 113:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ basicAuthorization),
/* harmony export */   t: () => (/* binding */ userinfoOf)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4573);

function userinfoOf(url) {
    return { username: decode(url.username), password: decode(url.password) };
}
function basicAuthorization({ username, password }) {
    const text = `${username}:${password}`;
    return `Basic ${Buffer.from(text, isLatin1(text) ? 'latin1' : 'utf8').toString('base64')}`;
}
function isLatin1(text) {
    return /^[\0-\xff]*$/.test(text);
}
function decode(text) {
    const bytes = Buffer.from(text.replace(/%([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1');
    return bytes.toString((0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes) ? 'utf8' : 'latin1');
}


/***/ }),

/***/ 3905:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Nz: () => (/* binding */ AttemptFailed),
/* harmony export */   fe: () => (/* binding */ classifyError),
/* harmony export */   mR: () => (/* binding */ isUnknownIssuer)
/* harmony export */ });
const CERTIFICATE = /^(CERT_|CRL_|DEPTH_ZERO_SELF_SIGNED|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH|ERR_TLS_CERT)/;
const TLS = /^(ERR_SSL_|ERR_OSSL|ERR_TLS_|EPROTO$|UND_ERR_PRX_TLS$)/;
const SILENCE = new Set(['ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);
const CONNECTION = new Set([
    'ECONNRESET', 'ECONNREFUSED', 'ECONNABORTED', 'EPIPE', 'ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EAI_NODATA', 'EAI_NONAME', 'EHOSTUNREACH', 'EHOSTDOWN',
    'ENETUNREACH', 'ENETDOWN', 'EADDRNOTAVAIL', 'ENOTCONN', 'UND_ERR_SOCKET', 'UND_ERR_CLOSED', 'UND_ERR_DESTROYED', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
    'UND_ERR_RESPONSE', 'UND_ERR_INFO', 'UND_ERR_REQ_RETRY', 'ERR_STREAM_PREMATURE_CLOSE', 'ERR_HTTP2_STREAM_ERROR', 'ERR_HTTP2_SESSION_ERROR',
    'ERR_HTTP2_GOAWAY_SESSION', 'ERR_HTTP2_INVALID_SESSION', 'ERR_HTTP2_STREAM_CANCEL', 'ERR_HTTP2_ERROR', 'BODY_CUT',
]);
const CONTENT = new Set(['Z_DATA_ERROR', 'Z_BUF_ERROR', 'Z_NEED_DICT', 'ERR__ERROR_FORMAT_PADDING_1', 'ERR__ERROR_FORMAT_UNREACHABLE']);
const PROXY_REFUSED = /^Proxy response \((\d+)\)/;
function classifyError(error) {
    for (let current = error, depth = 0; typeof current === 'object' && current !== null && depth < 4; depth += 1) {
        const { code, message, cause, errors } = current;
        const found = typeof code === 'string' ? classifyCode(code, typeof message === 'string' ? message : '') : undefined;
        if (found !== undefined)
            return found;
        current = cause ?? (Array.isArray(errors) ? errors[0] : undefined);
    }
    return undefined;
}
function classifyCode(code, message) {
    const refused = code === 'UND_ERR_ABORTED' ? PROXY_REFUSED.exec(message) : null;
    if (refused !== null)
        return { kind: 'proxy', status: Number(refused[1]) };
    if (code === 'UND_ERR_INVALID_ARG' && message.includes('(407)'))
        return { kind: 'proxy', status: 407 };
    if (CERTIFICATE.test(code))
        return { kind: 'certificate', code };
    if (TLS.test(code))
        return { kind: 'tls', code };
    if (SILENCE.has(code))
        return { kind: 'silence', code };
    if (CONNECTION.has(code) || code.startsWith('HPE_'))
        return { kind: 'connection', code };
    return CONTENT.has(code) ? { kind: 'content' } : undefined;
}
function isUnknownIssuer({ code }) {
    return /^(UNABLE_TO_GET_ISSUER|UNABLE_TO_VERIFY_LEAF|SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED|CERT_UNTRUSTED)/.test(code);
}
class AttemptFailed extends Error {
    failure;
    constructor(failure, message, cause) {
        super(message, cause === undefined ? undefined : { cause });
        this.failure = failure;
    }
}


/***/ }),

/***/ 8344:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L8: () => (/* binding */ proxyFinder),
/* harmony export */   YB: () => (/* binding */ proxyAuthorization),
/* harmony export */   uG: () => (/* binding */ proxiesNamed)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7030);
/* harmony import */ var _kernel_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6641);
/* harmony import */ var _kernel_secrets_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6913);
/* harmony import */ var _basic_auth_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(113);




function proxyFinder(flag, environment) {
    const variable = (name) => variableOf(environment, [name, name.toUpperCase()]);
    const bypass = (variable('no_proxy')?.value ?? '').replaceAll(' ', '').split(',').filter((entry) => entry !== '');
    const plain = environment['REQUEST_METHOD'] === undefined ? variable('http_proxy') : variableOf(environment, ['http_proxy']);
    return (url) => {
        if (flag !== undefined)
            return flag.value === '' ? undefined : proxyUrl(flag);
        const proxy = (url.protocol === 'https:' ? variable('https_proxy') : plain) ?? variable('all_proxy');
        return proxy === undefined || bypasses(url, bypass) ? undefined : proxyUrl(proxy);
    };
}
function variableOf(environment, names) {
    const name = names.find((one) => environment[one]);
    return name === undefined ? undefined : { value: environment[name] ?? '', origin: { kind: 'environment', name } };
}
function proxiesNamed(environment) {
    const names = ['http_proxy', 'https_proxy', 'all_proxy'].flatMap((name) => [name, name.toUpperCase()]);
    return names.map((name) => environment[name] ?? '').filter((value) => value !== '');
}
function proxyUrl({ value: text, origin }) {
    const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`);
    if (url === null || url.hostname === '')
        throw new _kernel_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('usage', `the proxy "${(0,_kernel_secrets_js__WEBPACK_IMPORTED_MODULE_2__/* .redactUrl */ .BO)(text)}" is not a URL`, { origin, hint: 'write it as http://host:port, with user:password@ before the host where the proxy wants them' });
    const protocol = url.protocol === 'socks5h:' ? 'socks5:' : url.protocol;
    if (!['http:', 'https:', 'socks5:'].includes(protocol)) {
        throw new _kernel_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('input-unsupported', `the proxy ${(0,_kernel_secrets_js__WEBPACK_IMPORTED_MODULE_2__/* .redactUrl */ .BO)(text)} is of a kind that cannot be used`, { origin, hint: 'http, https and socks5 proxies can' });
    }
    for (const part of ['pathname', 'search', 'hash'])
        url[part] = '';
    return url.href.replace(/^[a-z0-9]+:/, protocol);
}
function bypasses(url, entries) {
    const host = url.hostname.replace(/^\[|\]$/g, '').toLowerCase();
    const hostAndPort = url.port === '' ? host : `${host}:${url.port}`;
    if (entries.includes('*'))
        return true;
    if ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv4)(host) && entries.some((entry) => isInNetwork(host, entry)))
        return true;
    return entries.some((entry) => {
        const ending = entry.toLowerCase();
        return host.endsWith(ending) || hostAndPort.endsWith(ending) || host === ending.replace(/^\.+/, '') || `[${host}]` === ending;
    });
}
function isInNetwork(address, entry) {
    const [network = '', bits = ''] = entry.split('/');
    if (!(0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv4)(network) || !/^\d{1,2}$/.test(bits) || Number(bits) < 1 || Number(bits) > 32)
        return false;
    const block = new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList();
    block.addSubnet(network, Number(bits), 'ipv4');
    return block.check(address);
}
function proxyAuthorization(proxy) {
    if (proxy.username === '')
        return undefined;
    return (0,_basic_auth_js__WEBPACK_IMPORTED_MODULE_3__/* .basicAuthorization */ .a)((0,_basic_auth_js__WEBPACK_IMPORTED_MODULE_3__/* .userinfoOf */ .t)(proxy));
}


/***/ }),

/***/ 1521:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O2: () => (/* binding */ resolveUrl),
/* harmony export */   gr: () => (/* binding */ decodePercent),
/* harmony export */   lD: () => (/* binding */ plainUrlReader),
/* harmony export */   qP: () => (/* binding */ linkReader)
/* harmony export */ });
/* unused harmony export filenameOf */
/* harmony import */ var _kernel_hash_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6602);

const ABSOLUTE = /^https?:\/\//;
const PLAIN_PATH = /^(?:[\w.~/-]|%2B)*$/;
const FRAGMENT_HASH = /(?:^|&)(sha512|sha384|sha256|sha224|sha1|md5)=([^&]*)/;
function linkReader(baseUrl) {
    const resolve = urlResolver(baseUrl);
    return (href) => {
        const url = resolve(href);
        return url === undefined ? undefined : readLink(url);
    };
}
function plainUrlReader(baseUrl) {
    const resolve = urlResolver(baseUrl);
    return (href) => {
        if (PLAIN_URL.test(href))
            return href;
        const url = PLAIN_RELATIVE.test(href) ? resolve(href) : undefined;
        return url !== undefined && PLAIN_URL.test(url) ? url : undefined;
    };
}
const PLAIN_URL = /^https?:\/\/[\w.-]+(?::\d+)?\/[\w.~/-]*$/;
const PLAIN_RELATIVE = /^((?:\.\.\/)*)((?:[\w~-][\w.~-]*\/)*[\w~-][\w.~-]*)$/;
function urlResolver(baseUrl) {
    const base = URL.parse(baseUrl);
    const isWeb = base !== null && /^https?:$/.test(base.protocol);
    const place = isWeb ? base.href.replace(/[?#].*$/s, '') : '';
    return (href) => {
        if (ABSOLUTE.test(href))
            return href;
        const plain = isWeb ? PLAIN_RELATIVE.exec(href) : null;
        return plain === null ? resolveUrl(href, baseUrl) : folderAbove(place, (plain[1] ?? '').length / 3) + (plain[2] ?? '');
    };
}
function folderAbove(url, levels) {
    const root = pathStart(url);
    let end = url.lastIndexOf('/');
    for (let level = 0; level < levels && end > root; level += 1)
        end = url.lastIndexOf('/', end - 1);
    return url.slice(0, Math.max(end, root) + 1);
}
function resolveUrl(href, baseUrl) {
    try {
        return new URL(href, baseUrl).href;
    }
    catch {
        return undefined;
    }
}
function readLink(whole) {
    const [bare, fragment] = cutAt(whole, '#');
    const [beforeQuery, query] = cutAt(bare, '?');
    const pathAt = pathStart(beforeQuery);
    const path = beforeQuery.slice(pathAt);
    const cleaned = PLAIN_PATH.test(path) ? path : encodePath(path);
    const base = cleaned === path ? beforeQuery : beforeQuery.slice(0, pathAt) + cleaned;
    return {
        url: query === '' ? base : `${base}?${query}`,
        filename: filenameOf(path) ?? hostOf(beforeQuery.slice(0, pathAt)),
        hash: fragmentHash(fragment),
    };
}
function cutAt(text, separator) {
    const at = text.indexOf(separator);
    return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
function pathStart(url) {
    const colon = url.indexOf(':');
    if (!url.startsWith('//', colon + 1))
        return colon + 1;
    const slash = url.indexOf('/', colon + 3);
    return slash === -1 ? url.length : slash;
}
function encodePath(path) {
    const drive = /^\/[A-Za-z]:(?=\/)/.exec(path)?.[0] ?? '';
    const parts = path.slice(drive.length).split(/(@|%2F)/i);
    return drive + parts.map((part, at) => (at % 2 === 1 ? part.toUpperCase() : encodePart(part))).join('');
}
function encodePart(part) {
    return decodePercent(part)
        .toWellFormed()
        .split('/')
        .map((segment) => encodeURIComponent(segment).replace(/[!'()*]/g, percentOf))
        .join('/');
}
function percentOf(character) {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
function decodePercent(text) {
    if (!text.includes('%'))
        return text;
    try {
        return decodeURIComponent(text);
    }
    catch {
        return decodeBytewise(text);
    }
}
function decodeBytewise(text) {
    return text.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => Buffer.from(escapes.replaceAll('%', ''), 'hex').toString('utf8'));
}
function filenameOf(path) {
    const decoded = decodePercent(path);
    let end = decoded.length;
    while (end > 0 && decoded.charCodeAt(end - 1) === 47)
        end -= 1;
    const name = decoded.slice(decoded.lastIndexOf('/', end - 1) + 1, end);
    return name === '' || name === '.' || name === '..' ? undefined : name;
}
function hostOf(origin) {
    return origin.slice(origin.lastIndexOf('/') + 1).replace(/^.*@/, '');
}
function fragmentHash(fragment) {
    if (fragment === '')
        return undefined;
    const match = FRAGMENT_HASH.exec(fragment);
    const [algorithm, digest] = [match?.[1], match?.[2]];
    if (algorithm === undefined || digest === undefined || !(0,_kernel_hash_js__WEBPACK_IMPORTED_MODULE_0__/* .isHashAlgorithm */ .aZ)(algorithm))
        return undefined;
    return { algorithm, hex: digest.toLowerCase() };
}


/***/ }),

/***/ 7979:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   dC: () => (/* binding */ plainFile),
/* harmony export */   ls: () => (/* binding */ readUploadTime),
/* harmony export */   nM: () => (/* binding */ apiVersionFault)
/* harmony export */ });
function plainFile({ filename, url, hashes, requiresPython, yanked, coreMetadata, sizeBytes, uploadTimeMs }) {
    return { filename, url, hashes, requiresPython, yanked, coreMetadata, sizeBytes, uploadTimeMs };
}
function apiVersionFault(declared = '1.0') {
    const major = /^\s*(\d+)(?:\.\d+)*\s*$/.exec(declared)?.[1];
    if (major === undefined)
        return `the page declares an API version that cannot be read: ${JSON.stringify(declared)}`;
    return Number(major) < 2 ? undefined : `the page is of API version ${declared.trim()}, and only 1.x is understood`;
}
const ISO_TIME = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/i;
function readUploadTime(value) {
    if (typeof value !== 'string')
        return undefined;
    const match = ISO_TIME.exec(value);
    if (match === null)
        return undefined;
    const time = Date.parse(match[1] === undefined ? `${value}Z` : value);
    return Number.isNaN(time) ? undefined : time;
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		id: moduleId,
/******/ 		loaded: false,
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Flag the module as loaded
/******/ 	module.loaded = true;
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/node module decorator */
/******/ (() => {
/******/ 	__nccwpck_require__.nmd = (module) => {
/******/ 		module.paths = [];
/******/ 		if (!module.children) module.children = [];
/******/ 		return module;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(3412);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
