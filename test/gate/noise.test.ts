/** Trainings that differ in their seed: every pair judged by the gate's own rule, and margins from their spread. */

import { describe, expect, it } from 'vitest';
import { reportNoise, type SeedScores } from '../../src/gate/noise.ts';

/** 40 conversations of 30 tokens at 2 nats a token, all of them `shift` higher. */
function scores(seed: number, shift: number): SeedScores {
  const conversations = Array.from({ length: 40 }, (_, i) => ({
    id: `${i}`,
    group: `${i}`,
    tokens: 30,
    nll: 30 * (2 + 0.3 * Math.sin(i) + shift + 0.002 * Math.sin(seed * (i + 1))),
  }));
  const nll = conversations.reduce((sum, row) => sum + row.nll, 0);
  return { seed, conversations, nll_per_token: nll / (40 * 30) };
}

const policy = { confidence: 0.95, perplexity: { max_increase: 0.01 } };
const runs = [scores(7, 0), scores(8, 0.02), scores(9, 0.005)];

describe('the noise of a recipe', () => {
  it('compares every pair once, the worse as the candidate, and counts what the gate would block', () => {
    const { pairs, regressions } = reportNoise(runs, policy);
    expect(pairs.map(({ seeds, outcome }) => ({ seeds, outcome }))).toEqual([
      { seeds: [7, 8], outcome: 'regression' },
      { seeds: [7, 9], outcome: 'pass' },
      { seeds: [9, 8], outcome: 'regression' },
    ]);
    expect(regressions).toBe(2);
    expect(pairs[0]!.difference).toBeCloseTo(0.02, 3);
    for (const { difference, interval } of pairs) {
      expect(difference).toBeGreaterThan(0);
      expect(interval.lower).toBeLessThan(difference);
      expect(interval.upper).toBeGreaterThan(difference);
    }
  });

  it('proposes margins that grow with the spread and shrink with the number of seeds', () => {
    const { proposed_max_increase: three, spread } = reportNoise(runs, policy);
    // the spread of 2, 2.02 and 2.005 nats a token
    expect(spread.standard_deviation).toBeCloseTo(0.0104, 3);
    expect(three.prediction).toBeCloseTo(Math.expm1(4.3027 * Math.SQRT2 * spread.standard_deviation), 4);
    expect(three.tolerance).toBeGreaterThan(three.prediction);
    const six = reportNoise([...runs, scores(10, 0), scores(11, 0.02), scores(12, 0.005)], policy);
    expect(six.proposed_max_increase.tolerance).toBeLessThan(three.tolerance / 2);
    const wide = reportNoise([scores(7, 0), scores(8, 0.04), scores(9, 0.01)], policy);
    expect(wide.proposed_max_increase.prediction).toBeGreaterThan(1.8 * three.prediction);
  });

  it('is not made from one training, nor from scores that are no numbers', () => {
    expect(() => reportNoise(runs.slice(0, 1), policy)).toThrow(RangeError);
    expect(() => reportNoise([runs[0]!, { ...runs[1]!, nll_per_token: Number.NaN }], policy)).toThrow(
      RangeError,
    );
  });
});
