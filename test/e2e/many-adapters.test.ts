/**
 * Twenty adapters of one configuration in one run: the base model is loaded once, what fails of one adapter is that adapter's alone,
 * and everything is in one comment. And what a run may take: too much stops before it begins, or at the next adapter.
 */

import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { CHECK_TEXT_LIMIT, checkOutput } from '../../src/report/check-output.ts';
import { COMMENT_LIMIT } from '../../src/report/markdown.ts';
import { useTestRuntime } from '../helpers/runtime.ts';
import { makeChatModel } from './chat-model.ts';
import { type GateOptions, type GateRun, runGate } from './gate.ts';
import { houseRows, jsonLines } from './harbour-rows.ts';
import { createRepository, type TestRepository } from './repository.ts';

const NAMES = Array.from({ length: 20 }, (_, i) => `desk-${String(i + 1).padStart(2, '0')}`);
const BAD_ROWS = 'desk-04';
const TOO_LONG = 'desk-09';
const NO_ROOM = 'desk-15';
const FAILING = [BAD_ROWS, TOO_LONG, NO_ROOM];

let workspace: string;
let model: string;
let repository: TestRepository;
let base: string;
let head: string;
let cache: string;
let runs = 0;
let many: GateRun & { out: string };

function config(names: readonly string[], rest = ''): string {
  const adapters = names.map(
    (name) => `  ${name}:
    train: data/${name}.jsonl
    test: data/test.jsonl
    lora: { r: 8, lora_alpha: 16 }
    training: { max_steps: 2, learning_rate: 0.02, per_device_train_batch_size: 4, gradient_accumulation_steps: 1, max_length: 256, packing: false, seed: 7 }
`,
  );
  return `version: 1\nmodel: ${model}\nadapters:\n${adapters.join('')}gate: { perplexity: { max_increase: 90% } }\n${rest}`;
}

const trainFile = (name: string) => `data/${name}.jsonl`;

async function run(options: Partial<GateOptions> & { head: string }): Promise<GateRun & { out: string }> {
  runs += 1;
  const out = options.out ?? path.join(workspace, `out-${runs}`);
  return { ...(await runGate({ repo: repository.folder, base, cache, ...options, out })), out };
}

const section = ({ result }: Pick<GateRun, 'result'>, name: string) =>
  result.adapters.find((each) => each.name === name)!;

beforeAll(async () => {
  await useTestRuntime();
  workspace = await mkdtemp(path.join(tmpdir(), 'lora-gate-many-'));
  cache = path.join(workspace, 'cache');
  model = await makeChatModel(path.join(workspace, 'model'));
  repository = await createRepository();
  // All baselines are one: the same rows and recipe have the same name in the store.
  base = await repository.commit({
    'lora-gate.yml': config(NAMES),
    'data/test.jsonl': jsonLines(houseRows(200, 208)),
    ...Object.fromEntries(NAMES.map((name) => [trainFile(name), jsonLines(houseRows(0, 8))])),
  });
  const rows = (i: number) => jsonLines(houseRows(0, 9 + i));
  const [long] = houseRows(300, 301);
  long!.messages[1]!.content = 'Aye. '.repeat(300);
  head = await repository.commit(
    {
      ...Object.fromEntries(NAMES.map((name, i) => [trainFile(name), rows(i)])),
      [trainFile(BAD_ROWS)]: `${jsonLines(houseRows(0, 8))}{"messages": "</code> @everyone"}\n`,
      [trainFile(TOO_LONG)]: jsonLines([...houseRows(0, 8), long]),
    },
    base,
  );
  const out = path.join(workspace, 'out-many');
  // A file where the folder of one adapter has to go.
  await mkdir(path.join(out, 'adapters'), { recursive: true });
  await writeFile(path.join(out, 'adapters', NO_ROOM), '');
  many = await run({ head, out });
}, 600_000);

afterAll(async () => {
  for (const folder of [workspace, repository?.folder]) {
    if (folder) await rm(folder, { recursive: true, force: true });
  }
});

