/**
 * What a test set can see: the smallest true increase that the regression rule catches, and how many clusters would
 * settle a result that is open. Minimum detectable effects as in Bloom, "Minimum Detectable Effects", Evaluation
 * Review 19 (1995): (t_confidence + t_power)·se.
 */

import { chiSquareQuantile } from './chi-square.ts';
import { studentTQuantile } from './student-t.ts';
import { checkConfidence, type EstimateWithError } from './t-interval.ts';

export const USUAL_POWER = 0.8;
/** Beyond this many clusters an answer is no longer advice. */
export const MOST_CLUSTERS = 1_000_000;

export interface RuleOptions {
  confidence: number;
  /** The material threshold, on the scale of the estimate. */
  margin: number;
  power?: number;
}

type Spread = Pick<EstimateWithError, 'standardError' | 'degreesOfFreedom'>;

/**
 * The smallest true increase that is called a regression (estimate > margin and lower bound > 0) with probability
 * `power`: max(margin, t_confidence·se) + t_power·se.
 */
export function smallestDetectableEffect(
  { standardError, degreesOfFreedom }: Spread,
  { confidence, margin, power = USUAL_POWER }: RuleOptions,
): number {
  checkConfidence(confidence);
  const significant = studentTQuantile(confidence, degreesOfFreedom) * standardError;
  return Math.max(margin, significant) + studentTQuantile(power, degreesOfFreedom) * standardError;
}

/** The spread expected of `clusters` clusters like the ones seen: sums grow with k, so se ∝ 1/√(k − 1). */
function withClusters({ standardError, degreesOfFreedom }: Spread, clusters: number): Spread {
  return {
    standardError: standardError * Math.sqrt(degreesOfFreedom / (clusters - 1)),
    degreesOfFreedom: clusters - 1,
  };
}

/**
 * A spread at its upper confidence limit, for planning: the spread seen is as often too small as too large, and a sample planned on
 * it falls short half of the time (Browne, "On the use of a pilot sample for sample size determination", Statistics in Medicine
 * 14, 1995).
 */
export function cautiousSpread({ standardError, degreesOfFreedom }: Spread, confidence = 0.8): Spread {
  const quantile = chiSquareQuantile(1 - confidence, degreesOfFreedom);
  return { standardError: standardError * Math.sqrt(degreesOfFreedom / quantile), degreesOfFreedom };
}

/** The fewest clusters in [2, MOST_CLUSTERS] for which `holds`, which must stay true once it is; undefined if none. */
function fewestClusters(holds: (clusters: number) => boolean): number | undefined {
  if (!holds(MOST_CLUSTERS)) return undefined;
  let low = 2;
  let high = MOST_CLUSTERS;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** How many clusters in all make `effect` detectable; undefined when no number does (effect ≤ margin). */
export function clustersToDetect(effect: number, spread: Spread, options: RuleOptions): number | undefined {
  return fewestClusters(
    (clusters) => smallestDetectableEffect(withClusters(spread, clusters), options) <= effect,
  );
}

/**
 * How many more clusters would settle the outcome if the estimate and the spread stayed what they are: until the upper
 * bound is at most the margin, or, for an estimate above the margin, until the lower bound is above zero. 0 when it is
 * settled; undefined when no number up to MOST_CLUSTERS settles it (the estimate sits on the margin).
 */
export function moreClustersToSettle(
  value: EstimateWithError,
  { confidence, margin }: Omit<RuleOptions, 'power'>,
): number | undefined {
  checkConfidence(confidence);
  const { estimate } = value;
  const settled = (clusters: number): boolean => {
    const { standardError, degreesOfFreedom } = withClusters(value, clusters);
    const reach = studentTQuantile(confidence, degreesOfFreedom) * standardError;
    return estimate > margin ? estimate - reach > 0 : estimate + reach <= margin;
  };
  const needed = fewestClusters(settled);
  return needed === undefined ? undefined : Math.max(0, needed - (value.degreesOfFreedom + 1));
}
