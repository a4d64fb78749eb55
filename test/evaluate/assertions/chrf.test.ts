/** chrF2 against what sacrebleu gives for the same texts (test/golden/make_chrf.py). */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chrf } from '../../../src/evaluate/assertions/chrf.ts';

const { signature, cases } = JSON.parse(
  readFileSync(new URL('../../golden/fixtures/chrf.json', import.meta.url), 'utf8'),
) as { signature: string; cases: { text: string; reference: string; score: number }[] };

describe('chrF2', () => {
  it('is the score of sacrebleu with its default signature', () => {
    expect(signature).toMatch(/^nrefs:1\|case:mixed\|eff:yes\|nc:6\|nw:0\|space:no\|/);
    expect(cases.length).toBeGreaterThan(50);
    // The same sums in the same order; seen: 2e-16.
    for (const { text, reference, score } of cases) expect(chrf(text, reference)).toBeCloseTo(score, 12);
  });

  it('is 1 of a text and itself, and 0 without a common character', () => {
    // One order of n-grams only: 5·p·r / (4·p + r) with p = r = 1.
    expect(chrf('a', 'a')).toBe(1);
    expect(chrf('abc', 'xyz')).toBe(0);
    expect(chrf('', '')).toBe(0);
  });

  it('weighs recall four times as much as precision', () => {
    // One order: "a" against "ab" has p = 1, r = ½; "ab" against "a" has p = ½, r = 1.
    expect(chrf('a', 'ab')).toBeCloseTo((5 * 1 * 0.5) / (4 * 1 + 0.5), 12);
    expect(chrf('ab', 'a')).toBeCloseTo((5 * 0.5 * 1) / (4 * 0.5 + 1), 12);
  });
});
