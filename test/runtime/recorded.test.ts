/**
 * Work as TensorFlow functions: the same numbers as operation by operation, exactly on a processor, since both run the same
 * kernels; the same tensors in the same places; and an error for what would be wrong the second time.
 */

import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { dropPlainly } from '../../src/model/dropout.ts';
import { executeOp, fromBf16, toBf16 } from '../../src/runtime/native-ops.ts';
import {
  functionsWritten,
  recorded,
  recordedFunctions,
  useCompiler,
  withoutRecorded,
} from '../../src/runtime/recorded.ts';
import { adamw } from '../../src/train/optimizer.ts';
import type { TensorTree } from '../../src/train/tensor-tree.ts';
import { useTestRuntime } from '../helpers/runtime.ts';
import { expectClose } from '../helpers/tensors.ts';

beforeAll(async () => {
  await useTestRuntime();
});

const values = (t: tf.Tensor) => [...t.dataSync()];

it('computes with the tensors it is given, not with those it was recorded with', () => {
  const twiceAndOne = (x: tf.Tensor) =>
    recorded({ kind: 'test', x }, () => tf.tidy(() => tf.add(tf.mul(x, 2), 1)));
  const before = recordedFunctions();
  expect(values(twiceAndOne(tf.tensor1d([1, 2])))).toEqual([3, 5]);
  expect(values(twiceAndOne(tf.tensor1d([-1, 0.5])))).toEqual([-1, 2]);
  expect(recordedFunctions()).toBe(before + 1);
});

it('is another function for other shapes, settings and kinds', () => {
  const before = recordedFunctions();
  const scaled = (x: tf.Tensor, by: number) => recorded({ kind: 'test', x, by }, () => tf.mul(x, by));
  expect(values(scaled(tf.tensor1d([1]), 2))).toEqual([2]);
  expect(values(scaled(tf.tensor1d([1]), 3))).toEqual([3]);
  expect(values(scaled(tf.tensor1d([1, 1]), 3))).toEqual([3, 3]);
  expect(recordedFunctions()).toBe(before + 3);
});

it('is one function for all sizes of what is variable', () => {
  const before = recordedFunctions();
  const halved = (x: tf.Tensor) =>
    recorded({ kind: 'test', variable: { x } }, () => tf.tidy(() => tf.sum(tf.div(x, 2), -1, true)));
  for (const size of [3, 1, 200]) expect(values(halved(tf.ones([2, size])))).toEqual([size / 2, size / 2]);
  expect(recordedFunctions()).toBe(before + 1);
});

it('tells the same tensor twice from two of one shape', () => {
  const [a, b] = [tf.tensor1d([2]), tf.tensor1d([5])];
  const product = (x: tf.Tensor, y: tf.Tensor) => recorded({ kind: 'test', x, y }, () => tf.mul(x, y));
  expect(values(product(a, a))).toEqual([4]);
  expect(values(product(a, b))).toEqual([10]);
});

it('tells a number of the work from an argument that has its value the first time', () => {
  const work = (x: tf.Tensor, by: tf.Tensor) =>
    recorded({ kind: 'test', x, by }, () => tf.tidy(() => tf.add(tf.mul(x, by), 2)));
  expect(values(work(tf.tensor1d([1]), tf.scalar(2)))).toEqual([4]);
  expect(values(work(tf.tensor1d([1]), tf.scalar(5)))).toEqual([7]);
});

it('AdamW steps as it does plainly, where a rate of the first step equals one of its constants', () => {
  const steps = () => {
    // 1e-4/(1 − 0.9) = 1 − 0.999 = 0.001
    const optimizer = adamw({ weight_decay: 0.01 });
    let parameters = new Map([['w', tf.tensor1d([1, -2])]]) as TensorTree;
    let state = optimizer.init(parameters);
    for (const [i, learning_rate] of [1e-4, 5e-5, 2e-5].entries()) {
      const gradients = new Map([['w', tf.tensor1d([0.5 + i, 3])]]);
      ({ parameters, state } = optimizer.update(gradients, state, parameters, learning_rate));
    }
    return [parameters, state.mu, state.nu].map((tree) => values(tree.get('w') as tf.Tensor));
  };
  expect(steps()).toEqual(withoutRecorded(steps));
});

