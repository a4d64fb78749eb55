import { describe, expect, test } from 'vitest';
import { checkEditedWeights } from '../../src/plan/edited-weights.ts';
import type { ChangedFile } from '../../src/plan/git.ts';

const NO_JUDGE = { provider: 'none' } as const;
const check = (model: string, changed: string, more: { allowed?: string[]; judge?: string } = {}) =>
  checkEditedWeights(
    '/work/repo',
    {
      model,
      allowed_models: more.allowed ?? [model],
      judge: more.judge
        ? ({ provider: 'local', model: more.judge } as Parameters<typeof checkEditedWeights>[1]['judge'])
        : NO_JUDGE,
    },
    [{ status: 'modified', path: changed } satisfies ChangedFile],
  );

const edited = (file: string, model: string) =>
  expect.objectContaining({
    code: 'weights-edited',
    problems: [`${file} belongs to ${JSON.stringify(model)}`],
  });

describe('weights of the base that a change edits', () => {
  test.each([
    ['./models/base', 'models/base/model.safetensors'],
    ['models/a/b', 'models/a/b/tokenizer.json'],
    ['./models//base/', 'models/base/config.json'],
    ['./', 'model.safetensors'],
    ['weights/tiny.gguf', 'weights/tiny.gguf'],
    ['/work/repo/models/base', 'models/base/config.json'],
    // A link in the place of a folder above it, or of the model.
    ['./models/base', 'models'],
    ['./models/base', 'models/base'],
  ])('are an error: %s and %s', (model, file) => {
    expect(() => check(model, file)).toThrow(edited(file, model));
  });

  test('are an error where the model is one of those allowed, or the judge', () => {
    const file = 'models/other/config.json';
    expect(() => check('org/base', file, { allowed: ['org/base', './models/other'] })).toThrow(
      edited(file, './models/other'),
    );
    expect(() => check('org/base', file, { judge: './models/other' })).toThrow(
      edited(file, './models/other'),
    );
  });

  test.each([
    ['./models/base', 'models/base-2/config.json'],
    ['./models/base', 'models/README.md'],
    ['./models/base', 'models/base/README.md'],
    ['./', 'data/train.jsonl'],
    ['../models/base', 'models/base/config.json'],
    ['models/base', 'models/base/config.json'],
    ['pip:tiny==1/tiny.gguf', 'tiny.gguf'],
    ['/srv/models/base', 'srv/models/base/config.json'],
  ])('are none where the file is not of the model: %s and %s', (model, file) => {
    expect(() => check(model, file)).not.toThrow();
  });
});
