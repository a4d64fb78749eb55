/** Forgetting: which two models are compared, what blocks, and what is said when nothing could be measured. */

import { describe, expect, it } from 'vitest';
import { decide } from '../../src/gate/decide.ts';
import { ADVISORY_MAX_INCREASE, type ForgettingPolicy, judgeForgetting } from '../../src/gate/forgetting.ts';
import { perplexityMetric } from '../../src/gate/metric.ts';
import type { ScoredConversation } from '../../src/gate/pairing.ts';

/** 60 conversations whose NLL a token is 2 + `change`, give or take a little that differs between models. */
function scores(change: number, seed = 0): ScoredConversation[] {
  return Array.from({ length: 60 }, (_, i) => {
    const tokens = 20 + ((i * 7) % 60);
    return {
      id: `${i}`,
      group: `${i}`,
      tokens,
      nll: tokens * (2 + 0.5 * Math.sin(i) + change + 0.01 * Math.sin(seed + 3 * i)),
    };
  });
}

const bare = scores(0);
const policy = (max_increase?: number): ForgettingPolicy => ({
  confidence: 0.95,
  perplexity: { max_increase: 0.01 },
  forgetting: { max_increase },
});
const enforce = { confidence: 0.95, on_inconclusive: 'warn', mode: 'enforce' } as const;
const perplexity = perplexityMetric(bare, scores(-0.1, 5), 0.01);

describe('forgetting', () => {
  it('is reported and decides nothing without a limit', () => {
    const found = judgeForgetting({ bare, baseline: scores(0.1, 1), candidate: scores(0.5, 2) }, policy());
    expect(found).toMatchObject({ against: 'bare', max_increase: null });
    expect(found.metric).toMatchObject({ name: 'forgetting', kind: 'perplexity', blocking: false });
    expect(found.metric.margin).toBe(Math.log1p(ADVISORY_MAX_INCREASE));
    expect(found.increase!.estimate).toBeCloseTo(0.5, 2);
    expect(found.increase!.lower).toBeLessThan(found.increase!.estimate);
    expect(found.perplexity.candidate! / found.perplexity.bare!).toBeCloseTo(
      Math.exp(found.increase!.estimate),
      10,
    );
    const decision = decide([perplexity, found.metric], enforce);
    expect(decision).toMatchObject({ outcome: 'pass', blocked: false });
    expect(decision.metrics[1]).toMatchObject({ name: 'forgetting', outcome: 'regression', blocking: false });
  });

  it('blocks a candidate that is above the limit where the baseline is below it', () => {
    const models = { bare, baseline: scores(0.1, 1), candidate: scores(0.3, 2) };
    const found = judgeForgetting(models, policy(0.2));
    expect(found).toMatchObject({ against: 'bare', max_increase: 0.2 });
    expect(found.metric).toMatchObject({ blocking: true, margin: Math.log1p(0.2) });
    expect(decide([perplexity, found.metric], enforce)).toMatchObject({
      outcome: 'regression',
      blocked: true,
    });
  });

  it('holds only the further increase against a change whose baseline is above the limit already', () => {
    const same = { bare, baseline: scores(0.4, 1), candidate: scores(0.4, 2) };
    const found = judgeForgetting(same, policy(0.2));
    expect(found.against).toBe('baseline');
    expect(found.metric).toMatchObject({ base: found.perplexity.baseline, margin: Math.log1p(0.01) });
    // what is reported stays the distance to the bare model
    expect(found.increase!.estimate).toBeCloseTo(0.4, 2);
    expect(decide([perplexity, found.metric], enforce).outcome).toBe('pass');
    const further = judgeForgetting({ ...same, candidate: scores(0.45, 2) }, policy(0.2));
    expect(decide([perplexity, further.metric], enforce).outcome).toBe('regression');
  });

  it('excuses nothing by a baseline of another model', () => {
    const models = { bare, baseline: scores(0.4, 1), candidate: scores(0.4, 2), same_model: false };
    const found = judgeForgetting(models, policy(0.2));
    expect(found.against).toBe('bare');
    expect(decide([perplexity, found.metric], enforce).outcome).toBe('regression');
  });

  it('compares an introduced adapter with the bare model, and reports no baseline', () => {
    const found = judgeForgetting({ bare, baseline: null, candidate: scores(0.4, 2) }, policy(0.2));
    expect(found).toMatchObject({ against: 'bare', perplexity: { baseline: null } });
    expect(decide([found.metric], enforce).outcome).toBe('regression');
  });

  it('is never a pass when a score is not a number', () => {
    const candidate = scores(0.1, 2);
    candidate[7] = { ...candidate[7]!, nll: Number.NaN };
    const found = judgeForgetting({ bare, baseline: scores(0.1, 1), candidate }, policy(0.2));
    expect(found.increase).toBeNull();
    expect(decide([perplexity, found.metric], enforce)).toMatchObject({
      outcome: 'not_evaluated',
      blocked: true,
    });
  });
});
