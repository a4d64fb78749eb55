export const id = 995;
export const ids = [995];
export const modules = {

/***/ 37098:
/***/ ((module) => {

function webpackEmptyAsyncContext(req) {
	// Here Promise.resolve().then() is used instead of new Promise() to prevent
	// uncaught exception popping up in devtools
	return Promise.resolve().then(() => {
		var e = new Error("Cannot find module '" + req + "'");
		e.code = 'MODULE_NOT_FOUND';
		throw e;
	});
}
webpackEmptyAsyncContext.keys = () => ([]);
webpackEmptyAsyncContext.resolve = webpackEmptyAsyncContext;
webpackEmptyAsyncContext.id = 37098;
module.exports = webpackEmptyAsyncContext;

/***/ }),

/***/ 70670:
/***/ ((module) => {

function webpackEmptyAsyncContext(req) {
	// Here Promise.resolve().then() is used instead of new Promise() to prevent
	// uncaught exception popping up in devtools
	return Promise.resolve().then(() => {
		var e = new Error("Cannot find module '" + req + "'");
		e.code = 'MODULE_NOT_FOUND';
		throw e;
	});
}
webpackEmptyAsyncContext.keys = () => ([]);
webpackEmptyAsyncContext.resolve = webpackEmptyAsyncContext;
webpackEmptyAsyncContext.id = 70670;
module.exports = webpackEmptyAsyncContext;

/***/ }),

/***/ 95105:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  serveApp: () => (/* binding */ serveApp)
});

// EXTERNAL MODULE: ./node_modules/probot/lib/index.js + 41 modules
var lib = __webpack_require__(54368);
// EXTERNAL MODULE: ./build/bundle-sources/src/errors.js
var errors = __webpack_require__(97752);
// EXTERNAL MODULE: ./build/bundle-sources/src/app/deliveries.js
var deliveries = __webpack_require__(37443);
// EXTERNAL MODULE: ./build/bundle-sources/src/github/api-error.js
var api_error = __webpack_require__(76272);
// EXTERNAL MODULE: ./build/bundle-sources/src/github/pull-request.js
var pull_request = __webpack_require__(6956);
// EXTERNAL MODULE: ./build/bundle-sources/src/github/run-stamp.js
var run_stamp = __webpack_require__(79976);
// EXTERNAL MODULE: ./build/bundle-sources/src/github/commands.js + 1 modules
var github_commands = __webpack_require__(39721);
// EXTERNAL MODULE: ./build/bundle-sources/src/github/own-login.js
var own_login = __webpack_require__(45935);
// EXTERNAL MODULE: ./build/bundle-sources/src/report/markdown-escape.js
var markdown_escape = __webpack_require__(54789);
;// CONCATENATED MODULE: ./build/bundle-sources/src/app/desk.js
/** What every flow works with: one repository of one installation, seen through the App's own client. */
/** Of a pull request's configuration. */
const CONFIG = 'lora-gate.yml';
/** Of the check, as a branch's rules name it. */
const CHECK = 'lora-gate';
/**
 * The check's name says which branch it is for: a pull request into a branch of the author's own, with a policy of their own, must not
 * answer for the same commit on its way to the default branch.
 */
