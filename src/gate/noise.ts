/**
 * What the gate makes of trainings that differ in nothing but the seed, and the margins that follow. Pure: the scores are handed
 * in.
 */

import { type SeedSpread, seedSpread } from '../stats/seed-spread.ts';
import type { Bounds } from '../stats/t-interval.ts';
import { decide } from './decide.ts';
import { perplexityMetric } from './metric.ts';
import type { Outcome } from './outcome.ts';
import type { ScoredConversation } from './pairing.ts';

export interface SeedScores {
  seed: number;
  conversations: readonly ScoredConversation[];
  nll_per_token: number;
}

export interface SeedPair {
  /** The better one first: the other is taken for its candidate. */
  seeds: [base: number, candidate: number];
  /** Of ln perplexity, nats a token; what the test set's own sampling leaves open is in the interval, the seeds' luck is not. */
  difference: number;
  interval: Bounds;
  outcome: Outcome;
}

export interface NoiseReport {
  confidence: number;
  /** The margin of the policy, relative. */
  max_increase: number;
  /** Of ln perplexity over the seeds, nats a token. */
  spread: SeedSpread;
  pairs: SeedPair[];
  /** Pairs that the gate would block although nothing but the seed differs. */
  regressions: number;
  /** Relative increases of perplexity that the luck of the seed explains; see `SeedSpread` for the formulas. */
  proposed_max_increase: { prediction: number; tolerance: number };
}

export interface NoisePolicy {
  confidence: number;
  perplexity: { max_increase: number };
}

/** @throws RangeError for fewer than two seeds or scores that are no numbers. */
export function reportNoise(runs: readonly SeedScores[], policy: NoisePolicy): NoiseReport {
  const { confidence, perplexity } = policy;
  const spread = seedSpread(
    runs.map(({ nll_per_token }) => nll_per_token),
    confidence,
  );
  const pairs = runs.flatMap((one, i) => runs.slice(i + 1).map((other) => pairOf(one, other, policy)));
  return {
    confidence,
    max_increase: perplexity.max_increase,
    spread,
    pairs,
    regressions: pairs.filter(({ outcome }) => outcome === 'regression').length,
    proposed_max_increase: {
      prediction: Math.expm1(spread.prediction),
      tolerance: Math.expm1(spread.tolerance),
    },
  };
}

function pairOf(one: SeedScores, other: SeedScores, { confidence, perplexity }: NoisePolicy): SeedPair {
  const [base, candidate] = one.nll_per_token <= other.nll_per_token ? [one, other] : [other, one];
  const metric = perplexityMetric(base.conversations, candidate.conversations, perplexity.max_increase);
  const enforcement = { confidence, on_inconclusive: 'warn', mode: 'enforce' } as const;
  const [decided] = decide([metric], enforcement, { bootstrapSamples: 0 }).metrics;
  if (!decided || decided.estimate === null || decided.interval === null) {
    const reason = decided?.checks[0]?.reason ?? 'no scores';
    throw new RangeError(`seeds ${base.seed} and ${candidate.seed} cannot be compared: ${reason}`);
  }
  return {
    seeds: [base.seed, candidate.seed],
    difference: decided.estimate,
    interval: decided.interval,
    outcome: decided.outcome,
  };
}
