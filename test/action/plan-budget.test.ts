/** What a plan says of the cost before a machine is taken: minutes where rates are known, and an end where they are too many. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkPlannedCost } from '../../src/action/plan-budget.ts';
import { compareCommits } from '../../src/plan/comparison.ts';
import { houseRows, jsonLines } from '../e2e/harbour-rows.ts';
import { createRepository, type TestRepository } from '../e2e/repository.ts';

let repository: TestRepository;
let cacheDir: string;

const config = (rest: string) => `version: 1
model: harbour/model
adapters:
  desk: { train: train.jsonl, test: test.jsonl, training: { num_train_epochs: 2 } }
${rest}`;

async function planned(rest: string, headRest = rest): Promise<number | null> {
  const data = { 'test.jsonl': jsonLines(houseRows(100, 110)) };
  const base = await repository.commit({
    ...data,
    'lora-gate.yml': config(rest),
    'train.jsonl': jsonLines(houseRows(0, 10)),
  });
  const head = await repository.commit({
    'lora-gate.yml': config(headRest),
    'train.jsonl': jsonLines(houseRows(0, 40)),
  });
  const comparison = await compareCommits({
    ...{ repo: repository.folder, base, head },
    config: 'lora-gate.yml',
  });
  return checkPlannedCost(comparison, { cacheDir, config: 'lora-gate.yml' });
}

beforeAll(async () => {
  repository = await createRepository();
  cacheDir = await mkdtemp(path.join(tmpdir(), 'lora-gate-plan-budget-'));
});

afterAll(async () => {
  for (const folder of [repository?.folder, cacheDir])
    if (folder) await rm(folder, { recursive: true, force: true });
});

const rates = (training: number) =>
  `sharding: { tokens_per_second: { training: ${training}, scoring: 1000 } }\n`;
const budget = (minutes: number) => `budget: { gpu_minutes: ${minutes} }\n`;

describe('a plan', () => {
  it('says nothing of minutes where no rate is known, and stops nothing for that', async () => {
    expect(await planned(budget(0.001))).toBeNull();
  });

  it('tells minutes by the rates of the configuration', async () => {
    // 40 rows of about 200 bytes, four bytes a token, two epochs: some 4,000 tokens at 10 a second.
    const minutes = await planned(rates(10) + budget(60));
    expect(minutes).toBeGreaterThan(3);
    expect(minutes).toBeLessThan(20);
  });

  it('ends where they are more than the budget of the base, whatever the change allows itself', async () => {
    await expect(planned(rates(10) + budget(1), rates(10) + budget(1e5))).rejects.toMatchObject({
      code: 'budget-exceeded',
      problems: [expect.stringMatching(/minutes expected, budget\.gpu_minutes allows 1$/)],
    });
  });
});
