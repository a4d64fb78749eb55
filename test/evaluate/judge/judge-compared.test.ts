/** What of the compared answers a judge gets to see, and what a result repeats of its words. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFolderStore } from '../../../src/adapter/store.ts';
import type { Conversation } from '../../../src/dataset/conversation.ts';
import type { ComparedAnswers } from '../../../src/evaluate/answers.ts';
import { choosePrompts } from '../../../src/evaluate/answers.ts';
import { judgeCompared, judgedMetrics } from '../../../src/evaluate/judge/judge-compared.ts';
import { type OpenedJudge, openJudge } from '../../../src/evaluate/judge/open-judge.ts';
import { silentLogger } from '../../../src/log.ts';
import type { ModelPool } from '../../../src/model/model-pool.ts';
import { judge as judgeSchema, withoutWords } from '../../../src/report/result-judge.ts';
import { endpointConfig, examples } from './examples.ts';
import { honest, type ScriptedServer, startServer } from './scripted-server.ts';

const SECRET = 'harbour-master-password';
let folder: string;
let server: ScriptedServer;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lora-gate-judge-compared-'));
  server = await startServer(honest);
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

const test: Conversation[] = examples(8).map(({ id, group, messages, reference }, i) => ({
  ...{ id, group, file: 'test.jsonl', line: i + 1, tags: [] },
  messages: [
    ...messages,
    { role: 'assistant' as const, content: i === 2 ? `${reference} ${SECRET}` : reference },
  ],
}));
const answer = (text: string) => ({ text, tokens: 5, truncated: false });
const compared: ComparedAnswers = {
  max_new_tokens: 9,
  items: choosePrompts(test, 8).map((prompt) => ({
    prompt,
    baseline: answer(prompt.reference),
    candidate: answer(prompt.reference.split(' ').slice(0, 6).join(' ')),
  })),
};

const noModels = {} as ModelPool;
const opened = async (more: object = {}, key?: string) =>
  (await openJudge(endpointConfig(server.url, { retries: 0, repeats: 0, timeout_seconds: 30, ...more }), {
    keyOf: () => key,
    models: noModels,
  })) as OpenedJudge;

const judged = async (judge: OpenedJudge, withheld: readonly string[] = []) =>
  judgeCompared(compared, judge, {
    test,
    withheld: new Set(withheld),
    confidence: 0.95,
    store: openFolderStore(folder, silentLogger),
    trust: { read: 'approved', write: 'approved' },
    label: 'desk',
    logger: silentLogger,
  });

const limits = { correctness: { max_drop: 0.2 }, win_rate: { min: 0.45 } } as never;

describe('the judge on compared answers', () => {
  it('never gets a row that is withheld over the network, not even as a canary, and the result says so', async () => {
    const { result, warnings } = await judged(await opened(), ['test.jsonl:3']);
    expect(result!.prompts).toBe(7);
    expect(result!.items.map(({ id }) => id)).not.toContain('row-2');
    expect(warnings).toEqual([
      'judge: 1 test prompts hold a secret or personal data and were not sent to it',
    ]);
    expect(server.calls.length).toBeGreaterThan(0);
    expect(JSON.stringify(server.calls.map(({ body }) => body))).not.toContain(SECRET);
  });

  it('sees max_examples prompts, those that would be chosen alone', async () => {
    const { result } = await judged(await opened({ max_examples: 3 }));
    const chosen = choosePrompts(test, 3).map(({ id }) => id);
    expect(result!.items.map(({ id }) => id)).toEqual(chosen);
  });

  it('is not asked without its key: every limit is not evaluated, for that reason', async () => {
    const asked = server.calls.length;
    const without = await judged(await opened({ api_key_env: 'JUDGE_API_KEY' }));
    expect(server.calls.length).toBe(asked);
    expect(without.result).toBeNull();
    const metrics = judgedMetrics(without, limits);
    expect(metrics.map(({ name, blocking, differences }) => [name, blocking, differences])).toEqual([
      [
        'judge/correctness',
        true,
        { unavailable: 'judge: the judge was not asked: JUDGE_API_KEY is not set' },
      ],
      ['judge/win_rate', true, { unavailable: 'judge: the judge was not asked: JUDGE_API_KEY is not set' }],
    ]);
    expect(judgedMetrics(null, limits).every(({ blocking }) => blocking)).toBe(true);
    expect(judgedMetrics(without, {})).toEqual([]);
  });

  it('keeps its scores and none of its words in a result about a withheld row', async () => {
    const { result } = await judged(await opened());
    const shown = withoutWords(result!, new Set(['row-2']));
    expect(judgeSchema.parse(shown)).toEqual(shown);
    const of = (one: typeof shown, id: string) => one.items.find((item) => item.id === id)!;
    expect(of(shown, 'row-1')).toEqual(of(result!, 'row-1'));
    const [before, after] = [of(result!, 'row-2'), of(shown, 'row-2')];
    expect(JSON.stringify(before)).toContain('by the words it shares');
    expect(JSON.stringify(after)).not.toMatch(/by the words|closer/);
    expect(after.pairwise.verdict).toBe(before.pairwise.verdict);
    expect(after.candidate).toMatchObject({ scores: (before.candidate as { scores: object }).scores });
  });
});
