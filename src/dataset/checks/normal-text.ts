/**
 * Text in one form for comparisons: compatibility characters unified (NFKC), lower case, white space collapsed; and its
 * words. Knows nothing of what is compared.
 */

// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is what is meant
const NOT_ASCII = /[^\x00-\x7f]/;

/** NFKC, lower case, runs of white space as one space, none at the ends. */
export function normalText(text: string): string {
  const unified = NOT_ASCII.test(text) ? text.normalize('NFKC') : text;
  // Single spaces, most of the white space there is, are left where they are.
  return unified
    .toLowerCase()
    .replace(/\s{2,}|[^\S ]/g, ' ')
    .trim();
}

/** 32 bits to 32 bits, every input bit reaching every output bit (MurmurHash3's finaliser). */
export function mix32(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Two 32-bit hashes as one number of 53 bits, fit for the key of a Map. */
export function joinHashes(high: number, low: number): number {
  return (high >>> 0) * 2 ** 21 + (low >>> 11);
}

/** A 53-bit hash of texts and of where one ends and the next begins. Equal hashes still have to be compared. */
export function hashTexts(texts: readonly string[]): number {
  let a = 0x9e3779b9;
  let b = 0x85ebca6b;
  for (const text of texts) {
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      a = Math.imul(a ^ code, 0x01000193);
      b = Math.imul(b + code, 0x5bd1e995);
      b ^= b >>> 15;
    }
    a = Math.imul(a ^ 0x10000, 0x01000193);
    b = Math.imul(b + 0x10001, 0x5bd1e995);
  }
  return joinHashes(mix32(a), mix32(b));
}

const UNKNOWN = 0;
const SEPARATOR = 1;
const IN_WORD = 2;
const WORD_BY_ITSELF = 3;

const kinds = new Uint8Array(0x10000);

/** Scripts that put no spaces between words: each of their characters counts as a word. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Of the character at a place of a text; remembered for all but halves of surrogate pairs. */
function classify(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  // Ideographs beyond the basic plane; emoji count as separators, as other punctuation does.
  if (unit >= 0xd800 && unit <= 0xdfff) {
    if (unit >= 0xdc00) return SEPARATOR;
    return UNSPACED.test(String.fromCodePoint(text.codePointAt(at) ?? 0)) ? WORD_BY_ITSELF : SEPARATOR;
  }
  const character = String.fromCharCode(unit);
  let kind = SEPARATOR;
  if (UNSPACED.test(character)) kind = WORD_BY_ITSELF;
  else if (/[\p{L}\p{N}\p{M}]/u.test(character)) kind = IN_WORD;
  kinds[unit] = kind;
  return kind;
}

let scratch = new Uint32Array(1024);

/** Hashes (32 bits) of the words of a normal text, in order; punctuation and spaces are no part of any. */
export function wordHashes(text: string): Uint32Array {
  if (scratch.length <= text.length) scratch = new Uint32Array(2 * text.length);
  let count = 0;
  let hash = 0x811c9dc5;
  let inside = false;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    const known = kinds[unit] as number;
    const kind = known === UNKNOWN ? classify(text, i) : known;
    if (kind === IN_WORD) {
      hash = Math.imul(hash ^ unit, 0x01000193);
      inside = true;
      continue;
    }
    if (inside) {
      scratch[count] = mix32(hash);
      count += 1;
      inside = false;
      hash = 0x811c9dc5;
    }
    if (kind === WORD_BY_ITSELF) {
      scratch[count] = mix32(text.codePointAt(i) ?? 0);
      count += 1;
    }
  }
  if (inside) {
    scratch[count] = mix32(hash);
    count += 1;
  }
  return scratch.slice(0, count);
}

export interface WordsHash {
  /** Takes the words of one more text; where texts end is part of the hash. */
  add(words: Uint32Array): void;
  /** 53 bits over all words so far. */
  key(): number;
}

/** Of texts by their words: those that differ in punctuation, case or spacing only have the same. */
export function createWordsHash(): WordsHash {
  let a = 0x9e3779b9;
  let b = 0x85ebca6b;
  return {
    add(words) {
      for (let i = 0; i < words.length; i += 1) {
        const word = words[i] as number;
        a = Math.imul(a ^ word, 0x01000193) ^ (word >>> 15);
        b = mix32(Math.imul(b, 31) + word);
      }
      a = Math.imul(a ^ 0x5bd1e995, 0x01000193);
      b = mix32(b + 0x10001);
    },
    key: () => joinHashes(mix32(a), b),
  };
}
