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

/** How often each run of `n` code points is there. */
function ngrams(characters: readonly string[], n: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (let at = 0; at + n <= characters.length; at += 1) {
    const gram = characters.slice(at, at + n).join('');
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

/** chrF2 of `text` against `reference`, 0 to 1. */
export function chrf(text: string, reference: string): number {
  const [hypothesis, wanted] = [text, reference].map((one) => [...one.replace(WHITE_SPACE, '')]) as [
    string[],
    string[],
  ];
  let [precision, recall, orders] = [0, 0, 0];
  for (let n = 1; n <= ORDERS; n += 1) {
    const [had, want] = [hypothesis.length - n + 1, wanted.length - n + 1];
    if (had <= 0 || want <= 0) break;
    const counts = ngrams(hypothesis, n);
    let matches = 0;
    for (const [gram, count] of ngrams(wanted, n)) matches += Math.min(count, counts.get(gram) ?? 0);
    precision += matches / had;
    recall += matches / want;
    orders += 1;
  }
  if (precision + recall === 0) return 0;
  const [p, r] = [precision / orders, recall / orders];
  return ((1 + BETA_SQUARED) * p * r) / (BETA_SQUARED * p + r);
}
