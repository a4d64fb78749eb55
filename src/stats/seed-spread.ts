/**
 * How far two trainings that differ in nothing but the seed lie apart, from a few of them. Their values are taken to be normal
 * about a common mean with variance σ²; the difference of two then has variance 2σ².
 */

import { chiSquareQuantile } from './chi-square.ts';
import { normalQuantile } from './normal.ts';
import { studentTQuantile } from './student-t.ts';
import { checkConfidence } from './t-interval.ts';

export interface SeedSpread {
  seeds: number;
  mean: number;
  /** s, with n − 1. */
  standard_deviation: number;
  /** Upper confidence limit of σ: s·√((n − 1)/χ²_{1−c, n−1}). */
  standard_deviation_upper: number;
  /**
   * |difference| of two further trainings stays below it with probability c: t_{(1+c)/2, n−1}·s·√2, the prediction interval of a
   * difference whose mean is zero (Hahn and Meeker, Statistical Intervals, 1991, chapter 4).
   */
  prediction: number;
  /**
   * With confidence c, a share c of all differences of two trainings stays below it: z_{(1+c)/2}·√2 times the upper limit of σ. An
   * exact tolerance bound, because the mean of a difference is known to be zero.
   */
  tolerance: number;
}

/** @throws RangeError for fewer than two values, a value that is not finite, or a confidence outside (½, 1). */
export function seedSpread(values: readonly number[], confidence: number): SeedSpread {
  checkConfidence(confidence);
  const n = values.length;
  if (n < 2) throw new RangeError(`a spread needs at least two trainings, not ${n}`);
  if (!values.every(Number.isFinite)) throw new RangeError('a spread needs finite values');
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const s = Math.sqrt(squares / (n - 1));
  const upper = s * Math.sqrt((n - 1) / chiSquareQuantile(1 - confidence, n - 1));
  return {
    seeds: n,
    mean,
    standard_deviation: s,
    standard_deviation_upper: upper,
    prediction: studentTQuantile((1 + confidence) / 2, n - 1) * s * Math.SQRT2,
    tolerance: normalQuantile((1 + confidence) / 2) * upper * Math.SQRT2,
  };
}
