import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

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

/***/ 230:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  X: () => (/* binding */ runPre)
});

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(760);
;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");
;// CONCATENATED MODULE: ./build/actions-cache/keys.js

const CACHE_FORMAT = 1;
const PREFIX = 'parallel-pip';
const MAX_KEY_LENGTH = 512;
const FACT_NAMES = ['format', 'os', 'arch', 'suffix', 'python', 'libc', 'inputs', 'resolution'];
function keyFacts(identity, resolution) {
    const values = { format: `v${CACHE_FORMAT}`, ...identity, resolution };
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
    return (0,external_node_crypto_namespaceObject.createHash)('sha256').update(text).digest('hex').slice(0, 20);
}
function sameKey(a, b) {
    return a.toLowerCase() === b.toLowerCase();
}
function pointerPrefix(facts) {
    const { os, arch, suffix, ...identity } = facts;
    const leg = shortHash(JSON.stringify([identity.workflow, identity.job, identity.leg, identity.step]));
    return `${PREFIX}-leg/v${CACHE_FORMAT}/${segment(os)}/${segment(arch)}/${segment(suffix)}/${leg}/`;
}
function pointerKey(facts, key, question) {
    const text = `${pointerPrefix(facts)}${question === undefined ? '' : `${shortHash(question)}/`}>${key}`;
    return text.length <= MAX_KEY_LENGTH ? text : undefined;
}
function pointedKey(pointer) {
    const at = pointer.indexOf('/>');
    return at === -1 ? undefined : pointer.slice(at + 2);
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
function isUserError(error) {
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
function isUnanswered(error) {
    return ['EMFILE', 'ENFILE', 'EIO'].includes(errors_systemErrorCode(error) ?? '');
}
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}
function unreachable(value) {
    throw new Error(`unreachable: ${JSON.stringify(value)}`);
}

;// CONCATENATED MODULE: ./build/github/archiver.js


function archiver_archiverProblem(env, platform = process.platform) {
    if (platform !== 'linux')
        return undefined;
    const tar = (env['PATH'] ?? '').split(external_node_path_.delimiter).map((folder) => external_node_path_.join(folder, 'tar')).find((file) => (0,external_node_fs_namespaceObject.existsSync)(file));
    if (tar === undefined)
        return 'entries are tar archives, and there is no tar on PATH';
    return external_node_path_.basename((0,external_node_fs_namespaceObject.realpathSync)(tar)).startsWith('busybox') ? 'the tar on PATH is BusyBox\u2019s, which cannot make or read entries (on Alpine, before this step: apk add tar zstd)' : undefined;
}

;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");
;// CONCATENATED MODULE: external "node:fs/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");
;// CONCATENATED MODULE: ./build/shell/proc-files.js

function readProc(name) {
    if (process.platform !== 'linux')
        return undefined;
    try {
        return readFileSync(`/proc/${name}`, 'latin1');
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



function process_tree_isAlive(pid) {
    try {
        process.kill(pid, 0);
        return statFields(String(pid))?.[0] !== 'Z';
    }
    catch {
        return false;
    }
}
function process_tree_killTree(pid) {
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
function process_tree_workBelow(leader) {
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

;// CONCATENATED MODULE: ./build/store/rename.js


const HELD = ['EPERM', 'EACCES', 'EBUSY'];
const FIRST_WAIT_MS = 10;
const LAST_WAIT_MS = 1280;
const renameFile = (from, to) => patiently(() => (0,external_node_fs_namespaceObject.renameSync)(from, to), process.platform);
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
function transfer_folder_arrivalOf(folder) {
    const elsewhere = transfer_folder_readState(folder)?.elsewhere;
    return elsewhere === undefined ? folder : transfer_folder_transferFolder(elsewhere);
}
function writeState(folder, state) {
    writeWhole(folder, 'state.json', state);
}
function transfer_folder_readState(folder) {
    return readIfThere(folder, 'state.json');
}
function writeAnswerState(folder, state) {
    writeWhole(folder, 'answer.json', state);
}
function transfer_folder_readAnswerState(folder) {
    return readIfThere(folder, 'answer.json');
}
function writeWhole({ root }, name, value) {
    const draft = external_node_path_.join(root, `${name}.${process.pid}`);
    (0,external_node_fs_namespaceObject.writeFileSync)(draft, JSON.stringify(value));
    renameFile(draft, external_node_path_.join(root, name));
}
function readIfThere({ root }, name) {
    try {
        return JSON.parse(readFileSync(path.join(root, name), 'utf8'));
    }
    catch {
        return undefined;
    }
}
const TAIL_BYTES = 16_384;
function transfer_folder_movedBytes(folder) {
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

;// CONCATENATED MODULE: ./build/github/cache-service.js









const POLL_MS = 20;
const LOOKUP_STALL_MS = 4000;
const START_MS = 20_000;
function openCacheService(parts) {
    if (!hasCacheService(parts.env))
        return withoutService(parts, { kind: 'unavailable' });
    const why = archiverProblem(parts.env);
    if (why !== undefined)
        return withoutService(parts, { kind: 'failed', why });
    return {
        lookup: async (query) => toLookup((await finish(start(parts, { kind: 'lookup', ...query }), parts, { stallMs: LOOKUP_STALL_MS })).ending),
        restore: (query) => transferOf(start(parts, { kind: 'restore', ...query, unpacking: parts.unpacking }), parts),
        makeFolder: async () => newEntry(parts),
        save: async ({ folder, key, pointer, question, stallMs, signal }) => {
            const place = transferFolder(path.dirname(path.dirname(folder)));
            start(parts, { kind: 'save', key, pointer, question }, place);
            const { ending, bytes } = await finish(place, parts, { stallMs, ...(signal === undefined ? {} : { signal }) });
            return toStored(ending, bytes);
        },
    };
}
function hasCacheService(env) {
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
    start(parts, { kind: 'restore-pointed', ...request }, makeFolders(transfer_folder_transferFolder(parts.root)));
}
function joinRestore(parts) {
    const folder = transferFolder(parts.root);
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
async function startSave(parts, keys, fill) {
    const folder = makeFolders(transferFolder(parts.root));
    mkdirSync(folder.entry);
    await fill(folder.entry);
    start(parts, { kind: 'save', ...keys, isAside: true }, folder);
}
function joinSave(parts) {
    const folder = transferFolder(parts.root);
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
            rmSync(folder.temporary, { recursive: true, force: true });
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
    mkdirSync(entry);
    return entry;
}
function newFolder(parts) {
    return makeFolders(transfer_folder_transferFolder(external_node_path_.join(parts.root, (0,external_node_crypto_namespaceObject.randomUUID)())));
}
function makeFolders(folder) {
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
    parts.onLog(await readFile(folder.log, 'utf8').catch(() => ''));
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
        return { kind: 'failed', why: `no answer within ${seconds(ending.afterMs, 0)}` };
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

;// CONCATENATED MODULE: ./build/actions-cache/trust.js
const YES = { allowed: true };
const RESTORE_ONLY = {
    pull_request_target: 'pull_request_target runs restore only',
    workflow_run: 'workflow_run runs restore only',
    issue_comment: 'issue_comment runs restore only',
    release: 'release runs restore only',
    merge_group: 'merge queues have refs of their own, whose entries nobody restores',
};
function trustOf(facts) {
    const mode = facts.mode.trim().toLowerCase();
    const denied = (why) => ({ allowed: false, why });
    const byMode = (readers) => (!MODES.includes(mode) || readers.includes(mode) ? YES : denied(`the cache mode of this run is "${mode}"`));
    const saveByMode = byMode(['write', 'write-only']);
    const byEvent = RESTORE_ONLY[facts.event] ?? (facts.refType === 'tag' ? 'runs for tags restore only' : undefined);
    return { restore: byMode(['read', 'write']), save: !saveByMode.allowed || byEvent === undefined ? saveByMode : { allowed: false, why: byEvent, byEvent: true } };
}
const MODES = ['none', 'read', 'write', 'write-only'];
function withChoice(permission, choice, input) {
    if (choice === false)
        return { allowed: false, why: `${input} is false` };
    return choice === true && !permission.allowed && permission.byEvent === true ? YES : permission;
}

;// CONCATENATED MODULE: ./build/github/event.js


function readJob(env) {
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
function readPayload(env) {
    try {
        return JSON.parse((0,external_node_fs_namespaceObject.readFileSync)(env['GITHUB_EVENT_PATH'] ?? '', 'utf8'));
    }
    catch {
        return {};
    }
}
function legFacts(job, { leg, cacheSuffix, workingDirectory, requirements, packages, extras, groups }) {
    const use = JSON.stringify([job.step, workingDirectory, requirements, packages, extras, groups]);
    return { os: process.platform, arch: process.arch, workflow: job.workflow, job: job.job, leg, step: use, suffix: cacheSuffix };
}

;// CONCATENATED MODULE: ./build/report/history.js

const NO_HISTORY = { schemaVersion: 1, runs: [], packages: {} };
const KEPT_RUNS = 20;
function withRun(history, run, legs) {
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
function baselineOf({ serials }, leg) {
    const same = (packages) => {
        const names = Object.keys(packages);
        return names.length === Object.keys(leg.packages).length && names.every((name) => packages[name] === leg.packages[name]);
    };
    return serials?.[legId(leg)]?.find(({ warm, packages }) => warm === isWarm(leg) && same(packages));
}
function trendOf(history, leg) {
    const values = history.runs.flatMap(({ durations }) => durations[legId(leg)] ?? []).sort((a, b) => a - b);
    const middle = Math.floor(values.length / 2);
    const [least, most, upper, lower] = [values[0], values.at(-1), values[middle], values[values.length % 2 === 1 ? middle : middle - 1]];
    if (least === undefined || most === undefined || upper === undefined || lower === undefined)
        return undefined;
    return { medianMs: (upper + lower) / 2, leastMs: least, mostMs: most, runs: values.length };
}
function packageChanges(history, leg) {
    const before = history.packages[legId(leg)];
    if (before === undefined || leg.outcome === 'failed')
        return undefined;
    const names = [...new Set([...Object.keys(before), ...Object.keys(leg.packages)])].sort();
    return names.map((name) => ({ name, before: before[name], after: leg.packages[name] })).filter((change) => change.before !== change.after);
}
function history_readHistory(text) {
    try {
        const value = JSON.parse(text);
        return value.schemaVersion === 1 && Array.isArray(value.runs) ? value : NO_HISTORY;
    }
    catch {
        return NO_HISTORY;
    }
}

;// CONCATENATED MODULE: ./build/github/history-place.js




const HISTORY_FILE = 'history.json';
function historyPrefix(job, branch) {
    return `parallel-pip-history/v1/${shortHash(job.workflow)}/${shortHash(branch)}/`;
}
function baseBranch({ ref }, env, keepsOwn = false) {
    const target = env['GITHUB_BASE_REF'] || readPayload(env)['merge_group']?.base_ref;
    if (target)
        return target.replace(/^refs\/heads\//, '');
    const own = ref.replace(/^refs\/(heads|tags)\//, '');
    return keepsOwn && ref.startsWith('refs/heads/') ? own : defaultBranch(env) ?? own;
}
function defaultBranch(env) {
    return readPayload(env)['repository']?.default_branch;
}
function readHistoryFile(file) {
    try {
        return readHistory(readFileSync(file, 'utf8'));
    }
    catch {
        return undefined;
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
        throw new UserError('input-missing', 'the current folder is not there any more, or cannot be read', { hint: 'change into a folder that exists', cause: error });
    }
}
function homeFolder() {
    try {
        return homedir();
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

;// CONCATENATED MODULE: ./build/github/inputs.js




function readInputs(env) {
    const problems = [];
    const reader = openReader(env, problems);
    const inputs = readAll(reader);
    if (inputs.pythonPath !== undefined && inputs.pythonVersion !== undefined)
        problems.push('python-version and python-path cannot be used together');
    const [first, ...others] = problems;
    if (first !== undefined)
        throw new errors_UserError('usage', first, { details: others, hint: 'README.md of the action lists its inputs and their values' });
    return inputs;
}
function misspelledInputs(env) {
    const known = new Set();
    readAll(openReader(env, [], (name) => known.add(name)));
    const given = Object.keys(env).flatMap((name) => (name.startsWith('INPUT_') && env[name] !== '' ? [name.slice('INPUT_'.length).toLowerCase()] : []));
    return given.filter((name) => !known.has(name)).map((name) => ({ name, near: nearNames(name, known) })).filter(({ near }) => near.length > 0);
}
function readAll({ text, optional, single, folder, atHome, lines, oneOf, flag, toggle, number }) {
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

;// CONCATENATED MODULE: ./build/github/places.js





const USE_STATE = 'use';
function newPlaces(env) {
    const step = (0,external_node_crypto_namespaceObject.createHash)('sha256').update(env['GITHUB_ACTION'] ?? '').digest('hex').slice(0, 12);
    return placesOf(`${step}-${(0,external_node_crypto_namespaceObject.randomUUID)().slice(0, 8)}`, env);
}
function takePlaces(env) {
    const begun = begunPlaces(env);
    return begun !== undefined && isFirst(path.dirname(begun.places.plan)) ? begun : newPlaces(env);
}
function begunPlaces(env) {
    const use = env[`STATE_${USE_STATE}`] ?? '';
    return /^[\da-f-]+$/.test(use) ? placesOf(use, env) : undefined;
}
function jobRoot(env) {
    return external_node_path_.join(env['RUNNER_TEMP'] || (0,external_node_os_namespaceObject.tmpdir)(), 'parallel-pip');
}
function placesOf(use, env) {
    const root = jobRoot(env);
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

;// CONCATENATED MODULE: ./build/github/run-pre.js












function runPre(programs) {
    try {
        const inputs = readInputs(process.env);
        const job = readJob(process.env);
        const why = reasonNotTo(inputs, job);
        if (why !== undefined) {
            say(`No early restore: ${why}`);
            return 0;
        }
        const leg = legFacts(job, inputs);
        const { places, use } = newPlaces(process.env);
        const cwd = external_node_path_.resolve(job.workspace, inputs.workingDirectory);
        const ahead = { storeRoot: places.store, workerPath: programs.workerPath, answerPath: programs.answerPath, cwd, unpacks: process.platform !== 'win32' };
        startPointedRestore({ programPath: programs.cachePath, root: places.early, env: process.env, clock: systemClock, onLog: () => undefined }, { prefix: pointerPrefix(leg), machine: machinePrefix(leg), claims: external_node_path_.join(places.root, 'claims'), ahead, ...(inputs.artifact ? { history: historyPrefix(job, baseBranch(job, process.env)) } : {}) });
        if (process.env['GITHUB_STATE'])
            (0,external_node_fs_namespaceObject.appendFileSync)(process.env['GITHUB_STATE'], `${USE_STATE}=${use}${external_node_os_namespaceObject.EOL}`);
        say('Restoring what this job used last while the steps before run');
    }
    catch (error) {
        say(`No early restore: ${messageOf(error)}`);
    }
    return 0;
}
function reasonNotTo({ cache, earlyRestore, restoreCache }, { isGithubHosted, trust }) {
    if (cache === false)
        return 'cache is false';
    if (cache === 'local')
        return 'cache is local';
    if (!restoreCache || !earlyRestore)
        return `${restoreCache ? 'early-restore' : 'restore-cache'} is false`;
    if (cache === 'auto' && !isGithubHosted)
        return 'the main step looks first whether this runner keeps its disk (cache: true restores early)';
    if (!trust.restore.allowed)
        return trust.restore.why;
    return hasCacheService(process.env) ? archiver_archiverProblem(process.env) : 'there is no cache service';
}
function say(text) {
    process.stdout.write(`${text}\n`);
}


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

/***/ 633:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _github_programs_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(185);
/* harmony import */ var _kernel_end_process_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(893);
/* harmony import */ var _github_run_pre_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(230);



await (0,_kernel_end_process_js__WEBPACK_IMPORTED_MODULE_2__/* .endProcess */ .J)((0,_github_run_pre_js__WEBPACK_IMPORTED_MODULE_1__/* .runPre */ .X)((0,_github_programs_js__WEBPACK_IMPORTED_MODULE_0__/* .programsBeside */ .M)({ dirname: import.meta.dirname, filename: import.meta.filename })));

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
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(633);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
