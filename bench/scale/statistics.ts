/** Distributions to draw from, quantiles, and what queueing theory says where it has a closed form. */

import type { Rng } from '../../src/rng.ts';

export function exponential(rng: Rng, mean: number): number {
  return -mean * Math.log(1 - rng.uniform());
}

/** Its logarithm is normal: `median` · e^(`sigma`·z). */
export function logNormal(rng: Rng, median: number, sigma: number): number {
  return median * Math.exp(sigma * rng.normal());
}

/** How often something with probability `again` repeats: 0, 1, 2, … with mean again/(1 − again). */
export function geometric(rng: Rng, again: number): number {
  let count = 0;
  while (rng.uniform() < again) count += 1;
  return count;
}

/** An index, each as likely as its weight. */
export function weighted(rng: Rng, weights: readonly number[]): number {
  let left = rng.uniform() * weights.reduce((a, b) => a + b, 0);
  for (const [index, weight] of weights.entries()) {
    left -= weight;
    if (left < 0) return index;
  }
  return weights.length - 1;
}

/** The value that a share `q` of all does not exceed; NaN where there are none. */
export function quantile(values: readonly number[], q: number): number {
  if (values.length === 0) return Number.NaN;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] as number;
}

/** Probability that a job waits in M/M/c: Erlang's C from his B, by the recursion B(k) = aB(k−1)/(k + aB(k−1)). */
export function erlangC(servers: number, offered: number): number {
  let blocked = 1;
  for (let k = 1; k <= servers; k += 1) blocked = (offered * blocked) / (k + offered * blocked);
  return blocked / (1 - (offered / servers) * (1 - blocked));
}

/** Mean wait in M/M/c, in the unit of `service`: C/(cμ − λ). */
export function meanWait(servers: number, arrivals: number, service: number): number {
  return erlangC(servers, arrivals * service) / (servers / service - arrivals);
}
