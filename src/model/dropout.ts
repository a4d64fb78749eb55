/**
 * Dropout on a LoRA branch, replayable: the mask is drawn from a seed, so the backward pass draws it again instead of
 * keeping it.
 */

import * as tf from '@tensorflow/tfjs-core';
import { createRng } from '../rng.ts';
import { executeOp, nativeBackend, typeAttribute } from '../runtime/native-ops.ts';
import { scoped } from './scoped.ts';

export interface Dropout {
  /** The share that is set to zero; the rest is divided by 1 − p. */
  p: number;
  seed: number;
}

/** Uniform numbers in [0, 1) that depend on the seed alone: Philox on the native backend, our generator elsewhere. */
function uniform(shape: [number, number], seed: number): tf.Tensor2D {
  if (!nativeBackend()) {
    const rng = createRng(seed);
    return tf.tensor2d(
      Float32Array.from({ length: shape[0] * shape[1] }, () => rng.uniform()),
      shape,
    );
  }
  const attributes = [
    typeAttribute('dtype', 'float32'),
    typeAttribute('T', 'int32'),
    typeAttribute('Tseed', 'int32'),
  ];
  const inputs = [tf.tensor1d(shape, 'int32'), tf.tensor1d([seed | 0, 0], 'int32')];
  const [values] = executeOp('StatelessRandomUniform', attributes, inputs, 1);
  return values as tf.Tensor2D;
}

/** x∘mask/(1 − p). */
export function drop(x: tf.Tensor2D, dropout: Dropout | undefined): tf.Tensor2D {
  if (!dropout || dropout.p === 0) return x;
  return scoped(() => {
    const keep = tf.cast(tf.greaterEqual(uniform(x.shape, dropout.seed), dropout.p), 'float32');
    return tf.mul(x, tf.mul(keep, 1 / (1 - dropout.p)));
  });
}

/** The gradient passes through the same mask. */
export const dropBackward = drop;
