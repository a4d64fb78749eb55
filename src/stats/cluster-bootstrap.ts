/**
 * Percentile bootstrap of a ratio Σd/Σn that draws whole clusters with replacement (Efron and Tibshirani, An
 * Introduction to the Bootstrap, chapter 13). The generator is handed in: the same seed gives the same bounds.
 */

import { type ClusterPartition, clusterTotals } from './clusters.ts';
import { type Computable, firstNotFinite, notComputable } from './computable.ts';
import { type Bounds, checkConfidence } from './t-interval.ts';

/** What the bootstrap needs of a generator. */
export interface IntegerSource {
  /** Uniform integer in [0, n). */
  integer(n: number): number;
}

export interface BootstrapOptions {
  rng: IntegerSource;
  samples?: number;
  confidence: number;
}

export interface BootstrapResult {
  samples: number;
  /** Each bound at `confidence` on its own. */
  oneSided: Bounds;
  /** Both bounds at `confidence` together. */
  twoSided: Bounds;
}

export const BOOTSTRAP_SAMPLES = 2000;

/** Quantile of sorted values by linear interpolation (type 7, NumPy's default). */
export function sortedQuantile(sorted: ArrayLike<number>, p: number): number {
  if (sorted.length === 0 || !(p >= 0 && p <= 1))
    throw new RangeError(`no quantile ${p} of ${sorted.length} values`);
  const position = (sorted.length - 1) * p;
  const below = Math.floor(position);
  const low = sorted[below] as number;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number;
  return low + (high - low) * (position - below);
}

/** Bootstrap bounds of Σ numerators / Σ denominators, both [n]. Not computable from fewer than two clusters. */
export function clusterBootstrap(
  numerators: ArrayLike<number>,
  denominators: ArrayLike<number>,
  partition: ClusterPartition,
  { rng, samples = BOOTSTRAP_SAMPLES, confidence }: BootstrapOptions,
): Computable<BootstrapResult> {
  checkConfidence(confidence);
  if (!(Number.isInteger(samples) && samples > 0)) throw new RangeError(`cannot draw ${samples} samples`);
  const bad = Math.max(firstNotFinite(numerators), firstNotFinite(denominators));
  if (bad >= 0) return notComputable(`observation ${bad + 1} is not a finite number`);
  const k = partition.count;
  if (k < 2) return notComputable(`${k} independent cluster(s): at least 2 are needed for a bootstrap`);
  const sums = clusterTotals(numerators, partition);
  const sizes = clusterTotals(denominators, partition);
  if (!sizes.every((size) => size > 0)) return notComputable('a cluster has no weight');
  const draws = new Float64Array(samples);
  for (let b = 0; b < samples; b += 1) {
    let sum = 0;
    let size = 0;
    for (let g = 0; g < k; g += 1) {
      const drawn = rng.integer(k);
      sum += sums[drawn] as number;
      size += sizes[drawn] as number;
    }
    draws[b] = sum / size;
  }
  draws.sort();
  const alpha = 1 - confidence;
  return {
    computable: true,
    samples,
    oneSided: { lower: sortedQuantile(draws, alpha), upper: sortedQuantile(draws, confidence) },
    twoSided: { lower: sortedQuantile(draws, alpha / 2), upper: sortedQuantile(draws, 1 - alpha / 2) },
  };
}
