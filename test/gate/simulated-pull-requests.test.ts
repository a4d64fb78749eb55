/**
 * The two promises to a team that turns the gate on, word for word: 200 pull requests without effect, and 200 that make the
 * model worse by twice the margin, on conversations like real ones and through the gate's whole rule.
 */

import { beforeAll, describe, expect, it } from 'vitest';
import { type Decision, decide } from '../../src/gate/decide.ts';
import { perplexityMetric } from '../../src/gate/metric.ts';
import type { ScoredConversation } from '../../src/gate/pairing.ts';
import { createRng, type Rng } from '../../src/rng.ts';

const PULL_REQUESTS = 200;
const MAX_INCREASE = 0.01;
const MARGIN = Math.log1p(MAX_INCREASE);
const policy = { confidence: 0.95, on_inconclusive: 'warn', mode: 'enforce' } as const;

/** Student's t with 3 degrees of freedom, over its standard deviation √3: one draw in 140 is beyond three. */
function heavyTailed(rng: Rng): number {
  const square = rng.normal() ** 2 + rng.normal() ** 2 + rng.normal() ** 2;
  return rng.normal() / Math.sqrt(square / 3) / Math.sqrt(3);
}

/**
 * A test set of `groups` sources, each with one to three conversations, before and after a change of `effect` nats a token. Answers
 * have 5 to 400 tokens, most of them near 45, and losses of 0.5 to 6 nats. What training changed by chance differs between
 * sources and between conversations, both with heavy tails, and short answers move more than long ones.
 */
function pullRequest(rng: Rng, groups: number, effect: number) {
  const base: ScoredConversation[] = [];
  const candidate: ScoredConversation[] = [];
  for (let g = 0; g < groups; g += 1) {
    const ofGroup = 0.05 * heavyTailed(rng);
    for (let j = 0; j <= rng.integer(3); j += 1) {
      const tokens = Math.round(Math.min(400, Math.max(5, 45 * Math.exp(0.7 * rng.normal()))));
      const loss = Math.min(6, Math.max(0.5, 2.2 * Math.exp(0.35 * rng.normal())));
      const luck = ofGroup + 0.1 * Math.sqrt(45 / tokens) * heavyTailed(rng);
      const row = { id: `${g}/${j}`, group: `${g}`, tokens };
      base.push({ ...row, nll: tokens * loss });
      candidate.push({ ...row, nll: tokens * Math.max(0, loss + effect + luck) });
    }
  }
  return { base, candidate };
}

function judge(rng: Rng, groups: number, effect: number): Decision {
  const { base, candidate } = pullRequest(rng, groups, effect);
  return decide([perplexityMetric(base, candidate, MAX_INCREASE)], policy, { bootstrapSamples: 0 });
}

const blocked = (decisions: readonly Decision[]) => decisions.filter((decision) => decision.blocked).length;

/** The most that a true rate gives of PULL_REQUESTS but once in a hundred: the least k with a binomial P(X > k) < 0.01. */
function byChance(rate: number): number {
  let probability = (1 - rate) ** PULL_REQUESTS;
  let [sum, k] = [probability, 0];
  while (1 - sum >= 0.01) {
    probability *= (((PULL_REQUESTS - k) / (k + 1)) * rate) / (1 - rate);
    k += 1;
    sum += probability;
  }
  return k;
}

describe('200 simulated pull requests', () => {
  /** Sources that the report on a first pull request recommends, itself judged on 60; each team has a report of its own. */
  let recommended: number[];
  const judgeAll = (seed: number, effect: number) => {
    const rng = createRng(seed);
    return recommended.map((sources) => judge(rng, sources, effect));
  };

  beforeAll(() => {
    const rng = createRng(100);
    recommended = Array.from({ length: PULL_REQUESTS }, () => {
      const [metric] = judge(rng, 60, 0).metrics;
      return metric!.recommended_clusters!;
    });
  });

  it('without effect are blocked at most 5 % of the time', () => {
    // 10 are expected of a gate that blocks exactly 5 %, and 18 or fewer 99 times in 100. Seen: 13; of 1,000, 5.6 %.
    expect(byChance(0.05)).toBe(18);
    const decisions = judgeAll(200, 0);
    expect(blocked(decisions)).toBeLessThanOrEqual(byChance(0.05));
    // A rule that reads the estimate alone would not keep to it.
    const above = decisions.filter(({ metrics }) => metrics[0]!.estimate! > MARGIN).length;
    expect(above).toBeGreaterThan(byChance(0.05));
  });

  it('worse by twice the margin are caught at least 80 % of the time at the size that the report recommends', () => {
    // Seen: 166; of 1,000, 80.8 %.
    expect(blocked(judgeAll(300, 2 * MARGIN))).toBeGreaterThanOrEqual(0.8 * PULL_REQUESTS);
  });

  it('worse by twice the margin are missed too often at a third of that size', () => {
    recommended = recommended.map((sources) => Math.ceil(sources / 3));
    expect(blocked(judgeAll(300, 2 * MARGIN))).toBeLessThan(0.7 * PULL_REQUESTS);
  });
});
