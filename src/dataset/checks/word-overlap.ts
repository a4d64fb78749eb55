/**
 * 13 words in a row that a training row shares with a test row: the contamination check of GPT-3 (Brown et al. 2020, appendix
 * C): case, punctuation and spacing ignored, and sequences that more than ten training rows have left out, since those
 * are boilerplate; nor do words of boilerplate count where a sequence begins or ends with some. Here a sequence never spans two
 * messages, and system messages don't count. GPT-3 discards a test row for one such sequence; answers of one style
 * share closing phrases, so leakage is when the sequences cover half of the test row, or 50 words (the length that Lee et
 * al. 2022 remove as duplicates), and less is a shared passage.
 */

import type { Conversation } from '../conversation.ts';
import { percent } from './duplicates.ts';
import { MAX_RELATED, type Report } from './finding.ts';
import { mix32, normalText, wordHashes } from './normal-text.ts';
import type { RowView } from './row-view.ts';

export const NGRAM_WORDS = 13;
const MOST_TRAINING_ROWS = 10;
const LEAKED_SHARE = 0.5;
const LEAKED_WORDS = 50;
/** Test rows that a sequence is counted for beside the first that has it: more of one sequence make boilerplate of the test set. */
const MOST_OTHER_ROWS = 7;

const BASE_A = 0x01000193;
const BASE_B = 0x5bd1e995;
const power = (base: number) => [...Array(NGRAM_WORDS)].reduce<number>((p) => Math.imul(p, base), 1);
const OUT_A = power(BASE_A);
const OUT_B = power(BASE_B);

/** Calls `visit` with two independent 32-bit hashes of every 13 words in a row. */
function eachNgram(words: Uint32Array, visit: (a: number, b: number) => void): void {
  let a = 0;
  let b = 0;
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] as number;
    a = Math.imul(a, BASE_A) + word;
    b = Math.imul(b, BASE_B) + mix32(word);
    if (i >= NGRAM_WORDS) {
      const leaving = words[i - NGRAM_WORDS] as number;
      a -= Math.imul(leaving, OUT_A);
      b -= Math.imul(mix32(leaving), OUT_B);
    }
    a |= 0;
    b |= 0;
    if (i >= NGRAM_WORDS - 1) visit(mix32(a), mix32(b));
  }
}

/** Sequences of the test set by their two hashes: an open-addressing table that grows. */
function createNgramTable() {
  let mask = 2 ** 12 - 1;
  let slots = new Int32Array(mask + 1).fill(-1);
  let hashA = new Uint32Array(2 ** 11);
  let hashB = new Uint32Array(2 ** 11);
  // A bit for each hash, eight bits for each slot: nearly all that is asked for is not there, and this fits into the cache.
  let bits = new Uint32Array((mask + 1) / 4);
  let size = 0;
  const bitOf = (b: number) => b & (8 * (mask + 1) - 1);
  const setBit = (b: number) => {
    const bit = bitOf(b);
    bits[bit >>> 5] = (bits[bit >>> 5] as number) | (1 << (bit & 31));
  };
  const slotOf = (a: number, b: number) => {
    let slot = a & mask;
    for (;;) {
      const entry = slots[slot] as number;
      if (entry === -1 || (hashA[entry] === a && hashB[entry] === b)) return slot;
      slot = (slot + 1) & mask;
    }
  };
  const grow = () => {
    mask = 2 * (mask + 1) - 1;
    slots = new Int32Array(mask + 1).fill(-1);
    bits = new Uint32Array((mask + 1) / 4);
    for (let entry = 0; entry < size; entry += 1) {
      slots[slotOf(hashA[entry] as number, hashB[entry] as number)] = entry;
      setBit(hashB[entry] as number);
    }
  };
  return {
    find(a: number, b: number): number {
      const bit = bitOf(b);
      if ((((bits[bit >>> 5] as number) >>> (bit & 31)) & 1) === 0) return -1;
      return slots[slotOf(a, b)] as number;
    },
    add(a: number, b: number): number {
      const slot = slotOf(a, b);
      if (slots[slot] !== -1) return slots[slot] as number;
      if (size === hashA.length) {
        hashA = resized(hashA, 2 * size);
        hashB = resized(hashB, 2 * size);
      }
      hashA[size] = a;
      hashB[size] = b;
      slots[slot] = size;
      setBit(b);
      size += 1;
      if (2 * size > mask) grow();
      return size - 1;
    },
    size: () => size,
  };
}

function resized(array: Uint32Array<ArrayBuffer>, length: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(length);
  larger.set(array);
  return larger;
}

/** The words of each message but the system message. */
function eachSpoken(
  { messages }: Conversation,
  words: readonly Uint32Array[],
  visit: (spoken: Uint32Array) => void,
): void {
  for (let i = 0; i < words.length; i += 1)
    if (messages[i]?.role !== 'system') visit(words[i] as Uint32Array);
}

interface SharedWords {
  /** Index among the test rows. */
  row: number;
  words: number;
  /** Of the test row's words. */
  share: number;
}

