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
/* harmony import */ var _github_cache_program_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4127);

await (0,_github_cache_program_js__WEBPACK_IMPORTED_MODULE_0__/* .runCacheProgram */ .i)(process.argv[2] ?? '');
process.exit(0);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 4127:
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

const keys_CACHE_FORMAT = 1;
const PREFIX = 'parallel-pip';
const MAX_KEY_LENGTH = 512;
const FACT_NAMES = (/* unused pure expression or super */ null && (['format', 'os', 'arch', 'suffix', 'python', 'libc', 'inputs', 'resolution']));
function keyFacts(identity, resolution) {
    const values = { format: `v${keys_CACHE_FORMAT}`, ...identity, suffix: identity.suffix, resolution };
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
    return `${PREFIX}-leg/v${keys_CACHE_FORMAT}/${segment(os)}/${segment(arch)}/${segment(suffix)}/${leg}/`;
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
function errors_isUserError(error) {
    return error instanceof UserError || (typeof error === 'object' && error !== null && error.name === 'UserError');
}
function errors_userErrorToData(error) {
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
function errors_systemErrorCode(error) {
    const code = typeof error === 'object' && error !== null ? error.code : undefined;
    return typeof code === 'string' ? code : undefined;
}
function errors_messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}
function unreachable(value) {
    throw new Error(`unreachable: ${JSON.stringify(value)}`);
}

;// CONCATENATED MODULE: external "node:fs/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
;// CONCATENATED MODULE: ./build/store/layout.js

const layout_WHEELS_BUCKET = 'wheels-v1';
const layout_METADATA_BUCKET = 'metadata-v1';
const SDISTS_BUCKET = 'sdists-v1';
const PARTIALS_BUCKET = 'partials-v1';
const layout_BUILT_BUCKET = 'built-v1';
const TREES_BUCKET = 'trees-v2';
const PAGES_BUCKET = 'pages-v2';
const FACTS_BUCKET = 'facts-v1';
const CODE_BUCKET = 'code-v1';
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
        builtRepositories: (0,external_node_path_.join)(root, FACTS_BUCKET, 'repositories'),
        tree: sharded(TREES_BUCKET, ''),
        pages: (0,external_node_path_.join)(root, PAGES_BUCKET),
        facts: (0,external_node_path_.join)(root, FACTS_BUCKET),
        temporary: (0,external_node_path_.join)(root, TEMPORARY_BUCKET),
    };
}

;// CONCATENATED MODULE: ./build/actions-cache/entry.js




