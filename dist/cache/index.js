import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

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

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

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

/***/ 8995:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:module");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

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

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 3557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 2018:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tty");

/***/ }),

/***/ 7016:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("url");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 2022:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _github_cache_program_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4478);

await (0,_github_cache_program_js__WEBPACK_IMPORTED_MODULE_0__/* .runCacheProgram */ .i)(process.argv[2] ?? '');
process.exit(0);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 4478:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  i: () => (/* binding */ runCacheProgram)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: ./build/actions-cache/keys.js

const CACHE_FORMAT = 1;
const PREFIX = 'parallel-pip';
const MAX_KEY_LENGTH = 512;
const FACT_NAMES = (/* unused pure expression or super */ null && (['format', 'os', 'arch', 'suffix', 'python', 'libc', 'inputs', 'resolution']));
function keyFacts(identity, resolution) {
    const values = { format: `v${CACHE_FORMAT}`, ...identity, suffix: identity.suffix, resolution };
    return FACT_NAMES.map((name) => ({ name, value: values[name] }));
}
function saveKey(identity, resolution) {
    return keyUpTo(keyFacts(identity, resolution), 'resolution');
}
function restoreKeys(identity) {
    const facts = keyFacts(identity, '');
    return { primary: keyUpTo(facts, 'inputs'), others: ['libc', 'suffix'].map((name) => keyUpTo(facts, name)) };
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
    const [prefix, ...values] = found.toLowerCase().split('/');
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
    return `${PREFIX}-leg/v${CACHE_FORMAT}/${segment(os)}/${segment(arch)}/${segment(suffix)}/${leg}/`;
}
function pointerKey(facts, key) {
    const text = `${pointerPrefix(facts)}>${key}`;
    return text.length <= MAX_KEY_LENGTH ? text : undefined;
}
function pointedKey(pointer) {
    const at = pointer.indexOf('/>');
    return at === -1 ? undefined : pointer.slice(at + 2);
}

;// CONCATENATED MODULE: ./build/kernel/errors.js
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
    return {
        code: error.code,
        message: error.message,
        ...(error.hint === undefined ? {} : { hint: error.hint }),
        ...(error.origin === undefined ? {} : { origin: error.origin }),
        because: error.because,
        details: error.details,
    };
}
function userErrorFromData(data) {
    return new UserError(data.code, data.message, data);
}
function withContext(error, context) {
    return new UserError(error.code, error.message, {
        ...context,
        ...(error.hint === undefined ? {} : { hint: error.hint }),
        ...(error.origin === undefined ? {} : { origin: error.origin }),
        because: error.because.length > 0 ? error.because : (context.because ?? []),
        details: error.details.length > 0 ? error.details : (context.details ?? []),
        cause: error.cause ?? context.cause,
    });
}
function withOuterReasons(error, outer) {
    return new UserError(error.code, error.message, {
        ...(error.hint === undefined ? {} : { hint: error.hint }),
        ...(error.origin === undefined ? {} : { origin: error.origin }),
        because: [...outer, ...error.because],
        details: error.details,
        cause: error.cause,
    });
}
function systemErrorCode(error) {
    const code = typeof error === 'object' && error !== null ? error.code : undefined;
    return typeof code === 'string' ? code : undefined;
}
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}
function unreachable(value) {
    throw new Error(`unreachable: ${JSON.stringify(value)}`);
}

;// CONCATENATED MODULE: ./build/github/transfer-folder.js


const ENTRY_PATH = 'parallel-pip-cache';
function transferFolder(root) {
    const work = external_node_path_.join(root, 'work');
    return { root, work, temporary: external_node_path_.join(root, 'tmp'), entry: external_node_path_.join(work, ENTRY_PATH), log: external_node_path_.join(root, 'log.txt'), request: external_node_path_.join(root, 'request.json') };
}
function writeState(folder, state) {
    const draft = external_node_path_.join(folder.root, `state.${process.pid}`);
    (0,external_node_fs_.writeFileSync)(draft, JSON.stringify(state));
    (0,external_node_fs_.renameSync)(draft, external_node_path_.join(folder.root, 'state.json'));
}
function readState(folder) {
    try {
        return JSON.parse(readFileSync(path.join(folder.root, 'state.json'), 'utf8'));
    }
    catch {
        return undefined;
    }
}
const TAIL_BYTES = 16_384;
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
            const bytes = Buffer.alloc(Math.min(size, TAIL_BYTES));
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

