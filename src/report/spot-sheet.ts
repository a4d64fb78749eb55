/**
 * The sheet of a spot check: a seeded sample of the answered conversations, each with its two answers as A and B. All of it
 * follows from the result, so a file of votes has to name only the sheet it was made on. Knows nothing of pages and files.
 */

import { createHash } from 'node:crypto';
import { createRng } from '../rng.ts';
import type { Result } from './result.ts';
import type { ResultSection } from './result-section.ts';
import { agreementOf, type ResultSpotCheck, type SpotChoice } from './result-spot-check.ts';

/** Enough for a first impression of the judge, few enough to read in one go. */
export const SPOT_CHECK_SIZE = 20;

/** What a person says, not knowing which is which. */
export const BLIND_CHOICES = ['A', 'B', 'tie'] as const;
export type BlindChoice = (typeof BLIND_CHOICES)[number];

export interface SpotItem {
  id: string;
  prompt: string;
  a: string;
  b: string;
  /** Whose answer is shown as A. */
  aIs: 'baseline' | 'candidate';
  /** The judge's choice; null where it gave none. */
  judge: SpotChoice | null;
}

export interface SpotSheet {
  adapter: string;
  seed: number;
  items: SpotItem[];
  /** SHA-256 over the adapter's name, what the person sees and which is which: votes of another sheet don't count for this one. */
  digest: string;
}

/** Another change, another sample; the same result, the same sheet. */
export function spotSeed({ head }: Pick<Result, 'head'>): number {
  return Number.parseInt(head.sha.slice(0, 7), 16);
}

function judgedChoices({ judge }: ResultSection): Map<string, SpotChoice> {
  const found = new Map<string, SpotChoice>();
  for (const { id, pairwise } of judge?.items ?? []) {
    if (pairwise.verdict !== 'failed') found.set(id, pairwise.verdict);
  }
  return found;
}

/** The sheet of one adapter; null where it has no two answers that may be shown. */
export function spotSheet(section: ResultSection, seed: number): SpotSheet | null {
  const judged = judgedChoices(section);
  const showable = new Map(
    (section.answers?.items ?? []).filter(({ withheld }) => !withheld).map((item) => [item.id, item]),
  );
  if (showable.size === 0) return null;
  const rng = createRng(seed).fork(section.name);
  const items = rng
    .shuffled([...showable.values()])
    .slice(0, SPOT_CHECK_SIZE)
    .map(({ id, prompt, baseline, candidate }): SpotItem => {
      const aIs = rng.uniform() < 0.5 ? 'baseline' : 'candidate';
      const [a, b] = aIs === 'baseline' ? [baseline, candidate] : [candidate, baseline];
      return { id, prompt, a, b, aIs, judge: judged.get(id) ?? null };
    });
  const seen = items.map(({ id, prompt, a, b, aIs }) => [id, prompt, a, b, aIs]);
  const digest = createHash('sha256')
    .update(JSON.stringify([section.name, seen]))
    .digest('hex');
  return { adapter: section.name, seed, items, digest };
}

/** Those of every adapter that has one. */
export function spotSheets(result: Pick<Result, 'head' | 'adapters'>): SpotSheet[] {
  const seed = spotSeed(result);
  return result.adapters.flatMap((section) => spotSheet(section, seed) ?? []);
}

/** Which side a blind choice means. */
export function unblinded({ aIs }: Pick<SpotItem, 'aIs'>, choice: BlindChoice): SpotChoice {
  if (choice === 'tie') return 'tie';
  const other = aIs === 'baseline' ? 'candidate' : 'baseline';
  return choice === 'A' ? aIs : other;
}

/** The part of the result that a person's choices make, by conversation id; those without a choice are left out. */
export function spotCheckOf(sheet: SpotSheet, choices: ReadonlyMap<string, BlindChoice>): ResultSpotCheck {
  const votes = sheet.items.flatMap((item) => {
    const choice = choices.get(item.id);
    return choice === undefined ? [] : [{ id: item.id, vote: unblinded(item, choice), judge: item.judge }];
  });
  return { seed: sheet.seed, k: sheet.items.length, votes, ...agreementOf(votes) };
}