it('draws dropout by the seed it is given, without the operation of ours as well', () => {
  const dropped = (x: tf.Tensor2D, seed: number) => {
    const tensor = tf.tensor1d([seed, 0], 'int32');
    return values(
      recorded({ kind: 'dropout', seed: tensor, variable: { x } }, () =>
        dropPlainly(x, { p: 0.5, seed: { value: seed, tensor } }),
      ),
    );
  };
  const before = functionsWritten();
  for (const [rows, seed] of [
    [3, 1],
    [3, 2],
    [50, 2],
  ] as const) {
    const x = tf.ones<tf.Rank.R2>([rows, 7]);
    expect(dropped(x, seed)).toEqual(withoutRecorded(() => dropped(x, seed)));
  }
  expect(functionsWritten()).toBe(before + 1);
});

describe('a result', () => {
  const work = (x: tf.Tensor) =>
    recorded({ kind: 'places', x }, () => {
      const square = tf.square(x);
      return {
        list: [square, { same: square, copy: tf.clone(square) }],
        none: null,
        text: 'a',
        argument: x,
        argumentCopy: tf.clone(x),
        map: new Map([['sum', tf.keep(tf.sum(square))]]),
      };
    });

  it.each(['the first time', 'the second time'])('has its tensors in their places, %s', () => {
    const x = tf.tensor1d([1, 2, 3]);
    const before = tf.memory().numTensors;
    let sum: tf.Tensor | undefined;
    tf.tidy(() => {
      const { list, none, text, argument, argumentCopy, map } = work(x);
      const [square, { same, copy }] = list as [tf.Tensor, { same: tf.Tensor; copy: tf.Tensor }];
      expect(values(square)).toEqual([1, 4, 9]);
      expect(same).toBe(square);
      expect(copy).not.toBe(square);
      expect(argument).toBe(x);
      expect(argumentCopy).not.toBe(x);
      for (const tensor of [copy, argumentCopy]) tensor.dispose();
      expect(values(square)).toEqual([1, 4, 9]);
      expect([none, text]).toEqual([null, 'a']);
      sum = map.get('sum');
    });
    // What was kept outlives the scope, and nothing else does.
    expect(tf.memory().numTensors).toBe(before + 1);
    expect(values(sum as tf.Tensor)).toEqual([14]);
    sum?.dispose();
    expect(values(x)).toEqual([1, 2, 3]);
    x.dispose();
  });

  it('may be bfloat16', () => {
    const narrow = (x: tf.Tensor) => recorded({ kind: 'narrow', x }, () => ({ b: toBf16(x) })).b;
    for (const value of [1.5, -3]) {
      const b = narrow(tf.tensor1d([value]));
      expect(b.shape).toEqual([1]);
      expect(values(fromBf16(b))).toEqual([value]);
      b.dispose();
    }
  });
});

