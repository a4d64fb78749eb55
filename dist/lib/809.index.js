export const id = 809;
export const ids = [809];
export const modules = {

/***/ 88809:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91659);
/* harmony import */ var _actions_github__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(61351);
/* harmony import */ var _action_environment_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(18963);
/* harmony import */ var _action_exit_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(60248);
/* harmony import */ var _action_inputs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(13465);
/* harmony import */ var _action_post_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(22214);
/* harmony import */ var _action_run_action_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(94227);
/* harmony import */ var _action_run_state_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5195);
/* harmony import */ var _adapter_store_cache_service_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(10217);
/* harmony import */ var _assets_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(24638);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(97752);
/* harmony import */ var _github_client_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(65640);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(19601);
/* harmony import */ var _report_result_source_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(19055);
/* harmony import */ var _runtime_cache_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(96022);
/* harmony import */ var _train_accelerate_machines_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(64486);
/**
 * The GitHub Action: the runner's environment in, exit code out. The only reader of the process environment and caller of
 * process.exit on this way in. One file is both steps: the runner starts it again after the job, for the post step.
 */



















const version = (0,_assets_js__WEBPACK_IMPORTED_MODULE_11__/* .programVersion */ .R2)();
const STATE_MAIN = 'lora-gate-main';
const { kept, taken } = (0,_action_environment_js__WEBPACK_IMPORTED_MODULE_18__/* .splitEnvironment */ .a)(process.env);
const inputText = Object.fromEntries(_action_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .INPUT_NAMES */ .Qh.map((name) => [name, _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .getInput */ .V4(name)]));
for (const secret of new Set([inputText['github-token'] ?? '', ...(0,_action_environment_js__WEBPACK_IMPORTED_MODULE_18__/* .secretsOf */ .F)(taken)])) {
    if (secret !== '')
        _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .setSecret */ .Pq(secret);
}
for (const name of Object.keys(taken))
    delete process.env[name];
const interruption = new AbortController();
const stop = (reason) => interruption.abort(reason);
for (const name of ['SIGINT', 'SIGTERM']) {
    // The runner sends both, some seconds apart; the first is enough.
    process.on(name, () => stop(new _errors_js__WEBPACK_IMPORTED_MODULE_12__/* .UserError */ .yo('interrupted', 'the job was cancelled')));
}
function makeJob() {
    const inputs = (0,_action_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .parseInputs */ .TL)((name) => inputText[name] ?? '');
    const logger = (0,_log_js__WEBPACK_IMPORTED_MODULE_14__/* .createTerminalLogger */ .n)({ stream: process.stdout, verbose: _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .isDebug */ ._o() });
    const workspace = process.env.GITHUB_WORKSPACE ?? process.cwd();
    const serverUrl = _actions_github__WEBPACK_IMPORTED_MODULE_4__/* .context */ ._.serverUrl;
    return {
        inputs,
        event: { name: _actions_github__WEBPACK_IMPORTED_MODULE_4__/* .context */ ._.eventName, payload: _actions_github__WEBPACK_IMPORTED_MODULE_4__/* .context */ ._.payload },
        repository: _actions_github__WEBPACK_IMPORTED_MODULE_4__/* .context */ ._.repo,
        serverUrl,
        runId: _actions_github__WEBPACK_IMPORTED_MODULE_4__/* .context */ ._.runId,
        runAttempt: _actions_github__WEBPACK_IMPORTED_MODULE_4__/* .context */ ._.runAttempt,
        workspace,
        env: {
            cacheDir: (0,_runtime_cache_js__WEBPACK_IMPORTED_MODULE_16__/* .defaultCacheDir */ .$g)(process.env),
            hfToken: taken.HF_TOKEN,
            hfHome: kept.HF_HOME,
            cudaVisibleDevices: kept.CUDA_VISIBLE_DEVICES,
            launchVariables: (0,_train_accelerate_machines_js__WEBPACK_IMPORTED_MODULE_17__/* .launchVariables */ .jy)(kept),
            opikApiKey: taken.OPIK_API_KEY,
            opikUrl: taken.OPIK_URL_OVERRIDE,
            opikWorkspace: taken.OPIK_WORKSPACE,
            judgeKey: (variable) => taken[variable],
            store: kept.LORA_GATE_STORE,
            variable: (name) => taken[name] ?? kept[name],
            actionsCache: (0,_adapter_store_cache_service_js__WEBPACK_IMPORTED_MODULE_10__/* .cacheAccessOf */ .Q)(kept),
            source: (0,_report_result_source_js__WEBPACK_IMPORTED_MODULE_15__/* .githubSource */ .jM)({
                server: serverUrl,
                repository: process.env.GITHUB_REPOSITORY,
                ref: process.env.GITHUB_REF,
                baseRef: process.env.GITHUB_BASE_REF,
            }),
            version,
        },
        logger,
        signal: interruption.signal,
        github: (signal) => (0,_github_client_js__WEBPACK_IMPORTED_MODULE_13__/* .createGithubClient */ .z)({
            token: inputs.githubToken,
            apiUrl: _actions_github__WEBPACK_IMPORTED_MODULE_4__/* .context */ ._.apiUrl,
            logger,
            ...(signal && { signal }),
            userAgent: `lora-gate/${version}`,
        }),
        async artifacts() {
            if (!process.env.ACTIONS_RUNTIME_TOKEN || !process.env.ACTIONS_RESULTS_URL)
                return null;
            const { DefaultArtifactClient } = await __webpack_require__.e(/* import() */ 252).then(__webpack_require__.bind(__webpack_require__, 91252));
            return new DefaultArtifactClient();
        },
        setOutput: (name, value) => _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .setOutput */ .uH(name, value),
        async summarize(markdown) {
            const file = process.env.GITHUB_STEP_SUMMARY;
            if (file)
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.appendFile)(file, `${markdown}\n`);
        },
        saveState: (name, value) => _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .saveState */ .LZ(name, value),
    };
}
/** While text of a pull request may be printed, lines that look like commands to the runner are none. */
async function withoutCommands(work) {
    const token = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)();
    process.stdout.write(`::stop-commands::${token}\n`);
    try {
        return await work();
    }
    finally {
        process.stdout.write(`\n::${token}::\n`);
    }
}
async function main() {
    _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .saveState */ .LZ(STATE_MAIN, 'true');
    const job = makeJob();
    const { timeoutMinutes } = job.inputs;
    const timer = timeoutMinutes > 0
        ? setTimeout(() => {
            const hint = 'Raise `timeout-minutes` of the step, or train less; run it again to go on from the last checkpoint.';
            stop(new _errors_js__WEBPACK_IMPORTED_MODULE_12__/* .UserError */ .yo('out-of-time', `not done within ${timeoutMinutes} minutes`, { hint }));
        }, timeoutMinutes * 60_000)
        : undefined;
    try {
        return await withoutCommands(() => (0,_action_run_action_js__WEBPACK_IMPORTED_MODULE_8__/* .runAction */ .C)(job));
    }
    finally {
        clearTimeout(timer);
    }
}
async function post() {
    const job = makeJob();
    await withoutCommands(() => (0,_action_post_js__WEBPACK_IMPORTED_MODULE_7__/* .runPost */ .a)(job, _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .getState */ .Gu(_action_run_state_js__WEBPACK_IMPORTED_MODULE_9__/* .STATE_CHECK */ .zD)));
    return 0;
}
let exitCode;
try {
    exitCode = await (_actions_core__WEBPACK_IMPORTED_MODULE_3__/* .getState */ .Gu(STATE_MAIN) === '' ? main() : post());
}
catch (thrown) {
    process.stdout.write(`${(0,_action_exit_js__WEBPACK_IMPORTED_MODULE_5__/* .inWords */ .r)(thrown)}\n`);
    _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .error */ .z3((0,_errors_js__WEBPACK_IMPORTED_MODULE_12__/* .messageOf */ .bD)(thrown));
    exitCode = thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_12__/* .UserError */ .yo ? 2 : 70;
}
if (exitCode !== 0)
    _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .error */ .z3(`lora-gate: exit code ${exitCode}; ${node_path__WEBPACK_IMPORTED_MODULE_2__.basename(import.meta.url)} ${version}`);
