import { describe, expect, test } from 'vitest';
import { diffConfig } from '../../src/plan/config-diff.ts';
import type { ChangedFile } from '../../src/plan/git.ts';
import { type PlanAdapter, type PlanConfig, planRun } from '../../src/plan/plan-run.ts';

const adapter = (name: string, change: Partial<PlanAdapter> = {}): PlanAdapter => ({
  train: `datasets/${name}/train.jsonl`,
  test: `datasets/${name}/test.jsonl`,
  lora: { r: 8, lora_alpha: 16 },
  training: { learning_rate: 2e-4, seed: 42 },
  assertions: [],
  ...change,
});

const config = (change: Partial<PlanConfig> = {}): PlanConfig => ({
  model: 'google/gemma-2b@abc',
  base_dtype: 'float32',
  allowed_models: ['google/gemma-2b@abc'],
  gate: { confidence: 0.95, perplexity: { max_increase: 0.01 } },
  judge: { provider: 'none' },
  answers: {},
  adapters: { desk: adapter('desk'), pier: adapter('pier') },
  ...change,
});

const modified = (path: string): ChangedFile => ({ status: 'modified', path });
const plan = (
  headConfig: PlanConfig | null,
  files: ChangedFile[] = [],
  baseConfig: PlanConfig | null = config(),
) => planRun({ baseConfig, headConfig, changedFiles: files });
const reasonsOf = (result: ReturnType<typeof plan>) =>
  Object.fromEntries(
    result.adapters.map(({ name, reasons }) => [
      name,
      reasons.map(({ reason, detail }) => `${reason}: ${detail}`),
    ]),
  );

describe('which adapters a change touches', () => {
  test('none when nothing of theirs changes', () => {
    const result = plan(config(), [modified('README.md'), modified('datasets/desk/train.jsonl.bak')]);
    expect(result).toEqual({ adapters: [], unaffected: ['desk', 'pier'], removed: [], warnings: [] });
  });

  test('the one whose training data changes', () => {
    const result = plan(config(), [modified('datasets/desk/train.jsonl')]);
    expect(reasonsOf(result)).toEqual({ desk: ['train_data: datasets/desk/train.jsonl'] });
    expect(result.unaffected).toEqual(['pier']);
  });

  test('both when they share the file', () => {
    const shared = config({
      adapters: { desk: adapter('desk'), pier: adapter('pier', { train: 'datasets/desk/train.jsonl' }) },
    });
    expect(plan(shared, [modified('datasets/desk/train.jsonl')], shared).adapters).toHaveLength(2);
  });

  test('the one whose recipe changes, told key by key', () => {
    const head = config({
      adapters: {
        desk: adapter('desk', {
          lora: { r: 16, lora_alpha: 16 },
          training: { learning_rate: 1e-4, seed: 42 },
        }),
        pier: adapter('pier'),
      },
    });
    const result = plan(head, [modified('lora-gate.yml')]);
    expect(reasonsOf(result)).toEqual({ desk: ['recipe: lora.r, training.learning_rate'] });
    expect(result.adapters[0]?.recipe_changes).toEqual([
      { key: 'lora.r', base: '8', head: '16' },
      { key: 'training.learning_rate', base: '0.0002', head: '0.0001' },
    ]);
    expect(result.adapters[0]?.base?.lora).toEqual({ r: 8, lora_alpha: 16 });
  });

  test('all when the weights’ type changes, none when only keys change places', () => {
    expect(plan(config({ base_dtype: 'bfloat16' })).adapters).toHaveLength(2);
    const reordered = config({ gate: { perplexity: { max_increase: 0.01 }, confidence: 0.95 } });
    expect(plan(reordered).adapters).toEqual([]);
  });

  test('a training file that was renamed', () => {
    const head = config({
      adapters: { desk: adapter('desk', { train: 'new.jsonl' }), pier: adapter('pier') },
    });
    const files: ChangedFile[] = [
      { status: 'renamed', path: 'new.jsonl', previous_path: 'datasets/desk/train.jsonl' },
    ];
    expect(reasonsOf(plan(head, files))).toEqual({
      desk: ['train_data: datasets/desk/train.jsonl → new.jsonl'],
    });
  });

  test('a training file that was deleted', () => {
    const files: ChangedFile[] = [{ status: 'deleted', path: 'datasets/pier/train.jsonl' }];
    expect(reasonsOf(plan(config(), files))).toEqual({ pier: ['train_data: datasets/pier/train.jsonl'] });
  });
});

