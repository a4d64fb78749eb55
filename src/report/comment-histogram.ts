/**
 * How the change spreads over the test conversations, as a mermaid chart: whether all moved a little or a few moved a lot.
 * Counts what the result says and judges nothing.
 */

import { plain } from './comment-curve.ts';
import { type Markdown, md, mermaid, nothing } from './markdown-escape.ts';

/** Fewer say nothing as a distribution. */
const FEWEST = 10;
/** Beyond this share on either side the outermost bars hold everything, so that one outlier does not flatten the rest. */
const TAIL = 0.02;

/** The smallest of 1, 2 and 5 times a power of ten that is no smaller than `least`. */
function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return ([1, 2, 5].find((times) => times * power >= least * (1 - 1e-9)) ?? 10) * power;
}

/** Counts around whole multiples of a step, at most `most` of them; undefined where nothing spreads. */
function binned(
  changes: readonly number[],
  most: number,
): { step: number; low: number; counts: number[] } | undefined {
  const sorted = changes.toSorted((a, b) => a - b);
  const tail = Math.floor(TAIL * sorted.length);
  const [from, to] = [sorted[tail] as number, sorted[sorted.length - 1 - tail] as number];
  const spread = to - from;
  if (!(spread > 1e-6) || !Number.isFinite(spread)) return undefined;
  // Rounded to multiples, a range of n − 1 steps can touch n + 1 of them.
  const step = niceStep(spread / (most - 2));
  const [low, high] = [Math.round(from / step), Math.round(to / step)];
  const counts = Array<number>(high - low + 1).fill(0);
  for (const change of changes) {
    const at = Math.min(Math.max(Math.round(change / step), low), high) - low;
    counts[at] = (counts[at] as number) + 1;
  }
  return { step, low, counts };
}

/** Test conversations by their change in NLL a token, at most `bars` bars. */
export function changeHistogram(changes: readonly number[], bars: number): Markdown {
  if (changes.length < FEWEST || bars < 3) return nothing;
  const bins = binned(changes, bars);
  if (!bins) return nothing;
  const { step, low, counts } = bins;
  const labels = counts.map((_, i) => `"${plain((low + i) * step)}"`);
  const chart = mermaid([
    'xychart-beta',
    'title "Test conversations by change, left of 0 is better"',
    `x-axis "change in nats a token (the outermost bars hold all beyond)" [${labels.join(', ')}]`,
    `y-axis "conversations" 0 --> ${Math.max(...counts)}`,
    `bar [${counts.join(', ')}]`,
  ]);
  return md`${chart}`;
}
