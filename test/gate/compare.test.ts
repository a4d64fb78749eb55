import { describe, expect, test } from 'vitest';
import { compareEvaluations } from '../../src/gate/compare.ts';
import { combineVerdicts, verdictOf } from '../../src/gate/outcome.ts';
import type { EvaluationDocument } from '../../src/report/evaluation-document.ts';

const policy = {
  confidence: 0.95,
  perplexity: { max_increase: 0.01 },
  on_inconclusive: 'warn',
  mode: 'enforce',
} as const;

function evaluation(shift: number, change: Partial<EvaluationDocument> = {}): EvaluationDocument {
  const conversations = Array.from({ length: 30 }, (_, i) => {
    const tokens = 20 + i;
    return { id: `c${i}`, group: `c${i}`, tokens, nll: tokens * (2 + shift + (i % 3) * 0.002) };
  });
  const tokens = conversations.reduce((sum, row) => sum + row.tokens, 0);
  const nll_per_token = conversations.reduce((sum, row) => sum + row.nll, 0) / tokens;
  return {
    schema: 'lora-gate/evaluation/1',
    model: 'tiny',
    adapter: null,
    data: { path: 'test.jsonl', sha256: 'a'.repeat(64), rows: 30 },
    perplexity: Math.exp(nll_per_token),
    nll_per_token,
    tokens,
    conversations,
    seconds: 1,
    tokens_per_second: tokens,
    peak_rss_bytes: 1,
    ...change,
  };
}

describe('two saved evaluations', () => {
  test('an evaluation against itself passes', () => {
    expect(compareEvaluations(evaluation(0), evaluation(0), policy).outcome).toBe('pass');
  });

  test('the perplexities shown are those of the files, and the estimate is their log ratio', () => {
    const [base, worse] = [evaluation(0), evaluation(0.04)];
    const decision = compareEvaluations(base, worse, policy);
    expect(decision).toMatchObject({ outcome: 'regression', exit_code: 1 });
    const [metric] = decision.metrics;
    expect(metric?.base).toBeCloseTo(base.perplexity, 10);
    expect(metric?.estimate).toBeCloseTo(Math.log(worse.perplexity / base.perplexity), 12);
  });

  test('other test data cannot be compared, even with the same ids and counts', () => {
    const other = evaluation(0, { data: { path: 'test.jsonl', sha256: 'b'.repeat(64), rows: 30 } });
    const decision = compareEvaluations(evaluation(0), other, policy);
    expect(decision).toMatchObject({ outcome: 'not_evaluated', exit_code: 3 });
    expect(decision.reasons[0]?.reason).toMatch(/other test data/);
  });

  test('another model is compared with a warning', () => {
    const decision = compareEvaluations(evaluation(0), evaluation(0, { model: 'other' }), policy);
    expect(decision.outcome).toBe('pass');
    expect(decision.warnings).toEqual([expect.stringContaining('different models: tiny and other')]);
  });
});

describe('several adapters', () => {
  const enforce = { on_inconclusive: 'block', mode: 'enforce' } as const;
  test('the worst decides, and a proven regression sets the exit code', () => {
    const verdicts = (['pass', 'not_evaluated', 'regression'] as const).map((o) => verdictOf(o, enforce));
    expect(combineVerdicts(verdicts)).toEqual({ outcome: 'regression', blocked: true, exit_code: 1 });
    expect(combineVerdicts(verdicts.slice(0, 2))).toEqual({
      outcome: 'not_evaluated',
      blocked: true,
      exit_code: 3,
    });
  });

  test('one blocked adapter blocks, whatever the others are', () => {
    const regressionNotEnforced = verdictOf('regression', { ...enforce, mode: 'warn' });
    expect(combineVerdicts([regressionNotEnforced, verdictOf('inconclusive', enforce)])).toEqual({
      outcome: 'regression',
      blocked: true,
      exit_code: 3,
    });
  });

  test('none is "not affected", not a pass', () => {
    expect(combineVerdicts([])).toEqual({ outcome: 'not_affected', blocked: false, exit_code: 0 });
  });
});
