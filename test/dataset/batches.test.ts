import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupByLength, makeBatch, planBatches, planEvaluationBatches } from '../../src/dataset/batches.ts';
import { packBestFitDecreasing } from '../../src/dataset/packing.ts';
import { createRng } from '../../src/rng.ts';
import { tokenized } from './data.ts';

const golden = JSON.parse(
  readFileSync(new URL('../golden/fixtures/batches.json', import.meta.url), 'utf8'),
) as {
  packing: { lengths: number[]; seq_length: number; bins: number[][] }[];
  grouping: { lengths: number[]; batch_size: number; order: number[]; indices: number[] }[];
};

const sorted = (rows: readonly number[]) => rows.toSorted((a, b) => a - b);
const range = (n: number) => Array.from({ length: n }, (_, i) => i);
const tokensOf = (rows: readonly number[], lengths: readonly number[]) =>
  rows.reduce((total, row) => total + (lengths[row] ?? Number.NaN), 0);

describe('makeBatch', () => {
  it('lays conversations end to end and shifts targets by one inside each', () => {
    // conversation 0: <bos> u a eot, a and eot learnt; conversation 1: <bos> u a u a
    const conversations = [
      tokenized([2, 10, 11, 1], [0, 0, 1, 1]),
      tokenized([2, 20, 21, 22, 23], [0, 0, 1, 0, 1]),
    ];
    const batch = makeBatch(conversations, [1, 0]);
    expect([...batch.ids]).toEqual([2, 20, 21, 22, 23, 2, 10, 11, 1]);
    expect([...batch.positions]).toEqual([0, 1, 2, 3, 4, 0, 1, 2, 3]);
    expect([...batch.targets]).toEqual([-100, 21, -100, 23, -100, -100, 11, 1, -100]);
    expect([...batch.offsets]).toEqual([0, 5, 9]);
    expect([...batch.rows]).toEqual([1, 0]);
    expect(batch.supervised).toBe(4);
  });

  it('learns nothing across a border, not even a first token that is marked as learnt', () => {
    const batch = makeBatch([tokenized([5, 6], [1, 1]), tokenized([7], [1])], [0, 1, 0]);
    expect([...batch.targets]).toEqual([6, -100, -100, 6, -100]);
    expect(batch.supervised).toBe(2);
  });

  it('holds each conversation as it is, whatever is beside it', () => {
    const conversation = fc
      .array(fc.tuple(fc.nat(1000), fc.nat(1)), { minLength: 1, maxLength: 12 })
      .map((tokens) =>
        tokenized(
          tokens.map(([id]) => id),
          tokens.map(([, mask]) => mask),
        ),
      );
    fc.assert(
      fc.property(fc.array(conversation, { minLength: 1, maxLength: 6 }), (conversations) => {
        const batch = makeBatch(conversations, range(conversations.length));
        expect(batch.supervised).toBe(batch.targets.filter((target) => target !== -100).length);
        expect(batch.offsets.at(-1)).toBe(batch.ids.length);
        for (const row of batch.rows) {
          const alone = makeBatch(conversations, [row]);
          const [start, end] = [batch.offsets[row], batch.offsets[row + 1]];
          expect(batch.ids.slice(start, end)).toEqual(alone.ids);
          expect(batch.positions.slice(start, end)).toEqual(alone.positions);
          expect(batch.targets.slice(start, end)).toEqual(alone.targets);
        }
      }),
    );
  });

  it('refuses rows that do not exist, have no tokens or a mask of another length', () => {
    const conversations = [tokenized([], []), tokenized([1, 2], [1])];
    expect(() => makeBatch(conversations, [])).toThrow('at least one row');
    expect(() => makeBatch(conversations, [2])).toThrow('row 2 of 2 conversations');
    expect(() => makeBatch(conversations, [0])).toThrow('row 0 has no tokens');
    expect(() => makeBatch(conversations, [1])).toThrow('2 ids and a mask of 1');
  });
});

describe('packing', () => {
  it.each(golden.packing)('of rows into $seq_length tokens makes the bins that TRL makes', (expected) => {
    const { lengths, seq_length, bins } = expected;
    const packed = packBestFitDecreasing(range(lengths.length), lengths, seq_length);
    expect(packed.map((bin) => bin.map((row) => lengths[row]))).toEqual(bins);
  });

  it('never overfills a bin, uses every row once and opens a bin only when no other has room', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 80 }), (lengths) => {
        const bins = packBestFitDecreasing(range(lengths.length), lengths, 50);
        expect(sorted(bins.flat())).toEqual(range(lengths.length));
        for (const [i, bin] of bins.entries()) {
          expect(tokensOf(bin, lengths)).toBeLessThanOrEqual(50);
          for (const later of bins.slice(i + 1)) {
            expect(tokensOf([...bin, ...later.slice(0, 1)], lengths)).toBeGreaterThan(50);
          }
        }
      }),
    );
  });
});

