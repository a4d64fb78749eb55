/**
 * MinHash signatures by one permutation: every 5-gram is hashed once, its low bits choose one of 256 bins, and each bin
 * keeps the least of the rest; bins that stay empty borrow from a random full one ("optimal densification", Shrivastava
 * 2017). The share of equal bins estimates the Jaccard similarity of the sets, at one hash a gram instead of 256.
 */

import { mix32 } from './normal-text.ts';

export const SIGNATURE_LENGTH = 256;
const BIN_BITS = 8;
/** No value of a bin: values have 24 bits. */
const EMPTY = 0xffffffff;

const filled = new Uint8Array(SIGNATURE_LENGTH);

function writeSignature(grams: Uint32Array, signature: Uint32Array): void {
  signature.fill(EMPTY);
  for (let i = 0; i < grams.length; i += 1) {
    const gram = grams[i] as number;
    const bin = gram & (SIGNATURE_LENGTH - 1);
    const value = gram >>> BIN_BITS;
    if (value < (signature[bin] as number)) signature[bin] = value;
  }
  densify(signature);
}

function densify(signature: Uint32Array): void {
  let empty = 0;
  for (let bin = 0; bin < SIGNATURE_LENGTH; bin += 1) {
    filled[bin] = signature[bin] === EMPTY ? 0 : 1;
    if (filled[bin] === 0) empty += 1;
  }
  if (empty === 0 || empty === SIGNATURE_LENGTH) return;
  for (let bin = 0; bin < SIGNATURE_LENGTH; bin += 1) {
    if (filled[bin] === 1) continue;
    let attempt = 1;
    let donor: number;
    do {
      donor = mix32(Math.imul(bin + 1, 0x9e3779b9) + attempt) & (SIGNATURE_LENGTH - 1);
      attempt += 1;
    } while (filled[donor] === 0);
    signature[bin] = signature[donor] as number;
  }
}

/** The share of equal bins: estimates Jaccard with standard error √(J(1 − J)/min(256, grams)) or a little more. */
export function estimatedSimilarity(a: Signature, b: Signature): number {
  let equal = 0;
  for (let bin = 0; bin < SIGNATURE_LENGTH; bin += 1) if (a.bins[bin] === b.bins[bin]) equal += 1;
  return equal / SIGNATURE_LENGTH;
}

export interface Signature {
  /** [256] bins. */
  bins: Uint32Array;
  /** [32] hashes of 8 bins each, signed: texts with one in common may be alike. */
  bands: Int32Array;
}

export const BANDS = 32;
const BINS_IN_BAND = SIGNATURE_LENGTH / BANDS;

export function createSignature(): Signature {
  return { bins: new Uint32Array(SIGNATURE_LENGTH), bands: new Int32Array(BANDS) };
}

/** Signs a set of grams: overwrites `signature`. */
export function sign(grams: Uint32Array, { bins, bands }: Signature): void {
  writeSignature(grams, bins);
  for (let band = 0; band < BANDS; band += 1) {
    let hash = band;
    for (let i = band * BINS_IN_BAND; i < (band + 1) * BINS_IN_BAND; i += 1)
      hash = mix32(Math.imul(hash, 31) + (bins[i] as number));
    bands[band] = hash;
  }
}
