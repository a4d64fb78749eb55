/** The two dataset files that `lora-gate init` writes: the sample, or an existing file divided, its rows as they are. */

import { readFile } from 'node:fs/promises';
import { readConversations } from '../../dataset/read.ts';
import { splitConversations } from '../../dataset/split.ts';
import { createRng } from '../../rng.ts';
import { sampleRows } from './sample-rows.ts';

export interface DataFilesOptions {
  /** JSON Lines in any row form; the sample without it. */
  data: string | undefined;
  /** Of the rows, for the test set. */
  testShare: number;
  seed: number;
}

export interface DataFiles {
  train: string;
  test: string;
  /** One sentence on what was done. */
  note: string;
  /** What to know before relying on the test set. */
  warnings: string[];
}

/** With fewer the spread between conversations hides all but large differences: the verdict is mostly "inconclusive". */
const FEW_TEST_UNITS = 30;

/** @throws UserError those of `readConversations` and of `splitConversations`. */
export async function makeDataFiles({ data, testShare, seed }: DataFilesOptions): Promise<DataFiles> {
  if (data === undefined) {
    return {
      ...sampleRows(),
      note: 'a sample of 16 training and 6 test conversations',
      warnings: ['the sample only shows that everything runs: replace it with conversations of your own'],
    };
  }
  const rows = await readConversations(data);
  const { train, test, units, testUnits } = splitConversations(rows, testShare, createRng(seed));
  const source = (await readFile(data, 'utf8')).split('\n');
  const text = (part: readonly { line: number }[]) =>
    part
      .map(({ line }) => `${(source[line - 1] ?? '').replace(/^\uFEFF/, '').replace(/\r$/, '')}\n`)
      .join('');
  const joined = rows.length - units;
  return {
    train: text(train),
    test: text(test),
    note:
      `${rows.length} rows of ${data} divided with seed ${seed}: ${train.length} to train, ${test.length} to test` +
      (joined > 0 ? `; rows of one group, with one prompt, or nearly the same stayed together` : ''),
    warnings:
      testUnits < FEW_TEST_UNITS
        ? [
            `the test set has ${testUnits} independent conversations; with fewer than ${FEW_TEST_UNITS} most comparisons stay inconclusive`,
          ]
        : [],
  };
}
