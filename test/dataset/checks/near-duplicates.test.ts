import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDatasets } from '../../../src/dataset/checks/check-datasets.ts';
import {
  createSignature,
  estimatedSimilarity,
  SIGNATURE_LENGTH,
  type Signature,
  sign,
} from '../../../src/dataset/checks/min-hash.ts';
import { createNearIndex } from '../../../src/dataset/checks/near-index.ts';
import { normalText } from '../../../src/dataset/checks/normal-text.ts';
import { createJaccard, createShingler } from '../../../src/dataset/checks/shingles.ts';
import { createRng } from '../../../src/rng.ts';
import { check, createProse, findingsOf, rows, shown } from './rows.ts';

/** Straight from the definition. */
function setJaccard(a: string, b: string): number {
  const grams = (text: string) =>
    new Set(Array.from({ length: Math.max(1, text.length - 4) }, (_, i) => text.slice(i, i + 5)));
  const [x, y] = [grams(a), grams(b)];
  return [...x].filter((gram) => y.has(gram)).length / new Set([...x, ...y]).size;
}

function signatureOf(text: string): Signature {
  const signature = createSignature();
  sign(createShingler().hashes(text), signature);
  return signature;
}

/** Two texts of `words` words, each word of the second replaced with probability `change`. */
function createPairs(seed: number): (words: number, change: number) => [string, string] {
  const rng = createRng(seed);
  const prose = createProse(seed + 1);
  return (words, change) => {
    const text = prose(words).split(' ');
    const other = text.map((word) => (rng.uniform() < change ? prose(1) : word));
    return [text.join(' '), other.join(' ')];
  };
}

