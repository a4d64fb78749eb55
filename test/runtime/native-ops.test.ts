import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  Bf16Tensor,
  executeOp,
  fromBf16,
  gatherBf16,
  intAttribute,
  matMulBf16,
  toBf16,
  typeAttribute,
} from '../../src/runtime/native-ops.ts';
import { useTestRuntime } from '../helpers/runtime.ts';

beforeAll(async () => {
  await useTestRuntime();
});

let tensors = 0;
beforeEach(() => {
  tensors = tf.memory().numTensors;
  tf.engine().startScope();
});

afterEach(() => {
  tf.engine().endScope();
  expect(tf.memory().numTensors).toBe(tensors);
  expect(Bf16Tensor.alive).toBe(0);
});

/** bfloat16 is the upper half of a float32, rounded to nearest even. */
function roundToBf16(values: Float32Array): Float32Array {
  const bits = new Uint32Array(values.slice().buffer);
  for (const [i, word] of bits.entries()) {
    bits[i] = ((word + 0x7fff + ((word >>> 16) & 1)) & 0xffff0000) >>> 0;
  }
  return new Float32Array(bits.buffer);
}

function matrix(rows: number, columns: number, seed: number): tf.Tensor2D {
  return tf.randomNormal([rows, columns], 0, 1, 'float32', seed);
}

/** The product in double precision, of [n, k] and [k, m]. */
function product(a: number[][], b: number[][]): number[][] {
  return a.map((row) => (b[0] ?? []).map((_, j) => row.reduce((sum, x, k) => sum + x * (b[k]?.[j] ?? 0), 0)));
}

describe('bfloat16', () => {
  it('rounds to nearest even on the way in and is exact on the way out', () => {
    const values = new Float32Array([1, 1.00390625, 1.01171875, -2.7, 1e-30, 3.3e38, 0, -0]);
    const narrow = toBf16(tf.tensor1d(values));
    expect(narrow.shape).toEqual([8]);
    expect(fromBf16(narrow).dataSync()).toEqual(roundToBf16(values));
    narrow.dispose();
  });

  it.each([{ transposeW: true }, { transposeW: false }])(
    'multiplies with the rounded weight in float32, transposeW: $transposeW',
    ({ transposeW }) => {
      const [out, width] = [24, 40];
      const w = matrix(out, width, 1);
      const a = matrix(7, transposeW ? width : out, 2);
      const rounded = tf.tensor2d(roundToBf16(w.dataSync<'float32'>()), [out, width]);
      const narrow = toBf16(w);
      const got = matMulBf16(a, narrow, { transposeW }).arraySync();
      const expected = product(
        a.arraySync(),
        (transposeW ? tf.transpose(rounded) : rounded).arraySync() as number[][],
      );
      narrow.dispose();
      for (const [i, row] of expected.entries()) {
        // 40 terms of size about 1 in float32: 40 · 2⁻²⁴ · a few
        for (const [j, value] of row.entries()) expect(Math.abs(got[i]![j]! - value)).toBeLessThan(1e-5);
      }
    },
  );

  it('gives the same product whether the weight is widened in one block or in several', () => {
    // 5 Mi values a block: three blocks of 5120 rows and a rest, against tfjs' product with the widened matrix.
    const w = matrix(16_000, 1024, 3);
    const narrow = toBf16(w);
    const wide = fromBf16(narrow) as tf.Tensor2D;
    const a = matrix(3, 1024, 4);
    const dy = matrix(3, 16_000, 5);
    const forward = tf.max(
      tf.abs(tf.sub(matMulBf16(a, narrow, { transposeW: true }), tf.matMul(a, wide, false, true))),
    );
    const back = tf.max(tf.abs(tf.sub(matMulBf16(dy, narrow, { transposeW: false }), tf.matMul(dy, wide))));
    narrow.dispose();
    // Sums of 1,024 and of 16,000 products of size about 1: √n · 2⁻²⁴ · 8 is 1.5e-5 and 6e-5.
    expect(forward.dataSync()[0]).toBeLessThan(1e-4);
    expect(back.dataSync()[0]).toBeLessThan(5e-4);
  });

  it('rounds the result as well when it is allowed to', () => {
    const w = matrix(24, 40, 1);
    const a = matrix(7, 40, 2);
    const narrow = toBf16(w);
    const got = matMulBf16(a, narrow, { transposeW: true, roundResult: true });
    const exact = matMulBf16(a, narrow, { transposeW: true });
    narrow.dispose();
    expect(got.dataSync()).toEqual(roundToBf16(got.dataSync<'float32'>()));
    // Three roundings of relative size 2⁻⁹, over 40 terms of size about 1.
    expect(tf.max(tf.abs(tf.sub(got, exact))).dataSync()[0]).toBeLessThan(0.1);
    expect(got.dataSync()).not.toEqual(exact.dataSync());
  });

  it('looks rows up', () => {
    const table = toBf16(tf.tensor2d([1, 2, 3, 4, 5, 6], [3, 2]));
    const rows = gatherBf16(table, tf.tensor1d([2, 0, 2], 'int32'));
    expect(rows.arraySync()).toEqual([
      [5, 6],
      [1, 2],
      [5, 6],
    ]);
    table.dispose();
  });

  it('refuses a tensor that was disposed of', () => {
    const narrow = toBf16(tf.tensor1d([1]));
    narrow.dispose();
    narrow.dispose();
    expect(() => fromBf16(narrow)).toThrow('disposed');
  });
});

describe('executeOp', () => {
  it('gives every output of an operation as tfjs tensors', () => {
    const [values, indices] = executeOp(
      'TopKV2',
      [typeAttribute('T', 'float32'), typeAttribute('Tk', 'int32'), typeAttribute('index_type', 'int32')],
      [tf.tensor1d([3, 9, 4]), tf.scalar(2, 'int32')],
      2,
    );
    expect(values?.arraySync()).toEqual([9, 4]);
    expect(indices?.arraySync()).toEqual([1, 2]);
  });

  it("passes on TensorFlow's own message", () => {
    expect(() => executeOp('NoSuchOperation', [intAttribute('n', 1)], [], 1)).toThrow('NoSuchOperation');
  });
});
