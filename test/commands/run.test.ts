/** `lora-gate run` and `setup` as processes: what they print, write and end with. What decides is tested in test/e2e. */

import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeChatModel } from '../e2e/chat-model.ts';
import { configText } from '../e2e/gate.ts';
import { houseRows, jsonLines } from '../e2e/harbour-rows.ts';
import { createRepository, type TestRepository } from '../e2e/repository.ts';
import { cli, makeWorkspace, type Workspace } from './cli.ts';

let workspace: Workspace;
let repository: TestRepository;
let base: string;
let model: string;
const at = (name: string) => path.join(workspace.folder, name);
const run = (head: string, out: string, ...args: string[]) =>
  cli([
    ...['--cache-dir', workspace.cache, 'run', '--repo', repository.folder],
    ...['--base', base, '--head', head, '--out', at(out), ...args],
  ]);

beforeAll(async () => {
  workspace = await makeWorkspace();
  model = await makeChatModel(at('model'));
  repository = await createRepository();
  base = await repository.commit({
    'lora-gate.yml': configText({ model, epochs: 2 }),
    'data/train.jsonl': jsonLines(houseRows(0, 24)),
    'data/test.jsonl': jsonLines(houseRows(200, 240)),
    'README.md': 'Harbour\n',
  });
});

afterAll(async () => {
  await workspace?.remove();
  if (repository) await rm(repository.folder, { recursive: true, force: true });
});

