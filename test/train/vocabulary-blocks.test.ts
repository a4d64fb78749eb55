/**
 * The loss and its gradient over blocks of the vocabulary against the textbook's formula in double precision, and one block
 * against many.
 */

import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { createRng } from '../../src/rng.ts';
import { Bf16Tensor, fromBf16, toBf16 } from '../../src/runtime/native-ops.ts';
import { blockwiseCrossEntropy } from '../../src/train/vocabulary-blocks.ts';
import { useTestRuntime } from '../helpers/runtime.ts';

const [M, V, D] = [9, 101, 8];

beforeAll(async () => {
  await useTestRuntime();
});

const rng = createRng(5);
const draw = (length: number, spread: number) => Float32Array.from({ length }, () => rng.normal() * spread);
const rowValues = draw(M * D, 2);
const weightValues = draw(V * D, 1.5);
/** The first and the last column, the same one twice, and columns on both sides of where blocks meet. */
const targets = Int32Array.from([0, V - 1, 16, 17, 16, 50, 33, 34, 99]);

/** −ln p(target) and d/dx of it for each row, in double precision: l = c·tanh(x·w/c), p = softmax(l). */
function expected(softcap: number | undefined, weight: ArrayLike<number> = weightValues) {
  const nll: number[] = [];
  const dRows = new Float64Array(M * D);
  for (let row = 0; row < M; row += 1) {
    const dot = (v: number) =>
      Array.from({ length: D }, (_, d) => (rowValues[row * D + d] as number) * (weight[v * D + d] as number));
    const z = Array.from({ length: V }, (_, v) => dot(v).reduce((a, b) => a + b, 0));
    const l = z.map((value) => (softcap === undefined ? value : softcap * Math.tanh(value / softcap)));
    const largest = Math.max(...l);
    const total = l.reduce((sum, value) => sum + Math.exp(value - largest), 0);
    const target = targets[row] as number;
    nll.push(largest + Math.log(total) - (l[target] as number));
    l.forEach((value, v) => {
      const slope = softcap === undefined ? 1 : 1 - (value / softcap) ** 2;
      const pull = (Math.exp(value - largest) / total - (v === target ? 1 : 0)) * slope;
      for (let d = 0; d < D; d += 1) {
        dRows[row * D + d] = (dRows[row * D + d] as number) + pull * (weight[v * D + d] as number);
      }
    });
  }
  return { nll, dRows };
}

function found(weight: tf.Tensor2D | Bf16Tensor, softcap: number | undefined, columns: number | undefined) {
  const rows = tf.tensor2d(rowValues, [M, D]);
  const before = tf.memory().numTensors;
  const alive = Bf16Tensor.alive;
  const options = { gradient: true, ...(columns !== undefined && { columns }) };
  const { nll, dRows } = blockwiseCrossEntropy(rows, targets, { weight, softcap }, options);
  const loss = blockwiseCrossEntropy(rows, targets, { weight, softcap }, { ...options, gradient: false });
  expect(loss.dRows).toBeNull();
  expect(tf.memory().numTensors).toBe(before + 3);
  expect(Bf16Tensor.alive).toBe(alive);
  expect([...loss.nll.dataSync()]).toEqual([...nll.dataSync()]);
  const values = { nll: [...nll.dataSync()], dRows: [...(dRows as tf.Tensor2D).dataSync()] };
  tf.dispose([rows, nll, dRows as tf.Tensor2D, loss.nll]);
  return values;
}

/** Of sums of V terms of size 1 in float32, whose last digit is 6e-8: √V·6e-8 ≈ 6e-7 is expected, logits of 30 add 2e-6. */
const TOLERANCE = 1e-5;

function expectClose(values: readonly number[], wanted: ArrayLike<number>) {
  values.forEach((value, at) => {
    expect(Math.abs(value - (wanted[at] as number))).toBeLessThan(TOLERANCE);
  });
}

