/** The χ² distribution: distribution function and quantile, for confidence limits of a standard deviation. */

import { logGamma } from './log-beta.ts';
import { normalQuantile } from './normal.ts';

function check(df: number): void {
  if (!(df > 0) || !Number.isFinite(df)) {
    throw new RangeError(`χ² needs a positive, finite number of degrees of freedom, not ${df}`);
  }
}

/**
 * P(X ≤ x) by the series of the incomplete gamma function, γ(a, x/2)/Γ(a) = (x/2)^a e^(−x/2) / Γ(a+1) · Σ (x/2)^n / ((a+1)…(a+n))
 * with a = df/2 (Abramowitz and Stegun 6.5.29): all terms are positive, so nothing cancels.
 */
export function chiSquareCdf(x: number, df: number): number {
  check(df);
  if (Number.isNaN(x)) throw new RangeError('chiSquareCdf of NaN');
  if (x <= 0) return 0;
  const [a, half] = [df / 2, x / 2];
  let term = 1;
  let sum = 1;
  for (let n = 1; term > 1e-17 * sum; n += 1) {
    term *= half / (a + n);
    sum += term;
  }
  return Math.min(1, Math.exp(a * Math.log(half) - half - logGamma(a + 1) + Math.log(sum)));
}

/**
 * The x with P(X ≤ x) = p, by bisection in ln x from the approximation of Wilson and Hilferty (1931).
 * @throws RangeError when p is not strictly between 0 and 1, or df ≤ 0.
 */
export function chiSquareQuantile(p: number, df: number): number {
  check(df);
  if (!(p > 0 && p < 1)) throw new RangeError(`a quantile needs 0 < p < 1, not ${p}`);
  const width = 2 / (9 * df);
  const start = df * Math.max(0.01, 1 - width + normalQuantile(p) * Math.sqrt(width)) ** 3;
  let [low, high] = [start, start];
  while (chiSquareCdf(low, df) > p) low /= 2;
  while (chiSquareCdf(high, df) < p) high *= 2;
  for (let i = 0; i < 200 && high - low > 1e-15 * high; i += 1) {
    const middle = Math.sqrt(low * high);
    if (middle <= low || middle >= high) break;
    if (chiSquareCdf(middle, df) < p) low = middle;
    else high = middle;
  }
  return high;
}