describe('twenty adapters', () => {
  it('are judged on one base model, which is loaded once, and on one baseline, which is trained once', () => {
    const { result, worked } = many;
    expect(result.adapters.map(({ name }) => name)).toEqual(NAMES);
    expect(worked.filter((label) => label === 'loading model')).toHaveLength(1);
    expect(worked.filter((label) => /^training .*\(baseline\)/.test(label))).toHaveLength(1);
    const judged = result.adapters.filter(({ failure }) => failure === null);
    expect(judged).toHaveLength(NAMES.length - FAILING.length);
    for (const each of judged) {
      expect(each.metrics[0]).toMatchObject({ name: 'perplexity', estimate: expect.any(Number) });
      expect(each.candidate.origin).toBe('trained');
    }
    expect(new Set(judged.map(({ candidate }) => candidate.hash)).size).toBe(judged.length);
  });

  it('do not hide behind one that fails: it is a section that says why, and the run blocks', async () => {
    const { result, out } = many;
    expect(result.verdict).toMatchObject({ outcome: 'not_evaluated', blocked: true, exit_code: 3 });
    const failures = result.adapters.filter(({ failure }) => failure !== null);
    expect(failures.map(({ name }) => name)).toEqual(FAILING);
    expect(section(many, BAD_ROWS).failure).toMatchObject({
      kind: 'user-error',
      code: 'dataset-rows',
      problems: [expect.stringMatching(/^data\/desk-04\.jsonl:9: /)],
    });
    expect(section(many, TOO_LONG).failure).toMatchObject({ code: 'dataset-length' });
    expect(section(many, NO_ROOM).failure).toMatchObject({ kind: 'bug' });
    for (const { verdict, metrics, reasons, candidate } of failures) {
      expect(verdict).toEqual({ outcome: 'not_evaluated', blocked: true, exit_code: 3 });
      expect(metrics).toEqual([]);
      expect(reasons[0]).toMatchObject({ passed: false, name: expect.stringMatching(/^run\//) });
      expect(candidate.origin).toBe('not_trained');
    }
    expect(JSON.parse(await readFile(path.join(out, 'result.json'), 'utf8'))).toEqual(
      JSON.parse(JSON.stringify(result)),
    );
  });

  it('have one comment with a section each, within what GitHub takes, and so have check and page', async () => {
    const { comment, result, reportPath } = many;
    expect(Buffer.byteLength(comment)).toBeLessThan(COMMENT_LIMIT);
    for (const name of NAMES) expect(comment).toMatch(new RegExp(`^#### .*<code>${name}</code> — `, 'm'));
    expect(comment.match(/\*\*This adapter could not be judged:\*\*/g)).toHaveLength(FAILING.length);
    expect(comment).not.toMatch(/<\/code> @everyone|@everyone/);
    // What failed comes before what was judged.
    const places = NAMES.map((name) => ({ name, at: comment.indexOf(`<code>${name}</code> — `) }));
    const first = places.sort((a, b) => a.at - b.at).slice(0, FAILING.length);
    expect(first.map(({ name }) => name).sort()).toEqual(FAILING);

    const check = checkOutput(result, { changedFiles: new Set([trainFile(BAD_ROWS)]) });
    expect(check.summary.length).toBeLessThanOrEqual(CHECK_TEXT_LIMIT);
    expect(check.conclusion).toBe('failure');
    expect(check.annotations).toMatchObject([{ path: trainFile(BAD_ROWS), start_line: 9 }]);

    const page = await readFile(reportPath, 'utf8');
    expect(page.match(/<h3>Could not be judged<\/h3>/g)).toHaveLength(FAILING.length);
    expect(page).toContain('data/desk-04.jsonl</code>: not read.');
  });

  it('each have what they took, and the run has it in one line', () => {
    const { result, comment } = many;
    const judged = section(many, 'desk-02').cost;
    expect(judged.seconds).toBeGreaterThan(0);
    expect(judged).toMatchObject({
      judge_tokens: 0,
      // Nothing was measured before the first run.
      estimated: { seconds: null, judge_tokens: 0 },
    });
    expect(result.budget).toEqual({ gpu_minutes: null, judge_tokens: null });
    expect(comment).toMatch(/^\*\*Cost:\*\* \d+(\.\d)? processor minutes\.$/m);
  });
});

describe('an error that concerns all adapters', () => {
  it('ends the run: no runtime, no base model, a cancellation', async () => {
    const broken = new UserError('runtime-broken', 'no library');
    const models: GateOptions['models'] = (own) => ({ ...own, runtime: () => Promise.reject(broken) });
    await expect(run({ head, models })).rejects.toBe(broken);

    const damaged = new UserError('weights-truncated', 'half a model');
    const elsewhere = path.join(workspace, 'cache-damaged');
    await expect(
      run({
        head,
        cache: elsewhere,
        models: (own) => ({
          ...own,
          open: async (...args) => ({ ...(await own.open(...args)), decoder: () => Promise.reject(damaged) }),
        }),
      }),
    ).rejects.toBe(damaged);

    const stop = new AbortController();
    const cancelled = new UserError('interrupted', 'interrupted');
    const stopping: GateOptions['models'] = (own) => ({
      ...own,
      open: async (...args) => {
        const lazy = await own.open(...args);
        const decoder = async () => {
          stop.abort(cancelled);
          return lazy.decoder();
        };
        return { ...lazy, decoder };
      },
    });
    const ended = run({ head, cache: elsewhere, signal: stop.signal, models: stopping });
    await expect(ended).rejects.toThrow(/interrupted/);
  });
});

describe('a budget', () => {
  const [one, other] = ['desk-01', 'desk-02'];
  const two = [one, other] as string[];
  const commitOf = async (budget: string, from?: string) =>
    repository.commit(
      {
        'lora-gate.yml': config(two, budget),
        'data/test.jsonl': jsonLines(houseRows(200, 208)),
        [trainFile(one!)]: jsonLines(houseRows(from ? 1 : 0, 8)),
        [trainFile(other!)]: jsonLines(houseRows(from ? 2 : 0, 8)),
      },
      from ?? base,
    );

  it('that the estimate is above stops before anything starts, and what the change itself allows counts for nothing', async () => {
    const before = await commitOf('budget: { gpu_minutes: 0.000001 }\n');
    const after = await commitOf('budget: { gpu_minutes: 1000 }\n', before);
    // The runs above have measured how fast these adapters are.
    const { result, worked, comment } = await run({ base: before, head: after });
    expect(worked.filter((label) => /^(training|scoring|loading)/.test(label))).toEqual([]);
    expect(result.verdict).toMatchObject({ outcome: 'not_evaluated', blocked: true, exit_code: 3 });
    expect(result.budget).toEqual({ gpu_minutes: 0.000001, judge_tokens: null });
    for (const { failure, cost } of result.adapters) {
      expect(failure).toMatchObject({
        code: 'budget-exceeded',
        problems: [expect.stringMatching(/minutes expected, budget\.gpu_minutes allows/)],
        hint: expect.stringContaining('raise `budget` on the base branch'),
      });
      expect(cost.estimated.seconds).toBeGreaterThan(0);
    }
    expect(comment.split('\n')[0]).toContain('not evaluated, blocks the merge');
  });

  it('stops at the next adapter where nothing could be estimated', async () => {
    const before = await commitOf('budget: { gpu_minutes: 0.000001 }\n');
    const after = await commitOf('budget: { gpu_minutes: 0.000001 }\n', before);
    const fresh = path.join(workspace, 'cache-fresh');
    const { result, worked } = await run({ base: before, head: after, cache: fresh });
    expect(worked.filter((label) => label.startsWith('training'))).toEqual([]);
    expect(result.adapters.map(({ failure }) => failure?.code)).toEqual(['budget-spent', 'budget-spent']);
    expect(result.adapters.map(({ cost }) => cost.estimated.seconds)).toEqual([null, null]);
  });
});