const FACTS_FILE = 'entry.json';
const ID = /^[0-9a-f]{64}$/;
async function adoptEntry(folder, layout) {
    const facts = await readFacts(folder);
    const adopted = { facts, ids: new Set(), sizeBytes: 0, foreign: 0 };
    if (facts === undefined)
        return adopted;
    for (const found of await listItems(folder)) {
        const target = await judge(found, layout);
        if (target === undefined)
            adopted.foreign += 1;
        else if (await moveUnlessThere(found.path, target.place)) {
            adopted.sizeBytes += target.sizeBytes;
            if (found.bucket !== METADATA_BUCKET)
                adopted.ids.add(target.id);
        }
    }
    return adopted;
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
    return external_node_path_.join(folder, layout_WHEELS_BUCKET, id.slice(0, 2), `${id}.whl`);
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
async function readFacts(folder) {
    try {
        const facts = JSON.parse(await (0,promises_namespaceObject.readFile)(external_node_path_.join(folder, FACTS_FILE), 'utf8'));
        return facts?.format === keys_CACHE_FORMAT && Array.isArray(facts.wheels) ? facts : undefined;
    }
    catch {
        return undefined;
    }
}
async function listItems(folder) {
    const perBucket = [WHEELS_BUCKET, METADATA_BUCKET, BUILT_BUCKET].map(async (bucket) => {
        const shards = await readdir(path.join(folder, bucket), { withFileTypes: true }).catch(() => []);
        const items = shards.filter((shard) => shard.isDirectory()).map(async ({ name: shard }) => {
            const names = await readdir(path.join(folder, bucket, shard)).catch(() => []);
            return names.map((name) => ({ bucket, shard, name, path: path.join(folder, bucket, shard, name) }));
        });
        return (await Promise.all(items)).flat();
    });
    return (await Promise.all(perBucket)).flat();
}
async function judge(item, layout) {
    const suffix = item.bucket === WHEELS_BUCKET ? '.whl' : item.bucket === METADATA_BUCKET ? '.txt' : '';
    const id = item.name.slice(0, item.name.length - suffix.length);
    if (!item.name.endsWith(suffix) || !ID.test(id) || item.shard !== id.slice(0, 2))
        return undefined;
    const stat = await lstat(item.path);
    if (item.bucket !== BUILT_BUCKET)
        return stat.isFile() ? { id, place: item.bucket === WHEELS_BUCKET ? layout.wheel(id) : layout.metadata(id), sizeBytes: stat.size } : undefined;
    const inside = stat.isDirectory() ? await readdir(item.path) : [];
    const stats = await Promise.all(inside.map((name) => lstat(path.join(item.path, name))));
    const isPlain = stats.length > 0 && stats.every((file) => file.isFile());
    return isPlain ? { id, place: layout.built(id), sizeBytes: stats.reduce((sum, file) => sum + file.size, 0) } : undefined;
}
async function moveUnlessThere(from, to) {
    if ((await lstat(to).catch(() => undefined)) !== undefined)
        return false;
    await mkdir(path.dirname(to), { recursive: true });
    await rename(from, to);
    return true;
}
async function linkOrCopy(from, to) {
    try {
        await mkdir(path.dirname(to), { recursive: true });
        await link(from, to).catch(() => copyFile(from, to));
        return true;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./build/standards/names.js
const NORMALIZED = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const PROJECT_NAME = /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/i;
function normalizeName(text) {
    if (NORMALIZED.test(text))
        return text;
    return text.toLowerCase().replace(/[-_.]+/g, '-');
}
function isProjectName(text) {
    return PROJECT_NAME.test(text);
}

;// CONCATENATED MODULE: ./build/standards/python-strings.js
const PYTHON_SPACE = '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const OUTER_SPACE = new RegExp(`^[${PYTHON_SPACE}]+|[${PYTHON_SPACE}]+$`, 'g');
function pythonStrip(text) {
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

;// CONCATENATED MODULE: ./build/standards/wheel-name.js


const ESCAPED_NAME = /^[a-zA-Z0-9_.]+$/;
const ANY_ESCAPED_NAME = /^[\p{L}\p{N}_.]+$/u;
const IDENTIFIER = /^[a-z_][a-z0-9_]*$/;
const ANY_IDENTIFIER = /^[\p{ID_Start}_]\p{ID_Continue}*$/u;
const BUILD = /^([0-9]+)(.*)/;
function parseWheelName(filename) {
    if (!filename.endsWith('.whl'))
        return undefined;
    const parts = filename.slice(0, -4).split('-');
    if (parts.length !== 5 && parts.length !== 6)
        return undefined;
    const [project = '', versionText = ''] = parts;
    if (project.includes('__') || !(ESCAPED_NAME.test(project) || ANY_ESCAPED_NAME.test(project)))
        return undefined;
    const version = version_parseVersion(versionText);
    const build = parts.length === 6 ? parseBuild(parts[2] ?? '') : undefined;
    if (version === undefined || (parts.length === 6 && build === undefined))
        return undefined;
    const [pythonTags, abiTags, platformTags] = parts.slice(-3).map(tagSet);
    if (pythonTags?.every(isIdentifier) !== true || abiTags === undefined || platformTags === undefined)
        return undefined;
    return { name: normalizeName(project), version, build, pythonTags, abiTags, platformTags, filename };
}
function isIdentifier(tag) {
    return IDENTIFIER.test(tag) || ANY_IDENTIFIER.test(tag);
}
function parseBuild(text) {
    const match = BUILD.exec(text);
    return match === null ? undefined : [Number(match[1]), match[2] ?? ''];
}
function tagSet(text) {
    const tags = text.toLowerCase().split('.');
    return tags.includes('') ? undefined : tags;
}
function expandWheelTags(wheel) {
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
function parseSdistName(filename, project) {
    const suffix = SUFFIX.exec(filename)?.[0] ?? '';
    if (!ARCHIVE_SUFFIXES.has(suffix) || (suffix === '.zip' && filename.includes('macosx10')))
        return undefined;
    const versionText = textAfterName(filename.slice(0, -suffix.length), project);
    if (versionText === undefined)
        return undefined;
    const version = parseVersion(versionText.replace(PYTHON_SUFFIX, ''));
    if (version === undefined)
        return undefined;
    const pythonVersion = PYTHON_SUFFIX.exec(versionText)?.[1];
    return pythonVersion === undefined ? { version } : { version, pythonVersion };
}
function textAfterName(stem, project) {
    let matched = 0;
    for (let at = 0, inRun = false; at < stem.length; at += 1) {
        const letter = stem.charAt(at).toLowerCase();
        if (letter === '-' && matched === project.length)
            return stem.slice(at + 1);
        const isSeparator = /[-_.]/.test(letter);
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

// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __nccwpck_require__(5919);
;// CONCATENATED MODULE: ./build/workers/failure.js

class Stopped extends Error {
}
function failureToData(error) {
    if (error instanceof Stopped)
        return { kind: 'stopped' };
    if (isUserError(error))
        return { kind: 'user-error', data: userErrorToData(error) };
    const code = systemErrorCode(error);
    if (code !== undefined && /^E[A-Z0-9]+$/.test(code)) {
        return { kind: 'system-error', code, message: messageOf(error), path: error.path };
    }
    return { kind: 'bug', message: messageOf(error), stack: error instanceof Error ? error.stack : undefined };
}
function failureFromData(failure, stopReason) {
    switch (failure.kind) {
        case 'user-error':
            return userErrorFromData(failure.data);
        case 'system-error':
            return Object.assign(new Error(failure.message), { code: failure.code, path: failure.path });
        case 'stopped':
            return stopReason ?? new Stopped('stopped');
        case 'bug':
            return Object.assign(new Error(`in a worker: ${failure.message}`), failure.stack === undefined ? {} : { stack: failure.stack });
    }
}

;// CONCATENATED MODULE: ./build/workers/thread-pool.js


const YOUNG_GENERATION_MB = 8;
function openThreadPool(workerPath, threadCount) {
    return new ThreadPool(workerPath, threadCount);
}
class ThreadPool {
    #workerPath;
    #stopFlag = new Int32Array(new SharedArrayBuffer(4));
    #queue = [];
    #threads = new Set();
    #threadCount;
    #stopReason;
    #closing = false;
    #lastId = 0;
    constructor(workerPath, threadCount) {
        this.#workerPath = workerPath;
        this.#threadCount = threadCount;
    }
    warm() {
        this.#start(this.#threadCount);
    }
    #start(count) {
        while (!this.#closing && this.#threads.size < count)
            this.#startThread();
    }
    run(task, request, weight = 0) {
        return new Promise((resolve, reject) => {
            if (this.#stopReason !== undefined)
                return reject(this.#stopReason);
            this.#queue.push({ message: { id: ++this.#lastId, task, request }, weight, resolve: resolve, reject });
            this.#start(task === 'link-wheel' ? Math.max(1, this.#threadCount - 1) : this.#threadCount);
            this.#feed();
        });
    }
    stop(reason) {
        this.#stopReason = reason;
        Atomics.store(this.#stopFlag, 0, 1);
        for (const job of this.#queue.splice(0))
            job.reject(reason);
    }
    async close() {
        this.#closing = true;
        await Promise.all([...this.#threads].map((thread) => thread.worker.terminate()));
    }
    #startThread() {
        const worker = new external_node_worker_threads_.Worker(this.#workerPath, { workerData: { stopFlag: this.#stopFlag }, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB } });
        const thread = { worker, job: undefined };
        this.#threads.add(thread);
        worker.on('message', (answer) => this.#settle(thread, answer));
        worker.on('error', (error) => this.#replace(thread, error));
        worker.on('exit', (code) => this.#replace(thread, new Error(`a worker thread ended with code ${code}`)));
        worker.unref();
    }
    #replace(thread, error) {
        if (!this.#threads.delete(thread))
            return;
        thread.job?.reject(error);
        if (this.#closing)
            return;
        this.#startThread();
        this.#feed();
    }
    #settle(thread, answer) {
        const job = thread.job;
        thread.job = undefined;
        thread.worker.unref();
        this.#feed();
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

;// CONCATENATED MODULE: ./build/github/unpack-ahead.js









const NO_PYTHON = { path: '/python', major: 3, minor: 11 };
const NO_FOLDERS = { purelib: '/lib', platlib: '/lib', scripts: '/bin', headers: '/include', data: '/' };
async function unpackAhead({ entry, storeRoot, workerPath }) {
    const facts = await readFacts(entry);
    const layout = storeLayout(storeRoot);
    const pool = openThreadPool(workerPath, Math.max(1, (0,external_node_os_.availableParallelism)() - 1));
    const scratch = external_node_path_.join(layout.temporary, `ahead-${(0,external_node_crypto_.randomUUID)()}`);
    (0,external_node_fs_.mkdirSync)(scratch, { recursive: true });
    const wheels = (facts?.wheels ?? []).filter(({ kind }) => kind === 'published').sort((a, b) => b.sizeBytes - a.sizeBytes);
    try {
        const done = await Promise.all(wheels.map((wheel) => unpackOne(wheel, { entry, layout, pool, scratch }).catch(() => false)));
        return done.filter(Boolean).length;
    }
    finally {
        await pool.close();
        await (0,promises_namespaceObject.rm)(scratch, { recursive: true, force: true });
    }
}
async function unpackOne(wheel, { entry, layout, pool, scratch }) {
    const name = parseWheelName(wheel.filename);
    if (name === undefined || (0,external_node_fs_.existsSync)(layout.tree(wheel.id)))
        return false;
    const inEntry = wheelInEntry(entry, wheel.id);
    const file = (0,external_node_fs_.existsSync)(inEntry) ? inEntry : layout.wheel(wheel.id);
    const { result } = await pool.run('hash-file', { path: file, algorithms: ['sha256'] });
    if (result.digests['sha256'] !== wheel.id)
        return false;
    const stageDir = external_node_path_.join(scratch, wheel.id);
    await pool.run('stage-wheel', {
        archivePath: (0,external_node_fs_.existsSync)(file) ? file : layout.wheel(wheel.id), label: wheel.filename, name: name.name, version: name.version.text, stageDir,
        folders: NO_FOLDERS, realFolders: NO_FOLDERS, python: NO_PYTHON, installer: '', requested: false, directUrl: undefined, strictRecord: false, umask: process.umask(),
        tree: { path: layout.tree(wheel.id), draft: external_node_path_.join(layout.temporary, `${(0,external_node_crypto_.randomUUID)()}.tree`) },
    });
    await (0,promises_namespaceObject.rm)(stageDir, { recursive: true, force: true });
    return (0,external_node_fs_.existsSync)(layout.tree(wheel.id));
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
    const answer = await answerTo(request, folder, update).catch((error) => ({ kind: 'failed', why: errors_messageOf(error) }));
    const ahead = request.kind === 'restore-pointed' && answer.kind === 'restored' ? request.ahead : undefined;
    update({ answer, endedMs: Date.now(), ...(ahead === undefined ? {} : { ahead: 'running' }) });
    if (ahead !== undefined)
        update({ ahead: { trees: await unpackAhead({ entry: folder.entry, ...ahead }).catch(() => 0) } });
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
    const pointed = await save(toolkit, said, pointer).catch((error) => ({ kind: 'failed', why: errors_messageOf(error) }));
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