process.exit(exitCode);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 18963:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ secretsOf),
/* harmony export */   a: () => (/* binding */ splitEnvironment)
/* harmony export */ });
/**
 * What of the job's environment the process keeps. Everything else (keys of the judge and of Opik, tokens of registries, whatever a
 * workflow sets for other steps) is taken out before a byte of a pull request is read, and handed to the one part that asks for
 * it by name; programs that the Action starts, git above all, inherit none of it.
 */
/** Where programs are and how they run: nothing that is secret. */
const KEPT = [
    /^(PATH|HOME|USER|LOGNAME|SHELL|LANG|LC_.*|TZ|TMPDIR|TEMP|TMP|TERM|XDG_.*|NO_COLOR|FORCE_COLOR)$/,
    // The runner's files and places; its tokens are below.
    /^(CI|GITHUB_.*|RUNNER_.*|ACTIONS_.*|STATE_.*|ImageOS)$/,
    // TensorFlow, CUDA and the compiler of the binding.
    /^(TF_.*|CUDA_.*|NVIDIA_.*|LD_LIBRARY_PATH|OMP_.*|XLA_.*|VK_.*|CC|CXX|CPATH|LIBRARY_PATH)$/,
    // Where AWS is and who tells as whom to speak with it; keys themselves are taken.
    /^AWS_(REGION|DEFAULT_REGION|ENDPOINT_URL(_S3)?|PROFILE|CONFIG_FILE|SHARED_CREDENTIALS_FILE|CA_BUNDLE)$/,
    /^AWS_(ROLE_ARN|ROLE_SESSION_NAME|WEB_IDENTITY_TOKEN_FILE|CONTAINER_CREDENTIALS_(FULL|RELATIVE)_URI)$/,
    /^AWS_(CONTAINER_AUTHORIZATION_TOKEN_FILE|EC2_METADATA_DISABLED|STS_REGIONAL_ENDPOINTS)$/,
    // The way out, and whom to trust on it.
    /^(https?_proxy|no_proxy|all_proxy|NODE_EXTRA_CA_CERTS|SSL_CERT_FILE|SSL_CERT_DIR|REQUESTS_CA_BUNDLE)$/i,
    /^(PIP_.*|PYTHON.*|VIRTUAL_ENV|UV_.*|NODE_OPTIONS|GIT_SSL_.*|HF_HOME|HF_HUB_OFFLINE|LORA_GATE_.*)$/,
];
/** Kept by no pattern, whatever else says so. */
const TAKEN = [/^GITHUB_TOKEN$/, /TOKEN_REQUEST/, /_(KEY|SECRET|PASSWORD)$/];
function splitEnvironment(env) {
    const kept = {};
    const taken = {};
    for (const [name, value] of Object.entries(env)) {
        if (value === undefined)
            continue;
        const keeps = KEPT.some((pattern) => pattern.test(name)) && !TAKEN.some((pattern) => pattern.test(name));
        (keeps ? kept : taken)[name] = value;
    }
    return { kept, taken };
}
/** What a log must never show: the values of what was taken and looks like a key. */
function secretsOf(taken) {
    return Object.entries(taken)
        .filter(([name, value]) => /TOKEN|KEY|SECRET|PASSWORD|CREDENTIAL/i.test(name) && value.length >= 8)
        .map(([, value]) => value);
}


/***/ }),

/***/ 60248:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ exitCodeOf),
/* harmony export */   r: () => (/* binding */ inWords)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97752);
/** What the job ends with: its exit code, and the last words of its log. Pure. */

/** The verdict's own code as far as the step is to fail on it; an error of the run fails it whatever is asked for. */
function exitCodeOf({ outcome, blocked, exit_code }, failOn) {
    if (failOn === 'never' || !blocked)
        return 0;
    return failOn === 'regression' && outcome !== 'regression' ? 0 : exit_code;
}
/** An error as the log shows it, or why nothing was done. */
function inWords(what, headSha = '') {
    if (what === 'draft')
        return 'a draft is not trained until it is marked as ready for review';
    if (what === 'fork') {
        return `the change comes from a fork: somebody with write access has to say \`/lora-gate run ${headSha}\` first`;
    }
    if (what instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo)
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .formatUserError */ .XR)(what);
    const text = what instanceof Error ? (what.stack ?? what.message) : (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(what);
    return `${text}\nThis is a bug in lora-gate; please report it with the lines above.`;
}


/***/ }),

/***/ 13465:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qh: () => (/* binding */ INPUT_NAMES),
/* harmony export */   TL: () => (/* binding */ parseInputs)
/* harmony export */ });
/* unused harmony exports MODES, FAIL_ON, COMMENT_WHEN, INPUT_DEFAULTS */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88343);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49567);
/* harmony import */ var _commands_store_amounts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40767);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97752);
/**
 * The inputs of the Action, parsed once into one typed object; action.yml has the same names and defaults, which a test
 * compares. Knows neither the process nor the event.
 */



const MODES = ['all', 'run', 'report', 'plan'];
const FAIL_ON = ['blocked', 'regression', 'never'];
const COMMENT_WHEN = ['always', 'on-change', 'never'];
const flag = zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['true', 'false']).transform((text) => text === 'true');
/** Names on lines or between commas. */
const list = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().transform((text) => text
    .split(/[\n,]/)
    .map((name) => name.trim())
    .filter((name) => name !== ''));
const inputsSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    mode: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(MODES),
    config: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1).max(1024),
    'github-token': zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    'fail-on': zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(FAIL_ON),
    comment: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(COMMENT_WHEN),
    adapters: list,
    part: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().max(200),
    out: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1),
    'require-native': flag,
    runtime: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['auto', 'cpu', 'cuda']),
    'timeout-minutes': zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .ai().min(0).max(35_791),
    'baseline-store': zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    'store-max-size': zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    'store-max-age': zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
})
    .refine(({ mode, part }) => part === '' || mode === 'run', {
    path: ['part'],
    error: 'goes with mode: run alone',
});
const INPUT_NAMES = Object.keys(inputsSchema.shape);
/** What is not set; `github-token` has its default in action.yml alone, where the runner's own token can be named. */
const INPUT_DEFAULTS = {
    mode: 'all',
    config: 'lora-gate.yml',
    'github-token': '',
    'fail-on': 'blocked',
    comment: 'on-change',
    adapters: '',
    part: '',
    out: 'lora-gate-out',
    'require-native': 'true',
    runtime: 'auto',
    'timeout-minutes': '0',
    'baseline-store': '',
    'store-max-size': '',
    'store-max-age': '',
};
/** @throws UserError `store-limit`, `input` listing every input that is not one of what it may be */
function parseInputs(read) {
    const given = Object.fromEntries(INPUT_NAMES.map((name) => [name, read(name).trim() || INPUT_DEFAULTS[name]]));
    const parsed = inputsSchema.safeParse(given);
    if (!parsed.success) {
        const problems = parsed.error.issues.map(({ path, message }) => {
            const name = String(path[0]);
            return `${name}: ${JSON.stringify(given[name])}: ${message}`;
        });
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('input', 'the step has inputs that the Action does not take', {
            problems,
            hint: 'The inputs and what they may be are in action.yml and in the README.',
        });
    }
    const { data } = parsed;
    return {
        mode: data.mode,
        config: data.config,
        githubToken: data['github-token'],
        failOn: data['fail-on'],
        comment: data.comment,
        adapters: data.adapters,
        part: data.part,
        out: data.out,
        requireNative: data['require-native'],
        runtime: data.runtime,
        timeoutMinutes: data['timeout-minutes'],
        baselineStore: data['baseline-store'],
        storeLimits: (0,_commands_store_amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .parseLimits */ .kd)({ maxSize: data['store-max-size'], maxAge: data['store-max-age'] }, { maxSize: 'store-max-size', maxAge: 'store-max-age' }),
    };
}


/***/ }),

/***/ 22214:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ runPost)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97752);
/* harmony import */ var _github_check_run_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52423);
/* harmony import */ var _github_sticky_comment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29336);
/* harmony import */ var _report_check_output_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93614);
/* harmony import */ var _report_state_comment_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(83147);
/* harmony import */ var _run_state_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5195);
/** The post step: closes the check that the main step opened and could not complete, because it was killed, and its comment. */






