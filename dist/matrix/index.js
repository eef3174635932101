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

/***/ 644:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  N: () => (/* binding */ runMatrix)
});

// UNUSED EXPORTS: artifactName

;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");
;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(760);
;// CONCATENATED MODULE: ./build/actions-cache/keys.js

const CACHE_FORMAT = 1;
const PREFIX = 'parallel-pip';
const MAX_KEY_LENGTH = 512;
const FACT_NAMES = (/* unused pure expression or super */ null && (['format', 'os', 'arch', 'suffix', 'python', 'libc', 'inputs', 'resolution']));
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
    return plain.length <= 64 ? plain : `${plain.slice(0, 40)}_${keys_shortHash(value)}`;
}
function factsMissed(found, identity, resolution) {
    const plain = found.endsWith(BESIDE) ? found.slice(0, -BESIDE.length) : found;
    const [prefix, ...values] = plain.toLowerCase().split('/');
    if (prefix !== PREFIX || values.length !== FACT_NAMES.length)
        return undefined;
    return keyFacts(identity, resolution).filter((fact, at) => segment(fact.value) !== values[at]).map(({ name }) => name);
}
function keys_shortHash(text) {
    return (0,external_node_crypto_namespaceObject.createHash)('sha256').update(text).digest('hex').slice(0, 20);
}
function sameKey(a, b) {
    return a.toLowerCase() === b.toLowerCase();
}
function pointerPrefix(facts) {
    const { os, arch, suffix, ...identity } = facts;
    const leg = keys_shortHash(JSON.stringify([identity.workflow, identity.job, identity.leg, identity.step]));
    return `${PREFIX}-leg/v${CACHE_FORMAT}/${segment(os)}/${segment(arch)}/${segment(suffix)}/${leg}/`;
}
function pointerKey(facts, key, question) {
    const text = `${pointerPrefix(facts)}${question === undefined ? '' : `${keys_shortHash(question)}/`}>${key}`;
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

;// CONCATENATED MODULE: ./build/report/format.js
function duration(ms) {
    const rounded = Math.round(Math.abs(ms));
    const sign = ms < 0 && rounded > 0 ? '\u2212' : '';
    if (rounded < 1000)
        return `${sign}${rounded} ms`;
    if (rounded < 99_950)
        return `${sign}${(rounded / 1000).toFixed(1)} s`;
    const seconds = Math.round(rounded / 1000);
    return `${sign}${Math.floor(seconds / 60)} m ${String(seconds % 60).padStart(2, '0')} s`;
}
function bytes(count) {
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
    return ms <= 0 ? '\u2013' : `${bytes((byteCount / ms) * 1000)}/s`;
}
function format_counted(amount, noun, plural = `${noun}s`) {
    return `${amount} ${amount === 1 ? noun : plural}`;
}
function factor(value) {
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
function legOf(id) {
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
function titlesOf(legs) {
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
function readLegReport(text) {
    try {
        const value = JSON.parse(text);
        const isOurs = value.schemaVersion === LEG_SCHEMA_VERSION && typeof value.job === 'string' && Array.isArray(value.matrix) && typeof value.durationMs === 'number' && typeof value.packages === 'object';
        return isOurs ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function newestLegs(legs) {
    const newest = new Map();
    for (const leg of legs)
        newest.set(leg_report_legId(leg), Math.max(leg.attempt, newest.get(leg_report_legId(leg)) ?? 0));
    return legs.filter((leg) => leg.attempt === newest.get(leg_report_legId(leg))).sort((a, b) => (legTitle(a) < legTitle(b) ? -1 : 1));
}

;// CONCATENATED MODULE: ./build/report/history.js

const NO_HISTORY = { schemaVersion: 1, runs: [], packages: {} };
const KEPT_RUNS = 20;
function withRun(history, run, legs) {
    const good = legs.filter(({ outcome }) => outcome === 'installed');
    const durations = Object.fromEntries(good.map((leg) => [leg_report_legId(leg), leg.durationMs]));
    const packages = Object.fromEntries(good.map((leg) => [leg_report_legId(leg), leg.packages]));
    const others = history.runs.filter(({ runId }) => runId !== run.runId);
    const serials = Object.fromEntries(good.map((leg) => [leg_report_legId(leg), withMeasured(history.serials?.[leg_report_legId(leg)] ?? [], leg, run)]));
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
    return serials?.[leg_report_legId(leg)]?.find(({ warm, packages }) => warm === isWarm(leg) && same(packages));
}
function trendOf(history, leg) {
    const values = history.runs.flatMap(({ durations }) => durations[leg_report_legId(leg)] ?? []).sort((a, b) => a - b);
    const middle = Math.floor(values.length / 2);
    const [least, most, upper, lower] = [values[0], values.at(-1), values[middle], values[values.length % 2 === 1 ? middle : middle - 1]];
    if (least === undefined || most === undefined || upper === undefined || lower === undefined)
        return undefined;
    return { medianMs: (upper + lower) / 2, leastMs: least, mostMs: most, runs: values.length };
}
function packageChanges(history, leg) {
    const before = history.packages[leg_report_legId(leg)];
    if (before === undefined || leg.outcome === 'failed')
        return undefined;
    const names = [...new Set([...Object.keys(before), ...Object.keys(leg.packages)])].sort();
    return names.map((name) => ({ name, before: before[name], after: leg.packages[name] })).filter((change) => change.before !== change.after);
}
function readHistory(text) {
    try {
        const value = JSON.parse(text);
        return value.schemaVersion === 1 && Array.isArray(value.runs) ? value : NO_HISTORY;
    }
    catch {
        return NO_HISTORY;
    }
}

;// CONCATENATED MODULE: ./build/report/markdown.js
function markdown_literal(text) {
    return text
        .replace(/\s*\r?\n\s*/g, ' ')
        .replace(/[\\`*_{}[\]<>|~#&]/g, (character) => (character === '&' ? '&amp;' : character === '<' ? '&lt;' : character === '>' ? '&gt;' : `\\${character}`))
        .replace(/@(?=\w)/g, '@\u200b');
}
function code(text) {
    const oneLine = text.replace(/\s*\r?\n\s*/g, ' ');
    const longest = Math.max(0, ...[...oneLine.matchAll(/`+/g)].map(([ticks]) => ticks.length));
    const fence = '`'.repeat(longest + 1);
    const pad = oneLine.startsWith('`') || oneLine.endsWith('`') ? ' ' : '';
    return `${fence}${pad}${oneLine.replaceAll('|', '\\|')}${pad}${fence}`;
}
function table(columns, rows) {
    if (rows.length === 0)
        return '';
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(columns.map(([title]) => title)), line(columns.map(([, align]) => (align === 'right' ? '---:' : ':---'))), ...rows.map(line)].join('\n');
}
function markdown_folded(title, body) {
    return body === '' ? '' : `<details>\n<summary>${title}</summary>\n\n${body}\n\n</details>`;
}
function blocks(...parts) {
    return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}

;// CONCATENATED MODULE: ./build/report/changes.js


const MOST_CHANGES = 100;
function changesTable(changes, base) {
    const rows = changes.slice(0, MOST_CHANGES).map(changeRow);
    const more = changes.length > MOST_CHANGES ? `\u2026 and ${changes.length - MOST_CHANGES} more` : '';
    return blocks(table([['Package', 'left'], [markdown_literal(base), 'left'], ['here', 'left']], rows), more);
}
function changeRow({ name, before, after }) {
    return [code(name), before === undefined ? '\u2013' : markdown_literal(before), after === undefined ? 'gone' : markdown_literal(after)];
}
function changesBlock(compared) {
    if (compared === undefined)
        return '';
    const { base, changes } = compared;
    if (changes === undefined)
        return `What changed against ${literal(base)}: no history yet.`;
    if (changes.length === 0)
        return `Nothing changed in the environment against ${literal(base)}.`;
    return folded(`Against ${literal(base)}, ${counted(changes.length, 'package')} changed`, changesTable(changes, base));
}

;// CONCATENATED MODULE: ./build/report/matrix.js





function commentMark(workflow) {
    return `<!-- parallel-pip report ${workflow} -->`;
}
const COMMENT_LIMIT_BYTES = 65_536;
const FAILURES_IN_SHORT = 20;
function matrixMarkdown(facts, limitBytes = Infinity) {
    const forms = [{}, { withoutChanges: true }, { withoutChanges: true, failures: FAILURES_IN_SHORT }, { withoutChanges: true, failures: FAILURES_IN_SHORT, rows: Math.floor(limitBytes / 500) }];
    const fitting = forms.find((form) => Buffer.byteLength(matrixText(facts, form)) <= limitBytes);
    return matrixText(facts, fitting ?? { withoutChanges: true, failures: 0, rows: 0 });
}
function matrixText({ legs, history, base, mark, workflow, keepsHistory }, form) {
    const missing = missingLegs(legs, history);
    const titled = titlesOf([...legs, ...missing]);
    const titleOf = (leg) => markdown_literal(titled(leg));
    const rows = [...legs.map((leg) => row(leg, history, titleOf)), ...missing.map((leg) => [titleOf(leg), 'missing', '', '', '', '', '', ''])];
    const isShort = Object.keys(form).length > 0;
    return `${blocks(mark, `### Python packages${workflow === undefined ? '' : `: ${markdown_literal(workflow)}`}`, headline(legs, missing.length), table([['Job', 'left'], ['Time', 'right'], ['Serial mode', 'right'], ['', 'right'], ['Wheels from cache', 'right'], ['Cache', 'left'], ['Built', 'right'], [`On ${markdown_literal(base)}`, 'left']], rows.slice(0, form.rows)), failures(legs, titleOf).slice(0, form.failures).join('\n'), form.withoutChanges === true ? '' : matrix_changesBlock({ legs, history, base }, titleOf), isShort ? 'The rest is too long to stand here: the job summaries have it.' : '', footnote({ legs, history, base, keepsHistory }))}\n`;
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
    const what = cache.hit ? 'hit' : leg.wheels.reused > 0 ? `part, ${bytes(leg.downloadedBytes)} downloaded` : OUTCOMES[cache.outcome] ?? markdown_literal(cache.outcome);
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
    return failed.map((leg) => `- **${titleOf(leg)}**: ${markdown_literal(leg.failure ?? '')}`);
}
function matrix_changesBlock({ legs, history, base }, titleOf) {
    const byText = new Map();
    for (const leg of legs) {
        const changes = packageChanges(history, leg);
        if (changes === undefined || changes.length === 0)
            continue;
        const text = changesTable(changes, base);
        byText.set(text, [...(byText.get(text) ?? []), leg]);
    }
    const parts = [...byText].map(([text, same]) => blocks(same.length === legs.length ? '' : `**${same.map(titleOf).join(', ')}**`, text));
    return parts.length === 0 ? '' : markdown_folded('What changed in the environments', blocks(...parts));
}
function footnote({ legs, history, base, keepsHistory = true }) {
    const serial = [...new Set(legs.flatMap(({ serial: one }) => one?.kind ?? []))];
    const lines = [
        serial.includes('estimated') ? 'Estimated serial times are a model\u2019s, and can be far off; `compare: serial` measures them.' : '',
        history.runs.length === 0 ? `No history yet: it begins with the first push to ${markdown_literal(base)}${keepsHistory ? '' : ' that runs this report with `history: true`'}.` : `Times on ${markdown_literal(base)} are median and range of its last ${history.runs.length === 1 ? 'run' : `${history.runs.length} runs`}.`,
    ];
    return `<sub>${lines.filter((line) => line !== '').join(' ')}</sub>`;
}
function missingLegs(legs, history) {
    const here = new Set(legs.map(leg_report_legId));
    return Object.keys(history.runs.at(-1)?.durations ?? {}).filter((id) => !here.has(id)).map((id) => {
        const { job, matrix: pairs, ...rest } = legOf(id);
        const order = legs.find((leg) => leg.job === job)?.matrix.map(([name]) => name) ?? [];
        return { ...rest, job, matrix: [...pairs].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)) };
    });
}

;// CONCATENATED MODULE: ./build/github/artifacts.js


const TIMEOUT_MS = 10_000;
const SERVICE = 'twirp/github.actions.results.api.v1.ArtifactService';
const VERSION = 7;
function openArtifacts(env, clock = systemClock) {
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
            const made = await call('CreateArtifact', { name, mime_type: 'application/json', version: VERSION, expires_at: expires });
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
;// CONCATENATED MODULE: ./build/kernel/seconds.js
function seconds(ms, digits = 1) {
    return `${(ms / 1000).toFixed(digits)} s`;
}

;// CONCATENATED MODULE: ./build/github/archiver.js


function archiverProblem(env, platform = process.platform) {
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
function readAnswerState(folder) {
    return readIfThere(folder, 'answer.json');
}
function writeWhole({ root }, name, value) {
    const draft = external_node_path_.join(root, `${name}.${process.pid}`);
    (0,external_node_fs_namespaceObject.writeFileSync)(draft, JSON.stringify(value));
    renameFile(draft, external_node_path_.join(root, name));
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
            const place = transfer_folder_transferFolder(external_node_path_.dirname(external_node_path_.dirname(folder)));
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
    start(parts, { kind: 'restore-pointed', ...request }, makeFolders(transferFolder(parts.root)));
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
    const state = transfer_folder_readState(folder);
    if (state?.ahead === 'running' && process_tree_isAlive(state.pid))
        process_tree_killTree(state.pid);
}
function endAnswering(folder) {
    const state = readAnswerState(folder);
    if (state !== undefined && state.tookMs === undefined && process_tree_isAlive(state.pid))
        process_tree_killTree(state.pid);
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
            const state = transfer_folder_readState(folder);
            if (state !== undefined && state.answer === undefined)
                process_tree_killTree(state.pid);
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
        process_tree_killTree(transfer_folder_readState(folder)?.pid);
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
        const state = transfer_folder_readState(folder);
        if (state?.answer !== undefined)
            return { kind: 'answered', answer: state.answer };
        if (state !== undefined && isEnough?.(state) === true)
            return undefined;
        if (signal?.aborted === true)
            return { kind: 'stalled', afterMs: silentMs };
        if (polls % 10 === 9) {
            if (state !== undefined && !process_tree_isAlive(state.pid) && transfer_folder_readState(folder)?.answer === undefined)
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

;// CONCATENATED MODULE: ./build/github/history-place.js




const HISTORY_FILE = 'history.json';
function historyPrefix(job, branch) {
    return `parallel-pip-history/v1/${keys_shortHash(job.workflow)}/${keys_shortHash(branch)}/`;
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
        return readHistory((0,external_node_fs_namespaceObject.readFileSync)(file, 'utf8'));
    }
    catch {
        return undefined;
    }
}

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
function jobRoot(env) {
    return external_node_path_.join(env['RUNNER_TEMP'] || (0,external_node_os_namespaceObject.tmpdir)(), 'parallel-pip');
}
function placesOf(use, env) {
    const root = jobRoot(env);
    const own = (name) => path.join(root, use, name);
    return { use, places: { root, store: path.join(root, 'store'), early: own('early'), save: own('save'), plan: own('plan.json'), trim: own('trim.json'), report: own('report.json'), timings: own('timings.json'), pylock: own('pylock.toml'), trace: own('trace.json'), leg: own('leg.json') } };
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
function parseRetryAfter(value, nowMs) {
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
const LONGEST_WAIT_MS = 60_000;
async function askGithub({ apiUrl, token, clock }, path, { method, body }) {
    const headers = { authorization: `Bearer ${token}`, accept: 'application/vnd.github+json', 'content-type': 'application/json', 'x-github-api-version': '2022-11-28', 'user-agent': 'parallel-pip' };
    for (let tries = 1;; tries += 1) {
        const answer = await fetch(`${apiUrl}/${path}`, { method, headers, signal: AbortSignal.timeout(github_api_TIMEOUT_MS), ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
        const text = await answer.text();
        const waitMs = limitWaitMs({ status: answer.status, header: (name) => answer.headers.get(name) ?? undefined, text }, clock.nowMs());
        if (waitMs === undefined)
            return { status: answer.status, body: parsed(text) };
        if (tries === MAX_TRIES || waitMs > LONGEST_WAIT_MS)
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
function parsed(text) {
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
async function writeStickyComment(place, mark, body) {
    try {
        for (const { id } of (await findComments(place, mark)).slice(0, sticky_comment_MAX_TRIES)) {
            const answer = await sticky_comment_ask(place, `issues/comments/${id}`, 'PATCH', { body });
            if (!isRefused(answer) && answer.status !== 410)
                return outcomeOf(answer, 'updated');
        }
        return outcomeOf(await sticky_comment_ask(place, `issues/${place.pullRequest}/comments`, 'POST', { body }), 'created');
    }
    catch (error) {
        return { kind: 'failed', why: error instanceof Error ? error.message : String(error) };
    }
}
function isRefused({ status }) {
    return status === 401 || status === 403 || status === 404;
}
function outcomeOf(answer, kind) {
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


const { access, appendFile, writeFile } = external_fs_namespaceObject.promises;
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
                yield access(pathFromEnv, external_fs_namespaceObject.constants.R_OK | external_fs_namespaceObject.constants.W_OK);
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





function openRunnerCommands() {
    const tell = (file, message) => {
        if (!isThere(file))
            return;
        try {
            issueFileCommand(file, message());
        }
        catch (error) {
            throw new UserError('input-missing', `what the runner is to be told (GITHUB_${file}) cannot be written: ${messageOf(error)}`, { cause: error });
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
const SUMMARY_LIMIT_BYTES = 1 << 20;
const HISTORY_STALL_MS = 30_000;
function artifactName(leg) {
    return `${ARTIFACT_PREFIX}${shortHash(legId(leg))}-${leg.attempt}-${randomUUID().slice(0, 8)}.json`;
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
        const facts = { legs, history, base, mark: commentMark(keys_shortHash(job.workflow)), workflow: process.env['GITHUB_WORKFLOW'] || job.workflow, keepsHistory: choice !== 'false' && (choice === 'true' || base === (defaultBranch(process.env) ?? base)) };
        const markdown = matrixMarkdown(facts, SUMMARY_LIMIT_BYTES);
        await runner.appendSummary(markdown);
        const file = external_node_path_.join(process.env['RUNNER_TEMP'] || (0,external_node_os_namespaceObject.tmpdir)(), 'parallel-pip-report.md');
        const short = matrixMarkdown(facts, COMMENT_LIMIT_BYTES);
        (0,external_node_fs_namespaceObject.writeFileSync)(file, short);
        runner.setOutput('markdown', file);
        runner.setOutput('legs', String(legs.length));
        runner.line(`${format_counted(legs.length, 'job')} reported`);
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
    const root = external_node_path_.join(jobRoot(process.env), 'history');
    return openCacheService({ programPath: programs.cachePath, root, env: process.env, clock: systemClock, onLog: () => undefined });
}
async function restoreHistory(service, job, branch) {
    if (!job.trust.restore.allowed)
        return NO_HISTORY;
    const transfer = service.restore({ primary: historyPrefix(job, branch), others: [] });
    const answer = await transfer.finish({ stallMs: HISTORY_STALL_MS });
    return (answer.kind === 'done' ? readHistoryFile(external_node_path_.join(transfer.folder, HISTORY_FILE)) : undefined) ?? NO_HISTORY;
}
async function keepHistory({ service, job, history, legs, runner, choice }) {
    const branch = job.ref.replace(/^refs\/heads\//, '');
    const isBase = job.event === 'push' && job.ref.startsWith('refs/heads/') && (choice === 'true' || defaultBranch(process.env) === branch);
    if (choice === 'false' || !isBase || !job.trust.save.allowed)
        return;
    const folder = await service.makeFolder();
    const run = { runId: job.runId, commit: job.sha, atMs: systemClock.nowMs() };
    (0,external_node_fs_namespaceObject.writeFileSync)(external_node_path_.join(folder, HISTORY_FILE), JSON.stringify(withRun(history, run, legs)));
    const answer = await service.save({ folder, key: `${historyPrefix(job, branch)}${job.runId}-${job.runAttempt}`, pointer: undefined, stallMs: HISTORY_STALL_MS });
    runner.line(answer.kind === 'saved' ? `History of ${branch}: ${format_counted(withRun(history, run, legs).runs.length, 'run')}` : `History not kept: ${answer.kind}`);
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

/***/ 211:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _github_programs_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(185);
/* harmony import */ var _kernel_end_process_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(893);
/* harmony import */ var _github_run_matrix_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(644);



await (0,_kernel_end_process_js__WEBPACK_IMPORTED_MODULE_2__/* .endProcess */ .J)(await (0,_github_run_matrix_js__WEBPACK_IMPORTED_MODULE_1__/* .runMatrix */ .N)((0,_github_programs_js__WEBPACK_IMPORTED_MODULE_0__/* .programsBeside */ .M)({ dirname: import.meta.dirname, filename: import.meta.filename })));

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
/******/ var __webpack_exports__ = __nccwpck_require__(211);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
