/** The training curve as a mermaid chart of a bounded number of points. */

import { type Markdown, md, mermaid, nothing } from './markdown-escape.ts';
import type { ResultCurve, ResultSection } from './result-section.ts';

/** The mean loss of each of `points` stretches of equal length; a shorter curve stays as it is. */
function averaged(curve: ResultCurve, points: number): number[] {
  const size = Math.min(points, curve.length);
  return Array.from({ length: size }, (_, i) => {
    const stretch = curve.slice(
      Math.floor((i * curve.length) / size),
      Math.floor(((i + 1) * curve.length) / size),
    );
    return stretch.reduce((sum, { loss }) => sum + loss, 0) / stretch.length;
  });
}

/** `points` values along a line through `values`, so that two curves of different length share an axis. */
function stretched(values: readonly number[], points: number): number[] {
  if (values.length === points || values.length < 2) return [...values];
  return Array.from({ length: points }, (_, i) => {
    const position = (i * (values.length - 1)) / (points - 1);
    const low = Math.floor(position);
    const from = values[low] as number;
    return from + ((values[Math.min(low + 1, values.length - 1)] as number) - from) * (position - low);
  });
}

/** Four digits and no exponent, which mermaid does not read. */
export function plain(value: number): string {
  return value.toLocaleString('en-US', { useGrouping: false, maximumSignificantDigits: 4 });
}

/** Loss over the training, candidate and (where it was trained with a curve on record) baseline. */
export function trainingCurve({ training }: ResultSection, points: number): Markdown {
  const { candidate, baseline } = training;
  if (candidate.length < 2 || points < 2) return nothing;
  const both = baseline.length >= 2;
  const first = averaged(candidate, points);
  const second = both ? averaged(baseline, points) : [];
  const length = Math.max(first.length, second.length);
  const lines = [stretched(first, length), ...(both ? [stretched(second, length)] : [])];
  const values = lines.flat();
  if (!values.every(Number.isFinite)) return nothing;
  const low = Math.min(...values);
  const high = Math.max(...values);
  const sameSteps = !both || candidate.length === baseline.length;
  const axis = sameSteps
    ? `x-axis "step" ${candidate[0]?.step ?? 0} --> ${candidate.at(-1)?.step ?? candidate.length}`
    : 'x-axis "share of the training (%)" 0 --> 100';
  const chart = mermaid([
    'xychart-beta',
    `title "Training loss${both ? ', candidate first, then baseline' : ''}"`,
    axis,
    `y-axis "loss" ${plain(low)} --> ${plain(high > low ? high : low + 1)}`,
    ...lines.map((line) => `line [${line.map(plain).join(', ')}]`),
  ]);
  return md`${chart}`;
}
