/** `lora-gate run --jobs`: trainings in processes of their own give what one process gives, and one that is killed is killed alone. */

import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Result } from '../../src/report/result.ts';
import { makeChatModel } from '../e2e/chat-model.ts';
import { houseRows, jsonLines } from '../e2e/harbour-rows.ts';
import { createRepository, type TestRepository } from '../e2e/repository.ts';
import { type CliOptions, cli, makeWorkspace, startCli, type Workspace } from './cli.ts';

const NAMES = ['desk', 'pier', 'quay'];

let workspace: Workspace;
let repository: TestRepository;
let model: string;
let base: string;
let head: string;

const at = (name: string) => path.join(workspace.folder, name);

function config(steps: number): string {
  const adapters = NAMES.map(
    (name) => `  ${name}:
    train: data/${name}.jsonl
    test: data/test.jsonl
    training: { max_steps: ${steps}, save_steps: 5, per_device_train_batch_size: 4, gradient_accumulation_steps: 1, max_length: 256, packing: false }
`,
  );
  return `version: 1\nmodel: ${model}\nadapters:\n${adapters.join('')}`;
}

const words = (out: string, jobs: string, to = head) => [
  ...['--cache-dir', workspace.cache, 'run', '--repo', repository.folder, '--base', base, '--head', to],
  ...['--out', at(out), '--store', at(`store-${out}`), '--jobs', jobs, '--json'],
];

async function run(out: string, jobs: string, options: CliOptions = {}) {
  const ended = await cli(words(out, jobs), options);
  const text = await readFile(path.join(at(out), 'result.json'), 'utf8');
  return { ...ended, result: JSON.parse(text) as Result };
}

beforeAll(async () => {
  workspace = await makeWorkspace();
  model = await makeChatModel(at('model'));
  repository = await createRepository();
  base = await repository.commit({
    'lora-gate.yml': config(2),
    'data/test.jsonl': jsonLines(houseRows(200, 208)),
    ...Object.fromEntries(NAMES.map((name) => [`data/${name}.jsonl`, jsonLines(houseRows(0, 8))])),
  });
  const grown = (name: string, i: number) => [`data/${name}.jsonl`, jsonLines(houseRows(0, 10 + i))];
  head = await repository.commit(Object.fromEntries(NAMES.map(grown)), base);
});

afterAll(async () => {
  await workspace?.remove();
  if (repository) await rm(repository.folder, { recursive: true, force: true });
});

describe('run --jobs', () => {
  it('trains at once and gives the adapters, scores and verdicts that one after the other give', async () => {
    const alone = await run('alone', '1');
    const together = await run('together', '3');
    expect(alone.stderr).not.toContain('trainings at once');
    expect(together.stderr).toContain('3 trainings at once: --jobs 3');
    expect(together.stderr).toMatch(/^\[pier \(candidate\)\] /m);
    expect(together.stderr).not.toContain('oneDNN');
    expect(together.exitCode).toBe(alone.exitCode);
    const compared = ({ result }: typeof alone) =>
      result.adapters.map(({ name, candidate, baseline, metrics, verdict, cost }) => ({
        // One baseline for all: it is trained for the first that needs it, and found by the others.
        ...{ name, candidate, baseline, metrics, verdict, tokens: cost.trained_tokens },
      }));
    expect(compared(together)).toEqual(compared(alone));
    for (const { candidate, cost } of together.result.adapters) {
      expect(candidate.origin).toBe('trained');
      expect(cost.training_seconds).toBeGreaterThan(0);
    }
  }, 300_000);

  it('says of a training that was killed that memory ran out, and judges the others', async () => {
    const preload = `if (process.argv.includes('pier.candidate.train')) process.kill(process.pid, 'SIGKILL');`;
    const { exitCode, result } = await run('killed', '2', { preload });
    expect(exitCode).toBe(3);
    expect(result.adapters.map(({ name, failure }) => [name, failure?.code])).toEqual([
      ['desk', undefined],
      ['pier', 'training-killed'],
      ['quay', undefined],
    ]);
    const pier = result.adapters.find(({ name }) => name === 'pier');
    expect(pier?.failure?.hint).toContain('lower --jobs');
  }, 300_000);

  it('ends all of them when it is interrupted', async () => {
    const long = await repository.commit({ 'lora-gate.yml': config(100_000) }, head);
    await mkdir(at('pids'));
    const preload = `if (process.argv.includes('--part')) {
      require('node:fs').writeFileSync(${JSON.stringify(at('pids'))} + '/' + process.pid, '');
    }`;
    const running = startCli(words('interrupted', '2', long), {
      preload: preload.replaceAll('require(', 'process.getBuiltinModule('),
    });
    let told = false;
    for await (const _ of running.iterable({ from: 'stderr' })) {
      if (told || (await readdir(at('pids'))).length < 2) continue;
      // Once: the second signal would not wait for anybody.
      told = running.kill('SIGTERM');
    }
    const { exitCode } = await running;
    expect(exitCode).toBe(130);
    const pids = (await readdir(at('pids'))).map(Number);
    expect(pids).toHaveLength(2);
    for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  }, 300_000);

  it('takes a number or auto', async () => {
    const { exitCode, stderr } = await cli(words('none', 'many'));
    expect(exitCode).toBe(2);
    expect(stderr).toContain('expected a whole number from 1');
  });
});
