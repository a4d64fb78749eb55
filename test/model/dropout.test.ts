/**
 * Dropout of adapters: how much it takes, that it is another mask for every layer and seed, and that gradients pass through the
 * mask that was used. References: tfjs' own differentiation of the formula, and the binomial distribution.
 */

import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { drop } from '../../src/model/dropout.ts';
import { disposeDropout, openDropout } from '../../src/model/dropout-seeds.ts';
import { adaptedProject, adaptedProjectBackward, TARGET_MODULES } from '../../src/model/lora.ts';
import { createRng } from '../../src/rng.ts';
import { withoutFusedOps } from '../../src/runtime/fused-ops.ts';
import { useTestRuntime } from '../helpers/runtime.ts';
import { expectClose, randomTensor } from '../helpers/tensors.ts';

beforeAll(async () => {
  await useTestRuntime();
});

const rng = createRng(5);
const LAYERS = 3;

/** x∘mask/(1 − p) of ones is the mask, scaled. */
const maskOf = (shape: [number, number], dropout: Parameters<typeof drop>[1]) =>
  drop(tf.ones(shape), dropout);

it.each([0.05, 0.5, 0.9])('takes a share of %f and scales the rest up', (p) => {
  const { seeds } = openDropout({ p, seed: 11 }, LAYERS);
  const values = [...maskOf([300, 400], { p, seed: seeds[0]!.q_proj }).dataSync()];
  const kept = values.filter((value) => value !== 0);
  expect(new Set(kept)).toEqual(new Set([Math.fround(1 / (1 - Math.fround(p)))]));
  // Five standard deviations of a binomial share: one run in two million would be further off.
  const off = Math.abs(kept.length / values.length - (1 - p));
  expect(off).toBeLessThan(5 * Math.sqrt((p * (1 - p)) / values.length));
});

it('draws another mask for every layer, target and seed, and the same again', () => {
  const masks = [1, 2, 1].map((seed) => {
    const dropout = openDropout({ p: 0.5, seed }, LAYERS);
    const drawn = dropout.seeds.flatMap((layer) =>
      TARGET_MODULES.map((target) => maskOf([8, 16], { p: 0.5, seed: layer[target] }).dataSync().join()),
    );
    disposeDropout(dropout);
    return drawn;
  });
  expect(new Set([...masks[0]!, ...masks[1]!]).size).toBe(2 * LAYERS * TARGET_MODULES.length);
  expect(masks[2]).toEqual(masks[0]);
});

describe.each([
  ['in one operation', <T>(work: () => T) => work()],
  ['plainly', withoutFusedOps],
])('%s', (_, way) => {
  it('passes gradients through the mask that was used', () => {
    const p = 0.4;
    const seed = openDropout({ p, seed: 3 }, 1).seeds[0]!.up_proj;
    const [N, inputs, out, R] = [9, 70, 50, 4];
    const [x, weight, dy] = [
      randomTensor<tf.Rank.R2>(rng, [N, inputs]),
      randomTensor<tf.Rank.R2>(rng, [out, inputs]),
      randomTensor<tf.Rank.R2>(rng, [N, out]),
    ];
    const module = {
      A: randomTensor<tf.Rank.R2>(rng, [R, inputs]),
      B: randomTensor<tf.Rank.R2>(rng, [out, R]),
    };
    const layer = { weight, module, scaling: 0.75, dropout: { p, seed } };
    const ours = way(() => {
      const { y, saved } = adaptedProject(x, layer);
      const { dx, dA, dB } = adaptedProjectBackward(dy, saved, layer, true);
      return [y, dx, dA, dB] as tf.Tensor[];
    });

    const mask = maskOf([N, inputs], { p, seed });
    const formula = (input: tf.Tensor, A: tf.Tensor, B: tf.Tensor) => {
      const low = tf.matMul(
        tf.matMul(tf.mul(input, mask) as tf.Tensor2D, A as tf.Tensor2D, false, true),
        B,
        false,
        true,
      );
      return tf.add(tf.matMul(input as tf.Tensor2D, weight, false, true), tf.mul(low, 0.75));
    };
    const gradients = tf.grads(formula)([x, module.A, module.B], dy);
    // float32 sums of up to 70 products in another order.
    expectClose(ours, [formula(x, module.A, module.B), ...gradients], 5e-6);
  });
});
