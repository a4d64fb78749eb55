import type { TFJSBinding } from '@tensorflow/tfjs-node-gpu/dist/tfjs_binding.js';
import { expect, it } from 'vitest';
import { withConstantPool } from '../../src/runtime/constant-pool.ts';

const FLOAT = 1;
const INT32 = 3;

/** A binding that only keeps the books. */
function setting() {
  const alive = new Map<number, unknown>();
  let next = 0;
  const binding = {
    createTensor: (_shape: number[], _dtype: number, values: unknown) => {
      next += 1;
      alive.set(next, values);
      return next;
    },
    deleteTensor: (id: number) => {
      if (!alive.delete(id)) throw new Error(`${id} is not alive`);
    },
    TF_FLOAT: FLOAT,
  } as unknown as TFJSBinding;
  const pool = withConstantPool(binding);
  const scalar = (value: number) => pool.createTensor([], FLOAT, new Float32Array([value]));
  return { alive, pool, scalar, made: () => next };
}

it('shares equal scalars and short lists of whole numbers, and hands everything else on', () => {
  const { pool, scalar, made } = setting();
  expect(scalar(0.5)).toBe(scalar(0.5));
  const list = (values: number[]) => pool.createTensor([values.length], INT32, new Int32Array(values));
  expect(list([2, 1])).toBe(list([2, 1]));
  expect(list([1, 2])).not.toBe(list([2, 1]));
  // A scalar is not a list of one.
  expect(list([3])).not.toBe(pool.createTensor([], INT32, new Int32Array([3])));
  expect(scalar(3)).not.toBe(list([3]));
  const before = made();
  const vector = () => pool.createTensor([1], FLOAT, new Float32Array([0.5]));
  expect(vector()).not.toBe(vector());
  const long = () => list([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(long()).not.toBe(long());
  expect(made()).toBe(before + 4);
});

it('keeps the binding’s other members', () => {
  expect(setting().pool.TF_FLOAT).toBe(FLOAT);
});

it('does not share what is equal and not the same', () => {
  const { scalar } = setting();
  expect(scalar(0)).not.toBe(scalar(-0));
  expect(scalar(Number.NaN)).not.toBe(scalar(Number.NaN));
  expect(scalar(Number.POSITIVE_INFINITY)).not.toBe(scalar(Number.NEGATIVE_INFINITY));
});

it('holds what is in use, and lets go of the longest unused when there are too many', () => {
  const { alive, pool, scalar } = setting();
  const held = scalar(-1);
  const returning = () => pool.deleteTensor(scalar(-2));
  returning();
  for (let i = 0; i < 5000; i += 1) {
    pool.deleteTensor(scalar(i));
    if (i % 100 === 0) returning();
  }
  expect(alive.has(held)).toBe(true);
  expect(alive.size).toBeLessThanOrEqual(512);
  expect([...alive.values()].some((values) => (values as Float32Array)[0] === -2)).toBe(true);
  expect(scalar(-1)).toBe(held);
});

it('makes ordinary tensors when all that it holds is in use', () => {
  const { alive, pool, scalar } = setting();
  const ids = Array.from({ length: 600 }, (_, i) => scalar(i));
  expect(new Set(ids).size).toBe(600);
  for (const id of ids) pool.deleteTensor(id);
  expect(alive.size).toBe(512);
});
