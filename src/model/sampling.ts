/** Choosing the next token from logits: greedy on the device, temperature and nucleus sampling (Holtzman et al., 2020) here. */

import type { Rng } from '../rng.ts';

export interface SamplingOptions {
  /** Above 0. */
  temperature: number;
  /** The smallest set of most likely tokens that holds at least this much probability is kept. */
  top_p: number;
}

/** A token id drawn from softmax(logits/temperature) cut to its nucleus; `logits` [V]. */
export function sampleToken(logits: Float32Array, { temperature, top_p }: SamplingOptions, rng: Rng): number {
  let highest = Number.NEGATIVE_INFINITY;
  for (const logit of logits) highest = Math.max(highest, logit);
  const weights = Float64Array.from(logits, (logit) => Math.exp((logit - highest) / temperature));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  // Beyond this the tail of the whole vocabulary cannot reach the nucleus; sorting 262,144 tokens would dominate the step.
  const floor = (total * Math.max(0, 1 - top_p)) / (2 * logits.length);
  const candidates: number[] = [];
  weights.forEach((weight, id) => {
    if (weight >= floor) candidates.push(id);
  });
  candidates.sort((a, b) => (weights[b] as number) - (weights[a] as number) || a - b);
  let held = 0;
  let kept = 0;
  while (kept < candidates.length && (kept === 0 || held < top_p * total)) {
    held += weights[candidates[kept] as number] as number;
    kept += 1;
  }
  let left = rng.uniform() * held;
  for (let i = 0; i < kept; i += 1) {
    left -= weights[candidates[i] as number] as number;
    if (left < 0) return candidates[i] as number;
  }
  return candidates[kept - 1] as number;
}
