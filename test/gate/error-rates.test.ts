/** The promises about error rates, by simulation from a seeded generator. */

import { describe, expect, test } from 'vitest';
import { decide } from '../../src/gate/decide.ts';
import { perplexityMetric } from '../../src/gate/metric.ts';
import type { ScoredConversation } from '../../src/gate/pairing.ts';
import { createRng, type Rng } from '../../src/rng.ts';

const RUNS = 2000;
const MAX_INCREASE = 0.01;
const policy = { confidence: 0.95, on_inconclusive: 'warn', mode: 'enforce' } as const;

/** Four binomial standard errors of a rate over RUNS: a sound gate fails this once in 30,000 seeds. */
const tolerance = (rate: number) => 4 * Math.sqrt((rate * (1 - rate)) / RUNS);

interface World {
  rng: Rng;
  groups: number;
  perGroup: number;
  /** True change, nats a token. */
  effect: number;
  /** Standard deviation of a group's luck, nats a token. */
  spread: number;
  noise: (rng: Rng) => number;
}

/** Test sets of unequal conversations whose groups share part of their luck. */
function draw({ rng, groups, perGroup, effect, spread, noise }: World) {
  const base: ScoredConversation[] = [];
  const candidate: ScoredConversation[] = [];
  for (let g = 0; g < groups; g += 1) {
    const shared = noise(rng);
    for (let j = 0; j < perGroup; j += 1) {
      const tokens = 20 + rng.integer(200);
      const nll = tokens * (2.5 + 0.3 * rng.normal());
      const change = effect + spread * shared + (perGroup > 1 ? spread * noise(rng) : 0);
      const row = { id: `${g}/${j}`, group: `${g}`, tokens };
      base.push({ ...row, nll });
      candidate.push({ ...row, nll: nll + tokens * change });
    }
  }
  return { base, candidate };
}

interface Rates {
  rate: (outcome: string) => number;
  recommended: number;
  /** How often the point estimate alone is above the margin. */
  above: number;
}

function outcomes(world: World): Rates {
  const counts = new Map<string, number>();
  let recommended = 0;
  let above = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const { base, candidate } = draw(world);
    const { metrics } = decide([perplexityMetric(base, candidate, MAX_INCREASE)], policy, {
      bootstrapSamples: 0,
    });
    const [metric] = metrics;
    if (!metric) throw new Error('no metric');
    counts.set(metric.outcome, (counts.get(metric.outcome) ?? 0) + 1);
    if ((metric.estimate ?? 0) > metric.margin) above += 1 / RUNS;
    recommended += (metric.recommended_clusters ?? Number.NaN) / RUNS;
  }
  return { rate: (outcome) => (counts.get(outcome) ?? 0) / RUNS, recommended, above };
}

const normal = (rng: Rng) => rng.normal();
/** Heavy tails: a mixture in which one draw in ten is three times as wide. */
const heavy = (rng: Rng) => rng.normal() * (rng.integer(10) === 0 ? 3 : 1);

describe('a change without effect', () => {
  test.each([
    { what: '80 conversations', groups: 80, perGroup: 1, noise: normal },
    { what: '20 groups of three', groups: 20, perGroup: 3, noise: normal },
    { what: '40 conversations with heavy tails', groups: 40, perGroup: 1, noise: heavy },
  ])('is blocked at most 5 % of the time on $what', ({ groups, perGroup, noise }) => {
    const world: World = { rng: createRng(2024), groups, perGroup, effect: 0, spread: 0.09, noise };
    const { rate, above } = outcomes(world);
    expect(rate('regression')).toBeLessThanOrEqual(0.05 + tolerance(0.05));
    // the rule has something to do: the point estimate alone would block far more often
    expect(rate('regression')).toBeGreaterThan(0.01);
    expect(above).toBeGreaterThan(0.15);
    expect(rate('not_evaluated')).toBe(0);
  });

  test('on fewer than 20 conversations is blocked a little more often, and the decision warns of that', () => {
    const world: World = {
      rng: createRng(1),
      groups: 12,
      perGroup: 1,
      effect: 0,
      spread: 0.09,
      noise: normal,
    };
    // conversations of 20 to 220 tokens: the linearised error of so few is a little too small
    expect(outcomes(world).rate('regression')).toBeLessThanOrEqual(0.06 + tolerance(0.06));
    const { base, candidate } = draw(world);
    const { warnings } = decide([perplexityMetric(base, candidate, MAX_INCREASE)], policy, {
      bootstrapSamples: 0,
    });
    expect(warnings).toEqual([expect.stringMatching(/only 12 independent .* rough below 20/)]);
  });

  test('would be blocked far more often if groups were taken for independent conversations', () => {
    const world: World = {
      rng: createRng(7),
      groups: 12,
      perGroup: 12,
      effect: 0,
      spread: 0.02,
      noise: normal,
    };
    let naive = 0;
    for (let run = 0; run < 500; run += 1) {
      const { base, candidate } = draw(world);
      const alone = (list: ScoredConversation[]) => list.map((score) => ({ ...score, group: score.id }));
      const metric = perplexityMetric(alone(base), alone(candidate), 0);
      if (decide([metric], policy, { bootstrapSamples: 0 }).outcome === 'regression') naive += 1;
    }
    expect(naive / 500).toBeGreaterThan(0.12);
  });
});

test('a change worse by exactly the margin passes at most 5 % of the time', () => {
  const effect = Math.log1p(MAX_INCREASE);
  const { rate } = outcomes({
    rng: createRng(5),
    groups: 80,
    perGroup: 1,
    effect,
    spread: 0.02,
    noise: normal,
  });
  expect(rate('pass')).toBeLessThanOrEqual(0.05 + tolerance(0.05));
});

test('a regression of twice the margin is caught four times in five at the recommended size', () => {
  const effect = 2 * Math.log1p(MAX_INCREASE);
  const pilot: World = { rng: createRng(3), groups: 80, perGroup: 1, effect, spread: 0.02, noise: normal };
  const size = Math.ceil(outcomes(pilot).recommended);
  expect(size).toBeGreaterThan(5);
  expect(size).toBeLessThan(80);
  const { rate } = outcomes({ ...pilot, rng: createRng(4), groups: size });
  // 0.03 for what the two quantiles leave out: that the standard error itself is estimated
  expect(rate('regression')).toBeGreaterThanOrEqual(0.8 - tolerance(0.8) - 0.03);
  const small = outcomes({ ...pilot, rng: createRng(4), groups: Math.ceil(size / 3) });
  expect(small.rate('regression')).toBeLessThan(0.75);
});
