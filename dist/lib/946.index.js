export const id = 946;
export const ids = [946];
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

/***/ 96760:
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
;// CONCATENATED MODULE: ./build/bundle-sources/src/app/config-path.js
/** Where a repository has its configuration. The app knows one of a repository; the Action can be told another. */
const CONFIG = 'lora-gate.yml';

;// CONCATENATED MODULE: ./build/bundle-sources/src/app/comments.js
/** The comments of a pull request as the app sees them: its own stamp, commands that nobody has answered, and replies, each written once. */






/** What a command gets when it was done, and when it was not. */
const ACKNOWLEDGED = 'eyes';
const REFUSED = 'confused';
const REPLY = /<!-- lora-gate:reply ([\w-]{1,40}) -->$/;
/** @param comments in their order */
function sumUp(comments, self) {
    const seen = { stamp: undefined, unanswered: [], replied: new Set() };
    for (const { id, body, login, person, answered } of comments) {
        const text = body.replaceAll('\r\n', '\n').trimEnd();
        if ((0,own_login/* isLogin */.W5)(login, self)) {
            const stamp = (0,run_stamp/* readMarker */.t7)(text);
            if (stamp && (0,run_stamp/* isOfConfig */.gI)(stamp, CONFIG))
                seen.stamp ??= stamp;
            const key = REPLY.exec(text)?.[1];
            if (key !== undefined)
                seen.replied.add(key);
            continue;
        }
        if (!person || answered)
            continue;
        const { commands, problems } = (0,github_commands/* parseCommands */.Gr)(text);
        if (commands.length + problems.length > 0)
            seen.unanswered.push(id);
    }
    return seen;
}
async function readComments(desk, pull) {
    const { client, repository, self } = desk;
    const what = `read the comments of #${pull}`;
    const comments = await (0,api_error/* explained */.to)({ what, permission: 'pull-requests: read' }, () => client.paginate(client.rest.issues.listComments, { ...repository, issue_number: pull, per_page: 100 }));
    const written = comments.map(({ id, user, body, reactions }) => ({
        ...{ id, body: body ?? '', login: user?.login, person: user?.type === 'User' },
        answered: (reactions?.[ACKNOWLEDGED] ?? 0) + (reactions?.[REFUSED] ?? 0) > 0,
    }));
    return sumUp(written, self);
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
    if (check.conclusion === 'action_required')
        return (0,markdown_escape.md) `The check says: ${named}. Nothing was trained or judged: it waits for a person, and its summary says for what.`;
    if (check.conclusion === 'cancelled')
        return (0,markdown_escape.md) `The check says: ${named}. Nothing was judged at its end; ${(0,markdown_escape/* code */.aY)(`${github_commands/* PREFIX */.H3} rerun`)} starts it again, and goes on from what was trained to the end.`;
    if (/^(crashed|nothing was judged)\b/.test(title))
        return (0,markdown_escape.md) `The check says: ${named}. There is no verdict, and what has none does not pass: its summary says what to mend; ${(0,markdown_escape/* code */.aY)(`${github_commands/* PREFIX */.H3} rerun`)} tries again.`;
    if (title.startsWith('not affected'))
        return (0,markdown_escape.md) `The check says: ${named}. Neither data nor recipe nor test set nor policy of an adapter differs, so there was nothing to train.`;
    return (0,markdown_escape.md) `The check says: ${named}. Baseline and candidate were judged on the same test set by the policy of the base branch; a metric blocks when even the favourable end of its interval is worse than its margin allows, and the comment lists each with its numbers. Somebody who can write, and is not the author, can accept one with a reason.`;
}

