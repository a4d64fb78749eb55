/**
 * The partition of observations into clusters. It is made once and handed to the standard error, the degrees of
 * freedom and the bootstrap, so that the three cannot disagree about what the independent unit is.
 */

export interface ClusterPartition {
  /** k, the number of clusters. */
  count: number;
  /** [n] the cluster of each observation, 0 … k − 1 in order of first appearance. */
  clusterOf: Int32Array;
}

/** Observations with the same key form one cluster. `keys` has one entry an observation. */
export function partitionIntoClusters(keys: readonly string[]): ClusterPartition {
  const numbers = new Map<string, number>();
  const clusterOf = new Int32Array(keys.length);
  keys.forEach((key, i) => {
    const known = numbers.get(key);
    const number = known ?? numbers.size;
    if (known === undefined) numbers.set(key, number);
    clusterOf[i] = number;
  });
  return { count: numbers.size, clusterOf };
}

/** [k] the sum of `values` [n] over each cluster. @throws RangeError when the lengths differ. */
export function clusterTotals(values: ArrayLike<number>, partition: ClusterPartition): Float64Array {
  if (values.length !== partition.clusterOf.length) {
    throw new RangeError(
      `${values.length} values for a partition of ${partition.clusterOf.length} observations`,
    );
  }
  const totals = new Float64Array(partition.count);
  for (let i = 0; i < values.length; i += 1) {
    const cluster = partition.clusterOf[i] as number;
    totals[cluster] = (totals[cluster] as number) + (values[i] as number);
  }
  return totals;
}
