/**
 * The ratio estimator Δ = Σd/Σn with its linearised, clustered standard error (Cochran, Sampling Techniques, 3rd ed.,
 * section 6.3; clusters as in Miller, "Adding Error Bars to Evals", 2024): with D_g and N_g the sums over cluster g,
 * se = √(k/(k−1)·Σ_g (D_g − ΔN_g)²) / ΣN, on k − 1 degrees of freedom.
 */

import { type ClusterPartition, clusterTotals } from './clusters.ts';
import { type Computable, firstNotFinite, notComputable } from './computable.ts';
import type { EstimateWithError } from './t-interval.ts';

export interface ClusteredEstimate extends EstimateWithError {
  /** k */
  clusters: number;
}

/** Δ = Σ numerators / Σ denominators; both [n], clustered by `partition`. Not computable from fewer than two clusters. */
export function ratioEstimate(
  numerators: ArrayLike<number>,
  denominators: ArrayLike<number>,
  partition: ClusterPartition,
): Computable<ClusteredEstimate> {
  if (numerators.length === 0) return notComputable('there are no observations');
  const bad = Math.max(firstNotFinite(numerators), firstNotFinite(denominators));
  if (bad >= 0) return notComputable(`observation ${bad + 1} is not a finite number`);
  const k = partition.count;
  if (k < 2) return notComputable(`${k} independent cluster(s): at least 2 are needed for a standard error`);
  const sums = clusterTotals(numerators, partition);
  const sizes = clusterTotals(denominators, partition);
  const total = sizes.reduce((a, b) => a + b, 0);
  if (!(total > 0)) return notComputable('the denominators add up to nothing');
  const estimate = sums.reduce((a, b) => a + b, 0) / total;
  let squares = 0;
  for (let g = 0; g < k; g += 1) squares += ((sums[g] as number) - estimate * (sizes[g] as number)) ** 2;
  const standardError = Math.sqrt((k / (k - 1)) * squares) / total;
  if (!Number.isFinite(estimate) || !Number.isFinite(standardError)) {
    return notComputable('the sums overflow');
  }
  return { computable: true, estimate, standardError, degreesOfFreedom: k - 1, clusters: k };
}