describe('who decides', () => {
  test('an edited policy is judged by the base’s and shown', () => {
    const head = config({ gate: { confidence: 0.95, perplexity: { max_increase: 0.5 } } });
    const result = plan(head, [modified('lora-gate.yml')]);
    expect(reasonsOf(result)).toEqual({
      desk: ['policy: gate.perplexity.max_increase'],
      pier: ['policy: gate.perplexity.max_increase'],
    });
    expect(result.adapters[0]).toMatchObject({
      policy_source: 'base',
      policy_edits: [{ key: 'gate.perplexity.max_increase', base: '0.01', head: '0.5' }],
      recipe_changes: [],
    });
  });

  test('an edited test set affects its adapter, which keeps the base’s', () => {
    const [desk, ...others] = plan(config(), [modified('datasets/desk/test.jsonl')]).adapters;
    expect(others).toEqual([]);
    expect(desk).toMatchObject({ name: 'desk', test_source: 'base', test_set_edited: true });
  });

  test('a test set that is swapped for another file stays the base’s file', () => {
    const head = config({
      adapters: { desk: adapter('desk', { test: 'easy.jsonl' }), pier: adapter('pier') },
    });
    expect(plan(head).adapters[0]).toMatchObject({
      test: 'datasets/desk/test.jsonl',
      test_source: 'base',
      test_set_edited: true,
      policy_edits: [{ key: 'test', base: '"datasets/desk/test.jsonl"', head: '"easy.jsonl"' }],
    });
  });

  test('assertions are policy', () => {
    const head = config({
      adapters: { desk: adapter('desk', { assertions: [{ name: 'x' }] }), pier: adapter('pier') },
    });
    expect(reasonsOf(plan(head))).toEqual({ desk: ['policy: assertions'] });
  });

  test('on the first introduction the head’s own policy counts, and the baseline is the bare model', () => {
    const result = plan(config(), [], null);
    expect(result.adapters).toHaveLength(2);
    expect(result.adapters[0]).toMatchObject({
      policy_source: 'head',
      test_source: 'head',
      base: null,
      base_name: null,
      reasons: [{ reason: 'introduced', detail: 'the base has no configuration' }],
    });
  });

  test('a new adapter beside old ones is held to the base’s gate', () => {
    const head = config({ adapters: { ...config().adapters, quay: adapter('quay') } });
    expect(plan(head).adapters).toEqual([
      expect.objectContaining({ name: 'quay', policy_source: 'base', test_source: 'head', base: null }),
    ]);
  });

  test('a new name does not shake off the baseline or the test set', () => {
    const head = config({
      adapters: { fresh: adapter('desk', { test: 'easy.jsonl' }), pier: adapter('pier') },
    });
    const result = plan(head);
    expect(result.removed).toEqual([]);
    expect(result.adapters).toEqual([
      expect.objectContaining({
        name: 'fresh',
        base_name: 'desk',
        test: 'datasets/desk/test.jsonl',
        test_source: 'base',
      }),
    ]);
    expect(reasonsOf(result).fresh).toContain('renamed: desk → fresh');
  });

  test('nor does a new name together with new file names', () => {
    const head = config({ adapters: { fresh: adapter('fresh'), pier: adapter('pier') } });
    const files: ChangedFile[] = [
      { status: 'renamed', path: 'datasets/fresh/train.jsonl', previous_path: 'datasets/desk/train.jsonl' },
    ];
    expect(plan(head, files).adapters[0]).toMatchObject({
      base_name: 'desk',
      test: 'datasets/desk/test.jsonl',
    });
  });
});

