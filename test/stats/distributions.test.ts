import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { chiSquareCdf, chiSquareQuantile } from '../../src/stats/chi-square.ts';
import { regularisedIncompleteBeta } from '../../src/stats/incomplete-beta.ts';
import { logGamma } from '../../src/stats/log-beta.ts';
import { normalQuantile } from '../../src/stats/normal.ts';
import { studentTCdf, studentTQuantile, studentTUpperTail } from '../../src/stats/student-t.ts';

type Rows = readonly (readonly number[])[];
const golden = JSON.parse(
  readFileSync(new URL('../golden/fixtures/stats.json', import.meta.url), 'utf8'),
) as Record<string, Rows>;

/** The largest relative error of `compute` over rows whose last entry is SciPy's value. */
function worst(
  name: string,
  compute: (...input: number[]) => number,
): { error: number; at: readonly number[] } {
  let found = { error: 0, at: [] as readonly number[] };
  const rows = golden[name] as Rows;
  expect(rows.length).toBeGreaterThan(5);
  for (const row of rows) {
    const wanted = row.at(-1) as number;
    const got = compute(...row.slice(0, -1));
    expect(got).not.toBeNaN();
    const error = wanted === 0 ? Math.abs(got) : Math.abs(got - wanted) / Math.abs(wanted);
    if (!(error <= found.error)) found = { error, at: [...row, got] };
  }
  return found;
}

describe('distributions against SciPy', () => {
  test.each([
    ['t_cdf', studentTCdf],
    ['t_quantile', studentTQuantile],
    ['normal_quantile', normalQuantile],
    ['chi_square_quantile', chiSquareQuantile],
    ['log_gamma', logGamma],
    ['incomplete_beta', (a: number, b: number, x: number) => regularisedIncompleteBeta(a, b, x)],
  ] as const)('%s agrees to 1e-10 relative', (name, compute) => {
    const { error, at } = worst(name, compute as (...input: number[]) => number);
    expect(error, `at ${at.join(', ')}`).toBeLessThan(1e-10);
  });

  test('χ² of two degrees of freedom is the exponential distribution, and its quantile inverts it', () => {
    for (const p of [0.001, 0.05, 0.5, 0.99]) {
      expect(chiSquareQuantile(p, 2)).toBeCloseTo(-2 * Math.log1p(-p), 11);
      expect(chiSquareCdf(chiSquareQuantile(p, 7), 7)).toBeCloseTo(p, 13);
    }
    expect(() => chiSquareQuantile(0, 3)).toThrow(RangeError);
    expect(() => chiSquareCdf(1, 0)).toThrow(RangeError);
  });

  test('the quantile is the inverse of the distribution function', () => {
    for (const df of [1, 4, 79, 12_345])
      for (const p of [0.001, 0.3, 0.95]) expect(studentTCdf(studentTQuantile(p, df), df)).toBeCloseTo(p, 13);
  });

  test('the upper tail keeps its digits where 1 − cdf has none left', () => {
    expect(1 - studentTCdf(40, 200)).toBeLessThan(1e-15);
    expect(studentTUpperTail(40, 200)).toBe(studentTCdf(-40, 200));
    expect(studentTUpperTail(40, 200)).toBeGreaterThan(0);
  });

  test('with one degree of freedom t is the Cauchy distribution', () => {
    // Cauchy: P(T ≤ 1) = 1/2 + arctan(1)/π = 3/4, and the quantile is tan(π(p − 1/2))
    expect(studentTCdf(1, 1)).toBeCloseTo(0.75, 14);
    expect(studentTQuantile(0.9, 1)).toBeCloseTo(Math.tan(Math.PI * 0.4), 12);
  });

  test.each([
    ['NaN', () => studentTCdf(Number.NaN, 3)],
    ['no degrees of freedom', () => studentTCdf(1, 0)],
    ['NaN degrees of freedom', () => studentTQuantile(0.5, Number.NaN)],
    ['a probability of one', () => studentTQuantile(1, 3)],
    ['a NaN probability', () => normalQuantile(Number.NaN)],
    ['a beta argument outside [0, 1]', () => regularisedIncompleteBeta(1, 1, 1.5)],
    ['a NaN gamma argument', () => logGamma(Number.NaN)],
  ])('%s throws', (_, compute) => {
    expect(compute).toThrow(RangeError);
  });
});
