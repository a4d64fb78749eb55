/** Student's t distribution: distribution function, upper tail and quantile. */

import { regularisedIncompleteBeta } from './incomplete-beta.ts';
import { logBeta } from './log-beta.ts';
import { normalQuantile } from './normal.ts';

function check(df: number): void {
  if (!(df > 0) || !Number.isFinite(df)) {
    throw new RangeError(`Student's t needs a positive, finite number of degrees of freedom, not ${df}`);
  }
}

/** P(T > |t|), exact in relative terms far into the tail: ½ I_{ν/(ν+t²)}(ν/2, ½) (Abramowitz and Stegun 26.7.1). */
function tail(t: number, df: number): number {
  if (!Number.isFinite(t)) return 0;
  const square = t * t;
  return 0.5 * regularisedIncompleteBeta(df / 2, 0.5, df / (df + square), square / (df + square));
}

/** P(T ≤ t) with `df` degrees of freedom. @throws RangeError on NaN or df ≤ 0. */
export function studentTCdf(t: number, df: number): number {
  check(df);
  if (Number.isNaN(t)) throw new RangeError('studentTCdf of NaN');
  return t <= 0 ? tail(t, df) : 1 - tail(t, df);
}

/** P(T > t), without the cancellation of 1 − cdf. @throws RangeError on NaN or df ≤ 0. */
export function studentTUpperTail(t: number, df: number): number {
  return studentTCdf(-t, df);
}

/**
 * The t with P(T ≤ t) = p. Newton steps on ln P, kept inside a bracket, from a normal start.
 *
 * @throws RangeError when p is not strictly between 0 and 1, or df ≤ 0.
 */
export function studentTQuantile(p: number, df: number): number {
  check(df);
  if (!(p > 0 && p < 1)) throw new RangeError(`a quantile needs 0 < p < 1, not ${p}`);
  if (p === 0.5) return 0;
  const wanted = p < 0.5 ? p : 1 - p;
  const logWanted = Math.log(wanted);
  let low = 0;
  let high = Math.max(1, -normalQuantile(wanted));
  while (tail(high, df) > wanted) {
    low = high;
    high *= 2;
  }
  let t = Math.min(high, Math.max(low, -normalQuantile(wanted)));
  for (let i = 0; i < 200; i += 1) {
    const upper = tail(t, df);
    if (upper > wanted) low = t;
    else high = t;
    const logDensity = -0.5 * Math.log(df) - logBeta(df / 2, 0.5) - ((df + 1) / 2) * Math.log1p((t * t) / df);
    let next = t + ((Math.log(upper) - logWanted) * upper) / Math.exp(logDensity);
    if (!(next > low && next < high)) next = (low + high) / 2;
    if (Math.abs(next - t) <= 1e-15 * Math.abs(next)) return p < 0.5 ? -next : next;
    t = next;
  }
  return p < 0.5 ? -t : t;
}
