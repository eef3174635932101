import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 99:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:sqlite");

/***/ }),

/***/ 185:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ programsBeside)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(760);

function programsBeside(entry) {
    const isBundle = !entry.filename.endsWith('.ts');
    const program = (name) => (isBundle ? [entry.dirname, '..', name, 'index.js'].join(node_path__WEBPACK_IMPORTED_MODULE_0__.sep) : [entry.dirname, `${name}.ts`].join(node_path__WEBPACK_IMPORTED_MODULE_0__.sep));
    return { workerPath: program('worker'), cachePath: program('cache'), cliPath: program('cli'), answerPath: program('answer') };
}


/***/ }),

/***/ 437:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  a: () => (/* binding */ runPost)
});

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
;// CONCATENATED MODULE: ./build/kernel/errors.js
class errors_UserError extends Error {
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
    return error instanceof errors_UserError || (typeof error === 'object' && error !== null && error.name === 'UserError');
}
function userErrorToData(error) {
    const { code, message } = error;
    return { code, message, ...saidOf(error) };
}
function userErrorFromData(data) {
    return new errors_UserError(data.code, data.message, data);
}
function withContext(error, context) {
    return new errors_UserError(error.code, error.message, {
        ...context,
        ...saidOf(error),
        because: error.because.length > 0 ? error.because : (context.because ?? []),
        details: error.details.length > 0 ? error.details : (context.details ?? []),
        cause: error.cause ?? context.cause,
    });
}
function withOuterReasons(error, outer) {
    return new errors_UserError(error.code, error.message, { ...saidOf(error), because: [...outer, ...error.because], cause: error.cause });
}
function withDetails(error, more) {
    return new errors_UserError(error.code, error.message, { ...saidOf(error), details: [...error.details, ...more], cause: error.cause });
}
function saidOf({ hint, origin, because, details }) {
    return { ...(hint === undefined ? {} : { hint }), ...(origin === undefined ? {} : { origin }), because, details };
}
function errors_systemErrorCode(error) {
    const code = typeof error === 'object' && error !== null ? error.code : undefined;
    return typeof code === 'string' ? code : undefined;
}
function isNotThere(error) {
    return ['ENOENT', 'ENOTDIR'].includes(errors_systemErrorCode(error) ?? '');
}
function errors_isUnanswered(error) {
    return ['EMFILE', 'ENFILE', 'EIO'].includes(errors_systemErrorCode(error) ?? '');
}
function errors_messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}
function errors_unreachable(value) {
    throw new Error(`unreachable: ${JSON.stringify(value)}`);
}

;// CONCATENATED MODULE: ./build/kernel/seconds.js
function seconds_seconds(ms, digits = 1) {
    return `${(ms / 1000).toFixed(digits)} s`;
}

;// CONCATENATED MODULE: ./build/actions-cache/outcomes.js


function outcomes_describeRestore(outcome, size) {
    switch (outcome.kind) {
        case 'exact':
            return `restored ${size(outcome.bytes)} that were saved for the same inputs`;
        case 'prefix':
            return `restored ${size(outcome.bytes)} that were saved for other inputs; what fits is used`;
        case 'miss':
            return 'no entry yet';
        case 'not-allowed':
            return `not asked: ${outcome.why}`;
        case 'unavailable':
            return 'there is no cache service';
        case 'overtaken':
            return `not waited for: the run was done without it${outcome.afterMs < 100 ? '' : `, after ${seconds(outcome.afterMs)}`}`;
        case 'timed-out':
            return `given up: nothing came for ${seconds(outcome.afterMs, 0)} after ${size(outcome.bytes)}; the index is used instead`;
        case 'unreadable':
            return `the entry cannot be read, the index is used instead: ${outcome.why}`;
        case 'failed':
            return `failed, the index is used instead: ${outcome.why}`;
        default:
            return unreachable(outcome);
    }
}
function describeSave(outcome, size) {
    switch (outcome.kind) {
        case 'saved':
            return `saved ${size(outcome.bytes)}`;
        case 'exists':
            return 'an entry with this key is there already';
        case 'conflict':
            return 'another job saved this key at the same time, which is as good';
        case 'nothing-gained':
            return `not saved: ${outcome.why}`;
        case 'not-allowed':
            return `not saved: ${outcome.why}`;
        case 'read-only':
            return 'not saved: the token of this run may only read';
        case 'unavailable':
            return 'not saved: there is no cache service';
        case 'timed-out':
            return `not saved: the service did not take it within ${seconds_seconds(outcome.afterMs, 0)}`;
        case 'failed':
            return `not saved: ${outcome.why}`;
        default:
            return errors_unreachable(outcome);
    }
}

