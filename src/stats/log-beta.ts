/**
 * ln B(a, b) = ln Γ(a) + ln Γ(b) − ln Γ(a + b), arranged so that one large argument does not cancel the digits of a
 * small one (Student's t asks for a = ν/2, b = 1/2).
 */

const HALF_LN_2_PI = 0.9189385332046728;
/** From here on the six terms of Stirling's series below are exact to 1e-17. */
const STIRLING_FROM = 12;

/** ln Γ(x) − ((x − ½) ln x − x + ½ ln 2π) for x ≥ 12: Stirling's series (Abramowitz and Stegun 6.1.41). */
function stirlingCorrection(x: number): number {
  const y = 1 / (x * x);
  const series =
    1 / 12 +
    y * (-1 / 360 + y * (1 / 1260 + y * (-1 / 1680 + y * (1 / 1188 + y * (-691 / 360360 + y / 156)))));
  return series / x;
}

/** ln Γ(x) for x > 0: Stirling's series after moving x above 12 by Γ(x + 1) = x Γ(x). */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`logGamma needs x > 0, not ${x}`);
  let product = 1;
  let shifted = x;
  while (shifted < STIRLING_FROM) {
    product *= shifted;
    shifted += 1;
  }
  const value = (shifted - 0.5) * Math.log(shifted) - shifted + HALF_LN_2_PI + stirlingCorrection(shifted);
  return value - Math.log(product);
}

/** ln B(a, b) for a, b > 0. */
export function logBeta(a: number, b: number): number {
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  if (large < STIRLING_FROM) return logGamma(small) + logGamma(large) - logGamma(small + large);
  // ln Γ(large) − ln Γ(small + large), the leading terms subtracted on paper
  const ratio =
    -(large - 0.5) * Math.log1p(small / large) -
    small * Math.log(small + large) +
    small +
    stirlingCorrection(large) -
    stirlingCorrection(small + large);
  return logGamma(small) + ratio;
}
