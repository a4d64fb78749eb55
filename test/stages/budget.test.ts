import { describe, expect, it } from 'vitest';
import { ConfigSchema } from '../../src/config/schema.ts';
import { splitPolicy } from '../../src/config/split-policy.ts';
import { budgetOf, limitJudge, overEstimate, overSpent } from '../../src/stages/budget.ts';

const configOf = (rest: object) =>
  ConfigSchema.parse({
    version: 1,
    model: 'harbour/model',
    adapters: { desk: { train: 'a.jsonl', test: 'b.jsonl' } },
    ...rest,
  });

const judge = { provider: 'openai-compatible', base_url: 'http://127.0.0.1:1/v1', model: 'judge' } as const;
const limits = { gpu_minutes: 10, judge_tokens: 1000 };

describe('a budget', () => {
  it('is the policy of the base commit, and that of the change only where the base has none', () => {
    const baseConfig = configOf({ budget: { gpu_minutes: 10 } });
    const headConfig = configOf({ budget: { gpu_minutes: 99, judge_tokens: 5 } });
    expect(budgetOf({ baseConfig, headConfig })).toEqual({ gpu_minutes: 10, judge_tokens: null });
    expect(budgetOf({ baseConfig: null, headConfig })).toEqual({ gpu_minutes: 99, judge_tokens: 5 });
    expect(budgetOf({ baseConfig: null, headConfig: null })).toEqual({
      gpu_minutes: null,
      judge_tokens: null,
    });
    const { policy, recipe } = splitPolicy(baseConfig);
    expect(policy.budget).toEqual({ gpu_minutes: 10 });
    expect(recipe).not.toHaveProperty('budget');
  });

  it('takes no nonsense', () => {
    expect(() => configOf({ budget: { gpu_minutes: 0 } })).toThrow();
    expect(() => configOf({ budget: { judge_tokens: 1.5 } })).toThrow();
    expect(() => configOf({ budget: { minutes: 1 } })).toThrow();
  });

  it('stops what is expected to take more, with every limit that is passed', () => {
    const minutes = (seconds: number | null, judge_tokens: number | null = 0) => ({ seconds, judge_tokens });
    expect(overEstimate(limits, [minutes(300), minutes(300)])).toBeNull();
    expect(overEstimate(limits, [minutes(300), minutes(301)])).toMatchObject({ code: 'budget-exceeded' });
    expect(overEstimate(limits, [minutes(1e6, 600), minutes(0, 600)])?.problems).toEqual([
      'about 16,666.7 minutes expected, budget.gpu_minutes allows 10',
      'about 1,200 judge tokens expected, budget.judge_tokens allows 1,000',
    ]);
    expect(overEstimate({ gpu_minutes: null, judge_tokens: null }, [minutes(1e9, 1e9)])).toBeNull();
  });

  it('stops nothing for what nobody knows, but for the part that is known', () => {
    const unknown = { seconds: null, judge_tokens: null };
    expect(overEstimate(limits, [unknown, unknown])).toBeNull();
    expect(overEstimate(limits, [unknown, { seconds: 601, judge_tokens: null }])).not.toBeNull();
  });

  it('starts nothing more once its time is over', () => {
    expect(overSpent(limits, 599)).toBeNull();
    expect(overSpent(limits, 600)).toMatchObject({ code: 'budget-spent' });
    expect(overSpent({ ...limits, gpu_minutes: null }, 1e9)).toBeNull();
  });

  it('holds the judge to the fewer tokens of its own limit and the budget', () => {
    const own = configOf({ judge: { ...judge, token_limit: 400 } }).judge;
    expect(limitJudge(own, limits)).toMatchObject({ token_limit: 400 });
    expect(limitJudge(configOf({ judge }).judge, limits)).toMatchObject({ token_limit: 1000 });
    expect(limitJudge(own, { ...limits, judge_tokens: null })).toBe(own);
    const none = configOf({}).judge;
    expect(limitJudge(none, limits)).toBe(none);
  });
});