;// CONCATENATED MODULE: ./build/kernel/clock.js
const clock_systemClock = {
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

;// CONCATENATED MODULE: ./build/report/format.js
function format_duration(ms) {
    const rounded = Math.round(Math.abs(ms));
    const sign = ms < 0 && rounded > 0 ? '\u2212' : '';
    if (rounded < 1000)
        return `${sign}${rounded} ms`;
    if (rounded < 99_950)
        return `${sign}${(rounded / 1000).toFixed(1)} s`;
    const seconds = Math.round(rounded / 1000);
    return `${sign}${Math.floor(seconds / 60)} m ${String(seconds % 60).padStart(2, '0')} s`;
}
function format_bytes(count) {
    if (count < 1000)
        return `${Math.round(count)} B`;
    for (const [unit, size] of [['kB', 1e3], ['MB', 1e6]]) {
        const value = count / size;
        if (value < 999.5)
            return `${value < 9.95 ? value.toFixed(1) : Math.round(value)} ${unit}`;
    }
    return `${(count / 1e9).toFixed(2)} GB`;
}
function rate(byteCount, ms) {
    return ms <= 0 ? '\u2013' : `${format_bytes((byteCount / ms) * 1000)}/s`;
}
function format_counted(amount, noun, plural = `${noun}s`) {
    return `${amount} ${amount === 1 ? noun : plural}`;
}
function format_factor(value) {
    return `${value < 9.95 ? value.toFixed(1) : Math.round(value)}\u00d7`;
}
const BARS = '\u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588';
function sparkline(values) {
    const most = Math.max(...values, 0);
    return values.map((value) => (value <= 0 || most === 0 ? ' ' : (BARS[Math.min(BARS.length - 1, Math.floor((value / most) * BARS.length))] ?? ' '))).join('');
}

;// CONCATENATED MODULE: ./build/report/leg-report.js
const LEG_SCHEMA_VERSION = 1;
function legReport(report, leg) {
    const { facts, serial, totals, cacheVerdict, timeline } = report;
    return {
        schemaVersion: LEG_SCHEMA_VERSION,
        ...leg,
        outcome: facts.outcome,
        ...(facts.failure === undefined ? {} : { failure: failureText(facts.failure.code, facts.failure.message) }),
        durationMs: Math.round(timeline.durationMs),
        ...(serial.kind === 'none' ? {} : { serial: { ms: Math.round(serial.ms), kind: serial.kind, by: serial.kind === 'measured' ? serial.by : 'serial' } }),
        wheels: { total: totals.wheelsDownloaded + totals.wheelsReused + totals.wheelsBuilt, reused: totals.wheelsReused, built: totals.wheelsBuilt },
        downloadedBytes: totals.bytesDownloaded,
        ...(facts.cache === undefined || cacheVerdict === undefined ? {} : { cache: { outcome: facts.cache.outcome, hit: facts.cache.hit, costMs: Math.round(cacheVerdict.costMs), ...(cacheVerdict.savedMs === undefined ? {} : { savedMs: Math.round(cacheVerdict.savedMs) }) } }),
        python: facts.python?.version ?? '',
        packages: Object.fromEntries(facts.packages.map(({ name, version }) => [name, version])),
    };
}
function failedLeg({ code, message }, leg) {
    return { schemaVersion: LEG_SCHEMA_VERSION, ...leg, outcome: 'failed', failure: failureText(code, message), durationMs: 0, wheels: { total: 0, reused: 0, built: 0 }, downloadedBytes: 0, python: '', packages: {} };
}
function failureText(code, message) {
    return `${code}: ${message}`.slice(0, 500);
}
function readMatrix(json) {
    try {
        const value = JSON.parse(json);
        if (typeof value !== 'object' || value === null || Array.isArray(value))
            return [];
        return Object.entries(value).map(([name, field]) => [name, typeof field === 'string' ? field : JSON.stringify(field)]);
    }
    catch {
        return [];
    }
}
function leg_report_legId({ job, matrix, step, folder }) {
    return JSON.stringify([job, [...matrix].sort(([a], [b]) => (a < b ? -1 : 1)), step, ...(folder === undefined ? [] : [folder])]);
}
function leg_report_legOf(id) {
    const [job, matrix, step, folder] = JSON.parse(id);
    return { job, matrix, step, ...(folder === undefined ? {} : { folder }) };
}
const LONGEST_TITLE = 100;
function legTitle(leg) {
    const whole = wholeTitle(leg);
    return whole.length <= LONGEST_TITLE ? whole : `${whole.slice(0, LONGEST_TITLE - 1).trimEnd()}\u2026`;
}
function wholeTitle({ job, matrix, folder }) {
    const values = matrix.flatMap(([, value]) => valuesIn(value)).join(', ');
    return `${values === '' ? job : `${job} (${values})`}${folder === undefined ? '' : ` in ${folder}`}`;
}
function valuesIn(text) {
    if (!/^[[{]/.test(text))
        return [text];
    try {
        return leaves(JSON.parse(text));
    }
    catch {
        return [text];
    }
}
function leaves(value) {
    if (typeof value === 'object' && value !== null)
        return Object.values(value).flatMap(leaves);
    return value === null || value === '' ? [] : [typeof value === 'string' ? value : JSON.stringify(value)];
}
function leg_report_titlesOf(legs) {
    const [wholes, steps] = [new Map(), new Map()];
    const note = (map, key, value) => void map.set(key, (map.get(key) ?? new Set()).add(value));
    for (const leg of legs) {
        note(wholes, legTitle(leg), wholeTitle(leg));
        note(steps, wholeTitle(leg), leg.step);
    }
    return (leg) => {
        const title = (wholes.get(legTitle(leg))?.size ?? 0) > 1 ? wholeTitle(leg) : legTitle(leg);
        return (steps.get(wholeTitle(leg))?.size ?? 0) > 1 ? `${title}, ${leg.step.replace(/^_+/, '')}` : title;
    };
}
function leg_report_readLegReport(text) {
    try {
        const value = JSON.parse(text);
        const isOurs = value.schemaVersion === LEG_SCHEMA_VERSION && typeof value.job === 'string' && Array.isArray(value.matrix) && typeof value.durationMs === 'number' && typeof value.packages === 'object';
        return isOurs ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function leg_report_newestLegs(legs) {
    const newest = new Map();
    for (const leg of legs)
        newest.set(leg_report_legId(leg), Math.max(leg.attempt, newest.get(leg_report_legId(leg)) ?? 0));
    return legs.filter((leg) => leg.attempt === newest.get(leg_report_legId(leg))).sort((a, b) => (legTitle(a) < legTitle(b) ? -1 : 1));
}

;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");
;// CONCATENATED MODULE: ./build/github/artifacts.js


const TIMEOUT_MS = 10_000;
const SERVICE = 'twirp/github.actions.results.api.v1.ArtifactService';
const artifacts_VERSION = 7;
function artifacts_openArtifacts(env, clock = clock_systemClock) {
    const [url, token] = [env['ACTIONS_RESULTS_URL'], env['ACTIONS_RUNTIME_TOKEN']];
    const ids = token === undefined ? undefined : backendIds(token);
    if (!url || token === undefined || ids === undefined)
        return undefined;
    const call = async (method, body) => {
        const answer = await ask(clock, new URL(`/${SERVICE}/${method}`, url), {
            method: 'POST', body: JSON.stringify({ ...ids, ...body }),
            headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', accept: 'application/json' },
        });
        if (!answer.ok)
            throw new Error(`the artifact service answered ${answer.status} to ${method}`);
        return (await answer.json());
    };
    return {
        upload: async (name, text, { days }) => {
            const expires = new Date(Date.now() + days * 86_400_000).toISOString();
            const made = await call('CreateArtifact', { name, mime_type: 'application/json', version: artifacts_VERSION, expires_at: expires });
            await putBlob(clock, textOf(made, 'signed_upload_url'), text);
            const hash = `sha256:${(0,external_node_crypto_namespaceObject.createHash)('sha256').update(text).digest('hex')}`;
            const done = await call('FinalizeArtifact', { name, size: String(Buffer.byteLength(text)), hash });
            if (done['ok'] !== true)
                throw new Error('the artifact service did not take it');
        },
        list: async () => {
            const { artifacts = [] } = (await call('ListArtifacts', {}));
            return artifacts.flatMap(({ name }) => name ?? []);
        },
        download: async (name) => {
            const answer = await ask(clock, textOf(await call('GetSignedArtifactURL', { name }), 'signed_url'), {});
            if (!answer.ok)
                throw new Error(`${name} could not be read: ${answer.status}`);
            return answer.text();
        },
    };
}
const AGAIN_AFTER_MS = [1000, 3000];
async function ask(clock, url, init) {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    for (const waitMs of AGAIN_AFTER_MS) {
        const answer = await fetch(url, { ...init, signal }).catch(() => undefined);
        if (answer !== undefined && answer.status !== 429 && answer.status < 500)
            return answer;
        await answer?.body?.cancel();
        if (signal.aborted)
            break;
        await clock.sleep(waitMs);
    }
    return fetch(url, { ...init, signal });
}
async function putBlob(clock, url, text) {
    const headers = { 'x-ms-blob-type': 'BlockBlob', 'x-ms-blob-content-type': 'application/json', 'content-type': 'application/json' };
    const answer = await ask(clock, url, { method: 'PUT', body: text, headers });
    if (!answer.ok)
        throw new Error(`the artifact could not be uploaded: ${answer.status}`);
}
function backendIds(token) {
    try {
        const { scp = '' } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
        const [, run, job] = scp.split(' ').find((scope) => scope.startsWith('Actions.Results:'))?.split(':') ?? [];
        return run === undefined || job === undefined ? undefined : { workflow_run_backend_id: run, workflow_job_run_backend_id: job };
    }
    catch {
        return undefined;
    }
}
function textOf(answer, field) {
    const value = answer[field];
    if (typeof value !== 'string' || value === '')
        throw new Error(`the artifact service gave no ${field}`);
    return value;
}

;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");
;// CONCATENATED MODULE: external "node:fs/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(760);
;// CONCATENATED MODULE: ./build/github/archiver.js


function archiver_archiverProblem(env, platform = process.platform) {
    if (platform !== 'linux')
        return undefined;
    const tar = (env['PATH'] ?? '').split(external_node_path_.delimiter).map((folder) => external_node_path_.join(folder, 'tar')).find((file) => (0,external_node_fs_namespaceObject.existsSync)(file));
    if (tar === undefined)
        return 'entries are tar archives, and there is no tar on PATH';
    return external_node_path_.basename((0,external_node_fs_namespaceObject.realpathSync)(tar)).startsWith('busybox') ? 'the tar on PATH is BusyBox\u2019s, which cannot make or read entries (on Alpine, before this step: apk add tar zstd)' : undefined;
}

;// CONCATENATED MODULE: ./build/shell/proc-files.js

function readProc(name) {
    if (process.platform !== 'linux')
        return undefined;
    try {
        return (0,external_node_fs_namespaceObject.readFileSync)(`/proc/${name}`, 'latin1');
    }
    catch {
        return undefined;
    }
}
function statFields(pid) {
    const text = readProc(`${pid}/stat`);
    return text?.slice(text.lastIndexOf(')') + 2).split(' ');
}

;// CONCATENATED MODULE: ./build/github/process-tree.js



function isAlive(pid) {
    try {
        process.kill(pid, 0);
        return statFields(String(pid))?.[0] !== 'Z';
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
            (0,external_node_child_process_namespaceObject.spawn)('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true }).on('error', () => undefined);
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
    return (0,external_node_fs_namespaceObject.readdirSync)('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => {
        const fields = statFields(name) ?? [];
        return Number(fields[2]) === group ? [{ pid: Number(name), state: fields[0] ?? '', time: fields.slice(11, 15).join('+') }] : [];
    });
}
function groupOfPs(group) {
    const lines = (0,external_node_child_process_namespaceObject.execFileSync)('ps', ['-A', '-o', 'pid=,pgid=,state=,time='], { encoding: 'utf8' }).split('\n').map((line) => line.trim().split(/\s+/));
    return lines.filter(([, pgid]) => Number(pgid) === group).map(([pid, , state = '', time = '']) => ({ pid: Number(pid), state, time }));
}

;// CONCATENATED MODULE: ./build/store/rename.js


const HELD = ['EPERM', 'EACCES', 'EBUSY'];
const FIRST_WAIT_MS = 10;
const LAST_WAIT_MS = 1280;
const rename_renameFile = (from, to) => patiently(() => (0,external_node_fs_namespaceObject.renameSync)(from, to), process.platform);
function patiently(work, platform) {
    for (let waitMs = FIRST_WAIT_MS;; waitMs *= 2) {
        try {
            return work();
        }
        catch (error) {
            if (platform !== 'win32' || waitMs > LAST_WAIT_MS || !HELD.includes(errors_systemErrorCode(error) ?? ''))
                throw error;
            Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, waitMs);
        }
    }
}

;// CONCATENATED MODULE: ./build/github/transfer-folder.js



const ENTRY_PATH = 'parallel-pip-cache';
const POINTER_FILE = 'pointer.json';
function transfer_folder_transferFolder(root) {
    const work = external_node_path_.join(root, 'work');
    return { root, work, temporary: external_node_path_.join(root, 'tmp'), entry: external_node_path_.join(work, ENTRY_PATH), log: external_node_path_.join(root, 'log.txt'), request: external_node_path_.join(root, 'request.json'), question: external_node_path_.join(root, 'question.txt'), history: external_node_path_.join(root, 'history.json') };
}
function arrivalOf(folder) {
    const elsewhere = readState(folder)?.elsewhere;
    return elsewhere === undefined ? folder : transfer_folder_transferFolder(elsewhere);
}
function writeState(folder, state) {
    transfer_folder_writeWhole(folder, 'state.json', state);
}
function readState(folder) {
    return readIfThere(folder, 'state.json');
}
function writeAnswerState(folder, state) {
    transfer_folder_writeWhole(folder, 'answer.json', state);
}
function readAnswerState(folder) {
    return readIfThere(folder, 'answer.json');
}
function transfer_folder_writeWhole({ root }, name, value) {
    const draft = external_node_path_.join(root, `${name}.${process.pid}`);
    (0,external_node_fs_namespaceObject.writeFileSync)(draft, JSON.stringify(value));
    rename_renameFile(draft, external_node_path_.join(root, name));
}
function readIfThere({ root }, name) {
    try {
        return JSON.parse((0,external_node_fs_namespaceObject.readFileSync)(external_node_path_.join(root, name), 'utf8'));
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
        const size = (0,external_node_fs_namespaceObject.statSync)(file).size;
        const handle = (0,external_node_fs_namespaceObject.openSync)(file, 'r');
        try {
            const bytes = Buffer.alloc(Math.min(size, TAIL_BYTES));
            (0,external_node_fs_namespaceObject.readSync)(handle, bytes, 0, bytes.length, size - bytes.length);
            return bytes.toString('utf8');
        }
        finally {
            (0,external_node_fs_namespaceObject.closeSync)(handle);
        }
    }
    catch {
        return '';
    }
}
function sizeBelow(folder) {
    let size = 0;
    try {
        for (const entry of (0,external_node_fs_namespaceObject.readdirSync)(folder, { withFileTypes: true })) {
            const inside = external_node_path_.join(folder, entry.name);
            if (entry.isDirectory())
                size += sizeBelow(inside);
            else if (entry.isFile())
                size += (0,external_node_fs_namespaceObject.statSync)(inside).size;
        }
    }
    catch {
    }
    return size;
}

;// CONCATENATED MODULE: ./build/github/cache-service.js









const POLL_MS = 20;
const LOOKUP_STALL_MS = 4000;
const START_MS = 20_000;
function cache_service_openCacheService(parts) {
    if (!cache_service_hasCacheService(parts.env))
        return withoutService(parts, { kind: 'unavailable' });
    const why = archiver_archiverProblem(parts.env);
    if (why !== undefined)
        return withoutService(parts, { kind: 'failed', why });
    return {
        lookup: async (query) => toLookup((await finish(start(parts, { kind: 'lookup', ...query }), parts, { stallMs: LOOKUP_STALL_MS })).ending),
        restore: (query) => transferOf(start(parts, { kind: 'restore', ...query, unpacking: parts.unpacking }), parts),
        makeFolder: async () => newEntry(parts),
        save: async ({ folder, key, pointer, question, stallMs, signal }) => {
            const place = transfer_folder_transferFolder(external_node_path_.dirname(external_node_path_.dirname(folder)));
            start(parts, { kind: 'save', key, pointer, question }, place);
            const { ending, bytes } = await finish(place, parts, { stallMs, ...(signal === undefined ? {} : { signal }) });
            return toStored(ending, bytes);
        },
    };
}
function cache_service_hasCacheService(env) {
    return Boolean(env['ACTIONS_RUNTIME_TOKEN'] && (env['ACTIONS_RESULTS_URL'] || env['ACTIONS_CACHE_URL']));
}
function withoutService(parts, answer) {
    return {
        lookup: async () => answer,
        restore: () => ({ folder: newFolder(parts).entry, finish: async () => answer, endAhead: () => undefined, stop: async () => undefined }),
        makeFolder: async () => newEntry(parts),
        save: async () => answer,
    };
}
function startPointedRestore(parts, request) {
    start(parts, { kind: 'restore-pointed', ...request }, cache_service_makeFolders(transferFolder(parts.root)));
}
function joinRestore(parts) {
    const folder = transfer_folder_transferFolder(parts.root);
    const state = readState(folder);
    if (state === undefined)
        return undefined;
    return {
        get folder() { return arrivalOf(folder).entry; },
        finish: (options) => transferOf(arrivalOf(folder), parts).finish(options),
        endAhead: () => endAhead(arrivalOf(folder)),
        stop: () => transferOf(folder, parts).stop(),
        startedMs: state.startedMs,
        whichKey: async (options) => {
            await waitForAnswer(folder, parts.clock, { ...options, isEnough: ({ key }) => key !== undefined });
            const arrival = arrivalOf(folder);
            return arrival.root !== folder.root && isLost(arrival) ? undefined : readState(folder)?.key;
        },
        pointer: () => readState(folder)?.pointer,
        foundNone: () => {
            const answer = readState(folder)?.answer;
            return answer?.kind === 'none' && answer.anywhere === true;
        },
        endedMs: () => {
            const endedMs = readState(arrivalOf(folder))?.endedMs;
            return endedMs === undefined ? undefined : Math.max(endedMs, state.startedMs);
        },
        endAnswering: () => endAnswering(folder),
    };
}
function isLost(folder) {
    const state = readState(folder);
    return state?.answer === undefined ? !isAlive(state?.pid ?? 0) : state.answer.kind !== 'restored';
}
async function cache_service_startSave(parts, keys, fill) {
    const folder = cache_service_makeFolders(transferFolder(parts.root));
    mkdirSync(folder.entry);
    await fill(folder.entry);
    start(parts, { kind: 'save', ...keys, isAside: true }, folder);
}
function joinSave(parts) {
    const folder = transfer_folder_transferFolder(parts.root);
    const state = readState(folder);
    if (state === undefined)
        return undefined;
    return {
        startedMs: state.startedMs,
        finish: async (options) => {
            const { ending, bytes } = await finish(folder, parts, options);
            const isUnasked = ending.kind === 'answered' && ending.answer.kind === 'failed' && readState(folder)?.asks !== true;
            return ending.kind === 'gone' || isUnasked ? undefined : toStored(ending, bytes);
        },
        endedMs: () => readState(folder)?.endedMs,
        stop: () => {
            const now = readState(folder);
            if (now?.answer === undefined)
                killTree(now?.pid);
            (0,external_node_fs_namespaceObject.rmSync)(folder.temporary, { recursive: true, force: true });
        },
    };
}
function endAhead(folder) {
    const state = readState(folder);
    if (state?.ahead === 'running' && isAlive(state.pid))
        killTree(state.pid);
}
function endAnswering(folder) {
    const state = readAnswerState(folder);
    if (state !== undefined && state.tookMs === undefined && isAlive(state.pid))
        killTree(state.pid);
    return state?.isAnswered === true ? state.tookMs : undefined;
}
function transferOf(folder, parts) {
    return {
        folder: folder.entry,
        finish: async (options) => {
            const { ending, bytes } = await finish(folder, parts, options);
            return toTransfer(ending, bytes);
        },
        endAhead: () => endAhead(folder),
        stop: async () => {
            const state = readState(folder);
            if (state !== undefined && state.answer === undefined)
                killTree(state.pid);
            endAhead(folder);
            endAnswering(folder);
        },
    };
}
function newEntry(parts) {
    const { entry } = newFolder(parts);
    (0,external_node_fs_namespaceObject.mkdirSync)(entry);
    return entry;
}
function newFolder(parts) {
    return cache_service_makeFolders(transfer_folder_transferFolder(external_node_path_.join(parts.root, (0,external_node_crypto_namespaceObject.randomUUID)())));
}
function cache_service_makeFolders(folder) {
    for (const each of [folder.work, folder.temporary])
        (0,external_node_fs_namespaceObject.mkdirSync)(each, { recursive: true });
    return folder;
}
function start(parts, request, folder = newFolder(parts)) {
    (0,external_node_fs_namespaceObject.writeFileSync)(folder.request, JSON.stringify(request));
    const log = (0,external_node_fs_namespaceObject.openSync)(folder.log, 'a');
    const child = (0,external_node_child_process_namespaceObject.spawn)(process.execPath, [parts.programPath, folder.request], {
        cwd: folder.work,
        env: { ...parts.env, GITHUB_WORKSPACE: folder.work, RUNNER_TEMP: folder.temporary, RUNNER_DEBUG: undefined },
        stdio: ['ignore', log, log],
        detached: true,
        windowsHide: true,
    });
    child.on('error', () => undefined);
    child.unref();
    (0,external_node_fs_namespaceObject.closeSync)(log);
    if (child.pid !== undefined)
        writeState(folder, { pid: child.pid, startedMs: parts.clock.nowMs() });
    return folder;
}
async function finish(folder, parts, options) {
    const ending = (await waitForAnswer(folder, parts.clock, options)) ?? { kind: 'gone' };
    if (ending.kind !== 'answered')
        killTree(readState(folder)?.pid);
    parts.onLog(await (0,promises_namespaceObject.readFile)(folder.log, 'utf8').catch(() => ''));
    return { ending, bytes: movedBytes(folder).transferred };
}
const LONGEST_TICK_MS = 250;
const FILES_ALONE_MS = 500;
async function waitForAnswer(folder, clock, { stallMs, signal, isEnough }) {
    let seen = '';
    let work;
    let silentMs = 0;
    let beforeMs = clock.nowMs();
    for (let polls = 0;; polls += 1) {
        const nowMs = clock.nowMs();
        silentMs += Math.min(nowMs - beforeMs, LONGEST_TICK_MS);
        beforeMs = nowMs;
        const state = readState(folder);
        if (state?.answer !== undefined)
            return { kind: 'answered', answer: state.answer };
        if (state !== undefined && isEnough?.(state) === true)
            return undefined;
        if (signal?.aborted === true)
            return { kind: 'stalled', afterMs: silentMs };
        if (polls % 10 === 9) {
            if (state !== undefined && !isAlive(state.pid) && readState(folder)?.answer === undefined)
                return { kind: 'gone' };
            const { transferred, onDisk } = movedBytes(folder);
            const now = `${state?.asks ?? ''} ${state?.key ?? ''} ${transferred} ${onDisk}`;
            const workNow = now === seen && silentMs > FILES_ALONE_MS ? workBelow(state?.pid) : undefined;
            if (now !== seen || (work !== undefined && workNow !== undefined && workNow !== work))
                silentMs = 0;
            [seen, work] = [now, workNow];
            if (silentMs >= (state?.asks === true ? stallMs : START_MS))
                return { kind: 'stalled', afterMs: silentMs };
        }
        await clock.sleep(POLL_MS);
    }
}
function failure(ending) {
    if (ending.kind === 'gone')
        return { kind: 'failed', why: 'the program that speaks with the service ended without an answer' };
    if (ending.kind === 'stalled')
        return { kind: 'failed', why: `no answer within ${seconds_seconds(ending.afterMs, 0)}` };
    return { kind: 'failed', why: ending.answer.kind === 'failed' ? ending.answer.why : `unexpected answer: ${ending.answer.kind}` };
}
function toLookup(ending) {
    if (ending.kind === 'answered') {
        const { answer } = ending;
        if (answer.kind === 'found' || answer.kind === 'none' || answer.kind === 'unavailable')
            return answer;
    }
    return failure(ending);
}
function toTransfer(ending, bytes) {
    if (ending.kind === 'stalled')
        return { kind: 'stalled', afterMs: ending.afterMs, bytes };
    if (ending.kind === 'answered') {
        const { answer } = ending;
        if (answer.kind === 'restored')
            return { kind: 'done', key: answer.key, bytes };
        if (answer.kind === 'none' || answer.kind === 'unavailable' || answer.kind === 'unreadable')
            return answer;
    }
    return failure(ending);
}
function toStored(ending, bytes) {
    if (ending.kind === 'stalled')
        return { kind: 'stalled', afterMs: ending.afterMs };
    if (ending.kind === 'answered') {
        const { answer } = ending;
        if (answer.kind === 'saved')
            return { kind: 'saved', bytes };
        if (answer.kind === 'exists' || answer.kind === 'conflict' || answer.kind === 'read-only' || answer.kind === 'unavailable')
            return answer;
    }
    return failure(ending);
}

;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
;// CONCATENATED MODULE: ./build/github/places.js





const USE_STATE = 'use';
function newPlaces(env) {
    const step = createHash('sha256').update(env['GITHUB_ACTION'] ?? '').digest('hex').slice(0, 12);
    return placesOf(`${step}-${randomUUID().slice(0, 8)}`, env);
}
function takePlaces(env) {
    const begun = begunPlaces(env);
    return begun !== undefined && isFirst(path.dirname(begun.places.plan)) ? begun : newPlaces(env);
}
function begunPlaces(env) {
    const use = env[`STATE_${USE_STATE}`] ?? '';
    return /^[\da-f-]+$/.test(use) ? placesOf(use, env) : undefined;
}
function places_jobRoot(env) {
    return external_node_path_.join(env['RUNNER_TEMP'] || (0,external_node_os_namespaceObject.tmpdir)(), 'parallel-pip');
}
function placesOf(use, env) {
    const root = places_jobRoot(env);
    const own = (name) => external_node_path_.join(root, use, name);
    return { use, places: { root, store: external_node_path_.join(root, 'store'), early: own('early'), save: own('save'), plan: own('plan.json'), trim: own('trim.json'), report: own('report.json'), timings: own('timings.json'), pylock: own('pylock.toml'), trace: own('trace.json'), leg: own('leg.json') } };
}
function isFirst(folder) {
    try {
        mkdirSync(path.join(folder, 'taken'));
        return true;
    }
    catch (error) {
        return systemErrorCode(error) !== 'EEXIST';
    }
}

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

;// CONCATENATED MODULE: ./build/requests/world.js



function processWorld() {
    return { env: process.env, cwd: currentFolder(), platform: process.platform, homeDir: homeFolder(), isThrownAway: process.env['RUNNER_ENVIRONMENT'] === 'github-hosted' };
}
function currentFolder() {
    try {
        return process.cwd();
    }
    catch (error) {
        throw new errors_UserError('input-missing', 'the current folder is not there any more, or cannot be read', { hint: 'change into a folder that exists', cause: error });
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
    return text.startsWith('~/') || text.startsWith(`~${path.sep}`) ? path.join(homeDir, text.slice(2)) : text;
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
function python_strings_pythonRepr(text) {
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

;// CONCATENATED MODULE: ./build/standards/text-lines.js

const LINE_END = /\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/;
const ONE_SPACE = new RegExp(`^[${PYTHON_SPACE}]$`);
function text_lines_splitLines(text) {
    const lines = text.split(LINE_END);
    if (lines.at(-1) === '')
        lines.pop();
    return lines;
}
function isPythonSpace(character) {
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

;// CONCATENATED MODULE: ./build/standards/entry-points.js




function parseEntryPoints(text) {
    const entryPoints = [];
    let group;
    for (const raw of splitLines(text)) {
        const content = pythonStrip(raw);
        if (content === '' || content.startsWith('#'))
            continue;
        if (content.startsWith('[') && content.endsWith(']'))
            group = stripCharacters(content, '[]');
        else if (group !== undefined) {
            const equals = content.indexOf('=');
            if (equals !== -1)
                entryPoints.push({ group, name: pythonStrip(content.slice(0, equals)), value: pythonStrip(content.slice(equals + 1)) });
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
        return notParsed(`${quoted(value)} is not "module:attribute"`);
    const [module, attribute, ...more] = (match[1] ?? '').split(':');
    if (module === undefined || attribute === undefined)
        return notParsed(`${quoted(value)} has no callable after a colon`);
    if (more.length > 0)
        return notParsed(`${quoted(value)} has more than one colon`);
    if (match[2] === undefined && /[[\]]/.test(value))
        return notParsed(`the extras of ${quoted(value)} cannot be read`);
    return parsed({ module, attribute });
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
function entry_points_scriptNameFault(name) {
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

;// CONCATENATED MODULE: ./build/standards/version-parts.js

const version_parts_VERSION = new RegExp(`^[${PYTHON_SPACE}]*v?` +
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
function version_parts_scanVersion(text) {
    if (PLAIN_RELEASE.test(text))
        return partsOfRelease(text.split('.'));
    const match = version_parts_VERSION.exec(text);
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
function version_parts_formatVersionParts(parts) {
    return ((parts.epoch === '0' ? '' : `${parts.epoch}!`) +
        parts.release.join('.') +
        (parts.pre === undefined ? '' : parts.pre.phase + parts.pre.number) +
        (parts.post === undefined ? '' : `.post${parts.post}`) +
        (parts.dev === undefined ? '' : `.dev${parts.dev}`) +
        (parts.local === undefined ? '' : `+${parts.local.join('.')}`));
}
const KEY_MAX = '\x7f';
const KEY_NEXT = '\0';
const version_parts_KEY_FINAL = '401';
const PHASE_RANK = { a: '1', b: '2', rc: '3' };
const LONGEST_COUNTED = 32;
function version_parts_encodeNumber(number) {
    if (number.length <= LONGEST_COUNTED)
        return String.fromCharCode(0x40 + number.length) + number;
    return `~${version_parts_encodeNumber(String(number.length))}${number}`;
}
function sortKeyOfPre(parts) {
    let end = parts.release.length;
    while (end > 0 && parts.release[end - 1] === '0')
        end -= 1;
    let key = version_parts_encodeNumber(parts.epoch);
    for (let i = 0; i < end; i += 1)
        key += version_parts_encodeNumber(parts.release[i] ?? '0');
    if (parts.pre !== undefined)
        return key + PHASE_RANK[parts.pre.phase] + version_parts_encodeNumber(parts.pre.number);
    return key + (parts.post === undefined && parts.dev !== undefined ? '0' : '4');
}
function version_parts_sortKeyOf(parts) {
    const post = parts.post === undefined ? '0' : `1${version_parts_encodeNumber(parts.post)}`;
    const dev = parts.dev === undefined ? '1' : `0${version_parts_encodeNumber(parts.dev)}`;
    let key = sortKeyOfPre(parts) + post + dev;
    for (const segment of parts.local ?? [])
        key += /^[0-9]+$/.test(segment) ? `1${version_parts_encodeNumber(segment)}` : `0${segment} `;
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
function version_compareVersions(a, b) {
    if (a.sortKey === b.sortKey)
        return 0;
    return a.sortKey < b.sortKey ? -1 : 1;
}
const EXACT_DIGITS = 15;
const ENCODED_ZERO = version_parts_encodeNumber('0');
const SMALL_NUMBERS = Array.from({ length: 256 }, (_, number) => version_parts_encodeNumber(String(number)));
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

;// CONCATENATED MODULE: ./build/workers/tasks/wheel-layout.js






const SCHEME_KEYS = (/* unused pure expression or super */ null && (['purelib', 'platlib', 'scripts', 'headers', 'data']));
function findRoots(label, paths, project) {
    const roots = new Set(paths.map((path) => path.slice(0, Math.max(0, path.indexOf('/')))));
    const infos = [...roots].filter((root) => root.endsWith('.dist-info'));
    const [distInfo] = infos;
    if (distInfo === undefined)
        throw new UserError('wheel-invalid', `${label} has no .dist-info folder`);
    if (infos.length > 1)
        throw new UserError('wheel-invalid', `${label} has more than one .dist-info folder: ${infos.join(', ')}`);
    const stem = distInfo.slice(0, -'.dist-info'.length);
    if (!isStemOf(stem, project))
        throw new UserError('wheel-invalid', `${label} carries ${distInfo}, which is not of ${project.name} ${project.version}`);
    const datas = [...roots].filter((root) => root.endsWith('.data'));
    const foreign = datas.find((root) => root !== `${stem}.data`);
    if (foreign !== undefined)
        throw new UserError('wheel-invalid', `${label} carries ${foreign}, which does not belong to ${distInfo}`);
    return rootsOf(distInfo);
}
function rootsOf(distInfo) {
    return { distInfo, data: `${distInfo.slice(0, -'.dist-info'.length)}.data` };
}
function isStemOf(stem, { name, version }) {
    const wanted = parseVersion(version);
    for (let dash = stem.indexOf('-'); dash !== -1; dash = stem.indexOf('-', dash + 1)) {
        if (normalizeName(stem.slice(0, dash)) !== name)
            continue;
        const text = stem.slice(dash + 1);
        const found = parseVersion(text) ?? parseVersion(text.replaceAll('_', '-'));
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
        throw new UserError('wheel-invalid', `${label} has ${path}; files under .data belong into one of ${SCHEME_KEYS.join(', ')}`);
    }
    return { scheme: key, path: rest.join('/') };
}
function isSchemeKey(key) {
    return SCHEME_KEYS.includes(key);
}
function stageParts(folders) {
    const first = (key) => SCHEME_KEYS.find((other) => folders[other] === folders[key]) ?? key;
    return Object.fromEntries(SCHEME_KEYS.map((key) => [key, first(key)]));
}
function recordPaths(folders, rootScheme) {
    const root = folders[rootScheme];
    const parts = SCHEME_KEYS.map((key) => {
        const there = slashed(relative(root, folders[key]));
        const back = slashed(relative(folders[key], root));
        return [key, { prefix: there === '' ? '' : `${there}/`, inner: back.startsWith('..') ? '' : back }];
    });
    const byKey = Object.fromEntries(parts);
    return ({ scheme, path }) => {
        const { prefix, inner } = byKey[scheme];
        const crosses = inner !== '' && path.split('/', 1)[0] === inner.split('/', 1)[0];
        return crosses ? posix.relative(inner, path) : prefix + path;
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
    return /\.egg-info$/i.test(top) && normalizeName(top.split(/-|\.egg-info$/i, 1)[0] ?? '') !== project.name ? 'it would be taken for metadata of another distribution' : undefined;
}
function scriptsInData(folders) {
    return slashed(relative(folders.data, folders.scripts));
}
function interpreterFault(name) {
    const fault = scriptNameFault(name);
    return fault?.includes('interpreter') === true ? fault : undefined;
}

;// CONCATENATED MODULE: ./build/install/disk.js



const disk_realDisk = {
    rename: rename_renameFile,
    makeFolder: (path) => (0,external_node_fs_namespaceObject.mkdirSync)(path),
    removeEmptyFolder: (path) => {
        try {
            (0,external_node_fs_namespaceObject.rmdirSync)(path);
        }
        catch (error) {
            if (!['ENOTEMPTY', 'EEXIST', 'ENOENT', 'ENOTDIR', 'EBUSY'].includes(errors_systemErrorCode(error) ?? ''))
                throw error;
        }
    },
    copy: copyWhole,
    remove: (path) => (0,external_node_fs_namespaceObject.unlinkSync)(path),
    identify,
    list: (folder) => (0,external_node_fs_namespaceObject.readdirSync)(folder),
};
function identify(path) {
    try {
        const facts = (0,external_node_fs_namespaceObject.lstatSync)(path, { throwIfNoEntry: false });
        return facts === undefined ? undefined : { inode: facts.ino, isFolder: facts.isDirectory() };
    }
    catch (error) {
        if (errors_systemErrorCode(error) === 'ENOTDIR')
            return undefined;
        throw error;
    }
}
const DRAFT = '.parallel-pip-part';
function copyWhole(from, to) {
    const facts = (0,external_node_fs_namespaceObject.lstatSync)(from);
    const draft = `${to}${DRAFT}`;
    (0,external_node_fs_namespaceObject.rmSync)(draft, { force: true });
    try {
        if (facts.isSymbolicLink())
            (0,external_node_fs_namespaceObject.symlinkSync)((0,external_node_fs_namespaceObject.readlinkSync)(from), draft);
        else
            copyRegular(from, draft, facts);
        rename_renameFile(draft, to);
    }
    catch (error) {
        (0,external_node_fs_namespaceObject.rmSync)(draft, { force: true });
        throw error;
    }
}
function copyRegular(from, draft, facts) {
    (0,external_node_fs_namespaceObject.copyFileSync)(from, draft);
    (0,external_node_fs_namespaceObject.utimesSync)(draft, facts.atime, facts.mtime);
}

;// CONCATENATED MODULE: ./build/install/journal.js



const journal_JOURNAL_NAME = 'journal.jsonl';
const SETTLED_NAME = 'settled.jsonl';
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
function noteSplit(path, step, event) {
    (0,external_node_fs_namespaceObject.appendFileSync)(path, `${JSON.stringify({ [event]: step })}\n`);
}
function settleJournal(workDir) {
    rename_renameFile(`${workDir}/${journal_JOURNAL_NAME}`, `${workDir}/${SETTLED_NAME}`);
}
function readJournal(path) {
    try {
        return parseJournal((0,external_node_fs_namespaceObject.readFileSync)(path, 'utf8'));
    }
    catch (error) {
        if (isNotThere(error))
            return 'absent';
        throw new errors_UserError('journal-invalid', `${path} cannot be read: ${errors_messageOf(error)}`, {
            hint: `a run that was interrupted left it; ${errors_systemErrorCode(error) === undefined ? 'move what the folder "retired" beside it holds back by hand, then delete its folder' : 'run again when it can be read'}`,
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
function bootId() {
    try {
        return (0,external_node_fs_namespaceObject.readFileSync)('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    }
    catch {
        return '';
    }
}

;// CONCATENATED MODULE: ./build/install/move.js


const NOT_WHOLE = ['EXDEV', 'EBUSY'];
function moveWhole(disk, from, to, onSplit) {
    try {
        disk.rename(from, to);
    }
    catch (error) {
        if (!NOT_WHOLE.includes(errors_systemErrorCode(error)))
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
function addMissing(disk, from, to) {
    for (const name of disk.list(from)) {
        const [source, there] = [`${from}/${name}`, `${to}/${name}`];
        const existing = disk.identify(there);
        if (existing === undefined)
            move_mergeInto(disk, source, there);
        else if (existing.isFolder && disk.identify(source)?.isFolder === true)
            addMissing(disk, source, there);
    }
}
function removeBytecode(disk, folder, isBytecode = false) {
    for (const name of disk.list(folder)) {
        const path = `${folder}/${name}`;
        const isFolder = disk.identify(path)?.isFolder === true;
        if (isFolder) {
            removeBytecode(disk, path, isBytecode || name === '__pycache__');
            disk.removeEmptyFolder(path);
        }
        else if (isBytecode && /\.pyc(?:\.\d+)?$/.test(name))
            disk.remove(path);
    }
}
function discardDraft(disk, path) {
    if (disk.identify(`${path}${DRAFT}`) !== undefined)
        disk.remove(`${path}${DRAFT}`);
}
function movePiece(disk, from, to) {
    try {
        disk.rename(from, to);
    }
    catch (error) {
        if (errors_systemErrorCode(error) !== 'EXDEV')
            throw error;
        disk.copy(from, to);
        disk.remove(from);
    }
}

;// CONCATENATED MODULE: ./build/install/undo.js

function undoSteps(disk, facts) {
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
    move_mergeInto(disk, from, to);
    facts.note(index, 'unsplit');
}

;// CONCATENATED MODULE: ./build/install/recover.js






function hasLeftovers(sitePackages) {
    return (0,external_node_fs_namespaceObject.existsSync)(`${sitePackages}/${wheel_layout_WORK_FOLDER}`);
}
function recover(sitePackages, disk = disk_realDisk) {
    const folder = `${sitePackages}/${wheel_layout_WORK_FOLDER}`;
    if ((0,external_node_fs_namespaceObject.lstatSync)(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
        return { kind: 'nothing' };
    const path = `${folder}/${journal_JOURNAL_NAME}`;
    const journal = readJournal(path);
    if (journal === 'absent' || journal === 'unfinished') {
        if (!(0,external_node_fs_namespaceObject.existsSync)(`${folder}/${SETTLED_NAME}`))
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
    for (const part of [journal_RETIRED_NAME, ''])
        (0,external_node_fs_namespaceObject.rmSync)(`${folder}/${part}`, { recursive: true, force: true, maxRetries: 3 });
}
function refuseRetired(folder) {
    const retired = (0,external_node_fs_namespaceObject.existsSync)(`${folder}/${journal_RETIRED_NAME}`) ? (0,external_node_fs_namespaceObject.readdirSync)(`${folder}/${journal_RETIRED_NAME}`) : [];
    if (retired.length === 0)
        return;
    throw new errors_UserError('journal-invalid', `${folder} holds what was taken out of the environment (${retired.length} files and folders), and no journal that says where it belongs`, {
        hint: 'the disk lost a journal that was written to it; move what the folder "retired" holds back by hand, then delete the folder',
    });
}

;// CONCATENATED MODULE: external "node:timers/promises"
const external_node_timers_promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
;// CONCATENATED MODULE: ./build/kernel/slashed.js
function slashed_slashed(path) {
    return process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
}

;// CONCATENATED MODULE: ./build/kernel/disk-error.js

function disk_error_diskError(error, facts) {
    const code = systemErrorCode(error);
    const kind = code === undefined ? undefined : KINDS[code];
    if (kind === undefined)
        return error;
    const space = kind.code === 'disk-full' ? facts.space?.() : kind.hint === FILES ? openFilesAllowed() : undefined;
    const message = `${facts.doing} failed: ${kind.words}${space === undefined ? '' : ` (${space})`}: ${messageOf(error)}${facts.outcome ?? ''}`;
    return new UserError(kind.code, message, { ...(kind.hint === undefined ? {} : { hint: kind.hint }), cause: error });
}
function limitError(error) {
    if (isUserError(error))
        return error;
    const text = `${systemErrorCode(error) ?? ''} ${messageOf(error)}`;
    const code = /\bENFILE\b/.test(text) ? 'ENFILE' : /\bEMFILE\b|too many open files/.test(text) ? 'EMFILE' : undefined;
    return code === undefined ? error : disk_error_diskError(Object.assign(new Error(messageOf(error), { cause: error }), { code }), { doing: 'the run', outcome: '; the environment is as it was' });
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

;// CONCATENATED MODULE: ./build/store/folders.js



function folders_makeFolders(folder) {
    const missing = [];
    for (let at = path.resolve(folder);; at = path.dirname(at)) {
        const facts = statSync(at, { throwIfNoEntry: false });
        if (facts?.isDirectory() === false)
            throw Object.assign(new Error(`${at} is a file, not a folder`), { code: 'ENOTDIR' });
        if (facts !== undefined || at === path.dirname(at))
            break;
        missing.unshift(at);
    }
    for (const each of missing)
        makeOne(each);
    return missing[0];
}
function makeOne(folder) {
    try {
        mkdirSync(folder);
    }
    catch (error) {
        if (systemErrorCode(error) !== 'EEXIST')
            throw error;
    }
}

;// CONCATENATED MODULE: ./build/install/work-area.js












async function openWorkArea(target, takeLock) {
    const scheme = realScheme(target);
    const path = `${scheme.purelib}/${WORK_FOLDER}`;
    const topmost = await makeFolder(path);
    const lock = await takeLock?.(lockFile(path)).catch(async (error) => {
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
function lockFile(workArea) {
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
    return name.startsWith(basename(lockFile('')));
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
    for (let path = (0,external_node_path_.resolve)(folder);; path = (0,external_node_path_.dirname)(path)) {
        try {
            return slashed_slashed([external_node_fs_namespaceObject.realpathSync.native(path), ...rest].join('/')).replace(/^\/\//, '/');
        }
        catch {
            if (path === (0,external_node_path_.dirname)(path))
                return folder;
            rest.unshift((0,external_node_path_.basename)(path));
        }
    }
}

;// CONCATENATED MODULE: ./build/store/locks.js




const locks_FIRST_WAIT_MS = 20;
const LONGEST_WAIT_MS = 250;
async function takeLock(request) {
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
            request.onWait(await (0,promises_namespaceObject.readFile)(holderFile(request), 'utf8').catch(() => 'it does not say who it is'));
        waiting.isAnnounced = true;
        waiting.waitMs = Math.min(LONGEST_WAIT_MS, Math.max(locks_FIRST_WAIT_MS, waiting.waitMs * 2));
        await request.clock.sleep(waiting.waitMs, request.signal);
    }
}
async function held({ database, inode }, request) {
    await (0,promises_namespaceObject.writeFile)(holderFile(request), request.holder).catch(() => undefined);
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
        (0,external_node_fs_namespaceObject.unlinkSync)(file);
    }
    catch {
    }
}
function holderFile(request) {
    return `${request.file}.holder`;
}
async function openLock(file) {
    try {
        await (0,promises_namespaceObject.mkdir)(external_node_path_.dirname(file), { recursive: true });
        const sqlite = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 99, 19));
        for (;;) {
            (0,external_node_fs_namespaceObject.closeSync)((0,external_node_fs_namespaceObject.openSync)(file, 'a'));
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
    return (0,external_node_fs_namespaceObject.statSync)(file, { bigint: true, throwIfNoEntry: false })?.ino;
}
const SQLITE_BUSY = 5;
function tryLock(database) {
    try {
        database.exec('BEGIN EXCLUSIVE');
        return 'held';
    }
    catch (error) {
        const { errcode } = error;
        return errors_systemErrorCode(error) === 'ERR_SQLITE_ERROR' && ((errcode ?? 0) & 0xff) === SQLITE_BUSY ? 'busy' : 'unavailable';
    }
}

;// CONCATENATED MODULE: ./build/target/run-python.js


const UNSTARTED = {
    EACCES: 'it may not be executed by this user',
    ENOEXEC: 'it is no program that this system runs',
    ENOENT: 'it is not there, or what it needs to start is not',
};
function spawnText(error) {
    return UNSTARTED[systemErrorCode(error) ?? ''] ?? error.message;
}
const run_python_TIMEOUT_MS = 60_000;
function run_python_runPython(python, { args, env, cwd, signal, timeoutMs = run_python_TIMEOUT_MS }) {
    return new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const child = spawn(python, args, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
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

;// CONCATENATED MODULE: ./build/target/schemes.js




function schemes_layoutAt(layout, base) {
    return mapScheme(layout, (folder) => (folder.startsWith(BASE_PLACEHOLDER) ? path.join(base, folder.slice(BASE_PLACEHOLDER.length)) : folder));
}
function targetDirScheme(target, dir) {
    const home = schemes_layoutAt(target.layouts.home, dir);
    return { ...home, purelib: dir, platlib: dir, data: dir };
}
function prefixScheme(target, prefix) {
    return schemes_layoutAt(target.layouts.prefix, prefix);
}
function userScheme(target) {
    if (target.layouts.user === undefined)
        throw new UserError('input-unsupported', `This Python has no user site-packages: ${target.python}`);
    return target.layouts.user;
}
function rootedScheme(scheme, root) {
    return mapScheme(scheme, (folder) => path.join(root, folder.slice(path.parse(folder).root.length)));
}
function checkUserSite(target) {
    if (target.userSite.enabled)
        return;
    const why = target.isVirtualEnvironment ? 'user site-packages are not visible in this virtual environment' : 'user site-packages are disabled for this Python';
    throw new UserError('usage', `--user cannot be used: ${why}`, { details: [`interpreter: ${target.python}`] });
}
function fallsBackToUser(target, canWrite = isWritable) {
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











const CHECKOUTS = 'src';
function stagingFolder(venv) {
    return `${work_area_realFolder(venv)}.parallel-pip-new`;
}
function freshVenv({ base, venv, isDryRun }, context) {
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
                for (const folder of [path.join(venv, CHECKOUTS), venv])
                    await rmdir(folder).catch(() => undefined);
        },
    };
}
async function removeUnfinishedVenv(venv, events) {
    const staging = stagingFolder(venv);
    if (!isUnfinished(venv))
        return false;
    await putCheckoutsBack(staging, work_area_realFolder(venv));
    await (0,promises_namespaceObject.rm)(staging, { recursive: true, force: true, maxRetries: 3 });
    events.notice('info', `removed what an interrupted run had left beside ${venv}`);
    return true;
}
function isUnfinished(venv) {
    return (0,external_node_fs_namespaceObject.existsSync)(stagingFolder(venv));
}
async function make(base, places, context) {
    await removeUnfinishedVenv(places.venv, context.events);
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
    if (existsSync(`${place}/${CHECKOUTS}`))
        await rename(`${place}/${CHECKOUTS}`, `${staging}/${CHECKOUTS}`);
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
    if (!(0,external_node_fs_namespaceObject.existsSync)(`${staging}/${CHECKOUTS}`))
        return;
    await (0,promises_namespaceObject.mkdir)(place, { recursive: true });
    await (0,promises_namespaceObject.rename)(`${staging}/${CHECKOUTS}`, `${place}/${CHECKOUTS}`);
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
        for (const name of names.filter((entry) => entry !== CHECKOUTS))
            await rm(`${place}/${name}`, { recursive: true, force: true });
        throw publishError(error, place);
    }
}
function publishError(error, place) {
    const known = diskError(error, { doing: `moving the virtual environment to ${place}` });
    return isUserError(known) ? known : new UserError('install-failed', `the virtual environment could not be moved to ${place}: ${messageOf(error)}`, { cause: error });
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
function layout_storeLayout(root) {
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

;// CONCATENATED MODULE: ./build/store/temporary.js




async function temporary_makeTemporaryFolder(prefix) {
    const parents = [tmpdir(), ...(process.platform === 'win32' ? [] : ['/tmp', '/var/tmp'])];
    let first;
    for (const parent of parents) {
        try {
            return await mkdtemp(path.join(parent, prefix));
        }
        catch (error) {
            first ??= error;
        }
    }
    throw new UserError('store-failed', `no folder for temporary files can be written: ${messageOf(first)}`, { hint: 'name one with TMPDIR', cause: first });
}

;// CONCATENATED MODULE: ./build/run/store-folder.js







async function openStoreFolder(asked, { world, events }) {
    if (asked !== 'off') {
        const root = asked?.value ?? defaultStoreFolder(world);
        const fault = await faultOf(root);
        if (fault === undefined)
            return { layout: storeLayout(root), isKept: true, close: () => Promise.resolve() };
        events.notice('warning', `the wheel store ${root} cannot be written (${fault}): nothing is kept for later runs`);
    }
    const folder = await makeTemporaryFolder('parallel-pip-');
    return { layout: storeLayout(folder), isKept: false, close: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) };
}
async function faultOf(folder) {
    try {
        makeFolders(folder);
        await access(folder, constants.W_OK | constants.X_OK);
        return undefined;
    }
    catch (error) {
        return messageOf(error);
    }
}
function defaultStoreFolder({ env, homeDir, platform }) {
    if (platform === 'win32')
        return external_node_path_.join(env['LOCALAPPDATA'] ?? external_node_path_.join(homeDir, 'AppData', 'Local'), 'parallel-pip', 'cache');
    if (platform === 'darwin')
        return external_node_path_.join(homeDir, 'Library', 'Caches', 'parallel-pip');
    return external_node_path_.join(env['XDG_CACHE_HOME'] || external_node_path_.join(homeDir, '.cache'), 'parallel-pip');
}
function codeCacheFolder(world) {
    return path.join(defaultStoreFolder(world), CODE_BUCKET);
}

;// CONCATENATED MODULE: ./build/run/environment-lock.js









async function holdEnvironment(place, context) {
    const real = work_area_realFolder(place);
    const name = (0,external_node_crypto_namespaceObject.createHash)('sha256').update(real).digest('hex').slice(0, 32);
    const lock = await take(external_node_path_.join(locksFolder(context), `${name}.lock`), real, context);
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
    return external_node_path_.join(defaultStoreFolder(world), 'locks');
}
async function recoverEnvironment(sitePackages, context) {
    if (!hasLeftovers(work_area_realFolder(sitePackages)))
        return { kind: 'nothing' };
    const hold = await holdEnvironment(sitePackages, context);
    hold.release();
    return hold.recovery;
}
async function recoverUnmade(venv, context) {
    if (!isUnfinished(venv))
        return false;
    const hold = await holdEnvironment(venv, context);
    try {
        return await removeUnfinishedVenv(venv, context.events);
    }
    finally {
        hold.release();
    }
}
function lockTaker(place, context) {
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
    const inner = await take(lockFile(`${real}/${wheel_layout_WORK_FOLDER}`), real, context);
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

;// CONCATENATED MODULE: ./build/github/recovery.js





const STATE = 'environment';
function noteEnvironment({ isFresh, venvPath, destination }, runner) {
    const place = isFresh ? { venv: venvPath } : { sitePackages: destination.scheme.purelib };
    runner.saveState(STATE, JSON.stringify(place));
}
const PATIENCE_MS = 2000;
async function recoverNoted(env, runner) {
    const noted = env[`STATE_${STATE}`];
    if (noted === undefined || noted === '')
        return;
    const events = new EventBus(clock_systemClock);
    events.listen((event) => {
        if (event.kind === 'notice' && event.level !== 'debug')
            runner.line(event.text);
    });
    const context = { world: processWorld(), events, clock: clock_systemClock, signal: AbortSignal.timeout(PATIENCE_MS) };
    try {
        const { venv, sitePackages } = JSON.parse(noted);
        if (venv !== undefined)
            await recoverUnmade(venv, context);
        if (sitePackages !== undefined)
            await recoverEnvironment(sitePackages, context);
    }
    catch (error) {
        runner.line(`The environment could not be looked after: ${errors_messageOf(error)}`);
    }
}

;// CONCATENATED MODULE: ./build/actions-cache/keys.js

const keys_CACHE_FORMAT = 1;
const PREFIX = 'parallel-pip';
const MAX_KEY_LENGTH = 512;
const FACT_NAMES = (/* unused pure expression or super */ null && (['format', 'os', 'arch', 'suffix', 'python', 'libc', 'inputs', 'resolution']));
function keys_keyFacts(identity, resolution) {
    const values = { format: `v${keys_CACHE_FORMAT}`, ...identity, resolution };
    return FACT_NAMES.map((name) => ({ name, value: values[name] }));
}
function keys_saveKey(identity, resolution) {
    return keyUpTo(keys_keyFacts(identity, resolution), 'resolution');
}
function keys_restoreKeys(identity) {
    const facts = keys_keyFacts(identity, '');
    return { primary: keyUpTo(facts, 'inputs'), others: ['libc', 'suffix'].map((name) => keyUpTo(facts, name)) };
}
function machinePrefix({ os, arch, suffix }) {
    return keyUpTo(keys_keyFacts({ os, arch, suffix, python: '', libc: '', inputs: '' }, ''), 'suffix');
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
    return plain.length <= 64 ? plain : `${plain.slice(0, 40)}_${keys_shortHash(value)}`;
}
function keys_factsMissed(found, identity, resolution) {
    const plain = found.endsWith(BESIDE) ? found.slice(0, -BESIDE.length) : found;
    const [prefix, ...values] = plain.toLowerCase().split('/');
    if (prefix !== PREFIX || values.length !== FACT_NAMES.length)
        return undefined;
    return keys_keyFacts(identity, resolution).filter((fact, at) => segment(fact.value) !== values[at]).map(({ name }) => name);
}
function keys_shortHash(text) {
    return (0,external_node_crypto_namespaceObject.createHash)('sha256').update(text).digest('hex').slice(0, 20);
}
function keys_sameKey(a, b) {
    return a.toLowerCase() === b.toLowerCase();
}
function pointerPrefix(facts) {
    const { os, arch, suffix, ...identity } = facts;
    const leg = keys_shortHash(JSON.stringify([identity.workflow, identity.job, identity.leg, identity.step]));
    return `${PREFIX}-leg/v${keys_CACHE_FORMAT}/${segment(os)}/${segment(arch)}/${segment(suffix)}/${leg}/`;
}
function keys_pointerKey(facts, key, question) {
    const text = `${pointerPrefix(facts)}${question === undefined ? '' : `${keys_shortHash(question)}/`}>${key}`;
    return text.length <= MAX_KEY_LENGTH ? text : undefined;
}
function pointedKey(pointer) {
    const at = pointer.indexOf('/>');
    return at === -1 ? undefined : pointer.slice(at + 2);
}

;// CONCATENATED MODULE: ./build/actions-cache/entry.js






const FACTS_FILE = 'entry.json';
const ID = /^[0-9a-f]{64}$/;
async function entry_adoptEntry(folder, layout) {
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
    const items = listItems(folder).filter(({ bucket }) => bucket === METADATA_BUCKET);
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
    const facts = { format: keys_CACHE_FORMAT, wheels: kept, ...(networkRate === undefined ? {} : { networkRate }) };
    await (0,promises_namespaceObject.writeFile)(external_node_path_.join(folder, FACTS_FILE), JSON.stringify(facts));
    return facts;
}
function wheelInEntry(folder, id) {
    return external_node_path_.join(folder, layout_WHEELS_BUCKET, id.slice(0, 2), `${id}.whl`);
}
function wheelOfPath(inside) {
    const [bucket, , name = ''] = inside.split('/');
    return bucket === WHEELS_BUCKET && name.endsWith('.whl') ? name.slice(0, -'.whl'.length) : undefined;
}
async function fillPublished(folder, layout, id) {
    const shard = id.slice(0, 2);
    if (!(await linkOrCopy(layout.wheel(id), wheelInEntry(folder, id))))
        return false;
    await linkOrCopy(layout.metadata(id), external_node_path_.join(folder, layout_METADATA_BUCKET, shard, `${id}.txt`));
    return true;
}
async function fillBuilt(folder, layout, id) {
    const names = await (0,promises_namespaceObject.readdir)(layout.built(id)).catch(() => []);
    const linked = await Promise.all(names.map((name) => linkOrCopy(external_node_path_.join(layout.built(id), name), external_node_path_.join(folder, layout_BUILT_BUCKET, id.slice(0, 2), id, name))));
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
    return [WHEELS_BUCKET, METADATA_BUCKET, BUILT_BUCKET].flatMap((bucket) => {
        const shards = readFolder(path.join(folder, bucket)).filter((shard) => shard.isDirectory());
        return shards.flatMap(({ name: shard }) => readFolder(path.join(folder, bucket, shard)).map(({ name }) => ({ bucket, shard, name, path: path.join(folder, bucket, shard, name) })));
    });
}
function readFolder(folder) {
    try {
        return readdirSync(folder, { withFileTypes: true });
    }
    catch {
        return [];
    }
}
function judge(item, layout) {
    const suffix = item.bucket === WHEELS_BUCKET ? '.whl' : item.bucket === METADATA_BUCKET ? '.txt' : '';
    const id = item.name.slice(0, item.name.length - suffix.length);
    if (!item.name.endsWith(suffix) || !ID.test(id) || item.shard !== id.slice(0, 2))
        return undefined;
    const stat = lstatSync(item.path);
    if (item.bucket !== BUILT_BUCKET)
        return stat.isFile() ? { id, place: item.bucket === WHEELS_BUCKET ? layout.wheel(id) : layout.metadata(id), sizeBytes: stat.size } : undefined;
    const inside = stat.isDirectory() ? readdirSync(item.path) : [];
    const stats = inside.map((name) => lstatSync(path.join(item.path, name)));
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

;// CONCATENATED MODULE: ./build/kernel/url-secrets.js
const TELLING = String.raw `[?&](?:[\w.-]*(?:token|secret|password|passwd|signature|credential|key)|sig|auth|pass|pwd)=`;
const PARAMETER = new RegExp(`(?<name>${TELLING})[^&#\\s"'<>]+`, 'gi');
function url_secrets_maskParameters(text, mask) {
    return text.replace(PARAMETER, (_, name) => `${name}${mask}`);
}
function withoutTellingParameters(url) {
    const [, place = '', query, fragment = ''] = /^([^?#]*)(?:\?([^#]*))?(.*)$/s.exec(url) ?? [];
    if (query === undefined)
        return url;
    const kept = query.split('&').filter((part) => url_secrets_maskParameters(`?${part}`, '') === `?${part}`);
    return `${place}${kept.length === 0 ? '' : `?${kept.join('&')}`}${fragment}`;
}
function url_secrets_pathTokens(url) {
    const path = /^https?:\/\/[^/?#]*(?<path>\/[^?#]*)/i.exec(url)?.groups?.['path'] ?? '';
    return path.split('/').filter((part) => /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d.*\d)[\w-]{16,}$/.test(part) || /^(?=.*[a-f])(?=.*\d)[\da-f]{32,}$/i.test(part));
}
function url_secrets_holdsSecret(url) {
    return /^[^/]*:\/\/[^/]*@/.test(url) || url_secrets_maskParameters(url, '') !== url || url_secrets_pathTokens(url).length > 0;
}

;// CONCATENATED MODULE: ./build/kernel/secrets.js

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
        let masked = secrets_redactUrl(text);
        for (const value of this.#values)
            masked = masked.replaceAll(value, MASK);
        return masked;
    }
}
function secrets_redactUrl(url) {
    return maskParameters(url.replace(USERINFO, `://${MASK}@`), MASK);
}
function redactPlace(url) {
    return pathTokens(url).reduce((text, token) => text.replace(token, MASK), secrets_redactUrl(url));
}

;// CONCATENATED MODULE: ./build/actions-cache/inputs-hash.js


function inputs_hash_inputsHash(requests, files) {
    const { set, policy, indexes, locked } = requests;
    const texts = (items) => items.map(({ text }) => redactUrl(text)).sort();
    return shortHash(JSON.stringify({
        requirements: texts(set.requirements),
        constraints: texts(set.constraints),
        locked: locked.map(({ filename, hashes }) => [filename, hashes]),
        indexes: {
            main: indexes.indexUrl === undefined ? null : redactUrl(indexes.indexUrl.value),
            extra: indexes.extraIndexUrls.map(({ value }) => redactUrl(value)),
            findLinks: indexes.findLinks.map(({ value }) => redactUrl(value)),
            noIndex: indexes.noIndex,
        },
        policy: {
            preReleases: policy.releaseControl, formats: policy.formatControl, preferBinary: policy.preferBinary, noDependencies: policy.noDependencies, onlyDependencies: policy.onlyDependencies,
            upgrade: policy.upgrade && policy.upgradeStrategy, ignoreRequiresPython: policy.ignoreRequiresPython,
        },
        files: [...files].sort((a, b) => (a.path < b.path ? -1 : 1)).map(({ path, sha256 }) => [path, sha256]),
    }));
}

;// CONCATENATED MODULE: ./build/actions-cache/save-plan.js

function save_plan_resolutionHash(wheels) {
    return shortHash(wheels.map(({ id }) => id).sort().join('\n'));
}
function save_plan_keyFor({ identity, wheels }) {
    return saveKey(identity, save_plan_resolutionHash(wheels));
}
function save_plan_gainOf(contents) {
    const { wheels, restored, identity } = contents;
    if (wheels.length === 0)
        return { worth: false, why: 'nothing was installed from wheels that can be kept' };
    if (restored === undefined || !save_plan_isExact(restored.key, identity))
        return { worth: true };
    const had = new Set(restored.wheels.map(({ id }) => id));
    if (wheels.some(({ id }) => !had.has(id)))
        return { worth: true };
    return { worth: false, why: 'the entry restored held every wheel' };
}
function save_plan_isExact(key, identity) {
    const { primary } = restoreKeys(identity);
    return sameKey(key.slice(0, primary.length), primary);
}

;// CONCATENATED MODULE: ./build/actions-cache/restoring.js




async function restoring_restoreWheels(facts) {
    const startedMs = facts.clock.nowMs();
    const nothing = { adopted: undefined, transferMs: 0, hiddenMs: 0 };
    if (!facts.permission.allowed) {
        await facts.early?.stop();
        return { ...nothing, outcome: { kind: 'not-allowed', why: facts.permission.why } };
    }
    try {
        const { transfer, isEarly } = await chooseTransfer(facts);
        const earlyPointer = facts.early?.pointer();
        const answer = await transfer.finish(facts);
        transfer.endAhead();
        if (facts.signal.aborted)
            return { ...nothing, outcome: { kind: 'overtaken', afterMs: facts.clock.nowMs() - startedMs } };
        const adopted = answer.kind === 'none' || answer.kind === 'unavailable' ? undefined : await adoptEntry(transfer.folder, facts.layout);
        const endedMs = facts.clock.nowMs();
        const beganMs = isEarly && facts.early !== undefined ? facts.early.startedMs : startedMs;
        const transferMs = (isEarly ? facts.early?.endedMs() ?? endedMs : endedMs) - beganMs;
        return { outcome: isUnread(answer, adopted) ? { kind: 'unreadable', why: 'it has another format' } : outcomeOf(answer, facts.identity), adopted, transferMs, hiddenMs: Math.max(0, Math.min(startedMs - beganMs, transferMs)), ...(earlyPointer === undefined ? {} : { earlyPointer }) };
    }
    catch (error) {
        return { ...nothing, outcome: { kind: 'failed', why: messageOf(error) } };
    }
}
async function chooseTransfer(facts) {
    const { early, service, identity } = facts;
    const query = restoreKeys(identity);
    const earlyKey = await early?.whichKey(facts);
    if (early?.foundNone() === true)
        return { transfer: early, isEarly: true };
    if (early === undefined || earlyKey === undefined)
        return { transfer: service.restore(query), isEarly: false };
    if (isExact(earlyKey, identity))
        return { transfer: early, isEarly: true };
    const found = await service.lookup({ primary: query.primary, others: [] });
    if (found.kind !== 'found' || !isExact(found.key, identity))
        return { transfer: early, isEarly: true };
    await early.stop();
    return { transfer: service.restore(query), isEarly: false };
}
function isUnread(answer, adopted) {
    return answer.kind === 'done' && adopted?.facts === undefined;
}
function outcomeOf(answer, identity) {
    switch (answer.kind) {
        case 'done':
            return { kind: isExact(answer.key, identity) ? 'exact' : 'prefix', key: answer.key, bytes: answer.bytes };
        case 'none':
            return { kind: 'miss' };
        case 'unavailable':
            return { kind: 'unavailable' };
        case 'stalled':
            return { kind: 'timed-out', afterMs: answer.afterMs, bytes: answer.bytes };
        case 'unreadable':
        case 'failed':
            return answer;
    }
}

;// CONCATENATED MODULE: ./build/actions-cache/trust.js
const YES = { allowed: true };
const RESTORE_ONLY = {
    pull_request_target: 'pull_request_target runs restore only',
    workflow_run: 'workflow_run runs restore only',
    issue_comment: 'issue_comment runs restore only',
    release: 'release runs restore only',
    merge_group: 'merge queues have refs of their own, whose entries nobody restores',
};
function trust_trustOf(facts) {
    const mode = facts.mode.trim().toLowerCase();
    const denied = (why) => ({ allowed: false, why });
    const byMode = (readers) => (!MODES.includes(mode) || readers.includes(mode) ? YES : denied(`the cache mode of this run is "${mode}"`));
    const saveByMode = byMode(['write', 'write-only']);
    const byEvent = RESTORE_ONLY[facts.event] ?? (facts.refType === 'tag' ? 'runs for tags restore only' : undefined);
    return { restore: byMode(['read', 'write']), save: !saveByMode.allowed || byEvent === undefined ? saveByMode : { allowed: false, why: byEvent, byEvent: true } };
}
const MODES = (/* unused pure expression or super */ null && (['none', 'read', 'write', 'write-only']));
function trust_withChoice(permission, choice, input) {
    if (choice === false)
        return { allowed: false, why: `${input} is false` };
    return choice === true && !permission.allowed && permission.byEvent === true ? YES : permission;
}

;// CONCATENATED MODULE: ./build/report/phases.js


const phases_PHASES = {
    restore: { title: 'Restore the cache', kinds: ['restore'] },
    prepare: { title: 'Prepare', kinds: ['probe', 'configure', 'venv'] },
    resolve: { title: 'Resolve', kinds: ['resolve', 'page', 'metadata'] },
    download: { title: 'Download', kinds: ['download'] },
    verify: { title: 'Verify stored wheels', kinds: ['hash'] },
    build: { title: 'Build', kinds: ['build'] },
    unpack: { title: 'Unpack', kinds: ['stage', 'link'] },
    bytecode: { title: 'Compile bytecode', kinds: ['bytecode'] },
    install: { title: 'Put in place', kinds: ['plan', 'commit'] },
    save: { title: 'Save the cache', kinds: ['save'] },
};
function phasesOf(timeline) {
    return Object.keys(phases_PHASES).flatMap((phase) => {
        const { title, kinds } = phases_PHASES[phase];
        const tasks = timeline.tasks.filter(({ kind }) => kinds.includes(kind));
        return tasks.length === 0 ? [] : [{ phase, title, ...measure(tasks) }];
    });
}
function measure(tasks) {
    const inner = tasks.filter(({ kind }) => kind !== 'resolve');
    const counted = inner.length === 0 ? tasks : inner;
    return {
        tookMs: coveredMs(tasks.map(phases_workingInterval)),
        workMs: sum(counted.map(busyMs)),
        tasks: counted.length,
        bytes: sum(counted.map(({ bytes }) => bytes ?? 0)),
        atOnce: mostAtOnce(counted.map(phases_workingInterval)),
    };
}
function phases_workingInterval(task) {
    return { startMs: task.beganMs, endMs: task.endMs };
}
function sum(values) {
    return values.reduce((total, value) => total + value, 0);
}

;// CONCATENATED MODULE: ./build/report/cache-verdict.js



const TELLING_BYTES = 1_000_000;
function cache_verdict_networkRateOf(timeline) {
    const bytes = countOf(timeline, 'bytes-downloaded');
    const tookMs = coveredMs(timeline.tasks.filter(({ kind }) => kind === 'download').map(workingInterval));
    return bytes < TELLING_BYTES || tookMs < 1 ? undefined : bytes / tookMs;
}
function cacheVerdict(timeline, cache) {
    const own = cache_verdict_networkRateOf(timeline);
    const networkRate = own ?? cache.savedAtRate;
    return {
        savedMs: networkRate === undefined || cache.reusedBytes < 1 ? (cache.reusedBytes < 1 ? 0 : undefined) : cache.reusedBytes / networkRate,
        costMs: waitedAloneMs(timeline),
        restoreRate: cache.transferMs < 1 || cache.restoredBytes < 1 ? undefined : cache.restoredBytes / cache.transferMs,
        networkRate,
        rateFrom: own !== undefined ? 'this run' : networkRate === undefined ? undefined : 'the run that saved the entry',
    };
}
function waitedAloneMs(timeline) {
    const restores = union(timeline.tasks.filter(({ kind }) => kind === 'restore').map(workingInterval));
    const others = timeline.tasks.filter(({ kind }) => kind !== 'restore' && kind !== 'resolve').map(workingInterval);
    const overlapped = restores.flatMap((restore) => others.flatMap((other) => overlap(restore, other)));
    return Math.max(0, coveredMs(restores) - coveredMs(overlapped));
}
function overlap(a, b) {
    const [startMs, endMs] = [Math.max(a.startMs, b.startMs), Math.min(a.endMs, b.endMs)];
    return endMs > startMs ? [{ startMs, endMs }] : [];
}

;// CONCATENATED MODULE: ./build/kernel/hash.js
const HASH_ALGORITHMS = (/* unused pure expression or super */ null && (['sha256', 'sha512', 'sha384', 'sha224', 'sha1', 'md5']));
const DIGEST_BYTES = { sha256: 32, sha512: 64, sha384: 48, sha224: 28, sha1: 20, md5: 16 };
function isSameHash(one, other) {
    return one.algorithm === other.algorithm && one.hex.toLowerCase() === other.hex.toLowerCase();
}
function toSha256(hex) {
    const lower = hex.toLowerCase();
    return /^[0-9a-f]{64}$/.test(lower) ? lower : undefined;
}
function hash_isHashAlgorithm(name) {
    return HASH_ALGORITHMS.includes(name);
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
const specifier_grammar_SPECIFIER_TOKEN = new RegExp(`(?:${CLAUSE})`, 'iy');
const WHOLE_CLAUSE = new RegExp(`^${SPACE}(?:(${CLAUSE}))${SPACE}$`, 'i');
function specifier_grammar_parseSpecifier(text) {
    const clause = WHOLE_CLAUSE.exec(text)?.[1];
    return clause === undefined ? undefined : specifier_grammar_splitClause(clause);
}
function specifier_grammar_splitClause(clause) {
    const length = clause.charAt(1) !== '=' ? 1 : clause.startsWith('===') ? 3 : 2;
    return { operator: clause.slice(0, length), version: python_strings_pythonStrip(clause.slice(length)) };
}
const LOCAL_LABEL = /\+[a-z0-9]/y;
function specifier_grammar_misplacedSuffix(clause, text, end) {
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

const FIRST_KEY = version_parts_sortKeyOf({ epoch: '0', release: ['0'], pre: undefined, post: undefined, dev: '0', local: undefined });
const LAST_KEY = KEY_MAX;
const ALL_VERSIONS = [{ from: FIRST_KEY, to: LAST_KEY }];
function interval(from, to) {
    return from < to ? [{ from, to }] : [];
}
function version_ranges_rangesContain(ranges, sortKey) {
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
    const parts = version_parts_scanVersion(isWildcard ? version.slice(0, -2) : version);
    const namesPrerelease = operator !== '!=' && !isWildcard && parts !== undefined && isPrerelease(parts);
    if (operator === '===')
        return { ranges: ALL_VERSIONS, namesPrerelease, meaning: operator + version };
    if (parts === undefined)
        throw new Error(`not a version specifier: ${operator}${version}`);
    if (isWildcard) {
        const ranges = operator === '!=' ? complementRanges(prefixRange(parts)) : prefixRange(parts);
        return { ranges, namesPrerelease, meaning: operator + version };
    }
    const meaning = operator + (operator === '~=' ? version_parts_formatVersionParts(parts) : version_parts_sortKeyOf(parts));
    return { ranges: rangesOf(operator, parts), namesPrerelease, meaning };
}
function rangesOf(operator, parts) {
    switch (operator) {
        case '>=':
            return interval(version_parts_sortKeyOf(parts), LAST_KEY);
        case '<=':
            return interval(FIRST_KEY, version_parts_sortKeyOf(parts) + KEY_MAX);
        case '==':
            return equalRange(parts);
        case '!=':
            return complementRanges(equalRange(parts));
        case '~=':
            return interval(version_parts_sortKeyOf(parts), version_parts_sortKeyOf(afterPrefix({ ...parts, release: parts.release.slice(0, -1) })));
        case '<':
            return interval(FIRST_KEY, version_parts_sortKeyOf(isPrerelease(parts) ? parts : { ...parts, dev: '0' }));
        case '>':
            return interval(keyAfterFamily(parts), LAST_KEY);
    }
}
function isPrerelease(parts) {
    return parts.pre !== undefined || parts.dev !== undefined;
}
function equalRange(parts) {
    const key = version_parts_sortKeyOf(parts);
    return interval(key, key + (parts.local === undefined ? KEY_MAX : KEY_NEXT));
}
function prefixRange(parts) {
    return interval(version_parts_sortKeyOf(firstOf(parts, parts.release)), version_parts_sortKeyOf(afterPrefix(parts)));
}
function afterPrefix(parts) {
    return firstOf(parts, [...parts.release.slice(0, -1), increment(parts.release.at(-1) ?? '0')]);
}
function firstOf({ epoch }, release) {
    return { epoch, release, pre: undefined, post: undefined, dev: '0', local: undefined };
}
function keyAfterFamily(parts) {
    if (parts.dev !== undefined)
        return version_parts_sortKeyOf({ ...parts, dev: increment(parts.dev) });
    if (parts.post !== undefined)
        return version_parts_sortKeyOf({ ...parts, post: increment(parts.post), dev: '0' });
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
        else if (pythonStrip(clause) !== '')
            return clauseFault(clause, offset);
        offset += clause.length + 1;
    }
    return parsed(specifiers_specifierSetOf(specifiers));
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
function specifiers_specifierSetOf(specifiers) {
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
    const message = `Invalid specifier: ${pythonRepr(pythonStrip(clause))}${suffix === undefined ? '' : `: ${suffix.message}`}`;
    return notParsed(message, offset + (suffix?.offset ?? end));
}

;// CONCATENATED MODULE: ./build/standards/marker-grammar.js




const marker_grammar_VERSION_VARIABLES = new Set([
    'implementation_version', 'platform_release', 'python_full_version', 'python_version',
]);
const SET_VARIABLES = new Set(['extras', 'dependency_groups']);
const CURRENT_NAMES = { python_implementation: 'platform_python_implementation' };
function marker_grammar_readMarker(scanner) {
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
    const atom = scanner.sees('leftParenthesis') ? readGroup(scanner) : readComparison(scanner);
    scanner.skipSpace();
    return atom;
}
function readGroup(scanner) {
    const marker = scanner.enclosed('leftParenthesis', 'marker expression', () => {
        scanner.skipSpace();
        const inner = marker_grammar_readMarker(scanner);
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
    const specifier = left.kind === 'variable' && marker_grammar_VERSION_VARIABLES.has(left.name) ? marker_grammar_versionTest(operator, marker_grammar_textOf(right)) : undefined;
    return specifier === undefined ? { kind: 'comparison', left, operator, right } : { kind: 'comparison', left, operator, right, specifier };
}
function marker_grammar_versionTest(operator, right) {
    const specifier = specifier_grammar_parseSpecifier(operator + right);
    return specifier === undefined ? undefined : specifiers_specifierSetOf([specifier]);
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
            return unreachable(marker);
    }
}
function marker_tree_withoutOuterGroup(marker) {
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

;// CONCATENATED MODULE: ./build/kernel/parsed.js
function parsed_parsed(value) {
    return { ok: true, value };
}
function parsed_notParsed(message, offset = 0) {
    return { ok: false, message, offset };
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
        specifier: specifier_grammar_SPECIFIER_TOKEN,
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
function syntax_scanner_parseWith(text, grammar) {
    try {
        return parsed_parsed(grammar(new SyntaxScanner(text)));
    }
    catch (error) {
        if (error instanceof SyntaxFault)
            return parsed_notParsed(error.message, error.offset);
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/standards/marker-evaluation.js






const NO_EXTRA = (/* unused pure expression or super */ null && (['']));
function evaluateMarker(marker, environment, extras = new Set()) {
    let holds = false;
    for (const extra of extras.size === 0 ? NO_EXTRA : extras) {
        holds = evaluate(marker, { ...environment, extra: normalizeName(extra) }) || holds;
    }
    return holds;
}
function evaluateLockMarker(marker, environment, selection) {
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
            return unreachable(marker);
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
    const version = parseVersion(value);
    return version !== undefined && specifierSetContains(specifier, version);
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
            return unreachable(marker.operator);
    }
}
function compareWithSet(name, names, marker) {
    const isMember = [...names].some((member) => normalizeName(member) === normalizeName(name));
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
    throw new UserError('requirement-syntax', `The marker ${formatMarker(marker)} cannot be evaluated: ${reason}.`);
}

;// CONCATENATED MODULE: ./build/standards/markers.js





function parseMarker(text) {
    return syntax_scanner_parseWith(text, (scanner) => {
        const marker = marker_grammar_readMarker(scanner);
        return scanner.atEnd() ? marker_tree_withoutOuterGroup(marker) : scanner.fail('Expected end of marker expression');
    });
}

;// CONCATENATED MODULE: ./build/standards/plain-requirement.js



const IDENTIFIER = '[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?';
const RELEASE = '[0-9]+(?:\\.[0-9]+)*';
const plain_requirement_CLAUSE = `(?:(?:==|!=) ?${RELEASE}(?:\\.\\*)?|(?:<=|>=|<|>) ?${RELEASE}|~= ?[0-9]+(?:\\.[0-9]+)+)`;
const CLAUSES = `${plain_requirement_CLAUSE}(?: ?, ?${plain_requirement_CLAUSE})*`;
const PLAIN = new RegExp(`^(${IDENTIFIER})(?:\\[(${IDENTIFIER}(?: ?, ?${IDENTIFIER})*)\\])? ?(?:(${CLAUSES})|\\((${CLAUSES})\\))? ?(?:;(.*))?$`);
function plain_requirement_readPlainRequirement(text, readers) {
    const match = PLAIN.exec(text);
    if (match === null)
        return undefined;
    const [, name = '', extras, bare, enclosed, markerText] = match;
    const clauses = bare ?? enclosed;
    const marker = markerText === undefined ? undefined : readers.marker(markerText);
    if (markerText !== undefined && marker === undefined)
        return undefined;
    return { name, extras: extras?.split(/ ?, ?/) ?? [], specifier: clauses === undefined ? ANY_VERSION : readers.specifier(clauses), marker };
}
const plain_requirement_PLAIN_READERS = { specifier: readClauses, marker: readMarkerText };
function plain_requirement_rememberingReaders() {
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
    return specifiers_specifierSetOf(text.split(/ ?, ?/).map(specifier_grammar_splitClause));
}
function readMarkerText(text) {
    const marker = parseMarker(text);
    return marker.ok ? marker.value : undefined;
}

;// CONCATENATED MODULE: ./build/standards/requirements.js








function requirements_parseRequirement(text) {
    return readWith(text, PLAIN_READERS);
}
function requirements_requirementReader() {
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
    return parsed({ name: normalizeName(name), displayName: name, extras: extraNames(extras), specifier, url: undefined, marker, text });
}
function extraNames(names) {
    return [...new Set(names.map(normalizeName))].sort();
}
function formatRequirement(requirement) {
    const extras = requirement.extras.length === 0 ? '' : `[${requirement.extras.join(',')}]`;
    const url = requirement.url === undefined ? '' : ` @ ${requirement.url}${requirement.marker === undefined ? '' : ' '}`;
    const marker = requirement.marker === undefined ? '' : `; ${formatMarker(requirement.marker)}`;
    return requirement.displayName + extras + requirement.specifier.text + url + marker;
}
function readRequirement(scanner) {
    scanner.skipSpace();
    const displayName = scanner.expect('identifier', 'package name at the start of dependency specifier');
    scanner.skipSpace();
    const extras = readExtras(scanner);
    scanner.skipSpace();
    const { clauses, url, marker } = scanner.take('at') === undefined ? readVersions(scanner) : readUrl(scanner);
    if (!scanner.atEnd())
        scanner.fail('Expected end of dependency specifier');
    const specifier = clauses === undefined ? ANY_VERSION : specifierOf(scanner, clauses);
    return { name: normalizeName(displayName), displayName, extras, specifier, url, marker, text: scanner.text };
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
    const set = parseSpecifierSet(scanner.text.slice(start, end));
    return set.ok ? set.value : scanner.fail(set.message, start + set.offset);
}
function readRequirementMarker(scanner, expected) {
    if (scanner.take('semicolon') === undefined)
        scanner.fail(`Expected ${expected} or end`);
    const marker = withoutOuterGroup(readMarker(scanner));
    scanner.skipSpace();
    return marker;
}
function readExtras(scanner) {
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

;// CONCATENATED MODULE: ./build/resolve/kept-resolution.js


function kept_resolution_writeResolution({ packages, decided, stats, notices, basis }, requirements) {
    const kept = packages.map((item) => keptPackage(item, requirements));
    if (basis === undefined || !kept.every((item) => item !== undefined))
        return undefined;
    const text = JSON.stringify({ packages: kept, decided, stats, notices, basis });
    return `${digestOf(text)}\n${text}`;
}
function keptPackage(item, requirements) {
    const { name, version, entry, metadata, extras, userRequirements, requiredBy, dependencies } = item;
    if (entry.kind !== 'index' || entry.candidate.format !== 'wheel')
        return undefined;
    const { file, index } = entry.candidate;
    return { name, versionText: version.text, file, index, metadata, extras, asked: userRequirements.map((user) => requirements.indexOf(user)), requiredBy, dependencies };
}
function kept_resolution_readResolution(written, requirements) {
    const lineEnd = written.indexOf('\n');
    const text = written.slice(lineEnd + 1);
    if (lineEnd === -1 || written.slice(0, lineEnd) !== digestOf(text))
        return undefined;
    const { packages, ...rest } = JSON.parse(text);
    return { ...rest, packages: packages.map((item) => packageOf(item, requirements)) };
}
function packageOf({ name, versionText, file, index, metadata, extras, asked, requiredBy, dependencies }, requirements) {
    const version = parseVersion(versionText);
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
function digestOf(text) {
    return createHash('sha256').update(text).digest('hex');
}

;// CONCATENATED MODULE: external "node:zlib"
const external_node_zlib_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");
;// CONCATENATED MODULE: ./build/kernel/sealed.js

const sealed_SEAL_BYTES = 4;
const START = 1;
function seal(value) {
    return Buffer.concat(sealed_sealedPieces([Buffer.from(value)]));
}
function sealed_sealedPieces(pieces) {
    const head = Buffer.allocUnsafe(sealed_SEAL_BYTES);
    head.writeUInt32BE(pieces.reduce((checksum, piece) => crc32(piece, checksum), START));
    return [head, ...pieces];
}
function sealed_unseal(sealed) {
    if (sealed.length < sealed_SEAL_BYTES)
        return undefined;
    const content = sealed.subarray(sealed_SEAL_BYTES);
    return crc32(content, START) === sealed.readUInt32BE() ? content : undefined;
}

;// CONCATENATED MODULE: ./build/store/whole-file.js




function whole_file_readWhole(path) {
    try {
        return existsSync(path) ? readFileSync(path) : undefined;
    }
    catch {
        return undefined;
    }
}
function whole_file_readPart(path, start, length) {
    try {
        const file = openSync(path, 'r');
        try {
            const sizeBytes = fstatSync(file).size;
            const bytes = Buffer.allocUnsafe(Math.max(0, Math.min(length, sizeBytes - start)));
            return { bytes: bytes.subarray(0, readSync(file, bytes, 0, bytes.length, start)), sizeBytes };
        }
        finally {
            closeSync(file);
        }
    }
    catch {
        return undefined;
    }
}
function whole_file_writeWhole(path, content, draft) {
    try {
        withFolder(draft, () => (typeof content === 'string' || Buffer.isBuffer(content) ? writeFileSync(draft, content) : writePieces(draft, content)));
        moveInto(draft, path);
    }
    catch {
        removeIfThere(draft);
    }
}
function removeIfThere(path) {
    try {
        rmSync(path, { force: true });
    }
    catch {
    }
}
function writePieces(path, pieces) {
    const file = openSync(path, 'w');
    try {
        const written = writevSync(file, pieces);
        if (written !== pieces.reduce((sum, { length }) => sum + length, 0))
            throw new Error(`${path} could not be written whole`);
    }
    finally {
        closeSync(file);
    }
}
function moveInto(from, to) {
    try {
        withFolder(to, () => renameFile(from, to));
    }
    catch (error) {
        if (statSync(to, { throwIfNoEntry: false })?.isDirectory() !== true)
            throw error;
        rmSync(to, { recursive: true });
        renameFile(from, to);
    }
}
function withFolder(path, work) {
    try {
        return work();
    }
    catch (error) {
        if (systemErrorCode(error) !== 'ENOENT')
            throw error;
        mkdirSync(dirname(path), { recursive: true });
        return work();
    }
}

;// CONCATENATED MODULE: ./build/store/values.js




function values_openValueStore(folder) {
    const pathOf = (key) => {
        const name = hash('sha256', key).slice(0, 40);
        return join(folder, name.slice(0, 2), name);
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
            writeWhole(path, sealedPieces(typeof value === 'string' || Buffer.isBuffer(value) ? [Buffer.from(value)] : value), `${path}.${randomUUID()}`);
            return Promise.resolve();
        },
    };
}

;// CONCATENATED MODULE: ./build/standards/metadata.js








function metadata_parseMetadata(text, readRequirement = requirementReader()) {
    const headers = headerTable(parseHeaders(text));
    const name = pythonStrip(headers.get('name')?.[0] ?? '');
    if (name === '')
        return notParsed('the metadata has no Name');
    const versionText = headers.get('version')?.[0];
    const version = versionText === undefined ? undefined : parseVersion(versionText);
    if (versionText === undefined)
        return notParsed('the metadata has no Version');
    if (version === undefined)
        return notParsed(`the metadata has an invalid Version: ${quoted(versionText)}`);
    const requiresDist = readRequirements(headers, readRequirement);
    if (!requiresDist.ok)
        return requiresDist;
    return parsed({
        metadataVersion: pythonStrip(headers.get('metadata-version')?.[0] ?? ''),
        name: normalizeName(name),
        version,
        requiresDist: requiresDist.value,
        requiresPython: readRequiresPython(headers),
        providesExtras: [...new Set((headers.get('provides-extra') ?? []).map((extra) => normalizeName(pythonStrip(extra))))],
        dynamic: (headers.get('dynamic') ?? []).map((name) => pythonStrip(name).toLowerCase()),
    });
}
function readRequirements(headers, read) {
    const requirements = [];
    for (const text of headers.get('requires-dist') ?? []) {
        const requirement = read(pythonStrip(text));
        if (!requirement.ok) {
            return notParsed(`the metadata has an invalid Requires-Dist: ${quoted(pythonStrip(text))}: ${requirement.message}`);
        }
        requirements.push(requirement.value);
    }
    return parsed(requirements);
}
function readRequiresPython(headers) {
    const text = headers.get('requires-python')?.[0];
    const set = text === undefined ? undefined : parseSpecifierSet(text);
    return set?.ok === true ? set.value : undefined;
}

;// CONCATENATED MODULE: ./build/standards/requires-txt.js




function requires_txt_withRequiresTxt(metadata, requiresTxt) {
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
    for (const line of splitLines(text).map(pythonStrip)) {
        if (line === '' || line.startsWith('#'))
            continue;
        if (line.startsWith('[') && line.endsWith(']')) {
            const [name = '', ...rest] = stripCharacters(line, '[]').split(':');
            extra = name === '' ? '' : normalizeName(name);
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

;// CONCATENATED MODULE: ./build/target/file-facts.js

function file_facts_factsOf(file) {
    try {
        return statSync(file, { throwIfNoEntry: false });
    }
    catch {
        return undefined;
    }
}
function isFolder(file) {
    return file_facts_factsOf(file)?.isDirectory() ?? false;
}

;// CONCATENATED MODULE: ./build/target/installed.js







const STANDARD_LIBRARY = new Set(['python', 'wsgiref', 'argparse']);
function listInstalled(sitePaths) {
    const distributions = new Map();
    const faults = [];
    for (const found of sitePaths.flatMap(findInFolder)) {
        const distribution = installed_identify(found);
        if (typeof distribution === 'string')
            faults.push(distribution);
        else if (!STANDARD_LIBRARY.has(distribution.name) && !distributions.has(distribution.name))
            distributions.set(distribution.name, distribution);
    }
    return { distributions, faults };
}
function installed_readInstalledMetadata({ infoPath, kind }) {
    const files = [path.join(infoPath, 'METADATA'), path.join(infoPath, 'PKG-INFO'), infoPath];
    for (const file of files) {
        const text = installed_readIfThere(file);
        if (text === undefined)
            continue;
        const requires = kind === 'dist-info' ? undefined : installed_readIfThere(path.join(infoPath, 'requires.txt'));
        return requires === undefined ? text : withRequiresTxt(text, requires);
    }
    return undefined;
}
function isLocal(target, { sitePath }) {
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
function installed_identify(found) {
    const base = path.basename(found.infoPath);
    if (base.startsWith('~'))
        return `${found.infoPath} is left over from an interrupted installation and can be deleted`;
    const [fromName, fromVersion] = splitInfoName(base);
    const version = parseVersion(fromVersion ?? '');
    if (fromName !== undefined && version !== undefined && isProjectName(fromName))
        return { ...found, name: normalizeName(fromName), version };
    const text = installed_readInstalledMetadata(found) ?? '';
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
        return factsOf(file)?.isFile() === true ? readFileSync(file, 'utf8') : undefined;
    }
    catch (error) {
        if (isUnanswered(error))
            throw error;
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/run/installed-metadata.js




function readInstalled(distribution, readRequirement = requirementReader()) {
    const text = readInstalledMetadata(distribution);
    const metadata = text === undefined ? undefined : parseMetadata(text, readRequirement);
    if (text === undefined || metadata?.ok !== true)
        return { kind: 'broken', reason: 'its installed metadata cannot be read' };
    return { kind: 'metadata', metadata: metadata.value, text };
}
function installed_metadata_installedFor({ requests: { policy }, environment }) {
    return policy.forceReinstall || policy.ignoreInstalled ? new Map() : environment.installed;
}
function pythonVersionOf(target) {
    const version = parseVersion(target.version);
    if (version === undefined)
        throw new Error(`the interpreter gives its version as ${target.version}`);
    return version;
}

;// CONCATENATED MODULE: ./build/run/resolution-memo.js





const FORMAT = 2;
function openResolutionMemo({ run, means, parts }, context) {
    const question = means.storeFolder.isKept ? resolution_memo_questionOf(run, context) : undefined;
    const { requirements } = run.requests.set;
    if (question === undefined)
        return { recall: () => Promise.resolve(undefined), keep: () => Promise.resolve() };
    const store = openValueStore(path.join(means.storeFolder.layout.facts, 'resolutions'));
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
    const hasSecrets = [...indexUrls, ...places, ...owners.map(({ url }) => url)].some(holdsSecret);
    if (looksElsewhere || asksAnew || hasSecrets || policy.uploadedPriorToMs !== undefined)
        return undefined;
    const { target } = environment;
    return JSON.stringify([
        FORMAT, version, set.requirements.map(said), set.constraints.map(said), policy, target.version, target.environment, target.tags, indexUrls, places, strategy,
        owners.map(({ pattern, url }) => [pattern, url]), network.trustedHosts,
    ]);
}
function said({ name, extras, specifier, marker, hashes, text }) {
    return [name, extras, specifier, marker, hashes, text];
}

;// CONCATENATED MODULE: ./build/run/written-question.js






const written_question_FORMAT = 1;
const MAX_LENGTH = (/* unused pure expression or super */ null && (1 << 20));
function written_question_writeQuestion(asked, { basis }, context) {
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
    const read = reading(() => questionIn(shapeOf(asJson(text))));
    return read.ok ? read.value : undefined;
}
function asQuestion({ set, policy, target }, { indexes, network, target: own, indexUrls }) {
    return { requests: { set, policy, indexes, network, locked: [] }, environment: { target: { ...own, ...target }, installed: new Map() }, indexUrls };
}
function placesMark({ indexes: { strategy, owners, findLinks }, network, indexUrls }) {
    return createHash('sha256').update(JSON.stringify([indexUrls, findLinks.map(({ value }) => value), strategy, owners.map(({ pattern, url }) => [pattern, url]), network.trustedHosts])).digest('hex');
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
    if (integerAt(shape, 'format') !== written_question_FORMAT)
        misfit('format', `expected ${written_question_FORMAT}`);
    const target = required(tableAt(shape, 'target'), shape, 'target');
    const environment = required(tableAt(target, 'environment'), target, 'environment');
    return {
        set: { requirements: requirementsAt(shape, 'requirements'), constraints: requirementsAt(shape, 'constraints') },
        policy: required(tableAt(shape, 'policy'), shape, 'policy').members,
        target: {
            version: required(textAt(target, 'version'), target, 'version'),
            environment: Object.fromEntries(Object.keys(environment.members).map((name) => [name, required(textAt(environment, name), environment, name)])),
            tags: required(textsAt(target, 'tags'), target, 'tags').map(({ value }) => value),
        },
        places: required(textAt(shape, 'places'), shape, 'places'),
        names: required(textsAt(shape, 'names'), shape, 'names').map(({ value, path }) => nameIn(value, path)),
    };
}
function nameIn(text, path) {
    const name = normalizeName(text);
    return isProjectName(text) && name === text ? name : misfit(path, 'expected the normalized name of a project');
}
function requirementsAt(shape, key) {
    return required(tablesAt(shape, key), shape, key).map((item) => {
        const text = required(textAt(item, 'text'), item, 'text');
        const requirement = parseRequirement(text);
        if (!requirement.ok || requirement.value.url !== undefined)
            return misfit(item.path, 'expected a requirement by name');
        const { name, extras, specifier, marker } = requirement.value;
        return { name, extras, specifier, marker, direct: undefined, hashes: hashesIn(item), configSettings: {}, origin: { kind: 'argument', text }, text };
    });
}
function hashesIn(item) {
    return required(tablesAt(item, 'hashes'), item, 'hashes').map((hash) => {
        const algorithm = required(textAt(hash, 'algorithm'), hash, 'algorithm');
        const hex = memberOf(hash, 'hex');
        return isHashAlgorithm(algorithm) && typeof hex === 'string' && /^[0-9a-f]+$/i.test(hex) ? { algorithm, hex } : misfit(hash.path, 'expected a hash');
    });
}

;// CONCATENATED MODULE: ./build/github/event.js


function event_readJob(env) {
    const text = (name) => env[name] ?? '';
    return {
        workspace: text('GITHUB_WORKSPACE') || process.cwd(),
        event: text('GITHUB_EVENT_NAME'),
        ref: text('GITHUB_REF'),
        sha: text('GITHUB_SHA'),
        repository: text('GITHUB_REPOSITORY'),
        runId: text('GITHUB_RUN_ID'),
        runAttempt: Number(text('GITHUB_RUN_ATTEMPT') || 1),
        job: text('GITHUB_JOB'),
        workflow: workflowFile(text('GITHUB_WORKFLOW_REF'), text('GITHUB_REPOSITORY')) ?? text('GITHUB_WORKFLOW'),
        step: text('GITHUB_ACTION'),
        trust: trustOf({ event: text('GITHUB_EVENT_NAME'), refType: text('GITHUB_REF_TYPE'), mode: text('ACTIONS_CACHE_MODE') }),
        isGithubHosted: text('RUNNER_ENVIRONMENT') !== 'self-hosted',
    };
}
function workflowFile(ref, repository) {
    const file = ref.split('@', 1)[0] ?? '';
    return file.startsWith(`${repository}/`) ? file.slice(repository.length + 1) : undefined;
}
function event_readPayload(env) {
    try {
        return JSON.parse(readFileSync(env['GITHUB_EVENT_PATH'] ?? '', 'utf8'));
    }
    catch {
        return {};
    }
}
function event_legFacts(job, { leg, cacheSuffix, workingDirectory, requirements, packages, extras, groups }) {
    const use = JSON.stringify([job.step, workingDirectory, requirements, packages, extras, groups]);
    return { os: process.platform, arch: process.arch, workflow: job.workflow, job: job.job, leg, step: use, suffix: cacheSuffix };
}

;// CONCATENATED MODULE: ./build/github/requirement-files.js



const SKIPPED = new Set(['node_modules', '.git', '.venv', 'venv', '.tox', '.nox', 'site-packages']);
function findRequirementFiles(inputs, search) {
    const { cwd } = search;
    const constraints = expandAll('constraints', inputs.constraints, cwd);
    const requirements = expandAll('requirements', inputs.requirements, cwd);
    if (requirements.length > 0)
        return { requirements, constraints };
    const byDefault = inputs.extras.length > 0 ? 'pyproject.toml' : 'requirements.txt';
    const asksOtherwise = inputs.packages.length > 0 || inputs.groups.length > 0 || search.asksElsewhere;
    const isThere = existsSync(path.join(cwd, byDefault));
    if (asksOtherwise && inputs.extras.length === 0)
        return { requirements: [], constraints, ...(isThere ? { passedOver: byDefault } : {}) };
    if (isThere)
        return { requirements: [byDefault], constraints };
    if (inputs.extras.length > 0)
        throw new UserError('input-missing', `extras are asked for, and there is no pyproject.toml in ${cwd}`, { hint: 'name the file with the input requirements' });
    throw nothingToInstall(cwd);
}
function nothingToInstall(cwd) {
    const hint = existsSync(path.join(cwd, 'pyproject.toml'))
        ? 'there is a pyproject.toml: requirements: pyproject.toml installs what the project depends on, packages: . the project itself'
        : 'give requirements (files), packages, groups or extras; is the repository checked out before this step?';
    return new UserError('usage', `there is nothing to install: no input names anything, and there is no requirements.txt in ${cwd}`, { hint });
}
function requirement_files_matchFiles(patterns, cwd) {
    return gathered(patterns, cwd, (pattern) => filesOf(pattern, cwd)).sort();
}
function gathered(lines, cwd, expand) {
    const found = new Map();
    for (const line of lines) {
        if (line.startsWith('!'))
            for (const file of filesOf(line.slice(1), cwd))
                found.delete(path.resolve(cwd, file));
        else
            for (const file of expand(line))
                if (!found.has(path.resolve(cwd, file)))
                    found.set(path.resolve(cwd, file), file);
    }
    return [...found.values()];
}
function filesOf(pattern, cwd) {
    const isFile = (file) => statSync(path.resolve(cwd, file), { throwIfNoEntry: false })?.isFile() === true;
    return globSync(pattern, { cwd, exclude: (entry) => SKIPPED.has(path.basename(entry)) }).filter(isFile).map((file) => path.normalize(file));
}
function expandAll(input, lines, cwd) {
    const found = gathered(lines, cwd, (line) => expandPattern(input, line, cwd));
    if (lines.length > 0 && found.length === 0)
        throw new UserError('input-missing', `${input}: nothing is left of what the patterns match in ${cwd}`);
    return found;
}
function expandPattern(input, line, cwd) {
    if (existsSync(path.resolve(cwd, line)))
        return [line];
    if (!/[*?[\]{}]/.test(line)) {
        refuseForm(input, line, cwd);
        return [line];
    }
    if (/\.toml\[[^\]/]*\]$/.test(line))
        return [line];
    const found = requirement_files_matchFiles([line], cwd);
    if (found.length === 0)
        throw new UserError('input-missing', `${input}: no file matches ${line} in ${cwd}`, { hint: noMatchHint(line) });
    return found;
}
function noMatchHint(line) {
    if (/^\[\s*["'].*\]$/.test(line))
        return 'write each file on a line of its own, without brackets or quotes';
    if (/^[\w.-]+\[[^\]]*\]\s*([=<>~!]=?.*)?$/.test(line))
        return `to install the package of this name: packages: ${line}`;
    return 'is the repository checked out before this step, and working-directory right?';
}
function refuseForm(input, line, cwd) {
    const wrong = (message, hint) => {
        throw new UserError('usage', `${input}: ${message}`, { hint });
    };
    const isThere = (name) => existsSync(path.resolve(cwd, name));
    if (/^-\s/.test(line))
        wrong(`no list of YAML is expected: ${line}`, `write each file on a line of its own (${input}: |), without dashes`);
    if (/^-/.test(line))
        wrong(`${line} is an option, and files are expected`, 'files are named alone, without -r; options belong into pip-args');
    const parts = line.split(/[\s,]+/).filter((part) => part !== '');
    if (parts.length > 1 && parts.some(isThere))
        wrong(`${line} is read as one name`, 'write each file on a line of its own (requirements: |)');
    const unquoted = line.replace(/^(["'])(.*)\1$/, '$2');
    if (unquoted !== line && isThere(unquoted))
        wrong(`there is no file ${line}`, `leave the quotes out: ${unquoted}`);
    const slashed = line.replaceAll('\\', '/');
    if (slashed !== line && isThere(slashed))
        wrong(`there is no file ${line}`, `write it as ${slashed}: that is right on every platform`);
    if (/^[\w.-]+(\[[^\]]*\])?\s*([=<>~!]=?.*)?$/.test(line) && path.extname(line.replace(/[=<>~!].*$/, '')) === '' && !line.includes('/'))
        wrong(`there is no file ${line}`, `to install the package of this name: packages: ${line}`);
}

;// CONCATENATED MODULE: ./build/github/wheel-cache.js



















const STALL_MS = 4000;
function openWheelCache(told, context) {
    const facts = { ...told, say: (text) => (context.signal.aborted ? undefined : told.say(text)) };
    const ending = new AbortController();
    let filling;
    return {
        fill: async (run, means) => {
            const { layout } = means.storeFolder;
            if (facts.mode.kind !== 'service')
                return;
            if (path.resolve(layout.root) !== path.resolve(facts.places.store))
                return sayWhyNot(run, layout, facts);
            filling = fill(run, layout, facts, { ...context, signal: AbortSignal.any([context.signal, ending.signal]) });
            await filling.catch((error) => facts.say(`Cache: not used: ${messageOf(error)}`));
        },
        finish: async (outcome) => {
            ending.abort();
            const filled = await filling?.catch(() => undefined);
            return filled === undefined ? undefined : wheel_cache_finish(outcome, filled, facts);
        },
    };
}
function sayWhyNot({ options }, layout, { say, places }) {
    const { cacheDir } = options.run;
    if (cacheDir === 'off')
        say('Cache: pip-args or pip\'s configuration switch the store off (--no-cache-dir): nothing is restored or saved');
    else if (cacheDir?.value !== places.store)
        say(`Cache: pip-args name another folder (${layout.root}): nothing is restored or saved`);
}
async function fill(run, layout, facts, context) {
    const answeredMs = facts.early?.endAnswering();
    const identity = { ...machineIdentity(run.environment.target), suffix: facts.inputs.cacheSuffix, inputs: inputsHash(run.requests, await hashFiles(facts)) };
    const permission = withChoice(facts.job.trust.restore, facts.inputs.restoreCache ? 'auto' : false, 'restore-cache');
    facts.debug(`cache: looking for ${[restoreKeys(identity).primary, ...restoreKeys(identity).others].join(', then ')}`);
    const restored = await context.events.during({ task: 'restore', resource: 'network' }, async (task) => {
        task.began();
        const { service, early } = facts;
        const done = await restoreWheels({ service, identity, permission, layout, early, stallMs: STALL_MS, clock: context.clock, signal: context.signal });
        task.progress(done.adopted?.sizeBytes ?? 0);
        return done;
    });
    facts.say(`Cache: ${restoreLine(restored)}`);
    if (answeredMs !== undefined)
        facts.say(`What this job asked last was looked up before this step (${duration(answeredMs)})`);
    return { run, identity, restored, layout };
}
function restoreLine({ outcome, transferMs, hiddenMs }) {
    if (outcome.kind !== 'exact' && outcome.kind !== 'prefix')
        return describeRestore(outcome, bytes);
    const hidden = hiddenMs < 100 ? '' : `, ${seconds(hiddenMs)} of them before this step`;
    return `${describeRestore(outcome, bytes)} (${seconds(transferMs)}${hidden})`;
}
function machineIdentity(target) {
    const [python = '', abi = ''] = (target.tags[0] ?? '').split('-');
    return { os: process.platform, arch: process.arch, python: abi === '' || abi === 'none' ? python : abi, libc: target.libc?.name ?? 'none' };
}
async function hashFiles({ inputs, cwd, say }) {
    const files = matchFiles(inputs.cacheDependencyGlob, cwd);
    if (files.length === 0 && inputs.cacheDependencyGlob.length > 0)
        say(`Cache: cache-dependency-glob matches no file in ${cwd}, and does not count`);
    return Promise.all(files.map(async (file) => ({ path: file.replaceAll('\\', '/'), sha256: await hashOf(path.resolve(cwd, file)) })));
}
async function hashOf(file) {
    const text = await readFile(file).catch(() => '');
    return createHash('sha256').update(text).digest('hex');
}
function wheel_cache_finish(outcome, { run, identity, restored, layout }, facts) {
    const all = [...outcome.wheels.values()].flatMap((wheel) => toValuedWheel(wheel, layout));
    const { adopted } = restored;
    const budget = { budgetBytes: facts.inputs.cacheBudgetMb === undefined ? undefined : facts.inputs.cacheBudgetMb * 1e6, networkRate: adopted?.facts?.networkRate };
    const budgeted = withinBudget(all, budget);
    const wheels = budgeted.kept;
    const found = restored.outcome.kind === 'exact' || restored.outcome.kind === 'prefix' ? restored.outcome.key : undefined;
    const anew = new Set([...outcome.wheels.values()].filter(({ source }) => source === 'network' || source === 'build').flatMap((wheel) => toEntryWheel(wheel, layout)?.id ?? []));
    const said = adopted?.facts?.wheels ?? [];
    const had = said.filter(({ id }) => !anew.has(id));
    const contents = { identity, wheels, restored: found === undefined ? undefined : { key: found, wheels: had } };
    const key = keyFor(contents);
    const fact = cacheFact(outcome, { restored, budgeted, key, identity, found });
    const planFor = (report) => {
        const networkRate = networkRateOf(report.timeline) ?? adopted?.facts?.networkRate;
        const gain = worthwhile(gainOf(contents), report, facts.inputs.cache);
        const leg = legFacts(facts.job, facts.inputs);
        const question = writeQuestion(run, outcome.resolution, { version: VERSION });
        return {
            key,
            storeRoot: layout.root,
            wheels,
            ...(networkRate === undefined ? {} : { networkRate }),
            permission: withChoice(facts.job.trust.save, facts.inputs.saveCache, 'save-cache'),
            gain,
            ...(restored.outcome.kind === 'unreadable' || (found !== undefined && had.length < said.length) ? { damaged: true } : {}),
            pointer: gain.worth || (facts.early !== undefined && !isPointer(restored.earlyPointer, pointerKey(leg, key, question))),
            leg,
            ...(question === undefined ? {} : { question }),
        };
    };
    return { fact, adopted: adopted?.ids ?? new Set(), planFor };
}
function isPointer(found, wanted) {
    return found !== undefined && wanted !== undefined && sameKey(found, wanted);
}
function cacheFact(outcome, { restored, budgeted, key, identity, found }) {
    const hash = resolutionHash(budgeted.kept);
    const missed = found === undefined ? undefined : factsMissed(found, identity, hash);
    const { adopted } = restored;
    const reused = [...outcome.wheels.values()].filter(({ source, path: file, sha256 }) => source === 'store' && (adopted?.ids.has(sha256) === true || adopted?.ids.has(path.basename(path.dirname(file))) === true));
    return {
        outcome: restored.outcome.kind,
        line: describeRestore(restored.outcome, bytes),
        key,
        ...(found === undefined ? {} : { matchedKey: found }),
        facts: keyFacts(identity, hash).map(({ name, value }) => ({ name, value, missed: missed?.includes(name) ?? false })),
        hit: isHit(outcome),
        reusedWheels: reused.length,
        reusedBytes: reused.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
        builtWheels: adopted?.facts?.wheels.filter(({ kind, id }) => kind === 'built' && adopted.ids.has(id)).length ?? 0,
        brought: adopted?.brought ?? new Set(),
        foreign: adopted?.foreign ?? 0,
        savedAtRate: adopted?.facts?.networkRate,
        notes: sizeNotes(budgeted, bytes),
        restoredWheels: adopted?.ids.size ?? 0,
        restoredBytes: adopted?.sizeBytes ?? 0,
        transferMs: restored.transferMs,
        hiddenMs: restored.hiddenMs,
    };
}
const CLEAR_LOSS_MS = 1000;
function worthwhile(gain, { cacheVerdict }, asked) {
    if (!gain.worth || asked !== 'auto' || cacheVerdict?.savedMs === undefined)
        return gain;
    const lossMs = cacheVerdict.costMs - cacheVerdict.savedMs;
    const wasUsed = cacheVerdict.restoreRate !== undefined;
    return wasUsed && lossMs > CLEAR_LOSS_MS ? { worth: false, why: `the cache cost this run ${duration(lossMs)} more than it saved (cache: true saves all the same)` } : gain;
}
function isHit(outcome) {
    const installed = [...outcome.wheels.values()];
    return installed.every(({ source }) => source === 'store' || source === 'local') && installed.some(({ source }) => source === 'store');
}
function toValuedWheel(wheel, layout) {
    const entry = toEntryWheel(wheel, layout);
    if (entry === undefined)
        return [];
    return [{ wheel: entry, buildSeconds: entry.kind === 'built' ? readBuildSeconds(layout.built(entry.id)) : 0 }];
}
function toEntryWheel({ filename, sizeBytes, sha256, path: file }, layout) {
    if (path.resolve(file) === path.resolve(layout.wheel(sha256)))
        return { kind: 'published', id: sha256, filename, sizeBytes };
    const folder = path.resolve(path.dirname(file));
    const id = path.basename(folder);
    return /^[0-9a-f]{64}$/.test(id) && path.resolve(layout.built(id)) === folder ? { kind: 'built', id, filename, sizeBytes } : undefined;
}
function readBuildSeconds(folder) {
    try {
        return JSON.parse(readFileSync(path.join(folder, 'built.json'), 'utf8')).buildSeconds ?? 0;
    }
    catch {
        return 0;
    }
}
function writePlan(places, plan) {
    mkdirSync(path.dirname(places.plan), { recursive: true });
    writeFileSync(places.plan, JSON.stringify(plan));
}
function readPlan(places) {
    try {
        return JSON.parse((0,external_node_fs_namespaceObject.readFileSync)(places.plan, 'utf8'));
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/github/saving.js








async function beginSave(plan, places, parts) {
    if (refusalOf(plan) !== undefined || plan.damaged === true || process.platform === 'win32')
        return false;
    if (!hasCacheService(parts.env) || archiverProblem(parts.env) !== undefined || !hasRoom(plan, places))
        return false;
    await startSave({ ...parts, root: places.save }, keysOf(plan, plan.key), (folder) => saving_fill(folder, plan));
    return true;
}
async function endSave(plan, places, parts) {
    const { clock } = parts;
    const startedMs = clock.nowMs();
    const refusal = refusalOf(plan);
    const begun = refusal === undefined ? joinSave({ ...parts, root: places.save }) : undefined;
    const joined = begun === undefined ? undefined : await saving_join(begun, plan);
    if (begun !== undefined && joined !== undefined) {
        const hiddenMs = Math.max(0, Math.min(begun.endedMs() ?? Infinity, startedMs) - begun.startedMs);
        return { outcome: joined, waitedMs: clock.nowMs() - startedMs, hiddenMs };
    }
    const saved = refusal ?? (await save(plan, cache_service_openCacheService({ ...parts, root: external_node_path_.join(places.root, 'transfers') })));
    const outcome = begun !== undefined && saved.kind === 'conflict' ? { kind: 'failed', why: 'the program that had begun to was ended, and the service still keeps the key for it' } : saved;
    return { outcome, waitedMs: clock.nowMs() - startedMs, hiddenMs: undefined };
}
async function saving_join(begun, plan) {
    const answer = await begun.finish({ stallMs: STALL_MS });
    if (answer !== undefined)
        return saving_outcomeOf(answer, plan.key, plan);
    begun.stop();
    return undefined;
}
async function save(plan, service) {
    const key = plan.damaged === true ? await keyInPlace(plan.key, service) : plan.key;
    const folder = await service.makeFolder();
    await saving_fill(folder, plan);
    return saving_outcomeOf(await service.save({ ...keysOf(plan, key), folder, stallMs: STALL_MS }), key, plan);
}
function refusalOf({ permission, gain, pointer, wheels }) {
    if (!permission.allowed)
        return { kind: 'not-allowed', why: permission.why };
    return !gain.worth && (!pointer || wheels.length === 0) ? { kind: 'nothing-gained', why: gain.why } : undefined;
}
async function saving_fill(folder, plan) {
    if (plan.gain.worth)
        await fillEntry(folder, layout_storeLayout(plan.storeRoot), plan);
}
function keysOf({ gain, leg, question }, key) {
    return { key: gain.worth ? key : undefined, pointer: keys_pointerKey(leg, key, question), question };
}
const ROOM_LEFT_BYTES = 2e9;
function hasRoom({ wheels }, { root }) {
    const { bavail, bsize } = statfsSync(root);
    return bavail * bsize - wheels.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) > ROOM_LEFT_BYTES;
}
async function keyInPlace(key, service) {
    const there = await service.lookup({ primary: key, others: [] });
    return there.kind === 'found' && keys_sameKey(there.key, key) ? keyBeside(key) : key;
}
function saving_outcomeOf(answer, key, { gain }) {
    if (!gain.worth)
        return { kind: 'nothing-gained', why: gain.why };
    switch (answer.kind) {
        case 'saved':
            return { kind: 'saved', key, bytes: answer.bytes };
        case 'exists':
        case 'conflict':
            return { kind: answer.kind, key };
        case 'stalled':
            return { kind: 'timed-out', afterMs: answer.afterMs };
        default:
            return answer;
    }
}

;// CONCATENATED MODULE: ./build/store/inventory.js





const BUCKET_TITLES = {
    [layout_WHEELS_BUCKET]: 'wheels',
    [layout_METADATA_BUCKET]: 'metadata of wheels',
    [SDISTS_BUCKET]: 'source distributions',
    [layout_BUILT_BUCKET]: 'wheels built here',
    [PREPARED_BUCKET]: 'metadata told by backends',
    [TREES_BUCKET]: 'unpacked wheels',
    [PARTIALS_BUCKET]: 'begun downloads',
    [PAGES_BUCKET]: 'index pages',
    [FACTS_BUCKET]: 'interpreters, resolutions',
    [layout_CODE_BUCKET]: 'compiled program',
    [TEMPORARY_BUCKET]: 'drafts',
};
const ASIDE = 'cleared-';
const BUCKET = new RegExp(`^(?:${Object.keys(BUCKET_TITLES).map((name) => name.replace(/v\d+$/, 'v\\d+')).join('|')}|${ASIDE}.*)$`);
const FOLDERS = new Set([layout_BUILT_BUCKET, TREES_BUCKET]);
const BEYOND_BUDGET = new Set([FACTS_BUCKET, layout_CODE_BUCKET, TEMPORARY_BUCKET]);
async function storeSizes(layout) {
    const names = await bucketNames(layout);
    return Promise.all(names.map(async (bucket) => ({ bucket, ...sumOf(await keptIn(layout, bucket)) })));
}
const UNUSED_MS = 30 * 86_400_000;
const DRAFT_MS = 3_600_000;
async function pruneStore(layout, { nowMs, unusedMs, budgetBytes = Infinity }) {
    const kept = (await Promise.all((await bucketNames(layout)).map((bucket) => keptIn(layout, bucket)))).flat();
    let leftBytes = budgetBytes;
    const gone = kept.sort((a, b) => b.usedMs - a.usedMs).filter(({ bucket, usedMs, sizeBytes }) => {
        if (nowMs - usedMs > keptMs(bucket, unusedMs))
            return true;
        if (BEYOND_BUDGET.has(bucket))
            return false;
        leftBytes -= sizeBytes;
        return leftBytes < 0;
    });
    for (const { path: place } of gone)
        await (0,promises_namespaceObject.rm)(place, { recursive: true, force: true });
    return sumOf(gone);
}
function keptMs(bucket, unusedMs) {
    if (BUCKET_TITLES[bucket] === undefined)
        return -Infinity;
    return bucket === TEMPORARY_BUCKET ? DRAFT_MS : unusedMs;
}
async function clearStore(layout) {
    const sizes = await storeSizes(layout);
    if (sizes.length === 0)
        return sumOf(sizes);
    const aside = path.join(layout.root, `${ASIDE}${randomUUID()}`);
    await mkdir(aside);
    for (const { bucket } of sizes)
        renameFile(path.join(layout.root, bucket), path.join(aside, bucket));
    await rm(aside, { recursive: true, force: true });
    return sumOf(sizes);
}
function sumOf(things) {
    return things.reduce((sum, { files, sizeBytes }) => ({ files: sum.files + files, sizeBytes: sum.sizeBytes + sizeBytes }), { files: 0, sizeBytes: 0 });
}
async function bucketNames(layout) {
    const entries = await (0,promises_namespaceObject.readdir)(layout.root, { withFileTypes: true }).catch(() => []);
    return entries.filter((entry) => entry.isDirectory() && BUCKET.test(entry.name)).map(({ name }) => name).sort();
}
async function keptIn(layout, bucket) {
    const root = external_node_path_.join(layout.root, bucket);
    const things = new Map();
    for (const file of await filesBelow(root)) {
        const place = FOLDERS.has(bucket) ? external_node_path_.join(root, ...external_node_path_.relative(root, file.path).split(external_node_path_.sep).slice(0, 2)) : file.path;
        const thing = things.get(place);
        things.set(place, { bucket, path: place, files: (thing?.files ?? 0) + 1, sizeBytes: (thing?.sizeBytes ?? 0) + file.sizeBytes, usedMs: Math.max(thing?.usedMs ?? 0, file.usedMs) });
    }
    return [...things.values()];
}
async function filesBelow(folder) {
    const entries = await (0,promises_namespaceObject.readdir)(folder, { recursive: true, withFileTypes: true }).catch(() => []);
    const files = entries.filter((entry) => entry.isFile()).map(async (entry) => {
        const file = external_node_path_.join(entry.parentPath, entry.name);
        const facts = await (0,promises_namespaceObject.stat)(file).catch(() => undefined);
        return facts === undefined ? [] : [{ path: file, sizeBytes: facts.size, usedMs: Math.max(facts.atimeMs, facts.mtimeMs) }];
    });
    return (await Promise.all(files)).flat();
}

;// CONCATENATED MODULE: ./build/github/trim.js






function noteTrim({ trim }, root, budgetMb) {
    if (root === undefined || budgetMb === undefined)
        return;
    mkdirSync(path.dirname(trim), { recursive: true });
    writeFileSync(trim, JSON.stringify({ root, budgetMb }));
}
async function trimNoted({ trim }, say) {
    const noted = readTrim(trim);
    if (noted === undefined)
        return;
    (0,external_node_fs_namespaceObject.rmSync)(trim, { force: true });
    const budgetBytes = noted.budgetMb * 1e6;
    const { files, sizeBytes } = await pruneStore(layout_storeLayout(noted.root), { nowMs: clock_systemClock.nowMs(), unusedMs: UNUSED_MS, budgetBytes });
    if (files > 0)
        say(`Cache: ${format_counted(files, 'file')} (${format_bytes(sizeBytes)}) removed from this disk, what was used longest ago, to keep to ${format_bytes(budgetBytes)}`);
}
function readTrim(file) {
    try {
        return JSON.parse((0,external_node_fs_namespaceObject.readFileSync)(file, 'utf8'));
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/report/history.js

const history_NO_HISTORY = { schemaVersion: 1, runs: [], packages: {} };
const KEPT_RUNS = 20;
function history_withRun(history, run, legs) {
    const good = legs.filter(({ outcome }) => outcome === 'installed');
    const durations = Object.fromEntries(good.map((leg) => [legId(leg), leg.durationMs]));
    const packages = Object.fromEntries(good.map((leg) => [legId(leg), leg.packages]));
    const others = history.runs.filter(({ runId }) => runId !== run.runId);
    const serials = Object.fromEntries(good.map((leg) => [legId(leg), withMeasured(history.serials?.[legId(leg)] ?? [], leg, run)]));
    return { schemaVersion: 1, runs: [...others, { ...run, durations }].slice(-KEPT_RUNS), packages: { ...history.packages, ...packages }, serials: { ...history.serials, ...serials } };
}
function withMeasured(known, leg, { commit, atMs }) {
    if (leg.serial?.kind !== 'measured' || leg.serial.by !== 'serial')
        return known;
    const warm = isWarm(leg);
    return [...known.filter((other) => other.warm !== warm), { ms: leg.serial.ms, commit, atMs, packages: leg.packages, warm }];
}
function isWarm({ wheels }) {
    return wheels.reused === wheels.total;
}
function history_baselineOf({ serials }, leg) {
    const same = (packages) => {
        const names = Object.keys(packages);
        return names.length === Object.keys(leg.packages).length && names.every((name) => packages[name] === leg.packages[name]);
    };
    return serials?.[legId(leg)]?.find(({ warm, packages }) => warm === isWarm(leg) && same(packages));
}
function history_trendOf(history, leg) {
    const values = history.runs.flatMap(({ durations }) => durations[legId(leg)] ?? []).sort((a, b) => a - b);
    const middle = Math.floor(values.length / 2);
    const [least, most, upper, lower] = [values[0], values.at(-1), values[middle], values[values.length % 2 === 1 ? middle : middle - 1]];
    if (least === undefined || most === undefined || upper === undefined || lower === undefined)
        return undefined;
    return { medianMs: (upper + lower) / 2, leastMs: least, mostMs: most, runs: values.length };
}
function history_packageChanges(history, leg) {
    const before = history.packages[legId(leg)];
    if (before === undefined || leg.outcome === 'failed')
        return undefined;
    const names = [...new Set([...Object.keys(before), ...Object.keys(leg.packages)])].sort();
    return names.map((name) => ({ name, before: before[name], after: leg.packages[name] })).filter((change) => change.before !== change.after);
}
function history_readHistory(text) {
    try {
        const value = JSON.parse(text);
        return value.schemaVersion === 1 && Array.isArray(value.runs) ? value : history_NO_HISTORY;
    }
    catch {
        return history_NO_HISTORY;
    }
}

;// CONCATENATED MODULE: ./build/report/matrix.js





function matrix_commentMark(workflow) {
    return `<!-- parallel-pip report ${workflow} -->`;
}
const matrix_COMMENT_LIMIT_BYTES = 65_536;
const FAILURES_IN_SHORT = 20;
function matrix_matrixMarkdown(facts, limitBytes = Infinity) {
    const forms = [{}, { withoutChanges: true }, { withoutChanges: true, failures: FAILURES_IN_SHORT }, { withoutChanges: true, failures: FAILURES_IN_SHORT, rows: Math.floor(limitBytes / 500) }];
    const fitting = forms.find((form) => Buffer.byteLength(matrixText(facts, form)) <= limitBytes);
    return matrixText(facts, fitting ?? { withoutChanges: true, failures: 0, rows: 0 });
}
function matrixText({ legs, history, base, mark, workflow, keepsHistory }, form) {
    const missing = missingLegs(legs, history);
    const titled = titlesOf([...legs, ...missing]);
    const titleOf = (leg) => literal(titled(leg));
    const rows = [...legs.map((leg) => row(leg, history, titleOf)), ...missing.map((leg) => [titleOf(leg), 'missing', '', '', '', '', '', ''])];
    const isShort = Object.keys(form).length > 0;
    return `${blocks(mark, `### Python packages${workflow === undefined ? '' : `: ${literal(workflow)}`}`, headline(legs, missing.length), table([['Job', 'left'], ['Time', 'right'], ['Serial mode', 'right'], ['', 'right'], ['Wheels from cache', 'right'], ['Cache', 'left'], ['Built', 'right'], [`On ${literal(base)}`, 'left']], rows.slice(0, form.rows)), failures(legs, titleOf).slice(0, form.failures).join('\n'), form.withoutChanges === true ? '' : changesBlock({ legs, history, base }, titleOf), isShort ? 'The rest is too long to stand here: the job summaries have it.' : '', footnote({ legs, history, base, keepsHistory }))}\n`;
}
function headline(legs, missing) {
    const failed = legs.filter(({ outcome }) => outcome === 'failed').length;
    const good = legs.filter(({ outcome }) => outcome !== 'failed');
    const slowest = Math.max(0, ...good.map(({ durationMs }) => durationMs));
    const parts = [
        legs.length === 0 ? 'No job has reported (those report that use parallel-pip with `artifact: true`)' : good.length === 0 ? '' : `**${good.length} of ${legs.length + missing} jobs installed their packages**, the slowest in ${duration(slowest)}`,
        failed === 0 ? '' : `**${failed} failed**`,
        missing === 0 ? '' : `${missing} that ran on the base branch did not report`,
    ];
    return `${parts.filter((part) => part !== '').join('; ')}.`;
}
function row(leg, history, titleOf) {
    const { serial, wheels, cache } = leg;
    const title = titleOf(leg);
    if (leg.outcome === 'failed')
        return [title, leg.durationMs === 0 ? 'failed' : `failed after ${duration(leg.durationMs)}`, '', '', '', '', '', ''];
    const baseline = serial?.kind === 'measured' ? undefined : baselineOf(history, leg);
    const serialMs = baseline?.ms ?? serial?.ms;
    return [
        title,
        `${duration(leg.durationMs)}${leg.outcome === 'nothing-to-do' ? ' (nothing to do)' : leg.outcome === 'dry-run' ? ' (dry run)' : ''}`,
        baseline === undefined ? (serial === undefined ? '' : `${serial.by === 'pip' ? 'pip ' : ''}${duration(serial.ms)} (${serial.kind})`) : baselineCell(baseline),
        serialMs === undefined || leg.durationMs <= 0 ? '' : factor(serialMs / leg.durationMs),
        wheels.total === 0 ? '' : `${wheels.reused} of ${wheels.total}`,
        cache === undefined ? '' : cacheCell(cache, leg),
        wheels.built === 0 ? '' : String(wheels.built),
        trendCell(leg, history),
    ];
}
function baselineCell({ ms, atMs, commit }) {
    return `${duration(ms)} (measured ${new Date(atMs).toISOString().slice(0, 10)}, ${code(commit.slice(0, 7))})`;
}
const OUTCOMES = { exact: 'entry without use', prefix: 'older entry without use', miss: 'no entry yet', 'not-allowed': 'not asked', unavailable: 'no service', overtaken: 'not waited for', 'timed-out': 'given up', unreadable: 'entry cannot be read', failed: 'failed' };
function cacheCell(cache, leg) {
    const what = cache.hit ? 'hit' : leg.wheels.reused > 0 ? `part, ${bytes(leg.downloadedBytes)} downloaded` : OUTCOMES[cache.outcome] ?? literal(cache.outcome);
    if (cache.savedMs === undefined || leg.wheels.reused === 0)
        return what;
    const gainMs = cache.savedMs - cache.costMs;
    return `${what}, ${gainMs >= 0 ? '+' : ''}${duration(gainMs)}`;
}
function trendCell(leg, history) {
    const trend = trendOf(history, leg);
    if (trend === undefined)
        return 'no history yet';
    const range = trend.runs === 1 ? duration(trend.medianMs) : `${duration(trend.medianMs)} (${duration(trend.leastMs)} to ${duration(trend.mostMs)})`;
    if (trend.runs < 3)
        return range;
    return leg.durationMs > trend.mostMs ? `${range} \u25b2 slower` : leg.durationMs < trend.leastMs ? `${range} \u25bc faster` : range;
}
function failures(legs, titleOf) {
    const failed = legs.filter(({ failure }) => failure !== undefined);
    return failed.map((leg) => `- **${titleOf(leg)}**: ${literal(leg.failure ?? '')}`);
}
function changesBlock({ legs, history, base }, titleOf) {
    const byText = new Map();
    for (const leg of legs) {
        const changes = packageChanges(history, leg);
        if (changes === undefined || changes.length === 0)
            continue;
        const text = changesTable(changes, base);
        byText.set(text, [...(byText.get(text) ?? []), leg]);
    }
    const parts = [...byText].map(([text, same]) => blocks(same.length === legs.length ? '' : `**${same.map(titleOf).join(', ')}**`, text));
    return parts.length === 0 ? '' : folded('What changed in the environments', blocks(...parts));
}
function footnote({ legs, history, base, keepsHistory = true }) {
    const serial = [...new Set(legs.flatMap(({ serial: one }) => one?.kind ?? []))];
    const lines = [
        serial.includes('estimated') ? 'Estimated serial times are a model\u2019s, and can be far off; `compare: serial` measures them.' : '',
        history.runs.length === 0 ? `No history yet: it begins with the first push to ${literal(base)}${keepsHistory ? '' : ' that runs this report with `history: true`'}.` : `Times on ${literal(base)} are median and range of its last ${history.runs.length === 1 ? 'run' : `${history.runs.length} runs`}.`,
    ];
    return `<sub>${lines.filter((line) => line !== '').join(' ')}</sub>`;
}
function missingLegs(legs, history) {
    const here = new Set(legs.map(legId));
    return Object.keys(history.runs.at(-1)?.durations ?? {}).filter((id) => !here.has(id)).map((id) => {
        const { job, matrix: pairs, ...rest } = legOf(id);
        const order = legs.find((leg) => leg.job === job)?.matrix.map(([name]) => name) ?? [];
        return { ...rest, job, matrix: [...pairs].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)) };
    });
}

;// CONCATENATED MODULE: ./build/github/history-place.js




const history_place_HISTORY_FILE = 'history.json';
function history_place_historyPrefix(job, branch) {
    return `parallel-pip-history/v1/${shortHash(job.workflow)}/${shortHash(branch)}/`;
}
function history_place_baseBranch({ ref }, env, keepsOwn = false) {
    const target = env['GITHUB_BASE_REF'] || readPayload(env)['merge_group']?.base_ref;
    if (target)
        return target.replace(/^refs\/heads\//, '');
    const own = ref.replace(/^refs\/(heads|tags)\//, '');
    return keepsOwn && ref.startsWith('refs/heads/') ? own : history_place_defaultBranch(env) ?? own;
}
function history_place_defaultBranch(env) {
    return readPayload(env)['repository']?.default_branch;
}
function history_place_readHistoryFile(file) {
    try {
        return readHistory(readFileSync(file, 'utf8'));
    }
    catch {
        return undefined;
    }
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
const FAR_BYTES = (/* unused pure expression or super */ null && (1 << 20));
const MAX_SILENCES = 2;
function countFailure(tally, failure) {
    if (failure.kind !== 'cut') {
        const silences = tally.silences + (failure.kind === 'silence' ? 1 : 0);
        return { ...tally, failures: tally.failures + 1, silences, contents: tally.contents + (failure.kind === 'content' ? 1 : 0) };
    }
    if (failure.newBytes >= FAR_BYTES)
        return { ...NO_FAILURES, contents: tally.contents, askedWaitMs: tally.askedWaitMs };
    return { ...tally, cuts: tally.cuts + 1, silences: tally.silences + (isSilent(failure.code) ? 1 : 0) };
}
function decideRetry(failure, tally, facts) {
    if (facts.budgetLeft <= 0 || !isAllowed(failure, tally, facts.limits))
        return { kind: 'give-up' };
    if (failure.kind === 'status' && failure.retryAfterMs !== undefined) {
        return tally.askedWaitMs + failure.retryAfterMs > MAX_ASKED_WAIT_MS ? { kind: 'give-up' } : { kind: 'retry', afterMs: failure.retryAfterMs };
    }
    const isWaitedFor = failure.kind === 'silence' || (failure.kind === 'cut' && isSilent(failure.code));
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
    if (isSilent(code))
        return tally.silences <= MAX_SILENCES && tally.failures <= retries;
    return tally.failures <= Math.min(1, retries);
}
function isSilent(code) {
    return code === 'UND_ERR_BODY_TIMEOUT';
}
function retry_parseRetryAfter(value, nowMs) {
    if (value === undefined)
        return undefined;
    if (/^\s*\d+\s*$/.test(value))
        return Number(value) * 1000;
    const dateMs = Date.parse(value);
    return Number.isNaN(dateMs) ? undefined : Math.max(0, dateMs - nowMs);
}

;// CONCATENATED MODULE: ./build/github/github-api.js

const github_api_TIMEOUT_MS = 15_000;
const MAX_TRIES = 3;
const USUAL_WAIT_MS = 60_000;
const github_api_LONGEST_WAIT_MS = 60_000;
async function github_api_askGithub({ apiUrl, token, clock }, path, { method, body }) {
    const headers = { authorization: `Bearer ${token}`, accept: 'application/vnd.github+json', 'content-type': 'application/json', 'x-github-api-version': '2022-11-28', 'user-agent': 'parallel-pip' };
    for (let tries = 1;; tries += 1) {
        const answer = await fetch(`${apiUrl}/${path}`, { method, headers, signal: AbortSignal.timeout(github_api_TIMEOUT_MS), ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
        const text = await answer.text();
        const waitMs = limitWaitMs({ status: answer.status, header: (name) => answer.headers.get(name) ?? undefined, text }, clock.nowMs());
        if (waitMs === undefined)
            return { status: answer.status, body: github_api_parsed(text) };
        if (tries === MAX_TRIES || waitMs > github_api_LONGEST_WAIT_MS)
            throw new Error(`GitHub's limit of requests is reached, for another ${Math.ceil(waitMs / 1000)} s`);
        await clock.sleep(waitMs);
    }
}
function limitWaitMs({ status, header, text }, nowMs) {
    if (status !== 403 && status !== 429)
        return undefined;
    const afterMs = parseRetryAfter(header('retry-after'), nowMs);
    if (afterMs !== undefined)
        return afterMs;
    const resetMs = Number(header('x-ratelimit-reset') ?? NaN) * 1000;
    if (header('x-ratelimit-remaining') === '0' && Number.isFinite(resetMs))
        return Math.max(1000, resetMs - nowMs);
    return status === 429 || /rate limit/i.test(text) ? USUAL_WAIT_MS : undefined;
}
function github_api_parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/github/sticky-comment.js

const PAGE = 100;
const MAX_PAGES = 30;
const sticky_comment_MAX_TRIES = 5;
async function sticky_comment_writeStickyComment(place, mark, body) {
    try {
        for (const { id } of (await findComments(place, mark)).slice(0, sticky_comment_MAX_TRIES)) {
            const answer = await sticky_comment_ask(place, `issues/comments/${id}`, 'PATCH', { body });
            if (!isRefused(answer) && answer.status !== 410)
                return sticky_comment_outcomeOf(answer, 'updated');
        }
        return sticky_comment_outcomeOf(await sticky_comment_ask(place, `issues/${place.pullRequest}/comments`, 'POST', { body }), 'created');
    }
    catch (error) {
        return { kind: 'failed', why: error instanceof Error ? error.message : String(error) };
    }
}
function isRefused({ status }) {
    return status === 401 || status === 403 || status === 404;
}
function sticky_comment_outcomeOf(answer, kind) {
    if (isRefused(answer))
        return { kind: 'not-allowed' };
    if (answer.status >= 300)
        return { kind: 'failed', why: `GitHub answered ${answer.status}` };
    return { kind, url: answer.body.html_url };
}
async function findComments(place, mark) {
    const marked = [];
    for (let page = 1; page <= MAX_PAGES; page += 1) {
        const answer = await sticky_comment_ask(place, `issues/${place.pullRequest}/comments?per_page=${PAGE}&page=${page}`, 'GET');
        if (isRefused(answer))
            return [];
        if (answer.status >= 300)
            throw new Error(`the comments could not be read: GitHub answered ${answer.status}`);
        const comments = answer.body;
        marked.push(...comments.filter(({ body }) => body?.startsWith(mark) === true));
        if (comments.length < PAGE)
            break;
    }
    const isBot = ({ user }) => user?.type === 'Bot';
    const login = marked.every(isBot) ? undefined : await ownLogin(place);
    return [...marked.filter(({ user }) => login !== undefined && user?.login === login), ...marked.filter(isBot)];
}
async function ownLogin(place) {
    const answer = await askGithub(place, 'user', { method: 'GET' });
    return answer.status < 300 ? answer.body.login : undefined;
}
function sticky_comment_ask(place, path, method, body) {
    return askGithub(place, `repos/${place.repository}/${path}`, { method, ...(body === undefined ? {} : { body }) });
}

;// CONCATENATED MODULE: external "os"
const external_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_namespaceObject.EOL);
}
function issue(name, message = '') {
    issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");
;// CONCATENATED MODULE: external "fs"
const external_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_namespaceObject.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_namespaceObject.appendFileSync(filePath, `${toCommandValue(message)}${external_os_namespaceObject.EOL}`, {
        encoding: 'utf8'
    });
}
function prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
    const convertedValue = toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_namespaceObject.EOL}${convertedValue}${external_os_namespaceObject.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/summary.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access: summary_access, appendFile, writeFile } = external_fs_namespaceObject.promises;
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    /**
     * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
     * Also checks r/w permissions.
     *
     * @returns step summary file path
     */
    filePath() {
        return __awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield summary_access(pathFromEnv, external_fs_namespaceObject.constants.R_OK | external_fs_namespaceObject.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    /**
     * Wraps content in an HTML tag, adding any HTML attributes
     *
     * @param {string} tag HTML tag to wrap
     * @param {string | null} content content within the tag
     * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
     *
     * @returns {string} content wrapped in HTML element
     */
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    /**
     * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
     *
     * @param {SummaryWriteOptions} [options] (optional) options for write operation
     *
     * @returns {Promise<Summary>} summary instance
     */
    write(options) {
        return __awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    /**
     * Clears the summary buffer and wipes the summary file
     *
     * @returns {Summary} summary instance
     */
    clear() {
        return __awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    /**
     * Returns the current summary buffer as a string
     *
     * @returns {string} string of summary buffer
     */
    stringify() {
        return this._buffer;
    }
    /**
     * If the summary buffer is empty
     *
     * @returns {boolen} true if the buffer is empty
     */
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    /**
     * Resets the summary buffer without writing to summary file
     *
     * @returns {Summary} summary instance
     */
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    /**
     * Adds raw text to the summary buffer
     *
     * @param {string} text content to add
     * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
     *
     * @returns {Summary} summary instance
     */
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    /**
     * Adds the operating system-specific end-of-line marker to the buffer
     *
     * @returns {Summary} summary instance
     */
    addEOL() {
        return this.addRaw(external_os_namespaceObject.EOL);
    }
    /**
     * Adds an HTML codeblock to the summary buffer
     *
     * @param {string} code content to render within fenced code block
     * @param {string} lang (optional) language to syntax highlight code
     *
     * @returns {Summary} summary instance
     */
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML list to the summary buffer
     *
     * @param {string[]} items list of items to render
     * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
     *
     * @returns {Summary} summary instance
     */
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML table to the summary buffer
     *
     * @param {SummaryTableCell[]} rows table rows
     *
     * @returns {Summary} summary instance
     */
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds a collapsable HTML details element to the summary buffer
     *
     * @param {string} label text for the closed state
     * @param {string} content collapsable content
     *
     * @returns {Summary} summary instance
     */
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML image tag to the summary buffer
     *
     * @param {string} src path to the image you to embed
     * @param {string} alt text description of the image
     * @param {SummaryImageOptions} options (optional) addition image attributes
     *
     * @returns {Summary} summary instance
     */
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML section heading element
     *
     * @param {string} text heading text
     * @param {number | string} [level=1] (optional) the heading level, default: 1
     *
     * @returns {Summary} summary instance
     */
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML thematic break (<hr>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML line break (<br>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML blockquote to the summary buffer
     *
     * @param {string} text quote text
     * @param {string} cite (optional) citation url
     *
     * @returns {Summary} summary instance
     */
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML anchor tag to the summary buffer
     *
     * @param {string} text link text/content
     * @param {string} href hyperlink
     *
     * @returns {Summary} summary instance
     */
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
/**
 * @deprecated use `core.summary`
 */
const markdownSummary = (/* unused pure expression or super */ null && (_summary));
const summary = _summary;
//# sourceMappingURL=summary.js.map
;// CONCATENATED MODULE: ./build/github/workflow-commands.js





function workflow_commands_openRunnerCommands() {
    const tell = (file, message) => {
        if (!isThere(file))
            return;
        try {
            issueFileCommand(file, message());
        }
        catch (error) {
            throw new errors_UserError('input-missing', `what the runner is to be told (GITHUB_${file}) cannot be written: ${errors_messageOf(error)}`, { cause: error });
        }
    };
    return {
        line: (text) => void process.stdout.write(guarded(text) + external_node_os_namespaceObject.EOL),
        debug: (text) => issueCommand('debug', {}, text),
        annotate: (level, message, place) => issueCommand(level, place === undefined ? {} : { title: place.title, file: place.file, line: place.line, col: place.column }, message),
        startGroup: (title) => issueCommand('group', {}, title),
        endGroup: () => issueCommand('endgroup', {}, ''),
        mask: (value) => issueCommand('add-mask', {}, value),
        setOutput: (name, value) => tell('OUTPUT', () => prepareKeyValueMessage(name, value)),
        exportVariable: (name, value) => tell('ENV', () => prepareKeyValueMessage(name, value)),
        addPath: (folder) => tell('PATH', () => folder),
        saveState: (name, value) => tell('STATE', () => prepareKeyValueMessage(name, value)),
        appendSummary: async (markdown) => {
            if (isThere('STEP_SUMMARY'))
                await summary.addRaw(markdown).write();
        },
    };
}
function isThere(file) {
    return Boolean(process.env[`GITHUB_${file}`]);
}
function guarded(text) {
    return text.replace(/^(\s*)::/gm, '$1\u200b::').replaceAll('##[', '##\u200b[');
}

;// CONCATENATED MODULE: ./build/github/run-matrix.js



















const ARTIFACT_PREFIX = 'parallel-pip-';
const DOWNLOADS_AT_ONCE = 16;
const SUMMARY_LIMIT_BYTES = (/* unused pure expression or super */ null && (1 << 20));
const HISTORY_STALL_MS = 30_000;
function artifactName(leg) {
    return `${ARTIFACT_PREFIX}${keys_shortHash(leg_report_legId(leg))}-${leg.attempt}-${(0,external_node_crypto_namespaceObject.randomUUID)().slice(0, 8)}.json`;
}
async function runMatrix(programs) {
    const runner = openRunnerCommands();
    const job = readJob(process.env);
    const input = (name) => (process.env[`INPUT_${name.toUpperCase()}`] ?? '').trim();
    if (input('github-token') !== '')
        runner.mask(input('github-token'));
    const choice = oneOf(input('history'), ['auto', 'true', 'false']);
    const mayComment = oneOf(input('comment'), ['true', 'false']);
    for (const [name, value] of [['history', choice], ['comment', mayComment]])
        if (value === undefined)
            runner.annotate('warning', `${name}: ${JSON.stringify(input(name))} is no value that it can have; the default counts`);
    try {
        const artifacts = openArtifacts(process.env);
        const legs = artifacts === undefined ? [] : await readLegs(artifacts, runner);
        if (artifacts === undefined)
            runner.annotate('notice', 'There is no artifact service here: no job could be read');
        const service = openHistoryService(programs);
        const base = baseBranch(job, process.env, choice === 'true');
        const history = await restoreHistory(service, job, base);
        const facts = { legs, history, base, mark: commentMark(shortHash(job.workflow)), workflow: process.env['GITHUB_WORKFLOW'] || job.workflow, keepsHistory: choice !== 'false' && (choice === 'true' || base === (defaultBranch(process.env) ?? base)) };
        const markdown = matrixMarkdown(facts, SUMMARY_LIMIT_BYTES);
        await runner.appendSummary(markdown);
        const file = path.join(process.env['RUNNER_TEMP'] || tmpdir(), 'parallel-pip-report.md');
        const short = matrixMarkdown(facts, COMMENT_LIMIT_BYTES);
        writeFileSync(file, short);
        runner.setOutput('markdown', file);
        runner.setOutput('legs', String(legs.length));
        runner.line(`${counted(legs.length, 'job')} reported`);
        if (mayComment !== 'false')
            await comment(short, facts.mark, { job, runner, token: input('github-token') });
        if (legs.length > 0)
            await keepHistory({ service, job, history, legs, runner, choice: choice ?? 'auto' });
    }
    catch (error) {
        runner.annotate('warning', `There is no report over all jobs: ${messageOf(error)}`);
    }
    return 0;
}
function oneOf(text, choices) {
    return text === '' ? choices[0] : choices.find((choice) => choice === text.toLowerCase());
}
async function readLegs(artifacts, runner) {
    const atOnce = new Limiter(DOWNLOADS_AT_ONCE);
    const names = (await artifacts.list()).filter((name) => name.startsWith(ARTIFACT_PREFIX));
    const texts = await Promise.all(names.map((name) => atOnce.run(() => artifacts.download(name)).catch((error) => {
        runner.line(`${name} could not be read: ${messageOf(error)}`);
        return '';
    })));
    return newestLegs(texts.flatMap((text) => readLegReport(text) ?? []));
}
async function comment(markdown, mark, { job, runner, token }) {
    const number = readPayload(process.env)['pull_request']?.number;
    if (number === undefined || token === '')
        return;
    const place = { clock: systemClock, apiUrl: process.env['GITHUB_API_URL'] ?? '', repository: job.repository, pullRequest: number, token };
    runner.line(describeComment(await writeStickyComment(place, mark, markdown)));
}
function describeComment(outcome) {
    switch (outcome.kind) {
        case 'created':
        case 'updated':
            return `Comment ${outcome.kind}: ${outcome.url}`;
        case 'not-allowed':
            return 'No comment: the token of this run may not write to pull requests (give the job "pull-requests: write"; on pull requests from forks see examples/report-on-forks.yml). The report stands in the job summary';
        case 'failed':
            return `No comment: ${outcome.why}. The report stands in the job summary`;
    }
}
function openHistoryService(programs) {
    const root = path.join(jobRoot(process.env), 'history');
    return openCacheService({ programPath: programs.cachePath, root, env: process.env, clock: systemClock, onLog: () => undefined });
}
async function restoreHistory(service, job, branch) {
    if (!job.trust.restore.allowed)
        return NO_HISTORY;
    const transfer = service.restore({ primary: historyPrefix(job, branch), others: [] });
    const answer = await transfer.finish({ stallMs: HISTORY_STALL_MS });
    return (answer.kind === 'done' ? readHistoryFile(path.join(transfer.folder, HISTORY_FILE)) : undefined) ?? NO_HISTORY;
}
async function keepHistory({ service, job, history, legs, runner, choice }) {
    const branch = job.ref.replace(/^refs\/heads\//, '');
    const isBase = job.event === 'push' && job.ref.startsWith('refs/heads/') && (choice === 'true' || defaultBranch(process.env) === branch);
    if (choice === 'false' || !isBase || !job.trust.save.allowed)
        return;
    const folder = await service.makeFolder();
    const run = { runId: job.runId, commit: job.sha, atMs: systemClock.nowMs() };
    writeFileSync(path.join(folder, HISTORY_FILE), JSON.stringify(withRun(history, run, legs)));
    const answer = await service.save({ folder, key: `${historyPrefix(job, branch)}${job.runId}-${job.runAttempt}`, pointer: undefined, stallMs: HISTORY_STALL_MS });
    runner.line(answer.kind === 'saved' ? `History of ${branch}: ${counted(withRun(history, run, legs).runs.length, 'run')}` : `History not kept: ${answer.kind}`);
}

;// CONCATENATED MODULE: ./build/github/run-post.js
















async function runPost(programs) {
    const runner = workflow_commands_openRunnerCommands();
    await recoverNoted(process.env, runner);
    const begun = begunPlaces(process.env);
    if (begun === undefined)
        runner.line('Nothing to save to the cache');
    else
        await Promise.all([shareLeg(begun.places.leg, runner), endCache(begun.places, programs, runner)]);
    return 0;
}
async function endCache(places, { cachePath }, runner) {
    const parts = { programPath: cachePath, env: process.env, clock: clock_systemClock, onLog: (text) => runner.debug(text) };
    try {
        await joinRestore({ ...parts, root: places.early })?.stop();
        await trimNoted(places, (text) => runner.line(text));
        const plan = readPlan(places);
        if (plan === undefined)
            return runner.line('Nothing to save to the cache');
        runner.line(`Cache: ${savedLine(await endSave(plan, places, parts), plan)}`);
        (0,external_node_fs_namespaceObject.rmSync)(places.plan, { force: true });
    }
    catch (error) {
        runner.line(`Cache: not saved: ${errors_messageOf(error)}`);
    }
}
function savedLine({ outcome, waitedMs, hiddenMs }, plan) {
    const said = describeSave(outcome, format_bytes);
    if (outcome.kind !== 'saved')
        return said;
    const hidden = hiddenMs === undefined ? '' : ` (${seconds_seconds(hiddenMs)} of them before this step, ${seconds_seconds(waitedMs)} waited for)`;
    return `${said} in ${seconds_seconds(waitedMs + (hiddenMs ?? 0))}, under ${outcome.key}${outcome.key === plan.key ? '' : ', in place of one that is damaged'}${hidden}`;
}
async function shareLeg(file, runner) {
    if (!(0,external_node_fs_namespaceObject.existsSync)(file))
        return;
    try {
        const text = (0,external_node_fs_namespaceObject.readFileSync)(file, 'utf8');
        (0,external_node_fs_namespaceObject.rmSync)(file);
        const leg = leg_report_readLegReport(text);
        const artifacts = artifacts_openArtifacts(process.env);
        if (artifacts === undefined || leg === undefined)
            return runner.line('The figures of this job are not shared: there is no artifact service');
        await artifacts.upload(artifactName(leg), text, { days: ARTIFACT_DAYS });
        runner.line('The figures of this job are kept for the report over all jobs');
    }
    catch (error) {
        runner.line(`The figures of this job are not shared: ${errors_messageOf(error)}`);
    }
}
const ARTIFACT_DAYS = 3;


/***/ }),

/***/ 893:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ endProcess)
/* harmony export */ });
async function endProcess(status) {
    await Promise.all([process.stdout, process.stderr].map((stream) => new Promise((resolve) => stream.write('', resolve))));
    process.exit(status);
}


/***/ }),

/***/ 756:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _github_programs_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(185);
/* harmony import */ var _kernel_end_process_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(893);
/* harmony import */ var _github_run_post_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(437);



await (0,_kernel_end_process_js__WEBPACK_IMPORTED_MODULE_2__/* .endProcess */ .J)(await (0,_github_run_post_js__WEBPACK_IMPORTED_MODULE_1__/* .runPost */ .a)((0,_github_programs_js__WEBPACK_IMPORTED_MODULE_0__/* .programsBeside */ .M)({ dirname: import.meta.dirname, filename: import.meta.filename })));

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

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
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
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
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(756);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
