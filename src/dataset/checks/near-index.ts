/**
 * Which earlier rows may be near duplicates of a row: locality-sensitive hashing over 32 bands of 8 bins. A pair of Jaccard
 * similarity s meets in some band with probability 1 − (1 − s⁸)³²: 99.7 % at 0.8, 12 % at 0.5, 0.2 % at 0.3. Knows only
 * signatures; whoever asks verifies.
 */

import { BANDS, SIGNATURE_LENGTH, type Signature } from './min-hash.ts';

/** Six standard errors below 0.8: a pair whose signatures agree less is not worth the exact comparison. */
const LEAST_ESTIMATE = 0.65;
const MOST_DIFFERENT = SIGNATURE_LENGTH * (1 - LEAST_ESTIMATE);

/**
 * How many rows of one band a row is compared with. Boilerplate puts thousands of rows that are no duplicates into the same
 * bucket; without a limit they cost quadratic time.
 */
const MOST_COMPARISONS = 16;

export interface NearIndex {
  /** Keeps a signature under the next number, from 0. Returns the number. */
  add(signature: Signature): number;
  /** The first kept row, latest first within a band, that `verify` accepts. */
  find(signature: Signature, verify: (kept: number) => boolean): number | undefined;
}

/** @param capacity how many signatures will be kept. */
export function createNearIndex(capacity: number): NearIndex {
  // The low 16 bits are enough to tell whether two bins are equal, at half the memory.
  const signatures = new Uint16Array(capacity * SIGNATURE_LENGTH);
  const buckets = 2 ** Math.ceil(Math.log2(Math.max(16, 2 * capacity)));
  const heads = new Int32Array(BANDS * buckets).fill(-1);
  // Per row and band: hash of the band, then the row that was in the bucket before. Side by side, for the processor's cache.
  const links = new Int32Array(2 * BANDS * capacity);
  const seenBy = new Uint32Array(capacity);
  let kept = 0;
  let query = 0;

  const mayBeAlike = (bins: Uint32Array, row: number) => {
    const start = row * SIGNATURE_LENGTH;
    let different = 0;
    for (let bin = 0; bin < SIGNATURE_LENGTH; bin += 1) {
      if (((bins[bin] as number) & 0xffff) === signatures[start + bin]) continue;
      different += 1;
      if (different > MOST_DIFFERENT) return false;
    }
    return true;
  };
  const bucketOf = (hash: number, band: number) => band * buckets + (hash & (buckets - 1));

  return {
    add({ bins, bands }) {
      if (kept === capacity) throw new RangeError(`more than ${capacity} signatures`);
      const row = kept;
      kept += 1;
      signatures.set(bins, row * SIGNATURE_LENGTH);
      for (let band = 0; band < BANDS; band += 1) {
        const hash = bands[band] as number;
        const bucket = bucketOf(hash, band);
        const link = 2 * (row * BANDS + band);
        links[link] = hash;
        links[link + 1] = heads[bucket] as number;
        heads[bucket] = row;
      }
      return row;
    },
    find({ bins, bands }, verify) {
      query += 1;
      for (let band = 0; band < BANDS; band += 1) {
        const hash = bands[band] as number;
        let comparisons = 0;
        let row = heads[bucketOf(hash, band)] as number;
        while (row !== -1 && comparisons < MOST_COMPARISONS) {
          comparisons += 1;
          const link = 2 * (row * BANDS + band);
          if (links[link] === hash && seenBy[row] !== query) {
            seenBy[row] = query;
            if (mayBeAlike(bins, row) && verify(row)) return row;
          }
          row = links[link + 1] as number;
        }
      }
      return undefined;
    },
  };
}
