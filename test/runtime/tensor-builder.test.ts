import { readFileSync } from 'node:fs';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { Bf16Tensor, fromBf16, TensorBuilder } from '../../src/runtime/native-ops.ts';
import { useTestRuntime } from '../helpers/runtime.ts';

beforeAll(async () => {
  await useTestRuntime();
});

/** Small whole numbers: exact in bfloat16 up to 256. */
const counting = (n: number) => Float32Array.from({ length: n }, (_, i) => i % 251);

/** `values` in pieces of `lengths`, the last length repeated; each piece is overwritten after it was appended. */
function fill(builder: TensorBuilder, values: Float32Array, lengths: number[]) {
  let start = 0;
  for (let i = 0; start < values.length; i += 1) {
    const length = lengths[Math.min(i, lengths.length - 1)] as number;
    const piece = values.slice(start, start + length);
    builder.append(piece);
    piece.fill(Number.NaN);
    start += length;
  }
  return builder.finish();
}

describe.each([{ join: false }, { join: true }])('TensorBuilder with join: $join', (options) => {
  it.each([
    ['whole rows', [10, 20]],
    ['pieces that end inside a row', [3, 1, 8, 40]],
    ['everything at once', [60]],
    ['single values', [1]],
  ])('gives the values back in order from %s', (_, lengths) => {
    const before = tf.memory().numTensors;
    const values = counting(60);
    const built = fill(new TensorBuilder([6, 2, 5], 'float32', options), values, lengths) as tf.Tensor;
    expect(built.shape).toEqual([6, 2, 5]);
    expect(built.dataSync()).toEqual(values);
    built.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  it('builds bfloat16 tensors that tidy() leaves alone, and leaks nothing', () => {
    const [tensors, narrow] = [tf.memory().numTensors, Bf16Tensor.alive];
    const values = counting(60);
    const built = tf.tidy(() => {
      fill(new TensorBuilder([60], 'bfloat16', options), values, [7]).dispose();
      return fill(new TensorBuilder([12, 5], 'bfloat16', options), values, [7]) as unknown as tf.Tensor;
    }) as unknown as Bf16Tensor;
    expect(built).toBeInstanceOf(Bf16Tensor);
    expect(built.shape).toEqual([12, 5]);
    const wide = fromBf16(built);
    expect(wide.dataSync()).toEqual(values);
    wide.dispose();
    built.dispose();
    expect(tf.memory().numTensors).toBe(tensors);
    expect(Bf16Tensor.alive).toBe(narrow);
  });

  it('refuses too many and too few values, and holds no tensor afterwards', () => {
    const before = tf.memory().numTensors;
    const builder = new TensorBuilder([2, 3], 'float32', options);
    builder.append(counting(4));
    expect(() => builder.append(counting(3))).toThrow('7 values for a tensor of [2, 3] = 6');
    const short = new TensorBuilder([2, 3], 'float32', options);
    short.append(counting(4));
    expect(() => short.finish()).toThrow('4 values for a tensor of [2, 3] = 6');
    builder.discard();
    expect(tf.memory().numTensors).toBe(before);
  });
});

/** Resident memory of this process, MiB. */
function residentMebibytes(): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024;
}

it.each(['float32', 'bfloat16'] as const)(
  'fills one buffer in place: %s costs the tensor and one piece',
  (dtype) => {
    const [rows, width, step] = [1 << 15, 1024, 1 << 10];
    const mebibytes = (rows * width * (dtype === 'float32' ? 4 : 2)) / 2 ** 20;
    const piece = new Float32Array(step * width).fill(1);
    const before = residentMebibytes();
    let most = 0;
    const builder = new TensorBuilder([rows, width], dtype);
    for (let row = 0; row < rows; row += step) {
      builder.append(piece);
      most = Math.max(most, residentMebibytes() - before);
    }
    const built = builder.finish();
    most = Math.max(most, residentMebibytes() - before);
    built.dispose();
    // A second copy would double it. The pieces are 4 MiB; the allocators keep a few of them.
    expect(most).toBeGreaterThan(0.8 * mebibytes);
    expect(most).toBeLessThan(1.5 * mebibytes);
  },
);
