import { describe, expect, test } from 'vitest';
import { type Decision, type DecisionPolicy, decide } from '../../src/gate/decide.ts';
import { type MetricInput, perplexityMargin, perplexityMetric } from '../../src/gate/metric.ts';
import type { PairedDifference, ScoredConversation, Scores } from '../../src/gate/pairing.ts';

const policy: DecisionPolicy = { confidence: 0.95, on_inconclusive: 'warn', mode: 'enforce' };
const quick = { bootstrapSamples: 0 };

/** Conversations of ten tokens at one nat a token, changed by `changes` nats a token. */
function scores(changes: readonly number[], prefix = 'c'): ScoredConversation[] {
  return changes.map((change, i) => {
    return { id: `${prefix}${i}`, group: `${prefix}${i}`, nll: 10 * (1 + change), tokens: 10 };
  });
}

function mean(name: string, values: readonly number[], margin: number, blocking = true): MetricInput {
  const differences: PairedDifference[] = values.map((difference, i) => {
    return { id: `p${i}`, group: `p${i}`, tokens: 1, difference };
  });
  return { name, kind: 'mean', base: 4, candidate: 4, differences, margin, blocking };
}

/** n values with the given mean whose t statistic is `t`: se = mean / t, so sd = se·√n, half above and half below. */
function withT(n: number, average: number, t: number): number[] {
  const sd = (Math.abs(average / t) * Math.sqrt(n - 1)) as number;
  return Array.from({ length: n }, (_, i) => average + (i % 2 === 0 ? sd : -sd));
}

const perplexity = (base: Scores, candidate: Scores, maxIncrease = 0.01) =>
  perplexityMetric(base, candidate, maxIncrease);
const flat = scores(Array(20).fill(0));

describe('the four outcomes', () => {
  test('the margin of 1 % is ln 1.01 on the difference of nats a token', () => {
    expect(perplexityMargin(0.01)).toBeCloseTo(Math.log(1.01), 15);
  });

  test('the same scores twice pass, whatever the margin', () => {
    const decision = decide([perplexity(flat, flat, 0)], policy);
    expect(decision).toMatchObject({ outcome: 'pass', blocked: false, exit_code: 0, reasons: [] });
    expect(decision.metrics[0]).toMatchObject({ estimate: 0, bounds: { lower: 0, upper: 0 }, p_value: 1 });
  });

  test('an upper bound below the margin passes', () => {
    // mean −0.05, sd 0.01 over 20: se = 0.01·√(20/19)/√20 = 0.0023, upper = −0.05 + 1.73·0.0023 < 0
    const better = scores(Array.from({ length: 20 }, (_, i) => -0.05 + (i % 2 ? 0.01 : -0.01)));
    const { metrics, outcome } = decide([perplexity(flat, better)], policy);
    expect(outcome).toBe('pass');
    expect(metrics[0]?.estimate).toBeCloseTo(-0.05, 12);
    expect(metrics[0]?.candidate).toBeCloseTo(Math.exp(0.95), 12);
    expect(metrics[0]?.standard_error).toBeCloseTo(0.01 / Math.sqrt(19), 12);
  });

  test('more than the margin and more than chance is a regression', () => {
    const worse = scores(Array.from({ length: 20 }, (_, i) => 0.05 + (i % 2 ? 0.01 : -0.01)));
    const decision = decide([perplexity(flat, worse)], policy);
    expect(decision).toMatchObject({ outcome: 'regression', blocked: true, exit_code: 1 });
    expect(decision.reasons.map(({ name }) => name)).toEqual([
      'perplexity/no-regression',
      'perplexity/within-margin',
    ]);
    expect(decision.reasons[0]).toMatchObject({ passed: false, actual: expect.stringContaining('+5.13 %') });
  });

  test('more than the margin but not more than chance is inconclusive', () => {
    // mean 0.05 and t = 1 on 19 degrees of freedom: lower bound 0.05 − 1.73·0.05 < 0
    const decision = decide([perplexity(flat, scores(withT(20, 0.05, 1)))], policy);
    expect(decision).toMatchObject({ outcome: 'inconclusive', blocked: false, exit_code: 0 });
    expect(decision.metrics[0]?.more_conversations_needed).toBeGreaterThan(10);
  });

  test('more than chance but not more than the margin is inconclusive when the margin is not ruled out', () => {
    // Δ = 0.009 < ln 1.01 = 0.00995, se = 0.003: lower 0.0038 > 0, upper 0.0142 > m
    const decision = decide([perplexity(flat, scores(withT(20, 0.009, 3)))], policy);
    expect(decision.metrics[0]?.bounds?.lower).toBeGreaterThan(0);
    expect(decision.outcome).toBe('inconclusive');
  });

  test('a significant increase that is immaterial passes', () => {
    const decision = decide([perplexity(flat, scores(withT(20, 0.004, 10)))], policy);
    expect(decision.metrics[0]?.p_value).toBeLessThan(1e-6);
    expect(decision.outcome).toBe('pass');
  });

  test('conversations of one group are one unit', () => {
    const together = (list: ScoredConversation[]) =>
      list.map((score, i) => ({ ...score, group: `g${Math.floor(i / 10)}` }));
    const worse = scores(withT(20, 0.05, 3));
    expect(decide([perplexity(flat, worse)], policy, quick).outcome).toBe('regression');
    const grouped = decide([perplexity(together(flat), together(worse))], policy, quick);
    expect(grouped.metrics[0]).toMatchObject({ clusters: 2, conversations: 20 });
  });
});