describe.each([undefined, 5])('with soft cap %s', (softcap) => {
  it.each([undefined, 1, 17, 100, 101, 4096])(
    'has the textbook loss and gradient in blocks of %s columns',
    (columns) => {
      const weight = tf.tensor2d(weightValues, [V, D]);
      const { nll, dRows } = found(weight, softcap, columns);
      weight.dispose();
      const wanted = expected(softcap);
      expect(nll).toHaveLength(M);
      expectClose(nll, wanted.nll);
      expectClose(dRows, wanted.dRows);
    },
  );

  it('has those of the rounded weight where it is held in bfloat16', () => {
    const wide = tf.tensor2d(weightValues, [V, D]);
    const weight = toBf16(wide);
    const rounded = fromBf16(weight);
    const wanted = expected(softcap, rounded.dataSync());
    const { nll, dRows } = found(weight, softcap, 17);
    weight.dispose();
    tf.dispose([wide, rounded]);
    expectClose(nll, wanted.nll);
    expectClose(dRows, wanted.dRows);
  });
});

describe('what a block after the first does to the sums', () => {
  // One row x = [1], so that the logits are the weight's own values.
  const lossOf = (logits: readonly number[], target: number, columns: number) => {
    const rows = tf.tensor2d([1], [1, 1]);
    const weight = tf.tensor2d([...logits], [logits.length, 1]);
    const { nll, dRows } = blockwiseCrossEntropy(
      rows,
      Int32Array.of(target),
      { weight, softcap: undefined },
      { gradient: true, columns },
    );
    const values = [nll.dataSync()[0], dRows?.dataSync()[0]] as [number, number];
    tf.dispose([rows, weight, nll, dRows as tf.Tensor2D]);
    return values;
  };

  it('neither overflows nor loses what counts when the maximum jumps by more than e can hold, up or down', () => {
    // p = (0, 0, ½, ½): −ln ½, and the pull Σ p·l − l_target = 500 − 500.
    for (const logits of [
      [-500, 0, 500, 500],
      [0, -500, 500, 500],
    ]) {
      const [nll, pull] = lossOf(logits, 3, 1);
      expect(nll).toBeCloseTo(Math.LN2, 5);
      expect(pull).toBeCloseTo(0, 3);
    }
    // p = (1, 0, 0, 0) for target 0, whatever comes later; and a target without a chance costs its distance.
    expect(lossOf([500, 0, -500, 100], 0, 2)[0]).toBe(0);
    expect(lossOf([500, 0, -500, 100], 2, 2)[0]).toBeCloseTo(1000, 3);
  });

  it('keeps what is not a number visible, in whichever block it is', () => {
    expect(lossOf([Number.NaN, 1, 2, 3], 3, 2)[0]).toBeNaN();
    expect(lossOf([1, 2, 3, Number.NaN], 0, 2)[0]).toBeNaN();
  });
});

describe('with the vocabulary filter', () => {
  it('stays near the whole gradient, and has the same loss', () => {
    const [rowsN, vocabulary, width] = [16, 4000, 16];
    const seeded = createRng(11);
    const values = (length: number, spread: number) =>
      Float32Array.from({ length }, () => seeded.normal() * spread);
    // Logits of spread 2·1.5·√16 = 12: peaked, so that most tokens are out of the question.
    const rows = tf.tensor2d(values(rowsN * width, 2), [rowsN, width]);
    const weight = tf.tensor2d(values(vocabulary * width, 1.5), [vocabulary, width]);
    const picked = Int32Array.from({ length: rowsN }, () => seeded.integer(vocabulary));
    const filter = { least_probability: 1e-6, most_left_out: 0.02, most_columns: 1 };
    const head = { weight, softcap: undefined };
    let kept = 0;
    const filtered = blockwiseCrossEntropy(rows, picked, head, {
      gradient: true,
      columns: 512,
      filter,
      seen: ({ columns }) => {
        kept += columns;
      },
    });
    const whole = blockwiseCrossEntropy(rows, picked, head, { gradient: true, columns: 512 });
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(vocabulary / 2);
    expect([...filtered.nll.dataSync()]).toEqual([...whole.nll.dataSync()]);
    const error = tf.tidy(() => {
      const [a, b] = [filtered.dRows as tf.Tensor2D, whole.dRows as tf.Tensor2D];
      return (tf.norm(tf.sub(a, b)).dataSync()[0] as number) / (tf.norm(b).dataSync()[0] as number);
    });
    expect(error).toBeGreaterThan(0);
    // At most 4,000 columns of 1e-6 each, each off by about ‖w − w̄‖ = 1.5·√16 = 6, on gradients of that size.
    expect(error).toBeLessThan(4e-3);
    tf.dispose([
      rows,
      weight,
      filtered.nll,
      filtered.dRows as tf.Tensor2D,
      whole.nll,
      whole.dRows as tf.Tensor2D,
    ]);
  });
});
