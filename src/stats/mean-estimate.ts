/** The mean of paired differences with a clustered standard error: the ratio estimator with every weight one. */

import type { ClusterPartition } from './clusters.ts';
import type { Computable } from './computable.ts';
import { type ClusteredEstimate, ratioEstimate } from './ratio-estimate.ts';

/** Mean of `differences` [n]; with every observation a cluster of its own this is the paired t interval. */
export function meanEstimate(
  differences: ArrayLike<number>,
  partition: ClusterPartition,
): Computable<ClusteredEstimate> {
  return ratioEstimate(differences, new Float64Array(differences.length).fill(1), partition);
}
