import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cohenKappa } from '../../src/stats/cohen-kappa.ts';

interface Case {
  first: string[];
  second: string[];
  observed: number;
  kappa: number;
}
const { cases } = JSON.parse(
  readFileSync(new URL('../golden/fixtures/agreement.json', import.meta.url), 'utf8'),
) as { cases: Case[] };

const repeated = (pair: [string, string], times: number) => Array.from({ length: times }, () => pair);

describe("Cohen's κ", () => {
  test.each(cases)('equals scikit-learn’s at κ = $kappa', ({ first, second, observed, kappa }) => {
    const got = cohenKappa(first.map((choice, i) => [choice, second[i] as string] as const));
    if (!got.computable || got.kappa === null) throw new Error('has a value');
    expect(got.items).toBe(first.length);
    expect(Math.abs(got.observed - observed)).toBeLessThan(1e-14);
    expect(Math.abs(got.kappa - kappa)).toBeLessThan(1e-14);
  });

  test('is 0 where two raters agree exactly as often as their habits make them', () => {
    // Each says a in half of the cases, independently: observed ½, expected ½·½ + ½·½ = ½.
    const pairs = [
      ['a', 'a'],
      ['a', 'b'],
      ['b', 'a'],
      ['b', 'b'],
    ] as [string, string][];
    expect(cohenKappa(pairs)).toEqual({ computable: true, items: 4, observed: 0.5, kappa: 0 });
  });

  test('is 1 for equal ratings and below 0 for opposite ones', () => {
    expect(cohenKappa([...repeated(['a', 'a'], 3), ...repeated(['b', 'b'], 2)])).toMatchObject({ kappa: 1 });
    // Observed 0, expected 2·½·½ = ½: (0 − ½) / (1 − ½) = −1.
    expect(cohenKappa([...repeated(['a', 'b'], 2), ...repeated(['b', 'a'], 2)])).toMatchObject({ kappa: -1 });
  });

  test('has no value where both always say the same one thing, and never a NaN', () => {
    expect(cohenKappa(repeated(['tie', 'tie'], 7))).toMatchObject({ observed: 1, kappa: null });
    expect(cohenKappa([])).toMatchObject({ computable: false });
  });
});