/** @throws UserError where GitHub does not let it */
async function runPost(job, state) {
    const opened = (0,_run_state_js__WEBPACK_IMPORTED_MODULE_5__/* .parseOpenedCheck */ .HY)(state);
    if (!opened)
        return;
    const ended = new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('ended-unexpectedly', 'the step ended without a verdict', {
        hint: 'It was killed: cancelled, or out of memory (the log and `dmesg` of the runner tell). Run it again; what was trained so far is kept.',
    });
    const client = job.github();
    const { id, name, stamp, pull } = opened;
    await (0,_github_check_run_js__WEBPACK_IMPORTED_MODULE_1__/* .completeCheck */ .iL)(client, job.repository, id, {
        name,
        stamp,
        output: (0,_report_check_output_js__WEBPACK_IMPORTED_MODULE_3__/* .crashedOutput */ ._I)(ended, { changedFiles: new Set() }),
    });
    job.logger.info('the check that was left open is completed');
    if (pull === null || job.inputs.comment === 'never')
        return;
    const { owner, repo } = job.repository;
    const detailsUrl = `${job.serverUrl}/${owner}/${repo}/actions/runs/${job.runId}`;
    await (0,_github_sticky_comment_js__WEBPACK_IMPORTED_MODULE_2__/* .upsertComment */ .l)(client, job.repository, {
        pull,
        stamp: { ...stamp, state: 'done' },
        body: (0,_report_state_comment_js__WEBPACK_IMPORTED_MODULE_4__/* .failedComment */ .LD)(ended, { headSha: stamp.headSha, detailsUrl }),
        // It may have been killed before it had one.
        create: false,
    });
}


/***/ }),

/***/ 94227:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/bundle-sources/src/commands/open-store.js + 3 modules
var open_store = __webpack_require__(88719);
// EXTERNAL MODULE: ./build/bundle-sources/src/commands/run-outputs.js + 30 modules
var run_outputs = __webpack_require__(72249);
// EXTERNAL MODULE: ./build/bundle-sources/src/errors.js
var errors = __webpack_require__(97752);
// EXTERNAL MODULE: ./build/bundle-sources/src/github/publisher.js
var publisher = __webpack_require__(13811);
// EXTERNAL MODULE: ./build/bundle-sources/src/plan/comparison.js + 2 modules
var plan_comparison = __webpack_require__(89463);
// EXTERNAL MODULE: ./build/bundle-sources/src/report/failure.js
var report_failure = __webpack_require__(84416);
// EXTERNAL MODULE: ./build/bundle-sources/src/report/state-comment.js
var state_comment = __webpack_require__(83147);
// EXTERNAL MODULE: ./build/bundle-sources/src/action/run-state.js
var run_state = __webpack_require__(5195);
;// CONCATENATED MODULE: ./build/bundle-sources/src/action/assignment.js
/** What all modes of the Action work with once it is clear what is asked for, and the one way to tell a verdict. */

function setVerdict(job, { outcome, blocked }) {
    job.setOutput('verdict', outcome);
    job.setOutput('blocked', String(blocked));
}
/** The verdict everywhere it is read. */
async function publishResult({ job, publisher }, result, comment) {
    setVerdict(job, result.verdict);
    await publisher?.finished(result);
    await job.summarize(comment);
    job.saveState(run_state/* STATE_CHECK */.zD, '');
}

// EXTERNAL MODULE: ./build/bundle-sources/src/github/branch-tip.js
var branch_tip = __webpack_require__(65224);
// EXTERNAL MODULE: ./build/bundle-sources/src/github/organisation-defaults.js
var organisation_defaults = __webpack_require__(28776);
// EXTERNAL MODULE: ./build/bundle-sources/src/plan/git.js
var git = __webpack_require__(71119);
// EXTERNAL MODULE: ./build/bundle-sources/src/plan/git-command.js
var git_command = __webpack_require__(74795);
;// CONCATENATED MODULE: ./build/bundle-sources/src/plan/fetch-commits.js
/**
 * Makes sure that a checkout holds two commits and where they meet. A workflow's checkout is one commit deep unless told;
 * what is missing is fetched, deeper and deeper. Touches no file of the working tree and runs no hook.
 */



/** How many commits more, one try after another, before the whole history. */
const DEEPER = [50, 200, 1000];
const has = async (repo, sha) => (await (0,git_command/* git */.$)(repo, ['cat-file', '-e', `${sha}^{commit}`])).exitCode === 0;
const meet = (repo, base, head) => (0,git/* mergeBase */.wu)(repo, base, head).then(() => true, () => false);
/** @throws UserError `commits-not-fetched` with what the checkout step lacks */
async function fetchCommits(repo, options) {
    const { base, head, logger } = options;
    const missing = [];
    for (const sha of new Set([base, head]))
        if (!(await has(repo, sha)))
            missing.push(sha);
    if (missing.length > 0) {
        logger.info(`fetching ${missing.map((sha) => sha.slice(0, 7)).join(' and ')}`);
        const depth = (await (0,git/* isShallow */.fE)(repo)) ? ['--depth=1'] : [];
        await fetch(repo, [...depth], missing, options);
    }
    for (const deepen of DEEPER) {
        if (!(await (0,git/* isShallow */.fE)(repo)) || (await meet(repo, base, head)))
            break;
        logger.info(`fetching ${deepen} commits more, to where base and head meet`);
        await fetch(repo, [`--deepen=${deepen}`], [base, head], options);
    }
    if ((await (0,git/* isShallow */.fE)(repo)) && !(await meet(repo, base, head))) {
        logger.info('fetching the whole history, to where base and head meet');
        await fetch(repo, ['--unshallow'], [base, head], options);
    }
    // What is still missing is said by those who say it best.
    await (0,git/* resolveCommit */.WL)(repo, head);
    await (0,git/* mergeBase */.wu)(repo, base, head);
}
async function fetch(repo, args, shas, { remote = 'origin', credentials, signal }) {
    const command = [
        ...['-c', 'core.hooksPath=/dev/null', 'fetch', '--quiet', '--no-tags', '--no-recurse-submodules'],
        ...['--no-write-fetch-head', ...args, remote, ...shas],
    ];
    let finished = await (0,git_command/* git */.$)(repo, command, { signal });
    // Two credentials at once are refused, so ours come second.
    if (finished.exitCode !== 0 && credentials) {
        finished = await (0,git_command/* git */.$)(repo, command, { signal, config: authorization(credentials) });
    }
    if (finished.exitCode !== 0)
        throw notFetched(shas, finished);
}
function authorization({ server, token }) {
    const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
    return { [`http.${server.replace(/\/+$/, '')}/.extraheader`]: `AUTHORIZATION: basic ${basic}` };
}
function notFetched(shas, { stderr, exitCode }) {
    const said = stderr.split('\n').slice(-3).join(' ') || `exit code ${exitCode}`;
    const names = shas.map((sha) => sha.slice(0, 7)).join(' and ');
    return new errors/* UserError */.yo('commits-not-fetched', `git could not fetch ${names}: ${said}`, {
        hint: 'Check the repository out with its history (actions/checkout with `fetch-depth: 0`) and let it keep its credentials, or give the job `contents: read`.',
    });
}

// EXTERNAL MODULE: ./build/bundle-sources/src/action/durations.js
var durations = __webpack_require__(37699);
// EXTERNAL MODULE: ./build/bundle-sources/src/parts/measure-run.js
var measure_run = __webpack_require__(56874);
// EXTERNAL MODULE: ./build/bundle-sources/src/stages/budget.js
var budget = __webpack_require__(58926);
;// CONCATENATED MODULE: ./build/bundle-sources/src/action/plan-budget.js
/** Whether a plan is over the budget before any machine is taken, as far as a hosted job can tell: by rates that the configuration tells. */



/**
 * At least so long: the candidates are trained and scored in any case, the baselines are mostly in the store.
 * null where no rate is known: nothing is stopped for that.
 */