// EXTERNAL MODULE: ./build/bundle-sources/src/github/check-name.js
var check_name = __webpack_require__(12111);
// EXTERNAL MODULE: ./build/bundle-sources/src/github/own-checks.js
var own_checks = __webpack_require__(73717);
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
/** For the run of a check that has waited for long: other runs may have come after it. */
const MOST_CALLS = 10;
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
/** One run; undefined where it is gone or not ours. */
async function readOwnRun(desk, defaultBranch, id) {
    const { client, repository } = desk;
    return (0,api_error/* explained */.to)({ what: `read run ${id}`, permission: 'actions: read' }, async () => {
        try {
            const { data } = await client.rest.actions.getWorkflowRun({ ...repository, run_id: id });
            return ownRun(desk, defaultBranch, data);
        }
        catch (thrown) {
            if ((0,api_error/* hasStatus */.Ro)(thrown, 404))
                return undefined;
            throw thrown;
        }
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

// EXTERNAL MODULE: ./build/bundle-sources/src/github/artifact-name.js
var artifact_name = __webpack_require__(51669);
// EXTERNAL MODULE: ./build/bundle-sources/src/github/publisher.js
var github_publisher = __webpack_require__(13811);
// EXTERNAL MODULE: ./build/bundle-sources/src/github/result-artifact.js
var result_artifact = __webpack_require__(83357);
// EXTERNAL MODULE: ./build/bundle-sources/src/report/spot-sheet.js
var spot_sheet = __webpack_require__(94);
// EXTERNAL MODULE: ./build/bundle-sources/src/report/numbers.js
var numbers = __webpack_require__(11888);
// EXTERNAL MODULE: ./build/bundle-sources/src/report/visible-text.js
var visible_text = __webpack_require__(74518);
;// CONCATENATED MODULE: ./build/bundle-sources/src/report/spot-votes.js
/**
 * A spot check in comments: the sheet as Markdown to vote on, what a vote says, and a result with the votes in it. A vote names the sheet
 * by the beginning of its digest, so it counts for the answers that its writer has read and for no others. Knows no API.
 */




/** Digits of the digest that name a sheet: 48 bits, and only the sheets of one result are told apart. */
const CODE_LENGTH = 12;
const sheetCode = ({ digest }) => digest.slice(0, CODE_LENGTH);
const CHOICES = { a: 'A', b: 'B', t: 'tie', tie: 'tie' };
/** `3f2a91c0de12 1a 2b 3t`; null where nothing was said, and what is wrong with it else. */
function parseSpotVote(words) {
    const [sheet, ...marks] = words
        .trim()
        .toLowerCase()
        .split(/[\s,;]+/);
    if (sheet === undefined || sheet === '')
        return null;
    if (!/^[0-9a-f]{12}$/.test(sheet))
        return `expected the ${CODE_LENGTH} digits that name the sheet first, as in "3f2a91c0de12 1a 2b 3t"`;
    const choices = new Map();
    for (const mark of marks.filter((each) => each !== '')) {
        const [, number, letter = ''] = /^([1-9]\d{0,2})[:=]?([abt]|tie)$/.exec(mark) ?? [];
        if (number === undefined)
            return `${JSON.stringify((0,visible_text/* clip */.$Q)(mark, 20))} is no choice, expected such as 1a, 2b or 3t (a tie)`;
        if (choices.has(Number(number)))
            return `pair ${number} has two choices`;
        choices.set(Number(number), CHOICES[letter]);
    }
    return choices.size === 0 ? 'expected choices behind the sheet, such as 1a 2b 3t' : { sheet, choices };
}
/** Why a vote does not fit the result; null where it does. */
function voteProblem(result, { sheet: named, choices }) {
    const sheet = (0,spot_sheet/* spotSheets */.Ri)(result).find((each) => sheetCode(each) === named);
    if (!sheet)
        return 'that sheet is not of the answers that this head has now';
    const beyond = [...choices.keys()].find((number) => number > sheet.items.length);
    return beyond === undefined
        ? null
        : `there is no pair ${beyond} on the sheet, which has ${sheet.items.length}`;
}
/** The result with these votes and no others, the later in place of the earlier; what does not fit is left out. */
function withSpotVotes(result, votes) {
    const sheets = new Map((0,spot_sheet/* spotSheets */.Ri)(result).map((sheet) => [sheet.adapter, sheet]));
    const fitting = votes.filter((vote) => voteProblem(result, vote) === null);
    return {
        ...result,
        adapters: result.adapters.map((section) => {
            const sheet = sheets.get(section.name);
            const chosen = new Map();
            for (const vote of sheet ? fitting.filter((each) => each.sheet === sheetCode(sheet)) : []) {
                for (const [number, choice] of vote.choices) {
                    const id = sheet?.items[number - 1]?.id;
                    if (id !== undefined)
                        chosen.set(id, choice);
                }
            }
            return { ...section, spot_check: sheet && chosen.size > 0 ? (0,spot_sheet/* spotCheckOf */.Ac)(sheet, chosen) : null };
        }),
    };
}
const MOST_LINES = 12;
/** Characters of each text, the first that lets all sheets fit. */
const STAGES = [1200, 600, 300, 150, 60];
function pairText({ prompt, a, b }, number, most) {
    const text = (of) => (of.trim() === '' ? (0,markdown_escape.md) `(empty)` : (0,markdown_escape/* lines */.Mn)((0,visible_text/* clip */.$Q)(of, most), MOST_LINES));
    // Of a long prompt the end is what was answered.
    const asked = prompt.length <= most ? prompt : `…${prompt.slice(1 - most)}`;
    const body = (0,markdown_escape/* join */.fj)([(0,markdown_escape.md) `Prompt: ${text(asked)}`, (0,markdown_escape/* table */.tp)([(0,markdown_escape.md) `${number}a`, (0,markdown_escape.md) `${number}b`], [[text(a), text(b)]])], markdown_escape/* paragraph */.FY);
    return (0,markdown_escape/* details */.zH)((0,markdown_escape.md) `Pair ${number}`, body);
}
function sheetText(sheet, most, prefix) {
    const heading = (0,markdown_escape.md) `**${sheet.adapter}**, ${(0,numbers/* countOf */.pq)(sheet.items.length, 'pair')}: which answer is whose is not shown. Choose, for as many as you like, and comment, with ${(0,markdown_escape/* code */.aY)('t')} for a tie:`;
    const example = (0,markdown_escape/* code */.aY)(`${prefix} ${sheetCode(sheet)} 1a 2b 3t`);
    return (0,markdown_escape/* join */.fj)([heading, example, ...sheet.items.map((item, i) => pairText(item, i + 1, most))], markdown_escape/* paragraph */.FY);
}
/**
 * All sheets of a result to vote on, in at most `limit` characters: texts are cut first, then whole sheets are left out.
 *
 * @param prefix the command that a vote begins with
 * @returns null where no two answers may be shown
 */
function spotSheetText(result, { prefix, limit }) {
    const sheets = (0,spot_sheet/* spotSheets */.Ri)(result);
    if (sheets.length === 0)
        return null;
    for (const most of STAGES) {
        const whole = (0,markdown_escape/* join */.fj)(sheets.map((sheet) => sheetText(sheet, most, prefix)), markdown_escape/* paragraph */.FY);
        if (whole.source.length <= limit)
            return whole;
    }
    const note = (0,markdown_escape.md) `The other sheets are too long for a comment: they are in report.html of the run.`;
    const shown = [];
    for (const sheet of sheets) {
        const next = sheetText(sheet, STAGES.at(-1), prefix);
        if ((0,markdown_escape/* join */.fj)([...shown, next, note], markdown_escape/* paragraph */.FY).source.length > limit)
            break;
        shown.push(next);
    }
    return (0,markdown_escape/* join */.fj)([...shown, note], markdown_escape/* paragraph */.FY);
}

// EXTERNAL MODULE: ./build/bundle-sources/src/github/permission.js
var permission = __webpack_require__(39776);
// EXTERNAL MODULE: ./build/bundle-sources/src/github/written-commands.js
var written_commands = __webpack_require__(4367);
;// CONCATENATED MODULE: ./build/bundle-sources/src/github/spot-votes.js
/** The votes of a spot check that stand in a pull request's comments: of people who can write, in comments that nobody has edited. */




/**
 * The result with the votes of its pull request and no others, whatever it came with. They change no verdict.
 *
 * @throws what the client throws
 */
async function readVotedResult(client, repository, result, pull) {
    const { owner, repo } = repository;
    if ((0,spot_sheet/* spotSheets */.Ri)(result).length === 0)
        return withSpotVotes(result, []);
    const written = await (0,written_commands/* writtenCommands */.q)(client, { owner, repo, pull }, ['spot-check']);
    const objectionTo = (0,permission/* createPermissionCheck */.E)(client, { owner, repo });
    const votes = [];
    for (const { command, by, edited, throughApp } of written) {
        const vote = parseSpotVote(command.words);
        if (edited || throughApp || vote === null || typeof vote === 'string')
            continue;
        if ((await objectionTo(by)) === null)
            votes.push(vote);
    }
    return withSpotVotes(result, votes);
}

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
/** Beside "Re-run", which GitHub shows of itself. checks.ts answers it. */
const BUTTONS = [
    { label: 'Explain', description: 'Say what this check means', identifier: 'explain' },
];
function publisherOf(desk, { pull, checkName, stamp, detailsUrl }) {
    const { client, repository, self, logger } = desk;
    return (0,github_publisher/* createPublisher */.j)({
        ...{ client, repository, self, logger, checkName, detailsUrl },
        pull: pull.number,
        stamp: stampOf(stamp),
        comment: 'on-change',
        actions: BUTTONS,
    });
}
/** Errors that say nothing of the run: it is looked at again. */
const PASSING = ['github-network', 'github-server', 'github-rate-limit', 'github-permission'];
const without = (end) => ({ end, gpuSeconds: 0 });
/** @returns how it ended, for the metrics */
async function publishArtifact(desk, { run, headSha, baseRef, publisher, waived }) {
    try {
        const asked = { runId: run.id, name: (0,artifact_name/* artifactName */.Cs)(CONFIG), headSha, baseRef };
        const { result, failure } = await (0,result_artifact/* readResultArtifact */.ax)(desk.client, desk.repository, asked);
        if (failure) {
            const { kind } = failure;
            await (kind === 'cancelled' ? publisher.cancelled() : publisher.failed((0,report_failure/* errorOf */.Mz)(failure)));
            return without(kind === 'cancelled' ? 'cancelled' : 'crashed');
        }
        const whole = await waived(result);
        await publisher.finished(whole);
        desk.logger.info(`#${run.pull} at ${headSha.slice(0, 7)}: ${whole.verdict.outcome}`);
        return { end: whole.verdict.outcome, gpuSeconds: (0,run_summary/* summaryOf */.YG)(result).gpu_seconds };
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* UserError */.yo) || PASSING.includes(thrown.code))
            throw thrown;
        const stopped = thrown.code === 'artifact-missing' && run.conclusion === 'cancelled';
        await (stopped ? publisher.cancelled() : publisher.failed(thrown));
        return without(stopped ? 'cancelled' : 'crashed');
    }
}
/** @returns how it ended, for the metrics */
async function publishRun(desk, ended) {
    const { run, pull } = ended;
    return publishArtifact(desk, {
        ...{ run, headSha: pull.headSha, baseRef: pull.baseRef, publisher: publisherOf(desk, ended) },
        async waived(result) {
            const whole = await (0,waived_result/* readWaivedResult */.a)(() => desk.client, desk.repository, result, {
                ...{ pull: pull.number, author: pull.author, headSha: pull.headSha },
                ...{ seenAt: ended.seenAt, logger: desk.logger },
            });
            return readVotedResult(desk.client, desk.repository, whole, pull.number);
        },
    });
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/app/scene.js
/** What GitHub has of a pull request at one moment: itself, the checks of its head, the runs that were started for it. Reads only. */






/**
 * For sorting. Of two checks that two processes have opened for the same at once the first one counts, in whatever state: it is the
 * one that both see.
 */
function latestFirst(a, b) {
    const ended = (check) => ({ ...check.stamp, state: 'done' });
    return (0,run_stamp/* compareStamps */.ye)(ended(b), ended(a), undefined) || a.id - b.id;
}
async function readScene(desk, number) {
    const { client, repository, self } = desk;
    const pull = await (0,pull_request/* readPullRequest */.DQ)(client, repository, number);
    const defaultBranch = await readDefaultBranch(desk);
    const checkName = (0,check_name/* checkNameFor */.J1)(pull.baseRef, defaultBranch);
    const stamp = { ...stampOf({ headSha: pull.headSha, headOrder: 0, runId: 0 }), state: 'queued' };
    const checks = await (0,own_checks/* ownChecks */.ws)(client, repository, { name: checkName, stamp, self });
    checks.sort(latestFirst);
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
function telling({ pull, checkName }, stamp, detailsUrl = null) {
    return { pull, checkName, stamp, detailsUrl };
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
// EXTERNAL MODULE: ./build/bundle-sources/src/github/waivers.js
var waivers = __webpack_require__(10822);
// EXTERNAL MODULE: ./build/bundle-sources/src/github/check-run.js + 1 modules
var check_run = __webpack_require__(52423);
// EXTERNAL MODULE: ./build/bundle-sources/src/report/check-output.js
var check_output = __webpack_require__(93614);
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

// EXTERNAL MODULE: ./build/bundle-sources/src/config/resolve.js + 9 modules
var resolve = __webpack_require__(46010);
// EXTERNAL MODULE: ./build/bundle-sources/src/github/branch-tip.js
var branch_tip = __webpack_require__(65224);
// EXTERNAL MODULE: ./build/bundle-sources/src/github/organisation-defaults.js
var organisation_defaults = __webpack_require__(28776);
// EXTERNAL MODULE: ./build/bundle-sources/src/plan/edited-weights.js
var edited_weights = __webpack_require__(44322);
// EXTERNAL MODULE: ./build/bundle-sources/src/plan/plan-run.js
var plan_run = __webpack_require__(16864);
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
    return text === null ? null : { text, file };
}
/** Over the defaults of the organisation. */
async function resolved(desk, sides) {
    const readDefaults = (0,organisation_defaults/* organisationDefaults */.$)(() => desk.client, desk.repository);
    const configs = await (0,resolve/* resolveConfigs */.A)({ ...sides, path: CONFIG, readDefaults });
    return { baseConfig: configs.base?.config ?? null, headConfig: configs.head?.config ?? null };
}
/** The configurations of two commits. @throws UserError */
async function readConfigs(desk, base, head) {
    return resolved(desk, { base: await readConfigAt(desk, base), head: await readConfigAt(desk, head) });
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
 * @throws UserError where a configuration is wrong or names a model that the base does not allow, `weights-edited`
 */
async function readAffected(desk, pull) {
    const files = await changedFiles(desk, pull.number);
    const touched = files.some(({ path, previous_path }) => path === CONFIG || previous_path === CONFIG);
    const tip = await (0,branch_tip/* readTip */.a)(desk.client, desk.repository, pull.baseRef);
    const base = await readConfigAt(desk, tip ?? pull.baseSha);
    const whole = files.length < MOST_FILES;
    const head = touched || !whole ? await readConfigAt(desk, pull.headSha) : base;
    if (!base && !head)
        return null;
    const { baseConfig, headConfig } = await resolved(desk, { base, head });
    if (baseConfig)
        (0,edited_weights/* checkEditedWeights */.RL)(null, baseConfig, files);
    const drafts = (baseConfig ?? headConfig)?.github.drafts ?? false;
    const plan = (0,plan_run/* planRun */.n)({ baseConfig, headConfig, changedFiles: files });
    const adapters = whole ? plan.adapters.map(({ name }) => name) : Object.keys(headConfig?.adapters ?? {});
    return { adapters, removed: plan.removed, drafts };
}

// EXTERNAL MODULE: ./build/bundle-sources/src/github/merge-group-ref.js
var merge_group_ref = __webpack_require__(56753);
// EXTERNAL MODULE: ./build/bundle-sources/src/report/apply-waivers.js
var apply_waivers = __webpack_require__(11106);
;// CONCATENATED MODULE: ./build/bundle-sources/src/app/group-check.js
/** The check of a merge group's commit: how it is known, and what is told in it. It has no comment and no pull request of its own. */






/** Of a head of a pull request it is the time when it was seen. */
const GROUP_ORDER = 0;
const groupStamp = (headSha) => stampOf({ headSha, headOrder: GROUP_ORDER, runId: 1 });
async function tellGroup({ client, repository, self }, { headSha, checkName: name }, output, check) {
    const stamp = { ...groupStamp(headSha), state: 'done' };
    await (0,check_run/* completeCheck */.iL)(client, repository, check?.id, { name, stamp, self, output });
}
/** What a run has found about the group's commit, without waivers. */
async function publishGroup(desk, { headSha, baseRef, checkName }, check, run) {
    const { client, repository, self, logger } = desk;
    const publisher = (0,github_publisher/* createPublisher */.j)({
        ...{ client, repository, self, logger, checkName, detailsUrl: run.url },
        ...{ pull: null, comment: 'never', stamp: stampOf(check.stamp) },
    });
    const waived = async (result) => (0,apply_waivers/* applyWaivers */.K)(result, []);
    const published = await publishArtifact(desk, { run, headSha, baseRef, publisher, waived });
    desk.ended?.(published);
}
/** A run of ours is for a check that no pull request has: where it is a group's that the queue still has, its turn is next. */
async function followGroup(desk, id) {
    const { client, repository, self } = desk;
    const { data } = await client.rest.checks.get({ ...repository, check_run_id: id });
    const ours = `${data.app?.slug}[bot]` === self && data.status !== 'completed';
    if (!ours || (0,run_stamp/* decodeStamp */.eP)(data.external_id)?.headOrder !== GROUP_ORDER)
        return;
    const found = await (0,merge_group_ref/* findMergeGroup */.X)(client, repository, data.head_sha);
    if (found)
        desk.enqueue({ kind: 'merge-group', headSha: data.head_sha, headRef: found.ref });
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/app/former.js
/** Ends what a pull request has left behind: checks of heads that it no longer has, and their runs. */







async function former_close(desk, check, name, output) {
    const { client, repository, self } = desk;
    await (0,check_run/* completeCheck */.iL)(client, repository, check.id, { name, stamp: check.stamp, self, output });
}
/** Under another name: of two checks of one name the later one counts for a branch's rules, and this one has nothing to say. */
async function closeDuplicate({ client, repository }, id, checkName) {
    const { conclusion, annotations: _, ...output } = (0,check_output/* supersededOutput */.Ky)();
    await client.rest.checks.update({
        ...{ ...repository, check_run_id: id, name: `${checkName} (opened twice)` },
        ...{ status: 'completed', conclusion, output },
    });
}
/**
 * First the check, then its run: as long as the run is there, the check is found.
 *
 * @param heads that the pull request may have had
 */
async function endFormer(scene, heads) {
    const { desk, pull, checks, runs, checkName } = scene;
    const { client, repository, self } = desk;
    const [latest, ...older] = checks;
    const closed = (0,check_output/* cancelledOutput */.Vw)({ reason: 'the pull request was closed' });
    for (const check of pull.open ? older : checks) {
        if (check.completed)
            continue;
        if (latest && check !== latest && (0,run_stamp/* isSameRun */.Mf)(check.stamp, latest.stamp))
            await closeDuplicate(desk, check.id, checkName);
        else
            await former_close(desk, check, checkName, pull.open ? (0,check_output/* supersededOutput */.Ky)() : closed);
    }
    for (const head of heads) {
        if (head === pull.headSha)
            continue;
        const stamp = { ...stampOf({ headSha: head, headOrder: 0, runId: 0 }), state: 'queued' };
        for (const check of await (0,own_checks/* ownChecks */.ws)(client, repository, { name: checkName, stamp, self })) {
            if (!check.completed)
                await former_close(desk, check, checkName, (0,check_output/* supersededOutput */.Ky)({ by: pull.headSha }));
        }
    }
    for (const run of runs) {
        if (run.status === 'done' || (pull.open && run.check === latest?.id))
            continue;
        const own = checks.some(({ id }) => id === run.check);
        if (own || (await closeFormer(desk, run.check, pull.headSha)))
            await cancelRun(desk, run);
    }
}
/** The check of another head; false for one of a merge group, which is none of the pull request's. */
async function closeFormer({ client, repository, self }, id, by) {
    const { data } = await client.rest.checks.get({ ...repository, check_run_id: id });
    if (`${data.app?.slug}[bot]` !== self)
        return true;
    if ((0,run_stamp/* decodeStamp */.eP)(data.external_id)?.headOrder === GROUP_ORDER)
        return false;
    if (data.status === 'completed')
        return true;
    const { conclusion, annotations: _, ...output } = (0,check_output/* supersededOutput */.Ky)({ by });
    const asked = { ...repository, check_run_id: id, status: 'completed', conclusion, output };
    await client.rest.checks.update(asked);
    return true;
}

// EXTERNAL MODULE: ./build/bundle-sources/src/github/sticky-comment.js
var sticky_comment = __webpack_require__(29336);
// EXTERNAL MODULE: ./build/bundle-sources/src/report/state-comment.js
var state_comment = __webpack_require__(83147);
;// CONCATENATED MODULE: ./build/bundle-sources/src/app/opening.js
/** Opens the check of a head and starts its run, once however many try. */









function waitingOutput(adapters) {
    const { length } = adapters;
    return {
        title: 'waiting for a GPU runner',
        summary: `This change affects ${length} adapter${length === 1 ? '' : 's'}. Their training is queued; this check is updated when it starts.`,
    };
}
/**
 * First the comment: its stamp names the head, so that a check of this head is found and closed even when nobody lives to start its
 * run and a push comes meanwhile. Of two processes that open a check at once, the one whose check was made first goes on.
 */
async function opening_open(scene, stamp, adapters) {
    const { desk, pull, checkName, defaultBranch } = scene;
    const { client, repository, self } = desk;
    const queued = { ...stampOf(stamp), state: 'queued' };
    const check = { name: checkName, stamp: queued, self };
    await announce(scene, queued, adapters);
    const output = waitingOutput(adapters);
    const opened = await (0,check_run/* openCheck */.Xq)(client, repository, { ...check, status: 'queued', output });
    if (opened.outcome !== 'created' || opened.id === undefined)
        return;
    const same = (await (0,own_checks/* ownChecks */.ws)(client, repository, check)).filter((one) => (0,run_stamp/* isSameRun */.Mf)(one.stamp, queued));
    const [first] = same.sort(latestFirst);
    if (first && first.id < opened.id)
        return closeDuplicate(desk, opened.id, checkName);
    await dispatchRun(desk, defaultBranch, { pull: pull.number, headSha: pull.headSha, check: opened.id });
}
/** So that a run has its comment. */
async function announce({ desk, pull }, stamp, adapters) {
    const { client, repository, self } = desk;
    const body = (0,state_comment/* startedComment */.f_)(adapters, null, { headSha: pull.headSha, detailsUrl: null });
    await (0,sticky_comment/* upsertComment */.l)(client, repository, { pull: pull.number, stamp, body, self });
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/app/progress.js
/**
 * How far the run of an open check is, in the check: which runner works on it, or that none has taken it for long. Writes only what the
 * check does not say yet. Time passes without an event, so a look at the next step is queued.
 */



/** Minutes after which it is said, each time with one request; the last of them again every day. */
const SAID_AFTER = [10, 30, 60, 120, 240, 480, 960, 1440];
const DAY = 1440;
/** Of the run's latest attempt, without those that were skipped. */
async function readJobs({ client, repository }, run) {
    return (0,api_error/* explained */.to)({ what: `list the jobs of run ${run}`, permission: 'actions: read' }, async () => {
        try {
            const { data } = await client.rest.actions.listJobsForWorkflowRun({ ...repository, run_id: run });
            return data.jobs.flatMap(({ status, runner_name: runner, labels }) => status === 'completed' ? [] : [{ status, runner: runner || undefined, labels }]);
        }
        catch (thrown) {
            if ((0,api_error/* hasStatus */.Ro)(thrown, 404))
                return [];
            throw thrown;
        }
    });
}
/** The last of the steps that is over; undefined while it is no long wait. */
function longWait(minutes) {
    if (minutes >= DAY)
        return Math.floor(minutes / DAY) * DAY;
    return SAID_AFTER.findLast((step) => minutes >= step);
}
/** @param name of the check */
async function showProgress(desk, name, check, run) {
    const { client, repository, self } = desk;
    const request = { name, self, detailsUrl: run.url };
    if (run.status === 'waiting') {
        const waited = (desk.now() - Date.parse(check.startedAt ?? '')) / 60_000;
        const minutes = longWait(waited);
        const next = SAID_AFTER.find((step) => step > waited) ?? DAY;
        desk.enqueue({ kind: 'pull', pull: run.pull }, Math.max(60_000, (next - waited) * 60_000));
        if (minutes === undefined || check.title === (0,check_output/* notTakenOutput */.Ax)(minutes, []).title)
            return;
        const waiting = (await readJobs(desk, run.id)).filter(({ status }) => status === 'queued');
        const output = (0,check_output/* notTakenOutput */.Ax)(minutes, waiting[0]?.labels ?? []);
        return (0,check_run/* updateCheck */.S0)(client, repository, check.id, {
            ...{ ...request, status: 'queued', stamp: check.stamp, output },
        });
    }
    // Which runner it is does not change.
    if (check.stamp.state === 'running' && check.title?.startsWith('started on '))
        return;
    const working = (await readJobs(desk, run.id)).find(({ status }) => status === 'in_progress');
    const output = (0,check_output/* startedOutput */.Zl)(working?.runner === undefined ? {} : { runner: working.runner });
    const stamp = { ...check.stamp, state: 'running' };
    if (check.stamp.state !== 'running') {
        await (0,check_run/* openCheck */.Xq)(client, repository, { ...request, output, status: 'in_progress', stamp });
    }
    else if (working?.runner !== undefined && check.title !== output.title) {
        await (0,check_run/* updateCheck */.S0)(client, repository, check.id, { ...request, output, status: 'in_progress', stamp });
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
const isHeld = ({ completed, conclusion }) => completed && conclusion === 'action_required';
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
        if (affected.adapters.length === 0) {
            // The list of files is that of whatever the head is by now: nobody passes by pushing something harmless meanwhile.
            if (await hasMoved(scene))
                return void desk.enqueue({ kind: 'pull', pull: pull.number });
            return await publisher.notAffected(affected.removed);
        }
        const why = await holdOf(scene, affected.drafts);
        if (why !== null) {
            // Held as before: told again where a part is missing, and not a check more.
            const again = held?.title?.includes('draft') === (why === 'draft') ? held : undefined;
            return await (again ? publisherOf(desk, telling(scene, again.stamp)) : publisher).held(why);
        }
        if (!repairOnly)
            await opening_open(scene, stamp(next), affected.adapters);
        else if (checks[0]?.completed === false)
            await opening_open(scene, stamp(order + 1), affected.adapters);
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* UserError */.yo) || thrown.code.startsWith('github-'))
            throw thrown;
        await publisher.failed(thrown);
    }
}
async function hasMoved({ desk, pull }) {
    const now = await (0,pull_request/* readPullRequest */.DQ)(desk.client, desk.repository, pull.number);
    return now.headSha !== pull.headSha || now.baseSha !== pull.baseSha || now.baseRef !== pull.baseRef;
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
/** An open check goes where its run has gone. */
async function follow(scene, check) {
    const { desk, pull, checkName, defaultBranch, runs } = scene;
    const ofCheck = (all) => all.find((one) => one.check === check.id);
    let run = ofCheck(runs);
    if (!run) {
        const age = desk.now() - Date.parse(check.startedAt ?? '');
        // GitHub lists a run some seconds after it was asked for.
        if (age < desk.graceMilliseconds)
            return desk.enqueue({ kind: 'pull', pull: pull.number }, desk.graceMilliseconds);
        // It may wait for a machine behind more runs than were looked at.
        run = ofCheck(await listOwnRuns(desk, defaultBranch, MOST_CALLS));
    }
    if (!run) {
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
    await showProgress(desk, checkName, check, run);
}
/** The newest run of this head that has ended: what is told again comes from it. */
function endedRun({ checks, runs }) {
    return runs.find((run) => run.status === 'done' && checks.some(({ id }) => id === run.check));
}
/** Tells the result of the head anew, as a check of that order. */
async function tellAgain(scene, order) {
    const run = endedRun(scene);
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
async function settlePull(desk, number, { wish = FIRST, oldHead, check } = {}) {
    const scene = await readScene(desk, number);
    const heads = new Set(oldHead === undefined ? [] : [oldHead]);
    // A head that nobody has looked at: the one before may have been left while nobody listened, and the comment tells of it.
    const told = scene.checks.length === 0 ? (await readComments(desk, number)).stamp : undefined;
    if (told)
        heads.add(told.headSha);
    await endFormer(scene, heads);
    if (check !== undefined && !scene.checks.some(({ id }) => id === check))
        await followGroup(desk, check);
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

;// CONCATENATED MODULE: ./build/bundle-sources/src/app/spot-check.js
/** `/lora-gate spot-check`: the pairs of answers to choose from, or choices that were made. Changes no verdict. */








/** Of a comment, with room for what stands around it. */
const MOST_CHARACTERS = 60_000;
/** Of the head; undefined where it has none (yet). */
async function resultOf(scene) {
    const { desk, pull } = scene;
    const run = endedRun(scene);
    if (!run)
        return undefined;
    try {
        const carried = await (0,result_artifact/* readResultArtifact */.ax)(desk.client, desk.repository, {
            ...{ runId: run.id, name: (0,artifact_name/* artifactName */.Cs)(CONFIG), headSha: pull.headSha },
            baseRef: pull.baseRef,
        });
        return carried.result;
    }
    catch (thrown) {
        if (thrown instanceof errors/* UserError */.yo && thrown.code.startsWith('artifact-'))
            return undefined;
        throw thrown;
    }
}
/** @param order of the check that tells of the votes: the comment's time */
async function answerSpotCheck(scene, words, order) {
    const vote = parseSpotVote(words);
    if (typeof vote === 'string')
        return { refused: (0,markdown_escape.md) `${vote}` };
    const result = await resultOf(scene);
    if (!result)
        return { refused: (0,markdown_escape.md) `This head has no result (yet), so there are no answers to compare.` };
    if (vote === null) {
        const prefix = `${github_commands/* PREFIX */.H3} spot-check`;
        const sheet = spotSheetText(result, { prefix, limit: MOST_CHARACTERS });
        return sheet
            ? { reply: sheet }
            : {
                refused: (0,markdown_escape.md) `The result has no answers that may be shown: prompts are answered where the policy has assertions or a judge, and rows with secrets or personal data are withheld.`,
            };
    }
    const problem = voteProblem(result, vote);
    if (problem !== null)
        return { refused: (0,markdown_escape.md) `${problem}` };
    await settlePull(scene.desk, scene.pull.number, { wish: { order, kind: 'publish' } });
    return 'done';
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
        case 'spot-check': {
            const answer = await answerSpotCheck(scene, command.words, comment.at);
            if (answer === 'done')
                return {};
            return 'refused' in answer ? refusal(answer.refused) : answer;
        }
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
    // A second answer to the same question would cost requests and say nothing more.
    const asked = comment.commands.filter(({ kind }, at, all) => !FOR_ALL.includes(kind) || all.findIndex((other) => other.kind === kind) === at);
    for (const command of asked) {
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

;// CONCATENATED MODULE: ./build/bundle-sources/src/app/group-data.js
/**
 * Whether a merge group's commit holds for a pull request's adapters what was judged on its own head: the same data, recipe, tests and
 * policy, byte for byte. Compares the trees of both commits, since a squash has none of the commits of the pull request.
 */




async function readTree({ client, repository }, sha) {
    const what = `read the files of ${sha.slice(0, 7)}`;
    return (0,api_error/* explained */.to)({ what, permission: 'contents: read' }, async () => {
        const { data } = await client.rest.git.getTree({ ...repository, tree_sha: sha, recursive: '1' });
        if (data.truncated)
            return undefined;
        return new Map(data.tree.flatMap(({ path, sha: blob, type }) => (type === 'tree' ? [] : [[path, blob]])));
    });
}
function differences(before, after) {
    const changed = [];
    for (const [path, blob] of after) {
        if (!before.has(path))
            changed.push({ path, status: 'added' });
        else if (before.get(path) !== blob)
            changed.push({ path, status: 'modified' });
    }
    for (const path of before.keys())
        if (!after.has(path))
            changed.push({ path, status: 'deleted' });
    return changed;
}
/**
 * The adapters of a pull request that would be trained from, or judged by, something else on the group's commit. In doubt all of them.
 *
 * @throws what the client throws
 */
async function changedInGroup(desk, pull, group) {
    const affected = (await readAffected(desk, pull))?.adapters ?? [];
    if (affected.length === 0)
        return [];
    const own = await readTree(desk, pull.headSha);
    if (!own || !group.tree)
        return affected;
    const changedFiles = differences(own, group.tree);
    if (changedFiles.length === 0)
        return [];
    try {
        const { baseConfig, headConfig } = await readConfigs(desk, pull.headSha, group.headSha);
        const other = new Set((0,plan_run/* planRun */.n)({ baseConfig, headConfig, changedFiles }).adapters.map(({ name }) => name));
        // One that is gone on the group's commit is none to be judged.
        return affected.filter((name) => other.has(name));
    }
    catch (thrown) {
        // A configuration that is wrong only there: the run says so.
        if (!(thrown instanceof errors/* UserError */.yo) || thrown.code.startsWith('github-'))
            throw thrown;
        return affected;
    }
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/app/merge-group.js
/**
 * A merge queue asks about a commit that joins pull requests with the base. Each of them has to have passed on its own head. Where the
 * commit holds for their adapters what was judged there, those verdicts are the answer; where it does not (two of them change one
 * adapter's data, or the base has moved under it), what they are together is trained, once for the commit, and judged against
 * the base. A waiver is for the head it was given for and does not count here.
 *
 * Started with the last pull request's number, since a workflow knows no groups; a group's check is known by its stamp, whose order
 * no head of a pull request has.
 */















async function groupOf(desk, { headSha, headRef }) {
    const parsed = (0,merge_group_ref/* parseMergeGroupRef */.G)(headRef);
    if (!parsed)
        return undefined;
    const defaultBranch = await readDefaultBranch(desk);
    const checkName = (0,check_name/* checkNameFor */.J1)(parsed.baseRef, defaultBranch);
    const { baseRef, last } = parsed;
    return { headSha, baseRef, last, checkName, defaultBranch };
}
/** Of all commits that the base does not have yet, the pull requests that they came from: the group's, and those queued before it. */
async function pullsOf({ client, repository }, { last, baseRef, headSha }) {
    const basehead = `${baseRef}...${headSha}`;
    const { data } = await client.rest.repos.compareCommitsWithBasehead({ ...repository, basehead });
    const named = data.commits.flatMap(({ commit }) => {
        // A message can name too many, which only asks for more.
        const [, merged, squashed] = /^Merge pull request #([1-9]\d{0,9}) |\(#([1-9]\d{0,9})\)$/m.exec(commit.message) ?? [];
        const number = merged ?? squashed;
        return number === undefined ? [] : [Number(number)];
    });
    return [...new Set([last, ...named])];
}
async function look(desk, group) {
    const { client, repository, self } = desk;
    const told = [];
    let tree = null;
    for (const number of await pullsOf(desk, group)) {
        const pull = await (0,pull_request/* readPullRequest */.DQ)(client, repository, number);
        const stamp = { ...groupStamp(pull.headSha), state: 'queued' };
        const checks = await (0,own_checks/* ownChecks */.ws)(client, repository, { name: group.checkName, stamp, self });
        const [latest] = checks.sort(latestFirst);
        const passed = latest?.conclusion === 'success';
        if (passed && tree === null)
            tree = await readTree(desk, group.headSha);
        const { headSha } = group;
        const changed = passed ? await changedInGroup(desk, pull, { headSha, tree: tree ?? undefined }) : [];
        told.push({ number, known: latest !== undefined, passed, changed });
    }
    return told;
}
function describe({ number, passed, changed }) {
    if (!passed)
        return (0,markdown_escape.md) `#${number} has not passed`;
    if (changed.length === 0)
        return (0,markdown_escape.md) `#${number} has passed with what is merged here`;
    return (0,markdown_escape.md) `#${number} has passed, with something else for ${(0,markdown_escape/* join */.fj)(changed.map(markdown_escape/* code */.aY), (0,markdown_escape.md) `, `)}`;
}
async function merge_group_decide(desk, group) {
    const told = await look(desk, group);
    // No check at all: the repository has no configuration.
    if (!told.some(({ known }) => known))
        return;
    const passed = told.every((one) => one.passed);
    const adapters = [...new Set(told.flatMap(({ changed }) => changed))];
    const list = (0,markdown_escape/* join */.fj)(told.map(describe), (0,markdown_escape.md) `<br>`);
    if (passed && adapters.length > 0)
        return merge_group_open(desk, group, adapters, list);
    const output = {
        title: passed ? 'passed on the heads of the pull requests' : 'a pull request of the group has not passed',
        summary: list.source,
        conclusion: passed ? 'success' : 'failure',
        annotations: [],
    };
    await tellGroup(desk, group, output);
}
async function merge_group_open(desk, group, adapters, list) {
    const { client, repository, self } = desk;
    const { headSha, checkName: name, last, defaultBranch } = group;
    const stamp = { ...groupStamp(headSha), state: 'queued' };
    const { title, summary } = waitingOutput(adapters);
    const output = { title, summary: (0,markdown_escape/* join */.fj)([(0,markdown_escape.md) `${summary}`, list], markdown_escape/* paragraph */.FY).source };
    const request = { name, stamp, self };
    const opened = await (0,check_run/* openCheck */.Xq)(client, repository, { ...request, status: 'queued', output });
    if (opened.outcome !== 'created' || opened.id === undefined)
        return;
    const same = (await (0,own_checks/* ownChecks */.ws)(client, repository, request)).filter((one) => (0,run_stamp/* isSameRun */.Mf)(one.stamp, stamp));
    const [first] = same.sort(latestFirst);
    if (first && first.id < opened.id)
        return closeDuplicate(desk, opened.id, name);
    await dispatchRun(desk, defaultBranch, { pull: last, headSha, check: opened.id });
}
const runOf = async (desk, { defaultBranch }, check) => (await listOwnRuns(desk, defaultBranch, MOST_CALLS)).find((one) => one.check === check.id);
async function merge_group_follow(desk, group, check, errand) {
    const { client, repository, self, graceMilliseconds } = desk;
    const run = await runOf(desk, group, check);
    if (!run) {
        const age = desk.now() - Date.parse(check.startedAt ?? '');
        if (age < graceMilliseconds)
            return desk.enqueue(errand, graceMilliseconds);
        const { last, headSha, defaultBranch } = group;
        return dispatchRun(desk, defaultBranch, { pull: last, headSha, check: check.id });
    }
    if (run.status === 'done')
        return publishGroup(desk, group, check, run);
    if (run.status === 'waiting')
        return;
    await (0,check_run/* openCheck */.Xq)(client, repository, {
        ...{ name: group.checkName, self, detailsUrl: run.url, output: (0,check_output/* startedOutput */.Zl)(), status: 'in_progress' },
        stamp: { ...check.stamp, state: 'running' },
    });
}
async function checkOf({ client, repository, self }, { headSha, checkName: name }) {
    const stamp = { ...groupStamp(headSha), state: 'queued' };
    const checks = await (0,own_checks/* ownChecks */.ws)(client, repository, { name, stamp, self });
    return checks.filter(({ stamp: { headOrder } }) => headOrder === GROUP_ORDER).sort(latestFirst)[0];
}
async function leave(desk, group, check) {
    const run = await runOf(desk, group, check);
    await tellGroup(desk, group, (0,check_output/* cancelledOutput */.Vw)({ reason: 'the group left the merge queue' }), check);
    if (run && run.status !== 'done')
        await cancelRun(desk, run);
}
/** Takes the next step for a group's commit, from wherever it is. */
async function answerMergeGroup(desk, errand) {
    const group = await groupOf(desk, errand);
    if (!group)
        return;
    const check = await checkOf(desk, group);
    try {
        if (check?.completed)
            return;
        if (!errand.gone)
            return await (check ? merge_group_follow(desk, group, check, errand) : merge_group_decide(desk, group));
        if (check)
            await leave(desk, group, check);
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* UserError */.yo) || thrown.code.startsWith('github-'))
            throw thrown;
        await tellGroup(desk, group, (0,check_output/* crashedOutput */._I)(thrown, { changedFiles: new Set() }), check);
    }
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 2 modules
var schemas = __webpack_require__(88343);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/coerce.js
var coerce = __webpack_require__(49567);
;// CONCATENATED MODULE: ./build/bundle-sources/src/app/survey.js
/**
 * What the look for what was missed reads of a repository, many pull requests at a time, in GitHub's query language: their heads, the
 * App's checks on them, their last comments, and the branches of the merge queue. A page of PAGE pull requests is one call and costs
 * two points of a quota of its own (docs.github.com: "Rate limits and query limits for the GraphQL API"). Reads only, decides nothing.
 */





/** With comments of 60 KB each an answer stays below what GitHub computes in its ten seconds. */
const PAGE = 50;
const COMMENTS = 30;
/** Of a commit, of our App: one suite, and all checks in it. */
const CHECKS = `checkSuites(first: 1, filterBy: { appId: $app }) {
  nodes { checkRuns(first: 50, filterBy: { checkType: ALL }) { nodes { name externalId status conclusion title } } }
}`;
/** Public for the tests, which hold it against GitHub's own schema. */
const SURVEY_QUERY = `query LoraGateSurvey($owner: String!, $name: String!, $app: Int!, $after: String, $first: Boolean!) {
  rateLimit { limit remaining }
  repository(owner: $owner, name: $name) {
    defaultBranchRef { name }
    refs(refPrefix: "refs/heads/gh-readonly-queue/", first: 50) @include(if: $first) {
      nodes { name target { ... on Commit { oid ${CHECKS} } } }
    }
    pullRequests(states: OPEN, first: ${PAGE}, after: $after, orderBy: { field: UPDATED_AT, direction: DESC }) {
      pageInfo { hasNextPage endCursor }
      nodes {
        number updatedAt isDraft headRefOid baseRefName
        comments(last: ${COMMENTS}) {
          totalCount
          nodes { fullDatabaseId body author { __typename login } reactionGroups { content viewerHasReacted } }
        }
        commits(last: 1) { nodes { commit { oid ${CHECKS} } } }
      }
    }
  }
}`;
const list = (of) => schemas/* object */.Ikc({ nodes: schemas/* array */.YOg(of.nullable()).nullish() });
const commit = schemas/* object */.Ikc({
    oid: schemas/* string */.YjP(),
    checkSuites: list(schemas/* object */.Ikc({
        checkRuns: list(schemas/* object */.Ikc({
            ...{ name: schemas/* string */.YjP(), externalId: schemas/* string */.YjP().nullable(), title: schemas/* string */.YjP().nullable() },
            ...{ status: schemas/* string */.YjP(), conclusion: schemas/* string */.YjP().nullable() },
        })).nullable(),
    })).nullable(),
});
const comment = schemas/* object */.Ikc({
    fullDatabaseId: coerce/* number */.ai().int(),
    body: schemas/* string */.YjP(),
    author: schemas/* object */.Ikc({ __typename: schemas/* string */.YjP(), login: schemas/* string */.YjP() }).nullable(),
    reactionGroups: schemas/* array */.YOg(schemas/* object */.Ikc({ content: schemas/* string */.YjP(), viewerHasReacted: schemas/* boolean */.zMY() })).nullish(),
});
const pullRequest = schemas/* object */.Ikc({
    ...{ number: schemas/* int */.Whr(), updatedAt: schemas/* string */.YjP(), isDraft: schemas/* boolean */.zMY() },
    ...{ headRefOid: schemas/* string */.YjP(), baseRefName: schemas/* string */.YjP() },
    comments: list(comment).extend({ totalCount: schemas/* int */.Whr() }),
    commits: list(schemas/* object */.Ikc({ commit })),
});
const answer = schemas/* object */.Ikc({
    rateLimit: schemas/* object */.Ikc({ limit: schemas/* int */.Whr(), remaining: schemas/* int */.Whr() }).nullish(),
    repository: schemas/* object */.Ikc({
        defaultBranchRef: schemas/* object */.Ikc({ name: schemas/* string */.YjP() }).nullable(),
        refs: list(schemas/* object */.Ikc({ name: schemas/* string */.YjP(), target: commit.partial().nullable() })).nullish(),
        pullRequests: list(pullRequest).extend({
            pageInfo: schemas/* object */.Ikc({ hasNextPage: schemas/* boolean */.zMY(), endCursor: schemas/* string */.YjP().nullable() }),
        }),
    })
        .nullable(),
});
const of = (all) => (all?.nodes ?? []).filter((one) => one !== null);
function checksOf({ checkSuites }) {
    const runs = of(checkSuites).flatMap(({ checkRuns }) => of(checkRuns));
    return runs.flatMap(({ name, externalId, status, conclusion, title }) => {
        const stamp = (0,run_stamp/* decodeStamp */.eP)(externalId);
        if (!stamp || !(0,run_stamp/* isOfConfig */.gI)(stamp, CONFIG))
            return [];
        const completed = status === 'COMPLETED';
        return [{ name, stamp, completed, conclusion: conclusion?.toLowerCase() ?? null, title }];
    });
}
function written({ fullDatabaseId: id, body, author, reactionGroups }) {
    const bot = author?.__typename === 'Bot';
    // GitHub's query language leaves out what its other API puts behind the name.
    const login = author === null ? undefined : bot ? `${author.login}[bot]` : author.login;
    const ours = (reactionGroups ?? []).filter(({ viewerHasReacted }) => viewerHasReacted);
    const answered = ours.some(({ content }) => [ACKNOWLEDGED, REFUSED].some((kind) => content.toLowerCase() === kind));
    return { id, body, login, person: author?.__typename === 'User', answered };
}
function seen(pull, self) {
    const { number, updatedAt, isDraft: draft, headRefOid: headSha, baseRefName: baseRef, comments } = pull;
    const last = of(pull.commits).find(({ commit: { oid } }) => oid === headSha);
    const whole = comments.totalCount <= COMMENTS;
    return {
        ...{ number, headSha, baseRef, draft, state: `${headSha} ${updatedAt} ${draft}` },
        checks: last ? checksOf(last.commit) : [],
        comments: whole ? sumUp(of(comments).map(written), self) : undefined,
    };
}
/** Page by page, as long as it is asked for more. @throws UserError where GitHub refuses or cannot be reached */
async function* survey({ client, repository, self, appId }) {
    const { owner, repo: name } = repository;
    const what = `look through the pull requests of ${owner}/${name}`;
    for (let after = null, first = true;; first = false) {
        const variables = { owner, name, app: appId, after, first };
        const given = await (0,api_error/* explained */.to)({ what, permission: 'pull-requests: read' }, () => client.graphql(SURVEY_QUERY, variables));
        const { repository: found, rateLimit } = answer.parse(given);
        if (!found)
            return;
        yield {
            defaultBranch: found.defaultBranchRef?.name,
            pulls: of(found.pullRequests).map((pull) => seen(pull, self)),
            groups: of(found.refs).flatMap(({ name: ref, target }) => {
                const { oid, checkSuites = null } = target ?? {};
                const path = `refs/heads/gh-readonly-queue/${ref}`;
                return oid === undefined ? [] : [{ ref: path, headSha: oid, checks: checksOf({ checkSuites }) }];
            }),
            left: rateLimit ? rateLimit.remaining / Math.max(1, rateLimit.limit) : 1,
        };
        const { hasNextPage, endCursor } = found.pullRequests.pageInfo;
        if (!hasNextPage || endCursor === null)
            return;
        after = endCursor;
    }
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/app/reconcile.js
/**
 * Finds what was missed: deliveries that never came, and what a killed process has left half done. Looks only; what has to be done
 * is queued as if a delivery had asked for it.
 *
 * What it costs, for n open pull requests: n / 50 calls of the query API after a start, and afterwards the pages on which something has
 * changed and one more, since the latest changed come first; a call costs two points of that API's own hourly quota. Beside
 * them one call for the runs. What is queued takes at most CALLS of the other API's quota for each pull request; so many are queued that
 * a fifth of both quotas is left for deliveries, and the rest is remembered and queued by later looks, when GitHub has given new ones.
 */







/** Of each quota. */
const RESERVE = 0.2;
/** For a pull request that nothing was done for: about 15, with all that is written. */
const CALLS = 15;
/** In one look, where GitHub counts nothing. */
const MOST_QUEUED = 500;
/** Once all was seen: what moves comes first. */
const MOST_LATER_PAGES = 20;
/** A hundred runs each. */
const MOST_RUN_PAGES = 10;
const createMemory = () => ({
    ...{ seen: new Map(), open: new Map(), wanted: new Set(), whole: false },
});
function stateOf(pull, comments, defaultBranch) {
    const name = (0,check_name/* checkNameFor */.J1)(pull.baseRef, defaultBranch);
    const checks = pull.checks
        .filter((check) => check.name === name)
        .sort((a, b) => (0,run_stamp/* compareStamps */.ye)(b.stamp, a.stamp, undefined));
    const [latest] = checks;
    if (!latest)
        return 'missing';
    const openOnes = checks.filter(({ completed }) => !completed);
    // It was being told when somebody ended, or an older one was left.
    if (openOnes.some((check) => check !== latest || check.stamp.state === 'done'))
        return 'missing';
    if (!latest.completed)
        return latest.stamp.state === 'running' ? 'running' : 'waiting';
    const { stamp } = comments;
    const told = stamp?.headSha === pull.headSha && stamp.runId >= latest.stamp.runId && stamp.state === 'done';
    // It waits for a person, who makes it move; but a draft that is none any more was missed.
    if (latest.conclusion === 'action_required')
        return told && (pull.draft || !latest.title?.includes('draft')) ? 'settled' : 'missing';
    const quiet = !stamp && latest.conclusion === 'success' && latest.title?.startsWith('not affected');
    return told || quiet ? 'settled' : 'missing';
}
/** So many pull requests may be worked on without using up the hour. */
async function affordable({ client }) {
    try {
        // Not counted itself.
        const { core } = (await client.rest.rateLimit.get()).data.resources;
        const most = Math.floor((core.remaining - core.limit * RESERVE) / CALLS);
        return Math.max(0, Math.min(MOST_QUEUED, most));
    }
    catch (thrown) {
        // An Enterprise server that limits nobody.
        if ((0,api_error/* hasStatus */.Ro)(thrown, 404))
            return MOST_QUEUED;
        throw thrown;
    }
}
async function lookAt(desk, memory, pull, defaultBranch) {
    const { number, state } = pull;
    const comments = pull.comments ?? (await readComments(desk, number));
    for (const comment of comments.unanswered)
        desk.enqueue({ kind: 'comment', pull: number, comment });
    const found = stateOf(pull, comments, defaultBranch);
    memory.open.delete(number);
    if (found === 'missing')
        memory.wanted.add(number);
    else if (found !== 'settled')
        memory.open.set(number, found === 'running');
    // A missing one is queued once, and again when it changes: more cannot be done for it.
    memory.seen.set(number, state);
}
function queueGroups(desk, groups) {
    for (const { ref, headSha, checks } of groups) {
        const own = checks.filter(({ stamp }) => stamp.headOrder === GROUP_ORDER);
        if (!own.some(({ completed }) => completed))
            desk.enqueue({ kind: 'merge-group', headSha, headRef: ref });
    }
}
/** Of what is open: what its run does not explain. */
function wantedByRuns({ open, wanted }, runs) {
    const active = new Map();
    for (const run of runs) {
        if (run.status !== 'done')
            active.set(run.pull, [...(active.get(run.pull) ?? []), run]);
    }
    for (const [pull, all] of active)
        if (all.length > 1 || !open.has(pull))
            wanted.add(pull);
    for (const [pull, saysRunning] of open) {
        const [run] = active.get(pull) ?? [];
        if (!run || (run.status === 'running') !== saysRunning)
            wanted.add(pull);
    }
}
/** @returns how many pull requests were looked at, and how many wait for a better quota */
async function reconcileRepository(desk, memory) {
    let [read, pages, ended] = [0, 0, true];
    let branch;
    const before = new Set(memory.open.keys());
    for await (const { defaultBranch, pulls, groups, left } of survey(desk)) {
        if (defaultBranch === undefined)
            break;
        branch = defaultBranch;
        pages += 1;
        queueGroups(desk, groups);
        let changed = 0;
        for (const pull of pulls) {
            const same = memory.seen.get(pull.number) === pull.state;
            if (!same)
                changed += 1;
            if (same && !before.has(pull.number))
                continue;
            read += 1;
            before.delete(pull.number);
            await lookAt(desk, memory, pull, defaultBranch);
        }
        // Whoever comes after those has not changed either.
        if (memory.whole && changed === 0 && (before.size === 0 || pages >= MOST_LATER_PAGES))
            break;
        if (left >= RESERVE)
            continue;
        desk.logger.warn('most of the hour’s points of the query API are used: the next look goes on');
        ended = false;
        break;
    }
    memory.whole ||= ended;
    // Closed by now, or moved far behind: their pull request says.
    for (const pull of before) {
        memory.open.delete(pull);
        memory.wanted.add(pull);
    }
    if (branch !== undefined) {
        const most = Math.min(MOST_RUN_PAGES, 1 + Math.ceil(memory.open.size / 100));
        wantedByRuns(memory, await listOwnRuns(desk, branch, most));
    }
    if (memory.wanted.size > 0) {
        const queued = [...memory.wanted].slice(0, await affordable(desk));
        for (const pull of queued) {
            desk.enqueue({ kind: 'pull', pull });
            memory.wanted.delete(pull);
        }
    }
    return { read, wanted: memory.wanted.size };
}

// EXTERNAL MODULE: ./build/bundle-sources/src/commands/init/config-text.js
var config_text = __webpack_require__(16491);
// EXTERNAL MODULE: ./build/bundle-sources/src/commands/init/pinned-actions.js
var pinned_actions = __webpack_require__(50713);
// EXTERNAL MODULE: ./build/bundle-sources/src/commands/init/workflow.js
var workflow = __webpack_require__(66992);
// EXTERNAL MODULE: ./build/bundle-sources/src/commands/init/workflow-options.js
var workflow_options = __webpack_require__(82347);
;// CONCATENATED MODULE: ./build/bundle-sources/src/app/welcome-text.js
/** What a repository is told that the App was installed in, as an issue or a pull request. Pure; everything in it is ours. */




/** By this, and by who wrote it, a welcome is found again. */
const MARKER = '<!-- lora-gate:welcome -->';
const isWelcome = (body) => (body ?? '').includes(MARKER);
const WELCOME_TITLE = 'lora-gate is installed: what it needs to judge pull requests';
const RUNS_ON = ['self-hosted', 'gpu'];
const TIMEOUT_MINUTES = 60;
/** As `lora-gate init --app` writes it. @throws UserError where the branch cannot be named in a workflow */
function welcomeWorkflow(branch) {
    (0,workflow_options/* checkWorkflowOptions */.m)({ branch, action: pinned_actions/* DEFAULT_ACTION */.f });
    return (0,workflow/* workflowText */.L)({
        ...{ branch, runsOn: RUNS_ON, action: pinned_actions/* DEFAULT_ACTION */.f, timeoutMinutes: TIMEOUT_MINUTES },
        ...{ singleJob: false, app: true },
    });
}
const file = (name, text) => `<details><summary>${name}</summary>\n\n\`\`\`\`yaml\n${text.trimEnd()}\n\`\`\`\`\n\n</details>`;
const CONFIG_EXAMPLE = (0,config_text/* configText */.U)({ name: 'my-assistant', model: 'google/gemma-2b' });
const NEEDED = [
    '`lora-gate.yml`: the base model, the adapters with their training and test conversations, and what blocks a merge. Without it this repository is left alone.',
    `A runner with a GPU and the labels ${RUNS_ON.map((label) => `\`${label}\``).join(' and ')}.`,
    'The check "lora-gate", with the App as its source, among those that the rules of the branch require.',
];
const numbered = (items) => items.map((item, i) => `${i + 1}. ${item}`).join('\n');
function welcomeIssue(workflow, branch) {
    return [
        `lora-gate tells of a pull request that changes training data or a recipe whether the fine-tuned model gets better or worse. On \`${branch}\` it needs:`,
        numbered([
            `\`.github/workflows/${workflow}\`: trains where the App asks for it, and may write nothing.`,
            ...NEEDED,
        ]),
        'On your machine `lora-gate init --app` writes both files, with your data if you name it. Or copy them from here:',
        file(`.github/workflows/${workflow}`, welcomeWorkflow(branch)),
        file('lora-gate.yml', CONFIG_EXAMPLE),
        'Nothing happens before both are there. This is said once; close it whenever you like.',
        MARKER,
    ].join('\n\n');
}
function welcomePullRequest(workflow) {
    return [
        'lora-gate tells of a pull request that changes training data or a recipe whether the fine-tuned model gets better or worse. ' +
            `This adds \`.github/workflows/${workflow}\`, which trains where the App asks for it, and may write nothing. Add to it, before or after merging:`,
        numbered(NEEDED),
        file('lora-gate.yml', CONFIG_EXAMPLE),
        'This is said once: closed, it does not come again.',
        MARKER,
    ].join('\n\n');
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/app/welcome.js
/**
 * Greets a repository that the App was installed in, once, where whoever runs the app asks for it: an issue that says what is needed, or
 * a pull request with the workflow. What is there is looked for first, open or closed, so that a delivery that comes twice and a process
 * that dies between two calls write nothing a second time.
 */




const BRANCH = 'lora-gate/welcome';
/** Undefined where GitHub says that there is no such thing. */
async function orNone(work, ...statuses) {
    try {
        return await work();
    }
    catch (thrown) {
        if ((0,api_error/* hasStatus */.Ro)(thrown, ...statuses))
            return undefined;
        throw thrown;
    }
}
/** The text of the workflow at a branch; undefined where it has none. */
async function workflowAt({ client, repository, workflow }, ref) {
    return orNone(async () => {
        const path = `.github/workflows/${workflow}`;
        const { data } = await client.rest.repos.getContent({ ...repository, path, ref });
        return !Array.isArray(data) && data.type === 'file'
            ? Buffer.from(data.content, 'base64').toString('utf8')
            : '';
    }, 404);
}
const isOurs = ({ self }, { user, body }) => (0,own_login/* isLogin */.W5)(user?.login, self) && isWelcome(body);
async function writeIssue(desk, branch) {
    const { client, repository, self, workflow } = desk;
    await (0,api_error/* explained */.to)({ what: 'write the welcome', permission: 'issues: write' }, async () => {
        const pages = client.paginate.iterator(client.rest.issues.listForRepo, {
            ...{ ...repository, creator: self, state: 'all', per_page: 100 },
        });
        for await (const { data } of pages)
            if (data.some((one) => isOurs(desk, one)))
                return;
        const body = welcomeIssue(workflow, branch);
        await client.rest.issues.create({
            ...{ ...repository, title: WELCOME_TITLE, body, request: { retries: 0 } },
        });
        desk.logger.info('welcomed by an issue');
    });
}
async function writePullRequest(desk, branch) {
    const { client, repository, workflow, logger } = desk;
    const head = `${repository.owner}:${BRANCH}`;
    await (0,api_error/* explained */.to)({ what: 'write the welcome', permission: 'contents: write, workflows: write, pull-requests: write' }, async () => {
        const asked = { ...repository, head, state: 'all', per_page: 100 };
        const { data: pulls } = await client.rest.pulls.list(asked);
        if (pulls.some((one) => isOurs(desk, one)))
            return;
        const tip = await orNone(() => client.rest.git.getRef({ ...repository, ref: `heads/${branch}` }), 404, 409);
        if (!tip)
            return logger.info('no welcome: the repository is empty');
        const { sha } = tip.data.object;
        // There already: this was begun before.
        await orNone(() => client.rest.git.createRef({ ...repository, ref: `refs/heads/${BRANCH}`, sha }), 422);
        const text = welcomeWorkflow(branch);
        const there = await workflowAt(desk, BRANCH);
        if (there !== undefined && there !== text)
            return logger.warn(`no welcome: the branch ${BRANCH} has another workflow`);
        if (there === undefined) {
            await client.rest.repos.createOrUpdateFileContents({
                ...{ ...repository, branch: BRANCH, path: `.github/workflows/${workflow}` },
                ...{ message: 'Add the workflow of lora-gate', content: Buffer.from(text).toString('base64') },
                request: { retries: 0 },
            });
        }
        await client.rest.pulls.create({
            ...{ ...repository, head: BRANCH, base: branch, title: 'Judge changes of training data' },
            ...{ body: welcomePullRequest(workflow), request: { retries: 0 } },
        });
        logger.info('welcomed by a pull request');
    });
}
/** Nothing where the repository has the workflow already, or is archived. @throws UserError where the App may not write it */
async function welcome(desk) {
    const { client, repository, logger } = desk;
    if (desk.welcome === 'off')
        return;
    const { data } = await client.rest.repos.get({ ...repository });
    if (data.archived || (desk.welcome === 'issue' && !data.has_issues))
        return;
    const branch = data.default_branch;
    if ((await workflowAt(desk, branch)) !== undefined)
        return;
    try {
        await (desk.welcome === 'issue' ? writeIssue(desk, branch) : writePullRequest(desk, branch));
    }
    catch (thrown) {
        // A branch that no workflow can name: nobody waits for an answer.
        if (!(thrown instanceof errors/* UserError */.yo) || thrown.code !== 'init-option')
            throw thrown;
        logger.warn(`no welcome: ${(0,errors/* messageOf */.bD)(thrown)}`);
    }
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
        case 'job':
            return answerJob(desk, errand.run);
        case 'look':
            return void (await reconcileRepository(desk, createMemory()));
        case 'welcome':
            return welcome(desk);
    }
}
/** A runner has taken a job: if it is of a run of ours, its check can say which. */
async function answerJob(desk, id) {
    const run = await readOwnRun(desk, await readDefaultBranch(desk), id);
    if (run)
        desk.enqueue({ kind: 'pull', pull: run.pull });
}
/** Errands of one lane are done one after the other. */
function laneOf({ owner, repo }, errand) {
    const place = `${owner}/${repo}`.toLowerCase();
    return 'pull' in errand ? `${place}#${errand.pull}` : `${place} ${errand.kind}`;
}

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
    // A push has none.
    action: schemas/* string */.YjP().default(''),
    installation: schemas/* object */.Ikc({ id }),
    repository: schemas/* object */.Ikc({
        name: schemas/* string */.YjP(),
        owner: schemas/* object */.Ikc({ login: schemas/* string */.YjP() }),
        default_branch: schemas/* string */.YjP().optional(),
    }),
});
const paths = schemas/* array */.YOg(schemas/* string */.YjP()).default([]);
const changed = { added: paths, modified: paths, removed: paths };
/** GitHub lists no more of a push. */
const MOST_COMMITS = 2048;
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
    pull_request(payload, { action }) {
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
        return title && { kind: 'pull', ...title };
    },
    // Every job of every workflow is told of; ours run on the default branch.
    workflow_job(payload, { action, defaultBranch }) {
        if (action !== 'in_progress')
            return undefined;
        const { workflow_job: job } = schemas/* object */.Ikc({ workflow_job: schemas/* object */.Ikc({ run_id: id, head_branch: schemas/* string */.YjP().nullish() }) })
            .parse(payload);
        return job.head_branch === defaultBranch ? { kind: 'job', run: job.run_id } : undefined;
    },
    // The next baseline is trained by the workflow, which has a trigger of its own for pushes.
    push(payload, { defaultBranch }) {
        const { ref, commits } = schemas/* object */.Ikc({ ref: schemas/* string */.YjP(), commits: schemas/* array */.YOg(schemas/* object */.Ikc({ ...changed })).default([]) })
            .parse(payload);
        if (defaultBranch === undefined || ref !== `refs/heads/${defaultBranch}`)
            return undefined;
        const touched = commits.flatMap(({ added, modified, removed }) => [...added, ...modified, ...removed]);
        // Moved to another commit that was there already: what that changes is not told.
        const unknown = commits.length === 0 || commits.length >= MOST_COMMITS;
        return unknown || touched.some((path) => path === CONFIG) ? { kind: 'look' } : undefined;
    },
    issue_comment(payload, { action }) {
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
    check_run(payload, { action, appId }) {
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
    check_suite(payload, { action, appId }) {
        if (action !== 'rerequested')
            return undefined;
        const { check_suite: suite } = schemas/* object */.Ikc({ check_suite: schemas/* object */.Ikc({ head_sha: sha, app: schemas/* object */.Ikc({ id }).nullable() }) })
            .parse(payload);
        return suite.app?.id === appId ? { kind: 'suite', headSha: suite.head_sha } : undefined;
    },
    merge_group(payload, { action }) {
        if (action !== 'checks_requested' && action !== 'destroyed')
            return undefined;
        const { merge_group: group } = schemas/* object */.Ikc({ merge_group: schemas/* object */.Ikc({ head_sha: sha, head_ref: schemas/* string */.YjP() }) })
            .parse(payload);
        const named = { kind: 'merge-group', headSha: group.head_sha, headRef: group.head_ref };
        return action === 'destroyed' ? { ...named, gone: true } : named;
    },
};
/** What the App subscribes to; all others ask for nothing. */
const ANSWERED_EVENTS = Object.keys(READERS);
const repositories = schemas/* array */.YOg(schemas/* object */.Ikc({ full_name: schemas/* string */.YjP() })).default([]);
/** GitHub sends these to every App; which repositories came in. */
const ARRIVALS = {
    installation(payload) {
        const told = schemas/* object */.Ikc({ action: schemas/* string */.YjP(), repositories }).parse(payload);
        return told.action === 'created' ? told.repositories : [];
    },
    installation_repositories: (payload) => schemas/* object */.Ikc({ repositories_added: repositories }).parse(payload).repositories_added,
};
function arrivals(event, payload) {
    const read = Object.hasOwn(ARRIVALS, event) ? ARRIVALS[event] : undefined;
    const installation = schemas/* object */.Ikc({ installation: schemas/* object */.Ikc({ id }) }).safeParse(payload).data?.installation;
    if (!read || !installation)
        return [];
    return read(payload).flatMap(({ full_name: name }) => {
        const [owner, repo, more] = name.split('/');
        if (!owner || !repo || more !== undefined)
            return [];
        return [{ installation: installation.id, owner, repo, errand: { kind: 'welcome' } }];
    });
}
function taskOf(event, payload, appId) {
    const read = Object.hasOwn(READERS, event) ? READERS[event] : undefined;
    const whole = common.safeParse(payload);
    if (!read || !whole.success)
        return undefined;
    const { action, installation, repository } = whole.data;
    const { name: repo, owner, default_branch: defaultBranch } = repository;
    const errand = read(payload, { action, appId, defaultBranch });
    return errand && { installation: installation.id, owner: owner.login, repo, errand };
}
/** None for what asks for nothing, or is not as GitHub sends it. */
function readTasks({ event, payload }, appId) {
    try {
        const task = taskOf(event, payload, appId);
        return task ? [task] : arrivals(event, payload);
    }
    catch (thrown) {
        if (thrown instanceof classic_errors/* ZodError */.G)
            return [];
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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./node_modules/bottleneck/lib/index.js
var bottleneck_lib = __webpack_require__(62203);
// EXTERNAL MODULE: ./node_modules/ioredis/built/index.js
var built = __webpack_require__(67796);
;// CONCATENATED MODULE: ./build/bundle-sources/src/app/replicas.js
/**
 * What several replicas of the app share through Redis: GitHub's rate limits, in Octokit's own queues as Probot would connect them, and
 * whose turn it is at a pull request. Nothing here is state: with Redis lost, what there is to do is still found on GitHub. Probot's
 * own connection loads its driver by name, which no bundle has, and is never closed. Knows nothing of what the work is.
 */





/** A replica that dies holds its turns for so long. */
const LEASE_MILLISECONDS = 15_000;
const ASK_AGAIN_MILLISECONDS = 200;
const MOST_START_MILLISECONDS = 5000;
const RENEW = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('pexpire', KEYS[1], ARGV[2]) end return 0`;
const RELEASE = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0`;
const QUEUES = {
    global: { maxConcurrent: 10 },
    auth: { maxConcurrent: 1 },
    search: { maxConcurrent: 1, minTime: 2000 },
    write: { maxConcurrent: 1, minTime: 1000 },
    notifications: { maxConcurrent: 1, minTime: 3000 },
};
/** What lies in Redis of an installation that nothing is asked for. */
const QUEUE_MILLISECONDS = 120_000;
/** Without user and password. */
const placeOf = (url) => (URL.canParse(url) ? new URL(url).host : 'the address');
/** @throws UserError `app-redis` where it does not answer */
async function joinReplicas(url, { onError }) {
    const client = new built.Redis(url);
    let problem;
    const remember = (thrown) => {
        problem = thrown;
    };
    client.on('error', remember);
    try {
        await new Promise((ready, failed) => {
            const timer = setTimeout(failed, MOST_START_MILLISECONDS);
            client.once('ready', () => {
                clearTimeout(timer);
                ready();
            });
        });
    }
    catch {
        client.disconnect();
        throw new errors/* UserError */.yo('app-redis', `Redis at ${placeOf(url)} does not answer`, {
            problems: [(0,errors/* messageOf */.bD)(problem ?? 'it never got ready')],
            hint: 'Start it, or correct REDIS_URL; one replica alone needs no Redis: leave REDIS_URL out.',
        });
    }
    client.off('error', remember).on('error', onError);
    // Without `Redis` it would load the driver by name.
    const connection = new bottleneck_lib.IORedisConnection({ client, Redis: built.Redis });
    connection.on('error', onError);
    const queue = (name) => new bottleneck_lib.Group({
        ...{ id: `lora-gate-${name}`, timeout: QUEUE_MILLISECONDS, connection },
        ...QUEUES[name],
    });
    // Given, because the plugin's own are made once in a process, by whichever client asks first.
    const queues = {
        ...{ global: queue('global'), auth: queue('auth'), search: queue('search') },
        ...{ write: queue('write'), notifications: queue('notifications') },
    };
    let stopped = false;
    async function taken(key, owner) {
        while (!stopped) {
            if ((await client.set(key, owner, 'PX', LEASE_MILLISECONDS, 'NX')) === 'OK')
                return true;
            await (0,promises_.setTimeout)(ASK_AGAIN_MILLISECONDS);
        }
        return false;
    }
    return {
        throttle: { ...queues, Bottleneck: bottleneck_lib, connection },
        async inTurn(name, work) {
            const [key, owner] = [`lora-gate:turn:${name}`, (0,external_node_crypto_.randomUUID)()];
            if (!(await taken(key, owner)))
                return;
            const renew = () => void client.eval(RENEW, 1, key, owner, LEASE_MILLISECONDS).catch(onError);
            const timer = setInterval(renew, LEASE_MILLISECONDS / 3);
            try {
                await work();
            }
            finally {
                clearInterval(timer);
                await client.eval(RELEASE, 1, key, owner).catch(onError);
            }
        },
        stop() {
            stopped = true;
        },
        close() {
            void connection.disconnect(false);
            client.disconnect();
        },
    };
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
/** So long after it was made an installation is greeted by a look, too. */
const NEW_MILLISECONDS = 3_600_000;
/** The same client in queues that all replicas share. */
function throttledBy(Octokit, { throttle }) {
    return Octokit.defaults((options) => ({
        ...options,
        // Probot puts its own in, so that a plain object of defaults would not last.
        throttle: { ...options.throttle, ...throttle },
    }));
}
async function createApp(settings, options = {}) {
    const { appId, privateKey, webhookSecret, logLevel, redisUrl, apiUrl, workflow } = settings;
    let redisProblem = () => { };
    const replicas = redisUrl === undefined
        ? undefined
        : await joinReplicas(redisUrl, { onError: (thrown) => redisProblem(thrown) });
    const { Octokit = lib/* ProbotOctokit */.Cj } = options;
    const probot = await new lib/* Probot */.Jc({
        ...{ appId, privateKey, secret: webhookSecret, logLevel, logFormat: 'json', logLevelInString: true },
        ...(apiUrl !== undefined && { baseUrl: apiUrl }),
        Octokit: replicas ? throttledBy(Octokit, replicas) : Octokit,
        ...(options.fetch && { request: { fetch: options.fetch } }),
    }).ready();
    const logger = pinoLogger(probot.log, { name: 'lora-gate' });
    redisProblem = (thrown) => logger.error(`Redis: ${(0,errors/* messageOf */.bD)(thrown).slice(0, 500)}`);
    const timers = new Set();
    const { onError = () => { }, now = Date.now } = options;
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
            appId,
            self: await ownLogin(),
            workflow,
            logger: pinoLogger(probot.log, { installation, repository: `${owner}/${repo}` }),
            graceMilliseconds: options.graceMilliseconds ?? GRACE_MILLISECONDS,
            welcome: settings.welcome,
            now,
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
    /** By repository. */
    const memories = new Map();
    function enqueue(task) {
        const { installation, errand } = task;
        const lane = laneOf(task, errand);
        const work = async () => {
            try {
                await runErrand(await deskOf(task), errand);
            }
            catch (thrown) {
                // The next look has to find it again.
                if ('pull' in errand)
                    memories.get(`${task.owner}/${task.repo}`)?.seen.delete(errand.pull);
                throw thrown;
            }
        };
        return queue.add({
            owner: String(installation),
            lane,
            key: JSON.stringify(errand),
            work: replicas ? () => replicas.inTurn(`${appId} ${installation} ${lane}`, work) : work,
        });
    }
    /** Nobody is greeted unasked. */
    const isWanted = ({ errand }) => errand.kind !== 'welcome' || settings.welcome !== 'off';
    const accept = (delivery) => readTasks(delivery, appId).filter(isWanted).map(enqueue).every(Boolean);
    async function reconcileInstallation(installation, isNew) {
        const client = await probot.auth(installation);
        const repositories = await client.paginate(client.rest.apps.listReposAccessibleToInstallation, {
            per_page: 100,
        });
        for (const { owner, name, archived } of repositories) {
            if (archived)
                continue;
            const place = { installation, owner: owner.login, repo: name };
            // The delivery that told of it may have been lost with the process.
            if (isNew)
                enqueue({ ...place, errand: { kind: 'welcome' } });
            const key = `${owner.login}/${name}`;
            const memory = memories.get(key) ?? createMemory();
            memories.set(key, memory);
            try {
                await reconcileRepository(await deskOf(place), memory);
            }
            catch (thrown) {
                // The hour's requests are used up for all of them; anything else is this one's own, and the next are looked at.
                if (thrown instanceof errors/* UserError */.yo && thrown.code === 'github-rate-limit')
                    throw thrown;
                logger.error(`reconcile ${key}: ${(0,errors/* messageOf */.bD)(thrown).split('\n')[0]?.slice(0, 500)}`);
                onError(thrown);
            }
        }
    }
    async function reconcile() {
        const client = await probot.auth();
        const installations = await client.paginate(client.rest.apps.listInstallations, { per_page: 100 });
        for (const { id, suspended_at, created_at } of installations) {
            if (suspended_at)
                continue;
            const isNew = settings.welcome !== 'off' && now() - Date.parse(created_at) < NEW_MILLISECONDS;
            queue.add({
                ...{ owner: String(id), lane: 'reconcile', key: 'reconcile' },
                work: () => reconcileInstallation(id, isNew),
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
        async close() {
            for (const timer of timers)
                clearTimeout(timer);
            timers.clear();
            replicas?.stop();
            await queue.close();
            replicas?.close();
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


/***/ }),

/***/ 16491:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ configText)
/* harmony export */ });
/** The text of a first `lora-gate.yml`, with a comment on every choice that people change. Pure. */
/** A configuration that is valid as it stands; what is commented out is an example of a section to add. */
function configText({ name, model }) {
    return `# What lora-gate trains, how it judges the result, and what blocks a merge. Everything that decides (gate, checks, judge,
# assertions, the test set) is read from the base commit: a pull request cannot change what it is held to.
version: 1

# The base model: a hub id (google/gemma-2b, better google/gemma-2b@<commit>), a ./folder, a file.gguf, or a GGUF file in a
# Python package. A gated model needs HF_TOKEN. A pull request may name this model and no other; see allowed_models.
model: ${JSON.stringify(model)}

adapters:
  ${name}:
    train: datasets/${name}/train.jsonl
    # Never trained on. Some 30 independent conversations show a large difference, some 100 a small one.
    test: datasets/${name}/test.jsonl
    lora:
      r: 16 # 8 to 64 is usual
      lora_alpha: 32
      lora_dropout: 0.05
      target_modules: all-linear
    training:
      num_train_epochs: 3 # 2 to 5 is usual
      learning_rate: 2.0e-4 # 1e-4 to 5e-4 is usual
      per_device_train_batch_size: 4
      gradient_accumulation_steps: 4
      lr_scheduler_type: cosine
      warmup_ratio: 0.03
      max_length: 1024 # a longer conversation is an error, never cut
      seed: 42
    # Checks of the generated answers:
    # assertions:
    #   - { name: signs-off, type: regex, pattern: "— Example Desk$", min_pass_rate: 0.9 }

gate:
  # How sure a statement has to be.
  confidence: 0.95
  perplexity:
    # The relative increase on the test set that does not matter. \`lora-gate noise\` measures how much the seed alone makes.
    max_increase: 1%
  # Too few conversations to tell: warn, or block.
  on_inconclusive: warn
  # "warn" reports and blocks nothing: good for the first weeks.
  mode: enforce

# Rows that give the test set away, secrets and the like. \`lora-gate lint\` lists the checks and their severities.
# checks:
#   near_duplicates: error

# A judge that compares answers, behind any OpenAI-compatible endpoint. Its key comes from the variable, never from here.
# judge:
#   provider: openai-compatible
#   base_url: https://judge.example/v1
#   model: name-of-the-judge
#   api_key_env: JUDGE_API_KEY
#   dimensions: [relevance, coherence, style]

# tracking: { opik: { project: ${name} } }
`;
}


/***/ }),

/***/ 50713:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ CHECKOUT),
/* harmony export */   f: () => (/* binding */ DEFAULT_ACTION)
/* harmony export */ });
/**
 * The actions that a generated workflow uses. Those of others are pinned by commit, because a tag can be moved to other code
 * by whoever gets into that repository; the version stands beside it for people and for the bots that raise it.
 */
const CHECKOUT = 'actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2';
/** This project's own action; `--action owner/repository@commit` names a fork or pins a commit. */
const DEFAULT_ACTION = 'lora-gate/lora-gate@v0';


/***/ }),

/***/ 82347:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ parseLabels),
/* harmony export */   m: () => (/* binding */ checkWorkflowOptions)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97752);
/**
 * What a generated workflow is told, checked before it stands in a file that GitHub runs: labels, branch and action come from
 * the command line or from git, and none may end its line or be read as a pattern.
 */

const LABEL = /^[A-Za-z0-9][\w. -]{0,127}$/;
// Of the characters that git allows, those that GitHub does not read as a pattern.
const BRANCH = /^[A-Za-z0-9_](?:[\w./-]{0,253}\w)?$/;
const ACTION = /^(?:[A-Za-z0-9][\w.-]*\/[A-Za-z0-9][\w./-]*@[\w./-]+|\.\/[\w./-]*)$/;
/** Labels from `self-hosted,gpu`. @throws UserError `init-option` */
function parseLabels(text) {
    const labels = text.split(',').map((label) => label.trim());
    const wrong = labels.find((label) => !LABEL.test(label));
    if (wrong === undefined)
        return labels;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('init-option', `--runs-on has the label ${JSON.stringify(wrong)}`, {
        hint: 'Give labels of letters, digits, ".", "_", "-" and spaces, with commas between: --runs-on self-hosted,gpu.',
    });
}
/** @throws UserError `init-option` for a branch or an action that cannot stand in a workflow. */
function checkWorkflowOptions({ branch, action }) {
    if (!BRANCH.test(branch)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('init-option', `the branch ${JSON.stringify(branch)} cannot be named in a workflow`, {
            hint: 'Name the default branch with --branch; letters, digits, ".", "_", "-" and "/" are possible.',
        });
    }
    if (!ACTION.test(action)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('init-option', `the action ${JSON.stringify(action)} is none that a workflow can use`, {
            hint: 'Write --action owner/repository@commit, or ./ for an action in the same repository.',
        });
    }
}


/***/ }),

