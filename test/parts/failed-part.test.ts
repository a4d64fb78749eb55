/** Over several machines as on one: a part whose adapter fails does not keep the others from being judged, and never makes a pass. */

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeChatModel } from '../e2e/chat-model.ts';
import { houseRows, jsonLines } from '../e2e/harbour-rows.ts';
import { createRepository, type TestRepository } from '../e2e/repository.ts';
import { useTestRuntime } from '../helpers/runtime.ts';
import { type Change, doPart, merge } from './machines.ts';

const NAMES = ['desk', 'pier'];

let workspace: string;
let repository: TestRepository;
let change: Change;

const at = (name: string) => path.join(workspace, name);

beforeAll(async () => {
  await useTestRuntime();
  workspace = await mkdtemp(path.join(tmpdir(), 'lora-gate-failed-part-'));
  repository = await createRepository();
  const model = await makeChatModel(at('model'));
  const adapters = NAMES.map(
    (name) => `  ${name}:
    train: data/${name}.jsonl
    test: data/test.jsonl
    training: { max_steps: 2, per_device_train_batch_size: 4, gradient_accumulation_steps: 1, max_length: 256 }
`,
  );
  const base = await repository.commit({
    'lora-gate.yml': `version: 1\nmodel: ${model}\nadapters:\n${adapters.join('')}`,
    'data/test.jsonl': jsonLines(houseRows(200, 208)),
    ...Object.fromEntries(NAMES.map((name) => [`data/${name}.jsonl`, jsonLines(houseRows(0, 8))])),
  });
  const head = await repository.commit(
    {
      'data/desk.jsonl': jsonLines(houseRows(0, 12)),
      'data/pier.jsonl': `${jsonLines(houseRows(0, 8))}[1, 2]\n`,
    },
    base,
  );
  change = { repo: repository.folder, base, head, cache: at('cache') };
  for (const name of NAMES) await doPart(change, `${name}.all`, at(`parts/${name}`));
});

afterAll(async () => {
  for (const folder of [workspace, repository?.folder])
    if (folder) await rm(folder, { recursive: true, force: true });
});

describe('a part that failed', () => {
  it('says why, and has neither scores nor a plan', async () => {
    const part = JSON.parse(await readFile(at('parts/pier/part.json'), 'utf8')) as unknown;
    expect(part).toMatchObject({
      part: 'pier.all',
      failed: { code: 'dataset-rows', problems: [expect.stringMatching(/^data\/pier\.jsonl:9: /)] },
      ...{ shares: [], plan_hash: null, judged: null },
    });
  });

  it('becomes a section that blocks, beside that of the adapter that was judged', async () => {
    const { result, comment } = await merge(change, [at('parts')], at('merged'));
    const [desk, pier] = result.adapters;
    expect(desk).toMatchObject({ name: 'desk', failure: null, candidate: { origin: 'trained' } });
    expect(desk!.metrics[0]!.estimate).not.toBeNull();
    expect(pier).toMatchObject({
      name: 'pier',
      failure: { code: 'dataset-rows' },
      verdict: { outcome: 'not_evaluated', blocked: true, exit_code: 3 },
      metrics: [],
    });
    expect(result.verdict.blocked).toBe(true);
    expect(comment).toContain('**This adapter could not be judged:**');
  });

  it('is the error of the run where there is no other adapter', async () => {
    const rows = `${jsonLines(houseRows(0, 8))}[1, 2]\n`;
    const config = (await repository.git('show', `${change.base}:lora-gate.yml`)).split('  pier:')[0]!;
    const base = await repository.commit({ 'lora-gate.yml': config }, change.base);
    const head = await repository.commit({ 'data/desk.jsonl': rows }, base);
    const alone = { ...change, base, head };
    await doPart(alone, 'desk.all', at('alone/desk'));
    const merged = merge(alone, [at('alone')], at('merged-alone'));
    await expect(merged).rejects.toMatchObject({ name: 'UserError', code: 'dataset-rows' });
  });
});