describe('Jaccard similarity', () => {
  it('is that of the sets of 5-grams', () => {
    const jaccard = createJaccard();
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', 'ü', '中') }),
        fc.string({ unit: fc.constantFrom('a', 'b', 'ü', '中') }),
        (a, b) => {
          expect(jaccard(a, b)).toBeCloseTo(setJaccard(a, b), 12);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is that of the sets for long texts, one after the other in the same tables', () => {
    const pair = createPairs(7);
    const jaccard = createJaccard();
    for (const words of [2000, 3, 20_000, 50]) {
      const [a, b] = pair(words, 0.1);
      expect(jaccard(a, b)).toBeCloseTo(setJaccard(a, b), 12);
    }
  });
});

describe('MinHash', () => {
  it('estimates the Jaccard similarity within five standard errors', () => {
    const pair = createPairs(11);
    fc.assert(
      fc.property(
        fc.integer({ min: 40, max: 600 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (words, change) => {
          const [a, b] = pair(words, change);
          const exact = setJaccard(a, b);
          const estimate = estimatedSimilarity(signatureOf(a), signatureOf(b));
          // √(J(1 − J)/n) of n independent bins; borrowed bins are not independent of their donors: twice the variance.
          const error = Math.sqrt((2 * exact * (1 - exact)) / SIGNATURE_LENGTH);
          expect(Math.abs(estimate - exact)).toBeLessThanOrEqual(5 * error + 1e-9);
        },
      ),
      { numRuns: 200, seed: 1 },
    );
  });

  it('has no bias for texts so short that most bins are borrowed', () => {
    const pair = createPairs(13);
    const pairs = Array.from({ length: 1500 }, () => pair(6, 0.15));
    const mean = (value: (a: string, b: string) => number) =>
      pairs.reduce((sum, [a, b]) => sum + value(a, b), 0) / pairs.length;
    const exact = mean(setJaccard);
    // About 35 grams a text: one estimate has a standard error of at most √(0.25/35) = 0.085, their mean 0.0022.
    expect(
      Math.abs(mean((a, b) => estimatedSimilarity(signatureOf(a), signatureOf(b))) - exact),
    ).toBeLessThan(4 * 0.0022);
  });

  it.each(['', 'a', 'abcd', 'abcde'])('signs even %j', (text) => {
    expect(estimatedSimilarity(signatureOf(text), signatureOf(text))).toBe(1);
    expect(estimatedSimilarity(signatureOf(text), signatureOf('something else'))).toBeLessThan(0.2);
  });
});

describe('the index of bands', () => {
  it('finds at least 99 % of the pairs of similarity 0.8 to 0.9', () => {
    const pair = createPairs(17);
    const pairs = Array.from({ length: 3000 }, (_, i) => pair(i % 2 === 0 ? 12 : 80, 0.05)).filter(
      ([a, b]) => {
        const similarity = setJaccard(a, b);
        return similarity >= 0.8 && similarity < 0.9;
      },
    );
    expect(pairs.length).toBeGreaterThan(500);
    const index = createNearIndex(pairs.length);
    for (const [a] of pairs) index.add(signatureOf(a));
    const found = pairs.filter(([, b], i) => index.find(signatureOf(b), (kept) => kept === i) === i);
    expect(found.length / pairs.length).toBeGreaterThanOrEqual(0.99);
  });

  it('hardly ever asks about texts that have little in common', () => {
    const prose = createProse(19);
    const index = createNearIndex(2000);
    let asked = 0;
    for (let i = 0; i < 2000; i += 1) {
      const signature = signatureOf(`${prose(60)} the same ten words at the end of every answer`);
      index.find(signature, () => {
        asked += 1;
        return false;
      });
      index.add(signature);
    }
    expect(asked).toBeLessThan(5);
  });
});

const LONG =
  'The ferry to the island leaves from the third pier at half past seven, at ten, at one and in the evening at seven.';

describe('duplicates', () => {
  it('are rows with the same messages, wherever the earlier one is', async () => {
    const report = await check({
      train: [
        ['Hello', 'Hi there'],
        ['Other', LONG],
        ['Hello', 'Hi there'],
      ],
    });
    expect(shown(report)).toEqual([
      'warning duplicates train.jsonl:3: the same messages as train.jsonl:1 [train.jsonl:1]',
    ]);
  });

  it('are found across the files of one training set', async () => {
    const conversations = [...rows('a.jsonl', [['Hello', LONG]]), ...rows('b.jsonl', [['Hello', LONG]])];
    expect(shown(await checkDatasets({ train: { file: 'both', conversations } }))).toEqual([
      'warning duplicates b.jsonl:1: the same messages as a.jsonl:1 [a.jsonl:1]',
    ]);
  });

  it('are not rows that differ in the system message or in who speaks', async () => {
    const findings = await findingsOf('duplicates', {
      train: [
        ['system:Be brief.', 'Hello', 'Hi there'],
        ['system:Be kind.', 'Hello', 'Hi there'],
        ['Hello', 'Hi there'],
      ],
    });
    expect(findings).toEqual([]);
  });

  it('are near when a word is changed, and not when the sentence is another', async () => {
    const report = await check({
      train: [
        ['When does the ferry leave?', LONG],
        ['when does  the FERRY leave?', LONG.replace('third', 'fourth')],
        ['When does the ferry leave?', 'Ask at the desk, the boards there show all sailings of the day.'],
      ],
    });
    const texts = [
      `when does the ferry leave?\n${normalText(LONG)}`,
      `when does the ferry leave?\n${normalText(LONG.replace('third', 'fourth'))}`,
    ] as const;
    const percent = Math.round(100 * setJaccard(...texts));
    expect(percent).toBeGreaterThanOrEqual(80);
    expect(shown(report).filter((line) => line.includes('duplicates'))).toEqual([
      `warning near_duplicates train.jsonl:2: nearly the same as train.jsonl:1 (${percent} % of their 5-grams in common) [train.jsonl:1]`,
    ]);
  });

  it('are no matter of the system message that all rows share', async () => {
    const prose = createProse(23);
    const system = `system:${prose(400)}`;
    const train = Array.from({ length: 20 }, () => [system, prose(8), prose(20)]);
    expect((await check({ train })).findings).toEqual([]);
  });

  it('are found in languages without spaces', async () => {
    const text =
      '渡轮每天早上七点半从三号码头出发前往海鸥岛，航程约三十五分钟，请提前十分钟登船。成人单程九欧元。';
    const findings = await findingsOf('near_duplicates', {
      train: [
        ['渡轮几点开？', text],
        ['渡轮几点开？', text.replace('十分钟登船', '十分钟上船')],
        ['你好', '请到办公室'],
      ],
    });
    expect(findings.map(({ line }) => line)).toEqual([2]);
  });

  it('cost time that grows with the rows, when all of them share a bucket', async () => {
    // 70 % of each answer is the same: enough for buckets, too little for duplicates.
    const prose = createProse(29);
    const stock = prose(70);
    const train = Array.from({ length: 6000 }, () => [prose(4), `${prose(12)} ${stock} ${prose(12)}`]);
    const started = performance.now();
    const { counts } = await check({ train });
    expect(counts.near_duplicates ?? 0).toBe(0);
    // 18 million pairs at 10 µs each would be three minutes.
    expect(performance.now() - started).toBeLessThan(60_000);
  }, 180_000);
});