function checkNameFor(baseRef, defaultBranch) {
    return baseRef === defaultBranch ? CHECK : `${CHECK} (${baseRef})`;
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/app/comments.js
/** The comments of a pull request as the app sees them: its own stamp, commands that nobody has answered, and replies, each written once. */






/** What a command gets when it was done, and when it was not. */
const ACKNOWLEDGED = 'eyes';
const REFUSED = 'confused';
const REPLY = /<!-- lora-gate:reply ([\w-]{1,40}) -->$/;
async function readComments(desk, pull) {
    const { client, repository, self } = desk;
    const what = `read the comments of #${pull}`;
    const comments = await (0,api_error/* explained */.to)({ what, permission: 'pull-requests: read' }, () => client.paginate(client.rest.issues.listComments, { ...repository, issue_number: pull, per_page: 100 }));
    const seen = { stamp: undefined, unanswered: [], replied: new Set() };
    for (const { id, user, body, reactions } of comments) {
        const text = (body ?? '').replaceAll('\r\n', '\n').trimEnd();
        if ((0,own_login/* isLogin */.W5)(user?.login, self)) {
            const stamp = (0,run_stamp/* readMarker */.t7)(text);
            if (stamp && (0,run_stamp/* isOfConfig */.gI)(stamp, CONFIG))
                seen.stamp ??= stamp;
            const key = REPLY.exec(text)?.[1];
            if (key !== undefined)
                seen.replied.add(key);
            continue;
        }
        if (user?.type !== 'User' || (reactions?.[ACKNOWLEDGED] ?? 0) + (reactions?.[REFUSED] ?? 0) > 0)
            continue;
        const { commands, problems } = (0,github_commands/* parseCommands */.Gr)(text);
        if (commands.length + problems.length > 0)
            seen.unanswered.push(id);
    }
    return seen;
}
/** A reply of its own, unless one of that key is there: its key says what it answers. */
async function replyOnce(desk, pull, key, parts) {
    const { client, repository } = desk;
    if ((await readComments(desk, pull)).replied.has(key))
        return;
    const body = `${(0,markdown_escape/* join */.fj)(parts, markdown_escape/* paragraph */.FY).source}\n\n<!-- lora-gate:reply ${key} -->`;
    await (0,api_error/* explained */.to)({ what: `reply on #${pull}`, permission: 'pull-requests: write' }, async () => {
        await client.rest.issues.createComment({
            ...repository,
            issue_number: pull,
            body,
            request: { retries: 0 },
        });
    });
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/app/explain.js
/** What a check's state means, in words. Pure. */

function explain(check) {
    if (!check)
        return (0,markdown_escape.md) `This head has no check of lora-gate (yet): its repository has no configuration, or the delivery is on its way.`;
    const title = (0,markdown_escape/* clip */.$Q)(check.title ?? check.conclusion ?? 'open', 200);
    const named = check.url === undefined ? (0,markdown_escape.md) `${title}` : (0,markdown_escape/* link */.nf)((0,markdown_escape.md) `${title}`, check.url);
    if (!check.completed)
        return (0,markdown_escape.md) `The check says: ${named}. It is closed when the run on your machine has ended.`;
    return (0,markdown_escape.md) `The check says: ${named}. Baseline and candidate were judged on the same test set by the policy of the base branch; a metric blocks when even the favourable end of its interval is worse than its margin allows, and the comment lists each with its numbers. Somebody who can write, and is not the author, can accept one with a reason.`;
}

// EXTERNAL MODULE: ./build/bundle-sources/src/github/check-run.js + 1 modules
var check_run = __webpack_require__(52423);
// EXTERNAL MODULE: ./build/bundle-sources/src/github/own-checks.js
var own_checks = __webpack_require__(73717);
// EXTERNAL MODULE: ./build/bundle-sources/src/github/sticky-comment.js
var sticky_comment = __webpack_require__(29336);
// EXTERNAL MODULE: ./build/bundle-sources/src/github/waivers.js + 1 modules
var waivers = __webpack_require__(15696);
// EXTERNAL MODULE: ./build/bundle-sources/src/report/check-output.js
var check_output = __webpack_require__(93614);
// EXTERNAL MODULE: ./build/bundle-sources/src/report/state-comment.js
var state_comment = __webpack_require__(83147);
// EXTERNAL MODULE: ./build/bundle-sources/src/config/load.js + 6 modules
var load = __webpack_require__(79362);
// EXTERNAL MODULE: ./build/bundle-sources/src/plan/plan-run.js + 1 modules
var plan_run = __webpack_require__(23102);
;// CONCATENATED MODULE: ./build/bundle-sources/src/app/affected.js
/** Which adapters a pull request affects, told from the API alone: two files and a list of names. In doubt it affects them all. */





/** GitHub lists no more files of a pull request. */
const MOST_FILES = 3000;
/** In git's words. */
const STATUS = {
    added: 'added',
    removed: 'deleted',
    renamed: 'renamed',
    copied: 'copied',
    changed: 'type_changed',
};
/** The configuration at a commit; null where there is none. @throws UserError */
async function readConfigAt({ client, repository }, ref) {
    const file = `${CONFIG} at ${ref.slice(0, 7)}`;
    const text = await (0,api_error/* explained */.to)({ what: `read ${file}`, permission: 'contents: read' }, async () => {
        try {
            const { data } = await client.rest.repos.getContent({ ...repository, path: CONFIG, ref });
            if (!Array.isArray(data) && data.type === 'file' && data.encoding === 'base64') {
                return Buffer.from(data.content, 'base64').toString('utf8');
            }
        }
        catch (thrown) {
            if ((0,api_error/* hasStatus */.Ro)(thrown, 404))
                return null;
            throw thrown;
        }
        throw new errors/* UserError */.yo('config-invalid', `${file} is no file of at most a megabyte`, {
            hint: 'Put the configuration there as a file.',
        });
    });
    return text === null ? null : (0,load/* loadConfig */.Z)(text, { file }).config;
}
async function changedFiles({ client, repository }, pull) {
    const what = `list the files of #${pull}`;
    const files = await (0,api_error/* explained */.to)({ what, permission: 'pull-requests: read' }, () => client.paginate(client.rest.pulls.listFiles, { ...repository, pull_number: pull, per_page: 100 }));
    return files.map(({ filename, previous_filename: previous, status }) => ({
        path: filename,
        status: STATUS[status] ?? 'modified',
        ...(previous !== undefined && { previous_path: previous }),
    }));
}
/**
 * Null where neither side has a configuration: the repository does not use us.
 *
 * @throws UserError where a configuration is wrong, or names a model that the base does not allow
 */
async function readAffected(desk, pull) {
    const files = await changedFiles(desk, pull.number);
    const touched = files.some(({ path, previous_path }) => path === CONFIG || previous_path === CONFIG);
    const baseConfig = await readConfigAt(desk, pull.baseSha);
    const whole = files.length < MOST_FILES;
    const headConfig = touched || !whole ? await readConfigAt(desk, pull.headSha) : baseConfig;
    if (!baseConfig && !headConfig)
        return null;
    const drafts = (baseConfig ?? headConfig)?.github.drafts ?? false;
    const plan = (0,plan_run/* planRun */.n)({ baseConfig, headConfig, changedFiles: files });
    const adapters = whole ? plan.adapters.map(({ name }) => name) : Object.keys(headConfig?.adapters ?? {});
    return { adapters, drafts };
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/app/run-title.js
/**
 * How a dispatched run says which check it is for: `lora-gate #12 345`, the pull request and the check, by `run-name` in the workflow
 * (commands/init/workflow.ts). Pure. A title alone proves nothing, see own-runs.ts.
 */
const TITLE = /^lora-gate #([1-9]\d{0,9}) ([1-9]\d{0,15})$/;
function parseRunTitle(text) {
    const [, pull, check] = TITLE.exec(text) ?? [];
    return pull === undefined ? undefined : { pull: Number(pull), check: Number(check) };
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/app/own-runs.js
/**
 * The workflow runs that we have dispatched, and which check each is for. A run counts as ours where GitHub itself recorded that our
 * App started it, by a dispatch of the workflow's file on the default branch of this repository: nobody can write any of that. Then its
 * title, which that file makes of the inputs that we gave, says the check.
 */




function ownRun(desk, defaultBranch, run) {
    const { owner, repo } = desk.repository;
    const [file] = run.path.split('@');
    const title = parseRunTitle(run.display_title);
    if (!title || run.event !== 'workflow_dispatch' || file !== `.github/workflows/${desk.workflow}`)
        return undefined;
    if (run.head_branch !== defaultBranch || !(0,own_login/* isLogin */.W5)(run.actor?.login, desk.self))
        return undefined;
    if (!(0,own_login/* isLogin */.W5)(run.head_repository?.full_name, `${owner}/${repo}`))
        return undefined;
    const status = run.status === 'completed' ? 'done' : run.status === 'in_progress' ? 'running' : 'waiting';
    return { id: run.id, url: run.html_url, ...title, status, conclusion: run.conclusion };
}
async function readDefaultBranch({ client, repository }) {
    const what = `read ${repository.owner}/${repository.repo}`;
    return (0,api_error/* explained */.to)({ what, permission: 'metadata: read' }, async () => {
        return (await client.rest.repos.get({ ...repository })).data.default_branch;
    });
}
/** Our runs among the newest of the workflow, the newest first. One call a hundred, and so many at most. */
async function listOwnRuns(desk, defaultBranch, mostCalls = 1) {
    const { client, repository, workflow } = desk;
    const asked = {
        ...{ ...repository, workflow_id: workflow, event: 'workflow_dispatch', per_page: 100 },
        branch: defaultBranch,
    };
    return (0,api_error/* explained */.to)({ what: `list the runs of ${workflow}`, permission: 'actions: read' }, async () => {
        const runs = [];
        try {
            let calls = 0;
            for await (const { data } of client.paginate.iterator(client.rest.actions.listWorkflowRuns, asked)) {
                runs.push(...data);
                calls += 1;
                if (calls >= mostCalls)
                    break;
            }
        }
        catch (thrown) {
            // No such workflow (yet).
            if (!(0,api_error/* hasStatus */.Ro)(thrown, 404))
                throw thrown;
        }
        return runs.flatMap((run) => ownRun(desk, defaultBranch, run) ?? []).sort((x, y) => y.id - x.id);
    });
}
/** Starts a run. @throws UserError `dispatch` where the repository has no such workflow, or it does not take the inputs */
async function dispatchRun(desk, defaultBranch, inputs) {
    const { client, repository, workflow, logger } = desk;
    const { pull, headSha, check } = inputs;
    logger.info(`dispatching ${workflow} for #${pull} at ${headSha.slice(0, 7)}, check ${check}`);
    await (0,api_error/* explained */.to)({ what: `dispatch ${workflow} on ${defaultBranch}`, permission: 'actions: write' }, async () => {
        try {
            await client.rest.actions.createWorkflowDispatch({
                ...repository,
                workflow_id: workflow,
                ref: defaultBranch,
                inputs: { pr: String(pull), head_sha: headSha, check_run_id: String(check) },
                // Blindly repeated it could start two.
                request: { retries: 0 },
            });
        }
        catch (thrown) {
            if (!(0,api_error/* hasStatus */.Ro)(thrown, 404, 422))
                throw thrown;
            throw new errors/* UserError */.yo('dispatch', `GitHub did not start .github/workflows/${workflow} on ${defaultBranch}`, {
                hint: 'Write it with `lora-gate init` and merge it into the default branch first: it needs `workflow_dispatch` with the inputs pr, head_sha and check_run_id, and a `run-name` with the last.',
                cause: thrown,
            });
        }
    });
}
/** Ends a run that nobody waits for any more; one that has ended by itself is no error. */
async function cancelRun({ client, repository, logger }, run) {
    logger.info(`cancelling run ${run.id} of #${run.pull}`);
    await (0,api_error/* explained */.to)({ what: `cancel run ${run.id}`, permission: 'actions: write' }, async () => {
        try {
            await client.rest.actions.cancelWorkflowRun({ ...repository, run_id: run.id });
        }
        catch (thrown) {
            if (!(0,api_error/* hasStatus */.Ro)(thrown, 404, 409))
                throw thrown;
        }
    });
}

// EXTERNAL MODULE: ./build/bundle-sources/src/github/publisher.js
var publisher = __webpack_require__(13811);
// EXTERNAL MODULE: ./build/bundle-sources/src/github/result-artifact.js
var result_artifact = __webpack_require__(83357);
// EXTERNAL MODULE: ./build/bundle-sources/src/github/waived-result.js
var waived_result = __webpack_require__(35223);
// EXTERNAL MODULE: ./build/bundle-sources/src/report/failure.js
var report_failure = __webpack_require__(84416);
// EXTERNAL MODULE: ./build/bundle-sources/src/report/run-summary.js
var run_summary = __webpack_require__(33022);
;// CONCATENATED MODULE: ./build/bundle-sources/src/app/workflow-run.js
/**
 * A dispatched run that has ended: its artifact, which is hostile until it was read, and the waivers of the pull request become the check
 * and the comment. Run again it writes the same, so it also mends what a killed process has left half told.
 */







/** The stamp of one of our checks; attempts are a matter of workflows. */
const stampOf = (stamp) => ({
    ...stamp,
    config: CONFIG,
    runAttempt: 1,
});
function publisherOf(desk, { pull, checkName, stamp, detailsUrl }) {
    const { client, repository, self, logger } = desk;
    return (0,publisher/* createPublisher */.j)({
        ...{ client, repository, self, logger, checkName, detailsUrl },
        pull: pull.number,
        stamp: stampOf(stamp),
        comment: 'on-change',
    });
}
/** Errors that say nothing of the run: it is looked at again. */
const PASSING = ['github-network', 'github-server', 'github-rate-limit', 'github-permission'];
const without = (end) => ({ end, gpuSeconds: 0 });
/** @returns how it ended, for the metrics */
async function publishRun(desk, ended) {
    const { run, pull } = ended;
    const publisher = publisherOf(desk, ended);
    try {
        const name = (0,result_artifact/* artifactName */.Cs)(CONFIG);
        const { result, failure } = await (0,result_artifact/* readResultArtifact */.ax)(desk.client, desk.repository, {
            ...{ runId: run.id, name, headSha: pull.headSha },
        });
        if (failure) {
            const { kind } = failure;
            await (kind === 'cancelled' ? publisher.cancelled() : publisher.failed((0,report_failure/* errorOf */.Mz)(failure)));
            return without(kind === 'cancelled' ? 'cancelled' : 'crashed');
        }
        const waived = await (0,waived_result/* readWaivedResult */.a)(() => desk.client, desk.repository, result, {
            ...{ pull: pull.number, author: pull.author, headSha: pull.headSha },
            ...{ seenAt: ended.seenAt, logger: desk.logger },
        });
        await publisher.finished(waived);
        desk.logger.info(`#${pull.number} at ${pull.headSha.slice(0, 7)}: ${waived.verdict.outcome}`);
        return { end: waived.verdict.outcome, gpuSeconds: (0,run_summary/* summaryOf */.YG)(result).gpu_seconds };
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* UserError */.yo) || PASSING.includes(thrown.code))
            throw thrown;
        const stopped = thrown.code === 'artifact-missing' && run.conclusion === 'cancelled';
        await (stopped ? publisher.cancelled() : publisher.failed(thrown));
        return without(stopped ? 'cancelled' : 'crashed');
    }
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/app/pull-request.js
/**
 * Brings one pull request to where it should be, from wherever it is: reads what GitHub has and takes the next step. Every event, every
 * command and the reconciling end here, so twice, late, out of order or after a crash is all the same.
 *
 * A head's checks are its history: none → decide; held → decide again; open → follow its run; completed → nothing but what was wished
 * for since, or a comment that a crash has left out.
 */














/** What every head gets without being asked for. */
const FIRST = { order: 1, kind: 'run' };
/** For the run of a check that has waited for long. */
const MOST_CALLS = 10;
async function readScene(desk, number) {
    const { client, repository, self } = desk;
    const pull = await (0,pull_request/* readPullRequest */.DQ)(client, repository, number);
    const defaultBranch = await readDefaultBranch(desk);
    const checkName = checkNameFor(pull.baseRef, defaultBranch);
    const stamp = { ...stampOf({ headSha: pull.headSha, headOrder: 0, runId: 0 }), state: 'queued' };
    const checks = await (0,own_checks/* ownChecks */.ws)(client, repository, { name: checkName, stamp, self });
    checks.sort((a, b) => (0,run_stamp/* compareStamps */.ye)(b.stamp, a.stamp, undefined) || b.id - a.id);
    const ofPull = (run) => run.pull === number;
    let runs = (await listOwnRuns(desk, defaultBranch)).filter(ofPull);
    const [latest] = checks;
    // A check in progress has a run; where it waited for long it is no longer among the newest.
    if (latest?.stamp.state === 'running' &&
        !latest.completed &&
        !runs.some(({ check }) => check === latest.id))
        runs = (await listOwnRuns(desk, defaultBranch, MOST_CALLS)).filter(ofPull);
    return { desk, pull, defaultBranch, checkName, checks, runs };
}
const isHeld = ({ completed, conclusion }) => completed && conclusion === 'action_required';
function telling({ pull, checkName }, stamp, detailsUrl = null) {
    return { pull, checkName, stamp, detailsUrl };
}
async function pull_request_close(desk, check, name, output) {
    const { client, repository, self } = desk;
    await (0,check_run/* completeCheck */.iL)(client, repository, check.id, { name, stamp: check.stamp, self, output });
}
/** First the check, then its run: as long as the run is there, the check is found. */
async function endFormer({ desk, pull, checks, runs, checkName }, oldHead) {
    const { client, repository, self } = desk;
    const [latest, ...older] = checks;
    const closed = (0,check_output/* cancelledOutput */.Vw)({ reason: 'the pull request was closed' });
    for (const check of pull.open ? older : checks) {
        if (!check.completed)
            await pull_request_close(desk, check, checkName, pull.open ? (0,check_output/* supersededOutput */.Ky)() : closed);
    }
    if (oldHead !== undefined && oldHead !== pull.headSha) {
        const stamp = { ...stampOf({ headSha: oldHead, headOrder: 0, runId: 0 }), state: 'queued' };
        for (const check of await (0,own_checks/* ownChecks */.ws)(client, repository, { name: checkName, stamp, self })) {
            if (!check.completed)
                await pull_request_close(desk, check, checkName, (0,check_output/* supersededOutput */.Ky)({ by: pull.headSha }));
        }
    }
    for (const run of runs) {
        if (run.status === 'done' || (pull.open && run.check === latest?.id))
            continue;
        if (!checks.some(({ id }) => id === run.check))
            await closeFormer(desk, run.check, pull.headSha);
        await cancelRun(desk, run);
    }
}
/** The check of another head. */
async function closeFormer({ client, repository, self }, id, headSha) {
    const { data } = await client.rest.checks.get({ ...repository, check_run_id: id });
    if (data.status === 'completed' || `${data.app?.slug}[bot]` !== self)
        return;
    const { conclusion, annotations: _, ...output } = (0,check_output/* supersededOutput */.Ky)({ by: headSha });
    await client.rest.checks.update({
        ...repository,
        check_run_id: id,
        status: 'completed',
        conclusion,
        output,
    });
}
function waitingOutput(adapters) {
    const { length } = adapters;
    return {
        title: 'waiting for a GPU runner',
        summary: `This change affects ${length} adapter${length === 1 ? '' : 's'}. Their training is queued; this check is updated when it starts.`,
    };
}
/** What a head without an answer gets. `order` is the stamp of the check to write. */
async function decide(scene, order, repairOnly = false) {
    const { desk, pull, checks } = scene;
    const headOrder = checks[0]?.stamp.headOrder ?? Math.floor(desk.now() / 1000);
    const held = checks[0] && isHeld(checks[0]) ? checks[0] : undefined;
    const stamp = (runId) => ({ headSha: pull.headSha, headOrder, runId });
    const next = held && !repairOnly ? Math.max(order, held.stamp.runId + 1) : order;
    const publisher = publisherOf(desk, telling(scene, stamp(next)));
    try {
        const affected = await readAffected(desk, pull);
        if (!affected)
            return;
        if (affected.adapters.length === 0)
            return await publisher.notAffected();
        const why = await holdOf(scene, affected.drafts);
        if (why !== null) {
            // Held as before: told again where a part is missing, and not a check more.
            const again = held?.title?.includes('draft') === (why === 'draft') ? held : undefined;
            return await (again ? publisherOf(desk, telling(scene, again.stamp)) : publisher).held(why);
        }
        if (!repairOnly)
            await pull_request_open(scene, stamp(next), affected.adapters);
        else if (checks[0]?.completed === false)
            await pull_request_open(scene, stamp(order + 1), affected.adapters);
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* UserError */.yo) || thrown.code.startsWith('github-'))
            throw thrown;
        await publisher.failed(thrown);
    }
}
async function holdOf({ desk, pull }, drafts) {
    const { client, repository } = desk;
    if (pull.draft && !drafts)
        return 'draft';
    if (!pull.fromFork)
        return null;
    const { approval } = await (0,waivers/* readApprovals */.RJ)(client, repository, { pull: pull.number, headSha: pull.headSha });
    return approval === null ? 'fork' : null;
}
async function pull_request_open(scene, stamp, adapters) {
    const { desk, pull, checkName, defaultBranch } = scene;
    const { client, repository, self } = desk;
    const queued = { ...stampOf(stamp), state: 'queued' };
    const check = { name: checkName, stamp: queued, self };
    const output = waitingOutput(adapters);
    const opened = await (0,check_run/* openCheck */.Xq)(client, repository, { ...check, status: 'queued', output });
    if (opened.outcome !== 'created' || opened.id === undefined)
        return;
    await announce(scene, queued, adapters);
    await dispatchRun(desk, defaultBranch, { pull: pull.number, headSha: pull.headSha, check: opened.id });
}
/** Before anything is dispatched, so that a run has its comment. */
async function announce({ desk, pull }, stamp, adapters) {
    const { client, repository, self } = desk;
    const body = (0,state_comment/* startedComment */.f_)(adapters, null, { headSha: pull.headSha, detailsUrl: null });
    await (0,sticky_comment/* upsertComment */.l)(client, repository, { pull: pull.number, stamp, body, self });
}
/** An open check goes where its run has gone. */
async function follow(scene, check) {
    const { desk, pull, checkName, defaultBranch, runs } = scene;
    const { client, repository, self } = desk;
    const run = runs.find((one) => one.check === check.id);
    if (!run) {
        const age = desk.now() - Date.parse(check.startedAt ?? '');
        // GitHub lists a run some seconds after it was asked for.
        if (age < desk.graceMilliseconds)
            return desk.enqueue({ kind: 'pull', pull: pull.number }, desk.graceMilliseconds);
        try {
            const { headSha, number } = pull;
            await announce(scene, check.stamp, (await readAffected(desk, pull))?.adapters ?? []);
            return await dispatchRun(desk, defaultBranch, { pull: number, headSha, check: check.id });
        }
        catch (thrown) {
            if (!(thrown instanceof errors/* UserError */.yo) || thrown.code !== 'dispatch')
                throw thrown;
            return await publisherOf(desk, telling(scene, check.stamp)).failed(thrown);
        }
    }
    if (run.status === 'done') {
        const seenAt = scene.checks.at(-1)?.startedAt ?? null;
        const published = await publishRun(desk, { ...telling(scene, check.stamp, run.url), run, seenAt });
        return desk.ended?.(published);
    }
    if (run.status === 'waiting')
        return;
    await (0,check_run/* openCheck */.Xq)(client, repository, {
        ...{ name: checkName, self, detailsUrl: run.url, output: (0,check_output/* startedOutput */.Zl)(), status: 'in_progress' },
        stamp: { ...check.stamp, state: 'running' },
    });
}
/** The newest run of this head that has ended: what is told again comes from it. */
function source({ checks, runs }) {
    return runs.find((run) => run.status === 'done' && checks.some(({ id }) => id === run.check));
}
/** Tells the result of the head anew, as a check of that order. */
async function tellAgain(scene, order) {
    const run = source(scene);
    const [latest] = scene.checks;
    if (!run || !latest)
        return false;
    const stamp = { headSha: latest.stamp.headSha, headOrder: latest.stamp.headOrder, runId: order };
    const seenAt = scene.checks.at(-1)?.startedAt ?? null;
    await publishRun(scene.desk, { ...telling(scene, stamp, run.url), run, seenAt });
    return true;
}
/** A completed check whose comment is missing or tells of something older. */
async function mendComment(scene, latest) {
    const { stamp } = await readComments(scene.desk, scene.pull.number);
    if (stamp?.headSha === scene.pull.headSha && stamp.state === 'done' && stamp.runId >= latest.stamp.runId)
        return;
    if (!stamp && latest.conclusion === 'success' && latest.title?.startsWith('not affected'))
        return;
    if (isHeld(latest))
        return decide(scene, latest.stamp.runId, true);
    await finishTelling(scene, latest.stamp.runId);
}
async function finishTelling(scene, order) {
    if (!(await tellAgain(scene, order)))
        await decide(scene, order, true);
}
/** @throws UserError where GitHub refuses or cannot be reached; what is missing then is found when it is done again */
async function settlePull(desk, number, { wish = FIRST, oldHead } = {}) {
    const scene = await readScene(desk, number);
    await endFormer(scene, oldHead);
    if (!scene.pull.open)
        return;
    const [latest] = scene.checks;
    if (!latest)
        return decide(scene, wish.order);
    if (!latest.completed && latest.stamp.state !== 'done')
        return follow(scene, latest);
    // It was being told when the process ended.
    if (!latest.completed)
        return finishTelling(scene, latest.stamp.runId);
    if (isHeld(latest))
        return decide(scene, wish.order);
    if (latest.stamp.runId >= wish.order)
        return mendComment(scene, latest);
    if (wish.kind === 'run')
        return decide(scene, wish.order);
    await tellAgain(scene, wish.order);
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/app/checks.js
/** The buttons of a check: "Re-run", for one check or all, and "Explain". Who sees them can write; GitHub shows them to nobody else. */






/** The check's own stamp is what the repetition comes after: repeating twice is repeating once. */
async function answerCheck(desk, id, action) {
    const { client, repository, self } = desk;
    const check = await (0,api_error/* explained */.to)({ what: `read check ${id}`, permission: 'checks: read' }, async () => {
        try {
            return (await client.rest.checks.get({ ...repository, check_run_id: id })).data;
        }
        catch (thrown) {
            if ((0,api_error/* hasStatus */.Ro)(thrown, 404))
                return undefined;
            throw thrown;
        }
    });
    const stamp = (0,run_stamp/* decodeStamp */.eP)(check?.external_id);
    if (!check || !stamp || `${check.app?.slug}[bot]` !== self)
        return;
    for (const { number } of await (0,pull_request/* findPullRequests */.JV)(client, repository, check.head_sha)) {
        if (action === 'rerequested') {
            desk.enqueue({ kind: 'pull', pull: number, wish: { order: stamp.runId + 1, kind: 'run' } });
            continue;
        }
        const { checks } = await readScene(desk, number);
        await replyOnce(desk, number, `check-${id}`, [explain(checks.find((one) => one.id === id))]);
    }
}
/** "Re-run all checks". */
async function answerSuite(desk, headSha) {
    for (const { number } of await (0,pull_request/* findPullRequests */.JV)(desk.client, desk.repository, headSha)) {
        const [latest] = (await readScene(desk, number)).checks;
        const order = (latest?.stamp.runId ?? 0) + 1;
        desk.enqueue({ kind: 'pull', pull: number, wish: { order, kind: 'run' } });
    }
}

// EXTERNAL MODULE: ./build/bundle-sources/src/github/head-since.js
var head_since = __webpack_require__(30658);
// EXTERNAL MODULE: ./build/bundle-sources/src/github/permission.js
var permission = __webpack_require__(39776);
;// CONCATENATED MODULE: ./build/bundle-sources/src/app/cancel.js
/** Ends what is done for a head. */



/** False where nothing was open. The run's end closes the check; where there is none yet it is closed here. */
async function cancelPull(scene, by) {
    const { desk, checks, runs, checkName } = scene;
    const [latest] = checks;
    const run = runs.find((one) => one.status !== 'done' && one.check === latest?.id);
    if (run)
        await cancelRun(desk, run);
    if (!latest || latest.completed)
        return run !== undefined;
    if (run)
        return true;
    await (0,check_run/* completeCheck */.iL)(desk.client, desk.repository, latest.id, {
        ...{ name: checkName, stamp: latest.stamp, self: desk.self },
        output: (0,check_output/* cancelledOutput */.Vw)({ reason: `by ${by}` }),
    });
    return true;
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/app/commands.js
/**
 * The commands of one comment: read from GitHub as it is now, with the writer's permission as it is now, done, and only then marked as
 * done by a reaction. A process that dies between finds the comment without one and does it again, which changes nothing more.
 */










const refusal = (reply) => ({ refused: true, reply });
/** Undefined where it is gone, edited, not a person's own, or says nothing to us. */
async function readComment({ client, repository }, id) {
    return (0,api_error/* explained */.to)({ what: `read comment ${id}`, permission: 'pull-requests: read' }, async () => {
        try {
            const { data } = await client.rest.issues.getComment({ ...repository, comment_id: id });
            const { user, body, created_at, updated_at, html_url: url, performed_via_github_app: app } = data;
            if (user?.type !== 'User' || created_at !== updated_at || app)
                return undefined;
            const { commands, problems } = (0,github_commands/* parseCommands */.Gr)(body ?? '');
            if (commands.length + problems.length === 0)
                return undefined;
            const by = { login: user.login, id: user.id };
            return { id, url, by, at: Math.floor(Date.parse(created_at) / 1000), commands, problems };
        }
        catch (thrown) {
            if ((0,api_error/* hasStatus */.Ro)(thrown, 404, 410))
                return undefined;
            throw thrown;
        }
    });
}
const wrongHead = (sha, head) => refusal((0,markdown_escape.md) `${(0,markdown_escape/* code */.aY)(sha)} is not the head of this pull request, which is ${(0,markdown_escape/* code */.aY)(head)}: read that one, and name it.`);
async function run(scene, { at }, sha) {
    const { desk, pull } = scene;
    if (!pull.open)
        return refusal((0,markdown_escape.md) `This pull request is closed.`);
    if (sha !== null && sha !== pull.headSha)
        return wrongHead(sha, pull.headSha);
    if (sha === null && pull.fromFork) {
        const command = (0,markdown_escape/* code */.aY)(`${github_commands/* PREFIX */.H3} run ${pull.headSha}`);
        return refusal((0,markdown_escape.md) `This change comes from a fork. Read it, then name the commit that may run: ${command}`);
    }
    await settlePull(desk, pull.number, { wish: { order: at, kind: 'run' } });
    return {};
}
/** Tells the verdict anew, and says why a waiver does not count. */
async function waive({ desk, pull, checks }, comment) {
    const { client, repository } = desk;
    const { number, author, headSha } = pull;
    if (!pull.open)
        return refusal((0,markdown_escape.md) `This pull request is closed.`);
    const seenAt = checks.at(-1)?.startedAt ?? null;
    const headPushedAt = await (0,head_since/* readHeadSince */.r)(client, { ...repository, pull: number }, headSha, seenAt);
    const options = { pull: number, author: author ?? '', headSha, headPushedAt };
    const { ignored } = await (0,waivers/* readWaivers */.Sr)(client, repository, options);
    const why = ignored.find(({ url, why: reason }) => url === comment.url && !reason.endsWith('took it back'));
    if (why)
        return refusal((0,markdown_escape.md) `This does not count: ${why.why}`);
    await settlePull(desk, number, { wish: { order: comment.at, kind: 'publish' } });
    return {};
}
const help = () => (0,markdown_escape/* join */.fj)(Object.values(github_commands/* COMMAND_USAGE */.Kf).map((usage) => (0,markdown_escape/* code */.aY)(`${github_commands/* PREFIX */.H3} ${usage}`)), (0,markdown_escape.md) `<br>`);
async function perform(desk, pull, comment, command) {
    if (command.kind === 'help')
        return { reply: help() };
    const scene = await readScene(desk, pull);
    switch (command.kind) {
        case 'explain':
            return { reply: explain(scene.checks[0]) };
        case 'spot-check':
            return {
                reply: (0,markdown_escape.md) `Answers are compared blindly on the report’s page: open it, choose, and pass the file of votes to ${(0,markdown_escape/* code */.aY)('lora-gate spot-check')}.`,
            };
        case 'run':
            return run(scene, comment, command.sha);
        case 'rerun':
            return run(scene, comment, scene.pull.fromFork ? scene.pull.headSha : null);
        case 'cancel':
            return (await cancelPull(scene, comment.by.login))
                ? {}
                : refusal((0,markdown_escape.md) `Nothing is running for this head.`);
        case 'waive':
        case 'unwaive':
            return waive(scene, comment);
    }
}
/** Everybody may ask what can be asked; the rest is for people who can write now. */
const FOR_ALL = ['help', 'explain'];
async function answerComment(desk, pull, id) {
    const comment = await readComment(desk, id);
    if (!comment)
        return;
    const objection = (0,permission/* createPermissionCheck */.E)(desk.client, desk.repository);
    const outcomes = comment.problems.map(({ line, message }) => refusal((0,markdown_escape.md) `Line ${line}: ${message}`));
    for (const command of comment.commands) {
        const why = FOR_ALL.includes(command.kind) ? null : await objection(comment.by);
        desk.logger.info(`#${pull}: ${command.kind} of ${comment.by.login}${why === null ? '' : ` refused: ${why}`}`);
        outcomes.push(why === null ? await perform(desk, pull, comment, command) : refusal((0,markdown_escape.md) `${why}`));
    }
    const replies = outcomes.flatMap(({ reply }) => reply ?? []);
    if (replies.length > 0)
        await replyOnce(desk, pull, String(id), replies);
    const content = outcomes.some(({ refused }) => refused) ? REFUSED : ACKNOWLEDGED;
    await (0,api_error/* explained */.to)({ what: `react to comment ${id}`, permission: 'pull-requests: write' }, async () => {
        await desk.client.rest.reactions.createForIssueComment({ ...desk.repository, comment_id: id, content });
    });
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/app/merge-group.js
/**
 * A merge queue asks about a commit that joins pull requests with the base. It is answered from the verdicts that their heads have: each of
 * them has to have passed. What they would be together is not trained again; who wants that lets the workflow answer `merge_group`
 * itself.
 */








/** `refs/heads/gh-readonly-queue/main/pr-7-…`: GitHub names the last pull request of the group. */
const HEAD_REF = /^refs\/heads\/gh-readonly-queue\/(.+)\/pr-([1-9]\d{0,9})-[0-9a-f]{40,64}$/;
/** Of all commits between base and head, the pull requests that they came from. */
async function pullsOf({ client, repository }, { headRef, baseSha, headSha }) {
    const last = Number(HEAD_REF.exec(headRef)?.[2]);
    const basehead = `${baseSha}...${headSha}`;
    const { data } = await client.rest.repos.compareCommitsWithBasehead({ ...repository, basehead });
    const named = data.commits.flatMap(({ commit }) => {
        // A message can name too many, which only asks for more.
        const [, merged, squashed] = /^Merge pull request #([1-9]\d{0,9}) |\(#([1-9]\d{0,9})\)$/m.exec(commit.message) ?? [];
        const number = merged ?? squashed;
        return number === undefined ? [] : [Number(number)];
    });
    return [...new Set([last, ...named])].filter((number) => Number.isInteger(number));
}
async function answerMergeGroup(desk, group) {
    const { client, repository, self } = desk;
    const baseRef = HEAD_REF.exec(group.headRef)?.[1];
    if (baseRef === undefined)
        return;
    const name = checkNameFor(baseRef, await readDefaultBranch(desk));
    const told = [];
    for (const number of await pullsOf(desk, group)) {
        const { headSha } = await (0,pull_request/* readPullRequest */.DQ)(client, repository, number);
        const stamp = { ...stampOf({ headSha, headOrder: 0, runId: 0 }), state: 'queued' };
        const [latest] = (await (0,own_checks/* ownChecks */.ws)(client, repository, { name, stamp, self })).sort((a, b) => (0,run_stamp/* compareStamps */.ye)(b.stamp, a.stamp, undefined) || b.id - a.id);
        told.push({ number, passed: latest?.conclusion === 'success', known: latest !== undefined });
    }
    // No check at all: the repository has no configuration.
    if (!told.some(({ known }) => known))
        return;
    const passed = told.every((one) => one.passed);
    const list = (0,markdown_escape/* join */.fj)(told.map((one) => (0,markdown_escape.md) `#${one.number} has ${one.passed ? 'passed' : 'not passed'}`), (0,markdown_escape.md) `<br>`);
    const output = {
        title: passed ? 'passed on the heads of the pull requests' : 'a pull request of the group has not passed',
        summary: list.source,
        conclusion: passed ? 'success' : 'failure',
        annotations: [],
    };
    const stamp = { ...stampOf({ headSha: group.headSha, headOrder: 0, runId: 1 }), state: 'done' };
    await (0,check_run/* completeCheck */.iL)(client, repository, undefined, { name, stamp, self, output });
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/app/errands.js
/** Does what a delivery asks for. Each errand reads GitHub as it is now, so doing one twice does nothing more. */




async function runErrand(desk, errand) {
    switch (errand.kind) {
        case 'pull':
            return settlePull(desk, errand.pull, errand);
        case 'comment':
            return answerComment(desk, errand.pull, errand.comment);
        case 'check':
            return answerCheck(desk, errand.check, errand.action);
        case 'suite':
            return answerSuite(desk, errand.headSha);
        case 'merge-group':
            return answerMergeGroup(desk, errand);
    }
}
/** Errands of one lane are done one after the other. */
function laneOf({ owner, repo }, errand) {
    const place = `${owner}/${repo}`.toLowerCase();
    return 'pull' in errand ? `${place}#${errand.pull}` : `${place} ${errand.kind}`;
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 2 modules
var schemas = __webpack_require__(88343);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/errors.js
var classic_errors = __webpack_require__(961);
;// CONCATENATED MODULE: ./build/bundle-sources/src/app/events.js
/**
 * What a delivery is about: which pull request, comment or check has to be looked at. Pure. Nothing else is taken from a payload, since
 * GitHub may have moved on: what to do is decided on what the API says then.
 */


const sha = schemas/* string */.YjP().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/);
const id = schemas/* int */.Whr().min(1);
const common = schemas/* object */.Ikc({
    action: schemas/* string */.YjP(),
    installation: schemas/* object */.Ikc({ id }),
    repository: schemas/* object */.Ikc({ name: schemas/* string */.YjP(), owner: schemas/* object */.Ikc({ login: schemas/* string */.YjP() }) }),
});
const PULL_ACTIONS = [
    'opened',
    'synchronize',
    'reopened',
    'ready_for_review',
    'converted_to_draft',
    'edited',
    'closed',
];
/** By event: the errand of a payload, or undefined where it asks for nothing. */
const READERS = {
    pull_request(payload, action) {
        if (!PULL_ACTIONS.includes(action))
            return undefined;
        const parsed = schemas/* object */.Ikc({ pull_request: schemas/* object */.Ikc({ number: id }), before: sha.optional() })
            .parse(payload);
        const { before } = parsed;
        return {
            kind: 'pull',
            pull: parsed.pull_request.number,
            ...(before !== undefined && { oldHead: before }),
        };
    },
    workflow_run(payload) {
        const { workflow_run: run } = schemas/* object */.Ikc({ workflow_run: schemas/* object */.Ikc({ event: schemas/* string */.YjP(), display_title: schemas/* string */.YjP().nullish() }) })
            .parse(payload);
        const title = run.event === 'workflow_dispatch' ? parseRunTitle(run.display_title ?? '') : undefined;
        return title && { kind: 'pull', pull: title.pull };
    },
    issue_comment(payload, action) {
        if (action !== 'created')
            return undefined;
        const { issue, comment } = schemas/* object */.Ikc({
            issue: schemas/* object */.Ikc({ number: id, pull_request: schemas/* object */.Ikc({}).nullish() }),
            comment: schemas/* object */.Ikc({
                id,
                body: schemas/* string */.YjP().nullish(),
                user: schemas/* object */.Ikc({ type: schemas/* string */.YjP() }).nullable(),
            }),
        })
            .parse(payload);
        if (!issue.pull_request || comment.user?.type !== 'User')
            return undefined;
        if (!/^\/lora[-_]?gate/im.test(comment.body ?? ''))
            return undefined;
        return { kind: 'comment', pull: issue.number, comment: comment.id };
    },
    check_run(payload, action, appId) {
        if (action !== 'rerequested' && action !== 'requested_action')
            return undefined;
        const parsed = schemas/* object */.Ikc({
            check_run: schemas/* object */.Ikc({ id, app: schemas/* object */.Ikc({ id }).nullable() }),
            requested_action: schemas/* object */.Ikc({ identifier: schemas/* string */.YjP() }).nullish(),
        })
            .parse(payload);
        if (parsed.check_run.app?.id !== appId)
            return undefined;
        const asked = action === 'rerequested' ? 'rerequested' : parsed.requested_action?.identifier;
        const check = parsed.check_run.id;
        if (asked === 'explain')
            return { kind: 'check', check, action: 'explain' };
        return asked === 'rerequested' || asked === 'rerun'
            ? { kind: 'check', check, action: 'rerequested' }
            : undefined;
    },
    check_suite(payload, action, appId) {
        if (action !== 'rerequested')
            return undefined;
        const { check_suite: suite } = schemas/* object */.Ikc({ check_suite: schemas/* object */.Ikc({ head_sha: sha, app: schemas/* object */.Ikc({ id }).nullable() }) })
            .parse(payload);
        return suite.app?.id === appId ? { kind: 'suite', headSha: suite.head_sha } : undefined;
    },
    merge_group(payload, action) {
        if (action !== 'checks_requested')
            return undefined;
        const { merge_group: group } = schemas/* object */.Ikc({ merge_group: schemas/* object */.Ikc({ head_sha: sha, base_sha: sha, head_ref: schemas/* string */.YjP() }) })
            .parse(payload);
        return { kind: 'merge-group', headSha: group.head_sha, baseSha: group.base_sha, headRef: group.head_ref };
    },
};
/** All others ask for nothing, and the App does not subscribe to them. */
const ANSWERED_EVENTS = Object.keys(READERS);
/** Undefined for what asks for nothing, or is not as GitHub sends it. */
function readTask({ event, payload }, appId) {
    const read = Object.hasOwn(READERS, event) ? READERS[event] : undefined;
    const whole = common.safeParse(payload);
    if (!read || !whole.success)
        return undefined;
    try {
        const { action, installation, repository } = whole.data;
        const errand = read(payload, action, appId);
        const { name: repo, owner } = repository;
        return errand && { installation: installation.id, owner: owner.login, repo, errand };
    }
    catch (thrown) {
        if (thrown instanceof classic_errors/* ZodError */.G)
            return undefined;
        throw thrown;
    }
}

// EXTERNAL MODULE: ./build/bundle-sources/src/log.js
var src_log = __webpack_require__(19601);
;// CONCATENATED MODULE: ./build/bundle-sources/src/app/pino-logger.js
/** Probot's pino as the logger that the rest of the project writes to. */

/** `fields` stand beside each message: who it is about, never a secret and never a line of somebody's data. */
function pinoLogger(log, fields = {}) {
    const child = log.child(fields);
    return {
        debug: (message) => child.debug(message),
        info: (message) => child.info(message),
        warn: (message) => child.warn(message),
        error: (message) => child.error(message),
        progress: src_log/* silentLogger */.q.progress,
    };
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/app/reconcile.js
/**
 * Finds what was missed: deliveries that never came, and what a killed process has left half done. Looks only; what has to be done
 * is queued as if a delivery had asked for it.
 *
 * Calls of the API, for a repository with n open pull requests: n/100 for their listing, 2 for the runs. Then 2 for each pull request that
 * was not seen settled before (its checks, its comments), and nothing for one that was, as long as neither head nor `updated_at` moved.
 * With 10,000 open pull requests the first look after a start takes 20,102 calls, and each later one 102 and 2 for each that changed. So
 * that no start uses up the hour's quota (5,000 an installation, 15,000 on Enterprise Cloud), one look reads at most MOST_READ pull
 * requests, the latest changed first, and the next goes on: every 5 minutes 2 × 150 + 102, which is 4,824 an hour. What is queued then
 * takes 5 calls (pull request, repository, checks, runs, comments), and about 10 more where a run is started or its end is told.
 */







const MOST_READ = 150;
/** Whether its last check stands completed; comments with commands that nobody answered are queued. */
async function look(desk, pull, defaultBranch) {
    const { client, repository, self } = desk;
    const { number, head, base } = pull;
    const stamp = { ...stampOf({ headSha: head.sha, headOrder: 0, runId: 0 }), state: 'queued' };
    const name = checkNameFor(base.ref, defaultBranch);
    const checks = await (0,own_checks/* ownChecks */.ws)(client, repository, { name, stamp, self });
    const [latest] = checks.sort((a, b) => (0,run_stamp/* compareStamps */.ye)(b.stamp, a.stamp, undefined) || b.id - a.id);
    const comments = await readComments(desk, number);
    for (const comment of comments.unanswered)
        desk.enqueue({ kind: 'comment', pull: number, comment });
    if (!latest)
        return 'missing';
    if (checks.some(({ completed }) => !completed))
        return 'open';
    if (latest.conclusion === 'action_required')
        return 'missing';
    const told = comments.stamp?.headSha === head.sha && comments.stamp.runId >= latest.stamp.runId;
    const quiet = !comments.stamp && latest.conclusion === 'success' && latest.title?.startsWith('not affected');
    if ((told && comments.stamp?.state === 'done') || quiet)
        return comments.unanswered.length > 0 ? 'open' : 'settled';
    return 'missing';
}
/** @returns how many pull requests were read */
async function reconcileRepository(desk, settled) {
    const { client, repository } = desk;
    const what = `list the pull requests of ${repository.owner}/${repository.repo}`;
    const pulls = await (0,api_error/* explained */.to)({ what, permission: 'pull-requests: read' }, () => client.paginate(client.rest.pulls.list, {
        ...{ ...repository, state: 'open', per_page: 100 },
        ...{ sort: 'updated', direction: 'desc' },
    }));
    const defaultBranch = await readDefaultBranch(desk);
    const wanted = new Set();
    for (const run of await listOwnRuns(desk, defaultBranch))
        if (run.status !== 'done')
            wanted.add(run.pull);
    const present = new Set(pulls.map(({ number }) => number));
    for (const number of settled.keys())
        if (!present.has(number))
            settled.delete(number);
    let read = 0;
    for (const pull of pulls) {
        const state = `${pull.head.sha} ${pull.updated_at} ${pull.draft}`;
        if (settled.get(pull.number) === state)
            continue;
        if (read >= MOST_READ)
            break;
        read += 1;
        const found = await look(desk, pull, defaultBranch);
        if (found === 'settled')
            settled.set(pull.number, state);
        else
            wanted.add(pull.number);
        // Nothing more can be done for it before something changes: no configuration, or it waits for a person.
        if (found === 'missing')
            settled.set(pull.number, state);
    }
    for (const pull of wanted)
        desk.enqueue({ kind: 'pull', pull });
    return read;
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/app/work-queue.js
/**
 * Work in a fair order: owners take turns, one owner has a bounded number of places, and what belongs to one lane is done one after the
 * other. Work that waits already is not queued a second time. Knows nothing of GitHub; an owner is an installation, a lane a pull
 * request.
 */
function createWorkQueue(options) {
    const { places = 16, placesOfOwner = 4, mostWaiting = 10_000, onError } = options;
    /** In the order of their turns. */
    const owners = new Map();
    const lanes = new Set();
    let running = 0;
    let waiting = 0;
    let closed = false;
    let listeners = [];
    const laneOf = ({ owner, lane }) => JSON.stringify([owner, lane]);
    function next(owner) {
        if (owner.running >= placesOfOwner)
            return undefined;
        for (const entry of owner.jobs)
            if (!lanes.has(laneOf(entry[1])))
                return entry;
        return undefined;
    }
    async function perform(job, owner) {
        try {
            await job.work();
        }
        catch (thrown) {
            onError(thrown, job);
        }
        finally {
            lanes.delete(laneOf(job));
            owner.running--;
            running--;
            if (owner.running === 0 && owner.jobs.size === 0)
                owners.delete(job.owner);
            start();
        }
    }
    function start() {
        for (let started = true; started && running < places;) {
            started = false;
            for (const [name, owner] of [...owners]) {
                if (running >= places)
                    break;
                const found = next(owner);
                if (!found)
                    continue;
                const [key, job] = found;
                owner.jobs.delete(key);
                waiting--;
                owner.running++;
                running++;
                lanes.add(laneOf(job));
                // Behind the others.
                owners.delete(name);
                owners.set(name, owner);
                started = true;
                void perform(job, owner);
            }
        }
        if (running > 0 || waiting > 0)
            return;
        const told = listeners;
        listeners = [];
        for (const tell of told)
            tell();
    }
    const idle = () => running === 0 && waiting === 0
        ? Promise.resolve()
        : new Promise((resolve) => {
            listeners.push(resolve);
        });
    return {
        add(job) {
            if (closed)
                return false;
            const owner = owners.get(job.owner) ?? { jobs: new Map(), running: 0 };
            const key = JSON.stringify([job.lane, job.key]);
            if (owner.jobs.has(key))
                return true;
            if (owner.jobs.size >= mostWaiting)
                return false;
            owners.set(job.owner, owner);
            owner.jobs.set(key, job);
            waiting++;
            start();
            return true;
        },
        get waiting() {
            return waiting;
        },
        get running() {
            return running;
        },
        idle,
        close() {
            closed = true;
            for (const owner of owners.values())
                owner.jobs.clear();
            waiting = 0;
            return idle();
        },
    };
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/app/create-app.js
/**
 * The app: Probot for who we are and what we may, a queue for what is to be done. It keeps nothing that GitHub does not have; killed
 * at any moment, another one goes on from what is there. Knows nothing of ports and signals.
 */








const GRACE_MILLISECONDS = 60_000;
async function createApp(settings, options = {}) {
    const { appId, privateKey, webhookSecret, logLevel, redisUrl, apiUrl, workflow } = settings;
    const probot = await new lib/* Probot */.Jc({
        ...{ appId, privateKey, secret: webhookSecret, logLevel, logFormat: 'json', logLevelInString: true },
        ...(redisUrl !== undefined && { redisConfig: redisUrl }),
        ...(apiUrl !== undefined && { baseUrl: apiUrl }),
        ...(options.Octokit && { Octokit: options.Octokit }),
        ...(options.fetch && { request: { fetch: options.fetch } }),
    }).ready();
    const logger = pinoLogger(probot.log, { name: 'lora-gate' });
    const timers = new Set();
    const { onError = () => { } } = options;
    const queue = createWorkQueue({
        onError(thrown, { lane, key }) {
            // What an error of the API says may quote a request; its first line does not.
            logger.error(`${lane} ${key}: ${(0,errors/* messageOf */.bD)(thrown).split('\n')[0]?.slice(0, 500)}`);
            onError(thrown);
        },
    });
    let self;
    const ownLogin = () => {
        self ??= (async () => {
            const { data } = await (await probot.auth()).rest.apps.getAuthenticated();
            return `${data.slug}[bot]`;
        })();
        self.catch(() => {
            self = undefined;
        });
        return self;
    };
    async function deskOf(place) {
        const { installation, owner, repo } = place;
        const client = await probot.auth(installation);
        const { onAnswer } = options;
        if (onAnswer)
            client.hook.after('request', ({ headers }) => onAnswer(installation, headers));
        return {
            client: client,
            repository: { owner, repo },
            self: await ownLogin(),
            workflow,
            logger: pinoLogger(probot.log, { installation, repository: `${owner}/${repo}` }),
            graceMilliseconds: options.graceMilliseconds ?? GRACE_MILLISECONDS,
            now: options.now ?? Date.now,
            ended: options.onRun,
            enqueue(errand, milliseconds = 0) {
                if (milliseconds === 0)
                    return void enqueue({ ...place, errand });
                const timer = setTimeout(() => {
                    timers.delete(timer);
                    enqueue({ ...place, errand });
                }, milliseconds);
                timer.unref();
                timers.add(timer);
            },
        };
    }
    function enqueue(task) {
        const { installation, errand } = task;
        return queue.add({
            owner: String(installation),
            lane: laneOf(task, errand),
            key: JSON.stringify(errand),
            work: async () => runErrand(await deskOf(task), errand),
        });
    }
    const accept = (delivery) => {
        const task = readTask(delivery, appId);
        return task === undefined || enqueue(task);
    };
    const settled = new Map();
    async function reconcileInstallation(installation) {
        const client = await probot.auth(installation);
        const repositories = await client.paginate(client.rest.apps.listReposAccessibleToInstallation, {
            per_page: 100,
        });
        for (const { owner, name, archived } of repositories) {
            if (archived)
                continue;
            const known = settled.get(`${owner.login}/${name}`) ?? new Map();
            settled.set(`${owner.login}/${name}`, known);
            await reconcileRepository(await deskOf({ installation, owner: owner.login, repo: name }), known);
        }
    }
    async function reconcile() {
        const client = await probot.auth();
        const installations = await client.paginate(client.rest.apps.listInstallations, { per_page: 100 });
        for (const { id, suspended_at } of installations) {
            if (suspended_at)
                continue;
            queue.add({
                ...{ owner: String(id), lane: 'reconcile', key: 'reconcile' },
                work: () => reconcileInstallation(id),
            });
        }
    }
    return {
        probot,
        reconcile,
        handler: (0,deliveries/* createDeliveries */.t)({
            verify: (body, signature) => probot.webhooks.verify(body, signature),
            accept,
            ...(options.onDelivery && { onDelivery: options.onDelivery }),
        }),
        accept,
        get waiting() {
            return queue.waiting;
        },
        get running() {
            return queue.running;
        },
        idle: () => queue.idle(),
        close() {
            for (const timer of timers)
                clearTimeout(timer);
            timers.clear();
            return queue.close();
        },
    };
}

// EXTERNAL MODULE: ./build/bundle-sources/src/app/server.js
var app_server = __webpack_require__(18392);
;// CONCATENATED MODULE: ./build/bundle-sources/src/app.js
/** The app's door: settings in, a server out that answers GitHub until it is closed. */



/** See reconcile.ts for what this costs. */
const RECONCILE_MILLISECONDS = 300_000;
async function serveApp(settings, { handlers = [], onApp, ...options } = {}) {
    const app = await createApp(settings, options);
    onApp?.(app);
    const server = await (0,app_server/* startServer */.U)({
        host: settings.host,
        port: settings.port,
        handlers: [...handlers, app.handler],
        onError: (thrown) => app.probot.log.error({ err: thrown }, 'a request could not be answered'),
    });
    const look = () => app.reconcile().catch((thrown) => app.probot.log.error(`reconciling: ${(0,errors/* messageOf */.bD)(thrown)}`));
    void look();
    const timer = setInterval(look, RECONCILE_MILLISECONDS);
    return {
        url: server.url,
        async close() {
            clearInterval(timer);
            await server.close();
            await app.close();
        },
    };
}


/***/ }),

/***/ 37443:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ createDeliveries),
/* harmony export */   w: () => (/* binding */ WEBHOOK_PATH)
/* harmony export */ });
/**
 * Webhook deliveries: read with a bound, verified against their signature, answered with 202 at once, and handed on. What they are for
 * is worked on later and read from GitHub anew, so a delivery that comes twice, late or out of order does no harm.
 */
/** GitHub sends no larger ones. */
const MOST_BYTES = 25 * 2 ** 20;
const MOST_REMEMBERED = 10_000;
const WEBHOOK_PATH = '/api/github/webhooks';
async function bodyOf(request) {
    const chunks = [];
    let bytes = 0;
    for await (const chunk of request) {
        bytes += chunk.byteLength;
        if (bytes > MOST_BYTES)
            return undefined;
        chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
}
const header = (request, name) => {
    const value = request.headers[name];
    return typeof value === 'string' ? value : '';
};
function parse(body) {
    try {
        return JSON.parse(body);
    }
    catch {
        return undefined;
    }
}
const STATUS = {
    accepted: [202, 'accepted'],
    duplicate: [202, 'known already'],
    unsigned: [401, 'the signature is not the one of this App’s webhook secret'],
    malformed: [400, 'expected a delivery of GitHub: headers, and a JSON object'],
    'too-large': [413, 'larger than any delivery of GitHub'],
    overloaded: [503, 'too much waits already'],
};
/** Ids in the order in which they came, the oldest forgotten first. */
function remembering(most) {
    const known = new Set();
    return {
        has: (id) => known.has(id),
        add(id) {
            known.add(id);
            const [oldest] = known;
            if (known.size > most && oldest !== undefined)
                known.delete(oldest);
        },
    };
}
function createDeliveries(options) {
    const { verify, accept, onDelivery = () => { } } = options;
    const known = remembering(MOST_REMEMBERED);
    async function judge(request) {
        const [id, event, signature] = ['x-github-delivery', 'x-github-event', 'x-hub-signature-256'].map((name) => header(request, name));
        const body = await bodyOf(request);
        if (body === undefined)
            return ['unknown', 'too-large'];
        if (!signature || body === '' || !(await verify(body, signature)))
            return ['unknown', 'unsigned'];
        const payload = parse(body);
        if (!/^[\w-]{1,100}$/.test(id) || !/^\w{1,60}$/.test(event))
            return ['unknown', 'malformed'];
        if (typeof payload !== 'object' || payload === null)
            return ['unknown', 'malformed'];
        if (known.has(id))
            return [event, 'duplicate'];
        if (!accept({ id, event, payload }))
            return [event, 'overloaded'];
        known.add(id);
        return [event, 'accepted'];
    }
    return async (request, response) => {
        const path = (request.url ?? '').split('?')[0];
        if (path !== WEBHOOK_PATH)
            return false;
        if (request.method !== 'POST') {
            response.writeHead(405, { allow: 'POST' }).end();
            return true;
        }
        const [event, outcome] = await judge(request);
        onDelivery(event, outcome);
        const [status, text] = STATUS[outcome];
        response.writeHead(status, {
            'content-type': 'text/plain; charset=utf-8',
            connection: status === 413 ? 'close' : 'keep-alive',
        });
        response.end(`${text}\n`);
        return true;
    };
}


/***/ }),

/***/ 18392:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ startServer)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37067);
/** The HTTP server: handlers are asked in their order, the first that answers ends it. Knows nothing of what they do. */

async function startServer({ host, port, handlers, onError }) {
    const server = (0,node_http__WEBPACK_IMPORTED_MODULE_0__.createServer)((request, response) => {
        const answer = async () => {
            for (const handler of handlers)
                if (await handler(request, response))
                    return;
            response.writeHead(404, { 'content-type': 'text/plain' }).end('not found\n');
        };
        answer().catch((thrown) => {
            onError(thrown);
            if (response.headersSent)
                response.destroy();
            else
                response.writeHead(500).end();
        });
    });
    // Whoever sends slowly gets no place for ever.
    server.requestTimeout = 30_000;
    server.headersTimeout = 10_000;
    // Longer than proxies keep a connection (60 s as a rule): who closes first must not be the one that is asked.
    server.keepAliveTimeout = 65_000;
    await new Promise((ready, failed) => {
        server.once('error', failed);
        server.listen(port, host, ready);
    });
    const address = server.address();
    const shown = address.family === 'IPv6' ? `[${address.address}]` : address.address;
    return {
        url: `http://${shown}:${address.port}`,
        close: () => new Promise((done) => {
            server.close(() => done());
            server.closeIdleConnections();
        }),
    };
}


/***/ })

};