describe('what cannot be evaluated', () => {
  const one = scores([0]);
  const base = scores([0, 0, 0]);
  const changed = (change: Partial<ScoredConversation>) =>
    base.map((score, i) => (i === 1 ? { ...score, ...change } : score));
  test.each<[string, Scores, Scores, RegExp]>([
    ['no baseline', { unavailable: 'training failed' }, base, /no baseline scores: training failed/],
    ['no candidate', base, { unavailable: 'out of memory' }, /no candidate scores: out of memory/],
    ['no conversations', [], [], /scored no conversations/],
    ['a single conversation', one, one, /at least 2/],
    [
      'one group',
      base.map((s) => ({ ...s, group: 'g' })),
      base.map((s) => ({ ...s, group: 'g' })),
      /1 independent/,
    ],
    ['a NaN', base, changed({ nll: Number.NaN }), /candidate's NLL is not a finite number for "c1"/],
    [
      'an infinity in the baseline',
      changed({ nll: Number.POSITIVE_INFINITY }),
      base,
      /baseline's NLL is not/,
    ],
    ['a missing conversation', base, base.slice(1), /candidate has no score for "c0"/],
    ['an extra conversation', base.slice(1), base, /baseline has no score for "c0"/],
    ['another token count', base, changed({ tokens: 11 }), /different supervised tokens for "c1"/],
    ['no tokens', changed({ tokens: 0 }), changed({ tokens: 0 }), /no supervised tokens for "c1"/],
    ['a fraction of a token', changed({ tokens: 1.5 }), changed({ tokens: 1.5 }), /no supervised tokens/],
    ['another group', base, changed({ group: 'x' }), /"c1" into different groups/],
    ['an id twice', changed({ id: 'c0' }), base, /same conversation twice: "c0"/],
    ['many missing', scores(Array(9).fill(0)), scores([0, 0]), /"c2", "c3", "c4" and 4 more/],
  ])('%s blocks and says why', (_, before, after, reason) => {
    const decision = decide([perplexity(before, after)], policy);
    expect(decision).toMatchObject({ outcome: 'not_evaluated', blocked: true, exit_code: 3 });
    expect(decision.reasons).toEqual([
      expect.objectContaining({
        name: 'perplexity/evaluated',
        passed: false,
        reason: expect.stringMatching(reason),
      }),
    ]);
    expect(decision.metrics[0]).toMatchObject({ estimate: null, bounds: null });
  });

  test('NaN differences and a NaN margin are not evaluated', () => {
    expect(decide([mean('judge', [0, Number.NaN, 0], 0.2)], policy).outcome).toBe('not_evaluated');
    expect(decide([mean('judge', [0, 0, 0], Number.NaN)], policy).outcome).toBe('not_evaluated');
  });

  test('a base value of NaN or none is not evaluated', () => {
    for (const base of [Number.NaN, null]) {
      expect(decide([{ ...mean('judge', [0, 0, 0], 0.2), base }], policy).outcome).toBe('not_evaluated');
    }
  });

  test('judging nothing is not a pass', () => {
    expect(decide([], policy)).toMatchObject({ outcome: 'not_evaluated', blocked: true, exit_code: 3 });
    const advisory = decide([mean('style', [0, 0, 0], 0.2, false)], policy);
    expect(advisory).toMatchObject({ outcome: 'not_evaluated', exit_code: 3 });
    expect(advisory.reasons[0]?.reason).toMatch(/not a pass/);
  });
});

describe('the policy', () => {
  const open = [perplexity(flat, scores(withT(20, 0.05, 1)))];
  const regressed = [perplexity(flat, scores(withT(20, 0.05, 5)))];
  const missing = [perplexity(flat, [])];
  const facts = ({ outcome, blocked, exit_code }: Decision) => [outcome, blocked, exit_code];

  test('on_inconclusive: block lets only a proven pass through', () => {
    expect(facts(decide(open, { ...policy, on_inconclusive: 'block' }))).toEqual(['inconclusive', true, 3]);
  });

  test('mode: warn blocks nothing and still says what it found', () => {
    const warn: DecisionPolicy = { ...policy, mode: 'warn', on_inconclusive: 'block' };
    expect(facts(decide(open, warn))).toEqual(['inconclusive', false, 0]);
    expect(facts(decide(regressed, warn))).toEqual(['regression', false, 0]);
    expect(facts(decide(missing, warn))).toEqual(['not_evaluated', false, 0]);
  });

  test('a regression beside a missing score is told as the regression', () => {
    expect(facts(decide([...missing, ...regressed], policy))).toEqual(['regression', true, 1]);
  });

  test('an advisory metric decides nothing', () => {
    const style = mean('style', withT(20, 0.5, 9), 0.2, false);
    const decision = decide([perplexity(flat, flat), style], policy);
    expect(decision.metrics[1]?.outcome).toBe('regression');
    expect(facts(decision)).toEqual(['pass', false, 0]);
  });

  test('several blocking metrics share the error rate', () => {
    // t = 2 on 19 degrees of freedom: p = 0.030, below 0.05 alone, 0.06 as the smaller of two
    const suspicious = mean('style', withT(20, 0.5, 2), 0.2);
    expect(decide([suspicious], policy).outcome).toBe('regression');
    const two = decide([suspicious, mean('relevance', withT(20, 0.1, 0.5), 1)], policy);
    expect(two.metrics[0]?.outcome).toBe('inconclusive');
    expect(two.metrics[0]?.adjusted_p_value).toBeCloseTo(2 * (two.metrics[0]?.p_value as number), 12);
  });

  test('a test set that is to show something for several metrics has to be larger', () => {
    const one = decide([mean('style', withT(20, 0.5, 2), 0.2)], policy).metrics[0]!;
    const more = decide([mean('style', withT(20, 0.5, 2), 0.2), mean('tone', withT(20, 0.1, 0.5), 1)], policy)
      .metrics[0]!;
    // t at 0.975 instead of at 0.95, on 19 degrees of freedom.
    const se = one.standard_error!;
    expect(one.smallest_detectable_effect! / se).toBeCloseTo(1.7291 + 0.861, 3);
    expect(more.smallest_detectable_effect! / se).toBeCloseTo(2.093 + 0.861, 3);
    expect(more.recommended_clusters!).toBeGreaterThan(one.recommended_clusters!);
  });

  test('a confidence that is a percentage is refused', () => {
    expect(() => decide(regressed, { ...policy, confidence: 95 })).toThrow(RangeError);
  });
});

describe('the bootstrap cross-check', () => {
  test('is the same every time and agrees on a clear case', () => {
    const input = [perplexity(flat, scores(withT(20, 0.05, 5)))];
    const [first, second] = [decide(input, policy), decide(input, policy)];
    expect(first).toEqual(second);
    expect(first.metrics[0]?.bootstrap).toMatchObject({ samples: 2000, seed: 0, agrees: true });
    expect(first.warnings).toEqual([]);
  });

  test('a disagreement is a warning, not another verdict', () => {
    // mean 0.005, se = 0.005/√5 = 0.0022: the t bound is 0.005 + 2.13·0.0022 = 0.0098, the bootstrap's about 0.0084
    const five = [mean('style', [0, 0, 0.005, 0.01, 0.01], 0.009)];
    const decision = decide(five, policy);
    expect(decision.metrics[0]?.bounds?.upper).toBeCloseTo(0.00977, 4);
    expect(decision.metrics[0]?.bootstrap?.upper).toBeLessThan(0.009);
    expect(decision.metrics[0]?.bootstrap?.agrees).toBe(false);
    expect(decision.outcome).toBe('inconclusive');
    expect(decision.warnings).toEqual([
      expect.stringMatching(/only 5 independent/),
      expect.stringMatching(/close call/),
    ]);
  });
});
