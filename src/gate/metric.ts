/**
 * What the gate judges: one metric as it comes in, and the perplexity metric made from scores. Worse is always
 * positive. Knows nothing of how the scores came to be.
 */

import { type Differences, isUnavailable, pairConversations, type Scores } from './pairing.ts';

export const METRIC_KINDS = ['perplexity', 'mean'] as const;
/**
 * `perplexity`: Δ = Σ difference / Σ tokens in nats a token, shown as the relative change e^Δ − 1.
 * `mean`: the mean of the differences, shown as it is.
 */
export type MetricKind = (typeof METRIC_KINDS)[number];

/** Perplexity is better when lower, a score when higher. */
export const BETTER = ['lower', 'higher'] as const;
export type Better = (typeof BETTER)[number];

export interface MetricInput {
  name: string;
  kind: MetricKind;
  /** The value to show for each side; not used in the decision, but NaN here means that nothing was measured. */
  base: number | null;
  candidate: number | null;
  differences: Differences;
  /** The largest increase that is immaterial, on the scale of the estimate. */
  margin: number;
  /** Which way the shown values get better; `lower` unless told. The differences are worse when positive either way. */
  better?: Better;
  /** An advisory metric is judged and shown, and decides nothing. */
  blocking: boolean;
}

/** The margin on Δ that a relative increase of perplexity stands for: 1 % is ln 1.01 nats a token. */
export function perplexityMargin(maxIncrease: number): number {
  return Math.log1p(maxIncrease);
}

/** exp(Σ nll / Σ tokens), or null without scores. */
export function perplexityOf(scores: Scores): number | null {
  if (isUnavailable(scores) || scores.length === 0) return null;
  let nll = 0;
  let tokens = 0;
  for (const score of scores) {
    nll += score.nll;
    tokens += score.tokens;
  }
  return Math.exp(nll / tokens);
}

/** Perplexity as a blocking metric. `maxIncrease` is relative (0.01 for 1 %). */
export function perplexityMetric(base: Scores, candidate: Scores, maxIncrease: number): MetricInput {
  return {
    name: 'perplexity',
    kind: 'perplexity',
    base: perplexityOf(base),
    candidate: perplexityOf(candidate),
    differences: pairConversations(base, candidate),
    margin: perplexityMargin(maxIncrease),
    blocking: true,
  };
}

/** `value` with `digits` decimals and a sign, a true minus and no negative zero. */
export function signed(value: number, digits: number): string {
  const text = Math.abs(value).toFixed(digits);
  if (Number(text) === 0) return text;
  return `${value < 0 ? '−' : '+'}${text}`;
}

/** A change on the scale of a metric's estimate as people read it: `+1.23 %` for perplexity, `+0.123` otherwise. */
export function formatChange(kind: MetricKind, value: number): string {
  if (kind === 'mean') return signed(value, 3);
  const percent = 100 * Math.expm1(value);
  if (!Number.isFinite(percent) || Math.abs(percent) >= 1e6) return value > 0 ? '> +1,000,000 %' : '−100 %';
  return `${signed(percent, Math.abs(percent) < 10 ? 2 : 1)} %`;
}
