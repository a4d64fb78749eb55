/** A branch that is older than what its base branch decides by now, in a real repository. */

import { rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { compareCommits } from '../../src/plan/comparison.ts';
import { createRepository, type TestRepository } from '../e2e/repository.ts';

const CONFIG = 'lora-gate.yml';
const configText = ({ desk = '', rest = '', pier = '' } = {}) =>
  `version: 1\nmodel: org/base\nadapters:\n  desk: {train: desk/train.jsonl, test: desk/test.jsonl${desk}}\n${pier}${rest}`;
const PIER = '  pier: {train: pier/train.jsonl, test: pier/test.jsonl}\n';

let repository: TestRepository;
let left: string;
/** Trains on other rows. */
let head: string;

beforeAll(async () => {
  repository = await createRepository();
  left = await repository.commit({
    [CONFIG]: configText(),
    'desk/train.jsonl': '1\n',
    'desk/test.jsonl': '2\n',
  });
  head = await repository.commit({ 'desk/train.jsonl': '1\n3\n' }, left);
});

afterAll(async () => {
  await rm(repository.folder, { recursive: true, force: true });
});

const compare = (base: string, to = head) =>
  compareCommits({ repo: repository.folder, base, head: to, config: CONFIG });

async function moved(base: string, to = head): Promise<UserError> {
  const thrown = await compare(base, to).catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(UserError);
  expect((thrown as UserError).code).toBe('base-moved');
  return thrown as UserError;
}

describe('weights in the checkout', () => {
  test('may be replaced by no change, whether or not it affects an adapter, nor be read through links', async () => {
    const config = { [CONFIG]: `${configText()}judge: {provider: local, model: ./weights}\n` };
    const from = await repository.commit({ ...config, 'weights/model.safetensors': 'a' }, left);
    const change = await repository.commit({ 'weights/model.safetensors': 'b' }, from);
    await expect(compare(from, change)).rejects.toMatchObject({ code: 'weights-edited' });
    const linked = await repository.commit({ ...config, 'elsewhere/model.safetensors': 'a' }, left);
    await symlink('elsewhere', join(repository.folder, 'weights'));
    await repository.git('add', 'weights');
    const base = await repository.commit({ 'a.txt': 'a' });
    expect(base).not.toBe(linked);
    const edit = await repository.commit(
      { 'elsewhere/model.safetensors': 'b', 'desk/train.jsonl': '1\n3\n' },
      base,
    );
    await expect(compare(base, edit)).rejects.toMatchObject({
      code: 'symlink-refused',
      message: expect.stringContaining('weights at'),
    });
  });
});

describe('a branch that is behind its base branch', () => {
  test('is judged where the base branch has only other training rows, recipes, models to choose and adapters', async () => {
    const tip = await repository.commit(
      {
        [CONFIG]: configText({
          desk: ', lora: {r: 4}',
          pier: PIER,
          rest: 'allowed_models: [org/base, org/other]\nsharding: {max_jobs: 3}\n',
        }),
        'desk/train.jsonl': '1\n4\n',
        'pier/train.jsonl': '5\n',
        'pier/test.jsonl': '6\n',
      },
      left,
    );
    const { base, plan } = await compare(tip);
    expect(base.sha).toBe(left);
    expect(plan.adapters.map(({ name }) => name)).toEqual(['desk']);
  });

  test('is refused where the rule was tightened since', async () => {
    const tip = await repository.commit(
      { [CONFIG]: configText({ rest: 'gate: {perplexity: {max_increase: 0.1%}}\n' }) },
      left,
    );
    const { message, problems, hint } = await moved(tip);
    expect(message).toContain(tip.slice(0, 7));
    expect(message).toContain(left.slice(0, 7));
    expect(problems).toEqual(['gate.perplexity.max_increase: 0.01 → 0.001']);
    expect(hint).toMatch(/up to date/);
  });

  test('is refused where rows of its test set, its path or its assertions are others', async () => {
    const rows = await repository.commit({ 'desk/test.jsonl': '2\n7\n' }, left);
    expect((await moved(rows)).problems).toEqual(['desk/test.jsonl: its rows are others now']);
    const path = await repository.commit(
      { [CONFIG]: configText({}).replace('desk/test', 'desk/hard'), 'desk/hard.jsonl': '8\n' },
      left,
    );
    expect((await moved(path)).problems).toEqual(['adapters.desk.test: desk/test.jsonl → desk/hard.jsonl']);
    const assertions = await repository.commit(
      { [CONFIG]: configText({ desk: ', assertions: [{name: polite, type: contains, text: please}]' }) },
      left,
    );
    expect((await moved(assertions)).problems).toEqual(['adapters.desk.assertions']);
  });

  test('is judged where only the test set of an adapter that it does not touch is another', async () => {
    const from = await repository.commit(
      { [CONFIG]: configText({ pier: PIER }), 'pier/train.jsonl': '5\n', 'pier/test.jsonl': '6\n' },
      left,
    );
    const tip = await repository.commit({ 'pier/test.jsonl': '6\n9\n' }, from);
    const change = await repository.commit({ 'desk/train.jsonl': '1\n3\n' }, from);
    expect((await compare(tip, change)).plan.adapters).toHaveLength(1);
  });

  test('does not bring a configuration, or an adapter, that the base branch has by now', async () => {
    const empty = await repository.commit({ [CONFIG]: null, 'a.txt': 'a' }, left);
    const tip = await repository.commit({ [CONFIG]: configText() }, empty);
    const own = await repository.commit(
      { [CONFIG]: configText({ rest: 'gate: {perplexity: {max_increase: 90%}}\n' }) },
      empty,
    );
    expect((await moved(tip, own)).problems).toEqual(['it has a configuration now, and had none']);
    const withPier = { [CONFIG]: configText({ pier: PIER }), 'pier/train.jsonl': '5\n' };
    const theirs = await repository.commit({ ...withPier, 'pier/test.jsonl': '6\n' }, left);
    const ours = await repository.commit({ ...withPier, 'pier/test.jsonl': '7\n' }, left);
    expect((await moved(theirs, ours)).problems).toEqual([
      'adapters.pier: it has one of this name now, with a test set of its own',
    ]);
  });

  test('may not name a model that the base branch has stopped allowing', async () => {
    const allows = (models: string) => configText({ rest: `allowed_models: [${models}]\n` });
    const from = await repository.commit({ [CONFIG]: allows('org/base, org/other') }, left);
    const tip = await repository.commit({ [CONFIG]: allows('org/base') }, from);
    const change = await repository.commit(
      { [CONFIG]: allows('org/base, org/other').replace('model: org/base', 'model: org/other') },
      from,
    );
    expect((await moved(tip, change)).problems).toEqual([
      'allowed_models: "org/other" is not allowed any more',
    ]);
  });

  test('is refused where the base branch has another model by now and allows the old one no more', async () => {
    const tip = await repository.commit(
      { [CONFIG]: configText().replace('model: org/base', 'model: org/next') },
      left,
    );
    expect((await moved(tip)).problems).toEqual(['allowed_models: "org/base" is not allowed any more']);
    const allowed = configText({ rest: 'allowed_models: [org/next, org/base]\n' });
    const both = await repository.commit(
      { [CONFIG]: allowed.replace('model: org/base', 'model: org/next') },
      left,
    );
    expect((await compare(both)).plan.adapters).toHaveLength(1);
  });

  test('is refused where the weights in the checkout are others', async () => {
    const config = { [CONFIG]: configText().replace('model: org/base', 'model: ./weights') };
    const from = await repository.commit({ ...config, 'weights/model.safetensors': 'a' }, left);
    const tip = await repository.commit({ 'weights/model.safetensors': 'b' }, from);
    const change = await repository.commit({ 'desk/train.jsonl': '1\n3\n' }, from);
    expect((await moved(tip, change)).problems).toEqual(['weights: "./weights" has other files now']);
  });

  test('is refused where the base branch rests on a file by now that it edits, and would not be judged for it', async () => {
    const from = await repository.commit({ 'common.jsonl': '1\n' }, left);
    const change = await repository.commit({ 'common.jsonl': '1\nbad\n' }, from);
    const why = (name: string) => `adapters.${name}: it rests on common.jsonl now, which this change edits`;
    const pier = PIER.replace('pier/train', 'common');
    const added = await repository.commit({ [CONFIG]: configText({ pier }), 'pier/test.jsonl': '6\n' }, from);
    expect((await moved(added, change)).problems).toEqual([why('pier')]);
    const pointed = await repository.commit({ [CONFIG]: configText().replace('desk/train', 'common') }, from);
    expect((await moved(pointed, change)).problems).toEqual([why('desk')]);
    // Renamed there, with a test set of its own.
    const renamed = await repository.commit(
      {
        [CONFIG]: configText().replace('desk: {', 'quay: {').replace('desk/test', 'quay/test'),
        'quay/test.jsonl': '9\n',
      },
      left,
    );
    expect((await moved(renamed)).problems).toEqual([
      'adapters.quay: it rests on desk/train.jsonl now, which this change edits',
    ]);
  });

  test('may remove an adapter, and may change nothing of any, whatever the base branch has by now', async () => {
    const from = await repository.commit(
      { [CONFIG]: configText({ pier: PIER }), 'pier/train.jsonl': '5\n', 'pier/test.jsonl': '6\n' },
      left,
    );
    const tip = await repository.commit({ 'pier/train.jsonl': '5\n5\n' }, from);
    const removing = await repository.commit({ [CONFIG]: configText(), 'pier/train.jsonl': null }, from);
    expect((await compare(tip, removing)).plan.removed).toEqual(['pier']);
    const broken = await repository.commit({ [CONFIG]: 'version: 2\n' }, left);
    const docs = await repository.commit({ 'README.md': 'Words.\n' }, left);
    expect((await compare(broken, docs)).plan.adapters).toEqual([]);
  });

  test('is judged as it stands where it has landed already', async () => {
    const tip = await repository.commit({ 'desk/test.jsonl': '2\n7\n' }, left);
    const landed = { repo: repository.folder, base: tip, head, config: CONFIG, landed: true };
    expect((await compareCommits(landed)).plan.adapters).toHaveLength(1);
  });

  test('is judged once it holds the tip, and where the base branch has given its configuration up', async () => {
    const tip = await repository.commit({ 'desk/test.jsonl': '2\n7\n' }, left);
    const merged = await repository.commit({ 'desk/train.jsonl': '1\n3\n' }, tip);
    expect((await compare(tip, merged)).base.sha).toBe(tip);
    const none = await repository.commit({ [CONFIG]: null }, left);
    expect((await compare(none)).plan.adapters).toHaveLength(1);
  });
});