/** 1 and more is leakage. */
const nearness = ({ words, share }: SharedWords) => Math.max(share / LEAKED_SHARE, words / LEAKED_WORDS);

export interface WordOverlap {
  addTest(row: RowView): void;
  addTrain(row: RowView): void;
  /** Reports the overlaps, once all rows have been seen. */
  finish(report: Report): void;
}

/** All test rows have to be added before the first training row. */
export function createWordOverlap(): WordOverlap {
  const table = createNgramTable();
  const testRows: Conversation[] = [];
  const wordsOf: number[] = []; // by test row
  const firstRowOf: number[] = []; // by entry: the test row that has it first
  const otherRowsOf = new Map<number, number[]>(); // by entry: further test rows, few entries have any
  const suspects: Conversation[] = [];
  let trainingRows = new Uint32Array(0); // by entry: how many training rows have it
  let lastRow = new Uint32Array(0); // by entry: the last of them, from 1
  let row = 0;

  const rowsOf = (entry: number) => [firstRowOf[entry] as number, ...(otherRowsOf.get(entry) ?? [])];
  const isRare = (entry: number) => (trainingRows[entry] as number) <= MOST_TRAINING_ROWS;

  const own = (entry: number, of: number) => {
    if (entry === firstRowOf.length) {
      firstRowOf.push(of);
      return;
    }
    if (firstRowOf[entry] === of) return;
    const others = otherRowsOf.get(entry) ?? [];
    if (others.length === MOST_OTHER_ROWS || others.at(-1) === of) return;
    others.push(of);
    otherRowsOf.set(entry, others);
  };

  /** How many words, boilerplate not counted, a training row shares with each test row; the nearest to leakage first. */
  const sharedWords = ({ messages }: Conversation): SharedWords[] => {
    const words = new Map<number, number>();
    for (const { role, content } of messages) {
      if (role === 'system') continue;
      const spoken = wordHashes(normalText(content));
      const entries: number[] = []; // by position of the first word
      eachNgram(spoken, (a, b) => void entries.push(table.find(a, b)));
      const boilerplate = new Uint8Array(spoken.length);
      entries.forEach((entry, at) => {
        if (entry !== -1 && !isRare(entry)) boilerplate.fill(1, at, at + NGRAM_WORDS);
      });
      const telling = new Uint32Array(spoken.length + 1); // words before a position that are none
      boilerplate.forEach((word, at) => {
        telling[at + 1] = (telling[at] as number) + 1 - word;
      });
      const seen = new Map<number, number>(); // by test row: where the words end that are counted
      entries.forEach((entry, at) => {
        if (entry === -1 || !isRare(entry)) return;
        const end = at + NGRAM_WORDS;
        for (const of of rowsOf(entry)) {
          const from = Math.max(at, seen.get(of) ?? 0);
          seen.set(of, end);
          words.set(of, (words.get(of) ?? 0) + (telling[end] as number) - (telling[from] as number));
        }
      });
    }
    return [...words]
      .map(([of, count]) => ({ row: of, words: count, share: count / (wordsOf[of] as number) }))
      .filter((shared) => shared.words >= NGRAM_WORDS)
      .sort((a, b) => nearness(b) - nearness(a));
  };

  return {
    addTest({ conversation, words }) {
      testRows.push(conversation);
      let length = 0;
      eachSpoken(conversation, words, (spoken) => {
        length += spoken.length;
        eachNgram(spoken, (a, b) => {
          own(table.add(a, b), testRows.length - 1);
        });
      });
      wordsOf.push(length);
    },
    addTrain({ conversation, words }) {
      if (table.size() === 0) return;
      if (trainingRows.length === 0) {
        trainingRows = new Uint32Array(table.size());
        lastRow = new Uint32Array(table.size());
      }
      row += 1;
      let rare = false;
      eachSpoken(conversation, words, (spoken) => {
        eachNgram(spoken, (a, b) => {
          const entry = table.find(a, b);
          if (entry === -1 || lastRow[entry] === row) return;
          lastRow[entry] = row;
          trainingRows[entry] = (trainingRows[entry] as number) + 1;
          if (isRare(entry)) rare = true;
        });
      });
      // Whether its sequences stay rare is known at the end.
      if (rare) suspects.push(conversation);
    },
    finish(report) {
      for (const conversation of suspects) {
        const shared = sharedWords(conversation);
        const [most] = shared;
        if (!most) continue;
        const related = shared.slice(0, MAX_RELATED).map(({ row }) => testRows[row] as Conversation);
        const more = shared.length > 1 ? ` (and in ${shared.length - 1} more)` : '';
        report(
          nearness(most) >= 1 ? 'overlap_leakage' : 'shared_passages',
          conversation,
          {
            message: `${most.words} words, in runs of ${NGRAM_WORDS} or more, are also in the test row ${related[0]?.file}:${related[0]?.line}, ${percent(most.share)} of it${more}`,
            fix: 'Say it in other words or delete the row; what the test set says must not be learnt by heart.',
          },
          related,
        );
      }
    },
  };
}
