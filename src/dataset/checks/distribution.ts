/**
 * How long the conversations of a dataset are, how many turns they have and in which languages. Lengths are in characters:
 * tokens are a tokenizer's matter (lengths.ts). Histograms have fixed edges, so that two datasets can be drawn side by side.
 */

import type { Conversation } from '../conversation.ts';
import { type Language, languageOf } from './language.ts';

export interface LengthDistribution {
  count: number;
  min: number;
  median: number;
  mean: number;
  p95: number;
  max: number;
  /** counts[i] lengths from HISTOGRAM_EDGES[i] to below HISTOGRAM_EDGES[i + 1]; the last has no end. */
  histogram: number[];
}

export interface Distribution {
  conversations: number;
  /** Characters of a conversation, system message left out. */
  conversation_characters: LengthDistribution;
  /** Characters of an assistant turn. */
  answer_characters: LengthDistribution;
  /** counts[i] conversations with i + 1 assistant turns; the last one of ten or more. */
  turns: number[];
  /** Conversations by language, most first; of `languages_sampled` conversations. */
  languages: { language: Language; conversations: number }[];
  languages_sampled: number;
}

/** 0, 8, 12, 16, 24, 32 … : two steps for each doubling. */
export const HISTOGRAM_EDGES: readonly number[] = [
  0,
  ...Array.from({ length: 15 }, (_, k) => [2 ** (k + 3), 1.5 * 2 ** (k + 3)]).flat(),
];

const MOST_TURNS_COUNTED = 10;

/**
 * Language detection is the slow part: of more conversations than this, evenly spread ones are read. Shares are then
 * good to 1.4 percentage points (two standard errors).
 */
export const LANGUAGE_SAMPLE = 5_000;

/** The raw lengths, for comparisons that need more than the summary. */
export interface Lengths {
  conversation: Float64Array;
  answer: Float64Array;
  turns: Float64Array;
}

export interface DistributionCounter {
  add(row: Conversation): void;
  lengths(): Lengths;
  result(): Distribution;
}

/** @param expected how many conversations will be added. */
export function createDistributionCounter(
  expected: number,
  detect: (row: Conversation) => Language = languageOf,
): DistributionCounter {
  const conversation: number[] = [];
  const answer: number[] = [];
  const turns: number[] = [];
  const byLanguage = new Map<Language, number>();
  const stride = Math.max(1, Math.ceil(expected / LANGUAGE_SAMPLE));
  let sampled = 0;
  return {
    add(row) {
      if (turns.length % stride === 0) {
        const language = detect(row);
        byLanguage.set(language, (byLanguage.get(language) ?? 0) + 1);
        sampled += 1;
      }
      let characters = 0;
      let answers = 0;
      for (const { role, content } of row.messages) {
        if (role !== 'system') characters += content.length;
        if (role !== 'assistant') continue;
        answers += 1;
        answer.push(content.length);
      }
      conversation.push(characters);
      turns.push(answers);
    },
    lengths: () => ({
      conversation: Float64Array.from(conversation),
      answer: Float64Array.from(answer),
      turns: Float64Array.from(turns),
    }),
    result() {
      const counts = Array<number>(MOST_TURNS_COUNTED).fill(0);
      for (const count of turns) {
        const at = Math.min(Math.max(count, 1), MOST_TURNS_COUNTED) - 1;
        counts[at] = (counts[at] as number) + 1;
      }
      return {
        conversations: turns.length,
        conversation_characters: lengthDistribution(conversation),
        answer_characters: lengthDistribution(answer),
        turns: counts,
        languages: [...byLanguage]
          .map(([language, conversations]) => ({ language, conversations }))
          .sort((a, b) => b.conversations - a.conversations || (a.language < b.language ? -1 : 1)),
        languages_sampled: sampled,
      };
    },
  };
}

function lengthDistribution(lengths: readonly number[]): LengthDistribution {
  const sorted = Float64Array.from(lengths).sort();
  const histogram = Array<number>(HISTOGRAM_EDGES.length).fill(0);
  let sum = 0;
  let bin = 0;
  for (const length of sorted) {
    while (bin + 1 < HISTOGRAM_EDGES.length && length >= (HISTOGRAM_EDGES[bin + 1] as number)) bin += 1;
    histogram[bin] = (histogram[bin] as number) + 1;
    sum += length;
  }
  return {
    count: sorted.length,
    min: sorted[0] ?? 0,
    median: quantile(sorted, 0.5),
    mean: sorted.length === 0 ? 0 : sum / sorted.length,
    p95: quantile(sorted, 0.95),
    max: sorted.at(-1) ?? 0,
    histogram,
  };
}

/** Interpolated linearly between order statistics (numpy's default); 0 of nothing. */
export function quantile(sorted: Float64Array, share: number): number {
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.max(0, Math.floor(position))] ?? 0;
  const above = sorted[Math.ceil(position)] ?? below;
  return below + (above - below) * (position - Math.floor(position));
}
