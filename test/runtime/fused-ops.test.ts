/**
 * Our own operations against the plain way, through the functions that choose between them: odd sizes, so that the vector
 * loops have remainders; several rows a thread; values far out; NaN. Tolerance: float32 sums in another order and e^x within
 * 2 units in the last place, relative to the largest value of the result.
 */

import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { gatedActivation, gatedActivationBackward } from '../../src/model/activation.ts';
import { drop } from '../../src/model/dropout.ts';
import { adaptedProject, adaptedProjectBackward } from '../../src/model/lora.ts';
import { rmsNorm, rmsNormBackward } from '../../src/model/rms-norm.ts';
import { inverseFrequencies, ropeTables, rotate } from '../../src/model/rope.ts';
import { createRng } from '../../src/rng.ts';
import {
  fusedExpRows,
  fusedLowRankAdd,
  fusedSoftmaxGrad,
  hasFusedOps,
  withoutFusedOps,
} from '../../src/runtime/fused-ops.ts';
import { blockwiseCrossEntropy } from '../../src/train/vocabulary-blocks.ts';
import { useTestRuntime } from '../helpers/runtime.ts';
import { expectClose, randomTensor } from '../helpers/tensors.ts';

const TOLERANCE = 2e-6;

beforeAll(async () => {
  await useTestRuntime();
});

const rng = createRng(11);

const random = <R extends tf.Rank>(shape: tf.ShapeMap[R], scale = 1) => randomTensor<R>(rng, shape, scale);

const seedOf = (value: number) => ({ value, tensor: tf.tensor1d([value, 0], 'int32') });

/** Both ways of `work`, which must give the same. */
function expectSame(work: () => tf.Tensor[], tolerance = TOLERANCE): void {
  expect(hasFusedOps()).toBe(true);
  const [fast, plain] = [work(), withoutFusedOps(work)];
  expectClose(fast, plain, tolerance);
}

describe.each([
  [1, 2],
  [3, 37],
  [1000, 129],
])('for %i rows of %i values', (N, D) => {
  it.each(['silu', 'gelu_pytorch_tanh'] as const)('%s times a gate, and its gradients', (act) => {
    const [gate, up, dh] = [
      random<tf.Rank.R2>([N, D], 6),
      random<tf.Rank.R2>([N, D]),
      random<tf.Rank.R2>([N, D]),
    ];
    expectSame(() => {
      const { dgate, dup } = gatedActivationBackward(dh, gate, up, act);
      return [gatedActivation(gate, up, act), dgate, dup];
    });
  });

  it('the norm and its gradient', () => {
    const [x, dy, w] = [random<tf.Rank.R2>([N, D], 30), random<tf.Rank.R2>([N, D]), random<tf.Rank.R1>([D])];
    expectSame(() => {
      const { y, saved } = rmsNorm(x, w, 1e-6);
      return [y, saved.inverse_rms, rmsNormBackward(dy, w, saved)];
    });
  });

  it('the gradient of a softmax', () => {
    const [p, dp] = [tf.softmax(random<tf.Rank.R2>([N, D], 3)), random<tf.Rank.R2>([N, D])];
    const plain = tf.mul(p, tf.sub(dp, tf.sum(tf.mul(dp, p), -1, true)));
    const difference = tf.max(tf.abs(tf.sub(fusedSoftmaxGrad(p, dp), plain))).dataSync()[0];
    expect(difference).toBeLessThan(TOLERANCE);
  });

  it.each([0, 0.3])('an adapted layer and its gradients, dropout %f', (p) => {
    const layer = {
      weight: random<tf.Rank.R2>([D + 70, D]),
      module: { A: random<tf.Rank.R2>([5, D]), B: random<tf.Rank.R2>([D + 70, 5]) },
      scaling: 0.75,
      dropout: p === 0 ? undefined : { p, seed: seedOf(3) },
    };
    const [x, dy] = [random<tf.Rank.R2>([N, D]), random<tf.Rank.R2>([N, D + 70])];
    expectSame(() => {
      const { y, saved } = adaptedProject(x, layer);
      const { dx, dA, dB } = adaptedProjectBackward(dy, saved, layer, true);
      return [y, dx, dA, dB] as tf.Tensor[];
    }, 5e-6);
  });

  it.each([
    [0.05, 7],
    [0.5, -2_000_000_011],
    [0.999, 0],
  ])('dropout of %f with seed %i, in every bit', (p, seed) => {
    const x = random<tf.Rank.R2>([N, D], 4);
    const dropped = () => drop(x, { p, seed: seedOf(seed) }).dataSync();
    expect(hasFusedOps()).toBe(true);
    expect(dropped()).toEqual(withoutFusedOps(dropped));
  });

  it.each([undefined, 5])('the head with soft cap %s', (softcap) => {
    const rows = random<tf.Rank.R2>([N, 24]);
    const targets = Int32Array.from({ length: N }, (_, row) => (row * 7) % 301);
    const head = { weight: random<tf.Rank.R2>([301, 24], 2), softcap };
    expectSame(() => {
      const { nll, dRows } = blockwiseCrossEntropy(rows, targets, head, { gradient: true, columns: 64 });
      return [nll, dRows as tf.Tensor];
    }, 1e-5);
  });
});

