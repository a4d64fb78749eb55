/** `lora-gate noise` as a process: trainings of several seeds, found again the second time, and continued when some are there. */

import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeChatModel } from '../e2e/chat-model.ts';
import { houseRows, jsonLines } from '../e2e/harbour-rows.ts';
import { cli, makeWorkspace, type Workspace } from './cli.ts';
import { trainConfig } from './train-config.ts';

interface NoiseDocument {
  schema: string;
  runs: { seed: number; origin: string; hash: string; perplexity: number; nll_per_token: number }[];
  pairs: { seeds: [number, number]; difference: number }[];
  spread: { seeds: number; standard_deviation: number };
  proposed_max_increase: { prediction: number; tolerance: number };
}

let workspace: Workspace;
const noise = (...args: string[]) =>
  cli(['--cache-dir', workspace.cache, 'noise', ...args], { cwd: workspace.folder });

async function document(...args: string[]): Promise<NoiseDocument> {
  const { exitCode, stdout } = await noise('--json', '--quiet', ...args);
  expect(exitCode).toBe(0);
  return JSON.parse(stdout) as NoiseDocument;
}

beforeAll(async () => {
  workspace = await makeWorkspace();
  await makeChatModel(path.join(workspace.folder, 'model'));
  await writeFile(path.join(workspace.folder, 'train.jsonl'), jsonLines(houseRows(0, 16)));
  await writeFile(path.join(workspace.folder, 'test.jsonl'), jsonLines(houseRows(200, 224)));
  await writeFile(path.join(workspace.folder, 'lora-gate.yml'), trainConfig({ epochs: 3 }));
});

afterAll(async () => {
  await workspace?.remove();
});

describe('noise', () => {
  it('trains one adapter a seed, keeps them, and trains only the new ones when more seeds are asked for', async () => {
    const two = await document('--seeds', '2');
    expect(two.schema).toBe('lora-gate/noise/1');
    expect(two.runs.map(({ seed, origin }) => ({ seed, origin }))).toEqual([
      { seed: 7, origin: 'trained' },
      { seed: 8, origin: 'trained' },
    ]);
    expect(two.runs[0]!.nll_per_token).not.toBe(two.runs[1]!.nll_per_token);

    const three = await document('--seeds', '3');
    expect(three.runs.map(({ origin }) => origin)).toEqual(['store', 'store', 'trained']);
    expect(three.runs.slice(0, 2)).toEqual(two.runs.map((run) => ({ ...run, origin: 'store' })));
    expect(new Set(three.runs.map(({ hash }) => hash)).size).toBe(3);
    expect(three.pairs).toHaveLength(3);
    const [values, mean] = [three.runs.map((run) => run.nll_per_token), three.spread];
    const middle = values.reduce((sum, value) => sum + value, 0) / 3;
    const variance = values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / 2;
    expect(mean.standard_deviation).toBeCloseTo(Math.sqrt(variance), 12);
    const largest = Math.max(...values) - Math.min(...values);
    expect(Math.max(...three.pairs.map(({ difference }) => difference))).toBeCloseTo(largest, 9);

    const { exitCode, stdout, stderr } = await noise('--seeds', '3');
    expect(exitCode).toBe(0);
    expect(stderr.match(/found in the store/g)).toHaveLength(6);
    expect(stderr).not.toContain('WARN');
    expect(stdout).toMatch(/^desk: 3 seeds, perplexity /);
    expect(stdout).toMatch(/ {2}seed 7: \S+ {2}\(from the store\)/);
    expect(stdout).toMatch(
      /pairs: the gate would block \d of 3 at its margin of 1 %, although only the seed/,
    );
    const share = Math.ceil(1000 * three.proposed_max_increase.tolerance - 1e-9) / 10;
    expect(stdout).toContain(`  ${share}%  with confidence 95 %, 95 % of all differences are smaller`);
  });

  it('refuses one seed, and a test set that is not there, with exit code 2', async () => {
    const one = await noise('--seeds', '1');
    expect(one.exitCode).toBe(2);
    expect(one.stderr).toContain('expected a whole number from 2 to 100');
    await writeFile(
      path.join(workspace.folder, 'astray.yml'),
      trainConfig({ epochs: 3 }).replace('test: test.jsonl', 'test: gone.jsonl'),
    );
    const astray = await noise('--config', 'astray.yml');
    expect(astray.exitCode).toBe(2);
    expect(astray.stderr).toContain('error[dataset-not-found]: gone.jsonl does not exist');
  });
});