async function leastExpected(comparison, { cacheDir, config }) {
    const sizes = await (0,measure_run/* measureRun */.uw)(comparison, (adapter) => (0,durations/* measuredRates */.od)(cacheDir, config, adapter));
    return sizes.map(({ training, scoring, rates }) => ({
        seconds: rates.training === null || rates.scoring === null
            ? null
            : training.candidate / rates.training + scoring / rates.scoring,
        judge_tokens: null,
    }));
}
/** Whole minutes, one at least; null where they cannot be told. @throws UserError `budget-exceeded` */
async function checkPlannedCost(comparison, options) {
    const expected = await leastExpected(comparison, options);
    const over = (0,budget/* overEstimate */.nR)((0,budget/* budgetOf */.nT)(comparison), expected);
    if (over)
        throw over;
    const seconds = expected.reduce((sum, one) => (sum === null || one.seconds === null ? null : sum + one.seconds), 0);
    return seconds === null ? null : Math.max(1, Math.round(seconds / 60));
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/action/compared.js
/** The two commits of a job, as all modes compare them, and what is said of the plan before any work. */







/** Not an error: what was asked for has to wait. */
class Held extends Error {
    why;
    constructor(why) {
        super(`waits: ${why}`);
        this.why = why;
    }
}
/** Where the base branch is now; a branch that is gone, and a job without a token, have only what the event says. */
async function tipOf({ job, target }, known) {
    if (target.pull === null || job.inputs.githubToken === '')
        return known;
    return (await (0,branch_tip/* readTip */.a)(job.github(job.signal), job.repository, target.baseRef)) ?? known;
}
/** The two commits, in the checkout; what a push that forced its way is compared with is the commit before it. */
async function commitsOf(assignment) {
    const { job, trigger, target } = assignment;
    const { workspace, logger, signal, serverUrl, inputs } = job;
    const { headSha: head, baseSha } = target;
    const credentials = inputs.githubToken === '' ? undefined : { server: serverUrl, token: inputs.githubToken };
    const fetched = async (base) => {
        await fetchCommits(workspace, { base, head, credentials, logger, signal });
        return { base, head };
    };
    if (baseSha !== null && trigger.kind !== 'push')
        return fetched(await tipOf(assignment, baseSha));
    if (baseSha !== null) {
        const found = await fetched(baseSha).catch((thrown) => {
            logger.warn(`${baseSha.slice(0, 7)} is gone (${(0,errors/* messageOf */.bD)(thrown)}): compared with the commit before`);
        });
        if (found)
            return found;
    }
    return fetched(await (0,git/* resolveCommit */.WL)(workspace, `${head}^`));
}
/** What the job compares, fetched. @throws UserError of git */
async function comparedBy(assignment) {
    const { workspace, inputs } = assignment.job;
    const { config, adapters } = inputs;
    const { job } = assignment;
    const readDefaults = (0,organisation_defaults/* organisationDefaults */.$)(() => job.github(job.signal), job.repository);
    // What was pushed to the default branch is what it decides: there is nothing to be brought up to date.
    const landed = assignment.trigger.kind === 'push';
    return { repo: workspace, config, adapters, readDefaults, landed, ...(await commitsOf(assignment)) };
}
/** What the plan says to people before any work: that there is none, that it waits, that it has started. @throws Held, and UserError `budget-exceeded` */
async function announce(assignment, comparison) {
    const { job, target, publisher } = assignment;
    const names = comparison.plan.adapters.map(({ name }) => name);
    if (names.length === 0)
        return;
    const policy = comparison.baseConfig ?? comparison.headConfig;
    if (target.draft && !policy?.github.drafts)
        throw new Held('draft');
    const { cacheDir } = job.env;
    const { config, mode } = job.inputs;
    // A plan stops what is too much before a machine is taken; elsewhere the run itself knows better.
    const planned = mode === 'plan' ? await checkPlannedCost(comparison, { cacheDir, config }) : null;
    await publisher?.started(names, (await (0,durations/* estimateMinutes */.EH)(cacheDir, config, names)) ?? planned);
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 2 modules
var schemas = __webpack_require__(88343);
;// CONCATENATED MODULE: ./build/bundle-sources/src/action/event.js
/**
 * What a workflow's event asks for: which two commits are compared, for which pull request, and what is allowed to them. Pure:
 * the payload is data, and nothing in it is believed that the API can tell (target.ts asks it).
 */


const sha = schemas/* string */.YjP().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/);
const repository = schemas/* object */.Ikc({ full_name: schemas/* string */.YjP(), default_branch: schemas/* string */.YjP() });
const NO_COMMIT = /^0+$/;
const pullRequestEvent = schemas/* object */.Ikc({
    action: schemas/* string */.YjP(),
    pull_request: schemas/* object */.Ikc({
        number: schemas/* int */.Whr().min(1),
        draft: schemas/* boolean */.zMY().default(false),
        user: schemas/* object */.Ikc({ login: schemas/* string */.YjP() }).nullable(),
        head: schemas/* object */.Ikc({ sha, repo: schemas/* object */.Ikc({ full_name: schemas/* string */.YjP() }).nullable() }),
        base: schemas/* object */.Ikc({ sha, ref: schemas/* string */.YjP() }),
    }),
    repository,
});
const pushEvent = schemas/* object */.Ikc({
    ref: schemas/* string */.YjP(),
    before: sha,
    after: sha,
    deleted: schemas/* boolean */.zMY().default(false),
    repository,
});
const mergeGroupEvent = schemas/* object */.Ikc({
    merge_group: schemas/* object */.Ikc({ head_sha: sha, base_sha: sha, base_ref: schemas/* string */.YjP() }),
    repository,
});
const dispatchEvent = schemas/* object */.Ikc({
    inputs: schemas/* object */.Ikc({
        pr: schemas/* string */.YjP().optional(),
        head_sha: schemas/* string */.YjP().optional(),
        check_run_id: schemas/* string */.YjP().optional(),
    })
        .nullish(),
    repository,
});
const workflowRunEvent = schemas/* object */.Ikc({
    workflow_run: schemas/* object */.Ikc({ id: schemas/* int */.Whr().min(1), head_sha: sha, event: schemas/* string */.YjP() }),
    repository,
});
const PULL_REQUEST_ACTIONS = ['opened', 'synchronize', 'reopened', 'ready_for_review'];
const commonOf = ({ full_name, default_branch }) => ({
    repository: full_name,
    defaultBranch: default_branch,
});
function parse(schema, payload, event) {
    const parsed = schema.safeParse(payload);
    if (parsed.success)
        return parsed.data;
    throw new errors/* UserError */.yo('event-payload', `the payload of ${event} is not what GitHub sends`, {
        problems: parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`),
        hint: 'Run the Action in a workflow: it reads the event from GITHUB_EVENT_PATH.',
    });
}
function fromDispatch(payload) {
    const { inputs, repository } = parse(dispatchEvent, payload, 'workflow_dispatch');
    const problems = [];
    if (!/^[1-9]\d{0,9}$/.test(inputs?.pr ?? '')) {
        problems.push(`pr: ${JSON.stringify(inputs?.pr ?? '')}, expected the number of a pull request`);
    }
    if (!sha.safeParse(inputs?.head_sha).success) {
        problems.push(`head_sha: ${JSON.stringify(inputs?.head_sha ?? '')}, expected a full commit sha`);
    }
    const id = inputs?.check_run_id || undefined;
    if (id !== undefined && !/^[1-9]\d{0,15}$/.test(id)) {
        problems.push(`check_run_id: ${JSON.stringify(id)}, expected a number`);
    }
    if (problems.length > 0) {
        throw new errors/* UserError */.yo('dispatch-inputs', 'the inputs of workflow_dispatch name no change', {
            problems,
            hint: 'Give the number of the pull request and the sha of its head, both of them.',
        });
    }
    return {
        kind: 'workflow_dispatch',
        ...commonOf(repository),
        pull: Number(inputs?.pr),
        headSha: inputs?.head_sha,
        checkRunId: id === undefined ? null : Number(id),
    };
}
/** @throws UserError for an event that the Action does not answer to */
function readTrigger(event, payload) {
    switch (event) {
        case 'pull_request': {
            const { action, pull_request: pr, repository } = parse(pullRequestEvent, payload, event);
            const common = commonOf(repository);
            if (!PULL_REQUEST_ACTIONS.includes(action)) {
                return { ...common, kind: 'nothing', why: `pull_request ${action} changes nothing to judge` };
            }
            return {
                ...common,
                kind: 'pull_request',
                pull: pr.number,
                headSha: pr.head.sha,
                baseSha: pr.base.sha,
                baseRef: pr.base.ref,
                draft: pr.draft,
                // A head without a repository is one that was deleted: somebody else's.
                fork: pr.head.repo?.full_name !== repository.full_name,
                author: pr.user?.login ?? null,
            };
        }
        case 'push': {
            const { ref, before, after, deleted, repository } = parse(pushEvent, payload, event);
            const common = commonOf(repository);
            if (deleted || ref !== `refs/heads/${repository.default_branch}`) {
                return { ...common, kind: 'nothing', why: 'only pushes to the default branch are trained' };
            }
            return { ...common, kind: 'push', headSha: after, baseSha: NO_COMMIT.test(before) ? null : before };
        }
        case 'merge_group': {
            const { merge_group: group, repository } = parse(mergeGroupEvent, payload, event);
            return {
                kind: 'merge_group',
                ...commonOf(repository),
                headSha: group.head_sha,
                baseSha: group.base_sha,
                baseRef: group.base_ref.replace(/^refs\/heads\//, ''),
            };
        }
        case 'workflow_dispatch':
            return fromDispatch(payload);
        case 'workflow_run': {
            const { workflow_run: run, repository } = parse(workflowRunEvent, payload, event);
            return {
                kind: 'workflow_run',
                ...commonOf(repository),
                runId: run.id,
                headSha: run.head_sha,
                event: run.event,
            };
        }
        case 'pull_request_target':
            throw new errors/* UserError */.yo('pull-request-target', 'the Action does not run on pull_request_target', {
                hint: 'That event gives a fork’s pull request the secrets and the write token of the repository. Use `pull_request` for the job that trains, and mode `report` in a job of its own for what is posted; `lora-gate init` writes both.',
            });
        default:
            throw new errors/* UserError */.yo('event', `the Action does not know the event ${JSON.stringify(event)}`, {
                hint: 'It answers to pull_request, push, merge_group, workflow_dispatch and workflow_run.',
            });
    }
}

// EXTERNAL MODULE: ./build/bundle-sources/src/action/exit.js
var exit = __webpack_require__(60248);
// EXTERNAL MODULE: ./build/bundle-sources/src/github/check-name.js
var check_name = __webpack_require__(12111);
;// CONCATENATED MODULE: ./build/bundle-sources/src/action/job.js
/** What the Action gets from its entry: the job it is in, parsed once, and the ways out of it. Knows no process. */

/** For what the commands share with the Action. What is judged for one branch says so: it is published for no other. */
function commandContext({ env, inputs, logger, signal }, { baseRef }) {
    return {
        env: { ...env, source: env.source && { ...env.source, base_branch: baseRef } },
        options: { runtime: inputs.runtime, requireNative: inputs.requireNative },
        logger,
        signal,
        print: () => undefined,
        setExitCode: () => undefined,
    };
}
/** One comment and one check for each configuration and choice of adapters; the check is that of one base branch, too. */
function identityOf({ config, adapters }, { baseRef, defaultBranch }) {
    const chosen = adapters.length === 0 ? '' : ` [${[...adapters].sort().join(', ')}]`;
    const named = config === 'lora-gate.yml' ? '' : ` (${config})`;
    const into = (0,check_name/* intoBranch */.fc)(baseRef, defaultBranch);
    const checkName = `${check_name/* CHECK_NAME */.$c}${into}${named}${chosen}`.slice(0, 200);
    return { config: `${config}${chosen}`, checkName };
}

// EXTERNAL MODULE: ./build/bundle-sources/src/action/matrix.js + 1 modules
var matrix = __webpack_require__(56925);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/bundle-sources/src/dataset/data-file.js
var data_file = __webpack_require__(47845);
// EXTERNAL MODULE: ./build/bundle-sources/src/github/result-artifact.js
var result_artifact = __webpack_require__(83357);
// EXTERNAL MODULE: ./build/bundle-sources/src/parts/part-document.js
var part_document = __webpack_require__(67735);
;// CONCATENATED MODULE: ./build/bundle-sources/src/action/out-folder.js
/**
 * Where a job leaves what is uploaded. The folder lies in the checkout of a pull request, which may bring files of these names, and links to
 * any file of the runner in their place.
 */







/** Those that travel to the job that publishes, or to people. */
const OUTPUT_FILES = [result_artifact/* RESULT_FILE */.FX, 'comment.md', 'report.html', part_document/* PART_FILE */.xL, report_failure/* FAILURE_FILE */.U5];
const ADAPTERS = 'adapters';
/** @throws UserError `out-linked` where the folder, or one above it in the workspace, is a link */
async function outFolder({ workspace, inputs }) {
    const top = external_node_path_.resolve(workspace);
    const folder = external_node_path_.resolve(top, inputs.out);
    // What lies outside the workspace no pull request has written.
    if (!(0,data_file/* isInside */.FK)(top, folder))
        return folder;
    let place = top;
    for (const part of external_node_path_.relative(top, folder).split(external_node_path_.sep)) {
        place = external_node_path_.join(place, part);
        const found = await (0,promises_.lstat)(place).catch(() => undefined);
        if (found?.isSymbolicLink()) {
            throw new errors/* UserError */.yo('out-linked', `${inputs.out} leads through a symbolic link, ${place}`, {
                hint: 'Take it out of the repository, or name another folder with the input `out`.',
            });
        }
    }
    return folder;
}
/** The folder without what an earlier run, or the checkout, left in it. @throws UserError `out-linked` */
async function emptyOutFolder(job) {
    const folder = await outFolder(job);
    for (const left of [...OUTPUT_FILES, ADAPTERS])
        await (0,promises_.rm)(external_node_path_.join(folder, left), { recursive: true, force: true });
    return folder;
}

// EXTERNAL MODULE: ./build/bundle-sources/src/parts/part-name.js
var part_name = __webpack_require__(16781);
// EXTERNAL MODULE: ./build/bundle-sources/src/github/artifact-name.js
var artifact_name = __webpack_require__(51669);
;// CONCATENATED MODULE: ./build/bundle-sources/src/action/upload.js
/** The artifacts of a run: the result's files, and apart from them the adapters, which are larger and which nobody has to fetch to read the result. */





/** What the artifact of a job is called. */
function artifactOf({ config, adapters, part, }) {
    const name = (0,artifact_name/* artifactName */.Cs)(config, adapters);
    return part === '' ? name : (0,artifact_name/* partArtifactName */.fB)(name, part);
}
const adaptersArtifact = (name) => `${name}-adapters`;
/** Links are left out, and what lies behind them. */
async function below(folder) {
    if (!(await (0,promises_.lstat)(folder).catch(() => undefined))?.isDirectory())
        return [];
    const entries = await (0,promises_.readdir)(folder, { withFileTypes: true, recursive: true }).catch(() => []);
    return entries.filter((entry) => entry.isFile()).map((entry) => external_node_path_.join(entry.parentPath, entry.name));
}
async function upload({ client, name, folder }, files) {
    try {
        // A rerun of failed jobs is the same run: what its first attempt left is replaced.
        await client.deleteArtifact(name).catch(() => undefined);
        await client.uploadArtifact(name, files, folder, { compressionLevel: 6 });
    }
    catch (thrown) {
        throw new errors/* UserError */.yo('artifact-upload', `the artifact ${name} could not be uploaded: ${(0,errors/* messageOf */.bD)(thrown)}`, {
            hint: 'Run it again; artifacts need the artifact service of github.com or of a GitHub Enterprise Cloud host.',
            cause: thrown,
        });
    }
}
/** Uploads what there is; a folder without results uploads nothing. @throws UserError `artifact-upload` */
async function uploadOutputs(options) {
    const { folder, name } = options;
    const files = [];
    for (const file of OUTPUT_FILES) {
        const at = external_node_path_.join(folder, file);
        if ((await (0,promises_.lstat)(at).catch(() => undefined))?.isFile())
            files.push(at);
    }
    const uploaded = [];
    if (files.length > 0) {
        await upload(options, files);
        uploaded.push(name);
    }
    const adapters = await below(external_node_path_.join(folder, ADAPTERS));
    if (adapters.length > 0) {
        await upload({ ...options, name: adaptersArtifact(name) }, adapters);
        uploaded.push(adaptersArtifact(name));
    }
    return uploaded;
}
/**
 * Uploads what a job leaves in a folder, where the runner takes artifacts. Where another job waits for them (`mode: run`), what cannot
 * be uploaded is an error; elsewhere the verdict does not depend on it.
 *
 * @throws UserError `artifact-upload`
 */
async function keepOutputs({ artifacts, inputs, logger }, name, folder) {
    try {
        const client = await artifacts();
        const uploaded = client ? await uploadOutputs({ client, name, folder }) : [];
        if (uploaded.length > 0)
            logger.info(`uploaded ${uploaded.join(' and ')}`);
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* UserError */.yo) || inputs.mode === 'run')
            throw thrown;
        logger.warn(thrown.message);
    }
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/action/part-job.js
/** `mode: run` with a part: what one job of several does, and leaves as an artifact for the job that reports. Says nothing on GitHub. */








/** @returns the exit code: a part has no verdict, it is done or it fails */
async function doPart(assignment) {
    const { job, target } = assignment;
    const { inputs, logger } = job;
    const part = (0,part_name/* parsePartName */.Yg)(inputs.part);
    const context = commandContext(job, target);
    const models = (0,run_outputs/* commandModelPool */.JI)(context);
    const out = await outFolder(job);
    try {
        const { document, partPath } = await (0,run_outputs/* partToFolder */.RU)(context, {
            ...(await comparedBy(assignment)),
            ...{ out, part, models },
            store: (0,open_store/* storeWord */.eV)(inputs.baselineStore, job.env, job.workspace),
            storeLimits: inputs.storeLimits,
            trust: target.trust,
            onComparison: (comparison) => announce(assignment, comparison),
        });
        await (0,durations/* keepRates */.xx)(job.env.cacheDir, inputs.config, part.adapter, tookBy(document));
        await keepOutputs(job, artifactOf(inputs), out);
        const { failed } = document;
        if (!failed)
            logger.info(`${inputs.part}: done, ${partPath}`);
        // The jobs after a training are for other adapters, too: what failed is told by the one that reports.
        if (!failed || part.work === 'train')
            return 0;
        return failed.kind === 'bug' ? 70 : 2;
    }
    finally {
        models.dispose();
    }
}
/** What was computed here and now; what the store had took nothing. */
function tookBy({ shares }) {
    const trainings = shares.flatMap(({ trained }) => (trained?.origin === 'trained' ? [trained] : []));
    const scorings = shares
        .flatMap(({ test, edited, general, effect }) => [test, edited, general, effect])
        .filter((scores) => scores !== null)
        .filter(({ cached }) => !cached);
    const sum = (numbers) => numbers.reduce((total, one) => total + one, 0);
    return {
        training: {
            tokens: sum(trainings.map(({ tokens }) => tokens)),
            seconds: sum(trainings.map(({ seconds }) => seconds)),
        },
        scoring: {
            tokens: sum(scorings.map(({ total_tokens }) => total_tokens)),
            seconds: sum(scorings.map(({ seconds }) => seconds)),
        },
    };
}

// EXTERNAL MODULE: ./build/bundle-sources/src/commands/result-files.js + 13 modules
var result_files = __webpack_require__(88346);
// EXTERNAL MODULE: ./build/bundle-sources/src/parts/read-parts.js
var read_parts = __webpack_require__(7739);
// EXTERNAL MODULE: ./build/bundle-sources/src/github/artifact.js
var github_artifact = __webpack_require__(90129);
;// CONCATENATED MODULE: ./build/bundle-sources/src/github/part-artifacts.js
/**
 * The artifacts in which the jobs of a matrix leave their parts. Like a result's they are hostile: one named file is read of each,
 * bounded in size and against the schema, and what is in it has to be the part that the artifact is named after. What is wrong with
 * one is a line for people; the merge names all of them at once.
 */







/** Of all of a run together, packed. */
const MOST_BYTES_TOGETHER = 2 ** 30;
/** The artifacts of a run that are the parts of its result; none where the newest thing of it is a result. */
async function listParts(client, repository, { runId, name }) {
    return newestParts(await (0,github_artifact/* listArtifacts */.wn)(client, repository, runId), name);
}
/**
 * Attempts of a run share its artifacts, and a later attempt may have been planned in another way: of each adapter the newest artifact
 * says how it is divided now, and what is older and divided in another way is left out.
 */
function newestParts(artifacts, name) {
    const parts = artifacts.flatMap((artifact) => {
        const part = (0,part_name/* readPartName */.HY)((0,artifact_name/* partOfArtifact */.HS)(name, artifact.name) ?? '');
        return part ? [{ artifact, part }] : [];
    });
    const result = artifacts.find((artifact) => artifact.name === name);
    if (result && parts.every(({ artifact }) => artifact.id < result.id))
        return [];
    const divisionOf = (part) => (part.work === 'score' ? String(part.shard.of) : part.work);
    const divisions = new Map();
    for (const { part } of parts.toSorted((a, b) => a.artifact.id - b.artifact.id))
        if (part.work !== 'train')
            divisions.set(part.adapter, divisionOf(part));
    return parts
        .filter(({ part }) => part.work === 'train' || divisionOf(part) === divisions.get(part.adapter))
        .map(({ artifact }) => artifact);
}
/** @throws UserError `artifact-invalid` for more than is read of a run, and those of the API */
async function readPartArtifacts(client, repository, { artifacts, name }) {
    const bytes = artifacts.reduce((sum, artifact) => sum + artifact.bytes, 0);
    if (bytes > MOST_BYTES_TOGETHER) {
        throw new errors/* UserError */.yo('artifact-invalid', `the parts of ${name} have ${bytes} bytes together`, {
            hint: `At most ${MOST_BYTES_TOGETHER} bytes are read of one run; parts of ours are smaller.`,
        });
    }
    const carried = { found: [], problems: [], failures: [] };
    for (const artifact of artifacts) {
        const file = `artifact ${artifact.name}`;
        const archive = await (0,github_artifact/* downloadArtifact */.bk)(client, repository, artifact).catch((thrown) => {
            // Only what is wrong with the artifact itself: GitHub being away says nothing of the parts.
            if (!(thrown instanceof errors/* UserError */.yo) || thrown.code !== 'artifact-invalid')
                throw thrown;
            carried.problems.push((0,read_parts/* problemOf */.Zw)(file, thrown));
        });
        if (!archive)
            continue;
        try {
            await readOne(archive, artifact, { name, file, carried });
        }
        catch (thrown) {
            if (!(thrown instanceof errors/* UserError */.yo))
                throw thrown;
            carried.problems.push((0,read_parts/* problemOf */.Zw)(file, thrown));
        }
    }
    return carried;
}
async function readOne(archive, artifact, { name, file, carried }) {
    const texts = await (0,github_artifact/* memberTexts */.V4)(archive, artifact.name, {
        wanted: [part_document/* PART_FILE */.xL, report_failure/* FAILURE_FILE */.U5],
        maxBytes: part_document/* MOST_PART_BYTES */.YI,
    });
    const [part, failure] = [texts.get(part_document/* PART_FILE */.xL), texts.get(report_failure/* FAILURE_FILE */.U5)];
    if (part !== undefined) {
        const document = (0,part_document/* parsePart */.x2)(part, file);
        if (document.part === (0,artifact_name/* partOfArtifact */.HS)(name, artifact.name))
            carried.found.push({ file, document });
        else
            carried.problems.push(`${file}: foreign: holds the part ${document.part}; run its job again`);
    }
    else if (failure !== undefined)
        carried.failures.push((0,report_failure/* parseFailure */.mH)(failure, file));
    else
        carried.problems.push(`${file}: damaged: neither ${part_document/* PART_FILE */.xL} nor ${report_failure/* FAILURE_FILE */.U5} in it; run its job again`);
}

// EXTERNAL MODULE: ./build/bundle-sources/src/github/api-error.js
var api_error = __webpack_require__(76272);
// EXTERNAL MODULE: ./build/bundle-sources/src/github/waived-result.js
var waived_result = __webpack_require__(35223);
// EXTERNAL MODULE: ./build/bundle-sources/src/report/apply-waivers.js
var apply_waivers = __webpack_require__(11106);
;// CONCATENATED MODULE: ./build/bundle-sources/src/action/waived-result.js
/** A result with the waivers of its pull request, as they stand when it is published. */





async function withWaivers({ job, target }, { result }, out) {
    const { repository, logger } = job;
    const client = () => job.github(job.signal);
    const asked = { what: `read the waivers of #${target.pull}`, permission: 'pull-requests: read' };
    const waived = await (0,api_error/* explained */.to)(asked, () => (0,waived_result/* readWaivedResult */.a)(client, repository, result, { ...target, logger })).catch((thrown) => {
        if (!(thrown instanceof errors/* UserError */.yo))
            throw thrown;
        // Without them the verdict stands: it blocks.
        logger.warn(`${thrown.message}: none counts`);
        return (0,apply_waivers/* applyWaivers */.K)(result, []);
    });
    return { result: waived, ...(await (0,result_files/* writeResultFiles */.S)(out, waived)) };
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/action/publish-artifact.js
/**
 * `mode: report`: what other jobs have found out, published by one that may write. What they left is hostile until it was read: a
 * result, or parts that become one here.
 */















async function publishArtifact(assignment) {
    const { job, trigger, target } = assignment;
    const { inputs } = job;
    if (trigger.kind === 'workflow_run' && target.fork) {
        throw new errors/* UserError */.yo('fork-artifact', "the run was a fork's: its workflow, and so its artifact, is what the fork wrote", {
            hint: 'Start the workflow by hand for this head (workflow_dispatch), or let the App do it.',
        });
    }
    const name = (0,artifact_name/* artifactName */.Cs)(inputs.config, inputs.adapters);
    const out = await outFolder(job);
    const { result, failure } = await carriedBy(assignment, name, out);
    if (failure)
        return publishFailure(assignment, failure);
    // The report is made anew: the HTML of an artifact is somebody else's.
    const outputs = await withWaivers(assignment, { result }, out);
    job.setOutput('result-path', outputs.resultPath);
    job.setOutput('report-path', outputs.reportPath);
    const folder = external_node_path_.join(out, 'published');
    await (0,result_files/* writeResultFiles */.S)(folder, outputs.result);
    await keepOutputs(job, `${name}-report`, folder);
    await publishResult(assignment, outputs.result, outputs.comment);
    return trigger.kind === 'push' ? 0 : (0,exit/* exitCodeOf */.F)(outputs.result.verdict, inputs.failOn);
}
async function publishFailure({ job, publisher }, failure) {
    const error = (0,report_failure/* errorOf */.Mz)(failure);
    job.logger.error((0,exit/* inWords */.r)(error));
    await (failure.kind === 'cancelled' ? publisher?.cancelled() : publisher?.failed(error));
    setVerdict(job, { outcome: 'not_evaluated', blocked: true });
    return failure.kind === 'bug' ? 70 : 2;
}
/** What the run left: parts where it has any, else a result. */
async function carriedBy(assignment, name, out) {
    const { job, trigger, target } = assignment;
    const client = job.github(job.signal);
    const runId = trigger.kind === 'workflow_run' ? trigger.runId : job.runId;
    const artifacts = await listParts(client, job.repository, { runId, name });
    if (artifacts.length === 0) {
        return (0,result_artifact/* readResultArtifact */.ax)(client, job.repository, {
            ...{ runId, name, headSha: target.headSha, baseRef: target.baseRef },
        });
    }
    const { failures, ...parts } = await readPartArtifacts(client, job.repository, { artifacts, name });
    // A job that says why it has no part says more than that the part is missing.
    const own = failures.filter(({ head_sha }) => head_sha === target.headSha);
    const failure = own.find(({ kind }) => kind !== 'cancelled') ?? own[0];
    if (failure)
        return { failure };
    if (failures.length > 0)
        parts.problems.push('a job that failed was about another commit; run it again');
    const models = (0,run_outputs/* commandModelPool */.JI)(commandContext(job, target));
    try {
        const { result } = await (0,run_outputs/* mergeToFolder */.kE)(commandContext(job, target), {
            // Both commits are fetched to be read: nothing of the head lies in the folder of a job that may write.
            ...{ ...(await comparedBy(assignment)), ...parts, out, models },
            trust: target.trust,
        });
        return { result };
    }
    finally {
        models.dispose();
    }
}

// EXTERNAL MODULE: ./build/bundle-sources/src/github/merge-group-ref.js
var merge_group_ref = __webpack_require__(56753);
// EXTERNAL MODULE: ./build/bundle-sources/src/github/pull-request.js
var pull_request = __webpack_require__(6956);
// EXTERNAL MODULE: ./build/bundle-sources/src/github/waivers.js
var waivers = __webpack_require__(10822);
;// CONCATENATED MODULE: ./build/bundle-sources/src/action/target.js
/**
 * What a run compares and what it may do, once the API has confirmed what the event says: which commits, for which pull request,
 * with how much trust, and whether it has to wait for a person first.
 */





const OWN = { read: 'approved', write: 'approved' };
/** What a fork's run writes is read by no other. */
const FORK = { read: 'approved', write: 'fork' };
function ofEvent(trigger) {
    const { pull, author, headSha, baseSha, baseRef, fork, draft } = trigger;
    return { pull, author, headSha, baseSha, baseRef, fork, draft, trust: fork ? FORK : OWN };
}
function ofPull(pull) {
    const { number, author, headSha, baseSha, baseRef, fromFork, draft } = pull;
    return {
        ...{ pull: number, author, headSha, baseSha, baseRef, draft },
        ...{ fork: fromFork, trust: fromFork ? FORK : OWN },
    };
}
/** Judged against the base as it is now: what a queue has put between is part of the change. */
async function ofMergeGroup(client, repository, headSha, baseRef) {
    const baseSha = await (0,branch_tip/* readTip */.a)(client, repository, baseRef);
    if (baseSha === undefined) {
        throw new errors/* UserError */.yo('dispatch-stale', `the branch ${baseRef} is gone`, {
            hint: 'Dispatch for a pull request that is open.',
        });
    }
    return { pull: null, author: null, headSha, baseSha, baseRef, fork: false, draft: false, trust: OWN };
}
/** A dispatch names a change; only the API can tell that it is one. The app names a merge group by its last pull request. */
async function ofDispatch(client, repository, { pull: number, headSha, checkRunId }) {
    const pull = await (0,pull_request/* readPullRequest */.DQ)(client, repository, number);
    if (!pull.open) {
        throw new errors/* UserError */.yo('dispatch-stale', `pull request #${number} is closed`, {
            hint: 'Reopen it, or dispatch for another one.',
        });
    }
    if (pull.headSha !== headSha) {
        const group = checkRunId === null ? undefined : await (0,merge_group_ref/* findMergeGroup */.X)(client, repository, headSha);
        if (group?.last === number)
            return ofMergeGroup(client, repository, headSha, group.baseRef);
        throw new errors/* UserError */.yo('dispatch-stale', `${headSha.slice(0, 7)} is not the head of #${number}, which is ${pull.headSha.slice(0, 7)}`, { hint: 'Dispatch again with the head of the pull request as it is now.' });
    }
    // Whoever can dispatch can write to the repository, and has named this very commit.
    return ofPull(pull);
}
/** The pull request that another workflow's run was for. */
async function ofWorkflowRun(client, repository, { headSha }) {
    const [pull] = await (0,pull_request/* findPullRequests */.JV)(client, repository, headSha);
    return pull ? ofPull(pull) : null;
}
/**
 * The target of an event; null where nothing is open that it could be for.
 * @throws UserError where the API does not confirm what a dispatch says
 */
async function findTarget(trigger, repository, client) {
    switch (trigger.kind) {
        case 'pull_request':
            return ofEvent(trigger);
        case 'push':
        case 'merge_group': {
            const { headSha, baseSha, kind } = trigger;
            const baseRef = kind === 'push' ? trigger.defaultBranch : trigger.baseRef;
            const trust = kind === 'push' ? { read: 'approved', write: 'base' } : OWN;
            return { pull: null, author: null, headSha, baseSha, baseRef, fork: false, draft: false, trust };
        }
        case 'workflow_dispatch':
            return ofDispatch(client(), repository, trigger);
        case 'workflow_run':
            return ofWorkflowRun(client(), repository, trigger);
    }
}
/** Whether a fork's head has to wait for somebody who says `/lora-gate run <sha>`. */
async function awaitsApproval(target, trigger, repository, client) {
    if (!target.fork || target.pull === null || trigger.kind === 'workflow_dispatch')
        return false;
    const { approval } = await (0,waivers/* readApprovals */.RJ)(client(), repository, {
        pull: target.pull,
        headSha: target.headSha,
    });
    return approval === null;
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/action/run-action.js
/**
 * The Action from its event to its exit code: what is asked for, whether it may be done, the work, and what is shown of it. Every
 * way out ends in a completed check with a reason, as far as the token may write one. Knows neither the process nor the environment.
 */





















/** @returns the exit code; errors are told where they belong and logged, never thrown */
async function runAction(job) {
    let publisher = null;
    let headSha = null;
    let cancelled;
    // The check is closed while the work still winds down: the runner does not wait for long.
    const close = () => {
        if (!isOutOfTime(job))
            cancelled = publisher?.cancelled();
    };
    job.signal.addEventListener('abort', close, { once: true });
    try {
        const trigger = readTrigger(job.event.name, job.event.payload);
        const client = () => job.github(job.signal);
        const target = trigger.kind === 'nothing' ? null : await findTarget(trigger, job.repository, client);
        if (trigger.kind === 'nothing' || !target) {
            job.logger.info(trigger.kind === 'nothing' ? trigger.why : 'no open pull request has this head');
            setVerdict(job, { outcome: 'not_affected', blocked: false });
            setNoJobs(job);
            return 0;
        }
        headSha = target.headSha;
        publisher = publisherOf(job, trigger, target);
        job.signal.throwIfAborted();
        const code = await perform({ job, trigger, target, publisher });
        return writesOf(job, publisher, target, code);
    }
    catch (thrown) {
        return await ending(job, { thrown, publisher, headSha, cancelled });
    }
    finally {
        job.signal.removeEventListener('abort', close);
        if (publisher?.checkUrl)
            job.setOutput('check-url', publisher.checkUrl);
        if (publisher?.commentUrl)
            job.setOutput('comment-url', publisher.commentUrl);
    }
}
async function perform(assignment) {
    const { job, trigger, target, publisher } = assignment;
    if (job.inputs.mode === 'report')
        return publishArtifact(assignment);
    await emptyOutFolder(job);
    try {
        if (await awaitsApproval(target, trigger, job.repository, () => job.github(job.signal)))
            throw new Held('fork');
        if (job.inputs.mode === 'plan')
            return await plan(assignment);
        return await (job.inputs.part === '' ? judge(assignment) : doPart(assignment));
    }
    catch (thrown) {
        if (!(thrown instanceof Held))
            throw thrown;
        job.logger.warn((0,exit/* inWords */.r)(thrown.why, target.headSha));
        await publisher?.held(thrown.why);
        setVerdict(job, { outcome: 'not_evaluated', blocked: true });
        setNoJobs(job);
        await job.summarize((0,exit/* inWords */.r)(thrown.why, target.headSha));
        return 3;
    }
}
function publisherOf(job, trigger, target) {
    const { inputs } = job;
    const dispatchedByApp = trigger.kind === 'workflow_dispatch' && trigger.checkRunId !== null;
    if (inputs.mode === 'run' || trigger.kind === 'push' || dispatchedByApp)
        return null;
    const into = { baseRef: target.baseRef, defaultBranch: trigger.defaultBranch };
    const { config, checkName } = identityOf(inputs, into);
    const { runId, runAttempt, repository } = job;
    return (0,publisher/* createPublisher */.j)({
        client: job.github(),
        repository,
        pull: target.pull,
        checkName,
        stamp: { config, headSha: target.headSha, headOrder: runId, runId, runAttempt },
        detailsUrl: `${job.serverUrl}/${repository.owner}/${repository.repo}/actions/runs/${runId}`,
        comment: inputs.comment,
        onCheck: (id, stamp) => {
            // The check that a plan opens is completed by the job that reports.
            if (inputs.mode !== 'plan')
                job.saveState(run_state/* STATE_CHECK */.zD, (0,run_state/* formatOpenedCheck */.hy)({ id, name: checkName, stamp, pull: target.pull }));
        },
        logger: job.logger,
    });
}
function setNoJobs(job) {
    job.setOutput('train-matrix', matrix/* NO_JOBS */.z);
    job.setOutput('matrix', matrix/* NO_JOBS */.z);
}
async function plan(assignment) {
    const { job, target, publisher } = assignment;
    const comparison = await (0,plan_comparison/* compareCommits */.k)(await comparedBy(assignment));
    for (const warning of comparison.warnings)
        job.logger.warn(warning);
    await announce(assignment, comparison);
    const { cacheDir } = job.env;
    const { config } = job.inputs;
    const { train, evaluate } = await (0,matrix/* matricesOf */.y)(comparison, { cacheDir, config, fork: target.fork });
    job.setOutput('train-matrix', JSON.stringify(train));
    job.setOutput('matrix', JSON.stringify(evaluate));
    if (evaluate.include.length === 0) {
        await publisher?.notAffected(comparison.plan.removed);
        setVerdict(job, { outcome: 'not_affected', blocked: false });
    }
    return 0;
}
async function judge(assignment) {
    const { job, trigger, target, publisher } = assignment;
    const { inputs } = job;
    const context = commandContext(job, target);
    const models = (0,run_outputs/* commandModelPool */.JI)(context);
    const out = await outFolder(job);
    let outputs;
    try {
        outputs = await (0,run_outputs/* runToFolder */.LI)(context, {
            ...(await comparedBy(assignment)),
            out,
            store: (0,open_store/* storeWord */.eV)(inputs.baselineStore, job.env, job.workspace),
            storeLimits: inputs.storeLimits,
            trust: target.trust,
            models,
            onComparison: (comparison) => announce(assignment, comparison),
        });
    }
    finally {
        models.dispose();
    }
    if (publisher)
        outputs = await withWaivers(assignment, outputs, out);
    const { result } = outputs;
    job.setOutput('result-path', outputs.resultPath);
    job.setOutput('report-path', outputs.reportPath);
    if (result.adapters.length > 0)
        job.setOutput('adapters-path', external_node_path_.join(out, 'adapters'));
    await keepOutputs(job, artifactOf(inputs), out);
    await publishResult(assignment, result, outputs.comment);
    // A push has been merged already: its run is for the next baseline.
    return trigger.kind === 'push' ? 0 : (0,exit/* exitCodeOf */.F)(result.verdict, inputs.failOn);
}
const isOutOfTime = ({ signal }) => signal.reason instanceof errors/* UserError */.yo && signal.reason.code === 'out-of-time';
/** A missing permission is the workflow's fault, except where a fork's token cannot have it. */
function writesOf({ logger }, publisher, { fork }, code) {
    const [problem] = publisher?.problems ?? [];
    if (!problem || fork || code !== 0)
        return code;
    logger.error((0,exit/* inWords */.r)(problem));
    return 2;
}
async function ending(job, { thrown, publisher, headSha, cancelled }) {
    const { logger, signal } = job;
    const stopped = signal.aborted && !isOutOfTime(job);
    const error = isOutOfTime(job) ? signal.reason : thrown;
    if (stopped)
        logger.warn('cancelled: what was trained so far is kept');
    else
        logger.error((0,exit/* inWords */.r)(error));
    setVerdict(job, { outcome: 'not_evaluated', blocked: true });
    await (stopped ? (cancelled ?? publisher?.cancelled()) : publisher?.failed(error));
    job.saveState(run_state/* STATE_CHECK */.zD, '');
    if (headSha !== null && job.inputs.mode !== 'report') {
        if (!stopped)
            await job.summarize((0,state_comment/* failedComment */.LD)(error, { headSha, detailsUrl: null }));
        await leaveFailure(job, (0,report_failure/* failureOf */.g5)(error, headSha, { cancelled: stopped })).catch((problem) => logger.warn((0,errors/* messageOf */.bD)(problem)));
    }
    if (stopped)
        return 130;
    return error instanceof errors/* UserError */.yo ? 2 : 70;
}
/** For the job that reports. */
async function leaveFailure(job, failure) {
    const { inputs } = job;
    const folder = await outFolder(job);
    await (0,report_failure/* writeFailure */.EU)(folder, failure);
    if (inputs.mode === 'run')
        await keepOutputs(job, artifactOf(inputs), folder);
}


/***/ }),

/***/ 5195:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HY: () => (/* binding */ parseOpenedCheck),
/* harmony export */   hy: () => (/* binding */ formatOpenedCheck),
/* harmony export */   zD: () => (/* binding */ STATE_CHECK)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88343);
/** What the post step has to know of the main step: the check that was opened, and whether it was completed. Text in, text out. */

const opened = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(1),
    name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1),
    pull: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(1).nullable(),
    stamp: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        config: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        headSha: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        headOrder: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
        runId: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
        runAttempt: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
        state: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['queued', 'running', 'done']),
    }),
});
const STATE_CHECK = 'lora-gate-check';
function formatOpenedCheck(check) {
    return JSON.stringify(check);
}
/** undefined where nothing was opened, where it was completed, and where a kill cut the text off. */
function parseOpenedCheck(text) {
    try {
        return opened.parse(JSON.parse(text));
    }
    catch {
        return undefined;
    }
}


/***/ })

};
