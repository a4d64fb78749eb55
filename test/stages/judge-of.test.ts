import { describe, expect, it } from 'vitest';
import { ConfigSchema } from '../../src/config/schema.ts';
import type { ModelPool } from '../../src/model/model-pool.ts';
import type { Comparison } from '../../src/plan/comparison.ts';
import { planRun } from '../../src/plan/plan-run.ts';
import { judgeOf } from '../../src/stages/decide.ts';

const headConfig = ConfigSchema.parse({
  version: 1,
  model: 'harbour/model',
  adapters: { desk: { train: 'a.jsonl', test: 'b.jsonl' } },
  judge: {
    provider: 'openai-compatible',
    base_url: 'http://127.0.0.1:1/v1',
    model: 'judge',
    api_key_env: 'JUDGE_API_KEY',
  },
});
const baseConfig = { ...headConfig, gate: { ...headConfig.gate, confidence: 0.9 } };

/** The judge of a change that brings its configuration, or that edits the base's; and which keys were asked for. */
async function asked({ onBase, write }: { onBase: boolean; write: 'fork' | 'approved' }) {
  const configs = { baseConfig: onBase ? baseConfig : null, headConfig };
  const comparison = {
    ...configs,
    base: { sha: 'a'.repeat(40) },
    head: { sha: 'b'.repeat(40) },
    plan: planRun({ ...configs, changedFiles: [] }),
  } as unknown as Comparison;
  const keys: string[] = [];
  const judge = await judgeOf(comparison, {
    models: {} as ModelPool,
    trust: { write },
    judgeKey: (variable) => {
      keys.push(variable);
      return 'key';
    },
  });
  return { keys, unavailable: judge && 'unavailable' in judge.judge ? judge.judge.unavailable : null };
}

describe('the judge that a change brings with its configuration', () => {
  it('is given no key and asked nothing where the change is a fork’s', async () => {
    expect(await asked({ onBase: false, write: 'fork' })).toEqual({
      keys: [],
      unavailable: 'the judge was not asked: a change from a fork brings the configuration that names it',
    });
  });

  it('is asked where somebody brings it who may write, or where it is the base’s', async () => {
    const yes = { keys: ['JUDGE_API_KEY'], unavailable: null };
    expect(await asked({ onBase: false, write: 'approved' })).toEqual(yes);
    expect(await asked({ onBase: true, write: 'fork' })).toEqual(yes);
  });
});
