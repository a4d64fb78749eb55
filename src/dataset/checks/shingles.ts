/**
 * Texts as sets of 5-grams of characters. Characters and not words, because chats are short (one word changed in an answer of
 * forty takes a fifth of its word 5-grams away) and not every language puts spaces between words. A gram is known
 * by a 32-bit hash: two different ones are taken for the same once in four thousand million pairs.
 */

import { mix32 } from './normal-text.ts';

export const SHINGLE_LENGTH = 5;

const BASE = 0x01000193;
const BASE_TO_THE_LENGTH = [...Array(SHINGLE_LENGTH)].reduce<number>((power) => Math.imul(power, BASE), 1);

export interface Shingler {
  /**
   * Hashes of all 5-grams of a normal text, in order, repeats included; a shorter text is one gram. The view is
   * valid until the next call.
   */
  hashes(text: string): Uint32Array;
}

export function createShingler(): Shingler {
  let buffer = new Uint32Array(4096);
  return {
    hashes(text) {
      const count = Math.max(1, text.length - SHINGLE_LENGTH + 1);
      if (buffer.length < count) buffer = new Uint32Array(2 * count);
      let rolling = 0;
      let written = 0;
      for (let i = 0; i < text.length; i += 1) {
        rolling = Math.imul(rolling, BASE) + text.charCodeAt(i) + 1;
        if (i >= SHINGLE_LENGTH)
          rolling -= Math.imul(BASE_TO_THE_LENGTH, text.charCodeAt(i - SHINGLE_LENGTH) + 1);
        rolling |= 0;
        if (i >= SHINGLE_LENGTH - 1) {
          buffer[written] = mix32(rolling);
          written += 1;
        }
      }
      if (written === 0) buffer[0] = mix32(rolling);
      return buffer.subarray(0, count);
    },
  };
}

/** A set of 32-bit numbers that is emptied at no cost; counts how many different ones it was given. */
function createStampedSet() {
  let mask = 8191;
  let keys = new Uint32Array(mask + 1);
  let stamps = new Uint32Array(mask + 1);
  let stamp = 0;
  const slotOf = (key: number) => {
    let slot = key & mask;
    while (stamps[slot] === stamp && keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  };
  return {
    clear(capacity: number) {
      if (2 * capacity > mask + 1) {
        mask = 2 ** Math.ceil(Math.log2(2 * capacity)) - 1;
        keys = new Uint32Array(mask + 1);
        stamps = new Uint32Array(mask + 1);
        stamp = 0;
      }
      stamp += 1;
      if (stamp === 2 ** 32) {
        stamps.fill(0);
        stamp = 1;
      }
    },
    add(key: number): boolean {
      const slot = slotOf(key);
      if (stamps[slot] === stamp) return false;
      keys[slot] = key;
      stamps[slot] = stamp;
      return true;
    },
    has: (key: number) => stamps[slotOf(key)] === stamp,
  };
}

/** A function that gives |A ∩ B| / |A ∪ B| of the 5-gram sets of two normal texts; it reuses its tables. */
export function createJaccard(): (a: string, b: string) => number {
  const shingler = createShingler();
  const inA = createStampedSet();
  const inB = createStampedSet();
  return (a, b) => {
    if (a === b) return 1;
    inA.clear(a.length + 1);
    inB.clear(b.length + 1);
    let sizeA = 0;
    for (const hash of shingler.hashes(a)) if (inA.add(hash)) sizeA += 1;
    let sizeB = 0;
    let both = 0;
    for (const hash of shingler.hashes(b)) {
      if (!inB.add(hash)) continue;
      sizeB += 1;
      if (inA.has(hash)) both += 1;
    }
    return both / (sizeA + sizeB - both);
  };
}
