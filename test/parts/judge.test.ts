/** Who asks the judge of a run over several machines: the merge, which has the key; or the part, where the judge is a model of ours. */

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeChatModel } from '../e2e/chat-model.ts';
import { configText, runGate } from '../e2e/gate.ts';
import { garbledRows, houseRows, jsonLines } from '../e2e/harbour-rows.ts';
import { createRepository, type TestRepository } from '../e2e/repository.ts';
import { honest, startServer } from '../evaluate/judge/scripted-server.ts';
import { useTestRuntime } from '../helpers/runtime.ts';
import { type Change, doPart, merge } from './machines.ts';

const KEY = 'sk-of-the-harbour';
const keys = { JUDGE_API_KEY: KEY };

let workspace: string;
let model: string;
let repository: TestRepository;

beforeAll(async () => {
  await useTestRuntime();
  workspace = await mkdtemp(path.join(tmpdir(), 'lora-gate-parts-judge-'));
  model = await makeChatModel(path.join(workspace, 'model'));
  repository = await createRepository();
});

afterAll(async () => {
  for (const folder of [workspace, repository?.folder])
    if (folder) await rm(folder, { recursive: true, force: true });
});

/** A change that garbles the answers, judged as told. */
async function judgedChange(judge: string): Promise<Change> {
  const limits = '  judge: { correctness: { max_drop: 0.5 } }\n';
  const rest = `${limits}answers: { max_examples: 8, max_new_tokens: 16 }\njudge:\n${judge}`;
  const base = await repository.commit({
    'lora-gate.yml': configText({ model, rest }),
    'data/train.jsonl': jsonLines(houseRows(0, 24)),
    'data/test.jsonl': jsonLines(houseRows(200, 240)),
  });
  const head = await repository.commit({ 'data/train.jsonl': jsonLines(garbledRows(0, 24)) }, base);
  return { repo: repository.folder, base, head, cache: path.join(workspace, 'cache') };
}

const common = '  dimensions: [correctness]\n  max_examples: 8\n  canaries: { examples: 2 }\n  repeats: 1\n';

it('is asked by the merge alone, once, with its key: the verdict is that of one machine', async () => {
  await using server = await startServer(honest);
  const endpoint = `  provider: openai-compatible\n  base_url: ${server.url}\n  model: judge-1\n  retries: 0\n  api_key_env: JUDGE_API_KEY\n`;
  const change = await judgedChange(`${endpoint}${common}`);
  const folder = path.join(workspace, 'shares');
  for (const role of ['baseline', 'candidate'])
    await doPart({ ...change, keys }, `desk.${role}.train`, path.join(folder, `${role}.train`));
  for (const role of ['bare', 'baseline', 'candidate'])
    for (const share of ['1-of-2', '2-of-2'])
      await doPart({ ...change, keys }, `desk.${role}.${share}`, path.join(folder, `${role}.${share}`));
  expect(server.calls).toEqual([]);
  const { result, resultPath } = await merge({ ...change, keys }, [folder], path.join(workspace, 'merged'));
  expect(server.calls.length).toBe(result.adapters[0]!.judge!.cost.requests);
  expect(server.calls.every(({ headers }) => headers.authorization === `Bearer ${KEY}`)).toBe(true);
  expect(await readFile(resultPath, 'utf8')).not.toContain(KEY);

  const alone = await runGate({
    ...{ ...change, keys },
    cache: path.join(workspace, 'alone'),
    out: path.join(workspace, 'alone-out'),
  });
  const [one, many] = [alone.result, result].map(({ adapters }) => adapters[0]!);
  expect(many!.metrics).toEqual(one!.metrics);
  expect(many!.judge!.items).toEqual(one!.judge!.items);
  expect(many!.verdict).toMatchObject({ outcome: 'regression', exit_code: 1 });
});

it('without its key, in the merge, is not evaluated: nothing passes for it', async () => {
  await using server = await startServer(honest);
  const endpoint = `  provider: openai-compatible\n  base_url: ${server.url}\n  model: judge-1\n  retries: 0\n  api_key_env: JUDGE_API_KEY\n`;
  const change = await judgedChange(`${endpoint}${common}`);
  const folder = path.join(workspace, 'no-key');
  await doPart({ ...change, keys }, 'desk.all', folder);
  const { result } = await merge(change, [folder], path.join(workspace, 'no-key-merged'));
  const metric = result.adapters[0]!.metrics.find(({ name }) => name === 'judge/correctness');
  expect(metric).toMatchObject({ outcome: 'not_evaluated', blocking: true });
  expect(server.calls).toEqual([]);
});

it('as a model of ours sits beside the answers: the merge has neither its weights nor its tokenizer', async () => {
  const change = await judgedChange(`  provider: local\n  model: ${model}\n${common}  required: true\n`);
  const folder = path.join(workspace, 'local');
  const part = await doPart(change, 'desk.all', folder);
  expect(part.judged!.result).toMatchObject({ provider: 'local', prompts: 8 });
  const { result } = await merge(change, [folder], path.join(workspace, 'local-merged'));
  expect(result.adapters[0]!.judge!.items).toEqual(part.judged!.result!.items);
  expect(result.adapters[0]!.metrics.find(({ name }) => name === 'judge/correctness')).toMatchObject({
    outcome: 'not_evaluated',
  });
});
