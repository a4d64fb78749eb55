/**
 * Forgetting as a metric: what a candidate's perplexity on general texts is, compared with the bare model's. Pure. Knows
 * nothing of which texts they are.
 */

import { twoSidedInterval } from '../stats/t-interval.ts';
import { type MetricInput, perplexityMetric, perplexityOf } from './metric.ts';
import { evaluateMetric } from './metric-decision.ts';
import type { Scores } from './pairing.ts';

/** Name of the metric. */
export const FORGETTING = 'forgetting';

export interface GeneralScores {
  bare: Scores;
  /** null where the bare model is the baseline. */
  baseline: Scores | null;
  candidate: Scores;
  /** Whether the baseline rests on this bare model, which it does unless told: what one of another model has forgotten excuses nothing. */
  same_model?: boolean;
}

export interface ForgettingPolicy {
  confidence: number;
  perplexity: { max_increase: number };
  /** Without a limit the metric is advisory. */
  forgetting: { max_increase?: number | undefined };
}

export interface Forgetting {
  metric: MetricInput;
  against: 'bare' | 'baseline';
  perplexity: Record<'bare' | 'baseline' | 'candidate', number | null>;
  /** Of the candidate over the bare model, nats a token, with its two-sided interval; null when not computable. */
  increase: { estimate: number; lower: number; upper: number } | null;
  /** Relative; null where the policy sets none. */
  max_increase: number | null;
}

/** What an advisory metric is read against: a fine-tuned model that lost this much no longer is the general model it was. */
export const ADVISORY_MAX_INCREASE = 0.1;

function increaseOf(base: Scores, candidate: Scores) {
  const evaluated = evaluateMetric(perplexityMetric(base, candidate, 0));
  return 'estimate' in evaluated ? evaluated.estimate : null;
}

/**
 * The candidate against the bare model within the policy's limit. A baseline that is above the limit already is no fault of
 * this change: then the candidate is compared with the baseline instead, and may add what the policy calls immaterial of
 * perplexity.
 */
export function judgeForgetting(
  { bare, baseline, candidate, same_model = true }: GeneralScores,
  { confidence, perplexity, forgetting }: ForgettingPolicy,
): Forgetting {
  const limit = forgetting.max_increase;
  const before = baseline && same_model ? increaseOf(bare, baseline) : null;
  const exceeded = before !== null && limit !== undefined && before.estimate > Math.log1p(limit);
  const metric =
    exceeded && baseline
      ? perplexityMetric(baseline, candidate, perplexity.max_increase)
      : perplexityMetric(bare, candidate, limit ?? ADVISORY_MAX_INCREASE);
  const increase = increaseOf(bare, candidate);
  return {
    metric: { ...metric, name: FORGETTING, blocking: limit !== undefined },
    against: exceeded ? 'baseline' : 'bare',
    perplexity: {
      bare: perplexityOf(bare),
      baseline: baseline && perplexityOf(baseline),
      candidate: perplexityOf(candidate),
    },
    increase: increase && { estimate: increase.estimate, ...twoSidedInterval(increase, confidence) },
    max_increase: limit ?? null,
  };
}