/***/ 66992:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ workflowText)
/* harmony export */ });
/* harmony import */ var _pinned_actions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50713);
/**
 * The text of `.github/workflows/lora-gate.yml`: a hosted job that says at once what a change is for, jobs with a GPU and without
 * rights, and a hosted job that says how it ended; or one job for all; or, where the app does the rest, one job with the GPU alone.
 * Pure; what is put into the text has been checked by `workflow-options.ts`.
 */

/** Of the job that evaluates: what asks for it is the plan, a push, or the app, which has planned already. */
const WANTED = `    if: >-
      !cancelled() && needs.train.result != 'failure' && (github.event_name == 'push' || inputs.check_run_id ||
      needs.plan.result == 'success' && needs.plan.outputs.verdict == '')
`;
/** Of the job before it: several jobs need the same adapter. */
const DIVIDED = `    if: needs.plan.outputs.verdict == '' && contains(needs.plan.outputs.train-matrix, '"part"')
`;
/** In one job nothing has asked about a fork before the machine is taken. */
const ALLOWED = `    # Never a fork: a maintainer who has read a fork's commit starts a run for exactly that commit under Actions >
    # lora-gate > Run workflow (which takes write permission).
    if: >-
      github.event_name != 'pull_request' ||
      github.event.pull_request.head.repo.full_name == github.repository
`;
/** What asks for the workflow itself; the app is told by GitHub, and asks with a dispatch. */
const PULL_REQUEST = `  # Without a filter on paths, so that the check can be a required one: where nothing relevant changed it says so in seconds.
  pull_request:
    types: [opened, synchronize, reopened, ready_for_review]
`;
const BY_THE_WORKFLOW = `# Trains what a pull request would make of the adapters in lora-gate.yml, compares it with what the default branch has, and
# reports in a comment and in the check "lora-gate". Written by \`lora-gate init\`; yours to change.
`;
const BY_THE_APP = `# Trains what a pull request would make of the adapters in lora-gate.yml, and compares it with what the default branch has. The
# app starts it for a pull request and reports; nothing here may write. Written by \`lora-gate init --app\`; yours to change.
`;
const BASE = `\${{ github.event.pull_request.base.sha || github.event.merge_group.base_sha || github.sha }}`;
const HEAD = `\${{ github.event.pull_request.head.sha || inputs.head_sha || github.sha }}`;
function checkoutHead() {
    return `      - uses: ${_pinned_actions_js__WEBPACK_IMPORTED_MODULE_0__/* .CHECKOUT */ .$}
        with:
          # The pull request's own commit, not GitHub's merge of it, with the history that leads to the base.
          ref: ${HEAD}
          fetch-depth: 0
          # No token stays on the disk of the machine.
          persist-credentials: false
`;
}
function header({ branch, app }) {
    return `${app ? BY_THE_APP : BY_THE_WORKFLOW}name: lora-gate
# The app finds the run that it has started by this name; every other run has the name that GitHub gives it.
run-name: "\${{ inputs.check_run_id && format('lora-gate #{0} {1}', inputs.pr, inputs.check_run_id) || '' }}"

on:
${app ? '' : PULL_REQUEST}  # Trains and keeps the next baseline; mostly it is there already.
  push:
    branches: [${yamlText(branch)}]
${app ? '' : '  merge_group:\n'}  workflow_dispatch:
    inputs:
      pr:
        description: Number of the pull request
        required: true
        type: string
      head_sha:
        description: Its head commit, 40 hex digits; the run ends when the pull request has another by now
        required: true
        type: string
      check_run_id:
        description: ${app ? 'The check that the app has opened; it reports there' : 'Left empty by people; the app names the check that it has opened, and reports itself'}
        required: ${app}
        type: string

# Nothing unless a job asks for it.
permissions: {}

# A newer push makes the older run pointless. Runs for the default branch are let finish.
concurrency:
  group: lora-gate-\${{ github.event.pull_request.number || inputs.pr || github.ref }}
  cancel-in-progress: \${{ github.event_name != 'push' }}
`;
}
const SECRETS = `        # Where lora-gate.yml names a gated model, a judge or Opik; secrets belong to this step alone, never to the whole job.
        # env:
        #   HF_TOKEN: \${{ secrets.HF_TOKEN }}
        #   JUDGE_API_KEY: \${{ secrets.JUDGE_API_KEY }}
        #   OPIK_API_KEY: \${{ secrets.OPIK_API_KEY }}
`;
const GATED = `        # Where lora-gate.yml names a gated model.
        # env:
        #   HF_TOKEN: \${{ secrets.HF_TOKEN }}
`;
function planJob(action) {
    return `  # Seconds, and no machine of yours: opens the check, and closes it at once where nothing has to be trained.
  plan:
    if: github.event_name != 'push' && !inputs.check_run_id
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions:
      checks: write # the check "lora-gate"
      pull-requests: write # the comment
      contents: read # both commits
    outputs:
      # Empty while there is something to train; else all has been said.
      verdict: \${{ steps.plan.outputs.verdict }}
      # The parts of the run: one for each adapter, more only where one would take long.
      train-matrix: \${{ steps.plan.outputs.train-matrix }}
      matrix: \${{ steps.plan.outputs.matrix }}
    steps:
      - uses: ${_pinned_actions_js__WEBPACK_IMPORTED_MODULE_0__/* .CHECKOUT */ .$}
        with:
          # What the pull request wrote is fetched to be read, and never lies in the folder of a job that may write.
          ref: ${BASE}
          persist-credentials: false
      - uses: ${action}
        id: plan
        with:
          mode: plan
`;
}
function runnerJob({ runsOn, action, timeoutMinutes }, matrix) {
    return `    strategy:
      # What the other parts have found is kept: only the one that failed is to be run again.
      fail-fast: false
      matrix: ${matrix}
    runs-on: [${runsOn.map(yamlText).join(', ')}]
    timeout-minutes: ${timeoutMinutes + 10}
    permissions:
      contents: read # the two commits to compare
      pull-requests: read # whether a commit is still the head, and a fork's approved
    steps:
${checkoutHead()}      - uses: ${action}
        with:
          mode: run
          part: \${{ matrix.part }}
          timeout-minutes: ${timeoutMinutes}
`;
}
function trainJob(options) {
    return `  # Mostly skipped: trains the adapters that several parts below have in common. The store has to be one that all machines share.
  train:
    name: train \${{ matrix.part }}
    needs: plan
${DIVIDED}${runnerJob(options, `\${{ fromJSON(needs.plan.outputs.train-matrix || '{"include":[]}') }}`)}${GATED}`;
}
function evaluateJob(options) {
    return `  # Trains and compares, a part a job. It reads what the pull request wrote, so it may do nothing but read: no write token is here to
  # be taken.
  evaluate:
    name: evaluate \${{ matrix.part }}
    needs: [plan, train]
    # For a fork only after somebody with write access has said \`/lora-gate run <sha>\`: before that the plan ends with a verdict.
${WANTED}${runnerJob(options, `\${{ fromJSON(needs.plan.outputs.matrix || '{"include":[{"part":""}]}') }}`)}${SECRETS}`;
}
function reportJob(action) {
    return `  # Has the rights, and runs nothing of the pull request: it reads the artifacts of the jobs above as hostile input, joins the parts and
  # reaches the verdict by the policy and the test set of the base commit.
  report:
    needs: [plan, train, evaluate]
    # Also when a job above failed, was cancelled or could not start: a check that stays open blocks for ever.
    if: always() && needs.plan.result != 'skipped' && needs.plan.outputs.verdict == ''
    runs-on: ubuntu-latest
    timeout-minutes: 30
    permissions:
      checks: write # the check "lora-gate"
      pull-requests: write # the comment
      actions: read # the artifacts of the jobs above, and since when a commit is the head
      contents: read # both commits
    steps:
      - uses: ${_pinned_actions_js__WEBPACK_IMPORTED_MODULE_0__/* .CHECKOUT */ .$}
        with:
          # As above: what the pull request wrote is fetched to be read.
          ref: ${BASE}
          persist-credentials: false
      - uses: ${action}
        with:
          mode: report
        # The judge is asked here, where the answers of both sides are together.
        # env:
        #   JUDGE_API_KEY: \${{ secrets.JUDGE_API_KEY }}
        #   OPIK_API_KEY: \${{ secrets.OPIK_API_KEY }}
`;
}
function singleJob({ runsOn, action, timeoutMinutes }) {
    return `
jobs:
  # One job for everything. Its token can write while what the pull request wrote is read: for private repositories without
  # forks only; \`lora-gate init --force\` without --single-job writes several jobs.
  gate:
${ALLOWED}    runs-on: [${runsOn.map(yamlText).join(', ')}]
    timeout-minutes: ${timeoutMinutes + 10}
    permissions:
      checks: write # the check "lora-gate"
      pull-requests: write # the comment
      actions: read # since when a commit is the head, which waivers are bound to
      contents: read # the two commits to compare
    steps:
${checkoutHead()}      - uses: ${action}
        with:
          mode: all
          timeout-minutes: ${timeoutMinutes}
${SECRETS}`;
}
/** Where the app plans and reports: the whole run in one job that may do nothing but read. */
function trainingAlone({ runsOn, action, timeoutMinutes }) {
    return `
jobs:
  # Reads what the pull request wrote, so it may do nothing but read: no write token is here to be taken.
  train:
    runs-on: [${runsOn.map(yamlText).join(', ')}]
    timeout-minutes: ${timeoutMinutes + 10}
    permissions:
      contents: read # the two commits to compare
      pull-requests: read # whether a commit is still the head
    steps:
${checkoutHead()}      - uses: ${action}
        with:
          mode: run
          timeout-minutes: ${timeoutMinutes}
${SECRETS}`;
}
function severalJobs(options) {
    const { action } = options;
    const jobs = [planJob(action), trainJob(options), evaluateJob(options), reportJob(action)];
    return `\njobs:\n${jobs.join('\n')}`;
}
/** The whole workflow file. */
function workflowText(options) {
    if (options.app)
        return header(options) + trainingAlone(options);
    return header(options) + (options.singleJob ? singleJob(options) : severalJobs(options));
}
/** Plain where YAML reads it as the text that it is, else in double quotes. */
function yamlText(text) {
    const plain = /^[A-Za-z][\w./-]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text);
    return plain ? text : JSON.stringify(text);
}


/***/ })

};
