/**
 * Whether the rows that a change adds are unlike those of the base: in the lengths of conversations and answers and in
 * turns by the two-sample Kolmogorov–Smirnov distance, in languages by their shares. Rows of both are independent
 * samples; base and head, which share most rows, would not be.
 */

import { type Distribution, type Lengths, quantile } from './distribution.ts';
import { UNDETERMINED } from './language.ts';

export interface Shift {
  message: string;
  fix: string;
}

/** Fewer rows on either side say nothing about a distribution. */
const LEAST_ROWS = 20;
/** Smaller distances can be certain and still don't matter. */
const LEAST_DISTANCE = 0.2;
/** Asymptotic critical value at 1 %: c(α) = √(−ln(α/2)/2) (Smirnov 1948). */
const CRITICAL = Math.sqrt(-Math.log(0.01 / 2) / 2);
const LEAST_LANGUAGE_CHANGE = 0.1;

export interface Sample {
  lengths: Lengths;
  distribution: Distribution;
}

export function shifts(base: Sample, added: Sample): Shift[] {
  return [...lengthShifts(base, added), ...languageShifts(base.distribution, added.distribution)];
}

function lengthShifts(base: Sample, added: Sample): Shift[] {
  const measures = [
    ['conversation', 'conversations', 'characters', median],
    ['answer', 'answers', 'characters', median],
    ['turns', 'conversations', 'answers', mean],
  ] as const;
  return measures.flatMap(([key, what, unit, middle]) => {
    const a = base.lengths[key];
    const b = added.lengths[key];
    if (a.length < LEAST_ROWS || b.length < LEAST_ROWS) return [];
    const distance = kolmogorovSmirnov(a, b);
    const certain = distance > CRITICAL * Math.sqrt((a.length + b.length) / (a.length * b.length));
    if (!certain || distance < LEAST_DISTANCE) return [];
    return [
      {
        message: `the added ${what} have ${middle(b)} ${unit}, those of the base ${middle(a)} (Kolmogorov–Smirnov distance ${distance.toFixed(2)})`,
        fix: 'Nothing, if that is meant; else bring the added rows into the shape of the others.',
      },
    ];
  });
}

/** The largest difference of the two empirical distribution functions. */
export function kolmogorovSmirnov(a: Float64Array, b: Float64Array): number {
  const x = a.toSorted();
  const y = b.toSorted();
  let i = 0;
  let j = 0;
  let distance = 0;
  while (i < x.length && j < y.length) {
    const value = Math.min(x[i] as number, y[j] as number);
    while (i < x.length && x[i] === value) i += 1;
    while (j < y.length && y[j] === value) j += 1;
    distance = Math.max(distance, Math.abs(i / x.length - j / y.length));
  }
  return distance;
}

function median(values: Float64Array): string {
  return `a median of ${Math.round(quantile(values.toSorted(), 0.5))}`;
}

function mean(values: Float64Array): string {
  return `on average ${(values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(1)}`;
}

function languageShifts(base: Distribution, added: Distribution): Shift[] {
  if (base.languages_sampled < LEAST_ROWS || added.languages_sampled < LEAST_ROWS) return [];
  const names = new Set([...base.languages, ...added.languages].map(({ language }) => language));
  names.delete(UNDETERMINED);
  return [...names].flatMap((name) => {
    const before = shareOf(name, base);
    const after = shareOf(name, added);
    if (Math.abs(after - before) < LEAST_LANGUAGE_CHANGE) return [];
    return [
      {
        message: `${Math.round(100 * after)} % of the added conversations are in language "${name}", of those of the base ${Math.round(100 * before)} %`,
        fix: 'Nothing, if that is meant; else check that the right rows were added.',
      },
    ];
  });
}

function shareOf(name: string, { languages, languages_sampled }: Distribution): number {
  const found = languages.find(({ language }) => language === name);
  return (found?.conversations ?? 0) / languages_sampled;
}
