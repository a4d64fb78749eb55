/**
 * The regularised incomplete beta function I_x(a, b), by its continued fraction (DLMF 8.17.22) evaluated with the
 * modified Lentz method. Takes x and 1 − x both, so that neither end loses digits.
 */

import { logBeta } from './log-beta.ts';

const TINY = 1e-300;
const EPSILON = 1e-16;
const MAX_TERMS = 100_000;

function continuedFraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 - ((a + b) * x) / (a + 1);
  d = 1 / (Math.abs(d) < TINY ? TINY : d);
  let value = d;
  const step = (coefficient: number): number => {
    d = 1 + coefficient * d;
    d = 1 / (Math.abs(d) < TINY ? TINY : d);
    c = 1 + coefficient / c;
    if (Math.abs(c) < TINY) c = TINY;
    const factor = c * d;
    value *= factor;
    return factor;
  };
  for (let m = 1; m <= MAX_TERMS; m += 1) {
    const twice = 2 * m;
    step((m * (b - m) * x) / ((a + twice - 1) * (a + twice)));
    const factor = step((-(a + m) * (a + b + m) * x) / ((a + twice) * (a + twice + 1)));
    if (Math.abs(factor - 1) <= EPSILON * 4) return value;
  }
  throw new RangeError(`the incomplete beta function did not converge at a = ${a}, b = ${b}, x = ${x}`);
}

/**
 * I_x(a, b), the probability that a Beta(a, b) variable is at most x. `complement` is 1 − x, handed in where it is
 * known more exactly.
 *
 * @throws RangeError when a or b is not positive or x is outside [0, 1].
 */
export function regularisedIncompleteBeta(a: number, b: number, x: number, complement = 1 - x): number {
  if (!(a > 0) || !(b > 0) || !(x >= 0) || !(complement >= 0)) {
    throw new RangeError(`I_x(a, b) needs a, b > 0 and x in [0, 1], not a = ${a}, b = ${b}, x = ${x}`);
  }
  if (x === 0) return 0;
  if (complement === 0) return 1;
  const logX = x > 0.5 ? Math.log1p(-complement) : Math.log(x);
  const logComplement = complement > 0.5 ? Math.log1p(-x) : Math.log(complement);
  const front = Math.exp(a * logX + b * logComplement - logBeta(a, b));
  if (x < (a + 1) / (a + b + 2)) return (front * continuedFraction(a, b, x)) / a;
  return 1 - (front * continuedFraction(b, a, complement)) / b;
}