describe('an error', () => {
  const x = () => tf.tensor1d([1, 2]);

  it('names the work that uses what is not among its inputs', () => {
    const outside = x();
    tf.add(outside, 1).dataSync();
    const work = (y: tf.Tensor) => recorded({ kind: 'careless', y }, () => tf.add(y, outside));
    expect(() => work(x())).toThrow(/careless uses a tensor .* not among its inputs/);
  });

  it('says that data was written down', () => {
    const work = (y: tf.Tensor) =>
      recorded({ kind: 'careless', y }, () => tf.add(y, tf.tensor2d(new Float32Array(34), [17, 2])));
    expect(() => work(x())).toThrow(/careless uses .* made of many numbers/);
  });

  it('says which operation no function can hold', () => {
    const work = (y: tf.Tensor) => recorded({ kind: 'strange', y }, () => tf.erf(y));
    expect(() => work(x())).toThrow(/TensorFlow's Erf/);
  });

  it('of the work itself comes through, and the next call is as the first', () => {
    let fails = true;
    const work = (y: tf.Tensor) =>
      recorded({ kind: 'failing', y }, () => {
        if (fails) throw new Error('no');
        return tf.neg(y);
      });
    expect(() => work(x())).toThrow('no');
    fails = false;
    expect(values(work(x()))).toEqual([-1, -2]);
  });

  it('of TensorFlow is its own', () => {
    const product = (a: tf.Tensor, b: tf.Tensor) =>
      recorded({ kind: 'product', variable: { a, b } }, () => tf.matMul(a as tf.Tensor2D, b as tf.Tensor2D));
    expect(product(tf.ones([2, 3]), tf.ones([3, 2])).shape).toEqual([2, 2]);
    expect(() => product(tf.ones([2, 3]), tf.ones([2, 3]))).toThrow(/size-incompatible/);
  });
});

it('runs operation by operation where that is asked for, and inside other recorded work', () => {
  const before = recordedFunctions();
  const x = tf.tensor1d([4]);
  const root = () => recorded({ kind: 'root', x }, () => tf.sqrt(x));
  expect(values(withoutRecorded(root))).toEqual([2]);
  expect(recordedFunctions()).toBe(before);
  expect(values(recorded({ kind: 'outer', x }, () => tf.add(root(), x)))).toEqual([6]);
  expect(recordedFunctions()).toBe(before + 1);
});

it('holds a limited number of functions, the last ones used', () => {
  const x = tf.tensor1d([1]);
  const plus = (n: number) => values(recorded({ kind: 'many', x, n }, () => tf.add(x, n)))[0];
  for (let n = 0; n < 300; n += 1) {
    expect(plus(n)).toBe(n + 1);
    expect(plus(0)).toBe(1);
  }
  expect(recordedFunctions()).toBe(128);
  expect(plus(7)).toBe(8);
});

it('has every kind of constant and attribute that operations take', () => {
  const x = tf.tensor2d([
    [1, -2, 3, 4],
    [5, 6, -7, 8],
  ]);
  const work = () =>
    tf.tidy(() => {
      const [left, right] = tf.split(x, 2, 1) as [tf.Tensor2D, tf.Tensor2D];
      const padded = tf.pad(left, [
        [0, 1],
        [1, 0],
      ]);
      const turned = tf.transpose(right);
      const capped = tf.mul(tf.tanh(tf.div(x, -0.5)), Number.EPSILON);
      const squeezed = tf.squeeze(tf.slice2d(x, [1, 0], [1, 2]), [0]);
      const [rounded] = executeOp('Square', [{ name: 'T', type: 4, value: 1 }], [capped], 1);
      return [padded, turned, capped, squeezed, rounded as tf.Tensor, tf.stack([left, right])];
    });
  const run = () => recorded({ kind: 'various', x }, work);
  const [first, second, plain] = [run(), run(), withoutRecorded(run)];
  for (const found of [first, second]) {
    expect(found.map(values)).toEqual(plain.map(values));
    expect(found.map(({ shape }) => shape)).toEqual(plain.map(({ shape }) => shape));
  }
});

it('can be compiled by XLA, whose sums are in another order', () => {
  const [a, b] = [tf.randomNormal<tf.Rank.R2>([33, 70]), tf.randomNormal<tf.Rank.R2>([70, 20])];
  const run = () =>
    recorded({ kind: 'compiled', a, b }, () => tf.tidy(() => tf.sigmoid(tf.matMul(tf.square(a), b))));
  useCompiler(true);
  try {
    const found = [run(), run()];
    const plain = withoutRecorded(run);
    // float32 sums of 70 products.
    expectClose(found, [plain, plain], 5e-6);
  } finally {
    useCompiler(false);
  }
});
