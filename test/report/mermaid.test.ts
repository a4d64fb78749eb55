// @vitest-environment jsdom
/** Every chart of the comment, read by mermaid itself, which wants a document. */

import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { trainingCurve } from '../../src/report/comment-curve.ts';
import { changeHistogram } from '../../src/report/comment-histogram.ts';
import type { Markdown } from '../../src/report/markdown-escape.ts';
import { exampleSection } from './example-result.ts';

let parse: (chart: string) => Promise<unknown>;

beforeAll(async () => {
  const { default: mermaid } = await import('mermaid');
  parse = (chart) => mermaid.parse(chart);
});

const textOf = ({ source }: Markdown) => source.replace(/^```mermaid\n/, '').replace(/\n```$/, '');
const XYCHART = { diagramType: 'xychart' };

const points = (losses: readonly number[]) =>
  losses.map((loss, i) => ({ step: i + 1, loss, learning_rate: 0 }));
const curve = (candidate: readonly number[], baseline: readonly number[] = []) =>
  trainingCurve(
    { ...exampleSection(), training: { candidate: points(candidate), baseline: points(baseline) } },
    60,
  );

describe('mermaid reads', () => {
  test('nothing that is no chart, so that the tests below mean something', async () => {
    await expect(parse('xychart-beta\nx-axis "a" 0 -> 1')).rejects.toThrow(/Parse error/);
    await expect(parse('xychart-beta\ny-axis "a" 1e-7 --> 1\nline [1]')).rejects.toThrow(/Parse error/);
  });

  test('the example’s curve of two trainings', async () => {
    expect(await parse(textOf(trainingCurve(exampleSection(), 60)))).toMatchObject(XYCHART);
  });

  test.each([
    ['tiny losses', [3e-7, 1e-9]],
    ['losses that blew up', [3, 1e21, 1e300]],
    ['the same loss everywhere', [2, 2, 2]],
    ['losses below zero', [0.5, -0.5]],
  ])('a curve of %s', async (_, losses) => {
    expect(await parse(textOf(curve(losses)))).toMatchObject(XYCHART);
  });

  test('any curve and any histogram', async () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true });
    await fc.assert(
      fc.asyncProperty(
        fc.array(number, { minLength: 2, maxLength: 80 }),
        fc.array(number, { maxLength: 80 }),
        async (one, other) => {
          expect(await parse(textOf(curve(one, other)))).toMatchObject(XYCHART);
          const histogram = changeHistogram(one, 15);
          if (histogram.source !== '') expect(await parse(textOf(histogram))).toMatchObject(XYCHART);
        },
      ),
      { seed: 1, numRuns: 60 },
    );
  });
});

describe('the histogram of the change', () => {
  test('counts every conversation once, around multiples of a round step', () => {
    // A range of 0.9 over at most 13 steps: 0.1; −0.44 and −0.36 round to −0.4.
    const changes = [-0.44, -0.36, -0.1, 0, 0, 0.04, 0.1, 0.2, 0.3, 0.46];
    const { source } = changeHistogram(changes, 15);
    expect(source).toContain('["-0.4", "-0.3", "-0.2", "-0.1", "0", "0.1", "0.2", "0.3", "0.4", "0.5"]');
    expect(source).toContain('bar [2, 0, 0, 1, 3, 1, 1, 1, 0, 1]');
    expect(source).toContain('y-axis "conversations" 0 --> 3');
  });

  test('one outlier does not flatten the rest: it counts in the outermost bar', () => {
    const changes = [...Array.from({ length: 99 }, (_, i) => (i - 49) / 100), 1000];
    const bars = /bar \[(.*)\]/.exec(changeHistogram(changes, 15).source)?.[1]?.split(', ').map(Number) ?? [];
    expect(bars.length).toBeGreaterThan(5);
    expect(bars.reduce((sum, bar) => sum + bar, 0)).toBe(100);
  });

  test('has at most the bars it may have, whatever the numbers', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 10, maxLength: 300 }),
        fc.integer({ min: 3, max: 30 }),
        (changes, most) => {
          const bars = /bar \[(.*)\]/.exec(changeHistogram(changes, most).source)?.[1]?.split(', ') ?? [];
          expect(bars.length).toBeLessThanOrEqual(most);
          const sum = bars.reduce((total, bar) => total + Number(bar), 0);
          expect([0, changes.length]).toContain(sum);
        },
      ),
      { seed: 2, numRuns: 500 },
    );
  });

  test('is left out for few conversations and where nothing changed', () => {
    expect(changeHistogram([1, 2, 3], 15).source).toBe('');
    expect(changeHistogram(Array(40).fill(0), 15).source).toBe('');
  });
});