it.each([
  [1, 2],
  [3, 18],
])('turns %i heads of width %i there and back', (heads, E) => {
  const x = random<tf.Rank.R3>([130, heads, E]);
  const tables = ropeTables(
    Int32Array.from({ length: 130 }, (_, i) => 13 * i),
    inverseFrequencies(E, 10_000, undefined),
  );
  expectSame(() => [rotate(x, tables), rotate(x, tables, -1)]);
});

describe('far out', () => {
  it('the activations end in 0 and in their argument, as they should', () => {
    const gate = tf.tensor2d([[-1e30, -100, -20, 20, 100, 1e4]]);
    for (const act of ['silu', 'gelu_pytorch_tanh'] as const) {
      const [h] = [gatedActivation(gate, tf.onesLike(gate), act).dataSync()];
      expect(h.slice(3)).toEqual(new Float32Array([20, 100, 1e4]));
      for (const value of h.slice(0, 3)) expect(Math.abs(value)).toBeLessThan(1e-6);
    }
  });

  it('what has no weight in a softmax is 0, not small', () => {
    const { exp, max, sum } = fusedExpRows(tf.tensor2d([[0, -88, -1e30, 3]]), tf.tensor2d([[3]]));
    expect(max.dataSync()).toEqual(new Float32Array([3]));
    const values = exp.dataSync<'float32'>();
    expect(values[0]).toBeCloseTo(Math.exp(-3), 7);
    expect([...values.slice(1)]).toEqual([0, 0, 1]);
    expect(sum.dataSync()[0]).toBeCloseTo(1 + Math.exp(-3), 6);
  });

  it('NaN stays NaN', () => {
    const x = tf.tensor2d([[1, Number.NaN, 2]]);
    const all = [
      gatedActivation(x, tf.onesLike(x), 'silu').dataSync<'float32'>()[1],
      rmsNorm(x, tf.ones([3]), 1e-6).y.dataSync<'float32'>()[0],
      fusedExpRows(x, tf.tensor2d([[0]])).sum.dataSync<'float32'>()[0],
    ];
    for (const value of all) expect(value).toBeNaN();
  });
});

it('rows come out the same to the last bit, however many go together', () => {
  const [gate, up] = [random<tf.Rank.R2>([700, 64], 4), random<tf.Rank.R2>([700, 64])];
  const whole = gatedActivation(gate, up, 'gelu_pytorch_tanh').dataSync<'float32'>();
  const alone = gatedActivation(
    tf.slice2d(gate, [333, 0], [1, 64]),
    tf.slice2d(up, [333, 0], [1, 64]),
    'gelu_pytorch_tanh',
  );
  expect(whole.slice(333 * 64, 334 * 64)).toEqual(alone.dataSync());
});

it('shapes that do not fit are an error, not a crash', () => {
  const base = tf.zeros<tf.Rank.R2>([4, 8]);
  expect(() => fusedLowRankAdd(base, tf.zeros([4, 2]), tf.zeros([3, 8]), 1)).toThrow(/do not fit/);
});