;// CONCATENATED MODULE: ./build/github/cache-program.js





async function runCacheProgram(requestPath) {
    const folder = transferFolder((0,external_node_path_.dirname)(requestPath));
    const request = JSON.parse((0,external_node_fs_.readFileSync)(requestPath, 'utf8'));
    let state = { pid: process.pid, startedMs: Date.now() };
    const update = (change) => writeState(folder, (state = { ...state, ...change }));
    update({});
    const answer = await answerTo(request, folder, update).catch((error) => ({ kind: 'failed', why: messageOf(error) }));
    update({ answer, endedMs: Date.now() });
}
async function answerTo(request, folder, update) {
    const toolkit = await __nccwpck_require__.e(/* import() */ 305).then(__nccwpck_require__.bind(__nccwpck_require__, 4305));
    update({ asks: true });
    if (!toolkit.isFeatureAvailable())
        return { kind: 'unavailable' };
    const said = listenToLog();
    switch (request.kind) {
        case 'lookup':
            return lookup(toolkit, said, request);
        case 'restore':
            return restore(toolkit, said, request);
        case 'restore-pointed': {
            const pointer = await lookup(toolkit, said, { primary: request.prefix, others: [] });
            const key = pointer.kind === 'found' ? pointedKey(pointer.key) : undefined;
            if (key === undefined)
                return pointer.kind === 'found' ? { kind: 'none' } : pointer;
            update({ key });
            return restore(toolkit, said, { primary: key, others: [] });
        }
        case 'save':
            return saveBoth(toolkit, said, request, folder);
        default:
            return unreachable(request);
    }
}
async function lookup(toolkit, said, { primary, others }) {
    const key = await toolkit.restoreCache([ENTRY_PATH], primary, [...others], { lookupOnly: true });
    return key === undefined ? nothing(said()) : { kind: 'found', key };
}
async function restore(toolkit, said, { primary, others }) {
    const key = await toolkit.restoreCache([ENTRY_PATH], primary, [...others]);
    return key === undefined ? nothing(said()) : { kind: 'restored', key };
}
async function saveBoth(toolkit, said, { key, pointer }, folder) {
    const answer = key === undefined ? undefined : await save(toolkit, said, key);
    const isThere = answer === undefined || answer.kind === 'saved' || answer.kind === 'exists' || answer.kind === 'conflict';
    if (pointer === undefined || !isThere)
        return answer ?? { kind: 'none' };
    const work = (0,external_node_path_.join)(folder.root, 'pointer');
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(work, ENTRY_PATH), { recursive: true });
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(work, ENTRY_PATH, 'pointer.json'), JSON.stringify({ pointer }));
    process.chdir(work);
    process.env['GITHUB_WORKSPACE'] = work;
    const pointed = await save(toolkit, said, pointer).catch((error) => ({ kind: 'failed', why: messageOf(error) }));
    return answer ?? pointed;
}
async function save(toolkit, said, key) {
    const there = await lookup(toolkit, said, { primary: key, others: [] });
    if (there.kind === 'found' && sameKey(there.key, key))
        return { kind: 'exists' };
    const id = await toolkit.saveCache([ENTRY_PATH], key);
    if (id > 0)
        return { kind: 'saved' };
    const log = said();
    if (log.includes('cache write denied:'))
        return { kind: 'read-only' };
    if (/Unable to reserve cache|Cache already exists/.test(log)) {
        const why = /Failed to reserve cache: (?:\w*Error: )*(.*)/.exec(log)?.[1]?.replaceAll('%0A', ' ').trim();
        return why === undefined || /\(409\)|already.?exists/i.test(why) ? { kind: 'conflict' } : { kind: 'failed', why };
    }
    return { kind: 'failed', why: failureIn(log) ?? 'the service did not take it' };
}
function nothing(log) {
    const why = failureIn(log);
    return why === undefined ? { kind: 'none' } : { kind: 'failed', why };
}
function failureIn(log) {
    return /Failed to (?:restore|save): (.*)/.exec(log)?.[1]?.replaceAll('%0A', ' ').trim();
}
function listenToLog() {
    const write = process.stdout.write.bind(process.stdout);
    let log = '';
    process.stdout.write = (chunk, ...rest) => {
        log += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
        return write(chunk, ...rest);
    };
    return () => log;
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
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
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
/******/ var __webpack_exports__ = __nccwpck_require__(2022);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