describe('run over several machines', () => {
  it('plans, does a part and merges: on the command line as well', { timeout: 240_000 }, async () => {
    const head = await repository.commit({ 'data/train.jsonl': jsonLines(houseRows(0, 40)) }, base);
    const about = ['--repo', repository.folder, '--base', base, '--head', head];
    const lora = (...args: string[]) => cli(['--cache-dir', workspace.cache, ...args]);
    const table = await lora('run', ...about, '--plan');
    expect(table.stdout).toBe('part      role  share   about\ndesk.all  all   1 of 1  unknown');
    const plan = await lora('run', ...about, '--plan', '--json');
    const { matrix, 'train-matrix': train } = JSON.parse(plan.stdout) as Record<
      string,
      { include: object[] }
    >;
    expect(train).toEqual({ include: [] });
    expect(matrix?.include).toEqual([
      {
        ...{ part: 'desk.all', adapter: 'desk', role: 'all', shard: 1, shards: 1 },
        ...{ reasons: ['train_data'], minutes: null },
      },
    ]);
    const part = await lora('run', ...about, '--part', 'desk.all', '--out', at('part'));
    expect([part.exitCode, part.stdout], part.stderr).toEqual([0, '']);
    const merged = await lora('merge', at('part'), ...about, '--out', at('merged'), '--json');
    expect(merged.exitCode, merged.stderr).toBe(0);
    expect(JSON.parse(merged.stdout)).toMatchObject({ head: { sha: head }, verdict: { blocked: false } });
    const none = await lora('merge', at('no-parts'), ...about, '--out', at('none'));
    expect(none.exitCode).toBe(2);
    expect(none.stderr).toContain('error[parts-unusable]');
  });

  it('is divided as the base says, whatever the change says of it', async () => {
    const sharding = 'sharding: { max_jobs: 256, target_minutes: 1, tokens_per_second: { scoring: 0.01 } }\n';
    const head = await repository.commit(
      {
        'lora-gate.yml': configText({ model, epochs: 2, rest: sharding }),
        'data/train.jsonl': jsonLines(houseRows(0, 40)),
      },
      base,
    );
    const planned = async (...refs: string[]) => {
      const args = ['run', '--repo', repository.folder, ...refs, '--plan', '--json'];
      const { stdout } = await cli(['--cache-dir', workspace.cache, ...args]);
      return (JSON.parse(stdout) as { matrix: { include: { part: string }[] } }).matrix.include;
    };
    expect((await planned('--base', base, '--head', head)).map(({ part }) => part)).toEqual(['desk.all']);
    const later = await repository.commit({ 'data/train.jsonl': jsonLines(houseRows(0, 44)) }, head);
    expect((await planned('--base', head, '--head', later)).length).toBeGreaterThan(100);
  });

  it.each([
    [['--part', 'desk'], 'error[part-unknown]'],
    [['--max-jobs', '2'], 'error[usage]'],
    [['--plan', '--part', 'desk.all'], 'error[usage]'],
  ])('refuses %j', async (args, error) => {
    const { exitCode, stderr } = await cli(['run', '--repo', repository.folder, ...args]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(error);
  });
});

describe('run', () => {
  it('blocks a regression with exit code 1 and prints the result alone with --json', async () => {
    const head = await repository.commit(
      { 'lora-gate.yml': configText({ model, epochs: 2, learning_rate: 1 }) },
      base,
    );
    const { exitCode, stdout, stderr } = await run(head, 'regression', '--json');
    expect(exitCode).toBe(1);
    const result = JSON.parse(await readFile(at('regression/result.json'), 'utf8')) as unknown;
    expect(JSON.parse(stdout)).toEqual(result);
    expect(result).toMatchObject({
      schema: 'lora-gate/result/1',
      base: { sha: base },
      head: { sha: head },
      verdict: { outcome: 'regression', blocked: true, exit_code: 1 },
    });
    expect(stderr).toContain(`comparing ${base.slice(0, 7)} with ${head.slice(0, 7)}\n`);
    expect(stderr).toContain('  desk: recipe (training.learning_rate)\n');
    expect(await readdir(path.join(workspace.cache, 'store'))).toContain('approved');
  });

  it('says that nothing is affected without provisioning TensorFlow, exit code 0', async () => {
    const head = await repository.commit({ 'README.md': 'Harbour, with tides\n' }, base);
    const { exitCode, stdout } = await cli([
      ...['--cache-dir', at('no-cache'), '--require-native', 'run', '--repo', repository.folder],
      ...['--base', base, '--head', head, '--out', at('nothing')],
    ]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^### ➖ lora-gate: nothing to judge — this change affects no adapter · /);
    expect(stdout.trimEnd()).toBe((await readFile(at('nothing/comment.md'), 'utf8')).trimEnd());
    expect((await readdir(at('nothing'))).sort()).toEqual(['comment.md', 'report.html', 'result.json']);
    await expect(readdir(at('no-cache'))).rejects.toThrow('ENOENT');
  });

  it('refuses bad rows with exit code 2, every line named, nothing written', async () => {
    const rows = houseRows(0, 24).map((row) => JSON.stringify(row));
    rows[1] = '[1, 2]';
    rows[20] = '{"messages": "hello"}';
    const head = await repository.commit({ 'data/train.jsonl': `${rows.join('\n')}\n` }, base);
    const { exitCode, stdout, stderr } = await run(head, 'refused', '--json');
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(/^error\[dataset-rows\]: 2 problems/m);
    expect(stderr).toMatch(/^ {2}data\/train\.jsonl:2: .*\n {2}data\/train\.jsonl:21: /m);
    expect(stderr).toMatch(/^hint: /m);
    await expect(readdir(at('refused'))).rejects.toThrow('ENOENT');
  });

  it('refuses a model that the base does not allow with exit code 2', async () => {
    const head = await repository.commit({ 'lora-gate.yml': configText({ model: 'google/gemma-2b' }) }, base);
    const { exitCode, stdout, stderr } = await run(head, 'model-out');
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(/^error\[model-not-allowed\]: .*"google\/gemma-2b"/m);
    await expect(readdir(at('model-out'))).rejects.toThrow('ENOENT');
  });
});

describe('setup', () => {
  it('has nothing to do the second time and says where the runtime is', async () => {
    const { exitCode, stdout } = await cli(['--cache-dir', workspace.cache, 'setup']);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(new RegExp(`^already set up: ${workspace.cache}/runtime/tensorflow-`));
  });
});