describe('grouping by length', () => {
  it.each(golden.grouping)('puts rows together as transformers does ($batch_size a batch)', (expected) => {
    const { lengths, batch_size, order, indices } = expected;
    const rows = groupByLength(order, lengths, batch_size).flat();
    // transformers then swaps the longest row with the first; here whole batches are shuffled instead.
    const longest = rows.indexOf(lengths.indexOf(Math.max(...lengths)));
    [rows[0], rows[longest]] = [rows[longest] as number, rows[0] as number];
    expect(rows).toEqual(indices);
  });
});

const plans = fc.record({
  lengths: fc.array(fc.integer({ min: 1, max: 64 }), { minLength: 1, maxLength: 120 }),
  batchSize: fc.integer({ min: 1, max: 9 }),
  seed: fc.nat(),
  packing: fc.boolean(),
});

describe('planBatches', () => {
  const plan = (lengths: number[], batchSize: number, packing: boolean, seed: number) =>
    planBatches(lengths, {
      per_device_train_batch_size: batchSize,
      max_length: 64,
      packing,
      rng: createRng(seed),
    });

  it('uses every row exactly once an epoch, and the same seed gives the same batches', () => {
    fc.assert(
      fc.property(plans, ({ lengths, batchSize, packing, seed }) => {
        const batches = plan(lengths, batchSize, packing, seed);
        expect(sorted(batches.flat())).toEqual(range(lengths.length));
        expect(plan(lengths, batchSize, packing, seed)).toEqual(batches);
      }),
    );
  });

  it('fills batches up to their size, and starts with the one that has most tokens', () => {
    fc.assert(
      fc.property(plans, ({ lengths, batchSize, packing, seed }) => {
        const batches = plan(lengths, batchSize, packing, seed);
        const tokens = batches.map((batch) => tokensOf(batch, lengths));
        expect(tokens[0]).toBe(Math.max(...tokens));
        if (packing) expect(Math.max(...tokens)).toBeLessThanOrEqual(64 * batchSize);
        else {
          expect(Math.max(...batches.map((batch) => batch.length))).toBeLessThanOrEqual(batchSize);
          expect(batches).toHaveLength(Math.ceil(lengths.length / batchSize));
        }
      }),
    );
  });

  it('differs from one seed to the next, with and without packing', () => {
    const lengths = range(200).map((i) => 1 + ((i * 37) % 64));
    for (const packing of [false, true]) {
      expect(plan(lengths, 4, packing, 1)).not.toEqual(plan(lengths, 4, packing, 2));
    }
  });

  it('puts rows of similar length together, unlike batches drawn at random', () => {
    const lengths = range(400).map((i) => 1 + ((i * 37) % 64));
    const spread = (batches: number[][]) =>
      batches.reduce((total, batch) => {
        const own = batch.map((row) => lengths[row] ?? 0);
        return total + Math.max(...own) - Math.min(...own);
      }, 0) / batches.length;
    const random = createRng(3).shuffled(range(400));
    const atRandom = range(100).map((i) => random.slice(4 * i, 4 * i + 4));
    expect(spread(plan(lengths, 4, false, 3))).toBeLessThan(0.15 * spread(atRandom));
  });

  it('packs several conversations into each sequence', () => {
    const lengths = Array.from({ length: 64 }, () => 16);
    expect(plan(lengths, 2, true, 0).map((batch) => batch.length)).toEqual(Array(8).fill(8));
  });

  it('refuses a row longer than max_length instead of cutting it', () => {
    for (const packing of [false, true]) {
      expect(() => plan([10, 65], 2, packing, 0)).toThrow('row 1 has 65 tokens, expected 1 to 64');
    }
    expect(() => plan([10, 0], 2, false, 0)).toThrow('row 1 has 0 tokens');
    expect(() => plan([10], 0, false, 0)).toThrow('batch size 0');
  });

  it('plans 100,000 rows in a few seconds', () => {
    const lengths = range(100_000).map((i) => 1 + ((i * 7919) % 1024));
    const started = performance.now();
    for (const packing of [false, true]) {
      const options = { per_device_train_batch_size: 4, max_length: 1024, packing, rng: createRng(1) };
      expect(planBatches(lengths, options).flat()).toHaveLength(100_000);
    }
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('planEvaluationBatches', () => {
  it('uses every row once, longest first, within the bound unless a row alone is over it', () => {
    fc.assert(
      fc.property(plans, fc.integer({ min: 1, max: 300 }), ({ lengths }, tokens_per_batch) => {
        const batches = planEvaluationBatches(lengths, { tokens_per_batch });
        expect(sorted(batches.flat())).toEqual(range(lengths.length));
        const order = batches.flat().map((row) => lengths[row] ?? 0);
        expect(order).toEqual(order.toSorted((a, b) => b - a));
        for (const batch of batches) {
          if (batch.length > 1) expect(tokensOf(batch, lengths)).toBeLessThanOrEqual(tokens_per_batch);
        }
        // Greedy: no batch could have taken the first row of the next.
        for (const [i, next] of batches.slice(1).entries()) {
          const first = next.slice(0, 1);
          expect(tokensOf([...(batches[i] ?? []), ...first], lengths)).toBeGreaterThan(tokens_per_batch);
        }
      }),
    );
  });

  it('plans nothing for no rows', () => {
    expect(planEvaluationBatches([], { tokens_per_batch: 10 })).toEqual([]);
  });
});
