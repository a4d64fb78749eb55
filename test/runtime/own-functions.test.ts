/**
 * TensorFlow functions against the plain way, on a processor, where they run as well. Tolerance as in fused-ops.test.ts: float32
 * sums in another order; with bfloat16 weights both round the same values, so the same holds.
 */

import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { gatedActivation, gatedActivationBackward } from '../../src/model/activation.ts';
import { type AdaptedLinear, adaptedProject, adaptedProjectBackward } from '../../src/model/lora.ts';
import { rmsNorm, rmsNormBackward } from '../../src/model/rms-norm.ts';
import { createRng } from '../../src/rng.ts';
import { hasFusedOp, usesFunctions, withFunctions, withoutFusedOps } from '../../src/runtime/fused-ops.ts';
import { graphFunction } from '../../src/runtime/graph-function.ts';
import { fromBf16, toBf16 } from '../../src/runtime/native-ops.ts';
import { runFunction } from '../../src/runtime/run-function.ts';
import { useTestRuntime } from '../helpers/runtime.ts';
import { expectClose, randomTensor } from '../helpers/tensors.ts';

const TOLERANCE = 5e-6;

beforeAll(async () => {
  await useTestRuntime();
});

const rng = createRng(12);

const random = <R extends tf.Rank>(shape: tf.ShapeMap[R], scale = 1) => randomTensor<R>(rng, shape, scale);

/** Both ways of `work`, which must give the same and leave nothing else behind. */
function expectSame(work: () => tf.Tensor[], tolerance = TOLERANCE): void {
  const before = tf.memory().numTensors;
  const scope = () => tf.tidy(work);
  const [functions, plain] = [withFunctions(scope), withoutFusedOps(scope)];
  expect(tf.memory().numTensors - before).toBe(functions.length + plain.length);
  expectClose(functions, plain, tolerance);
  tf.dispose([functions, plain]);
}

it('are used where they are asked for, and for what they pay', () => {
  expect(withFunctions(usesFunctions)).toBe(true);
  expect(withoutFusedOps(() => withFunctions(usesFunctions))).toBe(false);
  expect(withFunctions(() => [hasFusedOp('RmsNorm'), hasFusedOp('Rotate')])).toEqual([true, false]);
});

describe.each([
  [1, 2],
  [3, 37],
  [300, 129],
])('for %i rows of %i values', (N, D) => {
  it.each(['silu', 'gelu_pytorch_tanh'] as const)('%s times a gate, and its gradients', (act) => {
    const gate = random<tf.Rank.R2>([N, D], 4);
    const [up, dh] = [random<tf.Rank.R2>([N, D]), random<tf.Rank.R2>([N, D])];
    expectSame(() => {
      const { dgate, dup } = gatedActivationBackward(dh, gate, up, act);
      return [gatedActivation(gate, up, act), dgate, dup];
    });
  });

  it('the norm and its gradient, of other ranks, too', () => {
    const w = random<tf.Rank.R1>([D]);
    for (const shape of [[N, D] as [number, number], [N, 3, D] as [number, number, number]]) {
      const [x, dy] = [random(shape as [number, number], 30), random(shape as [number, number])];
      expectSame(() => {
        const { y, saved } = rmsNorm(x, w, 1e-6);
        return [y, saved.inverse_rms, rmsNormBackward(dy, w, saved)];
      });
    }
  });

  it.each(['float32', 'bfloat16'] as const)(
    'an adapted layer with %s weights, and its gradients',
    (dtype) => {
      const values = random<tf.Rank.R2>([D + 70, D]);
      const weight = dtype === 'bfloat16' ? toBf16(values) : values;
      // The plain way of a processor widens a bfloat16 weight instead of rounding what it meets: both meet rounded values here.
      const rounded = (t: tf.Tensor2D) => fromBf16(toBf16(t)) as tf.Tensor2D;
      const layer: AdaptedLinear = {
        weight,
        module: { A: random<tf.Rank.R2>([5, D]), B: random<tf.Rank.R2>([D + 70, 5]) },
        scaling: 0.75,
        dropout: undefined,
      };
      const [x, dy] = [rounded(random<tf.Rank.R2>([N, D])), rounded(random<tf.Rank.R2>([N, D + 70]))];
      // The product itself comes out rounded to 8 bits.
      const tolerance = dtype === 'bfloat16' ? 2 ** -8 : TOLERANCE;
      expectSame(() => {
        const { y, saved } = adaptedProject(x, layer);
        const { dx, dA, dB } = adaptedProjectBackward(dy, saved, layer, true);
        return [y, saved.u, dx, dA, dB] as tf.Tensor[];
      }, tolerance);
      expectSame(() => {
        const { y, saved } = adaptedProject(x, layer);
        const { dx, dA, dB } = adaptedProjectBackward(dy, saved, layer, false);
        expect(dx).toBeNull();
        return [y, saved.u, dA, dB] as tf.Tensor[];
      }, tolerance);
    },
  );
});

it('say what does not fit', () => {
  const make = (name: string) => graphFunction(name, ['float32', 'float32'], (g, a, b) => [g.matMul(a, b)]);
  const [a, b] = [tf.zeros([2, 3]), tf.zeros([2, 3])];
  expect(() => runFunction('LoraGateFunctionTest', [a, b], make)).toThrow(/Matrix size-incompatible|MatMul/);
  const refused = (name: string) =>
    graphFunction(name, ['float32'], () => [{ reference: 'nobody:z:0', dtype: 'float32' }]);
  expect(() => runFunction('LoraGateFunctionRefused', [a], refused)).toThrow();
});