describe('removal', () => {
  test('a removed adapter is told and not judged', () => {
    const result = plan(config({ adapters: { pier: adapter('pier') } }));
    expect(result).toMatchObject({ adapters: [], unaffected: ['pier'], removed: ['desk'] });
  });

  test('one removed and another introduced is told: it might have been a rename', () => {
    const result = plan(config({ adapters: { pier: adapter('pier'), quay: adapter('quay') } }));
    expect(result).toMatchObject({ adapters: [{ name: 'quay', test_source: 'head' }], removed: ['desk'] });
    expect(result.warnings).toEqual([
      expect.stringMatching(/^this change removes desk and introduces quay,/),
    ]);
  });

  test('a removed configuration is told', () => {
    const result = plan(null);
    expect(result.removed).toEqual(['desk', 'pier']);
    expect(result.warnings).toEqual([expect.stringContaining('removes the configuration')]);
  });

  test('no configuration on either side is a mistake', () => {
    expect(() => plan(null, [], null)).toThrow(expect.objectContaining({ code: 'no-configuration' }));
  });
});

describe('the model', () => {
  const other = 'evil/model@main';
  test('must be one that the base lists; the head’s own list does not count', () => {
    const head = config({ model: other, allowed_models: [other] });
    expect(() => plan(head)).toThrow(
      expect.objectContaining({ code: 'model-not-allowed', problems: ['allowed: google/gemma-2b@abc'] }),
    );
  });

  test('another revision is another model', () => {
    expect(() => plan(config({ model: 'google/gemma-2b@def' }))).toThrow(
      expect.objectContaining({ code: 'model-not-allowed' }),
    );
  });

  test('one that the base lists affects all adapters, with a warning', () => {
    const base = config({ allowed_models: ['google/gemma-2b@abc', other] });
    const result = plan({ ...base, model: other }, [], base);
    expect(reasonsOf(result)).toEqual({
      desk: [`model: google/gemma-2b@abc → ${other}`],
      pier: [`model: google/gemma-2b@abc → ${other}`],
    });
    expect(result.warnings).toEqual([expect.stringContaining('different models')]);
  });

  test('weights inside the checkout are the model too', () => {
    const local = config({ model: './models/tiny' });
    const result = plan(local, [modified('models/tiny/model.safetensors')], local);
    expect(reasonsOf(result).desk).toEqual(['model: models/tiny/model.safetensors']);
    expect(plan(local, [modified('models/tiny-2/x')], local).adapters).toEqual([]);
    const dotted = config({ model: './models//tiny/' });
    expect(plan(dotted, [modified('models/tiny/model.safetensors')], dotted).adapters).toHaveLength(2);
    const ofHub = config({ model: 'models/tiny' });
    expect(plan(ofHub, [modified('models/tiny/model.safetensors')], ofHub).adapters).toEqual([]);
  });

  test('a longer list takes effect after the merge, and says so', () => {
    const result = plan(config({ allowed_models: ['google/gemma-2b@abc', other] }));
    expect(result.adapters).toEqual([]);
    expect(result.warnings).toEqual([expect.stringContaining('edits allowed_models')]);
  });
});

describe('the difference of two configurations', () => {
  test('names every leaf once, with what is on each side', () => {
    const base = { a: { b: 1, gone: true }, list: [1, 2] };
    const head = { a: { b: 2 }, list: [1, 3], fresh: { c: 'x' } };
    expect(diffConfig(base, head)).toEqual([
      { key: 'a.b', base: '1', head: '2' },
      { key: 'a.gone', base: 'true', head: null },
      { key: 'fresh', base: null, head: '{"c":"x"}' },
      { key: 'list', base: '[1,2]', head: '[1,3]' },
    ]);
  });

  test('a value that becomes a section is one change', () => {
    expect(diffConfig({ a: 1 }, { a: { b: 1 } })).toEqual([{ key: 'a', base: '1', head: '{"b":1}' }]);
    expect(diffConfig({ a: null }, { a: 0 })).toEqual([{ key: 'a', base: 'null', head: '0' }]);
  });

  test('keys of the prototype are keys like any other', () => {
    expect(diffConfig({}, { constructor: 1 })).toEqual([{ key: 'constructor', base: null, head: '1' }]);
  });

  test('a value of a megabyte is cut', () => {
    expect(diffConfig('', 'x'.repeat(1e6), 'k')[0]?.head?.length).toBe(1000);
  });
});
