/**
 * chrF2, the F-score of character n-grams (Popović, "chrF: character n-gram F-score for automatic MT evaluation", WMT 2015):
 * n from 1 to 6, β = 2, white space left out; precision and recall are averaged over the orders that both texts have, as
 * sacrebleu does (`sacrebleu.CHRF()`, nrefs:1|case:mixed|eff:yes|nc:6|nw:0|space:no). Knows nothing of assertions.
 */

const ORDERS = 6;
const BETA_SQUARED = 4;

// What Python's str.split() splits at, which is what sacrebleu leaves out: not quite JavaScript's \s.
// biome-ignore lint/suspicious/noControlCharactersInRegex: the four information separators are white space to Python
const WHITE_SPACE = /[\p{White_Space}\x1c-\x1f]+/gu;

/** Numbers for things as they come, the same for the same. */
function createNumbering() {
  const numbers = new Map<number, number>();
  return (key: number): number => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  };
}

function codePoints(text: string): number[] {
  return Array.from(text.replace(WHITE_SPACE, ''), (character) => character.codePointAt(0) as number);
}

/** How many elements two lists have in common, each as often as in the list that has it less often. */
function common(one: readonly number[], other: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const key of one) counts.set(key, (counts.get(key) ?? 0) + 1);
  let matches = 0;
  for (const key of other) {
    const left = counts.get(key) ?? 0;
    if (left === 0) continue;
    counts.set(key, left - 1);
    matches += 1;
  }
  return matches;
}

/** chrF2 of `text` against `reference`, 0 to 1. */
export function chrf(text: string, reference: string): number {
  const letter = createNumbering();
  const [hypothesis, wanted] = [text, reference].map((one) => codePoints(one).map(letter)) as [
    number[],
    number[],
  ];
  const alphabet = hypothesis.length + wanted.length;
  // The n-grams as numbers: that of the first n − 1 letters with one letter more.
  let [had, want] = [hypothesis, wanted];
  let [precision, recall, orders] = [0, 0, 0];
  for (let n = 1; n <= ORDERS && had.length > 0 && want.length > 0; n += 1) {
    const matches = common(had, want);
    precision += matches / had.length;
    recall += matches / want.length;
    orders += 1;
    const number = createNumbering();
    const longer = (grams: readonly number[], letters: readonly number[]) =>
      grams.slice(0, -1).map((gram, at) => number(gram * alphabet + (letters[at + n] as number)));
    [had, want] = [longer(had, hypothesis), longer(want, wanted)];
  }
  if (precision + recall === 0) return 0;
  const [p, r] = [precision / orders, recall / orders];
  return ((1 + BETA_SQUARED) * p * r) / (BETA_SQUARED * p + r);
}
